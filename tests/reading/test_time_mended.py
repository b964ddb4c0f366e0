"""Times that were once read wrongly: pieces passed over, ends a day early, notations of ranges."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from conflicts import ConflictsError, read
from conflicts.claims import Modality
from conflicts.values.calendar import DAY, day_number
from conflicts.values.extent import Extent
from conflicts.values.value import Value

MONDAY = date(2025, 7, 21)
TEN = datetime(2025, 7, 21, 10)


def reading(text: str, said: date | None = MONDAY, modality: Modality = "plan") -> Value:
    return read(text, asserted_at=said, modality=modality, kind="time")


def days(first: str, last: str) -> Extent:
    """From the first to the last day, both of them whole."""
    lo, hi = (day_number(*map(int, day.split("-"))) * DAY for day in (first, last))
    return Extent((((lo, 0), (hi + DAY, -1)),))


def spell(first: str, last: str) -> Extent:
    """From one minute until the start of another, which does not belong to it."""
    lo, hi = ((datetime.fromisoformat(text) - datetime(1970, 1, 1)).total_seconds() for text in (first, last))
    return Extent((((int(lo), 0), (int(hi), -1)),))


WHOLE_DAYS = [
    # text, said, first and last day strictly, the same loosely (None: no other), why
    ("within the 1980s", MONDAY, ("1980-01-01", "1989-12-31"), None, "a decade, not 1,980 seconds"),
    ("within the 1990s", MONDAY, ("1990-01-01", "1999-12-31"), None, "a decade"),
    ("for two days from 2 days ago", MONDAY, ("2025-07-19", "2025-07-20"), None, "two days that begin with 19 July"),
    ("for a week from 3 days after 2 June 2025", None, ("2025-06-05", "2025-06-11"), None, "begins on 5 June"),
    ("within 2 months of 28 December 2024", None, ("2024-12-28", "2025-02-28"), ("2024-10-28", "2025-02-28"),
     "28 February is two months on"),
    ("within 2 months of 28 February 2025", None, ("2025-02-28", "2025-04-28"), ("2024-12-28", "2025-04-28"),
     "not the end of April"),
    ("within 1 month of 31 January 2025", None, ("2025-01-31", "2025-02-28"), ("2024-12-31", "2025-02-28"),
     "the last day of a shorter month"),
    ("within 3 days of 2 June 2025", None, ("2025-06-02", "2025-06-05"), ("2025-05-30", "2025-06-05"), "before it"),
    ("Monday of the week of 2 December 2024", None, ("2024-12-02", "2024-12-02"), None, "a day, not its week"),
    ("Wednesday of the week of 2 December 2024", None, ("2024-12-04", "2024-12-04"), None, "2 December is a Monday"),
    ("Friday the week of 14 July 2025", None, ("2025-07-18", "2025-07-18"), None, "no 'of' between them"),
    ("Saturday of the weekend of 5 July 2025", None, ("2025-07-05", "2025-07-05"), None, "a weekend holds it"),
    ("the week of Monday 14 July 2025", None, ("2025-07-14", "2025-07-20"), None, "the weekday of the date"),
    ("week 1 of next year", MONDAY, ("2025-12-29", "2026-01-04"), None, "ISO 8601: it begins in December"),
    ("week 1 of this year", MONDAY, ("2024-12-30", "2025-01-05"), None, "it begins in December"),
    ("week 53 of next year", MONDAY, ("2026-12-28", "2027-01-03"), None, "it ends in January"),
    ("Wednesday of week 1 of next year", MONDAY, ("2025-12-31", "2025-12-31"), None, "a day of December"),
    ("October 10 through 20 2025", None, ("2025-10-10", "2025-10-20"), None, "no comma before the year"),
    ("October 10-20 2025", None, ("2025-10-10", "2025-10-20"), None, "no comma before the year"),
    ("the first and second half of 2025", None, ("2025-01-01", "2025-12-31"), None, "two halves are a year"),
    ("two dozen days ago", MONDAY, ("2025-06-27", "2025-06-27"), None, "24 days"),
    ("a dozen days ago", MONDAY, ("2025-07-09", "2025-07-09"), None, "12 days"),
    (
        "half a year ago",
        MONDAY,
        ("2024-10-21", "2025-04-21"),
        ("2024-07-21", "2025-07-21"),
        "a quarter of a year each way",
    ),
    ("in 2½ weeks", MONDAY, ("2025-08-06", "2025-08-10"), ("2025-08-04", "2025-08-12"), "no twenty-one halves"),
    ("in two and a half years", MONDAY, ("2027-10-21", "2028-04-21"), ("2027-07-21", "2028-07-21"), "likewise"),
    ("the last two quarters", MONDAY, ("2025-01-01", "2025-06-30"), ("2025-01-01", "2025-07-21"), "of the calendar"),
    ("the next three quarters", MONDAY, ("2025-10-01", "2026-06-30"), ("2025-07-21", "2026-06-30"), "likewise"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "strict", "loose", "why"), WHOLE_DAYS)
def test_whole_days(
    text: str, said: date | None, strict: tuple[str, str], loose: tuple[str, str] | None, why: str
) -> None:
    value = reading(text, said)
    assert value.strict == days(*strict), why
    assert value.loose == (days(*strict) if loose is None else days(*strict) | days(*loose)), why


HOURS = [
    # text, strict from and until, loose from and until, why
    ("Friday evening to Saturday morning", ("2025-07-25T17:00", "2025-07-26T12:00"),
     ("2025-07-25T16:00", "2025-07-26T13:00"), "an evening loosely begins at four"),
    ("8 p.m. on Friday of the week of 4 August 2025", ("2025-08-08T20:00", "2025-08-08T20:01"),
     ("2025-08-08T19:30", "2025-08-08T20:30"), "the hour of a day inside a week"),
    ("48 hours from now, on Wednesday", ("2025-07-23T09:30", "2025-07-23T10:30"),
     ("2025-07-23T09:00", "2025-07-23T11:00"), "the weekday agrees"),
    ("in the next two hours today", ("2025-07-21T10:00", "2025-07-21T12:00"),
     ("2025-07-21T10:00", "2025-07-21T12:00"), "the day agrees"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "strict", "loose", "why"), HOURS)
def test_hours(text: str, strict: tuple[str, str], loose: tuple[str, str], why: str) -> None:
    value = reading(text, TEN)
    assert value.strict == spell(*strict), why
    assert value.loose == spell(*loose), why


BERLIN = [
    # text, the minutes of UTC that begin it, why
    ("2025-03-30T02:30", ["2025-03-30T00:30", "2025-03-30T01:30"], "an hour that is skipped"),
    ("2025-10-26T02:30", ["2025-10-26T00:30", "2025-10-26T01:30"], "an hour that is repeated"),
    ("2025-07-21T02:30", ["2025-07-21T00:30"], "a plain one"),
]


@pytest.mark.parametrize(("text", "starts", "why"), BERLIN)
def test_clock_changes_in_iso_8601(text: str, starts: list[str], why: str) -> None:
    epoch = datetime(1970, 1, 1)
    value = read(text, timezone="Europe/Berlin")
    seconds = [int((datetime.fromisoformat(start) - epoch).total_seconds()) for start in starts]
    assert value.strict == Extent([((at, 0), (at + 60, -1)) for at in seconds]), why
    day = date.fromisoformat(text[:10])
    assert value.strict == read(f"{day.day} {day:%B %Y}, {text[11:]}", timezone="Europe/Berlin").strict, why


def test_half_lines_of_iso_8601_hold_every_reading() -> None:
    half_past, later = 1743294600, 1743298200  # 00:30 and 01:30 UTC of the 30 March on which 02:30 is skipped
    assert read("2025-03-30T02:30/..", timezone="Europe/Berlin").strict.lo == (half_past, 0)
    assert read("../2025-03-30T02:30", timezone="Europe/Berlin").strict.hi == (later + 60, -1)


TIMEX3 = [
    # text, modality, TIMEX3 value, why
    ("from noon to 3", "plan", "2025-07-21T12:00/2025-07-21T15:00", "three in the afternoon"),
    ("from 11 to 2 on Friday", "plan", "2025-07-25T11:00/2025-07-25T14:00", "two in the afternoon"),
    ("from 10 p.m. until 2 a.m. on Friday", "plan", "2025-07-25T22:00/2025-07-26T02:00", "ends on the next day"),
    ("from 10 p.m. until 2 a.m.", "plan", "2025-07-21T22:00/2025-07-22T02:00", "ends on the next day"),
    ("between 4pm and 5pm", "fact", "2025-07-20T16:00/2025-07-20T17:00", "both of one day"),
    ("May to August", "plan", "2026-05/2026-08", "both of the coming year"),
    ("Monday 12-4", "plan", "2025-07-21T12:00/2025-07-21T16:00", "from noon, of the two readings"),
    ("2 p.m. to midnight on Friday", "plan", "2025-07-25T14:00/2025-07-25T24:00", "the midnight that ends the day"),
    ("midnight to 2 a.m. on Friday", "plan", "2025-07-25T00:00/2025-07-25T02:00", "the midnight that begins the day"),
    ("Saturday to Tuesday", "fact", "2025-07-12/2025-07-15", "the Tuesday that follows"),
]


@pytest.mark.parametrize(("text", "modality", "expected", "why"), TIMEX3)
def test_the_notation_of_a_range_is_that_of_its_set(text: str, modality: Modality, expected: str, why: str) -> None:
    assert reading(text, TEN, modality).to_timex3() == expected, why


def test_hours_after_a_day_and_a_comma() -> None:
    for day in ("July 25", "July 25, 2025", "25 July", "25 July 2025"):
        for hours in ("2-4 p.m.", "2 to 4 p.m.", "14:00-16:00", "2 p.m. - 4 p.m."):
            assert reading(f"{day}, {hours}").strict == reading(f"{hours} on {day}").strict


def test_clock_times_in_two_zones() -> None:
    noon = reading("noon (1000 GMT) on Friday")
    assert noon.strict == reading("10:00 GMT on Friday").strict
    night = reading("midnight (2200 GMT) on Friday", TEN)
    either = reading("22:00 GMT on 24 July 2025").strict | reading("22:00 GMT on 25 July 2025").strict
    assert night.strict == either  # A midnight can begin or end the day.
    stamped = reading("Jul 20 18:00:00 2025 GMT")
    assert stamped.strict == reading("18:00:00 GMT on 20 July 2025").strict


def test_lengths() -> None:
    for text, same in (("from 5 to 10 hours", "5 to 10 hours"), ("from five to ten days", "5 to 10 days")):
        assert read(text).axis == "duration"
        value, other = (read(one, kind="duration") for one in (text, same))
        assert (value.strict, value.loose) == (other.strict, other.loose)
    assert read("exactly -5 seconds", kind="duration").to_timex3() == "-PT5S"
    assert read("exactly 5 seconds", kind="duration").to_timex3() == "PT5S"
    with pytest.raises(ConflictsError):
        read("from 5 hours", kind="duration")


NO_TIME = "a time is wanted here|cannot be read as a time"

UNREAD = [
    # text, a part of the reason
    ("by 18:00 (1400 GMT) on Friday", "told in two zones"),
    ("after 6 p.m. (1400 GMT) on Friday", "told in two zones"),
    ("from 5 to 6 p.m. (1400 GMT) on Friday", "told in two zones"),
    ("today or 3 p.m. (1200 GMT) on Friday", "told in two zones"),
    ("18:00 1400 GMT on Friday", NO_TIME),
    ("the last 1980s", NO_TIME),
    ("the next 1980s", NO_TIME),
    ("within the next 1980s", NO_TIME),
    ("more than two weeks ago on Friday", "a bound on a length"),
    ("less than two weeks ago at noon", "a bound on a length"),
    ("tonight last night", NO_TIME),
    ("this morning last night", NO_TIME),
    ("noon 9:07 a.m.", NO_TIME),
    ("noon at 9:07 a.m.", NO_TIME),
    ("in the morning overnight", NO_TIME),
    ("early morning evening", NO_TIME),
    ("Friday morning early evening", NO_TIME),
    ("this morning at 8 in the evening", NO_TIME),
    ("eom year to date", NO_TIME),
    ("the first day the last day", NO_TIME),
    ("the first week last week", NO_TIME),
    ("the second quarter the first quarter", NO_TIME),
    ("next minute of Friday", "do not fit together"),
    ("in the next two hours on Tuesday", "do not fit together"),
    ("two hours ago on Friday", "do not fit together"),
    ("in 5 minutes tomorrow", "do not fit together"),
    ("2430 hours", NO_TIME),
    ("nearly two dozen", NO_TIME),
    ("thirty to five days ago", NO_TIME),
    ("2025W010", NO_TIME),
    ("overnight into", NO_TIME),
    ("overnight to", NO_TIME),
    ("the night of", NO_TIME),
]


@pytest.mark.parametrize(("text", "reason"), UNREAD)
def test_unread(text: str, reason: str) -> None:
    with pytest.raises(ConflictsError, match=reason):
        reading(text, TEN)


@pytest.mark.parametrize(
    "text", ["tonight at 8 in the evening", "Friday evening at 8 at night", "8 p.m. Friday evening"]
)
def test_parts_of_the_day_that_agree(text: str) -> None:
    assert reading(text).strict.lo[0] % DAY == 20 * 3600
