"""Lints on single words: two names for one thing, hedges, numbers that are none, negations upon negations."""

from __future__ import annotations

import re
from functools import cache

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.lints.drafted import Drafted, finding, once
from proclogic.norms.model import Norm
from proclogic.norms.names import cite


@cache
def _words(*words: str) -> re.Pattern[str]:
    """Any of the words, whole, however it is written; the longest first."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)", re.I)


def two_names(text: Drafted) -> list[Diagnostic]:
    """W541: rules use two declared names of one kind: an NGO, a non-governmental organization. A name that is the end
    of the other (the constructive dialogue, the dialogue) only takes it up again."""
    forms: dict[str, tuple[str, str]] = {}  # a name in small letters, and whose it is: the kind, and the name declared
    for kind in text.ruleset.vocabulary.kinds:
        for name in (kind.phrase, *kind.also):
            written = [name, kind.plural if name == kind.phrase else f"{name}s"]
            forms |= {form.lower(): (kind.id, name) for form in written if form}
    if not any(kind.also for kind in text.ruleset.vocabulary.kinds):
        return []
    every = _words(*forms)
    found: list[Diagnostic] = []
    used: dict[str, dict[str, Norm]] = {}
    for norm in text.sentences:
        for match in every.finditer(norm.text):
            whose, name = forms[match[0].lower()]
            used.setdefault(whose, {}).setdefault(name, norm)
    for names in used.values():
        if len(names) < 2:
            continue
        (one, first), *others = names.items()
        others = [(n, at) for n, at in others if not f" {one}".lower().endswith(f" {n}".lower())]
        if not others or any(f" {n}".lower().endswith(f" {one}".lower()) for n, _ in others):
            continue
        other, norm = others[0]
        found.append(
            finding(
                "W541",
                norm,
                f"“{other}” is what {cite(first.provision)} calls “{one}”",
                f"here it is “{other}”",
                "one thing, one name: keep the one that is defined",
                beside=(first, f"here it is “{one}”"),
            )
        )
    return found


SEX = ("he", "she", "him", "her", "his", "hers", "he or she", "his or her", "chairman", "chairwoman", "chairmen")


def words_of_one_sex(text: Drafted) -> list[Diagnostic]:
    """W542: he, she, his, chairman: an office and its holder need no sex."""
    return once(
        finding(
            "W542",
            norm,
            f"“{match[0]}” speaks of one sex",
            "the rule means whoever holds the office",
            "write the name of the office again (the President, the chair), or “it”, “they”",
        )
        for norm in text.sentences
        if (match := _words(*SEX).search(norm.text))
    )


HEDGES = (
    "as appropriate",
    "where appropriate",
    "if appropriate",
    "as necessary",
    "if necessary",
    "where necessary",
    "where possible",
    "if possible",
    "as far as possible",
    "to the extent possible",
    "in due course",
    "in due time",
    "in good time",
    "in a timely manner",
    "as soon as possible",
    "without delay",
    "promptly",
)


def hedges(text: Drafted) -> list[Diagnostic]:
    """W543: as appropriate, where possible, in due course: words that leave the rule to whoever applies it."""
    return once(
        finding(
            "W543",
            norm,
            f"“{match[0].lower()}” leaves open what is asked, and nobody is named to say",
            "two careful readers may differ on this",
            "say what it turns on, or who judges it; for a time, give a number of days",
        )
        for norm in text.sentences
        if (match := _words(*HEDGES).search(norm.text))
    )


VAGUE = ("limited", "reasonable", "appropriate", "adequate", "sufficient", "small", "brief", "short", "restricted")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen", "twenty")


def limits_without_a_number(text: Drafted) -> list[Diagnostic]:
    """W544: a limit says a limited number, a reasonable time, and no number."""
    return once(
        finding(
            "W544",
            norm,
            f"“{limit.phrase}” is a limit without a number, and nobody is named to set it",
            "how many, and who says so?",
            "write the number, or who sets it",
        )
        for norm in text.norms
        for limit in norm.limits
        if _words(*VAGUE).search(limit.phrase)
        and not _words(*NUMBERS).search(limit.phrase)
        and not any(c.isdigit() for c in limit.phrase)
    )


_NOT = r"(?:is|are|was|were|has|have|had|does|do|did) (?:not|no)\b"
_WHO = r"(?:(?!that\b|which\b|who\b)\w+ ){1,5}?"  # of whom it is denied
_UNLESS_NOT = re.compile(
    rf"\b(?:unless|except if|except where|except when) (?:nobody\b|no-one\b|no\b|{_WHO}{_NOT})", re.I
)


def unless_not(text: Drafted) -> list[Diagnostic]:
    """W545: unless ... not: two negations, where one if says the same."""
    return once(
        finding(
            "W545",
            norm,
            "“unless” with a negation is read twice before it is understood",
            "the reader must turn it round",
            "turn it round: ... if the Conference decides otherwise",
        )
        for norm in text.sentences
        if _UNLESS_NOT.search(norm.text)
    )


MOST = 2  # exceptions that a reader can hold in mind beside the rule
_EXCEPTION = re.compile(r"\b(?:unless|except|notwithstanding|subject to|without prejudice to)\b", re.I)


def exceptions_upon_exceptions(text: Drafted) -> list[Diagnostic]:
    """W546: a sentence has three exceptions or more."""
    return once(
        finding(
            "W546",
            norm,
            f"this sentence has {len(found)} exceptions: {', '.join(f'“{f}”' for f in dict.fromkeys(found))}",
            "which of them yields to which?",
            "keep the rule short, and give the exceptions sentences of their own",
        )
        for norm in text.sentences
        if len(found := [f.lower() for f in _EXCEPTION.findall(norm.text)]) > MOST
    )
