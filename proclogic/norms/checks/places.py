"""Checks on text that is not agreed: what a deletion leaves."""

from __future__ import annotations

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Keeps
from proclogic.norms.formulas import conjuncts
from proclogic.norms.model import DELETED, Forbid, Norm, Permit, Ruleset
from proclogic.norms.names import Names, cite


def widened(ruleset: Ruleset) -> list[Diagnostic]:
    """W411: a bracket holds where an act is done, or to what, and when it is deleted the act is granted, or forbidden,
    everywhere, or with everything."""
    spans = {b.id: b.span for b in ruleset.brackets}
    names = Names(ruleset.vocabulary)
    narrow: dict[tuple[str, str, str, type], set[str]] = {}
    for norm in ruleset.norms:
        for bracket, chosen in _keeps(norm):
            if chosen != DELETED and isinstance(norm.effect, Permit | Forbid):
                said = narrow.setdefault((norm.provision, bracket, norm.effect.act, type(norm.effect)), set())
                said.update(w for w, named in _named(norm.effect).items() if named)
    found: dict[tuple[str, str, str], Diagnostic] = {}
    for norm in ruleset.norms:
        for bracket, chosen in _keeps(norm) if not norm.via else ():
            effect = norm.effect
            if chosen != DELETED or not isinstance(effect, Permit | Forbid):
                continue
            for what in sorted(narrow.get((norm.provision, bracket, effect.act, type(effect)), ())):
                if _named(effect)[what]:
                    continue
                phrase = names.acts[effect.act].phrase
                verb = "granted" if isinstance(effect, Permit) else "forbidden"
                found.setdefault(
                    (bracket, effect.act, what),
                    Diagnostic(
                        "W411",
                        f"where this bracket is deleted, “{phrase}” is {verb} {_EVERY[what]}",
                        spans.get(bracket, norm.span),
                        cite(norm.provision),
                        f"these brackets hold {_HOLDS[what]}",
                        help=(
                            "if the whole grant is to go, put it into the bracket: [An NGO may attend meetings.]",
                            f'if that is meant, accept it: Accepted: "W411". on a line of {cite(norm.provision)}',
                        ),
                    ),
                )
    return list(found.values())


_BODY, _OBJECT = "body", "object"
_EVERY = {_BODY: "in every body", _OBJECT: "with every object that it takes"}
_HOLDS = {_BODY: "where the act is done", _OBJECT: "what the act is done to"}


def _keeps(norm: Norm) -> list[tuple[str, str]]:
    return [(a.bracket, a.alternative) for a in conjuncts(norm.guard) if isinstance(a, Keeps)]


def _named(effect: Permit | Forbid) -> dict[str, bool]:
    return {_BODY: bool(effect.body), _OBJECT: bool(effect.object)}
