"""Readers of times and quantities side by side: what they get right, and their CPU time, in one table.

    python benchmarks/reading/run.py [--times FILE.jsonl …] [--numbers FILE.jsonl] [--rounds N] [--only READER …]
                                     [--environments DIR] [-v]

Makes a virtual environment for each reader, installs it (peers in pinned versions), gives all of them the same rows in
processes of their own, in turns, and prints tables in Markdown. One that cannot be installed or run has a row that says
so. Without the corpora it runs on our own phrases only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from outside import Failed, call
from report import BASELINE, OURS, tables, wrong_answers
from rows import HERE, Row, numbers, phrases, times

ROOT = HERE.parent.parent
INSTALL_SECONDS = 900
RUN_SECONDS = 1200
BASELINE_ADAPTER = "dict_adapter.py"
SLOW = 30
"""CPU seconds after which one round has to do."""


@dataclass(frozen=True)
class Tool:
    """A reader: what to install, and the adapter that runs it."""

    name: str
    adapter: str
    packages: tuple[str, ...]
    arguments: tuple[str, ...] = ()


TOOLS = (
    Tool("conflicts", "conflicts_adapter.py", (str(ROOT),)),
    Tool("conflicts, with the sentence", "conflicts_adapter.py", (str(ROOT),), ("--sentence",)),
    Tool("dateparser", "dateparser_adapter.py", ("dateparser==1.5.0", "regex==2026.11.15", "tzlocal==5.4.5")),
    Tool("python-dateutil", "dateutil_adapter.py", ("python-dateutil==4.0.0",)),
    Tool("parsedatetime", "parsedatetime_adapter.py", ("parsedatetime==2.6",)),
    # Its number models come with it; a newer emoji than this lacks a name that it imports.
    Tool(
        "Recognizers-Text",
        "recognizers_adapter.py",
        ("recognizers-text-date-time==1.0.2a2", "emoji==1.7.0", "regex==2026.11.15"),
    ),
    Tool(BASELINE, BASELINE_ADAPTER, ()),
    Tool("quantulum3", "quantulum_adapter.py", ("quantulum3==0.10.0",)),
)


@dataclass
class Times:
    """CPU seconds of each row, round by round; None is not read."""

    fresh: list[list[float | None]] = field(default_factory=list)
    """In a fresh process."""
    later: list[list[float | None]] = field(default_factory=list)
    """In a process that has read the other half of the rows."""


@dataclass
class Pair:
    """This library and another, in processes that read nothing but what both answer."""

    rows: list[int]
    ours: Times = field(default_factory=Times)
    theirs: Times = field(default_factory=Times)


@dataclass
class Measured:
    """What was seen of one reader over all rounds."""

    version: str = ""
    answers: list[dict[str, Any] | None] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    times: Times = field(default_factory=Times)
    again: list[list[float | None]] = field(default_factory=list)
    pair: Pair | None = None
    failure: str = ""


def install(tool: Tool, environments: Path) -> Path:
    """The Python of an environment with the reader in it."""
    if not tool.packages:
        return Path(sys.executable)
    home = environments / tool.packages[0].split("==")[0].rsplit(os.sep, 1)[-1]
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = home / "installed"
    if done.exists() and done.read_text() == "\n".join(tool.packages):
        return python
    venv.create(home, with_pip=True, clear=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    call([*pip, *tool.packages], "", INSTALL_SECONDS)
    if str(ROOT) not in tool.packages:  # our own code can change between runs
        done.write_text("\n".join(tool.packages))
    return python


def measure(tools: Sequence[Tool], rows: Sequence[Row], rounds: int, environments: Path) -> dict[str, Measured]:
    """Install every reader, then let each in turn read all rows, round after round; a slow one in the first only."""
    measured = {tool.name: Measured() for tool in tools}
    pythons: dict[tuple[str, ...], Path] = {}
    for tool in tools:
        print(f"installing {tool.name} …", file=sys.stderr)
        try:
            if tool.packages not in pythons:
                pythons[tool.packages] = install(tool, environments)
            ask(tool, pythons[tool.packages], rows[:1])  # the first start compiles modules: not counted
        except (Failed, OSError, subprocess.CalledProcessError) as failure:
            measured[tool.name].failure = f"not installed: {failure}"
    for number in range(rounds):
        print(f"round {number + 1} of {rounds} …", file=sys.stderr)
        for tool in tools:
            seen = measured[tool.name]
            if seen.failure or is_slow(seen.times):
                continue
            try:
                reply = timed(tool, pythons[tool.packages], rows, seen.times)
            except Failed as failure:
                seen.failure = f"did not run: {failure}"
                continue
            seen.version, seen.answers = reply["version"], reply["answers"]
            seen.starts.append(reply["start"])
            seen.again.append(reply["again"])
    in_pairs(tools, rows, measured, rounds, pythons)
    return measured


def in_pairs(
    tools: Sequence[Tool],
    rows: Sequence[Row],
    measured: dict[str, Measured],
    rounds: int,
    pythons: dict[tuple[str, ...], Path],
) -> None:
    """Let this library and each other read what both answer, and nothing else, in turns."""
    own = next(tool for tool in tools if tool.name == OURS)
    if measured[OURS].failure:
        return
    for tool in tools:
        seen = measured[tool.name]
        if tool.adapter in (own.adapter, BASELINE_ADAPTER) or seen.failure:
            continue
        pair = seen.pair = Pair(both(rows, measured[OURS].answers, seen.answers))
        chosen = [rows[n] for n in pair.rows]
        try:
            for number in range(1 if is_slow(seen.times) else rounds):
                print(f"{OURS} and {tool.name}, round {number + 1} …", file=sys.stderr)
                timed(own, pythons[own.packages], chosen, pair.ours)
                timed(tool, pythons[tool.packages], chosen, pair.theirs)
        except Failed as failure:
            print(f"{tool.name}: {failure}", file=sys.stderr)
            seen.pair = None


def both(rows: Sequence[Row], *answers: Sequence[dict[str, Any] | None]) -> list[int]:
    """The rows that all answer; of those that are one to a reader the first."""
    found: dict[str, int] = {}
    for n, row in enumerate(rows):
        if all(each[n] is not None for each in answers):
            found.setdefault(json.dumps([row.given.get(key) for key in ("text", "said", "kind", "modality")]), n)
    return list(found.values())


def is_slow(times: Times) -> bool:
    return bool(times.fresh) and sum(taken or 0.0 for taken in times.fresh[0]) > SLOW


def timed(tool: Tool, python: Path, rows: Sequence[Row], times: Times) -> dict[str, Any]:
    """Read the rows in two processes, in opposite halves, and note the times; the reply of the first."""
    even = ask(tool, python, rows)
    odd = ask(tool, python, rows, "--odd-first")
    times.fresh.append([(odd if n % 2 else even)["first"][n] for n in range(len(rows))])
    times.later.append([(even if n % 2 else odd)["first"][n] for n in range(len(rows))])
    return even


def ask(tool: Tool, python: Path, rows: Sequence[Row], *order: str) -> dict[str, Any]:
    """What the reader answers, and how long it takes, in a process of its own."""
    given = json.dumps([row.given for row in rows])
    command = [str(python), "-W", "ignore", str(HERE / "adapters" / tool.adapter), *tool.arguments, *order]
    reply: dict[str, Any] = json.loads(call(command, given, RUN_SECONDS))
    return reply


def gathered(options: argparse.Namespace) -> Iterator[Row]:
    yield from phrases()
    for path in options.times:
        yield from times(path)
    if options.numbers:
        yield from numbers(options.numbers)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=Path, nargs="*", default=[], help="corpora of gold times, see the README")
    parser.add_argument("--numbers", type=Path, help="a corpus of hedged numbers, see the README")
    parser.add_argument("--only", nargs="*", choices=[tool.name for tool in TOOLS], help="run these readers only")
    parser.add_argument("--rounds", type=int, default=5, help="the median of so many runs (default: %(default)s)")
    parser.add_argument("--environments", type=Path, help="keep the virtual environments here, to use them again")
    parser.add_argument("-v", "--verbose", action="store_true", help="also list what this library gets wrong")
    options = parser.parse_args(argv)
    missing = [str(path) for path in (*options.times, options.numbers) if path is not None and not path.is_file()]
    if missing:
        parser.error(f"no such file: {', '.join(missing)}")

    rows = list(gathered(options))
    with tempfile.TemporaryDirectory(prefix="reading-") as temporary:
        tools = [tool for tool in TOOLS if not options.only or tool.name in (OURS, BASELINE, *options.only)]
        measured = measure(tools, rows, options.rounds, options.environments or Path(temporary))
    print("\n".join(tables(rows, measured)))
    if not options.times or not options.numbers:
        print("\nWithout corpora: give --times and --numbers to run on them too.")
    if options.verbose:
        print("", *wrong_answers(rows, measured[OURS].answers), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
