"""The question that asks one side for a world, with the options that go with it: pasted, it gets the answer shown."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.options import Options
from proclogic.compare.cases import Cases
from proclogic.diagnostics.phrasing import listed
from proclogic.engine.cubes import Cube
from proclogic.norms.conditions import Atom, Deadline, Formula, Happens, Has, Is, Keeps, Reads
from proclogic.norms.model import LAYERS
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import BODY, OBJECT
from proclogic.reference.events import keeps
from proclogic.syntax import printer
from proclogic.values import Value, unique


def usual(asker: Asker) -> tuple[str, ...]:
    """What every question to a side is to be asked with: what tells it from a question without options."""
    ruleset, options = asker.ruleset, asker.options
    found = ["--strict"] if options.strict else []
    if options.layers != Options().on(ruleset).layers:
        found.append(f"--layers {','.join(layer for layer in LAYERS if layer in options.layers)}")
    found += [f"--reading {_quoted(f'{dispute}={reading}')}" for dispute, reading in options.readings]
    if ruleset.choices or not ruleset.resolved:
        found += [f"--resolve {_quoted(text)}" for text in ruleset.choices]
    else:  # made without a text
        found += [f"--resolve {_quoted(f'{bracket}: {text}')}" for bracket, text in ruleset.resolved if text]
    return tuple(found)


def _quoted(text: str) -> str:
    """A text in quotes, as a shell takes it."""
    return f'"{text}"' if not set(text) & set('"$`\\') else shlex.quote(text)


class Ruled(Value):
    """A world of one side: the answers to its open questions (`truths`), the readings and the text that are taken, and
    what the side says of it."""

    truths: Mapping[Atom, bool]
    chosen: frozenset[Atom]
    granted: bool
    forbidden: bool


class Pasting:
    """Puts the worlds of one pair of cells as questions."""

    def __init__(self, cases: Cases, askers: tuple[Asker, Asker], cells: tuple[Cell, Cell]) -> None:
        self.cases, self.joint, self.askers, self.cells = cases, cases.joint, askers, cells
        self.usual = usual(askers[0]), usual(askers[1])

    def plain(self, side: int, case: Iterable[int]) -> str:
        """The question that asks a side for the cell in a case."""
        return self._printed(side, [f for x in sorted(case, key=abs) for f in self._fact(side, x)])

    def pasted(
        self, said: Sequence[int], dated: Mapping[int, Deadline], worlds: tuple[Ruled, Ruled]
    ) -> list[tuple[str, tuple[str, ...]]]:
        """For each side the question that asks it for a world, and its options: with what is so, what is done (on the
        day `dated`), what the answer of either side turns on besides, and the readings and text of all of these."""
        closed = self.joint.nogoods.closure(frozenset(said)) or frozenset(said)
        about: list[set[Atom]] = []
        turning: list[int] = []
        for side, world in enumerate(worlds):
            posed = self.joint.posed[side]
            known = {posed.atom(abs(x)) for x in self.joint.of_side(side, closed)} if posed is not None else set()
            more = self._turning(side, world, known)
            about.append(known | {posed.atom(abs(x)) for x in more} if posed is not None else known)
            turning += sorted(self.joint.cube(side, more), key=abs)
        found = []
        for side, world in enumerate(worlds):
            facts = [f for x in said for f in self._fact(side, x, dated.get(x))]
            days = {_act(f.atom) for f in facts if f.period is not None}
            told = (self._atom(side, abs(x), True) for x in turning)
            facts += [
                Fact(atom, x > 0)
                for x, made in zip(turning, told, strict=True)
                if (atom := _sayable(made, x > 0, world.truths)) is not None and _act(atom) not in days
            ]
            options = unique((*self.usual[side], *self._chosen(world, about[side])))
            found.append((self._printed(side, list(unique(facts))), options))
        return found

    def _turning(self, side: int, world: Ruled, known: Collection[Atom]) -> list[int]:
        """What must be said besides `known`, so that the side says of the world what it does: what lets it in, of one
        way to be let in; else what each way lacks, acts before readings; and what makes it prohibited. In the literals
        of the side."""
        posed, profile, truths = self.joint.posed[side], self.cases.profiles[side], world.truths
        if posed is None:
            return []
        found: list[int] = []

        def holds(literal: int) -> bool:
            return truths.get(posed.atom(literal), False) == (literal > 0)

        def unsaid(literals: Iterable[int]) -> list[int]:
            told = {abs(x) for x in found}
            return sorted((x for x in literals if posed.atom(x) not in known and abs(x) not in told), key=abs)

        def shortest(ways: Iterable[Iterable[int]]) -> list[int]:
            return min(map(unsaid, ways), key=lambda left: (len(left), left), default=[])

        if world.granted:
            ways = (c for c in profile.entitled if all(map(holds, c)))
            return shortest([x for x in c if not isinstance(posed.atom(x), Happens)] for c in ways)
        if world.forbidden:
            found += shortest(c for c in profile.forbidden if all(map(holds, c)))
        lacking = [[x for x in c if not holds(x)] for c in profile.entitled]
        while left := [some for some in lacking if len(unsaid(some)) == len(some)]:
            counts = Counter(x for some in left for x in some)
            found.append(-min(counts, key=lambda x: (self._last(side, posed.atom(x)), -counts[x], abs(x), x)))
        return found

    def _last(self, side: int, atom: Atom) -> int:
        """In which order it is said what a way lacks: acts and words that nobody is named to judge, what somebody is or
        has, readings and text."""
        if isinstance(atom, Has):
            said = self.askers[side].wording.predicates.get(atom.predicate)
            return 0 if said is not None and said.role == "judgement" and not said.judge else 1
        return 2 if isinstance(atom, Reads | Keeps) else 0 if isinstance(atom, Happens) else 1

    def dated(self, world: Cube, told: Iterable[int]) -> dict[int, Deadline]:
        """On which day acts are done that keep one deadline and miss another."""
        atoms, found = self.joint.atoms, dict[int, Deadline]()
        for number in told:
            atom = atoms[abs(number)]
            if number < 0 or not isinstance(atom, Happens) or atom.deadline is None or atom.count is not None:
                continue
            day = atom.deadline.replace(bound="")
            alike = [(n, o.deadline) for n, o in atoms.items() if isinstance(o, Happens) and _is_of(o, atom)]
            if all(keeps(day, d) == (n in world) for n, d in alike if d is not None and (n in world or -n in world)):
                found[number] = day
        return found

    def _chosen(self, world: Ruled, about: Collection[Atom]) -> Iterator[str]:
        """The readings and the text that a world takes, of the disputes and brackets of some atoms, as options."""
        disputes = {a.dispute for a in about if isinstance(a, Reads)}
        brackets = {a.bracket for a in about if isinstance(a, Keeps)}
        for atom in sorted(world.chosen, key=repr):
            match atom:
                case Reads(dispute, reading) if dispute in disputes:
                    yield f"--reading {_quoted(f'{dispute}={reading}')}"
                case Keeps(bracket, alternative) if bracket in brackets:
                    yield f"--resolve {_quoted(f'{bracket}: {alternative}')}"

    def _fact(self, side: int, number: int, day: Deadline | None = None) -> Iterator[Fact]:
        """A literal of both as a fact in the words of a side; nothing where it has none, or where nobody does it."""
        atom = self._atom(side, abs(number), day is not None)
        if day is not None and isinstance(atom, Happens) and atom.deadline is not None:
            yield Fact(atom.replace(deadline=None), True, period=atom.deadline.replace(bound=""))
        elif isinstance(atom, Is | Has) or (isinstance(atom, Happens) and (number > 0 or self.joint.is_own(number))):
            yield Fact(atom, number > 0)

    def _atom(self, side: int, number: int, elsewhere: bool) -> Atom | None:
        """A question in the words of a side that has it; with `elsewhere`, of a side that has words for it."""
        literal = next((x for s, x in self.joint.members[number] if s == side), None)
        posed = self.joint.posed[side]
        if literal is not None and posed is not None:
            return posed.atom(literal)
        return self.joint.in_words(side, number) if elsewhere else None

    def _printed(self, side: int, facts: list[Fact]) -> str:
        cell, given = self._narrowed(side, facts)
        return printer.question(Question("may", "", cell, facts=given), self.askers[side].ruleset.vocabulary)

    def _narrowed(self, side: int, facts: list[Fact]) -> tuple[Cell, tuple[Fact, ...]]:
        """The cell with the body and the object that the facts say, and the facts that are left."""
        cell, left = self.cells[side], facts
        for sort, thing in ((OBJECT, cell.object), (BODY, cell.body)):
            said = [f for f in left if isinstance(f.atom, Is) and f.atom.sort == sort]
            if thing is None or not thing.kinds or not said:
                continue
            left = [f for f in left if f not in said]
            made, apart = self._individual(side, sort, thing.kinds[0], said)
            left = [*apart, *left]  # where the words can be read they are taken off again
            cell = cell.replace(object=made) if sort == OBJECT else cell.replace(body=made)
        return cell, tuple(left)

    def _individual(self, side: int, sort: str, kind: str, said: list[Fact]) -> tuple[Individual, list[Fact]]:
        """A body or an object of the kinds that it is said to be, and what it is said not to be."""
        asker = self.askers[side]
        above = asker.session.index.hierarchy.up
        kinds = [kind]
        for fact in said:
            if fact.holds and isinstance(fact.atom, Is):
                kinds = [k for k in kinds if k not in above(sort, fact.atom.kind)] + [fact.atom.kind]
        apart = [f for f in said if not f.holds]
        if not apart or len(kinds) > 1:
            return Individual(tuple(kinds)), apart
        others = [asker.wording.noun(f.atom.kind, sort) for f in apart if isinstance(f.atom, Is)]
        return Individual(
            tuple(kinds), f"{asker.wording.noun(kinds[0], sort)} other than {listed(others, 'or')}"
        ), apart


def _sayable(atom: Atom | None, holds: bool, truths: Mapping[Atom, bool]) -> Atom | None:
    """What a question can say of an atom. That too few do something has no words: that nobody does it, where it is
    so."""
    if isinstance(atom, Reads | Keeps) or not isinstance(atom, Happens) or holds or atom.count is None:
        return None if isinstance(atom, Reads | Keeps) else atom
    done = any(so and isinstance(a, Happens) and _act(a) == _act(atom) for a, so in truths.items())
    return None if done else atom.replace(count=None)


def _act(atom: Formula) -> tuple[str, str] | None:
    return (atom.event, atom.agent) if isinstance(atom, Happens) else None


def _is_of(one: Happens, other: Happens) -> bool:
    return (one.event, one.agent, one.count) == (other.event, other.agent, None)
