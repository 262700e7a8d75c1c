"""Runs the questions of `queries/` and compares each answer with what its author expects: verdict, marks, outcome,
readings, and the rules that ground it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from proclogic.answers.model import Answer, Mark, Way
from proclogic.data import data_dir
from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import listed
from proclogic.files import read, shown_name
from proclogic.norms.model import Ruleset
from proclogic.norms.numbers import covers
from proclogic.norms.questions import Expectation
from proclogic.sources import Source
from proclogic.values import Value

if TYPE_CHECKING:
    from proclogic.answers.options import Options

QUESTIONS = ".question"  # how the names of files of questions end
_UNDER = re.compile(r"^Under: ([^.\n]*)\.", re.M)


class Result(Value):
    """One question asked under one ruleset. `wrong` lists what is not as expected; empty: passed. `given` says in words
    what was asked with it beside its own words: facts, layers, choices in brackets."""

    name: str
    ruleset: str
    question: str
    place: str  # "queries/untoc-cop/bank.question, line 12"
    wrong: tuple[str, ...] = ()
    answer: Answer | None = None
    given: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether everything is as expected."""
        return not self.wrong


class Coverage(Value):
    """The provisions of a ruleset with norms of its own, and those of them that no question touches."""

    ruleset: str
    provisions: tuple[str, ...]
    untouched: tuple[str, ...]
    taken_over: int = 0  # provisions with norms that stand so in another ruleset


class Results(Value):
    """What a run found."""

    results: tuple[Result, ...]
    coverage: tuple[Coverage, ...] = ()
    claims: str = ""  # how many claims were read, and from which files

    @property
    def failed(self) -> tuple[Result, ...]:
        """The questions that are not answered as expected."""
        return tuple(result for result in self.results if not result.passed)


Asked = tuple[Source, Expectation]


def questions(
    rulesets: Iterable[Ruleset] = (), beside: Iterable[str] = (), files: Iterable[str] = ()
) -> tuple[list[Asked], list[Diagnostic], dict[str, Source]]:
    """Every question of the project's own `queries/`, of the library's, and of the folders `beside`, with its file;
    what could not be read; the texts by name. Where `files` are named, those and no others. The words of `rulesets` are
    known by id, wherever their files are."""
    from proclogic.library import load_vocabulary
    from proclogic.syntax.parse import parse_file

    library = data_dir("queries")
    words = {ruleset.id: ruleset.vocabulary for ruleset in rulesets}
    found: list[Asked] = []
    faults: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    paths = [Path(file) for file in files]
    if not paths:
        paths = [path for folder in beside for path in sorted(Path(folder).glob(f"*{QUESTIONS}"))]
        paths += [
            path for folder in (Path.cwd() / "queries", library) for path in sorted(folder.rglob(f"*{QUESTIONS}"))
        ]
    for path in paths:
        text = read(str(path), shown_name(str(path), str(library), "queries/"))
        if isinstance(text, Diagnostic):
            faults.append(text)
        elif words and not any(name in text.source.text for name in words):
            continue  # it asks other rulesets
        elif text.source.name not in sources:
            document, wrong_in_file = parse_file(text.source, lambda name: words.get(name) or load_vocabulary(name)[0])
            sources[text.source.name] = text.source
            faults += wrong_in_file
            found += [(text.source, expectation) for expectation in document.expectations]
    return found, faults, sources


def of_questions(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """What a command names, apart: rulesets, and files of questions (*.question)."""
    every = list(dict.fromkeys(names))
    files = [name for name in every if name.endswith(QUESTIONS)]
    return [name for name in every if name not in files], files


def asked_in(files: Iterable[str]) -> list[str]:
    """The rulesets of which files of questions ask, each as one can name it: by a file beside the questions that has
    this name, or by its id."""
    found: list[str] = []
    for file in files:
        text = read(file, Path(file).name)
        under = _UNDER.findall(text.source.text) if not isinstance(text, Diagnostic) else []
        for name in (n.strip() for names in under for n in names.split(",")):
            there = Path(file).parent / f"{name}.rules"
            found.append(str(there) if there.is_file() else name)
    return list(dict.fromkeys(found))


def claims_read(asked: Iterable[Asked], rulesets: Iterable[str]) -> str:
    """How many claims on these rulesets were read, and from which files."""
    ids = set(rulesets)
    found = [source.name for source, e in asked if e.claim and ids & set(e.under)]
    if not found:
        return (
            f"No claim was read: claims (Always: ..., Never: ...) are looked for in files ending {QUESTIONS} beside "
            "the rules and in the folder queries, or in such files that are named."
        )
    files = listed(list(dict.fromkeys(found)))
    return f"{len(found)} claim{'s were' if len(found) > 1 else ' was'} read, from {files}."


def questions_in(
    path: str, rulesets: Iterable[Ruleset] = ()
) -> tuple[list[Asked], list[Diagnostic], dict[str, Source]]:
    """The questions of one file, in its order; what could not be read; its text by its name."""
    from proclogic.library import load_vocabulary
    from proclogic.syntax.parse import parse_file

    words = {ruleset.id: ruleset.vocabulary for ruleset in rulesets}
    text = read(path, shown_name(path, str(data_dir("queries")), "queries/"))
    if isinstance(text, Diagnostic):
        return [], [text], {}
    document, faults = parse_file(text.source, lambda name: words.get(name) or load_vocabulary(name)[0])
    return [(text.source, each) for each in document.expectations], list(faults), {text.source.name: text.source}


def folders(names: Iterable[str]) -> list[str]:
    """The folders of the rulesets that are named by a path: questions may stand beside the rules."""
    from proclogic.finding import find

    places = [find(name) for name in names]
    found = [f for place in places if not isinstance(place, Diagnostic) for f in place.files]
    return list(dict.fromkeys(str(Path(f).parent) for f in found))


def elsewhere(questions: Iterable[Asked], rulesets: Iterable[Ruleset]) -> set[str]:
    """The names of the files that ask other rulesets only, so that their mistakes are none of these."""
    ids = {ruleset.id for ruleset in rulesets}
    asked = [(source.name, bool(ids & set(expectation.under))) for source, expectation in questions]
    return {name for name, _ in asked} - {name for name, ours in asked if ours}


def run(questions: Iterable[Asked], rulesets: Sequence[Ruleset], options: Sequence[Options] = ()) -> Results:
    """Asks every question under each of the given rulesets that it names, with the options of that ruleset: where a
    question names layers, these count."""
    from proclogic.answers.ask import answer as ask
    from proclogic.answers.options import Options
    from proclogic.answers.problems import Unanswerable
    from proclogic.norms.resolving import WrongChoice, resolve_all

    asked, rulesets = list(questions), tuple(rulesets)
    results: list[Result] = []
    coverage: list[Coverage] = []
    for ruleset, chosen in zip(rulesets, options or [Options()] * len(rulesets), strict=True):
        touched: set[str] = set()
        for source, expectation in asked:
            if ruleset.id not in expectation.under:
                continue
            place = f"{source.name}, line {source.place(expectation.span.start)[0]}"
            result = Result(expectation.name, ruleset.id, expectation.question.text, place, given=given(expectation))
            try:
                text = resolve_all(ruleset, expectation.resolve, expectation.layers)
            except WrongChoice as error:
                results.append(result.replace(wrong=(error.words,)))
                continue
            if expectation.claim:
                results.append(result.replace(wrong=tuple(contradicted(text, expectation))))
                continue
            try:
                counted = chosen.replace(layers=expectation.layers or chosen.layers)
                answer = ask(text, expectation.question, counted)
            except Unanswerable as refused:
                results.append(result.replace(wrong=tuple(d.message for d in refused.diagnostics)))
                continue
            touched |= touches(answer)
            results.append(result.replace(wrong=tuple(wrong(expectation, answer)), answer=answer))
        coverage.append(covered(ruleset, touched))
    return Results(tuple(results), tuple(coverage), claims_read(asked, [ruleset.id for ruleset in rulesets]))


def given(expectation: Expectation) -> tuple[str, ...]:
    """What goes with a question beside its own words."""
    question = expectation.question
    found = [fact.text for fact in question.facts if fact.text and fact.text not in question.text]
    found += [f"layers that count: {', '.join(expectation.layers)}"] if expectation.layers else []
    return (*found, *(f"resolved: {choice}" for choice in expectation.resolve))


def contradicted(ruleset: Ruleset, expectation: Expectation) -> list[str]:
    """What contradicts a claim: a situation in which what is always so is not, or what is never so is."""
    from proclogic.answers.claims import contrary
    from proclogic.answers.options import Options
    from proclogic.answers.problems import Unanswerable

    try:
        found = contrary(ruleset, expectation.question, expectation.claim, Options(layers=expectation.layers))
    except Unanswerable as refused:
        return [d.message for d in refused.diagnostics]
    if found is None:
        return []
    return [
        f"it is {'not ' if expectation.claim == 'always' else ''}so if {' and '.join(found) or 'nobody does anything'}"
    ]


def wrong(expectation: Expectation, answer: Answer) -> list[str]:
    """What of an answer is not as expected, as sentences."""
    faults: list[str] = []
    if expectation.verdict and expectation.verdict != answer.verdict:
        wanted, found = (verdict.replace("-", " ") for verdict in (expectation.verdict, answer.verdict or "none"))
        faults.append(f"expected the verdict {wanted}, found {found}")
    if expectation.outcome and expectation.outcome != answer.outcome:
        faults.append(f"expected the outcome {expectation.outcome}, found {answer.outcome or 'none'}")
    for mark in expectation.marks:
        if not any(_is_mark(mark, found) for found in answer.marks):
            found = ", ".join(" ".join(w for w in (m.kind, m.detail) if w) for m in answer.marks)
            faults.append(f"expected the mark {mark}, found {found or 'none'}")
    agents = {act.agent for way in answer.gates for act in way.acts}
    for agent in expectation.agents:
        if not any(_same(agent, found) for found in agents):
            faults.append(f"expected the leave of {agent}, found {', '.join(sorted(agents)) or 'nobody'}")
    faults += _readings(expectation, answer)
    if expectation.answer and not says(answer, expectation.answer):
        faults.append(f'expected the answer "{expectation.answer}", found "{answer.says or answer.outcome}"')
    for provision in expectation.because:
        if not any(grounds(ground, provision) for ground in answer.grounds):
            faults.append(f"expected the ground {provision}, found {', '.join(answer.grounds) or 'none'}")
    return faults


def _readings(expectation: Expectation, answer: Answer) -> list[str]:
    faults = []
    for dispute, name, verdict in expectation.readings:
        found = [r for r in answer.readings if dispute in (r.dispute, r.provision) and r.reading == name]
        if not found:
            listed = ", ".join(f'{r.dispute} "{r.reading}"' for r in answer.readings)
            faults.append(f'expected the reading {dispute} "{name}", found {listed or "none"}')
        # With a reading fixed, the verdict is the lowest that holds, as it is for a whole answer.
        elif all(reading.verdicts[-1:] != (verdict,) for reading in found):
            verdicts = " or ".join(found[0].verdicts) or "no verdict"
            faults.append(f'expected {verdict} under the reading {dispute} "{name}", found {verdicts}')
    return faults


def _is_mark(expected: str, found: Mark) -> bool:
    if not expected.startswith(found.kind):
        return False
    detail = expected[len(found.kind) :].strip()
    return not detail or _same(detail, found.detail)


def _same(one: str, other: str) -> bool:
    """Whether two phrases are the same but for articles, "any one" and capital letters."""
    return _bare(one) == _bare(other)


def _bare(phrase: str) -> str:
    return re.sub(r"^(the|an?|any one|is|has) ", "", " ".join(phrase.casefold().split()).strip('"'))


def grounds(ground: str, provision: str) -> bool:
    """Whether a ground is the provision or a part of it: 17(3)(a) is one of 17(3), and so is it as applied by 2(2)."""
    return ground == provision or (ground.startswith(provision) and ground[len(provision)] in "( ")


def says(answer: Answer, expected: str) -> bool:
    """Whether the words of an answer hold those expected, not in the negative: "carried" is not in "not carried"."""
    found = " ".join([answer.says, answer.outcome, *answer.arithmetic, *(words for words, _ in answer.silences)])
    pattern = re.escape(" ".join(expected.casefold().split())).replace(r"\ ", " ")
    return re.search(rf"(?<!\bnot )(?<!\bno )(?<!\w){pattern}(?!\w)", " ".join(found.casefold().split())) is not None


def touches(answer: Answer) -> set[str]:
    """Every provision that an answer names."""
    ways: list[Way] = [*answer.steps, *answer.gates, *answer.blockers.sets_off, *answer.blockers.holds]
    acts = [*answer.presumed, *(act for way in ways for act in way.acts)]
    named = {*answer.grounds, *(cited.provision for cited in answer.cited), *(rule for _, rule in answer.limits)}
    named |= {rule for act in acts for rule in act.rules} | {r for act in acts for d in act.decided for r in d.rules}
    named |= {reading.provision for reading in answer.readings} | {rule for row in answer.rows for rule in row.grounds}
    named |= {rule for other in answer.beside for rule in other.rules}
    return named | {ground for case in answer.cases for ground in case.grounds}


def covered(ruleset: Ruleset, touched: set[str]) -> Coverage:
    """Which provisions with norms are touched by nothing. What is taken over unchanged from another ruleset is asked
    about there."""
    amended = [a.number for a in ruleset.amendments]
    taken = {p.number for p in ruleset.provisions if p.instrument and not any(covers(n, p.number) for n in amended)}
    every = dict.fromkeys(norm.provision for norm in ruleset.norms)
    own = tuple(p for p in every if p not in taken)
    return Coverage(ruleset.id, own, tuple(p for p in own if p not in touched), len(every) - len(own))
