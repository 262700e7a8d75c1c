"""Finding and loading rulesets."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from proclogic import compiled, files, library
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Ruleset

HEAD = 'Ruleset: mine.\nLanguage: 1.\nTitle: "Mine".\nAdopted: 2020-01-01.\n'
WORDS = "Actor: NGO.\nAct: attend, a body.\nBody: the Conference.\n"
RULES = "1  An NGO may attend the Conference.\n2  An NGO may not attend the Conference if it is late.\n"
LATE = "Quality: late, as an adjective, of an NGO.\n"
WHOLE = HEAD + WORDS + LATE + RULES


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, an empty library and an empty cache."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(library, "_library", lambda: str(tmp_path / "shipped"))
    return work


def put(path: str, text: str | bytes) -> None:
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())


def ruleset(name: str) -> Ruleset:
    """The ruleset of this name; there must be no finding."""
    found, faults, _ = library.load(name)
    assert faults == []
    assert found is not None
    return found


def codes(name: str) -> list[str]:
    return [d.code for d in library.load(name)[1]]


def only(name: str) -> Diagnostic:
    """The one error of a ruleset that cannot be loaded."""
    found, faults, _ = library.load(name)
    assert found is None
    (fault,) = faults
    assert fault.is_error
    return fault


# ------------------------------------------------------------------------------------------------------------- finding


def test_a_ruleset_is_found_by_its_id_in_the_project_before_the_library(tmp_path: Path) -> None:
    put(str(tmp_path / "shipped/mine/a.rules"), WHOLE.replace("Mine", "Shipped"))
    assert ruleset("mine").title == "Shipped"
    put("rulesets/mine/a.rules", WHOLE)
    assert ruleset("mine").title == "Mine"


@pytest.mark.parametrize("name", ["draft.rules", "./draft.rules", "texts/draft.rules", "texts", "texts/"])
def test_a_ruleset_is_found_by_the_path_of_its_file_or_folder(name: str) -> None:
    put("draft.rules", WHOLE)
    put("texts/draft.rules", WHOLE)
    assert ruleset(name).id == "mine"


def test_an_absolute_path_is_a_path_too() -> None:
    put("draft.rules", WHOLE)
    assert ruleset(os.path.abspath("draft.rules")).id == "mine"


def test_a_text_without_a_name_has_that_of_its_file() -> None:
    put("draft.rules", WHOLE.removeprefix("Ruleset: mine.\n"))
    assert ruleset("draft.rules").id == "draft"


def test_a_dash_reads_what_is_piped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WHOLE.encode())))
    found, faults, sources = library.load("-")
    assert (faults, list(sources)) == ([], ["standard input"])
    assert found is not None and found.id == "mine"


def test_an_unknown_id_is_an_error_that_names_the_nearest() -> None:
    put("rulesets/untoc-cop/a.rules", WHOLE)
    fault = only("untoc-cob")
    assert (fault.code, fault.help[0]) == ("E010", "did you mean “untoc-cop”?")
    assert only("zzz").notes == ("I know “untoc-cop”",)


def test_an_unknown_path_is_an_error_that_names_the_nearest() -> None:
    put("texts/draft.rules", WHOLE)
    fault = only("texts/draf.rules")
    assert (fault.code, fault.help[0]) == ("E010", "did you mean “draft.rules”?")
    assert only("nowhere/draft.rules").code == "E010"


@pytest.mark.parametrize("name", ["", "..", "../..", "a b", "[x]", "-x", "\0", "x" * 5000])
def test_no_name_raises(name: str) -> None:
    found, faults, _ = library.load(name)
    assert found is None
    assert faults[0].code in ("E010", "E011")


def test_a_folder_without_rules_is_an_error() -> None:
    put("empty/readme.md", "nothing")
    assert only("empty").code == "E011"


# ------------------------------------------------------------------------------------------------------------- reading


def test_a_file_that_is_not_utf_8_is_an_error_that_says_where() -> None:
    put("a.rules", HEAD.encode() + b"1  caf\xe9.\n")
    fault = only("a.rules")
    assert (fault.code, fault.notes) == ("E012", (f"byte {len(HEAD) + 7} (in line 5) is 0xe9",))
    put("b.rules", WHOLE.encode("utf-16"))
    assert only("b.rules").notes == ("it is UTF-16 text",)


def test_a_byte_order_mark_and_other_line_ends_change_nothing() -> None:
    put("a.rules", WHOLE)
    put("b.rules", b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    put("c.rules", WHOLE.replace("\n", "\r"))
    assert ruleset("a.rules").norms == ruleset("b.rules").norms == ruleset("c.rules").norms


def test_a_folder_that_is_called_like_a_file_is_no_file() -> None:
    put("a.rules/inner.rules", WHOLE)
    assert ruleset("a.rules").id == "mine"


def test_a_file_that_the_system_does_not_give_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.rules", WHOLE)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    fault = only("a.rules")
    assert (fault.code, fault.message) == ("E013", "a.rules cannot be read: permission denied")


def test_a_file_that_is_too_large_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.rules", WHOLE)
    monkeypatch.setattr(files, "LARGEST", len(WHOLE.encode()))
    assert ruleset("a.rules").id == "mine"
    monkeypatch.setattr(files, "LARGEST", len(WHOLE.encode()) - 1)
    assert only("a.rules").code == "E015"


def test_an_empty_file_is_an_error() -> None:
    put("a.rules", "")
    assert only("a.rules").code == "E104"


def test_names_are_never_absolute(tmp_path: Path) -> None:
    put("rulesets/mine/a.rules", WHOLE)
    put(str(tmp_path / "shipped/other/b.rules"), WHOLE)
    put(str(tmp_path / "elsewhere/deep/c.rules"), WHOLE)
    assert list(library.load("mine")[2]) == ["rulesets/mine/a.rules"]
    assert list(library.load("other")[2]) == ["rulesets/other/b.rules"]
    assert list(library.load(str(tmp_path / "elsewhere/deep/c.rules"))[2]) == ["deep/c.rules"]
    assert str(tmp_path) not in only(str(tmp_path / "elsewhere/deep/d.rules")).message


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


# -------------------------------------------------------------------------------------------------------- vocabularies

VOCABULARY = "Vocabulary: words.\nLanguage: 1.\n" + WORDS


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


# ------------------------------------------------------------------------------------------------------------ findings


def test_warnings_come_with_the_ruleset_and_errors_without() -> None:
    put("a.rules", HEAD + WORDS + LATE + "1  An NGO may attend the Conference.\n")
    found, faults, _ = library.load("a.rules")
    assert found is not None
    assert [(d.code, d.span.source) for d in faults] == [("W403", "a.rules")]
    put("b.rules", WHOLE + "1  An NGO may attend the Conference.\n")
    assert only("b.rules").code == "E301"


def test_what_could_not_be_read_is_not_missed_by_the_checks() -> None:
    put("a.rules", WHOLE + "3  An NGO may attend the Conference notwithstanding rule 4.\n4  An NGO may fly.\n")
    assert "E302" not in codes("a.rules")
    assert len(codes("a.rules")) == 1


def test_a_number_that_stands_in_two_files_is_an_error_that_names_both() -> None:
    put("texts/a.rules", WHOLE)
    put("texts/b.rules", "1  An NGO may attend the Conference.\n")
    fault = only("texts")
    assert (fault.code, fault.span.source, fault.labels[0].span.source) == ("E301", "texts/b.rules", "texts/a.rules")


# --------------------------------------------------------------------------------------------------------------- cache


def test_what_was_loaded_once_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.rules", HEAD + WORDS + LATE + "1  An NGO may attend the Conference.\n")
    first = library.load("a.rules")

    def never(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(compiled, "ruleset", never)
    again = library.load("a.rules")
    assert again == first
    assert [n.span for n in again[0].norms] == [n.span for n in first[0].norms]  # type: ignore[union-attr]
    with pytest.raises(AssertionError, match="compiled again"):
        library.load("a.rules", cache=False)


@pytest.mark.parametrize("changed", ["draft.rules", "words.rules"])
def test_a_change_of_any_file_is_seen(changed: str) -> None:
    put("words.rules", VOCABULARY)
    put("draft.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    before = ruleset("draft.rules")
    put(
        changed,
        Path(changed).read_text() + ("3  An NGO may attend.\n" if changed == "draft.rules" else "Actor: giant.\n"),
    )
    assert ruleset("draft.rules") != before


def test_a_file_that_is_added_is_seen() -> None:
    put("texts/a.rules", WHOLE)
    ruleset("texts")
    put("texts/b.rules", "3  An NGO may attend.\n")
    assert len(ruleset("texts").norms) == 3


def test_a_ruleset_with_errors_is_not_kept() -> None:
    put("a.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    assert library.load("a.rules")[0] is None
    put("words.rules", VOCABULARY)
    assert len(ruleset("a.rules").norms) == 2


def test_a_damaged_cache_costs_time_and_no_more(tmp_path: Path) -> None:
    put("a.rules", WHOLE)
    before = ruleset("a.rules")
    for kept in (tmp_path / "cache").glob("ruleset-*"):
        kept.write_bytes(b"rubbish")
    assert ruleset("a.rules") == before


def test_a_kept_ruleset_is_loaded_without_the_parser() -> None:
    put("a.rules", WHOLE)
    ruleset("a.rules")
    code = (
        "import sys; from proclogic import library; library.load('a.rules');"
        "print(sorted({'lark', 'clingo', 'difflib', 'hypothesis', 'proclogic.syntax.parse'} & set(sys.modules)))"
    )
    root = str(Path(library.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": root}
    )
    assert done.stdout.strip() == "[]"


def test_equal_parts_are_one_object_and_places_are_kept() -> None:
    put("a.rules", WHOLE)
    found = ruleset("a.rules")
    small = compiled.shared(found)
    assert small == found
    assert small.norms[0].subject is small.norms[1].subject
    assert [n.span for n in small.norms] == [n.span for n in found.norms]


# ------------------------------------------------------------------------------------------------------------- listing


def test_the_list_has_project_and_library_and_no_vocabularies(tmp_path: Path) -> None:
    put(str(tmp_path / "shipped/mine/a.rules"), WHOLE.replace("Mine", "Shipped"))
    put(str(tmp_path / "shipped/other/a.rules"), WHOLE.replace("Mine", "Other") + "3  An NGO may attend.\n")
    put(str(tmp_path / "shipped/words/a.rules"), VOCABULARY)
    put("rulesets/mine/a.rules", WHOLE)
    put("rulesets/broken/a.rules", HEAD + "1  Nobody knows this.\n")
    put("rulesets/.hidden/a.rules", WHOLE)
    assert library.listing() == (
        library.Listed("broken", "", "", "", "", 0, False),
        library.Listed("mine", "Mine", "2020-01-01", "rules", "not stated", 2),
        library.Listed("other", "Other", "2020-01-01", "rules", "not stated", 3),
    )


def test_without_any_ruleset_the_list_is_empty() -> None:
    assert library.listing() == ()


RULED = HEAD + WORDS + "1  An NGO may attend the Conference.\n"
OVERLAY = "Ruleset: over.\nLanguage: 1.\nAmends: mine.\nReplace 1 with: An NGO may not attend the Conference.\n"


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
