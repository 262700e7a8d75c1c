"""What another layer would change in an answer: the whole of it, with everything it rests on in that layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proclogic.answers.model import Answer, Beside, Mark
from proclogic.answers.short import condition
from proclogic.engine.session import Session
from proclogic.norms.model import CERTAINTIES, Provision, Ruleset
from proclogic.norms.questions import Cell
from proclogic.values import unique

_SPLITS = {"contested", "open", "depends"}  # marks that the verdicts say by themselves


def changed(text: Ruleset, layer: str, other: Answer, base: Answer, amends: bool = False) -> Beside | None:
    """What an answer with one more layer adds to the one without it; None where it comes to the same, or where no
    provision of that layer, and no amendment that it brings, bears on it. `text` is the one that counts with the layer,
    `amends` whether it is another text than without."""
    provisions = {p.number: p for p in text.provisions}
    fresh = tuple(g for g in other.grounds if g in provisions and provisions[g].layer == layer)
    if amends:  # what it amends may leave no ground at all
        fresh = fresh or unique(a.provision for a in other.amendments if a not in base.amendments)
    if not fresh or _whole(other) == _whole(base):
        return None
    words = condition(other)
    limits = unique(text for text, _ in other.limits if (text, _) not in base.limits)
    words = "; ".join([words, *limits]) if limits else words
    marks = tuple(m for m in other.marks if m in _new(other, base))
    told = beside(text, layer, other.outcome, words, fresh)
    return told.replace(verdict=other.verdict, verdicts=other.verdicts, marks=marks)


def beside(text: Ruleset, layer: str, outcome: str, words: str, rules: Sequence[str]) -> Beside:
    """What a layer says through some provisions of the text that counts with it, with all their sources and the least
    of their certainties; of a provision that it deletes, with those of the text itself."""
    provisions: Mapping[str, Provision] = {p.number: p for p in text.provisions}
    found = [provisions[number] for number in rules if number in provisions]
    sources = [source_of(text, p) for p in found]
    certainties = [p.certainty for p in found]
    if len(found) < len(rules):
        sources.append(text.source.title or text.source.symbol or text.title)
        certainties.append(text.certainty)
    certainty = max(certainties, key=CERTAINTIES.index)
    return Beside(layer, "", outcome, words, tuple(rules), "; ".join(unique(s for s in sources if s)), certainty)


def mentioned(session: Session, layer: str, cell: Cell) -> Beside:
    """That a layer speaks of what is asked, by which provisions: for an answer of too many cases to work out more."""
    rules = unique(n.provision for n, _ in session.needs(cell, {}) if n.layer == layer)
    known = [p.number for p in session.ruleset.provisions]
    rules = tuple(sorted(rules, key=known.index)) or tuple(known[:1])
    return beside(session.ruleset, layer, "", "speaks of it too; not worked out for so many cases", rules)


def source_of(ruleset: Ruleset, provision: Provision) -> str:
    """Where a provision is found: "" where it has only the source of a header that speaks of another layer."""
    if provision.source == ruleset.source and provision.layer != ruleset.layer:
        return ""
    return provision.source.title or provision.source.symbol


def _whole(answer: Answer) -> object:
    """All that a reader is told of what it comes to: two answers that agree in it say the same."""
    marks = {(m.kind, m.detail) for m in answer.marks}
    cases = tuple((c.when, c.verdict, c.outcome) for c in answer.cases)
    return answer.verdict, answer.verdicts, answer.outcome, marks, cases, condition(answer), answer.limits


def _new(other: Answer, base: Answer) -> list[Mark]:
    """The marks to tell: those that say how the verdicts are to be read, and those that the answer does not have."""
    had = {(m.kind, m.detail) for m in base.marks}
    return [m for m in other.marks if m.kind in _SPLITS or (m.kind, m.detail) not in had]
