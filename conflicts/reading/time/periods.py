"""Named periods of the calendar as day spans [first, end): quarters, seasons, holidays, parts of periods."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final, TypeAlias

from conflicts.values.calendar import (
    add_months,
    civil,
    date_of,
    day_number,
    easter,
    islamic_day,
    iso_week,
    monday,
    month_length,
    month_start,
    nth_weekday,
    orthodox_easter,
)

Span: TypeAlias = tuple[int, int]

SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

MONTHS_IN: Final = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "semester": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
_MONTH: Final = Fraction(30436875, 1000000)
"""The mean length of a month in days."""
_HALF_A_MONTH: Final = round(_MONTH / 2)
DAYS_IN: Final = {"day": 1, "night": 1, "week": 7, "weekend": 7, "workweek": 7, "fortnight": 14}


def year_span(year: int) -> Span:
    return day_number(year), day_number(year + 1)


@lru_cache(maxsize=1024)
def month_span(year: int, month: int) -> Span:
    """A month; the news speaks of the same few again and again."""
    first = month_start(year, month)
    return first, first + month_length(year + (month - 1) // 12, (month - 1) % 12 + 1)


def quarter_span(year: int, quarter: int) -> Span:
    return month_start(year, 3 * quarter - 2), month_start(year, 3 * quarter + 1)


def half_span(year: int, half: int) -> Span:
    return month_start(year, 6 * half - 5), month_start(year, 6 * half + 1)


def season_span(year: int, season: str) -> Span:
    """The three months of a northern season; the winter of a year begins in its December."""
    first = SEASON_MONTHS[season]
    return month_start(year, first), month_start(year, first + 3)


def decade_span(decade: int) -> Span:
    return day_number(decade), day_number(decade + 10)


def century_span(century: int) -> Span:
    """The hundred years that share their leading digits: the 21st century is 2000 to 2099."""
    if century < 0:
        return day_number(100 * century + 1), day_number(100 * century + 101)
    return day_number(100 * (century - 1)), day_number(100 * century)


def holiday_span(year: int, rule: str) -> Span | None:
    """The days of a holiday in a year, from its rule in the word list; None if the year has none."""
    if rule[:5] in ("easte", "ortho"):
        name, sign, days = rule.partition("+") if "+" in rule else rule.partition("-")
        sunday = easter(year) if name == "easter" else orthodox_easter(year)
        day = sunday + int(sign + days)
        return day, day + 1
    if rule.startswith("islamic/"):
        _, month, of_month, length = rule.split("/")
        hijri = (year - 622) * 33 // 32
        for candidate in (hijri - 1, hijri, hijri + 1, hijri + 2):
            first = islamic_day(candidate, int(month), int(of_month))
            if civil(first)[0] == year:
                return first, first + int(length)
        return None
    if rule[2] == "-":
        day = day_number(year, int(rule[:2]), int(rule[3:]))
        return day, day + 1
    month, wanted, nth = rule.split("/")
    first, end = month_span(year, int(month))
    if nth == "election":
        found = nth_weekday(first, end, 1, 1)
        return None if found is None else (found + 1, found + 2)
    which, _, later = nth.partition("+")
    found = nth_weekday(first, end, int(wanted), int(which))
    return None if found is None else (found + int(later or 0), found + int(later or 0) + 1)


def unit_span(unit: str, day: int, shift: int = 0) -> Span:
    """The calendar period of a unit that holds `day`, or the one `shift` units later."""
    if unit in ("day", "night"):
        return day + shift, day + shift + 1
    if unit in ("week", "fortnight"):
        first = monday(day) + (7 if unit == "week" else 14) * shift
        return first, first + (7 if unit == "week" else 14)
    if unit == "workweek":
        first = monday(day) + 7 * shift
        return first, first + 5
    if unit == "weekend":
        first = monday(day) + 7 * shift + 5
        return first, first + 2
    if unit == "workday":
        first = _workdays(day, shift)
        return first, first + 1
    year, month, _ = civil(day)
    size = MONTHS_IN[unit]
    index = (year * 12 + month - 1) // size + shift
    return month_start(0, index * size + 1), month_start(0, (index + 1) * size + 1)


def shifted(day: int, unit: str, count: Fraction | int) -> int:
    """`day` moved by a count of units; parts of months and years go by their mean length."""
    if unit in DAYS_IN:
        return day + round(DAYS_IN[unit] * count)
    if unit == "workday":
        return _workdays(day, round(count))
    months = _months_in(unit) * count
    if months.denominator == 1:
        return add_months(day, int(months))
    whole = months.numerator // months.denominator
    return add_months(day, whole) + round((months - whole) * _MONTH)


def _months_in(unit: str) -> int:
    return MONTHS_IN["year" if unit in ("fiscal", "school") else unit]


def half_shifted(day: int, unit: str, sign: int) -> int:
    """`day` moved by half a unit: as `shifted`, on whole numbers alone."""
    if unit in DAYS_IN:
        return day + sign * round(DAYS_IN[unit] / 2)
    whole, half = divmod(_months_in(unit) * sign, 2)
    return add_months(day, whole) + half * _HALF_A_MONTH


def _workdays(day: int, count: int) -> int:
    step = 1 if count > 0 else -1
    weeks, left = divmod(abs(count), 5)
    while count and not _is_workday(day):
        day -= step  # From a weekend it counts as from the last working day on the other side.
    day += 7 * weeks * step
    while left:
        day += step
        left -= _is_workday(day)
    return day


def _is_workday(day: int) -> bool:
    return (day + 3) % 7 < 5


def part_of(span: Span, unit: str, mod: str, today: int | None) -> tuple[Span, Span]:
    """The early, middle or late part of a span of days: (strict, loose).

    Thirds of months, quarters, seasons and years are strict, halves are loose; weeks go Monday to Wednesday, Tuesday to
    Thursday, Thursday to Sunday.
    """
    lo, hi = span
    size = hi - lo
    if mod in ("earlier", "later", "rest") and today is not None:
        return _beside_today(span, mod, today)
    if mod == "firsthalf" or mod == "secondhalf":
        middle = _half_way(span, unit)
        half = (lo, middle) if mod == "firsthalf" else (middle, hi)
        return half, half if unit != "week" or mod == "firsthalf" else (middle - 1, hi)  # Thursday is in both.
    if unit == "week" and size == 7:
        cut = {"early": (0, 3), "start": (0, 3), "mid": (1, 5), "late": (3, 7), "end": (3, 7)}
        strict = {"early": (0, 3), "start": (0, 2), "mid": (1, 4), "late": (3, 7), "end": (4, 7)}.get(mod)
        wide = cut.get(mod, (0, 7))
        strict = strict or wide
        return (lo + strict[0], lo + strict[1]), (lo + wide[0], lo + wide[1])
    if size < 4:
        return span, span
    if unit in MONTHS_IN and MONTHS_IN[unit] >= 3:
        return _by_months(span, MONTHS_IN[unit], mod)
    third, half_size = max(1, size // 3), (size + 1) // 2
    if mod in ("early", "start", "earlier"):
        return (lo, lo + third), (lo, lo + half_size)
    if mod in ("late", "end", "later", "rest"):
        return (hi - third, hi), (hi - half_size, hi)
    return (lo + third, hi - third), (lo + size // 4, hi - size // 4)


def _by_months(span: Span, months: int, mod: str) -> tuple[Span, Span]:
    """Thirds, and quarters at the very start and end, of a period of whole months; loosely halves."""
    lo, hi = span
    half = add_months(lo, months // 2) if months % 2 == 0 else lo + (hi - lo + 1) // 2
    if mod in ("start", "end") and months >= 12:
        edge = months // 4
        strict = (lo, add_months(lo, edge)) if mod == "start" else (add_months(hi, -edge), hi)
        wide = (lo, add_months(lo, months // 3)) if mod == "start" else (add_months(hi, -(months // 3)), hi)
        return strict, wide
    third = months // 3
    if mod in ("early", "start", "earlier"):
        return (lo, add_months(lo, third)), (lo, half)
    if mod in ("late", "end", "later", "rest"):
        return (add_months(hi, -third), hi), (half, hi)
    quarter = months // 4
    wide = (add_months(lo, quarter), add_months(hi, -quarter)) if quarter else span
    return (add_months(lo, third), add_months(hi, -third)), wide


def _half_way(span: Span, unit: str) -> int:
    lo, hi = span
    if unit == "month":
        return lo + 15
    months = {"quarter": None, "year": 6, "decade": 60, "century": 600, "half": 3, "semester": 3}.get(unit)
    return add_months(lo, months) if months else lo + (hi - lo + 1) // 2


def _beside_today(span: Span, mod: str, today: int) -> tuple[Span, Span]:
    """What lies before or after today in a span; today may be meant loosely."""
    lo, hi = span
    if not lo <= today < hi:
        return span, span
    if mod == "earlier":
        strict = (lo, max(today, lo + 1))
        return strict, (lo, today + 1)
    strict = (min(today + 1, hi - 1), hi) if mod == "later" else (today, hi)
    return strict, (today, hi)


_DIGITS_CUT: Final = {"year": 0, "decade": 1, "century": 2, "millennium": 3}
"""How many digits of a year the TIMEX3 value of a period leaves out."""


def year_text(year: int) -> str:
    """A year as TIMEX3 writes it: four digits, BC before the year 1."""
    return f"BC{1 - year:04d}" if year < 1 else f"{year:04d}"


@lru_cache(maxsize=4096)
def day_text(day: int) -> str:
    """The TIMEX3 value of a day; kept, for the days of the news come again and again."""
    known = date_of(day)
    if known is not None:
        return known.isoformat()
    year, month, of_month = civil(day)
    return f"{year_text(year)}-{month:02d}-{of_month:02d}"


def timex(span: Span, unit: str) -> str | None:
    """The TIMEX3 value of a calendar period, or None for what has none."""
    if unit == "day":
        return day_text(span[0])
    if unit in ("week", "workweek"):
        return _week_text(span[0])
    if unit == "weekend":
        return _week_text(span[0]) + "-WE"
    year, month, _ = civil(span[0])
    text = year_text(year)
    if unit == "month":
        return f"{text}-{month:02d}"
    if unit == "quarter":
        return f"{text}-Q{(month + 2) // 3}"
    if unit in ("half", "semester"):
        return f"{text}-H{(month + 5) // 6}"
    if unit == "season":
        return text + "-" + {3: "SP", 6: "SU", 9: "FA", 12: "WI"}.get(month, "")
    if unit == "fortnight":
        return "P2W"
    if unit == "fiscal":
        return f"FY{text}"
    cut = _DIGITS_CUT.get(unit)
    return None if cut is None else text[: len(text) - cut]


def _week_text(day: int) -> str:
    year, week = iso_week(day)
    return f"{year_text(year)}-W{week:02d}"
