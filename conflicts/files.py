"""Files that are read whole, with an error that names the place, and written whole or not at all."""

from __future__ import annotations

import json
import os
import re
import secrets
import stat
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Literal, TextIO

from conflicts.errors import InputError, shown

MOST_PARTS: Final = 64
"""A key of TOML has no more parts ("a.b.c" has three): the time that it takes to parse grows with their square."""
_PART: Final = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+"""
LONGEST: Final = 1 << 28
"""Characters of a file that is read whole; more is no vocabulary and no baseline, but a device without an end."""
_LONG_KEY: Final = re.compile(rf"(?:^[ \t]*+\[{{0,2}}+|[{{,])[ \t]*+{_PART}(?:\.[ \t]*+{_PART}){{{MOST_PARTS}}}", re.M)
"""Where a key can stand: at the start of a line, and in a table that is written in one line."""


class DoubledKeyError(ValueError):
    """A key stands twice in one object of JSON, so that one of its two values would be lost in silence."""


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        keys = [key for key, _ in pairs]
        doubled = next(key for key in keys if keys.count(key) > 1)
        raise DoubledKeyError(f"the key {shown(doubled)} stands twice in one object")
    return data


JSON: Final = json.JSONDecoder(object_pairs_hook=_distinct)
"""Decodes JSON as the standard library does, and raises `DoubledKeyError` where it would drop a value."""


def read_data(path: str | Path, form: Literal["JSON", "TOML"]) -> Any:
    """What a JSON or TOML file holds, in time linear in its length.

    Raises `FileNotFoundError` if it is not there, `InputError` with its name (and line, where one is to blame) if it
    cannot be read.
    """
    try:
        with open(path, encoding="utf-8-sig") as stream:
            text = stream.read(LONGEST + 1)
    except FileNotFoundError:
        raise
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 text: {error.reason} at byte {error.start}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if len(text) > LONGEST:
        raise InputError(f"{path}: more than {LONGEST:,} characters; a file of this kind has a few thousand")
    found = _LONG_KEY.search(text) if form == "TOML" else None
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(f"{path}:{line}: a key has more than {MOST_PARTS} parts; a vocabulary needs three at most")
    try:
        return JSON.decode(text) if form == "JSON" else tomllib.loads(text)
    except DoubledKeyError as error:
        raise InputError(f"{path}: {error}") from None
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{error.lineno}: not JSON: {error.msg} (column {error.colno})") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: not TOML: {error}") from None
    except RecursionError:
        raise InputError(f"{path}: not {form}: it is nested too deeply") from None
    except ValueError:
        raise InputError(f"{path}: not {form}: a number is too long") from None


def write_whole(path: str | Path, write: Callable[[TextIO], object]) -> None:
    """Write a file in UTF-8 so that at every moment it holds what it held before, or all that `write` writes.

    The text goes to a temporary file in the same folder, which then takes the place of the old one in one step: a full
    disk, a crash or `kill -9` leaves the old file as it was (and, at worst, a file ".conflicts-….tmp" beside it), and
    of two processes that write at once one wins whole. A link stays a link, and permissions are kept. What is no
    regular file (a pipe, /dev/stdout) is written to directly. Raises `InputError` if it cannot be written.
    """
    try:
        _write_whole(path, write)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _write_whole(path: str | Path, write: Callable[[TextIO], object]) -> None:
    mode = None
    with suppress(FileNotFoundError):
        mode = os.stat(path).st_mode
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as stream:
            write(stream)
        return
    target = os.path.realpath(path)
    temporary = os.path.join(os.path.dirname(target), f".conflicts-{secrets.token_hex(8)}.tmp")
    try:
        with open(temporary, "x", encoding="utf-8", errors="backslashreplace") as stream:
            if mode is not None:
                os.chmod(temporary, stat.S_IMODE(mode))
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
