"""What a file of rules says at its top: what it is, and which other texts it names.

This is asked of every file on every run, so it is found without the parser, and without reading the rest of the file.
"""

from __future__ import annotations

from proclogic.files import Text, is_id
from proclogic.sources import Span


def says(text: Text) -> str:
    """What a file says it is: "ruleset", "vocabulary" or "" for neither."""
    said = [(lines[0][0], word) for word in ("ruleset", "vocabulary") if (lines := _lines(text.source.text, word))]
    return min(said)[1] if said else ""


def id_of(text: Text) -> str:
    """The id that a ruleset gives itself, "" for none."""
    lines = _lines(text.source.text, "ruleset")
    return text.source.text[lines[0][1] :].split("\n")[0].partition("#")[0].strip().rstrip(".") if lines else ""


def head_span(text: Text) -> Span:
    """Where a file says what it is; its beginning when it does not."""
    found = _lines(text.source.text, says(text) or "ruleset")
    return Span(text.source.name, *(found[0] if found else (0, 0)))


def uses(text: str) -> list[str]:
    """The vocabularies that a file names."""
    found: list[str] = []
    for _, start in _lines(text, "uses"):
        first, *rest = text[start:].split("\n")
        said = first.partition("#")[0]
        for line in rest:
            if line.strip() and line[0] not in " \t#":
                break
            said += " " + line.partition("#")[0]
        found += [name.strip().strip('"').strip() for name in said.strip().rstrip(".").split(",")]
    return [name for name in found if is_id(name)]


def rests_on(text: str) -> list[str]:
    """The rulesets that a file amends, extends, applies or is bound by."""
    found = []
    for word in ("amends", "extends", "applies", "bound by"):
        for _, start in _lines(text, word):
            said = text[start:].split("\n")[0].partition("#")[0].strip().rstrip(".")
            found += [part.split()[0].strip('"') for part in said.split(",") if part.split()]
    return [name for name in found if is_id(name) and name != "as"]


def _lines(text: str, word: str) -> list[tuple[int, int]]:
    """Where a line at the top of a file that begins with a word and a colon starts, and where what it says starts."""
    low, mark, at = "\n" + text.lower(), "\n" + word, 0
    found: list[tuple[int, int]] = []
    while (at := low.find(mark, at)) >= 0:
        after = low[at + len(mark) : at + len(mark) + 20]
        if after.lstrip(" \t").startswith(":"):
            found.append((at, at + len(mark) + after.index(":")))  # one less than in `low`, which has a line end more
        at += len(mark)
    return found
