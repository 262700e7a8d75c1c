"""What a code means: an example that fails, one that passes, and what to do.

proclogic explain E203
"""

from typing import Annotated

import typer

from proclogic.cli.run import WRONG_COMMAND
from proclogic.cli.streams import err, out


def command(code: Annotated[str, typer.Argument(metavar="CODE", help="A code from a message, such as E203.")]) -> int:
    """Prints the page of a code."""
    from proclogic.diagnostics.page import near, shown

    page = shown(code)
    if page:
        out(page)
        return 0
    close = near(code)
    hint = f"Did you mean {' or '.join(close)}?" if close else "Codes look like E203; each message shows its own."
    err(f"I know no code {code}. {hint}\n")
    return WRONG_COMMAND
