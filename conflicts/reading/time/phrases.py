"""The grammar around points of time: ranges and alternatives, and which rule a text begins."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from conflicts.reading.time import bounds
from conflicts.reading.time.pieces import point
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.trees import Found, Phrase, is_night_between, lend, ranged, share_noun

_TRAILING: Final = ".,)!\"'"


def phrase(tokens: Tokens, lang: str) -> Phrase | None:
    """The whole text as a phrase, or None where words are left over."""
    found = _either(tokens, 0, lang)
    if found is None:
        return None
    tree, end = found
    return tree if tokens.skip(end, _TRAILING) >= tokens.size else None


def _either(tokens: Tokens, at: int, lang: str) -> Found:
    start = tokens.sense(at, "either")
    first = _simple(tokens, start[1] if start else at, lang)
    if first is None or first[1] >= tokens.size:
        return first
    parts, end = [first[0]], first[1]
    while True:
        follows = tokens.skip(end, ",")
        word = tokens.sense(follows, "or")
        if word is None and follows > end and any(tokens.sense(at, "or") for at in range(follows, follows + 6)):
            word = ("", follows)
        more = _simple(tokens, word[1], lang) if word else None
        if more is None:
            break
        parts.append(more[0])
        end = more[1]
    if len(parts) == 1:
        return first
    _share(parts)
    return Phrase("or", parts=parts), end


def _share(parts: list[Phrase]) -> None:
    """Let alternatives borrow what only one of them says: "2 or 3 June", "Monday or Tuesday next week"."""
    specs = [part.spec for part in parts if part.spec is not None and part.kind == "point"]
    for left, right in pairwise(specs):
        share_noun(left, right)
        lend(right, left, is_left=True)
        lend(left, right, is_left=False)


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
    into = senses.get("into")
    if into and lead.part in ("EV", "NI", "NF") and lead.clock is None:
        last, follows = point(tokens, into[1], lang)
        lend(lead, last, is_left=False)
        if not is_night_between(lead, last):
            return None
        last.part = "ON"
        return Phrase("point", last), follows
    joint = senses.get("to")
    if joint and joint[1] < tokens.size:
        last, follows = point(tokens, joint[1], lang)
        if not last.is_empty:
            return ranged(lead, last, Spec()), follows
    also = senses.get("join")
    if also and tokens.word(end) != "," and also[1] < tokens.size and not bounds.bound_word(tokens, also[1]):
        last, follows = point(tokens, also[1], lang)
        if (last.has_day or last.bare or last.month or last.quarter or last.half) and not last.has_time:
            share_noun(lead, last)
            lend(last, lead, is_left=True)
            lend(lead, last, is_left=False)
            return Phrase("or", parts=[Phrase("point", lead), Phrase("point", last)], is_list=True), follows
    return bounds.bound_after(tokens, lead, end, lang)


def between(tokens: Tokens, at: int, lang: str, lead: Spec | None = None) -> Found:
    """ "between 10 and 12 June", "Friday between 1 and 4 p.m."."""
    first, end = point(tokens, tokens.senses(at)["between"][1], lang)
    joint = tokens.sense(end, "and")
    if first.is_empty or joint is None:
        return None
    last, end = point(tokens, joint[1], lang)
    return None if last.is_empty else (ranged(first, last, lead), end)


def from_to(tokens: Tokens, at: int, lang: str, lead: Spec | None = None) -> Found:
    """ "from Monday to Friday", "June 2 from 5 to 6 p.m."."""
    first, end = point(tokens, tokens.senses(at)["from"][1], lang)
    joint = tokens.sense(end, "to")
    if first.is_empty or joint is None:
        return None
    before = tokens.sense(joint[1], "bound")
    is_open = before is not None and before[0] == "before"
    last, end = point(tokens, before[1] if before and is_open else joint[1], lang)
    if last.is_empty:
        return None
    tree = ranged(first, last, lead)
    tree.is_open = is_open
    return tree, end


_OPENINGS: Final = (
    ("bound_duration", bounds.magnitude),
    ("within", bounds.within),
    ("between", between),
    ("from", bounds.lasting),
    ("from", from_to),
    ("filler", bounds.lasting),
    ("bound", bounds.bounded),
    ("nearby", bounds.bounded),
)
_FOLLOWINGS: Final = (
    ("between", between),
    ("from", bounds.lasting),
    ("from", from_to),
    ("filler", bounds.lasting),
    ("nearby", bounds.bounded),
    ("bound", bounds.bounded),
)
_HEDGES: Final = frozenset({"exact", "instant", "approx"})
_OPENING: Final = frozenset({*dict(_OPENINGS), *_HEDGES})
_FOLLOWING: Final = frozenset(dict(_FOLLOWINGS))
