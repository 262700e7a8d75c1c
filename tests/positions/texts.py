"""A small text in which every result occurs, and ways to ask it."""

from __future__ import annotations

from functools import cache

from proclogic.answers.options import Options
from proclogic.compiled import ruleset as compiled
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Ruleset
from proclogic.positions.judging import assess
from proclogic.positions.model import Assessment, Judged, Position
from proclogic.positions.reading import read_position
from proclogic.sources import Source

HALL = """Ruleset: hall.
Language: 1.
Title: "Rules of a village hall [draft]".
Layer: rules.
Certainty: verbatim.
Silence: not conferred.

Actor: member.
Actor: guest.
Disjoint: member, guest.
Body: the assembly, of members.
Officer: the warden, of the assembly.
Object: letter.
Act: attend, a body.
Act: speak, in a body.
Act: record, a body.
Act: film, a body.
Act: vote, in a body.
Act: sing, in a body.
Act: sit, in a body.
Act: dance, in a body.
Act: submit, a letter, to a body.
Quality: is a patron, of a guest.
Judgement: worthy, of a guest.
Event: object to it, by a member.
Event: invite it, by the warden.
Event: admit it, by the assembly.
Event: light the stove, by the warden.
Event: ring the bell, by the warden.
Event: sweep the floor, by the warden.
Event: open the windows, by the warden.
Event: close the hall, by the assembly.
Moment: the session.

1      A member may attend the assembly.
2      A guest may attend the assembly, unless a member objects to it.
       The matter of a guest is referred to the assembly if a member objects to it.
       A guest may attend the assembly if a member objects to it and the assembly admits it.
3      A guest may speak in the assembly if the warden invites it.
4
       Dispute "sound": "keep a record".
       Reading "wide": A guest may record the assembly.
           Authority: "the members".
       Reading "narrow": nothing more.
           Authority: "the warden".
5      A worthy guest may film the assembly.
6      A guest may not vote in the assembly.
7      A guest that is a patron may sit in the assembly.
8
       Dispute "dance": "move about".
       Reading "with leave": A guest may dance in the assembly if the warden invites it.
       Reading "not at all": nothing more.
9      The warden shall light the stove at least 2 days before the session.
       The warden should ring the bell.
10
       Dispute "broom": "keep clean".
       Reading "a duty": The warden shall sweep the floor.
       Reading "a wish": nothing more.
11
       Dispute "air": "airy".
       Reading "a duty": The warden shall open the windows.
           Standing: minority.
       Reading "a wish": nothing more.
12     Nothing in this provision lets a guest sing in the assembly.
13     Whether the assembly closes the hall is decided by two thirds of the members present and voting.
14     A guest may sing in the assembly if the warden invites it.
       Layer: practice.
"""


@cache
def hall() -> Ruleset:
    """The ruleset."""
    made, found, _ = compiled([Source("hall.rules", HALL)], {}, "hall")
    assert made is not None, found
    return made


def read(text: str) -> tuple[Position, list[Diagnostic]]:
    """A position from its text."""
    return read_position(Source("asks.position", text), "asks")


def position(text: str) -> Position:
    """A position whose text has no mistake."""
    made, found = read(text)
    assert [(d.code, d.message) for d in found] == []
    return made


def held(text: str, options: Options | None = None) -> Assessment:
    """The hall, held to the asks of a text."""
    return assess(position(text), hall(), options or Options())


def judged(*lines: str, options: Options | None = None) -> Judged:
    """What a single target comes to."""
    found = held("\n".join(['Ask 1: "One".', *lines]), options)
    return found.held[0].targets[0]
