"""Finding and reading the mapping between two rulesets: the project's own, the library's, or any file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from proclogic.data import data_dir
from proclogic.diagnostics.model import Diagnostic
from proclogic.files import Text, files_near, is_id, read, shown_name
from proclogic.norms.mapping import Mapping, mapping
from proclogic.norms.model import Ruleset
from proclogic.sources import NOWHERE, Source
from proclogic.values import Value

KIND = "mappings"
ENDING = ".mapping"
Loaded = tuple[Mapping | None, list[Diagnostic], dict[str, Source]]


class Found(Value):
    """A file with a mapping between two rulesets, in one of the two directions."""

    path: str
    shown: str


def find(first: str, second: str) -> Found | None:
    """The file for two rulesets, by their ids: `mappings/first--second.mapping` or the other way round, in the folder
    one works in, then in the library; None when there is none."""
    if not all(is_id(name) for name in (first, second)):
        return None
    for shelf in (os.path.join(os.getcwd(), KIND), str(data_dir(KIND))):
        for name in (f"{first}--{second}{ENDING}", f"{second}--{first}{ENDING}"):
            path = os.path.join(shelf, name)
            if os.path.isfile(path):
                return Found(path, _shown(path))
    return None


def load_mapping(path: str | None, first: Ruleset, second: Ruleset) -> Loaded:
    """The mapping from one ruleset to another, what is wrong with it, and its text under the name of its file.

    `path` names the file; without one it is looked for by the ids of the rulesets. The file may be written in either
    direction. The mapping is None when there are errors, or, with nothing wrong, when no file is found.
    """
    found = Found(path, _shown(path)) if path is not None else find(first.id, second.id)
    if found is None:
        return None, [], {}
    text = _text(found)
    if isinstance(text, Diagnostic):
        return None, [text], {}
    from proclogic.syntax.mapping_files import read_mapping

    made, faults = read_mapping(text.source, (first.id, first.vocabulary), (second.id, second.vocabulary))
    return made, faults, {text.source.name: text.source}


def fingerprints(shown: Iterable[str], files: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """The first 12 hex digits of the SHA-256 of mappings, each under the name by which it is shown: one of the files
    named, or one that was found."""
    paths = {_shown(path): path for path in files}
    made: dict[str, str] = {}
    for name in shown:
        found = Found(paths[name], name) if name in paths else find(*Path(name).stem.partition("--")[::2])
        text = _text(found) if found is not None and found.shown == name else None
        if isinstance(text, Text):
            made[name] = text.digest[:12]
    return tuple(made.items())


def in_common(first: Ruleset, second: Ruleset) -> Mapping:
    """The mapping that nobody wrote: the words that both rulesets have."""
    return mapping((first.id, first.vocabulary), (second.id, second.vocabulary))


def between(path: str) -> tuple[str, str] | None:
    """The ids of the rulesets between which a file says it is; None when it cannot be read or does not say."""
    text = _text(Found(path, _shown(path)))
    if isinstance(text, Diagnostic):
        return None
    from proclogic.syntax.mapping_files import between as named

    return named(text.source)


def _text(found: Found) -> Text | Diagnostic:
    if not os.path.exists(found.path):
        return _missing(found)
    return read(found.path, found.shown)


def _missing(found: Found) -> Diagnostic:
    return Diagnostic("E017", f"there is no mapping {found.shown}", NOWHERE, help=files_near(found.path, ENDING))


def _shown(path: str) -> str:
    return shown_name(path, str(data_dir(KIND)), f"{KIND}/")
