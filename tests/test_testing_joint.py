"""Stories that are impossible only as a whole: that `find_conflicts` sees it, as they were made to be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conflicts import find_conflicts
from conflicts.testing import Story, stories, telling, verdict_of

WAYS: dict[str, st.SearchStrategy[Story]] = {
    "two days are left, and both are denied": telling._left_over(),
    "the parts are more than the whole": telling._sum(),
    "each before the next, in a circle": telling._circle(),
    "any of these": stories("jointly impossible"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_jointly_impossible_story_is_one_joint_contradiction_of_all_its_claims(way: str) -> None:
    @settings(max_examples=60, derandomize=True, deadline=None)
    @given(WAYS[way])
    def holds(story: Story) -> None:
        report = find_conflicts(story.claims, story.vocabulary)
        assert verdict_of(report) == story.verdict, f"{story}\n{report.explain()}"
        (conflict,) = report.contradictions
        assert {claim.id for claim in conflict.claims} == {claim.id for claim in story.claims}, str(story)
        assert not report.unread, str(story)

    holds()


@settings(max_examples=30, derandomize=True, deadline=None)
@given(stories("jointly impossible"), st.integers(0, 3))
def test_without_one_of_its_claims_the_rest_can_hold(story: Story, which: int) -> None:
    left = [claim for n, claim in enumerate(story.claims) if n != which % len(story.claims)]
    report = find_conflicts(left, story.vocabulary)
    assert verdict_of(report) == "agreeing", f"{story}\n{report.explain()}"
