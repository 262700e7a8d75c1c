"""Answers made by hand, for the tests of the writers."""

from __future__ import annotations

from proclogic.answers.model import (
    Act,
    Answer,
    Beside,
    Blockers,
    Case,
    Chosen,
    Cited,
    DecidedBy,
    Mark,
    Matrix,
    ReadingAnswer,
    Resolution,
    Row,
    Way,
)

APPLY = Act(
    "it",
    "it applies to the bureau for observer status",
    "apply to the bureau for observer status",
    rules=("17(2)",),
    base="apply to the bureau for observer status",
)
LISTED = Act(
    "the secretariat",
    "the secretariat circulates its name",
    "circulate its name",
    deadline="at least 30 days before the session",
    rules=("17(2)",),
)
OBJECT = Act("any one State Party", "a State Party objects to it", "object to it", given="done", rules=("17(2)",))
ADMIT = Act(
    "the Conference",
    "the Conference decides to admit it",
    "decide to admit it",
    rules=("17(2)",),
    decided=(
        DecidedBy(
            "a majority of the States Parties present and voting",
            "more than half of those present and voting",
            "at least half of those present and voting",
            ("58(1)",),
            "practice",
        ),
    ),
    unsettled=True,
)
REFUSE = ADMIT.replace(text="the Conference does not decide to admit it", refusal=True)
CITED = (
    Cited("17(2)", "Non-governmental organizations", "rules", "verbatim", "Rules of procedure, CTOC/COP/2004/6"),
    Cited("2(2)", "Application", "rules", "secondary", "Rules of procedure, CTOC/COP/2004/6"),
)

BY_LEAVE = Answer(
    "untoc-cop",
    "Rules of procedure of the Conference",
    "May an NGO not in consultative status attend plenary meetings of the Conference, if a State Party objects to it?",
    "may",
    verdict="by-leave",
    verdicts=("by-leave",),
    outcome="no",
    marks=(Mark("pending", "the Conference", ("17(2)",)),),
    cases=(
        Case(
            (),
            "by-leave",
            "no",
            (Mark("pending", "the Conference", ("17(2)",)),),
            (Way((APPLY,)),),
            (Way((ADMIT,)),),
            Blockers((Way((OBJECT,)),), (Way((OBJECT, REFUSE)),)),
            (LISTED,),
            (),
            ("17(2)",),
            ("should be accorded", "17(2)"),
        ),
    ),
    grounds=("17(2)",),
    steps=(Way((APPLY,)),),
    gates=(Way((ADMIT,)),),
    blockers=Blockers((Way((OBJECT,)),), (Way((OBJECT, REFUSE)),)),
    presumed=(LISTED,),
    strength=("should be accorded", "17(2)"),
    layers=("treaty", "rules"),
    certainty="secondary",
    beside=(Beside("practice", "by-leave", "no", "not admitted", ("P3",), "COP-11", "secondary"),),
    silences=(("who may object", "17(2)"), ("by when", "17(2)")),
    examined=("treaty and rules", "1 dispute, 2 readings, the same answer in both"),
    cited=CITED,
)

CONTESTED = Answer(
    "untoc-cop",
    "Rules of procedure of the Conference",
    "May an NGO speak in a working group?",
    "may",
    verdict="not-conferred",
    verdicts=("by-leave", "not-conferred"),
    outcome="open",
    marks=(
        Mark("contested", "plenary meetings of the Conference", ("2(2)",)),
        Mark("turns on", "relevant", ("17(1)",)),
    ),
    cases=(
        Case((("it is in consultative status",),), "by-default", "yes", grounds=("17(1)",)),
        Case(
            (("it is not in consultative status", "it is relevant"), ("it is a State",)),
            "by-leave",
            "conditional",
            gates=(Way((ADMIT,)),),
            grounds=("17(2)",),
        ),
    ),
    grounds=("17(3)(b)", "2(2)"),
    limits=(("of at most 2,000 words", "17(3)(b)"),),
    layers=("treaty", "rules"),
    certainty="verbatim",
    readings=(
        ReadingAnswer(
            "2(2)",
            "2(2)",
            "plenary meetings of the Conference",
            "rigid",
            "practice of some States Parties",
            "arguable",
            ("not-conferred",),
            "no",
            contests=True,
        ),
        ReadingAnswer(
            "2(2)",
            "2(2)",
            "plenary meetings of the Conference",
            "functional",
            "legal opinion of August 2010",
            "preferred",
            ("by-default", "by-leave"),
            "conditional",
            contests=True,
        ),
    ),
    examined=("treaty and rules", "1 dispute, 2 readings"),
    cited=CITED,
)

OF_RIGHT = Answer(
    "untoc-cop",
    "",
    "May a State Party attend plenary meetings of the Conference?",
    "may",
    verdict="of-right",
    verdicts=("of-right",),
    outcome="yes",
    cases=(Case((), "of-right", "yes", grounds=("1",)),),
    grounds=("1",),
    layers=("treaty", "rules"),
    certainty="verbatim",
)

SILENT = Answer(
    "ahc",
    "Modalities",
    "May an NGO submit a written statement?",
    "may",
    verdict="not-conferred",
    verdicts=("not-conferred",),
    outcome="no",
    cases=(Case((), "not-conferred", "no", grounds=("OP4",)),),
    grounds=("OP4",),
    layers=("treaty", "rules"),
    complete=False,
    hypothetical=True,
)

MAJORITY = Answer(
    "untoc-cop",
    "",
    "Which majority decides a matter of procedure?",
    "majority",
    says="More than half of the States Parties present and voting",
    grounds=("58(1)",),
    arithmetic=("half of 120 is 60", "61 make a majority"),
    layers=("treaty", "rules"),
)

ROWS = (
    Row("State Party", "speak", "the Conference", "", "of-right", ("of-right",), "yes", (), "", ("1",)),
    Row(
        "NGO with observer status",
        "speak",
        "the Conference",
        "",
        "by-leave",
        ("by-leave",),
        "conditional",
        (Mark("contested"),),
        "if the President invites it to speak and the Conference approves it",
        ("17(3)(b)", "2(2)"),
    ),
    Row("natural person", "speak", "the Conference", "", "not-conferred", ("not-conferred",), "no", (), "", ()),
)

WHO = Answer(
    "untoc-cop",
    "",
    "Who may speak in plenary meetings of the Conference?",
    "who",
    rows=ROWS,
    layers=("treaty", "rules"),
)

MATRIX = Matrix(
    "untoc-cop",
    "Rules of procedure of the Conference",
    ("State Party", "NGO with observer status", "natural person"),
    (("speak", "the Conference"), ("attend", "the Conference"), ("receive documents", "")),
    (
        *ROWS,
        *(
            row.replace(act="attend", verdict=verdict)
            for row, verdict in zip(ROWS, ("of-right", "by-default", "prohibited"), strict=True)
        ),
    ),
    ("treaty", "rules"),
    cited=CITED,
)

OPEN_TIME = MAJORITY.replace(
    question="By when must the secretariat circulate its name?",
    form="when",
    marks=(Mark("open", "3", ("3",)),),
    resolutions=(Resolution((Chosen("3", "3", "30"),), (), "open", text="at least 30 days before the session (3)"),),
)

POWER = OF_RIGHT.replace(question="May the Conference decide to admit it?", takes=ADMIT)

ANSWERS = (BY_LEAVE, CONTESTED, OF_RIGHT, POWER, SILENT, MAJORITY, OPEN_TIME, WHO)
