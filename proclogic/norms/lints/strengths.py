"""Lints on how strong the words are: should beside shall, will, may beside is entitled to."""

from __future__ import annotations

from collections import defaultdict

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Deadline, Formula, Happens
from proclogic.norms.lints.drafted import Drafted, finding, once, signed, together
from proclogic.norms.model import Accord, Forbid, Norm, Oblige, Permit
from proclogic.norms.names import cite


def should_beside_shall(text: Drafted) -> list[Diagnostic]:
    """W501: of two rules that give one status on the same acts of the same people, one says shall be accorded and the
    other should be accorded."""
    groups: dict[tuple[str, frozenset[tuple[Formula, bool]]], list[Norm]] = defaultdict(list)
    for norm in text.norms:
        if isinstance(norm.effect, Accord) and norm.strength in ("shall be accorded", "should be accorded"):
            acts = frozenset((a, yes) for a, yes in signed(norm.condition) if isinstance(a, Happens))
            groups[norm.effect.status, acts].append(norm)
    found: list[Diagnostic] = []
    for norms in groups.values():
        for weak in (n for n in norms if n.strength == "should be accorded"):
            strong = next((n for n in norms if n.strength == "shall be accorded" and together(n, weak)), None)
            if strong is not None:
                found.append(
                    finding(
                        "W501",
                        weak,
                        f"{cite(weak.provision)} says “should be accorded” where {cite(strong.provision)} says “shall”",
                        "the weaker word",
                        "use one word in both rules, or say in the rule what the weaker word leaves open",
                        beside=(strong, "the parallel rule"),
                    )
                )
    return once(found)


def one_duty_in_two_strengths(text: Drafted) -> list[Diagnostic]:
    """W502: one event is asked of one bearer, by the same time, with shall in one sentence and with should or will in
    another. (A duty with shall, and a wish that it be done early with should, are two things.)"""
    groups: dict[tuple[object, ...], list[Norm]] = defaultdict(list)
    for norm in text.norms:
        if isinstance(norm.effect, Oblige):
            groups[norm.effect.event, norm.effect.agent, norm.subject, norm.condition].append(norm)
    found: list[Diagnostic] = []
    for norms in groups.values():
        strong = next((n for n in norms if n.strength == "shall"), None)
        for weak in norms if strong else ():
            if strong is None or weak.strength == "shall" or not together(strong, weak) or _time(strong) != _time(weak):
                continue
            found.append(
                finding(
                    "W502",
                    weak,
                    f"what this sentence asks with “{weak.strength}”, {cite(strong.provision)} asks with “shall”",
                    "the weaker word",
                    "keep one of the two sentences",
                    beside=(strong, "the same duty, with “shall”"),
                )
            )
    return once(found)


def _time(norm: Norm) -> Deadline | None:
    return norm.effect.deadline if isinstance(norm.effect, Oblige) else None


def will_beside_shall(text: Drafted) -> list[Diagnostic]:
    """W503: a duty is laid with will in a text that lays duties with shall."""
    shall = next((n for n in text.norms if isinstance(n.effect, Oblige) and n.strength == "shall"), None)
    if shall is None:
        return []
    return once(
        finding(
            "W503",
            norm,
            f"“will” is used of a duty, and elsewhere ({cite(shall.provision)}) this text says “shall”",
            "a duty, or only what is expected to happen?",
            "write “shall” for a duty, “may” for a permission",
            beside=(shall, "a duty with “shall”"),
        )
        for norm in text.norms
        if isinstance(norm.effect, Oblige | Forbid) and norm.strength in ("will", "will not")
    )


def two_strengths_in_a_list(text: Drafted) -> list[Diagnostic]:
    """W504: of the rights of one list, some are given with may and some with is entitled to."""
    found: list[Diagnostic] = []
    for head, norms in text.lists:
        grants = [n for n in norms if isinstance(n.effect, Permit) and n.strength in ("may", "is entitled to")]
        strong = next((n for n in grants if n.strength == "is entitled to"), None)
        weak = next((n for n in grants if n.strength == "may" and strong and together(strong, n)), None)
        if strong is not None and weak is not None:
            found.append(
                finding(
                    "W504",
                    weak,
                    f"the list of {cite(head.number)} gives one right with “may” and another with “is entitled to”",
                    "only “may”",
                    "put one verb into the head of the list: An NGO may: (a) ...; and (b) ...",
                    beside=(strong, "“is entitled to”"),
                )
            )
    return found


def may_not_beside_shall_not(text: Drafted) -> list[Diagnostic]:
    """W505: one act, of one object, is forbidden with may not in one sentence and with shall not in another."""
    groups: dict[tuple[str, str], list[Norm]] = defaultdict(list)
    for norm in text.norms:
        if isinstance(norm.effect, Forbid) and norm.strength in ("may not", "shall not"):
            groups[norm.effect.act, norm.effect.object].append(norm)
    found: list[Diagnostic] = []
    for norms in groups.values():
        shall = next((n for n in norms if n.strength == "shall not"), None)
        may = next((n for n in norms if n.strength == "may not" and shall and together(shall, n)), None)
        if shall is not None and may is not None:
            found.append(
                finding(
                    "W505",
                    may,
                    f"{cite(may.provision)} forbids with “may not” what {cite(shall.provision)} forbids with "
                    "“shall not”",
                    "“may not” can also be read: is free not to",
                    "write “shall not” in both",
                    beside=(shall, "the same act, with “shall not”"),
                )
            )
    return found


def rule_without_its_exception(text: Drafted) -> list[Diagnostic]:
    """W506: as a rule is said, and neither the sentence nor a contrary rule says what the exception is."""
    return once(
        finding(
            "W506",
            norm,
            "“as a rule” lets the reader expect an exception, and the text has none",
            "who may depart from it, and when?",
            "name the exception: ... unless the Conference decides otherwise; or leave out “as a rule”",
        )
        for norm in text.norms
        if "as a rule" in norm.text.lower()
        and not any(word in norm.text.lower() for word in ("unless", "except"))
        and not text.contrary.of(norm)
    )


def limits_that_only_should_be_kept(text: Drafted) -> list[Diagnostic]:
    """W507: an amount is fixed, and the words are should be limited to."""
    return once(
        finding(
            "W507",
            norm,
            f"“should be limited to {limit.at_most:,} {limit.unit}s”: the text does not say what holds beyond it",
            "is what is longer refused, cut, or taken?",
            "write a limit (of at most ...) and who may waive it, or leave the number out",
        )
        for norm in text.norms
        for limit in norm.limits
        if limit.soft
    )


def rights_and_duties_in_one_list(text: Drafted) -> list[Diagnostic]:
    """W508: one list holds what somebody may do and what he shall do."""
    found: list[Diagnostic] = []
    for head, norms in text.lists:
        duty = next((n for n in norms if isinstance(n.effect, Oblige) and n.strength in ("shall", "will")), None)
        grant = next((n for n in norms if isinstance(n.effect, Permit) and duty and together(n, duty)), None)
        if duty is not None and grant is not None:
            found.append(
                finding(
                    "W508",
                    duty,
                    f"the list of {cite(head.number)} holds rights and duties",
                    "a duty",
                    "make two lists, or two sentences: what they may do, and what they shall do",
                    beside=(grant, "a right"),
                )
            )
    return found
