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
_WAYS: Final = {"next": 1, "coming": 1, "following": 1, "last": -1, "previous": -1, "past": -1}
_IN_MONTHS: Final = {"month": 1, "year": 12, "decade": 120}
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
    that = tokens.sense(way[1], "relative")
    return that[1] if that and that == ("that", tokens.size) else way[1]  # "The week after that".


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
    if way is None or how_long.is_vague or nth < -1 or (nth < 1 and way[0] == "after"):
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


def after_that(tokens: Tokens, at: int, spec: Spec, offset: Offset, lang: str) -> int:
    """ "(Two days after that) Friday": the length counts from what stands after "that"; else -1."""
    base, end = pieces.point(tokens, at - 1, lang)
    if end <= at or not base.has_date or base.offset is not None:
        return -1
    spec.offset, spec.zone = evolve(offset, base=base, is_from_context=False, is_exact_day=True), base.zone
    return end


def same_moment(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "This time last year", "tomorrow at the same time": about that moment, so far from now; else -1.

    What tells how far stands after the words, or before them.
    """
    end = tokens.senses(at)["same_time"][1]
    if any(tokens.sense(later, "same_time") for later in range(end, tokens.size)):
        return -1  # told once; and no text is read over and over again
    base, end = pieces.point(tokens, end, lang) if spec.is_empty else (spec, end)
    if spec.is_empty:
        base.leads = 0
    is_alone = evolve(base, relatives=(), offset=None, relative_day=None, leads=0, is_strong=False) == Spec()
    how_far = _distance(base) if is_alone else None
    if how_far is None and not (is_alone and base.relative_day is not None):
        return -1
    spec.relative_day, spec.relatives, spec.is_strong = base.relative_day, (), True
    if how_far is not None:
        spec.offset = how_far
        spec.approx = "about" if how_far.length.finest == "month" else None
    return end


def _distance(spec: Spec) -> Offset | None:
    """How far from now a point is that names nothing but a week, month or year, or so many of them."""
    if spec.relatives:
        (unit, way), *more = spec.relatives
        sign, how_long = _WAYS.get(way, 0), Length(((1, 1, unit),))
        if more or spec.offset is not None or spec.relative_day is not None:
            return None
    elif spec.offset is not None and spec.offset.base is None and not spec.offset.is_from_context:
        sign, how_long = spec.offset.sign, spec.offset.length
    else:
        return None
    (low, high, unit), *others = how_long.parts
    if others or low != high or not sign or unit not in ("week", "fortnight", *_IN_MONTHS):
        return None
    if unit in _IN_MONTHS:
        low, unit = low * _IN_MONTHS[unit], "month"  # to the month, not to the year
    return Offset(sign, Length(((low, low, unit),)), is_exact_day=True)
