"""From trees to noun phrases, acts, conditions, deadlines and decisions."""

from __future__ import annotations

from proclogic.diagnostics.phrasing import quoted
from proclogic.norms.conditions import And, Deadline, Decision, Formula, Happens, Has, Is, Not, Or, ReferredTo, Share
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.driver import Node, Token
from proclogic.syntax.names import Names
from proclogic.syntax.nouns import ActPhrase, NounPhrase

_PREDICATES = ("ADJECTIVE", "POSTPOSED", "ASKED", "HAD", "DOES", "DOES_NOT")
_EVENTS = ("EVENT", "EVENT_S", "EVENT_ED", "EVENT_EN")
_BOUNDS = {
    "not later than": "at least",
    "no later than": "at least",
    "not more than": "at most",
    "no more than": "at most",
}
_BASES = {"PRESENT_AND_VOTING": "voting", "PRESENT": "present", "PARTICIPATING": "participating"}

# --------------------------------------------------------------------------------------------------- noun phrases


def noun_phrase(tree: Node, names: Names, wanted: tuple[str, ...]) -> NounPhrase:
    """The class that an `np` names, in the first of the sorts wanted that it has."""
    kind = tree.token("KIND")
    assert kind is not None
    sort = names.sort_of(str(kind.value), wanted)
    before = tuple(Has(str(token.value)) for token in tree.tokens("ADJECTIVE"))
    after: list[Formula] = []
    for kid in tree.kids:
        if isinstance(kid, Node):
            said = kid.kids[-1]
            assert isinstance(said, Token)
            atom = _said_of(said, sort, names)
            after.append(atom if kid.name == "so" else Not(atom))
            _fits(said, sort, names)
    for adjective in tree.tokens("ADJECTIVE"):
        _fits(adjective, sort, names)
    return NounPhrase(
        str(kind.value),
        sort,
        before,
        tuple(after),
        names.words.slice(tree.start, tree.end),
        names.span(tree.start, tree.end),
    )


def _said_of(token: Token, sort: str, names: Names) -> Formula:
    """What a predicate or a kind says of the individual of a sort."""
    if token.name == "KIND":
        return Is(names.sort_of(str(token.value), (sort,)), str(token.value))
    return Has(str(token.value))


def _fits(token: Token, sort: str, names: Names) -> None:
    """Reports a predicate or kind that cannot be said of individuals of a sort."""
    name = str(token.value)
    if token.name == "KIND":
        has = names.kinds.get(name, {})
        if sort not in has:
            names.faults.add(
                "E205",
                f"“{names.words.slice(token.start, token.end)}” is not a kind of {_SORTS[sort]}",
                names.span_without_article(token.start, token.end),
                f"I need {_A_SORT[sort]} here",
            )
        return
    predicate = names.predicates.get(name)
    if predicate and predicate.sort != sort:
        names.faults.add(
            "E205",
            f"“{predicate.phrase}” is declared of {_A_SORT[predicate.sort]}, and here it is said of {_A_SORT[sort]}",
            names.span_without_article(token.start, token.end),
            f"this cannot be said of {_A_SORT[sort]}",
        )


_SORTS = {ACTOR: "actor", BODY: "body", OBJECT: "object"}
_A_SORT = {ACTOR: "an actor", BODY: "a body or meeting", OBJECT: "an object"}


def noun_phrases(tree: Node, names: Names, wanted: tuple[str, ...]) -> tuple[NounPhrase, ...]:
    """The classes that an `nps` names."""
    return tuple(noun_phrase(np, names, wanted) for np in tree.all("np"))


# ----------------------------------------------------------------------------------------------------------- acts


def acts(tree: Node, names: Names) -> tuple[ActPhrase, ...]:
    """The acts of an `acts`. An act without a body shares the body of the next one, unless ", and" parts them."""
    phrases: list[Node] = []
    barrier: set[int] = set()
    for kid in tree.kids:
        assert isinstance(kid, Node)
        if kid.name == "apart":
            barrier.add(len(phrases))
        phrase = kid.kids[0] if kid.name == "apart" else kid
        assert isinstance(phrase, Node)
        phrases.append(phrase)
    made = [act_phrase(phrase, names) for phrase in phrases]
    for k in range(len(made) - 2, -1, -1):
        if k + 1 not in barrier:
            made[k] = sharing(made[k], made[k + 1], not phrases[k].all("complement"), names)
    return tuple(made)


def sharing(act: ActPhrase, following: ActPhrase, bare: bool, names: Names) -> ActPhrase:
    """An act with nothing after it ("attend and speak in plenary meetings"), completed from the one that follows."""
    own, other = names.acts[act.act], names.acts[following.act]
    if not bare:
        return act
    if own.takes_body and following.bodies and not (following.object and not other.on):
        act = act.replace(bodies=following.bodies)
    thing = following.object
    if own.object and thing and own.on == other.on and own.object in names.ancestors(thing.kind, OBJECT):
        act = act.replace(object=thing)
    return act


def act_phrase(tree: Node, names: Names) -> ActPhrase:
    """An act with its bodies and its object; a complement that the act does not take is reported."""
    head = tree.token("ACT")
    assert head is not None
    act = names.acts[str(head.value)]
    bodies: tuple[NounPhrase, ...] = ()
    thing: NounPhrase | None = None
    for complement in tree.all("complement"):
        word = complement.token("PREPOSITION")
        preposition = str(word.value) if word else ""
        nouns = complement.node("nps")
        assert nouns is not None
        kinds = [str(t.value) for np in nouns.all("np") for t in np.tokens("KIND")]
        body = all(BODY in names.kinds.get(k, {}) for k in kinds)
        object_ = all(OBJECT in names.kinds.get(k, {}) for k in kinds)
        if body and act.takes_body and preposition == act.at and not bodies:
            bodies = noun_phrases(nouns, names, (BODY,))
        elif object_ and act.object and preposition == act.on and thing is None and len(kinds) == 1:
            thing = noun_phrases(nouns, names, (OBJECT,))[0]
            if act.object not in names.ancestors(thing.kind, OBJECT):
                wanted = names.kinds.get(act.object, {}).get(OBJECT)
                names.faults.add(
                    "E205",
                    f"“{act.phrase}” is declared with {wanted.article + ' ' if wanted else ''}{act.object}, and "
                    f"“{names.words.slice(complement.start, complement.end)}” is not a kind of it",
                    names.span(complement.start, complement.end),
                    "not what this act takes",
                )
        else:
            _misfit(complement, act.id, names, kinds, body, object_)
    return ActPhrase(act.id, bodies, thing, names.span(tree.start, tree.end))


def _misfit(complement: Node, act_id: str, names: Names, kinds: list[str], body: bool, object_: bool) -> None:
    """Reports what an act does not take, with the declaration by which it would take it."""
    act = names.acts[act_id]
    takes = []
    if act.takes_body:
        takes.append(f"{act.phrase} {act.at} a body".replace("  ", " "))
    if act.object:
        takes.append(f"{act.phrase} {act.on} a {act.object}".replace("  ", " "))
    said = names.words.slice(complement.start, complement.end)
    word = complement.token("PREPOSITION")
    preposition = f"{word.value} " if word else ""
    many = object_ and len(kinds) > 1
    help: tuple[str, ...]
    if body:
        help = (f"declare it so: Act: {act.phrase}, {preposition}a body.",)
        if act.takes_body and act.at != preposition.strip():
            noun = said.removeprefix(preposition)
            help += (f"or write: {act.phrase} {act.at} {noun}".replace("  ", " "),)
    elif object_ and not many:
        kind = names.kinds[kinds[0]][OBJECT]
        help = (f"declare it so: Act: {act.phrase}, {preposition}{kind.article or 'a'} {kind.phrase}.",)
    else:
        help = (f"write a sentence for each, or declare it with another clause: Act: {act.phrase}, ...",)
    names.faults.add(
        "E206",
        f"“{act.phrase}” does not go with “{said}”",
        names.span(complement.start, complement.end),
        "name one object only" if many else "I cannot join this to the act",
        notes=(f"it is declared as {quoted(takes, 'and')}",)
        if takes
        else ("it is declared without a body and an object",),
        help=help,
    )


# ----------------------------------------------------------------------------------------------------- conditions


def condition(tree: Node, names: Names) -> Formula:
    """The condition that a tree states."""
    match tree.name:
        case "all_of" | "both":
            return And(_flat(tree, names, And))
        case "one_of" | "either":
            return Or(_flat(tree, names, Or))
        case _:
            return atom(tree, names)


def _flat(tree: Node, names: Names, join: type[And] | type[Or]) -> tuple[Formula, ...]:
    parts: list[Formula] = []
    for kid in tree.kids:
        assert isinstance(kid, Node)
        part = condition(kid, names)
        if isinstance(part, And | Or) and type(part) is join:
            parts.extend(part.parts)
        else:
            parts.append(part)
    return tuple(parts)


def atom(tree: Node, names: Names) -> Formula:
    """A single condition."""
    match tree.name:
        case "holds" | "holds_not":
            said = _holds(tree, names)
            return said if tree.name == "holds" else Not(said)
        case "happens":
            return happens(tree, names)
        case "happens_not":
            return Not(happens(tree, names))
        case "none_does":
            parts = none_does(tree, names)
            return Not(parts[0]) if len(parts) == 1 else And(tuple(Not(p) for p in parts))
        case "share_does":
            node = tree.node("share")
            assert node is not None
            counted = share(node)
            event = event_id(tree)
            return Happens(event, agent(counted.of, event, tree, names), counted, _deadline_in(tree))
        case "referred" | "referred_not":
            kind = tree.token("KIND")
            assert kind is not None
            referred = ReferredTo(str(kind.value))
            return referred if tree.name == "referred" else Not(referred)
    raise AssertionError(tree.name)


def _holds(tree: Node, names: Names) -> Formula:
    who, said = tree.kids[0], tree.kids[-1]
    assert isinstance(who, Node) and isinstance(said, Token)
    subject = who.kids[-1]
    assert isinstance(subject, Token)
    if subject.name == "IT":
        sort = names.about
        if said.name == "KIND":
            sort = names.sort_of(str(said.value), (names.about,))
        elif str(said.value) in names.predicates:
            sort = names.predicates[str(said.value)].sort
    elif subject.name == "MEETING":
        sort = BODY
    else:
        sort = names.sort_of(str(subject.value), (OBJECT, BODY, names.about))
        if sort == ACTOR and names.about == ACTOR:
            said_of = names.words.slice(who.start, who.end)
            names.faults.add(
                "E207",
                f"I can only say this of whoever the sentence speaks of, not of “{said_of}”",
                names.span(who.start, who.end),
                "write it",
                help=("begin the condition with it: it is ..., it has ...",),
            )
    _fits(said, sort, names)
    return _said_of(said, sort, names)


def event_id(tree: Node) -> str:
    """The event a tree names."""
    return next(str(k.value) for k in tree.kids if isinstance(k, Token) and k.name in _EVENTS)


def happens(tree: Node, names: Names) -> Happens:
    """An event with its agent, of a tree that has a `who`."""
    who = tree.node("who")
    assert who is not None
    subject = who.kids[-1]
    assert isinstance(subject, Token)
    event = event_id(tree)
    name = {"IT": "actor", "MEETING": "body"}.get(subject.name, str(subject.value))
    return Happens(event, agent(name, event, tree, names), None, _deadline_in(tree))


def none_does(tree: Node, names: Names) -> list[Happens]:
    """The events that "no State Party ..." or "nobody ..." says do not take place."""
    event = event_id(tree)
    deadline = _deadline_in(tree)
    kind = tree.token("KIND")
    if kind is not None:
        return [Happens(event, agent(str(kind.value), event, tree, names), None, deadline)]
    return [Happens(event, who, None, deadline) for who in names.events[event].agents] or [
        Happens(event, "actor", None, deadline)
    ]


def agent(name: str, event_name: str, tree: Node, names: Names) -> str:
    """The agent of an event, as declared; another one is reported."""
    event = names.events[event_name]
    if name in event.agents or (name == "" and event.agents):
        return name or event.agents[0]
    if event.agents:
        able = [agent_phrase(a, names) for a in event.agents]
        if name in ("actor", "body"):
            who = "it"
        else:
            kind = names.kinds.get(name, {}).get(ACTOR)
            who = f"{kind.article} {kind.phrase}".strip() if kind else name
        by = "the actor" if name == "actor" else who
        names.faults.add(
            "E208",
            f"“{event.phrase}” is declared as an act of {' or '.join(able)}, not of {by}",
            names.span(tree.start, tree.end),
            "somebody else does this",
            help=(
                *(("write it for the one the sentence speaks of: it ...",) if "actor" in event.agents else ()),
                f"if {who} can do it too, add to the declaration: Event: {event.phrase}, ..., by {by}.",
            ),
        )
    return name


def agent_phrase(name: str, names: Names) -> str:
    """An agent in words."""
    if name == "actor":
        return "the actor"
    kind = names.kinds.get(name, {}).get(ACTOR)
    return f"{kind.article} {kind.phrase}".strip() if kind else name


def _deadline_in(tree: Node) -> Deadline | None:
    node = tree.node("deadline")
    return deadline(node) if node else None


def deadline(tree: Node) -> Deadline:
    """A deadline, or (without a bound) a period."""
    bound, number, unit, side, moment = (tree.token(n) for n in ("BOUND", "NUMBER", "TIME", "SIDE", "MOMENT"))
    assert number is not None and unit is not None and side is not None and moment is not None
    word = str(bound.value) if bound else ""
    return Deadline(
        _BOUNDS.get(word, word), int(str(number.value)), str(unit.value).rstrip("s"), str(side.value), str(moment.value)
    )


def share(tree: Node) -> Share:
    """A share of a base."""
    part, fraction, number = tree.token("PART"), tree.token("FRACTION"), tree.token("NUMBER")
    kind = tree.token("KIND")
    base = tree.node("part_of_them")
    if tree.token("MAJORITY_OF"):
        over, under = 1, 2
    elif fraction and isinstance(fraction.value, tuple):
        over, under = fraction.value
    elif part:
        over, under = int(str(number.value)) if number else 1, int(str(part.value))
    else:
        assert number is not None
        over, under = int(str(number.value)), 100
    strict = tree.token("MAJORITY_OF") is not None or tree.token("MORE_THAN") is not None
    return Share(over, under, strict, _base(base), str(kind.value) if kind else "")


def _base(tree: Node | None) -> str:
    return _BASES[tree.kids[0].name] if tree else "all"


def decision_of(tree: Node) -> Decision:
    """A decision rule, with those that follow when it fails."""
    ways: list[Decision] = []
    for kid in tree.kids:
        if isinstance(kid, Node):
            ways.append(Decision("share", share(kid)))
        else:
            ways.append(Decision({"CONSENSUS": "consensus", "ANY_ONE": "any one"}.get(kid.name, "alone")))
    decision = ways[-1]
    for way in reversed(ways[:-1]):
        decision = way.replace(failing=decision)
    return decision
