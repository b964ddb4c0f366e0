"""Strategies for sets and values from small domains, so that coincidences are frequent.

All bounds are small integers, so an oracle can tell sets apart by their points at quarters of a unit, even after a
tolerance has moved the bounds by halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st

from conflicts.values.bounds import HIGHEST, LOWEST, Bound
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING_SUCH, Extent
from conflicts.values.value import Value

LOW: Final = 0
HIGH: Final = 5

numbers = st.integers(LOW, HIGH)
points = numbers.map(Extent.point)


@st.composite
def intervals(draw: st.DrawFn) -> Extent:
    """One interval of the line between 0 and 5, its ends open, closed or infinite; shrinks to the point 0."""
    lo, hi = sorted((draw(numbers), draw(numbers)))
    low: Bound = draw(st.sampled_from(((lo, 0), (lo, 0), (lo, 1), LOWEST)))
    high: Bound = draw(st.sampled_from(((hi, 0), (hi, 0), (hi, -1), HIGHEST)))
    return Extent.point(lo) if low > high else Extent(((low, high),))


def extents(*, beyond: bool = True) -> st.SearchStrategy[Extent]:
    """Sets that are not empty: points mostly, intervals, several of them, complements, none and unsettled.

    With `beyond=False` only sets on the line. Shrinks to the point 0.

    >>> from hypothesis import find
    >>> find(extents(), lambda extent: True) == Extent.point(0)
    True
    """
    several = st.lists(st.one_of(points, intervals()), min_size=2, max_size=3).map(_joined)
    on_line = st.one_of(points, points, intervals(), several)
    if not beyond:
        return on_line
    odd = st.sampled_from((NOTHING_SUCH, NOT_SETTLED))
    with_odd = st.tuples(on_line, odd).map(_joined)
    complements = on_line.map(lambda extent: ~extent).filter(lambda extent: not extent.is_empty)
    return st.one_of(on_line, on_line, odd, with_odd, complements)


def _joined(parts: Sequence[Extent]) -> Extent:
    return Extent(interval for part in parts for interval in part.intervals)


@st.composite
def values(draw: st.DrawFn, axis: str = "count", *, beyond: bool = True, firm: bool = False) -> Value:
    """Values on one axis, their loose set the strict one, a wider one or, unless `firm`, the whole line or everything.

    `axis` is any name, of one's own too; with `beyond=False` the strict set lies on the line. Shrinks to the point 0.
    """
    strict = draw(extents(beyond=beyond))
    if strict == NOT_SETTLED:
        loose = LINE | NOT_SETTLED
    else:
        wider = [st.just(strict), st.just(strict), extents(beyond=beyond).map(lambda more: strict | more)]
        loose = draw(st.one_of(*wider) if firm else st.one_of(*wider, st.just(EVERYTHING), st.just(strict | LINE)))
    return Value(axis, strict, loose, clock="floating" if axis == "time" else None)


def can_be_denied(value: Value) -> bool:
    """Whether its denial leaves a point, and is not one of those that the values module defines by hand."""
    return value.loose != EVERYTHING and value.strict != NOT_SETTLED and not value.strict >= LINE
