"""Lines of a fixed width: wrapping at spaces only, and columns. No word is ever cut, no bracket is ever read."""

from __future__ import annotations

WIDTH = 80

# A control character in a user's text must not steer the reader's terminal: it is shown by its sign instead.
_SIGNS = {code: 0x2400 + code for code in range(32)} | {127: 0x2421} | dict.fromkeys(range(128, 160), 65533)
_SIGNS |= dict.fromkeys((0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), 65533)  # no letters; no file of XML may hold them
_SIGNS |= {ord(space): ord(" ") for space in "\t\n\r\v\f\x85\u2028\u2029"}


def visible(text: str) -> str:
    """The text with its spaces as they are, and a sign for every control character."""
    return text if text.isprintable() else text.translate(_SIGNS)


def clean(text: str) -> str:
    """The text on one line: line ends become spaces, runs of spaces one space."""
    return " ".join(word for word in text.translate(_SIGNS).split(" ") if word)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, but for words that are longer; at least one line."""
    lines: list[str] = []
    line, used = "", 0
    for word in clean(text).split(" "):
        size = columns(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]


def pad(text: str, width: int) -> str:
    """The text filled up with spaces to `width` columns."""
    return text + " " * (width - columns(text))


def statement(prefix: str, text: str, citation: str, at: int, width: int = WIDTH) -> list[str]:
    """A text after `prefix`, wrapped under itself, with its citation in the column that begins at `at`.

    The citation stands beside the last line, so that a statement reads on without a break; one that is wider than its
    column goes below, at the right margin."""
    indent = " " * columns(prefix)
    if not citation:
        lines = wrap(text, width - len(indent))
        return [(prefix if not i else indent) + line for i, line in enumerate(lines)]
    size = columns(citation)
    beside = size <= width - at
    lines = wrap(text, max(at - 2 if beside else width, len(indent) + 10) - len(indent))
    lines = [(prefix if not i else indent) + line for i, line in enumerate(lines)]
    start = at if beside else width - size
    if columns(lines[-1]) + 2 <= start:
        return [*lines[:-1], pad(lines[-1], start) + citation]
    cited = wrap(citation, width - len(indent))
    return [*lines, *(" " * (at if beside else max(width - columns(line), 0)) + line for line in cited)]


def table(
    header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], width: int = WIDTH, spaced: bool = False
) -> list[str]:
    """A table with a ruled header; one record below the other where the columns do not fit into `width`. `spaced` rows
    are parted by an empty line, and none of their columns takes much more than its share."""
    cells = [tuple(clean(cell) for cell in row) for row in (header, *rows)]
    count = len(header)
    longest = [max(max(columns(w) for w in row[i].split(" ")) for row in cells) for i in range(count)]
    natural = [max(columns(row[i]) for row in cells) for i in range(count)]
    free = width - 2 * (count - 1) - sum(longest)
    if free < 0:
        return _records(cells[0], cells[1:], width)
    if spaced:
        natural = [min(n, max(least, width // 3)) for n, least in zip(natural, longest, strict=True)]
    wanted = [n - least for n, least in zip(natural, longest, strict=True)]
    sizes = [
        least + (more if sum(wanted) <= free else free * more // sum(wanted))
        for least, more in zip(longest, wanted, strict=True)
    ]
    lines: list[str] = []
    for number, row in enumerate(cells):
        if spaced and number > 1:
            lines.append("")
        wrapped = [wrap(cell, size) for cell, size in zip(row, sizes, strict=True)]
        for i in range(max(len(cell) for cell in wrapped)):
            parts = [cell[i] if i < len(cell) else "" for cell in wrapped]
            lines.append("  ".join(pad(part, size) for part, size in zip(parts, sizes, strict=True)).rstrip(" "))
        if not number:
            lines.append("  ".join("-" * size for size in sizes))
    return lines


def _records(header: tuple[str, ...], rows: list[tuple[str, ...]], width: int) -> list[str]:
    lines: list[str] = []
    for row in rows:
        if lines:
            lines.append("")
        for name, cell in zip(header, row, strict=True):
            lines += statement(f"{name}: ", cell, "", 0, width)
    return lines
