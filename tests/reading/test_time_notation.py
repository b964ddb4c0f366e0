"""ISO 8601 and its second part (EDTF) as whole texts, number by number, against `datetime` and `zoneinfo`."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from reading.test_time_calendar import Told, day, extent, period, second
from reading.test_time_calendar import differing as differing_at_all
from reading.test_time_limits import Row, differing, sets

from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.bounds import HIGHEST, LOWEST, Bound
from conflicts.values.extent import Extent

DAY, HOUR, MINUTE = timedelta(1), timedelta(hours=1), timedelta(minutes=1)


def years(first: int, end: int) -> Extent | None:
    return sets([(date(first, 1, 1), date(end, 1, 1))])


def test_two_digits_behind_a_year() -> None:
    """A month, a season, a quarter, a half of EDTF, or the last year of a range within the century."""
    rows: list[Row] = []
    for year, number in product((1899, 1914, 1920, 1941, 1985, 1999, 2000, 2019, 2022), range(100)):
        text, meant = f"{year}-{number:02d}", None
        if 1 <= number <= 12:
            meant = sets([period("month", date(year, number, 1))])
        elif 21 <= number <= 24 and number == (year + 1) % 100:
            meant = years(year, year + 2)
        elif 21 <= number <= 24:
            first = date(year, 3 * (number - 20), 1)
            end = date(year + 1, 3, 1) if number == 24 else date(year, first.month + 3, 1)
            meant = sets([(first, end)])
        elif 33 <= number <= 36:
            meant = sets([period("quarter", date(year, 3 * (number - 32), 1))])
        elif number in (40, 41):
            meant = sets([period("half year", date(year, 6 * (number - 39), 1))])
        elif year % 100 < number and (12 < number < 21 or number > 41):
            meant = years(year, year // 100 * 100 + number + 1)
        rows.append((text, meant))
    assert not differing(rows, None)


def test_days_of_which_a_digit_is_not_known() -> None:
    rows: list[Row] = []
    for year, month in product((2023, 2024), range(1, 13)):
        size = calendar.monthrange(year, month)[1]
        for tens in range(5):
            inside = [date(year, month, n) for n in range(1, size + 1) if n // 10 == tens]
            meant = sets([(inside[0], inside[-1] + DAY)]) if inside else None
            rows.append((f"{year}-{month:02d}-{tens}X", meant))
        rows.append((f"{year}-{month:02d}-XX", sets([period("month", date(year, month, 1))])))
    for text in ("2024-00-1X", "2024-13-1X", "2024-13-XX", "2024-XX-1X", "2024-XX-11", "202X-11", "20X4", "2X24-XX"):
        rows.append((text, None))
    for text, first, end in (
        ("198X", 1980, 1990), ("200X", 2000, 2010), ("19XX", 1900, 2000), ("20XX", 2000, 2100), ("1XXX", 1000, 2000),
        ("198X-XX", 1980, 1990), ("198X-XX-XX", 1980, 1990), ("2024-XX", 2024, 2025), ("2024-XX-XX", 2024, 2025),
    ):  # fmt: skip
        rows.append((text, years(first, end)))
    assert not differing(rows, None)


def test_days_by_their_number_in_the_year() -> None:
    rows: list[Row] = []
    for year in (2023, 2024, 2000, 1900):
        new_year = date(year, 1, 1)
        size = 366 if calendar.isleap(year) else 365
        for number in (0, 1, 2, 31, 32, 59, 60, 61, 365, 366, 367):
            meant = sets([day(new_year + (number - 1) * DAY)]) if 1 <= number <= size else None
            rows.append((f"{year}-{number:03d}", meant))
    assert not differing(rows, None)


def test_dates_without_signs() -> None:
    rows: list[Row] = []
    for year, month, of_month in product((1999, 2023, 2024), range(14), (0, 1, 9, 28, 29, 30, 31, 32)):
        is_real = 1 <= month <= 12 and 1 <= of_month <= calendar.monthrange(year, month)[1]
        meant = sets([day(date(year, month, of_month))]) if is_real else None
        rows.append((f"{year}{month:02d}{of_month:02d}", meant))
        if 1 <= month <= 12:
            rows.append((f"{year}-{month:02d}-{of_month:02d}", meant))
    assert not differing(rows, None)


def test_weeks_of_years() -> None:
    rows: list[Row] = []
    for year, week in product(range(2014, 2028), (0, 1, 2, 30, 51, 52, 53, 54)):
        is_real = 1 <= week <= date(year, 12, 28).isocalendar()[1]
        first = date.fromisocalendar(year, week, 1) if is_real else date(1, 1, 1)
        meant = sets([(first, first + 7 * DAY)]) if is_real else None
        rows += [(f"{year}-W{week:02d}", meant), (f"{year}W{week:02d}", meant), (f"{year}-w{week:02d}", meant)]
        for number in range(9):
            meant = sets([day(first + (number - 1) * DAY)]) if is_real and 1 <= number <= 7 else None
            rows.append((f"{year}-W{week:02d}-{number}", meant))
            if 0 < number < 8 and week > 0:
                rows.append((f"{year}W{week:02d}{number}", meant))
    assert not differing(rows, None)


def test_years_far_away() -> None:
    cycle = 146_097 * 86_400
    for text, year, cycles in (
        ("-0001", 399, -1), ("-0043", 357, -1), ("-0400", 400, -2),
        ("y12024", 2024, 25), ("Y12024", 2024, 25), ("y-12024", 376, -31), ("y170000", 2000, 420),
    ):  # fmt: skip
        lo, hi = second(date(year, 1, 1)) + cycles * cycle, second(date(year + 1, 1, 1)) + cycles * cycle
        value = read_time(text, Settings(kind="time"))
        assert value is not None, text
        assert value.strict == Extent((((lo, 0), (hi, -1)),)), text


def test_moments() -> None:
    rows: list[Row] = []
    for hour, minute in product((0, 9, 12, 23, 24, 25), (0, 1, 59, 60)):
        at = datetime(2025, 7, 23) + hour * HOUR + minute * MINUTE
        is_real = minute < 60 and (hour < 24 or (hour == 24 and not minute))
        clock = f"2025-07-23{{}}{hour:02d}:{minute:02d}"
        for joint, (suffix, shift) in product("T ", (
            ("", 0), ("Z", 0), ("+03:00", 180), ("+0300", 180), ("+03", 180), ("-11:30", -690), (" +05:45", 345),
        )):  # fmt: skip
            start = at - shift * MINUTE
            meant = extent([(start, start + MINUTE)]) if is_real else None
            rows.append((clock.format(joint) + suffix, meant))
            for of_minute in ("00", "01", "59"):
                exact = start + timedelta(seconds=int(of_minute))
                is_whole = is_real and (hour < 24 or of_minute == "00")
                meant = extent([(exact, exact + timedelta(seconds=1))]) if is_whole else None
                rows.append((f"{clock.format(joint)}:{of_minute}{suffix}", meant))
    lo = second(datetime(2025, 7, 23, 9, 30, 7))
    for digits in ("5", "25", "125", "000001", "999999999999"):
        fine = lo + Fraction(int(digits), 10 ** len(digits))
        meant = Extent((((fine, 0), (fine + 1, -1)),))
        rows += [(f"2025-07-23T09:30:07{sign}{digits}{zone}", meant) for sign, zone in product(".,", ("", "Z"))]
    rows += [(f"2025-07-23T09:30:{n}", None) for n in (61, 99)]
    leap = datetime(2025, 7, 23, 9, 31)
    rows.append(("2025-07-23T09:30:60", extent([(leap, leap + timedelta(seconds=1))])))
    value = read_time("2025-07-23T09:30", Settings(kind="time"))
    assert value is not None
    assert value.loose == value.strict, "a full hour of a machine is not rounded"
    rows += [(text, None) for text in ("2025-02-29T09:30", "2025-13-01T09:30", "2025-07-32T09:30", "2025-07-00T09:30Z")]
    assert not differing(rows, None)


POINTS: list[tuple[str, date, date]] = [
    ("1984", date(1984, 1, 1), date(1985, 1, 1)),
    ("198X", date(1980, 1, 1), date(1990, 1, 1)),
    ("2024-02", date(2024, 2, 1), date(2024, 3, 1)),
    ("2024-22", date(2024, 6, 1), date(2024, 9, 1)),
    ("2024-W30", date(2024, 7, 22), date(2024, 7, 29)),
    ("2025-07-23", date(2025, 7, 23), date(2025, 7, 24)),
    ("2025-204", date(2025, 7, 23), date(2025, 7, 24)),
    ("2025-07-2X", date(2025, 7, 20), date(2025, 7, 30)),
    ("20260101", date(2026, 1, 1), date(2026, 1, 2)),
]


def test_intervals() -> None:
    rows: list[Row] = []
    for (one, lo, lo_end), (other, hi, hi_end) in product(POINTS, POINTS):
        meant = sets([(lo, hi_end)]) if lo < hi_end else None
        if not (one.isdigit() and other.isdigit() and len(one) == len(other) == 8):
            rows += [(f"{one}/{other}", meant), (f"{one} / {other}", meant)]
        if lo_end <= hi or hi_end <= lo:
            rows.append((f"[{one},{other}]", sets(sorted([(lo, lo_end), (hi, hi_end)]))))
            rows.append((f"{{{other}, {one}}}", sets(sorted([(lo, lo_end), (hi, hi_end)]))))
        if lo < hi_end:
            rows.append((f"[{one}..{other}]", sets([(lo, hi_end)])))
    for text, lo, end in POINTS:
        after, before = Extent((((second(lo), 0), HIGHEST),)), Extent(((LOWEST, (second(end), -1)),))
        rows += [(f"{text}/..", after), (f"{text}/", after), (f"../{text}", before), (f"/{text}", before)]
        rows += [(f"[{text}..]", after), (f"[..{text}]", before), (f"{{..{text}}}", before)]
    rows += [
        (text, None) for text in ("/", "..", "[]", "[x]", "[1984,x]", "1984/x", "x/1984", "{1984,}", "[1984", "1984]")
    ]
    rows.append(("2025-07-23T10:00Z/2025-07-24", None))
    rows.append(("2025-07-23/2025-07-24T10:00Z", None))
    rows.append(("2025-07-24T10:00Z/2025-07-23T10:00Z", None))
    lo_, hi_ = datetime(2025, 7, 23, 10), datetime(2025, 7, 24, 9, 1)
    rows.append(("2025-07-23T10:00Z/2025-07-24T12:00+03:00", extent([(lo_, hi_)])))
    alternate = [(date(n, 1, 1), date(n + 1, 1, 1)) for n in range(1900, 1948, 2)]
    rows.append(("[" + ",".join(f"{lo.year}" for lo, _ in alternate) + "]", sets(alternate)))
    rows.append(("[" + ",".join(f"{lo.year}" for lo, _ in alternate) + ",1999]", None))
    assert not differing(rows, None)


def test_dates_in_doubt() -> None:
    """ "~" and "%" widen what is strictly meant, "?" only what is fair."""
    rows = []
    year = 366 * DAY
    for text, span, strict, loose in (
        ("2025-07-23", day(date(2025, 7, 23)), DAY, 3 * DAY),
        ("2025-W30", (date(2025, 7, 21), date(2025, 7, 28)), 3 * DAY, 7 * DAY),
        ("2025-07", period("month", date(2025, 7, 1)), 7 * DAY, 31 * DAY),
        ("2025-22", (date(2025, 6, 1), date(2025, 9, 1)), 31 * DAY, 92 * DAY),
        ("2025-34", period("quarter", date(2025, 4, 1)), 31 * DAY, 92 * DAY),
        ("2025-40", period("half year", date(2025, 1, 1)), 61 * DAY, 183 * DAY),
        ("1985", period("year", date(1985, 1, 1)), 2 * year, 10 * year),
        ("198X", period("decade", date(1985, 1, 1)), 2 * year, 5 * year),
        ("19XX", period("century", date(1985, 1, 1)), 20 * year, 50 * year),
    ):
        lo, hi = span
        fair = [(lo - loose, hi + loose)]
        rows += [Told(text + mark, [(lo - strict, hi + strict)], fair, said=None) for mark in "~%"]
        rows.append(Told(f"{text}?", [span], fair, said=None))
        low = second(lo - strict), 0
        rows.append(
            Told(f"{text}~/..", Extent(((low, HIGHEST),)), Extent((((second(lo - loose), 0), HIGHEST),)), said=None)
        )
        high: Bound = (second(hi + strict), -1)
        rows.append(
            Told(f"../{text}~", Extent(((LOWEST, high),)), Extent(((LOWEST, (second(hi + loose), -1)),)), said=None)
        )
    assert not differing_at_all(rows)


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "America/New_York", "Asia/Kolkata", "+03:00"])
def test_dates_in_a_zone(zone: str) -> None:
    wrong = []
    for text, lo, hi in (*POINTS, ("2025-03-30", date(2025, 3, 30), date(2025, 3, 31)),
                         ("2025-10-26", date(2025, 10, 26), date(2025, 10, 27)),
                         ("2025-07-21/2025-11-30", date(2025, 7, 21), date(2025, 12, 1))):  # fmt: skip
        ends = [datetime(at.year, at.month, at.day) for at in (lo, hi)]
        shifts = [
            at.replace(tzinfo=ZoneInfo(zone)).utcoffset() or timedelta() if "/" in zone else 3 * HOUR for at in ends
        ]
        meant = extent([(ends[0] - shifts[0], ends[1] - shifts[1])])
        value = read_time(text, Settings(zone=zone, kind="time"))
        if value is None or value.strict != meant or value.clock != "zoned":
            wrong.append((text, meant, value))
    assert not wrong
