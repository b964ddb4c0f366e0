"""From a phrase to its two sets: points, bounds, ranges and alternatives as extents."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from attrs import Factory, define

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time.dayspans import Days
from conflicts.reading.time.hours import moved
from conflicts.reading.time.moments import day_of_clock, days_of_clock, place, time_of_day
from conflicts.reading.time.periods import timex
from conflicts.reading.time.reading import Placed, Seconds, Stretch
from conflicts.reading.time.relative import FAR
from conflicts.reading.time.resolve import calendar_days, resolve_days
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.trees import Phrase
from conflicts.reading.time.zones import LOCAL
from conflicts.values.bounds import HIGHEST, LOWEST, Bound, Interval, exact
from conflicts.values.calendar import DAY, HOUR, add_months, day_number
from conflicts.values.extent import Extent

_OPEN: Final = FAR * DAY // 2
_UNDATED: Final = (None,) * 5
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@define
class Built:
    """The sets of a phrase on one line of seconds, with what an editor should know of them."""

    strict: Extent
    loose: Extent
    timex: str | None = None
    notes: list[str] = Factory(list)
    is_zoned: bool = False
    unit: str = "day"


def build(tree: Phrase, anchor: Anchor, zone: str | None) -> Built:
    """The sets of `tree`; `zone` is that of the settings. Raises `UnreadError` where they cannot be known."""
    if tree.kind == "point":
        return _point(tree, anchor, zone)
    if tree.kind == "range":
        return _range(tree, anchor, zone)
    if tree.kind == "within":
        return _within(tree, anchor, zone)
    built = [build(part, anchor, zone) for part in tree.parts]
    if len({part.is_zoned for part in built}) > 1:
        raise UnreadError("one of the times names a zone and another does not")
    notes = list(dict.fromkeys(note for part in built for note in part.notes))
    if tree.kind == "both":
        strict, loose = built[0].strict, built[0].loose
        for part in built[1:]:
            strict, loose = strict & part.strict, loose & part.loose
        if strict.is_empty:
            raise UnreadError("no time fits both bounds")
        return Built(strict, loose | strict, None, notes, built[0].is_zoned)
    strict, loose = built[0].strict, built[0].loose
    for part in built[1:]:
        strict, loose = strict | part.strict, loose | part.loose
    if tree.is_list:
        notes.append("more than one time is named; each is allowed")
    # EDTF writes a set of alternatives from these; "late July" has a TIMEX3 value that is coarser than its set.
    texts = [
        None if part.spec and (part.spec.mod or part.spec.approx) else one.timex
        for part, one in zip(tree.parts, built, strict=True)
    ]
    text = "|".join(text for text in texts if text) if all(texts) else None
    return Built(strict, loose, text, notes, built[0].is_zoned)


def build_plain(spec: Spec, anchor: Anchor, zone: str | None) -> Built:
    """The sets of a point that names nothing but days and a clock time; as `build`, on a shorter way."""
    zone = _zone_of(spec, zone)
    if spec.clock is not None:
        is_dated = (spec.day, spec.month, spec.weekday, spec.dates, spec.year) != _UNDATED
        days = days_of_clock(spec, calendar_days(spec, anchor)) if is_dated else day_of_clock(spec, anchor)
        return _built(time_of_day(spec, days, is_forward=anchor.is_forward), zone)
    whole = _floating_days(calendar_days(spec, anchor)) if zone is None else None
    return _point(Phrase("point", spec), anchor, zone) if whole is None else whole


def _zone_of(spec: Spec, zone: str | None) -> str | None:
    return zone if spec.zone is None or spec.zone == LOCAL else spec.zone


def _bound(second: Seconds, side: int) -> Bound:
    """A bound at a second; what lies beyond all calendars is the end of the line."""
    if -_OPEN < second < _OPEN:
        return second if second.__class__ is int else exact(second), side
    return LOWEST if second < 0 else HIGHEST


def _stretches(stretches: list[Stretch], before: Seconds = 0, after: Seconds = 0) -> list[Interval]:
    """Stretches, widened on both sides, as intervals."""
    found: list[Interval] = []
    for start, end in stretches:
        lo, hi = start - before, end + after
        if lo.__class__ is hi.__class__ is int and -_OPEN < lo < hi < _OPEN:
            found.append(((lo, 0), (hi, -1)))
        else:
            found.append((_bound(lo, 0), _bound(hi, -1)))
    return found


def _point(tree: Phrase, anchor: Anchor, zone: str | None) -> Built:
    spec = tree.spec
    assert spec is not None
    zone = _zone_of(spec, zone)
    if zone is None and tree.bound is None and not (tree.is_instant or spec.has_time or spec.approx or spec.mod):
        whole = _whole_days(spec, anchor)
        if whole is not None:
            return whole
    bound = tree.bound
    is_deadline = bound in ("by", "notafter") and not anchor.is_forward and not anchor.context
    if is_deadline and (spec.has_date or not spec.has_time):
        anchor = anchor.ahead()
    placed = place(spec, anchor.behind() if bound == "since" else anchor)
    if bound == "since" and anchor.day is not None:
        _begun(placed, (anchor.day + 1) * DAY)
    if is_deadline and not anchor.is_forward:  # "It ended by 9:30 p.m." looks back, and loosely ahead
        later = place(spec, anchor.ahead())
        placed.fair += later.best + later.fair
    placed = placed.in_zone(zone)
    if bound == "asof":
        # A plan begins "as of 1 September"; a count "as of Monday" is that day's.
        bound = "starting" if anchor.is_forward and not placed.is_clock else None
    if tree.is_instant:
        instants = Extent(tuple(((exact(start), 0), (exact(start), 0)) for start, _ in placed.best))
        return Built(instants, instants, placed.timex, placed.notes, zone is not None)
    if bound is not None:
        bound = {("before", "end"): "notafter", ("after", "start"): "notbefore"}.get((bound, spec.mod or ""), bound)
        strict = _bounded(bound, placed, placed.best)
        loose = strict if not placed.fair else strict | _bounded(bound, placed, placed.best + placed.fair)
        return Built(strict, loose, placed.timex, placed.notes, zone is not None)
    return _built(placed, zone)


def _begun(placed: Placed, end: int) -> None:
    """Keep of what began "since" then only the readings that have begun before `end`, if any has."""
    best, fair = ([one for one in readings if one[0] < end] for readings in (placed.best, placed.fair))
    if best or fair:
        placed.best, placed.fair = best or fair, fair if best else []


def _built(placed: Placed, zone: str | None) -> Built:
    """The sets of a point that has no bound."""
    placed = placed.in_zone(zone)
    blur = placed.blur
    strict = Extent(_stretches(placed.best, blur, blur))
    if strict.is_empty:
        raise UnreadError("the calendar has no such time")
    early, late = placed.slack
    if not (placed.fair or early or late):
        return Built(strict, strict, placed.timex, placed.notes, zone is not None)
    wide = _stretches(placed.best + placed.fair, max(early, blur), max(late, blur))  # it holds the strict ones
    return Built(strict, Extent(wide), placed.timex, placed.notes, zone is not None)


def _whole_days(spec: Spec, anchor: Anchor) -> Built | None:
    """Whole days that float, by far the most: nothing is placed in them. None for what is other than that."""
    if spec.is_exact or spec.offset is not None or spec.rolling is not None:
        return None
    return _floating_days(resolve_days(spec, anchor))


def _floating_days(found: Days) -> Built | None:
    if len(found.best) == 1 and not found.fair:
        only = _whole(*found.best[0])
        if only is not None:
            return Built(only, only, found.timex, found.notes)
    best = [((lo * DAY, 0), (hi * DAY, -1)) for lo, hi in found.best]
    strict = Extent(best)
    if strict.is_empty:
        raise UnreadError("the calendar has no such time")
    loose = Extent([*best, *[((lo * DAY, 0), (hi * DAY, -1)) for lo, hi in found.fair]]) if found.fair else strict
    is_far = not -_OPEN < strict.lo[0] < strict.hi[0] < _OPEN or not -_OPEN < loose.lo[0] < loose.hi[0] < _OPEN
    return None if is_far else Built(strict, loose, found.timex, found.notes)


@lru_cache(maxsize=4096)
def _whole(first: int, end: int) -> Extent | None:
    """Whole days as an extent, None beyond all calendars; the days of the news come again and again, and share it."""
    lo, hi = first * DAY, end * DAY
    return Extent((((lo, 0), (hi, -1)),)) if -_OPEN < lo < hi < _OPEN else None


def _bounded(bound: str, placed: Placed, stretches: list[Stretch]) -> Extent:
    """The half line that a bound leaves, for the widest of the readings."""
    starts = [start for start, _ in stretches]
    ends = [end for _, end in stretches]
    blur = placed.blur
    if bound in ("by", "notafter", "until"):
        last = _bound(max(starts) + blur, 0) if placed.is_clock else _bound(max(ends) + blur, -1)
        return Extent(((LOWEST, last),))
    if bound == "before":
        return Extent(((LOWEST, _bound(max(starts) + blur, -1)),))
    if bound == "after":
        first = _bound(min(starts) - blur, 1) if placed.is_clock else _bound(min(ends) - blur, 0)
        return Extent(((first, HIGHEST),))
    if bound in ("notbefore", "since", "starting"):
        return Extent(((_bound(min(starts) - blur, 0), HIGHEST),))
    is_part = all(end - start < DAY for start, end in stretches)  # "Shortly before dawn"
    reach = HOUR // 2 if placed.is_clock else 3 * HOUR if is_part else 3 * DAY
    if bound == "justafter":
        return Extent(
            tuple((_bound(edge, 0), _bound(edge + reach, -1)) for edge in (starts if placed.is_clock else ends))
        )
    return Extent(tuple((_bound(start - reach, 0), _bound(start, -1)) for start in starts))


def _range(tree: Phrase, anchor: Anchor, zone: str | None) -> Built:
    first_spec, last_spec = tree.parts[0].spec, tree.parts[1].spec
    assert first_spec is not None
    assert last_spec is not None
    if first_spec.bare is not None or last_spec.bare is not None:
        raise UnreadError("two numbers, but nothing tells days from hours")
    first = place(first_spec, anchor)
    last = _placed_end(first, first_spec, last_spec, anchor)
    zones = _zone_of(first_spec, zone), _zone_of(last_spec, zone)
    if (zones[0] is None) != (zones[1] is None):
        raise UnreadError("one end of the range names a time zone and the other does not")
    first, last = first.in_zone(zones[0]), last.in_zone(zones[1])
    if first_spec.clock_word == "midnight":  # either of its two may be meant
        pairs = [(start, end) for start in first.best for end in last.best if start[0] < end[0]]
    else:
        pairs = _pairs(first.best, last.best)
    if not pairs:
        pairs = _pairs(*_moved(first, last, first_spec, last_spec, anchor))
    if not pairs:
        raise UnreadError("the range ends before it begins")
    strict = Extent(tuple(_ranged(start, end, last, tree.is_open) for start, end in pairs))
    ends = last.best + last.fair
    if first.fair and last_spec.weekday is not None and last_spec.weekday_relative is None and last_spec.day is None:
        ends += [_in_weeks(end, 1 if anchor.is_forward else -1) for end in last.best]  # said on the day it begins
    fair = _pairs(first.best + first.fair, ends, is_widest=True) if first.fair or last.fair else []
    wide: list[Interval] = [_ranged(start, end, last, tree.is_open) for start, end in fair]
    if first.slack[0] or last.slack[1] or first.blur or last.blur:
        lo, hi = max(first.slack[0], first.blur), max(last.slack[1], last.blur)
        wide += [
            ((exact(low - lo), side), (exact(high + hi), other)) for (low, side), (high, other) in strict.intervals
        ]
    loose = strict | Extent(tuple(wide)) if wide else strict
    if len(pairs) == 1:
        first.notes = [note for note in first.notes if "a.m. or p.m." not in note]
        last.notes = [note for note in last.notes if "a.m. or p.m." not in note]
    told = next((pair for pair in pairs if pair[0] == first.best[0]), pairs[0])
    texts = _text_of(first, told[0]), _text_of(last, told[1])
    text = f"{texts[0]}/{texts[1]}" if texts[0] and texts[1] else None
    return Built(
        strict, loose, text, first.notes + [n for n in last.notes if n not in first.notes], zones[0] is not None
    )


def _text_of(placed: Placed, stretch: Stretch) -> str | None:
    """The TIMEX3 value of the reading of one end that the range has, where `placed` allows several."""
    if placed.timex is None:
        return None
    date, sign, clock = placed.timex.partition("T")
    own = placed.best[-1 if clock[:2] == "24" else 0]  # Of the two midnights of a day "T24:00" is the last.
    if stretch == own:
        return placed.timex
    ahead = stretch[0] - own[0]
    if not sign or not _DATE.fullmatch(date):
        is_other = bool(sign) or stretch[0] % DAY
        return None if is_other else timex((int(stretch[0] // DAY), int(stretch[1] // DAY)), placed.unit)
    is_hour = clock[:2].isdecimal()
    if ahead % (DAY // 2 if is_hour else DAY):
        return None
    later, hour = divmod((int(clock[:2]) if is_hour else 0) + int(ahead // HOUR), 24)
    day = day_number(*map(int, date.split("-"))) + later
    return f"{timex((day, day + 1), 'day')}T" + (f"{hour:02d}{clock[2:]}" if is_hour else clock)


def _placed_end(first: Placed, first_spec: Spec, last_spec: Spec, anchor: Anchor) -> Placed:
    """The end of a range; a length from "now on" or "later" counts from its start."""
    offset = last_spec.offset
    if offset is not None and offset.base is None and offset.is_from_context and not first_spec.has_time:
        return place(last_spec, anchor.on(int(first.best[0][0] // DAY)))
    return place(last_spec, anchor)


def _ranged(start: Stretch, end: Stretch, last: Placed, is_open: bool) -> Interval:
    if is_open:
        return (_bound(start[0], 0), _bound(end[0], -1))
    return (_bound(start[0], 0), _bound(end[0], 0) if last.is_clock else _bound(end[1], -1))


def _pairs(firsts: list[Stretch], lasts: list[Stretch], *, is_widest: bool = False) -> list[tuple[Stretch, Stretch]]:
    """Each start with the nearest end that follows it; of starts that share an end, the nearest.

    Of those that overlap it as well, which are other readings of the same start, `is_widest` takes the earliest.
    """
    nearest: dict[Stretch, Stretch] = {}
    for start in sorted(firsts):
        after = [end for end in lasts if end[1] > start[0] and end[0] >= start[0]]
        if after:
            earlier = nearest.get(min(after))
            if not (is_widest and earlier and start[0] < earlier[1]):
                nearest[min(after)] = start
    return [(start, end) for end, start in nearest.items()]


def _moved(
    first: Placed, last: Placed, first_spec: Spec, last_spec: Spec, anchor: Anchor
) -> tuple[list[Stretch], list[Stretch]]:
    """Both ends again, one moved on by its own rhythm: a day for clock times, a week for weekdays, a year for dates."""
    if last.is_clock and last_spec.weekday == first_spec.weekday and last_spec.day == first_spec.day:
        return first.best, [(start + DAY, end + DAY) for start, end in last.best]
    is_ahead = anchor.is_forward
    if last_spec.weekday is not None and last_spec.day is None and last_spec.weekday_relative is None:
        is_told = bool(first_spec.weekday is None or first_spec.weekday_relative or first_spec.weekday_shift)
        return _one_moved(first, last, _in_weeks, is_last=is_ahead or is_told)
    if last_spec.day is not None and last_spec.month is None and first_spec.month is None:
        return _one_moved(first, last, _in_months, is_last=is_ahead)
    if last_spec.month is not None and last_spec.year is None:
        if any(end[0] <= start[0] < end[1] for start in first.best for end in last.best):
            return [], []
        is_told = first_spec.year is not None or first_spec.month is None
        return _one_moved(first, last, _in_years, is_last=is_ahead or is_told)
    return [], []


def _one_moved(
    first: Placed, last: Placed, move: Callable[[Stretch, int], Stretch], *, is_last: bool
) -> tuple[list[Stretch], list[Stretch]]:
    """Both ends, the last moved on, or else the first back."""
    if is_last:
        return first.best, [move(stretch, 1) for stretch in last.best]
    return [move(stretch, -1) for stretch in first.best], last.best


def _in_weeks(stretch: Stretch, count: int) -> Stretch:
    return stretch[0] + 7 * count * DAY, stretch[1] + 7 * count * DAY


def _in_months(stretch: Stretch, count: int) -> Stretch:
    start = _months_later(stretch[0], count)
    return start, start + stretch[1] - stretch[0]


def _in_years(stretch: Stretch, count: int) -> Stretch:
    return _months_later(stretch[0], 12 * count), _months_later(stretch[1], 12 * count)


def _months_later(second: Seconds, months: int) -> Seconds:
    return add_months(int(second // DAY), months) * DAY + second % DAY


def _within(tree: Phrase, anchor: Anchor, zone: str | None) -> Built:
    """ "within 50 days of June 2": from its start to that long after its end; loosely before it as well."""
    spec, rolling = tree.spec, tree.parts[0].spec
    assert spec is not None
    assert rolling is not None
    assert rolling.rolling is not None
    base = place(spec, anchor)
    start, end = base.best[0]
    length = rolling.rolling.length
    # The last of it is moved, not the end after it: two months from 28 February are over on 28 April.
    best, far = (start, moved(end - 1, length) + 1), moved(end - 1, length, is_high=True) + 1
    first = moved(start, length, -1, is_high=True) if tree.bound == "around" else start
    placed = Placed([best], [(first, far)], "days", None).in_zone(_zone_of(spec, zone))
    strict = Extent(tuple(_stretches(placed.best)))
    return Built(strict, strict | Extent(tuple(_stretches(placed.fair))), base.timex, base.notes, placed.is_zoned)
