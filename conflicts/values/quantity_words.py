"""Canonical English words of an interval on a quantity axis; the reader of quantities reads them back exactly.

    at least 50          [50, ∞)          between 7.5 and 8.5 km     [7500 m, 8500 m]
    exactly 8 km         the point        strictly more than 50      (50, ∞)

Numbers are exact: a decimal fraction where one exists, else a stroke ("3 1/7"). Of the units of an axis one is taken
that needs no stroke, then the one that was printed, then the one that makes the shortest words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import evolve

from conflicts.values.bounds import INFINITY, Bound, Interval
from conflicts.values.units import PER, Unit, axis_units, find_unit

SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
SCALED_DECIMALS: Final = 3
PLAIN_COUNT: Final = 1000
DIFFERENCE: Final = "temperature difference"
IN_NUMBER: Final = " in number"
UNIT_WORDS: Final = {
    "%": "percent",
    "acre": "acres",
    "kilo": "kg",
    "kn": "knots",
    "ly": "light-years",
    "mi": "miles",
    "nmi": "nautical miles",
}
DEGREES: Final = ("°C", "°F")
_STROKE: Final = re.compile(r"\d/\d")


def quantity_words(interval: Interval, axis: str, unit: str | None = None, beside: Sequence[Interval] = ()) -> str:
    """The interval in words, in `unit` if that is one of the axis and needs no fraction.

    The unit is chosen so that it suits the intervals `beside` it too: so one text has one unit.

    >>> quantity_words(((50, 0), (INFINITY, 0)), "count")
    'at least 50'
    >>> quantity_words(((7500, 0), (8500, 0)), "length")
    'between 7.5 and 8.5 km'
    >>> quantity_words(((Fraction(3, 5), 0), (Fraction(3, 5), 0)), "share")
    'exactly 60 percent'
    """
    lo, hi = interval
    if lo[0] == -INFINITY and hi[0] == INFINITY:
        return f"any {axis}"
    candidates = _candidates(axis, unit)
    if len(candidates) == 1:
        return _in_unit(lo, hi, axis, candidates[0])
    told = {interval, *beside}
    is_printed = unit is not None and candidates[0] is not None and candidates[0].symbol == unit

    def cost(at: int) -> tuple[bool, bool, int]:
        texts = [_in_unit(low, high, axis, candidates[at]) for low, high in told]
        return any(_STROKE.search(text) for text in texts), is_printed and at > 0, sum(map(len, texts))

    return _in_unit(lo, hi, axis, candidates[min(range(len(candidates)), key=cost)])


def _candidates(axis: str, unit: str | None) -> list[Unit | None]:
    """The units to choose from, the printed one first."""
    found = None if unit is None else find_unit(unit)
    listed: list[Unit | None] = list(axis_units(axis))
    if found is not None and found.axis == axis:
        listed = [found, *(other for other in listed if other != found)]
    if axis == DIFFERENCE:
        degrees = [evolve(other, symbol=symbol) for symbol in DEGREES if (other := find_unit(f"Δ{symbol}")) is not None]
        listed = [*degrees[unit == DEGREES[1] :], *degrees[: unit == DEGREES[1]]]
    if not listed and unit and axis.partition(PER)[0] != "count":
        listed.append(Unit(unit, axis, Fraction(1)))  # an axis of one's own
    return listed or [None]


def _in_unit(lo: Bound, hi: Bound, axis: str, unit: Unit | None) -> str:
    low, high = (_number(bound, unit) for bound in (lo, hi))
    ends = [number for number in (low, high) if number is not None]
    scale, name = _scale(ends)
    stroked = any(_decimal(number / scale) is None for number in ends)
    suffix = f" {name}" if name else ""
    base, per, noun = axis.partition(PER)
    if base == "count":
        suffix += (IN_NUMBER if stroked else "") + per + noun
    elif unit is not None:
        symbol = unit.symbol.removesuffix(per + noun) if per else unit.symbol
        suffix += f" {UNIT_WORDS.get(symbol, symbol)}{per}{noun}"
    is_plain_count = axis == "count" and low is not None and abs(low) < PLAIN_COUNT and low.denominator == 1
    text = _phrase(
        None if low is None else figure(low / scale),
        None if high is None else figure(high / scale),
        is_open=(lo[1] > 0, hi[1] < 0),
        is_point=lo == hi,
        is_plain=is_plain_count,
    )
    return ("a difference of " if base == DIFFERENCE else "") + text + suffix


def _phrase(low: str | None, high: str | None, *, is_open: tuple[bool, bool], is_point: bool, is_plain: bool) -> str:
    if low is not None and is_point:
        return low if is_plain else f"exactly {low}"
    if low is not None and high is not None and not any(is_open):
        return f"between {low} and {high}"
    more, less = (
        ("strictly more than" if is_open[0] else "at least"),
        ("strictly less than" if is_open[1] else "at most"),
    )
    parts = [f"{more} {low}" if low is not None else "", f"{less} {high}" if high is not None else ""]
    return " but ".join(part for part in parts if part)


def _number(bound: Bound, unit: Unit | None) -> Fraction | None:
    number = bound[0]
    if number in (INFINITY, -INFINITY):
        return None
    exact = Fraction(number)
    return exact if unit is None else unit.from_base(exact)


def _scale(ends: list[Fraction]) -> tuple[int, str]:
    """The largest multiplier word that all ends can take without many decimals, or none."""
    for scale, name in SCALES:
        if all(abs(end) >= scale and not (end * 10**SCALED_DECIMALS / scale).denominator > 1 for end in ends):
            return scale, name
    return 1, ""


def _decimal(number: Fraction) -> tuple[int, int] | None:
    """The number as digits and the count of its decimals, or None if no decimal fraction is it."""
    rest, twos, fives = number.denominator, 0, 0
    while not rest % 2:
        rest, twos = rest // 2, twos + 1
    while not rest % 5:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    decimals = max(twos, fives)
    return number.numerator * 10**decimals // number.denominator, decimals


def figure(number: Fraction) -> str:
    """The number in digits as English writes it.

    >>> figure(Fraction(-2469, 2)), figure(Fraction(22, 7)), figure(Fraction(1, 3))
    ('-1,234.5', '3 1/7', '1/3')
    """
    found = _decimal(number)
    sign = "-" if number < 0 else ""
    if found is None:
        whole, over = divmod(abs(number.numerator), number.denominator)
        return f"{sign}{whole:,} {over}/{number.denominator}" if whole else f"{sign}{over}/{number.denominator}"
    digits, decimals = found
    whole, part = divmod(abs(digits), 10**decimals)
    return f"{sign}{whole:,}" + (f".{part:0{decimals}d}" if decimals else "")
