"""The texts of which a ruleset is made: several files, vocabularies, and what it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic import library
from tests.library.texts import HEAD, LATE, RULES, VOCABULARY, WHOLE, WORDS, codes, only, put, ruleset

RULED = HEAD + WORDS + "1  An NGO may attend the Conference.\n"
OVERLAY = "Ruleset: over.\nLanguage: 1.\nAmends: mine.\nReplace 1 with: An NGO may not attend the Conference.\n"


# -------------------------------------------------------------------------------------------------------- several files


def test_the_files_of_a_folder_are_one_ruleset() -> None:
    put("texts/a-rules.rules", "# the first by name\n\n" + RULES)
    put("texts/b-head.rules", HEAD)
    put("texts/c-words.rules", WORDS + LATE)
    put("texts/notes.md", "Ruleset: no.")
    found = ruleset("texts")
    assert [n.id for n in found.norms] == ["1", "2"]
    assert [name for name, _ in found.hashes] == ["texts/b-head.rules", "texts/a-rules.rules", "texts/c-words.rules"]
    put("one.rules", WHOLE)
    assert found.norms == ruleset("one.rules").norms


def test_places_are_those_in_the_file_where_the_text_stands() -> None:
    rules = "# first\n" + RULES
    put("texts/a.rules", rules)
    put("texts/b.rules", HEAD + WORDS + LATE)
    found, _, sources = library.load("texts")
    assert found is not None
    span = found.norms[1].span
    assert (span.source, sources["texts/a.rules"].text[span.start : span.end]) == (
        "texts/a.rules",
        "An NGO may not attend the Conference if it is late.",
    )
    put("texts/a.rules", rules + "3  An NGO may sing.\n")
    fault = library.load("texts")[1][0]
    assert fault.span.source == "texts/a.rules"
    assert sources["texts/a.rules"].place(fault.span.start)[0] == 4


def test_a_folder_with_two_rulesets_or_none_is_an_error() -> None:
    put("two/a.rules", WHOLE)
    put("two/b.rules", WHOLE)
    fault = only("two")
    assert (fault.code, fault.span.source, fault.labels[0].span.source) == ("E016", "two/b.rules", "two/a.rules")
    put("none/a.rules", WORDS + LATE)
    put("none/b.rules", RULES)
    assert only("none").code == "E016"


def test_a_vocabulary_is_no_ruleset() -> None:
    put("rulesets/words/a.rules", "Vocabulary: words.\nLanguage: 1.\n" + WORDS)
    fault = only("words")
    assert (fault.code, fault.message) == ("E016", "words is a vocabulary, and I need a ruleset")


# --------------------------------------------------------------------------------------------------------- vocabularies


@pytest.mark.parametrize("path", ["rulesets/words/v.rules", "rulesets/mine/words.rules", "rulesets/words.rules"])
def test_a_vocabulary_is_found_beside_the_ruleset(path: str) -> None:
    put("rulesets/mine/a.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    put(path, VOCABULARY)
    found = ruleset("mine")
    assert {k.id for k in found.vocabulary.kinds} == {"ngo", "conference"}
    assert [name for name, _ in found.hashes] == ["rulesets/mine/a.rules", path]


def test_a_vocabulary_is_found_in_the_library_and_one_nearer_stands_for_it(tmp_path: Path) -> None:
    put("draft.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    put(str(tmp_path / "shipped/words/v.rules"), VOCABULARY)
    assert ruleset("draft.rules").hashes[1][0] == "rulesets/words/v.rules"
    put("words.rules", VOCABULARY)
    assert ruleset("draft.rules").hashes[1][0] == "words.rules"


@pytest.mark.parametrize(
    "line",
    [
        "Uses: words, more.",
        "uses : words,\n  more.",
        "Uses: words,  # shared\n# and\n\n    more.  # all",
        'Uses: "words", "more".',
    ],
)
def test_the_names_of_vocabularies_are_found_however_they_are_written(line: str) -> None:
    put("words.rules", VOCABULARY)
    put("more.rules", "Vocabulary: more.\nLanguage: 1.\n" + LATE.replace("NGO", "actor"))
    put("draft.rules", f"{HEAD}{line}\n{RULES}")
    assert len(ruleset("draft.rules").norms) == 2


def test_a_vocabulary_may_use_another_and_even_lead_back_to_itself() -> None:
    put("words.rules", VOCABULARY + "Uses: base.\n")
    put("base.rules", "Vocabulary: base.\nLanguage: 1.\nUses: words.\n" + LATE.replace("of an NGO", "of an actor"))
    put("draft.rules", HEAD + "Uses: words.\n" + RULES)
    assert len(ruleset("draft.rules").norms) == 2


def test_a_vocabulary_that_is_not_there_is_an_error_that_names_the_nearest() -> None:
    put("rulesets/words/v.rules", VOCABULARY)
    put("draft.rules", HEAD + "Uses: wards.\n" + LATE + RULES)
    fault = next(d for d in library.load("draft.rules")[1] if d.code == "E210")
    assert fault.help[0] == "did you mean “words”?"


def test_a_vocabulary_that_cannot_be_read_is_an_error() -> None:
    put("words.rules", b"Vocabulary: words.\n\xff")
    put("draft.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    assert only("draft.rules").code == "E012"


def test_faults_in_a_vocabulary_are_shown_in_its_own_file() -> None:
    put("words.rules", VOCABULARY + "Actor: giant, a kind of monster.\n")
    put("draft.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    found, faults, sources = library.load("draft.rules")
    assert found is None
    assert {d.span.source for d in faults} == {"words.rules"}
    assert "words.rules" in sources


def test_a_vocabulary_can_be_loaded_by_itself() -> None:
    put("rulesets/words/v.rules", VOCABULARY)
    found, faults, sources = library.load_vocabulary("words")
    assert (faults, list(sources)) == ([], ["rulesets/words/v.rules"])
    assert found is not None and [a.id for a in found.acts] == ["attend"]
    put("rulesets/words/v.rules", VOCABULARY + "Actor: a, a kind of b.\nActor: b, a kind of a.\n")
    found, faults, _ = library.load_vocabulary("words")
    assert (found, [d.code for d in faults]) == (None, ["E303"])
    put("draft.rules", WHOLE)
    assert library.load_vocabulary("draft.rules")[0] == ruleset("draft.rules").vocabulary


# ----------------------------------------------------------------------------------------------------- what it rests on


def test_what_an_overlay_amends_is_found_by_the_id_in_a_file_beside_it() -> None:
    put("texts/draft.rules", RULED)
    put("texts/over.rules", OVERLAY)
    assert ruleset("texts/over.rules").amends == "mine"
    put("texts/mine.rules", RULED.replace("1  An", "2  An").replace("Ruleset: mine", "Ruleset: yours"))
    assert codes("texts/over.rules") == ["E120"]  # a file of that name goes before it


def test_two_files_beside_an_overlay_with_the_id_that_it_amends_are_an_error() -> None:
    put("texts/draft.rules", RULED)
    put("texts/draft-2.rules", RULED)
    put("texts/over.rules", OVERLAY)
    fault = only("texts/over.rules")
    assert fault.code == "E124"
    assert "draft-2.rules and" in fault.message


def test_rulesets_that_rest_on_each_other_or_on_themselves_are_said_to_be_a_circle() -> None:
    put("texts/one.rules", "Ruleset: one.\nLanguage: 1.\nApplies: two as X.\nActor: NGO.\n")
    put("texts/two.rules", "Ruleset: two.\nLanguage: 1.\nApplies: one as Y.\nActor: organ.\n")
    assert "in a circle: one -> two -> one" in only("texts/one.rules").message
    put("texts/self.rules", "Ruleset: self.\nLanguage: 1.\nAmends: self.\nDelete 1.\n")
    assert only("texts/self.rules").message == "self rests on itself, which is a circle"
