"""The laws of contradictions across items on many and larger stories: python tests/joint/joint_long.py

    --stories N   how many stories of 5 to 60 claims on which only the verdicts are compared (10,000)
    --small N     how many stories of 3 to 9 claims of each kind on which every reported set is (300)
    --seed N      where to begin, to look at other stories than last time (0)

It needs the repository's root and its `tests` on PYTHONPATH, and takes some minutes. It prints each story that
fails, cut down to the claims that are needed, and ends with 1 if there was one. No part of the quick suite.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator

from joint.joint_oracle import LEVELS, Arranged, Oracle
from joint.joint_stories import (
    EVENTS,
    KINDS,
    VOCABULARY,
    complaint,
    differences,
    disagreement,
    mixed_or_odd_claim,
    not_minimal,
    order_claim,
    story,
    world_story,
)

from conflicts import Claim

Law = Callable[[list[Claim]], list[str]]
MOST_SHOWN = 5


def verdicts(seeds: range) -> Iterator[tuple[object, list[Claim], Law]]:
    """Larger stories: a contradiction or none, a conflict or none, as z3 says; and what is reported is smallest."""
    for seed in seeds:
        draw = random.Random(f"long {seed}")
        claims = world_story(f"long {seed}", draw.randint(5, 60))
        yield seed, claims, disagreement
        if seed % 10 == 0:
            yield seed, claims, not_minimal
        if seed % 20 == 0:
            yield seed, story(f"long {seed}", mixed_or_odd_claim, draw.randint(8, 20)), not_minimal


def small(seeds: range) -> Iterator[tuple[object, list[Claim], Law]]:
    """Small stories of each kind: exactly the smallest impossible sets."""
    for seed in seeds:
        size = random.Random(f"small {seed}").randint(3, 9)
        for name, kind in KINDS.items():
            events = EVENTS[:2] if name in {"durations", "mixed"} else EVENTS[: 3 + seed % 2]
            yield f"{name} {seed}", story(f"long {seed}", kind, size, events), differences


def oracles(seeds: range) -> Iterator[tuple[object, list[Claim], Law]]:
    """The two oracles against each other."""
    arranged = Arranged(4)

    def differ(claims: list[Claim]) -> list[str]:
        oracle = Oracle(claims, VOCABULARY)
        same = all(oracle.minimal_sets(level) == arranged.minimal_sets(claims, EVENTS, level) for level in LEVELS)
        return [] if same else ["the oracles differ"]

    for seed in seeds:
        yield seed, story(f"long {seed}", order_claim, 8, EVENTS, hedged=0.2), differ


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--small", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    parts = {
        "oracles": oracles(range(options.seed, options.seed + options.small)),
        "small": small(range(options.seed, options.seed + options.small)),
        "verdicts": verdicts(range(options.seed, options.seed + options.stories)),
    }
    bad = 0
    for name, part in parts.items():
        start = time.process_time()
        checked = failed = 0
        for seed, claims, law in part:
            checked += 1
            if law(claims):
                failed += 1
                if failed <= MOST_SHOWN:
                    print(f"{name}: {complaint(seed, claims, law)}", flush=True)
        print(f"{name}: {checked:,} checked, {failed:,} failed, {time.process_time() - start:.0f} s", flush=True)
        bad += failed
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
