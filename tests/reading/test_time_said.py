"""From a meaning to its words: ranges and alternatives whose ends borrow, in every form they are told in.

The sets are worked out with `datetime` and `dateutil`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from dateutil.relativedelta import relativedelta
from reading.test_time_calendar import (
    ORDINALS,
    WEEKDAYS,
    Told,
    coming,
    day,
    differing,
    extent,
    of_week,
    period,
    second,
    suffixed,
)
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.extent import Extent

DAY, WEEK, HOUR, MINUTE = timedelta(1), timedelta(7), timedelta(hours=1), timedelta(minutes=1)
MONDAY, FRIDAY = date(2025, 7, 21), date(2025, 7, 25)
MONTH = relativedelta(months=1)


def days(first: date, end: date) -> Iterator[date]:
    return (first + n * DAY for n in range((end - first).days))


# ---------------------------------------------------------------- ranges of days


def day_ranges(lo: date, hi: date) -> Iterator[str]:
    """Every way to print a range of days of which one end borrows what the other tells."""
    short, year = f"{lo.day} {lo:%B}", hi.year
    lows = [f"{lo.day} {lo:%B}", f"{lo:%B} {lo.day}", f"the {suffixed(lo.day)} of {lo:%B}", f"{lo.day} {lo:%b}."]
    highs = [f"{hi.day} {hi:%B}", f"{hi:%B} {hi.day}", f"the {suffixed(hi.day)} of {hi:%B}", f"{hi.day} {hi:%b}."]
    for low, high in zip(lows, highs, strict=True):
        yield f"{low} to {high} {year}" if high[0] != "t" else f"from {low} to {high} {year}"
        yield f"from {low} {lo.year} to {high}"
        yield f"between {low} and {high}, {year}"
    yield f"{short} - {hi.day} {hi:%B} {year}"
    yield f"from {short} until {hi.day} {hi:%B} {year}"
    yield f"from {short} {lo.year} through {hi.day} {hi:%B} {year}"
    yield f"{lo:%b} {lo.day}-{hi:%b} {hi.day}, {year}"
    if lo.month == hi.month or (hi.day < lo.day and (hi - lo).days < 31):
        # The day that is told without a month is the next, or the last, one of its number.
        yield f"from the {suffixed(lo.day)} to {hi.day} {hi:%B} {year}"
        yield f"between the {suffixed(lo.day)} and the {suffixed(hi.day)} of {hi:%B} {year}"
        yield f"from {short} {lo.year} to the {suffixed(hi.day)}"
        yield f"{short} {lo.year} until the {suffixed(hi.day)}"
    if lo.month == hi.month:
        yield from (f"{lo.day}-{hi.day} {hi:%B} {year}", f"{lo:%B} {lo.day}-{hi.day}, {year}")
        yield from (f"{lo.day} to {hi.day} {hi:%B} {year}", f"between {lo.day} and {hi.day} {hi:%B} {year}")
        yield from (f"{lo:%B} {lo.day} to {hi.day}, {year}", f"{lo:%B} {lo.day} through {hi.day}, {year}")


DAY_RANGES = [
    (date(2025, 7, 1), date(2025, 7, 2)), (date(2025, 7, 12), date(2025, 7, 31)),
    (date(2026, 2, 27), date(2026, 3, 1)), (date(2025, 12, 28), date(2026, 1, 3)),
    (date(2025, 12, 31), date(2026, 1, 1)), (date(2024, 2, 5), date(2024, 2, 29)),
    (date(2026, 1, 31), date(2026, 2, 1)), (date(2025, 11, 29), date(2025, 12, 1)),
    (date(2025, 9, 9), date(2025, 11, 11)), (date(2025, 3, 30), date(2026, 2, 28)),
    (date(2025, 10, 10), date(2025, 10, 20)),
]  # fmt: skip


@pytest.mark.parametrize(("lo", "hi"), DAY_RANGES)
def test_ranges_of_days_whose_ends_borrow(lo: date, hi: date) -> None:
    assert not differing(Told(text, [(lo, hi + DAY)], (), f"{lo}/{hi}", None) for text in day_ranges(lo, hi))


def test_ranges_of_months_and_quarters_whose_ends_borrow() -> None:
    rows = []
    for first, size in product(range(1, 13), (1, 2, 5, 11)):
        lo = date(2025, first, 1)
        last = lo + size * MONTH
        span = [(lo, last + MONTH)]
        for text in (
            f"from {lo:%B} to {last:%B %Y}",
            f"{lo:%B} to {last:%B %Y}",
            f"{lo:%B}-{last:%B %Y}",
            f"between {lo:%B} and {last:%B %Y}",
            f"from {lo:%B} 2025 to {last:%B}",
            f"{lo:%B} 2025 to {last:%B %Y}",
            f"{lo:%b}. to {last:%b}. {last:%Y}",
            f"{lo:%B} through {last:%B} of {last:%Y}",
        ):
            rows.append(Told(text, span, (), f"{lo:%Y-%m}/{last:%Y-%m}", None, is_sure=False))
    for n, m in ((1, 2), (1, 4), (2, 3), (3, 4)):
        span = [(date(2026, 3 * n - 2, 1), date(2026, 3 * m - 2, 1) + 3 * MONTH)]
        one, other = ORDINALS[n - 1], ORDINALS[m - 1]
        for text in (
            f"Q{n} to Q{m} 2026",
            f"from Q{n} 2026 to Q{m}",
            f"from the {one} to the {other} quarter of 2026",
            f"between Q{n} and Q{m} 2026",
        ):
            rows.append(Told(text, span, (), f"2026-Q{n}/2026-Q{m}", None, is_sure=False))
    rows += [
        Told("from H1 to H2 2026", [period("year", date(2026, 1, 1))], said=None, is_sure=False),
        Told("spring to autumn 2026", [(date(2026, 3, 1), date(2026, 12, 1))], said=None, is_sure=False),
        Told("from spring 2026 to summer", [(date(2026, 3, 1), date(2026, 9, 1))], said=None, is_sure=False),
        Told("June to August next year", [(date(2026, 6, 1), date(2026, 9, 1))], is_sure=False),
        Told("from June to August last year", [(date(2024, 6, 1), date(2024, 9, 1))], is_sure=False),
    ]
    assert not differing(rows)


@pytest.mark.parametrize(("way", "weeks"), [("next", 1), ("last", -1), ("this", 0)])
def test_ranges_of_weekdays_of_a_week(way: str, weeks: int) -> None:
    rows = []
    for said, first, last in product((MONDAY, MONDAY + 3 * DAY, MONDAY + 6 * DAY), range(7), range(7)):
        if first >= last:
            continue
        one, other = WEEKDAYS[first], WEEKDAYS[last]
        span = [(of_week(said, first, weeks), of_week(said, last, weeks) + DAY)]
        for text in (
            f"from {one} to {other} {way} week",
            f"{one} to {other} of {way} week",
            f"{way} week from {one} to {other}",
            f"{way} week, {one} to {other}",
            f"between {one} and {other} of {way} week",
            f"from {one} of {way} week to {other}",
        ):
            rows.append(Told(text, span, said=said))
        two = [(of_week(said, first, weeks), of_week(said, first, weeks) + 2 * DAY)]
        rows.append(Told(f"{way} week from {one} for two days", two, said=said))
        either = [day(of_week(said, first, weeks)), day(of_week(said, last, weeks))]
        rows.append(Told(f"{one} or {other} {way} week", either, said=said))
        rows.append(Told(f"{one} and {other} of {way} week", either, said=said))
    assert not differing(rows)


def test_ranges_after_next_weekday() -> None:
    """ "From next Friday to Monday" is the Monday after it."""
    wrong = []
    for said, first, last in product((MONDAY, MONDAY + 2 * DAY, MONDAY + 6 * DAY), range(7), range(7)):
        if first == last:
            continue
        start = of_week(said, first, 1)
        end = coming(start, last)
        meant = extent([(start, end + DAY)])
        for text in (f"from next {WEEKDAYS[first]} to {WEEKDAYS[last]}", f"next {WEEKDAYS[first]} to {WEEKDAYS[last]}"):
            value = read_time(text, Settings(said=said, modality="plan", kind="time"))
            if value is None or value.strict != meant:
                wrong.append(f"{text!r} of {said}: meant {shown(meant)}, read {value and shown(value.strict)}")
    assert not wrong


def test_alternatives_share_the_noun_that_is_told_once() -> None:
    rows = []
    for n, m in ((1, 2), (1, 4), (2, 3), (3, 4)):
        one, other = ORDINALS[n - 1], ORDINALS[m - 1]
        quarters = [period("quarter", date(2026, 3 * k, 1)) for k in (n, m)]
        mondays = [at for at in days(date(2026, 6, 1), date(2026, 7, 1)) if at.weekday() == 0]
        months = [period("month", date(2026, k, 1)) for k in (n, m)]
        for joint in ("or", "and"):
            rows += [
                Told(f"the {one} {joint} {other} quarter of 2026", quarters, said=None),
                Told(f"the {suffixed(n)} {joint} {suffixed(m)} quarter of 2026", quarters, said=None),
                Told(
                    f"the {one} {joint} {other} Monday of June 2026", [day(mondays[k - 1]) for k in (n, m)], said=None
                ),
                Told(f"the {one} {joint} {other} month of 2026", months, said=None, is_sure=False),
            ]
    for n, m in ((18, 19), (19, 21)):
        centuries = [(date(100 * k - 100, 1, 1), date(100 * k, 1, 1)) for k in (n, m)]
        rows.append(Told(f"the {suffixed(n)} or {suffixed(m)} century", centuries, said=None, is_sure=False))
    for text in (
        "from 9 to 5 on Friday morning",
        "from 11 to 9 in the evening on Friday",
        "from 5 to 1 on Friday afternoon",
    ):
        with pytest.raises(UnreadError, match="a clock time or a range of hours"):
            read_time(text, Settings(said=MONDAY, modality="plan", kind="time"))
    assert not differing(rows)


# ---------------------------------------------------------------- ranges of hours


def hour_range(start: datetime, end: datetime, is_fine: bool = False) -> tuple[Extent, Extent]:
    """From one clock time to another; a full hour may be rounded by half of one, a half hour by five minutes."""
    lo, hi = second(start), second(end)
    slack = (300, 300) if is_fine else (1800, 1740)
    return Extent((((lo, 0), (hi, 0)),)), Extent((((lo - slack[0], 0), (hi + slack[1], 0)),))


def test_hours_take_the_half_of_the_day_from_the_other_end() -> None:
    rows = []
    midnight = datetime(2025, 7, 25)
    for first, last in product(range(1, 13), range(1, 13)):
        for half, shift in (("a.m.", 0), ("p.m.", 12)):
            end = last % 12 + shift
            before = [hour for hour in (first % 12, first % 12 + 12) if hour < end]
            start = first % 12 + shift
            after = [hour for hour in (last % 12, last % 12 + 12, last % 12 + 24) if hour > start]
            for text, lo, hi in (
                (f"from {first} to {last} {half} on Friday", before[-1] if before else None, end),
                (f"Friday, {first}-{last} {half}", before[-1] if before else None, end),
                (f"Friday from {first} {half} to {last}", start, after[0]),
                (f"between {first} {half} and {last} on Friday", start, after[0]),
            ):
                if lo is None or hi >= 24 or (lo, hi) == (12, 24):
                    continue
                rows.append(Told(text, *hour_range(midnight + lo * HOUR, midnight + hi * HOUR), is_sure=False))
                if "-" not in text and first != last:
                    fine = re.sub(r"\b(\d+)\b", r"\1:30", text)
                    span = hour_range(midnight + lo * HOUR + HOUR / 2, midnight + hi * HOUR + HOUR / 2, True)
                    rows.append(Told(fine, *span, is_sure=False))
    assert not differing(rows)


def test_hours_of_a_day_told_before() -> None:
    rows = []
    for named, at in (
        ("Friday", FRIDAY),
        ("on 25 July 2025", FRIDAY),
        ("July 25", FRIDAY),
        ("tomorrow", MONDAY + DAY),
        ("the day after tomorrow", MONDAY + 2 * DAY),
        ("Christmas Day", date(2025, 12, 25)),
        ("the last Friday of August 2025", date(2025, 8, 29)),
        ("Friday of next week", FRIDAY + WEEK),
        ("two days after 23 July 2025", FRIDAY),
    ):
        midnight = datetime(at.year, at.month, at.day)
        span = hour_range(midnight + 14 * HOUR, midnight + 16 * HOUR)
        for text in (
            f"{named} from 2 to 4 p.m.",
            f"{named} between 2 and 4 p.m.",
            *([] if named[-1].isdigit() and named[:3] != "two" else [f"{named}, 2-4 p.m."]),
            f"{named} from 2 p.m. to 4 p.m.",
            f"from 2 to 4 p.m. {named}",
            f"between 2 p.m. and 4 p.m. {named}",
        ):
            if named[:3] != "two" or text.startswith(named):
                rows.append(Told(text, *span, is_sure=False))
        if named[:3] != "two":
            whole = midnight + 14 * HOUR, midnight + 16 * HOUR
            rows.append(Told(f"{named} from 2 p.m. for two hours", [whole], is_sure=False))
    assert not differing(rows)


def test_hours_take_the_part_of_the_day() -> None:
    rows = []
    midnight = datetime(2025, 7, 25)
    for part, shift, hours in (
        ("morning", 0, range(1, 12)),
        ("evening", 12, range(5, 12)),
        ("afternoon", 12, range(1, 7)),
    ):
        for first, last in product(hours, hours):
            if first >= last:
                continue
            span = hour_range(midnight + (first + shift) * HOUR, midnight + (last + shift) * HOUR)
            for text in (
                f"from {first} to {last} on Friday {part}",
                f"Friday {part} from {first} to {last}",
                f"Friday {part} between {first} and {last}",
                f"between {first} and {last} in the {part} on Friday",
            ):
                hours_ = f"2025-07-25T{first + shift:02d}:00/2025-07-25T{last + shift:02d}:00"
                rows.append(Told(text, *span, hours_, is_sure=False))
    for last in (1, 3, 5):
        span = hour_range(midnight + 12 * HOUR, midnight + (12 + last) * HOUR)
        rows.append(Told(f"from 12 to {last} in the afternoon on Friday", *span, is_sure=False))
    assert not differing(rows)


def test_the_end_of_a_range_takes_the_day_of_its_start() -> None:
    rows = []
    for named, at in (
        ("on Friday", FRIDAY),
        ("tomorrow", MONDAY + DAY),
        ("yesterday", MONDAY - DAY),
        ("on 23 December 2025", date(2025, 12, 23)),
        ("on July 30", date(2025, 7, 30)),
        ("on Christmas Day", date(2025, 12, 25)),
        ("on the last Friday of August 2025", date(2025, 8, 29)),
        ("on Friday of next week", FRIDAY + WEEK),
        ("two days after 23 July 2025", FRIDAY),
        ("on 25/7/2025", FRIDAY),
    ):
        midnight = datetime(at.year, at.month, at.day)
        for lo, hi, first, last in (
            (14, 16, "2 p.m.", "4 p.m."),
            (9, 17, "9 a.m.", "5 p.m."),
            (22, 26, "10 p.m.", "2 a.m."),
        ):
            span = hour_range(midnight + lo * HOUR, midnight + hi * HOUR)
            for text in (
                f"from {first} {named} to {last}",
                f"between {first} {named} and {last}",
                f"from {first} {named} until {last}",
            ):
                rows.append(Told(text, *span, is_sure=False))
        either = [(midnight + n * HOUR, midnight + n * HOUR + MINUTE) for n in (21, 22)]
        wide = [(midnight + n * HOUR - HOUR / 2, midnight + n * HOUR + HOUR / 2) for n in (21, 22)]
        if named[:3] == "on ":
            rows.append(Told(f"9 or 10 p.m. {named}", either, wide, is_sure=False))
    nine, noon = datetime(2025, 7, 25, 9), datetime(2025, 7, 25, 12)
    span = hour_range(nine, nine + 2 * HOUR)
    for text in (
        "from 9 a.m. to 11 a.m. {} on Friday",
        "from 9 a.m. {} to 11 a.m. on Friday",
        "Friday 9 to 11 a.m. {}",
    ):
        rows.append(Told(text.format("GMT"), *span, is_sure=False))
        east = hour_range(nine - 3 * HOUR, nine - HOUR)
        rows.append(Told(text.format("UTC+3"), *east, is_sure=False))
    half = HOUR / 2
    rows += [
        Told("from 9 to noon on Friday", Extent((((second(nine), 0), (second(noon), 0)),)),
             Extent((((second(nine - half), 0), (second(noon), 0)),)), is_sure=False),
        Told("from noon to 3 on Friday", Extent((((second(noon), 0), (second(noon + 3 * HOUR), 0)),)),
             Extent((((second(noon - half), 0), (second(noon + 3 * HOUR + half - MINUTE), 0)),)), is_sure=False),
    ]  # fmt: skip
    assert not differing(rows)


def test_days_that_take_the_month_told_before_or_behind() -> None:
    rows = []
    for text, month in (("July 2026", date(2026, 7, 1)), ("next month", date(2025, 8, 1)),
    ("last month", date(2025, 6, 1)),
                        ("next June", date(2026, 6, 1)), ("December 2025", date(2025, 12, 1))):  # fmt: skip
        span = [(month.replace(day=3), month.replace(day=6))]
        either = [day(month.replace(day=3)), day(month.replace(day=6))]
        rows += [
            Told(f"{text} from the 3rd to the 5th", span, is_sure=False),
            Told(f"from the 3rd to the 5th of {text}", span, is_sure=False),
            Told(f"between the 3rd and the 5th of {text}", span, is_sure=False),
            Told(f"the 3rd or the 6th of {text}", either, is_sure=False),
            Told(f"the 3rd and the 6th of {text}", either, is_sure=False),
        ]
        if text[-1].isdigit():
            rows.append(Told(f"{text} from 3 to 5", span, is_sure=False))
    rows += [
        Told("from 23/7 to 25/7/2025", [(date(2025, 7, 23), date(2025, 7, 26))], said=None),
        Told("2 June or 3 July 2026", [day(date(2026, 6, 2)), day(date(2026, 7, 3))], said=None),
        Told("June 2 or July 3, 2026", [day(date(2026, 6, 2)), day(date(2026, 7, 3))], said=None),
        Told("31 December or 1 January 2026", [(date(2025, 12, 31), date(2026, 1, 2))], said=None),
        Told("31 December 2025 or 1 January", [(date(2025, 12, 31), date(2026, 1, 2))], said=None),
    ]
    assert not differing(rows)
