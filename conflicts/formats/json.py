"""JSON: a list of claims in, the whole report out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TextIO

from conflicts.formats.base import Format, Found, json_problem, lines, record, undecoded
from conflicts.report import Report


def read(stream: TextIO, name: str) -> Iterator[Found]:
    """The records of a list, or of the list under "claims"."""
    read_lines = list(lines(stream))
    for number, line in enumerate(read_lines, 1):
        if problem := undecoded(line):
            yield Found(f"{name}:{number}", None, problem)
            return
    try:
        data = json.loads("".join(read_lines))
    except (ValueError, RecursionError) as error:
        line_number = getattr(error, "lineno", None)
        yield Found(name if line_number is None else f"{name}:{line_number}", None, json_problem(error))
        return
    claims = data.get("claims") if isinstance(data, dict) else data
    if not isinstance(claims, list):
        yield Found(name, None, 'a list of claims is needed, or an object with one under "claims"')
        return
    for n, claim in enumerate(claims):
        yield record(f"{name}[{n}]", claim)


def write(report: Report, stream: TextIO) -> None:
    """The report as one JSON object, with its claims."""
    json.dump(report.to_dict(), stream, ensure_ascii=False, indent=2)
    stream.write("\n")


FORMAT = Format("json", (".json",), read=read, write=write)
