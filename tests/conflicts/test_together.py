"""Several rulesets as one text in force at once: whose rule it is, one word for two, and what is told once."""

from __future__ import annotations

from proclogic.answers.options import Options
from proclogic.conflicts.model import Findings
from proclogic.conflicts.together import together
from proclogic.conflicts.whole import conflicts, conflicts_together
from proclogic.norms.mapping import ACT, Mapping, Term, mapping
from proclogic.norms.model import Ruleset
from proclogic.norms.vocabulary import ACTOR
from tests.conflicts.texts import WORDS, blamed, text

GRANT = "1  An NGO may speak in the Committee.\n"
BAN = "1  An NGO may not speak in the Committee.\n"


def ruleset(name: str, provisions: str, words: str = WORDS, header: str = "") -> Ruleset:
    return text(provisions, words, header).replace(id=name)


def both(one: Ruleset, other: Ruleset, between: Mapping | None = None) -> Findings:
    return conflicts_together((one, other), (Options(), Options()), (between,))


def pairs(found: Findings) -> list[tuple[str, tuple[str, ...]]]:
    return blamed(list(found.findings))


def test_a_grant_of_one_meets_a_prohibition_of_the_other_and_each_is_named_with_its_ruleset() -> None:
    found = both(ruleset("court", GRANT), ruleset("host", BAN))
    assert pairs(found) == [("C101", ("court/1", "host/1"))]
    assert found.rulesets == ("court", "host")
    assert [b.ruleset for b in found.findings[0].blamed] == ["court", "host"]
    assert "court/1" in found.findings[0].message


def test_rulesets_that_agree_have_nothing_between_them() -> None:
    assert pairs(both(ruleset("court", GRANT), ruleset("host", "1  A State may attend the Committee.\n"))) == []


def test_what_is_wrong_in_one_of_them_alone_is_told_once() -> None:
    torn = GRANT + "2  An NGO may not speak in the Committee.\n"
    assert pairs(both(ruleset("court", torn), ruleset("host", "1  A State may vote.\n", WORDS + "Act: vote.\n"))) == [
        ("C101", ("court/1", "court/2"))
    ]
    # the same rules in both are one text
    assert pairs(both(ruleset("court", torn), ruleset("host", torn))) == [("C101", ("court/1", "court/2"))]


def test_what_prevails_within_a_ruleset_prevails_there_still() -> None:
    settled = GRANT + "2  Notwithstanding rule 1, an NGO may not speak in closed meetings.\n"
    by_canon = GRANT + "2  An NGO may not speak in closed meetings.\n"
    calm = ruleset("host", "1  A State may attend the Committee.\n")
    assert pairs(both(ruleset("court", settled), calm)) == []
    assert pairs(both(ruleset("court", by_canon, header="Canons: specific."), calm)) == []
    assert pairs(both(ruleset("court", by_canon), calm)) == [("C101", ("court/1", "court/2"))]


def test_the_treaty_of_one_does_not_prevail_over_the_rules_of_the_other() -> None:
    first = ruleset(
        "court", "1  The treaty prevails over the rules.\n2  An NGO may speak in the Committee.\n   Layer: treaty.\n"
    )
    assert [c for c, _ in pairs(both(first, ruleset("host", BAN)))] == ["C108"]


def test_canons_hold_between_rulesets_only_where_all_turn_on_them() -> None:
    closed = "1  An NGO may not speak in closed meetings.\n"
    one, other = (ruleset(name, t, header="Canons: specific.") for name, t in (("court", GRANT), ("host", closed)))
    assert pairs(both(one, other)) == []
    assert [c for c, _ in pairs(both(one, ruleset("host", closed)))] == ["C101"]


def test_disputes_keep_to_their_ruleset() -> None:
    disputed = (
        '1  An expert may attend the Board.\n   Dispute "who": "x".\n'
        '   Reading "a": An NGO may speak in the Committee.\n   Reading "b": nothing more.\n'
    )
    other = '   Dispute "who": "y".\n   Reading "a": nothing more.\n   Reading "b": An expert may speak in the Board.\n'
    found = both(ruleset("court", disputed), ruleset("host", BAN + other))
    (one,) = found.findings
    assert "court/1" in one.where and "host" not in one.where
    chosen = conflicts_together(
        (ruleset("court", disputed), ruleset("host", BAN)), (Options(readings=(("1/who", "b"),)), Options()), (None,)
    )
    assert pairs(chosen) == []


def test_layers_count_as_each_ruleset_has_them() -> None:
    proposal = ruleset("court", GRANT + "2  An NGO may speak in the Board.\n   Layer: opinion.\n")
    joint = together((proposal, ruleset("host", BAN)), (Options(), Options()), (None,)).ruleset
    assert {n.provision for n in joint.norms} == {"court/1", "host/1"}


# ---------------------------------------------------------------------------------------------------------- words

THEIRS = WORDS.replace("Act: speak, in a body.", "Act: talk, in a body.").replace("includes speak", "includes talk")


def test_other_words_do_not_meet_without_a_mapping_and_do_with_one() -> None:
    court = ruleset("court", GRANT)
    host = ruleset("host", "1  An NGO may not talk in the Committee.\n", THEIRS)
    assert pairs(both(court, host)) == []
    pair = (Term(ACT, "speak"), Term(ACT, "talk"), "")
    between = mapping(("court", court.vocabulary), ("host", host.vocabulary), [pair])
    assert pairs(both(court, host, between)) == [("C101", ("court/1", "host/1"))]


def test_a_wider_class_of_the_other_stands_above_ones_own() -> None:
    words = WORDS + "Actor: stakeholder.\nActor: guest.\n"
    court = ruleset("court", "1  An NGO may speak in the Committee.\n", WORDS + "Actor: academy.\n")
    host = ruleset("host", "1  A stakeholder may not speak in the Committee.\n", words)
    wide = [(Term(ACTOR, name), Term(ACTOR, "stakeholder"), "") for name in ("ngo", "academy")]
    between = mapping(("court", court.vocabulary), ("host", host.vocabulary), wide)
    assert [c for c, _ in pairs(both(court, host, between))] == ["C101"]
    assert pairs(both(court, host)) == []


def test_a_word_that_the_mapping_gives_another_meaning_is_two_words() -> None:
    words = WORDS + "Act: talk, in a body.\n"
    court, host = ruleset("court", GRANT, words), ruleset("host", "1  An NGO may not speak in the Committee.\n", words)
    between = mapping(
        ("court", court.vocabulary), ("host", host.vocabulary), [(Term(ACT, "talk"), Term(ACT, "speak"), "")]
    )
    assert pairs(both(court, host, between)) == []


def test_words_that_are_declared_differently_are_one_word_and_it_is_said() -> None:
    words = WORDS + "Actor: academy, a kind of NGO.\n"
    other = WORDS + "Actor: academy, a kind of expert.\n"
    found = both(
        ruleset("court", GRANT, words), ruleset("host", "1  An academy may not speak in the Committee.\n", other)
    )
    assert found.notes == (
        "“academy” is one word, and is declared differently: a kind of ngo (court), a kind of expert (host)",
    )
    assert pairs(found) == [("C101", ("court/1", "host/1"))]


def test_one_ruleset_beside_another_that_says_nothing_of_it_has_its_own_findings() -> None:
    from proclogic.library import load

    ahc, _, _ = load("ahc")
    assert ahc is not None
    alone = conflicts(ahc, codes=("C101", "C108"))
    beside = conflicts_together((ahc, ruleset("host", GRANT.replace("speak", "take part"))), (Options(),) * 2, (None,))
    own = [p for c, p in pairs(beside) if c in ("C101", "C108") and all(x.startswith("ahc/") for x in p)]
    assert own == [tuple(f"ahc/{b.provision}" for b in f.blamed) for f in alone.findings]
