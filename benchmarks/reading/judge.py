"""Who is right: one rule for every reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rows import Alternative, Bound, Row, Span

Verdict = Literal["right", "wrong", "unread"]

DAY = 86_400
UNITS = {"year": 366 * DAY, "quarter": 92 * DAY, "month": 31 * DAY, "week": 7 * DAY, "day": DAY, "part_of_day": DAY / 2}
UNITS |= {"hour": 3600, "minute": 60}
MINUTE = 60
"""Ends that differ by no more are the same time: "by 9 p.m." may end with 21:00 or with its minute."""

SHARES = {"share": "count"}
"""A share may be told as a bare figure: two-thirds as 0.667."""


def judge(row: Row, answer: dict[str, Any] | None) -> Verdict:
    """Whether the answer is right; "unread" if there is none.

    An interval is right that holds all of an alternative's `inside` and lies in its `outside`; several intervals
    (either of two days) if each of them is. A point of time is right if it lies in the expected interval and that is no
    longer than the unit that the reader names with it; a point on another line if it is the figure that is printed, and
    the phrase prints no more than one figure.
    """
    if answer is None:
        return "unread"
    readings = answer.get("readings", [answer])
    return "right" if any(is_right(row, each) for each in readings) else "wrong"


def is_right(row: Row, answer: dict[str, Any]) -> bool:
    if row.axis == "time":
        if bool(answer.get("zoned")) != row.is_zoned:
            return False
        if "point" in answer:
            return any(holds(each, answer["point"], UNITS.get(answer["unit"], MINUTE)) for each in row.expected)
        spans = [(low(lo), high(hi)) for lo, hi in answer["sets"]]
        return all(any(fits(span, each, MINUTE) for each in row.expected) for span in spans)
    if answer["axis"] not in (row.axis, SHARES.get(row.axis)):
        return False
    if "point" in answer:
        found = answer["point"]
        return any(is_figure(inside, found) for inside, _ in row.expected)
    sets = [((low(lo)[0], lo_side), (high(hi)[0], hi_side)) for lo, lo_side, hi, hi_side in answer["sets"]]
    return all(any(fits(span, each, 0) for each in row.expected) for span in sets)


def low(number: float | None) -> Bound:
    return (float("-inf"), 0) if number is None else (number, 0)


def high(number: float | None) -> Bound:
    return (float("inf"), 0) if number is None else (number, -1)


def holds(alternative: Alternative, found: float, unit: float) -> bool:
    (lo, hi), _ = alternative
    return lo[0] <= found < hi[0] and hi[0] - lo[0] <= unit


def is_figure(inside: Span, found: float) -> bool:
    figure = inside[0][0]
    return inside[0] == inside[1] and abs(found - figure) <= 1e-4 * abs(figure)


def fits(span: Span, alternative: Alternative, slack: float) -> bool:
    inside, outside = alternative
    if slack:
        lo, hi = span[0][0], span[1][0]
        return (
            outside[0][0] - slack <= lo <= inside[0][0] + slack and inside[1][0] - slack <= hi <= outside[1][0] + slack
        )
    rounding = 1e-9 * max(abs(n) for ends in (*span, *inside) for n in ends[:1] if abs(n) != float("inf"))
    return not (
        under(span[0], outside[0], rounding)
        or under(inside[0], span[0], rounding)
        or under(outside[1], span[1], rounding)
        or under(span[1], inside[1], rounding)
    )


def under(one: Bound, other: Bound, rounding: float) -> bool:
    """Whether a bound lies below another, by more than floating point can make."""
    if abs(one[0] - other[0]) <= rounding or one[0] == other[0]:
        return one[1] < other[1]
    return one[0] < other[0]


@dataclass
class Tally:
    """How many answers are right, wrong, and not given."""

    right: int = 0
    wrong: int = 0
    unread: int = 0

    @property
    def all(self) -> int:
        return self.right + self.wrong + self.unread

    def __str__(self) -> str:
        return f"{self.right} / {self.wrong} / {self.unread} ({self.right / self.all:.1%})" if self.all else ""


def tally(rows: Sequence[Row], answers: Sequence[dict[str, Any] | None]) -> Tally:
    found = Tally()
    for row, answer in zip(rows, answers, strict=True):
        verdict = judge(row, answer)
        setattr(found, verdict, getattr(found, verdict) + 1)
    return found


# --- Pairs -----------------------------------------------------------------------------------------------------------


def pairs(answers: Sequence[dict[str, Any] | None]) -> tuple[float, float]:
    """Precision and recall of "these two contradict", of answers to claim, agrees, contradicts in turn."""
    true, false, missed = 0, 0, 0
    for claim, agrees, contradicts in zip(answers[::3], answers[1::3], answers[2::3], strict=True):
        false += clash(claim, agrees)
        alarm = clash(claim, contradicts)
        true += alarm
        missed += not alarm
    return true / ((true + false) or 1), true / ((true + missed) or 1)


def clash(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """Whether two answers on one axis share no point; what is not read, or not comparable, does not clash."""
    if one is None or other is None or one["axis"] != other["axis"]:
        return False
    return not any(max(a[0], b[0]) <= min(a[1], b[1]) for a in spans_of(one) for b in spans_of(other))


def spans_of(answer: dict[str, Any]) -> list[Span]:
    if "point" in answer:
        return [((answer["point"], 0), (answer["point"], 0))]
    return [((low(lo)[0], lo_side), (high(hi)[0], hi_side)) for lo, lo_side, hi, hi_side in answer["sets"]]
