"""Where a ruleset is found by its name, and its files as they are read."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from proclogic import files, library
from tests.library.texts import HEAD, WHOLE, only, put, ruleset

# -------------------------------------------------------------------------------------------------------------- finding


def test_a_ruleset_is_found_by_its_id_in_the_project_before_the_library(tmp_path: Path) -> None:
    put(str(tmp_path / "shipped/mine/a.rules"), WHOLE.replace("Mine", "Shipped"))
    assert ruleset("mine").title == "Shipped"
    put("rulesets/mine/a.rules", WHOLE)
    assert ruleset("mine").title == "Mine"


@pytest.mark.parametrize("name", ["draft.rules", "./draft.rules", "texts/draft.rules", "texts", "texts/"])
def test_a_ruleset_is_found_by_the_path_of_its_file_or_folder(name: str) -> None:
    put("draft.rules", WHOLE)
    put("texts/draft.rules", WHOLE)
    assert ruleset(name).id == "mine"


def test_an_absolute_path_is_a_path_too() -> None:
    put("draft.rules", WHOLE)
    assert ruleset(os.path.abspath("draft.rules")).id == "mine"


def test_a_text_without_a_name_has_that_of_its_file() -> None:
    put("draft.rules", WHOLE.removeprefix("Ruleset: mine.\n"))
    assert ruleset("draft.rules").id == "draft"


def test_a_dash_reads_what_is_piped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WHOLE.encode())))
    found, faults, sources = library.load("-")
    assert (faults, list(sources)) == ([], ["standard input"])
    assert found is not None and found.id == "mine"


def test_an_unknown_id_is_an_error_that_names_the_nearest() -> None:
    put("rulesets/untoc-cop/a.rules", WHOLE)
    fault = only("untoc-cob")
    assert (fault.code, fault.help[0]) == ("E010", "did you mean “untoc-cop”?")
    assert only("zzz").notes == ("I know “untoc-cop”",)


def test_an_unknown_path_is_an_error_that_names_the_nearest() -> None:
    put("texts/draft.rules", WHOLE)
    fault = only("texts/draf.rules")
    assert (fault.code, fault.help[0]) == ("E010", "did you mean “draft.rules”?")
    assert only("nowhere/draft.rules").code == "E010"


@pytest.mark.parametrize("name", ["", "..", "../..", "a b", "[x]", "-x", "\0", "x" * 5000])
def test_no_name_raises(name: str) -> None:
    found, faults, _ = library.load(name)
    assert found is None
    assert faults[0].code in ("E010", "E011")


def test_a_folder_without_rules_is_an_error() -> None:
    put("empty/readme.md", "nothing")
    assert only("empty").code == "E011"


# -------------------------------------------------------------------------------------------------------------- reading


def test_a_file_that_is_not_utf_8_is_an_error_that_says_where() -> None:
    put("a.rules", HEAD.encode() + b"1  caf\xe9.\n")
    fault = only("a.rules")
    assert (fault.code, fault.notes) == ("E012", (f"byte {len(HEAD) + 7} (in line 5) is 0xe9",))
    put("b.rules", WHOLE.encode("utf-16"))
    assert only("b.rules").notes == ("it is UTF-16 text",)


def test_a_byte_order_mark_and_other_line_ends_change_nothing() -> None:
    put("a.rules", WHOLE)
    put("b.rules", b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    put("c.rules", WHOLE.replace("\n", "\r"))
    assert ruleset("a.rules").norms == ruleset("b.rules").norms == ruleset("c.rules").norms


def test_a_folder_that_is_called_like_a_file_is_no_file() -> None:
    put("a.rules/inner.rules", WHOLE)
    assert ruleset("a.rules").id == "mine"


def test_a_file_that_the_system_does_not_give_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.rules", WHOLE)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    fault = only("a.rules")
    assert (fault.code, fault.message) == ("E013", "a.rules cannot be read: permission denied")


def test_a_file_that_is_too_large_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.rules", WHOLE)
    monkeypatch.setattr(files, "LARGEST", len(WHOLE.encode()))
    assert ruleset("a.rules").id == "mine"
    monkeypatch.setattr(files, "LARGEST", len(WHOLE.encode()) - 1)
    assert only("a.rules").code == "E015"


def test_an_empty_file_is_an_error() -> None:
    put("a.rules", "")
    assert only("a.rules").code == "E104"


def test_names_are_never_absolute(tmp_path: Path) -> None:
    put("rulesets/mine/a.rules", WHOLE)
    put(str(tmp_path / "shipped/other/b.rules"), WHOLE)
    put(str(tmp_path / "elsewhere/deep/c.rules"), WHOLE)
    assert list(library.load("mine")[2]) == ["rulesets/mine/a.rules"]
    assert list(library.load("other")[2]) == ["rulesets/other/b.rules"]
    assert list(library.load(str(tmp_path / "elsewhere/deep/c.rules"))[2]) == ["deep/c.rules"]
    assert str(tmp_path) not in only(str(tmp_path / "elsewhere/deep/d.rules")).message
