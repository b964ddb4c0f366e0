"""Which grammar reads a text, in which tense, and what becomes of values that are no text."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from conflicts import UnreadError, read

TENSES = [
    ("scheduled for Wednesday", "fact", "23 July 2025", "the text says that it is a plan"),
    ("due on Wednesday", "fact", "23 July 2025", "the text says that it is a plan"),
    ("set for Wednesday", "plan", "23 July 2025", "a plan, twice"),
    ("held on Wednesday", "plan", "16 July 2025", "the text says that it is past"),
    ("took place on Wednesday", "fact", "16 July 2025", "past, twice"),
    ("on Wednesday", "fact", "16 July 2025", "the text says nothing"),
]


@pytest.mark.parametrize(("text", "modality", "expected", "why"), TENSES, ids=[case[0] for case in TENSES])
def test_the_words_before_a_time_tell_its_tense(text: str, modality: Any, expected: str, why: str) -> None:
    assert str(read(text, asserted_at="2025-07-21", kind="time", modality=modality)) == expected, why


KINDS = [
    ("6 ft 2 in", {}, "length", "feet and inches, not square feet"),
    ("6 ft2", {}, "area", "square feet"),
    ("1.2m people", {"attribute": "killed"}, "count", "a million of people"),
    ("1.2m", {"attribute": "killed"}, "count", "people are counted, not measured"),
    ("90", {"kind": "duration", "unit": "min"}, "duration", "minutes, by the unit"),
    ("Wednesday", {}, "time", "a weekday"),
    ("two hours", {}, "duration", "a length of time"),
    ("yes", {}, "flag", "an answer"),
    ("Istanbul", {}, "place", "known as a place"),
    ("Umerov", {}, "name", "nothing else"),
]


@pytest.mark.parametrize(("text", "options", "axis", "why"), KINDS, ids=[case[0] for case in KINDS])
def test_the_kind_is_found(text: str, options: dict[str, Any], axis: str, why: str) -> None:
    assert read(text, asserted_at="2025-07-21", **options).axis.partition(" ")[0] == axis, why


KYIV = timezone(timedelta(hours=3))
TYPED: list[tuple[Any, str | None, str]] = [
    (date(2025, 7, 23), None, "23 July 2025"),
    (datetime(2025, 7, 23, 10, 5), None, "10:05 on 23 July 2025"),
    (datetime(2025, 7, 23, 10, 5, tzinfo=KYIV), None, "07:05 on 23 July 2025 UTC"),
    (12, None, "12"),
    (2026, "time", "2026"),
    (True, None, "yes"),
]


@pytest.mark.parametrize(("value", "kind", "expected"), TYPED, ids=[str(case[0]) for case in TYPED])
def test_values_that_are_no_text(value: Any, kind: Any, expected: str) -> None:
    assert expected in str(read(value, kind=kind)).replace("exactly ", "")


@pytest.mark.parametrize(
    ("value", "kind"), [(True, "time"), (12, "place"), (date(2025, 7, 23), "quantity"), (0.5, "time")]
)
def test_a_value_of_another_kind_is_unread(value: Any, kind: Any) -> None:
    with pytest.raises(UnreadError, match="is wanted here"):
        read(value, kind=kind)
