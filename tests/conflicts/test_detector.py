"""The examination measured: every defect that is put into a clean text is found and blamed on what was put in, and
nothing else is said, of these texts or of clean ones."""

from __future__ import annotations

import pytest

from proclogic.conflicts.whole import KINDS
from tests.conflicts import detector
from tests.conflicts.defects import DEFECTS
from tests.conflicts.harmless import HARMLESS

EACH = 3  # rulesets of a kind here; the whole suite is a command (tests/conflicts/detector.py)


@pytest.mark.parametrize("code", DEFECTS)
def test_each_defect_is_found_and_blamed_on_what_was_put_in_and_nothing_else_is_said(code: str) -> None:
    for number in range(EACH):
        tried = detector.injected(code, number)
        assert not tried.missed, number
        assert tried.alarms == (), number


@pytest.mark.parametrize("edit", HARMLESS)
def test_of_a_clean_text_nothing_is_said_whatever_is_changed_in_its_form(edit: str) -> None:
    for number in range(EACH):
        assert detector.harmless(edit, number).alarms == (), number


def test_every_kind_of_finding_is_in_the_suite() -> None:
    every = {code for kind in KINDS for code in kind.CODES}
    assert set(DEFECTS) == {code for code in every if code[0] in "CG"}  # those of `check` have their own tests


def test_the_report_counts_what_was_missed_and_what_was_no_defect() -> None:
    tried = [
        detector.Tried("C101", 0, True, True, ()),
        detector.Tried("C101", 1, True, False, ("C104 1: x",)),
        detector.Tried("rename", 0, False, False, ()),
    ]
    assert detector.report(tried) == [
        "C101     1 of 2 found       1 false alarm",
        "rename   1 edited           0 false alarms",
    ]
