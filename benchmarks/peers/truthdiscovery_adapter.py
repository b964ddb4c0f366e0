"""truthdiscovery: sources, variables and values in, beliefs out; its documentation calls the values of one variable
conflicting claims, so a variable with more than one believed value is taken as an alert.

Chosen mapping: the source is the origin, not the publisher; the variable is the thing with the property. A source may
claim one value a variable, and with `allow_multiple` its first one counts: so rows go in newest first, and a source's
correction replaces what it corrects. The algorithm is TruthFinder; which one makes no difference to this verdict, for
all of them give a belief to every value.

The package imports two drawing libraries at start, one of which needs a C library to build. Nothing is drawn here, so
empty modules stand in for them.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from types import ModuleType

from mapping import Answer, Case, flagged, rows, serve

for name in ("cairo", "imageio", "imageio.v2"):
    sys.modules[name] = ModuleType(name)
sys.modules["imageio"].v2 = sys.modules["imageio.v2"]  # type: ignore[attr-defined]

from truthdiscovery.algorithm import TruthFinder  # noqa: E402
from truthdiscovery.input import Dataset  # noqa: E402


def answer(case: Case) -> Answer:
    given = sorted(rows(case), key=lambda row: row.time, reverse=True)
    if not given:
        return flagged(set())
    triples = [(row.source, (row.thing, row.key), row.printed) for row in given]
    belief = TruthFinder().run(Dataset(triples, allow_multiple=True)).belief
    disputed = {variable for variable, values in belief.items() if len(values) > 1}
    return flagged({row.item for row in given if (row.thing, row.key) in disputed})


if __name__ == "__main__":
    serve(answer, version("truthdiscovery"))
