"""What choices in brackets leave nothing of: the provisions, or sentences of them, that fall away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proclogic.norms.conditions import ALWAYS, Keeps
from proclogic.norms.formulas import conjuncts
from proclogic.norms.model import DELETED, Bracket, Fallen, Norm, Ruleset


def fallen(ruleset: Ruleset, made: Mapping[str, str], left: Iterable[Norm]) -> tuple[Fallen, ...]:
    """What falls away where `left` are the norms that the choices leave: provisions of which nothing is left, and
    sentences of which no alternative stands ("" chosen). Each with its norms, as if it stood."""
    brackets = {b.id: b for b in ruleset.brackets}
    left = tuple(left)
    kept = {n.id for n in left}
    standing = {p for n in left for p in (n.provision, *n.via)}
    lost: dict[str, list[tuple[list[Keeps], Norm]]] = {}
    for norm in ruleset.norms:
        gone = [] if norm.id in kept else _gone(norm, made)
        for provision in (norm.provision, *norm.via) if gone else ():
            if provision not in standing or not any(made[g.bracket] for g in gone):
                lost.setdefault(provision, []).append((gone, norm))
    return tuple(
        Fallen(provision, _why(provision, norms, brackets, made), tuple(n.replace(guard=ALWAYS) for _, n in norms))
        for provision, norms in lost.items()
    )


def _gone(norm: Norm, made: Mapping[str, str]) -> list[Keeps]:
    """The alternatives that a norm needs, and that the choices do not keep."""
    needed = [a for a in conjuncts(norm.guard) if isinstance(a, Keeps) and a.bracket in made]
    return [a for a in needed if made[a.bracket] != a.alternative]


def _why(
    provision: str,
    norms: list[tuple[list[Keeps], Norm]],
    brackets: Mapping[str, Bracket],
    made: Mapping[str, str],
) -> str:
    """Why nothing is left, by the alternative that misses least."""
    least, _ = min(norms, key=lambda n: len(n[0]))
    one = next((a for a in least if brackets[a.bracket].provision == provision), least[0])
    bracket, chosen = brackets[one.bracket], made[one.bracket]
    if not chosen:
        texts = [f"“{a.name}”" for a in bracket.alternatives]
        return f"its text is not agreed: of {' and '.join(texts)} at {bracket.id} none stands"
    if bracket.of_provisions:
        return f"it stands in {one.alternative}, and {chosen} is taken"
    if chosen == DELETED:
        return f"its text is deleted at {bracket.id}"
    return f"it falls away with the choice of “{chosen}” at {bracket.id}"
