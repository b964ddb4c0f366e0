"""How the two ends of a range fill each other's gaps."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.time.spec import Clock, Count, Length, Offset, Spec
from conflicts.values.calendar import HOUR

_A_DAY: Final = Length(((1, 1, "day"),))


def lend_date(giver: Spec, taker: Spec, *, is_left: bool, is_lead: bool = False) -> None:
    """Give month, year and other holding periods to an end of a range that lacks them."""
    if taker.bare is not None and taker.clock is None and not taker.has_date:
        is_day = giver.month is not None or giver.day is not None or giver.dates is not None or bool(giver.relatives)
        if is_lead and (giver.has_day or giver.month is None):
            is_day = False
        if is_day and giver.clock is None and giver.bare is None and 1 <= taker.bare[0] <= 31:
            taker.day, taker.bare = taker.bare[0], None
    if giver.bare is not None and taker.bare is not None:
        return
    if taker.has_date and taker.day is not None and taker.month is None and taker.weekday is None and taker.nth is None:
        if giver.month is not None:
            taker.month = giver.month
            if giver.day is not None and not taker.year:
                if is_left and taker.day > giver.day:
                    taker.month = giver.month - 1 or 12
                elif not is_left and taker.day < giver.day:
                    taker.month = giver.month % 12 + 1
            taker.month_relative = giver.month_relative
        elif giver.relatives and (is_lead or giver.has_day):
            taker.relatives = giver.relatives
    if taker.weekday is not None and not taker.relatives and taker.weekday_relative is None and taker.day is None:
        if giver.relatives and (is_lead or giver.has_day):
            taker.relatives = giver.relatives
        elif giver.weekday_relative and not is_left and giver.weekday is not None:
            _weekday_after(giver, taker)
    if not taker.has_date and giver.has_date and (taker.has_time or taker.bare is not None):
        _copy_date(giver, taker)
    is_free = taker.decade is None and taker.offset is None and taker.month_relative is None
    if taker.year is None and giver.year is not None and is_free:
        _lend_year(giver, taker, is_left=is_left)
    elif taker.month is not None and taker.year is None and giver.relatives and not taker.relatives:
        taker.relatives = tuple(pair for pair in giver.relatives if pair[0] == "year")


def begin_before(first: Spec, last: Spec, *, is_open: bool) -> None:
    """Let hours begin on the day before one that is told with the last of them: "from 10 p.m. to Friday 6 a.m.".

    `is_open` tells that an hour without a.m. or p.m. can be either. Raises `UnreadError` where nothing tells on which
    day before: "from 8 a.m. to Friday 5 p.m.".
    """
    start, end = _second(first, is_open=is_open), _second(last, is_open=is_open)
    if start is None or end is None or first.has_date or not last.has_day or last.relative_day == 0:
        return
    if start <= end and last.relative_day != 1:
        raise UnreadError("it does not tell the day on which it begins; write that before the first hour")
    day = evolve(last, clock=None, clock_word=None, part=None, zone=None, leads=0)
    first.offset = Offset(-1, _A_DAY, day, is_exact_day=True)


def _second(spec: Spec, *, is_open: bool) -> Count | None:
    """The second of the day that a clock time means, None if there is none or it is one of two."""
    if spec.clock_word == "noon":
        return 12 * HOUR
    return None if spec.clock is None or (is_open and spec.clock.is_open) else spec.clock.seconds


def follow(first: Spec, last: Spec) -> None:
    """Let the end of a range lie ahead that begins now or on a later day."""
    if first.is_now or (first.relative_day is not None and first.relative_day >= 0):
        look_ahead(last)


def look_ahead(spec: Spec) -> None:
    """Let a time that nothing places lie ahead, as the end of what begins now: "from now until Christmas"."""
    if spec.year is not None or spec.relatives:
        return
    if spec.weekday is not None and spec.weekday_relative is None and spec.month is None and spec.day is None:
        spec.weekday_relative = "coming"
    elif spec.month is not None and spec.month_relative is None:
        spec.month_relative = "coming"
    elif (spec.holiday is not None or spec.season is not None) and spec.period_relative is None:
        spec.period_relative = "coming"


def _weekday_after(giver: Spec, taker: Spec) -> None:
    """ "from next Monday to Friday": the Friday of that week."""
    taker.weekday_relative = giver.weekday_relative
    if taker.weekday is not None and giver.weekday is not None and taker.weekday < giver.weekday:
        taker.weekday_shift += 1


def _copy_date(giver: Spec, taker: Spec) -> None:
    for name in (
        "year", "month", "day", "dates", "weekday", "weekday_relative", "weekday_shift", "month_relative", "nth",
        "nth_unit", "nth_count", "relative_day", "holiday", "offset", "week", "is_now", "rolling", "reference",
        "quarter", "half", "season", "period_relative", "fiscal", "decade", "century",
    ):  # fmt: skip
        setattr(taker, name, getattr(giver, name))
    taker.relatives = giver.relatives


def _lend_year(giver: Spec, taker: Spec, *, is_left: bool) -> None:
    is_in_year = (
        taker.month is not None or taker.quarter is not None or taker.season is not None or taker.half is not None
    )
    if not (is_in_year or taker.day is not None) or giver.year is None:
        if taker.dates is not None and taker.dates[0][0] is None:
            taker.year = giver.year
        return
    year = giver.year
    if giver.month is not None and taker.month is not None:
        has_days = taker.day is not None and giver.day is not None
        mine = taker.month, (taker.day or 0) if has_days else 0
        theirs = giver.month, (giver.day or 0) if has_days else 0
        if is_left and mine > theirs:
            year -= 1
        elif not is_left and mine < theirs:
            year += 1
    taker.year = year


def lend_clock(giver: Spec, taker: Spec, *, is_left: bool) -> None:
    """Give the half of the day, the part of the day and the zone."""
    if taker.zone is None and giver.zone is not None:
        taker.zone = giver.zone
    is_timed = giver.clock or giver.clock_word or giver.part or (giver.bare and taker.has_day)
    if taker.bare is not None and taker.clock is None and taker.bare[0] <= 24 and is_timed:
        taker.clock = Clock(taker.bare[0], is_open=1 <= taker.bare[0] <= 12)
        taker.bare = None
    if taker.clock is None:
        return
    if (
        taker.part is None
        and giver.part is not None
        and (giver.clock is not None or not giver.has_date or taker.clock.is_open or giver.part == "ON")
    ):
        taker.part = giver.part
    is_open = taker.clock.is_open and not taker.is_exact
    if is_open and giver.clock is not None and not giver.clock.is_open and taker.part is None:
        taker.clock = _beside(taker.clock, giver.clock, is_left=is_left)


def _beside(mine: Clock, theirs: Clock, *, is_left: bool) -> Clock:
    """The reading of an open clock time that lies next to the other end."""
    early = Clock(mine.hour % 12, mine.minute, mine.second, mine.grain)
    late = early.half_day_later()
    if is_left:
        before = [clock for clock in (early, late) if clock.seconds < theirs.seconds]
        return before[-1] if before else late
    after = [clock for clock in (early, late) if clock.seconds > theirs.seconds]
    return after[0] if after else early
