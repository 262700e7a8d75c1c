"""A small ruleset with a dispute and a bracket, its matrix as a page, and what the engine says under choices."""

from __future__ import annotations

from functools import cache

from proclogic import compiled
from proclogic.answers import lists
from proclogic.answers.model import Matrix
from proclogic.answers.options import Options
from proclogic.norms.model import Ruleset
from proclogic.norms.resolving import resolve
from proclogic.papers import from_matrix
from proclogic.papers.document import Paper
from proclogic.papers.words import join, verdict_words
from proclogic.sources import Source
from tests.papers import whole

RULES = """Ruleset: club.
Language: 1.
Title: "Rules of a chess club".
Source: "Rules of a chess club".
Layer: rules.
Certainty: verbatim.
Silence: not conferred.

Actor: member.
Actor: guest.
Disjoint: member, guest.
Body: the assembly, of members.
Officer: the chair, of the assembly.
Act: speak, in a body.
Act: vote, in a body.
Act: watch, a body.
Event: invite it, by the chair.

1      A member may speak and vote in the assembly.

2      A guest may watch the assembly.
       Dispute "watch": "watch the assembly".
       Reading "from the door": nothing more.
       Reading "from inside": A guest may speak in the assembly if the chair invites it.

3      A guest [may | by: Group A][may not | by: Group B] vote in the assembly.
"""


@cache
def ruleset() -> Ruleset:
    found, faults, _ = compiled.ruleset([Source("club.rules", RULES)], {}, "club")
    assert found is not None, faults
    return found


@cache
def matrix() -> Matrix:
    return lists.matrix(ruleset(), choices=True)


def page() -> Paper:
    """The matrix with what a whole report has around it: every block of the model."""
    made, every = from_matrix.page(matrix()), whole.paper()
    return every.replace(blocks=(*made.blocks, *every.blocks), choices=(*made.choices, *every.choices))


def answers(readings: tuple[tuple[str, str], ...] = (), brackets: tuple[tuple[str, str], ...] = ()) -> set[str]:
    """What the engine says of every row once choices are made: "guest, vote, the assembly: by leave"."""
    chosen = lists.matrix(resolve(ruleset(), dict(brackets)), Options(readings=readings))
    return {f"{r.actor}, {r.act}, {r.body}: {join([verdict_words(v) for v in r.verdicts], 'or')}" for r in chosen.rows}
