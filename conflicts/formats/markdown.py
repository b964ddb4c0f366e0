"""Markdown, small: for a chat, or a comment on a change."""

from __future__ import annotations

import re
from typing import Final, TextIO

from conflicts.formats.base import Format
from conflicts.gate import STRICT, Gate, item_words
from conflicts.report import Camp, Conflict, Report

MOST: Final = 20
"""How many conflicts, and how many sides of one, are listed before the rest is only counted."""
_MARKS: Final = re.compile(r"[\\`*_\[\]<>~|&#$]")


def write(report: Report, stream: TextIO, gate: Gate = STRICT) -> None:
    """A summary, then each conflict that is new: what it is about, why, and who is on which side."""
    new = [conflict for conflict in report if not gate.knows(conflict)]
    known = len(report) - len(new)
    stream.write(f"**{report.summary()}{f', {known:,} known' if known else ''}**\n")
    for conflict in new[:MOST]:
        _conflict(conflict, stream)
    if len(new) > MOST:
        stream.write(f"\n… and {len(new) - MOST:,} more\n")
    settled = gate.settled(report)
    if settled:
        stream.write(f"\n{len(settled):,} settled, but in the baseline:\n\n")
        stream.writelines(f"- {plain(known.item)} (`{known.fingerprint}`)\n" for known in settled[:MOST])
        if len(settled) > MOST:
            stream.write(f"- … and {len(settled) - MOST:,} more\n")


def _conflict(conflict: Conflict, stream: TextIO) -> None:
    stream.write(f"\n**{conflict.severity.value.capitalize()}** ({conflict.kind}): {plain(item_words(conflict))}\n\n")
    stream.write(f"{plain(conflict.because)}\n")
    sides = [_side(camp) for camp in conflict.camps[:MOST] if camp.statements]
    n = len(conflict.camps)
    if not sides:  # a joint contradiction: no side, only claims
        sides = [f"{plain(claim.source)}: “{plain(claim.printed)}”" for claim in conflict.claims[:MOST]]
        n = len(conflict.claims)
    stream.writelines(f"{'' if k else chr(10)}- {side}\n" for k, side in enumerate(sides))
    if n > MOST:
        stream.write(f"- … and {n - MOST:,} more\n")


def _side(camp: Camp) -> str:
    origins = ", ".join(camp.origins[:MOST]) + (" …" if len(camp.origins) > MOST else "")
    return f"{plain(camp.value)}: {plain(origins)}"


def plain(text: str) -> str:
    """A text of which nothing is taken for a mark, a tag, or a call to a person.

    >>> plain("*no*, <b>")
    '\\\\*no\\\\*, \\\\<b\\\\>'
    """
    one_line = " ".join(text.split())
    return _MARKS.sub(lambda found: "\\" + found[0], one_line).replace("@", "@\u2060")


FORMAT = Format("markdown", (".md",), write=write)
