"""Kinds of values that other packages add: plain callables behind entry points of the group "conflicts.values".

The name of an entry point is the name of the kind in a vocabulary, the object a callable `(text, settings) -> Value`
that raises `UnreadError` for a text it cannot read. A built-in kind's name always means the built-in kind. A plug-in is
looked up and loaded when a vocabulary first names its kind, never before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from conflicts.errors import PluginError, UnreadError
from conflicts.plugins import kind_of, loaded
from conflicts.values.value import Value

if TYPE_CHECKING:
    from conflicts.reading.settings import Settings

GROUP: Final = "conflicts.values"
OwnReader: TypeAlias = "Callable[[str, Settings], Value]"


@frozen
class OwnKind:
    """A kind that another package adds: its name, where it comes from, in words, and what reads it."""

    name: str
    origin: str
    reader: Callable[..., Any]

    def read(self, text: str, settings: Settings) -> Value:
        """Read a text. Raises `UnreadError` if the plug-in does, `PluginError` if it does anything else amiss."""
        try:
            value = self.reader(text, settings)
        except UnreadError:
            raise
        except Exception as error:
            raise PluginError(
                f"{self.origin} raised {type(error).__name__} on {text!r}: {error}; "
                "for what it cannot read it must raise UnreadError"
            ) from error
        if not isinstance(value, Value):
            raise PluginError(
                f"{self.origin} returned {kind_of(value)} on {text!r}; "
                "it must return a Value, or raise UnreadError for what it cannot read"
            )
        return value


@cache
def find_kind(name: str) -> OwnKind | None:
    """The plug-in for the kind of that name, loaded, or None if no installed package has one.

    Raises `PluginError`, which names the plug-in and its package, if it cannot be loaded, is no callable, or if
    several packages claim the name.
    """
    plugin = loaded(_entries(name), f"the kind {name!r}", "(text, settings) -> Value")
    return None if plugin is None else OwnKind(name, plugin.origin, plugin.target)


def read_own(text: str, settings: Settings) -> Value:
    """Read a text of the kind `settings.kind`, which is not built in. Raises as `OwnKind.read` does.

    Raises `PluginError` too if no installed package reads that kind.
    """
    own = find_kind(settings.kind or "")
    if own is None:
        raise PluginError(f"no installed package reads the kind {settings.kind!r} (entry points of {GROUP!r})")
    return own.read(text, settings)


def own_kinds() -> list[str]:
    """The names of the kinds that installed packages add, sorted; none of them is loaded."""
    return sorted({entry.name for entry in entry_points(group=GROUP)})


def _entries(name: str) -> Sequence[EntryPoint]:
    return tuple(entry_points(group=GROUP, name=name))
