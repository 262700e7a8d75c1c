"""Lints on quorums and majorities."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Decision, Happens, Share
from proclogic.norms.hierarchy import share_entails
from proclogic.norms.lints.drafted import Drafted, finding, once, together
from proclogic.norms.model import Accord, Classify, DecideBy, Norm, Permit, Quorum
from proclogic.norms.names import cite

_BASES = {
    "voting": "those present and voting",
    "present": "those present",
    "participating": "those participating in the session",
    "all": "all members",
}


def two_bases_of_quorum(text: Drafted) -> list[Diagnostic]:
    """W521: what must be present for a debate is a share of one number, for a decision of another."""
    found: list[Diagnostic] = []
    for one, debate, other, decision in _quorums(text):
        if debate.base != decision.base or (debate.of and decision.of and debate.of != decision.of):
            found.append(
                finding(
                    "W521",
                    other,
                    f"the quorum for decisions is a share of {_base(text, decision)}, "
                    f"that for debate of {_base(text, debate)}",
                    "the quorum for decisions",
                    "count both on one base, or say why they differ",
                    beside=(one, "the quorum for debate"),
                )
            )
    return once(found)


def decisions_by_fewer_than_debate(text: Drafted) -> list[Diagnostic]:
    """W522: a decision needs fewer present than a debate, on the same base."""
    return once(
        finding(
            "W522",
            other,
            "a decision needs fewer present than a debate",
            "the quorum for decisions",
            "see whether the two shares were exchanged",
            beside=(one, "the quorum for debate"),
        )
        for one, debate, other, decision in _quorums(text)
        if share_entails(debate, decision) and not share_entails(decision, debate)
    )


def _quorums(text: Drafted) -> Iterator[tuple[Norm, Share, Norm, Share]]:
    """A quorum for debate and one for decisions of the same body that can both stand in the text."""
    norms = [(n, n.effect) for n in text.norms if isinstance(n.effect, Quorum)]
    for one, a in norms:
        for other, b in norms:
            if (a.purpose, b.purpose) != ("debate", "decision") or not together(one, other):
                continue
            if (a.body == b.body or "" in (a.body, b.body)) and one.condition == other.condition:
                yield one, a.share, other, b.share


def _base(text: Drafted, share: Share) -> str:
    if not share.of:
        return _BASES[share.base]
    kind = text.names.kind("actor", share.of)
    plural = kind.plural if kind else share.of
    tail = {"voting": " present and voting", "present": " present", "participating": " participating in the session"}
    return f"{'all' if share.base == 'all' else 'the'} {plural}{tail.get(share.base, '')}"


def votes_without_quorum(text: Drafted) -> list[Diagnostic]:
    """W523: rules of procedure say of two classes of matter by which part of those present or voting they are decided,
    and not how many must be present. Nothing is said of a text that rests on another one, that has one such rule
    only (the rest may be elsewhere), or of which the author says that it is silent on the quorum."""
    ruleset = text.ruleset
    if ruleset.layer != "rules" or ruleset.amends or ruleset.above or any(p.instrument for p in ruleset.provisions):
        return []
    if any(isinstance(n.effect, Quorum) for n in ruleset.norms):
        return []
    if any("quorum" in s.lower() for p in ruleset.provisions for s in p.silences):
        return []
    rules = [(n, n.effect) for n in text.norms if isinstance(n.effect, DecideBy) and n.effect.matter]
    if len({effect.matter for _, effect in rules}) < 2:
        return []
    for norm, effect in rules:
        if any(s.base in ("voting", "present") for s in _shares(effect.decision)):
            return [
                finding(
                    "W523",
                    norm,
                    "this majority counts those in the room, and no rule says how many must be there",
                    "two votes against one would carry",
                    "write the quorum: A decision requires that a majority of the States Parties are present.",
                )
            ]
    return []


def majorities_of_nobody(text: Drafted) -> list[Diagnostic]:
    """W524: a share is counted of those present and voting in one rule, and of those of a named class in another."""
    counted = [(n, s) for n in text.norms for s in _counted(n) if s.base in ("voting", "present")]
    found: list[Diagnostic] = []
    for norm, share in counted:
        named = next(((n, s) for n, s in counted if s.of and s.base == share.base and together(n, norm)), None)
        if share.of or named is None:
            continue
        found.append(
            finding(
                "W524",
                norm,
                f"this counts {_BASES[share.base]}, and {cite(named[0].provision)} counts {_base(text, named[1])}",
                "whose votes are counted here?",
                "say of whom, in the same words everywhere",
                beside=(named[0], "here the text says of whom"),
            )
        )
    return once(found)


def _counted(norm: Norm) -> list[Share]:
    match norm.effect:
        case DecideBy(decision):
            return _shares(decision)
        case Quorum(share):
            return [share]
        case _:
            return []


def _shares(decision: Decision | None) -> list[Share]:
    found: list[Share] = []
    while decision is not None:
        if decision.share is not None:
            found.append(decision.share)
        decision = decision.failing
    return found


def both_sides_can_win(text: Drafted) -> list[Diagnostic]:
    """W525: a body decides by a share that its opponents can reach as well: half, or less than half, of a base."""
    bodies = text.names.hierarchy.kinds.get("body", ())
    found: list[Diagnostic] = []
    for decision, norm, agents in _decided(text):
        for share in _shares(decision) if all(a in bodies for a in agents) else ():
            double = 2 * share.over
            if double < share.under or (double == share.under and not share.strict):
                found.append(
                    finding(
                        "W525",
                        norm,
                        f"{share.over}/{share.under} can be for a proposal and as many against it: both would carry",
                        "both sides can reach this share",
                        "write: more than half of ..., or a majority of ...",
                    )
                )
    return once(found)


def _decided(text: Drafted) -> Iterator[tuple[Decision, Norm, tuple[str, ...]]]:
    """Each decision rule of the text with the norm that states it (where an event is declared with it: the first norm
    that turns on the event), and those who decide."""
    events = text.names.events
    for norm in text.norms:
        if isinstance(norm.effect, DecideBy):
            event = events.get(norm.effect.event)
            agents = (norm.effect.agent,) if norm.effect.agent else event.agents if event else ()
            yield norm.effect.decision, norm, agents
    seen: set[str] = set()
    for norm in text.norms:
        for atom, _ in text.turns_on(norm):
            event = events.get(atom.event)
            if event is not None and event.decision is not None and event.id not in seen:
                seen.add(event.id)
                yield event.decision, norm, event.agents


def a_fallback_that_is_no_easier(text: Drafted) -> list[Diagnostic]:
    """W526: what decides when a decision fails asks for as much as the decision that failed, or for more."""
    found: list[Diagnostic] = []
    for decision, norm, _ in _decided(text):
        first: Decision | None = decision
        while first is not None and first.failing is not None:
            then = first.failing
            if then.kind == "consensus" or (
                first.share is not None and then.share is not None and share_entails(then.share, first.share)
            ):
                found.append(
                    finding(
                        "W526",
                        norm,
                        "what decides after “failing which” is no easier to reach than what failed",
                        "the second way adds nothing",
                        "ask for less in the second place, or leave it out",
                    )
                )
            first = then
    return once(found)


def easy_out_and_hard_in(text: Drafted) -> list[Diagnostic]:
    """W527: one of a class can shut somebody out by objecting; to let him in after it takes more than a majority."""
    giving: dict[object, list[Norm]] = {}
    for norm in text.norms:
        if isinstance(norm.effect, Accord | Permit):
            giving.setdefault(norm.effect, []).append(norm)
    found: list[Diagnostic] = []
    for norms in giving.values():
        for norm in norms:
            for objection in (a for a, yes in text.turns_on(norm) if not yes and _by_any_one(text, a)):
                for other in norms:
                    share = _share_after(text, other, objection.event) if together(norm, other) else None
                    if share is None:
                        continue
                    found.append(
                        finding(
                            "W527",
                            other,
                            f"one objection shuts out, and {share.over}/{share.under} must be for letting in after it",
                            "whoever wants somebody out needs one voice, whoever wants him in needs this share",
                            "let one majority decide on both: ... unless the Conference decides to exclude it",
                            beside=(norm, "one objection is enough"),
                        )
                    )
    return once(found)


def _share_after(text: Drafted, norm: Norm, objection: str) -> Share | None:
    """The share, of more than half, on which a norm turns beside an objection."""
    acts = [a for a, yes in text.turns_on(norm) if yes]
    if all(a.event != objection for a in acts):
        return None
    shares = (_least(text, a) for a in acts)
    return next((s for s in shares if s is not None and 2 * s.over > s.under), None)


def _by_any_one(text: Drafted, atom: Happens) -> bool:
    """Whether an event is done by any single one of a class of several."""
    kind = text.names.kind("actor", atom.agent)
    event = text.names.events.get(atom.event)
    if kind is None or kind.sole or atom.count is not None or text.names.kind("body", atom.agent):
        return False
    return event is None or event.decision is None or event.decision.kind == "any one"


def _least(text: Drafted, atom: Happens) -> Share | None:
    """The share by which an event is decided in the last place; None where the text gives none."""
    event = text.names.events.get(atom.event)
    if event is None:
        return None
    classes = (n.effect for n in text.norms if isinstance(n.effect, Classify))
    matter = next((c.matter for c in classes if c.event == event.id), event.matter)
    rules = (n.effect for n in text.norms if isinstance(n.effect, DecideBy))
    rule = next((r for r in rules if r.event == event.id or (matter and r.matter == matter)), None)
    shares = _shares(rule.decision if rule else event.decision)
    return shares[-1] if shares else None
