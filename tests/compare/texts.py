"""Comparisons for tests: small rulesets read from text, and differences made by hand."""

from __future__ import annotations

from proclogic import compiled
from proclogic.compare.model import SAME, Actor, Compared, Comparison, Difference, Finer, Side
from proclogic.compare.whole import compare
from proclogic.norms.model import Ruleset
from proclogic.sources import Source

WORDS = """
Actor: State.
Actor: State Party, plural States Parties, a kind of State.
Actor: NGO.
Actor: guest.
Actor: Head of State, plural Heads of State.
Disjoint: State, NGO, guest, Head of State.
Body: the Conference, of States Parties.
Body: the bureau.
Officer: the President, of the Conference.
Act: attend, a body.
Act: vote.
Quality: is in consultative status, of an NGO.
Event: object to it, by a State Party.
Event: invite it, by the President.
"""


def ruleset(rules: str, words: str = WORDS, name: str = "text") -> Ruleset:
    """A ruleset with these rules, which must be right."""
    text = f"Ruleset: {name}.\nLanguage: 1.\nSilence: not conferred.\n{words}\n{rules}"
    found, faults, _ = compiled.ruleset([Source(f"{name}.rules", text)], {}, name)
    assert found is not None, [f.message for f in faults]
    return found


def compared(first: str, second: str, every: bool = False) -> Comparison:
    """Two texts, compared."""
    return compare(ruleset(first, name="old"), ruleset(second, name="new"), every=every)


def side(verdict: str = "by-leave", rules: tuple[str, ...] = ("1",), **more: object) -> Side:
    return Side(verdict, (verdict,), "yes", rules=rules).replace(**more)


def difference(
    actor: str = "NGO",
    relation: str = SAME,
    body: str = "the Conference",
    finer: tuple[Finer, ...] = (),
    a: Side | None = None,
    b: Side | None = None,
    when: tuple[tuple[str, ...], ...] = (),
    **more: object,
) -> Difference:
    """A difference in attending a body."""
    does = f"attend {body}"
    there = {"actor_b": actor, "act_b": "attend", "body_b": body, "does_b": does}
    made = Difference(actor, "attend", body, does, when, a or side(), b or side(), relation, finer=finer, **there)
    return made.replace(**more)


def comparison(*differences: Difference, **more: object) -> Comparison:
    """A comparison with these differences."""
    actors = tuple(Actor(name, f"{name}s", True, "State" in name) for name in {d.actor: None for d in differences})
    made = Comparison(Compared("old", "Old rules", ""), Compared("new", "New rules", ""), differences, actors=actors)
    return made.replace(**more)
