"""Exact numbers: whole ones as `int`, for speed, all others as `Fraction`."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

Exact: TypeAlias = int | Fraction


def whole(number: Exact) -> Exact:
    """The number, as an `int` where it is whole.

    >>> whole(Fraction(6, 2)), whole(Fraction(1, 2))
    (3, Fraction(1, 2))
    """
    return number.numerator if number.denominator == 1 else number


def halved(number: Exact) -> Exact:
    """Half of the number.

    >>> halved(8), halved(1)
    (4, Fraction(1, 2))
    """
    return part(number, 2)


def part(number: Exact, size: int) -> Exact:
    """One of `size` equal parts of the number.

    >>> part(60, 20), part(60, 40)
    (3, Fraction(3, 2))
    """
    return number // size if isinstance(number, int) and not number % size else whole(Fraction(number, size))


def magnitude(number: Exact) -> Exact:
    """The number without its sign."""
    return number if number >= 0 else -number
