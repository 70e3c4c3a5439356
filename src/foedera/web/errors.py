"""What a page or the API cannot do as asked: a status, a sentence, a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.datasets.imported import DatasetError
    from foedera.engine.lookup import QuestionError
    from foedera.problems import Problem


NOT_IMPORTED = "not-imported"
_SEARCH = "search for it: the search forgives spelling"


class WebError(Exception):
    """A request cannot be answered as asked.

    Attributes:
        status: the HTTP status.
        kind: a stable word for the kind of error, the last part of the ``type`` of problem+json.
        hint: what to do about it, or None.
        problems: of a text that was sent, with their places.
        instead: id of a state that cannot be asked about, with the ids of those that can in its place.
    """

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        *,
        status: int = 400,
        kind: str = "question",
        problems: tuple[Problem, ...] = (),
        instead: tuple[str, tuple[str, ...]] = ("", ()),
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.hint = hint
        self.problems = problems
        self.instead = instead


def not_found(message: str, hint: str | None = None) -> WebError:
    """There is no such page or record."""
    return WebError(message, hint, status=404, kind="not-found")


def lost(error: QuestionError) -> WebError:
    """That a name in an address is nobody's."""
    return not_found(str(error), online(error.hint) or _SEARCH)


def refused(error: QuestionError) -> WebError:
    """That a question, a filter or a field names something unknown, or does not go together."""
    return WebError(str(error), online(error.hint), instead=error.instead)


def not_imported(error: DatasetError) -> WebError:
    """That research data are wanted which whoever runs the site has not imported."""
    return WebError(str(error), error.hint, status=404, kind=NOT_IMPORTED)


def too_much_work(what: str, budget: int) -> WebError:
    """That a question or scenario spends more steps than the site allows."""
    hint = f"it may take {budget:,} steps here; the command line has no such bound"
    return WebError(f"the {what} is too much work", hint, status=422, kind="step-budget")


def online(hint: str | None) -> str | None:
    """A hint as it helps on the site: one about the command line sends to the search instead."""
    return _SEARCH if hint and "`foedera" in hint else hint
