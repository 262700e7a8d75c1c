"""What would fill a gap: a sentence on those of whom no rule speaks, or an entry for a term that nothing stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from proclogic.answers.lists import actors_of, cell_of, columns_of, is_silent
from proclogic.conflicts.examining import Examination
from proclogic.conflicts.model import Finding
from proclogic.conflicts.remedies.changes import Change, Drafter
from proclogic.norms.conditions import Formula, Happens, Is
from proclogic.norms.formulas import atoms, replaced
from proclogic.norms.model import Effect, Forbid, Norm, Oblige, Permit
from proclogic.norms.vocabulary import ACTOR, BODY, OBJECT
from proclogic.syntax.print_rules import sentence as printed
from proclogic.syntax.tree import ActPhrase, Does, NounPhrase, Sentence

SENTENCES = 3  # that a rule may take to fill a gap
LONG = 60  # words that it may take


def silence(examination: Examination, drafter: Drafter, finding: Finding, _: Sequence[Norm]) -> Iterator[Change | None]:
    """A rule that gives the act to all of whom no rule speaks, or forbids it them; or that silence confers nothing."""
    yield Change(
        "at the top: “Silence: unregulated” becomes “Silence: not conferred”",
        drafter.ruleset.replace(silence="not conferred"),
        4,
    )
    name = finding.id.rpartition("/")[2]
    act = next((a for a, _ in columns_of(examination.ruleset) if a.replace(" ", "-") == name), "")
    kinds = examination.wording.kinds
    organs = {k for sort, k in kinds if sort == BODY or kinds[sort, k].of}
    people = [a for a in actors_of(examination.ruleset) if a not in organs]
    thing = next((a.object for a in examination.ruleset.vocabulary.acts if a.id == act), "")
    done_to = NounPhrase(thing, OBJECT) if thing else None
    who: dict[str, list[str]] = {}
    for actor, (other, body) in product(people, columns_of(examination.ruleset)):
        if other == act and is_silent(examination.asker, cell_of(examination.asker, actor, act, body)):
            who.setdefault(body, []).append(actor)
    groups: dict[tuple[str, ...], list[str]] = {}
    for body, actors in who.items():
        groups.setdefault(tuple(_widest(examination, actors)), []).append(body)
    if not groups or len(groups) > SENTENCES:
        return
    for words in ("may", "may not"):
        sentences = [
            Sentence(
                tuple(NounPhrase(a, ACTOR) for a in actors), Does(words, (ActPhrase(act, _places(bodies), done_to),))
            )
            for actors, bodies in groups.items()
        ]
        change = drafter.added(*(printed(one, drafter.words, as_written=True) for one in sentences))
        if change is not None and change.size <= LONG:
            yield change


def _places(bodies: Sequence[str]) -> tuple[NounPhrase, ...]:
    return tuple(NounPhrase(b, BODY) for b in bodies if b)


def _widest(examination: Examination, actors: Sequence[str]) -> list[str]:
    up = examination.index.hierarchy.up
    return [a for a in actors if not any(o != a and o in up(ACTOR, a) for o in actors)]


def entry(examination: Examination, drafter: Drafter, finding: Finding, _: Sequence[Norm]) -> Iterator[Change | None]:
    """What stands for each of the terms: an officer of the body to which rules are carried, or the same as before."""
    ruleset = examination.ruleset
    number = finding.blamed[0].provision
    place = finding.blamed[0].span
    left = [u for u in ruleset.unentered if u.provision == number and u.span.start == place.start]
    kinds = {k.phrase.lower(): k for k in ruleset.vocabulary.kinds}
    terms = [
        kinds[u.phrase.lower().removeprefix("the ")] for u in left if u.phrase.lower().removeprefix("the ") in kinds
    ]
    if not left or len(terms) != len(left):
        return
    text = next((p.text for p in ruleset.provisions if p.number == number), "")
    carries = [n for n in drafter.ruleset.norms if n.via[-1:] == (number,)]
    to = {b for n in carries for b in _bodies(n)}
    taken = {a.agent for n in carries for a in _events(n)}
    for here in [k for k in ruleset.vocabulary.kinds if k.sort == ACTOR and k.of in to and k.id not in taken]:
        if len(terms) == 1:
            yield _entered(drafter, number, text, left, {terms[0].id: here.id}, carries)
    yield _entered(drafter, number, text, left, {t.id: t.id for t in terms}, carries)


def _entered(
    drafter: Drafter, number: str, text: str, left: Sequence[object], entries: dict[str, str], carries: Sequence[Norm]
) -> Change:
    said = ", and ".join(f"{drafter.words.noun(new)} for {drafter.words.noun(old)}" for old, new in entries.items())
    words = f"and {said}" if " with " in text else f"with {said}"
    ids = {n.id for n in carries}

    def change(atom: Formula) -> Formula:
        if isinstance(atom, Happens) and atom.agent in entries:
            return atom.replace(agent=entries[atom.agent])
        if isinstance(atom, Is) and atom.sort == ACTOR and atom.kind in entries:
            return atom.replace(kind=entries[atom.kind])
        return atom

    def made(norm: Norm) -> Norm:
        if norm.id not in ids:
            return norm
        effect: Effect = norm.effect
        if isinstance(effect, Oblige) and effect.agent in entries:
            effect = effect.replace(agent=entries[effect.agent])
        return norm.replace(
            effect=effect, subject=replaced(norm.subject, change), condition=replaced(norm.condition, change)
        )

    ruleset = drafter.ruleset
    kept = tuple(u for u in ruleset.unentered if u not in left)
    after = ruleset.replace(norms=tuple(map(made, ruleset.norms)), unentered=kept)
    return Change(f"rule {number}: add “{words}”", after, len(words.split()))


def _bodies(norm: Norm) -> set[str]:
    found = {a.kind for a in atoms(norm.condition) if isinstance(a, Is) and a.sort == BODY}
    return found | ({norm.effect.body} if isinstance(norm.effect, Permit | Forbid) else set())


def _events(norm: Norm) -> list[Happens]:
    return [a for a in atoms(norm.condition) if isinstance(a, Happens)]


PROPOSING = {"G205": silence, "G206": entry}
