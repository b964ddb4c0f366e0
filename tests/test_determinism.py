"""The same claims give the same bytes: whatever the hash seed, the time zone, the locale, the order and the threads."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from stories import claim, when

from conflicts import Claim, Report, Vocabulary, find_conflicts, load, read

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "peace_talks.jsonl"
JOINT = [
    claim("a", "before", "the vote", "Ann", subject="the strike"),
    claim("b", "before", "the truce", "Bob", subject="the vote"),
    claim("c", "before", "the strike", "Cyd", subject="the truce"),
    claim("d", "killed", "12", "Dov"),
    claim("e", "killed_children", "5", "Eva"),
    claim("f", "killed_women", "9", "Fay"),
    claim("g", "guest", "Ann", "Dov"),
    when("h", "Wednesday or Thursday", "Gus"),
    when("i", "not on Wednesday", "Hal"),
    when("j", "not on Thursday", "Ida"),
    when("k", "8 p.m. GMT on Wednesday", "Jim"),
]

MACHINES: list[tuple[dict[str, str], str]] = [
    (
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        "no random hashes, a clock far ahead, no locale",
    ),
    (
        {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        "other hashes, a clock behind, a locale with a dotless i",
    ),
    (
        {"PYTHONHASHSEED": "9", "LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
        "others still, another encoding",
    ),
    ({"PYTHONHASHSEED": "4294967295", "PYTHONOPTIMIZE": "2"}, "without assertions and docstrings"),
]
"""Each differs from the first run in several ways; a start of Python takes longer than the work."""
FORMATS = ("json", "text", "sarif", "graphml")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    joint = tmp_path_factory.mktemp("stories") / "joint.jsonl"
    joint.write_text("\n".join(json.dumps(c.to_dict()) for c in JOINT), encoding="utf-8")
    return [str(SEED), str(joint)]


CHECK = """
import sys
from conflicts.cli import main
for format in sys.argv[1].split():
    main(["check", *sys.argv[2:], "--format", format])
"""


def printed(files: list[str], machine: dict[str, str]) -> bytes:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, "-c", CHECK, " ".join(FORMATS), *files],
        capture_output=True,
        check=True,
        env=environment | {"PYTHONPATH": str(ROOT)} | machine,
    )
    assert done.stderr == b""
    return done.stdout


@pytest.fixture(scope="module")
def expected(files: list[str]) -> bytes:
    return printed(files, {"PYTHONHASHSEED": "42", "TZ": "UTC", "LC_ALL": "C.UTF-8"})


def test_the_stories_have_what_could_differ(files: list[str], expected: bytes) -> None:
    report = find_conflicts(load(*files))
    assert sum(conflict.joint for conflict in report) >= 1
    assert any(not conflict.joint for conflict in report)
    assert all(conflict.fingerprint.encode() in expected for conflict in report)


@pytest.mark.parametrize(("machine", "why"), MACHINES)
def test_the_same_bytes_on_every_machine(files: list[str], expected: bytes, machine: dict[str, str], why: str) -> None:
    assert printed(files, machine) == expected, why


def told(report: Report) -> str:
    return json.dumps(report.to_dict()["conflicts"])


def test_threads_share_a_vocabulary() -> None:
    """Every thread meets the caches of a vocabulary cold and at the same moment, each with the claims shuffled."""
    stories = [JOINT, [c for c in load(SEED) if isinstance(c, Claim)]]
    shuffled = []
    for n in range(8):
        story = list(stories[n % 2])
        random.Random(n).shuffle(story)
        shuffled.append(story)
    expected = [told(find_conflicts(story, Vocabulary.default())) for story in stories]
    fresh = Vocabulary.default() | Vocabulary.from_dict({"aliases": {"Ann": ["Annie"]}})
    barrier = Barrier(len(shuffled))

    def work(story: list[Claim]) -> str:
        barrier.wait()
        return told(find_conflicts(story, fresh))

    with ThreadPoolExecutor(len(shuffled)) as pool:
        found = list(pool.map(work, shuffled))
    assert found == expected * 4


def test_threads_read_at_once() -> None:
    months = {"en": "May", "de": "Juni", "fr": "juillet"}
    days = range(1, 29)
    jobs = [(f"{day} {month} {year}", lang) for day in days for lang, month in months.items() for year in (1999, 2025)]
    barrier = Barrier(4)

    def work(part: list[tuple[str, str]]) -> list[str]:
        barrier.wait()
        return [str(read(text, lang=lang, kind="time")) for text, lang in part]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(work, [jobs[n:] + jobs[:n] for n in range(4)]))
    alone = [str(read(text, lang=lang, kind="time")) for text, lang in jobs]
    assert [part[-n:] + part[:-n] if n else part for n, part in enumerate(found)] == [alone] * 4
