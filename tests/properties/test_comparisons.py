"""Comparisons of generated rulesets, held to every world of both as the reference evaluator sees them."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from proclogic.answers.options import Options
from proclogic.compare.model import Comparison
from proclogic.compare.whole import Comparer, compare
from proclogic.norms.model import Ruleset
from tests.compare.changed import changed, drawn, read_otherwise, restated
from tests.compare.laws import (
    Pair,
    Taken,
    differences,
    lost_at_a_glance,
    not_the_mirror,
    not_through_words,
    wrong_cells,
    wrong_questions,
    wrong_witnesses,
)
from tests.mappings.renamed import called_otherwise
from tests.properties.counters import COMPARED


def _compared(first: Ruleset, second: Ruleset, strict: bool, taken: tuple[Taken, Taken] = ((), ())) -> Comparison:
    a, b = (Options(strict=strict, readings=readings) for readings in taken)
    return compare(first, second, (a, b))


def _held(pair: Pair) -> list[str]:
    COMPARED["comparisons"] += 1
    COMPARED["cells"] += len(pair.cells)
    COMPARED["witnesses"] += sum(len(d.witnesses) for d in pair.comparison.differences)
    return [*wrong_cells(pair), *wrong_witnesses(pair)]


@settings(max_examples=12)
@given(drawn(), st.booleans())
def test_a_ruleset_is_the_same_as_itself(ruleset: Ruleset, strict: bool) -> None:
    assert list(differences(ruleset, ruleset, strict)) == []


@settings(max_examples=20)
@given(data=st.data(), strict=st.booleans(), every=st.booleans())
def test_rules_with_other_numbers_in_another_order_and_in_equivalent_words_are_the_same(
    data: st.DataObject, strict: bool, every: bool
) -> None:
    ruleset = data.draw(drawn())
    assert list(differences(ruleset, data.draw(restated(ruleset)), strict, every)) == []


@settings(max_examples=20)
@given(data=st.data(), strict=st.booleans())
def test_with_the_sides_exchanged_a_comparison_is_the_mirror(data: st.DataObject, strict: bool) -> None:
    first = data.draw(drawn())
    second = data.draw(changed(first))
    assert list(not_the_mirror(_compared(first, second, strict), _compared(second, first, strict))) == []


@settings(max_examples=30)
@given(data=st.data(), strict=st.booleans(), every=st.booleans())
def test_a_change_is_found_in_the_cells_where_some_world_differs_and_nowhere_else(
    data: st.DataObject, strict: bool, every: bool
) -> None:
    first = data.draw(drawn())
    assert _held(Pair(first, data.draw(changed(first)), strict, every)) == []


@settings(max_examples=10)
@given(data=st.data(), strict=st.booleans())
def test_the_question_of_a_witness_can_be_read_and_gives_what_the_witness_says(
    data: st.DataObject, strict: bool
) -> None:
    first = data.draw(drawn())
    assert list(wrong_questions(Pair(first, data.draw(changed(first)), strict))) == []


@settings(max_examples=15)
@given(data=st.data(), strict=st.booleans())
def test_nothing_that_differs_is_lost_at_a_glance(data: st.DataObject, strict: bool) -> None:
    first = data.draw(drawn())
    assert list(lost_at_a_glance(first, data.draw(changed(first)), strict)) == []


@settings(max_examples=8)
@given(data=st.data(), strict=st.booleans())
def test_with_the_readings_stated_otherwise_every_world_is_found_and_mirrored(
    data: st.DataObject, strict: bool
) -> None:
    first = data.draw(drawn())
    assume(first.disputes)
    second = data.draw(read_otherwise(data.draw(changed(first))))
    pair = Pair(first, second, strict)
    assert _held(pair) == []
    assert list(not_the_mirror(pair.comparison, _compared(second, first, strict))) == []


@settings(max_examples=8)
@given(data=st.data(), strict=st.booleans())
def test_a_side_read_in_one_way_only_is_compared_in_that_reading(data: st.DataObject, strict: bool) -> None:
    first = data.draw(drawn())
    assume(first.disputes)
    second = data.draw(changed(first))
    ways: list[Taken] = [(), *(((d.id, r.name),) for d in first.disputes for r in d.readings)]
    taken = data.draw(st.sampled_from(ways)), data.draw(st.sampled_from(ways))
    pair = Pair(first, second, strict, readings=taken)
    assert _held(pair) == []
    assert list(not_the_mirror(pair.comparison, _compared(second, first, strict, taken[::-1]))) == []


@settings(max_examples=12)
@given(data=st.data(), strict=st.booleans())
def test_through_a_mapping_to_other_words_a_comparison_is_the_same(data: st.DataObject, strict: bool) -> None:
    first = data.draw(drawn())
    second = data.draw(changed(first))
    elsewhere, words = called_otherwise(second)
    options = Options(strict=strict), Options(strict=strict)
    through = compare(first, elsewhere, options, words)
    assert list(not_through_words(_compared(first, second, strict), through)) == []
    back = Comparer(elsewhere, first, options, words.inverse()).whole()
    assert (back.same, back.silent, len(back.differences)) == (through.same, through.silent, len(through.differences))
