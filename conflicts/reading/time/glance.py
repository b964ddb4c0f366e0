"""The commonest forms of a date, read at a glance: "Wednesday", "July 23", "on 23 July 2025", "in June 2025", "2025".

The grammar reads them too, and the same; but it tries many rules on the way, and most printed times are of these forms.
"""

from __future__ import annotations

from typing import Final

from conflicts.reading.time.lexicon import LEADING, MONTH, WEEKDAY, Lexicon
from conflicts.reading.time.spec import Spec

_DAY, _YEAR = "d", "y"
_DATES: Final = (
    f"{MONTH}{_DAY}",
    f"{MONTH}{_DAY},{_YEAR}",
    f"{MONTH}{_DAY}{_YEAR}",
    f"{_DAY}{MONTH}",
    f"{_DAY}{MONTH}{_YEAR}",
)
_WHOLE: Final = (
    *_DATES,
    *(f"{WEEKDAY}{comma}{date}" for comma in ("", ",") for date in _DATES),
    *(WEEKDAY, f"{WEEKDAY}{_DAY}", MONTH, f"{MONTH}{_YEAR}", _YEAR),
)
_SHAPES: Final = frozenset((*_WHOLE, *(LEADING + shape for shape in _WHOLE)))
"""What the words of a text are, one sign for each, with the commas after them."""
_MOST: Final = 5
_LAST_DAY: Final = 31


def at_a_glance(plain: str, lexicon: Lexicon) -> Spec | None:
    """The date that a text is as a whole, or None if it is not of the commonest forms; `plain` must be `normal`.

    >>> from conflicts.reading.time.lexicon import load
    >>> spec = at_a_glance("wednesday, july 23, 2025", load("en"))
    >>> spec.weekday, spec.month, spec.day, spec.year
    (3, 7, 23, 2025)
    """
    printed = plain.split()
    if len(printed) > _MOST:
        return None
    shape, forms = "", lexicon.forms
    year = month = day = weekday = None
    is_sure = False
    for part in printed:
        word, comma = (part[:-1], ",") if part[-1] == "," else (part, "")
        form = forms.get(word)
        if form is None and word[-1:] == ".":
            form = forms.get(word[:-1])
            if form is None or form[0] == LEADING:
                return None
        if form is not None:
            kind, number, is_strong = form
            if kind == MONTH:
                month, is_sure = number, is_sure or is_strong
            elif kind == WEEKDAY:
                weekday, is_sure = number, is_strong
            else:
                is_sure = is_strong
        else:
            digits = word if word.isdecimal() else word[:-2] if word[-2:] in lexicon.suffixes else ""
            if not digits.isdecimal():
                return None
            if len(digits) <= 2:
                kind, day = _DAY, int(digits)
                if not 1 <= day <= _LAST_DAY:
                    return None
            elif len(word) == len(digits) == 4 and digits[0] != "0":
                kind, year = _YEAR, int(digits)
            else:
                return None
        shape += kind + comma
    if shape not in _SHAPES:
        return None
    is_sure = is_sure or (month is not None and (day is not None or year is not None))
    return Spec(year, month, day, weekday=weekday, is_strong=is_sure)
