"""A text with brackets answers for every resolution as the texts do that are resolved by hand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.compiled import ruleset as compiled
from proclogic.norms.model import Ruleset
from proclogic.norms.resolving import resolve
from proclogic.sources import Source
from proclogic.syntax.parse import parse_question

HEAD = """Ruleset: draft.
Language: 1.
Title: "A draft".
Silence: not conferred.
Actor: State Party, plural States Parties.
Actor: NGO.
Body: the Conference, of States Parties.
Officer: the President, of the Conference.
Act: attend, a body.
Act: speak, in a body.
Quality: is in consultative status, of an NGO.
Status: observer status.
Event: object to it, by a State Party.
Event: invite it to speak, by the President.
Event: decide to admit it, by the Conference.
Event: apply for observer status, by the actor.

"""
TAILS = (
    "if it is in consultative status",
    "if no State Party objects to it",
    "unless the Conference decides to admit it",
    "if the President invites it to speak",
    "if it applies for observer status",
    "unless a State Party objects to it",
    "if it has observer status",
)
VERBS = ("may attend the Conference", "may not attend the Conference", "may speak in the Conference")
GIVES = (
    "has observer status",
    "is accorded observer status",
    "may be accorded observer status",
    "is not accorded observer status",
)
QUESTIONS = (
    "May an NGO attend the Conference?",
    "May an NGO in consultative status attend the Conference, if a State Party objects to it?",
)


class Provision(NamedTuple):
    """A sentence with brackets: in brackets as a whole or not, its verbs, and for each tail its alternatives ("" for
    deletion)."""

    number: int
    whole: bool
    verbs: tuple[str, ...]
    tails: tuple[tuple[str, ...], ...]

    def groups(self) -> list[tuple[str, tuple[str, ...]]]:
        """The brackets with their alternatives, by id."""
        found: list[tuple[str, ...]] = []
        if self.whole:
            found.append(("whole", ""))
        if len(self.verbs) > 1:
            found.append(self.verbs)
        found += [t for t in self.tails if len(t) > 1]
        many = len(found) > 1
        return [(f"{self.number} [{k}]" if many else str(self.number), g) for k, g in enumerate(found, 1)]

    def text(self, chosen: dict[str, int] | None) -> str:
        """The sentence; with brackets where nothing is chosen."""
        waiting = iter(self.groups())
        whole = next(waiting) if self.whole else None
        if chosen is not None and whole is not None and chosen[whole[0]] == 1:
            return ""

        def part(alternatives: tuple[str, ...]) -> str:
            if len(alternatives) == 1:
                return alternatives[0]
            name, found = next(waiting)
            if chosen is not None:
                return found[chosen[name]]
            texts = [a for a in found if a]
            brackets = "".join(f"[{t} | by: Group {k}]" for k, t in enumerate(texts))
            return brackets + ("[ | delete: Group X]" if "" in found else "")

        said = f"An NGO {part(self.verbs)}"
        for tail in self.tails:
            words = part(tail)
            said += f", {words}" if words else ""
        said += "."
        return f"[{said}]" if whole is not None and chosen is None else said


def tails() -> st.SearchStrategy[tuple[str, ...]]:
    """A tail, or two or three alternatives, or one with its deletion."""
    some = st.lists(st.sampled_from(TAILS), min_size=1, max_size=2, unique=True)
    return st.tuples(some, st.booleans()).map(lambda t: (*t[0], "") if t[1] else tuple(t[0]))


@st.composite
def drafts(draw: st.DrawFn) -> list[Provision]:
    """A few provisions with few enough resolutions to look at each."""
    found = []
    for number in range(1, draw(st.integers(2, 4))):
        verbs = draw(st.sampled_from([VERBS, GIVES]))
        count = draw(st.integers(1, 2))
        chosen = draw(st.lists(st.sampled_from(verbs), min_size=count, max_size=count, unique=True))
        after = draw(st.lists(tails(), max_size=2, unique=True))
        found.append(Provision(number, draw(st.integers(0, 3)) == 0, tuple(chosen), tuple(after)))
    while _count(found) > 48:
        found.pop()
    return found


def _count(provisions: Sequence[Provision]) -> int:
    total = 1
    for p in provisions:
        for _, group in p.groups():
            total *= len(group)
    return total


def made(provisions: Sequence[Provision], chosen: dict[str, int] | None) -> Ruleset:
    """The ruleset of the texts."""
    lines = [f"{p.number}      {text}" for p in provisions if (text := p.text(chosen))]
    text = HEAD + "\n".join(lines or ["9      A State Party may attend the Conference."]) + "\n"
    ruleset, found, _ = compiled([Source("draft.rules", text)], {}, "draft")
    assert ruleset is not None, (text, found)
    return ruleset


def ask(ruleset: Ruleset, text: str) -> Answer:
    question, faults = parse_question(text, ruleset.vocabulary)
    assert question is not None, faults
    return answer(ruleset, question)


@settings(max_examples=40)
@given(drafts())
def test_every_resolution_answers_as_the_text_resolved_by_hand(provisions: list[Provision]) -> None:
    groups = [g for p in provisions for g in p.groups()]
    bracketed = made(provisions, None)
    names = {b.id: [a.name for a in b.alternatives] for b in bracketed.brackets}
    assert list(names) == [name for name, _ in groups]
    for text in QUESTIONS:
        symbolic = ask(bracketed, text)
        seen: set[str] = set()
        for places in product(*(range(len(g)) for _, g in groups)):
            chosen = dict(zip((name for name, _ in groups), places, strict=True))
            by_hand = ask(made(provisions, chosen), text)
            resolved = ask(resolve(bracketed, {n: names[n][k] for n, k in chosen.items()}), text)
            assert (resolved.verdict, resolved.outcome) == (by_hand.verdict, by_hand.outcome)
            assert resolved.verdicts == by_hand.verdicts
            seen.update(by_hand.verdicts)
            for told in symbolic.resolutions if len(symbolic.cases) < 2 else ():
                kept = {name: names[name][place] for name, place in chosen.items()}
                fits = all((kept[c.bracket] == (c.text or "(deleted)")) == c.stands for c in told.choices)
                assert not fits or by_hand.verdict in told.verdicts
        assert set(symbolic.verdicts) == seen
