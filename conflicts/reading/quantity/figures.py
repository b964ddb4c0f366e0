"""Figures: numbers written in digits, with the groups and the decimal sign of a language."""

from __future__ import annotations

import re
from collections.abc import Set
from fractions import Fraction
from typing import Final

from attrs import frozen

_DIGITS: Final = re.compile(r"\d+")
GROUP: Final = 3


@frozen
class Figure:
    """A number in digits. `step` is the place of its last printed digit; `ways` how many readings the print allows."""

    value: int | Fraction
    step: int | Fraction = 1
    ways: int = 1

    @property
    def is_whole(self) -> bool:
        return self.step == 1


def _decimal(whole: str, part: str, ways: int = 1) -> Figure:
    scale = 10 ** len(part)
    value = Fraction(int(whole + part), scale)
    return Figure(value.numerator if value.denominator == 1 else value, Fraction(1, scale), ways)


def _grouped(parts: list[str]) -> bool:
    """Whether the parts are groups: of three digits, or, as in India, of two before the last three.

    >>> _grouped(["1", "234", "567"]), _grouped(["12", "34", "567"]), _grouped(["1", "23"])
    (True, True, False)
    """
    head, *rest = parts
    if not rest or len(rest[-1]) != GROUP or not 1 <= len(head) <= GROUP or head[0] == "0":
        return False
    middle = {len(part) for part in rest[:-1]}
    return middle <= {GROUP} or (middle == {2} and len(head) <= 2)


def read_figure(raw: str, decimal: str, groups: Set[str], way: int = 0) -> Figure | None:
    """Read one token of digits, or None if its signs make no number.

    The signs settle most of it whatever the language: two kinds of sign are groups and a decimal sign, a sign that
    stands twice groups, one before other than three digits is decimal. What is left is the language's custom, and
    one trap: three noughts after the decimal sign ("300.000") are groups in many desks' English. That is their first
    `way`; the second is the language's own.

    >>> read_figure("1,234.5", ".", {","}).value, read_figure("1.234,5", ".", {","}).value
    (Fraction(2469, 2), Fraction(2469, 2))
    >>> read_figure("1.234", ",", {"."}).value, read_figure("12,34,567", ".", {","}).value
    (1234, 1234567)
    >>> read_figure("1,2,3", ".", {","}) is None
    True
    """
    if raw.isdecimal():
        return Figure(int(raw))
    parts = _DIGITS.findall(raw)
    signs = [sign for sign in raw if not sign.isdecimal()]
    last = signs[-1]
    first = set(signs[:-1])
    if not first:
        return _one_sign(parts[0], parts[1], last, decimal, groups, way)
    if len(first) > 1:
        return None
    if last in first:
        return Figure(int("".join(parts))) if _grouped(parts) else None
    if last == "'" or not _grouped(parts[:-1]):
        return None
    return _decimal("".join(parts[:-1]), parts[-1])


def _one_sign(whole: str, part: str, sign: str, decimal: str, groups: Set[str], way: int) -> Figure | None:
    can_group = _grouped([whole, part])
    if sign == "'":
        return Figure(int(whole + part)) if can_group else None
    if can_group and sign == decimal and not int(part):
        return _decimal(whole, part, ways=2) if way else Figure(int(whole + part), ways=2)
    if can_group and sign in groups:
        return Figure(int(whole + part))
    return _decimal(whole, part)
