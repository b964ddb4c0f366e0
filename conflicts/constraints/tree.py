"""What a constraint says: a comparison of two expression trees, exact, and as a linear form where it has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

Comparison: TypeAlias = Literal["<=", "<", "==", ">=", ">"]
Operator: TypeAlias = Literal["+", "-", "*", "/"]

MOST_SHOWN: Final = 40
MOST_PLACES: Final = 6


@frozen
class Number:
    """A number as written, exact; `axis` is what it measures, in base units, or None for a bare number."""

    value: Fraction
    axis: str | None = None
    column: int = field(default=0, eq=False, repr=False)

    def __str__(self) -> str:
        return f"{_decimal(self.value * 100)} %" if self.axis == "share" else _decimal(self.value)


@frozen
class Attribute:
    """An attribute, by its form ("killed_children")."""

    name: str
    column: int = field(default=0, eq=False, repr=False)

    def __str__(self) -> str:
        return self.name


@frozen
class Operation:
    """A sum, difference, product or quotient; `-a` is the difference `0 - a`. `column` is the operator's, from 0."""

    operator: Operator
    left: Expression
    right: Expression
    column: int = field(default=0, eq=False, repr=False)

    def __str__(self) -> str:
        sides = (f"({side})" if isinstance(side, Operation) else str(side) for side in (self.left, self.right))
        text = f" {self.operator} ".join(sides)
        return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…"


Expression: TypeAlias = Number | Attribute | Operation


@frozen
class LinearForm:
    """The constraint  Σ coefficient · attribute + `constant`  `comparison`  0, the comparison one of "<=", "<", "==".

    `coefficients` are sorted by attribute, and none is zero.
    """

    coefficients: tuple[tuple[str, Fraction], ...]
    constant: Fraction
    comparison: Literal["<=", "<", "=="]


@frozen
class Constraint:
    """A comparison of two expressions: `left` `comparison` `right`. `attributes` are those it names, sorted."""

    text: str
    comparison: Comparison
    left: Expression
    right: Expression
    attributes: tuple[str, ...]

    @property
    def is_linear(self) -> bool:
        """Whether it is a sum of multiples of attributes, after multiplying out its numbers."""
        return self.linear_form is not None

    @cached_property
    def linear_form(self) -> LinearForm | None:
        """Its linear form; None where it multiplies attributes, or divides by one."""
        turned = self.comparison in {">=", ">"}
        form = linear(Operation("-", self.right, self.left) if turned else Operation("-", self.left, self.right))
        if form is None:
            return None
        comparison: Literal["<=", "<", "=="] = (
            "==" if self.comparison == "==" else "<=" if "=" in self.comparison else "<"
        )
        return LinearForm(tuple(sorted(form[0].items())), form[1], comparison)


def linear_form(constraint: Constraint) -> LinearForm | None:
    """The constraint as  Σ coefficient · attribute + constant  <=, < or ==  0, or None if it is not linear.

    "More than" is turned round. Exact; linear in the size of the constraint, and remembered.

    >>> from conflicts.constraints import parse_constraint
    >>> form = linear_form(parse_constraint("2 * (a - b) > 3"))
    >>> [(name, str(by)) for name, by in form.coefficients], str(form.constant), form.comparison
    ([('a', '-2'), ('b', '2')], '3', '<')
    """
    return constraint.linear_form


def linear(node: Expression) -> tuple[Mapping[str, Fraction], Fraction] | None:
    """The coefficients (none of them zero) and the constant of an expression, or None if it is not linear."""
    if isinstance(node, Number):
        return {}, node.value
    if isinstance(node, Attribute):
        return {node.name: Fraction(1)}, Fraction(0)
    left, right = linear(node.left), linear(node.right)
    if left is None or right is None:
        return None
    if node.operator in {"+", "-"}:
        return _sum(left, right, 1 if node.operator == "+" else -1)
    if node.operator == "/":
        return None if right[0] or not right[1] else _scaled(left, 1 / right[1])
    if left[0] and right[0]:
        return None
    return _scaled(right, left[1]) if right[0] else _scaled(left, right[1])


_Form: TypeAlias = tuple[Mapping[str, Fraction], Fraction]


def _sum(left: _Form, right: _Form, sign: int) -> _Form:
    found = dict(left[0])
    for name, by in right[0].items():
        found[name] = found.get(name, Fraction(0)) + sign * by
    return {name: by for name, by in found.items() if by}, left[1] + sign * right[1]


def _scaled(form: _Form, by: Fraction) -> _Form:
    return {name: found * by for name, found in form[0].items() if by}, form[1] * by


def constant(node: Expression) -> Fraction | None:
    """The number that an expression without attributes is; None if it has some that do not cancel."""
    form = linear(node)
    return None if form is None or form[0] else form[1]


def _decimal(number: Fraction) -> str:
    """A number as people write it: 0.1, not 1/10; one without a short decimal as a fraction."""
    for places in range(MOST_PLACES):
        shifted = number * 10**places
        if shifted.denominator == 1:
            return f"{Decimal(shifted.numerator).scaleb(-places):f}"
    return str(number)


def names(node: Expression) -> Iterator[str]:
    """The attributes of an expression, from left to right, as often as they stand there."""
    if isinstance(node, Attribute):
        yield node.name
    elif isinstance(node, Operation):
        yield from names(node.left)
        yield from names(node.right)
