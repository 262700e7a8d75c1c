"""One sentence for each row of the language reference, in two vocabularies, with what it is printed as."""

from __future__ import annotations

import pytest

from proclogic.syntax import printer
from tests.syntax.reading import read_sentence
from tests.syntax.texts import CONFERENCE, vocabulary

# (as written, as printed; "" for the same)
OF_A_CONFERENCE = [
    (
        "NGOs may attend plenary meetings.",
        "An NGO may attend plenary meetings of the Conference.",
    ),
    (
        "An NGO is entitled to attend plenary meetings of the Conference.",
        "",
    ),
    (
        "NGOs are entitled to attend plenary meetings.",
        "An NGO is entitled to attend plenary meetings of the Conference.",
    ),
    (
        "NGOs shall be entitled to attend plenary meetings.",
        "An NGO is entitled to attend plenary meetings of the Conference.",
    ),
    (
        "NGOs may be invited to speak in plenary meetings on a topic relating to its activities.",
        "An NGO may be invited to speak in plenary meetings of the Conference on a topic relating to its activities.",
    ),
    (
        "An NGO may not vote.",
        "",
    ),
    (
        "NGOs shall not take part in the adoption of decisions.",
        "An NGO shall not take part in the adoption of decisions.",
    ),
    (
        "Only a State Party may vote.",
        "",
    ),
    (
        "The Conference may decide otherwise on it.",
        "",
    ),
    (
        "The secretariat shall circulate its name at least 30 days before the session, owed to an NGO.",
        "",
    ),
    (
        "The secretariat will circulate its name not later than 24 hours before the session.",
        "The secretariat will circulate its name at least 24 hours before the session.",
    ),
    (
        "The secretariat should circulate its name within 10 days after the session.",
        "",
    ),
    (
        "The secretariat shall circulate its name at most 3 months after the session owed to NGOs.",
        "The secretariat shall circulate its name at most 3 months after the session, owed to an NGO.",
    ),
    (
        "An NGO has observer status.",
        "",
    ),
    (
        "NGOs have observer status.",
        "An NGO has observer status.",
    ),
    (
        "An NGO is accorded observer status.",
        "",
    ),
    (
        "An NGO shall be accorded observer status.",
        "",
    ),
    (
        "An NGO should be accorded observer status.",
        "",
    ),
    (
        "An NGO may be accorded observer status.",
        "",
    ),
    (
        "Plenary meetings of the Conference are public.",
        "A plenary meeting of the Conference is public.",
    ),
    (
        "Plenary meetings shall be public.",
        "A plenary meeting of the Conference is public.",
    ),
    (
        "An NGO has no observer status.",
        "",
    ),
    (
        "An NGO is not accorded observer status.",
        "",
    ),
    (
        "An NGO shall not be accorded observer status.",
        "",
    ),
    (
        "An NGO loses observer status.",
        "",
    ),
    (
        "Plenary meetings are not public.",
        "A plenary meeting of the Conference is not public.",
    ),
    (
        "An academic institution is deemed to be an NGO.",
        "",
    ),
    (
        "A written statement is deemed to be a document that is a written statement.",
        "",
    ),
    (
        "The matter of an NGO not in consultative status is referred to the Conference.",
        "",
    ),
    (
        "A matter of procedure is decided by a majority of the States Parties present and voting.",
        "",
    ),
    (
        "A matter of procedure is decided by consensus, failing which by two thirds of the States "
        "Parties participating in the session, failing which by more than half of all members.",
        "A matter of procedure is decided by consensus, failing which by two thirds of the States "
        "Parties participating in the session, failing which by a majority of all members.",
    ),
    (
        "A matter of procedure is decided by at least one third of the States Parties present.",
        "A matter of procedure is decided by one third of the States Parties present.",
    ),
    (
        "A matter of procedure is decided by three quarters of all States Parties.",
        "A matter of procedure is decided by three quarters of the States Parties.",
    ),
    (
        "Whether the Conference decides otherwise on it is decided by 60 per cent of the States Parties.",
        "",
    ),
    (
        "Whether the Conference decides to admit it is a matter of procedure.",
        "",
    ),
    (
        "A decision requires that more than half of the States Parties are present.",
        "",
    ),
    (
        "Debate requires that at least one third of the States Parties participating in the session are present.",
        "",
    ),
    (
        "A decision in a working group requires that a majority of the States Parties are present.",
        "A decision in a working group requires that more than half of the States Parties are present.",
    ),
    (
        "Rule 17(2) does not apply to an NGO on the Roster.",
        "",
    ),
    (
        "Rules 14 to 16 do not apply to NGOs or States.",
        "Rules 14 to 16 do not apply to an NGO or a State.",
    ),
    (
        "Rules 5, 8 to 10 and 17 bis do not apply to an NGO.",
        "",
    ),
    (
        "Rules 14 to 17 apply, mutatis mutandis, to a working group, with the chair of the working "
        "group for the President, and working group for the Conference.",
        "Rules 14 to 17 apply, mutatis mutandis, to a working group, with the chair of the working "
        "group for the President, and a working group for the Conference.",
    ),
    (
        "Rule 17(1) applies to an academic institution as it applies to an NGO.",
        "",
    ),
    (
        "Rules 17 to 18 apply mutatis mutandis to an academic institution as they apply to an NGO.",
        "Rules 17 to 18 apply, mutatis mutandis, to an academic institution as they apply to an NGO.",
    ),
    (
        "The treaty prevails over the rules.",
        "",
    ),
    (
        "Rule 5 prevails over rules 8 to 10.",
        "",
    ),
    (
        "Nothing in this provision lets an NGO take part in the adoption of decisions.",
        "",
    ),
    (
        "Nothing in this rule lets an NGO apply to the bureau for observer status.",
        "Nothing in this provision lets an NGO apply to the bureau for observer status.",
    ),
    (
        "Nothing in this paragraph lets an NGO do anything.",
        "Nothing in this provision lets an NGO do anything.",
    ),
    (
        "An NGO may attend and speak in plenary meetings.",
        "An NGO may attend and speak in plenary meetings of the Conference.",
    ),
    (
        "An NGO may attend plenary meetings and receive documents.",
        "An NGO may attend plenary meetings of the Conference and receive documents.",
    ),
    (
        "An NGO may attend plenary meetings or working groups.",
        "An NGO may attend plenary meetings of the Conference or working groups.",
    ),
    (
        "An NGO may attend, speak in plenary meetings, and vote.",
        "An NGO may attend, speak in plenary meetings of the Conference and vote.",
    ),
    (
        "An NGO may attend, and speak in plenary meetings.",
        "An NGO may attend, and speak in plenary meetings of the Conference.",
    ),
    (
        "An NGO may speak in plenary meetings on a topic relating to its activities.",
        "An NGO may speak in plenary meetings of the Conference on a topic relating to its activities.",
    ),
    (
        "An NGO may speak on a topic in plenary meetings.",
        "An NGO may speak in plenary meetings of the Conference on a topic.",
    ),
    (
        "An NGO may submit a written statement to the Conference.",
        "An NGO may submit written statements to the Conference.",
    ),
    (
        "An NGO may speak in plenary meetings, through a limited number of representatives, on a topic "
        "relating to its activities, if it is relevant.",
        "An NGO may speak in plenary meetings of the Conference on a topic relating to its activities, "
        "through a limited number of representatives, if it is relevant.",
    ),
    (
        "A relevant NGO not in consultative status may vote.",
        "",
    ),
    (
        "A competent young NGO may vote.",
        "",
    ),
    (
        "An NGO with observer status may vote.",
        "",
    ),
    (
        "An NGO without observer status may vote.",
        "",
    ),
    (
        "States that signed the Convention may vote.",
        "A State that signed the Convention may vote.",
    ),
    (
        "A State that did not sign the Convention may vote.",
        "",
    ),
    (
        "Organizations that are not relevant may vote.",
        "An organization that is not relevant may vote.",
    ),
    (
        "Organizations that are relevant may vote.",
        "An organization that is relevant may vote.",
    ),
    (
        "An organization other than an NGO may vote.",
        "",
    ),
    (
        "An NGO that is a member of a delegation may vote.",
        "",
    ),
    (
        "An NGO that has observer status that is not on the Roster may vote.",
        "An NGO with observer status not on the Roster may vote.",
    ),
    (
        "An NGO, an academic institution or UNDP may vote.",
        "",
    ),
    (
        "NGOs and academic institutions may vote.",
        "An NGO or an academic institution may vote.",
    ),
    (
        "The non-governmental organization may vote.",
        "An NGO may vote.",
    ),
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


@pytest.mark.parametrize(("written", "printed"), OF_A_CONFERENCE)
def test_a_sentence_of_a_conference_prints_back_in_its_plain_form(written: str, printed: str) -> None:
    made = read_sentence(CONFERENCE, written)
    assert printer.sentence(made, vocabulary(CONFERENCE)) == (printed or written)
    assert read_sentence(CONFERENCE, printed or written) == made
