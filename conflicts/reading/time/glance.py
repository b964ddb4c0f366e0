"""The commonest forms of a time, read at a glance: "Wednesday", "on 23 July 2025", "from 5 to 6 p.m. on July 30".

The grammar reads them too, and the same; but it tries many rules on the way, and most printed times are of these forms.
A point of time is told by its shape (see `single`), a range by those of its two ends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from operator import attrgetter
from typing import Final

from attrs import fields

from conflicts.errors import UnreadError
from conflicts.reading.time.clocks import counts_to_twelve
from conflicts.reading.time.counted import hour_of
from conflicts.reading.time.forms import length_told
from conflicts.reading.time.lending import follow
from conflicts.reading.time.lexicon import MONTH, PART, UNIT, Lexicon
from conflicts.reading.time.near import rounded
from conflicts.reading.time.relative import CLOCK_UNITS
from conflicts.reading.time.shape import shaped
from conflicts.reading.time.single import single
from conflicts.reading.time.spec import Offset, Spec
from conflicts.reading.time.trees import Phrase, lend, ranged

_MOST: Final = 60
"""No text of these forms has more characters."""
_LAST_DAY, _LAST_HOUR = 31, 24
_TWO_NUMBERS: Final = re.compile(r"\d\d?-\d\d?").fullmatch
_NOT_BETWEEN: Final = frozenset({"since", "starting", "equal"})
"""Bounds that do not stand between a day and its hour."""
_TOLD_BY: Final = (
    *("year", "month", "day", "dates", "weekday", "weekday_relative", "relative_day", "part", "clock", "clock_word"),
    *("zone", "bare", "is_strong"),
)
_OTHERS: Final = attrgetter(*(told.name for told in fields(Spec) if told.name not in _TOLD_BY))
_NOTHING_ELSE: Final = _OTHERS(Spec())
_PERIODS: Final = ("D", "S", "W", "R", "M", "Y")
_WHOLE_DAYS: Final = frozenset({"D", "S", "W", "R"})
_NEAR: Final = frozenset({"W", "R", "Wp", "Rp"})
_DAYS: Final = _WHOLE_DAYS | _NEAR | {"Dp", "Sp"}
_HOURS: Final = frozenset({"N N", "N h", "h N", "h h"})
_BORROWING: Final = frozenset({"D N", "N D", "D DY"})
"""Days of which one borrows the month of the other: "June 2-4", "2-4 June", "June 2-4, 2024"."""
_JOINED_BY_A_DASH: Final = frozenset(
    {*_BORROWING, "D D", "M M", "W W", "N h", "h N", "h h"}
    | {f"{day}h {hour}" for day in (*_NEAR, "D") for hour in "hN"}
    | {f"{hour} {day}h" for day in (*_NEAR, "D") for hour in "hN"}
)
_JOINED_BY_A_WORD: Final = frozenset(
    {f"{first} {last}" for first, last in product(_PERIODS, _PERIODS)}
    | {f"{first}h {last}h" for first, last in product("DWR", "DWR")}
    | _JOINED_BY_A_DASH
)
_JOINED_IN_EVERY_LANGUAGE: Final = frozenset(f"{kind} {kind}" for kind in "DWRMY")
"""The kinds of two ends, see `_kind`."""


def at_a_glance(plain: str, lexicon: Lexicon, lang: str) -> Spec | Phrase | None:
    """The time that a text is as a whole, or None if it is not of the commonest forms; `plain` must be `normal`.

    A point of time that names but a date and a clock time is a `Spec`, all else a `Phrase`. They depend on no date, so
    that many claims share them; nobody changes them.

    >>> from conflicts.reading.time.lexicon import load
    >>> spec = at_a_glance("wednesday, july 23, 2025", load("en"), "en")
    >>> spec.weekday, spec.month, spec.day, spec.year
    (3, 7, 23, 2025)
    >>> at_a_glance("at 3:30 p.m.", load("en"), "en").clock
    Clock(hour=15, minute=30, second=0, grain='minute', is_open=False)
    >>> first, last = at_a_glance("july 5 to 7", load("en"), "en").parts
    >>> (first.spec.month, first.spec.day), (last.spec.month, last.spec.day)
    ((7, 5), (7, 7))
    """
    return None if len(plain) > _MOST else _seen(plain, lexicon, lang)


@lru_cache(maxsize=4096)
def _seen(plain: str, lexicon: Lexicon, lang: str) -> Spec | Phrase | None:
    parts = plain.split()
    told = single(parts, lexicon, lang)
    if told is not None or (lexicon.joints.isdisjoint(parts) and ("-" not in plain or plain[:4].isdecimal())):
        return told
    return _from_base(parts, lexicon, lang) or _with_bound(parts, lexicon, lang) or _range(parts, lexicon, lang)


def _from_base(parts: list[str], lexicon: Lexicon, lang: str) -> Phrase | None:
    """A length from another time: "2 days before 5 May"."""
    at = next((at for at, part in enumerate(parts) if part in lexicon.from_base), 0)
    if not 0 < at < len(parts) - 1 or lexicon.begins(parts[at], parts[at + 1]):
        return None
    how_long = length_told(shaped(parts[:at], lexicon.forms))
    base = None if how_long is None else _end(parts[at + 1 :], lexicon, lang)
    if how_long is None or _kind(base) not in _WHOLE_DAYS or how_long.finest in CLOCK_UNITS:
        return None
    offset = Offset(-1 if lexicon.from_base[parts[at]] == "before" else 1, how_long, base, is_exact_day=True)
    if lexicon.rounded:
        offset = rounded(offset, lexicon)
    return Phrase("point", Spec(offset=offset, is_strong=True))


def _with_bound(parts: list[str], lexicon: Lexicon, lang: str) -> Phrase | None:
    """A day and the bound on its hour: "Tuesday after 1 p.m."."""
    at = next((at for at, part in enumerate(parts) if part in lexicon.bound_words), 0)
    if not 0 < at < len(parts) - 1 or lexicon.begins(parts[at], parts[at + 1]) or not counts_to_twelve(lang):
        return None
    day, spec, bound = *(_end(side, lexicon, lang) for side in (parts[:at], parts[at + 1 :])), lexicon.forms[parts[at]]
    if day is None or spec is None or _kind(day) not in _WHOLE_DAYS or _kind(spec) != "h":
        return None
    if bound.meaning in _NOT_BETWEEN:
        return None
    lend(day, spec, is_left=True, is_lead=True)
    return Phrase("point", spec, bound.meaning)


def _range(parts: list[str], lexicon: Lexicon, lang: str) -> Phrase | None:
    """From one point to another: "June 2-4", "Monday to Friday", "tomorrow from 5 to 6 p.m."."""
    start = next((at for at, part in enumerate(parts) if part in lexicon.starts), -1)
    opening, rest = parts[start] if start >= 0 else "", parts[start + 1 :]
    if not rest or lexicon.begins(opening, rest[0]):
        return None
    lead = _end(parts[:start], lexicon, lang) if start > 0 else None
    if start > 0 and _kind(lead) not in _DAYS:
        return None
    is_between = start >= 0 and opening not in lexicon.from_words
    found = _ends(rest, lexicon.and_words if is_between else lexicon.to_words, lexicon)
    if found is None:
        return None
    left, right, is_dash = found
    first, last = _end(left, lexicon, lang), _end(right, lexicon, lang)
    if first is None or last is None:
        return None
    if _kind(first) == "WD" and left[-1].isdecimal() and first.day is not None:
        # "Monday 10" is a day, but "Monday 10 to 12" are hours.
        if first.day > _LAST_HOUR or is_between or last.month is not None or not right[0][0].isdecimal():
            return None
        first.clock, first.day = hour_of(first.day, len(left[-1])), None
    if is_dash and not _leads_on(first, last, right[0]):
        return None
    if first.has_time and last.has_day and not first.has_day and not right[0][0].isdecimal():
        return None  # "10 p.m. to Friday 6 a.m.": see `begin_before`
    if not _are_ends(_kind(first), _kind(last), lang, has_lead=lead is not None, is_dash=is_dash):
        return None
    if start >= 0:
        follow(first, last)
    try:
        tree = ranged(first, last, lead)
    except UnreadError:
        return None
    return None if first.bare or last.bare else tree


def _ends(parts: list[str], joints: frozenset[str], lexicon: Lexicon) -> tuple[list[str], list[str], bool] | None:
    """What stands before and after the joint of two ends, a word or a dash, and whether it is a dash; None without."""
    at = next((at for at, part in enumerate(parts) if part in joints), 0)
    if at:
        left, right, is_dash = parts[:at], parts[at + 1 :], parts[at] == "-"
        if lexicon.begins(parts[at - 1], parts[at]) or not right or lexicon.begins(parts[at], right[0]):
            return None
    else:
        at = next((at for at, part in enumerate(parts) if "-" in part[1:-1]), -1)
        if at < 0 or parts[at].count("-") > 1:
            return None
        first, _, last = parts[at].partition("-")
        left, right, is_dash = [*parts[:at], first], [last, *parts[at + 1 :]], True
    return left, right, is_dash


def _leads_on(first: Spec, last: Spec, printed: str) -> bool:
    """Whether a dash leads to another time, and does not set the parts of one apart ("5 - July 31", "July-01/2019")."""
    if first.zone is not None or first.year is not None or (len(printed) > 4 and printed[:4].isdecimal()):
        return False
    return printed[0].isdecimal() if first.bare is not None else _kind(last) != "M" or not printed[0].isdecimal()


def _are_ends(first: str | None, last: str | None, lang: str, *, has_lead: bool, is_dash: bool) -> bool:
    """Whether two points, by their kinds, are the ends of a range in the grammar, too, after a day or none."""
    pair = f"{first} {last}"
    if not counts_to_twelve(lang):
        return not has_lead and pair in (_BORROWING if is_dash else _JOINED_IN_EVERY_LANGUAGE)
    if has_lead:
        return pair in _HOURS
    return pair in (_JOINED_BY_A_DASH if is_dash else _JOINED_BY_A_WORD)


def _kind(spec: Spec | None) -> str | None:
    """What a point is told by, None for all that is not listed here.

    A number N, a date D or one in digits S, a day of no month WD (beside a weekday) or DY (with a year),
    a weekday W, a day told from today R, a month M, a year Y; then a part of the day p, and an hour h.
    """
    if spec is None or _OTHERS(spec) != _NOTHING_ELSE:
        return None
    if spec.bare is not None:
        return "N"
    day = ""
    if spec.dates is not None:
        day = "S"
    elif spec.day is not None and spec.month is None:
        day = "WD" if spec.weekday is not None else "DY" if spec.year is not None else "?"
    else:
        by = (spec.day, "D"), (spec.weekday, "W"), (spec.relative_day, "R"), (spec.month, "M"), (spec.year, "Y")
        day = next((kind for told, kind in by if told is not None), "")
    is_hour = spec.clock is not None or spec.clock_word is not None
    return day + ("p" if spec.part is not None else "") + ("h" if is_hour else "")


def _end(parts: list[str], lexicon: Lexicon, lang: str) -> Spec | None:
    """One end of a range: a point, or a number that is a day or an hour by the other end; a new one."""
    if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) < 3:
        number = int(parts[0])
        return Spec(bare=(number, len(parts[0]))) if number <= _LAST_DAY else None
    if not parts or _TWO_NUMBERS(parts[0]) or _TWO_NUMBERS(parts[-1]):
        return None
    seen = single(parts, lexicon, lang)
    if seen is None:
        return _with_hour(parts, lexicon, lang) or _day_and_year(parts)
    if isinstance(seen, Spec):
        return seen
    return seen.spec if seen.bound is None else None


def _with_hour(parts: list[str], lexicon: Lexicon, lang: str) -> Spec | None:
    """A day before or after a number that can only be an hour: "next Monday 6", "6 next Monday"."""
    for number, others, word in ((parts[-1], parts[:-1], parts[-2:-1]), (parts[0], parts[1:], parts[1:2])):
        if not (word and number.isdecimal() and len(number) < 3 and int(number) <= _LAST_HOUR):
            continue
        beside, seen = lexicon.forms.get(word[0]), single(others, lexicon, lang)
        spec = seen.spec if isinstance(seen, Phrase) and seen.bound is None else seen
        if beside is None or beside.sign in (UNIT, MONTH) or not isinstance(spec, Spec):
            return None
        if _kind(spec) not in _NEAR or (beside.sign == PART and beside.meaning == "NI"):  # "15 nights" are a length
            return None
        spec.clock = hour_of(int(number), len(number))
        return spec
    return None


def _day_and_year(parts: list[str]) -> Spec | None:
    """The last day of "June 2-4, 2024", which borrows its month."""
    day, year = parts[0].removesuffix(","), parts[-1]
    if len(parts) != 2 or day == parts[0] or not (day.isdecimal() and year.isdecimal()):
        return None
    is_date = len(year) == 4 and year[0] != "0" and len(day) < 3 and 1 <= int(day) <= _LAST_DAY
    return Spec(day=int(day), year=int(year)) if is_date else None
