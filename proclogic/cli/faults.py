"""Says what is wrong in what was given: in words on the standard error, and as JSON on the standard output where JSON
was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proclogic.cli.streams import err, out
from proclogic.diagnostics.model import Diagnostic
from proclogic.sources import Source


def tell(
    words: str, as_json: bool, names: Iterable[str], found: Iterable[Diagnostic], sources: Mapping[str, Source]
) -> None:
    """Writes `words`; with `as_json` also the findings, as `proclogic/diagnostics/1`."""
    err(words)
    if as_json:
        from proclogic.diagnostics.as_data import document
        from proclogic.papers.write import as_json as written

        out(written(document(names, found, sources)))
