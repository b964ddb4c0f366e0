"""Clock times, parts of the day, zones, lengths and contexts, against what is worked out beside the reader.

Each test lays many texts beside the sets they mean, by `datetime`, `zoneinfo` and fractions, and prints those that
differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

import pytest
from reading.number_words import ENGLISH
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_duration, read_time
from conflicts.values.bounds import INFINITY, Bound, Number
from conflicts.values.extent import Extent

EPOCH = datetime(1970, 1, 1)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(1)
MONDAY, FRIDAY = datetime(2025, 7, 21), datetime(2025, 7, 25)
AFTERNOON = datetime(2025, 7, 21, 13, 5)
Span = tuple[datetime, datetime]


class Told(NamedTuple):
    """A text, the spans [first, end) that it means, and what else may be fair."""

    text: str
    strict: Iterable[Span] | Extent
    fair: Iterable[Span] | Extent = ()
    timex: str | None = None
    said: date | None = MONDAY.date()
    modality: Literal["plan", "fact"] = "plan"
    context: str | None = None
    zone: str | None = None
    lang: str = "en"
    clock: str = "floating"


def second(at: datetime) -> int:
    return (at - EPOCH) // timedelta(seconds=1)


def extent(spans: Iterable[Span] | Extent) -> Extent:
    if isinstance(spans, Extent):
        return spans
    return Extent(tuple(((second(lo), 0), (second(hi), -1)) for lo, hi in spans))


def differing(rows: Iterable[Told]) -> list[str]:
    """The texts that are read otherwise, with what was meant and what was read."""
    found, n = [], 0
    for told in rows:
        n += 1
        strict = extent(told.strict)
        meant = shown(strict), shown(strict | extent(told.fair)), told.timex, told.clock
        settings = Settings(
            said=told.said, modality=told.modality, context=told.context, zone=told.zone, lang=told.lang, kind="time"
        )
        try:
            value = read_time(told.text, settings)
        except UnreadError as error:
            found.append(f"{told.text!r}: meant {meant}, unread: {error}")
            continue
        read = value and (shown(value.strict), shown(value.loose), value.timex if told.timex else None, value.clock)
        if read != meant:
            found.append(f"{told.text!r}, {told.modality} of {told.said}, {told.context}: meant {meant}, read {read}")
    assert n
    return found


# ---------------------------------------------------------------- clock times

HOURS = [ENGLISH[12], *ENGLISH[1:12]]


def minute_of(at: datetime) -> Span:
    return at, at + MINUTE


def around(at: datetime, grain: str) -> Span:
    """How far a printed time may be rounded: half an hour, five minutes, two minutes, not at all."""
    if grain == "hour":
        return at - HOUR / 2, at + HOUR / 2
    slack = MINUTE * (5 if at.minute % 30 == 0 else 2 if at.minute % 5 == 0 else 0)
    return at - slack, at + MINUTE + slack


def sure(at: datetime) -> Iterator[tuple[str, str]]:
    """A clock time that tells the half of the day, as printed, and how fine it is."""
    hour, minute, half = at.hour % 12 or 12, at.minute, "a.m." if at.hour < 12 else "p.m."
    if not minute:
        for text in (
            f"{hour} {half}",
            f"{hour}{half[0]}m",
            f"at {hour} {half}",
            f"{HOURS[hour % 12]} {half}",
            f"at {HOURS[hour % 12]} {half}",
            f"{hour} o'clock {half}",
            f"{hour}. {half[0]}m",
        ):
            yield text, "hour"
    texts = [
        f"{hour}:{minute:02d} {half}",
        f"{hour}.{minute:02d} {half}",
        f"at {hour}:{minute:02d}{half[0]}m",
        f"{at:%H%M} hours",
        f"at {at:%H}h{minute:02d}",
    ]
    if at.hour in (0, *range(13, 24)) or at.hour < 10:
        texts += [f"{at:%H:%M}", f"at {at:%H:%M}"]
    if at.hour < 10:
        texts.append(f"{at:%H%M}")
    if minute:
        texts.append(f"{hour}{minute:02d} {half[0]}m")
    word, following = HOURS[hour % 12], HOURS[(hour + 1) % 12]
    texts += {
        30: [f"half past {word} {half}", f"half past {hour} {half}", f"{word} thirty {half}"],
        15: [f"a quarter past {word} {half}", f"quarter past {hour} {half}", f"{word} fifteen {half}"],
        20: [f"twenty past {word} {half}", f"20 minutes past {word} {half}", f"20 past {hour} {half}"],
        45: [f"{word} forty-five {half}"]
        + ([f"a quarter to {following} {half}", f"quarter to {following} {half}"] if hour != 11 else []),
        50: [f"ten minutes to {following} {half}"] if hour != 11 else [],
    }.get(minute, [])
    for text in texts:
        yield text, "minute"


def sides(text: str) -> Iterator[str]:
    clock = text if text.startswith("at ") else f"at {text}"
    yield f"{text} on Friday"
    yield f"Friday {clock}"
    yield f"{text}, July 25, 2025" if text[0].isdigit() else f"{clock} on July 25, 2025"


@pytest.mark.parametrize("hour", range(24))
def test_clock_times_that_tell_the_half_of_the_day(hour: int) -> None:
    rows = []
    for minute in (0, 5, 7, 15, 20, 30, 45, 50):
        at = FRIDAY + hour * HOUR + minute * MINUTE
        for n, (text, grain) in enumerate(sure(at)):
            texts = [*sides(text)]
            rows.append(Told(texts[n % 3], [minute_of(at)], [around(at, grain)], f"2025-07-25T{at:%H:%M}"))
    assert not differing(rows)


def test_clock_times_to_the_second() -> None:
    rows = []
    for hour, minute, of_minute in ((0, 0, 1), (9, 5, 59), (13, 59, 0), (23, 0, 30)):
        at = FRIDAY + timedelta(hours=hour, minutes=minute, seconds=of_minute)
        span, value = [(at, at + timedelta(seconds=1))], f"2025-07-25T{at:%H:%M:%S}"
        for text in (
            f"{at:%H:%M:%S} on Friday",
            f"Friday at {at:%H:%M:%S}",
            f"2025-07-25T{at:%H:%M:%S}",
            f"2025-07-25 {at:%H:%M:%S}",
            f"{at.hour % 12 or 12}:{at:%M:%S} {at:%p} on Friday",
            f"25 July 2025 {at:%H:%M:%S}",
        ):
            rows.append(Told(text, span, (), value))
        start = second(at)
        half = Extent((((start + Fraction(1, 2), 0), (start + Fraction(3, 2), -1)),))
        rows.append(Told(f"Friday at {at:%H:%M:%S}.5", half, (), f"{value}.5"))
        rows.append(Told(f"2025-07-25T{at:%H:%M:%S},5", half, (), f"{value}.5"))
    assert not differing(rows)


@pytest.mark.parametrize("hour", range(1, 13))
def test_clock_times_of_either_half(hour: int) -> None:
    rows = []
    for minute in (0, 7, 15, 30, 45):
        early, late = (FRIDAY + (hour % 12 + half) * HOUR + minute * MINUTE for half in (0, 12))
        first = late if hour == 12 else early
        word, following = HOURS[hour % 12], HOURS[(hour + 1) % 12]
        texts = [
            (f"at {hour}:{minute:02d} on Friday", "minute"),
            (f"Friday at {hour}.{minute:02d}", "minute"),
            *(
                (text, "hour")
                for text in (
                    f"{word} o'clock on Friday",
                    f"Friday at {hour}",
                    f"Friday at {word}",
                    f"{hour} o'clock on Friday",
                    f"at {word} on Friday",
                )
                if not minute
            ),
            *(
                (text, "minute")
                for text in (
                    f"half past {word} on Friday",
                    f"at half past {hour} on Friday",
                    f"Friday at {word} thirty",
                )
                if minute == 30
            ),
            *((f"a quarter past {word} on Friday", "minute") for _ in range(minute == 15)),
            *((f"a quarter to {following} on Friday", "minute") for _ in range(minute == 45 and hour < 11)),
        ]
        for text, grain in texts:
            spans, wide = [minute_of(early), minute_of(late)], [around(early, grain), around(late, grain)]
            rows.append(Told(text, spans, wide, f"2025-07-25T{first:%H:%M}"))
        value = read_time(f"{hour}:{minute:02d} on Friday", Settings(said=MONDAY, kind="time", modality="plan"))
        assert value is not None
        assert value.note == f"{hour:02d}:{minute:02d} can be a.m. or p.m."
    assert not differing(rows)


def test_hours_beside_a_part_of_the_day() -> None:
    rows = []
    for part, hours, shift in (
        ("morning", range(1, 12), 0),
        ("afternoon", range(1, 7), 12),
        ("evening", range(4, 12), 12),
        ("night", range(7, 12), 12),
        ("night", range(1, 5), 24),
    ):
        for hour in hours:
            at = FRIDAY + (hour + shift) * HOUR
            half = at + 30 * MINUTE
            value, half_value = f"{at:%Y-%m-%d}T{at:%H:%M}", f"{half:%Y-%m-%d}T{half:%H:%M}"
            lead = "at night" if part == "night" else f"in the {part}"
            for text in (
                f"at {hour} on Friday {part}",
                f"Friday {part} at {hour}",
                f"Friday at {hour} {lead}",
                f"at {HOURS[hour]} o'clock on Friday {part}",
            ):
                rows.append(Told(text, [minute_of(at)], [around(at, "hour")], value))
            for text in (f"at {hour}:30 on Friday {part}", f"half past {HOURS[hour]} on Friday {part}"):
                rows.append(Told(text, [minute_of(half)], [around(half, "minute")], half_value))
    assert not differing(rows)


def test_noon_and_midnight() -> None:
    noon, midnights = FRIDAY + 12 * HOUR, [minute_of(FRIDAY), minute_of(FRIDAY + DAY)]
    assert not differing(
        [
            *(
                Told(text, [minute_of(noon)], [(noon - HOUR / 2, noon + HOUR / 2)], "2025-07-25T12:00")
                for text in ("noon on Friday", "Friday at noon", "12 noon on Friday", "twelve noon on July 25, 2025")
            ),
            *(
                Told(text, midnights, (), "2025-07-25T24:00")
                for text in ("midnight on Friday", "Friday at midnight", "at midnight on 25 July 2025")
            ),
        ]
    )


def test_the_day_of_a_bare_clock_time() -> None:
    """The next such time of a plan, the last of a fact; where the moment of speaking is unknown, today."""
    rows = []
    for modality, move in (("plan", 1), ("fact", -1)):
        for hour, text in ((9, "9 a.m."), (21, "9 p.m."), (13, "1 p.m."), (14, "14:07"), (0, "12 a.m.")):
            at = MONDAY + hour * HOUR + (7 * MINUTE if ":" in text else timedelta())
            grain = "minute" if ":" in text else "hour"
            other = at + move * DAY
            is_gone = at <= AFTERNOON
            best, fair = (other, at) if is_gone == (modality == "plan") else (at, other)
            for said, one, two in ((AFTERNOON, best, fair), (MONDAY.date(), at, other)):
                told = Told(
                    text, [minute_of(one)], [around(one, grain), around(two, grain), minute_of(two)], None, said
                )
                rows.append(told._replace(modality=modality))  # type: ignore[arg-type]
    assert not differing(rows)


# ---------------------------------------------------------------- parts of the day

PARTS = {
    # The hours that are meant, and those that may be.
    "morning": (5, 12, 0, 13), "afternoon": (12, 18, 12, 20), "evening": (17, 24, 16, 26), "night": (19, 29, 17, 32),
    "midday": (11, 14, 10, 15), "dawn": (4, 8, 2, 10), "dusk": (16, 22, 15, 24), "daytime": (6, 20, 4, 22),
    "business hours": (8, 18, 7, 20), "breakfast": (6, 10, 5, 11), "lunchtime": (11, 14, 10, 16),
    "dinner": (17, 22, 16, 24),
}  # fmt: skip
CODES = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midday": "MI",
    "dawn": "MO",
    "dusk": "EV",
    "daytime": "DT",
    "business hours": "DT",
    "breakfast": "MEB",
    "lunchtime": "MEL",
    "dinner": "MED",
}


def hours(at: datetime, lo: float, hi: float) -> Span:
    return at + lo * HOUR, at + hi * HOUR


def test_parts_of_the_day() -> None:
    rows = []
    for part, (lo, hi, wide_lo, wide_hi) in PARTS.items():
        strict, fair, value = hours(FRIDAY, lo, hi), hours(FRIDAY, wide_lo, wide_hi), f"2025-07-25T{CODES[part]}"
        texts = [
            f"Friday {part}",
            f"on 25 July 2025 at {part}" if part in ("midday", "dawn", "dusk") else f"Friday, {part}",
        ]
        if part in ("morning", "afternoon", "evening"):
            texts += [f"in the {part} on Friday", f"Friday in the {part}", f"the {part} of July 25"]
        rows += [Told(text, [strict], [fair], value) for text in texts]
        if part not in ("morning", "afternoon", "evening", "night"):
            continue
        third, half = (hi - lo) / 3, (hi - lo) / 2
        early = {"morning": (1, 9)}.get(part, (lo, lo + half))
        late = {"night": (22, 27)}.get(part, (hi - half, hi))
        rows += [
            Told(f"early Friday {part}", [hours(FRIDAY, *early)], [hours(FRIDAY, wide_lo, hi)], value),
            Told(f"late Friday {part}", [hours(FRIDAY, *late)], [hours(FRIDAY, lo, wide_hi)], value),
            Told(f"mid-{part} on Friday", [hours(FRIDAY, lo + third, hi - third)], [strict], value),
        ]
        for day, name in ((MONDAY, "this"), (MONDAY + DAY, "tomorrow"), (MONDAY - DAY, "yesterday")):
            spans = [hours(day, lo, hi)], [hours(day, wide_lo, wide_hi)]
            rows.append(Told(f"{name} {part}", *spans, f"{day:%Y-%m-%d}T{CODES[part]}"))
    night, code = hours(FRIDAY, -6, 9), "2025-07-24TNI"
    for text in ("overnight on Friday", "overnight into Friday", "Thursday night into Friday"):
        rows.append(Told(text, [night], [hours(FRIDAY, -8, 12)], code))
    rows += [
        Told("early on Friday", [hours(FRIDAY, 0, 9)], [hours(FRIDAY, 0, 12)]),
        Told("early Friday", [hours(FRIDAY, 0, 9)], [hours(FRIDAY, 0, 12)]),
        Told("late Friday", [hours(FRIDAY, 18, 27)], [hours(FRIDAY, 15, 27)]),
        Told("the middle of Friday", [hours(FRIDAY, 9, 15)], [hours(FRIDAY, 8, 16)]),
        Told("the end of Friday", [hours(FRIDAY, 17, 24)], [hours(FRIDAY, 15, 27)]),
        Told("early tomorrow", [hours(MONDAY + DAY, 0, 9)], [hours(MONDAY + DAY, 0, 12)]),
        Told("late today", [hours(MONDAY, 18, 27)], [hours(MONDAY, 15, 27)]),
        Told("earlier today", [(MONDAY, AFTERNOON)], (), None, AFTERNOON),
        Told("later today", [(AFTERNOON, MONDAY + DAY)], (), None, AFTERNOON),
        Told("later today", [(MONDAY, MONDAY + DAY)], ()),
        Told("tonight", [hours(MONDAY, 19, 29)], [hours(MONDAY, 17, 32)], "2025-07-21TNI"),
        Told("last night", [hours(MONDAY - DAY, 19, 29)], [hours(MONDAY - DAY, 17, 32)], "2025-07-20TNI"),
        Told(
            "overnight",
            [hours(MONDAY, -6, 9)],
            [hours(MONDAY - DAY, -6, 9), hours(MONDAY, -8, 12), hours(MONDAY - DAY, -8, 12)],
            "2025-07-20TNI",
            modality="fact",
        ),
    ]
    assert not differing(rows)


def test_about_a_clock_time() -> None:
    """Fifteen minutes each way of an hour, ten of a time to the minute; loosely 45 and 30."""
    rows = []
    for clock, at, strict, loose in (
        ("9 p.m.", FRIDAY + 21 * HOUR, 15, 45),
        ("9:05 p.m.", FRIDAY + 21 * HOUR + 5 * MINUTE, 10, 30),
        ("21:30", FRIDAY + 21.5 * HOUR, 10, 30),
        ("noon", FRIDAY + 12 * HOUR, 10, 30),
    ):
        for hedge in ("about", "around", "at around", "nearly"):
            lo, hi = at - strict * MINUTE, at + MINUTE + strict * MINUTE
            wide = [(at - loose * MINUTE, at + MINUTE + loose * MINUTE)]
            if clock == "noon":
                wide.append((at - HOUR / 2 - loose * MINUTE, at + HOUR / 2 + loose * MINUTE))
            rows.append(Told(f"{hedge} {clock} on Friday", [(lo, hi)], wide))
        rows.append(Told(f"exactly {clock} on Friday", [minute_of(at)]))
        until = Extent((((-INFINITY, 0), (second(at), 0)),))
        rows.append(Told(f"by {clock} on Friday", until))
    assert not differing(rows)


# ---------------------------------------------------------------- ranges of hours


def test_ranges_of_hours() -> None:
    rows = []
    ranges: list[tuple[tuple[str, ...], float, float, int, int]] = [
        (
            (
                "from 9 to 11 p.m. on Friday",
                "9-11 p.m. on Friday",
                "between 9 and 11 p.m. on Friday",
                "Friday from 9 to 11 p.m.",
                "Friday between 9 p.m. and 11 p.m.",
                "Friday, 9 to 11 p.m.",
            ),
            21,
            23,
            30,
            29,
        ),
        (
            (
                "from 10 a.m. to 2 p.m. on Friday",
                "10 a.m.-2 p.m. on Friday",
                "Friday between 10 a.m. and 2 p.m.",
                "Friday 10 a.m. to 2 p.m.",
            ),
            10,
            14,
            30,
            29,
        ),
        (("from 11 to 1 p.m. on Friday", "11 to 1 p.m. on Friday"), 11, 13, 30, 29),
        (
            ("from 14:07 to 16:13 on Friday", "14:07-16:13 on Friday", "Friday, 14:07 to 16:13"),
            14 + 7 / 60,
            16 + 13 / 60,
            0,
            0,
        ),
        (("from 14:30 to 16:05 on Friday",), 14.5, 16 + 5 / 60, 5, 2),
        (
            ("from 10 p.m. on Friday to 2 a.m. on Saturday", "between 10 p.m. Friday and 2 a.m. Saturday"),
            22,
            26,
            30,
            29,
        ),
        (("from 10 p.m. to 2 a.m. on Friday night",), 22, 26, 30, 29),
    ]
    for texts, lo, hi, slack_lo, slack_hi in ranges:
        start, end = second(FRIDAY + lo * HOUR), second(FRIDAY + hi * HOUR)
        strict = Extent((((start, 0), (end, 0)),))
        loose = Extent((((start - slack_lo * 60, 0), (end + slack_hi * 60, 0)),))
        rows += [Told(text, strict, loose) for text in texts]
    two = FRIDAY + 14 * HOUR
    rows += [
        Told("from 2 p.m. on Friday for two hours", [(two, two + 2 * HOUR)]),
        Told("Friday from 2 p.m. for 90 minutes", [(two, two + 90 * MINUTE)]),
        Told("for three days from 25 July 2025", [(FRIDAY, FRIDAY + 3 * DAY)]),
    ]
    assert not differing(rows)


# ---------------------------------------------------------------- zones

CITIES = {
    "Kyiv time": "Europe/Kyiv", "Moscow time": "Europe/Moscow", "ET": "America/New_York", "PT": "America/Los_Angeles",
    "Eastern time": "America/New_York", "Central time": "America/Chicago", "Tokyo time": "Asia/Tokyo",
    "Sydney time": "Australia/Sydney", "London time": "Europe/London", "Pacific time": "America/Los_Angeles",
    "New York time": "America/New_York", "Asia/Kolkata": "Asia/Kolkata", "Kathmandu time": "Asia/Kathmandu",
}  # fmt: skip


def shifted(spans: Iterable[Span], offset: timedelta) -> list[Span]:
    return [(lo - offset, hi - offset) for lo, hi in spans]


def test_zones_by_their_places() -> None:
    rows = []
    for printed, name in CITIES.items():
        for day in (datetime(2025, 1, 24), datetime(2025, 7, 25)):
            at = day + 15 * HOUR + 7 * MINUTE
            offset = at.replace(tzinfo=ZoneInfo(name)).utcoffset()
            assert offset is not None
            span = shifted([minute_of(at)], offset)
            date_ = f"{day.day} {day:%B %Y}"
            for text in (f"15:07 {printed} on {date_}", f"3:07 p.m. {printed}, {date_}", f"{date_} at 15:07 {printed}"):
                rows.append(Told(text, span, (), f"{at:%Y-%m-%dT%H:%M}", None, clock="zoned"))
            rows.append(Told(f"15:07 on {date_}", span, (), None, None, zone=name, clock="zoned"))
            midnight = day.replace(tzinfo=ZoneInfo(name)).utcoffset()
            assert midnight is not None
            whole = shifted([(day, day + DAY)], midnight)
            rows.append(Told(date_, whole, (), None, None, zone=name, clock="zoned"))
    assert not differing(rows)


def test_zones_by_their_offsets() -> None:
    rows = []
    at = FRIDAY + 15 * HOUR + 7 * MINUTE
    for minutes in (*range(-12 * 60, 15 * 60, 60), 330, 345, -210):
        sign, (hour, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
        span = shifted([minute_of(at)], minutes * MINUTE)
        full = f"{sign}{hour:02d}:{rest:02d}"
        suffix = "Z" if not minutes else full
        texts = [
            f"15:07 UTC{full} on Friday",
            f"15:07 GMT{full} on Friday",
            f"2025-07-25T15:07{full}",
            f"2025-07-25 15:07{full.replace(':', '')}",
        ]
        if minutes >= 0:
            texts.append(f"15:07 {full.replace(':', '')} on Friday")
        if not rest:
            texts += [f"15:07 UTC{sign}{hour} on Friday", f"Friday at 15:07 GMT{sign}{hour}"]
        rows += [Told(text, span, (), f"2025-07-25T15:07{suffix}", clock="zoned") for text in texts]
        rows.append(Told("Friday 15:07", span, (), None, zone=full, clock="zoned"))
    for word in ("UTC", "GMT", "Z", "Zulu"):
        rows.append(Told(f"15:07 {word} on Friday", [minute_of(at)], (), "2025-07-25T15:07Z", clock="zoned"))
    for word, strict, loose in (
        ("EDT", -240, ()),
        ("PDT", -420, ()),
        ("CEST", 120, ()),
        ("EEST", 180, ()),
        ("EST", -300, (-240,)),
        ("PST", -480, (-420,)),
        ("MST", -420, (-360,)),
        ("CET", 60, (120,)),
        ("EET", 120, (180,)),
    ):
        span = shifted([minute_of(at)], strict * MINUTE)
        fair = [one for other in loose for one in shifted([minute_of(at)], other * MINUTE)]
        rows.append(Told(f"15:07 {word} on Friday", span, fair, clock="zoned"))
    for word, several in (("IST", (330, 120, 60)), ("Israel standard time", (120, 180))):
        spans = [one for other in several for one in shifted([minute_of(at)], other * MINUTE)]
        rows.append(Told(f"15:07 {word} on Friday", spans, (), "2025-07-25T15:07", clock="zoned"))
    assert not differing(rows)


def test_hours_that_a_clock_change_repeats_or_skips() -> None:
    def both(at: datetime, name: str) -> list[Span]:
        zone = ZoneInfo(name)
        offsets = {at.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1)}
        assert len(offsets) == 2
        return [(at - offset, at + MINUTE - offset) for offset in offsets]

    assert not differing(
        [
            Told(
                "1:37 a.m. ET on November 2, 2025",
                both(datetime(2025, 11, 2, 1, 37), "America/New_York"),
                clock="zoned",
            ),
            Told("2:37 a.m. ET on March 9, 2025", both(datetime(2025, 3, 9, 2, 37), "America/New_York"), clock="zoned"),
            Told(
                "03:37 Kyiv time on 26 October 2025", both(datetime(2025, 10, 26, 3, 37), "Europe/Kyiv"), clock="zoned"
            ),
            Told(
                "03:37 on 26 October 2025",
                both(datetime(2025, 10, 26, 3, 37), "Europe/Kyiv"),
                zone="Europe/Kyiv",
                clock="zoned",
            ),
            Told(
                "26 October 2025",
                [(datetime(2025, 10, 25, 21), datetime(2025, 10, 26, 22))],
                zone="Europe/Kyiv",
                clock="zoned",
            ),
            Told(
                "30 March 2025",
                [(datetime(2025, 3, 29, 22), datetime(2025, 3, 30, 21))],
                zone="Europe/Kyiv",
                clock="zoned",
            ),
        ]
    )


def test_one_moment_told_in_two_zones() -> None:
    at = FRIDAY + 18 * HOUR + 7 * MINUTE
    assert not differing(
        [
            Told("9:07 p.m. (1807 GMT) on Friday", [minute_of(at)], clock="zoned"),
            Told("Friday at 21:07 (18:07 UTC)", [minute_of(at)], clock="zoned"),
            Told("2:07 p.m. ET (1807 GMT) on Friday", [minute_of(at)], clock="zoned"),
            Told("1:07 a.m. (1607 GMT) on Friday", [minute_of(FRIDAY - 8 * HOUR + 7 * MINUTE)], clock="zoned"),
            Told("11:07 p.m. (0407 GMT) on Friday", [minute_of(FRIDAY + 28 * HOUR + 7 * MINUTE)], clock="zoned"),
        ]
    )
    for text in ("2:07 p.m. ET (1707 GMT) on Friday", "9:07 p.m. (1811 GMT) on Friday"):
        with pytest.raises(UnreadError, match="the two clock times"):
            read_time(text, Settings(said=MONDAY, kind="time"))


# ---------------------------------------------------------------- lengths by the clock


def test_lengths_from_a_moment() -> None:
    rows = []
    now = AFTERNOON
    for words, length, half in (
        ("two hours", 2 * HOUR, HOUR / 2),
        ("an hour", HOUR, HOUR / 2),
        ("30 minutes", 30 * MINUTE, MINUTE / 2),
        ("90 minutes", 90 * MINUTE, MINUTE / 2),
        ("an hour and a half", 1.5 * HOUR, HOUR / 4),
        ("half an hour", HOUR / 2, HOUR / 4),
        ("26 hours", 26 * HOUR, HOUR / 2),
        ("two hours and 5 minutes", 2 * HOUR + 5 * MINUTE, MINUTE / 2),
        ("1 day and 3 hours", 27 * HOUR, HOUR / 2),
        ("40 seconds", timedelta(seconds=40), timedelta(seconds=1)),
    ):
        for at, texts in ((now - length, (f"{words} ago",)), (now + length, (f"in {words}", f"{words} from now"))):
            value = f"{at:%Y-%m-%dT%H:%M:%S}" if "second" in words else f"{at:%Y-%m-%dT%H:%M}"
            for text in texts:
                rows.append(Told(text, [(at - half, at + half)], [(at - 2 * half, at + 2 * half)], value, now))
    two, four = now - 2 * HOUR, now - 4 * HOUR
    rows += [
        Told("a few hours ago", [(four - HOUR / 2, two + HOUR / 2)], [(four - HOUR, two + HOUR)], None, now),
        Told("the next five hours", [(now, now + 5 * HOUR)], (), "PT5H", now),
        Told("the past 24 hours", [(now - DAY, now)], (), "PT24H", now),
        Told("within 30 minutes", [(now, now + 30 * MINUTE)], (), "PT30M", now),
        Told("two hours ago", [(MONDAY, MONDAY + DAY)], [(MONDAY - DAY, MONDAY + 2 * DAY)], "2025-07-21"),
        Told("the next five hours", [(MONDAY, MONDAY + DAY + 5 * HOUR)], (), "PT5H"),
        Told("the past 24 hours", [(MONDAY - DAY, MONDAY + DAY)], (), "PT24H"),
    ]
    for text, at, half in (
        ("30 minutes after noon on Friday", FRIDAY + 12.5 * HOUR, MINUTE / 2),
        ("two hours before 9 p.m. on Friday", FRIDAY + 19 * HOUR, HOUR / 2),
        ("an hour after 21:00 on 25 July 2025", FRIDAY + 22 * HOUR, HOUR / 2),
    ):
        rows.append(Told(text, [(at - half, at + half)], [(at - 2 * half, at + 2 * half)]))
    nine = FRIDAY + 21 * HOUR
    rows += [
        Told("within two hours of 9 p.m. on Friday", [(nine, nine + 2 * HOUR + MINUTE)], [(nine - 2 * HOUR, nine)]),
        Told("within 10 days of 25 July 2025", [(FRIDAY, FRIDAY + 11 * DAY)], [(FRIDAY - 10 * DAY, FRIDAY)]),
        Told("within two weeks of 25 July 2025", [(FRIDAY, FRIDAY + 15 * DAY)], [(FRIDAY - 14 * DAY, FRIDAY)]),
    ]
    assert not differing(rows)


# ---------------------------------------------------------------- contexts


def days(first: str, end: str | None = None) -> list[Span]:
    lo = datetime.fromisoformat(first)
    return [(lo, datetime.fromisoformat(end) if end else lo + DAY)]


LAST_WEDNESDAY, NEXT_WEDNESDAY = days("2025-07-16"), days("2025-07-23")
CONTEXTS: list[tuple[str, str, list[Span], str]] = [
    ("Wednesday", "On Wednesday the board will meet.", NEXT_WEDNESDAY, "the verb after it"),
    ("Wednesday", "On Wednesday the board met.", LAST_WEDNESDAY, "the same, back"),
    ("Wednesday", "They will sign soon. On Wednesday they met.", LAST_WEDNESDAY, "another sentence before"),
    ("Wednesday", "They met. On Wednesday they will sign.", NEXT_WEDNESDAY, "the same, ahead"),
    ("Wednesday", "Talks resumed Wednesday.", LAST_WEDNESDAY, "a past form that no list has"),
    ("Wednesday", "Wednesday is when the board will be told.", NEXT_WEDNESDAY, "will be told"),
    ("Wednesday", "The pact is to be signed on Wednesday.", NEXT_WEDNESDAY, "is to be signed"),
    (
        "Wednesday",
        "The pact was signed on Wednesday; it will hold.",
        LAST_WEDNESDAY,
        "the verb before it is the nearer",
    ),
    ("Wednesday", "The feed is red Wednesday and they will act.", NEXT_WEDNESDAY, '"red" is no past form'),
    (
        "Wednesday",
        "It will one two three four five six seven eight nine ten eleven twelve thirteen Wednesday",
        LAST_WEDNESDAY,
        "a verb too far away",
    ),
    (
        "Wednesday",
        "It will one two three four five six seven eight nine Wednesday",
        NEXT_WEDNESDAY,
        "a verb near enough",
    ),
    ("Wednesday", "", LAST_WEDNESDAY, "no sentence"),
    ("Wednesday", "Nothing of the kind will happen.", NEXT_WEDNESDAY, "a sentence without it speaks for it"),
    (
        "the next day",
        "He came on 5 March 2024, spoke on 9 March 2024 and left the next day.",
        days("2024-03-10"),
        "last",
    ),
    ("the next day", "On the next day he left; he had come on 5 March 2024.", days("2024-03-06"), "the date after it"),
    (
        "the next day",
        "He came in 2020. On 9 March 2024 he spoke; the next day he left.",
        days("2024-03-10"),
        "not the year",
    ),
    ("the previous day", "On 1 March 2024 he left; he had come the previous day.", days("2024-02-29"), "a leap year"),
    (
        "the following day",
        "Arrested on 31 December 2024, he was freed the following day.",
        days("2025-01-01"),
        "a new year",
    ),
    ("the same day", "On 5 March 2024 he came; he left the same day.", days("2024-03-05"), "the day itself"),
    ("that day", "On 5 March 2024 he came; he left that day.", days("2024-03-05"), "the day itself"),
    ("the same week", "On 5 March 2024 he came; he left the same week.", days("2024-03-04", "2024-03-11"), "Monday on"),
    ("the same month", "On 5 March 2024 he came; he left the same month.", days("2024-03-01", "2024-04-01"), "March"),
    ("the same year", "On 5 March 2024 he came; he left the same year.", days("2024-01-01", "2025-01-01"), "2024"),
    (
        "the following month",
        "On 5 March 2024 he came; he left the following month.",
        days("2024-04-01", "2024-05-01"),
        "April",
    ),
    (
        "the following year",
        "On 5 March 2024 he came; he left the following year.",
        days("2025-01-01", "2026-01-01"),
        "2025",
    ),
    (
        "three days later",
        "On 27 February 2024 he came; three days later he left.",
        days("2024-03-01"),
        "over a leap day",
    ),
    ("two days earlier", "On 1 March 2024 he came; two days earlier he had called.", days("2024-02-28"), "back"),
    ("the day after", "On 5 March 2024 he came; the day after he left.", days("2024-03-06"), "no day named"),
    ("the day before", "On 5 March 2024 he came; the day before he had called.", days("2024-03-04"), "no day named"),
]


@pytest.mark.parametrize(("text", "context", "expected", "why"), CONTEXTS)
def test_what_the_sentence_tells(text: str, context: str, expected: list[Span], why: str) -> None:
    value = read_time(text, Settings(said=MONDAY.date(), kind="time", context=context))
    assert value is not None
    assert shown(value.strict) == shown(extent(expected)), why


def test_the_clock_time_of_a_day_in_the_sentence() -> None:
    at = datetime(2024, 3, 5, 18)
    rows = [
        Told("at 6 p.m.", [minute_of(at)], [around(at, "hour")], None, MONDAY, context=context)
        for context in (
            "He came on 5 March 2024 at 6 p.m. sharp.",
            "At 6 p.m. he came; that was on 5 March 2024.",
            "On 5 March 2024 he came. It was at 6 p.m.",
        )
    ]
    rows.append(
        Told(
            "in the evening",
            [hours(datetime(2024, 3, 5), 17, 24)],
            [hours(datetime(2024, 3, 5), 16, 26)],
            context="On 5 March 2024 he came in the evening.",
        )
    )
    assert not differing(rows)


# ---------------------------------------------------------------- numbers in words

ONES = [
    "zero",
    *HOURS[1:],
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int, joint: str = " and ") -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 1] + (f"-{ONES[n % 10]}" if n % 10 else "")
    size, name = (100, "hundred") if n < 1000 else (1000, "thousand")
    rest = n % size
    return f"{spelled(n // size)} {name}" + ((joint if rest < 100 else " ") + spelled(rest) if rest else "")


def test_numbers_in_words_count_days() -> None:
    rows = []
    for n in (*range(1, 102), 110, 120, 150, 199, 200, 365, 400, 999, 1000, 1001, 1200, 1944, 2500, 12000):
        at = MONDAY - n * DAY
        noun = "days" if n > 1 else "day"
        texts = [f"{spelled(n)} {noun} ago", f"{n} {noun} ago"]
        if n > 100:
            texts.append(f"{spelled(n, ' ')} {noun} ago")
        if n >= 1000:
            texts.append(f"{n:,} {noun} ago")
        if 20 < n < 100:
            texts.append(f"{spelled(n).replace('-', ' ')} {noun} ago")
        rows += [Told(text, [(at, at + DAY)], (), f"{at:%Y-%m-%d}") for text in texts]
    for text, n in (
        ("a hundred days ago", 100),
        ("a dozen days ago", 12),
        ("a couple of days ago", 2),
        ("a day ago", 1),
    ):
        at = MONDAY - n * DAY
        rows.append(Told(text, [(at, at + DAY)], (), f"{at:%Y-%m-%d}"))
    assert not differing(rows)


def test_years_in_words() -> None:
    rows = []
    for year in (1801, 1812, 1848, 1900, 1905, 1910, 1914, 1939, 1969, 1984, 1999, 2010, 2013, 2020, 2026):
        front, back = divmod(year, 100)
        rest = "hundred" if not back else f"oh {ONES[back]}" if back < 10 else spelled(back)
        start, end = datetime(year, 1, 1), datetime(year + 1, 1, 1)
        rows.append(Told(f"in {spelled(front)} {rest}", [(start, end)], (), f"{year}", None))
        if 0 < back < 100:
            text = f"in {spelled(front)} hundred and {spelled(back)}"
            rows.append(Told(text, [(start, end)], (), f"{year}", None))
        if front == 20:
            rows.append(Told(f"in {spelled(year)}", [(start, end)], (), f"{year}", None))
    assert not differing(rows)


# ---------------------------------------------------------------- lengths of time

SECONDS = {
    # The shortest and the longest that one can be.
    "second": (1, 1), "minute": (60, 60), "hour": (3600, 3600), "day": (86400, 86400), "week": (7 * 86400, 7 * 86400),
    "fortnight": (14 * 86400, 14 * 86400), "weekend": (2 * 86400, 2 * 86400), "month": (28 * 86400, 31 * 86400),
    "night": (28800, 86400), "working week": (5 * 86400, 7 * 86400), "half year": (181 * 86400, 184 * 86400),
    "year": (365 * 86400, 366 * 86400), "decade": (3652 * 86400, 3653 * 86400),
    "century": (36524 * 86400, 36525 * 86400), "millennium": (365242 * 86400, 365243 * 86400),
    "working day": (86400, 86400),
}  # fmt: skip
LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
Length = tuple[str, Number, Number, Number, Number, str | None]


def half_of(count: int, size: int) -> Fraction:
    """Half of the last printed digit that is not zero, at most a twentieth."""
    unit = 10 ** (len(str(count)) - len(str(count).rstrip("0")))
    return min(Fraction(unit * size, 2), max(Fraction(count * size, 20), Fraction(size, 2)))


def lengths() -> Iterator[Length]:
    """A text; strict from, to; loose from, to; TIMEX3."""
    for unit, (low, high) in SECONDS.items():
        for count, word in (
            (2, "two"),
            (3, "3"),
            (7, "seven"),
            (12, "12"),
            (30, "30"),
            (45, "forty-five"),
            (100, "100"),
            (150, "150"),
            (1200, "1200"),
        ):
            noun = {"century": "centuries", "millennium": "millennia", "working week": None}.get(unit, f"{unit}s")
            if noun is None:
                continue
            half = half_of(count, low)
            lo, hi = count * low, count * high
            code = LETTERS.get(unit)
            timex = code and f"P{'T' * (code[0] == 'T')}{count}{code[-1]}"
            floor = max(lo - half, Fraction(0))
            yield f"{word} {noun}", floor, hi + half, floor, hi + half, timex
            strict, loose = max(half, Fraction(hi, 10)), max(2 * half, Fraction(hi, 4))
            wide = max(lo - loose, Fraction(0)), hi + loose
            yield f"about {word} {noun}", max(lo - strict, Fraction(0)), hi + strict, *wide, timex
            yield f"nearly {word} {noun}", max(lo - strict, Fraction(0)), hi, *wide, timex
            yield f"just over {word} {noun}", lo, hi + strict, *wide, timex
            yield f"exactly {word} {noun}", lo, hi, lo, hi, timex
        noun = "an hour" if unit == "hour" else f"a {unit}"
        half = Fraction(low, 2)
        if unit != "half year":
            yield noun, low - half, high + half, low - half, high + half, None
    for unit, iso in (
        ("hour", "PT{}H"),
        ("minute", "PT{}M"),
        ("second", "PT{}S"),
        ("day", "P{}D"),
        ("week", "P{}W"),
        ("year", "P{}Y"),
        ("month", "P{}M"),
    ):
        low, high = SECONDS[unit]
        for count in (1, 3, 45):
            half = half_of(count, low)
            ends = count * low - half, count * high + half
            yield iso.format(count), *ends, *ends, iso.format(count)
    for text, printed, parts in (
        ("2.5 hours", "5/2", 4),
        ("an hour and a half", "3/2", 4),
        ("1.25 hours", "5/4", 8),
        ("half an hour", "1/2", 4),
        ("three quarters of an hour", "3/4", 8),
        ("2 1/2 hours", "5/2", 4),
        ("two and a half hours", "5/2", 4),
        ("PT2.5H", "5/2", 4),
        ("quarter of an hour", "1/4", 8),
    ):
        ends = Fraction(printed) * 3600 - Fraction(3600, parts), Fraction(printed) * 3600 + Fraction(3600, parts)
        yield text, *ends, *ends, None
    for text, size, step in (
        ("1 hour 30 minutes", 5400, 60),
        ("1 hour and 30 minutes", 5400, 60),
        ("PT1H30M", 5400, 60),
        ("1 day, 3 hours and 5 minutes", 97500, 60),
        ("two days and three hours", 183600, 3600),
        ("P1DT3H", 97200, 3600),
        ("1:30:15", 5415, 1),
        ("5 minutes 10 seconds", 310, 1),
    ):
        ends = size - Fraction(step, 2), size + Fraction(step, 2)
        yield text, *ends, *ends, None
    for text, lo, hi in (
        ("between two and three hours", 7200, 10800),
        ("from 90 minutes to two hours", 5400, 7200),
        ("between 30 minutes and an hour", 1800, 3600),
        ("at least 90 minutes and at most two hours", 5400, 7200),
        ("two hours to three hours", 7200, 10800),
    ):
        yield text, lo, hi, lo, hi, None
    for text, lo, hi in (
        ("a few hours", 2, 4),
        ("several hours", 3, 7),
        ("many hours", 2, 9),
        ("dozens of hours", 24, 60),
    ):
        yield text, lo * 3600, hi * 3600, lo * 1800, hi * 7200, "PTXH"


def test_lengths_of_time() -> None:
    wrong = []
    for text, lo, hi, wide_lo, wide_hi, timex in lengths():
        value = read_duration(text, Settings(kind="duration"))
        read = value and (value.strict.lo[0], value.strict.hi[0], value.loose.lo[0], value.loose.hi[0])
        is_other = timex is not None and value is not None and value.timex != timex
        if read != (lo, hi, wide_lo, wide_hi) or is_other:
            wrong.append(f"{text!r}: meant {(lo, hi, wide_lo, wide_hi, timex)}, read {read}, {value and value.timex}")
    assert not wrong


def finite(bounds: tuple[Bound, ...]) -> list[Bound]:
    return [bound for bound in bounds if abs(bound[0]) != INFINITY]


def test_bounds_of_lengths() -> None:
    wrong = []
    for words, low, high in (
        ("90 minutes", 5400, 5400),
        ("two days", 172800, 172800),
        ("a month", 28 * 86400, 31 * 86400),
        ("an hour", 3600, 3600),
    ):
        at_least, at_most, more, less = (low, 0), (high, 0), (low, 1), (high, -1)
        for text, lo, hi, loose_lo, loose_hi in (
            *(
                (f"{word} {words}", at_least, None, at_least, None)
                for word in ("at least", "no less than", "a minimum of")
            ),
            *(
                (f"{word} {words}", None, at_most, None, at_most)
                for word in ("at most", "no more than", "up to", "a maximum of", "no longer than")
            ),
            *(
                (f"{word} {words}", more, None, at_least, None)
                for word in ("more than", "over", "longer than", "well over")
            ),
            *((f"{word} {words}", None, less, None, at_most) for word in ("less than", "under", "fewer than")),
            *((f"{words} {word}", at_least, None, at_least, None) for word in ("or more", "or longer")),
            *((f"{words} {word}", None, at_most, None, at_most) for word in ("or less", "at most")),
        ):
            value = read_duration(text, Settings(kind="duration"))
            lowest, highest = (-INFINITY, 0), (INFINITY, -1)
            meant: tuple[Bound, ...] = (lo or lowest, hi or highest, loose_lo or lowest, loose_hi or highest)
            read = () if value is None else (value.strict.lo, value.strict.hi, value.loose.lo, value.loose.hi)
            if read is None or [b for b in read if abs(b[0]) != INFINITY] != [
                b for b in meant if abs(b[0]) != INFINITY
            ]:
                wrong.append(f"{text!r}: meant {meant}, read {read}")
    assert not wrong


# ---------------------------------------------------------------- repeated times

REPEATED = [
    ("every Monday", "XXXX-WXX-1"),
    ("each Sunday", "XXXX-WXX-7"),
    ("Fridays", "XXXX-WXX-5"),
    ("every Tuesday morning", "XXXX-WXX-2TMO"),
    ("every Friday at 9 p.m.", "XXXX-WXX-5T21"),
    ("every Friday at 21:30", "XXXX-WXX-5T21:30"),
    ("at 9 p.m. every Friday", "XXXX-WXX-5T21"),
    ("every day", "P1D"),
    ("daily", "P1D"),
    ("every week", "P1W"),
    ("weekly", "P1W"),
    ("monthly", "P1M"),
    ("every month", "P1M"),
    ("annually", "P1Y"),
    ("every year", "P1Y"),
    ("quarterly", "P3M"),
    ("hourly", "PT1H"),
    ("every two days", "P2D"),
    ("every three weeks", "P3W"),
    ("every 15 minutes", "PT15M"),
    ("every other day", "P2D"),
    ("every other week", "P2W"),
    ("twice a week", "P1W"),
    ("once a month", "P1M"),
    ("every weekend", "P1WE"),
    ("every weekday", "P1WD"),
    ("every morning", "TMO"),
    ("every night", "TNI"),
    ("every evening at 9 p.m.", "T21"),
    ("daily at 9 p.m.", "T21"),
    ("every June", "XXXX-06"),
    ("every December", "XXXX-12"),
    ("5th of every month", "XXXX-XX-05"),
    ("31st of each month", "XXXX-XX-31"),
    ("biannually", "P0.5Y"),
    ("every decade", "P10Y"),
    ("every minute", "PT1M"),
]


@pytest.mark.parametrize(("text", "timex"), REPEATED)
def test_repeated_times(text: str, timex: str) -> None:
    value = read_time(text, Settings(said=MONDAY, kind="time"))
    assert value is not None
    assert value.timex == timex
    assert value.note == "a repeated time, not a single one"


@pytest.mark.parametrize(
    "text",
    [
        "every Monday the",
        "32nd of every month",
        "5th of every week",
        "every few days",
        "every Friday at",
        "every June 5",
        "twice",
        "every",
        "mornings the",
        "0th of every month",
    ],
)
def test_what_is_no_repeated_time(text: str) -> None:
    assert read_time(text, Settings(said=MONDAY, kind="time")) is None


# ---------------------------------------------------------------- German and French

OTHERS = [
    ("de", "Freitag um {h} Uhr", "Uhr"),
    ("de", "am Freitag um {h}:{m:02d} Uhr", ""),
    ("de", "Freitag um {h} Uhr {m}", ""),
    ("fr", "vendredi à {h} h {m:02d}", ""),
    ("fr", "vendredi à {h}h{m:02d}", ""),
    ("fr", "vendredi à {h} heures", "Uhr"),
]


def test_hours_counted_to_24() -> None:
    rows = []
    for lang, form, kind in OTHERS:
        for hour in (1, 7, 9, 10, 12, 13, 20, 23):
            for minute in (0,) if kind else (5, 7, 30):
                at = FRIDAY + hour * HOUR + minute * MINUTE
                text = form.format(h=hour, m=minute)
                wide = around(at, "hour" if kind else "minute")
                rows.append(Told(text, [minute_of(at)], [wide], f"2025-07-25T{at:%H:%M}", lang=lang))
    assert not differing(rows)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("from 9 to 11 p.m. on Friday", None),
        ("from 2 to 4:30 p.m. on Friday", None),
        ("Friday 9 to 11", "09:00 can be a.m. or p.m.; 11:00 can be a.m. or p.m."),
        ("midnight on Friday", "midnight can begin or end the day"),
        ("Friday or Sunday", None),
        ("Friday and Sunday", "more than one time is named; each is allowed"),
        ("9:30 or 10:45 on Friday", "09:30 can be a.m. or p.m.; 10:45 can be a.m. or p.m."),
        ("03/04/2025", "the date can be 4 March or 3 April"),
        ("25 July 2025", None),
    ],
)
def test_what_an_editor_should_know(text: str, note: str | None) -> None:
    value = read_time(text, Settings(said=MONDAY, kind="time", modality="plan"))
    assert value is not None
    assert value.note == note


def test_hedges_and_hours_of_the_clock() -> None:
    rows = []
    nine = FRIDAY + 21 * HOUR
    quarter = HOUR / 4
    for word, lo, hi in (
        ("before about", None, (nine + quarter, -1)),
        ("after about", (nine - quarter, 1), None),
        ("by about", None, (nine + quarter, 0)),
        ("no earlier than about", (nine - quarter, 0), None),
    ):
        low: Bound = (-INFINITY, 0) if lo is None else (second(lo[0]), lo[1])
        high: Bound = (INFINITY, 0) if hi is None else (second(hi[0]), hi[1])
        rows.append(Told(f"{word} 9 p.m. on Friday", Extent(((low, high),))))
    seven = MONDAY + 19 * HOUR
    rows += [
        Told("2400 hours on Friday", [minute_of(FRIDAY + DAY)], [around(FRIDAY + DAY, "minute")]),
        Told("24:00 on Friday", [minute_of(FRIDAY + DAY)], [around(FRIDAY + DAY, "minute")]),
        Told(
            "tonight around 7",
            [(seven - quarter, seven + MINUTE + quarter)],
            [(seven - 3 * quarter, seven + MINUTE + 3 * quarter)],
        ),
        Told(
            "Friday, about 9 p.m.",
            [(nine - quarter, nine + MINUTE + quarter)],
            [(nine - 3 * quarter, nine + MINUTE + 3 * quarter)],
        ),
        Told("9 p.m. on 2025-Jul-25", [minute_of(nine)], [around(nine, "hour")]),
        Told("9 p.m. on Jul-2025-25", [minute_of(nine)], [around(nine, "hour")]),
        Told("9 p.m. on 2025/25/Jul", [minute_of(nine)], [around(nine, "hour")]),
    ]
    assert not differing(rows)


SHARP = [
    ("exactly PT2.5H", 9000, 9000),
    ("exactly P1DT2,5H", 95400, 95400),
    ("exactly -5 seconds", -5, -5),
    ("exactly 1:30:59", 5459, 5459),
    ("exactly 1/2 hour", 1800, 1800),
    ("exactly 1,200 hours", 4320000, 4320000),
    ("exactly 10.25 hours", 36900, 36900),
    ("exactly two hours, 5 minutes and 10 seconds", 7510, 7510),
    ("exactly a year and a half", 547 * 86400 + 43200, 549 * 86400),
    ("exactly one hundred and twenty-five minutes", 7500, 7500),
    ("exactly a hundred minutes", 6000, 6000),
    ("exactly two thousand five hundred seconds", 2500, 2500),
]


@pytest.mark.parametrize(("text", "low", "high"), SHARP)
def test_sharp_lengths(text: str, low: int, high: int) -> None:
    value = read_duration(text, Settings(kind="duration"))
    assert value is not None
    assert (value.strict.lo, value.strict.hi) == ((low, 0), (high, 0))
    assert value.loose == value.strict


@pytest.mark.parametrize("text", ["1:30:60", "1:60:30", "P1H", "PT1D", "two", "hours two", "between two and"])
def test_what_is_no_length(text: str) -> None:
    assert read_duration(text, Settings(kind="duration")) is None
