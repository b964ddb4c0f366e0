"""The text of a constraint, parsed: a scanner and a parser by precedence that tell the column of what is wrong."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import Final, cast

from attrs import frozen

from conflicts.constraints.tree import (
    Attribute,
    Comparison,
    Constraint,
    Expression,
    Number,
    Operation,
    Operator,
    constant,
    names,
)
from conflicts.errors import VocabularyError
from conflicts.values.names import normal_form

COMPARISONS: Final = ("<=", "<", "==", ">=", ">")
MOST_CHARACTERS: Final = 500
MOST_OPERATIONS: Final = 100
MOST_BRACKETS: Final = 30
EXAMPLE: Final = "part + other_part <= whole"

_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_SYMBOLS: Final = (*("<=", "==", ">="), *"<>+-*/()")
_HINTS: Final = {
    "**": "there are no powers; write a * a",
    "^": "there are no powers; write a * a",
    "!=": "that two values differ cannot be a constraint; use one of <= < == >= >",
    "<>": "that two values differ cannot be a constraint; use one of <= < == >= >",
    "=<": "write <=",
    "=>": "write >=",
    "=": "write ==",
    "≤": "write <=",
    "≥": "write >=",
    "≠": "that two values differ cannot be a constraint; use one of <= < == >= >",
    "×": "write *",
    "·": "write *",
    "÷": "write /",
    "−": "write -",
    "–": "write -",
    ",": "write numbers without commas, with a point for decimals: 1000.5",
    "%": "only a number can be percent, as in 60 %",
    ".": "an attribute's name has only letters, digits and underscores",
    "'": "write names without quotation marks",
    '"': "write names without quotation marks",
    "[": "write round brackets",
    "{": "write round brackets",
}
_LONGEST_FIRST: Final = sorted({*_SYMBOLS, *_HINTS}, key=len, reverse=True)
_OPERANDS: Final = frozenset({"number", "share", "name"})
_LOGIC: Final = frozenset({"and", "or", "not", "if", "then"})


@frozen
class _Token:
    """A piece of the text: its kind ("number", "share", "name", "symbol", "end"), itself, and its column from 0."""

    kind: str
    text: str
    column: int


def fault(text: str, column: int, message: str) -> VocabularyError:
    """The error that something is wrong at that column (from 0) of a constraint."""
    return VocabularyError(f"{text!r}: column {column + 1}: {message}")


@lru_cache(maxsize=4096)
def parse_constraint(text: str) -> Constraint:
    """Parse one constraint: attributes and numbers with + - * / and brackets, and one of <= < == >= >.

    Names are letters, digits and underscores, of any language; "60 %" is a share. Takes time linear in the text.
    Raises `VocabularyError`, which says what is wrong, at which column, and what would be right.

    >>> parse_constraint("ordinal == earlier_rounds + 1").attributes
    ('earlier_rounds', 'ordinal')
    >>> parse_constraint("killed <= killed")
    Traceback (most recent call last):
    ...
    conflicts.errors.VocabularyError: 'killed <= killed': it ties killed to itself; a constraint needs two attributes
    """
    if len(text) > MOST_CHARACTERS:
        raise VocabularyError(
            f"{text[:40]!r}…: a constraint of {len(text)} characters is too long; {MOST_CHARACTERS} are allowed"
        )
    text = unicodedata.normalize("NFC", text)
    left, comparison, right = _Parser(text).comparison()
    named = sorted({*names(left), *names(right)})
    constraint = Constraint(text, comparison, left, right, tuple(named))
    if len(named) < 2:
        what = f"it ties {named[0]} to itself" if named else "it names no attribute"
        raise VocabularyError(f"{text!r}: {what}; a constraint needs two attributes")
    form = constraint.linear_form
    if form is not None and not form.coefficients:
        is_true = {"==": form.constant == 0, "<=": form.constant <= 0, "<": form.constant < 0}[form.comparison]
        raise VocabularyError(f"{text!r}: all attributes cancel out; it is {'always' if is_true else 'never'} true")
    if form is not None and len(form.coefficients) < len(named):
        gone = ", ".join(sorted({*named} - dict(form.coefficients).keys()))
        raise VocabularyError(f"{text!r}: {gone} cancels out; leave it out, or write the name with underscores")
    return constraint


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        if token.text == "%" and found and found[-1].kind == "number":
            found[-1] = _Token("share", found[-1].text, found[-1].column)
        elif token.kind == "symbol" and token.text in _HINTS:
            raise fault(text, at, f"{token.text!r} has no meaning here: {_HINTS[token.text]}")
        else:
            found.append(token)
        at += len(token.text)
    return [*found, _Token("end", "", len(text))]


def _token(text: str, at: int) -> _Token:
    number = _NUMBER.match(text, at)
    if number is not None:
        end = _name_end(text, number.end())
        if end > number.end():
            word = text[at:end]
            raise fault(text, at, f"{word!r} is neither a number nor a name; write 2 * a for twice a, and 1000 for 1e3")
        return _Token("number", number.group(), at)
    if text[at].isidentifier():
        return _Token("name", text[at : _name_end(text, at)], at)
    symbol = next((known for known in _LONGEST_FIRST if text.startswith(known, at)), None)
    if symbol is None:
        hint = "write numbers with the digits 0 to 9" if text[at].isdigit() else f"write a constraint such as {EXAMPLE}"
        raise fault(text, at, f"{text[at]!r} has no meaning here: {hint}")
    return _Token("symbol", symbol, at)


def _name_end(text: str, at: int) -> int:
    while at < len(text) and ("a" + text[at]).isidentifier():
        at += 1
    return at


class _Parser:
    """Reads tokens from left to right; products bind before sums, brackets before both."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.at = 0
        self.brackets = 0
        self.operations = 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.at]

    def comparison(self) -> tuple[Expression, Comparison, Expression]:
        left = self.sum()
        found = self.take(*COMPARISONS)
        if found is None:
            raise self.unexpected("a comparison, one of <= < == >= >,")
        right = self.sum()
        if self.token.kind != "end":
            raise self.unexpected("the end")
        return left, cast(Comparison, found.text), right

    def sum(self) -> Expression:
        node = self.product()
        while found := self.take("+", "-"):
            node = self.operation(found, node, self.product())
        return node

    def product(self) -> Expression:
        node = self.factor()
        while found := self.take("*", "/"):
            node = self.operation(found, node, self.factor())
        return node

    def factor(self) -> Expression:
        column = self.token.column
        is_negative = False
        while found := self.take("+", "-"):
            is_negative ^= found.text == "-"
        node = self.atom()
        if not is_negative:
            return node
        if isinstance(node, Number):
            return Number(-node.value, node.axis, column)
        return self.operation(_Token("symbol", "-", column), Number(Fraction(0), None, column), node)

    def atom(self) -> Expression:
        token = self.token
        if self.take("("):
            self.brackets += 1
            if self.brackets > MOST_BRACKETS:
                raise fault(self.text, token.column, f"brackets in brackets, more than {MOST_BRACKETS} deep")
            node = self.sum()
            if not self.take(")"):
                raise self.unexpected("a closing bracket")
            self.brackets -= 1
            return node
        if token.kind not in _OPERANDS:
            raise self.unexpected("an attribute or a number")
        self.at += 1
        if token.kind == "name":
            # The form of `vocabulary.attribute_form`: a name here has neither blanks nor hyphens.
            return Attribute(normal_form(token.text).replace(" ", "_"), token.column)
        value = Fraction(token.text)
        if token.kind == "share":
            return Number(value / 100, "share", token.column)
        return Number(value, None, token.column)

    def operation(self, token: _Token, left: Expression, right: Expression) -> Operation:
        self.operations += 1
        if self.operations > MOST_OPERATIONS:
            raise fault(self.text, token.column, f"more than {MOST_OPERATIONS} sums and products are too many")
        if token.text == "/" and constant(right) == 0:
            raise fault(self.text, token.column, "a division by zero")
        return Operation(cast(Operator, token.text), left, right, token.column)

    def take(self, *symbols: str) -> _Token | None:
        token = self.token
        if token.kind != "symbol" or token.text not in symbols:
            return None
        self.at += 1
        return token

    def unexpected(self, wanted: str) -> VocabularyError:
        token, before = self.token, self.tokens[self.at - 1] if self.at else None
        what = repr(token.text) if token.text else "the end"
        message = f"{wanted} is needed here, not {what}"
        if token.kind == "end" and before is None:
            return VocabularyError(f"{self.text!r} is not a constraint; write one such as {EXAMPLE}")
        if token.text in _LOGIC or (before is not None and before.text in _LOGIC):
            message = "a constraint is one comparison, without and, or, not; write several constraints"
        elif token.text in COMPARISONS:
            message = "only one comparison is allowed; write a <= b <= c as two constraints"
            if before is None or before.kind == "symbol":
                message = f"an attribute or a number is needed before {what}"
        elif before is not None and before.kind == "name" and token.text == "(":
            message = f"there are no functions; write {before.text} * (…) if a product is meant"
        elif before is not None and before.kind in _OPERANDS and token.kind in _OPERANDS:
            message = f"an operation is missing between {before.text!r} and {token.text!r}"
            if before.kind == token.kind == "name":
                message += f"; words of one name are joined by underscores: {before.text}_{token.text}"
        elif token.text == ")" and self.brackets == 0:
            message = "there is no opening bracket for this one"
        return fault(self.text, token.column, message)
