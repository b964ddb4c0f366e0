"""JSON Lines: one claim a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from conflicts.files import JSON
from conflicts.formats.base import Format, Found, json_problem, lines, record, undecoded


def read(stream: TextIO, name: str) -> Iterator[Found]:
    """One record a line; empty lines are passed over."""
    for number, line in enumerate(lines(stream), 1):
        if line.strip():
            where = f"{name}:{number}"
            if problem := undecoded(line):
                yield Found(where, None, problem)
                continue
            try:
                data = JSON.decode(line)
            except (ValueError, RecursionError) as error:
                yield Found(where, None, json_problem(error))
            else:
                yield record(where, data)


FORMAT = Format("jsonl", (".jsonl", ".ndjson"), read=read)
