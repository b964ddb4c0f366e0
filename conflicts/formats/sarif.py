"""SARIF 2.1.0 (OASIS, 2020, with errata of 2023): what code hosts show beside the lines of a change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final, TextIO, TypeAlias

from conflicts.assertions import Unread
from conflicts.because import marks, moment_words, source_words
from conflicts.claims import Claim
from conflicts.disputes import KINDS, Severity
from conflicts.formats.base import Format
from conflicts.formats.location import Location, locator
from conflicts.gate import STRICT, Gate, item_words
from conflicts.report import Camp, Conflict, Report

Locate: TypeAlias = Callable[[str | None], Location | None]

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RELATED: Final = 100
"""Of a conflict with more claims, that many are listed as related locations; its message says how many there are."""
LEVELS: Final = {Severity.CONTRADICTION: "error", Severity.TENSION: "warning"}
RULES: Final = {
    "sources differ": ("Sources differ", "Sources say things of one item that cannot all be true."),
    "denial": ("A denial", "One source denies what another says."),
    "misquote": ("A misquote", "Relays of one source pass on words that cannot both be what it said."),
    "self-contradiction": ("A self-contradiction", "One source says things that cannot all be true."),
    "joint": ("A joint contradiction", "No two claims clash, and still they cannot all be true."),
}
HELP: Final = (
    "Correct the claim that was written down wrongly, add the later claim that supersedes or retracts the other, "
    "or report the disagreement as one: which of the sources is right is not for this check to say."
)


def write(report: Report, stream: TextIO, gate: Gate = STRICT) -> None:
    """The report as a SARIF log with one run: a result for each conflict, at the claim that came last.

    Contradictions have the level "error", tensions "warning". The other claims are related locations, each with who
    says what. Paths are relative to the repository that the working directory is in (or to the working directory, in
    none); a claim that stands in no file of it has no physical location. A conflict that the baseline knows is
    suppressed. Unread claims and settled entries are notifications of the invocation.
    """
    json.dump(_log(report, gate), stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _log(report: Report, gate: Gate) -> dict[str, Any]:
    locate = locator()
    order = {claim.id: n for n, claim in enumerate(report.claims)}
    rules = [*KINDS, *sorted({conflict.kind for conflict in report}.difference(KINDS))]
    run = {
        "tool": {"driver": {"name": "conflicts", **_version(), "rules": [_rule(kind) for kind in rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notices(report, gate, locate)}],
        "results": [_result(conflict, rules, order, gate, locate) for conflict in report],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _version() -> dict[str, str]:
    try:
        return {"version": version("conflicts")}
    except PackageNotFoundError:
        return {}


def _rule(kind: str) -> dict[str, Any]:
    short, full = RULES.get(kind, (kind, kind))
    return {
        "id": _rule_id(kind),
        "name": short,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": HELP},
        "defaultConfiguration": {"level": "error"},
    }


def _rule_id(kind: str) -> str:
    return kind.replace(" ", "-")


def _result(conflict: Conflict, rules: list[str], order: dict[str, int], gate: Gate, locate: Locate) -> dict[str, Any]:
    at, *others = _claims(conflict, order)
    related = others[:MOST_RELATED]
    known = gate.knows(conflict)
    links = ", ".join(f"[{_link_text(claim.id)}]({n})" for n, (claim, _) in enumerate(related, 1))
    more = f" and {len(others) - len(related):,} more" if len(others) > len(related) else ""
    text = f"{_escaped(conflict.because)} {_escaped(at[0].id)} clashes with: {links}{more}."
    result: dict[str, Any] = {
        "ruleId": _rule_id(conflict.kind),
        "ruleIndex": rules.index(conflict.kind),
        "level": LEVELS[conflict.severity],
        "message": {"text": text},
        "locations": [_location(*at, conflict.joint, locate)],
        "relatedLocations": [
            {"id": n, **_location(*other, conflict.joint, locate)} for n, other in enumerate(related, 1)
        ],
        "partialFingerprints": {
            "conflict/v1": conflict.fingerprint,
            # The name by which code hosts follow an alert: the item, wherever its claims stand.
            "primaryLocationLineHash": f"{conflict.fingerprint}:1",
        },
        "properties": {
            "severity": conflict.severity.value,
            "kind": conflict.kind,
            "joint": conflict.joint,
            "item": item_words(conflict),
            "retractions": conflict.retractions,
        },
    }
    if gate.baseline is not None:
        result["baselineState"] = "unchanged" if known else "new"
        result["suppressions"] = [{"kind": "external", "justification": "known: in the baseline"}] if known else []
    return result


def _claims(conflict: Conflict, order: dict[str, int]) -> list[tuple[Claim, Camp | None]]:
    """The claims of a conflict, each with its side: first the one that came last, with which the conflict arose, then
    the others side by side, those that take no side at the end.
    """
    sided: list[tuple[Claim, Camp | None]] = [(claim, camp) for camp in conflict.camps for claim in camp.claims]
    taken = {claim.id for claim, _ in sided}
    listed = [*sided, *((claim, None) for claim in conflict.claims if claim.id not in taken)]
    arose = max(range(len(sided) or len(listed)), key=lambda n: order.get(listed[n][0].id, -1))
    return [listed[arose], *listed[:arose], *listed[arose + 1 :]]


def _location(claim: Claim, camp: Camp | None, joint: bool, locate: Locate) -> dict[str, Any]:
    when = "" if claim.asserted_at is None else f", {moment_words(claim.asserted_at)}"
    side = f"side {camp.value}" if camp is not None else "cannot all be true" if joint else "takes no side"
    said = f"{source_words(claim)}{when}: “{claim.printed}”{marks(claim)} ({side})"
    return {
        **_physical(locate(claim.where)),
        "logicalLocations": [{"name": claim.id, "kind": "object"}],
        "message": {"text": _escaped(said)},
    }


def _physical(found: Location | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {"physicalLocation": {"artifactLocation": {"uri": found.uri, "uriBaseId": "%SRCROOT%"},
                                 "region": {"startLine": found.line}}}  # fmt: skip


def _notices(report: Report, gate: Gate, locate: Locate) -> list[dict[str, Any]]:
    return list(_each_notice(report, gate, locate))


def _each_notice(report: Report, gate: Gate, locate: Locate) -> Iterator[dict[str, Any]]:
    for unread in report.unread:
        place = unread.where or (None if unread.claim is None else unread.claim.where)
        physical = _physical(locate(place))
        yield {
            "level": "warning",
            "descriptor": {"id": "unread"},
            "message": {"text": _escaped(f"unread: {_named(unread)}{unread.reason}")},
            **({"locations": [physical]} if physical else {}),
        }
    for known in gate.settled(report):
        text = f"settled, but in the baseline: {known.item} ({known.fingerprint})"
        yield {"level": "note", "descriptor": {"id": "settled"}, "message": {"text": _escaped(text)}}


def _named(unread: Unread) -> str:
    return "" if unread.claim is None else f"{unread.claim.id}: "


def _escaped(text: str) -> str:
    """A text in which no brace is a placeholder (§3.11.5) and no bracket begins a link (§3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("[", "\\[").replace("]", "\\]")


def _link_text(text: str) -> str:
    return _escaped(text.replace("\\", "\\\\"))


FORMAT = Format("sarif", write=write)
