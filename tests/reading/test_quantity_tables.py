"""Broad tables of printed quantities: every number word, hedge, unit and sign, against plain arithmetic of their own.

What a printed number reaches to is worked out here from its digits as text, as an editor would: half a unit of the
last digit that counts. Nothing of the reader is used for it but the word lists, which are data.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from importlib import resources
from typing import Any, Final

import pytest
from reading.number_words import ENGLISH, FRENCH, GERMAN

from conflicts.errors import UnreadError
from conflicts.reading.quantity import read_quantity
from conflicts.reading.quantity.exact import halved, magnitude, part, whole
from conflicts.reading.quantity.figures import read_figure
from conflicts.reading.quantity.items import Part
from conflicts.reading.quantity.lexicon import Kind, Vague
from conflicts.reading.quantity.numeral import Numeral, Style
from conflicts.reading.quantity.sets import reach
from conflicts.reading.quantity.spelled import Role
from conflicts.reading.quantity.tokens import tokenise
from conflicts.reading.settings import Settings
from conflicts.values.bounds import HIGHEST, LOWEST, Bound
from conflicts.values.extent import LINE, Extent
from conflicts.values.value import Value

ASKED: Final = Settings(kind="quantity")
Spread = tuple[Fraction, Fraction, Fraction]
"""A number, and how far it reaches to either side, strictly and loosely."""


def read(text: str, unit: str | None = None, lang: str = "en", kind: str | None = "quantity") -> Value:
    value = read_quantity(text, Settings(kind=kind, unit=unit, lang=lang))
    assert value is not None, f"{text!r} is read as no quantity"
    return value


def stretch(lo: Bound, hi: Bound) -> Extent:
    return Extent(((lo, hi),))


def around(number: Fraction, reach: Fraction) -> Extent:
    return Extent.closed(number - reach, number + reach)


def shown(extent: Extent) -> str:
    parts = []
    for (lo, lo_side), (hi, hi_side) in extent.intervals:
        low = "(-∞" if lo == -float("inf") else f"{'(' if lo_side else '['}{lo}"
        high = "∞)" if hi == float("inf") else f"{hi}{')' if hi_side else ']'}"
        parts.append(f"{{{lo}}}" if (lo, lo_side) == (hi, hi_side) else f"{low}, {high}")
    return " ".join(parts)


def said(value: Value) -> str:
    strict, loose = shown(value.strict), shown(value.loose)
    return f"{value.axis} {strict}" + ("" if strict == loose else f" ~ {loose}")


# ---------------------------------------------------------------------- how far a print reaches


def spread(digits: str, size: int = 1, *, counts: bool) -> Spread:
    """The number that `digits` print, so many of `size`, and its reach, from the digits as text."""
    plain = digits.replace(",", "").lstrip("-")
    integer, _, decimals = plain.partition(".")
    number = abs(Fraction(plain)) * size
    signed = -number if digits.startswith("-") else number
    if decimals:
        half = Fraction(size, 2 * 10 ** len(decimals))
        return signed, half, half
    noughts = len(integer) - len(integer.rstrip("0")) if number else 0
    place = Fraction(size * 10**noughts, 2)
    if counts and size == 1:
        is_round = number >= 1000 and noughts >= 2
        return signed, Fraction(0), min(place, number / 20) if is_round else Fraction(0)
    half = Fraction(size, 2)
    strict = half if counts or not noughts else max(half, min(place, number / 40))
    return signed, strict, max(half, min(place, number / 20)) if noughts else half


COUNTED: Final = ["0", "1", "7", "12", "40", "99", "100", "450", "999", "1,000", "1,050", "1,200", "2,010",
                  "9,900", "10,000", "12,345", "40,000", "99,999", "250,000", "1,250,000", "1,000,000"]  # fmt: skip


@pytest.mark.parametrize("digits", [*COUNTED, "-5", "-12", "0.5", "3.0", "1,234.5", "2.75"])
def test_a_count_is_a_point_unless_it_is_large_and_round(digits: str) -> None:
    number, strict, loose = spread(digits, counts=True)
    value = read(digits)
    assert (value.axis, value.strict, value.loose) == ("count", around(number, strict), around(number, loose))


MULTIPLIERS: Final = {
    "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "mln": 10**6, "billion": 10**9, "bn": 10**9,
    "trillion": 10**12, "lakh": 10**5, "crore": 10**7, "tn": 10**12,
}  # fmt: skip
MULTIPLIED: Final = ["1", "3", "14", "40", "120", "300", "1,500", "1.2", "1.20", "0.5", "12.75"]


@pytest.mark.parametrize("word", MULTIPLIERS)
def test_a_multiplied_number_is_rounded_to_its_last_digit(word: str) -> None:
    size = MULTIPLIERS[word]
    for digits in MULTIPLIED:
        number, strict, loose = spread(digits, size, counts=True)
        for text in (f"{digits} {word}", f"{digits} {word} people", f"the toll is {digits} {word} people"):
            value = read(text)
            assert (value.axis, value.strict, value.loose) == (
                "count",
                around(number, strict),
                around(number, loose),
            ), text
        number, strict, loose = spread(digits, size, counts=False)
        value = read(f"{digits} {word} euros")
        assert (value.axis, value.strict, value.loose) == ("money EUR", around(number, strict), around(number, loose))
        if " " not in word and len(word) < 4:
            assert read(f"€{digits}{word}") == value


# Name, axis, size in the base unit and offset, each from its definition: the inch is 2.54 cm, the mile 63,360 inches,
# the US gallon 231 cubic inches, the pound 0.45359237 kg, the knot 1,852 m an hour; 0 °C is 273.15 K, 0 °F is 32 below.
INCH: Final = Fraction("0.0254")
POUND: Final = Fraction("0.45359237")
SIZES: Final[list[tuple[str, str, int | Fraction, int | Fraction]]] = [
    ("m", "length", 1, 0),
    ("metres", "length", 1, 0),
    ("km", "length", 1000, 0),
    ("kilometers", "length", 1000, 0),
    ("cm", "length", Fraction(1, 100), 0),
    ("mm", "length", Fraction(1, 1000), 0),
    ("inches", "length", INCH, 0),
    ("ft", "length", 12 * INCH, 0),
    ("feet", "length", 12 * INCH, 0),
    ("yards", "length", 36 * INCH, 0),
    ("miles", "length", 63360 * INCH, 0),
    ("nautical miles", "length", 1852, 0),
    ("square metres", "area", 1, 0),
    ("sq km", "area", 10**6, 0),
    ("km²", "area", 10**6, 0),
    ("hectares", "area", 10**4, 0),
    ("acres", "area", (12 * INCH) ** 2 * 43560, 0),
    ("square miles", "area", (63360 * INCH) ** 2, 0),
    ("sq ft", "area", (12 * INCH) ** 2, 0),
    ("cubic metres", "volume", 1, 0),
    ("litres", "volume", Fraction(1, 1000), 0),
    ("US gallons", "volume", 231 * INCH**3, 0),
    ("barrels", "volume", 42 * 231 * INCH**3, 0),
    ("grams", "mass", Fraction(1, 1000), 0),
    ("kg", "mass", 1, 0),
    ("tonnes", "mass", 1000, 0),
    ("lbs", "mass", POUND, 0),
    ("ounces", "mass", POUND / 16, 0),
    ("km/h", "speed", Fraction(1000, 3600), 0),
    ("kilometres per hour", "speed", Fraction(1000, 3600), 0),
    ("mph", "speed", 63360 * INCH / 3600, 0),
    ("miles an hour", "speed", 63360 * INCH / 3600, 0),
    ("knots", "speed", Fraction(1852, 3600), 0),
    ("°C", "temperature", 1, Fraction("273.15")),
    ("degrees Celsius", "temperature", 1, Fraction("273.15")),
    ("°F", "temperature", Fraction(5, 9), Fraction("273.15") - 32 * Fraction(5, 9)),
    ("K", "temperature", 1, 0),
    ("kWh", "energy", 3_600_000, 0),
    ("joules", "energy", 1, 0),
    ("MW", "power", 10**6, 0),
    ("gigawatts", "power", 10**9, 0),
    ("hPa", "pressure", 100, 0),
    ("GB", "data", 10**9, 0),
    ("percent", "share", Fraction(1, 100), 0),
    ("per cent", "share", Fraction(1, 100), 0),
    ("%", "share", Fraction(1, 100), 0),
    ("percentage points", "percentage points", 1, 0),
    ("basis points", "percentage points", Fraction(1, 100), 0),
    ("US dollars", "money USD", 1, 0),
    ("euros", "money EUR", 1, 0),
    ("hryvnia", "money UAH", 1, 0),
    ("roubles", "money RUB", 1, 0),
]
UNITS: Final = [(name, axis, Fraction(size), Fraction(offset)) for name, axis, size, offset in SIZES]
MEASURED: Final = ["3", "8", "12", "60", "450", "2,700", "5,000", "1,250", "0.5", "7.0", "12.25", "1,040.5"]


@pytest.mark.parametrize(("name", "axis", "size", "offset"), UNITS, ids=[unit[0] for unit in UNITS])
def test_every_unit_and_sign(name: str, axis: str, size: Fraction, offset: Fraction) -> None:
    for digits in MEASURED:
        for sign, minus in (("", ""), ("-", "-"), ("−", "-"), ("minus ", "-")):
            number, strict, loose = (width * size for width in spread(minus + digits, counts=False))
            value = read(f"{sign}{digits} {name}")
            expected = (axis, around(number + offset, strict), around(number + offset, loose))
            assert (value.axis, value.strict, value.loose) == expected, f"{sign}{digits} {name}"
    assert read("8", unit=name) == read(f"8 {name}"), "a bare number is in the attribute's unit"


SIGNS: Final = [
    ("$", "USD"), ("US$", "USD"), ("€", "EUR"), ("£", "GBP"), ("A$", "AUD"), ("C$", "CAD"), ("₴", "UAH"),
    ("USD ", "USD"), ("EUR ", "EUR"), ("CHF ", "CHF"),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "code"), SIGNS)
def test_every_sign_of_money(sign: str, code: str) -> None:
    for digits in MEASURED:
        number, strict, loose = spread(digits, counts=False)
        for text in (f"{sign}{digits}", f"cost {sign}{digits}", f"{digits} {code}", f"a price of {sign}{digits}"):
            value = read(text)
            assert (value.axis, value.strict, value.loose) == (
                f"money {code}", around(number, strict), around(number, loose),
            ), text  # fmt: skip
        number, strict, loose = spread(digits, 10**6, counts=False)
        for text in (f"{sign}{digits}m", f"{sign}{digits} million", f"{sign}{digits}mn"):
            value = read(text)
            assert (value.strict, value.loose) == (around(number, strict), around(number, loose)), text


# ---------------------------------------------------------------------- words

TENS: Final = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ZEHNER: Final = ["null", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
DIZAINES: Final = [
    "zéro",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
]


def english(n: int, joiner: str = " and ") -> str:
    if n < 20:
        return ENGLISH[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ENGLISH[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ENGLISH[n // 100]} hundred" + (joiner + english(n % 100) if n % 100 else "")
    for size, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= size:
            rest = n % size
            link = joiner if 0 < rest < 100 else " "
            return f"{english(n // size, joiner)} {word}" + (link + english(rest, joiner) if rest else "")
    raise AssertionError(n)


def german(n: int, *, last: bool = True) -> str:
    if n < 20:
        return "eins" if n == 1 and last else GERMAN[n]
    if n < 100:
        return (f"{GERMAN[n % 10]}und" if n % 10 else "") + ZEHNER[n // 10]
    if n < 1000:
        return f"{GERMAN[n // 100]}hundert" + (german(n % 100) if n % 100 else "")
    return f"{german(n // 1000, last=False)}tausend" + (german(n % 1000) if n % 1000 else "")


def french(n: int, *, last: bool = True) -> str:
    if n < 20:
        return FRENCH[n]
    if n < 100:
        tens = n // 10
        rest = n - {7: 60, 9: 80}.get(tens, tens * 10)
        if not rest:
            return DIZAINES[tens] + ("s" if tens == 8 and last else "")
        return DIZAINES[tens] + (" et " if rest in {1, 11} and tens < 8 else "-") + FRENCH[rest]
    if n < 1000:
        head = "cent" if n < 200 else f"{FRENCH[n // 100]} cent" + ("s" if not n % 100 and last else "")
        return head + (f" {french(n % 100)}" if n % 100 else "")
    head = "mille" if n < 2000 else f"{french(n // 1000, last=False)} mille"
    return head + (f" {french(n % 1000)}" if n % 1000 else "")


SPELT: Final = [*range(121), *range(121, 1000, 37), *range(1000, 100_000, 7919), *range(100_000, 1_000_000, 86_243),
                1001, 1100, 1900, 2000, 20_000, 100_000, 200_200, 800_080]  # fmt: skip
LARGE: Final = [1_000_001, 1_200_000, 3_000_100, 21_045_007, 999_999_999, 1_000_000_019, 7_006_005_004]


@pytest.mark.parametrize(
    ("lang", "spell"), [("en", english), ("en", lambda n: english(n, " ")), ("de", german), ("fr", french)],
    ids=["English", "English without and", "German", "French"],
)  # fmt: skip
def test_every_number_in_words(lang: str, spell: Any) -> None:
    for n in SPELT:
        for text in (spell(n), f"killed {spell(n)}"):
            value = read(text, lang=lang)
            assert (value.axis, value.strict) == ("count", Extent.point(n)), f"{text!r} is {n}"
        wide = spread(str(n), counts=True)[2]
        assert read(spell(n), lang=lang).loose == around(Fraction(n), wide), spell(n)


@pytest.mark.parametrize("n", LARGE)
def test_large_numbers_in_words(n: int) -> None:
    if n % 10**6:
        assert read(english(n)).strict == Extent.point(n), english(n)
        assert read(f"they counted {english(n, ' ')}").strict == Extent.point(n), english(n, " ")


def data(lang: str) -> dict[str, Any]:
    file = resources.files("conflicts.reading").joinpath("words", f"quantity.{lang}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


ORDINALS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]


def ordinal(n: int) -> str:
    if n < 20:
        return ORDINALS[n - 1]
    return f"{TENS[n // 10][:-1]}ieth" if not n % 10 else f"{TENS[n // 10]}-{ORDINALS[n % 10 - 1]}"


@pytest.mark.parametrize("n", [*range(1, 100)])
def test_every_ordinal(n: int) -> None:
    ending = "th" if n // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    for text in (
        ordinal(n),
        f"{ordinal(n)} round",
        f"the {ordinal(n)} round",
        f"{n}{ending}",
        f"the {n}{ending} round",
    ):
        value = read(text)
        assert (value.axis, value.strict, value.loose) == ("count", Extent.point(n), Extent.point(n)), text
    assert read(f"{n}{ending}", unit="km").axis == "count", "an ordinal is no measure"


PARTS: Final = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}


def test_every_fraction() -> None:
    for word, below in PARTS.items():
        for above in range(1, below):
            share = Fraction(above, below)
            plural = "halves" if word == "half" else f"{word}s"
            name = word if above == 1 else plural
            count = "a" if above == 1 else ENGLISH[above]
            texts = [f"{count} {name} of voters", f"{above}/{below} of voters",
                     f"{ENGLISH[above]} in {ENGLISH[below]} voters",
                     f"{above} out of {below}", f"backed by {count} {name} of voters"]  # fmt: skip
            texts += [f"{ENGLISH[above]}-{name}", f"{ENGLISH[above]} {name}"] if above > 1 else []
            for text in texts:
                value = read(text)
                expected = ("share", around(share, share / 20), around(share, share / 10))
                assert (value.axis, value.strict, value.loose) == expected, text
        for n in (1, 2, 5, 12):
            mixed = n + Fraction(1, below)
            spelt = [f"{ENGLISH[n]} and a {word}", f"{n} and a {word}"] if word in {"half", "quarter"} else []
            for text in (*spelt, f"{n} 1/{below}"):
                value = read(f"{text} million")
                assert value.strict == around(mixed * 10**6, mixed * 10**6 / 20), text
                assert value.loose == around(mixed * 10**6, mixed * 10**6 / 10), text


def test_halves_of_units_and_multipliers() -> None:
    for text, axis, number in (
        ("half a million", "count", 500_000),
        ("half a million people", "count", 500_000),
        ("a quarter of a million", "count", 250_000),
        ("three quarters of a billion", "count", 750_000_000),
        ("half a kilometre", "length", 500),
        ("a quarter of a kilometre", "length", 250),
        ("a kilometre and a half", "length", 1500),
        ("two and a half kilometres", "length", 2500),
        ("two kilometres and a half", "length", 2500),
        ("half a billion euros", "money EUR", 500_000_000),
        ("about half a tonne", "mass", None),
    ):
        value = read(text)
        assert value.axis == axis, text
        if number is not None:
            assert value.strict == around(Fraction(number), Fraction(number, 20)), text
            assert value.loose == around(Fraction(number), Fraction(number, 10)), text


# ---------------------------------------------------------------------- hedges

NUMBERS: Final[list[tuple[str, str, Spread, int, Fraction]]] = []
"""As printed, its axis, its spread, the least step of a count, and half its last digit where limits are meant to it."""
for _digits in ("2", "5", "12", "40", "450", "1,000", "1,200", "12,345", "40,000"):
    NUMBERS.append((_digits, "count", spread(_digits, counts=True), 1, Fraction(0)))
for _digits in ("14", "300", "1.2", "15.75"):
    NUMBERS.append((f"{_digits} million", "count", spread(_digits, 10**6, counts=True), 0,
                    Fraction(10**6, 2 * 10 ** len(_digits.partition(".")[2]))))  # fmt: skip
for _digits in ("3", "12", "8.5", "60", "2,700"):
    _km: Any = tuple(width * 1000 for width in spread(_digits, counts=False))
    NUMBERS.append((f"{_digits} km", "length", _km, 0, Fraction(0)))
    NUMBERS.append((f"${_digits}", "money USD", spread(_digits, counts=False), 0, Fraction(0)))
for _digits in ("7", "19", "60", "12.5", "99"):
    _share: Any = tuple(width / 100 for width in spread(_digits, counts=False))
    _places = len(_digits.partition(".")[2])
    _digit = Fraction(1, 200 * 10**_places) if len(_digits.replace(".", "")) > 1 else Fraction(0)
    NUMBERS.append((f"{_digits}%", "share", _share, 0, _digit))


def hedged(op: str, number: Spread, one: int, digit: Fraction) -> tuple[Extent, Extent]:
    """What a hedge makes of a number: about it 10 % and loosely 20 %, but one and two of what is counted; bounds."""
    at, half, wide = number
    strict, loose = max(at / 10, Fraction(one)), max(at / 5, Fraction(2 * one))
    here: Bound = (at, 0)
    match op:
        case "exactly":
            return around(at, half), around(at, half)
        case "about":
            return around(at, max(strict, half)), around(at, max(loose, wide, 2 * half))
        case "nearly":
            return stretch((at - strict, 0), (at, -1)), stretch((at - loose, 0), here)
        case "just_over":
            return stretch((at, 1), (at + strict, 0)), stretch(here, (at + loose, 0))
        case "at_least":
            return stretch(here, HIGHEST), stretch(here, HIGHEST)
        case "at_most":
            return stretch(LOWEST, here), stretch(LOWEST, here)
        case "more_than":
            return stretch((at, 1), HIGHEST), stretch(here, HIGHEST)
        case "less_than":
            return stretch(LOWEST, (at - digit, -1)), stretch(LOWEST, here)
        case "strictly_more":
            return stretch((at, 1), HIGHEST), stretch((at, 1), HIGHEST)
        case "strictly_less":
            return stretch(LOWEST, (at, -1)), stretch(LOWEST, (at, -1))
    raise AssertionError(op)


OPS: Final = {
    "exactly": ("exactly", ""),
    "about": ("about", ", give or take"),
    "nearly": ("nearly", ""),
    "just_over": ("just over", ""),
    "at_least": ("at least", " or more"),
    "at_most": ("up to", " or less"),
    "more_than": ("more than", ""),
    "less_than": ("less than", ""),
    "strictly_more": ("strictly more than", ""),
    "strictly_less": ("strictly less than", ""),
}


@pytest.mark.parametrize("op", OPS)
def test_every_hedge_on_every_shape_of_number(op: str) -> None:
    before, after = OPS[op]
    for printed, axis, number, one, digit in NUMBERS:
        strict, loose = hedged(op, number, one, digit)
        if op == "exactly":
            strict = loose = Extent.point(number[0])
        texts = [f"{before} {printed}", f"saw {before} {printed}", f"a total of {before} {printed}"]
        for text in [*texts, *([f"{printed}{after}"] if after else [])]:
            value = read(text)
            assert (value.axis, value.strict, value.loose) == (axis, strict, loose), text


ELSEWHERE: Final = {
    "give or take",
    "more or less",
    "- something",
    "au moins",
    "au minimum",
    "au plus",
    "au maximum",
    "au bas mot",
}
"""Phrases that do more than one thing, or of which another word of the language takes a part."""


def phrases(lang: str) -> Iterator[tuple[str, str, bool]]:
    for op, lists in data(lang)["hedges"].items():
        for side in ("before", "after"):
            for phrase in set(lists.get(side, ())) - ELSEWHERE:
                yield op, phrase, side == "before"


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_every_phrase_that_hedges(lang: str) -> None:
    wrong = []
    for op, phrase, is_before in phrases(lang):
        strict, loose = hedged(op, spread("50", counts=True), 1, Fraction(0))
        text = f"{phrase} 50" if is_before else f"50 {phrase}"
        try:
            value = read(text, lang=lang)
        except (UnreadError, AssertionError) as error:
            wrong.append((text, str(error)[:60]))
            continue
        if (value.strict, value.loose) != (strict, loose):
            wrong.append((text, said(value)))
    assert not wrong


@pytest.mark.parametrize("lang", ["en", "de", "fr"])
def test_every_vague_word(lang: str) -> None:
    wrong = []
    for entry in data(lang)["vague"]:
        (lo, *hi), (low, *high) = entry["usual"], entry["widest"]
        strict = stretch((lo, 0), (hi[0], -1) if hi else HIGHEST)
        loose = stretch((low, 0), (high[0], -1) if high else HIGHEST)
        for phrase in entry["words"]:
            value = read(phrase, lang=lang)
            if (value.axis, value.strict, value.loose) != ("count", strict, loose):
                wrong.append((phrase, said(value)))
    assert not wrong


PLURALS: Final = {"dozens": 12, "scores": 20, "hundreds": 100, "millions": 10**6, "billions": 10**9, "lakhs": 10**5}


def test_every_plural() -> None:
    for word, size in PLURALS.items():
        strict, loose = (
            stretch((2 * size, 0), (size * (100 if word == "dozens" else 10), -1)),
            stretch((size, 0), HIGHEST),
        )
        if word == "dozens":
            strict, loose = stretch((24, 0), (100, -1)), stretch((20, 0), HIGHEST)
        if word == "scores":
            strict = stretch((40, 0), (200, -1))
        for text in (word, f"{word} of people", f"killed {word} of people", f"they say {word} died"):
            value = read(text)
            assert (value.strict, value.loose) == (strict, loose), text
        (lo, lo_side), (hi, hi_side) = strict.intervals[0]
        for text in (f"{word} of millions of euros", f"cost {word} of millions of euros"):
            if size <= 100:
                assert read(text).strict == stretch((lo * 10**6, lo_side), (hi * 10**6, hi_side)), text
                assert read(text).axis == "money EUR"


# ---------------------------------------------------------------------- forms, wherever they stand in the text

FORMS: Final[list[tuple[str, str | None, str, str]]] = [
    ("34", None, "count {34}", "a count"),
    ("1,187 people", None, "count {1187}", "groups, and what is counted"),
    ("1 187 people", None, "count {1187}", "groups by a space"),
    ("1 234 567.5 km", None, "length [1234567450, 1234567550]", "groups by spaces, and a decimal"),
    ("45-50", None, "count [45, 50]", "a range with a hyphen"),
    ("45 to 50 people", None, "count [45, 50]", "a range in words"),
    ("between 45 and 50 people", None, "count [45, 50]", "a range with an opening"),
    ("from 45 to 50 people", None, "count [45, 50]", "a range with another"),
    ("between one hundred and two hundred people", None, "count [100, 200]", "and links the ends"),
    ("between 3 and 5 million people", None, "count [3000000, 5000000]", "both ends are millions"),
    (
        "between 3 and about 5 km",
        None,
        "length [2500, 5500] ~ [2000, 6000]",
        "the hedge is one of the whole, by its larger end",
    ),
    ("3 to 5 km", None, "length [3000, 5000]", "the unit counts for both"),
    ("3 km to 5 km", None, "length [3000, 5000]", "the unit twice"),
    ("45 ± 3 km", None, "length [42000, 48000]", "a margin"),
    ("45 km plus or minus 3 km", None, "length [42000, 48000]", "a margin in words"),
    ("45 give or take 5", None, "count [40, 50]", "a margin of another kind"),
    ("30% ± 2 percentage points", None, "share [7/25, 8/25]", "points about a share"),
    ("20 °C ± 2 °C", None, "temperature [5823/20, 5903/20]", "degrees about a temperature"),
    ("40 km ± 10 %", None, "length [36000, 44000]", "a share of the number"),
    ("three out of four", None, "share [57/80, 63/80] ~ [27/40, 33/40]", "a ratio"),
    ("one in five", None, "share [19/100, 21/100] ~ [9/50, 11/50]", "a ratio"),
    ("5 feet 10 inches", None, "length [17653/10000, 17907/10000]", "two units"),
    ("5 feet and 10 inches", None, "length [17653/10000, 17907/10000]", "two units with and"),
    ("6 foot 4", None, "length [19177/10000, 19431/10000]", "a bare number after feet"),
    ("6-foot-4", None, "length [19177/10000, 19431/10000]", "the same with hyphens"),
    ("5 lb 8 oz", None, "mass [317514659/128000000, 8028584949/3200000000]", "pounds and ounces"),
    ("12 or 13", None, "count {12} {13}", "either"),
    ("2 km or 3 km", None, "length [1500, 3500]", "either, which touch"),
    ("at least 3 but fewer than 5", None, "count [3, 5) ~ [3, 5]", "two bounds"),
    ("at most 3 or at least 7", None, "count (-∞, 3] [7, ∞)", "either bound"),
    ("40 or more", None, "count [40, ∞)", "a hedge after"),
    ("40 people or more", None, "count [40, ∞)", "a hedge after the noun"),
    ("40+", None, "count [40, ∞)", "a sign after"),
    ("60-odd", None, "count [54, 66] ~ [48, 72]", "a hedge after a hyphen"),
    ("dozens of people", None, "count [24, 100) ~ [20, ∞)", "a vague plural"),
    ("tens of thousands of people", None, "count [20000, 100000) ~ [10000, ∞)", "vague and scaled"),
    ("several hundred people", None, "count [300, 1000) ~ [200, 3000)", "vague and scaled"),
    ("several hundred million euros", None, "money EUR [300000000, 1000000000) ~ [200000000, 3000000000)", "twice"),
    ("a few thousand tonnes", None, "mass [2000000, 8000000) ~ [1000000, 20000000)", "vague measures"),
    ("several kilometres", None, "length [3000, 10000) ~ [2000, 30000)", "vague measures"),
    ("at least several hundred", None, "count [300, ∞) ~ [200, ∞)", "bounded and vague"),
    ("most of them", None, "share (1/2, 1]", "more than half"),
    ("a minority of them", None, "share [0, 1/2)", "less than half"),
    ("half of them", None, "share [19/40, 21/40] ~ [9/20, 11/20]", "a half"),
    ("half a dozen", None, "count {6}", "a whole number"),
    ("two dozen", None, "count {24}", "dozens told by number"),
    ("three score", None, "count {60}", "scores"),
    ("half a million", None, "count [475000, 525000] ~ [450000, 550000]", "5 %, loosely 10 %"),
    ("two-and-a-half million", None, "count [2375000, 2625000] ~ [2250000, 2750000]", "with hyphens"),
    ("2½ million", None, "count [2375000, 2625000] ~ [2250000, 2750000]", "with a vulgar fraction"),
    ("one point five million", None, "count [1450000, 1550000]", "decimals in words"),
    ("three point one four", None, "count [627/200, 629/200]", "more decimals in words"),
    ("3 × 10⁵", None, "count [250000, 350000]", "a power of ten"),
    ("2.5 × 10^3", None, "count [2450, 2550]", "a power of ten with a decimal"),
    ("3e5", None, "count [250000, 350000]", "scientific"),
    ("3.5e-2 km", None, "length [69/2, 71/2]", "scientific, below one"),
    ("10^5", None, "count [50000, 150000]", "a bare power"),
    ("minus five", None, "count {-5}", "a sign in words"),
    ("$1.2bn", None, "money USD [1150000000, 1250000000]", "a sign before, letters behind"),
    ("$3-5 million", None, "money USD [3000000, 5000000]", "both ends share the sign"),
    ("$3 million to $5 million", None, "money USD [3000000, 5000000]", "each end its own"),
    ("$1.5m-$2m", None, "money USD [1500000, 2000000]", "each end its own letters"),
    ("-$5m", None, "money USD [-5500000, -4500000]", "a loss"),
    ("5 million US dollars", None, "money USD [4500000, 5500000]", "words behind"),
    ("$82 a barrel", None, "money USD per bbl [163/2, 165/2]", "a rate"),
    ("$82 per barrel", None, "money USD per bbl [163/2, 165/2]", "a rate"),
    ("12 per 100,000", None, "count per 100,000 {12}", "a rate by a number"),
    ("3 tonnes per hectare", None, "mass per ha [2500, 3500]", "a rate by a unit"),
    ("1.2m tonnes", None, "mass [1150000000, 1250000000]", "m before a unit"),
    ("1.2m people", None, "count [1150000, 1250000]", "m before a noun"),
    ("1.2m high", None, "length [23/20, 5/4]", "m before a direction"),
    ("a mile", None, "length [100584/125, 301752/125]", "the article counts one"),
    ("5 miles (8 km)", None, "length [905256/125, 1106424/125]", "said twice"),
    ("$5m (€4m)", None, "money USD [4500000, 5500000]", "said in another currency"),
    ("5 degrees Celsius below zero", None, "temperature [5353/20, 5373/20]", "below zero in words"),
    ("40 below zero", "°F", "temperature [41867/180, 42067/180] ~ [41767/180, 42167/180]", "a temperature is expected"),
    ("a rise of 1.5 °C", None, "temperature difference [29/20, 31/20]", "a difference"),
    ("1.5 °C warmer", None, "temperature difference [29/20, 31/20]", "a difference"),
    ("a fall of 3 percent", None, "share [-7/200, -1/40] [1/40, 7/200]", "with or without the sign"),
    ("34, up from 30", None, "count {34}", "what it was before"),
    ("12", "km", "length [11500, 12500]", "the attribute's unit"),
    ("61", "percent", "share [121/200, 123/200]", "the attribute's unit"),
    ("1.2m", "EUR", "money EUR [1150000, 1250000]", "money is expected"),
    ("third", None, "count {3}", "an ordinal"),
    ("21st", None, "count {21}", "an ordinal in digits"),
    ("twenty-first round", None, "count {21}", "an ordinal in words"),
    ("twelve hundred", None, "count {1200} ~ [1150, 1250]", "hundreds beyond nine"),
    ("two thousand million", None, "count [1500000000, 2500000000]", "what a billion was called once"),
    ("more than a dozen", None, "count (12, ∞) ~ [12, ∞)", "a bound on a word"),
    ("not more than 45", None, "count (-∞, 45]", "no denial"),
    ("3,000 to 4,000", None, "count [3000, 4000]", "two round ends"),
]
FORMS_BEFORE: Final = ("", "saw ", "they saw ", "how they saw ", "so they now saw ")
FORMS_AFTER: Final = ("", " altogether", " so far", ", it said", " (preliminary)", ".")


@pytest.mark.parametrize(("text", "unit", "expected", "why"), FORMS, ids=[form[0] for form in FORMS])
def test_a_form_reads_the_same_wherever_it_stands(text: str, unit: str | None, expected: str, why: str) -> None:
    wrong = []
    for before in FORMS_BEFORE:
        for after in FORMS_AFTER:
            if ")" in text and after:
                continue
            found = said(read(f"{before}{text}{after}", unit=unit))
            if found != expected:
                wrong.append(f"{before}{text}{after}: {found}")
    assert not wrong, why


# ---------------------------------------------------------------------- what is not told

UNREAD: Final[list[tuple[str, str | None, str, str]]] = [
    ("12 killed and 30 wounded", None, "there are two numbers in it, '12' and '30'", "two counts"),
    ("12 in 2024", None, "there are two numbers in it, '12' and '2024'", "a year"),
    ("12 in 1800", None, "there are two numbers in it", "the first year taken for one"),
    ("12 in 2100", None, "there are two numbers in it", "the last year taken for one"),
    ("1 out of 1,000,001", None, "there are two numbers in it", "beyond a million nobody counts one in so many"),
    ("5 out of 4", None, "there are two numbers in it", "more than the whole"),
    ("12 or 13 dead and 30 wounded", None, "there are two numbers in it", "a number after alternatives"),
    ("at least 3 but fewer than 5 dead and 30 wounded", None, "there are two numbers in it", "and after two bounds"),
    ("40, up from 30, and 12 missing", None, "there are two numbers in it", "and after what it was before"),
    ("-1 out of 5", None, "there are two numbers in it", "less than none"),
    ("10 inches 5 feet", None, "there are two numbers in it", "the smaller unit first"),
    ("5 km 3 km", None, "there are two numbers in it", "one unit twice"),
    ("5 km 3 kg", None, "there are two numbers in it", "a mass after a length"),
    ("1 in 1", None, "there are two numbers in it", "no part of it"),
    ("another 12", None, "'another' adds to a figure that is not given", "added to what?"),
    ("3 times as many", None, "compares with a figure that is not given", "as what?"),
    ("12 more", None, "'more' compares with a figure that is not given", "than what?"),
    ("rose from 3 to 5", None, "it tells a change from one figure to another", "two figures"),
    ("increased from 30 km to 50 km", None, "it tells a change from one figure to another", "two figures"),
    ("between 5", None, "'between' needs two numbers", "one end"),
    ("from 45", None, "'from' needs two numbers", "one end"),
    ("50 to 45", None, "the range does not run from a smaller number to a larger one", "backwards"),
    ("between 5 km and 3 km", None, "the range does not run from a smaller number to a larger one", "backwards"),
    ("between 3 and at least 5", None, "'at least' inside a range cannot be read", "a bound inside"),
    ("5 km ± 3 kg", None, "the margin measures something else", "a mass about a length"),
    ("3 km to 5 kg", None, "the two ends of the range measure different things", "a mass after a length"),
    ("3 km or 5 kg", None, "its parts measure different things: length, mass", "a mass or a length"),
    ("at least at most 5", None, "bounded from below and from above by the same number", "both"),
    ("more than 5 and fewer than 3", None, "no number fits both of its bounds", "none"),
    ("5 pounds", None, "the unit can be GBP, lb", "money or a mass"),
    ("5 mw", None, "'mw' can be", "milli or mega"),
    ("40 below zero", None, "a temperature without a unit", "which degrees?"),
    ("40 below zero", "km", "a temperature without a unit", "a length is expected"),
    ("1,2,3", None, "'1,2,3' is no number", "groups of one"),
    ("1.2.3", None, "'1.2.3' is no number", "a version"),
    ("5 miles (20 km)", None, "what stands in brackets is another quantity", "said twice, differently"),
    ("5 milhões", None, "'milhões' multiplies in another language", "Portuguese"),
    ("12 a" + " b" * 150, None, "is a passage; give the quantity alone", "too long"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "reason", "why"), UNREAD, ids=[row[0][:40] for row in UNREAD])
def test_what_cannot_be_told_says_why_wherever_it_stands(text: str, unit: str | None, reason: str, why: str) -> None:
    for before in ("", "saw ", "they saw "):
        with pytest.raises(UnreadError) as caught:
            read(before + text, unit=unit)
        assert reason in str(caught.value), why


@pytest.mark.parametrize(("kind", "most"), [("quantity", 24), (None, 10)])
def test_so_many_words_are_a_sentence(kind: str | None, most: int) -> None:
    assert read("12" + " cats" * most, kind=kind).strict == Extent.point(12)
    with pytest.raises(UnreadError, match="it is a sentence"):
        read("12" + " cats" * (most + 1), kind=kind)


IN_OF: Final = [(1, 2), (1, 10), (1, 1799), (1, 2101), (9, 10), (0, 5), (5, 5), (1, 100), (1, 1_000_000)]


@pytest.mark.parametrize(("top", "bottom"), IN_OF)
def test_so_many_in_so_many(top: int, bottom: int) -> None:
    size = Fraction(top, bottom)
    for link in ("in", "out of", "in every"):
        value = read(f"{top} {link} {bottom}")
        assert (value.axis, value.strict, value.loose) == ("share", around(size, size / 20), around(size, size / 10))


UNASKED: Final[list[tuple[str, str | None, str]]] = [
    ("12", "count {12}", "a number alone"),
    ("12 delegates", "count {12}", "with a noun"),
    ("12 delegates from the north", "count {12}", "and words after"),
    ("about 12 Palestinians", "count [54/5, 66/5] ~ [48/5, 72/5]", "a hedge shows a count, whatever capitals follow"),
    ("12 to 15 Palestinians", "count [12, 15]", "so does a range"),
    ("8 km from Kyiv", "length [7500, 8500]", "so does a unit"),
    ("$5m for Kyiv", "money USD [4500000, 5500000]", "so does money"),
    ("38 degrees Celsius", "temperature [6213/20, 6233/20]", "a unit with a capital"),
    ("3/4", "share [57/80, 63/80] ~ [27/40, 33/40]", "a fraction that is written as one"),
    ("5/8", "share [19/32, 21/32] ~ [9/16, 11/16]", "another"),
    ("7/10", "share [133/200, 147/200] ~ [63/100, 77/100]", "another"),
    ("third round", "count {3}", "an ordinal and what it counts"),
    ("21st", "count {21}", "an ordinal alone"),
    ("no casualties", "count {0}", "a noun that is counted"),
    ("no confirmed civilian casualties", "count {0}", "with adjectives"),
    ("45-50", "count [45, 50]", "a range that rises"),
    ("12 Angry Men", None, "a title"),
    ("Twelve Angry Men", None, "a title in words"),
    ("50 Cent", None, "a name that ends in a unit"),
    ("Three Mile Island", None, "another"),
    ("9/11", None, "a date"),
    ("4/7", None, "a date"),
    ("7/9", None, "a date"),
    ("3-1", None, "a score"),
    ("3-3", None, "a draw"),
    ("007", None, "a code"),
    ("07", None, "a code of two digits"),
    ("0", "count {0}", "nought is no code"),
    ("no inquiry into army deaths", None, "too far from the noun that is counted"),
    ("first lady", None, "a title"),
    ("one of the attackers", None, "a person"),
    ("12 of them", None, "some of what was told before"),
    ("killed 12", None, "it does not begin with the number"),
    ("no comment from any of the many parties", None, "not a count"),
    ("no talks", None, "not a noun that is counted"),
    ("3:1", None, "a result"),
    ("Boeing 747", None, "a name"),
    ("12 may have died", None, "a doubt"),
    ("12 p.m.", None, "a time"),
    ("12 days", None, "a length of time"),
]


@pytest.mark.parametrize(("text", "expected", "why"), UNASKED, ids=[row[0] for row in UNASKED])
def test_where_no_quantity_is_asked_for(text: str, expected: str | None, why: str) -> None:
    value = read_quantity(text, Settings())
    assert (None if value is None else said(value)) == expected, why


REFUSED: Final = [
    "two hours", "90-minute", "saw 90-minute talks", "5 p.m.", "12 June", "the 12 June", "not 12",
    "possibly 12", "12 didn't", "Boeing 747", "COVID-19", "an F-16", "CO2",
    "Istanbul", "many", "at least", "", "…", "()", "(12)…x@", "about",
    "between", "12 @ 5", "if 12", "12 o'clock", "expected 12",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_quantity_even_where_one_is_asked_for(text: str) -> None:
    assert read_quantity(text, ASKED) is None


NOTES: Final = [
    ("38 degrees", "it can be read in two ways: both are kept", None),
    ("300.000", "it can be read in two ways: both are kept", None),
    ("$5m (€4m)", "also given in EUR, which is left out", "USD"),
    ("a fall of 3 percent", "a fall can be written with a minus or without: both are kept", "%"),
    ("a rise of 3 percent", None, "%"),
    ("5 miles", None, "mi"),
    ("12 in", None, None),
    ("12", None, None),
]


@pytest.mark.parametrize(("text", "note", "unit"), NOTES)
def test_what_a_value_keeps_for_its_reader(text: str, note: str | None, unit: str | None) -> None:
    value = read(text)
    assert (value.note, value.unit, value.text) == (note, unit, text)


LANGUAGES: Final[list[tuple[str, str, str, str]]] = [
    ("de", "1.234", "count {1234}", "a point groups"),
    ("de", "1.234,5 km", "length [1234450, 1234550]", "a comma is the decimal sign"),
    ("de", "3,5 Millionen Euro", "money EUR [3450000, 3550000]", "a decimal comma"),
    ("de", "3,500 km", "length [6999/2, 7001/2]", "three digits after the language's own decimal sign"),
    ("de", "mindestens 50 Tote", "count [50, ∞)", "a hedge"),
    ("de", "zwei Dutzend", "count {24}", "a multiplier"),
    ("de", "3. Runde", "count {3}", "an ordinal with a point"),
    ("de", "anderthalb Millionen", "count [1425000, 1575000] ~ [1350000, 1650000]", "a mixed number in one word"),
    ("de-CH", "1'234.5 km", "length [1234450, 1234550]", "Swiss figures"),
    ("de-CH", "1'234", "count {1234}", "an apostrophe groups"),
    ("fr", "1 234,5 km", "length [1234450, 1234550]", "a space groups"),
    ("fr", "3,5 millions d'euros", "money EUR [3450000, 3550000]", "an elision"),
    ("fr", "au moins 50 morts", "count [50, ∞)", "a hedge"),
    ("en", "1.234,5 km", "length [1234450, 1234550]", "two signs tell which is which"),
    ("en", "1,234.5 km", "length [1234450, 1234550]", "two signs tell which is which"),
    ("en", "1.234 km", "length [2467/2, 2469/2]", "one sign before three digits: the language's own"),
    ("en", "12,34,567", "count {1234567}", "Indian groups"),
    ("en", "1,23,456", "count {123456}", "Indian groups"),
    ("en", "1'234", "count {1234}", "an apostrophe groups"),
    ("xx", "at least 1,234", "count [1234, ∞)", "a language that is not known is read as English"),
]


@pytest.mark.parametrize(("lang", "text", "expected", "why"), LANGUAGES)
def test_figures_of_other_desks(lang: str, text: str, expected: str, why: str) -> None:
    assert said(read(text, lang=lang)) == expected, why


# ---------------------------------------------------------------------- the pieces

FIGURES: Final[list[tuple[str, int, object]]] = [
    ("7", 0, (7, 1, 1)),
    ("1,234", 0, (1234, 1, 1)),
    ("999,999", 0, (999999, 1, 1)),
    ("1,234,567", 0, (1234567, 1, 1)),
    ("12,34,567", 0, (1234567, 1, 1)),
    ("1,23,45,678", 0, (12345678, 1, 1)),
    ("123,45,678", 0, None),
    ("1,234,56", 0, None),
    ("1,2345,678", 0, None),
    ("0,234,567", 0, None),
    ("1,234.5", 0, (Fraction("1234.5"), Fraction(1, 10), 1)),
    ("1.234,5", 0, (Fraction("1234.5"), Fraction(1, 10), 1)),
    ("1.234.567,25", 0, (Fraction("1234567.25"), Fraction(1, 100), 1)),
    ("1'234'567.25", 0, (Fraction("1234567.25"), Fraction(1, 100), 1)),
    ("1.234'567", 0, None),
    ("1'234", 0, (1234, 1, 1)),
    ("0'234", 0, None),
    ("1.5", 0, (Fraction(3, 2), Fraction(1, 10), 1)),
    ("1,5", 0, (Fraction(3, 2), Fraction(1, 10), 1)),
    ("1.50", 0, (Fraction(3, 2), Fraction(1, 100), 1)),
    ("2.0", 0, (2, Fraction(1, 10), 1)),
    ("0.500", 0, (Fraction(1, 2), Fraction(1, 1000), 1)),
    ("1.234", 0, (Fraction("1.234"), Fraction(1, 1000), 1)),
    ("1234.567", 0, (Fraction("1234.567"), Fraction(1, 1000), 1)),
    ("1234,567", 0, (Fraction("1234.567"), Fraction(1, 1000), 1)),
    ("300.000", 0, (300000, 1, 2)),
    ("300.000", 1, (300, Fraction(1, 1000), 2)),
    ("300,000", 1, (300000, 1, 1)),
    ("1,234'567.8", 0, None),
    ("1,23.5", 0, None),
]


@pytest.mark.parametrize(("raw", "way", "expected"), FIGURES)
def test_figures(raw: str, way: int, expected: object) -> None:
    figure = read_figure(raw, ".", {","}, way)
    assert (None if figure is None else (figure.value, figure.step, figure.ways)) == expected
    if figure is not None:
        assert figure.is_whole is (figure.step == 1)
        assert figure.value.denominator > 1 or isinstance(figure.value, int)


def test_exact_numbers_are_whole_where_they_can_be() -> None:
    for number in (-9, -1, 0, 1, 2, 7, 12, 60, Fraction(1, 2), Fraction(-7, 3), Fraction(8, 2)):
        for size in (1, 2, 3, 5, 20, 40):
            found = part(number, size)
            assert found == Fraction(number) / size
            assert isinstance(found, int) is ((Fraction(number) / size).denominator == 1)
        assert halved(number) == Fraction(number) / 2
        assert whole(number) == number
        assert isinstance(whole(number), int) is (Fraction(number).denominator == 1)
        assert magnitude(number) == abs(number)


@pytest.mark.parametrize("enum", [Part, Kind, Style, Role])
def test_no_two_members_are_one(enum: Any) -> None:
    assert len(list(enum)) == len(enum.__members__)


def test_every_kind_of_phrase_is_a_part_of_a_text() -> None:
    assert set(Kind.__members__) <= set(Part.__members__)


def test_multipliers_multiply_all_of_a_number() -> None:
    vague = Numeral(Fraction(3), 1, Style.VAGUE, Vague((3, 10), (2, None), "share"), scale=100)
    more = vague.times(1000)
    assert (more.value, more.scale, more.style) == (3000, 100_000, Style.VAGUE)
    assert more.vague == Vague((3000, 10_000), (2000, None), "share")
    open_below = Numeral(2, 1, Style.VAGUE, Vague((2, None), (None, 30))).times(12)
    assert open_below.vague == Vague((24, None), (None, 360))
    for number, size, value, step, style in (
        (Numeral(3), 12, 36, 1, Style.PLAIN),
        (Numeral(3), 999, 2997, 1, Style.PLAIN),
        (Numeral(3), 1000, 3000, 1000, Style.ROUNDED),
        (Numeral(3, 1000, Style.ROUNDED), 1000, 3000, 10**6, Style.ROUNDED),
        (Numeral(Fraction(3, 2), Fraction(1, 10), Style.DECIMAL), 10**6, 1_500_000, 100_000, Style.DECIMAL),
        (Numeral(Fraction(1, 2), 1, Style.FRACTION), 12, 6, 1, Style.PLAIN),
        (Numeral(Fraction(1, 3), 1, Style.FRACTION), 100, Fraction(100, 3), 100, Style.FRACTION),
        (Numeral(Fraction(1, 2), 1, Style.FRACTION), 1000, 500, 1000, Style.FRACTION),
    ):
        found = number.times(size)
        assert (found.value, found.step, found.style, found.scale) == (value, step, style, size)
        assert number.times(size).times(10**6).scale == size * 10**6


TOKENS: Final = [
    ("$1.2bn-odd", "$ 1.2 bn - odd", "a sign, a figure, letters"),
    ("6' 2\"", "6 ' 2 \"", "feet and inches"),
    ("1'234 d'euros", "1'234 d' euros", "an apostrophe inside a figure, and after a word"),
    ("1'2345", "1 ' 2345", "four digits are no group"),
    ("5 km²", "5 km ^ 2", "a power"),
    ("10⁻⁵", "10 ^ - 5", "a negative one"),
    ("2½", "2 1 / 2", "a vulgar fraction"),
    ("‘twas “7”", '\' twas " 7 "', "quotation marks"),
    ("7–9", "7 - 9", "a dash"),
    ("３ ×", "3 ×", "full-width digits"),
    ("a\u200bb\u00adc", "abc", "what is not seen"),
    ("1,234.5,", "1,234.5 ,", "a comma that ends a clause"),
    ("x_y", "x _ y", "an underscore"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TOKENS)
def test_tokens(text: str, expected: str, why: str) -> None:
    tokens = tokenise(text)
    assert " ".join(tokens.raw) == expected, why
    assert tokens.low == [token.lower() for token in tokens.raw]
    assert len(tokens.gap) == len(tokens.raw)
    inner = tokens.part(1, 2)
    assert (inner.raw, inner.low, inner.gap) == (tokens.raw[1:2], tokens.low[1:2], tokens.gap[1:2])


def test_tokens_know_the_spaces_before_them() -> None:
    assert tokenise("a b-c  d").gap == [False, True, False, False, True]


REACHES: Final[list[tuple[Numeral, int, bool, tuple[object, object]]]] = [
    (Numeral(999), 1, True, (0, 0)),
    (Numeral(1000), 1, True, (0, 50)),
    (Numeral(1010), 1, True, (0, 0)),
    (Numeral(1100), 1, True, (0, 50)),
    (Numeral(-40_000), 1, True, (0, 2000)),
    (Numeral(3, style=Style.ORDINAL), 1, True, (0, 0)),
    (Numeral(3, style=Style.VAGUE), 1, False, (0, 0)),
    (Numeral(Fraction(1, 2), style=Style.FRACTION), 1, True, (Fraction(1, 40), Fraction(1, 20))),
    (Numeral(Fraction(-1, 2), style=Style.FRACTION), 1000, False, (25, 50)),
    (Numeral(0), 1, False, (Fraction(1, 2), Fraction(1, 2))),
    (Numeral(8), 1000, False, (500, 500)),
    (Numeral(60), 1, False, (Fraction(3, 2), 3)),
    (Numeral(10), 1, False, (Fraction(1, 2), Fraction(1, 2))),
    (Numeral(100), 1, False, (Fraction(5, 2), 5)),
    (Numeral(2700), 2, False, (100, 100)),
    (Numeral(5000), 1, False, (125, 250)),
    (Numeral(3_000_000, 10**6, Style.ROUNDED), 1, True, (500_000, 500_000)),
    (Numeral(300_000_000, 10**6, Style.ROUNDED), 1, True, (500_000, 15_000_000)),
    (Numeral(300_000_000, 10**6, Style.ROUNDED), 1, False, (7_500_000, 15_000_000)),
    (Numeral(5, Fraction(1, 10), Style.DECIMAL), 1, False, (Fraction(1, 20), Fraction(1, 20))),
    (Numeral(50, Fraction(1, 10), Style.DECIMAL), 1, True, (Fraction(1, 20), Fraction(1, 20))),
]


@pytest.mark.parametrize(("numeral", "factor", "counts", "expected"), REACHES)
def test_reach(numeral: Numeral, factor: int, counts: bool, expected: tuple[object, object]) -> None:
    assert reach(numeral, factor, counts=counts) == expected


BACKWARDS: Final = [
    ("5 to 3", True),
    ("5 to 5", True),
    ("5 to 6", False),
    ("about 5 to about 6", False),
    ("-3 to -5", True),
    ("-5 to -3", False),
]


@pytest.mark.parametrize(("text", "fails"), BACKWARDS)
def test_a_range_runs_upwards(text: str, fails: bool) -> None:
    if fails:
        with pytest.raises(UnreadError):
            read(text)
    else:
        assert read(text).axis == "count"


# ---------------------------------------------------------------------- two units, rarer numerals, signs and rates


def test_every_height_in_feet_and_inches() -> None:
    for feet in (1, 5, 6, 12):
        for inches in (1, 4, 10, 11):
            number = (feet * 12 + inches) * INCH
            expected = ("length", around(number, INCH / 2))
            for text in (f"{feet} feet {inches} inches", f"{feet} ft {inches} in", f"{feet} feet and {inches} inches",
                         f"{feet} foot {inches}", f"{feet}-foot-{inches}", f"{feet} ft {inches}",
                         f"stands {feet} feet {inches} inches tall", f"she is {feet} ft {inches} in tall"):  # fmt: skip
                value = read(text)
                assert (value.axis, value.strict) == expected, text
    for text in ("6 foot 12", "6 feet 12", "6 km 12"):
        with pytest.raises(UnreadError, match="there are two numbers in it"):
            read(text)
    for text, pounds in (("11 stone 4", 158), ("11 stone 13", 167), ("3 lb 8 oz", Fraction(7, 2))):
        half = POUND / 32 if "oz" in text else POUND / 2
        assert read(text).strict == around(pounds * POUND, half), text


RARER: Final[list[tuple[str, int | str, int | str, int | str, str]]] = [
    ("a hundred people", 100, 0, 0, "an article counts one"),
    ("a hundred and five people", 105, 0, 0, "and goes on"),
    ("hundred people", 100, 0, 0, "nothing counts one"),
    ("a thousand people", 1000, 0, 50, "a large round count"),
    ("a dozen eggs", 12, 0, 0, "twelve"),
    ("a million people", 10**6, 500_000, 500_000, "rounded to a million"),
    ("two hundred million people", 2 * 10**8, 500_000, 10**7, "rounded to a million, loosely 5 %"),
    ("two and three quarters million", 2_750_000, 137_500, 275_000, "a fraction in words"),
    ("three-quarters of a million people", 750_000, 37_500, 75_000, "a part of a million"),
    ("a half-dozen eggs", 6, 0, 0, "six"),
    ("half dozen eggs", 6, 0, 0, "six"),
    ("six point two five million", 6_250_000, 5000, 5000, "decimals in words"),
    ("one-hundred-and-twenty people", 120, 0, 0, "hyphens all through"),
    ("twenty one people", 21, 0, 0, "no hyphen at all"),
    ("5k people", 5000, 500, 500, "a letter"),
    ("5 bn. people", 5 * 10**9, 5 * 10**8, 5 * 10**8, "an abbreviation with a point"),
    ("1 234,5", "1234.5", "0.05", "0.05", "after a spaced group a comma is decimal"),
    ("12 345 678 people", 12_345_678, 0, 0, "two groups by spaces"),
    ("12 345 678.25", "12345678.25", "0.005", "0.005", "and a decimal"),
    ("2e3", 2000, 500, 500, "scientific"),
    ("2E3", 2000, 500, 500, "in a capital"),
    ("2e+3", 2000, 500, 500, "with a sign"),
    ("2.5e+3", 2500, 50, 50, "with decimals"),
    ("3x10^5", 300_000, 50_000, 50_000, "an x"),
    ("3*10^5", 300_000, 50_000, 50_000, "an asterisk"),
    ("3·10^5", 300_000, 50_000, 50_000, "a dot"),
    ("3 × 10⁻²", "0.03", "0.005", "0.005", "a negative power"),
    ("10^3", 1000, 500, 500, "a power alone"),
    ("+5", 5, 0, 0, "a plus sign"),
    ("plus five", 5, 0, 0, "in words"),
    ("negative five", -5, 0, 0, "a minus in words"),
    ("covid-19 killed 12", 12, 0, 0, "a figure of a name"),
    ("the covid-19 wave killed 12", 12, 0, 0, "further on"),
    ("its f-16 jets hit 12 targets", 12, 0, 0, "and of a jet"),
]


@pytest.mark.parametrize(("text", "number", "strict", "loose", "why"), RARER, ids=[row[0] for row in RARER])
def test_rarer_numerals(text: str, number: int | str, strict: int | str, loose: int | str, why: str) -> None:
    middle = Fraction(number)
    for before in ("", "saw ", "they saw "):
        value = read(before + text)
        expected = ("count", around(middle, Fraction(strict)), around(middle, Fraction(loose)))
        assert (value.axis, value.strict, value.loose) == expected, f"{before}{text}: {why}"


SAME: Final[list[tuple[str, str, str]]] = [
    ("5€", "€5", "a sign behind"),
    ("5 €", "€5", "and a space"),
    ("USD 5 million", "$5 million", "a code before"),
    ("USD5m", "$5 million", "a code glued"),
    ("US$ 5 million", "$5 million", "a space between"),
    ("$5 Australian dollars", "A$5", "the word tells whose dollars"),
    ("$5 million US dollars", "$5 million", "told twice"),
    ("$-5", "-$5", "the sign of the number behind that of the money"),
    ("$3b", "$3 billion", "b after money"),
    ("$3t", "$3 trillion", "t after money"),
    ("3b people", "3 billion people", "b before a thing"),
    ("3-million-euro", "€3 million", "all in one word"),
    ("a 3-million-euro deal", "€3 million", "with an article"),
    ("1.2m-high", "1.2 metres", "a height"),
    ("3t of grain", "3 tonnes", "t of a thing is a tonne"),
    ("12in", "12 inches", "an inch glued"),
    ("two thirds of a mile", "two-thirds of a mile", "a part of one"),
    ("a tonne", "1 tonne", "the article counts one"),
    ("a tonne of rice", "1 tonne", "of something"),
    ("a dollar a day", "$1 per day", "a rate of one"),
    ("12 a day", "12 per day", "a rate"),
    ("$3 a head", "$3 per head", "a rate"),
    ("$3/barrel", "$3 a barrel", "a stroke"),
    ("80 km an hour", "80 km/h", "a speed"),
    ("3 people per km²", "3 per square kilometre", "a density"),
    ("anywhere between 3 and 5 percent", "3 to 5 percent", "a range"),
    ("3 and a half km", "three and a half kilometres", "a half behind"),
    ("a few dozen people", "a few dozen", "vague dozens"),
    ("40 give or take", "about 40", "a hedge behind"),
    ("60-odd people", "about 60", "a hedge behind"),
    ("a couple of hundred people", "a couple of hundred", "vague"),
    ("“12”", "12", "in quotation marks"),
    ("12 km (7.5 miles)", "12 km", "said twice"),
    ("7.5 miles (12 km)", "7.5 miles", "said twice"),
]


@pytest.mark.parametrize(("text", "same", "why"), SAME, ids=[row[0] for row in SAME])
def test_two_ways_to_write_one_quantity(text: str, same: str, why: str) -> None:
    for before in ("", "cost ", "it cost "):
        one, other = read(before + text), read(same)
        assert (one.axis, one.strict, one.loose) == (other.axis, other.strict, other.loose), f"{before}{text}: {why}"


def test_a_passage_is_no_quantity() -> None:
    assert read("12" + " " * 298).strict == Extent.point(12)
    with pytest.raises(UnreadError, match="a text of 301 characters is a passage"):
        read("12" + " " * 299)
    assert read_quantity("12" + " " * 299, Settings()) is None


NAMED: Final = [("Twelve Miles Out", False), ("Eight Mile Road", False), ("5 Km", True), ("5 kilometres", True)]


@pytest.mark.parametrize(("text", "is_read"), NAMED)
def test_a_unit_with_a_capital_may_end_a_name(text: str, is_read: bool) -> None:
    assert (read_quantity(text, Settings()) is not None) is is_read


@pytest.mark.parametrize("before", ["", "die ", "in der ", "das war die ", "und das war die "])
def test_every_german_ordinal_in_digits(before: str) -> None:
    for n in range(1, 32):
        for noun in ("Runde", "Sitzung"):
            value = read(f"{before}{n}. {noun}", lang="de", unit="km")
            assert (value.axis, value.strict) == ("count", Extent.point(n)), f"{before}{n}. {noun}"
        assert read(f"{before}{n} km. ", lang="de").axis == "length"


WHOLE_LINES: Final = ["length", "count", "money USD", "money USD per bbl", "temperature difference", "share"]


@pytest.mark.parametrize("axis", WHOLE_LINES)
def test_any_value_of_an_axis(axis: str) -> None:
    for kind in ("quantity", None):
        value = read(f"any {axis}", kind=kind)
        assert (value.axis, value.strict, value.loose) == (axis, LINE, LINE)


@pytest.mark.parametrize("text", ["any", "any talks", "any length at all", "saw any length"])
def test_any_is_said_of_axes_alone(text: str) -> None:
    assert read_quantity(text, ASKED) is None
