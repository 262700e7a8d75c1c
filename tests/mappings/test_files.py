"""Reading mapping files: what they may say, and what is said of those that cannot be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.diagnostics.codes import CODES
from proclogic.diagnostics.render import render
from proclogic.norms.mapping import Counterpart, Mapping, Term, counterparts, mapping, terms
from proclogic.sources import Source
from tests.mappings.texts import HEAD, WRITTEN, of, read, ruleset

DOCUMENTS = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["README.md", "docs/language.md"])
def test_the_examples_of_the_documents_can_be_read(name: str) -> None:
    text = (DOCUMENTS / name).read_text("utf-8")
    block = re.search(r"^(?: {4})?Mapping: conference to committee\.(?:.|\n)*?(?=^```|\n\n\S)", text, re.M)
    assert block is not None
    lines = [line.removeprefix("    ") if name.startswith("docs") else line for line in block[0].splitlines()]
    made, faults = read("\n".join(lines))
    assert made is not None and faults == []
    assert ("ngo", "stakeholder", "wider") in written(made)
    assert [a.note for a in made.only_first if a.written] == ["the committee knows no right of reply"]


def pairs(of_them: Mapping, sort: str = "") -> list[tuple[str, str]]:
    return [(c.first.id, c.second.id) for c in of_them.counterparts if sort in ("", c.first.sort)]


def written(of_them: Mapping) -> list[tuple[str, str, str]]:
    return [(c.first.id, c.second.id, c.relation) for c in of_them.counterparts if c.written]


def test_the_whole_file_reads_without_a_fault() -> None:
    made, faults = read(WRITTEN)
    assert made is not None and faults == []
    assert made.file == "test.mapping"
    assert made.source == "Modalities of a small committee, paragraph 1, https://example.org/modalities"
    assert written(made) == [
        ("state party", "member state", "same"),
        ("ngo", "stakeholder", "wider"),
        ("academic institution", "stakeholder", "wider"),
        ("private sector entity", "stakeholder", "wider"),
        ("conference", "committee", "same"),
        ("president", "chair", "same"),
        ("conference", "committee", "same"),
        ("plenary meeting of the conference", "meeting of the committee", "same"),
        ("topic", "agenda item", "same"),
        ("speak", "take the floor", "same"),
        ("in consultative status", "registered", "same"),
        ("public", "open", "same"),
        ("apply to the bureau for observer status", "register with the secretariat", "same"),
        ("decide to admit it", "approve the list", "same"),
        ("invite it to speak", "give it the floor", "same"),
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("NGO: stakeholder.", [("ngo", "stakeholder", "same")]),
        ("non-governmental organizations: multi-stakeholders.", [("ngo", "stakeholder", "same")]),
        ("States Parties: a Member State.", [("state party", "member state", "same")]),
        ("object to it: approves the list.", [("object to it", "approve the list", "same")]),
        ("objected to it: gave it the floor.", [("object to it", "give it the floor", "same")]),
        ("is in consultative status: is relevant.", [("in consultative status", "relevant", "same")]),
        ("in consultative status: relevant.", [("in consultative status", "relevant", "same")]),
        ("has observer status: registered.", [("observer status", "registered", "same")]),
        ("procedure: procedure.", [("procedure", "procedure", "same")]),
        ("the session: the deadline for comments.", [("session", "deadline for comments", "same")]),
        ("topic: document, agenda item.", [("topic", "document", "narrower"), ("topic", "agenda item", "narrower")]),
        ("topic: document or agenda item.", [("topic", "document", "narrower"), ("topic", "agenda item", "narrower")]),
        ("NGO,\n   State: stakeholder.", [("state", "stakeholder", "wider"), ("ngo", "stakeholder", "wider")]),
        ('"NGO": “stakeholder”.', [("ngo", "stakeholder", "same")]),
    ],
)
def test_words_are_named_in_any_of_their_forms(item: str, expected: list[tuple[str, str, str]]) -> None:
    assert written(of(item)) == expected


def test_a_body_is_mapped_as_the_place_and_as_the_one_who_decides() -> None:
    made = of("the Conference: the Committee.")
    assert [c.first.sort for c in made.counterparts if c.written] == ["actor", "body"]


def test_words_of_both_rulesets_stand_for_themselves_unless_something_else_is_written() -> None:
    assert ("vote", "vote") in pairs(of("NGO: stakeholder."))
    assert ("vote", "vote") not in pairs(of("vote: nothing."))
    assert ("vote", "vote") not in pairs(of("nothing: vote."))
    assert ("vote", "vote") not in pairs(of("vote: submit."))
    # what is written of a word is all that holds of it, on either side
    made = of("reply: vote.")
    assert pairs(made, "act") == [("attend", "attend"), ("reply", "vote")]
    assert Term("act", "vote") in [alone.term for alone in made.only_first]
    assert ("vote", "vote") in pairs(of("reply, vote: vote."))


def test_the_same_word_said_of_others_is_no_counterpart() -> None:
    assert ("relevant", "relevant") in pairs(of("NGO: stakeholder."))
    words = ruleset("committee").vocabulary
    moved = words.replace(predicates=tuple(p.replace(sort="object") for p in words.predicates))
    made = mapping(("a", ruleset("conference").vocabulary), ("b", moved))
    assert ("relevant", "relevant") not in pairs(made)


def test_words_that_overlap() -> None:
    made = of("NGO: stakeholder, Member State.\nState: stakeholder.")
    assert written(made) == [
        ("state", "stakeholder", "wider"),
        ("ngo", "stakeholder", "overlapping"),
        ("ngo", "member state", "narrower"),
    ]


def test_notes_stand_with_their_words() -> None:
    made = of(
        'NGO: stakeholder.\n    Note: "one of three".\n    Note: "see paragraph 9"\nreply: nothing.\n  Note: "[no]".'
    )
    (ngo,) = counterparts(made, Term("actor", "ngo"))
    assert ngo == Counterpart(Term("actor", "ngo"), Term("actor", "stakeholder"), note="one of three see paragraph 9")
    assert [(a.term.id, a.note) for a in made.only_first if a.written] == [("reply", "[no]")]


def test_a_file_is_read_in_either_direction_and_inverse_turns_it_round() -> None:
    straight, _ = read(WRITTEN)
    turned, faults = read(WRITTEN, turned=True)
    assert straight is not None and turned is not None and not faults
    assert (turned.first, turned.second) == ("committee", "conference")
    assert straight.inverse() == turned
    assert turned.inverse() == straight
    relations = {(c.first.id, c.second.id): c.relation for c in turned.counterparts}
    assert relations["stakeholder", "ngo"] == "narrower"


def test_what_has_no_counterpart_is_listed_by_sort_in_both_directions() -> None:
    made, _ = read(WRITTEN)
    assert made is not None
    assert [a.term.id for a in made.without_counterpart("first", "act")] == ["receive", "reply"]
    assert [a.term.id for a in made.without_counterpart("second")] == [
        "written material",
        "submit",
        "deadline for comments",
    ]
    for side, vocabulary in (("first", made.here), ("second", made.there)):
        alone = {a.term for a in made.without_counterpart(side)}
        paired = {getattr(c, side) for c in made.counterparts}
        assert alone.isdisjoint(paired)
        assert alone | paired == set(terms(vocabulary))


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        ("", "E104", "", "nothing to read"),
        ("NGO: stakeholder.", "E018", "NGO: stakeholder.", "does not say between which"),
        ("Mapping: confrence to committee.", "E018", "confrence", "did you mean “conference”?"),
        ("Mapping: conference to conference.", "E018", "conference", "between “conference” and “committee”"),
        ("Mapping: conference.", "E018", "Mapping: conference.", "two rulesets"),
        ("Mapping: conference to committee", "E105", "committee", "full stop"),
        (HEAD + "Language: 2.", "E106", "2", "version 2"),
        (HEAD + "NGO: stakeholder.\nLanguage: 1.", "E111", "Language: 1.", "top of the file"),
        (HEAD + HEAD, "E111", "Mapping: conference to committee.", "twice"),
        (HEAD + "NGOs: stakholder.", "E211", "stakholder", "did you mean “stakeholder”?"),
        (HEAD + "NGOO: stakeholder.", "E211", "NGOO", "did you mean “NGO”?"),
        (HEAD + "stakeholder: stakeholder.", "E211", "stakeholder", "it is a word of committee"),
        (HEAD + "NGO: xyzzy.", "E211", "xyzzy", "declare it in committee"),
        (HEAD + "NGO: stakeholder.\nNGO: Member State.", "E212", "NGO", "the first time"),
        (HEAD + "NGO: stakeholder.\nNGO: nothing.", "E212", "NGO", "mapped twice"),
        (HEAD + "NGO, NGO: stakeholder.", "E212", "NGO", "mapped twice"),
        (HEAD + "NGO: stakeholder.\nnothing: stakeholder.", "E212", "stakeholder", "keep one of the lines"),
        (HEAD + "NGO: attend.", "E213", "attend", "“NGO” is an actor, and “attend” is an act"),
        (HEAD + "public: registered.", "E213", "registered", "said of an actor"),
        (HEAD + "NGO, attend: stakeholder.", "E213", "stakeholder", "“attend” is an act"),
        (HEAD + "NGO stakeholder.", "E125", "NGO stakeholder.", "no colon"),
        (HEAD + "NGO, : stakeholder.", "E125", ":", "a word is missing"),
        (HEAD + "NGO: .", "E125", ".", "a word is missing"),
        (
            HEAD + "NGO, State: stakeholder, Member State.",
            "E125",
            "NGO, State: stakeholder, Member State.",
            "both sides",
        ),
        (HEAD + "nothing: nothing.", "E125", "nothing: nothing.", "neither side"),
        (HEAD + "NGO: nothing, stakeholder.", "E125", "NGO: nothing, stakeholder.", "beside a word"),
        (HEAD + "NGO: stakeholder", "E105", "stakeholder", "full stop"),
        (HEAD + 'NGO: stakeholder\n  Note: "x".', "E105", "stakeholder", "full stop"),
        (HEAD + 'NGO: stakeholder. Note: "x', "E103", '"x', "never closed"),
        (HEAD + "NGO: stakeholder. Because of this.", "E107", "Because of this.", "a note is written"),
        (HEAD + 'NGO: stakeholder.\nNote: "x".', "E111", 'Note: "x".', "begin the line with spaces"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_to_do(text: str, code: str, place: str, said: str) -> None:
    made, faults = read(text)
    assert made is None
    found = [d for d in faults if d.code == code]
    assert found, faults
    assert [d.code for d in faults if d.code != code] == []
    assert found[-1].help
    whole = Source("test.mapping", text)
    assert whole.text[found[-1].span.start : found[-1].span.end] == place
    shown = render(faults, {whole.name: whole})
    assert said in " ".join(shown.replace("|", " ").split())
    assert max(map(len, shown.splitlines())) <= 80


def test_several_mistakes_are_told_in_one_run_in_their_order() -> None:
    _, faults = read(HEAD + "NGOO: stakeholder.\nNGO stakeholder.\nreply: attend.\nState: xyzzy.")
    assert [d.code for d in faults] == ["E211", "E125", "E211"]


def test_many_mistakes_come_to_an_end() -> None:
    _, faults = read(HEAD + "NGOO: stakeholder.\n" * 300)
    assert faults[-1].code == "E113"


PIECES = [
    "Mapping",
    "conference",
    "committee",
    "NGO",
    "stakeholder",
    "the Conference",
    "nothing",
    "Note",
    "Language",
    "Source",
    "reply",
    "to",
    "1",
    *':.,"“”()[]#',
    "\n",
    "\n   ",
    " ",
    HEAD,
    "\x00",
    "\ufeff",
    "\u2028",
    "İ",
]


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_the_text_it_is_read_or_refused_with_a_message(text: str) -> None:
    made, faults = read(text)
    assert (made is None) == any(d.is_error for d in faults)
    assert {d.code for d in faults} <= set(CODES)
    render(faults, {"test.mapping": Source("test.mapping", text)})
    if made is not None:
        assert made.inverse().inverse() == made
