"""Which norms reach the act of a cell."""

from __future__ import annotations

from proclogic.norms.vocabulary import Act, Vocabulary
from proclogic.reference.worlds import Setting
from proclogic.values import remembered


def covers(s: Setting, act: str, body: str, obj: str) -> bool:
    """Whether a norm on this act reaches the act of the cell; one that names a body, or an object, reaches no act
    that takes none."""
    acts = _acts(s.ruleset.vocabulary)
    assert s.question.cell is not None
    asked = s.question.cell.act
    here = acts.get(asked)  # None for a power, which is an event: it has no place and no object
    if not asked or (body and not (here and here.takes_body)) or (obj and not (here and here.object)):
        return False
    return asked in _forms(s.ruleset.vocabulary, act)


@remembered
def _acts(vocabulary: Vocabulary) -> dict[str, Act]:
    return {a.id: a for a in vocabulary.acts}


@remembered
def _forms(vocabulary: Vocabulary, act: str) -> frozenset[str]:
    """The act and all its forms."""
    acts = _acts(vocabulary)
    forms: set[str] = set()
    waiting = [act]
    while waiting:
        one = waiting.pop()
        if one not in forms:
            forms.add(one)
            waiting.extend(acts[one].includes if one in acts else ())
    return frozenset(forms)
