"""This library: `conflicts.read`, its strict set. --sentence passes the sentence, if any, as `context`."""

from __future__ import annotations

import math
import sys
from importlib.metadata import version
from typing import Any

from serve import Answer, Row, serve

from conflicts import Value, read

WITH_SENTENCE = "--sentence" in sys.argv


def prepare(row: Row) -> None:
    options = {"asserted_at": row.get("said"), "kind": row["kind"], "modality": row.get("modality", "fact")}
    if WITH_SENTENCE and row.get("sentence"):
        options["context"] = row["sentence"]
    row["options"] = options


def call(row: Row) -> Value:
    return read(row["text"], **row["options"])


def told_time(row: Row, value: Value) -> Answer:
    if value.axis != "time" or not value.is_on_line:
        return None
    sets = [[end(lo[0]), end(hi[0])] for lo, hi in value.strict.intervals]
    return {"sets": sets, "zoned": value.clock == "zoned", "timex": value.to_timex3()}


def told_quantity(row: Row, value: Value) -> Answer:
    if not value.is_on_line:
        return None
    return {"axis": value.axis, "sets": [[end(lo[0]), lo[1], end(hi[0]), hi[1]] for lo, hi in value.strict.intervals]}


def end(number: Any) -> float | None:
    return float(number) if math.isfinite(number) else None


if __name__ == "__main__":
    quantity = (call, told_quantity)
    serve(version("conflicts"), {"time": (call, told_time), "duration": quantity, "quantity": quantity}, prepare)
