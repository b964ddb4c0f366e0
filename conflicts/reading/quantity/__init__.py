"""The grammar of quantities: numbers, hedges and units to values."""

from conflicts.reading.quantity.reader import read_quantity

__all__ = ["read_quantity"]
