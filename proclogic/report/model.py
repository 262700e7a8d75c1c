"""What a report is made from: plain values, found out before anything is laid out."""

from __future__ import annotations

from proclogic.answers.model import Matrix
from proclogic.answers.options import Options
from proclogic.compare.model import Comparison
from proclogic.conflicts.model import Findings
from proclogic.norms.model import Ruleset
from proclogic.papers.document import Choice, Figure, Passages
from proclogic.positions.model import Assessment
from proclogic.testing import Result
from proclogic.values import Value

SHORT, COMPARISON, CHANGES, ANSWERS, POSITION, MATRIX, FIGURES, FINDINGS, SOURCES = SECTIONS = (
    "short",
    "comparison",
    "changes",
    "answers",
    "position",
    "matrix",
    "figures",
    "findings",
    "sources",
)


class Side(Value):
    """A ruleset and what was found out of it. `text` is the ruleset as it stands where the layers of `options` count;
    `label` its name in a comparison of a text with itself. `findings` is None where they were not asked for."""

    ruleset: Ruleset
    options: Options
    text: Ruleset
    matrix: Matrix
    findings: Findings | None = None
    label: str = ""

    @property
    def name(self) -> str:
        """What the report calls it."""
        return self.label or self.text.id


class Asked(Value):
    """The questions of a file, with their answers, in their order; `beside` how many of its questions ask other
    rulesets only; `hash` is its name with its fingerprint (empty for those of `queries/`)."""

    file: str
    results: tuple[Result, ...]
    beside: int = 0
    hash: tuple[str, str] = ("", "")


class Material(Value):
    """All that a report says. `sections` are those that are wanted, of SECTIONS; `date` is a day ("2026-11-22");
    `others` are files that were read beside the rulesets, with their fingerprints; `choices` those that a reader may
    make at a screen."""

    sides: tuple[Side, ...]
    sections: tuple[str, ...] = SECTIONS
    comparison: Comparison | None = None
    asked: Asked | None = None
    assessments: tuple[Assessment, ...] = ()
    figures: tuple[Figure, ...] = ()
    changes: tuple[tuple[str, Passages], ...] = ()
    title: str = ""
    date: str = ""
    others: tuple[tuple[str, str], ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything was examined completely."""
        found = [side.matrix.complete for side in self.sides]
        found += [side.findings.complete for side in self.sides if side.findings is not None]
        found += [self.comparison.complete] if self.comparison is not None else []
        found += [one.answer.complete for one in self.asked.results if one.answer is not None] if self.asked else []
        return all([*found, *(one.complete for one in self.assessments)])
