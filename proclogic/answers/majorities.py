"""Which majority is needed: the rules that say so, in each reading and with each choice of brackets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proclogic.answers.cells import Asker
from proclogic.answers.deciding import Ruled
from proclogic.answers.model import OPEN, Answer
from proclogic.answers.stating import by_bracket, by_reading, cited_as, contested_by, speaking_of, stated
from proclogic.norms.conditions import ALWAYS, Decision, Reads
from proclogic.norms.model import LAYERS
from proclogic.norms.questions import Question
from proclogic.values import unique

NO_MAJORITY = "no majority is given"


def majority(asker: Asker, question: Question) -> Answer:
    """The answer to "Which majority is needed for ...?"."""
    deciding, counting = asker.deciding, asker.options.layers
    ruled = deciding.ruled(question.event, question.matter)
    if question.matter:
        about, speaking = f"a matter of {asker.wording.others[question.matter].phrase}", []
    else:
        assert question.event is not None
        about, speaking = asker.wording.event(question.event), speaking_of(asker, question.event)
    if question.event is not None and question.event.count is not None:
        ruled = [Ruled(Decision("share", question.event.count), (), asker.ruleset.layer)]
    ruled = sorted(ruled, key=lambda r: LAYERS.index(r.layer))
    entries = deciding.entries(ruled)
    lines = []
    for entry in entries:
        where = "" if entry.layer in counting else f"in {entry.layer}: "
        lines.append(f"{where}{entry.decision} ({cited_as(entry.rules)}); prevented by {entry.prevent}")
    if not entries:
        says = f"No rule says by which majority: {about}."
    elif not any(e.layer in counting for e in entries):
        says = f"The rules give no majority ({cited_as(speaking)}). " + "; ".join(lines).capitalize() + "."
    else:
        says = "; ".join(lines)
        says = says[:1].upper() + says[1:] + "."
    counted = [r for r in ruled if r.layer in counting]
    readings = by_reading(asker, _by_each_reading(asker, counted), NO_MAJORITY)
    in_brackets = by_bracket(
        asker, [(r.guard, r.replace(guard=ALWAYS)) for r in counted], lambda stand: _in_words(asker, stand)
    )
    found = stated(
        asker,
        question,
        says,
        [*speaking, *(r for e in entries for r in e.rules)],
        readings=readings,
        arithmetic=[f"to make: {e.make}; to prevent: {e.prevent}{e.keeps}" for e in entries] if asker.numbers else (),
        marks=(*contested_by(asker, readings), *in_brackets.marks),
        examined=(f"{asker.counted()} counted, other layers named as such",),
        brackets=asker.choices.concerned(r.guard for r in ruled),
    ).replace(resolutions=in_brackets.resolutions)
    return found if entries else found.replace(certainty="")


def _in_words(asker: Asker, ruled: Iterable[Ruled]) -> str:
    """The majorities that some rules give, with the rules."""
    told = (asker.deciding.entry(r) for r in ruled)
    return "; ".join(unique(f"{e.decision} ({cited_as(e.rules)})" for e in told)) or NO_MAJORITY


def _by_each_reading(asker: Asker, ruled: Sequence[Ruled]) -> dict[Reads, tuple[str, str]]:
    """What each reading says on the majority: all rules that can stand with it."""
    found: dict[Reads, tuple[str, str]] = {}
    names = {r.dispute for one in ruled for r in one.read}
    for dispute in (d for d in asker.ruleset.disputes if d.id in names):
        for reading in dispute.readings:
            with_it = Reads(dispute.id, reading.name)
            told = [
                one.replace(read=tuple(r for r in one.read if r.dispute != dispute.id))
                for one in ruled
                if all(r == with_it for r in one.read if r.dispute == dispute.id)
            ]
            words = [e.decision for e in asker.deciding.entries(r.replace(provisions=()) for r in told)]
            found[with_it] = OPEN, "; ".join(dict.fromkeys(words)) or NO_MAJORITY
    return found
