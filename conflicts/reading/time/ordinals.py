"""The grammar of ordinals inside a point of time: "the 23rd", "the third week of August", "half of 2026"."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time import beside, dates, near
from conflicts.reading.time.clocks import clock
from conflicts.reading.time.counting import cardinal, ordinal
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens

_OF: Final = frozenset({"of", "in", "im", "des", "der", "du", "de", "d"})
_BEFORE_ORDINAL: Final = frozenset({"article", "to", "and", "from", "between"})
_WEEKS: Final = 53
_IN_A_YEAR: Final = frozenset({"week", "month", "quarter"})
_LONG: Final = frozenset({"month", "quarter", "year", "decade", "century"})
_COUNTED: Final = frozenset(
    {"week", "day", "month", "quarter", "weekend", "decade", "year", "half", "workday", "semester"}
)


def ordinal_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "the first Friday of", "the third week", "15th century", "the 27th", "the first two weeks of"."""
    found = ordinal(tokens, at)
    if found is None:
        return -1
    value, end = found
    follows = beside.nth_beside(tokens, value, end, spec, lang)
    if follows > end:
        return follows
    if value < 0 and not _is_last_of(tokens, end):
        return -1
    follows = tokens.skip(end, "-")
    weekday = tokens.sense(follows, "weekday")
    century = tokens.sense(follows, "unit") if value > 0 and spec.century is None else None
    if century and century[0] == "century":
        era = tokens.sense(century[1], "era")
        spec.century, spec.is_strong = -value if era and era[0] == "bc" else value, True
        return era[1] if era else century[1]
    if spec.nth is not None:
        return -1
    if weekday and not tokens.is_number(weekday[1]):
        if spec.weekday is not None:
            return -1
        spec.nth, spec.nth_unit, spec.weekday, spec.is_strong = value, "weekday", int(weekday[0]), True
        return weekday[1]
    month = tokens.sense(follows, "month")
    if month and value > 0:
        return dates.day_first(tokens, at, spec) if spec.month is None else -1
    count = cardinal(tokens, follows)
    start = count[1] if count else follows
    unit = tokens.sense(start, "unit")
    count = count if unit else None
    if unit and unit[0] == "semester" and not count and value in (1, 2) and spec.half is None:
        spec.half, spec.is_strong = value, True
        return unit[1]
    if unit and unit[0] in _COUNTED:
        is_of_year = unit[0] == "quarter" and not count and not _is_of_years(tokens, unit[1])
        if is_of_year and spec.quarter is not None:
            return -1
        if is_of_year and 1 <= value <= 4:
            spec.quarter = value
        elif unit[1] >= tokens.size and spec.is_empty:
            return -1  # "The third day" of what?
        else:
            spec.nth, spec.nth_unit, spec.nth_count = value, unit[0], count[0] if count else 1
        if tokens.sense(unit[1], "filler") and unit[0] != "quarter":
            spec.is_strong = True
        return unit[1]
    mark = tokens.sense(follows, "quarter_mark")
    if mark and mark[0] == "W" and spec.week is None and 1 <= value <= _WEEKS and not count:
        spec.week, spec.is_strong = value, True
        return mark[1]
    half = tokens.sense(follows, "half_mark")
    if half and value in (1, 2) and not count:
        spec.half = value
        return half[1]
    if half and value == -1:
        return -1
    is_named = (
        tokens.is_number(at) or spec.weekday is not None or (at and tokens.senses(at - 1).keys() & _BEFORE_ORDINAL)
    )
    if not is_named and not tokens.sense(end, "month") and not tokens.sense(end, "filler"):
        return -1
    if 1 <= value <= 31 and spec.day is None and not count:
        if spec.month is None:
            late = dates.day_first(tokens, at, spec)
            if late > at:
                return late
        follows = tokens.sense(end, "filler")[1] if tokens.word(end) == "of" and tokens.sense(end, "filler") else end  # type: ignore[index]
        spec.day = value
        return follows if follows < tokens.size else end
    return -1


def _is_of_years(tokens: Tokens, at: int) -> bool:
    """Whether what is quartered is longer than a year: "the first quarter of the 20th century"."""
    if tokens.word(at) not in _OF:
        return False
    units = (tokens.sense(k, "unit") for k in range(at + 1, min(at + 5, tokens.size)))
    return any(unit is not None and unit[0] in ("decade", "century") for unit in units)


def _is_last_of(tokens: Tokens, at: int) -> bool:
    """Whether "last" means the end of something: "the last week of July", not "last week"."""
    count = cardinal(tokens, at)
    at = count[1] if count else at
    for kind in ("weekday", "unit"):
        found = tokens.sense(at, kind)
        if found:
            of = found[1]
            if found[0] in _IN_A_YEAR and tokens.is_number(of) and len(tokens.words[of]) == 4:
                return True
            is_of = tokens.word(of) in _OF and of + 1 < tokens.size and not tokens.sense(of + 1, "clock_word")
            article = tokens.sense(of + 1, "article")
            if tokens.sense(article[1] if article else of + 1, "part"):
                return False  # "Last Friday in the evening".
            # "Last year in March" names a month of it; "the last week in March" is March's.
            return is_of and not (found[0] in _LONG and tokens.sense(of, "in") and not tokens.is_number(of + 1))
    return False


def fraction_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "a quarter to seven", else "half a year ago"."""
    found = clock(tokens, at) if spec.clock is None else None
    if found:
        spec.clock = found[0]
        return found[1]
    return near.length_piece(tokens, at, spec, lang)
