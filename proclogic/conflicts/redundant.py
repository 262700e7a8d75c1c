"""G209: a rule that could be left out, and in no world of any cell would anything be granted, forbidden or had
otherwise.

A norm on an act, or on a status, is without a use if in every world in which it takes effect, those included in which
a question gives or denies a status, another one does that has the same effect there in the same words (strength,
limits, layer), goes before all the norms before which this one goes, and does not rest on it. A duty, a decision rule,
a quorum, a referral and the like are only if another one says the very same. A sentence is, if all its norms are,
wherever they are carried; a sentence that carries rules, if all its copies are. Of sentences that make each other
superfluous the later is told.

No finding: a prohibition that only a monopoly ("Only a State may vote") makes superfluous, and a statement that nothing
is given, for these are there for certainty; a power or a duty to do what its own provision turns on ("unless the
Conference decides otherwise on it. The Conference may decide otherwise on it."), for it goes with that provision; what
a reading says; a rule that never takes effect (G207, G208).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from proclogic.conflicts.examining import TRUE, Examination, effective
from proclogic.conflicts.model import Finding, Witness
from proclogic.conflicts.wide import ANYTHING_GIVEN, Wide, original, reach, sentences
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import Happens, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Accord, Deny, Forbid, GivesNothing, Norm, Oblige, Permit
from proclogic.norms.vocabulary import BODY
from proclogic.program.from_norms import contrary
from proclogic.reference.evaluate import Evaluation
from proclogic.values import unique

CODES = ("G209",)

_Alike = defaultdict[object, defaultdict[str, list[Norm]]]


def find(examination: Examination) -> Iterator[Finding]:
    """The sentences that could be left out, all of them at once."""
    known = reach(examination)
    search = _Search(examination)
    found: list[Finding] = []
    turned_on = _turned_on(examination)
    for norms in reversed(_units(examination)):
        if any(_is_apart(n) or (n.provision, _event(n)) in turned_on for n in norms) or not any(
            map(known.takes_effect, norms)
        ):
            continue
        covers = search.covers(norms)
        witness = _witness(examination, norms, covers) if covers is not None else None
        if covers is None or (witness is None and any(isinstance(n.effect, Permit | Forbid) for n in norms)):
            continue
        search.dropped.update(n.id for n in norms)
        found.append(_finding(examination, norms, covers, witness))
    yield from reversed(found)


def _units(examination: Examination) -> list[tuple[Norm, ...]]:
    """The norms that stand or fall together: those of a sentence with their copies; the copies that one provision
    makes."""
    copies: dict[str, list[Norm]] = defaultdict(list)
    carried: dict[str, list[Norm]] = defaultdict(list)
    for norm in examination.norms.values():
        if norm.via:
            copies[original(norm)].append(norm)
            carried[norm.via[-1]].append(norm)
    said = [(*s, *(c for n in s for c in copies[n.id])) for s in sentences(examination.norms.values())]
    return [*map(tuple, carried.values()), *said]  # what was carried goes last of those that are looked at from the end


def _is_apart(norm: Norm) -> bool:
    return isinstance(norm.effect, GivesNothing) or any(isinstance(a, Reads) for a in atoms(norm.guard))


def _turned_on(examination: Examination) -> set[tuple[str, str]]:
    """The events on which rules turn, each with the provision of the rule."""
    norms = examination.norms.values()
    return {(n.provision, a.event) for n in norms for a in atoms(n.condition) if isinstance(a, Happens)}


def _event(norm: Norm) -> str:
    """The event that a norm is about: a power to do it, or a duty."""
    match norm.effect:
        case Permit(act) | Forbid(act) | Oblige(act):
            return act
        case _:
            return ""


def _cited(norm: Norm) -> str:
    """The provision that says a norm here: the one that carried it, if it was carried."""
    return norm.via[-1] if norm.via else norm.provision


def _finding(
    examination: Examination, norms: Sequence[Norm], covers: Sequence[Norm], witness: Witness | None
) -> Finding:
    first = norms[0]
    number = _cited(first)
    others = list(unique(map(_cited, covers)))
    carries = " carries over nothing that" if first.via else " could be left out:"
    text = f"rule {number}{carries} {listed([f'rule {p}' for p in others], 'and')}"
    verb = "does" if len(others) == 1 else "do"
    text += f" {verb} not say anyway" if first.via else f" {'says' if len(others) == 1 else 'say'} the same anyway"
    blamed = {_cited(n): examination.blamed(n).replace(provision=_cited(n)) for n in (*covers[::-1], first)}
    return Finding(
        "G209",
        f"G209/{'+'.join((number, *(p for p in others if p != number)))}",
        text,
        tuple(blamed.values())[::-1],
        witness,
        norms=tuple(n.id for n in norms),
    )


def _witness(examination: Examination, norms: Sequence[Norm], covers: Sequence[Norm]) -> Witness | None:
    """A situation in which the rule takes effect, and another one beside it."""
    beside = {n.id for n in covers}
    for norm in norms:
        if isinstance(norm.effect, Permit | Forbid):

            def confirm(seen: Evaluation, mine: str = norm.id) -> bool:
                return mine in seen.effective and not beside.isdisjoint(seen.effective)

            situation = examination.situation(norm.effect.act, effective(norm.id), confirm)
            if situation is not None:
                return examination.witness(situation)
    return None


class _Search:
    """Looks for norms that make others superfluous. `dropped` are those that are left out already."""

    def __init__(self, examination: Examination) -> None:
        self.examination, self.index = examination, examination.index
        self.known = reach(examination)
        self.dropped: set[str] = set()
        self._identical: dict[object, list[Norm]] = defaultdict(list)
        self._cones: dict[str, frozenset[str]] = {}
        self._alike: dict[str, _Alike] = {}
        self._meeting: dict[tuple[str, str], bool] = {}
        self._place = {i: place for place, i in enumerate(examination.norms)}
        for norm in examination.norms.values():
            if not isinstance(norm.effect, Permit | Forbid | Accord | Deny):
                self._identical[_wording(norm)].append(norm)

    def covers(self, norms: Sequence[Norm]) -> list[Norm] | None:
        """Norms that make these superfluous, all together; None where one of them has a use."""
        ids = {n.id for n in norms}
        found: dict[str, Norm] = {}
        for norm in norms:
            covers = self._of(norm, ids)
            if covers is None:
                return None
            found.update((n.id, n) for n in covers)
        return [n for n in self.examination.norms.values() if n.id in found] or None

    def _of(self, norm: Norm, ids: set[str]) -> list[Norm] | None:
        if not isinstance(norm.effect, Permit | Forbid | Accord | Deny):
            same = (n for n in self._identical[_wording(norm)] if n.id not in ids and n.id not in self.dropped)
            return next(([n] for n in same), None)
        found: list[Norm] = []
        for act in self.known.acts(norm):
            others = [n for n in self._like(act, norm) if n.id not in ids and n.id not in self.dropped]
            if isinstance(norm.effect, Accord | Deny):  # on which others rest
                others = [n for n in others if ids.isdisjoint(self._cone(n))]
            program = self.known.program(act) if others else None
            covers = None if program is None or program.turns_back else self._in(program, norm, others)
            if covers is None:
                return None
            found += covers
        return found

    def _in(self, program: Wide, norm: Norm, others: list[Norm]) -> list[Norm] | None:
        """Of these norms, as few as may be, of which one takes effect in every world of the program in which the norm
        does, and goes before all that the norm goes before there."""
        here = program.effective[norm.id]
        if not program.allows([here], ANYTHING_GIVEN):
            return []
        norms = self.index.norms
        before = [norms[i] for i in norm.prevails if i in program.effective and contrary(norm, norms[i])]
        rivals = [r for r in before if program.allows([here, program.applicable[r.id]], ANYTHING_GIVEN)]
        others = [n for n in others if all(r.id in n.prevails and n.id not in r.prevails for r in rivals)]
        if not others:
            return None
        always = [n for n in others if program.effective[n.id] == TRUE]
        if always:
            return always[:1]
        without = {-x: n for n in reversed(others) if isinstance(x := program.effective[n.id], int)}
        beside = [here] if isinstance(here, int) else []
        if beside and -beside[0] in without:
            return [without[-beside[0]]]  # the two are one atom: they hold in the same worlds
        if program.allows([*beside, *without], ANYTHING_GIVEN):
            return None
        return [without[x] for x in program.smallest(list(without)[::-1], beside, ANYTHING_GIVEN)]

    def _like(self, act: str, norm: Norm) -> list[Norm]:
        """The other norms on an act, or on a status, that have the same effect in the same words."""
        alike = self._alike_on(act)[_effect_in_words(norm)]
        found = [n for body, some in alike.items() if self._can_meet(body, _body(norm)) for n in some]
        found = [n for n in found if n.id != norm.id and (norm.monopoly or not n.monopoly)]
        return sorted(found, key=lambda n: self._place[n.id])

    def _alike_on(self, act: str) -> _Alike:
        """The norms on an act, or on a status, by what they do in which words, then by the body."""
        if act not in self._alike:
            found: _Alike = defaultdict(lambda: defaultdict(list))
            for norm in self.known.on[act]:
                found[_effect_in_words(norm)][_body(norm)].append(norm)
            self._alike[act] = found
        return self._alike[act]

    def _can_meet(self, one: str, other: str) -> bool:
        """Whether a place can be of both kinds ("" for any), as far as words are declared."""
        if not (one and other):
            return True
        if (one, other) not in self._meeting:
            self._meeting[one, other] = not self.index.hierarchy.disjoint(BODY, one, other)
        return self._meeting[one, other]

    def _cone(self, norm: Norm) -> frozenset[str]:
        """All norms on which a norm rests, itself included."""
        if norm.id not in self._cones:
            self._cones[norm.id] = frozenset(n.id for n, _ in self.index.cone([norm]))
        return self._cones[norm.id]


def _effect_in_words(norm: Norm) -> object:
    what = norm.effect if isinstance(norm.effect, Accord | Deny) else type(norm.effect)
    return what, norm.strength, norm.limits, norm.layer


def _body(norm: Norm) -> str:
    return norm.effect.body if isinstance(norm.effect, Permit | Forbid) else ""


def _wording(norm: Norm) -> object:
    return norm.replace(id="", provision="", via=(), text="", certainty="")
