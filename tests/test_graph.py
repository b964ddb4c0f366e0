"""The graph says what the report says, and its files keep it."""

from __future__ import annotations

import io
import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import MONDAY, NINE, NOON, TUESDAY, check, claim, when

from conflicts import find_conflicts, load
from conflicts.graph import (
    MOST_EXACT,
    best_withdrawal,
    disagreements,
    disputes,
    fewest_withdrawals,
    relays,
)

SEED = Path(__file__).parent.parent / "seeds" / "peace_talks.jsonl"


def edges(graph: nx.MultiDiGraph[str], kind: str) -> set[tuple[str, str]]:
    return {(a, b) for a, b, data in graph.edges(data=True) if data["type"] == kind}


def test_the_seed_story_as_a_graph() -> None:
    graph = find_conflicts(load(SEED)).graph
    assert {data["type"] for _, data in graph.nodes(data=True)} == {"claim", "statement", "source", "item", "conflict"}
    assert ("source Rustem Umerov", "claim u-wed") in edges(graph, "says")
    assert ("source Volodymyr Zelensky", "source Rustem Umerov") in edges(graph, "relays")
    assert ("source TASS", "source a confidential source (TASS)") in edges(graph, "relays")
    (conflict,) = [node for node, data in graph.nodes(data=True) if data["type"] == "conflict"]
    sides = {a: data["side"] for a, b, data in graph.in_edges(conflict, data=True)}
    assert sides == {
        "statement u-wed": 0,
        "statement z-wed": 0,
        "statement t-thu": 1,
        "statement k-open": 2,
        "statement z-week": -1,
    }
    contradictions = {
        frozenset((a, b))
        for a, b, d in graph.edges(data=True)
        if d["type"] == "contradicts" and d["severity"] == "contradiction"
    }
    assert contradictions == {frozenset((f"statement {a}", "statement t-thu")) for a in ("u-wed", "z-wed")}


def test_every_relation_has_its_edge() -> None:
    graph = check(
        [
            when("a", "July 23", "A", MONDAY, via=["AP"]),
            when("b", "July 24", "A", TUESDAY),
            when("copy", "July 23", "A", MONDAY, via=["AP", "Daily"]),
            when("other", "July 25", "B", TUESDAY, via=["AP"]),
            when("printed", "July 25", "B", TUESDAY, via=["AP", "Daily"]),
            claim("k", "killed", "12", "C", NINE),
            claim("r", "killed", "withdrawn", "C", NOON, retracts="k"),
        ]
    ).graph
    assert ("claim b", "claim a") in edges(graph, "supersedes")
    assert edges(graph, "retracts") == {("claim r", "claim k")}
    assert edges(graph, "copies") == {("claim printed", "claim other")}
    assert ("claim a", "item the event / scheduled_date / in total / plan") in edges(graph, "is-about")
    assert ("Daily", "AP", 2) in relays(graph)


def _written(graph: nx.MultiDiGraph[str]) -> tuple[list[Any], list[Any]]:
    """All nodes and edges with what they bear, in an order of their own."""
    nodes = sorted((node, sorted(data.items())) for node, data in graph.nodes(data=True))
    return nodes, sorted((a, b, sorted(data.items())) for a, b, data in graph.edges(data=True))


def test_files_keep_everything() -> None:
    graph = find_conflicts(load(SEED)).graph
    stream = io.BytesIO()
    nx.write_graphml(graph, stream)
    stream.seek(0)
    read_back = nx.read_graphml(stream, force_multigraph=True)
    assert isinstance(read_back, nx.MultiDiGraph)
    assert _written(read_back) == _written(graph)
    data = json.loads(json.dumps(nx.node_link_data(graph, edges="edges")))
    assert nx.utils.graphs_equal(nx.node_link_graph(data, edges="edges"), graph)


def test_queries() -> None:
    graph = check(
        [
            when("a1", "July 23", "A", subject="x"),
            when("b1", "July 24", "B", subject="x"),
            when("a2", "July 23", "A", subject="y"),
            when("c2", "July 24", "C", subject="y"),
            when("d3", "July 23", "D", subject="z"),
            when("e3", "July 24", "E", subject="z"),
        ]
    ).graph
    assert disagreements(graph) == [("A", "B", 1), ("A", "C", 1), ("D", "E", 1)]
    assert disputes(graph) == [("A", "B", "C"), ("D", "E")]
    assert best_withdrawal(graph) == ("A", 2)
    assert fewest_withdrawals(graph).sources == ("A", "D")
    assert fewest_withdrawals(graph).exact


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=10))
def test_fewest_withdrawals_against_all_subsets(drawn: set[tuple[int, int]]) -> None:
    pairs = {(min(pair), max(pair)) for pair in drawn if pair[0] != pair[1]}
    claims = []
    for n, (a, b) in enumerate(sorted(pairs)):
        claims += [
            when(f"a{n}", "July 23", f"S{a}", subject=f"s{n}"),
            when(f"b{n}", "July 24", f"S{b}", subject=f"s{n}"),
        ]
    found = fewest_withdrawals(check(claims).graph)
    hit = {int(source[1:]) for source in found.sources}
    assert all(hit & set(pair) for pair in pairs)
    fewest = next(
        k for k in range(8) for some in itertools.combinations(range(7), k) if all(set(some) & set(p) for p in pairs)
    )
    assert (len(hit), found.exact) == (fewest, True)


def test_beyond_the_limit_it_is_greedy_and_says_so() -> None:
    claims = [when("hub", "July 23", "hub", subject="x")]
    claims += [when(f"c{n}", "July 24", f"S{n}", subject="x") for n in range(MOST_EXACT)]
    found = fewest_withdrawals(check(claims).graph)
    assert found.sources == ("hub",)
    assert not found.exact


def test_networkx_is_imported_only_for_the_graph() -> None:
    code = (
        "import sys; from conflicts import find_conflicts, load\n"
        f"report = find_conflicts(load({str(SEED)!r})); report.explain(); report.to_dict()\n"
        "assert 'networkx' not in sys.modules, 'too early'\n"
        "report.graph\n"
        "assert 'networkx' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
