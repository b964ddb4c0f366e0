"""Which claims are about the same thing, and which of those can clash at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import Claim, Relation, Value, Vocabulary
from conflicts.assertions import Assertion
from conflicts.detect import read
from conflicts.items import (
    Group,
    Item,
    Keys,
    axis_words,
    bearer_forms,
    candidates,
    forms_used,
    group,
    is_exact,
    not_compared,
    subject_ids,
    subjects,
)
from conflicts.moments import Order
from conflicts.values import allen
from conflicts.values.extent import LINE, NOT_SETTLED, NOTHING_SUCH, Extent

NINE, NOON, MONDAY = "2025-07-22T09:00:00+03:00", "2025-07-22T12:00:00+03:00", "2025-07-21"
VOCABULARY = Vocabulary.from_dict(
    {
        "attributes": {
            "height": {"kind": "quantity", "unit": "m"},
            "dead": {"kind": "quantity", "unit": "people", "changes": "grows"},
            "homeless": {"kind": "quantity", "unit": "people", "changes": "freely"},
            "due": {"kind": "time", "modality": "plan"},
            "round": {"kind": "quantity", "unit": "count", "timeless": True},
            "guest": {"kind": "name", "single": False},
            "before": {"kind": "order"},
        },
        "aliases": {"the talks": ["the negotiations"]},
        "scopes": {"in total": ["overall"], "Kyiv": ["the capital"]},
    }
)


def claim(attribute: str, value: object, subject: str = "the talks", asserted_at: str = NOON, **fields: Any) -> Claim:
    return Claim(subject, attribute, value, fields.pop("source", "AP"), asserted_at=asserted_at, **fields)


def asserted(*claims: Claim) -> list[Assertion]:
    found = [one for one in read(claims, VOCABULARY) if isinstance(one, Assertion)]
    assert len(found) == len(claims)
    return found


def groups(*claims: Claim) -> list[Group]:
    told = asserted(*claims)
    found, unread = group(told, Keys(VOCABULARY, subject_ids(told, VOCABULARY)))
    assert not unread
    return found


TALKS = claim("height", "5 m")
SAME: list[tuple[str, Claim, Claim, bool, str]] = [
    ("the same", TALKS, claim("height", "6 m"), True, "one attribute of one subject"),
    ("an alias", TALKS, claim("height", "6 m", "The Negotiations"), True, "two names of one thing"),
    ("another subject", TALKS, claim("height", "6 m", "the raid"), False, "another thing"),
    ("another attribute", TALKS, claim("length", "6 m"), False, "another question"),
    ("an attribute in other letters", TALKS, claim("Height", "6 m"), True, "one attribute"),
    ("another scope", TALKS, claim("height", "6 m", scope="Kyiv"), False, "part of it"),
    ("no scope and in total", TALKS, claim("height", "6 m", scope="overall"), True, "no scope means in total"),
    (
        "an alias of a scope",
        claim("height", "5 m", scope="Kyiv"),
        claim("height", "6 m", scope="the capital"),
        True,
        "",
    ),
    ("plan and fact", TALKS, claim("height", "6 m", modality="plan"), False, "what was meant and what came of it"),
    ("fact and none said", TALKS, claim("height", "6 m", modality="fact"), True, "a fact unless told otherwise"),
    ("always a plan", claim("due", MONDAY), claim("due", MONDAY, modality="fact"), True, "the vocabulary knows"),
    ("timeless", claim("round", "3"), claim("round", "4", modality="plan"), True, "in plans and facts alike"),
    ("by id", claim("height", "5 m", subject_id="Q1"), claim("height", "6 m", "it", subject_id="Q1"), True, "one id"),
    ("two ids", claim("height", "5 m", subject_id="Q1"), claim("height", "6 m", "it", subject_id="Q2"), False, "two"),
    ("an id and its name", claim("height", "5 m", subject_id="Q1"), TALKS, True, "the name is borne by one id alone"),
    ("an id and another name", claim("height", "5 m", "it", subject_id="Q1"), TALKS, False, "nobody says so"),
    ("an id that is a name", claim("height", "5 m", "it", subject_id="the talks"), TALKS, False, "an id is no name"),
    ("one guest", claim("guest", "Umerov"), claim("guest", "Umerov", polarity="denied"), True, "was he there?"),
    ("two guests", claim("guest", "Umerov"), claim("guest", "Yermak"), False, "both can have been there"),
    (
        "an order from either side",
        claim("before", "the raid"),
        claim("before", "the talks", "the raid"),
        True,
        "the pair of events",
    ),
    ("an order with another event", claim("before", "the raid"), claim("before", "the truce"), False, "another pair"),
    (
        "an order by an id",
        claim("before", "the raid", "the strike", subject_id="Q1"),
        claim("before", "Q1", "the raid"),
        True,
        "an event can be called by its id",
    ),
]


@pytest.mark.parametrize(("name", "a", "b", "same", "why"), SAME, ids=[case[0] for case in SAME])
def test_what_is_about_the_same_thing(name: str, a: Claim, b: Claim, same: bool, why: str) -> None:
    for pair in ((a, b), (b, a)):
        assert (len(groups(*pair)) == 1) is same, why


def test_an_order_is_told_from_the_side_of_the_first_event() -> None:
    (one,) = groups(claim("before", "the raid"), claim("before", "the talks", "the raid"))
    (talks, raid) = one.assertions
    assert one.key == ("raid", "order", VOCABULARY.scope(None), "fact", "talks") or one.key[0] == "the raid"
    assert [allen.relation_words(a.value.strict) for a in (talks, raid)] == ["after", "before"]
    assert talks.claim.subject == "the talks"
    assert talks.member is not None
    assert not one.is_of_itself
    (itself,) = groups(claim("before", "the talks"))
    assert itself.is_of_itself
    assert subjects(itself.key) == (itself.key[0],)
    assert subjects(one.key) == (one.key[0], one.key[4])
    (plain,) = groups(TALKS)
    assert subjects(plain.key) == (plain.key[0],)
    assert not plain.is_of_itself


def test_a_name_that_several_ids_bear_is_unread() -> None:
    told = asserted(
        claim("height", "5 m", subject_id="Q1"), claim("height", "6 m", subject_id="Q2"), TALKS, claim("before", "X")
    )
    found, unread = group(told, Keys(VOCABULARY, subject_ids(told, VOCABULARY)))
    assert len(found) == 2
    assert {entry.reason for entry in unread} == {"'the talks' is the name of 2 subjects (Q1, Q2); give its subject_id"}
    other = asserted(*(a.claim for a in told[:2]), claim("before", "the negotiations", "the raid"))
    _, (entry,) = group(other, Keys(VOCABULARY, subject_ids(other, VOCABULARY)))
    assert entry.reason.startswith("'the negotiations' is the name of 2 subjects")


def test_the_forms_by_which_a_subject_can_be_called() -> None:
    by_name, by_id = asserted(claim("before", "the raid"), claim("height", "5 m", subject_id="Q1"))
    assert len(forms_used(by_name, VOCABULARY)) == 3, "the subject, and the other event by its name or its id"
    assert forms_used(by_id, VOCABULARY) == ()
    assert bearer_forms(by_name.claim, VOCABULARY) == ()
    assert len(bearer_forms(by_id.claim, VOCABULARY)) == 2
    ids = subject_ids([by_name, by_id], VOCABULARY)
    assert set(ids) == set(bearer_forms(by_id.claim, VOCABULARY))
    assert all(found == {"Q1"} for found in ids.values())


def test_axes_apart() -> None:
    (mixed,) = groups(claim("height", "5 m"), claim("height", "5 hours"), claim("height", "not yet known"))
    assert mixed.is_mixed
    assert {axis: len(told) for axis, told in mixed.by_axis().items()} == {"length": 2, "duration": 2}
    (apart,) = not_compared([mixed])
    assert apart.reason == "durations and length cannot be compared"
    assert len(apart.claims) == 3
    (alike,) = groups(claim("height", "5 m"), claim("height", "6 m"))
    assert not alike.is_mixed
    assert not list(not_compared([alike]))
    (vague,) = groups(claim("height", "5 m"), claim("height", "not yet known"))
    assert not list(not_compared([vague])), "what names no axis compares with every one"
    (open_,) = groups(claim("height", "not yet known"))
    assert {axis: len(told) for axis, told in open_.by_axis().items()} == {"any": 1}


@pytest.mark.parametrize(
    ("axis", "expected"),
    [("money USD", "amounts in USD"), ("place", "places"), ("count", "counts"), ("dew point", "dew point")],
)
def test_axes_in_words(axis: str, expected: str) -> None:
    assert axis_words(axis) == expected


EXTENTS = st.sampled_from(
    [Extent.closed(a, b) for a in range(5) for b in range(a, 5)]
    + [Extent.at_least(2), Extent.at_most(2), ~Extent.point(2), Extent.point(1) | Extent.point(4), NOT_SETTLED]
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(st.tuples(EXTENTS, st.sampled_from(["length", "length", "count"])), min_size=1, max_size=5))
def test_no_pair_that_clashes_is_left_out(told: list[tuple[Extent, str]]) -> None:
    (one,) = groups(
        *(claim("height", Value(axis, e, e), source=f"S{n}", id=f"c{n}") for n, (e, axis) in enumerate(told))
    )
    looked_at = {frozenset(pair) for item in candidates([one]) for pair in combinations(map(_id, item.assertions), 2)}
    for found in candidates([one]):
        assert {a.value.axis for a in found.assertions} == {found.axis}
    for a, b in combinations(one.assertions, 2):
        if a.value.relation(b.value) in {Relation.TENSION, Relation.CONTRADICTION}:
            assert frozenset((_id(a), _id(b))) in looked_at
    if all(len(e.intervals) == 1 for e, _ in told) and len({axis for _, axis in told}) == 1:
        clash = any(not a.meets(b) for (a, _), (b, _) in combinations(told, 2))
        assert bool(looked_at) is clash, "single intervals are told exactly"


def _id(assertion: Assertion) -> str:
    return assertion.claim.id


def test_orders_of_an_event_to_itself_are_no_candidates() -> None:
    assert not list(candidates(groups(claim("before", "the talks"), claim("before", "the talks", polarity="denied"))))


def item(*claims: Claim) -> Item:
    (found,) = groups(*claims)
    return Item(found.key, found.assertions[0].value.axis, found.assertions)


GROWING: list[tuple[str, Sequence[Any], Relation, str]] = [
    ("a rise", ("12", NINE, "31", NOON), Relation.TENSION, "12 may be stale"),
    ("a fall", ("31", NINE, "12", NOON), Relation.CONTRADICTION, "the dead do not rise"),
    ("at one moment", ("12", NOON, "31", NOON), Relation.CONTRADICTION, "no time to grow"),
    ("the same", ("12", NINE, "12", NOON), Relation.COMPATIBLE, "no change"),
    ("from a bound", ("up to 12", NINE, "31", NOON), Relation.COMPATIBLE, "growth explains it"),
    ("to a bound", ("12", NINE, "at least 31", NOON), Relation.COMPATIBLE, "growth explains it"),
    ("a fall below a bound", ("at least 31", NINE, "12", NOON), Relation.CONTRADICTION, "it cannot fall"),
    ("order unknown", ("31", MONDAY, "12", MONDAY), Relation.TENSION, "either may be the later"),
    ("order unknown, a bound", ("at least 31", MONDAY, "12", MONDAY), Relation.COMPATIBLE, "12 may be the earlier"),
    ("not yet known", ("not yet known", NINE, "31", NOON), Relation.COMPATIBLE, "now it is"),
    ("a fall to another line", ("31", NINE, "5 hours", NOON), Relation.NOT_COMPARABLE, "no figure"),
]


@pytest.mark.parametrize(("name", "told", "expected", "why"), GROWING, ids=[case[0] for case in GROWING])
def test_figures_that_grow(name: str, told: Sequence[Any], expected: Relation, why: str) -> None:
    a, b = claim("dead", told[0], asserted_at=told[1], id="a"), claim("dead", told[2], asserted_at=told[3], id="b")
    for pair in ((a, b), (b, a)):
        one = item(*pair)
        assert one.relation(*one.assertions) is expected, why
        assert not one.is_line


def test_figures_that_change_freely() -> None:
    def relation(*moments: str, **fields: Any) -> Relation:
        told = [claim("homeless", str(n), asserted_at=at, id=f"c{n}", **fields) for n, at in enumerate(moments)]
        one = item(*told)
        return one.relation(*one.assertions)

    assert relation(NINE, NOON) is Relation.COMPATIBLE
    assert relation(NOON, NOON) is Relation.CONTRADICTION
    assert relation(MONDAY, MONDAY) is Relation.TENSION
    assert relation(MONDAY, MONDAY, utterance="at the briefing") is Relation.CONTRADICTION, "said in one breath"
    assert relation(NINE, NOON, as_of=NINE) is Relation.CONTRADICTION, "of one moment, whenever it was said"


def test_the_moments_of_one_utterance() -> None:
    a, b = claim("dead", "1", asserted_at=NINE, utterance="u"), claim("dead", "2", asserted_at=NOON, utterance="u")
    one = item(a, b)
    assert one.moments(*one.assertions) is Order.SAME
    told = item(a, claim("dead", "2", asserted_at=NOON, utterance="u", as_of=MONDAY))
    assert told.moments(*told.assertions) is Order.AFTER, "of two moments spoken of in one breath"
    apart = item(claim("dead", "1", asserted_at=NINE), claim("dead", "2", asserted_at=NOON))
    assert apart.moments(*apart.assertions) is Order.BEFORE


def test_one_sweep_sees_all_but_on_two_kinds_of_clock() -> None:
    floating, zoned = claim("due", "24 July 2025"), claim("due", "24 July 2025, 10:00 UTC")
    assert item(floating, floating).is_line
    assert item(zoned).is_line
    assert not item(floating, zoned).is_line
    (both,) = groups(floating, zoned)
    assert not both.is_plain
    assert both.may_clash, "two numbers cannot tell"
    assert not groups(floating, floating)[0].may_clash


EXACT: list[tuple[str, Value, bool, str]] = [
    ("a count", Value.of("count", 12), True, "a point"),
    ("a range of counts", Value.of("count", (10, 12)), False, "a round word"),
    ("a measure", Value.of("length", (10, 12)), True, "rounding"),
    ("an open measure", Value.of("length", (10, None)), False, "a bound"),
    ("one open below", Value.of("length", (None, 10)), False, "a bound"),
    ("two measures", Value.of("length", Extent.point(3) | Extent.point(5)), False, "one of two"),
    ("not settled", Value("count", NOT_SETTLED, NOT_SETTLED | LINE), False, "no figure"),
    ("no such value", Value("count", NOTHING_SUCH, NOTHING_SUCH), False, "no figure"),
]


@pytest.mark.parametrize(("name", "value", "expected", "why"), EXACT, ids=[case[0] for case in EXACT])
def test_what_is_a_figure(name: str, value: Value, expected: bool, why: str) -> None:
    (one,) = asserted(claim("height", value))
    assert is_exact(one) is expected, why
