"""contrachecker, with claims extracted beforehand, as its documentation shows under "With Pre-Extracted Claims".

Its other way in, sentences read by patterns, knows "X is Y", "X causes Y" and a dozen more shapes and would find
nothing in most of these quotes; so claims are given. Chosen mapping: the subject is the thing with the property, the
relation "is", the object the value. The denial of a value ("not on Tuesday") has the relation "is_not" and that value
as its object, for the library knows that "is" and "is_not" of one object are opposites: so it sees a denial of the
same value and is silent on a denial of another. The denial of the event itself ("no voyage is planned") is a value
like others. Order claims ("A before B") go in as they are, so that its search along chains can work on them.
"""

from __future__ import annotations

import re
from importlib.metadata import version

from contrachecker.detector import ContradictionDetector
from contrachecker.models import Claim
from mapping import Answer, Case, Row, flagged, rows, serve


def answer(case: Case) -> Answer:
    given = rows(case)
    item_of = {row.claim: row.item for row in given}
    found = ContradictionDetector().detect([triple(row) for row in given])
    claims = [claim.source_chunk_id for each in found for claim in (each.claim_a, each.claim_b)]
    return flagged({item_of[claim] for claim in claims})


def triple(row: Row) -> Claim:
    if row.is_order:
        _, _, event = row.key.rpartition(": ")
        return Claim(subject=row.thing, relation=row.attribute, object=event, source_chunk_id=row.claim)
    subject = f"{row.thing} | {row.key}"
    if row.denied and not row.is_member and not re.match(r"no\b", row.value, re.IGNORECASE):
        return Claim(subject=subject, relation="is_not", object=without_not(row.value), source_chunk_id=row.claim)
    return Claim(subject=subject, relation="is", object=row.value, source_chunk_id=row.claim)


def without_not(text: str) -> str:
    """ "not on Tuesday" → "Tuesday": what is denied, in the words in which another source would affirm it."""
    return re.sub(r"^(not\s+)?((on|in|at)\s+)?", "", text, flags=re.IGNORECASE)


if __name__ == "__main__":
    serve(answer, version("contrachecker"))
