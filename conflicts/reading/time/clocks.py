"""The grammar of clock times: "9 p.m.", "half past seven", "20 Uhr 30", "20h30", "0730"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from attrs import evolve

from conflicts.reading.time.counting import cardinal
from conflicts.reading.time.spec import Clock
from conflicts.reading.time.tokens import Tokens

_SIGNS: Final = frozenset({":", ".", "h"})
NAMED_HOURS: Final = {"noon": 12, "midnight": 0}
_MARKS: Final = frozenset({"ampm", "oclock", "unit", "clock_past", "offset"})
_LATE: Final = frozenset({"MI", "AF", "EV", "DU", "MED", "MEL"})
_AT_NIGHT: Final = frozenset({"NI", "NF", "ON"})
"""Parts of the day beside which hours are counted to 12, at night from the evening's six on."""


def clock(tokens: Tokens, at: int, *, is_after_at: bool = False) -> tuple[Clock, int] | None:
    """A clock time at `at` and the index after it; "at" before it lets bare numbers be hours.

    >>> from conflicts.reading.time.lexicon import load
    >>> clock(Tokens("9:30 p.m.", load("en")), 0)
    (Clock(hour=21, minute=30, second=0, grain='minute', is_open=False), 7)
    """
    is_number = tokens.is_number(at)
    if is_number and not is_after_at and _stands_alone(tokens, at):
        return None
    found = (
        (_digits(tokens, at, is_after_at) if is_number else None)
        or _phrase(tokens, at)
        or _words(tokens, at, is_after_at)
    )
    return found and with_minutes(tokens, *found)


def with_minutes(tokens: Tokens, hour: Clock, at: int) -> tuple[Clock, int]:
    """A clock time and the minutes that some languages tell after its hour: "huit heures et quart", "midi et demi"."""
    more = tokens.sense(at, "clock_minutes") if hour.grain == "hour" else None
    return _turned(hour.hour * 60 + int(more[0]), (hour, more[1])) if more else (hour, at)


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether nothing after a number in digits can make it a clock time, and it is none by itself ("0730")."""
    printed = tokens.words[at]
    if printed[0] == "0" and len(printed) == 4:
        return False
    return tokens.word(at + 1) not in _SIGNS and _MARKS.isdisjoint(tokens.senses(at + 1))


def _digits(tokens: Tokens, at: int, is_after_at: bool) -> tuple[Clock, int] | None:
    printed = tokens.words[at]
    if len(printed) in (3, 4):
        return _military(tokens, at)
    if len(printed) > 2:
        return None
    hour, sign = int(printed), tokens.word(at + 1)
    if hour > 24:
        return None
    has_minutes = (
        tokens.is_glued(at + 1)
        and tokens.is_glued(at + 2)
        and tokens.is_number(at + 2)
        and len(tokens.words[at + 2]) == 2
    )
    if has_minutes and sign in (":", ".", "h") and int(tokens.words[at + 2]) < 60:
        minute, end = int(tokens.words[at + 2]), at + 3
        second, grain, end = _seconds(tokens, end, sign)
        marked = _half_day(tokens, end)
        if sign == "." and not (marked or is_after_at or tokens.sense(end, "oclock") or grain == "second"):
            return None
        if sign == "." and grain == "second" and not marked:
            return None
        is_foreign = sign == "h" and counts_to_twelve(tokens.lexicon.lang)  # "8h30" among English words counts to 24
        return _made(tokens, hour, minute, second, grain, end, is_padded=printed[0] == "0" or is_foreign)
    if sign == "." and tokens.is_glued(at + 1) and _half_day(tokens, at + 2):
        return _made(tokens, hour, 0, 0, "hour", at + 2)
    word = tokens.sense(at + 1, "oclock")
    if word:
        minutes = cardinal(tokens, word[1])
        if minutes and minutes[0] < 60 and word[0] == "uhr":
            return _made(tokens, hour, minutes[0], 0, "minute", minutes[1], is_padded=printed[0] == "0")
        return _made(tokens, hour, 0, 0, "hour", at + 1, is_padded=printed[0] == "0")
    return None


def _seconds(tokens: Tokens, at: int, sign: str) -> tuple[int | Fraction, str, int]:
    """Seconds and their decimals, where they follow."""
    if tokens.word(at) == sign != "h" and tokens.is_glued(at) and tokens.is_glued(at + 1) and tokens.is_number(at + 1):
        printed = tokens.words[at + 1]
        if len(printed) == 2 and int(printed) <= 60:
            second: int | Fraction = int(printed)
            end = at + 2
            if tokens.word(end) in (".", ",") and tokens.is_glued(end) and tokens.is_glued(end + 1):
                decimals = tokens.word(end + 1)
                if decimals.isdecimal():
                    second += Fraction(int(decimals), 10 ** len(decimals))
                    end += 2
            elif (
                tokens.is_number(end)
                and tokens.word(end + 1) == "/"
                and tokens.is_glued(end + 1)
                and tokens.is_glued(end + 2)
                and tokens.is_number(end + 2)
                and int(tokens.words[end + 2])
            ):
                second += Fraction(int(tokens.words[end]), int(tokens.words[end + 2]))
                end += 3
            return second, "second", end
    return 0, "minute", at


def _half_day(tokens: Tokens, at: int) -> tuple[str, int] | None:
    found = tokens.sense(at, "ampm")
    if found is None:
        return None
    if tokens.word(at) in ("a", "p") and found[1] == at + 1 and not tokens.is_glued(at):
        return None
    return found


def _made(
    tokens: Tokens, hour: int, minute: int, second: int | Fraction, grain: str, end: int, *, is_padded: bool = False
) -> tuple[Clock, int] | None:
    """The clock time of printed numbers, with "o'clock" and a.m. or p.m. after them taken in."""
    word = tokens.sense(end, "oclock")
    if word:
        end = word[1]
    marked = _half_day(tokens, end)
    half = marked[0] if marked and marked[0] != "both" else None
    found = made(hour, minute, second, grain, half, is_padded=is_padded)
    if found is None or marked is None:
        return None if found is None else (found, end)
    sharp = tokens.sense(marked[1], "oclock") if half else None
    return found, sharp[1] if sharp and sharp[0] == "sharp" else marked[1]


def made(
    hour: int, minute: int, second: int | Fraction, grain: str, half: str | None, *, is_padded: bool
) -> Clock | None:
    """The clock time of printed numbers with "am", "pm" or neither; None if there is none.

    >>> made(9, 30, 0, "minute", "pm", is_padded=False)
    Clock(hour=21, minute=30, second=0, grain='minute', is_open=False)
    """
    if hour == 24 and (minute or second):
        return None
    if half is None:
        return Clock(hour, minute, second, grain, 1 <= hour <= 12 and not is_padded)
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif half == "am" and hour > 12:
        return None
    return Clock(hour, minute, second, grain)


def is_plain(tokens: Tokens, found: tuple[Clock, int]) -> bool:
    """Whether what was read can be nothing but a clock time, even where no "at" stands before it."""
    words = (tokens.sense(at, "oclock") for at in range(max(found[1] - 3, 0), found[1]))
    return found[0].grain != "hour" or not found[0].is_open or any(word and word[1] == found[1] for word in words)


def settled(clock: Clock, part: str | None, lang: str) -> Clock:
    """The clock time as readers of the language take it: who counts to 24 leaves it open to a part of the day alone.

    >>> evening, none = (settled(Clock(8, is_open=True), part, "de") for part in ("EV", None))
    >>> evening.is_open, none.is_open
    (True, False)
    """
    if not clock.is_open or counts_to_twelve(lang) or part in _LATE or (part in _AT_NIGHT and 6 <= clock.hour <= 12):
        return clock
    return evolve(clock, is_open=False)


def counts_to_twelve(lang: str) -> bool:
    """Whether readers of a language count hours to 12, so that a time without a.m. or p.m. can be either."""
    return lang.partition("-")[0].lower() in ("en", "")


def _military(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """Four digits as one: "1140 a.m.", "0730", "1800 hours"."""
    printed = tokens.words[at].rjust(4, "0")
    hour, minute = int(printed[:2]), int(printed[2:])
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    marked = _half_day(tokens, at + 1)
    if marked and 1 <= hour <= 12:
        return _made(tokens, hour, minute, 0, "minute", at + 1)
    word = tokens.sense(at + 1, "unit")
    if word and word[0] == "hour" and tokens.word(at + 1) != "h" and len(tokens.words[at]) == 4:
        return Clock(hour, minute, 0, "minute"), word[1]
    if tokens.words[at][0] == "0" and len(tokens.words[at]) == 4 and hour < 24:
        return Clock(hour, minute, 0, "minute"), at + 1
    zone = tokens.sense(at + 1, "offset")
    if zone and len(tokens.words[at]) == 4 and hour < 24:
        return Clock(hour, minute, 0, "minute"), at + 1
    return None


def _phrase(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """ "half past seven", "a quarter to seven", "20 minutes past eight"."""
    half = tokens.sense(at, "clock_half")
    if half:
        hour = _hour(tokens, half[1])
        if hour and hour[0].grain == "hour":
            minutes = hour[0].hour * 60 + (30 if half[0] == "past" else -30)
            return _turned(minutes, hour)
        return None
    fraction = tokens.sense(at, "fraction")
    if fraction and fraction[0] in ("1/4", "3/4"):
        minutes, end, is_sure = int(Fraction(fraction[0]) * 60), fraction[1], True
    else:
        number = cardinal(tokens, at)
        if number is None or not 0 < number[0] < 60:
            return None
        minutes, end = number
        unit = tokens.sense(end, "unit")
        is_sure = unit is not None and unit[0] == "minute"
        if is_sure and unit:
            end = unit[1]
    way = tokens.sense(end, "clock_past")
    is_range = way is not None and way[0] == "to" and tokens.sense(end, "to") is not None
    if way is None or (is_range and not is_sure) or tokens.word(end) in ("-", "after", "before"):
        return None
    hour = _hour(tokens, way[1])
    if hour is None or hour[0].grain != "hour":
        return None
    return _turned(hour[0].hour * 60 + (minutes if way[0] == "past" else -minutes), hour)


def _turned(minutes: int, hour: tuple[Clock, int]) -> tuple[Clock, int]:
    minutes %= 1440
    return Clock(minutes // 60, minutes % 60, 0, "minute", hour[0].is_open), hour[1]


def _hour(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """The hour of a spoken time, in digits or words, or the name of noon or midnight."""
    named = tokens.sense(at, "clock_word")
    if named:
        return Clock(NAMED_HOURS[named[0]]), named[1]
    number = cardinal(tokens, at)
    if number is None or not 0 <= number[0] <= 24:
        return None
    return _made(tokens, number[0], 0, 0, "hour", number[1], is_padded=tokens.word(at)[0] == "0")


def _words(tokens: Tokens, at: int, is_after_at: bool) -> tuple[Clock, int] | None:
    """An hour in words, sure only by what stands around it: "seven p.m.", "nine thirty a.m.", "at seven"."""
    number = cardinal(tokens, at)
    if number is None or not 0 <= number[0] <= 24:
        return None
    hour, end = number
    follows = tokens.skip(end, "-")
    minutes = cardinal(tokens, follows)
    if minutes and 10 <= minutes[0] < 60 and not tokens.is_number(follows) and not tokens.is_number(at):
        past_unit = tokens.sense(minutes[1], "unit")
        minutes_end = past_unit[1] if past_unit and past_unit[0] == "minute" else minutes[1]
        is_spoken = tokens.word(end) == "-" or minutes_end == tokens.size or tokens.sense(minutes_end, "to")
        if is_after_at or _half_day(tokens, minutes_end) or (is_spoken and 1 <= hour <= 12):
            return _made(tokens, hour, minutes[0], 0, "minute", minutes_end)
    if is_after_at or _half_day(tokens, end) or tokens.sense(end, "oclock"):
        if tokens.sense(end, "unit") and not tokens.sense(end, "oclock"):
            return None
        return _made(tokens, hour, 0, 0, "hour", end, is_padded=tokens.word(at)[0] == "0")
    return None
