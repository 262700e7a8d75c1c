"""Lists the rulesets that can be asked by name: those of the folder rulesets/ here, and those that come with proclogic.

proclogic rulesets
"""

from proclogic.cli.options import Format, FormatOption
from proclogic.cli.streams import out


def command(form: FormatOption = Format.text) -> int:
    """Prints the list."""
    from proclogic.library import listing
    from proclogic.papers import from_listing, write

    if form is Format.json:
        out(write.as_json(from_listing.data(listing())))
    elif form is Format.csv:
        out(from_listing.as_csv(listing()))
    else:
        out(write.paper(from_listing.paper(listing()), form.value))
    return 0
