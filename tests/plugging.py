"""Objects as plug-ins: what an installed package would offer by entry points, for the length of a test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import EntryPoint
from types import ModuleType
from typing import Any

import pytest

Plug = Callable[[Mapping[str, object]], None]
"""Registers objects, by name."""


def plug_fixture(home: ModuleType, found: Any) -> Any:
    """A fixture that gives a `Plug` for the entry points that the module `home` looks up and `found` remembers."""

    @pytest.fixture
    def plug(monkeypatch: pytest.MonkeyPatch) -> Iterator[Plug]:
        def register(objects: Mapping[str, object]) -> None:
            module = ModuleType("a_plugin")
            vars(module).update(objects)
            monkeypatch.setitem(sys.modules, "a_plugin", module)
            entries = {name: EntryPoint(name, f"a_plugin:{name}", home.GROUP) for name in objects}
            monkeypatch.setattr(home, "_entries", lambda name: [entries[name]] if name in entries else [])
            found.cache_clear()

        yield register
        found.cache_clear()

    return plug
