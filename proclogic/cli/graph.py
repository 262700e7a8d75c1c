"""Figures: who may do what, where, by which rule; the way of an actor; which rule prevails; two rulesets overlaid.

    proclogic graph untoc-cop --body "the Conference" --to figure.svg

    proclogic graph untoc-cop --actor NGO --to way.pdf

    proclogic graph untoc-cop uncac-cosp --to changes.png

Writes .svg, .png, .pdf or .dot, with an alternative text beside it (figure.alt.txt); several figures where one would
not fit on a page. Prints the table of the same entitlements; without --to, also the alternative text.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from proclogic.cli.options import (
    COUNTED,
    Layers,
    NoCache,
    Plain,
    Readings,
    Resolve,
    Strict,
    Written,
    WrittenOption,
    options,
    readings,
    resolved,
)
from proclogic.cli.streams import out

if TYPE_CHECKING:
    from proclogic.papers.document import Figure

Names = list[str] | None


class Kind(StrEnum):
    """What is drawn."""

    entitlements = "entitlements"
    overrides = "overrides"
    statuses = "statuses"


def command(
    rulesets: Annotated[
        list[str], typer.Argument(metavar="RULESET [RULESET]", help="One, or two to lay over another.")
    ],
    actor: Annotated[Names, typer.Option(metavar="NAME", help="The way of this actor; may be repeated.")] = None,
    body: Annotated[Names, typer.Option(metavar="NAME", help="Only in this body; may be repeated.")] = None,
    act: Annotated[Names, typer.Option(metavar="NAME", help="Only this act; may be repeated.")] = None,
    kind: Annotated[
        Kind, typer.Option(metavar="KIND", help="entitlements, overrides or statuses.")
    ] = Kind.entitlements,
    to: Annotated[str | None, typer.Option("--to", metavar="FILE", help="Write .svg, .png, .pdf or .dot.")] = None,
    mapping: Annotated[Names, typer.Option(metavar="FILE", help="A mapping between the words of the two.")] = None,
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    form: WrittenOption = Written.text,
    plain: Plain = False,
    no_cache: NoCache = False,
) -> int:
    """Draws figures, and prints what they say."""
    from proclogic.cli import figures as files

    if to is not None:
        files.check_place(to)
    _fitting(len(rulesets), kind, actor, body, act, mapping)
    as_json = form is Written.json and not plain
    if len(rulesets) == 2:
        said = (layers, tuple(reading or ()), tuple(resolve or ()))
        names = tuple(tuple(some or ()) for some in (actor, act, body))
        title, found = _overlay(rulesets, said, names, mapping, strict, not no_cache, as_json)
    else:
        general = options(strict, layers)
        from proclogic.cli.reading import rulesets as load

        (read,) = load(rulesets, cache=not no_cache, as_json=as_json)
        (read,) = resolved(resolve or (), (read,), general.layers)
        (followed,) = readings(reading or (), (read,))
        from proclogic.cli.naming import named
        from proclogic.cli.waiting import waiting
        from proclogic.figures.worked_out import figures

        with waiting(f"Working out what {read.id} gives to whom; this is kept for the next time"):
            found = figures(
                read,
                general.replace(readings=followed),
                kind.value,
                named("actor", actor or [], read),
                named("act", act or [], read),
                named("body", body or [], read),
                cache=not no_cache,
            )
        title = f"{_TITLES[kind]} under {read.id}{f': {read.title}' if read.title else ''}"
    from proclogic.figures.paper import EMPTY, NO_COMMON, NO_OVERRIDE, NO_STATUS, data, paper
    from proclogic.papers import write

    if as_json:
        out(write.as_json(data(found)))
    else:
        why = {Kind.overrides: NO_OVERRIDE, Kind.statuses: NO_STATUS}.get(kind, EMPTY)
        if len(rulesets) == 2 and not (actor or body or act):
            why = NO_COMMON
        told = paper(title, found, to is None, empty=why)
        out(write.paper(told, Written.plain.value if plain else form.value))
    return files.write_figures(found, to) if to is not None else 0


_TITLES = {
    Kind.entitlements: "Who may do what",
    Kind.overrides: "Which rule prevails over which",
    Kind.statuses: "Who gets, and can lose, which status",
}


def _overlay(
    rulesets: list[str],
    said: tuple[str, tuple[str, ...], tuple[str, ...]],
    names: tuple[tuple[str, ...], ...],
    mapping: Names,
    strict: bool,
    cache: bool,
    as_json: bool,
) -> "tuple[str, tuple[Figure, ...]]":
    """Two rulesets on one layout."""
    from proclogic.cli import comparing
    from proclogic.cli.waiting import waiting
    from proclogic.figures import overlay

    sides = comparing.sides(
        rulesets, comparing.Apart(*said), (comparing.Apart(), comparing.Apart()), strict, cache, as_json
    )
    with waiting("Comparing the two; this is kept for the next time"):
        (found,) = comparing.compared(sides, mapping or [], names, True, "actor", cache, as_json)
    return f"What changes from {found.a.label or found.a.id} (A) to {found.b.label or found.b.id} (B)", overlay.figures(
        found
    )


def _fitting(count: int, kind: Kind, actor: Names, body: Names, act: Names, mapping: Names) -> None:
    """Refuses what cannot be drawn."""
    if count > 2:
        raise typer.BadParameter("a figure shows one ruleset, or two laid over each other")
    if count == 2 and kind is not Kind.entitlements:
        raise typer.BadParameter(f"--kind {kind.value} is drawn of one ruleset")
    if count == 1 and mapping:
        raise typer.BadParameter("a mapping is between two rulesets: name both")
    if (kind is Kind.overrides and (actor or body or act)) or (kind is Kind.statuses and (body or act)):
        raise typer.BadParameter(f"--kind {kind.value} is drawn as a whole: leave out --actor, --body and --act")
