"""Writes what a command answers into a file, too: options, checks before the work, the file, the line that tells of it.

    file = writing.wanted(to, template, size, date)      # None without --to; ends the command where it cannot be
    ...
    writing.answer(text, file, paper)                     # paper(file) makes it, where one is wanted

The answer is printed as ever. The paper says all of it, and what a reader away from the screen needs besides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from proclogic.cli import files
from proclogic.cli.progress import progress
from proclogic.cli.run import NO_PROGRAM, WRONG_COMMAND
from proclogic.cli.streams import err, out
from proclogic.drawing import NoProgram
from proclogic.papers.document import Paper
from proclogic.papers.words import capital
from proclogic.papers.writers.files import ENDINGS, BadTemplate, Setting, ready, written
from proclogic.values import Value

if TYPE_CHECKING:
    from proclogic.answers.options import Options
    from proclogic.norms.model import Ruleset
    from proclogic.papers.made import Material
    from proclogic.papers.stamp import Hash

CSV = ".csv"
PAGED = (".docx", ".pdf", ".html")  # what has pages of a size


class PageSize(StrEnum):
    """The sizes of paper."""

    a4 = "a4"
    letter = "letter"


To = Annotated[
    str | None,
    typer.Option("--to", metavar="FILE", help="Write it to a file, too: .docx .html .pdf .xlsx .md .txt ..."),
]
Template = Annotated[
    str | None, typer.Option("--template", metavar="FILE", help="With --to x.docx: a Word file with your letterhead.")
]
Size = Annotated[
    PageSize | None, typer.Option("--paper", metavar="SIZE", help="With --to: a4 (the usual one) or letter.")
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="With --to: the date of the paper, such as 2026-11-22.")
]


class Wanted(Value):
    """A file to write: its path, its ending, how it is made, and the date on it ("2026-11-22")."""

    path: str
    ending: str
    setting: Setting
    date: str


def wanted(
    to: str | None, template: str | None, size: PageSize | None, date: str | None, more: tuple[str, ...] = ()
) -> Wanted | None:
    """The file that the command line asks for; `more` are endings that the command writes besides those of papers.
    Ends the command where the file cannot be written as asked: before work that takes long."""
    if to is None:
        for name, given in (("--template", template), ("--paper", size), ("--date", date)):
            if given is not None:
                raise typer.BadParameter(f"{name} is for a file that is written: name one, as in --to paper.docx")
        return None
    ending = files.ending(to, (*ENDINGS, *more), "files")
    if template is not None and ending != ".docx":
        raise typer.BadParameter(f"--template is for Word: --to paper.docx, not {Path(to).name}")
    if size is not None and ending not in PAGED:
        raise typer.BadParameter(f"--paper is for what has pages: {', '.join(PAGED)}, not {Path(to).name}")
    files.writable(to)
    setting = Setting(size.value if size is not None else PageSize.a4.value, _template(template))
    try:
        ready(ending)
    except NoProgram as missing:
        _missing(missing)
    return Wanted(to, ending, setting, _date(date))


def material(
    file: Wanted,
    rulesets: Sequence[Ruleset],
    options: Sequence[Options],
    mappings: Iterable[str] = (),
    named: Iterable[str] = (),
    others: Iterable[Hash] = (),
    labels: tuple[str, ...] = (),
) -> Material:
    """What the paper rests on; `mappings` are those that were used, by the names under which they are shown, `named`
    the files that the command line names for them; the rest as in `made.Material`."""
    from proclogic.mappings import fingerprints
    from proclogic.papers.made import Material

    found = fingerprints(dict.fromkeys(name for name in mappings if name), named)
    sides = tuple(zip(rulesets, options, strict=True))
    return Material(sides, file.date, (*found, *others), labels)


def answer(
    text: str, file: Wanted | None, paper: Callable[[Wanted], Paper], csv: Callable[[], str] | None = None
) -> None:
    """Writes the file that is wanted, prints the answer, and says that the file was written."""
    if file is not None:
        write(file, paper, csv)
    out(text)
    if file is not None:
        told(file.path)


def write(file: Wanted, paper: Callable[[Wanted], Paper], csv: Callable[[], str] | None = None) -> None:
    """Writes the file, whole or not at all. Ends the command where that cannot be done."""
    with progress(f"Writing {Path(file.path).name}"):
        if file.ending == CSV and csv is not None:
            data = csv().encode("utf-8-sig")  # with the mark by which spreadsheets know the letters
        else:
            try:
                data = written(paper(file), file.ending, file.setting)
            except NoProgram as missing:
                _missing(missing)
            except BadTemplate as wrong:
                _refuse(f"{capital(str(wrong))}.")
    files.write(file.path, data)


def told(path: str) -> None:
    """Says that a file was written."""
    err(f"Wrote {path}\n")


def _missing(missing: NoProgram) -> NoReturn:
    err(f"{missing}\n")
    raise typer.Exit(NO_PROGRAM) from None


def _refuse(text: str) -> NoReturn:
    err(f"{text}\n")
    raise typer.Exit(WRONG_COMMAND) from None


def _template(path: str | None) -> bytes:
    """The template, which must be a file of Word."""
    if path is None:
        return b""
    from io import BytesIO
    from zipfile import is_zipfile

    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        _refuse(f"There is no template {path}.")
    except IsADirectoryError:
        _refuse(f"The template cannot be used: {path} is a folder.")
    except OSError as fault:
        _refuse(f"The template {path} cannot be read: {(fault.strerror or str(fault)).lower()}.")
    if not is_zipfile(BytesIO(data)):
        _refuse(f"The template cannot be used: {path} is no Word file (.docx or .dotx).")
    return data


def _date(text: str | None) -> str:
    from datetime import date

    if text is None:
        return date.today().isoformat()
    try:
        if len(text) == len("2026-11-22"):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise typer.BadParameter(f"write --date as year, month and day, such as 2026-11-22, not {text}")
