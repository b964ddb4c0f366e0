"""The grammar of ranges: "from Monday to Friday", "between 10 and 12 June", "July 25, 2-4 p.m."."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time import bounds
from conflicts.reading.time.clocks import counts_to_twelve
from conflicts.reading.time.lending import begin_before, follow
from conflicts.reading.time.pairs import two_shares
from conflicts.reading.time.pieces import point
from conflicts.reading.time.shares import hedge
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.trees import Found, Phrase, ranged

_DAYS: Final = frozenset({"weekday", "relative_day", "month", "relative", "holiday"})


def hours(tokens: Tokens, at: int, lang: str, lead: Spec) -> Found:
    """The range of hours after a day and a comma: "July 25, 2-4 p.m."."""
    first, end = point(tokens, at, lang)
    joint = tokens.sense(end, "to") if first.clock or first.bare else None
    if joint is None or first.has_date:
        return None
    last, end = point(tokens, joint[1], lang)
    return (ranged(first, last, lead), end) if last.clock and not last.has_date else None


def of_days_or_hours(tokens: Tokens, at: int, first: Spec, last: Spec, lead: Spec | None) -> Phrase:
    """A range whose last end stands at `at`; a day that is told before its hour is not the first one's."""
    if (lead is None or not lead.has_date) and not _DAYS.isdisjoint(tokens.senses(at)):
        begin_before(first, last, is_open=counts_to_twelve(tokens.lexicon.lang))
    return ranged(first, last, lead)


def edge(tokens: Tokens, at: int, lang: str) -> tuple[Spec, int]:
    """One end of a range, which may be hedged: "from about 23 July", "to around 3 p.m."."""
    about = hedge(tokens, at)
    if about is None or about[0] == "ish":
        return point(tokens, at, lang)
    spec, end = point(tokens, about[1], lang)
    if spec.is_empty:
        return point(tokens, at, lang)
    spec.approx = spec.approx or about[0]
    return spec, end


def between(tokens: Tokens, at: int, lang: str, lead: Spec | None = None) -> Found:
    """ "between 10 and 12 June", "Friday between 1 and 4 p.m."."""
    start = tokens.senses(at)["between"][1]
    shares = two_shares(tokens, start, lang, "and")
    if shares:
        return ranged(shares[0], shares[1], lead), shares[2]
    first, end = edge(tokens, start, lang)
    joint = tokens.sense(tokens.skip(end, ","), "and")
    if first.is_empty or joint is None:
        return None
    last, end = edge(tokens, joint[1], lang)
    follow(first, last)
    if last.is_empty:
        return None
    return of_days_or_hours(tokens, joint[1], first, last, lead), bounds.past_inclusive(tokens, end, last)


def from_to(tokens: Tokens, at: int, lang: str, lead: Spec | None = None) -> Found:
    """ "from Monday to Friday", "June 2 from 5 to 6 p.m."."""
    start = tokens.senses(at)["from"][1]
    shares = two_shares(tokens, start, lang, "to")
    if shares:
        return ranged(shares[0], shares[1], lead), shares[2]
    first, end = edge(tokens, start, lang)
    joint, onwards = tokens.sense(tokens.skip(end, ","), "to"), tokens.sense(end, "bound_after")
    if onwards and onwards[0] == "notbefore" and lead is None and not first.is_empty:
        return Phrase("point", first, onwards[0]), onwards[1]  # "Von Montag an".
    if first.is_empty or joint is None:
        return None
    before = tokens.sense(joint[1], "bound")
    is_open = before is not None and before[0] == "before"
    at = before[1] if before and is_open else joint[1]
    last, end = edge(tokens, at, lang)
    if last.is_empty:
        return None
    follow(first, last)
    tree = of_days_or_hours(tokens, at, first, last, lead)
    tree.is_open = is_open
    return tree, end if is_open else bounds.past_inclusive(tokens, end, last)
