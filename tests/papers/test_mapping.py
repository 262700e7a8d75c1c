"""Mappings on paper: no word is lost in any format, whatever signs the texts hold."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from proclogic.layout import clean
from proclogic.norms.mapping import Mapping, Term, mapping
from proclogic.norms.vocabulary import ACTOR, Act, Kind, Predicate, Vocabulary, Word
from proclogic.papers import from_mapping, write
from tests.papers.schemas import validator
from tests.papers.test_markdown import rendered
from tests.papers.test_survival import BRACKETED

NAMES = ("kind", "other kind", "act", "lonely act", "quality", "limit", "note", "file", "source", "ruleset", "title")


def made(s: dict[str, str]) -> Mapping:
    here = Vocabulary(
        (Kind("k", ACTOR, s["kind"], "ks", "a"),),
        (Act("a", s["act"]), Act("b", s["lonely act"])),
        (Predicate("q", ACTOR, "quality", "word", s["quality"]),),
        (),
        (Word("l", "limit", s["limit"]),),
    )
    there = Vocabulary(
        (Kind("o", ACTOR, s["other kind"], "os", "a"),),
        (Act("a", s["act"]),),
        (Predicate("q", ACTOR, "status", "word", s["quality"]),),
    )
    written = [(Term(ACTOR, "k"), Term(ACTOR, "o"), s["note"])]
    return mapping((s["ruleset"], here), ("there", there), written, file=s["file"], source=s["source"])


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, BRACKETED)))
def test_every_word_reaches_the_reader_unchanged(s: dict[str, str]) -> None:
    value = made(s)
    said = [clean(s[name]) for name in NAMES if name != "title"]
    text = from_mapping.written(value, (s["title"], ""), "text")
    assert max(len(line) for line in text.splitlines()) <= 80 + 2 * max(map(len, said))
    for name, whole in (("plain", from_mapping.written(value, (s["title"], ""), "plain")), ("text", text)):
        flat = "".join(whole.split())
        if name == "plain":
            assert all("".join(word.split()) in flat for word in said)
        assert all(part in flat for word in said for part in word.split())
    shown = "".join(rendered(from_mapping.written(value, (s["title"], ""), "md")).split())
    assert all("".join(word.split()) in shown for word in said)
    found = json.loads(from_mapping.written(value, (s["title"], ""), "json"))
    validator("mapping-1").validate(found)
    assert found["counterparts"][0]["note"] == s["note"]
    rows = list(csv.DictReader(io.StringIO(from_mapping.as_csv(value))))
    assert rows[0]["first"] == s["kind"]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(validator("mapping-1").schema)


def test_what_is_declared_otherwise_there_is_said() -> None:
    value = made({name: name for name in NAMES})
    out = " ".join(write.paper(from_mapping.paper(value), "text").split())
    assert "quality quality status, not quality" in out
    assert "kind other kind note" in out
    assert out.startswith("3 words of ruleset have a counterpart in there; 2 of ruleset have none.")


@pytest.mark.parametrize("form", ["text", "plain", "md", "csv", "json"])
def test_empty_vocabularies_are_a_mapping_too(form: str) -> None:
    nothing = mapping(("a", Vocabulary()), ("b", Vocabulary()))
    out = from_mapping.written(nothing, ("", ""), form)
    assert out.endswith("\n")
    if form == "text":
        assert out.startswith("No word of a has a counterpart in b; none is left over.")
