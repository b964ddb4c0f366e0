"""The words of quantities in one language, ready for matching: phrases by their first token, units among them.

`load.py` builds a lexicon of the data files.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from fractions import Fraction
from typing import Any

from attrs import define, frozen

from conflicts.errors import UnreadError
from conflicts.reading.quantity.spelled import Spelling
from conflicts.reading.quantity.tokens import Tokens
from conflicts.values.units import Meaning, Unit


class Kind(IntEnum):
    """What a phrase does in a quantity."""

    HEDGE = 1
    LINK = 2
    FILLER = 3
    STOP = 4
    OPENING = 5
    ADDITION = 6
    CHANGE = 7
    BECOMES = 8
    ANY = 9
    NONE = 10
    CLOCK = 11
    EARLIER = 12


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
    number_ends: tuple[str, ...]
    """The ends of words that are large numbers in some language or other."""
    ordinal_nouns: frozenset[str]
    per_articles: frozenset[str]
    per_nouns: frozenset[str]
    per_when: frozenset[str]
    per_or_when: frozenset[str]
    per_within: frozenset[str]
    per_adverbs: dict[str, str]
    per_names: dict[str, str]
    collective: frozenset[str]
    """Nouns of many; one that begins with a hyphen is also the end of longer words."""
    pairs: frozenset[str]
    possessives: frozenset[str]
    capital: frozenset[str]
    """Vague words that are exact nouns where they have a capital: "ein paar" are some, "ein Paar" are two."""
    each: frozenset[str]
    """Words before an ordinal that make it a share: "every fifth"."""
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

    def is_of_many(self, word: str) -> bool:
        """Whether "a" and the noun `word`, in lower case, count nothing certain: "eine Großfamilie"."""
        ends = (word[k:] for k in range(len(word)))
        return word in self.collective or any(f"-{end}" in self.collective for end in ends)

    def check_letter(self, tokens: Tokens, k: int) -> None:
        """Raise `UnreadError` if the letter at `k` is as well a name's as a unit or a multiplier: "500 K-pop fans"."""
        letter, low = tokens.raw[k], tokens.low
        is_one_word = tokens.gap[k : k + 3] == [True, False, False] and low[k + 1] == "-" and low[k + 2].isalpha()
        if len(letter) > 1 or not letter.isalpha() or not is_one_word:
            return
        if low[k + 2] not in self.metres and self.unit(tokens, k + 2) is None:
            printed = "".join(tokens.raw[k : k + 3])
            raise UnreadError(f"{printed!r} can be a name, or {letter!r} a unit; give the number alone")

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
