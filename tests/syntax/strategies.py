"""Hypothesis strategies for sentences, conditions and questions in the words of a vocabulary."""

from __future__ import annotations

from hypothesis import strategies as st

from proclogic.norms.conditions import And, Deadline, Decision, Formula, Happens, Has, Is, Not, Or, ReferredTo, Share
from proclogic.norms.model import Limit
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Vocabulary
from proclogic.syntax import tree as t

BASES = ("voting", "present", "participating", "all")
NUMBERS = ("1", "17(2)", "17(3)(b)", "17 bis", "OP4", "9/1(53)(a)", "art32(3)", "P2", "2.1")


class Language:
    """Strategies for one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.v = vocabulary
        self.sorts = {sort: [k for k in vocabulary.kinds if k.sort == sort] for sort in (ACTOR, BODY, OBJECT)}

    # ---------------------------------------------------------------------------------------------------- nouns

    def kinds(self, sort: str) -> st.SearchStrategy[str]:
        return st.sampled_from([k.id for k in self.sorts[sort]])

    @st.composite
    @staticmethod
    def _phrase(draw: st.DrawFn, self: Language, sort: str) -> t.NounPhrase:
        said = [p for p in self.v.predicates if p.sort == sort]
        words = [Has(p.id) for p in said if p.form == "word"]
        before = draw(st.lists(st.sampled_from(words), max_size=2)) if words else []
        options: list[st.SearchStrategy[Formula]] = [st.builds(Is, st.just(sort), self.kinds(sort))]
        if said:
            options.append(st.sampled_from([Has(p.id) for p in said]))
        atom = st.one_of(options)
        after = draw(st.lists(st.one_of(atom, st.builds(Not, atom)), max_size=2))
        return t.NounPhrase(draw(self.kinds(sort)), sort, tuple(before), tuple(after))

    def phrase(self, sort: str) -> st.SearchStrategy[t.NounPhrase]:
        return Language._phrase(self, sort)

    def phrases(self, sort: str, most: int = 3) -> st.SearchStrategy[tuple[t.NounPhrase, ...]]:
        return st.lists(self.phrase(sort), min_size=1, max_size=most).map(tuple)

    # ----------------------------------------------------------------------------------------------------- acts

    @st.composite
    @staticmethod
    def _act(draw: st.DrawFn, self: Language) -> t.ActPhrase:
        act = draw(st.sampled_from(self.v.acts))
        bodies: tuple[t.NounPhrase, ...] = ()
        thing = None
        if act.takes_body and draw(st.booleans()):
            bodies = draw(self.phrases(BODY, 2))
        if act.object and draw(st.booleans()):
            fits = [k.id for k in self.sorts[OBJECT] if k.id == act.object or act.object in k.parents]
            thing = draw(self.phrase(OBJECT)).replace(kind=draw(st.sampled_from(fits)))
        return t.ActPhrase(act.id, bodies, thing)

    def act(self) -> st.SearchStrategy[t.ActPhrase]:
        return Language._act(self)

    def acts(self) -> st.SearchStrategy[tuple[t.ActPhrase, ...]]:
        return st.lists(self.act(), min_size=1, max_size=3).map(tuple)

    # ----------------------------------------------------------------------------------------------- conditions

    def shares(self) -> st.SearchStrategy[Share]:
        of = st.sampled_from(["", *(k.id for k in self.sorts[ACTOR] if not k.sole)])
        parts = st.sampled_from([(1, 2), (1, 3), (2, 3), (3, 4), (3, 5), (1, 10), (60, 100), (7, 12)])
        return st.builds(
            lambda part, strict, base, of: Share(part[0], part[1], strict, base, of),
            parts,
            st.booleans(),
            st.sampled_from(BASES),
            of,
        )

    def deadlines(self) -> st.SearchStrategy[Deadline]:
        return st.builds(
            Deadline,
            st.sampled_from(["at least", "at most", "within"]),
            st.integers(1, 5000),
            st.sampled_from(["hour", "day", "week", "month"]),
            st.sampled_from(["before", "after"]),
            st.sampled_from([w.id for w in self.v.words if w.sort == "moment"]),
        )

    def decisions(self) -> st.SearchStrategy[Decision]:
        one = st.one_of(
            st.just(Decision("consensus")),
            st.just(Decision("any one")),
            st.just(Decision("alone")),
            self.shares().map(lambda share: Decision("share", share)),
        )
        return st.one_of(one, st.builds(lambda a, b: a.replace(failing=b), one, one))

    @st.composite
    @staticmethod
    def _happens(draw: st.DrawFn, self: Language, plain: bool) -> Happens:
        event = draw(st.sampled_from(self.v.events))
        when = None if plain else draw(st.one_of(st.none(), self.deadlines()))
        agent = draw(st.sampled_from(event.agents))
        if not plain and agent != "actor" and draw(st.booleans()):
            named = draw(st.booleans())
            share = draw(self.shares()).replace(of=agent if named else "")
            return Happens(event.id, agent if named else event.agents[0], share, when)
        return Happens(event.id, agent, None, when)

    def happens(self, plain: bool = False) -> st.SearchStrategy[Happens]:
        return Language._happens(self, plain)

    def bodies_that_decide(self) -> st.SearchStrategy[str]:
        decide = {k.id for k in self.sorts[BODY]} & {k.id for k in self.sorts[ACTOR]}
        return st.sampled_from(sorted(decide))

    def atoms(self, about: str = ACTOR) -> st.SearchStrategy[Formula]:
        """Atoms and their contraries; membership only where the words for it can mean nothing else."""
        alone = [k for k in self.v.kinds if k.sort == about]
        return st.one_of(
            st.sampled_from([Has(p.id) for p in self.v.predicates]).flatmap(_or_not),
            st.sampled_from([Is(k.sort, k.id) for k in alone]).flatmap(_or_not),
            self.happens(),
            self.happens().filter(lambda h: h.count is None).map(Not),
            self.bodies_that_decide().map(ReferredTo).flatmap(_or_not),
        )

    def conditions(self, about: str = ACTOR) -> st.SearchStrategy[Formula]:
        return st.recursive(self.atoms(about), _joined, max_leaves=5)

    # ------------------------------------------------------------------------------------------------ sentences

    def refs(self) -> st.SearchStrategy[tuple[t.RuleRef, ...]]:
        number = st.sampled_from(NUMBERS)
        one = st.builds(t.RuleRef, number, st.one_of(st.just(""), number))
        return st.lists(one, min_size=1, max_size=3).map(tuple)

    def clauses(self, about: str, lead: bool) -> st.SearchStrategy[t.Clause]:
        build = st.builds
        kinds = [
            build(t.Clause, st.sampled_from(["if", "unless"]), self.conditions(about), lead=st.just(lead)),
            build(t.Clause, st.just("except for"), nouns=self.phrases(about, 2), lead=st.just(lead)),
            build(
                t.Clause,
                st.sampled_from(["notwithstanding", "subject to", "without prejudice to"]),
                rules=self.refs(),
                lead=st.just(lead),
            ),
            st.just(t.Clause("as a rule", lead=lead)),
        ]
        if not lead:
            limits = [Limit(w.phrase) for w in self.v.words if w.sort == "limit"]
            units = [w.id for w in self.v.words if w.sort == "unit"]
            measured = build(Limit, st.just(""), st.integers(1, 5000), st.sampled_from(units), st.booleans())
            kinds.append(build(t.Clause, st.just("limit"), limit=st.one_of(st.sampled_from(limits), measured)))
            kinds.append(build(t.Clause, st.just("without the right to"), acts=self.acts()))
        return st.one_of(kinds)

    def both_clauses(self, about: str) -> st.SearchStrategy[tuple[t.Clause, ...]]:
        leads = st.lists(self.clauses(about, True), max_size=1)
        tails = st.lists(self.clauses(about, False), max_size=2)
        return st.tuples(leads, tails).map(lambda both: (*both[0], *both[1]))

    def does(self) -> st.SearchStrategy[t.Does]:
        words = ["may", "is entitled to", "may be invited to", "may not", "shall not"]
        return st.builds(t.Does, st.sampled_from(words), self.acts())

    def holds(self, sort: str) -> st.SearchStrategy[t.Holds]:
        had = [p.id for p in self.v.predicates if p.role == "status" and p.sort == sort and p.form == "has"]
        said = [p.id for p in self.v.predicates if p.role == "status" and p.sort == sort and p.form in ("is", "word")]
        words = "has|is accorded|shall be accorded|should be accorded|may be accorded|has no|is not accorded|"
        words += "shall not be accorded|loses"
        options = []
        if had:
            options.append(st.builds(t.Holds, st.sampled_from(words.split("|")), st.sampled_from(had)))
        if said:
            options.append(st.builds(t.Holds, st.sampled_from(["is", "is not"]), st.sampled_from(said)))
        return st.one_of(options)

    @st.composite
    @staticmethod
    def _brings(draw: st.DrawFn, self: Language) -> tuple[t.NounPhrase, t.Acts]:
        event = draw(st.sampled_from(self.v.events))
        agent = draw(st.sampled_from(event.agents))
        subject = draw(self.phrase(ACTOR))
        if agent != "actor":
            subject = subject.replace(kind=agent)
        duty = draw(st.booleans())
        power = ["may", "is entitled to", "may be invited to", "may not", "shall not", "only"]
        words = draw(st.sampled_from(["shall", "will", "should"] if duty else power))
        when = draw(st.one_of(st.none(), self.deadlines())) if words != "only" else None
        owed = draw(st.one_of(st.none(), self.phrase(ACTOR))) if duty else None
        return subject, t.Acts(words, event.id, when, owed)

    @st.composite
    @staticmethod
    def _sentence(draw: st.DrawFn, self: Language) -> t.Sentence:
        subjects: tuple[t.NounPhrase, ...] = ()
        verb: t.Verb
        which = draw(st.integers(0, 13))
        about = ACTOR
        match which:
            case 0 | 1:
                subjects, verb = draw(self.phrases(ACTOR)), draw(self.does())
            case 2:
                subject, verb = draw(Language._brings(self))
                subjects = (subject,)
            case 3:
                about = draw(st.sampled_from([s for s in (ACTOR, BODY, OBJECT) if self._has_status(s)]))
                subjects, verb = draw(self.phrases(about)), draw(self.holds(about))
            case 4:
                about = draw(st.sampled_from([ACTOR, OBJECT]))
                subjects, verb = draw(self.phrases(about, 1)), t.Counts(draw(self.phrase(about)))
            case 5:
                body = t.NounPhrase(draw(self.bodies_that_decide()), ACTOR)
                subjects, verb = draw(self.phrases(ACTOR)), t.Referred(body)
            case 6:
                matter = draw(st.sampled_from([w.id for w in self.v.words if w.sort == "matter"]))
                verb = t.Decided(draw(self.decisions()), matter)
            case 7:
                done = draw(self.happens(True))
                verb = t.Decided(draw(self.decisions()), "", done.event, done.agent)
            case 8:
                done = draw(self.happens(True))
                matter = draw(st.sampled_from([w.id for w in self.v.words if w.sort == "matter"]))
                verb = t.Classed(done.event, done.agent, matter)
            case 9:
                where = draw(st.one_of(st.none(), self.phrase(BODY)))
                verb = t.Needs(draw(st.sampled_from(["decision", "debate"])), draw(self.shares()), where)
            case 10:
                subjects, verb = draw(self.phrases(ACTOR)), t.Excluded(draw(self.refs()))
                subjects = tuple(s for s in subjects if self._only_actor(s.kind)) or (self._an_actor(),)
            case 11:
                swap = st.tuples(self.kinds(ACTOR), self.kinds(ACTOR))
                swaps = tuple(draw(st.lists(swap, max_size=2)))
                as_to = draw(self.kinds(ACTOR)) if not swaps and draw(st.booleans()) else ""
                verb = t.Carried(draw(self.refs()), draw(st.booleans()), swaps, as_to)
                about, subjects = BODY, draw(self.phrases(BODY))
            case 12:
                layer = st.sampled_from(["treaty", "rules", "practice"]).map(lambda n: (t.RuleRef(layer=n),))
                side = st.one_of(self.refs(), layer)
                verb = t.Prevails(draw(side), draw(side))
            case _:
                nothing = st.one_of(st.just(t.Nothing()), st.builds(t.Nothing, self.acts()), self._nothing_of_event())
                subjects, verb = draw(self.phrases(ACTOR)), draw(nothing)
        if which == 0 and draw(st.booleans()):
            verb = t.Does("only", draw(self.acts()))
        return t.Sentence(subjects, verb, draw(self.both_clauses(about)))

    def _nothing_of_event(self) -> st.SearchStrategy[t.Nothing]:
        return st.sampled_from([e.id for e in self.v.events]).map(lambda event: t.Nothing((), event))

    def _has_status(self, sort: str) -> bool:
        return any(p.role == "status" and p.sort == sort for p in self.v.predicates)

    def _only_actor(self, kind: str) -> bool:
        return all(k.id != kind for k in self.sorts[BODY])

    def _an_actor(self) -> t.NounPhrase:
        return t.NounPhrase(next(k.id for k in self.sorts[ACTOR] if self._only_actor(k.id)), ACTOR)

    def sentences(self) -> st.SearchStrategy[t.Sentence]:
        return st.one_of(Language._sentence(self), Language._list(self))

    @st.composite
    @staticmethod
    def _list(draw: st.DrawFn, self: Language) -> t.Sentence:
        shared = draw(st.sampled_from(["", "", "may", "may not", "is entitled to"]))
        clauses = draw(st.lists(self.clauses(ACTOR, True), max_size=1))
        if not shared:
            clauses += draw(st.lists(self.clauses(ACTOR, False), max_size=1))
        items = []
        for mark in "abcd"[: draw(st.integers(1, 3))]:
            verb = t.Does(shared, draw(self.acts())) if shared else draw(st.one_of(self.does(), self.holds(ACTOR)))
            tails = tuple(draw(st.lists(self.clauses(ACTOR, False), max_size=2)))
            items.append(t.Item(f"({mark})", verb, tails))
        return t.Sentence(draw(self.phrases(ACTOR)), None, tuple(clauses), tuple(items), shared)

    # ------------------------------------------------------------------------------------------------ questions

    def facts(self, about: str = ACTOR) -> st.SearchStrategy[Fact]:
        plain = self.happens(True)
        return st.one_of(
            st.builds(Fact, self.atoms(about).filter(lambda f: not isinstance(f, Not)), st.just(True)),
            st.builds(Fact, self.atoms(about).filter(_can_be_denied), st.just(False)),
            st.builds(lambda h, d: Fact(h, True, period=d.replace(bound="")), plain, self.deadlines()),
            st.builds(
                lambda h, n, m, b: Fact(h, True, count=n, of=m, base=b),
                plain.filter(lambda h: h.agent != "actor"),
                st.integers(2, 5000),
                st.one_of(st.none(), st.integers(2, 5000)),
                st.sampled_from(BASES),
            ),
        )

    def individuals(self, sort: str) -> st.SearchStrategy[Individual]:
        return st.lists(self.kinds(sort), min_size=1, max_size=2, unique=True).map(
            lambda kinds: Individual(tuple(kinds))
        )

    @st.composite
    @staticmethod
    def _question(draw: st.DrawFn, self: Language) -> Question:
        form = draw(
            st.sampled_from(["may", "who", "what", "where", "is", "must", "majority", "when", "carried", "prevails"])
        )
        actor = draw(self.individuals(ACTOR))
        act = draw(st.sampled_from(self.v.acts))
        fits = [k.id for k in self.sorts[OBJECT] if k.id == act.object or act.object in k.parents]
        body = draw(st.one_of(st.none(), self.individuals(BODY))) if act.takes_body else None
        thing = Individual((draw(st.sampled_from(fits)),)) if act.object and draw(st.booleans()) else None
        by = tuple(draw(st.lists(st.sampled_from(NUMBERS), max_size=2)))
        numbers: tuple[tuple[str, int], ...] = ()
        about = ACTOR
        done = draw(self.happens(True))
        matter = draw(st.sampled_from([w.id for w in self.v.words if w.sort == "matter"]))
        match form:
            case "may" | "where":
                made = Question(form, "", Cell(actor, act.id, body, thing, None, by))
            case "who":
                made = Question(form, "", Cell(Individual(()), act.id, body, thing, None, by))
            case "what":
                where = draw(st.one_of(st.none(), self.individuals(BODY)))
                made = Question(form, "", Cell(actor, "", where, None, None, by))
            case "is":
                asked = draw(st.sampled_from([p for p in self.v.predicates if p.form != "does"]))
                about = asked.sort
                who = draw(self.individuals(about))
                cell = {
                    ACTOR: Cell(who, holds=Has(asked.id), by=by),
                    BODY: Cell(Individual(()), "", who, holds=Has(asked.id), by=by),
                    OBJECT: Cell(Individual(()), "", None, who, Has(asked.id), by),
                }[about]
                made = Question(form, "", cell)
            case "must" | "when" | "majority":
                when = draw(st.one_of(st.none(), self.deadlines())) if form == "must" else None
                own = done.agent == "actor"
                events = {e.id: e for e in self.v.events}
                if own and actor.kinds[0] in events[done.event].agents:
                    actor = Individual(("group a" if "group a" in {k.id for k in self.v.kinds} else "state",))
                made = Question(form, "", Cell(actor) if own else None, done.replace(deadline=when))
                if form == "majority" and draw(st.booleans()):
                    made = Question(form, "", matter=matter)
            case "carried":
                numbers = tuple(draw(st.lists(st.tuples(st.sampled_from(COUNTED), st.integers(0, 5000)), max_size=4)))
                made = Question(form, "", matter=matter) if draw(st.booleans()) else Question(form, "", event=done)
            case _:
                sides = st.sampled_from(["treaty", "rules", "practice", "5", "17(2)", "14 to 17"])
                made = Question(form, "", sides=(draw(sides), draw(sides)))
        facts = tuple(draw(st.lists(self.facts(about), max_size=3)))
        return made.replace(facts=facts, numbers=numbers)

    def questions(self) -> st.SearchStrategy[Question]:
        return Language._question(self)


COUNTED = ("parties", "participating", "present", "for", "against", "abstaining")


def _or_not(formula: Formula) -> st.SearchStrategy[Formula]:
    return st.sampled_from([formula, Not(formula)])


def _can_be_denied(formula: Formula) -> bool:
    return not isinstance(formula, Not) and not (isinstance(formula, Happens) and formula.count is not None)


def _joined(parts: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    """Conjunctions and disjunctions; one within the other of its kind is the same as a longer one."""
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda found: And(_flat(found, And))),
        several.map(lambda found: Or(_flat(found, Or))),
    )


def _flat(found: list[Formula], join: type[And] | type[Or]) -> tuple[Formula, ...]:
    out: list[Formula] = []
    for part in found:
        out.extend(part.parts if isinstance(part, And | Or) and type(part) is join else (part,))
    return tuple(out)
