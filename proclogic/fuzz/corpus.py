"""The cases that earlier searches found, kept in a file for the next search: it replays them first."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from proclogic.fuzz.model import KINDS, Case, Shown

SCHEMA = "proclogic/found/1"


def load(path: Path) -> list[Shown]:
    """The cases in a file; none where there is no such file, or it cannot be read."""
    try:
        data = json.loads(path.read_text("utf-8"))
        entries = data["found"] if data.get("schema") == SCHEMA else []
        return [_shown(one) for one in entries if one.get("kind") in KINDS]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def store(path: Path, ruleset: str, shown: Iterable[Shown]) -> None:
    """Writes the cases, whole or not at all. Raises OSError where the place cannot be written."""
    data = {"schema": SCHEMA, "ruleset": ruleset, "found": [entry(one) for one in shown]}
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".found-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=2)
            file.write("\n")
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def entry(one: Shown) -> dict[str, object]:
    """A case as plain data."""
    return {
        "kind": one.kind,
        "message": one.message,
        "provisions": list(one.provisions),
        "question": one.case.question,
        "options": list(one.case.options),
        "events": list(one.case.events),
        "facts": list(one.case.facts),
        "claim": one.claim,
    }


def _shown(one: dict[str, object]) -> Shown:
    def texts(name: str) -> tuple[str, ...]:
        value = one.get(name, [])
        return tuple(map(str, value)) if isinstance(value, list) else ()

    case = Case(str(one["question"]), texts("options"), texts("events"), texts("facts"))
    return Shown(str(one["kind"]), str(one["message"]), texts("provisions"), case, claim=str(one.get("claim", "")))
