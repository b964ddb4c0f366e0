"""Hedges on ranges, margins, negative numbers and vague words; and the digits to which an upper limit is meant."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Final

import pytest
from reading.test_quantity_tables import OPS, around, read, said, stretch

from conflicts.errors import UnreadError
from conflicts.reading.quantity import read_quantity
from conflicts.reading.settings import Settings
from conflicts.values.bounds import HIGHEST, LOWEST
from conflicts.values.extent import Extent

Ends = tuple[Fraction, Fraction]


def hedged(op: str, ends: Ends, size: Fraction, one: int) -> tuple[Extent, Extent]:
    """A stretch from a to b after a hedge: about it a tenth of its size and loosely a fifth, or one and two things.

    A stretch is no point, so that "more than 5 to 9" is more than all below 5: a bound belongs to it.
    """
    lo, hi = ends
    strict, loose = max(size / 10, Fraction(one)), max(size / 5, Fraction(2 * one))
    match op:
        case "exactly":
            return Extent.closed(lo, hi), Extent.closed(lo, hi)
        case "about":
            return Extent.closed(lo - strict, hi + strict), Extent.closed(lo - loose, hi + loose)
        case "nearly":
            return stretch((lo - strict, 0), (hi, -1)), Extent.closed(lo - loose, hi)
        case "just_over":
            return stretch((lo, 1), (hi + strict, 0)), Extent.closed(lo, hi + loose)
        case "at_least" | "more_than" | "strictly_more":
            return stretch((lo, 0), HIGHEST), stretch((lo, 0), HIGHEST)
    return stretch(LOWEST, (hi, 0)), stretch(LOWEST, (hi, 0))


RANGES: Final = [("3 to 5", 3, 5), ("40 to 60", 40, 60), ("-9 to -5", -9, -5), ("-20 to 30", -20, 30),
                 ("0 to 4", 0, 4), ("-60 to 20", -60, 20), ("between 40 and 60", 40, 60)]  # fmt: skip


@pytest.mark.parametrize("op", OPS)
def test_every_hedge_on_a_range(op: str) -> None:
    words = OPS[op][0]
    for (printed, a, b), before in itertools.product(RANGES, ("", "x ", "x x ")):
        lo, hi, size = Fraction(a), Fraction(b), Fraction(max(abs(a), abs(b)))
        value = read(f"{before}{words} {printed}")
        assert (value.axis, value.strict, value.loose) == ("count", *hedged(op, (lo, hi), size, 1)), (
            f"{words} {printed}"
        )
        value = read(f"{before}{words} {printed} km")
        expected = hedged(op, (1000 * lo, 1000 * hi), 1000 * size, 0)
        assert (value.axis, value.strict, value.loose) == ("length", *expected), f"{words} {printed} km"


@pytest.mark.parametrize("op", OPS)
def test_every_hedge_on_a_margin(op: str) -> None:
    """The margin is what is known; a hedge widens it by the size of the number in its middle."""
    words = OPS[op][0]
    for middle, margin in ((50, 3), (5, 1), *(((-50, 3),) if op not in {"nearly", "just_over"} else ())):
        ends = Fraction(middle - margin), Fraction(middle + margin)
        value = read(f"{words} {middle} ± {margin}")
        assert (value.strict, value.loose) == hedged(op, ends, Fraction(abs(middle)), 1), f"{words} {middle}"
    assert read(f"{words} 20 ± 0").strict == read(f"{words} 20").strict, "no margin"


@pytest.mark.parametrize("number", [1, 5, 9, 10, 11, 50, 400])
def test_below_nought_nearly_is_nearer_to_nought(number: int) -> None:
    """Nearly -50 has not come as far as -50, and just over it has gone further."""
    at, strict, loose = Fraction(-number), max(Fraction(number, 10), Fraction(1)), max(Fraction(number, 5), Fraction(2))
    for minus in ("-", "minus "):
        about, nearly, over = (read(f"{words} {minus}{number}") for words in ("about", "nearly", "just over"))
        assert (about.strict, about.loose) == (around(at, strict), around(at, loose))
        assert (nearly.strict, nearly.loose) == (stretch((at, 1), (at + strict, 0)), Extent.closed(at, at + loose))
        assert (over.strict, over.loose) == (stretch((at - strict, 0), (at, -1)), Extent.closed(at - loose, at))


LIMITS: Final = [
    "1",
    "5",
    "9",
    "10",
    "11",
    "20",
    "40",
    "99",
    "0.5",
    "0.9",
    "1.0",
    "1.1",
    "9.9",
    "10.0",
    "0.05",
    "0.10",
    "0.99",
]


@pytest.mark.parametrize("digits", LIMITS)
def test_an_upper_limit_is_meant_to_its_last_digit_from_two_digits_on(digits: str) -> None:
    """Of a share and of so many millions: then what would be printed as the limit itself is left out."""
    half = Fraction(1, 2 * 10 ** len(digits.partition(".")[2]))
    is_meant = len(digits.replace(".", "").lstrip("0")) > 1
    for text, axis, size in (
        (f"{digits}%", "share", Fraction(1, 100)),
        (f"{digits} million people", "count", Fraction(10**6)),
    ):
        at = Fraction(digits) * size
        value = read(f"less than {text}")
        assert (value.axis, value.loose) == (axis, stretch(LOWEST, (at, 0)))
        assert value.strict == stretch(LOWEST, (at - half * size * is_meant, -1)), text
        for words in ("up to", "at most"):
            assert read(f"{words} {text}").strict == stretch(LOWEST, (at, 0)), text
        assert read(f"strictly less than {text}").strict == stretch(LOWEST, (at, -1)), text
        assert read(f"more than {text}").strict == stretch((at, 1), HIGHEST), "a lower limit is none"
    for text, factor in ((f"{digits} km", 1000), (f"${digits}", 1)):
        assert read(f"less than {text}").strict == stretch(LOWEST, (Fraction(digits) * factor, -1)), "a measure is none"


VAGUE: Final = [
    ("up to several hundred", "count (-∞, 1000) ~ (-∞, 3000)", "by the upper ends"),
    ("fewer than several hundred", "count (-∞, 1000) ~ (-∞, 3000)", "which do not belong to it"),
    ("more than several hundred", "count [300, ∞) ~ [200, ∞)", "by the lower ends, which do"),
    ("at least dozens", "count [24, ∞) ~ [20, ∞)", "the same"),
    ("at most dozens", "count (-∞, 100) ~ (-∞, ∞)", "loosely there is no upper end"),
    ("dozens to hundreds", "count [24, 1000) ~ [20, ∞)", "from the lower ends to the upper"),
    ("several to 30", "count [3, 30] ~ [2, 30]", "from the lower ends to a number"),
    ("5 to several dozen", "count [5, 120) ~ [5, 360)", "from a number to the upper ends"),
    ("several degrees Celsius", "temperature [5523/20, 5663/20) ~ [5503/20, 6063/20)", "from 273.15 K on"),
    ("several percent", "share [3/100, 1/10) ~ [1/50, 3/10)", "in hundredths"),
    ("several dozen km", "length [36000, 120000) ~ [24000, 360000)", "twelve and a thousand times"),
    ("about 20 °C", "temperature [5823/20, 5903/20] ~ [5783/20, 5943/20]", "a tenth of 20, not of 293"),
    ("about -20 °C", "temperature [5023/20, 5103/20] ~ [4983/20, 5143/20]", "and below zero"),
    ("20 °C to 30 °C", "temperature [5863/20, 6063/20]", "the ends of a range are meant as printed"),
    ("20 to 30 °C", "temperature [5863/20, 6063/20]", "with one unit"),
]


@pytest.mark.parametrize(("text", "expected", "why"), VAGUE, ids=[row[0] for row in VAGUE])
def test_hedges_on_what_is_no_number(text: str, expected: str, why: str) -> None:
    for before in ("", "x ", "x x "):
        assert said(read(before + text)) == expected, why


MEANT: Final[list[tuple[str, str | None, str, str]]] = [
    ("82 a barrel", "USD per bbl", "money USD per bbl [163/2, 165/2]", "the rate that is expected, said"),
    ("82", "USD per bbl", "money USD per bbl [163/2, 165/2]", "and left out"),
    ("$82 a day", "USD per bbl", "money USD per day [163/2, 165/2]", "another rate"),
    ("half", "km", "length [475, 525] ~ [450, 550]", "half of a unit"),
    ("half", "percent", "share [19/40, 21/40] ~ [9/20, 11/20]", "half of a whole, no half percent"),
    ("half", "people", "share [19/40, 21/40] ~ [9/20, 11/20]", "half of the people"),
    ("three halves", None, "count [57/40, 63/40] ~ [27/20, 33/20]", "more than the whole is no share"),
    ("-1/2", None, "share [-21/40, -19/40] ~ [-11/20, -9/20]", "less than nothing may be one"),
    ("1,000 per day", None, "count per day {1000} ~ [950, 1050]", "a rate of things is counted"),
    ("12 dead per day", None, "count per day {12}", "after a noun"),
    ("12 dead", "km", "count {12}", "a noun says that things are counted"),
    ("12 so far dead", "km", "count {12}", "after words that say nothing"),
    ("12 a day dead", "km", "count per day {12}", "and after a rate"),
    ("12 away", "km", "length [11500, 12500]", "and no noun is a direction"),
    ("12 from here", "km", "length [11500, 12500]", "nor another"),
    ("30% ± 2%", None, "share [7/25, 8/25]", "a margin in the same unit"),
    ("5 km ± 100 m", None, "length [4900, 5100]", "in another of the dimension"),
    ("20 °C ± 4 °F", None, "temperature [52367/180, 53167/180]", "four times five ninths of a kelvin"),
    ("-$50 ± 10 %", None, "money USD [-55, -45]", "of its size"),
    ("3 percentage points ± 2 %", None, "percentage points [147/50, 153/50]", "2 % of 3 points"),
    ("12 ± 1/2", None, "count [23/2, 25/2]", "a part of one"),
    ("a rise of 2 °C ± 1 °C", None, "temperature difference [1, 3]", "of a difference"),
    ("a fall of 3 percentage points", None, "percentage points [-7/2, -5/2] [5/2, 7/2]", "with a sign or without"),
    ("a fall of 2 °C", None, "temperature difference [-5/2, -3/2] [3/2, 5/2]", "degrees too"),
    ("a fall of 0 to 3 percent", None, "share [0, 3/100]", "no sign can be told at nought"),
    (
        "fell to 3 percent, down from 5 percent",
        None,
        "share [1/40, 7/200]",
        "where it fell from tells that it is no fall",
    ),
    ("another group killed 12", None, "count {12}", "another, but not another number"),
    ("12 people in January", None, "count {12}", "a month at the end"),
    ("12 in number", "km", "count {12}", "words that say that things are counted"),
    ("1/2 in number", None, "count [19/40, 21/40] ~ [9/20, 11/20]", "even where a share would be read"),
    ("12 dead, about the same as before", None, "count {12}", "a hedge on something else than the number"),
    ("12 (confirmed)", None, "count {12}", "a remark"),
    ("12!", None, "count {12}", "a cry"),
    ("'12'", None, "count {12}", "in quotation marks"),
]


@pytest.mark.parametrize(("text", "unit", "expected", "why"), MEANT, ids=[f"{row[0]} {row[1] or ''}" for row in MEANT])
def test_what_a_number_is_of(text: str, unit: str | None, expected: str, why: str) -> None:
    for before in ("", "toll: ", "they told us, ", "in it "):
        assert said(read(before + text, unit=unit)) == expected, f"{before}{text}: {why}"


UNCLEAR: Final = [
    ("rose to from 3 to 5", "it tells a change from one figure to another"),
    ("reached from 3 to 5", "it tells a change from one figure to another"),
    ("a rise from 3 to 5", "it tells a change"),
    ("5 km ± -1 km", "a margin cannot be negative"),
    ("5 kg ± 1 percentage points", "the margin measures something else"),
    ("20 °C ± 1 km", "the margin measures something else"),
    ("30% ± 1 km", "the margin measures something else"),
    ("3 km to 5 %", "the two ends of the range measure different things"),
    ("3 km or 5 kg", "its parts measure different things: length, mass"),
    ("at least 5 but at most 3", "no number fits both of its bounds"),
    ("more than 3 but less than 3", "no number fits both of its bounds"),
]


@pytest.mark.parametrize(("text", "reason"), UNCLEAR)
def test_what_does_not_fit_together_says_why(text: str, reason: str) -> None:
    for before in ("", "saw ", "they saw "):
        with pytest.raises(UnreadError) as caught:
            read(before + text)
        assert reason in str(caught.value)


@pytest.mark.parametrize("text", ["rose to 40", "no newly confirmed civilian casualties", "12, said Ann", "12: dead",
                                  "12 p.m.", "12 Dead"])  # fmt: skip
def test_what_is_no_quantity_where_none_is_asked_for(text: str) -> None:
    assert read_quantity(text, Settings()) is None
