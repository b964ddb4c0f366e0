"""Conventions of the Recognizers-Text specifications that are not this library's: rules, not lists of rows.

A rule looks at the gold annotation and at the text, never at an answer. Rows under a rule are counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

Found = dict[str, Any]
Values = Sequence[dict[str, str]]

PART_OF_DAY = re.compile(r"T(?:MO|AF|EV|NI|DT|MI|ME[BLD]?|EOD)")
PART_OF_PERIOD = re.compile(r"\b(?:early|earlier|late|later|mid|middle|end|ending|eod|eom|eoy|rest|start|beginning)\b")
TWO_SMALL = re.compile(r"(?<![\d:./-])(\d{1,2})([/.-])(\d{1,2})(?:\2\d{2,4})?(?![\d:])(?!\s*(?:am|pm|a\.m|p\.m))")
COUNTED = re.compile(r"\b(?:weeks?|fortnights?|months?|years?|yrs?|quarters?|decades?|centur(?:y|ies))\b")
RELATIVE = re.compile(r"\b(?:in|ago|back|later|hence|from|before|after|earlier|since)\b")
MERIDIEM = re.compile(r"\d\s*(?:a|p)\b|(?:a|p)\s*\.?\s*m\b|morning|noon|evening|night|o'?clock in|\b0\d|\b0?0:")
ABOUT = re.compile(r"\b(?:around|about|circa|a few|few)\b|\dish\b")
CLOCK = re.compile(r"T0?(\d{1,2})")


def part_of_day(found: Found, values: Values) -> bool:
    return bool(PART_OF_DAY.search(found["timex"]))


def part_of_period(found: Found, values: Values) -> bool:
    mods = {part for value in values for part in value.get("Mod", "").split("-")}
    return bool(mods & {"start", "mid", "end"}) or in_part(found["text"])


def in_part(text: str) -> bool:
    return bool(PART_OF_PERIOD.search(text.lower()))


def now(found: Found, values: Values) -> bool:
    return str(found["timex"]).endswith("_REF")


def from_tomorrow(found: Found, values: Values) -> bool:
    """Spans such as "the next three days", whose first day is that after the day of writing."""
    starts = {value.get("start", "")[:10] for value in values}
    return ",P" in found["timex"] and _moved(found["said"][:10], 1) in starts


def counted(found: Found, values: Values) -> bool:
    text = found["text"].lower()
    return any("value" in value for value in values) and bool(COUNTED.search(text) and RELATIVE.search(text))


def day_month_order(found: Found, values: Values) -> bool:
    pairs = [(int(a), int(b)) for a, _, b in TWO_SMALL.findall(found["text"])]
    return any(1 <= a <= 12 and 1 <= b <= 12 and a != b for a, b in pairs)


def half_of_day(found: Found, values: Values) -> bool:
    """Clock times that say neither a.m. nor p.m., for which one reading is given."""
    hours = [int(hour) for hour in CLOCK.findall(found["timex"])]
    open_hour = bool(hours) and min(hours) <= 12 and "T" in found["timex"]
    return open_hour and len({str(value) for value in values}) == 1 and not MERIDIEM.search(found["text"].lower())


def approximate(found: Found, values: Values) -> bool:
    return any("approx" in value.get("Mod", "") for value in values) or bool(ABOUT.search(found["text"].lower()))


def week_of_month(found: Found, values: Values) -> bool:
    return bool(re.search(r"-\w\w-W\d\d", found["timex"]))


RULES: tuple[tuple[str, Callable[[Found, Values], bool]], ...] = (
    ("parts of the day: 08-12, 12-16, 16-20, 20-24 h there, wider here", part_of_day),
    ("early, mid, late, later, end, rest: halves of the period there, thirds or from the day on here", part_of_period),
    ("now: one moment there, the day here", now),
    ("the next days: from tomorrow there, from today here", from_tomorrow),
    ("counted weeks, months, years: to the day there, as exact as the unit here", counted),
    ("3/4/2018: month first there, both readings here", day_month_order),
    ("a clock time without a.m. or p.m.: one half of the day there, both here", half_of_day),
    ("about: not widened there, widened here", approximate),
    ("the nth week of a month: a calendar week there, its days as well here", week_of_month),
)


def convention(found: Found, values: Values) -> str:
    """The first rule that the row is under, or nothing."""
    return next((label for label, rule in RULES if rule(found, values)), "")


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
