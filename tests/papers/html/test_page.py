"""The page as a text: what is in it, what it may do, and the paper read back from it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml import html as lxml_html

from proclogic import drawing
from proclogic.papers import stored
from proclogic.papers.document import Closing, Paper, Sentence, Table
from proclogic.papers.writers import html
from proclogic.papers.writers.files import LETTER, Setting, written
from tests.papers import whole
from tests.papers.html import pages


def page(paper: Paper, setting: Setting | None = None) -> str:
    return written(paper, ".html", setting or Setting()).decode("utf-8")


@pytest.fixture(scope="module")
def text() -> str:
    return page(pages.page())


@pytest.fixture(scope="module")
def tree(text: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(text)


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(text: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    style, script = re.search(r"<style>(.*?)</style>", text, re.S), re.findall(r"<script>(.*?)</script>", text, re.S)
    assert policy and style and len(script) == 1
    of = [b64encode(sha256(part.encode()).digest()).decode() for part in (style[1], script[0])]
    assert policy[1] == (
        f"default-src 'none'; style-src 'sha256-{of[0]}'; script-src 'sha256-{of[1]}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_in_the_page_leads_out_of_it_or_runs_by_itself(tree: lxml_html.HtmlElement) -> None:
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name not in ("src", "style", "action"), (element.tag, name)
            assert name != "href" or value.startswith("#"), value


def test_every_link_has_its_place_and_no_id_stands_twice(tree: lxml_html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    missing = {href for href in tree.xpath("//a/@href") if href[1:] not in ids}
    assert not missing


def test_headings_skip_no_level_and_tables_have_captions_and_scopes(tree: lxml_html.HtmlElement) -> None:
    levels = [int(e.tag[1]) for e in tree.iter() if isinstance(e.tag, str) and re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    for table in tree.iter("table"):
        assert table.find("caption") is not None
        assert {th.get("scope") for th in table.iter("th")} <= {"row", "col"}


def test_it_has_landmarks_a_skip_link_a_language_and_the_size_of_its_pages(text: str) -> None:
    for part in ('<html lang="en"', "<main id=", "<nav aria-label=", "<footer>", 'class="skip" href="#main"'):
        assert part in text
    assert "size: A4;" in text and "size: letter;" in page(whole.paper(), Setting(LETTER))


def test_everything_is_in_the_page_without_its_script(tree: lxml_html.HtmlElement) -> None:
    for script in tree.xpath("//script"):
        script.drop_tree()
    shown = " ".join(tree.text_content().split())

    def said(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        parts = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
        return [text for part in parts for text in said(part)]

    paper = whole.paper()
    wanted = [text for text in said(stored.data(paper)["blocks"]) if text.startswith("The ")]
    unseen = {"The hint [of the text] is here", "The variant [of the text] is here", "The choice [of the text] is here"}
    assert {text for text in wanted if text not in shown} <= unseen | {"The option [of the text] is here"}


def test_inserted_and_deleted_words_say_so_and_who_proposes_them(tree: lxml_html.HtmlElement) -> None:
    inserted, deleted = tree.xpath("//ins")[0], tree.xpath("//del")[0]
    assert inserted.get("title").startswith("inserted, proposed by The first proposer")
    assert deleted.text_content().startswith("[deleted, proposed by The third proposer [of the text] is here:] ")


def test_the_paper_is_read_back_from_its_page(text: str) -> None:
    assert html.read(text) == pages.page()


@pytest.mark.parametrize("words", ["[may][shall] </script><b>&amp; \\ ' \" \x07 \u202e ע 🙂 <!--", "]]>", "\u2028"])
def test_any_text_goes_through_the_page_unchanged(words: str) -> None:
    table = Table(words, (words,), ((words,),), filters=(0,), details=((Sentence(words),),))
    paper = Paper(words, (Sentence(words), table, Closing((words,))), notes=(words,), stamp=(words,))
    made = page(paper)
    assert html.read(made) == paper
    cells = lxml_html.document_fromstring(made).xpath("//tbody//th")
    assert cells[0].text_content() == words.replace("\x07", "␇").replace("\u2028", " ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<p>hello</p>", "no page of proclogic"),
        ('<script id="paper">{"schema": "other/1"}</script>', "no page of proclogic"),
        ('<script id="paper">{"schema": "proclogic/pa', "damaged"),
        ('<script id="paper">{"schema": "proclogic/page/1"}</script>', "damaged"),
        ('<script id="paper">{"schema": "proclogic/page/2"}</script>', "newer proclogic"),
        ('<script id="paper">[]</script>', "no page of proclogic"),
    ],
)
def test_what_is_no_page_of_ours_is_refused_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        html.read(text)


def test_a_page_that_was_cut_or_changed_is_refused_and_never_read_wrongly(text: str) -> None:
    start = text.index('id="paper"')
    with pytest.raises(ValueError, match="damaged"):
        html.read(text[: start + 2000])
    data = json.loads(text[text.index(">", start) + 1 : text.index("</script>", start)])
    for name in data:
        if name not in ("schema", "paper"):
            broken = json.dumps(data | {name: [[99, 99, 99, 99]]})
            with pytest.raises(ValueError):
                html.read(f'<script id="paper">{broken}</script>')


def test_without_graphviz_the_figure_is_told_in_words_and_as_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> str:
        raise drawing.NoProgram(drawing.HOW)

    monkeypatch.setattr(drawing, "accessible_svg", missing)
    made = page(whole.paper())
    assert "<svg" not in made and "Graphviz was not there" in made
    figure = made[made.index("<figure") : made.index("</figure>")]
    assert "The drawn [of the text] is here" in figure and "<table" in figure


def test_rows_that_come_to_the_same_share_their_reasons_in_the_page() -> None:
    reasons = (Sentence("Because of the long reason."),)
    table = Table("Rows", ("Row",), tuple((str(n),) for n in range(50)), details=(reasons,) * 50)
    assert page(Paper("Rows", (table,))).count("Because of the long reason.") == 2  # in the text, and in the data
