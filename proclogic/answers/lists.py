"""Lists of cells: who may, what may, where may, and the matrix of actor x act x body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from proclogic.answers.cells import Asker
from proclogic.answers.model import NO, NOT_CONFERRED, Answer, Cited, Matrix, Row, Ruled
from proclogic.answers.options import Options
from proclogic.answers.short import condition
from proclogic.answers.under_choices import choosable, under_choices
from proclogic.answers.wording import Wording
from proclogic.norms.conditions import Is
from proclogic.norms.formulas import conjuncts
from proclogic.norms.model import Accord, Deny, Forbid, Permit, Ruleset
from proclogic.norms.questions import Cell, Fact, Individual, Question
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT

Under = dict[int, tuple[Ruled, ...] | None]  # by the identity of an answer, which the asker keeps
Columns = tuple[tuple[str, str], ...]  # acts with bodies, by id


def matrix(
    ruleset: Ruleset,
    options: Options | None = None,
    actors: Sequence[str] = (),
    acts: Sequence[str] = (),
    bodies: Sequence[str] = (),
    *,
    choices: bool = False,
) -> Matrix:
    """The verdict of every cell. `actors`, `acts`, `bodies` are ids that narrow it down; all declared ones
    otherwise. With `choices` also what each is under the choices of a reader (`Row.under`)."""
    asker = Asker(ruleset, options or Options())
    ruleset = asker.ruleset
    chosen = tuple(actors) or actors_of(ruleset)
    columns = columns_of(ruleset, acts, bodies)
    under: Under | None = {} if choices else None
    rows = [_row(asker, cell_of(asker, actor, act, body), (), under) for actor in chosen for act, body in columns]
    return _table(ruleset, chosen, columns, rows, asker.options.layers)


def part(
    ruleset: Ruleset, whole: Matrix, actors: Sequence[str], acts: Sequence[str], bodies: Sequence[str]
) -> Matrix | None:
    """The part of a whole matrix that `actors`, `acts` and `bodies` narrow it down to; None if it has cells that the
    whole has not."""
    every = [(a, *c) for a in actors_of(ruleset) for c in columns_of(ruleset)]
    known = dict(zip(every, whole.rows, strict=True))
    chosen = tuple(actors) or actors_of(ruleset)
    columns = columns_of(ruleset, acts, bodies)
    cells = [(a, *c) for a in chosen for c in columns]
    if not all(c in known for c in cells):
        return None
    return _table(ruleset, chosen, columns, [known[c] for c in cells], whole.layers)


def _table(
    ruleset: Ruleset, actors: Sequence[str], columns: Columns, rows: Sequence[Row], layers: tuple[str, ...]
) -> Matrix:
    wording = Wording(ruleset.vocabulary)
    cited: dict[str, Cited] = {}
    for row in rows:
        if row.answer is not None:
            cited.update({c.provision: c for c in row.answer.cited})
    return Matrix(
        ruleset.id,
        ruleset.title,
        tuple(wording.bare(a) for a in actors),
        tuple((wording.act(Cell(Individual(()), a)), wording.noun(b, BODY) if b else "") for a, b in columns),
        tuple(rows),
        layers,
        all(r.answer is None or r.answer.complete for r in rows),
        tuple(cited.values()),
        choosable(ruleset, {group for row in rows for one in row.under or () for group, _ in one.when}),
    )


def actors_of(ruleset: Ruleset) -> tuple[str, ...]:
    """The actor kinds worth a row, in the order of declaration: those to whom a norm grants, forbids or accords
    something by
    name, and those without sub-kinds. A wider kind would only repeat its sub-kinds as cases; bodies and officers have a
    row only if some norm speaks of them."""
    named: set[str] = set()
    for norm in ruleset.norms:
        if isinstance(norm.effect, Permit | Forbid | Accord | Deny):
            named.update(p.kind for p in conjuncts(norm.subject) if isinstance(p, Is) and p.sort == ACTOR)
    parents = {p for k in ruleset.vocabulary.kinds if k.sort == ACTOR for p in k.parents}
    bodies = {k.id for k in ruleset.vocabulary.kinds if k.sort == BODY}
    return tuple(
        k.id
        for k in ruleset.vocabulary.kinds
        if k.sort == ACTOR and (k.id in named or not (k.of or k.id in parents or k.id in bodies))
    )


def columns_of(ruleset: Ruleset, acts: Sequence[str] = (), bodies: Sequence[str] = ()) -> Columns:
    """Every act with every body it can be done in, "" for an act that takes none.

    A body that only groups others (a subsidiary body, for working groups) has a column if some norm names it."""
    kinds = [k for k in ruleset.vocabulary.kinds if k.sort == BODY]
    groups = {p for k in kinds for p in k.parents}
    named = {n.effect.body for n in ruleset.norms if isinstance(n.effect, Permit | Forbid)}
    places = [k.id for k in kinds if (k.id in bodies if bodies else k.id not in groups or k.id in named)]
    found: list[tuple[str, str]] = []
    for act in ruleset.vocabulary.acts:
        if not acts or act.id in acts:
            if act.takes_body:
                found += [(act.id, b) for b in places]
            elif not bodies:
                found.append((act.id, ""))
    return tuple(found)


@lru_cache(1000)
def _of_kind(kind: str) -> Individual | None:
    return Individual((kind,)) if kind else None


def cell_of(asker: Asker, actor: str, act: str, body: str) -> Cell:
    """A cell of the matrix, by ids; "" for no body."""
    declared = asker.wording.acts.get(act)
    thing = _of_kind(declared.object) if declared is not None else None
    return Cell(_of_kind(actor) or Individual(("",)), act, _of_kind(body), thing, None, ())


def listing(asker: Asker, question: Question) -> Answer:
    """The answer to a who, what or where question: one row a cell that is not silent."""
    cell = question.cell
    assert cell is not None
    cells: list[Cell] = []
    if question.form == "who":
        cells = [cell.replace(actor=Individual((a,))) for a in actors_of(asker.ruleset)]
    else:
        acts = [cell.act] if question.form == "where" else [a.id for a in asker.ruleset.vocabulary.acts]
        for act in acts:
            bodies = _places(asker, act, cell)
            cells += [cell_of(asker, "", act, b).replace(actor=cell.actor) for b in bodies]
            if question.form == "where" and cell.object is not None:
                cells = [c.replace(object=cell.object) for c in cells]
    rows = tuple(_row(asker, c, question.facts) for c in cells)
    told = tuple(r for r in rows if r.verdict != NOT_CONFERRED or len(r.verdicts) > 1 or r.marks)
    silent = [(c, r) for c, r in zip(cells, rows, strict=True) if r not in told]
    provisions = asker.telling.in_order({g for r in told for g in r.grounds})
    cited = tuple(asker.telling.cite(g) for g in provisions if g in asker.provisions)
    return Answer(
        ruleset=asker.ruleset.id,
        title=asker.ruleset.title,
        question=question.text,
        form=question.form,
        rows=told,
        says=_silent(asker, question.form, cells, silent),
        silent=len(silent),
        grounds=provisions,
        cited=cited,
        layers=tuple(dict.fromkeys(c.layer for c in cited)),
        examined=(asker.counted(), f"{len(rows)} combinations"),
        hypothetical=any(c.layer == "hypothetical" for c in cited),
        silence=asker.ruleset.silence,
        complete=all(r.answer is None or r.answer.complete for r in rows),
        amendments=asker.amendments.on_cells(cells, question.facts, provisions),
    )


def _places(asker: Asker, act: str, cell: Cell) -> list[str]:
    if cell.body is not None and cell.body.kinds:
        return [cell.body.kinds[0]] if asker.session.index.hierarchy.takes_body.get(act) else []
    return [b for a, b in columns_of(asker.ruleset, (act,))]


def _silent(asker: Asker, form: str, cells: Sequence[Cell], silent: Sequence[tuple[Cell, Row]]) -> str:
    """What no rule speaks of: the actors, the bodies, or the acts; an act of which this holds in every body is named
    once."""
    if not silent:
        return ""
    if form == "who":
        return f"No rule confers it on: {', '.join(dict.fromkeys(r.actor for _, r in silent))}."
    if form == "where":
        return f"No rule confers it in: {', '.join(dict.fromkeys(r.body for _, r in silent))}."
    asked = Counter(c.act for c in cells)
    quiet = Counter(c.act for c, _ in silent)
    told: dict[str, None] = {}
    for cell, row in silent:
        nowhere = asked[cell.act] > 1 and quiet[cell.act] == asked[cell.act]
        told[f"{asker.wording.act(cell.replace(body=None))} (in any body)" if nowhere else row.does] = None
    return f"No rule confers: {', '.join(told)}."


def _row(asker: Asker, cell: Cell, facts: Sequence[Fact], under: Under | None = None) -> Row:
    """One cell. `under` keeps what the answers found so far are under choices, where that is wanted."""
    wording = asker.wording
    act = wording.acts.get(cell.act)
    event = wording.events.get(cell.act)
    name = act.phrase if act else event.phrase if event else cell.act
    who = cell.actor.phrase or " ".join(wording.bare(k) for k in cell.actor.kinds)
    body = wording.noun(cell.body.kinds[0], BODY) if cell.body is not None and cell.body.kinds else ""
    thing = wording.noun(cell.object.kinds[0], OBJECT) if cell.object is not None and cell.object.kinds else ""
    does = wording.act(cell)
    if not facts and is_silent(asker, cell):
        return Row(who, name, body, thing, NOT_CONFERRED, (NOT_CONFERRED,), NO, (), "", (), does=does)
    found = asker.shared(cell, facts)
    return Row(
        who,
        name,
        body,
        thing,
        found.verdict,
        found.verdicts,
        found.outcome,
        found.marks,
        condition(found),
        found.grounds,
        found,
        does,
        _under(asker, found, under) if under is not None else (),
    )


def _under(asker: Asker, found: Answer, known: Under) -> tuple[Ruled, ...] | None:
    if id(found) not in known and asker.last is not None:  # then it is the last that was examined
        known[id(found)] = under_choices(asker, asker.last)
    return known[id(found)]


def is_silent(asker: Asker, cell: Cell) -> bool:
    """Whether no grant and no prohibition can touch the cell, judging by what its individuals are."""
    index = asker.session.index
    norms = index.on_cell(cell)
    if not norms:
        return True
    known = asker.session.known(cell, {})
    if not any(index.can_apply(n, known) for n in norms):
        return True
    return not any(isinstance(n.effect, Permit | Forbid) for n, _ in asker.session.needs(cell, {}))
