"""Days told by their distance: lengths before and after, the next and last periods, "recently"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from conflicts.reading.anchor import Anchor
from conflicts.reading.time.periods import DAYS_IN, MONTHS_IN, Span, half_shifted, shifted, timex, unit_span
from conflicts.reading.time.spec import Count, Length, Offset, Rolling
from conflicts.values.calendar import add_months, civil, iso_week, week_start, weekday, weeks_in

_FORWARD: Final = frozenset({"next", "coming", "following", "afternext"})
_BACK: Final = frozenset({"last", "previous", "past", "beforelast"})
CLOCK_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3600}
CLOCK_UNITS: Final = frozenset(CLOCK_SECONDS)
FAR: Final = 10**9
"""Days: "at any time before (after) now" ends here; the sets are opened beyond it."""

_CALENDAR: Final = frozenset((*DAYS_IN, *MONTHS_IN))
_LETTERS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "semester": "M", "year": "Y", "decade": "Y", "century": "Y", "weekend": "WE", "workday": "BD",
    "millennium": "Y", "workweek": "W", "fiscal": "Y", "school": "Y",
}  # fmt: skip
_ORDER: Final = (
    "millennium", "century", "decade", "year", "fiscal", "school", "semester", "quarter", "month", "fortnight", "week",
    "workweek", "weekend", "workday", "day", "night", "hour", "minute", "second",
)  # fmt: skip
_SIZES: Final = {"fortnight": 2, "semester": 6, "decade": 10, "century": 100, "millennium": 1000}


def length_timex(length: Length) -> str:
    """A length as TIMEX3 writes it: "P2W", "PT1.5H", "P1Y1M21D", "PXD" for a vague count.

    >>> from fractions import Fraction
    >>> length_timex(Length(((Fraction(5, 2), Fraction(5, 2), "year"),)))
    'P2.5Y'
    """
    days, clock = "", ""
    for low, high, unit in sorted(length.parts, key=lambda part: _ORDER.index(part[2])):
        letter, size = _LETTERS[unit], _SIZES.get(unit, 1)
        if unit == "quarter":
            letter, size = "M", 3
        count = "X" if low != high else _number_text(low * size)
        if letter[0] == "T":
            clock += count + letter[1:]
        else:
            days += count + letter
    return "P" + days + ("T" + clock if clock else "")


def _number_text(value: Count) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def is_same(way: str) -> bool:
    """Whether the word points at a period as it stands: "this month", "the same week"."""
    return way in ("this", "same", "that")


def related_in_year(unit: str, way: str, anchor: Anchor, year: int) -> tuple[list[Span], list[Span]]:
    """The period of another year that answers to the present one: "this quarter last year", "this month in 2024".

    Weeks answer by their number, loosely by the date.
    """
    today = anchor.need(f"relative {unit}")
    here = civil(today)[0]
    dated = add_months(today, 12 * (year - here))
    if unit not in DAYS_IN or unit == "day":
        return related(unit, way, anchor.on(dated))
    _, week = iso_week(today)
    numbered = week_start(year, min(week, weeks_in(year))) + weekday(today) - 1
    best, _ = related(unit, way, anchor.on(numbered))
    return best, related(unit, way, anchor.on(dated))[0]


def related(unit: str, way: str, anchor: Anchor) -> tuple[list[Span], list[Span]]:
    """The period that "next month", "this week" or "the coming year" means: (best, further fair ones)."""
    today = anchor.need(f"relative {unit}")
    if way in ("same", "that"):
        today = _context_day(anchor, today)
    if way == "afternext":
        return [unit_span(unit, today, 2)], []
    if way == "beforelast":
        return [unit_span(unit, today, -2)], []
    if unit == "weekend":
        return _weekend(way, today, anchor.is_forward)
    if unit == "day":
        base = _context_day(anchor, today) if way in ("following", "previous", "next") else today
        shift = 1 if way in _FORWARD else -1 if way in _BACK else 0
        return [(base + shift, base + shift + 1)], []
    if way == "coming":
        after = unit_span(unit, today, 1)
        rolling = (today + 1, shifted(today, unit, 1) + 1)
        return ([after, rolling], []) if unit in ("week", "fortnight") else ([after], [rolling])
    if way == "past":
        return [unit_span(unit, today, -1)], [(shifted(today, unit, -1), today + 1)]
    if way == "following" and anchor.context:
        return [unit_span(unit, _context_day(anchor, today), 1)], []
    is_sunday = unit == "week" and weekday(today) == 7
    if way in _FORWARD:
        return [unit_span(unit, today, 1)], [(today + 7, today + 14)] if is_sunday else []
    if way in _BACK:
        return [unit_span(unit, today, -1)], []
    return [unit_span(unit, today)], [unit_span(unit, today, 1)] if is_sunday else []


def _weekend(way: str, today: int, is_forward: bool) -> tuple[list[Span], list[Span]]:
    before, this, after = (unit_span("weekend", today, shift) for shift in (-1, 0, 1))
    if way in ("next", "following"):
        return [after], [this] if today < this[0] else []
    if way == "coming":
        return [this if today < this[0] else after], []
    if way in _BACK:
        return [before], []
    if way == "the" and not is_forward and today < this[0]:
        return [before], [this]
    early = weekday(today) <= 2
    return [this], [before] if early and not is_forward else []


def _context_day(anchor: Anchor, today: int) -> int:
    """The day that the context speaks of, else the day of speaking."""
    from conflicts.reading.time.context import day_in_context

    found = day_in_context(anchor)
    return today if found is None else found


def rolling_days(rolling: Rolling, anchor: Anchor) -> tuple[list[Span], list[Span], str, str | None]:
    """ "the next three days", "the past decade", "the coming weeks": from today on, or up to today."""
    today = anchor.need("time counted from the day of speaking")
    end = today
    for count, unit in rolling.length.counts(is_high=True):
        if unit in CLOCK_UNITS:
            end += rolling.sign * int(count * CLOCK_SECONDS[unit] // 86400)
        else:
            end = shifted(end, unit, count * rolling.sign)
    best = [(today, end + 1) if rolling.sign > 0 else (end, today + 1)]
    fair = []
    if rolling.is_vague:
        far = today + (end - today) * 2 + rolling.sign
        fair.append((today, far + 1) if rolling.sign > 0 else (far, today + 1))
    whole = _whole_units(rolling, today)
    if whole and whole not in best:
        if rolling.length.finest == "quarter":  # the news counts those of the calendar
            best, fair = [whole], best
        else:
            fair.append(whole)
    text = length_timex(rolling.length)
    if whole and rolling.sign < 0 and rolling.length.counts() == [(1, "decade")]:
        text = timex(whole, "decade") or text
    return best, fair, "days", text


def _whole_units(rolling: Rolling, today: int) -> Span | None:
    """The calendar units instead of the days from today: "the last two quarters"."""
    if len(rolling.length.parts) != 1 or rolling.is_vague:
        return None
    count, _, unit = rolling.length.parts[0]
    if count.denominator != 1 or unit in CLOCK_UNITS or unit not in _CALENDAR or unit in ("day", "night"):
        return None
    if rolling.sign > 0:
        return unit_span(unit, today, 1)[0], unit_span(unit, today, int(count))[1]
    return unit_span(unit, today, -int(count))[0], unit_span(unit, today, -1)[1]


def offset_days(
    offset: Offset, base: list[Span] | None, anchor: Anchor
) -> tuple[list[Span], list[Span], str, str | None]:
    """ "two weeks ago", "3 days after Easter", "in a month": the days it leads to, as coarse as its finest unit.

    Told from the day of speaking, a length of weeks or more is loose by half a unit each way, for nobody counts the
    days; told from a date it is exact.
    """
    if base is None:
        start = anchor.need("time told by a length")
        if offset.is_from_context:
            start = _context_day(anchor, start)
        base = [(start, start + 1)]
    lo, hi = base[0]
    unit = offset.length.finest
    if offset.sign == 0:
        end = lo
        for count, part in offset.length.counts():
            end = shifted(end, part, count) if part not in CLOCK_UNITS else end + 1
        return [(lo, max(end, lo + 1))], [], "days", f"{timex((lo, lo + 1), 'day')}/{length_timex(offset.length)}"
    ends = []
    for is_high in (False, True) if offset.length.is_vague else (False,):
        day_lo, day_hi = lo, hi - 1
        for count, part in offset.length.counts(is_high=is_high):
            if part not in CLOCK_UNITS:
                day_lo = shifted(day_lo, part, count * offset.sign)
                day_hi = shifted(day_hi, part, count * offset.sign)
        ends.append((day_lo, day_hi + 1))
    if offset.length.is_vague:
        span = (min(ends[0][0], ends[1][0]), max(ends[0][1], ends[1][1]))
        wide = span
        if unit not in CLOCK_UNITS:
            # Who says "a few" may mean twice as many more, hardly more than one fewer.
            spread = max(offset.length.parts[-1][1] - offset.length.parts[-1][0], 1)
            less, more = (spread, 1) if offset.sign < 0 else (1, spread)
            wide = shifted(span[0], unit, -less), shifted(span[1], unit, more)
        past = "PAST_REF" if offset.sign < 0 else "FUTURE_REF"
        return [span], [wide], "days", past
    best, fair, unit, text = _as_coarse(ends[0], unit, offset)
    if offset.rounded:
        days = offset.sign * offset.rounded
        fair = [*fair, (lo + days, hi + days)]
    return best, fair, unit, text


def parts_told(length: Length) -> int:
    """Into how many parts the last unit of a length is cut: 2 in "half a year", at most tenths."""
    return min(length.parts[-1][0].denominator, 10)


def _as_coarse(span: Span, unit: str, offset: Offset) -> tuple[list[Span], list[Span], str, str | None]:
    day = span[0]
    if unit in ("day", "night", "workday", "weekend") or unit in CLOCK_UNITS:
        return [span], [], "day", timex(span, "day")
    if len(offset.length.parts) > 1:
        return [span], [], "day", timex(span, "day")
    if offset.is_exact_day:
        return [span], [(span[0] - 1, span[1] + 1)], "day", timex(span, "day")
    name = "week" if unit in ("week", "fortnight", "workweek") else unit
    parts = parts_told(offset.length)
    if parts > 1:  # "Half a year ago" is told in halves of a year
        text = timex(unit_span("month", day), "month") if unit == "year" else None
        around, wide = (
            (shifted(day, unit, Fraction(-1, of)), shifted(day, unit, Fraction(1, of)) + 1) for of in (2 * parts, parts)
        )
        return [around], [wide], "days", text
    text = timex(unit_span(name, day), name) if name in _CALENDAR else None
    around = (half_shifted(day, unit, -1), half_shifted(day, unit, 1) + 1)
    wide = (shifted(day, unit, -1), shifted(day, unit, 1) + 1)
    if unit in ("year", "decade", "century"):
        around = min(around[0], unit_span(name, day)[0]), max(around[1], unit_span(name, day)[1])
        wide = min(around[0], wide[0]), max(around[1], wide[1])
    return [around], [wide], name, text


def reference_days(reference: str, anchor: Anchor) -> tuple[list[Span], list[Span]]:
    """ "recently", "now", "soon": the window in days that the word list gives, strict and loose."""
    today = anchor.need("a time told from the moment of speaking")
    _, strict, loose = reference.split("|")
    spans = []
    for window in (strict, loose):
        low, high = window.split(":")
        lo = today - FAR if low == "*" else today + int(low)
        hi = today + FAR if high == "*" else today + int(high) + 1
        spans.append((lo, hi))
    return [spans[0]], [spans[1]]
