"""Searches a text with drawn cases on the reference evaluator, shrinks what it finds, says what it did not reach."""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.configuration import set_hypothesis_home_dir

from proclogic import cache
from proclogic.answers.wording import Wording
from proclogic.explain.frames import frames
from proclogic.explain.saying import Saying
from proclogic.fuzz.drawing import VARIANTS, Drawn, cases
from proclogic.fuzz.edits import Edit, edits
from proclogic.fuzz.model import CIRCLE, CLAIM, CONTRADICTION, DUTY, HOLE, STATUS, Campaign, Case, Shown
from proclogic.fuzz.places import Place, Table
from proclogic.fuzz.watching import Showing, stepped, watched
from proclogic.norms.conditions import Atom, Happens, Keeps, Reads
from proclogic.norms.formulas import as_atom
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Fact, Question
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_question
from proclogic.values import unique

CHUNK = 250  # cases of one run of Hypothesis; between two of them the time is looked at
FRAGILE = 8  # edits that are told

_SAYS = {
    CONTRADICTION: "rule {0} lets it, rule {1} forbids it, and no words say which prevails",
    STATUS: "rule {0} gives a status that rule {1} takes away, and no words say which prevails",
    DUTY: "rule {0} obliges it to do what rule {1} forbids",
    CIRCLE: "rules {all} undo each other in a circle",
    CLAIM: "“{word}: {claim}”",
    HOLE: "the right ends when rule {0} refers the matter, and no words say what holds until the decision",
}
Key = tuple[str, str, tuple[str, ...]]  # the edit, the kind, the norms to blame


class _New(Exception):
    """A case shows something that no case before it has shown."""


class Search:
    """One search. `progress` is told how many cases were tried."""

    def __init__(
        self,
        ruleset: Ruleset,
        strict: bool = False,
        layers: tuple[str, ...] = (),
        claims: Iterable[tuple[Question, str]] = (),
    ) -> None:
        self.table = Table(ruleset, strict, layers, claims)
        self.ruleset = ruleset
        wording = Wording(ruleset.vocabulary)
        self.saying = Saying(ruleset, wording, frames())
        said = Counter((n.effect, n.subject, n.condition) for n in self.table.read.norms)
        made = {
            n.id: tuple(edits(n, wording, said[n.effect, n.subject, n.condition] > 1)) for n in self.table.read.norms
        }
        self.edits: dict[str, tuple[Edit, ...]] = made
        self.shown: dict[Key, Shown] = {}
        self.tried: Counter[str] = Counter()
        self.reached: set[str] = set()
        self._last: tuple[Key, Shown] | None = None

    def run(
        self,
        examples: int = 2000,
        seed_: int = 0,
        seconds: float | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> Campaign:
        """Tries so many cases, or as many as the seconds allow."""
        start, runs, stopped = time.monotonic(), 0, False
        set_hypothesis_home_dir(
            os.path.join(cache.folder() or tempfile.gettempdir(), "hypothesis")
        )  # not beside a draft
        places = self.table.places
        while places and self.tried["cases"] < examples:
            if seconds is not None and time.monotonic() - start > seconds:
                stopped = True
                break
            left = -(-(examples - self.tried["cases"]) // (1 + VARIANTS))
            self._chunk(places, min(CHUNK, left), seed_ + runs)
            runs += 1
            if progress is not None:
                progress(self.tried["cases"])
        return self._told(time.monotonic() - start, seed_, stopped)

    def _chunk(self, places: tuple[Place, ...], examples: int, seed_: int) -> None:
        fragile = sum(1 for key in self.shown if key[0]) < FRAGILE

        @seed(seed_)
        @settings(
            max_examples=examples,
            database=None,
            deadline=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
            print_blob=False,
        )
        @given(cases(places, self.edits if fragile else {}))
        def attempt(drawn: Drawn) -> None:
            self._try(drawn)

        self._last = None
        try:
            attempt()
        except _New:
            assert self._last is not None
            key, shown = self._last
            self.shown[key] = shown

    def _try(self, drawn: Drawn) -> None:
        """Tries a case as it was drawn, and as it is in some other readings and choices: to draw costs more than to
        look."""
        for case in (drawn, *drawn.otherwise()):
            self._try_one(case)

    def _try_one(self, drawn: Drawn) -> None:
        self.tried["cases"] += 1
        self.tried["sequences"] += len(drawn.events) > 1
        self.tried["choices"] += bool(drawn.choices)
        self.tried["edits"] += drawn.edit is not None
        for showing, upto in self._showings(drawn):
            key = self._key(drawn, showing)
            if key not in self.shown and not (key[0] and any(_is_as_good(k, key) for k in self.shown)):
                self._last = key, self._as_shown(drawn, showing, upto)
                raise _New

    def _key(self, drawn: Drawn, showing: Showing) -> Key:
        blamed = (drawn.place.question.text,) if showing[0] == CLAIM else tuple(sorted(showing[1]))
        return drawn.edit.words if drawn.edit is not None else "", showing[0], blamed

    def _showings(self, drawn: Drawn) -> Iterable[tuple[Showing, int]]:
        """What a case shows, with the number of events after which it does."""
        edit = (drawn.edit.before, drawn.edit.after) if drawn.edit is not None else None
        place, before = drawn.place, None
        for upto, world in enumerate(drawn.worlds()):
            seen = place.at(world, edit)
            as_it_is = place.at(world) if edit is not None else seen
            self.reached |= as_it_is.effective
            usual = set(watched(place, as_it_is)) if edit is not None else set()
            for showing in watched(place, seen, edit[1] if edit is not None else None):
                if showing not in usual:
                    yield showing, upto
            if before is not None and edit is None:
                for showing in stepped(place, before, seen):
                    yield showing, upto
            before = seen

    def replay(self, known: Iterable[Shown]) -> tuple[list[Shown], list[Shown]]:
        """Cases of earlier searches: those that still show what they showed (the search then looks for others), and
        those that do so no more, or cannot be read in the words of the text as it is now."""
        still: list[Shown] = []
        gone: list[Shown] = []
        for one in known:
            again = self._again(one)
            if again is None:
                gone.append(one)
                continue
            key, shown = again
            self.shown.setdefault(key, shown.replace(known=True))
            still.append(shown)
        return still, gone

    def _again(self, one: Shown) -> tuple[Key, Shown] | None:
        question, faults = parse_question(one.case.question, self.ruleset.vocabulary)
        if question is None or question.cell is None or any(d.is_error for d in faults):
            return None
        self.tried["cases"] += 1
        self.tried["replayed"] += 1
        claims = {p.question.text: p for p in self.table.places if p.claim}
        of_claim = claims.get(one.claim)
        place = Place(self.table, question.replace(text=one.claim), of_claim.claim if of_claim is not None else "")
        if bool(one.claim) != (of_claim is not None):
            return None
        chosen = {a for group in place.groups for a in group if self._option(a) in one.case.options}
        choices = tuple(next((a for a in group if a in chosen), group[0]) for group in place.groups)
        acts = [a for a, holds in place.given.items() if holds]
        steps: list[Happens | None] = [*acts] if one.kind == HOLE else [None]
        for last in steps:
            place.given = {a: holds for a, holds in place.given.items() if a != last}
            drawn = Drawn(place, (), (last,) if last is not None else (), choices)
            for showing, upto in self._showings(drawn):
                if showing[0] == one.kind:
                    key = self._key(drawn, showing)
                    return key, one.replace(known=True, provisions=self._as_shown(drawn, showing, upto).provisions)
        return None

    # ------------------------------------------------------------------------------------------------------- in words

    def _as_shown(self, drawn: Drawn, showing: Showing, upto: int) -> Shown:
        kind, norms = showing
        numbers = unique(self.table.norms[n].provision for n in norms)
        first = [self.table.norms[n].provision for n in norms]
        claim = drawn.place.question.text
        word = drawn.place.claim
        if " may not " in claim:  # "never: may not" is kept as "always: may"
            word = "never" if word == "always" else "always"
        says = _SAYS[kind].format(*(first or ["?"]), all=", ".join(numbers), claim=claim, word=word.capitalize())
        facts = [*drawn.place.question.facts, *(Fact(a, True) for a in drawn.facts)]
        done = [Fact(a, True) for a in drawn.events[:upto]]
        question = Question("may", "", drawn.place.cell, facts=(*facts, *done))
        case = Case(
            printer.question(question, self.ruleset.vocabulary),
            tuple(self._option(a) for a in self._deciding(drawn, showing, upto)),
            tuple(self.saying.literal(a, True) for a in drawn.events[:upto]),
            tuple(self.saying.literal(as_atom(f.atom), f.holds) for f in facts),
            drawn.edit.words if drawn.edit is not None else "",
        )
        return Shown(kind, says, numbers, case, claim=claim if kind == CLAIM else "")

    def _deciding(self, drawn: Drawn, showing: Showing, upto: int) -> list[Atom]:
        """The choices without which the case would not show it."""
        found: list[Atom] = []
        for group in drawn.place.groups:
            mine = next(a for a in group if a in drawn.choices)
            for other in group:
                if other == mine:
                    continue
                choices = tuple(other if a == mine else a for a in drawn.choices)
                if (showing, upto) not in list(self._showings(drawn.replace(choices=choices))):
                    found.append(mine)
                    break
        return found

    def _option(self, atom: Atom) -> str:
        if isinstance(atom, Reads):
            return f'--reading "{atom.dispute}={atom.reading}"'
        assert isinstance(atom, Keeps)
        return f'--resolve "{atom.bracket}: {atom.alternative}"'

    def _told(self, seconds: float, seed_: int, stopped: bool) -> Campaign:
        plain = tuple(s for key, s in self.shown.items() if not key[0])
        anyway = {key[1:] for key in self.shown if not key[0]}
        fragile = tuple(s for key, s in self.shown.items() if key[0] and key[1:] not in anyway)
        every = unique(n.provision for n in self.table.read.norms)
        reached = {self.table.norms[i].provision for i in self.reached if i in self.table.norms}
        turning = {n.provision for place in self.table.places for n in place.setting.norms}
        left = [p for p in every if p not in reached]
        return Campaign(
            (self.ruleset.id,),
            plain,
            fragile,
            self.tried["cases"],
            dict(self.tried),
            seconds,
            seed_,
            tuple(p for p in left if p in turning),
            stopped,
            untouched=tuple(p for p in left if p not in turning),
        )


def _is_as_good(known: Key, key: Key) -> bool:
    """Whether what an edit shows needs no telling: the edit shows something already, or the text does without it."""
    return known[0] == key[0] or (not known[0] and known[1:] == key[1:])
