"""One sentence for each row of the language reference, in two vocabularies, with what it is printed as."""

from __future__ import annotations

import pytest

from proclogic.syntax import printer
from tests.syntax.reading import read_sentence
from tests.syntax.rows_of_acts import ACTS
from tests.syntax.rows_of_conditions import CONDITIONS
from tests.syntax.rows_of_effects import EFFECTS
from tests.syntax.texts import CONFERENCE, vocabulary

OF_A_CONFERENCE = EFFECTS + ACTS + CONDITIONS


@pytest.mark.parametrize(("written", "printed"), OF_A_CONFERENCE)
def test_a_sentence_of_a_conference_prints_back_in_its_plain_form(written: str, printed: str) -> None:
    made = read_sentence(CONFERENCE, written)
    assert printer.sentence(made, vocabulary(CONFERENCE)) == (printed or written)
    assert read_sentence(CONFERENCE, printed or written) == made
