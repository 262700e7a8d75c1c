"""Text that is not agreed: what brackets hold, what each way of resolving them leaves, and what is wrong with some."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.sources import Source
from proclogic.syntax.parse import parse_file
from proclogic.syntax.print_document import provision as printed
from proclogic.syntax.print_parts import Words as Printing
from proclogic.syntax.tidy import tidy
from proclogic.syntax.tree import BracketText, Choice, ProvisionText
from tests.syntax.reading import read
from tests.syntax.texts import CONFERENCE, no_vocabulary, vocabulary


def one(text: str) -> ProvisionText:
    """The only provision of a text, which must hold no mistake."""
    document, found = read(f"17(2)  {text}\n", CONFERENCE)
    assert not found, [(d.code, d.message, d.at, d.notes) for d in found]
    (made,) = document.provisions
    return made


def left(made: ProvisionText) -> list[tuple[str, tuple[tuple[int, str], ...]]]:
    """The sentences that are left, with the choices."""
    return [(s.text, s.keeps) for s in made.sentences]


def test_brackets_side_by_side_are_alternatives_with_their_proposers() -> None:
    made = one("An NGO [may | by: EU, Norway; supported by: Chile][shall not | by: Group A] vote.")
    assert made.brackets == (
        BracketText((Choice("may", ("EU", "Norway"), ("Chile",)), Choice("shall not", ("Group A",)))),
    )
    assert left(made) == [("An NGO may vote.", ((1, "may"),)), ("An NGO shall not vote.", ((1, "shall not"),))]


def test_a_bracket_alone_stands_or_goes_and_deletion_has_its_proposers() -> None:
    made = one('An NGO may vote [if it is relevant | by: EU; delete: Group C; document: "A/1"; date: 2023-08-28].')
    assert made.brackets[0].choices == (
        Choice("if it is relevant", ("EU",), (), "A/1", "2023-08-28"),
        Choice("(deleted)", ("Group C",)),
    )
    assert [text for text, _ in left(made)] == ["An NGO may vote if it is relevant.", "An NGO may vote."]
    beside = one("An NGO may vote [if it is relevant][unless it is young][ | delete: Group C].")
    assert [c.text for c in beside.brackets[0].choices] == ["if it is relevant", "unless it is young", "(deleted)"]


def test_a_bracket_that_begins_with_a_comma_adds_to_the_one_before_it() -> None:
    made = one("An NGO may vote [if it is relevant | by: A][, unless it is young | by: B].")
    assert [[c.text for c in b.choices] for b in made.brackets] == [
        ["if it is relevant", "(deleted)"],
        ["unless it is young", "(deleted)"],
    ]
    assert "An NGO may vote if it is relevant, unless it is young." in [text for text, _ in left(made)]
    both = one("An NGO may vote[, if it is relevant | by: A][, unless it is young | by: B].")
    assert [[c.text for c in b.choices] for b in both.brackets] == [["if it is relevant", "unless it is young"]]


def test_an_alternative_that_only_goes_on_with_another_is_told_where_to_stand() -> None:
    _, found = read("17(2)  An NGO may vote [if it is relevant | by: A][and it is young | by: B].\n", CONFERENCE)
    assert any("within the bracket of the first" in line for d in found for line in d.help)
    nested = one("An NGO may vote [if it is relevant [and it is young | by: B] | by: A].")
    assert "An NGO may vote if it is relevant and it is young." in [text for text, _ in left(nested)]


def test_commas_and_the_last_and_of_a_list_are_set_right() -> None:
    made = one("An NGO may vote, [if it is relevant], [unless it is young].")
    assert len(made.brackets) == 2
    assert [text for text, _ in left(made)][-1] == "An NGO may vote."
    listed = one(
        "An NGO: (a) may vote; [(b) may receive documents; and] [(c) may attend plenary meetings.]".replace(".]", "].")
    )
    assert sorted(i.label for s in listed.sentences for i in s.items) == ["(a)", "(b)", "(c)"]


def test_the_full_stop_of_a_list_may_stand_in_the_bracket_of_its_last_item() -> None:
    made = one("An NGO: (a) may vote; and [(b) may receive documents. | by: EU]")
    assert [(i.label, s.keeps) for s in made.sentences for i in s.items] == [
        ("(a)", ()),
        ("(b)", ((1, "(b) may receive documents."),)),
    ]
    longer = one("An NGO: (a) may vote; [(b) may receive documents; and] [(c) may attend plenary meetings.]")
    assert [i.label for s in longer.sentences for i in s.items] == ["(a)", "(b)", "(c)"]
    either = one("An NGO: (a) may vote; and [(b) may receive documents.][(b) may attend plenary meetings.]")
    assert len(either.brackets) == 1
    assert [i.label for s in either.sentences for i in s.items] == ["(a)", "(b)", "(b)"]
    joined = one("An NGO: (a) may vote; [(b) may receive documents;] and [(c) may attend plenary meetings.]")
    assert [i.label for s in joined.sentences for i in s.items] == ["(a)", "(b)", "(c)"]


def test_a_field_with_a_slip_of_the_pen_is_told_by_its_name() -> None:
    _, found = read("17(2)  An NGO [may | bye: EU][may not | by: X] vote.\n", CONFERENCE)
    assert [d.help for d in found if d.code == "E116"] == [("did you mean “by: EU”?",)]
    _, found = read("17(2)  An NGO [may | EU][may not | by: X] vote.\n", CONFERENCE)
    assert [d.help for d in found if d.code == "E116"] == [("if this is who proposed it, write: | by: EU",)]


def test_a_message_on_what_no_choice_changes_names_no_choice() -> None:
    _, found = read("17(2)  An NGO: (a) may dance; and [(b) may receive documents.]\n", CONFERENCE)
    assert [d.notes for d in found if d.code == "E201"] == [()]


def test_items_of_a_list_are_resolved_on_their_own() -> None:
    items = "; ".join(f"({c}) may [vote | by: {c}][receive documents]" for c in "abcdefghijklmnopqrst")
    made = one(f"An NGO: {items}.")
    assert len(made.brackets) == 20
    assert len(made.sentences) == 40


def test_a_bracket_may_hold_whole_sentences_and_brackets_of_its_own() -> None:
    made = one("[An NGO may vote [if it is relevant]. An NGO may receive documents. | by: EU] A State may vote.")
    texts = [text for text, _ in left(made)]
    assert texts.count("A State may vote.") == 1
    assert ("An NGO may vote.", ((1, made.brackets[0].choices[0].text), (2, "(deleted)"))) in left(made)
    assert not any("A State" in s.text and s.keeps for s in made.sentences)


def test_what_stands_beside_is_kept_and_the_provision_prints_with_its_brackets() -> None:
    text = '17(2)  An NGO [may | by: EU][may not] vote.\n       Note: "a [note]".\n'
    document, _ = read(text, CONFERENCE)
    (made,) = document.provisions
    assert made.beside[0].values == ("a [note]",)
    again = printed(made, Printing(vocabulary(CONFERENCE)), 100) + "\n"
    assert again == text
    assert tidy(tidy(text)) == tidy(text) == text


def test_options_are_over_whole_provisions_and_a_number_may_stand_in_each() -> None:
    text = (
        "Option 1 | by: Chair.\n1  An NGO may vote.\n2  A State may vote.\nOption 2 | by: X.\n1  An NGO may not vote.\n"
    )
    document, found = read(text + "End of options.\n3  A State Party may vote.\n", CONFERENCE)
    assert not found
    assert document.options == (BracketText((Choice("Option 1", ("Chair",)), Choice("Option 2", ("X",)))),)
    assert [(p.number, p.option) for p in document.provisions] == [
        ("1", "Option 1"),
        ("2", "Option 1"),
        ("1", "Option 2"),
        ("3", ""),
    ]


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("An NGO [may | by: EU vote.", "E117", "["),
        ("An NGO [may vote.", "E117", "["),
        ("An NGO may] vote.", "E117", "]"),
        ("An NGO [may][ | by: EU] vote.", "E117", "["),
        ("An NGO [may][] vote.", "E117", "["),
        ("An NGO [may | from: EU] vote.", "E116", "from: EU"),
        ("An NGO [may | by: ][may not | by: EU] vote.", "E116", "by:"),
        ("An NGO [may | by: EU; date: 2024-06-31][may not] vote.", "E116", "date: 2024-06-31"),
        ("An NGO [may | by: EU; date: tomorrow][may not] vote.", "E116", "date: tomorrow"),
        ("An NGO [may] vote.", "E101", "vote"),
        ("An NGO may [dance] [vote].", "E201", "dance"),
        ('An NGO may vote.\n  Reading "a": [An NGO may receive documents.]\n  Reading "b": nothing more.', "E118", "["),
    ],
)
def test_what_is_no_bracket_is_said_where_it_stands(text: str, code: str, marked: str) -> None:
    whole = f"17(2)  {text}\n"
    _, found = read(whole, CONFERENCE)
    first = next(d for d in found if d.code == code)
    assert f"Uses: it.\n{whole}"[first.span.start :].startswith(marked), first


def test_a_sentence_that_a_choice_leaves_broken_names_the_choice() -> None:
    _, found = read("17(2)  An NGO [may | by: EU][may the] vote.\n", CONFERENCE)
    assert not found  # an article says nothing
    _, found = read("17(2)  An NGO [may | by: EU][if] vote.\n", CONFERENCE)
    assert any("“if” stands" in note for d in found for note in d.notes)


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                "[",
                "]",
                "|",
                "An NGO",
                "may",
                "vote",
                "by: EU",
                "delete: X",
                ".",
                ";",
                ",",
                "and",
                "(a)",
                ":",
                "if it is relevant",
                "Option 1",
                "\n",
            ]
        ),
        max_size=25,
    )
)
def test_whatever_stands_in_brackets_is_read_or_refused(parts: list[str]) -> None:
    document, found = read("17(2)  " + " ".join(parts) + "\n", CONFERENCE)
    assert found or document.provisions or not parts


@pytest.mark.parametrize(
    "text", ["]", "|]", "| ]", "[", "[]", "[|]", "]]", ". ]", "] .", "[ | delete: X]", "][", "[ | ] ."]
)
def test_brackets_without_anything_are_refused(text: str) -> None:
    for line in (f"10  {text}\n", f"10 {text}", f"10  An NGO may vote. {text}\n"):
        assert tidy(tidy(line)) == tidy(line)
        _, found = read(line, CONFERENCE)
        assert found, line


def test_options_must_begin_and_end() -> None:
    for text in ("Option 1.\n1  An NGO may vote.\n", "End of options.\n", "Option 1.\nOption 1.\nEnd of options.\n"):
        _, found = parse_file(Source("it", text), no_vocabulary)
        assert "E119" in [d.code for d in found], text


def test_names_of_proposers_are_parted_by_commas_only() -> None:
    made = one("An NGO [may | by: Trinidad and Tobago, Iran (Islamic Republic of); supported by: EU][may not] vote.")
    first = made.brackets[0].choices[0]
    assert first.proposers == ("Trinidad and Tobago", "Iran (Islamic Republic of)")
    assert first.supporters == ("EU",)
