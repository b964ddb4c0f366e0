"""What shows at sight that a text is no time, so that the grammar need not try all its rules in vain."""

from __future__ import annotations

from typing import Final

from conflicts.reading.time.tokens import Tokens

_OWN: Final = frozenset(
    {"of", "du", "de", "in", "im", "des", "der", "pt", "cy", "am", "pm", "but", "and", "for", "or", "to", "on", "no",
     "utc", "gmt"}
)  # fmt: skip
"""Words that the grammar takes by themselves, listed in the language or not."""
_NO_TIME: Final = frozenset("$€£¥₹₽%°@#^*|\\")
_HEDGES: Final = frozenset(
    {"approx", "exact", "bound", "any_bound", "bound_duration", "bound_duration_after", "duration_filler"}
)


def can_be_time(tokens: Tokens) -> bool:
    """Whether nothing shows at sight that the text is no time.

    What shows it: a word that is not listed, unless names of cities and zones may stand there; a sign of money or
    measure; or that it is all one number and its hedges.

    >>> from conflicts.reading.time.lexicon import load
    >>> [can_be_time(Tokens(text, load("en"))) for text in ("12 dead", "$5", "at least 1,200", "2025", "tokyo time")]
    [False, False, False, True, True]
    """
    lexicon = tokens.lexicon
    for word in tokens.words:
        if word not in lexicon.known and (len(word) > 1 and word not in _OWN if word.isalpha() else word in _NO_TIME):
            return not lexicon.zone_words.isdisjoint(tokens.words)
    return not _is_one_number(tokens)


def _is_one_number(tokens: Tokens) -> bool:
    """Whether the text is one number of up to three digits, or more with commas, and hedges before it."""
    words, at = tokens.words, 0
    last = words[-1] if words else ""
    if last != "," and not (len(last) <= 3 and last.isdecimal()):
        return False
    while at < len(words) and not words[at].isdecimal():
        longest = max(tokens.senses(at).items(), key=lambda sense: sense[1][1], default=None)
        if longest is None or longest[0] not in _HEDGES or longest[1][0] == "ish":
            return False
        end = longest[1][1]
        if any(tokens.senses(inner) for inner in range(at + 1, end)):
            return False
        at = end
    rest = words[at:]
    if not rest or len(rest[0]) > 3 or rest[0][0] == "0":
        return False
    return all(word == "," if n % 2 else len(word) == 3 and word.isdecimal() for n, word in enumerate(rest[1:], 1))
