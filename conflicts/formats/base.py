"""What a format is: how records are read from a text, how a report is written to one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol, TextIO, TypeAlias

from attrs import frozen

from conflicts.files import DoubledKeyError
from conflicts.gate import Gate
from conflicts.report import Report


@frozen
class Found:
    """One record of an input, or the problem that stands in its place.

    `where` names the place: the file as it was given, its line ("claims.jsonl:3") and, where several claims can stand
    on one line, the number of the claim, from 0 ("claims.json:1[2]").
    """

    where: str
    record: dict[str, Any] | None
    problem: str | None = None


ReadRecords: TypeAlias = Callable[[TextIO, str], Iterator[Found]]


class WriteReport(Protocol):
    """Writes a report; the gate says which conflicts are known and which let a check fail."""

    def __call__(self, report: Report, stream: TextIO, gate: Gate = ..., /) -> None: ...


RELAYS: Final = re.compile("[;>]")
"""What stands between the relays in one cell of a table: "TASS; Example Daily"."""
_ESCAPED_BYTE: Final = re.compile("[\udc80-\udcff]")
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@frozen
class Format:
    """A format by name: the endings of its files, and how to read or write it, where it can be."""

    name: str
    suffixes: tuple[str, ...] = ()
    read: ReadRecords | None = None
    write: WriteReport | None = None


def lines(stream: TextIO) -> Iterator[str]:
    """The lines of a stream, without the byte-order mark that some programs put before the first."""
    for number, line in enumerate(stream):
        yield line if number else line.removeprefix("\ufeff")


def undecoded(text: str) -> str | None:
    """What is wrong with a text in which bytes that are no UTF-8 were let through as lone surrogates; else None."""
    found = None if text.isascii() else _ESCAPED_BYTE.search(text)
    return (
        None
        if found is None
        else f"not UTF-8 text: the byte {ord(found[0]) - 0xDC00:#x} at character {found.start() + 1}"
    )


def json_problem(error: Exception) -> str:
    """Why a text is not JSON, or none that says one thing, in a person's words.

    >>> json_problem(RecursionError())
    'not JSON: it is nested too deeply'
    """
    if isinstance(error, DoubledKeyError):
        return str(error)
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} (column {error.colno})"
    return f"not JSON: {'it is nested too deeply' if isinstance(error, RecursionError) else 'a number is too long'}"


def record(where: str, data: object) -> Found:
    """What was found, if it is an object with keys."""
    if isinstance(data, dict):
        return Found(where, data)
    kind = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}.get(type(data), "a number")
    return Found(where, None, f"a claim is a JSON object with keys, this is {kind}")


def xml_text(text: str) -> str:
    """A text as XML 1.0 can hold it: what it cannot (control characters, lone surrogates) stands as its number.

    >>> xml_text("a\\x00b")
    'a\\\\x00b'
    """
    return _NOT_IN_XML.sub(lambda found: ascii(found[0])[1:-1], text)
