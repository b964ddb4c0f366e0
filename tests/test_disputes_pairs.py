"""A dispute, against a look at every pair and every group of its statements; values are sets on a short line."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_
from typing import Final

import pytest
from stories import check, claim

from conflicts import Claim, Relation, Severity, Value, detect
from conflicts.disputes import KINDS, Dispute, dispute
from conflicts.items import Item
from conflicts.statements import Statement
from conflicts.values.extent import EVERYTHING, Extent

POINTS: Final = range(6)
Seen = tuple[Item, list[Statement], Dispute | None]


@pytest.fixture(name="seen")
def _seen(monkeypatch: pytest.MonkeyPatch) -> list[Seen]:
    """What was asked of `dispute` and what it answered, while claims are checked."""
    found: list[Seen] = []

    def watched(item: Item, statements: list[Statement]) -> Dispute | None:
        found.append((item, statements, dispute(item, statements)))
        return found[-1][-1]

    monkeypatch.setattr(detect, "dispute", watched)
    return found


def some_set(draw: random.Random, most: int) -> Extent:
    """Up to `most` stretches of the short line, or all that lies outside them."""
    ends = sorted(draw.sample(POINTS, 2 * draw.randint(1, most)))
    found = Extent([((a, 0), (b, 0)) for a, b in zip(ends[::2], ends[1::2], strict=True)])
    return draw.choice([found, found, Extent.point(ends[0]), ~found])


def some_value(draw: random.Random, most: int) -> Value:
    strict = some_set(draw, most)
    loose = draw.choice([strict, strict, strict | some_set(draw, most), strict | some_set(draw, 1)])
    return Value("count", strict, loose)


def some_claims(draw: random.Random, attribute: str, most: int) -> list[Claim]:
    """Of one to seven sources, some unnamed, each once or more often, at moments that can be told apart or not."""
    sources = draw.choice(["A", "AB", "ABCDEFG"])
    one, many = ["2025-07-22T09:00Z"], ["2025-07-22T09:00Z", "2025-07-22T12:00Z", "2025-07-22", None]
    clocks: list[str | None] = draw.choice([[*one], many])
    return [
        claim(
            f"c{n}",
            attribute,
            some_value(draw, most),
            draw.choice(sources),
            draw.choice(clocks),
            via=draw.choice([(), (), ("AP",), ("AFP",)]),
            hedged=draw.random() < 0.1,
            anonymous=draw.random() < 0.2,
            polarity=draw.choice(["affirmed"] * 4 + ["denied"]),
        )
        for n in range(draw.randint(1, 8))
    ]


def meet(extents: Iterable[Extent]) -> bool:
    return not reduce(and_, extents, EVERYTHING).is_empty


def sets(statements: Sequence[Statement], *, firm: bool) -> list[Extent]:
    return [s.value.loose if firm else s.value.strict for s in statements]


def groups(n: int) -> Iterator[tuple[int, ...]]:
    """All groups of `n`, the largest first."""
    return itertools.chain.from_iterable(itertools.combinations(range(n), size) for size in range(n, 0, -1))


def kind_of(item: Item, a: Statement, b: Statement) -> str:
    if a.origin == b.origin and not a.claim.anonymous:
        return "self-contradiction" if a.chain == b.chain else "misquote"
    return "denial" if a.speaker.is_denial or b.speaker.is_denial else "sources differ"


def agrees(item: Item, statements: list[Statement], found: Dispute | None) -> str | None:
    """Check a dispute, or that there is none, by brute force; the kind of it."""
    pairs = {
        (i, j): relation
        for i, j in itertools.combinations(range(len(statements)), 2)
        if (relation := item.relation(statements[i].speaker, statements[j].speaker)) is not Relation.COMPATIBLE
    }
    firm = {pair for pair, relation in pairs.items() if relation is Relation.CONTRADICTION}
    is_firm, is_clear = bool(firm), not pairs
    if item.is_line:
        is_firm, is_clear = not meet(sets(statements, firm=True)), meet(sets(statements, firm=False))
    if is_clear:
        assert found is None
        return None
    assert found is not None
    assert found.severity is (Severity.CONTRADICTION if is_firm else Severity.TENSION)
    worst = firm if is_firm else set(pairs)
    if not worst:
        return agrees_on_joint(statements, found, is_firm)

    at = [statements.index(statement) for statement in found.statements]
    assert sorted(at) == list(range(len(statements)))
    told = [(clash.a, clash.b) for clash in found.clashes()]
    assert all(a < b for a, b in told), "the lesser index first"
    assert len(told) == found.n_pairs == len(pairs)
    for clash in found.clashes():
        i, j = sorted((at[clash.a], at[clash.b]))
        assert clash.severity.value == pairs[i, j].value
        assert clash.kind == kind_of(item, statements[i], statements[j])
    assert found.kind == min((kind_of(item, statements[i], statements[j]) for i, j in worst), key=KINDS.index)
    assert not found.is_joint
    assert found.has_worst_pair

    def fits(group: tuple[int, ...]) -> bool:
        if item.is_line:
            return meet(sets([statements[i] for i in group], firm=is_firm))
        return worst.isdisjoint(itertools.combinations(group, 2))

    assert found.withdrawals == len(statements) - next(len(group) for group in groups(len(statements)) if fits(group))
    return found.kind


def agrees_on_joint(statements: list[Statement], found: Dispute, is_firm: bool) -> str:
    """No two clash as badly as all together: the fewest that do are shown."""
    assert (found.kind, found.is_joint, found.withdrawals) == ("joint", True, 1)
    assert all(statement in statements for statement in found.statements)
    assert not found.has_worst_pair
    shown = sets(found.statements, firm=is_firm)
    assert not meet(shown)
    assert all(meet(shown[:k] + shown[k + 1 :]) for k in range(len(shown))), "each is needed"
    return "joint"


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("attribute", ["height", "killed", "without_power"])
def test_a_dispute_is_what_all_pairs_and_groups_say(attribute: str, most: int, seen: list[Seen]) -> None:
    for seed in range(60):
        check(some_claims(random.Random(f"{attribute} {most} {seed}"), attribute, most))
    told = [agrees(*asked) for asked in seen]
    assert {None, *KINDS[:4]} <= set(told), "every kind was met"
    assert max(len(statements) for _, statements, _ in seen) >= 6


def value(strict: Extent, *others: int) -> Value:
    return Value("count", strict, reduce(lambda found, n: found | Extent.point(n), others, strict))


def test_exact_figures_can_exclude_each_other_loosely_only_all_together(seen: list[Seen]) -> None:
    """Strictly 1, 2 and 3 are pairs of tensions; loosely any two of them share a point, and no point is left."""
    told = {"A": value(Extent.point(1), 2), "B": value(Extent.point(2), 3), "C": value(Extent.point(3), 1)}
    (conflict,) = check(claim(name, "height", said, name) for name, said in told.items())
    assert (conflict.kind, conflict.severity, conflict.n_pairs) == ("joint", Severity.CONTRADICTION, 3)
    assert [agrees(*asked) for asked in seen] == ["joint"]


@pytest.mark.parametrize("n", [2, 3, 7, 12])
@pytest.mark.parametrize("attribute", ["height", "killed", "without_power"])
def test_of_figures_of_one_moment_that_all_differ_one_can_stand(attribute: str, n: int) -> None:
    (conflict,) = check(claim(f"c{k}", attribute, str(10 * k), f"S{k}", "2025-07-22T09:00Z") for k in range(n))
    assert (conflict.retractions, conflict.n_pairs) == (n - 1, n * (n - 1) // 2)
    assert [conflict.kind, conflict.severity] == ["sources differ", Severity.CONTRADICTION]


@pytest.mark.parametrize(("n", "fewest"), [(3, 1), (199, 1), (200, 1), (201, 2), (202, 2)])
def test_up_to_two_hundred_figures_in_time_the_fewest_withdrawals_are_exact(n: int, fewest: int) -> None:
    """31, then 12, then 41 from all others: but for the fall all can be true; of one moment only 41."""
    told = [(31, "2025-07-22T09:00Z"), (12, "2025-07-22T12:00Z"), *[(41, "2025-07-22T18:00Z")] * (n - 2)]
    (conflict,) = check(claim(f"c{k}", "killed", str(at), f"S{k}", moment) for k, (at, moment) in enumerate(told))
    assert conflict.retractions == fewest


@pytest.mark.parametrize(("n", "shown"), [(4, 3), (399, 3), (400, 3), (401, 401)])
def test_up_to_four_hundred_statements_a_joint_contradiction_is_minimal(n: int, shown: int) -> None:
    """Any two of 1 or 2, 2 or 3, 1 or 3 can be true, and all that is wider with them."""
    sides = [Extent.point(1) | Extent.point(2), Extent.point(2) | Extent.point(3), Extent.point(1) | Extent.point(3)]
    told = [Extent.closed(0, 4 + k) for k in range(n - 3)] + sides
    (conflict,) = check(claim(f"c{k}", "height", Value("count", s, s), f"S{k}") for k, s in enumerate(told))
    assert (conflict.kind, len(conflict.claims), conflict.retractions) == ("joint", shown, 1)
