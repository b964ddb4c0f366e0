"""Times and lengths of time as newspapers print them."""

from conflicts.reading.time.durations import read_duration
from conflicts.reading.time.reader import read_time

__all__ = ["read_duration", "read_time"]
