"""Stretches counted inside a period, what lies beside a day, and the year or month that is left out.

The sets are worked out with `datetime` and `dateutil`, mostly by trying every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from dateutil.relativedelta import relativedelta
from reading.test_time_calendar import (
    MONTHS,
    ORDINALS,
    PLAN_AND_FACT,
    WEEKDAYS,
    Told,
    chosen,
    coming,
    day,
    differing,
    of_week,
    passed,
    period,
    suffixed,
)

DAY, WEEK = timedelta(1), timedelta(7)
MONDAY = date(2025, 7, 21)
MONTH = relativedelta(months=1)
COUNTED_MONTHS = [date(2024, 1, 1) + n * MONTH for n in range(30)]


def days(first: date, end: date) -> Iterator[date]:
    return (first + n * DAY for n in range((end - first).days))


# ---------------------------------------------------------------- what is counted inside a period


def test_counted_weekends_and_days_of_every_month() -> None:
    """A weekend belongs to the month of its Saturday."""
    rows = []
    for first in COUNTED_MONTHS:
        inside = [*days(first, first + MONTH)]
        saturdays, named = [at for at in inside if at.weekday() == 5], f"{first:%B %Y}"
        for n, word in enumerate(("first", "second", "third", "fourth")):
            rows.append(Told(f"the {word} weekend of {named}", [(saturdays[n], saturdays[n] + 2 * DAY)], said=None))
        rows.append(Told(f"the last weekend in {named}", [(saturdays[-1], saturdays[-1] + 2 * DAY)], said=None))
        two = saturdays[0], saturdays[1] + 2 * DAY
        rows.append(Told(f"the first two weekends of {named}", [two], said=None))
        two = saturdays[-2], saturdays[-1] + 2 * DAY
        rows.append(Told(f"the last two weekends of {named}", [two], said=None))
        rows.append(Told(f"the last day of {named}", [day(inside[-1])], (), f"{inside[-1]}", None))
        rows.append(Told(f"the first day of {named}", [day(inside[0])], (), f"{inside[0]}", None))
        for n in (2, 3, 7, 15):
            rows.append(Told(f"the last {n} days of {named}", [(inside[-n], inside[-1] + DAY)], said=None))
            rows.append(Told(f"the first {n} days of {named}", [(inside[0], inside[n])], said=None))
            rows.append(
                Told(f"the {ORDINALS[n - 1]} day of {named}", [day(inside[n - 1])], (), f"{inside[n - 1]}", None)
            )
        for wanted, n in product(range(7), range(-1, 4)):
            found = [at for at in inside if at.weekday() == wanted]
            word = "last" if n < 0 else ORDINALS[n]
            rows.append(Told(f"the {word} {WEEKDAYS[wanted]} of {named}", [day(found[n])], (), f"{found[n]}", None))
    assert not differing(rows)


def test_counted_parts_of_years_and_decades() -> None:
    rows = []
    for year in (2024, 2025, 2026):
        lo, hi = date(year, 1, 1), date(year + 1, 1, 1)
        thursdays = [at for at in days(lo, hi) if at.weekday() == 3]
        for n in (1, 2, 10, 31):
            week = thursdays[n - 1] - 3 * DAY
            rows.append(Told(f"the {ORDINALS[n - 1]} week of {year}", [(week, week + WEEK)], said=None, is_sure=False))
            rows.append(Told(f"the {suffixed(n)} day of {year}", [day(lo + (n - 1) * DAY)], said=None, is_sure=False))
        last = thursdays[-1] + 4 * DAY
        rows.append(Told(f"the last week of {year}", [(last - WEEK, last)], said=None, is_sure=False))
        rows.append(Told(f"the last three weeks of {year}", [(last - 3 * WEEK, last)], said=None, is_sure=False))
        first = thursdays[0] - 3 * DAY
        rows.append(Told(f"the first three weeks of {year}", [(first, first + 3 * WEEK)], said=None, is_sure=False))
        for n in range(1, 13):
            month = lo + (n - 1) * MONTH
            rows.append(
                Told(f"the {ORDINALS[n - 1]} month of {year}", [(month, month + MONTH)], said=None, is_sure=False)
            )
            if n > 1:
                rows.append(Told(f"the first {n} months of {year}", [(lo, lo + n * MONTH)], said=None, is_sure=False))
                rows.append(Told(f"the last {n} months of {year}", [(hi - n * MONTH, hi)], said=None, is_sure=False))
        rows.append(Told(f"the last quarter of {year}", [(hi - 3 * MONTH, hi)], said=None, is_sure=False))
        for n in (2, 3):
            rows.append(Told(f"the first {n} quarters of {year}", [(lo, lo + 3 * n * MONTH)], said=None, is_sure=False))
            rows.append(Told(f"the last {n} quarters of {year}", [(hi - 3 * n * MONTH, hi)], said=None, is_sure=False))
        rows.append(Told(f"the last Friday of {year}", [day(passed(hi, 4))], said=None, is_sure=False))
        rows.append(Told(f"the first Monday of {year}", [day(coming(lo - DAY, 0))], said=None, is_sure=False))
        for quarter in range(4):
            begin = lo + 3 * quarter * MONTH
            end = begin + 3 * MONTH
            named = f"Q{quarter + 1} {year}"
            rows.append(Told(f"the last day of {named}", [day(end - DAY)], (), f"{end - DAY}", None, is_sure=False))
            rows.append(Told(f"the last month of {named}", [(end - MONTH, end)], said=None, is_sure=False))
            rows.append(
                Told(f"the second month of {named}", [(begin + MONTH, begin + 2 * MONTH)], said=None, is_sure=False)
            )
    for n in range(1, 11):
        one = date(1990 + n - 1, 1, 1)
        span = [(one, date(1990 + n, 1, 1))]
        rows.append(Told(f"the {ORDINALS[n - 1]} year of the 1990s", span, is_sure=False))
        decade = [(date(1800 + 10 * (n - 1), 1, 1), date(1800 + 10 * n, 1, 1))]
        rows.append(Told(f"the {ORDINALS[n - 1]} decade of the 19th century", decade, is_sure=False))
        if n > 1:
            early = [(date(1990, 1, 1), date(1990 + n, 1, 1))]
            rows.append(Told(f"the first {n} years of the 1990s", early, is_sure=False))
            late = [(date(2000 - n, 1, 1), date(2000, 1, 1))]
            rows.append(Told(f"the last {n} years of the 1990s", late, is_sure=False))
    assert not differing(rows)


def test_weekdays_of_periods_counted_from_today() -> None:
    rows = []
    for said in (MONDAY, date(2024, 12, 31), date(2025, 8, 31), date(2024, 2, 29)):
        for way, shift in (("next", 1), ("last", -1), ("this", 0)):
            lo, hi = period("month", said, shift)
            for wanted, n in product(range(7), (0, 1, 2, -1)):
                found = [at for at in days(lo, hi) if at.weekday() == wanted]
                word = "last" if n < 0 else ORDINALS[n]
                rows.append(
                    Told(f"the {word} {WEEKDAYS[wanted]} of {way} month", [day(found[n])], (), f"{found[n]}", said)
                )
            for number in (1, 9, 13, 28):
                at = lo.replace(day=number)
                rows.append(Told(f"the {suffixed(number)} of {way} month", [day(at)], said=said))
                rows.append(
                    Told(f"{WEEKDAYS[at.weekday()]} the {suffixed(number)} of {way} month", [day(at)], said=said)
                )
            year = said.year + shift
            for month, name in enumerate(MONTHS, 1):
                whole = period("month", date(year, month, 1))
                rows.append(Told(f"{name} {way} year", [whole], said=said, is_sure=False))
                rows.append(Told(f"{month} {name} {way} year", [day(date(year, month, month))], said=said))
    assert not differing(rows)


# ---------------------------------------------------------------- beside a day


@pytest.mark.parametrize("month", [date(2024, 12, 1), date(2025, 2, 1)])
def test_beside_every_day_of_a_month(month: date) -> None:
    rows = []
    for base in days(month, month + MONTH):
        named = f"{base.day} {base:%B %Y}"
        own = of_week(base, 0)
        for wanted, name in enumerate(WEEKDAYS):
            after, before = coming(base, wanted), passed(base, wanted)
            rows.append(Told(f"{name} after {named}", [day(after)], (), f"{after}", None))
            rows.append(Told(f"the last {name} before {named}", [day(before)], (), f"{before}", None))
            rows.append(Told(f"the next {name} after {named}", [day(after)], (), f"{after}", None))
            rows.append(Told(f"the {name} before {named}", [day(before)], (), f"{before}", None))
        for count, unit in ((1, "day"), (2, "day"), (3, "week"), (2, "month"), (1, "year")):
            step = relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
            words = f"{count} {unit}s" if count > 1 else f"one {unit}"
            slack = timedelta(0) if unit == "day" else DAY
            for text, at in ((f"{words} after {named}", base + step), (f"{words} before {named}", base - step)):
                rows.append(Told(text, [day(at)], [(at - slack, at + DAY + slack)], said=None))
            if count > 1:
                rows.append(Told(f"the {words} after {named}", [(base + DAY, base + DAY + step)], said=None))
                rows.append(Told(f"the {words} before {named}", [(base - step, base)], said=None))
                rows.append(Told(f"the {words} from {named}", [(base, base + step)], said=None))
                around = [(base, base + step + DAY)], [(base - step, base)]
                rows.append(Told(f"within {words} of {named}", *around, said=None))
        monday_on = [] if own == base else [(base, base + WEEK)]
        rows.append(Told(f"the week of {named}", [(own, own + WEEK)], monday_on, said=None))
        rows.append(Told(f"the week ending {named}", [(base - 6 * DAY, base + DAY)], said=None))
        rows.append(Told(f"the eve of {named}", [day(base - DAY)], said=None))
        saturday = own + 5 * DAY
        first, end = {
            0: (base - 2 * DAY, base + DAY), 3: (base, base + 4 * DAY), 4: (base, base + 3 * DAY),
        }.get(base.weekday(), (saturday, saturday + 2 * DAY))  # fmt: skip
        rows.append(Told(f"the weekend of {named}", [(first, end)], [(saturday, saturday + 2 * DAY)], said=None))
    assert not differing(rows)


# ---------------------------------------------------------------- which year is meant


def test_the_year_of_a_date_on_every_day() -> None:
    rows = []
    years = range(2021, 2030)
    named = [
        ("15 July", [day(date(year, 7, 15)) for year in years]),
        ("1 January", [day(date(year, 1, 1)) for year in years]),
        ("31 December", [day(date(year, 12, 31)) for year in years]),
        ("October", [period("month", date(year, 10, 1)) for year in years]),
        ("Q2", [period("quarter", date(year, 4, 1)) for year in years]),
        ("Christmas", [day(date(year, 12, 25)) for year in years]),
    ]
    for said in days(date(2024, 12, 20), date(2026, 1, 10)):
        for name, spans in named:
            for modality in PLAN_AND_FACT:
                best, fair = chosen(spans, said, modality)
                rows.append(Told(name, [best], fair, said=said, modality=modality, is_sure=False))
    assert not differing(rows)


def test_the_month_of_a_day_on_every_day() -> None:
    rows = []
    for said in days(date(2025, 1, 25), date(2025, 4, 5)):
        for number in (1, 15, 28, 29, 30, 31):
            firsts = [date(2024, 1, 1) + n * MONTH for n in range(30)]
            spans = [day(at) for at in (first + (number - 1) * DAY for first in firsts) if at.day == number]
            for modality in PLAN_AND_FACT:
                best, fair = chosen(spans, said, modality)
                text = f"the {suffixed(number)}"
                rows.append(Told(text, [best], fair, said=said, modality=modality, is_sure=False))
    assert not differing(rows)
