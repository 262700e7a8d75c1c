"""The same rows in the words of a university senate: nothing in the grammar belongs to one body."""

from __future__ import annotations

import pytest

from proclogic.syntax import printer
from tests.syntax.reading import read_sentence
from tests.syntax.texts import SENATE, vocabulary

OF_A_SENATE = [
    (
        "Professors may attend ordinary meetings of the Senate.",
        "A professor may attend ordinary meetings of the Senate.",
    ),
    (
        "A student in good standing is entitled to speak in hearings on an agenda item.",
        "",
    ),
    (
        "A student representative may table a motion of censure at the Senate.",
        "A student representative may table motions of censure at the Senate.",
    ),
    (
        "Alumni may not call for a vote on motions.",
        "An alumnus may not call for a vote on motions.",
    ),
    (
        "Only a professor with tenure may vote in the Senate.",
        "",
    ),
    (
        "Former students may be heard.",
        "An alumnus may be heard.",
    ),
    (
        "Group A may be heard or inspect papers.",
        "Group A may be heard and inspect papers.",
    ),
    (
        "The Rector may veto it, unless a professor seconds it.",
        "",
    ),
    (
        "The registrar shall keep the register.",
        "",
    ),
    (
        "A student shall notify the registrar at least 2 weeks before the hearing date.",
        "",
    ),
    (
        "Hearings are open, unless the Senate takes a decision on it.",
        "A hearing is open, unless the Senate takes a decision on it.",
    ),
    (
        "Papers are confidential.",
        "A paper is confidential.",
    ),
    (
        "A paper is not confidential if the registrar keeps the register.",
        "",
    ),
    (
        "A student is under suspension if the Rector vetoes it.",
        "",
    ),
    (
        "A student that is not in good standing loses speaking rights.",
        "A student not in good standing loses speaking rights.",
    ),
    (
        "A retired professor is deemed to be a student that paid the fees.",
        "",
    ),
    (
        "A matter of urgency is decided by the simple majority of professors present.",
        "A matter of urgency is decided by a majority of the professors present.",
    ),
    (
        "Whether the Senate takes a decision on it is a matter of urgency.",
        "",
    ),
    (
        "A professor may speak in the Senate for one term only of at most 5 minutes.",
        "A professor may speak in the Senate, for one term only of at most 5 minutes.",
    ),
    (
        "A member of the university may read papers, which should be limited to 20 pages.",
        "A member of the university may inspect papers, which should be limited to 20 pages.",
    ),
    (
        "A student may be heard if it is fit or it is directly affected.",
        "",
    ),
    (
        "A student may inspect papers if the paper is not confidential.",
        "",
    ),
    (
        "A student may table motions at a board if the motion is urgent and it has enrolled.",
        "A student may table motions at boards if the motion is urgent and it enrols.",
    ),
    (
        "A motion that is urgent is deemed to be a motion of censure.",
        "",
    ),
]


@pytest.mark.parametrize(("written", "printed"), OF_A_SENATE)
def test_a_sentence_of_a_senate_prints_back_in_its_plain_form(written: str, printed: str) -> None:
    made = read_sentence(SENATE, written)
    assert printer.sentence(made, vocabulary(SENATE)) == (printed or written)
    assert read_sentence(SENATE, printed or written) == made
