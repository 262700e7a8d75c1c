"""Answers a question of any form."""

from __future__ import annotations

from proclogic.answers.cells import Asker
from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, OF_A_KIND, OF_RIGHT, OPEN, Act, Answer, Mark
from proclogic.answers.options import Options
from proclogic.answers.problems import impossible_numbers, unknown_rule
from proclogic.answers.stating import speaking_of, stated
from proclogic.norms.conditions import Happens, Has, Is
from proclogic.norms.formulas import atoms
from proclogic.norms.model import LAYERS, Ruleset
from proclogic.norms.questions import Cell, Question
from proclogic.norms.vocabulary import Event
from proclogic.values import unique


def answer(ruleset: Ruleset, question: Question, options: Options | None = None, asker: Asker | None = None) -> Answer:
    """The answer to a question; `asker` is one that already knows the ruleset. Raises Unanswerable, with diagnostics,
    when the facts contradict each other."""
    asker = asker or Asker(ruleset, options or Options())
    found = _answer(asker, question)
    if not asker.ruleset.fallen:
        return found
    from proclogic.answers.fallen import bearing  # only where choices were made

    return found.replace(fallen=bearing(asker.ruleset, question, asker.options.layers))


def _answer(asker: Asker, question: Question) -> Answer:
    ruleset = asker.ruleset
    asker.numbers.update(dict(question.numbers))
    impossible_numbers(asker.numbers)
    for fact in question.facts:
        if fact.count is not None and fact.of is not None and fact.count > fact.of:
            impossible_numbers({"parties": fact.of, "present": fact.count})
    for number in question.cell.by if question.cell is not None else ():
        known = [p.number for p in ruleset.provisions]
        if not any(n == number or n.startswith(number + "(") for n in known):
            raise unknown_rule(number, known)
    word = _word_asked(asker, question)
    if word is not None:
        return _turns_on(asker, question, word)
    event = asker.wording.events.get(question.cell.act) if question.cell is not None else None
    if question.cell is None or question.form not in ("may", "is"):
        from proclogic.answers.forms import other_form  # a question on a cell does without

        found = other_form(asker, question)
        return found if event is None else _powers(asker, found, event)
    found = asker.cell(question.cell, question.facts, question.text, question.form)
    if isinstance(question.cell.holds, Is) and len(found.verdicts) == 1:
        return found.replace(says=OF_A_KIND[found.verdict])
    if event is None:
        return found
    if found.verdict == NOT_CONFERRED:
        found = _power(asker, question.cell, found, event)
    found = _decision(asker, question.cell, found, event)
    named = asker.amendments.on_cells((question.cell,), question.facts, found.grounds)
    return found.replace(amendments=named)


def _word_asked(asker: Asker, question: Question) -> Has | None:
    """The word that nobody is named to judge, where the question is whether that word itself applies."""
    asked = question.cell.holds if question.cell is not None else None
    if not isinstance(asked, Has) or any(f.atom == asked for f in question.facts):
        return None
    word = asker.wording.predicates.get(asked.predicate)
    return asked if word is not None and word.role == "judgement" and not word.judge else None


def _turns_on(asker: Asker, question: Question, asked: Has) -> Answer:
    """No rule decides the word and nobody is named to judge it: the question cannot be answered in anybody's favour."""
    word = asker.wording.word(asked)
    speaking = asker.telling.in_order(
        n.provision
        for n in asker.session.index.norms.values()
        if any(a == asked for a in atoms(asker.session.index.requirement(n)))
    )
    says = f'It turns on the word "{word}", which nobody is named to judge.'
    marks = (Mark("turns on", word, speaking),)
    return stated(asker, question, says, speaking, OPEN, marks=marks).replace(certainty="")


def _powers(asker: Asker, found: Answer, event: Event) -> Answer:
    """What to add to a list on a power: those whose use of it rules turn on, though none gives it in so many words."""
    told = {row.actor for row in found.rows}
    named = []
    for agent in event.agents:
        rules = asker.telling.in_order(speaking_of(asker, Happens(event.id, agent)))
        if rules and asker.wording.bare(agent) not in told:
            named.append(f"{asker.wording.noun(agent)} ({', '.join(rules)})")
    if not named:
        return found
    says = f"Rules turn on its use by {', '.join(named)}, without giving it in so many words."
    return found.replace(says=f"{says} {found.says}".strip())


def _power(asker: Asker, cell: Cell, found: Answer, event: Event) -> Answer:
    """What to add where no rule gives a power in so many words, though rules turn on its use."""
    agents = [a for a in event.agents if a in cell.actor.kinds]
    rules = asker.telling.in_order(p for a in agents for p in speaking_of(asker, Happens(event.id, a)))
    if not rules:
        return found
    use = asker.wording.event(Happens(event.id, agents[0]))
    says = f"No rule gives this power in so many words, but rules turn on its use: {use}."
    cited = tuple(asker.telling.cite(r) for r in rules if r in asker.telling.provisions)
    return found.replace(says=says, grounds=rules, cited=cited, silences=asker.telling.silences(rules))


def _decision(asker: Asker, cell: Cell, found: Answer, event: Event) -> Answer:
    """What to add where a body uses a power of its own: how it decides, and with that who can prevent it."""
    atoms_of = [Happens(event.id, a) for a in event.agents if a in cell.actor.kinds]
    taken = next((a for a in atoms_of if asker.deciding.decides_as_body(a)), None)
    if taken is None or not (found.says or set(found.verdicts) & {OF_RIGHT, BY_DEFAULT, BY_LEAVE}):
        return found
    decided = asker.deciding.rules(taken)
    act = Act(
        agent=asker.wording.agent(taken),
        text=asker.wording.event(taken),
        event=event.id,
        rules=found.grounds,
        decided=decided,
        unsettled=not any(d.counts for d in decided),
        base=event.phrase,
    )
    grounds = unique([*found.grounds, *(r for d in decided for r in d.rules)])
    cited = tuple(asker.telling.cite(g) for g in grounds if g in asker.provisions)
    layers = tuple(x for x in LAYERS if any(c.layer == x for c in cited))
    return found.replace(takes=act, grounds=grounds, cited=cited, layers=layers)
