"""The grammar of one point of time: its pieces in any order, each taken in by the rule of its first word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import evolve

from conflicts.reading.time import beside, counted, dates, named, near, ordinals, shares, spans
from conflicts.reading.time.clocks import clock, is_plain
from conflicts.reading.time.counted import hour_of
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens
from conflicts.reading.time.zones import zone


def point(tokens: Tokens, at: int, lang: str) -> tuple[Spec, int]:
    """The longest point of time at `at` and the index after it; the spec is empty if there is none."""
    spec = Spec()
    end = last = at
    while end < tokens.size:
        leads = spec.leads
        follows = piece(tokens, end, spec, lang)
        if follows <= end:
            break
        end = follows
        if spec.leads == leads:
            last = end
    _settle(spec)
    if spec.clock is not None and spec.clock.is_open and _is_iso(tokens, at):
        spec.clock = evolve(spec.clock, is_open=False)
    return spec, last


def _is_iso(tokens: Tokens, at: int) -> bool:
    """Whether a date as ISO 8601 writes it begins at `at`, whose hours are counted to 24: "2025-07-23 10:30 CEST"."""
    printed = [tokens.word(n) for n in range(at, at + 5)]
    numbers = printed[::2]
    return printed[1::2] == ["-", "-"] and [len(n) for n in numbers] == [4, 2, 2] and "".join(numbers).isdecimal()


def is_hour_beside(spec: Spec) -> bool:
    """Whether a number without a sign can only be an hour: "7 this morning", "tomorrow … 7"."""
    is_near = spec.relative_day is not None or (spec.weekday is not None and spec.month is None and spec.day is None)
    return is_near or spec.part is not None or spec.approx == "ish"


def _settle(spec: Spec) -> None:
    """A bare number is an hour beside a day or a part of the day, a day beside a clock time or an unnamed month."""
    if spec.day is not None and spec.relatives == _THE_MONTH and spec.month is None:
        spec.relatives = ()  # "The 5th of the month" is the next or the last one, as "the 5th".
    if spec.bare is None:
        return
    value, digits = spec.bare
    is_of_month = spec.day is None and any(unit == "month" for unit, _ in spec.relatives)
    is_of_month = is_of_month or (spec.part == "NF" and not spec.has_date)  # "the night of 23-24 July"
    if 1 <= value <= 31 and (is_of_month or (spec.clock is not None and not spec.has_date)):
        spec.day, spec.bare = value, None
    elif spec.clock is None and value <= 24 and is_hour_beside(spec):
        spec.clock, spec.bare = hour_of(value, digits), None


def piece(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """Take in the piece at `at`; the index after it, or -1 where no piece begins."""
    if tokens.is_number(at) and RULES.keys().isdisjoint(tokens.senses(at)):
        follows = counted.number_piece(tokens, at, spec, lang)
        if follows > at:
            return follows
    senses = tokens.senses(at)
    if spec.is_now and not _NOT_NOW.isdisjoint(senses):
        return -1  # "At this point in July" is not today.
    if spec.offset is not None and spec.offset.is_from_context and tokens.sense(at - 1, "relative") == ("that", at):
        return beside.after_that(tokens, at, spec, spec.offset, lang)
    if spec.weekday_relative in _AHEAD and "unit" in senses and tokens.sense(at - 1, "weekday"):
        follows = _week_later(tokens, at, spec)
        if follows > at:
            return follows
    for kind in senses if _FIRST_RULES.keys().isdisjoint(senses) else sorted(senses, key=_is_not_first):
        rule = RULES.get(kind) or _FIRST_RULES.get(kind)
        if rule is not None:
            follows = rule(tokens, at, spec, lang)
            if follows > at:
                return follows
    if spec.has_time and spec.zone is None and tokens.words[at].isalpha():
        found = zone(tokens, at)
        if found:
            spec.zone = found[0]
            return found[1]
    if tokens.words[at] in ",()" and (at + 1 < tokens.size or not spec.is_empty):
        spec.leads += tokens.words[at] != ")"
        return at + 1
    if tokens.words[at] in ".+:'\"t" or (tokens.words[at] == "-" and _is_offset(tokens, at, spec)):
        return _sign(tokens, at, spec, lang)
    if (
        tokens.words[at] in "-/"
        and not spec.is_empty
        and spec.clock is None
        and spec.bare is None
        and at + 1 < tokens.size
    ):
        return _dashed(tokens, at, spec, lang)
    return -1


def _is_offset(tokens: Tokens, at: int, spec: Spec) -> bool:
    """Whether a dash begins an offset, as in the headers of mails: "15:07:00 -0500"."""
    if spec.clock is None or spec.zone is not None or tokens.is_glued(at) or not tokens.is_glued(at + 1):
        return False
    printed = tokens.word(at + 1)
    return len(printed) == 4 and printed.isdecimal() and (printed[0] == "0" or spec.clock.grain == "second")


def _sign(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """Signs that carry nothing after an abbreviation, and offsets such as +03:00."""
    word = tokens.words[at]
    if word in "+-" and spec.clock and spec.zone is None:
        found = zone(tokens, at)
        if found:
            spec.zone = found[0]
            return found[1]
    if word == "." and at and not tokens.is_number(at - 1):
        return at + 1
    if word == "'" and tokens.is_number(at + 1) and tokens.sense(at + 2, "decade_suffix"):
        return counted.number_piece(tokens, at + 1, spec, lang)
    if word == "'" and spec.year is None and tokens.sense(at - 1, "in") and len(tokens.word(at + 1)) == 2:
        known = dates.year(tokens, at)
        if known:
            spec.year, spec.is_strong = known[0], True
            return known[1]
    if word == "'" and tokens.word(at + 1) == "s" and not spec.is_empty:
        return at + 2
    if word == "t" and spec.has_day and spec.clock is None and tokens.is_number(at + 1):
        found_clock = clock(tokens, at + 1)
        if found_clock:
            spec.clock = found_clock[0]
            return found_clock[1]
    return -1


def _dashed(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """A dash that only sets pieces apart: "6 Jan 2017 - 6:37am", "previous week - Monday"."""
    is_quarter = spec.quarter is None and spec.half is None and tokens.sense(at + 1, "quarter_mark") is not None
    if spec.year is not None and is_quarter:
        return at + 1
    if tokens.words[at] == "/":
        return -1
    if spec.has_date and not spec.has_time:
        found = clock(tokens, at + 1)
        if found and not tokens.sense(found[1], "to") and is_plain(tokens, found):
            spec.clock, spec.is_strong = found[0], True
            return found[1]
    if spec.relatives and spec.weekday is None and tokens.sense(at + 1, "weekday"):
        return at + 1
    if spec.weekday is not None and spec.month is None and tokens.sense(at + 1, "month"):
        return at + 1
    if tokens.sense(at + 1, "part") and not tokens.sense(at + 1, "weekday"):
        return at + 1
    return -1


def _filler(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    end = tokens.senses(at)["filler"][1]
    if not spec.is_empty and tokens.sense(at, "to"):
        return -1
    if spec.part == "NI" and not spec.has_date and _is_night_from(tokens, at):
        return -1  # "In der Nacht vom 25. auf den 26. Juli" is a range, and no night of the 25th.
    if tokens.word(at) == "over" and tokens.sense(end, "holiday"):
        spec.approx = "about"
    spec.leads += 1
    return end if end < tokens.size else -1


def _is_not_first(kind: str) -> bool:
    return kind not in _FIRST_RULES


_AHEAD: Final = frozenset({"next", "this", "coming"})


def _week_later(tokens: Tokens, at: int, spec: Spec) -> int:
    """ "(next Friday) week": a week after that Friday; else -1."""
    unit, end = tokens.senses(at)["unit"]
    weeks = _WEEKS.get(unit, 0)
    if not weeks or tokens.sense(at, "plural") or named.has_more_week(tokens, end) or spec.weekday_shift:
        return -1
    spec.weekday_shift = weeks
    return end


_WEEKS: Final = {"week": 1, "fortnight": 2}
_ONE_MORE: Final = {"next": ("afternext", 1), "last": ("beforelast", -1)}


def _but_one(tokens: Tokens, at: int, spec: Spec, lang: str) -> int:
    """ "(next Tuesday) but one", "(the week before last, or last week) but one": one more away."""
    end = tokens.senses(at)["but_one"][1]
    if spec.weekday is not None and spec.weekday_relative in _ONE_MORE and not spec.weekday_shift:
        spec.weekday_shift = _ONE_MORE[spec.weekday_relative][1]
        return end
    if len(spec.relatives) == 1 and spec.relatives[0][1] in _ONE_MORE and spec.weekday is None:
        unit, way = spec.relatives[0]
        spec.relatives = ((unit, _ONE_MORE[way][0]),)
        return end
    return -1


def _is_night_from(tokens: Tokens, at: int) -> bool:
    """Whether a range begins here that goes from one day of a month to the next."""
    start = tokens.sense(at, "from")
    joint = tokens.skip(start[1] + 1, ".") if start and tokens.is_number(start[1]) else at
    to = tokens.sense(joint, "to") if joint > at else None
    article = tokens.sense(to[1], "article") if to else None
    return to is not None and tokens.is_number(article[1] if article else to[1])


_THE_MONTH: Final = (("month", "the"),)
_NOT_NOW: Final = frozenset({"month", "weekday", "relative", "relative_day", "season", "holiday", "unit", "ordinal"})
_Rule = Callable[[Tokens, int, Spec, str], int]
# In the order of `lexicon.KINDS`, in which they are tried.
RULES: Final[dict[str, _Rule]] = {
    "relative_day": named.relative_day,
    "relative_part": named.relative_part,
    "clock_word": named.clock_word,
    "holiday": named.holiday_piece,
    "week_of": named.week_of,
    "quarter_mark": named.quarter_mark,
    "end_of": shares.end_of,
    "to_date": shares.to_date,
    "ago_first": near.ago_first,
    "weekday_part": named.weekday_part,
    "weekday": named.weekday_piece,
    "month": named.month_piece,
    "ordinal": ordinals.ordinal_piece,
    "relative": near.relative_piece,
    "early": shares.mod_piece,
    "reference": named.reference,
    "number": counted.number_word,
    "fraction": ordinals.fraction_piece,
    "vague_count": near.length_piece,
    "article": spans.article_piece,
    "at": counted.at_piece,
    "in": near.in_piece,
    "filler": _filler,
    "overnight": named.overnight,
    "part": named.part_piece,
    "midseason": shares.midseason,
    "season": named.season_piece,
    "decade_word": named.decade_word,
    "clock_half": counted.number_word,
    "decade_before": named.decade_before,
    "unit": spans.unit_piece,
    "calendar_year": spans.year_marker,
    "era": named.era_piece,
    "zone": named.zone_piece,
    "offset": named.zone_piece,
    "zone_local": named.zone_piece,
    "ampm": named.ampm,
    "approx": counted.approx_inside,
}
_FIRST_RULES: Final[dict[str, _Rule]] = {"same_time": beside.same_moment, "but_one": _but_one}
"""Rules of phrases that say more than the words in them, "at this time" of a year that is told; tried before all."""
