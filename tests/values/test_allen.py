"""Allen's relations against every pair of short intervals: what holds, what follows, what is left of it when denied."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Value
from conflicts.values import allen
from conflicts.values.allen import ALLEN, RELATIONS, relation_set
from conflicts.values.extent import EVERYTHING, NOT_SETTLED, NOTHING_SUCH, Extent

# Four ends need at most four places.
INTERVALS = list(combinations(range(4), 2))
PAIRS = list(product(INTERVALS, INTERVALS))

HOLDS: dict[str, Callable[[int, int, int, int], bool]] = {
    "before": lambda a, z, b, y: z < b,
    "meets": lambda a, z, b, y: z == b,
    "overlaps": lambda a, z, b, y: a < b < z < y,
    "finished_by": lambda a, z, b, y: a < b and z == y,
    "contains": lambda a, z, b, y: a < b and y < z,
    "starts": lambda a, z, b, y: a == b and z < y,
    "equals": lambda a, z, b, y: (a, z) == (b, y),
    "started_by": lambda a, z, b, y: a == b and y < z,
    "during": lambda a, z, b, y: b < a and z < y,
    "finishes": lambda a, z, b, y: b < a and z == y,
    "overlapped_by": lambda a, z, b, y: b < a < y < z,
    "met_by": lambda a, z, b, y: a == y,
    "after": lambda a, z, b, y: y < a,
    "within": lambda a, z, b, y: b <= a and z <= y,
    "not_before": lambda a, z, b, y: z >= b,
    "not_after": lambda a, z, b, y: y >= a,
}
CONVERSE = [
    ("before", "after"),
    ("meets", "met_by"),
    ("overlaps", "overlapped_by"),
    ("finished_by", "finishes"),
    ("contains", "during"),
    ("starts", "started_by"),
    ("equals", "equals"),
    ("not_before", "not_after"),
]

RELATION_SETS = st.frozensets(st.sampled_from(range(13)), min_size=1)


def meant(edges: tuple[allen.Edge, ...]) -> frozenset[int]:
    """The relations under which all these conditions hold, by looking at a pair of intervals that lie so."""
    return frozenset(n for n, pair in EXAMPLES.items() if _hold(edges, pair))


def _is(relation: int, pair: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    (a, z), (b, y) = pair
    return HOLDS[ALLEN[relation]](a, z, b, y)


def _hold(edges: tuple[allen.Edge, ...], pair: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    (a, z), (b, y) = pair
    ends = {allen.START_A: a, allen.END_A: z, allen.START_B: b, allen.END_B: y}
    return all(ends[x] < ends[w] if is_strict else ends[x] <= ends[w] for x, w, is_strict in edges)


EXAMPLES = {n: next(pair for pair in PAIRS if _is(n, pair)) for n in range(13)}


def test_of_the_thirteen_relations_one_holds_between_any_two_events() -> None:
    assert len(ALLEN) == 13
    assert set(RELATIONS) == set(HOLDS)
    for pair in PAIRS:
        assert len([n for n in range(13) if _is(n, pair)]) == 1, pair


@pytest.mark.parametrize("name", RELATIONS)
def test_the_conditions_of_a_relation_hold_where_it_does_and_nowhere_else(name: str) -> None:
    edges = allen.edges(relation_set(name))
    for (a, z), (b, y) in PAIRS:
        assert _hold(edges, ((a, z), (b, y))) is HOLDS[name](a, z, b, y), f"A from {a} to {z}, B from {b} to {y}"


@pytest.mark.parametrize("name", RELATIONS)
def test_no_condition_of_a_relation_can_be_left_out(name: str) -> None:
    edges = allen.edges(relation_set(name))
    for edge in edges:
        fewer = tuple(other for other in edges if other is not edge)
        assert meant(fewer) > relation_set(name), f"{edge} follows from the others"


@settings(max_examples=100, derandomize=True, deadline=None)
@given(RELATION_SETS)
def test_conditions_follow_from_their_relations_and_say_them_all_if_those_are_convex(relations: frozenset[int]) -> None:
    edges = allen.edges(relations)
    assert meant(edges) >= relations, "what follows holds under each of them"
    assert (meant(edges) == relations) is allen.is_convex(relations)
    told = set(edges)
    weaker = {(x, y, False) for x, y, is_strict in edges if is_strict}
    assert not told & weaker, "of two conditions on the same ends the stronger is enough"


def test_there_are_eighty_two_convex_relations() -> None:
    """As counted by Nökel, "Convex relations between time intervals" (1989)."""
    ends_a: tuple[allen.End, ...] = (allen.START_A, allen.END_A)
    ends_b: tuple[allen.End, ...] = (allen.START_B, allen.END_B)
    told: list[list[tuple[allen.Edge, ...]]] = [
        [(), ((x, y, False),), ((x, y, True),), ((y, x, False),), ((y, x, True),), ((x, y, False), (y, x, False))]
        for x, y in product(ends_a, ends_b)
    ]
    convex = {meant(sum(edges, ())) for edges in product(*told)} - {frozenset()}
    assert len(convex) == 82
    assert all(map(allen.is_convex, convex))
    draw = Random(82)
    others = {frozenset(draw.sample(range(13), draw.randint(1, 12))) for _ in range(300)} - convex
    assert not any(map(allen.is_convex, others))


DENIED: list[tuple[str, bool, str]] = [
    ("before", True, "not before: the end of A is no earlier than the start of B"),
    ("after", True, "the same from the other side"),
    ("not_before", True, "a denial of a denial"),
    ("not_after", True, "a denial of a denial"),
    ("meets", False, "earlier or later, but not at once, is no one condition"),
    ("during", False, "it may begin too early or end too late"),
    ("within", False, "it may begin too early or end too late"),
    ("equals", False, "either end may differ"),
]


@pytest.mark.parametrize(("name", "expected", "why"), DENIED)
def test_which_denials_are_conditions_on_ends(name: str, expected: bool, why: str) -> None:
    denied = allen.denied(relation_set(name))
    assert denied | relation_set(name) == frozenset(range(13))
    assert not denied & relation_set(name)
    assert allen.is_convex(denied) is expected, why


def test_all_other_denials_are_not() -> None:
    convex = {name for name in RELATIONS if allen.is_convex(allen.denied(relation_set(name)))}
    assert convex == {"before", "after", "not_before", "not_after"}


@pytest.mark.parametrize(("name", "other"), CONVERSE)
def test_a_relation_told_from_the_other_side(name: str, other: str) -> None:
    for a, b in ((name, other), (other, name)):
        extent = allen.to_extent(relation_set(a))
        value = allen.converse(Value(allen.AXIS, extent, extent, text="the truce"))
        assert allen.from_extent(value.strict) == allen.from_extent(value.loose) == relation_set(b)
        assert value.text == "the truce"
        for (start_a, end_a), (start_b, end_b) in PAIRS:
            assert HOLDS[a](start_a, end_a, start_b, end_b) is HOLDS[b](start_b, end_b, start_a, end_a)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(RELATION_SETS, st.sampled_from([Extent(()), NOT_SETTLED, NOTHING_SUCH, NOT_SETTLED | NOTHING_SUCH]))
def test_sets_of_relations_are_sets_of_points(relations: frozenset[int], beyond: Extent) -> None:
    extent = allen.to_extent(relations)
    assert allen.from_extent(extent) == relations
    runs = sum(n - 1 not in relations for n in relations)
    assert len(extent.intervals) == runs, "one interval for neighbours"
    value = Value(allen.AXIS, extent | beyond, EVERYTHING)
    mirrored = allen.converse(value)
    assert allen.from_extent(mirrored.strict) == {12 - n for n in relations}
    assert mirrored.strict.meets(NOT_SETTLED) is beyond.meets(NOT_SETTLED)
    assert mirrored.strict.meets(NOTHING_SUCH) is beyond.meets(NOTHING_SUCH)
    assert allen.converse(mirrored) == Value(allen.AXIS, value.strict, allen.converse(mirrored).loose)


WORDS: list[tuple[frozenset[int], str]] = [
    (relation_set("before"), "before"),
    (relation_set("met_by"), "met by"),
    (relation_set("within"), "within"),
    (relation_set("not_after"), "not after"),
    (relation_set("before") | relation_set("after"), "before or after"),
    (relation_set("starts") | relation_set("equals"), "starts or equals"),
    (relation_set("during") | relation_set("finished_by"), "finished by or during"),
    (frozenset(), "in no order"),
]


@pytest.mark.parametrize(("relations", "expected"), WORDS, ids=[case[1] for case in WORDS])
def test_relations_in_words(relations: frozenset[int], expected: str) -> None:
    assert allen.relation_words(allen.to_extent(relations)) == expected
