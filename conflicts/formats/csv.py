"""CSV and TSV: one claim a row, the first row names the fields."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, TextIO

from conflicts.claims import FIELDS, REQUIRED, near
from conflicts.errors import shown, shown_key
from conflicts.formats.base import RELAYS, Format, Found, lines, undecoded

_MARKS: Final = "quote a cell at both ends, and write a mark inside it twice"


def read(stream: TextIO, name: str) -> Iterator[Found]:
    """One record a row. Empty cells are absent fields; several relays stand in one cell, apart by ";" or ">".

    A row that cannot be read is told, and the rows after it are read. It ends where no quoted cell is open: what lies
    inside a cell is never taken for a row. Linear in the length of the text.
    """
    delimiter = "\t" if name.casefold().endswith(".tsv") else ","
    source = _Lines(stream, delimiter)
    rows = csv.reader(source, delimiter=delimiter, strict=True)
    header: list[str] | None = None
    while True:
        source.begin_row()
        where = f"{name}:{source.first}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            problem: str | None = _problem(error, source)
            row = []
        else:
            if row is None:
                return
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


class _Lines:
    """The lines of a stream, with those of the row that is being read counted, and whether a quoted cell is open."""

    def __init__(self, stream: TextIO, delimiter: str) -> None:
        self._lines = lines(stream)
        self._delimiter = delimiter
        self._number = 0
        self._is_open = False
        self.first = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._number += 1
        if '"' in line:
            self._is_open = _leaves_open(line, self._delimiter, is_open=self._is_open)
        return line

    def begin_row(self) -> None:
        self.first, self._is_open = self._number + 1, False

    def skip_row(self) -> bool:
        """Go to the end of a row that cannot be read; False if it has none."""
        while self._is_open:
            if next(self, None) is None:
                return False
        return True

    @property
    def lost(self) -> str:
        """Which lines are lost beside the first, in words: they are part of the row."""
        n = self._number - self.first
        if n == 0:
            return ""
        return f" (so line {self._number:,} was not read)" if n == 1 else (
            f" (so lines {self.first + 1:,} to {self._number:,} were not read)"
        )  # fmt: skip


def _leaves_open(line: str, delimiter: str, *, is_open: bool) -> bool:
    """Whether a quoted cell is open after a line; a mark opens one at the start of a cell alone, so that 5" is none."""
    at, is_start = 0, True
    while True:
        if is_open:
            at = line.find('"', at)
            if at < 0:
                return True
            is_open = line.startswith('""', at)
            at, is_start = at + 1 + is_open, False
        elif is_start and line.startswith('"', at):
            is_open, at = True, at + 1
        else:
            at = line.find(delimiter, at) + 1
            if at == 0:
                return False
            is_start = True


def _problem(error: csv.Error, source: _Lines) -> str:
    is_closed, told = source.skip_row(), str(error)
    if not is_closed or "unexpected end" in told:
        return f"not CSV: a quotation mark is not closed{source.lost}; {_MARKS}"
    if "field limit" in told:
        most = f"{csv.field_size_limit():,}"
        return f"not CSV: a cell has more than {most} characters{source.lost}; shorten it, or write JSON Lines"
    if "expected after" in told:
        return f"not CSV: text stands after the quotation mark that ends a cell{source.lost}; {_MARKS}"
    return f"not CSV: {told}{source.lost}"


def _header_problems(header: list[str], delimiter: str) -> list[str]:
    named = [field for field in header if field]
    if len(named) == 1 and any(mark in named[0] for mark in ",;\t"):
        return [f"the first row is one cell; set the columns apart by {'tabs' if delimiter == chr(9) else 'commas'}"]
    problems = [f"{shown_key(field)}: no such field{near(field, FIELDS)}" for field in named if field not in FIELDS]
    problems += [f"the column {shown(field)} stands twice" for field, n in Counter(named).items() if n > 1]
    return problems + [f"{field}: there is no such column" for field in REQUIRED if field not in named]


def _found(where: str, header: list[str], row: list[str]) -> Found:
    for field, cell in zip(header + [""] * (len(row) - len(header)), row, strict=False):
        if cell.strip() and not field:
            return Found(where, None, f"{shown(cell)} stands in a column without a name; quote cells that hold a comma")
    record: dict[str, Any] = {field: cell for field, cell in zip(header, row, strict=False) if cell.strip()}
    if "via" in record:
        record["via"] = [relay.strip() for relay in RELAYS.split(record["via"]) if relay.strip()]
    return Found(where, record)


FORMAT = Format("csv", (".csv", ".tsv"), read=read)
