"""Laws of the pipeline: it finds the conflicts that the brute-force oracle finds, and only the claims count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import oracle
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oracle import Expected, Pair, Verdict
from strategies import INSTANTS, MEANINGS, chains, claim_lists, claims, extents, intervals, points, vocabulary

from conflicts import Claim, Conflict, Report, Severity, Value, Vocabulary, find_conflicts
from conflicts.values.extent import Extent

VOCABULARY = vocabulary()
MANY_SOURCES = ("Ann", "Bob", "Cyd", "Dov", "Eve", "Fay")
BY_SEVERITY = {Severity.CONTRADICTION: 2, Severity.TENSION: 1}


def law(max_examples: int = 70) -> settings:
    return settings(
        max_examples=max_examples,
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    )


def ids(found: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in found)


def check(given_claims: Sequence[Claim], words: Vocabulary = VOCABULARY) -> Report:
    return find_conflicts(given_claims, words, errors="unread")


def seen(conflict: Conflict) -> Expected:
    """A conflict in the oracle's terms."""
    _, attribute, scope, _, _ = conflict.items[0]
    severity: Any = conflict.severity.value
    if conflict.joint:
        core = frozenset((ids(conflict.claims),))
        nothing: frozenset[Any] = frozenset()
        return Expected(
            nothing,
            attribute,
            scope,
            severity,
            conflict.kind,
            True,
            nothing,
            nothing,
            nothing,
            conflict.retractions,
            core,
        )
    prints = {statement.claim.id: ids(statement.claims) for statement in conflict.statements}
    pairs = [
        Pair(frozenset((prints[pair.a.id], prints[pair.b.id])), severity_of(pair.severity), pair.kind)
        for pair in conflict.pairs()
    ]
    assert conflict.n_pairs == len(pairs) == len(set(pairs))
    return Expected(
        claims=ids(conflict.claims),
        attribute=attribute,
        scope=scope,
        severity=severity,
        kind=conflict.kind,
        joint=False,
        pairs=frozenset(pairs),
        camps=frozenset((ids(camp.claims), camp.origins) for camp in conflict.camps),
        neutral=ids(conflict.neutral),
        withdrawals=conflict.retractions,
    )


def severity_of(severity: Severity) -> oracle.Degree:
    return "contradiction" if severity is Severity.CONTRADICTION else "tension"


def verdict(report: Report) -> Verdict:
    """A report in the oracle's terms."""
    revised = {kind: ids(r.earlier for r in report.revisions if r.kind == kind) for kind in ("corrected", "withdrawn")}
    return Verdict(
        conflicts=frozenset(map(seen, report)),
        corrected=revised["corrected"] - revised["withdrawn"],
        withdrawn=revised["withdrawn"],
        unread=frozenset(u.claim.id for u in report.unread if u.claim is not None),
        told=True,
    )


def told(given_claims: Iterable[Claim]) -> str:
    """The claims, one a line, for whoever reads a failure."""
    return "\n".join(["", *(_line(claim) for claim in given_claims), ""])


def _line(claim: Claim) -> str:
    value = claim.value
    sets = f"{_spans(value.strict)} loosely {_spans(value.loose)}" if isinstance(value, Value) else repr(value)
    fields = ("via", "asserted_at", "published_at", "as_of", "scope", "modality", "subject_id", "utterance", "retracts")
    rest = [f"{name}={found}" for name in fields if (found := getattr(claim, name))]
    rest += [name for name in ("hedged", "anonymous") if getattr(claim, name)]
    what = f"{claim.attribute} of {claim.subject}: {claim.polarity} {sets}"
    return f"  {claim.id}: {claim.source} on {what} {' '.join(rest)}"


def _spans(extent: Extent) -> str:
    return " ".join(f"{lo}..{hi}" for lo, hi in extent.intervals)


# Against the oracle

SCENARIOS: Mapping[str, dict[str, Any]] = {
    "a lasting value, plain claims": {"attributes": ["height"], "chance": 0},
    "a lasting value, all that is rare": {"attributes": ["height"], "chance": 4},
    "many sources": {"attributes": ["height"], "sources": MANY_SOURCES, "chance": 0},
    "a tolerance": {"attributes": ["speed"], "chance": 6},
    "a toll that grows": {"attributes": ["killed"], "chance": 6},
    "what changes freely": {"attributes": ["held"], "chance": 6},
    "several members": {"attributes": ["guest"], "chance": 3},
    "items: subjects, scopes, tenses, axes": {
        "attributes": ["height", "due", "begun"],
        "subjects": ["talks", "The Talks", "war"],
        "subject_ids": [None, None, "Q1", "Q2"],
        "scopes": [None, "overall", "since Monday"],
        "modalities": [None, "plan", "hypothetical"],
        "axes": ["count", "time"],
        "chance": 0,
    },
    "all attributes": {"attributes": list(MEANINGS), "chance": 8},
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_conflicts_are_those_of_the_oracle(scenario: str) -> None:
    """Items, pairs, severities, kinds, camps, origins, neutral claims, withdrawals, revisions and unread claims.

    Claims that the design leaves to stand with one of several others are passed over (`Verdict.told`).
    """

    @law(100)
    @given(claim_lists(claims(**SCENARIOS[scenario])))
    def agrees(found: list[Claim]) -> None:
        expected = oracle.expect(found, VOCABULARY)
        if not expected.told:
            return
        got = verdict(check(found))
        assert (got.corrected, got.withdrawn, got.unread) == (
            expected.corrected,
            expected.withdrawn,
            expected.unread,
        ), told(found)
        assert plain(got) == plain(expected), told(found)
        smallest = [core for conflict in expected.conflicts for core in conflict.cores]
        for conflict in joint(got):
            assert set(conflict.cores) <= set(smallest), told(found)
        assert sketch(joint(got)) == sketch(joint(expected)), told(found)

    agrees()


def plain(found: Verdict) -> set[Expected]:
    return {conflict for conflict in found.conflicts if not conflict.joint}


def joint(found: Verdict) -> list[Expected]:
    return [conflict for conflict in found.conflicts if conflict.joint]


def sketch(conflicts: Iterable[Expected]) -> Counter[tuple[Any, ...]]:
    return Counter((c.attribute, c.scope, c.severity, c.kind, c.withdrawals) for c in conflicts)


def _points(numbers: Iterable[int]) -> Extent:
    return Extent(interval for number in numbers for interval in Extent.point(number).intervals)


some_of_three = st.lists(st.integers(0, 2), min_size=1, max_size=2).map(_points)
SETS: Mapping[str, st.SearchStrategy[Extent]] = {
    "any sets": extents(),
    "single intervals": st.one_of(points, intervals()),
    "some of three points, often jointly impossible": some_of_three,
}


@pytest.mark.parametrize("sets", SETS)
def test_camps_are_the_largest_sets_that_share_a_point(sets: str) -> None:
    """One firm claim a source: nothing but the filter and the sweep are at work."""

    @law()
    @given(st.lists(SETS[sets], min_size=2, max_size=7))
    def agrees(drawn: list[Extent]) -> None:
        found = [
            Claim("talks", "height", Value("count", extent, extent), f"source {i}", id=f"c{i}")
            for i, extent in enumerate(drawn)
        ]
        report = check(found)
        expected, got = oracle.expect(found, VOCABULARY), verdict(report)
        assert plain(got) == plain(expected), told(found)
        assert sketch(joint(got)) == sketch(joint(expected)), told(found)
        assert {c for g in joint(got) for c in g.cores} <= {c for e in joint(expected) for c in e.cores}, told(found)
        for conflict in report:
            for camp in conflict.camps:
                assert camp.interval is not None, told(found)
                shared = Extent((camp.interval,))
                assert all(shared <= statement.value.strict for statement in camp.statements), told(found)

    agrees()


# What must change nothing

anything = claim_lists(claims(subject_ids=[None, None, "Q1"], modalities=[None, "plan"]))


def picture(report: Report, rename: Mapping[str, str] | None = None) -> Counter[Any]:
    """All that a report says of its conflicts, claims by id (renamed if asked), copies counted once."""
    new = rename or {}

    def named(found: Iterable[Claim]) -> frozenset[str]:
        return frozenset(new.get(claim.id, claim.id) for claim in found)

    shown: Counter[Any] = Counter()
    for conflict in report:
        prints = {statement.claim.id: named(statement.claims) for statement in conflict.statements}
        shown[
            conflict.fingerprint,
            conflict.severity,
            conflict.kind,
            conflict.joint,
            conflict.n_pairs,
            conflict.retractions,
            named(conflict.claims),
            named(conflict.neutral),
            frozenset((named(camp.claims), camp.origins, camp.interval) for camp in conflict.camps),
            frozenset((prints[p.a.id], prints[p.b.id], p.severity, p.kind) for p in conflict.pairs())
            | frozenset((prints[p.b.id], prints[p.a.id], p.severity, p.kind) for p in conflict.pairs()),
        ] += 1
    return shown


@law()
@given(anything, st.randoms(use_true_random=False))
def test_input_order_changes_nothing(found: list[Claim], random: Any) -> None:
    shuffled = random.sample(found, len(found))
    a, b = check(found), check(shuffled)
    assert [c.fingerprint for c in a] == [c.fingerprint for c in b], told(found)
    for one, other in zip(a, b, strict=True):
        assert [c.id for c in one.claims] == [c.id for c in other.claims], told(found)
        assert [(p.a.id, p.b.id) for p in one.pairs()] == [(p.a.id, p.b.id) for p in other.pairs()], told(found)
        assert [ids(camp.claims) for camp in one.camps] == [ids(camp.claims) for camp in other.camps], told(found)
    assert picture(a) == picture(b), told(found)
    assert a.revisions == b.revisions, told(found)


@law()
@given(anything)
def test_names_of_ids_change_nothing(found: list[Claim]) -> None:
    """Ids in the opposite order must not let another claim speak."""
    new = {claim.id: f"z{len(found) - i}" for i, claim in enumerate(found)}
    renamed = [evolve(c, id=new[c.id], retracts=None if c.retracts is None else new[c.retracts]) for c in found]
    assert picture(check(renamed)) == picture(check(found), new), told(found)


@law()
@given(anything)
def test_names_of_subjects_change_nothing_but_the_fingerprint(found: list[Claim]) -> None:
    renamed = [evolve(c, subject="a " + c.subject, subject_id=c.subject_id and c.subject_id + "0") for c in found]

    def nameless(report: Report) -> Counter[Any]:
        return Counter(key[1:] for key in picture(report).elements())

    assert nameless(check(renamed)) == nameless(check(found)), told(found)
    assert not {c.fingerprint for c in check(renamed)} & {c.fingerprint for c in check(found)}


@law()
@given(anything, st.integers(0, 5))
def test_an_exact_copy_changes_nothing_but_the_list_of_copies(found: list[Claim], which: int) -> None:
    original = found[which % len(found)]
    if original.retracts:
        return
    copy = evolve(original, id="copy")
    before, after = check(found), check([*found, copy])
    assert picture(after, {"copy": original.id}) == picture(before), told([*found, copy])
    for conflict in after:
        if original.id in ids(conflict.claims) and not conflict.joint:
            assert "copy" in ids(conflict.claims), told([*found, copy])


# What can only make it milder, or worse


def contradicted(report: Report) -> set[str]:
    """The items with two claims that contradict each other."""
    return {c.fingerprint for c in report.contradictions if not c.joint}


@st.composite
def one_claim_a_source(draw: st.DrawFn, attributes: Sequence[str]) -> list[Claim]:
    """Affirmed claims of as many sources, so that no standing is at work."""
    found = draw(st.lists(claims(attributes, sources=("A",), chance=0), min_size=2, max_size=5))
    return [evolve(claim, source=MANY_SOURCES[i], via=(), id=f"c{i}") for i, claim in enumerate(found)]


@law()
@given(one_claim_a_source(["height", "killed", "held"]), extents(beyond=False))
def test_coarsening_or_hedging_never_adds_a_contradiction(found: list[Claim], more: Extent) -> None:
    before = contradicted(check(found))
    first, *rest = found
    assert isinstance(first.value, Value)
    hedged = [evolve(first, hedged=True), *rest]
    assert contradicted(check(hedged)) <= before, told(hedged)
    coarsened = [evolve(first, value=first.value.coarsened(more)), *rest]
    assert contradicted(check(coarsened)) <= before, told(coarsened)


@law()
@given(one_claim_a_source(["speed"]))
def test_a_wider_tolerance_never_adds_a_contradiction(found: list[Claim]) -> None:
    """Of affirmed claims: two denials ("not at most 4", "not at least 6") lose room as the tolerance grows."""
    by_tolerance = [contradicted(check(found, vocabulary(speed={"tolerance": str(t)}))) for t in (0, 1, 2, 5, 20)]
    for narrow, wide in pairwise(by_tolerance):
        assert wide <= narrow, told(found)
    assert not by_tolerance[-1] or any(not _is_on_line(claim) for claim in found), told(found)


def _is_on_line(claim: Claim) -> bool:
    return isinstance(claim.value, Value) and claim.value.is_on_line


@law()
@given(claim_lists(claims(), retract=False), claims(chance=0), chains)
def test_a_claim_of_another_source_removes_no_conflict(found: list[Claim], more: Claim, via: tuple[str, ...]) -> None:
    """It can correct, back off from or withdraw nothing. (A joint conflict may become one of two claims.)"""
    added = [*found, evolve(more, source="Zoe", via=via, id="new")]
    after = {c.fingerprint: BY_SEVERITY[c.severity] for c in check(added)}
    for conflict in check(found):
        assert conflict.fingerprint in after, told(added)
        if not conflict.joint:
            assert after[conflict.fingerprint] >= BY_SEVERITY[conflict.severity], told(added)


@law()
@given(claim_lists(claims(list(MEANINGS), sources=("Ann", "Bob"), chance=6), retract=False), st.data())
def test_a_correction_never_clashes_with_what_it_corrects(found: list[Claim], data: st.DataObject) -> None:
    """Of a source with a name, of whose claims all moments are known."""
    in_order = [
        evolve(c, asserted_at=data.draw(st.sampled_from(INSTANTS)), utterance=None, anonymous=False) for c in found
    ]
    report = check(in_order)
    for conflict in report:
        for pair in conflict.pairs():
            same_source = pair.a.source == pair.b.source
            assert not same_source or pair.a.asserted_at == pair.b.asserted_at, told(in_order)
    for revision in report.revisions:
        assert revision.earlier.source == revision.later.source
        for conflict in report:
            assert revision.earlier.id not in ids(conflict.claims), told(in_order)


@law()
@given(anything)
def test_fingerprints_name_items(found: list[Claim]) -> None:
    """Two conflicts never share one, and an item keeps its own when claims on other items come and go."""
    report = check(found)
    prints = [c.fingerprint for c in report]
    assert len(set(prints)) == len(prints), told(found)
    others = [evolve(c, subject="elsewhere", subject_id=None, retracts=None, id="x" + c.id) for c in found]
    assert set(prints) <= {c.fingerprint for c in check([*others, *found])}, told(found)


# Found by the laws: what one source says at one moment, and what it says later

NINE, NOON = "2025-07-21T09:00:00+03:00", "2025-07-21T12:00:00+03:00"


def exactly(number: int) -> Value:
    return Value("count", Extent.point(number), Extent.point(number))


def between(lo: int, hi: int) -> Value:
    return Value("count", Extent.closed(lo, hi), Extent.closed(lo, hi))


def claim(id_: str, value: Value, source: str, asserted_at: str | None, **fields: Any) -> Claim:
    attribute = fields.pop("attribute", "height")
    return Claim("talks", attribute, value, source, asserted_at=asserted_at, id=id_, **fields)


OTHER = claim("b", exactly(5), "Bob", NINE)
SETTLED: list[tuple[str, list[Claim], str]] = [
    (
        "of one source's prints of one moment the firm one speaks, whatever the ids",
        [claim("1", exactly(0), "Ann", NINE, hedged=True), claim("2", exactly(0), "Ann", NINE), OTHER],
        "contradiction",
    ),
    (
        "the same with the ids the other way round",
        [claim("2", exactly(0), "Ann", NINE, hedged=True), claim("1", exactly(0), "Ann", NINE), OTHER],
        "contradiction",
    ),
    (
        "the finer print of one moment speaks, for a vaguer one beside it takes nothing back",
        [
            claim("1", exactly(5), "Ann", NINE),
            claim("2", Value("count", *(Extent.point(0) | Extent.point(5),) * 2), "Ann", NINE),
            claim("b", exactly(0), "Bob", NINE),
        ],
        "contradiction",
    ),
    (
        "of what changes freely an undated print is no copy of a dated one",
        [
            claim("1", exactly(0), "Ann", NINE, via=["Dov"], attribute="held"),
            claim("2", exactly(0), "Ann", None, attribute="held"),
            evolve(OTHER, attribute="held"),
        ],
        "contradiction",
    ),
    (
        "a toll that has grown takes nothing back from the earlier figure",
        [
            claim("1", between(1, 2), "Ann", NINE, attribute="killed"),
            claim("2", exactly(5), "Ann", NOON, attribute="killed"),
            claim("b", exactly(0), "Bob", NINE, attribute="killed"),
        ],
        "contradiction",
    ),
    (
        "one utterance is one moment, also of what changes freely",
        [
            claim("1", exactly(0), "Ann", None, utterance="u", via=["Bob"], attribute="held"),
            claim("2", exactly(1), "Ann", None, utterance="u", via=["Cyd"], attribute="held"),
        ],
        "contradiction",
    ),
]


@pytest.mark.parametrize(("why", "found", "severity"), SETTLED, ids=[why for why, _, _ in SETTLED])
def test_what_one_source_says(why: str, found: list[Claim], severity: str) -> None:
    assert [c.severity.value for c in check(found)] == [severity], why + told(found)


def test_if_the_order_runs_in_a_circle_all_stand() -> None:
    """East of the date line 24 July comes before 22 July west of it, and 23 July lies between."""
    found = [
        claim("1", exactly(0), "Ann", "2025-07-24T01:00:00+14:00"),
        claim("2", exactly(1), "Ann", "2025-07-22T23:30:00-12:00"),
        claim("3", exactly(2), "Ann", "2025-07-23"),
    ]
    report = check(found)
    assert [(c.severity.value, c.kind, c.n_pairs) for c in report] == [("tension", "self-contradiction", 3)]
    assert report.revisions == ()


def test_a_restated_claim_still_came_through_its_relay() -> None:
    """Cyd passed on Ann's first claim, so he is no second origin, though she has said it herself since."""
    found = [
        claim("1", exactly(0), "Ann", NINE, via=["Cyd"]),
        claim("2", exactly(0), "Ann", NOON),
        claim("3", exactly(0), "Cyd", NINE),
        claim("b", exactly(5), "Bob", NINE),
    ]
    (conflict,) = check(found)
    assert {camp.origins for camp in conflict.camps} == {("Ann",), ("Bob",)}


def test_a_refined_claim_stands_beside_what_refines_it() -> None:
    """So that "the coming week", said on Saturday, still takes no side once its source has said "Wednesday"."""
    found = [claim("1", between(0, 3), "Ann", NINE), claim("2", exactly(1), "Ann", NOON), OTHER]
    (conflict,) = check(found)
    assert conflict.n_pairs == 2
    assert ids(conflict.claims) == {"1", "2", "b"}
