"""The comparison of real pairs of rulesets comes to the differences that were written out by hand (pairs/README.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from proclogic.answers.ask import answer
from proclogic.answers.lists import cell_of
from proclogic.answers.options import Options
from proclogic.compare.model import Comparison, Difference, Side
from proclogic.compare.whole import Comparer
from proclogic.library import load
from proclogic.mappings import in_common, load_mapping
from proclogic.norms.formulas import as_atom
from proclogic.norms.model import Ruleset
from proclogic.norms.questions import Question
from proclogic.norms.resolving import resolve_all
from proclogic.norms.translation import translated
from proclogic.syntax.parse import parse_question

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.yaml"))
GIVEN = "with observer status"  # given in the question; a comparison gives nothing
ELSEWHERE = "prohibited elsewhere"


class Compared:
    """A pair of a file, compared as a whole once, and asked cell by cell."""

    def __init__(self, path: Path) -> None:
        self.pair: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        sides = [self._side(key) for key in "ab"]
        self.rulesets = sides[0][0], sides[1][0]
        self.options = sides[0][1], sides[1][1]
        self.mapping = load_mapping(None, *self.rulesets)[0] or in_common(*self.rulesets)
        comparer = Comparer(*self.rulesets, self.options, self.mapping)
        self.whole: Comparison = comparer.whole()
        self.told = Comparer(*self.rulesets, self.options, self.mapping, every=True)
        self.told.sides, self.told.askers = comparer.sides, comparer.askers  # with what they have found

    def _side(self, key: str) -> tuple[Ruleset, Options]:
        ruleset = load(self.pair[key])[0]
        assert ruleset is not None
        chosen = [self.pair.get(name, {}) for name in ("options", f"{key}_options")]
        layers = next((tuple(c["layers"]) for c in reversed(chosen) if "layers" in c), ())
        made = [text for c in chosen for text in c.get("resolve", ())]
        return resolve_all(ruleset, made, layers), Options(layers=layers)

    def asked(self, entry: dict[str, Any], side: int = 0) -> Question:
        """The question of an entry, in the words of a side."""
        question, _ = parse_question(entry["question"], self.rulesets[side].vocabulary)
        assert question is not None
        return question

    def rows(self, entry: dict[str, Any]) -> list[Difference]:
        """The cases of the cell of an entry that are its case, or parts of it."""
        question = self.asked(entry)
        (other,) = translated(question, self.mapping).found
        assert question.cell is not None and other.cell is not None
        rows = self.told.cell((question.cell, other.cell))
        said = _literals(entry, question, self.told)
        exact = [r for r in rows if any(set(map(_bare, cube)) <= said for cube in r.when or ((),))]
        return exact or [r for r in rows if any(_together(cube, said) for cube in r.when)]

    def is_told(self, row: Difference) -> bool:
        """Whether the whole comparison has a difference of the cell of a row."""
        cell = row.actor, row.act, row.body
        return any((d.actor, d.act, d.body) == cell and not d.is_same for d in self.whole.differences)


def _bare(words: str) -> str:
    return words.removeprefix("it is ")


def _literals(entry: dict[str, Any], question: Question, told: Comparer) -> set[str]:
    """The case of an entry, and what its question gives, in words."""
    wording = told.askers[0].wording
    given = {_bare(wording.literal(as_atom(f.atom), f.holds)) for f in question.facts}
    parts = [part.strip() for part in entry["case"].split(";")]
    return given | {_bare(part) for part in parts if part not in ("", GIVEN)}


def _together(cube: tuple[str, ...], said: set[str]) -> bool:
    """Whether nothing in a description denies what is said."""
    plain = {s.replace("not ", "", 1): s for s in said}
    return all(plain.get(w.replace("not ", "", 1), w) == w for w in map(_bare, cube))


@pytest.fixture(scope="module", params=PAIRS, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> Compared:
    return Compared(request.param)


def kinds(row: Difference) -> set[str]:
    return {f.kind for f in row.finer}


def verdict(side: Side) -> str:
    return f"{side.verdict}{', contested' if 'contested' in side.marks else ''}"


def given_verdicts(pair: Compared, entry: dict[str, Any]) -> list[str]:
    """The verdicts of both on a question that gives what a comparison does not."""
    question = pair.asked(entry)
    (other,) = translated(question, pair.mapping).found
    asked = zip(pair.rulesets, (question, other), pair.options, strict=True)
    return [answer(ruleset, q, options).verdict for ruleset, q, options in asked]


def wrong(pair: Compared, key: str) -> list[str]:
    """What the comparison says otherwise than the entries of a file."""
    found = []
    for entry in pair.pair.get(key) or ():
        rows = pair.rows(entry)
        faults = [] if rows else ["no such case"]
        for row in rows:
            faults += _different(pair, entry, row) if key == "differences" else _same(entry, row)
            given = entry["case"] == GIVEN
            verdicts = given_verdicts(pair, entry) if given else [verdict(row.a), verdict(row.b)]
            if verdicts != [entry["a"], entry["b"]]:
                faults.append(f"verdicts {verdicts}")
        found += [f"{entry['question']} [{entry['case']}]: {fault}" for fault in faults]
    return found


def _different(pair: Compared, entry: dict[str, Any], row: Difference) -> list[str]:
    faults = []
    if not pair.is_told(row):
        faults.append("not in the whole comparison")
    if row.relation != entry["relation"]:
        faults.append(f"relation {row.relation}")
    if not set(entry["kinds"]) <= kinds(row):
        faults.append(f"kinds {sorted(kinds(row))}")
    for side, rules in ((row.a, entry["a_rules"]), (row.b, entry["b_rules"])):
        if entry["case"] != GIVEN and not set(rules) <= set(side.rules):
            faults.append(f"rules {side.rules}")
    if not row.witnesses:
        faults.append("no world that shows it")
    return faults


def _same(entry: dict[str, Any], row: Difference) -> list[str]:
    if entry["case"] == GIVEN:
        even = row.a.verdict == row.b.verdict and kinds(row) <= {ELSEWHERE}
        return [] if even else [f"{row.relation}, kinds {sorted(kinds(row))}"]
    if row.relation != "same" or kinds(row) != set(entry.get("kinds", ())):
        return [f"{row.relation}, kinds {sorted(kinds(row))}"]
    return []


def test_the_reference_evaluator_confirmed_every_world_that_shows_a_difference(pair: Compared) -> None:
    assert pair.whole.unconfirmed == 0


def test_every_difference_has_a_world_or_says_why_and_words_limits_and_majorities_are_shown(pair: Compared) -> None:
    for one in pair.whole.differences:
        assert one.is_same or bool(one.witnesses) != bool(one.why), one
        shown = {"limits changed", "majority changed", "stronger words", "weaker words"}
        assert all(f.instances for f in one.finer if f.kind in shown), one


def test_expected_differences_are_told_with_verdicts_relation_kinds_and_rules(pair: Compared) -> None:
    assert wrong(pair, "differences") == []


def test_what_is_expected_to_be_the_same_is_told_as_the_same(pair: Compared) -> None:
    assert wrong(pair, "same") == []


@pytest.mark.parametrize("side", ["a", "b"])
def test_what_the_other_side_has_no_words_for_is_listed(pair: Compared, side: str) -> None:
    asker = pair.told.askers["ab".index(side)]
    listed = {(o.actor, o.does) for o in pair.whole.only if o.side == side}
    missing = {word for o in pair.whole.only if o.side == side for word in o.words}
    for entry in pair.pair.get(f"only_{side}") or ():
        cell = pair.asked(entry, "ab".index(side)).cell
        assert cell is not None
        body = cell.body.kinds[0] if cell.body is not None else ""
        row = cell_of(asker, cell.actor.kinds[0], cell.act, body)
        told = (" ".join(map(asker.wording.bare, row.actor.kinds)), asker.wording.act(row)) in listed
        if entry.get(side) == "not-conferred":  # no rule speaks of it: the word is listed with what the rules do say
            assert not told
            assert asker.wording.noun(body, "body") in missing
        else:
            assert told, entry["question"]
