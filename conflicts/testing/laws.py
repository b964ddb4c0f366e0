"""The laws of `find_conflicts`, each a function of claims and a vocabulary that says what is amiss, or None.

They compare reports on variants of one input, so they need no expected result: they hold for any claims, those of a
real newsroom too (`check_claims`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any, Final

from attrs import evolve, frozen

from conflicts.api import find_conflicts
from conflicts.claims import Claim
from conflicts.detector import Detector
from conflicts.disputes import Severity
from conflicts.report import Conflict, Report
from conflicts.testing.broken import told
from conflicts.values.extent import Extent
from conflicts.vocabulary import Vocabulary

MOST: Final = 6
"""How many claims of an input each law takes in turn; the first ones."""
RANK: Final = {Severity.CONTRADICTION: 2, Severity.TENSION: 1}
START: Final = datetime(2025, 7, 21, 9, tzinfo=UTC)

Holds = Callable[[Sequence[Claim], Vocabulary], "str | None"]


@frozen
class Law:
    """A law of `find_conflicts`: what must hold, in `words`, and `holds`, which says what is amiss or returns None."""

    words: str
    holds: Holds

    def check(self, claims: Iterable[Claim], vocabulary: Vocabulary | None = None) -> None:
        """Raise `BrokenLaw` if the law does not hold on these claims (each id once)."""
        given = list({claim.id: claim for claim in claims}.values())
        story = [evolve(claim, id=claim.id) for claim in given]  # an id made from the content would change with it
        words = Vocabulary.default() if vocabulary is None else vocabulary
        told(self.words, lambda: self.holds(story, words), given)


def check_claims(claims: Iterable[Claim], vocabulary: Vocabulary | None = None, *, laws: Iterable[Law] = ()) -> None:
    """Check every law (or `laws`) on claims of your own; raises `BrokenLaw`, which names the law and shows the claims.

    Takes some fifty times as long as `find_conflicts` on the same claims.

    >>> check_claims([Claim("talks", "venue", "Geneva", "Kyiv"), Claim("talks", "venue", "Istanbul", "Moscow")])
    """
    story = list(claims)
    for law in tuple(laws) or LAWS:
        law.check(story, vocabulary)


def report_on(claims: Sequence[Claim], vocabulary: Vocabulary) -> Report:
    """The report, with whatever is bad among the unread."""
    return find_conflicts(claims, vocabulary, errors="unread")


def ids(claims: Iterable[Claim]) -> frozenset[str]:
    """The ids of claims."""
    return frozenset(claim.id for claim in claims)


def picture(report: Report, rename: Mapping[str, str] | None = None) -> Counter[Any]:
    """All that a report says of its conflicts, claims by id (renamed if asked), copies counted once."""
    new = rename or {}

    def named(claims: Iterable[Claim]) -> frozenset[str]:
        return frozenset(new.get(claim.id, claim.id) for claim in claims)

    shown: Counter[Any] = Counter()
    for conflict in report:
        prints = {statement.claim.id: named(statement.claims) for statement in conflict.statements}
        pairs = frozenset(
            (frozenset((prints[pair.a.id], prints[pair.b.id])), pair.severity, pair.kind) for pair in conflict.pairs()
        )
        sides = frozenset((named(camp.claims), camp.origins, camp.interval) for camp in conflict.camps)
        counts = (conflict.joint, conflict.n_pairs, conflict.retractions)
        what = (conflict.fingerprint, conflict.severity, conflict.kind)
        shown[(*what, *counts, named(conflict.claims), named(conflict.neutral), sides, pairs)] += 1
    return shown


def _difference(before: Counter[Any], after: Counter[Any], what: str) -> str | None:
    if before == after:
        return None
    gone, new = before - after, after - before
    return f"{what}: {sum(gone.values())} conflict(s) differ from before: {_shown(gone)} became {_shown(new)}"


def _shown(conflicts: Counter[Any]) -> str:
    return "; ".join(f"{c[2]} ({c[1].value}) over {', '.join(sorted(c[6]))}" for c in conflicts) or "none"


def _order(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    first = report_on(claims, vocabulary)
    orders = {
        "backwards": claims[::-1],
        "from the second on": [*claims[1:], *claims[:1]],
        "by source": sorted(claims, key=lambda claim: (claim.source, claim.id)),
    }
    for how, others in orders.items():
        other = report_on(others, vocabulary)
        if difference := _difference(picture(first), picture(other), f"the claims {how}"):
            return difference
        for a, b in zip(first, other, strict=True):
            if _listed(a) != _listed(b):
                return f"the claims {how}: a conflict lists its claims, sides or pairs in another order"
        if first.revisions != other.revisions:
            return f"the claims {how}: other revisions, or in another order"
    return None


def _listed(conflict: Conflict) -> object:
    pairs = [(pair.a.id, pair.b.id) for pair in conflict.pairs()]
    return [c.id for c in conflict.claims], pairs, [[c.id for c in camp.claims] for camp in conflict.camps]


def _ids(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    # In the opposite order, so that no other claim may speak for a statement because of its id.
    new = {claim.id: f"z{len(claims) - i:09}" for i, claim in enumerate(claims)}
    renamed = [evolve(c, id=new[c.id], retracts=new.get(c.retracts or "", c.retracts)) for c in claims]
    before, after = report_on(claims, vocabulary), report_on(renamed, vocabulary)
    return _difference(picture(before, new), picture(after), "with other ids")


def _subjects(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    if any(vocabulary.declaration(claim.attribute).kind == "order" for claim in claims):
        return None  # whose values name subjects too
    renamed = [
        evolve(c, subject="renamed " + vocabulary.name(c.subject), subject_id=c.subject_id and c.subject_id + "0")
        for c in claims
    ]
    before, after = report_on(claims, vocabulary), report_on(renamed, vocabulary)
    nameless = [Counter((None, *key[1:]) for key in picture(report).elements()) for report in (before, after)]
    if kept := {c.fingerprint for c in before} & {c.fingerprint for c in after}:
        return f"the fingerprint {min(kept)} stands for two subjects"
    return _difference(nameless[0], nameless[1], "with other names of the subjects")


def _copies(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    before = picture(report_on(claims, vocabulary))
    for original in [claim for claim in claims if not claim.retracts][:MOST]:
        copy = evolve(original, id=f"copy of {original.id}")
        after = report_on([*claims, copy], vocabulary)
        if difference := _difference(before, picture(after, {copy.id: original.id}), f"with a copy of {original.id}"):
            return difference
        for conflict in after:
            if original.id in ids(conflict.claims) and copy.id not in ids(conflict.claims) and not conflict.joint:
                return f"the copy of {original.id} is not listed beside it"
    return None


def _detector(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    detector = Detector(vocabulary)
    for claim in claims:
        detector.add([claim])
    batch, live = find_conflicts(claims, vocabulary, errors="unread"), detector.report()
    if batch.revisions != live.revisions:
        return "added one by one: other revisions"
    return _difference(picture(batch), picture(live), "added one by one")


def _another_source(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    *others, last = claims
    before = [claim for claim in others if not claim.retracts]
    more = evolve(last, source="a source of its own", id="the new claim", retracts=None, subject_id=None)
    after = {c.fingerprint: RANK[c.severity] for c in report_on([*before, more], vocabulary)}
    for conflict in report_on(before, vocabulary):
        if len(conflict.items) > 1:
            continue  # what several items decide together, two claims may decide now
        if after.get(conflict.fingerprint, 0) < (1 if conflict.joint else RANK[conflict.severity]):
            listed = ", ".join(sorted(ids(conflict.claims)))
            return f"the {conflict.severity.value} over {listed} is gone once a new source says what {last.id} says"
    return None


def _corrections(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    in_order = [
        evolve(c, asserted_at=START + timedelta(hours=i // 2), utterance=None, anonymous=False)
        for i, c in enumerate(claims)
    ]
    report = report_on(in_order, vocabulary)
    for conflict in report:
        for pair in conflict.pairs():
            if pair.a.source == pair.b.source and pair.a.asserted_at != pair.b.asserted_at:
                return f"said hour by hour, {pair.a.id} and {pair.b.id} of one source clash: one corrects the other"
    for revision in report.revisions:
        if any(revision.earlier.id in ids(conflict.claims) for conflict in report):
            return f"{revision.earlier.id} was taken back by {revision.later.id}, and still takes part in a conflict"
    return None


def _each_its_own(claims: Sequence[Claim]) -> list[Claim]:
    """The claims as those of as many named sources, so that nothing corrects or copies anything."""
    free: dict[str, Any] = {"via": (), "retracts": None, "utterance": None, "subject_id": None, "anonymous": False}
    return [evolve(c, source=f"source {i}", id=f"c{i}", **free) for i, c in enumerate(claims)]


def _contradicted(report: Report) -> set[str]:
    """The items with two claims that contradict each other."""
    return {c.fingerprint for c in report.contradictions if not c.joint}


def _hedges(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    story = _each_its_own(claims)
    before = _contradicted(report_on(story, vocabulary))
    for i, claim in enumerate(story[:MOST]):
        hedged = [*story[:i], evolve(claim, hedged=True), *story[i + 1 :]]
        if _contradicted(report_on(hedged, vocabulary)) - before:
            return f"by as many sources, there is a new contradiction once claim {i + 1} is hedged"
    return None


def _pairs(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    story = _each_its_own(claims)
    together = [ids(c.claims) for c in report_on(story, vocabulary).contradictions]
    for a, b in combinations(story[:MOST], 2):
        alone = _contradicted(report_on([a, b], vocabulary))
        if alone and not any({a.id, b.id} <= found for found in together):
            return f"by as many sources, claims {a.id} and {b.id} contradict each other alone, but not among the others"
    return None


def _camps(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    for conflict in report_on(claims, vocabulary):
        changes = vocabulary.declaration(conflict.claims[0].attribute).changes or "never"
        clocks = {statement.value.clock for statement in conflict.statements}
        if conflict.joint or changes != "never" or len(clocks) > 1:
            continue  # where no stretch of one line is shared
        for camp in conflict.camps:
            shared = None if camp.interval is None else Extent((camp.interval,))
            if shared is None or not all(shared <= s.value.strict for s in camp.statements):
                return f"the side {camp.value} shares no value"
    return None


def _fingerprints(claims: Sequence[Claim], vocabulary: Vocabulary) -> str | None:
    prints = [conflict.fingerprint for conflict in report_on(claims, vocabulary)]
    if len(set(prints)) != len(prints):
        return "two conflicts have one fingerprint"
    others = [evolve(c, subject="elsewhere", subject_id=None, retracts=None, id="x" + c.id) for c in claims]
    after = report_on([*others, *claims], vocabulary)
    if after.truncated or set(prints) <= {conflict.fingerprint for conflict in after}:
        return None
    return "a conflict has another fingerprint beside claims on another subject"


LAWS: Final[tuple[Law, ...]] = (
    Law("the order of the claims changes nothing", _order),
    Law("the ids of the claims change nothing", _ids),
    Law("the names of the subjects change nothing but the fingerprints", _subjects),
    Law("an exact copy changes nothing but the list of copies", _copies),
    Law("a detector that gets the claims one by one reports what the batch reports", _detector),
    Law("a claim of another source removes no conflict", _another_source),
    Law("a source's correction never clashes with what it corrects", _corrections),
    Law("hedging a claim never adds a contradiction", _hedges),
    Law("two claims that contradict each other do so among others too", _pairs),
    Law("the claims of a side share a value", _camps),
    Law("a fingerprint names one disputed item, whatever is claimed of others", _fingerprints),
)
