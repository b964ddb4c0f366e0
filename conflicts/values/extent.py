"""Extents: sets on a line, as sorted intervals that do not touch."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from conflicts.values.bounds import HIGHEST, LOWEST, NONE, UNSETTLED, Bound, Interval, Number, after, before, exact


def _canonical(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Sort, drop what is empty, join what overlaps or touches: equal sets become equal tuples."""
    given = tuple(intervals)
    if len(given) == 1:  # by far the most are one interval
        lo, hi = given[0]
        return given if lo <= hi else ()
    joined: list[Interval] = []
    for lo, hi in sorted(given):
        if lo > hi:
            continue
        if joined and lo <= after(joined[-1][1]):
            if hi > joined[-1][1]:
                joined[-1] = (joined[-1][0], hi)
        else:
            joined.append((lo, hi))
    return tuple(joined)


@frozen
class Extent:
    """A set of points on a line and of the two points beyond it, in canonical form.

    Two extents are equal iff they are the same set. Most extents are one interval; a denial ("not on Wednesday")
    has two, "3/4/2025" has two. Operations take time linear in the number of intervals.

    >>> june = Extent.half_open(1, 31)
    >>> june & Extent.point(2) == Extent.point(2)
    True
    >>> ~~june == june
    True
    >>> june.meets(NOTHING_SUCH), (~june).meets(NOTHING_SUCH)
    (False, True)
    """

    intervals: tuple[Interval, ...] = field(converter=_canonical)

    @classmethod
    def point(cls, number: Number) -> Extent:
        """The single point `number`."""
        bound = (exact(number), 0)
        return cls(((bound, bound),))

    @classmethod
    def closed(cls, lo: Number, hi: Number) -> Extent:
        """The interval [lo, hi]."""
        return cls((((exact(lo), 0), (exact(hi), 0)),))

    @classmethod
    def half_open(cls, lo: Number, hi: Number) -> Extent:
        """The interval [lo, hi): a day, a month, all that ends just before the next begins."""
        return cls((((exact(lo), 0), (exact(hi), -1)),))

    @classmethod
    def at_least(cls, lo: Number) -> Extent:
        """The interval [lo, ∞)."""
        return cls((((exact(lo), 0), HIGHEST),))

    @classmethod
    def at_most(cls, hi: Number) -> Extent:
        """The interval (-∞, hi]."""
        return cls(((LOWEST, (exact(hi), 0)),))

    @classmethod
    def more_than(cls, lo: Number) -> Extent:
        """The interval (lo, ∞)."""
        return cls((((exact(lo), 1), HIGHEST),))

    @classmethod
    def less_than(cls, hi: Number) -> Extent:
        """The interval (-∞, hi)."""
        return cls(((LOWEST, (exact(hi), -1)),))

    @property
    def lo(self) -> Bound:
        """The lowest bound. Raises `IndexError` on the empty set."""
        return self.intervals[0][0]

    @property
    def hi(self) -> Bound:
        """The highest bound. Raises `IndexError` on the empty set."""
        return self.intervals[-1][1]

    @property
    def is_empty(self) -> bool:
        return not self.intervals

    @property
    def is_point(self) -> bool:
        """Whether the set is exactly one point."""
        return len(self.intervals) == 1 and self.intervals[0][0] == self.intervals[0][1]

    def meets(self, other: Extent) -> bool:
        """Whether the two sets share a point."""
        mine, theirs = self.intervals, other.intervals
        i = j = 0
        while i < len(mine) and j < len(theirs):
            if mine[i][1] < theirs[j][0]:
                i += 1
            elif theirs[j][1] < mine[i][0]:
                j += 1
            else:
                return True
        return False

    def __and__(self, other: Extent) -> Extent:
        shared = []
        i = j = 0
        mine, theirs = self.intervals, other.intervals
        while i < len(mine) and j < len(theirs):
            lo, hi = max(mine[i][0], theirs[j][0]), min(mine[i][1], theirs[j][1])
            if lo <= hi:
                shared.append((lo, hi))
            if mine[i][1] < theirs[j][1]:
                i += 1
            else:
                j += 1
        return Extent(shared)

    def __or__(self, other: Extent) -> Extent:
        return Extent(self.intervals + other.intervals)

    def __invert__(self) -> Extent:
        """All that is not in the set, the points none and unsettled included."""
        gaps: list[Interval] = []
        start = LOWEST
        for lo, hi in self.intervals:
            gaps.append((start, before(lo)))
            start = after(hi)
        gaps.append((start, NONE))
        return Extent(gaps)

    def __le__(self, other: Extent) -> bool:
        """Whether every point of this set is in the other."""
        theirs = other.intervals
        at = 0
        for lo, hi in self.intervals:  # no two of theirs touch, so that one must hold all of it
            while at < len(theirs) and theirs[at][1] < hi:
                at += 1
            if at == len(theirs) or lo < theirs[at][0]:
                return False
        return True

    def __ge__(self, other: Extent) -> bool:
        """Whether every point of the other set is in this one."""
        return other <= self

    def shifted(self, lo: Number, hi: Number | None = None) -> Extent:
        """Move every finite lower end by `lo` and every finite upper end by `hi` (`lo`, if not given).

        >>> Extent.closed(10, 20).shifted(-1, 1) == Extent.closed(9, 21)
        True
        """
        up = lo if hi is None else hi
        return Extent(((exact(a + lo), a_side), (exact(b + up), b_side)) for (a, a_side), (b, b_side) in self.intervals)


NOTHING: Final = Extent(())
LINE: Final = Extent(((LOWEST, HIGHEST),))
NOTHING_SUCH: Final = Extent(((NONE, NONE),))
NOT_SETTLED: Final = Extent(((UNSETTLED, UNSETTLED),))
EVERYTHING: Final = Extent(((LOWEST, NONE),))
