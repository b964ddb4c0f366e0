"""Sets that do not meet are counted and listed as by looking at every pair, and far faster."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_camps import ANY, SINGLE

from conflicts import Claim, find_conflicts
from conflicts import apart as module
from conflicts.apart import Apart, dominating, is_beyond_comparing, n_dominating
from conflicts.values.extent import Extent

SETS = st.lists(ANY | SINGLE, min_size=1, max_size=9)
POINTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=9)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(POINTS, POINTS)
def test_dominated_points_are_those_that_a_look_at_each_pair_finds(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    points = [(a, b, i) for i, (a, b) in enumerate(first)]
    queries = [(a, b, j) for j, (a, b) in enumerate(second)]
    expected = [(i, j) for a, b, i in points for c, d, j in queries if a < c and b > d]
    assert sorted(dominating(points, queries)) == sorted(expected)
    assert n_dominating(points, queries) == len(expected)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(SETS, st.sets(st.integers(0, 8)))
def test_pairs_and_counts_are_those_that_a_look_at_each_pair_finds(sets: list[Extent], some: set[int]) -> None:
    apart = Apart(sets)
    xs = [i for i in range(len(sets)) if i in some]
    ys = [i for i in range(len(sets)) if i not in some]
    expected = [(i, j) for i, j in itertools.combinations(range(len(sets)), 2) if not sets[i].meets(sets[j])]
    assert sorted(tuple(sorted(pair)) for pair in apart.pairs(range(len(sets)))) == expected
    assert apart.count(range(len(sets))) == len(expected)
    assert apart.count(xs) == sum(i in some and j in some for i, j in expected)
    between = [(i, j) for i in xs for j in ys if not sets[i].meets(sets[j])]
    assert sorted(apart.pairs(xs, ys)) == between
    assert apart.count(xs, ys) == len(between)


def test_the_widest_apart_come_first() -> None:
    apart = Apart([Extent.point(n) for n in (3, 1, 9, 5)])
    assert list(apart.pairs(range(4))) == [(1, 2), (1, 3), (1, 0), (0, 2), (0, 3), (3, 2)]


def alternatives(n: int) -> list[Extent]:
    """Sets of two points each, in steps: 0 or 10, 1 or 11 ..."""
    return [Extent.point(i) | Extent.point(i + n) for i in range(n)]


def test_what_is_not_compared_counts_as_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    sets = [*alternatives(6), Extent.point(-1), Extent.point(100)]
    assert Apart(sets).count(range(8)) == 8 * 7 // 2
    monkeypatch.setattr(module, "MOST_COMPARED", 4)
    cut = Apart(sets)
    pairs = [tuple(sorted(pair)) for pair in cut.pairs(range(8))]
    assert cut.count(range(8)) == len(pairs) == 2 * 6 + 1 + 4, "pairs with a point in them are not concerned"
    assert cut.count(range(3)) + cut.count(range(3, 8)) + cut.count(range(3), range(3, 8)) == len(pairs), "in parts too"


@pytest.mark.parametrize(("n", "expected"), [(3, False), (4, True)])
def test_what_is_not_compared_is_told(n: int, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_COMPARED", 4)
    assert is_beyond_comparing(alternatives(n)) is expected
    assert not is_beyond_comparing([~Extent.point(k) for k in range(9)]), (
        "denials meet in a point, and are not compared"
    )
    claims = [Claim("X", "crates", f"{k} or {k + 10}", f"S{k}") for k in range(1, n + 1)]
    assert find_conflicts(claims).truncated is expected


def test_equal_sets_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    meets = Extent.meets
    monkeypatch.setattr(Extent, "meets", lambda a, b: calls.append(1) or meets(a, b))  # type: ignore[func-returns-value]
    sets = alternatives(5) * 200
    assert Apart(sets).count(range(1000)) == 10 * 200 * 200
    assert len(calls) <= 10


def test_sets_that_hold_one_point_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Extent, "meets", None)
    assert Apart([~Extent.closed(n, 2 * n) for n in range(2000)]).count(range(2000)) == 0
