"""What takes long to make and is the same for everybody: made once for each edition, by one while others wait."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar

from foedera.api import Treaties
from foedera.datasets.imported import DatasetError
from foedera.datasets.layers import find_source, layered
from foedera.datasets.store import read_manifests
from foedera.web.errors import WebError, not_imported
from foedera.web.pages.downloads import busy

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from foedera.web.page import Page

_Made = TypeVar("_Made")
_MOST = 8
"""Things that are kept at once."""
_PATIENCE = 3.0
"""Seconds that a page waits for another one that makes something."""


class PerEdition(Generic[_Made]):
    """Keeps a few things made of one edition and of the imported data; with other data it starts anew."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: Hashable = None
        self._kept: dict[Hashable, _Made] = {}

    def get(self, page: Page, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What was made under the key, or is made now; another page that wants something waits for it.

        Raises:
            WebError: the wait is too long.
        """
        if not self._lock.acquire(timeout=_PATIENCE):
            raise busy()
        try:
            of = (page.edition.number, page.world.digest, read_manifests())
            if of != self._of or len(self._kept) >= _MOST:
                self._of, self._kept = of, {}
            if key not in self._kept:
                self._kept[key] = make()
            return self._kept[key]
        finally:
            self._lock.release()


_TREATIES: PerEdition[Treaties] = PerEdition()


def treaties_of(page: Page, source: str) -> Treaties:
    """The treaties of a source (``corpus``, ``atop`` or ``both``), whatever the site serves.

    Raises:
        WebError: there is no such source, or its data are not imported.
    """
    if source == page.settings.source:
        return page.edition.treaties
    try:
        found = find_source(source)
    except DatasetError as error:
        raise WebError(str(error), error.hint) from None
    try:
        return _TREATIES.get(page, found, lambda: Treaties(layered(found, page.edition.corpus)))
    except DatasetError as error:
        raise not_imported(error) from None
