"""The expected differences between real pairs of rulesets: every question can be read, every provision cited exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from proclogic.answers.model import VERDICTS
from proclogic.compare.model import KINDS
from proclogic.library import load
from proclogic.mappings import in_common, load_mapping
from proclogic.norms.model import LAYERS, Ruleset
from proclogic.norms.resolving import Clash, UnknownChoice, resolve_all
from proclogic.norms.translation import translated
from proclogic.syntax.parse import parse_question

PAIRS = sorted((Path(__file__).parent / "pairs").glob("*.yaml"))
CELLS, ALONE = ("differences", "same"), ("only_a", "only_b")
RELATIONS = ("wider", "narrower", "different")
WHOLE_RULES = {"untoc-cop--uncac-cosp.yaml", "untoc-cop--ahc.yaml"}  # whole rules of procedure
PLACE = re.compile(r"(UNTOC|UNCAC|AHC|UNCC|CND|CCPCJ|FC|E1996/31|Q\d)")


def wrong_in(pair: dict[str, Any], name: str = "") -> list[str]:
    """What is wrong with the expectations of a pair."""
    a, b = (load(pair[side])[0] for side in "ab")
    if a is None or b is None:
        return ["a ruleset that is not there"]
    found = _numbers(pair, name) + _options(pair, a, b)
    mapping = load_mapping(None, a, b)[0] or in_common(a, b)
    for key in (*CELLS, *ALONE):
        for entry in pair.get(key) or ():
            asked = entry.get("question", "")
            question, faults = parse_question(asked, (b if key == "only_b" else a).vocabulary)
            if question is None:
                found.append(f"{asked} cannot be read: {faults[0].message}")
            elif key in CELLS and not translated(question, mapping).found:
                found.append(f"{asked} has no counterpart")
            elif key == "only_a" and translated(question, mapping).found:
                found.append(f"{asked} has a counterpart")
            elif key == "only_b" and parse_question(asked, a.vocabulary)[0] is not None:
                found.append(f"{asked} can be read under {a.id} as well")
            found += [f"{asked}: {fault}" for fault in _entry(entry, key, a, b)]
    return found


def _entry(entry: dict[str, Any], key: str, a: Ruleset, b: Ruleset) -> list[str]:
    found = [f"no {field}" for field in ("actor", "act", "why") if not entry.get(field)]
    if not PLACE.search(entry.get("dossier", "")):
        found.append("no place in the dossier")
    sides = "ab" if key in CELLS else key[-1]
    for side, ruleset in (("a", a), ("b", b)):
        numbers = {provision.number for provision in ruleset.provisions}
        found += [f"{ruleset.id} has no {rule}" for rule in entry.get(f"{side}_rules", ()) if rule not in numbers]
        verdict = str(entry.get(side, "")).removesuffix(", contested")
        if (key in CELLS or verdict) and (verdict not in VERDICTS or side not in sides):
            found.append(f"{verdict!r} is no verdict of {side}")
    if key == "differences" and entry.get("relation") not in RELATIONS:
        found.append("no relation")
    if key == "same" and (entry.get("a") != entry.get("b") or "relation" in entry):
        found.append("what is the same has one verdict and no relation")
    return found + [f"there is no kind {kind}" for kind in entry.get("kinds", ()) if kind not in KINDS]


def _numbers(pair: dict[str, Any], name: str) -> list[str]:
    differences = sum(len(pair.get(key) or ()) for key in ("differences", *ALONE))
    wanted, same = (8, 4) if name in WHOLE_RULES else (3, 3)
    return [] if differences >= wanted and len(pair["same"]) >= same else ["too few cells"]


def _options(pair: dict[str, Any], a: Ruleset, b: Ruleset) -> list[str]:
    found = []
    for key, sides in (("options", (a, b)), ("a_options", (a,)), ("b_options", (b,))):
        chosen = pair.get(key, {})
        found += [f"there is no layer {layer}" for layer in chosen.get("layers", ()) if layer not in LAYERS]
        for ruleset in sides:
            try:
                resolve_all(ruleset, chosen.get("resolve", ()), tuple(chosen.get("layers", ())))
            except (UnknownChoice, Clash) as fault:
                found.append(str(fault))
    return found


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_every_expected_difference_is_asked_in_words_and_provisions_that_are_there(path: Path) -> None:
    pair = yaml.safe_load(path.read_text("utf-8"))
    assert path.stem.split("--")[:2] == [pair["a"], pair["b"]]
    assert wrong_in(pair, path.name) == []


def test_there_are_expectations_for_every_pair_that_was_promised() -> None:
    promised = (
        "untoc-cop--uncac-cosp untoc-cop--ahc untoc-cop--ccpcj cnd-option-1--cnd-option-2 cnd-option-2--cnd-option-3"
    )
    alternatives = [f"ahc--uncc-cosp--option-{name}" for name in ("a", "b", "c0", "c1")]
    assert {*promised.split(), *alternatives} <= {path.stem for path in PAIRS}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"question": "May a dragon attend the Conference?"}, "cannot be read"),
        ({"question": "May an NGO attend a working group?"}, "has no counterpart"),
        ({"b_rules": ["75/282(99)"]}, "ahc has no 75/282(99)"),
        ({"a": "of rigth"}, "is no verdict of a"),
        ({"relation": "broader"}, "no relation"),
        ({"kinds": ["became nicer"]}, "there is no kind"),
        ({"dossier": ""}, "no place in the dossier"),
    ],
)
def test_an_expectation_that_is_mistaken_is_found_out(change: dict[str, Any], says: str) -> None:
    (path,) = (path for path in PAIRS if path.stem == "untoc-cop--ahc")
    pair = yaml.safe_load(path.read_text("utf-8"))
    pair["differences"][0] |= change
    assert any(says in fault for fault in wrong_in(pair, path.name))


def test_a_choice_that_the_ruleset_does_not_have_is_found_out() -> None:
    (path,) = (path for path in PAIRS if path.stem == "ahc--uncc-cosp--option-a")
    pair = yaml.safe_load(path.read_text("utf-8"))
    pair["b_options"]["resolve"] = ["Option Z"]
    assert any("Option Z" in fault for fault in wrong_in(pair, path.name))
