"""The rows that are read: our own phrases, and corpora in their own formats, as one kind of row.

A row for a time or a quantity has `expected`, alternatives of (inside, outside): an answer is right that holds all of
`inside` and lies in `outside`. A row of pairs (`numbers`) is three texts, judged by whether their sets meet. `apart`
says why a row is counted apart: its corpus has no interval there, or another convention.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from conventions import convention, in_part

Bound = tuple[float, int]
Span = tuple[Bound, Bound]
Alternative = tuple[Span, Span]

HERE = Path(__file__).resolve().parent


@dataclass
class Row:
    group: str
    given: dict[str, Any]
    """What the adapters get."""
    expected: list[Alternative] = field(default_factory=list)
    is_zoned: bool = False
    axis: str = "time"
    apart: str = ""


# --- Our own phrases -------------------------------------------------------------------------------------------------


def phrases() -> Iterator[Row]:
    for line in (HERE / "phrases.jsonl").read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        kind = found["kind"]
        given = {key: found[key] for key in ("text", "said", "kind", "modality") if key in found}
        read = span if kind == "time" else brackets
        expected = []
        for each in found["expected"]:
            inside, outside = (each["inside"], each["outside"]) if isinstance(each, dict) else (each, each)
            expected.append((read(inside), read(outside)))
        group = "phrases: times" if kind == "time" else "phrases: quantities"
        zoned = kind == "time" and "Z" in str(found["expected"])
        yield Row(group, given, expected, zoned, found.get("axis", "time"))


def span(text: str) -> Span:
    """ "2025-07-23/2025-07-24", half open; ".." is an open end."""
    start, end = text.split("/")
    lo = -math.inf if start == ".." else seconds(start)
    return (lo, 0), ((math.inf, 0) if end == ".." else (seconds(end), -1))


def seconds(text: str) -> float:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def brackets(text: str) -> Span:
    """ "[50, inf)": a round bracket leaves its end out."""
    low, high = text[1:-1].split(",")
    lo, hi = float(low), float(high)
    return (lo, int(text[0] == "(" and math.isfinite(lo))), (hi, -int(text[-1] == ")" and math.isfinite(hi)))


# --- Corpora ---------------------------------------------------------------------------------------------------------


def times(path: Path) -> Iterator[Row]:
    """A file of gold times: of TIMEX3 values, or of the intervals that Recognizers-Text resolves."""
    for line in path.read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        yield resolved(found, path.stem) if "values" in found else annotated(found, path.stem)


def annotated(found: dict[str, Any], group: str) -> Row:
    given = {"text": found["text"], "said": found["said"], "kind": "time", "sentence": found["sentence"]}
    if found["type"] not in ("DATE", "TIME"):
        return Row(group, given, apart="durations and repeated times")
    given["timex"] = found["value"].strip()
    period = timex_span(given["timex"])
    if period is None:
        return Row(group, given, apart="a gold value with no interval (PAST_REF, 2011-06-XX, …)")
    apart = "early, late, later …: the gold value is the whole period" if in_part(found["text"]) else ""
    return Row(group, given, [(period, period)], is_zoned=given["timex"].endswith("Z"), apart=apart)


def timex_span(value: str) -> Span | None:
    """The interval of a TIMEX3 value, None if it names none."""
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ?", value):
        start = datetime.fromisoformat(value)
        return between(start, start + timedelta(minutes=1))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        first = date.fromisoformat(value)
        return between(first, first + timedelta(days=1))
    if re.fullmatch(r"\d{4}-W\d\d", value):
        first = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
        return between(first, first + timedelta(days=7))
    found = re.fullmatch(r"(\d{2,4})(?:-(Q|H)?(\d{1,2}))?", value)
    if found is None:
        return None
    size = {None: 1, "Q": 3, "H": 6}[found[2]]
    scale = 10 ** (4 - len(found[1]))
    start_year = int(found[1]) * scale
    if found[3] is None:
        return between(date(start_year, 1, 1), date(start_year + scale, 1, 1))
    number = (int(found[3]) - 1) * size
    return between(*(date(start_year + n // 12, n % 12 + 1, 1) for n in (number, number + size)))


def between(start: date, end: date) -> Span:
    return (seconds(start.isoformat()), 0), (seconds(end.isoformat()), -1)


UNIT_SECONDS = {"Y": 366 * 86_400, "M": 31 * 86_400, "W": 7 * 86_400, "D": 86_400, "BD": 86_400}


UNRESOLVED = ("not resolved", "0001-01-01")


def resolved(found: dict[str, Any], group: str) -> Row:
    values = found["values"]
    if isinstance(values, dict):
        values = [plain(value) for value in values.values()]
    is_length = "duration" in (found["type"] or "") or any(value.get("type") == "duration" for value in values)
    kind = "duration" if is_length else "time"
    given = {"text": found["text"], "said": found["said"], "kind": kind, "sentence": found["sentence"]}
    given["any_reading"] = True
    values = [value for value in values if value and value.get("value", "") not in UNRESOLVED]
    if not values:
        return Row(group, given, apart="nothing resolved (repeated times, seasons, 30 February)")
    if kind == "duration":
        figures = [float(value["value"]) for value in values]
        return Row(group, given, [length(n, found["text"].lower()) for n in figures], axis="duration")
    zoned = any("utcOffsetMins" in value for value in values)
    expected = [each for value in values for each in gold(value, found)]
    return Row(group, given, expected, zoned, apart=convention(found, values))


def plain(value: dict[str, str]) -> dict[str, str]:
    """The older notation of the specifications in the names of the newer."""
    names = {"date": "value", "dateTime": "value", "time": "value", "duration": "value"}
    return {names.get(key, re.sub("(Date|Time)+$", "", key)): text for key, text in value.items()}


def point(number: float) -> Span:
    return (number, 0), (number, 0)


def length(figure: float, text: str) -> Alternative:
    """A length of time, exact or rounded to its unit; a bound where the text says so."""
    if text.startswith("more than"):
        return ((1.5 * figure, 0), (math.inf, 0)), ((0.5 * figure, 0), (math.inf, 0))
    if text.startswith("less than"):
        return ((0, 0), (0.5 * figure, 0)), ((-math.inf, 0), (1.5 * figure, 0))
    return point(figure), ((0.45 * figure, 0), (1.55 * figure, 0))


def gold(value: dict[str, str], found: dict[str, Any]) -> Iterator[Alternative]:
    """A resolved value as an interval, of a time with no day on the day of writing and on those around it.

    The last unit of a range may be meant or not, and the day of a bound. A range that ends before it starts ends on the
    next day.
    """
    away = 60 * int(value.get("utcOffsetMins", 0))
    is_floating = any(CLOCK.fullmatch(text) for text in value.values())
    for moved in (-1, 0, 1) if is_floating else (0,):
        said = date.fromisoformat(found["said"][:10]) + timedelta(days=moved)
        yield placed(value, found, said, away)


CLOCK = re.compile(r"\d\d:\d\d:\d\d")


def placed(value: dict[str, str], found: dict[str, Any], said: date, away: int) -> Alternative:
    def at(text: str) -> float:
        return seconds(f"{said} {text}" if CLOCK.fullmatch(text) else text) - away

    if "value" in value:
        start = at(value["value"])
        length = 86_400 if re.fullmatch(r"\d{4}-\d\d-\d\d", value["value"]) else 60
        exact = ((start, 0), (start + length, -1))
        return exact, exact
    lo = at(value["start"]) if "start" in value else -math.inf
    hi = at(value["end"]) if "end" in value else math.inf
    unit = re.search(r",P\d*(?:\.\d+)?(BD|[YMWD])\)", found["timex"])
    if hi < lo:
        hi += 86_400
    if unit:
        more = UNIT_SECONDS[unit[1]]
    else:
        is_bound_of_days = not ("start" in value and "end" in value) and "T" not in found["timex"]
        more = UNIT_SECONDS["D"] if is_bound_of_days else 60
    later = more if "end" not in value else 0
    return ((lo + later, 0), (hi, -1)), ((lo, 0), (hi + more, -1))


# --- Pairs of numbers ------------------------------------------------------------------------------------------------


def numbers(path: Path) -> Iterator[Row]:
    """Three rows for each line: the claim, the value that agrees with it, the value that contradicts it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        found = json.loads(line)
        for key in ("claim", "agrees", "contradicts"):
            yield Row("numbers", {"text": str(found[key]), "kind": "quantity"})
