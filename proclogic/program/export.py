"""The whole ruleset as a program that clingo runs by itself, for `export --to asp`."""

from __future__ import annotations

from pathlib import Path

from proclogic.norms.model import Forbid, Permit, Ruleset
from proclogic.program.cone import Index
from proclogic.program.from_norms import PRESUME, build

ENCODINGS = ("world", "conditions", "norms", "outcome")


def encoding(name: str) -> str:
    """The text of one of the fixed encodings."""
    return (Path(__file__).parent.parent / "encodings" / f"{name}.lp").read_text(encoding="utf-8")


def export(ruleset: Ruleset, layers: tuple[str, ...] = ()) -> str:
    """Encodings and facts in one text: every norm, and as goal every grant and prohibition of the ruleset."""
    layers = layers or ruleset.usual_layers
    ruleset = ruleset.counting(layers)
    index = Index(ruleset, layers)
    program = build(index, index.cone(index.norms.values()), None)
    lines = [f"% {ruleset.title} ({ruleset.id}), layers: {', '.join(layers)}", ""]
    lines += [encoding(name).rstrip() + "\n" for name in ENCODINGS]
    lines += [
        "% The facts. A cell is asked by saying which norms confer it and which bar it; below, one act at a time:",
        "%   clingo FILE -c act='\"attend\"'",
        '#const act = "".',
        "confers(N) :- permits(N,act).",
        "bars(N) :- forbids(N,act).",
        f"answer({PRESUME}).",
        "",
    ]
    origin = ""
    for line, norm in program.lines:
        if norm != origin:
            origin = norm
            lines.append(f"\n% {norm}: {_sentence(index, norm)}" if norm else "\n% the open questions")
        lines.append(line)
    for norm_id in sorted(index.norms):
        match index.norms[norm_id].effect:
            case Permit(act):
                lines += [f'permits("{norm_id}","{a}").' for a in _forms(index, act)]
            case Forbid(act):
                lines += [f'forbids("{norm_id}","{a}").' for a in _forms(index, act)]
            case _:
                pass
    lines += ["", "#show entitled/0.", "#show forbidden/0.", "#show effective/1.", "#show answer/1.", ""]
    return "\n".join(lines)


def _sentence(index: Index, norm: str) -> str:
    return " ".join(index.norms[norm].text.split())


def _forms(index: Index, act: str) -> list[str]:
    acts = [a.id for a in index.ruleset.vocabulary.acts] or [act]
    return sorted({a for a in acts if act in index.hierarchy.covering_acts(a)} | {act})
