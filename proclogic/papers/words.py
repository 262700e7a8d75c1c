"""Verdicts, marks, acts and citations in words: the one place where an answer's codes become English."""

from __future__ import annotations

import re

from proclogic.answers.chosen import shortened
from proclogic.answers.model import (
    BY_DEFAULT,
    BY_LEAVE,
    NOT_CONFERRED,
    OF_A_KIND,
    OF_RIGHT,
    PROHIBITED,
    Act,
    Amended,
    Answer,
    Beside,
    Chosen,
    GaveWay,
    Mark,
    Way,
)
from proclogic.answers.short import by_words
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.model import NOT_STATED

VERDICT_WORDS = {
    OF_RIGHT: "of right",
    BY_DEFAULT: "by default",
    BY_LEAVE: "by leave",
    NOT_CONFERRED: "not conferred",
    PROHIBITED: "prohibited",
}

LAYER_WORDS = {
    "treaty": "under the treaty",
    "rules": "under the rules",
    "practice": "in practice",
    "opinion": "in an opinion",
    "proposal": "under a proposal",
    "hypothetical": "in a hypothetical text",
}

CERTAINTY_WORDS = {
    "verbatim": "seen verbatim",
    "secondary": "from a secondary source",
    NOT_STATED: "not stated; the file does not say how its text was seen",
    "own knowledge": "from general knowledge, the text was not seen",
    "gap": "a gap: the text was not found",
}


MANY = 8  # ways to be let in that a sentence tells one by one
_CAPITALS = re.compile(r"^(?:[A-Z]{2,}|[\[\] ])+(?![a-z])")


def certainty_word(certainty: str) -> str:
    """How surely a text is known, in a word or two beside others: "secondary", "certainty not stated"."""
    return f"certainty {certainty}" if certainty == NOT_STATED else certainty


def verdict_words(verdict: str) -> str:
    """A verdict as a reader says it: "by leave"."""
    return VERDICT_WORDS.get(verdict, verdict)


def cite(provision: str) -> str:
    """A provision as a lawyer cites it: "rule 17(2)", but "OP4" and "9/1(53)(a)" as they are."""
    return f"rule {provision}" if _is_rule(provision) else provision


def cites(provisions: tuple[str, ...]) -> str:
    """Several provisions: "rules 15, 16; OP4"."""
    seen = tuple(dict.fromkeys(p for p in provisions if p))
    rules = [p for p in seen if _is_rule(p)]
    parts = [("rules " if len(rules) > 1 else "rule ") + ", ".join(rules)] if rules else []
    parts.extend(p for p in seen if not _is_rule(p))
    return "; ".join(parts)


def opening(cited: str) -> str:
    """A citation where a line begins: "Rule 17(2)", but "res3/1(37)" as it is."""
    return capital(cited) if cited.startswith(("rule ", "rules ")) else cited


def _is_rule(provision: str) -> bool:
    return provision[:1].isdigit() and "/" not in provision


def join(words: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return listed([w for w in words if w], last)


def quote(text: str) -> str:
    """Words in double quotes."""
    return f'"{text}"'


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def agents(ways: tuple[Way, ...]) -> str:
    """Whose leave it takes: "the Chair and the Committee", "the Chair or the Committee" for alternatives, "the Chair
    and either the Committee or the Council" where it takes one of them in any case."""
    each = list(dict.fromkeys(tuple(dict.fromkeys(act.agent for act in way.acts)) for way in ways))
    if len(each) < 2 or (len(each) <= MANY and all(len(one) == 1 for one in each)):
        return join([join(one) for one in each], "or")
    always = [agent for agent in each[0] if all(agent in one for one in each)]
    if len(each) > MANY:
        return join([*always, f"others, in one of {len(each)} ways"])
    rest = [join([agent for agent in one if agent not in always]) for one in each]
    if not all(rest):  # what the others need besides is not needed at all
        return join(always)
    return join([*always, f"either {' or '.join(rest)}"])


def mark_words(mark: Mark) -> str:
    """A mark in a few words: "pending before the Conference"."""
    match mark.kind:
        case "pending":
            return f"pending before {mark.detail}" if mark.detail else "pending"
        case "turns on":
            return f"turns on {quote(mark.detail)}"
        case "open":
            return "open [ ]"
        case "depends":
            return "depends on the case"
        case "unregulated":
            return "the text leaves it unregulated"
        case _:
            return mark.kind


def short_mark(mark: Mark) -> str:
    """A mark in a table cell: its kind alone."""
    if mark.kind == "turns on" and mark.detail:
        return f"turns on {quote(mark.detail)}"
    return {"open": "open [ ]", "depends": "depends"}.get(mark.kind, mark.kind)


def headline(answer: Answer) -> str:
    """The answer in one sentence: "BY LEAVE of the Conference; pending before the Conference."."""
    if not answer.verdict:
        said = answer.says or answer.question
        if not any(mark.kind == "open" for mark in answer.marks):
            return said
        first = said.partition(" ")[0]
        return f"OPEN [ ]: {said if first.isupper() and len(first) > 1 else said[:1].lower() + said[1:]}"
    rest = [mark_words(mark) for mark in answer.marks]
    if any(mark.kind == "contested" for mark in answer.marks) and len(answer.verdicts) > 1:
        # A contested answer has no verdict of its own: to print the lowest one first would take a side.
        first = f"CONTESTED: {join([verdict_words(v) for v in answer.verdicts], 'or')}, according to the reading"
        return "; ".join([first, *(words for words in rest if words != "contested")]) + "."
    if any(mark.kind == "open" for mark in answer.marks) and len(answer.verdicts) > 1:
        first = f"OPEN [ ]: {join([verdict_words(v) for v in answer.verdicts], 'or')}, according to the brackets"
        return "; ".join([first, *(words for words in rest if words != "open [ ]")]) + "."
    if any(mark.kind == "depends" for mark in answer.marks) and len(answer.verdicts) > 1:
        first = f"IT DEPENDS: {join([verdict_words(v) for v in answer.verdicts], 'or')}, according to the case"
        return "; ".join([first, *(words for words in rest if words != mark_words(Mark("depends")))]) + "."
    if of_a_kind(answer):
        return "; ".join([answer.says.removesuffix(".").upper(), *rest]) + "."
    first = verdict_words(answer.verdict).upper()
    if answer.verdict == BY_LEAVE and (whose := agents(answer.gates)):
        first += f"; of whom, {by} differ" if (by := whose_differs(answer)) else f" of {whose}"
    others = [verdict_words(v) for v in answer.verdicts if v != answer.verdict]
    if others:
        rest.append(f"{join(others, 'or')} {_where_else(answer)}")
    return "; ".join([first, *rest]) + "."


def ruling_words(verdict: str, verdicts: tuple[str, ...], marks: tuple[Mark, ...]) -> str:
    """A verdict with its marks inside a sentence: "contested: of right or by leave, according to the reading"."""
    if not verdict:
        return ""
    lone = Answer("", "", "", "", verdict=verdict, verdicts=verdicts, marks=marks)
    return _CAPITALS.sub(lambda found: found[0].lower(), headline(lone)).removesuffix(".")


def beside_words(other: Beside) -> str:
    """What another layer would add, with its source and how surely that is known."""
    ruled = ruling_words(other.verdict, other.verdicts, other.marks)
    what = "; ".join(w for w in (ruled, other.outcome and f"outcome {other.outcome}") if w)
    more = other.text.removeprefix(verdict_words(other.verdict)).removeprefix(", ") if other.verdict else other.text
    text = ": ".join(w for w in (what, more if more not in ruled else "") if w)
    known = CERTAINTY_WORDS.get(other.certainty, other.certainty)
    sources = "; ".join(w for w in (other.source or "no source is given", known) if w)
    return f"{text} ({sources})"


def whose_differs(answer: Answer) -> str:
    """What differs in who lets it in: "the readings", "the brackets [ ]"; "" where nothing does."""
    return by_words([kind for case in answer.cases for kind in case.gates_by], several=True)


def of_a_kind(answer: Answer) -> bool:
    """Whether it answers the question whether somebody is of a kind: by yes or no, and nobody has anything of right."""
    return answer.form == "is" and answer.says == OF_A_KIND.get(answer.verdict)


def _where_else(answer: Answer) -> str:
    places = {"depends": "in other cases", "contested": "in another reading", "open": "with other brackets"}
    kinds = {mark.kind for mark in answer.marks}
    return join([words for kind, words in places.items() if kind in kinds], "or") or places["depends"]


def outcome_sentence(answer: Answer) -> str:
    """What follows on the given facts: "On the facts given: no."."""
    pending = next((mark for mark in answer.marks if mark.kind == "pending"), None)
    match answer.outcome:
        case "no" if pending:
            return f"On the facts given: no, while {pending.detail or 'the body'} has not decided."
        case "open":
            brackets = any(mark.kind == "open" for mark in answer.marks)
            if not brackets and not any(mark.kind == "contested" for mark in answer.marks) and not answer.readings:
                return "On the facts given: open."
            return f"On the facts given: open. It depends on {'text not agreed' if brackets else 'the reading'}."
        case "conditional":
            return f"On the facts given: conditional: {_once(answer)}."
        case outcome:
            return f"On the facts given: {outcome}."


def _once(answer: Answer) -> str:
    if by := whose_differs(answer):
        return f"once it is let in; by whom, {by} differ"
    ways = [join([act_words(act) for act in way.acts if act.given != "done"]) for way in answer.gates]
    if len(ways) > MANY:
        return f"once one of {len(ways)} ways is taken, such as: {ways[0]}"
    return f"once {join(ways, 'or')}" if any(ways) else "it depends on the case"


def act_words(act: Act) -> str:
    """An act as a clause, with its deadline: "the secretariat circulates its name, within 30 days after it"."""
    return _with_deadline(act.text, act.deadline)


def step_words(act: Act) -> str:
    """An own act after "it must": "apply to the bureau for observer status"; the whole clause where that is unknown."""
    return _with_deadline(act.base or act.text, act.deadline)


def _with_deadline(text: str, deadline: str) -> str:
    return text if not deadline or deadline in text else f"{text}, {deadline}"


def happened(act: Act) -> str:
    """What the question said of the act, to put after it."""
    if act.refusal:
        return {"done": " (given: it did)", "not done": " (given)"}.get(act.given, "")
    return {"done": " (given)", "not done": " (given: not done)"}.get(act.given, "")


def when_words(when: tuple[tuple[str, ...], ...]) -> str:
    """The conditions of a case: "if it is an NGO and it is relevant, or if it is a State"; "in every case"."""
    if not when or not all(when):
        return "in every case"
    return ", or ".join(f"if {join(conditions)}" for conditions in when)


def amended_words(made: Amended) -> str:
    """An amendment in words, with who says so: "if ..." is deleted by reform (Friends of the Sea)."""
    by = f"by {made.overlay}" + (f" (proposed by {join(made.proposers)})" if made.proposers else "")
    said = made.before.removeprefix(made.provision).strip()
    before, after = quote(shortened(said)), quote(shortened(made.after))
    match made.kind:
        case "change":
            return f"{before} {f'becomes {after}' if made.after else 'is deleted'}, {by}"
        case "replace":
            return f"replaced, {by}; in place of {before}"
        case "insert":
            return f"inserted, {by}"
        case _:
            return f"deleted, {by}; it said {before}"


CANONS = {
    "higher": "the higher text prevails",
    "specific": "the more specific rule prevails",
    "later": "the later text prevails",
}


def gave_way_words(one: GaveWay) -> str:
    """Which rule gives way to which, and by which canon."""
    why = f"{CANONS[one.canon]} (canon {quote(one.canon)})"
    return f"{cite(one.rule)} says the contrary, and gives way to {cite(one.to)}: {why}"


def resolve_words(chosen: Chosen) -> str:
    """A choice as it is written after --resolve."""
    who = chosen.proposers[0] if chosen.proposers and chosen.stands else chosen.text or "deleted"
    return f"{chosen.bracket}: {who}"
