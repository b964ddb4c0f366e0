"""Joint conflicts: claims on several items that cannot all be true, though no two of them need clash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import define, frozen

from conflicts.because import and_list
from conflicts.claims import Claim
from conflicts.conflict import Camp, Conflict, Pair, fingerprint
from conflicts.disputes import Severity
from conflicts.items import Key
from conflicts.joint import Joint, fewest
from conflicts.reasoning import Reasoning, reasoning
from conflicts.rules import Broken
from conflicts.statements import Statement


class _Unsided(Conflict):
    """A minimal set of statements on several questions: nobody takes sides, and without any one the others can hold."""

    @property
    def kind(self) -> str:
        """ "joint"."""
        return "joint"

    @property
    def joint(self) -> bool:
        """True."""
        return True

    @property
    def camps(self) -> Sequence[Camp]:
        """None: nobody takes sides on a question that nobody was asked."""
        return ()

    @property
    def neutral(self) -> tuple[Claim, ...]:
        """None: each of the statements is needed."""
        return ()

    @property
    def n_pairs(self) -> int:
        """None: no two of the statements have to clash."""
        return 0

    def pairs(self) -> Iterator[Pair]:
        """None."""
        return iter(())

    @property
    def retractions(self) -> int:
        """One: without any one of them the others can be true."""
        return 1


@define(eq=False, repr=False)
class JointConflict(_Unsided):
    """A minimal set of statements that cannot all be true: without any one of them the others can."""

    _joint: Joint

    @property
    def severity(self) -> Severity:
        """A contradiction if no fair reading lets all be true, a tension if only the best readings do not."""
        return Severity.CONTRADICTION if self._joint.is_firm else Severity.TENSION

    @cached_property
    def items(self) -> tuple[Key, ...]:
        """The items that the statements speak of, sorted."""
        return tuple(sorted({voice.key for voice in self._joint.voices}))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in an order that depends on the claims alone."""
        return tuple(voice.statement for voice in self._joint.voices)

    @cached_property
    def _reasoning(self) -> Reasoning:
        return reasoning(self._joint)

    @property
    def because(self) -> str:
        """The chain of reasoning in plain sentences, with the numbers and who said them."""
        return self._reasoning.text

    @property
    def title(self) -> str:
        """What it is about, in words: "the order of the ambush, the arrival and the truce"."""
        return self._reasoning.title

    @property
    def rules(self) -> tuple[str, ...]:
        """The constraints of the vocabulary that it took, as written; none where the order of events was enough."""
        return self._reasoning.rules

    @cached_property
    def fingerprint(self) -> str:
        """Made from the statements, for several joint contradictions can be about the same items."""
        return fingerprint(("joint", *sorted(self._joint.ids)))


@define(eq=False, repr=False)
class RuleConflict(_Unsided):
    """Statements that cannot all be true by an own rule; see `conflicts.rules`."""

    _broken: Broken

    @property
    def severity(self) -> Severity:
        """As the rule says."""
        return self._broken.severity

    @cached_property
    def items(self) -> tuple[Key, ...]:
        """The items that the statements speak of, sorted."""
        return tuple(sorted({one.item for one in self._broken.said}))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, by the ids of their claims."""
        return tuple(one.statement for one in self._broken.said)

    @property
    def because(self) -> str:
        """What the rule says."""
        return f"{self._broken.because} Rule: {self._broken.rule}."

    @property
    def title(self) -> str:
        """The subjects, and the rule."""
        subjects = dict.fromkeys(one.claim.subject for one in self._broken.said)
        return f"{and_list(list(subjects))}: {self._broken.rule.replace('_', ' ')}"

    @property
    def rules(self) -> tuple[str, ...]:
        """The name of the rule."""
        return (self._broken.rule,)

    @cached_property
    def fingerprint(self) -> str:
        """Made from the rule and the statements."""
        return fingerprint((self._broken.rule, *(one.claim.id for one in self._broken.said)))


@frozen
class Withdrawal:
    """Claims without which no joint conflict is left, and whether fewer cannot do it (`is_exact`)."""

    claims: tuple[Claim, ...]
    is_exact: bool


def fewest_withdrawals(conflicts: Iterable[Conflict]) -> Withdrawal:
    """The fewest statements whose withdrawal settles every joint conflict over several items, by the claim that speaks.

    Exact for conflicts that hang together with up to 24 statements; beyond that the statement that settles most goes
    first, again and again, and `is_exact` is False. See `conflicts.joint.minimal.fewest`.
    """
    sets = [conflict.statements for conflict in conflicts if conflict.joint and not conflict.camps]
    claims = {s.claim.id: s.claim for statements in sets for s in statements}
    ids = sorted(claims)
    number = {id_: n for n, id_ in enumerate(ids)}
    chosen, is_exact = fewest([frozenset(number[s.claim.id] for s in statements) for statements in sets])
    return Withdrawal(tuple(claims[ids[n]] for n in sorted(chosen)), is_exact)
