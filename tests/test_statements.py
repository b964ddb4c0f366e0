"""Copies are folded, relays are told from origins: nobody counts twice."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import MONDAY, NINE, NOON, SIX, check, claim, sides, when

from conflicts import Claim, Vocabulary, statements
from conflicts.assertions import Assertion, Reader
from conflicts.items import Item
from conflicts.standing import Origin, Retractions, standing
from conflicts.statements import _sinks, fold, independent_origins

VOCABULARY = Vocabulary.default()


def killed(id_: str, value: str, source: str, *via: str) -> object:
    return claim(id_, "killed", value, source, via=via)


def origins(*claims: object) -> list[tuple[str, ...]]:
    (conflict,) = check(claims)  # type: ignore[arg-type]
    return [camp.origins for camp in conflict.camps]


def test_a_wire_copied_three_times_is_one_against_one() -> None:
    copies = [killed(f"copy {n}", "34", "ministry", "AFP", f"Daily {n}") for n in range(3)]
    report = check([killed("original", "34", "ministry", "AFP"), *copies, killed("other", "29", "police", "Reuters")])  # type: ignore[list-item]
    (conflict,) = report
    assert sides(report) == [{"other"}, {"original", "copy 0", "copy 1", "copy 2"}]
    assert [len(camp.statements) for camp in conflict.camps] == [1, 1]
    assert conflict.camps[1].claims[0].id == "original", "the shortest chain speaks"
    assert (conflict.n_pairs, conflict.retractions) == (1, 1)
    assert origins(*copies, killed("other", "29", "police")) == [("police",), ("ministry",)]


def test_a_hedge_lost_in_the_copy_is_the_copys() -> None:
    claims = [killed("a", "at least 34", "ministry", "AFP"), killed("b", "34", "ministry", "AFP", "Daily")]
    assert not check([*claims, killed("c", "40", "police")])  # type: ignore[list-item]


def test_a_relay_and_its_origin_are_one_origin() -> None:
    claims = [
        when("z", "Wednesday", "Zelensky", MONDAY),
        when("u", "Wednesday", "Umerov", MONDAY, via=["Zelensky"]),
        when("t", "Thursday", "a source", MONDAY, anonymous=True, via=["TASS"]),
    ]
    assert origins(*claims) == [("Umerov",), ("a source",)]


def test_sources_that_cite_each_other_are_one_origin() -> None:
    claims = [
        when("a", "Wednesday", "A", via=["B"]),
        when("b", "Wednesday", "B", via=["C"]),
        when("c", "Wednesday", "C", via=["A"]),
        when("d", "Wednesday", "D", via=["A"]),
        when("e", "Thursday", "E"),
    ]
    assert origins(*claims) == [("D",), ("E",)], "A passes on D, so the circle is no origin of its own"
    assert origins(*claims[:3], claims[4]) == [("A / B / C",), ("E",)]


def test_unnamed_sources_are_never_taken_for_one() -> None:
    unnamed = [
        when("a", "Wednesday", "a source", anonymous=True, via=["TASS"]),
        when("b", "Wednesday", "a source", anonymous=True, via=["AFP"]),
        when("c", "Wednesday", "an aide", anonymous=True, via=["AFP"]),
    ]
    assert origins(*unnamed, when("d", "Thursday", "E")) == [("a source", "a source", "an aide"), ("E",)]


def test_relays_that_differ_make_a_misquote_and_the_same_relay_does_not() -> None:
    (misquote,) = check([when("a", "Wednesday", "Z", SIX, via=["AP"]), when("b", "Thursday", "Z", SIX, via=["AFP"])])
    (contradiction,) = check([when("a", "Wednesday", "Z"), when("b", "Thursday", "Z")])
    assert (misquote.kind, contradiction.kind) == ("misquote", "self-contradiction")


def test_an_alias_of_a_relay_is_the_same_relay() -> None:
    claims = [when("a", "Wednesday", "Z", SIX, via=["AP"]), when("b", "Thursday", "Z", SIX, via=["Associated Press"])]
    (conflict,) = check(claims, aliases={"AP": ["Associated Press"]})
    assert conflict.kind == "self-contradiction"


def test_the_same_printed_twice_by_one_relay_is_one_statement() -> None:
    claims = [killed("a", "34", "ministry", "AFP"), killed("b", "34", "ministry", "AFP"), killed("c", "29", "police")]
    (conflict,) = check(claims)  # type: ignore[arg-type]
    assert [len(camp.statements) for camp in conflict.camps] == [1, 1]
    assert [len(camp.claims) for camp in conflict.camps] == [1, 2]
    assert conflict.n_pairs == 1


def test_of_one_chain_the_firm_print_speaks_before_the_hedged_one() -> None:
    for firm, hedged in (("a", "b"), ("b", "a")):
        told = [
            claim(firm, "killed", "34", "ministry", via=["AFP"]),
            claim(hedged, "killed", "34", "ministry", via=["AFP"], hedged=True),
            claim("c", "killed", "29", "police"),
        ]
        (conflict,) = check(told)
        assert conflict.severity.value == "contradiction"
        assert [camp.statements[0].claim.id for camp in conflict.camps] == ["c", firm]


def test_the_shortest_chain_speaks_though_a_copy_says_more() -> None:
    told = [
        claim("z", "killed", "34", "ministry", hedged=True),
        claim("a", "killed", "34", "ministry", via=["AFP"]),
        claim("c", "killed", "29", "police"),
    ]
    (conflict,) = check(told)
    assert conflict.severity.value == "tension", "the ministry itself was not sure"
    assert [camp.statements[0].claim.id for camp in conflict.camps] == ["c", "z"]


def test_chains_that_part_are_two_statements() -> None:
    told = [
        claim("a", "killed", "34", "ministry", via=["AFP"]),
        claim("b", "killed", "34", "ministry", via=["Reuters"]),
        claim("c", "killed", "29", "police"),
    ]
    (conflict,) = check(told)
    assert [len(camp.statements) for camp in conflict.camps] == [1, 2]
    assert conflict.camps[1].origins == ("ministry",), "two statements of one origin"


def test_a_longer_circle_and_what_hangs_on_it() -> None:
    told = [
        when("a", "Wednesday", "A", via=["B"]),
        when("b", "Wednesday", "B", via=["A"]),
        when("c", "Wednesday", "C", via=["D"]),
        when("d", "Wednesday", "D", via=["C"]),
        when("f", "Wednesday", "F"),
        when("e", "Thursday", "E"),
    ]
    assert origins(*told) == [("A / B", "C / D", "F"), ("E",)]


def test_of_two_names_of_one_source_the_first_by_alphabet_is_shown() -> None:
    for names in (("Associated Press", "AP"), ("AP", "Associated Press")):
        two = [claim("a", "killed", "12", names[0], via=["X"]), claim("b", "killed", "12", names[1], via=["Y"])]
        (conflict,) = check([*two, claim("c", "killed", "29", "E")], aliases={"AP": ["Associated Press"]})
        assert conflict.camps[0].origins == ("AP",)


# What is one statement, told by whom


def told(claims: Iterable[Claim]) -> list[tuple[str, str, str]]:
    """Of each statement the claim that speaks, its copies, and what restates it, by id."""
    reader = Reader(VOCABULARY)
    read = [found for found in map(reader.read, claims) if isinstance(found, Assertion)]
    item = Item(("the event", read[0].claim.attribute, "", "", ""), read[0].value.axis, read)
    stands = standing(item, VOCABULARY, Retractions((), VOCABULARY)).stands
    return [
        (
            s.claim.id,
            "".join(sorted(a.claim.id for a in s.copies)),
            "".join(sorted(a.claim.id for a in s.restated)),
        )
        for s in fold(item, stands, VOCABULARY)
    ]


def toll(id_: str, value: str, asserted_at: str | None = NINE, source: str = "Z", **fields: Any) -> Claim:
    return claim(id_, "killed", value, source, asserted_at, **fields)


STATEMENTS: list[tuple[str, list[Claim], list[tuple[str, str, str]], str]] = [
    ("two sources", [toll("b", "34"), toll("a", "34", source="Y")], [("a", "", ""), ("b", "", "")], "by their names"),
    ("a chain and a longer one", [toll("a", "34"), toll("b", "34", via=["AP"])], [("a", "b", "")], "the shorter one"),
    (
        "two links on",
        [toll("a", "34"), toll("b", "34", via=["AP", "Daily"])],
        [("a", "b", "")],
        "whoever stands between",
    ),
    (
        "a copy of a copy",
        [toll("a", "34", via=["AP"]), toll("b", "34", via=["AP", "Daily"]), toll("c", "34", via=["AP", "Daily", "X"])],
        [("a", "bc", "")],
        "the chain nearest to the source speaks for all that extend it",
    ),
    (
        "chains that part",
        [toll("a", "34", via=["AP"]), toll("b", "34", via=["AFP"]), toll("c", "34", via=["AFP", "AP"])],
        [("b", "c", ""), ("a", "", "")],
        "by relay, and a relay in another place is another chain",
    ),
    (
        "values that clash",
        [toll("a", "34"), toll("b", "35", via=["AP"]), toll("c", "35", via=["AP", "Daily"])],
        [("a", "", ""), ("b", "c", "")],
        "a copy of the misquote, not of what was said",
    ),
    (
        "of several the first that fits",
        [toll("a", "34"), toll("b", "35"), toll("c", "35", via=["AP"])],
        [("a", "", ""), ("b", "c", "")],
        "35 is no copy of 34",
    ),
    (
        "another moment",
        [toll("a", "34"), toll("b", "34", NOON)],
        [("a", "", ""), ("b", "", "")],
        "a toll may stand still, and is told anew",
    ),
    (
        "of no known time",
        [toll("a", "34", None), toll("b", "34", None), toll("c", "34")],
        [("a", "b", ""), ("c", "", "")],
        "a toll is of its moment",
    ),
    (
        "the same day",
        [toll("a", "34", MONDAY), toll("b", "34", MONDAY), toll("c", "34", "2025-07-21T09:00:00Z")],
        [("a", "b", ""), ("c", "", "")],
        "equal dates are one moment, as far as they tell",
    ),
    (
        "a lasting value of no known time",
        [when("a", "30 July 2025", "Z", None), when("b", "30 July 2025", "Z", SIX)],
        [("a", "b", "")],
        "nothing tells that it was said twice",
    ),
    (
        "a lasting value said again",
        [
            when("a", "July 30", "Z", SIX, via=["AP"]),
            when("b", "July 30", "Z", NINE, via=["AP"]),
            when("c", "July 30", "Z", SIX, via=["AP", "Daily"]),
        ],
        [("b", "", "ac")],
        "once",
    ),
    (
        "what a copy restates",
        [
            when("a", "in July", "Z", NINE),
            when("b", "July 30", "Z", NINE, via=["AP"]),
            when("c", "July 30", "Z", NOON, via=["AP"]),
        ],
        [("a", "b", "c")],
        "goes to the one that speaks",
    ),
    (
        "the finer print of one chain",
        [toll("a", "at least 30"), toll("b", "34"), toll("c", "at least 20")],
        [("b", "ac", "")],
        "speaks for the vaguer ones",
    ),
    (
        "the same print again",
        [toll("a", "at least 30"), toll("b", "at least 30"), toll("c", "at least 30"), toll("d", "34")],
        [("d", "abc", "")],
        "many prints of a vague one do not make it finer",
    ),
    (
        "of equals the first by id",
        [toll("b", "34"), toll("a", "34")],
        [("a", "b", "")],
        "whatever the order",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "claims", "expected", "why"), STATEMENTS, ids=[case[0] for case in STATEMENTS])
def test_what_is_one_statement(name: str, claims: list[Claim], expected: list[tuple[str, str, str]], why: str) -> None:
    for order in itertools.permutations(claims):
        assert told(order) == expected, why


def test_all_claims_of_a_statement() -> None:
    claims = [
        when("a", "July 30", "Z", NINE),
        when("b", "July 30", "Z", NINE, via=["AP"]),
        when("c", "July 30", "Z", NOON),
    ]
    (conflict,) = check([*claims, when("y", "July 31", "Y")])
    by_source = {s.claim.source: s for s in conflict.statements}
    assert [c.id for c in by_source["Z"].claims] == ["a", "b", "c"], "who speaks, the copies, what is said again"
    assert by_source["Z"].origin == ("z",)


def test_the_relays_of_a_statement_are_known_by_their_names() -> None:
    (conflict,) = check(
        [toll("a", "34", via=["The BBC", "AP"]), toll("b", "5", source="Y")], aliases={"BBC": ["The BBC"]}
    )
    assert {s.chain for s in conflict.statements} == {("bbc", "ap"), ()}


def test_of_very_many_prints_the_first_speaks_and_few_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [toll("a", "at least 30"), toll("b", "34"), toll("c", "at least 20")]
    assert [one for one, _, _ in told(claims)] == ["b"]
    monkeypatch.setattr(statements, "MANY", 2)
    assert [one for one, _, _ in told(claims)] == ["b"], "34 comes first by what is printed"
    finer = [toll("a", "at least 30"), toll("b", "at least 34"), toll("c", "at least 32")]
    assert [one for one, _, _ in told(finer)] == ["a"]
    monkeypatch.setattr(statements, "MANY", 3)
    assert [one for one, _, _ in told(finer)] == ["b"]
    apart = [toll(f"c{n}", str(10 + n)) for n in range(4)] + [toll("d", "13", via=["AP"])]
    assert told(apart)[-1] == ("c3", "d", "")
    monkeypatch.setattr(statements, "MOST_TRIED", 3)
    assert told(apart)[-1] == ("d", "", ""), "the fourth is not tried"


def test_a_long_chain_takes_a_step_a_relay() -> None:
    chain = [f"Relay {n}" for n in range(3000)]
    claims = [toll("a", "34", via=chain), toll("b", "34", via=[*chain, "Daily"]), toll("c", "34", via=chain[1:])]
    assert told(claims) == [("c", "", ""), ("a", "b", "")]


# Independent origins, against all walks

ARROWS = st.dictionaries(st.integers(0, 5), st.sets(st.integers(0, 5)), min_size=1, max_size=6)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(ARROWS)
def test_sinks_are_what_leads_to_nothing_but_itself(drawn: dict[int, set[int]]) -> None:
    nodes = {*drawn, *itertools.chain(*drawn.values())}
    arrows: dict[Origin, set[Origin]] = {(str(n),): {(str(m),) for m in drawn.get(n, ()) if m != n} for n in nodes}
    reach = {node: {node} for node in arrows}
    for _ in nodes:
        reach = {node: found.union(*(arrows[other] for other in found)) for node, found in reach.items()}
    expected = {frozenset(found) for found in reach.values() if all(reach[other] == found for other in found)}
    found_sinks = _sinks(arrows)
    assert {frozenset(sink) for sink in found_sinks} == expected
    assert len(found_sinks) == len(expected)
    assert all(len(sink) == len(set(sink)) for sink in found_sinks)


ORIGINS: list[tuple[str, list[Claim], tuple[str, ...], str]] = [
    ("alone", [toll("a", "34", source="A")], ("A",), "one voice"),
    ("two", [toll("a", "34", source="B"), toll("b", "34", source="A")], ("A", "B"), "sorted"),
    ("its own relay", [toll("a", "34", source="A", via=["A"])], ("A",), "who passes itself on is an origin"),
    (
        "a relay that says nothing itself",
        [toll("a", "34", source="A", via=["AP"]), toll("b", "34", source="B", via=["AP"])],
        ("A", "B"),
        "AP only carries them",
    ),
    (
        "through the relay of a copy",
        [toll("a", "34", source="A"), toll("b", "34", source="A", via=["B"]), toll("c", "34", source="B")],
        ("A",),
        "B had it from A, as A's copy shows",
    ),
    (
        "through the relay of what was said again",
        [
            when("a", "July 30", "A", NINE),
            when("b", "July 30", "A", NOON, via=["B"]),
            when("c", "July 30", "B", SIX),
        ],
        ("A",),
        "B had it from A",
    ),
    (
        "in a line",
        [toll("a", "34", source="A", via=["B"]), toll("b", "34", source="B", via=["C"]), toll("c", "34", source="C")],
        ("A",),
        "C has it from B, and B from A",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), ORIGINS, ids=[case[0] for case in ORIGINS])
def test_independent_origins(name: str, claims: list[Claim], expected: tuple[str, ...], why: str) -> None:
    reader = Reader(VOCABULARY)
    read = [found for found in map(reader.read, claims) if isinstance(found, Assertion)]
    item = Item(("the event", read[0].claim.attribute, "", "", ""), read[0].value.axis, read)
    stands = standing(item, VOCABULARY, Retractions((), VOCABULARY)).stands
    assert independent_origins(fold(item, stands, VOCABULARY), VOCABULARY) == expected, why
