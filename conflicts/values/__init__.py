"""The algebra: bounds, extents, axes, values and how they relate."""
