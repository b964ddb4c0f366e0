"""What a date is told by beside the piece that gave its days: all must agree, for nothing printed is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time.choose import weekday_days
from conflicts.reading.time.dayspans import Days, weekdays_in
from conflicts.reading.time.inside import within
from conflicts.reading.time.periods import Span, year_span
from conflicts.reading.time.relative import is_same, related
from conflicts.reading.time.spec import Spec

Resolver = Callable[[Spec, Anchor], Days]

_MOST_DAYS: Final = 400
_PIECES: Final = ("rolling", "offset", "decade", "century", "week", "quarter", "half", "season", "holiday")
"""What names days by itself, within a year if one is told."""
_NO_PIECES: Final[frozenset[str]] = frozenset()
_OF_NO_YEAR: Final = ("rolling", "offset", "decade", "century")
"""What needs no year, so that one beside it says more."""


def agreed(found: Days, spec: Spec, anchor: Anchor, resolve: Resolver) -> Days:
    """The days of `found` that fit every other piece of `spec` as well.

    Raises `UnreadError` where none does: "next month, October" said in July. `resolve` gives the days of a spec.
    """
    if not _is_told_twice(spec):
        return found
    if spec.nth is not None and (spec.relative_day is not None or set(_pieces(spec)) - {"quarter"}):
        counted = Spec(nth=spec.nth, nth_unit=spec.nth_unit, nth_count=spec.nth_count, weekday=spec.weekday)
        found = Days([one for span in found.best for one in within(counted, span)], [], "days", notes=found.notes)
    told = list(_told(spec, anchor, resolve))
    best, fair = _narrowed(found.best, told, spec), _narrowed(found.fair, told, spec)
    if not best:
        raise UnreadError("its parts do not fit together: they name different times")
    if sorted(best) == sorted(found.best):
        return evolve(found, fair=fair)
    unit = "day" if all(end - first == 1 for first, end in best) else "days"
    return Days(best, fair, unit, notes=found.notes)


def _narrowed(spans: list[Span], told: list[list[Span]], spec: Spec) -> list[Span]:
    """What all that is told leaves of the spans."""
    for others in told:
        if spec.nth is not None:  # The last week of a month may end in the next.
            spans = [span for span in spans if any(first < span[1] and span[0] < end for first, end in others)]
            continue
        cut = [(max(one[0], other[0]), min(one[1], other[1])) for one in spans for other in others]
        spans = sorted({span for span in cut if span[0] < span[1]})
    if spec.weekday is None or spec.nth_unit == "weekday" or spec.offset is not None:
        return spans
    if sum(end - first for first, end in spans) > _MOST_DAYS:
        raise UnreadError("a weekday, but nothing says of which week")
    return weekdays_in(Days(spans), spec.weekday).best


def _pieces(spec: Spec) -> list[str]:
    return [name for name in _PIECES if getattr(spec, name) is not None]


def _is_of_month(spec: Spec) -> bool:
    return spec.month is not None or spec.day is not None or spec.dates is not None or spec.nth is not None


def _is_told_twice(spec: Spec) -> bool:
    """Whether more than one piece says by itself which days are meant."""
    own = (
        spec.rolling, spec.offset, spec.decade, spec.century, spec.week, spec.quarter, spec.half, spec.season,
        spec.holiday,
    )  # fmt: skip
    n_near = len(spec.relatives) + (spec.relative_day is not None) + (spec.weekday_relative is not None)
    n_own = len(own) - own.count(None)
    if n_near + n_own + _is_of_month(spec) > 1 or spec.fiscal:
        return True
    if spec.weekday is None and spec.year is None:
        return False
    pieces = set(_pieces(spec)) if n_own else _NO_PIECES
    has_word = n_near > 0 or spec.month_relative is not None or spec.period_relative is not None
    has_word = has_word or spec.dates is not None or not pieces.isdisjoint(_OF_NO_YEAR)
    has_span = not pieces <= {"offset", "week"} or (spec.nth is not None and spec.nth_unit != "weekday")
    return (spec.weekday is not None and has_span) or (spec.year is not None and has_word)


def _told(spec: Spec, anchor: Anchor, resolve: Resolver) -> Iterator[list[Span]]:
    """The days that each piece allows by itself."""
    if spec.fiscal:
        has_other = spec.weekday is not None or bool(set(_pieces(spec)) - {"quarter"})
        has_period = any(unit != "year" or spec.year is not None for unit, _ in spec.relatives)
        if _is_of_month(spec) or has_other or has_period:
            raise UnreadError("a part of a fiscal year, of which nobody knows when it begins")
        return
    if spec.year is not None:
        yield [year_span(spec.year)]
    years = tuple(pair for pair in spec.relatives if pair[0] == "year")
    is_elsewhere = (spec.year is not None or bool(years)) and spec.month is None and spec.dates is None
    if spec.relative_day is not None and not years:
        today = anchor.need("relative day")
        yield [(today + spec.relative_day, today + spec.relative_day + 1)]
    for unit, way in spec.relatives:
        if not (is_elsewhere and unit != "year" and (is_same(way) or way == "the")):
            best, fair = related(unit, way, anchor)
            yield best + fair
    is_dated = spec.dates is not None or (spec.day is not None and spec.month is not None)
    if spec.weekday_relative is not None and spec.weekday is not None and not is_dated:
        days, others = weekday_days(spec.weekday, anchor, spec.weekday_relative, spec.weekday_shift)
        yield [(day, day + 1) for day in (*days, *others)]
    is_named = spec.month_relative is not None or spec.period_relative is not None
    if is_named and (spec.year is not None or spec.relatives):
        found = resolve(evolve(spec, year=None, relatives=(), weekday=None, mod=None), anchor)
        yield found.best + found.fair
    pieces = _pieces(spec)
    is_several = len(pieces) + _is_of_month(spec) > 1
    is_several = is_several or spec.relative_day is not None or len(spec.relatives) > len(years)
    for name in pieces if is_several else ():
        alone = Spec(year=spec.year, relatives=years, period_relative=spec.period_relative)
        setattr(alone, name, getattr(spec, name))
        found = resolve(alone, anchor)
        yield found.best + found.fair
    if pieces and spec.nth is None:
        of_month = Spec(year=spec.year, month=spec.month, day=spec.day, dates=spec.dates, relatives=years)
        if _is_of_month(of_month):
            found = resolve(of_month, anchor)
            yield found.best + found.fair
