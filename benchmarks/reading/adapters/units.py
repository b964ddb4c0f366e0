"""The base units of the phrases: what a peer's name of a unit means."""

from __future__ import annotations

from typing import Any

# axis, factor, what is added before the factor
UNITS: dict[str, tuple[str, float, float]] = {
    "": ("count", 1, 0),
    "dimensionless": ("count", 1, 0),
    "dozen": ("count", 12, 0),
    "percentage": ("share", 0.01, 0),
    "kilometre": ("length", 1000, 0),
    "kilometer": ("length", 1000, 0),
    "metre": ("length", 1, 0),
    "meter": ("length", 1, 0),
    "mile": ("length", 1609.344, 0),
    "inch": ("length", 0.0254, 0),
    "foot": ("length", 0.3048, 0),
    "c": ("temperature", 1, 273.15),
    "degree celsius": ("temperature", 1, 273.15),
    "f": ("temperature", 5 / 9, 459.67),
    "degree fahrenheit": ("temperature", 5 / 9, 459.67),
    "dollar": ("money USD", 1, 0),
    "united states dollar": ("money USD", 1, 0),
    "euro": ("money EUR", 1, 0),
    "pound": ("money GBP", 1, 0),
    "british pound": ("money GBP", 1, 0),
    "pound sterling": ("money GBP", 1, 0),
    "tonne": ("mass", 1000, 0),
    "metric ton": ("mass", 1000, 0),
    "ton": ("mass", 1000, 0),
    "kilogram": ("mass", 1, 0),
    "kilometre per hour": ("speed", 1 / 3.6, 0),
    "kilometer per hour": ("speed", 1 / 3.6, 0),
    "square hectometer": ("area", 10_000, 0),
    "hectare": ("area", 10_000, 0),
    "megawatt": ("power", 1e6, 0),
    "second": ("duration", 1, 0),
    "minute": ("duration", 60, 0),
    "hour": ("duration", 3600, 0),
    "day": ("duration", 86_400, 0),
}


def base(value: float, unit: str) -> dict[str, Any]:
    """A figure in base units; of a unit that the phrases do not use, on an axis of its own."""
    axis, factor, added = UNITS.get(unit.lower(), (unit, 1, 0))
    return {"axis": axis, "point": (value + added) * factor}
