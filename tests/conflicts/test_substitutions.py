"""Carried rules with terms that nothing stands for: found, blamed, and let stand under either code."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic.checking import check
from proclogic.conflicts.whole import conflicts
from tests.answers.texts import HEAD
from tests.conflicts.texts import blamed, found, text

RULE = "1  An NGO may speak in the Committee if the Chair circulates its name.\n"
WORDS = """Act: speak, in a body.
Officer: the Convener, of the Board.
Event: circulate its name, by the Chair.
"""


def test_a_term_without_an_entry_is_found_with_a_situation_in_which_it_is_needed() -> None:
    (one,) = found(RULE + "2  Rule 1 applies, mutatis mutandis, to the Board.\n", words=WORDS)
    assert blamed([one]) == [("G206", ("2",))]
    assert "“the Chair”" in one.message
    assert one.witness is not None and one.witness.when == ("the Chair circulates its name",)
    assert "speak in the Board" in one.witness.question


def test_an_entry_for_each_term_leaves_nothing_to_find() -> None:
    carried = "2  Rule 1 applies, mutatis mutandis, to the Board, with the Convener for the Chair.\n"
    assert found(RULE + carried, words=WORDS) == []


def test_a_rule_without_such_a_term_is_carried_without_a_finding() -> None:
    carried = "1  An NGO may speak in the Committee.\n2  Rule 1 applies, mutatis mutandis, to the Board.\n"
    assert found(carried, words=WORDS) == []


def test_a_rule_that_is_carried_to_another_actor_keeps_its_terms() -> None:
    assert found(RULE + "2  Rule 1 applies to a State as it applies to an NGO.\n", words=WORDS) == []


def test_a_reading_of_a_dispute_that_has_the_entry_says_where_the_other_occurs() -> None:
    carried = """2  A State may attend the Board.
   Dispute "who presides": "mutatis mutandis".
   Reading "the same": Rule 1 applies, mutatis mutandis, to the Board.
   Reading "its own": Rule 1 applies, mutatis mutandis, to the Board, with the Convener for the Chair.
"""
    (one,) = found(RULE + carried, words=WORDS)
    assert "the same" in one.where


@pytest.mark.parametrize("code", ["G206", "W302"])
def test_what_is_accepted_under_one_code_is_accepted_under_both(code: str, tmp_path: Path) -> None:
    carried = RULE + "2  Rule 1 applies, mutatis mutandis, to the Board.\n"
    accepted = carried + f'   Accepted: {code} because "so".\n'
    result = conflicts(text(accepted, WORDS))
    assert result.findings == ()
    assert blamed(list(result.accepted)) == [("G206", ("2",))]
    for provisions, codes in ((carried, ["W302"]), (accepted, [])):
        (tmp_path / "court.rules").write_text(HEAD.format(header="") + WORDS + "\n" + provisions, "utf-8")
        assert [d.code for d in check([str(tmp_path / "court.rules")], cache=False).diagnostics] == codes
