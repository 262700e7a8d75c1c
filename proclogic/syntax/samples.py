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

    def clauses(self) -> tuple[str, str]:
        """Two conditions."""
        found = [self.words.condition(Has(p.id)) for p in self.vocabulary.predicates if p.sort == ACTOR][:1]
        events = [Happens(e.id, e.agents[0]) for e in self.vocabulary.events if e.agents]
        found += [self.words.condition(e) for e in events[:1]]
        found += [self.words.condition(Not(e)) for e in events[-1:]]
        found += ["it is relevant", "no State objects to it"][: 2 - len(found)] if len(found) < 2 else []
        return found[0], found[-1]

    def status(self) -> str:
        """What is said of one with a status: "has observer status"."""
        for p in self.vocabulary.predicates:
            if p.role == "status" and p.sort == ACTOR and p.form == "has":
                return f"has {p.phrase}"
        return "has observer status"

    def agent_clause(self) -> str:
        """An event of somebody named: "the Conference decides otherwise on it"."""
        for event in self.vocabulary.events:
            for agent in event.agents:
                if agent != ACTOR:
                    return self.words.event_clause(Happens(event.id, agent))
        return "the Conference decides otherwise on it"

    def duty(self) -> str:
        """A duty: "The secretariat shall circulate its name." """
        for event in self.vocabulary.events:
            for agent in event.agents:
                if agent != ACTOR:
                    return _sentence(f"{self.words.noun(agent)} shall {event.phrase}.")
        return "The secretariat shall circulate its name."

    def of(self, construct: str, word: str = "") -> tuple[str, ...]:
        """Two examples of a construct; `word` is the word that begins a declaration or a header."""
        actor, act, (first, second) = self.actor(), self.act(), self.clauses()
        match construct:
            case "declaration":
                return _DECLARED.get(word, _DECLARED["actor"])
            case "header":
                return _HEADERS.get(word, ("Ruleset: my-rules.",))
            case "condition":
                return (
                    _sentence(f"{actor} may {act} if {first} and {second}."),
                    _sentence(f"{actor} may {act}, unless {self.agent_clause()}."),
                )
            case "question":
                return (f"May {actor} {act}?", f"Who may {act}?")
            case "facts":
                return (first, f"{first} and {second}")
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
                return ('Reading "strict": nothing more.', f'Reading "wide": {_sentence(actor)} {self.status()}.')
            case "line":
                return (f"Given: {first}.", "Expect: by default; outcome yes.")
            case "asked":
                return (f"Question Q1: May {actor} {act}?",)
            case _:
                return (
                    _sentence(f"{actor} may {act}."),
                    _sentence(f"{actor} {self.status()} if {first}, unless {self.agent_clause()}."),
                )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
