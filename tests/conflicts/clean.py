"""Clean rulesets of any number: each kind of rule there is, and nothing that fights, lacks or repeats anything."""

from __future__ import annotations

from random import Random

ACTORS = ("NGO", "expert", "academic institution", "trade union", "State Party")
BODIES = ("the Committee", "the Board", "the Council", "the Assembly")
QUALITIES = ("accredited", "local", "young")
HEAD = """Ruleset: {name}.
Language: 1.
Title: "Rules of a registry".
Actor: State.
Actor: State Party, plural States Parties, a kind of State.
Actor: observer State, a kind of State.
Actor: NGO.
Actor: expert.
Actor: academic institution.
Actor: trade union.
Actor: visitor.
Disjoint: State, NGO, expert, academic institution, trade union, visitor.
Body: the Committee, of States Parties.
Body: the Board, of States Parties.
Body: the Council, of States Parties.
Body: the Assembly, of States Parties.
Officer: the Chair, of the Committee.
Officer: the secretary, of the Committee.
Officer: the convener, of the Board.
Act: attend, a body.
Act: speak, in a body.
Act: vote, in a body.
Quality: accredited, of an actor.
Quality: local, of an actor.
Quality: young, of an actor.
Status: a seat.
Status: a badge.
Event: object to it, by a State Party.
Event: invite it, by the Chair.
Event: warn it, by the Chair, by the secretary.
Event: circulate its name, by the Chair.
Event: print the list, by the secretary.
Event: admit it, by the Committee, by a majority of the States Parties present and voting.
Event: exclude it, by the Board, as a matter of procedure.
Event: publish the list, by the Chair, by the secretary.
Event: list it, by the Committee, by the Council, as a matter of procedure.
Event: hear it, by the Council.
Event: report, by the actor.
Event: comment on the draft, by the actor.
Event: adopt the draft, by the Committee, by two thirds of the States Parties present and voting.
Moment: the session.
Matter: procedure.
Matter: substance.
Unit: word.
Ladder: attend, speak.
Input: comment on the draft, before adopt the draft.
"""
CONDITIONS = (
    "",
    " if the Chair invites it",
    " unless a State Party objects to it",
    " if the Committee admits it",
    " if it is {quality}",
    " if it is not {quality}",
    " unless the Board excludes it",
)


def lines(random: Random) -> list[str]:
    """The provisions of a clean ruleset, without their numbers."""
    found: list[str] = []
    pairs = [(actor, body) for actor in ACTORS for body in BODIES]
    for actor, body in random.sample(pairs, random.randint(2, 7)):
        said = random.choice(CONDITIONS).format(quality=random.choice(QUALITIES))
        found.append(f"{an(actor)} may attend {body}{said}.")
        if random.random() < 0.5:
            more = random.choice([c for c in CONDITIONS if c != said and "quality" not in c])
            joined = " and".join(p for p in (said, more.format(quality="young").replace(" if", "", 1)) if p)
            plain = said if "unless" in said + more or not said or not more else joined
            found.append(f"{an(actor)} may speak in {body}{plain}.")
    found += random.sample(
        [
            "A visitor may not vote.",
            "The Chair shall circulate its name at least 30 days before the session.",
            "The secretary shall print the list within 10 days after the session.",
            "The Chair or the secretary may publish the list.",
            "An NGO shall report at least 30 days before the session.",
            "The Committee may adopt the draft at least 10 days before the session.",
            "An expert may comment on the draft at least 20 days before the session.",
            "The Council shall list it if it is young.",
            "The matter of an expert is referred to the Council if the secretary warns it.",
            "A trade union has a seat if the Committee admits it.",
            "An expert has a badge if it is local.",
            "A decision requires that a majority of the States Parties are present.",
            "A matter of substance is decided by two thirds of the States Parties present and voting.",
        ],
        random.randint(1, 7),
    )
    found.append("A matter of procedure is decided by a majority of the States Parties present and voting.")
    if any("a seat" in one for one in found):
        found.append("A trade union with a seat may vote in the Assembly.")
    random.shuffle(found)
    return found


def an(noun: str) -> str:
    """A noun with its article, at the beginning of a sentence."""
    return f"{'An' if noun[0].lower() in 'aeio' or noun == 'NGO' else 'A'} {noun}"


def text(found: list[str], name: str = "clean", head: str = HEAD) -> str:
    """The text of a ruleset with these provisions, numbered in their order; <<words>> stands for the number of the
    provision with these words."""
    made = head.format(name=name) + "\n" + "".join(f"{i}   {line}\n" for i, line in enumerate(found, 1))
    for i, line in enumerate(found, 1):
        made = made.replace(f"<<{line}>>", str(i))
        if ">>, " in line:  # two that name each other cannot hold each other's words: <<*words>> are its last ones
            made = made.replace(f"<<*{line.partition('>>, ')[2].removesuffix('.')}>>", str(i))
    return made
