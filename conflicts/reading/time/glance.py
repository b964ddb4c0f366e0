"""The commonest forms of a time, read at a glance: "Wednesday", "on 23 July 2025", "from 5 to 6 p.m. on July 30".

The grammar reads them too, and the same; but it tries many rules on the way, and most printed times are of these forms.
A point of time is told by its shape (see `single`), a range by those of its two ends.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.time.clocks import counts_to_twelve
from conflicts.reading.time.counted import hour_of
from conflicts.reading.time.forms import length_told
from conflicts.reading.time.lending import look_ahead
from conflicts.reading.time.lexicon import BOUND, FROM, UNIT, Lexicon
from conflicts.reading.time.near import rounded
from conflicts.reading.time.pieces import is_hour_beside
from conflicts.reading.time.shape import shaped
from conflicts.reading.time.single import single
from conflicts.reading.time.spec import Offset, Spec
from conflicts.reading.time.trees import Phrase, is_to_come, lend, ranged

_MOST: Final = 60
"""No text of these forms has more characters."""
_LAST_DAY, _LAST_HOUR = 31, 24
_STARTS_WITH_YEAR: Final = re.compile(r"\d{4}").match
_NOT_BETWEEN: Final = frozenset({"until", "since", "equal"})
"""Bounds that do not stand between a day and its hour."""


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
    at = next((at for at, part in enumerate(parts) if part in lexicon.bound_words), 0)
    if at > 0:
        return _beside(parts[:at], parts[at], parts[at + 1 :], lexicon, lang)
    return _range(parts, lexicon, lang)


def _beside(before: list[str], word: str, after: list[str], lexicon: Lexicon, lang: str) -> Phrase | None:
    """A day and the bound on its hour, "Tuesday after 1 p.m.", or a length from another time, "2 days before 5 May"."""
    spec, bound = _end(after, lexicon, lang), lexicon.forms[word].meaning
    if spec is None:
        return None
    day = _end(before, lexicon, lang)
    if day is None:
        return _from_base(before, word, spec, lexicon)
    is_day = day.has_date and not day.has_time and not day.reference
    if not is_day or spec.has_date or spec.bare or bound in _NOT_BETWEEN:
        return None
    lend(day, spec, is_left=True, is_lead=True)
    return Phrase("point", spec, bound)


def _from_base(before: list[str], word: str, base: Spec, lexicon: Lexicon) -> Phrase | None:
    way, how_long = lexicon.from_base.get(word), length_told(shaped(before, lexicon.forms))
    if way is None or how_long is None or not base.has_date or base.has_time:
        return None
    offset = Offset(-1 if way == "before" else 1, how_long, base, is_exact_day=True)
    if lexicon.rounded:
        offset = rounded(offset, lexicon)
    return Phrase("point", Spec(offset=offset, zone=base.zone, is_strong=True))


def _range(parts: list[str], lexicon: Lexicon, lang: str) -> Phrase | None:
    """From one point to another: "June 2-4", "Monday to Friday", "tomorrow from 5 to 6 p.m."."""
    start = next((at for at, part in enumerate(parts) if part in lexicon.starts), -1)
    lead = _end(parts[:start], lexicon, lang) if start > 0 else None
    if start > 0 and lead is None:
        base = _end(parts[start + 1 :], lexicon, lang)
        return None if base is None else _from_base(parts[:start], parts[start], base, lexicon)
    if lead is not None and not counts_to_twelve(lang):
        return None
    if start >= 0 and start + 1 < len(parts) and lexicon.begins(parts[start], parts[start + 1]):
        return None
    is_between = start >= 0 and parts[start] not in lexicon.from_words
    found = _ends(parts[start + 1 :], lexicon.and_words if is_between else lexicon.to_words, lexicon)
    if found is None:
        return None
    left, right, is_dash = found
    first, last = _end(left, lexicon, lang), _end(right, lexicon, lang, is_last=True)
    if first is None or last is None:
        return None
    if first.weekday and first.day and not first.month and left[-1].isdecimal():
        # "Monday 10" is a day, but "Monday 10 to 12" are hours.
        if is_between or last.has_date or not right[0][0].isdecimal():
            return None
        first.clock, first.day = hour_of(first.day, len(left[-1])), None
    if is_between and (last.offset or first.decade is not None or last.decade is not None):
        return None
    if not _are_ends(first, last, left, right, lang, is_dash=is_dash):
        return None
    if start >= 0 and is_to_come(first):
        look_ahead(last)
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
        if at < 0:
            return None
        first, _, last = parts[at].partition("-")
        if not first:
            return None
        left, right, is_dash = [*parts[:at], first], [last, *parts[at + 1 :]], True
    opening = lexicon.forms.get(right[0])
    return None if opening is not None and opening.sign in (BOUND, FROM) else (left, right, is_dash)


def _are_ends(first: Spec, last: Spec, left: list[str], right: list[str], lang: str, *, is_dash: bool) -> bool:
    """Whether the grammar, too, takes these for the two ends of a range."""
    to_number, from_number = right[0][0].isdecimal(), len(left[-1]) < 3 and left[-1].isdecimal()
    if first.reference or last.reference or (last.offset and from_number):
        return False
    if not counts_to_twelve(lang):
        is_bare = first.bare or (last.bare and not is_dash)
        if first.has_time or last.has_time or last.offset or is_bare or (is_dash and not to_number):
            return False
    if not is_dash:
        return True
    # A dash can also set the parts of one point apart, or stand in a date.
    if (from_number and not to_number) or _STARTS_WITH_YEAR(left[0]) or _STARTS_WITH_YEAR(right[0]):
        return False
    if first.bare:
        return True
    if len(left[-1]) == 4 and left[-1].isdecimal() and not left[-2].endswith(","):
        return False
    is_half_told = first.zone or first.nth or first.quarter or first.half or (first.day and not first.month)
    if is_half_told or last.quarter or last.half or last.decade:
        return False
    if first.month and first.day is None and (to_number or last.day or last.offset or last.mod or last.nth):
        return False
    is_apart = last.has_time or (first.weekday and last.month) or (first.relatives and last.weekday)
    return first.clock is not None or not is_apart


def _end(parts: list[str], lexicon: Lexicon, lang: str, *, is_last: bool = False) -> Spec | None:
    """One end of a range: a point, or a number that is a day or an hour by the other end; a new one."""
    if not parts:
        return None
    if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) < 3:
        number = int(parts[0])
        return Spec(bare=(number, len(parts[0]))) if number <= _LAST_DAY else None
    seen = single(parts, lexicon, lang)
    if seen is None:
        return _with_hour(parts, lexicon, lang) or (_day_and_year(parts) if is_last else None)
    if isinstance(seen, Spec):
        return seen
    return seen.spec if seen.bound is None else None


def _with_hour(parts: list[str], lexicon: Lexicon, lang: str) -> Spec | None:
    """A day before or after a number that can only be an hour: "next Monday 6", "6 next Monday"."""
    for number, others in ((parts[-1], parts[:-1]), (parts[0], parts[1:])):
        if others and number.isdecimal() and len(number) < 3 and int(number) <= _LAST_HOUR:
            beside = lexicon.forms.get(others[0])
            if beside is None or beside.sign == UNIT:
                return None
            seen = single(others, lexicon, lang)
            spec = seen.spec if isinstance(seen, Phrase) else seen
            if spec is None or spec.clock is not None or spec.clock_word is not None or not is_hour_beside(spec):
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
