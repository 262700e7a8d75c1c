"""A paper as JSON data, and back: what a page or a file keeps of it, so that another program can write it anew.

A value becomes an object of its fields, without those that have their usual value; a block says with "is" of which
class it is. Reading is strict: what was not written so is refused, in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from proclogic.papers import document
from proclogic.papers.document import (
    MEDIA,
    STATUSES,
    Block,
    Cell,
    Choice,
    Cover,
    Fact,
    Line,
    Paper,
    Run,
    Section,
    Table,
)
from proclogic.values import Value

SCHEMA = "proclogic/paper/1"
BLOCKS: dict[str, type[Value]] = {
    name: kind
    for name, kind in vars(document).items()
    if isinstance(kind, type) and issubclass(kind, Block) and kind is not Block
}
_WORDS = {  # fields that have one of few words
    (Run, "status"): STATUSES,
    (Choice, "sort"): ("bracket", "reading"),
    (Section, "medium"): ("", *MEDIA),
}


def data(paper: Paper) -> dict[str, Any]:
    """The paper as JSON data. `proclogic/schemas/paper-1.schema.json` says what it may hold."""
    return {"schema": SCHEMA, **_fields(paper)}


def paper(found: Any) -> Paper:
    """The paper of which JSON data was made. Raises `ValueError`, with a sentence for the reader, for other data."""
    if not isinstance(found, dict):
        raise ValueError("this is no paper: it is not an object")
    schema = found.get("schema")
    if schema != SCHEMA:
        raise ValueError(_other(schema))
    try:
        made: Paper = _value(Paper, {n: value for n, value in found.items() if n != "schema"}, "the paper")
        return made
    except RecursionError:
        raise ValueError("this is no paper that I wrote: its parts stand in each other too deep") from None


def _other(schema: Any) -> str:
    name, _, version = schema.rpartition("/") if isinstance(schema, str) else ("", "", "")
    if name == SCHEMA.rpartition("/")[0] and version.isdecimal() and int(version) > 1:
        return f"this paper was written by a newer proclogic ({schema}); this one reads {SCHEMA}"
    return f'this is no paper: its "schema" is not {SCHEMA}'


# ------------------------------------------------------------------------------------------------------------- writing


def _fields(value: Value) -> dict[str, Any]:
    head = {"is": type(value).__name__} if isinstance(value, Block) else {}
    fields = {name: getattr(value, name) for name in value._fields}
    told = {n: _plain(v) for n, v in fields.items() if n not in value._defaults or v != value._defaults[n]}
    return head | told


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return _fields(value) if isinstance(value, Value) else value


# ------------------------------------------------------------------------------------------------------------- reading


@cache
def _hints(name: str) -> dict[str, Any]:
    kind = getattr(document, name)
    hints = get_type_hints(kind)
    return {name: hints[name] for name in kind._fields}


def _value(kind: type[Any], found: Any, where: str) -> Any:
    if not isinstance(found, dict):
        raise ValueError(f"{where} is not an object of fields")
    given = dict(found)
    if issubclass(kind, Block):
        kind = _block(kind, given.pop("is", None), where)
        where = f"a {kind.__name__}"
    hints = _hints(kind.__name__)
    for name in given:
        if name not in hints:
            raise ValueError(f'{where} has a field that I do not know: "{name}"')
    for name in hints:
        if name not in given and name not in kind._defaults:
            raise ValueError(f'{where} lacks its field "{name}"')
    made = kind(**{n: _part(hints[n], value, f'"{n}" of a {kind.__name__}') for n, value in given.items()})
    _check(made)
    return made


def _block(kind: type[Any], name: Any, where: str) -> type[Value]:
    known = BLOCKS.get(name) if isinstance(name, str) else None
    if known is None:
        raise ValueError(f'{where} holds a block that I do not know: "is" says {name!r}')
    if not issubclass(known, kind):
        raise ValueError(f"{where} must be a {kind.__name__}, and is a {name}")
    return known


def _part(hint: Any, found: Any, where: str) -> Any:
    """What stands in a field, which must be of the type that document.py gives it."""
    origin = get_origin(hint)
    if origin is tuple:
        return _parts(get_args(hint), found, where)
    if origin in (Union, UnionType):
        kinds = get_args(hint)
        if found is None and type(None) in kinds:
            return None
        values = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Value)]
        return (
            _value(values[0], found, where) if isinstance(found, dict) or str not in kinds else _plainly(found, where)
        )
    if issubclass(hint, Value):
        return _value(hint, found, where)
    return _plainly(found, where, hint)


def _parts(kinds: tuple[Any, ...], found: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(found, list):
        raise ValueError(f"{where} is not a list")
    if kinds[-1] is Ellipsis:
        return tuple(_part(kinds[0], each, where) for each in found)
    if len(found) != len(kinds):
        raise ValueError(f"{where} has {len(found)} parts where there are {len(kinds)}")
    return tuple(_part(kind, each, where) for kind, each in zip(kinds, found, strict=True))


_NAMES = {str: "a text", int: "a number", bool: "true or false"}


def _plainly(found: Any, where: str, kind: Any = str) -> Any:
    if type(found) is not kind:
        raise ValueError(f"{where} is not {_NAMES[kind]}")
    if kind is int and found < 0:
        raise ValueError(f"{where} is less than nought")
    return found


def _check(made: Value) -> None:
    """What writers rely on, and no type says."""
    for (kind, name), words in _WORDS.items():
        if isinstance(made, kind) and getattr(made, name) not in words:
            raise ValueError(f'"{name}" of a {kind.__name__} is {getattr(made, name)!r}; it may be {", ".join(words)}')
    match made:
        case Table(columns=columns, rows=rows, notes=notes, filters=filters, details=details):
            for number, row in enumerate(rows, start=1):
                if len(row) != len(columns):
                    raise ValueError(f"row {number} of a Table has {len(row)} cells for {len(columns)} columns")
            if any(place >= len(columns) for place in filters):
                raise ValueError("a Table filters by a column that it has not")
            if details and len(details) != len(rows):
                raise ValueError(f"a Table has {len(details)} details for {len(rows)} rows")
            _numbered(made, notes, [cell.notes for row in rows for cell in row if isinstance(cell, Cell)])
        case Paper(notes=notes):
            _numbered(made, notes, _cited(made))


def _numbered(made: Value, notes: tuple[str, ...], used: Iterable[tuple[int, ...]]) -> None:
    for number in (number for some in used for number in some):
        if not 0 < number <= len(notes):
            raise ValueError(f"a {type(made).__name__} points at note {number}, and has {len(notes)}")


def _cited(value: Any) -> Iterable[tuple[int, ...]]:
    """The footnotes at which a paper points; cells point at the notes of their table."""
    if isinstance(value, tuple):
        for part in value:
            yield from _cited(part)
    elif isinstance(value, Block | Fact | Line | Cover | Paper):
        for name in value._fields:
            found = getattr(value, name)
            if name != "notes":
                yield from _cited(found)
            elif not isinstance(value, Paper | Table):
                yield found
