"""What a format is: how records are read from a text, how a report is written to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, TextIO, TypeAlias

from attrs import frozen

from conflicts.report import Report


@frozen
class Found:
    """One record of an input, or the problem that stands in its place; `where` names the place ("claims.jsonl:3")."""

    where: str
    record: dict[str, Any] | None
    problem: str | None = None


ReadRecords: TypeAlias = Callable[[TextIO, str], Iterator[Found]]
WriteReport: TypeAlias = Callable[[Report, TextIO], None]

RELAYS: Final = re.compile(r"\s*[;>]\s*")
"""What stands between the relays in one cell of a table: "TASS; Example Daily"."""


@frozen
class Format:
    """A format by name: the endings of its files, and how to read or write it, where it can be."""

    name: str
    suffixes: tuple[str, ...] = ()
    read: ReadRecords | None = None
    write: WriteReport | None = None


def record(where: str, data: object) -> Found:
    """What was found, if it is an object with keys."""
    if isinstance(data, dict):
        return Found(where, data)
    kind = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}.get(type(data), "a number")
    return Found(where, None, f"a claim is a JSON object with keys, this is {kind}")
