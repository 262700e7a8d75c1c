"""proclogic explain on an overlay: the derivation is of the text that counts, and of no other."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.papers.schemas import validator

REFORM = """Ruleset: reform.
Language: 1.
Title: "Reform".
Amends: small.
Proposed by: Friends of the Sea.
In 4, delete ", if the President invites it to speak".
Delete 6.
7   An NGO may vote if the President invites it to speak.
"""
SPEAK = "May an NGO with observer status speak in plenary meetings of the Conference?"
VOTE = "Why may an NGO not vote?"


def test_an_explanation_rests_on_the_base_text_where_the_layer_of_the_overlay_does_not_count(
    proclogic: Run, folder: Path
) -> None:
    (folder / "reform.rules").write_text(REFORM, "utf-8")
    adopted = ("--layers", "treaty,rules")

    counted = proclogic("explain", "reform.rules", SPEAK).out
    assert counted.startswith("OF RIGHT.")
    assert "invites" not in counted.partition("  Amended ")[0]
    assert "Amended" in counted and "by reform (proposed by Friends of the Sea)" in " ".join(counted.split())
    plain = proclogic("explain", "reform.rules", SPEAK, *adopted).out
    assert "Amended" not in plain
    assert plain.startswith("BY LEAVE of the President.")
    assert "and the President invites it to speak (it takes this act)" in plain
    assert "the President invites it to speak: by leave, then yes" in plain
    assert "without the amendments (proposal)" in " ".join(plain.split())

    counted = proclogic("explain", "reform.rules", VOTE).out
    assert counted.startswith("BY LEAVE of the President.")
    assert "rule 6" not in counted.partition("  Amended ")[0]
    plain = proclogic("explain", "reform.rules", VOTE, *adopted).out
    assert plain.startswith("PROHIBITED.")
    assert "An NGO may not vote." in plain

    for question in (SPEAK, VOTE):
        alone = proclogic("explain", "small", question, *adopted).out
        overlaid = proclogic("explain", "reform.rules", question, *adopted).out
        derived, beside, proposal = overlaid.partition("\n\n  Under a proposal")
        assert derived == alone.partition("\n\nAll ")[0]
        assert beside and proposal.partition("\n\nAll ")[2].partition("\nreform:")[0] in alone  # what was looked at
        told = json.loads(proclogic("explain", "reform.rules", question, *adopted, "--format", "json").out)
        validator("explanation-1").validate(told)
