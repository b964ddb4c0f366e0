"""Copies: is a claim a print of one of some others, for all that its moment and its value tell; without trying each.

Those others are put on shelves by moment. A claim looks on the shelves whose moments can be its own, and there it
counts how many sets lie wholly to one side: what is left meets its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from datetime import datetime
from typing import TypeAlias

from conflicts.claims import Claim, Moment
from conflicts.moments import local_day
from conflicts.values.bounds import Bound
from conflicts.values.extent import Extent
from conflicts.values.value import Value

Shelf: TypeAlias = tuple[Hashable, ...]


def shelves(moment: Moment | None) -> list[Shelf]:
    """Where a moment is put; see `possible`."""
    if moment is None:
        return [("undated",), ("all",)]
    day = local_day(moment)
    if not isinstance(moment, datetime):
        return [("day", day), ("all",)]
    zone = "naive" if moment.tzinfo is None else "aware"
    return [(zone, moment), (f"{zone} of a day", day), ("all",)]


def possible(moment: Moment | None) -> list[Shelf]:
    """Where the moments are that do not come before or after this one, as `moments.order` tells; each is found once."""
    if moment is None:
        return [("all",)]
    day = local_day(moment)
    if not isinstance(moment, datetime):
        return [("day", day), ("naive of a day", day), ("aware of a day", day), ("undated",)]
    zone, other = ("naive", "aware") if moment.tzinfo is None else ("aware", "naive")
    return [(zone, moment), (f"{other} of a day", day), ("day", day), ("undated",)]


class Copies:
    """The prints by moment and value. Taking one in takes constant time; asking O(log n), and a sort before the first.

    Two prints go together if neither was said before the other, as `standing.moment_order` tells, and their strict sets
    meet. `about` stands for what else they must have in common.
    """

    def __init__(self) -> None:
        self._ends: dict[Shelf, tuple[list[Bound], list[Bound]]] = {}
        self._is_sorted = True

    def add(self, about: Hashable, claim: Claim, value: Value) -> None:
        """Take in a print."""
        once = claim.utterance
        keys = [("said", *shelf) for shelf in shelves(claim.asserted_at)]
        if once is not None:
            keys += [(*key, once) for key in keys]
            keys += [("once", once), ("once", once, claim.via)]
            printed = shelves(claim.published_at)
            keys += [("once", once, claim.via, *a, *b) for a in shelves(claim.asserted_at) for b in printed]
        for line, extent in _lines(value):
            for key in keys:
                los, his = self._ends.setdefault((about, line, *key), ([], []))
                los.extend(lo for lo, _ in extent.intervals)
                his.extend(hi for _, hi in extent.intervals)
        self._is_sorted = False

    def has(self, about: Hashable, claim: Claim, value: Value) -> bool:
        """Whether one that was taken in goes together with this print.

        Those of its own utterance are counted apart: they are of its moment, but of one relay's prints only those are
        that were not printed at another.
        """
        if not self._is_sorted:
            for los, his in self._ends.values():
                los.sort()
                his.sort()
            self._is_sorted = True
        once = claim.utterance
        found = 0
        for line, extent in _facing(value):
            for shelf in possible(claim.asserted_at):
                found += self._meeting(extent, about, line, "said", *shelf)
                if once is not None:
                    found -= self._meeting(extent, about, line, "said", *shelf, once)
                    for printed in possible(claim.published_at):
                        found += self._meeting(extent, about, line, "once", once, claim.via, *shelf, *printed)
            if once is not None:
                found += self._meeting(extent, about, line, "once", once)
                found -= self._meeting(extent, about, line, "once", once, claim.via)
        return found > 0

    def _meeting(self, extent: Extent, *shelf: Hashable) -> int:
        """How many pairs of an interval on a shelf and one of a set meet."""
        los, his = self._ends.get(shelf, ((), ()))
        return sum(bisect_right(los, hi) - bisect_left(his, lo) for lo, hi in extent.intervals)


def _lines(value: Value) -> Iterator[tuple[str, Extent]]:
    """On which lines a value lies: floating times on that of instants, too."""
    yield value.clock or "", value.strict
    if value.clock == "floating":
        yield "floating at instants", value.at_instants().strict


def _facing(value: Value) -> Iterator[tuple[str, Extent]]:
    """On which lines it meets the others, and as what."""
    yield "", value.strict
    if value.clock != "zoned":
        yield "floating", value.strict
        yield "zoned", value.at_instants().strict
    else:
        yield "zoned", value.strict
        yield "floating at instants", value.strict
