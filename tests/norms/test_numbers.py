"""What rule numbers name."""

from __future__ import annotations

import pytest

from proclogic.norms.names import cite, cite_all
from proclogic.norms.numbers import Numbering, covers
from proclogic.sources import NOWHERE
from proclogic.syntax.tree import RuleRef
from tests.norms.samples import ref

NUMBERS = ("2(2)", "14", "15", "17(1)", "17(3)", "17(3)(a)", "17(3)(b)", "17 bis", "18", "OP4", "9/1(53)(a)")


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("17", "17"),
        ("17", "17(1)"),
        ("17", "17(3)(b)"),
        ("17(3)", "17(3)(b)"),
        ("op4", "OP4"),
        ("17 (3)", "17(3)"),
        ("2", "2.1"),
        ("2.1", "2.1.3"),
        ("9/1(53)", "9/1(53)(a)"),
    ],
)
def test_a_number_covers_itself_and_what_is_below(reference: str, number: str) -> None:
    assert covers(reference, number)


@pytest.mark.parametrize(
    ("reference", "number"),
    [("17", "170"), ("17", "17 bis"), ("17(1)", "17"), ("17(1)", "17(10)"), ("9", "9/1"), ("1", "17"), ("2", "2.x")],
)
def test_a_number_covers_no_other_rule(reference: str, number: str) -> None:
    assert not covers(reference, number)


def test_a_range_goes_by_the_order_of_the_document() -> None:
    numbering = Numbering(("20", "5", "7", "6", "8"))
    assert numbering.named(ref("5", "6")) == ("5", "7", "6")


def test_a_range_takes_in_everything_below_its_ends() -> None:
    numbering = Numbering(NUMBERS)
    assert numbering.named(ref("15", "17")) == ("15", "17(1)", "17(3)", "17(3)(a)", "17(3)(b)")
    assert numbering.named(ref("17(3)(a)", "18")) == ("17(3)(a)", "17(3)(b)", "17 bis", "18")


def test_a_range_whose_ends_are_not_encoded_goes_by_the_leading_numbers() -> None:
    numbering = Numbering(NUMBERS)
    assert numbering.named(ref("1", "81")) == tuple(n for n in NUMBERS if n != "OP4")
    assert numbering.named(ref("16", "17")) == ("17(1)", "17(3)", "17(3)(a)", "17(3)(b)", "17 bis")


@pytest.mark.parametrize("reference", [ref("19"), ref("17(3)(c)"), ref("30", "40"), ref("18", "14"), ref("A", "B")])
def test_what_is_not_there_is_named_by_nothing(reference: RuleRef) -> None:
    assert Numbering(NUMBERS).named(reference) == ()


def test_the_fault_names_near_numbers() -> None:
    fault = Numbering(NUMBERS).fault(ref("17(3)(d)"), "rule 2(2)", NOWHERE)
    assert (fault.code, fault.place, fault.message) == ("E302", "rule 2(2)", "there is no rule 17(3)(d)")
    assert fault.notes == ("rule 17(3) has 17(3)(a) and 17(3)(b)",)
    assert fault.help[0].startswith("did you mean “17(3)")


def test_the_fault_of_a_range_says_which_end_is_missing() -> None:
    numbering = Numbering(("14(1)", "17"))
    assert "20 is not there" in numbering.fault(ref("14(1)", "20"), "rule 2", NOWHERE).message
    assert "in this order" in numbering.fault(ref("17", "14"), "rule 2", NOWHERE).message


def test_provisions_are_cited_as_lawyers_do() -> None:
    assert [cite("17(2)"), cite("OP4"), cite("art32(3)")] == ["rule 17(2)", "OP4", "art32(3)"]
    assert cite_all(["14(2)", "17(1)", "14(2)"]) == "rules 14(2) and 17(1)"
    assert cite_all(["14(2)"]) == "rule 14(2)"
