"""The text that an overlay amends, as it stood: without its amendments, and without the rules that it adds."""

from __future__ import annotations

from proclogic.norms.model import LAYERS, Ruleset


def before(overlay: Ruleset) -> tuple[Ruleset, tuple[str, ...]] | None:
    """The text before an overlay, with the layers that count in it; None where the ruleset amends nothing."""
    text = overlay.unamended
    if text is None:
        return None
    own = {p.number for p in text.provisions if not p.instrument}
    norms = [n for n in text.norms if n.provision not in own and own.isdisjoint(n.via)]
    ids = {n.id for n in norms}
    kept = tuple(
        n.replace(
            prevails=tuple(i for i in n.prevails if i in ids), by_canon=tuple(c for c in n.by_canon if c[0] in ids)
        )
        for n in norms
    )
    made = text.replace(
        id=overlay.amends,
        title="",
        layer=overlay.beneath[0] if overlay.beneath else "rules",
        norms=kept,
        provisions=tuple(p for p in text.provisions if p.number not in own),
        disputes=tuple(d for d in text.disputes if d.provision not in own),
        brackets=tuple(b for b in text.brackets if b.provision not in own),
    )
    return made, tuple(layer for layer in LAYERS if layer in ("treaty", "rules", *overlay.beneath))
