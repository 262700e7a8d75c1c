"""Looks for mistakes in rulesets: what reading and lowering found, and circles of defeat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.render import counts, ordered
from proclogic.layout import WIDTH, wrap
from proclogic.library import load
from proclogic.norms.model import Ruleset
from proclogic.norms.names import cite
from proclogic.sources import Source

_FILES = "E0"  # codes of files that are not there or cannot be read


class Checked:
    """What a check of some rulesets found. `sources` are the texts by the names that the findings use; `notices` are no
    mistakes: words and decisions that a text leaves to somebody; nor are `habits`: what a careful drafter would write
    in another way."""

    def __init__(
        self,
        names: tuple[str, ...],
        rulesets: tuple[Ruleset, ...],
        diagnostics: tuple[Diagnostic, ...],
        sources: Mapping[str, Source],
        notices: tuple[Diagnostic, ...] = (),
        habits: tuple[Diagnostic, ...] = (),
    ) -> None:
        self.names, self.rulesets, self.diagnostics, self.sources = names, rulesets, diagnostics, sources
        self.notices, self.habits = notices, habits

    @property
    def unreadable(self) -> bool:
        """Whether a ruleset is not there, or a file of it cannot be read at all."""
        return any(d.code.startswith(_FILES) for d in self.diagnostics)

    def summary(self, noticed: bool = False, linted: bool = False) -> str:
        """The last lines: how many mistakes in how many rulesets, and what was looked at."""
        number = len(self.names)
        shown = (*self.diagnostics, *(self.notices if noticed else ()), *(self.habits if linted else ()))
        line = f"{counts(shown)} in {number} ruleset{'s' if number > 1 else ''}"
        line = line[:1].upper() + line[1:]
        if self.rulesets:
            line += f": {_sizes(self.rulesets) or 'no provisions'}"
        lines = wrap(line + ".", WIDTH)
        if len(self.rulesets) < number:
            lines.append("I did not look further into what has errors: mend them, and check again.")
        for some, are_shown, word, what, option in (
            (self.notices, noticed, "notice", " on words and decisions that the text leaves open", "--notices"),
            (self.habits, linted, "drafting habit", " to look at", "--lint"),
        ):
            if some and are_shown:
                lines.append(f"Counted with them: {_many(len(some), word)}{what}.")
            elif some:
                lines.append(f"{_many(len(some), word)}{what}: add {option}.")
        codes = [d.code for d in shown]
        codes.sort(key=lambda code: not code.startswith("E"))
        if codes:
            lines.append(f"To read more about a mistake: proclogic explain {codes[0]}")
        return "\n".join(lines)


def check(names: Iterable[str], cache: bool = True) -> Checked:
    """Everything that can be found in these rulesets without asking a question."""
    names = tuple(dict.fromkeys(names))
    rulesets: list[Ruleset] = []
    diagnostics: list[Diagnostic] = []
    noticed: list[Diagnostic] = []
    habits: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    for name in names:
        ruleset, found, texts = load(name, cache=cache)
        diagnostics += found
        sources |= texts
        if ruleset is not None:
            from proclogic.engine.circles import find
            from proclogic.norms import lints
            from proclogic.norms.checks import notices

            rulesets.append(ruleset)
            diagnostics += find(ruleset)
            diagnostics += no_longer_found(ruleset)
            noticed += notices(ruleset)
            habits += lints.find(ruleset)
    return Checked(names, tuple(rulesets), ordered(diagnostics), sources, ordered(noticed), ordered(habits))


def no_longer_found(ruleset: Ruleset) -> list[Diagnostic]:
    """W413: what the author lets stand of what `conflicts` looks for, and it does not find any more. Looked for only
    where something is accepted; of provisions that were taken over, that is for their own ruleset to say."""
    own = {p.number: p for p in ruleset.provisions if p.instrument in ("", ruleset.id)}
    if not any(p.accepted for p in own.values()):
        return []
    from proclogic.conflicts.accepting import ERRORS, unmatched
    from proclogic.conflicts.whole import KINDS, conflicts

    codes = {a.code for p in own.values() for a in p.accepted}.intersection(c for kind in KINDS for c in kind.CODES)
    if not codes:
        return []
    found = conflicts(ruleset, codes=codes, remedied=0)
    return [
        Diagnostic(
            "W413",
            f"{cite(number)} accepts {accepted.code}, and "
            + ("an error cannot be let stand" if accepted.code in ERRORS else "no such finding blames it (any more)"),
            own[number].span,
            cite(number),
            "nothing is found here that this accepts",
            help=("leave the line out, or see what is found now: proclogic conflicts",),
        )
        for number, accepted in unmatched(ruleset, found.accepted, found.looked_for)
        if number in own
    ]


def _sizes(rulesets: tuple[Ruleset, ...]) -> str:
    disputes = [d for ruleset in rulesets for d in ruleset.disputes]
    brackets = [b for ruleset in rulesets for b in ruleset.brackets]
    parts = [
        _many(sum(len(r.provisions) for r in rulesets), "provision"),
        _many(sum(len(r.norms) for r in rulesets), "rule"),
        f"{_many(len(disputes), 'dispute')} with {_many(sum(len(d.readings) for d in disputes), 'reading')}",
        _many(len(brackets), "bracketed text"),
    ]
    return ", ".join(part for part in parts if not part.startswith("0 "))


def _many(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
