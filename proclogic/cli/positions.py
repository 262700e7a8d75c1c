"""Finds the position that a command names and holds rulesets to it, or ends the command with what is wrong."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.cli.asking import circular
from proclogic.cli.faults import tell
from proclogic.cli.run import UNREADABLE, WRONG_COMMAND
from proclogic.files import STDIN
from proclogic.layout import statement
from proclogic.norms.model import Ruleset
from proclogic.positions import finding
from proclogic.positions.judging import assess
from proclogic.positions.model import Assessment, Position

_NOT_THERE = ("E501", "E504")  # the name fits nothing, or more than one position


def named(name: str, rulesets: list[str], as_json: bool) -> Position:
    """The position of a name, or of a path. One beside a ruleset that is named by its path can be called, too."""
    from proclogic.testing import folders

    beside = folders(rulesets)
    if not name:
        raise typer.BadParameter(_known(finding.listing(beside)))
    if name == STDIN and STDIN in rulesets:
        raise typer.BadParameter("the standard input is either the ruleset or the position")
    position, found, sources = finding.load(name, beside)
    if position is not None:
        return position
    from proclogic.diagnostics.render import counts, render

    errors = [d for d in found if d.is_error]
    said = render(errors, sources)
    if sources:
        said += f"\n{name} cannot be used: {counts(errors)}.\n"
    tell(said, as_json, rulesets, errors, sources)
    missing = not sources and errors[0].code in _NOT_THERE
    raise typer.Exit(WRONG_COMMAND if missing else UNREADABLE)


def _known(listed: tuple[finding.Listed, ...]) -> str:
    """The positions that could be named."""
    if not listed:
        return "name a position: --position FILE. There is none in queries/ yet; its file ends in .position"
    wide = max(len(one.id) for one in listed) + 4
    told = [line for one in listed for line in statement(f"  {one.id}".ljust(wide), one.title, "", 0)]
    return "\n".join(["name a position: --position NAME. The positions are:", "", *told])


def assessed(
    position: Position, rulesets: Iterable[Ruleset], options: list[Options], as_json: bool
) -> tuple[Assessment, ...]:
    """Each ruleset held to the position. Ends the command where rules undo each other in a circle."""
    found: list[Assessment] = []
    for ruleset, chosen in zip(rulesets, options, strict=True):
        try:
            found.append(assess(position, ruleset, chosen))
        except Unanswerable as refused:
            tell(circular(ruleset, refused.diagnostics), as_json, [ruleset.id], refused.diagnostics, {})
            raise typer.Exit(UNREADABLE) from None
    return tuple(found)
