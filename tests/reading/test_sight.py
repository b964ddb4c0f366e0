"""What is skipped or kept for speed changes no reading."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from conflicts import Vocabulary, read
from conflicts.errors import UnreadError
from conflicts.reading.settings import Settings
from conflicts.reading.time import read_time
from conflicts.reading.time.build import build
from conflicts.reading.time.cues import anchor_of
from conflicts.reading.time.lexicon import load
from conflicts.reading.time.phrases import phrase
from conflicts.reading.time.sight import can_be_time
from conflicts.reading.time.tokens import Tokens

MONDAY = date(2025, 7, 21)

AT_SIGHT = [
    ("12 dead", False, "a word that no list of times has"),
    ("$1.2bn", False, "a sign of money"),
    ("8 km", False, "a unit of length"),
    ("12", False, "a number alone is neither day nor hour"),
    ("at least 1,200", False, "a number and its hedge"),
    ("more than 50", False, "the same"),
    ("120", False, "nor is one of three digits"),
    ("at least 999", False, "the same with a hedge"),
    ("1,2345", True, "four digits behind a comma are no thousands"),
    ("at least 1,200,300", False, "millions"),
    ("1,200,30", True, "two digits behind a comma are none either"),
    ("050", True, "four digits that begin with 0 are a clock time, so three are left to the grammar"),
    ("2025", True, "a year"),
    ("at 10", True, "an hour"),
    ("10ish", True, "an hour"),
    ("up to 30", True, "words with other meanings are left to the grammar"),
    ("10:00 tokyo time", True, "a city is in no list"),
    ("10:00 europe/kyiv", True, "a zone is in no list"),
    ("23 of july", True, "the grammar knows \"of\" by itself"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), AT_SIGHT)
def test_at_sight(text: str, expected: bool, why: str) -> None:
    assert can_be_time(Tokens(text, load("en"))) is expected, why


NO_TIMES = [text for text, expected, _ in AT_SIGHT if not expected]


@pytest.mark.parametrize("text", [*NO_TIMES, "nearly 300", "exactly 12", "over 90 people", "60 percent", "since 50"])
def test_the_grammar_finds_no_time_either(text: str) -> None:
    tokens = Tokens(text, load("en"))
    tree = phrase(tokens, "en")
    assert not can_be_time(tokens) or tree is None
    assert tree is None or tree.spec is None or tree.spec.is_empty or tree.spec.bare is not None


TREES = [
    "wednesday", "june 2", "in june", "by friday", "july 23 at 10:00", "14:30 gmt on july 20", "the coming week",
    "between 10 and 12 june", "monday or tuesday next week", "within 50 days of june 2", "03/04/2025", "late june",
    "two weeks ago", "the week of 10 april", "after 9 p.m. and before midnight", "from monday to friday", "christmas",
    "two days after easter", "two weeks from now on monday", "more than two weeks ago", "fiscal 2025", "tonight",
]  # fmt: skip


@pytest.mark.parametrize("text", TREES)
def test_placing_a_tree_leaves_it_as_it_was(text: str) -> None:
    tree = phrase(Tokens(text, load("en")), "en")
    assert tree is not None
    before = deepcopy(tree)
    for modality in ("fact", "plan"):
        build(tree, anchor_of(Settings(said=MONDAY, modality=modality), text), None)
        build(tree, anchor_of(Settings(said=MONDAY, modality=modality), text), "Europe/Kyiv")
        assert tree == before, "several readings share the tree"


@pytest.mark.parametrize("text", TREES)
def test_a_day_on_which_a_text_was_read_before_changes_nothing(text: str) -> None:
    first = read_time(text, Settings(said=MONDAY, kind="time"))
    read_time(text, Settings(said=date(1999, 12, 31), kind="time", modality="plan", zone="Asia/Tokyo"))
    assert read_time(text, Settings(said=MONDAY, kind="time")) == first


KYIV = timezone(timedelta(hours=3))
DIFFER: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"asserted_at": "2025-07-21"}, {"asserted_at": "2025-07-28"}, "another day"),
    ({"asserted_at": date(2025, 7, 22)}, {"asserted_at": datetime(2025, 7, 23)}, "a date, a datetime"),
    ({"asserted_at": datetime(2025, 7, 22, 22, tzinfo=UTC)},
     {"asserted_at": datetime(2025, 7, 23, 1, tzinfo=KYIV)}, "equal moments on other clocks"),
    ({"asserted_at": MONDAY}, {"asserted_at": MONDAY, "modality": "plan"}, "another tense"),
    ({"asserted_at": MONDAY}, {"asserted_at": MONDAY, "timezone": "Europe/Kyiv"}, "a zone"),
    ({"asserted_at": MONDAY}, {"asserted_at": MONDAY, "context": "They will meet on Wednesday."}, "a context"),
    ({"asserted_at": MONDAY}, {"asserted_at": MONDAY, "attribute": "scheduled_date"}, "an attribute"),
    ({"asserted_at": MONDAY, "attribute": "opening"},
     {"asserted_at": MONDAY, "attribute": "opening",
      "vocabulary": Vocabulary.from_dict({"attributes": {"opening": {"kind": "time", "modality": "plan"}}})},
     "a vocabulary"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), DIFFER)
def test_what_differs_is_not_taken_for_what_was_read_before(
    one: dict[str, Any], other: dict[str, Any], why: str
) -> None:
    first, second = read("Wednesday", **one), read("Wednesday", **other)
    assert (first, first.offset) != (second, second.offset), why
    assert read("Wednesday", **one) is first, "read once"


def test_what_is_unread_is_unread_again_for_the_same_reason() -> None:
    reasons = []
    for _ in range(2):
        with pytest.raises(UnreadError) as caught:
            read("when pigs fly", kind="time")
        reasons.append(str(caught.value))
    assert reasons == ["'when pigs fly' cannot be read as a time"] * 2
