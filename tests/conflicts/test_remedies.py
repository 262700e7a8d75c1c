"""What is said to settle a finding settles it: made in the text by hand, as it is told, it is read, the finding is gone
and none has come."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from proclogic import compiled
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.trying import MOST, PROPOSING
from proclogic.conflicts.whole import KINDS, conflicts
from proclogic.sources import Source
from tests.answers.texts import HEAD
from tests.conflicts.by_hand import changed
from tests.conflicts.defects import DEFECTS
from tests.conflicts.detector import written
from tests.conflicts.texts import WORDS, found

MORE = """Status: a seat.
Matter: procedure.
Moment: the session.
Officer: the convener, of the Board.
Quality: young, as an adjective, of an actor.
Event: invite it, by the Chair.
Event: admit it, by the Committee.
Event: let it in, by the Committee, by two thirds of the States present and voting.
Ladder: attend, speak.
"""
OWN = {
    "a list": "1   An NGO:\n    (a) may attend the Committee; and\n    (b) may speak in the Committee.\n"
    "2   An accredited NGO may not attend the Committee if the Chair invites it.\n",
    "sentences": "1   An NGO may attend the Board. An NGO may attend the Committee.\n"
    "2   A State may attend the Board. A young NGO or an expert may not attend the Committee.\n",
    "two acts": "1   An NGO may attend and speak in the Committee.\n"
    "2   An NGO may not attend the Committee if it is young.\n",
    "carried": "1   An NGO may attend the Committee if the Chair invites it.\n"
    "2   Rule 1 applies, mutatis mutandis, to the Board, with the convener for the Chair.\n"
    "3   An NGO may not attend the Board.\n",
    "only": "1   Only a State may attend the Committee.\n2   An NGO may attend the Committee if it is young.\n",
    "a right alone": "1   A young NGO may speak in the Committee.\n2   An expert may attend the Committee.\n",
    "no majority": "1   An NGO may attend the Board if the Committee admits it.\n"
    "2   A matter of procedure is decided by two thirds of the States present and voting.\n",
    "undone": "1   An NGO has a seat if it is young.\n2   An NGO with a seat has no seat.\n"
    "3   An NGO with a seat may attend the Board.\n",
    "excluded": "1   An NGO may attend the Board if the Chair invites it and the Chair does not invite it.\n",
    "resting on itself": "1   An NGO has a seat if it has a seat.\n2   An NGO with a seat may attend the Board.\n",
    "never given": "1   An NGO with a seat may attend the Board.\n",
}


def _made(text: str) -> tuple[tuple[Finding, ...], Counter[str]]:
    made, faults, _ = compiled.ruleset([Source("court.rules", text)], {}, "court")
    assert made is not None, ([d.message for d in faults], text)
    found = conflicts(made).findings
    return found, Counter(f.id for f in found)


def _holds_by_hand(text: str) -> int:
    found, before = _made(text)
    tried = 0
    for one in found:
        assert len(one.remedies) <= MOST
        assert bool(one.remedies) != bool(one.unsettled), one
        for told in one.remedies:
            _, after = _made(changed(text, told))
            assert after[one.id] < before[one.id], (told, text)
            assert not after - before, (told, text)
            tried += 1
    return tried


@pytest.mark.parametrize("code", DEFECTS)
def test_each_change_that_is_told_settles_the_finding_when_a_drafter_makes_it(code: str) -> None:
    assert _holds_by_hand(written(Random(f"{code} 0"), code)[0])


@pytest.mark.parametrize("name", OWN)
def test_so_it_does_in_lists_in_several_sentences_and_in_what_check_finds(name: str) -> None:
    assert _holds_by_hand(HEAD.format(header="") + WORDS + MORE + OWN[name])


def test_changes_are_tried_for_each_kind_of_finding() -> None:
    assert PROPOSING.keys() == {code for kind in KINDS for code in kind.CODES}


def _told(provisions: str, code: str) -> Finding:
    found, _ = _made(HEAD.format(header="") + WORDS + MORE + provisions)
    return next(f for f in found if f.code == code)


def test_the_smallest_change_comes_first() -> None:
    one = _told(OWN["sentences"], "C101")
    assert one.remedies == (
        "rule 1, second sentence: add “notwithstanding rule 2”",
        "rule 2, second sentence: add “notwithstanding rule 1”",
        "rule 2, second sentence: add “except for an NGO”",
        "rule 1, second sentence: add “except for a young NGO or an expert”",
    )


def test_both_ways_to_regulate_what_is_pending_are_told() -> None:
    pending = (
        "1   An NGO may attend the Committee if no State Party objects to it.\n"
        "2   The matter of an NGO is referred to the Board if a State Party objects to it.\n"
    )
    one = _told(pending, "G204")
    assert one.remedies[:2] == (
        "add a rule: “An NGO may attend the Committee if the matter has been referred to the Board.”",
        "add a rule: “An NGO may not attend the Committee if the matter has been referred to the Board.”",
    )


def test_a_majority_is_an_example_and_a_class_of_which_a_rule_gives_it_is_none() -> None:
    first, *rest = _told(OWN["no majority"], "G202").remedies
    assert first == "add a rule: “Whether the Committee admits it is a matter of procedure.”"
    assert rest
    assert all(told.startswith("for example, add a rule: “Whether the Committee admits it is decided") for told in rest)


def test_a_lower_text_is_changed_and_never_put_above_the_higher_one() -> None:
    text = "1   An NGO or an expert may attend the Board.\n2   An NGO may not attend the Board.\n    Layer: treaty.\n"
    told = _told(text, "C108").remedies
    assert "rule 1: add “subject to rule 2”" in told
    assert all(one.startswith("rule 1: ") and "notwithstanding" not in one for one in told)


def test_where_nothing_settles_it_the_finding_says_so() -> None:
    torn = (
        "1   An NGO may attend the Board.\n"
        '    Dispute "x": "NGO".\n    Reading "a": nothing more.\n    Reading "b": An NGO may not attend the Board.\n'
    )
    one = _told(torn, "C101")
    assert (one.remedies, one.unsettled) == ((), "no single change of rule 1 that I know of")


def test_a_rule_that_fills_a_gap_names_the_object_and_no_body_as_the_one_who_acts() -> None:
    words = WORDS + "Object: report.\nAct: send, a report, to a body.\n"
    (one,) = found("1  A State may send a report to the Board.\n", "G205", words=words, header="Silence: unregulated.")
    rules = [r for r in one.remedies if r.startswith("add a rule")]
    assert rules and all("send reports to" in r for r in rules)
    assert not any(f"{who} may" in r or f"{who} or" in r for r in rules for who in ("Board", "Committee", "Chair"))


def test_the_lower_act_that_is_given_names_its_object() -> None:
    words = WORDS + "Object: report.\nAct: send, a report, in a body.\nLadder: attend, send, speak.\n"
    text = "1  An expert may attend and speak in the Board.\n2  Only a State may send a report in the Board.\n"
    told = [r for one in found(text, "G203", words=words) for r in one.remedies]
    assert any("may send a report in the Board" in r or "may send reports in the Board" in r for r in told), told


def test_no_exception_is_proposed_to_what_only_some_may_do_that_reads_as_if_it_let_them() -> None:
    text = "1  Only an expert may speak in the Board.\n2  An expert NGO may not speak in the Board.\n"
    (one,) = found(text, "C101")
    assert one.remedies and not any(r.startswith("rule 1: add “except") for r in one.remedies), one.remedies
