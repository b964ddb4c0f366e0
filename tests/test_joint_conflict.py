"""Conflicts over several items as the report tells them, and the fewest claims whose withdrawal settles all."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from conflicts import Claim, InputError, Report, Severity, Vocabulary, find_conflicts

NOON = "2025-07-22T12:00:00+03:00"
VOCABULARY = Vocabulary.default()


def before(id_: str, a: str, b: str, **fields: Any) -> Claim:
    return Claim(a, "before", b, fields.pop("source", f"Source {id_}"), id=id_, **{"asserted_at": NOON, **fields})


def told(id_: str, subject: str, attribute: str, value: str) -> Claim:
    return Claim(subject, attribute, value, f"Source {id_}", id=id_, asserted_at=NOON)


CIRCLE = [before("a", "A", "B"), before("b", "B", "C"), before("c", "C", "A")]


def report(*claims: Claim, **limits: Any) -> Report:
    return find_conflicts(claims, VOCABULARY, **limits)


def test_a_joint_conflict_tells_what_it_is() -> None:
    (conflict,) = report(*CIRCLE)
    assert conflict.severity is Severity.CONTRADICTION
    assert (conflict.kind, conflict.joint, conflict.rules) == ("joint", True, ())
    assert (conflict.n_pairs, list(conflict.pairs()), conflict.retractions) == (0, [], 1)
    assert (conflict.camps, conflict.neutral) == ((), ())
    assert sorted(claim.id for claim in conflict.claims) == ["a", "b", "c"]
    assert [statement.claim.id for statement in conflict.statements] == [c.id for c in conflict.claims]
    assert conflict.items == tuple(sorted(conflict.items))
    assert len(set(conflict.items)) == 3


def test_a_tension_is_one_that_a_fair_reading_resolves() -> None:
    (conflict,) = report(*CIRCLE[:2], before("c", "C", "A", hedged=True))
    assert conflict.severity is Severity.TENSION


def test_the_fingerprint_depends_on_the_statements_alone() -> None:
    prints = {report(*order)[0].fingerprint for order in itertools.permutations(CIRCLE)}
    assert len(prints) == 1
    (other,) = report(*CIRCLE[:2], before("d", "C", "A"))
    assert other.fingerprint not in prints
    both = report(*CIRCLE, before("d", "C", "A"))
    assert {conflict.fingerprint for conflict in both} == prints | {other.fingerprint}


def test_copies_are_listed_with_what_they_copy() -> None:
    copy = before("k", "C", "A", source="Source c", via=["Daily"])
    (conflict,) = report(*CIRCLE, copy)
    assert sorted(claim.id for claim in conflict.claims) == ["a", "b", "c", "k"]
    assert len(conflict.statements) == 3
    assert conflict.retractions == 1


WITHDRAWALS: list[tuple[str, list[Claim], list[str], bool, str]] = [
    ("nothing", CIRCLE[:2], [], True, "nothing to settle"),
    ("one circle", CIRCLE, ["a"], True, "any of the three, so the first by id"),
    ("two that share a claim", [*CIRCLE, before("d", "C", "A")], ["a"], True, "a or b is in both"),
    (
        "two that share the last",
        [*CIRCLE, before("x", "B", "D"), before("y", "D", "C"), before("z", "A", "X")],
        ["a"],
        True,
        "A before B is in both",
    ),
    (
        "two apart",
        [*CIRCLE, before("x", "X", "Y"), before("y", "Y", "Z"), before("z", "Z", "X")],
        ["a", "x"],
        True,
        "one of each",
    ),
    (
        "a dispute on one item",
        [told("a", "strike", "killed", "5"), told("b", "strike", "killed", "9")],
        [],
        True,
        "the sides are told there",
    ),
    (
        "many that hang together",
        [before("a", "A", "B"), *(before(f"b{n}", "B", f"C{n}") for n in range(15))]
        + [before(f"c{n}", f"C{n}", "A") for n in range(15)],
        ["a"],
        False,
        "31 claims in sets that overlap: more than are tried out",
    ),
]


@pytest.mark.parametrize(("name", "claims", "expected", "exact", "why"), WITHDRAWALS, ids=[w[0] for w in WITHDRAWALS])
def test_the_fewest_withdrawals(name: str, claims: list[Claim], expected: list[str], exact: bool, why: str) -> None:
    for given in (claims, claims[::-1]):
        found = report(*given)
        assert [claim.id for claim in found.fewest_withdrawals.claims] == expected, why
        assert found.fewest_withdrawals.is_exact is exact, why
        left = [claim for claim in claims if claim.id not in expected]
        assert not any(conflict.joint for conflict in report(*left)), "that settles all"


def test_the_report_tells_what_several_have_in_common() -> None:
    text = report(*CIRCLE, before("d", "C", "A")).explain()
    assert "Joint conflicts together" in text
    assert "in several: a (2), b (2)" in text
    assert "all 2 are settled if a is withdrawn (no fewer do)" in text
    assert "Joint conflicts together" not in report(*CIRCLE).explain(), "there is only one"
    apart = report(*CIRCLE, before("x", "X", "Y"), before("y", "Y", "Z"), before("z", "Z", "X")).explain()
    assert "all 2 are settled if a and x are withdrawn (no fewer do)" in apart
    assert "in several" not in apart
    assert "any one of them is withdrawn" in apart


def test_what_a_limit_left_out_is_told() -> None:
    more = [*CIRCLE, before("d", "C", "A")]
    whole, cut = report(*more), report(*more, max_joint=1)
    assert (len(whole), whole.truncated) == (2, False)
    assert (len(cut), cut.truncated) == (1, True)
    assert "a limit was reached: there may be more than are listed" in cut.explain()
    assert "a limit was reached" not in whole.explain()
    small = report(*more, max_joint_size=2)
    assert (len(small), small.truncated) == (0, True)


def test_of_two_claims_it_is_told_what_they_are_in_together() -> None:
    found = report(*CIRCLE, before("e", "E", "F"))
    (conflict,) = found
    text = found.explain("a", "b")
    assert text.endswith(f"Together with others they cannot be true: {conflict.because}")
    assert text == found.explain(CIRCLE[0], CIRCLE[1])
    assert "Together" not in found.explain("a", "e")
    with pytest.raises(InputError, match="give two claims, or none"):
        found.explain("a")
    with pytest.raises(InputError):
        found.explain("a", "nobody")


def test_of_two_claims_in_several_one_is_told() -> None:
    found = report(*CIRCLE, before("d", "C", "A"))
    assert found.explain("a", "b").count("Together with others") == 1
