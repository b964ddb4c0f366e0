"""Random stories of several events, small enough for an oracle and readable when they fail, and how to look at reports.

A story is made from a seed. Every claim has a source of its own (unless a test wants otherwise), so that nothing is
corrected or copied, and values come from few days and figures, so that coincidences are frequent.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from joint.joint_oracle import RELATIONS, Ids, Oracle, lies, tell

from conflicts import Claim, Report, Severity, Vocabulary, find_conflicts

EVENTS: Final = ("ambush", "convoy", "truce", "parade")
SOURCES: Final = ("Reuters", "AFP", "AP", "TASS", "dpa", "BBC", "Kyodo", "ANSA", "EFE", "Xinhua", "PTI", "Ukrinform")
NOON: Final = "2025-07-30T12:00:00+03:00"
HOURS: Final = ("2025-07-30T10:00:00+03:00", "2025-07-30T14:00:00+03:00", "2025-07-30T18:00:00+03:00")
CONVEX_DENIALS: Final = ("before", "after", "not_before", "not_after")

VOCABULARY: Final = Vocabulary.default() | Vocabulary.from_dict(
    {
        "attributes": {
            "boys": {"kind": "quantity", "unit": "people"},
            "girls": {"kind": "quantity", "unit": "people"},
            "children": {"kind": "quantity", "unit": "people"},
            "people": {"kind": "quantity", "unit": "people"},
            "seats": {"kind": "quantity", "unit": "people"},
            "buses": {"kind": "quantity", "unit": "count"},
        },
        "constraints": [
            "boys + girls == children",
            "children <= people",
            "people < seats",
            "seats == 10 * buses + 5",
            "started_at <= ended_at",
            "ended_at == started_at + lasted",
            "killed_children + killed_women <= killed",
        ],
    }
)
"""Nothing depends on whether a figure of which nobody speaks may be negative: the parts stay below the wholes."""

Draw = random.Random


def _event_pair(draw: Draw, events: Sequence[str]) -> tuple[str, str]:
    if draw.random() < 0.04:
        event = draw.choice(events)
        return event, event
    a, b = draw.sample(events, 2)
    return a, b


def order_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    a, b = _event_pair(draw, events)
    usual = ("before", "before", "after", "not_before", "not_after", "meets", "during", "equals")
    relation = draw.choice(usual) if draw.random() < 0.6 else draw.choice(list(RELATIONS))
    denied = relation in CONVEX_DENIALS and draw.random() < 0.2
    return {"subject": a, "attribute": relation, "value": b, "polarity": "denied" if denied else "affirmed"}


def before_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    a, b = _event_pair(draw, events)
    return {"subject": a, "attribute": "before" if draw.random() < 0.8 else "not_before", "value": b}


def time_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    attribute = draw.choice(("started_at", "started_at", "ended_at", "held_on"))
    return {"subject": draw.choice(events), "attribute": attribute, "value": time_text(draw)}


def time_text(draw: Draw) -> str:
    first = draw.randint(8, 13)
    last = first + draw.randint(1, 3)
    forms = (
        f"{first} July 2025",
        f"{first} July 2025",
        f"between {first} and {last} July 2025",
        f"after {first} July 2025",
        f"before {first} July 2025",
        f"by {first} July 2025",
        f"from {first} July 2025",
        f"around {first} July 2025",
        f"{first} July 2025, 21:00",
        f"{first} July 2025 at noon",
    )
    return draw.choice(forms)


def length_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    days = draw.randint(2, 4)
    forms = ("{} days", "about {} days", "at least {} days", "more than {} days", "up to {} days", "less than {} days")
    return {"subject": draw.choice(events), "attribute": "lasted", "value": draw.choice(forms).format(days)}


def count_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    attribute = draw.choice(("boys", "girls", "children", "people", "seats", "buses"))
    low, high = {"boys": (2, 9), "girls": (2, 9), "children": (10, 20), "people": (20, 30), "seats": (24, 46)}.get(
        attribute, (2, 4)
    )
    figure = draw.randint(low, high)
    forms = ["{}", "{}", "at least {}", "up to {}"] + ["about {}"] * (attribute not in {"buses", "boys", "girls"})
    return {"subject": events[0], "attribute": attribute, "value": draw.choice(forms).format(figure)}


def mixed_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    kinds = (order_claim, order_claim, time_claim, time_claim, length_claim, count_claim)
    return draw.choice(kinds)(draw, events)


def dated_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    return draw.choice((before_claim, order_claim, time_claim, time_claim))(draw, events)


def lasting_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    return draw.choice((time_claim, time_claim, length_claim))(draw, events)


def toll_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    attribute = draw.choice(("killed", "killed", "killed_children", "killed_women"))
    figure = draw.randint(8, 14) if attribute == "killed" else draw.randint(3, 8)
    text = draw.choice(("{}", "{}", "at least {}", "up to {}")).format(figure)
    return {"subject": events[0], "attribute": attribute, "value": text, "asserted_at": draw.choice(HOURS)}


def odd_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    """Sets of several stretches, denials, none: what a network cannot hold exactly."""
    first = draw.randint(8, 13)
    text = draw.choice((f"{first} or {first + 2} July 2025", f"not on {first} July 2025", "not yet known", "cancelled"))
    return {"subject": draw.choice(events), "attribute": draw.choice(("started_at", "held_on")), "value": text}


def mixed_or_odd_claim(draw: Draw, events: Sequence[str]) -> dict[str, Any]:
    return draw.choice((odd_claim, mixed_claim, mixed_claim, toll_claim))(draw, events)


Kind = Callable[[Draw, Sequence[str]], dict[str, Any]]
KINDS: Final[dict[str, Kind]] = {
    "chains": before_claim,
    "order": order_claim,
    "dates": dated_claim,
    "durations": lasting_claim,
    "sums": count_claim,
    "mixed": mixed_claim,
}


def story(
    seed: int | str, kind: Kind, size: int, events: Sequence[str] = EVENTS[:3], hedged: float = 0.1
) -> list[Claim]:
    """`size` claims of one kind, each by a source of its own, some of them hedged."""
    draw = random.Random(f"{seed} {kind.__name__} {size}")
    told = []
    for number in range(size):
        fields = {"asserted_at": NOON, "hedged": draw.random() < hedged, **kind(draw, events)}
        name = SOURCES[number] if number < len(SOURCES) else f"Agency {number}"
        told.append(Claim(id=f"c{number}", source=name, **fields))
    return told


def report_of(
    claims: Iterable[Claim],
    vocabulary: Vocabulary = VOCABULARY,
    max_joint: int = 100_000,
    max_joint_size: int | None = None,
) -> Report:
    """The report, with no bound on joint contradictions unless one is given."""
    claims = list(claims)
    size = max(1, len(claims)) if max_joint_size is None else max_joint_size
    return find_conflicts(claims, vocabulary, max_joint=max_joint, max_joint_size=size)


def reported(report: Report) -> dict[str, list[Ids]]:
    """By severity, the sets of claims that cannot all be true: joint ones as they are, others pair by pair."""
    found: dict[str, list[Ids]] = {"contradiction": [], "tension": []}
    for conflict in report:
        if conflict.joint:
            found[conflict.severity.value].append(frozenset(claim.id for claim in conflict.claims))
        else:
            for pair in conflict.pairs():
                found[pair.severity.value].append(frozenset((pair.a.id, pair.b.id)))
    return found


def joint_sets(report: Report, severity: Severity | None = None) -> list[Ids]:
    """The claims of each joint conflict, in the order of the report."""
    chosen = [c for c in report if c.joint and severity in {None, c.severity}]
    return [frozenset(claim.id for claim in conflict.claims) for conflict in chosen]


def shown(sets: Iterable[Ids]) -> list[list[str]]:
    return sorted((sorted(ids) for ids in sets), key=lambda ids: (len(ids), ids))


def differences(claims: list[Claim], vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    """How the report differs from the oracle's smallest impossible sets; empty if not at all."""
    report = report_of(claims, vocabulary)
    problems = [f"{u.claim and u.claim.id} unread: {u.reason}" for u in report.unread]
    if report.truncated:
        problems.append("truncated, although nothing bounds the search")
    found = reported(report)
    expected = dict(zip(("contradiction", "tension"), Oracle(claims, vocabulary).expected(), strict=True))
    for severity, sets in found.items():
        twice = {ids for ids in sets if sets.count(ids) > 1}
        for what, wrong in (
            ("reported, but not so by the oracle", set(sets) - expected[severity]),
            ("missing", expected[severity] - set(sets)),
            ("reported twice", twice),
        ):
            if wrong:
                problems.append(f"{severity}: {what}: {shown(wrong)}")
    return problems


def not_minimal(claims: list[Claim], vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    """The reported joint conflicts that can be true after all, or with one claim less cannot either."""
    oracle = Oracle(claims, vocabulary)
    problems = []
    for conflict in report_of(claims, vocabulary, max_joint=200, max_joint_size=12):
        if not conflict.joint:
            continue
        ids = {claim.id for claim in conflict.claims}
        level: Any = "loose" if conflict.severity is Severity.CONTRADICTION else "strict"
        if oracle.satisfiable(ids, level):
            problems.append(f"{conflict.severity.value}: can be true together: {sorted(ids)}")
        elif _is_across(conflict.items):
            problems += [
                f"{conflict.severity.value}: {id_} is not needed in {sorted(ids)}"
                for id_ in sorted(ids)
                if not oracle.satisfiable(ids - {id_}, level)
            ]
    return problems


def _is_across(items: tuple[Any, ...]) -> bool:
    """Several sets on one item without a point in common are told as one disputed item, with all its claims."""
    return len(set(items)) > 1


def disagreement(claims: list[Claim]) -> list[str]:
    """Where the report and the oracle differ on whether there is a contradiction, or a conflict, at all."""
    oracle = Oracle(claims, VOCABULARY)
    report = report_of(claims, max_joint=3)
    problems = []
    if bool(report.contradictions) == oracle.satisfiable(oracle.ids, "loose"):
        problems.append(f"{len(report.contradictions)} contradictions, but the oracle says otherwise")
    if bool(report.conflicts) == oracle.satisfiable(oracle.ids, "strict"):
        problems.append(f"{len(report.conflicts)} conflicts, but the oracle says otherwise")
    return problems


def smallest(claims: list[Claim], fails: Callable[[list[Claim]], object]) -> list[Claim]:
    """A part of a failing story that still fails, though it would not with any one claim less."""
    i = 0
    while i < len(claims):
        fewer = claims[:i] + claims[i + 1 :]
        if fewer and fails(fewer):
            claims, i = fewer, 0
        else:
            i += 1
    return claims


def complaint(seed: object, claims: list[Claim], fails: Callable[[list[Claim]], object]) -> str:
    """What a person needs who looks into a failure: the smallest story that shows it, and what is wrong with it."""
    least = smallest(claims, fails)
    return f"seed {seed}:\n{tell(least)}\n  -> {fails(least)}"


def told(report: Report) -> dict[str, Any]:
    """What a report says, whatever the order in which the claims came."""
    data = report.to_dict()
    data["claims"] = sorted(claim["id"] for claim in data["claims"])
    data["unread"] = sorted((entry["claim"], entry["reason"]) for entry in data["unread"])
    data["notes"] = sorted(map(str, data["notes"]))
    data["not_compared"] = sorted((sorted(entry["claims"]), entry["reason"]) for entry in data["not_compared"])
    return data


def world_story(seed: int | str, size: int, wrong: int | None = None) -> list[Claim]:
    """`size` claims that are true of a world made up first, of which `wrong` (0 to 3) are replaced by chance ones."""
    draw = random.Random(f"world {seed} {size}")
    events = [f"event {n}" for n in range(draw.randint(2, max(2, size // 4)))]
    world = {}
    for event in events:
        start = draw.randint(4, 80)
        world[event] = (start, start + draw.randint(1, 12))  # quarters of a day from 1 July
    figures = {"boys": draw.randint(2, 9), "girls": draw.randint(8, 9), "buses": draw.randint(3, 4)}
    figures |= {"children": figures["boys"] + figures["girls"], "seats": 10 * figures["buses"] + 5}
    figures |= {"people": draw.randint(max(20, figures["children"]), figures["seats"] - 1)}
    fields = [_true_claim(draw, events, world, figures) for _ in range(size)]
    for place in draw.sample(range(size), min(size, draw.choice((0, 0, 1, 2, 3)) if wrong is None else wrong)):
        fields[place] = mixed_claim(draw, events)
    return [
        Claim(id=f"c{n}", source=f"Agency {n}", asserted_at=NOON, hedged=draw.random() < 0.05, **told)
        for n, told in enumerate(fields)
    ]


def _true_claim(
    draw: Draw, events: Sequence[str], world: dict[str, tuple[int, int]], figures: dict[str, int]
) -> dict[str, Any]:
    event = draw.choice(events)
    start, end = world[event]
    what = draw.choice(("order", "order", "order", "start", "end", "whole", "length", "figure"))
    if what == "order":
        other = draw.choice([e for e in events if e != event])
        holding = [name for name in RELATIONS if lies(name, world[event], world[other])]
        return {"subject": event, "attribute": draw.choice(holding), "value": other}
    if what == "figure":
        attribute = draw.choice(sorted(figures))
        low, high = figures[attribute] - draw.randint(0, 2), figures[attribute] + draw.randint(0, 2)
        text = draw.choice((f"{figures[attribute]}", f"at least {low}", f"up to {high}"))
        return {"subject": events[0], "attribute": attribute, "value": text}
    if what == "length":
        quarters = end - start
        forms = [f"at least {quarters // 4} days"] * (quarters > 7) + [f"up to {quarters // 4 + 2} days"]
        return {"subject": event, "attribute": "lasted", "value": draw.choice(forms)}
    if what == "whole":
        return {
            "subject": event,
            "attribute": "held_on",
            "value": f"between {1 + start // 4} and {2 + end // 4} July 2025",
        }
    day = 1 + (start if what == "start" else end) // 4
    forms = [f"{day} July 2025", f"around {day} July 2025", f"after {day - 1} July 2025", f"before {day + 1} July 2025"]
    forms.append(f"between {max(1, day - 1)} and {day + 1} July 2025")
    return {"subject": event, "attribute": "started_at" if what == "start" else "ended_at", "value": draw.choice(forms)}
