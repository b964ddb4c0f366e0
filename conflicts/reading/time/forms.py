"""The commonest forms of a time, by their shapes, and what each is made of.

A *shape* has a sign for each word and number of a text (see `lexicon`), "W" for a weekday, "n" for a number of one or
two digits, "y" for one of four, and its punctuation as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from conflicts.reading.time.lexicon import (
    AGO,
    AT,
    BOUND,
    COUNT,
    DAY_WORD,
    FROM,
    HALF_DAY,
    LEADING,
    MONTH,
    OF,
    ONE,
    ORDINAL,
    PART,
    QUARTER,
    RELATIVE,
    THE,
    UNIT,
    UNITS,
    WEEKDAY,
    ZONE,
    Form,
)
from conflicts.reading.time.named import decade_of
from conflicts.reading.time.near import part_of_relative_day, placed_by
from conflicts.reading.time.spans import CALENDAR
from conflicts.reading.time.spec import Length, Offset, Spec

NUMBER, YEAR = "n", "y"
"""In a shape: a number of one or two digits, one of four."""

# The forms: words and signs as in a shape, and what each number is: Day, Year, Number of a month; Lower and Upper, the
# two of a date in digits, with C, a year of two digits; hour, minute, second; Bare, which borrows from the other end.
_DATES: Final = tuple(
    form.replace("D", day)
    for day in ("D", "D" + ORDINAL)
    for form in ("M D", "M D, Y", "M D Y", "M D , Y", "D M", "D M Y", "M/D", "M-D", "D-M-Y")
)
WHOLE: Final = (
    *_DATES,
    *(f"{WEEKDAY}{comma} {date}" for comma in ("", ",") for date in _DATES),
    *("W", "W D", f"W D{ORDINAL}", "W, D", "M", "M Y", "M, Y", "M , Y", "M-Y", "Y"),
    *("D. M", "D. M Y", "D/M/Y", "M-D-Y", "M/D/Y", "Y/M/D", "Y-M-D"),
    *(f"L{sign}U{sign}{year}" for sign in "/.-" for year in "YC"),
)
NEAR: Final = (DAY_WORD, f"{RELATIVE} {WEEKDAY}")
"""Days told from the day of speaking, which may have a clock time: "tomorrow", "next Friday"."""
ALONE: Final = (
    *(f"{day} {OF} M{year}" for day in ("D", "D" + ORDINAL) for year in ("", " Y", f" {OF} Y")),
    *(f"M {day} {OF} Y" for day in ("D", "D" + ORDINAL)),
    *(f"{THE} D{ORDINAL}{rest}" for rest in ("", f" {OF} M", f" {OF} M Y")),
    *(f"D M {OF} Y", f"D M {OF} C", f"M {OF} Y", f"M, D{ORDINAL}", f"W {THE} D{ORDINAL}"),
    *("MD", "MD, Y", "MD , Y", "M/Y", "Y M", "Y, M", "Y , M"),
    *("N/Y", "N-Y", "Y/N", "Y/N/D", "Y.N.D", "M-Y-D", "L/U", "L.U", "L-U", "W L/U", "W L.U"),
    "W M D h:m:s Y",
)
"""Forms with no word before them, and no clock time on either side."""
RANGES: Final = ("M D-B", "M D-B, Y", f"{LEADING} M D-B", f"{LEADING} M D-B, Y", "B-D M", "B-D M Y", "W h-B")
_NUMBERS: Final = str.maketrans("DLUCYNBhms", "nnnnynnnnn")


def _told(*forms: str) -> dict[str, str]:
    """Shapes, and what their numbers are, one letter for each."""
    return {form.translate(_NUMBERS): "".join(sign for sign in form if ord(sign) in _NUMBERS) for form in forms}


_BOUNDED: Final = _told(*WHOLE, *NEAR)
_FORMS: Final = _told(*WHOLE, *NEAR, *(f"{LEADING} {form}" for form in WHOLE), "D" + ORDINAL, "L/U")
_ALL: Final = _told(*ALONE, *RANGES) | _FORMS
_CLOCK: Final = re.compile(rf"(?:{AT} )?(?:n:n(?::n)?(?: ?{HALF_DAY})?|n(?:\.n)? ?{HALF_DAY})(?: {ZONE})?|{AT} n\.n")
_WITH_A_DAY: Final = frozenset("DL")
_PARTS_OF_CLOCK: Final = ("", "h", "hm", "hms")
_AFTER_A_CLOCK: Final = (WEEKDAY, DAY_WORD)


@lru_cache(maxsize=1024)
def roles(shape: str) -> str | None:
    """What the numbers of a shape are, one letter for each; None if it is none of the forms.

    >>> roles("W, M n, y"), roles("n M n") is None
    ('DY', True)
    """
    whole = _ALL.get(shape)
    if whole is not None:
        return whole
    is_bound = shape.startswith(BOUND + " ")
    clock = _CLOCK.search(shape)
    if clock is None:
        return _BOUNDED.get(shape[2:]) if is_bound else None
    hours = _PARTS_OF_CLOCK[clock.group().count(NUMBER)]
    before, after = shape[2 * is_bound : clock.start()], shape[clock.end() :]
    if not before and not after:
        return hours
    date = before.removesuffix(" ").removesuffix(",") if before else after.removeprefix(",").removeprefix(" ")
    if (before and after) or len(before + after) - len(date) not in (1, 2):
        return None
    found = "D" if date == NUMBER and before else _FORMS.get(date)
    if found is None or (is_bound and date not in _BOUNDED):
        return None
    if before:
        has_a_day = WEEKDAY in date or date == DAY_WORD or not _WITH_A_DAY.isdisjoint(found)
        return found + hours if has_a_day else None
    # After a clock time the grammar takes further numbers for parts of it, or for hours.
    return hours + found if date[-1] in _AFTER_A_CLOCK or (MONTH in date and "D" in found) else None


Words = Mapping[str, Form]
"""The words of a text by their signs."""
Maker = Callable[[Words, Sequence[str]], Spec | None]


def _period(words: Words, _: Sequence[str]) -> Spec | None:
    """ "next week"."""
    unit = words[UNIT].meaning
    return (
        Spec(relatives=((unit, words[RELATIVE].meaning),), is_strong=True)
        if unit in CALENDAR or unit == "day"
        else None
    )


def _part(words: Words, _: Sequence[str]) -> Spec:
    """ "this morning"."""
    spec = Spec()
    part_of_relative_day(spec, words[PART].meaning, words[RELATIVE].meaning)
    return spec


def _part_of_day(words: Words, _: Sequence[str]) -> Spec:
    """ "tomorrow morning", "Friday evening", "next Friday evening"."""
    day, weekday, way = words.get(DAY_WORD), words.get(WEEKDAY), words.get(RELATIVE)
    return Spec(
        weekday=weekday.number if weekday else None,
        weekday_relative=way.meaning if way else None,
        relative_day=day.number if day else None,
        part=words[PART].meaning,
        is_strong=not weekday or weekday.is_strong or way is not None,
    )


def _offset(words: Words, numbers: Sequence[str]) -> Spec | None:
    """ "two days ago", "in 3 weeks", "a month from tomorrow"."""
    counted = words.get(COUNT) or words.get(ONE)
    count = int(numbers[0]) if counted is None else counted.number
    how_long = Length(((count, count, (words.get(UNITS) or words[UNIT]).meaning),))
    way, base = words.get(AGO), words.get(FROM)
    if way:
        return Spec(offset=placed_by(way.meaning, how_long), is_strong=True)
    if base:
        start = Spec(relative_day=words[DAY_WORD].number, is_strong=True)
        return Spec(offset=Offset(1, how_long, start, is_exact_day=True), is_strong=True)
    return Spec(offset=Offset(1, how_long), is_strong=True) if words[LEADING].is_strong else None


def _quarter(words: Words, numbers: Sequence[str]) -> Spec | None:
    """ "Q2 2025", "2025 H1", "Q3"."""
    years = [int(printed) for printed in numbers if len(printed) == 4]
    number = next(int(printed) for printed in numbers if len(printed) != 4)
    year = years[0] if years else None
    mark = words[QUARTER].meaning
    if mark == "Q" and 1 <= number <= 4:
        return Spec(year=year, quarter=number, is_strong=bool(years))
    return Spec(year=year, half=number, is_strong=bool(years)) if mark == "H" and 1 <= number <= 2 else None


def _decade(_: Words, numbers: Sequence[str]) -> Spec | None:
    """ "the 1980s"."""
    value = int(numbers[0])
    return None if value % 10 else Spec(decade=value if value >= 100 else decade_of(value), is_strong=value >= 100)


_LENGTHS: Final = tuple(f"{count} {unit}" for count in (NUMBER, COUNT, ONE) for unit in (UNIT, UNITS))
TOLD: Final[dict[str, Maker]] = {
    f"{RELATIVE} {UNIT}": _period,
    f"{THE} {RELATIVE} {UNIT}": _period,
    f"{RELATIVE} {PART}": _part,
    **dict.fromkeys((f"{day} {PART}" for day in (*NEAR, WEEKDAY)), _part_of_day),
    **dict.fromkeys((f"{length} {AGO}" for length in _LENGTHS), _offset),
    **dict.fromkeys((f"{LEADING} {length}" for length in _LENGTHS), _offset),
    **dict.fromkeys((f"{length} {FROM} {DAY_WORD}" for length in _LENGTHS), _offset),
    **dict.fromkeys(("qn", "qn y", "q n y", "qn-y", "y qn", "y-qn"), _quarter),
    **dict.fromkeys(("yx", "v yx", "nx", "v nx"), _decade),
}
"""Times that are told by words more than by numbers, and what makes them."""
