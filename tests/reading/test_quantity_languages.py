"""Printed quantities in German and French, and figures as other regions group them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.number_words import ENGLISH, FRENCH, GERMAN

from conflicts.reading.quantity import read_quantity
from conflicts.reading.settings import Settings
from conflicts.values.extent import Extent

INFINITE = float("inf")

CASES = [
    ("de", "mindestens 12 Tote", "count", (12, INFINITE), "a lower bound"),
    ("de", "1.234", "count", (1234, 1234), "a point groups"),
    ("de", "3 Millionen", "count", (2_500_000, 3_500_000), "a plural multiplier"),
    ("de", "3 Billionen Euro", "money EUR", (25 * 10**11, 35 * 10**11), "a million millions"),
    ("de", "5 Mrd. Euro", "money EUR", (45 * 10**8, 55 * 10**8), "a short multiplier with a point"),
    ("de", "dreiundzwanzig Tote", "count", (23, 23), "a noun has a capital"),
    ("de", "rund 300 Menschen", "count", (270, 330), "about"),
    ("de", "bis zu 30", "count", (-INFINITE, 30), "an upper bound"),
    ("de", "zwischen 45 und 50", "count", (45, 50), "a range"),
    ("de", "von 3 bis 5 km", "length", (3000, 5000), "a range"),
    ("de", "120 km/h", "speed", (32.5, 123 / 3.6), "a nought: at most 2.5 %"),
    ("de", "3. Runde", "count", (3, 3), "an ordinal with a point"),
    ("de", "dritte Runde", "count", (3, 3), "an ordinal in words"),
    ("de", "ein Dutzend", "count", (12, 12), "twelve"),
    ("de", "keine Toten", "count", (0, 0), "none"),
    ("de", "eine halbe Million", "count", (475_000, 525_000), "a fraction"),
    ("de", "anderthalb Millionen", "count", (1_425_000, 1_575_000), "one and a half"),
    ("de", "8 Kilometer", "length", (7500, 8500), "a unit"),
    ("de-CH", "1'234'567", "count", (1_234_567, 1_234_567), "apostrophes group"),
    ("de-CH", "12.50", "count", (12.495, 12.505), "a point is decimal in Switzerland"),
    ("de", "at least 12", "count", (12, INFINITE), "English words in German figures"),
    ("fr", "au moins 12", "count", (12, INFINITE), "a lower bound"),
    ("fr", "1 234", "count", (1234, 1234), "a space groups"),
    ("fr", "environ 300 morts", "count", (270, 330), "about"),
    ("fr", "entre 45 et 50", "count", (45, 50), "a range"),
    ("fr", "de 3 à 5 km", "length", (3000, 5000), "a range"),
    ("fr", "quatre-vingt-onze", "count", (91, 91), "four twenties and eleven"),
    ("fr", "soixante et onze", "count", (71, 71), "sixty and eleven"),
    ("fr", "septante-deux", "count", (72, 72), "as in Belgium and Switzerland"),
    ("fr", "1,2 milliard d'euros", "money EUR", (1_150_000_000, 1_250_000_000), "a comma is decimal"),
    ("fr", "cinq cents euros", "money EUR", (487.5, 512.5), "hundreds, not cents"),
    ("fr", "3e tour", "count", (3, 3), "an ordinal"),
    ("fr", "un sur cinq", "share", (0.19, 0.21), "a ratio"),
    ("fr", "aucun mort", "count", (0, 0), "none"),
    ("fr", "un kilomètre et demi", "length", (1425, 1575), "a half after the unit"),
    ("en-IN", "12 lakh", "count", (1_150_000, 1_250_000), "a hundred thousand"),
    ("en-IN", "Rs 512", "money INR", (511.5, 512.5), "the region says whose rupees"),
    ("en-AU", "$5", "money AUD", (4.5, 5.5), "the region says whose dollars"),
    ("en", "1.234,5", "count", (1234.45, 1234.55), "two signs settle themselves"),
]


@pytest.mark.parametrize(("lang", "text", "axis", "ends", "why"), CASES)
def test_reads(lang: str, text: str, axis: str, ends: tuple[float, float], why: str) -> None:
    value = read_quantity(text, Settings(kind="quantity", lang=lang))
    assert value is not None, why
    assert value.axis == axis, why
    assert (float(value.strict.lo[0]), float(value.strict.hi[0])) == pytest.approx(ends), why


@pytest.mark.parametrize(
    ("lang", "text"), [("de", "zwei Stunden"), ("fr", "deux heures"), ("de", "nicht 12"), ("de", "vielleicht 12")]
)
def test_is_no_quantity(lang: str, text: str) -> None:
    assert read_quantity(text, Settings(kind="quantity", lang=lang)) is None


# ---------------------------------------------------------------- writers, independent of the reader's tables

EN_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
DE_TENS = ["-", "-", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
FR_TENS = ["-", "-", "vingt", "trente", "quarante", "cinquante", "soixante"]


def in_english(number: int) -> str:
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            head, rest = divmod(number, size)
            return f"{in_english(head)} {name}" + (f"{' and' if rest < 100 else ''} {in_english(rest)}" if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{ENGLISH[head]} hundred" + (f" and {in_english(rest)}" if rest else "")
    if number < 20:
        return ENGLISH[number]
    return EN_TENS[number // 10] + (f"-{ENGLISH[number % 10]}" if number % 10 else "")


def in_german(number: int, last: str = "eins") -> str:
    for size, one, many in (
        (10**12, "eine Billion", "Billionen"),
        (10**9, "eine Milliarde", "Milliarden"),
        (10**6, "eine Million", "Millionen"),
    ):
        if number >= size:
            head, rest = divmod(number, size)
            text = one if head == 1 else f"{in_german(head)} {many}"
            return f"{text} {in_german(rest)}" if rest else text
    if number >= 1000:
        head, rest = divmod(number, 1000)
        return f"{in_german(head, 'ein')}tausend" + (in_german(rest) if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{GERMAN[head]}hundert" + (in_german(rest) if rest else "")
    if number == 1:
        return last
    if number < 20:
        return GERMAN[number]
    return (f"{GERMAN[number % 10]}und" if number % 10 else "") + DE_TENS[number // 10]


def in_french(number: int) -> str:
    for size, name in ((10**12, "billion"), (10**9, "milliard"), (10**6, "million")):
        if number >= size:
            head, rest = divmod(number, size)
            text = f"{in_french(head)} {name}" + ("s" if head > 1 else "")
            return f"{text} {in_french(rest)}" if rest else text
    if number >= 1000:
        head, rest = divmod(number, 1000)
        text = "mille" if head == 1 else f"{in_french(head)} mille"
        return f"{text} {in_french(rest)}" if rest else text
    if number >= 100:
        head, rest = divmod(number, 100)
        text = "cent" if head == 1 else f"{FRENCH[head]} cent" + ("" if rest else "s")
        return f"{text} {in_french(rest)}" if rest else text
    if number < 20:
        return FRENCH[number]
    if number < 70:
        tens, unit = divmod(number, 10)
        return FR_TENS[tens] + ("" if not unit else " et un" if unit == 1 else f"-{FRENCH[unit]}")
    if number < 80:
        return "soixante" + (" et onze" if number == 71 else f"-{FRENCH[number - 60]}")
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{FRENCH[number - 80]}"


NUMBERS = st.one_of(
    st.integers(0, 2000),
    st.integers(0, 10**12),
    st.builds(lambda digit, power: digit * 10**power, st.integers(1, 999), st.integers(0, 9)),
)


@pytest.mark.parametrize(("lang", "write"), [("en", in_english), ("de", in_german), ("fr", in_french)])
@given(number=NUMBERS)
def test_words_read_back(lang: str, write, number: int) -> None:  # type: ignore[no-untyped-def]
    prefix = {"en": "exactly", "de": "genau", "fr": "exactement"}[lang]
    value = read_quantity(f"{prefix} {write(number)}", Settings(lang=lang))
    assert value is not None, write(number)
    assert value.strict == value.loose == Extent.point(number), write(number)


@pytest.mark.parametrize(
    ("lang", "group"), [("en", ","), ("en", " "), ("en", "'"), ("de", "."), ("de", " "), ("de-CH", "'"), ("fr", " ")]
)
@given(number=st.integers(0, 10**15))
def test_grouped_figures_read_back(lang: str, group: str, number: int) -> None:
    value = read_quantity(f"{number:,}".replace(",", group), Settings(kind="quantity", lang=lang))
    assert value is not None
    assert Extent.point(number) in (value.strict, value.strict & Extent.point(number))
