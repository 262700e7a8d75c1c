"""Diagnostics as text: the code and what is wrong, the rule, the words marked in their line, notes and help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proclogic.diagnostics.model import Diagnostic
from proclogic.layout import WIDTH, columns, wrap
from proclogic.sources import Source, Span

SEVERITY = {"E": "error", "W": "warning", "C": "conflict", "G": "gap"}
SHOWN = 4  # lines of a long span that are shown


def severity(code: str) -> str:
    """ "error", "warning", "conflict" or "gap", by the letter of the code."""
    return SEVERITY.get(code[:1], "error")


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics in the order of the text: by file, place and code; none twice."""
    found = {(d.span.source, d.span.start, d.span.end, d.code, d.message): d for d in diagnostics}
    return tuple(found[key] for key in sorted(found))


def render(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], width: int = WIDTH) -> str:
    """Several diagnostics, one below the other, ordered by place. Ends with a line end unless there are none."""
    return "\n".join("\n".join(_one(d, sources, width)) + "\n" for d in ordered(diagnostics))


def _one(d: Diagnostic, sources: Mapping[str, Source], width: int) -> list[str]:
    source = sources.get(d.span.source)
    numbers = [source.place(d.span.end)[0]] if source else []
    numbers += [sources[la.span.source].place(la.span.end)[0] for la in d.labels if la.span.source in sources]
    gutter = len(str(max(numbers, default=0))) + 1
    head = f"{severity(d.code)}[{d.code}]: "
    lines = [(head if not i else "    ") + line for i, line in enumerate(wrap(d.message, width - len(head)))]
    where = _where(d, source, width - gutter - 4)
    if where:
        lines.append(f"{' ' * gutter}--> {where}")
    bar = f"{' ' * gutter} |"
    if source:
        lines += [bar, *_snippet(source, d.span, "^", d.at, gutter, width)]
    for label in d.labels:
        if label.span.source in sources:
            other = sources[label.span.source]
            if label.span.source != d.span.source:
                lines.append(f"{' ' * gutter} ::: {other.name}, line {other.place(label.span.start)[0]}")
            lines += [bar, *_snippet(other, label.span, "-", label.text, gutter, width)]
    if source and (d.notes or d.help):
        lines.append(bar)
    for word, texts in (("note", d.notes), ("help", d.help)):
        for text in texts:
            lines += _advice(f"{' ' * gutter} = {word}: ", text, width)
    return lines


def _where(d: Diagnostic, source: Source | None, width: int) -> str:
    """The citation, then the file and its line."""
    file = f"{source.name}, line {source.place(d.span.start)[0]}" if source else ""
    return f"{d.place:<{max(min(30, width - len(file) - 2), 1)}}  {file}" if d.place and file else d.place or file


def _snippet(source: Source, span: Span, sign: str, text: str, gutter: int, width: int) -> list[str]:
    """The lines of a span with signs under its words, and a text below them."""
    (first, begin), (last, end) = source.place(span.start), source.place(max(span.end, span.start + 1))
    bar = f"{' ' * gutter} |"
    lines: list[str] = []
    column = 0
    for number in range(first, min(last, first + SHOWN - 1) + 1):
        shown = source.line(number).replace("\t", " ").rstrip()
        start = begin - 1 if number == first else len(shown) - len(shown.lstrip())
        stop = max(end - 1 if number == last else len(shown), start + 1)
        shown, start, stop = _window(shown, start, stop, width - gutter - 3)
        column = columns(shown[:start])
        lines.append(f"{number:>{gutter}} | {shown}".rstrip())
        lines.append(f"{bar} {' ' * column}{sign * max(columns(shown[start:stop]), 1)}")
    if last > first + SHOWN - 1:
        lines.append(f"{bar} ... to line {last}")
    if text:
        room = width - gutter - 3
        column = max(min(column, room - 40), 0)
        lines += [f"{bar} {' ' * column}{line}" for line in wrap(text, room - column)]
    return lines


def _window(line: str, start: int, stop: int, room: int) -> tuple[str, int, int]:
    """The part of a long line around its marked words, with their new place. Words that fill it lose their end."""
    if columns(line) <= room:
        return line, start, stop
    most = room - 4 if start < room // 2 else start + room - 8
    if stop > most:
        at = line.rfind(" ", start, most)
        stop = at if at > start else most
        line = f"{line[:stop]} ..."
    cut = 0
    if stop > room - 4:
        least = max(start - (room - (stop - start)) // 2, stop - room + 7, 1)
        cut = line.find(" ", least, start + 1)
        cut = cut if cut > 0 else min(least, start)
    shown = ("..." + line[cut:]) if cut else line
    shift = 3 - cut if cut else 0
    if columns(shown) > room:
        # The words after the marked ones are cut at the last space that leaves room for the dots.
        at = shown.rfind(" ", stop + shift, room - 3)
        shown = f"{shown[: at if at > 0 else max(stop + shift, room - 4)]} ..."
    return shown, start + shift, stop + shift


def _advice(head: str, text: str, width: int) -> list[str]:
    """A note or a help: its first line after the head, further lines of it as written, under it."""
    lines: list[str] = []
    for number, part in enumerate(text.split("\n")):
        deep = len(part) - len(part.lstrip(" "))
        indent = head if not number else " " * len(head)
        lines += [
            (indent if not i else " " * len(head)) + " " * deep + line
            for i, line in enumerate(wrap(part, max(width - len(head) - deep, 20)))
        ]
    return lines


def render_asked(diagnostics: Iterable[Diagnostic], text: str, what: str = "question", width: int = WIDTH) -> str:
    """Why a question or a fact could not be read: the words as typed, where reading stopped, what could stand there."""
    source = Source("", text)
    parts: list[str] = []
    for d in ordered(diagnostics):
        lines = [f"I could not read this {what}: {d.message} [{d.code}]"]
        lines = wrap(lines[0], width)
        inside = 0 <= d.span.start <= len(text) and d.span.end <= len(text) and (d.span.end or not d.place)
        lines += ["", *_typed(source, d, width)] if inside else ["", *(f"    {line}" for line in text.splitlines())]
        for advice in (*d.notes, *d.help):
            lines += ["", *_advice("  ", advice, width)]
        parts.append("\n".join(line.rstrip() for line in lines) + "\n")
    return "\n".join(parts)


def _typed(source: Source, d: Diagnostic, width: int) -> list[str]:
    """The text as typed, wrapped, with the marked words underlined and what is said of them below."""
    lines: list[str] = []
    start, stop = d.span.start, max(d.span.end, d.span.start + 1)
    for begin, line in _wrapped(source.text, width - 4):
        lines.append(f"    {line}")
        if begin <= start < begin + len(line) + 1:
            marked = line[start - begin : stop - begin]
            lines.append(f"    {' ' * columns(line[: start - begin])}{'^' * max(columns(marked), 1)}")
            if d.at:
                lines += [f"    {part}" for part in wrap(d.at, width - 4)]
    return lines


def _wrapped(text: str, width: int) -> list[tuple[int, str]]:
    """Lines of the text, each with the offset of its first character."""
    found: list[tuple[int, str]] = []
    begin = 0
    text = text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    while len(text) - begin > width:
        at = text.rfind(" ", begin + 1, begin + width + 1)
        at = at if at > begin else text.find(" ", begin + width)
        if at < 0:
            break
        found.append((begin, text[begin:at]))
        begin = at + 1
    return [*found, (begin, text[begin:])]


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """ "2 errors, 1 warning"; "no mistakes found" for none."""
    numbers: dict[str, int] = {}
    for d in ordered(diagnostics):
        numbers[severity(d.code)] = numbers.get(severity(d.code), 0) + 1
    parts = [f"{n} {word}{'s' if n > 1 else ''}" for word in SEVERITY.values() if (n := numbers.get(word, 0))]
    return ", ".join(parts) or "no mistakes found"
