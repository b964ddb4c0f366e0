"""The pipeline, on one page: claims in, report out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Final

from conflicts.apart import is_beyond_comparing
from conflicts.assertions import Assertion, Found, Reader, Unread
from conflicts.claims import Claim
from conflicts.conflict import Conflict, ItemConflict
from conflicts.disputes import Dispute, Severity, dispute
from conflicts.items import Group, Item, Keys, NotCompared, candidates, group, not_compared, subject_ids
from conflicts.joint import Found as Joints
from conflicts.joint import Ties, contradictions, ordered, voices
from conflicts.joint_conflict import JointConflict, RuleConflict
from conflicts.pairs import Evidence
from conflicts.report import Note, Report
from conflicts.rules import Said, broken
from conflicts.standing import Retractions, Revision, standing
from conflicts.statements import fold
from conflicts.vocabulary import Vocabulary

Progress = Callable[[int], None]

MAX_JOINT: Final = 100
MAX_JOINT_SIZE: Final = 7


def detect(
    claims: Iterable[Claim],
    vocabulary: Vocabulary,
    *,
    max_joint: int = MAX_JOINT,
    max_joint_size: int = MAX_JOINT_SIZE,
    progress: Progress | None = None,
) -> Report:
    """Find the conflicts among claims with distinct ids.

    Linear in the number of claims, plus O(n log n) for the n claims of each item that can hold a conflict, plus bounded
    work for each component of items that are tied to each other.
    """
    claims = tuple(claims)
    retractions = Retractions(_withdrawals(claims), vocabulary)

    found = read(claims, vocabulary, progress)
    asserted = [f for f in found if isinstance(f, Assertion) and f.claim.modality != "hypothetical"]
    groups, unplaced = group(asserted, Keys(vocabulary, subject_ids(asserted, vocabulary)))
    disputes, revisions = judge(candidates(groups), vocabulary, retractions)
    conflicts: list[Conflict] = [ItemConflict(dispute, vocabulary) for dispute in disputes]
    conflicts += by_own_rules(groups, vocabulary, retractions)
    joint = contradictions(groups, Ties(vocabulary), retractions, most=max_joint, size=max_joint_size)
    return assemble(
        claims,
        found,
        groups,
        conflicts,
        joint,
        revisions,
        retractions,
        unplaced,
        vocabulary,
        max_joint=max_joint,
    )


def _withdrawals(claims: tuple[Claim, ...]) -> list[tuple[Claim, Claim]]:
    """The claims that retract others, each with what it retracts, where that is there."""
    retracting = [(claim, claim.retracts) for claim in claims if claim.retracts is not None]
    by_id = {claim.id: claim for claim in claims} if retracting else {}
    return [(claim, by_id[target]) for claim, target in retracting if target in by_id]


def assemble(
    claims: tuple[Claim, ...],
    found: Collection[Found],
    groups: Collection[Group],
    conflicts: Iterable[Conflict],
    joint: Joints,
    revisions: Iterable[Revision],
    retractions: Retractions,
    unread: Iterable[Unread],
    vocabulary: Vocabulary,
    *,
    max_joint: int = MAX_JOINT,
) -> Report:
    """Put a report together: conflicts and revisions in an order that depends on the claims alone."""
    assertions = [f for f in found if isinstance(f, Assertion)]
    across = ordered(joint.joints)
    ranked = [*sorted(conflicts, key=_rank), *(JointConflict(one) for one in across[:max_joint])]
    return Report(
        conflicts=tuple(sorted(ranked, key=lambda conflict: conflict.severity is not Severity.CONTRADICTION)),
        truncated=joint.is_truncated or len(across) > max_joint or any(map(_is_beyond_comparing, groups)),
        claims=claims,
        revisions=tuple(_revisions(revisions, retractions, claims)),
        unread=(*(f for f in found if isinstance(f, Unread)), *unread, *retractions.refused),
        not_compared=(*not_compared(groups), *_hypothetical(assertions)),
        notes=tuple(Note(a.claim, a.value.note) for a in assertions if a.value.note is not None),
        evidence=Evidence(claims, found, retractions, vocabulary),
    )


def _is_beyond_comparing(group: Group) -> bool:
    """Whether so many alternatives were told of one item that not all are compared with each other."""
    return not group.is_plain and is_beyond_comparing([assertion.value.strict for assertion in group.assertions])


def read(claims: Iterable[Claim], vocabulary: Vocabulary, progress: Progress | None = None) -> list[Found]:
    """Read every claim: what was understood, or why it was not."""
    reader = Reader(vocabulary)
    found: list[Found] = []
    for claim in claims:
        found.append(reader.read(claim))
        if progress is not None and len(found) % 1000 == 0:
            progress(len(found))
    return found


def judge(
    items: Iterable[Item], vocabulary: Vocabulary, retractions: Retractions
) -> tuple[list[Dispute], list[Revision]]:
    """Decide for each item what still stands, fold the copies, and find the camps."""
    disputes: list[Dispute] = []
    revisions: list[Revision] = []
    for item in items:
        left = standing(item, vocabulary, retractions)
        revisions.extend(left.revisions)
        found = dispute(item, fold(item, left.stands, vocabulary))
        if found is not None:
            disputes.append(found)
    return disputes, revisions


def by_own_rules(groups: Iterable[Group], vocabulary: Vocabulary, retractions: Retractions) -> list[Conflict]:
    """What the vocabulary's own rules find among all statements that stand."""
    if not vocabulary.rules:
        return []
    told = sorted((v for one in groups for v in voices(one, vocabulary, retractions)), key=lambda voice: voice.rank)
    said = [Said(v.assertion.claim, v.assertion.value, v.key, v.statement) for v in told]
    return [RuleConflict(found) for found in broken(vocabulary.rules, said)]


def _rank(conflict: Conflict) -> tuple[bool, tuple[str, ...], str]:
    """Contradictions first, then by item: an order that does not depend on that of the claims."""
    return (conflict.severity is not Severity.CONTRADICTION, conflict.items[0], conflict.fingerprint)


def _hypothetical(assertions: list[Assertion]) -> list[NotCompared]:
    hypothetical = [a.claim for a in assertions if a.claim.modality == "hypothetical"]
    return [NotCompared((claim,), "hypothetical: nobody asserts it") for claim in hypothetical]


def _revisions(found: Iterable[Revision], retractions: Retractions, claims: tuple[Claim, ...]) -> list[Revision]:
    """All revisions in a stable order, each with a hint if its source looks like a relay entered as a source."""
    records = retractions.records
    withdrawn = {(r.earlier.id, r.later.id) for r in records}
    records += [r for r in found if (r.earlier.id, r.later.id) not in withdrawn]
    if not records:
        return []
    relays = {relay for claim in claims for relay in claim.via}
    hinted = [
        Revision(r.earlier, r.later, r.kind, _slip(r.earlier.source)) if r.earlier.source in relays else r
        for r in records
    ]
    return sorted(hinted, key=lambda r: (r.earlier.subject, r.earlier.attribute, r.earlier.id, r.later.id))


def _slip(source: str) -> str:
    return (
        f"{source} also passes on others' words; if it did so here, put the speaker in `source` and {source} in `via`"
    )
