"""Days, weeks, months and years against a calendar worked out beside the reader, with `datetime` and `dateutil` alone.

Each test lays many texts beside the sets they mean and prints those that differ. `strict` is the best reading, `fair`
what a fair editor would allow beside it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

import pytest
from dateutil.easter import EASTER_ORTHODOX, easter
from dateutil.relativedelta import relativedelta
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.bounds import HIGHEST, LOWEST, Bound, Interval
from conflicts.values.extent import Extent

EPOCH = datetime(1970, 1, 1)
DAY, WEEK = timedelta(1), timedelta(7)
MONDAY = date(2025, 7, 21)
EVERY_WEEKDAY = [MONDAY + n * DAY for n in range(7)]
TURNS = [date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1), date(2025, 3, 30), date(2023, 10, 8)]
"""Days around the ends of months, quarters, years and weeks."""
WEEKDAYS = list(calendar.day_name)
MONTHS = list(calendar.month_name)[1:]
PLAN_AND_FACT: tuple[Literal["plan", "fact"], ...] = ("plan", "fact")

Span = tuple[date, date]


class Told(NamedTuple):
    """A text, the spans [first, end) that it means, and what else may be fair."""

    text: str
    strict: Iterable[Span] | Extent
    fair: Iterable[Span] | Extent = ()
    timex: str | None = None
    said: date | None = MONDAY
    modality: Literal["plan", "fact"] = "plan"
    lang: str = "en"
    is_sure: bool = True
    """Whether the text can be nothing but a time, so that no `kind` need be told: not "2026", "Q3", "3/4", "May"."""


def second(at: date) -> int:
    moment = at if isinstance(at, datetime) else datetime(at.year, at.month, at.day)
    return (moment - EPOCH) // timedelta(seconds=1)


def extent(spans: Iterable[Span] | Extent) -> Extent:
    if isinstance(spans, Extent):
        return spans
    return Extent(tuple(((second(lo), 0), (second(hi), -1)) for lo, hi in spans))


def read_or_why(told: Told, kind: str | None) -> tuple[str, str, str | None]:
    settings = Settings(said=told.said, modality=told.modality, lang=told.lang, kind=kind)
    try:
        value = read_time(told.text, settings)
    except UnreadError as error:
        return f"unread: {error}", "", None
    return ("no time", "", None) if value is None else (shown(value.strict), shown(value.loose), value.timex)


def differing(rows: Iterable[Told]) -> list[str]:
    """The texts that are read otherwise, with what was meant and what was read."""
    found, n = [], 0
    for told in rows:
        n += 1
        strict = extent(told.strict)
        meant = shown(strict), shown(strict | extent(told.fair)), told.timex
        for kind in ("time", None) if told.is_sure else ("time",):
            read = read_or_why(told, kind)
            if read[:2] != meant[:2] or (meant[2] and read[2] != meant[2]):
                found.append(f"{told.text!r}, {told.modality} of {told.said}, {kind=}: meant {meant}, read {read}")
    assert n
    return found


def day(at: date) -> Span:
    return at, at + DAY


def coming(said: date, wanted: int) -> date:
    """The first such weekday after a day."""
    return next(said + n * DAY for n in range(1, 8) if (said + n * DAY).weekday() == wanted)


def passed(said: date, wanted: int) -> date:
    """The last such weekday before a day."""
    return next(said - n * DAY for n in range(1, 8) if (said - n * DAY).weekday() == wanted)


def of_week(said: date, wanted: int, weeks: int = 0) -> date:
    year, week, _ = said.isocalendar()
    return date.fromisocalendar(year, week, wanted + 1) + weeks * WEEK


# ---------------------------------------------------------------- weekdays


def weekdays(said: date, wanted: int) -> Iterator[Told]:
    name, ahead, back = WEEKDAYS[wanted], coming(said, wanted), passed(said, wanted)
    own, is_today = of_week(said, wanted), said.weekday() == wanted
    for modality in PLAN_AND_FACT:
        is_plan = modality == "plan"
        other = ahead if is_plan else back
        bare, beside = (said, [other]) if is_today else (other, [])
        this = ahead if is_plan and own < said else own
        following, last = of_week(said, wanted, 1), of_week(said, wanted, -1)
        for text, best, fair in (
            (name, bare, beside),
            (f"on {name}", bare, beside),
            (f"{name[:3]}.", bare, beside),
            (f"next {name}", following, [ahead]),
            (f"last {name}", last, [back]),
            (f"previous {name}", last, [back]),
            (f"this {name}", this, [own, said if is_today else other]),
            (f"this coming {name}", ahead, []),
            (f"the coming {name}", ahead, []),
            (f"this past {name}", back, []),
            (f"{name} after next", following + WEEK, [ahead + WEEK]),
            (f"{name} before last", last - WEEK, [back - WEEK]),
            (f"{name} week", bare + WEEK, [at + WEEK for at in beside]),
            (f"{name} next week", following, []),
            (f"{name} of this week", own, []),
            (f"last week on {name}", last, []),
        ):
            yield Told(text, [day(best)], map(day, fair), f"{best}", said, modality, is_sure="." not in text)


@pytest.mark.parametrize("said", EVERY_WEEKDAY)
def test_weekdays(said: date) -> None:
    assert not differing(told for wanted in range(7) for told in weekdays(said, wanted))


# ---------------------------------------------------------------- periods


def period(unit: str, at: date, shift: int = 0) -> Span:
    """The week, weekend, month … of the calendar that holds a day, or one some periods later."""
    if unit in ("week", "weekend", "workweek"):
        first = of_week(at, 5 if unit == "weekend" else 0, shift)
        return first, first + {"week": 7, "weekend": 2, "workweek": 5}[unit] * DAY
    months = {"month": 1, "quarter": 3, "half year": 6, "year": 12, "decade": 120, "century": 1200}[unit]
    first = date((at.year * 12 + at.month - 1) // months * months // 12, 1, 1)
    first += relativedelta(months=(at.year * 12 + at.month - 1) // months * months % 12 + shift * months)
    return first, first + relativedelta(months=months)


def timex(unit: str, at: date) -> str:
    year, week, _ = at.isocalendar()
    return {
        "week": f"{year}-W{week:02d}",
        "workweek": f"{year}-W{week:02d}",
        "weekend": f"{year}-W{week:02d}-WE",
        "month": f"{at:%Y-%m}",
        "quarter": f"{at.year}-Q{(at.month + 2) // 3}",
        "half year": f"{at.year}-H{(at.month + 5) // 6}",
        "year": f"{at.year}",
        "decade": f"{at.year // 10}",
        "century": f"{at.year // 100}",
    }[unit]


STEPS = {
    "week": relativedelta(weeks=1), "month": relativedelta(months=1), "quarter": relativedelta(months=3),
    "year": relativedelta(years=1), "decade": relativedelta(years=10), "century": relativedelta(years=100),
}  # fmt: skip


def periods(unit: str, said: date) -> Iterator[Told]:
    before, this, after = (period(unit, said, shift) for shift in (-1, 0, 1))
    step, ends_week = STEPS[unit], unit == "week" and said.weekday() == 6
    # On a Sunday, who counts weeks from Sundays means the next one by "this week".
    this_fair, next_fair = ([after], [(said + WEEK, said + 2 * WEEK)]) if ends_week else ([], [])
    rolled_on, rolled_back = (said + DAY, said + step + DAY), (said - step, said + DAY)
    for text, best, fair in (
        (f"this {unit}", [this], this_fair),
        (f"the current {unit}", [this], this_fair),
        (f"next {unit}", [after], next_fair),
        (f"the following {unit}", [after], next_fair),
        (f"last {unit}", [before], []),
        (f"the previous {unit}", [before], []),
        (f"the {unit} after next", [period(unit, said, 2)], []),
        (f"the {unit} before last", [period(unit, said, -2)], []),
        (f"the coming {unit}", [after, rolled_on] if unit == "week" else [after], [rolled_on]),
        (f"past {unit}", [before], [rolled_back]),
    ):
        yield Told(text, best, fair, timex(unit, best[0][0]), said)


@pytest.mark.parametrize("unit", STEPS)
def test_periods_counted_from_today(unit: str) -> None:
    assert not differing(told for said in (*EVERY_WEEKDAY, *TURNS) for told in periods(unit, said))


def weekends(said: date, modality: Literal["plan", "fact"]) -> Iterator[Told]:
    before, this, after, is_over = (*(period("weekend", said, n) for n in (-1, 0, 1)), said.weekday() >= 5)
    for text, best, fair in (
        ("next weekend", after, [] if is_over else [this]),
        ("the coming weekend", after if is_over else this, []),
        ("last weekend", before, []),
        ("this weekend", this, [before] if modality == "fact" and said.weekday() < 2 else []),
        ("over the weekend", before if modality == "fact" and not is_over else this,
         [this] if modality == "fact" and not is_over else []),
    ):  # fmt: skip
        yield Told(text, [best], fair, timex("weekend", best[0]), said, modality, is_sure=not text.startswith("over"))


def test_weekends() -> None:
    assert not differing(told for said in EVERY_WEEKDAY for way in PLAN_AND_FACT for told in weekends(said, way))


def test_days_counted_from_today() -> None:
    names = {
        "the day before yesterday": -2, "yesterday": -1, "today": 0, "this day": 0, "tomorrow": 1,
        "the day after tomorrow": 2,
    }  # fmt: skip
    rows = []
    for said in (*EVERY_WEEKDAY, *TURNS):
        for text, n in names.items():
            at = said + n * DAY
            rows.append(Told(text, [day(at)], timex=f"{at}", said=said))
            rows.append(Told(f"{text}, {WEEKDAYS[at.weekday()]}", [day(at)], timex=f"{at}", said=said))
            rows.append(Told(f"{text} ({at:%B} {at.day})", [day(at)], timex=f"{at}", said=said))
    assert not differing(rows)


@pytest.mark.parametrize("text", ["today, Tuesday", "tomorrow, Monday", "yesterday, 21 July", "today, 21 June",
                                  "today, 21 July 2024", "tomorrow, 23 July"])  # fmt: skip
def test_a_day_told_twice_must_be_one_day(text: str) -> None:
    with pytest.raises(UnreadError):
        read_time(text, Settings(said=MONDAY, kind="time"))


# ---------------------------------------------------------------- lengths from today

LENGTHS = {"day": relativedelta(days=1), **STEPS}
NUMBERS = {1: "one", 2: "two", 3: "three", 5: "5", 10: "ten", 21: "twenty-one"}


def near(at: date, unit: str) -> tuple[Span, Span]:
    """About a day that so many weeks, months or years lead to: half a unit each way, and a whole one."""
    step = STEPS[unit]
    if unit == "week":
        return (at - 4 * DAY, at + 5 * DAY), (at - WEEK, at + WEEK + DAY)
    wide = at - step, at + step + DAY
    if unit == "month":
        return (at - step + 15 * DAY, at + 16 * DAY), wide
    year = period("year", at)
    half = at - relativedelta(months=6), at + relativedelta(months=6) + DAY
    return (min(half[0], year[0]), max(half[1], year[1])), (min(wide[0], year[0]), max(wide[1], year[1]))


def offsets(said: date) -> Iterator[Told]:
    for count, word in NUMBERS.items():
        for unit in ("day", "week", "month", "year"):
            length = f"{word} {unit}" + "s" * (count > 1)
            ahead = said + LENGTHS[unit] * count
            back = said - LENGTHS[unit] * count
            for at, texts in (
                (ahead, (f"in {length}", f"{length} from now", f"{length} hence", f"in {length}' time")),
                (back, (f"{length} ago", f"{length} back", f"some time {length} ago")),
            ):
                if unit == "day":
                    best, fair, value = day(at), day(at), f"{at}"
                else:
                    (best, fair), value = near(at, unit), timex(unit, at)
                for text in texts:
                    yield Told(text, [best], [fair], value, said)


@pytest.mark.parametrize("said", [MONDAY, *TURNS])
def test_lengths_ahead_and_back(said: date) -> None:
    assert not differing(offsets(said))


def from_days(base: date) -> Iterator[Told]:
    named = f"{base.day} {base:%B %Y}"
    for count, word in NUMBERS.items():
        for unit in ("day", "week", "month", "year"):
            length = f"{word} {unit}" + "s" * (count > 1)
            step = LENGTHS[unit] * count
            for text, at in ((f"{length} after {named}", base + step), (f"{length} before {named}", base - step)):
                fair = [] if unit == "day" else [(at - DAY, at + 2 * DAY)]
                yield Told(text, [day(at)], fair, f"{at}", None)
            yield Told(f"{length} starting {named}", [(base, base + step)], said=None)


@pytest.mark.parametrize("base", [MONDAY, *TURNS])
def test_lengths_from_a_day_are_exact(base: date) -> None:
    assert not differing(from_days(base))


def test_lengths_from_tomorrow_and_from_weekdays() -> None:
    rows = []
    for said in EVERY_WEEKDAY:
        for text, at in (
            ("a week from today", said + WEEK),
            ("two weeks from tomorrow", said + DAY + 2 * WEEK),
            ("a week tomorrow", said + DAY + WEEK),
            ("a fortnight today", said + 2 * WEEK),
            ("a month from today", said + relativedelta(months=1)),
        ):
            rows.append(Told(text, [day(at)], [(at - DAY, at + 2 * DAY)], f"{at}", said))
        rows.append(Told("three days from tomorrow", [day(said + 4 * DAY)], (), f"{said + 4 * DAY}", said))
        for wanted, name in enumerate(WEEKDAYS):
            ahead = coming(said, wanted)
            at = ahead + WEEK
            rows.append(Told(f"a week on {name}", [day(at)], [(at - DAY, at + 2 * DAY)], f"{at}", said))
            back, two_back = passed(said, wanted), passed(said, wanted) - WEEK
            rows.append(Told(f"two {name}s ago", [day(two_back)], (), f"{two_back}", said))
            rows.append(Told(f"three {name}s from now", [day(ahead + 2 * WEEK)], (), f"{ahead + 2 * WEEK}", said))
            assert back < said < ahead
    assert not differing(rows)


def test_vague_lengths() -> None:
    """ "A few" is two to four, "several" three to seven; one fewer is fair, and twice as many more."""
    rows = []
    for words, low, high in (("a few", 2, 4), ("several", 3, 7), ("two or three", 2, 3), ("three to five", 3, 5),
                             ("a couple of", 2, 2)):  # fmt: skip
        if low == high:
            rows.append(Told(f"{words} days ago", [day(MONDAY - low * DAY)]))
            continue
        for unit in ("day", "week"):
            step, spread = (DAY if unit == "day" else WEEK), high - low
            back, ahead = (MONDAY - high * step, MONDAY - low * step), (MONDAY + low * step, MONDAY + high * step)
            rows.append(Told(f"{words} {unit}s ago", [(back[0], back[1] + DAY)],
                             [(back[0] - spread * step, back[1] + DAY + step)], "PAST_REF"))  # fmt: skip
            rows.append(Told(f"in {words} {unit}s", [(ahead[0], ahead[1] + DAY)],
                             [(ahead[0] - step, ahead[1] + DAY + spread * step)], "FUTURE_REF"))  # fmt: skip
    assert not differing(rows)


def rolled(said: date) -> Iterator[Told]:
    for count, word in NUMBERS.items():
        for unit, letter in (("day", "D"), ("week", "W"), ("month", "M"), ("year", "Y")):
            if count == 1:
                continue
            step = LENGTHS[unit] * count
            units = f"{word} {unit}s"
            ahead, back = (said, said + step + DAY), (said - step, said + DAY)
            whole = [] if unit == "day" else [(period(unit, said, 1)[0], period(unit, said, count)[1])]
            gone = [] if unit == "day" else [(period(unit, said, -count)[0], period(unit, said, -1)[1])]
            for text in (f"the next {units}", f"in the next {units}", f"over the coming {units}", f"within {units}"):
                yield Told(text, [ahead], whole, f"P{count}{letter}", said)
            for text in (f"the past {units}", f"in the last {units}", f"over the previous {units}"):
                yield Told(text, [back], gone, f"P{count}{letter}", said)


@pytest.mark.parametrize("said", [MONDAY, *TURNS])
def test_stretches_from_today(said: date) -> None:
    assert not differing(rolled(said))


# ---------------------------------------------------------------- what comes every year or month


def chosen(spans: list[Span], said: date, modality: str) -> tuple[Span, list[Span]]:
    """Which of the spans is meant: a plan looks forward, a fact back, unless the other way is three times nearer."""
    now = [span for span in spans if span[0] <= said < span[1]]
    if now:
        return now[0], []
    past = max(span for span in spans if span[1] <= said)
    future = min(span for span in spans if span[0] > said)
    back, ahead = (said - past[1]).days + 1, (future[0] - said).days
    if modality == "plan":
        return future, [past] if back <= 45 else []
    if 3 * ahead < back:
        return future, [past]
    return past, [future] if ahead < back else []


def yearly(texts: tuple[str, ...], spans: list[Span], unit: str, said: date) -> Iterator[Told]:
    for modality in PLAN_AND_FACT:
        best, fair = chosen(spans, said, modality)
        value = f"{best[0]}" if unit == "day" else "" if unit == "season" else timex(unit, best[0])
        for text in texts:
            yield Told(text, [best], fair, value, said, modality, is_sure=unit in ("day", "month"))


YEARS = range(2015, 2036)


@pytest.mark.parametrize("said", [MONDAY, *TURNS])
def test_dates_without_a_year(said: date) -> None:
    rows: list[Told] = []
    for month, name in enumerate(MONTHS, 1):
        for of_month in (1, 9, 15, 21, 28):
            spans = [day(date(year, month, of_month)) for year in YEARS]
            suffix = {1: "st", 21: "st"}.get(of_month, "th")
            texts = (f"{name} {of_month}", f"{of_month} {name[:3]}", f"the {of_month}{suffix} of {name}")
            rows += yearly(texts, spans, "day", said)
        spans = [period("month", date(year, month, 1)) for year in YEARS]
        rows += yearly((f"in {name}",), spans, "month", said)
    leaps = [day(date(year, 2, 29)) for year in range(2012, 2040, 4)]
    rows += yearly(("29 February",), leaps, "day", said)
    for quarter, word in enumerate(("first", "second", "third", "fourth"), 1):
        spans = [period("quarter", date(year, 3 * quarter, 1)) for year in YEARS]
        rows += yearly((f"Q{quarter}", f"the {word} quarter"), spans, "quarter", said)
    for half, word in enumerate(("first", "second"), 1):
        spans = [period("half year", date(year, 6 * half, 1)) for year in YEARS]
        rows += yearly((f"H{half}", f"the {word} half"), spans, "half year", said)
    for name, month in (("spring", 3), ("summer", 6), ("autumn", 9), ("winter", 12)):
        spans = [(date(year, month, 1), date(year, month, 1) + relativedelta(months=3)) for year in YEARS]
        rows += yearly((f"in the {name}",), spans, "season", said)
    assert not differing(rows)


@pytest.mark.parametrize("said", [MONDAY, *TURNS])
def test_days_of_an_unnamed_month(said: date) -> None:
    rows: list[Told] = []
    for of_month in (1, 7, 13, 21, 28, 31):
        firsts = [date(2022, 1, 1) + relativedelta(months=n) for n in range(60)]
        spans = [
            day(first.replace(day=of_month)) for first in firsts if first.month == (first + (of_month - 1) * DAY).month
        ]
        suffix = {1: "st", 21: "st", 31: "st"}.get(of_month, "th")
        texts = f"the {of_month}{suffix}", f"on the {of_month}{suffix}"
        rows += [told._replace(is_sure=False) for told in yearly(texts, spans, "day", said)]
    assert not differing(rows)


def test_the_next_and_the_last_of_what_comes_every_year() -> None:
    rows = []
    for said in (MONDAY, *TURNS):
        named = [(name, [period("month", date(year, n, 1)) for year in YEARS]) for n, name in enumerate(MONTHS, 1)]
        named += [
            (name, [(date(year, month, 1), date(year, month, 1) + relativedelta(months=3)) for year in YEARS])
            for name, month in (("spring", 3), ("summer", 6), ("autumn", 9), ("winter", 12))
        ]
        named += [("Christmas", [day(date(year, 12, 25)) for year in YEARS])]
        for name, spans in named:
            future = min(span for span in spans if span[0] > said)
            past = max(span for span in spans if span[1] <= said)
            of_next = next(span for span in spans if span[0].year == said.year + 1)
            of_last = next(span for span in spans if span[0].year == said.year - 1)
            now = [span for span in spans if span[0] <= said < span[1]]
            this = now[0] if now else next(span for span in spans if span[0].year == said.year)
            rows += [
                Told(f"next {name}", [future], [of_next], None, said),
                *([] if now else [Told(f"last {name}", [past], [of_last], None, said)]),
                Told(f"the coming {name}", [future], [], None, said),
                *([] if now else [Told(f"the previous {name}", [past], [], None, said)]),
                Told(f"this {name}", [this], [], None, said),
            ]
    assert not differing(rows)


# ---------------------------------------------------------------- full dates

SOME_DAYS = [MONDAY, *TURNS, date(1999, 12, 1), date(1986, 4, 26), date(2031, 5, 9), date(2000, 2, 22)]
ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
]  # fmt: skip


def suffixed(number: int) -> str:
    return f"{number}{'th' if number // 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def printed(at: date) -> Iterator[tuple[str, str]]:
    """A date as it is printed, and the language or "" where that does not matter."""
    number, name, short, year = at.day, f"{at:%B}", f"{at:%b}", at.year
    weekday = WEEKDAYS[at.weekday()]
    iso_year, week, of_week_ = at.isocalendar()
    for text in (
        f"{number} {name} {year}", f"{name} {number}, {year}", f"{suffixed(number)} of {name}, {year}",
        f"the {suffixed(number)} of {name} {year}", f"{name} {suffixed(number)} {year}", f"{short}. {number}, {year}",
        f"{name} the {suffixed(number)}, {year}", f"the {ORDINALS[number - 1]} of {name}, {year}",
        f"{name} {ORDINALS[number - 1]}, {year}", f"{number}-{short}-{year}", f"{number}/{short}/{year}",
        f"{year} {name} {number}", f"{year}-{short}-{number:02d}", f"{at}", f"{at:%Y%m%d}", f"{at:%Y-%j}",
        f"{iso_year}-W{week:02d}-{of_week_}", f"{weekday}, {number} {name} {year}",
        f"{weekday} {name} {number}, {year}",
        f"{weekday[:3]} {number} {short} {year}", f"{weekday} the {suffixed(number)} of {name} {year}",
        f"{name} {number} of {year}", f"on {number} {name} {year}", f"{at:%Y/%m/%d}", f"{at:%Y.%m.%d}",
        f"{number}. {name} {year}", f"({name} {number}, {year})", f"{weekday} ({number} {name} {year})",
        f"{number} day of {name} {year}", f"{name} {number} in the year {year}", f"{at:%Y %m %d}",
        f"{weekday} of week {week} of {iso_year}",
    ):  # fmt: skip
        yield text, "en"
    yield f"{at:%d/%m/%Y}", "en-GB"
    yield f"{at:%m/%d/%Y}", "en-US"
    yield f"{at:%d.%m.%Y}", "de"
    yield f"{at:%d-%m-%Y}", "en-AU"
    if number > 12:
        yield f"{at:%d/%m/%Y}", "en"
        yield f"{at:%m/%d/%Y}", "en"
        yield f"{at:%d.%m.%Y}", "en"
    if 1950 <= year < 2050:
        yield f"{number} {short} {at:%y}", "en"
        yield f"{number}-{short}-{at:%y}", "en"
        yield f"{at:%d/%m/%y}", "en-GB"


BY_THE_LETTER = re.compile(r"\d{8}|\d{4}-\d{3}|\d{4}-W\d\d-\d|\(.*")
"""Forms that are a date only by themselves."""


@pytest.mark.parametrize("at", SOME_DAYS)
def test_every_way_to_print_a_date(at: date) -> None:
    """Alone, where the commonest forms are read at a glance, and inside longer texts, which the grammar takes."""
    rows = []
    for text, lang in printed(at):
        alone = Told(text, [day(at)], (), f"{at}", None, lang=lang)
        rows.append(alone)
        if not BY_THE_LETTER.fullmatch(text):
            rows.append(alone._replace(text=f"exactly {text}"))
            both = [day(at), day(date(2090, 6, 1))]
            rows.append(alone._replace(text=f"either {text} or 1 June 2090", strict=both, timex=f"{at}|2090-06-01"))
    assert not differing(rows)


@pytest.mark.parametrize("said", [MONDAY, *TURNS])
def test_dates_in_digits_without_a_year(said: date) -> None:
    rows: list[Told] = []
    for month in (1, 4, 7, 12):
        for of_month in (1, 7, 13, 20, 28):
            spans = [day(date(year, month, of_month)) for year in YEARS]
            for lang, text in (("en-GB", f"{of_month}/{month}"), ("en-US", f"{month}/{of_month}"),
                               ("de", f"{of_month}.{month}.")):  # fmt: skip
                for told in yearly((text, f"exactly {text}"), spans, "day", said):
                    is_exact = told.text.startswith("exactly")
                    if not (is_exact and lang == "de"):
                        rows.append(told._replace(lang=lang, is_sure=False, fair=() if is_exact else told.fair))
    assert not differing(rows)


def test_halves_seasons_and_accounts_beside_a_year() -> None:
    rows = [
        Told(text, [(date(2024, 4, 1), date(2026, 4, 1))], (), "FY2025", None)
        for text in ("fiscal 2025", "fiscal year 2025", "FY2025", "FY25", "financial year 2025")
    ]
    for n, shift in (("next", 1), ("last", -1), ("this", 0), ("coming", 1), ("previous", -1)):
        span = date(2024 + shift, 4, 1), date(2026 + shift, 4, 1)
        rows.append(
            Told(f"the {n} fiscal year" if n == "coming" else f"{n} fiscal year", [span], (), f"FY{2025 + shift}")
        )
    for quarter in range(1, 5):
        starts = [date(2024, 4, 1) + relativedelta(months=3 * (quarter - 1 + n)) for n in range(5)]
        spans = [(start, start + relativedelta(months=3)) for start in starts]
        rows.append(Told(f"fiscal Q{quarter} 2025", spans, (), f"FY2025-Q{quarter}", None))
    for n, shift in (("next", 1), ("last", -1), ("this", 0)):
        for text, first, size in (("Q1 {}", 1, 3), ("the third quarter of {}", 7, 3), ("the first half of {}", 1, 6),
                                  ("the summer of {}", 6, 3), ("March {}", 3, 1),
                                  ("the second quarter {}", 4, 3)):  # fmt: skip
            start = date(2025 + shift, first, 1)
            rows.append(Told(text.format(f"{n} year"), [(start, start + relativedelta(months=size))]))
        rows.append(Told(f"23 March {n} year", [day(date(2025 + shift, 3, 23))]))
        rows.append(Told(f"week 30 of {n} year", [period("week", date.fromisocalendar(2025 + shift, 30, 1))]))
        month = period("month", MONDAY, shift)[0]
        rows.append(Told(f"the 20th of {n} month", [day(month.replace(day=20))]))
        mondays = [month + k * DAY for k in range(31) if (month + k * DAY).weekday() == 0]
        rows.append(Told(f"the second Monday of {n} month", [day(mondays[1])]))
    assert not differing(rows)


def test_more_or_less_than_a_length() -> None:
    base = date(2025, 7, 23)
    rows = []
    for n in (2, 3, 10):
        for unit, step in (("days", DAY), ("weeks", WEEK)):
            after, before = base + n * step, base - n * step
            slack = timedelta(0) if unit == "days" else DAY
            named = "23 July 2025"
            less = f"less than {n} {unit} after {named}"
            rows += [
                Told(less, [(base, after + DAY)], [(base, after + DAY + slack)], None, None),
                Told(f"more than {n} {unit} after {named}", Extent((((second(after), 0), HIGHEST),)),
                     Extent((((second(after - slack), 0), HIGHEST),)), None, None),
                Told(f"at least {n} {unit} before {named}", Extent(((LOWEST, (second(before + DAY), -1)),)),
                     Extent(((LOWEST, (second(before + DAY + slack), -1)),)), None, None),
            ]  # fmt: skip
        rows.append(Told(f"less than {n} days ago", [(MONDAY - n * DAY, MONDAY + DAY)]))
        rows.append(Told(f"more than {n} days ago", Extent(((LOWEST, (second(MONDAY - n * DAY + DAY), -1)),))))
    for word, lo, hi in (("before", None, 26), ("after", 25, None), ("since", 17, None), ("by", None, 27)):
        low = LOWEST if lo is None else (second(date(2025, 7, lo)), 0)
        high = HIGHEST if hi is None else (second(date(2025, 7, hi)), -1)
        rows.append(Told(f"{word} about Friday", Extent(((low, high),))))
    assert not differing(rows)


def test_a_date_and_a_wrong_weekday() -> None:
    for wrong in (1, 3, 6):
        text = f"{WEEKDAYS[(MONDAY.weekday() + wrong) % 7]}, 21 July 2025"
        with pytest.raises(UnreadError, match="21 July 2025 is a Monday, not a"):
            read_time(text, Settings(kind="time"))


def test_days_in_digits_keep_both_orders() -> None:
    rows = []
    for first in range(1, 13):
        for latter in range(1, 13):
            spans = {day(date(2025, first, latter)), day(date(2025, latter, first))}
            rows.append(Told(f"{first}/{latter}/2025", spans, said=None))
            rows.append(Told(f"{first:02d}-{latter:02d}-2025", spans, said=None))
            rows.append(Told(f"{first:02d}/{latter:02d}/25", spans, said=None))
    assert not differing(rows)


def test_years_decades_and_centuries() -> None:
    rows = []
    for year in (1066, 1789, 1899, 1950, 1999, 2000, 2026):
        span = (date(year, 1, 1), date(year + 1, 1, 1))
        for text in (f"{year}", f"in {year}", f"the year {year}", f"AD {year}", f"{year} AD", f"{year} CE"):
            rows.append(Told(text, [span], (), f"{year}", None, is_sure=not text.isdigit()))
        first = year // 10 * 10
        decade = (date(first, 1, 1), date(first + 10, 1, 1))
        rows += [Told(text, [decade], (), f"{year // 10}", None) for text in (f"the {first}s", f"in the {first}s")]
        number = year // 100 + 1
        century = (date(year // 100 * 100, 1, 1), date(year // 100 * 100 + 100, 1, 1))
        rows.append(Told(f"the {suffixed(number)} century", [century], (), f"{year // 100}", None))
        for month, name in enumerate(MONTHS, 1):
            months = [period("month", date(year, month, 1))]
            for text in (f"{name} {year}", f"{name}, {year}", f"in {name} of {year}", f"{year}-{month:02d}",
                         f"{month:02d}/{year}", f"{year} {name}"):  # fmt: skip
                rows.append(Told(text, months, (), f"{year}-{month:02d}", None, is_sure=text[-1].isdigit()))
        for quarter in range(1, 5):
            months = [period("quarter", date(year, 3 * quarter, 1))]
            word = ("first", "second", "third", "fourth")[quarter - 1]
            for text in (f"Q{quarter} {year}", f"{year} Q{quarter}", f"the {word} quarter of {year}",
                         f"{quarter}Q {year}", f"{suffixed(quarter)} quarter {year}"):  # fmt: skip
                rows.append(Told(text, months, (), f"{year}-Q{quarter}", None))
        for half, word in ((1, "first"), (2, "second")):
            months = [period("half year", date(year, 6 * half, 1))]
            for text in (f"H{half} {year}", f"{half}H {year}", f"the {word} half of {year}"):
                rows.append(Told(text, months, (), None, None, is_sure="the" not in text))
        for name, month, code in (("spring", 3, "SP"), ("summer", 6, "SU"), ("autumn", 9, "FA"), ("fall", 9, "FA"),
                                  ("winter", 12, "WI")):  # fmt: skip
            months = [(date(year, month, 1), date(year, month, 1) + relativedelta(months=3))]
            for text in (f"{name} {year}", f"the {name} of {year}"):
                rows.append(Told(text, months, (), f"{year}-{code}", None))
    for text, first in (("the sixties", 1960), ("the '90s", 1990), ("the 80s", 1980), ("the twenty tens", 2010),
                        ("the nineteen fifties", 1950), ("the noughties", 2000)):  # fmt: skip
        span = date(first, 1, 1), date(first + 10, 1, 1)
        rows.append(Told(text, [span], (), f"{first // 10}", None, is_sure=False))
    for text, year in (("nineteen eighty-four", 1984), ("two thousand and nine", 2009), ("nineteen hundred", 1900),
                       ("twenty twenty-six", 2026), ("eighteen hundred and twelve", 1812),
                       ("nineteen oh five", 1905)):  # fmt: skip
        rows.append(Told(f"in {text}", [(date(year, 1, 1), date(year + 1, 1, 1))], (), f"{year}", None, is_sure=False))
    assert not differing(rows)


def test_weeks_by_number() -> None:
    rows = []
    for year in (2020, 2024, 2025, 2026):
        for week in (1, 2, 17, 30, 52, 53):
            if week == 53 and date(year, 12, 28).isocalendar()[1] == 52:
                continue
            first = date.fromisocalendar(year, week, 1)
            span = [(first, first + WEEK)]
            for text in (f"week {week} of {year}", f"week {week}, {year}", f"{year}-W{week:02d}", f"{year}W{week:02d}",
                         f"calendar week {week} of {year}", f"CW {week} {year}"):  # fmt: skip
                rows.append(Told(text, span, (), f"{year}-W{week:02d}", None))
            rows.append(Told(f"week {week}", span, (), f"{year}-W{week:02d}", date(year, 6, 1)))
    assert not differing(rows)


# ---------------------------------------------------------------- parts of periods


def part_words(unit: str, span: Span) -> Iterator[tuple[str, Span, Span]]:
    """The parts of a period: thirds of it, loosely halves; of a week its days; the very start of a year a quarter."""
    lo, hi = span
    size = (hi - lo).days
    if unit == "week":
        cuts = {"early in": (0, 3, 0, 3), "the start of": (0, 2, 0, 3), "the middle of": (1, 4, 1, 5),
                "late in": (3, 7, 3, 7), "the end of": (4, 7, 3, 7)}  # fmt: skip
    elif unit in ("month", "season"):
        third, half, quarter = size // 3, (size + 1) // 2, size // 4
        cuts = {"early in": (0, third, 0, half), "the start of": (0, third, 0, half),
                "the middle of": (third, size - third, quarter, size - quarter),
                "late in": (size - third, size, size - half, size),
                "the end of": (size - third, size, size - half, size)}  # fmt: skip
    else:
        months = {"quarter": 3, "year": 12, "decade": 120}[unit]
        third = months // 3
        edge, wide = (months // 4, third) if months > 3 else (third, 0)

        def at(n: int) -> int:
            return (lo + relativedelta(months=n) - lo).days

        half = at(months // 2) if months > 3 else (size + 1) // 2
        quarter = months // 4
        cuts = {
            "early in": (0, at(third), 0, half),
            "the start of": (0, at(edge), 0, at(wide) if wide else half),
            "the middle of": (at(third), at(months - third), at(quarter), at(months - quarter)),
            "late in": (at(months - third), size, half, size),
            "the end of": (at(months - edge), size, at(months - wide) if wide else half, size),
        }
    for words, (a, b, c, d) in cuts.items():
        yield words, (lo + a * DAY, lo + b * DAY), (lo + c * DAY, lo + d * DAY)


def test_parts_of_periods() -> None:
    rows = []
    for unit, named, at in (
        ("week", "next week", MONDAY + WEEK),
        ("week", "last week", MONDAY - WEEK),
        ("month", "February 2024", date(2024, 2, 1)),
        ("month", "February 2025", date(2025, 2, 1)),
        ("month", "June 2026", date(2026, 6, 1)),
        ("month", "next month", date(2025, 8, 1)),
        ("quarter", "the first quarter of 2026", date(2026, 1, 1)),
        ("quarter", "Q3 2025", date(2025, 7, 1)),
        ("year", "2026", date(2026, 1, 1)),
        ("year", "next year", date(2026, 1, 1)),
        ("decade", "the 1990s", date(1990, 1, 1)),
    ):
        span = period(unit, at)
        rows += [
            Told(f"{words} {named}", [best], [fair], timex(unit, at), is_sure=named != "2026")
            for words, best, fair in part_words(unit, span)
        ]
    for name, month in (("spring", 3), ("summer", 6), ("autumn", 9)):
        span = date(2026, month, 1), date(2026, month, 1) + relativedelta(months=3)
        rows += [
            Told(f"{words} the {name} of 2026", [best], [fair]) for words, best, fair in part_words("season", span)
        ]
    assert not differing(rows)


def test_halves_of_periods() -> None:
    rows = []
    for named, lo, middle, hi in (
        ("June 2026", date(2026, 6, 1), date(2026, 6, 16), date(2026, 7, 1)),
        ("2026", date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)),
        ("the 1990s", date(1990, 1, 1), date(1995, 1, 1), date(2000, 1, 1)),
        ("the 19th century", date(1800, 1, 1), date(1850, 1, 1), date(1900, 1, 1)),
        ("next year", date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)),
    ):
        rows += [
            Told(f"the first half of {named}", [(lo, middle)], is_sure=named != "2026"),
            Told(f"the second half of {named}", [(middle, hi)], is_sure=named != "2026"),
        ]
    assert not differing(rows)


def test_what_is_left_of_a_period() -> None:
    rows = []
    for said in (*EVERY_WEEKDAY, *TURNS):
        for unit in ("week", "month", "quarter", "year"):
            lo, hi = period(unit, said)
            if unit == "week" and said.weekday() == 6:
                continue
            later = (min(said + DAY, hi - DAY), hi)
            rows += [
                Told(f"later this {unit}", [later], [(said, hi)], None, said),
                Told(f"earlier this {unit}", [(lo, max(said, lo + DAY))], [(lo, said + DAY)], None, said),
                Told(f"the rest of this {unit}", [(said, hi)], [], None, said),
            ]
    assert not differing(rows)


# ---------------------------------------------------------------- what lies inside and beside


def test_the_nth_weekday_of_a_month() -> None:
    rows = []
    for year, month in ((2025, 8), (2026, 2), (2024, 2), (2026, 6)):
        named = f"{MONTHS[month - 1]} {year}"
        for wanted, name in enumerate(WEEKDAYS):
            days = [at for at in (date(year, month, 1) + n * DAY for n in range(31))
                    if at.month == month and at.weekday() == wanted]  # fmt: skip
            for n, word in ((0, "first"), (1, "second"), (2, "third"), (3, "fourth"), (-1, "last")):
                rows.append(Told(f"the {word} {name} of {named}", [day(days[n])], (), f"{days[n]}", None))
            rows.append(Told(f"the second {name} in {named}", [day(days[1])], (), f"{days[1]}", None))
    assert not differing(rows)


def test_counted_days_weeks_and_months() -> None:
    """A week of a month is the n-th seven days of it, or that of the n-th Thursday, as weeks of a year are counted."""
    rows = []
    for year, month in ((2025, 8), (2026, 2), (2024, 2), (2026, 6), (2025, 12)):
        named, (lo, hi) = f"{MONTHS[month - 1]} {year}", period("month", date(year, month, 1))
        thursdays = [at for at in (lo + n * DAY for n in range((hi - lo).days)) if at.weekday() == 3]
        for n, word in enumerate(("first", "second", "third", "fourth")):
            weeks = [(thursdays[n] - 3 * DAY, thursdays[n] + 4 * DAY), (lo + n * WEEK, lo + (n + 1) * WEEK)]
            rows.append(Told(f"the {word} week of {named}", weeks, (), None, None))
        last = [(thursdays[-1] - 3 * DAY, thursdays[-1] + 4 * DAY), (hi - WEEK, hi)]
        rows.append(Told(f"the last week of {named}", last, (), None, None))
        two = thursdays[0] - 3 * DAY
        rows.append(Told(f"the first two weeks of {named}", [(two, two + 2 * WEEK)], (), None, None))
        two = thursdays[-1] + 4 * DAY
        rows.append(Told(f"the last two weeks of {named}", [(two - 2 * WEEK, two)], (), None, None))
        for n in (2, 5, 10):
            rows.append(Told(f"the first {n} days of {named}", [(lo, lo + n * DAY)], (), None, None))
            rows.append(Told(f"the last {n} days of {named}", [(hi - n * DAY, hi)], (), None, None))
            rows.append(Told(f"the {suffixed(n)} day of {named}", [day(lo + (n - 1) * DAY)], (), None, None))
    lo, hi = date(2026, 1, 1), date(2027, 1, 1)
    for n in (2, 3, 5):
        step = relativedelta(months=n)
        rows.append(Told(f"the first {n} months of 2026", [(lo, lo + step)], (), None, None))
        rows.append(Told(f"the last {n} months of 2026", [(hi - step, hi)], (), None, None))
        rows.append(Told(f"the {suffixed(n)} month of 2026", [period("month", date(2026, n, 1))], (), None, None))
    rows.append(Told("the last month of 2026", [period("month", date(2026, 12, 1))], (), None, None))
    rows.append(Told("the first two quarters of 2026", [(lo, date(2026, 7, 1))], (), None, None, is_sure=False))
    assert not differing(rows)


def test_what_lies_beside_a_day() -> None:
    rows = []
    for base in (MONDAY, *TURNS):
        named = f"{base.day} {base:%B %Y}"
        rows.append(Told(f"the day before {named}", [day(base - DAY)], (), f"{base - DAY}", None))
        rows.append(Told(f"the day after {named}", [day(base + DAY)], (), f"{base + DAY}", None))
        rows.append(Told(f"the eve of {named}", [day(base - DAY)], (), f"{base - DAY}", None))
        rows.append(Told(f"the two weeks before {named}", [(base - 2 * WEEK, base)], (), "P2W", None))
        rows.append(Told(f"the three days after {named}", [(base + DAY, base + 4 * DAY)], (), "P3D", None))
        for unit in ("week", "month", "year"):
            after, before = period(unit, base, 1), period(unit, base, -1)
            step = STEPS[unit]
            next_ones = {after, (base + DAY, base + DAY + step)}
            last_ones = {before, (base - step, base)}
            rows.append(Told(f"the {unit} after {named}", next_ones, (), timex(unit, after[0]), None))
            rows.append(Told(f"the {unit} before {named}", last_ones, (), timex(unit, before[0]), None))
        sunday = of_week(base, 6)
        own = of_week(base, 0)
        own_week = [] if own == base else [(base, base + WEEK)]
        rows.append(Told(f"the week of {named}", [(own, sunday + DAY)], own_week, timex("week", base), None))
        rows.append(Told(f"the week ending {named}", [(base - 6 * DAY, base + DAY)], (), timex("week", base), None))
        rows.append(Told(f"the week beginning {named}", [(own, sunday + DAY)], own_week, None, None))
        rows.append(Told(f"the month of {base:%B %Y}", [period("month", base)], (), timex("month", base), None))
        for wanted, name in enumerate(WEEKDAYS):
            rows.append(Told(f"the {name} after {named}", [day(coming(base, wanted))], (), None, None))
            rows.append(Told(f"the {name} before {named}", [day(passed(base, wanted))], (), None, None))
    for unit, named, at in (("month", "May 2024", date(2024, 5, 1)), ("year", "2024", date(2024, 1, 1)),
                            ("quarter", "Q2 2025", date(2025, 4, 1))):  # fmt: skip
        rows.append(Told(f"the {unit} after {named}", [period(unit, at, 1)], (), None, None))
        rows.append(Told(f"the {unit} before {named}", [period(unit, at, -1)], (), None, None))
    assert not differing(rows)


def holidays(year: int) -> Iterator[tuple[str, date]]:
    def nth(month: int, wanted: int, n: int) -> date:
        days = [week[wanted] for week in calendar.Calendar().monthdayscalendar(year, month) if week[wanted]]
        return date(year, month, days[n])

    for days, names in (
        (-47, "Mardi Gras"), (-46, "Ash Wednesday"), (-7, "Palm Sunday"), (-3, "Maundy Thursday"), (-2, "Good Friday"),
        (-1, "Holy Saturday"), (0, "Easter"), (0, "Easter Sunday"), (1, "Easter Monday"), (39, "Ascension Day"),
        (49, "Pentecost"), (50, "Whit Monday"), (60, "Corpus Christi"),
    ):  # fmt: skip
        yield names, easter(year) + days * DAY
    yield "Orthodox Easter", easter(year, EASTER_ORTHODOX)
    for name, month, of_month in (
        ("New Year's Day", 1, 1), ("New Year's Eve", 12, 31), ("Christmas Eve", 12, 24), ("Christmas Day", 12, 25),
        ("Boxing Day", 12, 26), ("Halloween", 10, 31), ("Valentine's Day", 2, 14), ("St. Patrick's Day", 3, 17),
        ("May Day", 5, 1), ("Bastille Day", 7, 14), ("Veterans Day", 11, 11), ("Juneteenth", 6, 19),
    ):  # fmt: skip
        yield name, date(year, month, of_month)
    yield "Thanksgiving", nth(11, 3, 3)
    yield "Black Friday", nth(11, 3, 3) + DAY
    yield "Cyber Monday", nth(11, 3, 3) + 4 * DAY
    yield "Labor Day", nth(9, 0, 0)
    yield "Memorial Day", nth(5, 0, -1)
    yield "Martin Luther King Day", nth(1, 0, 2)
    yield "Presidents' Day", nth(2, 0, 2)
    yield "Mother's Day", nth(5, 6, 1)
    yield "Father's Day", nth(6, 6, 2)
    yield "Columbus Day", nth(10, 0, 1)
    yield "Election Day", nth(11, 0, 0) + DAY


def test_holidays() -> None:
    rows = []
    for year in (2023, 2024, 2025, 2026):
        for name, at in holidays(year):
            rows.append(Told(f"{name} {year}", [day(at)], (), f"{at}", None))
            rows.append(Told(f"on {name}, {year}" if year % 2 else f"{name} of {year}", [day(at)], (), f"{at}", None))
    for name, _ in holidays(2025):
        spans = [day(dict(holidays(year))[name]) for year in YEARS]
        rows += yearly((name,), spans, "day", MONDAY)
    assert not differing(rows)


def test_weekends_of_holidays_and_days() -> None:
    rows = []
    for at, lo, size in (
        (date(2025, 7, 12), 0, 2), (date(2025, 7, 13), -1, 2), (date(2025, 7, 14), -2, 3), (date(2025, 7, 11), 0, 3),
        (date(2025, 7, 10), 0, 4), (date(2025, 7, 9), 3, 2), (date(2025, 7, 8), 4, 2),
    ):  # fmt: skip
        # A Monday or a Friday makes a weekend longer, a Thursday makes a bridge.
        best = at + lo * DAY, at + (lo + size) * DAY
        plain = period("weekend", at)
        rows.append(Told(f"the weekend of {at.day} July 2025", [best], [plain], timex("weekend", at), None))
    assert not differing(rows)


# ---------------------------------------------------------------- bounds, ranges, alternatives

CLOCK = datetime(2025, 7, 25, 21)
BOUNDED: list[tuple[str, Span, bool]] = [
    ("Friday", day(date(2025, 7, 25)), False),
    ("July 30", day(date(2025, 7, 30)), False),
    ("23 July 2025", day(date(2025, 7, 23)), False),
    ("next week", period("week", MONDAY, 1), False),
    ("August", period("month", date(2025, 8, 1)), False),
    ("July 2026", period("month", date(2026, 7, 1)), False),
    ("2027", period("year", date(2027, 1, 1)), False),
    ("the summer of 2026", (date(2026, 6, 1), date(2026, 9, 1)), False),
    ("Q4 2025", period("quarter", date(2025, 12, 1)), False),
    ("tomorrow", day(MONDAY + DAY), False),
    ("Christmas 2025", day(date(2025, 12, 25)), False),
    ("9 p.m. on Friday", (CLOCK, CLOCK + timedelta(minutes=1)), True),
    ("21:00 on 25 July 2025", (CLOCK, CLOCK + timedelta(minutes=1)), True),
]
BEFORE_WORDS = {
    "by": "by", "no later than": "by", "not later than": "by", "on or before": "by", "until": "by", "up to": "by",
    "before": "before", "prior to": "before", "ahead of": "before", "any time before": "before",
    "after": "after", "later than": "after", "following": "after", "not until after": "after",
    "any time after": "after",
    "no earlier than": "from", "not earlier than": "from", "not before": "from", "on or after": "from",
    "starting": "from", "no sooner than": "from", "as early as": "from",
}  # fmt: skip
AFTER_WORDS = {
    "at the latest": "by", "or earlier": "by", "or before": "by", "at the earliest": "from", "or later": "from",
    "or after": "from", "onwards": "from", "and beyond": "from",
}  # fmt: skip


def half_line(kind: str, span: Span, is_clock: bool) -> Extent:
    """What a bound leaves: to the end of a day, but to the very minute of a clock time."""
    lo, hi = second(span[0]), second(span[1])
    last: Bound
    if kind == "by":
        last = (lo, 0) if is_clock else (hi, -1)
    elif kind == "before":
        last = (lo, -1)
    else:
        first: Bound = (lo, 0) if kind == "from" else (lo, 1) if is_clock else (hi, 0)
        return Extent(((first, HIGHEST),))
    return Extent(((LOWEST, last),))


def test_bounds() -> None:
    rows = []
    for named, span, is_clock in BOUNDED:
        for word, kind in BEFORE_WORDS.items():
            if word == "following" and not named[0].isdigit():
                continue  # "Following Friday" can be a Friday.
            is_sure = named != "August" and (word, named) != ("up to", "2027")
            rows.append(Told(f"{word} {named}", half_line(kind, span, is_clock), is_sure=is_sure))
        rows += [
            Told(f"{named} {word}", half_line(kind, span, is_clock), is_sure=named != "August")
            for word, kind in AFTER_WORDS.items()
        ]
    assert not differing(rows)


def test_two_bounds() -> None:
    rows = []
    for after, first in (("after", "after"), ("no earlier than", "from"), ("since", "from")):
        for until, last in (("before", "before"), ("no later than", "by"), ("by", "by")):
            for low, high in (((2025, 7, 22), (2025, 7, 25)), ((2025, 6, 30), (2026, 1, 2))):
                one, other = date(*low), date(*high)
                text = f"{after} {one.day} {one:%B %Y} and {until} {other.day} {other:%B %Y}"
                rows.append(Told(text, half_line(first, day(one), False) & half_line(last, day(other), False)))
                text = text.replace(" and ", " but ")
                rows.append(Told(text, half_line(first, day(one), False) & half_line(last, day(other), False)))
    assert not differing(rows)


def test_just_before_and_just_after() -> None:
    half_hour, days = timedelta(minutes=30), 3 * DAY
    friday = day(date(2025, 7, 25))
    assert not differing(
        [
            *(Told(f"{word} Friday", [(friday[1], friday[1] + days)]) for word in ("shortly after", "soon after")),
            *(Told(f"{word} Friday", [(friday[0] - days, friday[0])]) for word in ("shortly before", "just before")),
            Told("just after 9 p.m. on Friday", [(CLOCK, CLOCK + half_hour)]),
            Told("shortly before 9 p.m. on Friday", [(CLOCK - half_hour, CLOCK)]),
        ]
    )


def test_ranges_of_days() -> None:
    rows = []
    for first, last in (((2025, 7, 23), (2025, 7, 25)), ((2025, 7, 30), (2025, 8, 2)), ((2025, 12, 28), (2026, 1, 3)),
                        ((2024, 2, 27), (2024, 3, 1))):  # fmt: skip
        lo, hi = date(*first), date(*last)
        span = [(lo, hi + DAY)]
        one, other = f"{lo.day} {lo:%B %Y}", f"{hi.day} {hi:%B %Y}"
        texts = [f"from {one} to {other}", f"{one} to {other}", f"{one} - {other}", f"between {one} and {other}",
                 f"{one} until {other}", f"{one} through {other}", f"{lo}/{hi}", f"{lo} to {hi}",
                 f"{lo:%B} {lo.day}, {lo.year} to {hi:%B} {hi.day}, {hi.year}"]  # fmt: skip
        short, other_short = f"{lo.day} {lo:%B}", f"{hi.day} {hi:%B %Y}"
        texts += [f"{short} to {other_short}", f"{short}-{other_short}", f"between {short} and {other_short}",
                  f"from {short} until {other_short}", f"{lo:%b} {lo.day} - {hi:%b} {hi.day}, {hi.year}"]  # fmt: skip
        if lo.month == hi.month:
            texts += [f"{lo.day}-{other}", f"{lo.day} to {other}", f"{lo:%B} {lo.day}-{hi.day}, {hi.year}",
                      f"{lo:%B} {lo.day} to {hi.day}, {hi.year}", f"between {lo.day} and {other}",
                      f"from the {suffixed(lo.day)} to the {suffixed(hi.day)} of {hi:%B %Y}"]  # fmt: skip
        rows += [Told(text, span, said=None) for text in texts]
    assert not differing(rows)


def test_ranges_of_months_and_years() -> None:
    rows = []
    for texts, lo, hi in (
        (("from June to August 2025", "June-August 2025", "between June and August 2025", "June through August 2025"),
         date(2025, 6, 1), date(2025, 9, 1)),
        (("from November 2025 to February 2026", "November to February 2026"), date(2025, 11, 1), date(2026, 3, 1)),
        (("from 2014 to 2016", "2014/2016", "between 2014 and 2016"), date(2014, 1, 1), date(2017, 1, 1)),
        (("from Q2 to Q3 2025",), date(2025, 4, 1), date(2025, 10, 1)),
        (("from spring to autumn 2026",), date(2026, 3, 1), date(2026, 12, 1)),
        (("from 30 July 2025 to before 4 August 2025",), date(2025, 7, 30), date(2025, 8, 4)),
        (("from the 1960s to the 1980s",), date(1960, 1, 1), date(1990, 1, 1)),
        (("from next Monday to Friday",), date(2025, 7, 28), date(2025, 8, 2)),
        (("from tomorrow to Friday",), date(2025, 7, 22), date(2025, 7, 26)),
        (("from today until 3 August",), date(2025, 7, 21), date(2025, 8, 4)),
    ):  # fmt: skip
        rows += [Told(text, [(lo, hi)], is_sure="2014 " not in text) for text in texts]
    assert not differing(rows)


def test_ranges_of_weekdays() -> None:
    rows = []
    for said in EVERY_WEEKDAY:
        for first in range(7):
            for last in range(7):
                if said.weekday() in (first, last) or first == last:
                    continue
                one, other = WEEKDAYS[first], WEEKDAYS[last]
                start = coming(said, first)
                end = passed(said, last)
                plan, fact = (start, coming(start, last) + DAY), (passed(end, first), end + DAY)
                for text in (f"from {one} to {other}", f"{one} through {other}", f"{one}-{other}"):
                    rows.append(Told(text, [plan], said=said))
                    rows.append(Told(text, [fact], said=said, modality="fact"))
    assert not differing(rows)


def test_alternatives() -> None:
    days = [date(2025, 7, 23), date(2025, 7, 25), date(2025, 7, 28)]
    spans = [day(at) for at in days]
    assert not differing(
        [
            Told("23 or 25 July 2025", spans[:2], (), "2025-07-23|2025-07-25", None),
            Told("July 23 or 25, 2025", spans[:2], (), None, None),
            Told("either 23 July 2025 or 25 July 2025", spans[:2], (), "2025-07-23|2025-07-25", None),
            Told("23 and 25 July 2025", spans[:2], (), None, None),
            Told("Wednesday or Friday", spans[:2], (), "2025-07-23|2025-07-25"),
            Told("Wednesday, Friday or Monday", [*spans[:2], day(MONDAY)], [day(MONDAY + WEEK)]),
            Told("June or July 2026", [(date(2026, 6, 1), date(2026, 8, 1))], (), "2026-06|2026-07", None),
            Told(
                "2026 or 2028",
                [period("year", date(2026, 1, 1)), period("year", date(2028, 1, 1))],
                (),
                "2026|2028",
                is_sure=False,
            ),
            Told("{2025-07-23,2025-07-25}", spans[:2], (), "2025-07-23|2025-07-25", None),
            Told(
                "the first or third quarter of 2025", [period("quarter", date(2025, n, 1)) for n in (1, 7)], said=None
            ),
        ]
    )


def test_about_a_date() -> None:
    """ "About" a day is a day each way, loosely three; about a month a week, loosely a month; and so on."""
    rows = []
    year = 366 * DAY
    for named, span, strict, loose in (
        ("23 July 2025", day(date(2025, 7, 23)), DAY, 3 * DAY),
        ("July 2025", period("month", MONDAY), 7 * DAY, 31 * DAY),
        ("Q3 2025", period("quarter", MONDAY), 31 * DAY, 92 * DAY),
        ("H2 2025", period("half year", MONDAY), 61 * DAY, 183 * DAY),
        ("1985", period("year", date(1985, 1, 1)), 2 * year, 10 * year),
        ("the 1980s", period("decade", date(1985, 1, 1)), 2 * year, 5 * year),
        ("the 19th century", period("century", date(1885, 1, 1)), 20 * year, 50 * year),
        ("week 30 of 2025", period("week", MONDAY), 3 * DAY, 7 * DAY),
        ("the summer of 2025", (date(2025, 6, 1), date(2025, 9, 1)), 31 * DAY, 92 * DAY),
        ("last weekend", period("weekend", MONDAY, -1), 2 * DAY, 5 * DAY),
    ):
        fair = [(span[0] - loose, span[1] + loose)]
        rows += [
            Told(f"{word} {named}", [(span[0] - strict, span[1] + strict)], fair, is_sure=named != "1985")
            for word in ("about", "around")
        ]
        rows.append(Told(f"by about {named}", Extent(((LOWEST, (second(span[1] + strict), -1)),))))
    assert not differing(rows)


# ---------------------------------------------------------------- ISO 8601-2 (EDTF)


def test_edtf() -> None:
    def years(first: int, end: int) -> list[Span]:
        return [(date(first, 1, 1), date(end, 1, 1))]

    day_, year = timedelta(1), 366 * DAY
    month, july = period("month", MONDAY), date(2025, 7, 1)
    open_ends: list[tuple[str, Interval]] = [
        ("2025-07-21/..", ((second(MONDAY), 0), HIGHEST)),
        ("../2025-07-21", (LOWEST, (second(MONDAY + DAY), -1))),
        ("2025/..", ((second(date(2025, 1, 1)), 0), HIGHEST)),
        ("[..1985]", (LOWEST, (second(date(1986, 1, 1)), -1))),
    ]
    rows = [Told(text, Extent((interval,)), said=None) for text, interval in open_ends]
    rows += [
        Told("198X", years(1980, 1990), (), "198", None),
        Told("19XX", years(1900, 2000), (), "19", None),
        Told("1XXX", years(1000, 2000), (), "1", None),
        Told("2025-XX", years(2025, 2026), (), None, None),
        Told("2025-XX-XX", years(2025, 2026), (), None, None),
        Told("2025-07-XX", [month], (), "2025-07", None),
        Told("2025-07-0X", [(july, july + 9 * DAY)], (), "2025-07-0X", None),
        Told("2025-07-1X", [(july + 9 * DAY, july + 19 * DAY)], (), "2025-07-1X", None),
        Told("2025-07-2X", [(july + 19 * DAY, july + 29 * DAY)], (), "2025-07-2X", None),
        Told("2025-07-3X", [(july + 29 * DAY, july + 31 * DAY)], (), "2025-07-3X", None),
        Told("2025-07-21~", [(MONDAY - day_, MONDAY + 2 * DAY)], [(MONDAY - 3 * DAY, MONDAY + 4 * DAY)], None, None),
        Told("2025-07-21?", [day(MONDAY)], [(MONDAY - 3 * DAY, MONDAY + 4 * DAY)], None, None),
        *(Told(f"2025-07{mark}", [(month[0] - WEEK, month[1] + WEEK)],
               [(month[0] - 31 * DAY, month[1] + 31 * DAY)], None, None) for mark in "~%"),
        Told("1985?", years(1985, 1986), [(date(1985, 1, 1) - 10 * year, date(1986, 1, 1) + 10 * year)], None, None),
        Told("2024-21", [(date(2024, 3, 1), date(2024, 6, 1))], (), "2024-SP", None),
        Told("2024-22", [(date(2024, 6, 1), date(2024, 9, 1))], (), "2024-SU", None),
        Told("2025-23", [(date(2025, 9, 1), date(2025, 12, 1))], (), "2025-FA", None),
        Told("2025-24", [(date(2025, 12, 1), date(2026, 3, 1))], (), "2025-WI", None),
        Told("2025-33", [period("quarter", date(2025, 1, 1))], (), "2025-Q1", None),
        Told("2025-36", [period("quarter", date(2025, 12, 1))], (), "2025-Q4", None),
        Told("2025-40", [(date(2025, 1, 1), date(2025, 7, 1))], (), "2025-H1", None),
        Told("2025-41", [(date(2025, 7, 1), date(2026, 1, 1))], (), "2025-H2", None),
        Told("1914-18", years(1914, 1919), (), None, None),
        Told("2020-21", years(2020, 2022), (), None, None),
        Told("1985/1990", years(1985, 1991), (), "1985/1990", None),
        Told("2025-07-21/2025-07-23", [(MONDAY, MONDAY + 3 * DAY)], (), "2025-07-21/2025-07-23", None),
        Told("1985~/1990", [(date(1985, 1, 1) - 2 * year, date(1991, 1, 1))],
             [(date(1985, 1, 1) - 10 * year, date(1991, 1, 1))], None, None),
        Told("{1985,1988..1990}", [*years(1985, 1986), *years(1988, 1991)], (), None, None),
        Told("[1985,1987]", [*years(1985, 1986), *years(1987, 1988)], (), "1985|1987", None),
    ]  # fmt: skip
    assert not differing(rows)


def test_what_is_told_by_this_month_or_this_day() -> None:
    rows = []
    for said in (MONDAY, *TURNS[1:]):
        for n, shift in (("last", -1), ("next", 1)):
            at = said + relativedelta(years=shift)
            rows.append(Told(f"this day {n} year", [day(at)], (), f"{at}", said))
        for n, shift in (("last", -1), ("next", 1)):
            month, quarter = (period(unit, said + relativedelta(years=shift)) for unit in ("month", "quarter"))
            rows.append(Told(f"this month {n} year", [month], (), None, said))
            rows.append(Told(f"this quarter {n} year", [quarter], (), None, said))
    second_tuesday = day(date(2025, 7, 8))
    rows += [
        Told("the second Tuesday", [day(date(2025, 8, 12))], [second_tuesday]),
        Told("the second Tuesday", [second_tuesday], [], modality="fact"),
        Told("the fourth Friday", [day(date(2025, 7, 25))], [day(date(2025, 6, 27))]),
        Told("from May to February", [(date(2024, 5, 1), date(2025, 3, 1))], modality="fact"),
        Told("from March to August", [(date(2026, 3, 1), date(2026, 9, 1))], is_sure=False),
        Told("from August to March", [(date(2025, 8, 1), date(2026, 4, 1))], is_sure=False),
        Told("from 5 March 2025 to 9 August", [(date(2025, 3, 5), date(2025, 8, 10))]),
        Told("from 9 August 2025 to 5 March", [(date(2025, 8, 9), date(2026, 3, 6))]),
        Told("from 28 November to the 3rd", [(date(2025, 11, 28), date(2025, 12, 4))]),
        Told("from 28 December to the 3rd", [(date(2025, 12, 28), date(2026, 1, 4))]),
    ]
    assert not differing(rows)


def test_an_ambiguous_date_is_named_by_the_nearer_reading() -> None:
    rows = []
    for first, latter in ((5, 6), (1, 12), (9, 8)):
        both = [date(2025, first, latter), date(2025, latter, first)]
        nearest = min(both, key=lambda at: abs(at - MONDAY))
        rows.append(Told(f"{first}/{latter}/2025", map(day, both), (), f"{nearest}"))
    assert not differing(rows)
