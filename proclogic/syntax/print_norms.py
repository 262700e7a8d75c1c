"""Norms printed back as sentences: the core form in the words of the language, so that it can be read and parsed again.

    Norm(Accord("observer status"), subject=And(Is(actor, ngo), ...), condition=And(Happens(apply ...), Not(...)))
      ->  An NGO in consultative status should be accorded observer status if it applies to the bureau, unless the
          Conference decides otherwise on it.

Readings and brackets under which a norm stands in the text are not part of its sentence.
"""

from __future__ import annotations

from collections.abc import Callable

from proclogic.norms.conditions import Formula, Happens, Has, Is, Not
from proclogic.norms.model import (
    Accord,
    Classify,
    DecideBy,
    Deem,
    Deny,
    Disapply,
    Effect,
    Forbid,
    GivesNothing,
    Norm,
    Oblige,
    Permit,
    Prevail,
    Quorum,
    Refer,
)
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax import print_rules
from proclogic.syntax.nouns import ActPhrase, NounPhrase
from proclogic.syntax.print_classes import (
    ANY_SORT,
    PLACES,
    Class,
    choices,
    class_of,
    known_sort_first,
    narrowed,
    phrase_of,
    qualifies,
    sort_read,
    split,
)
from proclogic.syntax.print_clauses import Manner, condition_clauses
from proclogic.syntax.print_parts import Words
from proclogic.syntax.print_references import references
from proclogic.syntax.tree import (
    Acts,
    Classed,
    Clause,
    Counts,
    Decided,
    Does,
    Excluded,
    Holds,
    Needs,
    Nothing,
    Prevails,
    Referred,
    Sentence,
    Verb,
)
from proclogic.values import unique

_AS_A_RULE = "as a rule"
_GRANTS = {"is entitled to": "is entitled to", "may be invited": "may be invited to"}
_GRANTED = ("may", *_GRANTS)
_FORBIDDEN = ("may not", "shall not", "without the right to", "only")
_DUTIES = ("shall", "will", "should")
_GIVES = ("has", "is accorded", "shall be accorded", "should be accorded", "may be accorded")
_TAKES = ("has no", "is not accorded", "shall not be accorded", "loses")
_DEEMED = "is deemed to be"


def norm_sentence(norm: Norm, words: Words) -> str:
    """The norm as a sentence, with its full stop. Where no sentence says it exactly, one that comes near."""
    return print_rules.sentence(sentence_of(norm, words), words, as_written=True)


def sentence_of(norm: Norm, words: Words) -> Sentence:
    """The norm as a sentence of the surface tree."""
    return _Speaker(norm, words).sentence


def exact(norm: Norm, words: Words) -> bool:
    """Whether its sentence, read again, gives a norm that does the same in the same cases, in words as strong.

    Its condition and its subject together are the same then; an agent that a renvoi has put in the place of another is
    read as if it were declared to do what that one does.
    """
    return not unsaid(norm, words)


def unsaid(norm: Norm, words: Words) -> tuple[str, ...]:
    """What the sentence of a norm does not say, or says otherwise; nothing when it is exact."""
    return tuple(_Speaker(norm, words).missed)


class _Speaker:
    """A norm while it is put into a sentence. `parts` are the conditions that no other word has said yet; `missed` is
    what the language has no words for."""

    def __init__(self, norm: Norm, words: Words) -> None:
        self.norm, self.words, self.names = norm, words, words.names
        self.missed: list[str] = []
        self.parts = list(split(norm.condition))
        self.text = norm.text.lower()  # the author's words: how what can be said in several ways was said
        self.subjects: tuple[NounPhrase, ...] = ()
        self.speaks_of_class = False
        verb = self._verb(norm.effect)
        about = self.subjects[0].sort if self.subjects else ACTOR
        if about != norm.about:
            self.missed.append("that it speaks of something else")
        self.sentence = Sentence(self.subjects, verb, self._clauses(verb, about))

    # ----------------------------------------------------------------------------------------------------- clauses

    def _clauses(self, verb: Verb, about: str) -> tuple[Clause, ...]:
        norm, words = self.norm, self.words
        words.thing = print_rules.thing_of(verb)
        found = [Clause(_AS_A_RULE, lead=True)] if norm.strength == _AS_A_RULE else []
        found += [Clause("limit", limit=one) for one in norm.limits]
        manner = Manner(about, self.speaks_of_class, self.text, bool(norm.via))
        found += condition_clauses(unique(self.parts), manner, words, self.missed)
        for word, named in (
            ("notwithstanding", norm.notwithstanding),
            ("subject to", norm.subject_to),
            ("without prejudice to", norm.without_prejudice),
        ):
            if named:
                found.append(Clause(word, rules=references(named, words, self.missed)))
        return tuple(found)

    # ---------------------------------------------------------------------------------------------------- subjects

    def _speak_of(self, sort: str) -> None:
        """Takes the subject of the norm as that of the sentence, as far as it is a class of a sort."""
        self._take(class_of(self.norm.subject, sort, self.words))

    def _take(self, found: Class) -> None:
        self.subjects, self.speaks_of_class = found.phrases, True
        self.parts[:0] = found.rest
        if found.everybody:
            self.missed.append("that it speaks of everybody")

    def _leave_subject(self) -> None:
        """Makes the subject of the norm a condition: the sentence has none, or another one."""
        self.parts[:0] = split(self.norm.subject)

    def _holders(self) -> bool:
        """Takes those whom a monopoly leaves free as the subject; False when they are no class.

        A holder who is one on a condition only is named in an exception: Only a State Party may vote, unless it is an
        academic institution and the Conference decides to admit it.
        """
        if not self.norm.monopoly or not isinstance(self.norm.subject, Not):
            return False
        phrases: list[NounPhrase] = []
        rest: list[Formula] = []
        for one in choices(self.norm.subject.part):
            phrase = phrase_of(one, ACTOR, self.words)
            if phrase is None:
                rest.append(Not(one))
            else:
                phrases.append(phrase)
        if phrases:
            self._take(Class(tuple(phrases), tuple(rest)))
        return bool(phrases)

    # ------------------------------------------------------------------------------------------------ what is said

    def _verb(self, effect: Effect) -> Verb:
        match effect:
            case Permit() | Forbid():
                return self._may(effect)
            case Accord(status) | Deny(status):
                return self._holds(status)
            case Deem(sort, kind):
                self._speak_of(sort)
                self._strong((_DEEMED,))
                kinds = (*(s.kind for s in self.subjects), kind)
                read = (s for s in ANY_SORT if all(s in self.names.kinds.get(k, {}) for k in kinds))
                if next(read, ACTOR) != sort:
                    self.missed.append("of which sort it speaks")
                return Counts(NounPhrase(kind, sort))
            case Oblige():
                return self._duty(effect)
            case Refer(body):
                self._speak_of(self.norm.about)
                self._of_sort(ANY_SORT)
                return Referred(NounPhrase(body, ACTOR))
            case Disapply(targets):
                self._speak_of(self.norm.about)
                self._of_sort(PLACES)
                return Excluded(references(targets, self.words, self.missed))
            case GivesNothing():
                return self._nothing(effect)
            case _:
                return self._of_nobody(effect)

    def _of_nobody(self, effect: Effect) -> Verb:
        """The sentences that have no subject."""
        self._leave_subject()
        match effect:
            case DecideBy(decision, matter, event, agent):
                return Decided(decision, matter, event, self._agent(event, agent))
            case Classify(event, matter, agent):
                return Classed(event, self._agent(event, agent), matter)
            case Quorum(share, purpose, body):
                return Needs(purpose, share, self._place(body) if body else None)
            case Prevail(winners, losers):
                return Prevails(
                    references(winners, self.words, self.missed), references(losers, self.words, self.missed)
                )
        raise TypeError(f"no sentence for {type(effect).__name__}")

    def _may(self, effect: Permit | Forbid) -> Verb:
        only = isinstance(effect, Forbid) and self._holders()
        if not only:
            self._speak_of(ACTOR)
            if self.norm.monopoly:
                self.missed.append("that it is for some only")
        strength = self.norm.strength
        if isinstance(effect, Permit):
            self._strong(_GRANTED)
            modal = _GRANTS.get(strength, "may")
        else:
            self._strong(_FORBIDDEN)
            modal = "only" if only else "shall not" if strength == "shall not" else "may not"
        act, body, thing = effect.act, effect.body, effect.object
        if act in self.names.acts:
            return Does(modal, (self._act(act, body, thing),))
        self._left_to_conditions(body, thing)
        return self._power(modal, act)

    def _power(self, modal: str, event: str) -> Verb:
        known = self.names.events.get(event)
        if known is None:
            self.missed.append("an act that is not declared")
        elif ACTOR not in known.agents and not self.norm.via and not self._are_agents(known.agents):
            self.missed.append("somebody who cannot do it")
        timed = next((p for p in self.parts if _is_own_time(p, event)), None) if modal != "only" else None
        if isinstance(timed, Happens):
            self.parts.remove(timed)
            return Acts(modal, event, timed.deadline)
        return Acts(modal, event)

    def _are_agents(self, agents: tuple[str, ...]) -> bool:
        return all(s.kind in agents for s in self.subjects)

    def _holds(self, status: str) -> Verb:
        known = self.names.predicates.get(status)
        self._speak_of(known.sort if known else self.norm.about)
        gives = isinstance(self.norm.effect, Accord)
        if known is None or known.role != "status" or known.form == "does":
            self.missed.append("what no rule can give or take")
        if self.norm.strength == _DEEMED and len(self.subjects) == 1:
            one = self.subjects[0]
            return Counts(narrowed(NounPhrase(one.kind, one.sort), (Has(status),), self.words))
        fitting: tuple[str, ...] = _GIVES if gives else _TAKES
        if known is not None and known.form != "has":
            fitting = ("is",) if gives else ("is not",)
        self._strong(fitting)
        return Holds(self.norm.strength if self.norm.strength in fitting else fitting[0], status)

    def _duty(self, effect: Oblige) -> Verb:
        known = self.names.events.get(effect.event)
        agents = known.agents if known else ()
        if effect.agent == ACTOR:
            self._speak_of(ACTOR)
            if len(self.subjects) > 1 or any(s.kind in agents for s in self.subjects):
                self.missed.append("whose duty it is")
        else:
            self._leave_subject()
            self.subjects = (NounPhrase(effect.agent, ACTOR),)
        if effect.agent not in agents and not self.norm.via:
            self.missed.append("somebody who cannot do it")
        self._strong(_DUTIES)
        modal = self.norm.strength if self.norm.strength in _DUTIES else "shall"
        owed = NounPhrase(effect.owed, ACTOR) if effect.owed else None
        return Acts(modal, effect.event, effect.deadline, owed)

    def _nothing(self, effect: GivesNothing) -> Verb:
        self._speak_of(ACTOR)
        act, body, thing = effect.act, effect.body, effect.object
        if act in self.names.acts:
            return Nothing((self._act(act, body, thing),))
        self._left_to_conditions(body, thing)
        if act and act not in self.names.events:
            self.missed.append("an act that is not declared")
        return Nothing(event=act)

    # ------------------------------------------------------------------------------------------------------- parts

    def _strong(self, words: tuple[str, ...]) -> None:
        """Notes a strength that is none of these words."""
        if self.norm.strength not in (*words, _AS_A_RULE):
            self.missed.append("how strong it is")

    def _of_sort(self, wanted: tuple[str, ...]) -> None:
        """Puts a subject first from which the sort of all of them is known."""
        self.subjects = known_sort_first(self.subjects, self.words)
        if sort_read(self.subjects, wanted, self.words) != self.subjects[0].sort:
            self.missed.append("of which sort it speaks")

    def _agent(self, event: str, agent: str) -> str:
        """The agent of an event of which a sentence speaks without a subject."""
        if not event:
            return agent
        known = self.names.events.get(event)
        if known is None or not agent or (agent not in known.agents and not self.norm.via):
            self.missed.append("somebody who cannot do it")
        return agent or (known.agents[0] if known and known.agents else ACTOR)

    def _act(self, act: str, body: str, thing: str) -> ActPhrase:
        """The act with its place and object, as far as it takes them; what is said of these is said there."""
        known = self.names.acts[act]
        takes_body = known.takes_body and BODY in self.names.kinds.get(body, {})
        takes_thing = bool(known.object) and known.object in self.names.ancestors(thing, OBJECT)
        self._left_to_conditions("" if takes_body else body, "" if takes_thing else thing)
        where = (self._place(body),) if body and takes_body else ()
        return ActPhrase(act, where, self._thing(thing) if thing and takes_thing else None)

    def _left_to_conditions(self, body: str, thing: str) -> None:
        """Says of a place or an object that no act takes that it is the one asked about."""
        self.parts += [Is(sort, kind) for sort, kind in ((BODY, body), (OBJECT, thing)) if kind]

    def _place(self, body: str) -> NounPhrase:
        return self._narrowed(NounPhrase(body, BODY), lambda part: not _is_membership(part))

    def _thing(self, thing: str) -> NounPhrase:
        return self._narrowed(NounPhrase(thing, OBJECT), lambda part: True)

    def _narrowed(self, phrase: NounPhrase, fits: Callable[[Formula], bool]) -> NounPhrase:
        """The phrase with the conditions on it as its qualifiers; one that names the only one of its kind has none."""
        known = self.words.kind(phrase.kind, phrase.sort)
        plural = known.plural.lower() in self.text
        phrase = phrase.replace(
            text=known.plural if plural else known.phrase if known.phrase.lower() in self.text else ""
        )
        apart = "the meeting " if phrase.sort == BODY else f"the {known.phrase.lower()} "
        if known.sole or known.article not in ("a", "an") or apart in self.text:
            return phrase
        said = [p for p in self.parts if fits(p) and qualifies(p, phrase.sort, self.words)]
        self.parts = [p for p in self.parts if p not in said]
        return narrowed(phrase, unique(said), self.words)


def _is_own_time(part: Formula, event: str) -> bool:
    """Whether a condition says by when the one who may do it does it."""
    own = isinstance(part, Happens) and (part.event, part.agent, part.count) == (event, ACTOR, None)
    return own and isinstance(part, Happens) and part.deadline is not None


def _is_membership(part: Formula) -> bool:
    return isinstance(part.part if isinstance(part, Not) else part, Is)
