"""docs/ci.md shows what the commands print; a session in it is run as it stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_the_sessions(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (claims,) = [text for kind, text in BLOCKS if kind == "json"]
    (tmp_path / "claims" / "talks.jsonl").write_text(claims, encoding="utf-8")
    sessions = "".join(text for kind, text in BLOCKS if kind == "console")
    shown = [entry.partition("\n") for entry in re.split(r"^\$ ", sessions, flags=re.MULTILINE)[1:]]
    script = f'conflicts() {{ "{sys.executable}" -m conflicts "$@"; }}\n'
    script += "\n".join(f"{command}\ncode=$?; printf '\\1'; (exit $code)" for command, _, _ in shown)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, env=environment, cwd=tmp_path)
    printed = done.stdout.decode().split("\1")[:-1]
    assert [(command, text) for (command, _, _), text in zip(shown, printed, strict=True)] == [
        (command, text) for command, _, text in shown
    ]
    assert done.stderr == b""


def test_the_options_of_the_plug_in(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    (options,) = [text for kind, text in BLOCKS if kind == "toml"]
    assert tomllib.loads(options)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makefile(".toml", pyproject=options)
    pytester.mkdir("claims").joinpath("a.jsonl").touch()
    result = pytester.runpytest_inprocess("-p", "conflicts.pytest_plugin", "--help")
    for option in tomllib.loads(options)["tool"]["pytest"]["ini_options"]:
        result.stdout.fnmatch_lines([f"  {option} (*"])


def test_the_hook_runs_a_command_that_there_is() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"^  entry: conflicts (\w+)$", hook, re.MULTILINE)
    (files,) = re.findall(r"^  files: (.+)$", hook, re.MULTILINE)
    assert entry == "check"
    assert re.search(files, "claims/a/b.jsonl")
    assert not re.search(files, "tests/claims/a.py")
