"""Figures fit on a page, in type of 8 points, and can be printed in black and white."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from proclogic.drawing import accessible_svg
from proclogic.explain.whole import explain
from proclogic.figures import overlay, proof
from proclogic.figures.columns import framed
from proclogic.figures.dot import HIGHEST, WIDEST, Graph, html, left, sample, wrapped
from proclogic.figures.entitlements import MAY, NOT, ON
from proclogic.layout import clean
from proclogic.papers.document import Figure
from proclogic.syntax.parse import parse_question
from tests.figures.examples import every_figure, ruleset
from tests.programs import needs

SVG = "{http://www.w3.org/2000/svg}"
COLOURS = {"#000000", "#0072b2", "#666666", "black", "white", "none", "transparent", "invis"}


def drawn(figure: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(accessible_svg(figure.dot, figure.caption, " ".join(figure.alt), figure.name))


def proofs() -> tuple[Figure, ...]:
    society = ruleset("society")
    question, _ = parse_question("May an NGO speak in the Committee?", society.vocabulary)
    assert question is not None
    return proof.figures((explain(society, question),), True)


@needs("dot")
def test_every_figure_fits_on_a_page_in_type_of_8_points_and_three_colours() -> None:
    for figure in (*every_figure().values(), *proofs()):
        svg = drawn(figure)
        wide, high = (float(svg.get(side, "").removesuffix("pt")) for side in ("width", "height"))
        assert wide <= WIDEST and high <= HIGHEST, figure.name
        assert {text.get("font-size") for text in svg.iter(f"{SVG}text")} == {"8.00"}, figure.name
        used = {part.get(side, "none").casefold() for part in svg.iter() for side in ("fill", "stroke")}
        assert used <= COLOURS, figure.name


@needs("dot")
def test_no_part_of_a_figure_is_called_by_the_name_of_a_node() -> None:
    for figure in every_figure().values():
        for group in drawn(figure).iter(f"{SVG}g"):
            title = group.find(f"{SVG}title")
            assert title is None or not re.fullmatch(r"n\d+(->n\d+)?", title.text or "")
            assert title is not None or group.get("class") not in ("node", "edge")


def test_no_two_kinds_of_lines_differ_in_colour_alone() -> None:
    for kinds in ((MAY, ON, NOT), tuple(overlay.STROKES.values())):
        assert len({(k.style, k.head, k.sign) for k in kinds}) == len(kinds)


def test_the_key_has_the_styles_that_are_used_and_no_others() -> None:
    figures = every_figure()
    assert "forbidden" not in figures["club-entitlements"].dot
    for name, stroke in (("never-entitlements", NOT), ("draft-entitlements", MAY)):
        assert html(stroke.means) in figures[name].dot
    assert html(MAY.means) not in figures["never-entitlements"].dot
    assert html(ON.means) not in figures["never-entitlements"].dot


@pytest.mark.parametrize("stroke", [MAY, ON, NOT, *overlay.STROKES.values()])
def test_a_sample_in_the_key_has_the_style_of_its_line(stroke: overlay.Stroke) -> None:
    told = sample(stroke)
    assert stroke.sign in told
    assert stroke.style in told or stroke.style == "bold" or ":" in stroke.color


@needs("dot")
@settings(max_examples=4, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=25), min_size=12, max_size=24))
def test_texts_of_the_user_are_drawn_unchanged(texts: list[str]) -> None:
    texts = [clean(text) for text in (*texts, "[the [EU: &amp; <b>] \\N \\", "a\\nb & 'c' \"d\"") if clean(text)]
    graph = Graph("texts")
    for text in texts:
        graph.node(framed([text]), text)
        graph.node(f"<{left([html(text)])}>", text)
    svg = ElementTree.fromstring(accessible_svg(graph.whole(), "t", "d"))
    found = [g for g in svg.iter(f"{SVG}g") if g.get("class") == "node"]
    for number, text in enumerate(texts):
        for group in found[2 * number : 2 * number + 2]:
            title = group.find(f"{SVG}title")
            assert title is not None and title.text == text
            assert "".join(t.text or "" for t in group.iter(f"{SVG}text")) == text


def test_lines_are_never_wider_than_their_column_but_for_one_word() -> None:
    for line in wrapped("a long sentence of many words [with brackets] and honorificabilitudinitatibus", 60):
        assert " " not in line or len(line) < 25
