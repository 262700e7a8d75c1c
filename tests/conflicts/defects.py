"""Defects to put into clean rulesets, one function for each kind of finding: the provisions with the defect, and those
that are to blame. A kind has several ways to go wrong; which one is drawn."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.conflicts.clean import ACTORS, BODIES, an

Lines = list[str]
Defect = Callable[[Random, Lines], tuple[Lines, set[str]]]


def _placed(random: Random, lines: Lines, *more: str) -> Lines:
    """The provisions with some more, each somewhere."""
    found = list(lines)
    for one in more:
        found.insert(random.randint(0, len(found)), one)
    return found


def _grant(random: Random, lines: Lines) -> tuple[str, str]:
    """A grant of the text, with its subject and what it lets it do, without its conditions."""
    line = random.choice([x for x in lines if " may attend " in x])
    subject, _, rest = line.rstrip(".").partition(" may ")
    for word in (" if ", " unless "):
        rest = rest.partition(word)[0]
    return line, f"{subject} may not {rest}"


def contradiction(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C101: a prohibition of what a rule grants, always or in one case."""
    grant, ban = _grant(random, lines)
    never = "if it is not young" in grant
    ban += random.choice(("", "" if never else " if it is young", " if the secretary warns it")) + "."
    return _placed(random, lines, ban), {grant, ban}


def below(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C108: the same in a higher text."""
    grant, ban = _grant(random, lines)
    ban += ".\n    Layer: treaty."
    return _placed(random, lines, ban), {grant, ban}


def forbidden_duty(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C102: a duty, and a prohibition of it: of the Chair, of those asked about, or of all but another."""
    actor = random.choice(ACTORS)
    duty, ban = random.choice(
        (
            (
                _CIRCULATES,
                f"The Chair may not circulate its name{random.choice(('', ' if it is young', _TEN, _OBJECTION))}.",
            ),
            (f"{an(actor)} shall report.", f"{an(actor)} shall not report{random.choice(('', ' if it is young'))}."),
            (f"The Chair shall publish the list{random.choice(('', _OBJECTION))}.", _MONOPOLY),
        )
    )
    # Nobody else may then have the power, or another duty of the same.
    lines = [x for x in lines if not (x == _POWER and ban == _MONOPOLY) and not (" report" in x and " report" in duty)]
    return _with(random, lines, duty, ban)


def exclusive_duties(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C103: one thing to be done at two times that have no time in common."""
    when = random.choice(("", " if it is accredited", _OBJECTION))
    late = random.choice(("within 10 days after the session", "at most 10 days before the session"))
    actor = random.choice(("A trade union", "A State Party", "An NGO"))
    return _with(
        random,
        lines,
        *random.choice(
            (
                (
                    _CIRCULATES,
                    f"The Chair shall circulate its name {late}{when}.",
                ),
                (
                    "The secretary shall print the list within 10 days after the session.",
                    f"The secretary shall print the list at least 1 week before the session{when}.",
                ),
                (
                    f"{actor} shall report at least 30 days before the session.",
                    f"{actor} shall report {late}{when.replace(_OBJECTION, '')}.",
                ),
            )
        ),
    )


def status_denied(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C104: a status given and denied, or lost."""
    seat, badge = "A trade union has a seat if the Committee admits it.", "An expert has a badge if it is local."
    giving, denying = random.choice(
        (
            (seat, "A trade union has no seat if it is young."),
            (seat, "A trade union has no seat if a State Party objects to it."),
            (seat, "An accredited trade union has no seat."),
            (badge, "An expert has no badge."),
            (badge, "An expert has no badge unless the secretary warns it."),
        )
    )
    return _with(random, lines, giving, denying)


def circle(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C105: sentences on what prevails, two duties, classes deemed, or referrals that turn in a circle."""
    one, other = (x for x in random.sample([x for x in lines if " may attend " in x], 2))
    duty, ban = "the Chair shall circulate its name", "the Chair may not circulate its name"
    return _with(
        random,
        [x for x in lines if x not in (_SUBSTANCE, _CIRCULATES)],
        *random.choice(
            (
                ("The treaty prevails over the rules.", "The rules prevail over the treaty."),
                (f"Rule <<{one}>> prevails over rule <<{other}>>.", f"Rule <<{other}>> prevails over rule <<{one}>>."),
                ("An adviser is deemed to be a delegate.", "A delegate is deemed to be an adviser."),
                (
                    "The matter of an NGO is referred to the Board if the matter has been referred to the Assembly.",
                    "The matter of an NGO is referred to the Assembly if the matter has been referred to the Board.",
                ),
                _turned(duty, ban),
                _turned("a trade union shall report at least 30 days before the session", _REPORTS_LATE),
                _turned("a matter of substance is decided by consensus", _BY_HALF),
            )
        ),
    )


def defined_twice(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C106: two majorities, classes or quorums for one thing, by two rules or by a rule and a declaration."""
    procedure = "A matter of procedure is decided by a majority of the States Parties present and voting."
    found = random.choice(
        (
            (procedure, "A matter of procedure is decided by consensus."),
            (procedure, "A matter of procedure is decided by a majority of the States Parties."),
            (_QUORUM, "A decision requires that one third of the States Parties are present."),
            (_SUBSTANCE, "A matter of substance is decided by three fourths of the States Parties present and voting."),
            ("Whether the Committee admits it is decided by consensus.",),
            ("Whether the Board excludes it is a matter of substance.",),
            (
                "Whether the Council hears it is a matter of procedure.",
                "Whether the Council hears it is a matter of substance.",
            ),
        )
    )
    return _with(random, lines, *found)


def no_calendar(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C107: a time that is over before what it waits for, or one act at two times."""
    actor, body = random.choice(ACTORS), random.choice(BODIES[:3])
    late, early = "within 10 days after the session", f"at least {random.choice((30, 60))} days before the session"
    found = random.choice(
        (
            (f"The Chair shall publish the list {early} if a State Party objects to it {late}.",),
            (f"{an(actor)} may report {early} if the Chair warns it {late}.",),
            (f"{an(actor)} may vote in {body} if the Chair warns it {early} and the Chair warns it {late}.",),
            (f"The Chair shall publish the list {early} if it reports.", f"A visitor shall report {late}."),
        )
    )
    if "if it reports" in found[0]:
        lines = [x for x in lines if " shall report " not in x]
    return _with(random, lines, *found)


def late_input(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C109: comments on the draft after it is adopted."""
    lines = [x for x in lines if " the draft" not in x]
    actor = random.choice(ACTORS)
    modal = random.choice(("may", "shall"))
    decided = f"The Committee {random.choice(('may', 'shall'))} adopt the draft at least 30 days before the session."
    after = f"{an(actor)} {modal} comment on the draft if the Committee adopts the draft."
    late = random.choice(("within 10 days before the session", "within 2 weeks after the session"))
    found = random.choice(((after,), (decided, f"{an(actor)} {modal} comment on the draft {late}.")))
    return _with(random, lines, *found)


def no_power(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G201: a duty of one, and the power with another."""
    when = random.choice(("", " if it is young", _OBJECTION))
    duty, power = random.choice(
        (
            (f"The secretary shall publish the list{when}.", "The Chair may publish the list."),
            (f"The Chair shall warn it{when}.", f"The secretary may warn it{when}."),
            (f"The Committee shall list it{when}.", "The Council may list it."),
        )
    )
    if "list" in duty:
        lines = [x for x in lines if x not in (_POWER, "The Council shall list it if it is young.")]
    return _with(random, lines, duty, power)


def no_majority(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G202: a decision of which no rule gives the majority, whether somebody may take it or rules turn on it."""
    actor, body = random.choice(ACTORS), random.choice(BODIES[:3])
    power = f"The Council may hear it{random.choice(('', ' if it is young', _OBJECTION))}."
    turns = f"{an(actor)} may vote in {body} if the Council hears it."
    excluded = f"{an(actor)} may vote in {body} unless the Board excludes it."
    way = random.choice((0, 1, 2, 3))
    if way < 3:
        return _with(random, lines, *((power,), (turns,), (power, turns))[way])
    lines = [x for x in lines if "matter of procedure" not in x and "list it" not in x]  # now all the Board's have none
    made, _ = _with(random, lines, excluded)
    return made, {x for x in made if "the Board excludes" in x}


def no_precondition(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G203: a right to speak where it may not attend."""
    attending = [x for x in lines if " may attend " in x]
    free = [
        (actor, body)
        for body in BODIES
        for actor in ACTORS
        if actor != "State Party"  # a member is there by what it is
        and any(f"attend {body}" in x for x in attending)
        and not any(x.startswith(f"{an(actor)} may attend {body}") for x in attending)
    ]
    actor, body = random.choice(free)
    speaks = f"{an(actor)} may speak in {body}{random.choice(('', ' if it is accredited', ' if it is not local'))}."
    attends = f"{an(actor)} may attend {body} if it is young."
    banned = f"{an(actor)} may not attend {body}{random.choice(('', ' if it is not young'))}."
    made, guilty = _with(random, lines, speaks)
    way = random.choice((0, 1, 2))
    if way == 1:
        return _placed(random, made, attends), guilty
    return _with(random, made, speaks, banned) if way == 2 else (made, guilty)


def nothing_pending(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G204: a matter is referred to a body, what was given ends, and nothing is said until the body decides."""
    actor, body = random.choice(("academic institution", "State Party", "trade union")), random.choice(BODIES[:3])
    ends, does = random.choice(
        (
            ("unless the secretary warns it", "if the secretary warns it"),
            ("if no State Party objects to it", _OBJECTION.strip()),
            ("unless a State Party objects to it", _OBJECTION.strip()),
        )
    )
    grant = f"{an(actor)} may vote in {body} {ends}."
    refers = f"The matter of {an(actor).lower()} is referred to the Committee {does}.".replace(
        "state party", "State Party"
    )
    again = f"{an(actor)} may vote in {body} if the Committee admits it."
    if random.random() < 0.5:
        whole = f"{grant} {refers} {again}"
        return _with(random, lines, whole)
    made = _placed(random, lines, grant, *random.choice(((), (again,))))
    return _with(random, made, refers)


def torn_class(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """C110: a class deemed to be one that nobody of it can be."""
    one, other = random.sample(("NGO", "expert", "trade union", "visitor"), 2)
    article = "an" if other in ("NGO", "expert") else "a"
    deems = f"{an(one)} is deemed to be {article} {other}."
    return _with(random, lines, deems)


def nothing_follows(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G210: a power to object, after which a right is lost and nothing more is said; or on which nothing turns."""
    lines = [x for x in lines if "objects to it" not in x]
    power = f"A State Party may object to it{random.choice(('', ' if it is young', _TEN))}."
    if random.random() < 0.3:
        return _with(random, lines, power)
    actor, body = random.choice(("academic institution", "trade union", "expert")), random.choice(BODIES[:3])
    ends = random.choice(("unless a State Party objects to it", "if no State Party objects to it"))
    return _with(random, lines, f"{an(actor)} may vote in {body} {ends}.", power)


def no_entry(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G206: a rule carried to another body with a term that nothing stands for there."""
    actor = random.choice(ACTORS)
    rule = f"{an(actor)} may vote in the Committee {random.choice(_CHAIRED)}."
    entry = random.choice(("", ", with the convener for the Chair")) if "secretary" in rule else ""
    carried = f"Rule <<{rule}>> applies, mutatis mutandis, to the Board{entry}."
    made, _ = _with(random, lines, rule)
    return _with(random, made, carried)


def gap(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G205: the header says that silence is unregulated, and the rules speak of some only."""
    return lines, set(lines)


def impossible(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G207: a status that only those have who cannot use it."""
    giving = "An expert has a badge if it is local."
    using = f"An expert with a badge may vote in {random.choice(BODIES)} if it is not local."
    more = [using] if giving in lines else [giving, using]
    return _placed(random, lines, *more), {giving, using}


def without_effect(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G208: a rule that another always defeats, or takes out of application."""
    grant, ban = _grant(random, lines)
    said = grant.partition(" if ")[0].partition(" unless ")[0].removesuffix(".")
    actor = said.partition(" may ")[0]
    by = random.choice(
        (
            f"Notwithstanding rule <<{grant}>>, {ban[0].lower()}{ban[1:]}.",
            f"Rule <<{grant}>> does not apply to {actor}.",
        )
    )
    by = by.replace(f"to {actor}", f"to {actor[0].lower()}{actor[1:]}").replace(", nGO", ", NGO")
    return _placed(random, lines, by), {grant, by}


def repeated(random: Random, lines: Lines) -> tuple[Lines, set[str]]:
    """G209: a rule that says again what another says, of fewer or in as many words."""
    grant, _ = _grant(random, lines)
    plain = " if " not in grant and " unless " not in grant
    again = (
        grant.replace(".", random.choice((" if it is young.", " unless a State Party objects to it.")))
        if plain
        else grant
    )
    return _placed(random, lines, again), {grant, again}


def _with(random: Random, lines: Lines, *blamed: str) -> tuple[Lines, set[str]]:
    """The provisions with those to blame; what stands there already is not written twice."""
    return _placed(random, lines, *(x for x in blamed if x not in lines)), set(blamed)


def _turned(one: str, other: str) -> tuple[str, str]:
    """Two sentences of which each is to prevail over the other; <<*words>> is the provision that ends with them."""
    return f"Notwithstanding rule <<*{other}>>, {one}.", f"Notwithstanding rule <<*{one}>>, {other}."


_OBJECTION = " if a State Party objects to it"
_TEN = " at least 10 days before the session"
_CIRCULATES = "The Chair shall circulate its name at least 30 days before the session."
_MONOPOLY = "Only the secretary may publish the list."
_POWER = "The Chair or the secretary may publish the list."
_REPORTS_LATE = "a trade union shall report within 10 days after the session"
_BY_HALF = "a matter of substance is decided by a majority of the States Parties present and voting"
_QUORUM = "A decision requires that a majority of the States Parties are present."
_SUBSTANCE = "A matter of substance is decided by two thirds of the States Parties present and voting."
_CHAIRED = (
    "if the Chair invites it",
    "unless the secretary warns it",
    "if the Chair invites it and the secretary does not warn it",
)
DEFECTS: dict[str, Defect] = {
    "C101": contradiction,
    "C102": forbidden_duty,
    "C103": exclusive_duties,
    "C104": status_denied,
    "C105": circle,
    "C106": defined_twice,
    "C107": no_calendar,
    "C108": below,
    "C109": late_input,
    "G201": no_power,
    "G202": no_majority,
    "G203": no_precondition,
    "G204": nothing_pending,
    "G210": nothing_follows,
    "C110": torn_class,
    "G205": gap,
    "G206": no_entry,
    "G207": impossible,
    "G208": without_effect,
    "G209": repeated,
}
HEADERS = {
    "C105": "Actor: adviser.\nActor: delegate.\n",
    "G205": "Silence: unregulated.\n",
}  # lines at the top that a defect needs
