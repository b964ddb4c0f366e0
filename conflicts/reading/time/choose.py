"""Which of the recurring days or periods is meant: the nearest the tense looks to, the other readings loose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time.periods import Span
from conflicts.values.calendar import civil, monday, weekday

_NEAR: Final = 3
"""A date is taken against the tense where it lies this many times nearer."""
_BACK: Final = frozenset({"last", "past", "previous"})
_RECENT: Final = 45
"""Days: a plan's date that passed this recently may still be the one meant."""

Choice = tuple[list[Span], list[Span]]
"""The best readings and the further fair ones."""


def recurring(
    span_of: Callable[[int], Span | None],
    index: int,
    anchor: Anchor,
    relative: str | None,
    what: str,
    *,
    is_rare: bool = True,
) -> Choice:
    """Choose among the spans that `span_of` gives for the years (or months) around `index`, where the anchor lies.

    A span that not every year has is looked for nine years around if it `is_rare`, else in the years beside alone.
    """
    today = anchor.need(what)
    spans = [span_of(index - 1), span_of(index), span_of(index + 1)]
    if None in spans and is_rare:
        spans = [
            *_until(span_of, range(index, index - 10, -1), today, is_past=True),
            *_until(span_of, range(index + 1, index + 10), today, is_past=False),
        ]
    known = [span for span in spans if span is not None]
    if not known:
        raise UnreadError(f"the calendar has no {what}")
    past = current = future = None
    for span in known:
        if span[1] <= today:
            past = span if past is None or span > past else past
        elif span[0] > today:
            future = span if future is None or span < future else future
        else:
            current = current or span
    if relative is None:
        return _by_tense(past, current, future, today, anchor.is_forward)
    if past is None and relative in _BACK:
        past = span_of(index - 2)  # "Last winter" said in January: this one began in the year before.
    return _by_word(span_of, index, (past, current, future), relative)


def _until(span_of: Callable[[int], Span | None], indices: range, today: int, *, is_past: bool) -> Iterator[Span]:
    """The spans of years (or months) up to the first that is wholly past, or wholly to come; no later one is nearer."""
    for index in indices:
        span = span_of(index)
        if span is not None:
            yield span
            if span[1] <= today if is_past else span[0] > today:
                return


def _by_tense(past: Span | None, current: Span | None, future: Span | None, today: int, is_forward: bool) -> Choice:
    """The one that is now, else the nearest that the tense looks to; the other is fair where it lies near."""
    if current:
        return [current], []
    if past is None or future is None:
        only = past or future
        return ([only] if only else []), []
    back, ahead = today - past[1] + 1, future[0] - today
    if is_forward:
        return [future], ([past] if back <= _RECENT else [])
    if ahead * _NEAR < back:
        return [future], [past]
    return [past], ([future] if ahead < back else [])


def _by_word(
    span_of: Callable[[int], Span | None],
    index: int,
    found: tuple[Span | None, Span | None, Span | None],
    relative: str,
) -> Choice:
    past, current, future = found
    if relative in ("next", "coming", "following"):
        nearest = [future] if future else []
        further = span_of(index + 1)
        return nearest, [further] if relative == "next" and further and further not in nearest else []
    if relative in _BACK:
        nearest = [past] if past else []
        further = span_of(index - 1)
        return nearest, [further] if relative == "last" and further and further not in nearest else []
    this = current or span_of(index)
    return ([this] if this else []), []


def yearly(span_in: Callable[[int], Span], today: int, is_forward: bool) -> Choice:
    """Choose the year of a date or month that every year has; as `recurring`, but two years are looked at."""
    year = civil(today)[0]
    this = span_in(year)
    if this[1] <= today:
        return _by_tense(this, None, span_in(year + 1), today, is_forward)
    if this[0] > today:
        return _by_tense(span_in(year - 1), None, this, today, is_forward)
    return [this], []


def weekday_days(wanted: int, anchor: Anchor, relative: str | None, shift: int = 0) -> tuple[list[int], list[int]]:
    """The days a weekday can mean: (best, further fair ones)."""
    today = anchor.need("weekday")
    ahead = (wanted - weekday(today)) % 7
    forward, back = today + ahead, today - (7 - ahead) % 7
    in_week = monday(today) + wanted - 1
    fair: list[int] = []
    if relative in ("coming", "following"):
        best = today + (ahead or 7)
    elif relative == "past":
        best = today - ((7 - ahead) % 7 or 7)
    elif relative == "next":
        best = in_week + 7
        fair = [today + (ahead or 7)]
    elif relative in ("last", "previous"):
        best = in_week - 7
        fair = [today - ((7 - ahead) % 7 or 7)]
    elif relative in ("afternext", "beforelast"):
        best = in_week + (14 if relative == "afternext" else -14)
    elif relative in ("this", "that", "same"):
        is_ahead_meant = anchor.is_forward and in_week < today
        best = forward if is_ahead_meant else in_week
        fair = [in_week, forward if anchor.is_forward else back]
    elif anchor.is_forward:
        best, fair = forward, ([today + 7] if ahead == 0 else [])
    else:
        best, fair = back, ([today - 7] if ahead == 0 else [])
    best += 7 * shift
    return [best], [day + 7 * shift for day in fair if day + 7 * shift != best]
