"""Every number of a time from below the least to above the greatest that it may be: days, months, hours, years.

What the calendar and the clock do not have is unread, never another time.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from reading.test_time_calendar import MONTHS, ORDINALS, day, extent, period, suffixed
from reading.test_time_clocks import HOURS, spelled
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.extent import Extent

DAY, HOUR, MINUTE = timedelta(1), timedelta(hours=1), timedelta(minutes=1)
MONDAY = date(2025, 7, 21)
FRIDAY = datetime(2025, 7, 25)
Row = tuple[str, Extent | None]
"""A text and what it strictly means; None if it means nothing."""


def strictly(text: str, said: date | None, lang: str, kind: str | None) -> Extent | None:
    try:
        value = read_time(text, Settings(said=said, modality="plan", lang=lang, kind=kind))
    except UnreadError:
        return None
    return None if value is None else value.strict


def differing(
    rows: Iterable[Row], said: date | None = MONDAY, lang: str = "en", kind: str | None = "time"
) -> list[str]:
    found, n = [], 0
    for text, meant in rows:
        n += 1
        read = strictly(text, said, lang, kind)
        if read != meant:
            found.append(f"{text!r}: meant {meant and shown(meant)}, read {read and shown(read)}")
    assert n
    return found


def sets(spans: Iterable[tuple[date, date]]) -> Extent | None:
    found = extent(spans)
    return None if found.is_empty else found


def real(year: int, month: int, of_month: int) -> list[date]:
    """The date, if the calendar has it."""
    is_real = 1 <= month <= 12 and 1 <= of_month <= calendar.monthrange(year, month)[1]
    return [date(year, month, of_month)] if is_real else []


# ---------------------------------------------------------------- dates

NUMBERS = (0, 1, 2, 9, 10, 12, 13, 20, 29, 31, 32)


@pytest.mark.parametrize(("lang", "way"), [("en", ""), ("en-GB", "day"), ("en-US", "month"), ("de", "day")])
def test_dates_in_digits(lang: str, way: str) -> None:
    """Both orders where the language tells none, and the other one where there is no such month."""
    rows: list[Row] = []
    for first, latter in product(NUMBERS, NUMBERS):
        by_day = real(2025, latter, first)
        by_month = real(2025, first, latter)
        for sign in "/.-":
            order = way or ("day" if sign == "." else "")
            is_both = order and 1 <= first <= 12 and 1 <= latter <= 12
            meant = sets(map(day, {*by_day, *by_month} if not is_both else by_day if order == "day" else by_month))
            text = f"{first}{sign}{latter}{sign}2025"
            rows += [(text, meant), (f"exactly {first:02d}{sign}{latter:02d}{sign}2025", meant)]
            if sign != ".":
                rows.append((f"exactly {first}{sign}{latter}{sign}25", meant))
        if lang == "en":
            swapped = latter if first > 12 else first, first if first > 12 else latter
            meant = sets(map(day, real(2025, *swapped))) if first else None
            rows += [(f"2025/{first}/{latter}", meant), (f"exactly 2025/{first:02d}/{latter:02d}", meant)]
            if len(f"{first}{latter}") == 4:
                rows.append((f"exactly 2025 {first} {latter}", meant))
    assert not differing(rows, None, lang)


def test_months_in_digits() -> None:
    rows: list[Row] = []
    for month in (0, 1, 9, 10, 12, 13, 20):
        meant = sets([period("month", date(2026, month, 1))]) if 1 <= month <= 12 else None
        rows += [(f"exactly {month}/2026", meant), (f"exactly {month:02d}/2026", meant), (f"{month:02d}/2026", meant)]
        rows += [(f"exactly {month:02d}.2026", meant), (f"exactly {month}-2026", meant)]
        if len(f"{month}") == 2:
            rows += [(f"exactly 2026/{month}", meant), (f"exactly 2026-{month}", meant)]
    assert not differing(rows, None)


@pytest.mark.parametrize("month", [2, 12])
def test_days_of_named_months(month: int) -> None:
    rows: list[Row] = []
    name, short = MONTHS[month - 1], MONTHS[month - 1][:3]
    for year, number in product(
        (2023, 2024), (0, 1, 2, 3, 9, 10, 11, 12, 13, 20, 21, 22, 23, 24, 28, 29, 30, 31, 32, 33, 99)
    ):
        meant = sets(map(day, real(year, month, number)))
        for text in (
            f"{number} {name} {year}", f"{name} {number}, {year}", f"{number}-{short}-{year}",
            f"{number}/{short}/{year}", f"{name} {suffixed(number)}, {year}", f"{year}-{short}-{number:02d}",
            f"the {suffixed(number)} of {name}, {year}",
            f"{name} the {suffixed(number)}, {year}", f"{number} of {name} {year}", f"{number} {short}. {year}",
            f"{short}. {number}, {year}", f"{number}. {name} {year}", f"{number} {name} of {year}",
            f"{number} {name} in the year {year}", f"{number} {name}, {year}", f"{name}/{number}/{year}",
            f"{number}-{short}-{year % 100}", f"{number} {name} '{year % 100}", f"{number} day of {name} {year}",
        ):  # fmt: skip
            rows += [(text, meant), (f"exactly {text}", meant)]
        if 1 <= number <= 31:
            word = ORDINALS[number - 1]
            for text in (
                f"{name} {word}, {year}", f"the {word} of {name}, {year}", f"{name} the {word}, {year}",
                f"the {word.replace('-', ' ')} of {name} {year}", f"{word} of {name} {year}",
            ):  # fmt: skip
                rows.append((text, meant))
    assert not differing(rows, None)


def test_years_of_two_digits() -> None:
    rows: list[Row] = []
    for number in range(100):
        year = number + (2000 if number < 50 else 1900)
        at = sets([day(date(year, 7, 23))])
        rows += [(text.format(f"{number:02d}"), at) for text in ("23-Jul-{}", "exactly 23 July {}", "exactly 23/07/{}")]
        rows += [(text.format(f"{number:02d}"), at) for text in ("exactly 23 July '{}", "23 July of {}", "23/Jul/{}")]
        if number > 31:
            meant = sets([period("month", date(year, 7, 1))]) if number >= 60 else None
            rows += [(f"July {number}", meant), (f"exactly July {number}", meant)]
        whole = sets([period("year", date(year, 1, 1))])
        rows.append((f"in '{number:02d}", whole))
        if not number % 10:
            first = number + (2000 if number < 20 else 1900)
            decade = sets([(date(first, 1, 1), date(first + 10, 1, 1))])
            rows += [(f"the {number:02d}s", decade), (f"exactly the '{number:02d}s", decade)]
    assert not differing(rows, None)


def test_years_in_words() -> None:
    rows: list[Row] = []
    for front, back in product((13, 14, 15, 18, 19, 20, 21, 29), (0, 1, 9, 10, 11, 12, 19, 20, 21, 30, 45, 89, 99)):
        year = 100 * front + back
        meant = sets([period("year", date(year, 1, 1))])
        if back:
            rows.append((f"in {spelled(front)} hundred and {spelled(back)}", meant))
            rows.append((f"in {spelled(front)} {'oh ' * (back < 10)}{spelled(back)}", meant))
        elif front % 10:
            rows.append((f"in {spelled(front)} hundred", meant))
        if not front % 10 and year >= 1000:
            rows += [(f"in {spelled(year)}", meant), (f"in {spelled(year, ' ')}", meant)]
    for year in (1000, 1001, 1999, 2000, 2001, 2998, 2999):
        meant = sets([period("year", date(year, 1, 1))])
        rows += [(f"in {spelled(year)}", meant), (f"in {year}", meant), (f"the year {year}", meant)]
    rows += [(f"in {spelled(3000)}", None), ("in nine hundred", None), (f"in {spelled(999)}", None)]
    assert not differing(rows, None)


def test_years_told_by_what_bounds_them() -> None:
    """Without a word of time, four digits after "by" or "since" are a year from 1000 to 2999."""
    rows: list[Row] = []
    for year in (1000, 1001, 1999, 2999):
        lo, hi = extent([period("year", date(year, 1, 1))]).intervals[0]
        after, before, up_to = Extent(((lo, (float("inf"), 0)),)), (float("-inf"), 0), (lo[0], -1)
        rows += [(f"since {year}", after), (f"not before {year}", after)]
        rows.append((f"by {year}", Extent(((before, hi),))))
        rows += [(f"before {year}", Extent(((before, up_to),))), (f"no later than {year}", Extent(((before, hi),)))]
    rows += [(f"{word} {year}", None) for word, year in product(("since", "by", "before", "until"), (999, 3000, 9999))]
    rows += [(f"more than {year}", None) for year in (1999, 2025)]
    assert not differing(rows, kind=None)


def test_periods_by_number() -> None:
    rows: list[Row] = []
    for n in range(7):
        quarter = sets([period("quarter", date(2026, 3 * n, 1))]) if 1 <= n <= 4 else None
        half = sets([period("half year", date(2026, 6 * n, 1))]) if 1 <= n <= 2 else None
        for text in ("Q{} 2026", "{}Q 2026", "2026 Q{}", "2026-Q{}", "Q{} of 2026", "Q{}/2026", "exactly Q{} 2026"):
            rows.append((text.format(n), quarter))
        for text in ("H{} 2026", "{}H 2026", "2026 H{}", "H{} of 2026", "{}H2026", "exactly H{} 2026"):
            rows.append((text.format(n), half))
        if 1 <= n <= 4:
            rows.append((f"the {ORDINALS[n - 1]} quarter of 2026", quarter))
            rows.append((f"the {suffixed(n)} quarter of 2026", quarter))
        if 1 <= n <= 2:
            rows.append((f"the {ORDINALS[n - 1]} half of 2026", half))
    for week in (0, 1, 2, 9, 10, 52, 53, 54, 60):
        for year in (2025, 2026):
            is_real = 1 <= week <= date(year, 12, 28).isocalendar()[1]
            first = date.fromisocalendar(year, week, 1) if is_real else date(1, 1, 1)
            meant = sets([(first, first + 7 * DAY)]) if is_real else None
            for text in ("week {} of {}", "exactly week {}, {}", "CW {} {}", "calendar week {} of {}", "week {}/{}"):
                rows.append((text.format(week, year), meant))
    for n in (1, 2, 11, 19, 20, 21, 22):
        century = sets([(date(100 * n - 100 or 1, 1, 1), date(100 * n, 1, 1))]) if n > 1 else None
        if century:
            rows += [(f"the {suffixed(n)} century", century), (f"exactly the {ORDINALS[n - 1]} century AD", century)]
    assert not differing(rows, None)


# ---------------------------------------------------------------- the clock


def minutes(*starts: datetime) -> Extent:
    return extent([(start, start + MINUTE) for start in sorted(starts)])


def clock_texts(hour: int, minute: int) -> Iterator[tuple[str, bool, bool]]:
    """A clock time as printed, whether the half of the day is told, and whether it is p.m."""
    two = f"{minute:02d}"
    for half, is_late in (("a.m.", False), ("p.m.", True)):
        yield from (
            (text, True, is_late) for text in (f"{hour}:{two} {half}", f"{hour}.{two} {half}", f"{hour}{two} {half}")
        )
        yield f"at {hour}:{two}{half[0]}m", True, is_late
    yield f"at {hour}:{two}", False, False
    yield f"at {hour}.{two}", False, False


def test_hours_and_minutes_in_digits() -> None:
    rows: list[Row] = []
    for hour, minute in product((0, *range(1, 14), 23, 24, 25), (0, 1, 9, 10, 29, 30, 31, 58, 59, 60, 75)):
        for text, is_told, is_late in clock_texts(hour, minute):
            meant: Extent | None = None
            if minute < 60 and is_told and hour <= 12:
                meant = minutes(FRIDAY + (hour % 12 + 12 * is_late) * HOUR + minute * MINUTE)
            elif minute < 60 and is_told and is_late and hour < 24:
                meant = minutes(FRIDAY + hour * HOUR + minute * MINUTE)
            elif minute < 60 and not is_told and (hour < 24 or (hour == 24 and not minute)):
                early = FRIDAY + hour * HOUR + minute * MINUTE
                other = [] if hour == 0 or hour > 12 else [early + (12 * HOUR if hour < 12 else -12 * HOUR)]
                meant = minutes(early, *other)
            if is_told and ((hour == 0 and text[1] not in ":.") or (hour > 12 and (":" not in text or hour == 24))):
                continue
            rows.append((f"{text} on Friday", meant))
            rows.append((f"on Friday {text if text.startswith('at') else 'at ' + text}", meant))
    assert not differing(rows)


def test_hours_of_four_digits() -> None:
    rows: list[Row] = []
    for hour, minute in product((*range(25), 25), (0, 1, 7, 30, 58, 59, 60)):
        at = FRIDAY + hour * HOUR + minute * MINUTE
        is_real = minute < 60 and hour < 24
        if is_real or hour != 24:
            rows.append((f"{hour:02d}{minute:02d} hours on Friday", minutes(at) if is_real else None))
        rows.append((f"Friday at {hour:02d}{minute:02d} GMT", minutes(at) if is_real else None))
        if hour < 10:
            rows.append((f"on Friday at {hour:02d}{minute:02d}", minutes(at) if is_real else None))
    assert not differing(rows)


def test_seconds() -> None:
    rows: list[Row] = []
    for hour, minute, of_minute in product((0, 9, 23), (0, 59), (0, 1, 30, 58, 59)):
        start = FRIDAY + hour * HOUR + minute * MINUTE + timedelta(seconds=of_minute)
        meant = extent([(start, start + timedelta(seconds=1))])
        clock = f"{hour:02d}:{minute:02d}:{of_minute:02d}"
        rows += [(f"{clock} on Friday", meant), (f"on Friday at {clock}", meant), (f"exactly {clock} on Friday", meant)]
    rows += [("Friday 09:30:61", None), ("Friday 09:60:00", None), ("Friday 09:30:5", None)]
    assert not differing(rows)


def test_clock_times_in_words() -> None:
    rows: list[Row] = []
    for hour, minute in product(range(1, 13), range(1, 60)):
        word, following = HOURS[hour % 12], HOURS[(hour + 1) % 12]
        for half, shift in (("a.m.", 0), ("p.m.", 12)):
            at = FRIDAY + (hour % 12 + shift) * HOUR + minute * MINUTE
            noun = "minute" if minute == 1 else "minutes"
            texts = [f"{minute} {noun} past {word} {half} on Friday", f"{spelled(minute)} past {word} {half} on Friday"]
            if minute >= 10:
                texts.append(f"at {word} {spelled(minute)} {half} on Friday")
                texts.append(f"{word} {spelled(minute).replace('-', ' ')} {half} on Friday")
            if hour != 11:
                texts.append(f"{60 - minute} {'minute' if minute == 59 else 'minutes'} to {following} {half} on Friday")
            if minute % 7 == hour % 7:
                rows += [(text, minutes(at)) for text in texts]
    assert not differing(rows)


def test_clock_times_in_words_of_either_half() -> None:
    rows: list[Row] = []
    for hour, minute in product(range(1, 13), (10, 15, 30, 45, 59)):
        at = FRIDAY + hour % 12 * HOUR + minute * MINUTE
        both = minutes(at, at + 12 * HOUR)
        word = HOURS[hour % 12]
        rows.append((f"{word}-{spelled(minute).replace('-', ' ')} on Friday", both))
        rows += [(f"Friday at {word} {spelled(minute)}", both), (f"Friday {word} {spelled(minute)}", both)]
    assert not differing(rows)


def test_great_numbers_in_words() -> None:
    rows: list[Row] = []
    for n in (1_001, 1_100, 2_500, 10_000, 10_010, 12_345, 100_000, 105_200, 200_000, 250_250, 400_004):
        meant = sets([day(MONDAY - n * DAY)])
        rows += [(f"{spelled(n)} days ago", meant), (f"{spelled(n, ' ')} days ago", meant), (f"{n:,} days ago", meant)]
        rows.append((f"{n} days ago", meant))
    assert not differing(rows)
