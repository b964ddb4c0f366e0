"""What Hypothesis calls at its start (entry point "hypothesis"), so that `st.from_type(Claim)` finds the strategies.

Nothing of this package is loaded then but this file: Hypothesis keeps a table of resolvers for packages whose types it
may or may not meet, and asks them for a type it does not know. Where a version has no such table, every type is
registered at once.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

STRATEGIES: Final = {
    "Claim": ("conflicts", "claiming:claims"),
    "Conflict": ("conflicts", "reports:disputed"),
    "Declaration": ("conflicts.vocabulary", "wording:declarations"),
    "Detector": ("conflicts", "reports:detectors"),
    "Extent": ("conflicts.values.extent", "sets:extents"),
    "Printed": ("conflicts.testing", "printing:printed"),
    "Report": ("conflicts", "reports:reports"),
    "Story": ("conflicts.testing", "telling:stories"),
    "Value": ("conflicts", "printing:any_values"),
    "Vocabulary": ("conflicts", "wording:vocabularies"),
}
"""For each type where it is found, and its strategy, as module:name. Enumerations need none."""


def register() -> None:
    """Tell Hypothesis of the types of this package, without importing them."""
    try:
        from hypothesis.strategies._internal.types import _global_extra_lookup as resolvers
    except ImportError:
        _register_all()
    else:
        resolvers["conflicts"] = strategy_of


def strategy_of(thing: Any) -> SearchStrategy[Any] | None:
    """The strategy for a type of this package, or None if there is none."""
    home, name = getattr(thing, "__module__", None), getattr(thing, "__qualname__", "")
    if not isinstance(home, str) or not home.startswith("conflicts.") or name not in STRATEGIES:
        return None
    module, strategy = STRATEGIES[name]
    return _strategy(strategy) if getattr(import_module(module), name) is thing else None


def _strategy(name: str) -> SearchStrategy[Any]:
    module, _, function = name.partition(":")
    found: SearchStrategy[Any] = getattr(import_module(f"conflicts.testing.{module}"), function)()
    return found


def _register_all() -> None:
    from hypothesis.strategies import register_type_strategy

    for name, (module, strategy) in STRATEGIES.items():
        register_type_strategy(getattr(import_module(module), name), partial(_registered, strategy))


def _registered(name: str, thing: Any) -> SearchStrategy[Any]:
    return _strategy(name)
