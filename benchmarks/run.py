"""The measurements of the README: python benchmarks/run.py [--quick] [--only NAME]

Each speed claim is a ratio against a named baseline of the same run. CPU time, runs interleaved, medians; each measured
part starts from a collected heap. Exponents come from growing the input a hundredfold.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import time
from bisect import insort
from collections.abc import Callable
from typing import Any

import attrs
from generate import records

from conflicts import Claim, Detector, Value, Vocabulary
from conflicts.apart import Apart
from conflicts.assertions import Assertion
from conflicts.camps import Sweep
from conflicts.claims import FIELDS
from conflicts.detect import judge, read
from conflicts.items import Keys, candidates, group, subject_ids
from conflicts.report import Report
from conflicts.standing import Retractions
from conflicts.values.extent import Extent

Plain = attrs.make_class("Plain", {name: attrs.field(default=None) for name in FIELDS}, frozen=True, slots=True)
Row = tuple[str, str, str]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call, from a collected heap."""
    gc.collect()
    start = time.process_time()
    kept = work()
    taken = time.process_time() - start
    del kept
    return taken


def medians(*works: Callable[[], object], runs: int) -> list[float]:
    """The median CPU time of each, run in turns."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for found, work in zip(taken, works, strict=True):
            found.append(cpu(work))
    return [statistics.median(found) for found in taken]


def detection(quick: bool) -> list[Row]:
    """Detection after reading, against json.loads of the same claims and plain attrs objects of the same fields."""
    n = 30_000 if quick else 300_000
    rows = list(records(n))
    lines = [json.dumps(row) for row in rows]
    vocabulary = Vocabulary.default()
    found = [f for f in read([Claim(**row) for row in rows], vocabulary) if isinstance(f, Assertion)]
    del rows

    def load() -> object:
        return [Plain(**json.loads(line)) for line in lines]

    def detect() -> object:
        groups, _ = group(found, Keys(vocabulary, subject_ids(found, vocabulary)))
        return judge(candidates(groups), vocabulary, Retractions((), vocabulary))

    baseline, ours = medians(load, detect, runs=5)
    return [
        (
            f"detection after reading, {n:,} claims of mixed kinds, 10 % of items contested",
            "json.loads of their lines + plain attrs objects",
            f"{ours / baseline:.2f}× ({ours:.2f} s against {baseline:.2f} s)",
        )
    ]


def one_item(quick: bool) -> list[Row]:
    """One item with many different values: how the time grows, and what is kept."""
    sizes = (1_000, 10_000) if quick else (10_000, 1_000_000)
    draw = random.Random(2)
    ours, baseline, first = [], [], []
    integers = 0.0
    for n in sizes:
        extents = [Extent.point(draw.randrange(10**12)) for _ in range(n)]
        bounds = [extent.lo for extent in extents]

        def sweep(extents: list[Extent] = extents) -> Sweep:
            return Sweep(extents)

        def sort(bounds: list[Any] = bounds) -> object:
            return sorted(bounds)

        a, b = medians(sort, sweep, runs=3 if n > 10**5 else 9)
        baseline.append(a)
        ours.append(b)
        found = Sweep(extents)

        def first_pair(extents: list[Extent] = extents, found: Sweep = found) -> object:
            return next(Apart(extents, found.orders).pairs(range(len(extents))))

        first.append(cpu(first_pair))
        kept = [
            value for value in vars(found).values() if isinstance(value, list) and value and isinstance(value[0], int)
        ]
        integers = sum(map(len, kept)) / n
    growth = math.log(sizes[1] / sizes[0])
    exponents = [math.log(t[1] / t[0]) / growth for t in (baseline, ours)]
    return [
        (
            f"camps of one item, {sizes[0]:,} to {sizes[1]:,} different values: exponent",
            "sorted on the same bounds",
            f"{exponents[1]:.2f} against {exponents[0]:.2f} ({ours[1]:.2f} s against {baseline[1]:.2f} s)",
        ),
        ("the same: integers kept a claim", "5", f"{integers:.1f}"),
        ("the same: the first clashing pair, once the camps are found", "", f"{first[1] * 1e6:.0f} µs"),
    ]


def feed(quick: bool) -> list[Row]:
    """Adding claims to a detector that holds many, against a dict insert and insort of the same key and bound."""
    there, more = (20_000, 5_000) if quick else (1_000_000, 50_000)
    draw = random.Random(3)
    values = [Value("count", Extent.closed(n, n + 5), Extent.closed(n, n + 5), text=str(n)) for n in range(20)]

    def claim(n: int) -> Claim:
        item = draw.randrange((there + more) // 5)
        return Claim(
            f"event {item}", "votes", values[item % 10], f"source {n % 3000}", id=f"c{n}", asserted_at="2025-07-21"
        )

    detector = Detector()
    detector.add(claim(n) for n in range(there))
    index: dict[Any, list[Any]] = {}
    ids: dict[str, Claim] = {}
    keys = Keys(detector.vocabulary)
    for found in detector._found.values():
        assert isinstance(found, Assertion)
        insort(index.setdefault(keys.key(found), []), found.value.strict.lo)
        ids[found.claim.id] = found.claim
    batches = []
    for start in range(there, there + more, 1_000):
        coming = [claim(n) for n in range(start, start + 1_000)]
        bounds = [(c.id, c, (c.subject, "votes", "in total", "fact", ""), c.value.strict.lo) for c in coming]  # type: ignore[union-attr]
        batches.append((coming, bounds))
    gc.collect()
    ours, baseline = [], []
    for coming, bounds in batches:
        start_time = time.process_time()
        for id_, one, key, bound in bounds:
            ids[id_] = one
            insort(index.setdefault(key, []), bound)
        middle = time.process_time()
        detector.add(coming)
        ours.append(time.process_time() - middle)
        baseline.append(middle - start_time)
    ratio = statistics.median(ours) / statistics.median(baseline)
    each = statistics.median(ours) / 1_000 * 1e6
    return [
        (
            f"Detector.add into {there:,} claims on small items, values read",
            "dict insert + bisect.insort of the same key and bound",
            f"{ratio:.1f}× ({each:.1f} µs a claim)",
        )
    ]


def importing(quick: bool) -> list[Row]:
    """import conflicts, against an empty interpreter."""

    def child(code: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)

    codes = ("pass", "import conflicts", "from conflicts import find_conflicts")
    taken: list[list[float]] = [[], [], []]
    for _ in range(5 if quick else 21):
        for found, code in zip(taken, codes, strict=True):
            found.append(child(code))
    empty, bare, used = (statistics.median(found) for found in taken)
    return [
        ("import conflicts", "an empty interpreter", f"{bare / empty:.1f}×"),
        ("from conflicts import find_conflicts", "an empty interpreter", f"{used / empty:.1f}× ({used * 1e3:.0f} ms)"),
    ]


def profile(quick: bool) -> list[Row]:
    """Where the time goes from records to a report in text."""
    n = 10_000 if quick else 30_000
    rows = list(records(n))
    vocabulary = Vocabulary.default()
    marks: list[tuple[str, float]] = []

    def timed(name: str, work: Callable[[], Any]) -> Any:
        gc.collect()
        start = time.process_time()
        done = work()
        marks.append((name, time.process_time() - start))
        return done

    claims = timed("building and checking claims", lambda: [Claim(**row) for row in rows])
    found = timed("reading values", lambda: read(claims, vocabulary))
    groups, _ = timed("sorting into items", lambda: group(found, Keys(vocabulary)))
    items = timed("the filter", lambda: list(candidates(groups)))
    disputes, _ = timed("standing, statements, camps", lambda: judge(items, vocabulary, Retractions((), vocabulary)))
    from conflicts.report import Conflict

    report = Report(tuple(Conflict(d, vocabulary) for d in disputes), tuple(claims))
    timed("the report in text", report.explain)
    total = sum(taken for _, taken in marks)
    return [
        (f"{name}, of {n:,} claims", "", f"{taken / total:.0%} ({taken / n * 1e6:.1f} µs a claim)")
        for name, taken in marks
    ]


PARTS: dict[str, Callable[[bool], list[Row]]] = {
    "detection": detection,
    "one_item": one_item,
    "feed": feed,
    "importing": importing,
    "profile": profile,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small inputs: does it run, not how fast is it")
    parser.add_argument("--only", choices=PARTS, help="one part")
    options = parser.parse_args()
    print("| what | baseline | measured |\n|---|---|---|")
    for name, part in PARTS.items():
        if options.only in {None, name}:
            for row in part(options.quick):
                print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
