"""What a type checker must say of the public API; checked by mypy and pyright, never run.

Each `assert_type` is a promise; each line with an expected error must be one (unused ignores are errors themselves).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, assert_type

from conflicts import (
    Claim,
    Conflict,
    ConflictsError,
    Detector,
    InputError,
    Relation,
    Report,
    Severity,
    UnreadError,
    Value,
    Vocabulary,
    VocabularyError,
    find_conflicts,
    load,
    read,
)
from conflicts.assertions import Unread
from conflicts.detector import Changes

# Claims

claim = Claim("talks", "scheduled_date", "Wednesday", "Kyiv", via=["AFP"], asserted_at="2025-07-21", hedged=True)
assert_type(claim, Claim)
assert_type(claim.subject, str)
assert_type(claim.via, tuple[str, ...])
assert_type(claim.id, str)
assert_type(claim.asserted_at, date | datetime | None)
assert_type(claim.to_dict(), dict[str, Any])
assert_type(Claim.from_record({"subject": "talks"}), Claim)
claim.subject = "war"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

# find_conflicts: claims, mappings, what load returns, frames

report = find_conflicts([claim, claim], Vocabulary.default(), errors="unread", max_joint=10)
assert_type(report, Report)
assert_type(find_conflicts([{"subject": "talks", "attribute": "venue", "value": "Kyiv", "source": "AFP"}]), Report)
assert_type(find_conflicts(load("claims.jsonl", Path("more.csv"), errors="unread")), Report)
assert_type(load("claims.jsonl"), list[Claim | Unread])
find_conflicts([claim], errors="ignore")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
find_conflicts([claim], "vocabulary.toml")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# A report is a sequence of conflicts

assert_type(report[0], Conflict)
assert_type(report[:2], Sequence[Conflict])
assert_type(len(report), int)
assert_type(iter(report), Iterator[Conflict])
assert_type([conflict.severity for conflict in report], list[Severity])
assert_type(report.contradictions, tuple[Conflict, ...])
assert_type(report.unread, tuple[Unread, ...])
assert_type(report.to_dict(), dict[str, Any])
assert_type(report.explain(), str)
assert_type(report.explain("a", claim), str)
as_sequence: Sequence[Conflict] = report

conflict = report[0]
assert_type(conflict.claims, tuple[Claim, ...])
assert_type(conflict.camps[0].origins, tuple[str, ...])
assert_type(conflict.because, str)
assert_type(conflict.n_pairs, int)
assert_type(next(conflict.pairs()).a, Claim)
assert_type(conflict.fingerprint, str)

# Values

value = read("Wednesday", asserted_at="2025-07-21", modality="plan")
assert_type(value, Value)
assert_type(read(12, kind="quantity"), Value)
assert_type(read("12 °C", kind="dew_point"), Value)
assert_type(value.relation(value), Relation)
assert_type(value.to_timex3(), str | None)
assert_type(Value.of("dew point", (Fraction(23, 2), None), unit="°C"), Value)
read("Wednesday", modality="maybe")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Value.of("dew point", "12")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# Vocabularies and detectors

vocabulary = Vocabulary.default() | Vocabulary.from_dict({"attributes": {"mediator": {"kind": "name"}}})
assert_type(vocabulary, Vocabulary)
assert_type(Vocabulary.from_file(Path("ours.toml")), Vocabulary)
assert_type(vocabulary.declaration("mediator").single, bool | None)

detector = Detector(vocabulary)
assert_type(detector.add([claim]), Changes)
assert_type(detector.retract("c1"), Changes)
assert_type(detector.report(), Report)


def errors() -> ConflictsError:
    """All errors share one base."""
    for error in (InputError("it"), UnreadError("it"), VocabularyError("it")):
        return error
    return ConflictsError()
