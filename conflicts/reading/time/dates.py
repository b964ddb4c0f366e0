"""The grammar of calendar dates: "23 July 2025", "July 23", "03/04/2025", "2025-07-23", "44 BC"."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time.counting import cardinal, ordinal, year_in_words
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens

_DAY_FIRST: Final = frozenset(
    {"en-gb", "en-au", "en-nz", "en-ie", "en-za", "en-in", "de", "fr", "es", "it", "nl", "pt"}
)
_MONTH_FIRST: Final = frozenset({"en-us", "en-ph"})
_LONGEST_YEAR: Final = 15
_LEAST_SHORT_YEAR: Final = 60
"""Two digits after a month that are no day are a year from here on ("March 68"), below it a slip ("July 32")."""


def is_plainly_a_year(number: int | None) -> bool:
    """Whether a number of four digits after "by" or "since" is hardly anything but a year."""
    return number is not None and 1000 <= number <= 2999


def full_year(two_digits: int) -> int:
    """The year that two printed digits mean: 1950 to 2049.

    >>> full_year(25), full_year(87)
    (2025, 1987)
    """
    return two_digits + (2000 if two_digits < 50 else 1900)


def year(
    tokens: Tokens, at: int, *, is_short_allowed: bool = False, is_long_allowed: bool = False
) -> tuple[int, int] | None:
    """A year at `at` and the index after it; astronomical, so 44 BC is -43."""
    era = tokens.sense(at, "era")
    if era and era[0] == "ad" and tokens.is_number(era[1]) and len(tokens.words[era[1]]) <= _LONGEST_YEAR:
        return int(tokens.words[era[1]]), era[1] + 1
    if tokens.word(at) == "'" and tokens.is_number(at + 1) and len(tokens.words[at + 1]) == 2:
        return full_year(int(tokens.words[at + 1])), at + 2
    if not tokens.is_number(at):
        return year_in_words(tokens, at)
    printed = tokens.words[at]
    if len(printed) > _LONGEST_YEAR:
        return None
    era = tokens.sense(at + 1, "era")
    if era and int(printed):
        return (1 - int(printed) if era[0] == "bc" else int(printed)), era[1]
    if len(printed) == 4:
        return (int(printed), at + 1) if printed[0] != "0" or is_long_allowed else None
    if len(printed) == 2 and is_short_allowed and tokens.word(at + 1) not in (":", ".", "h", "-", "/"):
        return full_year(int(printed)), at + 1
    if (len(printed) == 3 or len(printed) > 4) and is_long_allowed:
        return int(printed), at + 1
    return None


def year_pair(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The second of two years that a period lies across, "2024-25", "2024/2025", and the index after it."""
    first, second = tokens.word(at), tokens.word(at + 2)
    if len(first) != 4 or tokens.word(at + 1) not in ("-", "/") or len(second) not in (2, 4):
        return None
    if not (first.isdecimal() and second.isdecimal() and tokens.is_glued(at + 1) and tokens.is_glued(at + 2)):
        return None
    last = int(first) + 1
    return (last, at + 3) if last % 10 ** len(second) == int(second) else None


def _year_after(tokens: Tokens, at: int, *, is_dashed: bool = False) -> tuple[int, int] | None:
    """The year after a day and month, past a comma, "of", "in" or a sign; short after a sign only if `is_dashed`."""
    if at >= tokens.size:
        return None
    follows, is_short = at, True
    word = tokens.words[at]
    if word in (",", ".", "/", "-"):
        follows = at + 1
        if word == "-" and not tokens.is_glued(follows):
            return None
        is_short = is_dashed
        if word == "." and tokens.word(follows) == ",":
            follows += 1
    joint = tokens.word(follows)
    joins = (tokens.sense(follows, "filler") or tokens.sense(follows, "in")) if joint in ("of", "in") else None
    if joins:
        follows, is_short = joins[1], joint == "of"
        article = tokens.sense(follows, "article")
        if article and article[0] == "the":
            follows = article[1]
        marker = tokens.sense(follows, "unit")
        if marker and marker[0] == "year":
            follows = marker[1]
    found = year(tokens, follows, is_short_allowed=is_short, is_long_allowed=True)
    if found is None:
        return None
    if tokens.is_number(follows):
        if word in ("-", "/") and len(tokens.words[follows]) not in ((2, 4) if is_short else (4,)):
            return None
        if found[1] == tokens.size:
            return found
        after = tokens.word(found[1])
        is_clock = (after in (":", "h") and tokens.is_glued(found[1])) or tokens.sense(found[1], "ampm")
        if is_clock or tokens.sense(found[1], "oclock") or tokens.sense(found[1], "ordinal_suffix"):
            return None
        if len(tokens.words[follows]) <= 3 and tokens.sense(found[1], "unit"):
            return None
    return found


def _day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """A day of the month after the month's name: "2", "2nd", "the second", "twenty nine"."""
    if at >= tokens.size:
        return None
    printed = tokens.words[at]
    if len(printed) == 4 and printed.isdecimal() and printed[0] != "0":
        return None
    article = tokens.sense(at, "article")
    if article and article[0] == "the":
        at = article[1]
    found = ordinal(tokens, at)
    if found is None and not (tokens.is_number(at) and len(tokens.words[at]) > 2):
        found = cardinal(tokens, at)
        if found and tokens.is_number(at):
            sign = tokens.word(found[1])
            if sign in (":", "h") and tokens.is_glued(found[1]):
                return None
            if sign and tokens.sense(found[1], "ampm") and not _is_part_of_day(tokens, found[1]):
                return None
    return found if found and 1 <= found[0] <= 31 else None


def _is_part_of_day(tokens: Tokens, at: int) -> bool:
    """Whether "AM" in "Feb 5 AM" names the morning rather than a clock time; only in capitals is it lost, so never."""
    return at == tokens.size - 1 and tokens.word(at) in ("am", "pm") and not tokens.is_glued(at)


def month_first(tokens: Tokens, at: int, spec: Spec) -> int:
    """ "July 23, 2025", "July 2025", "July"; the index after it, or -1."""
    found = tokens.sense(at, "month")
    if found is None:
        return -1
    follows = found[1]
    sign = tokens.skip(follows, ".,/-")
    if tokens.word(follows) == "-" and not tokens.is_glued(follows + 1):
        sign = follows
    spec.month = int(found[0])
    day = _day(tokens, sign)
    if day and not (tokens.sense(day[1], "unit") and tokens.is_number(sign) and not tokens.sense(day[1], "part")):
        spec.day, spec.is_strong = day[0], True
        known = _year_after(tokens, day[1]) if spec.year is None else None
        if known is None:
            return day[1]
        spec.year = known[0]
        return known[1]
    known = (
        (_year_after(tokens, follows) if spec.year is None else None)
        if sign == follows
        else year(tokens, sign, is_long_allowed=True)
    )
    if known and sign == follows and tokens.is_number(sign) and 32 <= int(tokens.words[sign]) < _LEAST_SHORT_YEAR:
        return -1
    if known and spec.year is None:
        spec.year, spec.is_strong = known[0], True
        follows = known[1]
        if tokens.word(follows) == "-" and tokens.is_glued(follows) and tokens.is_glued(follows + 1):
            late = _day(tokens, follows + 1)
            if late:
                spec.day, follows = late[0], late[1]
        return follows
    return follows if sign == follows or tokens.word(follows) != "." else follows + 1


def day_first(tokens: Tokens, at: int, spec: Spec) -> int:
    """ "23 July 2025", "the 23rd of July", "23/Jul/2025", "twenty second of June"; the index after it, or -1."""
    found = ordinal(tokens, at) or cardinal(tokens, at)
    if found is None or not 1 <= found[0] <= 31 or (tokens.is_number(at) and len(tokens.words[at]) > 2):
        return -1
    follows = tokens.skip(found[1], ".,/-")
    word = tokens.sense(follows, "unit")
    if word and word[0] == "day":
        follows = word[1]
    if tokens.word(follows) in ("of", "du", "de"):
        follows += 1
    month = tokens.sense(follows, "month")
    if month is None:
        if tokens.word(follows - 1) in ("/", "-") and tokens.is_number(follows) and len(tokens.words[follows]) == 4:
            sign = tokens.word(follows + 1)
            late = tokens.sense(follows + 2, "month") if sign in ("/", "-") else None
            if late:
                spec.day, spec.year, spec.month, spec.is_strong = (
                    found[0],
                    int(tokens.words[follows]),
                    int(late[0]),
                    True,
                )
                return late[1]
        return -1
    spec.day, spec.month, spec.is_strong = found[0], int(month[0]), True
    end = month[1]
    if tokens.word(end) == "." and (tokens.is_glued(end) or tokens.word(end + 1) == ","):
        end += 1
    known = _year_after(tokens, end, is_dashed=tokens.word(found[1]) in ("-", "/")) if spec.year is None else None
    if known:
        spec.year, end = known
    return end


def after_year(tokens: Tokens, at: int, spec: Spec) -> int:
    """Month and day after a year and a sign: "2019-Aug-01", "2020/23/Sep"; the index after, or -1."""
    if tokens.sense(at, "month"):
        return month_first(tokens, at, spec)
    if tokens.is_number(at) and tokens.word(at + 1) in ("/", "-"):
        month = tokens.sense(at + 2, "month")
        if month and 1 <= int(tokens.words[at]) <= 31:
            spec.day, spec.month, spec.is_strong = int(tokens.words[at]), int(month[0]), True
            return month[1]
    return -1


def numeric(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """Dates in digits alone, two or three numbers with the same sign between; the index after, or -1."""
    sign = tokens.word(at + 1)
    if sign not in ("/", ".", "-") or not tokens.is_number(at + 2):
        return _spaced(tokens, at, spec)
    first, second = tokens.words[at], tokens.words[at + 2]
    is_tight = tokens.is_glued(at + 1) and tokens.is_glued(at + 2)
    if sign == "/" and (first, second) == ("24", "7") and tokens.size == at + 3:
        return -1  # Around the clock, and not the 24th of July.
    if len(first) > 4 or len(second) > 4:
        return -1
    has_third = (
        tokens.word(at + 3) in (sign, ",")
        and tokens.is_number(at + 4)
        and tokens.is_glued(at + 3)
        and tokens.is_glued(at + 4)
        and is_tight
        and len(tokens.words[at + 4]) in (2, 4, 1)
    )
    if has_third:
        third = tokens.words[at + 4]
        if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
            return _set(spec, int(first), int(second), int(third), at + 5)
        if len(first) <= 2 and len(second) <= 2 and len(third) in (2, 4):
            known = int(third) if len(third) == 4 else full_year(int(third))
            return either(spec, int(first), int(second), known, order(lang, sign), at + 5)
    if (
        len(first) == 4
        and len(second) <= 2
        and 1 <= int(second) <= 12
        and (is_tight or len(second) == 2 or sign != ".")
    ):
        spec.year, spec.month, spec.is_strong = int(first), int(second), sign != "." and is_tight
        return at + 3
    if len(second) == 4 and len(first) <= 2 and 1 <= int(first) <= 12:
        spec.year, spec.month, spec.is_strong = int(second), int(first), sign != "."
        return at + 3
    is_short = (
        is_tight and len(first) <= 2 and len(second) <= 2 and (sign != "-" or (at == 0 and at + 3 == tokens.size))
    )
    if is_short and tokens.sense(at + 3, "unit") is None:
        end = at + 4 if tokens.word(at + 3) == "." and sign == "." and tokens.is_glued(at + 3) else at + 3
        if tokens.sense(end, "ampm") or tokens.word(end) == ":":
            return -1
        return either(spec, int(first), int(second), None, order(lang, "/"), end)
    return -1


def _spaced(tokens: Tokens, at: int, spec: Spec) -> int:
    """ "2016 10 16"."""
    if len(tokens.words[at]) == 4 and all(tokens.is_number(at + n) and len(tokens.words[at + n]) == 2 for n in (1, 2)):
        return _set(spec, int(tokens.words[at]), int(tokens.words[at + 1]), int(tokens.words[at + 2]), at + 3)
    return -1


def order(lang: str, sign: str) -> str:
    """Which of day and month comes first where this is written: "day", "month" or "" (both do)."""
    lang = lang.lower().replace("_", "-")
    if lang in _MONTH_FIRST:
        return "month"
    if lang in _DAY_FIRST or lang.partition("-")[0] in _DAY_FIRST:
        return "day"
    return "dot" if sign == "." else ""


def _set(spec: Spec, known: int, month: int, day: int, end: int) -> int:
    if not 1 <= month <= 12 and 1 <= day <= 12:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return -1
    spec.year, spec.month, spec.day, spec.is_strong = known, month, day, True
    return end


def either(spec: Spec, first: int, second: int, known: int | None, way: str, end: int) -> int:
    """Take two numbers as day and month in each order that the calendar allows."""
    readings = []
    if 1 <= second <= 12 and 1 <= first <= 31:
        readings.append((known, second, first))
    if 1 <= first <= 12 and 1 <= second <= 31 and first != second:
        readings.append((known, first, second))
    if not readings:
        return -1
    if len(readings) == 2 and way:
        readings = readings[1:] if way == "month" else readings[:1]
    spec.is_strong = spec.is_strong or known is not None
    if len(readings) == 1:
        spec.year, spec.month, spec.day = readings[0] if known is not None else (spec.year, *readings[0][1:])
    else:
        spec.dates = tuple(readings)
    return end
