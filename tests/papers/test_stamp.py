"""What a paper was made from and with."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from proclogic import __version__, mappings
from proclogic.answers.options import Options
from proclogic.library import load
from proclogic.norms.model import Ruleset
from proclogic.papers import stamp
from proclogic.papers.document import Table
from proclogic.positions import finding


def library(name: str) -> Ruleset:
    found, _, _ = load(name)
    assert found is not None
    return found


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def test_the_stamp_names_the_program_the_date_and_how_each_ruleset_was_asked() -> None:
    untoc, uncac = library("untoc-cop"), library("uncac-cosp")
    lines = stamp.stamp([(untoc, Options(strict=True)), (uncac, Options(layers=("treaty",)))], "2026-03-01")
    assert lines[0] == f"proclogic {__version__}; 1 March 2026"
    assert lines[1].startswith("untoc-cop (")
    assert lines[1].endswith("layers: treaty, rules; readings: all; nothing presumed")
    assert "layers: treaty;" in lines[2]


def test_readings_and_choices_in_brackets_are_named() -> None:
    ahc = library("ahc").replace(resolved=(("17(2)", "shall"),))
    dispute = ahc.disputes[0]
    (_, line) = stamp.stamp([(ahc, Options(readings=((dispute.id, dispute.readings[0].name),)))], "2026-11-22")
    assert f"readings: {dispute.id}={dispute.readings[0].name}, of others all" in line
    assert "brackets: 17(2): shall" in line


def test_every_file_of_a_ruleset_is_listed_with_its_fingerprint_and_without_its_place() -> None:
    ruleset = library("untoc-cop")
    table = stamp.files([ruleset, ruleset], [("mappings/a--b.mapping", "0123456789ab")]).blocks[0]
    assert isinstance(table, Table)
    names = [row[0] for row in table.rows]
    assert len(names) == len(set(names)) == len(ruleset.hashes) + 1
    assert "rulesets/united-nations/vocabulary.rules" in names
    assert not any(str(name).startswith("/") for name in names)


def test_the_fingerprint_of_one_file_is_that_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "club.rules"
    file.write_text("Ruleset club.\n1. A member may vote.\nA member is an actor.\n", "utf-8")
    assert stamp.fingerprint([("x/club.rules", sha(file))]) == sha(file)


def test_the_fingerprint_of_several_files_turns_on_each_of_them_and_not_on_where_they_lie() -> None:
    hashes = [("rulesets/a/one.rules", "0123456789ab"), ("rulesets/a/two.rules", "ba9876543210")]
    elsewhere = [(name.rpartition("/")[2], found) for name, found in hashes]
    other = [hashes[0], (hashes[1][0], "ba9876543211")]
    assert stamp.fingerprint(hashes) == stamp.fingerprint(elsewhere) != stamp.fingerprint(other)
    assert len(stamp.fingerprint(hashes)) == 12


def test_a_mapping_is_named_with_the_fingerprint_of_its_file() -> None:
    name = "mappings/untoc-cop--ahc.mapping"
    found = mappings.find("untoc-cop", "ahc")
    assert found is not None
    assert mappings.fingerprints([name]) == ((name, sha(Path(found.path))),)
    assert mappings.fingerprints([]) == mappings.fingerprints(["the words of both"]) == ()


def test_a_mapping_of_the_users_own_is_named_as_it_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "own.mapping"
    file.write_text("...", "utf-8")
    assert mappings.fingerprints(["own.mapping"], [str(file)]) == (("own.mapping", sha(file)),)


def test_a_position_has_the_fingerprint_of_its_file() -> None:
    position, _, sources = finding.load("gpd-2025")
    assert position is not None
    (name,) = sources
    assert position.hash[0] == name
    assert len(position.hash[1]) == 12


@pytest.mark.parametrize(("date", "words"), [("2026-11-22", "22 November 2026"), ("0999-01-01", "1 January 0999")])
def test_a_date_is_spelled_out(date: str, words: str) -> None:
    assert stamp.spelled(date) == words
