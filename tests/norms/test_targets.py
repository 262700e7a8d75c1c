"""What amendments name: provisions in options, items in brackets; and what is said where they fail."""

from __future__ import annotations

import pytest

from proclogic.compiled import ruleset as compiled
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.model import Ruleset
from proclogic.sources import Source

BASE = """Ruleset: base.
Language: 1.
Title: "Base rules".
Actor: State Party, plural States Parties.
Actor: NGO.
Body: the Conference, of States Parties.
Act: attend, a body.
Act: speak, in a body.
Act: vote, in a body.
Event: circulate its name, by a State Party.
Moment: the session.

3      An NGO:
       (a) may attend the Conference;
       (b) may speak in the Conference; and
       [(c) may vote in the Conference | by: EU; delete: Chile].
Option 1 | by: Chair.
5      A State Party shall circulate its name at least 30 days before the session.
Option 2 | by: Group A.
5      A State Party should circulate its name.
6      An NGO may not vote.
End of options.
7      A State Party may vote.
"""
HEAD = 'Ruleset: overlay.\nLanguage: 1.\nTitle: "Overlay".\nAmends: base.\n'


def make(text: str, head: str = HEAD) -> tuple[Ruleset | None, list[Diagnostic]]:
    made, found, _ = compiled([Source("o.rules", head + text)], {}, "o", {"base": [Source("base.rules", BASE)]})
    return made, [d for d in found if d.is_error]


def says(text: str) -> dict[str, str]:
    made, found = make(text)
    assert made is not None, [(d.code, d.message) for d in found]
    return {p.number: p.text for p in made.provisions}


def fault(text: str) -> Diagnostic:
    made, found = make(text)
    assert made is None
    return found[0]


@pytest.mark.parametrize("text", ['In 5, replace "name" with "names".\n', "Delete 5.\n", "Delete 5 to 7.\n"])
def test_a_number_in_two_options_is_ambiguous_and_the_help_names_the_options(text: str) -> None:
    found = fault(text)
    assert (found.code, found.message) == ("E121", "5 stands 2 times in base")
    assert found.help == ("name the option: 5 of Option 1, 5 of Option 2",)


def test_a_provision_is_amended_deleted_and_replaced_in_one_option() -> None:
    assert says('In 5 of Option 1, replace "30" with "60".\n')["5"] == (
        "A State Party shall circulate its name at least 60 days before the session. / "
        "A State Party should circulate its name."
    )
    assert says("Delete 5 of option 1.\n")["5"] == "A State Party should circulate its name."
    assert says("Delete 5 of Option 1 and 6.\n")["5"] == "A State Party should circulate its name."
    assert says("Replace 5 of Option 2 with: An NGO may vote.\n")["5"].endswith("/ An NGO may vote.")
    made = says("Insert 5 bis after 5 of Option 1: An NGO may vote.\n")
    assert list(made)[-4:] == ["5", "5 bis", "6", "7"]


def test_what_is_inserted_before_a_provision_after_options_is_in_none_of_them() -> None:
    made, _ = make("Insert 6 bis before 7: An NGO may vote.\nInsert 8: An NGO may vote.\n")
    assert made is not None
    guards = {n.provision: str(n.guard) for n in made.norms}
    assert "Option" in guards["6"]
    assert "Option" not in guards["6 bis"] + guards["8"]


def test_an_option_that_is_not_there_is_said_with_those_in_which_the_number_stands() -> None:
    assert fault("Delete 5 of Option 3.\n").help == ("5 stands in “Option 1” and “Option 2”",)
    assert fault("Delete 7 of Option 1.\n").help == ("7 stands in no option: name it without one",)


def test_an_item_in_a_bracket_is_changed_replaced_and_deleted_with_its_bracket() -> None:
    assert "(c) may speak" in says('In 3(c), replace "vote" with "speak".\n')["3"]
    replaced = says("Replace 3(c) with: may speak in the Conference.\n")["3(c)"]  # quoted with its bracket
    assert "[(c) may speak in the Conference |" in replaced
    assert "vote" not in replaced
    made = says("Delete 3(c).\n")
    assert made["3"].endswith("(b) may speak in the Conference.")
    assert "3(c)" not in made
    assert "[" in says("Delete 3(a).\n")["3"]


def test_an_item_after_a_bracketed_one_is_not_inserted_into_the_bracket() -> None:
    made, _ = make("Insert 3(d): may attend the Conference.\n")
    assert made is not None
    guards = {n.provision: str(n.guard) for n in made.norms}
    assert "Keeps" in guards["3(c)"]
    assert "Keeps" not in guards["3(d)"]


def test_words_amended_twice_are_shown_at_both_places_with_the_rule_they_are_of() -> None:
    found = fault('Delete 5 of Option 2, 6.\nIn 6, delete "not".\n')
    assert (found.code, found.message) == ("E122", "two amendments are to the same words of 6")
    text = HEAD + 'Delete 5 of Option 2, 6.\nIn 6, delete "not".\n'
    assert text[found.span.start : found.span.end].startswith("In 6")
    assert text[found.labels[0].span.start :].startswith("Delete 5")


def test_a_fault_in_amended_words_says_where_the_amendment_stands_and_what_the_rule_now_says() -> None:
    said = 'In 7, delete "State Party may".'
    found = fault(said + "\n")
    (label,) = found.labels
    assert (found.span.source, label.span.source) == ("base.rules", "o.rules")
    assert (HEAD + said)[label.span.start : label.span.end] == said
    assert found.notes[-1] == "as amended, it says: 7 A vote."
    found = fault('In 7, after "vote", insert "and the Conference".\n')
    assert (found.span.source, found.labels) == ("o.rules", ())
    assert found.notes[-1] == "as amended, it says: 7 A State Party may vote and the Conference."


def test_a_file_that_says_what_it_amends_is_not_told_that_it_does_not() -> None:
    made, found = make("Delete 7.\n", HEAD.replace("base", "other"))
    assert made is None
    assert [d.code for d in found] == ["E124"]
