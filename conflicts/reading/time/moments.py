"""From the pieces of a point of time to the stretches of seconds it means: times of day laid into days."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time import periods
from conflicts.reading.time.context import day_in_context
from conflicts.reading.time.dayspans import Days, weekdays_in
from conflicts.reading.time.hours import by_the_clock, clock_text, is_by_the_clock, rolling_clock
from conflicts.reading.time.reading import Placed, Seconds, Stretch, days
from conflicts.reading.time.relative import CLOCK_UNITS
from conflicts.reading.time.resolve import resolve_days
from conflicts.reading.time.spec import Clock, Spec
from conflicts.reading.time.zones import LOCAL, clock_suffix
from conflicts.values.calendar import DAY, HOUR, MINUTE

# Hours of the parts of a day: strict from, to; loose from, to. Over 24 is the next day.
PARTS: Final[dict[str, tuple[int, int, int, int]]] = {
    "MO": (5, 12, 0, 13), "AF": (12, 18, 12, 20), "EV": (17, 24, 16, 26), "NI": (19, 29, 17, 32),
    "MI": (11, 14, 10, 15), "DA": (4, 8, 2, 10), "DU": (16, 22, 15, 24),
    "DT": (6, 20, 4, 22), "BH": (8, 18, 7, 20), "MEB": (6, 10, 5, 11),
    "MEL": (11, 14, 10, 16), "MED": (17, 22, 16, 24), "ON": (-6, 9, -8, 12), "NF": (19, 29, 0, 33),
}  # fmt: skip
_PART_TEXT: Final = {"DA": "MO", "DU": "EV", "ON": "NI", "NF": "NI", "BH": "DT"}
_SHARES: Final = {
    "early": 0, "start": 0, "earlier": 0, "firsthalf": 0, "mid": 1, "late": 2, "later": 2, "end": 2, "secondhalf": 2,
}  # fmt: skip
ROUGH: Final[dict[str, tuple[Seconds, Seconds]]] = {
    # "about" a time printed this fine: (strict, loose) widening on each side.
    "second": (15, 60),
    "minute": (10 * MINUTE, 30 * MINUTE),
    "hour": (15 * MINUTE, 45 * MINUTE),
    "part": (HOUR, 3 * HOUR),
    "day": (DAY, 3 * DAY),
    "week": (3 * DAY, 7 * DAY),
    "weekend": (2 * DAY, 5 * DAY),
    "month": (7 * DAY, 31 * DAY),
    "quarter": (31 * DAY, 92 * DAY),
    "season": (31 * DAY, 92 * DAY),
    "half": (61 * DAY, 183 * DAY),
    "year": (2 * 366 * DAY, 10 * 366 * DAY),
    "decade": (2 * 366 * DAY, 5 * 366 * DAY),
    "century": (20 * 366 * DAY, 50 * 366 * DAY),
}
ROUGH_LENGTH: Final[dict[str, tuple[Seconds, Seconds]]] = {
    # The same where so many of the unit are counted, which are less rough than a year that is named.
    "year": (92 * DAY, 183 * DAY),
    "decade": (366 * DAY, 2 * 366 * DAY),
    "century": (10 * 366 * DAY, 20 * 366 * DAY),
}

_EARLY, _MIDDLE, _LATE = ((0, 9), (0, 12)), ((9, 15), (8, 16)), ((18, 27), (15, 27))
_PARTS_OF_A_DAY: Final = {
    # Hours, strict and loose.
    "early": _EARLY, "start": _EARLY, "earlier": _EARLY, "mid": _MIDDLE, "late": _LATE, "later": _LATE, "rest": _LATE,
    "end": ((17, 24), (15, 27)), "firsthalf": ((0, 12), (0, 12)), "secondhalf": ((12, 24), (12, 24)),
}  # fmt: skip
_MOST_DAYS: Final = 400


def place(spec: Spec, anchor: Anchor) -> Placed:
    """The stretches that `spec` means, still on its wall clock; raises `UnreadError` where they cannot be known."""
    if spec.offset is not None and spec.clock is None and is_by_the_clock(spec.offset):
        placed = _fitting(by_the_clock(spec, anchor, place), spec, anchor)
    elif spec.rolling is not None and any(unit in CLOCK_UNITS for _, _, unit in spec.rolling.length.parts):
        placed = _fitting(rolling_clock(spec, anchor), spec, anchor)
    elif spec.has_time:
        found = days_of_clock(spec, resolve_days(spec, anchor)) if spec.has_date else day_of_clock(spec, anchor)
        placed = time_of_day(spec, found, is_forward=anchor.is_forward)
    else:
        found = resolve_days(spec, anchor)
        placed = _whole_days(found, spec, anchor)
    if spec.approx:
        _blur(placed, None if spec.offset is None else spec.offset.length.finest)
    if spec.is_exact:
        placed.slack, placed.fair = (0, 0), []
    return placed


def _fitting(placed: Placed, spec: Spec, anchor: Anchor) -> Placed:
    """A time told by hours, if the days told beside it hold it: "48 hours from now, on Wednesday"."""
    spans = [(int(start // DAY), int(-(-end // DAY))) for start, end in placed.best]
    if spec.weekday is not None:
        spans = [span for span in spans if weekdays_in(Days([span]), spec.weekday).best]
    if spans and (spec.has_own_day or spec.has_period):
        told = resolve_days(evolve(spec, offset=None, rolling=None, weekday=None, part=None), anchor)
        spans = [one for one in spans for lo, hi in (*told.best, *told.fair) if lo < one[1] and one[0] < hi]
    if not spans or spec.clock is not None or spec.clock_word is not None:
        raise UnreadError("its parts do not fit together: they name different times")
    return placed


def _whole_days(found: Days, spec: Spec, anchor: Anchor) -> Placed:
    placed = Placed(days(found.best), days(found.fair), found.unit, found.timex, list(found.notes))
    if spec.mod in ("earlier", "later", "rest") and found.unit == "day":
        placed.best = [_beside_now(span, spec.mod, anchor) for span in found.best]
        return placed
    if spec.mod and found.unit == "day":
        lo, hi = found.best[0][0] * DAY, found.best[0][1] * DAY
        strict, loose = _PARTS_OF_A_DAY[spec.mod]
        placed.best = [(lo + strict[0] * HOUR, hi - DAY + strict[1] * HOUR)]
        placed.fair = [(lo + loose[0] * HOUR, hi - DAY + loose[1] * HOUR)]
        placed.fair += [(day * DAY + strict[0] * HOUR, (end - 1) * DAY + strict[1] * HOUR) for day, end in found.fair]
    return placed


def _beside_now(span: tuple[int, int], mod: str, anchor: Anchor) -> Stretch:
    """ "Earlier today", "later on Tuesday": the whole day, or what lies before or after the moment of speaking."""
    lo, hi, now = span[0] * DAY, span[1] * DAY, anchor.now
    if now is None or not lo < now < hi:
        return lo, hi
    return (lo, int(now)) if mod == "earlier" else (int(now), hi)


def time_of_day(spec: Spec, found: Days, *, is_forward: bool) -> Placed:
    """A clock time or a part of the day in each of the days found for it."""
    for first, end in (*found.best, *found.fair) if found.fair else found.best:
        if end - first > _MOST_DAYS:
            raise UnreadError("a time of day, but no day it belongs to")
    clock = spec.clock
    if clock is not None:
        return _at_clock(clock, spec, found, is_forward=is_forward)
    placed = Placed([], [], notes=list(found.notes))
    for spans, into in ((found.best, placed.best), (found.fair, placed.fair)):
        for first, end in spans:
            for day in range(first, end):
                stretches, fair, text = _in_day(spec, day, placed, is_forward=is_forward)
                into.extend(stretches)
                placed.fair += fair
                placed.timex = placed.timex or text
    placed.is_clock = spec.clock_word is not None
    return placed


def days_of_clock(spec: Spec, found: Days) -> Days:
    """The days that a time of day belongs to, if `found` are some: not a year."""
    if found.unit not in ("day", "days") and not (spec.part and found.best[0][1] - found.best[0][0] <= 31):
        raise UnreadError(f"a time of day with a {found.unit}, but no day")
    return found


def day_of_clock(spec: Spec, anchor: Anchor) -> Days:
    """The day of a time of day that is told without one: that of the context or of speaking."""
    from_context = day_in_context(anchor) if anchor.context else None
    if from_context is not None:
        return Days([(from_context, from_context + 1)])
    today = anchor.need("bare time of day")
    if spec.part == "ON" and anchor.is_forward:
        # A night is told by the day it leads to: the coming one by tomorrow.
        return Days([(today + 1, today + 2)], [(today, today + 1)])
    other = today + 1 if anchor.is_forward else today - 1
    if anchor.second is not None and spec.clock is not None and not spec.clock.is_open and spec.zone is None:
        is_past = spec.clock.seconds <= anchor.second
        if is_past == anchor.is_forward:
            return Days([(other, other + 1)], [(today, today + 1)])
    return Days([(today, today + 1)], [(other, other + 1)])


def _in_day(spec: Spec, day: int, placed: Placed, *, is_forward: bool) -> tuple[list[Stretch], list[Stretch], str]:
    """The strict and the further stretches of a time of day without hours in one day, and its TIMEX3 value."""
    text = periods.timex((day, day + 1), "day") or ""
    start = day * DAY
    is_ahead = is_forward or spec.relative_day != 0
    if spec.clock_word == "midnight" and spec.part in ("EV", "NI", "NF") and is_ahead:
        return [(start + DAY, start + DAY + MINUTE)], [], text + "T24:00"  # "Midnight tonight" ends the day.
    if spec.clock_word == "midnight":
        note = "midnight can begin or end the day"
        if note not in placed.notes:
            placed.notes.append(note)
        return [(start, start + MINUTE), (start + DAY, start + DAY + MINUTE)], [], text + "T24:00"
    if spec.clock_word == "noon":
        noon = start + 12 * HOUR
        return [(noon, noon + MINUTE)], [(noon - HOUR // 2, noon + HOUR // 2)], text + "T12:00"
    return _part_of_day(spec, start, text)


def _at_clock(clock: Clock, spec: Spec, found: Days, *, is_forward: bool) -> Placed:
    """The readings of a clock time in each of the days."""
    readings = _readings(clock, spec, is_forward=is_forward)
    length = 1 if clock.grain == "second" else MINUTE
    starts = [shift * DAY + reading.seconds for reading, shift in readings]
    best = _in_each(found.best, starts, length)
    fair = _in_each(found.fair, starts, length) if found.fair else []
    notes = list(found.notes)
    if len(readings) > 1:
        notes.append(f"{clock_text(clock)} can be a.m. or p.m.")
    if _may_be_next_morning(clock, spec, is_forward=is_forward):
        fair += [(start + DAY, end + DAY) for start, end in best]
    text = _clock_timex(spec, found.best[0][0], *readings[0])
    return Placed(best, fair, "day", text, notes, True, (0, 0) if spec.is_exact else _slack(clock))


def _in_each(spans: list[periods.Span], starts: list[Seconds], length: int) -> list[Stretch]:
    """Stretches that start so many seconds after the midnight of each day."""
    return [
        (day * DAY + start, day * DAY + start + length)
        for first, end in spans
        for day in range(first, end)
        for start in starts
    ]


def _clock_timex(spec: Spec, day: int, reading: Clock, shift: int) -> str:
    suffix = clock_suffix(spec.zone) if spec.zone and spec.zone != LOCAL else ""
    return f"{periods.timex((day + shift, day + shift + 1), 'day')}T{clock_text(reading)}{suffix}"


def _readings(clock: Clock, spec: Spec, *, is_forward: bool) -> list[tuple[Clock, int]]:
    """The readings of a clock time, each with the days it is shifted, in the light of the part of the day."""
    if not clock.is_open:
        if spec.part == "ON":
            return [(clock, -1 if clock.hour >= 17 else 0)]  # "In the night to Sunday at 11 p.m." is Saturday's.
        is_early = _may_be_next_morning(clock, spec, is_forward=is_forward)
        is_late = spec.part == "NI" and clock.hour < 6 and spec.relative_day is not None and spec.relative_day <= 0
        return [(clock, 1 if is_late and not is_early else 0)]
    if spec.part is None and (spec.zone == "0" or spec.is_exact or clock.grain == "second"):
        return [(Clock(clock.hour, clock.minute, clock.second, clock.grain), 0)]
    early = Clock(clock.hour % 12, clock.minute, clock.second, clock.grain)
    late = early.half_day_later()
    part = spec.part
    if part in ("MO", "DA", "MEB"):
        return [(early, 0)] if clock.hour != 12 else [(late, 0)]
    if part in ("MI", "MEL"):
        return [(early if 10 <= clock.hour <= 11 else late, 0)]
    if part in ("EV", "DU", "MED") and clock.hour == 12:
        return [(early, 1)]
    if part in ("AF", "EV", "DU", "MED"):
        return [(late, 0)]
    if part == "ON":
        return [(late, -1)] if 5 <= clock.hour <= 11 else [(early, 0)]
    if part in ("NI", "NF"):
        return [(late, 0)] if 5 <= clock.hour <= 11 else [(early, 1)]
    if clock.hour == 12:
        return [(late, 0), (early, 0)]
    return [(early, 0), (late, 0)]


def _may_be_next_morning(clock: Clock, spec: Spec, *, is_forward: bool) -> bool:
    """Whether small hours are of the day that is told, or of the next: "Friday night at 2 a.m." can be Saturday's.

    What happened "tonight at 2 a.m." was mostly this morning; what will happen then is tomorrow.
    """
    if spec.part != "NI" or clock.is_open or clock.hour >= 6:
        return False
    return spec.has_date if spec.relative_day is None else spec.relative_day == 0 and not is_forward


def _part_of_day(spec: Spec, start: int, text: str) -> tuple[list[Stretch], list[Stretch], str]:
    part = spec.part or "MO"
    lo, hi, wide_lo, wide_hi = PARTS[part]
    strict: Stretch = (start + lo * HOUR, start + hi * HOUR)
    loose: Stretch = (start + wide_lo * HOUR, start + wide_hi * HOUR)
    mod = spec.part_mod or (spec.mod if spec.mod in _SHARES else None)
    if mod:
        third = (hi - lo) * HOUR // 3
        which = _SHARES.get(mod, 2)
        loose = (loose[0], strict[1]) if which == 0 else (strict[0], loose[1]) if which == 2 else strict
        if part == "MO" and which == 0:
            strict = (start + HOUR, start + 9 * HOUR)
        elif part == "NI" and which == 2:
            strict = (start + 22 * HOUR, start + 27 * HOUR)
        elif which == 0:
            strict = (strict[0], strict[0] + 3 * third // 2)
        elif which == 2:
            strict = (strict[1] - 3 * third // 2, strict[1])
        else:
            strict = (strict[0] + third, strict[1] - third)
    if part == "ON":
        text = periods.timex((start // DAY - 1, start // DAY), "day") or text
    return [strict], [loose], f"{text}T{_PART_TEXT.get(part, part)}"


def _slack(clock: Clock) -> tuple[Seconds, Seconds]:
    """How far a printed clock time may be rounded: half an hour for "9 p.m.", two minutes for "9:05"."""
    if clock.grain == "hour":
        return HOUR // 2, HOUR // 2 - MINUTE
    if clock.grain == "minute" and clock.minute % 5 == 0:
        slack = 5 * MINUTE if clock.minute % 30 == 0 else 2 * MINUTE
        return slack, slack
    return 0, 0


def _blur(placed: Placed, counted: str | None) -> None:
    """Widen for "about"; `counted` is the unit of the length that leads to it: "about three weeks after Easter"."""
    unit = placed.unit
    if placed.is_clock:
        unit = "hour" if placed.slack[0] >= HOUR // 2 else "minute"
    elif placed.timex and "T" in placed.timex and unit == "day":
        unit = "part"
    if counted is not None and unit == "day":
        unit = counted
    strict, loose = (ROUGH_LENGTH if counted is not None and unit in ROUGH_LENGTH else ROUGH).get(unit, (DAY, 7 * DAY))
    placed.blur = strict
    placed.slack = (max(placed.slack[0], loose), max(placed.slack[1], loose))
