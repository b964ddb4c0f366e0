"""The gate: which of the conflicts of a report let a check fail, given those that are known."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

from attrs import evolve, field, frozen

from conflicts.because import attribute_words
from conflicts.disputes import Severity
from conflicts.errors import InputError
from conflicts.files import read_data, write_whole
from conflicts.report import Conflict, Report

FailOn: TypeAlias = Literal["contradiction", "tension", "never"]
FAIL_ON: Final[tuple[FailOn, ...]] = get_args(FailOn)
_WORST_FIRST: Final = tuple(Severity)
_FIELDS: Final = ("fingerprint", "severity", "item")


def item_words(conflict: Conflict) -> str:
    """What a conflict is about, in words: "the talks: scheduled date"; of several items, each once."""
    shown = dict.fromkeys(f"{claim.subject}: {attribute_words(claim.attribute)}" for claim in _one_an_item(conflict))
    return "; ".join(" ".join(words.split()) for words in shown)


def _one_an_item(conflict: Conflict) -> Iterable[Any]:
    return conflict.claims if conflict.joint and len(conflict.items) > 1 else conflict.claims[:1]


@frozen
class Known:
    """A conflict that a baseline lists: its fingerprint, how bad it was at most, and words for a reviewer."""

    fingerprint: str
    severity: Severity
    item: str = field(eq=False)

    @classmethod
    def of(cls, conflict: Conflict) -> Known:
        """The entry for a conflict that was found."""
        return cls(conflict.fingerprint, conflict.severity, item_words(conflict))

    def covers(self, conflict: Conflict) -> bool:
        """Whether the conflict is this one and no worse: a tension that has become a contradiction is news."""
        return conflict.fingerprint == self.fingerprint and not _is_worse(conflict.severity, self.severity)


def _is_worse(a: Severity, b: Severity) -> bool:
    return _WORST_FIRST.index(a) < _WORST_FIRST.index(b)


@frozen
class Baseline:
    """The conflicts that are known and do not let a check fail, by fingerprint. It may only shrink."""

    entries: Mapping[str, Known] = field(factory=dict)

    @classmethod
    def load(cls, path: str | Path) -> Baseline:
        """Read a baseline. Raises `InputError` with all that is wrong with the file, `FileNotFoundError` if it is not
        there.
        """
        data = read_data(path, "JSON")
        listed = data.get("known") if isinstance(data, dict) else None
        if not isinstance(listed, list):
            raise InputError(f'{path}: a baseline is a JSON object with a list under "known"; write it anew with '
                             "--update-baseline")  # fmt: skip
        entries: dict[str, Known] = {}
        problems: list[str] = []
        for n, record in enumerate(listed):
            problem = _problem(record, entries)
            if problem is None:
                entries[record["fingerprint"]] = Known(
                    record["fingerprint"], Severity(record["severity"]), record["item"]
                )
            else:
                problems.append(f"{path}: known[{n}]: {problem}")
        if problems:
            raise InputError(*problems)
        return cls(entries)

    def save(self, path: str | Path) -> None:
        """Write the baseline, whole or not at all: one entry a line, sorted by its words. Raises `InputError`."""
        ordered = sorted(self.entries.values(), key=lambda known: (known.item, known.fingerprint))
        records = [
            {"fingerprint": known.fingerprint, "severity": known.severity.value, "item": known.item}
            for known in ordered
        ]
        lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
        write_whole(path, lambda stream: stream.write('{"known": [\n' + lines + ("\n" if lines else "") + "]}\n"))

    def shrunk_to(self, report: Report) -> Baseline:
        """Without what is settled, and no entry worse than what was found: nothing is added."""
        found = {conflict.fingerprint: conflict for conflict in report}
        return Baseline(
            {
                fingerprint: known if _is_worse(found[fingerprint].severity, known.severity)
                else Known.of(found[fingerprint])
                for fingerprint, known in self.entries.items()
                if fingerprint in found
            }
        )  # fmt: skip

    def with_conflicts(self, conflicts: Iterable[Conflict]) -> Baseline:
        """With these conflicts known as they are now."""
        return Baseline({**self.entries, **{conflict.fingerprint: Known.of(conflict) for conflict in conflicts}})


def _problem(record: object, entries: Collection[str]) -> str | None:
    if not isinstance(record, dict):
        return "an object with fingerprint, severity and item is needed"
    for name in _FIELDS:
        if not isinstance(record.get(name), str):
            return f"{name}: a text is needed"
    if record["severity"] not in [severity.value for severity in Severity]:
        return f"severity: {record['severity'][:40]!r} is not one of {', '.join(s.value for s in Severity)}"
    if record["fingerprint"] in entries:
        return f"fingerprint: {record['fingerprint'][:40]!r} stands twice"
    return None


@frozen
class Gate:
    """Which conflicts let a check fail: those at least as bad as `fail_on`, but for those that the baseline knows.

    An entry of the baseline that is settled fails too, as a conflict of its severity would: left in the file, it would
    let the conflict come back unseen.
    """

    fail_on: FailOn = "tension"
    baseline: Baseline | None = None

    def counts(self, severity: Severity) -> bool:
        """Whether what is that bad lets a check fail."""
        return self.fail_on != "never" and not _is_worse(Severity(self.fail_on), severity)

    def knows(self, conflict: Conflict) -> bool:
        """Whether the baseline lists the conflict, at least as bad as it is."""
        known = None if self.baseline is None else self.baseline.entries.get(conflict.fingerprint)
        return known is not None and known.covers(conflict)

    def stops(self, conflict: Conflict) -> bool:
        """Whether this conflict lets the check fail."""
        return self.counts(conflict.severity) and not self.knows(conflict)

    def settled(self, report: Report) -> tuple[Known, ...]:
        """The entries of the baseline that the report has no conflict for, in the order of the file."""
        if self.baseline is None:
            return ()
        found = {conflict.fingerprint for conflict in report}
        return tuple(known for known in self.baseline.entries.values() if known.fingerprint not in found)

    def fails(self, report: Report) -> bool:
        """Whether a check with this report fails."""
        return any(map(self.stops, report)) or any(self.counts(known.severity) for known in self.settled(report))

    def within(self, report: Report) -> Gate:
        """The same gate for a part of the input: what this part has no conflict for is not taken as settled."""
        return self if self.baseline is None else evolve(self, baseline=self.baseline.shrunk_to(report))


STRICT: Final = Gate()
"""The gate at which every conflict fails."""
