"""Whatever signs the texts of a paper hold, square brackets above all, every writer hands them on unchanged.

Papers are drawn that have a text in every place of the document model. Each form is read back from the written bytes by
other means than wrote it, and every text must be found there: with control characters as `layout.clean` shows them, and
line ends as spaces. What a form leaves out on purpose is named in OMITS.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from importlib import util
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from proclogic.drawing import drawn
from proclogic.figures.dot import html
from proclogic.layout import clean
from proclogic.papers.document import Paper
from proclogic.papers.writers import files, text
from proclogic.papers.writers.files import Setting
from tests.papers import whole
from tests.programs import needs

HARD = (
    *("[", "]", "[[", "[/Alt]", "[EU: x]", "[[shall] [should]]", "[7 bis]", "[red]x[/red]", "[x](y)", "[^1]", "]: z"),
    *('"', "'", "<", ">", "<b>", "</script>", "<!--", "-->", "]]>", "<r>a</r>", "&", "&amp;", "&#91;", "&&G"),
    *("#", "$", "\\", "\\n", "=1+1", "@import", "*", "_", "**b**", "`", "~~", "|", "://", "{{ x }}", "{% y %}", "%s"),
    *("_x0041_", "{+a+}", "{-b-}", "- ", "1. ", "+", "http://a.b/c?d=[e]&f", "...", "--", "---", "fi", "ffl"),
    *("\x00", "\x01", "\x1b[31m", "\x7f", "\x85", "\t", "\n", "\r\n", "\u2028", "\u00a0", "\u200b", "\ufffe", "\ufeff"),
    *(
        "مؤتمر",
        "שלום",
        "\u202e",
        "\u2068",
        "😀",
        "👩‍⚖️",
        "公约",
        "e\u0301",
        "a\u0323\u0308",
        "ﬁ",
        "Ω",
        "Ж",
        "ǆ",
        "ß",
        "İ",
    ),
    *("x" * 60, "word ", " ", "Conference"),
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(HARD), st.text(st.characters(max_codepoint=0x24F), max_size=8)),
    min_size=1,
    max_size=5,
).map("".join)
SAID = st.lists(TEXTS, min_size=8, max_size=20)  # the places of a paper have them in turn

SCREEN_ONLY = {"for a screen", "on a screen"}
PAPER_ONLY = {"for paper", "on paper"}
CHOICES = {"choice", "option", "variant", "open words", "option text", "owner"}  # for a reader at a screen
BY = {f"{which} proposer" for which in ("bracket", "first", "second", "third")}
OMITS = {
    ".json": set[str](),
    ".html": {"hint"},
    ".docx": {"hint"} | CHOICES | SCREEN_ONLY,
    ".pdf": {"hint"} | CHOICES | SCREEN_ONLY,
    ".xlsx": {"hint"} | CHOICES | PAPER_ONLY,
    ".md": {"hint", "detail"} | CHOICES | SCREEN_ONLY | BY,
    ".txt": {"hint", "detail", "caption", "wide caption"} | CHOICES | SCREEN_ONLY | BY,
}
SLOW = {".pdf": 2, ".docx": 3, ".html": 4, ".xlsx": 8}  # papers that are drawn for a form; of the others EXAMPLES
EXAMPLES = 15
FAST = settings(deadline=None, phases=(Phase.explicit, Phase.generate))  # to make smaller what fails takes minutes


def paper_of(texts: list[str]) -> tuple[Paper, dict[str, str]]:
    """A paper that has the texts in its places, and which text stands in which."""
    places: dict[str, str] = {}

    def say(name: str) -> str:
        return places.setdefault(name, texts[len(places) % len(texts)])

    label = say("label of a node")
    return whole.paper(say, f"digraph {{ a [label=<x{html(label)}>]; a -> b; }}"), places


# ------------------------------------------------------------------------------------------------------------- reading


def of_json(data: bytes) -> str:
    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for part in value:
                yield from strings(part)
        elif isinstance(value, dict):
            yield from strings(list(value.values()))

    return "\n".join(map(clean, strings(json.loads(data))))


def of_md(data: bytes) -> str:
    """What a reader of the page sees."""
    seen: list[str] = []
    known = {"text", "text_special", "em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"}
    source = re.sub(r"(?<!\\)\[\^(\d+)\]:?", "", data.decode("utf-8"))  # footnotes, which are no part of this Markdown
    for token in MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(source):
        for child in token.children or []:
            sup = child.type == "html_inline" and child.content in ("<sup>", "</sup>", "<ins>", "</ins>")
            assert sup or child.type in known | {"softbreak", "hardbreak"}, (child.type, child.content)
        if token.children:
            parts = (c.content for c in token.children if c.type in ("text", "text_special", "softbreak", "hardbreak"))
            seen.append("".join(part or " " for part in parts))
    return "\n".join(seen)


def of_docx(data: bytes) -> str:
    """The paragraphs of all parts of the file, with the alternative texts and the properties."""
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as inside:
        for name in inside.namelist():
            if not name.endswith(".xml"):
                continue
            tree = ElementTree.fromstring(inside.read(name))
            for element in tree.iter():
                if element.tag == f"{word}p":
                    parts = (
                        t for t in element.iter() if t.tag in (f"{word}t", f"{word}delText", f"{word}tab", f"{word}br")
                    )
                    found.append("".join(t.text or " " for t in parts))
                found += [
                    v for key, v in element.attrib.items() if key in ("descr", "title", f"{word}author", f"{word}val")
                ]
                found += [element.text] if element.text and name == "docProps/core.xml" else []
    return "\n".join(found)


class Page(HTMLParser):
    """The words of a page; blocks are parted by line ends."""

    INLINE = frozenset(
        [
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "code",
            "del",
            "em",
            "i",
            "ins",
            "mark",
            "s",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "u",
            "tspan",
        ]
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self.inside.append(tag)
        if tag not in self.INLINE:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.inside.pop()
        if tag not in self.INLINE:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.found.append(data)


def of_html(data: bytes) -> str:
    page = Page()
    page.feed(data.decode("utf-8"))
    embedded = re.search(r'<script type="application/json" id="paper">(.*?)</script>', data.decode("utf-8"), re.DOTALL)
    assert embedded is not None
    return "".join(page.found) + of_json(embedded[1].encode("utf-8"))


def of_xlsx(data: bytes) -> str:
    """The texts of all cells, as Excel reads them."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as inside:
        for name in inside.namelist():
            ElementTree.fromstring(inside.read(name))  # is XML
        tree = ElementTree.fromstring(inside.read("xl/sharedStrings.xml"))
    cells = ("".join(t.text or "" for t in cell.iter(f"{main}t")) for cell in tree.iter(f"{main}si"))
    return "\n".join(re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), cell) for cell in cells)


def of_pdf(data: bytes) -> str:
    """The pages one after the other, without what stands at their feet: a text may go on from one to the next."""
    pages = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    foot = r"\s*".join(map(re.escape, whole.STAMP)) + r"\s*\d+ / \d+\s*$"
    return "".join(re.sub(foot, "\n", page) for page in pages)


READERS: dict[str, Callable[[bytes], str]] = {
    ".json": of_json,
    ".md": of_md,
    ".txt": lambda data: data.decode("utf-8"),
    ".docx": of_docx,
    ".html": of_html,
    ".xlsx": of_xlsx,
    ".pdf": of_pdf,
}


# ------------------------------------------------------------------------------------------------------------ comparing


def squeezed(said: str) -> str:
    """Without spaces: where a line ends is a matter of the form."""
    return "".join(clean(said).split())


def is_seen(sign: str) -> bool:
    return unicodedata.category(sign) != "Cf" and not "\ufe00" <= sign <= "\ufe0f"


def visible(said: str) -> str:
    """Without what no reader sees, for which a PDF has no letters; and with letters in place of their ligatures."""
    return unicodedata.normalize("NFKC", "".join(filter(is_seen, squeezed(said))))


@cache
def pattern(said: str) -> re.Pattern[str]:
    """The text as a PDF may have it."""
    return re.compile("".join(map(_sign, squeezed(said))))


def _sign(sign: str) -> str:
    """A letter by itself or by its number; one that is not seen by its number or not at all."""
    number = f"U\\+{ord(sign):04X}"
    shown = re.escape(unicodedata.normalize("NFKC", sign).replace(" ", ""))
    return shown if sign.isascii() else f"(?:{shown}|{number})" if is_seen(sign) else f"(?:{number})?"


def is_mixed(said: str) -> bool:
    """Whether the order of the letters is a matter of layout: letters that run from right to left, marks on letters."""
    return any(unicodedata.bidirectional(c) in ("R", "AL", "RLO", "RLE", "RLI", "LRO", "FSI") for c in said) or any(
        unicodedata.combining(c) for c in unicodedata.normalize("NFD", said)
    )


def missing(ending: str, read: str, texts: set[str]) -> set[str]:
    """The texts that are not in what was read."""
    if ending != ".pdf":
        there = squeezed(read)
        return {said for said in texts if squeezed(said) not in there}
    there = visible(read)
    composed = Counter(unicodedata.normalize("NFD", there))
    lost = set()
    for said in texts:
        if is_mixed(said):
            letters = Counter(c for c in unicodedata.normalize("NFD", visible(said)) if c.isalpha())
            by_number = {c for c in letters if f"U+{ord(c):04X}" in there}
            if any(composed[c] < number for c, number in letters.items() if c not in by_number):
                lost.add(said)
        elif not pattern(said).search(there):
            lost.add(said)
    return lost


def is_there(ending: str) -> bool:
    name = {".docx": "word"}.get(ending, ending.removeprefix("."))
    return ending in (".md", ".txt", ".json") or util.find_spec(f"proclogic.papers.writers.{name}") is not None


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param(ending, marks=() if is_there(ending) else pytest.mark.skip(reason=f"no writer for {ending} yet"))
        for ending in files.ENDINGS
    ],
)
def test_every_text_of_a_paper_is_in_the_file_unchanged(ending: str) -> None:
    @settings(FAST, max_examples=SLOW.get(ending, EXAMPLES))
    @given(SAID)
    @example(["", "[x]"])
    @example([""])
    @example(["\u200b"])
    def check(said: list[str]) -> None:
        paper, places = paper_of(said)
        told = {words for place, words in places.items() if place not in OMITS[ending] | {"label of a node"}}
        read = READERS[ending](files.written(paper, ending, Setting()))
        assert not missing(ending, read, told)

    check()


@given(SAID)
@settings(FAST, max_examples=EXAMPLES)
def test_every_text_of_a_paper_is_on_the_screen_unchanged(said: list[str]) -> None:
    paper, places = paper_of(said)
    left_out = OMITS[".txt"] - {"hint"} - SCREEN_ONLY
    left_out |= {"source", "cover title", "subtitle", "examined", "what", "title", "heading", "label of a node"}
    left_out |= {"first footnote", "second footnote"}
    told = {words for place, words in places.items() if place not in left_out}
    assert not missing(".txt", text.write(paper, 3000), told)


@needs("dot")
@settings(FAST, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(SAID)
def test_every_label_of_a_figure_is_in_the_drawing_unchanged(said: list[str]) -> None:
    labels = [label for label in said if clean(label).strip()]
    dot = "digraph {" + "".join(f"n{n} [label=<{html(label)}>];" for n, label in enumerate(labels)) + "}"
    tree = ElementTree.fromstring(drawn(dot, "svg"))
    read = "\n".join(element.text or "" for element in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert not missing(".txt", read, set(labels))
