"""A print is found to be one of some others exactly if a look at each of them finds so."""

from __future__ import annotations

import random
from itertools import product

from test_clashes import HOUR, MOMENTS, extent

from conflicts import Claim, Relation, Value
from conflicts.copies import Copies, possible, shelves
from conflicts.moments import Order, order
from conflicts.standing import moment_order


def test_what_can_be_one_moment_is_found_once() -> None:
    claims = [Claim("s", "a", 1, "A", asserted_at=moment) for moment in MOMENTS]
    for a, b in product([claim.asserted_at for claim in claims], repeat=2):
        common = set(shelves(a)) & set(possible(b))
        assert len(common) == (order(a, b) in (Order.SAME, Order.UNKNOWN)), (a, b)


def printed(draw: random.Random) -> tuple[Claim, Value]:
    strict = extent(draw, 4 * HOUR)
    clock = draw.choice(["floating", "zoned", None])
    value = Value("time", strict, strict, clock=clock, offset=draw.choice([None, 0, 3 * HOUR]))  # type: ignore[arg-type]
    claim = Claim(
        "talks",
        "held",
        value,
        "Ann",
        asserted_at=draw.choice(MOMENTS),
        published_at=draw.choice(MOMENTS),
        utterance=draw.choice([None, "u", "w"]),
        via=draw.choice([(), ("AP",)]),
    )
    return claim, value


def test_prints_go_together_by_moment_and_value() -> None:
    found = []
    for seed in range(400):
        draw = random.Random(seed)
        copies = Copies()
        taken = [(draw.choice("xy"), *printed(draw)) for _ in range(draw.randrange(5))]
        for about, claim, value in taken:
            copies.add(about, claim, value)
        for _ in range(3):
            about, (claim, value) = draw.choice("xyz"), printed(draw)
            expected = any(
                other == about
                and moment_order(target, claim) in (Order.SAME, Order.UNKNOWN)
                and said.relation(value) is Relation.COMPATIBLE
                for other, target, said in taken
            )
            assert copies.has(about, claim, value) == expected, seed
            found.append(expected)
    assert found.count(True) > 150
    assert found.count(False) > 150
