"""Several vocabularies as one."""

from __future__ import annotations

from proclogic.norms.vocabulary import Kind, Vocabulary, Word


def merged(own: Vocabulary, *used: Vocabulary) -> Vocabulary:
    """Several vocabularies as one. What the first declares replaces what later ones declare under the same name."""
    full = [v for v in (own, *used) if v != Vocabulary()]
    if len(full) < 2:  # the very same one, so that what was made of it is found again
        return full[0] if full else own
    fields = {}
    for field in ("kinds", "acts", "predicates", "events", "words"):
        seen: dict[tuple[str, str], object] = {}
        for vocabulary in (own, *used):
            for entry in getattr(vocabulary, field):
                seen.setdefault((entry.sort if isinstance(entry, Kind | Word) else "", entry.id), entry)
        fields[field] = tuple(seen.values())
    for field in ("disjoint", "ladders", "inputs"):  # these add up
        fields[field] = tuple(dict.fromkeys(group for v in (own, *used) for group in getattr(v, field)))
    return own.replace(**fields)
