"""A ruleset in which every word is called otherwise, with the mapping to it."""

from __future__ import annotations

from typing import Any

from proclogic.norms.conditions import Deadline
from proclogic.norms.mapping import Mapping, declared, mapping
from proclogic.norms.model import Ruleset
from proclogic.values import Value


def renamed(value: Any, names: dict[str, str]) -> Any:
    """A value with every declared id in it exchanged. (The unit of a deadline is of the language, not declared.)"""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(renamed(part, names) for part in value)
    if isinstance(value, Value):
        made = type(value)(*(renamed(getattr(value, field), names) for field in value._fields))
        return made.replace(unit=value.unit) if isinstance(value, Deadline) else made
    return value


def called_otherwise(old: Ruleset) -> tuple[Ruleset, Mapping]:
    """The ruleset with other words throughout, and the mapping to it."""
    names = {term.id: f"new {term.id}" for term in declared(old.vocabulary)}
    new = renamed(old, names).replace(id="renamed")
    pairs = zip(declared(old.vocabulary), declared(new.vocabulary), strict=True)
    written = [(a, b, "") for a, b in pairs]
    return new, mapping((old.id, old.vocabulary), (new.id, new.vocabulary), written, file="renamed.mapping")
