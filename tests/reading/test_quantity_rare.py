"""Figures that are seldom written, and what looks like one: read as a person would, or unread with the reason."""

from __future__ import annotations

import pytest

from conflicts import read
from conflicts.errors import UnreadError

READ: list[tuple[str, str, str]] = [
    ("$5m (€4m)", "between 4.5 and 5.5 million USD", "of two currencies the first"),
    ("between 5 and about 7", "between 4 and 8; loosely between 3 and 9", "a hedge inside is one of the whole"),
    ("5 feet and 3 inches", "between 1.5875 and 1.6129 m", "half an inch either side"),
    ("1.5e-3 m", "between 1.45 and 1.55 mm", "a power below one"),
    ("1 234 567.5 km", "between 1,234,567.45 and 1,234,567.55 km", "groups by blanks, and a decimal"),
    ("1 234.567", "between 1,234.5665 and 1,234.5675", "three digits after the sign that can only be the decimal one"),
    ("45 % ± 3 percentage points", "between 42 and 48 percent", "a share, and a margin in points of it"),
    ("20 °C ± 5 %", "between 19 and 21 °C", "a margin that is a share of the number"),
    ("five and two thirds", "between 323/60 and 5.95 in number; loosely between 5.1 and 187/30 in number", "in words"),
    ("five and half", "between 5.225 and 5.775; loosely between 4.95 and 6.05", "an article left out"),
    ("two thousand million", "between 1.5 and 2.5 billion", "what a billion was called once"),
    ("one point", "1", "a point with nothing behind it"),
    ("$-5", "between -5.5 and -4.5 USD", "a sign behind the currency"),
    ("-$5", "between -5.5 and -4.5 USD", "and before it"),
]


@pytest.mark.parametrize(("text", "expected", "why"), READ)
def test_a_figure_that_is_seldom_written(text: str, expected: str, why: str) -> None:
    assert str(read(text, kind="quantity")) == expected, why


UNREAD: list[tuple[str, str, str]] = [
    ("5 ($3m)", "there are two numbers in it, '5' and '$3m'", "a count and a sum of money"),
    ("3 pounds and 5 pounds", "there are two numbers in it", "a list is no sum"),
    ("12 345/7", "there are two numbers in it, '12' and '345/7'", "no group before a fraction"),
    ("from 5 to at least 7", "'at least' inside a range cannot be read", "a bound inside a range"),
    ("from 5 km to 7 kg", "the two ends of the range measure different things", "a length and a mass"),
    ("12 345,678", "there are two numbers in it, '12' and '345,678'", "one more group, or decimals?"),
    ("5 km ± 1 kg", "the margin measures something else than the number before it", "a length and a mass"),
    ("$5m ± €1m", "the margin measures something else than the number before it", "two currencies"),
    ("4x4", "there are two numbers in it, '4' and '4'", "no number and a name"),
    ("7/8/07", "reads as a time, but a quantity is wanted here", "no seven in the eighth by the seventh"),
    ("5 ± -1", "a margin cannot be negative", "a sign too many"),
    ("at least at most 5", "it is bounded from below and from above by the same number", "two bounds, one number"),
    ("1,234.567.89", "its points and commas stand in no known order", "a point too many"),
    ("1.23,456", "its points and commas stand in no known order", "a group of two digits"),
    ("twice the size", "'the size' compares with a figure that is not given", "twice of what?"),
]


@pytest.mark.parametrize(("text", "reason", "why"), UNREAD)
def test_what_is_no_one_figure_says_why(text: str, reason: str, why: str) -> None:
    with pytest.raises(UnreadError) as caught:
        read(text, kind="quantity")
    assert reason in str(caught.value), why
