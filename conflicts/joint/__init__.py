"""Contradictions across items: order, dates, totals, durations.

Claims that do not clash on any one item can still not all be true: A before B, B before C, C before A; five children
and nine women among twelve dead. The items of one component (subjects tied by order claims, figures tied by the
vocabulary's constraints) become conditions on numbers: `voices` says who speaks, `problem` what that means; `network`
decides what `differences` can put into one, `oracle` the rest; `minimal` and `solve` find the smallest sets that cannot
all be true, `find` puts them together.
"""

from conflicts.joint.find import Found, Joint, by_component, contradictions, ordered
from conflicts.joint.minimal import fewest
from conflicts.joint.voices import Place, Ties, Voice, components, voices

__all__ = [
    "Found",
    "Joint",
    "Place",
    "Ties",
    "Voice",
    "by_component",
    "components",
    "contradictions",
    "fewest",
    "ordered",
    "voices",
]
