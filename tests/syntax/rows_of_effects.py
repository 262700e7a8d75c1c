"""Rows of the language reference on what a sentence does: grants, duties, statuses, decisions, renvoi."""

from __future__ import annotations

# (as written, as printed; "" for the same)
EFFECTS = [
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
]
