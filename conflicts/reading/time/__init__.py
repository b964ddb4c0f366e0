"""Times and lengths of time as newspapers print them."""

from conflicts.reading.time.durations import read_duration
from conflicts.reading.time.reader import glanced, read_time

__all__ = ["glanced", "read_duration", "read_time"]
