"""The acceptance cases, where they are at hand; the seed story always."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conflicts import Report, Vocabulary, find_conflicts, load

ROOT = Path(__file__).parent.parent
CASES = ROOT.parent / "shared" / "cases" / "cases.json"
JOINT = {"U07", "J01", "J02"}


def acceptance_cases() -> list[dict[str, Any]]:
    if not CASES.is_file():
        return []
    cases: list[dict[str, Any]] = json.loads(CASES.read_text(encoding="utf-8"))
    return [case for case in cases if case["id"] not in JOINT]


def verdict(report: Report) -> str:
    if any(not conflict.joint for conflict in report.contradictions):
        return "conflict"
    if report.contradictions:
        return "jointly_impossible"
    return "tension" if report.tensions else "revision" if report.revisions else "no_conflict"


@pytest.mark.skipif(not CASES.is_file(), reason="the acceptance cases lie outside this repository and are not at hand")
@pytest.mark.parametrize("case", acceptance_cases(), ids=lambda case: case["id"])
def test_acceptance(case: dict[str, Any]) -> None:
    report = find_conflicts(case["claims"], Vocabulary.default() | Vocabulary.from_dict(case["vocabulary"]))
    accepted = {case["expected"]["verdict"], *case["expected"].get("also_accept", ())}
    assert verdict(report) in accepted, f"{case['title']}: {case['expected']['why']}\n{report.explain()}"


def test_the_seed_story() -> None:
    report = find_conflicts(load(ROOT / "seeds" / "peace_talks.jsonl"))
    (conflict,) = report
    assert conflict.severity.value == "contradiction"
    assert [(camp.value, camp.origins) for camp in conflict.camps] == [
        ("“Wednesday” (23 July 2025)", ("Rustem Umerov",)),
        ("“Thursday” (24 July 2025)", ("a confidential source",)),
        ("“not yet finalised” (not settled)", ("Kremlin",)),
    ]
    assert [claim.id for claim in conflict.neutral] == ["z-week"]
    tense = {frozenset((pair.a.id, pair.b.id)) for pair in conflict.pairs() if pair.severity.value == "tension"}
    assert tense == {frozenset(("k-open", other)) for other in ("t-thu", "u-wed", "z-wed", "z-week")}
    assert not report.revisions
    assert not report.unread
    assert not report.not_compared
