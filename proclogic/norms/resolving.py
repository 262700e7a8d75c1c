"""Brackets resolved: the ruleset that is left when some choices have been made.

resolve(ruleset, {"17(2)": "if no State Party objects to it"})     one choice
resolve(ruleset, {"17(1)": NOTHING})                               no alternative of [may][shall]: the sentence goes
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proclogic.norms.conditions import ALWAYS, And, Formula, Keeps, Not, Or
from proclogic.norms.formulas import atoms, pushed
from proclogic.norms.model import DELETED, Alternative, Bracket, Norm, Ruleset
from proclogic.norms.numbers import covers

NOTHING = ""  # no alternative stands
AGREED = "agreed"


class UnknownChoice(Exception):
    """A choice that names no bracket or no alternative. `known` are those that could have been meant, in words."""

    def __init__(self, text: str, what: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{text}: {what}")
        self.text = text
        self.what = what
        self.known = known


def choices(ruleset: Ruleset, texts: Iterable[str]) -> dict[str, str]:
    """What texts such as "17(2): EU", "EU", "Option 2" or "agreed" choose: alternatives by bracket id.

    A later text goes before an earlier one. Raises UnknownChoice.
    """
    made: dict[str, str] = {}
    for text in texts:
        made.update(_chosen(ruleset, text.strip()))
    return made


def _chosen(ruleset: Ruleset, text: str) -> dict[str, str]:
    if text.casefold() == AGREED:
        return {b.id: DELETED if any(a.name == DELETED for a in b.alternatives) else NOTHING for b in ruleset.brackets}
    place, colon, wanted = (part.strip() for part in text.partition(":"))
    if not colon:
        place, wanted = "", text
    brackets = [b for b in ruleset.brackets if not place or _is_at(b, place)]
    if not brackets:
        known = tuple(dict.fromkeys(b.id for b in ruleset.brackets))
        raise UnknownChoice(text, f"there are no brackets at {place}" if place else "there are no brackets", known)
    found = {b.id: name for b in brackets if (name := _alternative(b, wanted)) is not None}
    if not found:
        shown = tuple(f"{b.id}: {_shown(a)}" for b in brackets for a in b.alternatives)
        raise UnknownChoice(text, f"no alternative there is called or proposed by {wanted}", shown)
    return found


def _is_at(bracket: Bracket, place: str) -> bool:
    return bracket.id.casefold() == place.casefold() or covers(place, bracket.provision)


def _alternative(bracket: Bracket, wanted: str) -> str | None:
    """The alternative of a text, a proposer or supporter, or a place in the list (1 is the first)."""
    low = " ".join(wanted.strip('"“”').casefold().split())
    if low in ("deleted", "delete", "deletion"):
        low = DELETED
    for one in bracket.alternatives:
        if low == " ".join(one.name.casefold().split()):
            return one.name
    for who in ("proposers", "supporters"):
        for one in bracket.alternatives:
            if any(low == name.casefold() for name in getattr(one, who)):
                return one.name
    if low.isdecimal() and 0 < int(low) <= len(bracket.alternatives):
        return bracket.alternatives[int(low) - 1].name
    return None


def _shown(one: Alternative) -> str:
    by = f" ({', '.join(one.proposers)})" if one.proposers else ""
    return f"{one.name}{by}"


def resolve_all(ruleset: Ruleset, texts: Iterable[str]) -> Ruleset:
    """The ruleset with the choices of some texts made in it, and in the text of it without its amendments, where it has
    other alternatives. Raises UnknownChoice for what is a choice in none of the two."""
    texts = tuple(texts)
    if ruleset.unamended is None or not texts:
        return resolve(ruleset, choices(ruleset, texts))
    made: dict[str, str] = {}
    beneath: list[str] = []
    for text in texts:
        try:
            made.update(choices(ruleset, (text,)))
        except UnknownChoice as unknown:
            if not _is_choice(ruleset.unamended, text):
                raise unknown from None
        if _is_choice(ruleset.unamended, text):
            beneath.append(text)
    return resolve(ruleset, made).replace(unamended=resolve_all(ruleset.unamended, beneath))


def _is_choice(ruleset: Ruleset, text: str) -> bool:
    try:
        resolve_all(ruleset, (text,))
    except UnknownChoice:
        return False
    return True


def resolve(ruleset: Ruleset, made: Mapping[str, str]) -> Ruleset:
    """The ruleset with these choices made; the other brackets are left open."""
    if not made:
        return ruleset
    norms = [_resolved(n, made) for n in ruleset.norms]
    return ruleset.replace(
        norms=tuple(n for n in norms if n is not None),
        brackets=tuple(b for b in ruleset.brackets if b.id not in made),
        resolved=(*ruleset.resolved, *made.items()),
    )


def _resolved(norm: Norm, made: Mapping[str, str]) -> Norm | None:
    guard, condition = _settled(norm.guard, made), _settled(norm.condition, made)
    if guard is None or condition is None:
        return None
    return (
        norm if (guard, condition) == (norm.guard, norm.condition) else norm.replace(guard=guard, condition=condition)
    )


def _settled(formula: Formula, made: Mapping[str, str]) -> Formula | None:
    """What is left of a formula; None when it can no longer hold."""
    if not any(isinstance(a, Keeps) and a.bracket in made for a in atoms(formula)):
        return formula
    return _put(pushed(formula), made)


def _put(formula: Formula, made: Mapping[str, str]) -> Formula | None:
    match formula:
        case Keeps(bracket, alternative) if bracket in made:
            return ALWAYS if made[bracket] == alternative else None
        case Not(Keeps(bracket, alternative)) if bracket in made:
            return None if made[bracket] == alternative else ALWAYS
        case And():
            left = [_put(p, made) for p in formula.parts]
            if None in left:
                return None
            kept = tuple(p for p in left if p is not None and p != ALWAYS)
            return ALWAYS if not kept else kept[0] if len(kept) == 1 else And(kept)
        case Or(parts):
            found = [_put(p, made) for p in parts]
            if ALWAYS in found:
                return ALWAYS
            some = tuple(p for p in found if p is not None)
            return None if not some else some[0] if len(some) == 1 else Or(some)
        case _:
            return formula
