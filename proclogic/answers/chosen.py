"""A choice in a text that is not agreed, as a value and in words."""

from __future__ import annotations

import re

from proclogic.answers.model import Chosen
from proclogic.norms.model import DELETED, Bracket

_PROPOSED = re.compile(r"\s*\|[^\[\]|]*(?=\])")
LONG = 60  # letters of a text in brackets that are told


def chosen(bracket: Bracket, alternative: str, stands: bool = True) -> Chosen:
    """The choice that an alternative of a bracket stands, or does not."""
    one = next(a for a in bracket.alternatives if a.name == alternative)
    text = "" if one.name == DELETED else one.text
    about = (one.proposers, one.supporters, one.document, one.date, bracket.of_provisions, one.amends)
    return Chosen(bracket.id, bracket.provision, text, stands, *about)


def chosen_words(chosen: Chosen) -> str:
    """A choice in a text that is not agreed: 17(2) keeps "shall" (EU, Norway)."""
    if not chosen.text:
        said = f"the bracket of {chosen.bracket} {'is deleted' if chosen.stands else 'stands'}"
    elif chosen.of_provisions:
        said = f"{chosen.text} is {'' if chosen.stands else 'not '}taken"
    else:
        said = f'{chosen.bracket} {"keeps" if chosen.stands else "does not keep"} "{shortened(chosen.text)}"'
    supported = f"supported by {', '.join(chosen.supporters)}" if chosen.supporters else ""
    where = ", ".join(x for x in (chosen.document, chosen.date) if x)
    amends = f"amending the text of {', '.join(chosen.amends)}" if chosen.amends else ""
    about = "; ".join(x for x in (", ".join(chosen.proposers), amends, supported, where) if x) if chosen.stands else ""
    return said + (f" ({about})" if about else "")


def shortened(text: str) -> str:
    """A text from brackets as its first words, without what is written there of who proposed what."""
    text = _PROPOSED.sub("", text)
    return text if len(text) <= LONG else text[: LONG - 4].rsplit(" ", 1)[0] + " ..."
