"""What a deletion leaves of an act."""

from __future__ import annotations

import pytest

from proclogic.compiled import ruleset as compiled
from proclogic.sources import Source
from tests.answers.texts import HEAD

WORDS = """Object: document.
Object: report, a kind of document.
Act: receive, a document.
Event: raise it, by the actor.
"""


def codes(provision: str) -> list[str]:
    """The findings on a provision, without those on words that it does not use."""
    text = HEAD.format(header="") + WORDS + provision
    found = compiled([Source("court.rules", text)], {}, "court")[1]
    return [d.code for d in found if d.code != "W403"]


@pytest.mark.parametrize(
    "provision",
    [
        "1  An NGO may attend [the Committee][the Board][ | delete: X].\n",
        "1  An NGO may attend [the Committee | by: X].\n",
        "1  An NGO may not attend [the Committee | by: X].\n",
        "1  An NGO may receive [reports | by: X].\n",
    ],
)
def test_a_deletion_that_leaves_an_act_without_its_place_is_a_finding(provision: str) -> None:
    assert codes(provision) == ["W411"]


@pytest.mark.parametrize(
    "provision",
    [
        "1  An NGO may attend [the Committee][the Board].\n",
        "1  [An NGO may attend [the Committee][the Board]. | delete: X]\n",
        "1  An NGO may attend the Committee[, if it raises it | by: X].\n",
        "1  An NGO may attend the Committee [or the Board | by: X].\n",
        '1  An NGO may attend [the Committee | by: X].\n   Accepted: W411 because "so it stands".\n',
    ],
)
def test_a_deletion_that_takes_the_act_with_it_or_leaves_a_place_is_none(provision: str) -> None:
    assert codes(provision) == []
