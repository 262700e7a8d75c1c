"""Results of an assessment in words: the one place where its codes become English."""

from __future__ import annotations

from proclogic.answers.model import BY_DEFAULT, BY_LEAVE, NOT_CONFERRED, OPEN, Answer, ReadingAnswer
from proclogic.papers.document import Fact
from proclogic.papers.from_answer import carrying
from proclogic.papers.words import (
    act_words,
    capital,
    cites,
    headline,
    join,
    outcome_sentence,
    quote,
    verdict_words,
)
from proclogic.positions.model import (
    AT_LEAST,
    BY_DEFAULT_ONLY,
    BY_LEAVE_ONLY,
    CANNOT_BE_ASKED,
    CONTESTED,
    MET,
    NOT_MET,
    OPEN_TEXT,
    SAYS,
    TURNS_ON,
    Assessment,
    Held,
    Judged,
    Measure,
    Position,
)

RESULT_WORDS = {
    MET: "met",
    BY_DEFAULT_ONLY: "by default only",
    BY_LEAVE_ONLY: "by leave only",
    TURNS_ON: "turns on a word",
    OPEN_TEXT: "open [ ]",
    CONTESTED: "contested",
    NOT_MET: "not met",
    CANNOT_BE_ASKED: "cannot be asked here",
}  # in the order in which a score counts them


def score(value: Assessment) -> str:
    """ "untoc-cop meets 3 of 12 asks of gpd-2025; 2 by leave only; 7 not met"."""
    if not value.held:
        return f"{value.position.id} has no ask that {value.ruleset} could meet"
    asks = "ask" if len(value.held) == 1 else "asks"
    return f"{value.ruleset} meets {value.count(MET)} of {len(value.held)} {asks} of {value.position.id}{rest(value)}"


def short_score(value: Assessment) -> str:
    """The same below a table, where the names are said: "meets 3 of 12; 2 by leave only; 7 not met"."""
    return f"meets {value.count(MET)} of {len(value.held)}{rest(value)}"


def rest(value: Assessment) -> str:
    """What becomes of the asks that are not met: "; 2 by leave only; 7 not met (1 of them in part)"."""
    parts = []
    for result, words in RESULT_WORDS.items():
        count = value.count(result)
        if count and result != MET:
            words = "turn on a word" if result == TURNS_ON and count > 1 else words
            partly = sum(held.partly for held in value.held if held.result == result)
            parts.append(f"; {count} {words}{f' ({partly} of them in part)' if partly else ''}")
    return "".join(parts)


def apart(position: Position) -> str:
    """How many asks stand apart from the score, and why."""
    none = sum(bool(ask.no_entitlement) for ask in position.apart)
    later = len(position.apart) - none
    parts = [f"{none} {'ask is no entitlement' if none == 1 else 'asks are no entitlements'}"] if none else []
    parts += [f"{later}{'' if none else ' ask' if later == 1 else ' asks'} cannot be expressed yet"] if later else []
    return f"Not counted: {'; '.join(parts)}." if parts else "Every ask of it is counted."


def result(held: Held, loud: bool = False) -> str:
    """The result of an ask: "not met, 2 of 3", "turns on "relevant"". In capitals where it is `loud`, but for WORDs."""
    words = f"{RESULT_WORDS[held.result]}{f', {held.met} of {len(held.targets)}' if held.partly else ''}"
    if held.result != TURNS_ON:
        return words.upper() if loud else words
    answers = [judged.answer for judged in held.targets if judged.answer is not None and judged.result == TURNS_ON]
    turning = dict.fromkeys(mark.detail for a in answers for mark in a.marks if mark.kind == "turns on")
    first, last = "turns on a word", words.removeprefix("turns on a word")
    if turning and all(turning):
        first = "turns on"
        last = f" {join([quote(word) for word in turning])}{last}"
    return (first.upper() if loud else first) + last


def asked(judged: Judged) -> str:
    """The question with the answer that is asked for."""
    instead = f" (for: {judged.instead_of})" if judged.instead_of else ""
    return f"{judged.wording.question} {measure(judged.wording.measure)}{instead}"


def measure(asked: Measure) -> str:
    """The answer that is asked for: "At least by default."."""
    if asked.kind == SAYS:
        return f"{capital(asked.value)}."
    return f"{'At least' if asked.kind == AT_LEAST else 'At most'} {verdict_words(asked.value)}."


def found(judged: Judged, ruleset: str) -> str:
    """What was found: the verdict with its marks, for yes or no what the text says, or the word that is missing."""
    answer = judged.answer
    if answer is None and judged.missing:
        near = f" (near to it: {join([quote(n) for n in judged.near], 'or')})" if judged.near else ""
        no_more = ", and no more is asked" if judged.result == MET else ""
        nothing = f"nothing in {ruleset} is called {quote(judged.missing)}{near}"
        return f"{nothing}, so its text confers nothing of the kind{no_more}"
    if answer is None:
        return f"it cannot be asked of {ruleset}: {judged.why}"
    if not answer.verdict:
        words = (answer.says or answer.outcome).removeprefix("Yes: ").removesuffix(".")
        return words[:1].lower() + words[1:]
    words = _verdict(answer)
    if judged.wording.measure.kind == SAYS:
        words = f"{_outcome(answer)}; {words.replace('; contested', '', 1)}"
    if answer.verdict == NOT_CONFERRED and len(answer.verdicts) < 2:
        rules = cites(compared(judged))
        words += f" (compare {rules})" if rules else "" if judged.silent else "; no rule gives it"
    if answer.says:
        words += f": {answer.says[:1].lower()}{answer.says[1:].removesuffix('.')}"
    unanimous = judged.result == NOT_MET and any(mark.kind == "contested" for mark in answer.marks)
    return words + ("; met in no reading" if unanimous else "")


def _verdict(answer: Answer) -> str:
    """The headline of an answer in small letters, but for names; who can stop what nobody has to let in."""
    text = headline(answer).removesuffix(".")
    for word in ("CONTESTED", "IT DEPENDS", *(verdict_words(v).upper() for v in answer.verdicts)):
        if text.startswith(word):
            text = word.lower() + text.removeprefix(word)
    stops = [join([act_words(act) for act in way.acts]) for way in answer.blockers.sets_off]
    if answer.verdicts == (BY_DEFAULT,) and len(answer.cases) == 1 and stops:
        text = f"by default, not if {join(stops, 'or')}{text.removeprefix('by default')}"
    return text


def _outcome(answer: Answer) -> str:
    if answer.outcome == OPEN and any(mark.kind == "contested" for mark in answer.marks):
        outcomes = dict.fromkeys(o for case in answer.cases for o in case.outcomes or (case.outcome,))
        return f"{join(list(outcomes), 'or')}, according to the reading"
    return outcome_sentence(answer).removeprefix("On the facts given: ").partition(".")[0]


def rules(judged: Judged) -> tuple[str, ...]:
    """The provisions that carry what was found; for silence those that say that they confer nothing of it."""
    if judged.answer is None:
        return ()
    if judged.answer.verdict == NOT_CONFERRED and len(judged.answer.verdicts) < 2:
        return judged.silent
    return carrying(judged.answer)


def deciding(held: Held) -> tuple[str, ...]:
    """The provisions on which the result of an ask rests: those of the targets that came to it."""
    judged = [one for one in held.targets if one.result == held.result] or list(held.targets)
    return tuple(dict.fromkeys(rule for one in judged for rule in rules(one)))


def compared(judged: Judged) -> tuple[str, ...]:
    """For silence, the provisions that give the same to others, or on terms that are not met."""
    if judged.answer is None:
        return ()
    return tuple(rule for rule in judged.answer.grounds if rule not in judged.silent)


def readings(judged: Judged) -> list[Fact]:
    """What each reading that counts comes to, where the result is contested, or whose leave it takes is."""
    answer = judged.answer
    if answer is None:
        return []
    counted = [reading for reading in answer.readings if reading.standing != "minority"]
    leave = answer.verdicts == (BY_LEAVE,) and any("contested" in case.gates_by for case in answer.cases)
    if judged.result not in (CONTESTED, OPEN_TEXT) and not leave:
        return []
    facts: list[Fact] = []
    for reading in counted:
        words = f"{quote(reading.reading)}: {_reading(reading, judged.wording.measure)}"
        facts.append(Fact("" if facts else "Readings", words, (reading.provision,)))
    return facts


def _reading(reading: ReadingAnswer, asked: Measure) -> str:
    verdict = join([verdict_words(v) for v in reading.verdicts], "or")
    if not verdict:
        return reading.text or reading.outcome
    first = f"{reading.outcome}; {verdict}" if asked.kind == SAYS else verdict
    return first + (f", {reading.acts}" if reading.acts else "")
