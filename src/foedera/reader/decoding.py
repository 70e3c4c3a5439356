"""How the bytes of a text are to be read: their encoding, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from foedera.reader.limits import IntakeError

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = 2**16
"""Bytes that are looked at to tell what a file is."""
_MOST_BROKEN = 0.01
"""The share of characters that may be unreadable or control characters in a text with damage."""
_MOST_ACCENTED = 0.3
"""The share of characters beyond ASCII in a text in a Western European language; more is another encoding."""
_UNWRITTEN = "".join(map(chr, (*range(1, 9), *range(14, 32), 127)))
_SAVE = "save it as text or PDF"
_UNPACK = "unpack it first"
_PICTURE = "a picture has no text: run text recognition on it first"
_KNOWN = (
    (b"PK\x03\x04", "it is a ZIP archive or an office document", _SAVE),
    (b"\xd0\xcf\x11\xe0", "it is an office document of an old kind", _SAVE),
    (b"{\\rtf", "it is an RTF document", _SAVE),
    (b"%!PS", "it is PostScript", _SAVE),
    (b"\x1f\x8b", "it is compressed", _UNPACK),
    (b"\xfd7zXZ", "it is compressed", _UNPACK),
    (b"7z\xbc\xaf", "it is an archive", _UNPACK),
    (b"Rar!\x1a", "it is an archive", _UNPACK),
    (b"\x89PNG", "it is a picture", _PICTURE),
    (b"\xff\xd8\xff", "it is a picture", _PICTURE),
    (b"GIF8", "it is a picture", _PICTURE),
    (b"II*\x00", "it is a picture", _PICTURE),
    (b"MM\x00*", "it is a picture", _PICTURE),
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""(?i)charset\s*=\s*["']?\s*([\w-]{2,30})""")
_WRITTEN_IN = re.compile(r"(?:iso8859|cp125|koi8|mac|gb|big5|shift_jis|euc_)[\w-]*\Z")


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to read a text.

    Attributes:
        codec: the encoding; a byte order mark is not part of the text.
        characters: how many there are.
    """

    codec: str
    characters: int


@dataclass(frozen=True, slots=True)
class _Count:
    characters: int = 0
    broken: int = 0
    accented: int = 0
    controls: int = 0
    nul: int = 0

    @property
    def is_text(self) -> bool:
        return not self.nul and self.broken + self.controls <= _MOST_BROKEN * self.characters


def decoding_of(stream: BinaryIO, declared: str | None = None) -> Decoding:
    """How to read the bytes of a stream, all of which are looked at.

    UTF-8, or UTF-16 with a byte order mark; a text that is neither may be in the declared encoding, or in Windows-1252
    if every byte of it means something there and most of its characters are ASCII.

    Raises:
        IntakeError: they are not text, or there are none.
    """
    stream.seek(0)
    head = stream.read(SAMPLE)
    _refuse_known(head)
    mark = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    codec, count = _chosen(stream, mark, declared)
    if not count.characters:
        raise IntakeError("it is empty")
    if not count.is_text:
        raise IntakeError("it is not text, or is in an unknown encoding", "save it as text in UTF-8")
    return Decoding(codec, count.characters)


def decoded(stream: BinaryIO, codec: str) -> Iterator[str]:
    """The text of a stream in pieces; what cannot be read is U+FFFD."""
    decoder = codecs.getincrementaldecoder(codec)(errors="replace")
    stream.seek(0)
    while data := stream.read(SAMPLE):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def declared_encoding(head: bytes) -> str | None:
    """The encoding that an HTML file says it is in, if that is one in which pages are written."""
    match = _DECLARED.search(head[:2048])
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name if match else ""
    except (LookupError, UnicodeDecodeError):
        return None
    return name if _WRITTEN_IN.match(name.replace("iso8859-", "iso8859_")) else None


def _refuse_known(head: bytes) -> None:
    for start, what, hint in _KNOWN:
        if head.startswith(start):
            raise IntakeError(what, hint)


def _chosen(stream: BinaryIO, mark: str | None, declared: str | None) -> tuple[str, _Count]:
    codec = mark or "utf-8"
    count = _count(stream, codec)
    if mark or count.nul or count.accented > count.broken or not count.broken:
        return codec, count
    if declared and (other := _count(stream, declared)).is_text:
        return declared, other
    western = _count(stream, "cp1252")
    fits = not western.broken and western.accented <= _MOST_ACCENTED * western.characters
    return ("cp1252", western) if fits else (codec, count)


def _count(stream: BinaryIO, codec: str) -> _Count:
    characters = broken = ascii_ = controls = nul = 0
    for text in decoded(stream, codec):
        characters += len(text)
        broken += text.count("\ufffd")
        ascii_ += len(text) if text.isascii() else len(text.encode("ascii", "ignore"))
        controls += sum(map(text.count, _UNWRITTEN))
        nul += text.count("\x00")
    return _Count(characters, broken, characters - ascii_ - broken, controls, nul)
