"""From a number and its hedges to the two sets it stands for.

The widths are the library's law on printed numbers: a count is a point, unless it is printed as so many millions;
a measure reaches half a unit of its last printed digit to either side, and where it ends in noughts half a unit of its
last other digit, at most 2.5 % of it (loosely 5 %); large round counts have the loose 5 % too. Hedges move or open the
ends.

"Less than 19 %" and "19 %": a count of millions or a share that is printed to two digits or more and given as an upper
limit is meant to the digit. Its best reading leaves out all that would be printed as the limit itself, its loosest goes
up to the limit; so the two are a tension. "More than 19 %" needs no such rule, for figures are cut as well as rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import define, evolve

from conflicts.errors import UnreadError
from conflicts.reading.quantity.exact import Exact, halved, magnitude, part, whole
from conflicts.reading.quantity.numeral import Numeral, Style
from conflicts.values.bounds import HIGHEST, LOWEST, Bound
from conflicts.values.extent import Extent
from conflicts.values.units import Unit

ROUND_COUNT: Final = 1000
ROUND_PLACE: Final = 100
# How far a number reaches to either side, as one of so many parts of it.
STRICT_ROUND: Final = 40
LOOSE_ROUND: Final = 20
STRICT_FRACTION: Final = 20
LOOSE_FRACTION: Final = 10
STRICT_ABOUT: Final = 10
LOOSE_ABOUT: Final = 5

WIDENING: Final = ("about", "nearly", "just_over")
LOWER: Final = ("at_least", "more_than", "strictly_more")
UPPER: Final = ("at_most", "less_than", "strictly_less")


@define
class Span:
    """A number or range before its hedges: strict ends, loose ends, and what the hedges need to widen them.

    `half` and `wide` are how far the print reaches to either side, `digit` half a unit of the last digit of a number
    that is meant to the digit, `size` the magnitude of the printed number and `one` the smallest step of a count, all
    in the base unit.
    """

    lo: Bound
    hi: Bound
    low: Bound
    high: Bound
    half: Exact = 0
    wide: Exact = 0
    digit: Exact = 0
    size: Exact = 0
    one: int = 0
    is_negative: bool = False

    @property
    def is_point(self) -> bool:
        return self.lo == self.hi == self.low == self.high

    def between(self, lo: Bound, hi: Bound, low: Bound, high: Bound) -> Span:
        """The same number between other ends, which no longer reach further."""
        return Span(lo, hi, low, high, 0, 0, self.digit, self.size, self.one, self.is_negative)

    def extents(self) -> tuple[Extent, Extent]:
        """The strict and the loose set; one object where they are equal."""
        strict = Extent(((self.lo, self.hi),))
        if self.lo == self.low and self.hi == self.high:
            return strict, strict
        return strict, Extent(((self.low, self.high),))


def _bound(number: Exact, side: int = 0) -> Bound:
    return (whole(number), side)


def _moved(bound: Bound, by: Exact) -> Bound:
    number, side = bound
    return bound if isinstance(number, float) or not by else (whole(number + by), side)


def last_place(value: Exact, step: Exact) -> Exact:
    """The place of the last digit that is not a nought: 100 in 2,700; `step` is the place of the last one printed."""
    count = value if step == 1 else whole(Fraction(value) / step)
    if not count or not isinstance(count, int):
        return step
    while not count % 10:
        count //= 10
        step = step * 10
    return step


def reach(numeral: Numeral, factor: Exact = 1, *, counts: bool) -> tuple[Exact, Exact]:
    """How far a plain printed number reaches to either side, strictly and loosely, in units of `factor`.

    >>> reach(Numeral(12), counts=True), reach(Numeral(8), counts=False)
    ((0, 0), (Fraction(1, 2), Fraction(1, 2)))
    >>> reach(Numeral(2700), counts=False), reach(Numeral(40000), counts=True)
    ((50, 50), (0, 2000))
    """
    style = numeral.style
    if style is Style.ORDINAL or style is Style.VAGUE:
        return 0, 0
    size = magnitude(numeral.value)
    if style is Style.FRACTION:
        return part(size, STRICT_FRACTION) * factor, part(size, LOOSE_FRACTION) * factor
    if counts and style is Style.PLAIN:
        if size < ROUND_COUNT or size % ROUND_PLACE:
            return 0, 0
        return 0, min(halved(last_place(size, 1)), part(size, LOOSE_ROUND)) * factor
    half = halved(numeral.step)
    place = numeral.step if style is Style.DECIMAL else last_place(size, numeral.step)
    if place == numeral.step:
        half = whole(half * factor)
        return half, half
    place = halved(place)
    strict = half if counts else max(half, min(place, part(size, STRICT_ROUND)))
    wide = max(half, min(place, part(size, LOOSE_ROUND)))
    return whole(strict * factor), whole(wide * factor)


def span(numeral: Numeral, unit: Unit | None, *, counts: bool) -> Span:
    """The number alone, in the base unit: a point, or the ranges of a vague word."""
    factor: Exact = 1 if unit is None else whole(unit.factor)
    offset: Exact = 0 if unit is None else whole(unit.offset)
    vague = numeral.vague
    size = magnitude(numeral.value) * factor
    if vague is not None:

        def end(number: Exact | None, limit: Bound) -> Bound:
            side = 0
            if vague.axis:
                side = 0 if number in {0, 1} else 1 if limit is LOWEST else -1
            elif limit is HIGHEST:
                side = -1
            return limit if number is None else _bound(number * factor + offset, side)

        (lo, hi), (low, high) = vague.usual, vague.widest
        ends = end(lo, LOWEST), end(hi, HIGHEST), end(low, LOWEST), end(high, HIGHEST)
        return Span(*ends, size=size, one=int(counts))
    at = numeral.value * factor
    point = _bound(at + offset if offset else at)
    half, wide = reach(numeral, factor, counts=counts)
    one = 1 if counts and numeral.style is Style.PLAIN else 0
    digit = _meant_to(numeral, counts, unit)
    digit = digit and digit * factor
    return Span(point, point, point, point, half, wide, digit, size, one, numeral.value < 0)


def _meant_to(numeral: Numeral, counts: bool, unit: Unit | None) -> Exact:
    """Half a unit of the last digit to which an upper limit is meant, or 0 where it is meant as a mere bound."""
    if numeral.style is Style.FRACTION or magnitude(numeral.value) < 10 * numeral.step:
        return 0
    is_figure = counts and numeral.style is not Style.PLAIN
    is_share = unit is not None and unit.axis == "share"
    return halved(numeral.step) if is_figure or is_share else 0


def between(first: Span, last: Span) -> Span:
    """From the first number to the last, both included. Raises `UnreadError` if that runs backwards."""
    if first.lo >= last.hi or first.low > last.high:
        raise UnreadError("the range does not run from a smaller number to a larger one")
    return Span(first.lo, last.hi, first.low, last.high, size=max(first.size, last.size), one=max(first.one, last.one))


def plus_minus(middle: Span, radius: Exact) -> Span:
    """The number and `radius` to either side of it."""
    return evolve(
        middle,
        lo=_moved(middle.lo, -radius),
        hi=_moved(middle.hi, radius),
        low=_moved(middle.low, -radius),
        high=_moved(middle.high, radius),
        half=0,
        wide=0,
        digit=0,
    )


def hedged(plain: Span, ops: Sequence[str]) -> Span:
    """What the hedges make of a number. Raises `UnreadError` if they exclude each other."""
    if not ops:
        return _printed(plain)
    if any(op in LOWER for op in ops) and any(op in UPPER for op in ops):
        raise UnreadError("it is bounded from below and from above by the same number")
    result = plain
    for op in ops:
        if op in WIDENING:
            result = _widened(result, op)
            break
    for op in ops:
        if op in LOWER or op in UPPER:
            return _bounded(result, op)
    return result


def _printed(plain: Span) -> Span:
    half, wide = plain.half, plain.wide
    if not half and not wide:
        return plain
    lo, hi = _moved(plain.lo, -half), _moved(plain.hi, half)
    if half == wide:
        return Span(lo, hi, lo, hi)
    return Span(lo, hi, _moved(plain.low, -wide), _moved(plain.high, wide))


def _widened(plain: Span, op: str) -> Span:
    strict = max(part(plain.size, STRICT_ABOUT), plain.one)
    loose = max(part(plain.size, LOOSE_ABOUT), 2 * plain.one)
    if op == "about":
        strict, loose = max(strict, plain.half), max(loose, plain.wide, 2 * plain.half)
    downwards = (op == "nearly") is not plain.is_negative
    lo, hi = _moved(plain.lo, -strict), _moved(plain.hi, strict)
    low, high = _moved(plain.low, -loose), _moved(plain.high, loose)
    if op == "about":
        return plain.between(lo, hi, low, high)
    if downwards:
        return plain.between(lo, _opened(plain.hi, -1), low, plain.high)
    return plain.between(_opened(plain.lo, 1), hi, plain.low, high)


def _opened(bound: Bound, side: int) -> Bound:
    return bound if isinstance(bound[0], float) else (bound[0], side)


def _bounded(plain: Span, op: str) -> Span:
    """One end of the number is a bound. A number that is no point is bounded by its own end, which belongs to it."""
    opens, closes = op in {"more_than", "less_than"}, op in {"strictly_more", "strictly_less"}
    if op in LOWER:
        closes = closes or (opens and plain.one > 0 and plain.lo == (1, 0))  # "More than one" is never one.
        lo = (plain.lo[0], 1) if plain.is_point and (opens or closes) else plain.lo
        low = (plain.low[0], 1) if plain.is_point and closes else plain.low
        return plain.between(lo, HIGHEST, low, HIGHEST)
    hi = plain.hi
    if plain.is_point and (opens or closes):
        hi = _opened(_moved(hi, -plain.digit if opens else 0), -1)
    high = (plain.high[0], -1) if plain.is_point and closes else plain.high
    return plain.between(LOWEST, hi, LOWEST, high)
