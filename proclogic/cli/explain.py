"""Why, why not, and what would change it; or what a code means.

    proclogic explain untoc-cop "Why may an NGO with observer status not submit written statements?"

    proclogic explain untoc-cop "May an NGO attend plenary meetings of the Conference?"
        --given "a State Party objected to it" --to proof.svg

    proclogic explain E203

The explanation is in the words of the rules. --brief says the least, --full leaves nothing out. A question may begin
with "may", "why may", "why may ... not", "is", "does".
"""

import re
from typing import Annotated

import typer

from proclogic.cli import arguments
from proclogic.cli.options import (
    COUNTED,
    Layers,
    NoCache,
    Plain,
    Readings,
    Resolve,
    Strict,
    Written,
    WrittenOption,
    options,
    readings,
    resolved,
)
from proclogic.cli.run import INCOMPLETE, WRONG_COMMAND
from proclogic.cli.streams import err, out
from proclogic.cli.writing import Date, Size, Template, Wanted, answer, material, wanted
from proclogic.papers.document import Paper

DRAWN = (".svg", ".png", ".dot")  # the proof graph alone
_CODE = re.compile(r"[A-Za-z]\d{3}")


def command(
    words: Annotated[list[str], typer.Argument(metavar='RULESET... "QUESTION" | CODE', show_default=False)],
    given: Annotated[
        list[str] | None, typer.Option("--given", metavar="FACTS", help="What is given, joined by and.")
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="What can be read aloud in half a minute.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Every case, and every rule that was examined.")] = False,
    strict: Strict = False,
    layers: Layers = COUNTED,
    reading: Readings = None,
    resolve: Resolve = None,
    mapping: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A mapping between the words of two rulesets.")
    ] = None,
    form: WrittenOption = Written.text,
    plain: Plain = False,
    to: Annotated[
        str | None, typer.Option("--to", metavar="FILE", help="A proof graph: .svg .png .dot; a paper: .docx .pdf ...")
    ] = None,
    template: Template = None,
    size: Size = None,
    date: Date = None,
    no_cache: NoCache = False,
) -> int:
    """Prints the explanation, or the page of a code."""
    if len(words) == 1 and " " not in words[0].strip() and not words[0].rstrip().endswith("?"):
        return _page(words[0])
    names, asked = arguments.split(words, "explain")
    if brief and full:
        raise typer.BadParameter("--brief and --full contradict each other: use one")
    file = wanted(to, template, size, date, DRAWN)
    general = options(strict, layers)
    from proclogic.cli.explaining import explanations
    from proclogic.cli.reading import rulesets

    as_json = form is Written.json and not plain
    read = resolved(resolve or (), rulesets(names, cache=not no_cache, as_json=as_json), general.layers)
    if mapping and len(read) < 2:
        raise typer.BadParameter("a mapping is between two rulesets: name both before the question")
    chosen = [general.replace(readings=each) for each in readings(reading or (), read)]
    found = explanations(read, asked, given or [], chosen, full, as_json, brief, mapping)
    from proclogic.papers import write

    level = "brief" if brief else "full" if full else "usual"
    text = write.explanations(found, Written.plain.value if plain else form.value, level)
    if file is not None and file.ending in DRAWN:
        from proclogic.cli.figures import write_figures
        from proclogic.figures.proof import figures

        out(text)
        missing = write_figures(figures(found, full), file.path)
        return missing or (0 if all(one.answer.complete for one in found) else INCOMPLETE)

    def paper(of: Wanted) -> Paper:
        from proclogic.figures.proof import figures
        from proclogic.papers import made

        used = [one.answer.asked_as.mapping for one in found if one.answer.asked_as is not None]
        drawn = figures(found, full) if any(case.whys for one in found for case in one.cases) else ()
        return made.explanations(found, material(of, read, chosen, used, mapping or ()), level, drawn)

    answer(text, file, paper)
    return 0 if all(one.answer.complete for one in found) else INCOMPLETE


def _page(code: str) -> int:
    """Prints the page of a code."""
    from proclogic.diagnostics.page import near, shown

    page = shown(code)
    if page:
        out(page)
        return 0
    close = near(code)
    if _CODE.fullmatch(code.strip()) or close:
        hint = f"Did you mean {' or '.join(close)}?" if close else "Codes look like E203; each message shows its own."
        err(f"I know no code {code}. {hint}\n")
    else:
        err(
            f"I know no code {code}, and I see no question. Put one after the ruleset, in quotation marks: "
            'proclogic explain untoc-cop "May an NGO attend plenary meetings of the Conference?"\n'
        )
    return WRONG_COMMAND
