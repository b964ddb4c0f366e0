"""What becomes a condition: the numbers of a component, who bounds which of them, and the rules between them.

Times are told in days of a made-up clock, so that the conditions can be read: "start of strike >= 5".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve
from joint.joint_days import (
    MONDAY,
    NINE,
    NOON,
    TEN,
    VOCABULARY,
    all_problems,
    claim,
    days,
    number,
    row_words,
    rules,
    told,
    told_of,
)

from conflicts import Claim, Value, Vocabulary
from conflicts.values.extent import NOT_SETTLED, NOTHING_SUCH, Extent

ORDERED = claim("strike", "before", "truce")

ONE: list[tuple[str, list[Claim], set[str], str]] = [
    ("an order", [ORDERED], {"end of strike < start of truce"}, "over before the other begins"),
    (
        "a start",
        [ORDERED, claim("truce", "starts_at", days(5))],
        {"end of strike < start of truce", "start of truce <= 5", "start of truce >= 5"},
        "the first moment of the event",
    ),
    (
        "an end",
        [ORDERED, claim("truce", "ends_at", days(5, 7))],
        {"end of strike < start of truce", "end of truce <= 7", "end of truce >= 5"},
        "the last moment",
    ),
    (
        "the whole event",
        [ORDERED, claim("truce", "held", days(5, 7))],
        {"end of strike < start of truce", "end of truce <= 7", "start of truce >= 5"},
        "all of it lies within",
    ),
    (
        "another moment",
        [ORDERED, claim("truce", "told_at", days(5))],
        {"end of strike < start of truce"},
        "when it was told says nothing of when it was",
    ),
    (
        "a role that is not declared",
        [ORDERED, claim("truce", "arrested", days(5))],
        {"end of strike < start of truce", "start of truce <= 5", "start of truce >= 5"},
        "taken for the start",
    ),
    (
        "an open end",
        [ORDERED, claim("truce", "starts_at", days(5, None, extent=Extent.at_least(5)))],
        {"end of strike < start of truce", "start of truce >= 5"},
        "from day 5 on",
    ),
    (
        "ends that are left out",
        [ORDERED, claim("truce", "starts_at", days(0, extent=Extent([((5, 1), (7, -1))])))],
        {"end of strike < start of truce", "start of truce < 7", "start of truce > 5"},
        "after day 5 and before day 7",
    ),
    (
        "one of two days",
        [ORDERED, claim("truce", "starts_at", days(0, extent=Extent.point(5) | Extent.point(7)))],
        {
            "end of strike < start of truce",
            "start of truce <= 5 and start of truce >= 5 or start of truce <= 7 and start of truce >= 7",
        },
        "which of them is not known",
    ),
    (
        "never",
        [ORDERED, claim("truce", "starts_at", days(0, extent=NOTHING_SUCH))],
        {"end of strike < start of truce"},
        "no bound on a line",
    ),
    (
        "never, or on a day",
        [ORDERED, claim("truce", "starts_at", days(0, extent=NOT_SETTLED | Extent.point(5)))],
        {"end of strike < start of truce", "start of truce <= 5", "start of truce >= 5"},
        "towards other items it speaks of a start that there is",
    ),
    (
        "a time that changes",
        [ORDERED, claim("truce", "moves", days(5))],
        {"end of strike < start of truce"},
        "an event has one start",
    ),
    (
        "a part and the whole",
        [claim("strike", "boys", "5"), claim("strike", "girls", "at least 3"), claim("strike", "children", "up to 9")],
        {
            "boys count of strike <= 5",
            "boys count of strike >= 5",
            "girls count of strike >= 3",
            "children count of strike <= 9",
        },
        "figures bound themselves",
    ),
    (
        "counts are whole",
        [
            claim("strike", "boys", Value.of("count", (2.5, 5.5))),
            claim("strike", "girls", Value.of("count", Extent([((2, 1), (6, -1))]))),
            claim("strike", "children", "9"),
        ],
        {
            "boys count of strike >= 3",
            "boys count of strike <= 5",
            "girls count of strike >= 3",
            "girls count of strike <= 5",
            "children count of strike <= 9",
            "children count of strike >= 9",
        },
        "between 2.5 and 5.5 lie 3 to 5, between 2 and 6 (left out) 3 to 5",
    ),
    (
        "measures are not",
        [claim("hall", "length", Value.of("length", (2.5, 5.5))), claim("hall", "width", Value.of("length", 2))],
        {
            "length length of hall >= 5/2",
            "length length of hall <= 11/2",
            "width length of hall >= 2",
            "width length of hall <= 2",
        },
        "half a metre is a length",
    ),
    (
        "a duration between two ends",
        [
            claim("strike", "starts_at", days(5)),
            claim("strike", "ends_at", days(9)),
            claim("strike", "takes", Value.of("duration", (2, 3))),
        ],
        {
            "start of strike >= 5",
            "start of strike <= 5",
            "end of strike >= 9",
            "end of strike <= 9",
            "takes duration of strike >= 2",
            "takes duration of strike <= 3",
        },
        "the ends of the event and the length",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), ONE, ids=[case[0] for case in ONE])
def test_what_voices_say(name: str, claims: list[Claim], expected: set[str], why: str) -> None:
    for shuffled in (claims, claims[::-1]):
        (found,) = told_of(shuffled)
        assert found == expected, why


def test_every_event_starts_before_it_ends() -> None:
    (problem,) = all_problems([ORDERED])
    assert rules(problem) == {"start of strike < end of strike", "start of truce < end of truce"}
    assert problem.n == 5, "the origin and four ends"


RULES: list[tuple[str, list[Claim], set[str], str]] = [
    (
        "a sum",
        [claim("strike", "boys", "5"), claim("strike", "girls", "3"), claim("strike", "children", "9")],
        {"boys + girls == children"},
        "all three are told of",
    ),
    (
        "a sum with a part of which nobody speaks",
        [claim("strike", "boys", "5"), claim("strike", "children", "9")],
        set(),
        "the girls can make up for anything",
    ),
    (
        "two rules that are one",
        [
            claim("strike", "starts_at", days(5)),
            claim("strike", "begins_at", days(5)),
            claim("strike", "ends_at", days(9)),
            claim("strike", "takes", Value.of("duration", 4)),
        ],
        {"ends_at == begins_at + takes", "start of strike < end of strike"},
        "both attributes bound the one start",
    ),
    (
        "of two rules that are one the one in the words of the claims",
        [
            claim("strike", "starts_at", days(5)),
            claim("strike", "ends_at", days(9)),
            claim("strike", "takes", Value.of("duration", 4)),
        ],
        {"ends_at == starts_at + takes", "start of strike < end of strike"},
        "nobody says when it begins",
    ),
    (
        "an end of which nobody speaks",
        [
            claim("strike", "before", "truce"),
            claim("strike", "starts_at", days(5)),
            claim("strike", "takes", Value.of("duration", 4)),
        ],
        {"ends_at == starts_at + takes", "start of strike < end of strike", "start of truce < end of truce"},
        "it is over before the truce all the same",
    ),
    (
        "a product",
        [
            claim("hall", "length", Value.of("length", 5)),
            claim("hall", "width", Value.of("length", 4)),
            claim("hall", "area", Value.of("area", 21)),
        ],
        {"area == length * width", "width < length"},
        "kept as it is",
    ),
    (
        "attributes on another line",
        [claim("hall", "length", Value.of("duration", 5)), claim("hall", "width", Value.of("length", 4))],
        set(),
        "a length in hours is not compared",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "why"), RULES, ids=[case[0] for case in RULES])
def test_which_rules_tie_numbers(name: str, claims: list[Claim], expected: set[str], why: str) -> None:
    for shuffled in (claims, claims[::-1]):
        found = [rules(problem) for problem in all_problems(shuffled)]
        assert set().union(*found) == expected, why


def test_two_moments_that_no_role_tells_apart_are_two_versions_of_the_event() -> None:
    claims = [
        claim("trial", "before", "appeal"),
        claim("trial", "arrested", days(5)),
        claim("trial", "convicted", days(9)),
    ]
    (problem,) = all_problems(claims)
    assert told(problem) == {
        "end of trial (arrested) < start of appeal",
        "end of trial (convicted) < start of appeal",
        "start of trial (arrested) <= 5",
        "start of trial (arrested) >= 5",
        "start of trial (convicted) <= 9",
        "start of trial (convicted) >= 9",
    }
    assert "arrested <= convicted" in rules(problem)
    both = [*claims, claim("trial", "ends_at", days(8))]
    (problem,) = all_problems(both)
    assert {"end of trial (arrested) <= 8", "end of trial (convicted) <= 8"} <= told(problem), "an end is that of each"
    itself = [claim("trial", "before", "trial"), *claims[1:]]
    (problem,) = all_problems(itself)
    assert "end of trial (arrested) < start of trial (arrested)" in told(problem)
    assert "end of trial (arrested) < start of trial (convicted)" not in told(problem), "one is not the other"


def test_of_itself_an_event_needs_no_other() -> None:
    assert told_of([claim("trial", "before", "trial")]) == [{"end of trial < start of trial"}]


def test_plans_and_facts_are_apart_and_what_is_timeless_is_in_both() -> None:
    claims = [
        claim("strike", "before", "truce"),
        claim("strike", "before", "truce", modality="plan", source="AFP"),
        claim("truce", "due", days(5)),
        claim("strike", "starts_at", days(3)),
        claim("strike", "founded", days(1)),
    ]
    fact, plan = told_of(claims)
    both = {"end of strike < start of truce", "start of strike >= 1", "start of strike <= 1"}
    assert fact == both | {"start of strike >= 3", "start of strike <= 3"}
    assert plan == both | {"start of truce >= 5", "start of truce <= 5"}
    (timeless,) = told_of([claim("talks", "round", "3"), claim("talks", "earlier", "3")])
    assert len(timeless) == 4


def test_what_no_claim_ties_is_no_component() -> None:
    assert not all_problems([claim("strike", "starts_at", days(5)), claim("truce", "starts_at", days(6))])
    assert not all_problems([claim("strike", "boys", "5"), claim("raid", "children", "3")])
    assert not all_problems([claim("strike", "boys", "5", scope="Kyiv"), claim("strike", "children", "3")])
    assert not all_problems([claim("strike", "told_at", days(5)), claim("strike", "starts_at", days(5))])


def test_parts_that_share_no_number_are_problems_of_their_own() -> None:
    claims = [
        claim("strike", "boys", "5"),
        claim("strike", "girls", "5"),
        claim("strike", "children", "9"),
        claim("strike", "round", "3"),
        claim("strike", "earlier", "3"),
    ]
    found = told_of(claims)
    assert sorted(len(part) for part in found) == [4, 6]
    assert all(problem.n == len(problem.voices) + 1 for problem in all_problems(claims))


def toll(attribute: str, figure: str, at: str, **fields: Any) -> Claim:
    return claim("strike", attribute, figure, at, **fields)


def by_moment(claims: Sequence[Claim]) -> dict[str, set[str]]:
    found = {}
    for problem in all_problems(claims):
        assert problem.moment is not None
        found[str(problem.moment.assertion.as_of)[11:16] or "day"] = told(problem)
    return found


DEAD, WOMEN = "dead count of strike", "women count of strike"


def test_a_growing_figure_bounds_later_ones_from_below_and_earlier_ones_from_above() -> None:
    assert by_moment([toll("dead", "5", NINE), toll("women", "7", NOON)]) == {
        "09:00": {f"{DEAD} <= 5", f"{DEAD} >= 5", f"{WOMEN} <= 7"},
        "12:00": {f"{DEAD} >= 5", f"{WOMEN} <= 7", f"{WOMEN} >= 7"},
    }


def test_without_a_moment_what_changes_says_nothing_unless_all_moments_are_taken_for_one() -> None:
    problem = all_problems([toll("dead", "5", NINE), toll("women", "7", NOON), toll("crew", "3", NOON)])[0]
    crew = {"crew count of strike <= 3", "crew count of strike >= 3"}
    assert told(evolve(problem, moment=None)) == crew
    figures = {f"{DEAD} <= 5", f"{DEAD} >= 5", f"{WOMEN} <= 7", f"{WOMEN} >= 7"}
    assert told(evolve(problem, ignores_moments=True)) == told(evolve(problem, moment=None, ignores_moments=True))
    assert told(evolve(problem, ignores_moments=True)) == crew | figures


def test_a_part_has_the_rules_that_lead_on_from_its_numbers_and_no_others() -> None:
    claims = [
        claim("strike", "women", "7"),
        claim("strike", "dead", "8"),
        claim("strike", "crew", "9"),
        claim("hall", "length", Value.of("length", 5)),
        claim("hall", "width", Value.of("length", 4)),
        claim("strike", "before", "hall"),
    ]
    problem = all_problems(claims)[0]
    at = {voice.key[1]: n for n, voice in enumerate(problem.voices)}
    part = problem.part([at["women"]])
    assert rules(part) == {"women <= dead", "dead <= crew"}
    assert sorted(number(part, x) for x in range(1, part.n)) == [
        "crew count of strike",
        "dead count of strike",
        "women count of strike",
    ]
    assert part.counts == {1, 2, 3}, "numbers of its own"
    assert told(part) == {f"{WOMEN} <= 7", f"{WOMEN} >= 7"}
    assert told(problem.part([])) == rules(problem.part(())) == set()


def test_what_never_changes_bounds_every_moment() -> None:
    crew = {"crew count of strike <= 3", "crew count of strike >= 3"}
    assert by_moment([toll("dead", "5", NINE), toll("crew", "3", NOON), toll("dead", "6", NOON, source="AFP")]) == {
        "09:00": crew | {f"{DEAD} <= 5", f"{DEAD} >= 5", f"{DEAD} <= 6"},
        "12:00": crew | {f"{DEAD} >= 5", f"{DEAD} <= 6", f"{DEAD} >= 6"},
    }


def test_what_changes_freely_bounds_its_own_moment_alone() -> None:
    free = by_moment([toll("homeless", "5", NINE), toll("sheltered", "7", NOON), toll("sheltered", "8", NINE)])
    assert free == {
        "09:00": {
            "homeless count of strike <= 5",
            "homeless count of strike >= 5",
            "sheltered count of strike <= 8",
            "sheltered count of strike >= 8",
        },
        "12:00": {"sheltered count of strike <= 7", "sheltered count of strike >= 7"},
    }


def test_of_one_day_the_order_is_not_known() -> None:
    claims = [toll("dead", "5", MONDAY), toll("women", "7", MONDAY)]
    found = all_problems(claims)
    assert len(found) == 2, "each has a moment of its own"
    for problem in found:
        assert told(problem) == {f"{DEAD} <= 5", f"{DEAD} >= 5", f"{WOMEN} <= 7", f"{WOMEN} >= 7"}, "strictly the same"
        loose = told(evolve(problem, is_loose=True))
        assert loose in ({f"{DEAD} <= 5", f"{DEAD} >= 5"}, {f"{WOMEN} <= 7", f"{WOMEN} >= 7"}), "loosely each may be"


def test_a_day_and_an_hour_of_it_are_not_one_moment() -> None:
    found = all_problems([toll("dead", "5", MONDAY), toll("women", "7", f"{MONDAY}T09:00:00+03:00")])
    own = [{f"{DEAD} <= 5", f"{DEAD} >= 5"}, {f"{WOMEN} <= 7", f"{WOMEN} >= 7"}]
    assert sorted(map(sorted, map(told, found))) == sorted(map(sorted, own)), "which was first is not known"


def test_one_instant_in_two_zones_is_one_moment() -> None:
    assert len(all_problems([toll("dead", "5", NOON), toll("women", "7", "2025-07-22T09:00:00+00:00")])) == 1


def test_what_is_said_as_of_another_moment_counts_there() -> None:
    claims = [toll("dead", "5", NOON, as_of=TEN), toll("women", "7", NINE, as_of=TEN)]
    assert by_moment(claims) == {"10:00": {f"{DEAD} <= 5", f"{DEAD} >= 5", f"{WOMEN} <= 7", f"{WOMEN} >= 7"}}


def test_two_kinds_of_clock_are_looked_at_apart_and_then_together_with_slack() -> None:
    hour = 3600
    claims = [
        ORDERED,
        claim("strike", "starts_at", days(0)),
        claim("truce", "starts_at", days(5, clock="zoned")),
    ]
    floating, zoned, both = all_problems(claims)
    order = {"end of strike < start of truce"}
    assert (floating.clock, zoned.clock, both.clock, both.has_slack) == ("floating", "zoned", None, True)
    assert told(floating) == order | {"start of strike <= 0", "start of strike >= 0"}
    assert told(zoned) == order | {"start of truce <= 5", "start of truce >= 5"}
    assert told(both) == told(floating) | told(zoned), "strictly at the speaker's offset"
    assert told(evolve(both, is_loose=True)) == order | {
        f"start of strike <= {12 * hour}",
        f"start of strike >= {-14 * hour}",
        "start of truce <= 5",
        "start of truce >= 5",
    }, "loosely anywhere on Earth"


def test_on_one_kind_of_clock_there_is_no_slack() -> None:
    (problem,) = all_problems([ORDERED, claim("strike", "starts_at", days(0))])
    assert (problem.clock, problem.has_slack, problem.is_loose, problem.is_partial) == (None, False, False, False)
    assert len(all_problems([claim("strike", "starts_at", days(0)), claim("strike", "ends_at", days(3))])) == 1
    said = [voice.assertion.value for voice in problem.voices]
    assert [problem.value(n) for n in range(2)] == said, "on the clock that it was told on"


def test_the_hull_holds_what_all_options_share() -> None:
    either = Extent.closed(3, 5) | Extent([((7, 0), (9, -1))])
    (problem,) = all_problems([ORDERED, claim("truce", "starts_at", days(0, extent=either))])
    n = next(n for n, voice in enumerate(problem.voices) if voice.key[1] == "starts_at")
    assert {row_words(problem, row) for row in problem.hull(n)} == {"start of truce < 9", "start of truce >= 3"}
    late = Extent.closed(3, 5) | Extent.at_least(7)
    (problem,) = all_problems([ORDERED, claim("truce", "starts_at", days(0, extent=late))])
    n = next(n for n, voice in enumerate(problem.voices) if voice.key[1] == "starts_at")
    assert {row_words(problem, row) for row in problem.hull(n)} == {"start of truce >= 3"}, "one of them has no end"


def test_an_order_that_says_nothing_is_no_condition() -> None:
    hedged = claim("strike", "before", "truce", hedged=True)
    (problem,) = all_problems([hedged])
    assert told(problem) == {"end of strike < start of truce"}
    assert told(evolve(problem, is_loose=True)) == set()


NEEDED: list[tuple[tuple[str, ...], str, set[str], str]] = [
    (("a <= b",), "ab", {"a <= b"}, "both are told"),
    (("a <= b",), "ac", set(), "b can be as large as it takes"),
    (("a <= b", "c <= b"), "ac", set(), "large enough for both"),
    (("b <= a", "b <= c"), "ac", set(), "small enough for both"),
    (("a <= b", "b <= c"), "ac", {"a <= b", "b <= c"}, "b lies between the two"),
    (("a <= 0.5 * b", "b <= c"), "ac", {"a <= 0.5 * b", "b <= c"}, "half of it, too"),
    (("a <= b", "b <= c"), "ad", set(), "c can be large enough for b, and then b for a"),
    (("a <= b", "b <= c", "a < d"), "ad", {"a < d"}, "one chain ends, the other does not"),
    (("a == b",), "ac", set(), "b is what a is"),
    (("a == b", "c == b"), "ac", {"a == b", "c == b"}, "b cannot be both"),
    (("a == b", "b <= c"), "ac", {"a == b", "b <= c"}, "b is a, so it is not as small as it may have to be"),
    (("a == b * d", "c == b"), "ac", set(), "with d whatever it takes"),
    (("a == b * d", "c == b"), "acd", {"a == b * d", "c == b"}, "b stands in a product and in a sum"),
]


@pytest.mark.parametrize(("constraints", "told_", "expected", "why"), NEEDED)
def test_rules_that_a_number_of_no_other_use_can_always_satisfy_are_left_out(
    constraints: tuple[str, ...], told_: str, expected: set[str], why: str
) -> None:
    attributes = {name: {"kind": "quantity"} for name in "abcd"}
    vocabulary = Vocabulary.from_dict({"attributes": attributes, "constraints": constraints})
    claims = [claim("strike", name, Value.of("count", 5)) for name in told_]
    for shuffled in (claims, claims[::-1]):
        assert set().union(*(rules(problem) for problem in all_problems(shuffled, vocabulary))) == expected, why


def test_of_very_many_figures_that_change_only_the_moments_that_matter_are_looked_at() -> None:
    def at(n: int) -> str:
        return f"2025-07-{1 + n // 24:02}T{n % 24:02}:00:00+03:00"

    def feed(n: int) -> list[Claim]:
        return [toll("women", str(k), at(k), source=f"S{k}") for k in range(n - 1)] + [toll("dead", "99", at(n))]

    assert len(all_problems(feed(40))) == 40, "each moment"
    assert not all_problems(feed(41)), "at none of them something can be wrong"


def test_where_the_order_of_events_is_told_too_each_moment_is_looked_at() -> None:
    vocabulary = VOCABULARY | Vocabulary.from_dict({"attributes": {"takes": {"changes": "grows"}}})
    lengths = [
        claim("strike", "takes", Value.of("duration", n), f"2025-07-{1 + n // 24:02}T{n % 24:02}:00Z", source=f"S{n}")
        for n in range(41)
    ]
    dates = [claim("strike", "starts_at", days(5)), claim("strike", "ends_at", days(5, extent=Extent.at_least(5)))]
    assert not all_problems([*lengths, *dates], vocabulary)
    assert len(all_problems([*lengths, *dates, ORDERED], vocabulary)) == 41
