"""Writes figures to files, each with its alternative text beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from proclogic.cli import files
from proclogic.cli.run import NO_PROGRAM
from proclogic.cli.streams import err
from proclogic.drawing import KINDS, NoProgram, accessible_svg, drawn
from proclogic.layout import wrap
from proclogic.papers.document import Figure

ENDINGS = tuple(f".{kind}" for kind in KINDS)
_SIZE = re.compile(r'<svg[^>]* width="([0-9.]+)pt" height="([0-9.]+)pt"')
CM = 72 / 2.54  # points


def check_place(path: str) -> None:
    """Refuses a file name whose ending says no kind of figure, or that cannot be written."""
    files.ending(path, ENDINGS, "figures")
    files.writable(path)


def write_figures(figures: Sequence[Figure], path: str) -> int:
    """Writes figures: to the file named, or, where there are several, to one that ends -1, -2 and so on before the
    ending; says which shows what. Gives the exit code: where Graphviz is missing, it is said how to get it."""
    place = Path(path)
    kind = files.ending(path, ENDINGS, "figures").removeprefix(".")
    for number, figure in enumerate(figures, start=1):
        named = place if len(figures) == 1 else place.with_name(f"{place.stem}-{number}{place.suffix}")
        try:
            data, size = _data(figure, kind)
        except NoProgram as missing:
            err(f"{missing}\n")
            return NO_PROGRAM
        beside = named.with_name(f"{named.stem}.alt.txt")
        files.write(str(named), data)
        files.write(str(beside), ("\n".join((figure.caption, "", *figure.alt)) + "\n").encode("utf-8"))
        err(f"Wrote {named.name} and {beside.name}{size}:\n")
        err("".join(f"    {line}\n" for line in wrap(figure.caption, 76)))
    return 0


def _data(figure: Figure, kind: str) -> tuple[bytes, str]:
    """The file, and how large the figure is in print, where that is known."""
    if kind != "svg":
        return drawn(figure.dot, kind), ""
    svg = accessible_svg(figure.dot, figure.caption, " ".join(figure.alt), figure.name)
    found = _SIZE.search(svg)
    size = f", {float(found[1]) / CM:.1f} x {float(found[2]) / CM:.1f} cm" if found else ""
    return svg.encode("utf-8"), size
