"""Claims that an instrument is between states, binds or unites them, or took them in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import actors_of, is_open
from foedera.reader.claims.objects import instruments, subject_of, theme
from foedera.reader.claims.times import dated, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim

_TOOK_IN_NEEDS = tuple(
    (
        "admit|took in|taken in|accept|brought in|absorb|incorporat|welcom|let in|expand|grew|widen|enlarg|open|"
        "extend|gain|joined by"
    ).split("|")
)
_TOOK_IN = re.compile(
    r"(?i)\b(?P<verb>admitted|took\s+in|taken\s+in|accepted|brought\s+in|absorbed|incorporated|welcomed|let\s+in|"
    r"(?:expanded|grew|widened|enlarged)\s+to\s+(?:include|take\s+in|cover)|was\s+(?:later\s+)?(?:joined|"
    r"enlarged)\s+by|"
    r"(?:threw\s+)?open(?:ed)?\s+(?:up\s+)?(?:its\s+)?(?:doors?|ranks|gates?)\s+(?:open\s+)?to|"
    r"extended\s+membership\s+to|gained)"
    r"\s+(?:the\s+)?"
)
_HEAD = (
    r"(?:pact|treaty|alliance|agreement|accord|deal|arrangement|affair|bloc|grouping|partnership|compact|club|union|"
    r"understanding|undertaking|matter|work|product|creation|project|venture|coalition|framework|trio|quartet|quintet|"
    r"instrument|document|text|declaration|memorandum|charter|bargain|contract)"
)
_OF = (
    r"\s+(?:between|of|among|for|linking|uniting|grouping|binding|joining|tying|by|involving|comprising)\s+"
    r"(?:both\s+|only\s+)?(?:the\s+)?"
)
_BETWEEN_NEEDS = tuple(
    (
        "pact|treat|allianc|agreement|accord|deal|arrangement|affair|bloc|group|partner|compact|club|union|"
        "understanding|undertaking|matter|work|product|creation|project|venture|coalition|framework|trio|quartet|"
        "quintet|instrument|document|text|declaration|memorandum|charter|bargain|contract"
    ).split("|")
)
_BETWEEN = re.compile(
    r"(?i)\b(?P<be>is|was|are|were|remains|remained)\s+(?P<not>not\s+)?(?:(?:an?|the|merely|only|simply|just|now|"
    rf"then)\s+)*(?:[\w’'-]+\s+){{0,4}}?{_HEAD}{_OF}"
)
_APPOSED = re.compile(rf"(?i),\s*(?:an?|the)\s+(?:[\w’'-]+\s+){{0,4}}?{_HEAD}{_OF}")
_UNITES_NEEDS = tuple(
    (
        "bind|bound|link|unit|group|join|tie|together|compris|consist|made up|composed|includ|encompass|covers|"
        "exclud|leave|left out|omit"
    ).split("|")
)
_UNITES = re.compile(
    r"(?i)\b(?:(?P<not>(?:does|do|did)\s+not|doesn['’]t|didn['’]t|never|not)\s+)?(?P<verb>binds?|bound|links?|linked|"
    r"unites?|united|groups?|grouped|joins?|ties?|tied|brings?\s+together|brought\s+together|comprises?|comprised|"
    r"consists?\s+of|consisted\s+of|consisting\s+of|(?:is|was)\s+(?:made\s+up|composed)\s+of|includes?|included|"
    r"encompass\w*|covers?\s+only|has\s+bound|(?P<omits>excludes?|excluded|leaves?\s+out|left\s+out|omits|omitted))\s+"
    r"(?:together\s+)?(?:(?:only|both|also|now|just)\s+)?(?:(?:the\s+)?(?:\w+\s+)?(?:states|countries|nations|members|"
    r"powers|partners|governments)\s*[:,–—-]\s*)?(?:the\s+)?"
)


def uniting(frame: Frame) -> Iterator[Claim]:
    """Claims whose subject is the instrument and whose object are states."""
    yield from _took_in(frame)
    yield from _between(frame)
    yield from _unites(frame)


def _took_in(frame: Frame) -> Iterator[Claim]:
    """As in: "NATO admitted Greece in 1952", "the partnership brought in Japan as its fourth member"."""
    for match, start, end in matches(frame, _TOOK_IN, _TOOK_IN_NEEDS):
        who = next((one for one in actors_of(frame, since=end) if one.start == end), None)
        subject = theme(frame, start)
        if who is None or subject is None or is_open(frame, start):
            continue
        after = frame.words(who.end, frame.sentence.end)
        member = re.match(
            r"(?i)\s+(?:as\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}(?:member|party|ally|signatory)\b|"
            r"into\s+(?:its|the)\s+(?:ranks|fold|club|alliance|pact))",
            after,
        )
        if not member and re.match(r"(?i)welcomed|accepted|brought", match["verb"]):
            continue
        ends = who.end + (member.end() if member else 0)
        date = dated(frame, start, ends, subject.mention)
        said = Said(states=who.states, word="joined", date=date.written if date else None)
        yield frame.claim(
            "party_to",
            *stretch((start, ends), date, subject.mention),
            subject,
            said,
            negated=frame.negated(start),
        )


def _between(frame: Frame) -> Iterator[Claim]:
    """As in: "AUKUS is a pact between Australia, Britain and the United States"."""
    for match, start, end in [*matches(frame, _BETWEEN, _BETWEEN_NEEDS), *matches(frame, _APPOSED, _BETWEEN_NEEDS)]:
        who = next((one for one in actors_of(frame, since=end, inside=True) if one.start == end), None)
        subject = _named_before(frame, start)
        if who is None or subject is None or len(who.states) < _TWO:
            continue
        said = Said(states=who.states, word="party")
        negated = bool(match.groupdict().get("not"))
        yield frame.claim("party_to", *stretch((start, end), who, subject.mention), subject, said, negated=negated)


_TWO = 2


def _named_before(frame: Frame, start: int) -> Subject | None:
    found = theme(frame, start)
    if found:
        return found
    before = [one for one in instruments(frame, until=start) if one.end <= start]
    return subject_of(before[-1]) if before and not frame.words(before[-1].end, start).strip() else None


def _unites(frame: Frame) -> Iterator[Claim]:
    """As in: "The pact binds A, B and C"."""
    for match, start, end in matches(frame, _UNITES, _UNITES_NEEDS):
        who = next((one for one in actors_of(frame, since=end) if one.start == end), None)
        subject = theme(frame, start)
        if (
            who is None
            or subject is None
            or is_open(frame, start)
            or re.match(r"(?i)\s+(?:to|with|into)\b", frame.words(who.end, frame.sentence.end))
        ):
            continue
        negated = bool(match["not"] or match["omits"]) or frame.negated(start)
        if len(who.states) >= _TWO or negated or re.match(r"(?i)includ|encomp", match["verb"]):
            said = Said(states=who.states, word="party")
            yield frame.claim("party_to", *stretch((start, end), who, subject.mention), subject, said, negated=negated)
