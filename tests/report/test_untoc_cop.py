"""The report on a real ruleset: the Conference of the Parties under its rules of procedure."""

from __future__ import annotations

from functools import cache

from proclogic import testing
from proclogic.answers.options import Options
from proclogic.answers.worked_out import matrix
from proclogic.conflicts.worked_out import conflicts
from proclogic.library import load
from proclogic.papers.document import PRINT, SCREEN, Facts, Headline, Paper, Section, Sources, Table, meant_for, words
from proclogic.papers.variants import choices
from proclogic.report import answers
from proclogic.report.model import SECTIONS, Asked, Material, Side
from proclogic.report.whole import paper
from tests.report.texts import DATE, each, rules_of, said, section


@cache
def report() -> Paper:
    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    options = Options().on(ruleset)
    found = matrix(ruleset, options, choices=True)
    side = Side(ruleset, options, ruleset, found, conflicts(ruleset, options))
    return paper(Material((side,), SECTIONS, date=DATE, choices=choices(found)))


def test_what_the_first_page_says_fits_on_two_pages() -> None:
    short = section(report(), "In short")
    facts = [fact for block in short.blocks if isinstance(block, Facts) for fact in block.facts]
    assert 15 <= len(facts) <= 50


def test_the_headline_counts_all_entitlements_once() -> None:
    short = section(report(), "In short")
    (head,) = (b for b in short.blocks if isinstance(b, Headline))
    told = [int(word) for word in head.text.partition(". In ")[0].replace(",", "").split() if word.isdigit()]
    assert told[0] == sum(told[1:])


def test_the_duty_that_is_presumed_and_the_reading_that_decides_are_told_first() -> None:
    short = said(section(report(), "In short"))
    assert "the secretariat circulates its name at least 30 days before the session" in short
    assert '"if there is an objection" is read as "States Parties" (preferred)' in short
    assert '"relevant": taken in favour' in short


def test_the_matrix_in_print_is_short_and_says_of_an_ngo_what_the_rules_say() -> None:
    made = section(meant_for(report(), PRINT), "Who may do what")
    tables = [block for block in each((made,)) if isinstance(block, Table)]
    assert sum(len(table.rows) for table in tables) < 200
    plenary = next(
        t for t in tables if t.caption.startswith("A plenary meeting of the Conference") and "attend" in t.columns
    )
    (row,) = (row for row in plenary.rows if row[0] == "NGO")
    cell = words(row[plenary.columns.index("attend")])
    assert cell.startswith("by default (17(2), 17(3), 17(3)(a) ...)")


def test_every_provision_that_is_cited_has_its_source_and_what_was_not_seen_says_so() -> None:
    made = report()
    cited = {rule for block in each(made.blocks) for rule in rules_of(block)}
    sources = {rule for b in each(made.blocks) if isinstance(b, Sources) for _, rules in b.sources for rule in rules}
    assert cited and cited <= sources
    assert any("the text was not seen" in note for note in made.notes)


def test_what_the_author_lets_stand_is_told_with_the_reason() -> None:
    found = section(report(), "What is wrong with the text")
    assert "The author lets these stand" in said(found) and "Accepted" in said(found)


def test_every_choice_of_the_page_is_one_of_the_rulesets() -> None:
    assert report().choices and all(one.name.startswith("untoc-cop") for one in report().choices)


def test_no_section_is_empty() -> None:
    assert all(block.blocks for block in each(report().blocks) if isinstance(block, Section))


def test_an_answer_in_the_table_has_what_is_given_and_what_is_presumed() -> None:
    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    found, _, _ = testing.questions([ruleset])
    wanted = [(source, one) for source, one in found if one.name in ("Q2", "Q20") and one.under == ("untoc-cop",)]
    results = testing.run(wanted, [ruleset]).results
    made = answers.blocks(Material((), asked=Asked("a file", results)))
    table = made[0]
    assert isinstance(table, Table)
    told = {row[0]: [words(cell) for cell in row] for row in table.rows}
    assert "Given: it is not a State Party and it notifies the Secretary-General in writing." in told["Q2"][1]
    assert told["Q2"][2] == "OF RIGHT. (note a)"
    assert table.notes[0] == "presumed: the President calls on it (rule 42)"


def test_of_very_many_questions_paper_has_the_answers_and_a_page_the_reasons_too() -> None:
    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    found, _, _ = testing.questions([ruleset])
    wanted = [(source, one) for source, one in found if one.name == "Q2" and one.under == ("untoc-cop",)]
    (one,) = testing.run(wanted, [ruleset]).results
    many = Asked("a file", (one, one.replace(wrong=("expected the verdict prohibited, found of right",))) * 11)
    made = Paper("", answers.blocks(Material((), asked=many)))
    print_, screen = (said(*meant_for(made, medium).blocks) for medium in (PRINT, SCREEN))
    assert "expected the verdict prohibited" in print_ and "in the same report as a page" in print_
    assert "Presumed" not in print_ and screen.count("Presumed") == 22
    few = said(*meant_for(Paper("", answers.blocks(Material((), asked=Asked("a file", (one,))))), PRINT).blocks)
    assert "Presumed" in few
