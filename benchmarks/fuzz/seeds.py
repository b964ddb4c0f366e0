"""The seed inputs: our own phrases, constraints, vocabularies, stories and baselines."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from conflicts import find_conflicts, load
from conflicts.gate import Baseline
from conflicts.vocabulary import KINDS

ROOT: Final = Path(__file__).parents[2]
NEWSROOM: Final = (ROOT / "conflicts" / "newsroom.toml").read_text(encoding="utf-8")
STORY: Final = (ROOT / "seeds" / "peace_talks.jsonl").read_text(encoding="utf-8")
SMALL: Final[dict[str, Any]] = {
    "attributes": {
        "*_date": {"kind": "time", "modality": "plan", "timezone": "Europe/Kyiv", "tolerance": "10 min"},
        "height": {"kind": "quantity", "unit": "m", "tolerance": "1 %", "changes": "grows"},
        "guest": {"kind": "name", "single": False},
        "precedes": {"kind": "order", "relation": "before"},
    },
    "constraints": ["part + other_part <= whole", "votes == share * delegates"],
    "aliases": {"Kyiv": ["Kiev", "Kiew"], "Ann": "Annie"},
    "places": {"Kyiv": "Ukraine", "Istanbul": ["Turkey", "Europe"]},
    "scopes": {"in total": ["overall"]},
}
CONSTRAINTS: Final = (
    "a <= b",
    "killed_children + killed_women <= killed",
    "ended_at == started_at + lasted",
    "votes == share * delegates",
    "ordinal == earlier_rounds + 1",
    "2 * (a - b) / 3 < 60 % * c + .5",
    "a / (b - c) >= -(-d)",
    "(" * 30 + "a" + ")" * 30 + " > b",
    "a * a * a * a * a == b / b / b",
    "größe <= höhe",
    "1" * 400 + " * a < b",
)


def reading() -> Iterator[bytes]:
    """The phrases of the reading benchmark, each asked for its kind and for none, in plans and facts."""
    for line in (ROOT / "benchmarks" / "reading" / "phrases.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for kind in (0, 1 + KINDS.index(row["kind"])):
            yield bytes([kind, 0, 0, row.get("modality") == "fact"]) + row["text"].encode()


def constraint() -> Iterator[bytes]:
    """Constraints, each with some figures."""
    given = tomllib.loads(NEWSROOM).get("constraints", [])
    for n, text in enumerate((*CONSTRAINTS, *given)):
        yield bytes([n, n + 1, n + 2]) + text.encode()


def vocabulary() -> Iterator[bytes]:
    """A small vocabulary with every field as JSON, and the newsroom's, part by part."""
    yield b"\1" + json.dumps(SMALL).encode()
    yield from (b"\1" + json.dumps({section: entries}).encode() for section, entries in SMALL.items())
    head, *parts = NEWSROOM.split("\n\n")
    yield from (b"\0" + part.encode() for part in (head, *parts) if part.strip())
    yield b'\0[attributes]\n"*_date" = {kind = "time"}\n[places]\nKyiv = "Ukraine"\nUkraine = ["Europe"]\n'
    yield b'\0[aliases]\na = ["b"]\nb = ["c"]\n'
    yield b'\0"a.b".c . d.\'e"\'.f = 1\n[attributes."*_date"]\nkind = "time"\n[[x.y]]\nz = {u.v = "\\""}'


def claims() -> Iterator[bytes]:
    """The seed story in every format that can be read, whole and in parts."""
    records = [json.loads(line) for line in STORY.splitlines()]
    for part in (records[:4], records[4:9], records[-3:]):
        yield b"\0" + "\n".join(json.dumps(record) for record in part).encode()
        yield b"\1" + json.dumps(part, indent=1).encode()
        yield b"\1" + json.dumps({"claims": part}).encode()
        for number, delimiter in ((2, ","), (3, "\t")):
            table = io.StringIO()
            fields = list(dict.fromkeys(name for record in part for name in record))
            writer = csv.DictWriter(table, fields, delimiter=delimiter)
            writer.writeheader()
            writer.writerows({k: "; ".join(v) if isinstance(v, list) else v for k, v in r.items()} for r in part)
            yield bytes([number]) + table.getvalue().encode()
    rows = 'a,killed,5,"x\ny"\na,"kil"led,5,x\na,killed,"5 ""or"" 6",y\na,killed,7,z\na,killed,"8,z\n'
    yield b"\2subject,attribute,value,source\n" + rows.encode()
    yield b"\4" + json.dumps(records[0]).encode()


def baseline() -> Iterator[bytes]:
    """The baseline of the seed story, and an empty one."""
    report = find_conflicts(load(ROOT / "seeds" / "peace_talks.jsonl"))
    entries = [
        {"fingerprint": known.fingerprint, "severity": known.severity.value, "item": known.item}
        for known in Baseline().with_conflicts(report).entries.values()
    ]
    yield json.dumps({"known": entries}).encode()
    yield b'{"known": []}'


def command() -> Iterator[bytes]:
    """Texts with options, a line each, as the target takes them."""
    yield b"Wednesday\ntime\n2025-07-21\nEurope/Kyiv\nen\n\nscheduled_date\nTalks will be held on Wednesday."
    yield b"5.000\nquantity\n\n\nde-CH\nkm"
    yield b"-5\n\n2025-07-21T20:00:00+03:00\nUTC\nfr\npeople\nkilled"
    yield from (f"not {kind}\n{kind}\n2025-07-21".encode() for kind in KINDS)


SEEDS: Final[dict[str, Callable[[], Iterator[bytes]]]] = {
    "read": reading,
    "constraint": constraint,
    "vocabulary": vocabulary,
    "claims": claims,
    "baseline": baseline,
    "command": command,
}
