"""What a row says under choices is what the matrix says that is worked out with these choices made."""

from __future__ import annotations

import random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from proclogic.answers import lists
from proclogic.answers.cells import Asker
from proclogic.answers.model import Row, Ruled
from proclogic.answers.options import Options
from proclogic.answers.problems import Unanswerable
from proclogic.answers.under_choices import said, told_marks
from proclogic.fuzz.strategies import rulesets
from proclogic.library import load
from proclogic.norms.conditions import ALWAYS, And, Formula, Keeps, Reads
from proclogic.norms.model import Alternative, Bracket, Dispute, Reading, Ruleset
from proclogic.norms.resolving import Clash, resolve

Made = dict[str, str]
SAMPLE = 8  # ways of choosing that are tried of each drawn ruleset
OF_SHIPPED = 25  # rows with choices that are tried of each ruleset that comes with proclogic


def looked_up(under: tuple[Ruled, ...], made: Made) -> Ruled:
    """What a row says under some choices, found as a reader of a paper finds it."""
    fit = [one for one in under if set(one.when) <= set(made.items())]
    most = max(len(one.when) for one in fit)
    top = [one for one in fit if len(one.when) == most]
    assert len({said(one) for one in top}) == 1, "several variants are the most special, and say different things"
    return top[0]


def parts(condition: str) -> list[str]:
    """What a condition says, case by case: the same cases can be described in several ways, and of a cell of which no
    rule is left to speak nothing is said."""
    return sorted({part.rpartition(": ")[2] for part in condition.split("; ")} - {"", "not conferred"})


def differs(row: Row, under: tuple[Ruled, ...], made: Made, acts: bool = True) -> str:
    """In what a row that was worked out with the choices made differs from what is said of it under them; "" if in
    nothing. Without `acts` who acts is not compared: of drawn rules, acts are told of which one comes with another."""
    found = looked_up(under, made)
    if found.verdicts != row.verdicts:
        return f"verdicts {found.verdicts}, worked out {row.verdicts}"
    if told_marks(found.marks) != told_marks(row.marks):
        return f"marks {told_marks(found.marks)}, worked out {told_marks(row.marks)}"
    if acts and parts(found.condition) != parts(row.condition):
        return f"condition {found.condition}, worked out {row.condition}"
    return ""


def with_choices(ruleset: Ruleset, made: Made) -> tuple[Ruleset, Options]:
    readings = tuple((d.id, made[d.id]) for d in ruleset.disputes if d.id in made)
    return resolve(ruleset, {b.id: made[b.id] for b in ruleset.brackets if b.id in made}), Options(readings=readings)


@st.composite
def undecided(draw: st.DrawFn) -> Ruleset:
    """A drawn ruleset whose norms stand under readings of two disputes and alternatives of two brackets."""
    ruleset = draw(rulesets(circular=False))
    standing = st.sampled_from(("preferred", "arguable", "arguable", "minority"))
    disputes = tuple(
        Dispute(name, "1", "words", tuple(Reading(f"r{n}", standing=draw(standing)) for n in range(count)))
        for name, count in (("1/first", 3), ("1/second", 2))
    )
    brackets = tuple(
        Bracket(name, "2", tuple(Alternative(f"a{n}") for n in range(count)))
        for name, count in (("2", 2), ("2 [2]", 3))
    )
    single: list[Formula] = [Reads(d.id, r.name) for d in disputes for r in d.readings]
    single += [Keeps(b.id, a.name) for b in brackets for a in b.alternatives]
    guards = st.one_of(
        st.just(ALWAYS),
        st.sampled_from(single),
        st.tuples(st.sampled_from(single[:5]), st.sampled_from(single[5:])).map(And),
    )
    norms = tuple(norm.replace(guard=draw(guards)) for norm in ruleset.norms)
    return ruleset.replace(norms=norms, disputes=disputes, brackets=brackets)


@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(data=st.data())
def test_every_row_under_choices_is_the_row_with_these_choices_made(data: st.DataObject) -> None:
    ruleset = data.draw(undecided())
    try:
        whole = lists.matrix(ruleset, choices=True)
    except Unanswerable:
        return
    drawn = random.Random(len(repr(ruleset)))
    offered = {one.group: [name for name, _, _ in one.options] for one in whole.choosable}
    for _ in range(SAMPLE if offered else 0):
        made = {group: drawn.choice(options) for group, options in offered.items() if drawn.random() < 0.6}
        chosen = lists.matrix(*with_choices(ruleset, made))
        others = {(row.actor, row.act, row.body): row for row in chosen.rows}  # those of whom a rule is left to speak
        for row in whole.rows:
            other = others.get((row.actor, row.act, row.body))
            if other is None:
                continue
            wrong = differs(other, row.under or (as_it_is(row),), made, acts=False)
            assert not wrong, f"{row.actor}, {row.act}, {row.body}, {made}: {wrong}"


def as_it_is(row: Row) -> Ruled:
    return Ruled((), row.verdicts, row.marks, row.condition)


@pytest.mark.parametrize("name", ["uncac-cosp", "uncc-cosp", "cnd-option-1", "cnd-option-2", "cnd-option-3"])
def test_in_the_rulesets_that_come_with_it_too(name: str) -> None:
    ruleset, found, _ = load(name)
    assert ruleset is not None, found
    drawn = random.Random(name)
    asker = Asker(ruleset, Options())
    cells = [
        lists.cell_of(asker, actor, act, body)
        for actor in drawn.sample(lists.actors_of(asker.ruleset), 4)
        for act, body in drawn.sample(lists.columns_of(asker.ruleset), 40)
    ]
    assert cells
    under: lists.Under = {}
    tried = 0
    for cell in drawn.sample(cells, len(cells)):
        row = lists._row(asker, cell, (), under)
        if not row.under or len(row.under) < 2 or tried >= OF_SHIPPED:
            continue
        tried += 1
        offered = {o.group: [n for n, _, _ in o.options] for o in lists.choosable(asker.ruleset, _groups(row.under))}
        made = {group: drawn.choice(options) for group, options in offered.items() if drawn.random() < 0.6}
        try:
            chosen = with_choices(asker.ruleset, made)
        except Clash:
            continue
        wrong = differs(lists._row(Asker(*chosen), cell, ()), row.under, made)
        assert not wrong, f"{cell}, {made}: {wrong}"
    assert tried


def _groups(under: tuple[Ruled, ...]) -> set[str]:
    return {group for one in under for group, _ in one.when}
