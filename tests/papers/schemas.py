"""Validators for the published schemas."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import proclogic

FOLDER = Path(proclogic.__file__).parent / "schemas"


@cache
def validator(name: str) -> Draft202012Validator:
    """A validator for `name`, such as "answer-1"; the schemas may refer to each other."""
    schemas = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
    registry: Registry = Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in schemas.values()]
    )
    return Draft202012Validator(schemas[name], registry=registry)
