"""Fuzz the readers and parsers: python benchmarks/fuzz/run.py TARGET… [--seconds N] [--engine atheris|plain]

With atheris (coverage-guided; `pip install atheris`), or, where it is not installed, with a plain mutator of the same
seeds. An input that raises anything but a `ConflictsError`, breaks a promise of `targets.py` or takes longer than
`SLOW` seconds of CPU time is a finding: it is kept, one a place in the code, and the run goes on. Prints for each
target the inputs tried, the time and the findings; the exit code is 1 if there were any.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

SLOW: Final = 2.0
LONGEST: Final = 2048
_MARKS: Final = ("\0", "\ud800", "﻿", "{", "}", "[", "]", '"', "'", ",", "\n", "\r", "\t", "\\", "-", "9" * 40, "1e999")


class Log:
    """Counts inputs and keeps what was found, in a folder, so that nothing is lost if the process dies."""

    def __init__(self, folder: Path, target: str) -> None:
        self.folder, self.target = folder, target
        self.tried, self.slowest, self.found = 0, 0.0, {}  # type: int, float, dict[str, str]
        self.started = self.told = time.monotonic()

    def one(self, run: Callable[[str, bytes], None], data: bytes) -> None:
        """Try one input."""
        self.tried += 1
        begun = time.process_time()
        try:
            run(self.target, data)
        except RecursionError:
            self.keep("RecursionError", data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            self.keep(f"{type(error).__name__}: {str(error)[:80]} ({Path(last.filename).name}:{last.lineno})", data)
        taken = time.process_time() - begun
        self.slowest = max(self.slowest, taken)
        if taken > SLOW:
            self.keep(f"slow: {taken:.0f} s", data)
        if time.monotonic() - self.told > 2:
            self.write()

    def keep(self, what: str, data: bytes) -> None:
        """Keep the first input of each finding."""
        where = what[what.rfind("(") :] if "(" in what else what
        if where not in {known[known.rfind("(") :] if "(" in known else known for known in self.found}:
            self.found[what] = repr(data)
            self.write()

    def write(self) -> None:
        """Write down where the run stands."""
        self.told = time.monotonic()
        state = {"tried": self.tried, "seconds": self.told - self.started, "slowest": self.slowest, "found": self.found}
        whole = self.folder / "state.tmp"
        whole.write_text(json.dumps(state), encoding="utf-8")
        whole.replace(self.folder / "state.json")


def plain(run: Callable[[str, bytes], None], log: Log, seeds: list[bytes], seconds: int, seed: int) -> None:
    """Mutates the seeds at random: drops, doubles, swaps and changes pieces, and crosses two inputs."""
    dice = random.Random(seed)
    end = time.monotonic() + seconds
    for data in seeds:
        log.one(run, data)
    while time.monotonic() < end:
        data = bytearray(dice.choice(seeds))
        for _ in range(dice.randint(1, 6)):
            a, b = sorted(dice.randrange(len(data) + 1) for _ in range(2))
            how = dice.randrange(6)
            if how == 0:
                del data[a : min(b, a + 8)]
            elif how == 1:
                data[a:a] = data[a : min(b, a + 40)]
            elif how == 2:
                other = dice.choice(seeds)
                data[a:b] = other[len(other) // 3 : dice.randrange(len(other) + 1)]
            elif how == 3:
                data[a:a] = dice.choice(_MARKS).encode("utf-8", "surrogatepass")
            elif data:
                data[a % len(data)] = dice.randrange(256)
        log.one(run, bytes(data[:LONGEST]))


def guided(log: Log, seeds: list[bytes], seconds: int, seed: int) -> None:
    """Lets atheris mutate the seeds, led by the branches of this package that they reach. Does not return."""
    import atheris  # type: ignore[import-not-found,unused-ignore]

    with atheris.instrument_imports(include=["conflicts"]):
        import targets
    corpus = log.folder / "corpus"
    corpus.mkdir()
    for n, data in enumerate(seeds):
        (corpus / str(n)).write_bytes(data)
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-seed={seed}", "-rss_limit_mb=4096"]
    options += ["-verbosity=0", "-timeout=120", f"-artifact_prefix={log.folder}/"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: log.one(targets.run, data))
    atheris.Fuzz()


def work(target: str, folder: Path, engine: str, seconds: int, seed: int) -> None:
    """The run of one target, in a process of its own."""
    log = Log(folder, target)
    seeds = [bytes.fromhex(line) for line in (folder / "seeds").read_text(encoding="ascii").split("\n")]
    if engine == "atheris":
        guided(log, seeds, seconds, seed)
    else:
        import targets

        plain(targets.run, log, seeds, seconds, seed)
    log.write()


def fuzz(target: str, engine: str, seconds: int, seed: int) -> dict[str, Any]:
    """Runs one target and returns where it stood at the end."""
    from seeds import SEEDS

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seeds").write_text("\n".join(data.hex() for data in SEEDS[target]()), encoding="ascii")
        command = [sys.executable, __file__, target, "--work", name, "--engine", engine]
        done = subprocess.run(
            [*command, "--seconds", str(seconds), "--seed", str(seed)], check=False, capture_output=True, text=True
        )
        state: dict[str, Any] = json.loads((folder / "state.json").read_text(encoding="utf-8"))
        for artifact in folder.glob("[a-z]*-*"):  # what libFuzzer itself stopped at: a hang, a crash, no memory
            state["found"][artifact.name] = repr(artifact.read_bytes())
        if done.returncode and not state["found"]:
            state["found"][f"the process ended with {done.returncode}"] = done.stderr[-400:]
        return state


def main() -> int:
    """Fuzz each target in turn and print the table."""
    from seeds import SEEDS

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", choices=[[], *SEEDS], metavar="TARGET", help=", ".join(SEEDS))
    parser.add_argument("--seconds", type=int, default=240)
    has_atheris = importlib.util.find_spec("atheris") is not None
    parser.add_argument("--engine", choices=["atheris", "plain"], default="atheris" if has_atheris else "plain")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.targets[0], Path(options.work), options.engine, options.seconds, options.seed)
        return 0
    failed = False
    print("| target | engine | seconds | inputs tried | slowest input, CPU s | findings |\n|---|---|---|---|---|---|")
    for target in options.targets or SEEDS:
        state = fuzz(target, options.engine, options.seconds, options.seed)
        failed |= bool(state["found"])
        print(f"| {target} | {options.engine} | {state['seconds']:.0f} | {state['tried']:,} | {state['slowest']:.2f} "
              f"| {len(state['found'])} |", flush=True)  # fmt: skip
        for what, data in state["found"].items():
            print(f"{what}\n    {data}", file=sys.stderr, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
