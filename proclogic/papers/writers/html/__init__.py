"""The HTML writer: one page that needs nothing but itself, and that can be read without its script.

The page asks for nothing from anywhere, and its own policy forbids it to. Everything is in it as text: the script only
adds what a reader does with it (look for rows, open reasons, make choices), and takes no words from anywhere but the
data of the page. `read` gives the paper back of which a page was made.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from proclogic.papers.document import Paper
from proclogic.papers.writers.files import Setting
from proclogic.papers.writers.html.embedded import Embedded, read
from proclogic.papers.writers.html.layout import Layout

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["read", "write"]

_HERE = Path(__file__).parent
_SCRIPTS = ("data.js", "tables.js", "choices.js", "keys.js")
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_SIZES = {"a4": "A4", "letter": "letter"}


def write(paper: Paper, setting: Setting) -> bytes:
    """The paper as a page."""
    embedded = Embedded(paper)
    layout = Layout(paper, embedded)
    style = _file("page.css").replace("$SIZE", _SIZES.get(setting.size, "A4"))
    script = "\n".join(map(_file, _SCRIPTS))
    text = (
        _templates()
        .get_template("page.html")
        .render(
            page=layout.page(),
            style=style,
            script=f'"use strict";\n(function () {{\n{script}\n}})();',
            policy=_policy,
            data=embedded.text(),
            right_to_left=paper.language.split("-")[0] in _RIGHT_TO_LEFT,
        )
    )
    return text.encode("utf-8", "replace")


def _policy(style: str, script: str) -> str:
    """What the page may do: nothing but use the style and the script that stand in it."""
    of_style, of_script = (f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in (style, script))
    parts = ("default-src 'none'", f"style-src {of_style}", f"script-src {of_script}", "img-src data:")
    return "; ".join((*parts, "base-uri 'none'", "form-action 'none'"))


@cache
def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    names = ("page.html", "blocks.html")
    return Environment(
        loader=DictLoader({name: _file(name) for name in names}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
