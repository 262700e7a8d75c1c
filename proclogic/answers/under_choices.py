"""What an answer is once a reader makes choices: follows readings, takes alternatives of brackets, in any combination.

    under_choices(asker, examined)  ->  (Ruled((), ...), Ruled((("17(2)/pending", "no status"),), ...), ...)

Everything is read off the leaves of the split, which say what each choice comes to: the solver is not asked again. The
answer under some choices is that of the leaves that fit them, put together as `cells` puts those of a question
together; so it is what the same question gives with `--reading` and `--resolve`, and a test holds it to that.

Of all combinations those are given that are needed. Whoever looks up what some choices come to takes, of those given
whose pairs are all among the choices made, one with the most pairs: where several have as many, they say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from proclogic.answers.cases import Branch, Leaf, contested, summary
from proclogic.answers.chosen import shortened
from proclogic.answers.examine import Examined
from proclogic.answers.model import Case, Choosable, Mark, Ruled
from proclogic.answers.settle import RANK
from proclogic.answers.short import in_one_line
from proclogic.engine.cubes import Cube
from proclogic.norms.conditions import Atom, Keeps, Reads
from proclogic.norms.model import DELETED, Ruleset
from proclogic.values import Value

if TYPE_CHECKING:
    from proclogic.answers.cells import Asker

MOST = 20_000  # combinations of choices that are looked at
Pair = tuple[str, str]  # (dispute or bracket, reading or alternative)
Said = tuple[tuple[str, ...], tuple[tuple[str, str], ...], str]  # what is told of an answer: two that agree are one


def under_choices(asker: Asker, examined: Examined) -> tuple[Ruled, ...] | None:
    """What a cell comes to under the combinations of choices that are needed, that without any choice first (and alone
    where choices do not matter). None where this was not worked out: where not all cases are known, where acts are
    known for one choice only, or where there are too many combinations."""
    if not examined.complete or examined.one_choice:
        return None
    looked = _Looked(asker, examined)
    if prod(len(options) + 1 for options in looked.groups.values()) > MOST:
        return None
    return tuple(looked.needed())


def choosable(ruleset: Ruleset, groups: Collection[str]) -> tuple[Choosable, ...]:
    """What a reader may choose of some disputes and brackets, in the order of the text."""
    found = []
    for dispute in ruleset.disputes:
        if dispute.id in groups:
            readings = (
                (r.name, r.text, "; ".join(x for x in (r.standing, r.authority) if x)) for r in dispute.readings
            )
            found.append(Choosable(dispute.id, "reading", dispute.provision, dispute.words, tuple(readings)))
    for bracket in ruleset.brackets:
        if bracket.id in groups:
            texts = (
                (
                    a.name,
                    "" if a.name == DELETED else shortened(a.text),
                    ", ".join(x for x in (*a.proposers, a.document) if x),
                )
                for a in bracket.alternatives
            )
            words = " / ".join(shortened(a.text) for a in bracket.alternatives if a.name != DELETED)
            found.append(Choosable(bracket.id, "bracket", bracket.provision, words, tuple(texts)))
    return tuple(found)


def said(ruled: Ruled) -> Said:
    """What is told of an answer: its verdicts, the kinds of its marks and the words it turns on, its condition."""
    return ruled.verdicts, told_marks(ruled.marks), ruled.condition


def told_marks(marks: Iterable[Mark]) -> tuple[tuple[str, str], ...]:
    """The kinds of marks, and the words that they turn on."""
    return tuple(sorted({(m.kind, m.detail if m.kind == "turns on" else "") for m in marks}))


def option_of(atom: Atom) -> str:
    """The reading or the alternative that an atom stands for."""
    return atom.reading if isinstance(atom, Reads) else atom.alternative if isinstance(atom, Keeps) else ""


class _Looked:
    """One examined cell. Sets of its leaves are numbers, a bit for each leaf."""

    def __init__(self, asker: Asker, examined: Examined) -> None:
        self.asker, self.posed = asker, examined.posed
        self.group_of = asker.readings.group_of(self.posed)
        self.leaves = [leaf for branch in examined.branches for leaf in branch.leaves]
        self.groups = self._groups()
        self.fitting = {
            (group, option): self._bits(lambda leaf, g=group, o=option: self._admits(leaf, g, o))
            for group, options in self.groups.items()
            for option in options
        }
        # The leaves that count as far as a dispute that is left open is concerned.
        self.counting = {
            group: self._bits(lambda leaf, g=group: not asker.readings.is_minority(self.posed, self._only(leaf, g)))
            for group in self.groups
        }
        self.numbers: dict[object, int] = {}  # of what cases come to: equal for what is told alike
        self.branches: list[tuple[int, _Branch]] = []  # with the place of the first leaf
        start = 0
        for branch in examined.branches:
            self.branches.append((start, _Branch(self, branch)))
            start += len(branch.leaves)
        self._described: dict[tuple[int, ...], tuple[tuple[Cube, ...], tuple[tuple[str, ...], ...]]] = {}
        self._under: dict[tuple[int, int], tuple[Cases, object]] = {}

    def number(self, what: object) -> int:
        """A number for a value: the same for equal ones."""
        return self.numbers.setdefault(what, len(self.numbers))

    def _bits(self, holds: Callable[..., bool]) -> int:
        return sum(1 << place for place, leaf in enumerate(self.leaves) if holds(leaf))

    def _groups(self) -> dict[str, tuple[str, ...]]:
        """The disputes and brackets of which leaves speak, with their readings and alternatives, in the order of the
        text."""
        met = {self.group_of(x) for leaf in self.leaves for x in leaf.choice}
        ruleset = self.asker.ruleset
        found = {d.id: tuple(r.name for r in d.readings) for d in ruleset.disputes if d.id in met}
        return found | {b.id: tuple(a.name for a in b.alternatives) for b in ruleset.brackets if b.id in met}

    def _only(self, leaf: Leaf, group: str) -> Cube:
        return frozenset(x for x in leaf.choice if self.group_of(x) == group)

    def _admits(self, leaf: Leaf, group: str, option: str) -> bool:
        """Whether a leaf still stands if an option is chosen."""
        atom = self.asker.readings.chosen(self.posed, leaf.choice).get(group)
        if atom is not None:
            return option_of(atom) == option
        return all(option_of(self.posed.atom(x)) != option for x in self._only(leaf, group) if x < 0)

    # ---------------------------------------------------------------------------------------- which are needed

    def needed(self) -> Iterator[Ruled]:
        """The combinations without which the answer under some choices would not be found, with what they come to."""
        names = list(self.groups)
        options = [("", *self.groups[name]) for name in names]
        bit = {pair: 1 << place for place, pair in enumerate(self.fitting)}
        kept: list[tuple[int, object]] = []
        tops: dict[int, tuple[int, ...]] = {}  # for each combination the kept ones that say the most of it
        for chosen in sorted(product(*options), key=lambda made: len(names) - made.count("")):
            pairs = tuple((name, option) for name, option in zip(names, chosen, strict=True) if option)
            mine = sum(bit[pair] for pair in pairs)
            cases, told = self.under(pairs)
            above = [tops[mine & ~bit[pair]] for pair in pairs]
            most = above[0] if above else ()
            if any(one != most for one in above):
                below = {top for one in above for top in one}
                most = tuple(t for t in below if not any(t != u and kept[t][0] & ~kept[u][0] == 0 for u in below))
            if not most or any(kept[t][1] != told for t in most):
                most = (len(kept),)
                kept.append((mine, told))
                yield self._in_words(cases).replace(when=pairs)
            tops[mine] = most

    # ------------------------------------------------------------------------------------------ one combination

    def under(self, made: tuple[Pair, ...]) -> tuple[Cases, object]:
        """What the cell comes to under some choices; and something that is equal for what is told alike."""
        fitting = counted = (1 << len(self.leaves)) - 1
        for pair in made:
            fitting &= self.fitting[pair]
        settled = {group for group, _ in made}
        for group, leaves in self.counting.items():
            if group not in settled:
                counted &= leaves
        key = fitting, fitting & counted
        if key not in self._under:
            self._under[key] = self._put_together(*key)
        return self._under[key]

    def _put_together(self, fitting: int, counted: int) -> tuple[Cases, object]:
        """What the leaves that fit come to, of which some count: those cases as one that come to the same."""
        same: dict[int, tuple[list[int], Told]] = {}
        for number, (start, branch) in enumerate(self.branches):
            told = branch.told(fitting >> start & branch.every, counted >> start & branch.every)
            same.setdefault(told.key, ([], told))[0].append(number)
        cases = tuple((tuple(numbers), told) for numbers, told in same.values())
        if len(cases) == 1:
            return cases, cases[0][1].says
        verdicts = {v for _, told in cases for v in told.case.verdicts}
        split = any(m.kind in ("contested", "open") for _, told in cases for m in told.case.marks)
        if len(verdicts) > 1 and split:  # who acts is then not told
            depends = len({told.case.verdict for _, told in cases}) > 1
            return cases, (
                depends,
                frozenset(verdicts),
                frozenset(m for _, t in cases for m in told_marks(t.case.marks)),
            )
        return cases, frozenset((numbers, told.best, told.says) for numbers, told in cases)

    def _in_words(self, cases: Cases) -> Ruled:
        made: list[tuple[int, list[list[int]], int, Case]] = []
        for place, (numbers, told) in enumerate(cases):
            cubes, when = self._when(numbers) if len(cases) > 1 else ((), ())
            made.append((told.best, [sorted(w) for w in cubes], place, told.case.replace(when=when)))
        in_order = [case for *_, case in sorted(made, key=lambda m: m[:3])]
        verdicts = tuple(sorted({v for c in in_order for v in c.verdicts}, key=RANK.__getitem__))
        marks = self.asker.marks(self.posed, in_order)
        return Ruled((), verdicts, marks, in_one_line(verdicts, marks, in_order))

    def _when(self, numbers: tuple[int, ...]) -> tuple[tuple[Cube, ...], tuple[tuple[str, ...], ...]]:
        """Cases that come to the same, described together."""
        if numbers not in self._described:
            cubes = tuple(cube for number in numbers for cube in self.branches[number][1].when)
            if len(numbers) > 1:
                cubes = self.asker.examiner.splitter(self.posed).describe(list(cubes))
            self._described[numbers] = cubes, self.asker.when(self.posed, cubes)
        return self._described[numbers]


class Told(Value):
    """What a case comes to under some choices. `key` is the same for cases that come to the same, `says` for those of
    which the same is told; `best` is the rank of the best verdict that any of its leaves leads to."""

    key: int
    says: int
    best: int
    case: Case


Cases = tuple[tuple[tuple[int, ...], Told], ...]  # what some cases, by their places, come to


class _Branch:
    """One case of the cell, with what some of its leaves come to together."""

    def __init__(self, looked: _Looked, branch: Branch) -> None:
        self.looked = looked
        self.when = branch.when
        self.leaves = branch.leaves
        self.every = (1 << len(branch.leaves)) - 1
        self._choices = [{looked.group_of(x): x for x in leaf.choice} for leaf in branch.leaves]
        self._comes_to = [looked.number((summary(v.settled), v.turns_on, v.conflicting)) for v in branch.leaves]
        self._known: dict[tuple[int, int], Told] = {}
        self._ruled: dict[object, tuple[int, Case]] = {}

    def told(self, fitting: int, counted: int) -> Told:
        """What the leaves that fit come to, of which some count (where none does, all of them)."""
        key = fitting, counted
        if key not in self._known:
            self._known[key] = self._found(fitting, counted or fitting)
        return self._known[key]

    def _found(self, fitting: int, counted: int) -> Told:
        places = [place for place in range(len(self.leaves)) if fitting >> place & 1]
        free = self._free(places)
        open_ = {p: frozenset(x for group, x in self._choices[p].items() if group in free) for p in places}
        same = frozenset(self._comes_to[p] for p in places)
        key = self.looked.number(same if len(same) == 1 else frozenset((self._comes_to[p], open_[p]) for p in places))
        best = min(RANK[self.leaves[p].settled.verdict] for p in places)
        some = [p for p in places if counted >> p & 1]
        says, case = self._case(some, open_)
        return Told(key, says, best, case)

    def _case(self, some: list[int], open_: Mapping[int, Cube]) -> tuple[int, Case]:
        asker, posed = self.looked.asker, self.looked.posed
        leaves = [self.leaves[p].replace(choice=open_[p]) for p in some] if len(some) > 1 else [self.leaves[some[0]]]
        lead = leaves[0] if len(leaves) == 1 else asker.readings.lead(posed, leaves)
        disputed = contested(leaves, lambda v: True, self.looked.group_of)
        kinds = frozenset(map(asker.readings.is_bracket, disputed))
        first = some[next(i for i, leaf in enumerate(leaves) if leaf is lead)]
        apart = asker.differs(posed, leaves)
        known = first, frozenset(self._comes_to[p] for p in some), kinds, apart
        if known not in self._ruled:
            case = asker.ruled(posed, lead, leaves, disputed)
            gates, blockers = asker.letting(posed, lead.settled)
            case = case.replace(gates=gates, blockers=blockers)
            said = (case.verdicts, told_marks(case.marks), in_one_line(case.verdicts, case.marks, (case,)))
            self._ruled[known] = self.looked.number(said), case
        return self._ruled[known]

    def _free(self, places: Iterable[int]) -> set[str]:
        """The disputes and brackets of which these leaves hold several choices."""
        seen: dict[str, int] = {}
        return {
            group
            for place in places
            for group, literal in self._choices[place].items()
            if seen.setdefault(group, literal) != literal
        }
