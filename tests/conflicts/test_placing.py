"""What would settle a finding is told where it was tried, and each rule keeps an effect."""

from __future__ import annotations

import pytest

from proclogic.norms.conditions import Happens
from proclogic.syntax.parse import parse_question
from tests.conflicts.texts import WORDS, found, text

MORE = (
    WORDS
    + """Moment: the session.
Matter: procedure.
Status: observer status.
Event: report, by the actor.
Event: publish the list, by the Chair, by the State Party.
Event: admit it, by the Committee.
"""
)

DUTY = "1   The Chair shall circulate its name.\n"
STATUS = "1   An NGO has observer status.\n2   An accredited NGO has no observer status.\n"


def remedies(provisions: str, code: str) -> tuple[str, ...]:
    (one,) = found(provisions, code, words=MORE)
    return one.remedies


def test_a_rule_that_would_never_take_effect_again_is_not_put_behind() -> None:
    always = DUTY + "2   The Chair may not circulate its name.\n"
    assert remedies(always, "C102") == ("rule 1: delete", "rule 2: delete")
    one_case = DUTY + "2   The Chair may not circulate its name if a State Party objects to it.\n"
    assert remedies(one_case, "C102") == (
        "rule 2: add “notwithstanding rule 1”",
        "rule 1: add “unless a State Party objects to it”",
    )


def test_of_a_status_the_special_rule_is_put_first() -> None:
    assert remedies(STATUS, "C104") == (
        "rule 2: add “notwithstanding rule 1”",
        "rule 1: add “except for an accredited NGO”",
    )


def test_a_change_after_which_other_rules_come_to_clash_is_not_proposed() -> None:
    others = """3   An NGO with observer status may attend the Committee.
4   An NGO may not attend the Committee, subject to rule 5.
5   An NGO without observer status may attend the Committee.
"""
    swapped = """1   An accredited NGO has observer status.
2   An NGO has no observer status.
"""
    assert "rule 2: add “notwithstanding rule 1”" in remedies(STATUS + others, "C104")
    assert not any("notwith" in told for told in remedies(swapped + others, "C104"))  # let in by 3, kept out by 4


def test_times_and_definitions_are_settled_by_an_order_too() -> None:
    times = """1   An NGO shall report at least 30 days before the session.
2   An accredited NGO shall report within 10 days after the session.
"""
    assert remedies(times, "C103") == (
        "rule 2: add “notwithstanding rule 1”",
        "rule 1: add “except for an accredited NGO”",
        "rule 1: “at least 30 days before the session” becomes “within 10 days after the session”",
        "rule 2: “within 10 days after the session” becomes “at least 30 days before the session”",
    )
    majorities = """1   A matter of procedure is decided by consensus.
2   A matter of procedure is decided by a majority of the States if a State Party objects to it.
"""
    assert remedies(majorities, "C106")[0] == "rule 2: add “notwithstanding rule 1”"


@pytest.mark.parametrize(
    "provisions",
    [
        DUTY + "2   The Chair may not circulate its name if a State Party objects to it.\n",
        STATUS,
        "1   An accredited NGO shall report.\n2   An expert may not report.\n",
        "1   An NGO may attend the Committee if the Committee admits it.\n",
        """1   The Chair shall circulate its name at least 60 days before the session
    if it reports within 10 days after the session.
""",
        """1   Whether the Committee admits it is decided by consensus if a State Party objects to it.
2   Whether the Committee admits it is decided by a majority of the States.
""",
        """1   A State Party shall publish the list.
2   The Chair may publish the list.
""",
    ],
)
def test_the_question_of_each_witness_can_be_read(provisions: str) -> None:
    made = text(provisions, MORE)
    findings = found(provisions, words=MORE)
    assert findings
    for one in findings:
        assert one.witness is not None
        question, faults = parse_question(one.witness.question, made.vocabulary)
        assert question is not None and not faults, one.witness.question
        assert all(not isinstance(f.atom, Happens) or f.holds for f in question.facts)
