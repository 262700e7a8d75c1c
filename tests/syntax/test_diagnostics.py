"""What is said of text that cannot be read: the code, the marked words, the suggestion; and that reading goes on."""

from __future__ import annotations

import pytest

from proclogic.diagnostics.model import Diagnostic
from proclogic.sources import Source
from proclogic.syntax.parse import parse_facts, parse_file, parse_question
from tests.syntax.reading import read
from tests.syntax.texts import CONFERENCE, SENATE, no_vocabulary, vocabulary


def only(said: str, words: str = CONFERENCE) -> tuple[Diagnostic, str]:
    """The only thing that is wrong with a provision, and the words it marks."""
    text = f"17(2)  {said}\n"
    _, (found,) = read(text, words)
    assert found.place == "rule 17(2)"
    return found, ("Uses: it.\n" + text)[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("said", "code", "marked", "help"),
    [
        ("An NGO may atend plenary meetings.", "E201", "atend", "did you mean “attend”?"),
        ("An NGO in consultative state may vote.", "E101", "in", "did you mean “in consultative status”?"),
        ("A State Partie may vote.", "E201", "Partie", "did you mean “States Parties” or “State Party”?"),
        ("An NGO may vote exept if it is young.", "E101", "exept", "did you mean “except if”?"),
        ("An NGO may vote if it is relevent.", "E201", "relevent", "did you mean “relevant”?"),
        ("An NGO may vote if a State Party objects to its.", "E201", "objects", "did you mean “objects to it”?"),
        ("A lobbyist may vote.", "E201", "lobbyist", "to declare it, write: Actor: lobbyist."),
        ("An NGO may dance a tango.", "E201", "dance", "to declare it, write: Act: dance."),
        ("Every NGO may vote.", "E101", "Every", "a rule speaks of each one anyway: write a or an"),
        ("An NGO can vote.", "E101", "can", "for what somebody is allowed to do, write may"),
    ],
)
def test_a_slip_of_the_pen_is_marked_and_the_nearest_phrase_suggested(
    said: str, code: str, marked: str, help: str
) -> None:
    found, words = only(said)
    assert (found.code, words.split()[0]) == (code, marked)
    assert help in found.help


@pytest.mark.parametrize(
    ("said", "code", "marked"),
    [
        ("An NGO may vote if it is young and it is relevant or it is competent.", "E102", "or"),
        ("An NGO may vote if it is young or it is relevant and it is competent.", "E102", "and"),
        ("An NGO may vote if either it is young or it is relevant and it is competent or it is young.", "E102", "or"),
        ('An NGO may vote. Note: "never closed.', "E103", '"never closed.'),
        ("An NGO may vote", "E105", "vote"),
        ("An NGO may", "E105", "may"),
        ("An NGO may.", "E101", "."),
        ("An NGO shall attend plenary meetings.", "E101", "attend"),
        ("An NGO may [not vote.", "E117", "["),
        ("An NGO may vote plenary meetings.", "E206", "plenary meetings"),
        ("An NGO may speak at plenary meetings.", "E101", "at"),
        ("An NGO may attend documents.", "E206", "documents"),
        ("An NGO may submit a document.", "E205", "a document"),
        ("A public NGO may vote.", "E205", "public"),
        ("An NGO that is a topic may vote.", "E205", "topic"),
        ("A plenary meeting has observer status.", "E205", "A plenary meeting"),
        ("An NGO may vote if the secretariat is young.", "E207", "the secretariat"),
        ("An NGO may vote if the Conference objects to it.", "E208", "the Conference objects to it"),
        ("An NGO may vote if the NGO applies to the bureau for observer status.", "E208", "the NGO applies"),
        ("The President may decide otherwise on it.", "E208", "may decide otherwise on it"),
        ("An NGO is relevant.", "E209", "relevant"),
        ("An NGO may vote. Layer: practise.", "E112", "practise"),
        ('An NGO may vote. Authority: "somebody".', "E111", "Authority"),
        ('An NGO may vote. Dispute "x": "y".', "E111", "Dispute"),
        ('An NGO may vote. Reading "x":', "E111", "Reading"),
    ],
)
def test_what_cannot_be_read_is_marked_where_it_stands(said: str, code: str, marked: str) -> None:
    found, words = only(said)
    assert found.code == code
    assert words.startswith(marked)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "E104"),
        ("# nothing but a comment\n", "E104"),
        ("   An NGO may vote.\n", "E108"),
        ("17(2)\n", "E105"),
        ("An NGO may vote.\n", "E108"),
        ("Uses: it.\n1  An NGO may vote.\nNote: “in the first column”.\n", "E107"),
        ("Uses: it.\n1  An NGO may vote.\nLayer: practice.\n", "E111"),
        ("Reading: x.\n", "E107"),
        ("Question: May an NGO vote?\n", "E109"),
        ("Under: nowhere.\nQuestion Q: Which prevails, the treaty or the rules?\nUnder: elsewhere.\n", "E010"),
    ],
)
def test_a_line_in_the_wrong_place_is_reported(text: str, code: str) -> None:
    find = {"it": vocabulary(CONFERENCE)}.get
    assert [d.code for d in parse_file(Source("it", text), find)[1]] == [code]


@pytest.mark.parametrize(
    ("said", "code", "help"),
    [
        ("Could an NGO vote?", "E109", ""),
        ("May an NGO vote, if it is young or it is relevant?", "E102", "ask once for each"),
        ("May an NGO attend plenary meetings or working groups?", "E110", "ask twice"),
        ("May an NGO attned plenary meetings?", "E201", "did you mean “attend”?"),
        ("May an NGO", "E101", ""),
        ("", "E104", ""),
    ],
)
def test_a_question_that_cannot_be_read_is_explained(said: str, code: str, help: str) -> None:
    asked, (found,) = parse_question(said, vocabulary(CONFERENCE))
    assert asked is None
    assert found.code == code
    assert not help or help in found.help


def test_facts_that_cannot_be_read_give_no_facts() -> None:
    facts, (found,) = parse_facts("it is relevant and it is relvant", vocabulary(CONFERENCE))
    assert (facts, found.code) == ((), "E201")


def test_a_message_says_what_could_come_next_and_gives_two_sentences_in_the_words_of_the_vocabulary() -> None:
    found, _ = only("A student may dance.", SENATE)
    assert found.at.startswith("I expected an act, such as “attend”, or an event, such as “enrol”")
    (examples,) = (text for text in found.help if "can be read:" in text)
    sentences = [line.strip() for line in examples.split("\n")[1:]]
    assert len(sentences) == 2
    for said in sentences:
        assert not read(f"1  {said}\n", SENATE)[1], said


@pytest.mark.parametrize("words", [CONFERENCE, SENATE], ids=["conference", "senate"])
@pytest.mark.parametrize(
    "said",
    [
        "It may vote.",
        "A matter of procedure is decided by nobody.",
        "The secretariat shall sing.",
        "Group A may be heard if it.",
        'Reading x: "y".',
    ],
)
def test_the_examples_of_a_message_can_be_read_themselves(words: str, said: str) -> None:
    _, found = read(f"1  {said}\n", words)
    assert found
    for text in (text for d in found for text in d.help if "can be read:" in text):
        for example in (line.strip() for line in text.split("\n")[1:]):
            _, wrong = read(f"1  An actor.\n   {example}\n", words)
            assert not [d for d in wrong if example in d.message], example


FEW = """Ruleset: few.
Actor: member.
Body: the board.
Act: attend, a body.
Status: seat.
Limit: through two persons.
"""


@pytest.mark.parametrize(
    ("said", "help"),
    [
        ("A member mey attend the board.", "did you mean “may”?"),
        ("A member may attend the board through the back door.", "to declare it, write: Limit: through the back door."),
        ("A member may attend the board, of at most 500 words.", "to declare it, write: Unit: word."),
        ("A penguin eat fish.", "a sentence says what somebody may, shall or has: put one of these words in"),
        ("A penguin may attend the board.", "to declare it, write: Actor: penguin."),
    ],
)
def test_a_message_says_what_to_do_in_words_that_fit(said: str, help: str) -> None:
    found, _ = only(said, FEW)
    assert help in found.help, found.help


def test_examples_use_no_word_that_nobody_declares_and_are_no_circle() -> None:
    found, _ = only("A penguin may attend the board.", FEW)
    (examples,) = (text for text in found.help if "can be read:" in text)
    sentences = [line.strip() for line in examples.split("\n")[1:]]
    assert sentences == ["A member may attend the board.", "A member has seat."]
    for said in sentences:
        assert not read(f"1  {said}\n", FEW)[1], said


@pytest.mark.parametrize("line", ["Amend 8 to read: An NGO may vote.", "Insert: An NGO may vote.", "Strike rule 8."])
def test_an_amendment_in_no_form_is_told_the_forms(line: str) -> None:
    _, found = read(f"Amends: it.\n{line}\n", CONFERENCE)
    (fault,) = (d for d in found if d.code in ("E107", "E108"))
    assert "Insert 17 bis after 17:" in fault.help[0]
    _, found = read(f"{line}\n", CONFERENCE)
    assert not any("Insert 17 bis" in text for d in found for text in d.help)


def test_no_message_speaks_of_the_machinery() -> None:
    texts = [
        "An NGO may atend.",
        "An NGO may.",
        "An NGO may vote if it is young and it is relevant or it is competent.",
    ]
    for said in texts:
        _, found = read(f"1  {said}\n", CONFERENCE)
        for d in found:
            shown = " ".join((d.message, d.at, *d.notes, *d.help))
            assert not any(word in shown for word in ("token", "_", "KIND", "illegal", "parse", "syntax", "terminal"))


# ------------------------------------------------------------------------------------------------------ reading goes on


def test_several_mistakes_are_reported_in_one_run_in_the_order_of_the_text() -> None:
    text = (
        "1  An NGO may atend plenary meetings. An NGO may vote. An NGO may votte.\n"
        "   Layer: practise.\n"
        "Titel: x.\n"
        "2  A Stat may vote.\n"
        "3  An NGO may receive documents.\n"
    )
    document, found = read(text, CONFERENCE)
    assert [d.code for d in found] == ["E201", "E201", "E112", "E107", "E201"]
    assert [d.span.start for d in found] == sorted(d.span.start for d in found)
    assert [len(p.sentences) for p in document.provisions] == [1, 0, 1]


def test_a_missing_full_stop_does_not_swallow_the_lines_beside_the_provision() -> None:
    document, found = read('1  An NGO may vote\n   Note: "said so".\n', CONFERENCE)
    assert [d.code for d in found] == ["E105"]
    assert document.provisions[0].beside[0].values == ("said so",)


def test_a_sentence_with_a_wrong_name_is_left_out_and_the_others_stay() -> None:
    document, found = read("1  An NGO is relevant. An NGO may vote.\n", CONFERENCE)
    assert [d.code for d in found] == ["E209"]
    assert [s.text for s in document.provisions[0].sentences] == ["An NGO may vote."]


def test_after_very_many_mistakes_reading_stops_and_says_so() -> None:
    _, found = read("1  An NGO may sing.\n" * 500, CONFERENCE)
    assert len(found) == 201
    assert found[-1].code == "E113"


def test_a_newer_version_of_the_language_is_named() -> None:
    _, (found,) = parse_file(Source("it", "Ruleset: x.\nLanguage: 7.\n"), no_vocabulary)
    assert found.code == "E106"
    assert "version 7" in found.message and "version 1" in found.message
