"""The parts of a printed quantity, as the scanner finds them and the grammar puts them together."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from attrs import define

from conflicts.reading.quantity.numeral import Numeral
from conflicts.values.units import Meaning


class Part(IntEnum):
    """What an item is."""

    AMOUNT = 1
    HEDGE = 2
    LINK = 3
    FILLER = 4
    STOP = 5
    OPENING = 6
    ADDITION = 7
    CHANGE = 8
    BECOMES = 9
    ANY = 10
    NONE = 11
    CLOCK = 12
    WORD = 13
    MARK = 14
    PER = 15
    DURATION = 16
    RELATIVE = 17
    EARLIER = 18
    GLUED = 19
    """A figure and a letter that is no unit: "5G"."""


@define
class Amount:
    """A number with its unit, if it has one."""

    numeral: Numeral
    meaning: Meaning | None = None


@define
class Item:
    """One part of the text: what it is, what it carries, and the tokens it stands on."""

    part: Part
    payload: Any
    start: int
    end: int


class NotAQuantityError(Exception):
    """The text is no quantity; never leaves the reader."""
