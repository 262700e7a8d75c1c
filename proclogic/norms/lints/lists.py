"""Lints on lists, and on how far the words of a sentence reach."""

from __future__ import annotations

import re
from itertools import pairwise

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import listed
from proclogic.norms.conditions import ALWAYS
from proclogic.norms.lints.drafted import Drafted, finding, label, once, together
from proclogic.norms.model import Forbid, GivesNothing, Norm, Oblige, Permit
from proclogic.norms.names import cite
from proclogic.norms.numbers import covers
from proclogic.norms.vocabulary import BODY

LEAST = 3  # rights of a list that is held against others: shorter ones are alike by chance


def a_right_of_the_sibling(text: Drafted) -> list[Diagnostic]:
    """W511: two lists give the same acts to two classes, but for one act that only one list has, and nothing says that
    the other class has it, or that it does not."""
    lists = [(head, [n for n in norms if isinstance(n.effect, Permit)]) for head, norms in text.lists]
    rows = [(head.number, grants, dict(_acts(grants))) for head, grants in lists if len(_acts(grants)) >= LEAST]
    found: list[Diagnostic] = []
    for short, grants, acts in rows:
        for longer, more, others in rows:
            extra = [a for a in others if a not in acts]
            if len(extra) != 1 or not set(acts) <= set(others) or grants[0].subject == more[0].subject:
                continue
            if not together(grants[0], others[extra[0]]) or _spoken_of(text, short, grants[0], *extra[0]):
                continue
            act, thing = extra[0]
            name = text.names.acts[act].phrase
            said = " ".join(p for p in (name, thing and text.names.phrase(thing)) if p)
            found.append(
                finding(
                    "W511",
                    grants[0],
                    f"the list of {cite(short)} is that of {cite(longer)} without “{said}”",
                    "the list that lacks it begins here",
                    "give the right here too, or say that it is not given: Nothing in this provision lets ...",
                    beside=(others[extra[0]], f"the right that {cite(short)} lacks"),
                ).replace(place=cite(short))
            )
            break
    return found


def _acts(grants: list[Norm]) -> list[tuple[tuple[str, str], Norm]]:
    found: dict[tuple[str, str], Norm] = {}
    for norm in grants:
        if isinstance(norm.effect, Permit):
            found.setdefault((norm.effect.act, norm.effect.object), norm)
    return list(found.items())


def _spoken_of(text: Drafted, number: str, grant: Norm, act: str, thing: str) -> bool:
    """Whether a rule says of the act that the class of this list has it, or has it not."""
    wider = text.names.hierarchy.covering_acts(act)
    stem = number.split("(")[0]
    for norm in text.ruleset.norms:
        match norm.effect:
            case Permit(named) | Forbid(named) | GivesNothing(named) if not named or named in wider:
                if norm.subject in (grant.subject, ALWAYS) or covers(stem, norm.provision):
                    return True
            case _:
                pass
    return False


def a_later_right_in_a_wider_body(text: Drafted) -> list[Diagnostic]:
    """W512: of the acts of one list or sentence that are done in a body, a later one is given in a wider body than the
    first: attend plenary meetings of the Conference, and speak in the Conference."""
    groups: dict[object, list[Norm]] = {}
    for head, norms in text.lists:
        groups[head.number] = norms
    for norm in text.norms:
        groups.setdefault(norm.span, []).append(norm)
    found: list[Diagnostic] = []
    for norms in groups.values():
        inside = [(n, n.effect) for n in norms if isinstance(n.effect, Permit) and n.effect.body]
        inside = [(n, e) for n, e in inside if (a := text.names.acts.get(e.act)) and a.at in ("", "in", "at")]
        for norm, effect in inside[1:]:
            first, before = inside[0]
            if norm.subject != first.subject or effect.act == before.act or effect.body == before.body:
                continue
            if effect.body not in text.names.hierarchy.up(BODY, before.body) or not together(norm, first):
                continue
            if any(e.act == before.act and e.body == effect.body for _, e in inside):
                continue
            wide, narrow = text.names.phrase(effect.body), text.names.phrase(before.body)
            one, other = (text.names.acts[e.act].phrase for e in (before, effect))
            found.append(
                finding(
                    "W512",
                    norm,
                    f"“{one}” is given for {narrow} only, and “{other}” for {wide}, which is wider",
                    "a reader asks whether the difference is meant",
                    f"name the same body for both, or say what holds in the other meetings of {wide}",
                    beside=(first, "the narrower place"),
                )
            )
    return once(found)


def rights_joined_by_or(text: Drafted) -> list[Diagnostic]:
    """W513: the last item of a list of rights or duties begins with or: all of them, or one of them?"""
    found: list[Diagnostic] = []
    for head, norms in text.lists:
        if not re.search(r";\s*or\s*(?:\[\s*)?\(", head.text):
            continue
        if not all(isinstance(n.effect, Permit | Oblige) for n in norms):
            continue
        kind = "rights" if isinstance(norms[0].effect, Permit) else "duties"
        found.append(
            finding(
                "W513",
                norms[-1],
                f"the {kind} of {cite(head.number)} are joined by “or”: does one exclude the others?",
                "here each item stands for itself, as if “and” were written",
                "write “and”, or say that only one of them can be chosen",
            ).replace(place=cite(head.number))
        )
    return found


def a_gap_in_the_letters(text: Drafted) -> list[Diagnostic]:
    """W514: the items of one list are (a), (b), (d)."""
    found: list[Diagnostic] = []
    for head, norms in text.lists:
        first = {label(n)[1:-1].lower(): n for n in reversed(norms)}
        letters = list(dict.fromkeys(label(n)[1:-1].lower() for n in norms))
        if letters[0] != "a" or any(len(x) != 1 or not x.isalpha() for x in letters):
            continue
        for before, after in pairwise(letters):
            missing = [chr(c) for c in range(ord(before) + 1, ord(after))]
            if not missing or any(p.number == f"{head.number}({m})" for p in text.ruleset.provisions for m in missing):
                continue
            said = listed(f"({m})" for m in missing)
            found.append(
                finding(
                    "W514",
                    first[after],
                    f"the list of {cite(head.number)} goes from ({before}) to ({after}): {said} is not there",
                    "was an item deleted, or is a reference to it now wrong?",
                    "letter the items anew, and look at every rule that names one of them",
                ).replace(place=cite(head.number))
            )
    return found


def a_duty_of_one_or_another(text: Drafted) -> list[Diagnostic]:
    """W515: one sentence lays a duty on one bearer or another, each named: the President or the bureau shall ..."""
    duties: dict[object, list[Norm]] = {}
    for norm in text.norms:
        if isinstance(norm.effect, Oblige) and norm.effect.agent != "actor":
            duties.setdefault((norm.span, norm.guard, norm.effect.event), []).append(norm)
    found: list[Diagnostic] = []
    for norms in duties.values():
        bearers = list(dict.fromkeys(n.effect.agent for n in norms if isinstance(n.effect, Oblige)))
        if len(bearers) < 2 or not re.search(r"\bor\b", re.split(r"\b(?:shall|will|should)\b", norms[0].text)[0]):
            continue
        names = listed((text.names.phrase(b) for b in bearers), "or")
        found.append(
            finding(
                "W515",
                norms[0],
                f"the duty lies on {names}: each of them, or whoever comes first?",
                "where nobody acts, nobody can be asked why",
                "name one of them, and who acts in its place",
            )
        )
    return once(found)


def only_with_a_condition(text: Drafted) -> list[Diagnostic]:
    """W516: only X may, if C: are the others shut out always, or in that case only?"""
    tail = re.compile(r"\b(?:if|unless|where|when|provided that)\b", re.I)
    return once(
        finding(
            "W516",
            norm,
            "“only” stands in a sentence with a condition: are all others shut out where the condition fails, too?",
            "here the others are shut out in the case of the condition only",
            "write two sentences: Only a State Party may vote. A State Party may not vote if ...",
        )
        for norm in text.norms
        if norm.monopoly and norm.condition != ALWAYS and tail.search(norm.text)
    )
