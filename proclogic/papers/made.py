"""The papers that commands write into files: all that is printed, and what a reader away from the screen needs besides:
the texts that are cited, where they are found, the files from which the paper was made, and the stamp.

A report takes its sections from the same functions: `Material` is what they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from proclogic.answers.model import Answer, Cited, Matrix
from proclogic.answers.options import Options
from proclogic.compare.provisions import sentences
from proclogic.norms.model import Provision, Ruleset
from proclogic.papers import stamp
from proclogic.papers.document import (
    AGREED,
    BRACKETED,
    Block,
    Closing,
    Figure,
    Paper,
    Passage,
    Passages,
    Run,
    Section,
    Sentence,
    Sources,
)
from proclogic.values import Value

if TYPE_CHECKING:
    from proclogic.compare.model import Comparison
    from proclogic.conflicts.model import Findings
    from proclogic.explain.model import Explanation
    from proclogic.positions.model import Assessment

ENCODED = "These are the words of the encoding, and not those of the official text."


class Material(Value):
    """What a paper rests on: each ruleset with the options it was asked with; `date` of the stamp ("2026-11-22");
    `others` are further files that were read, with their fingerprints; `labels` tell the rulesets apart where their ids
    do not."""

    sides: tuple[tuple[Ruleset, Options], ...]
    date: str
    others: tuple[stamp.Hash, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[Ruleset, ...]:
        """The texts that were asked: without the amendments of layers that do not count."""
        return tuple(ruleset.counting(options.on(ruleset).layers) for ruleset, options in self.sides)


# ------------------------------------------------------------------------------------------------- one for each answer


def answers(values: tuple[Answer, ...], material: Material) -> Paper:
    """One answer, or several side by side with each of them in full."""
    from proclogic.papers import from_answer, from_answers

    paper = from_answer.paper(values[0]) if len(values) == 1 else from_answers.full(values)
    return finished(paper, material, (each for value in values for each in value.cited))


def explanations(
    values: tuple[Explanation, ...], material: Material, level: str, figures: tuple[Figure, ...] = ()
) -> Paper:
    """The explanations one after the other, on one of `write.LEVELS`, with figures of them."""
    from proclogic.papers import brief_explanation, from_explanation

    several = len(values) > 1
    made = [
        brief_explanation.paper(value, several)
        if level == "brief"
        else from_explanation.paper(value, level == "full", several)
        for value in values
    ]
    blocks = made[0].blocks
    if several:
        titled = zip(values, made, strict=True)
        blocks = tuple(Section(value.answer.ruleset, value.answer.ruleset, paper.blocks) for value, paper in titled)
    cited = [each for value in values for each in value.answer.cited]
    return finished(made[0].replace(blocks=blocks), material, cited, figures)


def matrix(value: Matrix, material: Material) -> Paper:
    """Actor x act x body: in short for each body, then a row a cell."""
    from proclogic.papers import from_matrix

    return finished(from_matrix.both(value), material, value.cited)


def comparison(value: Comparison, material: Material, by: str, every: bool, examples: bool) -> Paper:
    """Two rulesets side by side."""
    from proclogic.papers import from_comparison

    return _cited_by(from_comparison.full(value, by, every, examples), material, value.differences)


def comparisons(values: Sequence[Comparison], material: Material, by: str, every: bool) -> Paper:
    """Several rulesets, each against the first."""
    from proclogic.papers import from_comparisons

    found = [each for value in values for each in value.differences]
    return _cited_by(from_comparisons.paper(values, by, every), material, found)


def findings(value: Findings, material: Material, accepted: bool) -> Paper:
    """What was found in rulesets."""
    from proclogic.papers import from_findings

    shown = (*value.findings, *(value.accepted if accepted else ()))
    blamed = {b.provision for one in shown for b in one.blamed}
    blamed |= {number.partition("/")[2] for number in blamed if "/" in number}  # of several rulesets: untoc-cop/17(2)
    paper = from_findings.paper(value, accepted)
    return finished(paper.replace(title=""), material, cited=(), numbers=blamed)


def assessments(values: tuple[Assessment, ...], material: Material) -> Paper:
    """Rulesets held to a position."""
    from proclogic.papers import from_assessment

    paper = from_assessment.paper(values[0]) if len(values) == 1 else from_assessment.papers(values, True)
    return finished(paper, material, (each for value in values for answer in value.answers for each in answer.cited))
