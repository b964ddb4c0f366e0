"""Voices: what stands of what was said, as far as it can be tied to other items; and which items are tied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from attrs import define

from conflicts.assertions import Assertion
from conflicts.constraints import Constraint
from conflicts.items import ORDER, Group, Item, Key, subjects
from conflicts.joint.disjoint import DisjointSets
from conflicts.standing import Retractions, chain_of, origin_of, standing
from conflicts.statements import Statement, fold
from conflicts.vocabulary import Vocabulary

Place: TypeAlias = tuple[str, str]
"""A subject and a scope: within one, and from one to another by order claims, items can be tied."""


@define(eq=False, repr=False)
class Voice:
    """One statement that stands, with the item it speaks of."""

    item: Item
    assertion: Assertion
    vocabulary: Vocabulary
    _statement: Statement | None = None

    @cached_property
    def statement(self) -> Statement:
        """The statement with its copies."""
        if self._statement is not None:
            return self._statement
        claim = self.assertion.claim
        return Statement(self.assertion, origin_of(claim, self.vocabulary), [], [], chain_of(claim, self.vocabulary))

    @property
    def key(self) -> Key:
        return self.item.key

    @cached_property
    def rank(self) -> tuple[object, ...]:
        """An order that depends on the claims alone, on what they say before what they are called."""
        claim = self.assertion.claim
        said = "" if claim.asserted_at is None else claim.asserted_at.isoformat()
        return (self.key, self.item.axis, claim.printed, claim.polarity, claim.source, claim.via, said, claim.id)


class Ties:
    """What a vocabulary ties: attributes by its constraints, the times of an event by its order relations."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.constraints = vocabulary.parsed_constraints
        self.of_attribute: dict[str, list[Constraint]] = {}
        """The constraints that speak of each attribute."""
        for constraint in self.constraints:
            for name in constraint.attributes:
                self.of_attribute.setdefault(name, []).append(constraint)
        self._roles: dict[str, str | None] = {}

    def role(self, attribute: str) -> str | None:
        """What a time under this attribute bounds: "start", "end", "whole" or "none"; None if nothing is declared."""
        try:
            return self._roles[attribute]
        except KeyError:
            found = self._roles[attribute] = self.vocabulary.declaration(attribute).role
            return found

    def places(self, group: Group) -> tuple[Place, ...]:
        """Where a group of assertions can be tied to others: nowhere, at its subject, or at both of an order claim."""
        subject, attribute, scope, _, member = group.key
        if member:
            return tuple((one, scope) for one in subjects(group.key)) if attribute == ORDER else ()
        is_tied = attribute in self.of_attribute or (self.role(attribute) != "none" and _tells_times(group))
        return ((subject, scope),) if is_tied else ()


def _tells_times(group: Group) -> bool:
    """Whether some value of the group is a time that does not change."""
    some = group.assertions if group.is_mixed else group.assertions[:1]
    return any(a.value.axis == "time" and a.declaration.changes in {None, "never"} for a in some)


def components(groups: Iterable[Group], ties: Ties) -> Iterator[list[Group]]:
    """The groups that are tied to others, those together that are; near linear in their number."""
    tied = DisjointSets[Place]()
    members: list[tuple[Place, Group]] = []
    for group in groups:
        places = ties.places(group)
        if places:
            tied.join(places[0], places[-1])
            members.append((places[0], group))
    found: dict[Place, list[Group]] = {}
    for place, group in members:
        found.setdefault(tied.root(place), []).append(group)
    for together in found.values():
        if len(together) > 1 or together[0].key[1] == ORDER:
            yield together


def voices(group: Group, vocabulary: Vocabulary, retractions: Retractions) -> list[Voice]:
    """What stands in a group, each statement once; values that name no point of a line say nothing here."""
    if len(group.assertions) == 1 and not retractions:
        (only,) = group.assertions
        return [Voice(Item(group.key, only.value.axis, group.assertions), only, vocabulary)]
    found: list[Voice] = []
    axes = group.by_axis() if group.is_mixed else {group.assertions[0].value.axis: group.assertions}
    for axis, alike in axes.items():
        item = Item(group.key, axis, alike)
        for statement in fold(item, standing(item, vocabulary, retractions).stands, vocabulary):
            found.append(Voice(item, statement.speaker, vocabulary, statement))
    return found
