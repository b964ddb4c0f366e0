"""Pieces of a time that begin with a name: months, weekdays, holidays, parts of the day, zones."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time import beside, dates, near, pieces
from conflicts.reading.time.clocks import NAMED_HOURS, with_minutes
from conflicts.reading.time.counting import cardinal
from conflicts.reading.time.spec import Clock, Length, Offset, Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.zones import zone

_EVENING: Final = frozenset({"EV", "NI"})
_SPANS_OF_HOLIDAYS: Final = {"weekend": "holidays", "week": "week"}
"""What "Labor Day weekend" and "Christmas week" span."""


def month_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.month is not None or spec.dates is not None:
        return -1
    bare = spec.bare
    end = dates.month_first(tokens, at, spec)
    if end > at and bare and spec.day is None and 1 <= bare[0] <= 31:
        spec.day, spec.bare = bare[0], None
    if end > at and spec.day is None and len(tokens.words[at]) > 3 and not tokens.sense(at, "weak"):
        spec.is_strong = True
    after = tokens.sense(end, "relative_after") if end > at and spec.year is None else None
    if after:
        spec.month_relative, spec.is_strong, end = after[0], True, after[1]
    return end


def weekday_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.weekday is not None:
        return -1
    found = tokens.senses(at)["weekday"]
    spec.weekday, end = int(found[0]), found[1]
    if not tokens.sense(at, "weak"):
        spec.is_strong = True
    after = tokens.sense(end, "relative_after")
    if after:
        spec.weekday_relative, end = after[0], after[1]
    further = tokens.sense(end, "after_next")
    if further:
        is_after = further[0] == "afternext"
        spec.weekday_relative, spec.weekday_shift = ("next", 1) if is_after else ("last", -1)
        return further[1]
    if spec.offset is None and not spec.has_time:
        follows = beside.weekday_beside(tokens, end, spec, lang)
        if follows > end:
            return follows
    on = tokens.sense(end, "weeks_on")
    if on:
        spec.weekday_shift, spec.is_strong = int(on[0]), True
        return on[1]
    shift = tokens.sense(end, "unit")
    if (
        shift
        and shift[0] in ("week", "fortnight")
        and not tokens.sense(end, "plural")
        and not has_more_week(tokens, shift[1])
    ):
        spec.weekday_shift, end = (1 if shift[0] == "week" else 2), shift[1]
    return end


def has_more_week(tokens: Tokens, at: int) -> bool:
    """Whether "week" after a weekday begins a piece of its own ("Monday week 31")."""
    return tokens.is_number(at) or tokens.sense(at, "filler") is not None


def weekday_part(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """A weekday and a part of the day in one word."""
    if spec.weekday is not None or spec.part is not None:
        return -1
    meaning, end = tokens.senses(at)["weekday_part"]
    day, _, spec.part = meaning.partition(":")
    spec.weekday, spec.is_strong = int(day), True
    return end


def relative_day(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.relative_day is not None:
        return -1
    if tokens.sense(at - 1, "weekday") and spec.part is None and tokens.sense(at, "part"):
        return part_piece(tokens, at, spec, lang)  # "Freitag Morgen" is no tomorrow.
    meaning, end = tokens.senses(at)["relative_day"]
    spec.is_strong = True
    unit = tokens.sense(end, "unit") if int(meaning) >= 0 and not spec.has_date else None
    if (
        unit
        and unit[0] in ("week", "fortnight")
        and not (tokens.sense(end, "plural") or has_more_week(tokens, unit[1]))
    ):
        one = Length(((1, 1, unit[0]),))
        spec.offset = Offset(1, one, Spec(relative_day=int(meaning)), is_exact_day=True)
        return unit[1]
    follows = near.from_day(tokens, end, spec, int(meaning)) if end < tokens.size else -1
    if follows > end:
        return follows
    spec.relative_day = int(meaning)
    return end


def relative_part(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["relative_part"]
    day, _, part = meaning.partition(":")
    if spec.part is not None or spec.relative_day not in (None, int(day)):
        return -1
    spec.relative_day, spec.part, spec.is_strong = int(day), part, True
    return end


def part_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.weekday is not None and tokens.sense(at, "part_plural"):
        return -1  # "Friday nights" are many.
    meaning, end = tokens.senses(at)["part"]
    if spec.part is not None and (spec.clock is None or not {spec.part, meaning} <= _EVENING):
        return -1  # "Tonight at 8 in the evening" agrees with itself.
    after = tokens.sense(end, "relative_after")
    if after and not spec.has_date:
        near.part_of_relative_day(spec, meaning, after[0])
        return after[1]
    if after and spec.weekday is not None and spec.weekday_relative is None:
        spec.weekday_relative, end = after[0], after[1]
    spec.part = meaning
    if spec.mod in ("early", "mid", "late", "earlier", "later", "start", "end") and not spec.has_date:
        spec.part_mod, spec.mod = spec.mod, None
    return end


def clock_word(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.clock_word is not None or spec.clock is not None:
        return -1
    name, end = tokens.senses(at)["clock_word"]
    hour, follows = with_minutes(tokens, Clock(NAMED_HOURS[name]), end)
    spec.clock, spec.clock_word = (hour, None) if follows > end else (None, name)
    spec.is_strong = True
    return follows


def ampm(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["ampm"]
    if spec.clock is not None or spec.part is not None or meaning == "both" or len(tokens.words[at]) < 2:
        return -1
    if not spec.has_day:
        return -1
    spec.part = "MO" if meaning == "am" else "AF"
    return end


def zone_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.zone is not None or not (spec.has_time or spec.has_date or spec.bare):
        return -1
    found = zone(tokens, at)
    if found is None:
        return -1
    spec.zone = found[0]
    if spec.bare is not None and spec.clock is None and spec.bare[0] <= 24:
        spec.clock, spec.bare = Clock(spec.bare[0], is_open=spec.part is not None and 1 <= spec.bare[0] <= 12), None
    return found[1]


def season_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.season is not None:
        return -1
    spec.season, end = tokens.senses(at)["season"]
    spec.is_strong = spec.is_strong or spec.year is not None
    after = tokens.sense(end, "relative_after")
    if after:
        spec.period_relative, spec.is_strong = after[0], True
        return after[1]
    pair = dates.year_pair(tokens, end + 1 if tokens.word(end) == "of" else end)
    if pair and spec.year is None and spec.season == "WI":
        spec.year, spec.is_strong = pair[0] - 1, True
        return pair[1]
    known = dates.year(tokens, end + 1 if tokens.word(end) == "of" else end)
    if known and spec.year is None:
        spec.year, spec.is_strong = known[0], True
        return known[1]
    return end


def holiday_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.holiday is not None:
        return -1
    spec.holiday, end = tokens.senses(at)["holiday"]
    spec.is_strong = True
    known = dates.year(tokens, end + 1 if tokens.word(end) == "of" else end)
    if known and spec.year is None:
        spec.year, end = known
    after = tokens.sense(end, "relative_after") if spec.year is None else None
    if after:
        spec.period_relative, end = after
    unit = tokens.sense(end, "unit")
    span_of = _SPANS_OF_HOLIDAYS.get(unit[0]) if unit else None
    if unit and span_of and not tokens.sense(end, "plural"):
        spec.span_of, end = span_of, unit[1]
    return end


def quarter_mark(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["quarter_mark"]
    number = cardinal(tokens, end)
    if number is None or (tokens.is_number(end) and len(tokens.words[end]) > 2):
        return -1
    value, end = number
    if meaning == "Q" and 1 <= value <= 4 and spec.quarter is None:
        spec.quarter = value
    elif meaning == "H" and 1 <= value <= 2 and spec.half is None:
        spec.half = value
    elif meaning == "W" and 1 <= value <= 53 and spec.week is None and not tokens.sense(end, "unit"):
        spec.week, spec.is_strong = value, True
    else:
        return -1
    spec.is_strong = spec.is_strong or spec.year is not None
    follows = end
    if tokens.word(follows) in ("-", "/") and tokens.is_number(follows + 1):
        follows += 1
    if spec.year is None:
        known = dates.year(tokens, follows + 1 if tokens.word(follows) == "of" else follows, is_short_allowed=True)
        if known:
            spec.year, end, spec.is_strong = known[0], known[1], True
    return end


def week_of(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.span_of is not None:
        return -1
    meaning, end = tokens.senses(at)["week_of"]
    if end >= tokens.size:
        return -1
    if meaning in ("week", "weekend") and spec.weekday is not None and spec.day is None and spec.offset is None:
        return _day_of_week(tokens, end, spec, meaning, lang)
    if meaning == "month" and (spec.nth is not None or spec.day is not None or spec.weekday is not None):
        return end  # "The first Monday of the month of August" is a day.
    spec.span_of = meaning
    return end


def _day_of_week(tokens: Tokens, at: int, spec: Spec, span_of: str, lang: str) -> int:
    """ "Friday of the week of 2 December": the weekday inside it, for the date is another day."""
    base, end = pieces.point(tokens, at, lang)
    if not base.has_date or base.has_time or spec.weekday_relative is not None:
        return -1
    base.span_of = span_of
    spec.offset, spec.is_strong = Offset(0, Length(((1, 1, "week"),)), base), True
    return end


def decade_of(two_digits: int) -> int:
    return two_digits + (1900 if two_digits >= 20 else 2000)


def decade_word(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["decade_word"]
    if spec.decade is not None:
        return -1
    value = int(meaning)
    spec.decade = value if value >= 100 else decade_of(value)
    spec.is_strong = spec.is_strong or value < 100
    return end


def decade_before(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """A decade told by a noun before its first year: "les années 1980", "les années 80"."""
    end = tokens.senses(at)["decade_before"][1]
    printed = tokens.word(end)
    if spec.decade is not None or not tokens.is_number(end) or len(printed) not in (2, 4) or printed[-1] != "0":
        return -1
    value = int(printed)
    spec.decade, spec.is_strong = (value if value >= 100 else decade_of(value)), True
    return end + 1


def era_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    known = dates.year(tokens, at)
    if known is None or spec.year is not None:
        return -1
    spec.year, spec.is_strong = known[0], True
    return known[1]


def reference(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["reference"]
    if not spec.is_empty or end < tokens.size:
        if spec.is_empty and meaning.startswith("PRESENT_REF"):
            spec.is_now = True
            return end
        return -1
    spec.reference = meaning
    return end


def overnight(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["overnight"]
    if spec.part is not None or at + 1 < end == tokens.size:
        return -1
    spec.part = "NF" if meaning == "night_of" else "ON"
    spec.is_strong = True
    return end
