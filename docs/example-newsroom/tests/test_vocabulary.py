"""Our vocabulary means something, and whatever is claimed in its words is judged by the laws of the library."""

from pathlib import Path

from conflicts.testing import check_vocabulary


def test_our_vocabulary():
    check_vocabulary(Path(__file__).parent.parent / "vocabulary.toml", max_examples=10)
