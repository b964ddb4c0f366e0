"""Bounds: exact, totally ordered ends of intervals.

A bound is a pair (number, side). The side says where the bound lies beside its number: -1 just before it, 0 on
it, 1 just after it. So an open and a closed end at the same number differ, and comparing two bounds is comparing
two tuples::

    [3, 5)  is  (3, 0) .. (5, -1)
    (3, 5]  is  (3, 1) .. (5, 0)

Numbers are `int` or `Fraction`; of the floats only the two infinities are used. Two points lie beyond the far end
of every line, and because they are bounds too, no rule needs a special case for them: `UNSETTLED` ("not decided
yet") and, after it, `NONE` ("there is no such value").
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeAlias

Number: TypeAlias = int | Fraction | float
Bound: TypeAlias = tuple[Number, int]
Interval: TypeAlias = tuple[Bound, Bound]

INFINITY: Final = float("inf")
LOWEST: Final[Bound] = (-INFINITY, 0)
HIGHEST: Final[Bound] = (INFINITY, 0)
UNSETTLED: Final[Bound] = (INFINITY, 1)
NONE: Final[Bound] = (INFINITY, 2)


def exact(number: Number) -> Number:
    """Return `number` as an `int` where it is whole, for these compare and hash fastest.

    >>> exact(Fraction(6, 2)), exact(Fraction(1, 2)), exact(INFINITY)
    (3, Fraction(1, 2), inf)
    """
    if isinstance(number, int) or number in (INFINITY, -INFINITY):
        return number
    fraction = Fraction(number)
    return fraction.numerator if fraction.denominator == 1 else fraction


def before(bound: Bound) -> Bound:
    """Return the bound that ends just before `bound` starts.

    >>> before((5, 0)), before((5, 1))
    ((5, -1), (5, 0))
    """
    return (bound[0], bound[1] - 1)


def after(bound: Bound) -> Bound:
    """Return the bound that starts just after `bound` ends.

    >>> after((5, 0)), after((5, -1))
    ((5, 1), (5, 0))
    """
    return (bound[0], bound[1] + 1)
