"""The corpus against research data: where two records speak of the same instrument, and where they differ."""
