"""The word lists of times and durations: TOML files beside the readers, one for each language."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Final, TypeAlias

Senses: TypeAlias = dict[str, tuple[str, int]]
"""Kind of word -> (meaning, index after the word)."""

_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
DEFAULT: Final = "en"


class Lexicon:
    """Words, and phrases by their first two tokens, the longest last.

    `known` are all tokens in them; `zone_words` are those beside which names stand that no list holds ("Tokyo time").

    >>> lexicon = load("en")
    >>> lexicon.senses(["wednesday"], 0)
    {'weekday': ('3', 1)}
    """

    __slots__ = ("_phrases", "_single", "known", "lang", "zone_words")

    def __init__(self, lang: str, tables: dict[str, dict[str, list[str]]]) -> None:
        self.lang = lang
        self._single: dict[str, dict[str, str]] = {}
        self._phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str, str]]] = {}
        for part, suffixes in tables.get("weekday_suffix", {}).items():
            for day, names in tables.get("weekday", {}).items():
                for name in names:
                    for suffix in suffixes:
                        self._add("weekday_part", f"{day}:{part}", (name + suffix,))
        for kind, meanings in tables.items():
            for meaning, phrases in meanings.items():
                for phrase in phrases:
                    self._add(kind, meaning, tuple(_TOKEN.findall(phrase)))
        for listed in self._phrases.values():
            listed.sort(key=lambda entry: len(entry[0]))
        several = [entry for listed in self._phrases.values() for entry in listed]
        self.known = frozenset(self._single).union(*(tokens for tokens, _, _ in several))
        zoned = [tokens[0] for tokens, kind, _ in several if kind == "zone_word"]
        zoned += [word for word, kinds in self._single.items() if "zone_word" in kinds]
        self.zone_words = frozenset((*zoned, "/"))

    def _add(self, kind: str, meaning: str, tokens: tuple[str, ...]) -> None:
        if len(tokens) == 1:
            self._single.setdefault(tokens[0], {}).setdefault(kind, meaning)
        elif tokens:
            self._phrases.setdefault((tokens[0], tokens[1]), []).append((tokens, kind, meaning))

    def senses(self, words: list[str], at: int) -> Senses:
        """Every kind of word that starts at `at`; of each kind the longest phrase."""
        word = words[at]
        single = self._single.get(word)
        found: Senses = {kind: (meaning, at + 1) for kind, meaning in single.items()} if single else {}
        if at + 1 < len(words):
            for phrase, kind, meaning in self._phrases.get((word, words[at + 1]), ()):
                end = at + len(phrase)
                if tuple(words[at:end]) == phrase:
                    found[kind] = (meaning, end)
        return found


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
