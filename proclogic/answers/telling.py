"""Acts, provisions and sources of an answer, put into the words of its model."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from proclogic.answers.deciding import Deciding
from proclogic.answers.model import Act, Cited, Way
from proclogic.answers.wording import Wording
from proclogic.engine.cubes import Cube
from proclogic.engine.facts import needed
from proclogic.engine.session import Posed, Session
from proclogic.norms.conditions import And, Atom, Formula, Happens, Is, Keeps, Not, Or, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Norm, Ruleset
from proclogic.norms.questions import Fact
from proclogic.norms.vocabulary import ACTOR

SHORT = 100  # letters of a condition that is told of others


class Telling:
    """Words for what the engine found, in one ruleset."""

    def __init__(self, ruleset: Ruleset, session: Session, wording: Wording, deciding: Deciding) -> None:
        self.ruleset = ruleset
        self.session = session
        self.wording = wording
        self.deciding = deciding
        self.provisions = {p.number: p for p in ruleset.provisions}
        self.order = {n: i for i, n in enumerate(self.provisions)}
        self._speakers: tuple[Posed | None, dict[Atom, list[str]]] = None, {}
        self._acts: tuple[Posed | None, dict[int, Act]] = None, {}

    def ways(self, posed: Posed, cubes: Iterable[Cube]) -> tuple[Way, ...]:
        """Sets of moves as alternatives, the acts of each in order."""
        ways = (Way(tuple(self.act(posed, x) for x in worth_telling(posed, c))) for c in cubes)
        return tuple(dict.fromkeys(w for w in ways if w.acts))

    def act(self, posed: Posed, literal: int) -> Act:
        """A move, done or (a negative literal) refused."""
        if self._acts[0] is not posed:
            self._acts = posed, {}
        kept = self._acts[1]
        if literal not in kept:
            kept[literal] = self._act(posed, literal)
        return kept[literal]

    def _act(self, posed: Posed, literal: int) -> Act:
        atom = posed.atom(literal)
        assert isinstance(atom, Happens)
        given = posed.moves.values.get(atom)
        decided = self.deciding.rules(atom) if self.deciding.decides_as_body(atom) or atom.count is not None else ()
        return Act(
            agent=self.wording.agent(atom),
            text=self.wording.event(atom, negate=literal < 0),
            event=atom.event,
            deadline=self.wording.deadline(atom.deadline) if atom.deadline else "",
            given="" if given is None else "done" if given else "not done",
            rules=self.speaking_of(posed, atom),
            decided=decided,
            unsettled=self.deciding.decides_as_body(atom) and not any(d.layer in self.session.layers for d in decided),
            refusal=literal < 0,
            base=self.wording.events[atom.event].phrase if atom.event in self.wording.events else "",
        )

    def arithmetic(self, posed: Posed, facts: Iterable[Fact]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each comparison of a given number or period with what a rule asks, in words, with the rules that ask."""
        lines: dict[tuple[str, tuple[str, ...]], None] = {}
        for fact in facts:
            for atom, holds in posed.moves.values.items():
                said = fact.atom
                if not isinstance(atom, Happens) or not isinstance(said, Happens):
                    continue
                if (atom.event, atom.agent) != (said.event, said.agent):
                    continue
                if fact.count is not None and fact.of is not None and atom.count is not None:
                    least = needed(atom.count, fact.of)
                    words = (
                        f"{self.wording.share(atom.count)}: {least} of {fact.of}; {fact.count} given: "
                        f"{'reached' if fact.count >= least else 'not reached'}"
                    )
                    lines[words, self.speaking_of(posed, atom)] = None
                if fact.period is not None and atom.deadline is not None:
                    given = self.wording.deadline(fact.period).strip()
                    words = (
                        f"asked {self.wording.deadline(atom.deadline)}; given {given}: {'in time' if holds else 'late'}"
                    )
                    lines[words, self.speaking_of(posed, atom)] = None
        return tuple(lines)

    def speaking_of(self, posed: Posed, atom: Atom) -> tuple[str, ...]:
        """The provisions whose words turn on an atom, among the norms that can apply here."""
        if self._speakers[0] is not posed:
            told: dict[Atom, list[str]] = {}
            for norm in posed.ground.program.norms:
                for said in atoms(self.session.index.requirement(norm)):
                    told.setdefault(said, []).append(norm.provision)
            self._speakers = posed, told
        return self.in_order(self._speakers[1].get(atom, ()))

    def in_order(self, provisions: Iterable[str]) -> tuple[str, ...]:
        """Provisions in the order of the text, each once."""
        order = self.order
        return tuple(sorted(set(provisions), key=lambda n: (order.get(n, len(order)), n)))

    def silences(self, grounds: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """What these provisions do not say, as their author noted."""
        return tuple((s, g) for g in grounds if g in self.provisions for s in self.provisions[g].silences)

    def cite(self, number: str) -> Cited:
        """A provision with its source."""
        p = self.provisions[number]
        source = ", ".join(
            x for x in (p.source.title or self.ruleset.source.title, p.source.symbol, p.source.address) if x
        )
        overlays = tuple(dict.fromkeys(a.overlay for a in p.amendments))
        return Cited(number, p.heading, p.layer, p.certainty, source, p.text, overlays, p.proposers if overlays else ())

    def whom(self, norm: Norm) -> str:
        """To whom a norm grants something, in words."""
        kinds = [p for p in _said_of(norm.subject) if isinstance(p, Is) and p.sort == ACTOR]
        return " or ".join(dict.fromkeys(self.wording.noun(k.kind) for k in kinds)) or "others"

    def holders(self, norm: Norm) -> str:
        """To whom a norm grants something as it says it, with its condition, and whether it stands in brackets or in a
        reading only."""
        words = self.wording.described(norm.subject) or "everybody"
        condition = self.wording.condition(norm.condition)
        if condition:
            words += f", if {condition}" if len(condition) <= SHORT else ", on conditions"
        said = [a for a in atoms(norm.guard) if isinstance(a, Keeps | Reads)]
        if any(isinstance(a, Keeps) for a in said):
            words += " (in brackets)"
        return words + "".join(f' (if read as "{a.reading}")' for a in said if isinstance(a, Reads))


def worth_telling(posed: Posed, cube: Cube) -> list[int]:
    """The literals of a cube without those that follow from another of them, what is so first."""
    if len(cube) < 2:
        return list(cube)
    closed = {x: posed.nogoods.closure(frozenset({x})) or frozenset() for x in cube}
    kept = [x for x in cube if not any(y != x and x in closed[y] and (y not in closed[x] or y < x) for y in cube)]
    return sorted(kept, key=lambda x: (x < 0, abs(x)))


def _said_of(formula: Formula) -> list[Formula]:
    """What a subject says that one is; not what it says that one is not."""
    match formula:
        case And(parts) | Or(parts):
            return [one for part in parts for one in _said_of(part)]
        case Not():
            return []
        case _:
            return [formula]


def layer_words(layers: Sequence[str]) -> str:
    """The layers that were counted: "treaty and rules"; "treaty, rules, practice"."""
    return " and ".join(layers) if len(layers) < 3 else ", ".join(layers)


def bracket_words(ruleset: Ruleset, groups: Collection[str]) -> tuple[str, ...]:
    """How many of the brackets were examined, and how many choices were made beforehand: "2 brackets"."""
    open_still = sum(b.id in groups for b in ruleset.brackets)
    told = [f"{open_still} bracket{'s' * (open_still > 1)}"] if open_still else []
    if ruleset.resolved:
        count = len(ruleset.resolved)
        told.append(f"{count} bracket{'s' * (count > 1)} resolved as asked")
    return tuple(told)
