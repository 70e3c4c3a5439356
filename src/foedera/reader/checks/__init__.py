"""What the corpus says of a claim."""

from foedera.reader.checks.bench import Bench
from foedera.reader.checks.check import check

__all__ = ["Bench", "check"]
