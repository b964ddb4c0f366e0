"""The pytest plug-in: claims files as tests, the fixture, and that it keeps out of the way of who does not use it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from conflicts.cli import main
from conflicts.gate import Baseline

BASE: dict[str, Any] = {"subject": "talks", "attribute": "scheduled_date", "asserted_at": "2025-07-21"}
WEDNESDAY = {**BASE, "id": "w", "value": "Wednesday", "source": "AP"}
THURSDAY = {**BASE, "id": "t", "value": "Thursday", "source": "TASS"}
MAYBE = {**THURSDAY, "hedged": True}
PLUGIN = ("-p", "conflicts.pytest_plugin")
"""Named, and nothing else is loaded: the tests are the same where the package is installed and where it is not."""
ROOT = Path(__file__).parent.parent


@pytest.fixture
def newsroom(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A repository with claims files and a test, whose `testpaths` leaves the claims out."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    files: dict[str, list[Any]] = {
        "claims/clean.jsonl": [WEDNESDAY],
        "claims/clash.jsonl": [WEDNESDAY, THURSDAY],
        "claims/deep/maybe.json": [[WEDNESDAY, MAYBE]],
        "claims/bad.jsonl": [{**WEDNESDAY, "asserted_at": "soon"}],
        "tests/other.jsonl": [WEDNESDAY, THURSDAY],
    }
    for name, records in files.items():
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    (pytester.path / "tests" / "test_own.py").write_text("def test_own(): pass\n", encoding="utf-8")
    return pytester


def configure(pytester: pytest.Pytester, **options: str) -> None:
    lines = "\n".join(f"{name} = {value}" for name, value in options.items())
    pytester.makefile(".toml", pyproject=f'[tool.pytest.ini_options]\ntestpaths = ["tests"]\n{lines}\n')


def outcomes(pytester: pytest.Pytester, *arguments: str) -> dict[str, str]:
    """What came of each test, by node id."""
    result = pytester.runpytest_inprocess(*PLUGIN, "-rA", "--tb=no", *arguments)
    short = [line.split(" - ")[0].split(" ", 1) for line in result.outlines if line.startswith(("PASSED ", "FAILED "))]
    return {node: outcome.casefold() for outcome, node in short}


FILES = '["claims/*.jsonl", "claims/**/*.json"]'
BAD, CLASH, CLEAN, DEEP = (f"claims/{name}::conflicts" for name in
                           ("bad.jsonl", "clash.jsonl", "clean.jsonl", "deep/maybe.json"))  # fmt: skip
OWN = "tests/test_own.py::test_own"
ALL = {OWN: "passed", BAD: "failed", CLASH: "failed", CLEAN: "passed", DEEP: "failed"}
RUNS: list[tuple[dict[str, str], str, dict[str, str], str]] = [
    ({"conflicts_files": FILES}, "", ALL, "from the root, claims outside testpaths"),
    ({"conflicts_files": FILES}, ".", ALL, "the root named"),
    ({"conflicts_files": FILES}, "claims", {k: v for k, v in ALL.items() if k != OWN}, "a folder named"),
    ({"conflicts_files": FILES}, "claims/clean.jsonl", {CLEAN: "passed"}, "a file named"),
    ({"conflicts_files": FILES}, CLASH, {CLASH: "failed"}, "a node id"),
    ({"conflicts_files": FILES}, "-k clean", {CLEAN: "passed"}, "-k"),
    ({"conflicts_files": FILES}, "tests", {OWN: "passed"}, "another folder named"),
    ({"conflicts_files": FILES}, "-p xdist -n2", ALL, "xdist"),
    ({"conflicts_files": FILES, "conflicts_fail_on": '"contradiction"'}, "", ALL | {DEEP: "passed"}, "tensions pass"),
    ({"conflicts_files": FILES, "conflicts_fail_on": '"never"'}, "", ALL | {DEEP: "passed", CLASH: "passed"}, "never"),
    ({"conflicts_files": FILES, "conflicts_vocabulary": '"v.toml"'}, "", ALL | {DEEP: "passed", CLASH: "passed"},
     "a vocabulary with a tolerance"),
    ({"conflicts_files": FILES, "conflicts_baseline": '"known.json"'}, "", ALL | {DEEP: "passed", CLASH: "passed"},
     "known, and what another file has is not settled"),
    ({"conflicts_files": '["tests/*.jsonl"]'}, "", {OWN: "passed", "tests/other.jsonl::conflicts": "failed"}, "inside"),
    ({"conflicts_files": '["tests/*.jsonl", "*.csv"]'}, "tests/test_own.py", {OWN: "passed"}, "no tables yet"),
    ({}, ".", {OWN: "passed"}, "no option, no claims"),
]  # fmt: skip


@pytest.mark.parametrize(("options", "arguments", "expected", "why"), RUNS)
def test_runs(
    newsroom: pytest.Pytester, options: dict[str, str], arguments: str, expected: dict[str, str], why: str
) -> None:
    configure(newsroom, **options)
    (newsroom.path / "v.toml").write_text('[attributes.scheduled_date]\ntolerance = "2 days"\n', encoding="utf-8")
    assert main(["check", "claims/clash.jsonl", "--baseline", "known.json", "--update-baseline"]) == 0
    assert outcomes(newsroom, *arguments.split()) == expected, why


@pytest.mark.parametrize("name", ["clash.jsonl", "deep/maybe.json", "bad.jsonl"])
def test_the_text_is_that_of_the_command_line(
    newsroom: pytest.Pytester, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    configure(newsroom, conflicts_files=FILES)
    capsys.readouterr()
    main(["check", f"claims/{name}"])
    printed = "".join(capsys.readouterr())
    result = newsroom.runpytest_inprocess(*PLUGIN, f"claims/{name}")
    failure = "\n".join(result.outlines)
    assert printed.rstrip("\n") in failure
    assert f"conflicts check claims/{name}" in failure
    assert "Traceback" not in failure


def test_what_is_collected(newsroom: pytest.Pytester) -> None:
    configure(newsroom, conflicts_files=FILES)
    result = newsroom.runpytest_inprocess(*PLUGIN, "--co", "-q")
    assert [line for line in result.outlines if "::" in line] == [OWN, BAD, CLASH, CLEAN, DEEP]


PROBLEMS: list[tuple[dict[str, str], str, str]] = [
    ({"conflicts_files": FILES, "conflicts_fail_on": '"war"'}, "conflicts_fail_on: 'war' is not one of contr", "usage"),
    ({"conflicts_files": '["/claims/*"]'}, "conflicts_files: '/claims/*' is not a pattern from the root", "absolute"),
    ({"conflicts_files": '["news/*", "*.csv"]'}, " matches news/*, *.csv", "a gate that would check nothing"),
    ({"conflicts_files": FILES, "conflicts_baseline": '"k.json"'}, "conflicts: k.json: No such file or dir", "no file"),
    ({"conflicts_files": FILES, "conflicts_baseline": '"claims/clean.jsonl"'},
     "conflicts: claims/clean.jsonl: a baseline is a JSON object", "no baseline"),
    ({"conflicts_files": FILES, "conflicts_vocabulary": '"v.toml"'}, "conflicts: v.toml: No such file or dir", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("options", "message", "why"), PROBLEMS)
def test_what_is_wrong_is_told(
    newsroom: pytest.Pytester, options: dict[str, str], message: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(newsroom, **options)
    result = newsroom.runpytest_inprocess(*PLUGIN, "claims/clean.jsonl")
    assert result.ret in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.TESTS_FAILED)
    assert message in "".join(capsys.readouterr()), why


FIXTURE = """
from conflicts import Claim, Report, Vocabulary
import pytest

W = {w}
T = {t}

def test_consistent(assert_consistent):
    report = assert_consistent([W])
    assert isinstance(report, Report)
    assert_consistent([Claim.from_record(W)])

def test_vocabulary(assert_consistent):
    assert_consistent([W, T], Vocabulary.from_dict({{"attributes": {{"scheduled_date": {{"tolerance": "2 days"}}}}}}))

def test_raises(assert_consistent):
    with pytest.raises(AssertionError, match="2 claims, 1 contradiction"):
        assert_consistent([W, T])

def test_fails(assert_consistent):
    assert_consistent([W, T])
"""


def test_the_fixture(newsroom: pytest.Pytester) -> None:
    newsroom.makepyfile(FIXTURE.format(w=WEDNESDAY, t=THURSDAY))
    result = newsroom.runpytest_inprocess(*PLUGIN, "test_the_fixture.py")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(
        [
            ">       assert_consistent([[]W, T[]])",
            "E       AssertionError: 2 claims, 1 contradiction, 0 tensions",
            "E       CONTRADICTION  talks: scheduled date  (sources differ)",
            "E         “Thursday” (24 July 2025): 1 independent origin (TASS)",
            "*test_the_fixture.py:*: AssertionError",
        ]
    )
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_the_fixture_takes_the_options(newsroom: pytest.Pytester) -> None:
    newsroom.makepyfile(
        f"def test_tension(assert_consistent): assert_consistent([{WEDNESDAY}, {MAYBE}])\n"
        f"def test_clash(assert_consistent): assert_consistent([{WEDNESDAY}, {THURSDAY}])\n"
    )
    for options, passed in (({}, 0), ({"conflicts_fail_on": '"contradiction"'}, 1),
                            ({"conflicts_baseline": '"known.json"'}, 2)):  # fmt: skip
        configure(newsroom, **options)
        main(["check", "claims/clash.jsonl", "--baseline", "known.json", "--update-baseline"])
        result = newsroom.runpytest_inprocess(*PLUGIN, "test_the_fixture_takes_the_options.py")
        result.assert_outcomes(passed=passed, failed=2 - passed)


def test_the_baseline_is_read_only(newsroom: pytest.Pytester) -> None:
    configure(newsroom, conflicts_files=FILES, conflicts_baseline='"known.json"')
    main(["check", "claims/clash.jsonl", "--baseline", "known.json", "--update-baseline"])
    before = Baseline.load("known.json")
    assert outcomes(newsroom, CLEAN) == {CLEAN: "passed"}
    assert Baseline.load("known.json") == before
    assert len(before.entries) == 1


LIGHT = """
import sys
def test_light():
    heavy = {"attr", "networkx", "dateutil", "conflicts.api", "conflicts.claims", "conflicts.cli", "conflicts.gate"}
    assert "conflicts.pytest_plugin" in sys.modules
    assert not heavy & set(sys.modules)
"""


@pytest.mark.parametrize("options", [{}, {"conflicts_files": FILES}])
def test_nothing_heavy_is_imported_before_it_is_needed(newsroom: pytest.Pytester, options: dict[str, str]) -> None:
    configure(newsroom, **options)
    (newsroom.path / "tests" / "test_own.py").write_text(LIGHT, encoding="utf-8")
    result = newsroom.runpytest_subprocess(*PLUGIN, "tests/test_own.py")
    result.assert_outcomes(passed=1)


def test_it_is_found_when_the_package_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"conflicts": "conflicts.pytest_plugin"}
