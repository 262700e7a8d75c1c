"""Lays out what a ruleset comes to when it is held to a position: the score, then ask by ask, then what stands apart.

Several rulesets stand side by side in a table, with their scores below it.
"""

from __future__ import annotations

from proclogic.papers import assessment_words as say
from proclogic.papers.document import Block, Closing, Fact, Facts, Headline, Paper, Section, Sentence, Sources, Table
from proclogic.papers.facts import depends, presumed
from proclogic.papers.from_answer import resolutions, sources
from proclogic.papers.words import CERTAINTY_WORDS, LAYER_WORDS, beside_words, capital, cites, join
from proclogic.positions.model import (
    BY_DEFAULT_ONLY,
    BY_LEAVE_ONLY,
    CANNOT_BE_ASKED,
    CONTESTED,
    MET,
    NOT_MET,
    OPEN_TEXT,
    TURNS_ON,
    Ask,
    Assessment,
    Held,
    Judged,
    Position,
)

SHORT = {
    MET: "met",
    BY_DEFAULT_ONLY: "default only",
    BY_LEAVE_ONLY: "leave only",
    TURNS_ON: "turns on",
    OPEN_TEXT: "open [ ]",
    CONTESTED: "contested",
    NOT_MET: "not met",
    CANNOT_BE_ASKED: "no word",
}
# Before what was found, where an ask has several targets. Of the other results, the words that follow say it.
_SAID = {MET: "met: ", BY_DEFAULT_ONLY: "not met: ", BY_LEAVE_ONLY: "not met: ", NOT_MET: "not met: "}
FEW = 3  # rules that a cell of the table names
LEGEND = (
    (BY_DEFAULT_ONLY, "default only: more was asked, and it holds unless somebody acts"),
    (BY_LEAVE_ONLY, "leave only: more was asked, and somebody must let it in"),
    (TURNS_ON, "turns on: met only if a word that nobody is named to judge is read in its favour"),
    (OPEN_TEXT, "open [ ]: it differs with text that is not agreed"),
    (CONTESTED, "contested: met in one reading and not in another"),
    (NOT_MET, "not met: the text is silent, forbids it, or gives less; 1 of 2: met in part"),
    (CANNOT_BE_ASKED, "no word: cannot be asked here, the ruleset has no such word; counted as not met"),
)


def paper(value: Assessment) -> Paper:
    """The paper on one ruleset."""
    title = Fact("Ruleset", value.title or value.ruleset)
    return Paper(
        "",
        (
            Headline(f"{say.score(value)}."),
            Sentence(say.apart(value.position), label="Apart"),
            *_warnings((value,)),
            Facts((*_about(value.position), title)),
            *_asks(value),
            *_apart(value.position),
            *_sources((value,)),
            Closing(_closing((value,)), (_hint(value),)),
        ),
    )


def papers(values: tuple[Assessment, ...], full: bool) -> Paper:
    """The paper on several rulesets; with `full`, each ask of each of them is told too."""
    position = values[0].position
    table = Table(
        f"The asks of {position.id} side by side",
        ("Ask", *(value.ruleset for value in values)),
        tuple(_row(ask, number, values) for number, ask in enumerate(position.judged)),
    )
    sections = tuple(Section(v.ruleset, f"{v.ruleset}: {v.title or v.ruleset}", _asks(v)) for v in values)
    hint = f"Ask by ask, with the rules: proclogic assess {values[0].ruleset} --position {position.id}."
    return Paper(
        "",
        (
            Headline(_together(values)),
            Sentence(say.apart(position), label="Apart"),
            *_warnings(values),
            Facts(tuple(_about(position))),
            *((table,) if position.judged else ()),
            *((Facts(tuple(Fact(v.ruleset, f"{say.short_score(v)}.") for v in values)),) if position.judged else ()),
            *(sections if full else ()),
            *_apart(position),
            *(_sources(values) if full else ()),
            Closing((*_legend(values), *_closing(values)), (hint, "Everything: --format md, csv or json.")),
        ),
    )


def _together(values: tuple[Assessment, ...]) -> str:
    position = values[0].position
    if not position.judged:
        return f"{position.id} has no ask that a ruleset could meet."
    parts = [f"{value.ruleset} {value.count(MET)}" for value in values]
    return f"Of {len(position.judged)} asks of {position.id}, met: {', '.join(parts)}."


def _row(ask: Ask, number: int, values: tuple[Assessment, ...]) -> tuple[str, ...]:
    cells = []
    for value in values:
        held = value.held[number]
        part = f", {held.met} of {len(held.targets)}" if held.partly else ""
        cells.append(SHORT[held.result] + part + _named(say.deciding(held)))
    return (f"{ask.number} {ask.title}", *cells)


def _named(rules: tuple[str, ...]) -> str:
    """The first rules that a result rests on, in brackets."""
    more = " ..." if len(rules) > FEW else ""
    return f" ({cites(rules[:FEW])}{more})" if rules else ""


def _legend(values: tuple[Assessment, ...]) -> tuple[str, ...]:
    seen = {held.result for value in values for held in value.held}
    return tuple(words for result, words in LEGEND if result in seen)


# ----------------------------------------------------------------------------------------------------- what both have


def _about(position: Position) -> list[Fact]:
    source = ", ".join(w for w in (position.source.title, position.source.symbol, position.date) if w)
    facts = [Fact("Position", position.title or position.id)]
    facts += [Fact("", source)] if source else []
    return facts + [Fact("Note", note) for note in position.notes]


def _apart(position: Position) -> list[Block]:
    """The asks that are listed and not counted."""
    rows = tuple((f"{ask.number} {ask.title}{_strength(ask)}", _why(ask)) for ask in position.apart)
    return [Table("The asks that are not counted", ("Not counted", "Why"), rows)] if rows else []


def _why(ask: Ask) -> str:
    kind = f"no entitlement: {ask.no_entitlement}" if ask.no_entitlement else f"not expressible: {ask.not_expressible}"
    return "; ".join((kind, *ask.notes))


def _strength(ask: Ask) -> str:
    return f" ({ask.strength})" if ask.strength else ""


def _warnings(values: tuple[Assessment, ...]) -> list[Block]:
    """What nobody may miss."""
    found: list[Block] = []
    for value in values:
        if any(answer.hypothetical for answer in value.answers):
            words = f"Some of this rests on a hypothetical text of {value.ruleset}: its wording has not been published."
            found.append(Sentence(words))
        if not value.complete:
            words = f"The search in {value.ruleset} was stopped before it was complete: results may be other than said."
            found.append(Sentence(words))
    return found


def _sources(values: tuple[Assessment, ...]) -> tuple[Sources, ...]:
    """Where the position and the provisions can be read."""
    position = values[0].position
    own = ", ".join(w for w in (position.source.title, position.source.address) if w)
    listed = sources(tuple(cited for value in values for answer in value.answers for cited in answer.cited))
    found = (((own, (position.id,)),) if own else ()) + (listed[0].sources if listed else ())
    return (Sources(found),) if found else ()


def _closing(values: tuple[Assessment, ...]) -> tuple[str, ...]:
    """What was examined, and how the results are meant."""
    lines = []
    for value in values:
        layers = " and ".join(value.layers) if len(value.layers) < 3 else join(value.layers)
        end = "examined completely" if value.complete else "NOT examined completely"
        lines.append(f"{value.ruleset}: {layers}; {end}. Where it is silent, this is read as: {value.silence}.")
    if any(value.held for value in values):
        lines.append(
            "Met means: in every case and in every reading that counts. What is contested, pending, in brackets, or "
            "turns on a word that nobody is named to judge, is not met."
        )
    lacking = {j.result for value in values for held in value.held for j in held.targets if j.missing}
    if lacking:
        not_met = "What cannot be asked counts as not met. " if CANNOT_BE_ASKED in lacking else ""
        lines.append(
            f"{not_met}Where the ruleset says the same in other words, add them to the position, below the target: "
            "Or asked as: ...?"
        )
    return tuple(lines)


def _hint(value: Assessment) -> str:
    more = "--format md lists the sources, --format json has everything"
    told = (j for held in value.held for j in held.targets if j.answer is not None and j.result != MET)
    first = next(told, None)
    if first is None:
        return f"More: {more}."
    return f'More: proclogic query {value.ruleset} "{first.wording.question}" answers one of them in full; {more}.'


# ---------------------------------------------------------------------------------------------------------- ask by ask


def _asks(value: Assessment) -> tuple[Block, ...]:
    return tuple(_ask(held, value) for held in value.held)


def _ask(held: Held, value: Assessment) -> Section:
    ask = held.ask
    facts: list[Fact] = []
    for number, judged in enumerate(held.targets, start=1):
        facts += _target(judged, value, f" {number}" if len(held.targets) > 1 else "")
    facts += [Fact("Note", note) for note in ask.notes]
    title = f"{ask.number}: {say.result(held, loud=True)}. {ask.title}{_strength(ask)}"
    return Section(ask.number, title, (Facts(tuple(facts)),))


def _target(judged: Judged, value: Assessment, number: str) -> list[Fact]:
    """What was asked and what was found; `number` where there are several targets."""
    found = say.found(judged, value.ruleset)
    said = _SAID.get(judged.result, "") if number and judged.result != CANNOT_BE_ASKED else ""
    facts = [
        Fact(f"Asked{number}", say.asked(judged)),
        Fact(f"Found{number}", said + found, say.rules(judged)),
    ]
    answer = judged.answer
    if answer is None:
        return facts
    facts += (*depends(answer), *(resolutions(answer) if judged.result == OPEN_TEXT else ()), *say.readings(judged))
    if judged.result == MET:
        facts += presumed(answer.presumed)
    for other in answer.beside:
        facts.append(Fact(capital(LAYER_WORDS.get(other.layer, other.layer)), beside_words(other), other.rules))
    if answer.certainty not in ("verbatim", ""):
        facts.append(Fact("Certainty", CERTAINTY_WORDS.get(answer.certainty, answer.certainty)))
    return facts
