"""The commonest forms of a time, read at a glance: "Wednesday", "on 23 July 2025", "5/6/2019", "at 3 p.m. on July 30".

The grammar reads them too, and the same; but it tries many rules on the way, and most printed times are of these forms.
A text is told by its *shape*: a sign for each of its words, numbers and signs, which a table of forms explains.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from conflicts.reading.time.clocks import counts_to_twelve, made
from conflicts.reading.time.dates import either, full_year, order
from conflicts.reading.time.lexicon import AT, HALF_DAY, LEADING, MONTH, OF, ORDINAL, WEEKDAY, ZONE, Lexicon
from conflicts.reading.time.spec import Clock, Spec
from conflicts.reading.time.trees import Phrase, ranged

_PIECE: Final = re.compile(r"\d+|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|.", re.DOTALL)
_NUMBER, _YEAR = "n", "y"
"""In a shape: a number of one or two digits, one of four."""
_SIGNS: Final = frozenset(" ,:/.-")

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
ALONE: Final = (
    *(f"{day} {OF} M{year}" for day in ("D", "D" + ORDINAL) for year in ("", " Y", f" {OF} Y")),
    *(f"M {day} {OF} Y" for day in ("D", "D" + ORDINAL)),
    *(f"D M {OF} Y", f"D M {OF} C", f"M {OF} Y", f"M, D{ORDINAL}"),
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


_FORMS: Final = _told(*WHOLE, *(f"{LEADING} {form}" for form in WHOLE), "D" + ORDINAL, "L/U")
_ALL: Final = _told(*ALONE, *RANGES) | _FORMS
_CLOCK: Final = re.compile(rf"(?:{AT} )?(?:n:n(?::n)?(?: ?{HALF_DAY})?|n(?:\.n)? ?{HALF_DAY})(?: {ZONE})?|{AT} n\.n")
_WITH_A_DAY: Final = frozenset("DL")
_PARTS_OF_CLOCK: Final = ("", "h", "hm", "hms")
_MOST: Final = 40
"""No text of these forms has more characters."""
_LAST_DAY, _MONTHS, _LAST_HOUR = 31, 12, 24
_BARE: Final = "B"
_AROUND_THE_CLOCK: Final = (24, 7)
_SHORTENED: Final = (MONTH, WEEKDAY)
"""What may stand with a full stop, as a short form."""


@lru_cache(maxsize=1024)
def _roles(shape: str) -> str | None:
    """What the numbers of a shape are, one letter for each; None if it is none of the forms."""
    whole = _ALL.get(shape)
    if whole is not None:
        return whole
    clock = _CLOCK.search(shape)
    if clock is None:
        return None
    hours = _PARTS_OF_CLOCK[clock.group().count(_NUMBER)]
    before, after = shape[: clock.start()], shape[clock.end() :]
    if not before and not after:
        return hours
    date = before.removesuffix(" ").removesuffix(",") if before else after.removeprefix(",").removeprefix(" ")
    if (before and after) or len(before + after) - len(date) not in (1, 2):
        return None
    found = "D" if date == _NUMBER and before else _FORMS.get(date)
    if found is None:
        return None
    if before:
        return found + hours if WEEKDAY in date or not _WITH_A_DAY.isdisjoint(found) else None
    # After a clock time the grammar takes further numbers for parts of it, or for hours.
    return hours + found if date[-1] == WEEKDAY or (MONTH in date and "D" in found) else None


def at_a_glance(plain: str, lexicon: Lexicon, lang: str) -> Spec | Phrase | None:
    """The time that a text is as a whole, or None if it is not of the commonest forms; `plain` must be `normal`.

    A point of time is a `Spec`, a range a `Phrase`. They depend on no date, so that many claims share them; nobody
    changes them.

    >>> from conflicts.reading.time.lexicon import load
    >>> spec = at_a_glance("wednesday, july 23, 2025", load("en"), "en")
    >>> spec.weekday, spec.month, spec.day, spec.year
    (3, 7, 23, 2025)
    >>> at_a_glance("at 3:30 p.m.", load("en"), "en").clock
    Clock(hour=15, minute=30, second=0, grain='minute', is_open=False)
    """
    return None if len(plain) > _MOST else _seen(plain, lexicon, lang)


@lru_cache(maxsize=4096)
def _seen(plain: str, lexicon: Lexicon, lang: str) -> Spec | Phrase | None:
    shape, forms = "", lexicon.forms
    numbers: list[str] = []
    month = weekday = half = zone = None
    is_sure = False
    for piece in _PIECE.findall(plain):
        if piece in _SIGNS:
            shape += piece
            continue
        if piece.isdecimal():
            size = len(piece)
            if size > 4 or size == 3 or (size == 4 and piece[0] == "0"):
                return None
            shape += _YEAR if size == 4 else _NUMBER
            numbers.append(piece)
            continue
        form = forms.get(piece)
        if form is None:
            form = forms.get(piece[:-1]) if piece[-1] == "." else None
            if form is None or form[0] not in _SHORTENED:
                return None
        kind, number, meaning, is_strong = form
        shape += kind
        if kind == MONTH:
            month, is_sure = number, is_sure or is_strong
        elif kind == WEEKDAY:
            weekday, is_sure = number, is_strong
        elif kind == LEADING:
            is_sure = is_strong
        elif kind == HALF_DAY:
            half = meaning
        elif kind == ZONE:
            zone = meaning
    roles = _roles(shape)
    if roles is None:
        return None
    if _BARE in roles:
        if month is None and not counts_to_twelve(lang):
            return None
        return _range(roles, numbers, month, weekday, is_sure=is_sure)
    spec = Spec(month=month, weekday=weekday, zone=zone, is_strong=is_sure)
    if roles and not _take_numbers(spec, roles, numbers, half, lang, shape):
        return None
    if month is not None and (spec.day is not None or (spec.year is not None and shape[0] != _YEAR)):
        spec.is_strong = True
    return spec


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
        elif role == "N":
            if not 1 <= number <= _MONTHS:
                return False
            spec.month, spec.is_strong = number, True
        elif role == "h":
            hour, is_padded = number, printed[0] == "0"
        elif role == "L":
            lower = number
        elif role == "U":
            upper = number
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
    if clock.is_open and not counts_to_twelve(lang):
        clock.is_open = False
    spec.clock, spec.is_strong = clock, True
    return True


def _range(roles: str, numbers: list[str], month: int | None, weekday: int | None, *, is_sure: bool) -> Phrase | None:
    """The range of two days or hours, of which one borrows from the other as in the grammar."""
    giver, taker = Spec(month=month, weekday=weekday, is_strong=is_sure or month is not None), Spec()
    first, last = (taker, giver) if roles[0] == _BARE else (giver, taker)
    for role, printed in zip(roles, numbers, strict=True):
        number = int(printed)
        if role == "Y":
            last.year = number
        elif month is None:
            if number > _LAST_HOUR:
                return None
            if role == _BARE:
                taker.bare = number, len(printed)
            else:
                giver.clock = Clock(number, is_open=1 <= number <= 12 and printed[0] != "0")
        elif not 1 <= number <= _LAST_DAY:
            return None
        elif role == _BARE:
            taker.day = number
        else:
            giver.day = number
    return ranged(first, last, None)
