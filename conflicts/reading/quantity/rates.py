"""Rates: "per day", "/barrel", "per 100,000 people", "a year", "daily"."""

from __future__ import annotations

from typing import Final

from conflicts.errors import UnreadError
from conflicts.reading.quantity.items import Item, Part
from conflicts.reading.quantity.lexicon import Kind, Lexicon
from conflicts.reading.quantity.numeral import Style
from conflicts.reading.quantity.numerals import NumeralReader
from conflicts.reading.quantity.tokens import Tokens

LEAST_ROUND: Final = 100
"""The least power of ten that a rate may be by after a stroke, and in words."""


class RateReader:
    """Finds what a rate is by. `items` are those found before it, which grow as the text is scanned."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, numerals: NumeralReader, items: list[Item]) -> None:
        self.tokens = tokens
        self.raw, self.low = tokens.raw, tokens.low
        self.size = len(tokens.raw)
        self.lexicon = lexicon
        self.numerals = numerals
        self.items = items

    def linked(self, i: int, end: int) -> Item:
        """A rate: "per day", "/barrel", "per km²", "per 100,000 people"."""
        is_named = end < self.size and (self.raw[end][0].isalnum() or self.lexicon.unit(self.tokens, end) is not None)
        if not is_named or not self.items:
            return Item(Part.WORD, self.low[i], i, end)
        low = self.low[end]
        if self.raw[end][0].isdecimal() or low in self.lexicon.spelling.by_first:
            by_number = self._per_number(i, end)
            if by_number is not None:
                return by_number
        if low in self.lexicon.fractions and not self.lexicon.durations.isdisjoint(self.low[end + 1 : end + 2]):
            return self._by(i, end + 1, f"{low} ")  # "Per half hour"
        return self._by(i, end)

    def said(self, i: int, end: int) -> Item | None:
        """ "A day", "each week" and, at the end, "daily"; none where a time may be told."""
        lexicon = self.lexicon
        if end == self.size:
            by = lexicon.per_adverbs.get(self.low[i])
            return None if by is None else Item(Part.PER, by, i, end)
        if self.low[i] not in lexicon.per_articles or self.low[end] not in lexicon.per_nouns:
            return None
        if self.low[i - 1] in lexicon.per_within and not self._is_substance(end):
            return None
        follows = self.low[end + 1] if end + 1 < self.size else ""
        phrase = lexicon.phrase(self.tokens, end + 1) if follows else None
        if phrase is not None and phrase.kind is Kind.CLOCK:
            return None
        if phrase is not None and phrase.kind is Kind.HEDGE and phrase.payload.after:
            follows = ""  # "A day on average" is not "a day on".
        if follows in lexicon.per_when or (follows and any(item.part is Part.EARLIER for item in self.items)):
            return None
        if follows in lexicon.per_or_when:
            printed = " ".join(self.raw[i : end + 2])
            raise UnreadError(f"{printed!r} can be a rate, or tell when; give the figure alone")
        return self._by(i, end)

    def _by(self, i: int, j: int, figure: str = "") -> Item:
        """The rate by the unit or noun at token `j`, in one form for all languages: "jour" is "day"."""
        name = self.lexicon.unit(self.tokens, j)
        if name is not None and len(name.meaning.units) == 1:
            return Item(Part.PER, figure + name.meaning.units[0].symbol, i, j + 1 + len(name.rest))
        size = self.lexicon.multipliers.get(self.low[j], 0)
        noun = f"{size:,}" if size >= LEAST_ROUND else self.lexicon.per_names.get(self.low[j], self.low[j])
        return Item(Part.PER, figure + noun, i, j + 1)

    def _per_number(self, i: int, j: int) -> Item | None:
        """ "Per 100,000", "per 100 km", "per two days"; None if no number stands at `j`.

        After a stroke only a hundred, a thousand and so on make a rate, not "1.5/2".
        """
        found = self.numerals.read(j)
        if found is None or found[0].style in {Style.ORDINAL, Style.VAGUE}:
            return None
        size, k = found[0].value, found[1]
        is_round = size >= LEAST_ROUND and str(size).rstrip("0") == "1"
        if size <= 0 or (self.raw[i] == "/" and not is_round):
            is_date = self.raw.count("/") > 1 and sum(item.part is Part.AMOUNT for item in self.items) == 1
            return Item(Part.STOP if is_date else Part.MARK, self.raw[i], i, j)
        figure = f"{size:,}" if isinstance(size, int) else str(size)
        is_measure = k < self.size and (self.low[k] in self.lexicon.durations or self.lexicon.unit(self.tokens, k))
        if not is_measure and (size != 1 or k == self.size):
            return Item(Part.PER, figure, i, k)
        return self._by(i, k, "" if size == 1 else f"{figure} ")

    def _is_substance(self, j: int) -> bool:
        """Whether a unit of an amount, not of a way, stands at token `j`: "$50 for a barrel", not "along a mile"."""
        name = self.lexicon.unit(self.tokens, j)
        return name is not None and name.meaning.units[0].axis not in {"length", "area"}
