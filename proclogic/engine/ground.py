"""One grounded program, asked many times: satisfiability, models and cores under assumptions.

The only module that speaks to clingo's solver. Questions are lists of solver literals; a cube is a frozenset of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

import clingo

from proclogic.engine.cubes import Primes
from proclogic.norms.conditions import Atom
from proclogic.program.export import ENCODINGS, encoding
from proclogic.program.from_norms import Program
from proclogic.program.terms import quoted, term

Literal = int
TRUE, FALSE = "true", "false"
KEPT = 192  # solvers of a session kept for further questions: about 200 kB each
_COMMENT, _END, _NAME = re.compile(r"%\*.*?\*%", re.DOTALL), re.compile(r"(?<=\.)\s+"), re.compile(r"[a-z_]+")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')  # as terms.quoted writes it


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    """The rules of the encodings, without comments, each with the fact that it begins with ("" for none)."""
    text = _COMMENT.sub("", "".join(map(encoding, ENCODINGS)))
    rules = [rule.partition(":-") for rule in _END.split(text) if rule.strip()]
    derived = {name for head, _, _ in rules for name in _NAME.findall(head)}
    firsts = [_NAME.search(body) for _, _, body in rules]
    facts = [found.group() if found and found.group() not in derived else "" for found in firsts]
    return tuple((fact, "".join(rule)) for fact, rule in zip(facts, rules, strict=True))


@cache
def _encodings(facts: frozenset[str]) -> str:
    """The rules that can have a use: reading and grounding the others takes longer than most programs take."""
    return "\n".join(rule for fact, rule in _rules() if not fact or fact in facts) + "\n"


class Solver:
    """A text grounded with the encodings. What was found out is kept, so that equal programs are examined once. `facts`
    are the predicates of the text."""

    def __init__(self, text: str, facts: frozenset[str]) -> None:
        self._control = clingo.Control(["--warn=none", "--models=1"])
        self._control.add("base", [], _encodings(facts) + text)
        self._control.ground([("base", [])])
        self._names: dict[str, dict[str, Literal | str]] = {}
        self.primes: dict[tuple[frozenset[Literal], str], Primes] = {}  # by what is fixed, and the goal
        self.solves = 0
        self._guards: dict[frozenset[frozenset[Literal]], Literal] = {}
        self._satisfiable: dict[frozenset[Literal], bool] = {}
        self._holding: dict[tuple[frozenset[Literal], frozenset[Literal]], frozenset[Literal] | None] = {}

    def named(self, name: str) -> Literal | str:
        """The literal of an atom, or TRUE or FALSE when grounding settled it."""
        predicate, _, arguments = name.partition("(")
        if predicate not in self._names:
            found = self._control.symbolic_atoms.by_signature(predicate, 1 if arguments else 0)
            self._names[predicate] = {str(a.symbol): TRUE if a.is_fact else a.literal for a in found}
        return self._names[predicate].get(name, FALSE)

    def satisfiable(self, assumptions: Sequence[Literal]) -> bool:
        """Whether some world fits. Kept: a guard is assumed only when all that it forbids has been said."""
        key = frozenset(assumptions)
        if key not in self._satisfiable:
            self.solves += 1
            self._satisfiable[key] = bool(self._control.solve(assumptions=list(assumptions)).satisfiable)
        return self._satisfiable[key]

    def core(self, assumptions: Sequence[Literal]) -> list[Literal] | None:
        """Assumptions that cannot hold together, or None when some world fits them all."""
        self.solves += 1
        with self._control.solve(assumptions=list(assumptions), yield_=True) as handle:
            return list(handle.core()) if handle.model() is None else None

    def world(self, assumptions: Sequence[Literal], of: Iterable[Literal]) -> list[Literal] | None:
        """A world that fits, as the literals it gives to the atoms named; None when none does."""
        self.solves += 1
        with self._control.solve(assumptions=list(assumptions), yield_=True) as handle:
            model = handle.model()
            return None if model is None else [a if model.is_true(a) else -a for a in of]

    def holding(self, assumptions: Sequence[Literal], literals: frozenset[Literal]) -> frozenset[Literal] | None:
        """Which of the literals hold in the world that fits; None when none does."""
        said = frozenset(assumptions)
        key = said, literals
        if key not in self._holding:
            self.solves += 1
            with self._control.solve(assumptions=list(assumptions), yield_=True) as handle:
                model = handle.model()
                # Each look into a model is a call; most literals are among those assumed.
                self._holding[key] = (
                    None
                    if model is None
                    else frozenset(x for x in literals if x in said or (-x not in said and model.is_true(x)))
                )
        return self._holding[key]

    def guard_against(self, cubes: Iterable[frozenset[Literal]]) -> Literal:
        """An atom to assume where no world has all the literals of one of the cubes; the same for the same cubes."""
        key = frozenset(cubes)
        if key not in self._guards:
            self._guards[key] = self.new_guard()
            for cube in key:
                self.forbid_together(cube, self._guards[key])
        return self._guards[key]

    def either(self, cubes: Iterable[Iterable[Literal]]) -> Literal:
        """A fresh atom that holds in the worlds of the cubes and nowhere else."""
        with self._control.backend() as backend:
            atom: Literal = backend.add_atom()
            for cube in cubes:
                backend.add_rule([atom], list(cube))
        return atom

    def forbid_together(self, literals: Iterable[Literal], guard: Literal) -> None:
        """No world has all the literals while the guard is assumed."""
        with self._control.backend() as backend:
            backend.add_rule([], [*literals, guard])

    def new_guard(self) -> Literal:
        """A fresh atom to assume."""
        with self._control.backend() as backend:
            guard: Literal = backend.add_atom()
            backend.add_rule([guard], choice=True)
        return guard


class Ground:
    """A program with its solver. `open` are the solver literals of the open questions, `answers` those of the open
    questions and switches by term."""

    def __init__(self, program: Program, solvers: Solvers) -> None:
        self.program = program
        self._strings: dict[str, str] = {}
        self.solver = solvers.of(_STRING.sub(self._numbered, program.text), program.facts)
        self.answers: dict[str, Literal] = {
            atom: self._answer(atom) for predicate in ("open", "switch") for (atom,) in program.facts.get(predicate, ())
        }
        self.open: dict[Atom, Literal] = {a: self.answers[term(a)] for a in program.open}
        self.atom_of: dict[Literal, Atom] = {v: k for k, v in self.open.items()}

    def _numbered(self, found: re.Match[str]) -> str:
        return self._strings.setdefault(found.group(), f'"{len(self._strings)}"')

    def named(self, name: str) -> Literal | str:
        """The literal of a derived atom, or TRUE or FALSE when grounding settled it."""
        return self.solver.named(_STRING.sub(lambda found: self._strings.get(found.group(), "none"), name))

    def switch(self, name: str) -> Literal:
        """The literal of a switch."""
        return self.answers[name]

    def _answer(self, name: str) -> Literal:
        found = self.named(f"answer({name})")
        assert isinstance(found, int), "answers are choices: grounding never settles them"
        return found

    def switches(self) -> list[str]:
        """The names of all switches."""
        p = self.program
        names = ["presume"]
        names += [f"given({quoted(s)})" for s in p.statuses] + [f"barred({quoted(s)})" for s in p.statuses]
        names += [f"given(referred({quoted(b)}))" for b in p.referrals]
        names += [f"undone({term(a)})" for a in p.duties]
        return names


class Solvers:
    """The solvers of a session. Texts that differ only in their names are one text: actors and bodies of the same kind
    are treated alike by most rules, so every second cell of a matrix has a program that another has had."""

    def __init__(self) -> None:
        self._kept: dict[str, Solver] = {}

    def of(self, text: str, facts: Iterable[str]) -> Solver:
        """The solver of a text whose strings are numbered in the order in which they occur."""
        found = self._kept.pop(text, None) or Solver(text, frozenset(facts))
        self._kept[text] = found
        if len(self._kept) > KEPT:
            self._kept.pop(next(iter(self._kept)))  # the one longest unused
        return found
