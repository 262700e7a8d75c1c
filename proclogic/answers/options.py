"""How a question is to be asked: what is presumed, which layers count, which readings and numbers are fixed."""

from __future__ import annotations

from proclogic.values import Value


class Options(Value):
    """The choices that go with a question.

    `strict` presumes no duty performed; `layers` are those that count; `readings` are (dispute id, reading name) pairs
    taken as settled; `numbers` are ("parties", 190), ("present", 144), ("voting", 120)."""

    strict: bool = False
    layers: tuple[str, ...] = ("treaty", "rules")
    readings: tuple[tuple[str, str], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
