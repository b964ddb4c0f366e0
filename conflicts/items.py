"""Items: which claims are about the same thing, and which items can hold a conflict at all.

An item is what the data-fusion literature calls a data item: one attribute of one subject, here within one scope, one
tense and on one axis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, TypeAlias

from attrs import define, frozen

from conflicts.assertions import Assertion, Unread
from conflicts.claims import Claim
from conflicts.moments import Order, order
from conflicts.values.bounds import INFINITY
from conflicts.values.extent import NOT_SETTLED, Extent
from conflicts.values.names import name_text, normal_form
from conflicts.values.value import ANY_AXIS, Relation
from conflicts.vocabulary import Declaration, Vocabulary, attribute_form

Key: TypeAlias = tuple[str, str, str, str, str]
"""Subject, attribute, scope, tense ("" for timeless) and member (of a many-valued attribute, else "")."""

ID_MARK: Final = "\x00"
"""Starts the subject of a key that is an id, so that no name can be mistaken for it."""


@define(eq=False)
class Item:
    """The assertions on one data item, and how any two of them relate."""

    key: Key
    axis: str
    assertions: list[Assertion]

    @property
    def declaration(self) -> Declaration:
        """What the vocabulary says of the attribute."""
        return self.assertions[0].declaration

    @cached_property
    def changes(self) -> str:
        """ "never", "grows" or "freely"."""
        return self.declaration.changes or "never"

    @cached_property
    def is_line(self) -> bool:
        """Whether two assertions clash iff their strict sets do not meet: then one sweep sees all.

        It is not so where the true value changes with time, nor where some times float and others name a zone.
        """
        clocks = {a.value.clock for a in self.assertions}
        return self.changes == "never" and not {"floating", "zoned"} <= clocks

    def relation(self, a: Assertion, b: Assertion) -> Relation:
        """How two assertions of this item relate, the change of the attribute in time considered."""
        relation = a.value.relation(b.value)
        if self.changes == "never" or relation in (Relation.COMPATIBLE, Relation.NOT_COMPARABLE):
            return relation
        moments = order(a.as_of, b.as_of)
        if moments is Order.SAME:
            return relation
        if self.changes == "freely":
            return Relation.TENSION if moments is Order.UNKNOWN else Relation.COMPATIBLE
        return _while_it_grows(a, b, relation, moments)


def _while_it_grows(a: Assertion, b: Assertion, relation: Relation, moments: Order) -> Relation:
    """A toll only rises: an earlier low above a later high is impossible, a rise is not."""
    earlier, later = (b, a) if moments is Order.AFTER else (a, b)
    if NOT_SETTLED in (a.value.strict, b.value.strict):
        return Relation.COMPATIBLE
    if moments is not Order.UNKNOWN and earlier.value.strict.lo > later.value.strict.hi:
        return relation
    both_exact = _is_exact(a) and _is_exact(b)
    return Relation.TENSION if both_exact else Relation.COMPATIBLE


def _is_exact(assertion: Assertion) -> bool:
    """A figure, not a bound or a round word: one point, or the rounding of a measure."""
    strict = assertion.value.strict
    if strict.is_point:
        return True
    bounded = strict.lo[0] > -INFINITY and strict.hi[0] < INFINITY
    return bounded and assertion.value.axis != "count" and len(strict.intervals) == 1


@frozen
class NotCompared:
    """Claims that look alike but were not judged against each other, and why."""

    claims: tuple[Claim, ...]
    reason: str


@define(eq=False)
class Group:
    """All assertions with one key, whatever their axes."""

    key: Key
    assertions: list[Assertion]

    def by_axis(self) -> dict[str, list[Assertion]]:
        """The assertions by axis; one that names no axis is on each of them."""
        axes: dict[str, list[Assertion]] = {}
        for assertion in self.assertions:
            axes.setdefault(assertion.value.axis, []).append(assertion)
        if ANY_AXIS in axes and len(axes) > 1:
            everywhere = axes.pop(ANY_AXIS)
            for assertions in axes.values():
                assertions.extend(everywhere)
        return axes


class Keys:
    """Gives each assertion its key; remembers the forms of texts already met."""

    def __init__(self, vocabulary: Vocabulary, ids: dict[str, set[str]] | None = None) -> None:
        self.vocabulary = vocabulary
        self.ids = ids or {}
        self._subjects: dict[str, str] = {}
        self._attributes: dict[str, str] = {}
        self._scopes: dict[str | None, str] = {None: vocabulary.scope(None)}

    def key(self, assertion: Assertion) -> Key | Unread:
        """The key, or why the claim has none: its subject's name is borne by several ids."""
        claim = assertion.claim
        if claim.subject_id is not None:
            subject = ID_MARK + claim.subject_id
        else:
            name = self._subjects.get(claim.subject)
            if name is None:
                name = self._subjects[claim.subject] = self.vocabulary.name_form(claim.subject)
            subject = name
            if self.ids and name in self.ids:
                ids = self.ids[name]
                if len(ids) > 1:
                    known = ", ".join(sorted(ids))
                    return Unread(
                        claim, f"{claim.subject!r} is the name of {len(ids)} subjects ({known}); give its subject_id"
                    )
                subject = ID_MARK + next(iter(ids))
        attribute = self._attributes.get(claim.attribute)
        if attribute is None:
            attribute = self._attributes[claim.attribute] = attribute_form(claim.attribute)
        scope = self._scopes.get(claim.scope)
        if scope is None:
            scope = self._scopes[claim.scope] = self.vocabulary.scope(claim.scope)
        declaration = assertion.declaration
        tense = "" if declaration.timeless else declaration.modality or claim.modality or "fact"
        member = "" if assertion.member is None else _member(assertion)
        return (subject, attribute, scope, tense, member)


def _member(assertion: Assertion) -> str:
    assert assertion.member is not None
    value = assertion.member
    if value.axis in {"name", "event"} and value.strict.is_point and isinstance(number := value.strict.lo[0], int):
        return f"{value.axis} {name_text(number)}"
    return f"{value.axis} {value.clock or ''} {value.strict.intervals}"


def subject_ids(assertions: Iterable[Assertion], vocabulary: Vocabulary) -> dict[str, set[str]]:
    """The ids that each subject's name is borne by, by normal form of the name."""
    ids: dict[str, set[str]] = {}
    for assertion in assertions:
        claim = assertion.claim
        if claim.subject_id is not None:
            ids.setdefault(vocabulary.name_form(claim.subject), set()).add(claim.subject_id)
    return ids


def group(assertions: Iterable[Assertion], keys: Keys) -> tuple[list[Group], list[Unread]]:
    """Sort assertions into groups of one key each, in order of first appearance; linear in their number."""
    groups: dict[Key, list[Assertion]] = {}
    unread = []
    key_of = keys.key
    for assertion in assertions:
        key = key_of(assertion)
        if isinstance(key, Unread):
            unread.append(key)
            continue
        found = groups.get(key)
        if found is None:
            groups[key] = [assertion]
        else:
            found.append(assertion)
    return [Group(key, members) for key, members in groups.items()], unread


def candidates(groups: Iterable[Group]) -> Iterator[Item]:
    """The items that can hold a conflict: some strict low end lies above some strict high end.

    One pass with two numbers to keep, so the same test runs as a SQL aggregate. It is sound: an item it leaves out has
    no clashing pair, whichever of its claims are superseded or withdrawn. Items with a set that is not one interval, or
    with times on two kinds of clock, are always candidates.
    """
    for group in groups:
        members = group.assertions
        if len(members) < 2:
            continue
        axis = members[0].value.axis
        for member in members:
            if member.value.axis != axis:
                for name, alike in group.by_axis().items():
                    if _may_clash(alike):
                        yield Item(group.key, name, alike)
                break
        else:
            if _may_clash(members):
                yield Item(group.key, axis, members)


def _may_clash(assertions: list[Assertion]) -> bool:
    value = assertions[0].value
    clock = value.clock
    highest_lo, lowest_hi = value.strict.intervals[0]
    for assertion in assertions:
        value = assertion.value
        intervals = value.strict.intervals
        if len(intervals) > 1 or value.clock != clock:
            return True
        lo, hi = intervals[0]
        if lo > highest_lo:
            highest_lo = lo
        if hi < lowest_hi:
            lowest_hi = hi
    return highest_lo > lowest_hi


def not_compared(groups: Iterable[Group]) -> Iterator[NotCompared]:
    """The groups whose values lie on several axes."""
    for group in groups:
        if len(group.assertions) > 1:
            axis = group.assertions[0].value.axis
            if any(a.value.axis != axis for a in group.assertions):
                axes = group.by_axis()
                if len(axes) > 1:
                    shown = " and ".join(sorted(axis_words(name) for name in axes))
                    yield NotCompared(tuple(a.claim for a in group.assertions), f"{shown} cannot be compared")


def axis_words(axis: str) -> str:
    """An axis in an editor's words.

    >>> axis_words("money USD"), axis_words("share")
    ('amounts in USD', 'shares')
    """
    if axis.startswith("money "):
        return f"amounts in {axis.removeprefix('money ')}"
    if axis.startswith("place"):
        return "places"
    return _AXES.get(axis, axis)


_AXES: Final = {
    "time": "times",
    "duration": "durations",
    "count": "counts",
    "share": "shares",
    "name": "names",
    "flag": "a yes or no",
}


__all__ = ["Extent", "Group", "Item", "Keys", "candidates", "group", "normal_form"]
