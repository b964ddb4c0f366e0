"""Laws of values: what holds for any two sets, any two values, on any axis."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Relation, Value
from conflicts.reading.tolerance import Tolerance
from conflicts.testing import check_value_laws, extents, values
from conflicts.testing.sets import can_be_denied
from conflicts.values.extent import EVERYTHING, LINE, NOTHING, Extent

law = settings(max_examples=100, derandomize=True, deadline=None)
WORSE = [Relation.COMPATIBLE, Relation.TENSION, Relation.CONTRADICTION]

any_value = st.sampled_from(("count", "time", "length")).flatmap(values)
counts = values("count")


@st.composite
def times(draw: st.DrawFn) -> Value:
    """Times, some on the event's own clock, some as instants."""
    value = draw(values("time", beyond=False))
    zoned = draw(st.booleans())
    offset = None if zoned else draw(st.sampled_from((None, 0, 3)))
    return Value("time", value.strict, value.loose, clock="zoned" if zoned else "floating", offset=offset)


def points(extent: Extent) -> oracle.Points:
    return oracle.points((((lo, lo_side), (hi, hi_side)) for (lo, lo_side), (hi, hi_side) in extent.intervals))


@law
@given(extents(), extents())
def test_sets_are_what_their_points_are(a: Extent, b: Extent) -> None:
    assert points(a & b) == points(a) & points(b)
    assert points(a | b) == points(a) | points(b)
    assert points(~a) == oracle.ALL - points(a)
    assert a.meets(b) == bool(points(a) & points(b))
    assert (a <= b) == (points(a) <= points(b))


@law
@given(extents(), extents())
def test_equal_sets_are_equal_objects(a: Extent, b: Extent) -> None:
    """Canonical form: `==` and `hash` mean the same set, however it was put together."""
    assert (a == b) == (points(a) == points(b))
    assert ~~a == a
    assert a | b == b | a
    assert hash((a | b) & a) == hash(a)
    assert ~(a | b) == ~a & ~b
    assert (a & ~a, a | ~a) == (NOTHING, EVERYTHING)


@law
@given(extents())
def test_intervals_are_sorted_and_do_not_touch(a: Extent) -> None:
    ends = [bound for interval in a.intervals for bound in interval]
    assert ends == sorted(ends)
    for (_, hi), (lo, _) in pairwise(a.intervals):
        assert points(Extent(((hi, lo),))) - points(a), f"nothing lies between {hi} and {lo}"


@law
@given(counts, counts)
def test_relation_is_that_of_the_points(a: Value, b: Value) -> None:
    expected = oracle.relation((points(a.strict), points(a.loose)), (points(b.strict), points(b.loose)))
    assert a.relation(b).value == expected


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "counts": counts,
    "any axis": st.one_of(any_value, times()),
    "times on two kinds of clock": times(),
}


@pytest.mark.parametrize("among", VALUES)
def test_the_laws_that_ship(among: str) -> None:
    check_value_laws(VALUES[among], max_examples=40)


@law
@given(counts, counts, st.integers(0, 6), st.integers(0, 6))
def test_a_wider_tolerance_never_makes_it_worse(a: Value, b: Value, narrow: int, more: int) -> None:
    less, wider = Tolerance(Fraction(narrow)), Tolerance(Fraction(narrow + more))
    assert WORSE.index(wider.widen(a).relation(wider.widen(b))) <= WORSE.index(less.widen(a).relation(less.widen(b)))


@pytest.mark.parametrize("tolerance", [0, 1, 2, 3])
def test_two_points_agree_iff_they_differ_by_at_most_the_tolerance(tolerance: int) -> None:
    widen = Tolerance(Fraction(tolerance)).widen
    for other in range(6):
        a, b = (Value("count", Extent.point(n), Extent.point(n)) for n in (0, other))
        expected = Relation.COMPATIBLE if other <= tolerance else Relation.CONTRADICTION
        assert widen(a).relation(widen(b)) is expected, f"0 and {other} within {tolerance}"


@law
@given(counts.filter(can_be_denied))
def test_a_value_clashes_with_its_denial(a: Value) -> None:
    assert a.relation(a.denied()) in (Relation.TENSION, Relation.CONTRADICTION)
    if a.strict == a.loose:
        assert a.relation(a.denied()) is Relation.CONTRADICTION
    if a.strict == a.loose and not a.denied().loose >= LINE:  # "there is none", denied, excludes no point of the line
        assert a.denied().denied() == a


@law
@given(counts.filter(can_be_denied), counts)
def test_a_denial_excludes_what_lies_inside(a: Value, b: Value) -> None:
    """What lies inside a denied value clashes with the denial; what lies wholly outside of it does not."""
    if a.loose >= LINE:
        return
    assert (a.denied().relation(b) is Relation.COMPATIBLE) == (not b.strict <= a.loose)
