"""Spelling keys: what the spellings of one name share when it has been carried over from another script.

A key is the family name first, then the others, each as its consonants after letters that stand for one sound in some
transliteration are folded into one (sch, sh, ch, ts, z into s; w into v; q, g, medial h and kh into k), doubled
letters joined and accents dropped. A vowel that begins a word stays as "a", and so does an "a" that ends it, for it
often tells Maria from Mario; words of at most one consonant keep their vowels. Titles and particles (al-, von) are
left out.

Names of one key *may* be one name. So may a family name alone and any name of that family, and "V. Zelensky" and any
Zelensky with a V. No key proves anything: names that share one are a tension and a hint, never the same. Known to
escape: German ch for kh (Chamenei), names translated rather than transliterated (Mykola, Nikolai), nicknames.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from attrs import frozen

from conflicts.reading.titles import is_linked, name_words, person_form, without_titles
from conflicts.values.names import normal_form

_DOUBLED: Final = re.compile(r"([^\W\d_])\1+")
_TWINS: Final = tuple((sound * 2, sound) for sound in "bdfklmnprstv")
_INITIALS: Final = tuple((f" {vowel}", " A") for vowel in "aeiou")
_BARE: Final = str.maketrans({**dict.fromkeys("aeiouyj"), "A": "a", "H": "h", "J": "j"})
_MARKS: Final = str.maketrans({"A": "a", "H": "h", "J": "j"})
_VOWELS: Final = frozenset("aeiouyjA")
_SPOKEN: Final = frozenset("aeiouy")
"""Letters one of which every spoken name has; two letters without are initials (JD)."""
_APART: Final = str.maketrans({"-": " ", "/": " ", ",": " "})
MOST_WORDS: Final = 8
"""A name of more words is a title or a sentence: its spelling is not looked into."""
MANY_WORDS: Final = 4
"""A name of so many may be an office and a name."""


@frozen
class Sounds:
    """The word lists of names in several spellings."""

    folds: tuple[tuple[str, str], ...]
    same: dict[int, str]
    vowels: dict[int, str]
    cyrillic: dict[int, str]
    vague_initials: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    family_first_of_three: frozenset[str]


@cache
def _sounds() -> Sounds:
    file = resources.files("conflicts.reading").joinpath("words").joinpath("transliteration.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    lists = ("vague_initials", "particles", "family_first", "family_first_of_three")
    return Sounds(
        folds=tuple((old, new) for old, new in data["folds"]),
        same=str.maketrans(data["same"]),
        vowels=str.maketrans(data["vowels"]),
        cyrillic=str.maketrans(data["cyrillic"]),
        suffixes=frozenset({*data["suffixes"], *name_words("en")["behind"]}),
        **{name: frozenset(data[name]) for name in lists},
    )


@frozen
class Spelling:
    """The key of a name, and how far a name must share it to be perhaps the same."""

    key: str
    """The words' skeletons, each with a blank behind it."""
    start: str
    """What the keys of all names begin with that may be this one: the key, or it as far as the first initial."""
    tail: str = ""
    """Of a name of many words the same for its last two, for the others may be an office that no list knows."""

    @property
    def starts(self) -> tuple[str, ...]:
        """The one or two beginnings of the keys of all that may be this name."""
        return (self.start, self.tail) if self.tail else (self.start,)


NO_SPELLING: Final = Spelling("", "")


@lru_cache(maxsize=4096)
def spelling(form: str) -> Spelling:
    """The spelling of a normal form; empty if it has no letters or is too long for a name. Linear in its length.

    >>> spelling("volodymyr zelenskyy").key, spelling("wolodymyr selenskyj").key
    ('slnsk vldmr ', 'slnsk vldmr ')
    >>> spelling("v zelensky").start, spelling("president zelensky").start
    ('slnsk v', 'slnsk ')
    """
    lists = _sounds()
    if form.endswith(")"):
        form = form.partition(" (")[0] or form
    words = without_titles(form.translate(_APART).split())
    if not 0 < len(words) <= MOST_WORDS:
        return NO_SPELLING
    suffixes: list[str] = []
    while len(words) > 1 and words[-1] in lists.suffixes:
        suffixes.insert(0, words.pop())
    tail = ""
    if len(words) > 1:
        words = [word for word in words[:-1] if word not in lists.particles] + words[-1:]
        if len(words) >= MANY_WORDS and len(words[-2]) > 2 and not suffixes and not is_linked(words[:-2]):
            tail = spelling(" ".join(words[-2:])).start
        if words[0] not in lists.family_first and (len(words) < 3 or words[0] not in lists.family_first_of_three):
            words.insert(0, words.pop())
    skeletons = _skeletons(words, lists)
    if not skeletons:
        return NO_SPELLING
    key = " ".join([*skeletons, *suffixes, ""])
    for place, word in enumerate(words):
        if place and len(word) < 3 and (len(word) == 1 or (place == 1 and _is_initials(word))):
            known = "" if word[0] in lists.vague_initials else skeletons[place][0]
            return Spelling(key, " ".join([*skeletons[:place], known]), tail)
    return Spelling(key, key, tail)


def _is_initials(word: str) -> bool:
    return word.isalpha() and word.isascii() and _SPOKEN.isdisjoint(word)


def _skeletons(words: list[str], lists: Sounds) -> list[str]:
    """The skeleton of each word, or nothing if one has none that can be told."""
    text = f" {' '.join(words)} "
    if not text.isascii():
        text = text.translate(lists.cyrillic)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    for old, new in lists.folds:
        if old in text:
            text = text.replace(old, new)
    text = text.translate(lists.same)
    for twins, sound in _TWINS:
        while twins in text:
            text = text.replace(twins, sound)
    marked = text
    for vowel, mark in _INITIALS:
        marked = marked.replace(vowel, mark)
    found = marked.translate(_BARE).split()
    if len(found) != len(words) or not text.isprintable():
        return []
    for place, bare in enumerate(found):
        if len(bare) < 3:
            full = text.split()[place]
            if sum(sound not in _VOWELS for sound in full) < 2:
                found[place] = _DOUBLED.sub(r"\1", full.translate(lists.vowels).translate(_MARKS))
    return found


def spelling_hint(a: str, b: str) -> str | None:
    """What an editor may do about two names that can be one, or None if nothing says that they can.

    >>> spelling_hint("Zelenskyy", "Selenskyj")
    '“Zelenskyy” and “Selenskyj” can be one name in two spellings; if so, add an alias.'
    >>> spelling_hint("Zelensky", "Wolodymyr Selenskyj")
    '“Zelensky” can be short for “Wolodymyr Selenskyj”; if so, add an alias.'
    >>> spelling_hint("Joe Biden", "Hunter Biden") is None
    True
    """
    forms = person_form(a), person_form(b)
    if forms[0] == forms[1] or normal_form(a) == normal_form(b):
        return None
    one, other = spelling(forms[0]), spelling(forms[1])
    if not one.key or not other.key:
        return None
    if one.key == other.key:
        return f"“{a.strip()}” and “{b.strip()}” can be one name in two spellings; if so, add an alias."
    if any(start.startswith(one.start) for start in other.starts):
        return f"“{a.strip()}” can be short for “{b.strip()}”; if so, add an alias."
    if any(start.startswith(other.start) for start in one.starts):
        return f"“{b.strip()}” can be short for “{a.strip()}”; if so, add an alias."
    if one.tail and other.tail and (one.tail.startswith(other.tail) or other.tail.startswith(one.tail)):
        return f"“{a.strip()}” and “{b.strip()}” can be one; if so, add an alias."
    return None
