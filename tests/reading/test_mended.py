"""What the tables of phrases cannot tell of mended readings: lists that agree with themselves, reasons, spellings."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib import resources

import pytest

from conflicts import read
from conflicts.errors import UnreadError
from conflicts.reading.quantity.load import words_of

LANGUAGES = ("en", "de", "fr")


def words(language: str) -> dict[str, dict[str, dict[str, list[str]]]]:
    file = resources.files("conflicts.reading").joinpath("words", f"quantity.{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_hedge_in_two_ways(language: str) -> None:
    found = defaultdict(set)
    for op, sides in words(language)["hedges"].items():
        for listed in sides.values():
            for text in listed:
                found[words_of(text)].add(op)
    assert found
    assert not {text: ops for text, ops in found.items() if len(ops) > 1}


@pytest.mark.parametrize(("language", "word"), [("fr", "au"), ("en", "try"), ("en", "cop")])
def test_a_word_of_the_language_is_no_unit(language: str, word: str) -> None:
    assert read(f"50 {word}", kind="quantity", lang=language).axis == "count"
    assert read(f"50 {word.upper()}", kind="quantity", lang=language).axis != "count", "in capitals it is one"


REASONS = [
    ("6-foot-12", "there are not 12 in in 1 ft"),
    ("9-stone-14", "there are not 14 lb in 1 st"),
    ("give or take 50", "a margin, but no figure before it; give the figure too"),
    ("± 50", "a margin, but no figure before it; give the figure too"),
    ("12 dead a day after the attack", "'a day after' can be a rate, or tell when; give the figure alone"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_what_is_unread_says_why(text: str, reason: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text, kind="quantity")
    assert str(caught.value) == reason


DENIED = [
    ("neither Friday nor Saturday", "en"),
    ("not Friday nor Saturday", "en"),
    ("weder am Freitag noch am Samstag", "de"),
    ("ni vendredi ni samedi", "fr"),
]


@pytest.mark.parametrize(("text", "lang"), DENIED)
def test_two_denials_at_once_are_unread(text: str, lang: str) -> None:
    with pytest.raises(UnreadError, match="more than one time is denied; make a claim of each"):
        read(text, kind="time", lang=lang, asserted_at="2025-07-21")


def test_neither_before_other_words_denies_no_times() -> None:
    with pytest.raises(UnreadError, match="cannot be read as a time"):
        read("neither side has set a date", kind="time", asserted_at="2025-07-21")


PLACED = [
    ("findet in Berlin statt", "de"),
    ("soll in Berlin stattfinden", "de"),
    ("was held in Berlin", "en"),
    ("prévu à Berlin", "fr"),
]


@pytest.mark.parametrize(("text", "lang"), PLACED)
def test_the_verb_around_a_place(text: str, lang: str) -> None:
    assert read(text, kind="place", lang=lang).strict == read("Berlin", kind="place").strict


@pytest.mark.parametrize(("text", "lang"), [("Hat Yai", "de"), ("May Pen", "en")])
def test_a_place_that_begins_as_a_verb(text: str, lang: str) -> None:
    assert str(read(text, kind="place", lang=lang)).startswith(text)


SAME = [
    ("half a million", "half-a-million", "quantity", "hyphens"),
    ("half a dozen", "half-a-dozen", "quantity", "hyphens"),
    ("a quarter of a million", "a quarter-of-a-million", "quantity", "hyphens"),
    ("about 50", "50 more or less", "quantity", "before or after"),
    ("12 a day", "12 daily", "quantity", "a rate in one word"),
    ("12 a year", "12 every year", "quantity", "a rate"),
    ("at least 50 tonnes", "50-plus tonnes", "quantity", "the unit after the hedge"),
    ("about $30 million", "$30-odd million", "quantity", "the multiplier after the hedge"),
    ("from now until 25 December 2025", "from now until Christmas", "time", "the end lies ahead"),
    ("after 30 July 2025", "following 30 July 2025", "time", "two words for one"),
    ("this week or next week", "this week or next", "time", "the noun once"),
    ("this week or next week", "this or next week", "time", "the noun once"),
    ("the Friday after 20 July 2025", "the first Friday after 20 July 2025", "time", "the first is the next"),
    ("the Friday after 20 July 2025", "the next Friday after 20 July 2025", "time", "the first is the next"),
    ("March last year", "last year in March", "time", "the order of the pieces"),
    ("about 9 p.m. on Friday", "9 p.m. or so on Friday", "time", "before or after"),
]


@pytest.mark.parametrize(("plain", "other", "kind", "why"), SAME)
def test_two_spellings_of_one_thing(plain: str, other: str, kind: str, why: str) -> None:
    one, two = (read(text, kind=kind, asserted_at="2025-07-21") for text in (plain, other))
    assert (one.axis, one.strict, one.loose) == (two.axis, two.strict, two.loose), why
