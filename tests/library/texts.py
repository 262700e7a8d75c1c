"""A small ruleset to write down, and short ways to load one."""

from __future__ import annotations

from pathlib import Path

from proclogic import library
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Ruleset

HEAD = 'Ruleset: mine.\nLanguage: 1.\nTitle: "Mine".\nAdopted: 2020-01-01.\n'
WORDS = "Actor: NGO.\nAct: attend, a body.\nBody: the Conference.\n"
RULES = "1  An NGO may attend the Conference.\n2  An NGO may not attend the Conference if it is late.\n"
LATE = "Quality: late, as an adjective, of an NGO.\n"
WHOLE = HEAD + WORDS + LATE + RULES
VOCABULARY = "Vocabulary: words.\nLanguage: 1.\n" + WORDS


def put(path: str, text: str | bytes) -> None:
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())


def ruleset(name: str) -> Ruleset:
    """The ruleset of this name; there must be no finding."""
    found, faults, _ = library.load(name)
    assert faults == []
    assert found is not None
    return found


def codes(name: str) -> list[str]:
    return [d.code for d in library.load(name)[1]]


def only(name: str) -> Diagnostic:
    """The one error of a ruleset that cannot be loaded."""
    found, faults, _ = library.load(name)
    assert found is None
    (fault,) = faults
    assert fault.is_error
    return fault
