"""Plain text for an editor."""

from __future__ import annotations

from typing import TextIO

from conflicts.explain import render
from conflicts.formats.base import Format
from conflicts.report import Report


def write(report: Report, stream: TextIO) -> None:
    """The report in plain text."""
    stream.write(render(report))


FORMAT = Format("text", write=write)
