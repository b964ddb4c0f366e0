"""Moments: which of two came first, as far as they tell, and the wall clock on which they were spoken."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.claims import Moment
from conflicts.moments import Order, local_day, offset_text, order, spoken_at

FLIPPED = {Order.BEFORE: Order.AFTER, Order.AFTER: Order.BEFORE}


def moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


ORDERS: list[tuple[str | None, str | None, Order, str]] = [
    ("2025-07-21", "2025-07-22", Order.BEFORE, "two days"),
    ("2025-07-21", "2025-07-21", Order.UNKNOWN, "one day: either can be first"),
    (None, "2025-07-21", Order.UNKNOWN, "no date, no order"),
    (None, None, Order.UNKNOWN, "no date, no order"),
    ("2025-07-21T10:00", "2025-07-21T11:00", Order.BEFORE, "two wall clocks without zone"),
    ("2025-07-21T10:00", "2025-07-21T10:00", Order.SAME, "the same wall clock"),
    ("2025-07-21T10:00+03:00", "2025-07-21T09:00+00:00", Order.BEFORE, "instants, not the figures on the clock"),
    ("2025-07-21T10:00+03:00", "2025-07-21T07:00+00:00", Order.SAME, "one instant on two clocks"),
    ("2025-07-22T01:00+03:00", "2025-07-21T23:00+00:00", Order.BEFORE, "instants beat local dates"),
    ("2025-07-21T10:00", "2025-07-21T23:00+00:00", Order.UNKNOWN, "one day, and one clock has no zone"),
    ("2025-07-21T10:00", "2025-07-22T01:00+00:00", Order.BEFORE, "by local dates where one clock has no zone"),
    ("2025-07-21", "2025-07-21T10:00", Order.UNKNOWN, "a day and a time on it"),
    ("2025-07-21", "2025-07-22T00:30+14:00", Order.BEFORE, "by local dates where one has no time"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), ORDERS)
def test_order(a: str | None, b: str | None, expected: Order, why: str) -> None:
    assert order(moment(a), moment(b)) is expected, why
    assert order(moment(b), moment(a)) is FLIPPED.get(expected, expected), f"{why}, turned round"


SPOKEN: list[tuple[str | None, str | None, str | None, str]] = [
    (None, "Europe/Kyiv", None, "nothing to move"),
    ("2025-07-21", "Europe/Kyiv", "2025-07-21", "a day has no clock"),
    ("2025-07-21T10:00", None, "2025-07-21T10:00:00", "no zone named"),
    ("2025-07-21T10:00", "Europe/Kyiv", "2025-07-21T10:00:00+03:00", "a wall clock is that zone's"),
    ("2025-07-20T22:30+00:00", "Europe/Kyiv", "2025-07-21T01:30:00+03:00", "an instant moves, and its day with it"),
    ("2025-01-20T22:30+00:00", "Europe/Kyiv", "2025-01-21T00:30:00+02:00", "winter time"),
]


@pytest.mark.parametrize(("text", "zone", "expected", "why"), SPOKEN)
def test_spoken_at(text: str | None, zone: str | None, expected: str | None, why: str) -> None:
    found = spoken_at(moment(text), zone)
    assert (None if found is None else found.isoformat()) == expected, why


OFFSETS: list[tuple[str | None, str | None]] = [
    (None, None),
    ("2025-07-21", None),
    ("2025-07-21T10:00", None),
    ("2025-07-21T10:00Z", "+00:00"),
    ("2025-07-21T10:00-04:30", "-04:30"),
    ("2025-07-21T10:00-00:30", "-00:30"),
    ("2025-07-21T10:00+14:00", "+14:00"),
]


@pytest.mark.parametrize(("text", "expected"), OFFSETS)
def test_offset_text(text: str | None, expected: str | None) -> None:
    assert offset_text(moment(text)) == expected


ZONES = st.sampled_from([UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-11))])
MOMENTS = (
    st.none()
    | st.dates(date(2000, 1, 1), date(2000, 1, 3))
    | st.datetimes(datetime(2000, 1, 1), datetime(2000, 1, 3))
    | st.datetimes(datetime(2000, 1, 1), datetime(2000, 1, 3), timezones=ZONES)
)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(a=MOMENTS, b=MOMENTS)
def test_order_turned_round(a: Moment | None, b: Moment | None) -> None:
    there, back = order(a, b), order(b, a)
    assert back is FLIPPED.get(there, there)
    if there is Order.BEFORE and not (isinstance(a, datetime) and isinstance(b, datetime)):
        assert a is not None
        assert b is not None
        assert local_day(a) < local_day(b)
