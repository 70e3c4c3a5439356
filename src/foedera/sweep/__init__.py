"""All pairs, all days, as runs."""
