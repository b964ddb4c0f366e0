"""This library and three others on the same claims: verdicts and CPU time in one table.

    python benchmarks/peers/run.py [--cases FILE] [--claims N] [--rounds N] [--environments DIR] [-v]

Makes a virtual environment for each tool, installs it (peers in pinned versions), runs it through its adapter in a
process of its own, and prints a table in Markdown. A tool that cannot be installed or run has a row that says so.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))

import generate  # noqa: E402
from outside import Failed, call  # noqa: E402

Case = dict[str, Any]
Answers = dict[str, dict[str, Any]]
Item = tuple[str, str]

INSTALL_SECONDS = 900
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""So that a waiting pool of threads counts as nobody's work."""
RUN_SECONDS = 600
SHOULD_ALERT = {"conflict", "jointly_impossible"}
SHOULD_BE_SILENT = {"no_conflict", "revision"}


@dataclass(frozen=True)
class Tool:
    """What to install and how to run it. `alone`: what is installed without the dependencies it names (see README)."""

    name: str
    adapter: str
    alone: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()


TOOLS = (
    Tool("conflicts", "conflicts_adapter.py", packages=(str(ROOT),)),
    Tool("semantica", "semantica_adapter.py", alone=("semantica==0.7.0",)),
    Tool(
        "semantica, normalised",
        "semantica_adapter.py",
        alone=("semantica==0.7.0",),
        packages=("chardet==7.4.3", "python-dateutil==2.9.0.post0"),
        arguments=("--normalised",),
    ),
    Tool("contrachecker", "contrachecker_adapter.py", packages=("contrachecker==0.1.0", "pydantic==2.12.4")),
    Tool(
        "truthdiscovery",
        "truthdiscovery_adapter.py",
        alone=("truthdiscovery==1.0.4",),
        packages=("numpy==2.2.6", "scipy==1.15.3", "bidict==0.22.1"),
    ),
)


@dataclass
class Score:
    """How many verdicts were right, how many alerts false, how many contradictions missed."""

    right: int = 0
    false_alarms: int = 0
    missed: int = 0
    failed: int = 0

    def __str__(self) -> str:
        text = f"{self.right} / {self.false_alarms} / {self.missed}"
        return f"{text} ({self.failed} failed)" if self.failed else text


@dataclass
class Measured:
    """What was seen of one tool over all rounds."""

    version: str = ""
    answers: dict[str, Answers] = field(default_factory=dict)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    failure: str = ""

    def median(self, suite: str) -> float:
        return statistics.median(self.seconds[suite])


# --- The claims ----------------------------------------------------------------------------------------------------


def read_cases(path: Path) -> list[Case]:
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    return cases


def generated(n: int) -> tuple[Case, set[Item], set[Item]]:
    """About `n` claims as one case, all of their items, and those that are contested."""
    claims = list(generate.records(n))
    kind_of = {attribute: kind for kind, attribute in generate.ATTRIBUTES.items()}
    items, contested = set(), set()
    for claim in claims:
        item = claim["subject"], claim["attribute"]
        items.add(item)
        number = int(claim["subject"].split()[1])
        if claim["value"] == generate._differing(kind_of[claim["attribute"]], number):
            contested.add(item)
    return {"id": "generated", "vocabulary": {}, "claims": claims}, items, contested


# --- Running -------------------------------------------------------------------------------------------------------


def install(tool: Tool, environments: Path) -> Path:
    """The Python of an environment with the tool in it."""
    home = environments / tool.name.replace(", ", "-")
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = home / "installed"
    if done.exists() and str(ROOT) not in tool.packages:
        return python
    venv.create(home, with_pip=True, clear=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if tool.alone:
        call([*pip, "--no-deps", *tool.alone], "", INSTALL_SECONDS)
    if tool.packages:
        call([*pip, *tool.packages], "", INSTALL_SECONDS)
    done.touch()
    return python


def ask(tool: Tool, python: Path, cases: Iterable[Case]) -> tuple[str, Answers, float]:
    """The tool's version, its answers, and the CPU time of its whole process in seconds."""
    given = json.dumps(list(cases))
    before = cpu_of_children()
    printed = call([str(python), str(HERE / tool.adapter), *tool.arguments], given, RUN_SECONDS, **ONE_THREAD)
    spent = cpu_of_children() - before
    reply = json.loads(printed)
    return reply["version"], reply["answers"], spent


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(suites: dict[str, list[Case]], rounds: int, environments: Path) -> dict[Tool, Measured]:
    """Install every tool, then ask each in turn, round after round."""
    measured = {tool: Measured() for tool in TOOLS}
    pythons: dict[Tool, Path] = {}
    for tool, seen in measured.items():
        print(f"installing {tool.name} …", file=sys.stderr)
        try:
            pythons[tool] = install(tool, environments)
            ask(tool, pythons[tool], [])  # the first start compiles modules: not counted
        except (Failed, OSError, subprocess.CalledProcessError) as failure:
            seen.failure = f"not installed: {failure}"
    for number in range(rounds):
        print(f"round {number + 1} of {rounds} …", file=sys.stderr)
        for suite, cases in suites.items():
            for tool, seen in measured.items():
                if seen.failure:
                    continue
                try:
                    seen.version, seen.answers[suite], spent = ask(tool, pythons[tool], cases)
                except Failed as failure:
                    seen.failure = f"did not run: {failure}"
                    continue
                seen.seconds.setdefault(suite, []).append(spent)
    return measured


# --- Judging -------------------------------------------------------------------------------------------------------


def is_counted(case: Case) -> bool:
    """Whether a tool with one kind of alert can be right or wrong: not where a fair answer lies between."""
    accepted = {case["expected"]["verdict"], *case["expected"].get("also_accept", ())}
    return accepted <= SHOULD_ALERT or accepted <= SHOULD_BE_SILENT


def judge(case: Case, verdict: str) -> str:
    """ "right", "false alarm", "missed" or "failed".

    Only this library can answer "tension". Where silence is right it counts as an alarm, where an alarm is right as
    silence: a hedge is never counted in its favour.
    """
    if verdict not in SHOULD_ALERT | SHOULD_BE_SILENT | {"tension"}:
        return "failed"
    if case["expected"]["verdict"] in SHOULD_ALERT:
        return "right" if verdict in SHOULD_ALERT else "missed"
    return "right" if verdict in SHOULD_BE_SILENT else "false alarm"


def score_cases(cases: Iterable[Case], answers: Answers) -> Score:
    score = Score()
    for case in cases:
        if is_counted(case):
            judged = judge(case, answers[case["id"]]["verdict"])
            score.right += judged == "right"
            score.false_alarms += judged == "false alarm"
            score.missed += judged == "missed"
            score.failed += judged == "failed"
    return score


def score_items(items: set[Item], contested: set[Item], answers: Answers) -> Score:
    given = answers["generated"]
    found = {(subject, attribute) for subject, attribute in given["items"]}
    if not found and given["verdict"] not in SHOULD_BE_SILENT | {"tension"}:
        return Score(failed=len(items))
    return Score(
        right=len(items) - len(found ^ contested), false_alarms=len(found - contested), missed=len(contested - found)
    )


# --- Printing ------------------------------------------------------------------------------------------------------


def table(
    measured: dict[Tool, Measured], suites: dict[str, list[Case]], items: set[Item], contested: set[Item]
) -> Iterator[str]:
    named = [suite for suite in suites if suite not in ("start", "generated")]
    counts = {suite: sum(map(is_counted, suites[suite])) for suite in named}
    n_claims = len(suites["generated"][0]["claims"])
    heads = [
        "tool",
        "version",
        *(f"{suite}: {counts[suite]} cases" for suite in named),
        f"generated: {len(items)} items, {len(contested)} contested",
        "CPU to start, s",
        f"CPU for {n_claims:,} claims, s",
    ]
    yield "| " + " | ".join(heads) + " |"
    yield "|" + " --- |" * len(heads)
    for tool, seen in measured.items():
        if seen.failure:
            cells = [tool.name, seen.failure.replace("|", "/"), *[""] * (len(heads) - 2)]
        else:
            start = seen.median("start")
            cells = [
                tool.name,
                seen.version,
                *(str(score_cases(suites[suite], seen.answers[suite])) for suite in named),
                str(score_items(items, contested, seen.answers["generated"])),
                f"{start:.2f}",
                f"{max(0.0, seen.median('generated') - start):.2f}",
            ]
        yield "| " + " | ".join(cells) + " |"
    yield ""
    yield "Verdicts are right / false alarms / missed. CPU time is user and system, the second without the start."


def wrong_answers(measured: dict[Tool, Measured], suites: dict[str, list[Case]]) -> Iterator[str]:
    """Case by case, who is wrong and how; for cases that are not counted, what each answered."""
    for suite, cases in suites.items():
        if suite in ("start", "generated"):
            continue
        for case in cases:
            verdicts = {
                tool.name: seen.answers[suite][case["id"]]["verdict"]
                for tool, seen in measured.items()
                if not seen.failure
            }
            expected = case["expected"]["verdict"]
            if is_counted(case):
                told = [f"{name}: {judge(case, got)}" for name, got in verdicts.items() if judge(case, got) != "right"]
            else:
                told = ["not counted", *(f"{name}: {got}" for name, got in verdicts.items())]
            yield f"{suite} {case['id']} ({case['title']}; {expected}): {'; '.join(told) or 'all right'}"


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    near = ROOT.parent / "shared" / "cases" / "cases.json"
    parser.add_argument(
        "--cases", type=Path, default=near if near.exists() else None, help="more cases beside our own (%(default)s)"
    )
    parser.add_argument("--claims", type=int, default=2000, help="how many claims to generate (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many runs (default: %(default)s)")
    parser.add_argument("--environments", type=Path, help="keep the virtual environments here, to use them again")
    parser.add_argument("-v", "--verbose", action="store_true", help="also list every case with who is wrong")
    options = parser.parse_args(argv)

    case, items, contested = generated(options.claims)
    suites = {"start": [], "own": read_cases(HERE / "cases.json")}
    if options.cases:
        suites["acceptance"] = read_cases(options.cases)
    suites["generated"] = [case]
    with tempfile.TemporaryDirectory(prefix="peers-") as temporary:
        measured = measure(suites, options.rounds, options.environments or Path(temporary))
    print("\n".join(table(measured, suites, items, contested)))
    if options.verbose:
        print("", *wrong_answers(measured, suites), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
