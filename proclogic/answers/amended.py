"""Which amendments of overlays bear on a question: those of the rules that the answer names, and those of rules that
would bear on it in the text as it stands without them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.model import Amended
from proclogic.engine.posed import with_kinds
from proclogic.engine.session import Session
from proclogic.norms.conditions import Happens
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Amendment, Classify, DecideBy, Norm, Oblige, Ruleset
from proclogic.norms.numbers import covers
from proclogic.norms.questions import Cell, Fact


class Amendments:
    """The amendments made in the text that answers. Every method gives them in the order of the overlay."""

    def __init__(self, ruleset: Ruleset, layers: Sequence[str], strict: bool) -> None:
        self._made = [a for a in ruleset.amendments if a.overlay]
        self._of = {p.number: p.amendments for p in ruleset.provisions}
        self._ruleset, self._layers, self._strict = ruleset, layers, strict
        self._sessions: list[Session] | None = None

    def on_cells(self, cells: Iterable[Cell], facts: Sequence[Fact], named: Iterable[str]) -> tuple[Amended, ...]:
        """Those that bear on some cells. `named` are the provisions that the answer names."""
        if not self._made:
            return ()
        bearing = {
            norm.provision
            for cell in cells
            for session in self._without()
            for norm, _ in session.needs(with_kinds(cell, facts), {})
        }
        return self._told(named, bearing)

    def on_event(self, event: Happens | None, matter: str, named: Iterable[str]) -> tuple[Amended, ...]:
        """Those that bear on a question about an act of somebody, or about a class of matters."""
        if not self._made:
            return ()
        norms = [n for session in self._without() for n in session.index.norms.values()]
        return self._told(named, {n.provision for n in norms if _speaks(n, event, matter)})

    def _without(self) -> list[Session]:
        """The texts without these amendments, and without those on which they rest, ready to be asked."""
        if self._sessions is None:
            self._sessions = []
            text = self._ruleset.unamended
            while text is not None:
                self._sessions.append(Session(text, self._layers, self._strict))
                text = text.unamended
        return self._sessions

    def _told(self, named: Iterable[str], bearing: Iterable[str]) -> tuple[Amended, ...]:
        found = {a for n in named for a in self._of.get(n, ()) if a.kind != "delete"}
        for number in bearing:
            found.update(a for a in self._of.get(number, ()) if a.kind != "delete")
            gone = ("delete",) if number in self._of else ("delete", "replace")
            found.update(a for a in self._made if a.kind in gone and covers(a.number, number))
        return tuple(_words(a) for a in dict.fromkeys(self._made) if a in found)


def _words(made: Amendment) -> Amended:
    return Amended(made.kind, made.number, made.overlay, made.proposers, made.before, made.after)


def _speaks(norm: Norm, event: Happens | None, matter: str) -> bool:
    """Whether a norm speaks of an act of somebody, or of a class of matters."""
    match norm.effect:
        case Oblige(name, agent):
            said = event is not None and (name, agent) == (event.event, event.agent)
        case DecideBy(_, of, name) | Classify(name, of):
            said = (event is not None and name == event.event) or bool(matter and of == matter)
        case _:
            said = False
    return said or any(
        isinstance(a, Happens) and event is not None and (a.event, a.agent) == (event.event, event.agent)
        for formula in (norm.subject, norm.condition)
        for a in atoms(formula)
    )
