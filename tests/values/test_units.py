"""The unit table: sizes, names, and what a name can mean."""

from __future__ import annotations

from fractions import Fraction

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
