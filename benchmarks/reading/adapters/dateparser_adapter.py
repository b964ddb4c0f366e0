"""dateparser: `dateparser.parse`, English only, looking forward for plans and back for facts.

Its parser class, called outside the time, names the granularity of the same answer (`period`).
"""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from typing import Any

import dateparser
from dateparser.date import DateDataParser
from serve import Answer, Row, point, serve

ENGLISH = ["en"]


def prepare(row: Row) -> None:
    direction = "future" if row.get("modality") == "plan" else "past"
    row["settings"] = {"RELATIVE_BASE": row["moment"], "PREFER_DATES_FROM": direction, "RETURN_TIME_AS_PERIOD": True}


def call(row: Row) -> datetime | None:
    found: datetime | None = dateparser.parse(row["text"], languages=ENGLISH, settings=row["settings"])
    return found


def told(row: Row, found: datetime) -> Answer:
    period: Any = DateDataParser(languages=ENGLISH, settings=row["settings"]).get_date_data(row["text"]).period
    return point(found, "minute" if period == "time" else period)


if __name__ == "__main__":
    serve(version("dateparser"), {"time": (call, told)}, prepare)
