"""The word lists of times and durations: TOML files beside the readers, one for each language."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Final, NamedTuple, TypeAlias

Senses: TypeAlias = dict[str, tuple[str, int]]
"""Kind of word -> (meaning, index after the word)."""

TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
KINDS: Final = (
    "relative_day", "relative_part", "clock_word", "holiday", "week_of", "quarter_mark", "end_of", "to_date",
    "ago_first", "weekday_part", "weekday", "month", "ordinal", "relative", "early", "reference", "number",
    "fraction", "vague_count", "article", "at", "in", "filler", "overnight", "part", "midseason", "season",
    "decade_word", "clock_half", "decade_before", "unit", "calendar_year", "era", "zone", "offset", "zone_local",
    "ampm", "approx",
)  # fmt: skip
"""The kinds that begin a piece of a point of time, in the order in which they are tried."""
_RANK: Final = {kind: rank for rank, kind in enumerate(KINDS)}
_ROUNDED: Final = "rounded_days"
_NEAR: Final = 12
"""So many places from the start of a text the senses of a word are kept for the next text that has it there."""
NOTHING: Final[Senses] = {}
_BESIDE: Final = ("before", "after")
_LONGEST_WEAK: Final = 3
"""Names of months of up to so many letters can be other words."""
MONTH, WEEKDAY, LEADING, OF, AT, HALF_DAY, ZONE, ORDINAL = "M", "W", "i", "f", "@", "p", "z", "o"
DAY_WORD, RELATIVE, UNIT, UNITS, PART, COUNT, ONE, THE = "d", "r", "u", "e", "t", "k", "a", "v"
AGO, FROM, BOUND, QUARTER, DECADE, SHARE, NIGHT = "g", "F", "b", "q", "x", "E", "T"
NTH, REFERENCE, NOON, JOIN = "O", "c", "j", "&"
"""What a word or phrase of the commonest times is."""
NUMBER, YEAR = "n", "y"
"""In a shape: a number of one or two digits, one of four."""
DEFAULT: Final = "en"


Phrases: TypeAlias = Sequence[list[str]]
"""The tokens of phrases, the longest first."""


class Form(NamedTuple):
    """What a word is in the commonest times."""

    sign: str
    number: int
    """Of the month, the weekday, a count …"""
    meaning: str
    is_strong: bool
    """Whether it is sure to speak of a time."""
    longer: Mapping[str, Phrases] = {}
    """Longer phrases that it begins, by their second token."""


class Lexicon:
    """Words, and phrases by their first two tokens, the longest last.

    `rounded` tells how many days are meant by a count of them that people round ("huit jours" is a week).
    `neither` are the words that deny several times at once.
    `known` are all tokens in them, `first_words` those that begin something; `forms` the words that make up the
    commonest times; `zone_words` are those beside which names stand that no list holds ("Tokyo time").

    >>> lexicon = load("en")
    >>> lexicon.senses(["wednesday"], 0)
    {'weekday': ('3', 1)}
    """

    __slots__ = (
        "_phrases",
        "_placed",
        "_single",
        "and_words",
        "bound_words",
        "first_words",
        "forms",
        "from_base",
        "from_words",
        "joints",
        "known",
        "lang",
        "neither",
        "rounded",
        "starts",
        "to_words",
        "zone_words",
    )

    def __init__(self, lang: str, tables: dict[str, dict[str, list[str]]]) -> None:
        self.lang = lang
        self._single: dict[str, dict[str, str]] = {}
        self._phrases: dict[str, dict[str, list[tuple[list[str], str, str]]]] = {}
        self._placed: dict[tuple[str, int], Senses] = {}
        for part, suffixes in tables.get("weekday_suffix", {}).items():
            for day, names in tables.get("weekday", {}).items():
                for name in names:
                    for suffix in suffixes:
                        self._add("weekday_part", f"{day}:{part}", [name + suffix])
        self.rounded = {int(said): int(meant) for meant, listed in tables.get(_ROUNDED, {}).items() for said in listed}
        for kind, meanings in tables.items():
            if kind == _ROUNDED:
                continue
            for meaning, phrases in meanings.items():
                for phrase in phrases:
                    self._add(kind, meaning, TOKEN.findall(phrase))
        for word, kinds in self._single.items():
            self._single[word] = {kind: kinds[kind] for kind in sorted(kinds, key=_rank)}
        several = [entry for seconds in self._phrases.values() for listed in seconds.values() for entry in listed]
        for seconds in self._phrases.values():
            for listed in seconds.values():
                listed.sort(key=lambda entry: len(entry[0]))
        self.known = frozenset(self._single).union(*(tokens for tokens, _, _ in several))
        self.first_words = frozenset((*self._single, *self._phrases))
        zoned = [tokens[0] for tokens, kind, _ in several if kind == "zone_word"]
        zoned += [word for word, kinds in self._single.items() if "zone_word" in kinds]
        self.zone_words = frozenset((*zoned, "/"))
        self.neither = frozenset(word for word, kinds in self._single.items() if "neither" in kinds)
        self.forms = self._forms()
        single = {word: kinds for word, kinds in self._single.items() if word.isalpha() or word == "-"}
        self.from_base = {word: way for word, kinds in single.items() if (way := kinds.get("from_base")) in _BESIDE}
        self.from_words = frozenset(word for word, kinds in single.items() if "from" in kinds)
        self.starts = self.from_words.union(word for word, kinds in single.items() if "between" in kinds)
        self.to_words = frozenset(word for word, kinds in single.items() if "to" in kinds and "at" not in kinds)
        self.and_words = frozenset(word for word, kinds in single.items() if "and" in kinds)
        bounds = frozenset(word for word, form in self.forms.items() if form.sign == BOUND)
        self.bound_words = bounds.intersection(single) - self.to_words
        self.joints = self.to_words | self.starts | self.bound_words

    def _add(self, kind: str, meaning: str, tokens: list[str]) -> None:
        if len(tokens) == 1:
            self._single.setdefault(tokens[0], {}).setdefault(kind, meaning)
        elif tokens:
            seconds = self._phrases.setdefault(tokens[0], {})
            seconds.setdefault(tokens[1], []).append((tokens, kind, meaning))

    def begins(self, word: str, follows: str) -> bool:
        """Whether a phrase begins with these two words."""
        return follows in self._phrases.get(word, ())

    def senses(self, words: list[str], at: int) -> Senses:
        """Every kind of word that starts at `at`; of each kind the longest phrase. Nobody changes what it gives.

        The longest come first, and of the same length those that come first among `KINDS`.
        """
        word = words[at]
        if word in self._phrases and at + 1 < len(words):
            listed = self._phrases[word].get(words[at + 1])
            if listed is not None:
                return self._with_phrases(words, at, listed)
        return self._placed.get((word, at)) or self._place(word, at)

    def _forms(self) -> dict[str, Form]:
        """The words and phrases of the commonest times; what only begins a phrase of them has a sign of its own."""
        found: dict[str, Form] = {}
        for word in {**self._single, **self._phrases}:
            form = _form(word, self._single.get(word, {})) or _FIRST_WORD
            phrases = self._longer(word, form.sign)
            told = () if self._is_either(word, form.sign, phrases) else phrases
            several = {" ".join(tokens): of for tokens, kinds in told if (of := _form_of_several(tokens, kinds))}
            if form is not _FIRST_WORD or several:
                longer: dict[str, list[list[str]]] = {}
                for tokens, _ in phrases:
                    longer.setdefault(tokens[1], []).append(tokens)
                found |= {word: form._replace(longer=longer), **several}
        for seconds in self._phrases.values():
            for tokens, kind, meaning in (entry for listed in seconds.values() for entry in listed):
                if kind == "ampm" and "." in tokens and all(token == "." or len(token) == 1 for token in tokens):
                    found["".join(tokens)] = Form(HALF_DAY, 0, meaning, is_strong=False)
        return found

    def _is_either(self, word: str, sign: str, phrases: Sequence[tuple[list[str], dict[str, str]]]) -> bool:
        """Whether the phrases that a word begins mean more than one thing in a time.

        "Over by" is a deadline, "over" another bound; "d'ici le" is one, but "d'ici" leads to lengths, too; in "two
        nights before last" a night is a unit.
        """
        single = self._single.get(word, {})
        if "any_bound" in single or (sign == PART and "unit" in single):
            return True
        return any("any_bound" in kinds or "in" in kinds for _, kinds in phrases)

    def _longer(self, word: str, sign: str) -> list[tuple[list[str], dict[str, str]]]:
        """The phrases that begin with `word` and their kinds, the longest first.

        Those that mean nothing in the commonest times are left out.
        """
        found: dict[tuple[str, ...], dict[str, str]] = {}
        for tokens, kind, meaning in (entry for listed in self._phrases.get(word, {}).values() for entry in listed):
            # "Years ago" is the past, but with a count before them a length; so is "week of" after "the last".
            is_counted = (sign, kind) in ((UNITS, "reference"), (UNIT, "week_of"))
            if kind not in _ELSEWHERE and not is_counted:
                found.setdefault(tuple(tokens), {}).setdefault(kind, meaning)
        return [(list(tokens), found[tokens]) for tokens in sorted(found, key=len, reverse=True)]

    def _place(self, word: str, at: int) -> Senses:
        single = self._single.get(word)
        if not single:
            return NOTHING
        found: Senses = {kind: (meaning, at + 1) for kind, meaning in single.items()}
        if at < _NEAR:
            self._placed[word, at] = found
        return found

    def _with_phrases(self, words: list[str], at: int, listed: list[tuple[list[str], str, str]]) -> Senses:
        found = dict(self._placed.get((words[at], at)) or self._place(words[at], at))
        for phrase, kind, meaning in listed:
            end = at + len(phrase)
            if words[at:end] == phrase:
                found[kind] = (meaning, end)
        return dict(sorted(found.items(), key=lambda sense: (-sense[1][1], _rank(sense[0]))))


def _form_of_several(tokens: Sequence[str], kinds: dict[str, str]) -> Form | None:
    form = _form("".join(token for token in tokens if token.isalpha()), kinds)
    return form if form is not None and form.sign in _SEVERAL else None


def _form(word: str, kinds: dict[str, str]) -> Form | None:
    """What a word is in the commonest times, None if it is none of them or may be more than that."""
    if not kinds:
        return None
    if "month" in kinds:
        return Form(MONTH, int(kinds["month"]), "", is_strong=len(word) > _LONGEST_WEAK and "weak" not in kinds)
    if "weekday" in kinds:
        return Form(WEEKDAY, int(kinds["weekday"]), "", is_strong="weak" not in kinds)
    if word == "of" and "filler" in kinds:
        return Form(OF, 0, "", is_strong=False)
    if (
        ("in" in kinds or "filler" in kinds)
        and kinds.keys().isdisjoint(("bound", "to", "relative_after"))
        and word.isalpha()
    ):
        return Form(LEADING, 0, "", is_strong="in" in kinds)
    if "ordinal_suffix" in kinds:
        return Form(ORDINAL, 0, "", is_strong=False)
    if kinds.keys() == {"at"}:
        return Form(AT, 0, "", is_strong=False)
    if kinds.keys() == {"ampm"} and kinds["ampm"] != "both" and len(word) > 1:
        return Form(HALF_DAY, 0, kinds["ampm"], is_strong=False)
    if kinds.keys() <= {"zone", "offset"} and word.isalpha():
        return Form(ZONE, 0, kinds.get("zone") or kinds["offset"], is_strong=False)
    own = kinds.keys() - _ELSEWHERE
    if own <= {"article", "ampm"} and "article" in own:
        return Form(THE if kinds["article"] == "the" else ONE, 1, "", is_strong=False)
    if len(word) == 1 and "quarter_mark" in own:
        return Form(QUARTER, 0, kinds["quarter_mark"], is_strong=False)
    if own == {"relative_part"}:
        day, _, part = kinds["relative_part"].partition(":")
        return Form(NIGHT, int(day), part, is_strong=True)
    for sign, kind, beside in _FORMS if word.isalpha() else ():
        if kind in own and own <= {kind, *beside}:
            meaning = kinds[kind]
            number = meaning if sign != RELATIVE else kinds.get("ordinal", "")
            return Form(sign, int(number) if number.lstrip("-").isdecimal() else 0, meaning, is_strong=True)
    return None


_ELSEWHERE: Final = frozenset(
    {"cue", "duration_filler", "duration_vague", "clock_past", "anchor_words", "times_per", "in_after", "per"}
)
"""Kinds that mean nothing in the commonest times."""
ONLY_BEGINS: Final = "?"
"""The sign of a word that means something only in a longer phrase."""
_FIRST_WORD: Final = Form(ONLY_BEGINS, 0, "", is_strong=False)
_FORMS: Final = (
    (DAY_WORD, "relative_day", ()),
    (RELATIVE, "relative", ("ordinal",)),
    (UNITS, "plural", ("unit",)),
    (UNIT, "unit", ("quarter_mark", "calendar_year", "fraction", "share")),
    (PART, "part", ("unit",)),
    (COUNT, "number", ()),
    (AGO, "ago", ("early", "reference")),
    (BOUND, "bound", ("from_base", "to", "reference")),
    (FROM, "from_base", ("starting", "from", "bound")),
    (DECADE, "decade_suffix", ("unit",)),
    (SHARE, "early", ()),
    (NTH, "ordinal", ()),
    (REFERENCE, "reference", ()),
    (NOON, "clock_word", ()),
    (JOIN, "join", ("and",)),
)
"""Signs, the kinds of words that they stand for, and what else such a word may be."""
_SEVERAL: Final = frozenset({DAY_WORD, NIGHT, SHARE, AGO, BOUND, DECADE})
"""What phrases of several words can be; around others frames stand, or names."""


def _rank(kind: str) -> int:
    return _RANK.get(kind, len(KINDS))


@functools.cache
def load(lang: str) -> Lexicon:
    """The word list of `lang` ("en", "de-CH", …); English for a language that has none."""
    base = lang.lower().replace("_", "-").partition("-")[0]
    if base != lang:
        return load(base)
    folder = resources.files("conflicts.reading") / "words"
    file = folder / f"time.{base}.toml"
    if not base.isalpha() or not file.is_file():
        return load(DEFAULT)
    return Lexicon(base, tomllib.loads(file.read_text(encoding="utf-8")))
