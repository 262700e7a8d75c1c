"""Small turns of phrase: whose leave it takes, what lasts, kinds, what is written in brackets."""

from __future__ import annotations

from proclogic.answers.chosen import chosen_words
from proclogic.answers.model import Act, Answer, Chosen, Way
from proclogic.papers import write
from proclogic.papers.words import agents
from tests.answers.texts import ask, rules

WORDS = """Event: object to it, by a State Party.
Event: admit it, by the Committee.
Event: invite it, by the Chair.
"""


def by(*names: str) -> Way:
    return Way(tuple(Act(name, f"{name} lets it in", "let it in") for name in names))


def first(answer: Answer) -> str:
    return write.answers((answer,), "text").splitlines()[0]


def test_whose_leave_it_takes_in_any_case_is_said_once() -> None:
    assert agents((by("the Chair"), by("the Board"))) == "the Chair or the Board"
    assert agents((by("the Committee", "the Chair"), by("the Board", "the Chair"))) == (
        "the Chair and either the Committee or the Board"
    )
    assert agents((by("the Chair"), by("the Chair", "the Board"))) == "the Chair"


def test_whether_somebody_is_of_a_kind_is_answered_by_yes_or_no() -> None:
    made = rules(WORDS, "1      An NGO is deemed to be a State if the Committee admits it.\n")
    assert first(ask(made, "Is a State Party a State?")).startswith("YES.")
    assert first(ask(made, "Is a State an NGO?")).startswith("NO.")
    assert first(ask(made, "Is an NGO a State?")).startswith("ONLY IF SOMEBODY ACTS FOR IT.")
    assert "Who can stop it" not in write.answers((ask(made, "Is a State Party a State?"),), "text")


def test_what_is_written_of_proposers_in_a_bracket_is_not_quoted() -> None:
    nested = "if [the Chair invites it | by: A][no State objects to it | by: B; supported by: C]"
    assert chosen_words(Chosen("1", "1", nested)) == '1 keeps "if [the Chair invites it][no State objects to it]"'


def test_an_act_that_ends_it_is_no_refusal_where_it_opens_another_way() -> None:
    text = """1      An NGO may attend the Committee, unless a State Party objects to it or the Chair invites it.
2      An NGO may attend the Committee if a State Party objects to it and the Committee admits it.
"""
    told = " ".join(write.answers((ask(rules(WORDS, text), "May an NGO attend the Committee?"),), "text").split())
    assert "or the Chair invites it, as long as no State Party objects to it" in told
