"""A norm that is printed as a sentence is read again as the same norm, and the sentence can be read aloud.

Two norms are the same if they agree in effect, subject, condition, strength, limits, sort and being a monopoly, and
name rules of the same provisions. Conditions agree up to the order and repetition of their parts, conjunctions within
conjunctions, and negation of what is joined. Of a monopoly, the half that is printed is one of the two that are read.
The guard of a norm (readings, brackets) is not part of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic import library
from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.conditions import ALWAYS, And, Deadline, Formula, Happens, Has, Is, Keeps, Not, Or, Share
from proclogic.norms.drafts import Draft
from proclogic.norms.model import Accord, Disapply, Forbid, Norm, Oblige, Permit, Prevail, Ruleset
from proclogic.norms.names import Names
from proclogic.norms.sentences import sentence_drafts
from proclogic.norms.vocabulary import ACTOR, BODY
from proclogic.syntax import printer
from proclogic.syntax.print_norms import exact, norm_sentence, unsaid
from proclogic.syntax.print_parts import Words
from proclogic.syntax.tree import RuleRef
from tests.syntax import test_patterns_page as patterns
from tests.syntax.again import read_again, refers_alike, same, same_cases, with_agents
from tests.syntax.strategies import Language
from tests.syntax.test_reference_page import one_of_each
from tests.syntax.texts import CONFERENCE, SENATE, vocabulary

IDS = sorted(listed.id for listed in library.listing())
EVERYBODY = ("that it speaks of everybody",)


@cache
def ruleset(name: str) -> Ruleset:
    made, found, _ = library.load(name)
    assert made is not None, found
    return made


def numbers(made: Ruleset) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n.provision for n in made.norms))


def words(made: Ruleset) -> Words:
    return Words(made.vocabulary, numbers=numbers(made))


def differing(made: Ruleset) -> list[object]:
    """The norms that are not the same when their sentence is read again, each with what is read."""
    said = [norm_sentence(n, words(made)) for n in made.norms]
    drafts, wrong = read_again(said, with_agents(made.vocabulary, (n for n in made.norms if n.via)))
    return [
        (norm.id, sentence, faults, found)
        for norm, sentence, found, faults in zip(made.norms, said, drafts, wrong, strict=True)
        if faults or not is_read(norm, found, numbers(made))
    ]


def is_read(norm: Norm, found: list[Draft], known: tuple[str, ...]) -> bool:
    """Whether the norm is what was read, and, but for the other half of a monopoly, all that was read."""
    alike = [d for d in found if same(norm, d.norm) and refers_alike(norm, d, known)]
    return len(alike) == 1 and len(found) == 1 + norm.monopoly


# ------------------------------------------------------------------------------------------------------- the law


@pytest.mark.parametrize("name", IDS)
def test_each_norm_of_a_shipped_ruleset_is_read_again_as_the_same(name: str) -> None:
    assert differing(ruleset(name)) == []


@pytest.mark.parametrize("name", IDS)
def test_nothing_of_a_norm_of_a_shipped_ruleset_is_left_unsaid(name: str) -> None:
    made = ruleset(name)
    assert [(n.id, unsaid(n, words(made))) for n in made.norms if not exact(n, words(made))] == []


def test_each_norm_of_the_examples_of_the_language_is_read_again_as_the_same() -> None:
    assert differing(one_of_each()) == []


@pytest.mark.parametrize("number", patterns.NUMBERS)
def test_each_norm_of_an_example_of_a_pattern_is_read_again_as_the_same(number: str) -> None:
    for made in patterns.read(number).values():
        assert differing(made) == []


@pytest.mark.parametrize("text", [CONFERENCE, SENATE], ids=["conference", "senate"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_norms_of_any_sentence_do_the_same_in_the_same_cases_when_read_again(
    text: str, data: st.DataObject
) -> None:
    known = vocabulary(text)
    made = data.draw(_languages(text).sentences())
    faults: list[Diagnostic] = []
    drafts = sentence_drafts(made, "1", ALWAYS, Names(known), faults)
    norms = [] if faults else [_with_rules(d, printer.sentence(made, known)) for d in drafts if d.carries is None]
    said = [norm_sentence(n, Words(known)) for n in norms]
    for norm, sentence, found, wrong in zip(norms, said, *read_again(said, known), strict=True):
        assert not wrong, sentence
        left = unsaid(norm, Words(known))
        assert left in ((), EVERYBODY), sentence  # "without the right to" beside a sentence that has no subject
        assert any(same_cases(norm, d.norm, known if left else None) for d in found), sentence


@cache
def _languages(text: str) -> Language:
    return Language(vocabulary(text))


def _with_rules(draft: Draft, text: str) -> Norm:
    """The norm of a draft, the rules it names taken for norms of these numbers."""

    def ids(rules: Iterable[RuleRef]) -> tuple[str, ...]:
        return tuple(r.layer or r.first for r in rules)

    norm = draft.norm
    effect = norm.effect
    if isinstance(effect, Disapply):
        effect = Disapply(ids(draft.targets))
    elif isinstance(effect, Prevail):
        effect = Prevail(ids(draft.targets), ids(draft.losers))
    return norm.replace(
        effect=effect,
        notwithstanding=ids(draft.notwithstanding),
        subject_to=ids(draft.subject_to),
        without_prejudice=ids(draft.without_prejudice),
        text=text,
    )


# ------------------------------------------------------------------------------------------------------ read aloud

ALOUD_TEXT = """
art39:
    Whether the Conference adopts an amendment of the Convention is decided by consensus, failing
    which by two thirds of the States Parties present and voting.
1(i):
    A Party organization is deemed to be a State Party if it is acting within its competence.
1(j):
    An intergovernmental organization that is an observer in the General Assembly is deemed to be a
    standing invitee.
9:
    The secretariat shall communicate the provisional agenda at least 60 days before a regular
    session, owed to a State Party.
12:
    A State Party is entitled to attend the Conference, through a representative with alternates and
    advisers.
16(2):
    A relevant intergovernmental organization shall be accorded observer status if it applies to the
    bureau for observer status, unless the Conference decides otherwise on it, except for a United
    Nations body, a specialized agency, a fund or a functional commission.
17(1):
    A relevant NGO in consultative status or a relevant NGO on the Roster should be accorded
    observer status if it applies to the bureau for observer status, unless the Conference decides
    otherwise on it.
17(2)#9:
    Nothing in this provision lets an academic institution, a private sector entity or a natural
    person do anything.
17(2)#13:
    The matter of a relevant NGO not in consultative status is referred to the Conference if it
    applies to the bureau for observer status and an observer objects to it.
17(2)#18:
    A relevant NGO not in consultative status other than an NGO on the Roster is not accorded
    observer status if the secretariat does not circulate its name at least 30 days before the
    session, unless the Conference decides to admit it, notwithstanding rule 17(2).
17(2)#20:
    Rule 17(1) does not apply to an NGO on the Roster.
17(3)#11:
    An NGO with observer status may not attend plenary meetings of the Conference if the meeting is
    not public and the Conference decides to exclude observers, notwithstanding rule 17(3)(a).
17(3)(a) as applied by 2(2)#3:
    An NGO with observer status may attend working groups, unless the Conference decides otherwise
    on the working group.
18(4)#2:
    Only a Head of State, a Head of Government or a minister for foreign affairs may issue
    credentials for an amendment, notwithstanding rule 18(3).
40(1):
    As a rule, a plenary meeting of the Conference is public, unless the Conference decides to meet
    in private.
41(1):
    Debate requires that at least one third of the States Parties participating in the session are
    present.
42:
    A State, an organization with observer status or a standing invitee with observer status may not
    speak in the Conference, unless the President calls on it, notwithstanding rules 2(2) and 14 to
    17.
54:
    An author of the proposal may withdraw a proposal if the proposal was not put to the vote and
    the proposal was not amended by the Conference.
81:
    The treaty prevails over the rules.
"""
ALOUD = {n: " ".join(said.split()) for n, said in re.findall(r"^(\S.*):\n((?:    .*\n)+)", ALOUD_TEXT, re.M)}


@pytest.mark.parametrize("norm_id", ALOUD)
def test_a_rule_of_the_conference_is_printed_as_a_lawyer_would_read_it_out(norm_id: str) -> None:
    made = ruleset("untoc-cop")
    (norm,) = (n for n in made.norms if n.id == norm_id)
    assert norm_sentence(norm, words(made)) == ALOUD[norm_id]


def test_most_sentences_of_the_conference_are_printed_as_the_author_wrote_them() -> None:
    own = [n for n in ruleset("untoc-cop").norms if not n.via]
    kept = [n for n in own if norm_sentence(n, words(ruleset("untoc-cop"))).replace(",", "") == n.text.replace(",", "")]
    assert len(kept) > 0.7 * len(own)


# ---------------------------------------------------------------------------------------------- one shape after another

WORDS = Words(vocabulary(CONFERENCE))
NGO, STATE_PARTY, ACADEMIC = Is(ACTOR, "ngo"), Is(ACTOR, "state party"), Is(ACTOR, "academic institution")
OBJECTS = Happens("object to it", "state party")
ADMITS = Happens("decide to admit it", "conference")
SESSION = Deadline("at least", 30, "day", "before", "session")


def grant(subject: Formula = NGO, **more: object) -> Norm:
    return Norm("1", "1", Permit("vote"), subject, strength="may").replace(**more)


def spoken(norm: Norm) -> str:
    """The sentence of a norm, which must be exact."""
    assert exact(norm, WORDS), unsaid(norm, WORDS)
    return norm_sentence(norm, WORDS)


def test_the_guard_of_a_norm_is_not_in_its_sentence() -> None:
    assert spoken(grant(guard=Keeps("1", "may"))) == "An NGO may vote."


def test_a_power_has_its_time_as_a_deadline() -> None:
    event = "apply to the bureau for observer status"
    norm = grant(effect=Permit(event), condition=Happens(event, ACTOR, None, SESSION))
    assert spoken(norm) == f"An NGO may {event} at least 30 days before the session."


def test_only_some_may_bring_about_an_event() -> None:
    norm = grant(effect=Forbid("object to it"), subject=Not(STATE_PARTY), strength="only", monopoly=True)
    assert spoken(norm) == "Only a State Party may object to it."


def test_a_holder_on_a_condition_is_an_exception_from_a_monopoly() -> None:
    holders = Or((STATE_PARTY, And((ACADEMIC, ADMITS))))
    norm = grant(effect=Forbid("vote"), subject=Not(holders), strength="only", monopoly=True)
    assert spoken(norm) == (
        "Only a State Party may vote, unless it is an academic institution and the Conference decides to admit it."
    )


def test_that_a_share_does_not_act_is_said_with_unless() -> None:
    third = Happens("object to it", "state party", Share(1, 3, False, "present", "state party"))
    norm = grant(condition=And((Or((Not(third), Not(ADMITS))), Has("relevant"))))
    assert spoken(norm) == (
        "An NGO may vote if it is relevant, unless at least one third of the States Parties present object to it and "
        "the Conference decides to admit it."
    )


def test_what_is_said_of_a_place_stands_beside_the_place() -> None:
    norm = grant(effect=Permit("attend", "working group"), condition=And((Has("public"), Not(OBJECTS))))
    assert spoken(norm) == "An NGO may attend public working groups, unless a State Party objects to it."


def test_a_duty_whose_subject_is_narrowed_has_it_as_a_condition() -> None:
    norm = Norm("1", "1", Oblige("circulate its name", "secretariat", SESSION), NGO, strength="shall")
    assert spoken(norm) == (
        "The secretariat shall circulate its name at least 30 days before the session if it is an NGO."
    )


def test_a_status_that_comes_with_a_deeming_is_said_as_one() -> None:
    norm = grant(effect=Accord("observer status"), strength="is deemed to be")
    assert spoken(norm) == "An NGO is deemed to be an NGO with observer status."


def test_a_status_of_a_meeting_is_said_of_the_meeting() -> None:
    norm = Norm("1", "1", Accord("public"), Is(BODY, "working group"), ADMITS, about=BODY, strength="is")
    assert spoken(norm) == "A working group is public if the Conference decides to admit it."


def test_rules_side_by_side_are_named_by_the_first_and_the_last() -> None:
    known = Words(vocabulary(CONFERENCE), numbers=("1", "2(1)", "2(2)", "3", "4", "7(a)", "7(b)"))
    norm = grant(notwithstanding=("2(1)", "2(2)#2", "3", "4", "7(b)"))
    assert norm_sentence(norm, known) == "An NGO may vote, notwithstanding rules 2 to 4 and 7(b)."
    assert norm_sentence(norm, WORDS) == "An NGO may vote, notwithstanding rules 2(1), 2(2), 3, 4 and 7(b)."


def test_a_norm_on_everybody_names_all_kinds_and_is_not_exact() -> None:
    norm = grant(subject=ALWAYS)
    assert unsaid(norm, WORDS) == EVERYBODY
    assert norm_sentence(norm, WORDS).startswith("A State, an organization, a natural person, the secretariat, ")


def test_a_condition_that_no_sentence_can_state_is_told() -> None:
    third = Happens("object to it", "state party", Share(1, 3, False, "present", "state party"))
    norm = grant(condition=Or((third, Not(third.replace(deadline=SESSION)))))
    assert unsaid(norm, WORDS) == ("a condition that no sentence can state",)
    assert "fewer than one third" in norm_sentence(norm, WORDS)


def test_words_that_nobody_declared_are_printed_as_they_are() -> None:
    norm = grant(effect=Permit("juggle"), subject=Is(ACTOR, "clown"), condition=Has("sober"))
    assert not exact(norm, WORDS)
    assert "juggle" in norm_sentence(norm, WORDS)
