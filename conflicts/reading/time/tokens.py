"""A printed time as tokens, each with the senses that the word lists give it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from conflicts.reading.time.lexicon import NOTHING, TOKEN, Lexicon, Senses

LONGEST: Final = 300
"""Texts with more characters than this are sentences or worse, never a printed time."""

_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("‘’ʼ′`´＇", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        "⁄": "/",
        "…": " ",
        "ﬁ": "fi",
    }
)
_MIXED: Final = re.compile("(?<=[0-9])(?=[¼-¾⅐-⅞])")
_AHEAD: Final = 8
"""So many places beyond its end a text can be asked for; no rule looks farther ahead."""
_BEYOND: Final = [""] * _AHEAD
_MEANING_NOTHING: Final[list[Senses]] = [NOTHING] * _AHEAD


def normal(text: str) -> str:
    """Fold case, widths, dashes, quotes and invisible characters, so that equal print is equal text.

    >>> normal("23\\u00a0July\\u200b – 9 P.M.")
    '23 july - 9 p.m.'
    """
    if text.isascii():
        return text.strip().strip('"').strip().lower()
    apart = _MIXED.sub(" ", text)  # "1½ hours" are no eleven halves
    folded = unicodedata.normalize("NFKC", apart.translate(_SAME)).translate(_SAME)
    shown = "".join(c for c in folded if unicodedata.category(c) not in ("Cf", "Cc", "Mn") or c.isspace())
    return unicodedata.normalize("NFC", shown).strip().strip('"').strip().lower()


class Tokens:
    """The words, numbers and signs of a text in order, with what each can mean.

    `words[i]` is a token. Reading past the end gives "" and no senses.
    """

    __slots__ = ("_padded", "_senses", "_starts", "lexicon", "size", "text", "words")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """`text` must be `normal`."""
        self.text = text
        self.words: list[str] = []
        self._starts: list[int] = []  # of the tokens that follow a space
        for printed in text.split():
            self._starts.append(len(self.words))
            if printed.isalpha() or printed.isdecimal():
                self.words.append(printed)
            else:
                self.words += TOKEN.findall(printed)
        self.lexicon = lexicon
        self._measure()

    def _measure(self) -> None:
        self.size = len(self.words)
        self._padded = self.words + _BEYOND
        words, senses, listed = self.words, self.lexicon.senses, self.lexicon.first_words
        self._senses: list[Senses] = [senses(words, at) if word in listed else NOTHING for at, word in enumerate(words)]
        self._senses += _MEANING_NOTHING

    def part(self, start: int, end: int) -> Tokens:
        """The tokens from `start` up to `end`, and none of the others."""
        return self._only([*range(start, end)])

    def without(self, start: int, end: int) -> Tokens:
        """The tokens but for those from `start` up to `end`."""
        return self._only([*range(start), *range(end, len(self.words))])

    def _only(self, places: list[int]) -> Tokens:
        chosen = Tokens("", self.lexicon)
        chosen.text = self.text
        chosen.words = [self.words[at] for at in places]
        chosen._starts = [n for n, at in enumerate(places) if at in self._starts]
        chosen._measure()
        return chosen

    def __len__(self) -> int:
        return self.size

    def word(self, at: int) -> str:
        """The token at `at`, or "" beyond the ends."""
        return self._padded[at]

    def senses(self, at: int) -> Senses:
        """Every kind of word that starts at `at`, each with its meaning and the index after it."""
        return self._senses[at]

    def sense(self, at: int, kind: str) -> tuple[str, int] | None:
        """The meaning of the word of `kind` at `at` and the index after it, or None."""
        return self._senses[at].get(kind)

    def is_number(self, at: int) -> bool:
        return self._padded[at].isdecimal()

    def is_glued(self, at: int) -> bool:
        """Whether the token at `at` exists and follows the one before without a space."""
        return at < self.size and at not in self._starts

    def skip(self, at: int, signs: str) -> int:
        """The index after any of the one-character tokens `signs` at `at`."""
        while at < self.size and self.words[at] in signs:
            at += 1
        return at
