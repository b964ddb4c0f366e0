"""Figures that change: of very many, the moments at which something can be wrong, and the figures that matter there.

A figure that grows bounds the later ones from below and the earlier ones from above. So at each moment only the highest
lower bound and the lowest upper bound of each number decide whether its constraints can hold; these are running maxima
and minima over time, and all moments are looked at in O(n log n).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from conflicts.joint.network import Row, bound_of
from conflicts.joint.simplex import Clause, Simplex
from conflicts.values.bounds import HIGHEST, LOWEST, Bound

if TYPE_CHECKING:
    from conflicts.joint.problem import Linear, Problem

Stretch: TypeAlias = tuple[float, float]
"""When, on the line of instants, a claim can have been made: from, to."""
ALWAYS: Final[Stretch] = (float("-inf"), float("inf"))
MOST_MOMENTS: Final = 32
MOST_FIGURES: Final = 12
WIDEST: Final = timedelta(hours=14)
"""How far a wall clock can be from UTC."""


def stretch(moment: date | None) -> Stretch:
    """When a moment can have been: a day without a clock time, or a time without a zone, anywhere on Earth."""
    if moment is None:
        return ALWAYS
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        at = moment.timestamp()
        return at, at
    is_day = not isinstance(moment, datetime)
    clock = datetime.min.time() if not isinstance(moment, datetime) else moment.time()
    first = datetime.combine(moment, clock, UTC).timestamp() - WIDEST.total_seconds()
    return first, first + 2 * WIDEST.total_seconds() + (86_400 if is_day else 0)


class Envelope:
    """Of one number, the tightest bounds that can hold at each moment."""

    def __init__(self, told: Sequence[tuple[Stretch, Row]]) -> None:
        """`told` are the conditions on the number, each with when it was told."""
        bounds = [(when, *bound_of(row)) for when, row in told]
        lower = sorted((when[0], bound) for when, is_upper, bound in bounds if not is_upper)
        upper = sorted((-when[1], bound) for when, is_upper, bound in bounds if is_upper)
        self._from = [at for at, _ in lower]
        self._highest: list[Bound] = list(accumulate((bound for _, bound in lower), max))
        self._until = [at for at, _ in upper]
        self._lowest: list[Bound] = list(accumulate((bound for _, bound in upper), min))

    def at(self, when: Stretch) -> tuple[Bound, Bound]:
        """The highest lower bound told by the end of `when`, and the lowest upper bound told from its start on."""
        low = bisect_right(self._from, when[1])
        high = bisect_right(self._until, -when[0])
        return self._highest[low - 1] if low else LOWEST, self._lowest[high - 1] if high else HIGHEST


def moments_that_matter(problem: Problem) -> Iterator[Problem]:
    """The problem at each moment at which its rules may not hold, with the figures that are tightest then.

    Up to `MOST_MOMENTS` moments; `is_partial` says that figures or moments were left out.
    """
    told: dict[int, list[tuple[int, Stretch, Row]]] = {}
    stretches = [
        ALWAYS if voice.item.changes == "never" else stretch(voice.assertion.as_of) for voice in problem.voices
    ]
    everywhere = evolve(problem, ignores_moments=True)
    for n, when in enumerate(stretches):
        for row in everywhere.hull(n):
            told.setdefault(row[0] or row[1], []).append((n, when, row))
    envelopes = {x: Envelope([(when, row) for _, when, row in rows]) for x, rows in told.items()}
    looked: set[Stretch] = set()
    found = 0
    for n in sorted(range(len(stretches)), key=lambda n: (stretches[n], problem.voices[n].rank)):
        when = stretches[n]
        if problem.voices[n].item.changes == "never" or when in looked:
            continue
        looked.add(when)
        if not _may_fail(problem, {x: envelope.at(when) for x, envelope in envelopes.items()}):
            continue
        found += 1
        if found > MOST_MOMENTS:
            yield evolve(problem.part(()), is_partial=True)
            return
        near = {n}
        for rows in told.values():
            at_hand = [(k, row) for k, then, row in rows if _holds(row, then, when)]
            near.update(chosen(at_hand, MOST_FIGURES))
        part = problem.part(near)
        yield evolve(part, moment=problem.voices[n], is_partial=len(near) < len(stretches))


def _holds(row: Row, then: Stretch, now: Stretch) -> bool:
    """Whether a bound told `then` can hold `now`: a lower one from then on, an upper one up to then."""
    return then[0] <= now[1] if row[0] == 0 else then[1] >= now[0]


def _may_fail(problem: Problem, box: Mapping[int, tuple[Bound, Bound]]) -> bool:
    """Whether some rule cannot hold in a box, whose bounds may have crossed; rules that hang together count as one."""
    everything = (LOWEST, HIGHEST)
    if problem.products or len(problem.linear) > 1:
        numbers = {x for rule in problem.linear for x, _ in rule.terms}
        if any(lo > hi for lo, hi in (box.get(x, everything) for x in numbers)) or problem.products:
            return True
        clauses = []
        forms = [dict(rule.terms) for rule in problem.linear]
        for x in numbers:
            lo, hi = box.get(x, everything)
            clauses += [Clause(x, False, lo)] if lo != LOWEST else []  # type: ignore[arg-type]
            clauses += [Clause(x, True, hi)] if hi != HIGHEST else []  # type: ignore[arg-type]
        for n, rule in enumerate(problem.linear, problem.n):
            clauses.append(Clause(n, True, (-rule.constant, -int(rule.comparison == "<"))))
            if rule.comparison == "==":
                clauses.append(Clause(n, False, (-rule.constant, 0)))
        return Simplex(problem.n, forms).refute(clauses) is not None
    return any(_cannot_hold(rule, box) for rule in problem.linear)


def _cannot_hold(rule: Linear, box: Mapping[int, tuple[Bound, Bound]]) -> bool:
    for sign in (1, -1) if rule.comparison == "==" else (1,):
        least = sign * rule.constant
        is_strict = rule.comparison == "<"
        for x, c in rule.terms:
            lo, hi = box.get(x, (LOWEST, HIGHEST))
            bound = lo if sign * c > 0 else hi
            if bound in (LOWEST, HIGHEST):
                break
            least += sign * c * bound[0]  # type: ignore[assignment]
            is_strict |= bound[1] != 0
        else:
            if least > 0 or (least == 0 and is_strict):
                return True
    return False


def chosen(told: Sequence[tuple[int, Row]], most: int) -> Iterator[int]:
    """The voices with the tightest conditions on one number, up to `most` from below and as many from above."""
    bounds = [(n, *bound_of(row)) for n, row in told]
    lower = sorted((bound, -n) for n, is_upper, bound in bounds if not is_upper)[-most:]
    upper = sorted((bound, n) for n, is_upper, bound in bounds if is_upper)[:most]
    yield from (-n for _, n in lower)
    yield from (n for _, n in upper)
