"""Mutation testing: python benchmarks/mutation/run.py [--sample N] [--seed S] [--only PART] [--survivors FILE]

Makes a small change to a module ("<" becomes "<=", a 1 a 2, a decorator goes) and runs the tests that answer for the
module (targets.toml): if none of them fails, the mutant survived, and a test may be missing. The changes are those of
cosmic-ray's operators, but for those in type annotations, which change nothing, and to "is". Of each module N
are drawn at random.

Each mutant runs in a process of its own, forked from one that has loaded all but this library, so the tree is never
written to. More CPU time than eight times what the tests take unchanged, and then some, counts as killed; Hypothesis
does not shrink what it found. Needs `cosmic-ray` beside the test dependencies, and a system that can fork.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib.abc
import importlib.util
import json
import os
import random
import re
import resource
import signal
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MEMORY = 3 << 30
Position = tuple[int, int]
IDENTITY = re.compile(r"ReplaceComparisonOperator_(.*_(Is|IsNot)|Is_Eq|IsNot_NotEq)$")
"""Left out: whether equal strings or small numbers are one object is the interpreter's affair, and None and the members
of an enumeration are equal to themselves alone.
"""


class Mutant(NamedTuple):
    """The n-th change that an operator can make to a module, from one place in it to another."""

    operator: str
    arguments: dict[str, Any]
    occurrence: int
    start: Position
    end: Position


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from changed source."""

    def __init__(self, path: Path, source: str) -> None:
        self._name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        self._path, self._source = path, source

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, ROOT / self._path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._source, str(ROOT / self._path), "exec"), module.__dict__)


def annotations(source: str) -> list[tuple[Position, Position]]:
    """Where types stand, which nothing evaluates."""
    found: list[ast.expr | None] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            found.append(node.returns)
        elif isinstance(node, ast.arg | ast.AnnAssign):
            found.append(node.annotation)
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
                found.append(node.value)
    return [
        ((node.lineno, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)) for node in found if node
    ]


def operations(source: str) -> list[tuple[Position, Position]]:
    """Where two things are worked into one: a "*" elsewhere, in a signature, is no operator."""
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.BinOp)]
    return [((x.left.end_lineno or 0, x.left.end_col_offset or 0), (x.right.lineno, x.right.col_offset)) for x in found]


def mutants(source: str) -> Iterator[Mutant]:
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.plugins import get_operator, operator_names

    tree, types, binary = get_ast(source), annotations(source), operations(source)
    for name in operator_names():
        operator = get_operator(name)
        if operator.arguments() or IDENTITY.search(name):
            continue
        occurrence = -1
        for node in ast_nodes(tree):
            for start, end in operator().mutation_positions(node):
                occurrence += 1
                if any(lo <= start and end <= hi for lo, hi in types):
                    continue
                if "BinaryOperator" not in name or any(lo <= start and end <= hi for lo, hi in binary):
                    yield Mutant(name, {}, occurrence, start, end)


def changed(source: str, mutant: Mutant) -> str:
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    return str(mutate_code(source, get_operator(mutant.operator)(**mutant.arguments), mutant.occurrence))


def passes(path: Path, source: str, tests: Sequence[str], seconds: int) -> tuple[bool, float]:
    """Whether the tests hold with a module changed, and how much CPU time they took."""
    child = os.fork()
    if not child:
        code = 1
        try:
            code = _test(path, source, tests, seconds)
        finally:
            os._exit(code)
    _, status, usage = os.wait4(child, 0)
    return status == 0, usage.ru_utime + usage.ru_stime


def _test(path: Path, source: str, tests: Sequence[str], seconds: int) -> int:
    import pytest
    from hypothesis import Phase, settings

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(10 * seconds)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.chdir(ROOT)
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    sys.meta_path.insert(0, Changed(path, source))
    settings.register_profile("mutants", phases=[Phase.explicit, Phase.generate], database=None)
    settings.load_profile("mutants")
    options = ["-x", "-q", "-c", os.devnull, "--rootdir", str(ROOT), "--assert=plain", "-p", "no:cacheprovider"]
    return int(
        pytest.main(
            [*options, "--doctest-modules", "-o", "doctest_optionflags=NORMALIZE_WHITESPACE", str(path), *tests]
        )
    )


def preload() -> None:
    """Load what every test needs, but nothing of this library."""
    import cosmic_ray.mutating
    import dateutil.rrule
    import dateutil.tz
    import hypothesis
    import networkx
    import pytest
    import z3

    modules = (cosmic_ray.mutating, dateutil.rrule, dateutil.tz, hypothesis, networkx, pytest, z3)
    assert all(modules)
    assert "conflicts" not in sys.modules


def targets() -> Iterator[tuple[str, str, list[str]]]:
    """The groups of targets.toml, with each module and the tests that answer for it: its own ones come first."""
    for group, modules in tomllib.loads((HERE / "targets.toml").read_text()).items():
        shared = modules.pop("tests", [])
        for module, own in modules.items():
            yield group, module, own + shared


def difference(path: Path, source: str, mutated: str, mutant: Mutant) -> str:
    lines = difflib.unified_diff(source.splitlines(), mutated.splitlines(), n=0, lineterm="")
    kept = [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    return f"{path}:{mutant.start[0]} {mutant.operator.removeprefix('core/')}\n" + "\n".join(f"    {x}" for x in kept)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sample", type=int, default=40, help="how many mutants of each module; 0 for all")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="a part of targets.toml, or of a module's path")
    options.add_argument("--survivors", type=Path, help="write the changes that survived to this file")
    options.add_argument("--seconds", type=int, default=0, help="the CPU time a mutant may take, if not by the tests")
    given = options.parse_args()
    preload()
    total = killed = 0
    survivors: list[str] = []
    for group, name, tests in targets():
        if given.only not in group and given.only not in name:
            continue
        path = Path(name)
        source = (ROOT / path).read_text()
        works, seconds = passes(path, source, tests, 600)
        if not works:
            sys.exit(f"{name}: the tests fail without any change: {' '.join(tests)}")
        all_mutants = list(mutants(source))
        drawn = random.Random(f"{given.seed} {name}")
        n = min(given.sample or len(all_mutants), len(all_mutants))
        chosen = sorted(drawn.sample(all_mutants, n), key=lambda mutant: mutant.start)
        started, dead = time.monotonic(), 0
        for mutant in chosen:
            mutated = changed(source, mutant)
            survives, _ = passes(path, mutated, tests, given.seconds or int(8 * seconds) + 5)
            dead += not survives
            if survives:
                survivors.append(difference(path, source, mutated, mutant))
                if given.survivors:
                    given.survivors.write_text("\n".join(survivors) + "\n")
        total, killed = total + n, killed + dead
        row = {"module": name, "mutants": len(all_mutants), "tried": n, "killed": dead}
        spent = {"tests": round(seconds, 1), "wall": round(time.monotonic() - started)}
        print(json.dumps(row | {"share": f"{dead / n:.0%}"} | spent), flush=True)
    if total:
        print(f"{killed} of {total} killed: {killed / total:.1%}")


if __name__ == "__main__":
    main()
