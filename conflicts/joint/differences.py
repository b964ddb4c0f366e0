"""A problem as a network of differences: its events, what its voices say, and the rules that tie but two numbers.

A rule that ties three is such a condition too if nothing but bounds is said of one of them: `ended == began + lasted`
says that the ends lie as far apart as the bounds of `lasted` allow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

from conflicts.joint.network import ORIGIN, RULE, Network, Row
from conflicts.joint.problem import Linear, Problem

Edge: TypeAlias = tuple[Row, int]
"""A condition and its label."""
Term: TypeAlias = tuple[int, Fraction]
Difference: TypeAlias = tuple[Term, int, Term | None]
"""What a rule ties: the first number less the second, each as often as is told, and a third to be replaced."""


def network_of(problem: Problem) -> tuple[Network, bool]:
    """The problem as a network, and whether that is all of it."""
    edges: list[Edge] = [(event.row, RULE) for event in problem.events]
    leaves = _leaves(problem)
    differences = [(rule, _difference(rule, leaves)) for rule in problem.linear]
    replaced: dict[int, list[Edge]] = {found[2][0]: [] for _, found in differences if found and found[2]}
    for n in range(len(problem.voices)):
        for row in problem.hull(n):
            replaced.get(row[0] or row[1], edges).append((row, n))
    for rule, found in differences:
        if found is not None:
            edges += _edges(rule, found, replaced)
    is_whole = not problem.products and all(found for _, found in differences)
    return Network(problem.n, [row for row, _ in edges], [label for _, label in edges]), is_whole


def _leaves(problem: Problem) -> set[int]:
    """The numbers of which nothing but bounds and one linear rule speaks."""
    uses = Counter(x for rule in problem.linear for x in rule.numbers)
    ends = {x for event in problem.events for x in event.numbers}
    return {x for x, n in uses.items() if n == 1 and x not in ends}


def _difference(rule: Linear, leaves: Collection[int]) -> Difference | None:
    """The difference that a rule bounds; None if it ties more than that."""
    if len(rule.terms) == 1:
        return rule.terms[0], ORIGIN, None
    for leaf in (None, *(term for term in rule.terms if term[0] in leaves)):
        pair = [term for term in rule.terms if term != leaf]
        if len(pair) == 2 and pair[0][1] == -pair[1][1]:
            return pair[0], pair[1][0], leaf
    return None


def _edges(rule: Linear, difference: Difference, replaced: dict[int, list[Edge]]) -> Iterator[Edge]:
    """The conditions of a rule on the difference of two numbers, a third one replaced by its bounds."""
    (x, c), y, leaf = difference
    is_strict = rule.comparison == "<"
    # x - y (<= if c > 0, >= if c < 0, or ==) at_most + share * leaf
    at_most = -rule.constant / c
    share = -leaf[1] / c if leaf else Fraction(0)
    for direction in (1, -1) if rule.comparison == "==" else (1,) if c > 0 else (-1,):
        a, b = (x, y) if direction > 0 else (y, x)
        # a - b <= direction * (at_most + share * leaf): as much as the leaf's upper or lower bounds allow.
        for end, is_open, label in _limits(replaced[leaf[0]], direction * share > 0) if leaf else [_NOUGHT]:
            yield (a, b, direction * (at_most + share * end), is_strict or is_open), label


_NOUGHT = (0, False, RULE)


def _limits(told: Iterable[Edge], upper: bool) -> Iterator[tuple[int | Fraction, bool, int]]:
    """The upper or the lower bounds of a number, each with whether it is left out and its label."""
    for (x, _, c, is_strict), label in told:
        if (x != ORIGIN) == upper:
            yield c if upper else -c, is_strict, label
