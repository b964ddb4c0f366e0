"""Plug-ins: plain callables that other packages offer by entry points; a broken one is named, never swallowed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import EntryPoint
from typing import Any

from attrs import frozen

from conflicts.errors import PluginError


@frozen
class Plugin:
    """A callable from another package, and where it comes from, in words."""

    origin: str
    target: Callable[..., Any]


def loaded(entries: Sequence[EntryPoint], what: str, signature: str) -> Plugin | None:
    """The callable behind the only one of these entry points, or None if there is none.

    Raises `PluginError`, which names the plug-in and its package, if it cannot be loaded, is no callable, or if several
    packages claim the name. `what` is what is looked for ("the kind 'dew_point'"), `signature` how it is called.
    """
    found = {(entry.value, _package(entry)): entry for entry in entries}
    if not found:
        return None
    if len(found) > 1:
        claimed = " and ".join(sorted(map(_origin, found.values())))
        raise PluginError(f"{what} is claimed twice, by {claimed}; uninstall one of them")
    (entry,) = found.values()
    origin = _origin(entry)
    try:
        target = entry.load()
    except Exception as error:
        raise PluginError(f"{origin} cannot be loaded: {type(error).__name__}: {error}") from error
    if not callable(target):
        raise PluginError(f"{origin} is {kind_of(target)}; a callable {signature} is needed")
    return Plugin(origin, target)


def kind_of(value: object) -> str:
    """What something is, in words: "None", "a list"."""
    return "None" if value is None else f"a {type(value).__name__}"


def _package(entry: EntryPoint) -> str:
    return "an unknown package" if entry.dist is None else f"{entry.dist.name} {entry.dist.version}"


def _origin(entry: EntryPoint) -> str:
    return f"the plug-in {entry.name!r} ({entry.value}, from {_package(entry)})"
