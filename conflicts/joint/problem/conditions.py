"""Conditions: what a set on the line says of the numbers that a voice speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Final, TypeAlias

from conflicts.joint.network import ORIGIN, Row
from conflicts.values import allen
from conflicts.values.bounds import INFINITY, Interval, Number
from conflicts.values.extent import Extent

Numbers: TypeAlias = tuple[int, ...]
"""The numbers that a voice speaks of.

Of a value the one that it bounds from below and the one that it bounds from above: the same one twice, but for the
whole of an event its start and its end. Of an order claim the start and the end of the one event and of the other.
"""

_ENDS: Final = (allen.START_A, allen.END_A, allen.START_B, allen.END_B)


def order_rows(extent: Extent, numbers: Numbers) -> list[Row]:
    """The conditions of an order claim on the ends of its two events."""
    return [(numbers[x], numbers[y], 0, is_strict) for x, y, is_strict in _edges(extent)]


@cache
def _edges(extent: Extent) -> tuple[tuple[int, int, bool], ...]:
    found = allen.edges(allen.from_extent(extent))
    return tuple((_ENDS.index(x), _ENDS.index(y), is_strict) for x, y, is_strict in found)


def bound_rows(interval: Interval, numbers: Numbers, *, is_whole: bool, below: bool, above: bool) -> Iterator[Row]:
    """The conditions of an interval: its lower bound if `below`, its upper one if `above`, rounded inward if whole."""
    (lo, lo_side), (hi, hi_side) = interval
    low, high = numbers
    if below and lo != -INFINITY:
        yield (ORIGIN, low, *_limit(-lo, lo_side > 0, is_whole))
    if above and hi != INFINITY:
        yield (high, ORIGIN, *_limit(hi, hi_side < 0, is_whole))


def _limit(number: Number, is_strict: bool, is_whole: bool) -> tuple[int | Fraction, bool]:
    """What something is at most, or less than if strict; of whole numbers it is always at most."""
    assert not isinstance(number, float)
    if not is_whole:
        return number, is_strict
    return (ceil(number) - 1 if is_strict else floor(number)), False


def hull(options: Sequence[list[Row]]) -> list[Row]:
    """The conditions that hold whichever of its options a voice means; none if it has none."""
    if not options:
        return []
    told = [{row[:2]: row for row in rows} for rows in options]
    shared = [pair for pair in told[0] if all(pair in one for one in told)]
    # The weaker of two conditions is the one with the larger end; of equal ones the one that is not strict.
    return [max((one[pair] for one in told), key=lambda row: (row[2], not row[3])) for pair in shared]
