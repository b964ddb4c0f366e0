"""The grammar around points of time: alternatives, and which rule a text begins."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from attrs import evolve

from conflicts.reading.time import bounds, ranges
from conflicts.reading.time.lending import look_ahead
from conflicts.reading.time.pairs import two_as_one
from conflicts.reading.time.pieces import point
from conflicts.reading.time.spec import Length, Offset, Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.trees import Found, Phrase, is_night_between, lend, share_noun

_TWO_DAYS: Final = 3
"""Two weekdays and what joins them."""
_DAYS_ON: Final = {"next": 1, "following": 1, "previous": -1}
_NIGHTS: Final = frozenset({"EV", "NI", "NF"})
_MORNINGS: Final = frozenset({"MO", "DA", None})
_TRAILING: Final = ".,)!\"'"


def phrase(tokens: Tokens, lang: str) -> Phrase | None:
    """The whole text as a phrase, or None where words are left over."""
    moved = tokens.sense(0, "moved_to")
    found = _days_and_dates(tokens, lang) or _either(tokens, moved[1] if moved else 0, lang)
    if found is None:
        return None
    tree, end = found
    if moved:
        closing = tokens.sense(end, "moved")
        if closing is None or tree.spec is None:
            return None
        look_ahead(tree.spec)
        end = closing[1]
    return tree if tokens.skip(end, _TRAILING) >= tokens.size else None


def _days_and_dates(tokens: Tokens, lang: str) -> Found:
    """ "Saturday and Sunday, Aug. 2-3": weekdays before a comma, and as many dates behind it."""
    if "," not in tokens.words:
        return None
    commas = [at for at, word in enumerate(tokens.words) if word == ","]
    ends = {at: at - 1 - (tokens.words[at - 1] == ".") for at in commas if at > 1}
    comma = next((at for at in reversed(commas) if at in ends and tokens.sense(ends[at], "weekday")), 0)
    if comma < _TWO_DAYS:
        return None
    days = _either(tokens.part(0, comma), 0, lang)
    if days is None or days[1] < comma or not days[0].parts:
        return None
    dates = _either(tokens.part(comma + 1, tokens.size), 0, lang)
    if dates is None or len(dates[0].parts) != len(days[0].parts):
        return None
    for day, date in zip(days[0].parts, dates[0].parts, strict=True):
        spec, told = day.spec, date.spec
        if spec is None or told is None or day.bound or date.bound or spec.weekday is None:
            return None
        if evolve(spec, weekday=None, leads=0, is_strong=False) != Spec() or told.day is None or told.weekday:
            return None
        told.weekday = spec.weekday
    if days[0].kind == "range":
        dates[0].kind, dates[0].is_list = "range", False
    return dates[0], comma + 1 + dates[1]


def _either(tokens: Tokens, at: int, lang: str) -> Found:
    start = tokens.sense(at, "either")
    at = start[1] if start else at
    first = _simple(tokens, at, lang) or _two_ways(tokens, at, lang)
    if first is None or first[1] >= tokens.size:
        return first
    parts, end, is_list = [first[0]], first[1], first[0].is_list
    while True:
        follows = tokens.skip(end, ",")
        word = tokens.sense(follows, "or")
        if word is None and len(parts) > 1:
            word = tokens.sense(follows, "join")  # "Monday, Wednesday and Friday"
            is_list = is_list or word is not None
        if word is None and follows > end and _is_listed(tokens, follows):
            word = ("", follows)
        more = (_simple(tokens, word[1], lang) or _other_way(tokens, word[1], parts)) if word else None
        if word is None or more is None or _is_lost(tokens, word, parts[-1], more[0]):
            break
        _count_from(parts[-1], more[0], is_beside=tokens.sense(word[1], "article") is not None)
        parts += more[0].parts if more[0].is_list else [more[0]]
        is_list = is_list or more[0].is_list
        end = more[1]
    if len(parts) == 1:
        return first
    _share(parts)
    return Phrase("or", parts=tuple(parts), is_list=is_list), end


def _share(parts: list[Phrase]) -> None:
    """Let alternatives borrow what only one of them says: "2 or 3 June", "Monday or Tuesday next week"."""
    specs = [part.spec for part in parts if part.spec is not None and part.kind == "point"]
    for left, right in pairwise(specs):
        if right.bare is not None and left.month is not None and left.day is not None:
            lend(left, right, is_left=False)  # "July 23, 24 and 25 or today": what comes after lends it nothing.
    for right, left in pairwise(specs[::-1]):
        share_noun(left, right)
        lend(right, left, is_left=True)
    for left, right in pairwise(specs):
        lend(left, right, is_left=False)
        if left.span_of and right.span_of is None and right.day is not None and right.weekday is None:
            right.span_of = left.span_of  # "The week of March 9 or March 16".


def _count_from(before: Phrase, more: Phrase, *, is_beside: bool) -> None:
    """Let what only the context places lie beside the alternative before it: "Friday or the day after"."""
    base, spec = before.spec, more.spec
    if base is None or spec is None or not base.has_day:
        return
    day = evolve(base, clock=None, clock_word=None, part=None, part_mod=None, zone=None)
    if spec.offset is not None and spec.offset.is_from_context:
        spec.offset = evolve(spec.offset, base=day, is_from_context=False, is_exact_day=True, is_beside=is_beside)
    elif len(spec.relatives) == 1 and spec.weekday is None:
        unit, way = spec.relatives[0]
        if unit == "day" and way in _DAYS_ON:  # "Friday or the following day"
            spec.offset, spec.relatives = Offset(_DAYS_ON[way], Length(((1, 1, "day"),)), day, is_beside=True), ()


def _is_lost(tokens: Tokens, word: tuple[str, int], last: Phrase, more: Phrase) -> bool:
    """Whether a number in words follows what is no number: "this week or two" does not name a second."""
    if more.spec is None or more.spec.bare is None or tokens.is_number(word[1]):
        return False
    return last.spec is None or (last.spec.clock is None and last.spec.bare is None and last.spec.day is None)


def _is_listed(tokens: Tokens, at: int) -> bool:
    """Whether a list that has a comma before `at` goes on: another of its parts stands after "or" or "and"."""
    last = range(at, tokens.size)
    return any(tokens.sense(k, "or") or (tokens.sense(k, "join") and tokens.words[k] not in ",&") for k in last)


def _other_way(tokens: Tokens, at: int, parts: list[Phrase]) -> Found:
    """ "This week or next", "late this year or early next": the noun is that of the point before."""
    like = parts[-1]
    part, article = tokens.sense(at, "early"), tokens.sense(at, "article")
    start = part or (article if article and article[0] == "the" else None)
    way = tokens.sense(start[1] if start else at, "relative")
    if way is None or like.spec is None or like.kind != "point":
        return None
    if len(parts) > 1 and like.spec.has_day:
        return None  # "Friday or Saturday this week or next" leaves out a Friday.
    other = _going(like.spec, way[0])
    if other is None:
        return None
    other.mod = part[0] if part else None
    return Phrase("point", other, like.bound), way[1]


def _two_ways(tokens: Tokens, at: int, lang: str) -> Found:
    """ "This or next week": the noun is that of the point after."""
    part = tokens.sense(at, "early")
    way = tokens.sense(part[1] if part else at, "relative")
    joint = (tokens.sense(way[1], "or") or tokens.sense(way[1], "join")) if way else None
    found = _simple(tokens, joint[1], lang) if joint else None
    if way is None or joint is None or found is None or found[0].spec is None or found[0].kind != "point":
        return None
    other = _going(found[0].spec, way[0])
    if other is None:
        return None
    other.mod = part[0] if part else None
    is_list = tokens.sense(way[1], "or") is None
    return Phrase("or", parts=(Phrase("point", other, found[0].bound), found[0]), is_list=is_list), found[1]


def _going(spec: Spec, way: str) -> Spec | None:
    """The same noun with another word before it, as "next week" beside "this week"; None if it has no such word.

    "The following" counts from the other, which is not known here.
    """
    if way not in ("this", "next", "last"):
        return None
    if len(spec.relatives) == 1:
        return evolve(spec, relatives=((spec.relatives[0][0], way),))
    for name in ("weekday_relative", "month_relative", "period_relative"):
        if getattr(spec, name) is not None:
            other = evolve(spec)
            setattr(other, name, way)
            return other
    return None


def _simple(tokens: Tokens, at: int, lang: str) -> Found:
    """A bound, a range or a point: the word it begins with tells, else the word after the first point."""
    senses = tokens.senses(at)
    if not _OPENING.isdisjoint(senses):
        for kind, rule in _OPENINGS:
            if kind in senses:
                found = rule(tokens, at, lang)
                if found:
                    return found
        if not _HEDGES.isdisjoint(senses):
            found = bounds.hedged(tokens, at, lang)
            if found:
                return found
    pair = two_as_one(tokens, at, lang)
    if pair:
        return pair
    lead, end = point(tokens, at, lang)
    if lead.is_empty and lead.zone is None:
        return None
    return after_point(tokens, lead, end, lang)


def after_point(tokens: Tokens, lead: Spec, end: int, lang: str) -> Found:
    """What the words after a first point make of it: a range, a list, a bound, or the point alone."""
    if end >= tokens.size:
        return Phrase("point", lead), end
    senses = tokens.senses(end)
    if not _FOLLOWING.isdisjoint(senses):
        for kind, rule in _FOLLOWINGS:
            if kind in senses:
                found = rule(tokens, end, lang, lead)
                if found:
                    return found
    if tokens.word(end) == "," and lead.has_day and not lead.has_time:
        hours = ranges.hours(tokens, end + 1, lang, lead)
        if hours:
            return hours
    into = senses.get("into")
    if into and lead.clock is None and (lead.part in _NIGHTS or (lead.part is None and lead.mod == "late")):
        return _night_into(tokens, into[1], lang, lead)
    joint, onwards = senses.get("to"), senses.get("bound_after")
    if onwards and joint and onwards[1] > joint[1]:
        joint = None  # "Vendredi au plus tard" leads to no other time.
    if tokens.word(end) == "," and lead.has_day and tokens.word(end + 1).isalpha():
        joint = tokens.sense(end + 1, "to")  # "Tuesday, July 29, through Thursday, July 31"
    if joint and joint[1] < tokens.size:
        last, follows = ranges.edge(tokens, joint[1], lang)
        if not last.is_empty:
            tree = ranges.of_days_or_hours(tokens, joint[1], lead, last, None)
            return tree, bounds.past_inclusive(tokens, follows, last)
    also = senses.get("join")
    if also and tokens.word(end) != "," and also[1] < tokens.size and not bounds.bound_word(tokens, also[1], lang):
        other = _other_way(tokens, also[1], [Phrase("point", lead)])
        if other and other[1] == tokens.size:
            return Phrase("or", parts=(Phrase("point", lead), other[0]), is_list=True), other[1]
        last, follows = point(tokens, also[1], lang)
        is_alike = any(
            getattr(last, name) is not None and getattr(lead, name) is not None
            for name in ("decade", "century", "season")
        )
        is_year = last.year is not None and lead.year is not None and not (lead.has_day or lead.month)
        is_halves = last.mod == "secondhalf" and lead.day == 1  # "the first and second half of 2025"
        is_period = is_alike or is_year or is_halves or last.month or last.quarter or last.half
        if (last.has_day or last.bare or is_period) and not last.has_time:
            share_noun(lead, last)
            lend(last, lead, is_left=True)
            lend(lead, last, is_left=False)
            both = Phrase("point", lead), Phrase("point", last)
            _count_from(*both, is_beside=tokens.sense(also[1], "article") is not None)
            return Phrase("or", parts=both, is_list=True), follows
    return bounds.bound_after(tokens, lead, end, lang)


def _night_into(tokens: Tokens, at: int, lang: str, lead: Spec) -> Found:
    """ "Friday night into Saturday", "late Friday into early Saturday morning": the night that leads to the second."""
    last, follows = point(tokens, at, lang)
    if last.part in _MORNINGS:
        last.part = last.part_mod = None
        last.mod = None if last.mod == "early" else last.mod
    lend(lead, last, is_left=False)
    if last.mod is not None or not is_night_between(lead, last):
        return None
    last.part = "ON"
    return Phrase("point", last), follows


_OPENINGS: Final = (
    ("bound_duration", bounds.magnitude),
    ("in", bounds.ahead),
    ("within", bounds.within),
    ("between", ranges.between),
    ("from", bounds.lasting),
    ("from", ranges.from_to),
    ("filler", bounds.lasting),
    ("bound", bounds.bounded),
    ("nearby", bounds.bounded),
)
_FOLLOWINGS: Final = (
    ("between", ranges.between),
    ("from", bounds.lasting),
    ("from", ranges.from_to),
    ("filler", bounds.lasting),
    ("nearby", bounds.bounded),
    ("bound", bounds.bounded),
)
_HEDGES: Final = frozenset({"exact", "instant", "approx"})
_OPENING: Final = frozenset({*dict(_OPENINGS), *_HEDGES})
_FOLLOWING: Final = frozenset(dict(_FOLLOWINGS))
