"""Stories on a made-up clock that counts days, and their problems: small numbers that can be read and worked out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conflicts import Claim, Value, Vocabulary
from conflicts.assertions import Assertion
from conflicts.detect import read
from conflicts.items import Group, Keys, group, subject_ids
from conflicts.joint import Ties, components, voices
from conflicts.joint.network import Row
from conflicts.joint.problem import Name, Problem, problems
from conflicts.standing import Retractions
from conflicts.values.extent import Extent

NINE, TEN, NOON = "2025-07-22T09:00:00+03:00", "2025-07-22T10:00:00+03:00", "2025-07-22T12:00:00+03:00"
MONDAY = "2025-07-21"

VOCABULARY = Vocabulary.from_dict(
    {
        "attributes": {
            "starts_at": {"kind": "time", "role": "start"},
            "begins_at": {"kind": "time", "role": "start"},
            "ends_at": {"kind": "time", "role": "end"},
            "held": {"kind": "time", "role": "whole"},
            "told_at": {"kind": "time", "role": "none"},
            "arrested": {"kind": "time"},
            "convicted": {"kind": "time"},
            "moves": {"kind": "time", "role": "start", "changes": "freely"},
            "due": {"kind": "time", "role": "start", "modality": "plan"},
            "founded": {"kind": "time", "role": "start", "timeless": True},
            "guest": {"kind": "name", "single": False},
            "visitor": {"kind": "name", "single": False},
            "before": {"kind": "order"},
            "equals": {"kind": "order"},
            "takes": {"kind": "duration"},
            "dead": {"kind": "quantity", "unit": "people", "changes": "grows"},
            "women": {"kind": "quantity", "unit": "people", "changes": "grows"},
            "crew": {"kind": "quantity", "unit": "people"},
            "boys": {"kind": "quantity", "unit": "people"},
            "girls": {"kind": "quantity", "unit": "people"},
            "children": {"kind": "quantity", "unit": "people"},
            "homeless": {"kind": "quantity", "unit": "people", "changes": "freely"},
            "sheltered": {"kind": "quantity", "unit": "people", "changes": "freely"},
            "round": {"kind": "quantity", "unit": "count", "timeless": True},
            "earlier": {"kind": "quantity", "unit": "count", "timeless": True},
            "length": {"kind": "quantity", "unit": "m"},
            "width": {"kind": "quantity", "unit": "m"},
            "area": {"kind": "quantity", "unit": "m2"},
        },
        "constraints": [
            "women <= dead",
            "dead <= crew",
            "boys + girls == children",
            "sheltered <= homeless",
            "round == earlier + 1",
            "ends_at == starts_at + takes",
            "ends_at == begins_at + takes",
            "arrested <= convicted",
            "width < length",
            "area == length * width",
        ],
    }
)


def days(lo: int | None, hi: int | None = None, clock: Any = "floating", extent: Extent | None = None) -> Value:
    """A time from day `lo` to day `hi`, both in it; of one day, if only one is given."""
    found = Value.of("time", lo if lo is not None and hi is None else (lo, hi)).strict if extent is None else extent
    return Value("time", found, found, clock, 0)


def claim(subject: str, attribute: str, value: object, asserted_at: str = NOON, **fields: Any) -> Claim:
    return Claim(subject, attribute, value, fields.pop("source", "AP"), asserted_at=asserted_at, **fields)


def grouped(claims: Iterable[Claim], vocabulary: Vocabulary = VOCABULARY) -> list[Group]:
    claims = list(claims)
    asserted = [found for found in read(claims, vocabulary) if isinstance(found, Assertion)]
    assert len(asserted) == len(claims), "all is read"
    groups, unplaced = group(asserted, Keys(vocabulary, subject_ids(asserted, vocabulary)))
    assert not unplaced
    return groups


def all_problems(claims: Iterable[Claim], vocabulary: Vocabulary = VOCABULARY) -> list[Problem]:
    ties = Ties(vocabulary)
    found: list[Problem] = []
    for component in components(grouped(claims, vocabulary), ties):
        told = [voice for one in component for voice in voices(one, vocabulary, Retractions([], vocabulary))]
        found += problems(told, ties)
    return found


def number(problem: Problem, x: int) -> str:
    name = problem.names[x]
    assert isinstance(name, Name)
    version = f" ({name.attribute})" if name.what != "value" and name.attribute else ""
    return f"{name.attribute if name.what == 'value' else name.what} of {name.place[0]}{version}"


def row_words(problem: Problem, row: Row) -> str:
    x, y, c, is_strict = row
    if not y:
        return f"{number(problem, x)} {'<' if is_strict else '<='} {c}"
    if not x:
        return f"{number(problem, y)} {'>' if is_strict else '>='} {-c}"
    shift = f" + {c}" if c else ""
    return f"{number(problem, x)} {'<' if is_strict else '<='} {number(problem, y)}{shift}"


def told(problem: Problem) -> set[str]:
    """What the voices say, as conditions; of one that means one of several things " or " between them."""
    found: set[str] = set()
    for n in range(len(problem.voices)):
        options = [" and ".join(sorted(row_words(problem, row) for row in rows)) for rows in problem.options(n)]
        if len(options) == 1:
            found.update(options[0].split(" and ") if options[0] else [])
        elif options:
            found.add(" or ".join(sorted(options)))
    return found


def rules(problem: Problem) -> set[str]:
    found = {made.constraint.text for made in problem.products} | {
        rule.source.constraint.text for rule in problem.linear
    }
    return found | {row_words(problem, event.row) for event in problem.events}


def told_of(claims: Iterable[Claim], vocabulary: Vocabulary = VOCABULARY) -> list[set[str]]:
    return [told(problem) for problem in all_problems(claims, vocabulary)]
