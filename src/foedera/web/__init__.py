"""The web explorer: a read-only site over an opened corpus."""
