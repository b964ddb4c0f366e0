"""quantulum3: `parser.parse`, its classifier not installed. Of several quantities found in one text, the longest.

A value with an uncertainty, which is also how it gives a range, is the interval around it.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from quantulum3 import parser
from serve import Answer, Row, serve
from units import base


def call(row: Row) -> Any:
    found = parser.parse(row["text"])
    return max(found, key=lambda each: each.span[1] - each.span[0]) if found else None


def told(row: Row, found: Any) -> Answer:
    unit = found.unit.name
    if not found.uncertainty:
        return base(float(found.value), unit)
    low = base(float(found.value - found.uncertainty), unit)
    high = base(float(found.value + found.uncertainty), unit)
    return {"axis": low["axis"], "sets": [[low["point"], 0, high["point"], 0]]}


if __name__ == "__main__":
    serve(version("quantulum3"), {"quantity": (call, told), "duration": (call, told)})
