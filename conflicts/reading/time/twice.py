"""A clock time told in two zones: "10 a.m. (0700 GMT) on Wednesday", "18:00 UTC (1 p.m. EST)"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time.build import Built, build
from conflicts.reading.time.cues import anchor_of
from conflicts.reading.time.lending import lend_date
from conflicts.reading.time.phrases import phrase
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.trees import Phrase
from conflicts.values.bounds import Number
from conflicts.values.calendar import DAY, HOUR
from conflicts.values.extent import Extent
from conflicts.values.value import EASTMOST, WESTMOST

QUARTER: Final = 900
"""Every zone of today lies whole quarters of an hour from UTC."""


def told_twice(tokens: Tokens, settings: Settings, zone: str | None, text: str) -> Built | None:
    """The instants of a text with a clock time of a named zone in parentheses, or None if it is not of that kind.

    The time outside is on the event's own clock unless it names a zone too; then both must be the same instant.
    Raises `UnreadError` where the two cannot be.
    """
    opening, closing = tokens.words.index("("), tokens.size
    if ")" in tokens.words[opening:]:
        closing = tokens.words.index(")", opening)
    inner = _spec(phrase(tokens.part(opening + 1, closing), settings.lang))
    if inner is None or inner.clock is None or inner.zone is None:
        return None
    tree = phrase(tokens.without(opening, closing + 1), settings.lang)
    outer = _spec(tree)
    if outer is None and tree is not None and _has_clock(tree):
        raise UnreadError("a clock time told in two zones beside a bound or another time; write it in one of them")
    if outer is None or (outer.clock is None and outer.clock_word is None):
        return None
    if not inner.has_date:
        lend_date(outer, inner, is_left=False)  # its clock is its own: 14:00 there does not make 11:00 GMT a late one
    anchor = anchor_of(settings, text)
    told = build(Phrase("point", outer), anchor, zone)
    same = build(Phrase("point", inner), anchor, zone)
    around = _days_around(same.strict)
    if told.is_zoned:
        strict = told.strict & around
        if strict.is_empty:
            raise UnreadError("the two clock times are not the same moment")
        return evolve(told, strict=strict)
    starts = [lo[0] for lo, _ in told.strict.intervals]
    fits = [at for at in around.intervals if any(_is_apart(start - at[0][0]) for start in starts)]
    if not fits:
        raise UnreadError("the two clock times fit no time zone")
    strict = Extent(tuple(fits))
    loose = _days_around(same.loose) & strict.shifted(-HOUR, HOUR)
    return Built(strict, strict | loose, told.timex, same.notes, is_zoned=True)


def _spec(tree: Phrase | None) -> Spec | None:
    return tree.spec if tree is not None and tree.kind == "point" and tree.bound is None else None


def _has_clock(tree: Phrase) -> bool:
    return (tree.spec is not None and tree.spec.clock is not None) or any(map(_has_clock, tree.parts))


def _is_apart(seconds: Number) -> bool:
    """Whether two clocks that differ so much can show the same moment."""
    return WESTMOST <= seconds <= EASTMOST and seconds % QUARTER == 0


def _days_around(extent: Extent) -> Extent:
    """The same times of day on the day before and after too: noon here is another date elsewhere."""
    return extent | extent.shifted(-DAY) | extent.shifted(DAY)
