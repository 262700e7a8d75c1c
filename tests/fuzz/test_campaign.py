"""A search with drawn cases finds what is there, makes it small, and says what it did not reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.claims import contrary
from proclogic.fuzz import corpus
from proclogic.fuzz.campaign import Search
from proclogic.fuzz.model import CLAIM, CONTRADICTION, HOLE, STATUS
from proclogic.norms.questions import Question
from proclogic.syntax.parse import parse_question
from tests.conflicts.texts import text

CASES = 250
GRANT = "1   An NGO may attend the Committee.\n"
BAN = "2   An accredited NGO may not attend the Committee if a State Party objects to it.\n"


def asked(rules: str, question: str) -> Question:
    found, faults = parse_question(question, text(rules).vocabulary)
    assert found is not None and not faults
    return found


def test_a_contradiction_is_found_and_told_with_no_more_than_it_takes() -> None:
    (one,) = Search(text(GRANT + BAN)).run(CASES).shown
    assert (one.kind, one.provisions) == (CONTRADICTION, ("1", "2"))
    assert one.case.facts == ("it is accredited",)
    assert one.case.events == ("any one State Party objects to it",)
    assert one.case.question == "May an NGO attend the Committee, if it is accredited and a State Party objects to it?"


def test_the_question_of_a_case_is_answered_as_the_case_says() -> None:
    (one,) = Search(text(GRANT + BAN)).run(CASES).shown
    found = answer(text(GRANT + BAN), asked(GRANT + BAN, one.case.question))
    assert "conflicting" in [mark.kind for mark in found.marks]


def test_in_a_text_without_fault_nothing_is_found() -> None:
    found = Search(text(GRANT + BAN.replace("2   An", "2   Notwithstanding rule 1, an"))).run(CASES)
    assert found.shown == ()
    assert found.cases == CASES


def test_an_edit_that_would_bring_a_contradiction_is_told_apart() -> None:
    ordered = GRANT + "2   An NGO may attend the Committee if a State Party objects to it.\n"
    found = Search(text(ordered)).run(CASES)
    assert found.shown == ()
    assert any("with “may not” for “may”" in one.case.edit for one in found.fragile)


def test_what_is_found_in_one_reading_names_it() -> None:
    disputed = GRANT + '2\n    Dispute "who": "NGO".\n    Reading "narrow": nothing more.\n'
    disputed += '    Reading "wide": An NGO may not attend the Committee.\n'
    (one,) = Search(text(disputed)).run(CASES).shown
    assert one.case.options == ('--reading "2/who=wide"',)


def test_a_right_that_ends_without_a_word_on_what_holds_meanwhile_is_a_hole() -> None:
    pending = "1   An NGO may attend the Committee if the matter has not been referred to the Committee.\n"
    pending += "2   If a State Party objects to it, the matter of an NGO is referred to the Committee.\n"
    (one,) = Search(text(pending)).run(CASES).shown
    assert (one.kind, one.provisions) == (HOLE, ("2",))
    assert one.case.events == ("any one State Party objects to it",)


def test_a_status_given_and_taken_without_order_is_found() -> None:
    words = "Actor: guest.\nStatus: seat.\nQuality: accredited, of an actor.\n"
    rules = "1   A guest has a seat.\n2   An accredited guest has no seat.\n"
    rules += "3   A guest with a seat may attend the Committee.\n"
    found = Search(text(rules, words)).run(CASES).shown
    assert [(one.kind, one.provisions) for one in found] == [(STATUS, ("1", "2"))]


def test_a_status_that_is_said_to_be_lost_was_given_and_is_no_contradiction() -> None:
    words = "Actor: guest.\nStatus: seat.\nQuality: accredited, of an actor.\n"
    rules = "1   A guest has a seat.\n2   An accredited guest loses a seat.\n"
    rules += "3   A guest with a seat may attend the Committee.\n"
    assert Search(text(rules, words)).run(CASES).shown == ()


@pytest.mark.parametrize(
    ("claim", "question", "holds"),
    [
        ("always", "May an NGO attend the Committee, if it is not accredited?", True),
        ("always", "May an NGO attend the Committee?", False),
        ("never", "May an NGO attend the Board?", True),
        ("never", "May an NGO attend the Committee?", False),
    ],
)
def test_a_claim_that_does_not_hold_is_found_and_the_exact_look_agrees(claim: str, question: str, holds: bool) -> None:
    rules = GRANT + BAN
    made = Search(text(rules), claims=[(asked(rules, question), claim)]).run(CASES)
    assert (CLAIM not in [one.kind for one in made.shown]) is holds
    assert (contrary(text(rules), asked(rules, question), claim) is None) is holds


def test_the_rules_that_no_case_reached_are_named() -> None:
    rules = GRANT + "2   The Chair shall circulate its name.\n3   An NGO may vote in the Board.\n"
    words = "Event: circulate its name, by the Chair.\nAct: vote, in a body.\nMoment: the session.\n"
    made = Search(text(rules, words)).run(1)
    assert set(made.unreached) & {"1", "3"}
    whole = Search(text(rules, words)).run(CASES)
    assert (whole.unreached, whole.untouched) == ((), ("2",))


def test_the_same_seed_finds_the_same() -> None:
    one, other = (Search(text(GRANT + BAN)).run(CASES, 5) for _ in range(2))
    assert (one.shown, one.fragile, one.tried) == (other.shown, other.fragile, other.tried)


def test_the_time_ends_a_search_and_it_says_so() -> None:
    assert Search(text(GRANT + BAN)).run(1_000_000, seconds=0).stopped


def test_what_was_found_is_kept_and_looked_at_first_next_time(tmp_path: Path) -> None:
    place = tmp_path / "kept" / "court.found.json"
    corpus.store(place, "court", Search(text(GRANT + BAN)).run(CASES).shown)
    again = Search(text(GRANT + BAN))
    still, gone = again.replay(corpus.load(place))
    assert (len(still), gone) == (1, [])
    assert [one.known for one in again.run(1).shown] == [True]
    mended = Search(text(GRANT))
    assert [len(some) for some in mended.replay(corpus.load(place))] == [0, 1]


@pytest.mark.parametrize("written", ["", "{", "[]", '{"schema": "proclogic/found/1", "found": [{}]}', '{"found": 1}'])
def test_a_file_that_cannot_be_read_keeps_nothing(tmp_path: Path, written: str) -> None:
    place = tmp_path / "court.found.json"
    place.write_text(written, "utf-8")
    assert corpus.load(place) == []


def test_an_empty_text_is_searched_in_no_time() -> None:
    made = Search(text("1   The Chair shall circulate its name.\n", "Event: circulate its name, by the Chair.\n")).run(
        50
    )
    assert (made.cases, made.shown) == (0, ())


def test_an_edit_of_one_of_two_equal_rules_into_its_contrary_is_not_tried() -> None:
    twice = "1   An NGO may attend the Committee.\n2   An NGO may attend the Committee.\n"
    made = text(twice)
    assert Search(made).run(300, 1).fragile == ()
    changed = text(twice.replace("2   An NGO", "2   A State"))
    assert "may not" not in " ".join(one.case.edit for one in Search(changed).run(300, 1).fragile)


def test_what_the_text_shows_anyway_is_not_told_again_for_an_edit() -> None:
    made = text("1   An NGO may attend the Committee if it is accredited.\n2   An NGO may not attend the Committee.\n")
    found = Search(made).run(400, 3)
    plain = {(one.kind, frozenset(one.provisions)) for one in found.shown}
    assert plain and not plain & {(one.kind, frozenset(one.provisions)) for one in found.fragile}


def test_duties_on_which_no_case_turns_are_told_apart_from_rules_that_no_case_reached() -> None:
    made = text(
        "1   An NGO may attend the Committee.\n2   The Chair shall circulate its name.\n"
        "3   An NGO may attend the Board if it is accredited and it is not accredited.\n"
    )
    found = Search(made).run(100, 1)
    assert (found.unreached, found.untouched) == (("3",), ("2",))
