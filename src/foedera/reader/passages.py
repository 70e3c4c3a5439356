"""A text cut into passages: paragraphs, with their places in the text.

Paragraphs stand between blank lines, or one on a line. Lines that were wrapped by hand or by a mail program go
together: a line is taken to be wrapped if the first word of the next would not have fitted on it, or if it ends inside
a sentence.

In a passage every line break, tab, control character and bidirectional control (U+202E and its like, with which letters
can be shown in another order than they are stored) is a space, one for one, so that places stay true. Soft hyphens and
characters of no width stay where they are.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from foedera.reader.records import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 20_000
"""Characters in a passage; longer paragraphs are cut at the end of a sentence, or else at a space."""
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CONTROLS = "".join(map(chr, (*range(32), *range(127, 160))))
_SPACES = str.maketrans(dict.fromkeys(CONTROLS + BIDI + "\u2028\u2029", " "))
_CLOSERS = "\"'\u201d\u2019»)]"
_SENTENCE_END = re.compile(rf"[.!?…][{re.escape(_CLOSERS)}]{{0,3}}\s")
_WIDEST = 160
"""Nobody wraps lines wider than this."""
_MOST = 0.6


def passages_of(chunks: Iterable[str], width: int) -> Iterator[Passage]:
    """The passages of a text that comes in pieces of any size; holds no more than two passages at a time.

    Args:
        chunks: the text.
        width: what ``wrap_width`` says of it.
    """
    start, held, last = 0, "", ""
    for line in _lines(chunks):
        if held and _is_break(last, line, width):
            yield from _passage(start, held)
            start, held = start + len(held), ""
        held += line
        last = line
        while len(held) > LONGEST:
            cut = _cut(held)
            yield from _passage(start, held[:cut])
            start, held = start + cut, held[cut:]
    yield from _passage(start, held)


def wrap_width(sample: str) -> int:
    """The width at which the lines of a text are wrapped; 0 if they are not.

    Args:
        sample: the text or its first part.
    """
    lines = [line.rstrip() for line in sample.splitlines()]
    lengths = sorted(filter(None, map(len, lines)))
    pairs = [(one, other) for one, other in pairwise(lines) if one and other]
    if not pairs:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(_is_full(one, other, width) for one, other in pairs)
    return width if width <= _WIDEST and full >= _MOST * len(pairs) else 0


def is_wrapped(line: str, following: str, width: int) -> bool:
    """Whether a line goes on in the next one. Neither is blank."""
    line, following = line.rstrip(), following.lstrip()
    if width and _is_full(line, following, width):
        return True
    return following[0].islower() and not is_sentence_end(line)


def is_sentence_end(line: str) -> bool:
    """Whether a sentence, or a part of a list, ends with the line."""
    return line.rstrip(_CLOSERS)[-1:] in {".", "!", "?", ":", ";", "…"}


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _is_break(line: str, following: str, width: int) -> bool:
    if not line.strip() or not following.strip():
        return True
    return line != line.splitlines()[0] and not is_wrapped(line, following, width)


def _lines(chunks: Iterable[str]) -> Iterator[str]:
    """The lines with their ends, those longer than a passage in parts; the same however the text is cut in chunks."""
    rest = ""
    for chunk in chunks:
        *whole, rest = _split(rest + chunk)
        for line in whole:
            yield from _parts(line)
        *parts, rest = _parts(rest)
        yield from parts
    yield from rest.splitlines(keepends=True)


def _split(text: str) -> list[str]:
    """Lines; the last one may go on (so may one that ends in a carriage return, which may be half of a line's end)."""
    lines = text.splitlines(keepends=True) or [""]
    if lines[-1] == lines[-1].rstrip("\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"):
        return lines
    return [*lines, ""]


def _parts(line: str) -> list[str]:
    return [line[at : at + LONGEST] for at in range(0, len(line), LONGEST)] or [""]


def _cut(text: str) -> int:
    """Where to cut a paragraph that is too long."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, LONGEST // 2, LONGEST)]
    if ends:
        return ends[-1]
    words = text[:LONGEST].rstrip().rsplit(maxsplit=1)
    return len(text[:LONGEST].rstrip()) - len(words[1]) if len(words) > 1 else LONGEST


def _passage(start: int, text: str) -> Iterator[Passage]:
    plain = text.translate(_SPACES)
    if inner := plain.strip():
        yield Passage(start + len(plain) - len(plain.lstrip()), inner)
