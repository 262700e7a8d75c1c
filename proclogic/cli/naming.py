"""Finds the declared things that an option names."""

from __future__ import annotations

import typer

from proclogic.norms.model import Ruleset
from proclogic.norms.vocabulary import ACTOR, BODY, Act, Kind


def named(sort: str, names: list[str], ruleset: Ruleset) -> tuple[str, ...]:
    """The ids of the actors, acts or bodies of these names: singular, plural or another, with or without article."""
    vocabulary = ruleset.vocabulary
    things: tuple[Kind | Act, ...] = vocabulary.acts
    if sort != "act":
        things = tuple(kind for kind in vocabulary.kinds if kind.sort == (ACTOR if sort == "actor" else BODY))
    known: dict[str, str] = {}
    for thing in things:
        for phrase in (thing.id, thing.phrase, *thing.also, getattr(thing, "plural", "")):
            known.setdefault(_bare(phrase), thing.id)
    found = []
    for name in names:
        if _bare(name) not in known:
            from difflib import get_close_matches

            close = dict.fromkeys(known[one] for one in get_close_matches(_bare(name), list(known), 3))
            phrases = {thing.id: thing.phrase for thing in things}
            told = f"did you mean: {', '.join(phrases[one] for one in close)}?"
            if not close:
                told = f"there are: {', '.join(sorted(phrases.values()))}"
            raise typer.BadParameter(f'no {sort} is called "{name}"; {told}')
        found.append(known[_bare(name)])
    return tuple(dict.fromkeys(found))


def _bare(phrase: str) -> str:
    words = phrase.casefold().split()
    return " ".join(words[1:] if words and words[0] in ("a", "an", "the") else words)
