"""Prints how fast proclogic is on this computer, as ratios of figures measured in one run.

python benchmarks/run.py            everything, the ruleset of 10,000 provisions included (a minute or two)
python benchmarks/run.py --short    without it
python benchmarks/run.py conflicts  only the examination for conflicts, and the search with drawn cases
python benchmarks/run.py report     only the report on two rulesets
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
QUESTION = (
    "May an NGO not in consultative status attend plenary meetings of the Conference, if a State Party objects to it?"
)

_SCALE = """
import gc, resource, sys, time
gc.set_threshold(100_000, 50, 50)  # as the command has it
from proclogic.answers.lists import matrix
from proclogic.library import load
start = time.perf_counter()
ruleset, found, _ = load(sys.argv[1], cache=False)
assert ruleset is not None, found
compiled = time.perf_counter()
table = matrix(ruleset)
done = time.perf_counter()
conferred = sum(r.verdict != "not-conferred" for r in table.rows)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(len(ruleset.provisions), compiled - start, done - compiled, len(table.rows), conferred, peak)
"""


def _wall(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def cold(environment: dict[str, str], runs: int = 15) -> None:
    """A cold query against the import of typer and clingo, in turn; the median of the ratios pair by pair."""
    base = [sys.executable, "-c", "import typer, clingo"]
    query = [str(Path(sys.executable).with_name("proclogic")), "query", "untoc-cop", QUESTION]
    _wall(query, environment)
    _wall(query, environment)
    pairs = [(_wall(base, environment), _wall(query, environment)) for _ in range(runs)]
    ratio = statistics.median(b / a for a, b in pairs)
    print(
        f"cold query: {statistics.median(b for _, b in pairs) * 1000:.0f} ms, {ratio:.2f} x import typer, clingo (bar: 1.6)"
    )


def graph(environment: dict[str, str], runs: int = 11) -> None:
    """`graph untoc-cop --to x.dot` against a cold query, both as processes, in turn; the median of the ratios. The
    figures are kept like the matrix; the first run makes both, and runs after a change of options only the figures."""
    with tempfile.TemporaryDirectory() as folder:
        command = str(Path(sys.executable).with_name("proclogic"))
        query = [command, "query", "untoc-cop", QUESTION]
        draw = [command, "graph", "untoc-cop", "--to", str(Path(folder) / "x.dot")]
        _wall(query, environment)
        first = _wall(draw, environment | {"PROCLOGIC_CACHE_DIR": folder})
        matrix = _wall([command, "matrix", "untoc-cop"], environment)
        from_matrix = _wall(draw, environment)
        pairs = [(_wall(query, environment), _wall(draw, environment)) for _ in range(runs)]
    ratio = statistics.median(b / a for a, b in pairs)
    print(
        f"graph of untoc-cop: {statistics.median(b for _, b in pairs) * 1000:.0f} ms, {ratio:.2f} x the cold query "
        f"(bar: 1.2); the first run, with nothing kept, {first:.1f} s, of which the matrix {matrix:.1f} s; with the "
        f"matrix kept and no figures {from_matrix * 1000:.0f} ms"
    )


def whole_matrix() -> None:
    """Every cell of untoc-cop in this process: worked out, and read from the cache."""
    from proclogic.answers import lists, worked_out
    from proclogic.library import load

    ruleset, _, _ = load("untoc-cop")
    assert ruleset is not None
    start = time.perf_counter()
    lists.matrix(ruleset)
    anew = time.perf_counter() - start
    worked_out.matrix(ruleset)
    start = time.perf_counter()
    table = worked_out.matrix(ruleset)
    kept = time.perf_counter() - start
    told = sum(r.verdict != "not-conferred" for r in table.rows)
    print(
        f"matrix of untoc-cop, {len(table.rows)} cells, {told} of them not silent: worked out anew {anew:.2f} s, "
        f"from the cache {kept:.2f} s (bar: 1 s)"
    )


def explanations(runs: int = 7) -> None:
    """`explain` against `query` with the same words, both whole (read, ask, write), in this process; medians."""
    from proclogic.cli.run import run
    from proclogic.explain.whole import explain
    from proclogic.papers import from_explanation
    from proclogic.papers.writers import text
    from proclogic.syntax.parse import parse_question

    def took(*words: str) -> float:
        start = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            run(list(words))
        return time.perf_counter() - start

    for asked in (QUESTION, "May an NGO attend plenary meetings of the Conference?", "May an NGO speak?"):
        took("explain", "untoc-cop", asked)
        pairs = [(took("query", "untoc-cop", asked), took("explain", "untoc-cop", asked)) for _ in range(runs)]
        ratio = statistics.median(b / a for a, b in pairs)
        print(f"explanation: {ratio:.2f} x the query (bar: 2), {pairs[0][1] * 1000:.0f} ms: {asked}")
    sys.path.insert(0, str(HERE))
    import generate

    from proclogic.compiled import ruleset as compiled
    from proclogic.sources import Source

    big, _, _ = compiled([Source("big.rules", generate.ruleset(1000))], {}, "big")
    assert big is not None
    question, _ = parse_question("May an association attend closed meetings of Committee 4?", big.vocabulary)
    assert question is not None
    told = text.write(from_explanation.paper(explain(big, question)))
    print(f"explanation on {len(big.provisions)} generated provisions: {told.count(chr(10))} lines")


def all_rulesets() -> None:
    """One question put to every shipped ruleset in this process, with warm caches, against asking one of them."""
    from proclogic.answers.ask import answer
    from proclogic.library import listing, load
    from proclogic.syntax.parse import parse_question

    for words in ("May an NGO attend plenary meetings of the Conference?", "May an NGO in consultative status attend?"):
        found = [ruleset for name in listing() for ruleset, _, _ in [load(name.id)] if ruleset is not None]
        took: list[float] = []
        for ruleset in found:
            question, _ = parse_question(words, ruleset.vocabulary)
            start = time.perf_counter()
            if question is not None:
                answer(ruleset, question)
                took.append(time.perf_counter() - start)
        asked = f"{len(found)} rulesets, {len(took)} of which have its words"
        print(f"one question to {asked}: {sum(took):.2f} s (bar: 1): {words}")


def comparisons() -> None:
    """Two real rulesets compared, with witnesses, anew and from the cache; and generated ones, some norms changed."""
    import random

    import generate

    from proclogic.compare import whole, worked_out
    from proclogic.compiled import ruleset as compiled
    from proclogic.library import load
    from proclogic.mappings import load_mapping
    from proclogic.norms.model import Forbid, Permit
    from proclogic.sources import Source

    def took(work: Callable[[], object]) -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    for one, other in (("untoc-cop", "uncac-cosp"), ("untoc-cop", "ahc")):
        first, second = load(one)[0], load(other)[0]
        assert first is not None and second is not None
        words = load_mapping(None, first, second)[0]
        anew = took(lambda: whole.compare(first, second, mapping=words))  # noqa: B023
        worked_out.compare(first, second, mapping=words)
        kept = took(lambda: worked_out.compare(first, second, mapping=words))  # noqa: B023
        print(f"comparison of {one} and {other}: anew {anew:.2f} s, from the cache {kept:.2f} s (bar: 1 s)")
    big = compiled([Source("big.rules", generate.ruleset(1000))], {}, "big")[0]
    assert big is not None
    grants = [n.id for n in big.norms if isinstance(n.effect, Permit)]
    base = 0.0
    for share in (0, 5, 10, 20):
        chosen = set(random.Random(1).sample(grants, share))
        norms = (
            n.replace(effect=Forbid(n.effect.act, n.effect.body, n.effect.object))
            if n.id in chosen and isinstance(n.effect, Permit)
            else n
            for n in big.norms
        )
        changed = big.replace(norms=tuple(norms))
        start = time.perf_counter()
        made = whole.compare(big, changed)
        seconds = time.perf_counter() - start
        base = base or seconds
        touched = len(made.differences)
        more = (
            f", {(seconds - base) / touched * 1000:.0f} ms for each of the {touched} cases that differ"
            if touched
            else ""
        )
        print(f"comparison of 1,000 generated provisions, {share} grants turned round: {seconds:.2f} s{more}")


def scale(environment: dict[str, str], sizes: tuple[int, ...]) -> None:
    """Compile and full matrix of generated rulesets: seconds, peak memory, growth."""
    from generate import ruleset

    total: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"generated-{size}.rules"
            path.write_text(ruleset(size), encoding="utf-8")
            out = subprocess.run(
                [sys.executable, "-c", _SCALE, str(path)], env=environment, capture_output=True, text=True, check=True
            ).stdout.split()
            total[size] = float(out[1]) + float(out[2])
            print(
                f"{size:>6} provisions: compile {float(out[1]):.2f} s, matrix {float(out[2]):.2f} s "
                f"({out[3]} cells, {out[4]} not silent), peak {out[5]} MB"
            )
    for small, big in pairwise(sizes):
        bar = " (bar: 15)" if (small, big) == (1000, 10000) else ""
        print(f"growth from {small} to {big}: {total[big] / total[small]:.1f} x{bar}")


def examinations(sizes: tuple[int, ...] = (100, 300, 1000)) -> None:
    """`conflicts` on the largest shipped ruleset and on generated ones, with the growth; cases of `fuzz` a second."""
    import generate

    from proclogic.compiled import ruleset as compiled
    from proclogic.conflicts.whole import conflicts
    from proclogic.fuzz.campaign import Search
    from proclogic.library import listing, load
    from proclogic.sources import Source

    shipped = [ruleset for name in listing() for ruleset, _, _ in [load(name.id)] if ruleset is not None]
    largest = max(shipped, key=lambda r: len(r.norms))
    start = time.perf_counter()
    found = conflicts(largest).findings
    seconds = time.perf_counter() - start
    told = f"{len(largest.provisions)} provisions, {len(found)} findings"
    print(f"conflicts of {largest.id}, the largest shipped ({told}): {seconds:.2f} s (bar: 2)")
    took: dict[int, float] = {}
    for size in sizes:
        made = compiled([Source("big.rules", generate.ruleset(size))], {}, "big")[0]
        assert made is not None
        start = time.perf_counter()
        found = conflicts(made).findings
        took[size] = time.perf_counter() - start
        bar = " (bar: 60)" if size == 1000 else ""
        print(f"conflicts of {size} generated provisions: {took[size]:.2f} s, {len(found)} findings{bar}")
    for small, big in pairwise(sizes):
        print(
            f"growth of conflicts from {small} to {big}: {took[big] / took[small]:.1f} x (bar: {(big / small) ** 2:.1f})"
        )
    untoc = next(r for r in shipped if r.id == "untoc-cop")
    start = time.perf_counter()
    cases = Search(untoc).run(examples=2000).cases
    seconds = time.perf_counter() - start
    print(f"fuzz of untoc-cop: {cases} cases, {cases / seconds:.0f} a second (bar: 200)")


def reports(environment: dict[str, str], runs: int = 5) -> None:
    """The full report on two real rulesets as a page, as cold processes: with an empty cache against its parts (the
    commands that find out the same) with empty caches, and from the cache."""
    program = str(Path(sys.executable).with_name("proclogic"))
    pair = ["untoc-cop", "uncac-cosp"]
    parts = [["matrix", name] for name in pair] + [["conflicts", name] for name in pair]
    parts.append(["compare", *pair, "--by", "provision"])
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "report", *pair, "--to", str(Path(folder) / "paper.html"), "--date", "2026-11-22"]
        first = _wall(command, environment | {"PROCLOGIC_CACHE_DIR": str(Path(folder) / "one")})
        other = environment | {"PROCLOGIC_CACHE_DIR": str(Path(folder) / "other")}
        alone = sum(_wall([program, *part], other) for part in parts)
        kept = environment | {"PROCLOGIC_CACHE_DIR": str(Path(folder) / "one")}
        again = statistics.median(_wall(command, kept) for _ in range(runs))
        size = (Path(folder) / "paper.html").stat().st_size / 1e6
    print(
        f"report on {' and '.join(pair)} as a page of {size:.1f} MB: first {first:.2f} s, {first / alone:.2f} x its parts; "
        f"from the cache {again:.2f} s (bar: 3)"
    )


def main() -> None:
    """Runs the benchmarks."""
    gc.set_threshold(100_000, 50, 50)  # as the command has it
    sys.path.insert(0, str(HERE))
    with tempfile.TemporaryDirectory() as cache:
        os.environ["PROCLOGIC_CACHE_DIR"] = cache
        environment = dict(os.environ) | {"PYTHONPYCACHEPREFIX": str(Path(cache) / "bytecode")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users have the bytecode of what they installed
        if "conflicts" in sys.argv[1:]:
            examinations()
            return
        if "report" in sys.argv[1:]:
            reports(environment)
            return
        cold(environment)
        graph(environment)
        whole_matrix()
        all_rulesets()
        explanations()
        comparisons()
        reports(environment)
        examinations()
        scale(environment, (100, 1000) if "--short" in sys.argv else (100, 1000, 10000))


if __name__ == "__main__":
    main()
