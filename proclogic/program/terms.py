"""How atoms and ids are spelled in the program."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from proclogic.norms.conditions import Atom, Deadline, Happens, Has, Is, Keeps, Reads, ReferredTo, Share

KEPT = 20_000  # spellings remembered: every cell of a matrix spells the same ones


@lru_cache(KEPT)
def quoted(text: str) -> str:
    """An id as a string of the program."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _share(share: Share | None) -> str:
    if share is None:
        return "any"
    sign = "more" if share.strict else "least"
    return f"share({share.over},{share.under},{sign},{quoted(share.base)},{quoted(share.of)})"


def _deadline(deadline: Deadline | None) -> str:
    if deadline is None:
        return "any"
    d = deadline
    return f"time({quoted(d.bound)},{d.amount},{quoted(d.unit)},{quoted(d.side)},{quoted(d.moment)})"


@lru_cache(KEPT)
def term(atom: Atom) -> str:
    """The term of an open question or derived condition."""
    match atom:
        case Is(sort, kind):
            return f"is({sort},{quoted(kind)})"
        case Has(predicate):
            return f"has({quoted(predicate)})"
        case Happens(event, agent, count, deadline):
            return f"happens({quoted(event)},{quoted(agent)},{_share(count)},{_deadline(deadline)})"
        case ReferredTo(body):
            return f"referred({quoted(body)})"
        case Reads(dispute, reading):
            return f"reads({quoted(dispute)},{quoted(reading)})"
        case Keeps(bracket, alternative):
            return f"keeps({quoted(bracket)},{quoted(alternative)})"
        case _:
            assert_never(atom)
