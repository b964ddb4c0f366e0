"""Tolerances: how far two values may differ and still agree ("5", "10 min", "1 %")."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from conflicts.errors import InputError
from conflicts.values.bounds import INFINITY, Bound
from conflicts.values.extent import Extent
from conflicts.values.value import Value

DURATION_UNITS: Final = {
    "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1,
    "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600,
    "d": 86400, "day": 86400, "days": 86400,
    "week": 604800, "weeks": 604800,
}  # fmt: skip


@frozen
class Tolerance:
    """The width within which two points agree: `amount` in the base unit of `axis`, or a share of the value.

    `axis` is None for a bare number, which fits every axis of quantities.
    """

    amount: Fraction
    axis: str | None = None
    is_relative: bool = False

    def widen(self, value: Value) -> Value:
        """Half the tolerance more on each side of both sets, so that two points agree iff they differ by at most it.

        A tolerance on another axis than the value's changes nothing.
        """
        axis = "duration" if value.axis == "time" else value.axis
        if self.axis not in {None, axis} or value.axis in {"name", "flag", "event"}:
            return value
        half = self.amount / 2
        return evolve(value, strict=self._wider(value.strict, half), loose=self._wider(value.loose, half))

    def _wider(self, extent: Extent, half: Fraction) -> Extent:
        def moved(bound: Bound, sign: int) -> Bound:
            number, side = bound
            if number in (INFINITY, -INFINITY):
                return bound
            step = abs(Fraction(number)) * half if self.is_relative else half
            wider = Fraction(number) + sign * step
            return (wider.numerator if wider.denominator == 1 else wider, side)

        return Extent((moved(lo, -1), moved(hi, 1)) for lo, hi in extent.intervals)


def parse_tolerance(text: str) -> Tolerance:
    """Read a tolerance as a vocabulary writes it.

    >>> parse_tolerance("10 min").amount, parse_tolerance("1 %").is_relative
    (Fraction(600, 1), True)
    >>> parse_tolerance("wide")
    Traceback (most recent call last):
    ...
    conflicts.errors.InputError: 'wide' is not a tolerance; write a number and a unit: "5", "10 min", "1 %"
    """
    stripped = text.strip()
    digits = len(stripped) - len(stripped.lstrip("0123456789."))
    number, unit = stripped[:digits], stripped[digits:].strip()
    problem = InputError(f'{text!r} is not a tolerance; write a number and a unit: "5", "10 min", "1 %"')
    try:
        amount = Fraction(number)
    except ValueError:
        raise problem from None
    if not unit:
        return Tolerance(amount)
    if unit in {"%", "percent", "per cent"}:
        return Tolerance(amount / 100, is_relative=True)
    if unit.casefold() in DURATION_UNITS:
        return Tolerance(amount * DURATION_UNITS[unit.casefold()], "duration")
    from conflicts.values.units import find_unit

    found = find_unit(unit)
    if found is None:
        raise problem
    return Tolerance(amount * found.factor, found.axis)
