"""Whether a duty is stated, or only asked about, wished for, foretold or made to depend on something."""

from __future__ import annotations

import re

from foedera.reader.claims.duty_parts import ANCHOR

_WISH = re.compile(
    r"(?i)\b(?:would(?! (?:\w+ly )?(?:have to|oblige|bind|require|compel|commit|force|be (?:obliged|bound|"
    r"required)))|"
    r"(?<!party )(?<!side )(?<!one )(?<!them )(?:could|might)|hopes?|hoped|wish(?:es)?|plans? to|planned to|"
    r"expects?|expected to|fears?|feared|predicts?|predicted|likely|perhaps|possibly|"
    r"(?:doubts?|believes?|thinks?)\b[^.;:]{0,70}?\bwill\b|imagine|suppose|assuming|ought\s+to|"
    r"(?<=\s)should(?=\s+(?:be\s+(?!attacked|invaded)|come\s+to|help|"
    r"consult|defend|send)\b)|"
    r"supposedly|proposes?|proposed|suggested that|draft|wants?|wanted|calls on|urges|urged|one day|soon|"
    r"will (?:never|eventually|probably|surely))\b"
)
_CONDITION = re.compile(
    r"(?i)(?:\b(?:if|unless|as though|as if|whether)|(?:^|[,–—-]\s|\s(?=(?:should|were)\s[^.]{3,60}\b(?:attack|"
    r"come under|be))) ?(?:should|were|had))\b(?P<what>[^;:]{0,110})"
)
_EVENT = re.compile(
    r"(?i)attack|aggress|threat|war\b|invad|assault|victim|danger|fired|violat|use|necessary|need be|asks?\b|"
    r"request|situation|risk|struck|crisis|force|missile|rocket|hit\b|challeng|territory|fit\b|peace|one of"
)
_TOLD = re.compile(
    r"(?i)\b(?:guaranteed?|pledge[sd]?|undertook|sw[eo]re?|assure[sd]?|said|says?|states?|stated|means?|meant|"
    r"declare[sd]?|holds?|held|promised?|provide[sd]?|"
    r"stipulate[sd]?|so)(?:\s+that)?\b[^;:]{0,100}\bwould\b"
)
_APART = re.compile(r"(?i)(?:\b(?:which|whose|yet|but|while|whereas|although|though)|;)\s*$")
_WOULD = re.compile(rf"(?i)\bwould\s+(?:\w+ly\s+)?$|(?<={ANCHOR})\s+would\b")
_OBLIGED = re.compile(r"(?i)(?:have\s+to|be\s+(?:obliged|bound|required))\b")
_BEFORE = 60


def is_conjecture(text: str, since: int, start: int, *, in_article: bool = False) -> bool:
    """Whether the words for a duty are a question, a wish or a prediction, or hang on a condition.

    The event that calls for the duty ("if one of them is attacked") is no such condition.

    Args:
        text: the sentence.
        since: where what is said of the duty begins.
        start: where the words for the duty begin.
        in_article: whether an article is named; what the parties "would" do under it is its content.
    """
    if text.rstrip('"”’) ').endswith("?"):
        return True
    before = _TOLD.sub(" ", text[since:start])
    if in_article or _OBLIGED.match(text, start):
        before = _WOULD.sub(" ", before)
    is_apart = since > 0 and bool(_APART.search(text[:since]))
    if _WISH.search(before) or (not is_apart and _WISH.search(text[max(0, since - _BEFORE) : since])):
        return True
    found = (match for match in _CONDITION.finditer(text, 0, start) if match.start() >= since or match.start() == 0)
    return any(not _EVENT.search(match["what"]) for match in found)
