"""The papers that commands write into files: all that is printed, and what a reader away from the screen needs besides:
the texts that are cited, where they are found, the files from which the paper was made, and the stamp.

A report takes its sections from the same functions: `Material` is what they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from proclogic.answers.model import Answer, Matrix
from proclogic.answers.options import Options
from proclogic.compare.provisions import rules
from proclogic.norms.model import Provision, Reading, Ruleset
from proclogic.papers import stamp
from proclogic.papers.document import (
    AGREED,
    BRACKETED,
    Block,
    Fact,
    Facts,
    Figure,
    Paper,
    Passage,
    Passages,
    Run,
    Section,
    Sentence,
    Sources,
    Table,
)
from proclogic.papers.words import CERTAINTY_WORDS, quote
from proclogic.values import Value

if TYPE_CHECKING:
    from proclogic.compare.model import Comparison
    from proclogic.conflicts.model import Findings
    from proclogic.explain.model import Explanation
    from proclogic.positions.model import Assessment

NOTHING_MORE = "nothing more"  # than what the text says
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
    return finished(paper.replace(blocks=_without_sources(paper.blocks)), material, _by_ruleset(values))


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
    return finished(made[0].replace(blocks=blocks), material, _by_ruleset(v.answer for v in values), figures)


def matrix(value: Matrix, material: Material, page: bool = False) -> Paper:
    """Actor x act x body: in short for each body, then a row a cell; as a `page`, every row with its reasons, and with
    what it is under the choices of a reader."""
    from proclogic.papers import from_matrix

    if page:  # which has the texts already
        return finished(from_matrix.page(value), material, {})
    return finished(from_matrix.both(value), material, {value.ruleset: [each.provision for each in value.cited]})


def comparison(value: Comparison, material: Material, by: str, every: bool, examples: bool) -> Paper:
    """Two rulesets side by side: what it comes to before the table, which needs pages on their side."""
    from proclogic.papers import from_comparison

    paper = from_comparison.full(value, by, every, examples)
    sums = tuple(block for block in paper.blocks if isinstance(block, Section) and block.tag == "In sum")
    rest = tuple(block for block in paper.blocks if block not in sums)
    place = next((n for n, block in enumerate(rest) if isinstance(block, Section | Table)), len(rest) - 1)
    return finished(paper.replace(blocks=(*rest[:place], *sums, *rest[place:])), material, _of_differences([value]))


def comparisons(values: Sequence[Comparison], material: Material, by: str, every: bool) -> Paper:
    """Several rulesets, each against the first."""
    from proclogic.papers import from_comparisons

    return finished(from_comparisons.paper(values, by, every), material, _of_differences(values))


def findings(value: Findings, material: Material, accepted: bool, full: bool = False) -> Paper:
    """What was found in rulesets; with `full` each rule as it was read."""
    from proclogic.papers import from_findings

    cited: dict[str, set[str]] = {}
    for blamed in (b for one in (*value.findings, *value.accepted * accepted) for b in one.blamed):
        of = blamed.ruleset or value.rulesets[0]
        cited.setdefault(of, set()).add(blamed.provision.removeprefix(f"{of}/"))
    return finished(from_findings.paper(value, accepted, full).replace(title=""), material, cited)


def assessments(values: tuple[Assessment, ...], material: Material) -> Paper:
    """Rulesets held to a position."""
    from proclogic.papers import from_assessment

    paper = from_assessment.paper(values[0]) if len(values) == 1 else from_assessment.papers(values, True)
    return finished(paper, material, _by_ruleset(answer for value in values for answer in value.answers))


# ---------------------------------------------------------------------------------------------------- what papers share


def finished(
    paper: Paper,
    material: Material,
    cited: Mapping[str, Iterable[str]],
    figures: tuple[Figure, ...] = (),
) -> Paper:
    """The paper with its figures, the texts that are `cited` (by the id of their ruleset), the list of files, and the
    stamp."""
    files = stamp.files((ruleset for ruleset, _ in material.sides), material.others)
    return paper.replace(
        blocks=(*paper.blocks, *figures, *texts(material.texts, cited), files),
        stamp=stamp.stamp(material.sides, material.date, material.others, material.labels),
    )


def texts(rulesets: Sequence[Ruleset], cited: Mapping[str, Iterable[str]]) -> tuple[Block, ...]:
    """The provisions that are cited, in the words of the encoding, and where they are found."""
    made: list[Section] = []
    done: set[str] = set()
    for ruleset in rulesets:
        wanted = set(cited.get(ruleset.id, ()))
        found = [p for p in ruleset.provisions if p.number in wanted]
        if found and ruleset.id not in done:
            title = f"The texts of {ruleset.id} that are cited"
            before = ["", *(p.heading for p in found)]
            told = [b for p, last in zip(found, before, strict=False) for b in _provision(ruleset, p, last)]
            made.append(Section("Texts", title, (Sentence(ENCODED), *told, sources(ruleset, found)), folded=True))
        done.add(ruleset.id)
    return tuple(made)


def _provision(ruleset: Ruleset, provision: Provision, before: str) -> tuple[Block, ...]:
    """The text of a provision, and below it how its disputed words are read. Its heading stands once, unless it is that
    of the one `before`."""
    text = rules(provision) or " ".join((*(quote(q) for q in (provision.quote,) if q), *provision.notes))
    heading = provision.heading if provision.heading != before else ""
    made: list[Block] = [Passages((Passage(provision.number, heading, runs(text)),))]
    facts: list[Fact] = []
    for dispute in ruleset.disputes:
        if dispute.provision == provision.number:
            facts.append(Fact("Disputed", f"{quote(dispute.words)} is read in several ways" if dispute.words else ""))
            facts += [Fact("", _reading(reading)) for reading in dispute.readings]
    return (*made, Facts(tuple(facts))) if facts else tuple(made)


def _reading(reading: Reading) -> str:
    why = "; ".join(w for w in (reading.standing, reading.authority) if w)
    return f"{quote(reading.name)}: {reading.text.removesuffix('.') or NOTHING_MORE} ({why})"


def sources(ruleset: Ruleset, provisions: Iterable[Provision]) -> Sources:
    """Where provisions are found, and how surely their text is known."""
    found: dict[str, list[str]] = {}
    for p in provisions:
        parts = (p.source.title or ruleset.source.title, p.source.symbol, p.source.date, p.source.address)
        known = CERTAINTY_WORDS.get(p.certainty, p.certainty)
        told = f"{', '.join(part for part in parts if part) or 'no source is given'} ({known})"
        found.setdefault(told, []).append(p.number)
    return Sources(tuple((told, tuple(numbers)) for told, numbers in found.items()))


def runs(text: str) -> tuple[Run, ...]:
    """A text with what stands in square brackets apart; as one where they do not match."""
    parts: list[Run] = []
    start = depth = 0
    for place, sign in enumerate(text):
        if sign == "[":
            if not depth and start < place:
                parts.append(Run(text[start:place], AGREED))
                start = place
            depth += 1
        elif sign == "]":
            depth -= 1
            if depth < 0:
                break
            if not depth:
                parts.append(Run(text[start : place + 1], BRACKETED))
                start = place + 1
    if depth:
        return (Run(text),)
    return (*parts, *((Run(text[start:], AGREED),) if start < len(text) or not parts else ()))


def _by_ruleset(answers: Iterable[Answer]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for answer in answers:
        found.setdefault(answer.ruleset, set()).update(each.provision for each in answer.cited)
    return found


def _of_differences(values: Sequence[Comparison]) -> dict[str, set[str]]:
    """The provisions on which what is said of each side rests."""
    found: dict[str, set[str]] = {}
    for value in values:
        for one in value.differences:
            found.setdefault(value.a.id, set()).update(one.a.rules)
            found.setdefault(value.b.id, set()).update(one.b.rules)
        for other in value.beyond:
            found.setdefault(value.a.id, set()).update(other.a)
            found.setdefault(value.b.id, set()).update(other.b)
    return found


def _without_sources(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the list of sources, which stands below the texts."""
    return tuple(block for block in blocks if not isinstance(block, Sources))
