"""Questions, facts and expectations in words."""

from __future__ import annotations

from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import Formula, Happens, Has, Is, Not
from proclogic.norms.model import LAYERS
from proclogic.norms.questions import Cell, Expectation, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.print_parts import Words
from proclogic.syntax.print_rules import quote

_NUMBERS = {
    "parties": "are parties",
    "participating": "participate",
    "present": "are present",
    "for": "vote for",
    "against": "vote against",
    "abstaining": "abstain",
}
_VERDICTS = {
    "of-right": "of right",
    "by-default": "by default",
    "by-leave": "by leave",
    "not-conferred": "not conferred",
}


def question(made: Question, words: Words, with_facts: bool = True) -> str:
    """A question, with its question mark."""
    words.about = _about(made, words)
    facts = list(made.facts)
    asked = _asked(made, words, facts)
    by = made.cell.by if made.cell else ()
    under = f" under {'rule' if len(by) == 1 and ' to ' not in by[0] else 'rules'} {listed(by, 'and')}" if by else ""
    given = [fact(f, words) for f in facts] if with_facts else []
    counts = [f"{count:,} {_NUMBERS[name]}" for name, count in made.numbers] if with_facts else []
    if counts:
        given.append(listed(counts))
    return f"{asked}{under}{', if ' + ' and '.join(given) if given else ''}?"


def _about(made: Question, words: Words) -> str:
    if made.form != "is" or made.cell is None:
        return ACTOR
    match made.cell.holds:
        case Has(name) if name in words.names.predicates:
            return words.names.predicates[name].sort
        case Is(sort, _):
            return sort
    return ACTOR


def _asked(made: Question, words: Words, facts: list[Fact]) -> str:
    cell = made.cell
    match made.form:
        case "may" | "who" | "where" if cell is not None:
            actor = "" if made.form == "who" else individual(cell.actor, ACTOR, words, facts)
            body = individual(cell.body, BODY, words, facts, True) if cell.body else ""
            thing = ""
            if cell.object:
                thing = individual(cell.object, OBJECT, words, facts, not words.names.acts[cell.act].on)
            power = None if cell.act in words.names.acts else words.names.events.get(cell.act)
            act = power.phrase if power else words.act_text(cell.act, body, thing)
            head = {"may": f"May {actor}", "who": "Who may", "where": f"Where may {actor}"}[made.form]
            return f"{head} {act}"
        case "what" if cell is not None:
            actor = individual(cell.actor, ACTOR, words, facts)
            return f"What may {actor} do{' in ' + individual(cell.body, BODY, words, facts) if cell.body else ''}"
        case "is" if cell is not None:
            return _is(cell, words, facts)
        case "carried":
            if made.event is not None:
                return f"Is it carried that {words.event_clause(made.event)}"
            return f"Is a matter of {_matter(made.matter, words)} carried"
        case "prevails":
            return f"Which prevails, {side(made.sides[0])} or {side(made.sides[1])}"
        case "majority" if made.event is None:
            return f"Which majority decides a matter of {_matter(made.matter, words)}"
    assert made.event is not None
    who = individual(cell.actor, ACTOR, words, facts) if cell else words.noun(made.event.agent)
    event = words.names.events[made.event.event].phrase
    when = f" {words.deadline(made.event.deadline)}" if made.event.deadline else ""
    match made.form:
        case "must":
            return f"Must {who} {event}{when}"
        case "when":
            return f"By when must {who} {event}{when}"
        case _:
            return f"Which majority is needed for {who} to {event}{when}"


def _is(cell: Cell, words: Words, facts: list[Fact]) -> str:
    sort, who = next(
        ((s, i) for s, i in ((BODY, cell.body), (OBJECT, cell.object)) if i is not None), (ACTOR, cell.actor)
    )
    name = individual(who, sort, words, facts)
    first = words.kind(who.kinds[0], sort) if who.kinds else None
    many = first is not None and first.plural != first.phrase and first.plural.lower() in name.lower()
    is_, does = ("Are", "Do") if many else ("Is", "Does")
    match cell.holds:
        case Is(kind_sort, kind):
            return f"{is_} {name} {words.noun(kind, kind_sort, many)}"
        case Has(predicate):
            known = words.names.predicates[predicate]
            return f"{does} {name} have {known.phrase}" if known.form == "has" else f"{is_} {name} {known.phrase}"
    raise TypeError("a question of the form is needs something to ask")


def individual(who: Individual, sort: str, words: Words, facts: list[Fact], plural: bool = False) -> str:
    """An individual in the words of the question, or by its kinds. The facts that its words state are taken off."""
    if who.phrase:
        said = phrase_facts(who, words)
        if said is not None and [(f.atom, f.holds) for f in facts[: len(said)]] == said:
            del facts[: len(said)]
            return who.phrase
    if not who.kinds:
        return {ACTOR: "anyone", BODY: "a body", OBJECT: "an object"}[sort]
    plural = plural and not words.kind(who.kinds[0], sort).sole
    text = words.noun(who.kinds[0], sort, plural)
    return " ".join((text, *(words.qualifier(Is(sort, kind), plural) for kind in who.kinds[1:])))


def phrase_facts(who: Individual, words: Words) -> list[tuple[Formula, bool]] | None:
    """What the phrase of an individual says of it, when the phrase can be read and names these kinds."""
    from proclogic.syntax.build_conditions import noun_phrase
    from proclogic.syntax.context import lexicon_of
    from proclogic.syntax.driver import Node, parse
    from proclogic.syntax.tables import table
    from proclogic.syntax.words import words as cut

    found = cut(who.phrase)
    tree = parse(table(), lexicon_of(words.names.vocabulary), found, "np")
    if not isinstance(tree, Node):
        return None
    words.names.words = found
    noun = noun_phrase(tree, words.names, (ACTOR, BODY, OBJECT))
    kinds, said = [noun.kind], list[tuple[Formula, bool]]()
    for part in (*noun.before, *noun.after):
        match part:
            case Is(_, kind):
                kinds.append(kind)
            case Not(inner):
                said.append((inner, False))
            case _:
                said.append((part, True))
    return said if tuple(kinds) == who.kinds else None


def _matter(matter: str, words: Words) -> str:
    known = words.names.small.get(("matter", matter))
    return known.phrase if known else matter


def side(text: str) -> str:
    """A side of "which prevails": "the treaty", "rule 5", "rules 14 to 17"."""
    if text in LAYERS:
        return f"the {text}"
    return f"rules {text}" if " to " in text else f"rule {text}"


def fact(made: Fact, words: Words) -> str:
    """Something given, in words."""
    atom = made.atom
    if isinstance(atom, Happens) and made.count is not None:
        which = {"voting": " present and voting", "present": " present", "participating": " participating"}
        out_of = f" of {made.of:,}" if made.of is not None else ""
        base = words.names.events[atom.event].phrase
        plural = words.kind(atom.agent, ACTOR).plural
        return f"{made.count:,}{out_of} {plural}{which.get(made.base, '')} {base}"
    if isinstance(atom, Happens) and made.period is not None:
        return f"{words.event_clause(atom)} {words.deadline(made.period)}"
    return words.condition(atom, not made.holds)


def expectation(made: Expectation, words: Words) -> list[str]:
    """The lines of a question in a file."""
    lines = [f"{made.claim.capitalize() or f'Question {made.name}'}: {question(made.question, words)}"]
    if made.under:
        lines.append(f"Under: {', '.join(made.under)}.")
    if made.layers:
        lines.append(f"Layers: {', '.join(made.layers)}.")
    if made.resolve:
        lines.append(f"Resolve: {', '.join(map(quote, made.resolve))}.")
    expected = []
    if made.verdict:
        agents = listed([words.noun(a) for a in made.agents])
        expected.append(_VERDICTS.get(made.verdict, made.verdict) + (f" of {agents}" if agents else ""))
    for mark in made.marks:
        known = next((m for m in ("turns on", "depends") if mark.startswith(m + " ")), "")
        expected.append(f"{known} {quote(mark[len(known) + 1 :])}" if known else mark)
    if made.outcome:
        expected.append(f"outcome {made.outcome}")
    if expected:
        lines.append(f"Expect: {'; '.join(expected)}.")
    for dispute, name, verdict in made.readings:
        lines.append(f"Expect reading {dispute} {quote(name)}: {_VERDICTS.get(verdict, verdict)}.")
    if made.answer:
        lines.append(f"Expect answer: {quote(made.answer)}.")
    if made.because:
        lines.append(f"Because: {', '.join(made.because)}.")
    if made.certainty:
        lines.append(f"Certainty: {made.certainty}.")
    if made.note:
        lines.append(f"Note: {quote(made.note)}.")
    return lines
