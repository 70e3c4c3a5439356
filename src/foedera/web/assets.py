"""Files that never change under their address: the name holds the hash of the content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
_OWN = ("site.css", "site.js", "icon.svg")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file."""

    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by their hashed names.

    Attributes:
        hashed: ``site.css`` to ``site.0123456789ab.css``.
        files: hashed name to file.
    """

    hashed: Mapping[str, str]
    files: Mapping[str, Asset]

    def path(self, name: str) -> str:
        """The path of a file of this site."""
        return f"/static/{self.hashed[name]}"


def collect(more: Mapping[str, bytes]) -> Assets:
    """The site's own files and ``more`` (name to content)."""
    own = {name: files("foedera.web").joinpath("static", name).read_bytes() for name in _OWN}
    hashed, found = {}, {}
    for name, data in {**own, **more}.items():
        stem, _, suffix = name.rpartition(".")
        hashed[name] = f"{stem}.{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
        found[hashed[name]] = Asset(data, _TYPES[suffix])
    return Assets(hashed, found)
