"""Files become rulesets: heads, provenance, readings, references."""

from __future__ import annotations

import pytest

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import Has, Reads
from proclogic.norms.from_syntax import lower, merged
from proclogic.norms.model import Acceptance, Permit, Reading, SourceNote
from proclogic.norms.vocabulary import ACTOR, BODY, Vocabulary
from proclogic.syntax.tree import Beside, Clause, Document, Excluded, Header, Item, Prevails, ReadingLine, RuleRef
from tests.norms.samples import (
    OBSERVER,
    VOCABULARY,
    act,
    body,
    codes,
    does,
    items,
    kind,
    lowered,
    norms_of,
    np,
    ref,
    rule,
    says,
)

ATTEND = does("may", act("attend", body("plenary meeting")))
PLAIN = says(np("ngo"), ATTEND)


def test_the_head_of_a_file_is_the_ruleset() -> None:
    ruleset, faults = lowered(
        rule("1", PLAIN),
        Title="Rules of procedure",
        Adopted="2004-07-08",
        Source="Rules, https://example.org/r, CTOC/COP/2004/6",
        Layer="treaty",
        Certainty="secondary",
        Silence="unregulated",
        Canons="specific, later",
    )
    assert faults == []
    assert (ruleset.id, ruleset.title, ruleset.adopted) == ("sample", "Rules of procedure", "2004-07-08")
    assert ruleset.source == SourceNote("Rules", "CTOC/COP/2004/6", "https://example.org/r")
    assert (ruleset.silence, ruleset.canons) == ("unregulated", ("specific", "later"))
    assert (ruleset.norms[0].layer, ruleset.norms[0].certainty) == ("treaty", "secondary")
    assert ruleset.provisions[0].source == ruleset.source


@pytest.mark.parametrize(
    "line", [{"Layer": "rule"}, {"Certainty": "sure"}, {"Silence": "open"}, {"Canons": "higher, latest"}]
)
def test_a_value_that_its_line_does_not_take_is_a_fault(line: dict[str, str]) -> None:
    ruleset, faults = lowered(rule("1", PLAIN), **line)
    assert codes(faults) == ["E112"]
    assert (ruleset.layer, ruleset.certainty, ruleset.silence) == ("rules", "not stated", "not conferred")


def test_a_vocabulary_has_no_norms() -> None:
    assert lower(Document((Header("Vocabulary", ("words",)),), VOCABULARY), (), "words") == (None, [])


def test_what_stands_beside_a_provision_is_its_provenance() -> None:
    beside = (
        Beside("Layer", ("practice",)),
        Beside("Certainty", ("own knowledge",)),
        Beside("Source", ("COP-11", "2022-10", "https://example.org")),
        Beside("Quote", ("should be accorded",)),
        Beside("Note", ("the President takes the chair",)),
        Beside("Silent", ("who may object", "by when")),
        Beside("Accepted", ("W302", "known")),
    )
    ruleset, faults = lowered(rule("P1", PLAIN, beside=beside))
    found = ruleset.provisions[0]
    assert faults == []
    assert (found.layer, found.certainty) == ("practice", "own knowledge")
    assert found.source == SourceNote("COP-11", "", "https://example.org", "2022-10")
    assert (found.quote, found.notes) == ("should be accorded", ("the President takes the chair",))
    assert (found.silences, found.accepted) == (("who may object", "by when"), (Acceptance("W302", "known"),))
    assert (ruleset.norms[0].layer, ruleset.norms[0].certainty) == ("practice", "own knowledge")


def test_a_line_for_an_item_is_for_this_item_alone() -> None:
    sentence = items(np("ngo"), Item("(a)", ATTEND), Item("(b)", does("may", act("receive documents"))))
    beside = (Beside("Layer", ("practice",), "(b)"), Beside("Certainty", ("secondary",)))
    ruleset, faults = lowered(rule("3", sentence, beside=beside))
    assert faults == []
    assert [(p.number, p.layer, p.certainty) for p in ruleset.provisions] == [
        ("3", "rules", "secondary"),
        ("3(a)", "rules", "secondary"),
        ("3(b)", "practice", "secondary"),
    ]
    assert [n.layer for n in ruleset.norms] == ["rules", "practice"]


def test_a_line_for_an_item_that_is_not_there_is_a_fault() -> None:
    faults = lowered(rule("3", PLAIN, beside=(Beside("Layer", ("practice",), "(b)"),)))[1]
    assert codes(faults) == ["E316"]


# ------------------------------------------------------------------------------------------------------------ readings


def test_the_norms_of_a_reading_stand_only_where_it_is_followed() -> None:
    lines = (
        ReadingLine("rigid", authority="practice", standing="preferred", words="plenary meetings"),
        ReadingLine("functional", (says(np("ngo"), does("may", act("attend", body("working group")))),)),
    )
    ruleset, faults = lowered(rule("17", PLAIN, readings=lines))
    assert faults == []
    (dispute,) = ruleset.disputes
    assert (dispute.id, dispute.provision, dispute.words) == ("17", "17", "plenary meetings")
    assert dispute.readings == (
        Reading("rigid", "practice", "preferred", "nothing more"),
        Reading("functional", "", "arguable", "nothing more"),
    )
    assert [(n.id, n.guard) for n in ruleset.norms if n.guard == Reads("17", "functional")] == [
        ("17#2", Reads("17", "functional"))
    ]


def test_readings_of_different_words_are_different_disputes() -> None:
    lines = tuple(ReadingLine(n, dispute=d) for d in ("pending", "late list") for n in ("yes", "no"))
    disputes = lowered(rule("17(2)", PLAIN, readings=lines))[0].disputes
    assert [(d.id, [r.name for r in d.readings]) for d in disputes] == [
        ("17(2)/pending", ["yes", "no"]),
        ("17(2)/late list", ["yes", "no"]),
    ]


def test_a_standing_that_is_none_is_a_fault() -> None:
    lines = (ReadingLine("one", standing="better"), ReadingLine("two"))
    ruleset, faults = lowered(rule("1", PLAIN, readings=lines))
    assert codes(faults) == ["E112"]
    assert "preferred, arguable or minority" in faults[0].notes[0]
    assert ruleset.disputes[0].readings[0].standing == "arguable"


# ---------------------------------------------------------------------------------------------------------- references


def test_references_become_ids_of_norms() -> None:
    sentence = says(
        np("ngo"),
        does("may not", act("attend")),
        Clause("notwithstanding", rules=(ref("17"),)),
        Clause("subject to", rules=(ref("14", "15"),)),
        Clause("without prejudice to", rules=(ref("15"),)),
    )
    found = norms_of(rule("14", PLAIN), rule("15", PLAIN), rule("17(1)", PLAIN, PLAIN), rule("18", sentence))
    assert found["18"].notwithstanding == ("17(1)", "17(1)#2")
    assert found["18"].subject_to == ("14", "15")
    assert found["18"].without_prejudice == ("15",)


def test_a_rule_that_names_the_rules_around_it_does_not_name_itself() -> None:
    sentence = says(np("ngo"), does("may not", act("attend")), Clause("notwithstanding", rules=(ref("17"),)))
    assert norms_of(rule("17(1)", PLAIN), rule("17(2)", sentence))["17(2)"].notwithstanding == ("17(1)",)


def test_a_reference_to_nothing_is_one_fault_however_many_norms_the_sentence_makes() -> None:
    many = does("may", act("attend", body("plenary meeting"), body("working group")))
    sentence = says(np("ngo"), many, Clause("notwithstanding", rules=(ref("71"),)))
    ruleset, faults = lowered(rule("17", sentence))
    assert codes(faults) == ["E302"]
    assert faults[0].message == "there is no rule 71"
    assert len(ruleset.norms) == 2


def test_a_layer_that_is_none_is_a_fault() -> None:
    faults = lowered(rule("1", says((), Prevails((RuleRef(layer="charter"),), (RuleRef(layer="rules"),)))))[1]
    assert codes(faults) == ["E112"]


def test_a_rule_without_norms_can_be_named() -> None:
    assert lowered(rule("1"), rule("2", says(np("ngo"), Excluded((ref("1"),)))))[1] == []


def test_a_layer_names_all_its_norms() -> None:
    treaty = rule("art5", PLAIN, beside=(Beside("Layer", ("treaty",)),))
    sentence = says(np("ngo"), does("may not", act("attend")), Clause("subject to", rules=(RuleRef(layer="treaty"),)))
    assert norms_of(treaty, rule("1", sentence))["1"].subject_to == ("art5",)


# -------------------------------------------------------------------------------------------------------- vocabularies


def test_own_declarations_stand_for_those_of_a_used_vocabulary() -> None:
    own = Vocabulary(kinds=(kind("state", ACTOR, article="one"),))
    faults: list[Diagnostic] = []
    found = merged(own, (VOCABULARY,), faults)
    assert faults == []
    assert [k.article for k in found.kinds if k.id == "state"] == ["one"]
    assert len(found.kinds) == len(VOCABULARY.kinds)
    assert found.disjoint == VOCABULARY.disjoint


def test_two_used_vocabularies_that_differ_are_a_fault() -> None:
    one = Vocabulary(kinds=(kind("state", ACTOR),))
    other = Vocabulary(kinds=(kind("state", ACTOR, article="one"),))
    document = Document((Header("Ruleset", ("s",)),))
    assert codes(lower(document, (one, other), "s")[1]) == ["E315"]
    assert codes(lower(document, (one, one), "s")[1]) == []


def test_a_body_and_the_actor_of_the_same_name_are_two_declarations() -> None:
    found = {(k.sort, k.id) for k in merged(VOCABULARY, (), []).kinds}
    assert {(ACTOR, "conference"), (BODY, "conference")} <= found


def test_the_order_of_the_provisions_does_not_matter_to_the_norms() -> None:
    first, second = rule("1", PLAIN), rule("2", says(np("ngo", OBSERVER), does("may not", act("attend"))))
    assert set(norms_of(first, second).values()) == set(norms_of(second, first).values())
    assert norms_of(first, second)["2"].effect != Permit("attend") and Has("observer status") == OBSERVER
