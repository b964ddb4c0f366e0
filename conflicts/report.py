"""The report: what find_conflicts returns, a sequence of conflicts and all that was not judged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from attrs import define, field, frozen

from conflicts.assertions import Unread
from conflicts.because import because, said, subject_words, value_words
from conflicts.camps import Sweep
from conflicts.claims import Claim
from conflicts.disputes import Dispute, Severity
from conflicts.errors import InputError
from conflicts.items import Key, NotCompared
from conflicts.pairs import Evidence
from conflicts.standing import Revision
from conflicts.statements import Statement, independent_origins
from conflicts.values.bounds import Bound, Interval
from conflicts.values.extent import Extent
from conflicts.values.words import set_words
from conflicts.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx


@define(eq=False, repr=False)
class Camp:
    """One side of a conflict: a maximal set of statements that can be true together, less those that fit others too.

    `statements` counts what was said once; `claims` are all prints of it. `origins` are the independent sources:
    those whom no other source of this side merely passes on.
    """

    _dispute: Dispute
    _index: int
    _members: list[int]
    _vocabulary: Vocabulary

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements on this side alone, in an order that depends on the claims alone."""
        return tuple(self._dispute.statements[i] for i in self._members)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim on this side, copies included: the statement that speaks first, then its copies."""
        return tuple(claim for statement in self.statements for claim in statement.claims)

    @property
    def interval(self) -> Interval | None:
        """The stretch of the axis that the whole side shares, as two bounds (number, side); None if there is none."""
        camps = self._dispute.camps
        if isinstance(camps, Sweep):
            return camps.bounds(self._index)
        members = camps.members(self._index)
        shared = self._dispute.statements[members[0]].value.strict
        for i in members[1:]:
            shared &= self._dispute.statements[i].value.strict
        return None if shared.is_empty else (shared.lo, shared.hi)

    @property
    def value(self) -> str:
        """The value in words: as first printed, and as read."""
        if self._members:
            return said(self.statements[0])
        any_value = self._dispute.statements[self._dispute.camps.members(self._index)[0]].value
        interval = self.interval
        return set_words(any_value, Extent((interval,))) if interval else value_words(any_value)

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The independent sources, as printed, sorted; those that pass on each other in a circle are one ("A / B")."""
        return independent_origins(self.statements, self._vocabulary)

    def to_dict(self) -> dict[str, Any]:
        """The side as JSON can hold it; claims by id."""
        return {
            "value": self.value,
            "interval": None if self.interval is None else [_bound(bound) for bound in self.interval],
            "claims": [claim.id for claim in self.claims],
            "statements": len(self._members),
            "origins": list(self.origins),
        }


def _bound(bound: Bound) -> list[Any]:
    number, side = bound
    return [str(number) if not isinstance(number, int) else number, side]


class Camps(Sequence[Camp]):
    """The sides of a conflict, made as they are asked for: a million values on one item are a million sides."""

    def __init__(self, dispute: Dispute, vocabulary: Vocabulary) -> None:
        alone, _ = dispute.camps.sides
        taken = [k for k, members in enumerate(alone) if members]
        self._shown = taken if len(taken) > 1 else list(range(len(alone)))
        self._alone = alone
        self._dispute = dispute
        self._vocabulary = vocabulary

    def __len__(self) -> int:
        return len(self._shown)

    @overload
    def __getitem__(self, index: int) -> Camp: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Camp]: ...
    def __getitem__(self, index: int | slice) -> Camp | Sequence[Camp]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        camp = self._shown[index]
        return Camp(self._dispute, camp, self._alone[camp], self._vocabulary)

    def __repr__(self) -> str:
        return f"<{len(self)} camps>"


@frozen
class Pair:
    """Two claims that cannot both be true: of each statement the claim that speaks."""

    a: Claim
    b: Claim
    severity: Severity
    kind: str


@define(eq=False, repr=False)
class Conflict:
    """One disputed item: what is claimed of it cannot all be true.

    `severity` and `kind` are those of its worst pair; `camps` are the sides, `neutral` the claims that fit several of
    them (or clash with none), `because` says in a sentence or two why, `n_pairs` counts the clashing pairs of
    statements and `pairs()` lists them one at a time, `retractions` is the fewest statements whose withdrawal settles
    it. `fingerprint` names the disputed item: the same in every run, whatever the order and number of claims.
    """

    _dispute: Dispute
    _vocabulary: Vocabulary

    @property
    def severity(self) -> Severity:
        """The severity of the worst pair."""
        return self._dispute.severity

    @property
    def kind(self) -> str:
        """ "sources differ", "denial", "misquote", "self-contradiction" or "joint": the first among the worst pairs."""
        return self._dispute.kind

    @property
    def joint(self) -> bool:
        """Whether no two claims clash, and only more of them together cannot be true."""
        return self._dispute.is_joint

    @property
    def items(self) -> tuple[Key, ...]:
        """The disputed items: (subject, attribute, scope, tense, member)."""
        return (self._dispute.item.key,)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What was said, each once, in an order that depends on the claims alone."""
        return tuple(self._dispute.statements)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims on the item that stand, copies and neutral ones included."""
        return tuple(claim for statement in self._dispute.statements for claim in statement.claims)

    @cached_property
    def camps(self) -> Sequence[Camp]:
        """The sides that someone takes, in the order of their values; made as they are asked for."""
        return Camps(self._dispute, self._vocabulary)

    @property
    def neutral(self) -> tuple[Claim, ...]:
        """The claims that take no side: they fit several, or clash with none."""
        _, neutral = self._dispute.camps.sides
        return tuple(claim for i in neutral for claim in self._dispute.statements[i].claims)

    @cached_property
    def because(self) -> str:
        """Why this is a conflict, in plain sentences: who says what, through whom, when, and how it was read."""
        return because(self._dispute)

    @property
    def n_pairs(self) -> int:
        """How many pairs of statements clash."""
        return self._dispute.n_pairs

    def pairs(self) -> Iterator[Pair]:
        """The clashing pairs, one at a time."""
        statements = self._dispute.statements
        for clash in self._dispute.clashes():
            yield Pair(statements[clash.a].claim, statements[clash.b].claim, clash.severity, clash.kind)

    @property
    def retractions(self) -> int:
        """The fewest statements to withdraw so that the conflict, at its severity, is settled."""
        return self._dispute.withdrawals

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that name the disputed item, the same across runs and input orders."""
        text = "\x1f".join((*self._dispute.item.key, self._dispute.item.axis.partition(" ")[0]))
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """The conflict as JSON can hold it; claims by id."""
        return {
            "fingerprint": self.fingerprint,
            "severity": self.severity.value,
            "kind": self.kind,
            "joint": self.joint,
            "items": [_item_dict(key) for key in self.items],
            "because": self.because,
            "camps": [camp.to_dict() for camp in self.camps],
            "neutral": [claim.id for claim in self.neutral],
            "claims": [claim.id for claim in self.claims],
            "n_pairs": self.n_pairs,
            "retractions": self.retractions,
        }


def _item_dict(key: Key) -> dict[str, str]:
    subject, attribute, scope, tense, member = key
    named = {"subject": subject_words(subject), "attribute": attribute, "scope": scope, "tense": tense}
    return named | ({"member": member} if member else {})


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
        return self._evidence.explain(*(claim if isinstance(claim, str) else claim.id for claim in (a, b)))

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
    named = {"claim": unread.claim.id} if unread.claim is not None else {"record": repr(unread.record)}
    return named | ({"where": unread.where} if unread.where else {}) | {"reason": unread.reason}


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"
