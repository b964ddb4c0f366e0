"""How Hypothesis is asked in all tests and doctests, unless one asks otherwise."""

from __future__ import annotations

from hypothesis import Phase, settings

settings.register_profile(
    "suite",
    derandomize=True,
    database=None,  # every run is the first one
    deadline=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],  # to explain what fails takes longer than to find it
)
settings.load_profile("suite")
