"""Plurals, verb forms, articles, numbers."""

from __future__ import annotations

import pytest

from proclogic.syntax import english


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("State", "States"),
        ("subsidiary body", "subsidiary bodies"),
        ("day", "days"),
        ("working class", "working classes"),
        ("plenary meeting of the Conference", "plenary meetings of the Conference"),
        ("chair of the working group", "chairs of the working group"),
    ],
)
def test_the_noun_of_a_phrase_takes_the_plural(one: str, many: str) -> None:
    assert english.plural(one) == many


@pytest.mark.parametrize(
    ("base", "third", "past", "participle"),
    [
        ("apply to the bureau", "applies to the bureau", "applied to the bureau", "applied to the bureau"),
        ("decide otherwise", "decides otherwise", "decided otherwise", "decided otherwise"),
        ("object to it", "objects to it", "objected to it", "objected to it"),
        ("pass it", "passes it", "passed it", "passed it"),
        ("take part", "takes part", "took part", "taken part"),
        ("be present", "is present", "was present", "been present"),
        ("veto it", "vetoes it", "vetoed it", "vetoed it"),
        ("submit a paper", "submits a paper", "submitted a paper", "submitted a paper"),
        ("stay", "stays", "stayed", "stayed"),
    ],
)
def test_a_verb_has_its_forms(base: str, third: str, past: str, participle: str) -> None:
    assert (english.third(base), english.past(base)) == (third, past)
    assert english.participle(base, english.past(base)) == participle


@pytest.mark.parametrize(
    ("phrase", "article"),
    [("NGO", "an"), ("UNDP", "a"), ("EU body", "an"), ("university", "a"), ("hour", "an"), ("one-day visitor", "a"),
     ("United Nations body", "a"), ("academic institution", "an"), ("unit", "a"), ("State", "a"),
     ("uninvited guest", "an"), ("its own item", "")],
)  # fmt: skip
def test_the_article_follows_the_sound(phrase: str, article: str) -> None:
    assert english.article(phrase) == article


def test_numbers_up_to_ten_are_words() -> None:
    assert [english.number(n) for n in (1, 10, 11, 2000)] == ["one", "ten", "11", "2,000"]


def test_the_name_of_a_phrase_has_no_capitals_and_no_first_article() -> None:
    assert english.norm("The  Chair of the Working Group") == "chair of the working group"
    assert english.norm("a") == "a"
