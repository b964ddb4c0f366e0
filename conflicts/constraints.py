"""The text of constraints, parsed and checked: "killed_children + killed_women <= killed"."""

from __future__ import annotations

import ast
from typing import Final

from attrs import frozen

from conflicts.errors import VocabularyError

COMPARISONS: Final = {ast.LtE: "<=", ast.Lt: "<", ast.GtE: ">=", ast.Gt: ">", ast.Eq: "=="}
MOST_CHARACTERS: Final = 500


@frozen
class Constraint:
    """A comparison of two sums and products of attributes: `left` `comparison` `right`, and what they speak of."""

    text: str
    comparison: str
    left: ast.expr
    right: ast.expr
    attributes: tuple[str, ...]


def parse_constraint(text: str) -> Constraint:
    """Parse one constraint: attributes and numbers with + - * / and brackets, one of <= < >= > ==.

    Raises `VocabularyError`, which says what is wrong.

    >>> parse_constraint("ordinal == earlier_rounds + 1").attributes
    ('earlier_rounds', 'ordinal')
    >>> parse_constraint("killed <= killed")
    Traceback (most recent call last):
    ...
    conflicts.errors.VocabularyError: 'killed <= killed': it ties killed to itself; a constraint needs two attributes
    """
    if len(text) > MOST_CHARACTERS:
        raise VocabularyError(f"{text[:40]!r}…: a constraint of {len(text)} characters is too long")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise VocabularyError(f"{text!r} is not a constraint; write one such as 'part + other_part <= whole'") from None
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or type(tree.ops[0]) not in COMPARISONS:
        raise VocabularyError(f"{text!r}: one comparison is needed, with one of {', '.join(COMPARISONS.values())}")
    left, right = tree.left, tree.comparators[0]
    names = sorted({*_names(left, text), *_names(right, text)})
    if len(names) < 2:
        what = f"it ties {names[0]} to itself" if names else "it names no attribute"
        raise VocabularyError(f"{text!r}: {what}; a constraint needs two attributes")
    return Constraint(text, COMPARISONS[type(tree.ops[0])], left, right, tuple(names))


def _names(node: ast.expr, text: str) -> set[str]:
    """The attributes in an expression; whatever is no attribute, number or operation is refused."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        return set()
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return _names(node.operand, text)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.Div):
        return _names(node.left, text) | _names(node.right, text)
    part = ast.unparse(node)
    raise VocabularyError(f"{text!r}: {part!r} is no attribute, number, sum, difference, product or quotient")
