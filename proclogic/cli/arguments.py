"""Tells the question from the rulesets among the arguments of a command."""

from __future__ import annotations

import os

import typer


def split(arguments: list[str], command: str = "query") -> tuple[list[str], str]:
    """The names of the rulesets, and the question: the argument that ends in a question mark, else the one with spaces.

    "-" in the place of the question is read from the standard input."""
    asked = [a for a in arguments if a.rstrip().endswith("?")]
    asked = asked or [a for a in arguments if " " in a.strip() and not os.path.exists(a)]
    if len(asked) > 1:
        raise typer.BadParameter(f'I see two questions: "{asked[0]}" and "{asked[1]}". Ask one at a time.')
    if not asked and arguments[-1] == "-":
        asked = ["-"]
    if not asked or (len(asked[0].split()) < 2 and asked[0] != "-"):
        raise typer.BadParameter(
            "I see no question. Put it after the rulesets, in quotation marks: "
            f'proclogic {command} untoc-cop "May an NGO speak in plenary meetings of the Conference?"'
        )
    rest = list(arguments)
    rest.remove(asked[0]) if asked[0] != "-" else rest.pop()
    if not rest:
        raise typer.BadParameter("name a ruleset before the question; proclogic rulesets lists them")
    if asked[0] == "-":
        if "-" in rest:
            raise typer.BadParameter("the standard input is either the ruleset or the question")
        return rest, typer.get_text_stream("stdin").read().strip()
    return rest, asked[0]
