"""Searches a text with drawn cases: acts one after the other, readings, choices in brackets, single edits.

    proclogic fuzz untoc-cop --examples 5000

    proclogic fuzz my.rules --time 60 --seed 7

    proclogic fuzz untoc-cop my.rules claims.question --each

Several rulesets are searched as one text, all in force at once; with --each, also each by itself.

It looks for rules that contradict each other, rights that end without a word on what then holds, and what you claim in
a file of questions (Always: an NGO may attend meetings. Never: ...). What it finds is made as small as it goes, and
kept: the next search begins with it.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from proclogic.cli.options import (
    COUNTED,
    Layers,
    NoCache,
    Plain,
    Resolve,
    Strict,
    Written,
    WrittenOption,
    options,
    resolved,
)
from proclogic.cli.run import FINDINGS
from proclogic.cli.streams import err, out


def command(
    rulesets: Annotated[
        list[str], typer.Argument(metavar="RULESET... [FILE.question...]", help="Names, files or folders.")
    ],
    examples: Annotated[int, typer.Option(metavar="N", min=1, help="How many cases.")] = 2000,
    seed: Annotated[int, typer.Option(metavar="S", min=0, help="Another seed draws other cases.")] = 0,
    seconds: Annotated[
        float | None, typer.Option("--time", metavar="T", min=0.1, help="Stop after so many seconds.")
    ] = None,
    corpus: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where what was found is kept; beside the rules, otherwise.")
    ] = None,
    each: Annotated[bool, typer.Option("--each", help="Also each of several rulesets by itself.")] = False,
    mapping: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="Which words of the first and of another ruleset are one; in their order."),
    ] = None,
    strict: Strict = False,
    layers: Layers = COUNTED,
    resolve: Resolve = None,
    form: WrittenOption = Written.text,
    plain: Plain = False,
    no_cache: NoCache = False,
) -> int:
    """Prints what was found."""
    from proclogic import testing
    from proclogic.cli import reading, searching
    from proclogic.papers import write

    written = Written.plain.value if plain else form.value
    general = options(strict, layers)
    names, files = testing.of_questions(rulesets)
    reading.check_files(files)
    names = names or testing.asked_in(files)
    read = reading.rulesets(names, cache=not no_cache, as_json=written == "json")
    read = resolved(resolve or (), read, general.layers)
    maps = mapping or []
    if len(maps) >= len(read):
        raise typer.BadParameter("a mapping is between the first ruleset and each of the others")
    between = [
        reading.mapping_between(read[0], other, path, as_json=written == "json")
        for other, path in zip(read[1:], [*maps, *[None] * (len(read) - 1 - len(maps))], strict=True)
    ]
    show = _progress(examples) if sys.stderr.isatty() else None
    how = searching.How(general, examples, seed, seconds, corpus, show)
    found = searching.searches(names, read, between, files, how, each)
    if show is not None:
        err("\n")
    out(write.campaigns(found, written))
    return FINDINGS if any(one.shown for one in found) else 0


def _progress(examples: int) -> Callable[[int], None]:
    """A bar on the standard error, where somebody looks at it."""

    def show(done: int) -> None:
        width = 40
        full = width * min(done, examples) // examples
        err(f"\r[{'#' * full}{'.' * (width - full)}] {done:,} of {examples:,} cases")

    return show
