"""The tense of a time: from the settings, and from the verbs around it in its sentence."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from conflicts.reading.anchor import Anchor
from conflicts.reading.settings import Settings
from conflicts.reading.time import lexicon
from conflicts.reading.time.tokens import Tokens, normal

_LONGEST: Final = 2000
_REACH: Final = 12
"""How many words away a verb still speaks of the time."""


def anchor_of(settings: Settings, text: str) -> Anchor:
    """The anchor of a text; what is told as a fact can look forward in its context."""
    context, anchor = settings.context, settings.anchor
    if context is None:
        return anchor
    is_forward = anchor.is_forward or (bool(context) and looks_forward(context, text, settings.lang))
    return evolve(anchor, is_forward=is_forward, context=context, text=text)


def looks_forward(context: str, text: str, lang: str) -> bool:
    """Whether the verb nearest to `text` in its sentence speaks of the future.

    >>> looks_forward("The board will meet on Wednesday.", "Wednesday", "en")
    True
    >>> looks_forward("The board met on Wednesday.", "Wednesday", "en")
    False
    """
    tokens = Tokens(normal(context[:_LONGEST]), lexicon.load(lang))
    inner = Tokens(normal(text), lexicon.load(lang)).words
    start = find(tokens.words, inner)
    if start < 0:
        start = tokens.size
    before = _nearest(tokens, range(start - 1, max(-1, start - 1 - _REACH), -1))
    if before:
        return before == "future"
    end = start + len(inner)
    after = _nearest(tokens, range(end, min(tokens.size, end + _REACH)))
    return after == "future"


def _nearest(tokens: Tokens, places: range) -> str | None:
    for at in places:
        if tokens.words[at] in (".", ";", "!", "?") and tokens.word(at + 1) != "":
            return None
        cue = tokens.sense(at, "cue")
        if cue or (tokens.words[at].endswith("ed") and len(tokens.words[at]) > 4):
            return "future" if _is_promised(tokens, at) else cue[0] if cue else "past"
    return None


def _is_promised(tokens: Tokens, at: int) -> bool:
    """Whether a future verb stands just before: "will be held", "is to be signed"."""
    return any((tokens.sense(at - back, "cue") or ("", 0))[0] == "future" for back in (1, 2, 3) if at >= back)


def find(words: list[str], inner: list[str]) -> int:
    """Where `inner` stands in `words`, or -1."""
    for at in range(len(words) - len(inner) + 1):
        if words[at : at + len(inner)] == inner:
            return at
    return -1
