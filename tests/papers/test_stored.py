"""A paper as JSON data, and back."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from proclogic.papers import document, stored
from proclogic.papers.document import Block, Cell, Paper, Run, Sentence, Table
from proclogic.values import Value
from tests.papers import whole
from tests.papers.schemas import validator

WHOLE = whole.paper()


def changed(change: Any) -> dict[str, Any]:
    """The data of the whole paper, changed by `change`."""
    found = copy.deepcopy(stored.data(WHOLE))
    change(found)
    return found


def table(found: dict[str, Any]) -> dict[str, Any]:
    return next(block for block in found["blocks"] if block["is"] == "Table")


def test_a_paper_with_every_block_comes_back_as_it_was() -> None:
    assert stored.paper(json.loads(json.dumps(stored.data(WHOLE)))) == WHOLE


def test_what_has_its_usual_value_is_left_out() -> None:
    assert stored.data(Paper("Why?", (Sentence("So."),))) == {
        "schema": "proclogic/paper/1",
        "title": "Why?",
        "blocks": [{"is": "Sentence", "text": "So."}],
    }


def test_a_paper_fits_its_schema() -> None:
    Draft202012Validator.check_schema(validator("paper-1").schema)
    validator("paper-1").validate(stored.data(WHOLE))


def test_the_whole_paper_has_every_class_and_every_field_of_the_model() -> None:
    classes = {k for k in vars(document).values() if isinstance(k, type) and issubclass(k, Value) and k is not Value}
    used: dict[type, set[str]] = {}

    def walk(value: Any) -> None:
        if isinstance(value, tuple):
            for part in value:
                walk(part)
        elif isinstance(value, Value):
            changed = {n for n in value._fields if getattr(value, n) != value._defaults.get(n, "nothing")}
            used.setdefault(type(value), set()).update(changed)
            for name in value._fields:
                walk(getattr(value, name))

    walk(WHOLE)
    assert set(used) == classes - {Block}
    unused = {f"{k.__name__}.{n}" for k in used for n in set(k._fields) - used[k]}
    assert unused <= {"Table.spaced", "Paper.language", "Sentence.label"}


def test_the_schema_has_the_classes_and_the_fields_of_the_model() -> None:
    schema = validator("paper-1").schema
    parts = {name: part["properties"] for name, part in schema["$defs"].items() if name != "block"}
    parts["Paper"] = schema["properties"]
    for name, properties in parts.items():
        fields = getattr(document, name)._fields
        assert set(properties) - {"is", "schema"} == set(fields)
    assert set(stored.BLOCKS) < set(parts)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda d: d.update(schema="proclogic/paper/2"), "newer proclogic"),
        (lambda d: d.update(schema="proclogic/answer/1"), "no paper"),
        (lambda d: d.pop("schema"), "no paper"),
        (lambda d: d.update(more=1), '"more"'),
        (lambda d: d.pop("title"), 'lacks its field "title"'),
        (lambda d: d.update(title=1), '"title" of a Paper is not a text'),
        (lambda d: d["blocks"].append({"is": "Dance"}), "'Dance'"),
        (lambda d: d["blocks"].append({"text": "So."}), "I do not know"),
        (lambda d: d["blocks"].append({"is": ["Sentence"], "text": "So."}), "I do not know"),
        (lambda d: d["blocks"].append({"is": "Sentence", "text": "So.", "notes": [True]}), "not a number"),
        (lambda d: d["blocks"].append({"is": "Sentence", "text": "So.", "notes": [9]}), "note 9"),
        (lambda d: d["blocks"].append("So."), "not an object"),
        (lambda d: d.update(blocks={}), "not a list"),
        (lambda d: d["choices"][0].update(sort="whim"), "'whim'"),
        (lambda d: d["cover"].update(title=None), "not a text"),
        (lambda d: table(d)["rows"][0].append("x"), "row 1 of a Table has 3 cells for 2 columns"),
        (lambda d: table(d)["rows"][0][1].update(notes=[3]), "note 3"),
        (lambda d: table(d)["rows"][0][1].update(notes=[-1]), "less than nought"),
        (lambda d: table(d)["rows"][0][1]["runs"][0].update(status="perhaps"), "'perhaps'"),
        (lambda d: table(d)["rows"][0][1]["variants"][0].update(when=[["a"]]), "1 parts where there are 2"),
        (lambda d: table(d).update(filters=[7]), "column"),
        (lambda d: table(d).update(details=[[]]), "1 details for 2 rows"),
        (lambda d: d["blocks"][-3].update(instead={"is": "Closing", "lines": []}), "must be a Table"),
    ],
)
def test_what_was_not_written_so_is_refused_in_a_sentence(change: Any, says: str) -> None:
    with pytest.raises(ValueError) as refused:
        stored.paper(changed(change))
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("found", [None, [], "paper", 1])
def test_what_is_no_object_is_no_paper(found: Any) -> None:
    with pytest.raises(ValueError, match="no paper"):
        stored.paper(found)


def test_sections_in_each_other_without_end_are_refused() -> None:
    inner: dict[str, Any] = {"is": "Section", "tag": "", "title": ""}
    for _ in range(5000):
        inner = {"is": "Section", "tag": "", "title": "", "blocks": [inner]}
    with pytest.raises(ValueError, match="too deep"):
        stored.paper({"schema": stored.SCHEMA, "title": "", "blocks": [inner]})


def test_a_cell_is_a_text_or_runs() -> None:
    paper = Paper("", (Table("", ("a", "b"), (("x", Cell((Run("y"),))),)),))
    assert stored.data(paper)["blocks"][0]["rows"] == [["x", {"runs": [{"text": "y"}]}]]
    assert stored.paper(stored.data(paper)) == paper
