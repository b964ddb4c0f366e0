"""Extents are sets: canonical, closed under complement, with exact ends."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.values.bounds import HIGHEST, LOWEST, NONE, UNSETTLED, Bound, after, before, exact
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING, NOTHING_SUCH, Extent

MEETING = [
    ("a day and the next", Extent.half_open(0, 1), Extent.half_open(1, 2), False, "a day ends just before the next"),
    ("closed ends", Extent.closed(0, 1), Extent.closed(1, 2), True, "both hold the number they share"),
    ("open against closed", Extent.more_than(1), Extent.at_most(1), False, "more than 1 leaves out 1"),
    ("open against open", Extent.more_than(1), Extent.less_than(2), True, "1.5 is in both"),
    ("a point and its complement", Extent.point(1), ~Extent.point(1), False, "a denial leaves out what it denies"),
    ("none and a number", NOTHING_SUCH, LINE, False, "none lies beyond the line"),
    ("none and a denial", NOTHING_SUCH, ~Extent.point(1), True, "not on Wednesday allows never"),
    ("unsettled and a denial", NOT_SETTLED, ~Extent.point(1), True, "not on Wednesday allows no decision yet"),
    ("unsettled and none", NOT_SETTLED, NOTHING_SUCH, False, "two points"),
    ("the empty set", NOTHING, EVERYTHING, False, "nothing meets nothing"),
    ("a third of one", Extent.point(Fraction(1, 3)), Extent.closed(0, 1), True, "numbers are exact"),
]


@pytest.mark.parametrize(("name", "a", "b", "meets", "why"), MEETING, ids=[case[0] for case in MEETING])
def test_meets(name: str, a: Extent, b: Extent, meets: bool, why: str) -> None:
    assert a.meets(b) is meets, why
    assert b.meets(a) is meets, why
    assert (not (a & b).is_empty) is meets, why


CANONICAL = [
    ("touching", Extent.half_open(0, 1) | Extent.half_open(1, 2), Extent.half_open(0, 2)),
    ("a gap of one point stays", Extent.less_than(1) | Extent.more_than(1), ~Extent.point(1) & LINE),
    ("the point fills the gap", Extent.less_than(1) | Extent.more_than(1) | Extent.point(1), LINE),
    ("whole numbers of any type", Extent.point(Fraction(4, 2)), Extent.point(2)),
    ("an upside-down interval is empty", Extent.closed(2, 1), NOTHING),
    ("the line and both points", LINE | NOT_SETTLED | NOTHING_SUCH, EVERYTHING),
    ("all but none", ~NOTHING_SUCH, LINE | NOT_SETTLED),
    ("all but everything", ~EVERYTHING, NOTHING),
]


@pytest.mark.parametrize(("name", "made", "expected"), CANONICAL, ids=[case[0] for case in CANONICAL])
def test_equal_sets_are_equal(name: str, made: Extent, expected: Extent) -> None:
    assert made == expected
    assert hash(made) == hash(expected)


def test_the_order_of_the_line() -> None:
    assert LOWEST < (0, 0) < HIGHEST < UNSETTLED < NONE


def test_shifting_leaves_infinite_ends_and_the_points_beyond_where_they_are() -> None:
    assert Extent.at_least(5).shifted(3) == Extent.at_least(8)
    assert EVERYTHING.shifted(3) == EVERYTHING
    assert NOT_SETTLED.shifted(3, 4) == NOT_SETTLED


POINTS: list[Bound] = [LOWEST, *((n, side) for n in range(4) for side in (-1, 0, 1)), HIGHEST, UNSETTLED, NONE]
"""Every place on a short line: the numbers 0 to 3, between them and beyond them, and the two points beyond."""
SETS = st.lists(st.tuples(st.sampled_from(POINTS), st.sampled_from(POINTS)), max_size=4)


def points(extent: Extent) -> set[Bound]:
    return {p for p in POINTS if any(lo <= p <= hi for lo, hi in extent.intervals)}


def spread(intervals: list[tuple[Bound, Bound]]) -> set[Bound]:
    return {p for p in POINTS if any(lo <= p <= hi for lo, hi in intervals)}


@settings(max_examples=300, derandomize=True, deadline=None)
@given(SETS, SETS)
def test_extents_are_sets_of_points(mine: list[tuple[Bound, Bound]], theirs: list[tuple[Bound, Bound]]) -> None:
    a, b = Extent(mine), Extent(theirs)
    assert points(a) == spread(mine)
    assert points(a | b) == points(a) | points(b)
    assert points(a & b) == points(a) & points(b)
    assert a.meets(b) is bool(points(a) & points(b))
    assert (a <= b) is (points(a) <= points(b))
    assert (a >= b) is (points(a) >= points(b))
    assert a.is_empty is (not points(a))
    for (_, hi), (lo, _) in zip(a.intervals, a.intervals[1:], strict=False):
        assert after(hi) < lo, "there is something between any two intervals"
    if not a.is_empty:
        assert (a.lo, a.hi) == (min(points(a)), max(points(a)))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(SETS.map(lambda told: Extent([(lo, hi) for lo, hi in told if lo[1] >= 0 and hi[1] != 1])))
def test_what_is_not_in_a_set_is_in_its_complement(a: Extent) -> None:
    assert points(a) & points(~a) == set()
    assert points(a) | points(~a) == set(POINTS)
    assert ~~a == a


MADE = [
    ("a point", Extent.point(2), (2, 0), (2, 0), True),
    ("from 1 to 3", Extent.closed(1, 3), (1, 0), (3, 0), False),
    ("from 1 until 3", Extent.half_open(1, 3), (1, 0), (3, -1), False),
    ("at least 1", Extent.at_least(1), (1, 0), HIGHEST, False),
    ("at most 1", Extent.at_most(1), LOWEST, (1, 0), False),
    ("more than 1", Extent.more_than(1), (1, 1), HIGHEST, False),
    ("less than 1", Extent.less_than(1), LOWEST, (1, -1), False),
    ("two points", Extent.point(1) | Extent.point(3), (1, 0), (3, 0), False),
    ("a point and a stretch", Extent.point(1) | Extent.closed(3, 4), (1, 0), (4, 0), False),
    ("no such value", NOTHING_SUCH, NONE, NONE, True),
]


@pytest.mark.parametrize(("name", "extent", "lo", "hi", "is_point"), MADE, ids=[case[0] for case in MADE])
def test_the_ends_of_a_set(name: str, extent: Extent, lo: Bound, hi: Bound, is_point: bool) -> None:
    assert (extent.lo, extent.hi, extent.is_point) == (lo, hi, is_point)


def test_the_empty_set_has_no_ends() -> None:
    assert NOTHING.is_empty
    assert not NOTHING.is_point
    with pytest.raises(IndexError):
        _ = NOTHING.lo


def test_every_interval_of_the_short_line_holds_the_places_between_its_ends() -> None:
    for lo, hi in product(POINTS, POINTS):
        assert Extent(((lo, hi),)).is_empty is (lo > hi)


def test_bounds_next_to_each_other() -> None:
    assert before((5, 0)) == (5, -1)
    assert after((5, 0)) == (5, 1)
    assert before(NONE) == UNSETTLED
    assert after(HIGHEST) == UNSETTLED
    assert (exact(Fraction(6, 3)), type(exact(Fraction(6, 3)))) == (2, int)
    assert exact(Fraction(1, 2)) == Fraction(1, 2)
    assert exact(float("-inf")) == float("-inf")


def test_shifting_each_end_by_its_own() -> None:
    two = Extent.half_open(1, 2) | Extent.more_than(5)
    assert two.shifted(-1, 1) == Extent.half_open(0, 3) | Extent.more_than(4)
    assert two.shifted(10) == Extent.half_open(11, 12) | Extent.more_than(15)
    assert Extent.closed(1, 2).shifted(Fraction(1, 2)) == Extent.closed(Fraction(3, 2), Fraction(5, 2))
