"""Lays an answer out as a paper: the verdict, what follows, what is presumed and disputed, then the rest."""

from __future__ import annotations

from proclogic.answers.model import NOT_CONFERRED, OF_RIGHT, VERDICTS, Answer, Case, Cited, Row
from proclogic.papers.document import Block, Closing, Fact, Facts, Headline, Paper, Section, Sentence, Sources, Table
from proclogic.papers.facts import (
    about_text,
    because,
    blocked,
    depends,
    gates,
    in_short,
    limits,
    presumed,
    steps,
    strength,
)
from proclogic.papers.words import (
    CERTAINTY_WORDS,
    LAYER_WORDS,
    amended_words,
    capital,
    chosen_words,
    gave_way_words,
    headline,
    join,
    outcome_sentence,
    resolve_words,
    short_mark,
    verdict_words,
    when_words,
)

LISTS = ("who", "what", "where")
SHORT = 90  # letters of a condition that still fit into a table


def paper(answer: Answer) -> Paper:
    """The paper for one answer."""
    return Paper(answer.question, (*opening(answer), *body(answer), closing(answer)))


def short(answer: Answer) -> tuple[Block, ...]:
    """The answer in short, for a paper on several rulesets: verdict, outcome, and what it takes."""
    facts = (*gates(answer.gates), *blocked(answer)) if len(answer.cases) < 2 else tuple(depends(answer))
    return (*opening(answer), *(() if not facts else (Facts(facts),)), *rows_table(answer))


def opening(answer: Answer) -> tuple[Block, ...]:
    """The headline, the outcome, and warnings that nobody may miss."""
    if not _was_asked(answer):
        head = Headline(answer.says)
    elif answer.form in LISTS and not answer.verdict:
        head = Headline(_counts(answer.rows))
    else:
        head = Headline(headline(answer), carrying(answer))
    lines: list[Block] = [head, *_asked_as(answer)]
    if _was_asked(answer) and answer.says and (answer.verdict or answer.form in LISTS):
        rules = answer.grounds if answer.verdict else ()
        lines.append(Sentence(answer.says, rules, "Answer in words"))
    if answer.outcome:
        lines.append(Sentence(outcome_sentence(answer), (), "Outcome"))
    if answer.hypothetical:
        lines.append(Sentence("This answer rests on a hypothetical text: its wording has not been published."))
    if not answer.complete:
        lines.append(Sentence("The search was stopped before it was complete: there may be more than is said here."))
    return tuple(lines)


def _was_asked(answer: Answer) -> bool:
    return answer.asked_as is None or not answer.asked_as.missing


def _asked_as(answer: Answer) -> list[Block]:
    """In which words it was asked here, when they are not those of the question."""
    asked = answer.asked_as
    if asked is None or not asked.question:
        return []
    label = "Through a mapping"
    lines: list[Block] = [Sentence(f"Asked here, through {asked.mapping}, as: {asked.question}", (), label)]
    return [*lines, *(Sentence(said, (), label) for said in asked.inexact)]


def body(answer: Answer) -> tuple[Block, ...]:
    """Everything between the outcome and the last lines."""
    cases = answer.cases
    common = cases[0] if cases else None
    shared = [part for part in _PARTS if common and all(_part(c, part) == _part(common, part) for c in cases)]
    several = len(cases) > 1
    top: list[Fact] = [*_disputed(answer)]
    top += presumed(answer.presumed) if not several or "presumed" in shared else ()
    if several:
        top += _case_facts(cases[0].replace(grounds=answer.grounds), [p for p in shared if p != "presumed"])
    else:
        follows = cases[0].follows if cases else ""
        top += because(cases[0].adverse) if cases else ()
        acts = answer.steps or answer.gates or answer.blockers.sets_off
        keeps = _kept(cases[0]) if cases else ""
        top += [Fact("If read as", f"{follows}:")] if follows and acts else []
        top += [Fact("If", f"{keeps}:")] if keeps and acts else []
        top += (*steps(answer.steps), *gates(answer.gates), *blocked(answer))
        top += (*limits(answer.limits), *strength(answer.strength))
    top += [Fact("" if i else "Gave way", gave_way_words(g), (g.rule, g.to)) for i, g in enumerate(answer.gave_way)]
    top += _elsewhere(answer)
    top += _beside(answer)
    top += [Fact("Count" if not i else "", line, answer.grounds) for i, line in enumerate(answer.arithmetic)]
    blocks: list[Block] = [Facts(tuple(top))] if top else []
    if several:
        own = [part for part in _PARTS if part not in shared]
        same = all(case.grounds == cases[0].grounds for case in cases)
        told = [case.replace(grounds=()) if same else case for case in cases]
        blocks += [_case(case, number, own) for number, case in enumerate(told, start=1)]
    blocks += rows_table(answer)
    last = (*about_text(_bearing(answer)), *_rests_on(answer))
    return (*blocks, *((Facts(last),) if last else ()), *sources(answer.cited))


def carrying(answer: Answer) -> tuple[str, ...]:
    """The provisions that carry the verdict: without those that only say with which majority a body decides."""
    acts = [a for c in answer.cases for w in (*c.gates, *c.steps, *c.blockers.sets_off) for a in w.acts]
    spoken = {r for a in acts for r in a.rules}
    deciding = {r for a in acts for d in a.decided for r in d.rules} - spoken
    return tuple(g for g in answer.grounds if g not in deciding) or answer.grounds


def _bearing(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What the provisions on which the answer turns do not say; everything else is in the other formats."""
    turning = {r for m in answer.marks for r in m.rules} | {r for w in answer.gates for a in w.acts for r in a.rules}
    found = tuple(s for s in answer.silences if s[1] in turning)
    if found or turning:
        return found
    first = list(dict.fromkeys(rule for _, rule in answer.silences))[:2]
    return tuple(s for s in answer.silences if s[1] in first)


def closing(answer: Answer) -> Closing:
    """What was examined, whether completely, and how to see more."""
    lines = [examined(answer)]
    if NOT_CONFERRED in answer.verdicts or any(row.verdict == NOT_CONFERRED for row in answer.rows):
        lines.append(f"Where {answer.ruleset} is silent, this is read as: {answer.silence}.")
    return Closing(tuple(lines), (f"More: {'; '.join(_hints(answer))}.",))


def examined(answer: Answer) -> str:
    """ "untoc-cop: treaty and rules; 2 readings; examined completely."."""
    if not _was_asked(answer):
        return f"{answer.ruleset}: not asked, for want of words."
    parts = answer.examined or (join(answer.layers),)
    end = "examined completely" if answer.complete else "NOT examined completely"
    return f"{answer.ruleset}: {'; '.join([*(p for p in parts if p), end])}."


def _hints(answer: Answer) -> list[str]:
    hints = ["--format md lists the sources, --format json has everything"]
    if answer.presumed:
        hints.insert(0, "--strict presumes nothing")
    if answer.beside:
        layers = dict.fromkeys(["treaty", "rules", *answer.layers, *(b.layer for b in answer.beside)])
        hints.insert(0, f"--layers {','.join(layers)} counts the other layers too")
    if answer.resolutions and answer.resolutions[0].choices:
        hints.insert(0, f'--resolve "{resolve_words(answer.resolutions[0].choices[0])}" makes one choice')
    if answer.readings:
        first = answer.readings[0]
        hints.insert(0, f'--reading "{first.dispute}={first.reading}" follows one reading')
    return hints


# ------------------------------------------------------------------------------------------------------- cases

_PARTS = ("presumed", "adverse", "steps", "gates", "blockers", "limits", "strength")


def _part(case: Case, part: str) -> object:
    # Blockers are read together with the verdict: "nobody can stop it" is said of what is of right.
    return (case.blockers, case.verdict == OF_RIGHT) if part == "blockers" else getattr(case, part)


def _case_facts(case: Case, parts: list[str]) -> list[Fact]:
    facts: list[Fact] = []
    for part in parts:
        match part:
            case "presumed":
                facts += presumed(case.presumed)
            case "adverse":
                facts += because(case.adverse)
            case "steps":
                facts += steps(case.steps)
            case "gates":
                facts += gates(case.gates)
            case "blockers":
                facts += blocked(case)
            case "limits":
                facts += limits(case.limits)
            case "strength":
                facts += strength(case.strength)
    return facts


def _case(case: Case, number: int, parts: list[str]) -> Section:
    lone = Answer("", "", "", "", verdict=case.verdict, marks=case.marks, gates=case.gates)
    answer = headline(lone).removesuffix(".")
    answer = answer.replace(verdict_words(case.verdict).upper(), verdict_words(case.verdict), 1)
    if any(mark.kind in ("contested", "open") for mark in case.marks):
        answer = "; ".join(dict.fromkeys(short_mark(m) for m in case.marks))
    title = f"{capital(when_words(case.when))}: {answer}; outcome {case.outcome}"
    facts = tuple(_case_facts(case, parts))
    if case.follows and facts:
        facts = (Fact("If read as", f"{case.follows}:"), *facts)
    if case.keeps and facts:
        facts = (Fact("If", f"{_kept(case)}:"), *facts)
    return Section(f"Case {number}", title, (Facts(facts),) if facts else (), case.grounds)


# ------------------------------------------------------------------------------------- disputes, layers, sources


def _disputed(answer: Answer) -> list[Fact]:
    """Discretion and readings: what stands first after the outcome."""
    facts: list[Fact] = []
    for mark in answer.marks:
        match mark.kind:
            case "turns on":
                favour = "; taken here in its favour" if answer.verdict else ""
                words = f'"{mark.detail}": nobody is named to judge it{favour}'
                facts.append(Fact("Turns on", words, mark.rules))
            case "conflicting":
                words = mark.detail or "one rule grants it, another forbids it, and nothing puts one of them first"
                facts.append(Fact("Conflicting", words, mark.rules))
            case "depends" if mark.detail and len(answer.cases) < 2:
                facts.append(Fact("Depends on", mark.detail, mark.rules))
            case "unregulated":
                facts.append(Fact("Unregulated", mark.detail or "no rule speaks of it", mark.rules))
    return facts + _resolutions(answer) + _readings(answer)


MOST_SETS = 12  # sets of choices that are told; the other formats have all


def _kept(case: Case) -> str:
    return join([chosen_words(c) for c in case.keeps])


def _resolutions(answer: Answer) -> list[Fact]:
    """The smallest sets of brackets that decide the answer, with what it then is."""
    facts: list[Fact] = []
    several = len({r.when for r in answer.resolutions}) > 1
    for found in answer.resolutions[:MOST_SETS]:
        said = join([verdict_words(v) for v in found.verdicts], "or")
        chosen = " and ".join(chosen_words(c) for c in found.choices)
        case = f"{when_words(found.when)}: " if several else ""
        rules = tuple(dict.fromkeys(c.provision for c in found.choices))
        facts.append(Fact("", f"{case}{said}, outcome {found.outcome}, if {chosen}", rules))
    if facts:
        facts[0] = facts[0].replace(label="Not agreed [ ]")
    if len(answer.resolutions) > MOST_SETS:
        left = len(answer.resolutions) - MOST_SETS
        facts.append(Fact("", f"and {left} further ways; --format json has all of them"))
    return facts


def _readings(answer: Answer) -> list[Fact]:
    facts: list[Fact] = []
    before = ""
    for reading in sorted(answer.readings, key=lambda r: not r.contests):
        if reading.dispute != before:
            words = f'"{reading.words}" is read in several ways' if reading.words else "read in several ways"
            facts.append(Fact("Contested" if reading.contests else "Readings", words, (reading.provision,)))
            before = reading.dispute
        verdict = join([verdict_words(v) for v in reading.verdicts], "or")
        said = f"{verdict}; outcome {reading.outcome}" if verdict else reading.text or reading.outcome
        why = "; ".join(w for w in (reading.standing, reading.authority) if w)
        acts = f", {reading.acts}" if reading.acts and not reading.contests else ""
        text = f'"{reading.reading}": {said}{acts}' + (f" ({why})" if why else "")
        facts.append(Fact("", text, (reading.provision,)))
    return facts


def _elsewhere(answer: Answer) -> list[Fact]:
    """Who else has what is not conferred here."""
    by_rule: dict[str, list[str]] = {}
    for who, rule in answer.others:
        by_rule.setdefault(who, []).append(rule)
    label = "Others have it" if any(c.verdict == NOT_CONFERRED for c in answer.cases) else "Others"
    facts = [Fact("", who, tuple(rules)) for who, rules in by_rule.items()]
    return [facts[0].replace(label=label), *facts[1:]] if facts else []


def _beside(answer: Answer) -> list[Fact]:
    facts = []
    for other in answer.beside:
        what = "; ".join(w for w in (verdict_words(other.verdict), other.outcome and f"outcome {other.outcome}") if w)
        more = other.text if other.text != verdict_words(other.verdict) else ""
        text = ": ".join(w for w in (what, more) if w)
        sources = "; ".join(w for w in (other.source, CERTAINTY_WORDS.get(other.certainty, other.certainty)) if w)
        label = capital(LAYER_WORDS.get(other.layer, other.layer))
        facts.append(Fact(label, text + (f" ({sources})" if sources else ""), other.rules))
    return facts


def _rests_on(answer: Answer) -> list[Fact]:
    """The certainty of the answer, and the layer and certainty of each provision it names."""
    facts: list[Fact] = []
    if answer.certainty:
        facts.append(Fact("Certainty", CERTAINTY_WORDS.get(answer.certainty, answer.certainty)))
    kinds: dict[tuple[str, str], list[str]] = {}
    for cited in answer.cited:
        kinds.setdefault((cited.layer, cited.certainty), []).append(cited.provision)
    label = "Rests on"
    for (layer, certainty), provisions in kinds.items():
        facts.append(Fact(label, ", ".join(w for w in (layer, certainty) if w), tuple(provisions)))
        label = ""
    return facts + _amended(answer)


def _amended(answer: Answer) -> list[Fact]:
    """The amendments that bear on the answer, and by whom they are."""
    return [
        Fact("" if number else "Amended", amended_words(made), (made.provision,))
        for number, made in enumerate(answer.amendments)
    ]


def sources(cited: tuple[Cited, ...]) -> tuple[Sources, ...]:
    """Where the provisions that are named can be read, by source."""
    found: dict[str, dict[str, None]] = {}
    for each in cited:
        found.setdefault(each.source, {})[each.provision] = None
    listed = tuple((source, tuple(provisions)) for source, provisions in found.items() if source)
    return (Sources(listed),) if listed else ()


# -------------------------------------------------------------------------------------------------- who, what, where


def _counts(rows: tuple[Row, ...]) -> str:
    counts = [(sum(1 for row in rows if row.verdict == v), verdict_words(v)) for v in VERDICTS]
    words = [f"{count} {verdict}" for count, verdict in counts if count]
    depends = "; where it depends, the lowest counts" if any(len(row.verdicts) > 1 for row in rows) else ""
    return f"{', '.join(words)}{depends}." if words else "NOT CONFERRED: no rule says it of anybody or anything."


def rows_table(answer: Answer) -> tuple[Block, ...]:
    """The cells of a who, what or where question as a table."""
    if not answer.rows:
        return ()
    head = {"who": "Who", "what": "What", "where": "Where"}.get(answer.form, "What")
    if any(len(row.condition) > SHORT for row in answer.rows):
        return tuple(_row_section(row, answer.form) for row in answer.rows)
    rows = tuple((row_name(row, answer.form), row_verdict(row), row.condition, row_rules(row)) for row in answer.rows)
    return (Table(answer.question, (head, "Answer", "How", "Rule"), rows),)


def _row_section(row: Row, form: str) -> Section:
    """A row with more to say than fits beside others: a sentence for each of its cases."""
    name = row_name(row, form)
    cases = row.answer.cases if row.answer is not None else ()
    if len(cases) > 1:
        lines = [Sentence(f"{when_words(case.when)}: {in_short(case)}", case.grounds, "Case") for case in cases]
    else:
        said = row.condition.removeprefix(verdict_words(row.verdict)).removeprefix(", ")
        lines = [Sentence(said, (), "How")] if said else []
    return Section(name, f"{name}: {row_verdict(row)}", tuple(lines), row.grounds)


def row_name(row: Row, form: str) -> str:
    """What a row is about, given what the question asks for."""
    match form:
        case "who":
            return row.actor
        case "where":
            return row.body
        case _:
            return " ".join(w for w in (row.act, row.object, f"({row.body})" if row.body else "") if w)


def row_verdict(row: Row) -> str:
    """The verdict of a row with its marks."""
    verdicts = join([verdict_words(v) for v in row.verdicts or (row.verdict,)], "or")
    return "; ".join([verdicts, *dict.fromkeys(short_mark(mark) for mark in row.marks)])


def row_rules(row: Row) -> str:
    """The provisions of a row; "no rule" where the text is silent."""
    return ", ".join(row.grounds) or "no rule"
