"""The pytest plug-in: each claims file is a test, and a fixture checks claims that a test has made.

    [tool.pytest.ini_options]
    conflicts_files = ["claims/*.jsonl"]

makes one test of each file (`claims/talks.jsonl::conflicts`), which fails with the text that `conflicts check` prints
of that file. Without the option nothing is collected, and nothing of this package is imported but this module.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import pytest

if TYPE_CHECKING:
    from conflicts.claims import Claim
    from conflicts.gate import Gate
    from conflicts.report import Report
    from conflicts.vocabulary import Vocabulary

FAIL_ON: Final = ("contradiction", "tension", "never")
_FILES: Final = pytest.StashKey[frozenset[Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options of the configuration file."""
    parser.addini("conflicts_files", "claims files to check, as patterns from the root folder", "linelist", [])
    parser.addini("conflicts_vocabulary", "a vocabulary file, joined onto the newsroom's", "string", "")
    parser.addini("conflicts_fail_on", f"the mildest finding that fails: {', '.join(FAIL_ON)}", "string", "tension")
    parser.addini("conflicts_baseline", "a file of known conflicts, which do not fail", "string", "")


def pytest_configure(config: pytest.Config) -> None:
    """Find the claims files, and add those that `testpaths` leaves out to what is collected."""
    patterns: list[str] = config.getini("conflicts_files")
    files = [path for pattern in patterns for path in _matching(config, pattern)]
    config.stash[_FILES] = frozenset(files)
    if patterns and not files:  # a gate that checks nothing must not look green
        raise pytest.UsageError(f"conflicts_files: no file in {config.rootpath} matches {', '.join(patterns)}")
    if patterns and config.getini("conflicts_fail_on") not in FAIL_ON:
        given = config.getini("conflicts_fail_on")
        raise pytest.UsageError(f"conflicts_fail_on: {given!r} is not one of {', '.join(FAIL_ON)}")
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        tops = [Path(os.path.abspath(config.invocation_params.dir / arg)) for arg in config.args]
        config.args += [str(path) for path in dict.fromkeys(files) if not any(map(path.is_relative_to, tops))]


def _matching(config: pytest.Config, pattern: str) -> list[Path]:
    try:
        return sorted(Path(os.path.abspath(path)) for path in config.rootpath.glob(pattern) if path.is_file())
    except (ValueError, NotImplementedError) as error:
        raise pytest.UsageError(
            f"conflicts_files: {pattern!r} is not a pattern from the root folder: {error}"
        ) from None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ClaimsFile | None:
    """Collect a file that `conflicts_files` names."""
    return (
        ClaimsFile.from_parent(parent, path=file_path)
        if file_path in parent.config.stash.get(_FILES, frozenset())
        else None
    )


class ClaimsFile(pytest.File):
    """A claims file, with one test."""

    def collect(self) -> Iterator[ClaimsItem]:
        """The test of the file."""
        yield ClaimsItem.from_parent(self, name="conflicts")


class ClaimsItem(pytest.Item):
    """The check of one claims file."""

    def runtest(self) -> None:
        """Check the file as `conflicts check` does; the failure is what that prints."""
        from conflicts.api import check_files, report_on
        from conflicts.cli import told
        from conflicts.errors import ConflictsError

        try:
            vocabulary = _vocabulary(self.config)
            report = report_on(check_files(_shown(self.path), vocabulary=vocabulary), vocabulary)
            text = _failure(report, _gate(self.config))
        except ConflictsError as error:
            text = told(error)
        if text is not None:
            pytest.fail(text, pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """What the summary calls the test."""
        return self.path, None, f"conflicts check {_shown(self.path)}"


def _shown(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return str(path)


def _vocabulary(config: pytest.Config) -> Vocabulary:
    from conflicts.cli import vocabulary_of

    given = config.getini("conflicts_vocabulary")
    return vocabulary_of(_shown(config.rootpath / given) if given else None)


def _gate(config: pytest.Config) -> Gate:
    from conflicts.errors import InputError
    from conflicts.gate import Baseline, Gate

    given = config.getini("conflicts_baseline")
    path = _shown(config.rootpath / given) if given else None
    try:
        baseline = None if path is None else Baseline.load(path)
    except FileNotFoundError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    return Gate(config.getini("conflicts_fail_on"), baseline)


def _failure(report: Report, gate: Gate) -> str | None:
    """The report in text if it does not pass the gate. What a part of the claims has no conflict for is not settled."""
    from io import StringIO

    from conflicts.formats.text import write

    gate = gate.within(report)
    if not gate.fails(report):
        return None
    text = StringIO()
    write(report, text, gate)
    return text.getvalue()


class AssertConsistent(Protocol):
    """Fails the test with the text of the report if claims cannot all be true; returns the report if they can."""

    def __call__(
        self, claims: Iterable[Claim | Mapping[str, Any]] | Any, vocabulary: Vocabulary | None = None
    ) -> Report: ...


@pytest.fixture
def assert_consistent(pytestconfig: pytest.Config) -> AssertConsistent:
    """`assert_consistent(claims, vocabulary=None)` fails if the claims are in conflict, with the text of the report.

    `claims` is all that `find_conflicts` takes. The vocabulary is that of the option `conflicts_vocabulary`, or the
    newsroom's, if none is given; `conflicts_fail_on` says what fails and `conflicts_baseline` what is known.
    """

    def check(claims: Iterable[Claim | Mapping[str, Any]] | Any, vocabulary: Vocabulary | None = None) -> Report:
        __tracebackhide__ = True
        from conflicts.api import find_conflicts

        report = find_conflicts(claims, _vocabulary(pytestconfig) if vocabulary is None else vocabulary)
        text = _failure(report, _gate(pytestconfig))
        if text is not None:
            raise AssertionError(text)
        return report

    return check
