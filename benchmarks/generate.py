"""Claims of mixed kinds with printed values, made from a seed: the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

KINDS = ("time", "count", "measure", "name", "place", "flag")
ATTRIBUTES = {
    "time": "scheduled_date",
    "count": "votes",
    "measure": "distance",
    "name": "head_of_delegation",
    "place": "venue",
    "flag": "agreed",
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
PEOPLE = ("Rustem Umerov", "Andriy Yermak", "Vladimir Medinsky", "Hakan Fidan", "Steve Witkoff")
CITIES = ("Istanbul", "Ankara", "Geneva", "Riyadh", "Abu Dhabi")


def _agreeing(kind: str, n: int, draw: random.Random) -> str:
    """One of several prints of the n-th truth of its kind; all of them fit together."""
    if kind == "time":
        day = n % 5
        return draw.choice((DAYS[day], f"July {21 + day}", f"{21 + day} July 2025", "in July", "the week of July 21"))
    if kind == "count":
        figure = 10 + n % 990
        return draw.choice((str(figure), f"at least {figure - 3}", f"up to {figure + 5}", f"about {figure}"))
    if kind == "measure":
        return draw.choice((f"{2 + n % 50} km", f"{(2 + n % 50) * 1000:,} m", f"about {2 + n % 50} km"))
    if kind == "name":
        return PEOPLE[n % 5]
    if kind == "place":
        return CITIES[n % 5]
    return draw.choice(("yes", "true")) if n % 2 else draw.choice(("no", "false"))


def _differing(kind: str, n: int) -> str:
    """A print that clashes with every print of the n-th truth."""
    if kind == "time":
        return f"August {1 + n % 28}"
    if kind == "count":
        return str(2000 + n % 100)
    if kind == "measure":
        return f"{200 + n % 50} km"
    if kind == "name":
        return PEOPLE[(n + 1) % 5]
    if kind == "place":
        return CITIES[(n + 1) % 5]
    return "no" if n % 2 else "yes"


def records(n: int, *, contested: float = 0.1, seed: int = 1) -> Iterator[dict[str, Any]]:
    """About `n` claims as JSON objects: items of 3 to 20 claims, a share of them contested, in mixed order."""
    draw = random.Random(seed)
    made: list[dict[str, Any]] = []
    item = 0
    while len(made) < n:
        kind = KINDS[item % len(KINDS)]
        size = draw.randint(3, 20)
        is_contested = draw.random() < contested
        for k in range(size):
            differs = is_contested and (k == 0 or (k > 1 and draw.random() < 0.3))
            value = _differing(kind, item) if differs else _agreeing(kind, item, draw)
            relays = [f"Agency {draw.randrange(40)}", f"Daily {draw.randrange(400)}"][: draw.randint(0, 2)]
            made.append(
                {
                    "id": f"c{len(made)}",
                    "subject": f"Event {item} of the year (example)",
                    "attribute": ATTRIBUTES[kind],
                    "value": value,
                    "source": f"Source {draw.randrange(3000)}",
                    "via": relays,
                    "asserted_at": f"2025-07-21T{draw.randrange(24):02}:{draw.randrange(60):02}:00+03:00",
                    "quote": f"The sentence of the article that says {value}, as it was printed that day.",
                }
            )
        item += 1
    draw.shuffle(made)
    return iter(made)
