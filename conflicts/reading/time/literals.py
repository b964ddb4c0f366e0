"""ISO 8601 and EDTF (ISO 8601-2) as whole texts: "2025-W30", "2025-07-2X", "1985/1990", "[2025-07-23,2025-07-24]"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from attrs import evolve

from conflicts.errors import UnreadError
from conflicts.reading.anchor import Anchor
from conflicts.reading.time.build import Built, build
from conflicts.reading.time.moments import ROUGH
from conflicts.reading.time.periods import quarter_span, season_span, timex
from conflicts.reading.time.spec import Clock, Spec
from conflicts.reading.time.trees import Phrase
from conflicts.reading.time.zones import instants, settings_zone
from conflicts.values.bounds import HIGHEST, LOWEST, Interval, exact
from conflicts.values.calendar import DAY, dated, month_start, week_start, weeks_in
from conflicts.values.extent import LINE, Extent

_DATE: Final = re.compile(r"(-?\d{4}|y-?\d{5,15})(?:-(\d{2})(?:-(\d{2}))?)?")
_MASKED: Final = re.compile(r"(-?[\dx]{4})(?:-([\dx]{2})(?:-([\dx]{2}))?)?")
_ORDINAL: Final = re.compile(r"(\d{4})-(\d{3})")
_BASIC: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WEEK: Final = re.compile(r"(\d{4})-?w(\d{2})(?:-?([1-7]))?")
_STAMP: Final = re.compile(
    r"(-?\d{4})-(\d{2})-(\d{2})[t ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)? ?(z|[+-]\d{2}(?::?\d{2})?)?"
)
_BEGINS: Final = re.compile(r"-?[\dx]{4}|y-?\d{5}")
"""What every date begins with; most texts that begin with a digit go on otherwise, and no form need be tried."""
_NOWHERE: Final = Anchor(None, None, is_forward=False, offset=None)
"""No literal is told from the moment of speaking."""
_SEASONS: Final = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_LAST_OF_EDTF: Final = 41
"""The last number that EDTF gives a season, a quarter or another part of a year."""
_FIRST_OF_RANGES: Final = 1000
_MOST_PARTS: Final = 24


def literal(plain: str, zone: str | None) -> Built | None:
    """The sets of a text that is wholly ISO 8601 or EDTF, or None if it is not; `zone` is that of the settings."""
    first = plain[0]
    if not (first.isdigit() or first in "-[{.y/x") or (plain.isdecimal() and len(plain) != 8):
        return None
    if first in "[{" and plain[-1] in "]}":
        built = _one_of(plain)
    elif "/" in plain:
        low, _, high = plain.partition("/")
        built = _interval(low.strip(), high.strip())
    else:
        built = _single(plain)
    if built is not None and zone is not None and not built.is_zoned:
        return evolve(built, strict=_zoned(built.strict, zone), loose=_zoned(built.loose, zone), is_zoned=True)
    return built


def _zoned(extent: Extent, zone: str) -> Extent:
    """A floating extent as instants of a zone, its finite ends moved by every offset it can have there."""
    moved: list[Interval] = []
    for (low, low_side), (high, high_side) in extent.intervals:
        if isinstance(low, float) or isinstance(high, float):
            lo = low if isinstance(low, float) else min(start for start, _ in instants(zone, low, low + 1))
            hi = high if isinstance(high, float) else max(end for _, end in instants(zone, high - 1, high))
            moved.append(((lo, low_side), (hi, high_side)))
        else:
            moved += [((lo, low_side), (hi, high_side)) for lo, hi in instants(zone, low, high)]
    return Extent(moved)


def _stamp(match: re.Match[str]) -> Built:
    """A full date and time of day, of UTC if an offset is printed."""
    year, month, day, hour, minute = (int(match.group(n)) for n in range(1, 6))
    second, part, offset = match.group(6), match.group(7), match.group(8)
    if dated(year, month, day) is None:
        raise UnreadError(f"there is no such date as {match.group()[:10]}")
    if hour > 24 or minute > 59 or int(second or 0) > 60 or (hour == 24 and (minute or int(second or 0))):
        raise UnreadError("no such time of day")
    seconds = int(second or 0) + (Fraction(int(part), 10 ** len(part)) if part else 0)
    spec = Spec(year=year, month=month, day=day, is_exact=True)
    spec.clock = Clock(hour, minute, seconds, "second" if second else "minute")
    if offset:
        spec.zone = settings_zone(offset.upper())
    return build(Phrase("point", spec), _NOWHERE, None)


def _one_of(plain: str) -> Built | None:
    """ "[2025-07-23,2025-07-24]", "{1667,1668..1670}", "[..1760-12-03]"."""
    strict = Extent(())
    texts: list[str] = []
    parts = plain[1:-1].split(",")
    if len(parts) > _MOST_PARTS:
        return None
    for part in parts:
        text = part.strip()
        if ".." in text:
            low, _, high = text.partition("..")
            found = _interval(low or "..", high or "..")
        else:
            found = _single(text)
        if found is None:
            return None
        strict |= found.strict
        texts.append(found.timex or "")
    return Built(strict, strict, "|".join(texts) if all(texts) else None)


def _interval(low: str, high: str) -> Built | None:
    """ "1985/1990", "2025-07-21/..", "../2025-07-25"; an empty end is an unknown one."""
    if low == high == "..":
        return Built(LINE, LINE)
    if (low in ("", "..")) and (high in ("", "..")):
        return None
    first = None if low in ("", "..") else _single(low)
    last = None if high in ("", "..") else _single(high)
    if (first is None and low not in ("", "..")) or (last is None and high not in ("", "..")):
        return None
    if first is not None and last is not None and first.is_zoned != last.is_zoned:
        raise UnreadError("one end of the interval has a time zone and the other has none")
    is_zoned = any(end is not None and end.is_zoned for end in (first, last))
    start = LOWEST if first is None else first.strict.lo
    end = HIGHEST if last is None else last.strict.hi
    if start > end:
        raise UnreadError("the interval ends before it begins")
    strict = Extent(((start, end),))
    loose = strict
    if first is not None:
        loose |= Extent(((first.loose.lo, end),))
    if last is not None:
        loose |= Extent(((start, last.loose.hi),))
    text = f"{first.timex if first else ''}/{last.timex if last else ''}"
    return Built(strict, loose, text if first and last else None, is_zoned=is_zoned)


def _single(plain: str) -> Built | None:
    """One date of EDTF, with its marks of doubt: "2025~", "2025-07?", "2025-07-2X", "198X", "2025-22", "2025-W30"."""
    if not _BEGINS.match(plain):
        return None
    stamp = _STAMP.fullmatch(plain)
    if stamp:
        return _stamp(stamp)
    mark = plain[-1:] if plain[-1:] in "~?%" else ""
    body = plain[:-1] if mark else plain
    found = None
    for form, rule in ((_DATE, _date), (_WEEK, _week), (_BASIC, _basic), (_ORDINAL, _ordinal), (_MASKED, _masked)):
        match = form.fullmatch(body)
        if match:
            found = rule(match)
            break
    if found is not None and mark:
        _doubt(found, mark)
    return found


def _spanned(lo: int, hi: int, unit: str, text: str | None = None) -> Built:
    strict = Extent(((((exact(lo * DAY)), 0), (exact(hi * DAY), -1)),))
    return Built(strict, strict, text or timex((lo, hi), unit), unit=unit)


def _date(match: re.Match[str]) -> Built | None:
    year = int(match.group(1).lstrip("y"))
    if match.group(2) is None:
        return _spanned(month_start(year, 1), month_start(year + 1, 1), "year")
    month = int(match.group(2))
    if match.group(3) is not None:
        day = int(match.group(3))
        first = dated(year, month, day)
        if first is None:
            raise UnreadError(f"there is no such date as {match.group()}")
        return _spanned(first, first + 1, "day")
    if month in _SEASONS and month == (year + 1) % 100:
        note = f"{match.group()} is taken as the two years, not as the season that EDTF means"
        return evolve(_spanned(month_start(year, 1), month_start(year + 2, 1), "years"), notes=[note])
    if month in _SEASONS:
        return _spanned(*season_span(year, _SEASONS[month]), "season")
    if 33 <= month <= 36:
        return _spanned(*quarter_span(year, month - 32), "quarter")
    if month in (40, 41):
        return _spanned(month_start(year, 6 * (month - 40) + 1), month_start(year, 6 * (month - 40) + 7), "half")
    if not 1 <= month <= 12:
        return _short_years(year, month)
    return _spanned(month_start(year, month), month_start(year, month + 1), "month")


def _short_years(year: int, last: int) -> Built | None:
    """ "1914-18": a range of years of one century, where the second number is neither a month nor EDTF's."""
    if not year % 100 < last or not (12 < last < min(_SEASONS) or last > _LAST_OF_EDTF) or year < _FIRST_OF_RANGES:
        return None
    return _spanned(month_start(year, 1), month_start(year // 100 * 100 + last + 1, 1), "years")


def _basic(match: re.Match[str]) -> Built | None:
    first = dated(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    return None if first is None else _spanned(first, first + 1, "day")


def _ordinal(match: re.Match[str]) -> Built | None:
    """A day told by its number in the year: "2025-204"."""
    year, number = int(match.group(1)), int(match.group(2))
    first = month_start(year, 1) + number - 1
    return _spanned(first, first + 1, "day") if number >= 1 and first < month_start(year + 1, 1) else None


def _week(match: re.Match[str]) -> Built | None:
    year, week = int(match.group(1)), int(match.group(2))
    if not 1 <= week <= weeks_in(year):
        raise UnreadError(f"{year} has no week {week}")
    first = week_start(year, week)
    if match.group(3):
        first += int(match.group(3)) - 1
        return _spanned(first, first + 1, "day")
    return _spanned(first, first + 7, "week")


def _masked(match: re.Match[str]) -> Built | None:
    """Digits that are not known: "198X", "19XX", "2025-XX", "2025-07-XX", "2025-07-2X"."""
    year, month, day = match.groups()
    if "x" in year:
        if month not in (None, "xx") or day not in (None, "xx") or "x" in year.lstrip("-").rstrip("x"):
            return None
        lo, hi = int(year.replace("x", "0")), int(year.replace("x", "9"))
        unit = {1: "decade", 2: "century", 3: "millennium"}.get(year.count("x"), "years")
        return _spanned(month_start(min(lo, hi), 1), month_start(max(lo, hi) + 1, 1), unit)
    known = int(year)
    if month is None or "x" in month:
        if month != "xx" or day not in (None, "xx"):
            return None
        return _spanned(month_start(known, 1), month_start(known + 1, 1), "year")
    if day is None or not 1 <= int(month) <= 12:
        return None
    first, end = month_start(known, int(month)), month_start(known, int(month) + 1)
    if day == "xx":
        return _spanned(first, end, "month")
    if not day[0].isdigit() or day[1] != "x" or int(day[0]) > 3:
        return None
    lo = first + max(0, 10 * int(day[0]) - 1)
    return (
        _spanned(lo, min(end, first + 10 * int(day[0]) + 9), "days", f"{timex((first, end), 'month')}-{day[0]}X")
        if lo < end
        else None
    )


def _doubt(built: Built, mark: str) -> None:
    """ "~" and "%" widen both sets, "?" the loose one alone."""
    strict, loose = ROUGH.get(built.unit, (DAY, 7 * DAY))
    original = built.strict
    if mark in "~%":
        built.strict = original.shifted(-strict, strict)
    built.loose = original.shifted(-loose, loose)
