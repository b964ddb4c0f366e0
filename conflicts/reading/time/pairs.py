"""Two times that are told as one: "mid- to late August", "the 2025-26 season"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.reading.time import dates
from conflicts.reading.time.pieces import point
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.trees import Found, Phrase

_SHARES: Final = frozenset({"early", "mid", "late", "start", "end"})
_ENDS_OF_A_SEASON: Final = {"start": (3, 1), "early": (3, 1), "late": (2, 0), "end": (2, 0)}
"""The quarter in which a season begins or ends, and how many years before its last."""
_BEGINNINGS: Final = frozenset({"in", "filler", "at", "article", "early", "across_years"})
_YEAR: Final = 4
"""Digits of the first of two years."""
_LAST: Final = {
    "range": frozenset({"by", "until", "notafter", "after", "justafter"}),
    "or": frozenset({"by", "until", "notafter", "before", "justbefore"}),
}
"""Bounds that the last of two times decides: of a stretch, its end; of two alternatives, the wider half line."""


def two_as_one(tokens: Tokens, at: int, lang: str) -> Found:
    """Two neighbouring times at `at`, past the words that only lead to them, or None."""
    if _BEGINNINGS.isdisjoint(tokens.senses(at)) and len(tokens.word(at)) != _YEAR:
        return None
    lead = tokens.sense(at, "in") or tokens.sense(at, "filler") or tokens.sense(at, "at")
    at = lead[1] if lead else at
    article = tokens.sense(at, "article")
    share = tokens.sense(at, "early") or (tokens.sense(article[1], "early") if article else None)
    found = _shares(tokens, share, lang) if share else None
    return found or _season(tokens, share, share[1] if share else at)


def bounding(pair: Phrase, bound: str) -> Spec:
    """The one of the two times that a bound on both is decided by."""
    spec = pair.parts[bound in _LAST[pair.kind]].spec if pair.parts else pair.spec
    return spec or Spec()


def two_shares(tokens: Tokens, at: int, lang: str, joined_by: str) -> tuple[Spec, Spec, int] | None:
    """The two ends of "(from) early to mid-August", "(between) mid and late August", and the index after them."""
    share = tokens.sense(at, "early")
    found = _shares(tokens, share, lang, (joined_by,)) if share else None
    first, last = (part.spec for part in found[0].parts) if found else (None, None)
    return (first, last, found[1]) if found and first and last else None


def _shares(tokens: Tokens, share: tuple[str, int], lang: str, joints: tuple[str, ...] = ("to", "or")) -> Found:
    """ "Mid- to late August", "early-to-mid-afternoon": shares of what stands after the second."""
    end = tokens.skip(share[1], "-")
    joint = next((found for kind in joints if (found := tokens.sense(end, kind))), None)
    if joint is None and tokens.word(end) == "/":
        joint = "/", end + 1
    start = tokens.skip(joint[1], "-") if joint else end
    also = tokens.sense(start, "early") if joint else None
    if also is None or not {share[0], also[0]} <= _SHARES:
        return None
    spec, end = point(tokens, start, lang)
    name = "part_mod" if spec.part_mod == also[0] else "mod"
    if spec.is_empty or getattr(spec, name) != also[0]:
        return None
    other = evolve(spec)
    setattr(other, name, share[0])
    is_stretch = joint is not None and joint[0] != "/" and "mid" not in (share[0], also[0])
    return Phrase("range" if is_stretch else "or", parts=(Phrase("point", other), Phrase("point", spec))), end


def _season(tokens: Tokens, share: tuple[str, int] | None, at: int) -> Found:
    """ "The 2025-26 season", July to June and loosely more; "the end of the 2025-26 season"."""
    article = tokens.sense(at, "article")
    at = article[1] if article else at
    first = tokens.sense(at, "across_years")
    pair = dates.year_pair(tokens, first[1] if first else at)
    across = pair if first else tokens.sense(pair[1], "across_years") if pair else None
    if pair is None or across is None or (share and share[0] not in _ENDS_OF_A_SEASON):
        return None
    if share is None:
        halves = ((pair[0] - 1, 2), (pair[0], 1))
        ends = [Spec(year=year, half=half, approx="about", is_strong=True) for year, half in halves]
        return Phrase("range", parts=tuple(Phrase("point", end) for end in ends)), across[1]
    quarter, years_back = _ENDS_OF_A_SEASON[share[0]]
    spec = Spec(year=pair[0] - years_back, quarter=quarter, approx="about", is_strong=True)
    return Phrase("point", spec), across[1]
