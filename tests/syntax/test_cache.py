"""The cache: what it keeps, and that nothing in it can do harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from proclogic import cache
from proclogic.norms.vocabulary import Vocabulary
from proclogic.syntax import tables
from tests.syntax.texts import CONFERENCE, vocabulary

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.mark.parametrize("value", [{"a": (1, 2)}, ["x"], vocabulary(CONFERENCE), Vocabulary()])
def test_what_is_stored_is_loaded_as_the_same_value(folder: Path, value: object) -> None:
    cache.store("thing", "key", value)
    assert cache.load("thing", "key") == value
    assert cache.load("thing", "other") is None
    assert cache.load("other", "key") is None
    assert [p.name for p in folder.iterdir()] == ["thing-key.cache"]


@pytest.mark.parametrize("damage", [b"", b"x", b"proclogic cache 1\n", b"proclogic cache 1\nm1234garbage"])
def test_a_damaged_file_is_as_good_as_none(folder: Path, damage: bytes) -> None:
    cache.store("thing", "key", {"a": 1})
    (folder / "thing-key.cache").write_bytes(damage)
    assert cache.load("thing", "key") is None


def test_no_single_changed_byte_gives_another_value(folder: Path) -> None:
    cache.store("thing", "key", {"a": 1, "b": [2]})
    path = folder / "thing-key.cache"
    whole = path.read_bytes()
    for k in range(len(whole)):
        path.write_bytes(whole[:k] + bytes([whole[k] ^ 1]) + whole[k + 1 :])
        assert cache.load("thing", "key") in (None, {"a": 1, "b": [2]})


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "file" / "below"))
    cache.store("thing", "key", 1)
    assert cache.load("thing", "key") is None


def test_what_cannot_be_kept_leaves_nothing_behind(folder: Path) -> None:
    cache.store("thing", "key", lambda: None)
    assert cache.load("thing", "key") is None
    assert not list(folder.glob("*"))


def test_the_folder_is_named_by_the_variable_or_by_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PROCLOGIC_CACHE_DIR", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == os.path.join(tmp_path, "proclogic")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.folder() == os.path.join(tmp_path, ".cache", "proclogic")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache.folder() == os.path.join(tmp_path, "Library", "Caches", "proclogic")
    monkeypatch.setenv("PROCLOGIC_CACHE_DIR", str(tmp_path / "own"))
    assert cache.folder() == str(tmp_path / "own")


def test_a_table_that_is_no_table_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_loaded", [])
    made = tables.table()
    (path,) = folder.iterdir()
    kind, _, key = path.stem.partition("-")
    cache.store(kind, key, ["not", "a", "table"])
    monkeypatch.setattr(tables, "_loaded", [])
    assert tables.table() == made


WARM = """
import sys
from proclogic.norms.vocabulary import Act, Kind, Vocabulary
from proclogic.syntax.parse import parse_question
words = Vocabulary(
    (Kind("ngo", "actor", "NGO", "NGOs", "an"), Kind("plenary", "body", "plenary", "plenaries", "the")),
    (Act("attend", "attend", True),),
)
asked, found = parse_question("May an NGO attend the plenary?", words)
assert asked and not found, found
print(*sorted(name for name in sys.modules if name.split(".")[0] in sys.argv[1].split(",")))
"""


def test_a_question_is_read_without_lark_and_other_slow_modules_once_the_table_is_kept(folder: Path) -> None:
    def run() -> str:
        slow = "lark,difflib,dataclasses,hypothesis,rich,jsonschema,inspect,pickle"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", WARM, slow]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()

    assert "lark" in run()
    assert run() == ""


def test_the_oldest_values_make_room_for_new_ones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT", 8)
    for number in range(9):
        cache.store("thing", str(number), number)
        os.utime(folder / f"thing-{number}.cache", (number, number))
    cache.store("thing", "new", "new")
    assert cache.load("thing", "new") == "new"
    assert cache.load("thing", "0") is None
    assert len(list(folder.iterdir())) <= 8
