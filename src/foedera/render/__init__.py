"""Answers and records for people and programs: text and JSON."""
