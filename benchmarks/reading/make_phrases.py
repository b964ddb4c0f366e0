"""Writes phrases.jsonl: python benchmarks/reading/make_phrases.py

Phrases as news desks print them, each with the interval it means. The intervals are worked out here, with `datetime`
and plain arithmetic only, never by a reader. An interval of time is half open, "start/end", ".." an open end, local
unless it ends in Z; one of a quantity is in brackets, in base units. Several are alternatives, each fair. Where one
interval cannot be fair to all ("about 1,200", "late June"), `inside` must be in the answer and the answer in `outside`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

Row = dict[str, Any]
Span = tuple[date | datetime | None, date | datetime | None]

SAID = (date(2025, 7, 21), date(2025, 12, 30), date(2024, 2, 28), date(2026, 3, 27))
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ONE = timedelta(days=1)


# --- A calendar ------------------------------------------------------------------------------------------------------


def days(first: date, n: int = 1) -> Span:
    return first, first + n * ONE


def week(day: date, later: int = 0) -> Span:
    return days(day - day.weekday() * ONE + 7 * later * ONE, 7)


def month(year: int, number: int, n: int = 1) -> Span:
    """`n` months from month `number` on, which may run over the end of the year."""
    ends = [divmod(number - 1 + more, 12) for more in (0, n)]
    first, end = (date(year + years, months + 1, 1) for years, months in ends)
    return first, end


def years(first: int, n: int = 1) -> Span:
    return date(first, 1, 1), date(first + n, 1, 1)


def ahead(said: date, name: str) -> date:
    """The first day of that name after the day of speaking."""
    return said + ((NAMES.index(name) - said.weekday() - 1) % 7 + 1) * ONE


def either_way(said: date, name: str) -> list[date]:
    """The coming day of that name; where that of speaking bears it, this one, or that of the week after."""
    return [said, ahead(said, name)] if NAMES[said.weekday()] == name else [ahead(said, name)]


def back(said: date, name: str) -> date:
    """The last day of that name, that of speaking included."""
    return ahead(said, name) - 7 * ONE


def of_next_week(said: date, name: str) -> date:
    return said + (7 - said.weekday() + NAMES.index(name)) * ONE


def at(day: date, hour: int, minute: int = 0, zone: str | None = None) -> Span:
    """One minute of a day, as an instant if a zone is named."""
    start = datetime(day.year, day.month, day.day, hour, minute)
    if zone:
        start = start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return start, start + timedelta(minutes=1)


def printed(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}"


# --- Times -----------------------------------------------------------------------------------------------------------


def plans(said: date) -> Iterator[tuple[str, list[Span], str]]:
    """What is told of the future on the day `said`."""
    soon, later = said + 9 * ONE, said + 40 * ONE
    first, last = said + 4 * ONE, said + 7 * ONE
    fridays, wednesdays, sunday = either_way(said, "Friday"), either_way(said, "Wednesday"), ahead(said, "Sunday")
    next_month = month(said.year, said.month + 1)
    yield "tomorrow", [days(said + ONE)], "the day after that of speaking"
    yield "the day after tomorrow", [days(said + 2 * ONE)], "two days on"
    yield "on Wednesday", [days(day) for day in wednesdays], "a bare weekday of a plan looks forward"
    yield "Sunday", [days(sunday)], "a bare weekday of a plan looks forward"
    both = [days(ahead(said, "Friday")), days(of_next_week(said, "Friday"))]
    yield "next Friday", both, "the coming one or that of next week: custom differs"
    yield "next week", [week(said, 1)], "Monday to Sunday"
    yield "the week after next", [week(said, 2)], "Monday to Sunday"
    yield "next month", [next_month], "the calendar month"
    yield "next year", [years(said.year + 1)], "the calendar year"
    yield "this year", [years(said.year)], "the calendar year"
    yield f"on {printed(soon)}", [days(soon)], "a date with no year looks forward"
    yield f"{printed(later)}, {later.year}", [days(later)], "month, day, year"
    yield f"{later.day} {MONTHS[later.month - 1]} {later.year}", [days(later)], "day, month, year"
    yield f"{NAMES[later.weekday()]}, {printed(later)}", [days(later)], "a weekday that fits its date"
    yield f"in {MONTHS[later.month - 1]} {later.year}", [month(later.year, later.month)], "the month"
    yield "by Friday", [(None, friday + ONE) for friday in fridays], "a deadline: that day counts"
    yield f"by {printed(later)}", [(None, later + ONE)], "a deadline: that day counts"
    yield "before Sunday", [(None, sunday)], "that day does not count"
    yield f"not before {printed(later)}", [(later, None)], "an earliest day"
    yield "no earlier than Friday", [(friday, None) for friday in fridays], "an earliest day"
    deadlines: list[Span] = [(None, ahead(said, "Wednesday") + ONE), (None, of_next_week(said, "Wednesday") + ONE)]
    yield "no later than next Wednesday", deadlines, "a deadline; next Wednesday by either custom"
    yield "by the end of the year", [(None, date(said.year + 1, 1, 1))], "to the last day of the year"
    yield "by the end of next month", [(None, next_month[1])], "to the last day of the month"
    yield "after Sunday", [(sunday + ONE, None)], "that day does not count"
    yield f"until {printed(later)}", [(None, later + ONE), (None, later), (said, later + ONE)], "with or without it"
    yield f"from {printed(first)} to {printed(last)}", [(first, last + ONE)], "first and last day count"
    yield f"between {printed(first)} and {printed(last)}, {last.year}", [(first, last + ONE)], "both days count"
    yield f"{first.isoformat()}/{last.isoformat()}", [(first, last + ONE)], "ISO 8601"
    yield "in three days", [days(said + 3 * ONE)], "counted from the day of speaking"
    yield "two weeks from today", [days(said + 14 * ONE)], "counted from the day of speaking"
    yield "at 8 p.m. on Friday", [at(friday, 20) for friday in fridays], "the clock of the place"
    yield f"14:30 GMT on {printed(soon)}", [at(soon, 14, 30, "UTC")], "an instant"
    yield f"9 a.m. Kyiv time on {printed(soon)}", [at(soon, 9, 0, "Europe/Kyiv")], "an instant, by the zone's own rules"
    yield f"{printed(soon)} at 10 a.m. ET", [at(soon, 10, 0, "America/New_York")], "an instant, by the zone's own rules"
    yield "tomorrow at noon", [at(said + ONE, 12)], "12:00"
    yield f"either {printed(first)} or {printed(last)}", [days(first), days(last)], "one of two days"


def facts(said: date) -> Iterator[tuple[str, list[Span], str]]:
    """What is told of the past on the day `said`."""
    before = said - 40 * ONE
    thursday = back(said, "Thursday")
    yield "yesterday", [days(said - ONE)], "the day before"
    yield "today", [days(said)], "the day of speaking"
    yield "on Thursday", [days(thursday)], "a bare weekday of a fact looks back"
    yield "last week", [week(said, -1)], "Monday to Sunday"
    yield "this week", [week(said)], "Monday to Sunday"
    yield "last month", [month(said.year, said.month - 1)], "the calendar month"
    yield "last year", [years(said.year - 1)], "the calendar year"
    yield "three days ago", [days(said - 3 * ONE)], "counted back"
    yield f"{printed(before)}", [days(before)], "a date with no year looks back"
    yield f"since {printed(before)}", [(before, None), (before, said + ONE)], "from that day on"
    yield f"{before:%Y-%m-%d}", [days(before)], "ISO 8601"
    dotted = [days(before)]
    if before.day <= 12:
        dotted.append(days(date(before.year, before.day, before.month)))
    yield f"{before.day}.{before.month}.{before.year}", dotted, "with full stops: the day first, or the month"
    yield (
        f"Q{(before.month + 2) // 3} {before.year}",
        [month(before.year, (before.month - 1) // 3 * 3 + 1, 3)],
        "a calendar quarter",
    )
    yield f"at 7:45 p.m. on {printed(before)}", [at(before, 19, 45)], "the clock of the place"


FIXED: list[tuple[str, str, list[Span], str]] = [
    ("fact", "in 1998", [years(1998)], "a year"),
    ("fact", "the 1980s", [years(1980, 10)], "a decade"),
    ("fact", "the 19th century", [years(1801, 100), years(1800, 100)], "from 1801, or from 1800: custom differs"),
    ("fact", "February 29, 2024", [days(date(2024, 2, 29))], "a leap day"),
    ("fact", "1 Sept. 1939", [days(date(1939, 9, 1))], "an abbreviated month"),
    ("fact", "Sept 11, 2001", [days(date(2001, 9, 11))], "an abbreviated month"),
    ("fact", "the 3rd of March 2022", [days(date(2022, 3, 3))], "an ordinal day"),
    ("fact", "2024-02-24T05:07", [at(date(2024, 2, 24), 5, 7)], "ISO 8601"),
    ("fact", "2024-02-24T05:07:00+02:00", [at(date(2024, 2, 24), 3, 7, "UTC")], "ISO 8601 with an offset"),
    ("fact", "2024-W09", [days(date(2024, 2, 26), 7)], "an ISO week"),
    ("fact", "31/12/1999", [days(date(1999, 12, 31))], "only one order is a date"),
    ("fact", "12/31/1999", [days(date(1999, 12, 31))], "only one order is a date"),
    ("fact", "June 2-4, 2024", [days(date(2024, 6, 2), 3)], "a range of days"),
    ("fact", "2 to 4 June 2024", [days(date(2024, 6, 2), 3)], "a range of days"),
    ("fact", "from 28 February to 1 March 2024", [days(date(2024, 2, 28), 3)], "through a leap day"),
    ("fact", "from 2014 to 2022", [years(2014, 9)], "both years count"),
    ("plan", "January-March 2027", [month(2027, 1, 3)], "a range of months"),
    ("plan", "the first half of 2027", [month(2027, 1, 6)], "six months"),
    ("plan", "the second quarter of 2027", [month(2027, 4, 3)], "a calendar quarter"),
    ("plan", "by 2030", [(None, date(2031, 1, 1)), (None, date(2030, 1, 1))], "with or without that year"),
    ("plan", "before 2030", [(None, date(2030, 1, 1))], "that year does not count"),
    ("plan", "after 2030", [(date(2031, 1, 1), None)], "that year does not count"),
    ("plan", "Christmas Day 2026", [days(date(2026, 12, 25))], "a holiday"),
    ("plan", "New Year's Eve 2026", [days(date(2026, 12, 31))], "a holiday"),
    ("plan", "Easter Sunday 2026", [days(date(2026, 4, 5))], "a moving holiday, by the published tables"),
    ("plan", "Thanksgiving 2026", [days(date(2026, 11, 26))], "the fourth Thursday of November"),
    ("plan", "the first Monday of September 2026", [days(date(2026, 9, 7))], "counted in the month"),
    ("plan", "the last Friday in May 2027", [days(date(2027, 5, 28))], "counted in the month"),
    ("plan", "00:01 UTC on 1 January 2027", [at(date(2027, 1, 1), 0, 1, "UTC")], "an instant"),
    ("plan", "24:00 on 31 December 2026", [at(date(2027, 1, 1), 0)], "the end of the day"),
    ("plan", "10 a.m. EDT on June 3, 2026", [at(date(2026, 6, 3), 14, 0, "UTC")], "a zone's letters"),
    ("plan", "18:00 CET on 15 January 2027", [at(date(2027, 1, 15), 17, 0, "UTC")], "a zone's letters"),
    ("plan", "7pm Moscow time on 9 May 2026", [at(date(2026, 5, 9), 19, 0, "Europe/Moscow")], "a named zone"),
    ("plan", "1 or 2 September 2026", [days(date(2026, 9, 1)), days(date(2026, 9, 2)), days(date(2026, 9, 1), 2)],
     "one of two days"),
    ("plan", "2026-09", [month(2026, 9)], "ISO 8601"),
    ("plan", "2026-09-01/..", [(date(2026, 9, 1), None)], "an open interval, ISO 8601-2"),
    ("plan", "from Monday, 7 September to Wednesday, 9 September 2026", [days(date(2026, 9, 7), 3)], "days in words"),
    ("plan", "between 9 and 11 a.m. on June 3, 2026", [(datetime(2026, 6, 3, 9), datetime(2026, 6, 3, 11))], "hours"),
    ("plan", "from 10:00 to 18:00 on 3 June 2026", [(datetime(2026, 6, 3, 10), datetime(2026, 6, 3, 18))], "hours"),
]  # fmt: skip

WIDE: list[tuple[str, str, Span, Span, str]] = [
    ("plan", "late June 2027", days(date(2027, 6, 24), 7), days(date(2027, 6, 15), 16), "at the end of the month"),
    ("plan", "early June 2027", days(date(2027, 6, 1), 5), days(date(2027, 6, 1), 15), "at its start"),
    ("plan", "mid-June 2027", days(date(2027, 6, 14), 3), days(date(2027, 6, 8), 16), "in its middle"),
    ("plan", "by mid-June 2027", (None, date(2027, 6, 15)), (None, date(2027, 6, 26)), "a deadline in its middle"),
    ("plan", "the last week of June 2027", days(date(2027, 6, 28), 3), days(date(2027, 6, 21), 14),
     "the last seven days, or a calendar week: custom differs"),
    ("fact", "a fortnight ago", days(date(2025, 7, 7)), days(date(2025, 6, 30), 15), "to the day, or to the week"),
    ("fact", "two years ago", days(date(2023, 7, 21)), days(date(2023, 1, 1), 396), "to the day, or to the year"),
    ("plan", "in six months", days(date(2026, 1, 21)), days(date(2025, 12, 15), 60), "to the day, or to the month"),
    ("plan", "the summer of 2027", month(2027, 7, 1), month(2027, 6, 4), "June to September at the widest"),
    ("plan", "late 2027", month(2027, 11, 2), month(2027, 7, 6), "at the end of the year"),
    ("plan", "on the afternoon of June 3, 2026", (datetime(2026, 6, 3, 14), datetime(2026, 6, 3, 16)),
     (datetime(2026, 6, 3, 12), datetime(2026, 6, 3, 19)), "a part of the day"),
    ("plan", "on the morning of June 3, 2026", (datetime(2026, 6, 3, 8), datetime(2026, 6, 3, 11)),
     (datetime(2026, 6, 3, 4), datetime(2026, 6, 3, 12)), "a part of the day"),
    ("fact", "around 9 p.m. on June 3, 2024", (datetime(2024, 6, 3, 20, 55), datetime(2024, 6, 3, 21, 5)),
     (datetime(2024, 6, 3, 19, 30), datetime(2024, 6, 3, 22, 30)), "about an hour"),
    ("fact", "the night of June 3, 2024", (datetime(2024, 6, 3, 22), datetime(2024, 6, 4, 0)),
     (datetime(2024, 6, 3, 17), datetime(2024, 6, 4, 9)), "a part of the day"),
    ("fact", "the early 1990s", years(1990, 3), years(1990, 5), "at the start of the decade"),
]  # fmt: skip


def time_rows() -> Iterator[Row]:
    for said in SAID:
        for modality, table in (("plan", plans(said)), ("fact", facts(said))):
            for text, spans, why in table:
                yield row(text, said, modality, spans, why)
    said = date(2025, 7, 21)
    for modality, text, spans, why in FIXED:
        yield row(text, said, modality, spans, why)
    for modality, text, inside, outside, why in WIDE:
        found = row(text, said, modality, [], why)
        found["expected"] = [{"inside": written(inside), "outside": written(outside)}]
        yield found


def row(text: str, said: date, modality: str, spans: list[Span], why: str) -> Row:
    return {
        "text": text,
        "said": said.isoformat(),
        "kind": "time",
        "modality": modality,
        "expected": [written(span) for span in spans],
        "why": why,
    }


def written(span: Span) -> str:
    return "/".join(".." if end is None else end.isoformat().replace("+00:00", "Z") for end in span)


# --- Quantities ------------------------------------------------------------------------------------------------------

INFINITE = "inf"
QUANTITIES: list[tuple[str, str, str, str, str]] = [
    # (text, axis, what must be in the answer, what the answer must lie in, why)
    ("12", "count", "[12, 12]", "[12, 12]", "a count is exact"),
    ("two", "count", "[2, 2]", "[2, 2]", "a number word"),
    ("a dozen", "count", "[12, 12]", "[11.5, 12.5]", "a number word"),
    ("twenty-seven", "count", "[27, 27]", "[27, 27]", "a number word"),
    ("one hundred and five", "count", "[105, 105]", "[105, 105]", "a number word"),
    ("two million", "count", "[2e6, 2e6]", "[1.5e6, 2.5e6]", "a number word"),
    ("1,234", "count", "[1234, 1234]", "[1234, 1234]", "grouped by commas"),
    ("1.2 million", "count", "[1.2e6, 1.2e6]", "[1.15e6, 1.25e6]", "rounded to a tenth of a million"),
    ("$3.4m", "money USD", "[3.4e6, 3.4e6]", "[3.35e6, 3.45e6]", "a desk's short form of million"),
    ("half a million", "count", "[5e5, 5e5]", "[4.5e5, 5.5e5]", "a fraction of a large number"),
    ("none", "count", "[0, 0]", "[0, 0]", "no number at all"),
    ("no one", "count", "[0, 0]", "[0, 0]", "no number at all"),
    ("8 km", "length", "[8000, 8000]", "[7500, 8500]", "rounded to the kilometre"),
    ("8.0 km", "length", "[8000, 8000]", "[7950, 8050]", "rounded to a tenth"),
    ("5 miles", "length", "[8046.72, 8046.72]", "[7242.048, 8851.392]", "rounded to the mile"),
    ("6 feet 2 inches", "length", "[1.8796, 1.8796]", "[1.8669, 1.8923]", "two units of one length"),
    ("38C", "temperature", "[311.15, 311.15]", "[310.65, 311.65]", "degrees Celsius"),
    ("100F", "temperature", "[310.928, 310.928]", "[309.53, 312.32]", "degrees Fahrenheit"),
    ("60 percent", "share", "[0.6, 0.6]", "[0.55, 0.65]", "a share"),
    ("12.5 %", "share", "[0.125, 0.125]", "[0.1245, 0.1255]", "a share, to a tenth"),
    ("two-thirds", "share", "[0.66667, 0.66667]", "[0.63, 0.70]", "a fraction"),
    ("one in five", "share", "[0.2, 0.2]", "[0.185, 0.215]", "a fraction in words"),
    ("$1.2bn", "money USD", "[1.2e9, 1.2e9]", "[1.15e9, 1.25e9]", "a desk's short form of billion"),
    ("$40 million", "money USD", "[4e7, 4e7]", "[3.9e7, 4.1e7]", "dollars"),
    ("€3.5 million", "money EUR", "[3.5e6, 3.5e6]", "[3.45e6, 3.55e6]", "euros"),
    ("£250", "money GBP", "[250, 250]", "[243, 257]", "pounds"),
    ("25 tonnes", "mass", "[25000, 25000]", "[24375, 25625]", "tonnes"),
    ("90 kg", "mass", "[90, 90]", "[85, 95]", "kilograms"),
    ("120 km/h", "speed", "[33.3333, 33.3333]", "[31.9, 34.8]", "a speed"),
    ("300 hectares", "area", "[3e6, 3e6]", "[2.9e6, 3.1e6]", "an area"),
    ("500 MW", "power", "[5e8, 5e8]", "[4.8e8, 5.2e8]", "a power"),
    ("three days", "duration", "[259200, 259200]", "[216000, 302400]", "rounded to the day"),
    ("90 minutes", "duration", "[5400, 5400]", "[5070, 5730]", "a length of time"),
    ("two and a half hours", "duration", "[9000, 9000]", "[7200, 10800]", "a length of time"),
    ("36 hours", "duration", "[129600, 129600]", "[127800, 131400]", "a length of time"),
    # bounds, ranges, targets, forecasts
    ("at least 50", "count", f"[50, {INFINITE})", f"[50, {INFINITE})", "a lower bound"),
    ("more than 50", "count", f"(50, {INFINITE})", f"(50, {INFINITE})", "a lower bound, left out"),
    ("over 1,000", "count", f"(1001, {INFINITE})", f"(1000, {INFINITE})", "a lower bound, left out"),
    ("no fewer than 20", "count", f"[20, {INFINITE})", f"[20, {INFINITE})", "a lower bound"),
    ("fewer than 30", "count", "[0, 30)", "(-inf, 30)", "an upper bound, left out"),
    ("up to 500", "count", "[1, 500]", "(-inf, 500]", "an upper bound"),
    ("at most 9", "count", "[0, 9]", "(-inf, 9]", "an upper bound"),
    ("as many as 200", "count", "[1, 200]", "(-inf, 200]", "an upper bound"),
    ("under 100", "count", "[1, 100)", "(-inf, 100)", "an upper bound, left out"),
    ("10 to 12", "count", "[10, 12]", "[10, 12]", "a range"),
    ("between 100 and 150", "count", "[100, 150]", "[100, 150]", "a range"),
    ("from 20 to 25", "count", "[20, 25]", "[20, 25]", "a range"),
    ("30-40", "count", "[30, 40]", "[30, 40]", "a range"),
    ("10 to 12 tonnes", "mass", "[10000, 12000]", "[9500, 12500]", "a range of one unit"),
    ("$2-3 billion", "money USD", "[2e9, 3e9]", "[1.5e9, 3.5e9]", "a range of one unit"),
    ("between 5 and 7 percent", "share", "[0.05, 0.07]", "[0.045, 0.075]", "a range of one unit"),
    ("2 to 3 hours", "duration", "[7200, 10800]", "[5400, 12600]", "a range of one unit"),
    ("5 ± 1 m", "length", "[4, 6]", "[3.5, 6.5]", "plus or minus"),
    ("at least $5 million", "money USD", f"[5e6, {INFINITE})", f"[4.5e6, {INFINITE})", "a lower bound"),
    ("up to 100 km", "length", "[1, 97500]", "(-inf, 105000]", "an upper bound"),
    ("less than 2 percent", "share", "[0.001, 0.0199)", "(-inf, 0.02)", "an upper bound, left out"),
    ("more than 10 tonnes", "mass", f"(10500, {INFINITE})", f"(9500, {INFINITE})", "a lower bound, left out"),
    ("at least two hours", "duration", f"[9000, {INFINITE})", f"[5400, {INFINITE})", "a lower bound"),
    ("no more than 48 hours", "duration", "[3600, 172800]", "(-inf, 176400]", "an upper bound"),
    ("about 1,200", "count", "[1190, 1210]", "[960, 1440]", "a hedge widens"),
    ("some 40", "count", "[39, 41]", "[30, 50]", "a hedge widens"),
    ("nearly 300", "count", "[285, 299]", "[240, 300)", "below, not by much"),
    ("almost 1 million", "count", "[970000, 999000]", "[8e5, 1e6)", "below, not by much"),
    ("dozens", "count", "[24, 60]", "[12, 144]", "a vague count"),
    ("hundreds", "count", "[200, 900]", "[100, 2000]", "a vague count"),
    ("tens of thousands", "count", "[20000, 90000]", "[10000, 200000]", "a vague count"),
    ("roughly 15 percent", "share", "[0.145, 0.155]", "[0.12, 0.18]", "a hedge widens"),
    ("50 or more", "count", f"[50, {INFINITE})", f"[50, {INFINITE})", "a lower bound, told after"),
    ("50 or so", "count", "[49, 51]", "[40, 60]", "a hedge, told after"),
    ("100-plus", "count", f"[101, {INFINITE})", f"[100, {INFINITE})", "a lower bound, told after"),
]


def quantity_rows() -> Iterator[Row]:
    for text, axis, inside, outside, why in QUANTITIES:
        kind = "duration" if axis == "duration" else "quantity"
        yield {
            "text": text,
            "kind": kind,
            "axis": axis,
            "expected": [{"inside": inside, "outside": outside}],
            "why": why,
        }


if __name__ == "__main__":
    lines = [json.dumps(found, ensure_ascii=False) for found in (*time_rows(), *quantity_rows())]
    Path(__file__).with_name("phrases.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} phrases")
