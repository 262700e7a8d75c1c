"""Walking and joining conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from proclogic.norms.conditions import (
    ALWAYS,
    Always,
    And,
    Atom,
    Formula,
    Happens,
    Has,
    Is,
    Keeps,
    Not,
    Or,
    Reads,
    ReferredTo,
)

_ATOMS = (Is, Has, Happens, ReferredTo, Reads, Keeps)


def atoms(formula: Formula) -> Iterator[Atom]:
    """The atoms of a formula, from left to right, repeated as they stand."""
    todo = [formula]
    while todo:
        part = todo.pop()
        if isinstance(part, _ATOMS):
            yield part
        elif isinstance(part, And | Or):
            todo.extend(reversed(part.parts))
        elif isinstance(part, Not):
            todo.append(part.part)


def as_atom(formula: Formula) -> Atom:
    """A formula that is an atom, as one; `TypeError` for any other."""
    if isinstance(formula, _ATOMS):
        return formula
    raise TypeError(f"{type(formula).__name__} is no atom")


def conjuncts(formula: Formula) -> Iterator[Formula]:
    """The parts that must all hold."""
    if isinstance(formula, And):
        for part in formula.parts:
            yield from conjuncts(part)
    elif not isinstance(formula, Always):
        yield formula


def both(*formulas: Formula) -> Formula:
    """The conjunction, without what is always true."""
    parts = tuple(p for f in formulas for p in conjuncts(f))
    return ALWAYS if not parts else parts[0] if len(parts) == 1 else And(parts)


def either(*formulas: Formula) -> Formula:
    """The disjunction; always true when one of the parts is."""
    parts: list[Formula] = []
    for formula in formulas:
        parts.extend(formula.parts if isinstance(formula, Or) else (formula,))
    if any(isinstance(p, Always) for p in parts):
        return ALWAYS
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def opposite(formula: Formula) -> Formula:
    """The negation, without a double one."""
    return formula.part if isinstance(formula, Not) else Not(formula)


def replaced(formula: Formula, change: Callable[[Atom], Formula]) -> Formula:
    """The formula with each atom exchanged; the very same value where nothing changes."""
    match formula:
        case And(parts) | Or(parts):
            new = tuple(replaced(p, change) for p in parts)
            same = all(a is b for a, b in zip(parts, new, strict=True))
            return formula if same else And(new) if isinstance(formula, And) else Or(new)
        case Not(part):
            inner = replaced(part, change)
            return formula if inner is part else Not(inner)
        case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
            return change(formula)
        case _:
            return formula


def pushed(formula: Formula, holds: bool = True) -> Formula:
    """The formula (or its contrary) with negation only before atoms, so that not-not-A is A also where A is derived."""
    match formula:
        case Not(part):
            return pushed(part, not holds)
        case And(parts) | Or(parts):
            inner = tuple(pushed(p, holds) for p in parts)
            return And(inner) if isinstance(formula, And) == holds else Or(inner)
        case Always() if not holds:
            return Or(())  # never
        case _:
            return formula if holds else Not(formula)


def parts_of(formula: Formula) -> Iterator[Formula]:
    """The formula and every part of it."""
    yield formula
    match formula:
        case And(parts) | Or(parts):
            for part in parts:
                yield from parts_of(part)
        case Not(part):
            yield from parts_of(part)
        case _:
            pass
