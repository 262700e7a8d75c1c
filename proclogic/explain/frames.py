"""The sentence frames of a language: every word of an explanation that is not the ruleset's own.

A frame is a text with named holes. A second language is a second file beside `en.toml` with the same keys: no code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PLACE = Path(__file__).parent / "frames"


class Frames:
    """Looks up and fills frames. `KeyError` for a key that the file does not have."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def __call__(self, key: str, **holes: str) -> str:
        """The frame, filled. Blanks that an empty hole leaves are closed up."""
        return " ".join(self.texts[key].format(**holes).split()).replace(" ,", ",").replace(" .", ".")

    def listed(self, words: list[str] | tuple[str, ...], last: str = "and") -> str:
        """Words as a list: "a, b and c"; `last` is "and" or "or"."""
        told = [w for w in words if w]
        if len(told) < 2:
            return "".join(told)
        return self(f"list.{last}", first=self.texts["list.comma"].join(told[:-1]), last=told[-1])


@cache
def frames(language: str = "en") -> Frames:
    """The frames of a language. `LookupError` where there is no file for it."""
    path = PLACE / f"{language}.toml"
    if not path.is_file():
        raise LookupError(f"no sentence frames for {language}; there are: {', '.join(languages())}")
    tables = tomllib.loads(path.read_text("utf-8"))
    return Frames({f"{name}.{key}": text for name, table in tables.items() for key, text in table.items()})


def languages() -> list[str]:
    """The languages there are frames for."""
    return sorted(p.stem for p in PLACE.glob("*.toml"))
