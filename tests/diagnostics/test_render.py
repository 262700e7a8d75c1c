"""How diagnostics are shown: code, citation, file and line, the words marked, notes and help."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proclogic.diagnostics.as_data import lines
from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.diagnostics.render import counts, ordered, render, render_asked
from proclogic.sources import Source, Span

TEXT = """Ruleset: crp2.
7(2)  [An observer may attend an open-ended contact group, if its chair invites it.]
7(3)  A very long sentence of more than eighty columns goes on and on, until the words that matter stand at its far end.
"""
SOURCE = Source("rules/crp2.rules", TEXT)
SOURCES = {SOURCE.name: SOURCE}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(SOURCE.name, start, start + len(words))


UNKNOWN = Diagnostic(
    "E203",
    'no rule sets up a body called "open-ended contact group"',
    span("open-ended contact group"),
    "rule 7(2)",
    "I do not know this body",
    notes=(
        "the bodies are the plenary, the Bureau, the contact group and the drafting group, as rules 3 and 27 have it",
    ),
    help=('did you mean "contact group"? To add a body, write:\n    Body: open-ended contact group.',),
)


def test_a_diagnostic_has_code_citation_place_marked_words_note_and_help() -> None:
    assert (
        render([UNKNOWN], SOURCES)
        == """\
error[E203]: no rule sets up a body called "open-ended contact group"
  --> rule 7(2)                       rules/crp2.rules, line 2
   |
 2 | 7(2)  [An observer may attend an open-ended contact group, if its chair ...
   |                                  ^^^^^^^^^^^^^^^^^^^^^^^^
   |                                  I do not know this body
   |
   = note: the bodies are the plenary, the Bureau, the contact group and the
           drafting group, as rules 3 and 27 have it
   = help: did you mean "contact group"? To add a body, write:
               Body: open-ended contact group.
"""
    )


def test_the_words_at_the_far_end_of_a_long_line_are_shown_and_marked() -> None:
    shown = render([Diagnostic("E101", "m", span("far end"))], SOURCES).splitlines()
    line, marks = shown[3], shown[4]
    assert len(line) <= 80
    assert line[marks.index("^") : marks.rindex("^") + 1] == "far end"


def test_without_a_place_only_the_citation_is_named() -> None:
    found = Diagnostic("W401", "this may surprise", place="rule 7(2)", help=("look again",))
    assert render([found], SOURCES) == "warning[W401]: this may surprise\n  --> rule 7(2)\n   = help: look again\n"


def test_a_second_place_is_marked_with_other_signs() -> None:
    found = Diagnostic("E205", "declared twice", span("observer"), labels=(Label(span("chair"), "first here"),))
    shown = render([found], SOURCES)
    assert "^^^^^^^^" in shown
    assert "-----" in shown
    assert "first here" in shown


def test_a_span_over_several_lines_marks_each() -> None:
    whole = Span(SOURCE.name, TEXT.index("7(2)"), TEXT.index("7(3)") + 4)
    marks = [line for line in render([Diagnostic("E101", "m", whole)], SOURCES).splitlines() if "^" in line]
    assert [mark.count("^") for mark in marks][1:] == [4]


def test_several_are_ordered_by_place_and_none_is_said_twice() -> None:
    late, early = Diagnostic("E101", "late", span("7(3)")), Diagnostic("W401", "early", span("Ruleset"))
    assert [d.message for d in ordered([late, early, late])] == ["early", "late"]


def test_the_counts_name_each_sort() -> None:
    many = [Diagnostic("E101", str(n)) for n in range(2)] + [Diagnostic("W401", "w"), Diagnostic("G201", "g")]
    assert counts(many) == "2 errors, 1 warning, 1 gap"
    assert counts([]) == "no mistakes found"


def test_a_question_is_shown_as_typed_with_the_place_where_reading_stopped() -> None:
    asked = "May an NGO atend plenary meetings of the Conference, if a State Party objected to it at the last session?"
    found = Diagnostic(
        "E204",
        "I know no act that begins like this",
        Span("question", asked.index("atend"), asked.index("atend") + 5),
        at="I expected an act: attend, speak",
        help=('did you mean "attend"?',),
    )
    assert (
        render_asked([found], asked)
        == """\
I could not read this question: I know no act that begins like this [E204]

    May an NGO atend plenary meetings of the Conference, if a State Party
               ^^^^^
    I expected an act: attend, speak
    objected to it at the last session?

  did you mean "attend"?
"""
    )


def test_the_plain_form_has_one_fact_a_line_and_no_drawing() -> None:
    found = lines([UNKNOWN], SOURCES).splitlines()
    assert found[0] == 'Error E203: no rule sets up a body called "open-ended contact group".'
    assert found[1] == "Error E203, where: rule 7(2), rules/crp2.rules, line 2."
    assert found[2] == "Error E203, the words: open-ended contact group"
    assert not any("^" in line or "|" in line for line in found)


@given(
    text=st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("[]()\n"), max_size=200),
    start=st.integers(0, 220),
    size=st.integers(0, 60),
)
def test_any_place_in_any_text_can_be_shown(text: str, start: int, size: int) -> None:
    found = Diagnostic("E101", "m", Span("x", min(start, len(text)), min(start + size, len(text))), "rule 1", "here")
    assert "E101" in render([found], {"x": Source("x", text)})
    assert "E101" in render_asked([found], text)


@given(
    words=st.text(st.sampled_from("[]()ab*_"), min_size=1, max_size=12),
    before=st.integers(0, 90),
    after=st.integers(0, 90),
)
def test_the_marked_words_are_shown_unchanged_and_exactly_marked(words: str, before: int, after: int) -> None:
    text = ("x " * 50)[:before] + words + (" y" * 50)[:after]
    shown = render([Diagnostic("E101", "m", Span("x", before, before + len(words)))], {"x": Source("x", text)})
    line, marks = shown.splitlines()[3:5]
    at = marks.index("^")
    assert line[at : at + len(words)] == words
    assert marks.count("^") == len(words)
