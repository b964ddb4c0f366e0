"""Periods and days that are told by a name, by a length or by what they lie beside, one by one.

The sets are worked out with `datetime` and `dateutil`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

from dateutil.relativedelta import relativedelta
from reading.test_time_calendar import EVERY_WEEKDAY, STEPS, TURNS, WEEKDAYS, coming, day, of_week, period
from reading.test_time_calendar import Told as DayTold
from reading.test_time_calendar import differing as differing_days
from reading.test_time_clocks import Told, around, differing, extent, hours, minute_of, second

from conflicts.values.extent import Extent

DAY, WEEK, HOUR, MINUTE = timedelta(1), timedelta(7), timedelta(hours=1), timedelta(minutes=1)
MONDAY, FRIDAY = datetime(2025, 7, 21), datetime(2025, 7, 25)


def test_periods_that_are_only_named() -> None:
    rows = []
    for said in (*EVERY_WEEKDAY, *TURNS):
        for unit in ("week", "month", "quarter", "year", "decade", "century"):
            span = period(unit, said)
            fair = [period(unit, said, 1)] if unit == "week" and said.weekday() == 6 else []
            for text in (f"the {unit}", f"in the {unit}", f"during the {unit}"):
                rows.append(DayTold(text, [span], fair, None, said, is_sure=False))
        for text, unit, shift in (
            ("week after next", "week", 2), ("year after next", "year", 2), ("month before last", "month", -2),
            ("quarter after next", "quarter", 2), ("decade before last", "decade", -2), ("weekend after next",
            "weekend", 2),
        ):  # fmt: skip
            rows += [
                DayTold(lead + text, [period(unit, said, shift)], (), None, said) for lead in ("", "the ", "in the ")
            ]
        end_of_year = period("year", said)
        last = date(said.year, 10, 1), end_of_year[1]
        rows.append(DayTold("year-end", [last], [(date(said.year, 9, 1), end_of_year[1])], None, said, is_sure=False))
        fair = [(date(said.year, 9, 1), end_of_year[1])]
        rows.append(DayTold("the end of the year", [last], fair, None, said, is_sure=False))
    assert not differing_days(rows)


def test_years_and_what_they_are_called() -> None:
    rows = []
    for year in (476, 999, 1066, 1999, 2025, 2099):
        span = [(date(year, 1, 1), date(year + 1, 1, 1))]
        texts = [
            f"the year {year}",
            f"in the year {year}",
            f"calendar year {year}",
            f"year {year}",
            f"AD {year}",
            f"{year} CE",
        ]
        if year > 999:
            texts += [f"CY {year}", f"the year of {year}", f"in the year of {year}"]
        rows += [DayTold(text, span, (), None, None, is_sure=False) for text in texts]
    for first in (1960, 1990, 2010):
        span = [(date(first, 1, 1), date(first + 10, 1, 1))]
        for text in (f"the {first}s", f"the decade of the {first}s", f"during the {first}s", f"{first}s"):
            rows.append(DayTold(text, span, (), None, None, is_sure=False))
    for number, text in ((19, "the 19th century"), (21, "the century of the 2050s"), (20, "in the twentieth century")):
        span = [(date(100 * number - 100, 1, 1), date(100 * number, 1, 1))]
        rows.append(DayTold(text, span, (), None, None, is_sure=False))
    for year in (2024, 2025, 2026):
        starts = date(year - 1, 4, 1), date(year + 1, 4, 1)
        for text in (
            f"fiscal {year}",
            f"FY{year}",
            f"FY {year % 100}",
            f"financial year {year}",
            f"fiscal year {year}",
        ):
            rows.append(DayTold(text, [starts], (), f"FY{year}", None, is_sure=False))
        rows.append(DayTold(f"school year {year}", [starts], (), None, None, is_sure=False))
    rows += [
        DayTold("the year 25", [(date(25, 1, 1), date(26, 1, 1))], said=None),
        DayTold("CY 25", [(date(2025, 1, 1), date(2026, 1, 1))], said=None),
        DayTold("the year one", [(date(1, 1, 1), date(2, 1, 1))], said=None),
        DayTold("the first or second half of 2025", [period("year", date(2025, 1, 1))], said=None, is_sure=False),
        DayTold("the first or second half of June 2026", [period("month", date(2026, 6, 1))], said=None),
        DayTold("the '90s", [(date(1990, 1, 1), date(2000, 1, 1))], said=None, is_sure=False),
        DayTold("the quarter of May 2025", [period("quarter", date(2025, 5, 1))], said=None, is_sure=False),
        DayTold("the year of May 2025", [period("year", date(2025, 5, 1))], said=None, is_sure=False),
        DayTold("Friday the thirteen of June 2025", [day(date(2025, 6, 13))], said=None),
        DayTold("the 21 July 2025", [day(date(2025, 7, 21))], said=None),
        DayTold("the 31", [day(date(2025, 7, 31))], [], is_sure=False),
        DayTold("the twenty-five", [day(date(2025, 7, 25))], [day(date(2025, 6, 25))], is_sure=False),
        DayTold("days after 1 June 2025", [(date(2025, 6, 3), date(2025, 6, 9))],
                [(date(2025, 6, 2), date(2025, 6, 14))], said=None),
        DayTold("weeks before 1 June 2025", [(date(2025, 4, 20), date(2025, 5, 19))],
                [(date(2025, 3, 23), date(2025, 5, 26))], said=None),
    ]  # fmt: skip
    assert not differing_days(rows)


def test_weekdays_near_a_length() -> None:
    """By weeks, that day of the week it leads to; by months and years, the next such day."""
    rows = []
    for said, wanted in product((*EVERY_WEEKDAY[:4], *TURNS[:2]), range(7)):
        name = WEEKDAYS[wanted]
        for n, word in ((1, "a"), (2, "two")):
            s = "s" * (n > 1)
            ahead, back = said + n * WEEK, said - n * WEEK
            on = of_week(ahead, wanted)
            rows.append(DayTold(f"{word} week{s} from now on {name}", [day(on)], (), None, said))
            rows.append(DayTold(f"in {word} week{s} on {name}", [day(on)], (), None, said))
            before = of_week(back, wanted)
            fair = [day(before - WEEK)] if before > back else []
            rows.append(DayTold(f"{word} week{s} ago on {name}", [day(before)], fair, None, said))
            for unit, step in (("month", relativedelta(months=n)), ("year", relativedelta(years=n))):
                later = next(at for at in (said + step + k * DAY for k in range(7)) if at.weekday() == wanted)
                rows.append(DayTold(f"{word} {unit}{s} from now on {name}", [day(later)], (), None, said))
                earlier = next(at for at in (said - step + k * DAY for k in range(7)) if at.weekday() == wanted)
                rows.append(DayTold(f"{word} {unit}{s} ago on {name}", [day(earlier)], (), None, said))
    assert not differing_days(rows)


def test_weekends_of_holidays() -> None:
    """A Monday, a Friday or a Thursday makes it longer; loosely it may begin on the Friday and end on the Monday."""
    rows = []
    for year, (name, month, of_month) in product(
        range(2020, 2028),
        (("Christmas", 12, 25), ("Halloween", 10, 31), ("New Year's Day", 1, 1), ("Bastille Day", 7, 14)),
    ):
        at = date(year, month, of_month)
        saturday = of_week(at, 5)
        plain = saturday, saturday + 2 * DAY
        lo, end = {0: (at - 2 * DAY, at + DAY), 3: (at, at + 4 * DAY), 4: (at, at + 3 * DAY)}.get(at.weekday(), plain)
        wide = lo - DAY * (lo.weekday() == 5), end + DAY * (end.weekday() == 0)
        rows.append(DayTold(f"{name} weekend {year}", [(lo, end)], [plain, wide], None, None))
        rows.append(DayTold(f"the weekend of {name} {year}", [(lo, end)], [plain], None, None))
    assert not differing_days(rows)


def test_what_lies_beside_a_period() -> None:
    """The next whole one of the calendar; beside days that are none of its kind, also the stretch that follows."""
    rows = []
    for named, lo, end in (
        ("Q2 2025", date(2025, 4, 1), date(2025, 7, 1)),
        ("May 2025", date(2025, 5, 1), date(2025, 6, 1)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("the summer of 2025", date(2025, 6, 1), date(2025, 9, 1)),
        ("the first half of 2025", date(2025, 1, 1), date(2025, 7, 1)),
        ("the 1990s", date(1990, 1, 1), date(2000, 1, 1)),
        ("week 30 of 2025", date(2025, 7, 21), date(2025, 7, 28)),
        ("10 July 2025", date(2025, 7, 10), date(2025, 7, 11)),
        ("Easter 2025", date(2025, 4, 20), date(2025, 4, 21)),
    ):
        for unit in ("day", "week", "month", "quarter", "year", "decade"):
            if unit == "day":
                afters, befores = {day(end)}, {day(lo - DAY)}
            else:
                afters, befores = {period(unit, end - DAY, 1)}, {period(unit, lo, -1)}
                if (period(unit, lo)[0], period(unit, end - DAY)[1]) != (lo, end):
                    afters.add((end, end + STEPS[unit]))
                    befores.add((lo - STEPS[unit], lo))
            for lead in ("the ",) if unit == "year" else ("the ", ""):
                rows.append(DayTold(f"{lead}{unit} after {named}", afters, (), None, None))
                rows.append(DayTold(f"{lead}{unit} before {named}", befores, (), None, None))
    assert not differing_days(rows)


def islamic(year: int, month: int, of_month: int) -> date:
    """A day of the tabular Islamic calendar, by the number of days since its epoch."""
    julian = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + of_month + 1_948_440 - 385
    return date(1970, 1, 1) + (julian - 2_440_588) * DAY


def test_islamic_holidays() -> None:
    rows = []
    for year, (name, month, of_month, size) in product(
        range(1990, 2045), (("Ramadan", 9, 1, 30), ("Eid al-Fitr", 10, 1, 3), ("Eid al-Adha", 12, 10, 4))
    ):
        first = next(at for at in (islamic(hijri, month, of_month) for hijri in range(1409, 1470)) if at.year == year)
        span = first, first + size * DAY
        rows.append(DayTold(f"{name} {year}", [span], (), None, None))
        rows.append(DayTold(f"during {name} {year}", [span], (), None, None))
        if size == 30:
            rows.append(DayTold(f"the month of {name} {year}", [span], (), None, None))
    assert not differing_days(rows)


def test_weeks_and_accounts_of_a_year_told_from_today() -> None:
    rows = []
    for said in (MONDAY.date(), date(2024, 12, 31), date(2026, 1, 1)):
        for way, shift in (
            ("the next", 1),
            ("the coming", 1),
            ("the last", -1),
            ("the previous", -1),
            ("the past", -1),
            ("this", 0),
        ):
            year = said.year + shift
            for week in (2, 30, 51):
                first = date.fromisocalendar(year, week, 1)
                rows.append(DayTold(f"week {week} of {way} year", [(first, first + WEEK)], (), None, said))
                wednesday = first + 2 * DAY
                rows.append(DayTold(f"Wednesday of week {week} of {way} year", [day(wednesday)], (), None, said))
            accounts = date(year - 1, 4, 1), date(year + 1, 4, 1)
            rows.append(DayTold(f"{way} fiscal year", [accounts], (), f"FY{year}", said))
            rows.append(DayTold(f"{way} academic year", [accounts], (), None, said))
            for quarter in range(1, 5):
                starts = [date(year - 1, 4, 1) + relativedelta(months=3 * (quarter - 1 + n)) for n in range(5)]
                spans = [(start, start + relativedelta(months=3)) for start in starts]
                rows.append(DayTold(f"Q{quarter} of {way} fiscal year", spans, (), f"FY{year}-Q{quarter}", said))
    assert not differing_days(rows)


def test_what_is_left_of_a_year_is_named_by_its_quarter() -> None:
    rows = []
    for said in (date(2025, 2, 10), date(2025, 7, 21), date(2025, 10, 1), date(2025, 11, 5)):
        later = said + DAY, date(2026, 1, 1)
        value = "2025-Q4" if said.month > 9 else "2025"
        rows.append(DayTold("later this year", [later], [(said, later[1])], value, said))
        earlier = date(2025, 1, 1), said
        value = "2025-Q1" if said.month < 4 else "2025"
        rows.append(DayTold("earlier this year", [earlier], [(earlier[0], said + DAY)], value, said))
    assert not differing_days(rows)


def test_short_names_of_days_and_periods() -> None:
    half_year, week_30 = (date(2026, 1, 1), date(2026, 7, 1)), (date(2025, 7, 21), date(2025, 7, 28))
    rows = [
        DayTold("Friday fortnight", [day(date(2025, 8, 8))]),
        DayTold("Friday week 31", [day(date(2025, 8, 1))]),
        DayTold("Friday of week 31", [day(date(2025, 8, 1))]),
        DayTold("tomorrow fortnight", [day(date(2025, 8, 5))], [(date(2025, 8, 4), date(2025, 8, 7))]),
        DayTold("today week", [day(date(2025, 7, 28))], [(date(2025, 7, 27), date(2025, 7, 30))]),
        DayTold("midsummer 2026", [(date(2026, 7, 1), date(2026, 8, 2))], [(date(2026, 6, 24), date(2026, 8, 9))]),
        DayTold("midwinter 2026", [(date(2026, 12, 31), date(2027, 1, 30))], [(date(2026, 12, 23), date(2027, 2, 7))]),
        DayTold("eow", [(date(2025, 7, 25), date(2025, 7, 28))], [(date(2025, 7, 24), date(2025, 7, 28))]),
        DayTold("eom", [(date(2025, 7, 22), date(2025, 8, 1))], [(date(2025, 7, 16), date(2025, 8, 1))]),
        DayTold("eoy", [(date(2025, 10, 1), date(2026, 1, 1))], [(date(2025, 9, 1), date(2026, 1, 1))]),
        DayTold("year to date", [(date(2025, 1, 1), date(2025, 7, 21))], [(date(2025, 1, 1), date(2025, 7, 22))]),
        *(DayTold(text, [period("quarter", date(2026, 4, 1))]) for text in ("Q2/2026", "Q2-26", "Q2 26", "Q2 of 26")),
        *(DayTold(text, [half_year]) for text in ("H1/26", "H1-2026", "H1 of 2026", "H1 26")),
        *(DayTold(text, [week_30]) for text in ("W30 2025", "W30/2025", "week 30-2025", "week no 30 of 2025",
        "week 30")),
    ]  # fmt: skip
    assert not differing_days(row._replace(is_sure=False) for row in rows)
    clocks = []
    for text, at in (("tonight at 9", MONDAY + 21 * HOUR), ("tonight at 1", MONDAY + 25 * HOUR),
                     ("last night at 1 a.m.", MONDAY + HOUR), ("last night at 11", MONDAY - HOUR),
                     ("this morning at 11", MONDAY + 11 * HOUR), ("this evening at 6", MONDAY + 18 * HOUR),
                     ("yesterday evening at 11", MONDAY - HOUR), ("tomorrow afternoon at 1", MONDAY + 37 * HOUR),
                     ("Friday night at 1", FRIDAY + 25 * HOUR), ("Friday night at 5", FRIDAY + 17 * HOUR),
                     ("Friday night at 4", FRIDAY + 28 * HOUR), ("Friday morning at 12", FRIDAY + 12 * HOUR),
                     ("Friday afternoon at 12", FRIDAY + 12 * HOUR), ("Friday lunchtime at 1", FRIDAY + 13 * HOUR),
                     ("Friday at dawn at 5", FRIDAY + 5 * HOUR),
                     ("Friday at dusk at 7", FRIDAY + 19 * HOUR)):  # fmt: skip
        clocks.append(Told(text, [minute_of(at)], [around(at, "hour")]))
    clocks += [
        Told("early the morning of 25 July", [hours(FRIDAY, 1, 9)], [hours(FRIDAY, 0, 12)]),
        Told("late the evening of 25 July", [hours(FRIDAY, 20.5, 24)], [hours(FRIDAY, 17, 26)]),
        Told("Friday am", [hours(FRIDAY, 5, 12)], [hours(FRIDAY, 0, 13)]),
        Told("Friday pm", [hours(FRIDAY, 12, 18)], [hours(FRIDAY, 12, 20)]),
        Told("eod Friday", [hours(FRIDAY, 17, 24)], [hours(FRIDAY, 15, 27)]),
        Told("close of business on Friday", [hours(FRIDAY, 17, 24)], [hours(FRIDAY, 15, 27)]),
        Told("the first half of Friday", [hours(FRIDAY, 0, 12)]),
        Told("the second half of Friday", [hours(FRIDAY, 12, 24)]),
    ]
    assert not differing(clocks)


def test_lengths_and_where_they_lead() -> None:
    rows = []
    for said in (MONDAY.date(), date(2024, 12, 31), date(2025, 8, 31), date(2024, 2, 29)):

        def near(text: str, at: date, said: date = said) -> DayTold:
            return DayTold(text, [day(at)], [(at - DAY, at + 2 * DAY)], f"{at}", said)

        for count, word in ((2, "two"), (3, "three")):
            for unit in ("week", "month", "year"):
                step = STEPS[unit]
                ahead, back = said + step * count, said - step * count
                rolled = [(said, ahead + DAY)]
                whole = [(period(unit, said, 1)[0], period(unit, said, count)[1])]
                gone = [(period(unit, said, -count)[0], period(unit, said, -1)[1])]
                rows += [
                    DayTold(f"{word} upcoming {unit}s", rolled, whole, None, said),
                    DayTold(f"the {word} coming {unit}s", rolled, whole, None, said),
                    DayTold(f"the {word} past {unit}s", [(back, said + DAY)], gone, None, said),
                    DayTold(f"in less than {word} {unit}s", rolled, whole, None, said),
                    near(f"{word} {unit}s from today", ahead),
                    near(f"{word} {unit}s from tomorrow", said + DAY + step * count),
                    near(f"{word} {unit}s tomorrow", said + DAY + step * count),
                    near(f"{word} {unit}s today", ahead),
                ]
            rows.append(near(f"{word} weeks ago yesterday", said - DAY - count * WEEK))
            rows.append(near(f"{word} weeks ago today", said - count * WEEK))
            for wanted, name in enumerate(WEEKDAYS):
                on = coming(said, wanted)
                bare = said if said.weekday() == wanted else on
                rows.append(near(f"{word} weeks on {name}", on + count * WEEK))
                if bare != said:
                    rows.append(near(f"{word} weeks from {name}", bare + count * WEEK))
                    rows.append(near(f"{word} weeks after {name}", bare + count * WEEK))
                    rows.append(DayTold(f"{word} weeks starting {name}", [(bare, bare + count * WEEK)], (), None, said))
                    rows.append(DayTold(f"the {word} days from {name}", [(bare, bare + count * DAY)], (), None, said))
                    rows.append(DayTold(f"for {word} days from {name}", [(bare, bare + count * DAY)], (), None, said))
        for unit in ("week", "month", "year", "decade"):
            step, after = STEPS[unit], period(unit, said, 1)
            rows.append(DayTold(f"in the next {unit}", [(said, said + step + DAY)], [after], None, said))
        fortnight = [(said, said + 15 * DAY)]
        whole = [(of_week(said, 0, 2), of_week(said, 0, 4))]
        rows.append(DayTold("in the next fortnight", fortnight, whole, None, said))
        rows.append(DayTold("the day after", [day(said + DAY)], (), None, said))
        rows.append(DayTold("the day before", [day(said - DAY)], (), None, said))
        rows.append(DayTold("two working days from now", [day(worked(said, 2))], (), None, said))
        rows.append(DayTold("7 business days ago", [day(worked(said, -7))], (), None, said))
        rows.append(DayTold("ten workdays from now", [day(worked(said, 10))], (), None, said))
    assert not differing_days(rows)


def worked(said: date, count: int) -> date:
    """The day so many working days away."""
    at, left = said, abs(count)
    while left:
        at += DAY if count > 0 else -DAY
        left -= at.weekday() < 5
    return at


def test_counts_that_are_left_out() -> None:
    """ "The coming days" are up to seven, "months after a date" two to eight: one fewer is fair, and as many more."""
    rows = []
    june = date(2025, 6, 1)
    for unit, high in (("day", 7), ("week", 6), ("month", 8), ("year", 7), ("quarter", 9), ("decade", 9)):
        one = {"day": relativedelta(days=1)}.get(unit, STEPS.get(unit))
        assert one is not None
        for said in (MONDAY.date(), date(2024, 12, 31)):
            far, further = said + one * high, said + ((said + one * high) - said) * 2
            rows.append(DayTold(f"the coming {unit}s", [(said, far + DAY)], [(said, further + 2 * DAY)], None, said))
            back, farther = said - one * high, said - (said - (said - one * high)) * 2
            rows.append(DayTold(f"the past {unit}s", [(back, said + DAY)], [(farther - DAY, said + DAY)], None, said))
        low, end = june + one * 2, june + one * high + DAY
        fair = low - one, end + one * (high - 2)
        if unit != "year":
            rows.append(DayTold(f"{unit}s after 1 June 2025", [(low, end)], [fair], None, None))
    said = MONDAY.date()
    for text, days in (("the last year and two months", (date(2024, 5, 21), said + DAY)),
                       ("the coming week and two days", (said, said + 10 * DAY)),
                       ("the past week and two days", (said - 9 * DAY, said + DAY))):  # fmt: skip
        rows.append(DayTold(text, [days], (), None, said))
    assert not differing_days(rows)


def test_clock_times_behind_an_article() -> None:
    at = FRIDAY + 20 * HOUR + 45 * MINUTE
    rows = [
        Told(text, [minute_of(at)], [around(at, "minute")])
        for text in (
            "a quarter to nine p.m. on Friday",
            "Friday at a quarter to nine p.m.",
            "a quarter to 9 p.m., Friday",
        )
    ]
    assert not differing(rows)
    assert extent([minute_of(at)]) == Extent((((second(at), 0), (second(at) + 60, -1)),))
