"""The tables: accuracy and CPU time of each reader, and the ratios that this library promises."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from judge import judge, pairs, tally
from rows import Row

if TYPE_CHECKING:
    from run import Measured

OURS = "conflicts"
BASELINE = "a call and a dict look-up"
MICRO = 1e6


def tables(rows: Sequence[Row], measured: dict[str, Measured]) -> Iterator[str]:
    yield from accuracy(rows, measured)
    yield ""
    yield from speed(rows, measured)
    yield ""
    yield from ratios(rows, measured)
    yield ""
    yield from counted_apart(rows, measured)


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for cells in lines:
        yield f"| {' | '.join(cells)} |"


def groups(rows: Sequence[Row]) -> dict[str, list[int]]:
    """The indices of the rows that count, by group; durations of a corpus are a group of their own."""
    found: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        if not row.apart:
            name = f"{row.group}: durations" if row.axis == "duration" and "phrases" not in row.group else row.group
            found.setdefault(name, []).append(n)
    return found


def accuracy(rows: Sequence[Row], measured: dict[str, Measured]) -> Iterator[str]:
    by_group = groups(rows)
    counts = {name: len(indices) // 3 if name == "numbers" else len(indices) for name, indices in by_group.items()}
    lines = []
    for name, seen in measured.items():
        if name == BASELINE:
            continue
        if seen.failure:
            lines.append([name, seen.failure.replace("|", "/"), *[""] * len(by_group)])
            continue
        cells = [name, seen.version]
        for group, indices in by_group.items():
            answers = [seen.answers[n] for n in indices]
            if all(seen.times.fresh[0][n] is None for n in indices):
                cells.append("")  # not its kind
            elif group == "numbers":
                cells.append("{:.3f}, {:.3f}".format(*pairs(answers)))
            else:
                cells.append(str(tally([rows[n] for n in indices], answers)))
        lines.append(cells)
    yield from table(["reader", "version", *(f"{name} ({n:,})" for name, n in counts.items())], lines)
    yield ""
    for name, seen in measured.items():
        if name.startswith(OURS) and seen.answers:
            yield from timex_values(name, rows, seen.answers)
    yield "Right / wrong / unread (share right); of pairs of numbers: precision, recall of contradictions."


def timex_values(name: str, rows: Sequence[Row], answers: Sequence[dict[str, Any] | None]) -> Iterator[str]:
    """How many TIMEX3 values of dates and times are the gold ones, letter by letter."""
    found = [n for n, row in enumerate(rows) if "timex" in row.given and row.given["kind"] == "time"]
    right = sum(str((answers[n] or {}).get("timex")).upper() == rows[n].given["timex"].upper() for n in found)
    if found:
        yield f"{name}: {right} of {len(found)} TIMEX3 values letter by letter ({right / len(found):.1%})."
        yield ""


def times_of(runs: Sequence[Sequence[float | None]], indices: Sequence[int]) -> list[float]:
    """The median CPU time of each row over the rounds, in seconds; only of rows that were read."""
    return [statistics.median(run[n] or 0.0 for run in runs) for n in indices if runs and runs[0][n] is not None]


def speed(rows: Sequence[Row], measured: dict[str, Measured]) -> Iterator[str]:
    of_kind = {
        "a time": [n for n, row in enumerate(rows) if row.given["kind"] == "time"],
        "a quantity": [n for n, row in enumerate(rows) if row.given["kind"] != "time"],
    }
    lines = []
    for name, seen in measured.items():
        if seen.failure:
            continue
        cells = [name, f"{statistics.median(seen.starts):.2f}"]
        for indices in of_kind.values():
            for runs in (seen.times.fresh, seen.times.later, seen.again):
                taken = times_of(runs, indices)
                cells.append(f"{statistics.fmean(taken) * MICRO:,.1f}" if taken else "")
        lines.append(cells)
    heads = ["reader", "CPU to start, s"]
    heads += [f"{kind}{when}, µs" for kind in of_kind for when in (" in a fresh process", " later", " again")]
    yield from table(heads, lines)
    yield ""
    yield "Later is in a process that has read the other half of the rows."


def ratios(rows: Sequence[Row], measured: dict[str, Measured]) -> Iterator[str]:
    """The times of others on the texts that both read, as multiples of this library's."""
    ours, least = measured[OURS], measured[BASELINE]
    lines = []
    for name, seen in measured.items():
        pair = seen.pair
        if pair is None:
            continue
        right = [k for k, n in enumerate(pair.rows) if all(is_right(rows[n], one.answers[n]) for one in (ours, seen))]
        of_phrases = [k for k, n in enumerate(pair.rows) if rows[n].group.startswith("phrases")]
        for when, our_runs, runs in (
            ("later", pair.ours.later, pair.theirs.later),
            ("fresh", pair.ours.fresh, pair.theirs.fresh),
        ):
            cells = [f"{name}, {when}"]
            for chosen in (of_phrases, right, range(len(pair.rows))):
                mine, theirs = times_of(our_runs, chosen), times_of(runs, chosen)
                each = [b / a for a, b in zip(mine, theirs, strict=True) if a]
                ratio = f"{sum(theirs) / sum(mine):.2f}× ({statistics.median(each):.2f}×)" if each else ""
                cells += [f"{len(chosen):,}", ratio]
            lines.append(cells)
    heads = ["against"]
    for what in ("our phrases that both answer", "texts that both read right", "all that both answer"):
        heads += [what, "its CPU time / ours"]
    yield from table(heads, lines)
    yield ""
    yield "Of the sums, in brackets the median of the texts; in processes that read nothing but what both answer."
    if ours.failure or least.failure:
        return
    everything = range(len(rows))
    repeated, dicts = sum(times_of(ours.again, everything)), sum(times_of(least.again, everything))
    yield f"A repeated reading takes {repeated / dicts:.1f} times as long as {BASELINE}."


def is_right(row: Row, answer: dict[str, Any] | None) -> bool:
    return bool(row.expected) and judge(row, answer) == "right"


def counted_apart(rows: Sequence[Row], measured: dict[str, Measured]) -> Iterator[str]:
    reasons: dict[tuple[str, str], list[int]] = {}
    for n, row in enumerate(rows):
        if row.apart:
            reasons.setdefault((row.group, row.apart), []).append(n)
    ours = measured[OURS]
    lines = []
    for (group, reason), indices in reasons.items():
        right = sum(judge(rows[n], ours.answers[n]) == "right" for n in indices) if ours.answers else 0
        compared = str(right) if rows[indices[0]].expected else ""
        lines.append([group, reason, str(len(indices)), compared])
    if lines:
        yield from table(["corpus", "counted apart", "rows", f"{OURS} right"], lines)


def wrong_answers(rows: Sequence[Row], answers: Sequence[dict[str, Any] | None]) -> Iterator[str]:
    """What this library gets wrong or leaves unread."""
    for row, answer in zip(rows, answers, strict=True):
        if row.apart or row.group == "numbers":
            continue
        verdict = judge(row, answer)
        if verdict != "right":
            yield f"{row.group}: {row.given['text']!r}, said {row.given.get('said')}: {verdict}"
            yield f"    expected {shown(row.expected)}, got {answer}"


def shown(expected: Sequence[Any]) -> str:
    return " or ".join(str(inside) if inside == outside else f"{inside} in {outside}" for inside, outside in expected)
