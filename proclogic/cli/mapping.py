"""Which words of one ruleset stand for which of another, and which have no counterpart.

    proclogic mapping untoc-cop my.rules --file my.mapping

Without --file the mapping is looked for in mappings/, by the names of the two; where none was written, the words that
both have are shown, and all others as without counterpart.
"""

from typing import Annotated

import typer

from proclogic.cli.options import Format, FormatOption, NoCache, Plain
from proclogic.cli.streams import out


def command(
    first: Annotated[str, typer.Argument(metavar="RULESET", help="A name, a file or a folder; - for stdin.")],
    second: Annotated[str, typer.Argument(metavar="RULESET", help="The one to compare with.")],
    file: Annotated[str | None, typer.Option("--file", metavar="FILE", help="The mapping, ending .mapping.")] = None,
    form: FormatOption = Format.text,
    plain: Plain = False,
    no_cache: NoCache = False,
) -> int:
    """Prints the mapping."""
    from proclogic.cli.reading import mapping_between, rulesets

    as_json = form is Format.json and not plain
    read = rulesets([first, second], cache=not no_cache, as_json=as_json)
    one, other = read[0], read[-1]
    from proclogic.mappings import in_common

    found = mapping_between(one, other, file, as_json) or in_common(one, other)
    from proclogic.papers import from_mapping

    out(from_mapping.written(found, (one.title, other.title), Format.plain.value if plain else form.value))
    return 0
