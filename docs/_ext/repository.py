"""Links as the site shows them: a file of the repository that is no page by its name, a page by its title.

The pages are written for a code host, where `[theory.md](theory.md)` and a link to a file of the package both work.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any, Final

_LINK: Final = re.compile(r"\[([^\]]+)\]\(((?:\.\./)+[^)#\s]+)\)")
_PAGE: Final = re.compile(r"\[[\w-]+\.md\]\(([\w./-]+\.md(?:#[\w-]+)?)\)")


def told(text: str, page: str) -> str:
    """The text of a page ("example/README", its path in `docs`), with files by name and pages by title.

    >>> told("see [the list](../conflicts/newsroom.toml) and [places](../places.md)", "a/page")
    'see [the list](../conflicts/newsroom.toml) and [places](../places.md)'
    >>> told("see [the list](../conflicts/newsroom.toml) and [seeds/a.csv](../seeds/a.csv)", "page")
    'see the list (`conflicts/newsroom.toml`) and `seeds/a.csv`'
    """

    def name(link: re.Match[str]) -> str:
        words, target = link.groups()
        path = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page), target))
        if path.startswith("docs/"):
            return link[0]
        return f"`{path}`" if path.startswith(words.strip("`")) else f"{words} (`{path}`)"

    return _PAGE.sub(r"[](\1)", _LINK.sub(name, text))


def setup(app: Any) -> dict[str, Any]:
    """Rewrite each page as Sphinx reads it."""

    def rewrite(_: Any, page: str, source: list[str]) -> None:
        source[0] = told(source[0], page)

    app.connect("source-read", rewrite)
    return {"version": "1", "parallel_read_safe": True}
