"""The regular expressions of the package, and which of them could take more than linear time, by their structure."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

import conflicts

ALPHABET: Final = frozenset(map(chr, [*range(0x250), 0x3B1, 0x416, 0x660, *range(0x2000, 0x2200), 0x3042, 0xD800]))
"""Characters of every kind that a pattern tells apart."""
REPEATS: Final = (op.MAX_REPEAT, op.MIN_REPEAT)
Nodes = Sequence[tuple[Any, Any]]


@cache
def named() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module or a class of the package holds, by name."""
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(conflicts.__path__, "conflicts."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        holders: list[tuple[str, Any]] = [(info.name, module)]
        holders += [(f"{info.name}.{k}", v) for k, v in vars(module).items() if isinstance(v, type)]
        for where, holder in holders:
            if isinstance(holder, type) and holder.__module__ != info.name:
                continue
            for name, value in vars(holder).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found[f"{where}.{name}"] = value
    return found


def calls() -> Iterator[tuple[str, bool, str | None]]:
    """Every call of `re` in the sources: its place, whether it makes what a module or class holds, and the pattern as
    far as it is written out.
    """
    root = Path(conflicts.__file__).parent
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        bodies = [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
        held = {id(line.value) for body in bodies for line in body if isinstance(line, ast.Assign | ast.AnnAssign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                assert node.module != "re", f"{path}: import re, so that its calls are found"
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.func.attr != "escape":
                given = node.args[0]
                text = given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else None
                yield f"{path.relative_to(root).as_posix()}:{node.lineno}", id(node) in held, text


def members(node: tuple[Any, Any]) -> frozenset[str]:
    """The characters that a node for one character stands for."""
    kind, given = node
    if kind is op.LITERAL:
        return frozenset(chr(given))
    if kind is op.NOT_LITERAL:
        return ALPHABET - {chr(given)}
    if kind is op.ANY:
        return ALPHABET
    if kind is op.RANGE:
        return frozenset(c for c in ALPHABET if given[0] <= ord(c) <= given[1]) | {chr(given[0]), chr(given[1])}
    if kind is op.CATEGORY:
        test = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": lambda c: c.isalnum() or c == "_"}
        name = str(given).removeprefix("CATEGORY_")
        is_in = frozenset(filter(test[name.removeprefix("NOT_")], ALPHABET))
        return ALPHABET - is_in if name.startswith("NOT_") else is_in
    assert kind is op.IN, kind
    listed = [inner for inner in given if inner[0] is not op.NEGATE]
    found = frozenset[str]().union(*map(members, listed))
    return ALPHABET - found if len(listed) < len(given) else found


def parts(node: tuple[Any, Any]) -> list[Nodes]:
    """What stands inside a node: one sequence, or the alternatives."""
    kind, given = node
    if kind in (*REPEATS, op.POSSESSIVE_REPEAT):
        return [given[2]]
    if kind is op.SUBPATTERN:
        return [given[3]]
    if kind is op.ATOMIC_GROUP:
        return [given]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [given[1]]
    return list(given[1]) if kind is op.BRANCH else []


def letters(nodes: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Every character that can stand in what is matched; what a reference repeats can be any."""
    found: set[str] = set()
    for node in nodes:
        if node[0] in (op.GROUPREF, op.GROUPREF_EXISTS):
            found |= ALPHABET
        elif node[0] in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        elif inner := parts(node):
            found.update(*map(letters, inner))
        else:
            found |= members(node)
    return frozenset(found)


def can_be_empty(nodes: Iterable[tuple[Any, Any]]) -> bool:
    """Whether a sequence can match nothing."""
    return all(
        kind in (op.AT, op.ASSERT, op.ASSERT_NOT, op.GROUPREF)
        or (kind in (*REPEATS, op.POSSESSIVE_REPEAT) and given[0] == 0)
        or (bool(inner := parts((kind, given))) and any(map(can_be_empty, inner)))
        for kind, given in nodes
    )


def starts(nodes: Nodes) -> frozenset[str]:
    """The characters that a sequence can begin with."""
    found: set[str] = set()
    for node in nodes:
        if node[0] in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        inner = parts(node)
        found.update(*map(starts, inner)) if inner else found.update(letters([node]))
        if not can_be_empty([node]):
            break
    return frozenset(found)


def is_endless(node: tuple[Any, Any]) -> bool:
    """Whether a node repeats without a limit, and gives back what it took."""
    return node[0] in REPEATS and node[1][1] is op.MAXREPEAT


def flat(nodes: Nodes) -> list[tuple[Any, Any]]:
    """A sequence with its groups opened."""
    opened: list[tuple[Any, Any]] = []
    for node in nodes:
        opened += flat(node[1][3]) if node[0] is op.SUBPATTERN else [node]
    return opened


def _follow(row: Nodes, after: frozenset[str]) -> frozenset[str]:
    return starts(row) | (after if can_be_empty(row) else frozenset())


def _inside(nodes: Nodes, after: frozenset[str] | None) -> Iterator[str]:
    """What is doubtful in a sequence; in a repeat `after` is what can come after the sequence."""
    row = flat(nodes)
    for n, node in enumerate(row):
        kind, given = node
        most = given[1] if kind in REPEATS else 1
        if after is None and is_endless(node):
            taken = letters([node])
            for other in row[n + 1 :]:
                if is_endless(other) and taken & starts([other]):
                    yield "two repeats that share characters"
                if not taken & letters([other]) and not can_be_empty([other]):
                    break
        if after is not None:
            follow = _follow(row[n + 1 :], after)
            can_differ = can_be_empty([node]) or (kind in REPEATS and given[0] != most)
            if can_differ and kind not in (op.AT, op.ASSERT, op.ASSERT_NOT) and follow & starts([node]):
                yield "a part of a repeat that can end in several places"
            if kind is op.BRANCH:
                options = given[1]
                firsts = [starts(option) for option in options]
                alike = any(a & b for i, a in enumerate(firsts) for b in firsts[:i])
                if alike or sum(map(can_be_empty, options)) > 1:
                    yield "alternatives of a repeat that begin alike"
        for inner in parts(node):
            if kind in (op.POSSESSIVE_REPEAT, op.ATOMIC_GROUP, op.ASSERT, op.ASSERT_NOT):
                yield from _inside(inner, None)
            elif most > 1:
                yield from _inside(
                    inner, starts(inner) | (frozenset() if after is None else _follow(row[n + 1 :], after))
                )
            else:
                yield from _inside(inner, None if after is None else _follow(row[n + 1 :], after))


def _begins_anew(row: Nodes) -> bool:
    """Whether a search can go through one long run again from each of its characters."""
    for n, node in enumerate(row):
        if node[0] is op.BRANCH:
            return any(_begins_anew([*row[:n], *flat(option), *row[n + 1 :]]) for option in node[1][1])
        if node[0] in (*REPEATS, op.POSSESSIVE_REPEAT) and node[1][1] is op.MAXREPEAT:
            taken = letters([node])
            leads = all(can_be_empty([before]) or taken & letters([before]) for before in row[:n])
            if leads and not can_be_empty(row[n + 1 :]):
                return True
    return False


def doubts(pattern: str, flags: int = 0) -> set[str]:
    """Why a pattern could take more than linear time; empty if it cannot.

    - Two repeats that share characters with nothing else between; in a repeat, a part that can end in several places
      or alternatives that begin alike: one text can be taken in many ways, all tried before it is given up.
    - A repeat that takes all that stands before it, too, and that something else must follow: a search begins anew at
      each character of a long run.

    What is atomic or possessive gives nothing back, and so is looked at by itself.
    """
    parsed = parser.parse(pattern, flags)
    found = set(_inside(parsed, None))
    if _begins_anew(flat(parsed)):
        found.add("a repeat first, with more to follow")
    return found
