"""Order relations: Allen's thirteen as points on a line, and what each says of the ends of two events.

An event is an interval with a start before its end. Of two events A and B exactly one of thirteen relations holds
(Allen, "Maintaining knowledge about temporal intervals", 1983, figure 2). They lie on the axis "order" as the points
0 to 12, in an order in which the converse of point n is 12 - n; so a relation that is not known exactly is a set of
points, and two order claims on the same events clash when their sets do not meet, as all other values do.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Final, Literal, TypeAlias

from attrs import evolve

from conflicts.values.bounds import NONE, UNSETTLED
from conflicts.values.extent import Extent
from conflicts.values.value import Value

AXIS: Final = "order"

ALLEN: Final = (
    "before",
    "meets",
    "overlaps",
    "finished_by",
    "contains",
    "starts",
    "equals",
    "started_by",
    "during",
    "finishes",
    "overlapped_by",
    "met_by",
    "after",
)
"""The thirteen relations; the converse of the n-th is the n-th from the end."""

End: TypeAlias = Literal["start of A", "end of A", "start of B", "end of B"]
START_A: Final = "start of A"
END_A: Final = "end of A"
START_B: Final = "start of B"
END_B: Final = "end of B"

Edge: TypeAlias = tuple[End, End, bool]
"""The first end lies no later than the second; earlier, if the flag is set."""

_BETWEEN: Final[tuple[tuple[End, End], ...]] = (
    (START_A, START_B),
    (START_A, END_B),
    (END_A, START_B),
    (END_A, END_B),
)


_SIGNS: Final = (
    "<<<<",
    "<<=<",
    "<<><",
    "<<>=",
    "<<>>",
    "=<><",
    "=<>=",
    "=<>>",
    "><><",
    "><>=",
    "><>>",
    ">=>>",
    ">>>>",
)
"""How the four pairs of ends of `_BETWEEN` lie under each relation: the first earlier, at once or later."""

_ALL: Final = frozenset(range(len(ALLEN)))
_UNIONS: Final = {
    "within": frozenset(map(ALLEN.index, ("during", "starts", "finishes", "equals"))),
    "not_before": _ALL - {ALLEN.index("before")},
    "not_after": _ALL - {ALLEN.index("after")},
}
RELATIONS: Final = (*ALLEN, *_UNIONS)
"""The words an order claim can use: Allen's, and three unions of them that stay convex.

`within` is inside or touching; A is `not_before` B if it ends no earlier than B starts, `not_after` B if B ends no
earlier than A starts.
"""


def relation_set(name: str) -> frozenset[int]:
    """The points of a relation by its name.

    >>> sorted(ALLEN[n] for n in relation_set("within"))
    ['during', 'equals', 'finishes', 'starts']
    """
    found = _UNIONS.get(name)
    return frozenset([ALLEN.index(name)]) if found is None else found


def denied(relations: frozenset[int]) -> frozenset[int]:
    """The relations that are left when these are denied."""
    return _ALL - relations


@cache
def to_extent(relations: frozenset[int]) -> Extent:
    """The relations as a set on the axis "order": one closed interval for each run of neighbours."""
    runs: list[list[int]] = []
    for n in sorted(relations):
        if runs and runs[-1][1] == n - 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    joined = Extent(())
    for lo, hi in runs:
        joined |= Extent.closed(lo, hi)
    return joined


@cache
def from_extent(extent: Extent) -> frozenset[int]:
    """The relations in a set on the axis "order"."""
    return frozenset(n for n in _ALL if extent.meets(Extent.point(n)))


def converse(value: Value) -> Value:
    """The same order claim, told from the other event's side: A before B is B after A."""
    return evolve(value, strict=_mirrored(value.strict), loose=_mirrored(value.loose))


@cache
def _mirrored(extent: Extent) -> Extent:
    beyond = extent & Extent(((UNSETTLED, NONE),))
    return to_extent(frozenset(len(ALLEN) - 1 - n for n in from_extent(extent))) | beyond


@cache
def is_convex(relations: frozenset[int]) -> bool:
    """Whether conditions on single pairs of ends say exactly these relations.

    >>> is_convex(relation_set("not_before")), is_convex(denied(relation_set("during")))
    (True, False)
    """
    allowed = _allowed(relations)
    return all(any(sign not in some for sign, some in zip(_SIGNS[n], allowed, strict=True)) for n in _ALL - relations)


def _allowed(relations: frozenset[int]) -> tuple[frozenset[str], ...]:
    """How each pair of ends may lie, "not at once" widened to anything, for that is no condition of order."""
    columns = map(frozenset, zip(*(_SIGNS[n] for n in relations), strict=True))
    return tuple(column | {"="} if column >= {"<", ">"} else column for column in columns)


@cache
def edges(relations: frozenset[int]) -> tuple[Edge, ...]:
    """The fewest conditions on the ends of A and B that follow from these relations and say all of them that can be.

    >>> edges(relation_set("before"))
    (('end of A', 'start of B', True),)
    >>> edges(relation_set("within"))
    (('start of B', 'start of A', False), ('end of A', 'end of B', False))
    """
    found: list[Edge] = []
    for (x, y), signs in zip(_BETWEEN, _allowed(relations), strict=True):
        if ">" not in signs:
            found.append((x, y, "=" not in signs))
        if "<" not in signs:
            found.append((y, x, "=" not in signs))
    kept = list(found)
    for edge in found:
        others = [other for other in kept if other is not edge]
        if _follows(edge, others):
            kept = others
    return tuple(kept)


def _follows(edge: Edge, others: list[Edge]) -> bool:
    """Whether a condition follows from others, and from the fact that events start before they end.

    Every way from one end to another that takes several steps leads from the start of an event to its end at some
    point, so what follows is strict, and no condition between the two ends can be stronger.
    """
    ends = (START_A, END_A, START_B, END_B)
    known = {(START_A, END_A), (START_B, END_B), *((x, y) for x, y, _ in others)}
    for middle, x, y in product(ends, repeat=3):
        if (x, middle) in known and (middle, y) in known:
            known.add((x, y))
    return edge[:2] in known


def relation_words(extent: Extent) -> str:
    """A set of relations in words.

    >>> relation_words(to_extent(relation_set("not_before"))), relation_words(to_extent(relation_set("met_by")))
    ('not before', 'met by')
    """
    relations = from_extent(extent)
    for name, union in _UNIONS.items():
        if union == relations:
            return name.replace("_", " ")
    return " or ".join(ALLEN[n].replace("_", " ") for n in sorted(relations)) or "in no order"
