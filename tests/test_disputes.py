"""What a dispute says of itself is what looking at every pair says."""

from __future__ import annotations

import itertools
import random

import pytest
from stories import MONDAY, check, claim, sides, when

from conflicts import Claim, Report, Severity

KINDS: list[tuple[str, list[Claim], str]] = [
    ("two sources", [when("a", "July 23", "A"), when("b", "July 24", "B")], "sources differ"),
    ("a denial", [when("a", "July 23", "A"), when("b", "not on July 23", "B")], "denial"),
    ("a claim denied", [when("a", "July 23", "A"), when("b", "July 23", "B", polarity="denied")], "denial"),
    ("no such event", [when("a", "July 23", "A"), when("b", "no talks are planned", "B")], "denial"),
    ("two relays", [when("a", "July 23", "A", via=["AP"]), when("b", "July 24", "A", via=["AFP"])], "misquote"),
    ("one voice", [when("a", "July 23", "A"), when("b", "July 24", "A")], "self-contradiction"),
    (
        "nothing left",
        [when("a", "July 23 or July 24", "A"), when("b", "not on July 23", "B"), when("c", "not on July 24", "C")],
        "joint",
    ),
    (
        "the first among the worst",
        [
            when("a", "July 23", "A"),
            when("b", "July 24", "A"),
            when("c", "not on July 23", "B"),
            when("d", "July 25", "D"),
        ],
        "sources differ",
    ),
    (
        "a denial is worse than a hedged difference",
        [when("a", "July 23", "A"), when("b", "not on July 23", "B"), when("c", "July 24", "C", hedged=True)],
        "denial",
    ),
]


@pytest.mark.parametrize(("name", "claims", "kind"), KINDS, ids=[case[0] for case in KINDS])
def test_kind(name: str, claims: list[Claim], kind: str) -> None:
    (conflict,) = check(claims)
    assert conflict.kind == kind
    assert conflict.joint == (kind == "joint")


def test_a_joint_contradiction_inside_one_item_is_minimal() -> None:
    claims = [when("a", "July 23 or July 24", "A"), when("b", "not on July 23", "B"), when("c", "not on July 24", "C")]
    (conflict,) = check([*claims, when("d", "in July", "D"), when("e", "not on July 25", "E")])
    assert {c.id for c in conflict.claims} == {"a", "b", "c"}
    assert (conflict.n_pairs, conflict.retractions, conflict.severity) == (0, 1, Severity.CONTRADICTION)
    for pair in itertools.combinations(claims, 2):
        assert not check(pair)


def test_a_tension_does_not_hide_a_joint_contradiction() -> None:
    claims = [
        when("p", "July 23 or July 24", "P"),
        when("q", "July 24 or July 25", "Q"),
        when("r", "July 23 or July 25", "R"),
        when("s", "July 28", "S", hedged=True),
    ]
    (conflict,) = check(claims)
    assert (conflict.kind, conflict.severity) == ("joint", Severity.CONTRADICTION)
    assert {c.id for c in conflict.claims} == {"p", "q", "r"}


def agree_with_all_pairs(report: Report) -> None:
    (conflict,) = report
    pairs = list(conflict.pairs())
    assert conflict.n_pairs == len(pairs)
    assert len({frozenset((pair.a.id, pair.b.id)) for pair in pairs}) == len(pairs)
    worst = [pair for pair in pairs if pair.severity is conflict.severity]
    assert worst, "the severity is that of the worst pair"
    assert conflict.severity is Severity.CONTRADICTION or all(p.severity is Severity.TENSION for p in pairs)
    assert conflict.kind in {pair.kind for pair in worst}


@pytest.mark.parametrize("n", [30, 260], ids=["each with each", "one line, filtered"])
def test_a_growing_figure_with_many_statements(n: int) -> None:
    draw = random.Random(n)
    prints = ["{}", "at least {}", "up to {}", "about {}", "dozens", "not yet known"]
    claims = [
        claim(
            f"c{i}",
            "killed",
            draw.choice(prints).format(10 + draw.randrange(60)),
            f"S{i}",
            f"2025-07-{1 + draw.randrange(28):02}" + draw.choice(("", "T09:00:00+03:00")),
        )
        for i in range(n)
    ]
    agree_with_all_pairs(check(claims))


def test_many_denials_and_dates() -> None:
    draw = random.Random(5)
    claims = [
        when(f"c{i}", draw.choice(("", "not on ")) + f"July {22 + draw.randrange(9)}", f"S{i}", MONDAY)
        for i in range(80)
    ]
    agree_with_all_pairs(check(claims))


def test_instants_and_floating_times_in_one_item() -> None:
    claims = [
        claim("z", "occurred_at", "14:30 UTC on July 22", "Z"),
        claim("here", "occurred_at", "17:30 on July 22", "H"),
        claim("elsewhere", "occurred_at", "19:30 on July 22", "E"),
    ]
    report = check(claims)
    assert sides(report) == [{"here", "z"}, {"elsewhere"}]
    pairs = {(pair.a.id, pair.b.id): pair.severity.value for pair in report[0].pairs()}
    assert sorted(pairs.values()) == ["contradiction", "tension"], (
        "the two floating times for sure, the instant loosely"
    )


def test_the_fingerprint_names_the_item_alone() -> None:
    first = check([when("a", "July 23", "A"), when("b", "July 24", "B")])[0]
    again = check([when("x", "July 25", "C"), when("y", "July 24", "B"), when("z", "July 23", "A")])[0]
    other = check([when("a", "July 23", "A", subject="x"), when("b", "July 24", "B", subject="x")])[0]
    assert first.fingerprint == again.fingerprint != other.fingerprint
