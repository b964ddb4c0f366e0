"""Running other programs for the comparisons with peers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence


class Failed(Exception):
    """A tool that could not be installed or run; the text is its last line of complaint."""


def call(command: Sequence[str], given: str, seconds: float, **variables: str) -> str:
    """What a command prints on `given`, with these environment variables set. Raises `Failed` with its complaint."""
    environment = os.environ | {"PYTHONHASHSEED": "0"} | variables
    environment.pop("PYTHONPATH", None)
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=seconds,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"no end after {seconds:.0f} s") from None
    if done.returncode:
        complaint = [line for line in done.stderr.splitlines() if line.strip()] or [f"exit code {done.returncode}"]
        raise Failed(complaint[-1].strip())
    return done.stdout
