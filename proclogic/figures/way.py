"""The way of an actor from its application to the floor: what it must do, what others do, who decides by which
majority and until when, who can stop it, and what it may do then.

A stage is a status, with the acts that lead to it; the acts of the actor hang on the stage that they rest on. What a
stage has told (who lets it in, who can stop it) is not told again further down.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, OF_RIGHT, Act, Blockers, Case, Matrix, Way
from proclogic.answers.options import Options
from proclogic.answers.short import by_words
from proclogic.figures.grouping import Edge, edges
from proclogic.figures.statuses import Asked, asked, name_of, statuses_of, texts, ways_without
from proclogic.figures.strands import Holder, Strand, Telling, after_words, cells_of, presumed, remedies
from proclogic.norms.conditions import Has
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Norm, Oblige, Permit, Ruleset
from proclogic.papers.words import act_words, cites, join, step_words
from proclogic.values import Value, unique


class Step(Value):
    """A step on the way. `sort` is "own" (it must do it), "duty" (presumed of somebody), "gate" (somebody lets it in),
    "bar" (somebody can stop it) or "remedy" (somebody can still let it in after that). `decided` says how an agent
    that is a body decides."""

    sort: str
    text: str
    rules: tuple[str, ...]
    decided: tuple[str, ...] = ()
    after: str = ""  # of a remedy: the text of the bar that it answers


class Stage(Value):
    """A status on the way, "" for none: `steps` lead to it, `how` it is had, `edges` are what it lets the actor do."""

    status: str
    steps: tuple[Step, ...]
    edges: tuple[Edge, ...]
    rules: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    name: str = ""


class Course(Value):
    """The way of one sort of the actor: those with the same conditions for their statuses."""

    holder: str
    phrase: str
    stages: tuple[Stage, ...]


def courses(
    ruleset: Ruleset,
    matrix: Matrix,
    options: Options,
    actor: str,
    acts: Sequence[str] = (),
    bodies: Sequence[str] = (),
) -> list[Course]:
    """The ways of an actor (an id). `matrix` is that of this actor, narrowed down to `acts` and `bodies` (ids)."""
    return _Ways(
        Asker(ruleset, options), matrix, actor, cells_of(ruleset, (actor,), tuple(acts), tuple(bodies))
    ).courses()


class _Ways:
    def __init__(self, asker: Asker, matrix: Matrix, actor: str, cells: list[tuple[str, str, str]]) -> None:
        self.asker, self.ruleset, self.actor = asker, asker.ruleset, actor
        self.told = Telling(asker.ruleset)
        self.told.through = {}  # the way itself shows through which status
        self.matrix = matrix
        self.cells = cells
        self.names = {p.id: name_of(p) for p in statuses_of(asker.ruleset)}
        self.asked = {one.status: one for one in asked(asker, (actor,))}
        self.needing = {s: self.conferring(s) for s in self.asked}  # acts with the provisions that ask for a status

    def conferring(self, status: str) -> set[tuple[str, str]]:
        """The acts that norms confer on those with a status, with their provisions; an act stands for its forms."""
        forms = {a.id: a.includes for a in self.ruleset.vocabulary.acts}
        found: set[tuple[str, str]] = set()
        for norm in self.ruleset.norms:
            if isinstance(norm.effect, Permit) and status in _needed(norm):
                todo, seen = [norm.effect.act], set[str]()
                while todo:
                    act = todo.pop()
                    seen.add(act)
                    todo += [form for form in forms.get(act, ()) if form not in seen]
                found |= {(act, norm.provision) for act in seen}
        return found

    def courses(self) -> list[Course]:
        """A way for each case of the first status; one way where there is none."""
        first = next(iter(self.asked.values()), None)
        cases: list[tuple[Case | None, tuple[str, ...]]] = [
            (case, when)
            for case in (first.answer.cases if first else ())
            if set(case.verdicts or (case.verdict,)) != {NOT_CONFERRED}
            for when in case.when or ((),)
        ]
        found: dict[tuple[Stage, ...], list[Holder]] = {}
        for case, when in cases or [(None, ())]:
            plain = self.told.case(self.actor, "", "", case, when) if case is not None else None
            holder = plain.holder if plain is not None else self.told.holder(self.actor, [], [])
            stages = self.stages(when)
            if stages:
                found.setdefault(stages, []).append(holder)
        return [
            Course(", ".join(h.name for h in unique(some)), join([h.phrase for h in unique(some)], "or"), stages)
            for stages, some in found.items()
        ]

    def stages(self, when: tuple[str, ...]) -> tuple[Stage, ...]:
        """The statuses one after the other, and what each lets the actor do; what needs none at the end."""
        made: list[Stage] = []
        known: set[str] = set()
        taken: dict[str, tuple[set[str], tuple[str, ...]]] = {"": (set(), ())}
        for status, one in self.asked.items():
            case = _fitting(one, when)
            if case is None:
                continue
            steps = self.steps(case, known)
            known |= texts(a for way in (*case.steps, *case.gates, *case.blockers.sets_off) for a in way.acts)
            known |= texts(a for way in case.blockers.holds for a in way.acts) | texts(case.presumed)
            taken[status] = (set(known), case.grounds)
            marks = self.told.case(
                self.actor, "", "", case.replace(verdicts=case.verdicts or (case.verdict,)), ()
            ).marks
            made.append(Stage(status, steps, (), case.grounds, marks, self.names[status]))
        acts = self.acts(when, taken)
        stages = [s.replace(edges=edges(acts[s.status])) for s in made]
        rest = edges(acts[""])
        return (*stages, *([Stage("", (), rest)] if rest else []))

    def steps(self, case: Case, known: set[str]) -> tuple[Step, ...]:
        """What leads to a status: own acts, duties of others, gates, and what stops it with what answers that."""
        own = unique(a for way in case.steps for a in way.acts if a.text not in known)
        found = [Step("own", f"it must {step_words(a)}", a.rules) for a in own]
        told = set(presumed(case))
        duties = [a for a in case.presumed if a.text not in known and f"presumed: {act_words(a)}" in told]
        found += [self.duty(a) for a in duties]
        gates = ways_without(case.gates, known)
        if gates:
            by = f" (who does, differs with {by_words(case.gates_by)})" if case.gates_by else ""
            said = join([_and(way) for way in gates], "or")
            found.append(Step("gate", f"{said}{by}", _rules(gates), _decided(gates)))
        bars = [way for way in case.blockers.sets_off if not texts(way.acts) <= known]
        events = {a.event for way in bars for a in way.acts}
        for way in bars:
            found.append(Step("bar", _and(way), _rules((way,)), _decided((way,))))
            found += self.remedies(case, way, events)
        return tuple(found)

    def duty(self, act: Act) -> Step:
        """A duty of somebody else, with its time where a rule that lays it gives one."""
        timed = [
            (f"{self.told.wording.deadline(n.effect.deadline)} ({cites((n.provision,))})", n.provision)
            for n in self.ruleset.norms
            if isinstance(n.effect, Oblige) and n.effect.event == act.event and n.effect.deadline and not act.deadline
        ]
        return Step("duty", act_words(act), act.rules, unique(text for text, _ in timed))

    def remedies(self, case: Case, bar: Way, events: set[str]) -> list[Step]:
        """Who can still let it in after a bar: those whose refusal it takes to make the bar final."""
        found = []
        for way in case.blockers.holds:
            rest = [a for a in way.acts if a.text not in texts(bar.acts)]
            if len(rest) == 1 and len(way.acts) > len(rest) and rest[0].refusal and rest[0].event not in events:
                agents = {a.agent for a in bar.acts}
                if rest[0].agent not in agents:
                    text = f"{rest[0].agent} may still {rest[0].base}" if rest[0].base else rest[0].text
                    found.append(Step("remedy", text, rest[0].rules, _decided((way,)), _and(bar)))
        return found

    def acts(
        self, when: tuple[str, ...], taken: dict[str, tuple[set[str], tuple[str, ...]]]
    ) -> dict[str, list[Strand]]:
        """The strands of the actor by the last status that they rest on."""
        found: dict[str, list[Strand]] = {status: [] for status in taken}
        plain = self.told.holder(self.actor, [], [])
        for (actor, act, body), row in zip(self.cells, self.matrix.rows, strict=True):
            for case in row.answer.cases if row.answer is not None else ():
                if set(case.verdicts or (case.verdict,)) == {NOT_CONFERRED}:
                    continue
                for given in _alike(case.when or ((),), when):
                    status = self.resting(act, case, taken)
                    rest = _without(case, *taken[status]) if status else case
                    kept = tuple(text for text in given if text not in when)
                    strand = self.told.case(actor, act, body, rest, kept)
                    which = () if strand.holder == plain else (f"for {strand.holder.phrase}",)
                    after = _later(case, taken[status][0], self.told.barring) if status else ()
                    where = (*which, *strand.where, *_own(rest), *after)
                    rest = case.replace(presumed=tuple(a for a in case.presumed if a.text not in taken[status][0]))
                    marks = (*strand.marks, *(presumed(rest) if len(strand.verdicts) == 1 else ()))
                    found[status].append(strand.replace(holder=plain, where=where, marks=marks))
        return found

    def resting(self, act: str, case: Case, taken: dict[str, tuple[set[str], tuple[str, ...]]]) -> str:
        """The last status that a case rests on, by its grounds; "" for none."""
        for status in reversed(self.asked):
            conferred = any((act, ground) in self.needing[status] for ground in case.grounds)
            if status in taken and conferred and set(taken[status][1]) & set(case.grounds):
                return status
        return ""


def _needed(norm: Norm) -> set[str]:
    """The statuses that a norm asks for."""
    return {a.predicate for f in (norm.subject, norm.condition) for a in atoms(f) if isinstance(a, Has)}


def _fitting(one: Asked, when: tuple[str, ...]) -> Case | None:
    """The case of an answer on a status that fits conditions."""
    for case in one.answer.cases:
        if set(case.verdicts or (case.verdict,)) == {NOT_CONFERRED}:
            continue
        if any(not _contrary(given, when) for given in case.when or ((),)):
            return case
    return None


def _alike(alternatives: tuple[tuple[str, ...], ...], when: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The alternatives of a case that fit conditions: those that ask nothing more of the actor, where there are any."""
    fitting = [given for given in alternatives if not _contrary(given, when)]
    asked = [given for given in fitting if all(text in when for text in given if text.startswith("it "))]
    return asked or fitting


def _contrary(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two lists of conditions cannot hold together: one says what the other denies."""
    return any(_denied(text) in other or text in {_denied(o) for o in other} for text in one)


def _denied(text: str) -> str:
    for says, denies in (("it is not ", "it is "), ("it has no ", "it has "), ("it did not ", "it ")):
        if text.startswith(says):
            return denies + text.removeprefix(says)
    for says, denies in (("it is ", "it is not "), ("it has ", "it has no ")):
        if text.startswith(says):
            return denies + text.removeprefix(says)
    return text


def _without(case: Case, known: set[str], grounds: tuple[str, ...]) -> Case:
    """A case without what a stage has told. What nobody can stop any more is then held of right."""
    verdicts = case.verdicts or (case.verdict,)
    gates = ways_without(case.gates, known)
    stops = tuple(way for way in case.blockers.sets_off if not texts(way.acts) & known)
    steps = ways_without(case.steps, known)
    if not gates and not stops and len(verdicts) == 1 and verdicts[0] in (BY_DEFAULT, BY_LEAVE):
        verdicts = (OF_RIGHT,)
    return case.replace(verdicts=verdicts, gates=gates, blockers=Blockers(stops), steps=steps)


def _later(case: Case, known: set[str], barring: Iterable[str]) -> tuple[str, ...]:
    """Who can still let somebody in where a stage has told who can stop it, and not that."""
    if len(case.verdicts) > 1 or case.stops_by:
        return ()
    return tuple(after_words(one) for one in remedies(case, barring) if one.act.text not in known)


def _own(case: Case) -> tuple[str, ...]:
    own = [join([step_words(a) for a in way.acts]) for way in case.steps]
    return (f"it must {join(own, 'or')}",) if own else ()


def _and(way: Way) -> str:
    return join([act_words(a) for a in way.acts])


def _rules(ways: Sequence[Way]) -> tuple[str, ...]:
    return unique(r for way in ways for a in way.acts for r in a.rules)


def _decided(ways: Sequence[Way]) -> tuple[str, ...]:
    """How the agents decide, each with its rules; that no rule says so."""
    found: list[str] = []
    for act in unique(a for way in ways for a in way.acts):
        found += [_by(act, d.decision, d.keeps, d.counts, d.layer, d.rules) for d in act.decided]
        if act.unsettled and not any(d.counts for d in act.decided):
            found.append("no rule that counts gives the majority")
    return unique(found)


def _by(act: Act, decision: str, keeps: str, counts: bool, layer: str, rules: tuple[str, ...]) -> str:
    under = "" if counts else f"{layer}: "
    return f"{under}by {decision}{f', {keeps}' if keeps else ''} ({cites(rules) if rules else 'as declared'})"
