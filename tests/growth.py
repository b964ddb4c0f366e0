"""Claims on one item, in every shape that could make work grow faster than their number; and the work counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice, product
from typing import Any, Final, TypeAlias

from conflicts import Claim, Report, Vocabulary, find_conflicts

VOCABULARY: Final = Vocabulary.default()
MOST_PAIRS: Final = 50

Shape: TypeAlias = tuple[str, str, str, str]
"""The names of its values, sources, moments and details."""
Value: TypeAlias = tuple[str, Callable[[int], str]]
"""The attribute, and what the n-th claim prints."""

VALUES: Final[Mapping[str, Value]] = {
    "figures": ("height", str),
    "two figures": ("height", lambda n: str(n % 2)),
    "ranges": ("height", lambda n: f"between {n} and {n + 40}"),
    "alternatives": ("height", lambda n: f"{n} or {n * 7 % 5000 + 1}"),
    "names": ("chair", lambda n: f"Ann{n}"),
    "places": ("venue", lambda n: ("Kyiv", "Ukraine", "Istanbul", f"Place{n}")[n % 4]),
    "days": ("scheduled_date", lambda n: f"{1 + n % 28} {('July', 'June', 'May')[n // 28 % 3]} {1990 + n // 84}"),
    "ambiguous days": ("scheduled_date", lambda n: f"0{1 + n % 9}/0{1 + n // 9 % 9}/{1950 + n // 81}"),
    "two clocks": ("scheduled_date", lambda n: f"{n % 12 + 1}:{n // 12 % 60:02} p.m. {('', 'GMT')[n % 2]} on July 22"),
    "a toll": ("killed", str),
    "a round toll": ("killed", lambda n: ("at least {}", "about {}", "up to {}", "{} or 3")[n % 4].format(n + 10)),
    "what changes": ("without_power", lambda n: str(n + 10)),
}
SOURCES: Final[Mapping[str, Callable[[int], str]]] = {
    "many sources": lambda n: f"Source{n}",
    "one source": lambda n: "Ann",
    "some sources": lambda n: f"Source{n // 8}",
}
MOMENTS: Final[Mapping[str, Callable[[int], str | None]]] = {
    "one instant": lambda n: "2025-07-21T09:00:00+03:00",
    "many instants": lambda n: f"2025-07-{1 + n // 1440 % 28:02}T{n // 60 % 24:02}:{n % 60:02}:00+03:00",
    "one day": lambda n: "2025-07-21",
    "many days": lambda n: f"{2000 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02}",
    "no moment": lambda n: None,
    "all kinds": lambda n: (None, "2025-07-21", f"2025-07-21T{n % 24:02}:00", f"2025-07-21T{n % 24:02}:00Z")[n % 4],
}
DETAILS: Final[Mapping[str, Callable[[int], dict[str, Any]]]] = {
    "plain": lambda n: {},
    "denied": lambda n: {"polarity": "denied"},
    "some denied": lambda n: {"polarity": "denied"} if n % 3 == 0 else {},
    "hedged": lambda n: {"hedged": True},
    "one utterance": lambda n: {"utterance": "u", "via": [f"Relay{n}"]},
    "utterances of one relay": lambda n: {"utterance": f"u{n % 9}", "via": ["AP"], "published_at": "2025-07-21"},
    "a relay each": lambda n: {"via": [f"Relay{n}"]},
    "chains": lambda n: {"via": [f"Relay{k}" for k in range(n % 25)]},
    "retracted by the next": lambda n: {"via": ["AP"], "retracts": f"c{n - 1}"} if n else {},
    "unnamed": lambda n: {"anonymous": True, "via": ["AP"]},
    "half retracted": lambda n: {"retracts": f"c{n + 1}"} if n % 4 == 0 else {},
}


def shapes() -> Iterator[Shape]:
    """Every shape: values, sources, moments, details."""
    return product(VALUES, SOURCES, MOMENTS, DETAILS)


def story(shape: Shape, n: int) -> list[Claim]:
    """Claims on one item in a shape."""
    values, sources, moments, details = shape
    attribute, printed = VALUES[values]
    who, said, rest = SOURCES[sources], MOMENTS[moments], DETAILS[details]
    return [
        Claim("the event", attribute, printed(i), who(i), id=f"c{i}", asserted_at=said(i), **rest(i)) for i in range(n)
    ]


def judged(claims: list[Claim]) -> Report:
    """The report, asked for all that is not a list of every pair."""
    report = find_conflicts(claims, VOCABULARY, errors="unread")
    for conflict in report:
        conflict.to_dict()
        list(islice(conflict.pairs(), MOST_PAIRS))
    report.explain()
    return report
