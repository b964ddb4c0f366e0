"""The report in plain text, for an editor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from conflicts.because import and_list, attribute_words, marks, moment_words, source_words
from conflicts.claims import Claim

if TYPE_CHECKING:
    from conflicts.report import Camp, Conflict, Report

WIDTH: Final = 100
MOST: Final = 20
"""How many sides, claims or notes are listed before the rest is only counted."""
MOST_CONFLICTS: Final = 100
"""How many conflicts are told in full, the worst first, before the rest is only counted."""


def render(report: Report) -> str:
    """The report in plain text: a summary, the worst `MOST_CONFLICTS` conflicts with their sides, how many more there
    are, then revisions and what was not judged.
    """
    return "\n".join(_lines(report)) + "\n"


def render_conflict(conflict: Conflict) -> str:
    """One conflict of the report in plain text, with its sides."""
    return "\n".join(_conflict(conflict)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield report.summary()
    for conflict in report.conflicts[:MOST_CONFLICTS]:
        yield ""
        yield from _conflict(conflict)
    if len(report) > MOST_CONFLICTS:
        yield ""
        yield f"… and {_more_words(report)}; other formats, such as json, list all"
    yield from _section("Joint conflicts together", _together(report))
    yield from _section("Revisions", [_revision(r.earlier, r.later, r.kind, r.hint) for r in report.revisions])
    unread = [f"{u.where or (u.claim and u.claim.id)}: {_unread_words(u.claim)}{u.reason}" for u in report.unread]
    yield from _section("Unread", unread)
    together = [f"{', '.join(c.id for c in n.claims[:MOST])}: {n.reason}" for n in report.not_compared]
    yield from _section("Not compared", together)
    yield from _section("Notes", [f"{n.claim.id}: {n.text}" for n in report.notes])


def _more_words(report: Report) -> str:
    """How many conflicts are not told, and how bad they are."""
    left = Counter(conflict.severity.value for conflict in report.conflicts[MOST_CONFLICTS:])
    return and_list([f"{n:,} more {severity}{'' if n == 1 else 's'}" for severity, n in left.items()])


def _together(report: Report) -> list[str]:
    """What several joint conflicts have in common, and whether more may be left."""
    lines = []
    across = [conflict for conflict in report if conflict.joint and not conflict.camps]
    often = Counter(statement.claim.id for conflict in across for statement in conflict.statements)
    shared = sorted((id_ for id_, n in often.items() if n > 1), key=lambda id_: (-often[id_], id_))
    if shared:
        lines.append(f"in several: {', '.join(f'{id_} ({often[id_]})' for id_ in shared[:MOST])}")
    if len(across) > 1:
        found = report.fewest_withdrawals
        ids = [claim.id for claim in found.claims]
        least = "no fewer do" if found.is_exact else "fewer may do"
        lines.append(f"all {len(across):,} are settled if {and_list(ids[:MOST])} {_be(ids)} withdrawn ({least})")
    if report.truncated:
        lines.append("a limit was reached: there may be more than are listed")
    return lines


def _be(things: list[str]) -> str:
    return "is" if len(things) == 1 else "are"


def _unread_words(claim: Claim | None) -> str:
    return "" if claim is None else f"{claim.subject}, {attribute_words(claim.attribute)}: "


def _section(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        for line in lines[:MOST]:
            yield from _wrapped(line, "  ")
        if len(lines) > MOST:
            yield f"  … and {len(lines) - MOST:,} more"


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)


def _conflict(conflict: Conflict) -> Iterator[str]:
    yield f"{conflict.severity.name}  {conflict.title}  ({conflict.kind})"
    yield from wrap(conflict.because, WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False)
    yield ""
    for camp in conflict.camps[:MOST]:
        if camp.statements:
            yield from _camp(camp)
    if len(conflict.camps) > MOST:
        yield f"  … and {len(conflict.camps) - MOST:,} more sides"
    unsided = conflict.neutral or (() if conflict.camps else conflict.claims)
    if unsided:
        yield "  cannot all be true" if conflict.joint else "  takes no side"
        yield from _claims(unsided, is_across=len(conflict.items) > 1)
    n = conflict.retractions
    which = "any one of them" if unsided and conflict.joint else f"{n:,} statement{'' if n == 1 else 's'}"
    yield f"  The {conflict.severity.value} is settled if {which} {'is' if n == 1 else 'are'} withdrawn."


def _camp(camp: Camp) -> Iterator[str]:
    n = len(camp.origins)
    origins = ", ".join(camp.origins[:MOST])
    yield f"  {camp.value}: {n:,} independent origin{'' if n == 1 else 's'} ({origins})"
    yield from _claims(camp.claims)


def _claims(claims: tuple[Claim, ...], *, is_across: bool = False) -> Iterator[str]:
    has_one_subject = len({claim.subject for claim in claims}) == 1
    for claim in claims[:MOST]:
        when = "" if claim.asserted_at is None else f", {moment_words(claim.asserted_at)}"
        item = f"{attribute_words(claim.attribute)} " if is_across else ""
        item = item if has_one_subject or not item else f"{claim.subject} {item}"
        yield f"    {claim.id}  {source_words(claim)}{when}: {item}“{claim.printed}”{marks(claim)}"
    if len(claims) > MOST:
        yield f"    … and {len(claims) - MOST:,} more"


def _revision(earlier: Claim, later: Claim, kind: str, hint: str | None) -> str:
    on = f"{earlier.subject}, {attribute_words(earlier.attribute)}"
    when = "" if later.asserted_at is None else f" on {moment_words(later.asserted_at)}"
    what = f"“{earlier.printed}” withdrawn" if kind == "withdrawn" else f"“{earlier.printed}” became “{later.printed}”"
    end = f". {hint}" if hint else ""
    return f"{on}: {what} by {source_words(later)}{when} ({earlier.id}, {later.id}){end}"
