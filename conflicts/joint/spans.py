"""Interval arithmetic with exact, open and closed ends: the sums, products and quotients of all points of two spans.

Each result is the smallest span that holds every value, so a smaller operand never gives a larger result.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from conflicts.values.bounds import HIGHEST, INFINITY, LOWEST, Bound, Number, exact


class End(NamedTuple):
    """An end of a span: its number, and whether the number itself is left out. An infinite end never is "open"."""

    number: Number
    is_open: bool


class Span(NamedTuple):
    """All numbers from `lo` to `hi`; never empty."""

    lo: End
    hi: End

    @property
    def has_zero(self) -> bool:
        return self.lo <= ZERO_END and (self.hi.number > 0 or self.hi == ZERO_END)


ZERO_END: Final = End(0, False)
LINE: Final = Span(End(-INFINITY, False), End(INFINITY, False))
MOST_DENOMINATOR: Final = 1 << 128
MOST_NUMBER: Final = 1 << 512


def span_of(lo: Bound, hi: Bound) -> Span | None:
    """The numbers between two bounds; None if there are none. The points beyond the line are no numbers."""
    if lo > HIGHEST or hi < LOWEST:
        return None
    return _span(End(lo[0], lo[1] > 0 and not _is_endless(lo[0])), End(hi[0], hi[1] < 0 and not _is_endless(hi[0])))


def bounds_of(span: Span) -> tuple[Bound, Bound]:
    """A span as two bounds."""
    (lo, above), (hi, below) = span
    return (
        LOWEST if lo == -INFINITY else (exact(lo), int(above)),
        HIGHEST if hi == INFINITY else (exact(hi), -int(below)),
    )


def _is_endless(number: Number) -> bool:
    return number in (INFINITY, -INFINITY)


def _span(lo: End, hi: End) -> Span | None:
    if lo.number > hi.number or lo.number == INFINITY or hi.number == -INFINITY:
        return None
    return None if lo.number == hi.number and (lo.is_open or hi.is_open) else Span(lo, hi)


def common(a: Span, b: Span | None) -> Span | None:
    """What two spans share; None if nothing. `b` may be None, the empty one."""
    if b is None:
        return None
    hi = min(a.hi, b.hi, key=_upper)
    return _span(max(a.lo, b.lo), hi)


def _upper(end: End) -> tuple[Number, bool]:
    return end.number, not end.is_open


def hull(a: Span | None, b: Span | None) -> Span | None:
    """The smallest span that holds both."""
    if a is None or b is None:
        return b if a is None else a
    return Span(min(a.lo, b.lo), max(a.hi, b.hi, key=_upper))


def plus(a: Span, b: Span) -> Span:
    """All sums of a number of each."""
    return Span(_total(a.lo, b.lo), _total(a.hi, b.hi))


def _total(a: End, b: End) -> End:
    for end in (a, b):
        if _is_endless(end.number):
            return end
    return End(a.number + b.number, a.is_open or b.is_open)


def negative(a: Span) -> Span:
    """All numbers with the other sign."""
    return Span(End(-a.hi.number, a.hi.is_open), End(-a.lo.number, a.lo.is_open))


def minus(a: Span, b: Span) -> Span:
    """All differences of a number of each."""
    return plus(a, negative(b))


def times(a: Span, b: Span) -> Span:
    """All products of a number of each. Nought times a bound without end is nought: no number is infinite."""
    corners = [_product(x, y) for x in a for y in b]
    return Span(min(corners), max(corners, key=_upper))


def _product(a: End, b: End) -> End:
    if a.number == 0 or b.number == 0:
        return End(0, ZERO_END not in (a, b))
    if _is_endless(a.number) or _is_endless(b.number):
        return End(INFINITY if (a.number > 0) == (b.number > 0) else -INFINITY, False)
    return End(a.number * b.number, a.is_open or b.is_open)


def over(a: Span, b: Span) -> Span | None:
    """The smallest span of all x with x · d = n for some n of `a` and d of `b`; None if there is none.

    Where both can be nought any x will do.
    """
    if not b.has_zero:
        return times(a, _reciprocal(b))
    if a.has_zero:
        return LINE
    below = common(b, Span(LINE.lo, End(0, True)))
    above = common(b, Span(End(0, True), LINE.hi))
    parts = (None if part is None else times(a, _reciprocal(part)) for part in (below, above))
    return hull(*parts)


def _reciprocal(a: Span) -> Span:
    """One over each number of a span without nought."""
    lo, hi = a
    limit = INFINITY if lo.number >= 0 else -INFINITY
    return Span(_inverse(hi, limit), _inverse(lo, limit))


def _inverse(end: End, limit: float) -> End:
    if end.number == 0:
        return End(limit, False)
    if _is_endless(end.number):
        return End(0, True)
    return End(1 / Fraction(end.number), end.is_open)


def whole(a: Span) -> Span | None:
    """The whole numbers of a span, as the span from the first to the last."""
    return _span(_next_whole(a.lo), _minus_end(_next_whole(_minus_end(a.hi))))


def _next_whole(lo: End) -> End:
    if _is_endless(lo.number):
        return lo
    ceiling = -(-lo.number // 1)
    return End(int(ceiling) + (lo.is_open and ceiling == lo.number), False)


def _minus_end(end: End) -> End:
    return End(-end.number, end.is_open)


def simple(a: Span) -> Span:
    """The span with ends of bounded size: an end with too many digits moves outwards to the next that has few enough.

    Ends move to fixed places, so a span inside another stays inside it.
    """
    return Span(_simple_below(a.lo), _minus_end(_simple_below(_minus_end(a.hi))))


def _simple_below(end: End) -> End:
    """The greatest lower end at or below `end`: a fraction of bounded size, or one without end."""
    number = end.number
    if _is_endless(number):
        return end
    if number > MOST_NUMBER:
        return End(MOST_NUMBER, True)
    if number < -MOST_NUMBER:
        return LINE.lo
    if Fraction(number).denominator <= MOST_DENOMINATOR:
        return end
    return End(_best_below(Fraction(number)), True)


def _best_below(number: Fraction) -> Fraction:
    """The greatest fraction below `number` with a denominator of at most `MOST_DENOMINATOR`, which its own exceeds.

    It is a convergent or semiconvergent of the continued fraction; see `fractions.Fraction.limit_denominator`.
    """
    p0, q0, p1, q1 = 0, 1, 1, 0
    n, d = number.numerator, number.denominator
    while True:
        step = n // d
        if q0 + step * q1 > MOST_DENOMINATOR:
            break
        p0, q0, p1, q1 = p1, q1, p0 + step * p1, q0 + step * q1
        n, d = d, n - step * d
    k = (MOST_DENOMINATOR - q0) // q1
    return min(Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1))
