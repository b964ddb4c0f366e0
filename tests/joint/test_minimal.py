"""Minimal sets and smallest removals against trying all subsets."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.joint.budget import Budget
from conflicts.joint.minimal import MOST_EXACT, Known, Labels, all_minimal, fewest, shrunk

PLENTY = 1_000_000
EVERYONE = frozenset(range(7))
FAMILIES = st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=4), max_size=7)


def minimal(family: Collection[Labels]) -> set[Labels]:
    return {one for one in family if not any(other < one for other in family)}


def asking(family: Collection[Labels]) -> Callable[[Labels], Labels | None]:
    """Answers as an oracle does: with the largest of the sets that are there, and whatever else is there."""
    ordered = sorted(family, key=lambda s: (-len(s), sorted(s)))

    def core(labels: Labels) -> Labels | None:
        found = next((one for one in ordered if one <= labels), None)
        return found and found | frozenset(sorted(labels)[:2])

    return core


@settings(max_examples=200, derandomize=True, deadline=None)
@given(FAMILIES.filter(bool))
def test_what_is_shrunk_is_minimal(family: list[Labels]) -> None:
    assert shrunk(EVERYONE, asking(family)) in minimal(family)


def test_shrinking_asks_about_each_member_once() -> None:
    asked: list[Labels] = []

    def core(labels: Labels) -> Labels | None:
        asked.append(labels)
        return labels if {2, 5} <= labels else None

    assert shrunk(EVERYONE, core) == {2, 5}
    assert len(asked) == len(EVERYONE)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(FAMILIES, st.integers(0, 3))
def test_all_minimal_sets_are_found_and_no_others(family: list[Labels], n_known: int) -> None:
    known = Known()
    for one in sorted(minimal(family), key=sorted)[:n_known]:
        known.add(one)
    assert all_minimal(EVERYONE, asking(family), known, Budget(PLENTY))
    assert len(known.sets) == len(set(known.sets))
    assert set(known.sets) == minimal(family)


def test_only_subsets_of_the_start_are_searched() -> None:
    family = [frozenset({0, 1}), frozenset({2, 3}), frozenset({3, 6})]
    known = Known()
    assert all_minimal(frozenset({0, 1, 2, 3}), asking(family), known, Budget(PLENTY))
    assert set(known.sets) == set(family[:2])


def test_a_search_that_ran_out_of_steps_says_so() -> None:
    family = [frozenset({0, 1}), frozenset({2, 3}), frozenset({4, 5})]
    known = Known()
    assert not all_minimal(EVERYONE, asking(family), known, Budget(1)), "it costs two to find what is left without 1"
    assert set(known.sets) == set(family[:2])
    spent = Budget(0)
    spent.spend(1)
    assert not all_minimal(EVERYONE, asking(family), Known(), spent)


def test_rules_that_cannot_hold_by_themselves_are_no_set() -> None:
    known = Known()
    assert not all_minimal(EVERYONE, lambda labels: frozenset(), known, Budget(PLENTY))
    assert not known.sets


COVERED: list[tuple[Labels, bool, str]] = [
    (frozenset({1, 2}), True, "the set itself"),
    (frozenset({0, 1, 2, 9}), True, "it lies in this one"),
    (frozenset({1, 3}), False, "a part of it is not enough"),
    (frozenset({5}), True, "a set of one"),
    (frozenset(), False, "no set is empty"),
]


@pytest.mark.parametrize(("labels", "expected", "why"), COVERED)
def test_what_known_sets_cover(labels: Labels, expected: bool, why: str) -> None:
    known = Known()
    for one in (frozenset({1, 2}), frozenset({5}), frozenset({1, 4, 6})):
        known.add(one)
    assert known.covers(labels) is expected, why


def smallest(family: Collection[Labels]) -> Labels:
    """The least of the smallest sets that meet every one, by trying them all."""
    members = sorted(frozenset().union(*family))
    for size in range(len(members) + 1):
        for chosen in combinations(members, size):
            if all(one.intersection(chosen) for one in family):
                return frozenset(chosen)
    raise AssertionError("every member meets every set")


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(st.frozensets(st.integers(0, 9), min_size=1, max_size=4), max_size=8))
def test_the_fewest_removals_are_the_fewest(family: list[Labels]) -> None:
    expected = smallest(family)
    assert fewest(family) == (expected, True)
    assert fewest(family[::-1]) == (expected, True)


def test_of_many_that_overlap_those_that_settle_most_are_taken_and_it_is_said() -> None:
    late = [frozenset({99, n}) for n in range(1, MOST_EXACT + 1)]
    assert fewest(late) == (frozenset({99}), False), "what settles most, not what comes first"
    star = [frozenset({0, n}) for n in range(1, MOST_EXACT + 1)]
    assert fewest(star) == (frozenset({0}), False), "25 members that overlap"
    assert fewest(star[1:]) == (frozenset({0}), True), "24 of them"
    apart = [frozenset({2 * n, 2 * n + 1}) for n in range(40)]
    assert fewest(apart) == (frozenset(range(0, 80, 2)), True), "80 members, but no two sets overlap"
    chain = [frozenset({n, n + 1}) for n in range(60)]
    settled, is_exact = fewest(chain)
    assert all(one & settled for one in chain)
    assert not is_exact
    assert fewest([*star, frozenset({50, 51})]) == (frozenset({0, 50}), False)


def test_greed_is_not_enough_where_exactness_is_promised() -> None:
    # 0 is in most sets, but 1 and 2 settle all.
    family = [frozenset(s) for s in ({0, 1, 3}, {0, 1, 4}, {0, 2, 5}, {0, 2, 6}, {1, 7}, {2, 8})]
    assert fewest(family) == (frozenset({1, 2}), True)


def test_nothing_to_settle() -> None:
    assert fewest([]) == (frozenset(), True)
