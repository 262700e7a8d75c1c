"""How a question is to be asked: what is presumed, which layers count, which readings and numbers are fixed."""

from __future__ import annotations

from proclogic.norms.model import Ruleset
from proclogic.values import Value


class Options(Value):
    """The choices that go with a question.

    `strict` presumes no duty performed; `layers` are those that count (none named: treaty, rules and the layer that the
    header of the ruleset names); `readings` are (dispute id, reading name) pairs
    taken as settled; `numbers` are ("parties", 190), ("present", 144), ("voting", 120)."""

    strict: bool = False
    layers: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()

    def on(self, ruleset: Ruleset) -> Options:
        """These options with the layers that count in a ruleset, where the question names none."""
        return self if self.layers else self.replace(layers=ruleset.usual_layers)
