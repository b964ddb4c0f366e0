"""Potentials and negative cycles against trying every simple cycle of small networks, and against networkx."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.joint.budget import Budget
from conflicts.joint.network import RULE, Cycles, Network, Row, potential

PLENTY = 1_000_000
NAMES = ["O", "A", "B", "C", "D"]

LENGTHS = st.sampled_from([-2, -1, 0, 0, 0, 1, 2, Fraction(-1, 3), Fraction(1, 2)])
ROWS = st.tuples(st.integers(0, 4), st.integers(0, 4), LENGTHS, st.booleans())
LABELLED = st.lists(st.tuples(ROWS, st.integers(0, 5)), max_size=9)
RULED = st.lists(st.tuples(ROWS, st.integers(RULE, 4)), max_size=9)


def simple_cycles(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Every way around through some rows that meets no variable twice, from the least of its variables."""

    def further(path: list[int], met: set[int], start: int, at: int) -> Iterator[list[int]]:
        for e, (head, tail, _, _) in enumerate(rows):
            if tail != at:
                continue
            if head == start:
                yield [*path, e]
            elif head > start and head not in met:
                yield from further([*path, e], met | {head}, start, head)

    for start in range(5):
        yield from further([], {start}, start, start)


def is_negative(rows: Sequence[Row], cycle: Sequence[int]) -> bool:
    """Whether the conditions of a cycle add up to 0 <= less than 0, or to 0 < 0."""
    total = sum((Fraction(rows[e][2]) for e in cycle), Fraction(0))
    return total < 0 or (total == 0 and any(rows[e][3] for e in cycle))


def negative_cycles(rows: Sequence[Row]) -> list[list[int]]:
    return [cycle for cycle in simple_cycles(rows) if is_negative(rows, cycle)]


def is_closed(rows: Sequence[Row], cycle: Sequence[int]) -> bool:
    return all(rows[a][0] == rows[b][1] for a, b in zip(cycle, [*cycle[1:], cycle[0]], strict=True))


def network_of(told: Sequence[tuple[Row, int]]) -> Network:
    return Network(5, [row for row, _ in told], [label for _, label in told])


def label_sets(told: Sequence[tuple[Row, int]], size: int = 9, n_labels: int = 6) -> set[frozenset[int]]:
    network = network_of(told)
    found = potential(network, Budget(PLENTY))
    return set(Cycles(network, found, n_labels).sets(size, Budget(PLENTY)))


def tell(told: Sequence[tuple[Row, int]]) -> str:
    return "\n".join(f"{NAMES[x]} - {NAMES[y]} {'<' if s else '<='} {c}  ({label})" for (x, y, c, s), label in told)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(LABELLED)
def test_a_cycle_is_met_if_and_only_if_there_is_one(told: list[tuple[Row, int]]) -> None:
    network, rows = network_of(told), [row for row, _ in told]
    found = potential(network, Budget(PLENTY), first_only=True)
    assert bool(found.cycles) is bool(negative_cycles(rows)), tell(told)
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    graph.add_nodes_from(range(5))
    graph.add_weighted_edges_from(zip(network.tail, network.head, network.weight, strict=True))
    # networkx tries a shorter way round between two nodes, and knows of a parallel edge the shortest.
    assert bool(found.cycles) is nx.negative_edge_cycle(graph), tell(told)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(RULED)
def test_what_the_potential_leaves_out_is_one_edge_of_each_negative_cycle_met(told: list[tuple[Row, int]]) -> None:
    network, rows = network_of(told), [row for row, _ in told]
    found = potential(network, Budget(PLENTY))
    assert found.is_complete
    for cycle in found.cycles:
        assert is_closed(rows, cycle), tell(told)
        assert is_negative(rows, cycle), tell(told)
    by_rules = [e for e, (_, label) in enumerate(told) if label == RULE]
    if negative_cycles([rows[e] for e in by_rules]):
        return  # rules that cannot hold by themselves are nobody's fault, so nothing can be left out
    assert len(found.removed) == len(found.cycles)
    for cycle in found.cycles:
        assert found.removed & set(cycle)
    assert all(told[e][1] != RULE for e in found.removed)
    for e, (head, tail) in enumerate(zip(network.head, network.tail, strict=True)):
        if e not in found.removed:
            assert found.of[head] <= found.of[tail] + network.weight[e], tell(told)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(RULED, st.integers(1, 5))
def test_the_sets_of_labels_are_those_of_all_simple_negative_cycles(told: list[tuple[Row, int]], size: int) -> None:
    rows = [row for row, _ in told]
    if negative_cycles([row for row, label in told if label == RULE]):
        return
    found = label_sets(told, size)
    expected, surely = set(), set()
    for cycle in negative_cycles(rows):
        labels = [told[e][1] for e in cycle if told[e][1] != RULE]
        if len(set(labels)) <= size:
            expected.add(frozenset(labels))
            # A claim bounds the two ends of two events, so no simple cycle meets it more than twice.
            if all(labels.count(label) <= 2 for label in labels):
                surely.add(frozenset(labels))
    assert surely <= found <= expected, tell(told)


def test_larger_networks_with_many_circles_of_length_nought() -> None:
    for seed in range(250):
        draw = random.Random(seed)
        n, m = draw.choice([(5, 9), (8, 20), (12, 36)])
        rows: list[Row] = [
            (draw.randrange(n), draw.randrange(n), draw.choice([0, 0, 0, 0, 1, -1]), draw.random() < 0.3)
            for _ in range(m)
        ]
        network = Network(n, rows, list(range(m)))
        graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
        graph.add_nodes_from(range(n))
        graph.add_weighted_edges_from(zip(network.tail, network.head, network.weight, strict=True))
        first = potential(network, Budget(50 * m), first_only=True)
        assert first.is_complete, "no more than 50 looks at each edge"
        assert bool(first.cycles) is nx.negative_edge_cycle(graph), seed
        assert len(first.cycles) <= 1
        every = potential(network, Budget(50 * m))
        assert every.is_complete
        assert len(every.removed) == len(every.cycles)
        for cycle in every.cycles:
            assert is_closed(rows, cycle)
            assert is_negative(rows, cycle)
        left = [e for e in range(m) if e not in every.removed]
        assert all(every.of[network.head[e]] <= every.of[network.tail[e]] + network.weight[e] for e in left)


def layers(n: int, width: int, longer: int) -> list[tuple[Row, int]]:
    """Ways through n layers of some nodes each; all but the straight one are longer. One edge closes the circle."""
    told: list[tuple[Row, int]] = [((0, width * n, -1, False), 0)]
    told += [((1 + b, 0, longer * (b > 0), False), 1 + b) for b in range(width)]
    for layer in range(n - 1):
        for a in range(width):
            for b in range(width):
                row = (1 + width * (layer + 1) + b, 1 + width * layer + a, longer * (a + b > 0), False)
                told.append((row, len(told)))
    last = width * n + 1
    told += [((last, 1 + width * (n - 1) + a, longer * (a > 0), False), len(told) + a) for a in range(width)]
    told[0] = ((0, last, -1, False), 0)
    return told


@pytest.mark.parametrize(
    ("longer", "size", "sets", "steps", "why"),
    [
        (1, 8, 1, 20, "ways that are too long are not walked to the end"),
        (0, 8, 3**6, 2_500, "all of them are short enough"),
        (0, 7, 0, 90, "ways with too many labels are not walked to the end"),
        (0, 4, 0, 25, "nor half way"),
    ],
)
def test_most_ways_end_early(longer: int, size: int, sets: int, steps: int, why: str) -> None:
    told = layers(6, 3, longer)
    network = Network(20, [row for row, _ in told], [label for _, label in told])
    budget = Budget(PLENTY)
    found = set(Cycles(network, potential(network, Budget(PLENTY)), len(told)).sets(size, budget))
    assert len(found) == sets
    assert PLENTY - budget.left < steps, why


@settings(max_examples=100, derandomize=True, deadline=None)
@given(RULED, st.randoms(use_true_random=False))
def test_the_order_of_conditions_changes_nothing(told: list[tuple[Row, int]], draw: random.Random) -> None:
    by_rules = [row for row, label in told if label == RULE]
    if negative_cycles(by_rules):
        return
    shuffled = list(told)
    draw.shuffle(shuffled)
    assert label_sets(shuffled) == label_sets(told)


NAMED: list[tuple[str, list[tuple[Row, int]], set[frozenset[int]], str]] = [
    ("two conditions", [((1, 2, 0, True), 0), ((2, 1, 0, True), 1)], {frozenset({0, 1})}, "each before the other"),
    ("at once", [((1, 2, 0, False), 0), ((2, 1, 0, False), 1)], set(), "a circle of length nought holds: A is B"),
    ("at once, one of them strict", [((1, 2, 0, True), 0), ((2, 1, 0, False), 1)], {frozenset({0, 1})}, "A < B <= A"),
    ("before itself", [((1, 1, 0, True), 3)], {frozenset({3})}, "nothing is before itself"),
    ("not before itself", [((1, 1, 0, False), 3)], set(), "that always holds"),
    ("by a day before itself", [((1, 1, -1, False), 3)], {frozenset({3})}, "shorter than nothing"),
    (
        "parallel conditions",
        [((1, 2, -1, False), 0), ((1, 2, -2, False), 1), ((2, 1, 1, False), 2)],
        {frozenset({1, 2})},
        "the weaker of the two can hold with the third",
    ),
    (
        "parallel conditions, both too strong",
        [((1, 2, -2, False), 0), ((1, 2, -2, False), 1), ((2, 1, 1, False), 2)],
        {frozenset({0, 2}), frozenset({1, 2})},
        "each of them with the third",
    ),
    (
        "a label with both conditions",
        [((1, 2, -1, False), 0), ((2, 1, 0, False), 0)],
        {frozenset({0})},
        "one claim that cannot be true alone",
    ),
    (
        "thirds that are one",
        [((1, 2, Fraction(-1, 3), False), n) for n in range(1)]
        + [((2, 3, Fraction(-1, 3), False), 1), ((3, 4, Fraction(-1, 3), False), 2), ((4, 1, 1, False), 3)],
        set(),
        "fractions are exact: a third three times is one",
    ),
    (
        "thirds that are one, one of them strict",
        [((1, 2, Fraction(-1, 3), False), n) for n in range(1)]
        + [((2, 3, Fraction(-1, 3), True), 1), ((3, 4, Fraction(-1, 3), False), 2), ((4, 1, 1, False), 3)],
        {frozenset({0, 1, 2, 3})},
        "a little more than one",
    ),
    (
        "a rule in between",
        [((1, 2, 0, True), RULE), ((2, 3, 0, True), 0), ((3, 1, 0, False), 1)],
        {frozenset({0, 1})},
        "a rule is not blamed",
    ),
    (
        "strict edges that are many",
        [((1, 2, 0, True), 0), ((2, 3, 0, True), 1), ((3, 4, 0, True), 2), ((4, 1, 1, True), 3)],
        set(),
        "infinitesimals never add up to one",
    ),
]


@pytest.mark.parametrize(("name", "told", "expected", "why"), NAMED, ids=[case[0] for case in NAMED])
def test_named_networks(name: str, told: list[tuple[Row, int]], expected: set[frozenset[int]], why: str) -> None:
    assert label_sets(told) == expected, why
    assert label_sets([*reversed(told)]) == expected, why


def test_sets_larger_than_asked_for_are_left_out() -> None:
    ring: list[tuple[Row, int]] = [((x, y, 0, True), x) for x, y in ((1, 2), (2, 3), (3, 4), (4, 1))]
    assert label_sets(ring, 3) == set()
    assert label_sets(ring, 4) == {frozenset({1, 2, 3, 4})}
    assert label_sets(ring, 1) == set()


def test_the_edge_that_most_speak_against_is_left_out() -> None:
    told: list[tuple[Row, int]] = [((2, 1, 0, True), 3)]
    told += [((1, 2, 0, True), n) for n in range(3)]
    for shuffled in (told, told[::-1], told[1:] + told[:1]):
        found = potential(network_of(shuffled), Budget(PLENTY))
        assert [shuffled[e][1] for e in found.removed] == [3], "three say that A is before B"


def test_rules_that_cannot_hold_leave_nothing_out() -> None:
    found = potential(network_of([((1, 2, 0, True), RULE), ((2, 1, 0, True), RULE)]), Budget(PLENTY))
    assert len(found.cycles) == 1
    assert not found.removed


def test_a_potential_that_ran_out_of_steps_says_so() -> None:
    # The bound on the first is passed on through conditions that were slack before: one more each time round.
    told: list[tuple[Row, int]] = [((1, 0, -100, False), 0)]
    told += [((n + 1, n, 1, False), n) for n in range(1, 40)]
    network = Network(41, [row for row, _ in told], [label for _, label in told])
    enough, none = potential(network, Budget(PLENTY)), potential(network, Budget(0))
    assert enough.is_complete
    assert not enough.cycles
    assert not none.is_complete


def test_a_search_that_ran_out_of_steps_says_so() -> None:
    pairs = [(x, y) for x in range(5) for y in range(5) if x != y]
    told: list[tuple[Row, int]] = [((x, y, 0, True), n) for n, (x, y) in enumerate(pairs)]
    network = network_of(told)
    cycles = Cycles(network, potential(network, Budget(PLENTY)), len(told))
    everything = set(cycles.sets(9, Budget(PLENTY)))
    assert everything == {frozenset(cycle) for cycle in negative_cycles([row for row, _ in told])}
    for steps in (0, 1, 10, 100):
        budget = Budget(steps)
        found = set(cycles.sets(9, budget))
        assert budget.is_spent
        assert found < everything


def test_spending_tells_when_a_budget_is_spent() -> None:
    budget = Budget(3)
    assert budget.spend(3), "three of three steps were there"
    assert not budget.is_spent
    assert not budget.spend(1)
    assert budget.is_spent
