"""What a choice of brackets or readings means beside its verdict: who acts, what is presumed, limits, words."""

from __future__ import annotations

from proclogic.answers.model import Answer
from tests.answers.texts import ask, rules

WORDS = """Actor: the secretariat, one only.
Status: observer status.
Event: object to it, by a State Party.
Event: admit it, by the Committee.
Event: invite it, by the Chair.
Event: circulate its name, by the secretariat.
Moment: the session.
Limit: through one representative.
"""
MAY = "May an NGO attend the Committee?"


def meant(found: Answer) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    """The texts chosen, the verdicts, and what else the choice means."""
    return [(tuple(c.text or "(deleted)" for c in r.choices), r.verdicts, r.acts) for r in found.resolutions]


def test_brackets_that_change_who_can_stop_it_are_all_told() -> None:
    text = (
        "1      An NGO may attend the Committee, unless [a State Party objects to it | by: A]"
        "[at least one third of the States Parties present object to it | by: B].\n"
    )
    found = ask(rules(WORDS, text), MAY)
    assert (found.verdict, found.marks) == ("by-default", ())
    assert meant(found) == [
        (("a State Party objects to it",), ("by-default",), "not if any one State Party objects to it"),
        (
            ("at least one third of the States Parties present object to it",),
            ("by-default",),
            "not if at least one third of the States Parties present object to it",
        ),
    ]
    assert all(r.settles_acts for r in found.resolutions)


def test_brackets_that_change_the_strength_of_the_words_are_told_with_their_proposers() -> None:
    text = (
        "1      An NGO [shall | by: A][may | by: B] be accorded observer status if the Committee admits it.\n"
        "2      An NGO with observer status is entitled to attend the Committee.\n"
    )
    found = ask(rules(WORDS, text), MAY)
    gate = "if the Committee admits it"
    assert meant(found) == [
        (("shall",), ("by-leave",), f'{gate}; in the words "shall be accorded"'),
        (("may",), ("by-leave",), f'{gate}; in the words "may be accorded"'),
    ]
    assert found.strength[0] == "shall be accorded"
    assert [c.text for c in found.cases[0].keeps] == ["shall"]


def test_brackets_that_change_a_limit_are_told() -> None:
    text = "1      An NGO may attend the Committee[, through one representative | by: A].\n"
    assert meant(ask(rules(WORDS, text), MAY)) == [
        (("through one representative",), ("of-right",), "through one representative"),
        (("(deleted)",), ("of-right",), "without limits"),
    ]


def test_an_open_answer_says_by_whose_leave_and_what_is_presumed() -> None:
    text = (
        "1      The secretariat shall circulate its name [at least 30 days before the session | by: A]"
        "[at least 5 days before the session | by: B].\n"
        "2      An NGO may attend the Committee if the secretariat circulates its name at least 20 days before the"
        " session.\n"
    )
    found = ask(rules(WORDS, text), MAY)
    timely = "the secretariat circulates its name at least 20 days before the session"
    assert meant(found) == [
        (("at least 30 days before the session",), ("of-right",), f"presumed that {timely}"),
        (("at least 5 days before the session",), ("by-leave",), f"if {timely}"),
    ]
    assert [a.text for a in found.presumed] == [timely]


def test_readings_that_change_only_who_can_stop_it_for_good_are_told() -> None:
    text = """1      An NGO may attend the Committee, unless a State Party objects to it.
       Dispute "objects": "objects to it".
       Reading "final": nothing more.
       Reading "until admitted": An NGO may attend the Committee if the Committee admits it.
"""
    found = ask(rules(WORDS, text), MAY)
    assert [r.acts for r in found.readings] == [
        "not if any one State Party objects to it; nobody can undo it",
        "not if any one State Party objects to it; for good if any one State Party objects to it and the Committee "
        "does not admit it",
    ]


def test_many_brackets_are_still_answered() -> None:
    lines = "".join(
        f"{n}      An NGO may attend the Committee[, through one representative | by: A] if the Chair invites it.\n"
        for n in range(1, 12)
    )
    assert ask(rules(WORDS, lines), MAY).verdict == "by-leave"


def test_readings_that_contest_the_verdict_say_by_whose_leave() -> None:
    text = """1      An NGO may attend the Committee.
       Dispute "may": "may attend".
       Reading "free": nothing more.
       Reading "barred": An NGO may not attend the Committee, unless the Chair invites it.
"""
    found = ask(rules(WORDS, text), MAY)
    assert [(r.verdicts, r.acts) for r in found.readings] == [
        (("of-right",), ""),
        (("by-leave",), "if the Chair invites it"),
    ]
