"""Plain text for an editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from attrs import evolve

from conflicts.explain import MOST, render
from conflicts.formats.base import Format
from conflicts.gate import STRICT, Gate, Known
from conflicts.report import Report


def write(report: Report, stream: TextIO, gate: Gate = STRICT) -> None:
    """The report in plain text; with a baseline, the known conflicts and the settled ones are one line each."""
    known = [conflict for conflict in report if gate.knows(conflict)]
    new = [conflict for conflict in report if not gate.knows(conflict)]
    _, _, rest = render(evolve(report, conflicts=tuple(new))).partition("\n")
    stream.write(report.summary() + (f", {len(known):,} known" if known else "") + f"\n{rest}")
    if gate.baseline is not None:
        for title, entries in (
            ("New, not in the baseline", [Known.of(conflict) for conflict in new]),
            ("Known, in the baseline", [Known.of(conflict) for conflict in known]),
            ("Settled, but in the baseline; take it out with --update-baseline", gate.settled(report)),
        ):
            stream.writelines(f"{line}\n" for line in _section(title, entries))


def _section(title: str, entries: list[Known] | tuple[Known, ...]) -> Iterator[str]:
    if entries:
        yield from ("", title)
        yield from (f"  {known.fingerprint}  {known.severity.value}  {known.item}" for known in entries[:MOST])
        if len(entries) > MOST:
            yield f"  … and {len(entries) - MOST:,} more"


FORMAT = Format("text", write=write)
