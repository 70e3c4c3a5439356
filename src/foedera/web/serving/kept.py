"""The finished responses that are kept: bounded in bytes and in number, least lately used goes first."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from foedera.web.serving.finished import Finished
    from foedera.web.serving.settings import Settings

_KEY_BYTES = 600
"""What a key and its place in the table take, beside its text."""


class Kept:
    """Responses by key, all of one edition of the corpus."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._edition: Hashable = None
        self._responses: OrderedDict[tuple[str, ...], Finished] = OrderedDict()
        self.size = 0

    def __len__(self) -> int:
        return len(self._responses)

    def turn_to(self, edition: Hashable) -> None:
        """Forget everything if the edition is another one."""
        if edition != self._edition:
            self._edition = edition
            self._responses.clear()
            self.size = 0

    def find(self, key: tuple[str, ...]) -> Finished | None:
        """The response kept under a key."""
        found = self._responses.get(key)
        if found is not None:
            self._responses.move_to_end(key)
        return found

    def keep(self, edition: Hashable, key: tuple[str, ...], response: Finished) -> None:
        """Keep a response, unless it is too large or of an edition that is gone."""
        if edition != self._edition or response.size > self._settings.cache_entry_bytes:
            return
        self._drop(key)
        self._responses[key] = response
        self.size += _weight(key, response)
        while self.size > self._settings.cache_bytes or len(self._responses) > self._settings.cache_entries:
            self._drop(next(iter(self._responses)))

    def _drop(self, key: tuple[str, ...]) -> None:
        gone = self._responses.pop(key, None)
        if gone is not None:
            self.size -= _weight(key, gone)


def _weight(key: tuple[str, ...], response: Finished) -> int:
    return response.size + sum(map(len, key)) + _KEY_BYTES
