"""The day that the sentence around a time speaks of: for "the next day", "two years later", "at 6 p.m."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time import lexicon
from conflicts.reading.time.cues import find
from conflicts.reading.time.pieces import point
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens, normal

_LONGEST: Final = 2000
_MOST_WORDS: Final = 300
_FIRST: Final = frozenset({"weekday", "month", "relative_day", "holiday", "weekday_part"})


def day_in_context(anchor: Anchor) -> int | None:
    """The first day of the date nearest before the text in its context, else of the nearest after it."""
    spec = date_in_context(anchor)
    if spec is None:
        return None
    from conflicts.reading.time.resolve import resolve_days

    try:
        return resolve_days(spec, anchor.on(anchor.need("date in the context"))).best[0][0]
    except UnreadError:
        return None


def date_in_context(anchor: Anchor) -> Spec | None:
    """The date that the context names nearest to the text, dates before it first."""
    if not anchor.context:
        return None
    words = lexicon.load(anchor.lang)
    tokens = Tokens(normal(anchor.context[:_LONGEST]), words)
    inner = Tokens(normal(anchor.text), words).words
    place = find(tokens.words, inner)
    if place < 0:
        return next(iter(_dates(tokens, anchor.lang)), None)
    before = list(_dates(tokens.part(0, place), anchor.lang))
    if before:
        return before[-1]
    return next(iter(_dates(tokens.part(place + len(inner), tokens.size), anchor.lang)), None)


def _dates(tokens: Tokens, lang: str) -> Iterator[Spec]:
    """The dates of a text, in order; lengths and vague times are none."""
    at = 0
    while at < min(tokens.size, _MOST_WORDS):
        if tokens.is_number(at) or _FIRST & tokens.senses(at).keys():
            spec, end = point(tokens, at, lang)
            is_told = spec.offset is None and spec.rolling is None and spec.reference is None and not spec.is_now
            is_year = spec.year is not None and end == at + 1 and at > 0 and tokens.sense(at - 1, "in") is not None
            if end > at and (spec.is_strong or is_year) and spec.has_date and is_told:
                yield spec
                at = end
                continue
        at += 1
