"""Titles and forms of address: what stands before a name and is no part of it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from attrs import frozen

from conflicts.values.names import normal_form


@frozen
class Titles:
    """The word lists of titles."""

    always: frozenset[str]
    before_two: frozenset[str]
    office: frozenset[str]


@cache
def _titles() -> Titles:
    file = resources.files("conflicts.reading").joinpath("words").joinpath("names.en.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Titles(*(frozenset(data[name]) for name in ("always", "before_two", "office")))


def person_form(name: str) -> str:
    """The normal form of a name without titles and forms of address.

    >>> person_form("Ambassador Rustem Umerov"), person_form("General Motors"), person_form("President of France")
    ('rustem umerov', 'general motors', 'president of france')
    """
    words = normal_form(name).split()
    titles = _titles()
    start = 0
    while (left := len(words) - start) > 1 and words[start + 1] not in titles.office:
        if words[start] in titles.always or (words[start] in titles.before_two and left > 2):
            start += 1
        else:
            break
    return " ".join(words[start:])


def without_titles(words: list[str]) -> list[str]:
    """The words of a normal form without titles, also without one before a single word ("President Zelensky")."""
    titles = _titles()
    start = 0
    while len(words) - start > 1 and words[start + 1] not in titles.office:
        if words[start] not in titles.always and words[start] not in titles.before_two:
            break
        start += 1
    return words[start:]
