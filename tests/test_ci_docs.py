"""docs/ci.md shows what the commands print, and files for other programs: sessions are run, files are read by those."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from conflicts.formats import format_of

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


def yaml(text: str) -> Any:
    """What a text says by YAML 1.2, in which `on` is a word; a key that stands twice is an error."""
    return YAML(typ="safe", pure=True).load(text)


WORKFLOW, CONFIGURATION, ALL_FILES = (text for kind, text in BLOCKS if kind == "yaml")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
STEPS = yaml(WORKFLOW)["jobs"]["check"]["steps"]
(HOOK,) = yaml(HOOKS)
# The list of the last block stands where that of the one before stands.
WHOLE = CONFIGURATION[: CONFIGURATION.index("      - id:")] + ALL_FILES

VALID: list[tuple[str, str, list[str]]] = [
    ("workflow.yml", WORKFLOW, ["check_jsonschema", "--builtin-schema", "vendor.github-workflows"]),
    (".pre-commit-hooks.yaml", HOOKS, ["pre_commit", "validate-manifest"]),
    (".pre-commit-config.yaml", CONFIGURATION, ["pre_commit", "validate-config"]),
    (".pre-commit-config.yaml", WHOLE, ["pre_commit", "validate-config"]),
]


@pytest.mark.parametrize(("name", "text", "command"), VALID)
def test_yaml_is_what_its_readers_take(tmp_path: Path, name: str, text: str, command: list[str]) -> None:
    """The hosted CI's published schema, and the reader of pre-commit itself, which warns of keys it does not know."""
    environment = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    for given, is_good in ((text, True), (re.sub("^( *-? *)(runs-on|id|rev):", r"\1x:", text, flags=re.M), False)):
        (tmp_path / name).write_text(given, encoding="utf-8")
        command_line = [sys.executable, "-m", *command, name]
        done = subprocess.run(command_line, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
        assert (done.returncode == 0) is is_good, done.stdout + done.stderr
        assert not is_good or "WARNING" not in done.stdout + done.stderr


def in_a_shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A script in which `conflicts` is the command of this tree."""
    (folder / "claims").mkdir()
    (claims,) = [text for kind, text in BLOCKS if kind == "json"]
    (folder / "claims" / "talks.jsonl").write_text(claims, encoding="utf-8")
    (folder / "claims" / "tolls.jsonl").write_text("", encoding="utf-8")
    function = f'conflicts() {{ "{sys.executable}" -m conflicts "$@"; }}\n'
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = ["bash", "-e", "-c", function + script]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=folder)


def test_the_steps_of_the_workflow(tmp_path: Path) -> None:
    install, check = (step["run"] for step in STEPS if "run" in step)
    assert install == f"pip install {PROJECT['name']}"
    write = "conflicts check claims/*.jsonl --baseline known.json --update-baseline >/dev/null\n"
    done = in_a_shell(write + check, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    (sarif,) = (step["with"]["sarif_file"] for step in STEPS if "upload-sarif" in step.get("uses", ""))
    assert json.loads((tmp_path / sarif).read_text(encoding="utf-8"))["version"] == "2.1.0"
    (python,) = (step["with"]["python-version"] for step in STEPS if "setup-python" in step.get("uses", ""))
    assert f"Programming Language :: Python :: {python}" in PROJECT["classifiers"]


FILES = ["claims/a.jsonl", "claims/a/b.JSONL", "claims/a.ndjson", "claims/a.json", "claims/a.csv", "claims/a.tsv",
         "claims/a.py", "claims/a.jsonl.bak", "tests/claims/a.jsonl", "claims.jsonl", "claims/a.txt"]  # fmt: skip


def test_the_hook_takes_the_files_that_can_be_read() -> None:
    taken = [path for path in FILES if re.search(HOOK["files"], path)]
    assert taken == [path for path in FILES if path.startswith("claims/") and format_of(path)]
    assert HOOK["language"] == "python"
    assert HOOK["require_serial"], "all files are one input"


@pytest.mark.parametrize("configuration", [CONFIGURATION, WHOLE], ids=["the changed files", "all files"])
def test_the_hook_runs_a_command_that_there_is(tmp_path: Path, configuration: str) -> None:
    (repository,) = yaml(configuration)["repos"]
    (used,) = repository["hooks"]
    assert used["id"] == HOOK["id"]
    assert repository["rev"] == f"v{PROJECT['version']}"
    command = shlex.split(HOOK["entry"])
    assert command[0] in PROJECT["scripts"]
    files = ["claims/talks.jsonl"] if used.get("pass_filenames", True) else []
    write = "conflicts check claims/*.jsonl --baseline known.json --update-baseline >/dev/null\n" if not files else ""
    done = in_a_shell(write + shlex.join([*command, *used["args"], *files]), tmp_path)
    assert (done.returncode, done.stderr) == (1 if files else 0, "")
