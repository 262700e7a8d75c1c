"""A figure says no more than the text has: who can still act, which rules clash, and no bracket of a rule is lost."""

from __future__ import annotations

from functools import cache

from proclogic.answers import lists
from proclogic.answers.options import Options
from proclogic.compare.whole import compare
from proclogic.compiled import ruleset as compiled
from proclogic.figures import entitlements, overlay, way_figures
from proclogic.figures.grouping import edges
from proclogic.figures.strands import cells_of, strands
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Figure, Table
from proclogic.sources import Source

COOP = """Ruleset: coop.
Language: 1.
Actor: member.
Actor: tenant.
Actor: employee.
Disjoint: member, tenant, employee.
Body: the assembly, of members.
Body: the board, of members.
Officer: the chair, of the assembly.
Act: attend, a body.
Act: speak, in a body.
Status: guest status.
Event: apply for it, by the actor.
Event: invite it, by the chair.
Event: object to it, by a member.
Event: clean the room, by the chair.
Event: exclude it, by the board, by consensus, failing which by a majority of all members.

3(1)  A member may speak in the assembly.
4(1)  A tenant has guest status if it applies for it, unless a member objects to it.
4(2)  A tenant with guest status may attend and speak in the assembly, unless the board excludes it.
4(3)  A tenant without guest status may not attend the assembly, unless the chair invites it.
4(4)  A tenant without guest status may attend the assembly if the chair invites it.
4(5)  The chair shall clean the room, owed to an employee.
4(6)  An employee may speak in the assembly if the chair cleans the room.
5(1)  Only a member may attend the board.
5(2)  An employee may attend the board if a member objects to it.
"""


@cache
def read(text: str = COOP) -> Ruleset:
    made, found, _ = compiled([Source("coop.rules", text)], {}, "coop")
    assert made is not None, [d.message for d in found]
    return made


@cache
def entitled() -> tuple[Figure, ...]:
    return entitlements.figures(read(), lists.matrix(read()))


def told(figures: tuple[Figure, ...]) -> list[str]:
    return [sentence for figure in figures for sentence in figure.alt]


def tables(figures: tuple[Figure, ...]) -> list[Table]:
    return [figure.instead for figure in figures if figure.instead is not None]


def test_who_can_still_let_it_in_is_told_where_somebody_can_stop_it() -> None:
    (attending,) = [s for s in told(entitled()) if s.startswith("A tenant may by default attend the assembly")]
    assert (
        "the chair may still invite it (rules 4(3), 4(4)), after the board excludes it or any one member objects to it"
        in attending
    )
    (speaking,) = [s for s in told(entitled()) if s.startswith("A tenant may by default speak in the assembly")]
    assert "may still" not in speaking


def test_a_duty_that_is_presumed_is_told_and_the_line_is_not_solid() -> None:
    (speaking,) = [s for s in told(entitled()) if s.startswith("An employee may speak")]
    assert "presumed: the chair cleans the room" in speaking
    matrix = lists.matrix(read())
    (edge,) = [e for e in edges(strands(read(), matrix, cells_of(read()))) if any("presumed" in m for m in e.marks)]
    assert entitlements.stroke(edge) == entitlements.ON


def test_both_rules_of_a_clash_are_named() -> None:
    (clash,) = [s for s in told(entitled()) if "clash" in s]
    assert clash.startswith("An employee may not attend the board; rules 5(2), 5(1) clash")


def test_what_rests_on_a_status_is_told_with_the_status() -> None:
    tenants = lists.matrix(read(), Options(), ("tenant",))
    way = way_figures.figures(read(), tenants, Options(), "tenant")
    assert any(s.startswith("With guest status, a tenant may") for s in told(way))
    held = [row[1] for table in tables(way) for row in table.rows if "speak" in str(row[0]).lower()]
    assert held and all("with guest status" in str(cell) for cell in held)


def test_no_reference_to_a_rule_is_empty_and_no_bracket_of_one_is_lost() -> None:
    other = read(COOP.replace("A member may speak in", "A member may attend and speak in"))
    tenants = lists.matrix(read(), Options(), ("tenant",))
    found = (
        *entitled(),
        *way_figures.figures(read(), tenants, Options(), "tenant"),
        *overlay.figures(compare(read(), other, every=True)),
    )
    cells = [str(cell) for table in tables(found) for row in table.rows for cell in row]
    assert any("3(1)" in cell for cell in cells)
    for text in (*told(found), *cells):
        assert "()" not in text and text.count("(") == text.count(")"), text


def test_what_it_takes_together_is_not_mistaken_for_an_alternative() -> None:
    two = read(COOP.replace("unless the board excludes it.", "unless the board excludes it and the chair invites it."))
    sentences = told(entitlements.figures(two, lists.matrix(two)))
    (speaking,) = [s for s in sentences if s.startswith("A tenant may by default speak")]
    assert "both the board excludes it and the chair invites it" in speaking
    assert " or any one member objects to it" in speaking or "any one member objects to it or " in speaking


def test_a_prohibition_that_only_one_text_has_is_told_as_its_own() -> None:
    other = read(
        COOP.replace(
            "4(3)  A tenant without guest status may not attend the assembly, unless the chair invites it.\n", ""
        )
    )
    sentences = told(overlay.figures(compare(read(), other, every=True)))
    assert any("A prohibits it in other situations" in s for s in sentences)
    assert not any("elsewhere" in s for s in sentences)
