"""Pieces of a time that begin with a number: days, years, hours."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time import dates, near
from conflicts.reading.time.clocks import clock, is_plain
from conflicts.reading.time.counting import cardinal, ordinal
from conflicts.reading.time.named import decade_of, decade_word
from conflicts.reading.time.ordinals import ordinal_piece
from conflicts.reading.time.shares import hedge
from conflicts.reading.time.spec import Clock, Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.zones import zone

_AFTER_AT: Final = frozenset({"clock_word", "part", "early", "week_of", "unit", "holiday"})


def number_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """A piece that begins with a number in digits."""
    if _is_half_year(tokens, at) and spec.half is None and spec.year is None:
        return _half_year(tokens, at, spec)
    pair = dates.year_pair(tokens, at) if spec.year is None else None
    if pair:
        unit, season = tokens.sense(pair[1], "unit"), tokens.sense(pair[1], "season")
        if (unit and unit[0] in ("fiscal", "school")) or (season and season[0] == "WI"):
            spec.year, spec.is_strong = pair[0] - (season is not None), True
            return pair[1]
    if spec.clock is None and spec.clock_word is None:
        found = clock(tokens, at) or _four_digits(tokens, at)
        if found and not (found[0].grain == "minute" and tokens.word(at + 1) == "." and _is_date(tokens, at, lang)):
            spec.clock = found[0]
            spec.is_strong = True
            return found[1]
    if not spec.has_day or spec.weekday is not None or spec.offset is None:
        if spec.month is None and spec.dates is None and spec.day is None:
            end = dates.numeric(tokens, at, spec, lang)
            if end > at:
                return end
            end = dates.day_first(tokens, at, spec)
            if end > at:
                return end
        end = ordinal_piece(tokens, at, spec, lang)
        if end > at:
            return end
    end = near.length_piece(tokens, at, spec, lang)
    if end > at:
        return end
    if tokens.word(at + 1) == "q" and tokens.is_glued(at + 1) and 1 <= int(tokens.words[at]) <= 4 and not spec.quarter:
        spec.quarter = int(tokens.words[at])
        known = dates.year(tokens, at + 2, is_short_allowed=True) if tokens.is_glued(at + 2) else None
        if known and spec.year is None:
            spec.year, spec.is_strong = known[0], True
            return known[1]
        return at + 2
    if spec.decade is None and spec.year is None:
        suffix = tokens.sense(at + 1, "decade_suffix")
        if suffix and tokens.words[at][-1] == "0" and len(tokens.words[at]) in (2, 4):
            value = int(tokens.words[at])
            spec.decade = value if value >= 100 else decade_of(value)
            spec.is_strong = len(tokens.words[at]) == 4 or spec.is_strong
            return suffix[1]
        known = dates.year(tokens, at)
        if known and spec.clock is not None and spec.month is None and tokens.sense(known[1], "offset"):
            return -1  # "18:00 1400 GMT" is told in two zones; "Jul 20 18:00:00 2025 GMT" has a year.
        if known and not _is_clock_next(tokens, known[1]):
            if tokens.sense(at + 1, "era") or spec.month is not None or spec.season or spec.quarter or spec.half:
                spec.is_strong = True
            spec.year = known[0]
            if tokens.is_glued(known[1]) and tokens.word(known[1]) in ("/", "-") and tokens.is_glued(known[1] + 1):
                return max(known[1], dates.after_year(tokens, known[1] + 1, spec))
            return known[1]
    return _day_and_year(tokens, at, spec) or _bare(tokens, at, spec)


def _four_digits(tokens: Tokens, at: int) -> tuple[Clock, int] | None:
    """ "1500 local time", "2130 Kyiv time": four digits are a clock time before a zone that is told in words."""
    printed = tokens.words[at]
    if len(printed) != 4 or not tokens.word(at + 1).isalpha():
        return None
    named = tokens.sense(at + 1, "zone_local") or zone(tokens, at + 1)
    hour, minute = int(printed[:2]), int(printed[2:])
    is_clock = named is not None and named[1] > at + 2 and hour < 24 and minute < 60
    return (Clock(hour, minute, 0, "minute"), at + 1) if is_clock else None


def _day_and_year(tokens: Tokens, at: int, spec: Spec) -> int:
    """The end of "June 2-4, 2024", "June 2 to 4 2024", which borrows its month; 0 where there is none."""
    words = tokens.words
    is_apart = tokens.word(at + 1) == "," or (at > 0 and tokens.sense(at - 1, "to") is not None)
    follows = tokens.skip(at + 1, ",")
    is_pair = is_apart and tokens.is_number(follows) and len(words[follows]) == 4 and words[follows][0] != "0"
    if not is_pair or not spec.is_empty or not 1 <= int(words[at]) <= 31 or len(words[at]) > 2:
        return 0
    spec.day, spec.year = int(words[at]), int(words[follows])
    return follows + 1


def _is_half_year(tokens: Tokens, at: int) -> bool:
    mark = tokens.sense(at + 1, "quarter_mark") if tokens.words[at] in ("1", "2") and tokens.is_glued(at + 1) else None
    return mark is not None and mark[0] == "H" and tokens.is_number(mark[1])


def _half_year(tokens: Tokens, at: int, spec: Spec) -> int:
    """ "1H2025", "2H 2026", as analysts write the halves of a year; the index after, or -1."""
    known = dates.year(tokens, tokens.senses(at + 1)["quarter_mark"][1])
    if known is None:
        return -1  # "1h25" can be twenty-five past one as well.
    spec.half, spec.year, spec.is_strong = int(tokens.words[at]), known[0], True
    return known[1]


def _is_date(tokens: Tokens, at: int, lang: str) -> bool:
    return tokens.word(at + 3) == "." and dates.numeric(tokens, at, Spec(), lang) > at


def _is_clock_next(tokens: Tokens, at: int) -> bool:
    return tokens.word(at) == ":" and tokens.is_glued(at)


def _bare(tokens: Tokens, at: int, spec: Spec) -> int:
    """A number that may be a day or an hour by what stands around it."""
    value = int(tokens.words[at])
    if len(tokens.words[at]) > 2 or spec.bare is not None or value > 31:
        return -1
    if spec.month is not None and tokens.sense(tokens.skip(at + 1, "."), "month"):
        return -1  # "23 July, 25 July": the second is a date of its own.
    follows = tokens.word(at + 1)
    if tokens.sense(at + 1, "ordinal_suffix") and tokens.is_glued(at + 1):
        return -1
    if spec.day is not None and at and tokens.words[at - 1] == "," and (spec.month or _goes_on(tokens, at + 1)):
        return -1  # "July 2, 4 and 6" are days, and so are "the 2, 4 and 6 July".
    is_pair = follows == "/" and tokens.is_number(at + 2) and tokens.sense(at + 3, "month")
    if (follows in ("%", "/", ":") and not is_pair) or (follows and tokens.sense(at + 1, "unit")):
        return -1
    is_dotted = (
        follows == "."
        and tokens.is_glued(at + 1)
        and (tokens.sense(at + 2, "to") or tokens.sense(at + 2, "and") or _goes_on(tokens, at + 2))
        and not (spec.part and tokens.word(at + 2) == "/")
    )
    if is_dotted and value >= 1:
        spec.bare = (value, len(tokens.words[at]))
        return at + 2
    if spec.weekday is not None and spec.day is None and spec.month is None and not spec.has_time and value >= 1:
        is_hours = tokens.sense(at + 1, "to") and tokens.is_number(at + 2) and not tokens.sense(at + 3, "month")
        if spec.relatives or spec.weekday_relative or is_hours or zone(tokens, at + 1):
            spec.bare = (value, len(tokens.words[at]))
        else:
            spec.day = value
        return at + 1
    spec.bare = (value, len(tokens.words[at]))
    return at + 1


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the list of days goes on that a number stands in: "24., 25. und 26. Juli"."""
    word = tokens.sense(at, "or") or tokens.sense(at, "join")
    return word is not None and (tokens.is_number(word[1]) or tokens.sense(word[1], "article") is not None)


def at_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    end = tokens.senses(at)["at"][1]
    if spec.bare is not None and not (spec.has_date or spec.leads) and tokens.sense(at, "to"):
        return -1  # "De 8 à 10 heures" is a range; "le 8 à 10 heures" is the eighth.
    about = hedge(tokens, end)
    if about:
        spec.approx, end = about
    found = None
    if spec.clock is None and spec.clock_word is None:
        found = clock(tokens, end, is_after_at=True) or (_four_digits(tokens, end) if tokens.is_number(end) else None)
    if found:
        own = tokens.sense(at, "approx")
        if own and own[1] == end:
            spec.approx = own[0]  # "Gegen 9 Uhr", "vers 9 heures": the same word leads on and hedges.
        spec.clock = found[0]
        spec.is_strong = spec.is_strong or is_plain(tokens, found)
        return found[1]
    spec.leads += 1
    article = tokens.sense(end, "article")
    is_lead = (article and end + 1 < tokens.size) or tokens.senses(end).keys() & _AFTER_AT
    return end if is_lead else -1


def hour_of(value: int, digits: int) -> Clock:
    return Clock(value, is_open=1 <= value <= 12 and (digits == 1 or value >= 10))


def number_word(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """A piece that begins with a number in words."""
    if spec.clock is None:
        found = clock(tokens, at)
        if found and (found[0].grain != "hour" or not tokens.sense(found[1], "unit")):
            spec.clock = found[0]
            return found[1]
    if spec.month is None:
        end = dates.day_first(tokens, at, spec)
        if end > at:
            return end
    for rule in (ordinal_piece, near.length_piece):
        end = rule(tokens, at, spec, lang)
        if end > at:
            return end
    if ordinal(tokens, at):
        return -1  # "Twenty-third" of nothing is no range from twenty to a third.
    decade = tokens.sense(at, "decade_word")
    if decade:
        return decade_word(tokens, at, spec, lang)
    known = dates.year(tokens, at)
    if known and spec.year is None:
        following = tokens.sense(known[1] - 1, "decade_word")
        if not following:
            spec.year = known[0]
            return known[1]
    number = cardinal(tokens, at)
    if number:
        decade = tokens.sense(number[1], "decade_word")
        if decade and 10 <= number[0] <= 20:
            spec.decade, spec.is_strong = number[0] * 100 + int(decade[0]), True
            return decade[1]
        if spec.bare is None and spec.clock is None and number[0] <= 31 and not tokens.sense(number[1], "unit"):
            spec.bare = (number[0], 1 if number[0] < 10 else 2)
            return number[1]
    return -1


def approx_inside(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "tonight around 7", "11ish": a hedge before or after a clock time inside the point."""
    meaning, end = tokens.senses(at)["approx"]
    if spec.approx is not None:
        return -1
    is_after = spec.has_time or spec.bare or (spec.offset is not None and spec.offset.base is None)
    if is_after and (end == tokens.size or meaning == "ish"):
        spec.approx = meaning
        return end
    if spec.clock is not None and tokens.sense(at, "approx_after"):
        spec.approx = meaning
        return end
    if spec.has_date and spec.clock is None and tokens.is_number(end):
        found = clock(tokens, end, is_after_at=True)
        if found:
            spec.approx, spec.clock = meaning, found[0]
            return found[1]
    return -1
