"""Rules without a use.

G207: a rule that is applicable in no world of any cell, whether or not other rules let it take effect. What excludes
itself by its words alone is W404 of `check`, and what rests on a status that nobody can have is told where the rules
that give the status are.

G208: a rule that is applicable in some world, and in every such world is out of application or gives way. Not where it
was taken from another instrument, and only rules of this one stop it: that is what such rules are for.

A rule that only a reading or a bracket makes void is none; nor is a copy that renvoi makes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from proclogic.conflicts.examining import FALSE, Examination, Situation, Target, provisions
from proclogic.conflicts.model import Blamed, Finding
from proclogic.conflicts.wide import ANYTHING_GIVEN, Reach, Wide, reach, sentences
from proclogic.diagnostics.phrasing import listed
from proclogic.engine.session import Posed
from proclogic.norms.checks.entitlements import excluded
from proclogic.norms.conditions import Formula, Has, Is, ReferredTo
from proclogic.norms.formulas import atoms
from proclogic.norms.model import Disapply, Forbid, GivesNothing, Norm, Permit
from proclogic.norms.questions import Cell, Individual
from proclogic.norms.vocabulary import ACTOR
from proclogic.program.from_norms import contrary
from proclogic.program.terms import quoted
from proclogic.reference.evaluate import Evaluation

CODES = ("G207", "G208")
_DERIVED = Has | ReferredTo | Is


def find(examination: Examination) -> Iterator[Finding]:
    """Sentence by sentence: the norms of it that never apply, and those that never take effect."""
    known = reach(examination)
    told = {norm.id for norm, _ in excluded(examination.ruleset, examination.index.hierarchy)}
    for sentence in sentences(examination.norms.values()):
        void: list[tuple[Norm, Wide]] = []
        beaten: list[tuple[Norm, Wide]] = []
        for norm in sentence:
            programs = list(known.programs(norm))
            if not programs or norm.id in told or known.takes_effect(norm):
                continue
            applying = next((p for p in programs if p.allows([p.applicable[norm.id]])), None)
            if applying is not None and not isinstance(norm.effect, GivesNothing):
                beaten.append((norm, applying))
            elif applying is None and not _is_consequence(known, programs, norm):
                void.append((norm, programs[0]))
        if void:
            yield _never_applies(examination, sentence, void)
        by_rules: dict[tuple[str, ...], list[tuple[Norm, Wide]]] = defaultdict(list)
        for norm, program in beaten:
            by_rules[tuple(n.provision for n in _stopping(program, norm))].append((norm, program))
        for alike in by_rules.values():
            yield from _never_prevails(examination, sentence, alike)


def _is_consequence(known: Reach, programs: Sequence[Wide], norm: Norm) -> bool:
    """Whether a norm would be applicable if what nobody can have by the rules were given."""
    never = known.never_had()
    return any(p.allows([p.applicable[norm.id]], p.assuming(known.ruled - never)) for p in programs)


# ---------------------------------------------------------------------------------------------------- never applicable


def _never_applies(examination: Examination, sentence: Sequence[Norm], void: list[tuple[Norm, Wide]]) -> Finding:
    norm, program = void[0]
    parts = program.parts(norm.id)
    literals = [x for _, x in parts if isinstance(x, int)]
    least = set(program.smallest(literals, ()))
    asked = [p for p, x in parts if x in least] or [p for p, x in parts if x == FALSE]
    words = [f"“{examination.wording.condition(p)}”" for p in asked]
    many = {0: "can never be so", 1: "can never be so", 2: "cannot both be so"}.get(len(words), "cannot all be so")
    by_rules = program.allows([program.applicable[norm.id]], ANYTHING_GIVEN)
    giving = _deciding(examination, asked) if by_rules else []
    blamed = (
        examination.blamed(norm, _as_far_as(examination, sentence, void)),
        *(examination.blamed(n) for n in giving if n.provision != norm.provision),
    )
    text = "what it asks for cannot be" + (", as the other rules have it" if by_rules else "")
    return Finding(
        "G207",
        f"G207/{norm.provision}",
        f"rule {norm.provision} can never apply: {text}",
        _once(blamed),
        notes=(f"{listed(words, 'and')} {many}",) if words else (),
        norms=tuple(n.id for n, _ in void),
    )


def _deciding(examination: Examination, asked: Sequence[Formula]) -> list[Norm]:
    """The norms that decide on what is asked for: those that give or take a status, or deem somebody to be of a
    kind."""
    index = examination.index
    found = {n.id: n for formula in asked for a in atoms(formula) if isinstance(a, _DERIVED) for n in index.deriving(a)}
    return [n for n in found.values() if not n.via]


def _once(blamed: Sequence[Blamed]) -> tuple[Blamed, ...]:
    return tuple({b.provision: b for b in reversed(blamed)}.values())[::-1]


# ----------------------------------------------------------------------------------------------------- never effective


def _never_prevails(
    examination: Examination, sentence: Sequence[Norm], beaten: list[tuple[Norm, Wide]]
) -> Iterator[Finding]:
    norm, program = beaten[0]
    stopping = _stopping(program, norm)
    if _was_set_aside(examination, norm, stopping):
        return
    witness = None
    if isinstance(norm.effect, Permit | Forbid):
        situation = _situation(examination, norm, stopping)
        if situation is None:
            return
        witness = examination.witness(situation)
    numbers = listed([f"rule {p}" for p in provisions(stopping)], "or")
    does = all(isinstance(n.effect, Disapply) for n in stopping)
    verb = "takes it out of application" if does else "prevails over it or sets it aside"
    if not any(isinstance(n.effect, Disapply) for n in stopping):
        verb = "prevails over it"
    yield Finding(
        "G208",
        f"G208/{'+'.join(provisions((norm, *stopping)))}",
        f"rule {norm.provision} never takes effect: wherever it applies, {numbers} {verb}",
        _once(
            (
                examination.blamed(norm, _as_far_as(examination, sentence, beaten)),
                *(examination.blamed(n) for n in stopping),
            )
        ),
        witness,
        norms=(norm.id, *(n.id for n in stopping)),
    )


def _stopping(program: Wide, norm: Norm) -> list[Norm]:
    """As few norms as are enough to stop a norm in every world in which it is applicable."""
    others = [program.index.norms[i] for i in program.effective if i != norm.id]
    found: dict[int, Norm] = {}
    for other in others:
        stops = contrary(other, norm) and norm.id in other.prevails
        stops = stops or (isinstance(other.effect, Disapply) and norm.id in other.effect.targets)
        literal = program.effective[other.id]
        if stops and isinstance(literal, int):
            found.setdefault(-literal, other)
        elif stops and literal != FALSE:
            return [other]
    applicable = program.applicable[norm.id]
    beside = [applicable] if isinstance(applicable, int) else []
    return [found[x] for x in program.smallest(list(found), beside)]


def _was_set_aside(examination: Examination, norm: Norm, stopping: Sequence[Norm]) -> bool:
    instruments = {p.number: p.instrument for p in examination.ruleset.provisions}
    mine = instruments.get(norm.provision, "")
    return bool(mine) and all(instruments.get(n.provision, "") != mine for n in stopping)


def _situation(examination: Examination, norm: Norm, stopping: Sequence[Norm]) -> Situation | None:
    """A situation in which the norm is applicable, and stopped."""
    assert isinstance(norm.effect, Permit | Forbid)
    others = {n.id for n in stopping}

    def confirm(seen: Evaluation) -> bool:
        return norm.id not in seen.effective and not others.isdisjoint(seen.effective)

    return examination.situation(norm.effect.act, _applicable(norm.id), confirm)


def _applicable(norm: str) -> Target:
    def assume(posed: Posed) -> list[int] | None:
        name = posed.ground.named(f"applicable({quoted(norm)})")
        return None if name == FALSE else [name] if isinstance(name, int) else []

    return assume


def _as_far_as(examination: Examination, sentence: Sequence[Norm], some: list[tuple[Norm, Wide]]) -> str:
    """What a sentence says in vain, where it says more than that."""
    if len(some) == len(sentence):
        return ""
    said = []
    for norm, _ in some:
        match norm.effect:
            case Permit(act, body, thing) | Forbid(act, body, thing):
                where, what = (Individual((k,)) if k else None for k in (body, thing))
                said.append(examination.wording.act(Cell(Individual((ACTOR,)), act, where, what)))
            case _:
                pass
    return f"it has no effect on this: {listed(dict.fromkeys(said))}" if said else ""
