"""The alternative text says everything that the matrix gives or forbids, each with its rules."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from proclogic.answers import lists
from proclogic.answers.model import NOT_CONFERRED, Matrix, Row
from proclogic.answers.wording import Wording
from proclogic.figures import entitlements
from proclogic.figures.grouping import MOST, edges, pictures
from proclogic.figures.strands import cells_of, strands
from proclogic.library import load
from proclogic.norms.model import Ruleset
from proclogic.papers.words import cites
from tests.compare.changed import drawn
from tests.figures.examples import NAMES, every_figure, matrix, ruleset


def untold(made: Ruleset, table: Matrix) -> list[str]:
    """Entitlements and prohibitions of a matrix that no sentence of the alternative texts tells with their rules."""
    wording = Wording(made.vocabulary)
    told = [sentence for figure in entitlements.figures(made, table) for sentence in figure.alt]
    kinds = {f"it is {wording.noun(k.id, k.sort)}": k.phrase for k in made.vocabulary.kinds if k.sort == "actor"}
    places = {f"the meeting is {wording.noun(k.id, k.sort)}": k for k in made.vocabulary.kinds if k.sort == "body"}
    missing = []
    for row in table.rows:
        for case in row.answer.cases if row.answer is not None else ():
            if set(case.verdicts or (case.verdict,)) == {NOT_CONFERRED}:
                continue
            for when in case.when or ((),):
                names = {row.actor, *(kinds[w] for w in when if w in kinds)}
                where = {row.body, *(wording.noun(places[w].id, "body") for w in when if w in places)}
                if not any(_tells(s, row, names, where, case.grounds) for s in told):
                    missing.append(f"{row.actor} {row.does} {when}")
    return missing


def _tells(sentence: str, row: Row, names: set[str], where: set[str], rules: tuple[str, ...]) -> bool:
    said = sentence.casefold()
    cited = re.findall(r"[^\s,;:()]+(?:\([^\s,;:]+\))*", sentence)
    return (
        any(name.casefold() in said for name in names)
        and row.act.split(" ")[0].casefold() in said
        and any(body in sentence for body in where)
        and all(rule.rstrip(".") in "".join(cited) or cites((rule,)) in sentence for rule in rules)
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_entitlement_of_a_ruleset_is_told(name: str) -> None:
    assert untold(ruleset(name), matrix(name)) == []


@pytest.mark.parametrize("name", ["cnd-option-2", "oewg-ict"])
def test_every_entitlement_of_a_shipped_ruleset_is_told(name: str) -> None:
    made, _, _ = load(name)
    assert made is not None
    assert untold(made, lists.matrix(made)) == []


@settings(max_examples=12)
@given(drawn())
def test_every_entitlement_of_a_drawn_ruleset_is_told_and_every_line_has_a_rule(made: Ruleset) -> None:
    table = lists.matrix(made)
    assert untold(made, table) == []
    for picture in pictures(edges(strands(made, table, cells_of(made)))):
        assert len(picture.edges) <= MOST
        for edge in picture.edges:
            assert edge.lines and all(line.rules and line.acts for line in edge.lines)


def test_who_has_nothing_is_named() -> None:
    (figure,) = [f for f in every_figure().values() if f.name == "draft-entitlements"]
    assert figure.alt[-1] == "No rule speaks of: media."


def test_a_figure_and_its_table_say_the_same() -> None:
    for figure in every_figure().values():
        assert figure.instead is not None and figure.instead.caption == figure.caption
        assert len(figure.instead.rows) == len(figure.alt), figure.name


def test_a_sentence_reads_as_one_says_it() -> None:
    alt = every_figure()["club-entitlements"].alt
    assert alt[0] == "A member may speak, vote and attend in the assembly: rule 1."
    assert "A guest may not vote in the assembly or the board: rule 3." in alt
