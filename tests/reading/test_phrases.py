"""A set of our own: phrases of news desks, told with what they mean, against the reader.

Three groups: right; unread, which is honest; wrong but certain. An answer is wrong if its axis or its clock is
another, if its loose set leaves out what was meant, or if its strict set is not the expected one. The ends of times may
differ by a minute (the last minute of "to noon" counts or does not); where usage agrees on the place of a set but not
on its ends ("late July"), a fair overlap is enough.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Final, Literal

from reading.phrases import (
    agencies,
    counts,
    dates,
    deadlines,
    durations,
    facts,
    languages,
    measures,
    mended,
    odd,
    plans,
    wires,
    zones,
)
from reading.phrases.sets import UNREAD, Expected, Phrase

from conflicts import read
from conflicts.errors import UnreadError
from conflicts.values.bounds import INFINITY, Bound, Number
from conflicts.values.extent import Extent
from conflicts.values.value import ANY_AXIS, Value

THEMES: Final = (
    plans,
    deadlines,
    zones,
    facts,
    dates,
    durations,
    languages,
    counts,
    measures,
    odd,
    agencies,
    mended,
    wires,
)
PHRASES: Final = [phrase for theme in THEMES for phrase in theme.PHRASES]

WRONG_AT_MOST: Final = Fraction(2, 100)
MINUTE: Final = 60
FAIR_RATIO: Final = 3
FAIR_SHARE: Final = Fraction(3, 4)
NARROW: Final = Fraction(1, 4)

LEFT_UNREAD: Final = (
    "will meet on Friday (asserted_at=2025-07-21, modality=plan)",
    "at the turn of the year (asserted_at=2025-07-21, modality=plan)",
    "still being negotiated (asserted_at=2025-07-21, modality=plan)",
    "5/6 August (asserted_at=2025-07-21, modality=plan)",
    "2026–30 (asserted_at=2025-07-21, modality=plan)",
    "7.45 on Friday evening (asserted_at=2025-07-21, modality=plan)",
    "ten to six on Friday evening (asserted_at=2025-07-21, modality=plan)",
    "the turn of the century (asserted_at=2025-07-21)",
    "a single passenger",
    "both pilots",
    "Wednesday [July 23] (asserted_at=2025-07-21, modality=plan)",
    "1H25 (asserted_at=2025-07-21, modality=plan)",
    "20250724T090000Z (asserted_at=2025-07-21, modality=plan)",
    "Wednesday or so (asserted_at=2025-07-21, modality=plan)",
    "before the summer is over (asserted_at=2025-07-21, modality=plan)",
    "next week, probably Wednesday (asserted_at=2025-07-21, modality=plan)",
    "in 2019/20 (asserted_at=2025-07-21)",
    "Saturday past (asserted_at=2025-07-21)",
    "on Saturday last (asserted_at=2025-07-21)",
    "the June 2 round (asserted_at=2025-07-21)",
    "at least 34 people, including 5 children",
    "34 (including 5 children)",
    "one million, two hundred thousand",
    "Dec. 5-7 and Dec. 12-14 (asserted_at=2025-11-12, modality=plan)",
    "at 2000 on Friday (asserted_at=2026-02-18, modality=plan)",
    "on this day in 1945 (asserted_at=2026-02-18)",
)
"""What the reader does not answer, and need not: phrases marked hard, by name."""


def verdict(phrase: Phrase) -> tuple[Literal["right", "unread", "wrong"], str]:
    """How the reader does, and what it answered."""
    try:
        value = read(phrase.text, **phrase.options)
    except UnreadError as error:
        return ("right" if phrase.expected == UNREAD else "unread"), f"unread: {error}"
    reason = fault(value, phrase)
    return (
        "wrong" if reason else "right"
    ), f"{value} ({value.axis}{', ' + value.clock if value.clock else ''}): {reason}"


def fault(value: Value, phrase: Phrase) -> str:
    """What is wrong with an answer; nothing if it is right."""
    expected = phrase.expected
    if expected == UNREAD:
        return "it should be unread"
    if expected.axis not in (value.axis, ANY_AXIS):
        return f"the axis is not {expected.axis}"
    if expected.clock not in (value.clock, None):
        return f"the clock is not {expected.clock}"
    if not covers(value.loose, expected, about=phrase.about):
        return "the loose set leaves out what is meant"
    if phrase.loose is not None and not covers(value.loose, phrase.loose, about=phrase.about):
        return "the loose set leaves out a fair reading"
    fits = alike if phrase.about else same
    return "" if fits(value.strict, expected) else "the strict set differs"


def same(extent: Extent, expected: Expected) -> bool:
    """Whether two sets are equal, but for a minute at the ends of times."""
    if expected.axis != "time":
        return clipped(extent, expected.axis) == clipped(expected.extent, expected.axis)
    mine, theirs = extent.intervals, expected.extent.intervals
    return len(mine) == len(theirs) and all(
        near(one, other) for pair in zip(mine, theirs, strict=True) for one, other in zip(*pair, strict=True)
    )


def near(one: Bound, other: Bound) -> bool:
    if {one[0], other[0]} & {INFINITY, -INFINITY}:
        return one == other
    return -MINUTE <= one[0] - other[0] <= MINUTE


def clipped(extent: Extent, axis: str) -> Extent:
    """A set of amounts without what is below zero, where a bound from above may or may not reach."""
    if axis in (ANY_AXIS, "time", "temperature", "temperature difference") or extent.hi <= (0, 0):
        return extent
    return extent & Extent.at_least(0)


def covers(loose: Extent, expected: Expected, *, about: bool) -> bool:
    """Whether the loose set holds all that is expected; where usage varies, most of it."""
    wanted = clipped(expected.extent, expected.axis)
    rest = wanted & ~(loose.shifted(-MINUTE, MINUTE) if expected.axis == "time" else loose)
    if rest.is_empty or not about:
        return rest.is_empty
    whole = width(wanted)
    if whole == INFINITY:
        return width(rest) < INFINITY
    return width(rest) <= (1 - FAIR_SHARE) * Fraction(whole)


def alike(extent: Extent, expected: Expected) -> bool:
    """Whether two sets share a point and are about equally wide."""
    mine, theirs = clipped(extent, expected.axis), clipped(expected.extent, expected.axis)
    if expected.axis == "time":
        mine, theirs = mine.shifted(0, MINUTE), theirs.shifted(0, MINUTE)
    if not mine.meets(theirs):
        return False
    one, other = width(mine), width(theirs)
    if not other:
        return bool(one <= NARROW * abs(Fraction(theirs.lo[0])))
    if INFINITY in (one, other):
        return one == other
    return bool(one <= FAIR_RATIO * other and other <= FAIR_RATIO * one)


def width(extent: Extent) -> Number:
    whole: Number = 0
    for lo, hi in extent.intervals:
        whole += hi[0] - lo[0]
    return whole


@cache
def verdicts() -> dict[str, tuple[Literal["right", "unread", "wrong"], str, Phrase]]:
    return {phrase.name: (*verdict(phrase), phrase) for phrase in PHRASES}


def listed(group: str) -> list[str]:
    return [
        f"{name!r}: {answer} — {phrase.why}" for name, (found, answer, phrase) in verdicts().items() if found == group
    ]


def test_the_set_is_large_and_each_phrase_is_its_own() -> None:
    assert len(verdicts()) == len(PHRASES), sorted(
        {p.name for p in PHRASES if [q.name for q in PHRASES].count(p.name) > 1}
    )
    assert len(PHRASES) >= 600
    assert sum(phrase.options["kind"] == "quantity" for phrase in PHRASES) >= 120
    assert sum(phrase.options.get("modality") == "plan" for phrase in PHRASES) >= 300


def test_few_answers_are_wrong_but_certain() -> None:
    wrong = listed("wrong")
    assert len(wrong) < WRONG_AT_MOST * len(PHRASES), "\n".join(wrong)


def test_every_phrase_that_must_be_read_is() -> None:
    missed = [
        f"{name!r}: {answer}" for name, (found, answer, p) in verdicts().items() if found != "right" and not p.hard
    ]
    assert not missed, "\n".join(missed)


def test_what_is_left_unread_is_known() -> None:
    unread = [name for name, (found, _, _) in verdicts().items() if found == "unread"]
    assert unread == list(LEFT_UNREAD)
