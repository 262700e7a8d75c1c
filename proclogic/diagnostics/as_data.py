"""Diagnostics as plain data, in the shape of `proclogic/schemas/diagnostics-1.schema.json`, and as single lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.render import ordered, severity
from proclogic.layout import clean
from proclogic.sources import Source, Span


def document(
    rulesets: Iterable[str], diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source]
) -> dict[str, Any]:
    """What `check --format json` prints."""
    found = ordered(diagnostics)
    return {
        "schema": "proclogic/diagnostics/1",
        "rulesets": list(rulesets),
        "diagnostics": [_one(d, sources) for d in found],
        "counts": {
            word: sum(1 for d in found if severity(d.code) == word) for word in ("error", "warning", "conflict", "gap")
        },
    }


def _one(d: Diagnostic, sources: Mapping[str, Source]) -> dict[str, Any]:
    return {
        "code": d.code,
        "severity": severity(d.code),
        "message": d.message,
        "place": d.place,
        **_place(d.span, sources),
        "at": d.at,
        "labels": [{"text": label.text, **_place(label.span, sources)} for label in d.labels],
        "notes": list(d.notes),
        "help": list(d.help),
    }


def _place(span: Span, sources: Mapping[str, Source]) -> dict[str, Any]:
    """File, first and last line and column (from 1, the last column excluded); zeros where the file is not known."""
    source = sources.get(span.source)
    (line, column), (last, end) = (source.place(span.start), source.place(span.end)) if source else ((0, 0), (0, 0))
    return {"file": span.source, "line": line, "column": column, "end_line": last, "end_column": end}


def lines(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source]) -> str:
    """Each diagnostic as sentences, one fact a line, without a drawing: for screen readers and e-mail."""
    parts: list[str] = []
    for d in ordered(diagnostics):
        name = f"{severity(d.code).capitalize()} {d.code}"
        parts.append(f"{name}: {clean(d.message)}.")
        source = sources.get(d.span.source)
        where = ", ".join(w for w in (d.place, _file(d.span, source)) if w)
        if where:
            parts.append(f"{name}, where: {where}.")
        if source and source.text[d.span.start : d.span.end].strip():
            parts.append(f"{name}, the words: {clean(source.text[d.span.start : d.span.end])}")
        parts += [f"{name}, here: {clean(d.at)}."] if d.at else []
        for label in d.labels:
            place = _file(label.span, sources.get(label.span.source))
            parts.append(f"{name}, see also: {', '.join(w for w in (clean(label.text), place) if w)}.")
        parts += [f"{name}, note: {clean(note)}." for note in d.notes]
        parts += [f"{name}, help: {clean(text)}." for text in d.help]
    return "".join(f"{part}\n" for part in parts)


def _file(span: Span, source: Source | None) -> str:
    return f"{source.name}, line {source.place(span.start)[0]}" if source else ""
