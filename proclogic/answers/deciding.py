"""How a body decides: the rule, its source, and the smallest coalitions that make or prevent a decision."""

from __future__ import annotations

from collections.abc import Mapping

from proclogic.answers.model import DecidedBy
from proclogic.answers.wording import Wording
from proclogic.engine.facts import needed
from proclogic.norms.formulas import atoms
from proclogic.norms.model import LAYERS, Classify, DecideBy, Decision, Event, Happens, Norm, Reads, Ruleset, Share


class Deciding:
    """Looks up decision rules in every layer of a ruleset. `numbers` may give parties, participating, present,
    voting."""

    def __init__(self, ruleset: Ruleset, wording: Wording, numbers: Mapping[str, int]) -> None:
        self.ruleset = ruleset
        self.wording = wording
        self.numbers = numbers
        self.events: dict[str, Event] = {e.id: e for e in ruleset.vocabulary.events}
        self._of_matter: dict[str, list[tuple[Norm, Decision]]] = {}
        self._of_event: dict[str, list[Norm]] = {}
        for norm in ruleset.norms:
            if isinstance(norm.effect, DecideBy) and norm.effect.matter:
                self._of_matter.setdefault(norm.effect.matter, []).append((norm, norm.effect.decision))
            elif isinstance(norm.effect, DecideBy | Classify):
                self._of_event.setdefault(norm.effect.event, []).append(norm)
        self.bodies = {k.id for k in ruleset.vocabulary.kinds if k.sort == "body"}

    def decides_as_body(self, atom: Happens) -> bool:
        """Whether the agent is a body, which acts by decisions."""
        return atom.agent in self.bodies

    def rules(self, atom: Happens) -> tuple[DecidedBy, ...]:
        """Every decision rule that the ruleset has for an event, the counted layers first."""
        event = self.events.get(atom.event)
        found: list[DecidedBy] = []
        if atom.count is not None:
            found.append(self._entry(Decision("share", atom.count), (), "rules"))
            return tuple(found)
        if event is not None and event.decision is not None and event.decision.kind in ("consensus", "share"):
            found.append(self._entry(event.decision, (), "rules"))
        matters: list[tuple[str, Norm | None]] = [(event.matter, None)] if event is not None and event.matter else []
        for norm in self.of_event(atom.event):
            match norm.effect:
                case DecideBy(decision):
                    found.append(self._entry(decision, (norm.provision,), norm.layer, guards(norm)))
                case Classify(_, matter):
                    matters.append((matter, norm))
                case _:
                    pass
        for matter, by in matters:
            for norm, decision in self.of_matter(matter):
                provisions = (norm.provision,) if by is None else (by.provision, norm.provision)
                layer = norm.layer if by is None else max(by.layer, norm.layer, key=LAYERS.index)
                found.append(self._entry(decision, provisions, layer, guards(norm) + (guards(by) if by else ())))
        found.sort(key=lambda d: LAYERS.index(d.layer))
        return tuple(dict.fromkeys(found))

    def of_matter(self, matter: str) -> list[tuple[Norm, Decision]]:
        """The norms that say how a class of matter is decided."""
        return self._of_matter.get(matter, [])

    def of_event(self, event: str) -> list[Norm]:
        """The norms that say of which class of matter an event is, or how it is decided."""
        return self._of_event.get(event, [])

    def _entry(self, decision: Decision, rules: tuple[str, ...], layer: str, read: tuple[Reads, ...] = ()) -> DecidedBy:
        words = self.wording.decision(decision)
        if read:
            words += ", if read as " + " and ".join(f'"{r.reading}"' for r in read)
        return DecidedBy(words, self.make(decision), self.prevent(decision), rules, layer)

    def make(self, decision: Decision) -> str:
        """The smallest coalition that can make the decision, in words and, where numbers are given, in numbers."""
        match decision.kind:
            case "consensus":
                words = "all of them: nobody objects"
            case "share":
                assert decision.share is not None
                words = self.wording.share(decision.share) + self._number(decision.share, making=True)
            case _:
                words = self.wording.decision(decision)
        if decision.failing is not None:
            words += f"; failing consensus, {self.make(decision.failing)}"
        return words

    def prevent(self, decision: Decision) -> str:
        """The smallest coalition that can prevent the decision."""
        if decision.failing is not None:
            return self.prevent(decision.failing)
        match decision.kind:
            case "consensus":
                return "any one of them, by objecting"
            case "share":
                assert decision.share is not None
                return self.wording.share(against(decision.share)) + self._number(decision.share, making=False)
            case _:
                return self.wording.decision(decision)

    def base(self, share: Share) -> int | None:
        """The number that the share is taken of, when the question gives it."""
        name = {"voting": "voting", "present": "present", "participating": "participating", "all": "parties"}[
            share.base
        ]
        return self.numbers.get(name)

    def _number(self, share: Share, making: bool) -> str:
        base = self.base(share)
        if base is None:
            return ""
        least = needed(share, base)
        return f" ({least if making else base - least + 1} of {base})"


def against(share: Share) -> Share:
    """The share that is enough to keep the other one from being reached: at least 1/2 against "more than 1/2"."""
    return Share(share.under - share.over, share.under, not share.strict, share.base, share.of)


def carried(decision: Decision, votes_for: int, votes_against: int, consensus: bool = False) -> tuple[bool, str]:
    """Whether a vote carries under a decision rule, and the arithmetic in words. A tie fails; abstentions are not
    votes."""
    if decision.kind == "consensus" and decision.failing is not None and not consensus:
        return carried(decision.failing, votes_for, votes_against)
    if decision.kind == "consensus":
        return votes_against == 0, f"consensus: {votes_against} against"
    share = decision.share
    if share is None:
        return votes_for > 0, "one is enough"
    cast = votes_for + votes_against
    if cast == 0:
        return False, "no votes were cast"
    least = needed(share, cast)
    sign = ">" if share.strict else ">="
    return (
        votes_for >= least,
        f"{votes_for} for, {votes_against} against: {cast} votes cast, {least} needed "
        f"({sign} {share.over}/{share.under}); {'' if votes_for >= least else 'not '}carried",
    )


def guards(norm: Norm) -> tuple[Reads, ...]:
    """The readings under which a norm stands."""
    return tuple(a for a in atoms(norm.guard) if isinstance(a, Reads))
