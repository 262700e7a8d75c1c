"""Short rulesets for tests: a head that declares the usual words, and a way to ask."""

from __future__ import annotations

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.compiled import ruleset as compiled
from proclogic.norms.model import Ruleset
from proclogic.sources import Source
from proclogic.syntax.parse import parse_facts, parse_question

HEAD = """Ruleset: court.
Language: 1.
Title: "Rules of a registry".
{header}
Actor: State.
Actor: State Party, plural States Parties, a kind of State.
Actor: NGO.
Disjoint: State, NGO.
Body: the Committee, of States.
Body: the Board.
Officer: the Chair, of the Committee.
Act: attend, a body.
"""


def rules(words: str, provisions: str, header: str = "") -> Ruleset:
    """The ruleset with these further declarations and provisions."""
    text = HEAD.format(header=header) + words + "\n" + provisions
    made, found, _ = compiled([Source("court.rules", text)], {}, "court")
    assert made is not None, [d.message for d in found]
    return made


def ask(ruleset: Ruleset, text: str, given: str = "", options: Options | None = None) -> Answer:
    """The answer to a question, with further facts."""
    question, faults = parse_question(text, ruleset.vocabulary)
    assert question is not None and not any(d.is_error for d in faults), faults
    if given:
        facts, faults = parse_facts(given, ruleset.vocabulary)
        assert not faults, faults
        question = question.replace(facts=(*question.facts, *facts))
    return answer(ruleset, question, options or Options())
