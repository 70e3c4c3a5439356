"""The pages: what stands on each, and the pieces that they share."""
