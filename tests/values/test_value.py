"""Values relate by whether their sets meet; a relation has no truth value."""

from __future__ import annotations

import pytest

from conflicts import InputError, Relation, Value
from conflicts.errors import NoTruthValueError
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
