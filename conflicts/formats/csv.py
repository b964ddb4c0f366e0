"""CSV and TSV: one claim a row, the first row names the fields."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, TextIO

from conflicts.formats.base import RELAYS, Format, Found


def read(stream: TextIO, name: str) -> Iterator[Found]:
    """One record a row. Empty cells are absent fields; several relays stand in one cell, apart by ";" or ">"."""
    delimiter = "\t" if name.endswith(".tsv") else ","
    rows = csv.reader(stream, delimiter=delimiter, strict=True)
    line = 1
    header: list[str] | None = None
    try:
        for row in rows:
            where, line = f"{name}:{line}", rows.line_num + 1
            if not any(cell.strip() for cell in row):
                continue
            if header is None:
                header = [cell.strip() for cell in row]
                twice = sorted({field for field in header if header.count(field) > 1})
                if twice:
                    yield Found(where, None, f"the column {twice[0]!r} stands twice")
                    return
            elif len(row) > len(header):
                yield Found(where, None, f"{len(row)} cells, but the first row names {len(header)} columns")
            else:
                yield Found(where, _record(dict(zip(header, row, strict=False))))
    except csv.Error as error:
        yield Found(f"{name}:{rows.line_num}", None, f"not CSV: {error}")


def _record(cells: dict[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {field: cell for field, cell in cells.items() if cell.strip()}
    if "via" in record:
        record["via"] = [relay for relay in RELAYS.split(record["via"].strip()) if relay]
    return record


FORMAT = Format("csv", (".csv", ".tsv"), read=read)
