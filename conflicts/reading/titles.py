"""Titles and forms of address: what stands before a name, or in brackets behind it, and is no part of it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Final

from attrs import frozen

from conflicts.values.names import normal_form

_PARTY: Final = re.compile(r" \(([^()]+)\)$")


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a list of words around names, English first."""
    files = resources.files("conflicts.reading").joinpath("words").iterdir()
    found = sorted(file.name.split(".")[1] for file in files if file.name.startswith("names."))
    return tuple(sorted(found, key=lambda lang: lang != "en"))


@cache
def name_words(lang: str) -> dict[str, Any]:
    """The word lists around names and places of one of `languages`."""
    file = resources.files("conflicts.reading").joinpath("words").joinpath(f"names.{lang}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@frozen
class Titles:
    """The titles of all languages, for a name has none: each with the words that make it an office."""

    always: dict[str, frozenset[str]]
    before_two: dict[str, frozenset[str]]
    offices: dict[str, frozenset[str]]
    endings: tuple[str, ...]
    german: frozenset[str]
    """The words that make an office of what is told by its ending."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """By their last word."""
    links: frozenset[str]
    joins: frozenset[str]
    numbers: frozenset[str]
    """What tells two of one name apart, though it stands in brackets."""

    def office(self, words: list[str], end: int) -> tuple[int, bool]:
        """How many words before `end` are an office (0 if none is), and whether those behind tell of what."""
        word = words[end - 1].rstrip(",")
        for phrase in self.phrases.get(word, ()):
            if len(phrase) <= end and (*words[end - len(phrase) : end - 1], word) == phrase:
                return len(phrase), False
        barred = self.offices.get(word)
        if barred is None and word.endswith(self.endings):
            barred = self.german
        return int(barred is not None), barred is not None and words[end] in barred


@cache
def _titles() -> Titles:
    lists = {lang: name_words(lang) for lang in languages()}
    barred = {lang: frozenset(data["office"]) for lang, data in lists.items()}
    endings = tuple(ending for data in lists.values() for ending in data["endings"])

    def table(key: str) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for lang, data in lists.items():
            for word in data[key]:
                found[word] = found.get(word, frozenset()) | barred[lang]
                if word.endswith(endings):
                    found[word] |= barred["de"]
        return found

    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for data in lists.values():
        for text in data["phrases"]:
            phrase = tuple(normal_form(text).split())
            phrases[phrase[-1]] = (*phrases.get(phrase[-1], ()), phrase)
    return Titles(
        always=dict.fromkeys(table("always"), barred["en"]),  # "Frau von der Leyen" is no office
        before_two=table("before_two"),
        offices=table("offices"),
        endings=endings,
        german=barred["de"],
        phrases=phrases,
        links=frozenset(word for data in lists.values() for word in data["links"]),
        joins=frozenset(word for data in lists.values() for word in data["joins"]),
        numbers=frozenset(lists["en"]["numbers"]),
    )


def person_form(name: str) -> str:
    """The normal form of a name without titles, forms of address and a party in brackets; the given name first.

    >>> person_form("Ambassador Rustem Umerov"), person_form("General Motors"), person_form("President of France")
    ('rustem umerov', 'general motors', 'president of france')
    >>> person_form("Kremlin spokesman Dmitry Peskov"), person_form("Friedrich Merz (CDU)"), person_form("Díaz, Ana")
    ('dmitry peskov', 'friedrich merz', 'ana díaz')
    """
    titles = _titles()
    if name.endswith(")"):
        name = _without_party(name, titles)
    words = normal_form(name).replace("- und ", "-").split()  # "Staats- und Parteichef"
    words = words[_first(words, titles, least=2) :]
    if len(words) > 1 and words[0].endswith(",") and len(words) < 4:
        words = _given_name_first(words, titles)
    return " ".join(words)


def without_titles(words: list[str]) -> list[str]:
    """The words of a normal form without titles, also without one before a single word ("President Zelensky")."""
    return words[_first(words, _titles(), least=1) :]


def is_linked(words: list[str]) -> bool:
    """Whether one of the last two of these words makes what follows no name of its own ("Bank of …").

    >>> is_linked(["bank", "of"]), is_linked(["labour", "grandee"])
    (True, False)
    """
    return not _titles().links.isdisjoint(words[-2:])


def _first(words: list[str], titles: Titles, least: int) -> int:
    """Where the name begins, if a title is taken off only where at least so many words are left (an address: one)."""
    start = _behind_titles(words, 0, titles, least)
    for end in range(len(words) - least, start, -1):
        length, is_of = titles.office(words, end)
        if not length:
            continue
        front = words[start : end - length]
        if not titles.links.isdisjoint(front) or any("," in word for word in front):
            break  # the wife of a president, or a list of two
        name = _behind_comma(words, end) if is_of else end
        if not is_of or (len(words) - name > 1 and titles.joins.isdisjoint(words[name:])):
            return _behind_titles(words, name, titles, least)
    return start


def _behind_comma(words: list[str], start: int) -> int:
    """Where it goes on behind the only comma: "the president of the Commission, Ursula von der Leyen"; else the end."""
    commas = [place for place in range(start, len(words)) if words[place].endswith(",")]
    return commas[0] + 1 if len(commas) == 1 else len(words)


def _behind_titles(words: list[str], start: int, titles: Titles, least: int) -> int:
    while (left := len(words) - start) > 1:
        word = words[start]
        barred = titles.always.get(word)
        if barred is None and left > least:
            barred = titles.before_two.get(word)
        if barred is None or words[start + 1] in barred:
            break
        start += 1
    return start


def _without_party(name: str, titles: Titles) -> str:
    """The name without the letters in brackets, if it is a full one: "Friedrich Merz (CDU)", not "Smith (SNP)"."""
    found = _PARTY.search(name)
    if found is None:
        return name
    letters, head = found[1].replace("-", ""), name[: found.start()]
    is_party = len(letters) > 1 and letters.isalpha() and letters.isupper() and letters.casefold() not in titles.numbers
    return head if is_party and len(head.split()) > 1 else name


def _given_name_first(words: list[str], titles: Titles) -> list[str]:
    """ "djokovic, novak" as "novak djokovic"; a title or a number behind the comma stays there."""
    family, *given = words
    if any(not word.replace("-", "").isalpha() or word in titles.numbers or _is_title(word, titles) for word in given):
        return words
    return [*given, family.rstrip(",")]


def _is_title(word: str, titles: Titles) -> bool:
    named = (titles.always, titles.before_two, titles.offices)
    return any(word in table for table in named) or word.endswith(titles.endings)
