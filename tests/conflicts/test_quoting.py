"""A finding shows each rule in its author's words."""

from __future__ import annotations

import pytest

from proclogic import compiled
from proclogic.conflicts.model import Findings
from proclogic.conflicts.quoting import shortened
from proclogic.conflicts.whole import conflicts
from proclogic.layout import columns
from proclogic.papers import write
from proclogic.sources import Source
from tests.answers.texts import HEAD
from tests.conflicts.texts import WORDS, text

BAN = "2   An accredited NGO may not attend the Committee.\n"
LIST = """1   An NGO [that is accredited | by: EU]:
    (a) may speak in the Committee;
    (b) may attend the Committee, [if a State Party objects to it | by: EU]; and
    (c) may attend the Board.
"""


def _written(found: Findings, number: str) -> set[tuple[str, str]]:
    return {(b.written, b.how) for f in found.findings for b in f.blamed if b.provision == number}


def _of(provisions: str) -> Findings:
    return conflicts(text(provisions), codes=("C101",), remedied=0)


def test_a_rule_is_shown_as_it_was_written_and_not_as_it_was_read() -> None:
    said = "1   Where it is accredited, an NGO\n    may attend the Committee.\n"
    assert _written(_of(said + BAN), "1") == {("Where it is accredited, an NGO may attend the Committee.", "")}


def test_its_brackets_stand_in_it_until_they_are_resolved() -> None:
    said = "An NGO [may | by: EU][may not | by: Chile] attend the Committee."
    assert _written(_of(f"1   {said}\n{BAN}"), "1") == {(said, "")}


def test_of_a_list_only_the_item_is_shown_with_its_head() -> None:
    item = "(b) may attend the Committee, [if a State Party objects to it | by: EU]"
    assert _written(_of(LIST + BAN), "1(b)") == {(f"An NGO [that is accredited | by: EU]: {item}", "")}


def test_what_was_carried_from_elsewhere_is_shown_as_read() -> None:
    carried = "1   An NGO may attend the Committee.\n3   Rule 1 applies, mutatis mutandis, to the Board.\n"
    ((words, how),) = _written(_of(carried + "2   An NGO may not attend the Board.\n"), "1")
    assert how == "as read"
    assert words.startswith("As applied to the Board by 3: ")


def test_the_reading_of_disputed_words_is_named() -> None:
    disputed = (
        '1   An NGO may speak in the Committee.\n    Dispute "x": "speak".\n    Reading "a": nothing more.\n'
        '    Reading "b": An NGO may attend the Committee.\n'
    )
    assert _written(_of(disputed + BAN), "1") == {("An NGO may attend the Committee.", "in the reading “b”")}


def test_what_an_overlay_amended_says_so() -> None:
    base = HEAD.format(header="") + WORDS + "1   An NGO may speak in the Committee.\n" + BAN
    overlay = 'Ruleset: plan.\nLanguage: 1.\nAmends: court.\nLayer: rules.\n\nIn 1, replace "speak in" with "attend".\n'
    made, faults, _ = compiled.ruleset(
        [Source("plan.rules", overlay)], {}, "plan", {"court": [Source("court.rules", base)]}
    )
    assert made is not None, [d.message for d in faults]
    found = conflicts(made, codes=("C101",), remedied=0)
    assert _written(found, "1") == {("An NGO may attend the Committee.", "as amended by plan")}


def test_only_what_is_longer_than_four_lines_is_shortened_in_its_middle() -> None:
    assert shortened("word " * 40) == "word " * 40
    long = "The first words " + "and more " * 60 + "the last words"
    assert shortened(long).startswith("The first words and more")
    assert " ... " in shortened(long)
    assert shortened(long).endswith("the last words")
    assert len(shortened(long)) <= 245


@pytest.mark.parametrize("full", [True, False])
def test_with_full_each_rule_is_shown_as_read_too(full: bool) -> None:
    made = _of("1   Where it is accredited, an NGO may attend the Committee.\n" + BAN)
    told = write.findings(made, "text", False, full)
    assert ("as read          An NGO may attend the Committee if it is accredited." in told) == full
    assert max(map(columns, told.splitlines())) <= 80
