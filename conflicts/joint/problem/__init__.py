"""Problems: what the voices of tied items say, as conditions on numbers.

Every event has a start before its end. Each voice puts bounds on one number (a start, an end, a figure), or orders the
ends of two events; the vocabulary's constraints tie numbers of one subject. All are told at two levels, by the strict
and by the loose sets of the values.

`conditions` says what a set says of numbers, `model` what a problem is, `build` makes one of the voices of a component
in one tense, and `parts` cuts it into those that are decided one by one.
"""

from conflicts.joint.network import ORIGIN
from conflicts.joint.problem.model import Event, Instance, Linear, Name, Problem
from conflicts.joint.problem.parts import problems

__all__ = ["ORIGIN", "Event", "Instance", "Linear", "Name", "Problem", "problems"]
