"""Items: which claims are about the same thing, and which items can hold a conflict at all.

An item is what the data-fusion literature calls a data item: one attribute of one subject, here within one scope, one
tense and on one axis.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, TypeAlias

from attrs import define, evolve, frozen

from conflicts.assertions import Assertion, Unread
from conflicts.claims import Claim
from conflicts.moments import Order, order
from conflicts.values import allen
from conflicts.values.bounds import INFINITY, LOWEST, NONE
from conflicts.values.extent import NOT_SETTLED
from conflicts.values.names import name_text, normal_form
from conflicts.values.value import ANY_AXIS, Relation, Value
from conflicts.vocabulary import Declaration, Vocabulary, attribute_form

Key: TypeAlias = tuple[str, str, str, str, str]
"""Subject, attribute, scope, tense ("" for timeless) and member (of a many-valued attribute, else "").

The item of an order claim is the pair of events: subject and member in the order of their texts, attribute "order".
"""
ORDER: Final = "order"

ID_MARK: Final = "\x00"
"""Starts the subject of a key that is an id, so that no name can be mistaken for it."""


@define(eq=False, repr=False)
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

    def moments(self, a: Assertion, b: Assertion) -> Order:
        """How the moments that two assertions speak of follow each other; one utterance speaks of one moment."""
        same = a.claim.utterance is not None and a.claim.utterance == b.claim.utterance
        if same and a.claim.as_of is None and b.claim.as_of is None:
            return Order.SAME
        return order(a.as_of, b.as_of)

    def relation(self, a: Assertion, b: Assertion) -> Relation:
        """How two assertions of this item relate, the change of the attribute in time considered."""
        relation = a.value.relation(b.value)
        if self.changes == "never" or relation in (Relation.COMPATIBLE, Relation.NOT_COMPARABLE):
            return relation
        moments = self.moments(a, b)
        if moments is Order.SAME:
            return relation
        if self.changes == "freely":
            return Relation.TENSION if moments is Order.UNKNOWN else Relation.COMPATIBLE
        return _while_it_grows(a, b, moments)


def _while_it_grows(a: Assertion, b: Assertion, moments: Order) -> Relation:
    """A toll only rises: an earlier low above a later high is impossible, a rise is not.

    Strictly and loosely alike, for growth leads from any figure to any higher one: who said 12 or 31 can have meant 12,
    and 20 comes later.
    """
    if NOT_SETTLED in (a.value.strict, b.value.strict):
        return Relation.COMPATIBLE
    if moments is not Order.UNKNOWN:
        earlier, later = (b.value, a.value) if moments is Order.AFTER else (a.value, b.value)
        if {earlier.clock, later.clock} == {"floating", "zoned"}:
            earlier, later = earlier.at_instants(), later.at_instants()
        if earlier.loose.lo > later.loose.hi:
            return Relation.CONTRADICTION
        if earlier.strict.lo > later.strict.hi:
            return Relation.TENSION
    both_exact = is_exact(a) and is_exact(b)
    return Relation.TENSION if both_exact else Relation.COMPATIBLE


def is_exact(assertion: Assertion) -> bool:
    """A figure, not a bound or a round word: one point of the line, or the rounding of a measure."""
    strict = assertion.value.strict
    if strict.is_point:
        return strict.lo[0] < INFINITY
    bounded = strict.lo[0] > -INFINITY and strict.hi[0] < INFINITY
    return bounded and assertion.value.axis != "count" and len(strict.intervals) == 1


@frozen
class NotCompared:
    """Claims that look alike but were not judged against each other, and why."""

    claims: tuple[Claim, ...]
    reason: str


class Group:
    """All assertions with one key, whatever their axes, and the two numbers that tell whether any can clash."""

    __slots__ = ("_axis", "_clock", "_highest", "_lowest", "assertions", "is_mixed", "is_plain", "key")

    def __init__(self, key: Key, assertions: Iterable[Assertion] = ()) -> None:
        self.key = key
        self.assertions: list[Assertion] = []
        self.is_mixed = False
        """Whether the values lie on several axes."""
        self.is_plain = True
        """Whether all values are single intervals on one axis and one kind of clock."""
        self._highest, self._lowest = LOWEST, NONE
        for assertion in assertions:
            self.add(assertion)

    def add(self, assertion: Assertion) -> None:
        """Take one more assertion in, in constant time."""
        value = assertion.value
        intervals = value.strict.intervals
        lo, hi = intervals[0]
        if lo > self._highest:
            self._highest = lo
        if hi < self._lowest:
            self._lowest = hi
        if not self.assertions:
            self._axis, self._clock = value.axis, value.clock
            self.is_plain = len(intervals) == 1
        elif value.axis != self._axis:
            self.is_mixed = True
            self.is_plain = False
        elif len(intervals) > 1 or value.clock != self._clock:
            self.is_plain = False
        self.assertions.append(assertion)

    @property
    def may_clash(self) -> bool:
        """Whether some low end lies above some high end, or something keeps these two numbers from telling."""
        return self._highest > self._lowest or not self.is_plain

    @property
    def is_of_itself(self) -> bool:
        """Whether it orders an event to itself: there a claim is impossible alone, or fits all others that are not."""
        return self.key[1] == ORDER and self.key[0] == self.key[4]

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

    def __init__(self, vocabulary: Vocabulary, ids: Mapping[str, Collection[str]] | None = None) -> None:
        self.vocabulary = vocabulary
        self.ids: Mapping[str, Collection[str]] = {} if ids is None else ids
        self._forms: dict[str, str] = {}
        self._rests: dict[tuple[str, str | None, str | None], tuple[str, str, str]] = {}

    def key(self, assertion: Assertion) -> Key | None:
        """The key, or None if a name of what it is about is borne by several ids."""
        claim = assertion.claim
        subject = self._subject(claim)
        if subject is None:
            return None
        told = (claim.attribute, claim.scope, claim.modality or assertion.tense)
        try:
            attribute, scope, tense = self._rests[told]
        except KeyError:
            attribute, scope, tense = self._rests[told] = self._rest(*told)
        if assertion.member is None:
            return (subject, attribute, scope, tense, "")
        if assertion.value.axis == allen.AXIS:
            other = self._event(assertion.member)
            if other is None:
                return None
            return (subject, ORDER, scope, tense, other) if subject <= other else (other, ORDER, scope, tense, subject)
        return (subject, attribute, scope, tense, _member(assertion))

    def placed(self, assertion: Assertion, key: Key) -> Assertion:
        """The assertion as it speaks of its item: an order claim from the side of the pair's first event."""
        if key[1] != ORDER or assertion.value.axis != allen.AXIS or self._subject(assertion.claim) == key[0]:
            return assertion
        return evolve(assertion, value=allen.converse(assertion.value), is_turned=True)

    def why_not(self, claim: Claim) -> str:
        """Why a claim has no key."""
        name = claim.subject if self._subject(claim) is None else claim.printed
        form = self.vocabulary.name_form(name)
        ids = sorted(self.ids.get(form) or self.ids[ID_MARK + form])
        return f"{name!r} is the name of {len(ids)} subjects ({', '.join(ids)}); give its subject_id"

    def _subject(self, claim: Claim) -> str | None:
        if claim.subject_id is not None:
            return ID_MARK + claim.subject_id
        try:
            subject = self._forms[claim.subject]
        except KeyError:
            subject = self._forms[claim.subject] = self.vocabulary.name_form(claim.subject)
        return self._only_id(subject) if self.ids and subject in self.ids else subject

    def _event(self, event: Value) -> str | None:
        """The other event of an order claim, which may be called by its name or by its id."""
        form = self.vocabulary.name_form(event.label or event.text)
        if not self.ids:
            return form
        if form in self.ids:
            return self._only_id(form)
        return self._only_id(ID_MARK + form) if ID_MARK + form in self.ids else form

    def _only_id(self, form: str) -> str | None:
        ids = self.ids[form]
        return ID_MARK + next(iter(ids)) if len(ids) == 1 else None

    def _rest(self, attribute: str, scope: str | None, modality: str | None) -> tuple[str, str, str]:
        declaration = self.vocabulary.declaration(attribute)
        tense = "" if declaration.timeless else declaration.modality or modality or "fact"
        return attribute_form(attribute), self.vocabulary.scope(scope), tense


def _member(assertion: Assertion) -> str:
    assert assertion.member is not None
    value = assertion.member
    if value.axis in {"name", "event"} and value.strict.is_point and isinstance(number := value.strict.lo[0], int):
        return f"{value.axis} {name_text(number)}"
    return f"{value.axis} {value.clock or ''} {value.strict.intervals}"


def subjects(key: Key) -> tuple[str, ...]:
    """The subjects of a key: two, if it is that of an order claim."""
    return (key[0], key[4]) if key[1] == ORDER and key[4] != key[0] else (key[0],)


def forms_used(assertion: Assertion, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The forms by which an assertion names what it is about, where it gives no id: see `bearer_forms`."""
    claim = assertion.claim
    forms = () if claim.subject_id is not None else (vocabulary.name_form(claim.subject),)
    if assertion.value.axis != allen.AXIS or assertion.member is None:
        return forms
    other = vocabulary.name_form(assertion.member.label or assertion.member.text)
    return (*forms, other, ID_MARK + other)


def bearer_forms(claim: Claim, vocabulary: Vocabulary) -> tuple[str, str] | tuple[()]:
    """What a claim's subject_id can be called by: the normal form of the subject's name, and, marked, its own."""
    if claim.subject_id is None:
        return ()
    return vocabulary.name_form(claim.subject), ID_MARK + normal_form(claim.subject_id)


def subject_ids(assertions: Iterable[Assertion], vocabulary: Vocabulary) -> dict[str, set[str]]:
    """The ids that each subject's name is borne by, by normal form of the name, and of the id itself."""
    ids: dict[str, set[str]] = {}
    for assertion in assertions:
        claim = assertion.claim
        if claim.subject_id is not None:
            for form in bearer_forms(claim, vocabulary):
                ids.setdefault(form, set()).add(claim.subject_id)
    return ids


def group(assertions: Iterable[Assertion], keys: Keys) -> tuple[list[Group], list[Unread]]:
    """Sort assertions into groups of one key each, in order of first appearance; linear in their number."""
    groups: dict[Key, Group] = {}
    unread = []
    key_of = keys.key
    for assertion in assertions:
        key = key_of(assertion)
        if key is None:
            unread.append(Unread(assertion.claim, keys.why_not(assertion.claim)))
            continue
        found = groups.get(key)
        if found is None:
            found = groups[key] = Group(key)
        found.add(keys.placed(assertion, key) if key[1] == ORDER else assertion)
    return list(groups.values()), unread


def candidates(groups: Iterable[Group]) -> Iterator[Item]:
    """The items that can hold a conflict: some strict low end lies above some strict high end.

    One pass with two numbers to keep, so the same test runs as a SQL aggregate. It is sound: an item it leaves out has
    no clashing pair, whichever of its claims are superseded or withdrawn. Items with a set that is not one interval, or
    with times on two kinds of clock, are always candidates.
    """
    for group in groups:
        members = group.assertions
        if len(members) < 2 or not group.may_clash or group.is_of_itself:
            continue
        if group.is_mixed:
            for axis, alike in group.by_axis().items():
                if len(alike) > 1 and Group(group.key, alike).may_clash:
                    yield Item(group.key, axis, alike)
        else:
            yield Item(group.key, members[0].value.axis, members)


def not_compared(groups: Iterable[Group]) -> Iterator[NotCompared]:
    """The groups whose values lie on several axes."""
    for group in groups:
        if group.is_mixed:
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
