"""A text inside an address: deflated and written in the letters that addresses allow; bounded both ways."""

from __future__ import annotations

import base64
import binascii
import zlib

from foedera.web.errors import WebError

MAX_PACKED = 8_000
"""Characters of a packed text in an address."""
MAX_TEXT = 200_000
"""Bytes of a text that is unpacked."""


def pack(text: str) -> str | None:
    """The text in the letters of an address, or None if it is too long for one."""
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_TEXT:
        return None
    packed = base64.urlsafe_b64encode(zlib.compress(data, 9)).decode("ascii").rstrip("=")
    return packed if len(packed) <= MAX_PACKED else None


def unpack(packed: str) -> str:
    """The text again.

    Raises:
        WebError: it was not packed by ``pack``, or is too long.
    """
    broken = WebError("the text in the address is broken", "copy the whole address, or paste the text again")
    if len(packed) > MAX_PACKED:
        raise broken
    try:
        reader = zlib.decompressobj()
        data = reader.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), MAX_TEXT)
        text = data.decode("utf-8")
    except (zlib.error, binascii.Error, ValueError):
        raise broken from None
    if not reader.eof:
        raise broken
    return text
