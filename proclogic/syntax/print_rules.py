"""Sentences, clauses and provisions in words."""

from __future__ import annotations

from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import Happens
from proclogic.norms.model import Limit
from proclogic.norms.vocabulary import ACTOR, BODY
from proclogic.syntax.print_parts import Words
from proclogic.syntax.tree import (
    Acts,
    Beside,
    Carried,
    Classed,
    Clause,
    Counts,
    Decided,
    Does,
    Excluded,
    Holds,
    Item,
    Needs,
    Nothing,
    Prevails,
    ProvisionText,
    ReadingLine,
    Referred,
    RuleRef,
    Sentence,
    Verb,
)

_FORBIDS = ("may not", "shall not")
_PLAIN_VALUES = ("Layer", "Certainty", "Standing")


def sentence(made: Sentence, words: Words, as_written: bool = False) -> str:
    """A sentence, with its full stop; `as_written` keeps the number (singular, plural) in which nouns are written."""
    words.as_written = as_written
    words.about = _about(made, words)
    words.thing = next((thing for v in (made.verb, *(i.verb for i in made.items)) if (thing := thing_of(v))), "")
    lead = "".join(f"{clause(c, words)}, " for c in made.clauses if c.lead)
    tail = tails(made.clauses, words)
    if made.items:
        head = words.noun_phrases(made.subjects)
        shared = f" {made.shared}" if made.shared else ""
        texts = [item(i, bool(made.shared), words) for i in made.items]
        last = f"; and {texts[-1]}" if len(texts) > 1 else ""
        return capital(f"{lead}{head}{shared}{tail}: {'; '.join(texts[:-1] or texts)}{last}.")
    assert made.verb is not None
    return capital(f"{lead}{said(made, made.verb, words)}{tail}.")


def _about(made: Sentence, words: Words) -> str:
    """What "it" stands for: the subject."""
    return made.subjects[0].sort if made.subjects else ACTOR


def thing_of(verb: Verb | None) -> str:
    """The object kind that a verb names, "" for none: what "the topic" stands for in the conditions."""
    acts = verb.acts if isinstance(verb, Does | Nothing) else ()
    return next((act.object.kind for act in acts if act.object is not None), "")


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def item(made: Item, short: bool, words: Words) -> str:
    """An item of a list; `short` when its verb stands in the head."""
    text = verb(made.verb, words)
    if short and isinstance(made.verb, Does | Acts):
        text = text.removeprefix(made.verb.words).lstrip()
    return f"{made.label} {text}{tails(made.clauses, words)}"


# ------------------------------------------------------------------------------------------------------ what is said


def said(made: Sentence, what: Verb, words: Words) -> str:
    """Subject and verb, in the order of the language."""
    subject = words.noun_phrases(made.subjects)
    match what:
        case Does("only", acts):
            return f"only {subject} may {words.acts(acts)}"
        case Acts("only"):
            return f"only {subject} {verb(what.replace(words='may'), words)}"
        case Referred(body):
            return f"the matter of {subject} is referred to {words.noun_phrase(body)}"
        case Decided(decision, matter, event, agent):
            topic = f"a matter of {_matter(matter, words)}" if matter else _whether(event, agent, words)
            return f"{topic} is decided by {words.decision(decision)}"
        case Classed(event, agent, matter):
            return f"{_whether(event, agent, words)} is a matter of {_matter(matter, words)}"
        case Needs(purpose, share, body):
            head = "debate" if purpose == "debate" else "a decision"
            where = f" in {words.noun_phrase(body)}" if body else ""
            return f"{head}{where} requires that {words.share(share, 'at least')} are present"
        case Excluded(rules):
            return f"{refs(rules)} {'does' if one(rules) else 'do'} not apply to {subject}"
        case Carried():
            return carried(what, subject, words)
        case Prevails(winners, losers):
            return f"{refs(winners)} {'prevails' if one(winners) else 'prevail'} over {refs(losers)}"
        case Nothing(acts, event):
            known = words.names.events.get(event)
            done = (known.phrase if known else event) or (words.acts(acts, "or") if acts else "do anything")
            return f"nothing in this provision lets {subject} {done}"
        case _:
            return f"{subject} {verb(what, words)}"


def verb(what: Verb, words: Words) -> str:
    """A verb that stands after its subject."""
    match what:
        case Does(modal, acts):
            return f"{modal} {words.acts(acts, 'or' if modal in _FORBIDS else 'and')}"
        case Acts(modal, event, deadline, owed):
            base = words.names.events[event].phrase if event in words.names.events else event
            when = f" {words.deadline(deadline)}" if deadline else ""
            return f"{modal} {base}{when}{', owed to ' + words.noun_phrase(owed) if owed else ''}"
        case Holds(verb_words, predicate):
            known = words.names.predicates.get(predicate)
            if known is None:
                return f"{verb_words} {predicate}"
            return f"{verb_words} {known.phrase if verb_words.endswith(' no') else known.had}"
        case Counts(kind):
            return f"is deemed to be {words.noun_phrase(kind)}"
    raise TypeError(f"no words for {type(what).__name__} after a subject")


def carried(what: Carried, subject: str, words: Words) -> str:
    """ "rules 14 to 17 apply, mutatis mutandis, to a working group"."""
    apply = "applies" if one(what.rules) else "apply"
    how = f"{apply}, mutatis mutandis, to" if what.mutatis_mutandis else f"{apply} to"
    text = f"{refs(what.rules)} {how} {subject}"
    if what.as_to:
        return f"{text} as {'it applies' if one(what.rules) else 'they apply'} to {words.noun(what.as_to)}"
    for k, (old, new) in enumerate(what.substitutions):
        text += f", {'and' if k else 'with'} {_named(new, words)} for {_named(old, words)}"
    return text


def _named(kind: str, words: Words) -> str:
    sorts = words.names.kinds.get(kind, {})
    return words.noun(kind, ACTOR if ACTOR in sorts else next(iter(sorts), BODY))


def _matter(matter: str, words: Words) -> str:
    known = words.names.small.get(("matter", matter))
    return known.phrase if known else matter


def _whether(event: str, agent: str, words: Words) -> str:
    return f"whether {words.event_clause(Happens(event, agent))}"


def refs(rules: tuple[RuleRef, ...]) -> str:
    """ "rule 17(2)", "rules 5, 8 to 10 and 12", "the treaty"."""
    if rules and rules[0].layer:
        return f"the {rules[0].layer}"
    texts = [f"{r.first} to {r.last}" if r.last else r.first for r in rules]
    return f"{'rule' if one(rules) else 'rules'} {listed(texts, 'and')}"


def one(rules: tuple[RuleRef, ...]) -> bool:
    """Whether the verb that follows is in the singular."""
    if rules and rules[0].layer:
        return rules[0].layer != "rules"
    return len(rules) == 1 and not rules[0].last


# ---------------------------------------------------------------------------------------------------------- clauses


def tails(clauses: tuple[Clause, ...], words: Words) -> str:
    """The clauses after what is said."""
    out = ""
    for c in clauses:
        if not c.lead:
            measured = c.limit is not None and not c.limit.phrase and not c.limit.soft
            joined = measured or (c.word == "if" and "," not in out)
            out += f"{' ' if joined else ', '}{clause(c, words)}"
    return out


def clause(made: Clause, words: Words) -> str:
    """A clause without the comma before it."""
    match made.word:
        case "if" | "unless":
            return f"{made.word} {words.condition(made.condition)}"
        case "except for":
            return f"except for {words.noun_phrases(made.nouns)}"
        case "limit":
            assert made.limit is not None
            return limit(made.limit, words)
        case "without the right to":
            return f"without the right to {words.acts(made.acts, 'or')}"
        case "as a rule":
            return "as a rule"
        case _:
            return f"{made.word} {refs(made.rules)}"


def limit(made: Limit, words: Words) -> str:
    """A limit: the declared phrase, or "of at most 2,000 words"."""
    if made.phrase:
        return made.phrase
    unit = words.names.small.get(("unit", made.unit))
    name = made.unit if unit is None else unit.phrase if made.at_most == 1 else unit.plural or unit.phrase
    return f"{'which should be limited to' if made.soft else 'of at most'} {made.at_most:,} {name}"


# -------------------------------------------------------------------------------------------------------- provisions


def quote(text: str) -> str:
    """A text in quotation marks that it does not contain."""
    if '"' not in text:
        return f'"{text}"'
    return f"“{text.replace('”', chr(39))}”"


def _quoted(value: str) -> str:
    code, because, reason = value.partition(" because ")
    return f"{code} because {quote(reason)}" if because and " " not in code else quote(value)


def beside(made: Beside) -> str:
    """A line beside a provision."""
    values = made.values if made.word in _PLAIN_VALUES else tuple(map(_quoted, made.values))
    whose = f" for {made.item}" if made.item else ""
    return f"{made.word}{whose}: {', '.join(values)}."


def reading(made: ReadingLine, words: Words) -> list[str]:
    """The lines of a reading."""
    says = " ".join(sentence(s, words) for s in made.sentences) or "nothing more."
    lines = [f"Reading {quote(made.name)}: {says}"]
    about = []
    if made.authority:
        about.append(f"Authority: {quote(made.authority)}.")
    if made.standing != "arguable":
        about.append(f"Standing: {made.standing}.")
    return [*lines, f"    {'  '.join(about)}"] if about else lines


def provision(made: ProvisionText, words: Words) -> list[tuple[str, str]]:
    """The lines of a provision: ("", a sentence or line), or a list item with its mark: ("(a)", text)."""
    lines: list[tuple[str, str]] = []
    if made.written:
        lines.append(("", made.written))
    for s in () if made.written else made.sentences:
        lines.append(("", sentence(s, words)))
    for b in made.beside:
        lines.append(("", beside(b)))
    dispute = ""
    for r in made.readings:
        if r.dispute and r.dispute != dispute:
            lines.append(("", f"Dispute {quote(r.dispute)}: {quote(r.words)}."))
        dispute = r.dispute
        lines.extend(("", line) for line in reading(r, words))
    return lines
