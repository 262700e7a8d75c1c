"""Lays out what an examination found: each finding with the rules to blame, a situation, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proclogic.conflicts.model import Blamed, Finding, Findings, Witness
from proclogic.conflicts.quoting import shortened
from proclogic.diagnostics.codes import CODES
from proclogic.diagnostics.phrasing import listed
from proclogic.diagnostics.render import severity
from proclogic.papers.document import Block, Closing, Fact, Facts, Headline, Paper, Section, Sentence


def paper(value: Findings, accepted: bool = False, full: bool = False) -> Paper:
    """The findings; with `accepted` those too that the author lets stand, with `full` each rule as it was read too."""
    blocks: list[Block] = [Headline(headline(value))]
    blocks += [_section(one, i + 1, full) for i, one in enumerate(value.findings)]
    if accepted and value.accepted:
        blocks.append(Sentence("The author lets these stand:", label="Accepted"))
        blocks += [_section(one, len(value.findings) + i + 1, full) for i, one in enumerate(value.accepted)]
    return Paper(", ".join(value.rulesets), (*blocks, _closing(value, accepted)))


def headline(value: Findings) -> str:
    """What was found, in a sentence: 2 conflicts and 1 gap."""
    numbers: dict[str, int] = {}
    for one in value.findings:
        numbers[severity(one.code)] = numbers.get(severity(one.code), 0) + 1
    parts = [f"{n} {word}{'s' if n > 1 else ''}" for word, n in numbers.items()]
    found = listed(parts, "and") if parts else "nothing found"
    if value.accepted and not parts:
        found += f" but {len(value.accepted)} that the author lets stand"
    return f"{', '.join(value.rulesets)}: {found}."


def _section(found: Finding, number: int, full: bool) -> Section:
    facts = [fact for b in found.blamed for fact in _rule(b, full)]
    if found.witness is not None:
        facts += _situation(found.witness)
    if found.where:
        facts.append(Fact("In which texts", f"only where {found.where}"))
    facts += [Fact("" if i else "Note", note) for i, note in enumerate(found.notes)]
    settling = found.remedies or ((found.unsettled,) if found.unsettled else ())
    facts += [Fact("" if i else "Would settle it", text) for i, text in enumerate(settling)]
    if found.accepted:
        facts.append(Fact("Accepted", found.accepted))
    tag = f"{severity(found.code).capitalize()} {number}"
    return Section(tag, f"{found.code}: {found.message}.", (Facts(tuple(facts)),))


def _rule(blamed: Blamed, full: bool) -> Iterable[Fact]:
    """The rule in its author's words, with what it says here; with `full` all of it, and as it was read."""
    words = blamed.written or blamed.text
    told = f"“{words if full else shortened(words)}”" if blamed.how != "as read" else words
    if blamed.how == "as read" and words.startswith("As "):
        told = f"as read, {words[0].lower()}{words[1:]}"
    elif blamed.how:
        told = f"{blamed.how}: {told}"
    yield Fact(f"Rule {blamed.provision}", told)
    if blamed.says:
        yield Fact("", f"Here: {blamed.says}.")
    if full and blamed.how != "as read" and blamed.text != words:
        yield Fact("as read", blamed.text)


def _situation(witness: Witness) -> Iterable[Fact]:
    if witness.when:
        yield Fact("It shows when", listed(witness.when, "and"))
    if witness.question:
        yield Fact("To ask", " ".join((witness.question, *witness.options)))


def _closing(value: Findings, accepted: bool) -> Closing:
    number = len(value.looked_for)
    kinds = f"{number} kinds of findings" if number > 1 else "one kind of finding"
    lines = [f"I looked for {kinds}, on every act, of everybody, everywhere."]
    lines += [f"{note[:1].upper()}{note[1:]}." for note in value.notes]
    if not value.complete:
        lines.append("The examination is not complete.")
    if value.unconfirmed:
        lines.append(f"{value.unconfirmed} more were not confirmed by the second evaluation, and are not shown.")
    if value.accepted and not accepted:
        them = "it" if len(value.accepted) == 1 else "them"
        lines.append(f"The author lets {len(value.accepted)} stand: --accepted shows {them}.")
    codes = [f.code for f in value.findings]
    return Closing(tuple(lines), (f"To read more: proclogic explain {codes[0]}",) if codes else ())


def data(value: Findings) -> dict[str, Any]:
    """What `conflicts --format json` prints, in the shape of `proclogic/schemas/findings-1.schema.json`."""
    return {
        "schema": "proclogic/findings/1",
        "rulesets": list(value.rulesets),
        "complete": value.complete,
        "cells": value.cells,
        "unconfirmed": value.unconfirmed,
        "notes": list(value.notes),
        "looked_for": list(value.looked_for),
        "findings": [_data(one) for one in value.findings],
        "accepted": [_data(one) for one in value.accepted],
    }


def _data(found: Finding) -> dict[str, Any]:
    witness = found.witness
    return {
        "code": found.code,
        "title": CODES[found.code],
        "id": found.id,
        "severity": severity(found.code),
        "message": found.message,
        "provisions": [
            {
                "ruleset": b.ruleset,
                "provision": b.provision,
                "text": b.text,
                "says": b.says,
                "written": b.written,
                "how": b.how,
            }
            for b in found.blamed
        ],
        "witness": None
        if witness is None
        else {"when": list(witness.when), "question": witness.question, "options": list(witness.options)},
        "where": found.where,
        "notes": list(found.notes),
        "remedies": list(found.remedies),
        "unsettled": found.unsettled,
        "accepted": found.accepted,
    }
