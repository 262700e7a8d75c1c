"""Lowers a cone of norms to facts over the fixed encodings.

norm 17(3)(a): Permit(attend), subject "an NGO with observer status"
  ->  norm("17(3)(a)").  needs("17(3)(a)",3).  every(3).  part(3,1).  part(3,2).
      literal(1,is(actor,"ngo")).  literal(2,has("observer status")).  status("observer status").
      confers("17(3)(a)").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proclogic.norms.conditions import Always, And, Atom, Formula, Happens, Has, Is, Keeps, Not, Or, Reads, ReferredTo
from proclogic.norms.formulas import atoms as atoms_of
from proclogic.norms.hierarchy import happens_entails
from proclogic.norms.model import Accord, Deem, Deny, Disapply, Forbid, Norm, Oblige, Permit, Refer
from proclogic.norms.questions import Cell
from proclogic.norms.vocabulary import ACTOR
from proclogic.program.cone import Cone, Index
from proclogic.program.constraints import Constraints, complete_choices, narrower_kinds
from proclogic.program.terms import quoted, term
from proclogic.values import Value

PRESUME = "presume"


class Program(Value):
    """A program without its encodings. `open` are the open questions in order; `statuses`, `referrals` and `duties`
    those atoms that questions can set by a switch; `lines` the facts, with the norm each came from ("" for none);
    `facts` the arguments of the same, by predicate."""

    open: tuple[Atom, ...]
    statuses: tuple[str, ...]
    referrals: tuple[str, ...]
    duties: tuple[Atom, ...]
    norms: tuple[Norm, ...]
    lines: tuple[tuple[str, str], ...]
    facts: Mapping[str, Sequence[tuple[str, ...]]]
    constraints: Constraints

    @property
    def text(self) -> str:
        """The facts, one a line."""
        return "\n".join(line for line, _ in self.lines)


class _Writer:
    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self.facts: dict[str, list[tuple[str, ...]]] = {}
        self.numbers: dict[Formula, str] = {}
        self.origin = ""

    def put(self, predicate: str, *terms: str) -> None:
        self.lines.append((f"{predicate}({','.join(terms)}).", self.origin))
        self.facts.setdefault(predicate, []).append(terms)

    def formula(self, formula: Formula) -> str:
        if formula in self.numbers:
            return self.numbers[formula]
        parts: list[str] = []
        match formula:
            case And(inner) | Or(inner):
                parts = [self.formula(p) for p in inner]
            case Not(inner_one):
                parts = [self.formula(inner_one)]
            case _:
                pass
        number = self.numbers[formula] = str(len(self.numbers) + 1)
        match formula:
            case Always():
                self.put("every", number)
            case And():
                self.put("every", number)
                for p in parts:
                    self.put("part", number, p)
            case Or():
                self.put("some", number)
                for p in parts:
                    self.put("part", number, p)
            case Not():
                self.put("no", number, parts[0])
            case Is() | Has() | Happens() | ReferredTo() | Reads() | Keeps():
                self.put("literal", number, term(formula))
            case _:
                raise TypeError(f"not a condition: {formula!r}")
        return number


def build(index: Index, needs: Cone, cell: Cell | None, extra: Iterable[Atom] = ()) -> Program:
    """The program of a cone. `extra` are atoms of the facts; `cell` says what is asked (None: nothing, for circles)."""
    out = _Writer()
    norms = tuple(n for n, _ in needs)
    present = {n.id for n in norms}
    found: dict[Atom, None] = {}
    duties: dict[Atom, None] = {}
    for _, formula in needs:
        found.update(dict.fromkeys(atoms_of(formula)))
    if cell is not None and cell.holds is not None:
        found.update(dict.fromkeys(atoms_of(cell.holds)))
    found.update(dict.fromkeys(extra))
    statuses = sorted({a.predicate for a in found if isinstance(a, Has) and a.predicate in index.statuses})
    referrals = sorted({a.body for a in found if isinstance(a, ReferredTo)})
    questions: list[Atom] = [
        a for a in found if not isinstance(a, ReferredTo) and not (isinstance(a, Has) and a.predicate in index.statuses)
    ]
    questions = complete_choices(index.ruleset, questions)
    questions.sort(key=term)
    # Kinds of which nothing speaks come last: of descriptions that come to the same, the text's own words are told.
    questions += sorted((a for a in narrower_kinds(index.hierarchy, questions) if a not in found), key=term)
    for norm, formula in needs:
        out.origin = norm.id
        out.put("norm", quoted(norm.id))
        out.put("needs", quoted(norm.id), out.formula(formula))
        _effect(out, index, norm, present, questions, duties)
        for loser in norm.prevails:
            if loser in present and contrary(norm, index.norms[loser]):
                out.put("prevails", quoted(norm.id), quoted(loser))
    if cell is not None:
        _goal(out, index, norms, cell)
    out.origin = ""
    constraints = Constraints(index.ruleset, index.hierarchy, questions)
    _world(out, questions, statuses, referrals, list(duties), constraints)
    return Program(
        tuple(questions),
        tuple(statuses),
        tuple(referrals),
        tuple(duties),
        norms,
        tuple(out.lines),
        out.facts,
        constraints,
    )


def contrary(one: Norm, other: Norm) -> bool:
    """Whether two norms can draw contrary conclusions on one cell."""
    match one.effect, other.effect:
        case (Permit(), Forbid()) | (Forbid(), Permit()):
            return True
        case (Accord(a), Deny(b)) | (Deny(a), Accord(b)):
            return a == b
        case _:
            return False


def _effect(
    out: _Writer, index: Index, norm: Norm, present: set[str], questions: list[Atom], duties: dict[Atom, None]
) -> None:
    name = quoted(norm.id)
    match norm.effect:
        case Accord(status):
            out.put("accords", name, quoted(status))
        case Deny(status):
            out.put("denies", name, quoted(status))
        case Deem(sort, kind):
            out.put("deems", name, sort, quoted(kind))
            for above in sorted(index.hierarchy.up(sort, kind) - {kind}):
                out.put("above", sort, quoted(kind), quoted(above))
        case Oblige(event, agent, deadline) if norm.strength != "should" and agent != ACTOR:
            done = Happens(event, agent, None, deadline)
            for atom in questions:
                if isinstance(atom, Happens) and happens_entails(done, atom):
                    out.put("obliges", name, term(atom))
                    duties[atom] = None
        case Refer(body):
            out.put("refers", name, quoted(body))
        case Disapply(targets):
            for target in targets:
                if target in present:
                    out.put("disapplies", name, quoted(target))
        case _:
            pass


def _goal(out: _Writer, index: Index, norms: tuple[Norm, ...], cell: Cell) -> None:
    by = set(cell.by)
    asked = list(atoms_of(cell.holds)) if cell.holds is not None else []
    for norm in norms:
        out.origin = norm.id
        counts = not by or norm.provision in by
        match norm.effect:
            case Permit() if cell.holds is None and counts:
                out.put("confers", quoted(norm.id))
            case Forbid() if cell.holds is None:
                out.put("bars", quoted(norm.id))
            case Accord(status) if counts and Has(status) in asked:
                out.put("confers", quoted(norm.id))
            case Deny(status) if Has(status) in asked:
                out.put("bars", quoted(norm.id))
            case Deem(sort, kind) if (
                by
                and counts
                and any(
                    isinstance(a, Is) and a.sort == sort and a.kind in index.hierarchy.up(sort, kind) for a in asked
                )
            ):
                out.put("confers", quoted(norm.id))
            case _:
                pass
    out.origin = ""
    if not by:
        for atom in asked:
            out.put("asked", term(atom))


def _world(
    out: _Writer,
    questions: list[Atom],
    statuses: list[str],
    referrals: list[str],
    duties: list[Atom],
    constraints: Constraints,
) -> None:
    for atom in questions:
        out.put("open", term(atom))
    for one, other in constraints.entails:
        out.put("entails", term(one), term(other))
    for one, other in constraints.excludes:
        out.put("excludes", term(one), term(other))
    for group, alternatives in constraints.choices.items():
        out.put("choice", quoted(group))
        for atom in alternatives:
            out.put("alternative", quoted(group), term(atom))
    for status in statuses:
        out.put("status", quoted(status))
        out.put("switch", f"given({quoted(status)})")
        out.put("switch", f"barred({quoted(status)})")
    for body in referrals:
        out.put("switch", f"given(referred({quoted(body)}))")
    out.put("switch", PRESUME)
    for atom in duties:
        out.put("switch", f"undone({term(atom)})")
