"""The README shows what the commands print; its examples run as doctests."""

from __future__ import annotations

from pathlib import Path

import pytest

from conflicts.cli import main

ROOT = Path(__file__).parent.parent


def test_the_readme_shows_what_check_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "seeds/peace_talks.jsonl"]) == 1
    printed = capsys.readouterr().out
    assert f"```text\n{printed}```" in (ROOT / "README.md").read_text(encoding="utf-8")
