"""Extents are sets: canonical, closed under complement, with exact ends."""

from __future__ import annotations

from fractions import Fraction

import pytest

from conflicts.values.bounds import HIGHEST, LOWEST, NONE, UNSETTLED
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
