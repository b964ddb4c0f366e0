"""From the pieces of a point of time to the days it means, coarse pieces first."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time.agree import agreed
from conflicts.reading.time.choose import recurring, weekday_days, yearly
from conflicts.reading.time.dayspans import (
    WEEKDAYS,
    Days,
    beside_days,
    checked,
    fiscal,
    modified,
    spanned,
    spoken,
    week_of_year,
    weekday_near,
    weekdays_in,
)
from conflicts.reading.time.inside import within
from conflicts.reading.time.periods import (
    Span,
    century_span,
    decade_span,
    half_span,
    holiday_span,
    month_span,
    quarter_span,
    season_span,
    timex,
    unit_span,
    year_span,
)
from conflicts.reading.time.relative import (
    is_same,
    offset_days,
    reference_days,
    related,
    related_in_year,
    rolling_days,
)
from conflicts.reading.time.spec import Spec
from conflicts.values.calendar import (
    MONTHS,
    add_months,
    civil,
    dated,
    day_number,
    is_date,
    month_start,
    weekday,
)

_IN_EVERY_MONTH: Final = 28
_YEARS: Final = frozenset({"year", "decade", "century", "millennium"})


def resolve_days(spec: Spec, anchor: Anchor) -> Days:
    """The days that the date pieces of `spec` mean; raises `UnreadError` where they cannot be known."""
    if spec.week is not None and spec.year is None and len(spec.relatives) == 1 and spec.relatives[0][0] == "year":
        # "Week 1 of next year" can begin in December, as that of a year that is named.
        year = civil(related("year", spec.relatives[0][1], anchor)[0][0][0])[0]
        spec = evolve(spec, year=year, relatives=())
    found = agreed(_plain(spec, anchor), spec, anchor, resolve_days)
    if spec.span_of:
        found = spanned(found, spec.span_of)
    if (
        spec.mod is not None
        and not spec.fiscal
        and not (found.unit == "day" and len(found.best) == 1 and found.best[0][1] - found.best[0][0] == 1)
    ):
        found = modified(found, spec.mod, anchor)
    if found.timex is None and found.best:
        found.timex = timex(found.best[0], found.unit)
    return found


def calendar_days(spec: Spec, anchor: Anchor) -> Days:
    """The days of a spec that names nothing but years, months, days and weekdays."""
    found = _calendar(spec, anchor) if spec.dates is None else _numeric(spec, anchor)
    if found.timex is None and found.best:
        found.timex = timex(found.best[0], found.unit)
    return found


def _plain(spec: Spec, anchor: Anchor) -> Days:
    if spec.reference is not None:
        return Days(*reference_days(spec.reference, anchor), unit="reference", timex=spec.reference.partition("|")[0])
    if spec.is_now:
        today = anchor.need("'now'")
        return Days([(today, today + 1)], timex="PRESENT_REF")
    if spec.rolling is not None:
        return Days(*rolling_days(spec.rolling, anchor))
    if spec.offset is not None:
        base = None if spec.offset.base is None else resolve_days(spec.offset.base, anchor)
        if base is not None and spec.offset.is_beside:
            found = beside_days(spec.offset, base.best[0])
            return found if spec.weekday is None else weekdays_in(found, spec.weekday)
        offset = spec.offset if spec.weekday is None else evolve(spec.offset, is_exact_day=True)
        best, fair, unit, text = offset_days(offset, None if base is None else base.best, anchor)
        found = Days(best, fair, unit, text, [] if base is None else base.notes)
        for spans, into in () if base is None else ((base.best[1:], found.best), (base.fair, found.fair)):
            into += [one for other in spans for one in offset_days(offset, [other], anchor)[0]]
        if spec.weekday is not None:
            return weekday_near(found, spec)
        return found
    if spec.relative_day is not None:
        day = anchor.need("relative day") + spec.relative_day
        if spec.relative_day == 0 and spec.relatives and spec.relatives[0][0] == "year":
            # "This day last year".
            year = civil(related("year", spec.relatives[0][1], anchor)[0][0][0])[0]
            day = add_months(day, 12 * (year - civil(day)[0]))
        return checked(spec, [(day, day + 1)])
    if spec.dates is not None:
        return _numeric(spec, anchor)
    if spec.decade is not None:
        return Days([decade_span(spec.decade)], unit="decade")
    if spec.century is not None:
        return Days([century_span(spec.century)], unit="century")
    if spec.week is not None:
        return week_of_year(spec, anchor)
    if spec.fiscal:
        return fiscal(spec, anchor)
    return _calendar(spec, anchor)


def _calendar(spec: Spec, anchor: Anchor) -> Days:
    """Years, months, days, weekdays and the named periods, within what is said to hold them."""
    year = spec.year
    if not spec.relatives:
        if year is not None and spec.month is not None and spec.day is not None and spec.nth is None:
            found = _one_day(year, spec.month, spec.day, spec.weekday)
            return Days(_existing([found] if found else [], spec))
        if not _is_yearly(spec):
            return _by_month_or_week(spec, anchor)
        if year is None:
            return _unknown_year(spec, anchor)
        return Days(_existing(_in_year(spec, year), spec), unit=_inner_unit(spec, "year"))
    years: list[tuple[str, str]] = []
    shorter: list[tuple[str, str]] = []
    for unit, way in spec.relatives:
        (years if unit in _YEARS else shorter).append((unit, way))
    frames: list[Span] | None = None
    fair: list[Span] = []
    unit = "year"
    if years and year is None:
        unit, way = years[0]
        frames, fair = related(unit, way, anchor)
        if unit == "year" and _has_inner(spec):
            year, frames, fair = civil(unit_span("year", frames[0][0])[0])[0], None, []
            year = civil(anchor.need("relative year"))[0] + {"next": 1, "coming": 1, "following": 1}.get(
                way, -1 if way in ("last", "past", "previous") else 0
            )
    if shorter and spec.month is None:
        outer = (civil(frames[0][0])[0] if unit == "year" else None) if frames else year
        unit, way = shorter[0]
        if outer is not None and is_same(way):
            frames, fair = related_in_year(unit, way, anchor, outer)
        else:
            frames, fair = related(unit, way, anchor)
        unit = "day" if unit == "workday" else unit
        if not _has_inner(spec):
            return Days(frames, fair, unit, _range_timex(frames, unit))
    if frames is not None:
        inner = [span for frame in frames for span in within(spec, frame)]
        if _has_inner(spec):
            return Days(_existing(inner, spec), [], _inner_unit(spec, unit))
        return Days(frames, fair, unit, _range_timex(frames, unit))
    if not _is_yearly(spec):
        return _by_month_or_week(spec, anchor)
    if year is not None:
        return Days(_existing(_in_year(spec, year), spec), [], _inner_unit(spec, "year"))
    return _unknown_year(spec, anchor)


def _one_day(year: int, month: int, day: int, wanted: int | None = None) -> Span | None:
    """A date as a span, or None where the calendar has no such date or it is not the `wanted` weekday."""
    first = dated(year, month, day)
    return None if first is None or (wanted is not None and weekday(first) != wanted) else (first, first + 1)


def _day_in(year: int, month: int, day: int) -> Span:
    first = day_number(year, month, day)
    return first, first + 1


def _range_timex(frames: list[Span], unit: str) -> str | None:
    return timex(frames[0], unit) if frames else None


def _has_inner(spec: Spec) -> bool:
    """Whether a piece picks something inside a year, a month or a week."""
    return (
        spec.day is not None
        or spec.weekday is not None
        or spec.nth is not None
        or spec.month is not None
        or spec.quarter is not None
        or spec.half is not None
        or spec.season is not None
        or spec.holiday is not None
    )


def _is_yearly(spec: Spec) -> bool:
    """Whether the pieces name something that a year has once."""
    return (
        spec.year is not None
        or spec.month is not None
        or spec.quarter is not None
        or spec.half is not None
        or spec.season is not None
        or spec.holiday is not None
        or bool(spec.relatives and "year" in dict(spec.relatives))
    )


def _inner_unit(spec: Spec, outer: str) -> str:
    if spec.day is not None or spec.weekday is not None:
        return "day"
    if spec.nth is not None and spec.nth_unit:
        return spec.nth_unit if spec.nth_count == 1 else "days"
    if spec.holiday is not None:
        return "day" if not spec.holiday.startswith("islamic") else "days"
    for name in ("month", "quarter", "half", "season"):
        if getattr(spec, name) is not None:
            return name
    return outer


def _in_year(spec: Spec, year: int) -> list[Span]:
    """The spans that the pieces name in one year; none where the year lacks them."""
    if spec.month is not None:
        return within(spec, month_span(year, spec.month))
    if spec.quarter is not None:
        return within(spec, quarter_span(year, spec.quarter))
    if spec.half is not None:
        return [half_span(year, spec.half)]
    if spec.season is not None:
        return [season_span(year, spec.season)]
    if spec.holiday is not None:
        span = holiday_span(year, spec.holiday)
        return [span] if span else []
    return within(spec, year_span(year))


def _existing(spans: list[Span], spec: Spec) -> list[Span]:
    """`spans`, or the reason why there are none."""
    if spans:
        return spans
    if spec.year is not None and spec.month is not None and spec.day is not None:
        year, month, day = spec.year, spec.month, spec.day
        if is_date(year, month, day) and spec.weekday:
            real = WEEKDAYS[weekday(month_start(year, month) + day - 1) - 1]
            raise UnreadError(f"{day} {MONTHS[month - 1]} {year} is a {real}, not a {WEEKDAYS[spec.weekday - 1]}")
        raise UnreadError(f"there is no {day} {MONTHS[month - 1]} in {year}")
    raise UnreadError("the calendar has no such day in that period")


def _hull(spans: list[Span]) -> Span | None:
    """The one span from the first to the last day of several."""
    if len(spans) == 1:
        return spans[0]
    return (min(spans)[0], max([end for _, end in spans])) if spans else None


def _unknown_year(spec: Spec, anchor: Anchor) -> Days:
    """A date or period without its year: the one that the tense means."""
    relative = spec.month_relative or spec.period_relative
    is_alone = relative is None and spec.weekday is None and spec.nth is None and spec.quarter is None
    if is_alone and spec.month and (spec.day or 0) <= _IN_EVERY_MONTH and anchor.day is not None:
        in_month, on = spec.month, spec.day
        if on is None:
            return Days(*yearly(lambda year: month_span(year, in_month), anchor.day, anchor.is_forward), "month")
        return Days(*yearly(lambda year: _day_in(year, in_month, on), anchor.day, anchor.is_forward))
    if spec.month is not None and spec.day is not None:
        what = f"date without a year ({spec.day} {MONTHS[spec.month - 1]})"
        if not is_date(2024, spec.month, spec.day):
            raise UnreadError(f"there is no {spec.day} {MONTHS[spec.month - 1]}")
    else:
        what = "date without a year"

    def in_year(year: int) -> Span | None:
        return _one_day(year, month, of_month, spec.weekday) if is_plain else _hull(_in_year(spec, year))

    month, of_month = spec.month or 0, spec.day or 0
    is_plain = month and of_month and spec.nth is None
    year = civil(anchor.need(what))[0]
    is_leap_day = spec.month == 2 and spec.day == 29
    is_rare = is_leap_day or spec.weekday is None or spec.day is None
    if not is_rare and not any(in_year(near) for near in (year - 1, year, year + 1)):
        raise UnreadError(f"{what}: it is no {WEEKDAYS[(spec.weekday or 1) - 1]} in {year - 1}, {year} or {year + 1}")
    best, fair = recurring(in_year, year, anchor, relative, what, is_rare=is_rare)
    if not best:
        raise UnreadError(f"no year near {year} fits the {what}")
    if spec.nth is None and spec.weekday is not None and spec.day is None:
        best = _in_year(spec, civil(best[0][0])[0])
    notes = [f"quarter taken as a quarter of the calendar year {civil(best[0][0])[0]}"] if spec.quarter else []
    return Days(best, fair, _inner_unit(spec, "year"), notes=notes)


def _by_month_or_week(spec: Spec, anchor: Anchor) -> Days:
    """A day of an unnamed month ("the 27th", "Friday the 13th"), or a weekday of an unnamed week."""
    if spec.weekday is not None and spec.day is None and spec.nth is None:
        days, others = weekday_days(spec.weekday, anchor, spec.weekday_relative, spec.weekday_shift)
        return Days([(day, day + 1) for day in days], [(day, day + 1) for day in others])
    if spec.day is not None or spec.nth is not None:
        what, of_month = "day without a month", spec.day or 0
        year, month, _ = civil(anchor.need(what))
        index = year * 12 + month - 1

        def in_month(at: int) -> Span | None:
            if spec.nth is None:
                return _one_day(at // 12, at % 12 + 1, of_month, spec.weekday)
            return _hull(within(spec, month_span(at // 12, at % 12 + 1)))

        best, fair = recurring(in_month, index, anchor, None, what)
        if spec.nth is not None and spec.nth_unit == "weekday":
            this = in_month(index)
            if this is None:
                raise UnreadError("this month has no such weekday")
            best, fair = ([this], best + fair) if not anchor.is_forward else (best, fair)
        return Days(best, fair, _inner_unit(spec, "month"))
    raise UnreadError("a time of day, but no day")


def _numeric(spec: Spec, anchor: Anchor) -> Days:
    """A date in digits whose order of day and month is not known: every reading."""
    best: list[Span] = []
    fair: list[Span] = []
    for year, month, day in spec.dates or ():
        if year is not None and not spec.relatives:
            known = _one_day(year, month, day, spec.weekday)
            best += [known] if known else []
            continue
        one = Spec(
            year=year or spec.year, month=month, day=day, weekday=spec.weekday, month_relative=spec.month_relative
        )
        one.relatives = spec.relatives
        try:
            found = _calendar(one, anchor)
        except UnreadError:
            if anchor.day is None and year is None:
                raise
            continue
        best += found.best
        fair += found.fair
    if not best:
        raise UnreadError(
            "no order of day and month gives a date that exists" + (" and is that weekday" if spec.weekday else "")
        )
    if len(best) > 1:
        near = anchor.day
        if near is not None:
            best.sort(key=lambda span: abs(span[0] - near))
        texts = " or ".join(spoken(span[0]) for span in sorted(best))
        return Days(best, fair, "day", notes=[f"the date can be {texts}"])
    return Days(best, fair)
