"""How a body decides: the rule, its source, and the smallest coalitions that make or prevent a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proclogic.answers.choices import Choices, bracketed
from proclogic.answers.model import DecidedBy
from proclogic.answers.options import Options
from proclogic.answers.wording import Wording
from proclogic.engine.facts import needed
from proclogic.norms.conditions import ALWAYS, Decision, Formula, Happens, Reads, Share
from proclogic.norms.formulas import atoms, both
from proclogic.norms.model import LAYERS, Classify, DecideBy, Norm, Ruleset
from proclogic.norms.vocabulary import Event
from proclogic.values import Value


class Ruled(Value):
    """A decision rule with the provisions that give it, the readings (`read`), the choices of brackets (`guard`) and
    the condition under which it stands."""

    decision: Decision
    provisions: tuple[str, ...] = ()
    layer: str = "rules"
    read: tuple[Reads, ...] = ()
    condition: Formula = ALWAYS
    guard: Formula = ALWAYS


class Deciding:
    """Looks up decision rules in every layer of a ruleset. `numbers` may give parties, participating, present,
    voting; `options` say which readings are followed and which layers count."""

    def __init__(
        self,
        ruleset: Ruleset,
        wording: Wording,
        numbers: Mapping[str, int],
        options: Options,
    ) -> None:
        self.readings = dict(options.readings)
        self.layers = options.layers
        self.ruleset = ruleset
        self.wording = wording
        self.numbers = numbers
        self.choices = Choices(ruleset)
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
        if atom.count is not None:
            return (self.entry(Ruled(Decision("share", atom.count), (), self.ruleset.layer)),)
        found = self.entries(r for r in self.ruled(atom) if r.decision.kind in ("consensus", "share"))
        return tuple(sorted(found, key=lambda d: LAYERS.index(d.layer)))

    def ruled(self, atom: Happens | None, matter: str = "") -> list[Ruled]:
        """The decision rules for an event, or for a class of matter, in the readings that are followed."""
        found: list[Ruled] = []
        matters: list[tuple[str, Norm | None]] = [(matter, None)] if matter else []
        event = self.events.get(atom.event) if atom is not None else None
        if atom is not None:
            if event is not None and event.decision is not None:
                found.append(Ruled(event.decision, (), self._declared(event)))
            if event is not None and event.matter:
                matters.append((event.matter, None))
            for norm in self.of_event(atom.event):
                match norm.effect:
                    case DecideBy(decision, agent=agent) if agent in ("", atom.agent):
                        found.append(_ruled(norm, decision))
                    case Classify(_, of, agent) if agent in ("", atom.agent):
                        matters.append((of, norm))
                    case _:
                        pass
        for of, by in matters:
            for norm, decision in self.of_matter(of):
                one = _ruled(norm, decision)
                found.append(one if by is None else _through(by, one))
        chosen = self.readings
        return [f for f in found if all(chosen.get(r.dispute, r.reading) == r.reading for r in f.read)]

    def _declared(self, event: Event) -> str:
        """The layer of what is said of an event where it is declared: that of the text which an overlay amends, where
        this declares it so."""
        base = self.ruleset
        while base.unamended is not None:
            base = base.unamended
        declared = any((e.id, e.decision) == (event.id, event.decision) for e in base.vocabulary.events)
        return base.beneath[0] if base.amends and base.beneath and declared else self.ruleset.layer

    def of_matter(self, matter: str) -> list[tuple[Norm, Decision]]:
        """The norms that say how a class of matter is decided."""
        return self._of_matter.get(matter, [])

    def of_event(self, event: str) -> list[Norm]:
        """The norms that say of which class of matter an event is, or how it is decided."""
        return self._of_event.get(event, [])

    def once(self, ruled: Iterable[Ruled]) -> list[tuple[Ruled, str]]:
        """Each decision rule once, without the choices of brackets, and these in words; rules that stand whatever is
        chosen have none."""
        ways: dict[Ruled, list[Formula]] = {}
        for one in ruled:
            ways.setdefault(one.replace(guard=ALWAYS), []).append(one.guard)
        labels = ((rule, self.choices.label(found)) for rule, found in ways.items())
        return [(rule, label) for rule, label in labels if label is not None]

    def entries(self, ruled: Iterable[Ruled]) -> tuple[DecidedBy, ...]:
        """Decision rules in words, each once."""
        return tuple(dict.fromkeys(self.entry(rule, label) for rule, label in self.once(ruled)))

    def entry(self, ruled: Ruled, keeps: str = "") -> DecidedBy:
        """A decision rule in words, with the readings, the condition and the choices under which it stands."""
        decision = ruled.decision
        words = self.wording.decision(decision) + self.label(ruled) + keeps
        counts = ruled.layer in self.layers
        make, prevent = self.make(decision), self.prevent(decision)
        return DecidedBy(words, make, prevent, ruled.provisions, ruled.layer, counts, keeps)

    def label(self, ruled: Ruled) -> str:
        """The readings and the condition under which a decision rule stands, in words."""
        read = " and ".join(f'"{r.reading}"' for r in ruled.read)
        condition = self.wording.condition(ruled.condition)
        return (f", if read as {read}" if read else "") + (f", if {condition}" if condition else "")

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


def guards(norm: Norm) -> tuple[Reads, ...]:
    """The readings under which a norm stands."""
    return tuple(a for a in atoms(norm.guard) if isinstance(a, Reads))


def _ruled(norm: Norm, decision: Decision) -> Ruled:
    return Ruled(decision, (norm.provision,), norm.layer, guards(norm), norm.condition, bracketed(norm))


def _through(by: Norm, ruled: Ruled) -> Ruled:
    """A rule on a class of matter, for an event that another norm puts in that class."""
    return Ruled(
        ruled.decision,
        (by.provision, *ruled.provisions),
        max(by.layer, ruled.layer, key=LAYERS.index),
        ruled.read + guards(by),
        both(by.condition, ruled.condition),
        both(bracketed(by), ruled.guard),
    )
