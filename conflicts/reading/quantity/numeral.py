"""A printed number: its value, how exactly it is meant, what multiplied it."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from attrs import evolve, frozen

from conflicts.reading.quantity.exact import Exact, whole
from conflicts.reading.quantity.lexicon import Vague

BIG: Final = 1000


class Style(IntEnum):
    """How a number is printed, which says how exactly it is meant."""

    PLAIN = 1
    """To the unit: "12", "forty thousand"."""
    ROUNDED = 2
    """So many of a multiplier: "14 million"; noughts at its end may be rounded ones."""
    DECIMAL = 3
    """With decimals, the last of which counts even if it is a nought: "5.50"."""
    FRACTION = 4
    VAGUE = 5
    ORDINAL = 6


@frozen
class Numeral:
    """A printed number: its value and the place of its last printed digit (1 in "12", 100,000 in "1.2 million")."""

    value: Exact
    step: Exact = 1
    style: Style = Style.PLAIN
    vague: Vague | None = None
    scale: int = 1
    """What words or letters multiplied it ("3 million"): a range's first number may borrow that."""
    ways: int = 1
    is_slashed: bool = False
    """Whether it is two figures with a stroke, which may also be a date or a result."""

    def times(self, size: int) -> Numeral:
        """The number with one more multiplier after it."""
        if self.vague is not None:
            (lo, hi), (low, high) = self.vague.usual, self.vague.widest
            usual = (lo * size, None if hi is None else hi * size)
            widest = (None if low is None else low * size, None if high is None else high * size)
            scale = self.scale * size
            return evolve(self, value=self.value * size, vague=Vague(usual, widest, self.vague.axis), scale=scale)
        value, style, step = whole(self.value * size), self.style, whole(self.step * size)
        if style is Style.PLAIN:
            style, step = (Style.ROUNDED, step) if size >= BIG else (Style.PLAIN, 1)
        elif style is Style.FRACTION and size < BIG and isinstance(value, int):
            style, step = Style.PLAIN, 1
        return Numeral(value, step, style, self.vague, self.scale * size, self.ways, self.is_slashed)
