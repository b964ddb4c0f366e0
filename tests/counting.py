"""Work in steps that no other program disturbs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def counted(work: Callable[[], object], *, package: str = "conflicts") -> int:
    """How many functions a piece of work calls from the code of a package ("" is all code), those in C included."""
    steps = 0

    def count(frame: Any, event: str, argument: object) -> None:
        nonlocal steps
        steps += event in ("call", "c_call") and package in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return steps
