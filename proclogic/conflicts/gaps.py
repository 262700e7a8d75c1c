"""G205: in a ruleset whose header says `Silence: unregulated`, the cells of the matrix on which no grant, no
prohibition and no statement that nothing is given can bear, whatever the facts.

Only of an act of which some rule speaks (and not of a form of an act of which the same is told); of actors and bodies
that the ruleset itself declares, or that some rule names, since of the rest of a shared vocabulary the text does not
mean to say anything; and not of bodies and officers as actors. One finding an act.
"""

from __future__ import annotations

from collections.abc import Iterator

from proclogic.answers.lists import actors_of, cell_of, columns_of, is_silent
from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding, Witness
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import Is
from proclogic.norms.formulas import atoms, both
from proclogic.norms.model import Forbid, GivesNothing, Norm, Permit
from proclogic.norms.questions import Cell, Question
from proclogic.norms.vocabulary import ACTOR, BODY, SORTS
from proclogic.syntax import printer
from proclogic.values import unique

CODES = ("G205",)
FEW = 4  # names that a message lists; of more it tells the number


def find(examination: Examination) -> Iterator[Finding]:
    """The gaps, act by act."""
    if examination.ruleset.silence != "unregulated":
        return
    meant = _meant(examination)
    kinds = examination.wording.kinds
    organs = {k for sort, k in kinds if sort == BODY or kinds[sort, k].of}
    actors = [a for a in actors_of(examination.ruleset) if (ACTOR, a) in meant and a not in organs]
    columns = [(a, b) for a, b in columns_of(examination.ruleset) if not b or (BODY, b) in meant]
    asked: dict[str, list[Cell]] = {}
    gaps: dict[str, dict[object, Cell]] = {}
    for act in unique(a for a, _ in columns):
        if examination.on(act):
            asked[act] = [cell_of(examination.asker, who, act, b) for who in actors for a, b in columns if a == act]
            examination.cells += len(asked[act])
            silent = (c for c in asked[act] if is_silent(examination.asker, c) and not _is_stated(examination, c))
            gaps[act] = {(c.actor, c.body): c for c in silent}
    for act, cells in gaps.items():
        wider = examination.index.hierarchy.covering_acts(act) - {act}
        if cells and not any(w in gaps and cells.keys() <= gaps[w].keys() for w in wider):
            yield _finding(examination, act, list(cells.values()), len(asked[act]))


def _meant(examination: Examination) -> set[tuple[str, str]]:
    """The kinds that the ruleset declares itself, or some rule names."""
    own = {p.span.source for p in examination.ruleset.provisions}
    found = {(k.sort, k.id) for k in examination.ruleset.vocabulary.kinds if k.span.source in own}
    for norm in examination.norms.values():
        if isinstance(norm.effect, Permit | Forbid | GivesNothing):
            found |= {(BODY, norm.effect.body)}
        found |= {(a.sort, a.kind) for a in atoms(both(norm.subject, norm.condition)) if isinstance(a, Is)}
    return found


def _is_stated(examination: Examination, cell: Cell) -> bool:
    """Whether a provision says that it gives nothing of the cell."""
    index = examination.index
    acts = ("", *index.hierarchy.covering_acts(cell.act))
    return any(
        n.act in acts
        and index.fits(norm, cell)
        and (not n.body or (cell.body is not None and index.can_be(BODY, cell.body, n.body)))
        for norm, n in index.giving_nothing
    )


def _finding(examination: Examination, act: str, cells: list[Cell], asked: int) -> Finding:
    wording = examination.wording
    who, where = (unique(k for c in cells for k in _kinds(c, sort)) for sort in SORTS[:2])
    does = wording.act(cells[0].replace(body=None))
    whole = len(who) * max(1, len(where)) == len(cells)
    if len(where) == 1 or (1 < len(where) <= FEW and not cells[0].object):
        does = listed([wording.act(cells[0]), *(wording.noun(b, BODY) for b in where[1:])], "or")
    elif where:
        does += f", in {len(where)} bodies"
    text = f"no rule says whether {_names([wording.noun(a) for a in who], 'actors')} may {does}"
    notes = [] if whole else [f"This is so of {len(cells)} of {asked} combinations."]
    for sort, kinds in zip(SORTS, (who, where), strict=False):
        if len(kinds) > FEW:
            notes.append(
                f"The {'bodies' if sort == BODY else 'actors'}: {listed(wording.bare(k, sort) for k in kinds)}."
            )
    speaking = {n.provision: n for n in reversed(examination.on(act))}
    return Finding(
        "G205",
        f"G205/{act.replace(' ', '-')}",
        text,
        tuple(examination.blamed(n, "it speaks of others") for n in _in_order(examination, speaking)),
        Witness((), printer.question(Question("may", "", cells[0]), examination.ruleset.vocabulary)),
        notes=tuple(notes),
    )


def _kinds(cell: Cell, sort: str) -> tuple[str, ...]:
    person = cell.actor if sort == ACTOR else cell.body
    return person.kinds if person is not None else ()


def _names(names: list[str], what: str) -> str:
    return listed(names, "or") if len(names) <= FEW else f"{len(names)} {what}"


def _in_order(examination: Examination, norms: dict[str, Norm]) -> list[Norm]:
    return [n for n in examination.norms.values() if norms.get(n.provision) is n]
