"""Lengths of time in seconds: how long a unit is, how exact a printed number, and what bounds it."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias

from attrs import define

from conflicts.errors import UnreadError
from conflicts.reading.time.lengths import length
from conflicts.reading.time.relative import length_timex
from conflicts.reading.time.spec import Count, Length
from conflicts.reading.time.tokens import Tokens
from conflicts.values.bounds import HIGHEST, LOWEST, exact
from conflicts.values.calendar import DAY, HOUR, MINUTE
from conflicts.values.extent import LINE, Extent

SIZES: Final[dict[str, tuple[int, int]]] = {
    # The shortest and the longest that one of a unit can be, in seconds.
    "second": (1, 1),
    "minute": (MINUTE, MINUTE),
    "hour": (HOUR, HOUR),
    "day": (DAY, DAY),
    "night": (DAY // 3, DAY),
    "workday": (DAY, DAY),
    "weekend": (2 * DAY, 2 * DAY),
    "workweek": (5 * DAY, 7 * DAY),
    "week": (7 * DAY, 7 * DAY),
    "fortnight": (14 * DAY, 14 * DAY),
    "month": (28 * DAY, 31 * DAY),
    "quarter": (90 * DAY, 92 * DAY),
    "semester": (181 * DAY, 184 * DAY),
    "year": (365 * DAY, 366 * DAY),
    "fiscal": (365 * DAY, 366 * DAY),
    "school": (200 * DAY, 366 * DAY),
    "decade": (3652 * DAY, 3653 * DAY),
    "century": (36524 * DAY, 36525 * DAY),
    "millennium": (365242 * DAY, 365243 * DAY),
}
_ISO_UNITS: Final = {"y": "year", "m": "month", "w": "week", "d": "day"}
_ISO_CLOCK: Final = {"h": "hour", "m": "minute", "s": "second"}
_FILLERS: Final = frozenset({"for", "of", "partitive", "lasting", "long", "adjective", "again"})
_STRICT_ROUGH, _LOOSE_ROUGH = Fraction(1, 10), Fraction(1, 4)


Sets: TypeAlias = tuple[Extent, Extent, str | None]
"""The strict and the loose set of a length, and what TIMEX3 calls it."""


_VAGUE: Final = {
    "PXY": ("year", 2, 60), "PXM": ("month", 2, 24), "PXW": ("week", 2, 12), "PXD": ("day", 2, 30),
    "PTXH": ("hour", 2, 24), "PTXM": ("minute", 2, 60), "PTXS": ("second", 1, 300),
}  # fmt: skip


@define
class Measured:
    """A length as its shortest and longest reading in seconds, and half of its last printed unit."""

    low: Count
    high: Count
    half: Count
    timex: str
    is_vague: bool = False


def read_length(tokens: Tokens, at: int, *, bare: bool = False, is_first: bool = False) -> tuple[Measured, int] | None:
    """A length at `at`, in words or as ISO 8601 writes it."""
    found = _iso(tokens, at) or _clock_like(tokens, at) or length(tokens, at, bare=bare, is_first=is_first)
    if found is None or (len(found[0].parts) > 1 and any(unit == "night" for _, _, unit in found[0].parts)):
        return None  # "Two days and one night": it lies between them.
    return measured(found[0]), found[1]


def measured(how_long: Length) -> Measured:
    low = sum((part[0] * SIZES[part[2]][0] for part in how_long.parts), 0)
    high = sum((part[1] * SIZES[part[2]][1] for part in how_long.parts), 0)
    count, _, unit = how_long.parts[-1]
    unit_size = SIZES[unit][0]
    half = Fraction(unit_size, 2)
    if count.denominator != 1:
        half = Fraction(unit_size, 2 * min(count.denominator, 10))
    elif len(how_long.parts) == 1 and count >= 10 and count % 10 == 0:
        zeros = 10
        while count % (zeros * 10) == 0:
            zeros *= 10
        half = min(Fraction(unit_size * zeros, 2), max(count * unit_size * Fraction(5, 100), half))
    return Measured(low, high, half, length_timex(how_long), how_long.is_vague)


def _iso(tokens: Tokens, at: int) -> tuple[Length, int] | None:
    """ "P3D", "PT1H30M", "P1.5Y"."""
    if tokens.word(at) not in ("p", "pt") or not tokens.is_glued(at + 1) or not tokens.is_number(at + 1):
        return None
    in_clock, end = tokens.word(at) == "pt", at + 1
    parts: list[tuple[Fraction, Fraction, str]] = []
    while tokens.is_number(end) and tokens.is_glued(end):
        count = Fraction(int(tokens.words[end]))
        end += 1
        if tokens.word(end) in (".", ",") and tokens.is_number(end + 1) and tokens.is_glued(end + 1):
            digits = tokens.words[end + 1]
            count += Fraction(int(digits), 10 ** len(digits))
            end += 2
        word = tokens.word(end)
        if not tokens.is_glued(end):
            return None
        letter, rest = word[:1], word[1:]
        unit = (_ISO_CLOCK if in_clock else _ISO_UNITS).get(letter)
        if unit is None or rest not in ("", "t") or (rest and in_clock):
            return None
        in_clock = in_clock or rest == "t"
        parts.append((count, count, unit))
        end += 1
    return (Length(tuple(parts)), end) if parts else None


def _clock_like(tokens: Tokens, at: int) -> tuple[Length, int] | None:
    """ "1:45:30" (hours, minutes, seconds)."""
    if not (tokens.is_number(at) and tokens.word(at + 1) == ":" == tokens.word(at + 3)):
        return None
    if not all(tokens.is_glued(at + step) for step in range(1, 5)):
        return None
    if not (tokens.is_number(at + 2) and tokens.is_number(at + 4)):
        return None
    hours, minutes, seconds = (int(tokens.words[at + step]) for step in (0, 2, 4))
    if minutes > 59 or seconds > 59:
        return None
    units = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    return Length(tuple((Fraction(count), Fraction(count), unit) for count, unit in units)), at + 5


def signed(tokens: Tokens, at: int, *, is_first: bool = False) -> tuple[Measured, int] | None:
    """A length that may be negative, as differences are: "exactly -5 seconds"."""
    if tokens.word(at) == "-" and tokens.is_number(at + 1):
        found = read_length(tokens, at + 1, is_first=is_first)
        if found:
            read = found[0]
            read.low, read.high, read.timex = -read.high, -read.low, f"-{read.timex}"
        return found
    return read_length(tokens, at, is_first=is_first)


def rough(read: Measured, hedge: str) -> tuple[Extent, Extent]:
    """ "about", "nearly", "just over": a tenth strictly, a quarter loosely, on the side that the hedge allows."""
    strict, loose = max(read.half, read.high * _STRICT_ROUGH), max(read.half * 2, read.high * _LOOSE_ROUGH)
    down = 0 if hedge == "over" else 1
    up = 0 if hedge == "nearly" else 1
    return (
        Extent.closed(exact(max(read.low - strict * down, Fraction(0))), exact(read.high + strict * up)),
        Extent.closed(exact(max(read.low - loose, Fraction(0))), exact(read.high + loose)),
    )


def filler_at(tokens: Tokens, at: int) -> int | None:
    """The index after a word that leaves the length beside it as it is, or None."""
    word = tokens.sense(at, "duration_filler")
    return word[1] if word and word[0] in _FILLERS else None


def _bound(tokens: Tokens, at: int) -> tuple[tuple[Extent, Extent, str], int] | None:
    """One bound: "at least two hours", "less than 30 minutes", "90 minutes or more"."""
    while tokens.sense(at, "bound_duration") is None and (filler := filler_at(tokens, at)):
        at = filler
    word = tokens.sense(at, "bound_duration")
    if word:
        start = tokens.sense(word[1], "approx")
        sharp = tokens.sense(word[1], "exact")
        found = signed(tokens, sharp[1] if sharp else start[1] if start else word[1])
        if found is None:
            return None
        name = "sharp " + word[0] if sharp else word[0]
        return _half_line(name, *found)
    found = read_length(tokens, at)
    if found is None:
        return None
    after = tokens.sense(found[1], "bound_duration_after")
    return _half_line(after[0], found[0], after[1]) if after else None


def _half_line(name: str, read: Measured, end: int) -> tuple[tuple[Extent, Extent, str], int]:
    low, high = exact(read.low), exact(read.high)
    if name.endswith("atleast"):
        strict = Extent.at_least(low)
        loose = strict
    elif name.endswith("atmost"):
        strict = Extent.at_most(high)
        loose = strict
    elif name == "sharp more":
        strict = loose = Extent.more_than(low)
    elif name == "sharp less":
        strict = loose = Extent.less_than(high)
    elif name == "more":
        strict, loose = Extent.more_than(low), Extent.at_least(low)
    else:
        strict, loose = Extent.less_than(high), Extent.at_most(high)
    return (strict, loose, read.timex), end


def bounded(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    found = _bound(tokens, at)
    return ((found[0][0], found[0][1], found[0][2]), found[1]) if found else None


def both(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    """Two bounds: "at least 90 minutes and less than 2 hours"."""
    first = _bound(tokens, at)
    if first is None:
        return None
    joint = tokens.sense(first[1], "join")
    last = _bound(tokens, joint[1]) if joint else None
    if last is None:
        return None
    strict = first[0][0] & last[0][0]
    if strict.is_empty:
        raise UnreadError("no length fits both bounds")
    return (strict, strict, None), last[1]


def vague(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    """ "decades-long", "over the years", "for weeks", "an indefinite period"."""
    start = at
    while True:
        unknown = tokens.sense(start, "duration_unknown")
        if unknown:
            return (LINE, LINE, "PXD" if unknown[0] == "PXX" else unknown[0]), unknown[1]
        found = tokens.sense(start, "duration_vague")
        if found:
            name, low, high = _VAGUE[found[0]]
            shortest, longest = SIZES[name][0] * low, SIZES[name][1] * high
            loose = Extent(((LOWEST, HIGHEST),))
            return (Extent.closed(shortest, longest), loose, found[0]), found[1]
        end = filler_at(tokens, start)
        word = tokens.sense(start, "relative") if end is None else None
        if end is None and word is None:
            return None
        start = end or (word[1] if word else start)


def partly(tokens: Tokens, at: int) -> tuple[Sets, int] | None:
    """ "most of a day", "the better part of a year": from a half to the whole, loosely from a quarter."""
    word = tokens.sense(at, "duration_filler")
    if word and word[0] in _FILLERS:
        return partly(tokens, word[1])
    found = read_length(tokens, word[1]) if word and word[0] == "part" else None
    if found is None:
        return None
    read, end = found
    strict = Extent.closed(exact(read.low / Fraction(2)), exact(read.high))
    return (strict, Extent.closed(exact(read.low / Fraction(4)), exact(read.high + read.half)), None), end
