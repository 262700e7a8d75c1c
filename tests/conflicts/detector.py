"""Measures the examination: rulesets with one defect each (it must be found, and blamed on what was put in), and clean
ones with harmless edits (nothing may be found).

    python -m tests.conflicts.detector        the whole suite, with a report: recall and false alarms of each kind
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from proclogic import compiled
from proclogic.conflicts.model import Finding
from proclogic.conflicts.whole import conflicts
from proclogic.norms.model import Ruleset
from proclogic.sources import Source
from proclogic.values import Value
from tests.conflicts.clean import HEAD, lines, text
from tests.conflicts.defects import DEFECTS, HEADERS
from tests.conflicts.harmless import HARMLESS

OF_A_KIND = 20  # rulesets for each kind of defect, and for each harmless edit


class Tried(Value):
    """One ruleset of the suite: the kind of defect (or of harmless edit), the number that draws it, what was wrong with
    what the examination said of it ("" for nothing)."""

    kind: str
    number: int
    defect: bool
    missed: bool
    alarms: tuple[str, ...]


def suite(each: int = OF_A_KIND) -> Iterator[Tried]:
    """Every ruleset of the suite, examined."""
    for code in DEFECTS:
        for number in range(each):
            yield injected(code, number)
    for edit in HARMLESS:
        for number in range(each):
            yield harmless(edit, number)


def injected(code: str, number: int) -> Tried:
    """A clean ruleset with one defect."""
    made, numbers = written(Random(f"{code} {number}"), code)
    found = examined(made)
    hit = [f for f in found if f.code == code and _exact(code, {b.provision for b in f.blamed}, numbers)]
    return Tried(code, number, True, not hit, tuple(_told(f) for f in found if f not in hit and not _follows(code, f)))


def written(random: Random, code: str) -> tuple[str, set[str]]:
    """A clean text with one defect, and the numbers of the provisions to blame."""
    clean = lines(random)
    made, guilty = DEFECTS[code](random, clean)
    random.shuffle(made)
    head = HEAD.replace("Actor: State.\n", HEADERS.get(code, "") + "Actor: State.\n", 1)
    return text(made, head=head), {str(i) for i, line in enumerate(made, 1) if line in guilty}


def harmless(edit: str, number: int) -> Tried:
    """A clean ruleset with an edit that changes nothing."""
    random = Random(f"{edit} {number}")
    found = examined(HARMLESS[edit](random, text(lines(random))))
    return Tried(edit, number, False, False, tuple(_told(f) for f in found))


def examined(made: str) -> tuple[Finding, ...]:
    """What is found in a text."""
    return conflicts(compiled_from(made), remedied=0).findings


def compiled_from(written: str) -> Ruleset:
    """The ruleset of a text that must be right."""
    made, faults, _ = compiled.ruleset([Source("clean.rules", written)], {}, "clean")
    assert made is not None, ([f.message for f in faults], written)
    return made


FOLLOWING: dict[str, set[str]] = {  # findings that a defect of a kind brings with it, and that are true
    "C101": {"G203"},  # whoever may speak, and is then forbidden to attend, lacks what speaking takes for granted
    "C108": {"G203"},
    "G208": {"G203"},  # the same of a grant to attend that is set aside
}


def _exact(code: str, blamed: set[str], numbers: set[str]) -> bool:
    """Whether just what was put in is blamed; for a gap, which nobody puts in, some of the rules on the act."""
    return blamed <= numbers if code == "G205" else blamed == numbers


def _follows(code: str, found: Finding) -> bool:
    return found.code in FOLLOWING.get(code, ())


def _told(found: Finding) -> str:
    return f"{found.code} {', '.join(b.provision for b in found.blamed)}: {found.message}"


def report(tried: list[Tried]) -> list[str]:
    """Recall and false alarms of each kind, one a line."""
    found = []
    for kind in dict.fromkeys(t.kind for t in tried):
        mine = [t for t in tried if t.kind == kind]
        alarms = sum(len(t.alarms) for t in mine)
        recall = f"{sum(not t.missed for t in mine)} of {len(mine)} found" if mine[0].defect else f"{len(mine)} edited"
        found.append(f"{kind:<8} {recall:<18} {alarms} false alarm{'' if alarms == 1 else 's'}")
    return found


if __name__ == "__main__":
    every = list(suite())
    print("\n".join(report(every)))
    print(f"{len(every)} rulesets")
    for one in every:
        for alarm in one.alarms:
            print(f"{one.kind} {one.number}: {alarm}")
        if one.missed:
            print(f"{one.kind} {one.number}: missed")
