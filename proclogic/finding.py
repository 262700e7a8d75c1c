"""Where rulesets are: the project's own, the shipped ones, and any file or folder."""

from __future__ import annotations

import os

from proclogic.data import data_dir
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, quoted
from proclogic.files import STDIN, Text, files_near, is_id, read, read_stdin, rules_files, shown_name
from proclogic.sources import NOWHERE
from proclogic.values import Value


class Place(Value):
    """Where a ruleset is: its id, and the paths of its files (none for standard input)."""

    id: str
    files: tuple[str, ...]


def find(name: str) -> Place | Diagnostic:
    """The place of a ruleset that is named by its id, by the path of a file or folder, or by "-" for standard input.

    An id is looked for in the folder `rulesets` one works in, then in the library. What looks like a path is a path.
    """
    if name == STDIN:
        return Place("standard-input", ())
    is_path = any(s in name for s in (os.sep, "/")) or name.endswith(".rules") or name in (".", "..")
    if not is_path and is_id(name):
        for shelf in shelves():
            files = rules_files(os.path.join(shelf, name))
            if files:
                return Place(name, files)
    if os.path.isdir(name):
        files = rules_files(name)
        label = os.path.basename(os.path.abspath(name))
        return Place(label, files) if files else _no_rules(name)
    if os.path.exists(name):
        return Place(os.path.splitext(os.path.basename(name))[0], (name,))
    return _unknown(name, is_path)


def shelves() -> tuple[str, ...]:
    """The folders with a folder for each ruleset: the project's own, then the library."""
    return tuple(dict.fromkeys((os.path.join(os.getcwd(), "rulesets"), _library())))


def folders(shelf: str) -> list[str]:
    """The names of the folders on a shelf; none when there is no such shelf."""
    try:
        with os.scandir(shelf) as entries:
            return sorted(e.name for e in entries if e.is_dir() and not e.name.startswith((".", "_")))
    except OSError:
        return []


def texts_at(place: Place) -> tuple[list[Text], list[Diagnostic]]:
    """The files at a place that can be read, and what is wrong with the others."""
    library = _library()
    found = [read(path, shown_name(path, library)) for path in place.files] if place.files else [read_stdin()]
    return [t for t in found if isinstance(t, Text)], [d for d in found if isinstance(d, Diagnostic)]


def with_guess(found: Diagnostic) -> Diagnostic:
    """A message on a vocabulary that is not there, with the nearest that is."""
    if found.code != "E210":
        return found
    wanted = found.message.partition("“")[2].partition("”")[0]
    return found.replace(help=(*did_you_mean(wanted, _ids()), *found.help))


def _library() -> str:
    return str(data_dir("rulesets"))


def _ids() -> list[str]:
    return sorted({name for shelf in shelves() for name in folders(shelf)})


def _unknown(name: str, is_path: bool) -> Diagnostic:
    if is_path:
        message = f"there is no file or folder {shown_name(name, _library())}"
        return Diagnostic("E010", message, NOWHERE, help=files_near(name, ".rules", folders=True))
    known = _ids()
    close = did_you_mean(name, known)
    return Diagnostic(
        "E010",
        f"there is no ruleset called “{name}”",
        NOWHERE,
        notes=(f"I know {quoted(known, 'and')}",) if known and not close else (),
        help=(
            *close,
            "to see all of them: proclogic rulesets",
            "to read a file of your own, name it with its ending: my-rules.rules",
        ),
    )


def _no_rules(name: str) -> Diagnostic:
    return Diagnostic(
        "E011",
        f"the folder {shown_name(name, _library())} has no file that ends in .rules",
        NOWHERE,
        help=("put a text ending .rules there: the README has a short one to start from",),
    )
