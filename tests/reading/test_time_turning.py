"""Clock times minute by minute, parts of days, nights, and hours counted from a moment.

The sets are worked out with `datetime` alone; the hours of the parts of a day are written out once more.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from reading.test_time_calendar import WEEKDAYS, coming
from reading.test_time_clocks import PARTS, Told, around, differing, hours, minute_of, second

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.values.bounds import HIGHEST, LOWEST
from conflicts.values.extent import Extent

DAY, HOUR, MINUTE = timedelta(1), timedelta(hours=1), timedelta(minutes=1)
MONDAY, FRIDAY = datetime(2025, 7, 21), datetime(2025, 7, 25)
NOW = datetime(2025, 7, 21, 13, 5)


# ---------------------------------------------------------------- how exact a clock time is


@pytest.mark.parametrize("hour", [0, 9, 12, 21])
def test_every_minute_is_as_exact_as_it_looks(hour: int) -> None:
    rows = []
    half = "a.m." if hour < 12 else "p.m."
    for minute in range(60):
        at = FRIDAY + hour * HOUR + minute * MINUTE
        fair = [around(at, "minute")]
        rows.append(Told(f"{hour % 12 or 12}:{minute:02d} {half} on Friday", [minute_of(at)], fair))
        rows.append(Told(f"on Friday at {hour % 12 or 12}.{minute:02d} {half}", [minute_of(at)], fair))
        rows.append(Told(f"exactly {hour % 12 or 12}:{minute:02d} {half} on Friday", [minute_of(at)]))
        lo, hi = at - 10 * MINUTE, at + 11 * MINUTE
        wide = [(at - 30 * MINUTE, at + 31 * MINUTE)]
        rows.append(Told(f"about {hour % 12 or 12}:{minute:02d} {half} on Friday", [(lo, hi)], wide))
        until = Extent(((LOWEST, (second(at), 0)),))
        rows.append(Told(f"by {hour % 12 or 12}:{minute:02d} {half} on Friday", until))
        after = Extent((((second(at), 1), HIGHEST),))
        rows.append(Told(f"after {hour % 12 or 12}:{minute:02d} {half} on Friday", after))
    assert not differing(rows)


def test_the_day_of_a_clock_time_at_every_hour() -> None:
    """A plan's next such time, a fact's last; the very minute of speaking has passed."""
    rows = []
    for said, hour in product((0, 7, 13, 23), range(24)):
        now = MONDAY + said * HOUR + 5 * MINUTE
        for minute in (4, 5, 6):
            at = MONDAY + hour * HOUR + minute * MINUTE
            text = f"{hour % 12 or 12}:{minute:02d} {'a.m.' if hour < 12 else 'p.m.'}"
            for modality, move in (("plan", DAY), ("fact", -DAY)):
                is_other = (at <= now) == (modality == "plan")
                best, other = (at + move, at) if is_other else (at, at + move)
                fair = [around(best, "minute"), around(other, "minute")]
                rows.append(Told(text, [minute_of(best)], fair, None, now, modality))  # type: ignore[arg-type]
    assert not differing(rows)


# ---------------------------------------------------------------- parts of the day


def test_parts_of_every_part() -> None:
    """The first half, the last half, the middle third; an early morning and a late night have their own hours."""
    rows = []
    for part, (lo, hi, wide_lo, wide_hi) in PARTS.items():
        third, half = (hi - lo) / 3, (hi - lo) / 2
        early = {"morning": (1, 9)}.get(part, (lo, lo + half))
        late = {"night": (22, 27)}.get(part, (hi - half, hi))
        middle = lo + third, hi - third
        for word, strict, fair in (
            ("early", early, (wide_lo, hi)),
            ("late", late, (lo, wide_hi)),
            ("mid", middle, (lo, hi)),
        ):
            joint = "-" if word == "mid" else " "
            told = Told(f"{word}{joint}{part} on Friday", [hours(FRIDAY, *strict)], [hours(FRIDAY, *fair)])
            if " " not in part and part not in ("midday",):
                rows.append(told)
        rows.append(Told(f"Friday {part}", [hours(FRIDAY, lo, hi)], [hours(FRIDAY, wide_lo, wide_hi)]))
        near = hours(FRIDAY, lo - 1, hi + 1), hours(FRIDAY, lo - 3, hi + 3)
        rows.append(Told(f"around Friday {part}", [near[0]], [near[1], hours(FRIDAY, wide_lo - 3, wide_hi + 3)]))
        after = Extent((((second(FRIDAY + hi * HOUR), 0), HIGHEST),))
        rows.append(Told(f"after Friday {part}", after, after))
        before = Extent(((LOWEST, (second(FRIDAY + lo * HOUR), -1)),))
        rows.append(Told(f"before Friday {part}", before, before))
    assert not differing(rows)


def test_parts_of_every_day_of_a_period() -> None:
    rows = []
    week = [MONDAY + (7 + n) * DAY for n in range(7)]
    for part in ("morning", "evening"):
        lo, hi, wide_lo, wide_hi = PARTS[part]
        for text, days in ((f"in the {part} next week", week), (f"next weekend in the {part}", week[5:])):
            strict, fair = [hours(at, lo, hi) for at in days], [hours(at, wide_lo, wide_hi) for at in days]
            if "weekend" in text:
                fair += [hours(at - 7 * DAY, wide_lo, wide_hi) for at in days]
            rows.append(Told(text, strict, fair))
        june = [datetime(2026, 6, 1) + n * DAY for n in range(30)]
        rows.append(
            Told(
                f"in the {part} in June 2026",
                [hours(at, lo, hi) for at in june],
                [hours(at, wide_lo, wide_hi) for at in june],
            )
        )
    assert not differing(rows)
    for text in (
        "in the evening in Q3 2026",
        "9 p.m. next week",
        "9 p.m. in June 2026",
        "9 p.m. next weekend",
        "noon in 2026",
    ):
        with pytest.raises(UnreadError, match="a time of day"):
            read_time(text, Settings(said=MONDAY.date(), kind="time"))


def test_earlier_and_later_on_a_day() -> None:
    rows = []
    for now in (MONDAY, MONDAY + MINUTE, NOW, MONDAY + 23 * HOUR + 59 * MINUTE):
        is_inside = now > MONDAY
        before = [(MONDAY, now if is_inside else MONDAY + DAY)]
        after = [(now, MONDAY + DAY)]
        for text, meant in (
            ("earlier today", before),
            ("later today", after),
            ("earlier this day", before),
            ("the rest of today", after),
        ):
            rows.append(Told(text, meant, (), None, now))
        other = [(MONDAY + DAY, MONDAY + 2 * DAY)]
        rows += [
            Told(text, other, (), None, now) for text in ("later tomorrow", "earlier tomorrow", "later on Tuesday")
        ]
    assert not differing(rows)


# ---------------------------------------------------------------- nights


def test_nights_between_two_days() -> None:
    rows = []
    for base in (date(2025, 7, 23), date(2025, 7, 31), date(2025, 2, 28), date(2024, 2, 29), date(2025, 12, 31)):
        start = datetime(base.year, base.month, base.day)
        after = base + DAY
        night, wide = hours(start, 18, 33), hours(start, 16, 36)
        one, other = f"{base.day} {base:%B}", f"{after.day} {after:%B %Y}"
        texts = [
            f"overnight from {one} to {other}",
            f"the night from {one} to {other}",
            f"overnight {one} to {other}",
            f"overnight into {other}",
            f"overnight on {other}",
            f"the night of {one} to {other}",
        ]
        if base.month == after.month:
            texts.append(f"the night of {base.day}-{other}")
        rows += [Told(text, [night], [wide]) for text in texts]
        own = hours(start, 19, 29)
        rows.append(Told(f"the night of {one} {base.year}", [own], [hours(start, 0, 33)]))
    for first in range(7):
        name, following = WEEKDAYS[first], WEEKDAYS[(first + 1) % 7]
        end = coming(MONDAY.date(), (first + 1) % 7)
        if end.weekday() == 0:
            continue
        start = datetime(end.year, end.month, end.day)
        for text in (
            f"overnight from {name} to {following}",
            f"the night from {name} to {following}",
            f"{name} night into {following}",
            f"overnight into {following}",
        ):
            if first != 6:
                rows.append(Told(text, [hours(start, -6, 9)], [hours(start, -8, 12)]))
    assert not differing(rows)


# ---------------------------------------------------------------- counted by the hour


def test_hours_beside_a_moment() -> None:
    rows = []
    nine = FRIDAY + 21 * HOUR
    for n, words in ((2, "two hours"), (48, "48 hours"), (30, "30 hours")):
        length = n * HOUR
        rows += [
            Told(f"the {words} before 9 p.m. on Friday", [(nine - length, nine)]),
            Told(f"the {words} after 9 p.m. on Friday", [(nine, nine + length)]),
            Told(f"{words} before 9 p.m. on Friday", [(nine - length - HOUR / 2, nine - length + HOUR / 2)],
                 [(nine - length - HOUR, nine - length + HOUR)]),
            Told(f"{words} after 9 p.m. on Friday", [(nine + length - HOUR / 2, nine + length + HOUR / 2)],
                 [(nine + length - HOUR, nine + length + HOUR)]),
            Told(f"for {words} from 9 p.m. on Friday", [(nine, nine + length)]),
            Told(f"from 9 p.m. on Friday for {words}", [(nine, nine + length)]),
            Told(f"the {words} after Friday", [(FRIDAY + DAY, FRIDAY + DAY + length)]),
            Told(f"the {words} before Friday", [(FRIDAY - length, FRIDAY)]),
            Told(f"{words} after Friday", [(FRIDAY + length, FRIDAY + DAY + length)],
                 [(FRIDAY + length - HOUR / 2, FRIDAY + DAY + length + HOUR / 2)]),
            Told(f"{words} before Friday", [(FRIDAY - length, FRIDAY + DAY - length)],
                 [(FRIDAY - length - HOUR / 2, FRIDAY + DAY - length + HOUR / 2)]),
            Told(f"within {words} of 9 p.m. on Friday", [(nine, nine + length + MINUTE)], [(nine - length, nine)]),
        ]  # fmt: skip
    assert not differing(rows)


def test_hours_from_now() -> None:
    rows = []
    for n, unit in product((1, 2, 5, 23, 24, 25, 90), ("hour", "minute", "second")):
        length = n * timedelta(**{f"{unit}s": 1})
        half = max(timedelta(**{f"{unit}s": 1}) / 2, timedelta(seconds=1))
        words = f"{n} {unit}" + "s" * (n > 1)
        for text, at in (
            (f"in {words}", NOW + length),
            (f"{words} from now", NOW + length),
            (f"{words} ago", NOW - length),
        ):
            rows.append(Told(text, [(at - half, at + half)], [(at - 2 * half, at + 2 * half)], None, NOW))
        if n > 1:
            rows.append(Told(f"the next {words}", [(NOW, NOW + length)], (), None, NOW))
            rows.append(Told(f"the past {words}", [(NOW - length, NOW)], (), None, NOW))
            rows.append(Told(f"within {words}", [(NOW, NOW + length)], (), None, NOW))
            # The hour of speaking is not known, so the day; beyond a day the hours count from either end of it.
            rows.append(Told(f"the next {words}", [(MONDAY, MONDAY + DAY + length)]))
            rows.append(Told(f"the last {words}", [(MONDAY - length, MONDAY + DAY)]))
        if length < DAY:
            day_ = [(MONDAY, MONDAY + DAY)]
            rows += [Told(text, day_, [(MONDAY - DAY, MONDAY + 2 * DAY)]) for text in (f"in {words}", f"{words} ago")]
        else:
            ago, ahead = MONDAY - length, MONDAY + length
            rows.append(Told(f"{words} ago", [(ago, ago + DAY)], [(ago - half, ago + DAY + half)]))
            rows.append(Told(f"in {words}", [(ahead, ahead + DAY)], [(ahead - half, ahead + DAY + half)]))
    assert not differing(rows)


def test_vague_numbers_of_hours() -> None:
    """The fewest and the most that the words allow; "hours" alone are up to a day, "minutes" up to an hour."""
    rows = []
    for words, low, high in (("few", 2, 4), ("several", 3, 7), ("two or three", 2, 3), ("two to five", 2, 5)):
        for unit, one in (("hour", HOUR), ("minute", MINUTE)):
            few, many = low * one, high * one
            rows.append(Told(f"the next {words} {unit}s", [(NOW, NOW + few)], [(NOW, NOW + many)], None, NOW))
            rows.append(Told(f"the last {words} {unit}s", [(NOW - few, NOW)], [(NOW - many, NOW)], None, NOW))
            lead = "a few" if words == "few" else words
            half = one / 2
            ahead, back = (NOW + few - half, NOW + many + half), (NOW - many - half, NOW - few + half)
            rows.append(Told(f"in {lead} {unit}s", [ahead], [(ahead[0] - half, ahead[1] + half)], None, NOW))
            rows.append(Told(f"{lead} {unit}s ago", [back], [(back[0] - half, back[1] + half)], None, NOW))
    noon = FRIDAY + 12 * HOUR
    for unit, one, most in (("hour", HOUR, 24), ("minute", MINUTE, 60), ("second", MINUTE / 60, 300)):
        half = max(one / 2, MINUTE / 60)
        span = noon + 2 * one - half, noon + most * one + half
        rows.append(Told(f"{unit}s from noon on Friday", [span], [(span[0] - half, span[1] + half)]))
        rows.append(Told(f"the coming {unit}s", [(NOW, NOW + 2 * one)], [(NOW, NOW + most * one)], None, NOW))
        rows.append(Told(f"the past {unit}s", [(NOW - 2 * one, NOW)], [(NOW - most * one, NOW)], None, NOW))
    assert not differing(rows)
