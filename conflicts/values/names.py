"""Names as points: every normal form of a name is a whole number, and every such number a name.

The number is the name's UTF-8 bytes read as one big-endian integer. So distinct names never collide, no table of
names has to be kept or shared between runs, and the name can be read back from the set.
"""

from __future__ import annotations

import unicodedata

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


def name_number(form: str) -> int:
    """The point on the axis of names at which a normal form lies.

    >>> name_text(name_number("tass"))
    'tass'
    """
    return int.from_bytes(b"\x01" + form.encode("utf-8", "surrogatepass"), "big")


def name_text(number: int) -> str:
    """The normal form at a point of the axis of names: the inverse of `name_number`."""
    return number.to_bytes((number.bit_length() + 7) // 8, "big")[1:].decode("utf-8", "surrogatepass")
