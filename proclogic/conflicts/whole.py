"""Examines a ruleset for everything that is looked for. Each kind of finding is a module with `CODES` and `find`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

from proclogic.answers.options import Options
from proclogic.conflicts import circles, duties, majorities, meeting, statuses, times, twice
from proclogic.conflicts.accepting import accepted
from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding, Findings
from proclogic.conflicts.remedies import tried
from proclogic.norms.model import Ruleset

KINDS: tuple[ModuleType, ...] = (meeting, duties, times, statuses, circles, twice, majorities)
REMEDIED = 12  # findings for which changes are tried


def conflicts(ruleset: Ruleset, options: Options | None = None, codes: Iterable[str] = ()) -> Findings:
    """Everything that is found in a ruleset, or only what has one of the codes."""
    examination = Examination(ruleset, options)
    wanted = set(codes)
    kinds = [kind for kind in KINDS if not wanted or wanted.intersection(kind.CODES)]
    found = [f for kind in kinds for f in kind.find(examination) if not wanted or f.code in wanted]
    told, let_stand = accepted(examination.ruleset, _numbered(found))
    return Findings(
        (ruleset.id,),
        tuple(f.replace(remedies=tried(examination, f)) if i < REMEDIED else f for i, f in enumerate(told)),
        tuple(let_stand),
        tuple(dict.fromkeys(code for kind in kinds for code in kind.CODES)),
        examination.cells,
        examination.unconfirmed,
    )


def _numbered(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings by code and place, each with an id of its own."""
    seen: dict[str, int] = {}
    for one in sorted(found, key=lambda f: (f.code, _place(f))):
        seen[one.id] = seen.get(one.id, 0) + 1
        yield one.replace(id=f"{one.id}#{seen[one.id]}") if seen[one.id] > 1 else one


def _place(found: Finding) -> tuple[tuple[str, int], ...]:
    return tuple((b.span.source, b.span.start) for b in found.blamed)
