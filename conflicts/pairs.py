"""Any two claims, and why they clash or why not: one plain sentence."""

from __future__ import annotations

from collections.abc import Collection

from attrs import define

from conflicts.assertions import Assertion, Found, Unread
from conflicts.because import assertion_words, attribute_words, moment_words, value_words
from conflicts.claims import Claim
from conflicts.errors import InputError
from conflicts.items import Item, Key, Keys, axis_words, subject_ids
from conflicts.moments import Order, order
from conflicts.reading.transliteration import spelling_hint
from conflicts.standing import Retractions, Revision, Stand, Standing, origin_of, standing
from conflicts.statements import Statement, fold
from conflicts.values.allen import AXIS as ORDER_AXIS
from conflicts.values.extent import EVERYTHING, NOT_SETTLED
from conflicts.values.value import ANY_AXIS, Relation, Value
from conflicts.values.words import set_words
from conflicts.vocabulary import Vocabulary


@define(eq=False, repr=False)
class Evidence:
    """What a report was made from: enough to say of any two of its claims how they stand to each other."""

    claims: Collection[Claim]
    found: Collection[Found]
    retractions: Retractions
    vocabulary: Vocabulary

    def explain(self, a: str, b: str) -> str:
        """Why two claims, named by id, clash or why not. Linear in the number of claims.

        Raises `InputError` if there is no claim with one of the ids.
        """
        claims = {claim.id: claim for claim in self.claims if claim.id in {a, b}}
        for id_ in (a, b):
            if id_ not in claims:
                raise InputError(f"no claim has the id {id_!r}")
        return f"{a} and {b} are one claim." if a == b else self._apart(claims[a], claims[b])

    def _apart(self, a: Claim, b: Claim) -> str:
        read: dict[str, Assertion] = {}
        unread: dict[str, Unread] = {}
        for found in self.found:
            if isinstance(found, Assertion):
                read[found.claim.id] = found
            elif isinstance(found, Unread) and found.claim is not None:
                unread[found.claim.id] = found
        for claim, other in ((a, b), (b, a)):
            if claim.retracts == other.id:
                return self._withdrawal(claim, other)
        for claim in (a, b):
            if claim.id in unread:
                return f"{claim.id} was not read: {unread[claim.id].reason}."
            if claim.id not in read:
                return f"{claim.id} only withdraws {claim.retracts}, and says nothing else."
            if claim.modality == "hypothetical":
                return f"{claim.id} is hypothetical: nobody asserts it, so it is compared with nothing."
        asserted, keys = self._asserted()
        key_a, key_b = keys.key(read[a.id]), keys.key(read[b.id])
        for claim, key in ((a, key_a), (b, key_b)):
            if key is None:
                return f"{claim.id} was not placed: {keys.why_not(claim)}."
        assert key_a is not None
        assert key_b is not None
        if key_a != key_b:
            return _other_item(read[a.id], read[b.id], key_a, key_b)
        axes = {read[a.id].value.axis, read[b.id].value.axis} - {ANY_AXIS}
        if len(axes) > 1:
            shown = " and ".join(sorted(axis_words(axis) for axis in axes))
            return f"{a.id} and {b.id} are not comparable: {shown} lie on different axes."
        alike = [keys.placed(f, key_a) for f in asserted if keys.key(f) == key_a and f.value.axis in {*axes, ANY_AXIS}]
        placed = {f.claim.id: f for f in alike}
        item = Item(key_a, next(iter(axes), ANY_AXIS), alike)
        return self._same_item(item, placed[a.id], placed[b.id])

    def keys(self) -> dict[str, Key]:
        """The item of each claim that is asserted and placed, by the claim's id."""
        asserted, keys = self._asserted()
        return {a.claim.id: key for a in asserted if (key := keys.key(a)) is not None}

    def _asserted(self) -> tuple[list[Assertion], Keys]:
        read = (f for f in self.found if isinstance(f, Assertion))
        asserted = [a for a in read if a.claim.modality != "hypothetical"]
        return asserted, Keys(self.vocabulary, subject_ids(asserted, self.vocabulary))

    def _withdrawal(self, claim: Claim, other: Claim) -> str:
        refused = next((u for u in self.retractions.refused if u.claim is claim), None)
        if refused is not None:
            return f"{claim.id} does not withdraw {other.id}: {refused.reason}."
        return f"{claim.id} withdraws {other.id}: {claim.source} took it back{_on(claim)}."

    def _same_item(self, item: Item, a: Assertion, b: Assertion) -> str:
        left = standing(item, self.vocabulary, self.retractions)
        for revision in left.revisions:
            if {revision.earlier.id, revision.later.id} == {a.claim.id, b.claim.id}:
                return _superseded(revision)
        stands = {x.claim.id: stand for stand in left.stands for x in (stand.assertion, *stand.restated)}
        for assertion in (a, b):
            if assertion.claim.id not in stands:
                return self._fallen(assertion.claim, left)
        statements = fold(item, left.stands, self.vocabulary)
        of = {claim.id: statement for statement in statements for claim in statement.claims}
        if of[a.claim.id] is of[b.claim.id]:
            return _same_statement(of[a.claim.id], a.claim, b.claim)
        standing_a, standing_b = _as_standing(stands[a.claim.id], a), _as_standing(stands[b.claim.id], b)
        return _relation(item, standing_a, standing_b, (a, b), self.vocabulary)

    def _fallen(self, claim: Claim, left: Standing) -> str:
        revision = next((r for r in left.revisions if r.earlier.id == claim.id), None)
        if revision is not None:
            return _superseded(revision)
        return f"{claim.id} was withdrawn, and stands against nothing."


def _as_standing(stand: Stand, assertion: Assertion) -> Assertion:
    return stand.assertion if stand.assertion.claim is assertion.claim else assertion


def _on(claim: Claim) -> str:
    return "" if claim.asserted_at is None else f" on {moment_words(claim.asserted_at)}"


def _superseded(revision: Revision) -> str:
    earlier, later = revision.earlier, revision.later
    return (
        f"{earlier.id} was superseded by {later.id}: {later.source} said “{later.printed}”{_on(later)}, "
        f"after “{earlier.printed}”{_on(earlier)}."
    )


def _other_item(a: Assertion, b: Assertion, key_a: Key, key_b: Key) -> str:
    start = f"{a.claim.id} and {b.claim.id} are not about the same thing: "
    (subject_a, attribute_a, scope_a, tense_a, _), (subject_b, attribute_b, scope_b, tense_b, _) = key_a, key_b
    if subject_a != subject_b:
        ids = [f" ({c.subject_id})" if c.subject_id else "" for c in (a.claim, b.claim)]
        return f"{start}the subjects differ, {a.claim.subject}{ids[0]} and {b.claim.subject}{ids[1]}."
    if attribute_a != attribute_b:
        words = attribute_words(a.claim.attribute), attribute_words(b.claim.attribute)
        return f"{start}one tells “{words[0]}”, the other “{words[1]}”."
    if scope_a != scope_b:
        return f"{start}the scopes differ, “{scope_a}” and “{scope_b}”."
    if tense_a != tense_b:
        return f"{start}one is a {tense_a}, the other a {tense_b}."
    words = a.claim.printed, b.claim.printed
    return f"{start}“{attribute_words(a.claim.attribute)}” can have many values, “{words[0]}” and “{words[1]}” both."


def _same_statement(statement: Statement, a: Claim, b: Claim) -> str:
    copies = {assertion.claim.id for assertion in statement.copies}
    if {a.id, b.id} <= {*copies, statement.claim.id}:
        original, copy = (a, b) if len(a.via) <= len(b.via) else (b, a)
        lost = "" if a.printed == b.printed else f"; “{original.printed}” was printed as “{copy.printed}”"
        return f"{copy.id} is a copy of {original.id}: {a.source} said it once{lost}."
    return f"{a.id} and {b.id} say the same: {a.source} repeated it."


def _relation(
    item: Item, a: Assertion, b: Assertion, printed: tuple[Assertion, Assertion], vocabulary: Vocabulary
) -> str:
    ids = f"{a.claim.id} and {b.claim.id}"
    words = " and ".join(_printed_words(x) for x in printed)
    found = item.relation(a, b)
    values = a.value, b.value
    if {v.clock for v in values} == {"floating", "zoned"}:
        values = a.value.at_instants(), b.value.at_instants()
    if found is Relation.COMPATIBLE:
        if values[0].strict.meets(values[1].strict):
            return f"{ids} fit together: {words} share {_shared(values)}."
        return f"{ids} fit together: {words} are told of different times, and {_meanwhile(item, a, b)}."
    is_self = origin_of(a.claim, vocabulary) == origin_of(b.claim, vocabulary) and not a.claim.anonymous
    whose = f", both said by {a.claim.source}" if is_self else ""
    if found is Relation.CONTRADICTION:
        return f"{ids} contradict each other: {words} have nothing in common, in no fair reading{whose}."
    return (
        f"{ids} are in tension: {words} have nothing in common{whose}, but {_why_tension(item, a, b, printed, values)}."
    )


def _printed_words(assertion: Assertion) -> str:
    if assertion.value.axis == ORDER_AXIS:
        return f"“{assertion.claim.subject}” {assertion_words(assertion)}"
    return value_words(assertion.member or assertion.value)


def _shared(values: tuple[Value, Value]) -> str:
    strict = values[0].strict & values[1].strict
    return "any value" if strict == EVERYTHING else set_words(values[0], strict)


def _meanwhile(item: Item, a: Assertion, b: Assertion) -> str:
    what = attribute_words(a.claim.attribute)
    return f"“{what}” can have grown" if item.changes == "grows" else f"“{what}” can have changed"


def _why_tension(
    item: Item, a: Assertion, b: Assertion, printed: tuple[Assertion, Assertion], values: tuple[Value, Value]
) -> str:
    if item.changes != "never" and order(a.as_of, b.as_of) is not Order.SAME:
        known = order(a.as_of, b.as_of) is not Order.UNKNOWN
        when = "" if known else ", and which came first is not known"
        return f"{_meanwhile(item, a, b)} in between{when}"
    for standing_now, as_read in zip((a, b), printed, strict=True):
        if standing_now.value.loose != as_read.value.loose:
            source = as_read.claim.source
            return f"{source} said something else too that allows more, so {as_read.claim.id} excludes nothing for sure"
    still_open = next((x for x in (a, b) if x.value.strict == NOT_SETTLED), None)
    if still_open is not None:
        return f"{still_open.claim.id} rules no value out, it calls the matter open"
    hedged = next((x for x in (a, b) if x.claim.hedged or x.value.loose == EVERYTHING), None)
    if hedged is not None:
        return f"{hedged.claim.source} was not sure"
    hint = spelling_hint(a.value.label or "", b.value.label or "") if item.axis == "name" else None
    if hint is not None:
        return hint.rstrip(".")
    return f"read loosely they share {set_words(values[0], values[0].loose & values[1].loose)}"
