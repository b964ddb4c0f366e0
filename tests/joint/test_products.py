"""Interval propagation: it loses no solution, a smaller box never gives a larger result, ends are exact."""

from __future__ import annotations

import time
from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.constraints import (
    Attribute,
    Constraint,
    Expression,
    Number,
    Operation,
    check_units,
    parse_constraint,
)
from conflicts.joint import spans
from conflicts.joint.products import Box, fixpoint, narrow
from conflicts.joint.spans import End, Span
from conflicts.values.bounds import HIGHEST, LOWEST, NONE, UNSETTLED, Interval

INF = float("inf")


def interval(text: str) -> Interval:
    """ "[1, 5)" as bounds."""
    lo, hi = (part.strip() for part in text[1:-1].split(","))
    left = LOWEST if lo == "-inf" else (Fraction(lo), int(text[0] == "("))
    right = HIGHEST if hi == "inf" else (Fraction(hi), -int(text[-1] == ")"))
    return left, right


def box_of(text: str) -> Box:
    parts = (part.partition(" ") for part in text.split("; ") if part)
    return {name: interval(written) for name, _, written in parts}


NARROWED: list[tuple[str, str, str, str | None, str]] = [
    ("v == s * d", "s [0.5, 0.5]; d [450, 450]", "", "s [0.5, 0.5]; d [450, 450]; v [225, 225]", "a product"),
    ("v == s * d", "s [0.595, 0.605); d [450, 450]; v [240, 240]", "", None, "60 percent of 450 is not 240"),
    ("v == s * d", "v [270, 270]; d [450, 450]", "", "v [270, 270]; d [450, 450]; s [0.6, 0.6]", "a factor"),
    ("v == s * d", "s (0.5, 0.6); d [10, 10]", "v", "s (0.5, 0.6); d [10, 10]; v [6, 5]", "no count is left"),
    ("v == s * d", "s (0.5, 0.8); d [10, 10]", "v", "s [0.6, 0.7]; d [10, 10]; v [6, 7]", "counts are whole"),
    ("s == v / d", "v [1, 2]; d (0, 4]", "", "v [1, 2]; d (0, 4]; s [0.25, inf)", "an open end at nought"),
    ("s == v / d", "v [1, 2]; d [0, 4]", "", "v [1, 2]; d [0, 4]; s (-inf, inf)", "perhaps no quotient at all"),
    ("s == v / d", "v [1, 2]; d [0, 0]; s [5, 6]", "", "v [1, 2]; d [0, 0]; s [5, 6]", "no quotient: it says nothing"),
    ("v == s * d", "v [1, 2]; d [0, 4]", "", "v [1, 2]; d (0, 4]; s [0.25, inf)", "no factor of 1 is nought"),
    ("v == s * d", "v [1, 2]; d [-2, 4]; s [0, 9]", "", "v [1, 2]; d [1/9, 4]; s [0.25, 9]", "nor of another sign"),
    ("v == s * d", "v [0, 2]; d [-2, 4]", "", "v [0, 2]; d [-2, 4]; s (-inf, inf)", "nought times anything"),
    ("v == s * d", "v [1, 2]; d [0, 0]", "", None, "nought times anything is not 1"),
    ("v == s * d", "s [0, 0]", "", "s [0, 0]; v [0, 0]; d (-inf, inf)", "nought times all that is"),
    ("v == s * d", "s [0, 1); d [0, inf)", "", "s [0, 1); d [0, inf); v [0, inf)", "a closed nought"),
    ("v == s * d", "s (0, 1); d (0, 5)", "", "s (0, 1); d (0, 5); v (0, 5)", "open ends stay open"),
    ("v == s * d", "s [-1, 1]; d (2, 3]", "", "s [-1, 1]; d (2, 3]; v [-3, 3]", "both signs"),
    ("a < b", "a [1, 5]; b [1, 5]", "", "a [1, 5); b (1, 5]", "less"),
    ("a > b", "a [1, 5]; b [1, 5]", "", "a (1, 5]; b [1, 5)", "more"),
    ("a > b", "a [1, 5]; b [1, 5]", "a b", "a [2, 5]; b [1, 4]", "more, in whole numbers"),
    ("a < b", "a [5, 5]; b [5, 5]", "", None, "not less than itself"),
    ("a >= b", "a [1, 5]; b (5, 7]", "", None, "an open end"),
    ("a == b", "a [1, 5]; b [5, 7]", "", "a [5, 5]; b [5, 5]", "one point"),
    ("a + b <= c", "a [5, 5]; b [9, 9]; c [12, 12]", "", None, "5 + 9 > 12"),
    ("a + b <= c", "a [5, inf); b [9, 10]; c (-inf, 15)", "", "a [5, 6); b [9, 10); c [14, 15)", "without end"),
    ("a - b == c", "a [0, 1]; c [5, 6)", "", "a [0, 1]; c [5, 6); b (-6, -4]", "a difference"),
    ("a == -b", "a [1, 2)", "", "a [1, 2); b (-2, -1]", "a sign"),
    (
        "a * a == b + 0 * c",
        "b [4, 9]; a [0, 3]",
        "",
        "b [4, 9]; a [4/3, 3]; c (-inf, inf)",
        "twice the same: a little wide",
    ),
    ("a <= b", "a [1, 2)", "", "a [1, 2); b [1, inf)", "an attribute without a range"),
]


@pytest.mark.parametrize(("text", "given_box", "integral", "expected", "why"), NARROWED, ids=[c[4] for c in NARROWED])
def test_narrowed(text: str, given_box: str, integral: str, expected: str | None, why: str) -> None:
    found = narrow(parse_constraint(text), box_of(given_box), integral.split(), rounds=1 if "twice" in why else 10)
    if expected is None or any(lo > hi for lo, hi in box_of(expected).values()):
        assert found is None, why
    else:
        assert found == box_of(expected), why


def test_the_points_beyond_the_line_are_no_numbers() -> None:
    less = parse_constraint("a <= b")
    assert narrow(less, {"a": ((1, 0), NONE)}) == {"a": ((1, 0), HIGHEST), "b": ((1, 0), HIGHEST)}
    assert narrow(less, {"a": (NONE, NONE)}) is None
    assert narrow(less, {"a": (UNSETTLED, UNSETTLED)}) is None


def test_several_constraints_work_together() -> None:
    chain = [parse_constraint(text) for text in ("v == s * d", "d == m + 1", "m <= 9")[:2]]
    assert fixpoint(chain, box_of("v [6, 6]; m [2, 2]")) == box_of("v [6, 6]; m [2, 2]; d [3, 3]; s [2, 2]")
    assert fixpoint(chain, box_of("v [6, 6]; m [2, 2]; s [3, 3]")) is None
    assert fixpoint((), {"a": ((2, 0), (1, 0))}) is None


# --- against all points -----------------------------------------------------------------------------------------------

ATTRIBUTES = st.sampled_from(["a", "b", "c"]).map(Attribute)
NUMBERS = st.fractions(-3, 3, max_denominator=3).map(Number)
EXPRESSIONS = st.recursive(
    ATTRIBUTES | NUMBERS,
    lambda inner: st.builds(Operation, st.sampled_from(["+", "-", "*", "*", "/"]), inner, inner),
    max_leaves=6,
)
CONSTRAINTS = st.builds(
    Constraint,
    st.just(""),
    st.sampled_from(["<=", "<", "==", ">=", ">"]),
    EXPRESSIONS,
    EXPRESSIONS,
    st.just(tuple("abc")),
)
FINITE = st.tuples(st.fractions(-6, 6, max_denominator=3), st.sampled_from([0, 0, 1]))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lo, up = draw(FINITE)
    hi, down = draw(FINITE)
    if lo > hi:
        lo, hi = hi, lo
    left, right = (
        (LOWEST if draw(st.integers(0, 7)) == 0 else (lo, up)),
        (HIGHEST if draw(st.integers(0, 7)) == 0 else (hi, -down)),
    )
    return left, right


BOXES = st.fixed_dictionaries(dict.fromkeys("abc", intervals()))


def value(node: Expression, at: Mapping[str, Fraction | int]) -> Fraction | int | None:
    """What an expression is at a point; None where something is divided by nought."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Attribute):
        return at[node.name]
    left, right = value(node.left, at), value(node.right, at)
    if left is None or right is None or (node.operator == "/" and right == 0):
        return None
    if node.operator == "/":
        return Fraction(left) / right
    return left + right if node.operator == "+" else left - right if node.operator == "-" else left * right


def holds(constraint: Constraint, at: Mapping[str, Fraction | int]) -> bool:
    left, right = value(constraint.left, at), value(constraint.right, at)
    if left is None or right is None:
        return True
    return {
        "<=": left <= right, "<": left < right, "==": left == right, ">=": left >= right, ">": left > right,
    }[constraint.comparison]  # fmt: skip


def holding(box: Mapping[str, Interval], at: Mapping[str, Fraction | int]) -> bool:
    return all(lo <= (at[name], 0) <= hi for name, (lo, hi) in box.items())


def inside(small: Box | None, large: Box | None) -> bool:
    if small is None or large is None:
        return small is None
    return all(large[name][0] <= small[name][0] and small[name][1] <= large[name][1] for name in large)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    constraints=st.lists(CONSTRAINTS, min_size=1, max_size=2),
    box=BOXES,
    points=st.lists(st.fixed_dictionaries(dict.fromkeys("abc", st.fractions(-6, 6, max_denominator=3))), max_size=8),
    rounds=st.integers(1, 3),
)
def test_no_rational_solution_is_lost(
    constraints: list[Constraint], box: Box, points: list[dict[str, Fraction]], rounds: int
) -> None:
    found = fixpoint(constraints, box, rounds=rounds)
    assert inside(found, box)
    for at in points:
        if holding(box, at) and all(holds(constraint, at) for constraint in constraints):
            assert found is not None, at
            assert holding(found, at), at


@settings(derandomize=True, deadline=None, max_examples=120)
@given(constraints=st.lists(CONSTRAINTS, min_size=1, max_size=2), box=BOXES)
def test_no_whole_solution_is_lost(constraints: list[Constraint], box: Box) -> None:
    found = fixpoint(constraints, box, frozenset("abc"), rounds=3)
    ranges = ([n for n in range(-4, 5) if holding({"x": box[name]}, {"x": n})] for name in "abc")
    for numbers in product(*ranges):
        at = dict(zip("abc", numbers, strict=True))
        if all(holds(constraint, at) for constraint in constraints):
            assert found is not None, at
            assert holding(found, at), at


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    constraints=st.lists(CONSTRAINTS, min_size=1, max_size=2),
    box=BOXES,
    other=BOXES,
    integral=st.sets(st.sampled_from("abc")),
    rounds=st.integers(1, 4),
)
def test_a_smaller_box_never_gives_a_larger_result(
    constraints: list[Constraint], box: Box, other: Box, integral: set[str], rounds: int
) -> None:
    smaller = {name: (max(box[name][0], other[name][0]), min(box[name][1], other[name][1])) for name in box}
    large = fixpoint(constraints, box, integral, rounds=rounds)
    assert inside(fixpoint(constraints, smaller, integral, rounds=rounds), large)
    assert inside(fixpoint(constraints, box, integral, rounds=rounds + 1), large), "and more rounds leave no more"


# --- the arithmetic ---------------------------------------------------------------------------------------------------

SMALL = st.integers(-3, 3).map(Fraction)


@st.composite
def small_spans(draw: st.DrawFn) -> Span:
    a, b = sorted(draw(st.tuples(SMALL, SMALL)))
    found = spans.span_of((a, draw(st.integers(0, 1))), (b, -draw(st.integers(0, 1))))
    return Span(End(a, False), End(b, False)) if found is None else found


def members(span: Span) -> list[Fraction]:
    """Points of a span, those near its ends among them."""
    grid = [Fraction(k, 2) for k in range(-6, 7)]
    bit = Fraction(1, 1000)
    near = [Fraction(span.lo.number) + bit, Fraction(span.hi.number) - bit, bit, -bit]
    return [Fraction(x) for x in (*grid, *near) if holding({"x": spans.bounds_of(span)}, {"x": Fraction(x)})]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(a=small_spans(), b=small_spans())
def test_products_and_quotients_hold_all_points_and_reach_their_ends(a: Span, b: Span) -> None:
    made = spans.times(a, b)
    products = [x * y for x in members(a) for y in members(b)]
    assert all(holding({"x": spans.bounds_of(made)}, {"x": number}) for number in products)
    assert_reached(made, products)
    quotient = spans.over(a, b)
    quotients = [x / y for x in members(a) for y in members(b) if y]
    if quotient is None:
        assert not quotients
        assert not a.has_zero
    elif quotients and not (a.has_zero and b.has_zero):
        assert all(holding({"x": spans.bounds_of(quotient)}, {"x": number}) for number in quotients)
        assert_reached(quotient, quotients)


def assert_reached(span: Span, numbers: list[Fraction]) -> None:
    """The ends of a span are exact: points come as near as they can."""
    for end in span:
        if end.number in (INF, -INF):
            assert max(map(abs, numbers)) > 100
        else:
            near = min(abs(number - Fraction(end.number)) for number in numbers)
            assert near == 0 if not end.is_open else 0 < near < Fraction(1, 10)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    a=st.fractions() | st.builds(Fraction, st.integers(), st.integers(1, 1 << 300)),
    b=st.fractions() | st.builds(Fraction, st.integers(-(1 << 700), 1 << 700), st.integers(1, 1 << 300)),
)
def test_long_ends_move_outwards_in_order(a: Fraction, b: Fraction) -> None:
    lo, hi = sorted((a, b))
    large = Span(End(lo, False), End(hi, False))
    found = spans.simple(large)
    assert found.lo <= large.lo
    assert found.hi.number >= large.hi.number
    assert spans.simple(found) == found
    for end in found:
        assert end.number in (INF, -INF) or Fraction(end.number).denominator <= spans.MOST_DENOMINATOR
    assert spans.simple(Span(End(hi, False), End(hi, False))).lo >= found.lo, "in order"


def test_work_is_bounded() -> None:
    steep = [parse_constraint("b" + " * b" * 60 + " == a"), parse_constraint("a * a * a / 7 == b + 1")]
    start = time.process_time()
    fixpoint(steep, {"a": ((Fraction(10, 7), 0), HIGHEST), "b": ((Fraction(15, 11), 0), HIGHEST)})
    fixpoint(steep, {"a": ((10**400, 0), HIGHEST), "b": (LOWEST, (10**400, 0))})
    assert time.process_time() - start < 5


def test_declared_units_reach_the_arithmetic() -> None:
    wider = check_units(
        parse_constraint("width >= depth + 2"), {"width": ("length", Fraction(1000)), "depth": ("length", None)}
    )
    assert narrow(wider, box_of("width [0, 1500]; depth [0, 9]")) is None
