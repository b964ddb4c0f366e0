"""The shape of a text of time: a sign for each of its words, numbers and punctuation marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from conflicts.reading.time.lexicon import MONTH, NUMBER, WEEKDAY, YEAR, Form, Phrases

_PIECE: Final = re.compile(r"\d+|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|.", re.DOTALL)
_SIGNS: Final = frozenset(",:/.-")
_NONE: Final[Mapping[str, Phrases]] = {}
_SHORTENED: Final = (MONTH, WEEKDAY)
"""What may stand with a full stop, as a short form."""


def shaped(
    parts: Sequence[str], forms: Mapping[str, Form], *, is_joined: bool = False
) -> tuple[str, list[str], dict[str, Form]] | None:
    """The shape of a text, its numbers, and its words by their signs; None if there is one that no form has.

    `parts` is the text between its spaces; if it `is_joined`, each phrase of several words is one part. A second word
    of one sign stands under the sign twice, and so on.

    >>> from conflicts.reading.time.lexicon import load
    >>> shape, numbers, words = shaped(["friday,", "23", "july"], load("en").forms)
    >>> shape, numbers, words["M"].number
    ('W, n M', ['23'], 7)
    """
    shape = ""
    numbers: list[str] = []
    words: dict[str, Form] = {}
    longer: Mapping[str, Phrases] = _NONE
    for printed in parts:
        shape += " "
        for piece in (printed,) if printed in forms or printed.isdecimal() else _PIECE.findall(printed):
            if piece in longer and not is_joined:
                joined = _joined(parts, forms)
                return None if joined is None else shaped(joined, forms, is_joined=True)
            form = forms.get(piece)
            if form is not None:
                sign, longer = form.sign, form.longer
                shape += sign
                while sign in words:
                    sign += form.sign
                words[sign] = form
                continue
            longer = _NONE
            if piece.isdecimal():
                size = len(piece)
                if size < 3:
                    shape += NUMBER
                elif size == 4 and piece[0] != "0":
                    shape += YEAR
                else:
                    return None
                numbers.append(piece)
            elif piece in _SIGNS:
                shape += piece
            else:
                form = forms.get(piece[:-1]) if piece[-1] == "." else None
                if form is None or form.sign not in _SHORTENED or "." in form.longer:
                    return None
                shape += form.sign
                words.setdefault(form.sign, form)
    return shape[1:], numbers, words


def _joined(parts: Sequence[str], forms: Mapping[str, Form]) -> list[str] | None:
    """The parts again, each phrase as one; None if there is a phrase that means nothing in the commonest times."""
    pieces: list[str] = []
    starts: list[int] = []
    for printed in parts:
        starts.append(len(pieces))
        pieces += _PIECE.findall(printed)
    joined: list[str] = []
    at, is_apart = 0, True
    while at < len(pieces):
        form = forms.get(pieces[at])
        longer = form.longer.get(pieces[at + 1], ()) if form is not None and at + 1 < len(pieces) else ()
        phrase = next((tokens for tokens in longer if pieces[at : at + len(tokens)] == tokens), None)
        if phrase is not None:
            if at not in starts and pieces[at].isalpha():  # "1951beginning of", but "70's"
                return None
            joined.append(" ".join(phrase))
            if joined[-1] not in forms:
                return None
            at, is_apart = at + len(phrase), True
            continue
        if is_apart or at in starts:
            joined.append(pieces[at])
        else:
            joined[-1] += pieces[at]
        at, is_apart = at + 1, False
    return joined
