"""The unit table: sizes, names, and what a name can mean."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import pytest

from conflicts.values.units import axis_units, expanded, find_unit, is_quantity_axis, unit_table

SIZES = [
    ("mile", "length", Fraction("1609.344"), "the international mile"),
    ("km", "length", Fraction(1000), "a prefix"),
    ("nautical miles", "length", Fraction(1852), "by definition"),
    ("acre", "area", Fraction("4046.8564224"), "of international feet"),
    ("litres", "volume", Fraction(1, 1000), "a cubic decimetre"),
    ("barrels", "volume", Fraction("0.158987294928"), "42 US gallons"),
    ("US gallon", "volume", Fraction("0.003785411784"), "231 cubic inches"),
    ("lb", "mass", Fraction("0.45359237"), "by definition"),
    ("km/h", "speed", Fraction(5, 18), "a thousand metres in 3,600 seconds"),
    ("mph", "speed", Fraction("0.44704"), "a mile in an hour"),
    ("knots", "speed", Fraction(463, 900), "1,852 metres in an hour"),
    ("kWh", "energy", Fraction(3600000), "a thousand watts for an hour"),
    ("gigawatts", "power", Fraction(10**9), "a prefix in words"),
    ("hPa", "pressure", Fraction(100), "a prefix"),
    ("GB", "data", Fraction(10**9), "a decimal prefix"),
    ("GiB", "data", Fraction(2**30), "a binary one"),
    ("percent", "share", Fraction(1, 100), "a hundredth"),
    ("basis points", "percentage points", Fraction(1, 100), "a hundredth of a point"),
    ("degC difference", "temperature difference", Fraction(1), "a kelvin"),
    ("US dollars", "money USD", Fraction(1), "a currency"),
    ("USD cent", "money USD", Fraction(1, 100), "its hundredth"),
]


@pytest.mark.parametrize(("name", "axis", "factor", "why"), SIZES)
def test_size(name: str, axis: str, factor: Fraction, why: str) -> None:
    unit = find_unit(name)
    assert unit is not None, why
    assert (unit.axis, unit.factor) == (axis, factor), why


def test_temperatures_have_an_offset() -> None:
    fahrenheit, celsius = find_unit("°F"), find_unit("°C")
    assert fahrenheit is not None
    assert celsius is not None
    assert fahrenheit.to_base(212) == celsius.to_base(100) == Fraction("373.15")
    assert fahrenheit.from_base(celsius.to_base(-40)) == -40


@pytest.mark.parametrize(
    ("name", "lang", "symbol"),
    [
        ("dollars", "en", "USD"),
        ("dollars", "en-AU", "AUD"),
        ("$", "en-CA", "CAD"),
        ("rupees", "en-IN", "INR"),
        ("gallons", "en-US", "US gal"),
        ("Kilometer", "de", "km"),
        ("kilomètres", "fr", "km"),
        ("KM", "en", "km"),
    ],
)
def test_name_by_language_and_region(name: str, lang: str, symbol: str) -> None:
    unit = find_unit(name, lang)
    assert unit is not None
    assert unit.symbol == symbol


@pytest.mark.parametrize("name", ["pounds", "kr", "rupees", "people", "mw", "", "per", "/"])
def test_no_single_unit(name: str) -> None:
    assert find_unit(name) is None


def test_a_rate_has_an_axis_of_its_own() -> None:
    unit = find_unit("USD per barrel")
    assert unit is not None
    assert unit.axis == "money USD per bbl"
    assert find_unit("USD/barrel") == unit
    assert is_quantity_axis(unit.axis)
    assert [u.symbol for u in axis_units(unit.axis)] == ["USD per bbl"]


def test_short_names_expand() -> None:
    assert list(expanded("metre(s) per second")) == ["metre per second", "metres per second"]


@pytest.mark.parametrize("lang", ["en", "de", "fr", "xx"])
def test_every_table_loads(lang: str) -> None:
    table = unit_table(lang)
    assert all(unit.factor > 0 for unit in table.units.values())
    assert all(meaning.units for meaning in table.names.values())


PREFIXES: Final = {
    "n": ("nano", -9), "µ": ("micro", -6), "m": ("milli", -3), "c": ("centi", -2), "d": ("deci", -1), "h": ("hecto", 2),
    "k": ("kilo", 3), "M": ("mega", 6), "G": ("giga", 9), "T": ("tera", 12), "P": ("peta", 15), "E": ("exa", 18),
}  # fmt: skip
PREFIXED: Final = [
    ("m", "metre", "nµmcdk", 1, "length"), ("g", "gram", "µmk", Fraction(1, 1000), "mass"),
    ("J", "joule", "kMGTPE", 1, "energy"), ("Wh", "watt-hour", "kMGT", 3600, "energy"),
    ("W", "watt", "mkMGT", 1, "power"),
    ("Pa", "pascal", "hkMG", 1, "pressure"), ("B", "byte", "kMGTPE", 1, "data"),
]  # fmt: skip


@pytest.mark.parametrize(("symbol", "name", "prefixes", "size", "axis"), PREFIXED)
def test_every_prefix(symbol: str, name: str, prefixes: str, size: Fraction, axis: str) -> None:
    for letter in prefixes:
        spoken, power = PREFIXES[letter]
        for text in (letter + symbol, spoken + name, f"{spoken}{name}s", f" {spoken}{name}s "):
            unit = find_unit(text)
            assert unit is not None, text
            assert (unit.symbol, unit.axis, unit.factor) == (letter + symbol, axis, size * Fraction(10) ** power)
            assert unit.from_base(unit.to_base(7)) == 7


MEANT: Final[list[tuple[str, str, str | None]]] = [
    ("dollars", "en", "USD"),
    ("dollars", "en-CA", "CAD"),
    ("dollars", "en-ca", "CAD"),
    ("dollars", "EN-AU", "AUD"),
    ("dollars", "en-GB", "USD"),
    ("$", "en", "USD"),
    ("pounds", "en", None),
    ("euro", "de", "EUR"),
    ("Kilometer", "de", "km"),
    ("kilometres", "de", "km"),
    ("kilomètres", "fr", "km"),
    ("Megatonnen", "de", "Mt"),
    ("mégatonnes", "fr", "Mt"),
    ("mégawatts", "fr", "MW"),
    ("MW", "en", "MW"),
    ("mW", "en", "mW"),
    ("mw", "en", None),
    ("KM", "en", "km"),
    ("Km", "en", "km"),
    ("square   kilometres", "en", "km²"),
    ("USD per barrel", "en", "USD per bbl"),
    ("USD/barrels", "en", "USD per bbl"),
    ("USD / barrel", "en", "USD per bbl"),
    ("euros per tonne", "en", "EUR per t"),
    ("euros per household", "en", "EUR per household"),
    ("dollars per litre", "en-AU", "AUD per L"),
    ("people per km²", "en", None),
    ("km/h", "en", "km/h"),
    ("per barrel", "en", None),
    ("USD per ", "en", None),
    ("USD/", "en", None),
    ("USD cent", "en", "USD cent"),
    ("°C", "en", "°C"),
    ("temperature difference", "en", "Δ°C"),
    ("", "en", None),
    ("delegates", "en", None),
]


@pytest.mark.parametrize(("text", "lang", "symbol"), MEANT)
def test_which_unit_is_meant(text: str, lang: str, symbol: str | None) -> None:
    unit = find_unit(text, lang)
    assert (None if unit is None else unit.symbol) == symbol


def test_a_rate_is_a_unit_of_its_own() -> None:
    price = find_unit("USD cent per litre")
    assert price is not None
    assert (price.axis, price.factor, price.currency) == ("money USD per L", Fraction(1, 100), "USD per L")
    for name, code in (("USD", "USD"), ("euros", "EUR"), ("km", None)):
        unit = find_unit(name)
        assert unit is not None
        assert unit.currency == code


def test_what_a_name_can_mean() -> None:
    table = unit_table()
    pound, dollar = table.names["pounds"], table.names["dollars"]
    by_symbol = {unit.symbol: unit for unit in pound.units}
    assert {"GBP", "lb"} <= set(by_symbol)
    kilo, sterling, mile = (table.units[symbol] for symbol in ("kg", "GBP", "mi"))
    assert pound.choose(kilo, "") == (by_symbol["lb"],), "another unit of the axis"
    assert pound.choose(sterling, "") == (sterling,), "one of its own"
    assert pound.choose(sterling.per("day"), "") == (sterling,), "the axis of a rate's upper half"
    assert pound.choose(mile, "") == pound.choose(None, "") == pound.units, "nothing settles it"
    assert [unit.symbol for unit in dollar.choose(None, "AU")] == ["AUD"]
    assert [unit.symbol for unit in dollar.choose(None, "XX")] == ["USD"]
    assert [unit.symbol for unit in dollar.choose(table.units["CAD"], "AU")] == ["CAD"]
    assert table.names["miles"].choose(kilo, "AU") == (mile,), "one meaning is that"


EXPANDED: Final = [
    ("metre", ["metre"]),
    ("metre(s)", ["metre", "metres"]),
    ("metre(s) per second", ["metre per second", "metres per second"]),
    ("degré(s) centigrade(s)", ["degré centigrade", "degrés centigrade", "degré centigrades", "degrés centigrades"]),
]


@pytest.mark.parametrize(("name", "forms"), EXPANDED)
def test_the_forms_of_a_name(name: str, forms: list[str]) -> None:
    assert sorted(expanded(name)) == sorted(forms)


AXES: Final = [
    ("count", True), ("count per day", True), ("length", True), ("money USD", True), ("money USD per bbl", True),
    ("share", True), ("share per year", True), ("temperature difference", True), ("place", False), ("time", False),
    ("duration", False), ("money", False), ("counts", False), ("", False), ("per day", False), ("flag", False),
]  # fmt: skip


@pytest.mark.parametrize(("axis", "expected"), AXES)
def test_the_axes_of_quantities(axis: str, expected: bool) -> None:
    assert is_quantity_axis(axis) is expected


WORDED: Final = [
    ("length", ["m", "km", "cm", "mm"]), ("length per day", ["m per day", "km per day", "cm per day", "mm per day"]),
    ("count", []), ("money USD", ["USD"]), ("money XXX9", []), ("USD", []), ("share", ["%"]), ("place", []),
    ("data rate", ["bit/s", "Mbit/s", "Gbit/s"]),
]  # fmt: skip


@pytest.mark.parametrize(("axis", "symbols"), WORDED)
def test_the_units_of_an_axis(axis: str, symbols: list[str]) -> None:
    assert [unit.symbol for unit in axis_units(axis)] == symbols


def test_the_flags_of_names() -> None:
    table = unit_table()
    assert table.names["foot"].is_wary
    assert not table.names["feet"].is_wary
    assert table.symbols["in"].is_attached_only
    assert not table.symbols["cm"].is_attached_only
    assert {"$", "€", "USD", "US$"} <= table.money
    assert not {"km", "%"} & table.money
    assert (table.then["ft"].symbol, table.then["st"].symbol) == ("in", "lb")
    assert table.unclear["mw"] == ("MW", "mW")
    for form, symbols in table.unclear.items():
        assert len(set(symbols)) > 1, form
        assert form not in table.symbols
        assert form not in table.names
