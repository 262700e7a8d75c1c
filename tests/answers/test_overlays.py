"""What an overlay changes in an answer: of which layer it is, who proposes it, what stands where it does not count."""

from __future__ import annotations

import json

import pytest

from proclogic.answers.ask import answer
from proclogic.answers.model import Answer
from proclogic.answers.options import Options
from proclogic.compiled import ruleset as compiled
from proclogic.norms.model import Ruleset
from proclogic.norms.resolving import Clash, UnknownChoice, resolve_all
from proclogic.papers import write
from proclogic.reference.verdicts import decide
from proclogic.sources import Source
from proclogic.syntax.parse import parse_question

BASE = """Ruleset: council.
Language: 1.
Title: "Rules of the Council".
Certainty: secondary.
Actor: Member State.
Actor: NGO.
Disjoint: Member State, NGO.
Body: the Council, of Member States.
Officer: the Chair, of the Council.
Actor: the secretariat, one only.
Object: paper.
Unit: word.
Act: attend, a body.
Act: speak, in a body.
Act: submit, a paper, to a body.
Act: receive, a paper.
Act: vote, in a body.
Event: meet in private, by the Council, past met in private.
Event: invite it to speak, by the Chair.
Event: circulate its name, by the secretariat.
Moment: the session.

6   An NGO may attend the Council, unless the Council meets in private.
7   An NGO may speak in the Council if the Chair invites it to speak.
8   An NGO:
    (a) may receive papers; and
    [(b) may submit papers to the Council, of at most 500 words | by: EU; supported by: Chile].
9   The secretariat shall circulate its name at least 30 days before the session.
10  An NGO may not vote in the Council.
11  A Member State may attend, speak and vote in the Council.
"""
HEAD = (
    'Ruleset: reform.\nLanguage: 1.\nTitle: "Reform".\nCertainty: verbatim.\nAmends: council.\n'
    "Proposed by: Friends of the Sea.\n"
)
REFORM = HEAD + (
    "Replace 6 with: An NGO may attend the Council.\n"
    "Insert 7 bis after 7: An NGO may vote in the Council if the Chair invites it to speak.\n"
    "    Proposed by: Greenland.\n"
    "Delete 9.\nDelete 10.\n"
    'In 7, delete "if the Chair invites it to speak".\n'
    'In 8, replace "500" with "900".\n'
)
USUAL: tuple[str, ...] = ()
ADOPTED = ("treaty", "rules")


def made(*texts: str) -> Ruleset:
    """The ruleset of the last text; each text rests on those before it."""
    bases = {t.partition("Ruleset: ")[2].partition(".")[0]: [Source(f"{n}.rules", t)] for n, t in enumerate(texts)}
    *_, last = bases.values()
    found, faults, _ = compiled(last, {}, "", bases)
    assert found is not None, [(d.code, d.message) for d in faults]
    return found


def ask(ruleset: Ruleset, text: str, layers: tuple[str, ...] = USUAL) -> Answer:
    question, faults = parse_question(text, ruleset.vocabulary)
    assert question is not None, faults
    return answer(ruleset, question, Options(layers=layers))


def cited(found: Answer) -> dict[str, tuple[str, str, str]]:
    return {c.provision: (c.layer, c.certainty, c.source) for c in found.cited}


def amended(found: Answer) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(a.kind, a.provision, a.proposers) for a in found.amendments]


def test_changed_words_are_a_proposal_no_surer_than_either_text_and_of_both_sources() -> None:
    found = ask(made(BASE, REFORM), "May an NGO speak in the Council?")
    assert found.verdict == "of-right"
    assert cited(found)["7"] == ("proposal", "secondary", "Reform, amending Rules of the Council")
    assert amended(found) == [("change", "7", ("Friends of the Sea",))]
    unsure = ask(made(BASE, REFORM.replace("Certainty: verbatim.\n", "")), "May an NGO speak in the Council?")
    assert cited(unsure)["7"][1] == "not stated"


def test_an_overlay_is_a_proposal_unless_its_header_says_what_it_is() -> None:
    assert made(BASE, REFORM.replace("Proposed by: Friends of the Sea.\n", "")).layer == "proposal"
    assert made(BASE, REFORM.replace("Amends:", "Layer: rules.\nAmends:")).layer == "rules"
    assert made(BASE, 'Ruleset: own.\nLanguage: 1.\nTitle: "Own".\nExtends: council.\n').layer == "rules"


@pytest.mark.parametrize("form", ["text", "plain", "md", "json"])
def test_every_format_names_the_overlay_and_who_proposed_it(form: str) -> None:
    ruleset = made(BASE, REFORM)
    for question, who in (
        ("May an NGO speak in the Council?", "Friends of the Sea"),
        ("May an NGO vote in the Council?", "Greenland"),
    ):
        told = " ".join(write.answers((ask(ruleset, question),), form).split())
        assert who in told and "reform" in told


def test_json_says_of_each_provision_by_whom_it_was_amended() -> None:
    data = json.loads(write.answers((ask(made(BASE, REFORM), "May an NGO speak in the Council?"),), "json"))
    (rule,) = data["cited"]
    assert (rule["amended_by"], rule["proposers"]) == (["reform"], ["Friends of the Sea"])
    assert data["amendments"][0]["before"] == "if the Chair invites it to speak"


def test_a_deleted_rule_that_bore_on_the_question_is_named() -> None:
    text = HEAD + "Delete 10.\nDelete 9.\n"
    ruleset = made(BASE, text)
    assert amended(ask(ruleset, "May an NGO vote in the Council?")) == [("delete", "10", ("Friends of the Sea",))]
    assert amended(ask(ruleset, "May a Member State vote in the Council?")) == []
    assert amended(ask(ruleset, "Must the secretariat circulate its name?")) == [
        ("delete", "9", ("Friends of the Sea",))
    ]
    assert amended(ask(ruleset, "Who may vote in the Council?")) == [("delete", "10", ("Friends of the Sea",))]


def test_where_the_layer_of_an_overlay_does_not_count_the_base_text_stands() -> None:
    ruleset = made(BASE, REFORM)
    council = made(BASE)
    for question in (
        "May an NGO attend the Council?",
        "May an NGO speak in the Council?",
        "May an NGO vote in the Council?",
        "May an NGO submit papers to the Council?",
        "Must the secretariat circulate its name?",
    ):
        found, plain = ask(ruleset, question, ADOPTED), ask(council, question, ADOPTED)
        assert (found.verdict, found.outcome, found.grounds) == (plain.verdict, plain.outcome, plain.grounds)
        assert found.amendments == ()
        assert {c.layer for c in found.cited} == {"rules"}
        assert "without the amendments (proposal)" in found.examined[0]
    (beside,) = ask(ruleset, "May an NGO attend the Council?", ADOPTED).beside
    assert (beside.layer, beside.verdict, beside.rules) == ("proposal", "of-right", ("6",))
    (beside,) = ask(made(BASE, HEAD + "Delete 10.\n"), "May an NGO vote in the Council?", ADOPTED).beside
    assert (beside.layer, beside.verdict, beside.rules) == ("proposal", "not-conferred", ("10",))


def test_an_overlay_of_an_overlay_counts_with_the_layers_of_both() -> None:
    second = 'Ruleset: second.\nLanguage: 1.\nTitle: "Second".\nAmends: reform.\nLayer: hypothetical.\nDelete 6.\n'
    ruleset = made(BASE, REFORM, second)
    asked = "May an NGO attend the Council?"
    attend = {
        layers: ask(ruleset, asked, layers).verdict
        for layers in (USUAL, ADOPTED, (*ADOPTED, "proposal"), (*ADOPTED, "hypothetical"))
    }
    assert attend[ADOPTED] == attend[(*ADOPTED, "hypothetical")] == "by-default"
    assert attend[(*ADOPTED, "proposal")] == "of-right"
    assert attend[USUAL] == "not-conferred"
    assert ("delete", "6", ()) in amended(ask(ruleset, asked))


def test_what_an_overlay_adds_and_rests_on_its_amendments_goes_with_them() -> None:
    ruleset = made(BASE, REFORM + "12  Notwithstanding rule 7 bis, an NGO may not vote in the Council.\n")
    assert ask(ruleset, "May an NGO vote in the Council?", ADOPTED).grounds == ("10",)


@pytest.mark.parametrize("layers", [USUAL, ADOPTED, ("rules", "proposal"), ("proposal",)])
def test_both_roads_agree_on_an_overlay_whatever_counts(layers: tuple[str, ...]) -> None:
    ruleset = made(BASE, REFORM)
    for act in ("attend the Council", "speak in the Council", "vote in the Council", "submit papers to the Council"):
        for who in ("an NGO", "a Member State"):
            question, _ = parse_question(f"May {who} {act}?", ruleset.vocabulary)
            assert question is not None
            found, other = answer(ruleset, question, Options(layers=layers)), decide(ruleset, question, layers=layers)
            assert (found.verdict, found.outcome) == (other.verdict, other.outcome), (who, act)


def test_a_bracket_whose_words_are_amended_is_no_more_that_of_its_proposer() -> None:
    ruleset = made(BASE, REFORM)
    (bracket,) = ruleset.brackets
    one = bracket.alternatives[0]
    assert (one.proposers, one.supporters, one.amends) == (("Friends of the Sea",), (), ("EU",))
    with pytest.raises(UnknownChoice):
        resolve_all(made(BASE, REFORM).replace(unamended=None), ["8: EU"])
    chosen = resolve_all(ruleset, ["8: EU"])  # it is a choice in the text without the amendments
    assert ask(chosen, "May an NGO submit papers to the Council?", ADOPTED).verdict == "of-right"
    told = write.answers((ask(ruleset, "May an NGO submit papers to the Council?"),), "plain")
    assert "(Friends of the Sea; amending the text of EU)" in told


def test_choices_that_contradict_each_other_only_in_a_text_that_does_not_count_can_be_made() -> None:
    base = BASE + (
        "13  An NGO [may | by: EU][may not | by: India] receive papers.\n"
        "14  An NGO may speak in the Council [if the Chair invites it to speak | by: India].\n"
    )
    ruleset = made(base, HEAD + "Delete 13.\n")
    chosen = resolve_all(ruleset, ["EU", "India"])
    assert ask(chosen, "May an NGO submit papers to the Council?").verdict == "of-right"
    with pytest.raises(Clash):
        resolve_all(ruleset, ["EU", "India"], ADOPTED)


def test_what_falls_away_by_a_choice_is_told_of_the_text_that_counts() -> None:
    ruleset = made(BASE, HEAD + "Delete 8.\n")
    asked = "May an NGO submit papers to the Council?"
    assert ask(resolve_all(ruleset, ["agreed"]), asked).fallen == ()
    chosen = resolve_all(ruleset, ["agreed"], ADOPTED)
    assert [provision for _, provision in ask(chosen, asked, ADOPTED).fallen] == ["8(b)"]


def test_an_amended_rule_on_how_a_body_decides_is_named_with_the_power() -> None:
    base = BASE.replace(
        "Moment:", "Matter: procedure.\nEvent: admit it, by the Council, as a matter of procedure.\nMoment:"
    ) + (
        "13  The Council may admit it.\n"
        "14  A matter of procedure is decided by a majority of the Member States present and voting.\n"
    )
    ruleset = made(base, HEAD + 'In 14, replace "a majority" with "two thirds".\n')
    found = ask(ruleset, "May the Council admit it?")
    assert "14" in found.grounds
    assert amended(found) == [("change", "14", ("Friends of the Sea",))]


def test_an_item_that_is_not_amended_stays_as_it_was() -> None:
    found = {p.number: (p.layer, p.proposers) for p in made(BASE, REFORM).provisions}
    assert found["8(a)"] == ("rules", ())
    assert found["8(b)"] == ("proposal", ("Friends of the Sea",))
    other = {p.number: p.layer for p in made(BASE, HEAD + "Replace 8(a) with: may vote in the Council.\n").provisions}
    assert (other["8(a)"], other["8(b)"]) == ("proposal", "rules")
    head = {p.number: p.layer for p in made(BASE, HEAD + 'In 8, replace "An NGO" with "A Member State".\n').provisions}
    assert head["8(a)"] == head["8(b)"] == "proposal"


def test_what_a_ruleset_adapts_to_its_own_use_is_no_amendment_in_an_answer() -> None:
    head = 'Ruleset: own.\nLanguage: 1.\nTitle: "Own".\nCertainty: verbatim.\nExtends: council.\n'
    own = made(BASE, head + 'In 7, delete "if the Chair invites it to speak".\n')
    found = ask(own, "May an NGO speak in the Council?")
    assert (found.verdict, found.amendments) == ("of-right", ())
    assert cited(found)["7"] == ("rules", "secondary", "Own, amending Rules of the Council")


BOUND = 'Ruleset: own.\nLanguage: 1.\nTitle: "Own".\nBound by: council as C.\nCanons: higher.\n'


@pytest.mark.parametrize(
    ("rule", "question", "verdict", "prevailing"),
    [
        ("1  An NGO may vote in the Council.\n", "May an NGO vote in the Council?", "prohibited", "C(10)"),
        (
            "1  A Member State may not vote in the Council.\n",
            "May a Member State vote in the Council?",
            "of-right",
            "C(11)",
        ),
    ],
)
def test_a_rule_that_gives_way_by_a_canon_is_named_with_the_canon(
    rule: str, question: str, verdict: str, prevailing: str
) -> None:
    found = ask(made(BASE, BOUND + rule), question)
    assert found.verdict == verdict
    assert [(g.rule, g.to, g.canon) for g in found.gave_way] == [("1", prevailing, "higher")]
    told = write.answers((found,), "plain")
    assert f"rule 1 says the contrary, and gives way to {prevailing}: the higher text prevails" in told


def test_where_no_canon_decides_nothing_gives_way() -> None:
    ruleset = made(BASE, BOUND + "1  An NGO may not vote in the Council.\n")
    assert ask(ruleset, "May an NGO vote in the Council?").gave_way == ()


def test_how_a_body_decides_is_said_where_the_base_declares_it_whatever_an_overlay_adds() -> None:
    words = "Event: let it in, by the Council, by a majority of the Member States present and voting.\n"
    base = (
        BASE.replace("\n6   An NGO", f"{words}\n6   An NGO", 1)
        + "12  An NGO may reply in the Council if the Council lets it in.\n"
    )
    base = base.replace("\n6   An NGO", "Act: reply, in a body.\n\n6   An NGO", 1)
    overlay = HEAD + "Delete 10.\n"
    for layers in (USUAL, ADOPTED):
        (gate,) = ask(made(base, overlay), "May an NGO reply in the Council?", layers).gates
        assert [(d.layer, d.counts) for d in gate.acts[0].decided] == [("rules", True)]
