"""Formats: one file a format, found by entry point; more can be added by other packages."""

from conflicts.formats.base import Format, Found
from conflicts.formats.registry import find_format, format_of, names

__all__ = ["Format", "Found", "find_format", "format_of", "names"]
