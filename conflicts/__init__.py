"""Find contradictions between sources.

Claims are assertions attributed to sources; `find_conflicts(claims)` says which cannot all be true, why, and who stands
on which side. Names are imported when first used, so that `import conflicts` costs next to nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from conflicts.api import find_conflicts, load, read
    from conflicts.claims import Claim
    from conflicts.detector import Detector
    from conflicts.disputes import Severity
    from conflicts.errors import ConflictsError, InputError, UnreadError, VocabularyError
    from conflicts.report import Conflict, Report
    from conflicts.values.value import Relation, Value
    from conflicts.vocabulary import Vocabulary

_HOMES = {
    "Claim": "claims",
    "Conflict": "report",
    "ConflictsError": "errors",
    "Detector": "detector",
    "InputError": "errors",
    "Relation": "values.value",
    "Report": "report",
    "Severity": "disputes",
    "UnreadError": "errors",
    "Value": "values.value",
    "Vocabulary": "vocabulary",
    "VocabularyError": "errors",
    "find_conflicts": "api",
    "load": "api",
    "read": "api",
}

__all__ = [
    "Claim",
    "Conflict",
    "ConflictsError",
    "Detector",
    "InputError",
    "Relation",
    "Report",
    "Severity",
    "UnreadError",
    "Value",
    "Vocabulary",
    "VocabularyError",
    "find_conflicts",
    "load",
    "read",
]


def __getattr__(name: str) -> "Any":
    if name in _HOMES:
        from importlib import import_module

        found = getattr(import_module(f"conflicts.{_HOMES[name]}"), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module 'conflicts' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
