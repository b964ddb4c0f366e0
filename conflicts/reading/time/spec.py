"""What a phrase says about a time before it is placed on the calendar."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from attrs import define

Count: TypeAlias = int | Fraction
"""How many of a unit; whole counts are `int`, for these are much the fastest."""


@define
class Clock:
    """A time of day as printed: 24-hour `hour`, and how fine it was printed. Nobody changes one.

    `is_open` tells that neither a.m. nor p.m. was said and both are possible.
    """

    hour: int
    minute: int = 0
    second: int | Fraction = 0
    grain: str = "hour"
    is_open: bool = False

    @property
    def seconds(self) -> int | Fraction:
        return self.hour * 3600 + self.minute * 60 + self.second

    def half_day_later(self) -> Clock:
        """The other reading of an open clock time."""
        return Clock((self.hour + 12) % 24, self.minute, self.second, self.grain)


@define
class Length:
    """A length of time as printed: whole parts by unit, or a vague count of one unit. Nobody changes one.

    `parts` hold (low, high, unit); low and high differ where the count is vague ("a few days").
    """

    parts: tuple[tuple[Count, Count, str], ...]

    @property
    def is_vague(self) -> bool:
        return any(low != high for low, high, _ in self.parts)

    def counts(self, *, is_high: bool = False) -> list[tuple[Count, str]]:
        """Each part's lowest, or highest, count with its unit."""
        return [(high if is_high else low, unit) for low, high, unit in self.parts]

    @property
    def finest(self) -> str:
        return self.parts[-1][2]


@define
class Offset:
    """A time told as a length before (`sign` -1) or after (+1) another, or as the span that starts there (0).

    Nobody changes one.
    """

    sign: int
    length: Length
    base: Spec | None = None
    """None is the moment of speaking."""
    is_from_context: bool = False
    is_exact_day: bool = False
    is_beside: bool = False
    """Whether it is the whole stretch between: "the week after Easter", not the day a week after it."""
    rounded: int = 0
    """The days that people mean as well: a week by "huit jours"; 0 where they count."""


@define
class Rolling:
    """The `length` next to the moment of speaking: "the next three days" (+1), "the past decade" (-1).

    Nobody changes one.
    """

    sign: int
    length: Length
    is_vague: bool = False


@define
class Spec:
    """The pieces of one point of time, each None until some word says it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    dates: tuple[tuple[int | None, int, int], ...] | None = None
    """The readings of an ambiguous numeric date, (year, month, day)."""
    weekday: int | None = None
    weekday_relative: str | None = None
    weekday_shift: int = 0
    month_relative: str | None = None
    nth: int | None = None
    nth_unit: str | None = None
    nth_count: int = 1
    relatives: tuple[tuple[str, str], ...] = ()
    relative_day: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    period_relative: str | None = None
    """ "next", "last" … before a season or a holiday."""
    fiscal: bool = False
    decade: int | None = None
    century: int | None = None
    span_of: str | None = None
    """ "week", "month" or "weekend" that holds the day."""
    mod: str | None = None
    part: str | None = None
    part_mod: str | None = None
    clock: Clock | None = None
    clock_word: str | None = None
    zone: str | None = None
    offset: Offset | None = None
    rolling: Rolling | None = None
    reference: str | None = None
    bare: tuple[int, int] | None = None
    """A number that could be a day or an hour, and its number of digits."""
    approx: str | None = None
    is_exact: bool = False
    is_now: bool = False
    leads: int = 0
    """How many words only led on to other words; a point does not end with one."""
    is_strong: bool = False
    """Whether some word can only mean a time."""

    @property
    def has_date(self) -> bool:
        """Whether any piece says which day, or which longer period."""
        return self.has_day or self.has_period

    @property
    def has_period(self) -> bool:
        """Whether a month, a year or another period of the calendar is named."""
        return (
            self.year is not None
            or self.month is not None
            or bool(self.relatives)
            or self.week is not None
            or self.quarter is not None
            or self.half is not None
            or self.season is not None
            or self.fiscal
            or self.decade is not None
            or self.century is not None
        )

    @property
    def has_day(self) -> bool:
        """Whether a day, or something placed by days, is named."""
        return self.has_own_day or self.weekday is not None or self.offset is not None or self.rolling is not None

    @property
    def has_own_day(self) -> bool:
        """Whether a day is named by itself, and not by its weekday or by a length."""
        return (
            self.day is not None
            or self.dates is not None
            or self.nth is not None
            or self.relative_day is not None
            or self.holiday is not None
            or self.reference is not None
            or self.is_now
        )

    @property
    def has_time(self) -> bool:
        return self.clock is not None or self.part is not None or self.clock_word is not None

    @property
    def is_empty(self) -> bool:
        return not (self.has_time or self.has_date or self.bare is not None)
