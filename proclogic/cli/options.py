"""Options that several commands share, and how their texts are read."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from proclogic.answers.options import Options
from proclogic.norms.model import LAYERS, Ruleset


class Format(StrEnum):
    """How an answer is written."""

    text = "text"
    plain = "plain"
    json = "json"
    md = "md"
    csv = "csv"


class Written(StrEnum):
    """How an explanation is written."""

    text = "text"
    plain = "plain"
    json = "json"
    md = "md"


class By(StrEnum):
    """What the differences between two rulesets are sorted by."""

    actor = "actor"
    act = "act"
    body = "body"
    provision = "provision"


WrittenOption = Annotated[Written, typer.Option("--format", "-f", metavar="FORMAT", help="text, plain, json or md.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", metavar="FORMAT", help="text, plain, json, md or csv.")]
Plain = Annotated[bool, typer.Option("--plain", help="One fact a line, no columns: the same as --format plain.")]
Strict = Annotated[bool, typer.Option("--strict", help="Presume no duty performed.")]
Layers = Annotated[
    str,
    typer.Option(
        "--layers",
        metavar="LIST",
        help="Only these layers count, such as treaty,rules,practice; otherwise treaty, rules and that of the header.",
        show_default=False,
    ),
]
Readings = Annotated[
    list[str] | None,
    typer.Option("--reading", metavar="RULE=NAME", help="Follow one reading, such as 2(2)=functional."),
]
Resolve = Annotated[
    list[str] | None,
    typer.Option("--resolve", metavar="RULE:WHO", help='Make a choice in brackets: "17(2): EU", "EU", or "agreed".'),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read everything anew.")]

COUNTED = ""  # not given: treaty, rules and the layer that the header of the ruleset names


def layers(text: str) -> tuple[str, ...]:
    """ "treaty,rules" as layers; an unknown one is a mistake in the command line."""
    named = tuple(part.strip() for part in text.split(",") if part.strip())
    for name in named:
        if name not in LAYERS:
            raise typer.BadParameter(f"there is no layer {name}; the layers are {', '.join(LAYERS)}")
    return tuple(layer for layer in LAYERS if layer in named)


def readings(texts: Iterable[str], rulesets: tuple[Ruleset, ...]) -> list[tuple[tuple[str, str], ...]]:
    """For each ruleset the readings to follow. A text names a dispute or its provision, and a reading."""
    found: list[list[tuple[str, str]]] = [[] for _ in rulesets]
    for text in texts:
        name, sign, reading = (part.strip() for part in text.partition("="))
        if not sign:
            raise typer.BadParameter(f"write --reading RULE=NAME, not {text}")
        for ruleset, chosen in zip(rulesets, found, strict=True):
            chosen += _chosen(name, reading, ruleset)
        if not any(pair[1] == reading for chosen in found for pair in chosen):
            raise typer.BadParameter(f"there is no reading {text}; {_known(name, reading, rulesets)}")
    return [tuple(chosen) for chosen in found]


def _chosen(name: str, reading: str, ruleset: Ruleset) -> list[tuple[str, str]]:
    exact = [d for d in ruleset.disputes if d.id == name]
    disputes = exact or [d for d in ruleset.disputes if d.provision == name]
    return [(d.id, r.name) for d in disputes for r in d.readings if r.name == reading]


def _known(name: str, reading: str, rulesets: tuple[Ruleset, ...]) -> str:
    """What could have been meant: the readings of the rule named, those that read so elsewhere, or the rules that have
    readings."""
    disputes = [d for ruleset in rulesets for d in ruleset.disputes]
    of_rule = [d for d in disputes if name in (d.id, d.provision)]
    pairs = [f"{d.id}={r.name}" for d in of_rule or disputes for r in d.readings if of_rule or r.name == reading]
    if pairs:
        return "there is " + " and ".join(pairs)
    places = list(dict.fromkeys(d.provision for d in disputes))
    return f"the rules with readings are {', '.join(places)}" if places else "these rulesets have none"


def resolved(texts: Iterable[str], rulesets: tuple[Ruleset, ...], layers: tuple[str, ...] = ()) -> tuple[Ruleset, ...]:
    """The rulesets with the choices made. A text that chooses nothing in any of them is a mistake, and so are choices
    that cannot be made together in the text that counts with these layers (none named: the usual ones)."""
    wanted = list(texts)
    if not wanted:
        return rulesets
    from proclogic.norms.resolving import Clash, UnknownChoice, known, resolve_all

    made: list[list[str]] = [[] for _ in rulesets]
    for text in wanted:
        refused: list[UnknownChoice] = []
        for ruleset, some in zip(rulesets, made, strict=True):
            try:
                known(ruleset, text)
                some.append(text)
            except UnknownChoice as error:
                refused.append(error)
        if len(refused) == len(rulesets) and refused:
            raise _refused(str(refused[0]), [line for error in refused for line in error.listed])
    try:
        return tuple(resolve_all(r, some, layers) for r, some in zip(rulesets, made, strict=True))
    except Clash as error:
        raise _refused(str(error), error.listed) from None


_BEFORE = "." * len("Error: Invalid value: ")  # the place of what is written before a message


def _refused(message: str, listed: Iterable[str]) -> typer.BadParameter:
    """The error with its lines, in lines of the usual width."""
    from proclogic.layout import WIDTH, statement, wrap

    lines = [part for line in listed for part in statement("  ", line, "", 0, WIDTH)]
    said = wrap(f"{_BEFORE}{message}{':' if lines else ''}", WIDTH)
    return typer.BadParameter("\n".join(["\n".join(said).removeprefix(_BEFORE), *lines]))


def options(strict: bool, counted: str, numbers: Iterable[tuple[str, int | None]] = ()) -> Options:
    """The options that do not depend on a ruleset."""
    given = tuple((name, number) for name, number in numbers if number is not None)
    return Options(strict=strict, layers=layers(counted), numbers=given)
