"""Time zones: their names in print, and wall-clock times as instants."""

from __future__ import annotations

import functools
from datetime import datetime, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from conflicts.errors import UnreadError
from conflicts.reading.time.tokens import Tokens
from conflicts.values.calendar import DAY, civil, day_number

if TYPE_CHECKING:
    from datetime import tzinfo

LOCAL: Final = "local"
"""The zone of "local time": the one of the settings, or none."""

_UTC_WORDS: Final = frozenset({"utc", "gmt", "ut", "z"})
_FIXED: Final = frozenset("-0123456789")
"""What the name of a zone begins with that is told as minutes east of UTC."""
_EPOCH: Final = datetime(1970, 1, 1)
_FIRST_SECOND: Final = day_number(2) * DAY
_LAST_SECOND: Final = day_number(9999) * DAY
_ERA_YEARS: Final = 400
_ERA_SECONDS: Final = 146_097 * DAY


def zone(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """A zone at `at` and the index after it.

    A zone is told as an IANA name, as "local", or as minutes east of UTC: "180", "330|120|60" where an abbreviation
    has several meanings, "-300?-240" where a loose reading differs from the strict one.

    >>> from conflicts.reading.time.lexicon import load
    >>> [zone(Tokens(text, load("en")), 0)[0] for text in ("gmt+3", "kyiv time", "est", "+05:30", "tokyo time")]
    ['180', 'Europe/Kyiv', '-300?-240', '330', 'Asia/Tokyo']
    """
    word = tokens.word(at)
    if word in ("+", "-"):
        return _offset(tokens, at)
    whole = _iana(tokens, at)
    if whole:
        return whole  # "Pacific/Apia" is no "Pacific".
    local = tokens.sense(at, "zone_local")
    if local:
        return LOCAL, local[1]
    named = tokens.sense(at, "zone")
    fixed = tokens.sense(at, "offset")
    if named and (fixed is None or named[1] >= fixed[1]):
        return named
    if fixed:
        if word in _UTC_WORDS and fixed[1] == at + 1:
            shifted = _offset(tokens, at + 1)
            if shifted:
                return shifted
        return fixed
    return _city(tokens, at)


def _offset(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """ "+3", "-05:30", "+0300"."""
    sign = tokens.word(at)
    if sign not in ("+", "-") or not tokens.is_number(at + 1):
        return None
    printed = tokens.words[at + 1]
    end = at + 2
    if len(printed) == 4:
        hours, minutes = int(printed[:2]), int(printed[2:])
    elif len(printed) <= 2:
        hours, minutes = int(printed), 0
        if tokens.word(end) == ":" and tokens.is_number(end + 1) and len(tokens.words[end + 1]) == 2:
            minutes, end = int(tokens.words[end + 1]), end + 2
    else:
        return None
    if hours > 14 or minutes > 59:
        return None
    total = hours * 60 + minutes
    return str(-total if sign == "-" else total), end


def _iana(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """ "Europe/Kyiv", "America/Argentina/Buenos_Aires"."""
    if tokens.word(at + 1) != "/" or not tokens.is_glued(at + 1):
        return None
    end = at + 1
    name = tokens.words[at]
    while tokens.is_glued(end) and tokens.word(end) and (tokens.word(end) in "/_-" or tokens.word(end).isalpha()):
        name += tokens.word(end)
        end += 1
    known = zone_names().get(name)
    return (known, end) if known else None


def _city(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """ "Tokyo time", "New York time": a city of the zone database and the word "time"."""
    end = at
    while end < min(at + 3, tokens.size) and tokens.words[end].isalpha():
        end += 1
        said = tokens.sense(end, "zone_word")
        if said:
            known = zone_names().get(" ".join(tokens.words[at:end]))
            if known:
                return known, said[1]
    return None


@functools.cache
def zone_names() -> dict[str, str]:
    """Lower-case zone names and their city parts, to the IANA names."""
    from zoneinfo import available_timezones

    names: dict[str, str] = {}
    for name in sorted(available_timezones()):
        names[name.lower()] = name
        area, _, city = name.rpartition("/")
        if area and area.split("/")[0] not in ("Etc", "SystemV", "US", "posix", "right"):
            names.setdefault(city.lower().replace("_", " "), name)
    return names


@functools.cache
def _timezone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def settings_zone(printed: str) -> str:
    """The zone of the settings, an IANA name or an offset, in the form of `zone`.

    >>> settings_zone("+03:00"), settings_zone("Europe/Kyiv"), settings_zone("Z")
    ('180', 'Europe/Kyiv', '0')
    """
    name = printed.strip()
    if name[:1] in ("+", "-"):
        digits = name[1:].replace(":", "")
        if digits.isascii() and digits.isdecimal() and len(digits) in (1, 2, 4):
            hours, minutes = (int(digits[:2]), int(digits[2:])) if len(digits) == 4 else (int(digits), 0)
            return str((hours * 60 + minutes) * (-1 if name[0] == "-" else 1))
    if name.upper() in ("UTC", "Z", "GMT"):
        return "0"
    known = zone_names().get(name.lower())
    if known is None:
        raise UnreadError(
            f"unknown time zone {printed!r}; an IANA name (Europe/Kyiv) or an offset (+03:00) would be right"
        )
    return known


@functools.lru_cache(maxsize=256)
def _fixed_offsets(zone_name: str) -> list[int]:
    return [int(minutes) * 60 for minutes in zone_name.partition("?")[0].split("|")]


def offsets(zone_name: str, local: int | Fraction) -> list[int]:
    """The UTC offsets in seconds that a zone may have when its wall clock shows `local`; two at a clock change."""
    if zone_name[0] in _FIXED:
        return _fixed_offsets(zone_name)
    whole = local if local.__class__ is int else int(local // 1)
    if not _FIRST_SECOND <= whole < _LAST_SECOND:
        whole -= (civil(whole // DAY)[0] - 2000) // _ERA_YEARS * _ERA_SECONDS
    moment = _EPOCH + timedelta(0, whole)
    zone_info = _timezone(zone_name)
    offset, late = zone_info.utcoffset(moment), zone_info.utcoffset(moment.replace(fold=1))
    found = [int(offset.total_seconds()) if offset else 0]
    return found if late == offset else [*found, int(late.total_seconds()) if late else 0]


def loose_offsets(zone_name: str) -> list[int]:
    """The further UTC offsets that people may mean by an abbreviation: "EST" said in July."""
    if zone_name[0] in _FIXED and "?" in zone_name:
        return [int(zone_name.partition("?")[2]) * 60]
    return []


def instants(zone_name: str, start: int | Fraction, end: int | Fraction) -> list[tuple[int | Fraction, int | Fraction]]:
    """The spans of UTC in which the wall clock of the zone shows [start, end); more than one around a clock change.

    >>> half_past_one = 1761442200
    >>> [(b - a) for a, b in instants("Europe/London", half_past_one, half_past_one + 60)]
    [60, 60]
    """
    first, last = offsets(zone_name, start), offsets(zone_name, end - 1)
    if len(first) == 1 and first == last:
        return [(start - first[0], end - first[0])]
    if len(first) == 1 or len(last) == 1:
        return [(min(start - offset for offset in first), max(end - offset for offset in last))]
    return [(start - offset, end - offset) for offset in dict.fromkeys((*first, *last))]


def clock_suffix(zone_name: str) -> str:
    """How ISO 8601 writes the zone after a clock time where it is fixed and single, else ""."""
    if zone_name[0] not in _FIXED or "|" in zone_name:
        return ""
    minutes = int(zone_name.partition("?")[0])
    if minutes == 0:
        return "Z"
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
