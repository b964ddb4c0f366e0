"""How Sphinx builds the documentation: `sphinx-build -W --keep-going docs FOLDER`, with the group `docs` installed."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # pytest looks for doctests in this file, with no Sphinx at hand
    from docutils import nodes
    from sphinx.application import Sphinx

sys.path[:0] = [str(Path(__file__).parent / "_ext"), str(Path(__file__).parent.parent)]

project = "conflicts"
author = copyright = "the conflicts developers"
extensions = ["myst_parser", "sphinx.ext.autodoc", "tables", "repository"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "conflicts"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False

# Links to headings work as on a code host: `page.md#a-heading`.
myst_heading_anchors = 4

default_role = "code"
toc_object_entries_show_parents = "hide"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_display_short_literal_types = True
python_maximum_signature_line_length = 100

ANY: Final = re.compile(r": (?:~?typing\.)?(?:Any|object)\b( = |)")
MADE_BY_THE_LIBRARY: Final = {
    "conflicts.Severity",
    "conflicts.Relation",
    "conflicts.Report",
    "conflicts.Value",
    "conflicts.report.Camp",
    "conflicts.statements.Statement",
}


def setup(app: Sphinx) -> None:
    """Drop the empty line that a doctest needs before the fence that ends it, and types that tell a reader nothing."""
    from docutils import nodes

    def trim(_: Sphinx, page: nodes.document) -> None:
        for block in page.findall(nodes.literal_block):
            block.rawsource = block.astext().rstrip("\n")
            block.children = [nodes.Text(block.rawsource)]

    def signature(
        _: Sphinx, what: str, name: str, obj: object, options: object, arguments: str | None, result: str | None
    ) -> tuple[str, str | None] | None:
        if name in MADE_BY_THE_LIBRARY:
            return "", None
        if what == "class" and arguments:  # the fields of an attrs class that converts what it is given are of any type
            return ANY.sub(lambda found: found[1] and "=", arguments).replace("NOTHING", "{}"), result
        return None

    app.connect("doctree-read", trim)
    app.connect("autodoc-process-signature", signature)
