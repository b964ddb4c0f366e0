"""Spans of days with what is known of them, and the rules that widen, narrow or name them."""

from __future__ import annotations

from typing import Final

from attrs import Factory, define

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time.periods import DAYS_IN, MONTHS_IN, Span, part_of, shifted, timex, unit_span
from conflicts.reading.time.relative import length_timex
from conflicts.reading.time.spec import Length, Offset, Spec
from conflicts.values.calendar import MONTHS, add_months, civil, monday, month_start, week_start, weekday, weeks_in

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LONGEST_HOLIDAY: Final = 7
"""Days of what is one time to those who tell a week by it: "the weekend of Eid"."""
_FISCAL_STARTS: Final = (-8, -5, -2, 1, 4)
"""The months in which the fiscal year Y usually begins: April, July or October before it, January or April of it."""


@define
class Days:
    """The day spans that the date pieces mean."""

    best: list[Span]
    fair: list[Span] = Factory(list)
    unit: str = "day"
    timex: str | None = None
    notes: list[str] = Factory(list)


def spoken(day: int) -> str:
    _, month, of_month = civil(day)
    return f"{of_month} {MONTHS[month - 1]}"


def week_of_year(spec: Spec, anchor: Anchor) -> Days:
    week = spec.week or 1

    def in_year(year: int) -> Span | None:
        first = week_start(year, week)
        return (first, first + 7) if week <= weeks_in(year) else None

    span = in_year(civil(anchor.need("week without a year"))[0] if spec.year is None else spec.year)
    if span is None:
        raise UnreadError(f"that year has no week {week}")
    if spec.weekday is not None:
        day = span[0] + spec.weekday - 1
        return Days([(day, day + 1)])
    return Days([span], unit="week")


def fiscal(spec: Spec, anchor: Anchor) -> Days:
    """A year or quarter of accounts whose start is not known: all usual readings."""
    year = spec.year
    if year is None:
        year = civil(anchor.need("fiscal year"))[0]
        for unit, way in spec.relatives:
            if unit == "year":
                year += {"next": 1, "coming": 1, "last": -1, "previous": -1, "past": -1}.get(way, 0)
    note = "a fiscal year can begin in another month than January; every usual start is allowed"
    if spec.quarter is not None:
        first = 3 * (spec.quarter - 1)
        starts = [month_start(year, month + first) for month in _FISCAL_STARTS]
        return Days(
            [(start, add_months(start, 3)) for start in starts],
            unit="fiscal",
            timex=f"FY{year:04d}-Q{spec.quarter}",
            notes=[note],
        )
    lo, hi = month_start(year, _FISCAL_STARTS[0]), month_start(year, _FISCAL_STARTS[-1] + 12)
    kind = "SY" if any(unit == "school" for unit, _ in spec.relatives) else "FY"
    return Days([(lo, hi)], unit="fiscal", timex=f"{kind}{year:04d}", notes=[note])


def spanned(found: Days, span_of: str) -> Days:
    """ "the week of 10 April", "the month of", "the week ending Friday"; "3 month to" is what ends with the days."""
    day, end = found.best[0]
    if span_of.endswith(" to"):
        count, unit, _ = span_of.split()
        start = shifted(end, unit, -int(count))
        return Days([(start, end)], unit="days", timex=length_timex(Length(((int(count), int(count), unit),))))
    if span_of == "eve":
        return Days([(day - 1, day)])
    if span_of == "morrow":
        return Days([(end, end + 1)])
    if span_of == "weekend" and found.unit == "week":
        return Days([unit_span("weekend", day)], unit="weekend")
    if span_of == "month" and found.unit == "days" and 28 <= end - day <= 31:
        return found  # "The month of Ramadan".
    if end - day > _LONGEST_HOLIDAY and (span_of not in MONTHS_IN or unit_span(span_of, day)[1] < end):
        many = "week" if span_of == "ending" else span_of
        raise UnreadError(f"it holds more than one {many}, and nothing says which")
    if span_of == "ending":
        return Days([(day - 6, day + 1)], unit="days", timex=timex(unit_span("week", day), "week"))
    if span_of == "holidays":
        weekend = spanned(found, "weekend")
        lo, hi = weekend.best[0]
        weekend.fair.append((lo - (weekday(lo) == 6), hi + (weekday(hi) == 1)))
        return weekend
    if span_of == "weekend":
        best = unit_span("weekend", day)
        if weekday(day) in (1, 5):
            best = (day - 2, day + 1) if weekday(day) == 1 else (day, day + 3)
        elif weekday(day) == 4:
            best = (day, day + 4)
        return Days([best], [unit_span("weekend", day)], unit="days", timex=timex(unit_span("weekend", day), "weekend"))
    best = unit_span(span_of, day)
    fair = [(day, day + 7)] if span_of == "week" and best[0] != day else []
    return Days([best], fair, span_of)


def weekday_near(found: Days, spec: Spec) -> Days:
    """ "two weeks from now on Monday": that weekday in the week it leads to; after months or years, the next one."""
    day, wanted = found.best[0][0], spec.weekday or 1
    is_by_week = spec.offset is not None and spec.offset.length.finest in DAYS_IN
    picked = monday(day) + wanted - 1 if is_by_week else day + (wanted - weekday(day)) % 7
    is_ago = spec.offset is not None and spec.offset.sign < 0
    # "A week ago on Friday" is the Friday of last week, or a week before the last Friday.
    fair = [(picked - 7, picked - 6)] if is_ago and is_by_week and picked > day else []
    return Days([(picked, picked + 1)], fair)


def weekdays_in(found: Days, wanted: int) -> Days:
    """That weekday in each of the spans: "the Monday after Easter"."""
    best = [(day, day + 1) for lo, hi in found.best for day in range(lo + (wanted - weekday(lo)) % 7, hi, 7)]
    return Days(best)


def beside_days(offset: Offset, base: Span) -> Days:
    """The stretch just before or after other days: "the week after Easter", "the month before May 2024".

    Beside a whole period of its unit it is the next one of the calendar; else it may begin with the next day, too.
    """
    lo, hi = base
    length, sign = offset.length, offset.sign
    edge = far = hi if sign > 0 else lo
    for count, unit in length.counts(is_high=True):
        far = shifted(far, unit, count * sign)
    rolling = (min(edge, far), max(edge, far))
    name = length.finest
    if len(length.parts) > 1 or length.counts(is_high=True) != [(1, name)] or name not in (*DAYS_IN, *MONTHS_IN):
        fair = [(min(edge, 2 * far - edge), max(edge, 2 * far - edge))] if length.is_vague else []
        return Days([rolling], fair, "days", length_timex(length))
    held = hi - 1 if sign > 0 else lo
    beside = unit_span(name, held)
    if beside[0] < hi if sign > 0 else beside[1] > lo:
        beside = unit_span(name, held, sign)
    is_whole = (unit_span(name, lo)[0], unit_span(name, hi - 1)[1]) == base or name == "weekend"
    return Days([beside] if is_whole or beside == rolling else [rolling, beside], [], name, timex(beside, name))


def modified(found: Days, mod: str, anchor: Anchor) -> Days:
    """The early, middle or late part of each span."""
    best, fair = [], []
    for span in found.best:
        strict, loose = part_of(span, found.unit, mod, anchor.day)
        best.append(strict)
        fair.append(loose)
    for span in found.fair:
        fair.append(part_of(span, found.unit, mod, anchor.day)[1])
    text = found.timex or timex(found.best[0], found.unit)
    if mod in ("later", "earlier") and found.unit == "year":
        quarter = unit_span("quarter", best[0][0])
        text = timex(quarter, "quarter") if quarter[0] <= best[0][0] and best[0][1] <= quarter[1] else text
    return Days(best, fair, "share", text, found.notes)


def checked(spec: Spec, spans: list[Span]) -> Days:
    """A day that is told twice ("tomorrow, Friday"): both must agree."""
    day = spans[0][0]
    year, month, of_month = civil(day)
    if spec.weekday is not None and weekday(day) != spec.weekday:
        real, told = WEEKDAYS[weekday(day) - 1], WEEKDAYS[spec.weekday - 1]
        raise UnreadError(f"{of_month} {MONTHS[month - 1]} {year} is a {real}, not a {told}")
    is_other = (spec.day is not None and spec.day != of_month) or (spec.month is not None and spec.month != month)
    if is_other or (spec.year is not None and spec.year != year):
        raise UnreadError(f"the date does not fit: the day meant is {of_month} {MONTHS[month - 1]} {year}")
    return Days(spans)
