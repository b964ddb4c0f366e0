"""Phrases as a news desk meets them, each with the set it means, worked out without the reader."""
