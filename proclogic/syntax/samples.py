"""Example sentences in the words of a vocabulary, for messages."""

from __future__ import annotations

from proclogic.norms.conditions import Happens, Has, Not
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT, Vocabulary

_DECLARED = {
    "actor": ("Actor: State.", "Actor: State Party, plural States Parties, a kind of State."),
    "disjoint": ("Disjoint: State, organization.", "Disjoint: member, student, visitor."),
    "body": ("Body: the Conference, of States Parties.", "Body: working group, a kind of subsidiary body."),
    "meeting": ("Meeting: plenary meeting of the Conference, held by the Conference.", "Meeting: hearing."),
    "officer": ("Officer: the President, of the Conference.", "Officer: the registrar."),
    "object": ("Object: document.", "Object: written statement, a kind of document."),
    "act": ("Act: attend, a body.", "Act: submit, a written statement, to a body."),
    "quality": ("Quality: is in consultative status, of an NGO.", "Quality: young, as an adjective."),
    "status": ("Status: observer status.", "Status: public, as an adjective, of a meeting."),
    "judgement": ("Judgement: relevant, of an organization.", "Judgement: competent, judged by the secretariat."),
    "event": ("Event: object to it, by a State Party.", "Event: apply to the bureau, by the actor."),
    "moment": ("Moment: the session.", "Moment: the opening of the meeting."),
    "matter": ("Matter: procedure.", "Matter: substance."),
    "limit": ("Limit: through a limited number of representatives.", "Limit: without a vote."),
    "unit": ("Unit: word.", "Unit: minute."),
    "ladder": ("Ladder: attend, speak, vote.", "Ladder: receive documents, submit."),
    "input": ("Input: comment on the draft, before adopt the draft.", "Input: hear it, before decide on it."),
}
_HEADERS = {
    "title": ('Title: "Rules of procedure of the Conference".',),
    "source": ('Source: "Rules of procedure", "https://example.org/rules", "DOC/2004/6".',),
    "language": ("Language: 1.",),
    "adopted": ("Adopted: 2004-07-08.",),
    "layer": ("Layer: rules.", "Layer: practice."),
    "certainty": ("Certainty: verbatim.", "Certainty: secondary."),
    "silence": ("Silence: not conferred.", "Silence: unregulated."),
    "canons": ("Canons: higher, specific, later.",),
    "uses": ("Uses: united-nations.",),
}


class Samples:
    """Sentences made of the first fitting words that a vocabulary declares."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        from proclogic.syntax.print_parts import Words

        self.words = Words(vocabulary)
        self.vocabulary = vocabulary

    def actor(self) -> str:
        """A class of actors: "an NGO"."""
        bearer = next((p.of for p in self.vocabulary.predicates if p.sort == ACTOR and p.of), "")
        kinds = [k for k in self.vocabulary.kinds if k.sort == ACTOR]
        kind = next((k for k in kinds if k.id == bearer), None) or next((k for k in kinds if not k.sole), None)
        return self.words.noun(kind.id) if kind else "an NGO"

    def act(self) -> str:
        """An act with what it needs: "attend plenary meetings"."""
        act = next(iter(self.vocabulary.acts), None)
        if act is None:
            return "attend plenary meetings"
        bodies = [k for k in self.vocabulary.kinds if k.sort == BODY] if act.takes_body else []
        body = next((k for k in bodies if not k.sole), None) or next(iter(bodies), None)
        return self.words.act_text(
            act.id,
            self.words.noun(body.id, BODY, True) if body else "",
            self.words.noun(act.object, OBJECT, not act.on) if act.object else "",
        )

    def clauses(self, without: str = "") -> tuple[str, ...]:
        """Up to two conditions in declared words; none on the predicate `without`."""
        said = [p.id for p in self.vocabulary.predicates if p.sort == ACTOR and p.id != without]
        found = [self.words.condition(Has(p)) for p in said[:1]]
        events = [Happens(e.id, e.agents[0]) for e in self.vocabulary.events if e.agents]
        found += [self.words.condition(e) for e in events[:1]]
        found += [self.words.condition(Not(e)) for e in events[-1:]]
        found += [self.words.condition(Has(p)) for p in said[1:2]]
        return (found[0], found[-1]) if len(found) > 1 else tuple(found)

    def status(self) -> tuple[str, str]:
        """A status that an actor has, and how that is said ("has observer status"); empty where none is declared."""
        for p in self.vocabulary.predicates:
            if p.role == "status" and p.sort == ACTOR and p.form == "has":
                return p.id, f"has {p.had}"
        return "", ""

    def agent_clause(self) -> str:
        """A carve-out for the act of somebody named: ", unless the President invites it to speak"; "" for none."""
        for event in self.vocabulary.events:
            for agent in event.agents:
                if agent != ACTOR:
                    return f", unless {self.words.event_clause(Happens(event.id, agent))}"
        return ""

    def duty(self) -> str:
        """A duty: "The secretariat shall circulate its name." """
        for event in self.vocabulary.events:
            for agent in event.agents:
                if agent != ACTOR:
                    return _sentence(f"{self.words.noun(agent)} shall {event.phrase}.")
        return "The secretariat shall circulate its name."

    def of(self, construct: str, word: str = "") -> tuple[str, ...]:
        """Two examples of a construct; `word` is the word that begins a declaration or a header."""
        actor, act, clauses = self.actor(), self.act(), self.clauses()
        first, both = clauses[0] if clauses else "it is relevant", " and ".join(clauses) or "it is relevant"
        match construct:
            case "declaration":
                return _DECLARED.get(word, _DECLARED["actor"])
            case "header":
                return _HEADERS.get(word, ("Ruleset: my-rules.",))
            case "condition":
                unless = self.agent_clause() or f", unless {first}"
                return _sentence(f"{actor} may {act} if {both}."), _sentence(f"{actor} may {act}{unless}.")
            case "question":
                return (f"May {actor} {act}?", f"Who may {act}?")
            case "facts":
                return (first, both) if len(clauses) > 1 else (first,)
            case "decision":
                return (
                    "A matter of procedure is decided by a majority of those present and voting.",
                    "A matter of substance is decided by consensus, failing which by two thirds of all members.",
                )
            case "duty":
                return (self.duty(), _sentence(f"{actor} may {act}."))
            case "beside":
                return ("Layer: practice.", 'Note: "in use since 2010".')
            case "dispute":
                return ('Dispute "late list": "at least 30 days before the session".',)
            case "reading":
                return ('Reading "strict": nothing more.', f'Reading "wide": {_sentence(actor)} may {act}.')
            case "line":
                return (f"Given: {first}.", "Expect: by default; outcome yes.")
            case "asked":
                return (f"Question Q1: May {actor} {act}?",)
            case _:
                status, held = self.status()
                others = self.clauses(status)
                condition = f" if {others[0]}" if others else ""
                said = held or (f"may {act}" if condition or self.agent_clause() else f"may not {act}")
                return (
                    _sentence(f"{actor} may {act}."),
                    _sentence(f"{actor} {said}{condition}{self.agent_clause()}."),
                )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
