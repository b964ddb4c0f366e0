"""What every adapter does: take rows, read each once, and again, and tell its answers and its CPU time.

The rows are read in two halves, those with an even number first, or with `--odd-first` the others: the first half in a
fresh process, the second in one that has read as many other texts. Rows come as JSON on standard input, the reply goes
as JSON to standard output. `call` is what is timed, the library's own call with everything prepared; `told` puts its
result into the common form, outside the time:

* a time: {"point": seconds, "unit": "day"} or {"sets": [[start, end], …]}, seconds since 1970 of the local clock, or
  of UTC with "zoned": true; None for an open end
* a quantity: {"axis": "length", "point": number} or {"axis": …, "sets": [[lo, lo_side, hi, hi_side], …]} in base units;
  the side of a bound is -1 just below it, 0 on it, 1 just above

None is no answer.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

Row = dict[str, Any]
Answer = dict[str, Any] | None
Call = Callable[[Row], Any]
Told = Callable[[Row, Any], Answer]

LONG = 1e-3
"""Seconds: what takes longer in the mean is read again in each tenth row only."""


def serve(version: str, readers: dict[str, tuple[Call, Told]], prepare: Callable[[Row], None] | None = None) -> None:
    """Read all rows of the kinds in `readers`. `prepare` puts into a row what the call needs, outside the time."""
    given: list[Row] = json.load(sys.stdin)
    for row in given:
        if "said" in row:
            row["moment"] = datetime.fromisoformat(row["said"])
        if prepare is not None and row["kind"] in readers:
            prepare(row)
    for kind, (call, _) in readers.items():  # word lists, tables and zones are loaded with these: part of the start
        model = next((row for row in given if row["kind"] == kind), None)
        if model is not None:
            for text in WARM[kind]:
                timed(call, model | {"text": text})
    gc.collect()
    gc.freeze()  # else the rows here, tens of thousands of objects, are looked through in the middle of some reading
    start = time.process_time()
    order = list(range(len(given)))
    order = order[1::2] + order[::2] if "--odd-first" in sys.argv else order[::2] + order[1::2]
    read_in_turn = {n: timed(readers[row["kind"]][0], row) for n in order if (row := given[n])["kind"] in readers}
    found = [read_in_turn.get(n, (None, None)) for n in range(len(given))]
    first = [taken for _, taken in found]
    read = [taken for taken in first if taken is not None]
    step = 10 if sum(read) > LONG * len(read) else 1
    again = [
        repeated(readers[row["kind"]][0], row, taken) if taken is not None and n % step == 0 else None
        for n, (row, taken) in enumerate(zip(given, first, strict=True))
    ]
    answers = [
        answer(readers[row["kind"]][1], row, raw) if raw is not None else None
        for row, (raw, _) in zip(given, found, strict=True)
    ]
    reply = {
        "version": version,
        "start": start,
        "answers": answers,
        "first": first,
        "again": again,
    }
    json.dump(reply, sys.stdout)


WARM = {
    "time": (
        "12 October 2019",
        "October 12, 2019",
        "2019-10-12",
        "12/10/2019",
        "next Tuesday but one",
        "Tuesday evening",
        "Tuesday, October 12",
        "October 2019",
        "11:40 p.m. on Tuesday",
        "16:20 on October 12",
        "3 a.m. Lisbon time",
        "17:05 GMT",
        "in eleven weeks",
        "nine days ago",
        "the third quarter of 2019",
        "by Tuesday",
        "from October 12 to October 19",
        "the morning of October 12",
    ),
    "duration": ("17 minutes", "eleven weeks", "more than 9 months"),
    "quantity": ("4711 metres", "$4.7 million", "at least 47", "47 percent", "forty-seven", "about 4,700"),
}
"""No row is one of these; what runs for the first time in a process is slow, in each library."""


def timed(call: Call, row: Row) -> tuple[Any, float]:
    """The result, None if the library raises, and the CPU seconds of the call, without those of the clock."""
    start = time.process_time()
    try:
        raw = call(row)
    except Exception:  # whatever it is, the library did not read the text
        raw = None
    return raw, max(time.process_time() - start - CLOCK, 0.0)


def clock() -> float:
    """The CPU seconds that the clock itself takes: nearly a microsecond on some machines, where a call takes thirty."""
    taken = []
    for _ in range(1001):
        start = time.process_time()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


CLOCK = clock()


def repeated(call: Call, row: Row, taken: float) -> float:
    """The CPU seconds of reading the same again, so many times that the clock's own time does not count."""
    times = max(1, min(20, int(LONG / (taken or LONG))))
    start = time.process_time()
    for _ in range(times):
        try:
            call(row)
        except Exception:
            continue
    return (time.process_time() - start) / times


def answer(told: Told, row: Row, raw: Any) -> Answer:
    try:
        return told(row, raw)
    except (ValueError, OverflowError):  # a moment with an offset of days, and the like: nothing that can be used
        return None


def seconds(moment: datetime) -> float:
    """Seconds since 1970 as the clock of the moment shows them, or of UTC if it has an offset."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp()


def point(moment: datetime, unit: str) -> Answer:
    return {"point": seconds(moment), "unit": unit, "zoned": moment.tzinfo is not None}
