"""The pages of the documentation: sessions run as shown, tables hold the data, links lead somewhere, all are listed."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import repository
import tables
from replay import ROOT, replayed, shown

import conflicts
import conflicts.testing

DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *DOCS.glob("example-newsroom/*.md"), ROOT / "README.md"])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_tutorial_runs_as_shown(tmp_path: Path) -> None:
    page = _read(DOCS / "tutorial.md")
    assert len(shown(page)) > 20
    assert replayed(page, tmp_path) == page


def test_the_example_newsroom_runs_as_shown(tmp_path: Path) -> None:
    folder = shutil.copytree(DOCS / "example-newsroom", tmp_path / "newsroom")
    page = _read(DOCS / "example-newsroom" / "README.md")
    assert len(shown(page)) > 5
    assert replayed(page, folder) == page


def test_a_replay_writes_files_and_tells_what_is_printed(tmp_path: Path) -> None:
    files = "`a.txt`:\n\n```text\none\n```\n\nAdd to `a.txt`:\n\n```text\ntwo\n```\n\n"
    page = files + "```console\n$ cat a.txt\n$ echo $?\n7\n```\n"
    assert replayed(page, tmp_path).endswith("```console\n$ cat a.txt\none\ntwo\n$ echo $?\n0\n```\n")


def _spellings(data: Any) -> set[str]:
    if isinstance(data, dict):
        return {word for value in data.values() for word in _spellings(value)}
    if isinstance(data, list):
        return {word for value in data for word in _spellings(value)}
    return {data} if isinstance(data, str) else set()


@pytest.mark.parametrize("file", sorted(tables.WORDS.glob("*.toml")), ids=lambda path: path.stem)
def test_each_word_of_a_file_stands_in_its_table(file: Path) -> None:
    table = re.sub(r"\\(.)", r"\1", tables.words(file.stem))
    missing = {word for word in _spellings(tomllib.loads(_read(file))) if word.strip() not in table}
    assert not missing
    assert f"<!-- table words: {file.stem} -->" in _read(DOCS / "words.md")


def test_each_unit_stands_in_a_table() -> None:
    page = tables.filled(_read(DOCS / "words.md"))
    assert "<!--" not in page
    data = tomllib.loads(_read(tables.UNITS))
    symbols = [unit["symbol"] for unit in data["unit"]] + [unit["code"] for unit in data["currency"]]
    assert [symbol for symbol in symbols if f"| `{symbol}` |" not in page] == []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("| `mi` | 1609.344 m |  | mile(s) · statute mile(s) | Meile(n) |  |", "a size in the base unit"),
        ("| `°F` | 5/9 K, + 45967/180 |", "a size with an offset"),
        ("| dozens | 24 to under 100 | 20 and more |", "a range without an upper end"),
        ("| `numbers.tens` | `20` | twenty |", "words of one number together, under their table"),
        ("|  | `40` | forty · fourty |", "the kind is named once"),
    ],
)
def test_a_row(row: str, why: str) -> None:
    assert row in tables.filled(_read(DOCS / "words.md")), why


def test_what_would_break_a_table_is_escaped() -> None:
    widths = {line.count("|") - line.count("\\|") for line in tables.words("time.en").splitlines()}
    assert widths == {4}


@pytest.mark.parametrize(("mark", "told"), [("word: time.en", "one of words"), ("units: lenght", "there are share, ")])
def test_a_mark_without_a_table_is_an_error(mark: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        tables.filled(f"before\n<!-- table {mark} -->\nafter")


@pytest.mark.parametrize("module", [conflicts, conflicts.testing], ids=lambda module: str(module.__name__))
def test_the_reference_has_each_public_name(module: ModuleType) -> None:
    page = _read(DOCS / "api.md")
    assert [name for name in module.__all__ if not re.search(rf":: (?:[\w.]+\.)?{name}$", page, re.MULTILINE)] == []


def test_the_site_names_files_that_are_no_pages() -> None:
    assert repository.told("[x](../seeds/a.csv), [vocabulary.md](vocabulary.md#roles)", "page") == (
        "x (`seeds/a.csv`), [](vocabulary.md#roles)"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", _read(page), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_each_page_is_listed_and_in_the_table_of_contents() -> None:
    index = _read(DOCS / "index.md")
    names = {str(page.relative_to(DOCS).with_suffix("")) for page in PAGES if page.is_relative_to(DOCS)} - {"index"}
    assert {name for name in names if f"]({name}.md)" not in index} == set()
    assert names == {
        line for block in re.findall(r"```\{toctree\}\n(.*?)```", index, re.DOTALL) for line in block.split()
    } - {word for line in re.findall(r"^:.*$", index, re.MULTILINE) for word in line.split()}
