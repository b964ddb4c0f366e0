"""Names on a line: every normal form of a name is a number, and names that are alike lie side by side.

A name is written as bytes, its *spelling key* first (what all its spellings share, family name first; see
`conflicts.reading.transliteration`), then its normal form; the number is those bytes, filled up to `WIDTH`, read as
digits. So distinct names never collide, no table of names has to be kept or shared between runs, the name can be read
back from the set, numbers compare as the bytes do, and all names whose keys start alike are one interval. The few
names that need more bytes lie beyond, each for itself, without their keys.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from conflicts.values.bounds import Interval, Number
from conflicts.values.extent import Extent

WIDTH: Final = 96
"""Digits to base 256; few enough for the number to have a float."""
_BEYOND: Final[int] = 1 << (8 * WIDTH)
KEY_END: Final = b"\x01"
"""Ends the key and the form: it lies below every letter and blank, so a key comes before the longer ones it begins."""
ALIKE: Final = "any name like "
OPEN: Final = "-"

_ASCII: dict[int, None] = dict.fromkeys((*range(9), *range(14, 28), 127, *map(ord, "\"'`.")))
_QUOTES = "\"'“”„‟‘’‚‛«»‹›`´"


def normal_form(name: str) -> str:
    """The form in which two spellings of one name are the same text.

    Compatibility characters, case, white space, quotation marks, dots, and the kind of hyphen or apostrophe make
    no difference. Accents do: they tell names apart in many languages.

    >>> normal_form("  Rustem   UMEROV. "), normal_form("“TASS”")
    ('rustem umerov', 'tass')
    """
    if name.isascii():
        return " ".join(name.casefold().translate(_ASCII).split()).strip(" ,;:!?") or " ".join(name.casefold().split())
    text = unicodedata.normalize("NFKC", name).casefold()
    text = unicodedata.normalize("NFKC", text)
    letters = [
        "-" if unicodedata.category(c) == "Pd" else "" if c in _QUOTES or c == "." else c
        for c in text
        if unicodedata.category(c) not in {"Cc", "Cf", "Cs"} or c.isspace()
    ]
    form = " ".join("".join(letters).split()).strip(" ,;:!?") or " ".join(text.split())
    # What was taken out may have kept a letter from its accent, or have hidden a mark at an end.
    return form if form == name or form.isascii() else normal_form(form)


def name_number(form: str, key: str = "") -> int:
    """The point on the axis of names at which a normal form lies; `key` is its spelling key, or empty.

    >>> name_text(name_number("tass")), name_text(name_number("tass", "tass "))
    ('tass', 'tass')
    """
    text = form.encode("utf-8", "surrogatepass") + KEY_END
    whole = key.encode("utf-8", "surrogatepass") + KEY_END + text
    if len(whole) > WIDTH:
        whole = b"\1" + text.ljust(WIDTH, b"\0")
    return int.from_bytes(whole.ljust(WIDTH, b"\0"), "big")


def has_kin(number: Number) -> bool:
    """Whether a name lies at its key, and not beyond."""
    return number < _BEYOND


def _bytes(number: Number) -> bytes:
    whole = int(number)
    return whole.to_bytes(max(WIDTH, (whole.bit_length() + 7) // 8), "big").rstrip(b"\0")


def name_text(number: Number) -> str:
    """The normal form at a point of the axis of names: the inverse of `name_number`."""
    form = _bytes(number).partition(KEY_END)[2]
    return form[:-1].decode("utf-8", "surrogatepass")


def alike(start: str) -> Extent:
    """All names whose keys begin with `start`: one interval.

    >>> alike("smth ") <= alike("smt")
    True
    >>> Extent.point(name_number("jane smith", "smth jn ")) <= alike("smth ")
    True
    """
    text = start.encode("utf-8", "surrogatepass")[:WIDTH]
    # No text holds the byte 255, so it ends the interval behind all that begins so.
    lo, hi = (int.from_bytes(text.ljust(WIDTH, fill), "big") for fill in (b"\0", b"\xff"))
    return Extent((((lo, 0), (hi, 0)),))


def name_words(interval: Interval, label: str | None = None) -> str:
    """An interval of names in words: the label, or the normal form, of one name; "any name like" for all of a kind.

    A "-" at the end of a key says that it may go on in the word.

    >>> name_words(alike("smth ").intervals[0]), read_alike("any name like smth") == alike("smth ")
    ('any name like smth', True)
    """
    (lo, _), (hi, _) = interval
    if lo == hi:
        form = name_text(lo)
        return label if label and normal_form(label) == form else form
    if not 0 < lo < hi < _BEYOND:
        return "any name"
    first, last = _bytes(lo), _bytes(hi)
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    key = first[:same].partition(KEY_END)[0].decode("utf-8", "ignore")
    return ALIKE + (key[:-1] if key.endswith(" ") else key + OPEN)


def read_alike(text: str) -> Extent | None:
    """The interval that `name_words` calls "any name like …", or None if the text is no such words."""
    if not text.startswith(ALIKE):
        return None
    key = text.removeprefix(ALIKE)
    if len(key.encode("utf-8", "surrogatepass")) >= WIDTH - 1:
        return None
    return alike(key.removesuffix(OPEN) if key.endswith(OPEN) else key + " ")
