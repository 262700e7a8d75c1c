"""The styles of a paper: those that a template lacks are put into it.

Names are those under which Word lists them; a template that has a style of that name gives it its own look.
"""

from __future__ import annotations

from proclogic.papers.writers.word.xml import Element, el, parsed, qn
from proclogic.values import Value

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"
TITLE, SUBTITLE, CAPTION, FOOTER = "Title", "Subtitle", "caption", "footer"
NOTE, NOTE_MARK = "footnote text", "footnote reference"
HEADLINE, CITATION, FACT, NARROW, STEP = "Headline", "Citation", "Fact", "Fact Narrow", "Step"
PASSAGE, PASSAGE_HEADING, FIGURE, CLOSING, STAMP = "Passage", "Passage Heading", "Figure", "Closing Line", "Stamp"
CITED = "Cited"  # of letters: rules at the end of a statement
CELL, COLUMN, TABLE_NOTE, GRID = "Table Text", "Table Heading", "Table Note", "Paper Table"
HEADINGS = tuple(f"heading {n}" for n in range(1, 5))
FONT = "Times New Roman"
GREY = "666666"
LABEL = 1985  # twips from the margin to the text of a labelled statement: 3.5 cm
SIGN = 567  # the same where the label is a sign: 1 cm


class Style(Value):
    """A style: its look as the properties of a paragraph and of its letters, in the format's own words."""

    name: str
    sort: str = PARAGRAPH
    paragraph: str = ""
    letters: str = ""
    based: str = "Normal"
    next: str = ""
    more: str = ""  # of a table: what follows its properties


def _spaced(before: int, after: int, line: int = 0) -> str:
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _hanging(by: int) -> str:
    return f'<w:ind w:left="{by}" w:hanging="{by}"/>'


def _heading(level: int, size: int, letters: str) -> Style:
    look = f'<w:keepNext/><w:keepLines/>{_spaced(360 - 60 * level, 100)}<w:outlineLvl w:val="{level - 1}"/>'
    return Style(HEADINGS[level - 1], PARAGRAPH, look, letters + _size(size), next="Normal")


_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_GREY = f'<w:color w:val="{GREY}"/>'
_RULE = '<w:{0} w:val="single" w:sz="{1}" w:space="{2}" w:color="{3}"/>'
_BORDERS = "".join(_RULE.format(*one) for one in (("top", 8, 0, "000000"), ("bottom", 8, 0, "000000")))
_INNER = _RULE.format("insideH", 4, 0, GREY)
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
    '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
)
_TABLE_HEAD = (
    '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    f"{_RULE.format('bottom', 8, 0, '000000')}</w:tcBorders></w:tcPr></w:tblStylePr>"
)

STYLES = (
    _heading(1, 26, _BOLD),
    _heading(2, 24, _BOLD),
    _heading(3, 22, _BOLD),
    _heading(4, 22, _ITALIC),
    Style(TITLE, PARAGRAPH, f"<w:keepNext/><w:keepLines/>{_spaced(0, 200)}", _BOLD + _size(36), next="Normal"),
    Style(SUBTITLE, PARAGRAPH, f"<w:keepNext/>{_spaced(0, 240)}", _size(26), next="Normal"),
    Style(HEADLINE, PARAGRAPH, f"<w:keepLines/>{_spaced(120, 160)}", _BOLD + _size(26), next="Normal"),
    Style(CITATION, PARAGRAPH, f"<w:keepLines/>{_spaced(0, 120)}", _GREY + _size(18), next="Normal"),
    Style(
        FACT,
        PARAGRAPH,
        f'<w:tabs><w:tab w:val="left" w:pos="{LABEL}"/></w:tabs>{_spaced(0, 80)}{_hanging(LABEL)}',
    ),
    Style(NARROW, PARAGRAPH, f'<w:tabs><w:tab w:val="left" w:pos="{SIGN}"/></w:tabs>{_spaced(0, 80)}{_hanging(SIGN)}'),
    Style(STEP, PARAGRAPH, _spaced(0, 60)),
    Style(
        PASSAGE,
        PARAGRAPH,
        f'<w:tabs><w:tab w:val="left" w:pos="{LABEL}"/></w:tabs>{_spaced(0, 120)}{_hanging(LABEL)}',
    ),
    Style(PASSAGE_HEADING, PARAGRAPH, f"<w:keepNext/>{_spaced(200, 80)}", _ITALIC, next=PASSAGE),
    Style(FIGURE, PARAGRAPH, f"<w:keepNext/>{_spaced(200, 80)}", next=CAPTION),
    Style(CAPTION, PARAGRAPH, f"<w:keepLines/>{_spaced(200, 80)}", _BOLD + _size(20)),
    Style(CELL, PARAGRAPH, _spaced(0, 0, 240), _size(18)),
    Style(COLUMN, PARAGRAPH, "<w:keepNext/>", _BOLD, based=CELL),
    Style(TABLE_NOTE, PARAGRAPH, f"{_spaced(40, 40, 240)}{_hanging(227)}", _size(17)),
    Style(CLOSING, PARAGRAPH, _spaced(60, 60), _GREY + _size(18)),
    Style(FOOTER, PARAGRAPH, _spaced(0, 0, 240), _size(16)),
    Style(STAMP, PARAGRAPH, _spaced(0, 0, 240), _GREY + _size(16), based=FOOTER),
    Style(NOTE, PARAGRAPH, _spaced(0, 40, 240), _size(18)),
    Style(NOTE_MARK, CHARACTER, "", '<w:vertAlign w:val="superscript"/>', based=""),
    Style(CITED, CHARACTER, "", _GREY, based=""),
    Style(
        GRID,
        TABLE,
        based="",
        more=f"<w:tblPr><w:tblBorders>{_BORDERS}{_INNER}</w:tblBorders>{_CELL_MARGINS}</w:tblPr>{_TABLE_HEAD}",
    ),
)


class Styles:
    """The styles of a file: the ids by which its paragraphs name them."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._ids: dict[tuple[str, str], str] = {}
        for style in root.findall(qn("w:style")):
            name = style.find(qn("w:name"))
            if name is not None:
                self._ids[style.get(qn("w:type"), PARAGRAPH), name.get(qn("w:val"), "").lower()] = style.get(
                    qn("w:styleId"), ""
                )
        for style in STYLES:
            if (style.sort, style.name.lower()) not in self._ids:
                self._add(style)

    def id(self, name: str, sort: str = PARAGRAPH) -> str:
        """The id of a style."""
        return self._ids[sort, name.lower()]

    def _add(self, style: Style) -> None:
        own = "".join(part.capitalize() if part.islower() else part for part in style.name.split())
        taken = {s.get(qn("w:styleId")) for s in self._root.findall(qn("w:style"))}
        while own in taken:
            own += "1"
        self._ids[style.sort, style.name.lower()] = own
        based = self._ids.get((style.sort, style.based.lower()), "")
        follows = self._ids.get((style.sort, style.next.lower()), "")
        made = el(
            "w:style",
            el("w:name", val=style.name),
            el("w:basedOn", val=based) if based else None,
            el("w:next", val=follows) if follows else None,
            el("w:uiPriority", val="1"),
            el("w:qFormat"),
            parsed(f"<w:pPr>{style.paragraph}</w:pPr>") if style.paragraph else None,
            parsed(f"<w:rPr>{style.letters}</w:rPr>") if style.letters else None,
            type=style.sort,
            styleId=own,
        )
        for part in parsed(f"<w:more>{style.more}</w:more>") if style.more else ():
            made.append(part)
        if style.name not in _BUILT_IN:
            made.set(qn("w:customStyle"), "1")
        self._root.append(made)


_BUILT_IN = (*HEADINGS, TITLE, SUBTITLE, CAPTION, FOOTER, NOTE, NOTE_MARK)


def bare() -> str:
    """The styles of a file that has none but those of the body text."""
    return (
        f'<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" '
        f'w:eastAsia="{FONT}" w:cs="{FONT}"/>{_size(22)}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spaced(0, 120, 259)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style></w:styles>'
    )
