"""Parts: what of a component can be decided by itself, at which moments, and on which kind of clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from attrs import evolve

from conflicts.items import ORDER
from conflicts.joint.changing import moments_that_matter
from conflicts.joint.disjoint import DisjointSets
from conflicts.joint.problem.build import build
from conflicts.joint.problem.model import Linear, Problem, Rule
from conflicts.joint.voices import Ties, Voice

MOST_CHANGING: Final = 40
"""Up to this many figures that change are looked at together, at each of their moments."""


def problems(voices: Sequence[Voice], ties: Ties) -> Iterator[Problem]:
    """The problems of one component: for each tense, what is tied by conditions, told by the strict sets."""
    tenses = {voice.key[3] for voice in voices} - {""}
    for tense in sorted(tenses) or [""]:
        problem = build(voices, ties, tense)
        # Order alone ties all events of a component, near enough.
        for part in _parts(problem) if problem.linear or problem.products else [problem]:
            yield from _views(part)


def _parts(problem: Problem) -> Iterator[Problem]:
    """The problem without the rules that cannot matter, in parts that share no number."""
    needed = evolve(problem, rules=_needed(problem))
    numbers_of = [problem.numbers_of(n) for n in range(len(problem.voices))]
    tied = DisjointSets[int]()
    for numbers in (*(rule.numbers for rule in needed.rules), *numbers_of):
        for x in numbers:
            tied.join(numbers[0], x)
    members: dict[int, list[int]] = {}
    for n, numbers in enumerate(numbers_of):
        if numbers:
            members.setdefault(tied.root(numbers[0]), []).append(n)
    return map(needed.part, members.values())


def _needed(problem: Problem) -> Sequence[Rule]:
    """The rules without those that a number of no other use can always satisfy."""
    told = {x for n in range(len(problem.voices)) for x in problem.numbers_of(n)}
    told.update(x for event in problem.events for x in event.numbers)
    rules = problem.rules
    while True:
        uses: dict[int, set[object]] = {}
        for n, rule in enumerate(rules):
            for x, use in _uses(rule):
                uses.setdefault(x, set()).add(use or n)
        idle = {x for x, asked in uses.items() if len(asked) == 1 and x not in told}
        kept = [rule for rule in rules if idle.isdisjoint(rule.numbers)]
        if len(kept) == len(rules):
            return kept
        rules = kept


def _uses(rule: Rule) -> Iterable[tuple[int, str]]:
    """The numbers of a rule that are only to be large, or only to be small, or ("") to have a value that suits it.

    However often a number is only to be large it can be; two rules can ask for two values.
    """
    if isinstance(rule, Linear) and rule.comparison != "==":
        return [(x, "large" if c < 0 else "small") for x, c in rule.terms]
    return [(x, "") for x in rule.numbers]


def _views(problem: Problem) -> Iterator[Problem]:
    """The problem at each moment of figures that change, and on each kind of clock."""
    changing = [voice for voice in problem.voices if voice.item.changes != "never"]
    if len(changing) > MOST_CHANGING and all(voice.key[1] != ORDER for voice in problem.voices):
        yield from moments_that_matter(problem)
        return
    moments: dict[object, Voice] = {}
    for voice in sorted(changing, key=lambda voice: voice.rank):
        as_of = voice.assertion.as_of
        moments.setdefault(as_of if isinstance(as_of, datetime) else voice.rank, voice)
    clocks = {voice.assertion.value.clock for voice in problem.voices} - {None}
    for moment in moments.values() or [None]:
        at_moment = problem if moment is None else evolve(problem, moment=moment)
        if len(clocks) < 2:
            yield at_moment
        else:
            yield evolve(at_moment, clock="floating")
            yield evolve(at_moment, clock="zoned")
            yield evolve(at_moment, has_slack=True)
