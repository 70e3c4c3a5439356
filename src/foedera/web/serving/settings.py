"""What the site is told when it starts: whose treaties, under which address, and every limit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)*")
_ORIGIN = re.compile(r"(?:https(?!.*:443\Z)|http(?!.*:80\Z))://[a-z0-9.\[\]:-]+|\*")
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f.]*:[0-9a-f.:]*:[0-9a-f.:]*")


class SettingsError(ValueError):
    """A setting that cannot be: ``str`` says why, ``hint`` what would do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one running site. The limits bound what any one visitor can use up.

    Attributes:
        corpus: directory of the corpus; None is the built-in one.
        source: whose treaties: ``corpus``, ``atop`` or ``both``.
        prefix: path under which the site lives, as ``/foedera``; empty is the root.
        hosts: names in the Host header that are answered, without a port; empty is any.
        origins: other sites whose pages may use the API from a browser, as ``https://example.org``; ``*`` is any.
            Both are held as clients send them: in lower case, a host without brackets and without a final dot.
        max_body: bytes of a posted document, scenario or form.
        max_bodies: bytes of all bodies that are being received or worked on; the one arriving longest gives way.
        max_url: bytes of path and query.
        body_seconds: how long a body may take to arrive, in all.
        body_rate: bytes a second that must arrive of a body that is not whole, ...
        body_pause: ... measured over so many seconds.
        head_seconds: how long the head of a request may take to arrive, in all.
        head_bytes: bytes of a request's head.
        idle_seconds: how long an idle connection is kept.
        stop_seconds: how long requests under way may take to finish when the server stops.
        connections: connections at once; when there are more, the one that idles longest gives way.
        at_once: pages that are made at once; those in the cache need no turn.
        reads_at_once: documents and scenarios that are worked on at once.
        waiting: requests of each of the two sorts that may wait for their turn; more are told to come back.
        wait_seconds: how long a request may wait for its turn; then it is told to come back.
        budget: steps a question may spend: atoms evaluated, norms tested on a deed, findings, conflicts. The largest
            question of two states to the built-in corpus spends 5,300, an attack by fifty states 89,000.
        read_chars: characters of a document that is read. 300,000 take 0.3 s of prose, 4 s of dense text, 7 s at worst.
        max_response: bytes of a response, but for downloads that are sent piece by piece.
        cache_bytes: bytes of finished responses that are kept.
        cache_entries: finished responses that are kept.
        cache_entry_bytes: bytes of the largest response that is kept.
        watch_seconds: how often the corpus directory is looked at; 0 is never.
        log_client: whether the access log names the client's address.
    """

    corpus: Path | None = None
    source: str = "corpus"
    prefix: str = ""
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    max_body: int = 2**20
    max_bodies: int = 32 * 2**20
    max_url: int = 16 * 2**10
    body_seconds: float = 30.0
    body_rate: int = 500
    body_pause: float = 10.0
    head_seconds: float = 10.0
    head_bytes: int = 48 * 2**10
    idle_seconds: float = 15.0
    stop_seconds: float = 10.0
    connections: int = 500
    at_once: int = 2
    reads_at_once: int = 2
    waiting: int = 100
    wait_seconds: float = 20.0
    budget: int = 100_000
    read_chars: int = 300_000
    max_response: int = 24 * 2**20
    cache_bytes: int = 24 * 2**20
    cache_entries: int = 5_000
    cache_entry_bytes: int = 2**20
    watch_seconds: float = 1.0
    log_client: bool = False

    def __post_init__(self) -> None:
        """Write names as clients send them, and refuse a prefix, a host or an origin that could never match.

        Raises:
            SettingsError: it is not written as it must be.
        """
        if not _PREFIX.fullmatch(self.prefix):
            raise SettingsError(
                f"'{self.prefix}' is no path prefix", "write it as /foedera, without a slash at its end"
            )
        object.__setattr__(self, "hosts", tuple(one.lower().strip("[]").removesuffix(".") for one in self.hosts))
        object.__setattr__(self, "origins", tuple(one.lower() for one in self.origins))
        for host in self.hosts:
            if not _HOST.fullmatch(host):
                raise SettingsError(f"'{host}' is no host name", "write it as example.org, without a port")
        for origin in self.origins:
            if not _ORIGIN.fullmatch(origin):
                raise SettingsError(
                    f"'{origin}' is no origin", "write it as https://example.org, no path, no usual port"
                )
