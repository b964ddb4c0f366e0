"""Places as intervals: a whole covers its parts.

The places are numbered as a walk from the wholes to their parts first meets them, and a place's extent is its own
number with those of all that lies in it. In a tree that is one interval a place (an Euler tour); a place with
several wholes (Istanbul in Turkey and in Europe) gives each of them some intervals more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from conflicts.errors import VocabularyError, cycle_words
from conflicts.values.bounds import Interval, Number
from conflicts.values.extent import Extent
from conflicts.values.names import name_number


def place_extents(wholes: Mapping[str, Iterable[str]]) -> dict[str, Extent]:
    """The extent of every place that `wholes` (part: the wholes it lies in) names.

    Linear in the number of places and links for a tree. Raises `VocabularyError` on a cycle, naming it.

    >>> places = place_extents({"istanbul": ["turkey"], "ankara": ["turkey"]})
    >>> places["istanbul"] <= places["turkey"], places["istanbul"].meets(places["ankara"])
    (True, False)
    """
    parts: dict[str, list[str]] = {}
    for part in sorted(wholes):
        parts.setdefault(part, [])
        for whole in wholes[part]:
            parts.setdefault(whole, []).append(part)
    tops = sorted(set(parts) - {part for part in wholes if any(True for _ in wholes[part])})
    numbers: dict[str, int] = {}
    extents: dict[str, Extent] = {}
    for top in (*tops, *sorted(parts)):  # below the tops lies all but what lies in a cycle, or below one
        _walk(top, parts, numbers, extents)
    return extents


def _walk(top: str, parts: Mapping[str, list[str]], numbers: dict[str, int], extents: dict[str, Extent]) -> None:
    path: dict[str, None] = {}
    stack: list[tuple[str, bool]] = [(top, False)]
    while stack:
        place, done = stack.pop()
        if done:
            del path[place]
            own = Extent.closed(numbers[place], numbers[place])
            intervals = own.intervals + tuple(i for part in parts[place] for i in extents[part].intervals)
            extents[place] = _joined(intervals)
            continue
        if place in extents:
            continue
        if place in path:
            above = list(path)
            cycle = [*above[above.index(place) :], place]
            raise VocabularyError(f"places: {cycle_words(cycle[::-1], 'lies in')}")
        numbers[place] = len(numbers)
        if not parts[place]:
            extents[place] = Extent.point(numbers[place])
            continue
        path[place] = None
        stack.append((place, True))
        stack.extend((part, False) for part in reversed(parts[place]))


def _joined(intervals: tuple[Interval, ...]) -> Extent:
    """Join intervals whose whole numbers follow each other: between them no place lies."""
    joined: list[list[Number]] = []
    for (lo, _), (hi, _) in sorted(intervals):
        if joined and lo <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], hi)
        else:
            joined.append([lo, hi])
    return Extent(((lo, 0), (hi, 0)) for lo, hi in joined)


def unknown_place(form: str) -> Extent:
    """The point of a place that no tree names, apart from all those that one does."""
    return Extent.point(-name_number(form))
