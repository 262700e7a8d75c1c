"""Powers of bodies without a majority (G202): a body that has members may decide something, or rules turn on its
decision, and neither the declaration of the event nor a rule, on it or on its class of matter, in any layer, says by
which majority. One finding for each body, with all such decisions and all rules that turn on them; W407 of `check`
notes the first rule that turns on each decision, of bodies without members too.

What a provision accepts is accepted of the decisions on which that provision turns: those of one reason are a finding,
and those that nobody accepts are another."""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.conflicts.accepting import acceptances
from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding, Witness
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import Happens, Is
from proclogic.norms.formulas import atoms, conjuncts
from proclogic.norms.model import Classify, DecideBy, Norm, Permit
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import ACTOR, BODY, Kind
from proclogic.syntax import printer
from proclogic.values import unique

CODES = ("G202",)
MOST = 5  # decisions that are named in one sentence


def find(examination: Examination) -> Iterator[Finding]:
    """The decisions of bodies, in the order in which the text first speaks of them."""
    ruleset = examination.ruleset
    bodies = {k.id: k for k in ruleset.vocabulary.kinds if k.sort == BODY and k.members}
    events = {e.id: e for e in ruleset.vocabulary.events}
    ruled = {n.effect.matter or n.effect.event for n in ruleset.norms if isinstance(n.effect, DecideBy)}
    classed: dict[str, set[str]] = {}
    for norm in ruleset.norms:
        if isinstance(norm.effect, Classify):
            classed.setdefault(norm.effect.event, set()).add(norm.effect.matter)
    turning: dict[tuple[str, str], list[Norm]] = {}
    for norm in examination.norms.values():
        for event, agent in unique(_decisions(norm)):
            if agent in bodies and event in events:
                turning.setdefault((event, agent), []).append(norm)
    missing: dict[str, dict[str, list[Norm]]] = {}
    for (event, agent), norms in turning.items():
        declared = events[event]
        matters = {m for m in (declared.matter, *classed.get(event, ())) if m}
        known = declared.decision is not None and declared.decision.kind != "any one"
        if not (known or event in ruled or matters & ruled):
            missing.setdefault(agent, {})[event] = norms
    reasons = {number: said for (number, code), said in acceptances(ruleset).items() if code in CODES}
    for agent, decisions in missing.items():
        apart: dict[str | None, dict[str, list[Norm]]] = {}
        for event, norms in decisions.items():
            cited = (reasons[n.provision][0].reason for n in _named(norms) if n.provision in reasons)
            apart.setdefault(next(cited, None), {})[event] = norms
        for some in apart.values():
            yield _finding(examination, bodies[agent], some)


def _named(norms: list[Norm]) -> list[Norm]:
    """The norms that are named: of a rule that was carried, the origin is enough."""
    return [n for n in norms if not n.via] or norms


def _decisions(norm: Norm) -> Iterator[tuple[str, str]]:
    """The events, with their agents, on which a norm turns, and that which it lets somebody decide."""
    for formula in (norm.subject, norm.condition):
        for atom in atoms(formula):
            if isinstance(atom, Happens) and atom.count is None:
                yield atom.event, atom.agent
    if isinstance(norm.effect, Permit):
        for part in conjuncts(norm.subject):
            if isinstance(part, Is) and part.sort == ACTOR:
                yield norm.effect.act, part.kind


def _finding(examination: Examination, body: Kind, decisions: dict[str, list[Norm]]) -> Finding:
    named = {event: examination.wording.events[event].phrase for event in decisions}
    who = examination.wording.noun(body.id)
    turning: dict[str, tuple[Norm, list[str]]] = {}
    for event, norms in decisions.items():
        for norm in _named(norms):
            _, on = turning.setdefault(norm.provision, (norm, []))
            on += [named[event]] if named[event] not in on else []
    what = [*named.values()][:MOST]
    if len(named) > MOST:
        what.append(f"{len(named) - MOST} more things")
    question = Question("majority", "", event=Happens(next(iter(decisions)), body.id))
    return Finding(
        "G202",
        f"G202/{body.id.replace(' ', '-')}/{next(iter(decisions)).replace(' ', '-')}",
        f"no rule says by which majority {who} can {listed(what, 'or')}",
        tuple(
            examination.blamed(norm, f"turns on whether {who} can {listed(on, 'or')}" if len(named) > 1 else "")
            for norm, on in turning.values()
        ),
        Witness((), printer.question(question, examination.ruleset.vocabulary)),
        notes=_classes(examination, body),
        norms=unique(n.id for norms in decisions.values() for n in norms),
    )


def _classes(examination: Examination, body: Kind) -> tuple[str, ...]:
    """The classes of matter of which rules say how those who make up the body decide them."""
    found: list[str] = []
    for norm in examination.norms.values():
        match norm.effect:
            case DecideBy(decision, matter) if matter:
                last = decision.failing or decision
                if last.share is None or last.share.of in ("", body.members):
                    word = examination.wording.others.get(matter)
                    found.append(word.phrase if word else matter)
            case _:
                pass
    if not found:
        return ()
    classes = listed([f"matters of {m}" for m in unique(found)], "and")
    return (f"Rules say how {classes} are decided, and not of which class these decisions are.",)
