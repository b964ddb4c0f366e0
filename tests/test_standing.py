"""Which claims still stand: what a source took back, refined or backed off from is no conflict of today."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from stories import FRIDAY, MONDAY, NINE, NOON, SIX, TUESDAY, check, claim, sides, verdict, when

from conflicts import Claim, Vocabulary, standing
from conflicts.assertions import Assertion, Reader
from conflicts.items import Item
from conflicts.moments import Order
from conflicts.standing import Retractions, moment_order, origin_of

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
        "backed off, and firm again",
        [
            when("a", "Wednesday", "Z", MONDAY),
            when("b", "this week", "Z", TUESDAY),
            when("c", "July 23", "Z", "2025-07-23T09:00:00+03:00"),
            when("d", "Thursday", "Y", MONDAY),
        ],
        "contradiction",
        "what it said last is as firm as what it said first",
    ),
    (
        "firm, firm again, and backed off",
        [
            when("a", "Wednesday", "Z", MONDAY),
            when("b", "July 23", "Z", TUESDAY),
            when("c", "this week", "Z", "2025-07-23T18:00:00+03:00"),
            when("d", "Thursday", "Y", MONDAY),
        ],
        "tension",
        "it was vaguer last",
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


def killed(id_: str, value: str, source: str, asserted_at: str | None = NINE, **fields: Any) -> Claim:
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


# Which was said first

NO_ZONE = "2025-07-22T09:00:00"
MOMENTS: list[tuple[dict[str, Any], dict[str, Any], Order, str]] = [
    ({"asserted_at": NINE}, {"asserted_at": NOON}, Order.BEFORE, "instants"),
    ({"asserted_at": NOON}, {"asserted_at": NINE}, Order.AFTER, "instants"),
    ({"asserted_at": NINE}, {"asserted_at": NINE}, Order.SAME, "instants"),
    ({"asserted_at": NINE}, {"asserted_at": TUESDAY}, Order.UNKNOWN, "one day"),
    ({"asserted_at": NINE, "published_at": NOON}, {"asserted_at": NINE, "published_at": SIX}, Order.SAME, "printing"),
    ({"asserted_at": NINE, **ADDRESS}, {"asserted_at": NOON}, Order.BEFORE, "one of them has no utterance"),
    (
        {"asserted_at": NINE, **ADDRESS},
        {"asserted_at": NOON, "utterance": "another"},
        Order.BEFORE,
        "two utterances are two",
    ),
    ({"asserted_at": NINE, **ADDRESS}, {"asserted_at": NOON, **ADDRESS, **AFP}, Order.SAME, "of two relays"),
    ({"asserted_at": NINE, **ADDRESS, **AFP}, {"asserted_at": NOON, **ADDRESS, **AFP}, Order.BEFORE, "of one relay"),
    ({"asserted_at": NOON, **ADDRESS, **AFP}, {"asserted_at": NINE, **ADDRESS, **AFP}, Order.AFTER, "of one relay"),
    ({"asserted_at": NINE, **ADDRESS, **AFP}, {"asserted_at": NINE, **ADDRESS, **AFP}, Order.SAME, "printed once"),
    (
        {"asserted_at": NOON, "published_at": NINE, **ADDRESS, **AFP},
        {"asserted_at": NINE, "published_at": NOON, **ADDRESS, **AFP},
        Order.BEFORE,
        "of one relay's prints of one utterance the later corrects the earlier",
    ),
    (
        {"asserted_at": TUESDAY, "published_at": TUESDAY, **ADDRESS, **AFP},
        {"asserted_at": TUESDAY, "published_at": TUESDAY, **ADDRESS, **AFP},
        Order.SAME,
        "said once, though neither date tells which print came first",
    ),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), MOMENTS, ids=range(len(MOMENTS)))
def test_which_was_said_first(a: dict[str, Any], b: dict[str, Any], expected: Order, why: str) -> None:
    one, other = (
        claim(id_, "killed", "5", "Z", fields.pop("asserted_at"), **fields)
        for id_, fields in (("a", dict(a)), ("b", dict(b)))
    )
    assert moment_order(one, other) is expected, why


ORIGINS: list[tuple[dict[str, Any], tuple[str, ...], str]] = [
    ({"source": "The BBC"}, ("bbc",), "a name, as the vocabulary writes it"),
    ({"source": "Aunt"}, ("bbc",), "an alias"),
    ({"source": "Aunt", "via": ["AP"]}, ("bbc",), "whoever passes it on"),
    ({"source": "an aide", "anonymous": True, "utterance": "u", "via": ["AP"]}, ("", "u"), "told by the utterance"),
    (
        {"source": "an aide", "anonymous": True, "via": ["Aunt", "AP"]},
        ("", "aide", "bbc"),
        "by the words, and who heard",
    ),
    ({"source": "an aide", "anonymous": True}, ("", "aide", ""), "by the words alone"),
]


@pytest.mark.parametrize(("fields", "expected", "why"), ORIGINS, ids=[case[2] for case in ORIGINS])
def test_whose_words_they_are(fields: dict[str, Any], expected: tuple[str, ...], why: str) -> None:
    vocabulary = Vocabulary.from_dict({"aliases": {"BBC": ["Aunt", "The BBC"], "aide": ["an aide"]}})
    assert origin_of(Claim("s", "killed", "5", **fields), vocabulary) == expected, why


# Withdrawals, as they are kept

PLAIN = Vocabulary()


def taken_back(*pairs: tuple[Claim, Claim]) -> Retractions:
    return Retractions(pairs, PLAIN)


def test_what_is_kept_of_withdrawals() -> None:
    target, other = killed("t", "47", "ministry", **AFP), killed("o", "12", "ministry")
    by_relay, by_source = withdrawal("y", "t", "AFP"), withdrawal("x", "t", "ministry")
    foreign = withdrawal("f", "t", "BBC")
    kept = taken_back((by_relay, target), (by_source, target), (foreign, target), (withdrawal("z", "o", "AFP"), other))
    assert bool(kept)
    assert [(r.earlier.id, r.later.id, r.kind) for r in kept.records] == [("t", "x", "withdrawn")], "the first by id"
    assert [(u.claim.id, "'t'" in u.reason, "'BBC'" in u.reason) for u in kept.refused if u.claim] == [
        ("f", True, True),
        ("z", False, False),
    ]
    assert not taken_back((foreign, target)), "refused ones are not in force"
    assert not taken_back()


def test_which_withdrawals_differ() -> None:
    a, b = killed("a", "47", "Z"), killed("b", "12", "Z")
    one, two, again = withdrawal("r", "a", "Z"), withdrawal("s", "b", "Z"), withdrawal("q", "a", "Z")
    assert taken_back((one, a)).differing_targets(taken_back((one, a), (two, b))) == {"b"}
    assert taken_back((one, a), (two, b)).differing_targets(taken_back((two, b))) == {"a"}
    assert taken_back((one, a)).differing_targets(taken_back((one, a), (again, a))) == {"a"}
    assert taken_back((one, a)).differing_targets(taken_back((one, a))) == set()


def test_a_chain_of_withdrawals_counts_every_other_one() -> None:
    told = [killed("c0", "47", "Z")]
    for n in range(1, 7):
        told.append(withdrawal(f"c{n}", f"c{n - 1}", "Z"))
        kept = taken_back(*((later, earlier) for earlier, later in itertools.pairwise(told)))
        in_force = {record.later.id for record in kept.records}
        assert in_force == {f"c{k}" for k in range(n, 0, -2)}, "the last stands, so the one before falls"


def test_of_withdrawals_in_a_circle_not_all_are_in_force() -> None:
    a, b = withdrawal("a", "b", "Z"), withdrawal("b", "a", "Z")
    for pairs in (((a, b), (b, a)), ((b, a), (a, b))):
        assert len(taken_back(*pairs).records) <= 1


COPIES: list[tuple[str, Claim, list[Claim], str, str]] = [
    (
        "from the origin",
        killed("t", "47", "ministry", **AFP),
        [killed("a", "47", "ministry", **REUTERS), killed("b", "47", "ministry"), killed("c", "47", "police", **AFP)],
        "ministry",
        "abt",
    ),
    (
        "from a relay",
        killed("t", "47", "ministry", via=["AFP", "Daily"]),
        [
            killed("a", "47", "ministry", **AFP),
            killed("b", "47", "ministry", via=["AFP", "Daily", "Blog"]),
            killed("c", "47", "ministry", via=["Reuters", "Daily"]),
            killed("d", "47", "ministry", via=["AFP", "Other"]),
        ],
        "Daily",
        "bt",
    ),
    (
        "of that moment",
        killed("t", "47", "Z"),
        [killed("a", "47", "Z", NOON), killed("b", "47", "Z", TUESDAY), killed("c", "47", "Z", MONDAY),
         killed("d", "47", "Z", None)],
        "Z",
        "bdt",
    ),
    (
        "with that value",
        killed("t", "47", "Z"),
        [killed("a", "at least 40", "Z"), killed("b", "46", "Z"), killed("c", "46 or 47", "Z")],
        "Z",
        "act",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "target", "others", "by", "gone"), COPIES, ids=[case[0] for case in COPIES])
def test_a_withdrawal_takes_the_copies(name: str, target: Claim, others: list[Claim], by: str, gone: str) -> None:
    vocabulary = Vocabulary.default()
    retractions = Retractions([(withdrawal("r", "t", by), target)], vocabulary)
    reader = Reader(vocabulary)
    read = [found for found in map(reader.read, [*others, target]) if isinstance(found, Assertion)]
    item = Item(("the event", "killed", "", "", ""), "count", read)
    taken = retractions.withdrawn(item, {id(a): origin_of(a.claim, vocabulary) for a in read})
    assert sorted(a.claim.id for a in read if id(a) in taken) == list(gone)


def test_the_widest_withdrawal_counts() -> None:
    target = killed("t", "47", "ministry", via=["AFP", "Daily"])
    report = check([
        target,
        killed("a", "47", "ministry", **AFP),
        killed("z", "12", "police"),
        withdrawal("r", "t", "Daily"),
        withdrawal("s", "t", "ministry"),
    ])  # fmt: skip
    assert verdict(report) == "revision", "the ministry's own withdrawal reaches what AFP printed"


# Of a source with many claims

OTHERS: list[tuple[int, int, list[int], str]] = [
    (5, 2, [3, 4, 0, 1], "of few all, later ones first"),
    (12, 3, [4, 5, 10, 11], "of many the next and the last"),
    (12, 8, [9, 10, 11], "each once"),
    (12, 9, [10, 11], "each once"),
    (12, 11, [], "the last has none to come"),
]


@pytest.mark.parametrize(("n", "i", "expected", "why"), OTHERS, ids=range(len(OTHERS)))
def test_whom_a_claim_is_compared_with(
    n: int, i: int, expected: list[int], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "MANY", 6)
    monkeypatch.setattr(standing, "NEAR", 2)
    assert list(standing._others(list(range(n)), i)) == expected, why


def test_of_many_claims_of_one_source_the_last_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [killed(f"c{n:02}", str(90 - n), "Z", f"2025-07-22T{9 + n // 4:02}:{n % 4}0:00Z") for n in range(20)]
    few = check([*told, killed("y", "5", "Y", SIX)])
    monkeypatch.setattr(standing, "MANY", 6)
    many = check([*told, killed("y", "5", "Y", SIX)])
    for report in (few, many):
        assert {r.earlier.id for r in report.revisions} == {c.id for c in told[:-1]}
        assert {c.id for c in report[0].claims} == {"c19", "y"}


# What a source said again, and what it no longer says for sure

AGAIN: list[tuple[str, list[Claim], str, list[str], str]] = [
    (
        "the shorter chain speaks",
        [when("a", "July 30", "Z", NINE, **AFP), when("b", "July 30", "Z", NOON)],
        "b",
        ["a"],
        "though it came later",
    ),
    (
        "of equal chains the first speaks",
        [when("b", "July 30", "Z", NINE), when("a", "July 30", "Z", NOON), when("c", "July 30", "Z", SIX)],
        "b",
        ["a", "c"],
        "and those after it count for nothing more",
    ),
    (
        "through three moments",
        [
            when("a", "July 30", "Z", NINE, via=["AFP", "Daily"]),
            when("b", "July 30", "Z", NOON, **AFP),
            when("c", "July 30", "Z", SIX),
        ],
        "c",
        ["a", "b"],
        "an heir's heir inherits",
    ),
]


@pytest.mark.parametrize(("name", "claims", "speaker", "restated", "why"), AGAIN, ids=[case[0] for case in AGAIN])
def test_who_speaks_for_what_is_said_again(
    name: str, claims: list[Claim], speaker: str, restated: list[str], why: str
) -> None:
    for order in itertools.permutations(claims):
        (conflict,) = check([*order, when("y", "July 31", "Y")])
        (statement,) = [s for s in conflict.statements if s.claim.source == "Z"]
        assert statement.claim.id == speaker, why
        assert sorted(a.claim.id for a in statement.restated) == restated, why


def test_a_figure_that_changes_is_not_restated() -> None:
    told = [outage("a", "500", "A", NINE), outage("b", "500", "A", NOON), outage("c", "90", "B", NOON)]
    (conflict,) = check(told)
    assert len(conflict.statements) == 3
    assert conflict.n_pairs == 1, "at noon"


VAGUER: list[tuple[str, list[Claim], str, str]] = [
    (
        "at another moment",
        [outage("a", "500", "A", NINE), outage("b", "at least 400", "A", NOON), outage("c", "90", "B", NINE)],
        "contradiction",
        "what is so at noon takes nothing back of nine o'clock",
    ),
    (
        "of one moment",
        [
            outage("a", "500", "A", NINE, as_of=NINE),
            outage("b", "at least 40", "A", NOON, as_of=NINE),
            outage("c", "90", "B", NINE, as_of=NINE),
        ],
        "tension",
        "A is no longer sure of 500",
    ),
    (
        "a vaguer word first",
        [when("a", "in July", "Z", NINE), when("b", "July 30", "Z", NOON), when("c", "July 29", "Y", SIX)],
        "contradiction",
        "only who becomes vaguer backs off",
    ),
    (
        "a vaguer word at that moment",
        [when("a", "July 30", "Z", NINE), when("b", "in July", "Z", NINE, **AFP), when("c", "July 29", "Y", SIX)],
        "contradiction",
        "a vague copy takes nothing back",
    ),
    (
        "two figures of one day",
        [killed("a", "12", "A", TUESDAY), killed("b", "10", "A", TUESDAY), killed("c", "9", "B", "2025-07-23")],
        "contradiction",
        "whichever A said last, it is more than 9",
    ),
    (
        "two days named on one day",
        [when("a", "July 30", "Z", TUESDAY), when("b", "July 31", "Z", TUESDAY), when("c", "July 29", "Y", SIX)],
        "contradiction",
        "neither is the 29th",
    ),
    (
        "two days named on one day, one of them another's",
        [
            when("a", "July 30", "Z", TUESDAY),
            when("b", "July 31", "Z", TUESDAY),
            when("c", "July 31", "Y", SIX),
        ],
        "tension",
        "Z can mean the 31st",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), VAGUER, ids=[case[0] for case in VAGUER])
def test_what_a_source_no_longer_says_for_sure(name: str, claims: list[Claim], expected: str, why: str) -> None:
    for order in itertools.permutations(claims):
        report = check(order)
        assert verdict(report) == expected, f"{why}\n{report.explain()}"


def test_a_finer_value_on_another_clock_is_not_inside() -> None:
    reader = Reader(Vocabulary.default())
    read = [
        reader.read(claim(id_, "occurred_at", text, "Z", NINE))
        for id_, text in (("a", "on July 22"), ("b", "14:30 on July 22"), ("c", "14:30 GMT on July 22"))
    ]
    day, floating, zoned = (found for found in read if isinstance(found, Assertion))
    assert standing.is_inside(floating, day)
    assert not standing.is_inside(day, floating)
    assert not standing.is_inside(zoned, day), "which day it is depends on where"


def test_thousands_of_withdrawals_take_no_step_a_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    counted = standing.moment_order
    monkeypatch.setattr(standing, "moment_order", lambda a, b: calls.append(1) or counted(a, b))  # type: ignore[func-returns-value]
    told = [killed(f"c{n}", str(n), "Z") for n in range(400)]
    taken = [withdrawal(f"r{n}", f"c{n}", "Z") for n in range(0, 400, 2)]
    report = check([*told, *taken])
    assert len(report.revisions) == 200
    assert len(report[0].claims) == 200
    assert len(calls) < 400 * 64
