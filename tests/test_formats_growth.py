"""What is written grows no faster than claims and conflicts; what a person reads is bounded, and says what is left."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from functools import partial

import pytest
from attrs import evolve
from counting import counted
from stories import check, claim

from conflicts import Claim, Report, graph
from conflicts.explain import MOST, MOST_CONFLICTS
from conflicts.formats import find_format, names
from conflicts.gate import Baseline, Gate

SHAPES: dict[str, Callable[[int], Claim]] = {
    "one conflict, a side each": lambda n: claim(f"c{n}", "height", str(n), f"s{n}"),
    "one conflict, two sides": lambda n: claim(f"c{n}", "height", str(n % 2), f"s{n}", via=[f"s{n + 1}"]),
    "one conflict, most take no side": lambda n: claim(f"c{n}", "height", str(n) if n < 2 else "up to 5", f"s{n}"),
    "one conflict, copies": lambda n: claim(f"c{n}", "height", str(min(n, 1)), "Ann" if n else "Bob", via=[f"s{n}"]),
    "a conflict for each two": lambda n: claim(f"c{n}", "height", str(n % 2), f"s{n}", subject=f"e{n // 2}"),
    "nothing is read": lambda n: claim(f"c{n}", "height", "pigs fly", f"s{n}"),
}
SIZES = (100, 400)
WRITTEN = [name for name in names() if find_format(name).write is not None]


def made(shape: str, size: int) -> Report:
    return check([SHAPES[shape](n) for n in range(size)])


@pytest.fixture(scope="module")
def reports() -> dict[tuple[str, int], Report]:
    """Each shape in two sizes, as in a report of 10,000 claims: a cap on pairs that these sizes reach, too."""
    return {(shape, size): made(shape, size) for shape in SHAPES for size in SIZES}


def written(form: str, report: Report, gate: Gate | None = None) -> str:
    text, write = io.StringIO(), find_format(form).write
    assert write is not None
    write(report, text, Gate() if gate is None else gate)
    return text.getvalue()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("form", WRITTEN)
def test_writing_takes_steps_with_the_number_of_claims(
    form: str, shape: str, reports: dict[tuple[str, int], Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph, "MOST_PAIRS", SIZES[0] // 2)
    written(form, made(shape, 4))  # what is looked up once for all
    steps, lengths = [], []
    for size in SIZES:
        fresh = evolve(reports[shape, size])  # its graph is not built yet
        gate = Gate("tension", Baseline().with_conflicts(fresh[::2]))
        write = partial(written, form, fresh, gate)
        steps.append(counted(lambda write=write: lengths.append(len(write())), package=""))  # type: ignore[misc]
    factor = SIZES[1] / SIZES[0]
    assert math.log(steps[1] / steps[0], factor) < 1.1, steps
    assert math.log(lengths[1] / lengths[0], factor) < 1.1, lengths


@pytest.mark.parametrize("shape", SHAPES)
def test_the_graph_has_an_edge_for_each_part_that_a_claim_takes(
    shape: str, reports: dict[tuple[str, int], Report]
) -> None:
    """Linear but for the clashing pairs, of which a conflict draws so many and no more."""
    for size in SIZES:
        report = evolve(reports[shape, size])
        found = report.graph
        parts = sum(len(c.claims) + len(c.statements) + len(c.items) for c in report)
        relays = sum(len(one.via) for one in report.claims)
        pairs = sum(min(c.n_pairs, graph.MOST_PAIRS) for c in report)
        kinds = [data["type"] for _, _, data in found.edges(data=True)]
        assert kinds.count("contradicts") == pairs
        assert len(kinds) - pairs <= 2 * size + 2 * parts + relays
        assert len(found) <= 5 * size + 2 * len(report) + relays


LINES = {"text": 11 * MOST_CONFLICTS, "markdown": 30 * MOST}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("form", LINES)
def test_what_a_person_reads_is_bounded(form: str, shape: str, reports: dict[tuple[str, int], Report]) -> None:
    large = written(form, reports[shape, SIZES[1]]).splitlines()
    assert len(large) <= LINES[form]
    assert all(len(line) < 2000 for line in large)
    assert form == "markdown" or [line for line in large if "… and " in line], "what is left out is counted"


def test_the_conflicts_that_are_left_out_are_counted() -> None:
    report = made("a conflict for each two", 2 * MOST_CONFLICTS + 50)
    told = written("text", report).splitlines()
    assert sum(line.startswith(("CONTRADICTION  ", "TENSION  ")) for line in told) == MOST_CONFLICTS
    assert "… and 25 more contradictions; other formats, such as json, list all" in told
    assert report.explain().splitlines() == told
    assert f"… and {len(report) - MOST} more" in written("markdown", report)
    tense = [claim(f"t{n}", "height", str(n), f"s{n}", subject="t", hedged=True) for n in range(2)]
    whole = check([*(SHAPES["a conflict for each two"](n) for n in range(2 * MOST_CONFLICTS + 2)), *tense])
    assert "… and 1 more contradiction and 1 more tension; other" in written("text", whole)
    exact = made("a conflict for each two", 2 * MOST_CONFLICTS)
    assert not [line for line in written("text", exact).splitlines() if line.startswith("… and")]
