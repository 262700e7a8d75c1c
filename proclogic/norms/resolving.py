"""Brackets resolved: the ruleset that is left when some choices have been made.

resolve(ruleset, {"17(2)": "if no State Party objects to it"})     one choice
resolve(ruleset, {"17(1)": NOTHING})                               no alternative of [may][shall]: the sentence goes
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proclogic.norms.conditions import ALWAYS, And, Formula, Keeps, Not, Or
from proclogic.norms.fallen import fallen
from proclogic.norms.formulas import atoms, pushed
from proclogic.norms.model import DELETED, Alternative, Bracket, Norm, Ruleset
from proclogic.norms.numbers import covers
from proclogic.values import Value

NOTHING = ""  # no alternative stands
AGREED = "agreed"


class WrongChoice(Exception):
    """A choice that cannot be made. `listed` are lines that say more, each by itself."""

    def __init__(self, message: str, listed: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.listed = listed

    @property
    def words(self) -> str:
        """All of it in one line."""
        return f"{self}{': ' if self.listed else ''}{'; '.join(self.listed)}"


class UnknownChoice(WrongChoice):
    """A choice that names no bracket or no alternative. `listed` are those that could have been meant."""


class Clash(WrongChoice):
    """Choices that cannot be made together."""


class Made(Value):
    """What a text chooses: alternatives by bracket id. Of choices in one bracket that of the higher rank goes first:
    one that names the bracket (3), a place (2), no place (1), "agreed" (0)."""

    text: str
    rank: int
    by_bracket: Mapping[str, str]


def choices(ruleset: Ruleset, texts: Iterable[str]) -> dict[str, str]:
    """What texts such as "17(2): EU", "EU", "Option 2" or "agreed" choose together: alternatives by bracket id. Raises
    UnknownChoice, and Clash."""
    return together(ruleset, [chosen(ruleset, text) for text in texts])


def together(ruleset: Ruleset, made: Sequence[Made]) -> dict[str, str]:
    """What several texts choose together: alternatives by bracket id. Raises Clash where two of one rank contradict
    each other, and where one chooses only in brackets that the others leave no place."""
    found: dict[str, Made] = {}
    wrong: dict[tuple[str, str], list[str]] = {}
    for one in sorted(made, key=lambda m: m.rank):
        for bracket, name in one.by_bracket.items():
            before = found.get(bracket)
            if before is not None and before.rank == one.rank and before.by_bracket[bracket] != name:
                other = _quoted(before.by_bracket[bracket])
                wrong.setdefault((before.text, one.text), []).append(f"at {bracket}: {other}, or {_quoted(name)}")
            found[bracket] = one
    for (first, second), where in wrong.items():
        if ":" not in first:
            place = where[0].removeprefix("at ").partition(": ")[0]
            where.append(f"to choose in one bracket by itself, name it: “{place}: {first}”")
        raise Clash(f"“{first}” and “{second}” contradict each other", tuple(where))
    chosen = {bracket: one.by_bracket[bracket] for bracket, one in found.items()}
    _all_stand(ruleset, made, chosen)
    return chosen


def _all_stand(ruleset: Ruleset, made: Sequence[Made], chosen: Mapping[str, str]) -> None:
    """Raises Clash where a text chooses only in brackets that stand no longer, after the other choices."""
    speaking: dict[str, list[Norm]] = {}
    for norm in ruleset.norms:
        for atom in atoms(norm.guard):
            if isinstance(atom, Keeps):
                speaking.setdefault(atom.bracket, []).append(norm)

    def stands(bracket: str, choices: Mapping[str, str]) -> bool:
        others = {b: name for b, name in choices.items() if b != bracket}
        return bracket not in speaking or any(_resolved(n, others) is not None for n in speaking[bracket])

    for one in made:
        lost = [bracket for bracket in one.by_bracket if not stands(bracket, chosen)]
        if not one.rank or not lost or len(lost) < len(one.by_bracket):
            continue
        takes = [o.text for o in made if o is not one and not any(stands(b, o.by_bracket) for b in lost)]
        by = f"“{takes[0]}”" if takes else "the other choices"
        which = "a bracket that stands" if len(lost) == 1 else "brackets that stand"
        raise Clash(f"“{one.text}” chooses in {which} no longer, after {by}", (f"it chooses at {', '.join(lost)}",))


def _quoted(alternative: str) -> str:
    return "deleted" if alternative == DELETED else f"“{alternative}”"


def chosen(ruleset: Ruleset, text: str) -> Made:
    """What one text chooses. Raises UnknownChoice."""
    text = text.strip()
    if text.casefold() == AGREED:
        deleted = (DELETED if any(a.name == DELETED for a in b.alternatives) else NOTHING for b in ruleset.brackets)
        return Made(text, 0, {b.id: name for b, name in zip(ruleset.brackets, deleted, strict=True)})
    place, colon, wanted = (part.strip() for part in text.partition(":"))
    if not colon:
        place, wanted = "", text
    brackets = [b for b in ruleset.brackets if not place or _is_at(b, place)]
    if not brackets:
        known = tuple(dict.fromkeys(b.id for b in ruleset.brackets))
        there = f"there are no brackets at {place}" if place else "there are no brackets"
        raise UnknownChoice(f"{text}: {there}{'; there are some at' if known else ''}", known)
    found = {b.id: name for b in brackets if (name := _alternative(b, wanted)) is not None}
    if not found:
        shown = tuple(f"{b.id}: {_shown(a)}" for b in brackets for a in b.alternatives)
        several = any(
            wanted.casefold() in (n.casefold() for n in a.proposers) for b in brackets for a in b.alternatives
        )
        what = "several alternatives there are" if several else "no alternative there is called or"
        raise UnknownChoice(f"{text}: {what} proposed by {wanted}; there is", shown)
    exact = place and any(b.id.casefold() == place.casefold() for b in brackets)
    return Made(text, 3 if exact else 2 if place else 1, found)


def _is_at(bracket: Bracket, place: str) -> bool:
    return bracket.id.casefold() == place.casefold() or covers(place, bracket.provision)


def _alternative(bracket: Bracket, wanted: str) -> str | None:
    """The alternative of a text, a proposer or supporter, or a place in the list (1 is the first); None where it is
    none of them, or where one proposed several: which of them is not for this program to say."""
    low = " ".join(wanted.strip('"“”').casefold().split())
    if low in ("deleted", "delete", "deletion"):
        low = DELETED
    for one in bracket.alternatives:
        if low == " ".join(one.name.casefold().split()):
            return one.name
    for who in ("proposers", "supporters"):
        named = [a.name for a in bracket.alternatives if any(low == name.casefold() for name in getattr(a, who))]
        if named:
            return named[0] if len(named) == 1 else None
    if low.isdecimal() and 0 < int(low) <= len(bracket.alternatives):
        return bracket.alternatives[int(low) - 1].name
    return None


def _shown(one: Alternative) -> str:
    by = f" ({', '.join(one.proposers)})" if one.proposers else ""
    return f"{one.name}{by}"


def resolve_all(ruleset: Ruleset, texts: Iterable[str], layers: Iterable[str] = ()) -> Ruleset:
    """The ruleset with the choices of some texts made in it, and in the text of it without its amendments, where it has
    other alternatives. Raises UnknownChoice for what is a choice in none of the two, and Clash where they cannot be
    made together in the text that counts with these layers (none named: the usual ones). Where they only clash in a
    text that does not count, no choice is made in that one."""
    texts = tuple(texts)
    for text in texts:
        known(ruleset, text)
    return _in_each(ruleset, texts, ruleset.counting(tuple(layers) or ruleset.usual_layers))


def known(ruleset: Ruleset, text: str) -> None:
    """Raises UnknownChoice for what is a choice neither in the ruleset nor in the text without its amendments."""
    try:
        chosen(ruleset, text)
    except UnknownChoice as unknown:
        if ruleset.unamended is None or not _is_choice(ruleset.unamended, text):
            raise unknown from None


def _is_choice(ruleset: Ruleset, text: str) -> bool:
    try:
        known(ruleset, text)
    except UnknownChoice:
        return False
    return True


def _in_each(ruleset: Ruleset, texts: Sequence[str], counted: Ruleset) -> Ruleset:
    made: list[Made] = []
    for text in texts:
        try:
            made.append(chosen(ruleset, text))
        except UnknownChoice:  # a choice in the text without the amendments only
            continue
    try:
        found = resolve(ruleset, together(ruleset, made))
    except Clash:
        if ruleset is counted:
            raise
        found = ruleset
    found = found.replace(choices=(*ruleset.choices, *texts))
    if ruleset.unamended is None:
        return found
    return found.replace(unamended=_in_each(ruleset.unamended, texts, counted))


def resolve(ruleset: Ruleset, made: Mapping[str, str]) -> Ruleset:
    """The ruleset with these choices made; the other brackets are left open."""
    if not made:
        return ruleset
    norms = tuple(left for n in ruleset.norms if (left := _resolved(n, made)) is not None)
    return ruleset.replace(
        norms=norms,
        brackets=tuple(b for b in ruleset.brackets if b.id not in made),
        resolved=(*ruleset.resolved, *made.items()),
        fallen=(*ruleset.fallen, *fallen(ruleset, made, norms)),
    )


def _resolved(norm: Norm, made: Mapping[str, str]) -> Norm | None:
    guard, condition = left_of(norm.guard, made), left_of(norm.condition, made)
    if guard is None or condition is None:
        return None
    return (
        norm if (guard, condition) == (norm.guard, norm.condition) else norm.replace(guard=guard, condition=condition)
    )


def left_of(formula: Formula, made: Mapping[str, str]) -> Formula | None:
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
