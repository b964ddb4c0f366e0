"""The report: what find_conflicts returns, a sequence of conflicts and all that was not judged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from attrs import define, field, frozen

from conflicts.assertions import Unread
from conflicts.claims import Claim
from conflicts.conflict import Camp, Conflict, Pair
from conflicts.disputes import Severity
from conflicts.errors import InputError, written
from conflicts.items import NotCompared
from conflicts.joint_conflict import Withdrawal, fewest_withdrawals
from conflicts.pairs import Evidence
from conflicts.standing import Revision

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Camp", "Conflict", "Note", "Pair", "Report", "unread_dict"]


@frozen
class Note:
    """A caveat on how a claim was read: "03/04/2025 can be 4 March or 3 April"."""

    claim: Claim
    text: str


@define(eq=False, repr=False)
class Report(Sequence[Conflict]):
    """All that `find_conflicts` found: a sequence of conflicts, contradictions first, in a stable order.

    Beside them: `revisions` (sources that took back what they said), `unread` (claims that took no part, and why),
    `not_compared` (claims that were not judged against each other, and why), `notes` (caveats on readings) and
    `truncated` (whether a limit cut the search for joint contradictions short).
    """

    conflicts: tuple[Conflict, ...]
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    revisions: tuple[Revision, ...] = ()
    unread: tuple[Unread, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    notes: tuple[Note, ...] = ()
    truncated: bool = False
    _evidence: Evidence | None = None

    def __len__(self) -> int:
        return len(self.conflicts)

    @overload
    def __getitem__(self, index: int) -> Conflict: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Conflict]: ...
    def __getitem__(self, index: int | slice) -> Conflict | Sequence[Conflict]:
        return self.conflicts[index]

    def __repr__(self) -> str:
        return f"<Report: {self.summary()}>"

    @property
    def contradictions(self) -> tuple[Conflict, ...]:
        """The conflicts that no fair reading can resolve."""
        return tuple(c for c in self.conflicts if c.severity is Severity.CONTRADICTION)

    @property
    def tensions(self) -> tuple[Conflict, ...]:
        """The conflicts that some fair reading resolves."""
        return tuple(c for c in self.conflicts if c.severity is Severity.TENSION)

    @cached_property
    def fewest_withdrawals(self) -> Withdrawal:
        """A smallest set of claims whose withdrawal settles every listed conflict that has no sides to take."""
        return fewest_withdrawals(self.conflicts)

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The report as a `networkx` graph of claims, statements, sources, items and conflicts; built on first use.

        Its nodes, edges and queries are told in `conflicts.graph`.
        """
        from conflicts.graph import build

        if self._evidence is None:
            raise InputError("graph: this report was not made by find_conflicts")
        return build(self, self._evidence)

    def summary(self) -> str:
        """One line: how many claims, contradictions, tensions, revisions and unread claims."""
        counts = [
            _count(len(self.claims), "claim"),
            _count(len(self.contradictions), "contradiction"),
            _count(len(self.tensions), "tension"),
        ]
        if self.revisions:
            counts.append(_count(len(self.revisions), "revision"))
        if self.unread:
            counts.append(f"{len(self.unread)} unread")
        return ", ".join(counts)

    def explain(self, a: Claim | str | None = None, b: Claim | str | None = None) -> str:
        """The whole report in plain text; or of two claims (or their ids) why they clash or why not, in one sentence.

        Raises `InputError` if one of the two is not in the report.
        """
        from conflicts.explain import render

        if a is None and b is None:
            return render(self)
        if a is None or b is None or self._evidence is None:
            raise InputError("explain: give two claims, or none")
        ids = [claim if isinstance(claim, str) else claim.id for claim in (a, b)]
        told = self._evidence.explain(*ids)
        joint = [c for c in self.conflicts if c.joint and set(ids) <= {claim.id for claim in c.claims}]
        return " ".join([told, *(f"Together with others they cannot be true: {c.because}" for c in joint[:1])])

    def to_dict(self) -> dict[str, Any]:
        """The whole report as JSON can hold it."""
        return {
            "summary": self.summary(),
            "conflicts": [conflict.to_dict() for conflict in self.conflicts],
            "revisions": [
                {"earlier": r.earlier.id, "later": r.later.id, "kind": r.kind} | ({"hint": r.hint} if r.hint else {})
                for r in self.revisions
            ],
            "unread": [unread_dict(u) for u in self.unread],
            "not_compared": [{"claims": [c.id for c in n.claims], "reason": n.reason} for n in self.not_compared],
            "notes": [{"claim": n.claim.id, "note": n.text} for n in self.notes],
            "truncated": self.truncated,
            "claims": [{"id": claim.id, **claim.to_dict()} for claim in self.claims],
        }


def unread_dict(unread: Unread) -> dict[str, Any]:
    """An unread claim as JSON can hold it."""
    named = {"claim": unread.claim.id} if unread.claim is not None else {"record": written(unread.record)}
    return named | ({"where": unread.where} if unread.where else {}) | {"reason": unread.reason}


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"
