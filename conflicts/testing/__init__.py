"""Property tests that run in your own CI: Hypothesis strategies for every public type, and the laws that must hold.

Takes the extra `[testing]`. Three checks are for plain test functions::

    from conflicts.testing import check_format, check_value_laws, check_vocabulary

    def test_our_vocabulary():
        check_vocabulary("newsroom/vocabulary.toml")

`st.from_type(Claim)` works wherever the package is installed. Names are imported when first used: Hypothesis loads this
package at its start, and must not pay for it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from conflicts.testing.adapters import check_format
    from conflicts.testing.broken import BrokenLaw
    from conflicts.testing.claiming import chains, claim_lists, claims, moments
    from conflicts.testing.kind_laws import check_value_laws
    from conflicts.testing.laws import LAWS, Law, check_claims
    from conflicts.testing.pasting import paste
    from conflicts.testing.printing import (
        Printed,
        choices,
        durations,
        events,
        flags,
        names,
        places,
        printed,
        quantities,
        times,
    )
    from conflicts.testing.sets import extents, intervals, values
    from conflicts.testing.telling import Story, stories, verdict_of
    from conflicts.testing.vocabulary_laws import check_vocabulary
    from conflicts.testing.wording import declarations, vocabularies

_HOMES = {
    "BrokenLaw": "broken",
    "LAWS": "laws",
    "Law": "laws",
    "Printed": "printing",
    "Story": "telling",
    "chains": "claiming",
    "check_claims": "laws",
    "check_format": "adapters",
    "check_value_laws": "kind_laws",
    "check_vocabulary": "vocabulary_laws",
    "choices": "printing",
    "claim_lists": "claiming",
    "claims": "claiming",
    "declarations": "wording",
    "durations": "printing",
    "events": "printing",
    "extents": "sets",
    "flags": "printing",
    "intervals": "sets",
    "moments": "claiming",
    "names": "printing",
    "paste": "pasting",
    "places": "printing",
    "printed": "printing",
    "quantities": "printing",
    "stories": "telling",
    "times": "printing",
    "values": "sets",
    "verdict_of": "telling",
    "vocabularies": "wording",
}

__all__ = [
    "LAWS",
    "BrokenLaw",
    "Law",
    "Printed",
    "Story",
    "chains",
    "check_claims",
    "check_format",
    "check_value_laws",
    "check_vocabulary",
    "choices",
    "claim_lists",
    "claims",
    "declarations",
    "durations",
    "events",
    "extents",
    "flags",
    "intervals",
    "moments",
    "names",
    "paste",
    "places",
    "printed",
    "quantities",
    "stories",
    "times",
    "values",
    "verdict_of",
    "vocabularies",
]


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(f"module 'conflicts.testing' has no attribute {name!r}")
    from importlib import import_module

    try:
        home = import_module(f"conflicts.testing.{_HOMES[name]}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "hypothesis":
            raise
        from conflicts.gazetteer import MissingExtraError

        raise MissingExtraError("conflicts.testing needs the extra testing: pip install 'conflicts[testing]'") from None
    return getattr(home, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
