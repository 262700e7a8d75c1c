"""The sides of a comparison, as the command line names them, and what is compared of them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from proclogic.answers.options import Options
from proclogic.cli.naming import named
from proclogic.cli.options import layers, readings, resolved
from proclogic.cli.progress import progress
from proclogic.cli.reading import mapping_between
from proclogic.cli.reading import rulesets as load
from proclogic.compare.model import Comparison
from proclogic.layout import WIDTH
from proclogic.norms.model import LAYERS, Ruleset
from proclogic.values import Value

if TYPE_CHECKING:
    from proclogic.norms.mapping import Mapping

WIDEST = 120  # columns that are still read at a glance


class Apart(Value):
    """What the command line says of a side: layers, readings and choices in brackets."""

    layers: str = ""
    reading: tuple[str, ...] = ()
    resolve: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """All of it in words; "" for nothing."""
        return ", ".join(part for part in (self.layers, *self.reading, *self.resolve) if part)


class Side(Value):
    """A ruleset with the options that it is asked with."""

    ruleset: Ruleset
    options: Options
    label: str = ""


def sides(
    names: list[str], both: Apart, apart: tuple[Apart, Apart], strict: bool, cache: bool, as_json: bool
) -> list[Side]:
    """The sides in their order: two, or more where more rulesets are named."""
    read = load(names, cache=cache, as_json=as_json)
    told_apart = any(one.says for one in apart)
    if len(read) == 1 and len(names) == 2 and not told_apart:
        return _made((read[0], read[0]), [both, both], ("", ""), strict)
    if len(read) > 2:
        if told_apart:
            raise typer.BadParameter("options for A or B are for two sides; here are more rulesets than two")
        return _made(read, [both] * len(read), ("",) * len(read), strict)
    if len(read) == 2:
        return _made(read, [_joined(both, one) for one in apart], ("", ""), strict)
    (one,) = read
    if told_apart:
        if apart[0] == apart[1]:
            raise typer.BadParameter("A and B are the same: what is said of the one is said of the other")
        return _made((one, one), [_joined(both, side) for side in apart], ("", ""), strict)
    from proclogic.compare.before import before

    stood = before(one)
    if stood is None:
        raise typer.BadParameter(
            f"name two rulesets, or say how the sides of {one.id} differ: --reading-a and --reading-b, --resolve-a and "
            "--resolve-b, --layers-a and --layers-b"
        )
    text, usual = stood
    counted = set(layers(both.layers) or one.usual_layers) | set(one.overlaid)
    after = both.replace(layers=",".join(layer for layer in LAYERS if layer in counted))
    labels = f"{text.id} before {one.id}", f"{text.id} after {one.id}"
    return _made((text, one), [both.replace(layers=both.layers or ",".join(usual)), after], labels, strict)


def _joined(both: Apart, one: Apart) -> Apart:
    """What holds for a side: what is said of it, with what is said of both."""
    return Apart(one.layers or both.layers, (*both.reading, *one.reading), (*both.resolve, *one.resolve))


def _made(read: Sequence[Ruleset], said: Sequence[Apart], labels: Sequence[str], strict: bool) -> list[Side]:
    """The sides. What is said of both need fit one of them only."""
    common = [text for text in said[0].reading if all(text in one.reading for one in said)]
    choices = [text for text in said[0].resolve if all(text in one.resolve for one in said)]
    counted = [layers(one.layers) for one in said]
    chosen = resolved(choices, tuple(read), counted[0])
    followed = readings(common, chosen)
    found: list[Side] = []
    for ruleset, one, kept, pairs, label in zip(chosen, said, counted, followed, labels, strict=True):
        own = tuple(text for text in one.resolve if text not in choices)
        (ruleset,) = resolved(own, (ruleset,), kept)
        (more,) = readings([text for text in one.reading if text not in common], (ruleset,))
        options = Options(strict=strict, layers=kept, readings=_agreeing((*pairs, *more)))
        found.append(Side(ruleset, options, label))
    return found


def _agreeing(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The readings to follow, which must not contradict each other."""
    chosen = dict(pairs)
    for dispute, reading in pairs:
        if chosen[dispute] != reading:
            raise typer.BadParameter(
                f"{dispute} cannot be read both as {reading} and as {chosen[dispute]}: what --reading says holds for A "
                "and for B"
            )
    return pairs


def compared(
    found: list[Side],
    files: list[str],
    names: Sequence[tuple[str, ...]],
    every: bool,
    by: str,
    cache: bool,
    as_json: bool,
) -> list[Comparison]:
    """The first side with each other one. `names` of actors, acts and bodies narrow it down."""
    first, others = found[0], found[1:]
    mappings = _mappings(first, others, files, as_json)
    wanted = [
        _named(sort, some, [side.ruleset for side in found])
        for sort, some in zip(("actor", "act", "body"), names, strict=True)
    ]
    whole = every or any(wanted) or by == "provision"
    from proclogic.compare.narrowing import narrowed
    from proclogic.compare.worked_out import compare

    made: list[Comparison] = []
    for other, mapping in zip(others, mappings, strict=True):
        with progress(f"Comparing {first.label or first.ruleset.id} with {other.label or other.ruleset.id}"):
            one = compare(
                first.ruleset,
                other.ruleset,
                (first.options, other.options),
                mapping,
                (first.label, other.label),
                whole,
                cache=cache,
            )
        one = one.replace(hint=hint(first, other))
        if any(wanted):
            one = narrowed(one, *wanted)
        texts = [side.ruleset.counting(side.options.on(side.ruleset).layers) for side in (first, other)]
        if by == "provision":
            from proclogic.compare.provisions import side_by_side

            one = one.replace(provisions=side_by_side(texts[0], texts[1], one.differences))
        if texts[1].unamended is not None and texts[1].amends == texts[0].id:
            from proclogic.compare.tracked import tracked

            one = one.replace(changed=tracked(texts[1]))
        made.append(one)
    return made


def hint(first: Side, second: Side) -> str:
    """What to ask where an overlay is compared with itself, or with its base while its amendments do not count; ""
    for nothing."""
    a, b = first.ruleset, second.ruleset
    layers = [side.options.on(side.ruleset).layers for side in (first, second)]
    alike = a == b and layers[0] == layers[1] and first.options == second.options
    if alike and b.unamended is not None:
        return (
            f"{b.id} amends {b.amends}: the text before and after is compared by naming {b.id} once; what counts "
            "without the amendments, by --layers treaty,rules."
        )
    for one, other, counted in ((a, b, layers[0]), (b, a, layers[1])):
        missing = [layer for layer in one.overlaid if layer not in counted]
        if one.amends == other.id and missing:
            told = ",".join(layer for layer in LAYERS if layer in (*counted, *missing))
            return (
                f"{one.id} amends {other.id}, and its amendments do not count in these layers: to count them, "
                f"--layers {told}."
            )
    return ""


def _mappings(first: Side, others: list[Side], files: list[str], as_json: bool) -> list[Mapping | None]:
    """The mapping from the first side to each other one: that of the files named, else that of `mappings/`."""
    if first.label or first.ruleset.id == others[0].ruleset.id:
        if files:
            raise typer.BadParameter("a mapping is between two rulesets: here is one")
        return [None for _ in others]
    from proclogic.mappings import between

    ids = {side.ruleset.id for side in others}
    known: dict[str, str] = {}
    for path in files:
        ends = set(between(path) or ())
        there = (ends - {first.ruleset.id}) & ids
        if first.ruleset.id in ends and there:
            known[there.pop()] = path
        else:
            mapping_between(first.ruleset, others[0].ruleset, path, as_json)  # says what is wrong, and ends the command
    return [mapping_between(first.ruleset, side.ruleset, known.get(side.ruleset.id), as_json) for side in others]


def _named(sort: str, names: tuple[str, ...], rulesets: list[Ruleset]) -> frozenset[str]:
    """The actors, acts or bodies of these names, as a comparison calls them in each ruleset that has them."""
    from proclogic.answers.wording import Wording
    from proclogic.norms.vocabulary import BODY

    found: set[str] = set()
    for name in names:
        refused: list[typer.BadParameter] = []
        for ruleset in rulesets:
            wording = Wording(ruleset.vocabulary)
            try:
                (known,) = named(sort, [name], ruleset)
            except typer.BadParameter as error:
                refused.append(error)
                continue
            acts = wording.acts.get(known)
            found.add(
                wording.bare(known)
                if sort == "actor"
                else wording.noun(known, BODY)
                if sort == "body"
                else acts.phrase
                if acts is not None
                else known
            )
        if len(refused) == len(rulesets):
            raise refused[0]
    return frozenset(found)


def width() -> int:
    """The columns of the terminal, or those that COLUMNS names, up to WIDEST; the usual 80 where there is none."""
    if not os.environ.get("COLUMNS", "").isdigit() and not sys.stdout.isatty():
        return WIDTH
    return max(40, min(WIDEST, shutil.get_terminal_size((WIDTH, 24)).columns))
