"""Tracked changes in a Word file: one for each change, by who proposes it; either text can be had back."""

from __future__ import annotations

from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.papers.document import (
    AGREED,
    BRACKETED,
    DELETED,
    INSERTED,
    STATUSES,
    Cell,
    Passage,
    Passages,
    Run,
    Table,
)
from tests.papers.word.files import File, made, text

GONE = Run("may", DELETED, ("EU", "Chile"), "2026-03-01")
COME = Run("shall", INSERTED, ("EU", "Chile"))
CHANGED = Passage("17(2)", "Observers", (Run("An NGO "), GONE, COME, Run(" attend "), Run("[it]", BRACKETED)))


def changes(found: File) -> list[tuple[str, str, str, str]]:
    """Sort, words, author and date of each change."""
    sorts = {qn("w:ins"): "ins", qn("w:del"): "del"}
    return [
        (sorts[e.tag], text(e), e.get(qn("w:author"), ""), e.get(qn("w:date"), "")) for e in found.body.iter(*sorts)
    ]


def test_words_that_come_and_go_are_changes_by_who_proposes_them() -> None:
    found = made(Passages((CHANGED,)))
    assert changes(found) == [("del", "may", "EU, Chile", "2026-03-01T00:00:00Z"), ("ins", "shall", "EU, Chile", "")]
    (line,) = (p for p in found.all("w:p") if "NGO" in text(p))
    assert text(line, left_out=["w:ins"]) == "Rule 17(2)\tAn NGO may attend [it]"
    assert text(line, left_out=["w:del"]) == "Rule 17(2)\tAn NGO shall attend [it]"
    assert ("Passage Heading", "Observers") in found.lines()


def test_deleted_words_are_words_of_no_other_text() -> None:
    found = made(Passages((CHANGED,)))
    assert [e.tag for e in found.body.iter(qn("w:delText"))] and not [
        t for d in found.all("w:del") for t in d.iter(qn("w:t"))
    ]


def test_a_provision_that_comes_or_goes_whole_does_so_with_its_number() -> None:
    gone = Passage("18", "", (Run("An NGO may vote.", DELETED, ("Norway",)),))
    come = Passage("19", "", (Run("It may [", INSERTED), Run("not] vote.", INSERTED, ("Peru",))))
    assert [(sort, words, who) for sort, words, who, _ in changes(made(Passages((gone, come))))] == [
        ("del", "Rule 18\tAn NGO may vote.", "Norway"),
        ("ins", "Rule 19\tIt may [", "proclogic"),
        ("ins", "not] vote.", "Peru"),
    ]


def test_two_changes_that_are_alike_stay_two() -> None:
    found = made(Passages((Passage("1", "", (Run("a"), COME, COME)),)))
    assert len(changes(found)) == 2


def test_changes_in_a_table_are_tracked_too() -> None:
    assert len(changes(made(Table("", ("Text",), ((Cell((GONE, COME)),),))))) == 2


def test_word_goes_on_tracking_where_there_are_changes_only() -> None:
    assert made(Passages((CHANGED,))).all("w:trackRevisions", "word/settings.xml")
    assert not made(Passages((Passage("1", "", (Run("[a]", BRACKETED),)),))).all(
        "w:trackRevisions", "word/settings.xml"
    )


RUNS = st.lists(
    st.builds(
        Run,
        st.text("ab[]|(){}<>&\"'ا ", max_size=8),
        st.sampled_from(STATUSES),
        st.sampled_from([(), ("EU",), ('Group "A" <&>',)]),
        st.sampled_from(["", "2026-03-01", "spring"]),
    ),
    max_size=7,
)


@settings(max_examples=25)
@given(st.lists(RUNS, min_size=1, max_size=3))
def test_each_changed_run_is_one_change_and_both_texts_can_be_had_back(passages: list[list[Run]]) -> None:
    found = made(Passages(tuple(Passage("", "", tuple(runs)) for runs in passages)))
    told = [run for runs in passages for run in runs if run.text]
    assert len(changes(found)) == sum(run.status in (INSERTED, DELETED) for run in told)
    ids = [e.get(qn("w:id")) for e in found.body.iter(qn("w:ins"), qn("w:del"))]
    assert len(ids) == len(set(ids))
    for left_out, statuses in (("w:ins", {DELETED}), ("w:del", {INSERTED})):
        wanted = "".join(r.text for r in told if r.status in {AGREED, BRACKETED} | statuses)
        said = text(found.body, left_out=[left_out])
        assert "".join(said.split()) == "".join(wanted.split())
