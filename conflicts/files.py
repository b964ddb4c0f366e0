"""Writing files whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from conflicts.errors import InputError


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
