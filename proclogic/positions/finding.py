"""Where positions are: in the `queries/` one works in and in the library's, beside a ruleset of one's own, or at a
path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from proclogic.data import data_dir
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, quoted
from proclogic.files import STDIN, STDIN_NAME, Text, files_near, read, read_stdin, shown_name
from proclogic.positions.model import Position
from proclogic.positions.reading import read_position
from proclogic.sources import Source, Span
from proclogic.values import Value

ENDING = ".position"
_NAMED = re.compile(r"^position[^\S\n]*:[^\S\n]*(\w[\w.-]*?)\.?[^\S\n]*(?:#.*)?$", re.I | re.M)
_TITLED = re.compile(r'^title[^\S\n]*:\s*"([^"]*)"', re.I | re.M)

Loaded = tuple[Position | None, list[Diagnostic], dict[str, Source]]


class Listed(Value):
    """A position as a list shows it. `own` is false for those of the library."""

    id: str
    title: str
    text: Text
    own: bool


def listing(beside: Iterable[str] = ()) -> tuple[Listed, ...]:
    """The positions that can be called by their id, one's own first. Those of the library give way to them."""
    library = data_dir("queries")
    own = [path for folder in beside for path in sorted(Path(folder).glob(f"*{ENDING}"))]
    own += sorted((Path.cwd() / "queries").rglob(f"*{ENDING}"))
    found: dict[str, Listed] = {}
    for path in (*own, *sorted(library.rglob(f"*{ENDING}"))):
        place = os.path.realpath(path)
        text = _read(str(path))
        if place not in found and isinstance(text, Text):
            found[place] = _listed(text, path.stem, own=path in own)
    mine = {listed.id.casefold() for listed in found.values() if listed.own}
    return tuple(listed for listed in found.values() if listed.own or listed.id.casefold() not in mine)


def load(name: str, beside: Iterable[str] = ()) -> Loaded:
    """The position of a name or at a path ("-" is the standard input), what is wrong in it, and the
    texts by the names under which that is shown. The position is None when it has a mistake."""
    text = _find(name, tuple(beside))
    if isinstance(text, Diagnostic):
        return None, [text], {}
    stem = STDIN_NAME if name == STDIN else Path(text.source.name).stem
    position, found = read_position(text.source, stem)
    wrong = any(d.is_error for d in found)
    made = position.replace(hash=(text.source.name, text.digest[:12])) if position is not None else None
    return None if wrong else made, found, {text.source.name: text.source}


def _find(name: str, beside: tuple[str, ...]) -> Text | Diagnostic:
    if name == STDIN:
        return read_stdin()
    if os.sep in name or "/" in name or name.endswith(ENDING):
        return _read(name) if os.path.exists(name) else _unknown_path(name)
    listed = listing(beside)
    called = [one for one in listed if one.id.casefold() == name.casefold()]
    if len(called) > 1:
        first, second = (one.text.source.name for one in called[:2])
        return Diagnostic(
            "E504",
            f"two positions are called “{name}”",
            Span(second, 0, 0),
            notes=(f"they are {first} and {second}",),
            help=(f"name the one that you mean by its path: --position {first}", "or call one of them otherwise"),
        )
    if called:
        return called[0].text
    return _read(name) if os.path.isfile(name) else _unknown(name, listed)


def _read(path: str) -> Text | Diagnostic:
    return read(path, _shown(path))


def _shown(path: str) -> str:
    return shown_name(path, str(data_dir("queries")), "queries/")


def _listed(text: Text, stem: str, own: bool) -> Listed:
    named, titled = _NAMED.search(text.source.text), _TITLED.search(text.source.text)
    return Listed(named[1] if named else stem, " ".join(titled[1].split()) if titled else "", text, own)


def _unknown(name: str, listed: tuple[Listed, ...]) -> Diagnostic:
    known = sorted({one.id for one in listed})
    return Diagnostic(
        "E501",
        f"there is no position called “{name}”",
        notes=(f"I know {quoted(known, 'and')}",) if known else ("I know none",),
        help=(
            *did_you_mean(name, known),
            f"to use a file of your own, name it with its ending: --position my-asks{ENDING}",
        ),
    )


def _unknown_path(path: str) -> Diagnostic:
    return Diagnostic("E501", f"there is no file {_shown(path)}", help=files_near(path, ENDING))
