"""Short ways to write claims and to look at what was found, for the tables of the tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from conflicts import Claim, Report, Vocabulary, find_conflicts

MONDAY, TUESDAY, FRIDAY = "2025-07-21", "2025-07-22", "2025-07-25"
NINE, NOON, SIX = "2025-07-22T09:00:00+03:00", "2025-07-22T12:00:00+03:00", "2025-07-22T18:00:00+03:00"


def claim(id_: str, attribute: str, value: Any, source: str, asserted_at: str | None = SIX, **fields: Any) -> Claim:
    """A claim about "the event"; `fields` are the other fields of `Claim`."""
    subject = fields.pop("subject", "the event")
    return Claim(subject, attribute, value, source, id=id_, asserted_at=asserted_at, **fields)


def when(id_: str, value: Any, source: str, asserted_at: str | None = SIX, **fields: Any) -> Claim:
    """A claim about the event's scheduled date: a plan, of which one can be true."""
    return claim(id_, "scheduled_date", value, source, asserted_at, **fields)


def check(claims: Iterable[Claim], **vocabulary: Mapping[str, Any]) -> Report:
    """The report under the newsroom's vocabulary joined with the one given."""
    words = Vocabulary.default()
    return find_conflicts(claims, words | Vocabulary.from_dict(vocabulary) if vocabulary else words)


def verdict(report: Report) -> str:
    """The one word that sums a report up."""
    if report.contradictions:
        return "contradiction"
    if report.tensions:
        return "tension"
    return "revision" if report.revisions else "nothing"


def sides(report: Report) -> list[set[str]]:
    """The claim ids on each side of the only conflict."""
    (conflict,) = report
    return [{claim.id for claim in camp.claims} for camp in conflict.camps]
