"""Reading the user's files: as text with a name that can be shown, or as a message that says why not."""

from __future__ import annotations

import os
import sys

from proclogic.cache import digest
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean
from proclogic.sources import Source, Span
from proclogic.values import Value

LARGEST = 20 * 1024 * 1024  # bytes; a text of rules has a few hundred thousand
STDIN = "-"
STDIN_NAME = "standard input"


class Text(Value):
    """A file that was read: its source, its SHA-256 (64 hex digits), and the folder it lies in."""

    source: Source
    digest: str
    folder: str


def read(path: str, shown: str) -> Text | Diagnostic:
    """The text of a file, or what is wrong with it. Line ends are made alike, a byte order mark is taken off."""
    try:
        if os.stat(path).st_size > LARGEST:
            return _too_large(shown)
        if not os.path.isfile(path):
            return Diagnostic("E013", f"{shown} is not a file", Span(shown, 0, 0), help=("name a file or a folder",))
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as fault:
        why = (fault.strerror or "the system gives no reason").lower()
        return Diagnostic("E013", f"{shown} cannot be read: {why}", Span(shown, 0, 0))
    return decoded(data, shown, os.path.dirname(os.path.abspath(path)))


def read_stdin() -> Text | Diagnostic:
    """The text that is piped in."""
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except (OSError, ValueError, AttributeError):
        return Diagnostic("E013", "there is nothing to read on standard input", Span(STDIN_NAME, 0, 0))
    return decoded(data, STDIN_NAME, os.getcwd())


def decoded(data: bytes, shown: str, folder: str) -> Text | Diagnostic:
    """The text of some bytes, which must be UTF-8."""
    if len(data) > LARGEST:
        return _too_large(shown)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        return Diagnostic(
            "E012",
            f"{shown} is not UTF-8 text",
            Span(shown, 0, 0),
            notes=(
                "it is UTF-16 text" if wide else f"byte {fault.start + 1} (in line {line}) is {data[fault.start]:#04x}",
            ),
            help=("save it again with the encoding UTF-8",),
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Text(Source(shown, text), digest(data), folder)


def _too_large(shown: str) -> Diagnostic:
    return Diagnostic(
        "E015",
        f"{shown} is larger than {LARGEST // (1024 * 1024)} MB",
        Span(shown, 0, 0),
        help=("check whether this is the file you mean, or split it up",),
    )


def is_id(name: str) -> bool:
    """Whether a name has the form of an id: letters, digits, and -_. within."""
    return bool(name) and all(c.isalnum() or c in "-_." for c in name) and name[0] not in "-."


def rules_files(folder: str) -> tuple[str, ...]:
    """The paths of the .rules files of a folder, by name; none when there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            names = [
                e.name for e in entries if e.name.endswith(".rules") and not e.name.startswith(".") and e.is_file()
            ]
    except OSError:
        return ()
    return tuple(os.path.join(folder, name) for name in sorted(names))


def files_near(path: str, ending: str, folders: bool = False) -> tuple[str, ...]:
    """Help for a path at which nothing is: what is like it among the files of this ending (and folders) beside it."""
    folder, name = os.path.split(path.rstrip("/"))
    try:
        with os.scandir(folder or ".") as entries:
            there = sorted(e.name for e in entries if e.name.endswith(ending) or (folders and e.is_dir()))
    except OSError:
        there = []
    return did_you_mean(name, there) or ("check the name and the folder",)


def shown_name(path: str, library: str, below: str = "rulesets/") -> str:
    """The name under which a file is shown: below the folder one works in, below the library (`below` names its folder
    there), or with its own folder only. Never an absolute path: it names users and machines, and papers are passed
    on."""
    path = os.path.abspath(path)
    for base, prefix in ((os.getcwd(), ""), (library, below)):
        if path.startswith(base.rstrip(os.sep) + os.sep):
            return prefix + path[len(base.rstrip(os.sep)) + 1 :].replace(os.sep, "/")
    return "/".join(path.split(os.sep)[-2:]).lstrip("/")
