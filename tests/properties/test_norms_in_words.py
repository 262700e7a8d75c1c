"""The norms of generated rulesets, printed as sentences, do the same in the same cases when they are read again."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from proclogic.fuzz.pools import ACTOR_KINDS
from proclogic.fuzz.strategies import rulesets
from proclogic.norms.model import Accord, Deem, Deny, Disapply, Forbid, Norm, Refer
from proclogic.norms.vocabulary import Vocabulary
from proclogic.syntax.print_norms import norm_sentence, unsaid
from proclogic.syntax.print_parts import Words
from tests.syntax.again import read_again, same_cases, with_agents

# What the language cannot say of a generated norm.
EVERYBODY = "that it speaks of everybody"  # it has no word for everybody: all kinds are named, which comes to the same
UNNUMBERED = "rules without a number"  # that a rule does not apply which is drawn without a number
UNSAID = {
    "a condition that no sentence can state",  # that a share does not act, as an alternative of something that holds
    "that it is for some only",  # "only" those who are not of a kind
    "whose duty it is",  # a duty of everybody
    "of which sort it speaks",  # a body that is deemed to be one which decides too
}


def as_written(norm: Norm, words: Vocabulary) -> Norm:
    """A drawn norm as an author could have made it: of the sort of which its effect is said, in words of its effect."""
    match norm.effect:
        case Accord(status) | Deny(status):
            (known,) = (p for p in words.predicates if p.id == status)
            gives = isinstance(norm.effect, Accord)
            had, said = ("has" if gives else "has no"), ("is" if gives else "is not")
            return norm.replace(about=known.sort, strength=had if known.form == "has" else said)
        case Deem(sort, _):
            return norm.replace(about=sort, strength="is deemed to be")
        case Forbid():
            return norm.replace(strength="only" if norm.monopoly else "may not")
        case Refer() | Disapply():
            return norm.replace(strength="")
    return norm


@given(data=st.data())
@settings(max_examples=60)
def test_a_generated_norm_does_the_same_in_the_same_cases_when_read_again(data: st.DataObject) -> None:
    drawn = data.draw(rulesets())
    words = drawn.vocabulary
    known = {k.id for k in words.kinds}
    agents = tuple(k for k in ACTOR_KINDS if k.id == "undp" and k.id not in known)  # an agent, whether drawn or not
    words = words.replace(kinds=(*words.kinds, *agents))
    norms = [as_written(n, words) for n in drawn.norms]
    said = [norm_sentence(n, Words(words)) for n in norms]
    again = read_again(said, with_agents(words, (n for n in norms if n.via)))
    for norm, sentence, found, wrong in zip(norms, said, *again, strict=True):
        left = set(unsaid(norm, Words(words)))
        assert left <= {EVERYBODY, UNNUMBERED} | UNSAID, sentence
        if left <= {EVERYBODY}:
            assert not wrong, (sentence, [d.message for d in wrong])
            assert any(same_cases(norm, d.norm, words if left else None) for d in found), (sentence, norm, found)
