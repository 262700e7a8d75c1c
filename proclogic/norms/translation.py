"""Puts questions, cells and facts of one ruleset into the words of another, through a mapping.

What has several counterparts gives several translations, one for each: together they ask what was asked. What is said
not to be the case is denied of all counterparts at once. Nothing is guessed: where a word has no counterpart, or what
stands for it there takes no such place, there is no translation, and the words are named.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from proclogic.norms.conditions import Deadline, Formula, Happens, Has, Is, Keeps, Reads, ReferredTo, Share
from proclogic.norms.hierarchy import Hierarchy
from proclogic.norms.mapping import (
    ACT,
    EVENT,
    SAID,
    Counterpart,
    Mapping,
    Term,
    called,
    declared,
)
from proclogic.norms.model import LAYERS
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act, Event
from proclogic.values import Value

T = TypeVar("T")
MOST = 64  # translations of one question: words with many counterparts multiply


class Missing(Value):
    """A word that cannot be put into the other words. `why` says what is in the way, "" that it has no counterpart;
    `note` is what the mapping says of it. `what` is "word", or "rule" for the number of a rule."""

    word: str
    why: str = ""
    note: str = ""
    what: str = "word"


class Translated(Value, Generic[T]):
    """What something is in the other words: `found` has one entry for each choice among several counterparts, `through`
    beside each the counterparts it went through. When nothing is found, `missing` says which words are in the way."""

    found: tuple[T, ...]
    through: tuple[tuple[Counterpart, ...], ...] = ()
    missing: tuple[Missing, ...] = ()


class Translator:
    """A mapping made ready to translate many things from its first ruleset to its second."""

    def __init__(self, mapping: Mapping) -> None:
        self.mapping = mapping
        self.here = declared(mapping.here)
        self.there = declared(mapping.there)
        self.up = Hierarchy(mapping.here).up, Hierarchy(mapping.there).up
        self.notes = {alone.term: alone.note for alone in mapping.only_first}
        self.pairs: dict[Term, list[Counterpart]] = {}
        for pair in mapping.counterparts:
            self.pairs.setdefault(pair.first, []).append(pair)
        self.said = {p.id: Term(SAID[p.sort], p.id) for p in mapping.here.predicates}

    def question(self, question: Question) -> Translated[Question]:
        """The question, with its facts. Its words are those of the first ruleset still: `text` is left as it is."""
        return self._every(lambda choice: _question(choice, question))

    def cell(self, cell: Cell) -> Translated[Cell]:
        """A cell."""
        return self._every(lambda choice: _cell(choice, cell))

    def facts(self, facts: tuple[Fact, ...]) -> Translated[tuple[Fact, ...]]:
        """Facts that are given together. One that denies several things may become several."""
        return self._every(lambda choice: _facts(choice, facts))

    def name(self, term: Term) -> str:
        """A word of the first ruleset as it is named."""
        entry = self.here.get(term)
        return called(entry) if entry is not None else term.id

    def _every(self, make: Callable[[_Choice], T]) -> Translated[T]:
        found: list[T] = []
        through: list[tuple[Counterpart, ...]] = []
        missing: dict[Missing, None] = {}
        waiting: list[dict[Term, Counterpart]] = [{}]
        while waiting:
            choice = _Choice(self, waiting.pop(0))
            try:
                made = make(choice)
            except _Undecided as open_word:
                waiting[:0] = [{**choice.chosen, open_word.term: pair} for pair in self.pairs[open_word.term]]
                if len(found) + len(waiting) > MOST:
                    why = f"these words stand for more than {MOST} different questions"
                    return Translated((), (), (Missing(self.name(open_word.term), why),))
                continue
            if choice.lost:
                missing |= dict.fromkeys(choice.lost)
            else:
                found.append(made)
                through.append(tuple(dict.fromkeys(choice.used)))
        return Translated(tuple(found), tuple(through), () if found else tuple(missing))


_kept: list[tuple[Mapping, Translator]] = []


def translator(mapping: Mapping) -> Translator:
    """The translator of a mapping; the last few are kept, since questions come one after the other."""
    for known, made in _kept:
        if known is mapping:
            return made
    made = Translator(mapping)
    _kept.insert(0, (mapping, made))
    del _kept[4:]
    return made


def translated(question: Question, mapping: Mapping) -> Translated[Question]:
    """A question of the first ruleset in the ids of the second."""
    return translator(mapping).question(question)


# ----------------------------------------------------------------------------------------------------------- choices


class _Undecided(Exception):
    """A word has several counterparts, and none is chosen yet."""

    def __init__(self, term: Term) -> None:
        self.term = term


class _Choice:
    """One choice of counterparts: what went through it, and the words it could not find."""

    def __init__(self, by: Translator, chosen: dict[Term, Counterpart]) -> None:
        self.by, self.chosen = by, chosen
        self.used: list[Counterpart] = []
        self.lost: list[Missing] = []

    def one(self, sort: str, name: str) -> str:
        """The id that stands for a word; the same id, and the word noted as lost, when there is none."""
        term = Term(sort, name)
        pairs = self.by.pairs.get(term, [])
        if len(pairs) > 1:
            if term not in self.chosen:
                raise _Undecided(term)
            pairs = [self.chosen[term]]
        return self._taken(term, pairs)[0]

    def all(self, sort: str, name: str) -> tuple[str, ...]:
        """The ids of all that stand for a word, for what is denied of each."""
        term = Term(sort, name)
        return self._taken(term, self.by.pairs.get(term, []))

    def _taken(self, term: Term, pairs: list[Counterpart]) -> tuple[str, ...]:
        if not pairs:
            self.lost.append(Missing(self.by.name(term), note=self.by.notes.get(term, "")))
            return (term.id,)
        self.used += pairs
        return tuple(pair.second.id for pair in pairs)

    def refuse(self, word: str, why: str, what: str = "word") -> None:
        """Notes a word whose counterpart takes no such place."""
        self.lost.append(Missing(word, why, what=what))

    def there(self, sort: str, name: str) -> str:
        """A word of the second ruleset as it is named there."""
        entry = self.by.there.get(Term(sort, name))
        return called(entry) if entry is not None else name

    def agent(self, name: str) -> str:
        """The agent of an event; the actor stays the actor."""
        return name if name == ACTOR else self.one(ACTOR, name)


# ------------------------------------------------------------------------------------------------- cells and questions


def _question(choice: _Choice, question: Question) -> Question:
    event = question.event
    sides = [side for side in question.sides if side]
    for number in sides:
        if number not in LAYERS:
            choice.refuse(f"rule {number}", f"it is a number of {choice.by.mapping.first}", "rule")
    return question.replace(
        cell=_cell(choice, question.cell) if question.cell is not None else None,
        event=_happens(choice, event) if event is not None else None,
        matter=choice.one("matter", question.matter) if question.matter else "",
        facts=_facts(choice, question.facts),
    )


def _cell(choice: _Choice, cell: Cell) -> Cell:
    actor = _individual(choice, ACTOR, cell.actor)
    body = _individual(choice, BODY, cell.body) if cell.body is not None else None
    thing = _individual(choice, OBJECT, cell.object) if cell.object is not None else None
    act = cell.act
    if act and Term(ACT, act) not in choice.by.here and Term(EVENT, act) in choice.by.here:
        act = choice.one(EVENT, act)  # a power: "may the Conference decide otherwise on it?"
    elif act:
        act = choice.one(ACT, act)
        asked, taken = choice.by.here.get(Term(ACT, cell.act)), choice.by.there.get(Term(ACT, act))
        if isinstance(asked, Act) and isinstance(taken, Act) and not choice.lost:
            _places(choice, cell, asked, taken, thing)
    for number in cell.by:
        choice.refuse(f"rule {number}", f"it is a number of {choice.by.mapping.first}", "rule")
    holds = _said(choice, cell.holds)[0] if cell.holds is not None else None
    return Cell(actor, act, body, thing, holds, cell.by)


def _individual(choice: _Choice, sort: str, who: Individual) -> Individual:
    return Individual(tuple(dict.fromkeys(choice.one(sort, kind) for kind in who.kinds)))


def _places(choice: _Choice, cell: Cell, asked: Act, taken: Act, thing: Individual | None) -> None:
    """Notes a body or an object that the act takes here, and its counterpart does not."""
    if cell.body is not None and cell.body.kinds and asked.takes_body and not taken.takes_body:
        choice.refuse(choice.by.name(Term(BODY, cell.body.kinds[0])), f'there "{taken.phrase}" takes no body')
    if cell.object is None or thing is None or not thing.kinds or not asked.object:
        return
    word = choice.by.name(Term(OBJECT, cell.object.kinds[0]))
    up_here, up_there = choice.by.up
    if not taken.object:
        choice.refuse(word, f'there "{taken.phrase}" takes no object')
    elif any(asked.object in up_here(OBJECT, kind) for kind in cell.object.kinds) and not any(
        taken.object in up_there(OBJECT, kind) for kind in thing.kinds
    ):
        choice.refuse(word, f'there "{taken.phrase}" goes with "{choice.there(OBJECT, taken.object)}" only')


# ------------------------------------------------------------------------------------------------------------- facts


def _facts(choice: _Choice, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    made: list[Fact] = []
    nobody = _nobody(choice, facts)
    for fact in facts:
        if fact in nobody:
            if nobody[fact]:
                made += [fact.replace(atom=atom) for atom in _by_nobody(choice, fact)]
            continue
        period = _deadline(choice, fact.period) if fact.period is not None else None
        made += [fact.replace(atom=a, period=period) for a in _said(choice, fact.atom, deny=not fact.holds)]
    return tuple(made)


def _nobody(choice: _Choice, facts: tuple[Fact, ...]) -> dict[Fact, bool]:
    """The facts that together say that nobody does an act; true for the first of each event. What is denied of
    everybody is denied there of everybody too, whoever that is."""
    denied: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        atom = fact.atom
        if isinstance(atom, Happens) and not fact.holds and atom.count is None and atom.deadline is None:
            denied.setdefault(atom.event, {}).setdefault(atom.agent, fact)
    found: dict[Fact, bool] = {}
    for event, said in denied.items():
        entry = choice.by.here.get(Term(EVENT, event))
        if not isinstance(entry, Event) or not entry.agents or not said.keys() >= set(entry.agents):
            continue
        first = next(iter(said.values()))
        if len(said) > 1 or first.text.lower().startswith(("nobody ", "no one ", "no-one ")):
            found |= {fact: fact is first for fact in said.values()}
    return found


def _by_nobody(choice: _Choice, fact: Fact) -> list[Formula]:
    made: list[Formula] = []
    assert isinstance(fact.atom, Happens)
    for name in choice.all(EVENT, fact.atom.event):
        entry = choice.by.there.get(Term(EVENT, name))
        made += [Happens(name, agent) for agent in (entry.agents if isinstance(entry, Event) else ()) or (ACTOR,)]
    return made


def _said(choice: _Choice, atom: Formula, deny: bool = False) -> tuple[Formula, ...]:
    """An atom in the other words; with `deny`, one for each counterpart of its word: all are denied."""
    take = choice.all if deny else lambda sort, name: (choice.one(sort, name),)
    match atom:
        case Is(sort, kind):
            return tuple(Is(sort, k) for k in take(sort, kind))
        case Has(name):
            return tuple(Has(p) for p in take(choice.by.said.get(name, Term(SAID[ACTOR], name)).sort, name))
        case ReferredTo(body):
            return tuple(ReferredTo(b) for b in take(ACTOR, body))
        case Happens(agent=agent) if deny:
            agents = (agent,) if agent == ACTOR else choice.all(ACTOR, agent)
            return _denied(choice, atom, choice.all(EVENT, atom.event), agents)
        case Happens():
            return (_happens(choice, atom),)
        case Reads(dispute, _) | Keeps(dispute, _):
            choice.refuse(dispute, f"it is a place in {choice.by.mapping.first}")
            return (atom,)
    raise TypeError(f"{type(atom).__name__} is no atom of a question")


def _denied(choice: _Choice, atom: Happens, events: tuple[str, ...], agents: tuple[str, ...]) -> tuple[Formula, ...]:
    """Every act that stands for one that is denied, by everybody who can do it there."""
    count = _share(choice, atom.count) if atom.count is not None else None
    deadline = _deadline(choice, atom.deadline) if atom.deadline is not None else None
    able = [(event, agent) for event in events for agent in agents if _can(choice, event, agent)]
    if not able:
        _happens(choice, atom)  # says who cannot do it
    return tuple(Happens(event, agent, count, deadline) for event, agent in able)


def _happens(choice: _Choice, atom: Happens) -> Happens:
    event, agent = choice.one(EVENT, atom.event), choice.agent(atom.agent)
    if not choice.lost and not _can(choice, event, agent):
        who = "the one asked about" if agent == ACTOR else choice.there(ACTOR, agent)
        why = f'there it is no act of {who} to "{choice.there(EVENT, event)}"'
        choice.refuse(choice.by.name(Term(EVENT, atom.event)), why)
    count = _share(choice, atom.count) if atom.count is not None else None
    return Happens(event, agent, count, _deadline(choice, atom.deadline) if atom.deadline is not None else None)


def _can(choice: _Choice, event: str, agent: str) -> bool:
    entry = choice.by.there.get(Term(EVENT, event))
    return isinstance(entry, Event) and (not entry.agents or agent in entry.agents)


def _share(choice: _Choice, share: Share) -> Share:
    return share.replace(of=choice.one(ACTOR, share.of)) if share.of else share


def _deadline(choice: _Choice, deadline: Deadline) -> Deadline:
    return deadline.replace(moment=choice.one("moment", deadline.moment))
