"""Laws of contradictions across items: what is reported is what an oracle finds by trying everything.

`joint_long.py` asks the same of ten thousand larger stories; it is no part of the quick suite.
"""

from __future__ import annotations

import random
from itertools import permutations, product
from typing import Any

import pytest
from attrs import evolve
from joint.joint_oracle import LEVELS, RELATIONS, Arranged, Oracle, arrangements, tell
from joint.joint_stories import (
    EVENTS,
    HOURS,
    KINDS,
    NOON,
    VOCABULARY,
    before_claim,
    complaint,
    differences,
    disagreement,
    joint_sets,
    mixed_claim,
    mixed_or_odd_claim,
    not_minimal,
    order_claim,
    report_of,
    reported,
    shown,
    story,
    told,
    toll_claim,
    world_story,
)

from conflicts import Claim, Detector, Severity, Vocabulary, find_conflicts

CONTRADICTION, TENSION = Severity.CONTRADICTION, Severity.TENSION


# The oracles themselves


def test_the_ways_in_which_intervals_can_lie_are_as_many_as_is_known() -> None:
    assert [len(arrangements(n)) for n in range(5)] == [1, 1, 13, 409, 23_917]


def test_of_the_thirteen_relations_always_one_holds() -> None:
    two = Arranged(2)
    for arrangement in range(13):
        holding = [
            name
            for name in list(RELATIONS)[:13]
            if two.holding(_order("a", name, "b"), "ab", "loose") >> arrangement & 1
        ]
        assert len(holding) == 1, holding


@pytest.mark.parametrize(("n", "seeds"), [(3, 150), (4, 60)])
def test_two_oracles_agree_on_order(n: int, seeds: int) -> None:
    arranged = Arranged(n)
    for seed in range(seeds):
        claims = story(seed, order_claim, 7, EVENTS[:n], hedged=0.2)
        oracle = Oracle(claims, VOCABULARY)
        for level in LEVELS:
            expected = arranged.minimal_sets(claims, EVENTS[:n], level)
            assert oracle.minimal_sets(level) == expected, tell(claims)


def test_the_oracle_finds_nothing_in_what_is_true_of_a_world() -> None:
    for seed in range(60):
        oracle = Oracle(world_story(seed, 20, wrong=0), VOCABULARY)
        assert oracle.satisfiable(oracle.ids, "strict"), tell(oracle.claims)


# What is reported


@pytest.mark.parametrize("size", [3, 5, 8])
@pytest.mark.parametrize("kind", KINDS)
def test_reported_are_exactly_the_smallest_impossible_sets(kind: str, size: int) -> None:
    events = EVENTS[:2] if kind in {"durations", "mixed"} else EVENTS[:3]
    for seed in range({3: 60, 5: 60, 8: 30}[size]):
        claims = story(seed, KINDS[kind], size, events)
        assert not differences(claims), complaint(seed, claims, differences)


def test_order_among_four_events_as_by_looking_at_all_arrangements() -> None:
    arranged = Arranged(4)

    def wrong(claims: list[Claim]) -> list[str]:
        firm = arranged.minimal_sets(claims, EVENTS, "loose")
        tense = arranged.minimal_sets(claims, EVENTS, "strict") - firm
        found = reported(report_of(claims))
        sets = {"contradiction": firm, "tension": tense}
        return [f"{k}: {shown(found[k])}, expected {shown(sets[k])}" for k in sets if set(found[k]) != sets[k]]

    for seed in range(60):
        claims = story(seed, order_claim, 7, EVENTS)
        assert not wrong(claims), complaint(seed, claims, wrong)


@pytest.mark.parametrize("size", [8, 20])
def test_every_reported_set_is_impossible_and_smallest(size: int) -> None:
    for seed in range(40):
        odd = story(seed, mixed_or_odd_claim, size)
        assert not not_minimal(odd), complaint(seed, odd, not_minimal)
    for seed in range(40):
        world = world_story(seed, 2 * size)
        assert not not_minimal(world), complaint(seed, world, not_minimal)


def test_conflict_or_none_as_the_oracle_says_of_larger_stories() -> None:
    draw = random.Random(1)
    for seed in range(120):
        claims = world_story(seed, draw.randint(5, 60))
        assert not disagreement(claims), complaint(seed, claims, disagreement)


# Named stories


def _claim(id_: str, subject: str, attribute: str, value: Any, source: str | None = None, **fields: Any) -> Claim:
    return Claim(subject, attribute, value, source or f"Source {id_}", id=id_, **{"asserted_at": NOON, **fields})


def _order(subject: str, relation: str, value: str, id_: str = "x", **fields: Any) -> Claim:
    return _claim(id_, subject, relation, value, **fields)


def said(*lines: str, **fields: Any) -> list[Claim]:
    """Claims a, b, c … from lines: "[denied ]ambush before truce", "ambush started_at: 9 July 2025"."""
    claims = []
    for id_, line in zip("abcdefghijkl", lines, strict=False):
        polarity = "denied" if line.startswith("denied ") else "affirmed"
        first, mark, value = line.removeprefix("denied ").partition(": ")
        if mark:
            subject, attribute = first.split(" ", 1)
        else:
            subject, attribute, value = first.split(" ", 2)
        claims.append(_claim(id_, subject, attribute, value, polarity=polarity, **fields))
    return claims


STORIES: list[tuple[list[Claim], str, str]] = [
    (said("A before A"), "a", "nothing is before itself"),
    (said("A during A"), "a", "nor strictly inside itself"),
    (said("A meets A"), "a", "an event has a length, so its end is not its start"),
    (said("A within A", "A equals A", "A not_before A", "denied A before A"), "", "each event is within itself"),
    (said("A equals B", "B before A"), "ab", "a cycle of length zero with a strict step in it"),
    (said("A equals B", "B equals C", "A before C"), "abc", "the same over three events"),
    (said("A not_before B", "B not_before A"), "", "they may overlap: neither is before the other"),
    (said("A not_after B", "B not_after A", "A equals B"), "", "the same the other way round"),
    (said("A meets B", "B meets C", "C meets D"), "", "a chain that closes up without a gap"),
    (said("A meets B", "B meets C", "A meets C"), "abc", "B has a length, so C does not begin where A ends"),
    (said("A before B", "B before C", "C before A"), "abc", "a cycle"),
    (said("A before B", "B before C", "A not_before C"), "abc", "a cycle with one step that is not strict"),
    (said("A before B", "B before C", "C not_after A", "A not_before C"), "abc abd", "c and d say the same"),
    (said("A before B", "denied A before B"), "ab", "denied before is not_before"),
    (said("A before B", "denied B after A"), "ab", "denied after is not_after, of the same two"),
    (said("denied A before B", "denied A after B"), "", "they overlap"),
    (said("denied A not_before B", "B before A"), "ab", "denied not_before is before"),
    (said("A during B", "B before C", "C before A"), "abc", "A lies in B, and B before C"),
    (said("A during B", "A starts B"), "ab", "during is strictly inside at both ends"),
    (said("A within B", "A starts B"), "", "within may touch"),
    (said("A overlaps B", "B contains A"), "ab", "of Allen's thirteen only one holds"),
    (
        said("A started_at: 10 July 2025", "B ended_at: 9 July 2025", "A before B"),
        "abc",
        "A begins after B has ended",
    ),
    (
        said("A started_at: 10 July 2025", "B ended_at: 9 July 2025", "A overlaps B"),
        "abc",
        "the same for an overlap",
    ),
    (
        said("A started_at: 10 July 2025", "A ended_at: 9 July 2025"),
        "ab",
        "an end before the start, no order claim needed",
    ),
    (said("A started_at: 10 July 2025", "A ended_at: 10 July 2025"), "", "on one day"),
    (said("A held_on: 10 July 2025", "B held_on: 11 July 2025", "B before A"), "abc", "whole days"),
    (said("A held_on: 10 July 2025", "B held_on: 10 July 2025", "B before A"), "", "one day has room for both"),
    (
        said("A started_at: 9 July 2025", "A ended_at: 11 July 2025", "A lasted: 5 days"),
        "abc",
        "three days at most between them",
    ),
    (
        said("A started_at: 9 July 2025", "A lasted: at least 3 days", "B ended_at: 11 July 2025", "A before B"),
        "abcd",
        "A goes on until the 12th at least, B is over on the 11th",
    ),
    (said("E boys: 9", "E girls: 8", "E children: 16"), "abc", "9 + 8 = 17, not 16"),
    (said("E boys: 9", "E girls: 8", "E children: at least 16"), "", "17 is at least 16"),
    (said("E boys: 9", "E girls: 8", "E people: 16"), "abc", "over two constraints: 17 children, 16 people"),
    (said("E buses: 3", "E seats: 40"), "ab", "three buses seat 35"),
    (said("E buses: 3", "E people: 35"), "ab", "fewer people than seats"),
    (said("E children: 20", "F people: 10"), "", "two subjects"),
]


@pytest.mark.parametrize(
    ("claims", "expected", "why"), STORIES, ids=lambda given: given if isinstance(given, str) else ""
)
def test_named_stories(claims: list[Claim], expected: str, why: str) -> None:
    sets = [frozenset(ids) for ids in expected.split()]
    contradictions, tensions = Oracle(claims, VOCABULARY).expected()
    assert contradictions == set(sets), f"the oracle itself\n{tell(claims)}\n{why}"
    found = reported(report_of(claims))
    assert (shown(found["contradiction"]), found["tension"]) == (shown(sets), []), f"{tell(claims)}\n{why}"
    assert not tensions


def test_a_set_of_several_levels_is_a_tension_where_only_the_best_reading_excludes_it() -> None:
    claims = said("A before B", "A started_at: 12 July 2025", "B ended_at: around 9 July 2025")
    assert joint_sets(report_of(claims), TENSION) == [frozenset("abc")], "around the 9th may be the 11th, not the 12th"
    assert not report_of(claims).contradictions
    hedged = [evolve(claims[0], hedged=True), claims[1], evolve(claims[2], value="9 July 2025")]
    report = report_of(hedged)
    assert (joint_sets(report, TENSION), report.contradictions) == ([frozenset("abc")], ())


def test_a_tension_hides_no_contradiction() -> None:
    claims = said("A before B", "B before C", "C before A", "C not_after A")
    claims[3] = evolve(claims[3], hedged=True)
    report = report_of(claims)
    assert joint_sets(report, CONTRADICTION) == [frozenset("abc")]
    assert joint_sets(report, TENSION) == [frozenset("abd")]
    claims[2] = evolve(claims[2], hedged=True)
    longer = said("A started_at: 12 July 2025", "C ended_at: 9 July 2025")
    longer = [evolve(c, id=id_, source=id_) for c, id_ in zip(longer, "ef", strict=True)]
    report = report_of([*claims, *longer])
    assert joint_sets(report, CONTRADICTION) == [frozenset("abef")]
    assert set(joint_sets(report, TENSION)) == {frozenset("abc"), frozenset("abd")}


def sets_of(claims: list[Claim], vocabulary: Vocabulary = VOCABULARY) -> list[list[str]]:
    """The contradictions, joint or of a pair."""
    return shown(reported(report_of(claims, vocabulary))["contradiction"])


CYCLE = said("A before B", "B before C", "C before A")


def test_other_tenses_hypotheses_and_withdrawn_claims_take_no_part() -> None:
    a, b, c = CYCLE
    assert sets_of([a, b, c]) == [["a", "b", "c"]]
    assert sets_of([a, b, evolve(c, modality="plan")]) == [], "a plan and what came of it"
    assert sets_of([evolve(x, modality="plan") for x in CYCLE]) == [["a", "b", "c"]], "a plan that cannot be"
    assert sets_of([a, b, evolve(c, modality="hypothetical")]) == []
    withdrawal = _claim("w", "C", "before", "withdrawn", "Source c", asserted_at=HOURS[2], retracts="c")
    assert sets_of([a, b, c, withdrawal]) == []
    by_another = evolve(withdrawal, source="Source a")
    assert sets_of([a, b, c, by_another]) == [["a", "b", "c"]], "only its source or a relay may take it back"


def test_a_later_claim_of_a_source_on_the_same_pair_of_events_revises_its_earlier_one() -> None:
    a, b, c = CYCLE
    later = _claim("l", "A", "before", "C", "Source c", asserted_at=HOURS[2])
    report = report_of([a, b, c, later])
    assert not report.conflicts
    assert [(r.earlier.id, r.later.id) for r in report.revisions] == [("c", "l")]
    about_others = _claim("l", "A", "before", "D", "Source c", asserted_at=HOURS[2])
    assert sets_of([a, b, c, about_others]) == [["a", "b", "c"]]
    in_other_words = _claim("l", "C", "after", "A", "Source c", asserted_at=HOURS[2])
    assert sets_of([a, b, c, in_other_words]) == [], "C after A takes back C before A"
    denied = _claim("l", "C", "before", "A", "Source c", asserted_at=HOURS[2], polarity="denied")
    assert sets_of([a, b, c, denied]) == []
    earlier = evolve(later, asserted_at="2025-07-30T10:00:00+03:00")
    report = report_of([a, b, c, earlier])
    assert shown(reported(report)["contradiction"]) == [["a", "b", "c"]]
    assert [(r.earlier.id, r.later.id) for r in report.revisions] == [("l", "c")]


def test_a_corrected_date_takes_no_part() -> None:
    claims = said("A before B", "A started_at: 12 July 2025", "B ended_at: 9 July 2025")
    assert sets_of(claims) == [["a", "b", "c"]]
    corrected = _claim("l", "B", "ended_at", "15 July 2025", "Source c", asserted_at=HOURS[2])
    assert sets_of([*claims, corrected]) == []


def test_copies_count_once_and_are_shown() -> None:
    a, b, c = CYCLE
    copies = [
        _claim(id_, "C", "before", "A", "Source c", via=via)
        for id_, via in (("c1", ("AFP",)), ("c2", ("AFP", "Daily")))
    ]
    report = report_of([a, b, c, *copies])
    (conflict,) = report
    assert conflict.joint
    assert {claim.id for claim in conflict.claims} == {"a", "b", "c", "c1", "c2"}
    assert conflict.retractions == 1
    independent = _claim("d", "C", "before", "A", "Source d")
    assert sets_of([a, b, c, independent]) == [["a", "b", "c"], ["a", "b", "d"]]


def test_aliases_and_ids_name_one_event() -> None:
    vocabulary = VOCABULARY | Vocabulary.from_dict({"aliases": {"the ambush": ["the attack on the convoy", "A"]}})
    a, b, c = CYCLE
    renamed = [evolve(a, subject="The Ambush"), b, evolve(c, value="the attack on the convoy")]
    assert sets_of(renamed, vocabulary) == [["a", "b", "c"]]
    assert sets_of(renamed) == [], "without the alias they are two events"
    by_id = [evolve(a, subject="the ambush", subject_id="Q1"), b, evolve(c, value="the attack")]
    assert sets_of(by_id) == []
    known = [*by_id, _claim("n", "the attack", "ended_at", "by 30 July 2025", subject_id="Q1")]
    assert sets_of(known) == [["a", "b", "c"]], "both names are borne by Q1 alone"


def test_what_is_denied_but_not_convex_is_unread() -> None:
    report = report_of(said("denied A during B", "denied A meets B", "A before B"))
    assert sorted(u.claim.id for u in report.unread if u.claim) == ["a", "b"]
    assert all(u.reason for u in report.unread)
    assert not report.conflicts


TOLLS: list[tuple[list[tuple[str, str, int]], str, str]] = [
    ([("killed", "12", 0), ("killed_children", "5", 2), ("killed_women", "9", 2)], "", "the toll has risen since"),
    ([("killed", "12", 2), ("killed_children", "5", 0), ("killed_women", "9", 0)], "abc", "it was 14 before"),
    ([("killed", "12", 1), ("killed_children", "5", 1), ("killed_women", "9", 1)], "abc", "at one moment"),
    ([("killed", "12", 1), ("killed_children", "5", 0), ("killed_women", "9", 2)], "", "the women died since"),
    ([("killed", "12", 2), ("killed_children", "5", 0), ("killed_women", "9", 1)], "abc", "each before the total"),
    (
        [("killed", "at least 12", 2), ("killed_children", "5", 0), ("killed_women", "9", 0)],
        "",
        "at least 12 may be 14",
    ),
    ([("killed", "12", 2), ("killed_children", "up to 5", 0), ("killed_women", "up to 9", 0)], "", "they may be fewer"),
]


@pytest.mark.parametrize(("figures", "expected", "why"), TOLLS)
def test_growing_figures_bound_later_ones_from_below_alone(
    figures: list[tuple[str, str, int]], expected: str, why: str
) -> None:
    claims = [
        _claim(id_, "the strike", attribute, value, asserted_at=HOURS[hour])
        for id_, (attribute, value, hour) in zip("abc", figures, strict=True)
    ]
    sets = {frozenset(expected)} if expected else set()
    assert Oracle(claims, VOCABULARY).expected() == (sets, set()), f"the oracle itself: {why}"
    assert sets_of(claims) == shown(sets), f"{tell(claims)}\n{why}"


def test_growing_figures_as_the_oracle_says() -> None:
    def wrong(claims: list[Claim]) -> list[str]:
        expected, _ = Oracle(claims, VOCABULARY).expected()
        found = sets_of(claims)
        return [] if found == shown(expected) else [f"contradictions {found}, expected {shown(expected)}"]

    for seed in range(120):
        claims = story(seed, toll_claim, 6, hedged=0)
        assert not wrong(claims), complaint(seed, claims, wrong)


# What changes nothing


def without_names(claims: list[Claim], back: dict[str, str]) -> Any:
    """What a report says of a story whose ids were changed, told in the old ones."""
    return [
        (c.severity, c.kind, c.joint, c.because, c.retractions, sorted(back[claim.id] for claim in c.claims))
        for c in sorted(report_of(claims), key=lambda c: (c.severity.value, len(c.claims), c.because))
    ]


def test_every_order_of_a_small_story_gives_the_same_report() -> None:
    for seed, kind in product(range(4), ("order", "dates", "sums", "mixed")):
        claims = story(seed, KINDS[kind], 5, EVENTS[: 2 if kind == "mixed" else 3])
        expected = told(report_of(claims))
        for shuffled in permutations(claims):
            assert told(report_of(shuffled)) == expected, f"{tell(claims)}\nin the order {[c.id for c in shuffled]}"


@pytest.mark.parametrize(("most", "size"), [(100_000, None), (2, None), (5, 3)])
def test_shuffling_a_larger_story_gives_the_same_report(most: int, size: int | None) -> None:
    draw = random.Random(2)
    for seed in range(15):
        claims = world_story(seed, draw.randint(20, 50), wrong=3)
        expected = told(report_of(claims, max_joint=most, max_joint_size=size))
        for _ in range(3):
            draw.shuffle(claims)
            found = told(report_of(claims, max_joint=most, max_joint_size=size))
            assert found == expected, tell(sorted(claims, key=lambda c: c.id))


def test_other_ids_give_the_same_report() -> None:
    draw = random.Random(3)
    for seed, kind in product(range(6), KINDS):
        claims = story(seed, KINDS[kind], 7)
        names = [f"n{number}" for number in range(7)]
        draw.shuffle(names)
        renamed = [evolve(claim, id=name) for claim, name in zip(claims, names, strict=True)]
        back = {name: claim.id for claim, name in zip(claims, names, strict=True)}
        same = {claim.id: claim.id for claim in claims}
        assert without_names(renamed, back) == without_names(claims, same), tell(claims)


# Bounds


def test_a_bound_that_leaves_something_out_says_so() -> None:
    for seed, kind in product(range(12), ("chains", "dates", "mixed")):
        claims = story(seed, KINDS[kind], 8, EVENTS[: 2 if kind == "mixed" else 3])
        whole = report_of(claims)
        assert not whole.truncated
        everything = set(joint_sets(whole))
        for most, size in product((0, 1, 2, 1000), (0, 1, 2, 3, 8)):
            report = report_of(claims, max_joint=most, max_joint_size=size)
            found = joint_sets(report)
            where = f"max_joint={most}, max_joint_size={size}\n{tell(claims)}\n{shown(found)} of {shown(everything)}"
            within = {ids for ids in everything if len(ids) <= size}
            assert len(found) == len(set(found)) == min(most, len(within)), where
            assert set(found) <= within, where
            assert report.truncated or set(found) == everything, where
            assert not report.truncated or most <= len(within) or size < 8, where
            ordinary = [c.to_dict() for c in report if not c.joint]
            assert ordinary == [c.to_dict() for c in whole if not c.joint], where


def test_what_leaves_nothing_out_says_nothing() -> None:
    """Disputes on single items and sets that are listed are no reason to say that more may be left."""
    n_more = 0
    for seed in range(40):
        claims = world_story(f"limits {seed}", 10 + seed % 25)
        report, whole = report_of(claims, max_joint=100, max_joint_size=7), report_of(claims)
        if whole.truncated:
            continue
        is_more = set(joint_sets(report)) != set(joint_sets(whole))
        n_more += is_more
        assert report.truncated == is_more, tell(claims)
    assert n_more < 5


def test_the_smallest_come_first_and_contradictions_before_tensions() -> None:
    for seed, kind in product(range(15), ("chains", "dates", "mixed")):
        report = report_of(story(seed, KINDS[kind], 8, EVENTS[: 2 if kind == "mixed" else 3]))
        severities = [conflict.severity for conflict in report]
        assert severities == sorted(severities, key=[CONTRADICTION, TENSION].index)
        for severity in (CONTRADICTION, TENSION):
            sizes = [len(ids) for ids in joint_sets(report, severity)]
            assert sizes[:1] == sorted(sizes)[:1]
            first = [len(i) for i in joint_sets(report_of(report.claims, max_joint=1))]
            contradictory = [len(ids) for ids in joint_sets(report, CONTRADICTION)]
            assert not contradictory or first == [min(contradictory)]


# Feeds


def test_a_detector_says_what_the_batch_says_after_any_steps() -> None:
    for seed in range(25):
        draw = random.Random(f"feed {seed}")
        kind = draw.choice((before_claim, order_claim, mixed_claim, mixed_or_odd_claim))
        waiting = story(seed, kind, 9) if draw.random() < 0.6 else world_story(seed, 14, wrong=3)
        detector = Detector(VOCABULARY)
        there: dict[str, Claim] = {}
        gone: list[Claim] = []
        steps: list[str] = []
        while waiting and len(steps) < 24:
            before = {c.fingerprint for c in detector.report()}
            if there and draw.random() < 0.35:
                id_ = draw.choice(sorted(there))
                steps.append(f"- {id_}")
                changes = detector.retract(id_)
                gone.append(there.pop(id_))
            else:
                back = bool(gone) and draw.random() < 0.3
                coming = [gone.pop()] if back else [waiting.pop() for _ in range(min(len(waiting), draw.randint(1, 3)))]
                steps.append(f"+ {' '.join(c.id for c in coming)}")
                changes = detector.add(coming)
                there |= {claim.id: claim for claim in coming}
            where = f"seed {seed}: {', '.join(steps)}\n{tell(there.values())}"
            report = detector.report()
            assert told(report) == told(find_conflicts(there.values(), VOCABULARY, errors="unread")), where
            after = {c.fingerprint for c in report}
            assert {c.after.fingerprint for c in changes.new if c.after} == after - before, where
            assert {c.before.fingerprint for c in changes.settled if c.before} == before - after, where


def test_a_detector_tells_of_a_cycle_when_it_closes_and_when_it_opens() -> None:
    detector = Detector(VOCABULARY)
    assert not detector.add(CYCLE[:2])
    (change,) = detector.add(CYCLE[2:]).new
    assert change.after is not None
    assert change.after.joint
    assert {claim.id for claim in change.after.claims} == set("abc")
    (settled,) = detector.retract("b").settled
    assert settled.after is None
    assert not detector.report().conflicts
