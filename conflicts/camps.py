"""Camps: who can be right together. One sweep over the end points finds them all.

A camp is a maximal set of statements whose strict sets share a point: a maximal clique of an interval graph, found as
in Gavril (1972) from the sorted end points. With single intervals pairwise agreement is joint agreement (Helly 1923).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import xor
from random import Random
from typing import Final

from conflicts.values.bounds import Bound
from conflicts.values.extent import Extent

MOST_COMPARED: Final = 1_000_000
"""Where sets have several intervals, so often are the members of one stretch compared with those of another."""
MOST_BITS: Final = 100_000_000
"""And only where so many bits hold the members of all stretches."""

MOST_CLIQUES: Final = 10_000
MOST_STEPS: Final = 200_000


class Sweep:
    """The camps among `extents`, by index; all indices are into that sequence.

    `bounds[k]` is the first and last bound of the stretch that the members of camp k share; camps are in the order of
    the line. Building takes O(n log n) time for n intervals and keeps four integers each.

    >>> sweep = Sweep([Extent.closed(1, 4), Extent.point(2), Extent.point(5), Extent.closed(0, 9)])
    >>> [sweep.members(k) for k in range(len(sweep))]
    [[0, 1, 3], [2, 3]]
    >>> [list(sweep.camps_of(i)) for i in range(4)], sweep.depth
    ([[0], [0], [1], [0, 1]], 3)
    """

    def __init__(self, extents: Sequence[Extent]) -> None:
        self.extents = extents
        self._owners: list[int] | None = None
        pieces = [extent.intervals[0] for extent in extents]
        if any(len(extent.intervals) > 1 for extent in extents):
            self._owners = [i for i, extent in enumerate(extents) for _ in extent.intervals]
            pieces = [interval for extent in extents for interval in extent.intervals]
        self._pieces = pieces
        los = [piece[0] for piece in pieces]
        his = [piece[1] for piece in pieces]
        self._by_lo = sorted(range(len(pieces)), key=los.__getitem__)
        self._by_hi = sorted(range(len(pieces)), key=his.__getitem__)
        self._sweep()

    def _sweep(self) -> None:
        """A camp closes wherever an end follows a start: all that is open there shares the stretch between them."""
        pieces, by_lo, by_hi = self._pieces, self._by_lo, self._by_hi
        n = len(pieces)
        started = 0
        is_new = False
        starts: list[int] = []
        ends: list[int] = []
        depths: list[int] = []
        for ended in range(n):
            hi = pieces[by_hi[ended]][1]
            while started < n and pieces[by_lo[started]][0] <= hi:
                started += 1
                is_new = True
            if is_new:
                is_new = False
                starts.append(by_lo[started - 1])
                ends.append(by_hi[ended])
                depths.append(started - ended)
        if self._owners is not None:
            kept = self._maximal(starts, ends, depths)
            starts, ends, depths = [starts[k] for k in kept], [ends[k] for k in kept], [depths[k] for k in kept]
        self._starts, self._ends = starts, ends
        self.depth = max(depths, default=0)
        """The greatest number of extents that share a point."""

    @property
    def orders(self) -> tuple[list[int], list[int]] | None:
        """The indices of the extents by first and by last bound; None where some have several intervals."""
        return (self._by_lo, self._by_hi) if self._owners is None else None

    def _maximal(self, starts: list[int], ends: list[int], depths: list[int]) -> list[int]:
        """The stretches whose members are not all together in another stretch too; of equal ones the first.

        A stretch is maximal at once if it is as deep as any, or if one single interval first shares it and another
        last. Equal ones are told by the sum of a random number for each member; only what is left is compared with
        others, and what the comparisons do not reach is kept.
        """
        los, his = [self._pieces[p][0] for p in starts], [self._pieces[p][1] for p in ends]
        spans = [(bisect_left(los, lo), bisect_right(his, hi) - 1) for lo, hi in self._pieces]
        n = len(starts)
        draw = Random(n)
        tags = [draw.getrandbits(128) for _ in self.extents]
        changes = [0] * (n + 1)
        single_starts, single_ends = [False] * n, [False] * n
        assert self._owners is not None
        for (first, last), owner in zip(spans, self._owners, strict=True):
            if first > last:
                continue
            changes[first] += tags[owner]
            changes[last + 1] -= tags[owner]
            if len(self.extents[owner].intervals) == 1:
                single_starts[first] = single_ends[last] = True
        first_with: dict[int, int] = {}
        tag = 0
        for k in range(n):
            tag += changes[k]
            first_with.setdefault(tag, k)
        deepest = max(depths)
        unsure = {k for k in first_with.values() if depths[k] < deepest and not (single_starts[k] and single_ends[k])}
        covered = self._covered(unsure, sorted(first_with.values()), depths, spans) if unsure else set()
        return [k for k in sorted(first_with.values()) if k not in covered]

    def _covered(
        self, unsure: set[int], distinct: list[int], depths: list[int], spans: list[tuple[int, int]]
    ) -> set[int]:
        """Those of the stretches `unsure` whose members are all together in a deeper one too; see `MOST_COMPARED`.

        `spans` says where each piece is. Members are bits of one number for each of the `distinct` stretches.
        """
        assert self._owners is not None
        if len(depths) * len(self.extents) > MOST_BITS:
            return set()
        changes = [0] * (len(depths) + 1)
        for (first, last), owner in zip(spans, self._owners, strict=True):
            if first <= last:
                changes[first] ^= 1 << owner
                changes[last + 1] ^= 1 << owner
        members = list(accumulate(changes, xor))
        covered = set()
        deepest_first = sorted(distinct, key=lambda k: (-depths[k], k))
        left = MOST_COMPARED
        for k in sorted(unsure):
            mine = members[k]
            for r in deepest_first[:left]:
                left -= 1
                if depths[r] <= depths[k]:
                    break
                if mine & members[r] == mine:
                    covered.add(k)
                    break
        return covered

    def _at(self, lo: Bound, hi: Bound) -> set[int]:
        return {i for i, extent in enumerate(self.extents) if any(a <= lo and hi <= b for a, b in extent.intervals)}

    def __len__(self) -> int:
        return len(self._starts)

    def bounds(self, camp: int) -> tuple[Bound, Bound]:
        """The stretch that all members of a camp share."""
        return self._pieces[self._starts[camp]][0], self._pieces[self._ends[camp]][1]

    @cached_property
    def _lo_keys(self) -> list[Bound]:
        return [self._pieces[p][0] for p in self._starts]

    @cached_property
    def _hi_keys(self) -> list[Bound]:
        return [self._pieces[p][1] for p in self._ends]

    def _ranges(self, index: int) -> list[range]:
        """The camps that extent `index` belongs to, a range for each interval; O(log n) an interval."""
        los, his = self._lo_keys, self._hi_keys
        return [range(bisect_left(los, lo), bisect_right(his, hi)) for lo, hi in self.extents[index].intervals]

    def camps_of(self, index: int) -> Sequence[int]:
        """The camps that extent `index` belongs to, in order: a range if it is one interval."""
        ranges = self._ranges(index)
        return ranges[0] if len(ranges) == 1 else [k for found in ranges for k in found]

    def members(self, camp: int) -> list[int]:
        """The extents of a camp, by index; linear in the number of all."""
        return sorted(self._at(*self.bounds(camp)))

    def one_of(self, camp: int) -> int:
        """A member of a camp, in constant time: one whose interval the stretch starts with."""
        piece = self._starts[camp]
        return piece if self._owners is None else self._owners[piece]

    @cached_property
    def sides(self) -> tuple[list[list[int]], list[int]]:
        """For each camp those that belong to it alone; and those that belong to several, or clash with none."""
        alone: list[list[int]] = [[] for _ in range(len(self))]
        neutral = []
        for index, camp in enumerate(self._only_camps()):
            if camp is None:
                neutral.append(index)
            else:
                alone[camp].append(index)
        return alone, neutral

    def _only_camps(self) -> Iterable[int | None]:
        """For each extent its camp, if it has just one and there are others."""
        if len(self) < 2:
            return [None] * len(self.extents)
        if self._owners is not None:
            found = ([r for r in self._ranges(index) if r] for index in range(len(self.extents)))
            return [ranges[0][0] if sum(map(len, ranges)) == 1 else None for ranges in found]
        only: list[int | None] = [None] * len(self.extents)
        camp = 0
        for index in self._by_lo:
            while self._lo_keys[camp] < self._pieces[index][0]:
                camp += 1
            only[index] = camp
        camp = len(self) - 1
        for index in reversed(self._by_hi):
            while self._hi_keys[camp] > self._pieces[index][1]:
                camp -= 1
            if only[index] != camp:
                only[index] = None
        return only


class Cliques:
    """The camps where agreement is no matter of one line: maximal sets of statements that agree pair by pair.

    Needed where the true value changes in time, and where some times float and others name a zone. Same face as
    `Sweep`, without bounds. What clashes with nothing belongs to no camp, and disputes that no clash connects (about
    two days, say) have camps of their own. The cliques are found as in Bron and Kerbosch (1973), with Tomita's pivot;
    there can be exponentially many, so the first `MOST_CLIQUES` found in `MOST_STEPS` are taken.

    >>> cliques = Cliques(5, [(0, 2), (2, 3)])
    >>> [cliques.members(k) for k in range(len(cliques))], cliques.sides, cliques.depth
    ([[0, 3], [2]], ([[0, 3], [2]], [1, 4]), 4)
    """

    def __init__(self, n: int, clashing: Iterable[tuple[int, int]]) -> None:
        self._n = n
        clash = [0] * n
        for i, j in clashing:
            clash[i] |= 1 << j
            clash[j] |= 1 << i
        camps: list[list[int]] = []
        steps = 0
        self.depth = clash.count(0)
        """The most statements that can be true together."""
        for part in _connected(clash):
            largest = 0
            work = [(0, part, 0)]
            while work and len(camps) < MOST_CLIQUES and steps < MOST_STEPS:
                steps += 1
                chosen, open_, done = work.pop()
                if not open_ and not done:
                    camps.append(list(_bits(chosen)))
                    largest = max(largest, len(camps[-1]))
                    continue
                pivot = max(_bits(open_ | done), key=lambda v: (open_ & ~clash[v] & ~(1 << v)).bit_count())
                for v in _bits(open_ & (clash[pivot] | 1 << pivot)):
                    agree = ~(clash[v] | 1 << v)
                    work.append((chosen | 1 << v, open_ & agree, done & agree))
                    open_ &= ~(1 << v)
                    done |= 1 << v
            self.depth += largest
        self._camps = sorted(camps)

    def __len__(self) -> int:
        return len(self._camps)

    def members(self, camp: int) -> list[int]:
        """The members of a camp, by index."""
        return self._camps[camp]

    def one_of(self, camp: int) -> int:
        """A member of a camp."""
        return self._camps[camp][0]

    @cached_property
    def sides(self) -> tuple[list[list[int]], list[int]]:
        """For each camp those that belong to it alone; and those that belong to several, or clash with none."""
        counts = [0] * self._n
        for camp in self._camps:
            for index in camp:
                counts[index] += 1
        alone = [[i for i in camp if counts[i] == 1] for camp in self._camps]
        return alone, [i for i in range(self._n) if counts[i] != 1]


def _connected(clash: list[int]) -> Iterator[int]:
    """The statements that clash with any, in parts that no clash connects, as bits."""
    left = sum(1 << i for i, others in enumerate(clash) if others)
    while left:
        part, fresh = 0, left & -left
        while fresh:
            part |= fresh
            near = 0
            for i in _bits(fresh):
                near |= clash[i]
            fresh = near & ~part
        yield part
        left &= ~part


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
