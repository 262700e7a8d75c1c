"""Differences that say the same, as one row: of several actors, and of one act in several bodies."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from proclogic.compare.model import Difference, Finer, Side, Witness
from proclogic.values import Value, unique

ACTOR, ACT, BODY, PROVISION = "actor", "act", "body", "provision"
VIEWS = (ACTOR, ACT, BODY, PROVISION)


class Row(Value):
    """Differences of `actors` in one act, in all of `bodies`, in the same case: what one of them says holds for all.
    `does` is the act with these bodies and its object; the rules of a side are those of all of them."""

    actors: tuple[str, ...]
    act: str
    bodies: tuple[str, ...]
    does: str
    when: tuple[tuple[str, ...], ...]
    a: Side
    b: Side
    relation: str
    inclusion: bool
    finer: tuple[Finer, ...]
    witnesses: tuple[Witness, ...]
    why: str = ""


def rows(differences: Iterable[Difference], by: str = ACTOR) -> tuple[Row, ...]:
    """The differences as rows. `by` what they are sorted: rows of one actor, act or body stand together, and a row by
    body is of one body."""
    found = tuple(differences)
    several = _several(found)
    actors: dict[tuple[Hashable, str], list[Difference]] = {}
    for one in found:
        actors.setdefault((_said(one), one.body), []).append(one)
    bodies: dict[Hashable, list[list[Difference]]] = {}
    for (said, body), alike in actors.items():
        who = unique(_actor(d, several) for d in alike)
        bodies.setdefault((said, who, body if by == BODY else ""), []).append(alike)
    made = [_row(alike, several) for alike in bodies.values()]
    order = {name: number for number, name in enumerate(unique(_actor(d, several) for d in found))}
    places = {body: number for number, body in enumerate(unique(d.body for d in found))}
    acts = {act: number for number, act in enumerate(unique(d.act for d in found))}

    def key(row: Row) -> tuple[object, ...]:
        who = [order[name] for name in row.actors]
        where = [places[body] for body in row.bodies]
        match by:
            case "act":
                return acts[row.act], where, who
            case "body":
                return where, who, acts[row.act]
        return who, acts[row.act], where

    return tuple(sorted(made, key=key))


def section(row: Row, by: str) -> tuple[str, ...]:
    """What the rows of a section have in common."""
    match by:
        case "act":
            return (row.act,)
        case "body":
            return row.bodies
    return row.actors


def _said(one: Difference) -> tuple[object, ...]:
    sides = (side.replace(rules=(), strength="") for side in (one.a, one.b))
    return one.act, _without_body(one), one.when, *sides, one.relation, one.inclusion, one.finer, one.why


def _without_body(one: Difference) -> str:
    return one.does.replace(one.body, "", 1) if one.body else one.does


def _row(alike: list[list[Difference]], several: frozenset[tuple[str, str]]) -> Row:
    first = alike[0][0]
    bodies = unique(part[0].body for part in alike)
    places = f"{', '.join(bodies[:-1])} or {bodies[-1]}" if len(bodies) > 1 else bodies[0]
    does = first.does.replace(first.body, places, 1) if first.body else first.does
    every = [one for part in alike for one in part]
    return Row(
        unique(_actor(d, several) for d in alike[0]),
        first.act,
        bodies,
        does,
        first.when,
        first.a.replace(rules=unique(rule for one in every for rule in one.a.rules)),
        first.b.replace(rules=unique(rule for one in every for rule in one.b.rules)),
        first.relation,
        first.inclusion,
        first.finer,
        first.witnesses,
        first.why,
    )


def _several(differences: Iterable[Difference]) -> frozenset[tuple[str, str]]:
    """The cells of A that stand for several of B."""
    there: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for one in differences:
        there.setdefault((one.actor, one.does), set()).add((one.actor_b, one.does_b))
    return frozenset(cell for cell, others in there.items() if len(others) > 1)


def _actor(one: Difference, several: frozenset[tuple[str, str]]) -> str:
    """The actor; with its name in B where the cell stands for several cells of B."""
    if (one.actor, one.does) not in several:
        return one.actor
    there = one.actor_b if one.actor_b != one.actor else one.does_b
    return f"{one.actor} (in B: {there})"
