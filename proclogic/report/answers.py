"""The questions of a file with their answers: all of them in a table, then each with its reasons."""

from __future__ import annotations

from proclogic.papers import from_answer
from proclogic.papers.document import (
    PRINT,
    SCREEN,
    Block,
    Cell,
    Closing,
    Fact,
    Facts,
    Run,
    Section,
    Sentence,
    Sources,
    Table,
)
from proclogic.papers.from_rows import LISTS, counts
from proclogic.papers.words import act_words, capital, cites, headline, join
from proclogic.report.model import Asked, Material
from proclogic.testing import Result

NAMED = 5  # rules that the table names
MANY = 20  # questions beyond which a page has the reasons of each, and paper the answers


def blocks(material: Material) -> tuple[Block, ...]:
    """The questions with their answers."""
    asked = material.asked
    if asked is None:
        return ()
    if not asked.results:
        return (Sentence(f"No question of {asked.file} asks {' or '.join(s.text.id for s in material.sides)}."),)
    several = len({result.ruleset for result in asked.results}) > 1
    made: list[Block] = [_table(asked, several)]
    if asked.beside:
        verb = "asks other rulesets and is" if asked.beside == 1 else "ask other rulesets and are"
        made.append(Sentence(f"{asked.beside} more of {asked.file} {verb} not answered here."))
    each = tuple(_section(result, several) for result in asked.results)
    if len(each) <= MANY:
        return (*made, *each)
    short = Sentence(
        f"For {len(each)} answers the reasons would fill more pages than anybody reads: they stand in the same report "
        "as a page (.html), and here for a file of "
        f"{MANY} questions at most."
    )
    title = "The reasons of each answer"
    paper = Section("Reasons", title, (short, *_unexpected(asked, several)), medium=PRINT)
    return (*made, paper, Section("Reasons", title, each, medium=SCREEN))


def _unexpected(asked: Asked, several: bool) -> tuple[Facts, ...]:
    """Where the file expects another answer."""
    facts = tuple(
        Fact(f"{result.name}, {result.ruleset}" if several else result.name, text)
        for result in asked.results
        if result.answer is not None
        for text in result.wrong
    )
    return (Facts(facts),) if facts else ()


def _table(asked: Asked, several: bool) -> Table:
    notes: dict[str, int] = {}
    columns = ("No.", "Question", *(("Ruleset",) if several else ()), "Answer", "Rule")
    rows = tuple(
        (
            result.name,
            asked_words(result),
            *((result.ruleset,) if several else ()),
            Cell((Run(_said(result)),), tuple(notes.setdefault(n, len(notes) + 1) for n in _rests_on(result))),
            _rules(result),
        )
        for result in asked.results
    )
    return Table(f"The questions of {asked.file}", columns, rows, notes=tuple(notes))


def _rests_on(result: Result) -> list[str]:
    """What nobody may miss who reads no more than the answer."""
    answer = result.answer
    if answer is None:
        return []
    found = [f"presumed: {act_words(act)} ({cites(act.rules)})" for act in answer.presumed]
    found += ["rests on a hypothetical text, whose wording has not been published"] if answer.hypothetical else []
    return found + ([] if answer.complete else ["not examined completely"])


def asked_words(result: Result) -> str:
    """The question with what is given beside it."""
    return f"{result.question} Given: {join(result.given)}." if result.given else result.question


def _said(result: Result) -> str:
    """The answer in a sentence; why there is none, where there is none."""
    if result.answer is None:
        return f"{'; '.join(result.wrong)}." if result.wrong else "It is so in every case."
    if result.answer.form in LISTS and not result.answer.verdict:
        return f"{capital(counts(result.answer))}."
    return headline(result.answer) if result.answer.verdict or result.answer.says else "No rule says it."


def _rules(result: Result) -> str:
    if result.answer is None:
        return ""
    found = from_answer.carrying(result.answer)
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return f"{cites(found[:NAMED])}{more}" if found else "no rule"


def _section(result: Result, several: bool) -> Section:
    """A question with all that carries its answer, to be opened."""
    title = f"{result.name}: {asked_words(result)}"
    tag = f"{result.name}, {result.ruleset}" if several else result.name
    inner: list[Block] = []
    if several:
        inner.append(Sentence(f"Asked of {result.ruleset}.", label="Ruleset"))
    if result.answer is None:
        return Section(tag, title, (*inner, Sentence(_said(result), label="Answer")), folded=True)
    paper = from_answer.paper(result.answer)
    inner += [block for block in paper.blocks if not isinstance(block, Closing | Sources)]
    inner += [Sentence(line, label="Examined") for b in paper.blocks if isinstance(b, Closing) for line in b.lines]
    if result.wrong:
        facts = tuple(Fact("" if i else "Expected", text) for i, text in enumerate(result.wrong))
        inner.append(Facts(facts))
    return Section(tag, title, tuple(inner), folded=True)
