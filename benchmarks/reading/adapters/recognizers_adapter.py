"""Recognizers-Text: the date-time model; for quantities the number, percentage, unit and currency models.

Of the past and the future reading that it gives, the future one is taken for plans, the past one for facts, and both
for the rows of its own specifications. A day that ends or starts an interval is taken as meant or not, whichever is
right, for it is told either way. Of several entities found in one text, the longest. Of several models, the one that
covers most of the text, those with a unit before the bare number.
"""

from __future__ import annotations

import re
from datetime import datetime
from importlib.metadata import version
from typing import Any

from recognizers_date_time import DateTimeRecognizer
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_text import Culture
from serve import Answer, Row, seconds, serve
from units import base

TIMES = DateTimeRecognizer(Culture.English).get_datetime_model()
NUMBERS, UNITS = NumberRecognizer(Culture.English), NumberWithUnitRecognizer(Culture.English)
DAY = 86_400
MODELS = (
    UNITS.get_currency_model(),
    UNITS.get_temperature_model(),
    UNITS.get_dimension_model(),
    NUMBERS.get_percentage_model(),
    NUMBERS.get_number_model(),
)


def call_time(row: Row) -> Any:
    found = TIMES.parse(row["text"], row["moment"])
    return max(found, key=lambda each: len(each.text)).resolution["values"] if found else None


def told_time(row: Row, values: list[dict[str, str]]) -> Answer:
    readings = [each for value in values if (each := reading(value, row["moment"])) is not None]
    if not readings:
        return None
    if not row.get("any_reading"):
        readings = readings[-1:] if row.get("modality") == "plan" else readings[:1]
    return {"readings": [either for each in readings for either in with_and_without(each)]}


def with_and_without(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The answer, and the same with its last day, and without its first."""
    if "sets" not in answer:
        return [answer]
    ((start, end),) = answer["sets"]
    found = [answer]
    if end is not None and end % DAY == 0:
        found.append(answer | {"sets": [[start, end + DAY]]})
    if end is None and start % DAY == 0:
        found.append(answer | {"sets": [[start + DAY, end]]})
    return found


def reading(value: dict[str, str], said: datetime) -> Answer:
    if value.get("value") == "not resolved":
        return None
    ends = [moment(value.get(name), said) for name in ("start", "end")]
    if "value" in value:
        found = moment(value["value"], said)
        unit = {"date": "day", "time": "minute", "datetime": "minute"}.get(value["type"], "day")
        answer: Answer = None if found is None else {"point": seconds(found), "unit": unit}
    elif ends == [None, None]:
        return None
    else:
        answer = {"sets": [[None if each is None else seconds(each) for each in ends]]}
    if answer is not None and "utcOffsetMins" in value:
        away = 60.0 * int(value["utcOffsetMins"])
        answer["zoned"] = True
        if "point" in answer:
            answer["point"] -= away
        else:
            answer["sets"] = [[None if each is None else each - away for each in pair] for pair in answer["sets"]]
    return answer


def moment(text: str | None, said: datetime) -> datetime | None:
    """A resolved date, date and time, or time of the day of writing."""
    if text is None:
        return None
    try:
        if re.fullmatch(r"\d\d:\d\d:\d\d", text):
            return datetime.combine(said.date(), datetime.strptime(text, "%H:%M:%S").time())
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def call_duration(row: Row) -> Any:
    found = [each for each in TIMES.parse(row["text"], row["moment"]) if each.type_name.endswith("duration")]
    return max(found, key=lambda each: len(each.text)).resolution["values"][0].get("value") if found else None


def told_duration(row: Row, value: str) -> Answer:
    return {"axis": "duration", "point": float(value)}


def call_quantity(row: Row) -> Any:
    found = [each for model in MODELS for each in model.parse(row["text"])]
    return max(found, key=lambda each: len(each.text)).resolution if found else None


def told_quantity(row: Row, resolution: dict[str, str]) -> Answer:
    value = (resolution.get("value") or "").strip()
    try:
        if value.endswith("%"):
            return {"axis": "share", "point": float(value[:-1]) / 100}
        return base(float(value), resolution.get("unit") or "")
    except ValueError:
        return None


def prepare(row: Row) -> None:
    row.setdefault("moment", datetime(2025, 7, 21))


if __name__ == "__main__":
    serve(
        version("recognizers-text-date-time"),
        {
            "time": (call_time, told_time),
            "duration": (call_duration, told_duration),
            "quantity": (call_quantity, told_quantity),
        },
        prepare,
    )
