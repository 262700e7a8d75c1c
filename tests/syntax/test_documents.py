"""Files as a whole: headers, provisions with what stands beside them, files of questions."""

from __future__ import annotations

from proclogic.norms.conditions import Has
from proclogic.norms.questions import Expectation, Fact
from proclogic.sources import Source
from proclogic.syntax import printer
from proclogic.syntax.parse import parse_file
from proclogic.syntax.tree import Beside, Header, ReadingLine
from tests.syntax.reading import read
from tests.syntax.texts import CONFERENCE, no_vocabulary, vocabulary


def test_headers_keep_their_values_in_order_and_without_quotation_marks() -> None:
    text = 'Ruleset: untoc-cop.\nTitle: "Rules of\n   procedure".\nSource: "Rules", "https://x.org/a#b".  # where\n'
    document, found = parse_file(Source("it", text + "Canons: higher, later.\nAdopted: 2004-07-08.\n"), no_vocabulary)
    assert not found
    assert document.headers == (
        Header("Ruleset", ("untoc-cop",)),
        Header("Title", ("Rules of procedure",)),
        Header("Source", ("Rules", "https://x.org/a#b")),
        Header("Canons", ("higher", "later")),
        Header("Adopted", ("2004-07-08",)),
    )


def test_numbers_of_provisions_are_kept_as_written() -> None:
    numbers = [
        "17(2)",
        "17(3)(b)",
        "17 bis",
        "17 bis(2)",
        "OP4",
        "9/1(53)(a)",
        "P2",
        "art32(3)",
        "2.1",
        "3 ter",
        "18-a",
    ]
    document, found = read("".join(f"{n}  An NGO may vote.\n" for n in numbers), CONFERENCE)
    assert not found
    assert [p.number for p in document.provisions] == numbers


def test_a_heading_belongs_to_the_provisions_of_its_rule() -> None:
    text = "Rule 17. Organizations.\n17(1)  An NGO may vote.\n17 bis  An NGO may vote.\n170  An NGO may vote.\n"
    document, _ = read(text, CONFERENCE)
    assert [p.heading for p in document.provisions] == ["Organizations", "Organizations", ""]


def test_what_stands_beside_a_provision_is_kept_with_its_item() -> None:
    text = (
        '1  An NGO may: (a) vote; and (b) receive documents. Source: "COP, 2022", "https://x". Layer: practice.\n'
        '   Certainty for (b): own knowledge.\n   Silent: "who", "by when".\n'
    )
    document, found = read(text, CONFERENCE)
    assert not found
    assert document.provisions[0].beside == (
        Beside("Source", ("COP, 2022", "https://x")),
        Beside("Layer", ("practice",)),
        Beside("Certainty", ("own knowledge",), "(b)"),
        Beside("Silent", ("who", "by when")),
    )


def test_readings_belong_to_the_dispute_before_them() -> None:
    text = (
        '1  An NGO may vote.\n   Reading "narrow": nothing more.\n   Dispute "vote": "may vote".\n'
        '   Reading "wide": An NGO may receive documents. An NGO may vote.\n'
        '      Authority: "practice".  Standing: minority.\n   Reading "strict": nothing more.\n'
    )
    document, found = read(text, CONFERENCE)
    assert not found
    narrow, wide, strict = document.provisions[0].readings
    assert narrow == ReadingLine("narrow")
    assert (wide.dispute, wide.words, wide.authority, wide.standing) == ("vote", "may vote", "practice", "minority")
    assert [s.text for s in wide.sentences] == ["An NGO may receive documents.", "An NGO may vote."]
    assert strict == ReadingLine("strict", dispute="vote", words="may vote")


def test_a_question_of_a_file_takes_the_lines_after_it() -> None:
    text = (
        "Under: conference.\n\nQuestion Q1: May an NGO vote?\nUnder: other, conference.\nGiven: it is relevant.\n"
        "Layers: practice, rules.\n"
        'Expect: by leave of the Conference and the President; contested; turns on "relevant"; outcome no.\n'
        'Expect reading 17(2)/late list "late is late": not conferred.\nBecause: 17(2), rule 3.\nCertainty: gap.\n'
        'Note: "see COP-11".\n\nQuestion Q2: Which prevails, the treaty or the rules?\nExpect answer: "the treaty".\n'
        "Who may vote?\n"
    )
    document, found = parse_file(Source("it", text), lambda _: vocabulary(CONFERENCE))
    assert not found
    first, second, third = document.expectations
    assert first == Expectation(
        "Q1",
        first.question,
        ("other", "conference"),
        "by-leave",
        ("contested", "turns on relevant"),
        "no",
        (("17(2)/late list", "late is late", "not-conferred"),),
        ("conference", "president"),
        because=("17(2)", "3"),
        certainty="gap",
        note="see COP-11",
        layers=("rules", "practice"),
    )
    assert first.question.facts == (Fact(Has("relevant"), True),)
    assert (second.under, second.answer) == (("conference",), "the treaty")
    assert (third.name, third.question.form) == ("question 3", "who")


def test_each_question_is_read_in_the_words_of_its_own_ruleset() -> None:
    text = "Question A: Who may vote?\nUnder: conference.\nQuestion B: Who may vote?\nUnder: nobody.\n"
    document, found = parse_file(Source("it", text), {"conference": vocabulary(CONFERENCE)}.get)
    assert [e.name for e in document.expectations] == ["A"]
    assert [(d.code, d.place) for d in found] == [("E201", "question B"), ("E010", "question B")]


def test_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    text = "Ruleset: x.\nUses: it.\n1  An NGO\n   may vote.\n   Layer: practice.\n"
    plain = parse_file(Source("it", text), lambda _: vocabulary(CONFERENCE))
    other = parse_file(Source("it", "\ufeff" + text.replace("\n", "\r\n")), lambda _: vocabulary(CONFERENCE))
    assert plain[0] == other[0]
    assert not plain[1] and not other[1]


def test_spans_mark_the_words_in_the_file() -> None:
    text = "Uses: it.\n1  An NGO may vote.  # said\n   A relevant NGO may receive documents.\n"
    document, _ = parse_file(Source("it", text), lambda _: vocabulary(CONFERENCE))
    marked = [text[s.span.start : s.span.end] for s in document.provisions[0].sentences]
    assert marked == ["An NGO may vote.", "A relevant NGO may receive documents."]
    (subject,) = document.provisions[0].sentences[1].subjects
    assert text[subject.span.start : subject.span.end] == "A relevant NGO"


def test_options_are_printed_where_they_stand() -> None:
    text = (
        "Option 1 | by: Chair; date: 2023-04-21.\n1   An NGO may vote.\n2   An NGO may receive documents.\nOption 2.\n"
        'Option 3 | by: EU, Norway; supported by: Chile; document: "A/AC.291/22".\n1   An NGO may not vote.\n'
        "End of options.\nOption 4.\nOption 5.\n3   An NGO may vote.\nEnd of options.\n4   An NGO may vote.\n"
    )
    document, found = read(text, CONFERENCE)
    assert not found
    printed = printer.document(document, vocabulary(CONFERENCE))
    lines = [line for line in printed.splitlines() if line and not line.startswith("Uses:")]
    assert "\n".join(lines) + "\n" == text
    assert parse_file(Source("rules", printed), lambda _: vocabulary(CONFERENCE)) == (document, [])
