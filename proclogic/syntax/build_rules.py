"""From trees to the sentences of a provision."""

from __future__ import annotations

from proclogic.norms.conditions import Decision
from proclogic.norms.model import Limit
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.build_conditions import (
    acts,
    agent,
    condition,
    deadline,
    decision_of,
    event_id,
    happens,
    noun_phrase,
    noun_phrases,
    share,
)
from proclogic.syntax.build_questions import layer_name
from proclogic.syntax.driver import Node, Token
from proclogic.syntax.names import Names
from proclogic.syntax.tree import (
    Acts,
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
    NounPhrase,
    Prevails,
    Referred,
    RuleRef,
    Sentence,
    Verb,
)

_ANY_SORT = (ACTOR, OBJECT, BODY)
_PLACES = (BODY, ACTOR, OBJECT)  # "rules 14 to 17 apply to a working group": to what happens there
_CANONICAL = {
    "must not": "shall not",
    "are entitled to": "is entitled to",
    "shall be entitled to": "is entitled to",
    "are accorded": "is accorded",
    "are not accorded": "is not accorded",
    "lose": "loses",
    "shall have": "has",
    "shall be": "is",
    "shall not be": "is not",
}


def sentence(tree: Node, names: Names) -> Sentence:
    """The sentence that a `norm` states."""
    text = names.words.slice(tree.start, tree.end)
    span = names.span(tree.start, tree.end)
    if tree.name == "sentence":
        said = next(kid for kid in tree.kids if isinstance(kid, Node) and kid.name not in ("lead", "tail", "late"))
        _join_late(tree, said, names)
        names.about = _about(said, names)
        subjects, verb = _said(said, names)
        return Sentence(subjects, verb, _clauses(tree, names), text=text, span=span)
    nouns = tree.node("nps")
    assert nouns is not None
    items = [kid for kid in tree.kids if isinstance(kid, Node) and kid.name in ("item", "short_item")]
    first = next((kid for kid in items[0].kids if isinstance(kid, Node)), None)
    names.about = _sort_of_verb(first, names) if first and tree.name == "list" else ACTOR
    subjects = noun_phrases(nouns, names, (names.about,))
    shared = _shared(tree.node("shared"))
    made = tuple(_item(item, shared, subjects, names) for item in items)
    return Sentence(subjects, None, _clauses(tree, names), made, shared, text, span)


def _shared(tree: Node | None) -> str:
    return _words(str(tree.kids[0].value)) if tree and isinstance(tree.kids[0], Token) else ""


def _words(phrase: str) -> str:
    return _CANONICAL.get(phrase, phrase)


def _item(tree: Node, shared: str, subjects: tuple[NounPhrase, ...], names: Names) -> Item:
    mark = tree.token("MARK")
    assert mark is not None
    _join_late(tree, next((k for k in tree.kids if isinstance(k, Node)), tree), names)
    if tree.name == "item":
        verb = _verb(next(k for k in tree.kids if isinstance(k, Node)), subjects, names)
    elif tree.node("acts") is not None:
        verb = Does(shared, acts(_need(tree, "acts"), names))
    else:
        verb = _event_verb(tree, shared, subjects, names)
    return Item(
        str(mark.value),
        verb,
        _clauses(tree, names),
        names.words.slice(tree.start, tree.end),
        names.span(tree.start, tree.end),
    )


def _join_late(tree: Node, said: Node, names: Names) -> None:
    """Gives a complement that comes after a clause to the act it belongs to: the last one before it."""
    for late in tree.all("late"):
        home = said if said.name == "acts" else said.node("acts")
        inner = said.node("verb") or said.node("does")
        if home is None and inner is not None:
            home = inner.node("acts")
        if home is None:
            names.faults.add(
                "E206",
                "no act stands before this that it could belong to",
                names.span(late.start, late.end),
                "I cannot join this to anything",
            )
            continue
        last = home.kids[-1]
        assert isinstance(last, Node)
        act = last if last.name == "act_phrase" else last.kids[0]
        assert isinstance(act, Node)
        act.kids.append(Node("complement", late.kids, late.start, late.end))


def _need(tree: Node, name: str) -> Node:
    found = tree.node(name)
    assert found is not None, name
    return found


# ---------------------------------------------------------------------------------------------------- what is said


def _about(said: Node, names: Names) -> str:
    """The sort of the individual the sentence speaks of."""
    match said.name:
        case "of_subject":
            verb = said.kids[1]
            assert isinstance(verb, Node)
            if verb.name == "counts":
                kinds = [t for np in (_need(said, "nps").all("np") + verb.all("np")) for t in np.tokens("KIND")]
                fits = [s for s in _ANY_SORT if all(s in names.kinds.get(str(t.value), {}) for t in kinds)]
                return fits[0] if fits else ACTOR
            return _sort_of_verb(verb, names)
        case "refers":
            return _sort_of_subject(said, names, _ANY_SORT)
        case "disapplied" | "carried" | "carried_as":
            return _sort_of_subject(said, names, _PLACES)
        case _:
            return ACTOR


def _sort_of_subject(said: Node, names: Names, wanted: tuple[str, ...]) -> str:
    kind = _need(said, "nps").all("np")[0].token("KIND")
    return names.sort_of(str(kind.value), wanted) if kind else ACTOR


def _sort_of_verb(verb: Node, names: Names) -> str:
    if verb.name == "given":
        predicate = names.predicates.get(_status(verb))
        return predicate.sort if predicate else ACTOR
    return ACTOR


def _status(verb: Node) -> str:
    return next(str(k.value) for k in verb.kids if isinstance(k, Token) and k.name in ("HAD", "ADJECTIVE", "POSTPOSED"))


def _subjects(said: Node, names: Names) -> tuple[NounPhrase, ...]:
    found = noun_phrases(_need(said, "nps"), names, (names.about,))
    for noun in found:
        if noun.sort != names.about:
            what = {ACTOR: "an actor", BODY: "a body or a meeting", OBJECT: "an object"}[names.about]
            names.faults.add("E205", f"“{noun.text}” is not {what}", noun.span, f"I need {what} here")
    return found


def _said(said: Node, names: Names) -> tuple[tuple[NounPhrase, ...], Verb]:
    match said.name:
        case "of_subject":
            subjects = _subjects(said, names)
            verb = said.kids[1]
            assert isinstance(verb, Node)
            return subjects, _verb(verb, subjects, names)
        case "only":
            subjects = _subjects(said, names)
            if said.token("EVENT"):
                return subjects, _event_verb(said, "only", subjects, names)
            return subjects, Does("only", acts(_need(said, "acts"), names))
        case "refers":
            kind = said.token("KIND")
            assert kind is not None
            return _subjects(said, names), Referred(_body_phrase(kind, names))
        case "matter_decided":
            matter = said.token("MATTER")
            assert matter is not None
            return (), Decided(_decision(said), str(matter.value))
        case "event_decided":
            done = happens(said, names)
            return (), Decided(_decision(said), "", done.event, done.agent)
        case "event_classed":
            matter = said.token("MATTER")
            assert matter is not None
            done = happens(said, names)
            return (), Classed(done.event, done.agent, str(matter.value))
        case "quorum":
            head = said.kids[0]
            assert isinstance(head, Token)
            purpose = "debate" if str(head.value).startswith("debate") else "decision"
            np = said.node("np")
            body = noun_phrase(np, names, (BODY,)) if np else None
            return (), Needs(purpose, share(_need(said, "share")), body)
        case "disapplied":
            return _subjects(said, names), Excluded(rule_refs(_need(said, "rules"), names))
        case "carried" | "carried_as":
            return _subjects(said, names), _carried(said, names)
        case "prevails":
            first, second = said.all("side")
            return (), Prevails(_side(first, names), _side(second, names))
        case "nothing":
            given = said.node("acts")
            event = event_id(said) if said.token("EVENT") else ""
            return _subjects(said, names), Nothing(acts(given, names) if given else (), event)
    raise AssertionError(said.name)


def _body_phrase(kind: Token, names: Names) -> NounPhrase:
    return NounPhrase(
        str(kind.value),
        names.sort_of(str(kind.value), (ACTOR,)),
        text=names.words.slice(kind.start, kind.end),
        span=names.span(kind.start, kind.end),
    )


def _decision(said: Node) -> Decision:
    return decision_of(_need(said, "decision"))


def _carried(said: Node, names: Names) -> Carried:
    word = said.token("APPLY_TO")
    assert word is not None
    swaps = said.node("swaps")
    pairs = []
    for swap in swaps.all("swap") if swaps else []:
        new, old = swap.tokens("KIND")
        pairs.append((str(old.value), str(new.value)))
    kind = said.token("KIND")
    return Carried(
        rule_refs(_need(said, "rules"), names),
        "mutatis" in str(word.value),
        tuple(pairs),
        str(kind.value) if kind else "",
    )


def _verb(verb: Node, subjects: tuple[NounPhrase, ...], names: Names) -> Verb:
    head = verb.kids[0]
    match verb.name:
        case "does":
            assert isinstance(head, Token)
            return Does(_words(str(head.value)), acts(_need(verb, "acts"), names))
        case "brings_about":
            assert isinstance(head, Token)
            return _event_verb(verb, _words(str(head.value)), subjects, names)
        case "given":
            return _given(verb, names)
        case _:
            return Counts(noun_phrase(_need(verb, "np"), names, (names.about,)))


def _given(verb: Node, names: Names) -> Holds:
    head = verb.kids[0]
    assert isinstance(head, Token)
    match head.name:
        case "IS":
            words = "is not" if verb.token("NOT") else "is"
        case "HAS":
            words = "has"
        case "HAS_NO":
            words = "has no"
        case _:
            words = _words(str(head.value))
    name = _status(verb)
    predicate = names.predicates[name]
    if predicate.role != "status":
        last = verb.kids[-1]
        names.faults.add(
            "E209",
            f"“{predicate.phrase}” is declared as a {predicate.role}, and a rule can only give or take a status",
            names.span(last.start, last.end),
            f"this is a {predicate.role}",
            help=(f"if rules decide who has it, declare it so: Status: {predicate.phrase}.",),
        )
    return Holds(words, name)


def _event_verb(verb: Node, words: str, subjects: tuple[NounPhrase, ...], names: Names) -> Acts:
    event = event_id(verb)
    agents = names.events[event].agents
    for subject in subjects:
        if "actor" not in agents:
            agent(subject.kind, event, verb, names)
    limit, owed = verb.node("deadline"), verb.node("owed")
    return Acts(
        words,
        event,
        deadline(limit) if limit else None,
        noun_phrase(_need(owed, "np"), names, (ACTOR,)) if owed else None,
    )


# ---------------------------------------------------------------------------------------------------------- clauses


def _clauses(tree: Node, names: Names) -> tuple[Clause, ...]:
    return tuple(_clause(kid, names) for kid in tree.kids if isinstance(kid, Node) and kid.name in ("lead", "tail"))


def _clause(tree: Node, names: Names) -> Clause:
    lead = tree.name == "lead"
    span = names.span(tree.start, tree.end)
    head, last = tree.kids[0], tree.kids[-1]
    assert isinstance(head, Token)
    match head.name:
        case "IF" | "UNLESS":
            assert isinstance(last, Node)
            return Clause(head.name.lower(), condition(last, names), lead=lead, span=span)
        case "EXCEPT_FOR":
            assert isinstance(last, Node)
            return Clause("except for", nouns=noun_phrases(last, names, (names.about,)), lead=lead, span=span)
        case "RELATION":
            assert isinstance(last, Node)
            return Clause(str(head.value), rules=rule_refs(last, names), lead=lead, span=span)
        case "LIMIT":
            phrase = names.small["limit", str(head.value)].phrase
            return Clause("limit", limit=Limit(phrase), lead=lead, span=span)
        case "AT_MOST" | "SOFT_LIMIT":
            number, unit = tree.token("NUMBER"), tree.token("UNIT")
            assert number is not None and unit is not None
            amount = Limit("", int(str(number.value)), str(unit.value), head.name == "SOFT_LIMIT")
            return Clause("limit", limit=amount, lead=lead, span=span)
        case "WITHOUT_RIGHT":
            assert isinstance(last, Node)
            return Clause("without the right to", acts=acts(last, names), lead=lead, span=span)
        case _:
            return Clause("as a rule", lead=lead, span=span)


def rule_refs(tree: Node, names: Names) -> tuple[RuleRef, ...]:
    """The rules that are named by number."""
    made = []
    for ref in tree.all("ref"):
        ends = [str(t.value) for t in ref.tokens("REF")]
        made.append(RuleRef(ends[0], ends[1] if len(ends) > 1 else "", "", names.span(ref.start, ref.end)))
    return tuple(made)


def _side(tree: Node, names: Names) -> tuple[RuleRef, ...]:
    layer = tree.token("LAYER")
    if layer is None:
        return rule_refs(_need(tree, "rules"), names)
    return (RuleRef("", "", layer_name(str(layer.value)), names.span(tree.start, tree.end)),)
