"""The words of quantities in one language, ready for matching: phrases by their first token, units among them.

`load.py` builds a lexicon of the data files.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from fractions import Fraction
from typing import Any

from attrs import define, frozen

from conflicts.reading.quantity.spelled import Spelling
from conflicts.reading.quantity.tokens import Tokens
from conflicts.values.units import Meaning, Unit


class Kind(IntEnum):
    """What a phrase does in a quantity."""

    NUMBER = 1
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
    EARLIER = 13


@frozen
class Hedge:
    """What a hedge does to its number, before or after it."""

    op: str
    before: bool = False
    after: bool = False


@frozen
class Vague:
    """A number that is not certain: its usual range and the widest fair one. Upper ends: None is no limit."""

    usual: tuple[Fraction | int, Fraction | int | None]
    widest: tuple[Fraction | int | None, Fraction | int | None]
    axis: str | None = None


@frozen
class Phrase:
    """A phrase after its first token: what it is and what it carries."""

    rest: tuple[str, ...]
    kind: Kind
    payload: Any = None


@frozen
class Name:
    """A name of a unit after its first token."""

    rest: tuple[str, ...]
    meaning: Meaning


@define
class Lexicon:
    """All that one language knows of quantities. Built once, never changed."""

    decimal: str
    groups: frozenset[str]
    spelling: Spelling
    capital_nouns: bool
    join: frozenset[str]
    point: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    small: dict[str, int]
    multipliers: dict[str, int]
    plurals: dict[str, int]
    big: tuple[str, ...]
    letters: dict[str, int]
    money_letters: dict[str, int]
    fractions: dict[str, Fraction]
    ordinals: dict[str, int]
    suffixes: frozenset[str]
    after_fraction: frozenset[str]
    vague: dict[str, list[tuple[tuple[str, ...], Vague]]]
    phrases: dict[str, list[Phrase]]
    symbols: dict[str, list[Name]]
    names: dict[str, list[Name]]
    before: dict[str, list[Name]]
    unclear: Mapping[str, tuple[str, ...]]
    then: Mapping[str, Unit]
    counted: frozenset[str]
    durations: frozenset[str]
    relative: dict[str, list[tuple[str, ...]]]
    metres: frozenset[str]
    foreign: frozenset[str]
    ordinal_nouns: frozenset[str]
    per_articles: frozenset[str]
    per_nouns: frozenset[str]
    per_when: frozenset[str]
    per_or_when: frozenset[str]
    per_adverbs: dict[str, str]
    rates: frozenset[str]
    """The articles and adverbs that can begin a rate: "a day", "daily"."""

    def phrase(self, tokens: Tokens, i: int) -> Phrase | None:
        """The longest phrase that starts at token `i`."""
        for phrase in self.phrases.get(tokens.low[i], ()):
            rest = phrase.rest
            if not rest or tuple(tokens.low[i + 1 : i + 1 + len(rest)]) == rest:
                return phrase
        return None

    def unit(self, tokens: Tokens, i: int) -> Name | None:
        """The longest name of a unit that starts at token `i`: short forms as written, then words in any case."""
        raw, low = tokens.raw, tokens.low
        best: Name | None = None
        for table, texts in ((self.symbols, raw), (self.names, low)):
            for name in table.get(texts[i], ()):
                size = len(name.rest)
                if best is not None and size <= len(best.rest):
                    break
                if i + size >= len(texts):
                    continue
                if not size or (tuple(texts[i + 1 : i + 1 + size]) == name.rest and _is_one_word(tokens, i, size)):
                    best = name
                    break
        return best

    def money_before(self, tokens: Tokens, i: int) -> Name | None:
        """The longest sign or code of a currency that starts at token `i`, where a number may follow."""
        for name in self.before.get(tokens.raw[i], ()):
            size = len(name.rest)
            if tuple(tokens.raw[i + 1 : i + 1 + size]) == name.rest:
                return name
        return None


def _is_one_word(tokens: Tokens, i: int, size: int) -> bool:
    """Whether the digits of "ft2" stand close: in "6 ft 2 in" they count inches."""
    return not any(tokens.gap[k] and tokens.raw[k].isdecimal() for k in range(i + 1, i + 1 + size))
