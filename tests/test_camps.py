"""The sweep finds the same camps and depth as looking at every point."""

from __future__ import annotations

import itertools
import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import camps
from conflicts.apart import Apart
from conflicts.camps import Cliques, Sweep
from conflicts.values.bounds import HIGHEST, LOWEST, NONE, UNSETTLED, Bound
from conflicts.values.extent import Extent

BOUNDS: list[Bound] = [LOWEST, *((n, side) for n in range(7) for side in (-1, 0, 1)), HIGHEST, UNSETTLED, NONE]


@st.composite
def extents(draw: st.DrawFn, most: int = 3) -> Extent:
    """A set of up to `most` intervals on a short line, so that ends coincide often."""
    ends = st.sampled_from([b for b in BOUNDS if b[1] != -1]), st.sampled_from([b for b in BOUNDS if b[1] != 1])
    first = draw(st.sampled_from([Extent.point(n) for n in range(7)]))
    return first | Extent([(draw(ends[0]), draw(ends[1])) for _ in range(draw(st.integers(0, most - 1)))])


SINGLE = extents(1) | st.sampled_from([Extent.closed(a, a + w) for a in range(6) for w in range(4)])
ANY = extents() | extents().map(lambda extent: ~extent).filter(lambda extent: not extent.is_empty)


def members_at_each_point(sets: list[Extent]) -> set[frozenset[int]]:
    """The maximal sets of indices that share a point, by looking at every bound."""
    points = {bound for extent in sets for interval in extent.intervals for bound in interval}
    groups = {
        frozenset(i for i, extent in enumerate(sets) if any(lo <= point <= hi for lo, hi in extent.intervals))
        for point in points
    }
    return {group for group in groups if not any(group < other for other in groups)}


def check(sets: list[Extent]) -> None:
    sweep = Sweep(sets)
    found = [frozenset(sweep.members(k)) for k in range(len(sweep))]
    expected = members_at_each_point(sets)
    assert len(found) == len(set(found)), "a camp is listed once"
    assert set(found) == expected, "the camps are the maximal sets that share a point"
    assert sweep.depth == max(map(len, expected))
    for index in range(len(sets)):
        assert sorted(sweep.camps_of(index)) == [k for k, camp in enumerate(found) if index in camp]
    alone, neutral = sweep.sides
    several = len(found) > 1
    for k, camp in enumerate(found):
        assert alone[k] == [i for i in sorted(camp) if several and sum(i in other for other in found) == 1]
    assert sorted(itertools.chain(neutral, *alone)) == list(range(len(sets))), "everyone is somewhere, once"
    for k in range(len(sweep)):
        lo, hi = sweep.bounds(k)
        assert lo <= hi
        assert all(Extent(((lo, hi),)) <= sets[i] for i in found[k]), "all members cover the stretch they share"


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.lists(SINGLE, min_size=1, max_size=8))
def test_single_intervals(sets: list[Extent]) -> None:
    check(sets)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.lists(ANY, min_size=1, max_size=8))
def test_several_intervals_and_denials(sets: list[Extent]) -> None:
    check(sets)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.integers(1, 8), st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7))))
def test_cliques_against_all_subsets(n: int, drawn: set[tuple[int, int]]) -> None:
    clashing = {(min(pair), max(pair)) for pair in drawn if pair[0] != pair[1] and max(pair) < n}
    cliques = Cliques(n, clashing)
    agreeing = [
        frozenset(group)
        for size in range(1, n + 1)
        for group in itertools.combinations(range(n), size)
        if not any(pair in clashing for pair in itertools.combinations(group, 2))
    ]
    graph: nx.Graph[int] = nx.Graph(clashing)  # of those that clash with any
    expected = set()
    for part in nx.connected_components(graph):
        inside = [group for group in agreeing if group <= part]
        expected |= {group for group in inside if not any(group < other for other in inside)}
    assert {frozenset(cliques.members(k)) for k in range(len(cliques))} == expected
    assert cliques.depth == max(map(len, agreeing))
    alone, neutral = cliques.sides
    assert sorted([i for members in alone for i in members] + neutral) == list(range(n))
    assert set(range(n)) - set(graph) <= set(neutral), "what clashes with nothing takes no side"


def test_a_million_sides_are_not_a_trillion_pairs() -> None:
    sweep = Sweep([Extent.point(n) for n in range(50_000)])
    apart = Apart(sweep.extents)
    assert apart.count(range(50_000)) == 50_000 * 49_999 // 2
    assert next(apart.pairs(range(50_000))) == (0, 49_999)
    assert len(sweep) == 50_000


def test_many_denials_are_one_camp() -> None:
    assert len(Sweep([~Extent.point(n) for n in range(2_000)])) == 1


def test_of_very_many_cliques_some_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [(2 * n, 2 * n + 1) for n in range(20)] + [(n, 40) for n in range(40)]
    for name, limit, at_least in (("MOST_CLIQUES", 50, 50), ("MOST_STEPS", 500, 1)):
        with monkeypatch.context() as patched:
            patched.setattr(camps, name, limit)
            cliques = Cliques(41, pairs)
        assert at_least <= len(cliques) <= limit
        camps_ = [cliques.members(k) for k in range(len(cliques))]
        assert all(camp == [40] or len(camp) == 20 for camp in camps_), "each takes one of every pair"


@pytest.mark.parametrize("n", [4, 9, 20])
def test_few_steps_where_most_agree(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pivot that most agree with: without it every subset of those who agree would be gone through."""
    pairs = [(0, k) for k in range(1, n)]
    monkeypatch.setattr(camps, "MOST_STEPS", n + 2)
    cliques = Cliques(n, pairs)
    assert [cliques.members(k) for k in range(len(cliques))] == [[0], list(range(1, n))]
    turned = Cliques(n, [(n - 1 - b, n - 1 - a) for a, b in pairs])
    assert [turned.members(k) for k in range(len(turned))] == [list(range(n - 1)), [n - 1]]


def test_disputes_that_no_clash_connects_have_their_own_camps() -> None:
    cliques = Cliques(40, [(2 * n, 2 * n + 1) for n in range(20)])
    assert len(cliques) == 40, "not the million ways to choose one of every pair"
    assert cliques.sides == ([[n] for n in range(40)], [])
    assert cliques.depth == 20


BUDGETS = [("MOST_COMPARED", 0), ("MOST_COMPARED", 3), ("MOST_BITS", 0)]


@pytest.mark.parametrize(("name", "limit"), BUDGETS)
def test_what_is_not_compared_stays_a_camp(name: str, limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(limit)
    more = 0
    for _ in range(200):
        ends = [[sorted(draw.choices(range(9), k=2)) for _ in range(2)] for _ in range(6)]
        sets = [Extent([((lo, 0), (hi, 0)) for lo, hi in pair]) for pair in ends]
        expected = members_at_each_point(sets)
        with monkeypatch.context() as patched:
            patched.setattr(camps, name, limit)
            sweep = Sweep(sets)
        found = [frozenset(sweep.members(k)) for k in range(len(sweep))]
        assert expected <= set(found), "no camp is lost"
        assert len(found) == len(set(found))
        assert sweep.depth == max(map(len, expected))
        assert all(sweep.one_of(k) in camp for k, camp in enumerate(found))
        more += len(found) - len(expected)
    assert more > 0, "the budget was used up"
