"""From printed text to tokens: numbers, words and signs, without the typography."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from attrs import frozen

LONGEST: Final = 300
"""The longest text, in characters, that is read as a quantity; a longer one is a passage, not a value."""
LONGEST_TYPE: Final = 4
"""The most letters before the figure in the name of a type ("MiG-29")."""

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−⁃﹘﹣－", "-"),
        **dict.fromkeys("’‘ʼ′＇‛", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("⁄∕", "/"),
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys("✕✖⨯", "×"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\ufeff\u202a\u202b\u202c\u202d\u202e"),
    }
)
_SUPERSCRIPT: Final = re.compile("[⁰¹²³⁴-⁹⁺⁻]+")
_VULGAR: Final = re.compile("[¼-¾⅐-⅞↉]")
_TOKEN: Final = re.compile(r"(\s*)(\d+(?:[.,]\d+|'\d{3}(?!\d))*|[^\W\d_]+'?|\S)")


@frozen
class Tokens:
    """A text cut into tokens: `raw` as printed, `low` in lower case, `gap` whether a space stands before each."""

    raw: list[str]
    low: list[str]
    gap: list[bool]

    def name_end(self, k: int) -> int:
        """The end of the name of a type that starts at token `k`: "F-16", "MiG-29", "M1"; `k` itself if none does.

        Capital letters after a blank with a figure glued to them are a name, unless the same letters stand after the
        figure too, as a unit does: "20 C-25 C".
        """
        raw, gap, size = self.raw, self.gap, len(self.raw)
        letters = raw[k]
        if not letters[0].isupper() or not letters.isalpha() or len(letters) > LONGEST_TYPE:
            return k
        has_hyphen = k + 1 < size and raw[k + 1] == "-" and not gap[k + 1]
        if k and not gap[k] and not (has_hyphen and raw[k - 1] == "-"):  # "12-F-16 deal", but "2025-W28" is a week.
            return k
        j = k + 2 if has_hyphen else k + 1
        if j >= size or gap[j] or not raw[j].isdecimal() or letters in raw[j + 1 : j + 2]:
            return k
        return j + 1

    def part(self, start: int, end: int) -> Tokens:
        """The tokens from `start` to before `end`."""
        return Tokens(self.raw[start:end], self.low[start:end], self.gap[start:end])


def _power(match: re.Match[str]) -> str:
    return "^" + unicodedata.normalize("NFKC", match.group()).replace("\u2212", "-")


def _vulgar(match: re.Match[str]) -> str:
    return " " + unicodedata.normalize("NFKC", match.group())


def plain(text: str) -> str:
    """The text with one kind of digit, space, hyphen and apostrophe; powers become "^5", "2½" becomes "2 1/2".

    >>> plain("3×10⁵ ≈ ２½ km² – 5")
    '3×10^5 ≈ 2 1/2 km^2 - 5'
    """
    if text.isascii():
        return text
    marked = _VULGAR.sub(_vulgar, _SUPERSCRIPT.sub(_power, text))
    return unicodedata.normalize("NFKC", marked.translate(_PLAIN)).translate(_PLAIN)


def tokenise(text: str) -> Tokens:
    """Cut `text` into tokens, in one pass.

    >>> tokenise("$1.2bn-odd").raw
    ['$', '1.2', 'bn', '-', 'odd']
    """
    found = _TOKEN.findall(plain(text))
    raw = [token for _, token in found]
    return Tokens(raw, [token.lower() for token in raw], [bool(gap) for gap, _ in found])
