"""Rulesets made of several texts: one that amends or extends another, applies another's rules, or is bound by them.

Amends: uncc-draft.                        its text, amended
Extends: untoc-cop, as own knowledge.      its text taken over, no surer than that, with more rules
Applies: untoc-cop as UNTOC.               its rules beside one's own, numbered UNTOC(17)(2)
Bound by: ecosoc-1996-31 as E1996/31.      the same, and they are the higher ones
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from proclogic.diagnostics.model import Diagnostic
from proclogic.diagnostics.phrasing import did_you_mean, quoted
from proclogic.norms.model import CERTAINTIES, LAYERS, Amendment, layer_without_line
from proclogic.sources import Source, Span
from proclogic.syntax import outline as out
from proclogic.syntax.amending import Amending
from proclogic.syntax.english import ENDING
from proclogic.syntax.outline import Entry
from proclogic.syntax.report import Faults
from proclogic.syntax.stretches import WHOLE, Edit, Stretch, Text, joined
from proclogic.syntax.words import words
from proclogic.values import Value

AMENDS, EXTENDS, APPLIES, BOUND_BY = "amends", "extends", "applies", "bound by"
RELATIONS = (AMENDS, EXTENDS, APPLIES, BOUND_BY)
_KEPT = ("uses", "silence", "canons", "alternatives")  # headers of a base that hold unless said otherwise
_DECLARED = re.compile(r"(\w+)\s*:\s*(?:(?:the|an?)\s+)?([^,.]+)", re.I)
_NUM = rf"(?=[^\s:;,\"]*\d)[^\s:;,.\"]+(?:\.\d+)*(?:[^\S\n]+(?:{ENDING})\b(?:\([^\W_]+\))*)*"
_REFERENCE = re.compile(
    rf"\b(?:rules?|articles?|paragraphs?|provisions?)\s+({_NUM}(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:to|and|or)\s+){_NUM})*)",
    re.I,
)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")


class TakenOver(Value):
    """How the provisions of a file of another ruleset stand in this one: whose they are, and how sure at most."""

    ruleset: str
    headers: tuple[str, ...]  # the texts of the lines at the top of that ruleset
    relation: str
    certainty: str = ""
    layer: str = ""


class Composed(Value):
    """The text of a ruleset with all that it takes over. `files` says of the files of others how they stand here.

    `overlaid` are the layers of the overlays whose amendments are made in it; `layers` that of its own header with
    those of the rulesets that it amends."""

    text: Text
    files: Mapping[str, TakenOver]
    base: str = ""
    amendments: tuple[Amendment, ...] = ()
    above: tuple[str, ...] = ()
    overlaid: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()


class _Relation(Value):
    kind: str
    base: str
    prefix: str
    caps: tuple[str, ...]
    span: Span


_ADDING = ("disjoint", "ladder", "input")  # declarations of which one stands beside the other, whatever they name
Chain = tuple[tuple[str, frozenset[Source]], ...]  # rulesets of which each rests on the next: ids and files


def compose(
    sources: Sequence[Source],
    bases: Mapping[str, Sequence[Source]],
    faults: list[Diagnostic],
    name: str = "",
    within: Chain = (),
    dropped: frozenset[str] = frozenset(),
    bare: bool = False,
) -> Composed:
    """The text of some files with that of the rulesets they rest on. `bases` are the files of those, by id; `name` is
    the id where the files give none.

    Overlays of a layer that is `dropped` amend nothing; with `bare` their own provisions are left out too."""
    own = joined(sources)
    entries = out.outline(own.whole)
    found = Faults(Source(WHOLE, own.whole))
    relations = _relations(own, entries, found)
    name = _headed(own, entries, "ruleset") or name
    layer = _headed(own, entries, "layer") or layer_without_line(e.word for e in entries if e.sort == out.HEADER)
    if not any(r.kind in (AMENDS, EXTENDS) for r in relations):
        _amends_nothing(entries, found)
    if not relations:
        faults += [own.moved(d) for d in found.found]
        text = own if len(sources) != 1 else Text([Stretch(sources[0].text, sources[0].name, 0)])
        return Composed(text, {}, layers=(layer,))
    top: list[list[Stretch]] = []
    rest: list[list[Stretch]] = []
    beside: list[list[Stretch]] = []  # what is applied comes after one's own
    files: dict[str, TakenOver] = {}
    notes: list[Amendment] = []
    above: list[str] = []
    overlaid: list[str] = []
    layers = [layer]
    declared = {_declares(own.whole, e) for e in entries if e.sort == out.DECLARATION}
    amended = left_out = False
    chain = (*within, (name, frozenset(sources)))
    for relation in relations:
        if relation.base not in bases or _closes(chain, bases[relation.base]):
            _not_there(relation, chain, bases, found)
            continue
        base = compose(bases[relation.base], bases, faults, relation.base, chain, dropped, bare)
        text = base.text if relation.kind in (AMENDS, EXTENDS) else _renumbered(base.text, relation.prefix)
        items = out.outline(text.whole)
        for entry in items:
            key = _declares(text.whole, entry)
            if entry.sort == out.HEADER and entry.word in _KEPT:
                top.append(text.part(entry.start, entry.end))
            elif entry.sort == out.DECLARATION and (key not in declared or key[0] in _ADDING):
                declared.add(key)
                top.append(text.part(entry.start, entry.end))
        overlaid += base.overlaid
        if relation.kind in (AMENDS, EXTENDS):
            if amended:
                found.add("E124", "a ruleset amends or extends one other", relation.span, "this is the second one")
                continue
            amended = True
            by = name if relation.kind == AMENDS else ""
            amending = Amending(text, relation.base, own, found, _proposers(own, entries), by)
            left_out = bool(by) and layer in dropped
            for entry in entries:
                if entry.sort == out.AMENDMENT and not left_out:
                    amending.take(entry)
            rest[:0] = [t.stretches for t in amending.done()]
            notes += [*base.amendments, *amending.made]
            if relation.kind == AMENDS:
                layers += base.layers
                overlaid += [] if left_out else [layer]
        else:
            beside += [text.part(e.start, e.end) for e in items if e.sort not in (out.HEADER, out.DECLARATION)]
            notes += [a.replace(number=prefixed(relation.prefix, a.number)) for a in base.amendments]
        taken = _files(relation, base, bases[relation.base])
        if relation.kind == BOUND_BY:
            above += [relation.base, *(t.ruleset for t in taken.values())]
        files |= taken
    top += [own.part(e.start, e.end) for e in entries if e.sort in (out.HEADER, out.DECLARATION)]
    if not (left_out and bare):
        rest += [own.part(e.start, e.end) for e in entries if e.sort not in _APART]
    faults += [own.moved(d) for d in found.found]
    line = Stretch("\n", "", 0)
    base_id = next((r.base for r in relations if r.kind in (AMENDS, EXTENDS)), "")
    whole = Text(s for one in (*top, *rest, *beside) for s in (*one, line))
    once = (tuple(dict.fromkeys(x)) for x in (above, overlaid, layers))
    return Composed(whole, files, base_id, tuple(notes), *once)


_APART = (out.HEADER, out.DECLARATION, out.AMENDMENT)


def _headed(own: Text, entries: Sequence[Entry], word: str) -> str:
    """What the head of a file says after a word, "" where it says nothing."""
    said = [own.whole[e.start : e.end].partition(":")[2] for e in entries if e.sort == out.HEADER and e.word == word]
    return said[-1].partition("#")[0].strip().removesuffix(".").strip(' "') if said else ""


def _closes(chain: Chain, sources: Sequence[Source]) -> bool:
    """Whether a ruleset in these files stands in the chain of those that rest on it."""
    return any(s in files for s in sources for _, files in chain)


def _amends_nothing(entries: Sequence[Entry], faults: Faults) -> None:
    for entry in entries:
        if entry.sort == out.AMENDMENT:
            faults.add(
                "E123",
                "this amends nothing",
                Span(WHOLE, entry.start, entry.end),
                "the file does not say what it amends",
                help=("say it at the top of the file: Amends: other-rules.",),
            )


def _relations(own: Text, entries: Sequence[Entry], faults: Faults) -> list[_Relation]:
    found: list[_Relation] = []
    for entry in entries:
        if entry.sort != out.HEADER or entry.word not in RELATIONS:
            continue
        line = words(own.whole, entry.start, entry.end)
        said = line.slice(0, len(line)).partition(":")[2].strip().removesuffix(".")
        span = Span(WHOLE, entry.start, entry.end)
        caps: list[str] = []
        for part in (p.strip() for p in said.split(",")):
            cap = re.fullmatch(r"as\s+(.+)", part, re.I)
            if cap and found:
                caps.append(cap[1].lower())
                if cap[1].lower() not in (*CERTAINTIES, *LAYERS):
                    listed = quoted([*CERTAINTIES, *LAYERS], "or")
                    faults.add("E112", f"“{cap[1]}” cannot stand after as", span, f"I expected {listed}")
                found[-1] = found[-1].replace(caps=tuple(caps))
                continue
            named = re.fullmatch(r"(\S+)(?:\s+as\s+(\S+))?", part)
            if not named:
                faults.add(
                    "E124",
                    f"I cannot read “{part}”",
                    span,
                    "I expected the name of a ruleset",
                    help=("write: Bound by: other-rules as OTHER.",),
                )
                continue
            caps = []
            found.append(_Relation(entry.word, named[1].strip('"'), named[2] or named[1], (), span))
    return found


def _not_there(relation: _Relation, chain: Chain, bases: Mapping[str, Sequence[Source]], faults: Faults) -> None:
    if relation.base in bases:
        names = [name for name, _ in chain]
        first = next(k for k, (_, files) in enumerate(chain) if any(s in files for s in bases[relation.base]))
        circle = " -> ".join((*names[first:], relation.base))
        message = f"rulesets rest on each other in a circle: {circle}"
        if len(names) == first + 1:
            message = f"{relation.base} rests on itself, which is a circle"
        help = ("take out one of the lines Amends, Extends, Applies or Bound by that lead from one to the other",)
        faults.add("E124", message, relation.span, "this closes the circle", help=help)
        return
    faults.add(
        "E124",
        f"I find no ruleset called “{relation.base}”",
        relation.span,
        "this names no ruleset",
        help=(
            *did_you_mean(relation.base, bases),
            f"put it beside this file, as {relation.base}.rules or in a file that says Ruleset: {relation.base}.",
            "to see the rulesets of the library: proclogic rulesets",
        ),
    )


def _files(relation: _Relation, base: Composed, sources: Sequence[Source]) -> dict[str, TakenOver]:
    """How the files of a base stand here; those that it takes over itself are no surer than it says."""
    certainty = next((c for c in relation.caps if c in CERTAINTIES), "")
    layer = next((c for c in relation.caps if c in LAYERS), "")
    headers = tuple(s.text[e.start : e.end] for s in sources for e in out.outline(s.text) if e.sort == out.HEADER)
    own = {s.name: TakenOver(relation.base, headers, relation.kind, certainty, layer) for s in sources}
    further = {
        name: one.replace(
            certainty=max(one.certainty, certainty, key=lambda c: CERTAINTIES.index(c) if c else -1),
            layer=max(one.layer, layer, key=lambda x: LAYERS.index(x) if x else -1),
            relation=relation.kind if relation.kind in (APPLIES, BOUND_BY) else one.relation,
        )
        for name, one in base.files.items()
    }
    return own | further


def _declares(text: str, entry: Entry) -> tuple[str, str]:
    said = _DECLARED.match(text, entry.start, entry.end)
    return (said[1].lower(), " ".join(said[2].lower().split())) if said else ("", "")


def _proposers(own: Text, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Who proposes all amendments of a file, as its head says."""
    for entry in entries:
        if entry.sort == out.HEADER and entry.word == "proposed by":
            said = own.whole[entry.start : entry.end].partition(":")[2].strip().removesuffix(".")
            return tuple(n.strip(' "') for n in said.split(","))
    return ()


def _renumbered(text: Text, prefix: str) -> Text:
    """The text with the numbers of its provisions, and references to them, made those of another instrument."""
    edits: list[Edit] = []

    def put(start: int, end: int) -> None:
        number = " ".join(text.whole[start:end].split())
        here = text.part(start, end)[0]
        edits.append(Edit(start, end, (here.replace(text=prefixed(prefix, number)),), Span(WHOLE, start, end)))

    for entry in out.outline(text.whole):
        if entry.sort == out.PROVISION:
            put(entry.start, entry.start + len(text.whole[entry.start : entry.body].rstrip()))
            quotes = [m.span() for m in _QUOTED.finditer(text.whole, entry.body, entry.end)]
            for said in _REFERENCE.finditer(text.whole, entry.body, entry.end):
                if not any(a <= said.start() < b for a, b in quotes):
                    for one in re.finditer(_NUM, text.whole[said.start(1) : said.end(1)]):
                        put(said.start(1) + one.start(), said.start(1) + one.end())
        elif entry.sort == out.HEADING:
            at = text.whole.index(entry.word, entry.start)
            put(at, at + len(entry.word))
    return text.changed(0, len(text.whole), edits)


def prefixed(prefix: str, number: str) -> str:
    """The number of a provision of another instrument: E1996/31(48), UNTOC(17)(3)(b), UNTOC/17 bis."""
    simple = re.fullmatch(r"([^\W_]{1,5})((?:\([^\W_]{1,5}\))*)", number)
    return f"{prefix}({simple[1]}){simple[2]}" if simple else f"{prefix}/{number}"
