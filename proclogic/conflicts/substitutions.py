"""A substitution without an entry (G206): a rule is carried to another body, and a term in it is left as it is.

Which terms are left, reading has noted (`Ruleset.unentered`); `check` reports the same as W302. Here it is told with a
situation in which the carried rule takes effect with that term.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from proclogic.conflicts.examining import Examination, effective
from proclogic.conflicts.model import Blamed, Finding
from proclogic.diagnostics.phrasing import quoted
from proclogic.norms.model import Forbid, Norm, Permit, Unentered
from proclogic.norms.names import cite_all
from proclogic.reference.evaluate import Evaluation

CODES = ("G206",)


def find(examination: Examination) -> Iterator[Finding]:
    """One finding for each carrying sentence, with all the terms that it leaves."""
    sentences: dict[tuple[str, int], list[Unentered]] = {}
    for one in examination.ruleset.unentered:
        sentences.setdefault((one.provision, one.span.start), []).append(one)
    layers = {p.number: p.layer for p in examination.ruleset.provisions}
    for (number, _), left in sentences.items():
        if layers.get(number) in examination.asker.options.layers:
            yield _finding(examination, number, left)


def _finding(examination: Examination, number: str, left: list[Unentered]) -> Finding:
    ruleset = examination.ruleset
    text = next((p.text for p in ruleset.provisions if p.number == number), "")
    terms = quoted([one.phrase for one in left], "and")
    found = Finding(
        "G206",
        f"G206/{number}/{'+'.join(one.phrase.replace(' ', '-') for one in left)}",
        f"rule {number} carries rules to another body and does not say what stands for {terms}",
        (Blamed(number, text, "", left[0].span, ruleset.id, text),),
        notes=tuple(f"“{one.phrase}” occurs in {cite_all(dict.fromkeys(one.where))}" for one in left),
    )
    for norm in _carried(examination, number, left):
        act = norm.effect.act if isinstance(norm.effect, Permit | Forbid) else ""
        target = effective(norm.id)
        situation = examination.situation(act, target, partial(_is_effective, norm.id))
        if situation is not None:
            return found.replace(
                witness=examination.witness(situation), where=examination.where(act, target), norms=(norm.id,)
            )
    return found


def _is_effective(norm: str, seen: Evaluation) -> bool:
    return norm in seen.effective


def _carried(examination: Examination, number: str, left: list[Unentered]) -> Iterator[Norm]:
    """The copies on acts of rules in which a term was left."""
    where = {number for one in left for number in one.where}
    for norm in examination.norms.values():
        if norm.via[-1:] == (number,) and norm.provision in where and isinstance(norm.effect, Permit | Forbid):
            yield norm
