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


FRAMED = [
    ("rumours say 12", "quantity", "12; loosely anything", "a hedge that the reader of figures would pass over"),
    ("12 at a guess", "quantity", "12; loosely anything", "a hedge behind it"),
    ("other than 12", "quantity", "anything but 12", "a denial, and not its opposite"),
    ("is not more than 12", "quantity", "at most 12", "a bound, and no denial of one"),
    ("not Istanbul", "place", "anything but Istanbul", "a denied place, and no place of that name"),
    ("probably Istanbul", "place", "Istanbul; loosely anything", "a hedged place"),
    ("Istanbul (unconfirmed)", "place", "Istanbul; loosely anything", "a hedge behind it"),
    ("in the city of Istanbul", "place", "Istanbul", "the longest words before it are taken off"),
    ("now set for Wednesday", "time", "23 July 2025", "not the moment of speaking"),
    ("May 5", "time", "5 May 2025", "one word alone can be part of the value"),
]


@pytest.mark.parametrize(("text", "kind", "expected", "why"), FRAMED, ids=[case[0] for case in FRAMED])
def test_the_frame_comes_before_a_reader_that_takes_any_words(text: str, kind: str, expected: str, why: str) -> None:
    assert str(read(text, kind=kind, asserted_at="2025-07-21")) == expected, why


DATED = [
    ("Wed, 23 Jul 2025 15:07:00 -0500", "20:07:00 on 23 July 2025 UTC", "an offset, as in the headers of mails"),
    ("23 Jul 2025 15:07 -0430", "19:37 on 23 July 2025 UTC", "with its leading nought it is no hour"),
    ("the first weekend of August 2025", "from 2 August 2025 to 3 August 2025", "its Saturday lies in the month"),
    ("the last weekend of January 2025", "from 25 January 2025 to 26 January 2025", "and so does that of the last"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DATED, ids=[case[0] for case in DATED])
def test_offsets_and_weekends(text: str, expected: str, why: str) -> None:
    assert str(read(text, kind="time", asserted_at="2025-07-21")).removeprefix("exactly ") == expected, why
