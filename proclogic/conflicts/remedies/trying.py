"""What would settle a finding. Each change is made in the part of the text that it can touch, and this part is examined
for everything: the change is told where the finding is gone and none has come that was not there before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import ModuleType

from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies import circles, clashes, gaps, powers, rights, times, useless
from proclogic.conflicts.remedies.changes import Change, Drafter, possible
from proclogic.conflicts.remedies.part import part_around
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.model import Norm, Ruleset
from proclogic.values import unique

MOST = 4  # changes that are told of one finding
TRIES = 20  # changes that are tried for one finding
LONGEST = 70  # words in which a change is told
LARGE = 150  # norms of the part in which changes are tried; in one with more none is
TOUCHED = {  # the kinds that a change can bring, where they are few: a majority gives and forbids nothing
    "G202": {"G202", "C106", "E310"},
    "G209": {"G209", "C101", "G202"},
}

Propose = Callable[[Examination, Drafter, Finding, Sequence[Norm]], Iterator[Change | None]]

PROPOSING: Mapping[str, Propose] = {
    code: propose
    for module in (clashes, circles, times, powers, rights, gaps, useless)
    for code, propose in module.PROPOSING.items()
}


class Settling:
    """Looks for changes that settle findings of one examination. `kinds` are all that is looked for, `found` is what
    was found, and lets stand what it may."""

    def __init__(self, examination: Examination, kinds: Sequence[ModuleType], found: Iterable[Finding]) -> None:
        self.examination, self.kinds = examination, kinds
        self.found = Counter(map(_name, found))
        self._known: dict[tuple[str, ...], Counter[str]] = {}

    def settled(self, finding: Finding) -> Finding:
        """The finding with the changes that settle it; where none of those that were tried does, with a word on
        this."""
        examination = self.examination
        propose = PROPOSING.get(finding.code)
        if propose is None:
            return finding
        norms = [examination.norms[n] for n in finding.norms if n in examination.norms]
        part = part_around(examination, norms, finding)
        if len(part.norms) > LARGE and finding.code not in TOUCHED:
            return finding.replace(unsettled="nothing was tried: too many rules turn on these")
        trial = _Trial(self, part, finding)
        if trial.left < 0:
            return finding
        changes = possible(propose(examination, Drafter(trial.part, examination.ruleset), finding, norms))
        changes = [c for c in changes if len(c.words.split()) <= LONGEST][:TRIES]
        settling: list[Change] = []
        for change in changes:
            if len(settling) == MOST or (change.last and any(not c.last for c in settling)):
                break
            if trial.is_settled_by(change.ruleset):
                settling.append(change)
        told = tuple(c.words for c in settling)
        return finding.replace(remedies=told, unsettled="" if told else _nothing(finding, len(changes)))

    def before(self, part: Ruleset, kind: ModuleType) -> Counter[str]:
        """What is found of a kind in a part of the text as it is."""
        key = (kind.__name__, *(n.id for n in part.norms))
        if key not in self._known:
            self._known[key] = Counter(map(_name, kind.find(self.examined(part))))
        return self._known[key]

    def examined(self, ruleset: Ruleset) -> Examination:
        """A changed text, or a part, under examination."""
        return Examination(ruleset, self.examination.asker.options)


class _Trial:
    """The part of a text in which changes are made to settle a finding; how often it may be `left` there."""

    def __init__(self, settling: Settling, part: Ruleset, finding: Finding) -> None:
        self.settling, self.part, self.name = settling, part, _name(finding)
        touched = TOUCHED.get(finding.code)
        kinds = [k for k in settling.kinds if touched is None or touched & set(k.CODES)]
        self.kinds = sorted(kinds, key=lambda k: finding.code not in k.CODES)  # what is to go is looked for first
        self.left = sum(settling.before(part, k)[self.name] for k in self.kinds if finding.code in k.CODES) - 1

    def is_settled_by(self, changed: Ruleset) -> bool:
        """Whether the finding is gone from the text as changed, and none has come."""
        after = self.settling.examined(changed)
        for kind in self.kinds:
            now = Counter(map(_name, kind.find(after)))
            if now[self.name] > self.left:
                return False
            more = {i for i, n in now.items() if i != self.name and n > self.settling.found[i]}
            if more:  # of a part more may be found than of the whole
                before = self.settling.before(self.part, kind)
                if any(now[i] > before[i] for i in more):
                    return False
        return after.complete or not self.settling.examination.complete


def _name(finding: Finding) -> str:
    """The id of a finding, without the number that tells it from others of that id."""
    return re.sub(r"#\d+$", "", finding.id)


def _nothing(finding: Finding, tried: int) -> str:
    numbers = unique(b.provision for b in finding.blamed)
    cited = f"rule{'s' * (len(numbers) > 1)} {listed(numbers, 'and')}" if len(numbers) <= MOST else "these rules"
    if not tried:
        return f"no single change of {cited} that I know of"
    each = "the one single change" if tried == 1 else f"each of {tried} single changes"
    return f"nothing that I tried: {each} of {cited} leaves it, or brings another finding"
