"""Strategies for what comes out: reports, conflicts, detectors that have seen claims."""

from __future__ import annotations

from hypothesis import strategies as st

from conflicts.api import find_conflicts
from conflicts.detector import Detector
from conflicts.report import Conflict, Report
from conflicts.testing.telling import Story, stories


def reports() -> st.SearchStrategy[Report]:
    """Reports on stories, most of them with a conflict."""
    return stories().map(lambda story: find_conflicts(story.claims, story.vocabulary))


def disputed() -> st.SearchStrategy[Conflict]:
    """Conflicts, one of a story that has one."""
    return stories("conflicting").map(lambda story: find_conflicts(story.claims, story.vocabulary)[0])


def detectors() -> st.SearchStrategy[Detector]:
    """Detectors that have seen a story."""

    def made(story: Story) -> Detector:
        detector = Detector(story.vocabulary)
        detector.add(story.claims)
        return detector

    return stories().map(made)
