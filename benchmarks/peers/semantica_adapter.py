"""semantica's conflict detector: the claims as records of entities, in one call, as its documentation shows.

Chosen mapping: one record a claim, with the thing as its id, the property as a key with the value, and the origin as
its source. The time and the relays go into "metadata", where its source tracking reads them; as keys of their own they
would be compared as properties, and any two reports an hour apart would be a conflict.

With --normalised every value first goes through the library's own normalisers, as far as they read it: relative
dates from the day of the claim, quantities in the base unit, plain numbers. What they cannot read stays as printed.
The dates that they complete (a weekday, a day with no year) they complete from the day on which this script runs.

Its progress bars and log lines are switched off by the means that it documents, so that no time is counted for them.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from datetime import datetime
from importlib.metadata import version
from typing import Any

from mapping import Answer, Case, Row, flagged, rows, serve

os.environ["SEMANTICA_DISABLE_PROGRESS"] = "1"

from semantica.conflicts import ConflictDetector

DATE = re.compile(r"(date|day|due|deadline|.*_(date|on|at|by)|arrives.*|departs.*)$")


def answer(case: Case, normaliser: Normaliser | None = None) -> Answer:
    given = rows(case)
    records = [record(row, normaliser.read(row) if normaliser else row.printed) for row in given]
    found = ConflictDetector().detect_conflicts(records)
    keys = {(each.entity_id, each.property_name) for each in found}
    return flagged({row.item for row in given if (row.thing, row.key) in keys})


def record(row: Row, value: Any) -> dict[str, Any]:
    about = {"relays": row.relays, "asserted_at": row.time}
    return {"id": row.thing, "source": row.source, row.key: value, "metadata": about}


class Normaliser:
    """semantica's own normalisers, each where it applies."""

    def __init__(self) -> None:
        from semantica.normalize import DateNormalizer, NumberNormalizer

        self.dates = DateNormalizer()
        self.numbers = NumberNormalizer()

    def read(self, row: Row) -> Any:
        text = row.printed
        if row.is_member or row.denied:
            return text
        try:
            return self.date(text, row.time) if DATE.match(row.attribute) else self.figure(text)
        except Exception:
            return text.casefold()

    def date(self, text: str, said: str) -> str:
        day = self.dates.process_relative_date(text, datetime.fromisoformat(said))
        return self.dates.normalize_date(day, format="ISO8601" if ":" in text else "date")

    def figure(self, text: str) -> Any:
        if not re.search(r"\d", text):
            return text.casefold()
        try:
            quantity = self.numbers.normalize_quantity(text)
        except Exception:
            return float(self.numbers.normalize_number(text))
        units = self.numbers.unit_converter
        for base in ("meter", "kilogram", "liter"):
            if units.validate_units(quantity["unit"], base):
                return units.convert_units(quantity["value"], quantity["unit"], base), base
        return quantity["value"], quantity["unit"]


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    chosen = Normaliser() if "--normalised" in sys.argv else None
    serve(lambda case: answer(case, chosen), version("semantica"))
