"""The text that a lint looks at, and short ways to look at it.

A lint is about the words of the drafter. So it looks at the norms of the layers that count, not at what readings say,
what was carried here by another rule, or a treaty above the rules. Whether something else deals with a point (a
deadline, an objection) is asked of all norms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.norms.conditions import Always, And, Formula, Happens, Keeps, Not, Or, Reads
from proclogic.norms.formulas import atoms, conjuncts, pushed
from proclogic.norms.model import Norm, Provision, Ruleset
from proclogic.norms.names import Names, cite
from proclogic.norms.order import Contrary
from proclogic.sources import Span
from proclogic.syntax.english import ENDING as _ENDING

_ITEM = re.compile(rf"^(.+?)(\([^()]+\)(?:\s+(?:{_ENDING}))?)$", re.I)


class Drafted:
    """A ruleset as its drafters wrote it. `norms` are those that lints are about, `sentences` the first norm of each
    sentence (or list item) of them."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.names = Names(ruleset.vocabulary)
        layers = {x for x in ruleset.usual_layers if x == ruleset.layer or x != "treaty"}
        self.norms = [
            n
            for n in ruleset.norms
            if not n.via and n.layer in layers and not any(isinstance(a, Reads) for a in atoms(n.guard))
        ]

    @cached_property
    def sentences(self) -> list[Norm]:
        """One norm of each sentence; of a sentence with brackets, one of each text that it may become."""
        return list({(n.span, n.text): n for n in reversed(self.norms)}.values())[::-1]

    @cached_property
    def contrary(self) -> Contrary:
        """Which norms can clash with one."""
        return Contrary(self.ruleset)

    @cached_property
    def lists(self) -> list[tuple[Provision, list[Norm]]]:
        """The lists of the text: the provision that holds the list, and the norms of its items in their order."""
        provisions = {p.number: p for p in self.ruleset.provisions}
        found: dict[str, list[Norm]] = {}
        for norm in self.norms:
            stem = _ITEM.match(norm.provision)
            head = provisions.get(stem[1]) if stem else None
            if head is not None and _within(norm.span, head.span):
                found.setdefault(head.number, []).append(norm)
        return [(provisions[number], sorted(norms, key=_place)) for number, norms in found.items()]

    @cached_property
    def happenings(self) -> list[tuple[Norm, Happens, bool]]:
        """Each event on which a norm turns, readings and other layers included, and whether it turns on the event or on
        its absence."""
        return [
            (norm, atom, positive)
            for norm in self.ruleset.norms
            for part in (norm.subject, norm.condition)
            for atom, positive in signed(part)
            if isinstance(atom, Happens)
        ]

    @cached_property
    def _turning(self) -> dict[str, list[tuple[Happens, bool]]]:
        found: dict[str, list[tuple[Happens, bool]]] = {}
        for norm, atom, positive in self.happenings:
            found.setdefault(norm.id, []).append((atom, positive))
        return found

    def turns_on(self, norm: Norm) -> list[tuple[Happens, bool]]:
        """The events on which a norm turns, and whether on the event or on its absence."""
        return self._turning.get(norm.id, [])

    def said(self, norm: Norm) -> list[Formula]:
        """Every atom of whom the norm speaks and on what it turns."""
        return [*atoms(norm.subject), *atoms(norm.condition)]


def label(norm: Norm) -> str:
    """The mark of a list item: "(a)" of 17(3)(a)."""
    stem = _ITEM.match(norm.provision)
    return stem[2] if stem else ""


def signed(formula: Formula) -> Iterator[tuple[Formula, bool]]:
    """The atoms of a formula, each with whether it stands there as it is (or denied)."""
    todo = [pushed(formula)]
    while todo:
        match todo.pop():
            case And(parts) | Or(parts):
                todo.extend(reversed(parts))
            case Not(part):
                yield part, False
            case Always():
                pass
            case atom:
                yield atom, True


def together(one: Norm, other: Norm) -> bool:
    """Whether both can stand in the text: no bracket or dispute is settled differently for them."""
    settled: dict[str, str] = {}
    for part in (*conjuncts(one.guard), *conjuncts(other.guard)):
        match part:
            case Keeps(name, choice) | Reads(name, choice):
                if settled.setdefault(name, choice) != choice:
                    return False
            case _:
                pass
    return True


def finding(
    code: str,
    norm: Norm,
    message: str,
    at: str = "",
    *help: str,
    beside: tuple[Norm, str] | None = None,
    notes: Iterable[str] = (),
) -> Diagnostic:
    """A drafting habit at the sentence of a norm; `beside` is another one with words on what it shows."""
    labels: tuple[Label, ...] = ()
    if beside is not None and beside[0].span != norm.span:
        labels = (Label(beside[0].span, beside[1]),)
    return Diagnostic(code, message, norm.span, cite(norm.provision), at, labels, tuple(notes), help)


def once(found: Iterable[Diagnostic], key: Callable[[Diagnostic], object] = lambda d: d.span) -> list[Diagnostic]:
    """The findings, the first of each key only: of each sentence, unless another key is given."""
    first: dict[object, Diagnostic] = {}
    for one in found:
        first.setdefault(key(one), one)
    return list(first.values())


def _within(one: Span, other: Span) -> bool:
    return bool(one.source) and one.source == other.source and other.start <= one.start and one.end <= other.end


def _place(norm: Norm) -> tuple[int, int]:
    return norm.span.start, norm.span.end
