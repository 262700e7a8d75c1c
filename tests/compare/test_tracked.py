"""The text of an overlay with its changes: from the amendments, each by who proposes it, in the order of the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.compare import tracked as tracking
from proclogic.compare.before import before
from proclogic.compare.model import COME, GONE, KEPT, Changed
from proclogic.compare.provisions import rules
from proclogic.compare.tracked import tracked
from proclogic.norms.model import Ruleset
from tests.answers.test_overlays import BASE, HEAD, REFORM, made

SECOND = 'Ruleset: second.\nLanguage: 1.\nTitle: "Second".\nAmends: reform.\nProposed by: Peru.\nAdopted: 2026-05-01.\n'
FRIENDS = ("Friends of the Sea",)


def shown(*texts: str) -> dict[str, str]:
    """The changed provisions by number, with {+what comes+} and {-what goes-}."""
    return {one.number: told(one) for one in tracked(made(*texts))}


def told(one: Changed) -> str:
    signs = {COME: "{{+{}+}}", GONE: "{{-{}-}}"}
    return "".join(signs.get(w.status, "{}").format(w.text) for w in one.words)


def test_words_that_come_and_go_are_those_of_the_amendments() -> None:
    found = shown(BASE, REFORM)
    assert found["6"] == "An NGO may attend the Council{-, unless the Council meets in private-}."
    assert found["7"] == "An NGO may speak in the Council{- if the Chair invites it to speak-}."
    assert found["7 bis"] == "{+An NGO may vote in the Council if the Chair invites it to speak.+}"
    assert found["8"].endswith("of at most {-500-}{+900+} words | by: EU; supported by: Chile].")
    assert found["10"] == "{-An NGO may not vote in the Council.-}"


def test_they_stand_in_the_order_of_the_text() -> None:
    assert list(shown(BASE, REFORM)) == ["6", "7", "7 bis", "8", "9", "10"]


def test_what_no_amendment_touches_is_not_told() -> None:
    assert list(shown(BASE, HEAD + "Delete 10.\n")) == ["10"]
    assert tracked(made(BASE)) == ()


def test_the_words_of_an_amendment_are_taken_as_it_says_them() -> None:
    found = shown(BASE, HEAD + 'In 11, replace "may attend, speak and vote" with "may attend and speak".\n')
    assert found["11"] == "A Member State {-may attend, speak and vote-}{+may attend and speak+} in the Council."
    found = shown(BASE, HEAD + 'In 6, after "attend", insert "and speak in".\n')
    assert found["6"].startswith("An NGO may attend{+ and speak in+} the Council,")
    found = shown(BASE, HEAD + 'In 11, before "attend", insert "receive papers,".\n')
    assert found["11"].startswith("A Member State may {+receive papers, +}attend,")


def test_items_of_a_list_come_and_go_in_their_list() -> None:
    found = shown(BASE, HEAD + "Delete 8(a).\n")
    assert found == {
        "8": "An NGO: {-(a) may receive papers; and -}[(b) may submit papers to the Council, of at most 500 "
        "words | by: EU; supported by: Chile]."
    }
    found = shown(
        BASE, HEAD + "Insert 8(c): may vote in the Council.\nInsert 8(aa) after 8(a): may attend the Council.\n"
    )
    assert "papers{+; (aa) may attend the Council+}; and [(b)" in found["8"]
    assert found["8"].endswith("{+; (c) may vote in the Council+}.")
    found = shown(BASE, HEAD + "Replace 8(a) with: may receive papers and attend the Council.\n")
    assert "(a) may receive papers{+ and attend the Council+};" in found["8"]


def test_each_change_has_its_own_proposer_and_the_date_of_its_overlay() -> None:
    ours = (
        HEAD + 'Adopted: 2026-03-01.\nIn 11, replace "attend" with "attend, receive papers".\n    Proposed by: Peru.\n'
    )
    (one,) = tracked(made(BASE, ours + 'In 11, delete "and vote".\n'))
    assert [(w.text, w.by, w.date) for w in one.words if w.status != KEPT] == [
        (", receive papers", ("Peru",), "2026-03-01"),
        (" and vote", FRIENDS, "2026-03-01"),
    ]


def test_what_an_overlay_adds_comes_by_the_overlay() -> None:
    (one,) = tracked(
        made(BASE, HEAD.replace("Proposed by: Friends of the Sea.\n", "") + "20 An NGO may vote in the Council.\n")
    )
    assert [(w.status, w.by) for w in one.words] == [(COME, ("reform",))]


def test_an_overlay_of_an_overlay_tells_what_is_left_of_both() -> None:
    found = tracked(made(BASE, REFORM, SECOND + 'In 8, replace "900" with "800".\nDelete 7 bis.\nDelete 11.\n'))
    by = {one.number: [(w.status, w.text, w.by) for w in one.words if w.status != KEPT] for one in found}
    assert by["8"] == [(GONE, "500", FRIENDS), (COME, "800", ("Peru",))]
    assert "7 bis" not in by  # it came, and went again
    assert [who for _, _, who in by["11"]] == [("Peru",)]


CHANGES = (
    'In 6, delete ", unless the Council meets in private".\n',
    'In 6, after "NGO", insert "or a Member State".\n',
    "Delete 6.\n",
    'In 7, replace "speak in" with "attend".\n    Proposed by: Norway.\n',
    'In 7, before "speak in", insert "attend and".\n',
    "Replace 7 with: A Member State may speak in the Council.\n",
    "Delete 8(a).\n",
    "Replace 8(a) with: may vote in the Council.\n    Proposed by: Mexico.\n",
    "Insert 8(c): may attend the Council.\n",
    'In 8(b), replace "500" with "700".\n',
    'In 11, delete "and vote".\n    Proposed by: Chile.\n',
    'In 11, delete "attend,".\n',
    "Delete 10 to 11.\n",
    "Insert 12: An NGO may speak in the Council.\n",
)


def alone(ruleset: Ruleset) -> dict[str, str]:
    return {p.number: rules(p) for p in ruleset.provisions}


@settings(max_examples=25)
@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=5, unique=True))
def test_without_the_changes_it_is_the_base_with_them_the_amended_text(chosen: list[str]) -> None:
    try:
        overlay = made(BASE, HEAD + "".join(chosen))
    except AssertionError:  # two amendments to the same words, or a text that cannot be read
        return
    stood = before(overlay)
    assert stood is not None
    old, new = alone(stood[0]), alone(overlay)
    found = tracked(overlay)
    for one in found:
        assert "".join(w.text for w in one.words if w.status != COME) == old.get(one.number, "")
        assert "".join(w.text for w in one.words if w.status != GONE) == new.get(one.number, "")
    numbers = {one.number for one in found}
    assert all(old.get(n) == new.get(n) for n in (old.keys() | new.keys()) - numbers if not n.startswith("8("))


@pytest.mark.parametrize("change", CHANGES)
def test_no_amendment_is_guessed_at_by_comparing_words(change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def guess(*_: object) -> None:
        raise AssertionError("guessed")

    overlay = made(BASE, HEAD + change)
    if not change.startswith(("Insert 12", "Delete 6", "Delete 10")):  # those are of a whole provision
        monkeypatch.setattr(tracking.Redline, "done", guess)
    assert tracked(overlay)
