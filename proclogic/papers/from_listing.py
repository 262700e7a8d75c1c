"""Lays out the list of rulesets that can be asked by name."""

from __future__ import annotations

from typing import Any

from proclogic.library import Listed
from proclogic.papers.document import Closing, Fact, Facts, Headline, Paper
from proclogic.papers.words import certainty_word

COLUMNS = ("Name", "Title", "Adopted", "Layer", "Certainty", "Provisions")


def paper(listed: tuple[Listed, ...]) -> Paper:
    """The list as a table."""
    if not listed:
        return Paper("", (Headline("No ruleset was found."),))
    number = f"{len(listed)} ruleset{'s' if len(listed) > 1 else ''} can be asked by name."
    faulty = tuple(f"{one.id} has errors: proclogic check {one.id}" for one in listed if not one.readable)
    ask = ('Ask one: proclogic query NAME "Who may vote?"', "A file of your own: proclogic query my.rules ...")
    told = Facts(tuple(fact for one in listed for fact in _facts(one)))
    return Paper("", (Headline(number), told, Closing(faulty, ask)))


def data(listed: tuple[Listed, ...]) -> dict[str, Any]:
    """The list as `proclogic/rulesets/1`."""
    return {
        "schema": "proclogic/rulesets/1",
        "rulesets": [
            {
                "id": one.id,
                "title": one.title,
                "adopted": one.adopted,
                "layer": one.layer,
                "certainty": one.certainty,
                "provisions": one.provisions,
                "readable": one.readable,
            }
            for one in listed
        ],
    }


def as_csv(listed: tuple[Listed, ...]) -> str:
    """The list as CSV."""
    from proclogic.papers.as_csv import lines

    return lines(tuple(name.lower() for name in COLUMNS), [_row(one) for one in listed])


def _facts(one: Listed) -> tuple[Fact, ...]:
    """The title of a ruleset, and below it what else is to be known of it."""
    if not one.readable:
        return (Fact(one.id, "cannot be read"),)
    dated = f"adopted {one.adopted}" if one.adopted else ""
    count = f"{one.provisions} provision{'s' if one.provisions != 1 else ''}"
    about = "; ".join(w for w in (dated, one.layer, certainty_word(one.certainty), count) if w)
    return Fact(one.id, one.title), Fact("", about)


def _row(one: Listed) -> tuple[str, ...]:
    title = one.title if one.readable else "cannot be read"
    return (one.id, title, one.adopted, one.layer, one.certainty, str(one.provisions))
