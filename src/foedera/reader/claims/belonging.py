"""Claims that a state stands inside or outside an instrument: "belongs to it", "takes part in it", "stayed out"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import doer, is_among, is_denied, is_open
from foedera.reader.claims.objects import instruments, nearest, object_at, subject_of
from foedera.reader.claims.times import matches, stretch, tenure
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim

_ADVERB = r"(?:(?:not|never|still|now|also|only|always|long|both|today|since|even|firmly|\w+ly)\s+){0,3}"
_BE = r"(?:is|are|was|were|being|(?:has|have|had)\s+(?:not\s+|never\s+|always\s+|long\s+)?been|remains?|remained)"
_KEPT = r"(?:stands?|stood|stays?|stayed|keeps?|kept|remains?|remained|sat)"
_INSIDE_NEEDS = tuple(
    (
        "belong|part of|part in|inside|within|on board|bound|tied|particip|seat|place|sits|name|signature|hand|seal"
    ).split("|")
)
_INSIDE = re.compile(
    rf"(?i)\b(?:(?P<belong>belongs?|belonged|belonging)(?:\s+{_ADVERB}to\b(?:\s+(?:the|"
    rf"its)\s+(?:\w+\s+){{0,2}}?(?:members?|parties|states|signatories|"
    r"founders|circle|club|group|ranks|family|camp)\s+of)?)?|"
    rf"(?:{_BE}|{_KEPT})\s+{_ADVERB}(?:part\s+of|inside|within|on\s+board|(?P<in>in(?=\s+(?:the\s+)?[A-Z\"“]|"
    rf"\s+it\b)))|"
    rf"{_BE}\s+{_ADVERB}(?:bound|tied)\s+by|"
    r"(?:takes?|took|taken|taking|has|have|had)\s+(?:an?\s+)?(?:full\s+|active\s+|no\s+)?part\s+in|"
    r"participat(?:es?|ed|ing)\s+in|(?:has|have|had|holds?|held|occup\w+)\s+(?:an?|its|their)\s+(?:own\s+)?"
    r"(?:full\s+)?(?:seat|place)\s+(?:in|at|on)|sits?\s+in|"
    r"(?P<name>(?:has|have|had|puts?|set|placed|left)\s+(?:also\s+)?(?:its|their|an?|the)\s+"
    r"(?:name|names|signature|signatures|hand|seal)\s+(?:on|under|to|beneath|below|at\s+the\s+(?:foot|bottom)\s+of)))\b"
)
_OUTSIDE_NEEDS = tuple(
    (
        "outside|out of|excluded|absent|missing|barred|shut|left off|no part|clear|aloof|away|aside|apart|no seat|"
        "no place"
    ).split("|")
)
_OUTSIDE = re.compile(
    rf"(?i)\b(?:(?:{_BE})\s+{_ADVERB}(?:outside(?:\s+of)?|out\s+of|left\s+out\s+of|(?:excluded|absent|missing|barred|"
    rf"shut\s+out|left\s+off)\s+(?:from|of)|kept\s+out\s+of|no\s+part\s+of)|"
    rf"{_KEPT}\s+{_ADVERB}(?:outside(?:\s+of)?|(?:out|clear|aloof|away|aside|apart|absent|off)\s+(?:of|from))|"
    r"(?:takes?|took|taken|has|have|had)\s+no\s+part\s+in|(?:has|have|had)\s+no\s+(?:seat|place)\s+(?:in|at))\b"
)
_OWN_NAME_NEEDS = tuple("signature|name|hand".split("|"))
_OWN_NAME = re.compile(
    r"(?i)\b(?:signatures?|names?|hand)\s+(?:also\s+|too\s+)?(?:is|are|was|were|stands?|stood|appears?|appeared|"
    r"figures?|"
    r"features?|can\s+be\s+(?:read|found|seen))\s+(?:also\s+|too\s+|not\s+|nowhere\s+)?(?:on|under|beneath|below|in|"
    r"at\s+the\s+(?:foot|bottom)\s+of)\b"
)
_CLUB = re.compile(r"(?i)\b(?:pact|alliance|bloc|anzus|aukus|organi[sz]ation|club|arrangements?)\b")
_DENIED = re.compile(r"(?i)\b(?:not|never|nor|neither|no|nowhere)\b|n['’]t\b")


def belonging(frame: Frame) -> Iterator[Claim]:
    """Claims that states stand inside or outside an instrument."""
    yield from _inside(frame)
    yield from _outside(frame)
    yield from _named(frame)


def _inside(frame: Frame) -> Iterator[Claim]:
    needs = () if _is_in_club(frame) else _INSIDE_NEEDS
    for match, start, end in matches(frame, _INSIDE, needs):
        who = doer(frame, start)
        if who is None or is_open(frame, start) or re.search(r"(?i)no\s+longer\s+$", frame.words(frame.base, start)):
            continue
        subject = _what(frame, start, end, who)
        if subject is None or (match["in"] and not _is_club(subject)):
            continue
        denied = bool(_DENIED.search(frame.words(who.end, end))) or is_denied(frame, who, end)
        word = "signatory" if match["name"] else "party"
        yield _claim(frame, (start, end), who, subject, word, negated=denied)


def _is_in_club(frame: Frame) -> bool:
    """Whether "in" stands before an instrument or "it": cheap to see, before the pattern is tried."""
    before = (frame.words(max(frame.base, one.start - 8), one.start).lower() for one in instruments(frame))
    return any(one.rstrip(' "“').endswith((" in", " in the")) for one in before) or " in it" in frame.sentence.text


def _what(frame: Frame, start: int, end: int, who: Actors) -> Subject | None:
    """The instrument behind, or before "to which"; an owner ("NATO's plan") is none."""
    found = object_at(frame, end)
    if found is not None and found.mention is not None:
        owns = re.match(r"['’]s?\b", frame.words(found.mention.end, frame.sentence.end))
        return None if owns else found
    if re.match(r"(?i)\s+it\b(?!['’])", frame.words(end, frame.sentence.end)):
        return nearest(frame, start)
    before = [one for one in instruments(frame, until=who.start) if one.end <= who.start]
    if before and re.search(r"(?i)\b(?:to|in|by)\s+which\s+(?:\w+\s+)?$", frame.words(before[-1].end, who.start)):
        return subject_of(before[-1])
    return None


def _is_club(subject: Subject) -> bool:
    """Whether one can be "in" it: an organisation or a pact, not the text of a treaty."""
    mention = subject.mention
    return mention is not None and (mention.type == "organ" or bool(_CLUB.search(mention.text)))


def _outside(frame: Frame) -> Iterator[Claim]:
    """As in: "Sweden stayed out of NATO", "Britain was left out of ANZUS"; since a date, that it left then."""
    for _, start, end in matches(frame, _OUTSIDE, _OUTSIDE_NEEDS):
        who = doer(frame, start)
        subject = _what(frame, start, end, who) if who else None
        if who is None or subject is None or is_open(frame, start):
            continue
        negated = not _DENIED.search(frame.words(who.end, start))
        claim = _claim(frame, (start, end), who, subject, "party", negated=negated)
        once = all(is_among(frame, state, subject) for state in who.states)
        if claim.said.date is not None and negated:
            said = replace(claim.said, word="left") if once else replace(claim.said, date=None)
            claim = replace(claim, said=said, negated=not once)
        if negated or not once:
            yield claim


def _named(frame: Frame) -> Iterator[Claim]:
    """As in: "France's signature stands under the memorandum"."""
    for match, start, end in matches(frame, _OWN_NAME, _OWN_NAME_NEEDS):
        owners = [one for one in frame.named("state", until=start) if one.end <= start]
        if not owners or not re.fullmatch(r"['’]s?\s+(?:own\s+)?", frame.words(owners[-1].end, start)):
            continue
        subject = object_at(frame, end)
        if subject is not None and subject.mention is not None:
            said = Said(states=owners[-1].ids[:1], word="signatory")
            place = stretch((start, end), owners[-1], subject.mention)
            yield frame.claim("party_to", *place, subject, said, negated=bool(_DENIED.search(match.group())))


def _claim(frame: Frame, place: tuple[int, int], who: Actors, subject: Subject, noun: str, *, negated: bool) -> Claim:
    end = max(place[1], subject.mention.end if subject.mention else 0)
    said = tenure(frame, who, noun, place[0], end)
    between = frame.named("date", since=who.end, until=place[0])
    if said.word != "left" and any(one.written is said.date for one in between):
        said = replace(said, date=None)
    date = next((one for one in frame.found.of("date") if said.date and one.written is said.date), None)
    return frame.claim("party_to", *stretch(place, who, subject.mention, date), subject, said, negated=negated)
