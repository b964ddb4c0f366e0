"""Minimal sets: what is left of a contradictory set when nothing more can be taken out, all of them, and the fewest
members whose removal leaves none.

A minimal set is what the literature calls a minimal unsatisfiable subset; the removals are its minimal hitting sets
(Reiter, "A theory of diagnosis from first principles", 1987; corrected by Greiner, Smith and Wilkerson, 1989).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from typing import Final, TypeAlias

from conflicts.joint.budget import Budget

Labels: TypeAlias = frozenset[int]
Core: TypeAlias = Callable[[Labels], "Labels | None"]
"""Of a set of labels one contradictory subset, or None if they can all be true."""

MOST_EXACT: Final = 24
"""Up to this many members of sets that overlap, the fewest removals are found exactly."""


def shrunk(labels: Labels, core: Core) -> Labels:
    """A minimal contradictory subset of a contradictory set; asks about each member once."""
    for label in sorted(labels):
        if label in labels:
            smaller = core(labels - {label})
            if smaller is not None:
                labels = smaller
    return labels


class Known:
    """Minimal sets found so far, none of which holds another."""

    def __init__(self) -> None:
        self.sets: list[Labels] = []
        self._by_least: dict[int, list[Labels]] = {}

    def covers(self, labels: Labels) -> bool:
        """Whether one of the sets lies in `labels`."""
        return any(known <= labels for label in labels for known in self._by_least.get(label, ()))

    def add(self, labels: Labels) -> None:
        self.sets.append(labels)
        self._by_least.setdefault(min(labels), []).append(labels)


def all_minimal(start: Labels, core: Core, known: Known, budget: Budget) -> bool:
    """Add the minimal contradictory subsets of `start` to those known; whether it found all of them.

    Takes one member of each set found out in turn, and looks for a set in what is left: every minimal set is met, for
    each of the others has a member that it has not. Exponential at worst, so it ends when the budget does.
    """
    waiting: deque[Labels] = deque([frozenset()])
    seen = {frozenset[int]()}
    while waiting:
        gone = waiting.popleft()
        left = start - gone
        found = next((s for s in known.sets if s <= left), None)
        if found is None:
            if budget.is_spent:
                return False
            contradictory = core(left)
            if contradictory is None:
                continue
            found = shrunk(contradictory, core)
            if not found:
                return False
            known.add(found)
        elif not budget.spend(len(gone) + 1):
            return False
        for label in sorted(found):
            more = gone | {label}
            if more not in seen:
                seen.add(more)
                waiting.append(more)
    return True


def fewest(sets: Collection[Labels]) -> tuple[Labels, bool]:
    """A smallest set of labels that meets every one of `sets`, and whether it is known to be smallest.

    Exact where the sets that hang together have up to `MOST_EXACT` members; beyond that the label that settles most is
    taken, again and again. Ties go to the lower label.
    """
    chosen: set[int] = set()
    is_exact = True
    for part in _connected(sets):
        members = frozenset().union(*part)
        if len(members) <= MOST_EXACT:
            chosen |= _exact(part)
        else:
            chosen |= _greedy(part)
            is_exact = False
    return frozenset(chosen), is_exact


def _connected(sets: Iterable[Labels]) -> list[list[Labels]]:
    """The sets in groups that share no label."""
    groups: list[tuple[set[int], list[Labels]]] = []
    for one in sets:
        touching = [group for group in groups if not group[0].isdisjoint(one)]
        merged: tuple[set[int], list[Labels]] = (set(one), [one])
        for group in touching:
            merged[0].update(group[0])
            merged[1].extend(group[1])
            groups.remove(group)
        groups.append(merged)
    return [found for _, found in groups]


def _greedy(sets: Collection[Labels]) -> Labels:
    left = list(sets)
    chosen = set()
    while left:
        counts: dict[int, int] = {}
        for one in left:
            for label in one:
                counts[label] = counts.get(label, 0) + 1
        best = min(counts, key=lambda label: (-counts[label], label))
        chosen.add(best)
        left = [one for one in left if best not in one]
    return frozenset(chosen)


def _exact(sets: Collection[Labels]) -> Labels:
    best = _greedy(sets)
    stack: list[tuple[Labels, list[Labels]]] = [(frozenset(), sorted(sets, key=lambda s: (len(s), sorted(s))))]
    while stack:
        chosen, left = stack.pop()
        if not left:
            if (len(chosen), sorted(chosen)) < (len(best), sorted(best)):
                best = chosen
            continue
        if len(chosen) + _disjoint(left) > len(best):
            continue
        for label in sorted(left[0], reverse=True):
            stack.append((chosen | {label}, [one for one in left if label not in one]))
    return best


def _disjoint(sets: Iterable[Labels]) -> int:
    """How many of the sets are disjoint, taken as they come: so many removals are needed at least."""
    met: set[int] = set()
    count = 0
    for one in sets:
        if met.isdisjoint(one):
            met |= one
            count += 1
    return count
