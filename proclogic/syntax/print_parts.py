"""Noun phrases, acts, conditions, deadlines and decisions in words, as the parser reads them."""

from __future__ import annotations

from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import (
    Always,
    And,
    Deadline,
    Decision,
    Formula,
    Happens,
    Has,
    Is,
    Keeps,
    Not,
    Or,
    Reads,
    ReferredTo,
    Share,
)
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Kind, Vocabulary
from proclogic.sources import Source
from proclogic.syntax import english
from proclogic.syntax.build_conditions import sharing
from proclogic.syntax.names import Names
from proclogic.syntax.nouns import ActPhrase, NounPhrase
from proclogic.syntax.report import Faults


class Words:
    """A vocabulary as the printer uses it. `about` is the sort that "it" stands for, `thing` the object kind that the
    sentence names ("" for none), `as_written` whether nouns keep the number in which they are written. `numbers` are
    the provisions that hold rules, in order: where they are known, runs of references are printed in short."""

    def __init__(self, vocabulary: Vocabulary, about: str = ACTOR, numbers: tuple[str, ...] = ()) -> None:
        self.names = Names(vocabulary, Faults(Source("", "")))
        self.about = about
        self.thing = ""
        self.as_written = False
        self.numbers = numbers

    # ---------------------------------------------------------------------------------------------------- nouns

    def kind(self, kind: str, sort: str) -> Kind:
        """The declaration of a kind; one made up from the id when there is none."""
        sorts = self.names.kinds.get(kind, {})
        found = sorts.get(sort) or next(iter(sorts.values()), None)
        return found or Kind(kind, sort, kind, english.plural(kind), english.article(kind))

    def noun(self, kind: str, sort: str = ACTOR, plural: bool = False) -> str:
        """ "the Conference", "a State Party", "UNDP"; in the plural "States Parties"."""
        found = self.kind(kind, sort)
        if plural and not found.sole:
            return found.plural
        return f"{found.article} {found.phrase}".strip()

    def noun_phrase(self, phrase: NounPhrase, plural: bool = False) -> str:
        """A kind with its adjectives and qualifiers."""
        found = self.kind(phrase.kind, phrase.sort)
        plural = plural and not found.sole and found.article != "the"
        adjectives = " ".join(self.names.predicates[p.predicate].phrase for p in phrase.before if isinstance(p, Has))
        name = found.plural if plural else found.phrase
        text = f"{adjectives} {name}".strip()
        if not plural and found.article:
            text = f"{english.article(text) if found.article in ('a', 'an') and adjectives else found.article} {text}"
        return " ".join((text, *(self.qualifier(said, plural) for said in phrase.after)))

    def noun_phrases(self, phrases: tuple[NounPhrase, ...], plural: bool = False) -> str:
        """Classes joined by or."""
        return listed([self.noun_phrase(phrase, plural) for phrase in phrases], "or")

    def qualifier(self, said: Formula, plural: bool = False) -> str:
        """What is said after a noun: "not in consultative status", "with observer status", "that is relevant"."""
        is_, has = ("are", "have") if plural else ("is", "has")
        del has
        positive = not isinstance(said, Not)
        atom = said.part if isinstance(said, Not) else said
        if isinstance(atom, Is):
            name = self.noun(atom.kind, atom.sort, plural and positive)
            return f"that {is_} {name}" if positive else f"other than {self.noun(atom.kind, atom.sort)}"
        assert isinstance(atom, Has)
        predicate = self.names.predicates[atom.predicate]
        match predicate.form, positive:
            case "word", True:
                return f"that {is_} {predicate.phrase}"
            case "word", False:
                return f"that {is_} not {predicate.phrase}"
            case "has", True:
                return f"with {predicate.had}"
            case "has", False:
                return f"without {predicate.phrase}"
            case "does", True:
                return f"that {predicate.phrase}"
            case "does", False:
                return f"that {predicate.negative or 'does not: ' + predicate.phrase}"
            case _:
                said_so = predicate.phrase if positive else f"not {predicate.phrase}"
                own_noun = predicate.phrase.partition(" ")[0] in english.ARTICLES
                return f"that {is_} {said_so}" if own_noun else said_so

    # ----------------------------------------------------------------------------------------------------- acts

    def act_phrase(self, act: ActPhrase, bare: bool = False) -> str:
        """An act with where and what: "speak in plenary meetings on a topic"."""
        if bare:
            return self.names.acts[act.act].phrase
        body = listed([self.noun_phrase(b, self._several(b, True)) for b in act.bodies], "or")
        thing = ""
        if act.object is not None:
            thing = self.noun_phrase(act.object, self._several(act.object, not self.names.acts[act.act].on))
        return self.act_text(act.act, body, thing)

    def _several(self, phrase: NounPhrase, usual: bool) -> bool:
        """Whether a place or an object is printed in the plural: as it is written, where that counts."""
        said = (p.part if isinstance(p, Not) else p for p in phrase.after)
        if any(isinstance(p, Has) and self.names.predicates[p.predicate].form == "does" for p in said):
            return False  # a verb that is declared in the singular
        known, written = self.kind(phrase.kind, phrase.sort), phrase.text.lower() if self.as_written else ""
        if known.plural.lower() in written:
            return True
        return usual and known.phrase.lower() not in written

    def act_text(self, act_id: str, body: str = "", thing: str = "") -> str:
        """An act with the texts of its body and object, joined by the prepositions it is declared with."""
        act = self.names.acts[act_id]
        where, what = f"{act.at} {body}".strip() if body else "", f"{act.on} {thing}".strip() if thing else ""
        order = (act.phrase, where, what) if act.on else (act.phrase, what, where)
        return " ".join(part for part in order if part)

    def acts(self, acts: tuple[ActPhrase, ...], joiner: str = "and") -> str:
        """Several acts; those in the same place share it ("attend and speak in plenary meetings").

        `joiner` is "or" where none of them is meant.
        """
        texts: list[str] = []
        apart: list[bool] = []  # whether ", and" must keep an act from sharing with the next one
        for k, act in enumerate(acts):
            following = acts[k + 1] if k + 1 < len(acts) else None
            bare = ActPhrase(act.act)
            shares = following is not None and sharing(bare, following, True, self.names) != bare
            joined = following is not None and shares and sharing(bare, following, True, self.names) == act
            texts.append(self.act_phrase(act, joined))
            apart.append(shares and not joined and act == bare)
        if not any(apart):
            return listed(texts, joiner)
        out = texts[0]
        for text, wall in zip(texts[1:], apart, strict=False):
            out += f"{',' if wall else ''} {joiner} {text}"
        return out

    # -------------------------------------------------------------------------------------------------- conditions

    def condition(self, formula: Formula, negate: bool = False) -> str:
        """A condition in words: "it is relevant and no State Party objects to it"."""
        match formula:
            case Not(part):
                return self.condition(part, not negate)
            case And(parts) | Or(parts):
                return self._joined(parts, isinstance(formula, And) != negate, negate)
            case Always():
                return "in no case" if negate else "in every case"
            case _:
                return self.atom(formula, negate)

    def _joined(self, parts: tuple[Formula, ...], all_: bool, negate: bool) -> str:
        out = before = ""
        for part in parts:
            text = self._operand(part, all_, negate)
            group = before.startswith(("both ", "either "))
            out += f"{',' if group else ''} {'and' if all_ else 'or'} {text}" if out else text
            before = text
        return out

    def _operand(self, part: Formula, in_all: bool, negate: bool) -> str:
        while isinstance(part, Not):
            part, negate = part.part, not negate
        if not isinstance(part, And | Or):
            return self.condition(part, negate)
        all_ = isinstance(part, And) != negate
        text = self._joined(part.parts, all_, negate)
        if all_ != in_all and not any(isinstance(_bare(p), And | Or) for p in part.parts):
            return f"{'both' if all_ else 'either'} {text}"
        return f"({text})"

    def atom(self, atom: Formula, negate: bool = False) -> str:
        """A single condition, or its contrary."""
        match atom:
            case Has(predicate):
                return self._has(predicate, negate)
            case Is(sort, kind):
                subject = "the meeting" if sort == BODY and self.about != BODY else "it"
                if sort == OBJECT and self.about != OBJECT and self.thing:
                    subject = f"the {self.kind(self.thing, OBJECT).phrase}"
                return f"{subject} {'is not' if negate else 'is'} {self.noun(kind, sort)}"
            case Happens():
                return self.event_clause(atom, negate)
            case ReferredTo(body):
                return f"the matter has {'not ' if negate else ''}been referred to {self.noun(body, ACTOR)}"
            case Reads(dispute, reading):
                return f"{dispute} is {'not ' if negate else ''}read as “{reading}”"
            case Keeps(bracket, alternative):
                return f"{bracket} is {'not ' if negate else ''}resolved as “{alternative}”"
        raise TypeError(f"no words for {type(atom).__name__}")

    def _has(self, name: str, negate: bool) -> str:
        predicate = self.names.predicates.get(name)
        if predicate is None:
            return f"it {'has not' if negate else 'has'} {name}"
        subject = "it"
        if predicate.sort != self.about:
            if predicate.sort == BODY:
                subject = "the meeting"
            elif predicate.sort == OBJECT and (predicate.of or self.thing):
                subject = f"the {self.kind(predicate.of or self.thing, OBJECT).phrase}"
        match predicate.form:
            case "has":
                return f"{subject} has no {predicate.phrase}" if negate else f"{subject} has {predicate.had}"
            case "does" if negate:
                return f"{subject} {predicate.negative or 'has not ' + predicate.phrase}"
            case "does":
                return f"{subject} {predicate.phrase}"
            case _:
                return f"{subject} {'is not' if negate else 'is'} {predicate.phrase}"

    def event_clause(self, event: Happens, negate: bool = False, passive: bool = False) -> str:
        """ "the Conference decides otherwise on it", "no State Party objects to it".

        With `passive`, what is the case while nobody does anything: the same as the negation.
        """
        negate = negate or passive
        declared = self.names.events.get(event.event)
        base, third = (declared.phrase, declared.third) if declared else (event.event, english.third(event.event))
        when = f" {self.deadline(event.deadline)}" if event.deadline else ""
        if event.count is not None:
            who = self.share(event.count, "at least")
            if negate:
                who = _less(event.count, who)
            return f"{who} {base}{when}"
        if event.agent == ACTOR:
            return f"it {'does not ' + base if negate else third}{when}"
        kind = self.kind(event.agent, ACTOR)
        if negate and (kind.article in ("a", "an") and not kind.sole):
            return f"no {kind.phrase} {third}{when}"
        who = self.noun(event.agent, ACTOR)
        return f"{who} {'does not ' + base if negate else third}{when}"

    # -------------------------------------------------------------------------------------- deadlines and decisions

    def deadline(self, deadline: Deadline) -> str:
        """ "at least 30 days before the session"; without a bound, a period: "20 days before the session"."""
        unit = deadline.unit + ("" if deadline.amount == 1 else "s")
        moment = self.names.small.get(("moment", deadline.moment))
        name = f"{moment.article or english.article(moment.phrase)} {moment.phrase}" if moment else deadline.moment
        return f"{deadline.bound} {deadline.amount:,} {unit} {deadline.side} {name}".strip()

    def share(self, share: Share, least: str = "") -> str:
        """ "two thirds of the States Parties present and voting"; `least` goes before what is no majority."""
        if share.strict and not least and (share.over, share.under) == (1, 2):
            how = "a majority"
        else:
            how = f"{'more than' if share.strict else least} {_fraction(share.over, share.under)}".strip()
        return f"{how} of {self.base(share)}"

    def base(self, share: Share) -> str:
        """ "the States Parties present"."""
        which = {"voting": "present and voting", "present": "present", "participating": "participating in the session"}
        part = which.get(share.base, "")
        if share.of:
            return f"the {self.kind(share.of, ACTOR).plural} {part}".strip()
        return f"those {part}" if part else "all members"

    def decision(self, decision: Decision) -> str:
        """ "consensus, failing which by two thirds of the States Parties present and voting"."""
        match decision.kind:
            case "share":
                assert decision.share is not None
                text = self.share(decision.share)
            case "any one":
                text = "any one of them"
            case "alone":
                text = "that officer alone"
            case _:
                text = decision.kind
        return f"{text}, failing which by {self.decision(decision.failing)}" if decision.failing else text


def _bare(formula: Formula) -> Formula:
    while isinstance(formula, Not):
        formula = formula.part
    return formula


def _fraction(over: int, under: int) -> str:
    if under == 100:
        return f"{over} per cent"
    if under in english.PART_NAMES and 0 < over <= 10:
        if (over, under) == (1, 2):
            return "half"
        part = english.PART_NAMES[under]
        return f"{english.number(over)} {part if over == 1 else 'halves' if part == 'half' else part + 's'}"
    return f"{over}/{under}"


def _less(share: Share, text: str) -> str:
    """The contrary of a share that is reached."""
    if share.strict:
        return "not " + text
    return "fewer than" + text.removeprefix("at least")
