"""Runs the questions of queries/, and compares verdict, marks, outcome, readings and rules with what is expected.

    proclogic test untoc-cop --coverage

    proclogic test my.rules claims.question

Files of questions lie beside the rules or in the folder queries, or are named: then these and no others are asked.
"""

from typing import Annotated

import typer

from proclogic.cli.options import NoCache
from proclogic.cli.run import FINDINGS
from proclogic.cli.streams import err, out


def command(
    rulesets: Annotated[
        list[str] | None, typer.Argument(metavar="[RULESET...] [FILE.question...]", help="All, if none is named.")
    ] = None,
    coverage: Annotated[bool, typer.Option("--coverage", help="List the provisions no question touches.")] = False,
    no_cache: NoCache = False,
) -> int:
    """Prints what is not as expected, and the counts."""
    from proclogic import testing
    from proclogic.cli.reading import check_files
    from proclogic.cli.reading import rulesets as load
    from proclogic.diagnostics.render import counts, render
    from proclogic.papers import from_results, write

    if rulesets:
        names, files = testing.of_questions(rulesets)
        check_files(files)
        read = load(names or testing.asked_in(files), cache=not no_cache)
        asked, faults, sources = testing.questions(read, testing.folders(names), files)
    else:
        asked, faults, sources = testing.questions()
        read = load(dict.fromkeys(n for _, expectation in asked for n in expectation.under), cache=not no_cache)
    others = testing.elsewhere(asked, read) if rulesets else set()
    errors = [d for d in faults if d.is_error and d.span.source not in others]
    if errors:
        err(render(errors, sources) + f"\nThese questions cannot be read: {counts(errors)}.\n")
    report = testing.run(asked, read)
    out(write.paper(from_results.paper(report, coverage), "text"))
    return FINDINGS if report.failed or errors else 0
