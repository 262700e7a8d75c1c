"""Lays changed provisions out: their words with what comes and what goes, each with who proposes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proclogic.compare.model import COME, GONE, Changed, Provisions, Words
from proclogic.compare.redline import redline
from proclogic.papers.document import AGREED, BRACKETED, DELETED, INSERTED, Fact, Facts, Passage, Passages, Run

_BRACKET = re.compile(r"([\[\]])")
_STATUSES = {COME: INSERTED, GONE: DELETED}


def passages(changed: Iterable[Changed]) -> Passages:
    """The texts of changed provisions."""
    return Passages(tuple(Passage(one.number, one.heading, _runs(one.words)) for one in changed))


def proposers(changed: Passages) -> tuple[Facts, ...]:
    """Who proposes which changes: tracked changes say it in Word, and other writers show words only."""
    found: dict[str, dict[str, None]] = {}
    for one in changed.passages:
        for run in one.runs:
            for who in run.by if run.status in _STATUSES.values() else ():
                found.setdefault(who, {})[one.number] = None
    if not found:
        return ()
    return (Facts(tuple(Fact("" if n else "Proposed by", who, tuple(found[who])) for n, who in enumerate(found))),)


def passage(one: Provisions) -> Passage:
    """The text of provisions of two rulesets that stand for each other, as changes of the first."""
    return Passage(one.b or one.a, "", _runs(redline(one)))


def _runs(words: Iterable[Words]) -> tuple[Run, ...]:
    found: list[Run] = []
    depth = 0  # of the square brackets that are open
    for one in words:
        if one.status in _STATUSES:
            found.append(Run(one.text, _STATUSES[one.status], one.by, one.date))
            continue
        for text in filter(None, _BRACKET.split(one.text)):
            within = depth or text == "["
            status = BRACKETED if within else AGREED
            if found and found[-1].status == status and (text != "[" or depth):
                found[-1] = found[-1].replace(text=found[-1].text + text)
            else:
                found.append(Run(text, status))
            depth = max(0, depth + (text == "[") - (text == "]"))
    return tuple(found)
