"""From the ids of norms back to rules named by number."""

from __future__ import annotations

import re

from proclogic.norms.model import AS_APPLIED, LAYERS
from proclogic.norms.numbers import Numbering
from proclogic.syntax.print_parts import Words
from proclogic.syntax.tree import RuleRef
from proclogic.values import unique

_FURTHER = "#"
_NUMBER = re.compile(
    r"(?=.*\d)[^\W_]+(?:[-./–][^\W_]+|\([^\W_]+\))*(?: (?:bis|ter|quater|quinquies|alt)(?:\([^\W_]+\))*)?\Z"
)
_SHORTEST_RUN = 3


def provision_of(norm_id: str) -> str:
    """The provision whose norm it is: "17(2)" of "17(2)#3" and of "17(2)#3 as applied by 2(2)"."""
    return norm_id.partition(AS_APPLIED)[0].partition(_FURTHER)[0]


def references(norm_ids: tuple[str, ...], words: Words, missed: list[str]) -> tuple[RuleRef, ...]:
    """The rules that these norms are of, each once; a layer stands for itself. Where `words` knows the numbers of the
    ruleset, a rule that is meant with all its parts is named as one, and a run of rules by its first and last."""
    if norm_ids and norm_ids[0] in LAYERS:
        return (RuleRef(layer=norm_ids[0]),)
    numbers = unique(provision_of(n) for n in norm_ids)
    if not numbers or any(not _NUMBER.match(n) for n in numbers):
        missed.append("rules without a number")
    if len(numbers) < 2 or not set(numbers) <= set(words.numbers):
        return tuple(RuleRef(n) for n in numbers)
    return _in_short(numbers, words.numbers)


def _in_short(named: tuple[str, ...], known: tuple[str, ...]) -> tuple[RuleRef, ...]:
    numbering, meant = Numbering(known), set(named)
    found: list[RuleRef] = []
    at = 0
    while at < len(known):
        if known[at] not in meant:
            at += 1
            continue
        run: list[str] = []  # rules side by side, each with all its parts
        while at < len(known) and known[at] in meant:
            whole = _whole(known[at], numbering, meant, known[at:])
            run.append(whole)
            at += len(numbering.named(RuleRef(whole)))
        if len(run) >= _SHORTEST_RUN:
            found.append(RuleRef(run[0], run[-1]))
        else:
            found += [RuleRef(n) for n in run]
    return tuple(found)


def _whole(number: str, numbering: Numbering, meant: set[str], following: tuple[str, ...]) -> str:
    """The widest rule that begins with this provision and of which every provision is meant."""
    for cut in (i for i, c in enumerate(number) if i and c in "(."):
        wider = number[:cut].strip()
        covered = numbering.named(RuleRef(wider))
        if len(covered) > 1 and covered == following[: len(covered)] and meant.issuperset(covered):
            return wider
    return number
