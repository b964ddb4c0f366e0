"""The commonest forms of a time, read at a glance: "Wednesday", "on 23 July 2025", "5/6/2019", "at 3 p.m. on July 30".

The grammar reads them too, and the same; but it tries many rules on the way, and most printed times are of these forms.
A text is told by its *shape*: a sign for each of its words, numbers and signs, which a table of forms explains.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from conflicts.reading.time.clocks import counts_to_twelve, made, settled
from conflicts.reading.time.dates import either, full_year, is_plainly_a_year, order
from conflicts.reading.time.forms import NUMBER, TOLD, YEAR, part_told, roles
from conflicts.reading.time.lexicon import (
    BOUND,
    DAY_WORD,
    HALF_DAY,
    LEADING,
    MONTH,
    NIGHT,
    NOON,
    PART,
    RELATIVE,
    WEEKDAY,
    ZONE,
    Form,
    Lexicon,
    Phrases,
)
from conflicts.reading.time.near import rounded
from conflicts.reading.time.spec import Clock, Spec
from conflicts.reading.time.trees import Phrase, ranged

_PIECE: Final = re.compile(r"\d+|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|.", re.DOTALL)
_SIGNS: Final = frozenset(",:/.-")
_MOST: Final = 40
"""No text of these forms has more characters."""
_LAST_DAY, _MONTHS, _LAST_HOUR = 31, 12, 24
_BARE: Final = "B"
_AROUND_THE_CLOCK: Final = (24, 7)
_SHORTENED: Final = (MONTH, WEEKDAY)
"""What may stand with a full stop, as a short form."""


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
    taken = _shaped(plain.split(), lexicon.forms)
    if taken is None:
        return None
    shape, numbers, words = taken
    bound = words.get(BOUND)
    maker = TOLD.get(shape if bound is None else shape[2:])
    if maker is not None:
        spec = maker(words, numbers)
        if spec is None:
            return None
        if spec.offset is not None and lexicon.rounded:
            spec.offset = rounded(spec.offset, lexicon)
        return _bounded(spec, bound)
    found = roles(shape)
    if found is None:
        return None
    month, weekday, noon = words.get(MONTH), words.get(WEEKDAY), words.get(NOON)
    is_part = PART in words or NIGHT in words
    if is_part:
        told = part_told(words)
        if told is None:
            return None
        spec = told
    else:
        first = weekday or words.get(LEADING)
        is_sure = (first is not None and first.is_strong) or (month is not None and month.is_strong)
        spec = Spec(month=month and month.number, weekday=weekday and weekday.number, is_strong=is_sure)
    if _BARE in found:
        return _range(found, numbers, spec) if month is not None or counts_to_twelve(lang) else None
    zone, half = words.get(ZONE), words.get(HALF_DAY)
    if zone is not None:
        spec.zone = zone.meaning
    if found and not _take_numbers(spec, found, numbers, half and half.meaning, lang, shape):
        return None
    if month is not None and (spec.day is not None or (spec.year is not None and shape[0] != YEAR)):
        spec.is_strong = True
    if noon is not None:
        spec.clock_word, spec.is_strong = noon.meaning, True
    if is_part:
        return _bounded(spec, bound)
    day, way = words.get(DAY_WORD), words.get(RELATIVE)
    if way is not None:
        spec.weekday_relative, spec.is_strong = way.meaning, True
    if day is not None:
        spec.relative_day, spec.is_strong = day.number, True
    return spec if bound is None and day is None and noon is None else _bounded(spec, bound)


def _shaped(
    parts: Sequence[str], forms: Mapping[str, Form], *, is_joined: bool = False
) -> tuple[str, list[str], dict[str, Form]] | None:
    """The shape of a text, its numbers, and its words by their signs; None if there is one that no form has.

    `parts` is the text between its spaces; if it `is_joined`, each phrase of several words is one part.
    """
    shape = ""
    numbers: list[str] = []
    words: dict[str, Form] = {}
    longer: Mapping[str, Phrases] = {}
    for printed in parts:
        shape += " "
        for piece in (printed,) if printed in forms or printed.isdecimal() else _PIECE.findall(printed):
            if piece in longer and not is_joined:
                joined = _joined(parts, forms)
                return None if joined is None else _shaped(joined, forms, is_joined=True)
            form = forms.get(piece)
            if form is not None:
                sign, longer = form.sign, form.longer
                shape += sign
                words[sign] = form
                continue
            longer = {}
            if piece.isdecimal():
                size = len(piece)
                if size > 4 or size == 3 or (size == 4 and piece[0] == "0"):
                    return None
                shape += YEAR if size == 4 else NUMBER
                numbers.append(piece)
            elif piece in _SIGNS:
                shape += piece
            else:
                form = forms.get(piece[:-1]) if piece[-1] == "." else None
                if form is None or form.sign not in _SHORTENED or "." in form.longer:
                    return None
                shape += form.sign
                words[form.sign] = form
    return shape[1:], numbers, words


def _joined(parts: Sequence[str], forms: Mapping[str, Form]) -> list[str] | None:
    """The parts again, each phrase as one; None if there is a phrase that means nothing in the commonest times."""
    pieces: list[str] = []
    starts: list[int] = []
    for printed in parts:
        starts.append(len(pieces))
        pieces += _PIECE.findall(printed)
    joined: list[str] = []
    at, is_apart = 0, True
    while at < len(pieces):
        form = forms.get(pieces[at])
        longer = form.longer.get(pieces[at + 1], ()) if form is not None and at + 1 < len(pieces) else ()
        phrase = next((tokens for tokens in longer if pieces[at : at + len(tokens)] == tokens), None)
        if phrase is not None:
            joined.append(" ".join(phrase))
            if joined[-1] not in forms:
                return None
            at, is_apart = at + len(phrase), True
            continue
        if is_apart or at in starts:
            joined.append(pieces[at])
        else:
            joined[-1] += pieces[at]
        at, is_apart = at + 1, False
    return joined


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
        elif role == "N":
            if not 1 <= number <= _MONTHS:
                return False
            spec.month, spec.is_strong = number, True
        elif role == "h" or role == "a":
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
    spec.clock = settled(clock, spec.part, lang)
    spec.is_strong = spec.is_strong or roles[-1] != "a" or not clock.is_open  # "Sat at 5" may be no time.
    return True


def _range(roles: str, numbers: list[str], giver: Spec) -> Phrase | None:
    """The range of two days or hours, of which one borrows from the other as in the grammar."""
    taker, is_of_hours = Spec(), giver.month is None
    giver.is_strong = giver.is_strong or not is_of_hours
    first, last = (taker, giver) if roles[0] == _BARE else (giver, taker)
    for role, printed in zip(roles, numbers, strict=True):
        number = int(printed)
        if role == "Y":
            last.year = number
        elif is_of_hours:
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
