"""Branch coverage: python benchmarks/coverage/run.py [ARGUMENTS OF PYTEST]

Runs the tests with the doctests, and measures them with every process that they start. Prints the modules, the least
covered first. Fails if a test fails, if the whole or its branches alone are below `fail_under` (pyproject.toml), or a
module is below FLOOR. Needs `coverage` beside the test dependencies.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOOR = 90
"""Percent of the branches and statements of each module."""
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
LEFT_OUT = "not ulimit"
"""Tests that limit the size of files: what is measured is written to a file too."""


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        data = os.environ | {"COVERAGE_FILE": str(Path(folder, ".coverage"))}
        report = Path(folder, "report.json")

        def coverage(*command: str) -> int:
            command = (sys.executable, "-m", "coverage", *command)
            return subprocess.run(command, check=False, cwd=ROOT, env=data).returncode

        failed = coverage("run", "-m", "pytest", "-p", "no:cacheprovider", "-k", LEFT_OUT, *arguments)
        coverage("combine", "--quiet")
        coverage("json", "--quiet", "--fail-under=0", "-o", str(report))
        found = json.loads(report.read_text(encoding="utf-8"))
        too_low = coverage("report", "--precision=1", "--sort=cover")
    whole = found["totals"]
    branches = 100 * whole["covered_branches"] / whole["num_branches"]
    low = [name for name, file in found["files"].items() if file["summary"]["percent_covered"] < FLOOR]
    print(f"branches alone: {branches:.1f} %; modules below {FLOOR} %: {', '.join(sorted(low)) or 'none'}")
    return int(bool(failed or too_low or low) or branches < SETTINGS["report"]["fail_under"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
