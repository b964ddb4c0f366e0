"""The pipeline, on one page: claims in, report out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from conflicts.assertions import Assertion, Reader, Unread
from conflicts.claims import Claim
from conflicts.disputes import Dispute, Severity, dispute
from conflicts.items import Item, Keys, NotCompared, candidates, group, not_compared, subject_ids
from conflicts.report import Conflict, Note, Report
from conflicts.standing import Retractions, Revision, standing
from conflicts.statements import fold
from conflicts.vocabulary import Vocabulary

Progress = Callable[[int], None]


def detect(claims: Iterable[Claim], vocabulary: Vocabulary, *, progress: Progress | None = None) -> Report:
    """Find the conflicts among claims with distinct ids.

    Linear in the number of claims, plus O(n log n) for the n claims of each item that can hold a conflict.
    """
    claims = tuple(claims)
    retracting = [claim for claim in claims if claim.retracts is not None]
    by_id = {claim.id: claim for claim in claims} if retracting else {}
    retractions = Retractions(retracting, by_id, vocabulary)

    assertions, unread = read(claims, vocabulary, progress)
    hypothetical, asserted = _split_off_hypothetical(assertions)
    groups, unplaced = group(asserted, Keys(vocabulary, subject_ids(asserted, vocabulary)))
    disputes, revisions = judge(candidates(groups), vocabulary, retractions)

    return Report(
        conflicts=tuple(sorted((Conflict(d, vocabulary) for d in disputes), key=_rank)),
        claims=claims,
        revisions=tuple(_revisions(revisions, retractions, claims)),
        unread=(*unread, *unplaced, *retractions.refused),
        not_compared=(*not_compared(groups), *_hypotheticals(hypothetical)),
        notes=tuple(Note(a.claim, a.value.note) for a in assertions if a.value.note is not None),
    )


def read(
    claims: Iterable[Claim], vocabulary: Vocabulary, progress: Progress | None = None
) -> tuple[list[Assertion], list[Unread]]:
    """Read every claim: what was understood, and what was not with the reason."""
    reader = Reader(vocabulary)
    assertions: list[Assertion] = []
    unread: list[Unread] = []
    for n, claim in enumerate(claims):
        found = reader.read(claim)
        if isinstance(found, Assertion):
            assertions.append(found)
        elif found is not None:
            unread.append(found)
        if progress is not None and n % 1000 == 999:
            progress(n + 1)
    return assertions, unread


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


def _rank(conflict: Conflict) -> tuple[bool, tuple[str, ...], str]:
    """Contradictions first, then by item: an order that does not depend on that of the claims."""
    return (conflict.severity is not Severity.CONTRADICTION, conflict.items[0], conflict.fingerprint)


def _split_off_hypothetical(assertions: list[Assertion]) -> tuple[list[Assertion], list[Assertion]]:
    hypothetical = [a for a in assertions if a.claim.modality == "hypothetical"]
    if not hypothetical:
        return hypothetical, assertions
    return hypothetical, [a for a in assertions if a.claim.modality != "hypothetical"]


def _hypotheticals(assertions: list[Assertion]) -> list[NotCompared]:
    return [NotCompared((a.claim,), "hypothetical: nobody asserts it") for a in assertions]


def _revisions(found: list[Revision], retractions: Retractions, claims: tuple[Claim, ...]) -> list[Revision]:
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
