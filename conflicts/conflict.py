"""Conflicts: claims that cannot all be true, on one item, with the sides that are taken."""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, overload

from attrs import define, frozen

from conflicts.because import attribute_words, because, said, subject_words, topic, value_words
from conflicts.camps import Sweep
from conflicts.claims import Claim
from conflicts.disputes import Dispute, Severity
from conflicts.items import Key
from conflicts.statements import Statement, independent_origins
from conflicts.values.allen import AXIS as ORDER_AXIS
from conflicts.values.bounds import Bound, Interval
from conflicts.values.extent import Extent
from conflicts.values.words import set_words
from conflicts.vocabulary import Vocabulary


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
        any_value = self._dispute.statements[self._dispute.camps.one_of(self._index)].value
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


class Conflict(ABC):
    """Claims that cannot all be true: on one item, or (`joint`) on several items together."""

    @property
    @abstractmethod
    def severity(self) -> Severity:
        """The severity of the worst pair; of a joint contradiction, whether no fair reading resolves it."""

    @property
    @abstractmethod
    def kind(self) -> str:
        """ "sources differ", "denial", "misquote", "self-contradiction" or "joint": the first among the worst pairs."""

    @property
    @abstractmethod
    def joint(self) -> bool:
        """Whether it took a constraint, the order of events, or more than two claims."""

    @property
    @abstractmethod
    def items(self) -> tuple[Key, ...]:
        """The disputed items: (subject, attribute, scope, tense, member)."""

    @property
    @abstractmethod
    def statements(self) -> tuple[Statement, ...]:
        """What was said, each once, in an order that depends on the claims alone."""

    @property
    @abstractmethod
    def camps(self) -> Sequence[Camp]:
        """The sides that someone takes, in the order of their values; none across items."""

    @property
    @abstractmethod
    def neutral(self) -> tuple[Claim, ...]:
        """The claims that take no side: they fit several, or clash with none."""

    @property
    @abstractmethod
    def because(self) -> str:
        """Why this is a conflict, in plain sentences: who says what, through whom, when, and how it was read."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What it is about, in words: "the strike: killed"."""

    @property
    @abstractmethod
    def rules(self) -> tuple[str, ...]:
        """The background rules that it took; they are never to blame."""

    @property
    @abstractmethod
    def n_pairs(self) -> int:
        """How many pairs of statements clash."""

    @property
    @abstractmethod
    def retractions(self) -> int:
        """The fewest statements to withdraw so that the conflict, at its severity, is settled."""

    @property
    @abstractmethod
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that name it, the same across runs and input orders."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that take part and stand, copies and neutral ones included."""
        return tuple(claim for statement in self.statements for claim in statement.claims)

    @abstractmethod
    def pairs(self) -> Iterator[Pair]:
        """The clashing pairs of statements, one at a time."""

    def to_dict(self) -> dict[str, Any]:
        """The conflict as JSON can hold it; claims by id."""
        return {
            "fingerprint": self.fingerprint,
            "severity": self.severity.value,
            "kind": self.kind,
            "joint": self.joint,
            "items": [_item_dict(key) for key in self.items],
            "because": self.because,
            "rules": list(self.rules),
            "camps": [camp.to_dict() for camp in self.camps],
            "neutral": [claim.id for claim in self.neutral],
            "claims": [claim.id for claim in self.claims],
            "n_pairs": self.n_pairs,
            "retractions": self.retractions,
        }


@define(eq=False, repr=False)
class ItemConflict(Conflict):
    """One disputed item: what is claimed of it cannot all be true."""

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
    def title(self) -> str:
        """What it is about, in words: "the strike: killed"."""
        first = self.statements[0].claim
        if self._dispute.item.axis == ORDER_AXIS:
            return topic(first, is_order=True)
        return f"{first.subject}: {attribute_words(first.attribute)}"

    @property
    def rules(self) -> tuple[str, ...]:
        """None: what clashes on one item does so by itself."""
        return ()

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
        return fingerprint((*self._dispute.item.key, self._dispute.item.axis.partition(" ")[0]))


def fingerprint(parts: Iterable[str]) -> str:
    """Sixteen hexadecimal digits for a sequence of texts."""
    text = "\x1f".join(parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _item_dict(key: Key) -> dict[str, str]:
    subject, attribute, scope, tense, member = key
    named = {"subject": subject_words(subject), "attribute": attribute, "scope": scope, "tense": tense}
    return named | ({"member": member} if member else {})
