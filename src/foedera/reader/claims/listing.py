"""What a sentence names one after another: the instruments, articles and organisations after a predicate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.records import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.reader.claims.frame import Frame

GAP = frozenset(
    """
    the a an its their his our both either all of in that this those these old older earlier previous former
    existing present current original only also entirely completely largely almost exactly much many most
    similar so-called famous celebrated well-known wording language text texts terms formula pledge clause
    clauses model spirit letter pattern lines example provision provisions promise guarantee commitment
    commitments principle principles phrasing phrase obligation obligations article what is laid down set out
    found given by not as well and for to with from word core mechanism system structure logic template
    blueprint those contained stated rule rules""".split()
)
"""Words that may stand between a predicate and what it names."""
_JOIN = frozenset(
    """
    and or as well but also the of upon on its their both then even plus with in that those to by from not only
    a an , & bilateral earlier later likewise older soviet former previous respectively including such between
    two relevant among others first second so-called""".split()
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_LIST = re.compile(r"(?i),|&|\band\b|\bor\b|\bas\b|\bplus\b|\bbut\b")
_WORD = re.compile(r"[\w’'-]+")


def tops(frame: Frame, *types: str) -> list[Mention]:
    """Mentions of instruments and articles (or of other types), of those inside one another the outer one."""
    every = frame.found.of(*(types or ("instrument", "provision")))
    outer: list[Mention] = []
    for one in sorted(every, key=lambda mention: (mention.start, -mention.end)):
        if not outer or one.end > outer[-1].end or (one.start, one.end) == (outer[-1].start, outer[-1].end):
            outer.append(one)
    return outer


def things(frame: Frame) -> list[Mention]:
    """What may be spoken of or compared: instruments, articles, and organisations that stand for their treaty."""
    every = tops(frame, "instrument", "provision", "organ")
    records = frame.world.records.instruments
    return [one for one in every if one.type != "organ" or (one.id in records and one.id != "un-charter")]


def things_after(frame: Frame, end: int, until: int | None = None, *, gap: Iterable[str] = GAP) -> list[Mention]:
    """The instruments and articles that are named right after a place, one after another ("A, B and also C")."""
    limit = frame.sentence.end if until is None else until
    right = [one for one in things(frame) if end <= one.start < limit]
    if not right or not _only(frame.words(end, right[0].start), frozenset(gap)):
        return []
    chain = [right[0]]
    for one in right[1:]:
        between = frame.words(chain[-1].end, one.start)
        if not _LIST.search(between) or not _only(between, _JOIN):
            break
        chain.append(one)
    return chain


_ELDER = re.compile(
    r"(?i)\s*(?:what\s+)?(?:(?:the|its|their|this|that)\s+(?:older|old|earlier|previous|former|first|"
    r"original)\s+(?:one|text|bargain|arrangement)|"
    r"(?:its|the)\s+predecessor)\b(?!\s+(?:of|with|from|between)\b)"
)


def elder_after(frame: Frame, end: int) -> Mention | None:
    """As in "took the place of the older one": what the text was speaking of, as if it were named there."""
    match = _ELDER.match(frame.words(end, frame.sentence.end))
    if match is None or frame.implied is None:
        return None
    return Mention(end + 1, end + match.end(), frame.words(end + 1, end + match.end()), "instrument", (frame.implied,))


def opening(frame: Frame, named: list[Mention]) -> tuple[list[Mention], Mention] | None:
    """Of "Replacing A and B, C ..." at the head of a sentence: A and B, and what the words are said of, C."""
    is_tail = len(named) > 1 and frame.words(named[-2].end, named[-1].start).strip() in (",", ", the", ", this")
    if is_tail:
        return named[:-1], named[-1]
    right = next((one for one in things(frame) if one.start >= named[-1].end), None)
    if right is None or not re.fullmatch(r"[^,;:]{0,60},\s*", frame.words(named[-1].end, right.start)):
        return None
    return named, right


def _only(text: str, allowed: frozenset[str]) -> bool:
    """Whether a stretch has none but these words, days and years."""
    if re.search(r"[;:.!?—]", text):
        return False
    return all(
        word.lower() in allowed or word.isdigit() or word.lower() in _MONTHS or word.endswith(("'s", "’s"))
        for word in _WORD.findall(text)
    )


def ids_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The records that the mentions stand for, each once."""
    return tuple(dict.fromkeys(identifier for one in mentions for identifier in one.ids))
