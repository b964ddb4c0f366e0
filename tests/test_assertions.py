"""What a claim asserts: its declaration and its words read into a value, a tense and a clock, or the reason why not."""

from __future__ import annotations

from typing import Any

import pytest
from stories import check, claim, verdict

from conflicts import Claim, Relation, read

AT_NINE = claim("a", "struck", "9 p.m. on 20 July", "A")
STORIES: list[tuple[str, dict[str, Any], list[Claim], str]] = [
    (
        "the text tells the tense where the claim does not: a plan and what came of it",
        {"opening": {"kind": "time"}},
        [claim("a", "opening", "are scheduled for Wednesday", "A"), claim("b", "opening", "was held on Thursday", "B")],
        "nothing",
    ),
    (
        "the claim's own tense counts for more than its text",
        {"opening": {"kind": "time"}},
        [
            claim("a", "opening", "are scheduled for Wednesday", "A", modality="fact"),
            claim("b", "opening", "16 July 2025", "B"),
        ],
        "contradiction",
    ),
    (
        "a desk's clock times are instants: 9 p.m. at +03:00 is 6 p.m. GMT",
        {"struck": {"kind": "time", "timezone": "speaker"}},
        [AT_NINE, claim("b", "struck", "6 p.m. GMT on 20 July", "B")],
        "nothing",
    ),
    (
        "and is not 9 p.m. GMT",
        {"struck": {"kind": "time", "timezone": "speaker"}},
        [AT_NINE, claim("b", "struck", "9 p.m. GMT on 20 July", "B")],
        "contradiction",
    ),
    (
        "a tolerance is in the unit of its attribute: 5 km, so 10 and 15 agree",
        {"gap": {"kind": "quantity", "unit": "km", "tolerance": "5"}},
        [claim("a", "gap", "exactly 10 km", "A"), claim("b", "gap", "exactly 15 km", "B")],
        "nothing",
    ),
    (
        "and 10 and 16 do not",
        {"gap": {"kind": "quantity", "unit": "km", "tolerance": "5"}},
        [claim("a", "gap", "exactly 10 km", "A"), claim("b", "gap", "exactly 16 km", "B")],
        "contradiction",
    ),
    (
        "tolls that are not known yet agree with any",
        {},
        [claim("a", "killed", "not yet known", "A"), claim("b", "killed", "12", "B")],
        "nothing",
    ),
]


@pytest.mark.parametrize(("why", "attributes", "claims", "expected"), STORIES, ids=[story[0] for story in STORIES])
def test_what_is_asserted(why: str, attributes: dict[str, Any], claims: list[Claim], expected: str) -> None:
    report = check(claims, attributes=attributes)
    assert not report.unread
    assert verdict(report) == expected, report.explain()


UNREAD: list[tuple[str, str, str, str]] = [
    (
        "precedes",
        "the vote",
        "'precedes' is no order relation; declare its `relation`, such as \"before\"",
        "a kind alone",
    ),
    ("before", "unknown", "'unknown' names no other event", "nothing to lie before"),
]


@pytest.mark.parametrize(("attribute", "value", "reason", "why"), UNREAD)
def test_an_order_claim_needs_a_relation_and_an_event(attribute: str, value: str, reason: str, why: str) -> None:
    report = check([claim("a", attribute, value, "A")], attributes={"precedes": {"kind": "order"}})
    assert [unread.reason for unread in report.unread] == [reason], why


def test_a_sentence_tells_from_when_to_count() -> None:
    sentence = "He left in 2011 and came back two years later."
    year = read("2013", kind="time")
    assert read("two years later", asserted_at="2025-07-21", context=sentence).relation(year) is Relation.COMPATIBLE
    assert read("two years later", asserted_at="2025-07-21").relation(year) is Relation.CONTRADICTION
