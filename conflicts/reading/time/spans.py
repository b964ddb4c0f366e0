"""Pieces of a time that begin with an article or name a period: "the week", "the 27th", "weekend", "the year 476"."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time import beside, dates, near, pieces
from conflicts.reading.time.clocks import clock
from conflicts.reading.time.counting import cardinal
from conflicts.reading.time.lengths import vague_length
from conflicts.reading.time.spec import Length, Spec
from conflicts.reading.time.tokens import Tokens

_BESIDE: Final = ("day", "week", "month", "quarter", "year", "decade", "weekend")
_HOLDING: Final = ("quarter", "year", "decade", "century")
"""Periods that are told by what they hold: "the decade of the 1990s"."""
CALENDAR: Final = frozenset(
    {"week", "month", "quarter", "year", "decade", "century", "weekend", "workweek", "semester", "millennium"}
)


def article_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "a week ago", "the month", "the day before Christmas", "the 27th", and "the" that only leads on."""
    meaning, end = tokens.senses(at)["article"]
    if meaning == "a":
        follows = near.length_piece(tokens, at, spec, lang)
        if follows > at or spec.clock is not None:
            return follows
        found = clock(tokens, at)
        if found:
            spec.clock = found[0]
        return found[1] if found else -1
    follows = beside.stretch_beside(tokens, end, spec, lang)
    if follows > at:
        return follows
    unit = tokens.sense(end, "unit")
    is_period = unit is not None and unit[0] in CALENDAR | {"day", "fortnight"} and not tokens.sense(end, "holiday")
    if unit and is_period and not tokens.is_number(unit[1]):
        follows = _the_unit(tokens, end, unit, spec, lang)
        if follows > at:
            return follows
    if tokens.is_number(end) and len(tokens.words[end]) <= 2 and spec.day is None and spec.month is None:
        value = int(tokens.words[end])
        follows = pieces.piece(tokens, end, spec, lang)
        if follows == end + 1 and spec.bare == (value, len(tokens.words[end])) and 1 <= value <= 31:
            spec.day, spec.bare = value, None
        return follows
    words = cardinal(tokens, end)
    is_day = words is not None and words[1] == tokens.size and spec.month is None and spec.day is None
    if is_day and words is not None and (20 if spec.weekday is None else 1) <= words[0] <= 31:
        spec.day = words[0]
        return words[1]
    spec.leads += 1
    return end if end < tokens.size else -1


def _the_unit(tokens: Tokens, at: int, unit: tuple[str, int], spec: Spec, lang: str) -> int:
    """ "the week", "the day after", "the month after next", "la semaine prochaine", after the article."""
    name, end = unit
    following = tokens.sense(end, "after_next")
    if following:
        spec.relatives += ((name, following[0]),)
        spec.is_strong = True
        return following[1]
    after, way = _word_after(tokens, end), tokens.sense(end, "from_base")
    if after:
        near.relative_unit(tokens, unit, after[0], spec)
        return after[1]
    is_beside = way is not None and way[0] in ("before", "after") and name in _BESIDE
    if tokens.sense(at, "plural"):  # "the days after Easter"; "the years" are no time
        return beside.beside_of(tokens, way, vague_length(name), spec, lang) if way and is_beside else -1
    if way and is_beside:
        return beside.unit_beside(tokens, at, way, name, spec, lang)
    follows = beside.stretch_to(tokens, Length(((1, 1, name),)), end, spec, lang)
    if follows > end:
        return follows
    if name == "fortnight" and tokens.sense(end, "filler"):
        return -1
    if name == "day" and spec.is_empty and end < tokens.size:
        return at if tokens.sense(end, "filler") is None else end
    if name == "year" and tokens.sense(end, "number"):
        return end
    if tokens.sense(at, "week_of"):
        return -1
    if tokens.word(end) == "of" and name in _HOLDING and tokens.sense(end, "filler") and spec.span_of is None:
        spec.span_of = name
        return end
    spec.relatives += ((name, "the"),)
    return end


def _word_after(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The word that relates the unit before it: of "the week ahead", but not of "the week ahead of Easter"."""
    after, way = tokens.sense(at, "relative_after"), tokens.sense(at, "from_base")
    return None if after and way and way[1] > after[1] else after


def unit_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """A unit that is named as a period: "week", "weekend", "fiscal year 2008", "week-end prochain"."""
    meaning, end = tokens.senses(at)["unit"]
    if meaning in ("fiscal", "school"):
        known = dates.year_pair(tokens, end) or dates.year(tokens, end, is_short_allowed=True)
        spec.fiscal = True
        if known:
            spec.year, end, spec.is_strong = known[0], known[1], True
        return end
    after, way = _word_after(tokens, end), tokens.sense(end, "from_base")
    if after:
        if tokens.sense(at, "plural"):
            return after[1] if near.relative_unit(tokens, (meaning, end), after[0], spec) > at else -1
        spec.relatives += ((meaning, after[0]),)
        spec.is_strong = True
        return after[1]
    following = tokens.sense(end, "after_next")
    if following:
        spec.relatives += ((meaning, following[0]),)
        spec.is_strong = True
        return following[1]
    if meaning == "year" or tokens.word(at) in ("cy",):
        return calendar_year(tokens, at, spec, lang, end)
    if (way or tokens.sense(end, "ago")) and tokens.sense(at, "plural"):
        return near.placing(tokens, vague_length(meaning), end, spec, lang)
    if way and way[0] in ("before", "after") and meaning in _BESIDE:
        return beside.unit_beside(tokens, at, way, meaning, spec, lang)
    if meaning in CALENDAR and not tokens.sense(at, "plural") and len(tokens.word(at)) > 3:
        spec.relatives += ((meaning, "the"),)
        spec.is_strong = spec.is_strong or meaning == "weekend"
        return end
    if meaning == "day" and len(tokens.word(at)) > 2 and spec.is_empty and spec.mod is not None:
        spec.relatives += (("day", "this"),)
        return end
    return -1


def year_marker(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    return calendar_year(tokens, at, spec, lang, tokens.senses(at)["calendar_year"][1])


def calendar_year(tokens: Tokens, at: int, spec: Spec, lang: str, end: int) -> int:
    known = dates.year(tokens, end, is_short_allowed=tokens.word(at) == "cy", is_long_allowed=True)
    if known is None:
        number = cardinal(tokens, end)
        known = number if number and number[0] > 0 else None
    if known is None:
        if spec.mod is not None and not spec.has_date:
            spec.relatives += (("year", "this"),)
            return end
        return -1
    if spec.year is not None:
        return -1
    spec.year, spec.is_strong = known[0], True
    return known[1]
