"""Interval propagation: what constraints, products among them, leave of the ranges of their attributes.

The expression tree is evaluated upwards on intervals, the comparison narrows its two sides, and what is left is
projected down again to the attributes (HC4-revise: Benhamou, Goualard, Granvilliers, Puget, "Revising hull and box
consistency", ICLP 1999). It never cuts off a solution, so an empty range proves that there is none; it may leave
numbers that are none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, TypeAlias

from conflicts.constraints import Attribute, Constraint, Expression, Number
from conflicts.constraints.tree import names
from conflicts.joint.spans import (
    LINE,
    End,
    Span,
    bounds_of,
    common,
    minus,
    negative,
    over,
    plus,
    simple,
    span_of,
    times,
    whole,
)
from conflicts.values.bounds import Interval

Box: TypeAlias = dict[str, Interval]

ROUNDS: Final = 10


class _Empty(Exception):
    """No number is left for something."""


def narrow(
    constraint: Constraint, box: Mapping[str, Interval], integral: Collection[str] = (), *, rounds: int = ROUNDS
) -> Box | None:
    """The box without what the constraint excludes, or None if nothing is left; see `fixpoint`.

    >>> from fractions import Fraction
    >>> from conflicts.constraints import parse_constraint
    >>> votes = parse_constraint("votes == share * delegates")
    >>> half = (Fraction(1, 2), 0)
    >>> narrow(votes, {"share": (half, half), "delegates": ((450, 0), (450, 0))})["votes"]
    ((225, 0), (225, 0))
    >>> narrow(votes, {"share": (half, half), "delegates": ((450, 0), (450, 0)), "votes": ((240, 0), (240, 0))})
    """
    return fixpoint((constraint,), box, integral, rounds=rounds)


def fixpoint(
    constraints: Iterable[Constraint],
    box: Mapping[str, Interval],
    integral: Collection[str] = (),
    *,
    rounds: int = ROUNDS,
) -> Box | None:
    """The box without what the constraints exclude, one after the other, round after round; None if nothing is left.

    `box` gives the range of each attribute in base units; one that it leaves out is unbounded, and in the result.
    Bounds are rounded inwards for the attributes in `integral`. A quotient says nothing where its divisor can be
    nought. Sound: no solution is lost. Monotone: a smaller box never gives a larger result. Exact, but that an end with
    hundreds of digits moves outwards to a shorter one. Takes at most `rounds` rounds, each linear in the size of the
    constraints; fewer if a round changes nothing.
    """
    ordered = tuple(constraints)
    try:
        spans = {name: _held(span_of(*interval)) for name, interval in box.items()}
        for constraint in ordered:
            for name in constraint.attributes:
                spans.setdefault(name, LINE)
        counts = frozenset(integral)
        for name in counts & spans.keys():
            spans[name] = _held(whole(spans[name]))
        for _ in range(rounds):
            before = dict(spans)
            for constraint in ordered:
                _revise(constraint, spans, counts)
            if spans == before:
                break
    except _Empty:
        return None
    return {name: bounds_of(span) for name, span in spans.items()}


def value_range(expression: Expression, box: Mapping[str, Interval]) -> Interval:
    """The values that an expression can have while its attributes keep to the box.

    >>> from conflicts.constraints import parse_constraint
    >>> parts = parse_constraint("children + women <= killed").left
    >>> value_range(parts, {"children": ((5, 0), (5, 0)), "women": ((9, 0), (10, 0))})
    ((14, 0), (15, 0))
    """
    spans = {name: span for name, interval in box.items() if (span := span_of(*interval)) is not None}
    for name in names(expression):
        spans.setdefault(name, LINE)
    return bounds_of(_value(expression, spans, {}))


def _held(span: Span | None) -> Span:
    if span is None:
        raise _Empty
    return span


def _revise(constraint: Constraint, spans: dict[str, Span], counts: Collection[str]) -> None:
    """Narrow the spans of one constraint's attributes once."""
    memo: dict[int, Span] = {}
    left, right = _value(constraint.left, spans, memo), _value(constraint.right, spans, memo)
    comparison = constraint.comparison
    if comparison == "==":
        new_left = new_right = _held(common(left, right))
    else:
        is_strict = comparison in {"<", ">"}
        if comparison in {"<", "<="}:
            new_left = _held(common(left, Span(LINE.lo, _end(right.hi, is_strict))))
            new_right = _held(common(right, Span(_end(left.lo, is_strict), LINE.hi)))
        else:
            new_left = _held(common(left, Span(_end(right.lo, is_strict), LINE.hi)))
            new_right = _held(common(right, Span(LINE.lo, _end(left.hi, is_strict))))
    _project(constraint.left, new_left, spans, counts, memo)
    _project(constraint.right, new_right, spans, counts, memo)


def _end(end: End, is_strict: bool) -> End:
    """The end, left out if the comparison is strict; one without end stays as it is."""
    return end if end.number in (LINE.lo.number, LINE.hi.number) else End(end.number, end.is_open or is_strict)


def _value(node: Expression, spans: Mapping[str, Span], memo: dict[int, Span]) -> Span:
    """All values the expression can have, remembered for each of its parts."""
    if isinstance(node, Number):
        found = Span(End(node.value, False), End(node.value, False))
    elif isinstance(node, Attribute):
        found = spans[node.name]
    else:
        a, b = _value(node.left, spans, memo), _value(node.right, spans, memo)
        if node.operator == "/":
            # Where the divisor can be nought the quotient has no value, and its constraint says nothing.
            found = LINE if b.has_zero else _held(over(a, b))
        else:
            found = {"+": plus, "-": minus, "*": times}[node.operator](a, b)
    memo[id(node)] = found
    return found


def _project(
    node: Expression, span: Span, spans: dict[str, Span], counts: Collection[str], memo: Mapping[int, Span]
) -> None:
    """Narrow the attributes of an expression that must have a value in `span`."""
    if isinstance(node, Number):
        return
    if isinstance(node, Attribute):
        left = simple(_held(common(spans[node.name], span)))
        spans[node.name] = _held(whole(left)) if node.name in counts else left
        return
    a, b = memo[id(node.left)], memo[id(node.right)]
    left_part: Span | None
    right_part: Span | None
    if node.operator == "+":
        left_part, right_part = minus(span, b), minus(span, a)
    elif node.operator == "-":
        left_part, right_part = plus(span, b), plus(a, negative(span))
    elif node.operator == "*":
        left_part, right_part = over(span, b), over(span, a)
    elif b.has_zero:
        return
    else:
        left_part, right_part = times(span, b), over(a, span)
    _project(node.left, _held(common(a, left_part)), spans, counts, memo)
    _project(node.right, _held(common(b, right_part)), spans, counts, memo)
