"""Tables of the calendar, its notations, units and places, against arithmetic of their own.

Beyond the years of the standard library the calendar repeats every 400 years; feasts are computed by other published
rules than the library's; sizes of units come from their definitions.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Final

import pytest

from conflicts import Value
from conflicts.errors import VocabularyError
from conflicts.values.bounds import HIGHEST, LOWEST, Bound
from conflicts.values.calendar import (
    DAY,
    HOUR,
    MINUTE,
    add_months,
    civil,
    day_number,
    easter,
    is_date,
    is_leap,
    islamic_day,
    iso_week,
    monday,
    month_length,
    month_start,
    nth_weekday,
    orthodox_easter,
    week_start,
    weekday,
    weeks_in,
)
from conflicts.values.extent import LINE, Extent
from conflicts.values.places import place_extents, unknown_place
from conflicts.values.units import axis_units, expanded, find_unit, is_quantity_axis, unit_table

EPOCH: Final = date(1970, 1, 1).toordinal()
CYCLE: Final = 146_097
"""Days in 400 years: 400 · 365 and a leap day in 97 of them."""
FROM: Final = date(2000, 1, 1).toordinal()
SAMPLE: Final = sorted(
    {*range(FROM, FROM + CYCLE, 97)}
    | {date(year, month, day).toordinal() for year in (2000, 2001, 2003, 2004, 2096, 2100, 2104, 2199, 2200, 2300, 2399)
       for month, day in ((1, 1), (2, 28), (3, 1), (12, 31), (7, 31), (8, 1))}
    | {date(year, 2, 29).toordinal() for year in (2000, 2004, 2096, 2396)}
)  # fmt: skip


@pytest.mark.parametrize("cycles", [-40, -6, -5, 0, 19, 20, 100])
def test_the_calendar_repeats_every_400_years(cycles: int) -> None:
    for ordinal in SAMPLE:
        known = date.fromordinal(ordinal)
        day = ordinal - EPOCH + cycles * CYCLE
        year = known.year + 400 * cycles
        assert civil(day) == (year, known.month, known.day)
        assert day_number(year, known.month, known.day) == day
        assert weekday(day) == known.isoweekday()
        assert monday(day) == day - known.weekday()
        iso = known.isocalendar()
        assert iso_week(day) == (iso.year + 400 * cycles, iso.week)
        assert is_leap(year) is (known.year % 4 == 0 and known.year not in {2100, 2200, 2300})


def test_the_first_and_last_days_of_the_standard_library() -> None:
    first, last = 1 - EPOCH, date.max.toordinal() - EPOCH
    assert [civil(first + k) for k in (-1, 0, 1)] == [(0, 12, 31), (1, 1, 1), (1, 1, 2)]
    assert [civil(last + k) for k in (-1, 0, 1)] == [(9999, 12, 30), (9999, 12, 31), (10000, 1, 1)]
    assert [day_number(0, 12, 31), day_number(1, 1, 1)] == [first - 1, first]
    assert [day_number(9999, 12, 31), day_number(10000, 1, 1)] == [last, last + 1]


LENGTHS: Final = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


@pytest.mark.parametrize("year", [-4, -1, 0, 1, 1900, 2000, 2023, 2024, 2100, 9999, 10_000, 12_001])
def test_months(year: int) -> None:
    start = day_number(year)
    leaps = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    for month, usual in LENGTHS.items():
        length = usual + (month == 2 and leaps)
        assert month_length(year, month) == length
        assert (
            month_start(year, month) == start == month_start(year - 1, month + 12) == month_start(year + 2, month - 24)
        )
        assert [is_date(year, month, day) for day in (0, 1, length, length + 1)] == [False, True, True, False]
        start += length
    assert month_start(year + 1, 1) == start
    assert not is_date(year, 0, 1)
    assert not is_date(year, 13, 1)


def later(day: date, months: int) -> date:
    """The day of the month so many months on, or the last one there."""
    count = day.year * 12 + day.month - 1 + months
    of_month = day.day
    while True:
        try:
            return date(count // 12, count % 12 + 1, of_month)
        except ValueError:
            of_month -= 1


@pytest.mark.parametrize("months", [-25, -13, -12, -11, -1, 0, 1, 2, 11, 12, 13, 25, 48])
def test_months_later(months: int) -> None:
    for day in (date(2024, 1, 31), date(2024, 2, 29), date(2025, 12, 31), date(2025, 12, 1), date(2023, 8, 30)):
        assert add_months(day.toordinal() - EPOCH, months) == later(day, months).toordinal() - EPOCH


def test_weeks_of_every_year() -> None:
    for year in range(1, 9999, 7):
        last = date(year, 12, 28).isocalendar().week
        assert weeks_in(year) == last
        for week in (1, 2, last):
            assert week_start(year, week) == date.fromisocalendar(year, week, 1).toordinal() - EPOCH


@pytest.mark.parametrize("nth", [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6])
def test_the_nth_weekday_from_either_end(nth: int) -> None:
    for year, month in ((2025, 2), (2024, 2), (2025, 6), (2025, 8), (2025, 12)):
        first = date(year, month, 1).toordinal() - EPOCH
        end = first + month_length(year, month)
        for wanted in range(1, 8):
            days = [day for day in range(first, end) if date.fromordinal(day + EPOCH).isoweekday() == wanted]
            expected = (days[nth - 1] if nth > 0 else days[nth]) if abs(nth) <= len(days) else None
            assert nth_weekday(first, end, wanted, nth) == expected
    assert nth_weekday(10, 10, 3, nth) is None, "among no days"


def gauss_easter(year: int) -> tuple[int, int]:
    """The month and day of Western Easter by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * x) // 451
    month, day = divmod(h + x - 7 * m + 114, 31)
    return month, day + 1


def julian_day(year: int, month: int, day: int) -> int:
    """The day number of a date of the Julian calendar, by counting its years of 365 days and a quarter."""
    lengths = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    before = sum(lengths[: month - 1]) + day - 1
    return (year - 1) * 365 + (year - 1) // 4 + before - 719_164


def julian_easter(year: int) -> tuple[int, int]:
    """The month and day of Easter in the Julian calendar, by the rule of Meeus."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return month, day + 1


def test_the_julian_calendar_of_these_tests_is_right() -> None:
    assert julian_day(1582, 10, 4) + 1 == date(1582, 10, 15).toordinal() - EPOCH
    assert julian_day(1917, 10, 25) == date(1917, 11, 7).toordinal() - EPOCH


@pytest.mark.parametrize("start", [1583, 1700, 1900, 2000, 2200, 4100, 9900])
def test_easter(start: int) -> None:
    for year in range(start, start + 100):
        assert civil(easter(year))[1:] == gauss_easter(year), year
        assert weekday(easter(year)) == weekday(orthodox_easter(year)) == 7
        assert orthodox_easter(year) == julian_day(year, *julian_easter(year)), year


LEAPS: Final = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}
"""The leap years of the thirty in the commonest of the tabular Islamic calendars."""


def test_the_tabular_islamic_calendar() -> None:
    day = julian_day(622, 7, 16)
    for year in range(1, 1500):
        for month in range(1, 13):
            if year > 1320 or year < 40:
                assert islamic_day(year, month, 1) == day, (year, month)
                assert islamic_day(year, month, 17) == day + 16
            is_long = month % 2 == 1 or (month == 12 and year % 30 in LEAPS)
            day += 30 if is_long else 29


# ---------------------------------------------------------------------- notations


def span(lo: int, hi: int, clock: str = "floating") -> Value:
    extent = Extent.half_open(lo, hi)
    return Value("time", extent, extent, clock=clock)  # type: ignore[arg-type]


def open_span(lo: Bound, hi: Bound) -> Value:
    extent = Extent(((lo, hi),))
    return Value("time", extent, extent, clock="floating")


def days(first: tuple[int, int, int], end: tuple[int, int, int], clock: str = "floating") -> Value:
    return span(day_number(*first) * DAY, day_number(*end) * DAY, clock)


PERIODS: Final[list[tuple[Value, str | None, str | None, str]]] = [
    (days((2025, 7, 23), (2025, 7, 24)), "2025-07-23", "2025-07-23", "a day"),
    (days((2024, 2, 29), (2024, 3, 1)), "2024-02-29", "2024-02-29", "a leap day"),
    (days((2025, 12, 31), (2026, 1, 1)), "2025-12-31", "2025-12-31", "the last day of a year"),
    (days((2025, 7, 1), (2025, 8, 1)), "2025-07", "2025-07", "a month"),
    (days((2025, 12, 1), (2026, 1, 1)), "2025-12", "2025-12", "the last month of a year"),
    (days((2024, 2, 1), (2024, 3, 1)), "2024-02", "2024-02", "a month of 29 days"),
    (days((2025, 7, 2), (2025, 8, 1)), None, "2025-07-02/2025-07-31", "a month but a day"),
    (days((2025, 7, 1), (2025, 8, 2)), None, "2025-07-01/2025-08-01", "a month and a day"),
    (days((2025, 7, 2), (2025, 8, 2)), None, "2025-07-02/2025-08-01", "the length of a month"),
    (days((2025, 7, 1), (2025, 9, 1)), None, "2025-07-01/2025-08-31", "two months"),
    (days((2025, 1, 1), (2026, 1, 1)), "2025", "2025", "a year"),
    (days((2025, 2, 1), (2026, 2, 1)), None, "2025-02-01/2026-01-31", "twelve months"),
    (days((2025, 1, 1), (2027, 1, 1)), None, "2025-01-01/2026-12-31", "two years"),
    (days((1980, 1, 1), (1990, 1, 1)), "198X", "198X", "a decade"),
    (days((1985, 1, 1), (1995, 1, 1)), None, "1985-01-01/1994-12-31", "ten years"),
    (days((1980, 1, 1), (1991, 1, 1)), None, "1980-01-01/1990-12-31", "eleven years"),
    (days((1900, 1, 1), (2000, 1, 1)), "19XX", "19XX", "a hundred years"),
    (days((1901, 1, 1), (2001, 1, 1)), None, "1901-01-01/2000-12-31", "a century as it is counted"),
    (days((1000, 1, 1), (2000, 1, 1)), "1XXX", "1XXX", "a thousand years"),
    (days((0, 1, 1), (1000, 1, 1)), "0XXX", "0XXX", "the first thousand years"),
    (days((0, 1, 1), (10, 1, 1)), "000X", "000X", "the first decade"),
    (days((9990, 1, 1), (10_000, 1, 1)), "999X", "999X", "the last of four digits"),
    (days((10_000, 1, 1), (10_010, 1, 1)), None, "Y10000-01-01/Y10009-12-31", "beyond them"),
    (days((0, 1, 1), (1, 1, 1)), "0000", "0000", "the year nought"),
    (days((-43, 3, 15), (-43, 3, 16)), "-0043-03-15", "-0043-03-15", "a day before it"),
    (days((-43, 1, 1), (-42, 1, 1)), "-0043", "-0043", "a year before it"),
    (days((-9999, 1, 1), (-9998, 1, 1)), "-9999", "-9999", "the first of four digits"),
    (days((-10_000, 1, 1), (-9999, 1, 1)), "Y-10000", "Y-10000", "before them"),
    (days((10_000, 1, 1), (10_001, 1, 1)), "Y10000", "Y10000", "a year beyond them"),
    (days((-10, 1, 1), (0, 1, 1)), None, "-0010-01-01/-0001-12-31", "no decade has a mask before the year nought"),
    (days((2025, 7, 21), (2025, 7, 28)), "2025-W30", "2025-07-21/2025-07-27", "a week"),
    (days((2018, 12, 31), (2019, 1, 7)), "2019-W01", "2018-12-31/2019-01-06", "a week of the year after"),
    (days((2025, 7, 21), (2025, 7, 27)), None, "2025-07-21/2025-07-26", "six days"),
    (days((2025, 7, 21), (2025, 7, 29)), None, "2025-07-21/2025-07-28", "eight"),
    (days((2025, 7, 20), (2025, 7, 27)), None, "2025-07-20/2025-07-26", "seven from a Sunday on"),
]


@pytest.mark.parametrize(("value", "timex", "edtf", "why"), PERIODS, ids=[row[3] for row in PERIODS])
def test_periods_in_both_notations(value: Value, timex: str | None, edtf: str | None, why: str) -> None:
    assert (value.to_timex3(), value.to_edtf()) == (timex, edtf), why


NOON: Final = day_number(2025, 7, 23) * DAY + 12 * HOUR
MOMENTS: Final[list[tuple[Value, str | None, str | None, str]]] = [
    (span(NOON, NOON + MINUTE), "2025-07-23T12:00", "2025-07-23T12:00:00/2025-07-23T12:00:59", "a minute"),
    (span(NOON, NOON + MINUTE, "zoned"), "2025-07-23T12:00Z", "2025-07-23T12:00:00Z/2025-07-23T12:00:59Z", "of UTC"),
    (span(NOON + 1, NOON + 61), None, "2025-07-23T12:00:01/2025-07-23T12:01:00", "sixty seconds"),
    (span(NOON, NOON + 2 * MINUTE), None, "2025-07-23T12:00:00/2025-07-23T12:01:59", "two minutes"),
    (span(NOON - MINUTE, NOON), "2025-07-23T11:59", "2025-07-23T11:59:00/2025-07-23T11:59:59", "the one before"),
    (span(NOON, NOON + 12 * HOUR), None, "2025-07-23T12:00:00/2025-07-23", "till the end of the day"),
    (span(NOON - 12 * HOUR, NOON), None, "2025-07-23/2025-07-23T11:59:59", "from its begin"),
    (Value.of("time", NOON + 3723), None, "2025-07-23T13:02:03", "a point"),
    (Value.of("time", NOON + Fraction(1, 3)), None, None, "a third of a second"),
    (Value.of("time", (NOON, None)), None, "2025-07-23T12:00:00/..", "from noon on"),
    (Value.of("time", (NOON - 12 * HOUR, None)), None, "2025-07-23/..", "from a day on"),
    (open_span(LOWEST, (NOON - 12 * HOUR, -1)), None, "../2025-07-22", "before a day"),
    (open_span(LOWEST, (NOON, -1)), None, "../2025-07-23T11:59:59", "before noon"),
    (open_span(LOWEST, (NOON + Fraction(1, 2), -1)), None, None, "before half a second past noon"),
    (Value.of("time", (None, NOON)), None, None, "till noon, which belongs to it"),
    (open_span((NOON, 1), HIGHEST), None, None, "after noon, which does not"),
    (Value.of("time", (NOON, NOON + 5)), None, None, "both ends belong to it"),
    (Value("place", Extent.half_open(0, DAY), Extent.half_open(0, DAY)), None, None, "no time"),
    (days((2025, 7, 23), (2025, 7, 24), "zoned"), "2025-07-23", "2025-07-23T00:00:00Z/2025-07-23T23:59:59Z", "of UTC"),
]


@pytest.mark.parametrize(("value", "timex", "edtf", "why"), MOMENTS, ids=[row[3] for row in MOMENTS])
def test_moments_in_both_notations(value: Value, timex: str | None, edtf: str | None, why: str) -> None:
    assert (value.to_timex3(), value.to_edtf()) == (timex, edtf), why


def test_several_times_are_one_of_a_set() -> None:
    first, second = days((2025, 7, 23), (2025, 7, 24)), days((2025, 8, 1), (2025, 8, 3))
    both = Value("time", first.strict | second.strict, first.strict | second.strict, clock="floating")
    assert both.to_edtf() == "[2025-07-23,2025-08-01..2025-08-02]"
    assert both.to_timex3() is None
    after = Value("time", first.strict | Extent.at_least(NOON + 20 * DAY - 12 * HOUR), LINE)
    assert after.to_edtf() == "[2025-07-23,2025-08-12..]"
    clock = Value("time", first.strict | span(NOON + 5 * DAY, NOON + 5 * DAY + MINUTE).strict, LINE)
    assert clock.to_edtf() is None
    told = Value("time", both.strict, both.strict, clock="floating", timex="2025-08|2025-07-23")
    assert told.to_edtf() == "[2025-07-23,2025-08]"
    assert told.to_timex3() is None
    odd = Value("time", first.strict, first.strict, clock="floating", timex="2025-W30|2025-07-23")
    assert odd.to_edtf() == "2025-07-23"
    assert Value("time", first.strict, first.strict, timex="2025-W30").to_timex3() == "2025-W30"


_LENGTH: Final = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


@pytest.mark.parametrize(
    "seconds", [0, 1, 59, 60, 61, 600, 3599, 3600, 3601, 3660, 86399, 86400, 86401, 90061, 172800, 1_000_000]
)
def test_every_length_is_its_parts(seconds: int) -> None:
    text = Value.of("duration", seconds).to_timex3()
    assert text is not None
    match = _LENGTH.fullmatch(text)
    assert match is not None, text
    day, hour, minute, second = (int(part or 0) for part in match.groups())
    assert day * DAY + hour * HOUR + minute * MINUTE + second == seconds
    assert hour < 24
    assert minute < 60
    assert second < 60
    assert all(part != "0" for part in match.groups()) or text == "PT0S"
    assert not text.endswith("T")
    assert Value.of("duration", seconds).to_edtf() is None


@pytest.mark.parametrize("length", [-60, Fraction(1, 2), (None, 60)])
def test_what_is_no_length_has_no_notation(length: object) -> None:
    assert Value.of("duration", length).to_timex3() is None  # type: ignore[arg-type]


# ---------------------------------------------------------------------- units

PREFIXES: Final = {
    "n": ("nano", -9), "µ": ("micro", -6), "m": ("milli", -3), "c": ("centi", -2), "d": ("deci", -1), "h": ("hecto", 2),
    "k": ("kilo", 3), "M": ("mega", 6), "G": ("giga", 9), "T": ("tera", 12), "P": ("peta", 15), "E": ("exa", 18),
}  # fmt: skip
PREFIXED: Final = [
    ("m", "metre", "nµmcdk", 1, "length"), ("g", "gram", "µmk", Fraction(1, 1000), "mass"),
    ("J", "joule", "kMGTPE", 1, "energy"), ("Wh", "watt-hour", "kMGT", 3600, "energy"),
    ("W", "watt", "mkMGT", 1, "power"),
    ("Pa", "pascal", "hkMG", 1, "pressure"), ("B", "byte", "kMGTPE", 1, "data"),
]  # fmt: skip


@pytest.mark.parametrize(("symbol", "name", "prefixes", "size", "axis"), PREFIXED)
def test_every_prefix(symbol: str, name: str, prefixes: str, size: Fraction, axis: str) -> None:
    for letter in prefixes:
        spoken, power = PREFIXES[letter]
        for text in (letter + symbol, spoken + name, f"{spoken}{name}s", f" {spoken}{name}s "):
            unit = find_unit(text)
            assert unit is not None, text
            assert (unit.symbol, unit.axis, unit.factor) == (letter + symbol, axis, size * Fraction(10) ** power)
            assert unit.from_base(unit.to_base(7)) == 7


MEANT: Final[list[tuple[str, str, str | None]]] = [
    ("dollars", "en", "USD"),
    ("dollars", "en-CA", "CAD"),
    ("dollars", "en-ca", "CAD"),
    ("dollars", "EN-AU", "AUD"),
    ("dollars", "en-GB", "USD"),
    ("$", "en", "USD"),
    ("pounds", "en", None),
    ("euro", "de", "EUR"),
    ("Kilometer", "de", "km"),
    ("kilometres", "de", "km"),
    ("kilomètres", "fr", "km"),
    ("Megatonnen", "de", "Mt"),
    ("mégatonnes", "fr", "Mt"),
    ("mégawatts", "fr", "MW"),
    ("MW", "en", "MW"),
    ("mW", "en", "mW"),
    ("mw", "en", None),
    ("KM", "en", "km"),
    ("Km", "en", "km"),
    ("square   kilometres", "en", "km²"),
    ("USD per barrel", "en", "USD per bbl"),
    ("USD/barrels", "en", "USD per bbl"),
    ("USD / barrel", "en", "USD per bbl"),
    ("euros per tonne", "en", "EUR per t"),
    ("euros per household", "en", "EUR per household"),
    ("dollars per litre", "en-AU", "AUD per L"),
    ("people per km²", "en", None),
    ("km/h", "en", "km/h"),
    ("per barrel", "en", None),
    ("USD per ", "en", None),
    ("USD/", "en", None),
    ("USD cent", "en", "USD cent"),
    ("°C", "en", "°C"),
    ("temperature difference", "en", "Δ°C"),
    ("", "en", None),
    ("delegates", "en", None),
]


@pytest.mark.parametrize(("text", "lang", "symbol"), MEANT)
def test_which_unit_is_meant(text: str, lang: str, symbol: str | None) -> None:
    unit = find_unit(text, lang)
    assert (None if unit is None else unit.symbol) == symbol


def test_a_rate_is_a_unit_of_its_own() -> None:
    price = find_unit("USD cent per litre")
    assert price is not None
    assert (price.axis, price.factor, price.currency) == ("money USD per L", Fraction(1, 100), "USD per L")
    for name, code in (("USD", "USD"), ("euros", "EUR"), ("km", None)):
        unit = find_unit(name)
        assert unit is not None
        assert unit.currency == code


def test_what_a_name_can_mean() -> None:
    table = unit_table()
    pound, dollar = table.names["pounds"], table.names["dollars"]
    by_symbol = {unit.symbol: unit for unit in pound.units}
    assert {"GBP", "lb"} <= set(by_symbol)
    kilo, sterling, mile = (table.units[symbol] for symbol in ("kg", "GBP", "mi"))
    assert pound.choose(kilo, "") == (by_symbol["lb"],), "another unit of the axis"
    assert pound.choose(sterling, "") == (sterling,), "one of its own"
    assert pound.choose(sterling.per("day"), "") == (sterling,), "the axis of a rate's upper half"
    assert pound.choose(mile, "") == pound.choose(None, "") == pound.units, "nothing settles it"
    assert [unit.symbol for unit in dollar.choose(None, "AU")] == ["AUD"]
    assert [unit.symbol for unit in dollar.choose(None, "XX")] == ["USD"]
    assert [unit.symbol for unit in dollar.choose(table.units["CAD"], "AU")] == ["CAD"]
    assert table.names["miles"].choose(kilo, "AU") == (mile,), "one meaning is that"


EXPANDED: Final = [
    ("metre", ["metre"]),
    ("metre(s)", ["metre", "metres"]),
    ("metre(s) per second", ["metre per second", "metres per second"]),
    ("degré(s) centigrade(s)", ["degré centigrade", "degrés centigrade", "degré centigrades", "degrés centigrades"]),
]


@pytest.mark.parametrize(("name", "forms"), EXPANDED)
def test_the_forms_of_a_name(name: str, forms: list[str]) -> None:
    assert sorted(expanded(name)) == sorted(forms)


AXES: Final = [
    ("count", True), ("count per day", True), ("length", True), ("money USD", True), ("money USD per bbl", True),
    ("share", True), ("share per year", True), ("temperature difference", True), ("place", False), ("time", False),
    ("duration", False), ("money", False), ("counts", False), ("", False), ("per day", False), ("flag", False),
]  # fmt: skip


@pytest.mark.parametrize(("axis", "expected"), AXES)
def test_the_axes_of_quantities(axis: str, expected: bool) -> None:
    assert is_quantity_axis(axis) is expected


WORDED: Final = [
    ("length", ["m", "km", "cm", "mm"]), ("length per day", ["m per day", "km per day", "cm per day", "mm per day"]),
    ("count", []), ("money USD", ["USD"]), ("money XXX9", []), ("USD", []), ("share", ["%"]), ("place", []),
    ("data rate", ["bit/s", "Mbit/s", "Gbit/s"]),
]  # fmt: skip


@pytest.mark.parametrize(("axis", "symbols"), WORDED)
def test_the_units_of_an_axis(axis: str, symbols: list[str]) -> None:
    assert [unit.symbol for unit in axis_units(axis)] == symbols


def test_the_flags_of_names() -> None:
    table = unit_table()
    assert table.names["foot"].is_wary
    assert not table.names["feet"].is_wary
    assert table.symbols["in"].is_attached_only
    assert not table.symbols["cm"].is_attached_only
    assert {"$", "€", "USD", "US$"} <= table.money
    assert not {"km", "%"} & table.money
    assert (table.then["ft"].symbol, table.then["st"].symbol) == ("in", "lb")
    assert table.unclear["mw"] == ("MW", "mW")
    for form, symbols in table.unclear.items():
        assert len(set(symbols)) > 1, form
        assert form not in table.symbols
        assert form not in table.names


# ---------------------------------------------------------------------- places


def test_places_lie_in_their_wholes() -> None:
    places = place_extents(
        {"istanbul": ["turkey", "europe"], "ankara": ["turkey"], "turkey": [], "galata": ["istanbul"]}
    )
    assert places["galata"] <= places["istanbul"] <= places["turkey"]
    assert places["istanbul"] <= places["europe"]
    assert not places["europe"] <= places["turkey"]
    assert places["europe"].meets(places["turkey"])
    assert not places["ankara"].meets(places["europe"])
    assert len(places["turkey"].intervals) == 1, "what a walk meets in one go is one interval"
    assert place_extents({}) == {}
    lone = place_extents({"a": []})
    assert lone == {"a": Extent.point(0)}


@pytest.mark.parametrize(
    ("wholes", "told"),
    [
        ({"a": ["a"]}, "a lies in a"),
        ({"a": ["b"], "b": ["a"]}, "a lies in b lies in a"),
        ({"a": ["b"], "b": ["c"], "c": ["b"], "d": ["a"]}, "b lies in c lies in b"),
    ],
)
def test_a_cycle_of_places_is_told(wholes: dict[str, list[str]], told: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        place_extents(wholes)
    assert str(caught.value) == f"places: a cycle: {told}"


def test_no_tree_names_an_unknown_place() -> None:
    known = place_extents({"x": ["y"], "z": ["y"]})
    for form in ("x", "y", "atlantis"):
        assert unknown_place(form).is_point
        assert all(not unknown_place(form).meets(extent) for extent in known.values())
