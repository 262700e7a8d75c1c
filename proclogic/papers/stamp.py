"""What a paper was made from and with: for the foot of its pages, and the list of files at its end.

    proclogic 0.1.0; 22 November 2026
    untoc-cop (5d41402abc4b); layers: treaty, rules; readings: all

A reader who has the same files gets the same paper: a file is named with the first 12 hex digits of its SHA-256, and a
ruleset that is put together from several files by those of the list of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic import __version__
from proclogic.answers.chosen import shortened
from proclogic.answers.options import Options
from proclogic.cache import digest
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Section, Table

Hash = tuple[str, str]  # the name under which a file is shown, the first 12 hex digits of its SHA-256
SHORT = 12  # hex digits

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def stamp(
    sides: Sequence[tuple[Ruleset, Options]], date: str, others: Iterable[Hash] = (), labels: Sequence[str] = ()
) -> tuple[str, ...]:
    """The lines of the stamp: the program and the date ("2026-11-22"), then a line for each ruleset with how it was
    asked; `others` are further files that were read, such as a mapping; `labels` name the rulesets otherwise."""
    names = labels or [ruleset.id for ruleset, _ in sides]
    lines = [
        f"{name} ({fingerprint(ruleset.hashes)}); {how(ruleset, options)}"
        for name, (ruleset, options) in zip(names, sides, strict=True)
    ]
    more = [f"{name} ({found})" for name, found in dict.fromkeys(others)]
    first = "; ".join([f"proclogic {__version__}", *more, spelled(date)])
    return (first, *dict.fromkeys(lines))


def files(rulesets: Iterable[Ruleset], others: Iterable[Hash] = ()) -> Section:
    """The list of all files that were read, each with its fingerprint."""
    rows = dict.fromkeys((*(each for ruleset in rulesets for each in ruleset.hashes), *others))
    table = Table(
        "The files from which this was made", ("File", f"SHA-256, the first {SHORT} hexadecimal digits"), tuple(rows)
    )
    return Section("Files", "Made from", (table,), folded=True)


def fingerprint(hashes: Sequence[Hash]) -> str:
    """The fingerprint of a file; of several, that of the list of their names and fingerprints."""
    if len(hashes) == 1:
        return hashes[0][1]
    told = "\n".join(f"{found}  {name.rpartition('/')[2]}" for name, found in hashes)
    return digest(told.encode("utf-8"))[:SHORT]


def how(ruleset: Ruleset, options: Options) -> str:
    """The layers that count, the readings that are followed, the choices that are made in brackets, in short."""
    parts = [f"layers: {', '.join(options.on(ruleset).layers)}"]
    if ruleset.disputes:
        followed = ", ".join(f"{dispute}={reading}" for dispute, reading in options.readings)
        parts.append(f"readings: {f'{followed}, of others all' if followed else 'all'}")
    if ruleset.brackets or ruleset.resolved:
        parts.append(f"brackets: {_resolved(ruleset)}")
    if options.strict:
        parts.append("nothing presumed")
    return "; ".join(parts)


def _resolved(ruleset: Ruleset) -> str:
    if ruleset.choices:
        return ", ".join(ruleset.choices)
    made = [f"{bracket}: {shortened(text) or 'deleted'}" for bracket, text in ruleset.resolved]
    return ", ".join(made) or "none resolved"


def spelled(date: str) -> str:
    """A date as it is written in a paper: "22 November 2026" for "2026-11-22"."""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
