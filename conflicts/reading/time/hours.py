"""Times told by a length of hours: "two hours ago", "48 hours before Friday", "the next five hours"."""

from __future__ import annotations

from collections.abc import Callable

from conflicts.reading.anchor import Anchor
from conflicts.reading.time import periods
from conflicts.reading.time.reading import Placed, Seconds, Stretch
from conflicts.reading.time.relative import CLOCK_SECONDS, CLOCK_UNITS, length_timex, parts_told
from conflicts.reading.time.spec import Clock, Length, Offset, Spec
from conflicts.values.calendar import DAY, HOUR, MINUTE


def is_by_the_clock(offset: Offset) -> bool:
    """Whether a length leads to a time of day: by its own hours, or as a stretch that begins with an hour."""
    if any(unit in CLOCK_UNITS for _, _, unit in offset.length.parts):
        return True
    return offset.sign == 0 and offset.base is not None and offset.base.has_time


def by_the_clock(spec: Spec, anchor: Anchor, place: Callable[[Spec, Anchor], Placed]) -> Placed:
    """ "two hours ago", "in 5 minutes", "30 minutes after noon": half a unit each way; `place` places the base.

    What is told in halves or quarters of a unit, by half of these.
    """
    offset = spec.offset
    assert offset is not None
    length, sign = offset.length, offset.sign
    starts: list[Stretch]
    if offset.base is not None:
        base = place(offset.base, anchor)
        starts = [(start, start) for start, _ in base.best] if base.is_clock else base.best
    elif anchor.now is not None:
        starts = [(anchor.now, anchor.now)]
    else:
        today = anchor.need("time told by a length")
        starts = [(today * DAY, (today + 1) * DAY)]
        if _clock_seconds(length, is_high=True) < DAY and len(length.parts) == 1:
            # Some hours from an unknown moment of the day: that day, as people round it.
            near: list[Stretch] = [((today - 1) * DAY, (today + 2) * DAY)]
            return Placed(starts, near, "day", periods.timex((today, today + 1), "day"))
    if sign == 0:
        return Placed([(start, moved(end, length)) for start, end in starts], unit="minute", is_clock=True)
    if offset.is_beside:
        beside: list[Stretch] = [
            (end, moved(end, length, is_high=True)) if sign > 0 else (moved(start, length, -1, is_high=True), start)
            for start, end in starts
        ]
        return Placed(beside, unit="minute", timex=length_timex(length))
    half = max(CLOCK_SECONDS.get(length.finest, HOUR) // (2 * parts_told(length)), 1)
    best, fair = [], []
    for start, end in starts:
        lows, highs = zip(*((moved(start, length, sign, is_high=high), moved(end, length, sign, is_high=high))
                            for high in (False, True)), strict=True)  # fmt: skip
        blur = half if start == end else 0
        best.append((min(lows) - blur, max(highs) + blur))
        fair.append((min(lows) - blur - half, max(highs) + blur + half))
    first, end = starts[0]
    text = None
    if first == end:
        text = _moment_text(int(best[0][0] + half), "second" if length.finest == "second" else "minute")
    return Placed(best, fair, length.finest, text)


def moved(second: Seconds, length: Length, sign: int = 1, *, is_high: bool = False) -> Seconds:
    """A moment moved by a length of days and hours: the days first, on the calendar."""
    day, of_day = divmod(second, DAY)
    for count, unit in length.counts(is_high=is_high):
        if unit not in CLOCK_UNITS:
            day = periods.shifted(int(day), unit, count * sign)
    return day * DAY + of_day + sign * _clock_seconds(length, is_high=is_high)


def _clock_seconds(length: Length, *, is_high: bool = False) -> int:
    return sum(
        int(count * CLOCK_SECONDS[unit]) for count, unit in length.counts(is_high=is_high) if unit in CLOCK_UNITS
    )


def _moment_text(second: int, grain: str) -> str:
    day, of_day = divmod(second, DAY)
    clock = Clock(of_day // HOUR, of_day % HOUR // MINUTE, of_day % MINUTE, grain)
    return f"{periods.timex((day, day + 1), 'day')}T{clock_text(clock)}"


def rolling_clock(spec: Spec, anchor: Anchor) -> Placed:
    """ "the next five hours", "within 30 minutes"."""
    rolling = spec.rolling
    assert rolling is not None
    length, sign = rolling.length, rolling.sign
    text = length_timex(length)
    if anchor.now is None:
        today = anchor.need("time counted from the moment of speaking")
        start, end = today * DAY, (today + 1) * DAY
        far = moved(end if sign > 0 else start, length, sign, is_high=True)
        return Placed([(start, far) if sign > 0 else (far, end)], [], "day", text)
    now = anchor.now
    low, high = (sorted((now, moved(now, length, sign, is_high=is_high))) for is_high in (False, True))
    return Placed([(low[0], low[1])], [(high[0], high[1])], "minute", text, is_clock=True)


def clock_text(clock: Clock) -> str:
    text = f"{clock.hour:02d}:{clock.minute:02d}"
    if clock.grain != "second":
        return text
    whole = int(clock.second // 1)
    rest = clock.second - whole
    return f"{text}:{whole:02d}" + (f"{float(rest):.6f}"[1:].rstrip("0") if rest else "")
