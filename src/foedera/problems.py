"""Problems in data: values with a code, a place and a hint, never exceptions.

Codes: ``E1xx`` text, ``E2xx`` references, ``E3xx`` chronology, ``E4xx`` provisions and shape,
``E5xx`` sources, ``E6xx`` cases, ``W...`` the same series as warnings. Each has a line in docs/problems.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a corpus file: 1-based lines and columns; the end column is the last character's."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of the linter.

    Attributes:
        code: stable code, such as ``E204``.
        message: one sentence that says what is wrong.
        mark: where, or None for a problem of the whole corpus.
        notes: more facts, such as the other end of a conflict.
        hint: what to do about it, or None.
        heading: the record and field, such as ``Warsaw Treaty (1955) > parties``.
    """

    code: str
    message: str
    mark: Mark | None = None
    notes: tuple[str, ...] = ()
    hint: str | None = None
    heading: str | None = None

    @property
    def severity(self) -> Severity:
        """``warning`` for W codes, else ``error``."""
        return "warning" if self.code.startswith("W") else "error"


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether any problem is an error (warnings do not stop an answer)."""
    return any(problem.severity == "error" for problem in problems)
