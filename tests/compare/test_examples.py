"""What is told of a difference: an example that bears out the sign, where it is prohibited, what is not known."""

from __future__ import annotations

from proclogic.compare.model import Comparison, Difference
from proclogic.papers import write
from tests.compare.test_finer import compared

ATTEND = "1 An NGO may attend the Board"


def only(found: Comparison) -> Difference:
    (one,) = (d for d in found.differences if not d.is_same)
    return one


def printed(found: Comparison) -> str:
    return " ".join(write.comparison(found, "text", "actor", False, True).split())


def test_a_verdict_that_is_better_but_not_everywhere_is_borne_out_first_and_then_contradicted() -> None:
    texts = f"{ATTEND} if the Committee admits it.\n", f"{ATTEND} unless the Committee decides otherwise.\n"
    found = compared(*texts)
    one = only(found)
    assert (one.relation, one.inclusion) == ("wider", False)
    assert [(w.a, w.b) for w in one.witnesses] == [("no", "yes"), ("yes", "no")]
    assert printed(found).count("Example:") == 2
    back = only(
        compared(f"{ATTEND} unless the Committee decides otherwise.\n", f"{ATTEND} if the Committee admits it.\n")
    )
    assert (back.relation, back.witnesses[0].a, back.witnesses[0].b) == ("narrower", "yes", "no")


def test_prohibited_in_other_situations_says_in_which() -> None:
    ban = "2 An NGO may not attend the Board if it registers.\n"
    found = compared(f"{ATTEND} unless it registers.\n", f"{ATTEND} unless it registers.\n{ban}")
    (finer,) = (f for f in only(found).finer if f.kind == "prohibited elsewhere")
    assert finer.detail == "B: if it registers"
    assert "Prohibited in other situations: B: if it registers." in printed(found)


def test_a_text_that_is_not_known_is_not_told_as_silence() -> None:
    gap = "5 Nothing in this provision lets an NGO attend the Board.\n       Certainty: gap.\n"
    found = compared(f"{ATTEND}.\n", gap)
    assert only(found).b.unknown == "all"
    words = printed(found)
    assert "B the text is not known" in words
    assert "The text is not known (B)." in words
    assert "Became silent" not in words
    part = printed(compared(f"{ATTEND}.\n", gap + "6 Nothing in this provision lets an NGO attend the Board.\n"))
    assert "B not conferred, as far as the text is known" in part
    back = printed(compared(gap, f"{ATTEND}.\n"))
    assert "The text is not known (A)." in back
