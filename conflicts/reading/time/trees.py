"""The tree of a phrase of time, and how the points in it borrow from each other."""

from __future__ import annotations

from attrs import Factory, define

from conflicts.reading.time.lending import lend_clock, lend_date
from conflicts.reading.time.spec import Spec


@define
class Phrase:
    """A tree of a phrase: `kind` is "point", "range", "or", "both" or "within"; bounds hang on points.

    `bound` is None, "by", "before", "after", "notbefore", "notafter", "since", "until", "justbefore" or "justafter".
    `is_open` tells that a range excludes its last edge ("to before"), `is_list` that alternatives were joined by "and".
    """

    kind: str
    spec: Spec | None = None
    bound: str | None = None
    parts: list[Phrase] = Factory(list)
    is_open: bool = False
    is_list: bool = False
    is_instant: bool = False


Found = tuple[Phrase, int] | None


def ranged(first: Spec, last: Spec, lead: Spec | None) -> Phrase:
    """A range whose ends borrow from each other and from what stands before it ("Friday between 1 and 4 PM")."""
    if lead is not None and (not lead.is_empty or lead.zone):
        lend(lead, first, is_left=True, is_lead=True)
        lend(lead, last, is_left=True, is_lead=True)
    lend(last, first, is_left=True)
    lend(first, last, is_left=False)
    return Phrase("range", parts=[Phrase("point", first), Phrase("point", last)])


def lend(giver: Spec, taker: Spec, *, is_left: bool, is_lead: bool = False) -> None:
    """Fill what `taker` lacks from `giver`.

    `is_left` tells that the taker stands first, `is_lead` that the giver stands before a whole range.

    "10 to 12 June": the first day takes the month. "June 2 to 4": the last takes it. "5 to 6 p.m.": the first takes the
    half of the day that puts it before the last.
    """
    lend_date(giver, taker, is_left=is_left, is_lead=is_lead)
    lend_clock(giver, taker, is_left=is_left)
    taker.is_strong = taker.is_strong or giver.is_strong
