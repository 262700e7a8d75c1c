"""Frozen values with slots: the base class of every tree, norm and answer in proclogic.

`dataclasses` builds five methods per class when a module is imported, which costs a cold command more than solving
does. A subclass of `Value` only lists its fields; the methods below serve them all.

    class Point(Value):
        x: int
        y: int = 0

Two values are equal when they are of the same class and agree in every field but those named in `_apart`
(positions in a file, mostly: two rules are the same rule wherever they stand).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, ParamSpec, Self, TypeVar, cast, dataclass_transform

_T = TypeVar("_T")
_P = ParamSpec("_P")


class _Fields(type):
    """Turns the annotations of a class body into slots, and keeps the defaults aside."""

    def __new__(mcs, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> _Fields:
        own = [n for n, kind in space.get("__annotations__", {}).items() if not str(kind).startswith("ClassVar")]
        defaults: dict[str, Any] = {}
        fields: list[str] = []
        for base in bases:
            fields.extend(getattr(base, "_fields", ()))
            defaults.update(getattr(base, "_defaults", {}))
        fields.extend(n for n in own if n not in fields)
        defaults.update({n: space.pop(n) for n in own if n in space})
        space["__slots__"] = tuple(n for n in own if not any(n in getattr(b, "_fields", ()) for b in bases))
        if not bases:
            space["__slots__"] += ("_hash",)
        space["_fields"] = tuple(fields)
        space["_defaults"] = defaults
        space["__match_args__"] = tuple(fields)
        apart = set(space.get("_apart", ()))
        for base in bases:
            apart |= set(getattr(base, "_apart", ()))
        space["_compared"] = tuple(n for n in fields if n not in apart)
        made = super().__new__(mcs, name, bases, space)
        made._setters = tuple(getattr(made, field).__set__ for field in fields)  # type: ignore[attr-defined]
        return made


@dataclass_transform(frozen_default=True)
class Value(metaclass=_Fields):
    """A frozen record. Raises `TypeError` for a missing or unknown field, `AttributeError` on assignment."""

    _fields: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[dict[str, Any]]
    _compared: ClassVar[tuple[str, ...]]
    _setters: ClassVar[tuple[Callable[[Any, Any], None], ...]]  # of the slots, in the order of the fields
    _hash: ClassVar[int]  # a slot of the base class: the hash, once asked for

    def __init__(self, *args: Any, **named: Any) -> None:
        if len(args) == len(self._setters):
            for setter, value in zip(self._setters, args):  # noqa: B905  # as many of each; "strict" takes longer
                setter(self, value)
            if not named:
                return
        put = object.__setattr__
        fields = self._fields
        if len(args) > len(fields):
            raise TypeError(f"{type(self).__name__} takes {len(fields)} fields, {len(args)} were given")
        for name, value in zip(fields, args, strict=False):
            put(self, name, value)
        for name in fields[len(args) :]:
            if name in named:
                put(self, name, named.pop(name))
            elif name in self._defaults:
                put(self, name, self._defaults[name])
            else:
                raise TypeError(f"{type(self).__name__} needs {name}")
        if named:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(named)}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self is other or all(getattr(self, n) == getattr(other, n) for n in self._compared)

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            found = hash((type(self).__name__, *[getattr(self, n) for n in self._compared]))
            object.__setattr__(self, "_hash", found)
            return found

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self._fields)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, n) for n in self._fields)

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed."""
        values = [changes.pop(n) if n in changes else getattr(self, n) for n in self._fields]
        return type(self)(*values, **changes)  # what is left of the changes is no field: refused there


def remembered(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Keeps what a function gave, for the last few values of its first argument, which are told apart by identity: to
    compare two large equal values takes longer than to work most things out."""
    kept: dict[int, tuple[object, dict[object, Any]]] = {}

    def known(*args: _P.args, **named: _P.kwargs) -> _T:
        first, *rest = args
        found = kept.get(id(first))
        if found is None:
            while len(kept) >= 16:
                kept.pop(next(iter(kept)))
            found = kept[id(first)] = first, {}
        key = *rest, *sorted(named.items())
        if key not in found[1]:
            found[1][key] = function(*args, **named)
        return cast("_T", found[1][key])

    return known


def unique(items: Iterable[_T]) -> tuple[_T, ...]:
    """The items, each once, in the order in which they come first."""
    return tuple(dict.fromkeys(items))
