"""Which formats there are: entry points of the group "conflicts.formats", this package's own among them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Final

from conflicts.errors import InputError
from conflicts.formats.base import Format

GROUP: Final = "conflicts.formats"
_OWN_NAMES: Final = ("csv", "graphml", "json", "jsonl", "junit", "markdown", "sarif", "text")
OWN: Final = {name: f"conflicts.formats.{name}" for name in _OWN_NAMES}


@cache
def find_format(name: str) -> Format:
    """The format of that name. Raises `InputError`, which names those there are."""
    if name in OWN:
        found = import_module(OWN[name]).FORMAT
    else:
        entries = entry_points(group=GROUP, name=name)
        if not entries:
            raise InputError(f"format: {name!r} is not known; there are {', '.join(names())}")
        found = next(iter(entries)).load()
    assert isinstance(found, Format)
    return found


def names() -> list[str]:
    """The names of all formats that are installed."""
    return sorted({*OWN, *(entry.name for entry in entry_points(group=GROUP))})


def format_of(path: str) -> Format | None:
    """The format whose files end as `path` does, or None."""
    for name in names():
        found = find_format(name)
        if found.read is not None and path.casefold().endswith(found.suffixes):
            return found
    return None
