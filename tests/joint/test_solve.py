"""The minimal sets of one problem against asking about every subset, and what limits leave out."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joint.joint_days import NOON, all_problems, claim, days

from conflicts import Claim, Value, Vocabulary
from conflicts.joint.budget import Budget
from conflicts.joint.differences import network_of
from conflicts.joint.oracle import Oracle
from conflicts.joint.problem import Problem
from conflicts.joint.solve import is_consistent, minimal_sets
from conflicts.values.extent import EVERYTHING, Extent

Labels = frozenset[int]


def ids(problem: Problem, sets: Iterable[Labels]) -> set[str]:
    """Sets by the letters that are their claims' ids: "abc"."""
    return {"".join(sorted(problem.voices[n].assertion.claim.id for n in one)) for one in sets}


def lettered(claims: Sequence[Claim]) -> list[Claim]:
    return [
        Claim(
            c.subject,
            c.attribute,
            c.value,
            f"Source {letter}",
            asserted_at=NOON,
            id=letter,
            hedged=c.hedged,
            polarity=c.polarity,
        )
        for letter, c in zip("abcdefghijklmnopqrstuvwxyz", claims, strict=False)
    ]


def found(claims: Sequence[Claim], most: int = 100, size: int = 7) -> tuple[set[str], set[str], bool]:
    """The contradictions and the tensions of a story that is one problem, and whether more may be left."""
    (problem,) = all_problems(lettered(claims))
    firm, tense = minimal_sets(problem, most, size)
    return ids(problem, firm.sets), ids(problem, tense.sets), firm.is_truncated or tense.is_truncated


def before(a: str, b: str, **fields: Any) -> Claim:
    return claim(a, "before", b, **fields)


def starts(event: str, lo: int, hi: int | None = None) -> Claim:
    return claim(event, "starts_at", days(lo, hi))


def ends(event: str, lo: int, hi: int | None = None) -> Claim:
    return claim(event, "ends_at", days(lo, hi))


def takes(event: str, lo: int, hi: int) -> Claim:
    return claim(event, "takes", Value.of("duration", (lo, hi)))


def of(attribute: str, *length: int | None) -> Claim:
    return claim("hall", attribute, Value.of("area" if attribute == "area" else "length", (length[0], length[-1])))


NAMED: list[tuple[str, list[Claim], set[str], set[str], str]] = [
    ("a chain", [before("A", "B"), before("B", "C")], set(), set(), "A, B, C"),
    ("a circle", [before("A", "B"), before("B", "C"), before("C", "A")], {"abc"}, set(), "each before the next"),
    ("of itself", [before("A", "A"), before("A", "B")], {"a"}, set(), "alone it is impossible"),
    (
        "two on one pair of events",
        [before("A", "B"), before("B", "A")],
        set(),
        set(),
        "a dispute on one item is told there",
    ),
    (
        "a dispute on one item in a larger circle",
        [before("A", "B"), before("B", "A"), before("B", "C"), before("C", "A")],
        {"acd"},
        set(),
        "a and b clash, and a with c and d",
    ),
    ("dates in order", [before("A", "B"), starts("A", 5), ends("B", 6)], set(), set(), "a day is enough"),
    ("dates out of order", [before("A", "B"), starts("A", 5), ends("B", 5)], {"abc"}, set(), "B cannot have been"),
    ("a duration that fits", [starts("A", 5), ends("A", 8), takes("A", 3, 4)], set(), set(), "from 5 to 8"),
    ("a duration too long", [starts("A", 5), ends("A", 8), takes("A", 4, 5)], {"abc"}, set(), "from 5 to 9 at least"),
    ("a duration too short", [starts("A", 5), ends("A", 8), takes("A", 1, 2)], {"abc"}, set(), "to 7 at most"),
    (
        "a duration that two events wait for",
        [starts("A", 5), takes("A", 3, 4), before("A", "B"), ends("B", 8)],
        {"abcd"},
        set(),
        "A lasts to 8 at least, and B is after it",
    ),
    ("two numbers", [of("width", 4), of("length", 4)], {"ab"}, set(), "narrower than long"),
    ("two numbers that fit", [of("width", 4), of("length", 4, 5)], set(), set(), "it may be 5 long"),
    ("a product", [of("width", 4), of("length", 5), of("area", 21)], {"abc"}, set(), "20 is not 21"),
    ("a product that fits", [of("width", 4), of("length", 5, 6), of("area", 21)], set(), set(), "5.25 long"),
    (
        "either of two days",
        [claim("A", "starts_at", days(0, extent=Extent.point(5) | Extent.point(9))), before("A", "B"), ends("B", 7)],
        set(),
        set(),
        "it was the fifth",
    ),
    (
        "neither of two days",
        [
            claim("A", "starts_at", days(0, extent=Extent.point(5) | Extent.point(9))),
            before("A", "B"),
            ends("B", 7),
            before("C", "A"),
            starts("C", 6),
        ],
        {"abcde"},
        set(),
        "before the seventh, but after the sixth",
    ),
    (
        "hedged",
        [before("A", "B"), before("B", "C"), before("C", "A", hedged=True)],
        set(),
        {"abc"},
        "one source was not sure",
    ),
    (
        "all of them hedged",
        [before("A", "B", hedged=True), before("B", "C", hedged=True), before("C", "A", hedged=True)],
        set(),
        {"abc"},
        "nobody was sure",
    ),
    (
        "a dispute on one item the long way round",
        [before("A", "B"), before("B", "A"), claim("B", "equals", "C")],
        set(),
        set(),
        "c is not needed for it",
    ),
    (
        "loosely another day",
        [
            before("A", "B"),
            starts("A", 5),
            claim("B", "ends_at", Value("time", Extent.point(4), Extent.closed(3, 6), "floating", 0)),
        ],
        set(),
        {"abc"},
        "the fourth may be the sixth",
    ),
    (
        "loosely anything, and a firm one beside it",
        [
            before("A", "B"),
            starts("A", 5),
            claim("B", "ends_at", Value("time", Extent.point(4), EVERYTHING, "floating", 0)),
            before("B", "C"),
            before("C", "A"),
        ],
        {"ade"},
        {"abc"},
        "each at its own level",
    ),
    (
        "two versions of one event",
        [claim("A", "arrested", days(5)), claim("A", "convicted", days(9)), before("A", "B"), ends("B", 7)],
        {"bcd"},
        set(),
        "the conviction was after B, whenever the arrest was",
    ),
    (
        "two versions that an order would make one",
        [claim("A", "equals", "B"), claim("A", "arrested", days(5)), claim("A", "convicted", days(9))],
        set(),
        set(),
        "B was at the same time as A, but as which of them is not known",
    ),
    (
        "two roles that are not declared, of two events",
        [before("A", "B"), claim("A", "arrested", days(9)), claim("B", "convicted", days(5))],
        {"abc"},
        set(),
        "each event has one version",
    ),
    (
        "an order between versions is told without the order of events",
        [claim("A", "arrested", days(9)), claim("A", "convicted", days(5)), before("A", "B")],
        {"ab"},
        set(),
        "nobody is convicted before the arrest",
    ),
]


@pytest.mark.parametrize(("name", "claims", "firm", "tense", "why"), NAMED, ids=[case[0] for case in NAMED])
def test_named_stories(name: str, claims: list[Claim], firm: set[str], tense: set[str], why: str) -> None:
    assert found(claims) == (firm, tense, False), why
    (problem,) = all_problems(lettered(claims))
    looked_at = {
        "two on one pair of events",
        "two versions that an order would make one",
        "a dispute on one item the long way round",
    }
    assert is_consistent(problem) is (not firm | tense and name not in looked_at)


# Rules of every form that a network can hold, and some that none can.
CONSTRAINTS = (
    "x <= y",
    "y < z",
    "z == x + w",
    "z == y + 2 * w",
    "x == y",
    "y >= x + 10 %",
    "2 * y < z + x",
    "2 * w + y == z",
    "3 * w + z <= y",
    "z - 2 * w <= x",
    "2 * z + x >= 70 %",
    "x + w < z",
    "y - w <= x",
    "z == 2 * x",
    "x + y + z <= 60 %",
)
ATTRIBUTES = {name: {"kind": "quantity", "unit": "%"} for name in "wxyz"}


@st.composite
def measured(draw: st.DrawFn) -> tuple[Vocabulary, list[Claim]]:
    rules = draw(st.lists(st.sampled_from(CONSTRAINTS), min_size=1, max_size=3, unique=True))
    vocabulary = Vocabulary.from_dict({"attributes": ATTRIBUTES, "constraints": rules})
    told = []
    for n in range(draw(st.integers(2, 5))):
        lo, width = Fraction(draw(st.integers(0, 4)), 10), Fraction(draw(st.integers(0, 2)), 10)
        sides = draw(st.tuples(st.sampled_from([0, 0, 1]), st.sampled_from([0, 0, -1]))) if width else (0, 0)
        whole = draw(st.sampled_from(["both", "both", "low", "high"]))
        extent = Extent([((lo, sides[0]), (lo + width, sides[1]))])
        extent = {"both": extent, "low": Extent.at_least(lo), "high": Extent.at_most(lo)}[whole]
        told.append(claim("hall", draw(st.sampled_from("wxyz")), Value.of("share", extent), source=f"S{n}", id=f"c{n}"))
    return vocabulary, told


def by_asking(problem: Problem) -> set[Labels]:
    """The minimal sets by asking the oracle about every subset, without those on one item."""
    oracle = Oracle(problem, Budget(10**9))
    least: list[Labels] = []
    for size in range(1, len(problem.voices) + 1):
        for chosen in map(frozenset, combinations(range(len(problem.voices)), size)):
            if not any(one <= chosen for one in least) and oracle.core(chosen) is not None:
                least.append(chosen)
    return {one for one in least if len(one) == 1 or len({problem.voices[n].key for n in one}) > 1}


@settings(max_examples=150, derandomize=True, deadline=None)
@given(measured())
def test_the_sets_are_those_of_asking_about_every_subset(story: tuple[Vocabulary, list[Claim]]) -> None:
    vocabulary, claims = story
    for problem in all_problems(claims, vocabulary):
        firm, tense = minimal_sets(problem, 1000, 9)
        assert not tense.sets
        if Oracle(problem, Budget(10**9)).core(frozenset()) is not None:
            assert not firm.sets, "rules that cannot hold by themselves are nobody's fault"
            continue
        assert not firm.is_truncated
        assert set(firm.sets) == by_asking(problem), vocabulary.constraints
        assert len(firm.sets) == len(set(firm.sets))


EDGES: list[tuple[str, str, bool]] = [
    ("x + w < z", "x 1, w 2, z 3", True),
    ("x + w < z", "x 1, w 2, z 4", False),
    ("x + w <= z", "x 1, w 2, z 3", False),
    ("x + w <= z", "x 1, w 3, z 3", True),
    ("2 * w + y == z", "w 2, y 1, z 5", False),
    ("2 * w + y == z", "w 2, y 1, z 4", True),
    ("2 * w + y == z", "w 2, y 1, z 6", True),
    ("3 * w + z <= y", "w 1, z 1, y 4", False),
    ("3 * w + z < y", "w 1, z 1, y 4", True),
    ("y >= x + 10 %", "x 3, y 4", False),
    ("y >= x + 10 %", "x 3, y 3", True),
    ("y > x + 10 %", "x 3, y 4", True),
    ("2 * x <= 2 * y + 40 %", "x 4, y 2", False),
    ("2 * x <= 2 * y + 40 %", "x 5, y 2", True),
    ("2 * x + w <= 2 * y + 40 %", "x 3, w 2, y 2", False),
    ("2 * x + w <= 2 * y + 40 %", "x 3, w 3, y 2", True),
    ("y == 2 * x", "x 2, y 4", False),
    ("y == 2 * x", "x 2, y 5", True),
    ("x + y <= 50 %", "x 3, y 2", False),
    ("x + y <= 50 %", "x 3, y 3", True),
    ("x + y + z <= 60 %", "x 2, y 2, z 2", False),
    ("x + y + z <= 60 %", "x 2, y 2, z 3", True),
    ("w + 2 * x == 2 * y", "w 2, x 1, y 2", False),
    ("w + 2 * x == 2 * y", "w 2, x 1, y 3", True),
    ("x + w <= z; w >= y", "x 1, y 2, z 3", False),
    ("x + w <= z; w >= y", "x 2, y 2, z 3", True),
    ("x + w <= z; x + w >= y", "y 3, z 3", False),
    ("x + w <= z; x + w >= y", "y 3, z 2", True),
]


@pytest.mark.parametrize(("rule", "told", "clashes"), EDGES)
def test_rules_at_their_limits(rule: str, told: str, clashes: bool) -> None:
    vocabulary = Vocabulary.from_dict({"attributes": ATTRIBUTES, "constraints": rule.split("; ")})
    claims = []
    for name, tenths in (part.split() for part in told.split(", ")):
        value = Value.of("share", Fraction(int(tenths), 10))
        claims.append(claim("hall", name, value, source=name, id=name))
    (problem,) = all_problems(claims, vocabulary)
    firm, _ = minimal_sets(problem, 9, 9)
    assert firm.sets == ([frozenset(range(len(claims)))] if clashes else [])
    assert is_consistent(problem) is not clashes


def test_figures_that_change_take_no_sides() -> None:
    attributes = {**ATTRIBUTES, "x": {**ATTRIBUTES["x"], "changes": "grows"}}
    vocabulary = Vocabulary.from_dict({"attributes": attributes, "constraints": ["x + y + z <= 60 %"]})
    claims = [
        claim("hall", name, Value.of("share", Fraction(tenths, 10)), source=f"{name} {tenths}", id=f"{name}{tenths}")
        for name, tenths in (("x", 3), ("x", 1), ("y", 2), ("z", 2), ("y", 4))
    ]
    for told in (claims, claims[::-1]):
        (problem,) = all_problems(told, vocabulary)
        firm, _ = minimal_sets(problem, 9, 9)
        assert ids(problem, firm.sets) == {"x3y2z2", "x3y4z2", "x1y4z2"}


NETWORKS: list[tuple[str, bool, str]] = [
    ("x <= y", True, "a difference"),
    ("x <= y + 10 %", True, "a difference and a constant"),
    ("2 * x <= 2 * y", True, "twice a difference"),
    ("z == x + w", True, "the difference of two, and a third that nothing else ties"),
    ("2 * w + y == z", True, "twice the third"),
    ("w + 2 * x == 2 * y", True, "half of the third"),
    ("z == x + w; y <= z", True, "x or w is tied by nothing else"),
    ("z == x + w; y <= x", True, "w is tied by nothing else"),
    ("z == x + w; y <= w", True, "x is tied by nothing else"),
    ("z == x + w; x <= y; w <= y", False, "all three are tied to others"),
    ("z == 2 * x", False, "no difference"),
    ("2 * z + x >= 70 %", False, "a sum"),
    ("x + y + z <= 60 %", False, "a sum of three"),
    ("w + x == y + z", False, "four numbers"),
    ("z == x * w", False, "a product"),
]


@pytest.mark.parametrize(("rule", "expected", "why"), NETWORKS, ids=[case[0] for case in NETWORKS])
def test_which_rules_a_network_can_hold(rule: str, expected: bool, why: str) -> None:
    vocabulary = Vocabulary.from_dict({"attributes": ATTRIBUTES, "constraints": rule.split("; ")})
    claims = [claim("hall", name, Value.of("share", Fraction(1, 2)), source=name) for name in "wxyz"]
    assert all(network_of(problem)[1] for problem in all_problems(claims, vocabulary)) is expected, why


def test_a_rule_of_which_one_number_is_left_is_a_bound() -> None:
    """Both attributes are the one start of the event, so what lies between them takes no time."""
    time = {"kind": "time", "role": "start"}
    attributes = {"starts_at": time, "begins_at": time, "takes": {"kind": "duration"}}
    vocabulary = Vocabulary.from_dict({"attributes": attributes, "constraints": ["begins_at >= starts_at + takes"]})
    for length, clashes in ((2, True), (0, False)):
        claims = [starts("A", 5), claim("A", "begins_at", days(5)), takes("A", length, 3)]
        problems = list(all_problems(claims, vocabulary))
        assert all(network_of(problem)[1] for problem in problems)
        found_ = [
            {problem.voices[n].key[1] for n in one}
            for problem in problems
            for one in minimal_sets(problem, 9, 9)[0].sets
        ]
        assert found_ == ([{"takes"}] if clashes else [])


def test_what_a_network_can_hold_needs_no_other_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*given: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr("conflicts.joint.solve.Oracle", none)
    assert found(ring(3)) == ({"abc"}, set(), False)
    (problem,) = all_problems([starts("A", 5), ends("A", 8), takes("A", 3, 4), before("A", "B")])
    assert is_consistent(problem)


@pytest.mark.parametrize("names", [("STEPS", "STEPS_AN_EDGE"), ("STEPS", "PASSES")])
def test_steps_that_are_used_up_are_told_of(names: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [*ring(7), *ring(7, "F"), *(before(f"E{n}", f"F{n}") for n in range(7))]
    assert found(claims)[2] is False
    for name in names:
        monkeypatch.setattr(f"conflicts.joint.solve.{name}", 0)
    assert found(claims)[2] is True


def test_the_steps_grow_with_the_edges(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conflicts.joint.solve.STEPS", 0)
    assert found(ring(3)) == ({"abc"}, set(), False)
    assert found(ring(7)) == ({"abcdefg"}, set(), False)
    assert is_consistent(all_problems(ring(30)[1:])[0])


def test_questions_that_are_used_up_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [of("width", 4), of("length", 5), of("area", 21), of("area", 22)]
    monkeypatch.setattr("conflicts.joint.solve.QUESTIONS", 20)
    firm, _, truncated = found(claims)
    assert truncated
    assert firm < {"abc", "abd"}
    (problem,) = all_problems([of("width", 4), of("length", 5), of("area", 20)])
    monkeypatch.setattr("conflicts.joint.solve.QUESTIONS", -1)
    assert not is_consistent(problem), "who could not ask does not know"


def ring(n: int, prefix: str = "E") -> list[Claim]:
    """n events, each before the next, back to the first."""
    return [before(f"{prefix}{k}", f"{prefix}{(k + 1) % n}") for k in range(n)]


LIMITS: list[tuple[str, list[Claim], int, int, int, bool, str]] = [
    ("as large as asked for", ring(4), 100, 4, 1, False, "that is all"),
    ("larger than asked for", ring(5), 100, 4, 0, True, "something is left, and it is said"),
    ("larger than the usual limit", ring(9), 100, 7, 1, True, "where there is nothing else, one larger is shown"),
    ("larger than a higher limit", ring(12), 100, 9, 1, True, "so it is with a higher one"),
    ("larger than a low limit", ring(9), 100, 6, 0, True, "who asks for less gets less"),
    ("one beside a larger one", [*ring(3), before("E2", "F"), *ring(9)[3:]], 100, 7, 1, False, "F is in no circle"),
    ("none wanted", ring(3), 0, 7, 0, True, "they are there all the same"),
    ("as many as asked for", ring(3), 1, 7, 1, False, "that is all"),
]


@pytest.mark.parametrize(
    ("name", "claims", "most", "size", "n", "truncated", "why"), LIMITS, ids=[case[0] for case in LIMITS]
)
def test_limits(name: str, claims: list[Claim], most: int, size: int, n: int, truncated: bool, why: str) -> None:
    firm, tense, is_truncated = found(claims, most, size)
    assert (len(firm), tense, is_truncated) == (n, set(), truncated), why


def parallel(n: int) -> list[Claim]:
    """A circle of three events, of which n say the one side."""
    return [before("A", "B"), before("B", "C"), *(before("C", "A") for _ in range(n))]


def test_more_than_asked_for_are_not_looked_for() -> None:
    assert found(parallel(5)) == ({f"ab{x}" for x in "cdefg"}, set(), False)
    for most in (1, 2, 4):
        firm, _, truncated = found(parallel(5), most)
        assert len(firm) == most
        assert truncated
    assert found(parallel(5), 5)[2] is False


def test_a_larger_set_beside_a_small_one_is_told_of() -> None:
    claims = [*ring(3, "A"), before("A0", "B1"), *ring(9, "B")]
    firm, _, truncated = found(claims, size=7)
    assert firm == {"abc"}, "the small one is shown"
    assert truncated, "the circle of nine is not"
    shared = [*ring(3, "A"), before("A1", "B0"), *ring(8, "B")[:-1], before("B7", "A0")]
    assert found(shared, size=7)[::2] == ({"abc"}, True), "a larger one of which one claim is in a small one, too"
    much = [*ring(3, "A"), before("A0", "B1"), *ring(15, "B")]
    assert found(much, size=7)[::2] == ({"abc"}, True), "nor one that is larger than what is tried beyond"
    assert found(much[:-1], size=7)[::2] == ({"abc"}, False), "a chain is no circle"


def test_a_dispute_on_one_item_leaves_nothing_out() -> None:
    dispute = [starts("A0", 1), starts("A0", 9)]
    chain = [before(f"A{k}", f"A{k + 1}") for k in range(9)]
    assert found([*dispute, *chain], size=7) == (set(), set(), False), "told at the item, and nothing else is wrong"
    joined = [*dispute, *ring(3, "A"), *chain[2:]]
    assert found(joined, size=7) == ({"cde"}, set(), False), "nor is there more than the circle"
    late = [*dispute, *chain, starts("A9", 5)]
    assert found(late, size=7)[2], "begun on the ninth, it cannot come nine steps before the fifth"
    assert found(late, size=11) == ({"bcdefghijkl"}, set(), False)
    early = [*dispute, *chain, starts("A9", 12), ends("A9", 30)]
    assert found(early, size=7) == (set(), set(), False), "either side leaves time enough"


def test_of_sums_too_the_larger_are_left_out() -> None:
    claims = [starts("A", 5), takes("A", 3, 4), before("A", "B"), ends("B", 8)]
    assert found(claims, size=4) == ({"abcd"}, set(), False)
    assert found(claims, size=3) == (set(), set(), True)
    hall = [of("width", 4), of("length", 5), of("area", 21)]
    assert found(hall, size=2) == (set(), set(), True)
    assert found(hall, most=0) == (set(), set(), True)


def test_of_the_larger_sets_that_questions_find_one_is_shown() -> None:
    choice = claim("X", "starts_at", days(0, extent=Extent.point(5) | Extent.point(9)))
    claims = [*ring(8), before("E7", "E0"), choice, before("X", "E0")]
    assert found(claims, size=8) == ({"abcdefgh", "abcdefgi"}, set(), False)
    assert found(claims) == ({"abcdefgh"}, set(), True)


def test_very_many_voices_with_choices_are_looked_at_as_a_network_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choice = claim("X", "starts_at", days(0, extent=Extent.point(5) | Extent.point(9)))
    claims = [
        choice,
        before("X", "A"),
        before("A", "B"),
        before("B", "X"),
        ends("A", 7),
        before("Y", "X"),
        ends("Y", 6),
    ]
    assert found(claims) == ({"bcd", "abefg"}, set(), False)
    monkeypatch.setattr("conflicts.joint.solve.MOST_ASKED", 7)
    assert found(claims) == ({"bcd", "abefg"}, set(), False), "seven are not too many"
    monkeypatch.setattr("conflicts.joint.solve.MOST_ASKED", 6)
    assert found(claims) == ({"bcd"}, set(), True), "on the fifth or the ninth is taken for between them"
    assert found([choice, before("X", "A"), ends("A", 4)]) == ({"abc"}, set(), False)


def test_very_many_voices_on_products_show_one_set_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [of("width", 4), of("length", 5), of("area", 21), of("area", 22)]
    assert found(claims) == ({"abc", "abd"}, set(), False)
    monkeypatch.setattr("conflicts.joint.solve.MOST_ASKED", 3)
    firm, _, truncated = found(claims)
    assert len(firm) == 1
    assert firm < {"abc", "abd"}
    assert truncated
    assert found(claims, size=9)[0] == firm
    assert found(claims, size=6) == (set(), set(), True), "who asks for less gets less"


def test_the_one_set_is_looked_for_on_every_side_of_a_dispute(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [of("width", 4), of("length", 5), of("length", 6), of("area", 20)]
    monkeypatch.setattr("conflicts.joint.solve.MOST_ASKED", 3)
    assert found(claims) == ({"acd"}, set(), True), "five long would do, six would not"


def test_more_sides_than_are_looked_at_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = [of("width", 4), of("width", 5), of("length", 5), of("length", 6), of("area", 21), of("area", 31)]
    firm, _, truncated = found(claims)
    assert not truncated
    assert firm == {"bc", "be", "cf", "ace", "ade", "adf", "bdf"}, "5 long is 6.2 wide to make 31"
    monkeypatch.setattr("conflicts.joint.solve.MOST_SIDES", 3)
    fewer, _, truncated = found(claims)
    assert truncated
    assert fewer < firm


def test_the_order_of_voices_changes_no_set() -> None:
    draw = random.Random(5)
    for _ in range(30):
        events = "ABCD"
        claims = [before(*draw.sample(events, 2)) for _ in range(7)]
        claims += [starts(draw.choice(events), draw.randint(3, 6)), ends(draw.choice(events), draw.randint(3, 6))]
        told = lettered(claims)
        shuffled = draw.sample(told, len(told))
        one = [ids(p, s.sets) for p in all_problems(told) for s in minimal_sets(p, 100, 9)]
        other = [ids(p, s.sets) for p in all_problems(shuffled) for s in minimal_sets(p, 100, 9)]
        assert sorted(map(sorted, one)) == sorted(map(sorted, other))
