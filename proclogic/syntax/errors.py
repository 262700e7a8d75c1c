"""What to say when a sentence cannot be read: where I stopped, what could come next, what was meant, two examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from proclogic.diagnostics.phrasing import meant, quoted
from proclogic.sources import Span
from proclogic.syntax.driver import Stopped, accepted
from proclogic.syntax.expected import LIMITING, OPEN, category_of, heading_for, in_words, keyword_texts, listing
from proclogic.syntax.report import Faults
from proclogic.syntax.samples import Samples
from proclogic.syntax.suggestions import closest
from proclogic.syntax.tokens import candidates
from proclogic.syntax.words import DEEPEST, LONGEST, PLAIN, Words

if TYPE_CHECKING:
    from proclogic.syntax.context import Context

SUGGESTED = 40  # of them with suggestions, which take time
_WHAT = {
    "norm": "sentence",
    "beside": "line",
    "dispute": "dispute",
    "reading": "reading",
    "facts": "list of facts",
    "line": "line about a question",
    "asked": "question",
    "np": "class",
}
# words that nobody declares: a sentence with one of them in the wrong place is built otherwise
_FUNCTION = frozenset(
    [
        "in",
        "on",
        "at",
        "to",
        "of",
        "with",
        "by",
        "for",
        "from",
        "under",
        "and",
        "or",
        "not",
        "no",
        "nor",
        "but",
        "if",
        "unless",
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "it",
        "its",
        "they",
        "them",
        "their",
        "this",
        "these",
        "those",
        "such",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "may",
        "might",
        "can",
        "could",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "as",
        "than",
        "then",
        "there",
        "all",
        "any",
        "each",
        "every",
        "some",
        "both",
        "either",
        "other",
    ]
)
_HINTS = {
    "every": "a rule speaks of each one anyway: write a or an",
    "each": "a rule speaks of each one anyway: write a or an",
    "all": "a rule speaks of all of them anyway: write a or an, or the plural",
    "can": "for what somebody is allowed to do, write may",
    "must": "for a duty, write shall",
}
_VERBS = frozenset(["may", "shall", "will", "should", "must", "has", "have", "is", "are", "loses", "lose", "apply"])
_ENDS = frozenset([".", ",", ";", "?", "if", "unless", "where", "when", "provided", "except", "and", "or", "[", "]"])
_SMALL = frozenset(["MOMENT", "MATTER", "UNIT"])
_CONDITION = frozenset({"if", "unless", "where", "when", "provided", "except"})


def explain_unclosed(found: Words, at: int, faults: Faults) -> None:
    """Reports a quotation without its end."""
    first = found.start[at]
    stop = found.text.find("\n", first)
    stop = found.end[at] if stop < 0 else min(stop, found.end[at])
    faults.add(
        "E103",
        "this quotation is never closed",
        Span(faults.source.name, first, max(stop, first + 1)),
        "it begins here, and what follows is inside it",
        help=('put a second " where it ends',),
    )


def explain_too_large(found: Words, faults: Faults) -> None:
    """Reports a sentence that is longer or deeper than anybody can read."""
    if len(found) > LONGEST:
        said = f"this sentence has more than {LONGEST:,} words"
    else:
        said = f"in this sentence more than {DEEPEST} brackets stand within one another"
    faults.add("E114", said, faults.span(found, 0, 1), "it begins here", help=("write several sentences",))


def explain(stopped: Stopped, found: Words, start: str, reader: Context) -> None:
    """Reports where reading stopped."""
    expected: set[str] = set()
    for stack in stopped.stacks[:6]:
        expected |= accepted(reader.table, stack)
    expected -= {"WORD"} if len(expected) > 1 else set()
    at, count = stopped.at, len(found)
    construct = _construct(found, at, start)
    if at >= count:
        _broken_off(found, expected, construct, reader)
    elif start == "question" and at == 0:
        _no_question(found, reader)
    elif found.norm[at] in ("and", "or") and _mixes(found.norm[at], expected):
        _mixed(found, at, reader, "_FACT_AND" in expected)
    else:
        _stopped_at(found, at, expected, construct, start, reader)


def _construct(found: Words, at: int, start: str) -> str:
    """What was being read, as precisely as it matters to the reader."""
    if start != "norm":
        return start
    for k in range(min(at, len(found)) - 1, -1, -1):
        norm = found.norm[k]
        if norm in _CONDITION:
            return "condition"
        if norm == "by" and k and found.norm[k - 1] == "decided":
            return "decision"
        if norm in ("shall", "will", "should"):
            return "duty"
        if norm in (",", ";", ":"):
            break
    return start


def _name(construct: str, whole: bool = False) -> str:
    """What the reader calls it; `whole` for all of the sentence rather than the part where reading stopped."""
    if whole and construct in ("condition", "decision"):
        return "sentence"
    return _WHAT.get(construct, "sentence" if construct == "duty" else construct)


def _examples(construct: str, found: Words, reader: Context) -> tuple[str, ...]:
    word = found.norm[0] if len(found) else ""
    examples = Samples(reader.names.vocabulary).of(construct, word)
    like = "sentences like these" if len(examples) > 1 else "a line like this"
    if construct in ("declaration", "header", "line", "beside", "reading") and len(examples) > 1:
        like = "lines like these"
    return (f"{like} can be read:\n" + "\n".join(f"    {example}" for example in examples),)


def _broken_off(found: Words, expected: set[str], construct: str, reader: Context) -> None:
    """The words end before the sentence does."""
    last = len(found) - 1
    span = reader.names.span(last, last + 1)
    if "_STOP" in expected or "_ASK" in expected:
        sign = "full stop" if "_STOP" in expected else "question mark"
        reader.faults.add(
            "E105",
            f"this {_name(construct, True)} has no {sign}",
            span,
            f"I expected a {sign} after this",
            help=(f"end each sentence with a {sign}",),
        )
        return
    reader.faults.add(
        "E105",
        f"this {_name(construct, True)} breaks off",
        span,
        f"after this I expected {listing(expected, reader)}",
        help=_examples(construct, found, reader),
    )


def _no_question(found: Words, reader: Context) -> None:
    openers = ("May ...", "Who may ...", "What may ... do", "Where may ...", "Is ...", "Does ... have", "Must ...")
    more = ("Which majority ...", "By when must ...", "Which prevails, ...")
    forms = f"the forms are {quoted([*openers, *more], 'and')}"
    explained = f"for proclogic explain also {quoted(['Why may ...', 'Why may ... not ...'], 'and')}"
    why = found.norm[0] == "why"
    reader.faults.add(
        "E109",
        "a question with why is explained, not answered" if why else "I do not know this form of question",
        reader.names.span(0, 1),
        "this asks for the reasons of an answer" if why else "a question begins otherwise",
        notes=("proclogic explain takes it as it stands",) if why else (f"{forms}; {explained}",),
        help=() if why else _examples("question", found, reader),
    )


def _mixes(word: str, expected: set[str]) -> bool:
    """Whether "or" stands where only "and" goes on with a condition, or the other way round."""
    same, other = ("_OR", "_AND") if word == "or" else ("_AND", "_OR")
    return (other in expected and same not in expected) or (word == "or" and "_FACT_AND" in expected)


def _mixed(found: Words, at: int, reader: Context, given: bool) -> None:
    other = "and" if found.norm[at] == "or" else "or"
    if given:
        reader.faults.add(
            "E102",
            "facts are joined by and",
            reader.names.span(at, at + 1),
            "I cannot take one thing or the other as given",
            help=("ask once for each",),
        )
        return
    reader.faults.add(
        "E102",
        f"“{other}” and “{found.norm[at]}” stand in one condition, and I cannot tell which parts belong together",
        reader.names.span(at, at + 1),
        f"before this the parts are joined by {other}",
        help=(
            "say which belong together: either A or B and C; both A and B or C",
            "or write round brackets: (A or B) and C",
        ),
    )


def _stopped_at(found: Words, at: int, expected: set[str], construct: str, start: str, reader: Context) -> None:
    """A word that does not fit."""
    faults = reader.faults
    options = candidates(reader.lexicon, found, at)
    word_at = at
    while word_at < len(found) - 1 and found.norm[word_at] in ("a", "an", "the"):
        word_at += 1
    declared = [(end, name) for end, named in options for name, _ in named if name in OPEN]
    known = any(name != "WORD" for _, named in options for name, _ in named)
    opens = [name for name in OPEN if name in expected]
    suggest = len(faults.found) < SUGGESTED
    if not known and found.sort[word_at] == PLAIN and opens and found.norm[word_at] not in _FUNCTION:
        _undeclared(found, word_at, expected, opens, construct, reader)
        return
    end = max((e for e, _ in declared), default=word_at + 1)
    ends_here = found.norm[word_at] in (".", "?") and word_at == len(found) - 1
    notes: tuple[str, ...] = ()
    declared = [(e, name) for e, name in declared if name != "PREPOSITION"]
    if declared and not any(name in expected for _, name in declared):
        said = found.slice(word_at, end)
        notes = (f"“{said}” is declared as {category_of(declared[0][1])}",)
    elif found.norm[word_at] in ("[", "]"):
        notes = ("square brackets hold text that is not agreed, and stand in the sentences of provisions only",)
    close = closest(found, word_at, expected, reader) if suggest and not ends_here else []
    hint = _HINTS.get(found.norm[word_at], "")
    faults.add(
        "E101",
        f"this {_name(construct, True)} is not complete"
        if ends_here
        else f"I stopped reading this {_name(construct)} here",
        reader.names.span(word_at, end),
        f"I expected {listing(expected, reader)}",
        notes=notes,
        help=(
            *meant(close),
            *((hint,) if hint else ()),
            *_examples(construct, found, reader),
        ),
    )


def _undeclared(found: Words, at: int, expected: set[str], opens: list[str], construct: str, reader: Context) -> None:
    end = at + 1
    while end < len(found) and found.sort[end] == PLAIN and found.norm[end] not in ("a", "an", "the"):
        if any(name != "WORD" for _, named in candidates(reader.lexicon, found, end) for name, _ in named):
            break
        end += 1
    if "LIMIT" in opens and found.norm[at] in LIMITING:
        while end < len(found) and found.norm[end] not in _ENDS:
            end += 1
    said = found.slice(at, end)
    faults = reader.faults
    suggest = len(faults.found) < SUGGESTED
    close = closest(found, at, expected, reader) if suggest else []
    if _SMALL.issuperset(opens):  # a word of any other sort would be no help
        small = {word.phrase for word in reader.names.vocabulary.words}
        close = [phrase for phrase in close if phrase in small]
    span = reader.names.span(at, end)
    keywords = set(keyword_texts(expected, reader, True))
    if close and close[0] in keywords:
        faults.add(
            "E101",
            f"I stopped reading this {_name(construct)} here",
            reader.names.span(at, at + 1),
            f"I expected {listing(expected, reader)}",
            help=(*meant(close), *_examples(construct, found, reader)),
        )
        return
    no_verb = construct == "norm" and end - at > 1 and found.norm[end : end + 1] == ["."] and "MAY" not in expected
    no_verb = no_verb and not any(norm in _VERBS for norm in found.norm)
    declare = "" if no_verb else heading_for(opens, said)
    faults.add(
        "E201",
        f"nothing declares “{said}”",
        span,
        f"I expected {in_words(opens, reader)}",
        help=(
            *meant(close),
            *((f"to declare it, write: {declare}",) if declare and not close else ()),
            *(("a sentence says what somebody may, shall or has: put one of these words in",) if no_verb else ()),
            *_examples(construct, found, reader),
        ),
    )
