"""Noun phrases and acts with their complements: the parts of the surface tree that questions have too."""

from __future__ import annotations

from proclogic.norms.conditions import Formula
from proclogic.sources import NOWHERE, Span
from proclogic.values import Value


class NounPhrase(Value):
    """A declared kind with its qualifiers, in the order written: adjectives first, then what follows the noun.

    Each qualifier is Has, Not(Has), Is or Not(Is) about the individual of the kind's sort. `text` is as written."""

    kind: str
    sort: str
    before: tuple[Formula, ...] = ()
    after: tuple[Formula, ...] = ()
    text: str = ""
    span: Span = NOWHERE
    _apart = ("span", "text")


class ActPhrase(Value):
    """An act with what it is done to and where: alternatives of bodies (joined by or), one object or none."""

    act: str
    bodies: tuple[NounPhrase, ...] = ()
    object: NounPhrase | None = None
    span: Span = NOWHERE
    _apart = ("span",)
