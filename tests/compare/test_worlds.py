"""Which cells, cases and worlds a comparison looks at: what was once missed, or was no world at all."""

from __future__ import annotations

from proclogic.answers.options import Options
from proclogic.compare.model import SAME, Comparison, Difference
from proclogic.compare.relation import GRANTED, Apart, relation
from proclogic.compare.whole import compare
from proclogic.engine.cubes import Cube
from proclogic.norms.conditions import ALWAYS, Formula, Happens, Is, Reads
from proclogic.norms.mapping import Term, mapping
from proclogic.norms.model import Dispute, Forbid, Norm, Permit, Provision, Reading, Ruleset
from proclogic.norms.vocabulary import ACTOR, Act, Event, Kind, Vocabulary
from tests.compare.laws import Pair, not_the_mirror, wrong_cells, wrong_witnesses

KINDS = (
    Kind("organization", ACTOR, "organization", "organizations", "an"),
    Kind("ngo", ACTOR, "NGO", "NGOs", "an", ("organization",)),
    Kind("expert ngo", ACTOR, "expert NGO", "expert NGOs", "an", ("ngo",)),
    Kind("igo", ACTOR, "IGO", "IGOs", "an", ("organization",)),
    Kind("president", ACTOR, "President", "Presidents", "the", sole=True, of="conference"),
)
EVENTS = (
    Event("apply", "apply", "applies", "applied", (ACTOR,)),
    Event("register", "register", "registers", "registered", (ACTOR,)),
    Event("invite", "invite it", "invites it", "invited it", ("president",)),
)
WORDS = Vocabulary(KINDS, (Act("vote", "vote"), Act("propose", "propose")), (), EVENTS, (), (("ngo", "igo"),))
NGO, EXPERT, IGO, ORGANIZATION = (Is(ACTOR, k) for k in ("ngo", "expert ngo", "igo", "organization"))
APPLY, REGISTER, INVITE = Happens("apply", ACTOR), Happens("register", ACTOR), Happens("invite", "president")


def ruleset(
    *norms: tuple[str, Formula, Formula, Formula],
    words: Vocabulary = WORDS,
    readings: tuple[str, ...] = (),
    provision: str = "1",
    preferred: str = "",
) -> Ruleset:
    """Grants of acts: to whom, on which condition, in which reading; and organizations may propose."""
    made = [
        Norm(f"{i}", provision, Permit(act), subject, condition, guard, strength="may")
        for i, (act, subject, condition, guard) in enumerate(norms)
    ]
    made.append(Norm("p", "9", Permit("propose"), ORGANIZATION, strength="may"))
    stated = tuple(Reading(n, standing="preferred" if n == preferred else "arguable") for n in readings)
    disputes = (Dispute(provision, provision, "votes", stated),) if readings else ()
    return Ruleset("small", "Small", words, tuple(made), (Provision(provision), Provision("9")), disputes)


def voting(subject: Formula, condition: Formula = ALWAYS) -> tuple[str, Formula, Formula, Formula]:
    """A right to vote."""
    return "vote", subject, condition, ALWAYS


def read(name: str, subject: Formula = NGO, dispute: str = "1") -> tuple[str, Formula, Formula, Formula]:
    """A right to vote in one reading of a dispute."""
    return "vote", subject, ALWAYS, Reads(dispute, name)


def of(found: Comparison, actor: str) -> list[Difference]:
    """What is told of the vote of an actor."""
    return [d for d in found.differences if (d.actor, d.act) == (actor, "vote")]


def whole(first: Ruleset, second: Ruleset) -> Pair:
    """The pair, which must hold in every world and from both sides."""
    pair = Pair(first, second)
    assert [*wrong_cells(pair), *wrong_witnesses(pair)] == []
    assert list(not_the_mirror(pair.comparison, Pair(second, first).comparison)) == []
    return pair


def test_a_kind_that_only_one_side_names_is_compared_though_the_other_grants_to_everybody() -> None:
    first = ruleset(voting(ALWAYS))
    second = ruleset(("propose", Is(ACTOR, "president"), ALWAYS, ALWAYS))
    assert [d.relation for d in of(whole(first, second).comparison, "President")] == ["narrower"]
    assert [d.relation for d in of(whole(second, first).comparison, "President")] == ["wider"]


def test_no_case_has_a_kind_without_the_kind_above_it_that_only_the_other_side_asks_about() -> None:
    found = whole(ruleset(voting(NGO)), ruleset(voting(EXPERT))).comparison
    cases = {d.when: d.relation for d in of(found, "organization")}
    assert cases == {
        (("it is an expert NGO",),): SAME,
        (("it is an NGO", "it is not an expert NGO"),): "narrower",
        (("it is not an NGO",),): SAME,
    }


def test_no_case_has_two_kinds_that_exclude_each_other_of_which_each_side_asks_about_one() -> None:
    found = whole(ruleset(voting(NGO)), ruleset(voting(IGO))).comparison
    assert {d.relation for d in of(found, "organization") if len(d.when[0]) == 1} == {"narrower", "wider"}
    assert not any({"it is an NGO", "it is an IGO"} <= set(cube) for d in found.differences for cube in d.when)


def test_another_step_for_which_the_other_side_has_a_word_is_a_difference() -> None:
    found = whole(ruleset(voting(NGO, APPLY)), ruleset(voting(NGO, REGISTER))).comparison
    assert [d.relation for d in of(found, "NGO")] == ["different"]


def test_steps_for_which_neither_side_has_the_word_of_the_other_are_taken() -> None:
    there = WORDS.replace(events=EVENTS[1:])
    first = ruleset(voting(NGO, APPLY), words=WORDS.replace(events=EVENTS[:1]))
    (one,) = of(compare(first, ruleset(voting(NGO, REGISTER), words=there)), "NGO")
    assert one.relation == SAME
    assert {f.kind for f in one.finer} == {"step added", "step dropped"}


def test_an_act_of_one_name_is_no_act_of_the_other_side_where_the_mapping_says_so() -> None:
    first = ruleset(voting(NGO, INVITE))
    second = ruleset(voting(NGO, INVITE)).replace(id="other")
    invite = Term("event", "invite")
    words = mapping(("small", WORDS), ("other", WORDS), (), [(0, invite, ""), (1, invite, "")])
    assert of(compare(first, second), "NGO") == []
    assert [d.relation for d in of(compare(first, second, mapping=words), "NGO")] == ["different"]


def test_a_dispute_under_another_number_is_the_same_dispute() -> None:
    names = ("narrow", "wide")
    first = ruleset(read("wide"), readings=names)
    second = ruleset(read("wide", dispute="21"), readings=names, provision="21")
    found = compare(first, second, every=True)
    assert all(d.is_same for d in found.differences)


def test_the_third_reading_of_one_side_is_looked_at_from_both_sides() -> None:
    three = ruleset(read("extra"), readings=("narrow", "wide", "extra"))
    two = ruleset(read("wide", IGO), readings=("narrow", "wide"))
    assert [d.relation for d in of(whole(three, two).comparison, "NGO")] == ["narrower"]


def test_readings_in_another_order_with_another_preferred_are_read_alike_in_a_world() -> None:
    first = ruleset(read("wide"), readings=("narrow", "wide"), preferred="narrow")
    second = ruleset(read("wide"), ("vote", NGO, APPLY, ALWAYS), readings=("wide", "narrow"), preferred="wide")
    (one,) = of(whole(first, second).comparison, "NGO")
    (witness,) = one.witnesses
    assert (witness.a, witness.b) == ("no", "yes")
    assert (Reads("1", "wide"), True) not in witness.atoms


def test_verdicts_with_one_best_and_one_lowest_are_different_whatever_lies_between() -> None:
    worlds = [Apart(more, GRANTED, Cube(), Cube(), Cube()) for more in (0, 1)]
    few, more = ("of-right", "not-conferred"), ("of-right", "by-leave", "not-conferred")
    assert relation(worlds, (few, more)) == ("different", False)
    assert relation(worlds, (more, few)) == ("different", False)
    assert relation(worlds, (more, ("of-right", "by-leave"))) == ("wider", False)


def test_a_world_tells_the_reading_on_which_it_depends_what_a_side_says() -> None:
    first = ruleset(read("wide"), readings=("narrow", "wide"))
    ban = Norm("ban", "1", Forbid("vote"), NGO, strength="may not")
    found = whole(first, first.replace(norms=(*first.norms, ban)))
    shown = {(w.a, w.b): w.atoms for d in of(found.comparison, "NGO") for w in d.witnesses}
    assert shown == {
        ("yes", "forbidden"): ((Reads("1", "narrow"), False),),
        ("no", "forbidden"): ((Reads("1", "narrow"), True),),
    }


def test_a_side_that_is_read_in_one_way_does_not_settle_the_other() -> None:
    one = ruleset(read("wide"), readings=("narrow", "wide"))
    taken = Options(readings=(("1", "wide"),)), Options()
    (found,) = of(compare(one, one, taken), "NGO")
    assert (found.a.verdicts, found.b.verdicts) == (("of-right",), ("of-right", "not-conferred"))
    assert found.relation == "narrower"
