"""The Typer application, made for one command line: only the module of the command asked for is imported."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from proclogic.cli.commands import COMMANDS
from proclogic.cli.streams import out


def app(arguments: list[str]) -> typer.Typer:
    """The application with the command that the arguments name; with all of them for help or a mistyped name."""
    names = [arguments[0]] if arguments[0] in COMMANDS else list(COMMANDS)
    made = typer.Typer(
        rich_markup_mode=None,  # square brackets are the users' notation, and must never be read as markup
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    )
    made.callback(help="Reads rules of procedure and answers who may do what.")(_top)
    for name in names:
        module = import_module(f"proclogic.cli.{name}")
        made.command(name, help=module.__doc__, short_help=COMMANDS[name][1])(module.command)
    return made


def _version(asked: bool) -> None:
    if asked:
        from proclogic import __version__

        out(f"proclogic {__version__}\n")
        raise typer.Exit()


def _top(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Nothing is done before a command."""
