"""The report as a graph: who says what, through whom, about what, against whom.

Nodes have a `type`: "claim", "statement", "source", "item" or "conflict", and an id that starts with it ("claim a1").
Edges have a `type` too, which is also their key:

    says         source → claim         the origin asserts it
    relays       source → source        the first passes on what the second says; `claims` counts how often
    copies       claim → claim          a print of the same statement
    speaks-in    claim → statement      the claim is a print of it
    supersedes   claim → claim          a later claim of the same source took its place
    retracts     claim → claim          it takes the other back
    is-about     claim → item           what the claim tells of; also conflict → item
    takes-side   statement → conflict   `side` is the number of its camp, -1 if it takes none
    contradicts  statement → statement  they cannot both be true; `severity` and `kind` say how badly

All attributes are texts, numbers or booleans, so that GraphML and node-link JSON keep them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from conflicts.because import subject_words, topic
from conflicts.claims import Claim
from conflicts.items import Key
from conflicts.pairs import Evidence
from conflicts.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx

    from conflicts.report import Conflict, Report

MOST_PAIRS: Final = 10_000
"""Of a conflict with more clashing pairs, that many are drawn; its node says how many there are."""
MOST_EXACT: Final = 24
"""Up to this many disagreeing sources (of one connected dispute) the fewest withdrawals are found exactly."""


def build(report: Report, evidence: Evidence) -> nx.MultiDiGraph[str]:
    """The graph of a report; linear in claims, relays and drawn pairs."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    keys = evidence.keys()
    for claim in report.claims:
        _claim(graph, claim, evidence.vocabulary)
        if claim.id in keys:
            _edge(graph, f"claim {claim.id}", _item(graph, keys[claim.id], topic(claim)), "is-about")
    for revision in report.revisions:
        kind = "retracts" if revision.kind == "withdrawn" else "supersedes"
        _edge(graph, f"claim {revision.later.id}", f"claim {revision.earlier.id}", kind)
    for conflict in report:
        _conflict(graph, conflict)
    return graph


def _item(graph: nx.MultiDiGraph[str], key: Key, label: str) -> str:
    subject, attribute, scope, tense, member = key
    node = f"item {' / '.join(filter(None, (subject_words(subject), attribute, scope, tense, member)))}"
    if node not in graph:
        graph.add_node(node, type="item", label=label, attribute=attribute, scope=scope, tense=tense)
    return node


def _source(graph: nx.MultiDiGraph[str], claim: Claim, place: int, vocabulary: Vocabulary) -> str:
    """The node of the source (place 0) or of a relay; an unnamed source is told by its words and its first relay."""
    name = vocabulary.name([claim.source, *claim.via][place])
    is_unnamed = claim.anonymous and place == 0
    node = f"source {name} ({claim.utterance or ', '.join(claim.via[:1])})" if is_unnamed else f"source {name}"
    graph.add_node(node, type="source", label=name, anonymous=is_unnamed)
    return node


def _edge(graph: nx.MultiDiGraph[str], a: str, b: str, type_: str, **attributes: Any) -> None:
    graph.add_edge(a, b, key=type_, type=type_, **attributes)


def _claim(graph: nx.MultiDiGraph[str], claim: Claim, vocabulary: Vocabulary) -> None:
    node = f"claim {claim.id}"
    said = "" if claim.asserted_at is None else claim.asserted_at.isoformat()
    graph.add_node(
        node,
        type="claim",
        label=f"{claim.source}: {claim.printed}",
        subject=claim.subject,
        attribute=claim.attribute,
        value=claim.printed,
        asserted_at=said,
        denied=claim.polarity == "denied",
        hedged=claim.hedged,
    )
    chain = [_source(graph, claim, place, vocabulary) for place in range(len(claim.via) + 1)]
    _edge(graph, chain[0], node, "says")
    for passed_on, relay in pairwise(chain):
        if graph.has_edge(relay, passed_on, "relays"):
            graph.edges[relay, passed_on, "relays"]["claims"] += 1
        else:
            _edge(graph, relay, passed_on, "relays", claims=1)


def _conflict(graph: nx.MultiDiGraph[str], conflict: Conflict) -> None:
    node = f"conflict {conflict.fingerprint}"
    graph.add_node(
        node,
        type="conflict",
        label=conflict.title,
        severity=conflict.severity.value,
        kind=conflict.kind,
        pairs=conflict.n_pairs,
        because=conflict.because,
    )
    for key in conflict.items:
        _edge(graph, node, _item(graph, key, conflict.title), "is-about")
    side_of = {s.claim.id: n for n, camp in enumerate(conflict.camps) for s in camp.statements}
    for statement in conflict.statements:
        name = f"statement {statement.claim.id}"
        graph.add_node(name, type="statement", label=f"{statement.claim.source}: {statement.claim.printed}")
        for claim in statement.claims:
            _edge(graph, f"claim {claim.id}", name, "speaks-in")
        for copy in statement.copies:
            _edge(graph, f"claim {copy.claim.id}", f"claim {statement.claim.id}", "copies")
        _edge(graph, name, node, "takes-side", side=side_of.get(statement.claim.id, -1))
    for pair in islice(conflict.pairs(), MOST_PAIRS):
        a, b = f"statement {pair.a.id}", f"statement {pair.b.id}"
        _edge(graph, a, b, "contradicts", severity=pair.severity.value, kind=pair.kind)


def _edges(graph: nx.MultiDiGraph[str], kind: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    return ((a, b, data) for a, b, data in graph.edges(data=True) if data["type"] == kind)


def relays(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, int]]:
    """Who passes on whom, and how often: (relay, source, claims), the most frequent first."""
    found = [(_name(a), _name(b), data["claims"]) for a, b, data in _edges(graph, "relays")]
    return sorted(found, key=lambda entry: (-entry[2], entry[:2]))


def disagreements(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, int]]:
    """Which sources contradict each other in how many pairs of statements, the most first."""
    counts = Counter(tuple(sorted(pair)) for pair in _clashing_sources(graph))
    return sorted(((a, b, n) for (a, b), n in counts.items()), key=lambda entry: (-entry[2], entry[:2]))


def disputes(graph: nx.MultiDiGraph[str]) -> list[tuple[str, ...]]:
    """The sources that are drawn into one dispute, over however many items: connected groups, the largest first."""
    neighbours: dict[str, set[str]] = {}
    for a, b in _clashing_sources(graph):
        neighbours.setdefault(a, set()).add(b)
        neighbours.setdefault(b, set()).add(a)
    return [tuple(sorted(group)) for group in _components(neighbours)]


@frozen
class Withdrawal:
    """Sources whose silence would settle every contradiction, and whether fewer cannot (`exact`)."""

    sources: tuple[str, ...]
    exact: bool


def best_withdrawal(graph: nx.MultiDiGraph[str]) -> tuple[str, int] | None:
    """The one source whose silence would settle the most conflicts, with their number; None if none settles any."""
    by_conflict: dict[str, set[frozenset[str]]] = {}
    conflict_of = {a: b for a, b, _ in _edges(graph, "takes-side")}
    source_of = _sources(graph)
    for a, b, _ in _edges(graph, "contradicts"):
        by_conflict.setdefault(conflict_of[a], set()).add(frozenset((source_of[a], source_of[b])))
    settled = Counter(source for pairs in by_conflict.values() for source in frozenset.intersection(*pairs))
    return min(settled.items(), key=lambda entry: (-entry[1], entry[0]), default=None)


def fewest_withdrawals(graph: nx.MultiDiGraph[str]) -> Withdrawal:
    """The fewest sources that hit every clashing pair: a minimum vertex cover of the disagreements.

    Exact for each connected dispute of up to `MOST_EXACT` sources, by trying the source with the most disagreements in
    or all its opponents in; beyond it greedily, the source with the most first, and `exact` says so.
    """
    neighbours: dict[str, set[str]] = {}
    for a, b in _clashing_sources(graph):
        if a != b:
            neighbours.setdefault(a, set()).add(b)
            neighbours.setdefault(b, set()).add(a)
    silent = {a for a, b in _clashing_sources(graph) if a == b}
    chosen: set[str] = set(silent)
    exact = True
    for group in _components({a: found - silent for a, found in neighbours.items() if a not in silent}):
        part = {a: neighbours[a] - silent for a in group}
        if len(group) <= MOST_EXACT:
            chosen |= _cover(part)
        else:
            exact = False
            chosen |= _greedy_cover(part)
    return Withdrawal(tuple(sorted(chosen)), exact)


def _cover(neighbours: dict[str, set[str]]) -> set[str]:
    """A smallest set that touches every edge; branch on the node with the most edges: it, or all its neighbours."""
    edges = {a: found for a, found in neighbours.items() if found}
    if not edges:
        return set()
    node = max(sorted(edges), key=lambda a: len(edges[a]))
    if len(edges[node]) == 1:
        return {min(a, *found) for a, found in edges.items()}
    with_it = {node} | _cover(_without(edges, {node}))
    opponents = edges[node]
    without_it = opponents | _cover(_without(edges, opponents)) if len(opponents) < len(with_it) else with_it
    return min(with_it, without_it, key=len)


def _greedy_cover(neighbours: dict[str, set[str]]) -> set[str]:
    chosen: set[str] = set()
    left = neighbours
    while any(left.values()):
        node = max(sorted(left), key=lambda a: len(left[a]))
        chosen.add(node)
        left = _without(left, {node})
    return chosen


def _without(neighbours: dict[str, set[str]], removed: set[str]) -> dict[str, set[str]]:
    return {a: found - removed for a, found in neighbours.items() if a not in removed}


def _components(neighbours: dict[str, set[str]]) -> list[set[str]]:
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(a for a, found in neighbours.items() if found)
    graph.add_edges_from((a, b) for a, found in neighbours.items() for b in found)
    return sorted(nx.connected_components(graph), key=lambda group: (-len(group), min(group)))


def _sources(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """The source of each statement: that of the claim that speaks, whose id the statement bears."""
    says = {b: _name(a) for a, b, _ in _edges(graph, "says")}
    return {node: says[f"claim {_name(node)}"] for node, data in graph.nodes(data=True) if data["type"] == "statement"}


def _clashing_sources(graph: nx.MultiDiGraph[str]) -> Iterable[tuple[str, str]]:
    source_of = _sources(graph)
    return [(source_of[a], source_of[b]) for a, b, _ in _edges(graph, "contradicts")]


def _name(node: str) -> str:
    return node.partition(" ")[2]
