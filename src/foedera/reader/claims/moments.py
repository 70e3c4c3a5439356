"""Which date goes with which act in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Mention, Written

SIGNED = re.compile(
    r"(?i)\b(?:(?P<act>was|were|been|is|are)\s+(?:\w+ly\s+)?)?(?:(?P<verb>signed|to sign|signs|concluded|inked|"
    r"struck(?=\s+(?:a|an|the|their|its|this)\s+(?:[\w-]+\s+){0,4}(?:deal|pact|agreement|accord|treaty|alliance))|"
    r"sealed|unveiled|agreed(?: upon)?(?= in | on | by |,)|put to paper|proclaimed|launched|formali[sz]ed|"
    r"(?:put|set|affix(?:ed)?) (?:their|his|her|its) (?:signatures?|names?)(?: (?:to|under|on))?|put pen to paper on|"
    r"entered into(?! force| effect| operation))|(?P<noun>signing|signature|signatures)|(?:dates?|dated|goes|go|going)"
    r" (?:from|back to|to(?= [A-Z\d]))|dated|(?:carries|bears|bearing|carrying) the date of|a (?:product|child|"
    r"creature) of"
    r"|(?P<made>founded|established|created|set up|formed|born|came into being|come into being|came into existence|"
    r"has existed since|have existed since|reached|issued|released|published|announced))\b"
)
"""Words for a signature. ``made``: words that mean it of an instrument, but of an organisation its foundation."""
FORCE = re.compile(
    r"(?i)\b(?:(?:entered|enters?|entering|entry|came|comes?|coming|went|go(?:es)?|put|brought)\s+(?:formally\s+)?"
    r"in(?:to)?\s+(?:force|effect|operation)|enter into force|took (?:legal )?effect|takes effect|take effect|"
    r"(?:been |was |is |remained )?(?:in|into) (?:force|effect|operation)(?: ever| only| between [\w ]{3,40}| for "
    r"[\w ]{3,30})? (?:since|from|as of)|"
    r"valid since|effective (?:since|from|as of|on)|became (?:effective|operative|binding|law)|"
    r"kicked in|was activated|(?:acquired|gained|got|obtained) (?:legal force|(?:the )?force of law)|"
    r"(?:been|is|was) (?:the )?law\b(?: between [\w ]{3,40}| for [\w ]{3,30})? since|"
    r"(?:has|have|had) (?:applied|bound [\w ]{3,40}|operated|been (?:valid|binding|operative)) since|"
    r"(?:started|began) to (?:apply|operate)|(?:is|was|been) effective (?:since|from)|"
    r"(?:in force|in operation|in effect)(?= since| from|,? ever since)|"
    r"(?:there\s+)?(?:is|was|has been|had been)\s+in\s+(?:force|effect|operation)|has (?:bound|applied)(?= ))\b"
)
_OTHER_ACT = re.compile(
    r"(?i)\b(?:ratified|approved|expired|lapsed|ended|terminated|renewed|extended|denounced|suspended|withdrew|"
    r"registered|acceded|joined|dissolved|died|attacked|invaded|replac\w+|supersed\w+|amended|dropped out|pulled out|"
    r"walked out|quit|vetoed|invoked|scrapped|took over|recogni[sz]ed)\b"
)
_UNTIL = re.compile(r"(?i)\b(?:until|till|before|by|through|up to)\s+(?:the\s+)?$")
_NOT_UNTIL = re.compile(r"(?i)\b(?:not|n['’]t|never)\b[^;:]{0,60}$")
_BEFORE_DATE = re.compile(
    r"(?i)(?:^|\b(?:on|in|of|since|from|by|until|early|late|mid)(?: the)?|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day,?)[\s\"“]*$"
)


def date_of(frame: Frame, start: int, end: int) -> Mention | None:
    """The date that goes with a cue: the next after it in its reach, else one just before it."""
    if _NOT_UNTIL.search(frame.words(frame.base, start)) and (told := _delayed(frame, end)):
        return told
    limit = reach(frame, end)
    right = next((one for one in frame.named("date", since=end, until=limit) if not inside_name(frame, one)), None)
    if right is not None:
        return None if _UNTIL.search(frame.words(end, right.start)) else right
    low = max((frame.base + m.end() for m in _acts(frame) if frame.base + m.end() <= start), default=frame.base)
    left = [one for one in frame.named("date", since=low, until=start) if not inside_name(frame, one)]
    if left and low > frame.base and frame.clause_of(left[-1].start)[0] < low:
        return None  # nothing breaks the sentence between the act before and this date: it is the date of that act
    if left and of_another_clause(frame, left[-1].end, start):
        return None
    if left and _BEFORE_DATE.search(frame.words(frame.base, left[-1].start)):
        return left[-1]
    return None


def of_another_clause(frame: Frame, since: int, until: int) -> bool:
    """Whether a clause with an instrument of its own begins between a date and the cue: "in 2023; the treaty was"."""
    broken = re.search(r"[;:—]|,\s(?:and|but|while|whereas)\s(?!not\b)", frame.words(since, until))
    return broken is not None and bool(frame.named("instrument", since=since + broken.end(), until=until))


def _delayed(frame: Frame, end: int) -> Mention | None:
    """The date in "did not enter into force until 1994", which says that it did then."""
    following = frame.after(end, "date")
    if following is None or not re.fullmatch(
        r"(?i)\s+(?:until|till|before)\s+(?:the\s+)?", frame.words(end, following.start)
    ):
        return None
    return following


@lru_cache(maxsize=16)
def cues(text: str, pattern: re.Pattern[str]) -> tuple[re.Match[str], ...]:
    """The places of a sentence where a pattern fits; several families ask for the same."""
    return tuple(pattern.finditer(text))


def _acts(frame: Frame) -> list[re.Match[str]]:
    text = frame.sentence.text
    return [*cues(text, _OTHER_ACT), *cues(text, SIGNED), *cues(text, FORCE)]


def reach(frame: Frame, end: int) -> int:
    """How far to the right a cue may look: to the next act, or a strong break."""
    stop = frame.sentence.end
    for match in _acts(frame):
        if frame.base + match.start() > end:
            stop = min(stop, frame.base + match.start())
    broken = re.search(r"[;:—]|\s(?:but|while|whereas|although|though|before|after|until)\s", frame.words(end, stop))
    return end + broken.start() if broken else stop


def inside_name(frame: Frame, inner: Mention) -> bool:
    """Whether a year or person belongs to the name of an instrument ("the 1961 treaty", "the Kellogg-Briand Pact")."""
    return any(one.start <= inner.start < one.end for one in frame.found.of("instrument", "provision"))


def told_day(frame: Frame, until: int) -> Written | None:
    """The day told last: "that day"."""
    dates = frame.named("date", until=until)
    return dates[-1].written if dates else frame.last_date
