"""What authors let stand, and that `check` says when there is nothing to let stand any more."""

from __future__ import annotations

from pathlib import Path

from proclogic.checking import check, no_longer_found
from proclogic.compiled import ruleset as compiled
from proclogic.conflicts.whole import conflicts
from proclogic.sources import Source
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


def test_what_conflicts_tells_of_the_findings_of_check_can_be_accepted_and_is_looked_for() -> None:
    never = "1  An NGO with observer status may speak in the Committee.\n"
    accepted = '   Accepted: W402 because "it comes with the next amendment".\n'
    words = WORDS + "Status: observer status.\n"
    assert [f.code for f in conflicts(text(never, words), codes=("W402",)).findings] == ["W402"]
    let_stand = conflicts(text(never + accepted, words), codes=("W402",))
    assert (let_stand.findings, [f.code for f in let_stand.accepted]) == ((), ["W402"])
    assert no_longer_found(text(never + accepted, words)) == []
    assert codes(GRANT + accepted) == ["W413"]


def test_what_only_check_finds_is_not_looked_for() -> None:
    assert codes(GRANT + '   Accepted: W403 because "so".\n') == []


def test_an_error_cannot_be_let_stand() -> None:
    circle = (
        "1  Notwithstanding rule 2, an NGO may speak in the Committee.\n"
        '   Accepted: E310 because "so".\n'
        "2  Notwithstanding rule 1, an NGO may not speak in the Committee.\n"
    )
    assert [f.code for f in conflicts(text(circle), codes=("E310",)).findings] == ["E310"]
    (one,) = no_longer_found(text(circle))
    assert one.message == "rule 1 accepts E310, and an error cannot be let stand"


def test_an_acceptance_needs_a_reason() -> None:
    for line in ("Accepted: C101.", 'Accepted: C101 because "".', 'Accepted: C101, G203 because "so".'):
        written = HEAD.format(header="") + WORDS + "\n" + GRANT + f"   {line}\n" + BAN
        _, found, _ = compiled([Source("court.rules", written)], {}, "court")
        assert [d.message for d in found if d.is_error] == ["C101 is accepted without a reason"], line


def test_an_acceptance_of_a_missing_majority_is_of_the_decisions_on_which_its_provision_turns() -> None:
    words = WORDS + "Event: admit it, by the Committee.\nEvent: exclude it, by the Committee.\n"
    words += "Event: hear it, by the Committee.\n"
    provisions = (
        "1  An NGO may attend the Committee if the Committee admits it.\n"
        '   Accepted: G202 because "the members know".\n'
        "2  An NGO may speak in the Committee if the Committee hears it.\n"
        "3  An NGO may attend the Board if the Committee admits it and the Committee does not exclude it.\n"
    )
    found = conflicts(text(provisions, words), codes=("G202",))
    (one,) = found.findings
    assert (one.id, tuple(b.provision for b in one.blamed)) == ("G202/committee/hear-it", ("2", "3"))
    assert [tuple(b.provision for b in f.blamed) for f in found.accepted] == [("1", "3")]


def test_check_reports_it_and_examines_nothing_where_nothing_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "court.rules"
    for provisions, expected in ((GRANT + ACCEPTED, ["W413"]), (GRANT + BAN, [])):
        path.write_text(HEAD.format(header="") + WORDS + "\n" + provisions, "utf-8")
        found = [d.code for d in check([str(path)], cache=False).diagnostics if d.code == "W413"]
        assert found == expected
