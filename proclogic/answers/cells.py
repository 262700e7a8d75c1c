"""Answers one cell: poses it to the engine, splits it into cases and puts what comes of it into words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from proclogic.answers.amended import Amendments
from proclogic.answers.cases import Branch, Leaf, contested
from proclogic.answers.clashes import gave_way
from proclogic.answers.consequences import Consequence
from proclogic.answers.deciding import Deciding
from proclogic.answers.derivation import Derivations
from proclogic.answers.examine import Examined, Examiner
from proclogic.answers.following import LEAVES, Consequences
from proclogic.answers.grounds import Trace, missing
from proclogic.answers.model import (
    CONDITIONAL,
    NO,
    NOT_CONFERRED,
    OPEN,
    YES,
    Answer,
    Beside,
    Blockers,
    Case,
    Mark,
    Way,
)
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable, circular, contradiction, impossible
from proclogic.answers.resolutions import Resolutions
from proclogic.answers.settle import RANK, Settled
from proclogic.answers.standing import Readings
from proclogic.answers.telling import Telling, bracket_words, layer_words, worth_telling
from proclogic.answers.wording import Wording
from proclogic.engine.cubes import Cube
from proclogic.engine.session import Circular, Contradiction, Posed, Session
from proclogic.norms.conditions import Keeps, Reads
from proclogic.norms.model import CERTAINTIES, LAYERS, Forbid, GivesNothing, Norm, Permit, Ruleset
from proclogic.norms.questions import Cell, Fact
from proclogic.values import unique

Tell = Callable[[Leaf], Consequence]
MANY = 12  # cases of an answer beside which other layers are only mentioned


class Asker:
    """Answers questions on one ruleset: grounds are kept between questions."""

    def __init__(self, ruleset: Ruleset, options: Options, session: Session | None = None) -> None:
        self.whole = ruleset  # with what layers that do not count would amend
        self.options = options = options.on(ruleset)
        self.session = session or Session(ruleset, options.layers, options.strict)
        self.ruleset = ruleset = self.session.ruleset
        self.wording = Wording(ruleset.vocabulary)
        self.numbers = dict(options.numbers)
        self.deciding = Deciding(ruleset, self.wording, self.numbers, options)
        self.choices = self.deciding.choices
        self.readings = Readings(ruleset)
        self.resolutions = Resolutions(ruleset, self.readings)
        self.provisions = {p.number: p for p in ruleset.provisions}
        self.amendments = Amendments(ruleset, options.layers, options.strict)
        self.telling = Telling(ruleset, self.session, self.wording, self.deciding)
        self.derivations = Derivations(self.session, self.readings)
        self.last: Examined | None = None  # what was examined for the last answer on a cell
        self.following = Consequences(self.telling, self.derivations)
        self._wider: dict[str, Session] = {}
        self._others: dict[tuple[str, str], None] = {}  # who else has it, and by which provision
        self._contrast: set[str] = set()  # provisions named for contrast only: they do not make an answer less certain
        self._carried: set[str] = set()  # provisions that carry the answer, beside what they say of majorities
        self._shared: dict[object, Answer] = {}
        self.examiner = Examiner(self.session, self.readings, options.readings)

    # ------------------------------------------------------------------------------------------------- one cell

    def cell(
        self,
        cell: Cell,
        facts: Sequence[Fact],
        text: str,
        form: str = "may",
        beside: bool = True,
        whole: bool = True,
    ) -> Answer:
        """The answer for one cell; with `beside` what other layers would change, with `whole` also whether rules clash
        and what each reading and each choice of brackets would mean."""
        self.last = self.examined(cell, facts, whole)
        return self.put(self.last, text, form, beside, whole)

    def examined(self, cell: Cell, facts: Sequence[Fact], whole: bool = True) -> Examined:
        """The cell put to the engine and split into cases, not yet in words."""
        return self.examiner.examine(self.posed(cell, facts), cell, facts, whole)

    def posed(self, cell: Cell, facts: Sequence[Fact]) -> Posed:
        """The cell with its facts, put to the engine. Raises Unanswerable."""
        impossible(self.session.index, self.wording, cell, facts)
        try:
            return self.session.pose(cell, facts, self.options.readings)
        except Contradiction as clash:
            raise contradiction(clash.facts) from None
        except Circular:
            raise circular(self.ruleset) from None

    def shared(self, cell: Cell, facts: Sequence[Fact]) -> Answer:
        """The answer for a cell of a list, worked out once for all cells that come to the same norms with the same
        needs.

        What an answer says of other actors ("granted to others by ...") is that of the first of them."""
        key = (self.session.problem(cell, facts), tuple(facts))
        if key not in self._shared:
            self._shared[key] = self.cell(cell, facts, "", beside=False)
        return self._shared[key]

    def put(self, examined: Examined, text: str, form: str = "may", beside: bool = True, whole: bool = True) -> Answer:
        """The answer in words."""
        posed, facts, branches = examined.posed, examined.facts, examined.branches
        full = whole and beside and examined.complete and not examined.one_choice
        if full and sum(len(b.leaves) for b in branches) <= LEAVES:
            spread = (
                self.following.spread(posed, b.leaves, lambda v: not self.readings.is_minority(posed, v.choice))
                for b in branches
            )
            branches = tuple(b.replace(leaves=tuple(s)) for b, s in zip(branches, spread, strict=True))
        few = full and sum(len(b.leaves) for b in branches) <= LEAVES

        def tell(leaf: Leaf) -> Consequence:
            return self.following.of(posed, leaf) if few else self.following.acts(posed, leaf)

        cases = []
        self._contrast, self._others, self._carried = set(), {}, set()
        disputed: dict[str, None] = {}
        for branch in branches:
            counted = self.readings.counted(posed, branch)
            names = contested(
                branch.leaves, lambda v: not self.readings.is_minority(posed, v.choice), self.readings.group_of(posed)
            )
            disputed.update(dict.fromkeys(names))
            lead = self.readings.lead(posed, counted)
            cases.append(self._case(posed, branch, lead, counted, names, tell))
        verdicts = sorted({v for c in cases for v in c.verdicts}, key=RANK.__getitem__)
        told = whole and examined.complete
        listed = self.readings.answers(posed, branches, tell) if told else ()
        resolved = self.resolutions.answers(posed, branches, [c.when for c in cases], tell) if told else ()
        marks = self.marks(posed, cases)
        outcomes = {c.outcome for c in cases}
        worst = max(cases, key=lambda c: RANK[c.verdict])
        grounds = unique(g for c in cases for g in c.grounds)
        grounds = unique([*grounds, *(self.readings.provision(d) for d in disputed)])
        weighed = self._determining(cases, disputed)
        certain = [self.provisions[g] for g in weighed if g in self.provisions and g not in self._contrast]
        certain = certain or [self.provisions[g] for g in weighed if g in self.provisions]
        unsure = "" if worst.verdict == NOT_CONFERRED else self.ruleset.certainty  # nothing was seen that is silent
        one = cases[0] if len(cases) == 1 else None
        lead_case = one or worst
        cited = tuple(self.telling.cite(g) for g in grounds if g in self.provisions)
        result = Answer(
            ruleset=self.ruleset.id,
            title=self.ruleset.title,
            question=text,
            form=form,
            verdict=worst.verdict,
            verdicts=tuple(verdicts),
            outcome=next(iter(outcomes)) if len(outcomes) == 1 else OPEN if OPEN in outcomes else CONDITIONAL,
            marks=marks,
            cases=tuple(cases),
            grounds=grounds,
            steps=lead_case.steps,
            gates=lead_case.gates,
            blockers=lead_case.blockers,
            limits=unique(x for c in cases for x in c.limits),
            presumed=unique(p for c in cases for p in c.presumed),
            strength=lead_case.strength,
            layers=tuple(x for x in LAYERS if any(c.layer == x for c in cited)),
            certainty=max((p.certainty for p in certain), key=CERTAINTIES.index, default=unsure),
            readings=listed,
            resolutions=resolved,
            silences=self.telling.silences(grounds),
            others=tuple(sorted(self._others, key=lambda o: self.telling.order.get(o[1], 0))),
            arithmetic=tuple(f"{words} ({', '.join(rules)})" for words, rules in self.telling.arithmetic(posed, facts)),
            examined=self._examined(posed),
            cited=cited,
            silence=self.ruleset.silence,
            hypothetical=any(c.layer == "hypothetical" for c in cited),
            complete=examined.complete,
            sampled=examined.sampled,
            one_choice=examined.one_choice,
            at_least=examined.at_least,
            amendments=self.amendments.on_cells((posed.cell,), facts, grounds),
            gave_way=unique(g for c in cases for g in c.gave_way),
        )
        if beside:
            result = result.replace(beside=self._beside(posed.cell, facts, result))
        return result

    def when(self, posed: Posed, cubes: Iterable[Cube]) -> tuple[tuple[str, ...], ...]:
        """Descriptions of a case in words."""
        return tuple(
            tuple(self.wording.literal(posed.atom(x), x > 0) for x in worth_telling(posed, cube)) for cube in cubes
        )

    # -------------------------------------------------------------------------------------------------- one case

    def _case(
        self, posed: Posed, branch: Branch, lead: Leaf, counted: list[Leaf], disputed: list[str], tell: Tell
    ) -> Case:
        settled = lead.settled
        trace = self.derivations.of(posed, lead)
        norms = self._carrying(posed, lead, trace)
        for other in self.derivations.one_a_verdict(lead, counted) if disputed else ():
            norms |= self._carrying(posed, other, self.derivations.of(posed, other))
        presumed = tuple(
            self.telling.act(posed, posed.ground.open[a]) for a in trace.presumed if a in posed.ground.open
        )
        gates, blockers = self.letting(posed, settled)
        deciders = unique(r for w in gates for a in w.acts for d in a.decided for r in d.rules)
        grounds = unique(p for n in norms.values() for p in (n.provision, *n.via))
        self._carried.update(grounds)
        followed = self._followed(posed, lead, counted, tell)
        return self.ruled(posed, lead, counted, disputed).replace(
            when=self.when(posed, branch.when),
            steps=self.telling.ways(posed, settled.steps),
            gates=gates,
            blockers=blockers,
            presumed=unique(presumed),
            limits=unique(
                (self.wording.limit(x), n.provision)
                for n in trace.norms.values()
                if isinstance(n.effect, Permit)
                for x in n.limits
            ),
            grounds=unique([*self.telling.in_order(grounds), *deciders]),
            strength=trace.strength(),
            follows=" and ".join(f'"{a.reading}"' for a in followed if isinstance(a, Reads)),
            keeps=tuple(self.resolutions.chosen(a) for a in followed if isinstance(a, Keeps)),
            adverse=tuple(self.telling.act(posed, x) for x in sorted(settled.ended) if x > 0 or not settled.support),
            gave_way=gave_way(trace),
        )

    def ruled(self, posed: Posed, lead: Leaf, counted: Sequence[Leaf], disputed: Sequence[str]) -> Case:
        """What the leaves of a case that count come to together: verdicts, outcomes and marks."""
        verdict, outcome = lead.settled.verdict, lead.settled.outcome
        marks: list[Mark] = []
        if disputed:
            kinds = {d: "open" if self.readings.is_bracket(d) else "contested" for d in disputed}
            for kind in sorted(set(kinds.values())):
                named = [d for d in disputed if kinds[d] == kind]
                words = "; ".join(self.readings.words(d) for d in named)
                marks.append(Mark(kind, words, unique(map(self.readings.provision, named))))
            verdict = max((v.settled.verdict for v in counted), key=RANK.__getitem__)
        verdicts = {v.settled.verdict for v in counted} if disputed else {verdict}
        gates_by, stops_by = self.differs(posed, counted) if len(verdicts) == 1 else ((), ())
        outcomes = {v.settled.outcome for v in counted}
        if len(outcomes) > 1:
            outcome = OPEN
        referred = self.derivations.referred(posed, lead)
        if disputed and not referred:
            referred = [r for v in counted for r in self.derivations.referred(posed, v)]
        marks += [Mark("pending", self.wording.noun(body), rules) for body, rules in unique(referred)]
        for predicate in unique(posed.atom(x) for v in (lead, *counted) for x, _ in v.turns_on):
            word = self.wording.word(predicate)
            marks.append(Mark("turns on", word, self.telling.speaking_of(posed, predicate)))
        if any(v.conflicting for v in counted):
            marks.append(Mark("conflicting", "", self.derivations.conflict(posed)))
        return Case(
            (),
            verdict,
            outcome,
            tuple(marks),
            verdicts=tuple(sorted(verdicts, key=RANK.__getitem__)),
            outcomes=tuple(x for x in (YES, CONDITIONAL, OPEN, NO) if x in outcomes),
            gates_by=gates_by,
            stops_by=stops_by,
        )

    def letting(self, posed: Posed, settled: Settled) -> tuple[tuple[Way, ...], Blockers]:
        """Who lets it in, and who can stop it."""
        ways = self.telling.ways
        return ways(posed, settled.gates), Blockers(
            ways(posed, settled.sets_off), ways(posed, settled.holds), settled.cut
        )

    def _carrying(self, posed: Posed, leaf: Leaf, trace: Trace) -> dict[str, Norm]:
        """The norms that carry what a choice of readings comes to; for silence, those that a reader would look at."""
        norms = dict(trace.norms)
        if leaf.settled.verdict == NOT_CONFERRED:
            near, others = missing(self.session, posed.cell, posed.known)
            self._contrast |= {n.provision for n in others.values()} - {
                n.provision for n in (*near.values(), *norms.values())
            }
            self._others.update({(self.telling.holders(n), n.provision): None for n in others.values()})
            norms.update(near)
            norms.update(others)
        return norms

    def _followed(self, posed: Posed, lead: Leaf, counted: list[Leaf], tell: Tell) -> list[Reads | Keeps]:
        """The readings, and the choices of brackets, under which the acts listed for a case stand, where others that
        count differ in them."""
        group = self.readings.group_of(posed)
        chosen = self.readings.chosen(posed, lead.choice)
        names = unique([*contested(counted, lambda v: True, group), *contested(counted, lambda v: True, group, tell)])
        return [chosen[d] for d in names if d in chosen]

    def differs(self, posed: Posed, leaves: Sequence[Leaf]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """By what it differs who lets it in, and who can stop it, where these choices count: kinds of marks."""
        group = self.readings.group_of(posed)
        found: list[tuple[str, ...]] = []
        for aspect in (_gates, _stops):
            apart = len({aspect(leaf) for leaf in leaves}) > 1
            names = contested(leaves, lambda v: True, group, aspect) if apart else []
            if apart and not names:  # no single choice makes the difference
                names = [group(x) for leaf in leaves for x in leaf.choice]
            kinds = {"open" if self.readings.is_bracket(name) else "contested" for name in names}
            found.append(tuple(sorted(kinds)))
        return found[0], found[1]

    def marks(self, posed: Posed, cases: Sequence[Case]) -> tuple[Mark, ...]:
        """The marks of a whole answer: those of its cases, and what it turns on which of them is the case."""
        marks = list(unique(m for c in cases for m in c.marks))
        if len({c.verdict for c in cases}) > 1:
            marks.append(Mark("depends", "; ".join(" and ".join(c.when[0]) for c in cases if c.when and c.when[0])))
        speaks = any(isinstance(n.effect, Permit | Forbid) for n in posed.ground.program.norms) or posed.cell.holds
        if self.ruleset.silence == "unregulated" and not speaks and any(c.verdict == NOT_CONFERRED for c in cases):
            marks.append(Mark("unregulated"))
        return tuple(marks)

    def _determining(self, cases: list[Case], disputed: dict[str, None]) -> tuple[str, ...]:
        deciders = {r for c in cases for w in c.gates for a in w.acts for d in a.decided for r in d.rules}
        only = deciders - self._carried
        return unique(
            [g for c in cases for g in c.grounds if g not in only] + [self.readings.provision(d) for d in disputed]
        )

    def counted(self) -> str:
        """The layers that count, in words; with what an overlay would amend, if its layer does not."""
        words = layer_words(self.options.layers)
        if self.ruleset is self.whole:
            return words
        left = [x for x in self.whole.overlaid if x not in self.ruleset.overlaid]
        return f"{words}, without the amendments ({' and '.join(left)})"

    def _examined(self, posed: Posed) -> tuple[str, ...]:
        group = self.readings.group_of(posed)
        groups = {group(x) for x in posed.ground.open.values()}
        readings = [d for d in self.ruleset.disputes if d.id in groups]
        told = [self.counted()]
        if readings:
            count = sum(len(d.readings) for d in readings)
            told.append(f"{len(readings)} dispute{'s' * (len(readings) > 1)} with {count} readings")
        return (*told, *bracket_words(self.ruleset, groups))

    # ------------------------------------------------------------------------------------------ beside: other layers

    def _beside(self, cell: Cell, facts: Sequence[Fact], base: Answer) -> tuple[Beside, ...]:
        """What each further layer would change, under its own name."""
        found = []
        for layer in LAYERS:
            if layer in self.options.layers or not self._bears(layer, cell):
                continue
            if len(base.cases) > MANY:  # what it would change in each of them would be no answer that one can read
                from proclogic.answers.other_layers import mentioned

                found.append(mentioned(self._wide(layer), layer, cell))
                continue
            wider = Asker(self.whole, self.options.replace(layers=(*self.options.layers, layer)), self._wide(layer))
            try:
                other = wider.cell(cell, facts, base.question, base.form, beside=False)
            except Unanswerable:
                continue
            from proclogic.answers.other_layers import changed

            told = changed(wider.ruleset, layer, other, base, amends=wider.ruleset is not self.ruleset)
            if told is not None:
                found.append(told)
        return tuple(found)

    def _bears(self, layer: str, cell: Cell) -> bool:
        """Whether the layer has a norm that could bear on anything asked here."""
        wide = self._wide(layer)
        if wide.ruleset is not self.ruleset:
            return True
        speaks = any(n.layer == layer and not isinstance(n.effect, GivesNothing) for n in self.ruleset.norms)
        return speaks and any(n.layer == layer for n, _ in wide.needs(cell, {}))

    def _wide(self, layer: str) -> Session:
        """The session in which a further layer counts too."""
        if layer not in self._wider:
            self._wider[layer] = Session(self.whole, (*self.options.layers, layer), self.options.strict)
        return self._wider[layer]


def _gates(leaf: Leaf) -> object:
    return leaf.settled.gates


def _stops(leaf: Leaf) -> object:
    return leaf.settled.sets_off
