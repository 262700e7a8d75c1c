"""A guess at the cubes that force a goal, read off the facts of a program without solving.

Every rule of the encodings has two mirrors here: what a partial answer must say for its head to be sure, and for it to
be excluded. Both are lists of cubes, put together by "or" and "and". Only time rests on this: the solver confirms what
is guessed, and looks for cubes by itself where that fails (covers.py). The guess may be too small where norms bear on
each other in a circle, or where cases meet: with "a if x" and "a if not x", no single cube shows that a is sure.

A cube is one integer here: see cubes.Masks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from proclogic.engine.cubes import Cube, Masks, absorbed, widest

Cubes = list[int]
LIMIT = 600  # cubes of one condition before the guess is given up

NEVER: Cubes = []
AT_ONCE: Cubes = [0]  # the empty cube: it holds whatever the answers are


class GivenUp(Exception):
    """More cubes than the limit, or a goal of which nothing is known: looking for them one by one may still do."""


class Guess:
    """The cubes of one program. `answers` are the literals of open questions and switches by term, `fixed` the literals
    that are settled, `implied` what follows from each literal in every world."""

    def __init__(
        self,
        facts: Mapping[str, Sequence[tuple[str, ...]]],
        answers: Mapping[str, int],
        fixed: Iterable[int],
        implied: Mapping[int, Cube],
    ) -> None:
        self._facts = facts
        self._answers = answers
        self._settled = set(fixed)
        self._masks = Masks(x for x in answers.values() if x not in self._settled and -x not in self._settled)
        bit = self._masks.bit
        self._implied = [(bit[x], self._masks.of(y for y in implied[x] if y in bit)) for x in implied if x in bit]
        self._found: dict[tuple[str, str], Cubes] = {}
        self._open = {atom for (atom,) in self._all("open")}
        self._statuses = {f"has({status})": status for (status,) in self._all("status")}
        self._literal = dict(self._pairs("literal"))
        self._every = {formula for (formula,) in self._all("every")}
        self._no = dict(self._pairs("no"))
        self._parts = _grouped(self._pairs("part"))
        self._needs = dict(self._pairs("needs"))
        self._denying = _grouped((status, norm) for norm, status in self._pairs("denies"))
        undone = [*self._pairs("prevails"), *self._pairs("disapplies")]
        self._undoing = _grouped((loser, norm) for norm, loser in undone)
        self._giving = _grouped((atom, norm) for norm, atom in self._gifts())

    def _all(self, predicate: str) -> Sequence[tuple[str, ...]]:
        return self._facts.get(predicate, ())

    def _pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        return ((one, other) for one, other in self._all(predicate))

    def _gifts(self) -> Iterable[tuple[str, str]]:
        """Norms with the atoms they give: what they deem, accord, refer, or oblige while the duty is presumed done."""
        above = _grouped((f"{sort},{kind}", wider) for sort, kind, wider in self._all("above"))
        for norm, sort, kind in self._all("deems"):
            yield from ((norm, f"is({sort},{each})") for each in dict.fromkeys((kind, *above[f"{sort},{kind}"])))
        for norm, status in self._pairs("accords"):
            yield norm, f"has({status})"
        for norm, body in self._pairs("refers"):
            yield norm, f"referred({body})"
        if self._on("presume"):
            yield from ((norm, atom) for norm, atom in self._pairs("obliges") if not self._on(f"undone({atom})"))

    def _on(self, switch: str) -> bool:
        return self._answers.get(switch, 0) in self._settled

    def cubes(self, goal: str) -> list[Cube]:
        """The cubes that force a goal, as far as the rules show. Raises GivenUp when there are too many."""
        asked = [self._so(atom) for (atom,) in self._all("asked")]
        granted = self._or([*asked, *(self._effective(norm) for (norm,) in self._all("confers"))])
        bars = [norm for (norm,) in self._all("bars")]
        match goal:
            case "entitled":
                found = self._or(asked) if asked else self._and([granted, *map(self._void, bars)])
            case "forbidden":
                found = self._or(map(self._effective, bars))
            case "conflicting":
                found = self._and([granted, self._or(map(self._effective, bars))])
            case _:
                raise GivenUp
        return [self._masks.cube(c) for c in found]

    # ------------------------------------------------------- norms, conditions and atoms: when sure, when excluded

    def _effective(self, norm: str) -> Cubes:
        def work() -> Cubes:
            return self._and([self._holds(self._needs[norm]), *map(self._void, self._undoing[norm])])

        return self._once("effective", norm, work)

    def _void(self, norm: str) -> Cubes:
        def work() -> Cubes:
            return self._or([self._fails(self._needs[norm]), *map(self._effective, self._undoing[norm])])

        return self._once("void", norm, work)

    def _holds(self, formula: str) -> Cubes:
        if formula in self._literal:
            return self._so(self._literal[formula])
        if formula in self._no:
            return self._fails(self._no[formula])
        join = self._and if formula in self._every else self._or
        return self._once("holds", formula, lambda: join(map(self._holds, self._parts[formula])))

    def _fails(self, formula: str) -> Cubes:
        if formula in self._literal:
            return self._not_so(self._literal[formula])
        if formula in self._no:
            return self._holds(self._no[formula])
        join = self._or if formula in self._every else self._and
        return self._once("fails", formula, lambda: join(map(self._fails, self._parts[formula])))

    def _so(self, atom: str) -> Cubes:
        def work() -> Cubes:
            given = self._or(map(self._effective, self._giving[atom]))
            if atom not in self._statuses:
                return self._or([self._answered(atom, 1), given])
            status = self._statuses[atom]
            if self._on(f"given({status})"):
                return AT_ONCE
            if self._on(f"barred({status})"):
                return NEVER
            return self._and([given, *map(self._void, self._denying[status])])

        return self._once("so", atom, work)

    def _not_so(self, atom: str) -> Cubes:
        def work() -> Cubes:
            void = self._and(map(self._void, self._giving[atom]))
            if atom not in self._statuses:
                return self._and([self._answered(atom, -1), void])
            status = self._statuses[atom]
            if self._on(f"given({status})"):
                return NEVER
            if self._on(f"barred({status})"):
                return AT_ONCE
            return self._or([void, *map(self._effective, self._denying[status])])

        return self._once("not so", atom, work)

    def _answered(self, atom: str, sign: int) -> Cubes:
        """That the atom is answered yes (1) or no (-1); what is never asked has the answer no."""
        if atom not in self._open:
            return AT_ONCE if self._on(f"given({atom})") == (sign > 0) else NEVER
        literal = sign * self._answers[atom]
        if literal in self._masks.bit:
            return [self._masks.bit[literal]]
        return AT_ONCE if literal in self._settled else NEVER

    def _once(self, what: str, name: str, work: Callable[[], Cubes]) -> Cubes:
        """Worked out once. Met again within its own work, in a circle, nothing is sure."""
        key = what, name
        if key not in self._found:
            self._found[key] = NEVER
            self._found[key] = work()
        return self._found[key]

    # ---------------------------------------------------------------------------------------------- or and and

    def _or(self, alternatives: Iterable[Cubes]) -> Cubes:
        found = [a for a in alternatives if a]
        if not found:
            return NEVER
        return found[0] if len(found) == 1 else self._few(c for cubes in found for c in cubes)

    def _and(self, demands: Iterable[Cubes]) -> Cubes:
        found = AT_ONCE
        for cubes in sorted(demands, key=len):
            if not cubes:
                return NEVER
            if found == AT_ONCE:
                found = cubes
            elif cubes != AT_ONCE:
                if len(found) * len(cubes) > LIMIT * LIMIT // 10:
                    raise GivenUp
                contrary = {c: self._masks.contrary(self._closed(c)) for c in found}
                found = self._few([one | other for one in found for other in cubes if not contrary[one] & other])
        return found

    def _few(self, cubes: Iterable[int]) -> Cubes:
        """The cubes without those whose worlds others have."""
        found = absorbed(cubes)
        if len(found) > LIMIT:
            found = [found[i] for i in widest(found, list(map(self._closed, found)))]
        if len(found) > LIMIT:
            raise GivenUp
        return found

    def _closed(self, cube: int) -> int:
        """A cube with what follows from each of its literals."""
        found = cube
        for literal, implied in self._implied:
            if cube & literal:
                found |= implied
        return found


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
