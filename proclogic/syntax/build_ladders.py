"""From declarations to ladders of acts, and to inputs with the decisions they belong before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from proclogic.diagnostics.phrasing import did_you_mean
from proclogic.norms.vocabulary import OBJECT, Act, Event, Input, Kind, Rung
from proclogic.sources import Span
from proclogic.syntax import english
from proclogic.syntax.declarations import Declaration
from proclogic.syntax.names import key
from proclogic.syntax.report import Faults

Ladder = tuple[Rung, ...]


def ladders(
    declared: Sequence[Declaration],
    acts: Sequence[Act],
    kinds: Mapping[str, list[Kind]],
    used: Sequence[Ladder],
    faults: Faults,
) -> tuple[Ladder, ...]:
    """The ladders; `used` are those of vocabularies that are used. A rung is an act, with or without a kind of object:
    receive documents."""
    by_id = {a.id: a for a in acts}
    named_acts = {form: by_id[i] for form, i in _named(acts).items()}
    found: list[Ladder] = []
    for d in declared:
        if d.word != "ladder":
            continue
        rungs: dict[Rung, None] = {}
        for text, span in ((d.phrase, d.span), *((c.whole, c.span) for c in d.clauses if c.name == "plain")):
            rung = _rung(text, named_acts, kinds)
            if rung is None:
                _unknown(text, span, [a.phrase for a in acts], "act", faults)
            elif rung in rungs:
                faults.add(
                    "E202",
                    f"“{text}” stands twice in a ladder",
                    span,
                    "the second time",
                    help=("leave one of them out: each rung is above all before it",),
                )
            else:
                rungs[rung] = None
        if len(rungs) > 1:
            _refuse_contrary(tuple(rungs), [*used, *found], d, faults)
            found.append(tuple(rungs))
    return tuple(found)


def _refuse_contrary(mine: Ladder, others: Sequence[Ladder], declared: Declaration, faults: Faults) -> None:
    """E318: two rungs of which another ladder has the higher below the lower."""
    for ladder in others:
        place = {rung: i for i, rung in enumerate(ladder)}
        for low, high in combinations(mine, 2):
            if low in place and high in place and place[high] < place[low]:
                below, above = (" ".join(filter(None, (r.act, r.object))) for r in (high, low))
                faults.add(
                    "E318",
                    f"another ladder has “{below}” below “{above}”, and this one above it",
                    declared.span,
                    "these acts are in the other order here",
                    help=("take one of the two out of a ladder, or put them in one order",),
                )
                return


def _rung(text: str, acts: Mapping[str, Act], kinds: Mapping[str, list[Kind]]) -> Rung | None:
    words = text.split()
    for end in range(len(words), 0, -1):
        act = acts.get(english.norm(" ".join(words[:end])))
        if act is None:
            continue
        if end == len(words):
            return Rung(act.id)
        thing = next((k for k in kinds.get(key(" ".join(words[end:])), ()) if k.sort == OBJECT), None)
        if thing is not None and act.object:
            # The very object that the act takes is no narrower than the act.
            return Rung(act.id, "" if thing.id == act.object else thing.id)
    return None


def inputs(
    declared: Sequence[Declaration], acts: Sequence[Act], events: Sequence[Event], faults: Faults
) -> tuple[Input, ...]:
    """What decisions should be informed by."""
    named_acts, named_events = _named(acts), _named(events)
    found = []
    for d in declared:
        if d.word != "input":
            continue
        what = english.norm(d.phrase)
        event, act = named_events.get(what), named_acts.get(what)
        if event is None and act is None:
            _unknown(d.phrase, d.span, [*(e.phrase for e in events), *(a.phrase for a in acts)], "event or act", faults)
        befores = [c for c in d.clauses if c.name == "before"]
        if not befores:
            faults.add(
                "E203",
                f"I do not know what “{d.phrase}” should come before",
                d.span,
                "this input informs no decision",
                help=(f"say which: Input: {d.phrase}, before adopt the draft.",),
            )
        for clause in befores:
            decision = named_events.get(english.norm(clause.text))
            if decision is None:
                _unknown(clause.text, clause.span, [e.phrase for e in events], "event", faults)
            elif event is not None:
                found.append(Input(event, "event", decision, d.span))
            elif act is not None:
                found.append(Input(act, "act", decision, d.span))
    return tuple(found)


def _named(words: Sequence[Act | Event]) -> dict[str, str]:
    """The ids of words by their names."""
    found: dict[str, str] = {}
    for word in words:
        for form in (word.phrase, *word.also):
            found.setdefault(english.norm(form), word.id)
    return found


def _unknown(text: str, span: Span, known: list[str], what: str, faults: Faults) -> None:
    word = what.partition(" ")[0].capitalize()
    example = f"{text}, by a State" if word == "Event" else text
    faults.add(
        "E204",
        f"no {what} called “{text}” is declared",
        span,
        f"I do not know this {what}",
        help=(*did_you_mean(text, known), f"to declare it, write: {word}: {example}."),
    )
