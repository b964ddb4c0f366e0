"""What phrases mean, by calendar arithmetic alone: `datetime`, `zoneinfo`, fractions, and no reader.

Times are seconds since 1970-01-01T00:00, half-open: `day("2025-07-23")` ends as the 24th begins.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from conflicts.values.bounds import HIGHEST, INFINITY, LOWEST, Number
from conflicts.values.extent import LINE, NOT_SETTLED, NOTHING_SUCH, Extent

DAY: Final = 86_400
EPOCH: Final = datetime(1970, 1, 1)
CYCLE_YEARS: Final = 400
CYCLE_DAYS: Final = 146_097
"""The Gregorian calendar repeats after so many years, which are so many days."""


@frozen
class Expected:
    """The set a phrase strictly means."""

    axis: str
    extent: Extent
    clock: Literal["floating", "zoned"] | None = None

    def __or__(self, other: Expected) -> Expected:
        return evolve(self, extent=self.extent | other.extent)


UNREAD: Final = Expected("unread", LINE)
UNSETTLED: Final = Expected("any", NOT_SETTLED)
ANY_TIME: Final = Expected("time", LINE, "floating")
NO_SUCH: Final = Expected("any", NOTHING_SUCH)


@frozen(kw_only=True)
class Phrase:
    """One printed phrase, what it means, and why.

    `loose` is what a fair editor would allow beside it, `about` says that usage agrees on the place of the set but not
    on its ends, `hard` that it may be left unread (never read wrongly).
    """

    text: str
    expected: Expected
    why: str
    loose: Expected | None = None
    about: bool = False
    hard: bool = False
    options: dict[str, Any] = field(factory=dict)

    @property
    def name(self) -> str:
        told = ", ".join(f"{key}={value}" for key, value in sorted(self.options.items()) if key != "kind")
        return f"{self.text} ({told})" if told else self.text


Row = tuple[str, Expected, str] | tuple[str, Expected, str, dict[str, Any]]
OWN: Final = ("loose", "about", "hard")


def phrases(rows: Iterable[Row], **common: Any) -> list[Phrase]:
    """Phrases with common options; a row's fourth member adds its own."""
    made = []
    for text, expected, why, *more in rows:
        options = common | (more[0] if more else {})
        own = {key: options.pop(key) for key in OWN if key in options}
        made.append(Phrase(text=text, expected=expected, why=why, options=options, **own))
    return made


# ---------------------------------------------------------------- times


def at(text: str) -> int:
    """The second at which "2025-07-23" or "2025-07-23T21:00" begins."""
    return int((datetime.fromisoformat(text) - EPOCH).total_seconds())


def _floating(lo: Number, hi: Number) -> Expected:
    lower = LOWEST if lo == -INFINITY else (lo, 0)
    upper = HIGHEST if hi == INFINITY else (hi, -1)
    return Expected("time", Extent(((lower, upper),)), "floating")


def span(first: str, end: str) -> Expected:
    """From one moment to just before another."""
    return _floating(at(first), at(end))


def days(first: str, last: str) -> Expected:
    """From one day through another."""
    return _floating(at(first), at(last) + DAY)


def day(text: str) -> Expected:
    return days(text, text)


def minute(text: str) -> Expected:
    return _floating(at(text), at(text) + 60)


def hours(of: str, first: int, last: int) -> Expected:
    """Part of a day, in hours from its midnight."""
    return _floating(at(of) + first * 3600, at(of) + last * 3600)


def before(text: str) -> Expected:
    """All that lies before a moment, or before a day begins."""
    return _floating(-INFINITY, at(text))


def through(text: str) -> Expected:
    """All that lies before the end of a day."""
    return _floating(-INFINITY, at(text) + DAY)


def since(text: str) -> Expected:
    """All from a moment, or a day, on."""
    return _floating(at(text), INFINITY)


def after(text: str) -> Expected:
    """All after the end of a day."""
    return _floating(at(text) + DAY, INFINITY)


def week_of(text: str) -> Expected:
    """Monday to Sunday around a day."""
    monday = date.fromisoformat(text) - timedelta(days=date.fromisoformat(text).weekday())
    return days(monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def _month_start(year: int, month: int) -> int:
    """The second at which a month begins; months beyond December and any year, before 1 and after 9999 too."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    cycles, within = divmod(year - 2000, CYCLE_YEARS)
    return at(date(2000 + within, month, 1).isoformat()) + cycles * CYCLE_DAYS * DAY


def months(first: str, last: str) -> Expected:
    """From one month through another."""
    (year, month), (to_year, to_month) = (map(int, text.split("-")) for text in (first, last))
    return _floating(_month_start(year, month), _month_start(to_year, to_month + 1))


def month(text: str) -> Expected:
    return months(text, text)


def years(first: int, last: int) -> Expected:
    """From one year through another, counted as astronomers do: 44 BC is -43."""
    return _floating(_month_start(first, 1), _month_start(last + 1, 1))


def year(number: int) -> Expected:
    return years(number, number)


def cycles_back(expected: Expected, cycles: int) -> Expected:
    """The same set so many whole cycles of the calendar (400 years each) earlier: for dates before year 1."""
    return evolve(expected, extent=expected.extent.shifted(-cycles * CYCLE_DAYS * DAY))


def quarter(of: int, number: int) -> Expected:
    return _floating(_month_start(of, 3 * number - 2), _month_start(of, 3 * number + 1))


def half(of: int, number: int) -> Expected:
    return _floating(_month_start(of, 6 * number - 5), _month_start(of, 6 * number + 1))


def either(*sets: Expected) -> Expected:
    """One of several."""
    joined = sets[0]
    for other in sets[1:]:
        joined |= other
    return joined


def easter(of: int) -> date:
    """Easter Sunday (Gauss's rule as completed by Lichtenberg; it needs no table)."""
    century, lunar = of // 100, of % 19
    moon_shift = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun_shift = 2 - (3 * century + 3) // 4
    first = (19 * lunar + moon_shift) % 30
    limit = 21 + first - (first + lunar // 11) // 29
    sunday = 7 - (of + of // 4 + sun_shift) % 7
    march = limit + 7 - (limit - sunday) % 7
    return date(of, 3, 1) + timedelta(days=march - 1)


def from_easter(of: int, shift: int) -> Expected:
    """The day so many days after Easter Sunday."""
    return day((easter(of) + timedelta(days=shift)).isoformat())


def zoned(expected: Expected, zone: str) -> Expected:
    """A floating set on the clock of a zone ("Europe/Kyiv", or an offset "+03:00"), as instants."""

    def instant(number: Number) -> Number:
        if number in (INFINITY, -INFINITY):
            return number
        local = (EPOCH + timedelta(seconds=int(number))).replace(tzinfo=_zone(zone))
        return int((local - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds())  # noqa: UP017

    moved = (((instant(a), a_side), (instant(b), b_side)) for (a, a_side), (b, b_side) in expected.extent.intervals)
    return evolve(expected, extent=Extent(moved), clock="zoned")


def _zone(zone: str) -> Any:
    if zone[0] not in "+-":
        return ZoneInfo(zone)
    sign = -1 if zone[0] == "-" else 1
    hour, minutes = map(int, zone[1:].split(":"))
    return timezone(sign * timedelta(hours=hour, minutes=minutes))


# ---------------------------------------------------------------- lengths of time


def length(lo: float, hi: float | None = None, *, unit: int = DAY) -> Expected:
    """A duration, or one between two, in days unless another unit (in seconds) is told."""
    return Expected("duration", Extent.closed(Fraction(lo) * unit, Fraction(lo if hi is None else hi) * unit))


# ---------------------------------------------------------------- quantities


def point(number: float | str | Fraction, axis: str = "count") -> Expected:
    return Expected(axis, Extent.point(Fraction(number)))


def between(lo: float | str, hi: float | str, axis: str = "count") -> Expected:
    return Expected(axis, Extent.closed(Fraction(lo), Fraction(hi)))


def at_least(number: float | str, axis: str = "count") -> Expected:
    return Expected(axis, Extent.at_least(Fraction(number)))


def more_than(number: float | str, axis: str = "count") -> Expected:
    return Expected(axis, Extent.more_than(Fraction(number)))


def at_most(number: float | str, axis: str = "count") -> Expected:
    return Expected(axis, Extent.at_most(Fraction(number)))


def less_than(number: float | str, axis: str = "count") -> Expected:
    return Expected(axis, Extent.less_than(Fraction(number)))


def printed(digits: str, axis: str, factor: str = "1", offset: str = "0") -> Expected:
    """A measure: half a unit of the last printed digit either side.

    For trailing zeros half a unit of the last digit that is none, at most 2.5 % of the value; never less than half a
    unit of the last printed digit.
    """
    value = Fraction(digits)
    if "." in digits:
        half_unit = Fraction(1, 2 * 10 ** len(digits.partition(".")[2]))
    else:
        zeros = len(digits) - len(digits.rstrip("0"))
        half_unit = max(Fraction(1, 2), min(Fraction(10**zeros, 2), abs(value) / 40))
    ends = ((value + sign * half_unit) * Fraction(factor) + Fraction(offset) for sign in (-1, 1))
    return Expected(axis, Extent.closed(*ends))
