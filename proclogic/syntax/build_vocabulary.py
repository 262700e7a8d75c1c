"""From declarations to a Vocabulary."""

from __future__ import annotations

from proclogic.diagnostics.model import Label
from proclogic.diagnostics.phrasing import did_you_mean
from proclogic.norms.conditions import Decision
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Act, Event, Kind, Predicate, Vocabulary, Word
from proclogic.syntax import english
from proclogic.syntax.build_conditions import decision_of
from proclogic.syntax.build_kinds import Kinds
from proclogic.syntax.build_ladders import inputs, ladders
from proclogic.syntax.declarations import Clause, Declaration
from proclogic.syntax.driver import Node, parse
from proclogic.syntax.names import key
from proclogic.syntax.report import Faults
from proclogic.syntax.tables import table
from proclogic.syntax.tokens import lexicon
from proclogic.syntax.words import words

_GENERIC = {
    "body": BODY,
    "meeting": BODY,
    "actor": ACTOR,
    "anyone": ACTOR,
    "anybody": ACTOR,
    "object": OBJECT,
    "topic": OBJECT,
    "document": OBJECT,
}
_LINKS = frozenset(
    [
        "in",
        "on",
        "at",
        "to",
        "under",
        "of",
        "with",
        "by",
        "for",
        "from",
        "within",
        "on",
        "behalf",
        "during",
        "before",
        "about",
        "against",
        "per",
    ]
)


class _Words(Kinds):
    """Resolves acts, predicates, events and small words."""

    # ------------------------------------------------------------------------------------------------------- acts

    def act(self, d: Declaration) -> Act:
        takes, at, thing, on = False, "", "", ""
        for c in d.clauses:
            if c.name in ("also", "includes"):
                continue
            preposition, noun, sort = self.complement(c)
            if sort == BODY:
                takes, at = True, preposition
            elif sort == OBJECT:
                thing, on = noun, preposition
        return Act(
            english.norm(d.phrase),
            english.bare(d.phrase),
            takes,
            at,
            thing,
            on,
            tuple(english.norm(t) for t in d.texts("includes")),
            tuple(english.bare(t) for t in d.texts("also")),
            d.span,
        )

    def complement(self, c: Clause) -> tuple[str, str, str]:
        """Preposition, kind and sort of a clause such as "in a body" or "a written statement"."""
        words = c.whole.split()
        for k in range(len(words)):
            rest = " ".join(words[k:])
            kinds = {kind.sort: kind.id for kind in self.names.get(key(rest), [])}
            before = " ".join(w.lower() for w in words[:k] if w.lower() not in english.ARTICLES)
            if key(rest) in ("body", "meeting") and BODY not in kinds:
                return before, "", BODY
            if BODY in kinds or OBJECT in kinds:
                sort = OBJECT if OBJECT in kinds else BODY
                return before, kinds[sort], sort
        noun = english.bare(" ".join(words[1:] if words[0].lower() in _LINKS and len(words) > 1 else words))
        self.find(noun, (OBJECT, BODY), c.span, "a body or an object")
        return "", "", ""

    # ------------------------------------------------------------------------------------------------- predicates

    def predicate(self, d: Declaration) -> Predicate:
        phrase, form = d.phrase, "is"
        first, _, rest = phrase.partition(" ")
        if d.has("as_adjective"):
            form = "word"
        elif first.lower() in ("is", "are") and rest:
            phrase = rest
            form = "is" if " " in rest or rest.lower() in _LINKS else "word"
        elif d.has("negative"):
            form = "does"
        elif first.lower() in ("has", "have") and rest:
            phrase, form = rest, "has"
        elif d.word == "status":
            form = "has"
        elif " " not in phrase:
            form = "word"
        article, _, named = phrase.partition(" ")
        article = article.lower() if form == "has" and named and article.lower() in english.ARTICLES else ""
        if form in ("has", "word"):
            phrase = english.bare(phrase)
        kind, sort = "", ACTOR
        for c in d.clauses:
            if c.name == "of":
                kind, sort = self.bearer(c)
        judge = next(iter(self.found(d, "judged_by", (ACTOR,), "an actor who judges")), "")
        also = tuple(_said(t, form) for t in d.texts("also"))
        return Predicate(
            english.norm(phrase), sort, d.word, form, phrase, d.one("negative"), judge, kind, also, article, d.span
        )

    def bearer(self, c: Clause) -> tuple[str, str]:
        """The kind a predicate is said of, and its sort."""
        found = {kind.sort: kind.id for kind in self.names.get(key(c.text), [])}
        generic = _GENERIC.get(key(c.text))
        if not found and generic:
            return "", generic
        for sort in (ACTOR, BODY, OBJECT):
            if sort in found and not (sort == ACTOR and BODY in found and key(c.text) in ("meeting", "body")):
                return found[sort], sort
        self.find(c.text, (ACTOR, BODY, OBJECT), c.span, "an actor, a body or an object")
        return "", ACTOR

    # ----------------------------------------------------------------------------------------------------- events

    def event(self, d: Declaration) -> Event:
        phrase = d.phrase
        agents: list[str] = []
        decision: Decision | None = None
        for c in d.clauses:
            if c.name == "failing" and decision is not None:
                failing = self.decision(c, c.text)
                decision = _failing(decision, failing) if failing else decision
            if c.name != "by":
                continue
            if key(c.text) == "actor":
                agents.append("actor")
                continue
            name = c.text
            for word in ("any one of the ", "any one ", "any ", "one "):
                if name.lower().startswith(word) and key(name) not in self.names:
                    name = name[len(word) :]
            read = None if key(name) in self.names else self.decision(c, c.text, quiet=True)
            if read is not None:
                decision = read
                continue
            agent = self.find(name, (ACTOR,), c.span, "an actor, or how the decision is taken (by consensus)")
            if agent:
                agents.append(agent)
        if not d.has("by") and not agents:
            self.faults.add(
                "E203",
                f"I do not know who can “{phrase}”",
                d.span,
                "this event has no agent",
                help=(
                    f"say who does it: Event: {phrase}, by the actor.",
                    f"or name an actor: Event: {phrase}, by {self._some_agent()}.",
                ),
            )
        matters = {key(w.phrase): w.id for w in self.words(self.declared) + list(self.used.words) if w.sort == "matter"}
        matter = ""
        for c in d.clauses:
            if c.name == "as_matter_of":
                matter = matters.get(key(c.text), "")
                if not matter:
                    self.faults.add(
                        "E204",
                        f"no matter called “{c.text}” is declared",
                        c.span,
                        "I do not know this class of matters",
                        help=(
                            *did_you_mean(c.text, matters),
                            f"to declare it, write: Matter: {c.text}.",
                        ),
                    )
        return Event(
            english.norm(phrase),
            phrase,
            d.one("third") or english.third(phrase),
            d.one("past") or english.past(phrase),
            tuple(dict.fromkeys(agents)),
            matter,
            decision,
            d.texts("also"),
            d.span,
        )

    def _some_agent(self) -> str:
        for kinds in self.names.values():
            for kind in kinds:
                if kind.sort == ACTOR:
                    return f"{kind.article} {kind.phrase}".strip()
        return "a State"

    def decision(self, c: Clause, text: str, quiet: bool = False) -> Decision | None:
        """The decision rule in a clause, or None."""
        base = Vocabulary((*self.kinds, *self.used.kinds))
        tree = parse(table(), lexicon(base, table()), words(text), "decision")
        if isinstance(tree, Node):
            return decision_of(tree)
        if not quiet:
            self.faults.add(
                "E203", f"I do not know the decision “{text}”", c.span, "I expected a majority or consensus"
            )
        return None

    def words(self, declared: list[Declaration]) -> list[Word]:
        """The words of the small classes."""
        made = []
        for d in declared:
            if d.word in ("moment", "matter", "limit", "unit"):
                phrase = d.phrase if d.word == "limit" else english.bare(d.phrase)
                first = d.phrase.partition(" ")[0].lower()
                article = first if first in english.ARTICLES and phrase != d.phrase else ""
                plural = d.one("plural") or (english.plural(phrase) if d.word == "unit" else "")
                made.append(Word(english.norm(phrase), d.word, phrase, plural, article, d.span))
        return made


def vocabulary_of(declared: list[Declaration], used: Vocabulary, faults: Faults) -> Vocabulary:
    """The vocabulary that the declarations of a file give; they may refer to the used one."""
    faults.place = ""
    builder = _Words(declared, used, faults)
    builder.resolve_kinds()
    acts = [builder.act(d) for d in declared if d.word == "act"]
    predicates = [builder.predicate(d) for d in declared if d.word in ("quality", "status", "judgement")]
    events = [builder.event(d) for d in declared if d.word == "event"]
    made = builder.words(declared)
    disjoint = []
    for d in declared:
        if d.word == "disjoint":
            named = [Clause("plain", d.phrase, d.phrase, d.span), *(c for c in d.clauses if c.name == "plain")]
            ids = [builder.find(c.whole, (ACTOR, OBJECT, BODY), c.span, "a declared kind") for c in named]
            disjoint.append(tuple(i for i in ids if i))
    known = {a.id for a in (*acts, *used.acts)}
    for d in declared:
        for c in d.clauses:
            if c.name == "includes" and english.norm(c.text) not in known:
                faults.add(
                    "E204",
                    f"no act called “{c.text}” is declared",
                    c.span,
                    "I do not know this act",
                    help=(
                        *did_you_mean(c.text, [a.phrase for a in (*acts, *used.acts)]),
                        f"to declare it, write: Act: {c.text}.",
                    ),
                )
    result = Vocabulary(
        tuple(builder.kinds),
        tuple(acts),
        tuple(predicates),
        tuple(events),
        tuple(made),
        tuple(disjoint),
        ladders(declared, (*acts, *used.acts), builder.names, used.ladders, faults),
        inputs(declared, (*acts, *used.acts), (*events, *used.events), faults),
    )
    return _without_repeats(result, faults)


def _without_repeats(vocabulary: Vocabulary, faults: Faults) -> Vocabulary:
    """The vocabulary with each name once; the others are reported."""
    kept: dict[str, list[Kind | Act | Predicate | Event | Word]] = {}
    for field in ("kinds", "acts", "predicates", "events", "words"):
        seen: dict[tuple[str, str], Kind | Act | Predicate | Event | Word] = {}
        for entry in getattr(vocabulary, field):
            sort = entry.sort if isinstance(entry, Kind | Word) else ""
            first = seen.setdefault((sort, entry.id), entry)
            if first is not entry and not any(
                d.code == "E202" and d.span == entry.span and d.span.start for d in faults.found
            ):
                faults.add(
                    "E202",
                    f"“{entry.phrase}” is declared twice",
                    entry.span,
                    "the second declaration",
                    labels=(Label(first.span, "the first declaration"),),
                    help=("keep one of them, or give the second another name",),
                )
        kept[field] = list(seen.values())
    return vocabulary.replace(**{field: tuple(entries) for field, entries in kept.items()})


def _failing(decision: Decision, last: Decision) -> Decision:
    if decision.failing is None:
        return decision.replace(failing=last)
    return decision.replace(failing=_failing(decision.failing, last))


def _said(text: str, form: str) -> str:
    first, _, rest = text.partition(" ")
    if form in ("is", "word") and first.lower() in ("is", "are") and rest:
        return rest
    if form == "has" and first.lower() in ("has", "have") and rest:
        return rest
    return text
