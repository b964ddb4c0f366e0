"""Figures that are seldom written, and what looks like one: read as a person would, or unread with the reason."""

from __future__ import annotations

import pytest

from conflicts import read
from conflicts.errors import UnreadError

READ: list[tuple[str, str, str]] = [
    ("$5m (€4m)", "between 4.5 and 5.5 million USD", "of two currencies the first"),
    ("between 5 and about 7", "between 4 and 8; loosely between 3 and 9", "a hedge inside is one of the whole"),
    ("5 feet and 3 inches", "between 1.5875 and 1.6129 m", "half an inch either side"),
    ("1.5e-3 m", "between 0.00145 and 0.00155 m", "a power below one"),
    ("1 234 567.5 km", "between 1,234,567.45 and 1,234,567.55 km", "groups by blanks, and a decimal"),
    ("1 234.567", "between 1,234.5665 and 1,234.5675", "three digits after the sign that can only be the decimal one"),
    ("45 % ± 3 percentage points", "between 42 and 48 percent", "a share, and a margin in points of it"),
    ("20 °C ± 5 %", "between 19 and 21 °C", "a margin that is a share of the number"),
    ("five and two thirds", "between 5 23/60 and 5.95 in number; loosely between 5.1 and 6 7/30 in number", "in words"),
    ("five and half", "between 5.225 and 5.775; loosely between 4.95 and 6.05", "an article left out"),
    ("two thousand million", "between 1.5 and 2.5 billion", "what a billion was called once"),
    ("one point", "1", "a point with nothing behind it"),
    ("$-5", "between -5.5 and -4.5 USD", "a sign behind the currency"),
    ("-$5", "between -5.5 and -4.5 USD", "and before it"),
    (
        "low hundreds",
        "at least 100 but strictly less than 400; loosely at least 100 but strictly less than 500",
        "the lower third of them",
    ),
    (
        "mid-single digits",
        "at least 4 but strictly less than 7; loosely at least 3 but strictly less than 8",
        "and the middle one",
    ),
    (
        "in the high six figures",
        "at least 700,000 but strictly less than 1,000,000; loosely at least 600,000 but strictly less than 1,000,000",
        "and the upper one",
    ),
    (
        "low hundreds of thousands",
        "at least 100,000 but strictly less than 400,000; loosely at least 100,000 but strictly less than 500,000",
        "of what is multiplied",
    ),
    (
        "low millions of dollars",
        "at least 1 but strictly less than 4 million USD; loosely at least 1 but strictly less than 5 million USD",
        "of a plural that stands in no list of vague numbers",
    ),
    ("topped 30", "strictly more than 30; loosely at least 30", "a verb that says what 'over' does"),
    ("surpassed 30 million", "strictly more than 30 million; loosely at least 30 million", "and another"),
    ("barely 30", "between 27 and 33; loosely between 24 and 36", "a little more or a little less"),
    ("as little as 30", "at least 30", "as few as"),
    ("not even a single one", "0", "one is denied, and what is not one as well"),
]


@pytest.mark.parametrize(("text", "expected", "why"), READ)
def test_a_figure_that_is_seldom_written(text: str, expected: str, why: str) -> None:
    assert str(read(text, kind="quantity")) == expected, why


UNREAD: list[tuple[str, str, str]] = [
    ("5 ($3m)", "there are two numbers in it, '5' and '$3m'", "a count and a sum of money"),
    ("3 pounds and 5 pounds", "there are two numbers in it", "a list is no sum"),
    ("12 345/7", "there are two numbers in it, '12' and '345/7'", "no group before a fraction"),
    ("from 5 to at least 7", "'at least' inside a range cannot be read", "a bound inside a range"),
    ("from 5 km to 7 kg", "the two ends of the range measure different things", "a length and a mass"),
    ("12 345,678", "there are two numbers in it, '12' and '345,678'", "one more group, or decimals?"),
    ("5 km ± 1 kg", "the margin measures something else than the number before it", "a length and a mass"),
    ("$5m ± €1m", "the margin measures something else than the number before it", "two currencies"),
    ("4x4", "there are two numbers in it, '4' and '4'", "no number and a name"),
    ("7/8/07", "reads as a time, but a quantity is wanted here", "no seven in the eighth by the seventh"),
    ("5 ± -1", "a margin cannot be negative", "a sign too many"),
    ("at least at most 5", "it is bounded from below and from above by the same number", "two bounds, one number"),
    ("1,234.567.89", "its points and commas stand in no known order", "a point too many"),
    ("1.23,456", "its points and commas stand in no known order", "a group of two digits"),
    ("twice the size", "'the size' compares with a figure that is not given", "twice of what?"),
    ("five zillion people", "'zillion' multiplies, but it is not listed how", "what ends like a number"),
    ("five quintillion", "'quintillion' multiplies, but it is not listed how", "of which languages differ"),
    ("1.2m to 1.3 million people", "the two ends of the range measure different things", "metres or millions"),
    ("500 K-pop fans", "'K-pop' can be a name, or 'K' a unit", "a letter and a word"),
    ("12 C-suite executives", "'C-suite' can be a name, or 'C' a unit", "no degrees"),
    ("4 M-ships", "'M-ships' can be a name, or 'M' a unit", "no millions"),
    ("3/0", "there are two numbers in it, '3' and '0'", "no rate by nought"),
    ("1.5/2", "there are two numbers in it, '1.5' and '2'", "no rate by two"),
    ("2016 Q3", "reads as a time, but a quantity is wanted here", "a quarter"),
    ("2025-W28", "there are two numbers in it, '2025-W' and '28'", "a week"),
    ("10 AM-12", "cannot be read as a quantity", "clock times"),
    ("5G", "'5G' can be a name or a unit not listed", "no five of anything"),
    ("10x growth", "'10x' can be a name or a unit not listed", "ten times what?"),
    ("12a", "'12a' can be a name or a unit not listed", "a house, no rate"),
]


@pytest.mark.parametrize(("text", "reason", "why"), UNREAD)
def test_what_is_no_one_figure_says_why(text: str, reason: str, why: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text, kind="quantity")
    assert reason in str(caught.value), why


COUNTED: list[tuple[str, str, str]] = [
    ("12 F-16 jets", "count 12", "the name of a type, no degrees"),
    ("12-F-16 deal", "count 12", "behind a hyphen"),
    ("two F-35A fighters", "count 2", "a letter behind it"),
    ("5 C-130 planes", "count 5", "a letter that begins a currency too"),
    ("3 K-9 dogs", "count 3", "no kelvins"),
    ("12 MiG-29 jets", "count 12", "several letters"),
    ("12 Su-57", "count 12", "at the end"),
    ("12 A-10 jets", "count 12", "no article"),
    ("12 A320 planes", "count 12", "without a hyphen"),
    ("12 B-2 bombers", "count 12", "no bytes"),
    ("3 M-16 rifles", "count 3", "no millions"),
    ("3 M1 tanks", "count 3", "no millions either"),
    ("5 R-77 missiles", "count 5", "no rand"),
    ("4 S-400 systems", "count 4", "a letter that begins a currency"),
    ("10 to 12 F-16 jets", "count between 10 and 12", "after a range"),
    ("12 percent in Q3", "share between 11.5 and 12.5 percent", "a part of the year after it"),
    ("20 C-25 C", "temperature between 20 and 25 °C", "the unit stands at both"),
    ("5 MW-6 MW", "power between 5 and 6 MW", "so too in two letters"),
    ("5 MW-6", "power between 5 and 6 MW", "nothing follows that would be of a type"),
    ("5 M-6 M people", "count between 5 and 6 million", "a multiplier at both"),
    ("20 M-euro deal", "money EUR between 19.5 and 20.5 million EUR; loosely between 19 and 21 million EUR", "a unit"),
    ("6 m-high wall", "length between 5.5 and 6.5 m", "metres"),
    ("more than one hundred people", "count strictly more than 100; loosely at least 100", "one of a multiplier"),
    ("more than one dozen", "count strictly more than 12; loosely at least 12", "one of a dozen"),
    ("more than one km", "length strictly more than 1 km; loosely at least 1 km", "one of a unit"),
    ("more than one person", "count strictly more than 1", "never one"),
    ("more than one in five", "share strictly more than 20 percent; loosely at least 20 percent", "a share"),
    ("more than one-quarter", "share strictly more than 25 percent; loosely at least 25 percent", "a fraction"),
    ("12 a year, up from 10 a year", "count per year exactly 12 per year", "both have a rate"),
    ("12, up from 10 a year", "count per year exactly 12 per year", "the rate is that of both"),
    ("12 dead, nearly all of them", "count 12", "the hedge is that of another word"),
    ("12 nearly dead people", "count 12", "so too beside the number"),
    ("12 dead, nearly", "count at least 10.8 but strictly less than 12; loosely between 9.6 and 12", "but here it is"),
    ("12 dead along a mile of road", "count 12", "where, not how often"),
    ("12 dead in a day", "count 12", "when, not how often"),
    ("12 deaths a day", "count per day exactly 12 per day", "how often"),
    (
        "$50 for a barrel",
        "money USD per bbl between 48.75 and 51.25 USD per bbl; loosely between 47.5 and 52.5 USD per bbl",
        "a price",
    ),
    ("8 litres per 100 km", "volume per 100 km between 7.5 and 8.5 L per 100 km", "so many of a unit"),
    ("8 l/100 km", "volume per 100 km between 7.5 and 8.5 L per 100 km", "with a stroke"),
    ("12 per 1000 people", "count per 1,000 exactly 12 per 1,000", "one name of a figure"),
    ("12 per 1 000 people", "count per 1,000 exactly 12 per 1,000", "grouped by a blank"),
    ("12 per thousand", "count per 1,000 exactly 12 per 1,000", "in a word"),
    ("12 per 1 million", "count per 1,000,000 exactly 12 per 1,000,000", "half in words"),
    ("12 per 24 hours", "count per 24 hour exactly 12 per 24 hour", "not by 24 of anything"),
    ("12 per two days", "count per 2 day exactly 12 per 2 day", "in words"),
    ("12 per one day", "count per day exactly 12 per day", "one is none"),
    ("12 per half hour", "count per half hour exactly 12 per half hour", "a half"),
    ("12 per quarter", "count per quarter exactly 12 per quarter", "but this is no part"),
    ("12 per second", "count per second exactly 12 per second", "and this no rank"),
    (
        "12 a day on average",
        "count per day between 10.8 and 13.2 per day; loosely between 9.6 and 14.4 per day",
        "not a day on which",
    ),
    ("12 a day or 15 a day", "count per day exactly 12 per day or exactly 15 per day", "the same rate twice"),
    ("5 per °C", "count per °C exactly 5 per °C", "a sign of a unit"),
    ("5 l per 1.5 km", "volume per 3/2 km between 4.5 and 5.5 L per 3/2 km", "decimals"),
    ("12 homes on an acre", "count 12", "where they are"),
    ("12 per annum", "count per year exactly 12 per year", "another word for a year"),
    ("2.5 millions", "count between 2.45 and 2.55 million", "a plural after decimals"),
    ("50 people ± 10 %", "count between 45 and 55", "a noun before a margin that is a share"),
    ("50 people, give or take 5", "count between 45 and 55", "a comma and another margin"),
    ("50 ± 10 %", "share between 40 and 60 percent", "no noun: two shares"),
    ("1.2m to 1.3m people", "count between 1.2 and 1.3 million", "a letter at both ends"),
    ("between 1.2m and 1.3m people", "count between 1.2 and 1.3 million", "likewise"),
    ("1.2m to 1.3m high", "length between 1.2 and 1.3 m", "metres at both ends"),
    ("5 multimillion deals", "count 5", "a word that only ends in a number"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTED)
def test_what_stands_beside_a_number_does_not_change_it(text: str, expected: str, why: str) -> None:
    value = read(text, kind="quantity")
    assert f"{value.axis} {value}" == expected, why


OF_PEOPLE: list[tuple[str, str, str]] = [
    ("3m", "between 2.5 and 3.5 million", "millions"),
    ("3b", "between 2.5 and 3.5 billion", "billions"),
    ("3bn", "between 2.5 and 3.5 billion", "two letters"),
    ("3k", "between 2,500 and 3,500", "thousands"),
    ("3b people", "between 2.5 and 3.5 billion", "with the noun"),
    ("3B people", "between 2.5 and 3.5 billion", "no bytes"),
    ("1.2m - 1.3m", "between 1.2 and 1.3 million", "a range"),
    ("1.2m or 1.3m", "between 1.15 and 1.35 million", "either"),
    ("1.2m, it said", "between 1.15 and 1.25 million", "a comma after it"),
    ("3m high", "between 2.5 and 3.5 m", "a length after all"),
    ("3t", "between 2.5 and 3.5 t", "tonnes after all"),
]


@pytest.mark.parametrize(("text", "expected", "why"), OF_PEOPLE)
def test_a_letter_multiplies_where_people_are_counted(text: str, expected: str, why: str) -> None:
    assert str(read(text, kind="quantity", unit="people")) == expected, why


def test_a_fraction_of_something_is_no_date() -> None:
    assert read("9/12 of voters").axis == "share"


def test_a_letter_is_the_unit_that_is_expected() -> None:
    assert str(read("20 C-25", kind="quantity", unit="°C")) == "between 20 and 25 °C"


@pytest.mark.parametrize(
    ("text", "lang", "by"),
    [
        ("12 a day", "en", "day"),
        ("12 par jour", "fr", "day"),
        ("12 chaque jour", "fr", "day"),
        ("12 pro Tag", "de", "day"),
        ("12 täglich", "de", "day"),
        ("12 daily", "de", "day"),
        ("12 pro Kopf", "de", "head"),
        ("12 par habitant", "fr", "inhabitant"),
        ("12 l'heure", "fr", "hour"),
        ("12 le baril", "fr", "bbl"),
        ("12 pro Liter", "de", "L"),
        ("12 pro 100.000 Einwohner", "de", "100,000"),
        ("12 par 100 000 habitants", "fr", "100,000"),
        ("12 pro Million", "de", "1,000,000"),
    ],
)
def test_a_rate_has_one_axis_in_all_languages(text: str, lang: str, by: str) -> None:
    assert read(text, kind="quantity", lang=lang).axis == f"count per {by}"


@pytest.mark.parametrize(
    ("text", "lang"),
    [("12 morts sur l'année", "fr"), ("12 morts pendant la semaine", "fr"), ("12 dead in a day", "de")],
)
def test_when_it_was_is_no_rate(text: str, lang: str) -> None:
    value = read(text, kind="quantity", lang=lang)
    assert (value.axis, str(value)) == ("count", "12")


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("fünf Trillionen", "de", 5 * 10**18),
        ("fünf Trilliarden", "de", 5 * 10**21),
        ("cinq trillions", "fr", 5 * 10**18),
        ("cinq trilliards", "fr", 5 * 10**21),
        ("five trillion", "en", 5 * 10**12),
    ],
)
def test_large_numbers_are_those_of_the_language(text: str, lang: str, number: int) -> None:
    strict = read(text, kind="quantity", lang=lang).strict
    assert strict.lo[0] + strict.hi[0] == 2 * number


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9/12", "the ninth of December"),
        ("10/12", "the tenth"),
        ("3/0", "nothing has no parts"),
        ("1.5/2", "no rate"),
        ("2016 / 11", "a month"),
    ],
)
def test_what_may_be_a_date_is_no_quantity_unless_one_is_wanted(text: str, why: str) -> None:
    assert read(text).axis == "name", why


@pytest.mark.parametrize("text", ["5G", "Gate 5E", "Room 12b", "Flight 7X"])
def test_a_letter_at_a_figure_is_a_name_where_no_quantity_is_wanted(text: str) -> None:
    assert read(text).label == text
