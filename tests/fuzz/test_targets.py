"""The fuzz targets on their own seeds, on what fuzzing found and on any bytes: a quick look.

The long runs are `python benchmarks/fuzz/run.py`.
"""

from __future__ import annotations

import importlib
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FOLDER = Path(__file__).parents[2] / "benchmarks" / "fuzz"
QUICK = settings(derandomize=True, deadline=None, max_examples=40)


@pytest.fixture(scope="module", autouse=True)
def _importable() -> Iterator[None]:
    sys.path.insert(0, str(FOLDER))
    yield
    sys.path.remove(str(FOLDER))


def module(name: str) -> Any:
    """A module of the harness; it is no package, and so runs where it stands."""
    return importlib.import_module(name)


TARGETS = ("read", "constraint", "vocabulary", "claims", "baseline", "command")
FOUND: list[tuple[str, bytes, str]] = [
    ("constraint", b"\n______________<_____", "an attribute without a letter had no words"),
    ("claims", b"\2subject,attribute,value,source,via\nx,killed,5,a,b" + b" " * 3000 + b"c\n", "blanks between relays"),
]


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds_are_good(target: str) -> None:
    seeds = list(module("seeds").SEEDS[target]())
    assert len(seeds) >= 2
    for data in random.Random(1).sample(seeds, min(40, len(seeds))):
        module("targets").run(target, data)


@pytest.mark.parametrize(("target", "data", "why"), FOUND)
def test_what_was_found(target: str, data: bytes, why: str) -> None:
    module("targets").run(target, data)


@pytest.mark.parametrize("target", TARGETS)
def test_any_bytes(target: str) -> None:
    @QUICK
    @given(st.binary(max_size=200))
    def check(data: bytes) -> None:
        module("targets").run(target, data)

    check()


def test_what_is_a_finding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The harness itself: an error that is not the library's own is kept, once a place; the library's own are fine."""
    targets, log = module("targets"), module("run").Log(tmp_path, "read")

    def breaks(data: bytes) -> None:
        if data.startswith(b"bad"):
            raise KeyError("gone")
        raise targets.ConflictsError("as it should" if data else "")

    monkeypatch.setitem(targets.TARGETS, "read", breaks)
    for data in (b"good", b"bad", b"bad again", b"", b"good"):
        log.one(targets.run, data)
    assert log.tried == 5
    assert list(log.found.values()) == ["b'bad'", "b''"]
    assert [what.partition(":")[0] for what in log.found] == ["KeyError", "BrokenPromise"]


def test_a_short_run(tmp_path: Path) -> None:
    command = [sys.executable, str(FOLDER / "run.py"), "baseline", "--seconds", "1", "--engine", "plain"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(FOLDER.parents[1])}
    )
    assert done.stderr == ""
    name, engine, _, tried, _, found = (cell.strip() for cell in done.stdout.splitlines()[-1].strip("|").split("|"))
    assert (name, engine, found) == ("baseline", "plain", "0")
    assert int(tried.replace(",", "")) > 2
