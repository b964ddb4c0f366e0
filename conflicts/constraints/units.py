"""Whether the two sides of a constraint measure the same, and in which unit its bare numbers count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from attrs import evolve, frozen

from conflicts.constraints.parse import fault
from conflicts.constraints.tree import Attribute, Constraint, Expression, Number, Operation, constant
from conflicts.errors import VocabularyError
from conflicts.reading.tolerance import DURATION_UNITS
from conflicts.values.units import PER, find_unit
from conflicts.values.value import ANY_AXIS

Declared: TypeAlias = Mapping[str, tuple[str, Fraction | None] | None]

NUMBER: Final = "number"
COUNT: Final = "count"
SHARE: Final = "share"
PURE: Final = frozenset({NUMBER, COUNT, SHARE})
"""What multiplies anything without changing what it measures."""
DIFFERENCES: Final = {"time": "duration", "temperature": "temperature difference"}
"""What lies between two points of a scale without a zero of its own."""
PRODUCTS: Final[Mapping[frozenset[str], tuple[str, Fraction]]] = {
    frozenset({"length"}): ("area", Fraction(1)),
    frozenset({"length", "area"}): ("volume", Fraction(1)),
    frozenset({"speed", "duration"}): ("length", Fraction(1)),
    frozenset({"power", "duration"}): ("energy", Fraction(1)),
    frozenset({"pressure", "volume"}): ("energy", Fraction(1)),
    frozenset({"frequency", "duration"}): (NUMBER, Fraction(1)),
    frozenset({"data rate", "duration"}): ("data", Fraction(8)),
}
"""What two measures make, and how many times too large the product of their base units is."""
QUOTIENTS: Final = {
    (whole, part): (next(iter(pair - {part}), part), 1 / off)
    for pair, (whole, off) in PRODUCTS.items()
    for part in pair
}
UNKNOWN: Final = (None, Fraction(1))
NOT_NUMBERS: Final = {
    "place": "is a place",
    "name": "is a name",
    "choice": "is a choice",
    "flag": "is a yes or no",
    "order": "is an order of events",
    "event": "is an event",
    "member": "has many values at once",
}


@frozen
class _Measure:
    """What an expression measures (None: not known), and the sizes of the units that are declared for its parts."""

    axis: str | None
    factors: frozenset[Fraction] = frozenset()


class _Term(NamedTuple):
    sign: int
    node: Expression
    scaled: Expression
    measure: _Measure


def check_units(constraint: Constraint, declared: Declared) -> Constraint:
    """The constraint with its bare numbers in base units, after checking that it adds and compares only like to like.

    `declared` gives the axis of each attribute ("time", "count", "length", "money USD" …) and the size of its declared
    unit in base units, None if no unit is declared; an attribute that is missing, or None, fits anything. A bare number
    beside a measure counts in the unit that is declared for a measure beside it, beside a share as a part of one.
    Linear in the size of the constraint. Raises `VocabularyError`, which tells the column.

    >>> from conflicts.constraints import parse_constraint
    >>> wider = parse_constraint("width >= depth + 2")
    >>> str(check_units(wider, {"width": ("length", Fraction(1000)), "depth": ("length", None)}).right)
    'depth + 2000'
    >>> check_units(wider, {"width": ("length", None), "depth": ("time", None)})
    Traceback (most recent call last):
    ...
    conflicts.errors.VocabularyError: 'width >= depth + 2': column 10: width is a length, but depth is a time; \
only like can be added and compared
    """
    left, right = _Checker(constraint.text, declared).compared(constraint.left, constraint.right)
    return evolve(constraint, left=left, right=right)


def axes_fit(constraint: Constraint, axes: Mapping[str, str]) -> str | None:
    """Why the constraint cannot be applied to values on these axes, or None if it can.

    For a constraint as `check_units` gives it, and the axes of the values at hand; remembered.

    >>> from conflicts.constraints import parse_constraint
    >>> part = parse_constraint("part <= whole")
    >>> axes_fit(part, {"part": "count", "whole": "count"})
    >>> axes_fit(part, {"part": "share", "whole": "count"})
    "'part <= whole': column 9: part is a share, but whole is a count; only like can be added and compared"
    """
    return _reason(constraint, tuple((name, axes.get(name, ANY_AXIS)) for name in constraint.attributes))


@lru_cache(maxsize=4096)
def _reason(constraint: Constraint, axes: tuple[tuple[str, str], ...]) -> str | None:
    try:
        check_units(constraint, {name: (axis, None) for name, axis in axes if axis != ANY_AXIS})
    except VocabularyError as error:
        return str(error)
    return None


def said(axis: str) -> str:
    """An axis as what one value on it is.

    >>> said("length"), said("money USD"), said("area")
    ('a length', 'an amount of money (USD)', 'an area')
    """
    if axis.startswith("money "):
        return f"an amount of money ({axis.removeprefix('money ')})"
    if axis in {"percentage points", "data"}:
        return axis
    return f"{'an' if axis[0] in 'aeiou' else 'a'} {axis}"


def _per_thing(axis: str) -> str:
    """The axis, without the "per person" that a count beside it takes away; "per day" is a unit, and stays."""
    base, per, noun = axis.partition(PER)
    is_unit = per and (noun.casefold() in DURATION_UNITS or find_unit(noun) is not None)
    return axis if is_unit else base


class _Checker:
    """Walks one constraint; each step gives the scaled expression and what it measures."""

    def __init__(self, text: str, declared: Declared) -> None:
        self.text = text
        self.declared = declared

    def compared(self, left: Expression, right: Expression) -> tuple[Expression, Expression]:
        sides = [list(self.terms(side, 1)) for side in (left, right)]
        both = [*sides[0], *sides[1]]
        line, factors = self.line(both)
        nets = [self.points(side) for side in sides]
        if None not in nets and nets[0] != nets[1]:
            whole, difference = (left, right) if nets[0] else (right, left)
            point = next(axis for axis, between in DIFFERENCES.items() if between == line)
            raise self.wrong(
                right, f"{whole} is {said(point)}, but {difference} is {said(line or '')}; only like can be compared"
            )
        scaled = iter(self.scaled(both, line, factors))
        return _rebuilt(left, scaled), _rebuilt(right, scaled)

    def expression(self, node: Expression) -> tuple[Expression, _Measure]:
        if isinstance(node, Number):
            return node, _Measure(NUMBER if node.axis is None else node.axis)
        if isinstance(node, Attribute):
            return node, self.attribute(node)
        if node.operator in {"*", "/"}:
            left, of_left = self.expression(node.left)
            right, of_right = self.expression(node.right)
            measure = self.product(node, of_left, of_right)
            return evolve(node, left=left, right=right), measure
        terms = list(self.terms(node, 1))
        line, factors = self.line(terms)
        net = self.points(terms)
        axis = line
        if line in DIFFERENCES.values():
            axis = None if net is None else next(p for p, d in DIFFERENCES.items() if d == line) if net else line
        return _rebuilt(node, iter(self.scaled(terms, line, factors))), _Measure(axis, factors)

    def attribute(self, node: Attribute) -> _Measure:
        known = self.declared.get(node.name)
        if known is None:
            return _Measure(None)
        axis, factor = known
        kind = NOT_NUMBERS.get(axis.partition(" ")[0])
        if kind is not None:
            raise self.wrong(node, f"{node.name} {kind}; a constraint ties quantities, durations and times")
        return _Measure(_per_thing(axis), frozenset() if factor is None else frozenset({factor}))

    def terms(self, node: Expression, sign: int) -> Iterator[_Term]:
        """What is added up, from left to right."""
        if isinstance(node, Operation) and node.operator in {"+", "-"}:
            yield from self.terms(node.left, sign)
            yield from self.terms(node.right, sign if node.operator == "+" else -sign)
        else:
            yield _Term(sign, node, *self.expression(node))

    def line(self, terms: list[_Term]) -> tuple[str | None, frozenset[Fraction]]:
        """The axis on which terms can be added, differences for points; None where nothing tells; and its units."""
        first: _Term | None = None
        factors: frozenset[Fraction] = frozenset()
        for term in terms:
            axis = term.measure.axis
            if axis is None or axis == NUMBER:
                continue
            factors |= term.measure.factors
            if first is None:
                first = term
            elif _line(axis) != _line(first.measure.axis or ""):
                a, b = said(first.measure.axis or ""), said(axis)
                raise self.wrong(
                    term.node, f"{first.node} is {a}, but {term.node} is {b}; only like can be added and compared"
                )
        if first is not None:
            return _line(first.measure.axis or ""), factors
        return (None if any(term.measure.axis is None for term in terms) else NUMBER), factors

    def points(self, terms: list[_Term]) -> int | None:
        """How many points of a scale are left in a sum, 0 or 1; None where a term is not known."""
        if any(term.measure.axis is None for term in terms):
            return None
        of_points = [term for term in terms if term.measure.axis in DIFFERENCES]
        net = sum(term.sign for term in of_points)
        if net not in {0, 1}:
            axis = of_points[-1].measure.axis or ""
            what = f"two {axis}s cannot be added" if net > 1 else f"{said(axis)} can only be taken from another"
            raise self.wrong(of_points[-1].node, f"{what}; {axis} - {axis} is a {DIFFERENCES[axis]}")
        return net

    def scaled(self, terms: list[_Term], line: str | None, factors: frozenset[Fraction]) -> Iterator[Expression]:
        """Each term, its bare numbers in base units."""
        for term in terms:
            number = constant(term.node)
            if term.measure.axis != NUMBER or line in {None, NUMBER, COUNT} or number == 0:
                yield term.scaled
            elif number is None:
                if line != SHARE:
                    raise self.wrong(term.node, f"{term.node} is a ratio, and cannot be added to {said(line or '')}")
                yield term.scaled
            else:
                yield Number(self.in_base(term, number, terms, line or "", factors), line, term.node.column)

    def in_base(
        self, term: _Term, number: Fraction, terms: list[_Term], line: str, factors: frozenset[Fraction]
    ) -> Fraction:
        if line == SHARE:
            if abs(number) > 1:
                raise self.wrong(term.node, f"{term.node}: a share is a part of one; write {term.node} % for percent")
            return number
        if any(other.measure.axis == "time" for other in terms):
            raise self.wrong(term.node, f"{term.node}: {term.node} what? beside a time only a duration can stand")
        if len(factors) == 1:
            return number * next(iter(factors))
        measured = [str(other.node) for other in terms if other.measure.axis not in {None, NUMBER}]
        if factors:
            raise self.wrong(
                term.node,
                f"{term.node}: {term.node} what? {' and '.join(measured)} are declared in different units",
            )
        raise self.wrong(term.node, f"{term.node}: {term.node} what? declare the unit of {' or '.join(measured)}")

    def product(self, node: Operation, left: _Measure, right: _Measure) -> _Measure:
        """What a product or a quotient measures."""
        for side, measure in ((node.left, left), (node.right, right)):
            if measure.axis in DIFFERENCES:
                raise self.wrong(side, f"{side} is {said(measure.axis)}, which cannot be multiplied or divided")
        a, b = left.axis, right.axis
        if a is None or b is None:
            return _Measure(None)
        if node.operator == "*":
            if a in PURE and b in PURE:
                return _Measure(COUNT if COUNT in (a, b) else SHARE if SHARE in (a, b) else NUMBER)
            if a in PURE or b in PURE:
                return right if a in PURE else left
            made, off = PRODUCTS.get(frozenset({a, b}), UNKNOWN)
        else:
            if a == b:
                return _Measure(NUMBER)
            if b in PURE:
                return left
            made, off = QUOTIENTS.get((a, b), UNKNOWN)
        if made is None or off != 1:
            word = "times" if node.operator == "*" else "divided by"
            why = "is no measure that is known" if made is None else f"is {off} times {made} in base units"
            raise self.wrong(node, f"{said(a)} {word} {said(b)} {why}")
        return _Measure(made)

    def wrong(self, node: Expression, message: str) -> VocabularyError:
        return fault(self.text, node.column, message)


def _line(axis: str) -> str:
    return DIFFERENCES.get(axis, axis)


def _rebuilt(node: Expression, terms: Iterator[Expression]) -> Expression:
    """The sum with its terms, from left to right, replaced."""
    if isinstance(node, Operation) and node.operator in {"+", "-"}:
        left = _rebuilt(node.left, terms)
        return evolve(node, left=left, right=_rebuilt(node.right, terms))
    return next(terms)
