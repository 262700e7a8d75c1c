"""Whether a vote carries: quorum, votes, decision rules, reading by reading, with the arithmetic."""

from __future__ import annotations

from proclogic.answers.cells import Asker
from proclogic.answers.deciding import carried, guards
from proclogic.answers.model import NO, OPEN, YES, Answer, ReadingAnswer
from proclogic.answers.stating import by_reading, contested_by, stated
from proclogic.engine.facts import needed
from proclogic.norms.formulas import atoms
from proclogic.norms.model import (
    LAYERS,
    DecideBy,
    Decision,
    Norm,
    Question,
    Quorum,
    Reads,
    Share,
)


def vote(asker: Asker, question: Question) -> Answer:
    numbers = dict(asker.options.numbers) | dict(question.numbers)
    lines: list[str] = []
    provisions: list[str] = []
    results: dict[str, bool] = {}
    readings: list[ReadingAnswer] = []
    quorum_known = True
    quorums = [n for n in asker.ruleset.norms if isinstance(n.effect, Quorum) and n.layer in asker.options.layers]
    for norm in quorums:
        effect = norm.effect
        assert isinstance(effect, Quorum)
        present, base = numbers.get("present"), _quorum_base(effect.share, numbers)
        label = _reading_label(norm)
        what = f"quorum to {'decide' if effect.purpose == 'decision' else 'debate'}, {norm.provision}{label}: "
        if present is None:
            continue
        provisions.append(norm.provision)
        if base is None:
            lines.append(what + f"{asker.wording.share(effect.share)} must be present; how many there are is not given")
            quorum_known = quorum_known and effect.purpose != "decision"
            continue
        least = needed(effect.share, base)
        lines.append(
            what + f"{least} of {base} must be present; {present} are: {'met' if present >= least else 'not met'}"
        )
        if effect.purpose == "decision":
            results[norm.id] = present >= least
            readings += by_reading(asker, [norm], {norm.id: "met" if present >= least else "not met"})
    for_, against = numbers.get("for"), numbers.get("against")
    votes: list[bool] = []
    for rule, decision, read in _deciders(asker, question):
        layer = rule.layer if rule is not None else "rules"
        counts = layer in asker.options.layers
        where = rule.provision if rule is not None else "as declared"
        label = "".join(f', if read as "{r.reading}"' for r in read)
        if for_ is None and against is None:
            lines.append(f"{asker.wording.decision(decision)}{label} ({where})")
            continue
        ok, told = carried(decision, for_ or 0, against or 0)
        line = f"{'' if counts else f'in {layer}: '}{asker.wording.decision(decision)}{label} ({where}): {told}"
        if line in lines:
            continue
        lines.append(line)
        if rule is not None:
            provisions.append(rule.provision)
        if counts:
            votes.append(ok)
            for r in read:
                found = asker.readings.reading(r)
                says = "carried" if ok else "not carried"
                provision, words = asker.readings.provision(r.dispute), asker.readings.words(r.dispute)
                readings.append(
                    ReadingAnswer(
                        r.dispute,
                        provision,
                        words,
                        found.name,
                        found.authority,
                        found.standing,
                        (),
                        YES if ok else NO,
                        says,
                    )
                )
    if numbers.get("abstaining") and votes:
        lines.append(f"abstentions ({numbers['abstaining']}) are not votes")
    if not votes:
        says = "The votes are not given." if lines and for_ is None else "No rule that counts says how this is decided."
        return stated(asker, question, says, provisions, OPEN, arithmetic=lines)
    quorum = set(results.values()) or {True}
    if not any(votes):
        says, outcome = "Not carried.", NO
    elif quorum == {False}:
        says, outcome = "No decision is possible: the quorum is not met.", NO
    elif not all(votes):
        says, outcome = "Open: it depends on the reading whether this is carried.", OPEN
    elif len(quorum) > 1 or not quorum_known:
        says, outcome = "Open: whether the quorum is met depends on how it is counted.", OPEN
    else:
        says, outcome = "Carried.", YES
    marks = contested_by(asker, tuple(readings)) if outcome == OPEN and readings else ()
    return stated(asker, question, says, provisions, outcome, tuple(dict.fromkeys(readings)), lines, marks)


def _reading_label(norm: Norm) -> str:
    names = [a.reading for a in atoms(norm.guard) if isinstance(a, Reads)]
    return f' (read as "{names[0]}")' if names else ""


def _quorum_base(share: Share, numbers: dict[str, int]) -> int | None:
    return numbers.get({"participating": "participating", "all": "parties"}.get(share.base, share.base))


def _deciders(asker: Asker, question: Question) -> list[tuple[Norm | None, Decision, tuple[Reads, ...]]]:
    """The decision rules for what is put to the vote, with the readings under which each stands; those that the
    question excludes are left out."""
    deciding = asker.deciding
    chosen = dict(asker.options.readings)
    found: list[tuple[Norm | None, Decision, tuple[Reads, ...]]] = []
    matters: list[tuple[str, Norm | None]] = [(question.matter, None)] if question.matter else []
    if question.event is not None:
        event = deciding.events.get(question.event.event)
        if event is not None and event.decision is not None:
            found.append((None, event.decision, ()))
        if event is not None and event.matter:
            matters.append((event.matter, None))
        for norm in deciding.of_event(question.event.event):
            if isinstance(norm.effect, DecideBy):
                found.append((norm, norm.effect.decision, guards(norm)))
            else:
                matters.append((getattr(norm.effect, "matter", ""), norm))
    for matter, by in matters:
        for norm, decision in deciding.of_matter(matter):
            read = (*guards(norm), *(guards(by) if by is not None else ()))
            weaker = norm if by is None else max(norm, by, key=lambda n: LAYERS.index(n.layer))
            found.append((norm.replace(layer=weaker.layer), decision, read))
    return [f for f in found if all(chosen.get(r.dispute, r.reading) == r.reading for r in f[2])]
