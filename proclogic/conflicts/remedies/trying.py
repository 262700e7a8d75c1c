"""What would settle a finding. Each change is made in the part of the text that it can touch, and this part is examined
for everything: the change is told where the finding is gone and none has come that was not there before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import ModuleType

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies import circles, clashes, gaps, powers, rights, times, useless
from proclogic.conflicts.remedies.changes import Change, Drafter, possible
from proclogic.conflicts.remedies.part import part_around
from proclogic.norms.model import Norm, Ruleset
from proclogic.norms.names import cite_all

MOST = 4  # changes that are told of one finding
TRIES = 12  # changes that are tried for one finding
LONGEST = 70  # words in which a change is told

Propose = Callable[[Examination, Drafter, Finding, Sequence[Norm]], Iterator[Change | None]]

PROPOSING: Mapping[str, Propose] = {
    code: propose
    for module in (clashes, circles, times, powers, rights, gaps, useless)
    for code, propose in module.PROPOSING.items()
}


class Settling:
    """Looks for changes that settle findings of one examination. `kinds` are all that is looked for."""

    def __init__(self, examination: Examination, kinds: Sequence[ModuleType]) -> None:
        self.examination, self.kinds = examination, kinds
        self._known: dict[tuple[str, ...], tuple[Counter[str], bool]] = {}

    def settled(self, finding: Finding) -> Finding:
        """The finding with the changes that settle it; where none of those that were tried does, with a word on
        this."""
        examination = self.examination
        propose = PROPOSING.get(finding.code)
        if propose is None:
            return finding
        norms = [examination.norms[n] for n in finding.norms if n in examination.norms]
        part = part_around(examination, norms, finding)
        before, complete = self._before(part)
        name = re.sub(r"#\d+$", "", finding.id)
        if not before[name]:
            return finding
        most = before.copy()
        most[name] -= 1
        changes = possible(propose(examination, Drafter(part, examination.ruleset), finding, norms))
        changes = [c for c in changes if len(c.words.split()) <= LONGEST]
        settling: list[Change] = []
        for change in changes[:TRIES]:
            if len(settling) == MOST or (change.last and any(not c.last for c in settling)):
                break
            if self._is_settled(change.ruleset, finding.code, most, complete):
                settling.append(change)
        told = tuple(c.words for c in settling)
        return finding.replace(remedies=told, unsettled="" if told else _nothing(finding, len(changes[:TRIES])))

    def _before(self, part: Ruleset) -> tuple[Counter[str], bool]:
        """What is found in a part of the text as it is, and whether all of it could be examined."""
        key = tuple(n.id for n in part.norms)
        if key not in self._known:
            there = Examination(part, self.examination.asker.options)
            found = Counter(one.id for kind in self.kinds for one in kind.find(there))
            self._known[key] = found, there.complete
        return self._known[key]

    def _is_settled(self, changed: Ruleset, code: str, most: Counter[str], complete: bool) -> bool:
        """Whether the finding is gone from the text as changed, and none has come. What is to go is looked for
        first."""
        after = Examination(changed, self.examination.asker.options)
        for kind in sorted(self.kinds, key=lambda k: code not in k.CODES):
            now = Counter(one.id for one in kind.find(after))
            if any(n > most[i] for i, n in now.items()):
                return False
        return after.complete or not complete


def _nothing(finding: Finding, tried: int) -> str:
    cited = cite_all(b.provision for b in finding.blamed)
    if not tried:
        return f"no single change of {cited} that I know of"
    each = "the one single change" if tried == 1 else f"each of {tried} single changes"
    return f"nothing that I tried: {each} of {cited} leaves it, or brings another finding"
