"""Finding and loading rulesets: the shipped ones, the project's own, and any file or folder.

A ruleset that was loaded once is kept in the user's cache under the content of every file it was made of, so that the
next command neither parses nor checks it again.
"""

from __future__ import annotations

import os

from proclogic import cache as kept
from proclogic.data import data_dir
from proclogic.diagnostics.model import Diagnostic, Label
from proclogic.files import STDIN, Text, digest, read, read_stdin, rules_files, shown_name
from proclogic.norms.model import Ruleset
from proclogic.norms.vocabulary import Vocabulary
from proclogic.sources import NOWHERE, Source, Span
from proclogic.values import Value

Loaded = tuple[Ruleset | None, list[Diagnostic], dict[str, Source]]


class Place(Value):
    """Where a ruleset is: its id, and the paths of its files (none for standard input)."""

    id: str
    files: tuple[str, ...]


class Listed(Value):
    """A ruleset as a list shows it. `provisions` is 0 and `readable` false when it has errors."""

    id: str
    title: str
    adopted: str
    layer: str
    certainty: str
    provisions: int
    readable: bool = True


def find(name: str) -> Place | Diagnostic:
    """The place of a ruleset that is named by its id, by the path of a file or folder, or by "-" for standard input.

    An id is looked for in the folder `rulesets` one works in, then in the library. What looks like a path is a path.
    """
    if name == STDIN:
        return Place("standard-input", ())
    is_path = any(s in name for s in (os.sep, "/")) or name.endswith(".rules") or name in (".", "..")
    if not is_path and _is_id(name):
        for shelf in _shelves():
            files = rules_files(os.path.join(shelf, name))
            if files:
                return Place(name, files)
    if os.path.isdir(name):
        files = rules_files(name)
        label = os.path.basename(os.path.abspath(name))
        return Place(label, files) if files else _no_rules(name)
    if os.path.exists(name):
        return Place(os.path.splitext(os.path.basename(name))[0], (name,))
    return _unknown(name, is_path)


def load(name: str, *, cache: bool = True) -> Loaded:
    """A ruleset, the findings on it, and the texts by the names under which findings show them.

    The ruleset is None when there is an error. Nothing is raised for what is wrong with the name or the files.
    """
    place = find(name)
    if isinstance(place, Diagnostic):
        return None, [place], {}
    texts, faults = _texts(place)
    sources = {t.source.name: t.source for t in texts}
    if faults:
        return None, faults, sources
    main = [t for t in texts if _says(t) != "vocabulary"] if len(texts) > 1 else texts
    heads = [t for t in main if _says(t) == "ruleset"]
    fault = _not_one(place, texts, main, heads)
    if fault is not None:
        return None, [fault], sources
    main.sort(key=lambda t: t not in heads)
    bases, faults = _bases(main)
    words, more = _vocabularies([*main, *(t for found in bases.values() for t in found)])
    sources |= {t.source.name: t.source for found in (*bases.values(), *words.values()) for t in found}
    if faults or more:
        return None, [*faults, *more], sources
    key = _key(main, words | {f"\0{name}": found for name, found in bases.items()})
    known = kept.load("ruleset", key) if cache else None
    if isinstance(known, tuple) and len(known) == 2 and isinstance(known[0], Ruleset):
        return known[0], list(known[1]), sources
    from proclogic import compiled

    shelf = {vocabulary: [t.source for t in found] for vocabulary, found in words.items()}
    under = {name: [t.source for t in found] for name, found in bases.items()}
    ruleset, found, asked = compiled.ruleset([t.source for t in main], shelf, place.id, under)
    found = [_with_guess(d) for d in found]
    if ruleset is not None:
        ruleset = ruleset.replace(hashes=_hashes(main, words | bases))
        if asked <= set(words):
            kept.store("ruleset", key, (compiled.shared(ruleset), tuple(found)))
    return ruleset, found, sources


def load_vocabulary(name: str) -> tuple[Vocabulary | None, list[Diagnostic], dict[str, Source]]:
    """The words of a ruleset or of a vocabulary, with the findings on it and the texts; None when there is an error."""
    place = find(name)
    if isinstance(place, Diagnostic):
        return None, [place], {}
    if not is_vocabulary(place):
        ruleset, faults, sources = load(name)
        return (ruleset.vocabulary if ruleset else None), faults, sources
    texts, faults = _texts(place)
    words, more = _vocabularies(texts)
    words[place.id] = texts
    sources = {t.source.name: t.source for found in words.values() for t in found}
    if faults or more:
        return None, [*faults, *more], sources
    from proclogic import compiled

    found, faults = compiled.vocabulary(place.id, {n: [t.source for t in w] for n, w in words.items()})
    return found, [_with_guess(d) for d in faults], sources


def is_vocabulary(place: Place) -> bool:
    """Whether the files at a place are words only, for rulesets to use."""
    said = [_says(t) for t in _texts(place)[0]] if place.files else []
    return "vocabulary" in said and "ruleset" not in said


def listing() -> tuple[Listed, ...]:
    """The rulesets that can be named by an id, by id; those of the project stand for those of the library."""
    found: dict[str, Listed] = {}
    for shelf in _shelves():
        for name in _folders(shelf):
            texts, _ = _texts(Place(name, rules_files(os.path.join(shelf, name))))
            if name in found or not any(_says(t) == "ruleset" for t in texts):
                continue
            ruleset, _, _ = load(name)
            if ruleset is None:
                found[name] = Listed(name, "", "", "", "", 0, False)
            else:
                count = len(ruleset.provisions)
                found[name] = Listed(name, ruleset.title, ruleset.adopted, ruleset.layer, ruleset.certainty, count)
    return tuple(found[name] for name in sorted(found))


# --------------------------------------------------------------------------------------------------------------- files


def _library() -> str:
    return str(data_dir("rulesets"))


def _shelves() -> tuple[str, ...]:
    """The folders with a folder for each ruleset: the project's own, then the library."""
    return tuple(dict.fromkeys((os.path.join(os.getcwd(), "rulesets"), _library())))


def _folders(shelf: str) -> list[str]:
    try:
        with os.scandir(shelf) as entries:
            return sorted(e.name for e in entries if e.is_dir() and not e.name.startswith((".", "_")))
    except OSError:
        return []


def _texts(place: Place) -> tuple[list[Text], list[Diagnostic]]:
    library = _library()
    found = [read(path, shown_name(path, library)) for path in place.files] if place.files else [read_stdin()]
    return [t for t in found if isinstance(t, Text)], [d for d in found if isinstance(d, Diagnostic)]


def _is_id(name: str) -> bool:
    return bool(name) and all(c.isalnum() or c in "-_." for c in name) and name[0] not in "-."


def _lines(text: str, word: str) -> list[tuple[int, int]]:
    """Where a line at the top of a file that begins with a word and a colon starts, and where what it says starts.

    This is asked of every file on every run, so it is done without the parser.
    """
    low, mark, at = "\n" + text.lower(), "\n" + word, 0
    found: list[tuple[int, int]] = []
    while (at := low.find(mark, at)) >= 0:
        after = low[at + len(mark) : at + len(mark) + 20]
        if after.lstrip(" \t").startswith(":"):
            found.append((at, at + len(mark) + after.index(":")))  # one less than in `low`, which has a line end more
        at += len(mark)
    return found


def _says(text: Text) -> str:
    """What a file says it is: "ruleset", "vocabulary" or "" for neither."""
    said = [(lines[0][0], word) for word in ("ruleset", "vocabulary") if (lines := _lines(text.source.text, word))]
    return min(said)[1] if said else ""


def _not_one(place: Place, texts: list[Text], main: list[Text], heads: list[Text]) -> Diagnostic | None:
    """Why the files are not one ruleset, if they are not. A single file may do without its name."""
    if not main or (len(main) == 1 and _says(main[0]) == "vocabulary"):
        name = texts[0].source.name
        return Diagnostic(
            "E016",
            f"{place.id} is a vocabulary, and I need a ruleset",
            _head_span(texts[0]),
            at="a vocabulary has words and no rules",
            help=(f"name a ruleset that uses it: Uses: {place.id}.",) if name else (),
        )
    if len(heads) > 1:
        first, second = heads[:2]
        return Diagnostic(
            "E016",
            f"the files of {place.id} begin two rulesets",
            _head_span(second),
            at="the second one begins here",
            labels=(Label(_head_span(first), "the first one begins here"),),
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


def _head_span(text: Text) -> Span:
    found = _lines(text.source.text, _says(text) or "ruleset")
    return Span(text.source.name, *(found[0] if found else (0, 0)))


# -------------------------------------------------------------------------------------------------------- vocabularies


def _uses(text: str) -> list[str]:
    """The vocabularies that a file names, found without reading the rest of it."""
    found: list[str] = []
    for _, start in _lines(text, "uses"):
        first, *rest = text[start:].split("\n")
        said = first.partition("#")[0]
        for line in rest:
            if line.strip() and line[0] not in " \t#":
                break
            said += " " + line.partition("#")[0]
        found += [name.strip().strip('"').strip() for name in said.strip().rstrip(".").split(",")]
    return [name for name in found if _is_id(name)]


def _vocabularies(main: list[Text]) -> tuple[dict[str, list[Text]], list[Diagnostic]]:
    """The texts of the vocabularies that some texts name, and that these name; what is not there is left out."""
    beside = list(dict.fromkeys(t.folder for t in main))
    waiting = [name for t in main for name in _uses(t.source.text)]
    found: dict[str, list[Text]] = {}
    faults: list[Diagnostic] = []
    own = {t.source.name for t in main}
    seen: set[str] = set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        for folder in (*beside, *(os.path.dirname(f) for f in beside), *_shelves()):
            paths = _candidates(folder, name)
            texts, wrong = _texts(Place(name, paths)) if paths else ([], [])
            words = [t for t in texts if _says(t) == "vocabulary"] or [t for t in texts if t.source.name not in own]
            if wrong or words:
                faults += wrong
                found[name] = words
                waiting += [n for t in words for n in _uses(t.source.text)]
                break
    return found, faults


def _bases(main: list[Text]) -> tuple[dict[str, list[Text]], list[Diagnostic]]:
    """The texts of the rulesets that some texts amend, extend, apply or are bound by, and of those that these rest on;
    what is not there is left out."""
    found: dict[str, list[Text]] = {}
    faults: list[Diagnostic] = []
    waiting = [name for t in main for name in _rests_on(t.source.text)]
    beside = [f for t in main for f in (t.folder, os.path.dirname(t.folder))]
    own = {os.path.join(t.folder, os.path.basename(t.source.name)) for t in main}
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        place = _base(name, beside, own, main, faults)
        if place is None:
            continue
        texts, wrong = _texts(place)
        faults += wrong
        texts = [t for t in texts if _says(t) != "vocabulary"]
        texts.sort(key=lambda t: _says(t) != "ruleset")
        found[name] = texts
        waiting += [n for t in texts for n in _rests_on(t.source.text)]
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
    called = [(p, t) for p in listed for t in _texts(Place(name, (p,)))[0] if _id_of(t) == name]
    if len(called) > 1:
        names = " and ".join(t.source.name for _, t in called)
        message = f"several files say that they are the ruleset {name}: {names}"
        labels = tuple(Label(_head_span(t), "so does this one") for _, t in called[1:])
        help = (f"give one of them another id, or the one that is meant the name {name}.rules",)
        faults.append(Diagnostic("E124", message, _head_span(called[0][1]), "", "this one says so", labels, (), help))
        return None
    if called:
        return Place(name, (called[0][0],))
    place = find(name)
    if isinstance(place, Place) and not own & set(place.files):
        return place
    itself = any(_id_of(t) == name for t in main) or any(own & set(_candidates(f, name)) for f in beside)
    return Place(name, tuple(sorted(own))) if itself else None


def _id_of(text: Text) -> str:
    """The id that a ruleset gives itself, "" for none."""
    lines = _lines(text.source.text, "ruleset")
    return text.source.text[lines[0][1] :].split("\n")[0].partition("#")[0].strip().rstrip(".") if lines else ""


def _rests_on(text: str) -> list[str]:
    """The rulesets that a file names at its top, found without reading the rest of it."""
    found = []
    for word in ("amends", "extends", "applies", "bound by"):
        for _, start in _lines(text, word):
            said = text[start:].split("\n")[0].partition("#")[0].strip().rstrip(".")
            found += [part.split()[0].strip('"') for part in said.split(",") if part.split()]
    return [name for name in found if _is_id(name) and name != "as"]


def _candidates(folder: str, name: str) -> tuple[str, ...]:
    """The files that could hold a vocabulary: one of its name in the folder, or all in a folder of its name."""
    single = os.path.join(folder, f"{name}.rules")
    return (single,) if os.path.isfile(single) else rules_files(os.path.join(folder, name))


# --------------------------------------------------------------------------------------------------------------- cache


def _key(main: list[Text], words: dict[str, list[Text]]) -> str:
    parts = [_stamp(), *(f"{t.source.name}\0{t.digest}" for t in main)]
    for name, texts in sorted(words.items()):
        parts += [f"\0{name}", *(f"{t.source.name}\0{t.digest}" for t in texts)]
    return digest("\n".join(parts).encode())[:40]


def _stamp() -> str:
    here = os.path.dirname(os.path.abspath(__file__))
    return kept.stamp((here, *(os.path.join(here, *f) for f in _READING), str(data_dir("grammars"))))


_READING = (("syntax",), ("norms",), ("norms", "checks"), ("diagnostics",))


def _hashes(main: list[Text], words: dict[str, list[Text]]) -> tuple[tuple[str, str], ...]:
    texts = [*main, *(t for found in words.values() for t in found)]
    return tuple((t.source.name, t.digest[:12]) for t in texts)


# -------------------------------------------------------------------------------------------------------------- faults


def _unknown(name: str, is_path: bool) -> Diagnostic:
    from proclogic.syntax.report import near, quoted

    if is_path:
        folder = os.path.dirname(name) or "."
        try:
            siblings = [e for e in os.listdir(folder) if e.endswith(".rules") or os.path.isdir(os.path.join(folder, e))]
        except OSError:
            siblings = []
        close = near(os.path.basename(name.rstrip("/")), sorted(siblings))
        shown = shown_name(name, _library())
        return Diagnostic(
            "E010",
            f"there is no file or folder {shown}",
            NOWHERE,
            help=(f"did you mean {quoted(close)}?",) if close else ("check the name and the folder",),
        )
    known = sorted({f for shelf in _shelves() for f in _folders(shelf)})
    close = near(name, known)
    return Diagnostic(
        "E010",
        f"there is no ruleset called “{name}”",
        NOWHERE,
        notes=(f"I know {quoted(known, 'and')}",) if known and not close else (),
        help=(
            *((f"did you mean {quoted(close)}?",) if close else ()),
            "to see all of them: proclogic rulesets",
            "to read a file of your own, name it with its ending: my-rules.rules",
        ),
    )


def _no_rules(name: str) -> Diagnostic:
    return Diagnostic(
        "E011",
        f"the folder {shown_name(name, _library())} has no file that ends in .rules",
        NOWHERE,
        help=("put a text ending .rules there: the README has a short one to start from",),
    )


def _with_guess(found: Diagnostic) -> Diagnostic:
    """A message on a vocabulary that is not there, with the nearest that is."""
    if found.code != "E210":
        return found
    from proclogic.syntax.report import near, quoted

    wanted = found.message.partition("“")[2].partition("”")[0]
    close = near(wanted, sorted({f for shelf in _shelves() for f in _folders(shelf)}))
    return found.replace(help=(f"did you mean {quoted(close)}?", *found.help)) if close else found
