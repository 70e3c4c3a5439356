"""Claims that a state left an instrument, or ended its part in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import (
    Actors,
    actors_of,
    companions,
    doer,
    is_denied,
    is_open,
    later_doer,
    merged,
    owner,
)
from foedera.reader.claims.objects import around, implied, is_instrument, nearest, object_at, subject_of, theme
from foedera.reader.claims.times import dated, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_ANY = re.compile(
    r"(?i)\b(?:pull|withdr|quit|left|leav|exit|walk|dropped|abandon|deserted|broke|expel|resign|opted|"
    r"bowed|step|thrown|ceas|stopped|no longer|gave up|denunci|depart|lost|abrogat|terminat|repudiat|suspension|"
    r"renounc|ended|relinq|eject)"
)
_LEFT = re.compile(
    r"(?i)\b(?P<verb>(?:left(?!\s+(?:out|off)\b)|leaving|quit|quits|quitted|quitting|exited|exiting|abandoned|deserted)|"
    r"(?P<of>withdrew|withdrawn|withdrawing|pulled\s+out|pulling\s+out|walked\s+out|walking\s+out|"
    r"dropped\s+out|dropping\s+out|broke\s+away|resigned|"
    r"stepped\s+out|bowed\s+out|opted\s+out|was\s+expelled|was\s+thrown\s+out|was\s+ejected)|"
    r"(?P<member>ceas(?:ed|ing)\s+to\s+be\s+(?:a\s+)?(?:part(?:y|ies)|members?|signator(?:y|ies))|"
    r"stopped\s+being\s+(?:a\s+)?(?:party|member)|(?:(?:is|are|was|were)\s+no\s+longer|(?:has|have|"
    r"had)\s+no\s+longer\s+been)\s+(?:a\s+|an\s+|among\s+(?:the|its)\s+)?(?:[\w-]+\s+)?(?:part(?:y|ies)|"
    r"members?)|"
    r"(?:gave\s+up|renounced|ended|terminated|relinquished)\s+its\s+membership))\b"
)
_LOST = re.compile(r"(?i)\blost\s+(?:the\s+)?")
_ANNOUNCED = re.compile(
    r"(?i)\b(?:announced|declared|notified|gave\s+(?:formal\s+)?notice|said|"
    r"stated)\b[^.;:]{0,40}?\s(?:that\s+(?:it|they)\s+(?:was|were)\s+"
    r"(?:leaving|quitting|withdrawing|pulling\s+out)|(?:of\s+)?its\s+(?:withdrawal|departure|exit|"
    r"denunciation))(?:\s+(?:from|of))?"
)
_ENDS = re.compile(r"(?i)\s*(?:$|[.,;)”\"]|(?:it|on|in|the\s+treaty|the\s+pact)\b)")
_NOUN = re.compile(
    r"(?i)\b(?P<noun>withdrawals?|exit|departure|denunciation|termination|abrogation|repudiation|"
    r"suspension)\b(?!\s+(?:clause|notice|period|rights?|article|provision|procedure))"
)


# --- left ---


def leaving(frame: Frame) -> Iterator[Claim]:
    """Claims that states left an instrument."""
    if _ANY.search(frame.sentence.text):
        yield from _left(frame)
        yield from _lost(frame)
        yield from _leaving(frame)
        yield from _nominal(frame)


def _left(frame: Frame) -> Iterator[Claim]:
    """As in: "Albania left the pact in September 1968"."""
    for match, start, end in matches(frame, _LEFT):
        who = doer(frame, start) or later_doer(frame, start) or _attached(frame, start)
        if who is None or is_open(frame, start):
            continue
        subject, ends = _what_is_left(frame, match, who, start, end)
        if subject is None:
            continue
        date = dated(frame, start, end, who)
        said = Said(date=date.written if date else None, states=merged(who.states, companions(frame, end)), word="left")
        place = stretch(
            (start, max(end, ends)),
            who,
            date,
            subject.mention if subject.mention and subject.mention.start >= start else None,
        )
        yield frame.claim("ended", *place, subject, said, negated=is_denied(frame, who, start))


def _attached(frame: Frame, start: int) -> Actors | None:
    """As in: "Uzbekistan, having left in 2012", "with Georgia leaving the pact"."""
    for one in actors_of(frame, until=start)[-1:]:
        if re.fullmatch(r"(?i),?\s*(?:after|having|before|by)?\s*(?:formally\s+)?", frame.words(one.end, start)):
            return one
    return None


def _what_is_left(frame: Frame, match: re.Match[str], who: Actors, start: int, end: int) -> tuple[Subject | None, int]:
    following = frame.words(end, frame.sentence.end)
    subject = object_at(frame, end)
    if subject is not None and subject.mention is not None:
        return (subject, subject.mention.end) if _is_whole(frame, match, end, subject.mention) else (None, end)
    if re.match(r"(?i)\s+(?:from\s+|of\s+)?it\b(?!s)", following):
        return nearest(frame, start), end
    if not re.match(
        r"(?i)\s*(?:$|[.,;)”\"]|(?:in|on|by|since|last|two years|three years|years|months|along|together|"
        r"again|for good|as|from it|after|"
        r"that year|a year|\d)\b|under\b)",
        following,
    ) or re.match(
        r"(?i)\s+(?:in|on|by|for)\s+(?:the\s+)?(?!\w+ (?:of )?\d{4}|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|"
        r"oct|nov|dec|good|early|late)",
        following,
    ):
        return None, end
    return _left_before(frame, match, who), end


def _is_whole(frame: Frame, match: re.Match[str], end: int, mention: Mention) -> bool:
    """Whether the instrument itself is left, not something in it or before it."""
    between = frame.words(end, mention.start).lower()
    after = frame.words(mention.end, min(mention.end + 14, frame.sentence.end))
    if (
        re.match(
            r"(?i)\s+(?:intact|alone|open|untouched|behind|unsigned|unratified|out|in place|to|as it|"
            r"unchanged|in tatters|with|without)\b|['’]s\b",
            after,
        )
        and match["of"] is None
    ):
        return False
    if match["of"]:
        return "from" in between or "of" in between.split()
    return "from" not in between or match["member"] is not None


def _left_before(frame: Frame, match: re.Match[str], who: Actors) -> Subject | None:
    """The instrument named before: "the pact, which Albania left in 1968", "dropped out in 1999"."""
    before = [one for one in frame.named("instrument", "organ") if one.end <= who.start and is_instrument(frame, one)]
    if before:
        return subject_of(before[-1])
    bare = match["of"] or match["member"] or match.group().lower().startswith("quit")
    return implied(frame) if bare else None


def _lost(frame: Frame) -> Iterator[Claim]:
    """As in: "The pact lost Albania in 1968"."""
    for _, start, end in matches(frame, _LOST):
        who = next((one for one in actors_of(frame, since=end) if one.start == end), None)
        subject = theme(frame, start)
        if who is None or subject is None or is_open(frame, start):
            continue
        date = dated(frame, start, who.end, subject.mention)
        said = Said(date=date.written if date else None, states=who.states, word="left")
        place = stretch((start, end), who, date, subject.mention)
        yield frame.claim("ended", *place, subject, said, negated=frame.negated(start))


def _leaving(frame: Frame) -> Iterator[Claim]:
    """As in: "Pyongyang announced in 2003 that it was leaving the treaty", "gave notice of its withdrawal"."""
    for _, start, end in matches(frame, _ANNOUNCED):
        who = doer(frame, start)
        subject = object_at(frame, end) or (
            nearest(frame, start) if _ENDS.match(frame.words(end, frame.sentence.end)) else None
        )
        if who is None or subject is None or is_open(frame, start):
            continue
        date = dated(frame, start, end, who)
        said = Said(date=date.written if date else None, states=who.states, word="denounced")
        place = stretch((start, end), who, date, subject.mention)
        yield frame.claim("ended", *place, subject, said, negated=is_denied(frame, who, start))


# --- nouns ---


def _nominal(frame: Frame) -> Iterator[Claim]:
    """As in: "Mexico's denunciation took effect in 2004", "its withdrawal from the pact in 1968"."""
    for match, start, end in matches(frame, _NOUN):
        who = owner(frame, start, end)
        if who is None or _is_future(frame, start):
            continue
        subject = object_at(frame, end) or around(frame, start)
        date = dated(frame, start, end, who)
        if subject is None or date is None or (frame.found.of("instrument", "organ") == [] and not frame.implied):
            continue
        said = Said(date=date.written, states=who.states, word=_word(match["noun"].lower()))
        yield frame.claim("ended", *stretch((start, end), who, date), subject, said)


def _word(noun: str) -> str:
    if noun.startswith(("withdr", "exit", "depart")):
        return "left"
    return "suspended" if noun == "suspension" else "denounced"


def _is_future(frame: Frame, start: int) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:possible|planned|threatened|threatens|threat of|announced|intended|eventual|"
            r"hypothetical|demand\w*|notified|proposed|before|until)\b",
            frame.words(frame.base, start)[-50:],
        )
    )
