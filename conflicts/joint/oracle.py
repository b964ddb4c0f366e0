"""Whether some voices of a problem can all be right: exactly, where its rules are linear.

Orders, dates and sums go to the simplex method; a voice with several readings is tried in each; products narrow the
ranges of their numbers, which may miss a contradiction but never invents one.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from conflicts.joint.budget import Budget
from conflicts.joint.minimal import Labels
from conflicts.joint.network import ORIGIN, Row, bound_of
from conflicts.joint.problem import Instance, Problem
from conflicts.joint.products import fixpoint
from conflicts.joint.simplex import Clause, Refutation, Simplex
from conflicts.values.bounds import HIGHEST, LOWEST, Bound

NONE: Labels = frozenset()


@frozen
class Reason:
    """Where a bound comes from: a condition of a voice (by its label), or of a rule without one, or a constraint."""

    label: int | None = None
    row: Row | None = None
    rule: Instance | None = None


def reasons(refutation: Refutation) -> list[Reason]:
    """Where the bounds of a refutation come from."""
    return [clause.tag for clause, _ in refutation.clauses if isinstance(clause.tag, Reason)]


class Oracle:
    """Answers for any set of the voices of one problem."""

    def __init__(self, problem: Problem, budget: Budget) -> None:
        self.problem = problem
        self.is_complete = True
        """Whether every question so far was answered to the end."""
        self._budget = budget
        self._options = [problem.options(n) for n in range(len(problem.voices))]
        self._hulls = [problem.hull(n) for n in range(len(problem.voices))]
        self._forms: dict[tuple[tuple[int, Fraction], ...], int] = {}
        self._rules = [Clause(ORIGIN, False, (0, 0), Reason())]
        self._rules += (self._clause(event.row, None) for event in problem.events)
        for rule in problem.linear:
            self._rules += self._linear(rule.terms, rule.constant, rule.comparison, rule.source)
        for rows in (*self._hulls, *(rows for options in self._options for rows in options)):
            for row in rows:
                self._clause(row, None)
        self._simplex = Simplex(problem.n, [dict(form) for form in self._forms])

    def refutation(self, labels: Iterable[int]) -> Refutation | None:
        """Bounds that cannot all hold, tagged with labels and rules, as far as these need no choice and no product."""
        clauses = list(self._rules)
        for label in labels:
            clauses += (self._clause(row, label) for row in self._hulls[label])
        return self._simplex.refute(clauses)

    def core(self, labels: Labels) -> Labels | None:
        """Voices among these that cannot all be right, or None if all can."""
        return self._core(labels, {})

    def _core(self, labels: Labels, chosen: dict[int, list[Row]]) -> Labels | None:
        clauses = list(self._rules)
        for label in sorted(labels):
            clauses += (self._clause(row, label) for row in chosen.get(label, self._hulls[label]))
        if self._budget.is_spent:
            self.is_complete = False
            return None
        before = self._simplex.work
        found = self._simplex.refute(clauses)
        self._budget.spend(self._simplex.work - before + len(clauses))
        if found is not None:
            return frozenset(reason.label for reason in reasons(found) if reason.label is not None)
        by_product = self._impossible_product(labels, chosen)
        if by_product is not None:
            return by_product
        unmet = next(
            (n for n in sorted(labels) if n not in chosen and len(self._options[n]) > 1 and not self._is_met(n)), None
        )
        if unmet is None:
            return None
        blamed = {unmet}
        for rows in self._options[unmet]:
            one = self._core(labels, {**chosen, unmet: rows})
            if one is None:
                return None
            blamed |= one
        return frozenset(blamed)

    def _is_met(self, label: int) -> bool:
        """Whether the numbers last found fit one reading of a voice."""
        model = self._simplex.model
        for rows in self._options[label]:
            if all(
                (model[x][0] - model[y][0], model[x][1] - model[y][1]) <= (Fraction(c), Fraction(-int(is_strict)))
                for x, y, c, is_strict in rows
            ):
                return True
        return False

    def _clause(self, row: Row, label: int | None) -> Clause:
        """A condition x - y <= c as a bound on a variable or on a difference."""
        x, y, c, is_strict = row
        tag = Reason(label, row)
        epsilon = -1 if is_strict else 0
        if x == y:  # an event ordered to itself: a condition on nought
            return Clause(ORIGIN, True, (c, epsilon), tag)
        if ORIGIN in (x, y):
            return Clause(x or y, *bound_of(row), tag)  # type: ignore[arg-type]
        if x < y:
            return Clause(self._form(((x, Fraction(1)), (y, Fraction(-1)))), True, (c, epsilon), tag)
        return Clause(self._form(((y, Fraction(1)), (x, Fraction(-1)))), False, (-c, -epsilon), tag)

    def _form(self, terms: tuple[tuple[int, Fraction], ...]) -> int:
        return self.problem.n + self._forms.setdefault(terms, len(self._forms))

    def _linear(
        self, terms: tuple[tuple[int, Fraction], ...], constant: Fraction, comparison: str, source: Instance
    ) -> list[Clause]:
        form = self._form(terms)
        epsilon = -1 if comparison == "<" else 0
        found = [Clause(form, True, (-constant, epsilon), Reason(rule=source))]
        if comparison == "==":
            found.append(Clause(form, False, (-constant, 0), Reason(rule=source)))
        return found

    def _impossible_product(self, labels: Labels, chosen: dict[int, list[Row]]) -> Labels | None:
        """The voices on the numbers of a place whose products leave no values for them; None if all leave some."""
        if not self.problem.products:
            return None
        low: dict[int, Bound] = {}
        high: dict[int, Bound] = {}
        told: dict[int, set[int]] = {}
        for label in labels:
            for row in chosen.get(label, self._hulls[label]):
                if ORIGIN not in row[:2]:
                    continue
                x = row[0] or row[1]
                is_upper, bound = bound_of(row)
                if is_upper:
                    high[x] = min(high.get(x, HIGHEST), bound)
                else:
                    low[x] = max(low.get(x, LOWEST), bound)
                told.setdefault(x, set()).add(label)
        places = sorted({made.place for made in self.problem.products})
        for place in places:
            made = [rule.source for rule in self.problem.linear if rule.source.place == place]
            made += [one for one in self.problem.products if one.place == place]
            number = {name: x for one in made for name, x in one.variables}
            box = {name: (low.get(x, LOWEST), high.get(x, HIGHEST)) for name, x in number.items()}
            counts = [name for name, x in number.items() if x in self.problem.counts]
            if fixpoint([one.constraint for one in made], box, counts) is None:
                return NONE.union(*(told.get(x, ()) for x in number.values()))
        return None
