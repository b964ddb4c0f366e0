"""Laws of the reader of quantities."""

from __future__ import annotations

import contextlib
import string
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conflicts.errors import UnreadError
from conflicts.reading.quantity import read_quantity
from conflicts.reading.settings import Settings
from conflicts.values.bounds import HIGHEST, LOWEST, Interval
from conflicts.values.extent import Extent
from conflicts.values.quantity_words import quantity_words
from conflicts.values.units import axis_units, find_unit, unit_table
from conflicts.values.value import Relation, Value

ASKED = Settings(kind="quantity")
AXES = [
    "count",
    "share",
    "percentage points",
    "length",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "temperature difference",
    "energy",
    "power",
    "pressure",
    "data",
    "data rate",
    "frequency",
    "money USD",
    "money EUR",
    "money UAH",
    "money USD per bbl",
    "count per day",
    "count per 100,000",
    "share per year",
]

NUMBERS = st.one_of(
    st.integers(-(10**13), 10**13),
    st.integers(-2000, 2000),
    st.decimals(min_value=-(10**9), max_value=10**9, places=3).map(Fraction),
    st.fractions(min_value=-1000, max_value=1000, max_denominator=1000),
    st.builds(lambda digit, power: digit * 10**power, st.integers(1, 9999), st.integers(0, 12)),
)
PHRASES = [
    "at least 50",
    "about 1,200",
    "$1.2 billion",
    "8 km from the border",
    "between 45 and 50 people",
    "dozens of people",
    "one in five",
    "two-thirds",
    "5 feet 10 inches",
    "a rise of 1.5 °C",
    "12 or 13",
    "5 ± 0.2 km",
    "no casualties",
    "twenty-three thousand",
    "half a million",
    "third round",
    "1.2m people",
    "3 × 10⁵",
    "60-odd",
    "12,34,567",
    "$82 a barrel",
]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    one, other = sorted([draw(NUMBERS), draw(NUMBERS)])
    shape = draw(st.sampled_from(["point", "between", "from", "to"]))
    if shape == "point" or (shape == "between" and one == other):
        return ((one, 0), (one, 0))
    lo = (one, draw(st.sampled_from([0, 1])))
    hi = (other, draw(st.sampled_from([0, -1])))
    return (LOWEST if shape == "to" else lo, HIGHEST if shape == "from" else hi)


@given(interval=intervals(), axis=st.sampled_from(AXES), kind=st.sampled_from([None, "quantity"]))
def test_canonical_words_read_back(interval: Interval, axis: str, kind: str | None) -> None:
    text = quantity_words(interval, axis)
    value = read_quantity(text, Settings(kind=kind))
    assert value is not None, text
    assert (value.axis, value.strict, value.loose) == (axis, Extent((interval,)), Extent((interval,))), text


@given(interval=intervals(), unit=st.sampled_from(["mi", "ft", "km", "nmi"]))
def test_canonical_words_read_back_in_the_unit_as_printed(interval: Interval, unit: str) -> None:
    value = read_quantity(quantity_words(interval, "length", unit), Settings())
    assert value is not None
    assert value.strict == Extent((interval,))


@pytest.mark.parametrize("axis", AXES)
def test_the_whole_line_has_words(axis: str) -> None:
    value = read_quantity(quantity_words((LOWEST, HIGHEST), axis), Settings())
    assert value is not None
    assert value.axis == axis
    assert value.strict == Extent(((LOWEST, HIGHEST),))


TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=string.digits + ".,' -/%$€°×^()±+~½⅓⁵٣", max_size=30),
    st.lists(st.sampled_from(" ".join(PHRASES).split()), max_size=9).map(" ".join),
)


@given(
    text=TEXTS,
    lang=st.sampled_from(["en", "de", "fr", "de-CH", "en-IN", "xx", ""]),
    kind=st.sampled_from([None, "quantity"]),
    unit=st.sampled_from([None, "km", "percent", "USD", "°C", "temperature difference", "people", ""]),
)
def test_never_raises_but_unread(text: str, lang: str, kind: str | None, unit: str | None) -> None:
    try:
        value = read_quantity(text, Settings(kind=kind, lang=lang, unit=unit))
    except UnreadError:
        return
    assert value is None or value.strict <= value.loose


@given(phrase=st.sampled_from(PHRASES), at=st.integers(0, 40), char=st.characters())
def test_never_raises_but_unread_on_mutated_phrases(phrase: str, at: int, char: str) -> None:
    with contextlib.suppress(UnreadError):
        read_quantity(phrase[:at] + char + phrase[at + 1 :], ASKED)


@pytest.mark.parametrize("text", ["9" * 300, "1e" * 150, "- " * 150, "(" * 300, "one " * 75, "und" * 100, "½" * 300])
def test_never_raises_but_unread_on_hostile_texts(text: str) -> None:
    for lang in ("en", "de", "fr"):
        with contextlib.suppress(UnreadError):
            read_quantity(text, Settings(kind="quantity", lang=lang))


@given(
    number=st.integers(1, 10**6),
    symbols=st.sampled_from([("km", "kilometres"), ("USD", "US dollars"), ("%", "percent")]),
)
def test_names_and_symbols_say_the_same(number: int, symbols: tuple[str, str]) -> None:
    one, other = (read_quantity(f"{number} {name}", ASKED) for name in symbols)
    assert one == other


@given(metres=st.integers(1, 10**9), unit=st.sampled_from(["km", "cm", "mm"]))
def test_the_unit_of_the_same_set_changes_nothing(metres: int, unit: str) -> None:
    found = find_unit(unit)
    assert found is not None
    text = quantity_words(((metres / found.factor, 0), (metres / found.factor, 0)), "count").removesuffix(" in number")
    one = read_quantity(f"exactly {text.removeprefix('exactly ')} {unit}", ASKED)
    assert one is not None
    assert one.strict == Extent.point(metres)


@given(number=st.integers(1, 10**9), hedge=st.sampled_from(["about", "at least", "up to", "around", "some"]))
def test_a_hedge_never_contradicts_the_number_itself(number: int, hedge: str) -> None:
    plain, hedged = (read_quantity(text, ASKED) for text in (f"{number:,}", f"{hedge} {number:,}"))
    assert plain is not None
    assert hedged is not None
    assert plain.relation(hedged) is Relation.COMPATIBLE


@given(number=st.integers(1, 10**9), hedge=st.sampled_from(["more than", "less than", "nearly", "just over", "under"]))
def test_an_open_bound_is_at_most_a_tension_with_its_number(number: int, hedge: str) -> None:
    plain, hedged = (read_quantity(text, ASKED) for text in (f"{number:,} km", f"{hedge} {number:,} km"))
    assert plain is not None
    assert hedged is not None
    assert plain.relation(hedged) is not Relation.CONTRADICTION


@given(number=st.integers(100, 10**7), decimals=st.integers(0, 4), scale=st.sampled_from([10, 100, 1000]))
def test_a_rounded_measure_contains_what_it_was_rounded_from(number: int, decimals: int, scale: int) -> None:
    exact = Fraction(number, 10**decimals)
    rounded = Fraction((2 * number + scale) // (2 * scale) * scale, 10**decimals)
    if not rounded or scale == 1 or scale >= number:
        return
    fine = Value("length", Extent.point(exact), Extent.point(exact))
    decimal = quantity_words(((rounded, 0), (rounded, 0)), "count").removeprefix("exactly ")
    coarse = read_quantity(f"{decimal} m", ASKED)
    assert coarse is not None
    assert coarse.relation(fine) is not Relation.CONTRADICTION or abs(exact - rounded) > rounded / 20


@pytest.mark.parametrize("symbol", sorted(unit_table().units))
def test_every_unit_reads_by_its_symbol(symbol: str) -> None:
    unit = unit_table().units[symbol]
    if symbol.endswith(" cent") or symbol in {"in", "st"} or unit.axis == "count":
        return
    value = read_quantity(f"exactly 7 {symbol}", ASKED)
    assert value is not None
    assert (value.axis, value.strict) == (unit.axis, Extent.point(unit.to_base(7)))


def test_every_axis_has_units_for_its_words() -> None:
    assert all(list(axis_units(axis)) for axis in AXES if not axis.startswith("count"))


def test_reads_in_time_linear_in_the_text() -> None:
    assert read_quantity("many " * 59, ASKED) is None
    with pytest.raises(UnreadError, match="passage"):
        read_quantity("many " * 100, ASKED)
    assert read_quantity("many " * 100, Settings()) is None
