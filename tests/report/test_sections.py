"""What each section of a report says, on small rulesets."""

from __future__ import annotations

import pytest

from proclogic.papers.document import PRINT, SCREEN, Cell, Facts, Headline, Passages, Section, Table, meant_for, words
from proclogic.report.model import MATRIX, SECTIONS, SHORT, SOURCES
from proclogic.report.short import rests_on
from tests.report.texts import BRACKETS, ELSEWHERE, EMPTY, SMALL, each, report, said, section, side

OTHER = SMALL.replace("Ruleset: small.", "Ruleset: other.").replace(", if the President invites it to speak.", ".")


def tables(block: Section, medium: str = PRINT) -> list[Table]:
    """The tables that a section has in print, or on a screen."""
    found = [b for b in each((block,)) if isinstance(b, Section) and b.medium == medium]
    return [table for one in found for table in one.blocks if isinstance(table, Table)]


def test_the_sections_stand_in_the_order_of_a_reader_with_little_time() -> None:
    titles = [b.title for b in report(SMALL, OTHER).blocks if isinstance(b, Section)]
    assert titles == [
        "In short",
        "Who gains, who loses",
        "Who may do what",
        "What is wrong with the text",
        "Annex: the provisions cited",
        "Made from",
    ]


def test_the_cover_says_what_was_examined_how_surely_it_is_known_and_when() -> None:
    cover = report(SMALL).cover
    assert cover is not None and cover.title == "Entitlements under small"
    told = "\n".join(fact.text for fact in cover.facts)
    for words_ in (
        "treaty and rules",
        "no text in brackets",
        "9 provisions: 9 seen verbatim",
        "completely",
        "22 November 2026",
    ):
        assert words_ in told
    two = report(SMALL, OTHER).cover
    assert two is not None and two.title == "Entitlements under small compared with other"


def test_the_short_part_counts_what_the_matrix_gives() -> None:
    short = section(report(SMALL), "In short")
    (head,) = (b for b in short.blocks if isinstance(b, Headline))
    assert head.text == (
        "small speaks of 6 entitlements: 3 are of right, 1 is by leave, 1 is prohibited and 1 depends on the case."
    )


def test_what_carries_the_answers_is_said_before_the_answers() -> None:
    made = report(BRACKETS)
    short = said(section(made, "In short"))
    assert "Not agreed [ ]" in short and '"may" (Group A); or "may not" (Group B)' in short
    assert "the President invites it to speak (in 1 entitlement)" in short
    assert "any one State Party objects to it" in short
    assert made.blocks.index(section(made, "In short")) == 0


def test_what_differs_stands_first_where_two_are_compared() -> None:
    short = section(report(SMALL, OTHER), "In short")
    assert isinstance(short.blocks[0], Headline)
    assert short.blocks[0].text.startswith("Of 6 entitlements, other gives more in 1 and less in none.")


def test_print_has_actors_by_acts_with_rules_and_letters_for_conditions() -> None:
    found = tables(section(report(SMALL), "Who may do what"))
    place = next(t for t in found if "plenary" in t.caption)
    assert place.columns == ("Actor", "attend", "speak")
    assert [[words(cell) for cell in row] for row in place.rows] == [
        ["State Party", "of right (1)", "of right (1)"],
        ["NGO", "of right or by default (3(1), 4(a), 3(2)) (note a)", "by leave (3(2), 4(b), 3(1)) (note b)"],
    ]
    assert place.notes[1].startswith("it is not in consultative status: by leave, if the President invites it to speak")


def test_what_takes_no_body_comes_last_in_print() -> None:
    captions = [t.caption for t in tables(section(report(SMALL), "Who may do what"))]
    assert captions[-1].startswith("In no particular body")


def test_a_screen_has_every_entitlement_as_a_row_and_paper_has_none_of_them() -> None:
    made = report(SMALL)
    (listed,) = tables(section(made, "Who may do what"), SCREEN)
    assert len(listed.rows) == 6
    on_paper, on_screen = (meant_for(made, medium) for medium in (PRINT, SCREEN))
    assert not tables(section(on_paper, "Who may do what"), SCREEN)
    assert not tables(section(on_screen, "Who may do what"), PRINT)


def test_the_four_columns_have_the_words_that_differ_and_what_differs_by_them() -> None:
    found = section(report(SMALL, OTHER), "Who gains, who loses")
    table = next(b for b in each((found,)) if isinstance(b, Table) and b.columns[0] == "Rule")
    assert table.columns == ("Rule", "Text of A", "Text of B", "Effect on entitlements") and table.wide
    (row,) = table.rows
    a, b = row[1], row[2]
    assert isinstance(a, Cell) and isinstance(b, Cell)
    assert [run.text for run in a.runs if run.status == "deleted"] == [", if the President invites it to speak"]
    assert all(run.compared for run in a.runs if run.status != "agreed")
    assert all(run.status == "agreed" for run in b.runs)
    assert "+ NGO: speak" in words(row[3])


def test_a_text_without_effect_is_told_why_it_has_none() -> None:
    duty = OTHER + "\n7      The President shall invite it to speak.\n"
    found = section(report(SMALL, duty), "Who gains, who loses")
    table = next(b for b in each((found,)) if isinstance(b, Table) and b.columns[0] == "Rule")
    (effect,) = (words(row[3]) for row in table.rows if row[0] == "7")
    assert effect == "Not compared in its effect: duties that differ."


def test_two_rulesets_without_a_common_word_are_told_apart_and_not_compared() -> None:
    made = report(SMALL, ELSEWHERE)
    assert "Nothing could be compared" in said(section(made, "In short"))
    assert "Only in A" in said(section(made, "Who gains, who loses"))


def test_an_empty_ruleset_is_said_to_have_no_words() -> None:
    made = report(EMPTY)
    assert "nothing can be asked of it" in said(section(made, "In short"))
    assert not any(isinstance(b, Section) and b.title == "Who may do what" for b in made.blocks)


def test_findings_are_told_with_what_was_looked_for() -> None:
    findings = side(SMALL).findings
    assert findings is not None
    found = said(section(report(SMALL), "What is wrong with the text"))
    assert "small: 1 gap." in found and "G204" in found
    assert f"I looked for {len(findings.looked_for)} kinds of findings" in found


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_that_is_not_wanted_is_not_there(name: str) -> None:
    every = [b.title for b in report(BRACKETS).blocks if isinstance(b, Section)]
    without = report(BRACKETS, sections=tuple(s for s in SECTIONS if s != name))
    left = [b.title for b in without.blocks if isinstance(b, Section)]
    assert set(left) <= set(every)
    if name in (SHORT, MATRIX, SOURCES):
        assert len(left) == len(every) - 1


def test_a_clash_is_told_in_words_and_each_with_its_own_rules() -> None:
    clashing = SMALL + "8      An NGO may vote.\n9      A State Party may not attend the Conference.\n"
    made = rests_on(side(clashing))
    told = [fact for block in made if isinstance(block, Facts) for fact in block.facts]
    clashes = [fact for fact in told if "another forbids it" in fact.text]
    assert len(clashes) == 2 and clashes[0].label == "Conflicting"
    assert {rule for fact in clashes for rule in fact.rules} >= {"6", "8", "9"}


def test_a_heading_stands_once_above_the_provisions_that_it_heads() -> None:
    text = SMALL.replace("4      ", "Rule 4. Speaking.\n4      ")
    passages = [p for b in each(report(text).blocks) if isinstance(b, Passages) for p in b.passages]
    assert [p.heading for p in passages if p.heading == "Speaking"] == ["Speaking"]
