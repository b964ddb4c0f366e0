"""The minimal contradictory sets of one problem: by cycles of its network, or by asking the oracle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product
from math import prod
from sys import maxsize
from typing import Final

from attrs import define, evolve

from conflicts.camps import Sweep
from conflicts.items import ORDER
from conflicts.joint.budget import Budget
from conflicts.joint.differences import network_of
from conflicts.joint.minimal import Core, Known, Labels, all_minimal, fewest, shrunk
from conflicts.joint.network import ORIGIN, RULE, Cycles, Network, Row, potential
from conflicts.joint.oracle import Oracle
from conflicts.joint.problem import Problem
from conflicts.values.extent import LINE

STEPS: Final = 300_000
STEPS_AN_EDGE: Final = 20
"""How many steps the search for the sets of one network may take: so many, and so many more for each edge."""
PASSES: Final = 50
"""How often the potential of a network may look at each of its edges."""
QUESTIONS: Final = 3_000_000
"""How many coefficients the oracle of one problem may look at, all questions together."""
MOST_ASKED: Final = 400
"""A problem that is no network is searched for all its sets if it has so many voices or fewer, else for one."""
MOST_SIDES: Final = 256
"""How many ways to take sides in the disputes of single items are looked at."""
SHOWS_LARGER: Final = 7
"""With this limit on the size of sets, or a higher one, a problem that has only larger ones shows one of them."""
FURTHER: Final = 5
"""How many labels more than asked for are tried, to tell whether larger sets are left."""


@define
class Sets:
    """Minimal contradictory sets of voices, by index, and whether others may be left."""

    sets: list[Labels]
    is_truncated: bool = False


def is_consistent(problem: Problem) -> bool:
    """Whether all voices can be right, disputes inside single items included: what decides whether to look closer."""
    network, is_whole = network_of(problem)
    if not is_whole or _has_choice(problem):
        oracle = Oracle(problem, Budget(QUESTIONS))
        return oracle.core(frozenset(range(len(problem.voices)))) is None and oracle.is_complete
    found = potential(network, _patience(network.rows), first_only=True)
    return found.is_complete and not found.cycles


def minimal_sets(problem: Problem, most: int, size: int) -> tuple[Sets, Sets]:
    """The minimal sets that no fair reading allows, and those that only the best readings exclude.

    Sets of voices on one item are left to the disputes of single items. Up to `size` voices each; where there are only
    larger ones, one of them (see `SHOWS_LARGER`). Ends after more than `most` sets.
    """
    is_same = all(v.assertion.value.strict == v.assertion.value.loose for v in problem.voices)
    strict = _sets(problem, most, size)
    if is_same and not problem.has_slack and problem.moment is None:
        return strict, Sets([])
    firm = _sets(evolve(problem, is_loose=True), most, size)
    known = set(firm.sets)
    return firm, Sets([one for one in strict.sets if one not in known], strict.is_truncated)


def _sets(problem: Problem, most: int, size: int) -> Sets:
    network, is_whole = network_of(problem)
    is_exact = is_whole and not _has_choice(problem)
    if not is_exact and len(problem.voices) <= MOST_ASKED:
        return _by_questions(problem, most, size)
    found = search(problem, network, most, size)
    found.is_truncated |= not is_exact
    if not is_whole and not found.sets and size >= SHOWS_LARGER:
        found.sets = _one_by_questions(problem)
    return found


def _has_choice(problem: Problem) -> bool:
    """Whether some voice has several readings, of which a network knows only what they have in common."""
    return any(len(problem.options(n)) > 1 for n in range(len(problem.voices)))


def _one_by_questions(problem: Problem) -> list[Labels]:
    """The first set that asking about one way to take sides after the other shows."""
    oracle = Oracle(problem, Budget(QUESTIONS))
    for side in _sides(problem)[0]:
        core = oracle.core(side)
        one = shrunk(core, oracle.core) if core else None
        if one and _is_across(problem, one):
            return [one]
    return []


def _is_one_item(problem: Problem, labels: Labels) -> bool:
    """Whether several voices speak of one item: their dispute is told there."""
    keys = {(problem.voices[n].key, problem.voices[n].item.axis) for n in labels}
    return len(labels) > 1 and len(keys) == 1


def _is_across(problem: Problem, labels: Labels) -> bool:
    """Whether a set is more than a dispute on one item, and mixes no two versions of an event through its order."""
    voices = [problem.voices[n] for n in sorted(labels)]
    if _is_one_item(problem, labels):
        return False
    if any(v.key[1] == ORDER for v in voices):
        untold: dict[object, set[str]] = {}
        for voice in voices:
            if voice.item.axis == "time" and voice.item.declaration.role is None:
                untold.setdefault((voice.key[0], voice.key[2]), set()).add(voice.key[1])
        return all(len(attributes) == 1 for attributes in untold.values())
    return True


def _patience(rows: Sequence[Row]) -> Budget:
    return Budget(STEPS + PASSES * len(rows))


def search(problem: Problem, network: Network, most: int, size: int) -> Sets:
    """The minimal sets of a problem by the negative cycles of its network: small ones first, within a budget."""
    rows, labels = network.rows, network.label
    found = potential(network, _patience(rows))
    if not found.cycles:
        return Sets([], not found.is_complete)
    by_label: dict[int, list[int]] = {}
    for edge, label in enumerate(labels):
        by_label.setdefault(label, []).append(edge)
    rules: dict[int, list[int]] = {}
    for edge in by_label.get(RULE, ()):
        for x in rows[edge][:2]:
            rules.setdefault(x, []).append(edge)

    def core(of: Labels) -> Labels | None:
        return _core(rows, labels, [edge for label in sorted(of) for edge in by_label[label]], rules)

    n = len(problem.voices)
    cycles = Cycles(network, found, n)
    budget = Budget(STEPS + STEPS_AN_EDGE * len(rows))
    known, inside = Known(), Known()
    across: list[Labels] = []
    truncated = not found.is_complete
    for k in range(1, min(size, n) + 1):
        for labelled in cycles.sets(k, budget):
            if not labelled or known.covers(labelled) or inside.covers(labelled):
                continue
            if _is_one_item(problem, labelled):
                inside.add(labelled)
                continue
            one = shrunk(labelled, core)
            known.add(one)
            if _is_across(problem, one):
                across.append(one)
                if len(across) > most:
                    return Sets(across[:most], is_truncated=True)
    if budget.is_spent:
        truncated = True
    elif n > size:
        beyond = (labelled for labelled in cycles.sets(min(n, max(size, 1) + FURTHER), budget) if labelled)
        truncated |= any(not (known.covers(labelled) or inside.covers(labelled)) for labelled in beyond)
        truncated = truncated or budget.is_spent or _is_left(problem, network, known)
    if not across and truncated and size >= SHOWS_LARGER:
        across = _larger(problem, network, found.cycles, known, core)[:1]
    return Sets(across, truncated)


def _is_left(problem: Problem, network: Network, known: Known) -> bool:
    """Whether some way to take sides in the disputes of single items is contradictory without the sets known."""
    if len(known.sets) > MOST_SIDES:
        return False
    sides, are_all = _sides(problem)
    for side in sides:
        kept = side - fewest([one for one in known.sets if one <= side])[0]
        edges = [e for e, label in enumerate(network.label) if label in kept or label < 0]
        rest = Network(problem.n, [network.rows[e] for e in edges], [network.label[e] for e in edges])
        if potential(rest, _patience(network.rows), first_only=True).cycles:
            return True
    return not are_all


def _larger(problem: Problem, network: Network, cycles: list[list[int]], known: Known, core: Core) -> list[Labels]:
    """One set that is larger than asked for, where there is nothing else to show."""
    for cycle in sorted(cycles, key=lambda c: (len(network.labels_of(c)), sorted(network.labels_of(c)))):
        labels = network.labels_of(cycle)
        if labels and not known.covers(labels) and len(labels) <= MOST_ASKED:
            one = shrunk(labels, core)
            if _is_across(problem, one):
                return [one]
    return []


def _core(rows: Sequence[Row], labels: Sequence[int], edges: list[int], rules: dict[int, list[int]]) -> Labels | None:
    """The labels of one negative cycle of these edges and the rules that touch them, or None if there is none."""
    numbers: dict[int, int] = {ORIGIN: 0}
    chosen = list(edges)
    waiting = [x for edge in edges for x in rows[edge][:2]]
    taken: set[int] = set()
    while waiting:
        x = waiting.pop()
        if x in numbers:
            continue
        numbers[x] = len(numbers)
        for edge in rules.get(x, ()):
            if edge not in taken:
                taken.add(edge)
                chosen.append(edge)
                waiting.extend(rows[edge][:2])
    small = [(numbers[rows[e][0]], numbers[rows[e][1]], rows[e][2], rows[e][3]) for e in chosen]
    network = Network(len(numbers), small, [labels[e] for e in chosen])
    found = potential(network, Budget(maxsize), first_only=True)  # it ends by itself, after O(numbers * edges) steps
    return network.labels_of(found.cycles[0]) if found.cycles else None


def _by_questions(problem: Problem, most: int, size: int) -> Sets:
    budget = Budget(QUESTIONS)
    oracle = Oracle(problem, budget)
    known = Known()
    is_complete = True
    sides, all_sides = _sides(problem)
    for start in sides:
        is_complete &= all_minimal(start, oracle.core, known, budget)
    across = sorted((one for one in known.sets if _is_across(problem, one)), key=lambda s: (len(s), sorted(s)))
    small = [one for one in across if len(one) <= size]
    truncated = not (is_complete and all_sides and oracle.is_complete) or len(small) < len(across) or len(small) > most
    if not small and size >= SHOWS_LARGER:
        small = across[:1]
    return Sets(small[:most], truncated)


def _sides(problem: Problem) -> tuple[list[Labels], bool]:
    """The sets of voices that take one side in each dispute on a single item, and whether those are all.

    No set that goes across items holds two voices that clash on one, so none is lost.
    """
    items: dict[object, list[int]] = {}
    for n, voice in enumerate(problem.voices):
        items.setdefault((voice.key, voice.item.axis), []).append(n)
    choices: list[list[Labels]] = []
    for members in items.values():
        voice = problem.voices[members[0]]
        extents = [problem.extent(n) & LINE for n in members]
        if voice.item.changes != "never" or any(extent.is_empty for extent in extents):
            choices.append([frozenset(members)])
            continue
        sweep = Sweep(extents)
        choices.append([frozenset(members[i] for i in sweep.members(k)) for k in range(len(sweep))])
    empty: Labels = frozenset()
    found = [empty.union(*sides) for sides in islice(product(*choices), MOST_SIDES)]
    return found, prod(map(len, choices)) <= MOST_SIDES
