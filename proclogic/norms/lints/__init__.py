"""Drafting habits: what a careful drafter would write in another way. Each lint is a small function of the text.

A lint does not say that a text is wrong, or what it means. It knows a form of words that readers take in two ways, or a
point that such a rule usually leaves out. Where it is not sure, it is silent. `proclogic check --lint` shows them.
"""

from __future__ import annotations

from collections.abc import Callable

from proclogic.diagnostics.model import Diagnostic
from proclogic.norms.checks import in_order, is_accepted
from proclogic.norms.lints import classes, decisions, lists, procedure, references, strengths, wording
from proclogic.norms.lints.drafted import Drafted
from proclogic.norms.model import Ruleset
from proclogic.norms.names import cite

Lint = Callable[[Drafted], list[Diagnostic]]

LINTS: dict[str, Lint] = {
    "W501": strengths.should_beside_shall,
    "W502": strengths.one_duty_in_two_strengths,
    "W503": strengths.will_beside_shall,
    "W504": strengths.two_strengths_in_a_list,
    "W505": strengths.may_not_beside_shall_not,
    "W506": strengths.rule_without_its_exception,
    "W507": strengths.limits_that_only_should_be_kept,
    "W508": strengths.rights_and_duties_in_one_list,
    "W511": lists.a_right_of_the_sibling,
    "W512": lists.a_later_right_in_a_wider_body,
    "W513": lists.rights_joined_by_or,
    "W514": lists.a_gap_in_the_letters,
    "W515": lists.a_duty_of_one_or_another,
    "W516": lists.only_with_a_condition,
    "W521": decisions.two_bases_of_quorum,
    "W522": decisions.decisions_by_fewer_than_debate,
    "W523": decisions.votes_without_quorum,
    "W524": decisions.majorities_of_nobody,
    "W525": decisions.both_sides_can_win,
    "W526": decisions.a_fallback_that_is_no_easier,
    "W527": decisions.easy_out_and_hard_in,
    "W531": procedure.deadlines_without_effect,
    "W532": procedure.objections_without_end,
    "W533": procedure.objections_of_which_nothing_follows,
    "W534": procedure.referrals_without_decision,
    "W535": procedure.overrides_without_power,
    "W536": procedure.times_that_run_the_other_way,
    "W541": wording.two_names,
    "W542": wording.words_of_one_sex,
    "W543": wording.hedges,
    "W544": wording.limits_without_a_number,
    "W545": wording.unless_not,
    "W546": wording.exceptions_upon_exceptions,
    "W551": references.notwithstanding_what_does_not_clash,
    "W552": references.subject_to_what_does_not_clash,
    "W553": references.references_to_what_says_nothing,
    "W561": classes.exceptions_that_take_out_nobody,
    "W562": classes.conditions_that_always_hold,
    "W563": classes.classes_named_beside_wider_ones,
    "W564": classes.rights_of_those_whom_nothing_lets_in,
}

HABITS = ("W401", "W402", "W403", "W407", "W408", "W412")  # of those that every check, or --notices, shows


def find(ruleset: Ruleset) -> list[Diagnostic]:
    """The drafting habits in a text, in its order, without those that the author accepts.

    Rules are held against those of a text that it amends or applies, too. What is found on these themselves is told
    where they are checked.
    """
    text = Drafted(ruleset)
    others = {cite(p.number) for p in ruleset.provisions if p.instrument and not p.amendments}
    found = [d for lint in LINTS.values() for d in lint(text) if d.place not in others]
    return in_order([d for d in found if not is_accepted(ruleset, d)])
