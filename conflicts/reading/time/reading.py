"""A point of time that has been placed on the calendar, before bounds and ranges are made of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from attrs import Factory, define

from conflicts.reading.time.zones import instants, loose_offsets
from conflicts.values.calendar import DAY

Seconds: TypeAlias = int | Fraction
Stretch: TypeAlias = tuple[Seconds, Seconds]
"""[start, end) in seconds."""


@define
class Placed:
    """The stretches of time a point can mean: `best` readings, and `fair` further ones, on one line of seconds.

    `is_clock` tells that its edge is sharp: "until 9:30" ends with the start of the minute, "until Friday" with the
    end of the day. `slack` widens the loose set at both ends, `blur` the strict one ("about").
    """

    best: list[Stretch]
    fair: list[Stretch] = Factory(list)
    unit: str = "day"
    timex: str | None = None
    notes: list[str] = Factory(list)
    is_clock: bool = False
    slack: tuple[Seconds, Seconds] = (0, 0)
    blur: Seconds = 0
    is_zoned: bool = False

    def in_zone(self, zone: str | None) -> Placed:
        """The same stretches as instants, if there is a zone."""
        if zone is None or self.is_zoned:
            return self
        fair = [stretch for start, end in self.fair for stretch in instants(zone, start, end)]
        for offset in loose_offsets(zone):
            fair += [(start - offset, end - offset) for start, end in self.best]
        self.best = [stretch for start, end in self.best for stretch in instants(zone, start, end)]
        self.fair = fair
        self.is_zoned = True
        return self


def days(spans: list[tuple[int, int]]) -> list[Stretch]:
    """Spans of day numbers as stretches of seconds."""
    return [(first * DAY, end * DAY) for first, end in spans]
