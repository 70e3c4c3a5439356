"""Claims that an article lays down something for which there is no kind: its words are all there is to compare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.anchoring import cover
from foedera.reader.claims.details import details
from foedera.reader.claims.duties import duties
from foedera.reader.claims.duty_words import LONGEST
from foedera.reader.claims.topics import topics
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.anchoring import Anchor, Covered
    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_HINT = re.compile(
    r"(?i)oblig|requir|bind|bound|compel|commit|pledg|promis|undert|forbid|prohibit|bar|ban|rule|outlaw|allow|"
    r"permit|entitle|shall|must|can|may"
)
_NEXT = re.compile(r"(?i)^(?:,[^,;]{0,60},)?\s+(?:\w+ly\s+|also\s+|merely\s+|only\s+)?(?P<verb>\w+(?:\s+out)?)")
_MODAL = re.compile(r"(?i)^[^,;:]{0,60},?\s+(?:\w+\s+){0,6}?(?:must|shall|may|can)\b")
_OTHER = re.compile(
    r"(?i)\b(?:based|subject|accordance|conformity|Charter|similar|identical|replac|supersed|directed|aimed|"
    r"alliance|binding|in(?:to)?\s+force|expire|renew)"
)
_FEW = 5


def contents(frame: Frame) -> Iterator[Claim]:
    """What an article is said to oblige to, to forbid or to allow, where no other claim tells it."""
    if len(frame.sentence.text) > LONGEST or not frame.found.of("provision") or not _HINT.search(frame.sentence.text):
        return
    if any(True for family in (duties, details, topics) for _ in family(frame)):
        return
    covered = cover(frame)
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
    return bool(v.PREFIX.search(covered.text[: anchor.start])) and bool(_MODAL.match(after))
