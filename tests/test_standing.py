"""Which claims still stand: what a source took back, refined or backed off from is no conflict of today."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from stories import FRIDAY, MONDAY, NINE, NOON, SIX, TUESDAY, check, claim, sides, verdict, when

from conflicts import Claim

AFP: dict[str, Any] = {"via": ["AFP"]}
REUTERS: dict[str, Any] = {"via": ["Reuters"]}
ADDRESS: dict[str, Any] = {"utterance": "evening address, 21 July"}

CASES: list[tuple[str, list[Claim], str, str]] = [
    (
        "a correction",
        [when("a", "Wednesday", "Z", MONDAY), when("b", "Thursday", "Z", TUESDAY)],
        "revision",
        "the later claim of one source supersedes the earlier",
    ),
    (
        "a correction through another relay",
        [when("a", "Wednesday", "Z", NINE, **REUTERS), when("b", "Thursday", "Z", NOON, **AFP)],
        "revision",
        "the source is the origin, not the publisher",
    ),
    (
        "publication never orders",
        [
            when("a", "Wednesday", "Z", NOON, published_at=NOON),
            when("b", "Thursday", "Z", NINE, published_at=SIX),
            when("c", "Wednesday", "Y", NOON),
        ],
        "revision",
        "b was said first, so Wednesday stands, whenever b was printed",
    ),
    (
        "a refinement",
        [when("a", "in July", "Z", MONDAY), when("b", "July 30", "Z", TUESDAY)],
        "nothing",
        "a finer value inside a coarser one",
    ),
    (
        "backing off",
        [when("a", "July 30", "Z", NINE), when("b", "in July", "Z", NOON), when("c", "July 29", "Y", SIX)],
        "tension",
        "Z no longer excludes 29 July",
    ),
    (
        "backing off by hedging",
        [when("a", "July 30", "Z", NINE), when("b", "July 30", "Z", NOON, hedged=True), when("c", "July 29", "Y")],
        "tension",
        "the same day, but no longer for sure",
    ),
    (
        "backing off by leaving it open",
        [when("a", "July 30", "Z", NINE), when("b", "not final", "Z", NOON)],
        "revision",
        "from set to open is a change of the same source, not a conflict",
    ),
    (
        "two values at one moment",
        [when("a", "Wednesday", "Z"), when("b", "Thursday", "Z")],
        "contradiction",
        "nobody can mean both at once",
    ),
    (
        "two values on one day",
        [when("a", "Wednesday", "Z", MONDAY), when("b", "Thursday", "Z", MONDAY)],
        "tension",
        "one may have corrected the other, and nothing tells which",
    ),
    (
        "two values at no known time",
        [when("a", "30 July 2025", "Z", None), when("b", "31 July 2025", "Z", None)],
        "tension",
        "the order is not known",
    ),
    (
        "one utterance, two relays, two days",
        [
            when("a", "Wednesday", "Z", MONDAY, **REUTERS, **ADDRESS),
            when("b", "July 24", "Z", TUESDAY, **AFP, **ADDRESS),
        ],
        "contradiction",
        "said once: a relay misquotes",
    ),
    (
        "a relay corrects its own print of one utterance",
        [
            when("a", "Wednesday", "Z", MONDAY, **REUTERS, **ADDRESS, published_at=NINE),
            when("b", "Thursday", "Z", MONDAY, **REUTERS, **ADDRESS, published_at=NOON),
        ],
        "revision",
        "the later print of the same relay counts",
    ),
    (
        "an unnamed source is never revised",
        [
            when("a", "Wednesday", "a source", MONDAY, anonymous=True, via=["TASS"]),
            when("b", "Thursday", "a source", TUESDAY, anonymous=True, via=["TASS"]),
        ],
        "contradiction",
        "the two may be two people",
    ),
    (
        "dates and instants that run in a circle",
        [
            when("a", "July 28", "Z", "2025-07-22T23:00:00-12:00"),
            when("b", "July 29", "Z", "2025-07-24T00:30:00+14:00"),
            when("c", "July 30", "Z", "2025-07-23"),
        ],
        "tension",
        "as instants b came before a, by local dates a before c and c before b: nothing tells which was last",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), CASES, ids=[case[0] for case in CASES])
def test_standing(name: str, claims: list[Claim], expected: str, why: str) -> None:
    for order in itertools.permutations(claims):
        report = check(order)
        assert verdict(report) == expected, f"{why}\n{report.explain()}"


def withdrawal(id_: str, target: str, source: str, asserted_at: str = NOON, **fields: Any) -> Claim:
    return claim(id_, "killed", "withdrawn", source, asserted_at, retracts=target, **fields)


def killed(id_: str, value: str, source: str, asserted_at: str = NINE, **fields: Any) -> Claim:
    return claim(id_, "killed", value, source, asserted_at, **fields)


WITHDRAWALS: list[tuple[str, list[Claim], str, str]] = [
    (
        "by the source",
        [killed("a", "47", "AFP"), withdrawal("r", "a", "AFP"), killed("c", "29", "police", SIX)],
        "revision",
        "what was withdrawn is no claim any more",
    ),
    (
        "by a relay",
        [killed("a", "47", "ministry", **AFP), withdrawal("r", "a", "AFP"), killed("c", "29", "police", SIX)],
        "revision",
        "AFP takes back what came through it",
    ),
    (
        "by a stranger",
        [killed("a", "47", "AFP"), withdrawal("r", "a", "BBC"), killed("c", "29", "police", SIX)],
        "contradiction",
        "nobody can withdraw another's claim",
    ),
    (
        "takes the copies along",
        [
            killed("a", "47", "ministry", **AFP),
            killed("b", "47", "ministry", via=["AFP", "Daily"]),
            withdrawal("r", "a", "AFP"),
            killed("c", "29", "police", SIX),
        ],
        "revision",
        "the copy stands on what was withdrawn",
    ),
    (
        "a copy withdrawn by its printer leaves the original",
        [
            killed("a", "47", "ministry", **AFP),
            killed("b", "47", "ministry", via=["AFP", "Daily"]),
            withdrawal("r", "b", "Daily"),
            killed("c", "29", "police", SIX),
        ],
        "contradiction",
        "AFP still has it",
    ),
    (
        "itself withdrawn",
        [
            killed("a", "47", "AFP"),
            withdrawal("r", "a", "AFP"),
            withdrawal("s", "r", "AFP", SIX),
            killed("c", "29", "police", SIX),
        ],
        "contradiction",
        "the withdrawal no longer counts, so the claim does",
    ),
    (
        "what was superseded stays so",
        [
            when("a", "Wednesday", "Z", NINE),
            when("b", "Thursday", "Z", NOON),
            claim("r", "scheduled_date", "withdrawn", "Z", SIX, retracts="b"),
            when("c", "Friday", "Y"),
        ],
        "revision",
        "Z gave Wednesday up and then Thursday; nothing of Z's is left against Friday",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), WITHDRAWALS, ids=[case[0] for case in WITHDRAWALS])
def test_withdrawals_in_any_order(name: str, claims: list[Claim], expected: str, why: str) -> None:
    for order in itertools.permutations(claims):
        report = check(order)
        assert verdict(report) == expected, f"{why}\n{report.explain()}"


def test_a_refused_withdrawal_is_listed() -> None:
    (unread,) = check([killed("a", "47", "AFP"), withdrawal("r", "a", "BBC")]).unread
    assert unread.claim is not None
    assert unread.claim.id == "r"
    assert "neither its source nor one of its relays" in unread.reason


GROWING: list[tuple[str, list[Claim], str, str]] = [
    ("a rise", [killed("a", "12", "A"), killed("b", "31", "B", NOON)], "tension", "12 may be stale by noon"),
    ("a fall", [killed("a", "31", "A"), killed("b", "12", "B", NOON)], "contradiction", "the dead do not rise"),
    ("at one moment", [killed("a", "12", "A"), killed("b", "31", "B")], "contradiction", "no time to grow"),
    (
        "a rise from a bound",
        [killed("a", "up to 12", "A"), killed("b", "31", "B", NOON)],
        "nothing",
        "growth explains it",
    ),
    (
        "a bound above",
        [killed("a", "at least 20", "A"), killed("b", "12", "B", NOON)],
        "contradiction",
        "it cannot fall",
    ),
    ("on one day", [killed("a", "12", "A", MONDAY), killed("b", "31", "B", MONDAY)], "tension", "order unknown"),
    ("no longer open", [killed("a", "not yet known", "A"), killed("b", "31", "B", NOON)], "nothing", "now it is known"),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), GROWING, ids=[case[0] for case in GROWING])
def test_a_growing_figure(name: str, claims: list[Claim], expected: str, why: str) -> None:
    report = check(claims)
    assert verdict(report) == expected, f"{why}\n{report.explain()}"


def outage(id_: str, value: str, source: str, asserted_at: str, **fields: Any) -> Claim:
    return claim(id_, "without_power", value, source, asserted_at, **fields)


FREELY: list[tuple[str, list[Claim], str, str]] = [
    ("other moments", [outage("a", "500", "A", NINE), outage("b", "90", "B", NOON)], "nothing", "it changed"),
    ("one moment", [outage("a", "500", "A", NOON), outage("b", "90", "B", NOON)], "contradiction", "one is wrong"),
    ("one day", [outage("a", "500", "A", MONDAY), outage("b", "90", "B", MONDAY)], "tension", "perhaps one moment"),
    (
        "one moment spoken of",
        [outage("a", "500", "A", NINE, as_of=NINE), outage("b", "90", "B", NOON, as_of=NINE)],
        "contradiction",
        "as_of is what counts, not when it was said",
    ),
    (
        "a source corrects what it said of one moment",
        [outage("a", "500", "A", NINE, as_of=NINE), outage("b", "90", "A", NOON, as_of=NINE)],
        "revision",
        "the same moment, said later",
    ),
    ("a source at other moments", [outage("a", "500", "A", NINE), outage("b", "90", "A", NOON)], "nothing", "news"),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), FREELY, ids=[case[0] for case in FREELY])
def test_a_freely_changing_figure(name: str, claims: list[Claim], expected: str, why: str) -> None:
    report = check(claims)
    assert verdict(report) == expected, f"{why}\n{report.explain()}"


def test_a_source_that_is_also_a_relay_is_pointed_out() -> None:
    report = check(
        [
            when("a", "Wednesday", "TASS", MONDAY),
            when("b", "Thursday", "TASS", TUESDAY),
            when("c", "Thursday", "Lavrov", FRIDAY, via=["TASS"]),
        ]
    )
    (revision,) = report.revisions
    assert revision.hint is not None
    assert "put the speaker in `source`" in revision.hint


def test_what_a_source_restates_counts_once() -> None:
    report = check([when("a", "July 30", "Z", NINE), when("b", "July 30", "Z", NOON), when("c", "July 31", "Y")])
    assert sides(report) == [{"a", "b"}, {"c"}]
    assert report[0].n_pairs == 1
    assert report[0].retractions == 1
