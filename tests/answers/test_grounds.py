"""What an answer rests on: certainty, grounds, disputes that matter, presumptions, given acts."""

from __future__ import annotations

from proclogic.papers import write
from proclogic.reference.verdicts import decide
from proclogic.syntax.parse import parse_question
from tests.answers.texts import ask, rules

STATUS = """Status: observer status.
Event: admit it, by the Committee.
Event: register, by the actor.
Event: object to it, by a State Party.
Event: invite it, by the Chair.
Judgement: open, of the Committee.
Judgement: formal, of an NGO.
Disjoint: State Party, NGO.
"""


def test_an_answer_is_as_sure_as_the_least_sure_provision_on_its_path() -> None:
    made = rules(
        STATUS,
        """1      An NGO has observer status if the Committee admits it.
       Whether the Committee admits it is decided by consensus.
       Certainty: own knowledge.
2      An NGO with observer status may attend the Committee.
""",
        "Certainty: verbatim.",
    )
    assert ask(made, "May an NGO attend the Committee?").certainty == "own knowledge"


def test_a_majority_that_carries_nothing_makes_no_answer_less_sure() -> None:
    made = rules(
        STATUS,
        """1      An NGO may attend the Committee if the Committee admits it.
2      Whether the Committee admits it is decided by consensus.
       Certainty: own knowledge.
""",
        "Certainty: verbatim.",
    )
    assert ask(made, "May an NGO attend the Committee?").certainty == "verbatim"


def test_a_file_that_does_not_say_how_its_text_was_seen_claims_nothing() -> None:
    made = rules(
        STATUS,
        """1      An NGO may attend the Committee.
2      An NGO may attend the Board.
       Certainty: own knowledge.
""",
    )
    assert ask(made, "May an NGO attend the Committee?").certainty == "not stated"
    assert ask(made, "May an NGO attend the Board?").certainty == "own knowledge"


def test_silence_without_a_ground_is_not_seen_verbatim() -> None:
    made = rules(STATUS, "1      A State may attend the Committee.\n", "Certainty: verbatim.")
    assert ask(made, "May an NGO attend the Board?").certainty == ""


def test_only_disputes_that_make_a_difference_are_contested() -> None:
    made = rules(
        STATUS,
        """1      An NGO may attend the Committee if the Committee admits it.
       Dispute "one": "may".
       Reading "right": An NGO may attend the Committee.
       Reading "leave": nothing more.
       Dispute "two": "admits".
       Reading "invited": An NGO may attend the Committee if the Chair invites it.
       Reading "no": nothing more.
""",
    )
    found = ask(made, "May an NGO attend the Committee?")
    assert {r.dispute for r in found.readings if r.contests} == {"1/one"}
    assert {r.dispute for r in found.readings} == {"1/one", "1/two"}
    told = write.answers((found,), "text")
    assert told.index('"may" is read') < told.index("Readings ") < told.index('"admits" is read')


def test_an_own_act_is_a_step_and_never_presumed() -> None:
    words = STATUS + "Event: open the session, by the Chair.\n"
    made = rules(
        words,
        """1      An NGO may attend the Board if it registers.
2      An NGO shall register.
3      The Chair may attend the Board if the Chair opens the session.
4      The Chair shall open the session.
5      A State may attend the Board if the Chair opens the session.
""",
    )
    for asked, step in (
        ("May an NGO attend the Board?", "register"),
        ("May the Chair attend the Board?", "open the session"),
    ):
        found = ask(made, asked)
        assert not found.presumed and [a.base for w in found.steps for a in w.acts] == [step]
        question, _ = parse_question(asked, made.vocabulary)
        assert question is not None
        assert (found.verdict, decide(made, question).verdict) == ("of-right", "of-right")
        refused = ask(
            made, asked, "it does not register" if step == "register" else "the Chair did not open the session"
        )
        assert (refused.verdict, refused.outcome) == ("not-conferred", "no")
    assert [a.base for a in ask(made, "May a State attend the Board?").presumed] == ["open the session"]


def test_what_ended_it_is_named_also_where_nothing_is_left() -> None:
    made = rules(STATUS, "1      An NGO may attend the Board unless a State Party objects to it.\n")
    found = ask(made, "May an NGO attend the Board?", "a State Party objects to it")
    assert found.verdict == "not-conferred"
    assert "Because" in write.answers((found,), "text")
    judged = rules(
        STATUS, "1      A formal NGO may attend the Board if it registers unless a State Party objects to it.\n"
    )
    for given in ("a State Party objects to it", "it does not register"):
        found = ask(judged, "May an NGO attend the Board?", given)
        assert found.verdict == "not-conferred"
        (because,) = (x for x in write.answers((found,), "text").splitlines() if "Because" in x)
        assert given.removeprefix("a ") in because and "(given)" in because


def test_a_judgement_asked_about_turns_on_its_word() -> None:
    made = rules(STATUS, "1      A State may attend the Board.\n")
    found = ask(made, "Is an NGO formal?")
    assert [(m.kind, m.detail) for m in found.marks] == [("turns on", "formal")]
    assert found.verdict != "of-right"


def test_a_provision_may_say_that_it_gives_no_power() -> None:
    made = rules(STATUS, "1      Nothing in this provision lets the Committee admit it.\n")
    found = ask(made, "May the Committee admit it?")
    assert (found.verdict, found.grounds) == ("not-conferred", ("1",))


def test_who_else_has_it_is_told_as_the_rule_says_it() -> None:
    made = rules(
        STATUS + "Judgement: relevant, of a State.\n",
        """1      A relevant State Party with observer status may attend the Committee.
2      A State without observer status may attend the Committee if the Committee admits it.
3      [A State may attend the Committee. | by: A]
""",
    )
    assert ask(made, "May an NGO attend the Committee?").others == (
        ("a State Party that is relevant with observer status", "1"),
        ("a State without observer status, if the Committee admits it", "2"),
        ("a State (in brackets)", "3"),
    )
