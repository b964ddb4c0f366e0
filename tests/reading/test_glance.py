"""Dates in their commonest forms: read at a glance, and by the grammar to the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice, product

import pytest
from attrs import evolve

from conflicts.reading.time.glance import at_a_glance
from conflicts.reading.time.lexicon import KINDS, LEADING, MONTH, WEEKDAY, load
from conflicts.reading.time.phrases import phrase
from conflicts.reading.time.pieces import RULES
from conflicts.reading.time.sight import can_be_time
from conflicts.reading.time.spec import Spec
from conflicts.reading.time.tokens import Tokens

AT_A_GLANCE = [
    ("wednesday", Spec(weekday=3, is_strong=True), "a weekday"),
    ("on wed.", Spec(weekday=3), "short ones can be other words, so they are no strong sign of a time"),
    ("july 23rd, 2025", Spec(2025, 7, 23, is_strong=True), "the month first"),
    ("wednesday, 23 july 2025", Spec(2025, 7, 23, weekday=3, is_strong=True), "the day first"),
    ("in july", Spec(month=7, is_strong=True), "a month"),
    ("2025", Spec(2025), "a year can be any number"),
    ("in 2025", Spec(2025, is_strong=True), "after this word it can not"),
]

NOT_AT_A_GLANCE = [
    ("july 32", "no day"),
    ("july 0", "no day"),
    ("july 0025", "no year"),
    ("july 23 10", "other numbers"),
    ("last wednesday", "a word that is none of these"),
    ("by wednesday", "a bound"),
    ("july, wednesday", "another order"),
    ("on", "no date"),
    ("on. july 5", "a full stop after what is not shortened"),
    (",", "no word"),
    ("july 5 , 2025", "a comma apart"),
    ("july 23 2025 july 23 2025", "too many words"),
    ("july 5x", "no ordinal"),
]


@pytest.mark.parametrize(("text", "expected", "why"), AT_A_GLANCE)
def test_at_a_glance(text: str, expected: Spec, why: str) -> None:
    assert at_a_glance(text, load("en")) == expected, why


@pytest.mark.parametrize(("text", "why"), NOT_AT_A_GLANCE)
def test_not_at_a_glance(text: str, why: str) -> None:
    assert at_a_glance(text, load("en")) is None, why


def dates(lang: str) -> Iterator[str]:
    """Texts of all forms with every month, weekday and leading word of a language; numbers and signs by turns."""
    forms = load(lang).forms
    months, weekdays, leads = (
        [word for word, form in forms.items() if form[0] == kind] for kind in (MONTH, WEEKDAY, LEADING)
    )
    suffixes = sorted(load(lang).suffixes) or [""]
    days = cycle(["5", "05", "31", *(f"{day}{suffix}" for suffix in suffixes for day in (1, 12, 23))])
    years, more, lead = cycle(["1000", "1945", "2025", "2400", "9999"]), cycle(["", ".", "", ","]), cycle(leads)
    for month, weekday in product(months, islice(cycle(weekdays), 0, len(weekdays))):
        if (len(month) + len(weekday)) % 3:
            continue
        start = next(more)
        for date in (
            f"{month} {next(days)}", f"{month}. {next(days)}, {next(years)}", f"{month} {next(days)} {next(years)}",
            f"{next(days)} {month}", f"{next(days)} {month} {next(years)}",
        ):  # fmt: skip
            yield date
            yield f"{next(lead)} {date}"
            yield f"{weekday}{start} {date}"
            yield f"{next(lead)} {weekday}{start} {date}"
    for word, year, led in product((*months, *weekdays), ("1000", "2025"), leads):
        yield from (
            word,
            f"{word}.",
            f"{word} {year}",
            f"{led} {word}",
            f"{led} {word}. {year}",
            f"{led} {year}",
            f"{word} {next(days)}",
        )


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_the_grammar_reads_the_same(lang: str) -> None:
    words = load(lang)
    n = 0
    for text in dict.fromkeys(dates(lang)):
        spec = at_a_glance(text, words)
        if spec is None:
            continue
        tokens = Tokens(text, words)
        assert can_be_time(tokens), text
        tree = phrase(tokens, lang)
        assert tree is not None, text
        assert (tree.kind, tree.bound, tree.is_instant) == ("point", None, False), text
        assert tree.spec is not None, text
        assert evolve(tree.spec, leads=0) == spec, text
        n += 1
    assert n > 1000


def test_the_rules_stand_in_the_order_of_the_lexicon() -> None:
    assert tuple(RULES) == KINDS
