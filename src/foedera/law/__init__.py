"""The law: the only place where legal meaning is code."""
