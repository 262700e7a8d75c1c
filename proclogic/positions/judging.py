"""What a ruleset comes to when it is held to a position. The rules are those of docs/meaning.md, section 9."""

from __future__ import annotations

from collections.abc import Callable

from proclogic.answers.model import (
    BY_DEFAULT,
    BY_LEAVE,
    CONDITIONAL,
    NO,
    NOT_CONFERRED,
    OPEN,
    VERDICTS,
    YES,
    Answer,
    Case,
)
from proclogic.answers.options import Options
from proclogic.norms.model import Ruleset
from proclogic.positions.asking import Asker
from proclogic.positions.model import (
    AT_LEAST,
    AT_MOST,
    BY_DEFAULT_ONLY,
    BY_LEAVE_ONLY,
    CANNOT_BE_ASKED,
    CONTESTED,
    MET,
    NOT_MET,
    OPEN_TEXT,
    RESULTS,
    SAYS,
    TURNS_ON,
    Ask,
    Assessment,
    Held,
    Judged,
    Measure,
    Position,
    Target,
)

_RANK = {verdict: number for number, verdict in enumerate(VERDICTS)}  # the lower, the more favourable
_ONLY = {BY_DEFAULT: BY_DEFAULT_ONLY, BY_LEAVE: BY_LEAVE_ONLY}


def assess(position: Position, ruleset: Ruleset, options: Options) -> Assessment:
    """The ruleset held to every ask of the position. Raises Unanswerable where rules of it undo each other."""
    asker = Asker(ruleset, options)
    held = tuple(_held(ask, asker) for ask in position.judged)
    return Assessment(position, ruleset.id, ruleset.title, options.on(ruleset).layers, held, ruleset.silence)


def _held(ask: Ask, asker: Asker) -> Held:
    """An ask comes to the worst that one of its targets comes to. It cannot be asked only if nothing of it can be."""
    targets = tuple(_judged(target, asker) for target in ask.targets)
    result = max((judged.result for judged in targets), key=RESULTS.index)
    if result == CANNOT_BE_ASKED and any(judged.result != CANNOT_BE_ASKED for judged in targets):
        result = NOT_MET
    return Held(ask, result, targets)


def _judged(target: Target, asker: Asker) -> Judged:
    asked = asker.ask(target)
    if isinstance(asked, Judged):
        measure = asked.wording.measure
        within = measure.kind == AT_MOST and _RANK[measure.value] <= _RANK[NOT_CONFERRED]
        return asked.replace(result=MET) if asked.beyond and within else asked
    return Judged(judge(asked.wording.measure, asked.answer), target, asked.wording, asked.answer, asked.silent)


def judge(measure: Measure, answer: Answer) -> str:
    """What an answer comes to, measured so."""
    if measure.kind == SAYS:
        return _said(measure.value, answer)
    rank = _RANK[measure.value]
    if measure.kind == AT_LEAST:
        return _at_least(rank, answer)
    return _by_case(answer, lambda case: [_RANK[v] >= rank for v in case.verdicts or (case.verdict,)], NOT_MET, True)


def _at_least(rank: int, answer: Answer) -> str:
    def good(case: Case) -> list[bool]:
        pending = any(mark.kind == "pending" for mark in case.marks)  # leave that is not given yet
        return [_RANK[v] <= rank and not (pending and v == BY_LEAVE) for v in case.verdicts or (case.verdict,)]

    only = _ONLY.get(answer.verdict, NOT_MET) if _RANK[answer.verdict] > rank else NOT_MET
    return _by_case(answer, good, only, False)


def _by_case(answer: Answer, good: Callable[[Case], list[bool]], otherwise: str, against: bool) -> str:
    """What the cases come to: each has to be good in every reading that counts, and the worst decides.

    Words without a judge are taken in favour of the actor. What is good only for that reason turns on them; where the
    position is `against` the actor, what is not good does."""
    found = [(case, good(case)) for case in answer.cases]
    turns = any(mark.kind == "turns on" for mark in answer.marks)
    if any(not any(ways) for _, ways in found):
        return TURNS_ON if turns and against else otherwise
    split = [case for case, ways in found if not all(ways)]
    if split:
        kinds = {mark.kind for case in split for mark in case.marks}
        return OPEN_TEXT if "open" in kinds and "contested" not in kinds else CONTESTED
    return TURNS_ON if turns and not against else MET


def _said(wanted: str, answer: Answer) -> str:
    """Yes or no: by the outcome. A duty and a vote have no cases."""
    if answer.cases:
        return _by_case(answer, lambda case: [o == wanted for o in _outcomes(case)], NOT_MET, wanted == NO)
    if answer.outcome == wanted:
        return MET
    kinds = {mark.kind for mark in answer.marks}
    if answer.outcome != OPEN or not kinds & {"contested", "open"}:
        return NOT_MET
    if "contested" in kinds:
        return CONTESTED
    reached = {r.outcome for r in answer.resolutions} or {wanted}  # none are told where there are too many
    return OPEN_TEXT if reached & {wanted, OPEN} else NOT_MET


def _outcomes(case: Case) -> tuple[str, ...]:
    found = case.outcomes or (case.outcome,)
    return (YES, CONDITIONAL, NO) if found == (OPEN,) else found
