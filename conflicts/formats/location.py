"""Where a claim stands, as tools that show files want it: a path inside the repository, and a line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

from attrs import frozen

_PLACE: Final = re.compile(r"(.+):([0-9]{1,9})(?:\[[0-9]+\])?", re.DOTALL)


@frozen
class Location:
    """A file as a relative URI reference (forward slashes, percent-encoded), and a line, from 1."""

    uri: str
    line: int


def path_of(where: str | None) -> str | None:
    """The file or other source that a place names.

    >>> path_of("claims.jsonl:3"), path_of("claims.json:1[2]"), path_of("claims[2]")
    ('claims.jsonl', 'claims.json', None)
    """
    found = _PLACE.fullmatch(where or "")
    return None if found is None else found[1]


def locator() -> Callable[[str | None], Location | None]:
    """What tells where a place stands in the repository that holds the working directory.

    It gives None for what names no line, or no file of the repository: rather no location than a wrong one. Each file
    is looked up once.
    """
    try:
        folder = os.getcwd()
    except OSError:  # it has been removed
        return lambda where: None
    uri_of = cache(partial(_uri, folder, _root(Path(folder))))

    def locate(where: str | None) -> Location | None:
        found = _PLACE.fullmatch(where or "")
        uri = None if found is None else uri_of(found[1])
        return None if found is None or uri is None else Location(uri, max(1, int(found[2])))

    return locate


def _uri(folder: str, root: Path, path: str) -> str | None:
    full = os.path.normpath(os.path.join(folder, path))
    try:
        inside = Path(full).relative_to(root)
        # What a link followed by ".." names is not what the text says.
        is_it = os.path.isfile(full) and os.path.samefile(full, os.path.join(folder, path))
    except (OSError, ValueError):
        return None
    return quote(os.fsencode(inside.as_posix())) if is_it else None


def _root(folder: Path) -> Path:
    """The top of the repository that the folder is in; the folder itself if it is in none."""
    return next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)
