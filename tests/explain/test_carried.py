"""A rule that was carried elsewhere is told as it reads there, with who carried it and without what only keeps it
there."""

from __future__ import annotations

from functools import cache

import pytest

from proclogic.answers.cells import Asker
from proclogic.answers.options import Options
from proclogic.explain.frames import frames
from proclogic.explain.saying import Saying
from proclogic.norms.model import Ruleset
from tests.answers.texts import rules

WORDS = """Body: working group, of States.
Officer: the chair of the working group, of a working group.
Actor: academy, plural academies.
Event: ask for the floor, by the actor.
Event: call on it, by the Chair, by the chair of the working group.
Event: decide otherwise, by the Committee.
"""
PROVISIONS = """1   The Chair shall call on it if it asks for the floor.
2   An NGO may attend the Committee if the Chair calls on it.
3   Rules 1 and 2 apply, mutatis mutandis, to a working group, with the chair of the working group for the
    Chair and working group for the Committee, unless the Committee decides otherwise.
4   Rule 2 applies to an academy as it applies to an NGO.
"""


@cache
def ruleset() -> Ruleset:
    return rules(WORDS, PROVISIONS)


@pytest.mark.parametrize(
    ("norm", "said"),
    [
        ("1", "The Chair shall call on it if it asks for the floor."),
        (
            "1 as applied by 3",
            "As applied to working groups by 3: The chair of the working group shall call on it if it asks for the "
            "floor, unless the Committee decides otherwise.",
        ),
        (
            "2 as applied by 3",
            "As applied to working groups by 3: An NGO may attend working groups if the chair of the working group "
            "calls on it, unless the Committee decides otherwise.",
        ),
        (
            "2 as applied by 4",
            "As applied to academies by 4: An academy may attend the Committee if the Chair calls on it.",
        ),
    ],
)
def test_a_rule_is_told_as_it_reads_where_it_was_carried(norm: str, said: str) -> None:
    made = ruleset()
    saying = Saying(made, Asker(made, Options()).wording, frames())
    (found,) = (n for n in made.norms if n.id == norm)
    assert saying.rule(found) == said
