"""From groups to what is found: which components are looked at, each set once, and in what order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

import pytest
from joint.joint_days import MONDAY, NINE, NOON, VOCABULARY, claim, days, grouped

from conflicts import Claim, Value
from conflicts.joint import Found, Joint, Ties, Voice, by_component, components, contradictions, ordered, voices
from conflicts.joint.problem import Problem, problems
from conflicts.standing import Retractions, standing
from conflicts.values.extent import Extent


def before(id_: str, a: str, b: str, source: str = "", asserted_at: str | None = NOON, **fields: Any) -> Claim:
    return Claim(a, "before", b, source or f"Source {id_}", id=id_, asserted_at=asserted_at, **fields)


def found(claims: Sequence[Claim], most: int = 100, size: int = 7) -> Found:
    retractions = Retractions([], VOCABULARY)
    return contradictions(grouped(claims), Ties(VOCABULARY), retractions, most=most, size=size)


def told(joints: Sequence[Joint]) -> list[str]:
    return ["".join(sorted(joint.ids)) + ("" if joint.is_firm else "?") for joint in ordered(joints)]


CIRCLE = [before("a", "A", "B"), before("b", "B", "C"), before("c", "C", "A")]
HEDGED = before("h", "C", "A", hedged=True)
ELSEWHERE = [before("x", "X", "Y"), before("y", "Y", "Z"), before("z", "Z", "X")]
LARGER = [before("p", "P", "Q"), before("q", "Q", "R"), before("r", "R", "S"), before("s", "S", "P")]

STORIES: list[tuple[str, list[Claim], list[str], str]] = [
    ("nothing", [], [], "nothing is said"),
    ("no circle", CIRCLE[:2], [], "A, B, C"),
    ("a circle", CIRCLE, ["abc"], "each before the next"),
    ("alone", [before("a", "A", "A")], ["a"], "one claim that is impossible"),
    ("a dispute", [before("a", "A", "B"), before("b", "B", "A")], [], "two on one item are told there"),
    ("one order beside it", [before("p", "P", "Q"), *CIRCLE, before("x", "X", "Y")], ["abc"], "of other events"),
    ("two stories", [*CIRCLE, *ELSEWHERE], ["abc", "xyz"], "each by itself"),
    ("the smaller first", [*LARGER, *ELSEWHERE], ["xyz", "pqrs"], "three are sooner looked through than four"),
    ("a tension last", [*CIRCLE[:2], HEDGED, *LARGER], ["pqrs", "abh?"], "what no reading helps comes first"),
    (
        "those that share no claim first",
        [*CIRCLE, before("d", "C", "A"), *ELSEWHERE],
        ["abc", "xyz", "abd"],
        "each says something new, and then the rest",
    ),
    (
        "of one size only",
        [*CIRCLE, before("d", "C", "A"), *LARGER],
        ["abc", "abd", "pqrs"],
        "a smaller set comes first, whether or not it shares a claim",
    ),
    (
        "a tension takes no claim from a contradiction",
        [*CIRCLE, HEDGED, *ELSEWHERE],
        ["abc", "xyz", "abh?"],
        "what is firm is put in order before",
    ),
    (
        "two figures",
        [claim("hall", "width", "9 m", id="w", source="W"), claim("hall", "length", "5 m", id="l", source="L")],
        ["lw"],
        "two claims on two items",
    ),
    (
        "at no known time",
        [before(c.id, c.subject, str(c.value), asserted_at=None) for c in CIRCLE],
        ["abc"],
        "when it was said is not asked",
    ),
    ("plan and fact", [*CIRCLE[:2], before("c", "C", "A", modality="plan")], [], "a plan does not contradict a fact"),
    (
        "the same in plan and fact",
        [
            Claim("A", "founded", days(5), "S", id="a", asserted_at=NOON),
            before("b", "A", "B", modality="plan"),
            before("c", "A", "B", "Other"),
            Claim("B", "founded", days(5), "T", id="d", asserted_at=NOON),
        ],
        ["acd", "abd"],
        "in each with what belongs to both, the facts first",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), STORIES, ids=[case[0] for case in STORIES])
def test_what_is_found_in_which_order(name: str, claims: list[Claim], expected: list[str], why: str) -> None:
    draw = random.Random(1)
    for _ in range(4):
        one = found(claims)
        assert told(one.joints) == expected, why
        assert not one.is_truncated
        draw.shuffle(claims)


def test_a_limit_in_one_component_is_told() -> None:
    many = [*CIRCLE, before("d", "C", "A"), before("e", "C", "A")]
    one = found([*many, *ELSEWHERE], most=2)
    assert one.is_truncated
    assert told(one.joints) == ["abc", "xyz", "abd"], "up to two of each component"
    assert not found([*many, *ELSEWHERE], most=3).is_truncated


def ring(n: int) -> list[Claim]:
    return [before(f"r{k}", f"R{k}", f"R{(k + 1) % n}") for k in range(n)]


def test_the_usual_limits() -> None:
    def usual(claims: list[Claim]) -> tuple[int, bool]:
        one = contradictions(grouped(claims), Ties(VOCABULARY), Retractions([], VOCABULARY))
        return len(one.joints), one.is_truncated

    assert usual(ring(7)) == (1, False), "seven claims are found"
    assert usual(ring(8)) == (1, True), "of eight it is said that there may be more"
    many = [*CIRCLE[:2], *(before(f"c{n}", "C", "A") for n in range(101))]
    assert usual(many[:-1]) == (100, False)
    assert usual(many) == (100, True)


def test_of_two_moments_a_set_is_told_once_and_without_more_than_it_takes() -> None:
    claims = [
        claim("strike", "dead", "5", NINE, id="a", source="A"),
        claim("strike", "women", "7", NINE, id="b", source="B"),
        claim("strike", "women", "8", MONDAY, id="c", source="C"),
        claim("strike", "dead", "6", NINE, id="d", source="D"),
    ]
    one = found(claims)
    assert len({joint.ids for joint in one.joints}) == len(one.joints)
    assert {"ab", "bd", "ac", "cd"} == set(told(one.joints))


def test_what_one_kind_of_clock_shows_with_more_claims_than_another_is_told_once() -> None:
    """By the clocks on the wall A starts after B has ended; as instants it takes its three hours to see that."""
    hour = 3600

    def at(extent: Extent, offset: int = 0, clock: Any = "floating") -> Value:
        return Value("time", extent, extent, clock, offset * hour)

    claims = [
        claim("A", "starts_at", at(Extent.at_least(10 * hour)), id="a", source="A"),
        claim("B", "ends_at", at(Extent.at_most(9 * hour), offset=-3), id="b", source="B"),
        before("c", "A", "B"),
        claim("A", "takes", Value.of("duration", (3 * hour, None)), id="d", source="D"),
        claim("B", "starts_at", at(Extent.at_least(0), clock="zoned"), id="e", source="E"),
    ]
    assert told(found(claims).joints) == ["abc"], "without b and c the others would be fine, whatever the clock"
    claims[1] = claim("B", "ends_at", at(Extent.at_most(9 * hour), offset=-3, clock="zoned"), id="b", source="B")
    assert told(found(claims).joints) == ["abc?"], "as instants too, if A's source speaks of its own clock"


def test_a_component_in_which_one_voice_speaks_of_two_events_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []

    def counted(voices: Sequence[Voice], ties: Ties) -> Iterator[Problem]:
        looked.append(len(voices))
        return problems(voices, ties)

    monkeypatch.setattr("conflicts.joint.find.problems", counted)
    assert not found([before("a", "A", "B"), before("b", "C", "B")]).joints
    assert not found([before("a", "A", "B")]).joints
    assert not found([before("a", "B", "A")]).joints
    assert looked == [2]
    assert told(found([before("a", "A", "A")]).joints) == ["a"]


def test_components_are_told_with_their_groups() -> None:
    claims = [*CIRCLE, *ELSEWHERE[:2], *LARGER]
    groups = grouped(claims)
    ties = Ties(VOCABULARY)
    assert sorted(len(one) for one in components(groups, ties)) == [2, 3, 4]
    looked = list(by_component(groups, ties, Retractions([], VOCABULARY), most=9, size=9))
    assert [({g.key[0] for g in component}, told(one.joints)) for component, one in looked] == [
        ({"a", "b"}, ["abc"]),
        ({"p", "q", "r"}, ["pqrs"]),
    ]


TIED: list[tuple[str, list[Claim], list[int], str]] = [
    ("two rules", [claim("A", "boys", "5"), claim("A", "girls", "5"), claim("A", "round", "1")], [3], "one subject"),
    ("a figure under no rule", [claim("A", "told_at", days(5)), before("a", "B", "C")], [1], "nothing ties it"),
    ("a figure alone", [claim("A", "boys", "5")], [], "no other to be tied to"),
    ("another scope", [claim("A", "boys", "5"), claim("A", "girls", "5", scope="Kyiv")], [], "another question"),
    (
        "the time of an event",
        [before("a", "A", "B"), claim("A", "starts_at", days(5)), claim("C", "starts_at", days(5))],
        [2],
        "C is in no order",
    ),
    (
        "a time that is told as a length too",
        [before("a", "A", "B"), claim("A", "held", Value.of("length", 5)), claim("A", "held", days(5))],
        [2],
        "one of them is a time",
    ),
    ("a time that is a volume", [before("a", "A", "B"), claim("A", "held", Value.of("volume", 5))], [1], "no time"),
    (
        "one of many",
        [before("a", "A", "B"), claim("A", "visitor", "B"), claim("A", "guest", "B")],
        [1],
        "a guest is no event",
    ),
    ("a time that is a length", [before("a", "A", "B"), claim("A", "held", Value.of("length", 5))], [1], "no time"),
    ("a time that moves", [before("a", "A", "B"), claim("A", "moves", days(5))], [1], "no one time of the event"),
    (
        "through two orders",
        [before("a", "A", "B"), before("b", "C", "D"), before("c", "B", "C"), before("d", "E", "F")],
        [1, 3],
        "A and D hang together",
    ),
    (
        "another scope of the order",
        [before("a", "A", "B"), claim("A", "starts_at", days(5), scope="Kyiv")],
        [1],
        "the strike on Kyiv is not the strike",
    ),
]


@pytest.mark.parametrize(("name", "claims", "sizes", "why"), TIED, ids=[case[0] for case in TIED])
def test_what_is_tied(name: str, claims: list[Claim], sizes: list[int], why: str) -> None:
    for told_ in (claims, claims[::-1]):
        assert sorted(len(one) for one in components(grouped(told_), Ties(VOCABULARY))) == sizes, why


def test_who_speaks() -> None:
    none = Retractions([], VOCABULARY)
    (alone,) = voices(grouped([before("a", "A", "B")])[0], VOCABULARY, none)
    assert (alone.assertion.claim.id, alone.statement.claim.id, alone.statement.copies) == ("a", "a", [])
    assert (alone.statement.origin, alone.statement.chain) == (("source a",), ())
    copies = [
        before("a", "A", "B", "S", via=["AFP"]),
        before("b", "A", "B", "S", via=["AFP", "Daily"]),
        before("c", "A", "B", "T"),
    ]
    (group,) = grouped(copies)
    told_ = voices(group, VOCABULARY, none)
    assert [voice.assertion.claim.id for voice in told_] == ["a", "c"], "a copy speaks for nobody"
    assert [a.claim.id for a in told_[0].statement.copies] == ["b"]
    assert len({voice.rank for voice in told_}) == 2


def test_who_speaks_alone_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[object] = []
    module = import_module("conflicts.joint.voices")  # the package shows the function of that name

    def counted(*given: object) -> object:
        judged.append(given)
        return standing(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "standing", counted)
    none = Retractions([], VOCABULARY)
    alone, two = grouped([before("a", "A", "B"), before("b", "B", "C"), before("c", "B", "C")])
    assert len(voices(alone, VOCABULARY, none)) == 1
    assert not judged
    assert len(voices(two, VOCABULARY, none)) == 2
    assert len(judged) == 1


def test_who_withdrew_is_silent() -> None:
    withdrawal = Claim("A", "before", "withdrawn", "Source a", id="w", asserted_at=NOON, retracts="a")
    (group,) = grouped(CIRCLE[:1])
    retractions = Retractions([(withdrawal, CIRCLE[0])], VOCABULARY)
    assert not voices(group, VOCABULARY, retractions)


def test_figures_on_two_axes_are_two_items() -> None:
    claims = [claim("hall", "length", "5 m", source="A"), claim("hall", "length", "5 hours", source="B")]
    (group,) = grouped(claims)
    told_ = voices(group, VOCABULARY, Retractions([], VOCABULARY))
    assert sorted(voice.item.axis for voice in told_) == ["duration", "length"]


@pytest.mark.parametrize(
    ("attribute", "role"),
    [("starts_at", "start"), ("ends_at", "end"), ("held", "whole"), ("told_at", "none"), ("arrested", None)],
)
def test_the_role_of_an_attribute(attribute: str, role: str | None) -> None:
    ties = Ties(VOCABULARY)
    assert ties.role(attribute) == role
    assert ties.role(attribute) == role, "asked again"
