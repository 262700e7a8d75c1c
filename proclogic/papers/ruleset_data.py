"""A ruleset in its intermediate form as plain data, for `export --to json`."""

from __future__ import annotations

from typing import Any

from proclogic.norms.model import Ruleset
from proclogic.values import Value


def data(ruleset: Ruleset) -> dict[str, Any]:
    """The ruleset, as `proclogic/ruleset/1`: each value with its class under "is", positions left out."""
    return {"schema": "proclogic/ruleset/1", **_plain(ruleset)}


def _plain(value: object) -> Any:
    if isinstance(value, Value):
        fields = {name: _plain(getattr(value, name)) for name in value._fields if name != "span"}
        return {"is": type(value).__name__, **fields}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
