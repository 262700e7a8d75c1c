"""For each drafting habit two texts that look like it, and in which a careful drafter would change nothing."""

from __future__ import annotations

MATTERS = "Matter: substance.\n"
OBJECT = "Event: object to the applicant, by a State Party.\n"
BY_THIRDS = "2  A matter of substance is decided by two thirds of the States Parties present and voting.\n"

SILENT: dict[str, tuple[str, str]] = {
    "W501": (
        # on different acts
        "1  A State shall be accorded observer status if it applies for observer status.\n"
        "2  An NGO should be accorded observer status if the Conference decides to admit it.\n",
        # two choices in one bracket never stand together
        "1  An NGO [shall | by: EU][should | by: Group A] be accorded observer status.\n",
    ),
    "W502": (
        # different people are asked
        "Event: register, by the actor.\n1  A State shall register. An NGO should register.\n",
        # under different conditions
        "1  The secretariat shall circulate its name if it is an NGO.\n"
        "   The secretariat should circulate its name if it is a State.\n",
    ),
    "W503": (
        # will throughout
        "1  The secretariat will circulate its name. The President will invite it to speak.\n",
        # shall of a status is no duty
        "1  The secretariat will circulate its name.\n2  An NGO shall be accorded observer status.\n",
    ),
    "W504": (
        # two lists
        "1  A State Party may: (a) attend the Conference; and (b) vote.\n"
        "2  A State Party is entitled to: (a) speak in the Conference; and (b) submit written "
        "statements to the Conference.\n",
        # a prohibition beside a grant
        "1  A State: (a) may attend the Conference; and (b) shall not vote.\n",
    ),
    "W505": (
        "1  An NGO may not vote.\n2  An NGO shall not speak in the Conference.\n",
        # two choices in one bracket
        "1  An NGO [may not | by: EU][shall not | by: Group A] vote.\n",
    ),
    "W506": (
        "1  As a rule, an NGO may vote.\n2  An NGO may not vote if the Conference decides to admit it.\n",
        "1  An NGO may vote, as a rule, except for an NGO in consultative status.\n",
    ),
    "W507": (
        "Unit: word.\n1  An NGO may submit a written statement to the Conference, limited to 2,000 words.\n",
        "1  The secretariat should circulate its name not later than 10 days before the session.\n",
    ),
    "W508": (
        # two provisions that are no list
        "Event: register, by the actor.\n1(a)  An NGO may vote.\n1(b)  An NGO shall register.\n",
        "Event: register, by the actor.\n1  An NGO: (a) should register; and (b) may vote.\n",
    ),
    "W511": (
        # too short to be alike by more than chance
        "1  A State may: (a) attend the Conference; (b) vote; and (c) speak in the Conference.\n"
        "2  An NGO may: (a) attend the Conference; and (b) speak in the Conference.\n",
        # the act is forbidden to the other class
        "1  A State may: (a) attend the Conference; (b) vote; (c) submit written statements to the Conference; and "
        "(d) speak in the Conference.\n"
        "2  An NGO may: (a) attend the Conference; (b) submit written statements to the Conference; and "
        "(c) speak in the Conference.\n3  An NGO may not vote.\n",
    ),
    "W512": (
        # first the wide place, then the narrow one
        "1  An NGO may attend the Conference and speak in plenary meetings of the Conference.\n",
        # what is submitted to a body is not done in it
        "1  An NGO may: (a) attend plenary meetings of the Conference; and (b) submit written "
        "statements to the Conference.\n",
    ),
    "W513": (
        "1  An NGO may: (a) attend the Conference; and (b) vote.\n",
        # or between classes, and between conditions
        "1  An NGO or a State may vote if the Conference decides to admit it or the President invites it to speak.\n",
    ),
    "W514": (
        # numbered apart: what is between was not written down
        "1(a)  An NGO may vote.\n1(c)  An NGO may attend the Conference.\n",
        # Roman numbers
        "1  An NGO may: (i) vote; and (v) attend the Conference.\n",
    ),
    "W515": (
        # of a class each is meant
        "Event: register, by the actor.\n1  A State or an NGO shall register.\n",
        # a power of both
        "Event: inform it, by the President, by the secretariat.\n1  The President or the secretariat may inform it.\n",
    ),
    "W516": (
        "1  Only a State Party may vote.\n2  A State Party may vote if the President invites it to speak.\n",
        "1  Only an NGO in consultative status may speak in plenary meetings of the Conference.\n",
    ),
    "W521": (
        # of different bodies
        "1  Debate in the Conference requires that one third of the States Parties are present.\n"
        "   A decision in working groups requires that a majority of those participating in the session are present.\n",
        # two choices in one bracket
        "1  [Debate requires that one third of the States Parties are present. | by: EU]"
        "[A decision requires that a majority of those participating in the session are present. | by: Group A]\n",
    ),
    "W522": (
        # shares of different bases cannot be told apart
        "1  Debate requires that more than half of the States Parties participating in the session are present.\n"
        "   A decision requires that one third of the States Parties are present.\n",
        "1  Debate requires that a majority of the States Parties are present.\n"
        "   A decision requires that a majority of the States Parties are present.\n",
    ),
    "W523": (
        # one rule only: the rest may be elsewhere
        "1  A matter of procedure is decided by a majority of the States Parties present and voting.\n",
        # of all States Parties
        MATTERS + "1  A matter of procedure is decided by a majority of all States Parties.\n"
        "   A matter of substance is decided by two thirds of all States Parties.\n",
    ),
    "W524": (
        # nowhere does the text say of whom
        MATTERS + "1  A matter of procedure is decided by a majority of those present and voting.\n"
        "   A matter of substance is decided by two thirds of those present and voting.\n",
        # another base
        MATTERS + "1  A matter of procedure is decided by a majority of the States Parties present and voting.\n"
        "   A matter of substance is decided by two thirds of all members.\n",
    ),
    "W525": (
        # a minority that asks is no body that decides
        "1  Whether a State Party objects to it is decided by at least one third of the States Parties.\n",
        "1  A matter of procedure is decided by a majority of the States Parties present and voting.\n",
    ),
    "W526": (
        "1  A matter of procedure is decided by consensus, failing which by two thirds of the "
        "States Parties present and "
        "voting.\n",
        # of another base: which is easier depends on who comes
        "1  A matter of procedure is decided by a majority of all States Parties, failing which by two thirds of the "
        "States Parties present and voting.\n",
    ),
    "W527": (
        # a third must object
        MATTERS
        + OBJECT
        + "Event: decide to admit the applicant, by the Conference, as a matter of substance.\n"
        + "1  An NGO should be accorded observer status unless at least one third of the States "
        "Parties present object to "
        "the applicant.\n"
        "   An NGO should be accorded observer status if a State Party objects to the applicant and the Conference "
        "decides to admit the applicant.\n" + BY_THIRDS,
        # two thirds are needed in any case
        MATTERS
        + OBJECT
        + "Event: decide to admit the applicant, by the Conference, as a matter of substance.\n"
        + "1  An NGO should be accorded observer status if no State Party objects to the applicant.\n"
        "   An NGO may vote if a State Party objects to the applicant and the Conference decides to "
        "admit the applicant.\n" + BY_THIRDS,
    ),
    "W531": (
        # a reading says what a late list is
        "1  The secretariat shall circulate its name at least 30 days before the session.\n"
        '   Dispute "late": "30 days".\n'
        '   Reading "void": An NGO may not vote if the secretariat does not circulate its name at least 30 days before '
        'the session.\n   Reading "directory": nothing more.\n',
        # what holds where nothing is done
        "1  The secretariat shall circulate its name within 10 days after the session.\n"
        "2  An NGO may vote unless the secretariat circulates its name.\n",
    ),
    "W532": (
        "1  An NGO may vote if no State Party objects to it at least 10 days before the session.\n",
        # one officer, and the body itself
        "1  An NGO may vote unless the Conference decides to admit it.\n"
        "2  An NGO may attend the Conference unless the President invites it to speak.\n",
    ),
    "W533": (
        "1  An NGO may vote if no State Party objects to it.\n"
        "2  An NGO may vote if a State Party objects to it and the Conference decides to admit it.\n",
        # a power of the body: where it ends, what it would change stays
        "Act: waive the notice.\n1  The Conference may waive the notice unless a State Party objects to it.\n",
    ),
    "W534": (
        "1  The matter of an NGO is referred to the Conference if a State Party objects to it.\n"
        "2  An NGO may vote unless the Conference decides to admit it.\n",
        # the decision is in a reading
        "1  The matter of an NGO is referred to the Conference if a State Party objects to it.\n"
        '   Reading "by vote": An NGO may vote if the Conference decides to admit it.\n   Reading '
        '"never": nothing more.\n',
    ),
    "W535": (
        # no rule speaks of the power
        "1  An NGO may vote if the Conference decides to admit it.\n",
        # the power of both
        "Event: decide to exclude it, by the Conference, by the working group.\n"
        "1  An NGO may vote unless the Conference decides to exclude it.\n"
        "2  The Conference or the working group may decide to exclude it.\n",
    ),
    "W536": (
        "1  The secretariat shall circulate its name at least 30 days before the session.\n"
        "2  The secretariat shall circulate its name at most 10 days after the session.\n",
        # a time of waiting
        "1  An NGO may apply for observer status at least 10 days after the session.\n",
    ),
    "W541": (
        # the end of the name takes it up again
        "Body: constructive dialogue, also dialogue.\n"
        "1  An NGO may attend constructive dialogues.\n2  An NGO may speak in dialogues.\n",
        # singular and plural
        "1  An NGO may vote.\n2  NGOs may attend the Conference.\n",
    ),
    "W542": (
        # words in which the letters stand
        "Event: inform the heads of them, by the secretariat.\n1  The secretariat shall inform the heads of them.\n",
        "1  An NGO may vote if it is in consultative status.\n",
    ),
    "W543": (
        "1  The secretariat shall circulate its name within 10 days after the session.\n",
        # a name in which the word stands
        "Quality: appropriate, of an NGO.\n1  An appropriate NGO may vote.\n",
    ),
    "W544": (
        "Limit: through a limited number of three representatives.\n"
        "1  An NGO may speak in the Conference, through a limited number of three representatives.\n",
        "Unit: word.\n1  An NGO may submit a written statement to the Conference, of at most 2,000 words.\n",
    ),
    "W545": (
        # of whom it is said, not whether
        "1  An NGO may vote unless a State Party objects to it.\n",
        # the exception is of those of whom it is denied
        "1  An NGO may vote, except for an NGO that is not in consultative status.\n",
    ),
    "W546": (
        "1  An NGO may vote unless a State Party objects to it, except for an NGO in consultative status.\n",
        # three conditions are no exceptions
        "1  An NGO may vote if it is in consultative status and the Conference decides to admit it and the President "
        "invites it to speak.\n",
    ),
    "W551": (
        # the act is a form of what the other rule forbids
        "Act: take part, in a body, includes speak.\n"
        "1  An NGO may speak in the Conference, notwithstanding rule 2.\n2  An NGO may not take "
        "part in the Conference.\n",
        # the other rule takes a status on which this one rests
        "1  An NGO with observer status may vote, notwithstanding rule 2.\n"
        "2  An NGO has no observer status if it is in consultative status.\n3  An NGO has observer status.\n",
    ),
    "W552": (
        "Act: take part, in a body, includes speak.\n"
        "1  An NGO may take part in the Conference, subject to rule 2.\n2  An NGO may not speak in the Conference.\n",
        # a duty may limit a right
        "1  An NGO may vote, subject to rule 2.\n2  The secretariat shall circulate its name.\n",
    ),
    "W553": (
        # the rule stands, in a choice of a bracket
        "1  An NGO may vote, notwithstanding rule 2.\n2  [An NGO may not vote. | by: EU]\n",
        "1  Rule 2 does not apply to an NGO.\n2  An organization may vote.\n",
    ),
    "W561": (
        "1  An organization may vote, except for an NGO.\n",
        # one who is deemed to be what the exception names
        "1  A State may vote, except for an NGO.\n2  A State is deemed to be an NGO.\n",
    ),
    "W562": (
        "1  An organization may vote if it is an NGO.\n",
        # one of two classes
        "1  An NGO or a State may vote if it is an organization.\n",
    ),
    "W563": (
        # the wider class is narrowed by a word
        "1  A State Party or a State with observer status may vote.\n2  A State has observer status.\n",
        # for certainty
        "1  Nothing in this provision lets an NGO or an organization vote.\n",
    ),
    "W564": (
        # a class within the one that has it
        "1  An organization has observer status.\n2  An NGO with observer status may vote.\n",
        # one can be of both classes
        "Actor: expert.\n1  An NGO has observer status.\n2  An expert with observer status may vote.\n",
    ),
}
