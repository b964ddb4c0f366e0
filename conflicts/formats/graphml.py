"""GraphML: the report's graph for programs that draw graphs (Gephi, yEd, Cytoscape)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from conflicts.formats.base import Format, xml_text
from conflicts.gate import STRICT, Gate
from conflicts.report import Report

if TYPE_CHECKING:
    import networkx as nx


def write(report: Report, stream: TextIO, gate: Gate = STRICT) -> None:
    """The graph of claims, statements, sources, items and conflicts that `conflicts.graph` describes.

    With a baseline a conflict's node says whether it is `known`.
    """
    import networkx as nx

    graph = _clean(report.graph)
    if gate.baseline is not None:
        for conflict in report:
            graph.nodes[f"conflict {conflict.fingerprint}"]["known"] = gate.knows(conflict)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.writelines(f"{line}\n" for line in nx.generate_graphml(graph))


def _clean(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy that XML can hold."""
    copy: nx.MultiDiGraph[str] = type(graph)()
    for node, data in graph.nodes(data=True):
        copy.add_node(xml_text(node), **_clean_data(data))
    for a, b, key, data in graph.edges(keys=True, data=True):
        copy.add_edge(xml_text(a), xml_text(b), key=key, **_clean_data(data))
    return copy


def _clean_data(data: dict[str, Any]) -> dict[str, Any]:
    return {name: xml_text(value) if isinstance(value, str) else value for name, value in data.items()}


FORMAT = Format("graphml", (".graphml",), write=write)
