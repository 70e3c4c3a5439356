"""``python -m foedera``."""

from foedera.cli.main import run

run()
