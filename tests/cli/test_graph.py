"""The command that draws figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.papers.schemas import validator
from tests.programs import needs

GARDEN = """Ruleset: garden.
Language: 1.
Actor: gardener.
Act: dig, in a body.
Body: the garden.

1      A gardener may dig in the garden.
"""


def test_without_a_file_the_table_and_the_sentences_are_printed(proclogic: Run) -> None:
    ran = proclogic("graph", "small", "--plain")
    assert ran.code == 0 and ran.err == ""
    assert "An NGO" in ran.out and "rule" in ran.out


def test_a_dot_file_needs_no_graphviz_and_has_its_alternative_text_beside(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    ran = proclogic("graph", "small", "--to", "one.dot")
    assert ran.code == 0
    assert (folder / "one.dot").read_text("utf-8").startswith("digraph")
    alt = (folder / "one.alt.txt").read_text("utf-8").splitlines()
    assert alt[0] in " ".join(ran.err.split()) and all(line.endswith(".") for line in alt[2:])
    assert "Wrote one.dot and one.alt.txt" in ran.err
    assert "rule" in ran.out


def test_without_graphviz_the_table_is_printed_and_the_way_to_install_it(
    proclogic: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = proclogic("graph", "small", "--to", "one.dot").out
    monkeypatch.setenv("PATH", "")
    ran = proclogic("graph", "small", "--to", "one.svg")
    assert ran.code == 5
    assert ran.out == table
    assert "Graphviz" in ran.err and "install" in ran.err and "Traceback" not in ran.err
    assert not list(folder.glob("one.svg")) and not list(folder.glob(".*.svg"))


@needs("dot")
def test_each_kind_of_file_is_what_its_ending_says(proclogic: Run, folder: Path) -> None:
    for ending, start in (("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
        assert (
            proclogic("graph", "small", "--body", "plenary meeting of the Conference", "--to", f"a.{ending}").code == 0
        )
        assert (folder / f"a.{ending}").read_bytes().startswith(start)


def test_several_figures_are_several_files_and_it_is_said_which_shows_what(proclogic: Run, folder: Path) -> None:
    actors = "".join(f"Actor: group {n}.\n" for n in "ABCDEFGHIJKLMN")
    head, rest = (folder / "rulesets" / "small" / "small.rules").read_text("utf-8").split("Actor: State.\n", 1)
    rules = "".join(f"{80 + i}  A group {n} may attend the Conference.\n" for i, n in enumerate("ABCDEFGHIJKLMN"))
    Path("large.rules").write_text(
        f"{head}{actors}Actor: State.\n{rest}\n{rules}".replace("Ruleset: small", "Ruleset: large")
    )
    ran = proclogic("graph", "large.rules", "--to", "f.dot")
    assert ran.code == 0, ran.err
    files = sorted(path.name for path in folder.glob("f-*.dot"))
    assert len(files) > 1 and not (folder / "f.dot").exists()
    assert all(f"Wrote {name} and {name[:-4]}.alt.txt" in ran.err for name in files)


def test_json_fits_its_schema(proclogic: Run) -> None:
    for more in ((), ("--actor", "NGO"), ("--kind", "statuses"), ("--kind", "overrides")):
        found = json.loads(proclogic("graph", "small", *more, "--format", "json").out)
        validator("figures-1").validate(found)
        assert found["figures"] or more == ("--kind", "overrides")


def test_an_actor_has_its_way_and_two_rulesets_are_overlaid(proclogic: Run) -> None:
    text = Path("rulesets/small/small.rules").read_text("utf-8").replace("Ruleset: small", "Ruleset: other")
    Path("other.rules").write_text(text + "\n90  The President may vote.\n", "utf-8")
    assert "the way of" in proclogic("graph", "small", "--actor", "NGO").out
    ran = proclogic("graph", "small", "other.rules")
    assert ran.code == 0 and "added" in ran.out and "rule 90" in ran.out


def test_where_nothing_is_to_draw_it_is_said(proclogic: Run) -> None:
    ran = proclogic("graph", "small", "--kind", "overrides", "--to", "none.svg")
    assert ran.code == 0 and "nothing to draw" in ran.out and not Path("none.svg").exists()
    assert "no rule is said to prevail over another" in ran.out
    Path("garden.rules").write_text(GARDEN, "utf-8")
    assert "--mapping says what stands for what" in proclogic("graph", "small", "garden.rules").out
    assert "no rule gives or takes a status" in proclogic("graph", "garden.rules", "--kind", "statuses").out


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("small", "--to", "a.docx"), ".svg, .png, .pdf, .dot"),
        (("small", "--to", "nowhere/a.svg"), "there is no folder"),
        (("small", "small", "small"), "one ruleset, or two"),
        (("small", "other.rules", "--kind", "overrides"), "of one ruleset"),
        (("small", "--kind", "overrides", "--actor", "NGO"), "as a whole"),
        (("small", "--mapping", "a.mapping"), "name both"),
        (("small", "--actor", "NOG"), "did you mean: NGO"),
        (("small", "--actor", "zebra"), "there are: "),
    ],
)
def test_what_cannot_be_drawn_is_refused(proclogic: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = proclogic("graph", *arguments)
    assert ran.code == 2 and said in " ".join(ran.err.split())
