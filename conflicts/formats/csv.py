"""CSV and TSV: one claim a row, the first row names the fields."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO

from conflicts.claims import FIELDS, REQUIRED, near
from conflicts.formats.base import RELAYS, Format, Found, lines, undecoded


def read(stream: TextIO, name: str) -> Iterator[Found]:
    """One record a row. Empty cells are absent fields; several relays stand in one cell, apart by ";" or ">"."""
    delimiter = "\t" if name.casefold().endswith(".tsv") else ","
    rows = csv.reader(lines(stream), delimiter=delimiter, strict=True)
    line = 1
    header: list[str] | None = None
    try:
        for row in rows:
            where, line = f"{name}:{line}", rows.line_num + 1
            if not any(cell.strip() for cell in row):
                continue
            problem = next(filter(None, map(undecoded, row)), None)
            if problem is not None:
                yield Found(where, None, problem)
                if header is None:
                    return
            elif header is None:
                header = [cell.strip() for cell in row]
                problems = _header_problems(header, delimiter)
                yield from (Found(where, None, problem) for problem in problems)
                if problems:
                    return
            else:
                yield _found(where, header, row)
    except csv.Error as error:
        text = "a quotation mark is not closed" if "unexpected end" in str(error) else str(error)
        yield Found(f"{name}:{line}", None, f"not CSV: {text}")


def _header_problems(header: list[str], delimiter: str) -> list[str]:
    named = [field for field in header if field]
    if len(named) == 1 and any(mark in named[0] for mark in ",;\t"):
        return [f"the first row is one cell; set the columns apart by {'tabs' if delimiter == chr(9) else 'commas'}"]
    problems = [f"{field}: no such field{near(field, FIELDS)}" for field in named if field not in FIELDS]
    problems += [f"the column {field!r} stands twice" for field, n in Counter(named).items() if n > 1]
    return problems + [f"{field}: there is no such column" for field in REQUIRED if field not in named]


def _found(where: str, header: list[str], row: list[str]) -> Found:
    for field, cell in zip(header + [""] * (len(row) - len(header)), row, strict=False):
        if cell.strip() and not field:
            return Found(where, None, f"{cell[:80]!r} stands in a column without a name; quote cells that hold a comma")
    record: dict[str, Any] = {field: cell for field, cell in zip(header, row, strict=False) if cell.strip()}
    if "via" in record:
        record["via"] = [relay.strip() for relay in RELAYS.split(record["via"]) if relay.strip()]
    return Found(where, record)


FORMAT = Format("csv", (".csv", ".tsv"), read=read)
