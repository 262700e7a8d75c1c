"""What is left to somebody whom the text does not name: may be accorded, may be invited."""

from __future__ import annotations

import pytest

from proclogic.norms.resolving import choices, resolve
from tests.answers.texts import ask, rules

WORDS = """Status: observer status.
Event: apply for it, by the actor.
Event: object to it, by a State Party.
Event: admit it, by the Committee.
"""
HAS = "Does an NGO have observer status?"
NOBODY = "somebody the text does not name"


@pytest.mark.parametrize("tail", ["", " if it applies for it", " unless a State Party objects to it"])
def test_what_may_be_accorded_by_nobody_who_is_named_is_by_leave_of_somebody_unnamed(tail: str) -> None:
    found = ask(rules(WORDS, f"1      An NGO may be accorded observer status{tail}.\n"), HAS)
    assert (found.verdict, found.outcome) == ("by-leave", "conditional")
    assert [a.text for w in found.gates for a in w.acts] == [f"{NOBODY} accords it observer status"]
    assert [a.text for w in found.blockers.holds for a in w.acts if a.agent == NOBODY] == [
        "whoever it would be does not accord it observer status"
    ]


def test_what_may_be_accorded_by_somebody_named_is_by_leave_of_them_alone() -> None:
    found = ask(rules(WORDS, "1      An NGO may be accorded observer status if the Committee admits it.\n"), HAS)
    assert [a.agent for w in found.gates for a in w.acts] == ["the Committee"]


def test_an_invitation_by_nobody_who_is_named_is_by_leave_of_somebody_unnamed() -> None:
    found = ask(
        rules(WORDS, "1      An NGO may be invited to attend the Committee.\n"), "May an NGO attend the Committee?"
    )
    assert found.verdict == "by-leave"
    assert [a.text for w in found.gates for a in w.acts] == [f"{NOBODY} invites it to attend"]


def test_who_accords_it_may_hang_on_brackets() -> None:
    text = (
        "1      An NGO [shall | by: A][may | by: B] be accorded observer status [if the Committee admits it | by: B].\n"
    )
    made = rules(WORDS, text)
    found = ask(made, HAS)
    assert (found.verdicts, found.outcome) == (("of-right", "by-leave"), "open")
    plain = resolve(made, choices(made, ["1 [1]: B", "1 [2]: deleted"]))
    assert [a.agent for w in ask(plain, HAS).gates for a in w.acts] == [NOBODY]
