"""What a matrix gives to whom, strand by strand: one act of one actor in one body, in one case of its answer.

The conditions of a case are put where a reader looks for them: what the actor must be, with the actor; which meeting
it must be, in place of the body; which object, with the act. So the strands of several cells can be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proclogic.answers.lists import actors_of, columns_of
from proclogic.answers.model import NOT_CONFERRED, Act, Case, Matrix, Row, Way
from proclogic.answers.short import by_words
from proclogic.answers.wording import Wording
from proclogic.norms.conditions import And, Atom, Formula, Happens, Has, Is, Not, Or
from proclogic.norms.formulas import parts_of, pushed
from proclogic.norms.model import Accord, Permit, Ruleset
from proclogic.norms.questions import Cell, Individual
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.papers.words import MANY, act_words, cites, join, verdict_words
from proclogic.values import Value, unique

NO_BODY = "in no particular body"


class Holder(Value):
    """Who has it: `name` as on a label ("NGO in consultative status"), `phrase` as in a sentence ("an NGO in
    consultative status"); `place` is that of the actor in the vocabulary."""

    name: str
    phrase: str
    place: int


class Said(Value):
    """A condition in words, with the rules that make it one."""

    text: str
    rules: tuple[str, ...]


class Strand(Value):
    """One entitlement, or prohibition. `acts` are what is done, without the body; `verdicts` as in an answer, more than
    one where readings or brackets differ; `marks` in words; `lets` and `stops` say who lets it in and who can stop it;
    `limits` are the words of limits, `where` conditions that fit nowhere else."""

    holder: Holder
    act: str
    body: str
    verdicts: tuple[str, ...]
    rules: tuple[str, ...]
    marks: tuple[str, ...] = ()
    lets: Said | None = None
    stops: Said | None = None
    limits: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    at: str = ""  # the word between the act and the body


def strands(ruleset: Ruleset, matrix: Matrix, cells: Iterable[tuple[str, str, str]]) -> tuple[Strand, ...]:
    """All that the rows of a matrix give or forbid. `cells` are the ids of actor, act and body, row by row."""
    told = Telling(ruleset)
    return unique(
        strand
        for (actor, act, body), row in zip(cells, matrix.rows, strict=True)
        for strand in told.row(actor, act, body, row)
    )


def cells_of(
    ruleset: Ruleset, actors: tuple[str, ...] = (), acts: tuple[str, ...] = (), bodies: tuple[str, ...] = ()
) -> list[tuple[str, str, str]]:
    """The ids of the cells of the matrix of a ruleset, row by row."""
    return [(a, *c) for a in actors or actors_of(ruleset) for c in columns_of(ruleset, acts, bodies)]


class Telling:
    """Puts the cases of cells into strands."""

    def __init__(self, ruleset: Ruleset) -> None:
        vocabulary = ruleset.vocabulary
        self.wording = Wording(vocabulary)
        self.place = {k.id: i for i, k in enumerate(vocabulary.kinds) if k.sort == ACTOR}
        self.rows = set(actors_of(ruleset))
        self.order = {p.number: i for i, p in enumerate(ruleset.provisions)}
        atoms: list[Atom] = [Is(k.sort, k.id) for k in vocabulary.kinds]
        atoms += [Has(p.id) for p in vocabulary.predicates]
        self.atoms = {self.wording.literal(a, holds): (a, holds) for a in atoms for holds in (False, True)}

        self.through = _through(ruleset)
        self.barring = _barring(ruleset)

    def row(self, actor: str, act: str, body: str, row: Row) -> Iterator[Strand]:
        """The strands of a cell, by the ids of what it is about."""
        for case in row.answer.cases if row.answer is not None else ():
            verdicts = case.verdicts or (case.verdict,)
            if set(verdicts) != {NOT_CONFERRED}:
                for when in case.when or ((),):
                    strand = self.case(actor, act, body, case.replace(verdicts=verdicts), when)
                    taken = presumed(case) if len(verdicts) == 1 else ()
                    yield strand.replace(marks=(*strand.marks, *taken))

    def case(self, actor: str, act: str, body: str, case: Case, when: tuple[str, ...]) -> Strand:
        """A case, under one of the lists of conditions that it holds under."""
        declared = self.wording.acts.get(act)
        thing = declared.object if declared is not None else ""
        but: list[str] = []
        of: list[Formula] = []
        where: list[str] = []
        for text in when:
            atom, holds = self.atoms.get(text, (None, True))
            match atom:
                case Is(sort, kind) if sort == BODY and holds:
                    body = kind
                case Is(sort, kind) if sort == OBJECT and holds:
                    thing = kind
                case Is(sort, kind) if sort == ACTOR:
                    if not holds:
                        but.append(kind)
                    elif kind in self.rows:
                        actor = kind
                    else:
                        of.append(atom)
                case Has(predicate) if self.wording.predicates[predicate].sort == ACTOR:
                    of.append(atom if holds else Not(atom))
                case _:
                    where.append(_where(text))
        ways_in = [self.through[act, ground] for ground in case.grounds if (act, ground) in self.through]
        if ways_in and ways_in[0] and len(set(ways_in)) == 1:
            where.append(f"through {ways_in[0]}")
        several = len(case.verdicts) > 1
        if not several and not case.stops_by:
            where += [after_words(one) for one in remedies(case, self.barring)]
        ways = () if several else case.gates
        return Strand(
            self.holder(actor, but, of),
            self.wording.act(Cell(Individual(()), act, None, Individual((thing,)) if thing else None)),
            self.wording.noun(body, BODY) if body else NO_BODY,
            case.verdicts,
            case.grounds,
            _marks(case),
            self.said(ways),
            self.said(() if several else case.blockers.sets_off),
            unique(text for text, _ in case.limits),
            tuple(where),
            declared.at if declared is not None and body else "",
        )

    def holder(self, actor: str, but: list[str], of: list[Formula]) -> Holder:
        """The actor with what it must be. Of several kinds that it must not be, each has its own rows: what is left is
        any other."""
        kept: list[Formula] = [Not(Is(ACTOR, kind)) for kind in but] if len(but) == 1 else []
        phrase = self.wording.described(And((Is(ACTOR, actor), *of, *kept)))
        if len(but) > 1:
            bare = _bare(phrase, self.wording.kinds[ACTOR, actor].article)
            return Holder(f"other {bare}", f"any other {bare}", self.place[actor])
        return Holder(_bare(phrase, self.wording.kinds[ACTOR, actor].article), phrase, self.place[actor])

    def said(self, ways: tuple[Way, ...]) -> Said | None:
        """Ways of acting as a condition: "the Chair invites it or the Committee decides so"."""
        if not ways:
            return None
        both = "both " if len(ways) > 1 else ""  # "A, or B and C" would have two meanings
        each = unique(
            f"{both if len(way.acts) > 1 else ''}{' and '.join(act_words(a) for a in way.acts)}" for way in ways
        )
        told = (
            each
            if len(each) <= MANY // 2
            else (*each[: MANY // 2 - 1], f"in one of {len(each) - MANY // 2 + 1} other ways")
        )
        rules = {r for way in ways for a in way.acts for r in a.rules}
        return Said(join(told, "or"), tuple(sorted(rules, key=lambda r: (self.order.get(r, len(self.order)), r))))


def _marks(case: Case) -> tuple[str, ...]:
    """What is said of a verdict: "contested: by default or not conferred", "[ ] of right or prohibited"."""
    kinds = {m.kind for m in case.marks}
    verdicts = join([verdict_words(v) for v in case.verdicts], "or")
    found = []
    if len(case.verdicts) > 1:
        signs = [sign for kind, sign in (("open", "[ ]"), ("contested", "contested")) if kind in kinds]
        found.append(f"{' '.join(signs)}: {verdicts}" if signs else verdicts)
    found += [
        f"{who} differs with {by_words(by)}"
        for who, by in (("who lets it in", case.gates_by), ("who can stop it", case.stops_by))
        if by
    ]
    found += [f'turns on "{m.detail}"' for m in case.marks if m.kind == "turns on"]
    clash = [m.rules for m in case.marks if m.kind == "conflicting"]
    return (*found, *unique(f"{cites(rules)} clash" if len(rules) > 1 else "rules clash" for rules in clash))


def presumed(case: Case) -> tuple[str, ...]:
    """Duties of others that are taken to be done, each told once, with its deadline where it has one."""
    told: list[str] = []
    for act in case.presumed:
        text = act_words(act)
        told = [
            *(t for t in told if not text.startswith(t)),
            *([] if any(t.startswith(text) for t in told) else [text]),
        ]
    return tuple(f"presumed: {text}" for text in told)


class Remedy(Value):
    """Who can still let it in after somebody has stopped it: the act, and the texts of what it answers."""

    act: Act
    after: tuple[str, ...]


def remedies(case: Case, barring: Iterable[str] = ()) -> tuple[Remedy, ...]:
    """Those whose refusal it takes to make a bar final, in the order of the bars; not those who can only stop a thing,
    by the events in `barring`."""
    bars = case.blockers.sets_off
    events = {*barring, *(a.event for way in bars for a in way.acts)}
    found: dict[Act, list[str]] = {}
    for bar in bars:
        stopping, agents = {a.text for a in bar.acts}, {a.agent for a in bar.acts}
        for way in case.blockers.holds:
            rest = [a for a in way.acts if a.text not in stopping]
            if len(rest) != 1 or len(way.acts) == 1 or not rest[0].refusal:
                continue
            if rest[0].event not in events and rest[0].agent not in agents:
                found.setdefault(rest[0], []).append(join([act_words(a) for a in bar.acts]))
    return tuple(Remedy(act, unique(after)) for act, after in found.items())


def after_words(one: Remedy) -> str:
    """A remedy as a remark: "the chair may still invite it (rule 4), after a member objects to it"."""
    act = one.act
    told = f"{act.agent} may still {act.base}" if act.base else act.text
    return f"{told} ({cites(act.rules)}), after {join(list(one.after), 'or')}"


def _bare(phrase: str, article: str) -> str:
    return phrase.removeprefix(f"{article} ") if article else phrase


def _through(ruleset: Ruleset) -> dict[tuple[str, str], str]:
    """By act and provision, the status that the provision asks for where it confers the act; "" where it asks for none,
    or for one of several."""
    names = {p.id: p.phrase for p in ruleset.vocabulary.predicates if p.role == "status" and p.sort == ACTOR}
    found: dict[tuple[str, str], str] = {}
    for norm in ruleset.norms:
        if isinstance(norm.effect, Permit):
            asked = _required(norm.subject) | _required(norm.condition)
            status = (
                next((phrase for p, phrase in names.items() if p in asked), "").removeprefix("has ").removeprefix("is ")
            )
            key = (norm.effect.act, norm.provision)
            found[key] = status if found.get(key, status) == status else ""
    return found


def _barring(ruleset: Ruleset) -> frozenset[str]:
    """The events that end a grant or a status by the words of some rule: "unless a State Party objects to it"."""
    return frozenset(
        part.part.event
        for norm in ruleset.norms
        if isinstance(norm.effect, Permit | Accord)
        for part in parts_of(pushed(norm.condition))
        if isinstance(part, Not) and isinstance(part.part, Happens)
    )


def _required(formula: Formula) -> set[str]:
    """What a condition asks for in every case: the predicates without which it cannot hold."""
    match formula:
        case Has(predicate):
            return {predicate}
        case And(parts):
            return {p for part in parts for p in _required(part)}
        case Or(parts) if parts:
            return set.intersection(*map(_required, parts))
        case _:
            return set()


def _where(text: str) -> str:
    """A condition that is left: "other than a written statement", "where the meeting is public"."""
    other = text.removeprefix("the object is not ")
    return f"other than {other}" if other != text else f"where {text}"
