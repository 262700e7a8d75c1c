"""Short rulesets for the examination, and what it finds in them."""

from __future__ import annotations

from proclogic.conflicts.model import Finding
from proclogic.conflicts.whole import conflicts
from proclogic.norms.model import Ruleset
from tests.answers.texts import rules

WORDS = """Actor: expert.
Actor: expert NGO, a kind of NGO, a kind of expert.
Meeting: closed meeting, plural closed meetings, held by the Committee.
Act: take part, in a body, includes speak.
Act: speak, in a body.
Quality: accredited, of an actor.
Event: object to it, by a State Party.
Event: circulate its name, by the Chair.
"""


def text(provisions: str, words: str = WORDS, header: str = "") -> Ruleset:
    """A ruleset with the usual words of a committee."""
    return rules(words, provisions, header)


def found(provisions: str, *codes: str, words: str = WORDS, header: str = "") -> list[Finding]:
    """What is found in a text; only these codes, where some are named."""
    return list(conflicts(text(provisions, words, header), codes=codes).findings)


def blamed(findings: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """Each finding as its code and the provisions to blame."""
    return [(one.code, tuple(b.provision for b in one.blamed)) for one in findings]
