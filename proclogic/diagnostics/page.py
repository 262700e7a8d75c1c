"""The page of a diagnostic code, as `proclogic explain CODE` shows it."""

from __future__ import annotations

from pathlib import Path

from proclogic.layout import WIDTH, wrap

PAGES = Path(__file__).parent / "pages"


def page(code: str) -> str:
    """The page of a code as Markdown text; "" when there is none."""
    name = code.strip().upper()
    path = PAGES / f"{name}.md"
    return path.read_text(encoding="utf-8") if name.isalnum() and path.is_file() else ""


def shown(code: str) -> str:
    """The page as plain text for a terminal: headings without their signs, examples indented, the rest wrapped."""
    lines: list[str] = []
    fenced = short = False
    for line in page(code).splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            short |= line[:1].isdigit()
            lines.append(f"    {line}".rstrip())
        else:
            lines += wrap(line.lstrip("# ") if line.startswith("#") else line, WIDTH)
    if short and not _is_whole(code):
        lines += ["", *wrap(_WORDS, WIDTH)]
    return "\n".join(lines) + "\n" if lines else ""


_WORDS = (
    "The examples leave out the lines that come before them: the name of the ruleset, and the declarations of State "
    "Parties, NGOs, the Conference with its President and its plenary meetings, observer status, and some acts."
)


def _is_whole(code: str) -> bool:
    """Whether the examples are files as they stand."""
    return "Language: " in page(code)


def near(code: str) -> tuple[str, ...]:
    """Codes that are written almost like this one."""
    from difflib import get_close_matches

    from proclogic.diagnostics.codes import CODES

    return tuple(get_close_matches(code.strip().upper(), sorted(CODES), n=3, cutoff=0.5))
