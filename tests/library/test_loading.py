"""What comes with a ruleset that is loaded, what is kept of it, and the list of all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from proclogic import compiled, library
from tests.library.texts import HEAD, LATE, RULES, VOCABULARY, WHOLE, WORDS, codes, only, put, ruleset

# ------------------------------------------------------------------------------------------------------------- findings


def test_warnings_come_with_the_ruleset_and_errors_without() -> None:
    put("a.rules", HEAD + WORDS + LATE + "1  An NGO may attend the Conference.\n")
    found, faults, _ = library.load("a.rules")
    assert found is not None
    assert [(d.code, d.span.source) for d in faults] == [("W403", "a.rules")]
    put("b.rules", WHOLE + "1  An NGO may attend the Conference.\n")
    assert only("b.rules").code == "E301"


def test_what_could_not_be_read_is_not_missed_by_the_checks() -> None:
    put("a.rules", WHOLE + "3  An NGO may attend the Conference notwithstanding rule 4.\n4  An NGO may fly.\n")
    assert "E302" not in codes("a.rules")
    assert len(codes("a.rules")) == 1


def test_a_number_that_stands_in_two_files_is_an_error_that_names_both() -> None:
    put("texts/a.rules", WHOLE)
    put("texts/b.rules", "1  An NGO may attend the Conference.\n")
    fault = only("texts")
    assert (fault.code, fault.span.source, fault.labels[0].span.source) == ("E301", "texts/b.rules", "texts/a.rules")


# ---------------------------------------------------------------------------------------------------------------- cache


def test_what_was_loaded_once_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.rules", HEAD + WORDS + LATE + "1  An NGO may attend the Conference.\n")
    first = library.load("a.rules")

    def never(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(compiled, "ruleset", never)
    again = library.load("a.rules")
    assert again == first
    assert first[0] is not None and again[0] is not None
    assert [n.span for n in again[0].norms] == [n.span for n in first[0].norms]
    with pytest.raises(AssertionError, match="compiled again"):
        library.load("a.rules", cache=False)


@pytest.mark.parametrize("changed", ["draft.rules", "words.rules"])
def test_a_change_of_any_file_is_seen(changed: str) -> None:
    put("words.rules", VOCABULARY)
    put("draft.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    before = ruleset("draft.rules")
    put(
        changed,
        Path(changed).read_text() + ("3  An NGO may attend.\n" if changed == "draft.rules" else "Actor: giant.\n"),
    )
    assert ruleset("draft.rules") != before


def test_a_file_that_is_added_is_seen() -> None:
    put("texts/a.rules", WHOLE)
    ruleset("texts")
    put("texts/b.rules", "3  An NGO may attend.\n")
    assert len(ruleset("texts").norms) == 3


def test_a_ruleset_with_errors_is_not_kept() -> None:
    put("a.rules", HEAD + "Uses: words.\n" + LATE + RULES)
    assert library.load("a.rules")[0] is None
    put("words.rules", VOCABULARY)
    assert len(ruleset("a.rules").norms) == 2


def test_a_damaged_cache_costs_time_and_no_more(tmp_path: Path) -> None:
    put("a.rules", WHOLE)
    before = ruleset("a.rules")
    for kept in (tmp_path / "cache").glob("ruleset-*"):
        kept.write_bytes(b"rubbish")
    assert ruleset("a.rules") == before


def test_a_kept_ruleset_is_loaded_without_the_parser() -> None:
    put("a.rules", WHOLE)
    ruleset("a.rules")
    code = (
        "import sys; from proclogic import library; library.load('a.rules');"
        "print(sorted({'lark', 'clingo', 'difflib', 'hypothesis', 'proclogic.syntax.parse'} & set(sys.modules)))"
    )
    root = str(Path(library.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": root}
    )
    assert done.stdout.strip() == "[]"


def test_equal_parts_are_one_object_and_places_are_kept() -> None:
    put("a.rules", WHOLE)
    found = ruleset("a.rules")
    small = compiled.shared(found)
    assert small == found
    assert small.norms[0].subject is small.norms[1].subject
    assert [n.span for n in small.norms] == [n.span for n in found.norms]


# -------------------------------------------------------------------------------------------------------------- listing


def test_the_list_has_project_and_library_and_no_vocabularies(tmp_path: Path) -> None:
    put(str(tmp_path / "shipped/mine/a.rules"), WHOLE.replace("Mine", "Shipped"))
    put(str(tmp_path / "shipped/other/a.rules"), WHOLE.replace("Mine", "Other") + "3  An NGO may attend.\n")
    put(str(tmp_path / "shipped/words/a.rules"), VOCABULARY)
    put("rulesets/mine/a.rules", WHOLE)
    put("rulesets/broken/a.rules", HEAD + "1  Nobody knows this.\n")
    put("rulesets/.hidden/a.rules", WHOLE)
    assert library.listing() == (
        library.Listed("broken", "", "", "", "", 0, False),
        library.Listed("mine", "Mine", "2020-01-01", "rules", "not stated", 2),
        library.Listed("other", "Other", "2020-01-01", "rules", "not stated", 3),
    )


def test_without_any_ruleset_the_list_is_empty() -> None:
    assert library.listing() == ()
