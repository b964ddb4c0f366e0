"""The text of constraints, parsed and unit-checked: "killed_children + killed_women <= killed"."""

from conflicts.constraints.parse import parse_constraint
from conflicts.constraints.tree import (
    Attribute,
    Constraint,
    Expression,
    LinearForm,
    Number,
    Operation,
    linear_form,
)
from conflicts.constraints.units import axes_fit, check_units

__all__ = [
    "Attribute",
    "Constraint",
    "Expression",
    "LinearForm",
    "Number",
    "Operation",
    "axes_fit",
    "check_units",
    "linear_form",
    "parse_constraint",
]
