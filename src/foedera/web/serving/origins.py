"""Which other sites may use this one: cross-site posts are refused, the API is open to the origins that are set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.web.serving.exchange import Headers, header, is_api, route_path
from foedera.web.serving.refusals import Refusal

if TYPE_CHECKING:
    from starlette.types import Scope

_OWN = (b"same-origin", b"none")
_ASKED_BY_ADDRESS = "/health"
_HOST = re.compile(r"([a-z0-9._~%!$&'()*+;=-]*|\[[0-9a-f:.]+\])(:[0-9]*)?")
_PREFLIGHT = (
    (b"access-control-allow-methods", b"GET, HEAD, POST"),
    (b"access-control-allow-headers", b"Content-Type, If-None-Match"),
    (b"access-control-max-age", b"3600"),
)
_EXPOSED = (b"access-control-expose-headers", b"ETag, Link, X-Request-Id")


def check_host(scope: Scope, hosts: tuple[str, ...]) -> None:
    """Refuse a request that names another host than the site's own: so another site's name cannot lead to it.

    Raises:
        Refusal: it does, or it does not name one host (RFC 9112, 3.2).
    """
    given = [value.decode("latin-1").lower() for key, value in scope["headers"] if key == b"host"]
    is_needed = scope.get("http_version") == "1.1"
    if len(given) > 1 or (is_needed and not given) or not all(map(_HOST.fullmatch, given)):
        raise Refusal(400, "The request does not name one host.", "Send one Host header.", close=True)
    named = "".join(given)
    name = named if named.endswith("]") else named.rpartition(":")[0] or named
    if hosts and name.strip("[]").removesuffix(".") not in hosts and route_path(scope) != _ASKED_BY_ADDRESS:
        raise Refusal(421, "This site does not answer under that host name.", "Use the address it was started with.")


def check_post(scope: Scope, origins: tuple[str, ...]) -> None:
    """Refuse a POST that another site's page sends.

    Programs send neither header and pass; browsers send at least one of them with every POST.

    Raises:
        Refusal: it comes from another site, and is not an API call from an origin that may.
    """
    headers = scope["headers"]
    site, origin = header(headers, b"sec-fetch-site"), header(headers, b"origin")
    if is_api(scope) and is_allowed(origin, origins):
        return
    if site in _OWN or (site is None and (origin is None or _is_own(origin, header(headers, b"host")))):
        return
    raise Refusal(403, "This form was sent from another site.", "Open the page here and send it again.")


def is_allowed(origin: bytes | None, origins: tuple[str, ...]) -> bool:
    """Whether an origin is one that may use the API."""
    return origin is not None and ("*" in origins or origin.decode("latin-1") in origins)


def _is_own(origin: bytes, host: bytes | None) -> bool:
    return host is not None and origin.partition(b"://")[2] == host.lower()


def cors_headers(scope: Scope, origins: tuple[str, ...]) -> Headers:
    """What the API's responses say to browsers about other sites."""
    if not origins or not is_api(scope):
        return []
    origin = header(scope["headers"], b"origin")
    if origin is None or not is_allowed(origin, origins):
        return [(b"vary", b"Origin")]
    named = b"*" if "*" in origins else origin
    return [(b"vary", b"Origin"), (b"access-control-allow-origin", named), _EXPOSED]


def preflight_headers(scope: Scope, origins: tuple[str, ...]) -> Headers | None:
    """The answer to a browser that asks whether another site may call the API; None if it is no such question."""
    asked = header(scope["headers"], b"access-control-request-method")
    if asked is None or scope["method"] != "OPTIONS" or not is_api(scope):
        return None
    return list(_PREFLIGHT) if is_allowed(header(scope["headers"], b"origin"), origins) else []
