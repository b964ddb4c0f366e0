"""JSON: a list of claims in, the whole report out."""

from __future__ import annotations

import json
import re
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, Final, TextIO, TypeAlias

from conflicts.files import JSON, DoubledKeyError
from conflicts.formats.base import Format, Found, json_problem, lines, record, undecoded
from conflicts.gate import STRICT, Gate
from conflicts.report import Report

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_VALUE: Final = json.JSONDecoder()


def read(stream: TextIO, name: str) -> Iterator[Found]:
    """The records of a list, or of the list under "claims"; each with the line that it begins on and its number."""
    read_lines = list(lines(stream))
    for number, line in enumerate(read_lines, 1):
        if problem := undecoded(line):
            yield Found(f"{name}:{number}", None, problem)
            return
    text = "".join(read_lines)
    try:
        elements = _claims(text)
    except (ValueError, RecursionError) as error:
        line_number = getattr(error, "lineno", None)
        yield Found(name if line_number is None else f"{name}:{line_number}", None, json_problem(error))
        return
    if elements is None:
        yield Found(name, None, 'a list of claims is needed, or an object with one under "claims"')
        return
    ends = list(accumulate(map(len, read_lines)))
    for n, (at, claim, problem) in enumerate(elements):
        where = f"{name}:{bisect(ends, at) + 1}[{n}]"
        yield record(where, claim) if problem is None else Found(where, None, problem)


_Element: TypeAlias = tuple[int, Any, str | None]
"""Where it begins in the text, what it is, and what is wrong with it."""


def _claims(text: str) -> list[_Element] | None:
    """What should be the list of claims, or None if there is no list. Raises `ValueError` for what is no JSON."""
    json.loads(text)
    at = _space(text, 0)
    if text[at] == "{":
        parts = list(_elements(text, at))
        lists = [start for (_, key, _), (start, _, _) in zip(parts[::2], parts[1::2], strict=True) if key == "claims"]
        if len(lists) > 1:
            raise DoubledKeyError("the key 'claims' stands twice in one object")
        at = lists[0] if lists else at
    return list(_elements(text, at)) if text[at] == "[" else None


def _space(text: str, at: int) -> int:
    """Where the white space ends that begins at `at`."""
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


def _elements(text: str, at: int) -> Iterator[_Element]:
    """The elements of the list or object whose bracket stands at `at`; the text is known to be JSON."""
    at = _space(text, at + 1)
    while text[at] not in "]}":
        problem = None
        try:
            found, end = JSON.raw_decode(text, at)
        except DoubledKeyError as error:
            (found, end), problem = _VALUE.raw_decode(text, at), str(error)
        yield at, found, problem
        at = _space(text, end)
        at = _space(text, at + 1) if text[at] in ",:" else at


def write(report: Report, stream: TextIO, gate: Gate = STRICT) -> None:
    """The report as one JSON object, with its claims; under "baseline" what is new, known and settled, if there is one.

    A baseline's conflicts are named by their fingerprints.
    """
    data: dict[str, Any] = report.to_dict()
    if gate.baseline is not None:
        data["baseline"] = {
            "new": [conflict.fingerprint for conflict in report if not gate.knows(conflict)],
            "known": [conflict.fingerprint for conflict in report if gate.knows(conflict)],
            "settled": [known.fingerprint for known in gate.settled(report)],
        }
    json.dump(data, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


FORMAT = Format("json", (".json",), read=read, write=write)
