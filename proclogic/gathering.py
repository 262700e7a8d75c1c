"""Which texts a ruleset is made of: its own, the vocabularies that they use, and the rulesets that they rest on."""

from __future__ import annotations

import os

from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.files import Text, rules_files
from proclogic.finding import Place, find, shelves, texts_at
from proclogic.heads import head_span, id_of, rests_on, says, uses
from proclogic.sources import Span


def not_one(place: Place, texts: list[Text], main: list[Text], heads: list[Text]) -> Diagnostic | None:
    """Why the files are not one ruleset, if they are not. A single file may do without its name."""
    if not main or (len(main) == 1 and says(main[0]) == "vocabulary"):
        name = texts[0].source.name
        return Diagnostic(
            "E016",
            f"{place.id} is a vocabulary, and I need a ruleset",
            head_span(texts[0]),
            at="a vocabulary has words and no rules",
            help=(f"name a ruleset that uses it: Uses: {place.id}.",) if name else (),
        )
    if len(heads) > 1:
        first, second = heads[:2]
        return Diagnostic(
            "E016",
            f"the files of {place.id} begin two rulesets",
            head_span(second),
            at="the second one begins here",
            labels=(Label(head_span(first), "the first one begins here"),),
            help=("put each into a folder of its own", "or leave this line out, if the files are one ruleset"),
        )
    if not heads and len(main) > 1:
        return Diagnostic(
            "E016",
            f"none of the files of {place.id} says which ruleset it is",
            Span(main[0].source.name, 0, 0),
            help=(f"begin one of them with: Ruleset: {place.id}.",),
        )
    return None


def texts_of_words(main: list[Text]) -> tuple[dict[str, list[Text]], list[Diagnostic]]:
    """The texts of the vocabularies that some texts name, and that these name; what is not there is left out."""
    beside = list(dict.fromkeys(t.folder for t in main))
    waiting = [name for t in main for name in uses(t.source.text)]
    found: dict[str, list[Text]] = {}
    faults: list[Diagnostic] = []
    own = {t.source.name for t in main}
    seen: set[str] = set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        for folder in (*beside, *(os.path.dirname(f) for f in beside), *shelves()):
            paths = _candidates(folder, name)
            texts, wrong = texts_at(Place(name, paths)) if paths else ([], [])
            words = [t for t in texts if says(t) == "vocabulary"] or [t for t in texts if t.source.name not in own]
            if wrong or words:
                faults += wrong
                found[name] = words
                waiting += [n for t in words for n in uses(t.source.text)]
                break
    return found, faults


def texts_beneath(main: list[Text]) -> tuple[dict[str, list[Text]], list[Diagnostic]]:
    """The texts of the rulesets that some texts amend, extend, apply or are bound by, and of those that these rest on;
    what is not there is left out."""
    found: dict[str, list[Text]] = {}
    faults: list[Diagnostic] = []
    waiting = [name for t in main for name in rests_on(t.source.text)]
    beside = [f for t in main for f in (t.folder, os.path.dirname(t.folder))]
    own = {os.path.join(t.folder, os.path.basename(t.source.name)) for t in main}
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        place = _base(name, beside, own, main, faults)
        if place is None:
            continue
        texts, wrong = texts_at(place)
        faults += wrong
        texts = [t for t in texts if says(t) != "vocabulary"]
        texts.sort(key=lambda t: says(t) != "ruleset")
        found[name] = texts
        waiting += [n for t in texts for n in rests_on(t.source.text)]
    return found, faults


def _base(name: str, beside: list[str], own: set[str], main: list[Text], faults: list[Diagnostic]) -> Place | None:
    """Where a ruleset is that others rest on: a file or folder of its name beside them, a file beside them that says
    this is its id, one of the library, and where all fail, the file that names it itself; None when it is nowhere."""
    paths = next((p for f in beside if (p := _candidates(f, name)) and not own & set(p)), ())
    if paths:
        return Place(name, paths)
    mine = {os.path.abspath(path) for path in own}
    folders = dict.fromkeys(t.folder for t in main)
    listed = [p for f in folders for p in rules_files(f or ".") if os.path.abspath(p) not in mine]
    called = [(p, t) for p in listed for t in texts_at(Place(name, (p,)))[0] if id_of(t) == name]
    if len(called) > 1:
        names = " and ".join(t.source.name for _, t in called)
        message = f"several files say that they are the ruleset {name}: {names}"
        labels = tuple(Label(head_span(t), "so does this one") for _, t in called[1:])
        help = (f"give one of them another id, or the one that is meant the name {name}.rules",)
        faults.append(Diagnostic("E124", message, head_span(called[0][1]), "", "this one says so", labels, (), help))
        return None
    if called:
        return Place(name, (called[0][0],))
    place = find(name)
    if isinstance(place, Place) and not own & set(place.files):
        return place
    itself = any(id_of(t) == name for t in main) or any(own & set(_candidates(f, name)) for f in beside)
    return Place(name, tuple(sorted(own))) if itself else None


def _candidates(folder: str, name: str) -> tuple[str, ...]:
    """The files that could hold a vocabulary: one of its name in the folder, or all in a folder of its name."""
    single = os.path.join(folder, f"{name}.rules")
    return (single,) if os.path.isfile(single) else rules_files(os.path.join(folder, name))
