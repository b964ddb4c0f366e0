"""The simplex method against z3 and against elimination by hand; its refutations are added up, its models tried."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import pytest
import z3  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts.joint.simplex import Clause, Refutation, Simplex

Form: TypeAlias = dict[int, int | Fraction]
Halfspace: TypeAlias = tuple[tuple[Fraction, ...], Fraction, bool]
"""Coefficients, a limit and whether it is left out: the sum is at most the limit, or less."""

N = 3
FORMS: st.SearchStrategy[list[Form]] = st.lists(
    st.dictionaries(st.integers(0, N - 1), st.sampled_from([1, 1, -1, 2, -3, Fraction(1, 2)]), min_size=1),
    min_size=1,
    max_size=4,
)


@st.composite
def systems(draw: st.DrawFn) -> tuple[list[Form], list[Clause]]:
    """Up to four sums of three variables, and up to nine bounds on them and on the variables."""
    forms = draw(FORMS)
    bound = st.builds(
        Clause,
        st.integers(0, N + len(forms) - 1),
        st.booleans(),
        st.tuples(st.sampled_from([-2, -1, 0, 0, 1, 2, Fraction(1, 3)]), st.just(0)),
        st.integers(0, 10**6),
    )
    found = draw(st.lists(bound, max_size=9))
    strict = draw(st.lists(st.booleans(), min_size=9, max_size=9))
    moved = [(c.limit[0], (-1 if c.is_upper else 1) * s) for c, s in zip(found, strict, strict=False)]
    return forms, [Clause(c.form, c.is_upper, limit, c.tag) for c, limit in zip(found, moved, strict=True)]


def coefficients(forms: Sequence[Form], form: int) -> tuple[Fraction, ...]:
    own: Form = {form: 1} if form < N else forms[form - N]
    return tuple(Fraction(own.get(x, 0)) for x in range(N))


def halfspace(forms: Sequence[Form], clause: Clause) -> Halfspace:
    sign = 1 if clause.is_upper else -1
    row = tuple(sign * c for c in coefficients(forms, clause.form))
    return row, sign * Fraction(clause.limit[0]), clause.limit[1] != 0


def is_satisfiable(rows: Sequence[Halfspace]) -> bool:
    """By elimination of one variable after the other (Fourier and Motzkin)."""
    left = set(rows)
    for x in range(N):
        up = [row for row in left if row[0][x] > 0]
        down = [row for row in left if row[0][x] < 0]
        left = {row for row in left if row[0][x] == 0}
        for a, limit_a, strict_a in up:
            for b, limit_b, strict_b in down:
                p, q = -b[x], a[x]
                joined = tuple(p * i + q * j for i, j in zip(a, b, strict=True))
                left.add((joined, p * limit_a + q * limit_b, strict_a or strict_b))
    return all(limit > 0 or (limit == 0 and not is_strict) for _, limit, is_strict in left)


def adds_up_to_a_falsehood(forms: Sequence[Form], refutation: Refutation) -> bool:
    total = [Fraction(0)] * N
    limit, is_strict = Fraction(0), False
    for clause, factor in refutation.clauses:
        if factor <= 0:
            return False
        row, own, left_out = halfspace(forms, clause)
        total = [t + factor * c for t, c in zip(total, row, strict=True)]
        limit += factor * own
        is_strict |= left_out
    return not any(total) and (limit < 0 or (limit == 0 and is_strict))


def broken(forms: Sequence[Form], clauses: Sequence[Clause], solver: Simplex) -> list[Clause]:
    """The bounds that the model found does not keep, each form worked out anew from the variables."""
    found = []
    for clause in clauses:
        row = coefficients(forms, clause.form)
        value = tuple(sum((c * solver.model[x][i] for x, c in enumerate(row)), Fraction(0)) for i in range(2))
        assert value == solver.model[clause.form]
        if value > clause.limit if clause.is_upper else value < clause.limit:
            found.append(clause)
    return found


def agrees(forms: Sequence[Form], clauses: Sequence[Clause], solver: Simplex, expected: bool) -> bool:
    refutation = solver.refute(clauses)
    if refutation is None:
        return expected and not broken(forms, clauses, solver)
    told = [clause for clause, _ in refutation.clauses]
    assert all(any(clause is given_ for given_ in clauses) for clause in told), "only bounds that were given"
    return not expected and adds_up_to_a_falsehood(forms, refutation)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(systems())
def test_as_by_elimination(system: tuple[list[Form], list[Clause]]) -> None:
    forms, clauses = system
    expected = is_satisfiable([halfspace(forms, clause) for clause in clauses])
    assert agrees(forms, clauses, Simplex(N, forms), expected)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(systems(), st.randoms(use_true_random=False))
def test_bounds_come_and_go(system: tuple[list[Form], list[Clause]], draw: random.Random) -> None:
    forms, clauses = system
    solver = Simplex(N, forms)
    for _ in range(6):
        some = [clause for clause in clauses if draw.random() < 0.7]
        before = solver.work
        assert agrees(forms, some, solver, is_satisfiable([halfspace(forms, clause) for clause in some]))
        assert solver.work >= before


def test_as_z3_says() -> None:
    for seed in range(60):
        draw = random.Random(seed)
        n, m = draw.randint(2, 6), draw.randint(2, 8)
        forms: list[Form] = [
            {x: draw.choice([1, 1, -1, 2]) for x in draw.sample(range(n), draw.randint(1, min(3, n)))} for _ in range(m)
        ]
        variables = [z3.Real(f"x{x}") for x in range(n)]
        terms: list[Any] = [*variables, *(z3.Sum([c * variables[x] for x, c in form.items()]) for form in forms)]
        oracle, solver = z3.Solver(), Simplex(n, forms)
        clauses = []
        for _ in range(draw.randint(3, 2 * (n + m))):
            form, is_upper, limit, strict = (
                draw.randrange(n + m),
                draw.random() < 0.5,
                draw.randint(-4, 4),
                draw.random(),
            )
            is_strict = strict < 0.4
            clauses.append(Clause(form, is_upper, (limit, (-1 if is_upper else 1) * is_strict)))
            a, b = (terms[form], limit) if is_upper else (limit, terms[form])
            oracle.add(a < b if is_strict else a <= b)
        assert (solver.refute(clauses) is None) is (oracle.check() == z3.sat), f"seed {seed}: {forms} {clauses}"


def low(form: int, limit: int | Fraction, tag: str, epsilon: int = 0) -> Clause:
    return Clause(form, False, (limit, epsilon), tag)


def high(form: int, limit: int | Fraction, tag: str, epsilon: int = 0) -> Clause:
    return Clause(form, True, (limit, epsilon), tag)


SUM: list[Form] = [{0: 1, 1: 1}]
DIFFERENCES: list[Form] = [{0: 1, 1: -1}, {1: 1, 2: -1}, {0: 1, 2: -1}]

NAMED: list[tuple[str, list[Form], list[Clause], dict[str, Fraction | int] | None, str]] = [
    ("nothing is said", SUM, [], None, "no bound, no clash"),
    ("5 and 9 of 12", SUM, [low(0, 5, "a"), low(1, 9, "b"), high(3, 12, "s")], {"a": 1, "b": 1, "s": 1}, "14 > 12"),
    ("5 and 7 of 12", SUM, [low(0, 5, "a"), low(1, 7, "b"), high(3, 12, "s")], None, "12 is allowed"),
    (
        "5 and 7 of less than 12",
        SUM,
        [low(0, 5, "a"), low(1, 7, "b"), high(3, 12, "s", -1)],
        {"a": 1, "b": 1, "s": 1},
        "12 is not less than 12",
    ),
    ("two bounds on one number", SUM, [low(0, 5, "a"), high(0, 4, "b")], {"a": 1, "b": 1}, "at once, without a sum"),
    ("a point left out on both sides", SUM, [low(0, 5, "a", 1), high(0, 5, "b", -1)], {"a": 1, "b": 1}, "5 < x < 5"),
    ("a point", SUM, [low(0, 5, "a"), high(0, 5, "b")], None, "x is 5"),
    ("of two bounds the tighter", SUM, [low(0, 5, "a"), low(0, 6, "b"), high(0, 5, "c")], {"b": 1, "c": 1}, "6 > 5"),
    (
        "a circle of three",
        DIFFERENCES,
        [high(3, 0, "a", -1), high(4, 0, "b", -1), low(5, 0, "c")],
        {"a": 1, "b": 1, "c": 1},
        "x < y < z <= x",
    ),
    (
        "factors",
        [{0: 2, 1: -1}],
        [low(0, 3, "a"), high(1, 5, "b"), high(3, 0, "c")],
        {"a": 2, "b": 1, "c": 1},
        "twice 3 is more than 5",
    ),
    ("a form of nought", [{0: 0}], [low(3, 1, "a")], {"a": 1}, "0 is not 1"),
]


@pytest.mark.parametrize(("name", "forms", "clauses", "expected", "why"), NAMED, ids=[case[0] for case in NAMED])
def test_named_systems(
    name: str, forms: list[Form], clauses: list[Clause], expected: dict[str, Fraction | int] | None, why: str
) -> None:
    for given_ in (clauses, clauses[::-1]):
        refutation = Simplex(N, forms).refute(given_)
        assert (refutation and {str(c.tag): f for c, f in refutation.clauses}) == expected, why


def test_work_is_counted() -> None:
    solver = Simplex(N, DIFFERENCES)
    assert solver.work == 0
    solver.refute([low(3, 1, "a"), low(4, 1, "b"), low(5, 3, "c")])
    assert 0 < solver.work < 100
