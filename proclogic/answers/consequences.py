"""What each choice of readings and brackets leads to, beside its verdict: who must act, who lets it in, who stops it,
what is presumed, within which limits, in which words."""

from __future__ import annotations

from collections.abc import Iterable

from proclogic.answers.model import Act, Way
from proclogic.values import Value

PARTS = ("steps", "gates", "sets_off", "holds", "presumed", "limits", "strength")


class Consequence(Value):
    """What one choice leads to. `limits` and `strength` are words with their provisions."""

    steps: tuple[Way, ...]
    gates: tuple[Way, ...]
    sets_off: tuple[Way, ...]
    holds: tuple[Way, ...]
    presumed: tuple[Act, ...] = ()
    limits: tuple[tuple[str, str], ...] = ()
    strength: tuple[str, str] = ("", "")


def words(found: Consequence, apart: Iterable[str] = ()) -> str:
    """What a choice leads to in a line. `apart` are the parts in which the choices differ: beside who acts, only these
    are told."""
    apart = set(apart)
    parts = [f"{word} {_either(w)}" for word, w in (("if", found.gates), ("not if", found.sets_off)) if w]
    lines = [", ".join(parts)] if parts else []
    if "steps" in apart and found.steps:
        lines.append(f"it must {' or '.join(' and '.join(a.base or a.text for a in w.acts) for w in found.steps)}")
    if "holds" in apart and found.sets_off:
        lasting = lasts(found)
        lines.append(
            "nobody can undo it"
            if lasting <= set(found.sets_off)
            else f"for good if {_either(w for w in found.holds if w in lasting)}"
        )
    if found.presumed and "presumed" in apart:
        lines.append(f"presumed that {' and '.join(a.text for a in found.presumed)}")
    if "limits" in apart and found.strength[0]:
        lines.append("; ".join(text for text, _ in found.limits) or "without limits")
    if "strength" in apart and found.strength[0]:
        lines.append(f'in the words "{found.strength[0]}"')
    return "; ".join(lines)


def differing(found: Iterable[Consequence]) -> tuple[str, ...]:
    """The parts in which some of them differ."""
    several = list(found)
    conferring = [c for c in several if c.strength[0]]  # what confers nothing has no words and no limits to compare
    compared = {"strength": conferring, "limits": conferring}
    apart = [p for p in PARTS if len({_said(c, p) for c in compared.get(p, several)}) > 1]
    final = {lasts(c) <= set(c.sets_off) for c in several}  # whether who ends it ends it for good
    if final == {True} or (final == {False} and {"gates", "sets_off"}.intersection(apart)):
        apart = [p for p in apart if p != "holds"]  # follows from what is told
    return tuple(apart)


def lasts(found: Consequence) -> set[Way]:
    """What ends it whatever the others do, but for the refusals of those who let it in."""
    return {way for way in found.holds if not all(act.refusal for act in way.acts)}


def _said(found: Consequence, part: str) -> object:
    value = getattr(found, part)
    if part == "strength":
        return value[0]
    return tuple(text for text, _ in value) if part == "limits" else value


def _either(ways: Iterable[Way]) -> str:
    told = [" and ".join(a.text for a in w.acts) for w in ways]
    return (", or " if len(told) > 1 and any(" and " in t for t in told) else " or ").join(told)
