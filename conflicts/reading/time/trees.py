"""The tree of a phrase of time, and how the points in it borrow from each other."""

from __future__ import annotations

from typing import Final

from attrs import define, fields_dict

from conflicts.errors import UnreadError
from conflicts.reading.time.lending import lend_clock, lend_date
from conflicts.reading.time.spec import Spec
from conflicts.values.calendar import HOUR

HALF_A_DAY: Final = 12 * HOUR


@define
class Phrase:
    """A tree of a phrase: `kind` is "point", "range", "or", "both" or "within"; bounds hang on points.

    `bound` is None, "by", "before", "after", "notbefore", "notafter", "since", "starting", "until", "justbefore" or
    "justafter".
    `is_open` tells that a range excludes its last edge ("to before"), `is_list` that alternatives were joined by "and".
    """

    kind: str
    spec: Spec | None = None
    bound: str | None = None
    parts: tuple[Phrase, ...] = ()
    is_open: bool = False
    is_list: bool = False
    is_instant: bool = False


Found = tuple[Phrase, int] | None


def ranged(first: Spec, last: Spec, lead: Spec | None) -> Phrase:
    """A range whose ends borrow from each other and from what stands before it ("Friday between 1 and 4 PM")."""
    if lead is not None and (not lead.is_empty or lead.zone):
        lend(lead, first, is_left=True, is_lead=True)
        lend(lead, last, is_left=True, is_lead=True)
    share_noun(first, last)
    if first.bare is not None and last.bare is not None and last.has_own_day:
        lend_clock(first, last, is_left=False)  # "Between 3 and 5 on 1 January": a number beside a date is an hour.
    lend(last, first, is_left=True)
    lend(first, last, is_left=False)
    if first.clock and last.clock and first.part == last.part and first.part in ("MO", "AF", "EV"):
        one, other = (clock.seconds % HALF_A_DAY for clock in (first.clock, last.clock))
        is_to_twelve = other == 0 and first.part != "AF"  # noon, or midnight
        if other < one and not is_to_twelve and first.clock.is_open and last.clock.is_open:
            raise UnreadError("it can be a clock time or a range of hours; write 17:50, or 10 p.m. to 6 a.m.")
    leads = lead.part in ("ON", "NF", "NI") if lead is not None and not lead.has_date else False
    if (leads or first.part in ("ON", "NF")) and is_night_between(first, last):
        last.part = "ON"
        return Phrase("point", last)
    return Phrase("range", parts=(Phrase("point", first), Phrase("point", last)))


def share_noun(left: Spec, right: Spec) -> None:
    """ "The third or fourth quarter of 2025": the ordinal before is no day of a month, but of what follows."""
    number = left.day
    if number is None or left.month is not None or left.weekday is not None or left.has_time or right.day is not None:
        return
    is_half = right.mod == "secondhalf" and number == 1
    noun = next((name for name in ("quarter", "half", "nth", "century") if getattr(right, name) is not None), None)
    if not is_half and (noun is None or right.mod is not None):
        return
    for name in fields_dict(Spec):
        setattr(left, name, getattr(right, name))
    if is_half:
        left.mod = "firsthalf"
    elif noun is not None:
        setattr(left, noun, number)


def is_night_between(first: Spec, last: Spec) -> bool:
    """Whether two days follow each other and nothing else is told of the second: "the night of 23-24 July"."""
    if first.clock is not None or last.has_time:
        return False
    if first.weekday is not None and last.weekday is not None:
        return (last.weekday - first.weekday) % 7 == 1
    if first.day is not None and last.day is not None:
        return last.day - first.day == 1 or (last.day == 1 and first.day >= 28)
    if first.relative_day is not None and last.relative_day is not None:
        return last.relative_day - first.relative_day == 1
    return False


def lend(giver: Spec, taker: Spec, *, is_left: bool, is_lead: bool = False) -> None:
    """Fill what `taker` lacks from `giver`.

    `is_left` tells that the taker stands first, `is_lead` that the giver stands before a whole range.

    "10 to 12 June": the first day takes the month. "June 2 to 4": the last takes it. "5 to 6 p.m.": the first takes the
    half of the day that puts it before the last.
    """
    lend_date(giver, taker, is_left=is_left, is_lead=is_lead)
    lend_clock(giver, taker, is_left=is_left)
    taker.is_strong = taker.is_strong or giver.is_strong
