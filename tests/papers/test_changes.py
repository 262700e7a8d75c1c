"""Changed provisions as passages: what comes and goes as runs, brackets marked, in the paper of a comparison."""

from __future__ import annotations

from proclogic.compare.model import COME, GONE, Changed, Provisions, Words
from proclogic.papers import from_comparison
from proclogic.papers.document import AGREED, BRACKETED, DELETED, INSERTED, Fact, Facts, Passages, Run, Section
from proclogic.papers.from_changes import passage, passages
from proclogic.papers.writers import markdown
from tests.papers.test_from_comparison import ONE, comparison

CHANGED = Changed(
    "8",
    "Papers",
    (
        Words("of [at most "),
        Words("500", GONE, ("EU",)),
        Words("900", COME, ("EU",), "2026-03-01"),
        Words(" words]; and [(b)] so"),
    ),
)


def test_what_comes_and_goes_keeps_its_proposer_and_date_and_brackets_are_marked_as_such() -> None:
    (one,) = passages([CHANGED]).passages
    assert (one.number, one.heading) == ("8", "Papers")
    assert one.runs == (
        Run("of "),
        Run("[at most ", BRACKETED),
        Run("500", DELETED, ("EU",)),
        Run("900", INSERTED, ("EU",), "2026-03-01"),
        Run(" words]", BRACKETED),
        Run("; and "),
        Run("[(b)]", BRACKETED),
        Run(" so"),
    )


def test_brackets_in_brackets_are_one_and_a_bracket_that_closes_nothing_is_text() -> None:
    (one,) = passages([Changed("1", "", (Words("a] [b [c] d][e]"),))]).passages
    assert [(r.text, r.status) for r in one.runs] == [
        ("a] ", AGREED),
        ("[b [c] d]", BRACKETED),
        ("[e]", BRACKETED),
    ]


def statuses(one: Provisions) -> list[tuple[str, str]]:
    return [(run.text, run.status) for run in passage(one).runs]


def test_two_texts_are_told_as_changes_of_the_first() -> None:
    near = Provisions("1", "2", "It may attend.", "It may vote.", "other words", "It may {-attend.-} {+vote.+}")
    assert statuses(near) == [("It may ", AGREED), ("attend", DELETED), ("vote", INSERTED), (".", AGREED)]
    far = near.replace(marked="")
    assert statuses(far) == [("It may attend.", DELETED), ("It may vote.", INSERTED)]
    assert statuses(Provisions("1", "", "It may.", "", "only a")) == [("It may.", DELETED)]
    assert passage(near).number == "2"


def test_the_paper_of_an_amended_text_has_the_text_with_its_changes_before_its_last_lines() -> None:
    *_, text, _ = from_comparison.full(comparison(ONE, changed=(CHANGED,))).blocks
    assert isinstance(text, Section)
    assert text.title == "The text with its changes"
    assert text.blocks == (Facts((Fact("Proposed by", "EU", ("8",)),)), passages([CHANGED]))
    assert "The text with" not in str(from_comparison.full(comparison(ONE)))


def test_provisions_side_by_side_are_changes_where_a_paper_is_written() -> None:
    pairs = (Provisions("1", "1", "It may attend.", "It may vote.", "other words", "It may {-attend.-} {+vote.+}"),)
    paper = from_comparison.full(comparison(ONE, provisions=pairs), "provision")
    told = [b for s in paper.blocks if isinstance(s, Section) for b in s.blocks if isinstance(b, Passages)]
    assert told == [Passages((passage(pairs[0]),))]
    assert "It may ~~attend~~**vote**." in markdown.write(paper)
