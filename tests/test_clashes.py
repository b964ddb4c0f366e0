"""Which statements clash: counted and listed as `Item.relation` tells of each pair."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from conflicts import Claim, Relation, Value, Vocabulary
from conflicts.assertions import Assertion
from conflicts.clashes import Clashes
from conflicts.items import Item
from conflicts.values.extent import EVERYTHING, NOT_SETTLED, NOTHING_SUCH, Extent

VOCABULARY = Vocabulary.from_dict({"attributes": {"grows": {"changes": "grows"}, "freely": {"changes": "freely"}}})
HOUR = 3600
MOMENTS = [
    None,
    "2025-07-21",
    "2025-07-22",
    "2025-07-21T09:00:00",
    "2025-07-22T09:00:00",
    "2025-07-21T09:00:00+03:00",
    "2025-07-21T06:00:00+00:00",
    "2025-07-21T12:00:00+03:00",
    "2025-07-22T06:00:00+14:00",
]
CLASHING = {False: (Relation.TENSION, Relation.CONTRADICTION), True: (Relation.CONTRADICTION,)}


def extent(draw: random.Random, unit: int) -> Extent:
    """A point more often than not, else up to three intervals, or all but these, or a point beyond the line."""
    how = draw.random()
    if how < 0.5:
        return Extent.point(draw.randrange(7) * unit)
    if how < 0.6:
        return draw.choice([NOT_SETTLED, NOTHING_SUCH, EVERYTHING])
    ends = [sorted(draw.choices(range(7), k=2)) for _ in range(draw.randint(1, 3))]
    found = Extent([((lo * unit, 0), (hi * unit, 0)) for lo, hi in ends])
    return ~found if how > 0.9 else found


def item(draw: random.Random, changes: str, axis: str) -> Item:
    """An item of two to eight assertions on few numbers and moments, so that all that matters happens often."""
    unit = 4 * HOUR if axis == "time" else 1
    assertions = []
    for n in range(draw.randint(2, 8)):
        strict = extent(draw, unit)
        loose = draw.choice([strict, strict, strict | extent(draw, unit)])
        clock: Any = draw.choice(["floating", "zoned", None]) if axis == "time" else None
        value = Value(axis, strict, loose, clock=clock, offset=draw.choice([None, 0, 3 * HOUR]))
        claim = Claim(
            "talks",
            changes,
            value,
            f"S{n}",
            id=f"c{n}",
            asserted_at=draw.choice(MOMENTS),
            as_of=draw.choice([None, None, draw.choice(MOMENTS)]),
            utterance=draw.choice([None, None, "u", "w"]),
        )
        assertions.append(Assertion(claim, value, VOCABULARY.declaration(changes)))
    return Item(("talks", changes, "", "", ""), axis, assertions)


@pytest.mark.parametrize("axis", ["count", "length", "time"])
@pytest.mark.parametrize("changes", ["never", "grows", "freely"])
def test_clashes_are_those_that_a_look_at_each_pair_finds(changes: str, axis: str) -> None:
    met: Counter[Relation] = Counter()
    for seed in range(120):
        draw = random.Random(f"{seed} {changes} {axis}")
        one = item(draw, changes, axis)
        told = one.assertions
        clashes = Clashes(one, told)
        relations = {(i, j): one.relation(told[i], told[j]) for i, j in combinations(range(len(told)), 2)}
        met.update(relations.values())
        some = set(draw.sample(range(len(told)), draw.randint(0, len(told))))
        for firm, wanted in CLASHING.items():
            expected = [pair for pair, relation in relations.items() if relation in wanted]
            assert sorted(clashes.pairs(firm=firm)) == expected, seed
            assert clashes.count(firm=firm) == len(expected), seed
            assert clashes.count(some, firm=firm) == sum(some.issuperset(pair) for pair in expected), seed
    assert min(met[r] for r in (Relation.COMPATIBLE, Relation.TENSION, Relation.CONTRADICTION)) > 20, met


TOLLS: list[tuple[str, tuple[Extent, Extent], tuple[Extent, Extent], Relation, str]] = [
    (
        "12 or 31, then 20",
        (Extent.point(31), Extent.point(12) | Extent.point(31)),
        (Extent.point(20), Extent.point(20)),
        Relation.TENSION,
        "12 can have been meant, and 12 grows to 20",
    ),
    (
        "12 or 31, then 9",
        (Extent.point(31), Extent.point(12) | Extent.point(31)),
        (Extent.point(9), Extent.point(9)),
        Relation.CONTRADICTION,
        "neither can have fallen to 9",
    ),
    (
        "20, then 12 or 31",
        (Extent.point(20), Extent.point(20)),
        (Extent.point(12), Extent.point(12) | Extent.point(31)),
        Relation.TENSION,
        "20 grows to 31",
    ),
]


@pytest.mark.parametrize(("name", "earlier", "later", "expected", "why"), TOLLS, ids=[case[0] for case in TOLLS])
def test_growth_leads_from_any_fair_reading_to_any_higher_one(
    name: str, earlier: tuple[Extent, Extent], later: tuple[Extent, Extent], expected: Relation, why: str
) -> None:
    told = []
    for n, (strict, loose) in enumerate((earlier, later)):
        value = Value("count", strict, loose)
        claim = Claim("fire", "grows", value, f"S{n}", asserted_at=f"2025-07-2{n}T09:00:00Z")
        told.append(Assertion(claim, value, VOCABULARY.declaration("grows")))
    one = Item(("fire", "grows", "", "", ""), "count", told)
    assert one.relation(*told) is one.relation(*reversed(told)) is expected, why
