"""No work grows faster than the number of claims on one item, but for what a stated budget caps."""

from __future__ import annotations

import math
import random

import growth
import pytest
from counting import counted
from growth import DETAILS, MOMENTS, SOURCES, VALUES, judged, story

from conflicts import apart, camps, disputes, standing, statements

SMALL, LARGE = 60, 240
BUDGETS = [
    (apart, "MOST_COMPARED", 100),
    (camps, "MOST_COMPARED", 100),
    (disputes, "MOST_CLIQUES_FROM", 10),
    (disputes, "MOST_SHRUNK", 10),
    (standing, "MANY", 8),
    (standing, "NEAR", 4),
    (statements, "MANY", 8),
    (statements, "MOST_TRIED", 4),
    (growth, "MOST_PAIRS", 10),
]


def some_shapes() -> list[growth.Shape]:
    """Every value twice and every detail at least twice, with any source and moment."""
    draw = random.Random(1)
    values, details, sources, moments = map(list, (VALUES, DETAILS, SOURCES, MOMENTS))
    return [
        (values[n % len(values)], draw.choice(sources), draw.choice(moments), details[n % len(details)])
        for n in range(2 * len(values))
    ]


SHAPES = some_shapes()


@pytest.mark.parametrize("shape", SHAPES, ids=", ".join)
def test_work_grows_no_faster_than_claims(shape: growth.Shape, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the claims take about four times the steps; budgets are made small, so that they are used up."""
    for module, name, least in BUDGETS:
        monkeypatch.setattr(module, name, least)
    claims = story(shape, LARGE)
    judged(claims[:20])  # what is read once for all
    few, many = (counted(lambda n=n: judged(claims[:n])) for n in (SMALL, LARGE))  # type: ignore[misc]
    assert math.log(many / few, LARGE / SMALL) < 1.2, (few, many)
