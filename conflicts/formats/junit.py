"""JUnit XML: what every CI server shows as tests. It has no standard; this keeps to what its readers agree on."""

from __future__ import annotations

from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, tostring

from conflicts.explain import render_conflict
from conflicts.formats.base import Format, xml_text
from conflicts.formats.location import path_of
from conflicts.gate import STRICT, Gate, item_words
from conflicts.report import Conflict, Report

SUITE = "conflicts"


def write(report: Report, stream: TextIO, gate: Gate = STRICT) -> None:
    """One test case for each conflict, and one that passes for each file (or for the claims, if they come from none)
    without one.

    A conflict that lets the check fail is a failure with the text of the report; one that the baseline knows, or that
    is milder than what fails, is skipped and says so; a settled entry of the baseline that fails is a failure too.
    """
    suite = Element("testsuite", name=SUITE)
    for conflict in report:
        _conflict(suite, conflict, gate)
    for known in gate.settled(report):
        case = _case(suite, "baseline", f"{known.item} ({known.fingerprint})")
        text = "settled, but in the baseline; take it out with --update-baseline"
        if gate.counts(known.severity):
            SubElement(case, "failure", message=text, type="settled").text = text
        else:
            SubElement(case, "skipped", message=text)
    disputed = {path_of(claim.where) for conflict in report for claim in conflict.claims}
    files = dict.fromkeys(path_of(claim.where) for claim in report.claims)
    for path in [path for path in files if path not in disputed] or ([] if len(suite) else [None]):
        _case(suite, "file", path or "claims")
    if report.unread:
        SubElement(suite, "system-out").text = xml_text("\n".join(_unread(report)))
    tests = suite.findall("testcase")
    counts = {
        "tests": str(len(tests)),
        "failures": str(sum(case.find("failure") is not None for case in tests)),
        "errors": "0",
        "skipped": str(sum(case.find("skipped") is not None for case in tests)),
    }
    suite.attrib.update(counts)
    suites = Element("testsuites", {"name": SUITE, **counts})
    suites.append(suite)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n")


def _case(suite: Element, group: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=f"{SUITE}.{group}", name=xml_text(name), time="0")


def _conflict(suite: Element, conflict: Conflict, gate: Gate) -> None:
    severity = conflict.severity.value
    case = _case(suite, "item", f"{item_words(conflict)} ({conflict.fingerprint})")
    text = xml_text(render_conflict(conflict))
    if gate.stops(conflict):
        message = xml_text(f"{severity}: {conflict.because}")
        SubElement(case, "failure", message=message, type=severity).text = text
        return
    why = "known: in the baseline" if gate.knows(conflict) else f"a {severity} does not let this check fail"
    SubElement(case, "skipped", message=why)
    SubElement(case, "system-out").text = text


def _unread(report: Report) -> list[str]:
    return [
        f"unread: {unread.where or (unread.claim and unread.claim.where) or (unread.claim and unread.claim.id)}: "
        f"{unread.reason}"
        for unread in report.unread
    ]


FORMAT = Format("junit", write=write)
