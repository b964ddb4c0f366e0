"""The sweep finds the same camps, pairs and depth as looking at every point and every pair."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

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
    camps = [frozenset(sweep.members(k)) for k in range(len(sweep))]
    expected = members_at_each_point(sets)
    assert len(camps) == len(set(camps)), "a camp is listed once"
    assert set(camps) == expected, "the camps are the maximal sets that share a point"
    assert sweep.depth == max(map(len, expected))
    for index in range(len(sets)):
        assert sorted(sweep.camps_of(index)) == [k for k, camp in enumerate(camps) if index in camp]
    alone, neutral = sweep.sides
    several = len(camps) > 1
    for k, camp in enumerate(camps):
        assert alone[k] == [i for i in sorted(camp) if several and sum(i in other for other in camps) == 1]
    assert sorted(itertools.chain(neutral, *alone)) == list(range(len(sets))), "everyone is somewhere, once"
    pairs = [(i, j) for i, j in itertools.combinations(range(len(sets)), 2) if not sets[i].meets(sets[j])]
    assert sorted(sweep.pairs()) == pairs
    assert sweep.n_pairs == len(pairs)
    for k in range(len(sweep)):
        lo, hi = sweep.bounds(k)
        assert lo <= hi
        assert all(Extent(((lo, hi),)) <= sets[i] for i in camps[k]), "all members cover the stretch they share"


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
    cliques = Cliques(n, lambda i, j: (min(i, j), max(i, j)) in clashing)
    agreeing = [
        frozenset(group)
        for size in range(1, n + 1)
        for group in itertools.combinations(range(n), size)
        if not any(pair in clashing for pair in itertools.combinations(group, 2))
    ]
    expected = {group for group in agreeing if not any(group < other for other in agreeing)}
    assert {frozenset(cliques.members(k)) for k in range(len(cliques))} == expected
    assert cliques.depth == max(map(len, expected))
    assert sorted(cliques.pairs()) == sorted(clashing)


def test_a_million_sides_are_not_a_trillion_pairs() -> None:
    sweep = Sweep([Extent.point(n) for n in range(50_000)])
    assert sweep.n_pairs == 50_000 * 49_999 // 2
    assert next(sweep.pairs()) == (0, 49_999)
    assert len(sweep) == 50_000


def test_many_denials_are_one_camp() -> None:
    assert len(Sweep([~Extent.point(n) for n in range(2_000)])) == 1
