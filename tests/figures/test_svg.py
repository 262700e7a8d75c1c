"""SVG for readers who see it and for those who have it read to them."""

from __future__ import annotations

from xml.etree import ElementTree

from proclogic.drawing import accessible_svg
from tests.programs import needs

pytestmark = needs("dot")

DOT = """digraph g {
graph [label="Rules & <more>"];
n1 [label="[NGO]", tooltip="An NGO"];
n2 [label="Conference\\nof \\"all\\""];
n1 -> n2 [label="r. 41", tooltip="An NGO may speak: rule 41"];
n2 -> n1;
}"""
SVG = "{http://www.w3.org/2000/svg}"


def test_a_figure_is_a_picture_with_a_title_and_a_description() -> None:
    svg = ElementTree.fromstring(accessible_svg(DOT, "Who <may> & who not", "An NGO may speak."))
    assert svg.get("role") == "img"
    title, desc = svg[0], svg[1]
    assert (title.tag, title.text) == (f"{SVG}title", "Who <may> & who not")
    assert (desc.tag, desc.text) == (f"{SVG}desc", "An NGO may speak.")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_nodes_and_edges_are_called_by_their_words() -> None:
    svg = ElementTree.fromstring(accessible_svg(DOT, "t", "d"))
    named = {g.get("class"): [] for g in svg.iter(f"{SVG}g") if g.get("class")}
    for group in svg.iter(f"{SVG}g"):
        title = group.find(f"{SVG}title")
        if title is not None:
            named[group.get("class")].append(title.text)
    assert named == {"graph": [], "node": ["An NGO", 'Conference of "all"'], "edge": ["An NGO may speak: rule 41"]}


def test_what_is_drawn_stays_and_links_that_lead_nowhere_go() -> None:
    svg = ElementTree.fromstring(accessible_svg(DOT, "t", "d"))
    assert not list(svg.iter(f"{SVG}a"))
    assert len(list(svg.iter(f"{SVG}ellipse"))) == 2
    assert [t.text for t in svg.iter(f"{SVG}text")] == ["Rules & <more>", "[NGO]", "Conference", 'of "all"', "r. 41"]


def test_the_ids_of_several_figures_on_a_page_do_not_meet() -> None:
    made = [ElementTree.fromstring(accessible_svg(DOT, "t", "d", prefix)) for prefix in ("one", "two")]
    ids = [part.get("id") for svg in made for part in svg.iter() if part.get("id")]
    assert len(ids) == len(set(ids))
    assert "<?xml" not in accessible_svg(DOT, "t", "d") and "<!DOCTYPE" not in accessible_svg(DOT, "t", "d")
