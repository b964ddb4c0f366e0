"""Places: an extent covers another exactly if its place does, by a search of the graph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.errors import VocabularyError
from conflicts.values.extent import Extent
from conflicts.values.places import place_extents, unknown_place

Wholes = dict[str, list[str]]


def within(wholes: Wholes, place: str) -> set[str]:
    """The place and all it lies in, by a plain search."""
    found, todo = {place}, [place]
    while todo:
        for whole in wholes.get(todo.pop(), ()):
            if whole not in found:
                found.add(whole)
                todo.append(whole)
    return found


NODES = [f"p{n}" for n in range(9)]
GRAPHS = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=14)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(pairs=GRAPHS, names=st.permutations(NODES))
def test_extents_lie_as_the_places_do(pairs: list[tuple[str, str]], names: list[str]) -> None:
    renamed = dict(zip(NODES, names, strict=True))
    wholes: Wholes = {}
    for part, whole in pairs:
        if part != whole:
            low, high = sorted((part, whole))  # parts sort before wholes: no cycle
            wholes.setdefault(renamed[low], []).append(renamed[high])
    extents = place_extents(wholes)
    places = set(wholes) | {whole for many in wholes.values() for whole in many}
    assert set(extents) == places
    for a in places:
        for b in places:
            assert (extents[a] <= extents[b]) is (b in within(wholes, a)), (a, b)
            shared = any({a, b} <= within(wholes, c) for c in places)
            assert extents[a].meets(extents[b]) is shared, (a, b)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(pairs=GRAPHS)
def test_a_cycle_is_named_and_nothing_else_is_called_one(pairs: list[tuple[str, str]]) -> None:
    wholes: Wholes = {}
    for part, whole in pairs:
        wholes.setdefault(part, []).append(whole)
    is_cyclic = any(part in within(wholes, whole) for part, whole in pairs)
    try:
        place_extents(wholes)
    except VocabularyError as error:
        assert is_cyclic
        named = str(error).removeprefix("places: a cycle: ").split(" lies in ")
        assert named[0] == named[-1]
        assert len(named) > 1
        assert all(whole in wholes[part] for part, whole in pairwise(named))
    else:
        assert not is_cyclic


@settings(derandomize=True, deadline=None, max_examples=60)
@given(parents=st.lists(st.integers(0, 8), max_size=9))
def test_a_tree_gives_every_place_one_interval(parents: list[int]) -> None:
    wholes = {f"p{n}": [f"p{whole}"] for n, whole in enumerate(parents) if whole > n}
    assert all(len(extent.intervals) == 1 for extent in place_extents(wholes).values())


def test_the_order_of_entries_makes_no_difference() -> None:
    wholes = {"istanbul": ["turkey", "europe"], "ankara": ["turkey"], "turkey": ["asia"], "kyiv": ["europe"]}
    backwards = {part: list(reversed(wholes[part])) for part in reversed(wholes)}
    assert place_extents(wholes) == place_extents(backwards)


@pytest.mark.parametrize(
    ("wholes", "expected"),
    [
        ({}, {}),
        ({"atlantis": []}, {"atlantis": Extent.point(0)}),
        ({"b": ["a"]}, {"a": Extent.closed(0, 1), "b": Extent.point(1)}),
        ({"b": ["a", "a"]}, {"a": Extent.closed(0, 1), "b": Extent.point(1)}),
    ],
)
def test_small_trees(wholes: Wholes, expected: dict[str, Extent]) -> None:
    assert place_extents(wholes) == expected


class Looked(str):
    """A name that counts how often it is looked up or compared."""

    times = 0

    def __hash__(self) -> int:
        Looked.times += 1
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        Looked.times += 1
        return super().__eq__(other)


def test_a_deep_chain_takes_linear_steps() -> None:
    taken = []
    for size in (500, 2000):
        names = [Looked(f"{n:06}") for n in range(size)]
        Looked.times = 0
        extents = place_extents(dict(zip(names, ([whole] for whole in names[1:]), strict=False)))
        taken.append(Looked.times)
        assert extents[names[0]] <= extents[names[-1]]
    assert taken[1] < 5 * taken[0], "a search of the path for each place takes a step a pair"


def test_unknown_places_lie_apart_from_each_other_and_from_the_tree() -> None:
    known = place_extents({"b": ["a"]})
    assert not unknown_place("x").meets(unknown_place("y"))
    assert not any(unknown_place(form).meets(extent) for form in ("", "a", "x") for extent in known.values())


def test_places_lie_in_their_wholes() -> None:
    places = place_extents(
        {"istanbul": ["turkey", "europe"], "ankara": ["turkey"], "turkey": [], "galata": ["istanbul"]}
    )
    assert places["galata"] <= places["istanbul"] <= places["turkey"]
    assert places["istanbul"] <= places["europe"]
    assert not places["europe"] <= places["turkey"]
    assert places["europe"].meets(places["turkey"])
    assert not places["ankara"].meets(places["europe"])
    assert len(places["turkey"].intervals) == 1, "what a walk meets in one go is one interval"
    assert place_extents({}) == {}
    lone = place_extents({"a": []})
    assert lone == {"a": Extent.point(0)}


@pytest.mark.parametrize(
    ("wholes", "told"),
    [
        ({"a": ["a"]}, "a lies in a"),
        ({"a": ["b"], "b": ["a"]}, "a lies in b lies in a"),
        ({"a": ["b"], "b": ["c"], "c": ["b"], "d": ["a"]}, "b lies in c lies in b"),
    ],
)
def test_a_cycle_of_places_is_told(wholes: dict[str, list[str]], told: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        place_extents(wholes)
    assert str(caught.value) == f"places: a cycle: {told}"


def test_no_tree_names_an_unknown_place() -> None:
    known = place_extents({"x": ["y"], "z": ["y"]})
    for form in ("x", "y", "atlantis"):
        assert unknown_place(form).is_point
        assert all(not unknown_place(form).meets(extent) for extent in known.values())
