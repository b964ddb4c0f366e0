"""parsedatetime: `Calendar.parseDT` from the day of writing; bare weekdays look forward for plans and back for facts.

Its context names the granularity.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import parsedatetime
from serve import Answer, Row, point, serve

CONTEXT = parsedatetime.pdtContext
UNITS = (
    (CONTEXT.ACU_SEC | CONTEXT.ACU_MIN | CONTEXT.ACU_NOW, "minute"),
    (CONTEXT.ACU_HOUR, "hour"),
    (CONTEXT.ACU_HALFDAY | CONTEXT.ACU_DAY, "day"),
    (CONTEXT.ACU_WEEK, "week"),
    (CONTEXT.ACU_MONTH, "month"),
    (CONTEXT.ACU_YEAR, "year"),
)


def calendar(style: int) -> parsedatetime.Calendar:
    constants = parsedatetime.Constants(usePyICU=False)
    constants.DOWParseStyle = style
    constants.YearParseStyle = max(style, 0)  # for facts the current year: there is no style that looks back
    return parsedatetime.Calendar(constants, version=parsedatetime.VERSION_CONTEXT_STYLE)


FORWARD, BACK = calendar(1), calendar(-1)


def call(row: Row) -> Any:
    reader = FORWARD if row.get("modality") == "plan" else BACK
    found = reader.parseDT(row["text"], row["moment"])
    return found if found[1].accuracy else None


def told(row: Row, found: Any) -> Answer:
    moment, context = found
    return point(moment, next((unit for mask, unit in UNITS if context.accuracy & mask), "day"))


if __name__ == "__main__":
    serve(version("parsedatetime"), {"time": (call, told)})
