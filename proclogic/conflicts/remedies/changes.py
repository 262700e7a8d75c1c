"""Changes of a text, one at a time: words added to a sentence or taken out of it, a sentence put in or deleted.

Each is told as a drafter would (rule 4(3): add “...”) and made in the core form. The sentence that it comes to is read
again, so that nothing is proposed which the language does not have. A sentence is changed as a whole: all acts that it
gives, all ways to resolve its brackets, and what is carried of it elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from proclogic.conflicts.remedies import reading
from proclogic.conflicts.remedies.rewriting import difference, instead, pattern, times
from proclogic.norms.conditions import Formula, Keeps, Not, Reads
from proclogic.norms.formulas import atoms, both
from proclogic.norms.model import AS_APPLIED, Disapply, Norm, Prevail, Ruleset
from proclogic.norms.order import ordered
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import NOWHERE
from proclogic.syntax.print_norms import norm_sentence
from proclogic.syntax.print_parts import Words
from proclogic.values import Value, unique

Remake = Callable[[Norm], Norm]
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


class Change(Value):
    """A change as it is told, the ruleset as it would be, and how much it changes, in words. What is `last` is told
    where nothing else settles the finding."""

    words: str
    ruleset: Ruleset
    size: int
    last: bool = False

    def for_example(self) -> Change:
        """The change as one of many of its kind."""
        return self.replace(words=f"for example, {self.words}")


class Drafter:
    """Makes changes of a ruleset that is part of a `whole` one."""

    def __init__(self, ruleset: Ruleset, whole: Ruleset) -> None:
        self.ruleset = ruleset
        self.whole = whole.replace(vocabulary=reading.declared(whole))
        self.words = Words(ruleset.vocabulary, numbers=unique(n.provision for n in whole.norms))
        self.norms = {n.id: n for n in ruleset.norms}
        self._texts = {p.number: p.text for p in whole.provisions}

    # ------------------------------------------------------------------------------------------------- what there is

    def sentence(self, norm: Norm) -> list[Norm]:
        """The norms of the sentence from which a norm comes, or from which it was carried."""
        first = self.norms.get(norm.id.partition(AS_APPLIED)[0], norm)
        if first.span == NOWHERE:
            return [first]
        place = (first.provision, first.span)
        return [n for n in self.ruleset.norms if not n.via and (n.provision, n.span) == place]

    def copies(self, some: Sequence[Norm]) -> list[Norm]:
        """What is carried of norms elsewhere."""
        names = {n.id for n in some}
        return [n for n in self.ruleset.norms if n.via and n.id.partition(AS_APPLIED)[0] in names]

    def place(self, norm: Norm) -> str:
        """A sentence as it is cited: rule 4(3), second sentence."""
        first = self.sentence(norm)[0]
        number = f"rule {first.provision}"
        around = [n for n in self.whole.norms if n.provision == first.provision and not n.via]
        options = self._options(first)
        if options:
            number += f" of {options}"
            around = [n for n in around if self._options(n) == options]
        reads = [a for a in atoms(first.guard) if isinstance(a, Reads)]
        around = [n for n in around if [a for a in atoms(n.guard) if isinstance(a, Reads)] == reads]
        if reads:
            number += f", reading “{reads[0].reading}”"
        spans = sorted({n.span.start for n in around})
        if len(spans) < 2 or first.span == NOWHERE:
            return number
        at = spans.index(first.span.start)
        if at >= len(ORDINALS) or any(first.provision in n.via for n in self.whole.norms):
            return f"{number} (“{first.text}”)"
        return f"{number}, {ORDINALS[at]} sentence"

    def _options(self, norm: Norm) -> str:
        wide = {b.id for b in self.ruleset.brackets if b.of_provisions}
        return next((a.alternative for a in atoms(norm.guard) if isinstance(a, Keeps) and a.bracket in wide), "")

    # ----------------------------------------------------------------------------------------------- a tail is added

    def tail(self, norm: Norm, words: str, remake: Remake, carries: bool = True) -> Change | None:
        """Words put at the end of the sentence of a norm; `carries` says whether what is carried of it has them in the
        same words."""
        some = self.sentence(norm)
        copies = self.copies(some)
        if copies and not carries:
            return None
        read = self._again(some, copies, f"{some[0].text.rstrip(' .;,')}, {words}.")
        if read is None:
            shown = norm_sentence(some[0], self.words).rstrip(".")
            if self._is_plain(some, copies) or reading.norms(self.whole, f"{shown}, {words}.", some[0]) is None:
                return None
        made = self._with({n.id: remake(n) for n in (*some, *copies)} if read is None else read)
        return Change(f"{self.place(norm)}: add “{words}”", made, len(words.split()))

    def notwithstanding(self, norm: Norm, other: Norm) -> Change | None:
        """That a norm prevails over another."""
        return self._named(norm, other, "notwithstanding")

    def subject_to(self, norm: Norm, other: Norm) -> Change | None:
        """That a norm gives way to another."""
        return self._named(norm, other, "subject_to")

    def _named(self, norm: Norm, other: Norm, field: str) -> Change | None:
        if norm.provision == other.provision:
            return None
        ids = tuple(n.id for n in self.ruleset.norms if n.provision == other.provision)
        words = f"{field.replace('_', ' ')} rule {other.provision}"
        return self.tail(norm, words, lambda n: n.replace(**{field: (*getattr(n, field), *ids)}))

    def excepted(self, norm: Norm, formula: Formula, words: str) -> Change | None:
        """That a norm does not hold where something is so."""
        return self.tail(norm, words, lambda n: n.replace(condition=both(n.condition, Not(formula))), carries=False)

    # ---------------------------------------------------------------------------------------- a sentence is reworded

    def reworded(self, norm: Norm, remake: Remake, phrases: Iterable[tuple[str, str]] = ()) -> Change | None:
        """A sentence of which the norms are made anew: told by the words that become others, or by those of `phrases`
        of which the first stands in the sentence."""
        some = self.sentence(norm)
        copies = self.copies(some)
        made = {n.id: remake(n) for n in (*some, *copies)}
        if any(made[n.id] == n for n in (norm, *copies)):
            return None
        before, after = (norm_sentence(n, self.words) for n in (norm, made[norm.id]))
        old, new = difference(before, after)
        old, new = next((p for p in phrases if times(some[0].text, p[0])), (old, new))
        if not old:
            return None
        return self.respelled(norm, old, new, made, after)

    def respelled(
        self, norm: Norm, old: str, new: str, made: Mapping[str, Norm] | None = None, shown: str = ""
    ) -> Change | None:
        """A sentence in which some words become others; `made` are its norms then, where they are known, and `shown`
        the sentence of the norm."""
        some = self.sentence(norm)
        copies = self.copies(some)
        text = some[0].text
        if any(times(n.text, old) != 1 for n in some) or not self._is_once(norm, old):
            return None
        read = self._again(some, copies, instead(text, old, new))
        if read is None:
            plain = self._is_plain(some, copies)
            if plain or made is None or reading.norms(self.whole, shown, some[0]) is None:
                return None
        found = pattern(old).search(text)
        old = found[0] if found is not None else old
        told = f"“{old}” becomes “{new}”" if new else f"delete “{old}”"
        before, after = Counter(old.lower().split()), Counter(new.lower().split())
        size = (before - after).total() + (after - before).total()
        return Change(f"{self.place(norm)}: {told}", self._with(made or {} if read is None else read), size)

    def _is_once(self, norm: Norm, words: str) -> bool:
        """Whether words stand once in the text with its brackets, so that they can be named."""
        whole = self._texts.get(norm.provision, "")
        bracketed = any(isinstance(a, Keeps) for a in atoms(norm.guard))
        return not bracketed or times(whole, words) == 1

    def _is_plain(self, some: Sequence[Norm], copies: Sequence[Norm]) -> bool:
        """Whether a sentence stands by itself, agreed, and is carried nowhere: then its text can be read again."""
        first = some[0]
        is_item = first.provision.endswith(")") and not first.text.startswith(self._texts.get(first.provision, "")[:12])
        return not (copies or is_item or any(isinstance(a, Keeps | Reads) for n in some for a in atoms(n.guard)))

    def _again(self, some: Sequence[Norm], copies: Sequence[Norm], text: str) -> dict[str, Norm] | None:
        """The norms of a sentence with another text, in place of those it has; None where it cannot be read by
        itself."""
        if not self._is_plain(some, copies):
            return None
        read = reading.norms(self.whole, text, some[0])
        if read is None:
            return None
        names = [n.id for n in some]
        names += [f"{some[0].id} (new {i})" for i in range(len(read) - len(names))]
        made = {name: norm.replace(id=name) for name, norm in zip(names, read, strict=False)}
        return made if len(read) >= len(some) else None

    # -------------------------------------------------------------------------------------- a sentence comes or goes

    def deleted(self, norm: Norm, last: bool = False) -> Change | None:
        """The sentence of a norm left out, if no other rule names what would be gone, and nothing in the provision is
        said of it."""
        some = self.sentence(norm)
        if any(d.provision == some[0].provision for d in self.whole.disputes):
            return None
        gone = {n.id for n in (*some, *self.copies(some))}
        rest = [n for n in self.whole.norms if n.id not in gone]
        number = some[0].provision
        if not any(n.provision == number for n in rest):
            carried = any(number in n.via for n in rest) or self.copies(some)
            if carried or any(gone & set(named(n)) for n in rest):
                return None
        made = self.ruleset.replace(norms=tuple(n for n in self.ruleset.norms if n.id not in gone))
        return Change(f"{self.place(norm)}: delete", ordered(made, []), len(some[0].text.split()), last)

    def sentences_left_out(self, number: str, gone: set[str]) -> Change:
        """A sentence that carries rules left out."""
        made = self.ruleset.replace(norms=tuple(n for n in self.ruleset.norms if n.id not in gone))
        return Change(f"rule {number}: delete", ordered(made, []), 10)

    def added(self, *sentences: str) -> Change | None:
        """A rule of its own with some sentences."""
        read: list[Norm] = []
        for text in sentences:
            found = reading.norms(self.whole, text, None)
            if found is None:
                return None
            read += [n.replace(id=f"new {len(read) + i}") for i, n in enumerate(found)]
        made = ordered(self.ruleset.replace(norms=(*self.ruleset.norms, *read)), [])
        told = " ".join(sentences)
        return Change(f"add a rule: “{told}”", made, len(told.split()))

    def said(self, norm: Norm) -> str:
        """A norm as a sentence."""
        return norm_sentence(norm, self.words)

    def declared(self, words: str, vocabulary: Vocabulary) -> Change:
        """A declaration changed."""
        return Change(words, self.ruleset.replace(vocabulary=vocabulary), 4)

    def _with(self, made: Mapping[str, Norm]) -> Ruleset:
        """The ruleset with norms in place of those with their ids; the new ones follow, named where the first is."""
        norms = [made.get(n.id, n) for n in self.ruleset.norms]
        known = {n.id for n in norms}
        new = [n for i, n in made.items() if i not in known]
        if new:
            first = new[0].id.partition(" (new ")[0]
            more = tuple(n.id for n in new)
            norms = [*(_also(n, first, more) for n in norms), *new]
        return ordered(self.ruleset.replace(norms=tuple(norms)), [])


def named(norm: Norm) -> tuple[str, ...]:
    """The norms that a norm names."""
    found = (*norm.notwithstanding, *norm.subject_to, *norm.without_prejudice)
    match norm.effect:
        case Disapply(targets):
            return (*found, *targets)
        case Prevail(winners, losers):
            return (*found, *winners, *losers)
        case _:
            return found


def possible(changes: Iterable[Change | None]) -> list[Change]:
    """The changes that can be made, the smallest first, each once."""
    found: dict[str, Change] = {}
    for one in changes:
        if one is not None:
            found.setdefault(one.words, one)
    return sorted(found.values(), key=lambda c: (c.last, c.size))


def _also(norm: Norm, name: str, more: tuple[str, ...]) -> Norm:
    """A norm that names others too where it names one."""

    def also(ids: tuple[str, ...]) -> tuple[str, ...]:
        return (*ids, *more) if name in ids else ids

    fields = {f: also(getattr(norm, f)) for f in ("notwithstanding", "subject_to", "without_prejudice")}
    if isinstance(norm.effect, Disapply):
        return norm.replace(effect=Disapply(also(norm.effect.targets)), **fields)
    return norm.replace(**fields)
