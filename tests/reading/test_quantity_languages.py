"""Printed quantities in German and French, and figures as other regions group them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.number_words import ENGLISH, FRENCH, GERMAN

from conflicts import read
from conflicts.errors import UnreadError
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


WORDS: list[tuple[str, str, str, str]] = [
    # Numbers that are no more exact than their words, and pairs.
    ("fr", "une soixantaine de morts", "count at least 54 but strictly less than 67", "a tenth to either side"),
    ("fr", "une bonne vingtaine", "count at least 18 but strictly less than 23", "with an adjective"),
    ("fr", "la trentaine de blessés", "count at least 27 but strictly less than 34", "with another article"),
    ("fr", "huitaine", "count at least 7 but strictly less than 10", "without one"),
    ("fr", "une douzaine de cas", "count at least 11 but strictly less than 14", "not twelve, as an English dozen is"),
    ("fr", "une demi-douzaine", "count at least 5 but strictly less than 8", "half of it"),
    ("fr", "plus d'une centaine de morts", "count at least 90", "its own lower end"),
    (
        "fr",
        "une trentaine de millions d'euros",
        "money EUR at least 27 but strictly less than 34 million EUR",
        "of money",
    ),
    ("fr", "trois dizaines", "count 30", "but so many of them are counted"),
    ("fr", "un couple", "count 2", "two people"),
    ("de", "ein Ehepaar", "count 2", "two people"),
    ("de", "ein Paar", "count 2", "a noun"),
    ("de", "ein paar", "count at least 2 but strictly less than 10", "no noun"),
    ("de", "EIN PAAR", "count at least 2 but strictly less than 10", "capitals tell nothing"),
    ("en", "a married couple", "count 2", "two people"),
    ("de", "ein Toter", "count 1", "one"),
    ("de", "ein Urteil", "count 1", "no part of anything"),
    ("de", "ein 64-jähriger Mann", "count 1", "his age is not counted"),
    ("en", "two 64-year-old men", "count 2", "nor theirs"),
    ("en", "12 3-month contracts", "count 12", "nor how long they are"),
    # Shares.
    ("de", "jeder Fünfte", "share between 19 and 21 percent", "one in five"),
    ("de", "fast jeder zweite Deutsche", "share at least 45 but strictly less than 50 percent", "with a hedge"),
    ("de", "jede dritte Frau", "share between 31 2/3 and 35 percent", "one in three"),
    ("de", "jeder 20. Deutsche", "share between 4.75 and 5.25 percent", "in figures"),
    ("de", "jeder 20.", "share between 4.75 and 5.25 percent", "whose point may end the sentence"),
    ("en", "every fifth child", "share between 19 and 21 percent", "one in five"),
    ("en", "every 5th child", "share between 19 and 21 percent", "in figures"),
    ("fr", "un Français sur cinq", "share between 19 and 21 percent", "a noun inside"),
    ("fr", "plus d'un Français sur deux", "share strictly more than 50 percent", "and a hedge"),
    ("fr", "une personne sur dix", "share between 9.5 and 10.5 percent", "a noun that else is nobody"),
    ("en", "three people in four", "share between 71.25 and 78.75 percent", "a noun inside"),
    ("de", "eine Mehrheit von 52 Prozent", "share between 51.5 and 52.5 percent", "the figure says it all"),
    ("fr", "une majorité de 52 %", "share between 51.5 and 52.5 percent", "likewise"),
    ("en", "a majority of 52 percent", "share between 51.5 and 52.5 percent", "likewise"),
    ("de", "eine Mehrheit", "share strictly more than 50 but at most 100 percent", "alone"),
    # Signs.
    ("de", "5 Grad minus", "temperature between -5.5 and -4.5 °C", "the sign after the number"),
    ("de", "5 Grad im Minus", "temperature between -5.5 and -4.5 °C", "likewise"),
    ("de", "minus 5 Grad", "temperature between -5.5 and -4.5 °C", "and before it"),
    ("de", "auf 5 Grad gefallen", "temperature between 4.5 and 5.5 °C", "what it became"),
    ("de", "auf 5 Prozent gesunken", "share between 4.5 and 5.5 percent", "likewise"),
    ("en", "down to 5 percent", "share between 4.5 and 5.5 percent", "likewise"),
    ("fr", "en baisse à 5 %", "share between 4.5 and 5.5 percent", "likewise"),
    ("de", "um 2 Grad gestiegen", "temperature difference a difference of between 1.5 and 2.5 °C", "by how much"),
    # Magnitudes and figures beside words.
    ("fr", "de magnitude 6,1", "count between 6.05 and 6.15", "no range from it"),
    ("fr", "séisme de magnitude 6,1", "count between 6.05 and 6.15", "with what has it"),
    ("de", "der Stärke 6,1", "count between 6.05 and 6.15", "in German"),
    ("de", "Erdbeben der Stärke 6,1", "count between 6.05 and 6.15", "with what has it"),
    ("de", "ein Erdbeben der Stärke 6,1", "count between 6.05 and 6.15", "and its article"),
    ("fr", "un séisme de magnitude 6,1", "count between 6.05 and 6.15", "in French"),
    ("de", "eine Gruppe von rund 12 Touristen", "count between 10.8 and 13.2", "the number that it has"),
    ("fr", "une famille de quatre personnes", "count 4", "likewise"),
    ("fr", "un groupe de 10 à 12 touristes", "count between 10 and 12", "a range"),
    ("fr", "un taux de 5 %", "share between 4.5 and 5.5 percent", "a share"),
    ("de", "eine Arbeitslosenquote von 5 Prozent", "share between 4.5 and 5.5 percent", "at the end of a word"),
    ("de", "eine Strecke von 12 km", "length between 11.5 and 12.5 km", "a unit shows which number is meant"),
    # Hedges.
    ("de", "überstieg 30", "count strictly more than 30", "a verb that says what 'über' does"),
    ("fr", "a dépassé 30", "count strictly more than 30", "likewise"),
    ("fr", "à peine 20", "count between 18 and 22", "a little more or a little less"),
    ("fr", "à peine plus de 20", "count strictly more than 20 but at most 22", "and no more is left open"),
    # Currencies.
    ("en", "5 billion won", "money KRW between 4.5 and 5.5 billion KRW", "of Korea"),
    ("en", "5 billion won in aid", "money KRW between 4.5 and 5.5 billion KRW", "and what for"),
    ("en", "5 won", "count 5", "seats, medals"),
    ("en", "5,000 won medals", "count exactly 5,000", "people who did"),
    ("de", "5 Mrd. Won", "money KRW between 4.5 and 5.5 billion KRW", "no verb in German"),
    ("fr", "10 milliards de wons", "money KRW between 9.5 and 10.5 billion KRW", "with a plural"),
    ("fr", "5 millions de livres turques", "money TRY between 4.5 and 5.5 million TRY", "pounds of one country"),
    ("fr", "5 millions de francs CFA", "money XOF between 4.5 and 5.5 million XOF", "francs of some"),
    ("de", "5 Mio. ägyptische Pfund", "money EGP between 4.5 and 5.5 million EGP", "pounds of one country"),
    ("en", "5 million birr", "money ETB between 4.5 and 5.5 million ETB", "of Ethiopia"),
    ("en", "50 mad dogs", "count 50", "no code in lower case"),
    ("en", "50 afghanis", "count 50", "people may be called so"),
]


@pytest.mark.parametrize(("lang", "text", "expected", "why"), WORDS, ids=[f"{row[0]}-{row[1]}" for row in WORDS])
def test_reads_as(lang: str, text: str, expected: str, why: str) -> None:
    value = read(text, kind="quantity", lang=lang)
    assert f"{value.axis} {value}".partition("; loosely ")[0] == expected, why


FALLS: list[tuple[str, str]] = [
    ("en", "contracted 0.3 percent"),
    ("en", "shrank by 0.3 percent"),
    ("en", "slid 0.3 percent"),
    ("en", "down 0.3 percent"),
    ("de", "um 0,3 Prozent geschrumpft"),
    ("de", "um 0,3 Prozent gesunken"),
    ("de", "um 0,3 Prozent gefallen"),
    ("de", "um 0,3 Prozent zurückgegangen"),
    ("de", "schrumpfte um 0,3 Prozent"),
    ("de", "ging um 0,3 Prozent zurück"),
    ("de", "0,3 Prozent im Minus"),
    ("de", "0,3 Prozent minus"),
    ("fr", "en baisse de 0,3 %"),
    ("fr", "a reculé de 0,3 %"),
    ("fr", "s'est contracté de 0,3 %"),
    ("fr", "une contraction de 0,3 %"),
    ("fr", "une perte de 0,3 %"),
    ("de", "ein Verlust von 0,3 Prozent"),
]


@pytest.mark.parametrize(("lang", "text"), FALLS)
def test_a_fall_is_written_with_a_minus_or_without(lang: str, text: str) -> None:
    whole = read("a fall of 0.3 percent", kind="quantity")
    assert whole.strict == read("-0.3 percent").strict | read("0.3 percent").strict
    value = read(text, kind="quantity", lang=lang)
    assert (value.axis, value.strict, value.loose) == (whole.axis, whole.strict, whole.loose)


UNREAD: list[tuple[str, str, str, str]] = [
    ("fr", "un grand nombre de morts", "'un grand nombre' does not tell how many", "not one"),
    ("fr", "une famille", "'une famille' does not tell how many", "not one"),
    ("de", "eine Vielzahl von Verletzten", "'eine Vielzahl' does not tell how many", "the end of the word tells it"),
    ("de", "eine Reihe von Verletzten", "'eine Reihe' does not tell how many", "not one"),
    ("de", "eine sehr große Zahl", "'eine sehr große Zahl' does not tell how many", "words between"),
    ("de", "mindestens eine Großfamilie", "'eine Großfamilie' does not tell how many", "after a hedge"),
    ("de", "zwei Ehepaare", "'Ehepaare' can be counted as one or as two each", "two or four"),
    ("en", "two couples", "'couples' can be counted as one or as two each", "two or four"),
    ("fr", "deux couples", "'couples' can be counted as one or as two each", "two or four"),
    ("de", "eine Mutter und ihr Kind", "it tells of more than it counts", "two"),
    ("en", "one woman and her child", "it tells of more than it counts", "two"),
    ("fr", "un homme et son fils", "it tells of more than it counts", "two"),
    ("fr", "un bus de 12 personnes", "there are two numbers in it, 'un' and '12'", "a bus, or those in it"),
    ("de", "eine von 12 Frauen", "there are two numbers in it, 'eine' and '12'", "one of them"),
    ("de", "ein Kurssturz von 3 Prozent", "there are two numbers in it, 'ein' and '3 Prozent'", "may be negative"),
    ("de", "ein Temperatursturz von 10 Grad", "there are two numbers in it", "no temperature"),
    ("de", "ein Mann von 64 Jahren", "cannot be read as a quantity", "an age"),
    ("de", "12 minus", "a minus after the number", "no temperature, no share"),
    ("de", "bis auf 12 alle", "cannot be read as a quantity", "all but twelve"),
    ("de", "von 5 auf 3 Prozent gesunken", "'from' needs two numbers", "two figures"),
    ("en", "3 people in 5 villages", "there are two numbers in it, '3' and '5'", "no share"),
    ("fr", "12 villages sur 20", "there are two numbers in it, '12' and '20'", "may be a count"),
    ("de", "eine Mehrheit von 52 Stimmen", "there are two numbers in it", "of which one is a majority"),
    ("fr", "des millions d'années", "cannot be read as a quantity", "a length of time"),
    ("en", "millions of years", "cannot be read as a quantity", "a length of time"),
    ("de", "64-jähriger Mann", "cannot be read as a quantity", "an age"),
    ("en", "every second day", "reads as a time, but a quantity is wanted here", "how often"),
    ("de", "20 Mio. Pfund", "the unit can be GBP, lb, EGP", "whose?"),
    ("fr", "20 millions de livres", "the unit can be GBP, lb, EGP", "whose?"),
    ("fr", "5 millions de francs", "the unit can be CHF, XOF, XAF", "whose?"),
    ("fr", "5 millions de roupies", "the unit can be INR, PKR, LKR, NPR", "whose?"),
    ("en", "5 million dinars", "the unit can be IQD, KWD", "whose?"),
]


@pytest.mark.parametrize(("lang", "text", "reason", "why"), UNREAD, ids=[f"{row[0]}-{row[1]}" for row in UNREAD])
def test_what_tells_no_one_number_says_why(lang: str, text: str, reason: str, why: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text, kind="quantity", lang=lang)
    assert reason in str(caught.value), why


@pytest.mark.parametrize(("lang", "text"), [("de", "20 Mio. Pfund"), ("fr", "20 millions de livres")])
def test_the_unit_of_the_attribute_says_whose_pounds(lang: str, text: str) -> None:
    assert read(text, kind="quantity", lang=lang, unit="GBP").axis == "money GBP"


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
