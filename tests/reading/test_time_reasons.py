"""What a reader of times says beside the value: notes, reasons, and where it stops."""

from __future__ import annotations

from datetime import date

import pytest

from conflicts import UnreadError, read
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.reading.time.tokens import LONGEST

SAID = "2025-07-21"

NOTES = [
    ("Q2", "quarter taken as a quarter of the calendar year 2025", "the year is not told"),
    ("Q4", "quarter taken as a quarter of the calendar year 2024", "the last one, of a fact"),
    ("5/6/2019", "the date can be 6 May or 5 June", "two orders, the earlier day first"),
    ("Wednesday 5/6/2019", None, "one of them is that weekday"),
    ("at 7", "07:00 can be a.m. or p.m.", "half a day apart"),
    ("23 July", None, "nothing to say"),
]


@pytest.mark.parametrize(("text", "note", "why"), NOTES)
def test_notes(text: str, note: str | None, why: str) -> None:
    assert read(text, asserted_at=SAID, kind="time").note == note, why


REASONS = [
    ("Tuesday 5/6/2019", "no order of day and month gives a date that exists and is that weekday"),
    ("Tuesday, 23 July 2025", "23 July 2025 is a Wednesday, not a Tuesday"),
    ("31 June 2025", "there is no 31 June in 2025"),
    ("29 February 2025", "there is no 29 February in 2025"),
    ("next month, October", "its parts do not fit together: they name different times"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_reasons(text: str, reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text, asserted_at=SAID, kind="time")
    assert str(caught.value) == reason


def test_a_text_can_be_so_long_and_no_longer() -> None:
    settings = Settings(said=date(2025, 7, 21), kind="time")
    for text in ("23 July 2025", "from 23 to 25 July 2025"):
        assert read_time(text.ljust(LONGEST), settings) is not None
        assert read_time(text.ljust(LONGEST + 1), settings) is None


@pytest.mark.parametrize("week", ["last week", "next week", "the week before last"])
@pytest.mark.parametrize("day", ["Monday", "Thursday", "Sunday"])
def test_a_dash_between_a_week_and_its_day(week: str, day: str) -> None:
    dashed, plain = (read(text, asserted_at=SAID, kind="time") for text in (f"{week} - {day}", f"{day} {week}"))
    assert (dashed.strict, dashed.loose) == (plain.strict, plain.loose)
