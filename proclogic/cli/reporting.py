"""Gathers what a report is made from, and writes it; ends the command where something that was named is of no use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import typer

from proclogic.answers.options import Options
from proclogic.cache import digest
from proclogic.cli import comparing, writing
from proclogic.cli.options import layers, readings, resolved
from proclogic.cli.progress import progress
from proclogic.cli.reading import rulesets as load
from proclogic.cli.run import DONE, INCOMPLETE, WRONG_COMMAND
from proclogic.cli.streams import err
from proclogic.compare.model import Comparison
from proclogic.papers.document import Figure, Paper
from proclogic.report.model import (
    ANSWERS,
    CHANGES,
    COMPARISON,
    FIGURES,
    FINDINGS,
    MATRIX,
    POSITION,
    SECTIONS,
    Asked,
    Material,
    Side,
)
from proclogic.values import Value

OWN = "own"  # --questions own: the questions of queries/
Now = Callable[[str], None]


class Request(Value):
    """What the command line asks for."""

    rulesets: tuple[str, ...]
    sections: tuple[str, ...]
    questions: str
    position: str
    mapping: tuple[str, ...]
    strict: bool
    layers: str
    reading: tuple[str, ...]
    resolve: tuple[str, ...]
    title: str
    cache: bool


def wanted(only: Iterable[str], without: Iterable[str]) -> tuple[str, ...]:
    """The sections that are wanted, of SECTIONS."""
    named = [[part.strip() for text in texts for part in text.split(",") if part.strip()] for texts in (only, without)]
    for name in (*named[0], *named[1]):
        if name not in SECTIONS:
            raise typer.BadParameter(f"there is no section {name}; the sections are {', '.join(SECTIONS)}")
    return tuple(s for s in SECTIONS if (not named[0] or s in named[0]) and s not in named[1])


def reported(request: Request, file: writing.Wanted) -> int:
    """Makes the report and writes it; the exit code."""
    with progress("Reading the rules") as now:
        material = gathered(request, file.date, now)
        from proclogic.report.whole import paper

        now("Laying out the paper")
        made = paper(material)
    writing.write(file, lambda _: made)
    writing.told(file.path)
    if material.complete:
        return DONE
    err("Not everything could be examined completely; the paper says what.\n")
    return INCOMPLETE


def rewritten(path: str, sections: tuple[str, ...], title: str, file: writing.Wanted) -> int:
    """Writes a paper anew that was written before; the exit code."""
    made = read_back(path, sections, title)
    writing.write(file, lambda _: made)
    writing.told(file.path)
    return DONE


# ---------------------------------------------------------------------------------------------------------- gathering


def gathered(request: Request, date: str, now: Now) -> Material:
    """Everything that the report says."""
    names = request.rulesets
    if not names:
        raise typer.BadParameter("name a ruleset, or two to compare them; a written paper is read again by --from")
    if len(names) > 2:
        raise typer.BadParameter("a report is on one ruleset or on two; three or more: proclogic compare")
    if len(set(names)) < len(names):
        raise typer.BadParameter(f"{names[0]} is named twice: name it once, or name another beside it")
    if request.position:  # what is wrong with its name is told before the work
        from proclogic.cli.positions import named

        position = named(request.position, list(names), as_json=False)
    else:
        position = None
    sides, compared = _sides(request)
    asked = None
    if request.questions and ANSWERS in request.sections:  # what is wrong with them is told before the long work
        asked = _asked(names, sides, request, now)
    others = [asked.hash] if asked is not None and asked.hash[1] else []
    others += [position.hash] if position is not None and position.hash[1] else []
    material = Material(
        tuple(_examined(side, request, now) for side in sides),
        request.sections,
        comparison=_compared(compared, request, now) if {COMPARISON, CHANGES} & set(request.sections) else None,
        asked=asked,
        title=request.title,
        date=date,
        others=tuple(others),
    )
    if MATRIX in request.sections:
        from proclogic.papers.variants import choices

        material = material.replace(choices=tuple(one for side in material.sides for one in choices(side.matrix)))
    if FIGURES in request.sections:
        now("Drawing")
        material = material.replace(figures=_figures(material, request))
    if material.comparison is not None and material.comparison.mapping:
        from proclogic.mappings import fingerprints

        used = fingerprints([material.comparison.mapping], request.mapping)
        material = material.replace(others=(*used, *material.others))
    if position is not None and POSITION in request.sections:
        from proclogic.cli.positions import assessed

        now(f"Holding the rules to {position.id}")
        held = assessed(position, [s.ruleset for s in sides], [s.options for s in sides], as_json=False)
        material = material.replace(assessments=held)
    if CHANGES in request.sections and material.comparison is not None and material.comparison.changed:
        from proclogic.papers.from_changes import passages

        changes = ((sides[-1].ruleset.id, passages(material.comparison.changed)),)
        material = material.replace(changes=changes)
    return material


def _sides(request: Request) -> tuple[list[comparing.Side], list[comparing.Side]]:
    """The rulesets that the report is on, and the sides of its comparison: two rulesets, or an overlay with the text
    that it amends; none for a ruleset alone."""
    both = comparing.Apart(request.layers, request.reading, request.resolve)
    apart = (comparing.Apart(), comparing.Apart())
    if len(request.rulesets) == 2:
        sides = comparing.sides(list(request.rulesets), both, apart, request.strict, request.cache, False)
        if len({side.ruleset.id for side in sides}) < 2:
            raise typer.BadParameter("both names are of one ruleset: name it once, or name another beside it")
        return sides, sides
    general = Options(strict=request.strict, layers=layers(request.layers))
    read = resolved(request.resolve, load(request.rulesets, cache=request.cache), general.layers)
    (followed,) = readings(request.reading, read)
    (ruleset,) = read
    options = general.replace(readings=followed)
    alone = [comparing.Side(ruleset, options)]
    if ruleset.counting(options.on(ruleset).layers).unamended is None:
        return alone, []
    return alone, comparing.sides(list(request.rulesets), both, apart, request.strict, request.cache, False)


def _examined(side: comparing.Side, request: Request, now: Now) -> Side:
    from proclogic.answers.worked_out import matrix
    from proclogic.conflicts.worked_out import conflicts

    ruleset, options = side.ruleset, side.options.on(side.ruleset)
    now(f"Asking every actor, act and body of {ruleset.id}")
    found = matrix(ruleset, options, cache=request.cache, choices=True)
    wrong = None
    if FINDINGS in request.sections:
        now(f"Looking for what is wrong with {ruleset.id}")
        wrong = conflicts(ruleset, options, cache=request.cache)
    return Side(ruleset, options, ruleset.counting(options.layers), found, wrong)


def _compared(sides: list[comparing.Side], request: Request, now: Now) -> Comparison | None:
    if not sides:
        if request.mapping:
            raise typer.BadParameter("a mapping is between two rulesets: here is one")
        return None
    now(f"Comparing {sides[0].ruleset.id} with {sides[1].ruleset.id}")
    none: tuple[tuple[str, ...], ...] = ((), (), ())
    found = comparing.compared(sides, list(request.mapping), none, False, "provision", request.cache, False)
    return found[0]


def _figures(material: Material, request: Request) -> tuple[Figure, ...]:
    """What changes, where there is a comparison; else who may do what in each body."""
    if material.comparison is not None:
        from proclogic.figures import overlay

        return overlay.figures(material.comparison)
    from proclogic.figures.worked_out import figures

    (side,) = material.sides
    return figures(side.ruleset, side.options, cache=request.cache)


def _asked(names: Sequence[str], sides: list[comparing.Side], request: Request, now: Now) -> Asked:
    """The questions with their answers."""
    from proclogic import testing

    rulesets = [side.ruleset for side in sides]
    if request.questions == OWN:
        found, faults, sources = testing.questions(rulesets, testing.folders(names))
        others = testing.elsewhere(found, rulesets)
        faults = [d for d in faults if d.span.source not in others]
        shown, mark = "queries/", ("", "")
    else:
        found, faults, sources = testing.questions_in(request.questions, rulesets)
        shown, mark = Path(request.questions).name, _fingerprint(request.questions)
    errors = [d for d in faults if d.is_error]
    if errors:
        from proclogic.diagnostics.render import counts, render

        err(render(errors, sources) + f"\nThese questions cannot be asked: {counts(errors)}.\n")
        raise typer.Exit(WRONG_COMMAND)
    ids = {ruleset.id for ruleset in rulesets}
    ours = [(source, each) for source, each in found if ids & set(each.under)]
    now("Asking the questions")
    results = testing.run(ours, rulesets, [side.options for side in sides]).results
    usual = not (request.strict or request.layers or request.reading or request.resolve)
    told = results if usual else tuple(r.replace(wrong=()) if r.answer is not None else r for r in results)
    order = {name: place for place, name in enumerate(dict.fromkeys(each.name for _, each in ours))}
    placed = sorted(told, key=lambda result: order[result.name])
    beside = 0 if request.questions == OWN else len(found) - len(ours)
    return Asked(shown, tuple(placed), beside, mark)


def _fingerprint(path: str) -> tuple[str, str]:
    try:
        return Path(path).name, digest(Path(path).read_bytes())[:12]
    except OSError:  # it was said what is wrong with it, or it is
        return "", ""


# ----------------------------------------------------------------------------------------------------------- read back


def read_back(path: str, sections: tuple[str, ...], title: str) -> Paper:
    """The paper that a file holds, which `report` or `--to` wrote."""
    from proclogic.report.stored import read

    try:
        data = Path(path).read_text(encoding="utf-8")
    except OSError as fault:
        raise typer.BadParameter(f"I cannot read {path}: {(fault.strerror or str(fault)).lower()}") from None
    except UnicodeDecodeError:
        raise typer.BadParameter(f"{path} is no page and no data that I wrote: it is not UTF-8 text") from None
    try:
        return read(data, Path(path).suffix.lower(), sections, title)
    except ValueError as wrong:
        raise typer.BadParameter(f"{path} cannot be read back: {wrong}") from None
