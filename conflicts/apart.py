"""Sets that do not meet: the pairs of them, counted and listed without looking at every pair.

Two sets whose hulls (first to last bound) do not overlap are told by sorting alone. A single interval also misses a set
of several if it lies in one of that set's gaps; how many do is a count of dominated points, as in computational
geometry (de Berg and others: Computational Geometry, chapter 5). Only sets of several intervals whose hulls overlap are
compared with each other, and only so many.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import heappush
from itertools import pairwise
from typing import Any, Final, TypeAlias

from conflicts.values.extent import Extent

MOST_COMPARED: Final = 4_000_000
"""So many pairs of different sets of several intervals are compared; what is beyond counts as meeting."""
Point: TypeAlias = tuple[Any, Any, int]
"""Two coordinates that can be ordered, and the index of what they belong to."""


def n_dominating(points: Sequence[Point], queries: Sequence[Point]) -> int:
    """How many pairs of a point and a query there are in which the point's first coordinate is less, the second more.

    O(n log n): queries in the order of the first coordinate, the points before each in a Fenwick tree of the second.

    >>> n_dominating([(1, 5, 0), (2, 3, 1)], [(2, 4, 0), (3, 2, 1)])
    3
    """
    if not points or not queries:
        return 0
    seconds = sorted({b for _, b, _ in points})
    size = len(seconds)
    tree = [0] * (size + 1)
    waiting = sorted((a, bisect_left(seconds, b) + 1) for a, b, _ in points)
    entered = found = 0
    for a, b, _ in sorted(queries):
        while entered < len(waiting) and waiting[entered][0] < a:
            at = waiting[entered][1]
            while at <= size:
                tree[at] += 1
                at += at & -at
            entered += 1
        found += entered
        at = bisect_right(seconds, b)
        while at:
            found -= tree[at]
            at &= at - 1
    return found


def dominating(points: Sequence[Point], queries: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """The pairs that `n_dominating` counts, by index: O(log n) for each point, and constant time for each pair.

    >>> list(dominating([(1, 5, 0), (2, 3, 1)], [(2, 4, 0), (3, 2, 1)]))
    [(0, 0), (0, 1), (1, 1)]
    """
    waiting = sorted(points)
    ranks = sorted({b for _, b, _ in points})
    heap: list[tuple[int, int]] = []
    entered = 0
    for a, b, j in sorted(queries):
        while entered < len(waiting) and waiting[entered][0] < a:
            heappush(heap, (-bisect_left(ranks, waiting[entered][1]), waiting[entered][2]))
            entered += 1
        least = -bisect_right(ranks, b)
        stack = [0]
        while stack:
            at = stack.pop()
            # Below an entry of a heap there are only greater ones: a branch that is not asked for ends at once.
            if at < len(heap) and heap[at][0] <= least:
                yield heap[at][1], j
                stack += (2 * at + 2, 2 * at + 1)


class Apart:
    """Which of `extents` do not meet; all indices are into that sequence.

    >>> apart = Apart([Extent.point(1), Extent.point(3), ~Extent.closed(0, 2), Extent.closed(1, 4)])
    >>> apart.count(range(4)), list(apart.pairs(range(4)))
    (2, [(0, 1), (0, 2)])
    >>> apart.count([0, 3], [1, 2])
    2
    """

    def __init__(self, extents: Sequence[Extent], orders: tuple[list[int], list[int]] | None = None) -> None:
        """`orders` are all indices by first and by last bound, if single intervals are sorted already."""
        self.extents = extents
        self._orders = orders
        self._several = (
            {i for i, extent in enumerate(extents) if len(extent.intervals) > 1} if orders is None else set()
        )

    def count(self, xs: Sequence[int], ys: Sequence[int] | None = None) -> int:
        """How many of `xs` do not meet each other, or, if given, do not meet one of `ys`: O(n log n)."""
        if ys is None:
            return self._one_way(xs, xs) + self._n_tangled(xs, xs) // 2
        return self._one_way(xs, ys) + self._one_way(ys, xs) + self._n_tangled(xs, ys)

    def pairs(self, xs: Sequence[int], ys: Sequence[int] | None = None) -> Iterator[tuple[int, int]]:
        """The pairs that `count` counts, the widest apart first.

        Each in constant time among single intervals, and the first at once where they are sorted already.
        """
        if ys is None:
            yield from self._list_one_way(xs, xs)
            yield from ((i, j) for i, j in self._tangled_pairs(xs, xs) if i < j)
        else:
            yield from self._list_one_way(xs, ys)
            yield from ((i, j) for j, i in self._list_one_way(ys, xs))
            yield from self._tangled_pairs(xs, ys)

    def _one_way(self, xs: Sequence[int], ys: Sequence[int]) -> int:
        """How many of `xs` lie before one of `ys`, or, single intervals, in one of its gaps."""
        extents = self.extents
        los = [extents[j].lo for j in self._by_lo(ys)]
        found = sum(len(los) - bisect_right(los, extents[i].hi) for i in xs)
        return found + n_dominating(*self._gaps(xs, ys))

    def _list_one_way(self, xs: Sequence[int], ys: Sequence[int]) -> Iterator[tuple[int, int]]:
        by_lo, extents = self._by_lo(ys), self.extents
        for i in self._by_hi(xs):
            hi = extents[i].hi
            for j in reversed(by_lo):
                if extents[j].lo <= hi:
                    break
                yield i, j
        yield from dominating(*self._gaps(xs, ys))

    def _by_lo(self, among: Sequence[int]) -> list[int]:
        if self._orders is not None and len(among) == len(self.extents):
            return self._orders[0]
        return sorted(among, key=lambda i: self.extents[i].lo)

    def _by_hi(self, among: Sequence[int]) -> list[int]:
        if self._orders is not None and len(among) == len(self.extents):
            return self._orders[1]
        return sorted(among, key=lambda i: self.extents[i].hi)

    def _gaps(self, xs: Sequence[int], ys: Sequence[int]) -> tuple[list[Point], list[Point]]:
        """The single intervals of `xs` as points, and the gaps of `ys` as queries: inside is less and more."""
        if not self._several:
            return [], []
        points: list[Point] = [(self.extents[i].hi, self.extents[i].lo, i) for i in xs if i not in self._several]
        several = (j for j in ys if j in self._several)
        return points, [(b[0], a[1], j) for j in several for a, b in pairwise(self.extents[j].intervals)]

    @cached_property
    def _tangles(self) -> tuple[dict[int, int], dict[int, list[int]]]:
        """For each set of several intervals a number, equal sets alike; for each number those tangled with it.

        Tangled are two sets that do not meet though their hulls overlap. Those that hold the point that most hold
        need not be compared with each other.
        """
        numbers: dict[Extent, int] = {}
        number = {i: numbers.setdefault(self.extents[i], len(numbers)) for i in sorted(self._several)}
        sets = list(numbers)
        is_held = _at_the_deepest(sets)
        others = [k for k, held in enumerate(is_held) if held]
        tangles: dict[int, list[int]] = {}
        left = MOST_COMPARED
        for k in (k for k, held in enumerate(is_held) if not held):
            a = sets[k]
            for m in others[:left]:
                b = sets[m]
                if a.lo <= b.hi and b.lo <= a.hi and not a.meets(b):
                    tangles.setdefault(k, []).append(m)
                    tangles.setdefault(m, []).append(k)
            left -= min(left, len(others))
            if not left:
                break
            others.append(k)
        return number, tangles

    def _n_tangled(self, xs: Sequence[int], ys: Sequence[int]) -> int:
        """How many pairs of `xs` and `ys` are tangled; in both orders, if both are the same."""
        if len(self._several) < 2:
            return 0
        number, tangles = self._tangles
        mine = Counter(number[i] for i in xs if i in number)
        theirs = Counter(number[j] for j in ys if j in number)
        return sum(n * sum(theirs[m] for m in tangles[k]) for k, n in mine.items() if k in tangles)

    def _tangled_pairs(self, xs: Sequence[int], ys: Sequence[int]) -> Iterator[tuple[int, int]]:
        if len(self._several) < 2:
            return
        number, tangles = self._tangles
        where: dict[int, list[int]] = {}
        for j in ys:
            if j in number:
                where.setdefault(number[j], []).append(j)
        for i in xs:
            if i in number:
                yield from ((i, j) for m in tangles.get(number[i], ()) for j in where.get(m, ()))


def is_beyond_comparing(extents: Sequence[Extent]) -> bool:
    """Whether among these sets there are more pairs to compare than are: what is counted may then be too low.

    >>> is_beyond_comparing([Extent.closed(n, n + 1) for n in range(10)])
    False
    """
    if len(extents) * (len(extents) - 1) // 2 <= MOST_COMPARED:
        return False
    sets = list({extent for extent in extents if len(extent.intervals) > 1})
    if len(sets) < 2:
        return False
    n, held = len(sets), sum(_at_the_deepest(sets))
    return (n * (n - 1) - held * (held - 1)) // 2 > MOST_COMPARED


def _at_the_deepest(extents: Sequence[Extent]) -> list[bool]:
    """Which of the sets hold the point that as many of them hold as any."""
    los = sorted(lo for extent in extents for lo, _ in extent.intervals)
    his = sorted(hi for extent in extents for _, hi in extent.intervals)
    hub = max(los, key=lambda lo: bisect_right(los, lo) - bisect_left(his, lo))
    return [any(lo <= hub <= hi for lo, hi in extent.intervals) for extent in extents]
