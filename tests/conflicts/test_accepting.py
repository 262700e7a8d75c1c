"""What authors let stand, and that `check` says when there is nothing to let stand any more."""

from __future__ import annotations

from pathlib import Path

from proclogic.checking import check, no_longer_found
from proclogic.conflicts.whole import conflicts
from tests.answers.texts import HEAD
from tests.conflicts.texts import WORDS, text

GRANT = "1  An NGO may speak in the Committee.\n"
BAN = "2  An NGO may not speak in the Committee.\n"
ACCEPTED = '   Accepted: C101 because "the text says both".\n'


def codes(provisions: str) -> list[str]:
    return [d.code for d in no_longer_found(text(provisions))]


def test_an_acceptance_of_what_is_found_is_in_order_in_each_provision_to_blame() -> None:
    assert codes(GRANT + ACCEPTED + BAN) == []
    assert codes(GRANT + BAN + ACCEPTED) == []
    assert conflicts(text(GRANT + ACCEPTED + BAN)).findings == ()


def test_an_acceptance_of_what_is_not_found_is_reported() -> None:
    assert codes(GRANT + ACCEPTED) == ["W413"]
    assert codes(GRANT + BAN + ACCEPTED + "3  A State may attend the Board.\n" + ACCEPTED) == ["W413"]


def test_an_acceptance_of_another_kind_of_finding_is_none_of_this_one() -> None:
    assert codes(GRANT + BAN + '   Accepted: G203 because "so".\n') == ["W413"]


def test_warnings_of_the_check_itself_are_not_looked_for() -> None:
    assert codes(GRANT + "   Accepted: W402.\n") == []


def test_check_reports_it_and_examines_nothing_where_nothing_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "court.rules"
    for provisions, expected in ((GRANT + ACCEPTED, ["W413"]), (GRANT + BAN, [])):
        path.write_text(HEAD.format(header="") + WORDS + "\n" + provisions, "utf-8")
        found = [d.code for d in check([str(path)], cache=False).diagnostics if d.code == "W413"]
        assert found == expected
