"""The matrix from the cache is the matrix worked out anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from proclogic.answers import lists, worked_out
from proclogic.answers.model import Matrix
from proclogic.answers.options import Options
from proclogic.library import load
from proclogic.norms.model import Ruleset

SMALL = Path(__file__).parents[1] / "cli" / "small.rules"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ruleset:
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "cache"))
    ruleset, found, _ = load(str(SMALL))
    assert ruleset is not None, found
    return ruleset


def never(*_: object, **__: object) -> Matrix:
    raise AssertionError("worked out anew")


def test_the_second_matrix_is_read_and_is_the_same(small: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    first = worked_out.matrix(small)
    assert first == lists.matrix(small)
    monkeypatch.setattr(lists, "matrix", never)
    assert worked_out.matrix(small) == first


def test_a_part_taken_from_the_whole_is_the_part_worked_out_alone(
    small: Ruleset, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = worked_out.matrix(small)
    actor, act = lists.actors_of(small)[0], lists.columns_of(small)[0][0]
    alone = lists.matrix(small, None, (actor,), (act,))
    monkeypatch.setattr(lists, "matrix", never)
    taken = worked_out.matrix(small, None, (actor,), (act,))
    assert taken == alone
    assert 0 < len(taken.rows) < len(whole.rows)


def test_other_options_other_texts_and_no_cache_are_worked_out(small: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    worked_out.matrix(small)
    monkeypatch.setattr(lists, "matrix", never)
    for changed, options in (
        (small, Options(strict=True)),
        (small, Options(layers=("treaty", "rules", "practice"))),
        (small.replace(hashes=(("small.rules", "0" * 12),)), Options()),
        (small.replace(hashes=()), Options()),
    ):
        with pytest.raises(AssertionError, match="anew"):
            worked_out.matrix(changed, options)
    with pytest.raises(AssertionError, match="anew"):
        worked_out.matrix(small, cache=False)


def test_with_choices_it_is_kept_beside_the_one_without(small: Ruleset, monkeypatch: pytest.MonkeyPatch) -> None:
    first = worked_out.matrix(small, choices=True)
    assert any(row.under for row in first.rows)
    plain = first.replace(rows=tuple(row.replace(under=()) for row in first.rows), choosable=())
    monkeypatch.setattr(lists, "matrix", never)
    assert worked_out.matrix(small, choices=True) == first
    assert worked_out.matrix(small) == plain
