"""Values relate by whether their sets meet; a relation has no truth value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from conflicts import InputError, Relation, Value
from conflicts.errors import NoTruthValueError
from conflicts.values.bounds import HIGHEST
from conflicts.values.extent import EVERYTHING, LINE, NOT_SETTLED, NOTHING, NOTHING_SUCH, Extent


def count(strict: Extent, loose: Extent | None = None) -> Value:
    return Value("count", strict, loose or strict)


def at(hour: int, clock: str, offset: int | None = None) -> Value:
    minute = Extent.half_open(hour * 3600, hour * 3600 + 60)
    return Value("time", minute, minute, "zoned" if clock == "zoned" else "floating", offset)


OPEN = Value("count", NOT_SETTLED, NOT_SETTLED | LINE)
NO_SUCH = Value("any", NOTHING_SUCH, NOTHING_SUCH)
RELATIONS = [
    ("at least 50, 63", count(Extent.at_least(50)), count(Extent.point(63)), Relation.COMPATIBLE, "63 is in it"),
    ("30 at most, 45 at least", count(Extent.at_most(30)), count(Extent.at_least(45)), Relation.CONTRADICTION, "a gap"),
    (
        "more than 15, 15",
        count(Extent.more_than(15), Extent.at_least(15)),
        count(Extent.point(15)),
        Relation.TENSION,
        "loosely",
    ),
    ("open, 12", OPEN, count(Extent.point(12)), Relation.TENSION, "no value is excluded, but one side calls it set"),
    ("none, 12", NO_SUCH, count(Extent.point(12)), Relation.CONTRADICTION, "none excludes every value, on any axis"),
    ("none, open", NO_SUCH, OPEN, Relation.CONTRADICTION, "what does not exist is not open"),
    ("none, not 12", NO_SUCH, count(Extent.point(12)).denied(), Relation.COMPATIBLE, "a denial of one value only"),
    (
        "hedged",
        count(Extent.point(12)).hedged(),
        count(Extent.point(13)),
        Relation.TENSION,
        "it excludes nothing for sure",
    ),
    ("12, not 12", count(Extent.point(12)), count(Extent.point(12)).denied(), Relation.CONTRADICTION, "a denial"),
    ("12, kilometres", count(Extent.point(12)), Value("length", LINE, LINE), Relation.NOT_COMPARABLE, "other axis"),
    ("floating, floating", at(12, "floating", 0), at(13, "floating", 7200), Relation.CONTRADICTION, "one wall clock"),
    ("zoned, floating: speaker's", at(9, "zoned"), at(12, "floating", 10800), Relation.COMPATIBLE, "12:00 at +03:00"),
    ("zoned, floating: elsewhere", at(9, "zoned"), at(13, "floating", 10800), Relation.TENSION, "13:00 at +04:00"),
    (
        "zoned, floating: nowhere",
        at(9, "zoned"),
        at(24, "floating", 10800),
        Relation.CONTRADICTION,
        "no zone is +15:00",
    ),
    ("zoned, floating: unknown", at(9, "zoned"), at(20, "floating"), Relation.COMPATIBLE, "somewhere it is +11:00"),
]


@pytest.mark.parametrize(("name", "a", "b", "expected", "why"), RELATIONS, ids=[case[0] for case in RELATIONS])
def test_relation(name: str, a: Value, b: Value, expected: Relation, why: str) -> None:
    assert a.relation(b) is expected, why
    assert b.relation(a) is expected, why


def test_a_relation_has_no_truth_value() -> None:
    with pytest.raises(NoTruthValueError, match="has no truth value"):
        bool(Relation.COMPATIBLE)


BAD_VALUES = [
    ("nothing", NOTHING, LINE, "the strict set is empty"),
    ("strict outside loose", LINE, Extent.point(1), "must lie inside the loose one"),
]


@pytest.mark.parametrize(("name", "strict", "loose", "message"), BAD_VALUES, ids=[case[0] for case in BAD_VALUES])
def test_a_value_that_makes_no_sense_is_refused(name: str, strict: Extent, loose: Extent, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Value("count", strict, loose)


def test_denying_a_value_that_loosely_may_be_any_excludes_its_best_reading_alone() -> None:
    umerov, yermak = Value("name", Extent.point(5), LINE), Value("name", Extent.point(6), LINE)
    assert yermak.relation(umerov.denied()) is Relation.COMPATIBLE
    assert umerov.relation(umerov.denied()) is Relation.TENSION


def test_denying_that_it_is_open_says_that_it_is_settled() -> None:
    denied = OPEN.denied()
    assert denied.relation(count(Extent.point(12))) is Relation.COMPATIBLE
    assert denied.relation(OPEN) is Relation.TENSION
    assert denied.strict == ~NOT_SETTLED
    assert denied.loose <= EVERYTHING


HOUR = 3600
OF: list[tuple[str, Any, Any, Extent, Extent, str]] = [
    ("a number", 12, None, Extent.point(12), Extent.point(12), "loose is strict if not given"),
    ("a float", 0.1, None, Extent.point(Fraction(1, 10)), Extent.point(Fraction(1, 10)), "its decimal digits count"),
    ("a decimal", Decimal("1.5"), None, Extent.point(Fraction(3, 2)), Extent.point(Fraction(3, 2)), "exact"),
    ("a pair", (1, 3), (0, 4), Extent.closed(1, 3), Extent.closed(0, 4), "both ends are in it"),
    ("open below", (None, 3), None, Extent.at_most(3), Extent.at_most(3), "None is infinity"),
    ("open above", (3, None), (2, None), Extent.at_least(3), Extent.at_least(2), "None is infinity"),
    ("any", (None, None), None, LINE, LINE, "the whole line"),
    ("an extent", Extent.more_than(3), LINE, Extent.more_than(3), LINE, "as it is"),
]


@pytest.mark.parametrize(("name", "strict", "loose", "is_strict", "is_loose", "why"), OF, ids=[case[0] for case in OF])
def test_values_from_numbers(name: str, strict: Any, loose: Any, is_strict: Extent, is_loose: Extent, why: str) -> None:
    value = Value.of("dew point", strict, loose, text="so", unit="K", label="L", note="n")
    assert (value.axis, value.strict, value.loose) == ("dew point", is_strict, is_loose), why
    assert (value.text, value.unit, value.label, value.note) == ("so", "K", "L", "n")


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (True, "is not a number"),
        ("12", "is not a number"),
        ((1, 2, 3), "is not a pair"),
        ((1, "2"), "is not a number"),
        (float("nan"), "that can be compared"),
        (float("inf"), "None leaves an end open"),
        ((3, 1), "the strict set is empty"),
    ],
)
def test_what_is_no_set_is_refused(bad: Any, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Value.of("count", bad)


def test_only_the_sets_the_axis_and_the_clock_tell_values_apart() -> None:
    point = Extent.point(5)
    one = Value("time", point, point, "floating", 3600, text="so", timex="T", note="n", unit="u", label="l")
    assert one == Value("time", point, point, "floating")
    assert hash(one) == hash(Value("time", point, point, "floating"))
    assert one != Value("time", point, point, "zoned")
    assert one != Value("date", point, point, "floating")
    assert one != Value("time", point, LINE, "floating")


def test_on_the_line_of_instants() -> None:
    noon = Extent.point(12 * HOUR)
    here = Value("time", noon, noon, "floating", 3 * HOUR).at_instants()
    assert here.strict == Extent.point(9 * HOUR)
    assert here.loose == Extent.closed(-2 * HOUR, 24 * HOUR), "14 hours ahead of UTC to 12 behind"
    assert here.clock == "zoned"
    assert here.at_instants() is here
    anywhere = Value("time", noon, noon, "floating").at_instants()
    assert anywhere.strict == anywhere.loose == Extent.closed(-2 * HOUR, 24 * HOUR)
    far = Value("time", noon, noon, "floating", 20 * HOUR).at_instants()
    assert far.strict == Extent.point(-8 * HOUR), "an offset that no zone has still lies in the loose set"
    assert far.strict <= far.loose
    plain = Value("count", noon, noon)
    assert plain.at_instants() is plain


DENIALS = [
    ("a number", count(Extent.point(12)), ~Extent.point(12), ~Extent.point(12)),
    (
        "a rounded number",
        count(Extent.closed(11, 13), Extent.closed(10, 14)),
        ~Extent.closed(10, 14),
        ~Extent.closed(11, 13),
    ),
    ("a hedged number", count(Extent.point(12)).hedged(), ~Extent.point(12), EVERYTHING),
    ("a name", Value("name", Extent.point(5), Extent.closed(5, 6)), ~Extent.closed(5, 6), ~Extent.closed(5, 6)),
    ("a name that may be any", Value("name", Extent.point(5), LINE), ~Extent.point(5), EVERYTHING),
    ("not settled", OPEN, ~NOT_SETTLED, ~NOT_SETTLED),
    ("no such value", NO_SUCH, ~NOTHING_SUCH, ~NOTHING_SUCH),
]


@pytest.mark.parametrize(("name", "value", "strict", "loose"), DENIALS, ids=[case[0] for case in DENIALS])
def test_denials(name: str, value: Value, strict: Extent, loose: Extent) -> None:
    assert (value.denied().strict, value.denied().loose) == (strict, loose)


def test_a_coarser_value_holds_the_finer_one() -> None:
    coarse = count(Extent.point(12)).coarsened(Extent.closed(10, 11))
    assert (coarse.strict, coarse.loose) == (Extent.point(12) | Extent.closed(10, 11),) * 2
    looser = count(Extent.point(12)).coarsened(Extent.point(11), Extent.at_least(9))
    assert (looser.strict, looser.loose) == (Extent.point(11) | Extent.point(12), Extent.at_least(9))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (count(Extent.point(12)), True),
        (count(LINE), True),
        (count(Extent.at_least(3)), True),
        (OPEN, False),
        (NO_SUCH, False),
        (count(~Extent.point(3)), True),
        (count(NOT_SETTLED | NOTHING_SUCH), False),
        (count(Extent(((HIGHEST, HIGHEST),))), True),
    ],
)
def test_whether_a_value_has_a_point_on_the_line(value: Value, expected: bool) -> None:
    assert value.is_on_line is expected
