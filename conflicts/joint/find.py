"""Contradictions across items: from groups of assertions to minimal sets of voices that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from conflicts.items import Group
from conflicts.joint.minimal import Labels
from conflicts.joint.problem import Problem, problems
from conflicts.joint.solve import is_consistent, minimal_sets
from conflicts.joint.voices import Ties, Voice, components, voices
from conflicts.standing import Retractions


@define(eq=False, repr=False)
class Joint:
    """Voices that cannot all be right, though any fewer of them can; and the problem that shows it."""

    voices: tuple[Voice, ...]
    is_firm: bool
    """Whether no fair reading helps; else only the best readings exclude each other."""
    problem: Problem
    """What these voices say, with the rules that matter to them."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the claims that speak."""
        return frozenset(voice.assertion.claim.id for voice in self.voices)


@define
class Found:
    """What was found in some components, and whether a limit cut the search short."""

    joints: list[Joint] = field(factory=list)
    is_truncated: bool = False


def contradictions(
    groups: Iterable[Group], ties: Ties, retractions: Retractions, *, most: int = 100, size: int = 7
) -> Found:
    """The minimal contradictory sets across the items of these groups, for each component up to `most` of them.

    Near linear where nothing contradicts. Where something does, the work is bounded by counted steps for each
    component, done in an order that depends on the claims alone.
    """
    found = Found()
    for _, one in by_component(groups, ties, retractions, most=most, size=size):
        found.joints += one.joints
        found.is_truncated |= one.is_truncated
    return found


def by_component(
    groups: Iterable[Group], ties: Ties, retractions: Retractions, *, most: int, size: int
) -> Iterator[tuple[list[Group], Found]]:
    """What was found in each component in which something was, with its groups."""
    for component in components(groups, ties):
        told = [voice for group in component for voice in voices(group, ties.vocabulary, retractions)]
        match told:
            case [alone] if alone.key[0] != alone.key[4]:  # one order of two events
                continue
        found = _of_component(told, ties, most=most, size=size)
        if found.joints or found.is_truncated:
            yield component, found


def _of_component(told: list[Voice], ties: Ties, *, most: int, size: int) -> Found:
    """Most components are consistent: they are looked at as they come, before anything is put in order."""
    if all(is_consistent(problem) and not problem.is_partial for problem in problems(told, ties)):
        return Found()
    joints: list[Joint] = []
    is_truncated = False
    for problem in problems(sorted(told, key=lambda voice: voice.rank), ties):
        is_truncated |= problem.is_partial
        for sets, is_firm in zip(minimal_sets(problem, most, size), (True, False), strict=True):
            is_truncated |= sets.is_truncated
            joints += [Joint(_voices(problem, one), is_firm, problem.part(one)) for one in sets.sets]
    return Found(_least(joints), is_truncated)


def _voices(problem: Problem, labels: Labels) -> tuple[Voice, ...]:
    return tuple(sorted((problem.voices[n] for n in labels), key=lambda voice: voice.rank))


def _least(joints: Sequence[Joint]) -> list[Joint]:
    """Each set once, without those that hold another: moments and tenses can show the same, or more than is needed."""
    kept: list[Joint] = []
    for joint in sorted(joints, key=_rank):
        if not any(other.ids <= joint.ids for other in kept):
            kept.append(joint)
    return kept


def ordered(joints: Iterable[Joint]) -> list[Joint]:
    """Contradictions before tensions, smaller ones first, of one size those that share no claim with one before."""
    met: set[str] = set()
    fresh: list[tuple[tuple[bool, int], bool, Joint]] = []
    for joint in sorted(joints, key=_rank):
        fresh.append((_rank(joint)[:2], not met.isdisjoint(joint.ids), joint))
        met |= joint.ids
    return [joint for *_, joint in sorted(fresh, key=lambda one: one[:2])]


def _rank(joint: Joint) -> tuple[bool, int, list[tuple[object, ...]]]:
    return not joint.is_firm, len(joint.voices), [voice.rank for voice in joint.voices]
