"""The terminal writer: verdict first, rules at the right, 80 columns."""

from __future__ import annotations

import pytest

from proclogic.answers.model import Answer, Case, Chosen, Mark, Resolution
from proclogic.layout import columns, statement, table
from proclogic.papers import write
from proclogic.papers.document import Block, Facts, Section
from proclogic.papers.from_answer import paper
from tests.papers import examples


def text(answer: Answer) -> str:
    return write.answers((answer,), "text")


def test_the_first_line_is_the_verdict_with_its_marks_and_its_rule() -> None:
    first = text(examples.BY_LEAVE).splitlines()[0]
    assert first.startswith("BY LEAVE of the Conference; pending before the Conference.")
    assert first.endswith("rule 17(2)")


def test_the_outcome_follows_and_says_what_is_pending() -> None:
    lines = text(examples.BY_LEAVE).splitlines()
    assert lines[1:3] == ["", "  On the facts given: no, while the Conference has not decided."]


@pytest.mark.parametrize("answer", examples.ANSWERS, ids=lambda a: a.question)
def test_no_line_is_wider_than_80_columns(answer: Answer) -> None:
    assert max(map(len, text(answer).splitlines())) <= 80


@pytest.mark.parametrize("answer", examples.ANSWERS, ids=lambda a: a.question)
def test_no_line_ends_in_a_space(answer: Answer) -> None:
    assert not [line for line in text(answer).splitlines() if line != line.rstrip()]


def test_presumptions_and_disputes_stand_before_what_it_must_do() -> None:
    found = text(examples.BY_LEAVE)
    assert found.index("Presumed") < found.index("It must") < found.index("Who lets it in") < found.index("Words")
    contested = text(examples.CONTESTED)
    assert contested.index("Turns on") < contested.index("Contested  ") < contested.index("  If it is in consultative")


def test_a_long_statement_ends_with_its_rule_and_is_wrapped_under_itself() -> None:
    lines = statement("  Presumed         ", "a b " * 20, "rule 17(2)", 40, 60)
    assert all(line.startswith(" " * 19) for line in lines[1:])
    assert [line.endswith("rule 17(2)") for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_word_longer_than_its_column_pushes_the_rule_to_the_next_line() -> None:
    assert statement("", "https://example.org/a/very/long/address", "rule 1", 20, 40) == [
        "https://example.org/a/very/long/address",
        " " * 20 + "rule 1",
    ]


def test_each_case_is_a_block_with_its_own_verdict_and_rule() -> None:
    found = " ".join(text(examples.CONTESTED).split())
    assert "If it is in consultative status: by default; outcome yes rule 17(1)" in found
    assert "or if it is a State: by leave of the Conference; outcome conditional rule 17(2)" in found


def test_what_all_cases_share_is_said_once() -> None:
    case = examples.BY_LEAVE.cases[0]
    two = examples.BY_LEAVE.replace(cases=(case, case.replace(when=(("it is small",),), verdict="by-default")))
    assert text(two).count("the secretariat circulates its name") == 1


def test_each_reading_is_listed_with_its_authority() -> None:
    found = " ".join(text(examples.CONTESTED).split())
    assert '"rigid": not conferred; outcome no (arguable; practice of some States Parties)' in found
    assert "(preferred; legal opinion of August 2010)" in found


def test_of_right_says_that_nobody_can_stop_it() -> None:
    assert "Who can stop it  nobody" in text(examples.OF_RIGHT)


def test_an_incomplete_search_is_never_called_complete() -> None:
    found = text(examples.SILENT)
    assert "NOT examined completely" in found
    assert "The search was stopped before it was complete" in found


def test_a_hypothetical_text_is_named_as_such() -> None:
    assert "rests on a hypothetical text" in text(examples.SILENT)


def test_an_answer_that_rests_on_silence_says_how_silence_is_read() -> None:
    assert "Where ahc is silent, this is read as: not conferred." in text(examples.SILENT)


def test_a_question_without_verdict_begins_with_the_answer() -> None:
    assert text(examples.MAJORITY).startswith("More than half of the States Parties present and voting")


def test_a_list_begins_with_the_counts_and_names_a_rule_in_each_row() -> None:
    lines = text(examples.WHO).splitlines()
    assert lines[0] == "1 of right, 1 by leave, 1 not conferred."
    assert any(line.startswith("  natural person") and line.endswith("no rule") for line in lines)


def test_another_layer_stands_beside_under_its_own_name() -> None:
    assert "  In practice      by leave; outcome no: not admitted" in text(examples.BY_LEAVE)


def test_a_row_with_much_to_say_is_a_block_with_a_line_for_each_case() -> None:
    row = examples.ROWS[1].replace(condition="x" * 100, answer=examples.CONTESTED)
    lines = text(examples.WHO.replace(rows=(row,))).splitlines()
    assert [line.split() for line in lines if line.startswith("  NGO")] == [
        ["NGO", "with", "observer", "status:", "by", "leave;", "contested", "rules", "17(3)(b),", "2(2)"]
    ]
    assert any(line.startswith("    if it is in consultative status: by default") and "17(1)" in line for line in lines)


def test_several_rulesets_are_answered_side_by_side_and_then_each_in_short() -> None:
    lines = write.answers((examples.BY_LEAVE, examples.SILENT), "text").splitlines()
    assert lines[0] == "BY LEAVE under untoc-cop; NOT CONFERRED under ahc."
    assert lines[2].split() == ["Ruleset", "Answer", "Outcome", "Rule"]
    assert "  ahc: Modalities" in lines


def test_side_by_side_it_is_said_on_what_a_verdict_depends() -> None:
    first = Case((("it is a patron",),), "of-right", "yes", grounds=("7",))
    second = Case((("it is not a patron",),), "not-conferred", "no", grounds=("8",))
    marks = (Mark("depends", "it is a patron; it is not a patron"),)
    verdicts = ("of-right", "not-conferred")
    answer = Answer("club", "", "q", "may", "not-conferred", verdicts, "conditional", marks, grounds=("7", "8"))
    out = write.answers((examples.BY_LEAVE, answer.replace(cases=(first, second))), "text").splitlines()
    assert [" ".join(line.split()) for line in out if "patron" in line] == [
        "Depends if it is a patron: of right rule 7",
        "if it is not a patron: not conferred rule 8",
    ]


def test_a_table_too_narrow_for_its_words_is_printed_record_by_record() -> None:
    assert table(("Who", "Rule"), (("antidisestablishmentarianism", "17(2)"),), 20) == [
        "Who: antidisestablishmentarianism",
        "Rule: 17(2)",
    ]


def test_the_matrix_is_stacked_by_body_with_a_legend_in_words() -> None:
    found = write.matrix(examples.MATRIX, "text")
    assert "    NGO with observer status  leave ?   default ?\n" in found
    assert "-: silent, no rule confers it" in found
    assert "?: contested between readings" in found
    assert "[ ]" not in found  # no sign is explained that does not occur


def test_wide_letters_count_as_two_columns() -> None:
    assert columns("会議") == 4


LAW = {
    "Presumed",
    "It must",
    "Who lets it in",
    "Who can stop it",
    "For good",
    "Limits",
    "Words",
    "Contested",
    "Turns on",
}


@pytest.mark.parametrize("answer", examples.ANSWERS, ids=lambda a: a.question)
def test_every_statement_of_law_names_its_rule(answer: Answer) -> None:
    assert unruled(paper(answer).blocks) == []


def unruled(blocks: tuple[Block, ...]) -> list[str]:
    """The statements of law without a rule."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Facts(facts=facts):
                label = ""
                for fact in facts:
                    label = fact.label or label
                    found += [fact.text] if label in LAW and not fact.rules else []
            case Section(blocks=inner, rules=rules, title=title):
                found += ([] if rules else [title]) + unruled(inner)
    return found


def test_control_characters_do_not_reach_the_terminal() -> None:
    found = text(examples.BY_LEAVE.replace(silences=(("who \x1b[31mmay\x9b object", "17(2)"),)))
    assert "\x1b" not in found and "\x9b" not in found
    assert "[31mmay" in found


def test_choices_in_a_text_not_agreed_lead_to_words_where_there_is_no_verdict() -> None:
    chosen = (Chosen("3", "3", "30", proposers=("A",)), Chosen("3", "3", "", proposers=("B",)))
    told = (Resolution(chosen[:1], (), "no", text="no such duty"), Resolution(chosen[1:], (), "yes", text="a duty"))
    answer = examples.MAJORITY.replace(marks=(Mark("open", "3", ("3",)),), resolutions=told)
    lines = " ".join(text(answer).split())
    assert lines.startswith("OPEN [ ]: more than half")
    assert 'if 3 keeps "30" (A): no such duty rule 3 if the bracket of 3 is deleted (B): a duty' in lines
    assert '--resolve "3: A" makes one choice' in lines
    assert " ".join(write.answers((answer, answer), "text").split()).count("a duty") == 2
