"""One point of time of the commonest forms, told by the shape of its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from conflicts.reading.time.clocks import counts_to_twelve, made, settled
from conflicts.reading.time.counted import hour_of
from conflicts.reading.time.dates import either, full_year, is_plainly_a_year, order
from conflicts.reading.time.forms import TOLD, Words, length_told, part_told, roles
from conflicts.reading.time.lexicon import (
    AGO,
    BOUND,
    COUNT,
    DAY_WORD,
    HALF_DAY,
    LEADING,
    MONTH,
    NIGHT,
    NOON,
    NUMBER,
    PART,
    RELATIVE,
    WEEKDAY,
    YEAR,
    ZONE,
    Form,
    Lexicon,
)
from conflicts.reading.time.near import placed_by, rounded
from conflicts.reading.time.shape import shaped
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.trees import Phrase

_LAST_DAY, _MONTHS, _NOON = 31, 12, 12
_HOURS: Final = frozenset("hab")
_TWELVE: Final = f"{NUMBER} {NOON}"
_AROUND_THE_CLOCK: Final = (24, 7)
_BESIDE_A_DATE: Final = frozenset({BOUND, COUNT, DAY_WORD, HALF_DAY, NIGHT, NOON, PART, RELATIVE, ZONE})
"""What may stand beside a date and a clock time in figures; without one of these they are the whole."""


def single(parts: Sequence[str], lexicon: Lexicon, lang: str) -> Spec | Phrase | None:
    """The one point of time that a text is, or None; `parts` is the text between its spaces.

    What names nothing but a calendar date and a clock time is a `Spec`, the others a `Phrase`.

    >>> from conflicts.reading.time.lexicon import load
    >>> single(["friday", "23", "july"], load("en"), "en").day
    23
    """
    taken = shaped(parts, lexicon.forms)
    if taken is None:
        return None
    shape, numbers, words = taken
    bound = words.get(BOUND)
    if bound is not None and not shape.startswith(BOUND + " "):
        return None
    maker = TOLD.get(shape if bound is None else shape[2:])
    if maker is not None:
        spec = maker(words, numbers)
    elif bound is None and shape.endswith(" " + AGO):
        how_long = length_told((shape[:-2], numbers, words))
        if how_long is None:
            return None
        spec = Spec(offset=placed_by(words[AGO].meaning, how_long), is_strong=True)
    else:
        return _by_numbers(shape, numbers, words, lang)
    if spec is None:
        return None
    if spec.offset is not None and lexicon.rounded:
        spec.offset = rounded(spec.offset, lexicon)
    return _bounded(spec, bound)


def _by_numbers(shape: str, numbers: list[str], words: Words, lang: str) -> Spec | Phrase | None:
    """A point of a form whose numbers have roles, with the words beside them."""
    found = roles(shape)
    if found is None:
        return None
    if _BESIDE_A_DATE.isdisjoint(words):
        spec = _dated(words)
        is_told = not found or _take_numbers(spec, found, numbers, None, lang, shape)
        return _sure_of_month(spec, shape, words) if is_told else None
    bound, noon, counted = words.get(BOUND), words.get(NOON), words.get(COUNT)
    is_part = PART in words or NIGHT in words
    told = part_told(words) if is_part else _dated(words)
    if told is None:
        return None
    spec = told
    zone, half = words.get(ZONE), words.get(HALF_DAY)
    if zone is not None:
        spec.zone = zone.meaning
    if found and not _take_numbers(spec, found, numbers, half and half.meaning, lang, shape):
        return None
    _sure_of_month(spec, shape, words)
    if counted is not None:
        if not 1 <= counted.number <= _NOON or not counts_to_twelve(lang):
            return None
        spec.clock = hour_of(counted.number, 1)
    if noon is not None:
        if _TWELVE in shape and numbers[-1] == "12":  # "12 noon" is the hour, not the 12th.
            return None
        spec.clock_word, spec.is_strong = noon.meaning, True
    if is_part:
        return _bounded(spec, bound)
    day, way = words.get(DAY_WORD), words.get(RELATIVE)
    if way is not None:
        spec.weekday_relative, spec.is_strong = way.meaning, True
    if day is not None:
        spec.relative_day, spec.is_strong = day.number, True
    return spec if bound is None and day is None and noon is None else _bounded(spec, bound)


def _dated(words: Words) -> Spec:
    """The month and the weekday among the words."""
    spec = Spec()
    month, weekday, leading = words.get(MONTH), words.get(WEEKDAY), words.get(LEADING)
    if month is not None:
        spec.month, spec.is_strong = month.number, month.is_strong
    if weekday is not None:
        spec.weekday, spec.is_strong = weekday.number, spec.is_strong or weekday.is_strong
    elif leading is not None and leading.is_strong:
        spec.is_strong = True
    return spec


def _sure_of_month(spec: Spec, shape: str, words: Words) -> Spec:
    """The same, a time for sure where a day or a year stands beside the name of a month: not "may" alone."""
    if MONTH in words and (spec.day is not None or (spec.year is not None and shape[0] != YEAR)):
        spec.is_strong = True
    return spec


def _bounded(spec: Spec, bound: Form | None) -> Phrase:
    """The point, or what lies before or after it."""
    if bound is not None and is_plainly_a_year(spec.year):
        spec.is_strong = True
    return Phrase("point", spec, None if bound is None else bound.meaning)


def _take_numbers(spec: Spec, roles: str, numbers: list[str], half: str | None, lang: str, shape: str) -> bool:
    """Put the numbers where their roles say; False if the calendar or the clock has no such number."""
    hour = minute = second = lower = upper = -1
    is_padded = False
    for role, printed in zip(roles, numbers, strict=True):
        number = int(printed)
        if role == "D":
            if not 1 <= number <= _LAST_DAY:
                return False
            spec.day = number
        elif role == "Y":
            spec.year = number
        elif role in _HOURS:
            hour, is_padded = number, printed[0] == "0"
            if role == "b" and (is_padded or not 1 <= hour <= _NOON):
                return False
        elif role == "L":
            lower = number
        elif role == "U":
            upper = number
        elif role == "N" or role == "K":
            if not 1 <= number <= _MONTHS:
                return False
            spec.month, spec.is_strong = number, role == "N"
        elif len(printed) != 2:
            return False
        elif role == "m":
            minute = number
        elif role == "s":
            second = number
        else:
            spec.year = full_year(number)
    if lower >= 0:
        year, spec.year = spec.year, None
        sign = "." if "n.n." in shape else "-"
        if year is None and (lower, upper) == _AROUND_THE_CLOCK:
            return False
        if either(spec, lower, upper, year, order(lang, sign), 1) < 0:
            return False
    if hour < 0:
        return True
    if hour > 24 or minute > 59 or second > 60:
        return False
    grain = "hour" if minute < 0 else "minute" if second < 0 else "second"
    clock = made(hour, max(minute, 0), max(second, 0), grain, half, is_padded=is_padded)
    if clock is None:
        return False
    spec.clock = settled(clock, spec.part, lang)
    spec.is_strong = spec.is_strong or roles[-1] not in "ab" or not clock.is_open  # "Sat at 5" may be no time.
    return True
