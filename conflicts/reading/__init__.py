"""From printed text to values: one grammar a kind, word lists as data."""

from conflicts.reading.dispatch import Reading, read_text, read_typed, read_value
from conflicts.reading.settings import Settings

__all__ = ["Reading", "Settings", "read_text", "read_typed", "read_value"]
