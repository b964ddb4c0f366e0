"""Repeated times as TIMEX3 sets: "every Monday", "twice a week", "daily"."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time.clocks import clock, is_plain
from conflicts.reading.time.counting import cardinal, ordinal
from conflicts.reading.time.lengths import length
from conflicts.reading.time.relative import length_timex
from conflicts.reading.time.tokens import Tokens

_PERIODS: Final = {
    "year": "P1Y", "half": "P0.5Y", "quarter": "P3M", "month": "P1M", "twomonths": "P2M", "week": "P1W",
    "twoweeks": "P2W", "day": "P1D", "twodays": "P2D",
    "hour": "PT1H", "minute": "PT1M", "workday": "P1WD", "weekend": "P1WE",
}  # fmt: skip


def frequency(tokens: Tokens) -> str | None:
    """The TIMEX3 value of a repeated time that is the whole text, or None.

    >>> from conflicts.reading.time.lexicon import load
    >>> [frequency(Tokens(text, load("en"))) for text in ("every monday", "twice a week", "every two days")]
    ['XXXX-WXX-1', 'P1W', 'P2D']
    """
    unknown = tokens.sense(0, "duration_unknown")
    if unknown and unknown[1] == tokens.size:
        return "PXD"
    lead = tokens.sense(0, "filler")
    start = lead[1] if lead else 0
    day = tokens.sense(start, "weekday")
    if day and tokens.sense(day[1], "part_plural"):
        return _with_time(tokens, f"XXXX-WXX-{day[0]}", day[1], "")
    if lead is None or not (tokens.sense(start, "weekdays") or tokens.sense(start, "per")):
        start = _past_hedges(tokens, 0)
    head, counted = _clock(tokens, start)
    at = _past_times(tokens, counted)
    if start and lead is None and at == counted:
        return None  # "More than an hour" is no frequency, "more than once an hour" is.
    whole = tokens.sense(at, "per")
    if whole:
        tail, end = _clock(tokens, whole[1])
        if end == tokens.size:
            text = head or tail
            return text if text and whole[0] == "day" else None if text else _PERIODS[whole[0]]
    return _every(tokens, at, head)


def _past_hedges(tokens: Tokens, at: int) -> int:
    """The index after the hedges of how often: "about", "up to", "at least"."""
    while True:
        hedge = tokens.sense(at, "bound_duration") or tokens.sense(at, "approx")
        if hedge is None:
            return at
        at = hedge[1]


def _past_times(tokens: Tokens, at: int) -> int:
    """The index after "twice", "three times", "several times", where they stand."""
    once = tokens.sense(at, "times_per")
    if once:
        times = tokens.sense(once[1], "times")
        return times[1] if times else once[1]
    vague = tokens.sense(at, "vague_count")
    number = cardinal(tokens, at)
    end = vague[1] if vague else number[1] if number else at
    times = tokens.sense(end, "times") if end > at else None
    return times[1] if times else at


def _every(tokens: Tokens, at: int, head: str) -> str | None:
    day = ordinal(tokens, at)
    if day and tokens.sense(day[1], "filler") and tokens.sense(day[1] + 1, "per") and 1 <= day[0] <= 31:
        per = tokens.senses(day[1] + 1)["per"]
        return f"XXXX-XX-{day[0]:02d}" if per[0] == "month" and per[1] == tokens.size else None
    every = tokens.sense(at, "every_other") or tokens.sense(at, "every")
    plural = tokens.sense(at, "weekdays")
    if plural or every:
        start = at if plural else every[1] if every else at
        weekday = plural or tokens.sense(start, "weekday")
        if weekday:
            return _with_time(tokens, f"XXXX-WXX-{weekday[0]}", weekday[1], head)
    part = tokens.sense(every[1] if every else at, "part")
    if part and (every or tokens.word(part[1] - 1).endswith("s")):
        tail, end = _clock(tokens, part[1])
        return (tail or "T" + part[0]) if end == tokens.size else None
    if every:
        found = length(tokens, every[1], bare=True)
        if found and found[1] == tokens.size and not found[0].is_vague:
            return length_timex(found[0])
        holiday = tokens.sense(every[1], "month")
        if holiday and holiday[1] == tokens.size:
            return f"XXXX-{int(holiday[0]):02d}"
    return None


def _with_time(tokens: Tokens, day: str, at: int, head: str) -> str | None:
    part = tokens.sense(at, "part")
    if part:
        day, at = f"{day}T{part[0]}", part[1]
    tail, end = _clock(tokens, at)
    if end < tokens.size:
        return None
    return day + (head or tail)


def _clock(tokens: Tokens, at: int) -> tuple[str, int]:
    """A clock time in TIMEX3 form, or "" where there is none."""
    word = tokens.sense(at, "at")
    found = clock(tokens, word[1] if word else at, is_after_at=word is not None)
    if found is None or (word is None and not is_plain(tokens, found)):
        return "", at
    minutes = "" if found[0].grain == "hour" else f":{found[0].minute:02d}"
    return f"T{found[0].hour:02d}{minutes}", found[1]
