"""Pages that show a session in a terminal, run as they stand: files are written, commands run, and the output compared.

A block of a page is a file if the line before it ends in "`NAME`:", added to the file if that line says "Add to". A
block of kind `console` holds commands after "$ ", each with what it prints. All run in one shell, in the order of the
page. `python tests/replay.py PAGE.md [FOLDER]` prints the page with what its commands print now, in a copy of FOLDER.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
_BLOCK: Final = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND: Final = re.compile(r"^\$ (.*\n)((?:(?!\$ ).*\n)*)", re.MULTILINE)
_NAMED: Final = re.compile(r"`([\w./-]+)`:$")
_SHELL: Final = """
conflicts() { "$PYTHON" -m conflicts "$@"; }
python() { "$PYTHON" "$@"; }
python3() { test "$*" = "-m venv .venv" && mkdir -p .venv/bin && : >.venv/bin/activate; }
pip() { test "$*" = "install --quiet conflicts"; }
"""
"""The package under test is that of the working tree, so nothing is installed."""


def shown(page: str) -> list[tuple[str, str]]:
    """The commands of a page, each with the output that it shows; those that write files show none."""
    found: list[tuple[str, str]] = []
    for block in _BLOCK.finditer(page):
        kind, text = block.group("kind", "text")
        if kind == "console":
            found += [(command.rstrip("\n"), output) for command, output in _COMMAND.findall(text)]
        elif written := _written(page[: block.start()]):
            sign, name = written
            found.append((f"cat {sign}{name} <<'END OF FILE'\n{text}END OF FILE", ""))
    return found


def _written(before: str) -> tuple[str, str] | None:
    """The file that a block is, and whether it is written (>) or added to (>>)."""
    line = before.rstrip().rpartition("\n")[2]
    named = _NAMED.search(line)
    return (">>" if "Add to" in line else ">", named[1]) if named else None


def printed(commands: list[str], folder: Path) -> list[str]:
    """What each command prints, on standard output and error, in one shell that starts in a folder."""
    script = _SHELL + "\n".join(f"{command}\ncode=$?; printf '\\1'; (exit $code)" for command in commands)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHON": sys.executable, "LC_ALL": "C.UTF-8"}
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(["bash", "-c", script], check=False, env=environment, cwd=folder, **pipes)  # type: ignore[call-overload]
    return str(done.stdout, "utf-8").split("\1")[:-1]


def replayed(page: str, folder: Path) -> str:
    """The page with what its commands print now."""
    commands = [command for command, _ in shown(page)]
    outputs = dict(enumerate(printed(commands, folder)))
    order = iter(range(len(commands)))

    def block(found: re.Match[str]) -> str:
        if found["kind"] == "console":
            text = _COMMAND.sub(lambda one: f"$ {one[1]}{outputs.get(next(order), 'NOT RUN')}", found["text"])
            return f"```console\n{text}```"
        if _written(page[: found.start()]):
            next(order)
        return found[0]

    return _BLOCK.sub(block, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        place = Path(name, "folder")
        if len(sys.argv) > 2:
            shutil.copytree(sys.argv[2], place)
        else:
            place.mkdir()
        sys.stdout.write(replayed(Path(sys.argv[1]).read_text(encoding="utf-8"), place))
