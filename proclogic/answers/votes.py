"""Whether a vote carries: quorum, votes, decision rules, reading by reading, with the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.choices import TooManyWays, bracketed
from proclogic.answers.deciding import Ruled, guards
from proclogic.answers.model import NO, OPEN, YES, Answer, Mark, ReadingAnswer, Resolution
from proclogic.answers.stating import by_reading, contested_by, open_by, stated
from proclogic.engine.facts import needed
from proclogic.norms.conditions import Decision, Formula, Reads, Share
from proclogic.norms.model import Quorum
from proclogic.norms.questions import Question
from proclogic.norms.vocabulary import BODY
from proclogic.values import Value, unique

NUMBERS = ("voting", "present", "participating", "parties")  # each number is at most the next
GIVEN_AS = {
    "for": "how many vote for",
    "against": "how many vote against",
    "present": "how many are present",
    "participating": "how many participate",
    "parties": "how many are Parties",
}


class Result(Value):
    """Whether a vote carries under one rule (None: not to be said), in words, and the number that is missing."""

    carried: bool | None
    told: str
    missing: str = ""


class _Stands(Value):
    """What a rule that stands says of the vote, under the readings `read`. `met` is of a quorum (None: not to be said),
    `result` of a decision rule: carried, and the number that is missing. `counts`: whether the readings do."""

    read: tuple[Reads, ...]
    met: bool | None = None
    result: tuple[bool | None, str] | None = None
    counts: bool = True


class _Told(Value):
    """A rule that bears on a vote, as a line of the count."""

    guard: Formula
    stands: _Stands | None
    before: str
    after: str
    provisions: tuple[str, ...]


class _CameTo(Value):
    """What the rules that stand come to; `contested` is the mark, where the readings differ."""

    says: str
    outcome: str
    contested: tuple[Mark, ...] = ()


def vote(asker: Asker, question: Question) -> Answer:
    """The answer to "Is ... carried, if 57 vote for and 7 vote against?"."""
    numbers = dict(asker.options.numbers) | dict(question.numbers)
    votes_given = "for" in numbers or "against" in numbers
    told = [*_quorums(asker, question, numbers), *_votes(asker, question, numbers, votes_given)]
    lines = _lines(asker, told)
    provisions = unique(p for one in told for p in one.provisions)
    counted = [(one.guard, one.stands) for one in told if one.stands is not None]
    if numbers.get("abstaining") and any(stands.result and stands.counts for _, stands in counted):
        lines.append(f"abstentions ({numbers['abstaining']}) are not votes")
    brackets = asker.choices.concerned(one.guard for one in told)
    if not votes_given:
        says = "The votes are not given." if lines else SILENT
        found = stated(asker, question, says, provisions, OPEN, arithmetic=lines, brackets=brackets)
        return found if provisions else found.replace(certainty="")
    readings = _readings(asker, [stands for _, stands in counted])
    try:
        came = asker.choices.rulings(counted, lambda stands: _came_to(asker, stands))
    except TooManyWays:
        says, marks = "It depends on the text not agreed whether this is carried.", open_by(asker, brackets)
        return stated(asker, question, says, provisions, OPEN, readings, lines, marks, brackets=brackets).replace(
            complete=False
        )
    outcomes = {one.outcome for one in came}
    marks = unique(m for one in came for m in one.contested)
    resolutions: tuple[Resolution, ...] = ()
    if len({one.says for one in came}) == 1:
        says = next(iter(came)).says
    elif outcomes == {NO}:
        says = "Not carried, whatever becomes of the text not agreed."
    else:
        says = "It depends on the text not agreed whether this is carried."
        resolutions = asker.resolutions.told({("", c.outcome, _short(c), ""): sets for c, sets in came.items()})
        marks += open_by(asker, unique(c.bracket for r in resolutions for c in r.choices))
    outcome = next(iter(outcomes)) if len(outcomes) == 1 else OPEN
    found = stated(asker, question, says, provisions, outcome, readings, lines, marks, brackets=brackets)
    return (found if provisions else found.replace(certainty="")).replace(resolutions=resolutions)


SILENT = "No rule that counts says how this is decided."


def _short(came: _CameTo) -> str:
    says = came.says.rstrip(".")
    return says[:1].lower() + says[1:]


def _lines(asker: Asker, told: Sequence[_Told]) -> list[str]:
    """The rules as lines of a count, each once, with the choices of brackets under which it stands."""
    guards: dict[tuple[str, str], list[Formula]] = {}
    for one in told:
        guards.setdefault((one.before, one.after), []).append(one.guard)
    found = {lines: asker.choices.label(of_line) for lines, of_line in guards.items()}
    return [f"{before}{label}{after}" for (before, after), label in found.items() if label is not None]


def _votes(asker: Asker, question: Question, numbers: Mapping[str, int], votes_given: bool) -> Iterable[_Told]:
    for rule in asker.deciding.ruled(question.event, question.matter):
        counts = rule.layer in asker.options.layers
        where = ", ".join(rule.provisions) or "as declared"
        words = asker.wording.decision(rule.decision) + asker.deciding.label(rule)
        if not votes_given:
            yield _Told(rule.guard, None, f"{words} ({where})", "", ())
            continue
        result = carried(rule.decision, numbers)
        stands = _Stands(rule.read, None, (result.carried, result.missing), _counts(asker, rule)) if counts else None
        before = f"{'' if counts else f'in {rule.layer}: '}{words} ({where})"
        yield _Told(rule.guard, stands, before, f": {result.told}", rule.provisions)


def _counts(asker: Asker, rule: Ruled) -> bool:
    """Whether the rule stands under readings that are more than a minority's, or that the question follows."""
    chosen = dict(asker.options.readings)
    return all(r.dispute in chosen or asker.readings.reading(r).standing != "minority" for r in rule.read)


def _bodies(asker: Asker, question: Question) -> frozenset[str] | None:
    """The bodies whose quorum bars the decision: the one that takes it, and those above and below it (its meetings).
    None where the question names no body."""
    if question.event is None or not asker.deciding.decides_as_body(question.event):
        return None
    hierarchy, body = asker.session.index.hierarchy, question.event.agent
    return frozenset({"", *hierarchy.up(BODY, body), *hierarchy.down(BODY, body)})


def _quorums(asker: Asker, question: Question, numbers: Mapping[str, int]) -> Iterable[_Told]:
    chosen, present, bodies = dict(asker.options.readings), numbers.get("present"), _bodies(asker, question)
    for norm in asker.ruleset.norms if present is not None else ():
        effect, read = norm.effect, guards(norm)
        if not isinstance(effect, Quorum) or norm.layer not in asker.options.layers:
            continue
        if bodies is not None and effect.body not in bodies:
            continue
        if any(chosen.get(r.dispute, r.reading) != r.reading for r in read):
            continue
        to_decide = effect.purpose == "decision"
        label = f' (read as "{read[0].reading}")' if read else ""
        what = f"quorum to {'decide' if to_decide else 'debate'}, {norm.provision}{label}"
        base = numbers.get(_base(effect.share))
        if base is None:
            told = f": {asker.wording.share(effect.share)} must be present; how many there are is not given"
            met = None
        else:
            least = needed(effect.share, base)
            met = present is not None and present >= least
            told = f": {least} of {base} must be present; {present} are: {'met' if met else 'not met'}"
        stands = _Stands(read, met) if to_decide else None
        yield _Told(bracketed(norm), stands, what, told, (norm.provision,))


def _readings(asker: Asker, stands: Iterable[_Stands]) -> tuple[ReadingAnswer, ...]:
    """What each reading of the disputes that are concerned says."""
    read: dict[Reads, tuple[str, str]] = {}
    for one in stands:
        if one.result is None:
            if one.met is not None:
                read |= dict.fromkeys(one.read, (OPEN, "met" if one.met else "not met"))
            continue
        was_carried, missing = one.result
        said = {True: (YES, "carried"), False: (NO, "not carried"), None: (OPEN, missing)}[was_carried]
        read |= {r: said if read.get(r, said) == said else (OPEN, "it depends") for r in one.read}
    return by_reading(asker, read, "no rule says it")


def _came_to(asker: Asker, stands: Sequence[_Stands]) -> _CameTo:
    results = [one.result for one in stands if one.result is not None and one.counts]
    quorums = [one.met for one in stands if one.result is None]
    if not results:
        return _CameTo(SILENT, OPEN)
    read = any(one.read for one in stands if one.result is not None and one.counts)
    says, outcome = _in_words(results, quorums, read)
    return _CameTo(says, outcome, contested_by(asker, _readings(asker, stands)) if outcome == OPEN else ())


def _in_words(
    results: Sequence[tuple[bool | None, str]], quorums: Sequence[bool | None], read: bool
) -> tuple[str, str]:
    """The answer with its outcome; `read`: whether some of the rules stand under readings."""
    votes = {was_carried for was_carried, _ in results}
    missing = ", ".join(unique(words for _, words in results if words))
    quorum = {met for met in quorums if met is not None} or {True}
    if votes == {False}:
        return "Not carried.", NO
    if quorum == {False}:
        return "No decision is possible: the quorum is not met.", NO
    if None in votes:
        return f"Open: {missing} is not given.", OPEN
    if len(votes) > 1:
        if not read:
            return "Open: rules that both stand differ on whether this is carried.", OPEN
        return "Open: it depends on the reading whether this is carried.", OPEN
    if len(quorum) > 1 or None in quorums:
        return "Open: whether the quorum is met depends on how it is counted.", OPEN
    return "Carried.", YES


def _base(share: Share) -> str:
    """The number of which the share is taken."""
    return {"all": "parties"}.get(share.base, share.base)


def carried(decision: Decision, numbers: Mapping[str, int]) -> Result:
    """Whether a vote carries under a decision rule, with the arithmetic in words. A tie fails; abstentions are not
    votes."""
    if decision.kind == "consensus" and decision.failing is not None:
        return carried(decision.failing, numbers)
    for_, against = numbers.get("for"), numbers.get("against")
    if decision.kind == "consensus":
        if against is None:
            return Result(None, f"{GIVEN_AS['against']} is not given", GIVEN_AS["against"])
        return Result(against == 0, f"consensus: {against} against")
    if for_ is None:
        return Result(None, f"{GIVEN_AS['for']} is not given", GIVEN_AS["for"])
    share = decision.share
    if share is None:
        return Result(for_ > 0, "one is enough")
    return _share(share, for_, against, numbers)


def _share(share: Share, for_: int, against: int | None, numbers: Mapping[str, int]) -> Result:
    name = _base(share)
    cast = for_ + against if against is not None else None
    told = f"{for_} for" + (f", {against} against" if against is not None else "")
    told += f": {cast} votes cast" if cast is not None else ""
    if name == "voting":
        least_base, most_base, missing = cast or for_, cast, GIVEN_AS["against"]
        if against is None:
            most_base = next((numbers[n] for n in NUMBERS if n in numbers), None)
            least_base = numbers.get("voting", for_)
        if cast == 0:
            return Result(False, "no votes were cast")
    else:
        place = NUMBERS.index(name)
        below = [numbers.get(n, 0) for n in NUMBERS[:place]]
        least_base = max([for_ + (against or 0) + numbers.get("abstaining", 0), *below])
        most_base = next((numbers[n] for n in NUMBERS[place:] if n in numbers), None)
        least_base, missing = numbers.get(name, least_base), GIVEN_AS[name]
    sign = f"({'>' if share.strict else '>='} {share.over}/{share.under})"
    low, high = needed(share, least_base), needed(share, most_base) if most_base is not None else None
    exact = least_base == most_base
    if high is not None and for_ >= high:
        most = "" if exact else "at most "
        return Result(True, f"{told}, {most}{high} of {most_base} needed {sign}; carried")
    if for_ < low:
        more = "" if exact else "at least "
        return Result(False, f"{told}, {more}{low} of {least_base} needed {sign}; not carried")
    return Result(None, f"{told}; {missing} is not given {sign}", missing)
