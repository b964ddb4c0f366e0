"""Contradictions across items, measured: python benchmarks/joint.py [--size N] [--runs R] [--only PART]

Order claims with 20 planted contradictions of 3 to 7 claims, in stories of 25 events and in one graph of N / 2 events.
The baseline is networkx's `find_negative_cycle` on the same network of starts and ends, built beforehand: a strict step
weighs -1, any other 0, and one more node reaches all. CPU time in one process, runs interleaved, medians; exponents
from growing the input a hundredfold up to N.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
from run import Row, medians

from conflicts import Claim, Detector, Vocabulary, find_conflicts
from conflicts.assertions import Assertion
from conflicts.detect import read
from conflicts.items import Group, Keys, group, subject_ids
from conflicts.joint import Found, Ties, components, contradictions, voices
from conflicts.joint.differences import network_of
from conflicts.joint.network import Network
from conflicts.joint.problem import Problem, problems
from conflicts.joint.solve import search as search_one
from conflicts.standing import Retractions

NOON = "2025-07-30T12:00:00+03:00"
PLANTED = 20
PER_STORY = 40
"""Claims in a story of 25 events."""
Step = tuple[int, str, int]
VOCABULARY = Vocabulary.default()


# What is claimed: events are numbers, and what is not planted is true of their order


def relation(draw: random.Random) -> str:
    """Mostly "before", sometimes a looser or a tighter word that is true of an earlier event and a later one."""
    return draw.choice(("before",) * 8 + ("not_after", "meets"))


def stories(n: int, draw: random.Random) -> tuple[list[Step], list[range]]:
    """Stories of 25 events each; and the numbers of the events of each."""
    steps = []
    ranges = []
    for first in range(0, n // PER_STORY * 25, 25):
        ranges.append(range(first, first + 25))
        for _ in range(PER_STORY):
            a = draw.randrange(24)
            steps.append((first + a, relation(draw), first + draw.randint(a + 1, min(24, a + 8))))
    return steps, ranges


def giant(n: int, draw: random.Random) -> tuple[list[Step], list[range]]:
    """One graph of half as many events as claims."""
    events = max(25, n // 2)
    steps = []
    for _ in range(n):
        a = draw.randrange(events - 1)
        steps.append((a, relation(draw), draw.randint(a + 1, min(events - 1, a + 12))))
    width = events // PLANTED
    return steps, [range(k * width, (k + 1) * width) for k in range(PLANTED)]


def planted(steps: list[Step], ranges: list[range], draw: random.Random) -> list[Step]:
    """20 claims, each of which closes a circle of 3 to 7 claims, each in a place of its own."""
    after: dict[int, list[int]] = {}
    for a, word, b in steps:
        if word == "before":
            after.setdefault(a, []).append(b)
    added: list[Step] = []
    places = draw.sample(ranges, len(ranges))
    while len(added) < PLANTED:
        start = event = draw.choice(places[-1])
        for _ in range(2 + len(added) % 5):
            event = draw.choice(after.get(event, [-1]))
        if event >= 0:
            added.append((event, "before", start))
            places.pop()
        else:
            places.insert(0, places.pop())
    return added


def claims_of(steps: list[Step]) -> list[Claim]:
    return [
        Claim(f"event {a}", word, f"event {b}", f"Agency {n % 3000}", asserted_at=NOON, id=f"c{n}")
        for n, (a, word, b) in enumerate(steps)
    ]


def network(steps: list[Step]) -> nx.DiGraph[Any]:
    """The same claims as differences of starts (2 e) and ends (2 e + 1): an edge u -> v of weight w says v - u <= w."""
    graph: nx.DiGraph[Any] = nx.DiGraph()

    def at_most(later: int, earlier: int, weight: int) -> None:
        if weight < graph.get_edge_data(later, earlier, {"weight": 1})["weight"]:
            graph.add_edge(later, earlier, weight=weight)

    for event in {e for a, _, b in steps for e in (a, b)}:
        at_most(2 * event + 1, 2 * event, -1)
    for a, word, b in steps:
        if word == "before":
            at_most(2 * b, 2 * a + 1, -1)
        elif word == "meets":
            at_most(2 * b, 2 * a + 1, 0)
            at_most(2 * a + 1, 2 * b, 0)
        else:  # not_after
            at_most(2 * b + 1, 2 * a, 0)
    graph.add_weighted_edges_from([("all", node, 0) for node in list(graph)])
    return graph


def consistent(steps: list[Step]) -> list[Step]:
    """The steps without "meets", of which several of chance cannot hold together."""
    return [(a, "before" if word == "meets" else word, b) for a, word, b in steps]


def baseline(graph: nx.DiGraph[Any]) -> str:
    """Networkx on the network; at times it detects a negative cycle and fails to name it: that counts as found."""
    try:
        return f"{len(nx.find_negative_cycle(graph, 'all')) - 1} steps"
    except nx.NetworkXError as error:
        return "none" if str(error).startswith("No negative") else "not named"


# The measurements


def grouped(claims: list[Claim]) -> list[Group]:
    """The claims read and sorted by item: what the joint step starts from."""
    asserted = [found for found in read(claims, VOCABULARY) if isinstance(found, Assertion)]
    groups, _ = group(asserted, Keys(VOCABULARY, subject_ids(asserted, VOCABULARY)))
    return groups


def joint_step(groups: list[Group], **limits: int) -> Callable[[], Found]:
    """The joint step alone: voices, components, networks, search."""

    def step() -> Found:
        return contradictions(groups, Ties(VOCABULARY), Retractions((), VOCABULARY), **limits)

    return step


def built(groups: list[Group]) -> list[tuple[Problem, Network]]:
    """The networks of all components, built beforehand, as those of the baseline are."""
    ties, retractions = Ties(VOCABULARY), Retractions((), VOCABULARY)
    found = []
    for component in components(groups, ties):
        told = sorted((v for g in component for v in voices(g, VOCABULARY, retractions)), key=lambda v: v.rank)
        found += [(problem, network_of(problem)[0]) for problem in problems(told, ties)]
    return found


def first_of(networks: list[tuple[Problem, Network]]) -> object:
    """The first contradiction of the first network that has one, shrunk."""
    return next((sets for p, network in networks if (sets := search_one(p, network, 1, 7).sets)), None)


def all_of(networks: list[tuple[Problem, Network]]) -> list[Any]:
    """All contradictions of up to 7 claims."""
    return [one for p, network in networks for one in search_one(p, network, 100_000, 7).sets]


def inputs(n: int, shape: Callable[..., tuple[list[Step], list[range]]]) -> tuple[list[Step], list[Step]]:
    """True claims of one shape, and the same with the planted ones among them."""
    draw = random.Random(f"{shape.__name__} {n}")
    true, ranges = shape(n - PLANTED, draw)
    true = consistent(true)
    both = [*true, *planted(true, ranges, draw)]
    draw.shuffle(both)
    return true, both


def search(n: int, runs: int) -> Iterator[Row]:
    """The first and all small contradictions, against networkx; how each grows."""
    for shape, words in ((stories, "25-event stories"), (giant, "one giant graph")):
        taken: dict[int, tuple[float, float, float, float]] = {}
        counts = ""
        for size in (max(1000, n // 100), n):
            _, steps = inputs(size, shape)
            groups, graph = grouped(claims_of(steps)), network(steps)
            networks = built(groups)
            whole = joint_step(groups, most=100_000)

            def first(networks: list[tuple[Problem, Network]] = networks) -> object:
                return first_of(networks)

            def every(networks: list[tuple[Problem, Network]] = networks) -> object:
                return all_of(networks)

            def other(graph: nx.DiGraph[Any] = graph) -> object:
                return baseline(graph)

            a, b, c, d = medians(first, every, whole, other, runs=runs)
            taken[size] = (a, b, c, d)
            found = whole()
            sizes = sorted(len(joint.voices) for joint in found.joints)
            counts = f"{len(sizes)} found, of {sizes[0]} to {sizes[-1]} claims" if sizes else "none found"
            counts += ", truncated" if found.is_truncated else ""
        small, large = sorted(taken)
        growth = math.log(large / small)
        exponents = [
            math.log(max(b, 1e-9) / max(a, 1e-9)) / growth for a, b in zip(taken[small], taken[large], strict=True)
        ]
        one, all_, step, theirs = taken[large]
        what = f"{large:,} order claims, 20 planted contradictions, in {words}"
        against = f"networkx find_negative_cycle: {theirs:.2f} s, exponent {exponents[3]:.2f}"
        yield f"{what}: the first", against, f"{one / theirs:.3f}× ({one:.3f} s), exponent {exponents[0]:.2f}"
        yield (
            f"the same: all of up to 7 claims ({counts})",
            "the same",
            f"{all_ / theirs:.2f}× ({all_:.2f} s), exponent {exponents[1]:.2f}",
        )
        yield (
            "the same: all, the building of our networks from the read claims counted",
            "the same, its building not counted",
            f"{step / theirs:.2f}× ({step:.2f} s), exponent {exponents[2]:.2f}",
        )


def wrong(n: int, runs: int) -> Iterator[Row]:
    """The giant graph with one claim in a hundred the wrong way round: the search must end, and say that it was cut."""
    _, steps = inputs(n, giant)
    draw = random.Random(f"wrong {n}")
    bad = [(b, word, a) if draw.random() < 0.01 else (a, word, b) for a, word, b in steps]
    first = joint_step(grouped(claims_of(steps)), most=1)
    cut = joint_step(grouped(claims_of(bad)))
    a, b = medians(first, cut, runs=runs)
    found = cut()
    yield (
        f"the giant graph with 1 % wrong claims, default bounds: {len(found.joints)} found, "
        f"truncated {found.is_truncated}",
        f"the joint step on the same with 20 planted: {a:.2f} s",
        f"{b / a:.1f}× ({b:.2f} s)",
    )


def clean(n: int, runs: int) -> Iterator[Row]:
    """Consistent input: all of find_conflicts against reading the claims alone."""
    for shape, words in ((stories, "25-event stories"), (giant, "one giant graph")):
        true, _ = inputs(n, shape)
        claims = claims_of(true)
        step = joint_step(grouped(claims))

        def reading(claims: list[Claim] = claims) -> object:
            return read(claims, VOCABULARY)

        def whole(claims: list[Claim] = claims) -> object:
            return find_conflicts(claims, VOCABULARY)

        a, b, c = medians(step, reading, whole, runs=runs)
        found = find_conflicts(claims, VOCABULARY)
        assert not found.conflicts
        yield (
            f"{len(claims):,} consistent order claims in {words}: the joint step",
            f"reading the claims: {b:.2f} s",
            f"{a / b:.2f}× ({a:.2f} s); all of find_conflicts {c / b:.2f}×",
        )


def feed(n: int, runs: int) -> Iterator[Row]:
    """One more order claim for a detector that holds few stories, or many: work in its own story alone."""
    taken = {}
    for size in (max(1000, n // 100), n):
        true, _ = inputs(size, stories)
        detector = Detector(VOCABULARY)
        detector.add(claims_of(true))
        draw = random.Random(7)
        each = []
        for number in range(40 * runs):
            first = draw.randrange(len(true) // PER_STORY) * 25
            a = draw.randrange(24)
            told = f"event {first + a}", "before", f"event {first + draw.randint(a + 1, 24)}"
            one = Claim(*told, f"Bureau {number}", asserted_at=NOON, id=f"n{number}")
            start = time.process_time()
            detector.add([one])
            each.append(time.process_time() - start)
        taken[size] = statistics.median(each)
    small, large = sorted(taken)
    yield (
        f"Detector: one order claim added to {large:,} in 25-event stories",
        f"added to {small:,}: {taken[small] * 1e3:.2f} ms",
        f"{taken[large] / taken[small]:.1f}× ({taken[large] * 1e3:.2f} ms)",
    )


PARTS: dict[str, Callable[[int, int], Iterator[Row]]] = {"search": search, "wrong": wrong, "clean": clean, "feed": feed}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000, help="how many order claims (100,000)")
    parser.add_argument("--runs", type=int, default=3, help="of how many runs the median is told (3)")
    parser.add_argument("--only", choices=PARTS, help="one part")
    options = parser.parse_args()
    print("| what | baseline | measured |\n|---|---|---|")
    for name, part in PARTS.items():
        if options.only in {None, name}:
            for row in part(options.size, options.runs):
                print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
