"""From declarations to kinds: actors, bodies, meetings, officers, objects."""

from __future__ import annotations

from proclogic.diagnostics.phrasing import did_you_mean
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Kind, Vocabulary
from proclogic.sources import Span
from proclogic.syntax import english
from proclogic.syntax.declarations import Declaration
from proclogic.syntax.names import key, kinds_by_name
from proclogic.syntax.report import Faults


class Kinds:
    """Resolves the kinds that are declared, and what refers to them."""

    def __init__(self, declared: list[Declaration], used: Vocabulary, faults: Faults) -> None:
        self.declared, self.used, self.faults = declared, used, faults
        self.kinds: list[Kind] = []
        self.names: dict[str, list[Kind]] = {}

    # ---------------------------------------------------------------------------------------------------- lookups

    def find(self, phrase: str, sorts: tuple[str, ...], span: Span, what: str) -> str:
        """The id of a declared kind of one of the sorts, or "" after reporting."""
        found = self.names.get(key(phrase), [])
        for sort in sorts:
            for kind in found:
                if kind.sort == sort:
                    return kind.id
        if found:
            self.faults.add(
                "E204",
                f"“{english.bare(phrase)}” is declared as {a_(found[0].sort)}, and here I need {what}",
                span,
                f"I need {what}",
            )
            return ""
        known = sorted({k.phrase for kinds in self.names.values() for k in kinds if k.sort in sorts})
        heading = {ACTOR: "Actor", BODY: "Body", OBJECT: "Object"}[sorts[0]]
        self.faults.add(
            "E204",
            f"nothing declares “{english.bare(phrase)}”",
            span,
            f"I expected {what}",
            help=(
                *did_you_mean(english.bare(phrase), known),
                f"to declare it, write: {heading}: {english.bare(phrase)}.",
            ),
        )
        return ""

    def found(self, d: Declaration, clause: str, sorts: tuple[str, ...], what: str) -> tuple[str, ...]:
        """The kinds that the clauses of a name refer to."""
        ids = [self.find(c.text, sorts, c.span, what) for c in d.clauses if c.name == clause]
        return tuple(i for i in ids if i)

    # ------------------------------------------------------------------------------------------------------ kinds

    def kind(self, d: Declaration, sort: str, sole: bool = False) -> Kind:
        """A kind without what refers to others."""
        phrase = english.bare(d.phrase)
        first = d.phrase.partition(" ")[0].lower()
        sole = sole or d.has("one_only")
        if first in english.ARTICLES and phrase != d.phrase:
            article = first
        elif sole and d.word != "body":
            article = "the" if d.word == "officer" else ""
        else:
            article = english.article(phrase)
        plural = english.bare(d.one("plural")) or english.plural(phrase)
        also = tuple(english.bare(name) for name in d.texts("also"))
        return Kind(english.norm(phrase), sort, phrase, plural, article, sole=sole, also=also, span=d.span)

    def all_kinds(self) -> list[tuple[Declaration, Kind]]:
        made: list[tuple[Declaration, Kind]] = []
        for d in self.declared:
            match d.word:
                case "actor":
                    made.append((d, self.kind(d, ACTOR)))
                case "officer":
                    made.append((d, self.kind(d, ACTOR, True)))
                case "body":
                    definite = d.phrase.lower().startswith("the ")
                    made.append((d, self.kind(d, BODY, definite)))
                    made.append((d, self.kind(d, ACTOR, True)))
                case "meeting":
                    made.append((d, self.kind(d, BODY)))
                case "object":
                    made.append((d, self.kind(d, OBJECT)))
        return made

    def resolve_kinds(self) -> None:
        made = self.all_kinds()
        self.names = kinds_by_name((*(k for _, k in made), *self.used.kinds))
        for d, kind in made:
            quiet = d.word == "body" and kind.sort == ACTOR  # said once, for the place
            before = len(self.faults.found)
            sorts = (kind.sort,)
            parents = self.found(d, "kind_of", sorts, f"{a_(d.word)}" if d.word != "officer" else "an actor")
            of = members = ""
            match d.word:
                case "body":
                    members = next(iter(self.found(d, "of", (ACTOR,), "the actors that compose the body")), "")
                    of = next(iter(self.found(d, "under", (BODY, ACTOR), "a body")), "")
                case "meeting":
                    held = self.found(d, "held_by", (BODY,), "a body")
                    of = next(iter(held), "")
                    parents = (*parents, *(h for h in held if h not in parents))
                case "officer":
                    of = next(iter(self.found(d, "of", (BODY, ACTOR), "a body")), "")
            if quiet:
                del self.faults.found[before:]
            self.kinds.append(kind.replace(parents=parents, of=of, members=members))
        self.names = kinds_by_name((*self.kinds, *self.used.kinds))


def a_(word: str) -> str:
    """A word with its article: "an actor"."""
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"
