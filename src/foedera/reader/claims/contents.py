"""What instruments and articles lay down: duties, numbers, quotations, topics; else the words alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.covering import cover
from foedera.reader.claims.details import details
from foedera.reader.claims.duties import duties
from foedera.reader.claims.duty_words import likely, words_of
from foedera.reader.claims.topics import topics
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.covering import Anchor, Covered
    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_NEXT = re.compile(r"(?i)^(?:,[^,;]{0,60},)?\s+(?:\w+ly\s+|also\s+|merely\s+|only\s+)?(?P<verb>\w+(?:\s+out)?)")
_MODAL = re.compile(r"(?i)^[^,;:]{0,60},?\s+(?:\w+\s+){0,6}?(?:must|shall|may|can)\b")
_OTHER = re.compile(
    r"(?i)\b(?:based|subject|accordance|conformity|Charter|similar|identical|replac|supersed|directed|aimed|"
    r"alliance|binding|in(?:to)?\s+force|expire|renew)"
)
_NUMBER = re.compile(r"[\d\"“]")
_FEW, _TAIL = 5, 60


def contents(frame: Frame) -> Iterator[Claim]:
    """Claims about what is laid down; the words of an article are one where they tell no duty, number or topic."""
    if not _may_lay_down(frame):
        return
    covered = cover(frame)
    found = [claim for family in (duties, details, topics) for claim in family(covered)]
    yield from found or _others(covered)


def _may_lay_down(frame: Frame) -> bool:
    """A cheap test: whether an article or an organisation is named, or a word that some duty needs, or a number."""
    text = frame.sentence.text
    return (
        bool(frame.found.of("provision", "organ"))
        or _NUMBER.search(text) is not None
        or any(True for _ in likely(words_of(text)))
    )


def _others(covered: Covered) -> Iterator[Claim]:
    """What an article is said to oblige to, to forbid or to allow, for which there is no kind."""
    frame = covered.frame
    anchor = next((one for one in covered.anchors if one.is_article), None)
    if anchor is None or not anchor.subject.ids or anchor.is_referred or anchor.chained or "?" in covered.text:
        return
    start, until = anchor.end, covered.clause(anchor.start, anchor.end)[1]
    after = covered.text[start:until]
    if len(after.split()) >= _FEW and _lays_down(covered, anchor, after) and not _OTHER.search(after):
        base = frame.base
        said = Said(quote=frame.words(base + start, base + until).strip(" ,."))
        yield frame.claim("clause_content", base + anchor.start, base + until, anchor.subject, said)


def _lays_down(covered: Covered, anchor: Anchor, after: str) -> bool:
    """Whether the article "obliges", or something "must" be done under it."""
    follows = _NEXT.match(after)
    verb = follows["verb"] if follows else ""
    patterns = (v.MUST, v.PLEDGE, v.FORBID_VERB, v.PERMIT_VERB)
    if any(one.match(verb) or one.match(verb.split()[0] if verb else "") for one in patterns):
        return True
    before = covered.text[max(0, anchor.start - _TAIL) : anchor.start]
    return bool(v.PREFIX.search(before)) and bool(_MODAL.match(after))
