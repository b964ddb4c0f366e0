"""Pieces of a time that are a share of another: "early", "the first half of", "midweek", "Wochenbeginn", "year-end"."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time import dates
from conflicts.reading.time.lexicon import KINDS
from conflicts.reading.time.named import part_piece
from conflicts.reading.time.periods import SEASON_MONTHS
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens

_PIECES: Final = frozenset(KINDS)
_OF_ANOTHER: Final = frozenset({"weekday", "weekday_part", "relative_day", "relative_part", "holiday", "week_of"})
"""What a share of a week or a longer period does not belong to: "midweek" and a day are two times."""


def mod_piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    if spec.mod is not None:
        return -1
    meaning, end = tokens.senses(at)["early"]
    follows = tokens.skip(end, "-")
    part = _part_after(tokens, follows)
    if part >= 0:
        spec.part_mod = meaning
        is_noun = tokens.sense(part, "relative_day") is not None  # "Am frühen Morgen" is not tomorrow.
        return part_piece(tokens, part, spec, lang) if is_noun else end if part > follows + 1 else part
    if spec.has_day and meaning not in ("early", "late", "earlier", "later"):
        return -1  # "23 July, the first half of 2025" does not cut the day in two.
    bound = tokens.sense(at, "bound")
    if (end >= tokens.size and not spec.has_date) or (bound and bound[1] > end):
        return -1
    spec.mod = meaning
    return follows if follows < tokens.size else end


def _part_after(tokens: Tokens, at: int) -> int:
    """Where the part of a day begins that is cut by the words before `at`, past an article or "in the"; else -1."""
    if tokens.sense(at, "part"):
        return at
    if tokens.sense(at, "article") and tokens.sense(at + 1, "part"):
        return at + 1
    leads = tokens.sense(at, "in") or tokens.sense(at, "filler")
    return at + 2 if leads and tokens.sense(at + 2, "part") else -1


def hedge(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The hedge at `at`, if no longer word begins there: "gegen Morgen" is a part of the day, "gegen Ende" a share."""
    about = tokens.sense(at, "approx")
    share = (tokens.sense(at, "part") or tokens.sense(at, "early")) if about else None
    return None if share and about and share[1] > about[1] else about


def midseason(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "Midsummer"; "midweek", "Wochenbeginn", of this week or of the one told beside it."""
    told, end = tokens.senses(at)["midseason"]
    meaning, _, mod = told.partition(":")
    if meaning in SEASON_MONTHS:
        spec.season, spec.mod = meaning, "mid"
        return end
    is_inside = not spec.has_date or (len(spec.relatives) == 1 and spec.relatives[0][0] == meaning)
    if spec.mod is not None or spec.has_day or spec.has_time or not is_inside or not _is_alone(tokens, end, meaning):
        return -1
    spec.mod, spec.is_strong = mod or "mid", True
    if not spec.has_date and not _is_told_after(tokens, end, meaning):
        spec.relatives += ((meaning, "this"),)
    return end


def _is_alone(tokens: Tokens, at: int, unit: str) -> bool:
    """Whether no piece follows that a share of the unit cannot belong to: "midweek" and a day are two times."""
    senses = tokens.senses(at)
    lead = senses.get("filler") or senses.get("in") or senses.get("at")
    follows = tokens.senses(lead[1]) if lead and "to" not in senses else senses
    return _OF_ANOTHER.isdisjoint(follows) and (unit in ("month", "day") or "month" not in follows)


def _is_told_after(tokens: Tokens, at: int, unit: str) -> bool:
    """Whether the week, month or year that is meant follows: "midweek next week", "midyear 2026"."""
    lead = tokens.sense(at, "filler") or tokens.sense(at, "in")
    at = lead[1] if lead else at
    way = tokens.sense(at, "relative")
    own = tokens.sense(way[1] if way else at, "unit")
    if own is None and unit == "month":
        return tokens.sense(at, "month") is not None
    return own[0] == unit if own else unit == "year" and dates.year(tokens, at) is not None


def end_of(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["end_of"]
    is_apart = meaning != "day" and (spec.has_day or not _is_alone(tokens, end, meaning))
    if spec.mod is not None or is_apart:
        return -1
    spec.mod = "end"
    is_last = _PIECES.isdisjoint(tokens.senses(end)) and tokens.word(end) != "," and not tokens.is_number(end)
    if is_last and not spec.has_date:
        spec.relatives += ((meaning, "this"),)
    spec.is_strong = True
    return end


def to_date(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    meaning, end = tokens.senses(at)["to_date"]
    if spec.mod is not None:
        return -1
    spec.mod = "earlier"
    spec.relatives += ((meaning, "this"),)
    spec.is_strong = True
    return end
