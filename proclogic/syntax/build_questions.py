"""From trees to questions and facts."""

from __future__ import annotations

from proclogic.norms.conditions import Formula, Happens, Has, Is, Not
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.build_conditions import (
    act_phrase,
    agent,
    atom,
    deadline,
    event_id,
    happens,
    none_does,
    noun_phrase,
)
from proclogic.syntax.driver import Node, Token
from proclogic.syntax.names import Names
from proclogic.syntax.nouns import NounPhrase

_COUNTED = {
    "are parties": "parties",
    "are states parties": "parties",
    "are members": "parties",
    "participate": "participating",
    "participated": "participating",
    "are participating": "participating",
    "are present": "present",
    "were present": "present",
    "vote for": "for",
    "voted for": "for",
    "vote in favour": "for",
    "voted in favour": "for",
    "vote against": "against",
    "voted against": "against",
    "abstain": "abstaining",
    "abstained": "abstaining",
}
_BASES = {"PRESENT_AND_VOTING": "voting", "PRESENT": "present", "PARTICIPATING": "participating"}
NOBODY_NAMED = Individual(())


def question(tree: Node, names: Names, text: str) -> Question:
    """The question that was asked. `text` is kept as its wording."""
    names.about = _about(tree, names)
    facts: list[Fact] = []
    made = _asked(tree, names, facts)
    numbers: list[tuple[str, int]] = []
    by: list[str] = []
    for kid in tree.kids:
        if isinstance(kid, Node) and kid.name == "facts":
            facts += given(kid, names, numbers)
        elif isinstance(kid, Node) and kid.name == "rules" and tree.name != "prevails":
            by += [ref_text(ref) for ref in kid.all("ref")]
    if by and made.cell is not None:
        made = made.replace(cell=made.cell.replace(by=tuple(by)))
    span = names.span(tree.start, tree.end)
    return made.replace(text=text, facts=tuple(facts), numbers=tuple(numbers), span=span)


def _about(tree: Node, names: Names) -> str:
    """What "it" stands for in the facts: a body or an object when the question is about one."""
    np = tree.node("np")
    kind = np.token("KIND") if np else None
    if tree.name != "is" or kind is None:
        return ACTOR
    asked = tree.token("ADJECTIVE") or tree.token("ASKED") or tree.token("HAD")
    if asked is not None:
        predicate = names.predicates.get(str(asked.value))
        return predicate.sort if predicate else ACTOR
    return names.sort_of(str(kind.value), (ACTOR, OBJECT, BODY))


def _asked(tree: Node, names: Names, facts: list[Fact]) -> Question:
    np = tree.node("np")
    match tree.name:
        case "may" | "where" | "who":
            actor = individual(noun_phrase(np, names, (ACTOR,)), facts) if np else NOBODY_NAMED
            return Question(tree.name, "", _act_cell(actor, tree, names, facts))
        case "what":
            nps = tree.all("np")
            actor = individual(noun_phrase(nps[0], names, (ACTOR,)), facts)
            body = individual(noun_phrase(nps[1], names, (BODY,)), facts) if len(nps) > 1 else None
            return Question("what", "", Cell(actor, "", body))
        case "is":
            assert np is not None
            return Question("is", "", _is_cell(tree, np, names, facts))
        case "must" | "when" | "majority" if np is not None:
            return _event_question(tree, np, names, facts)
        case "carried":
            matter = tree.token("MATTER")
            if matter:
                return Question("carried", "", matter=str(matter.value))
            return Question("carried", "", event=happens(tree, names))
        case "prevails":
            first, second = tree.all("side")
            return Question("prevails", "", sides=(side_text(first), side_text(second)))
        case _:
            matter = tree.token("MATTER")
            return Question("majority", "", matter=str(matter.value) if matter else "")


def individual(noun: NounPhrase, facts: list[Fact]) -> Individual:
    """The individual a noun phrase introduces; what its qualifiers say is added to the facts."""
    kinds = [noun.kind]
    for said in (*noun.before, *noun.after):
        match said:
            case Is(_, kind):
                kinds.append(kind)
            case Not(part):
                facts.append(Fact(part, False, noun.text, span=noun.span))
            case _:
                facts.append(Fact(said, True, noun.text, span=noun.span))
    return Individual(tuple(kinds), noun.text)


def _act_cell(actor: Individual, tree: Node, names: Names, facts: list[Fact]) -> Cell:
    node = tree.node("act_phrase")
    if node is None:
        return Cell(actor, event_id(tree))  # a power: "May the Conference decide otherwise on it?"
    phrase = act_phrase(node, names)
    if len(phrase.bodies) > 1:
        span = phrase.bodies[1].span
        names.faults.add(
            "E110", "a question asks about one body at a time", span, "the second body", help=("ask twice",)
        )
    body = individual(phrase.bodies[0], facts) if phrase.bodies else None
    thing = individual(phrase.object, facts) if phrase.object else None
    return Cell(actor, phrase.act, body, thing)


def _is_cell(tree: Node, np: Node, names: Names, facts: list[Fact]) -> Cell:
    said = tree.kids[-1]
    asked = next(t for t in tree.kids if isinstance(t, Token) and t.name in ("ADJECTIVE", "ASKED", "HAD", "KIND"))
    del said
    noun = noun_phrase(np, names, (names.about,))
    who = individual(noun, facts)
    holds: Formula
    if asked.name == "KIND":
        holds = Is(names.sort_of(str(asked.value), (noun.sort,)), str(asked.value))
    else:
        holds = Has(str(asked.value))
    match noun.sort:
        case "body":
            return Cell(NOBODY_NAMED, "", who, None, holds)
        case "object":
            return Cell(NOBODY_NAMED, "", None, who, holds)
        case _:
            return Cell(who, "", None, None, holds)


def _event_question(tree: Node, np: Node, names: Names, facts: list[Fact]) -> Question:
    noun = noun_phrase(np, names, (ACTOR,))
    event = event_id(tree)
    limit = tree.node("deadline")
    agents = names.events[event].agents
    if noun.kind not in agents and "actor" in agents:
        cell = Cell(individual(noun, facts))
        asked = Happens(event, "actor", None, deadline(limit) if limit else None)
        return Question(tree.name, "", cell, asked)
    who = agent(noun.kind, event, tree, names)
    return Question(tree.name, "", event=Happens(event, who, None, deadline(limit) if limit else None))


# ----------------------------------------------------------------------------------------------------------- facts


def given(tree: Node, names: Names, numbers: list[tuple[str, int]]) -> list[Fact]:
    """The facts of a `facts`; numbers of a vote go to `numbers`."""
    facts: list[Fact] = []
    for kid in tree.kids:
        assert isinstance(kid, Node)
        text = names.words.slice(kid.start, kid.end)
        span = names.span(kid.start, kid.end)
        match kid.name:
            case "number":
                count, word = kid.token("NUMBER"), kid.token("COUNTED")
                assert count is not None and word is not None
                numbers.append((_COUNTED[str(word.value)], int(str(count.value))))
            case "timed":
                facts.append(Fact(happens(kid, names), True, text, deadline(kid), span=span))
            case "counted":
                facts.append(_counted(kid, names, text))
            case "none_does":
                facts += [Fact(part, False, text, span=span) for part in none_does(kid, names)]
            case _:
                said = atom(kid, names)
                if isinstance(said, Not):
                    facts.append(Fact(said.part, False, text, span=span))
                else:
                    facts.append(Fact(said, True, text, span=span))
    return facts


def _counted(tree: Node, names: Names, text: str) -> Fact:
    counts = [int(str(token.value)) for token in tree.tokens("NUMBER")]
    kind, base = tree.token("KIND"), tree.node("part_of_them")
    assert kind is not None
    event = event_id(tree)
    who = agent(str(kind.value), event, tree, names)
    return Fact(
        Happens(event, who),
        True,
        text,
        None,
        counts[0],
        counts[1] if len(counts) > 1 else None,
        _BASES[base.kids[0].name] if base else "all",
        names.span(tree.start, tree.end),
    )


# ----------------------------------------------------------------------------------------------------------- sides


def ref_text(tree: Node) -> str:
    """The number of a rule, or a range of them: "14 to 17"."""
    return " to ".join(str(t.value) for t in tree.tokens("REF"))


def side_text(tree: Node) -> str:
    """A side of a question "which prevails": a layer or the number of a rule."""
    layer, rules = tree.token("LAYER"), tree.node("rules")
    if layer is not None or rules is None:
        return layer_name(str(layer.value)) if layer else ""
    return ref_text(rules.all("ref")[0])


def layer_name(word: str) -> str:
    """The layer that a word names: "opinion" for "opinions"."""
    return {"opinions": "opinion", "proposals": "proposal"}.get(word, word)
