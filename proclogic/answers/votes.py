"""Whether a vote carries: quorum, votes, decision rules, reading by reading, with the arithmetic."""

from __future__ import annotations

from collections.abc import Mapping

from proclogic.answers.cells import Asker
from proclogic.answers.deciding import Ruled, guards
from proclogic.answers.model import NO, OPEN, YES, Answer
from proclogic.answers.stating import by_reading, contested_by, stated
from proclogic.engine.facts import needed
from proclogic.norms.conditions import Decision, Reads, Share
from proclogic.norms.model import Norm, Quorum
from proclogic.norms.questions import Question
from proclogic.values import Value

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


class _Quorums(Value):
    lines: tuple[str, ...]
    provisions: tuple[str, ...]
    met: frozenset[bool]  # what the readings that count come to
    known: bool
    read: Mapping[Reads, tuple[str, str]]


def vote(asker: Asker, question: Question) -> Answer:
    """The answer to "Is ... carried, if 57 vote for and 7 vote against?"."""
    numbers = dict(asker.options.numbers) | dict(question.numbers)
    quorums = _quorums(asker, numbers)
    lines, provisions = list(quorums.lines), list(quorums.provisions)
    read: dict[Reads, tuple[str, str]] = {}
    results: list[Result] = []
    votes_given = "for" in numbers or "against" in numbers
    for rule in asker.deciding.ruled(question.event, question.matter):
        counts = rule.layer in asker.options.layers
        where = ", ".join(rule.provisions) or "as declared"
        words = asker.wording.decision(rule.decision) + asker.deciding.label(rule)
        if not votes_given:
            lines.append(f"{words} ({where})")
            continue
        result = carried(rule.decision, numbers)
        line = f"{'' if counts else f'in {rule.layer}: '}{words} ({where}): {result.told}"
        if line in lines:
            continue
        lines.append(line)
        provisions += rule.provisions
        if counts:
            results += [result] if _counts(asker, rule) else []
            said = {True: (YES, "carried"), False: (NO, "not carried"), None: (OPEN, result.missing)}[result.carried]
            read |= {r: said if read.get(r, said) == said else (OPEN, "it depends") for r in rule.read}
    if numbers.get("abstaining") and results:
        lines.append(f"abstentions ({numbers['abstaining']}) are not votes")
    if not results:
        says = (
            "The votes are not given." if lines and not votes_given else "No rule that counts says how this is decided."
        )
        found = stated(asker, question, says, provisions, OPEN, arithmetic=lines)
        return found if provisions else found.replace(certainty="")
    says, outcome = _in_words(results, quorums)
    readings = by_reading(asker, {**quorums.read, **read}, "no rule says it")
    marks = contested_by(asker, readings) if outcome == OPEN else ()
    return stated(asker, question, says, provisions, outcome, readings, lines, marks)


def _counts(asker: Asker, rule: Ruled) -> bool:
    """Whether the rule stands under readings that are more than a minority's, or that the question follows."""
    chosen = dict(asker.options.readings)
    return all(r.dispute in chosen or asker.readings.reading(r).standing != "minority" for r in rule.read)


def _in_words(results: list[Result], quorums: _Quorums) -> tuple[str, str]:
    votes = {r.carried for r in results}
    quorum = quorums.met or {True}
    missing = ", ".join(dict.fromkeys(r.missing for r in results if r.missing))
    if votes == {False}:
        return "Not carried.", NO
    if quorum == {False}:
        return "No decision is possible: the quorum is not met.", NO
    if None in votes:
        return f"Open: {missing} is not given.", OPEN
    if len(votes) > 1:
        return "Open: it depends on the reading whether this is carried.", OPEN
    if len(quorum) > 1 or not quorums.known:
        return "Open: whether the quorum is met depends on how it is counted.", OPEN
    return "Carried.", YES


def _quorums(asker: Asker, numbers: Mapping[str, int]) -> _Quorums:
    chosen = dict(asker.options.readings)
    lines: list[str] = []
    provisions: list[str] = []
    met: set[bool] = set()
    known = True
    read: dict[Reads, tuple[str, str]] = {}
    for norm in asker.ruleset.norms:
        effect, present = norm.effect, numbers.get("present")
        if not isinstance(effect, Quorum) or norm.layer not in asker.options.layers or present is None:
            continue
        if any(chosen.get(r.dispute, r.reading) != r.reading for r in guards(norm)):
            continue
        what = f"quorum to {'decide' if effect.purpose == 'decision' else 'debate'}, {norm.provision}{_label(norm)}: "
        provisions.append(norm.provision)
        base = numbers.get(_base(effect.share))
        if base is None:
            lines.append(what + f"{asker.wording.share(effect.share)} must be present; how many there are is not given")
            known = known and effect.purpose != "decision"
            continue
        least = needed(effect.share, base)
        told = "met" if present >= least else "not met"
        lines.append(what + f"{least} of {base} must be present; {present} are: {told}")
        if effect.purpose == "decision":
            met.add(present >= least)
            read |= dict.fromkeys(guards(norm), (OPEN, told))
    return _Quorums(tuple(lines), tuple(provisions), frozenset(met), known, read)


def _label(norm: Norm) -> str:
    names = [r.reading for r in guards(norm)]
    return f' (read as "{names[0]}")' if names else ""


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
