"""Budgets: how much work a search may do, counted in steps, so that no result depends on how fast a machine is."""

from __future__ import annotations

from attrs import define


@define
class Budget:
    """Steps that are left."""

    left: int

    def spend(self, steps: int) -> bool:
        """Take some steps; whether any were left."""
        self.left -= steps
        return self.left >= 0

    @property
    def is_spent(self) -> bool:
        return self.left < 0
