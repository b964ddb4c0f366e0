"""Difference constraints: conditions `x - y <= c` as a graph, its potentials, and its negative cycles.

A system of difference constraints has a solution iff its graph (an edge from y to x of length c for each of them) has
no negative cycle; then any potential is a solution (Cormen et al., "Introduction to Algorithms", 24.4). A condition
`x - y < c` has the length c less an infinitesimal, so a cycle of length zero through it is negative too.

Claims label the edges; an edge of a background rule has no label. A set of claims is contradictory iff the edges that
carry its labels, with those of the rules, hold a negative cycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import lcm
from typing import Final, TypeAlias

from attrs import define

from conflicts.joint.budget import Budget
from conflicts.values.bounds import Bound

Row: TypeAlias = tuple[int, int, int | Fraction, bool]
"""x, y, c and whether the condition is strict: x - y <= c, or < c."""
ORIGIN: Final = 0
"""The origin of all lines: a variable that is always 0."""


def bound_of(row: Row) -> tuple[bool, Bound]:
    """A condition on one variable as its bound, and whether that is the upper one.

    >>> bound_of((3, 0, 5, True)), bound_of((0, 3, -2, False))
    ((True, (5, -1)), (False, (2, 0)))
    """
    x, _, c, is_strict = row
    return (True, (c, -int(is_strict))) if x else (False, (-c, int(is_strict)))


RULE: Final = -1
"""The label of an edge that no claim stands for."""
NO_EDGE: Final = -1


class Network:
    """Edges with labels, in the order given, over the variables 0 to n - 1."""

    __slots__ = ("head", "label", "n", "out", "rows", "tail", "weight")

    def __init__(self, n: int, rows: Sequence[Row], labels: Sequence[int]) -> None:
        self.n = n
        self.rows = rows
        self.label = labels
        self.head = [row[0] for row in rows]
        self.tail = [row[1] for row in rows]
        self.weight = _weights(n, rows)
        self.out: list[list[int]] = [[] for _ in range(n)]
        for edge, tail in enumerate(self.tail):
            self.out[tail].append(edge)

    def labels_of(self, edges: Iterable[int]) -> frozenset[int]:
        """The labels on some edges."""
        return frozenset(self.label[e] for e in edges if self.label[e] != RULE)


def _weights(n: int, rows: Sequence[Row]) -> list[int]:
    """Exact lengths as integers: strict edges are shorter by one, and all else is so long that n of those are less."""
    if not any(row[2] for row in rows):
        return [-int(row[3]) for row in rows]
    unit = lcm(*{row[2].denominator for row in rows}) * (n + 1)
    return [int(row[2] * unit) - row[3] for row in rows]


@define
class Potential:
    """A potential of all edges but some, and the negative cycles that were met on the way."""

    of: list[int]
    removed: set[int]
    cycles: list[list[int]]
    is_complete: bool
    """Whether every edge that was not removed is satisfied; else the budget ran out."""


def potential(network: Network, budget: Budget, *, first_only: bool = False) -> Potential:
    """A potential of the network, less one edge of each negative cycle that is met.

    Scans the nodes in the topological order of the edges that are not slack, as Goldberg and Radzik do ("A heuristic
    improvement of the Bellman-Ford algorithm", 1993): linear where the edges run in no circle, O(nodes * edges) at
    worst. A negative cycle shows itself as a circle of such edges; the edge of it that most others speak against is
    left out, and the search goes on. With `first_only` it ends there.
    """
    head, weight, out = network.head, network.weight, network.out
    d = [0] * network.n
    found = Potential(d, set(), [], is_complete=True)
    removed = found.removed
    support: list[int] = []
    parent = [NO_EDGE] * network.n
    waiting: Iterable[int] = range(network.n)

    def leave_out(cycle: list[int]) -> int:
        budget.spend(len(cycle))
        found.cycles.append(cycle)
        if not support:
            support.extend(_support(network))
        worst = _least_supported(cycle, network, support)
        if worst != NO_EDGE:
            removed.add(worst)
            if parent[head[worst]] == worst:
                parent[head[worst]] = NO_EDGE
        return worst

    while True:
        state = bytearray(network.n)
        order: list[int] = []
        for root in waiting:
            if state[root]:
                continue
            state[root] = 1
            path = [root]
            depth = {root: 0}
            via: list[int] = []
            sums = [0]
            broken = [-1]
            iterators = [iter(out[root])]
            while path:
                u = path[-1]
                du = d[u]
                for e in iterators[-1]:
                    v = head[e]
                    if state[v] == 2:
                        continue
                    reduced = du + weight[e] - d[v]
                    if reduced > 0 or e in removed:
                        continue
                    if state[v] == 0:
                        state[v] = 1
                        depth[v] = len(path)
                        path.append(v)
                        via.append(e)
                        sums.append(sums[-1] + reduced)
                        iterators.append(iter(out[v]))
                        break
                    start = depth[v]
                    if sums[-1] - sums[start] + reduced < 0 and broken[-1] < start:
                        cycle = [*via[start:], e]
                        worst = leave_out(cycle)
                        if first_only or worst == NO_EDGE:
                            return found
                        if worst != e:
                            broken.append(start + cycle.index(worst))
                else:
                    state[u] = 2
                    path.pop()
                    iterators.pop()
                    sums.pop()
                    order.append(u)
                    if via:
                        via.pop()
                    while broken[-1] >= len(via):
                        broken.pop()
        order.reverse()
        improved: set[int] = set()
        steps = 0
        for u in order:
            improved.discard(u)
            du = d[u]
            steps += len(out[u])
            for e in out[u]:
                v = head[e]
                if du + weight[e] < d[v] and e not in removed:
                    d[v] = du + weight[e]
                    parent[v] = e
                    improved.add(v)
        if not improved:
            return found
        for cycle in _circles(improved, parent, network.tail):
            # Circles of length nought can hide a negative one from the search above, but not from the parents.
            if leave_out(cycle) == NO_EDGE or first_only:
                return found
        if not budget.spend(steps):
            found.is_complete = False
            return found
        waiting = [
            u for u in sorted(improved) if any(d[u] + weight[e] < d[head[e]] and e not in removed for e in out[u])
        ]


def _circles(nodes: Iterable[int], parent: list[int], tail: list[int]) -> Iterator[list[int]]:
    """The circles in which the last improvements run: each is a negative cycle."""
    seen: dict[int, int] = {}
    for node in sorted(nodes):
        walk: list[int] = []
        v = node
        while v not in seen and parent[v] != NO_EDGE:
            seen[v] = node
            walk.append(v)
            v = tail[parent[v]]
        if seen.get(v) == node and v in walk:
            yield [parent[u] for u in reversed(walk[walk.index(v) :])]
        else:
            seen.setdefault(v, node)


def _support(network: Network) -> list[int]:
    """For each variable how much oftener it is said to be the earlier than the later one."""
    early = [0] * network.n
    for head, tail in zip(network.head, network.tail, strict=True):
        early[head] += 1
        early[tail] -= 1
    early[0] = 0
    return early


def _least_supported(cycle: list[int], network: Network, early: list[int]) -> int:
    """The edge of a cycle that most others speak against; none, if the rules alone cannot hold."""
    labelled = [e for e in cycle if network.label[e] != RULE]
    if not labelled:
        return NO_EDGE
    return min(labelled, key=lambda e: (early[network.head[e]] - early[network.tail[e]], e))


class Cycles:
    """The simple negative cycles of a network that has a potential for all but some of its edges.

    Every negative cycle has an edge that the potential violates; from each of these the cycles through it are searched,
    on lengths reduced by the potential, which are never negative on the others, and so end most paths early.
    """

    def __init__(self, network: Network, found: Potential, n_labels: int) -> None:
        pi, head, tail, weight = found.of, network.head, network.tail, network.weight
        self.network = network
        self.reduced = [pi[tail[e]] + weight[e] - pi[head[e]] for e in range(len(head))]
        self.violated = [e for e, length in enumerate(self.reduced) if length < 0]
        self._position = {e: n for n, e in enumerate(self.violated)}
        self._into: list[list[int]] = [[] for _ in range(network.n)]
        for e, v in enumerate(head):
            self._into[v].append(e)
        self._edges_of = [0] * n_labels
        for label in network.label:
            if label != RULE:
                self._edges_of[label] += 1
        self._leaving: dict[int, list[int]] = {}
        self._entering: dict[int, list[int]] = {}

    def sets(self, size: int, budget: Budget) -> Iterator[frozenset[int]]:
        """The label sets of the cycles with up to `size` labels, some of them twice; fewer if the budget ends.

        The places where cycles are found take turns, so that no one of them crowds out the others.
        """
        shortest: list[int] = []
        searches = []
        for e in reversed(self.violated):
            searches.append(self._through(e, size, -sum(shortest), budget))
            shortest = sorted([*shortest, self.reduced[e]])[: max(size - 1, 0)]
        searches.reverse()
        while searches and not budget.is_spent:
            left = []
            for one in searches:
                labels = next(one, None)
                if labels is not None:
                    yield labels
                    left.append(one)
            searches = left

    def _units(self, label: int) -> int:
        """The price of an edge in half labels: a label with several edges can be met twice in one simple cycle."""
        return 0 if label == RULE else 1 if self._edges_of[label] > 1 else 2

    def _by_slack(self, kept: dict[int, list[int]], edges: list[list[int]], node: int) -> list[int]:
        """The edges at a node, the tightest first."""
        found = kept.get(node)
        if found is None:
            found = kept[node] = sorted(edges[node], key=self.reduced.__getitem__)
        return found

    def _through(self, e: int, size: int, further: int, budget: Budget) -> Iterator[frozenset[int]]:
        """The label sets of cycles through the violated edge `e` that use none of the violated edges before it.

        `further` is how much shorter the violated edges after it can make a path.
        """
        label, heads, reduced, out = self.network.label, self.network.head, self.reduced, self.network.out
        start, target = heads[e], self.network.tail[e]
        if start == target:
            yield self.network.labels_of([e])
            return
        most = 2 * size - self._units(label[e])
        limit = -reduced[e]
        slack = limit + further
        half = (most + 1) // 2
        last = self._position[e]
        position = self._position
        back = self._backwards(target, half, slack, last, budget)
        on_path = {start, target}
        labels = [label[e]]
        stack = [(start, 0, 0, iter(self._by_slack(self._leaving, out, start)))]
        while stack:
            node, cost, used, edges = stack[-1]
            for f in edges:
                longer = cost + reduced[f]
                if longer >= slack:
                    break
                v = heads[f]
                units = used + self._units(label[f])
                if units > most or position.get(f, last + 1) <= last:
                    continue
                if not budget.spend(1):
                    return
                if v == target:
                    if longer < limit:
                        found = frozenset(x for x in (*labels, label[f]) if x != RULE)
                        if len(found) <= size:
                            yield found
                    continue
                if v in on_path:
                    continue
                left = most - units
                if left <= half and longer + back[left].get(v, limit - longer) >= limit:
                    continue
                on_path.add(v)
                labels.append(label[f])
                stack.append((v, longer, units, iter(self._by_slack(self._leaving, out, v))))
                break
            if stack[-1][0] == node:
                stack.pop()
                labels.pop()
                on_path.discard(node)

    def _backwards(self, target: int, most: int, slack: int, last: int, budget: Budget) -> list[dict[int, int]]:
        """For each number of units up to `most` the least length from each node to the target with so many at most."""
        layers: list[dict[int, int]] = [{} for _ in range(most + 1)]
        layers[0][target] = 0
        reduced, tails, label = self.reduced, self.network.tail, self.network.label
        for used, layer in enumerate(layers):
            shorter = layers[used - 1] if used else {}
            fresh = list(layer)
            while fresh:
                node = fresh.pop()
                cost = layer[node]
                if cost >= shorter.get(node, slack):
                    continue
                for f in self._by_slack(self._entering, self._into, node):
                    longer = cost + reduced[f]
                    if longer >= slack:
                        break
                    units = used + self._units(label[f])
                    if units > most or self._position.get(f, last + 1) <= last:
                        continue
                    if not budget.spend(1):
                        return layers
                    u = tails[f]
                    if longer < layers[units].get(u, slack):
                        layers[units][u] = longer
                        if units == used:
                            fresh.append(u)
            for node, cost in shorter.items():
                if cost < layer.get(node, slack):
                    layer[node] = cost
        return layers
