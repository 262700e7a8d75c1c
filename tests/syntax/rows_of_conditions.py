"""Rows of the language reference on conditions, exceptions, references, limits and lists."""

from __future__ import annotations

# (as written, as printed; "" for the same)
CONDITIONS = [
    (
        "As a rule, an NGO may vote.",
        "",
    ),
    (
        "If it is relevant, an NGO may vote.",
        "",
    ),
    (
        "Where it is relevant and it is young, an NGO may vote.",
        "If it is relevant and it is young, an NGO may vote.",
    ),
    (
        "When it is relevant, an NGO may vote.",
        "If it is relevant, an NGO may vote.",
    ),
    (
        "Notwithstanding rule 5, an NGO may vote.",
        "",
    ),
    (
        "Subject to rules 5 and 6, an NGO may vote.",
        "",
    ),
    (
        "Without prejudice to rules 5 to 6, an NGO may vote.",
        "",
    ),
    (
        "An NGO may vote where it is relevant.",
        "An NGO may vote if it is relevant.",
    ),
    (
        "An NGO may vote, when it is relevant.",
        "An NGO may vote if it is relevant.",
    ),
    (
        "An NGO may vote provided that it is relevant.",
        "An NGO may vote if it is relevant.",
    ),
    (
        "An NGO may vote, except if it is young.",
        "An NGO may vote, unless it is young.",
    ),
    (
        "An NGO may vote except where it is young.",
        "An NGO may vote, unless it is young.",
    ),
    (
        "An NGO may vote except when it is young.",
        "An NGO may vote, unless it is young.",
    ),
    (
        "An NGO may vote, except for NGOs on the Roster and UNDP.",
        "An NGO may vote, except for an NGO on the Roster or UNDP.",
    ),
    (
        "An NGO may vote notwithstanding rule 17(2), subject to rule 5, without prejudice to rules 8 to 9.",
        "An NGO may vote, notwithstanding rule 17(2), subject to rule 5, without prejudice to rules 8 to 9.",
    ),
    (
        "An NGO may submit written statements of at most 2,000 words.",
        "",
    ),
    (
        "An NGO may submit written statements, which should be limited to 2,000 words.",
        "",
    ),
    (
        "An NGO may attend plenary meetings, without the right to vote.",
        "An NGO may attend plenary meetings of the Conference, without the right to vote.",
    ),
    (
        "An NGO may vote as a rule.",
        "An NGO may vote, as a rule.",
    ),
    (
        "An NGO may vote if it is in consultative status.",
        "",
    ),
    (
        "An NGO may vote if it is not relevant.",
        "",
    ),
    (
        "An NGO may vote if it is an academic institution.",
        "",
    ),
    (
        "An NGO may vote if it has observer status.",
        "",
    ),
    (
        "An NGO may vote if it has no observer status.",
        "",
    ),
    (
        "An NGO may vote if it does not have observer status.",
        "An NGO may vote if it has no observer status.",
    ),
    (
        "A State may vote if it signed the Convention.",
        "",
    ),
    (
        "A State may vote if it did not sign the Convention.",
        "",
    ),
    (
        "An NGO may attend plenary meetings if the meeting is public.",
        "An NGO may attend plenary meetings of the Conference if the meeting is public.",
    ),
    (
        "An NGO may speak in plenary meetings on a topic if the topic is relating to its activities.",
        "An NGO may speak in plenary meetings of the Conference on a topic if the topic is relating to its activities.",
    ),
    (
        "An NGO may vote if the matter has been referred to the Conference.",
        "",
    ),
    (
        "An NGO may vote if the matter has not been referred to the Conference.",
        "",
    ),
    (
        "An NGO may vote if it applies to the bureau for observer status.",
        "",
    ),
    (
        "NGOs may vote if they apply to the bureau for observer status.",
        "An NGO may vote if it applies to the bureau for observer status.",
    ),
    (
        "An NGO may vote if the Conference decides otherwise on it.",
        "",
    ),
    (
        "An NGO may vote if the Conference does not decide otherwise on it.",
        "",
    ),
    (
        "An NGO may vote if no State Party objects to it.",
        "",
    ),
    (
        "An NGO may vote if nobody objects to it.",
        "An NGO may vote if no State Party objects to it.",
    ),
    (
        "An NGO may vote if any State Party has objected to it.",
        "An NGO may vote if a State Party objects to it.",
    ),
    (
        "An NGO may vote if at least one third of the States Parties present object to it.",
        "",
    ),
    (
        "An NGO may vote if the secretariat circulates its name at least 30 days before the session.",
        "",
    ),
    (
        "An NGO may vote if either it is relevant or it is young and no State Party objects to it.",
        "An NGO may vote if either it is relevant or it is young, and no State Party objects to it.",
    ),
    (
        "An NGO may vote if both it is relevant and it is young or no State Party objects to it.",
        "An NGO may vote if both it is relevant and it is young, or no State Party objects to it.",
    ),
    (
        "An NGO may vote if (it is relevant or it is young) and no State Party objects to it.",
        "An NGO may vote if either it is relevant or it is young, and no State Party objects to it.",
    ),
    (
        "An NGO may vote if it is young or both it is relevant and it is competent.",
        "",
    ),
    (
        "An NGO may vote if it is young, and either it is relevant or it is competent.",
        "An NGO may vote if it is young and either it is relevant or it is competent.",
    ),
    (
        "An NGO may vote if either it is young or both it is relevant and it is competent.",
        "An NGO may vote if it is young or both it is relevant and it is competent.",
    ),
    (
        "An NGO with observer status: (a) may attend plenary meetings of the Conference; (b) may speak "
        "in plenary meetings of the Conference, if the President invites it to speak; and (c) may "
        "receive documents.",
        "An NGO with observer status: (a) may attend plenary meetings of the Conference; (b) may speak "
        "in plenary meetings of the Conference if the President invites it to speak; and (c) may "
        "receive documents.",
    ),
    (
        "An NGO with observer status may: (a) attend plenary meetings; and (b) receive documents, unless it is young.",
        "An NGO with observer status may: (a) attend plenary meetings of the Conference; and (b) "
        "receive documents, unless it is young.",
    ),
    (
        "The secretariat shall: (a) circulate its name at least 30 days before the session; and (b) "
        "circulate its name, owed to an NGO.",
        "",
    ),
    (
        "If it is relevant, an NGO, if no State Party objects to it: (a) has observer status; or (b) may not vote.",
        "If it is relevant, an NGO if no State Party objects to it: (a) has observer status; and (b) may not vote.",
    ),
]
