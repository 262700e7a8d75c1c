"""Several rulesets as one text in force at once.

Each provision is named by its ruleset: untoc-cop/17(2). Words that two of them have are one word, and a mapping says
which others are: one for one they are one word, a wider class or act stands above the narrower ones. The words of rules
on which prevails, and the canons of each ruleset, hold among its own rules: between two rulesets nothing prevails,
unless both turn on the same canons. A rule that two of them have word for word is one rule, with the name of the first.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from collections.abc import Sequence

from proclogic.answers.options import Options
from proclogic.conflicts.words import combined
from proclogic.norms.conditions import Keeps, Reads
from proclogic.norms.formulas import atoms
from proclogic.norms.mapping import ACT, NARROWER, SAME, WIDER, Mapping, Term, declared
from proclogic.norms.model import LAYERS, Disapply, Norm, Prevail, Ruleset
from proclogic.norms.order import ordered
from proclogic.norms.renaming import Renaming
from proclogic.norms.vocabulary import SORTS, Vocabulary
from proclogic.values import Value, unique


class Together(Value):
    """Rulesets as one: `ruleset` has the norms and words of all, `options` what was said of each; `notes` say what
    their words have not in common though they are one word, and which could not be put together."""

    ruleset: Ruleset
    options: Options
    notes: tuple[str, ...]


def together(rulesets: Sequence[Ruleset], options: Sequence[Options], mappings: Sequence[Mapping | None]) -> Together:
    """The rulesets as one. `mappings` are from the first to each of the others, None for the words they share."""
    first, notes = rulesets[0], list[str]()
    parts = [_Part(first, options[0], None, notes)]
    parts += [_Part(r, o, m, notes) for r, o, m in zip(rulesets[1:], options[1:], mappings, strict=True)]
    vocabulary = parts[0].vocabulary
    for before, part in zip(rulesets, parts[1:], strict=False):
        vocabulary = combined(vocabulary, part.vocabulary, (before.id, part.ruleset.id), notes)
    vocabulary = _with_wider(vocabulary, [pair for part in parts for pair in part.above])
    known: dict[object, str] = {}
    same: dict[str, str] = {}
    for part in parts:
        for norm in part.norms:
            same[norm.id] = known.setdefault(_words(norm), norm.id)
    norms = [_referring(n, same) for part in parts for n in part.norms if same[n.id] == n.id]
    whole = first.replace(
        id=" + ".join(r.id for r in rulesets),
        title=" + ".join(r.title for r in rulesets),
        vocabulary=vocabulary,
        norms=tuple(norms),
        provisions=tuple(p for part in parts for p in part.provisions),
        disputes=tuple(d for part in parts for d in part.disputes),
        brackets=tuple(b for part in parts for b in part.brackets),
        silence="not conferred" if all(r.silence == "not conferred" for r in rulesets) else "unregulated",
        canons=tuple(c for c in first.canons if all(c in r.canons for r in rulesets)),
        beneath=tuple(x for x in LAYERS if any(x in part.layers for part in parts)),
        unentered=tuple(u for part in parts for u in part.unentered),
        amends="",
        amendments=(),
        above=(),
        resolved=(),
        fallen=(),
        overlaid=(),
        unamended=None,
    )
    chosen = options[0].replace(
        layers=whole.beneath, readings=tuple((f"{p.ruleset.id}/{d}", r) for p in parts for d, r in p.options.readings)
    )
    return Together(ordered(whole, []), chosen, unique(notes))


class _Part:
    """A ruleset with its own names before its provisions, in the words of the first."""

    def __init__(self, whole: Ruleset, options: Options, mapping: Mapping | None, notes: list[str]) -> None:
        self.options = options
        self.layers = options.on(whole).layers
        self.ruleset = ruleset = whole.counting(self.layers)
        words, self.above = _renamed(ruleset, mapping, notes)
        self.renaming = Renaming(
            ruleset.vocabulary,
            words,
            {d.id: self._name(d.id) for d in ruleset.disputes},
            {b.id: self._name(b.id) for b in ruleset.brackets},
        )
        self.vocabulary = self.renaming.vocabulary()
        counted = [n for n in ruleset.norms if n.layer in self.layers]
        by_layer = {layer: tuple(n.id for n in counted if n.layer == layer) for layer in LAYERS}
        self.norms = [self._norm(n, by_layer) for n in counted]
        self.provisions = [p.replace(number=self._name(p.number)) for p in ruleset.provisions]
        self.disputes = [d.replace(id=self._name(d.id), provision=self._name(d.provision)) for d in ruleset.disputes]
        self.brackets = [b.replace(id=self._name(b.id), provision=self._name(b.provision)) for b in ruleset.brackets]
        self.unentered = [
            u.replace(provision=self._name(u.provision), where=tuple(map(self._name, u.where)))
            for u in ruleset.unentered
        ]

    def _name(self, name: str) -> str:
        return f"{self.ruleset.id}/{name}"

    def _norm(self, norm: Norm, by_layer: Named[str, tuple[str, ...]]) -> Norm:
        """A norm under its new name. What it prevails over by a canon it now prevails over in words."""
        effect = norm.effect
        if isinstance(effect, Disapply):
            effect = Disapply(tuple(map(self._name, effect.targets)))
        elif isinstance(effect, Prevail):
            sides = (effect.winners, effect.losers)
            named = [tuple(self._name(i) for x in side for i in by_layer.get(x, (x,))) for side in sides]
            effect = Prevail(named[0], named[1])
        by_canon = tuple(loser for loser, _ in norm.by_canon)
        return self.renaming.norm(norm).replace(
            id=self._name(norm.id),
            provision=self._name(norm.provision),
            via=tuple(map(self._name, norm.via)),
            effect=self.renaming.effect(effect),
            notwithstanding=unique(map(self._name, (*norm.notwithstanding, *by_canon))),
            subject_to=tuple(map(self._name, norm.subject_to)),
            without_prejudice=tuple(map(self._name, norm.without_prejudice)),
            prevails=(),
            by_canon=(),
        )


def _words(norm: Norm) -> object:
    """What makes two norms one rule: all that they say. A norm of a dispute or a bracket is one of its own text."""
    if any(isinstance(a, Reads | Keeps) for f in (norm.guard, norm.condition) for a in atoms(f)) or norm.via:
        return norm.id
    prior = norm.notwithstanding, norm.subject_to, norm.without_prejudice
    if any(prior) or isinstance(norm.effect, Disapply | Prevail):
        return norm.id
    return norm.effect, norm.subject, norm.condition, norm.guard, norm.strength, norm.limits, norm.layer, norm.monopoly


def _referring(norm: Norm, same: Named[str, str]) -> Norm:
    """A norm that names others by the names that these are left with."""
    changed = {
        field: unique(same.get(i, i) for i in getattr(norm, field))
        for field in ("notwithstanding", "subject_to", "without_prejudice")
    }
    effect = norm.effect
    if isinstance(effect, Disapply):
        effect = Disapply(unique(same.get(i, i) for i in effect.targets))
    elif isinstance(effect, Prevail):
        sides = [unique(same.get(i, i) for i in side) for side in (effect.winners, effect.losers)]
        effect = Prevail(sides[0], sides[1])
    return norm.replace(effect=effect, **changed)


def _renamed(
    ruleset: Ruleset, mapping: Mapping | None, notes: list[str]
) -> tuple[dict[Term, str], list[tuple[Term, Term]]]:
    """The new names of the words of a ruleset beside the first one, and pairs of words of which the first is above the
    second, by their new names."""
    if mapping is None:
        return {}, []
    words = {pair.second: pair.first.id for pair in mapping.counterparts if pair.relation == SAME}
    here = declared(mapping.here)
    for term in declared(ruleset.vocabulary):
        if term in here and term not in words:  # one name, two meanings
            words[term] = f"{term.id} of {ruleset.id}"
    above: list[tuple[Term, Term]] = []
    for pair in mapping.counterparts:
        theirs = pair.second.replace(id=words.get(pair.second, pair.second.id))
        if pair.relation in (WIDER, NARROWER) and pair.first.sort in (*SORTS, ACT):
            above.append((theirs, pair.first) if pair.relation == WIDER else (pair.first, theirs))
        elif pair.relation != SAME:
            notes.append(
                f"“{pair.first.id}” of {mapping.first} and “{pair.second.id}” of {ruleset.id} stand for each other in "
                "part: here they are two words"
            )
    return words, above


def _with_wider(vocabulary: Vocabulary, above: Sequence[tuple[Term, Term]]) -> Vocabulary:
    """The vocabulary with the narrower words of one ruleset below the wider ones of another."""
    higher: dict[Term, list[str]] = {}
    lower: dict[Term, list[str]] = {}
    for high, low in above:
        higher.setdefault(low, []).append(high.id)
        lower.setdefault(high, []).append(low.id)
    return vocabulary.replace(
        kinds=tuple(
            k.replace(parents=unique((*k.parents, *higher.get(Term(k.sort, k.id), ())))) for k in vocabulary.kinds
        ),
        acts=tuple(a.replace(includes=unique((*a.includes, *lower.get(Term(ACT, a.id), ())))) for a in vocabulary.acts),
    )
