"""From the surface tree to the intermediate form: names, numbers, defaults and readings made explicit.

17(3)  An NGO with observer status: (a) may attend plenary meetings; and (b) may receive documents.
  ->   Norm("17(3)(a)", Permit("attend", "plenary meeting"), subject=And(Is(actor, ngo), Has(observer status)))
       Norm("17(3)(b)", Permit("receive documents"), subject=...)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Reads
from proclogic.norms.drafts import Draft
from proclogic.norms.formulas import both
from proclogic.norms.model import Amendment, Dispute, Provision, Reading, Ruleset, Unentered
from proclogic.norms.names import Names
from proclogic.norms.numbers import Numbering, covers
from proclogic.norms.order import ordered
from proclogic.norms.provenance import STANDINGS, Taken, amended, head, known, provisions
from proclogic.norms.renvoi import carry, with_agents
from proclogic.norms.resolve import missing, resolved
from proclogic.norms.sentences import sentence_drafts
from proclogic.norms.undecided import Undecided
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import NOWHERE
from proclogic.syntax.tree import Document, ProvisionText, ReadingLine, Sentence


def lower(
    document: Document,
    used: tuple[Vocabulary, ...],
    name: str,
    taken: Mapping[str, Taken] | None = None,
    amendments: tuple[Amendment, ...] = (),
    above: tuple[str, ...] = (),
) -> tuple[Ruleset | None, list[Diagnostic]]:
    """The ruleset of a document and the faults found on the way.

    `used` are the vocabularies that the document names; `name` is the id where the document gives none. The ruleset is
    made as far as it goes even where there are errors, so that the checks can look at the rest; it is None for a
    document that holds a vocabulary only. `taken` says of the files of other rulesets how their provisions stand here;
    `amendments` are those that were made to them; `above` the ids of those by which the ruleset is bound.
    """
    faults: list[Diagnostic] = []
    if any(h.word == "Vocabulary" for h in document.headers):
        return None, faults
    vocabulary = merged(document.vocabulary, used, faults)
    names = Names(vocabulary)
    top = head(document, name, faults)
    listed: list[Provision] = []
    disputes: list[Dispute] = []
    drafts: list[Draft] = []
    undecided = Undecided(document, top.alternatives)
    for text in document.provisions:
        origin = (taken or {}).get(text.span.source)
        own = provisions(text, origin.head if origin else top, faults)
        if origin is not None:
            own = [origin.lowered(p, top.source) for p in own]
        own = [amended(p, text, taken or {}, top) for p in own]
        listed += own
        disputes += _disputes(text, faults)
        drafts += _provision_drafts(text, own, undecided, names, faults)
    drafts = _with_ids(drafts)
    numbering = Numbering(p.number for p in listed)
    faults += missing(drafts, numbering)
    left: list[Unentered] = []
    carried = carry(drafts, numbering, names, faults, left)
    norms = resolved(carried, numbering)
    ruleset = Ruleset(
        id=top.id,
        title=top.title or top.id,
        vocabulary=with_agents(vocabulary, carried),
        norms=norms,
        provisions=_each_once(listed, document),
        disputes=tuple(disputes),
        brackets=undecided.brackets,
        silence=top.silence,
        canons=top.canons,
        adopted=top.adopted,
        layer=top.layer,
        certainty=top.certainty,
        source=top.source,
        amendments=amendments,
        above=above,
        unentered=tuple(left),
    )
    return ordered(ruleset, faults), faults


def merged(own: Vocabulary, used: Iterable[Vocabulary], faults: list[Diagnostic]) -> Vocabulary:
    """One vocabulary of several. What the ruleset declares itself stands for what it uses of the same name; two used
    vocabularies that declare a name in different ways are a fault."""
    used = tuple(used)
    fields: dict[str, tuple[Any, ...]] = {}
    for field in ("kinds", "acts", "predicates", "events", "words"):
        found: dict[tuple[str, str], object] = {}
        ours: set[tuple[str, str]] = set()
        for vocabulary in (own, *used):
            for one in getattr(vocabulary, field):
                key = (one.id, one.sort if field in ("kinds", "words") else "")
                if vocabulary is own:
                    ours.add(key)
                before = found.setdefault(key, one)
                if before != one and key in ours:
                    faults += _left_out(before, one)
                elif before != one:
                    faults.append(
                        Diagnostic(
                            "E315",
                            f"“{one.phrase}” is declared by two vocabularies, in two ways",
                            one.span,
                            at="this declaration differs from the other",
                            help=("declare it in the ruleset itself: its own declarations stand for those it uses",),
                        )
                    )
        fields[field] = tuple(found.values())
    for field in ("disjoint", "ladders", "inputs"):
        fields[field] = tuple(dict.fromkeys(group for v in (own, *used) for group in getattr(v, field)))
    return Vocabulary(**fields)


def _left_out(own: object, used: object) -> list[Diagnostic]:
    """What the ruleset's own declaration of a word, which stands for the one it uses, does not say any more."""
    lost = []
    for field, words in (("parents", "a kind of {}"), ("also", "also {}"), ("includes", "includes {}")):
        kept = getattr(own, field, ())
        lost += [words.format(x) for x in getattr(used, field, ()) if x not in kept]
    if not lost:
        return []
    phrase, span = getattr(own, "phrase", ""), getattr(own, "span", NOWHERE)
    return [
        Diagnostic(
            "W305",
            f"“{phrase}” is declared anew, without: {', '.join(lost)}",
            span,
            at="this stands for the declaration of the vocabulary that is used",
            help=(f"say it here too: ..., {', '.join(lost)}.", "or leave this declaration out"),
        )
    ]


def _each_once(listed: list[Provision], document: Document) -> tuple[Provision, ...]:
    """The provisions; a number that stands in several options is one provision with the texts of all."""
    optional = {t.number for t in document.provisions if t.options}
    found: dict[object, Provision] = {}
    for k, provision in enumerate(listed):
        key = provision.number if any(covers(n, provision.number) for n in optional) else k
        before = found.get(key)
        if before is None:
            found[key] = provision
        else:
            found[key] = before.replace(
                text=f"{before.text} / {provision.text}",
                notes=(*before.notes, *provision.notes),
                silences=tuple(dict.fromkeys((*before.silences, *provision.silences))),
            )
    return tuple(found.values())


def _provision_drafts(
    text: ProvisionText, own: list[Provision], undecided: Undecided, names: Names, faults: list[Diagnostic]
) -> list[Draft]:
    found: list[Draft] = []
    for sentence in text.sentences:
        found += sentence_drafts(sentence, text.number, undecided.guard(text, sentence), names, faults)
    for line in text.readings:
        guard = both(Reads(dispute_id(text.number, line.dispute), line.name), undecided.guard(text, Sentence()))
        for sentence in line.sentences:
            found += sentence_drafts(sentence, text.number, guard, names, faults)
    by_number = {p.number: p for p in reversed(own)}
    return [
        d.replace(norm=d.norm.replace(layer=p.layer, certainty=p.certainty))
        for d in found
        for p in (by_number[d.norm.provision],)
    ]


def _with_ids(drafts: list[Draft]) -> list[Draft]:
    """The drafts with their ids: the number of the provision, and #2, #3 ... for its further norms."""
    count: dict[str, int] = {}
    found: list[Draft] = []
    for draft in drafts:
        number = draft.norm.provision
        count[number] = count.get(number, 0) + 1
        name = number if count[number] == 1 else f"{number}#{count[number]}"
        found.append(draft.replace(norm=draft.norm.replace(id=name)))
    return found


def dispute_id(number: str, name: str) -> str:
    """The id of a dispute: 17(2)/pending, or 17(2) for one of the whole provision."""
    return f"{number}/{name}" if name else number


def _disputes(text: ProvisionText, faults: list[Diagnostic]) -> list[Dispute]:
    groups: dict[str, list[ReadingLine]] = {}
    for line in text.readings:
        groups.setdefault(line.dispute, []).append(line)
    found: list[Dispute] = []
    for name, lines in groups.items():
        words = next((line.words for line in lines if line.words), "")
        readings = tuple(
            Reading(
                line.name,
                line.authority,
                line.standing
                if known(line.standing, STANDINGS, "Standing", line.span, text.number, faults)
                else "arguable",
                " ".join(s.text for s in line.sentences if s.text) or "nothing more",
            )
            for line in lines
        )
        span = lines[0].span
        found.append(Dispute(dispute_id(text.number, name), text.number, words, readings, span))
    return found
