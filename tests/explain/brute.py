"""What single changes make of an answer, by brute force: the reference evaluator decides the question anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from proclogic.norms.conditions import Atom, Formula, Happens, Has, Is, Keeps, Reads
from proclogic.norms.formulas import as_atom
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.reference.events import decided, is_numeric
from proclogic.reference.verdicts import OUTCOMES, VERDICTS, Ruling, decide
from proclogic.reference.worlds import occurring, setting

Values = Mapping[Atom, bool]
Answered = tuple[tuple[str, ...], str]  # verdicts, best first, and the outcome


class Brute:
    """One case of a question: `stands` says how things stand there, `loose` of which atoms only when they matter."""

    def __init__(self, ruleset: Ruleset, question: Question, strict: bool, stands: Values, loose: set[Atom]) -> None:
        self.ruleset, self.strict = ruleset, strict
        # A kind is part of the case here: given as a fact it would rule out the other kinds.
        self.question = question.replace(facts=tuple(f for f in question.facts if not _is_kind(f, stands)))
        self.stands, self.loose = stands, loose
        self.moves = [a for a in occurring(setting(ruleset, question, strict)) if isinstance(a, Happens)]
        self.words = {p.id for p in ruleset.vocabulary.predicates if p.role == "judgement" and not p.judge}

    def after(self, flips: Iterable[tuple[Formula, bool]], whole: bool = False) -> Answered | None:
        """The answer with these changes made; None where nothing can be said: no world is so and else as it stands,
        or a fact would have to be taken apart. With `whole` under every reading and choice that counts, not only those
        under which things stand."""
        changed: dict[Atom, bool] = {as_atom(part): value for part, value in flips}
        facts = self._facts(changed)
        if facts is None:
            return None
        try:
            cases = decide(self.ruleset, self.question.replace(facts=facts), self.strict).cases
        except ValueError:
            return None
        settled = {a: v for a, v in changed.items() if not isinstance(a, Happens)}
        cases = {k: r for k, r in cases.items() if all(settled.get(a, v) == v for a, v in k)}
        possible = set(chain.from_iterable(cases))
        touched = {_group(a) for a in changed}
        wanted = {
            a: v for a, v in self.stands.items() if not isinstance(a, Happens) and _group(a) not in touched | self.loose
        }
        wanted = {a: v for a, v in wanted.items() if (a, v) in possible}  # the rest follows from the change
        if whole:
            wanted = {a: v for a, v in wanted.items() if not isinstance(a, Reads | Keeps) or _group(a) in touched}
        fitting = [(k, r) for k, r in cases.items() if all(wanted.get(a, v) == v for a, v in k)]
        if whole:
            least = self._minority() - set(changed)
            fitting = [(k, r) for k, r in fitting if not any(v and a in least for a, v in k)] or fitting
        if not fitting:
            return None
        best: dict[object, Ruling] = {}
        for key, ruling in fitting:
            group = frozenset((a, v) for a, v in key if not (isinstance(a, Has) and a.predicate in self.words))
            best[group] = max(best.get(group, ruling), ruling, key=_rank)
        verdicts = sorted({r[0] for r in best.values()}, key=VERDICTS.index, reverse=True)
        outcomes = {r[1] for r in best.values()}
        return tuple(verdicts), next(iter(outcomes)) if len(outcomes) == 1 else "open"

    def _minority(self) -> set[Atom]:
        """The readings that do not count, beside others that do."""
        disputes = [d for d in self.ruleset.disputes if any(r.standing != "minority" for r in d.readings)]
        return {Reads(d.id, r.name) for d in disputes for r in d.readings if r.standing == "minority"}

    def singles(self) -> list[tuple[Atom, bool]]:
        """Every single change of how things stand."""
        found: list[tuple[Atom, bool]] = []
        for atom, holds in self.stands.items():
            if isinstance(atom, Reads | Keeps):
                names = self._alternatives(atom)
                if len(names) == 2:
                    found.append((atom, not holds))
                elif not holds:
                    found.append((atom, True))
            else:
                found.append((atom, not holds))
        return found

    def _alternatives(self, atom: Reads | Keeps) -> list[str]:
        if isinstance(atom, Reads):
            return [r.name for d in self.ruleset.disputes if d.id == atom.dispute for r in d.readings]
        return [a.name for b in self.ruleset.brackets if b.id == atom.bracket for a in b.alternatives]

    def _facts(self, changed: Mapping[Atom, bool]) -> tuple[Fact, ...] | None:
        new = [Fact(a, v) for a, v in changed.items() if not isinstance(a, Is | Reads | Keeps)]
        settled = {a: v for f in new for a, v in decided(f, self.moves).items()}
        kept = []
        for fact in self.question.facts:
            says = decided(fact, self.moves)
            if any(settled.get(a, v) != v for a, v in says.items()):
                if is_numeric(fact) or any(a not in settled for a in says):
                    return None
            elif fact.atom not in changed:
                kept.append(fact)
        return (*kept, *new)


def _is_kind(fact: Fact, open_ones: Values) -> bool:
    """Whether a fact gives a kind that the question without it leaves open."""
    return isinstance(fact.atom, Is) and fact.atom in open_ones


def _group(atom: Atom) -> Atom:
    """An atom, or for a reading or an alternative the first of its kind."""
    if isinstance(atom, Reads):
        return Reads(atom.dispute, "")
    return Keeps(atom.bracket, "") if isinstance(atom, Keeps) else atom


def _rank(ruling: Ruling) -> tuple[int, int]:
    return VERDICTS.index(ruling[0]), OUTCOMES.index(ruling[1])
