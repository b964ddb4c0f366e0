"""The long profile: python benchmarks/long.py [--claims N] [--only NAME]

Very many claims on one item in the shapes that would tempt a program to compare each with each, very many items, and
one very long line. Each case runs at two sizes, a tenth apart, in processes of their own; printed are CPU time and peak
memory of the greater, what a claim more costs in bytes, and how CPU time grows: 1 is in step with the claims.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from conflicts import Claim, Report, Value, find_conflicts, load

Fields = dict[str, Any]
MOST_PAIRS = 50
NINE = "2025-07-21T09:00:00Z"


def instant(n: int) -> str:
    """A minute for each number, and again after a hundred years."""
    minutes, hours = n % 60, n // 60 % 24
    days = n // 1440
    return f"{1950 + days // 336 % 70}-{1 + days // 28 % 12:02}-{1 + days % 28:02}T{hours:02}:{minutes:02}:00Z"


def told(attribute: str, value: str | int, source: str, asserted_at: str | None = "2025-07-21", **rest: Any) -> Fields:
    """The fields of a claim; a number is a figure already read, a text is yet to be."""
    read = Value.of("count", value, text=str(value)) if isinstance(value, int) else value
    return {"attribute": attribute, "value": read, "source": source, "asserted_at": asserted_at, **rest}


CASES: dict[str, Callable[[int], Fields]] = {
    "one item, a figure each, to be read": lambda n: told("height", str(n), f"s{n}"),
    "one item, a figure each": lambda n: told("height", n, f"s{n}"),
    "one source at one moment": lambda n: told("height", n, "Ann", NINE),
    "one source, half of it withdrawn": lambda n: told(
        "height", n, "Ann", NINE, retracts=f"c{n - 1}" if n % 2 else None
    ),
    "a toll that grows": lambda n: told("killed", n, f"s{n}", instant(n)),
    "what changes freely, a moment each": lambda n: told("without_power", n, f"s{n}", instant(n)),
    "what changes freely, on one day": lambda n: told("without_power", n, f"s{n}", (NINE[:10], NINE)[n % 2]),
    "a denial for each figure": lambda n: told("height", n // 2, f"s{n}", polarity=("affirmed", "denied")[n % 2]),
    "an item each": lambda n: told("height", n, f"s{n}", subject=f"e{n}"),
    "an item for each two": lambda n: told("height", n, f"s{n}", subject=f"e{n // 2}"),
    "times of two clocks": lambda n: told(
        "occurred_at", f"{n % 24:02}:{n // 24 % 60:02}{(' GMT', '')[n % 2]} on July 22", f"s{n}"
    ),
    "a toll in round words, days and instants": lambda n: told(
        "killed",
        ("at least {}", "about {}", "up to {}", "{}")[n % 4].format(n),
        f"s{n}",
        instant(n)[: 10 if n % 3 else None],
    ),
    "what changes freely, two of one utterance": lambda n: told(
        "without_power", n, f"s{n}", instant(n), utterance=f"u{n // 2}"
    ),
    "one source, a moment each": lambda n: told("height", n, "Ann", instant(n)),
    "ranges that overlap": lambda n: told("height", f"between {n} and {n + 500}", f"s{n}"),
    "a toll that falls": lambda n: told("killed", 2_000_000 - n, f"s{n}", instant(n)),
    "denials": lambda n: told("height", n, f"s{n}", polarity="denied"),
}


def claims(case: str, n: int) -> Iterator[Claim]:
    """The claims of a case."""
    for k in range(n):
        yield Claim(**({"subject": "the event", "id": f"c{k}"} | CASES[case](k)))


def ask(report: Report) -> None:
    """Ask a report for all but a list of every pair."""
    for conflict in report:
        assert conflict.n_pairs or conflict.joint
        assert conflict.kind
        assert conflict.retractions
        assert len(conflict.camps)
        assert conflict.because
        list(islice(conflict.pairs(), MOST_PAIRS))
    assert report.explain()


def a_line(megabytes: int) -> Report:
    """The report on a file with one line that long: the sentence that a claim stands in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims.jsonl")
        start = json.dumps(
            {"subject": "the event", "id": "c"} | CASES["one item, a figure each, to be read"](1) | {"quote": ""}
        )
        with path.open("w", encoding="utf-8") as file:
            file.write(start.removesuffix('"}'))
            for _ in range(megabytes):
                file.write("word " * (2**20 // 5))
            file.write('"}\n')
        return find_conflicts(load(path))


LINE = "one line of JSON"


def child(case: str, n: int) -> None:
    """Do a case, and print what it took, the making of the claims left out."""
    work: Iterable[Claim] = list(claims(case, n)) if case != LINE else []
    start = time.process_time()
    ask(a_line(n) if case == LINE else find_conflicts(work))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"cpu": time.process_time() - start, "memory": usage.ru_maxrss * 1024}))


def measured(case: str, n: int) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, "--child", case, "--size", str(n)], check=True, capture_output=True, text=True
    )
    return dict(json.loads(done.stdout))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=1_000_000, help="the greater size")
    options.add_argument("--only", default="", help="a part of the name of a case")
    options.add_argument("--child", help=argparse.SUPPRESS)
    options.add_argument("--size", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.child:
        child(given.child, given.size)
        return
    print("| what | size | CPU | grows as | peak memory | each more |\n|---|---:|---:|---:|---:|---:|")
    for case in (LINE, *CASES):
        if given.only not in case:
            continue
        large = 100 if case == LINE else given.claims
        small = large // 10
        before, after = measured(case, small), measured(case, large)
        exponent = math.log(after["cpu"] / before["cpu"], large / small)
        each = (after["memory"] - before["memory"]) / (large - small)
        unit = " MB" if case == LINE else " claims"
        row = f"{large:,}{unit} | {after['cpu']:.1f} s | n^{exponent:.2f} | {after['memory'] / 2**20:,.0f} MB"
        print(f"| {case} | {row} | {each:,.0f} bytes |", flush=True)


if __name__ == "__main__":
    main()
