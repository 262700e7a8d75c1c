"""Lays out what a search with drawn cases found, and what it did not reach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proclogic.diagnostics.phrasing import listed
from proclogic.fuzz.corpus import entry
from proclogic.fuzz.model import Campaign, Shown
from proclogic.papers.document import Block, Closing, Fact, Facts, Headline, Paper, Section, Sentence

NAMED = 12  # provisions that are named; of more, how many

_TITLES = {
    "contradiction": "A contradiction",
    "status": "A status given and taken",
    "duty": "A duty to do what is forbidden",
    "circle": "A circle",
    "hole": "A hole until the decision",
    "claim": "A claim that does not hold",
}


def paper(value: Campaign) -> Paper:
    """The search: what was found in the text as it stands, what one edit would bring, and an honest last line."""
    joint = len(value.rulesets) > 1
    blocks: list[Block] = [Headline(_headline(value))]
    blocks += [_section(one, f"Case {i}", joint) for i, one in enumerate(value.shown, 1)]
    if value.fragile:
        blocks.append(Sentence("One edit of the text would bring these:", label="Fragile"))
        blocks += [_section(one, f"Edit {i}", joint) for i, one in enumerate(value.fragile, 1)]
    return Paper(", ".join(value.rulesets), (*blocks, _closing(value)))


def _headline(value: Campaign) -> str:
    name = ", ".join(value.rulesets)
    if not value.shown:
        return f"{name}: nothing found in {value.cases:,} cases."
    known = sum(1 for one in value.shown if one.known)
    number = len(value.shown)
    old = f", {known} of them known from earlier" if known else ""
    return f"{name}: {number} case{'s' if number > 1 else ''} found{old}."


def _section(one: Shown, tag: str, joint: bool) -> Section:
    facts = [Fact("It begins with", listed(list(one.case.facts), "and"))] if one.case.facts else []
    facts += [Fact("" if i else "Then", text) for i, text in enumerate(one.case.events)]
    if joint:  # no reading can be named for a question to one ruleset
        facts += [Fact("Where", f"{option.removeprefix('--')} is chosen") for option in one.case.options]
        facts.append(Fact("To ask", f"{one.case.question} (of each)"))
    else:
        facts.append(Fact("To ask", " ".join((one.case.question, *one.case.options))))
    if one.case.edit:
        facts.insert(0, Fact("The edit", one.case.edit))
    if one.known:
        facts.append(Fact("Known", "found by an earlier search, and still so"))
    return Section(tag, f"{_TITLES[one.kind]}: {one.message}.", (Facts(tuple(facts)),), one.provisions)


def _closing(value: Campaign) -> Closing:
    tried = value.tried
    rate = value.cases / value.seconds if value.seconds else 0
    what = [
        f"{tried.get('sequences', 0):,} with several acts one after the other",
        f"{tried.get('choices', 0):,} with readings or choices in brackets",
        f"{tried.get('edits', 0):,} after one edit of the text",
    ]
    lines = [
        f"I tried {value.cases:,} cases in {value.seconds:.1f} seconds ({rate:,.0f} a second): {listed(what, 'and')}."
    ]
    if value.stopped:
        lines.append("The time was over before all cases were tried.")
    if value.gone:
        lines.append(f"{value.gone} earlier case{'s show' if value.gone > 1 else ' shows'} nothing any more.")
    lines += value.notes
    lines += _not_reached(value)
    lines.append(
        "Cases are drawn: what was not found may still be there. proclogic conflicts looks at every case, by narrower "
        "definitions."
    )
    hints = [f"The same search again: --seed {value.seed}"]
    if value.corpus:
        hints.append(f"Kept for the next search: {value.corpus}")
    return Closing(tuple(lines), tuple(hints))


def _not_reached(value: Campaign) -> Iterable[str]:
    if not value.cases:
        yield "No rule says what anybody may do."
        return
    if value.unreached:
        yield f"These rules took effect in no case that was drawn: {_few(value.unreached)}."
    elif value.untouched:
        yield "Every other rule took effect in some case."
    else:
        yield "Every rule took effect in some case."
    if value.untouched:
        what = "Nothing of what anybody may do turns on these rules, so no case looks at them"
        yield f"{what} (duties, decisions and the like): {_few(value.untouched)}."


def _few(provisions: tuple[str, ...]) -> str:
    named, more = list(provisions[:NAMED]), len(provisions) - NAMED
    return listed([*named, *([f"{more} more"] if more > 0 else [])], "and")


def data(value: Campaign) -> dict[str, Any]:
    """What `fuzz --format json` prints, in the shape of `proclogic/schemas/fuzz-1.schema.json`."""
    return {
        "schema": "proclogic/fuzz/1",
        "rulesets": list(value.rulesets),
        "cases": value.cases,
        "tried": dict(value.tried),
        "seconds": round(value.seconds, 3),
        "seed": value.seed,
        "stopped": value.stopped,
        "gone": value.gone,
        "unreached": list(value.unreached),
        "untouched": list(value.untouched),
        "notes": list(value.notes),
        "found": [_data(one) for one in value.shown],
        "fragile": [_data(one) for one in value.fragile],
    }


def _data(one: Shown) -> dict[str, Any]:
    return {**entry(one), "edit": one.case.edit, "known": one.known}
