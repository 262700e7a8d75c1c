"""Examines a ruleset for everything that is looked for. Each kind of finding is a module with `CODES` and `find`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import ModuleType

from proclogic.answers.options import Options
from proclogic.conflicts import (
    checked,
    circles,
    deeming,
    duties,
    gaps,
    inputs,
    majorities,
    meeting,
    never,
    objections,
    pending,
    preconditions,
    redundant,
    statuses,
    substitutions,
    times,
    twice,
)
from proclogic.conflicts.accepting import accepted
from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding, Findings
from proclogic.conflicts.remedies.trying import Settling
from proclogic.conflicts.together import together
from proclogic.norms.mapping import Mapping
from proclogic.norms.model import Ruleset

KINDS: tuple[ModuleType, ...] = (
    checked,
    meeting,
    duties,
    times,
    statuses,
    circles,
    deeming,
    twice,
    inputs,
    majorities,
    preconditions,
    pending,
    objections,
    gaps,
    substitutions,
    never,
    redundant,
)
REMEDIED = 12  # findings for which changes are tried


def conflicts(
    ruleset: Ruleset, options: Options | None = None, codes: Iterable[str] = (), remedied: int = REMEDIED
) -> Findings:
    """Everything that is found in a ruleset, or only what has one of the codes. Changes are tried for the first
    findings (`remedied`)."""
    examination = Examination(ruleset, options)
    wanted = set(codes)
    kinds = [kind for kind in KINDS if not wanted or wanted.intersection(kind.CODES)]
    found = [f for kind in kinds for f in kind.find(examination) if not wanted or f.code in wanted]
    told, let_stand = accepted(examination.ruleset, _numbered(found))
    settling = Settling(examination, KINDS, found)
    return Findings(
        (ruleset.id,),
        tuple(settling.settled(f) if i < remedied else f for i, f in enumerate(told)),
        tuple(let_stand),
        tuple(dict.fromkeys(c for kind in kinds for c in kind.CODES if not wanted or c in wanted)),
        examination.cells,
        examination.unconfirmed,
        examination.complete,
    )


def conflicts_together(
    rulesets: Sequence[Ruleset],
    options: Sequence[Options],
    mappings: Sequence[Mapping | None],
    codes: Iterable[str] = (),
) -> Findings:
    """Everything that is found in several rulesets that are in force at once; what is wrong in one of them alone is
    found once. `mappings` are from the first to each of the others."""
    joint = together(rulesets, options, mappings)
    found = conflicts(joint.ruleset, joint.options, codes)
    of = {p.number: r.id for r in rulesets for p in joint.ruleset.provisions if p.number.startswith(f"{r.id}/")}

    def named(one: Finding) -> Finding:
        # The question is put to all of them at once: no readings can be named for one ruleset.
        witness = one.witness.replace(options=()) if one.witness is not None else None
        blamed = tuple(b.replace(ruleset=of.get(b.provision, b.ruleset)) for b in one.blamed)
        return one.replace(blamed=blamed, witness=witness)

    return found.replace(
        rulesets=tuple(r.id for r in rulesets),
        findings=tuple(map(named, found.findings)),
        accepted=tuple(map(named, found.accepted)),
        notes=joint.notes,
    )


def _numbered(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings by code and place, each with an id of its own."""
    seen: dict[str, int] = {}
    for one in sorted(found, key=lambda f: (f.code, _place(f))):
        seen[one.id] = seen.get(one.id, 0) + 1
        yield one.replace(id=f"{one.id}#{seen[one.id]}") if seen[one.id] > 1 else one


def _place(found: Finding) -> tuple[tuple[str, int], ...]:
    return tuple((b.span.source, b.span.start) for b in found.blamed)
