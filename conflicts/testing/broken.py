"""How a broken law is told, and how Hypothesis is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import hypothesis
from hypothesis import HealthCheck, Phase
from hypothesis.errors import HypothesisException

from conflicts.claims import Claim
from conflicts.errors import ConflictsError
from conflicts.testing.pasting import paste

T = TypeVar("T")


class BrokenLaw(ConflictsError, AssertionError):
    """A law that does not hold: `law` in words, `why`, and the smallest `story` found that breaks it."""

    def __init__(self, law: str, why: str, story: Sequence[Claim] = ()) -> None:
        shown = f"\n\n{paste(story)}\n" if story else ""
        super().__init__(f"this law does not hold: {law}\n{why}{shown}")
        self.law = law
        self.why = why
        self.story = tuple(story)


def told(law: str, why: Callable[[], str | None], story: Sequence[Claim] = ()) -> None:
    """Raise `BrokenLaw` if `why()` has something to say, or fails."""
    try:
        reason = why()
    except (BrokenLaw, HypothesisException):
        raise
    except Exception as error:
        raise BrokenLaw(law, f"it raised {type(error).__name__}: {error}", story) from error
    if reason:
        raise BrokenLaw(law, reason, story)


def for_all(
    strategy: hypothesis.strategies.SearchStrategy[T],
    body: Callable[[T], None],
    *,
    max_examples: int,
    settings: hypothesis.settings | None = None,
) -> None:
    """Run `body` over the examples of a strategy; the smallest one that breaks a law is told, and nothing else.

    Deterministic unless `settings` say otherwise: the same examples in every run, no database, no deadline.
    """
    chosen = settings or hypothesis.settings(
        max_examples=max_examples,
        derandomize=True,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],  # to explain takes longest, and is not shown
        suppress_health_check=list(HealthCheck),
    )

    @chosen
    @hypothesis.given(strategy)
    def holds(example: T) -> None:
        body(example)

    broken: BrokenLaw | None = None
    cause: Any = None
    try:
        holds()
    except BrokenLaw as error:
        broken, cause = BrokenLaw(error.law, error.why, error.story), error.__cause__
    if broken is not None:  # raised anew, for Hypothesis has added the example in its own words
        raise broken from cause
