"""What a dispute says of itself is what looking at every pair says."""

from __future__ import annotations

import itertools
import random

import pytest
from stories import MONDAY, check, claim, sides, when

from conflicts import Claim, Report, Severity, disputes, find_conflicts
from conflicts.items import Item

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
        "what is not settled denies nothing",
        [when("a", "July 23", "A"), when("b", "not yet finalised", "B")],
        "sources differ",
    ),
    (
        "nor do these two words",
        [when("a", "July 23", "A"), when("b", "not settled", "B")],
        "sources differ",
    ),
    (
        "an unnamed source that is known by its speech is one",
        [
            when("a", "July 23", "an official", anonymous=True, via=["AFP"], utterance="briefing"),
            when("b", "July 24", "an official", anonymous=True, via=["AP"], utterance="briefing"),
        ],
        "misquote",
    ),
    (
        "others may be two",
        [
            when("a", "July 23", "an official", anonymous=True, via=["AFP"]),
            when("b", "July 24", "an official", anonymous=True, via=["AFP"]),
        ],
        "sources differ",
    ),
    (
        "a no is a denial, as a text and as a bool",
        [
            Claim("X", "reopened", False, "A", asserted_at=MONDAY),
            Claim("X", "reopened", "yes", "B", asserted_at=MONDAY),
        ],
        "denial",
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


def test_days_of_what_changes_freely_have_sides_of_their_own() -> None:
    said = [("50,000", "grid", 9), ("20,000", "mayor", 9), ("3,000", "grid", 12), ("1,000", "mayor", 12)]
    claims = [
        Claim("the storm", "without_power", text, source, asserted_at=f"2025-09-{day:02d}")
        for text, source, day in [*said, ("7,000", "police", 15)]
    ]
    (conflict,) = find_conflicts(claims)
    assert sorted(c.value for camp in conflict.camps for c in camp.claims) == ["1,000", "20,000", "3,000", "50,000"]
    assert [len(camp.claims) for camp in conflict.camps] == [1, 1, 1, 1]
    assert conflict.retractions == 2
    assert "7,000" not in conflict.because, "of that day nobody else spoke, so that it fits none of these"


def test_a_joint_contradiction_inside_one_item_is_minimal() -> None:
    claims = [when("a", "July 23 or July 24", "A"), when("b", "not on July 23", "B"), when("c", "not on July 24", "C")]
    more = [when("d", "in July", "0"), when("e", "not on July 25", "Abe"), when("f", "not on July 26", "Z")]
    (conflict,) = check([*claims, *more])
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


def test_a_joint_tension_is_joint_though_its_loose_sets_are_single() -> None:
    claims = [
        Claim("X", "crates", "12 or 31", "A", hedged=True),
        Claim("X", "crates", "at least 20", "B"),
        Claim("X", "crates", "at most 25", "C"),
        Claim("X", "crates", "between 5 and 60", "D"),
    ]
    (conflict,) = find_conflicts(claims)
    assert (conflict.kind, conflict.severity) == ("joint", Severity.TENSION)
    assert [claim.source for claim in conflict.claims] == ["A", "B", "C"]


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


PRINTS: dict[str, list[str]] = {
    "killed": ["{}", "{}", "at least {}", "up to {}", "about {}", "{} or 3", "not {}", "not yet known", "dozens"],
    "without_power": ["{}", "{}", "at least {}", "{} or 3", "not {}"],
    "occurred_at": ["{}:30 on July 22", "{}:30 GMT on July 22", "on July 22", "{}:30 EST on July 22", "not on July 22"],
}
ASKED: list[str | None] = [
    MONDAY,
    "2025-07-22",
    "2025-07-22T09:00:00",
    "2025-07-22T09:00:00+03:00",
    "2025-07-22T12:00:00+03:00",
    "2025-07-22T06:00:00Z",
]


def some_claims(seed: str, attribute: str) -> list[Claim]:
    draw = random.Random(seed)
    sources = draw.choice(["ABCDEF", "A"])
    return [
        claim(
            f"c{n}",
            attribute,
            draw.choice(PRINTS[attribute]).format(10 + draw.randrange(8)),
            draw.choice(sources),
            draw.choice(ASKED),
            via=draw.choice([(), ("AP",), ("AFP",)]),
            hedged=draw.random() < 0.2,
            utterance=draw.choice([None, None, None, "u"]),
            polarity=draw.choice(["affirmed"] * 6 + ["denied"]),
        )
        for n in range(draw.randint(3, 9))
    ]


def told(report: Report) -> list[tuple[object, ...]]:
    return [
        (
            c.fingerprint,
            c.severity,
            c.kind,
            c.n_pairs,
            {(frozenset((p.a.id, p.b.id)), p.severity, p.kind) for p in c.pairs()},
        )
        for c in report
    ]


@pytest.mark.parametrize("attribute", PRINTS)
def test_many_statements_are_judged_as_few_are(attribute: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for their camps, and so for the fewest withdrawals, which are those of one line."""
    kinds = set()
    for seed in range(60):
        claims = some_claims(f"{seed} {attribute}", attribute)
        monkeypatch.setattr(disputes, "MOST_CLIQUES_FROM", 200)
        few = check(claims)
        monkeypatch.setattr(disputes, "MOST_CLIQUES_FROM", 0)
        many = check(claims)
        assert told(few) == told(many), "\n".join(map(str, claims))
        for conflict in many:
            agree_with_all_pairs(many)
            kinds.add(conflict.kind)
            assert {c.id for c in conflict.claims} == {c.id for c in few[0].claims}
    assert len(kinds) > 2, "most kinds were met"


WORST: list[tuple[str, list[Claim], str, int]] = [
    (
        "of one source at one moment",
        [claim(f"c{n:03}", "killed", str(2 * n), "Ann", "2025-07-22T09:00:00Z") for n in range(300)],
        "self-contradiction",
        300 * 299 // 2,
    ),
    (
        "of one source through many relays",
        [claim(f"c{n:03}", "height", str(2 * n), "Ann", "2025-07-22T09:00:00Z", via=[f"R{n}"]) for n in range(300)],
        "misquote",
        300 * 299 // 2,
    ),
    (
        "a figure denied by all others",
        [claim(f"c{n:03}", "height", "5", f"S{n}", polarity="denied" if n else "affirmed") for n in range(300)],
        "denial",
        299,
    ),
    (
        "one pair at one moment",
        [
            claim(f"c{n:03}", "without_power", str(300 * n), f"S{n}", f"2025-07-22T{n // 60:02}:{n % 60:02}Z")
            for n in range(300)
        ]
        + [claim("z", "without_power", "7", "Z", "2025-07-22T03:00Z")],
        "sources differ",
        1,
    ),
]


@pytest.mark.parametrize(("name", "claims", "kind", "n_pairs"), WORST, ids=[case[0] for case in WORST])
def test_no_pair_is_looked_at(
    name: str, claims: list[Claim], kind: str, n_pairs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []
    relation = Item.relation
    monkeypatch.setattr(Item, "relation", lambda *given: looked.append(1) or relation(*given))  # type: ignore[func-returns-value]
    (conflict,) = check(claims)
    assert (conflict.kind, conflict.n_pairs) == (kind, n_pairs)
    assert conflict.severity is Severity.CONTRADICTION
    assert len(looked) < 20 * len(claims)
    first = next(conflict.pairs())
    assert first.a.id != first.b.id


FEWEST: list[tuple[str, list[Claim], int, str]] = [
    (
        "three days",
        [when("a", "July 23", "A"), when("b", "July 24", "B"), when("c", "July 25", "C")],
        2,
        "one of three can be true",
    ),
    (
        "three for one day",
        [when(f"c{n}", "July 23" if n < 3 else "July 24", f"S{n}") for n in range(4)],
        1,
        "three of four",
    ),
    (
        "a denial hedged",
        [when("a", "July 23", "A"), when("b", "July 24", "B", hedged=True), when("c", "July 25", "C")],
        1,
        "the contradiction is between a and c, and B is not sure",
    ),
    (
        "a fall and a rise",
        [
            claim("a", "killed", "31", "A", "2025-07-22T09:00:00Z"),
            claim("b", "killed", "12", "B", "2025-07-22T12:00:00Z"),
            claim("c", "killed", "40", "C", "2025-07-22T18:00:00Z"),
        ],
        1,
        "the rise to 40 contradicts nobody",
    ),
    (
        "two rises",
        [
            claim("a", "killed", "12", "A", "2025-07-22T09:00:00Z"),
            claim("b", "killed", "31", "B", "2025-07-22T12:00:00Z"),
            claim("c", "killed", "40", "C", "2025-07-22T18:00:00Z"),
        ],
        2,
        "in tension with each other",
    ),
]


@pytest.mark.parametrize(("name", "claims", "fewest", "why"), FEWEST, ids=[case[0] for case in FEWEST])
def test_the_fewest_withdrawals(name: str, claims: list[Claim], fewest: int, why: str) -> None:
    (conflict,) = check(claims)
    assert conflict.retractions == fewest, why


@pytest.mark.parametrize(("most", "fewest"), [(2, 2), (3, 1), (4, 1)])
def test_of_many_statements_the_fewest_withdrawals_are_those_of_one_line(
    most: int, fewest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disputes, "MOST_CLIQUES_FROM", most)
    (conflict,) = check(next(claims for name, claims, _, _ in FEWEST if name == "a fall and a rise"))
    assert conflict.retractions == fewest, "no two of 12, 31 and 40 share a point, whenever they were told"
