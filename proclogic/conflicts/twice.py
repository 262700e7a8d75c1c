"""Defined twice (C106): two rules that give one thing in different words of law, both in effect in one world, and no
words say which prevails: two decision rules for one class of matter, or for one act of one body, with different
majorities; one act put in two classes of matter; two quorums for one purpose in one body. What is restated equally is
no finding; nor a rule on one act beside the rule on the class to which it belongs, or on one body beside that on all:
the one is an exception to the other.

C105 (see circles.py) where each of the two is said to prevail over the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from proclogic.conflicts.examining import Examination, provisions
from proclogic.conflicts.model import Finding, Witness
from proclogic.conflicts.twins import Twin, Twinned, first_of, twin
from proclogic.norms.conditions import Decision, Happens, Share
from proclogic.norms.model import Classify, DecideBy, Norm, Quorum
from proclogic.norms.questions import Question

CODES = ("C105", "C106")

Key = tuple[str, str, str]  # matter, event or quorum; its name; whose


def find(examination: Examination) -> Iterator[Finding]:
    """What declarations and rules say differently of one thing, and what two rules do."""
    found: dict[Key, list[Norm]] = {}
    for norm in sorted(examination.norms.values(), key=lambda n: bool(n.via)):
        key = _key(norm)
        if key is not None:
            found.setdefault(key, []).append(norm)
    beside = [(key, n, twin(n, f"(once) {n.id}", True)) for key, some in found.items() for n in some]
    beside = [(key, n, t) for key, n, t in beside if _differs(examination, key, n)]
    made = [
        (
            key,
            twin(one, f"(twice) {one.id} and {other.id}", True),
            twin(other, f"(twice) {one.id} and {other.id}", False),
        )
        for key, some in found.items()
        for one, other in first_of(examination, _pairs(some))
    ]
    if not (beside or made):
        return
    twinned = Twinned(examination, (*(t for _, _, t in beside), *(t for _, a, b in made for t in (a, b))))
    told: set[tuple[object, ...]] = set()
    for key, norm, one in beside:
        if (key, norm.provision) not in told and twinned.can_meet(one):
            told.add((key, norm.provision))
            yield _finding(examination, twinned, key, (one,))
    for key, one, other in made:
        cited = provisions((one.of, other.of))
        if (key, cited) not in told and twinned.can_meet(one, other):
            told.add((key, cited))
            yield _finding(examination, twinned, key, (one, other))


def _key(norm: Norm) -> Key | None:
    match norm.effect:
        case DecideBy(_, matter, event, agent):
            return ("matter", matter, "") if matter else ("decided", event, agent)
        case Classify(event, _, agent):
            return "classed", event, agent
        case Quorum(_, purpose, body):
            return "quorum", purpose, body
        case _:
            return None


def _pairs(some: list[Norm]) -> Iterator[tuple[Norm, Norm]]:
    return ((one, other) for one, other in combinations(some, 2) if not same(one, other))


def same(one: Norm, other: Norm) -> bool:
    """Whether two rules on one thing say the same of it."""
    match one.effect, other.effect:
        case DecideBy(a), DecideBy(b):
            return _same_decision(a, b)
        case Classify(_, a), Classify(_, b):
            return a == b
        case Quorum(a), Quorum(b):
            return _same_share(a, b)
        case _:
            return True


def _same_decision(one: Decision | None, other: Decision | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.kind == other.kind and _same_share(one.share, other.share) and _same_decision(one.failing, other.failing)


def _same_share(one: Share | None, other: Share | None) -> bool:
    """Whether two shares are equal; those who are counted may be left to be understood."""
    if one is None or other is None:
        return one is other
    part = one.over * other.under == other.over * one.under and one.strict == other.strict
    return part and one.base == other.base and (one.of == other.of or not (one.of and other.of))


def _differs(examination: Examination, key: Key, norm: Norm) -> bool:
    """Whether the declaration of an event says something else than a rule on it."""
    event = examination.wording.events.get(key[1])
    match norm.effect:
        case DecideBy(decision) if event is not None and key[0] == "decided":
            declared = event.decision
            return declared is not None and declared.kind != "any one" and not _same_decision(declared, decision)
        case Classify(_, matter) if event is not None:
            return event.matter not in ("", matter)
        case _:
            return False


def _finding(examination: Examination, twinned: Twinned, key: Key, twins: tuple[Twin, ...]) -> Finding:
    """The finding on two rules, or on one and the declaration that says something else."""
    cited = provisions(t.of for t in twins)
    code = "C105" if len(twins) == 2 and twinned.is_mutual(*twins) else "C106"
    text = f"rules {cited[0]} and {cited[1]}" if len(cited) == 2 else f"rule {cited[0]}"
    if len(twins) == 1:
        text += " and the declaration of the event"
    what = _what(examination, key)
    ending = "say different things" if len(cited) == 2 or len(twins) == 1 else "says different things"
    more = ", and each is to prevail" if code == "C105" else ""
    return Finding(
        code,
        f"{code}/{'+'.join(cited)}/{'-'.join(key[1].split())}",
        f"{text} {ending} of one thing: {what}{more}",
        tuple(examination.blamed(t.of, says(examination, t.of)) for t in twins),
        _asked(twinned, key, twins),
        twinned.where(*twins),
        (f"The declaration says: {_declared(examination, key)}.",) if len(twins) == 1 else (),
        norms=tuple(t.of.id for t in twins),
    )


def _what(examination: Examination, key: Key) -> str:
    kind, name, whose = key
    wording = examination.wording
    match kind:
        case "matter":
            return f"how a matter of {wording.others[name].phrase if name in wording.others else name} is decided"
        case "quorum":
            return (
                f"how many must be present for a {name}"
                if name == "decision"
                else "how many must be present for debate"
            )
        case "classed":
            return f"of which class of matter it is to {wording.events[name].phrase}"
        case _:
            return f"by which majority {wording.noun(whose)} can {wording.events[name].phrase}"


def says(examination: Examination, norm: Norm) -> str:
    """What a rule says of the thing, in words."""
    wording = examination.wording
    match norm.effect:
        case DecideBy(decision):
            return wording.decision(decision)
        case Classify(_, matter):
            return f"a matter of {wording.others[matter].phrase if matter in wording.others else matter}"
        case Quorum(share):
            return wording.share(share)
        case _:
            return ""


def _declared(examination: Examination, key: Key) -> str:
    event = examination.wording.events[key[1]]
    if key[0] == "decided" and event.decision is not None:
        return examination.wording.decision(event.decision)
    return f"a matter of {event.matter}"


def _asked(twinned: Twinned, key: Key, twins: tuple[Twin, ...]) -> Witness | None:
    """A situation in which both say something, with the question; None where none is found."""
    situation = twinned.situation(*twins)
    if situation is None:
        return None
    kind, name, whose = key
    question = Question("majority", "", matter=name)
    if kind in ("decided", "classed"):
        events = twinned.examination.wording.events
        agent = whose or (events[name].agents[0] if events[name].agents else "")
        question = Question("majority", "", event=Happens(name, agent))
    found = twinned.examination.witness(situation, question)
    return found.replace(question="") if kind == "quorum" else found
