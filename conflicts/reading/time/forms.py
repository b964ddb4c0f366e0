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
    AT,
    BOUND,
    COUNT,
    DAY_WORD,
    HALF_DAY,
    JOIN,
    LEADING,
    MONTH,
    NIGHT,
    NOON,
    NTH,
    NUMBER,
    OF,
    ONE,
    ONLY_BEGINS,
    ORDINAL,
    PART,
    QUARTER,
    REFERENCE,
    RELATIVE,
    SHARE,
    THE,
    UNIT,
    UNITS,
    WEEKDAY,
    YEAR,
    ZONE,
    Form,
)
from conflicts.reading.time.named import decade_of
from conflicts.reading.time.near import BACK, part_of_relative_day
from conflicts.reading.time.spans import CALENDAR
from conflicts.reading.time.spec import Length, Offset, Spec

# The forms: words and signs as in a shape, and what each number is: Day, Year, Number of a month (K, if it
# need be none); Lower and Upper, the two of a date in digits, with C, a year of two digits; hour, minute, second.
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
    *(f"D M {OF} Y", f"D M {OF} C", f"M {OF} Y", f"M, D{ORDINAL}", f"{THE} D", f"D M {LEADING} Y"),
    *(form for sign in (" - ", "- ", " -", " / ", "/ ", " /") for form in (f"N{sign}Y", f"Y{sign}K")),
    *("MD", "MD, Y", "MD , Y", "M/Y", "Y M", "Y, M", "Y , M"),
    *("N/Y", "N-Y", "Y/N", "Y/N/D", "Y.N.D", "M-Y-D", "L/U", "L.U", "L-U", f"{RELATIVE} W L.U"),
    *("L/U,Y", "L/U,C", "Y-N"),
    "W M D h:m:s Y",
)
"""Forms with no word before them, and no clock time on either side."""
_NUMBERS: Final = str.maketrans("DLUCYNKhms", "nnnnynnnnn")


def _told(*forms: str) -> dict[str, str]:
    """Shapes, and what their numbers are, one letter for each."""
    return {form.translate(_NUMBERS): "".join(sign for sign in form if ord(sign) in _NUMBERS) for form in forms}


PARTS: Final = (NIGHT, f"{RELATIVE} {PART}", *(f"{day} {PART}" for day in (*NEAR, WEEKDAY)))
"""Parts of a day, which may have a clock time too: "tonight", "this morning", "Friday evening"."""
_BOUNDED: Final = _told(*WHOLE, *NEAR)
BESIDE_A_CLOCK: Final = (
    *("L/U", "W L/U", "W L.U", "W Y-N-D", "W, Y-N-D"),
    *("D" + ORDINAL, f"W {THE} D{ORDINAL}", f"{LEADING} {RELATIVE} W"),
)
"""Further forms that may stand beside a clock time."""
_FORMS: Final = _told(*WHOLE, *NEAR, *(f"{LEADING} {form}" for form in WHOLE), *BESIDE_A_CLOCK)
_IN_THE: Final = {f"n {LEADING} {THE} {PART}": "b", f"{COUNT} {LEADING} {THE} {PART}": ""}
"""An hour in a part of the day that is told by its article: "one in the morning", but not "one night"."""
_ALL: Final = _told(*ALONE) | _FORMS | _IN_THE
_CLOCK: Final = re.compile(
    rf"(?:{AT} )?(?:n:n(?::n)?(?: ?{HALF_DAY})?|n(?:\.n?)? ?{HALF_DAY})(?: {ZONE})?|{AT} n\.n|(?:{AT} )?{NOON}|{AT} n$"
    rf"|{AT} {COUNT}$|^(?:n|{COUNT})(?=,? (?:{NIGHT}|{RELATIVE} {PART}))"
)
_IN_THE_PART: Final = re.compile(
    rf"(?<!{RELATIVE} )(?<!{RELATIVE} {LEADING} )(?:{LEADING} )?{THE} {PART}(?: {OF}(?= ))?"
)
_SHARE_OF_PART: Final = f"{SHARE} {PART}"
_AFTER_HOURS: Final = _told("Y-N-D")
_OF_MONTH: Final = (f"{LEADING} {NUMBER}", f"{LEADING} {THE} {NUMBER}", f"{LEADING} {THE} {NUMBER}{ORDINAL}")
_OPEN_HOURS: Final = {f"{AT} {NUMBER}": "a", NUMBER: "b"}
_WITH_A_DAY: Final = frozenset("DL")
_PARTS_OF_CLOCK: Final = ("", "h", "hm", "hms")
_OF_A_DATE: Final = frozenset(f"{NUMBER}{MONTH}{YEAR}{ORDINAL},./- ")
_BESIDE: Final = (" ", ", ", " - ")
"""What stands between a date and a clock time."""
_AFTER_A_CLOCK: Final = (WEEKDAY, DAY_WORD, PART, NIGHT)


@lru_cache(maxsize=1024)
def roles(shape: str) -> str | None:
    """What the numbers of a shape are, one letter for each; None if it is none of the forms.

    >>> roles("W, M n, y"), roles("n M n") is None
    ('DY', True)
    """
    whole = _ALL.get(shape)
    if whole is not None:
        return whole
    if PART in shape:
        shape = _IN_THE_PART.sub(PART, shape)
    if shape.startswith(_SHARE_OF_PART):
        shape = shape.removeprefix(f"{SHARE} ")
    is_bound = shape.startswith(BOUND + " ")
    clock = _CLOCK.search(shape)
    if clock is None:
        return _BOUNDED.get(shape[2:]) if is_bound else _with_part(shape)
    hours = _OPEN_HOURS.get(clock.group()) or _PARTS_OF_CLOCK[clock.group().count(NUMBER)]
    before, after = shape[2 * is_bound : clock.start()], shape[clock.end() :]
    if not before and not after:
        return None if hours == "a" else hours
    date = before.removesuffix(" ").removesuffix(",") if before else after.removeprefix(",").removeprefix(" ")
    if date.endswith(f"{YEAR} -") and not is_bound and _OF_A_DATE.issuperset(date) and clock.group()[0] == NUMBER:
        date = date[:-2]  # "6 Jan 2017 - 6:37 a.m."
    if (before and after) or (before or after).replace(date, "") not in _BESIDE:
        return None
    is_of_month = date == NUMBER if before else date in _OF_MONTH
    found = "D" if is_of_month and hours else "" if date == PART else _FORMS.get(date)
    if found is None:
        found = _with_part(date) if before or date not in _AFTER_HOURS else _AFTER_HOURS[date]
    if found is None or (is_bound and date not in _BOUNDED):
        return None
    if before:
        has_a_day = WEEKDAY in date or date in (DAY_WORD, PART) or date in PARTS or not _WITH_A_DAY.isdisjoint(found)
        return found + hours if has_a_day else None
    # After a clock time the grammar takes further numbers for parts of it, or for hours.
    is_day = date[-1] in _AFTER_A_CLOCK or (MONTH in date and "D" in found) or is_of_month or date in _AFTER_HOURS
    return hours + found if is_day else None


def _with_part(date: str) -> str | None:
    """What the numbers of a date are that has a part of its day beside it."""
    if date in PARTS:
        return ""
    day = ""
    if date.startswith((f"{PART} ", f"{PART}, ")):
        day = date[2:].removeprefix(" ")
    elif date.endswith(f" {PART}"):
        day = date[:-2].removesuffix(",")
    found = _FORMS.get(day)
    is_day = found is not None and (MONTH in date) == ("D" in found) and found not in ("Y", "LU")
    return found if is_day else None


Words = Mapping[str, Form]
"""The words of a text by their signs."""
Maker = Callable[[Words, Sequence[str]], Spec | None]


def part_told(words: Words, _: Sequence[str] = ()) -> Spec | None:
    """What the words of `PARTS` tell: "tonight", "this morning", "tomorrow morning", "next Friday evening"."""
    night = words.get(NIGHT)
    if night is not None:
        return Spec(relative_day=night.number, part=night.meaning, is_strong=True)
    part, (day, weekday, way) = words[PART].meaning, map(words.get, (DAY_WORD, WEEKDAY, RELATIVE))
    if way is not None and weekday is None:
        if part == "NI" and way.meaning not in BACK:
            return None  # The grammar takes a night for a length, too.
        spec = Spec()
        part_of_relative_day(spec, part, way.meaning)
        return spec if SHARE not in words else None
    month, share = words.get(MONTH), words.get(SHARE)
    return Spec(
        month=month and month.number,
        weekday=weekday.number if weekday else None,
        weekday_relative=way.meaning if way else None,
        relative_day=day.number if day else None,
        part=part,
        part_mod=share and share.meaning,
        is_strong=day is not None or way is not None or (weekday is not None and weekday.is_strong),
    )


def _period_of(words: Words) -> tuple[str, str] | None:
    """The unit and the way of "next week", if it is a period of the calendar."""
    unit, way = words[UNIT].meaning, words[RELATIVE].meaning
    return (unit, way) if unit in CALENDAR or unit == "day" else None


def _period(words: Words, _: Sequence[str]) -> Spec | None:
    """ "next week"."""
    period = _period_of(words)
    return Spec(relatives=(period,), is_strong=True) if period else None


def _share(words: Words, numbers: Sequence[str]) -> Spec | None:
    """ "early July", "late 2024", "the end of next week"."""
    month, weekday, day, lead = map(words.get, (MONTH, WEEKDAY, DAY_WORD, LEADING))
    period = _period_of(words) if UNIT in words else None
    if (UNIT in words and period is None) or (lead is not None and not lead.is_strong):
        return None
    return Spec(
        year=int(numbers[0]) if numbers else None,
        month=month.number if month else None,
        weekday=weekday.number if weekday else None,
        relative_day=day.number if day else None,
        relatives=(period,) if period else (),
        mod=words[SHARE].meaning,
        is_strong=bool(day or period or (month and (month.is_strong or numbers)) or (weekday and weekday.is_strong)),
    )


def _nth(words: Words, numbers: Sequence[str]) -> Spec | None:
    """ "the first week of June", "the third quarter of 2025", "the last week of next month"."""
    held_by = words.get(UNIT * 2)
    if held_by is not None:
        return _nth_of_period(words, numbers, held_by.meaning)
    year = next((int(printed) for printed in numbers if len(printed) == 4), None)
    counted = words.get(NTH) or words.get(RELATIVE)
    number = counted.number if counted else int(numbers[0])
    month, unit = words.get(MONTH), words[UNIT].meaning
    spec = Spec(year=year, month=month and month.number, is_strong=True)
    if unit == "quarter" and 1 <= number <= 4 and not month:
        spec.quarter = number
    elif unit == "day" and month and not year and 1 <= number <= 31 and THE in words and counted is None:
        spec.day = number
    elif number and unit in _COUNTED:
        spec.nth, spec.nth_unit = number, unit
    else:
        return None
    return spec


def _nth_of_period(words: Words, numbers: Sequence[str], held_by: str) -> Spec | None:
    way, counted = words.get(RELATIVE * 2), words.get(NTH) or (words.get(RELATIVE * 2) and words[RELATIVE])
    number, unit = counted.number if counted else int(numbers[0]), words[UNIT].meaning
    if not number or unit not in _COUNTED_OF or held_by not in CALENDAR or unit == held_by:
        return None
    period = held_by, (way or words[RELATIVE]).meaning
    return Spec(nth=number, nth_unit=unit, relatives=(period,), is_strong=True)


def _of_period(words: Words, numbers: Sequence[str]) -> Spec | None:
    """ "the 20th of next month"."""
    number, period = int(numbers[0]), _period_of(words)
    return Spec(day=number, relatives=(period,), is_strong=True) if period and 1 <= number <= 31 else None


def _reference(words: Words, _: Sequence[str]) -> Spec:
    """ "now", "recently"."""
    return Spec(reference=words[REFERENCE].meaning)


def length_told(told: tuple[str, Sequence[str], Words] | None) -> Length | None:
    """The length that a text is by its shape, its numbers and its words: "3 weeks", "1 month, 21 days"."""
    if told is None or not _LENGTH.fullmatch(told[0]):
        return None
    shape, numbers, words = told
    counts, seen, parts = iter(numbers), dict.fromkeys((COUNT, UNIT, UNITS), ""), []
    for sign in shape:
        if sign == NUMBER:
            count = int(next(counts))
        elif sign == ONE:
            count = 1
        elif sign in seen:
            seen[sign] += sign
            form = words[seen[sign]]
            if sign == COUNT:
                count = form.number
            else:
                parts.append((count, count, form.meaning))
    return Length(tuple(parts)) if len({unit for _, _, unit in parts}) == len(parts) else None


def _ahead(words: Words, numbers: Sequence[str]) -> Spec | None:
    """ "in 3 weeks"."""
    counted = words.get(COUNT) or words.get(ONE)
    count = int(numbers[0]) if counted is None else counted.number
    how_long = Length(((count, count, (words.get(UNITS) or words[UNIT]).meaning),))
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
    if value % 10 or numbers[0] == "0":
        return None
    return Spec(decade=value if value >= 100 else decade_of(value), is_strong=value >= 100)


_LENGTHS: Final = tuple(f"{count} {unit}" for count in (NUMBER, COUNT, ONE) for unit in (UNIT, UNITS))
_UNIT: Final = f"[{UNIT}{UNITS}]"
_LENGTH: Final = re.compile(rf"[{NUMBER}{COUNT}{ONE}] {_UNIT}(?:,? (?:{JOIN} )?[{NUMBER}{COUNT}] {_UNIT})*")
_COUNTED: Final = frozenset({"week", "weekend", "month"})
_COUNTED_OF: Final = _COUNTED | {"day"}
_SHARES: Final = tuple(
    f"{lead}{SHARE} {form}"
    for lead in ("", f"{LEADING} ", f"{AT} ")
    for form in ("M", "M y", "y", f"{RELATIVE} {UNIT}", WEEKDAY, DAY_WORD)
)
_NTHS: Final = tuple(
    f"{the}{nth} {UNIT}{of}"
    for the in ("", f"{THE} ", f"{LEADING} {THE} ")
    for nth in (NTH, f"n{ORDINAL}", RELATIVE)
    for of in (f" {OF} y", f" {OF} M", f" {OF} M y", f" {OF} {RELATIVE} {UNIT}")
)
TOLD: Final[dict[str, Maker]] = {
    f"{RELATIVE} {UNIT}": _period,
    f"{THE} {RELATIVE} {UNIT}": _period,
    **dict.fromkeys(PARTS, part_told),
    REFERENCE: _reference,
    **dict.fromkeys(_SHARES, _share),
    **dict.fromkeys(_NTHS, _nth),
    **dict.fromkeys((f"{the}no {OF} {RELATIVE} {UNIT}" for the in ("", f"{THE} ", f"{LEADING} {THE} ")), _of_period),
    **dict.fromkeys((f"{LEADING} {length}" for length in _LENGTHS), _ahead),
    **dict.fromkeys(("qn", "qn y", "q n y", "qn-y", "y qn", "y-qn"), _quarter),
    **dict.fromkeys((f"{the}{number}{x}" for the in ("", f"{THE} ") for number in "yn" for x in ("x", " x")), _decade),
    f"{THE} {ONLY_BEGINS}nx": _decade,
}
"""Times that are told by words more than by numbers, and what makes them."""
