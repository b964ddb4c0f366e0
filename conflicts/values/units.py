"""Units of measure and currencies: what they are called, what they measure, how large they are.

The table is data: `units.toml` beside this file says how to extend it. Factors are exact rationals, so that a
mile is 1609.344 metres and nothing else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from attrs import frozen

CENTS: Final = " cent"
PER: Final = " per "


@frozen
class Unit:
    """A unit of one axis: a number x of it is x · `factor` + `offset` of the axis's base unit."""

    symbol: str
    axis: str
    factor: Fraction
    offset: Fraction = Fraction(0)
    regions: frozenset[str] = frozenset()

    def to_base(self, number: Fraction | int) -> Fraction:
        """`number` of this unit in the base unit of the axis.

        >>> mile = find_unit("miles")
        >>> mile.to_base(5)
        Fraction(201168, 25)
        """
        return number * self.factor + self.offset

    def from_base(self, number: Fraction | int) -> Fraction:
        """`number` of the base unit of the axis in this unit."""
        return (number - self.offset) / self.factor

    def per(self, noun: str) -> Unit:
        """The rate: this unit per `noun`, on an axis of its own ("money USD per day"); units go by their symbols."""
        found = find_unit(noun)
        base = noun if found is None else found.symbol
        return Unit(f"{self.symbol}{PER}{base}", f"{self.axis}{PER}{base}", self.factor, self.offset, self.regions)

    @property
    def currency(self) -> str | None:
        """The ISO 4217 code, where the unit is money."""
        return self.axis.removeprefix("money ") if self.axis.startswith("money ") else None


@frozen
class Meaning:
    """What a name of a unit can mean: one unit, or several to be told apart."""

    units: tuple[Unit, ...]
    default: Unit | None
    is_attached_only: bool = False
    is_wary: bool = False
    is_scaled: bool = False

    def choose(self, expected: Unit | None, region: str) -> tuple[Unit, ...]:
        """The units it can mean here: one if the attribute's unit, the region or a default settles it."""
        if len(self.units) == 1:
            return self.units
        if expected is not None:
            axis = expected.axis.partition(PER)[0]
            fitting = tuple(unit for unit in self.units if unit.axis == axis)
            if expected in self.units:
                return (expected,)
            if fitting:
                return fitting
        for unit in self.units:
            if region and region in unit.regions:
                return (unit,)
        return (self.default,) if self.default is not None else self.units


@frozen
class UnitTable:
    """The units by symbol, and their names in one language.

    `names` holds words in lower case, `symbols` short forms as written, `money` those that may stand before a
    number, `then` the unit of a bare number after one ("6 foot 4"). `unclear` holds short forms that mean different
    units in other cases ("mw": mW or MW).
    """

    units: Mapping[str, Unit]
    symbols: Mapping[str, Meaning]
    names: Mapping[str, Meaning]
    money: frozenset[str]
    unclear: Mapping[str, tuple[str, ...]]
    then: Mapping[str, Unit]
    words: Mapping[str, tuple[Unit, ...]]


def expanded(name: str) -> Iterator[str]:
    """The forms a name stands for: "metre(s)" is "metre" and "metres"."""
    head, bracket, rest = name.partition("(")
    if not bracket:
        yield name
        return
    inner, _, tail = rest.partition(")")
    for form in expanded(tail):
        yield head + form
        yield head + inner + form


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("conflicts.values").joinpath("units.toml").read_text(encoding="utf-8"))


def _names(entry: Mapping[str, Any], lang: str) -> Iterator[str]:
    """The names of an entry in `lang` and, beside them, in English: foreign desks write both."""
    names = entry.get("names", {})
    for key in dict.fromkeys((lang, "en")):
        for name in names.get(key, ()):
            yield from expanded(name)


def _prefixed(entry: Mapping[str, Any], lang: str) -> Iterator[dict[str, Any]]:
    """The entry itself and one for each SI prefix it takes."""
    yield {**entry, "names": list(_names(entry, lang))}
    prefixes = _data()["prefixes"]
    for symbol in entry.get("prefixes", ()):
        prefix = prefixes[symbol]
        spoken = dict.fromkeys((prefix.get(lang, prefix["en"]), prefix["en"]))
        yield {
            "symbol": symbol + entry["symbol"],
            "axis": entry["axis"],
            "factor": str(Fraction(entry["factor"]) * Fraction(prefix["factor"])),
            "names": [start + name.lower() for start in spoken for name in _names(entry, lang)],
        }


def _entries(lang: str) -> Iterator[dict[str, Any]]:
    data = _data()
    for entry in data["unit"]:
        yield from _prefixed(entry, lang)
    for entry in data["currency"]:
        code, axis = entry["code"], f"money {entry['code']}"
        yield {
            "symbol": code,
            "axis": axis,
            "factor": "1",
            "symbols": entry.get("symbols", ()),
            "names": list(_names(entry, lang)),
            "scaled": list(_names({"names": entry.get("scaled", {})}, lang)),
            "regions": entry.get("regions", ()),
            "is_money": True,
        }
        cents = list(_names({"names": entry.get("cent", {})}, lang))
        yield {
            "symbol": code + CENTS,
            "axis": axis,
            "factor": "1/100",
            "names": cents,
            "attached": entry.get("cent_attached", ()),
            "regions": entry.get("regions", ()),
        }


@cache
def unit_table(lang: str = "en") -> UnitTable:
    """The table with the names of `lang` ("de"), read once. An unknown language has the English names."""
    units: dict[str, Unit] = {}
    symbols: dict[str, Meaning] = {}
    names: dict[str, Meaning] = {}
    money: set[str] = set()
    then: dict[str, str] = {}
    for entry in _entries(lang):
        symbol = entry["symbol"]
        regions = frozenset(entry.get("regions", ()))
        unit = Unit(symbol, entry["axis"], Fraction(entry["factor"]), Fraction(entry.get("offset", 0)), regions)
        meaning = Meaning((unit,), unit)
        if symbol in units:
            raise ValueError(f"units.toml: the symbol {symbol!r} is given twice")
        units[symbol] = unit
        attached = entry.get("attached", ())
        short = [*(() if symbol in attached else (symbol,)), *entry.get("symbols", ())]
        for form in short:
            symbols.setdefault(form, meaning)
        for form in attached:
            symbols.setdefault(form, Meaning((unit,), unit, is_attached_only=True))
        for form in entry["names"]:
            names.setdefault(form.lower(), meaning)
        for form in entry.get("wary", ()):
            names.setdefault(form.lower(), Meaning((unit,), unit, is_wary=True))
        for form in entry.get("scaled", ()):
            names.setdefault(form.lower(), Meaning((unit,), unit, is_scaled=True))
        if "then" in entry:
            then[symbol] = entry["then"]
        if entry.get("is_money"):
            money.update(short)
    _add_several(units, symbols, names, money, lang)
    words = {axis: tuple(units[s] for s in listed if s in units) for axis, listed in _data()["axes"].items()}
    follows = {symbol: units[other] for symbol, other in then.items()}
    return UnitTable(units, symbols, names, frozenset(money), _unclear(symbols, names), follows, words)


def _add_several(
    units: Mapping[str, Unit],
    symbols: dict[str, Meaning],
    names: dict[str, Meaning],
    money: set[str],
    lang: str,
) -> None:
    for entry in _data()["several"]:
        if lang not in entry.get("langs", (lang,)):
            continue
        listed = tuple(units[symbol] for symbol in entry["units"])
        default = units[entry["default"]] if "default" in entry else None
        meaning = Meaning(listed, default)
        for name in entry.get("names", ()):
            for form in expanded(name):
                names.setdefault(form.lower(), meaning)
        for form in entry.get("symbols", ()):
            symbols.setdefault(form, meaning)
            if listed[0].currency:
                money.add(form)


def _unclear(symbols: Mapping[str, Meaning], names: Mapping[str, Meaning]) -> dict[str, tuple[str, ...]]:
    """Lower-case short forms of several units, none of which is written that way."""
    by_lower: dict[str, set[str]] = {}
    for form, meaning in symbols.items():
        by_lower.setdefault(form.lower(), set()).update(unit.symbol for unit in meaning.units)
    return {
        lower: tuple(sorted(meant))
        for lower, meant in by_lower.items()
        if len(meant) > 1 and lower not in symbols and lower not in names
    }


def _lookup(text: str, table: UnitTable) -> Meaning | None:
    lower = text.lower()
    meaning = table.symbols.get(text) or table.names.get(lower)
    if meaning is not None or lower in table.unclear:
        return meaning
    return next((found for form, found in table.symbols.items() if form.lower() == lower), None)


@lru_cache(maxsize=1024)
def find_unit(text: str, lang: str = "en") -> Unit | None:
    """The unit that `text` names ("km", "kilometres", "USD", "USD per barrel"), or None if it names none.

    A word with several meanings gives its usual one ("dollars": US dollars), or that of the region of `lang`
    ("en-AU"); one with no usual meaning ("pounds") gives None.

    >>> find_unit("miles").axis, find_unit("miles").factor
    ('length', Fraction(201168, 125))
    >>> find_unit("dollars", "en-AU").symbol
    'AUD'
    >>> find_unit("delegates") is None
    True
    """
    language, _, region = lang.partition("-")
    table = unit_table(language.lower())
    name = " ".join(text.split())
    meaning = _lookup(name, table)
    if meaning is None:
        for link in (PER, "/"):
            head, found, noun = name.partition(link)
            unit = find_unit(head, lang) if found and noun else None
            if unit is not None:
                return unit.per(noun.strip())
        return None
    chosen = meaning.choose(None, region.upper())
    return chosen[0] if len(chosen) == 1 else None


def is_quantity_axis(axis: str) -> bool:
    """Whether `axis` is one of those that quantities lie on: "count", "length", "money USD", "share per day" …

    >>> is_quantity_axis("money USD per barrel"), is_quantity_axis("place")
    (True, False)
    """
    base = axis.partition(PER)[0]
    return base == "count" or base.startswith("money ") or base in _data()["axes"]


def axis_units(axis: str) -> Iterable[Unit]:
    """The units in which values on `axis` are put into words, the base unit first; none for counts."""
    base, per, noun = axis.partition(PER)
    table = unit_table()
    code = base.removeprefix("money ")
    units = (table.units[code],) if code != base and code in table.units else table.words.get(base, ())
    return tuple(unit.per(noun) for unit in units) if per else units
