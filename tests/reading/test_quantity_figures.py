"""Figures of every shape: signs, spaces, strokes and powers, told apart here by regular expressions."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from math import gcd
from typing import Final

import pytest
from reading.test_quantity_tables import around, read

from conflicts.errors import UnreadError
from conflicts.reading.quantity import read_quantity
from conflicts.reading.quantity.figures import read_figure
from conflicts.reading.settings import Settings

GROUPED: Final = r"[1-9]\d{{0,2}}({0}\d{{3}})+|[1-9]\d?({0}\d\d)+{0}\d{{3}}"
"""Groups of three, or as in India of two before the last three."""


def is_grouped(text: str, sign: str) -> bool:
    return re.fullmatch(GROUPED.format(re.escape(sign)), text) is not None


def figure_of(raw: str, decimal: str, groups: set[str], way: int) -> tuple[Fraction, Fraction, int] | None:
    """The number, the place of its last digit and how many readings there are, by what the signs look like."""
    plain = Fraction(re.sub(r"\D", "", raw))
    signs = re.findall(r"\D", raw)
    if not signs:
        return plain, Fraction(1), 1
    head, _, tail = raw.rpartition(signs[-1])
    place = Fraction(1, 10 ** len(tail))
    one_kind, can_group = len(set(signs)) == 1, is_grouped(raw, signs[-1])
    if one_kind and len(signs) == 1 and signs[0] != "'":
        if can_group and signs[0] == decimal and set(tail) == {"0"}:
            return (plain * place, place, 2) if way else (plain, Fraction(1), 2)
        is_decimal = not can_group or signs[0] not in groups
        return (plain * place, place, 1) if is_decimal else (plain, Fraction(1), 1)
    if one_kind:
        return (plain, Fraction(1), 1) if can_group else None
    if signs[-1] != "'" and len(set(signs[:-1])) == 1 and signs[-1] != signs[0] and is_grouped(head, signs[0]):
        return plain * place, place, 1
    return None


DESKS: Final[list[tuple[str, set[str]]]] = [(".", {","}), (",", {"."}), (",", set())]
"""The decimal sign and those of groups, in English, in German and in French."""


def test_every_shape_of_a_figure() -> None:
    digits = ["1", "12", "123", "1234", "0", "012", "000"]
    shapes: list[tuple[str, ...]] = [(head,) for head in digits]
    for n in (2, 3, 4):
        heads, tails = (digits, digits) if n == 2 else (["1", "123", "1234", "0"], ["12", "123", "1234"])
        shapes += itertools.product(heads, *[tails] * (n - 1))
    for shape in shapes:
        for signs in itertools.product(".,'", repeat=len(shape) - 1):
            raw = shape[0] + "".join(map("".join, zip(signs, shape[1:], strict=True)))
            for decimal, groups in DESKS:
                for way in (0, 1):
                    figure = read_figure(raw, decimal, groups, way)
                    found = None if figure is None else (figure.value, figure.step, figure.ways)
                    assert found == figure_of(raw, decimal, groups, way), f"{raw} where {decimal} is decimal"


SPACED: Final = r"[1-9]\d{0,2}(?: \d{3})+(?:[.]\d+|,\d{1,2}|,\d{4,})?"


def test_every_shape_of_a_figure_in_groups_by_spaces() -> None:
    heads, groups, ends = (
        ["1", "12", "123", "1234", "0", "012"],
        ["1", "12", "123", "000", "1234"],
        ["", ".5", ",5", ".125", ",125", ".1234", ",1234"],
    )
    for head, one, more, end in itertools.product(heads, groups, ["", *groups[1:]], ends):
        text = f"{head} {one}{more and ' ' + more}{end}"
        for before in ("", "x ", "x x "):
            if re.fullmatch(SPACED, text):
                number, _, decimals = text.replace(" ", "").replace(",", ".").partition(".")
                half = Fraction(1, 2 * 10 ** len(decimals)) if decimals else 0
                expected = around(Fraction(f"{number}.{decimals or 0}"), Fraction(half))
                assert read(before + text).strict == expected, before + text
            else:
                with pytest.raises(UnreadError):
                    read(before + text)


def test_every_power_of_ten() -> None:
    half = Fraction(1, 2)
    for power in (0, 1, 2, 5, 9, 59, 60):
        shapes: list[tuple[str, Fraction, Fraction]] = []
        for sign, size in (("", Fraction(10) ** power), ("-", Fraction(1, 10**power))):
            shapes += [
                (f"{figure}10^{sign}{power}", 3 * size, size * half) for figure in ("3 × ", "3×", "3 x ", "3 * ", "3·")
            ]
            shapes += [(f"3{e}{sign}{power}", 3 * size, size * half) for e in "eE"]
            shapes += [(f"2.5{by}{sign}{power}", 5 * size * half, size / 20) for by in ("e", " × 10^")]
            shapes += [(f"10^{sign}{power}", size, size * half)]
        shapes += [(f"3e+{power}", Fraction(3 * 10**power), 10**power * half)]
        for (text, number, reach), before in itertools.product(shapes, ("", "x ", "x x ")):
            assert read(before + text).strict == around(number, reach), before + text


def test_every_part_with_a_stroke() -> None:
    """Of two numbers with a stroke only everyday parts are no dates where nothing is asked for."""
    for top, bottom in itertools.product(range(13), range(1, 13)):
        share = Fraction(top, bottom)
        expected = around(share, share / 20), around(share, share / 10)
        for before in ("", "x ", "x x "):
            value = read(f"{before}{top}/{bottom}")
            assert (value.axis, value.strict, value.loose) == ("share" if share <= 1 else "count", *expected)
            mixed = f"{before}7 {top}/{bottom}"
            if share < 1:
                assert read(mixed).strict == around(7 + share, (7 + share) / 20)
            else:
                with pytest.raises(UnreadError, match="there are two numbers in it"):
                    read(mixed)
        if gcd(top, bottom) == 1:
            is_part = top < bottom and bottom in {2, 3, 4, 5, 6, 8, 10}
            assert (read_quantity(f"{top}/{bottom}", Settings()) is not None) is is_part, f"{top}/{bottom}"


def test_so_many_decimals_in_words() -> None:
    for n in range(1, 13):
        number = Fraction("1." + "2" * n)
        for before in ("", "x ", "x x "):
            assert read(f"{before}one point{' two' * n}").strict == around(number, Fraction(1, 2 * 10**n))
    with pytest.raises(UnreadError):
        read("one point" + " two" * 13)
