"""What a page or the API cannot do as asked: a status, a sentence, a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.problems import Problem


class WebError(Exception):
    """A request cannot be answered as asked.

    Attributes:
        status: the HTTP status.
        kind: a stable word for the kind of error, the last part of the ``type`` of problem+json.
        hint: what to do about it, or None.
        problems: of a text that was sent, with their places.
    """

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        *,
        status: int = 400,
        kind: str = "question",
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.hint = hint
        self.problems = problems


def not_found(message: str, hint: str | None = None) -> WebError:
    """There is no such page or record."""
    return WebError(message, hint, status=404, kind="not-found")
