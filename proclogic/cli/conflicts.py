"""Finds where a text fights itself, leaves a hole, or cannot work.

    proclogic conflicts untoc-cop

    proclogic conflicts my.rules --only C101 --format md

    proclogic conflicts untoc-cop my.rules

Several rulesets are examined as one text, all in force at once; words that they share are one word.

Each finding names the rules to blame, in their own words, a situation that shows it, confirmed by a second evaluation,
and changes of the text that were tried and settle it. What the author lets stand (Accepted: C101 because "...". in the
text) is counted; --accepted shows it.
"""

from typing import Annotated

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
from proclogic.cli.progress import progress
from proclogic.cli.run import FINDINGS, INCOMPLETE
from proclogic.cli.writing import Date, Size, Template, To, Wanted, answer, material
from proclogic.cli.writing import wanted as wanted_file
from proclogic.papers.document import Paper


def command(
    rulesets: Annotated[list[str], typer.Argument(metavar="RULESET...", help="Names, files or folders.")],
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CODE", help="Only this kind of finding; may be repeated.")
    ] = None,
    accepted: Annotated[bool, typer.Option("--accepted", help="Also what the author lets stand.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Each rule whole, and as it was read.")] = False,
    mapping: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="Which words of the first and of another ruleset are one; in their order."),
    ] = None,
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    form: WrittenOption = Written.text,
    plain: Plain = False,
    to: To = None,
    template: Template = None,
    size: Size = None,
    date: Date = None,
    no_cache: NoCache = False,
) -> int:
    """Prints what was found."""
    from proclogic.cli import reading as reading_in
    from proclogic.conflicts.whole import conflicts, conflicts_together
    from proclogic.papers import write

    written = Written.plain.value if plain else form.value
    general = options(strict, layers)
    codes = wanted(only or ())
    file = wanted_file(to, template, size, date)
    read = reading_in.rulesets(rulesets, cache=not no_cache, as_json=written == "json")
    read = resolved(resolve or (), read, general.layers)
    chosen = [general.replace(readings=each) for each in readings(reading or (), read)]
    files = mapping or []
    if len(files) >= len(read):
        raise typer.BadParameter("a mapping is between the first ruleset and each of the others")
    used: list[str] = []
    step = f"Examining {' and '.join(r.id for r in read)}"
    if len(read) == 1:
        with progress(step):
            found = conflicts(read[0], chosen[0], codes)
    else:
        paths = [*files, *[None] * (len(read) - 1 - len(files))]
        between = [
            reading_in.mapping_between(read[0], other, path, as_json=written == "json")
            for other, path in zip(read[1:], paths, strict=True)
        ]
        used = [one.file for one in between if one is not None]
        with progress(step):
            found = conflicts_together(read, chosen, between, codes)

    def paper(of: Wanted) -> Paper:
        from proclogic.papers import made

        return made.findings(found, material(of, read, chosen, used, files), accepted, full)

    answer(write.findings(found, written, accepted, full), file, paper)
    if not found.complete:
        return INCOMPLETE
    return FINDINGS if found.findings else 0


def wanted(texts: "list[str] | tuple[str, ...]") -> tuple[str, ...]:
    """The codes that are named; an unknown one is a mistake in the command line."""
    from proclogic.conflicts.whole import KINDS

    known = {code for kind in KINDS for code in kind.CODES}
    found = tuple(text.strip().upper() for text in texts)
    for code in found:
        if code not in known:
            raise typer.BadParameter(f"conflicts does not look for {code}; it looks for {', '.join(sorted(known))}")
    return found
