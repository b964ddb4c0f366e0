"""Claims as Python that a person can paste into a test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final

from conflicts.claims import FIELDS, Claim
from conflicts.values.bounds import HIGHEST, LOWEST, Bound, Number
from conflicts.values.extent import Extent
from conflicts.values.value import Value

PLAIN: Final = 4
"""The first fields of a claim, which are given by their place."""


def paste(claims: Iterable[Claim]) -> str:
    """The claims as a Python list, one a line, with only the fields that say something.

    >>> print(paste([Claim("the talks", "scheduled_date", "Wednesday", "Kyiv", via=["AFP"], hedged=True, id="a")]))
    claims = [
        Claim('the talks', 'scheduled_date', 'Wednesday', 'Kyiv', via=('AFP',), hedged=True, id='a'),
    ]
    """
    return "\n".join(["claims = [", *(f"    {_claim(claim)}," for claim in claims), "]"])


def _claim(claim: Claim) -> str:
    record = claim.to_dict()
    given = [_source(getattr(claim, name)) for name in FIELDS[:PLAIN]]
    given += [f"{name}={_source(getattr(claim, name))}" for name in FIELDS[PLAIN:] if name in record]
    return f"Claim({', '.join(given)})"


def _source(value: Any) -> str:
    if isinstance(value, Value):
        return value_source(value)
    if isinstance(value, date):
        return repr(value.isoformat()) if not isinstance(value, datetime) else repr(value.isoformat(" "))
    return repr(value)


def value_source(value: Value) -> str:
    """A value as Python: `Value.of` where two plain stretches say it, else with its extents.

    >>> value_source(Value.of("count", 3)), value_source(Value.of("count", (3, None), (2, None)))
    ("Value.of('count', 3)", "Value.of('count', (3, None), (2, None))")
    """
    strict, loose = (_extent(extent) for extent in (value.strict, value.loose))
    both = strict if strict == loose else f"{strict}, {loose}"
    if value.clock is None:
        return f"Value.of({value.axis!r}, {both})"
    sets = f"{_long(value.strict)}, {_long(value.loose)}"
    offset = "" if value.offset is None else f", offset={value.offset}"
    return f"Value({value.axis!r}, {sets}, clock={value.clock!r}{offset})"


def _extent(extent: Extent) -> str:
    if len(extent.intervals) == 1:
        lo, hi = extent.intervals[0]
        if lo == hi and lo[1] == 0:
            return _number(lo[0])
        if (lo == LOWEST or _is_closed(lo)) and (hi == HIGHEST or _is_closed(hi)):
            ends = ("None" if bound in (LOWEST, HIGHEST) else _number(bound[0]) for bound in (lo, hi))
            return f"({', '.join(ends)})"
    return _long(extent)


def _is_closed(bound: Bound) -> bool:
    return bound[1] == 0 and bound not in (LOWEST, HIGHEST)


def _long(extent: Extent) -> str:
    intervals = ", ".join(f"({_bound(lo)}, {_bound(hi)})" for lo, hi in extent.intervals)
    return f"Extent([{intervals}])"


def _bound(bound: Bound) -> str:
    return f"({_number(bound[0])}, {bound[1]})"


def _number(number: Number) -> str:
    if isinstance(number, float):
        return f'float("{number}")'
    return f'Fraction("{number}")' if isinstance(number, Fraction) else str(number)
