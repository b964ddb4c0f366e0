"""Linear conditions decided exactly: the simplex method over rationals, for bounds that come and go.

The forms (sums of variables) are fixed; what is asked is whether all of them can stay within given bounds at once, and
if not, which bounds clash. Source: Dutertre and de Moura, "A fast linear-arithmetic solver for DPLL(T)", 2006; a strict
bound is one that is moved by an infinitesimal (their section 3.2). Bland's rule makes it end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import frozen

Rational: TypeAlias = int | Fraction
Pair: TypeAlias = tuple[Fraction, Fraction]
Limit: TypeAlias = tuple[Rational, int]
"""A number and how many infinitesimals it is moved by: x < 5 is x <= (5, -1)."""


@frozen
class Clause:
    """A bound on a form: `form <= limit` if `is_upper`, else `form >= limit`; `tag` is the caller's."""

    form: int
    is_upper: bool
    limit: Limit
    tag: object = None


@frozen
class Refutation:
    """Bounds that cannot all hold: multiplied by these factors they add up to a falsehood (Farkas' lemma)."""

    clauses: tuple[tuple[Clause, Fraction], ...]


class Simplex:
    """Fixed linear forms over the variables 0 to n - 1; form number f is variable f for f < n, then the given ones.

    >>> solver = Simplex(2, [{0: 1, 1: 1}])                      # form 2 is x + y
    >>> low = [Clause(0, False, (5, 0), "x"), Clause(1, False, (9, 0), "y")]
    >>> found = solver.refute([*low, Clause(2, True, (12, 0), "sum")])
    >>> sorted((clause.tag, factor) for clause, factor in found.clauses)
    [('sum', Fraction(1, 1)), ('x', Fraction(1, 1)), ('y', Fraction(1, 1))]
    >>> solver.refute([*low, Clause(2, True, (14, 0), "sum")]) is None
    True
    """

    def __init__(self, n: int, forms: Sequence[Mapping[int, Rational]]) -> None:
        self._rows: dict[int, dict[int, Fraction]] = {
            n + i: {x: Fraction(c) for x, c in form.items() if c} for i, form in enumerate(forms)
        }
        self._n = n + len(forms)
        self.work = 0
        """How many coefficients were looked at so far."""
        self.model: list[Pair] = []
        """After `refute` said None: a value of each form, with its infinitesimal part."""

    def refute(self, clauses: Iterable[Clause]) -> Refutation | None:
        """None if all bounds can hold at once, else bounds that cannot."""
        lower: dict[int, Clause] = {}
        upper: dict[int, Clause] = {}
        for clause in clauses:
            side = upper if clause.is_upper else lower
            known = side.get(clause.form)
            if known is None or (clause.limit < known.limit if clause.is_upper else clause.limit > known.limit):
                side[clause.form] = clause
        for form, low in lower.items():
            high = upper.get(form)
            if high is not None and low.limit > high.limit:
                return Refutation(((low, Fraction(1)), (high, Fraction(1))))
        value: list[Pair] = [_ZERO] * self._n
        for x in range(self._n):
            if x not in self._rows:
                clause_ = lower.get(x) or upper.get(x)
                value[x] = _ZERO if clause_ is None else _pair(clause_.limit)
        for x, row in self._rows.items():
            value[x] = _combined(row, value)
        while True:
            self.work += len(self._rows)
            broken = next((x for x in sorted(self._rows) if _is_outside(value[x], lower.get(x), upper.get(x))), None)
            if broken is None:
                self.model = value
                return None
            rises = _below(value[broken], lower.get(broken))
            row = self._rows[broken]
            target = _pair((lower if rises else upper)[broken].limit)
            for x in sorted(row):
                up = (row[x] > 0) == rises
                bound = upper.get(x) if up else lower.get(x)
                if bound is None or (value[x] < _pair(bound.limit) if up else value[x] > _pair(bound.limit)):
                    self._pivot(broken, x, value, target)
                    break
            else:
                own = (lower if rises else upper)[broken]
                others = [((upper if (c > 0) == rises else lower)[x], abs(c)) for x, c in sorted(row.items())]
                return Refutation(((own, Fraction(1)), *others))

    def _pivot(self, leaving: int, entering: int, value: list[Pair], target: Pair) -> None:
        """Make `leaving` a free variable at its bound, and `entering` a form of the others."""
        row = self._rows.pop(leaving)
        self.work += sum(len(other) for other in self._rows.values() if entering in other) + len(self._rows)
        factor = row.pop(entering)
        step = ((target[0] - value[leaving][0]) / factor, (target[1] - value[leaving][1]) / factor)
        value[leaving] = target
        value[entering] = (value[entering][0] + step[0], value[entering][1] + step[1])
        for x, other in self._rows.items():
            c = other.get(entering)
            if c:
                value[x] = (value[x][0] + c * step[0], value[x][1] + c * step[1])
        solved = {x: -c / factor for x, c in row.items()}
        solved[leaving] = 1 / factor
        for other in self._rows.values():
            c = other.pop(entering, None)
            if c:
                for x, k in solved.items():
                    found = other.get(x, _NULL) + c * k
                    if found:
                        other[x] = found
                    else:
                        other.pop(x, None)
        self._rows[entering] = solved


_NULL: Final = Fraction(0)
_ZERO: Final = (_NULL, _NULL)


def _pair(limit: Limit) -> Pair:
    return Fraction(limit[0]), Fraction(limit[1])


def _combined(row: Mapping[int, Fraction], value: Sequence[Pair]) -> Pair:
    return (
        sum((c * value[x][0] for x, c in row.items()), _NULL),
        sum((c * value[x][1] for x, c in row.items()), _NULL),
    )


def _below(value: Pair, bound: Clause | None) -> bool:
    return bound is not None and value < _pair(bound.limit)


def _is_outside(value: Pair, low: Clause | None, high: Clause | None) -> bool:
    return _below(value, low) or (high is not None and value > _pair(high.limit))
