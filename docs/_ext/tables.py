"""The tables of how values are read, as Markdown, made from the word lists and units that the readers use.

In a page, `<!-- table words: time.en -->`, `<!-- table units: length -->` and the like, on a line of their own, stand
for a table; Sphinx puts it there when it reads the page. `python docs/_ext/tables.py PAGE.md` prints a page with them.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, Final, TypeAlias

ROOT: Final = Path(__file__).parents[2]
WORDS: Final = ROOT / "conflicts" / "reading" / "words"
UNITS: Final = ROOT / "conflicts" / "values" / "units.toml"

LANGUAGES: Final = {"en": "English", "de": "German", "fr": "French"}

Row: TypeAlias = tuple[str, ...]


def words(name: str) -> str:
    """All words of one file (`time.en`): the kind of word, what the word means, and its spellings."""
    rows: list[Row] = []
    last = ""
    for kind, meaning, spellings in _entries(_data(WORDS / f"{name}.toml")):
        rows.append((f"`{kind}`" if kind != last else "", _code(meaning), _list(spellings)))
        last = kind
    return _table(("kind", "meaning", "words"), rows)


def vague(lang: str) -> str:
    """The words for no certain number in one language: what they are mostly used for, and what they can fairly mean."""
    rows = [
        (_list(entry["words"]), _range(entry["usual"]), _range(entry["widest"]))
        for entry in _data(WORDS / f"quantity.{lang}.toml")["vague"]
    ]
    return _table(("words", "mostly", "at its widest"), rows)


def units(axis: str) -> str:
    """The units of one axis: their size in its base unit, and what the readers know them by."""
    known = [unit for unit in _data(UNITS)["unit"] if unit["axis"] == axis]
    if not known:
        raise ValueError(f"units: {axis!r} is the axis of no unit; there are {', '.join(axes())}")
    rows = [(_code(unit["symbol"]), _size(unit), _list(unit.get("symbols", [])), *_names(unit)) for unit in known]
    return _table(*_without_empty(("unit", "size", "short forms", *LANGUAGES.values()), rows))


def axes() -> list[str]:
    """The axes of the units, in the order of the file."""
    return list(dict.fromkeys(unit["axis"] for unit in _data(UNITS)["unit"]))


def currencies() -> str:
    """The currencies: each is an axis of its own."""
    rows = [(_code(one["code"]), _list(one.get("symbols", [])), *_names(one)) for one in _data(UNITS)["currency"]]
    return _table(*_without_empty(("currency", "signs", *LANGUAGES.values()), rows))


def _names(unit: dict[str, Any]) -> Row:
    return tuple(_list(unit.get("names", {}).get(lang, [])) for lang in LANGUAGES)


def _without_empty(head: Row, rows: list[Row]) -> tuple[Row, list[Row]]:
    kept = [n for n, _ in enumerate(head) if any(row[n] for row in rows)]
    return tuple(head[n] for n in kept), [tuple(row[n] for n in kept) for row in rows]


def several() -> str:
    """Words and signs that may be one of several units."""
    rows = [
        (_list([*entry.get("symbols", []), *entry.get("names", [])]), _list(entry["units"]))
        for entry in _data(UNITS)["several"]
    ]
    return _table(("printed", "may be"), rows)


def of(page: str) -> str:
    """The first table of another page, so that no number stands in two places."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("|"))
    return "\n".join(takewhile(lambda line: line.startswith("|"), lines[first:]))


TABLES: Final[dict[str, Callable[..., str]]] = {
    "words": words,
    "vague": vague,
    "units": units,
    "currencies": currencies,
    "several": several,
    "of": of,
}
_MARK: Final = re.compile(r"^<!-- table (\w+)(?:: ([\w./ ]+))? -->$", re.MULTILINE)


def filled(page: str) -> str:
    """The page with its tables in the place of the marks."""

    def table(mark: re.Match[str]) -> str:
        kind, which = mark.groups()
        if kind not in TABLES:
            raise ValueError(f"{mark[0]}: {kind!r} is not one of {', '.join(TABLES)}")
        return TABLES[kind](which) if which else TABLES[kind]()

    return _MARK.sub(table, page)


@cache
def _data(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _entries(data: dict[str, Any], path: str = "") -> Iterator[tuple[str, str, list[str]]]:
    """Kind, meaning and spellings of all entries; where a file maps words to numbers, all words of one number."""
    plain = {key: value for key, value in data.items() if isinstance(value, str | int | bool)}
    if path and len(plain) > 1 and len(plain) == len(data) and not any(isinstance(v, bool) for v in plain.values()):
        by_meaning: dict[str, list[str]] = {}
        for word, meaning in plain.items():
            by_meaning.setdefault(str(meaning), []).append(word)
        for meaning, spellings in by_meaning.items():
            yield path, meaning, spellings
        return
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _entries(value, f"{path}.{key}" if path else key)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for entry in value:
                spellings = entry["words"]
                yield key, " ".join(f"{k} {_shown(v)}" for k, v in entry.items() if k != "words"), spellings
        else:
            yield (
                path or key,
                key if path else "",
                [_shown(v) for v in value] if isinstance(value, list) else [_shown(value)],
            )


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return (
            " → ".join(v.strip() or "nothing" for v in value)
            if all(isinstance(v, str) for v in value)
            else _range(value)
        )
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def _range(ends: list[int]) -> str:
    return f"{ends[0]:,} and more" if len(ends) == 1 else f"{ends[0]:,} to under {ends[1]:,}"


def _size(unit: dict[str, Any]) -> str:
    base = next(iter(_data(UNITS)["axes"].get(unit["axis"], [])), "")
    of_base = "" if unit["axis"] == "share" else f" {base}"
    size = "1" if unit["symbol"] == base and of_base else f"{unit['factor']}{of_base}".rstrip()
    return (
        size + (f", + {unit['offset']}" if "offset" in unit else "") + (", with prefixes" if "prefixes" in unit else "")
    )


def _list(spellings: Iterable[str]) -> str:
    return " · ".join(_cell(str(s)) for s in spellings)


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|") if text else ""


def _cell(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return re.sub(r"([\\`*_{}\[\]<>#|~$])", r"\\\1", text)


def _table(head: Iterable[str], rows: Iterable[Row]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def setup(app: Any) -> dict[str, Any]:
    """Fill the tables of each page as Sphinx reads it."""

    def fill(_: Any, page: str, source: list[str]) -> None:
        source[0] = filled(source[0])

    app.connect("source-read", fill)
    return {"version": "1", "parallel_read_safe": True}


if __name__ == "__main__":
    sys.stdout.write(filled(Path(sys.argv[1]).read_text(encoding="utf-8")))
