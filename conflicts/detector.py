"""Live feeds: the same report as over all claims at once, kept up to date claim by claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field, frozen

from conflicts.assertions import Assertion, Reader, Unread
from conflicts.assertions import Found as FoundClaim
from conflicts.claims import Claim
from conflicts.conflict import Conflict, ItemConflict
from conflicts.detect import MAX_JOINT, MAX_JOINT_SIZE, assemble, by_own_rules, judge
from conflicts.errors import InputError
from conflicts.items import ID_MARK, ORDER, Group, Key, Keys, bearer_forms, candidates, forms_used, subjects
from conflicts.joint import Found, Place, Ties, by_component
from conflicts.joint_conflict import JointConflict
from conflicts.report import Report
from conflicts.standing import Retractions, Revision
from conflicts.vocabulary import Vocabulary


@frozen
class Change:
    """A conflict that came, changed or went: as it was `before` and as it is `after`; None where it is not."""

    before: Conflict | None
    after: Conflict | None


@frozen
class Changes:
    """What one step did to the conflicts, each list in the order of their fingerprints."""

    new: tuple[Change, ...] = field(default=())
    changed: tuple[Change, ...] = field(default=())
    settled: tuple[Change, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.settled)


class _Live:
    """One group of claims that are about the same thing, with what was last found in it."""

    __slots__ = ("conflicts", "group", "places", "revisions")

    def __init__(self, group: Group) -> None:
        self.group = group
        self.conflicts: dict[str, Conflict] = {}
        self.revisions: list[Revision] = []
        self.places: tuple[Place, ...] | None = None
        """Where the group is tied to others; None before that was asked."""


class Detector:
    """Finds conflicts in claims as they come in.

    After any sequence of `add` and `retract`, `report()` is what `find_conflicts` says of the claims that are left,
    with `errors="unread"`. A claim may correct, refine or withdraw what came long before; a withdrawal may come first;
    a subject that had only a name may later get an id. Adding a claim takes constant time where nothing clashes, else
    the time to judge its item anew.

    >>> detector = Detector()
    >>> detector.add([Claim("talks", "scheduled_date", "Wednesday", "Kyiv", asserted_at="2025-07-21", id="a")])
    Changes(new=(), changed=(), settled=())
    >>> changes = detector.add([Claim("talks", "scheduled_date", "Thursday", "Moscow", asserted_at="2025-07-21")])
    >>> [change.after.severity.value for change in changes.new]
    ['contradiction']
    >>> len(detector.retract("a").settled), len(detector.report())
    (1, 0)
    """

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = Vocabulary.default() if vocabulary is None else vocabulary
        self._reader = Reader(self.vocabulary)
        self._found: dict[str, FoundClaim] = {}
        self._live: dict[Key, _Live] = {}
        self._bearers: dict[str, dict[str, int]] = {}
        self._keys = Keys(self.vocabulary, self._bearers)
        self._by_subject: dict[str, set[Key]] = {}
        self._unplaced: dict[str, dict[str, Assertion]] = {}
        self._gone: set[str] = set()
        self._retracting: dict[str, dict[str, Claim]] = {}
        self._retractions = Retractions((), self.vocabulary)
        self._across = _Across(Ties(self.vocabulary))
        self._by_rule: dict[str, Conflict] = {}

    def __len__(self) -> int:
        """How many claims there are now."""
        return len(self._found)

    def add(self, claims: Iterable[Claim | Mapping[str, Any]]) -> Changes:
        """Take claims in; returns what that changed.

        A claim whose id and content are known already changes nothing. Raises `InputError` on a bad claim, or one with
        a known id and other content; then none of `claims` is taken in.
        """
        coming: dict[str, Claim] = {}
        there = self._found
        for given in claims:
            claim = given if isinstance(given, Claim) else Claim.from_record(given)
            id_ = claim.id
            before = there.get(id_)
            known = coming.setdefault(id_, claim) if before is None else before.claim
            if known is not claim and known != claim:
                raise InputError(f"id: {id_!r} is the id of a claim with other content; give each claim its own id")
            if before is not None:
                coming.pop(id_, None)
        touched: set[Key] = set()
        withdraws = False
        for id_, claim in coming.items():
            if self._gone and id_ in self._gone:
                self._gone.discard(id_)
                continue
            there[id_] = found = self._reader.read(claim)
            if claim.retracts is not None:
                self._retracting.setdefault(claim.retracts, {})[id_] = claim
                withdraws = True
            if self._is_placed(claim):
                self._take_in(found, touched)
            if self._retracting and id_ in self._retracting:
                withdraws = True
                for waiting in self._waiting_for(id_):
                    self._take_in(there[waiting], touched)
        return self._settle(touched, withdraws)

    def retract(self, id_: str) -> Changes:
        """Take the claim with this id out, as if it had never come; returns what that changed.

        If it has not come yet, it is left out when it does.
        """
        found = self._found.get(id_)
        if found is None:
            self._gone.add(id_)
            return Changes()
        claim = found.claim
        assert claim is not None
        touched: set[Key] = set()
        for waiting in self._waiting_for(id_):
            self._take_out(self._found[waiting], touched)
        if self._is_placed(claim):
            self._take_out(found, touched)
        del self._found[id_]
        withdraws = id_ in self._retracting
        if claim.retracts is not None:
            withdraws = True
            del self._retracting[claim.retracts][id_]
            if not self._retracting[claim.retracts]:
                del self._retracting[claim.retracts]
        return self._settle(touched, withdraws)

    def report(self) -> Report:
        """The report over the claims that are there now; linear in their number."""
        dangling = [
            claim for target, found in self._retracting.items() if target not in self._found for claim in found.values()
        ]
        left_out = {claim.id for claim in dangling}
        unread = [Unread(c, f"retracts: {c.retracts!r} is the id of no claim", "the feed") for c in dangling]
        unplaced = {id_: a for waiting in self._unplaced.values() for id_, a in waiting.items()}
        unread += [Unread(a.claim, self._keys.why_not(a.claim)) for a in unplaced.values()]
        found = [f for id_, f in self._found.items() if id_ not in left_out]
        return assemble(
            tuple(f.claim for f in found if f.claim is not None),
            found,
            [live.group for live in self._live.values()],
            [
                *(conflict for live in self._live.values() for conflict in live.conflicts.values()),
                *self._by_rule.values(),
            ],
            self._across.found(),
            [revision for live in self._live.values() for revision in live.revisions],
            self._retractions,
            unread,
            self.vocabulary,
        )

    def _is_placed(self, claim: Claim) -> bool:
        """Whether a claim takes part: not while what it retracts has not come."""
        return claim.retracts is None or claim.retracts in self._found

    def _waiting_for(self, id_: str) -> list[str]:
        """The withdrawals of this claim, which take no part while it is not there."""
        return [waiting for waiting in self._retracting.get(id_, ()) if waiting != id_]

    def _take_in(self, found: FoundClaim, touched: set[Key]) -> None:
        if not isinstance(found, Assertion) or found.claim.modality == "hypothetical":
            return
        claim = found.claim
        if claim.subject_id is not None:
            for form in bearer_forms(claim, self.vocabulary):
                self._bear(form, claim.subject_id, 1, touched)
        key = self._keys.key(found)
        if key is None:
            for form in forms_used(found, self.vocabulary):
                self._unplaced.setdefault(form, {})[claim.id] = found
            return
        live = self._live.get(key)
        if live is None:
            live = self._live[key] = _Live(Group(key))
            for subject in subjects(key):
                self._by_subject.setdefault(subject, set()).add(key)
        live.group.add(self._keys.placed(found, key) if key[1] == ORDER else found)
        if live.places is None or live.group.is_mixed:
            live.places = self._across.places(live.group)
        if live.places:
            self._across.stir(key, live.places)
        if live.group.may_clash or live.conflicts or live.revisions:
            touched.add(key)

    def _take_out(self, found: FoundClaim, touched: set[Key]) -> None:
        if not isinstance(found, Assertion) or found.claim.modality == "hypothetical":
            return
        claim = found.claim
        key = self._keys.key(found)
        if key is None:
            self._drop_unplaced(found)
            return
        self._regroup(key, [a for a in self._live[key].group.assertions if a.claim is not claim], touched)
        if claim.subject_id is not None:
            for form in bearer_forms(claim, self.vocabulary):
                self._bear(form, claim.subject_id, -1, touched)

    def _drop_unplaced(self, found: Assertion) -> None:
        for form in forms_used(found, self.vocabulary):
            waiting = self._unplaced.get(form)
            if waiting is not None and waiting.pop(found.claim.id, None) is not None and not waiting:
                del self._unplaced[form]

    def _regroup(self, key: Key, assertions: list[Assertion], touched: set[Key]) -> None:
        self._across.stir(key, self._live[key].places)
        self._live[key].group = Group(key, assertions)
        touched.add(key)

    def _bear(self, form: str, subject_id: str, count: int, touched: set[Key]) -> None:
        """Count who bears a name; when the ids of the name change, those who gave only the name move."""
        ids = self._bearers.get(form, {})
        left = ids.get(subject_id, 0) + count
        moving = [] if (subject_id in ids) == (left > 0) else self._take_out_named_only(form, touched)
        if left:
            self._bearers.setdefault(form, {})[subject_id] = left
        else:
            del self._bearers[form][subject_id]
            if not ids:
                del self._bearers[form]
        for assertion in moving:
            self._take_in(assertion, touched)

    def _take_out_named_only(self, form: str, touched: set[Key]) -> list[Assertion]:
        """Those who gave only this name, as they were read."""
        moving = list(self._unplaced.get(form, {}).values())
        for found in moving:
            self._drop_unplaced(found)
        for subject in {form, form.removeprefix(ID_MARK), *(ID_MARK + id_ for id_ in self._bearers.get(form, ()))}:
            for key in self._by_subject.get(subject, ()):
                members = self._live[key].group.assertions
                named = {a.claim.id for a in members if form in forms_used(a, self.vocabulary)}
                if named:
                    moving += (f for id_ in named if isinstance(f := self._found[id_], Assertion))
                    self._regroup(key, [a for a in members if a.claim.id not in named], touched)
        return moving

    def _settle(self, touched: set[Key], withdraws: bool) -> Changes:
        """Judge the touched items anew, and say what that changed."""
        if withdraws:
            self._withdraw_anew(touched)
        before: dict[str, Conflict] = {}
        after: dict[str, Conflict] = {}
        for key in sorted(touched):
            live = self._live[key]
            before |= live.conflicts
            disputes, live.revisions = judge(candidates([live.group]), self.vocabulary, self._retractions)
            live.conflicts = {c.fingerprint: c for c in (ItemConflict(d, self.vocabulary) for d in disputes)}
            after |= live.conflicts
            if withdraws:
                self._across.stir(key, live.places)
            if not live.group.assertions:
                del self._live[key]
                for subject in subjects(key):
                    self._by_subject[subject].discard(key)
        gone, came = self._across.settle(self._live, self._retractions)
        if self.vocabulary.rules:
            before, after = before | self._by_rule, after | self._by_own_rules()
        return _changes(before | gone, after | came)

    def _by_own_rules(self) -> dict[str, Conflict]:
        """What own rules find among all claims: they see everything at once, so this is linear in what there is."""
        found = by_own_rules((live.group for live in self._live.values()), self.vocabulary, self._retractions)
        self._by_rule = {conflict.fingerprint: conflict for conflict in found}
        return self._by_rule

    def _withdraw_anew(self, touched: set[Key]) -> None:
        before = self._retractions
        withdrawals = [
            (claim, target.claim)
            for id_, waiting in self._retracting.items()
            if (target := self._found.get(id_)) is not None
            and target.claim is not None
            and self._is_placed(target.claim)
            for claim in waiting.values()
        ]
        self._retractions = Retractions(withdrawals, self.vocabulary)
        for id_ in self._retractions.differing_targets(before):
            found = self._found.get(id_)
            if isinstance(found, Assertion) and found.claim.modality != "hypothetical":
                key = self._keys.key(found)
                if key is not None and key in self._live:
                    touched.add(key)


def _changes(before: Mapping[str, Conflict], after: Mapping[str, Conflict]) -> Changes:
    """What came, changed and went, in the order of the fingerprints."""
    new, changed, settled = [], [], []
    for fingerprint in sorted({*before, *after}):
        change = Change(before.get(fingerprint), after.get(fingerprint))
        if change.before is None:
            new.append(change)
        elif change.after is None:
            settled.append(change)
        elif _told(change.before) != _told(change.after):
            changed.append(change)
    return Changes(tuple(new), tuple(changed), tuple(settled))


class _Across:
    """The joint conflicts over several items, found anew in those components alone in which something changed."""

    def __init__(self, ties: Ties) -> None:
        self._ties = ties
        self._keys: dict[Place, set[Key]] = {}
        self._places: dict[Key, tuple[Place, ...]] = {}
        self._stirred: set[Place] = set()
        self._components: dict[Place, _Component] = {}

    def places(self, group: Group) -> tuple[Place, ...]:
        """Where a group is tied to others."""
        return self._ties.places(group)

    def stir(self, key: Key, places: tuple[Place, ...] | None) -> None:
        """Note that a group at these places has changed, or will."""
        if places:
            self._stirred.update(places)
            self._places[key] = places
            for place in places:
                self._keys.setdefault(place, set()).add(key)

    def settle(
        self, live: Mapping[Key, _Live], retractions: Retractions
    ) -> tuple[dict[str, Conflict], dict[str, Conflict]]:
        """Find the contradictions anew where something changed; those that were there before, and those that are."""
        if not self._stirred:
            return {}, {}
        region = self._region(live)
        before: dict[str, Conflict] = {}
        for place in region:
            component = self._components.pop(place, None)
            if component is not None:
                before |= component.conflicts
        groups = [live[key].group for key in sorted({key for place in region for key in self._keys[place]})]
        after: dict[str, Conflict] = {}
        for members, found in by_component(groups, self._ties, retractions, most=MAX_JOINT, size=MAX_JOINT_SIZE):
            component = _Component(found, {c.fingerprint: c for c in map(JointConflict, found.joints)})
            after |= component.conflicts
            for group in members:
                for place in self._places[group.key]:
                    self._components[place] = component
        for place in [place for place in region if not self._keys[place]]:
            del self._keys[place]
        return before, after

    def _region(self, live: Mapping[Key, _Live]) -> set[Place]:
        """The places that are tied to those stirred, by groups that are still there."""
        waiting = list(self._stirred)
        self._stirred = set()
        region = set(waiting)
        while waiting:
            place = waiting.pop()
            for key in list(self._keys[place]):
                if key not in live or not live[key].group.assertions:
                    for left in self._places.pop(key, ()):
                        self._keys[left].discard(key)
                    continue
                for other in self._places[key]:
                    if other not in region:
                        region.add(other)
                        waiting.append(other)
        return region

    def found(self) -> Found:
        """All joint contradictions, and whether a search was cut short."""
        components = {id(component): component for component in self._components.values()}.values()
        return Found(
            [joint for component in components for joint in component.found.joints],
            any(component.found.is_truncated for component in components),
        )


@define
class _Component:
    """What was found in one component."""

    found: Found
    conflicts: dict[str, Conflict]


def _told(conflict: Conflict) -> tuple[object, ...]:
    """What must stay the same for a conflict to count as unchanged."""
    sides = tuple(tuple(claim.id for claim in camp.claims) for camp in conflict.camps)
    return (conflict.severity, conflict.kind, sides, tuple(claim.id for claim in conflict.claims))
