"""A detector says, after any sequence of steps, what the whole batch says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import MONDAY, NOON, SIX, TUESDAY, claim, when

from conflicts import Claim, Detector, InputError, Report, Vocabulary, find_conflicts

VOCABULARY = Vocabulary.default() | Vocabulary.from_dict({"attributes": {"member": {"single": False}}})


def told(report: Report) -> dict[str, Any]:
    """What a report says, whatever the order in which the claims came."""
    data = report.to_dict()
    data["claims"] = sorted(claim["id"] for claim in data["claims"])
    data["unread"] = sorted((entry["claim"], entry["reason"]) for entry in data["unread"])
    data["notes"] = sorted(map(str, data["notes"]))
    data["not_compared"] = sorted((sorted(entry["claims"]), entry["reason"]) for entry in data["not_compared"])
    return data


def test_a_name_that_two_subjects_bear_waits_for_one_of_them_to_go() -> None:
    """Its claims take part in nothing, can be retracted like any other, and join the one that is left."""
    country, state = (
        claim(id_, "population", value, source, subject="Georgia", subject_id=id_)
        for id_, value, source in (("Q230", "3.7 million", "A"), ("Q1428", "10.7 million", "B"))
    )
    named = claim("named", "population", "5 million", "C", subject="Georgia")
    detector = Detector()
    assert not detector.add([country, state, named])
    assert [unread.claim for unread in detector.report().unread] == [named]
    assert not detector.retract("named")
    assert detector.report().unread == ()
    detector.add([named])
    assert len(detector.retract("Q1428").new) == 1
    assert told(detector.report()) == told(find_conflicts([country, named]))
    assert [{claim.id for claim in conflict.claims} for conflict in detector.report()] == [{"Q230", "named"}]


FEW_CLAIMS = st.builds(
    Claim,
    subject=st.sampled_from(["talks", "Talks", "meeting"]),
    attribute=st.sampled_from(["scheduled_date", "killed", "member"]),
    value=st.sampled_from(
        ["July 23", "July 24", "in July", "not July 23", "12", "31", "at least 20", "nonsense 3 of 4", "withdrawn"]
    ),
    source=st.sampled_from(["A", "B", "C"]),
    via=st.sampled_from([(), ("A",), ("AFP",), ("AFP", "Daily")]),
    asserted_at=st.sampled_from([MONDAY, TUESDAY, NOON, SIX]),
    modality=st.sampled_from([None, None, "plan", "hypothetical"]),
    subject_id=st.sampled_from([None, None, None, "Q1", "Q2"]),
    retracts=st.sampled_from([None, None, None, "0", "1", "2"]),
)
STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 6), FEW_CLAIMS), min_size=1, max_size=14)


@settings(max_examples=250, derandomize=True, deadline=None)
@given(STEPS)
def test_equal_to_the_batch_after_any_sequence(steps: list[tuple[bool, int, Claim]]) -> None:
    detector = Detector(VOCABULARY)
    there: dict[str, Claim] = {}
    gone: set[str] = set()
    for is_retraction, number, drawn in steps:
        id_ = str(number)
        before = told(detector.report())
        if is_retraction:
            changes = detector.retract(id_)
            if there.pop(id_, None) is None:
                gone.add(id_)
        elif id_ in there:
            with pytest.raises(InputError):
                detector.add([Claim(**{**drawn.to_dict(), "source": "someone else", "retracts": None, "id": id_})])
            continue
        else:
            retracts = drawn.retracts if drawn.retracts != id_ else None
            coming = Claim(**{**drawn.to_dict(), "id": id_, "retracts": retracts})
            changes = detector.add([coming])
            if id_ in gone:
                gone.discard(id_)
            else:
                there[id_] = coming
        batch = find_conflicts(there.values(), VOCABULARY, errors="unread")
        after = told(detector.report())
        assert after == told(batch)
        known = {c["fingerprint"]: c for c in before["conflicts"]}
        now = {c["fingerprint"]: c for c in after["conflicts"]}
        assert {c.after.fingerprint for c in changes.new if c.after} == now.keys() - known.keys()
        assert {c.before.fingerprint for c in changes.settled if c.before} == known.keys() - now.keys()
        differing = {f for f in known.keys() & now.keys() if known[f]["camps"] != now[f]["camps"]}
        assert differing <= {c.after.fingerprint for c in changes.changed if c.after}


def test_what_a_step_changes() -> None:
    detector = Detector()
    assert not detector.add([when("a", "July 23", "A", MONDAY)])
    (new,) = detector.add([when("b", "July 24", "B", MONDAY)]).new
    assert new.before is None
    assert new.after is not None
    assert len(new.after.claims) == 2
    (changed,) = detector.add([when("c", "July 24", "C", MONDAY)]).changed
    assert changed.before is not None
    assert changed.after is not None
    assert (len(changed.before.claims), len(changed.after.claims)) == (2, 3)
    assert not detector.add([when("c", "July 24", "C", MONDAY)]), "the same claim again changes nothing"
    (settled,) = detector.add([when("d", "July 24", "A", TUESDAY)]).settled
    assert settled.after is None
    assert [r.earlier.id for r in detector.report().revisions] == ["a"]


def test_a_withdrawal_may_come_first() -> None:
    detector = Detector()
    detector.add([when("b", "July 24", "B", MONDAY), when("r", "withdrawn", "A", TUESDAY, retracts="a")])
    assert not detector.add([when("a", "July 23", "A", MONDAY)]), "it came withdrawn"


def test_a_claim_taken_out_before_it_comes_is_left_out_once() -> None:
    detector = Detector()
    assert not detector.retract("a")
    assert not detector.add([when("a", "July 23", "A", MONDAY), when("b", "July 24", "B", MONDAY)])
    assert len(detector) == 1
    assert detector.add([when("a", "July 23", "A", MONDAY)]).new


def test_a_subject_may_gain_an_id_later() -> None:
    detector = Detector()
    detector.add(
        [when("a", "July 23", "A", subject="talks"), when("b", "July 24", "B", subject="round", subject_id="Q1")]
    )
    assert not detector.report()
    assert detector.add([claim("c", "ordinal", "third", "C", subject="talks", subject_id="Q1")]).new
    assert detector.add([claim("d", "ordinal", "third", "C", subject="talks", subject_id="Q2")]).settled
    assert [unread.claim.id for unread in detector.report().unread if unread.claim] == ["a"]


def test_a_bad_claim_takes_none_of_its_batch_in() -> None:
    detector = Detector()
    detector.add([when("a", "July 23", "A", MONDAY)])
    with pytest.raises(InputError, match="'a' is the id of a claim with other content"):
        detector.add([when("b", "July 24", "B", MONDAY), when("a", "July 25", "A", MONDAY)])
    assert len(detector) == 1
