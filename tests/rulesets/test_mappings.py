"""The mappings that come with proclogic: each is named after its two rulesets, and can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic import testing
from proclogic.answers.through import through
from proclogic.data import data_dir
from proclogic.library import load
from proclogic.mappings import ENDING, KIND, between, in_common, load_mapping
from proclogic.norms.translation import translated
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_question

SHIPPED = sorted(data_dir(KIND).glob(f"*{ENDING}"))


def wrong_in(path: Path) -> list[str]:
    """What is wrong with a mapping file."""
    names = path.name.removesuffix(ENDING).split("--")
    if between(str(path)) != tuple(names):
        return [f"{path.name} says that it is between {between(str(path))}"]
    first, second = (load(name)[0] for name in names)
    if first is None or second is None:
        return [f"{path.name} names a ruleset that is not there"]
    mapping, faults, _ = load_mapping(str(path), first, second)
    return [d.message for d in faults] or ([] if mapping is not None else ["no mapping"])


def test_every_shipped_mapping_is_between_the_rulesets_of_its_name() -> None:
    assert {path.name: wrong for path in SHIPPED if (wrong := wrong_in(path))} == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("untoc-cop--other.mapping", "Mapping: untoc-cop to another.\n"),
        ("untoc-cop--nowhere.mapping", "Mapping: untoc-cop to nowhere.\n"),
        ("untoc-cop--untoc-cop.mapping", "Mapping: untoc-cop to untoc-cop.\nNGOO: NGO.\n"),
    ],
)
def test_a_mapping_that_is_none_would_be_found_out(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert wrong_in(tmp_path / name)


def test_every_question_of_the_bank_is_itself_in_its_own_words_and_reads_so_when_printed() -> None:
    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    words = in_common(ruleset, ruleset)
    asked, _, _ = testing.questions((ruleset,))
    bank = [expectation.question for _, expectation in asked if ruleset.id in expectation.under]
    assert len(bank) > 100
    for question in bank:
        found = translated(question, words)
        if question.cell is not None and question.cell.by:
            assert [missing.what for missing in found.missing] == ["rule"] * len(question.cell.by)
            continue
        (same,) = found.found
        assert same == question
        again, faults = parse_question(printer.question(same, ruleset.vocabulary), ruleset.vocabulary)
        assert again is not None and not faults
        assert again.replace(text="", facts=()) == question.replace(text="", facts=())
        assert set(again.facts) == set(question.facts)


# Questions of a negotiator, in the words of the UNTOC rules, with what the other texts give, checked by hand against
# them: verdicts, or "no: " and the word that has no counterpart there.
PLENARY = "plenary meetings of the Conference"
OBJECTED = f"May an NGO not in consultative status attend {PLENARY}, if a State Party objects to it?"
SPEAKS = f"May an NGO with observer status speak in {PLENARY}?"
WRITES = "May an NGO with observer status submit a written statement to the Conference?"
MAY_OBJECT = "May a State Party object to the application of an NGO in consultative status?"
VOTES = "May an NGO with observer status vote in the Conference?"
INVITED = f"May an NGO with observer status speak in {PLENARY}, if the President invites it to speak?"
PUBLIC = "Are plenary meetings of the Conference public?"
ASKED = {
    (
        OBJECTED,
        "ahc",
    ): "by-leave not-conferred",  # the Committee decides, or the name falls off
    (OBJECTED, "oewg-ict"): "not-conferred",
    (OBJECTED, "ccpcj"): "no: object to it",
    (OBJECTED, "uncac-cosp"): "by-leave",
    (OBJECTED, "gi-toc-proposal"): "of-right by-default by-leave not-conferred",
    (SPEAKS, "ahc"): "of-right by-default",
    (SPEAKS, "oewg-ict"): "of-right not-conferred",  # in the dedicated session, and not elsewhere
    (SPEAKS, "ccpcj"): "no: observer status",
    (SPEAKS, "uncac-cosp"): "by-leave",
    (SPEAKS, "gi-toc-proposal"): "of-right not-conferred",
    (WRITES, "ahc"): "of-right",
    (WRITES, "oewg-ict"): "of-right",
    (WRITES, "uncac-cosp"): "by-leave not-conferred",  # a written report, and other papers
    (WRITES, "gi-toc-proposal"): "of-right not-conferred",
    (MAY_OBJECT, "ahc"): "not-conferred",
    (MAY_OBJECT, "oewg-ict"): "not-conferred",
    (MAY_OBJECT, "ccpcj"): "not-conferred",
    (MAY_OBJECT, "uncac-cosp"): "not-conferred",
    (MAY_OBJECT, "gi-toc-proposal"): "not-conferred",
    (VOTES, "ahc"): "prohibited",
    (VOTES, "uncac-cosp"): "prohibited",
    (INVITED, "ahc"): "no: invite it to speak",
    (INVITED, "oewg-ict"): "no: invite it to speak",
    (PUBLIC, "ahc"): "no: public",
    (PUBLIC, "ccpcj"): "no: public",
}


@pytest.mark.parametrize(("text", "name"), ASKED)
def test_questions_of_a_negotiator_through_the_shipped_mappings(text: str, name: str) -> None:
    first, second = load("untoc-cop")[0], load(name)[0]
    assert first is not None and second is not None
    mapping, _, _ = load_mapping(None, first, second)
    question, faults = parse_question(text, first.vocabulary)
    assert mapping is not None and mapping.file and question is not None, faults
    (answer,) = through(second, question, mapping)
    assert answer.asked_as is not None
    if answer.asked_as.missing:
        assert list(answer.asked_as.missing) == [ASKED[text, name].removeprefix("no: ")]
        assert f"has no counterpart in {name} (" in answer.says  # with the reason
    else:
        assert ASKED[text, name].split() == list(answer.verdicts)


def test_what_is_said_to_have_no_counterpart_has_a_reason_where_one_would_look_for_it() -> None:
    told = set()
    for path in SHIPPED:
        first, second = (load(name)[0] for name in path.name.removesuffix(ENDING).split("--"))
        assert first is not None and second is not None
        mapping, _, _ = load_mapping(str(path), first, second)
        assert mapping is not None
        told |= {(path.name, alone.term.id) for alone in mapping.only_first if alone.written and not alone.note}
    assert told == set()
