"""The engine: one question, explained."""
