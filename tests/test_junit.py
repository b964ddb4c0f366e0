"""JUnit XML, read by a reader that is not ours; GraphML and Markdown, the small formats beside it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import junitparser
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conflicts import Claim, find_conflicts, load
from conflicts.explain import render_conflict
from conflicts.formats import find_format
from conflicts.gate import Baseline, Gate
from conflicts.report import Report

BASE: dict[str, Any] = {"subject": "talks", "attribute": "scheduled_date", "asserted_at": "2025-07-21"}
WEDNESDAY = {**BASE, "id": "w", "value": "Wednesday", "source": "AP"}
THURSDAY = {**BASE, "id": "t", "value": "Thursday", "source": "TASS"}
MAYBE = {**THURSDAY, "hedged": True}
OTHER = {**WEDNESDAY, "id": "o", "subject": "other talks"}
HOSTILE = ["\x00", "\ud800", "\ufffe", "]]>", "<b>&amp;", "\x1b[31m", "a\rb", "\U0001f600", "“”"]


def written(form: str, report: Report, gate: Gate | None = None) -> str:
    text = io.StringIO()
    write = find_format(form).write
    assert write is not None
    write(report, text, Gate() if gate is None else gate)
    return text.getvalue()


def cases(report: Report, gate: Gate | None = None) -> list[tuple[str, str, list[str]]]:
    """The test cases: class, name, and what came of each; the counts are those of the cases."""
    suites = junitparser.JUnitXml.fromstring(written("junit", report, gate).encode("utf-8"))
    (suite,) = suites
    found = list(suite)
    outcomes = [[type(result).__name__.casefold() for result in case.result] for case in found]
    flat = [outcome for outcome_list in outcomes for outcome in outcome_list]
    for counted in (suites, suite):
        assert (counted.tests, counted.errors) == (len(found), 0)
        assert (counted.failures, counted.skipped) == (flat.count("failure"), flat.count("skipped"))
    return [(case.classname, case.name, result) for case, result in zip(found, outcomes, strict=True)]


CASES: list[tuple[list[dict[str, Any]], Gate, list[tuple[str, list[str]]], str]] = [
    ([], Gate(), [("claims", [])], "nothing to check passes"),
    ([WEDNESDAY], Gate(), [("claims", [])], "no conflict passes"),
    ([WEDNESDAY, THURSDAY], Gate(), [("talks: scheduled date", ["failure"])], "a contradiction"),
    ([WEDNESDAY, MAYBE], Gate(), [("talks: scheduled date", ["failure"])], "a tension"),
    ([WEDNESDAY, MAYBE], Gate("contradiction"), [("talks: scheduled date", ["skipped"])], "milder than what fails"),
    ([WEDNESDAY, THURSDAY], Gate("never"), [("talks: scheduled date", ["skipped"])], "nothing fails"),
]


@pytest.mark.parametrize(("claims", "gate", "expected", "why"), CASES)
def test_cases(claims: list[dict[str, Any]], gate: Gate, expected: list[tuple[str, list[str]]], why: str) -> None:
    found = [(name.split(" (")[0], outcome) for _, name, outcome in cases(find_conflicts(claims), gate)]
    assert found == expected, why


def test_files_without_a_conflict_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text(json.dumps(WEDNESDAY) + "\n" + json.dumps(THURSDAY), encoding="utf-8")
    Path("b.json").write_text(json.dumps([OTHER]), encoding="utf-8")
    report = find_conflicts(load("a.jsonl", "b.json"))
    item = f"talks: scheduled date ({report[0].fingerprint})"
    assert cases(report) == [("conflicts.item", item, ["failure"]), ("conflicts.file", "b.json", [])]
    (suite,) = junitparser.JUnitXml.fromstring(written("junit", report).encode())
    (failure,) = next(iter(suite)).result
    assert failure.text == render_conflict(report[0])
    assert failure.type == "contradiction"


def test_known_and_settled() -> None:
    report = find_conflicts([WEDNESDAY, THURSDAY])
    gate = Gate("tension", Baseline().with_conflicts(report))
    assert [outcome for _, _, outcome in cases(report, gate)] == [["skipped"]]
    settled = find_conflicts([WEDNESDAY])
    assert [outcome for _, _, outcome in cases(settled, gate)] == [["failure"], []], "and the claims pass"
    mild = Gate("never", gate.baseline)
    assert [outcome for _, _, outcome in cases(settled, mild)] == [["skipped"], []]


def test_the_unread_are_told() -> None:
    text = written("junit", find_conflicts([WEDNESDAY, {**THURSDAY, "value": "pigs fly"}]))
    (told,) = ElementTree.fromstring(text).iter("system-out")
    assert (told.text or "").startswith("unread: claims[1]: 'pigs fly' cannot be read as a time")


TEXTS = st.text(st.characters(), min_size=1, max_size=8).filter(lambda t: bool(t.strip())) | st.sampled_from(HOSTILE)
STORIES = st.builds(
    lambda subject, a, b, ids: [
        {**WEDNESDAY, "subject": subject, "source": a, "id": ids[0]},
        {**THURSDAY, "subject": subject, "source": b, "id": ids[1]},
        {**OTHER, "value": a + b, "id": ids[2]},
    ],
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(TEXTS, min_size=3, max_size=3, unique=True),
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(story=STORIES)
def test_any_text_makes_valid_xml(story: list[dict[str, Any]]) -> None:
    report = find_conflicts(story)
    assert len([case for case in cases(report) if case[2] == ["failure"]]) == len(report)
    graph = nx.parse_graphml(written("graphml", report))
    assert graph.number_of_nodes() <= report.graph.number_of_nodes()
    assert {data["type"] for _, data in graph.nodes(data=True)} == {d["type"] for _, d in report.graph.nodes(data=True)}


def test_the_graph_is_the_reports(tmp_path: Path) -> None:
    report = find_conflicts([WEDNESDAY, THURSDAY, {**OTHER, "via": ["AFP"]}])
    (tmp_path / "g.graphml").write_text(written("graphml", report), encoding="utf-8")
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True))
    assert set(graph.edges(keys=True)) == set(report.graph.edges(keys=True))
    assert {node: graph.nodes[node] for node in graph} == {node: report.graph.nodes[node] for node in report.graph}
    gate = Gate("tension", Baseline().with_conflicts(report))
    known = nx.parse_graphml(written("graphml", report, gate), force_multigraph=True)
    assert [data["known"] for _, data in known.nodes(data=True) if data["type"] == "conflict"] == [True]


def test_a_comment_in_markdown() -> None:
    report = find_conflicts([WEDNESDAY, THURSDAY, OTHER])
    assert written("markdown", report) == (
        "**3 claims, 1 contradiction, 0 tensions**\n\n"
        "**Contradiction** (sources differ): talks: scheduled date\n\n"
        f"{report[0].because}\n\n"
        "- “Wednesday” (23 July 2025): AP\n"
        "- “Thursday” (24 July 2025): TASS\n"
    )
    gate = Gate("tension", Baseline().with_conflicts(report))
    assert written("markdown", report, gate) == "**3 claims, 1 contradiction, 0 tensions, 1 known**\n"
    assert written("markdown", find_conflicts([WEDNESDAY]), gate).endswith(
        f"\n1 settled, but in the baseline:\n\n- talks: scheduled date (`{report[0].fingerprint}`)\n"
    )


def test_joint_contradictions_list_their_claims() -> None:
    claims = [
        Claim("talks", "scheduled_date", value, source, asserted_at="2025-07-21", polarity=polarity)
        for value, source, polarity in (("Wednesday or Thursday", "A", "affirmed"), ("Wednesday", "B", "denied"),
                                        ("Thursday", "C", "denied"))
    ]  # fmt: skip
    text = written("markdown", find_conflicts(claims))
    assert text.endswith("- A: “Wednesday or Thursday”\n- B: “Wednesday”\n- C: “Thursday”\n")


def test_a_comment_stays_small() -> None:
    days = [{**WEDNESDAY, "id": f"c{n}", "value": f"{1 + n % 28} July 2025", "source": f"S{n}"} for n in range(25)]
    assert written("markdown", find_conflicts(days)).endswith("\n- … and 5 more\n")
    many = [
        {**record, "id": f"{record['id']}{n}", "subject": f"s{n}"}
        for n in range(25)
        for record in (WEDNESDAY, THURSDAY)
    ]
    report = find_conflicts(many)
    text = written("markdown", report)
    assert text.count("**Contradiction**") == 20
    assert text.endswith("\n… and 5 more\n")
    text = written("markdown", find_conflicts([]), Gate("tension", Baseline().with_conflicts(report)))
    assert text.startswith("**0 claims, 0 contradictions, 0 tensions**\n\n25 settled, but in the baseline:\n")
    assert text.endswith("\n- … and 5 more\n")


MARKS = st.text(st.sampled_from("*_`[]()<>#|~&\\$-+.!@ab1 "), min_size=1, max_size=10).filter(lambda t: bool(t.strip()))


@settings(derandomize=True, deadline=None, max_examples=80)
@given(subject=MARKS, source=MARKS)
def test_nothing_is_taken_for_a_mark(subject: str, source: str) -> None:
    report = find_conflicts([{**WEDNESDAY, "subject": subject, "source": source}, THURSDAY, {**THURSDAY, "id": "x",
                             "subject": subject}])  # fmt: skip
    tokens = MarkdownIt("commonmark", {"html": True}).parse(written("markdown", report))
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    blocks = {
        f"{kind}_{end}" for kind in ("paragraph", "strong", "bullet_list", "list_item") for end in ("open", "close")
    }
    assert kinds <= {"inline", "text", "text_special", "softbreak", *blocks}
    shown = "\n".join("".join(child.content for child in token.children or ()) for token in tokens)
    for conflict in report:
        assert " ".join(conflict.because.split()).replace("@", "@\u2060") in shown
    assert "$" not in written("markdown", report).replace("\\$", "")
