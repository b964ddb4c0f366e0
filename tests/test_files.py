"""Files are read with an error that names the place, and written whole or not at all: errors, full disks, kills, and
two writers at once.
"""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
import tomllib
from pathlib import Path
from typing import Literal, TextIO

import pytest

from conflicts import files
from conflicts.errors import InputError
from conflicts.files import MOST_PARTS, read_data, write_whole

ROOT = Path(__file__).parent.parent
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


TOML_KEYS: list[tuple[str, str]] = [
    ("{parts} = 1", "a dotted key"),
    ("x = 1\n[{parts}]", "a table"),
    ("[[{parts}]]", "a list of tables"),
    ("x = {{{parts} = 1}}", "in a table on one line"),
    ("x = {{b = 1, {parts} = 1}}", "after another in a table on one line"),
    ("\t{parts}\t= 1", "after a tab"),
]
PARTS = ["a", "a-b_1", '"a.b"', '"\\""', "'\"'", '""', "a . b"]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("line", "why"), TOML_KEYS, ids=[why for _, why in TOML_KEYS])
def test_a_key_has_so_many_parts_and_no_more(tmp_path: Path, line: str, why: str, part: str) -> None:
    """One of 20,000 parts took seconds and more than a gigabyte, with the square of their number."""
    path, each = tmp_path / "f.toml", part.count(" . ") + 1
    path.write_text(line.format(parts=".".join([part] * (MOST_PARTS // each))), encoding="utf-8")
    assert read_data(path, "TOML")
    for n in (MOST_PARTS + 1, 20_000):
        path.write_text("# a.b\n" + line.format(parts=".".join([part] * n)), encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_data(path, "TOML")
        (problem,) = caught.value.problems
        at = 2 + line.count("\n")
        assert problem == f"{path}:{at}: a key has more than {MOST_PARTS} parts; a vocabulary needs three at most"


NO_KEYS: list[tuple[str, str]] = [
    ("x = 1" + "\n" * 100_000, "many lines"),
    ("# " + "A sentence. " * 10_000, "prose in a comment"),
    ('x = "' + "U.S. and U.K. " * 10_000 + '"', "short forms in a text"),
    ('x = ["' + '", "'.join(["a.b.c"] * 10_000) + '"]', "a long list"),
    ("x = '" + "." * 10_000 + "'", "dots"),
    ("# " + "-." * 70, "a rule in a comment"),
    ('x = "a' + ".a" * 70 + '"', "dots in a text"),
    ("\n".join(f"a.b{n}.c = 1.5" for n in range(10_000)), "many keys"),
]


@pytest.mark.parametrize(("text", "why"), NO_KEYS, ids=[why for _, why in NO_KEYS])
def test_what_is_no_long_key(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "f.toml").write_text(text, encoding="utf-8")
    assert read_data(tmp_path / "f.toml", "TOML") == tomllib.loads(text), why


def test_the_data_of_the_package_can_be_read() -> None:
    files = sorted((ROOT / "conflicts").rglob("*.toml"))
    assert len(files) > 5
    for path in files:
        assert read_data(path, "TOML") == tomllib.loads(path.read_text(encoding="utf-8"))


UNREADABLE: list[tuple[bytes, Literal["JSON", "TOML"], str]] = [
    (b"{\n3}", "JSON", ":2: not JSON: Expecting property name enclosed in double quotes (column 1)"),
    (b"[" * 100_000, "JSON", ": not JSON: it is nested too deeply"),
    (b"a = " + b"[" * 100_000, "TOML", ": not TOML: it is nested too deeply"),
    (b"9" * 100_000, "JSON", ": not JSON: a number is too long"),
    (b"a = " + b"9" * 100_000, "TOML", ": not TOML: a number is too long"),
    (b'{"a": {"b": 1, "c": 2, "b": 1}}', "JSON", ": the key 'b' stands twice in one object"),
    (b'{"\xe2\x80\x8b": 1, "\xe2\x80\x8b": 2}', "JSON", ": the key '\\u200b' stands twice in one object"),
    (b"a = 1\na = 2", "TOML", ": not TOML: Cannot overwrite a value (at end of document)"),
    (b"a = \n", "TOML", ": not TOML: Invalid value (at line 1, column 5)"),
    (b"a\xff", "TOML", ": not UTF-8 text: invalid start byte at byte 1"),
]


@pytest.mark.parametrize(("text", "form", "problem"), UNREADABLE)
def test_what_cannot_be_read(tmp_path: Path, text: bytes, form: Literal["JSON", "TOML"], problem: str) -> None:
    (tmp_path / "f").write_bytes(text)
    with pytest.raises(InputError) as caught:
        read_data(tmp_path / "f", form)
    assert caught.value.problems == (f"{tmp_path / 'f'}{problem}",)


def test_no_file_and_no_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_data(tmp_path / "none", "JSON")
    with pytest.raises(InputError, match="Is a directory"):
        read_data(tmp_path, "JSON")
    with pytest.raises(InputError, match="embedded null byte"):
        read_data("a\0b", "JSON")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device without an end here")
def test_a_file_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LONGEST", 1000)
    with pytest.raises(InputError, match="/dev/zero: more than 1,000 characters; a file"):
        read_data("/dev/zero", "TOML")


def child(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)


def test_a_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "f"
    for text in ("one", "zwei ü \udcff", ""):
        write_whole(path, lambda stream, text=text: stream.write(text))  # type: ignore[misc]
        assert path.read_text(encoding="utf-8") == text.replace("\udcff", "\\udcff")
    assert os.listdir(tmp_path) == ["f"]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to("target")
    write_whole(link, lambda stream: stream.write("new"))
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    write_whole(tmp_path / "fresh", lambda stream: stream.write("x"))
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    assert (tmp_path / "fresh").stat().st_mode == (tmp_path / "plain").stat().st_mode, "as any new file"


class Broken(Exception):
    """Something that goes wrong while writing."""


@pytest.mark.parametrize("error", [Broken, KeyboardInterrupt])
def test_an_error_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "f"
    path.write_text("old", encoding="utf-8")

    def write(stream: TextIO) -> None:
        stream.write("new" * 100_000)
        raise error

    with pytest.raises(error):
        write_whole(path, write)
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["f"]


WRONG: list[tuple[str, str]] = [
    ("none/f", "No such file or directory"),
    (".", "Is a directory"),
    ("a\0b", "embedded null byte"),
    ("x" * 300, "File name too long"),
    ("file/f", "Not a directory"),
]


@pytest.mark.parametrize(("path", "message"), WRONG)
def test_what_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, message: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        write_whole(path, lambda stream: stream.write("x"))
    assert caught.value.problems[0].startswith(f"{path}: ")
    assert message in caught.value.problems[0]
    assert os.listdir(tmp_path) == ["file"]


def test_what_is_no_file_is_written_to_directly(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    write_whole(pipe, lambda stream: stream.write("through"))
    reader.join(timeout=20)
    assert got == ["through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


KILLED = """
import sys
from conflicts.files import write_whole
def write(stream):
    stream.write("new" * 100_000)
    if sys.argv[2] == "flushed":
        stream.flush()
    print("half", flush=True)
    sys.stdin.read()
write_whole(sys.argv[1], write)
"""


@pytest.mark.parametrize("state", ["buffered", "flushed"])
def test_a_kill_leaves_the_old_file(tmp_path: Path, state: str) -> None:
    path = tmp_path / "f"
    path.write_text("old", encoding="utf-8")
    with child(KILLED, str(path), state) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert path.read_text(encoding="utf-8") == "old"
    write_whole(path, lambda stream: stream.write("next"))
    assert path.read_text(encoding="utf-8") == "next"


AT_ONCE = """
import sys
from conflicts.files import write_whole
print("ready", flush=True)
sys.stdin.readline()
for n in range(30):
    write_whole(sys.argv[1], lambda stream: stream.writelines([sys.argv[2]] * 50_000))
"""


def test_of_two_writers_one_wins_whole(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_text("a" * 50_000, encoding="utf-8")
    with child(AT_ONCE, str(path), "a") as one, child(AT_ONCE, str(path), "b") as two:
        for process in (one, two):
            assert process.stdout is not None
            assert process.stdin is not None
            process.stdout.readline()
            process.stdin.write("go\n")
            process.stdin.flush()
        seen = set()
        while one.poll() is None or two.poll() is None:
            text = path.read_text(encoding="utf-8")
            seen.add((text[:1], len(set(text)), len(text)))
    assert (one.returncode, two.returncode) == (0, 0)
    assert seen <= {("a", 1, 50_000), ("b", 1, 50_000)}, "never half of one, never a mixture"
    assert os.listdir(tmp_path) == ["f"]
