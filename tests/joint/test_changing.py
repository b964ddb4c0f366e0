"""Figures that change, when there are very many: the same as when all of them are looked at together."""

from __future__ import annotations

import random

import pytest

from conflicts import Claim, Vocabulary, find_conflicts
from conflicts.joint import changing
from conflicts.joint.problem import parts

ATTRIBUTES = ("killed", "killed_children", "killed_women", "killed_or_injured", "injured")
VOCABULARY = Vocabulary.default() | Vocabulary.from_dict({"constraints": ["killed_children + killed_women <= killed"]})


def told(seed: int) -> list[Claim]:
    draw = random.Random(seed)
    claims = []
    for n in range(draw.randint(3, 10)):
        day = f"2025-07-0{draw.randint(1, 3)}"
        at = draw.choice([day, f"{day}T{draw.randint(0, 23):02}:00Z", f"{day}T{draw.randint(0, 23):02}:00+09:00", None])
        value = draw.choice(["{}", "{}", "at least {}", "about {}", "up to {}"]).format(draw.randint(0, 12))
        claims.append(Claim("s", draw.choice(ATTRIBUTES), value, f"source {n}", asserted_at=at, id=str(n)))
    return claims


def found(claims: list[Claim]) -> list[tuple[str, list[str]]]:
    return [(c.severity.value, sorted(claim.id for claim in c.claims)) for c in find_conflicts(claims, VOCABULARY)]


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_many_figures_are_judged_as_few_are(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stories = [told(seed) for seed in range(first, first + 50)]
    together = [found(claims) for claims in stories]
    assert any(together)
    monkeypatch.setattr(parts, "MOST_CHANGING", 0)
    for claims, expected in zip(stories, together, strict=True):
        assert found(claims) == expected, "\n".join(map(str, claims))


def test_a_long_feed_that_fits_is_not_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []
    kept = changing._may_fail

    def counted(*given: object) -> bool:
        calls.append(given)
        return kept(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(changing, "_may_fail", counted)
    claims = [
        Claim("s", "killed", str(n), f"source {n}", asserted_at=f"2025-07-{1 + n // 24:02}T{n % 24:02}:00Z")
        for n in range(20, 320)
    ]
    claims.append(Claim("s", "killed_children", "5", "hospital", asserted_at="2025-07-03T10:00Z"))
    report = find_conflicts(claims)
    assert [conflict for conflict in report if conflict.joint] == []
    assert not report.truncated
    assert len(calls) <= len(claims), "each moment once"
    late = Claim("s", "killed_children", "400", "clinic", asserted_at="2025-07-01T10:00Z")
    report = find_conflicts([*claims, late])
    assert any(conflict.joint for conflict in report.contradictions)
    assert report.truncated, "far more pairs cannot be true than are listed"
