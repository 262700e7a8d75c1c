"""Lays an answer out as a paper: the verdict, what follows, what is presumed and disputed, then the rest."""

from __future__ import annotations

from proclogic.answers.chosen import chosen_words
from proclogic.answers.model import NOT_CONFERRED, OF_RIGHT, Act, Answer, Case, Cited
from proclogic.papers.document import Block, Closing, Fact, Facts, Headline, Paper, Section, Sentence, Sources
from proclogic.papers.facts import (
    about_text,
    because,
    blocked,
    depends,
    fell_away,
    gates,
    limits,
    presumed,
    steps,
    strength,
    taken,
)
from proclogic.papers.from_rows import LISTS, counts, rows_table
from proclogic.papers.words import (
    CERTAINTY_WORDS,
    LAYER_WORDS,
    amended_words,
    beside_words,
    capital,
    certainty_word,
    gave_way_words,
    headline,
    join,
    of_a_kind,
    outcome_sentence,
    resolve_words,
    short_mark,
    verdict_words,
    when_words,
)


def paper(answer: Answer) -> Paper:
    """The paper for one answer."""
    return Paper(answer.question, (*opening(answer), *body(answer), closing(answer)))


def short(answer: Answer) -> tuple[Block, ...]:
    """The answer in short, for a paper on several rulesets: verdict, outcome, and what it takes."""
    kinds = {mark.kind for mark in answer.marks}
    facts = [*(resolutions(answer) if "open" in kinds else ()), *(_readings(answer) if "contested" in kinds else ())]
    own = taken(answer.takes)
    if len(answer.cases) < 2:
        acts = (*own, *gates(answer.gates), *blocked(answer, answer.takes))
        facts += [*(_under(answer.cases[0]) if answer.cases and acts and facts else ()), *acts]
    else:
        facts += [*own, *depends(answer)]
    return (*opening(answer), *((Facts(tuple(facts)),) if facts else ()), *rows_table(answer))


def _under(case: Case) -> list[Fact]:
    """The readings and the choices of brackets under which the acts of a case stand."""
    told = [Fact("If read as", f"{case.follows}:")] if case.follows else []
    return [*told, *([Fact("If", f"{_kept(case)}:")] if case.keeps else [])]


def opening(answer: Answer) -> tuple[Block, ...]:
    """The headline, the outcome, and warnings that nobody may miss."""
    if not _was_asked(answer):
        head = Headline(answer.says)
    elif answer.form in LISTS and not answer.verdict:
        head = Headline(f"{capital(counts(answer))}.")
    else:
        head = Headline(headline(answer), carrying(answer))
    lines: list[Block] = [head, *_asked_as(answer)]
    if _was_asked(answer) and answer.says and answer.verdict and not of_a_kind(answer):
        lines.append(Sentence(answer.says, answer.grounds, "Answer in words"))
    if answer.outcome:
        lines.append(Sentence(outcome_sentence(answer), (), "Outcome"))
    if answer.hypothetical:
        lines.append(Sentence("This answer rests on a hypothetical text: its wording has not been published."))
    if not answer.complete:
        lines.append(Sentence(_incomplete(answer)))
    if answer.one_choice:
        lines.append(Sentence(ONE_CHOICE))
    return tuple(lines)


ONE_CHOICE = (
    "Who lets it in and who can stop it is told for one way of resolving what is not settled (the leading readings, "
    "the first alternative of each bracket): other ways may add to it, and change nothing in the answer."
)


def _incomplete(answer: Answer) -> str:
    """What was looked at, where that was not everything."""
    if not answer.sampled:
        return "The search was stopped before it was complete: nothing that is said here was shown for every case."
    told = (
        "There are too many ways of choosing among the readings and brackets to examine them all. "
        f"{answer.sampled} were examined, each completely; the answer is theirs, and others may lead elsewhere"
    )
    return f"{told}, though never below {verdict_words(answer.at_least)}." if answer.at_least else f"{told}."


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
    top: list[Fact] = [*_disputed(answer), *taken(answer.takes)]
    under = not several and common is not None and common.keeps  # what is presumed may hang on the brackets kept
    top += presumed(answer.presumed) if not under and (not several or "presumed" in shared) else ()
    if several:
        parts = [p for p in shared if p != "presumed"]
        top += _case_facts(cases[0].replace(grounds=answer.grounds), parts, answer.takes)
    else:
        follows = cases[0].follows if cases else ""
        top += because(cases[0].adverse) if cases else ()
        acts = answer.steps or answer.gates or answer.blockers.sets_off
        keeps = _kept(cases[0]) if cases else ""
        top += [Fact("If read as", f"{follows}:")] if follows and acts else []
        others = bool(answer.strength[0] or answer.limits or answer.presumed)
        top += [Fact("If", f"{keeps}:")] if keeps and (acts or others) else []
        top += presumed(answer.presumed) if keeps else ()
        stops = () if of_a_kind(answer) and answer.verdict == OF_RIGHT else blocked(answer, answer.takes)
        top += (*steps(answer.steps), *gates(answer.gates), *stops)
        top += (*limits(answer.limits), *strength(answer.strength))
    top += [Fact("" if i else "Gave way", gave_way_words(g), (g.rule, g.to)) for i, g in enumerate(answer.gave_way)]
    top += fell_away(answer.fallen)
    top += _elsewhere(answer)
    top += beside(answer)
    top += [Fact("Count" if not i else "", line, answer.grounds) for i, line in enumerate(answer.arithmetic)]
    blocks: list[Block] = [Facts(tuple(top))] if top else []
    if several:
        own = [part for part in _PARTS if part not in shared]
        same = all(case.grounds == cases[0].grounds for case in cases)
        told = [case.replace(grounds=()) if same else case for case in cases]
        blocks += [_case(case, number, own, answer.takes) for number, case in enumerate(told, start=1)]
    blocks += rows_table(answer)
    last = (*about_text(_bearing(answer)), *_rests_on(answer))
    return (*blocks, *((Facts(last),) if last else ()), *sources(answer.cited))


def carrying(answer: Answer) -> tuple[str, ...]:
    """The provisions that carry the verdict: without those that only say with which majority a body decides."""
    acts = [a for c in answer.cases for w in (*c.gates, *c.steps, *c.blockers.sets_off) for a in w.acts]
    spoken = {r for a in acts for r in a.rules}
    deciding = {r for a in acts for d in a.decided for r in d.rules} - spoken
    if answer.takes is not None:
        deciding |= {r for d in answer.takes.decided for r in d.rules}.difference(answer.takes.rules)
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


def _case_facts(case: Case, parts: list[str], takes: Act | None) -> list[Fact]:
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
                facts += blocked(case, takes)
            case "limits":
                facts += limits(case.limits)
            case "strength":
                facts += strength(case.strength)
    return facts


def _case(case: Case, number: int, parts: list[str], takes: Act | None) -> Section:
    lone = Answer("", "", "", "", verdict=case.verdict, marks=case.marks, gates=case.gates)
    answer = headline(lone).removesuffix(".")
    answer = answer.replace(verdict_words(case.verdict).upper(), verdict_words(case.verdict), 1)
    if any(mark.kind in ("contested", "open") for mark in case.marks):
        answer = "; ".join(dict.fromkeys(short_mark(m) for m in case.marks))
    title = f"{capital(when_words(case.when))}: {answer}; outcome {case.outcome}"
    facts = tuple(_case_facts(case, parts, takes))
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
            case "conflicting" if answer.form != "must":  # of a duty the headline says it
                words = mark.detail or "one rule grants it, another forbids it, and nothing puts one of them first"
                facts.append(Fact("Conflicting", words, mark.rules))
            case "depends" if mark.detail and len(answer.cases) < 2:
                facts.append(Fact("Depends on", mark.detail, mark.rules))
            case "unregulated":
                facts.append(Fact("Unregulated", mark.detail or "no rule speaks of it", mark.rules))
    return facts + resolutions(answer) + _readings(answer)


MOST_SETS = 12  # sets of choices that are told; the other formats have all


def _kept(case: Case) -> str:
    return join([chosen_words(c) for c in case.keeps])


def resolutions(answer: Answer) -> list[Fact]:
    """The smallest sets of brackets that decide the answer, with what it then is."""
    facts: list[Fact] = []
    several = len({r.when for r in answer.resolutions}) > 1
    told: set[bool] = set()
    for found in answer.resolutions[:MOST_SETS]:
        said = join([verdict_words(v) for v in found.verdicts], "or")
        chosen = " and ".join(chosen_words(c) for c in found.choices)
        case = f"{when_words(found.when)}: " if several else ""
        rules = tuple(dict.fromkeys(c.provision for c in found.choices))
        acts = f" ({found.acts})" if found.acts else ""
        label = (
            "" if found.settles_acts in told else "What it takes" if found.settles_acts and told else "Not agreed [ ]"
        )
        told.add(found.settles_acts)
        ruled = f"if {chosen}: {found.text}" if found.text else f"{said}{acts}, outcome {found.outcome}, if {chosen}"
        facts.append(Fact(label, f"{case}{ruled}", rules))
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
        acts = f", {reading.acts}" if reading.acts else ""
        said = f"{verdict}{acts}; outcome {reading.outcome}" if verdict else reading.text or reading.outcome
        why = "; ".join(w for w in (reading.standing, reading.authority) if w)
        text = f'"{reading.reading}": {said}' + (f" ({why})" if why else "")
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


def beside(answer: Answer) -> list[Fact]:
    """What further layers would change."""
    facts = []
    for other in answer.beside:
        facts.append(Fact(capital(LAYER_WORDS.get(other.layer, other.layer)), beside_words(other), other.rules))
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
        facts.append(Fact(label, ", ".join(w for w in (layer, certainty_word(certainty)) if w), tuple(provisions)))
        label = ""
    return facts + amended(answer)


def amended(answer: Answer) -> list[Fact]:
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
