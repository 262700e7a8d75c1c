"""What is declared and not used, and what the text leaves to nobody."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Deadline, Decision, Happens
from proclogic.norms.exchange import SAID, terms
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Classify, DecideBy, Forbid, Norm, Oblige, Permit, Ruleset
from proclogic.norms.names import cite
from proclogic.norms.vocabulary import Event, Predicate, Vocabulary, Word


def never_used(ruleset: Ruleset, own: Vocabulary) -> list[Diagnostic]:
    """W403: what the ruleset itself declares, a rule uses.

    Kinds, acts and objects are left out: a question may ask what an actor that no rule names may do, and that is an
    answer too.
    """
    used = _used(ruleset)
    declared: list[Predicate | Event | Word] = [*own.predicates, *own.events, *own.words]
    return [
        Diagnostic(
            "W403",
            f"“{one.phrase}” is declared, and no rule uses it",
            one.span,
            at="never used",
            help=("use it, or leave the declaration out",),
        )
        for one in declared
        if one.id not in used and one.phrase not in used
    ]


def _used(ruleset: Ruleset) -> set[str]:
    used: set[str] = set()
    for norm in ruleset.norms:
        used |= {term for part, term in terms(norm) if part == SAID}
        for part in (norm.subject, norm.condition):
            for atom in atoms(part):
                if isinstance(atom, Happens):
                    used.add(atom.event)
                    used |= _moments(atom.deadline)
        used |= _of_effect(norm)
        for limit in norm.limits:
            used |= {limit.phrase, limit.unit}
    for event in ruleset.vocabulary.events:
        used.add(event.matter)
    for one in ruleset.vocabulary.inputs:
        used |= {one.what, one.before}
    return used


def _moments(deadline: Deadline | None) -> set[str]:
    return {deadline.moment} if deadline else set()


def _of_effect(norm: Norm) -> set[str]:
    match norm.effect:
        case Permit(act) | Forbid(act):
            return {act}
        case Oblige(event, _, deadline):
            return {event} | _moments(deadline)
        case DecideBy(_, matter, event):
            return {matter, event}
        case Classify(event, matter):
            return {matter, event}
        case _:
            return set()


def judgements_without_judge(ruleset: Ruleset) -> list[Diagnostic]:
    """W401: open-textured words that a rule uses and nobody is named to apply."""
    first: dict[str, Norm] = {}
    for norm in ruleset.norms:
        for part, term in terms(norm):
            if part == SAID:
                first.setdefault(term, norm)
    return [
        Diagnostic(
            "W401",
            f"nobody is named to judge what is “{p.phrase}”",
            first[p.id].span,
            cite(first[p.id].provision),
            "an answer may turn on this word",
            help=("name the judge in the declaration, if the text does: judged by ...",),
        )
        for p in ruleset.vocabulary.predicates
        if p.role == "judgement" and not p.judge and p.id in first
    ]


def decisions_without_majority(ruleset: Ruleset) -> list[Diagnostic]:
    """W407: decisions of a body for which neither the declaration nor a rule gives the majority."""
    ruled = {n.effect.matter or n.effect.event for n in ruleset.norms if isinstance(n.effect, DecideBy)}
    classed = {n.effect.event: n.effect.matter for n in ruleset.norms if isinstance(n.effect, Classify)}
    bodies = {k.id: k for k in ruleset.vocabulary.kinds if k.sort == "body"}
    first: dict[str, tuple[Norm, str]] = {}
    for norm in ruleset.norms:
        for atom in (*atoms(norm.subject), *atoms(norm.condition)):
            if isinstance(atom, Happens) and atom.agent in bodies and atom.count is None:
                first.setdefault(atom.event, (norm, atom.agent))
    found: list[Diagnostic] = []
    for event in ruleset.vocabulary.events:
        matter = event.matter or classed.get(event.id, "")
        if event.id not in first or _decides(event.decision) or event.id in ruled or (matter and matter in ruled):
            continue
        norm, agent = first[event.id]
        body = bodies[agent]
        found.append(
            Diagnostic(
                "W407",
                f"no rule gives the majority by which {body.article} {body.phrase} can “{event.phrase}”",
                norm.span,
                cite(norm.provision),
                "this rule depends on that decision",
                notes=(f"it is a matter of {matter}, and no rule says how such a matter is decided",) if matter else (),
                help=(
                    f"write it, if the text does: Whether {body.article} {body.phrase} {event.third} is decided by ...",
                ),
            )
        )
    return found


def _decides(decision: Decision | None) -> bool:
    return decision is not None and decision.kind != "any one"
