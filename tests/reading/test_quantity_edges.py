"""Quantities at their edges: each form at every place of a text, cut anywhere, and just past each limit."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

import pytest
from reading.test_quantity_tables import FORMS, RARER, SAME, UNREAD, data, read, said, stretch

from conflicts.errors import UnreadError
from conflicts.reading.quantity import read_quantity
from conflicts.reading.quantity.tokens import tokenise
from conflicts.reading.settings import Settings
from conflicts.values.bounds import HIGHEST

BEFORE: Final = ("", "saw ", "they saw ", "how they saw ", "so they now saw ")
"""A form is read the same wherever it stands: after none to four words."""

# ---------------------------------------------------------------------- forms

MORE: Final[list[tuple[str, str | None, str, str]]] = [
    ("- 5", None, "count {5}", "a dash before a blank is no sign"),
    ("profit:-5", None, "count {-5}", "a sign right after a colon"),
    ("3 -5", None, "count [3, 5]", "a dash after a number is no sign"),
    ("USD -5", None, "money USD [-11/2, -9/2]", "a sign after a code"),
    ("US$-5", None, "money USD [-11/2, -9/2]", "and after a sign of two characters"),
    ("+$5", None, "money USD [9/2, 11/2]", "a plus before money"),
    ("plus $5", None, "money USD [9/2, 11/2]", "and in words"),
    ("minus $5", None, "money USD [-11/2, -9/2]", "a minus in words before money"),
    ("5 million m", None, "length [4500000, 5500000]", "what is multiplied already is not by one more letter"),
    ("several m", "EUR", "length [3, 10) ~ [2, 30)", "nor is a vague word"),
    ("1.2m", "km", "length [23/20, 5/4]", "metres where a length is expected"),
    ("3t", "people", "mass [2500, 3500]", "tonnes, whatever is counted"),
    ("5t", "EUR", "money EUR [4500000000000, 5500000000000]", "a trillion where money is expected"),
    ("1.2m high", "people", "length [23/20, 5/4]", "metres before a direction"),
    ("1.2m people", "people", "count [1150000, 1250000]", "a million of what is counted"),
    ("300 K", "K", "temperature [585/2, 615/2] ~ [285, 315]", "kelvin where it is expected"),
    ("5K", "K", "temperature [9/2, 11/2]", "glued too"),
    ("5K people", None, "count [4500, 5500]", "else a thousand"),
    ("5 k people", None, "count [4500, 5500]", "after a blank too"),
    ("4 x4", None, "count {4}", "a name that begins with a letter"),
    ("40 give or take deaths", "km", "count [36, 44] ~ [32, 48]", "the noun after a hedge says what is counted"),
    ("40-odd deaths", "km", "count [36, 44] ~ [32, 48]", "after another hedge"),
    ("40 or more deaths", "km", "count [40, ∞)", "and after a bound"),
    (
        "between one hundred and five hundred and ten",
        None,
        "count [100, 510]",
        "the first 'and' links, the second joins",
    ),
    ("from one hundred and five to two hundred", None, "count [105, 200]", "without 'between' it joins at once"),
    (
        "one hundred and five to three hundred and six thousand",
        None,
        "count [105000, 306000]",
        "a thousand counts twice",
    ),
    ("12 or about 15", None, "count {12} [27/2, 33/2] ~ [12, 18]", "a hedge on the second"),
    ("12 or between 15 and 20", None, "count {12} [15, 20]", "a range as the second"),
    ("12 or from 15 to 20", None, "count {12} [15, 20]", "with another opening"),
    ("12 or only 15", None, "count {12} {15}", "a word between that says nothing"),
    ("at least 3 and at most 5", None, "count [3, 5]", "two bounds"),
    ("12 to about 15", None, "count [21/2, 33/2] ~ [9, 18]", "10 % and loosely 20 % of the larger end"),
    ("12 to exactly 15", None, "count [12, 15]", "a hedge that widens nothing"),
    ("12 to only 15", None, "count [12, 15]", "a word that says nothing"),
    ("5 km and 3 m", None, "length [10005/2, 10007/2]", "two units, to the half metre"),
    ("5 kg 300 g", None, "mass [10599/2000, 10601/2000]", "5.3 kg, to the half gram"),
    ("£5 and 30p", None, "money GBP [1059/200, 1061/200]", "5.30, to half a penny"),
    ("6 foot soldiers", None, "count {6}", "no feet before a noun"),
    ("11 stone walls", None, "count {11}", "no stones before a noun"),
    ("3 barrel bombs", None, "count {3}", "no barrels before a noun"),
    ("-5 to 3 million", None, "count [-5000000, 3000000]", "a negative number shares the multiplier"),
    ("-1,200 to 3 million", None, "count [-1200000000, 3000000]", "a large one too"),
    ("1,200 to 1,500 million", None, "count [1200000000, 1500000000]", "so does a large one that is less"),
    ("999 to 3 million", None, "count [999, 3000000]", "nothing is shared where that would run backwards"),
    ("0 to 3 million", None, "count [0, 3000000]", "nought is nought"),
    ("1.5 to 3 million", None, "count [1500000, 3000000]", "decimals share it"),
    ("a fall of more than 3 percent", None, "share (-∞, -3/100) (3/100, ∞) ~ (-∞, -3/100] [3/100, ∞)", "either way"),
    (
        "a fall of nearly 3 percent",
        None,
        "share (-3/100, -27/1000] [27/1000, 3/100) ~ [-3/100, -3/125] [3/125, 3/100]",
        "either way, the same ends open",
    ),
    ("a fall of 3 to 5 percent", None, "share [-1/20, -3/100] [3/100, 1/20]", "a range either way"),
    ("a fall of 3 km", None, "length [2500, 3500]", "a length has no sign"),
    ("a fall of -3 percent", None, "share [-7/200, -1/40]", "the sign is there"),
    ("10, 11 or 12", None, "count {10} {11} {12}", "any of three"),
    ("10, 11, 12 or 13", None, "count {10} {11} {12} {13}", "any of four"),
    ("fifty-something", None, "count [50, 60)", "from fifty to before sixty"),
    ("40-something people", None, "count [40, 50)", "in figures"),
    ("30-odd million km", None, "length [27000000000, 33000000000] ~ [24000000000, 36000000000]", "10 %, loosely 20 %"),
    ("$30-odd million", None, "money USD [27000000, 33000000] ~ [24000000, 36000000]", "of money"),
    ("50-plus tonnes", None, "mass [50000, ∞)", "a hedge between the number and its unit"),
    ("12 people daily", None, "count per day {12}", "a rate in one word"),
    ("12 a day later", None, "count {12}", "no rate but when"),
    ("thousand people", None, "count {1000} ~ [950, 1050]", "a multiplier up to a thousand counts one of itself"),
    ("dozen eggs", None, "count {12}", "so does a dozen"),
    ("12-", None, "count {12}", "a dash that leads nowhere"),
    ("3 to", None, "count {3}", "nor does a word"),
    ("12 and", None, "count {12}", "nor another"),
    ("12 or", None, "count {12}", "nor a third"),
    ("12 compared with 5", None, "count {12}", "what it was before is left out"),
    ("12 compared with about 5", None, "count {12}", "with its hedge"),
]


@pytest.mark.parametrize(("text", "unit", "expected", "why"), MORE, ids=[row[0] for row in MORE])
def test_more_forms_wherever_they_stand(text: str, unit: str | None, expected: str, why: str) -> None:
    bad = [(before + text, found) for before in BEFORE if (found := said(read(before + text, unit=unit))) != expected]
    assert not bad, why


ALIKE: Final[list[tuple[str, str, str | None, str]]] = [
    ("21 st", "21 stone", None, "after a blank no ordinal but stones"),
    ("10.5st", "10.5 stone", None, "no ordinal has decimals"),
    ("half of a mile", "half a mile", None, "of, and the article"),
    ("three quarters of an inch", "three quarters inch", None, "the same"),
    ("millions of euros", "millions euros", None, "of after a vague word"),
    ("5 million of euros", "5 million euros", None, "and after a multiplier"),
    ("3 people per square kilometre", "3 per km²", None, "a rate by a unit of two words"),
    ("3 per square kilometre of land", "3 per km²", None, "and a noun after it"),
    ("12 each week", "12 per week", None, "each makes a rate before a noun of time"),
    ("an acre", "1 acre", None, "the article counts one"),
    ("a mile or two miles", "1 mile or two miles", None, "the first of two"),
    ("$4 pounds of beef", "$4", None, "money before the number counts, not the unit of something else after it"),
    ("$5 US dollars", "$5", None, "told twice"),
    ("two million three hundred thousand", "2,300,000", "people", "smaller multipliers add"),
    ("one hundred and five", "105", None, "and inside a number"),
    ("one hundred five", "105", None, "without it"),
    ("one-hundred-and-five", "105", None, "and with hyphens"),
    ("two-and-a-half", "2 1/2", None, "a half with hyphens"),
    ("two and a quarter", "2 1/4", None, "a quarter"),
    ("two and three quarters", "2 3/4", None, "three of them"),
    ("two-and-three-quarters", "2 3/4", None, "with hyphens"),
    ("two and three-quarters", "2 3/4", None, "with one"),
    ("2 and a half", "2 1/2", None, "after a figure"),
    ("half-a-million", "half a million", None, "a hyphen before a larger multiplier"),
    ("half-a-dozen", "half a dozen", None, "hyphens all through"),
    ("a half of a million", "half a million", None, "articles all through"),
    ("three-quarters of a million", "three quarters of a million", None, "a hyphen"),
    ("three hundred million", "300 million", None, "two multipliers in words"),
    ("3 hundred", "300", "people", "a figure and a word"),
    ("3-million", "3 million", None, "a hyphen before a multiplier"),
    ("3 mln. people", "3 mln people", None, "a point after a short multiplier"),
    ("a few hundred thousand", "few hundred thousand", None, "two multipliers after a vague word"),
    ("dozens of thousands", "dozens of thousand", None, "of between them"),
    ("up to between 3 and 5", "at most between 3 and 5", None, "a hedge on a range"),
    ("3 per cent points", "3 percentage points", None, "the longer of two units that begin alike"),
    ("2 degrees Celsius difference", "a difference of 2 °C", None, "the same of degrees"),
    ("three in every four", "3 out of 4", None, "another ratio"),
    ("5-kilometre", "5 kilometres", None, "a hyphen before a unit"),
    ("5 feet 11", "5 feet 11 inches", None, "inches understood"),
    ("5-foot-11", "5 feet 11 inches", None, "with hyphens"),
    ("11 stone 13", "11 stone 13 lb", None, "pounds understood"),
    ("-3 °C", "3 °C below zero", None, "below zero in words"),
    ("about -3 °C", "about minus 3 °C", None, "a hedge before a sign"),
]


@pytest.mark.parametrize(("text", "same", "unit", "why"), ALIKE, ids=[row[0] for row in ALIKE])
def test_two_ways_to_write_one_quantity(text: str, same: str, unit: str | None, why: str) -> None:
    expected = said(read(same, unit=unit))
    bad = [(before + text, found) for before in BEFORE if (found := said(read(before + text, unit=unit))) != expected]
    assert not bad, f"{expected}: {why}"


TWO: Final = "there are two numbers in it"
UNCLEAR: Final[list[tuple[str, str, str]]] = [
    ("12, 11 or 13", f"{TWO}, '12' and '11'", "a list rises"),
    ("10, 10 or 12", f"{TWO}, '10' and '10'", "at every step"),
    ("10, 12, 11 or 13", f"{TWO}, '10' and '12'", "to its end"),
    ("10, 11", f"{TWO}, '10' and '11'", "and it ends in 'or'"),
    ("10, 11 and 12", f"{TWO}, '10' and '11'", "not in 'and'"),
    ("10, 11 or", f"{TWO}, '10' and '11'", "before one more number"),
    ("about 10, 11 or 12", f"{TWO}, '10' and '11'", "of which hedge is it a list?"),
    ("10 to 12, 13 or 14", f"{TWO}, '10' and '13'", "and no range is in it"),
    ("between 5 and", "'between' needs two numbers", "one end"),
    ("between 5 and many", "'between' needs two numbers", "a second that is none"),
    ("between 5 or 6", "'between' needs two numbers", "another link"),
    ("from 3 to", "'from' needs two numbers", "one end"),
    ("from 3 and 5", "'from' needs two numbers", "another link"),
    ("12 minus 5", f"{TWO}, '12' and '5'", "no sum is worked out"),
    ("12 plus five", f"{TWO}, '12' and 'five'", "nor this one"),
    ("2 3/2", f"{TWO}, '2' and '3/2'", "a part is less than one"),
    ("2 4/4", f"{TWO}, '2' and '4/4'", "one is no part"),
    ("2 1/2/3", f"{TWO}, '2' and '1'", "a date is no part"),
    ("two and five quarters", f"{TWO}, 'two' and 'five quarters'", "more than one in words"),
    ("two and four quarters", f"{TWO}, 'two' and 'four quarters'", "one in words"),
    ("two third of voters", f"{TWO}, 'two' and 'third'", "an ordinal is no part of several"),
    ("one point ten", f"{TWO}, 'one' and 'ten'", "after the point there are digits"),
    ("one point two ten", f"{TWO}, 'one point two' and 'ten'", "each of them one digit"),
    ("1 2345", f"{TWO}, '1' and '2345'", "no group of four"),
    ("3e61", f"{TWO}, '3' and '61'", "beyond the largest power"),
    ("10^x", "'10' is no number", "a power that is none"),
    ("10^", "'10' is no number", "a power left out"),
    ("10^61", "'10' is no number", "a power too large"),
    ("10^- 5", "'10' is no number", "a sign that stands apart"),
    ("3 × 10^", "'10' is no number", "a power left out after a product"),
    ("5 miles (8 km) (3 nautical miles)", f"{TWO}, '5 miles' and '8 km'", "said three times"),
    ("45 to 50 give or take 5", f"{TWO}, '45' and '5'", "a margin of a range"),
    ("3 out of 4.5", f"{TWO}, '3' and '4.5'", "a ratio counts"),
    ("1.5 out of 4", f"{TWO}, '1.5' and '4'", "both of its numbers"),
    ("3 out of 5 km", f"{TWO}, '3' and '5 km'", "and no measures"),
    ("3 km out of 5", f"{TWO}, '3 km' and '5'", "on either side"),
    ("third out of 5", f"{TWO}, 'third' and '5'", "nor ordinals"),
    ("0 in 1", f"{TWO}, '0' and '1'", "of one there are no parts"),
    ("3 in 2", f"{TWO}, '3' and '2'", "more than the whole"),
    ("12 per square kilometre, 5 dead", f"{TWO}, '12' and '5'", "a number after a rate"),
    ("12 a day, 5 dead", f"{TWO}, '12' and '5'", "and after another"),
    ("5 ft 3 yd", f"{TWO}, '5 ft' and '3 yd'", "the larger unit second"),
    ("5 ft 12", f"{TWO}, '5 ft' and '12'", "so many inches are a foot"),
    ("5.5 ft 3", f"{TWO}, '5.5 ft' and '3'", "no inches after decimals"),
    ("5 ft 3.5", f"{TWO}, '5 ft' and '3.5'", "nor with them"),
    ("5 ft third", f"{TWO}, '5 ft' and 'third'", "nor an ordinal"),
    ("12 more than last year", "'more than' compares with a figure that is not given", "than how many?"),
    ("12 times as many as before", "'times as many' compares with a figure that is not given", "as how many?"),
    ("between about 3 and at least 5", "'at least' inside a range", "a bound inside"),
    ("another 12", "'another' adds to a figure", "to how many?"),
    ("a further 12", "'a further' adds to a figure", "to how many?"),
    ("another about 12", "'another' adds to a figure", "a hedge between"),
]


@pytest.mark.parametrize(("text", "reason", "why"), UNCLEAR, ids=[row[0] for row in UNCLEAR])
def test_what_is_no_one_quantity_says_why_wherever_it_stands(text: str, reason: str, why: str) -> None:
    for before in BEFORE:
        with pytest.raises(UnreadError) as caught:
            read(before + text)
        assert reason in str(caught.value), f"{before}{text}: {why}"


NONE: Final = [
    ("-minute", "nothing before the hyphen"),
    ("a", "an article counts one of what?"),
    ("a bit", "a word too short for a unit in words"),
    ("million people", "a large multiplier counts nothing by itself"),
    ("lakh people", "nor does a smaller one"),
    ("$ - 5", "a dash between money and number"),
    ("$", "a sign alone"),
    ("US$-", "a sign and a dash"),
    ("12^5", "a power of something else than ten"),
    ("3/4/5", "a date"),
    ("12 didn't", "a denial"),
    ("didn't", "a denial of nothing"),
    ("90-minute", "a length of time"),
    ("90-minute talks", "a length of time"),
    ("90 minutes", "a length of time"),
    ("F-16", "a name"),
    ("CO2", "a name"),
    ("12 [x]", "a sign that no quantity has"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_no_quantity_wherever_it_stands(text: str, why: str) -> None:
    for before in BEFORE:
        assert read_quantity(before + text, Settings(kind="quantity")) is None, f"{before}{text}: {why}"


SHARED: Final = {
    "pair": 2, "dozen": 12, "score": 20, "hundred": 100, "thousand": 10**3, "hundred thousand": 10**5, "lakh": 10**5,
    "million": 10**6, "crore": 10**7, "hundred million": 10**8, "thousand million": 10**9, "billion": 10**9,
}  # fmt: skip


@pytest.mark.parametrize("word", SHARED)
def test_the_first_number_of_a_range_shares_the_multiplier_of_the_second(word: str) -> None:
    size = SHARED[word]
    for before, ends in itertools.product(BEFORE, ("two to three", "2 to 3", "2-3", "between two and three", "2 - 3")):
        value = read(f"{before}{ends} {word}")
        assert (value.axis, value.strict) == ("count", stretch((2 * size, 0), (3 * size, 0))), f"{before}{ends} {word}"
        wide = read(f"{before}{ends} {word} km")
        assert (wide.axis, wide.strict) == ("length", stretch((2000 * size, 0), (3000 * size, 0)))


PORTIONS: Final = {
    "most of them": stretch((Fraction(1, 2), 1), (1, 0)),
    "a majority": stretch((Fraction(1, 2), 1), (1, 0)),
    "a minority": stretch((0, 0), (Fraction(1, 2), -1)),
}


@pytest.mark.parametrize("text", PORTIONS)
def test_more_and_less_than_half(text: str) -> None:
    for before in BEFORE:
        value = read(before + text)
        assert (value.axis, value.strict, value.loose) == ("share", PORTIONS[text], PORTIONS[text]), before + text


OTHERWISE: Final[list[tuple[str, str | None, str]]] = [
    ("1-2-3", None, "no range goes on like that"),
    ("12 or 1-2-3", None, "nor one further on"),
    ("0.5", "count [9/20, 11/20]", "a decimal is no code"),
    ("05", None, "a code"),
    ("2 1/2", "count [19/8, 21/8] ~ [9/4, 11/4]", "no date after a whole number"),
    ("2 3/7", "count [323/140, 51/20] ~ [153/70, 187/70]", "whatever its parts"),
    ("5 ± 3", "count [2, 8]", "a margin is no score"),
    ("$5", "money USD [9/2, 11/2]", "money"),
    ("a mile", "length [100584/125, 301752/125]", "a unit in small letters"),
    ("A Mile", None, "a title"),
    ("Two Feet", None, "a name"),
    ("Six Feet Under", None, "a title that goes on"),
    ("5 Ton", "mass [408233133/100000, 3492661249/625000]", "three letters are no name"),
    ("12 (so far)", "count {12}", "a remark"),
    ("first", "count {1}", "an ordinal with nothing after it"),
    ("first of them", None, "one of several"),
    ("about 12 of them", "count [54/5, 66/5] ~ [48/5, 72/5]", "a hedge shows a count"),
    ("12 to 15 of them", "count [12, 15]", "so does a range"),
    ("no dead", "count {0}", "a noun that is counted, right after it"),
    ("no one was killed", "count {0}", "further on"),
    ("no one was there", None, "no noun that is counted"),
    ("none", None, "nothing after it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), OTHERWISE, ids=[row[0] for row in OTHERWISE])
def test_where_no_quantity_is_asked_for(text: str, expected: str | None, why: str) -> None:
    value = read_quantity(text, Settings())
    assert (None if value is None else said(value)) == expected, why


@pytest.mark.parametrize(("text", "unit"), [("3 km or 5 miles", "mi"), ("3 km to 5 miles", "mi"), ("3 to 5 km", "km"),
                                            ("5 km ± 100 m", "km"), ("5 feet 10 inches", None), ("3 lb 8 oz", "oz"),
                                            ("more than 3 km but less than 5 miles", "mi")])  # fmt: skip
def test_the_unit_is_the_last_one_printed(text: str, unit: str | None) -> None:
    assert read(text).unit == unit


@pytest.mark.parametrize("text", ["no casualties", "any length", "12", "nobody"])
def test_what_is_read_in_one_way_has_no_note(text: str) -> None:
    assert read(text).note is None


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_every_vague_word_wherever_it_stands(lang: str) -> None:
    for entry in data(lang)["vague"]:
        (lo, *hi), (low, *high) = entry["usual"], entry["widest"]
        strict = stretch((lo, 0), (hi[0], -1) if hi else HIGHEST)
        loose = stretch((low, 0), (high[0], -1) if high else HIGHEST)
        for phrase, before in itertools.product(entry["words"], ("x ", "x x ", "x x x ")):
            value = read(before + phrase, lang=lang)
            assert (value.axis, value.strict, value.loose) == ("count", strict, loose), before + phrase


# ---------------------------------------------------------------------- cut anywhere


def pieces(text: str, *, gently: bool) -> Iterator[str]:
    """The text without its end; and, if not `gently`, without its start or without one token in the middle."""
    tokens = tokenise(text)
    parts = [" " * gap + raw for raw, gap in zip(tokens.raw, tokens.gap, strict=True)]
    for k in range(len(parts)):
        yield "".join(parts[:k])
        if not gently:
            yield "".join(parts[k:])
            yield "".join(parts[:k] + parts[k + 1 :])


FIRST_TEXTS: Final = [str(row[0]) for row in (*FORMS, *RARER, *SAME, *UNREAD, *MORE, *ALIKE, *UNCLEAR, *NONE)]
EVERY_FORM: Final = sorted({text for text in FIRST_TEXTS if len(text) < 99})


@pytest.mark.parametrize(
    ("kind", "before", "gently"),
    [("quantity", "", False), ("quantity", "saw ", True), ("quantity", "they saw ", True), (None, "", True)],
)
def test_a_form_that_is_cut_is_read_or_not_and_never_fails(kind: str | None, before: str, gently: bool) -> None:
    for form in EVERY_FORM:
        for text in pieces(before + form, gently=gently):
            with contextlib.suppress(UnreadError):
                value = read_quantity(text, Settings(kind=kind))
                assert value is None or value.strict <= value.loose, text


@pytest.mark.parametrize("before", ["", "saw ", "how they saw "])
def test_a_second_number_is_never_passed_over(before: str) -> None:
    for form, unit in [*((row[0], row[1]) for row in (*FORMS, *MORE)), *((row[0], None) for row in RARER)]:
        if "(" not in form and not form.endswith((" to", " and", " or", "-")):
            for text in (f"{before}{form}; 30 wounded", f"{before}{form} people died; 30 were wounded"):
                with pytest.raises(UnreadError):
                    read(text, unit=unit)
