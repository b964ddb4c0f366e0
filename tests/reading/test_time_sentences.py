"""What the words around a time tell: verbs near and far, dates in the sentence, a second clock time, zones and changes.

The expected sets are worked out with `datetime` and `zoneinfo`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from reading.test_time_calendar import Span, day, extent, period
from reading.test_time_limits import Row, differing
from time_sets import shown

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.extent import Extent

DAY, HOUR, MINUTE = timedelta(1), timedelta(hours=1), timedelta(minutes=1)
MONDAY = date(2025, 7, 21)
LAST, NEXT = date(2025, 7, 16), date(2025, 7, 23)
"""The Wednesdays beside."""
REACH = 12


def placed(text: str, context: str, said: date | None = MONDAY, modality: str = "fact") -> str:
    settings = Settings(said=said, kind="time", context=context, modality=modality)  # type: ignore[arg-type]
    try:
        value = read_time(text, settings)
    except UnreadError:
        return "unread"
    return "none" if value is None else shown(value.strict)


def test_how_far_a_verb_reaches() -> None:
    for n in range(16):
        words = "one " * n
        expected = NEXT if n < REACH else LAST
        for lead in ("", "It was. ", "Two three four. "):
            assert placed("Wednesday", f"{lead}They will {words}Wednesday") == shown(extent([day(expected)])), n
            assert placed("Wednesday", f"{lead}Wednesday {words}they will") == shown(
                extent([day(NEXT if n + 1 < REACH else LAST)])
            ), n


VERBS: list[tuple[str, date, str]] = [
    ("They will sign. Wednesday", LAST, "a full stop between"),
    ("They will sign; Wednesday", LAST, "a semicolon"),
    ("They will sign! Wednesday", LAST, "an exclamation mark"),
    ("Will they sign? Wednesday", LAST, "a question mark"),
    ("They will sign, Wednesday", NEXT, "a comma is no end"),
    ("They will sign: Wednesday", NEXT, "nor is a colon"),
    ("Wednesday. They will sign", LAST, "an end after it"),
    ("Wednesday; they will sign", LAST, "the same"),
    ("Wednesday, they will sign.", NEXT, "the end of the text is none"),
    ("They met and will sign Wednesday", NEXT, "the nearer verb"),
    ("They will say that they met Wednesday", LAST, "the nearer verb"),
    ("Wednesday they will say that they met", NEXT, "the nearer verb after it"),
    ("Wednesday they met and will sign", LAST, "the nearer verb after it"),
    ("They met Wednesday and will sign", LAST, "one before it counts, not one after"),
    ("They will sign Wednesday, they said", NEXT, "one before it counts, not one after"),
    ("They will be invited Wednesday", NEXT, "what is promised is no past"),
    ("They will not be invited Wednesday", NEXT, "three words before"),
    ("They would not have been invited Wednesday", LAST, "four words before"),
    ("It is to be signed Wednesday", NEXT, "is to"),
    ("It was to them and signed Wednesday", LAST, "nothing promised"),
    ("A tired crowd Wednesday", LAST, "a past form"),
    ("They vowed Wednesday, and will go", LAST, "a past form of five letters"),
    ("Used Wednesday, it will go", NEXT, "of four letters it is none"),
    ("The bed Wednesday will stay", NEXT, "nor of three"),
    ("Wednesday Wednesday they will go", NEXT, "told twice, the first counts"),
    ("They will go", NEXT, "a sentence that does not hold it"),
    ("They went", LAST, "the same"),
    ("one " * 30 + "will", NEXT, "a sentence that does not hold it speaks by its end"),
    ("will" + " one" * 30, LAST, "not by its beginning"),
    ("x " * 990 + "they will", NEXT, "within two thousand characters"),
    ("x " * 1010 + "they will", LAST, "beyond them"),
    ("WEDNESDAY THEY WILL", NEXT, "in capitals"),
]


@pytest.mark.parametrize(("context", "expected", "why"), VERBS)
def test_the_verb_tells_the_tense(context: str, expected: date, why: str) -> None:
    assert placed("Wednesday", context) == shown(extent([day(expected)])), why
    assert placed("Wednesday", context, modality="plan") == shown(extent([day(NEXT)])), "a plan stays one"


def at(text: str) -> Span:
    return day(date.fromisoformat(text))


def whole(unit: str, text: str) -> Span:
    return period(unit, date.fromisoformat(text))


TOLD: list[tuple[str, str, Span, str]] = [
    ("the next day", "On 9 March 2024 he spoke, as 2 days ago, and left the next day.", at("2024-03-10"), "no length"),
    ("the next day",
    "On 9 March 2024 he spoke of 2 upcoming months; the next day he left.", at("2024-03-10"), "no stretch"),
    ("the next day", "On 9 March 2024 he spoke to 12 men; the next day he left.", at("2024-03-10"), "no number"),
    ("the next day",
    "On 9 March 2024 he paid 2020 euros; the next day he left.", at("2024-03-10"), "no year without in"),
    ("the following year", "In 2020 he came; the following year he left.", whole("year", "2021-01-01"), "a year"),
    ("the following year", "He came in 2020; the following year he left.", whole("year", "2021-01-01"), "a year"),
    ("the following year", "He, too, came in 2020; the following year he left.", whole("year", "2021-01-01"), "a year"),
    ("the following year", "2020 men came; the following year they left.", whole("year", "2026-01-01"), "no year"),
    ("the following month", "In 2020 he came; in May 2021 he left, and the following month he died.",
     whole("month", "2021-06-01"), "the nearer"),
    ("the same day", "On Tuesday he came; the same day he left.", at("2025-07-15"), "a weekday"),
    ("the same day", "Yesterday he came; the same day he left.", at("2025-07-20"), "a day told from today"),
    ("the same day", "At Christmas 2023 he came; the same day he left.", at("2023-12-25"), "a holiday"),
    ("the same month", "In May 2024 he came; the same month he left.", whole("month", "2024-05-01"), "a month"),
    ("the next day", "On 30 February 2024 he came; the next day he left.", at("2025-07-22"), "no such day"),
    ("the next day", "He came; the next day he left. That was on 9 March 2024.", at("2024-03-10"), "the date after"),
    ("the next day",
    "He came; the next day he left, on 9 March 2024, or on 5 May 2024.", at("2024-03-10"), "the first after"),
    ("the next day", "9 March 2024. 5 May 2024. That is all that the paper says of it.", at("2024-03-10"), "the first"),
    ("the next day",
    "5 May 2024, and 9 March 2024; the next day he left. On 1 June 2024 he died.", at("2024-03-10"), "the last before"),
    ("the next day", "word " * 290 + "9 March 2024, the next day", at("2024-03-10"), "within three hundred words"),
    ("the next day", "word " * 310 + "9 March 2024, the next day", at("2025-07-22"), "beyond them"),
    ("two weeks later",
    "He came on 1 March 2024 and left two weeks later.", (date(2024, 3, 11), date(2024, 3, 20)), "half a week"),
    ("that week", "He came on 5 March 2024 and left that week.", whole("week", "2024-03-05"), "that"),
    ("the previous month", "He came on 5 March 2024; the previous month he had called.", whole("month",
    "2025-06-01"), "today's"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "context", "expected", "why"), TOLD)
def test_the_day_that_the_sentence_tells(text: str, context: str, expected: Span, why: str) -> None:
    assert placed(text, context) == shown(extent([expected])), why


def test_a_sentence_needs_a_day_of_speaking() -> None:
    assert placed("the next day", "On 9 March 2024 he spoke; the next day he left.", None) == "unread"


# ---------------------------------------------------------------- two clock times


def test_a_clock_time_and_the_same_in_utc() -> None:
    """Between twelve hours behind UTC and fourteen ahead, in whole quarters; both, where two days would fit."""
    rows: list[Row] = []
    friday = datetime(2025, 7, 25)
    for here, there, minute in product((0, 9, 15, 21), range(24), (0, 15, 7)):
        local = friday + here * HOUR + 45 * MINUTE
        utc = [friday + n * DAY + there * HOUR + minute * MINUTE for n in (-1, 0, 1)]
        fits = [
            one for one in utc if -12 * HOUR <= local - one <= 14 * HOUR and (local - one) % (15 * MINUTE) == 0 * HOUR
        ]
        meant = extent([(one, one + MINUTE) for one in fits]) if fits else None
        outside, inside = f"{here:02d}:45", f"{there:02d}{minute:02d} GMT"
        if here > 12 or here == 0:
            rows.append((f"{outside} ({inside}) on Friday", meant))
            rows.append((f"Friday at {outside} ({inside})", meant))
            rows.append((f"{outside} ({inside}) Friday", meant))
        half = "a.m." if here < 12 else "p.m."
        rows.append((f"{here % 12 or 12}:45 {half} ({inside}) on Friday", meant))
    assert not differing(rows)


def test_two_zones_must_be_one_moment() -> None:
    rows: list[Row] = []
    moment = datetime(2025, 7, 25, 14)
    meant = extent([(moment, moment + MINUTE)])
    for one, other in (("18:00 GMT+4", "2 p.m. GMT"), ("10:00 EDT", "1400 GMT"), ("2 p.m. UTC", "5 p.m. Kyiv time")):
        rows += [
            (f"{one} ({other}) on Friday", meant),
            (f"Friday at {one} ({other})", meant),
            (f"Friday at {one} ({other}", meant),
        ]
        rows.append((f"{one} ({other} Friday) on Friday", meant))
    rows += [(text, None) for text in ("18:00 GMT+4 (3 p.m. GMT) on Friday", "10:00 EDT (1401 GMT) on Friday",
                                       "18:00 (GMT) Friday (1400 GMT)",
                                       "18:00 (from 1 p.m. GMT) on Friday")]  # fmt: skip
    assert not differing(rows)


# ---------------------------------------------------------------- zones


def test_offsets_hour_by_hour() -> None:
    rows: list[Row] = []
    nine = datetime(2025, 7, 25, 9)
    for sign, hours, minutes in product((1, -1), (0, 1, 3, 9, 10, 13, 14, 15, 20), (0, 1, 30, 45, 59, 60)):
        shift = sign * (hours * HOUR + minutes * MINUTE)
        is_real = hours <= 14 and minutes < 60
        if sign < 0 and not is_real:
            continue  # A range of hours, or a year.
        meant = extent([(nine - shift, nine - shift + MINUTE)]) if is_real else None
        plus = "+" if sign > 0 else "-"
        for text in (
            f"{plus}{hours:02d}:{minutes:02d}",
            f"{plus}{hours}:{minutes:02d}",
            f"{plus}{hours:02d}{minutes:02d}",
        ):
            rows += [(f"Friday at 9 a.m. UTC{text}", meant), (f"9 a.m. GMT{text} on Friday", meant)]
        if not minutes:
            rows += [(f"Friday at 9 a.m. UTC{plus}{hours}", meant), (f"9 a.m. GMT {plus}{hours} on Friday", meant)]
    assert not differing(rows)


CHANGES = [
    ("Europe/London", (2025, 10, 26)), ("Europe/London", (2025, 3, 30)), ("America/New_York", (2025, 11, 2)),
    ("America/New_York", (2025, 3, 9)), ("Australia/Lord_Howe", (2025, 4, 6)), ("Australia/Lord_Howe", (2025, 10, 5)),
    ("Pacific/Apia", (2011, 12, 30)), ("Asia/Kathmandu", (2025, 5, 5)), ("America/St_Johns", (2025, 11, 2)),
]  # fmt: skip


def offsets(name: str, at: datetime) -> list[timedelta]:
    found = [at.replace(tzinfo=ZoneInfo(name), fold=fold).utcoffset() or timedelta() for fold in (0, 1)]
    return found[:1] if found[0] == found[1] else found


@pytest.mark.parametrize(("name", "of"), CHANGES)
def test_every_half_hour_around_a_clock_change(name: str, of: tuple[int, int, int]) -> None:
    noon = datetime(*of, 12)
    for n in range(-60, 60):
        at = noon + n * 30 * MINUTE + 7 * MINUTE
        meant = extent([(at - offset, at + MINUTE - offset) for offset in offsets(name, at)])
        printed = f"{at.day} {at:%B} {at.year}"
        for text, zone in ((f"{at:%H:%M} {name} on {printed}", None), (f"{printed} {at:%H:%M}", name)):
            value = read_time(text, Settings(kind="time", zone=zone, lang="de"))
            assert value is not None
            assert (value.strict, value.clock) == (meant, "zoned"), text
    for n in (-2, -1, 0, 1):
        lo = datetime(*of) + n * DAY
        first, last = offsets(name, lo), offsets(name, lo + DAY - timedelta(seconds=1))
        meant = extent([(min(lo - offset for offset in first), max(lo + DAY - offset for offset in last))])
        value = read_time(f"{lo.day} {lo:%B} {lo.year}", Settings(kind="time", zone=name))
        assert value is not None
        assert value.strict == meant, lo


def test_the_zone_of_the_claim() -> None:
    nine = datetime(2025, 7, 25, 9, 7)
    for zone, shift in (
        ("+3", 180), ("+03", 180), ("+0300", 180), ("+03:00", 180), ("-05:30", -330), ("Z", 0), ("z", 0), ("utc", 0),
        ("GMT", 0), ("Europe/Kyiv", 180), ("europe/kyiv", 180), (" Asia/Kolkata ", 330), ("America/New_York", -240),
    ):  # fmt: skip
        value = read_time("09:07 on 25 July 2025", Settings(kind="time", zone=zone))
        assert value is not None
        assert value.strict == extent([(nine - shift * MINUTE, nine + MINUTE - shift * MINUTE)]), zone
    for zone in ("Mars/Base", "+3:0:0", "+123", "+x", "", "kyiv time"):
        if zone:
            with pytest.raises(UnreadError, match="unknown time zone"):
                read_time("09:07 on 25 July 2025", Settings(kind="time", zone=zone))


PLACES = [
    ("Europe/Kyiv", 180), ("America/Argentina/Buenos_Aires", -180), ("America/Port-au-Prince", -240),
    ("Asia/Kolkata", 330),
    ("Tokyo time", 540), ("New York time", -240), ("Port of Spain time", -240), ("Ho Chi Minh time", 420),
    ("Sao Paulo time", -180), ("Paris time", 120), ("Nairobi standard time", 180), ("Lima time zone", -300),
    ("UTC", 0), ("UTC+3", 180),
]  # fmt: skip


def test_zones_by_their_names() -> None:
    rows: list[Row] = []
    nine = datetime(2025, 7, 25, 9, 7)
    for name, shift in PLACES:
        meant = extent([(nine - shift * MINUTE, nine + MINUTE - shift * MINUTE)])
        for text in (f"9:07 a.m. {name} on Friday", f"Friday at 9:07 a.m. {name}", f"9:07 a.m. on Friday {name}",
                     f"9:07 a.m. {name} on 25 July 2025", f"9:07 a.m. {name} 25 July 2025",
                     f"Friday, July 25, 9:07 a.m. {name}"):  # fmt: skip
            rows.append((text, meant))
    assert not differing(rows)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("09:07 Kyiv time on 25 July 12025", datetime(2025, 7, 25, 6, 7)),
        ("09:07 Kyiv time on 25 January 12025", datetime(2025, 1, 25, 7, 7)),
        ("09:07 UTC on 25 January 12025", datetime(2025, 1, 25, 9, 7)),
    ],
)
def test_zones_in_years_far_away(text: str, meant: datetime) -> None:
    """Beyond the years that zones are told for, they change as in the same year of the cycle of 400."""
    value = read_time(text, Settings(kind="time", lang="de"))
    assert value is not None
    lo = extent([(meant, meant + MINUTE)]).intervals[0][0][0] + 25 * 146_097 * 86_400
    assert value.strict == Extent((((lo, 0), (lo + 60, -1)),))
