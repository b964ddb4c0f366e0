"""Pieces of a time that lie beside another: "the day before Christmas", "the first Friday after", "the year to May"."""

from __future__ import annotations

from typing import Final

from attrs import evolve, fields_dict

from conflicts.reading.time import pieces
from conflicts.reading.time.lengths import length
from conflicts.reading.time.spec import Length, Offset, Spec
from conflicts.reading.time.tokens import Tokens

_WEEK: Final = Length(((7, 7, "day"),))
"""The days among which the weekday before or after another day lies."""
_ENDING: Final = frozenset({"week", "month", "quarter", "semester", "year", "decade"})
"""Units of a stretch that is told by the time it ends with."""


def before_or_after(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The word at `at` that sets a period beside another ("before", "after"), not one that a stretch begins with."""
    way = tokens.sense(at, "from_base")
    return way if way and way[0] in ("before", "after") and not tokens.sense(at, "from") else None


def unit_beside(tokens: Tokens, at: int, way: tuple[str, int], unit: str, spec: Spec, lang: str) -> int:
    """ "the day before Christmas", "the week after", "the weekend after next"."""
    one = Length(((1, 1, unit),))
    end = beside_of(tokens, way, one, spec, lang)
    if end > 0:
        return end
    sign = -1 if way[0] == "before" else 1
    spec.offset, spec.is_strong = Offset(sign, one, is_from_context=True, is_exact_day=unit == "day"), True
    return way[1]


def weekday_beside(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "(Monday) after Easter", from the index after the weekday: the days among which it lies; else -1."""
    way = before_or_after(tokens, at)
    return beside_of(tokens, way, _WEEK, spec, lang) if way else -1


def stretch_beside(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "(the) two weeks before Christmas", after the article: all of them, not the day they lead to; else -1."""
    found = None if spec.offset is not None else length(tokens, at)
    if found is None:
        return -1
    how_long, end = found
    way, start = before_or_after(tokens, end), tokens.sense(end, "from")
    if way:
        return beside_of(tokens, way, how_long, spec, lang)
    if start is None:
        return stretch_to(tokens, how_long, end, spec, lang)
    follows = beside_of(tokens, ("after", start[1]), how_long, spec, lang)
    if spec.offset is not None:
        spec.offset = evolve(spec.offset, sign=0, is_beside=False)
    return follows


def beside_of(tokens: Tokens, way: tuple[str, int], how_long: Length, spec: Spec, lang: str) -> int:
    """The base that a stretch lies beside, after `way`; the index after it, or -1."""
    base, end = pieces.point(tokens, way[1], lang)
    if end == way[1] or not base.has_date:
        return -1
    spec.offset = Offset(-1 if way[0] == "before" else 1, how_long, base, is_beside=True)
    spec.zone, spec.is_strong = spec.zone or base.zone, True
    return end


def nth_beside(tokens: Tokens, nth: int, at: int, spec: Spec, lang: str) -> int:
    """ "The first Friday after 20 July", "the last two weeks before Christmas": what an ordinal counts; else -1.

    `at` is the index after the ordinal; "last", -1, is the nearest before.
    """
    weekday = tokens.sense(at, "weekday")
    found = (_WEEK, weekday[1]) if weekday else length(tokens, at, bare=True)
    if found is None or spec.offset is not None or (weekday and spec.weekday is not None):
        return -1
    how_long, end = found
    way = before_or_after(tokens, end)
    if way is None or how_long.is_vague or (nth < 1 and way[0] == "after"):
        return -1
    follows = beside_of(tokens, way, how_long, spec, lang)
    if follows > end and spec.offset is not None and nth > 1:
        earlier = Length(tuple((low * (nth - 1), high * (nth - 1), unit) for low, high, unit in how_long.parts))
        spec.offset = evolve(
            spec.offset,
            base=Spec(offset=Offset(spec.offset.sign, earlier, spec.offset.base, is_exact_day=True)),
        )
    if follows > end and weekday:
        spec.weekday = int(weekday[0])
    return follows


def stretch_to(tokens: Tokens, how_long: Length, at: int, spec: Spec, lang: str) -> int:
    """ "(the) three months to September", "(the) year ended March 31": as many as end with that time; else -1.

    `at` is the index after the length; a countdown ("two weeks to Christmas") is none.
    """
    way = tokens.sense(at, "period_to")
    if way is None or spec.span_of is not None or not spec.is_empty:
        return -1
    (low, high, unit), *others = how_long.parts
    base, end = pieces.point(tokens, way[1], lang)
    if unit == "hour" and base.clock is not None and base.has_date:
        spec.offset, spec.is_strong = Offset(-1, how_long, base, is_beside=True), True
        spec.zone = base.zone
        return end
    is_told = base.month is not None or base.quarter is not None or base.dates is not None
    is_told = is_told or (base.weekday is not None and unit == "week")
    is_told = is_told or (base.year is not None and unit in ("year", "decade"))
    if others or low != high or low.denominator != 1 or unit not in _ENDING or not is_told or base.has_time:
        return -1
    if base.mod not in (None, "end") or base.span_of is not None:
        return -1
    base.mod, base.span_of, base.is_strong, base.leads = None, f"{low} {unit} to", True, spec.leads
    for name in fields_dict(Spec):
        setattr(spec, name, getattr(base, name))
    return end
