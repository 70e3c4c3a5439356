"""Claims that a state left an instrument, or ended its part in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import (
    Actors,
    actors_of,
    companions,
    doer,
    is_among,
    is_denied,
    is_open,
    later_doer,
    merged,
    owner,
)
from foedera.reader.claims.objects import (
    around,
    implied,
    instruments,
    is_instrument,
    nearest,
    object_at,
    subject_of,
    tells_of_states,
    theme,
)
from foedera.reader.claims.pairing import spread
from foedera.reader.claims.times import dated, hints, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_LEFT_NEEDS = tuple(
    (
        "left|leaving|quit|exit|abandon|desert|withdr|pull|walk|dropp|broke|resign|step|bowed|opted|expelled|"
        "thrown|ejected|ceas|stopped|no longer|gave up|renounc|ended|terminat|relinq|surrend"
    ).split("|")
)
_LEFT = re.compile(
    r"(?i)\b(?P<verb>(?:left(?!\s+(?:out|off)\b)|leaving|quit|quits|quitted|quitting|exited|exiting|abandoned|"
    r"deserted)|"
    r"(?P<of>withdrew|withdrawn|withdrawing|pulled\s+out|pulling\s+out|walked\s+out|walking\s+out|"
    r"dropped\s+out|dropping\s+out|broke\s+away|resigned|"
    r"stepped\s+out|bowed\s+out|opted\s+out|was\s+expelled|was\s+thrown\s+out|was\s+ejected)|"
    r"(?P<member>ceas(?:ed|ing)\s+to\s+be\s+(?:a\s+)?(?:part(?:y|ies)|members?|signator(?:y|ies))|"
    r"stopped\s+being\s+(?:a\s+)?(?:party|member)|(?:(?:is|are|was|were)\s+no\s+longer|(?:has|have|"
    r"had)\s+no\s+longer\s+been)\s+(?:a\s+|an\s+|among\s+(?:the|its)\s+)?(?:[\w-]+\s+)?(?:part(?:y|ies)|"
    r"members?)|"
    r"(?:gave\s+up|renounced|ended|terminated|relinquished|surrendered)\s+its\s+membership))\b"
)
_PARTED_NEEDS = tuple(
    ("leave|walk|turn|tie|link|bond|part|farewell|goodbye|out of|gone|free|rid of|defect|seced|desert").split("|")
)
_PARTED = re.compile(
    r"(?i)\b(?:walk(?:ed|ing)\s+away\s+from|turn(?:ed|ing)\s+(?:its|their)\s+backs?\s+on|(?:cut|cutting|severed|"
    r"severing|"
    r"broke|dissolved|ended)\s+(?:off\s+)?(?:(?:its|their|all|the|last|formal)\s+){1,3}(?:ties|links|bonds|tie|link|"
    r"bond)\s+"
    r"(?:to|with)|part(?:ed|ing)\s+(?:ways|company)\s+with|(?:bade|said|saying)\s+(?:farewell|goodbye)\s+to|"
    r"(?:bailed|backed|got|went|stormed|checked|jumped|slipped|contracted)\s+out\s+of|(?:was|were|has\s+been|"
    r"had\s+been)\s+"
    r"(?:already\s+|long\s+)?(?:gone\s+from|out\s+of|free\s+of|rid\s+of)|defected\s+from|seceded\s+from|deserted|"
    r"t(?:ook|aking)\s+(?:its|their)\s+leave\s+of)\b"
)
_WENT_NEEDS = tuple("home|walked|bailed|jumped|own way|headed|leave|depart|left".split("|"))
_WENT = re.compile(
    r"(?i)\b(?:went\s+home|walked\s+(?:away|out)|bailed\s+out|jumped\s+ship|went\s+(?:its|their)\s+own\s+way|"
    r"headed\s+for\s+the\s+"
    r"(?:exits?|door)|took\s+(?:its|their)\s+leave|departed|left)\b(?=\s*(?:,?\s*(?:in|on|by)\s+(?:early\s+|"
    r"late\s+)?(?:[A-Z]\w+\s+)?\d|"
    r"[.,;]|$))"
)
_PAUSED_NEEDS = tuple("put|placed".split("|"))
_PAUSED = re.compile(
    r"(?i)\b(?:put|placed)\s+(?:its|their)\s+(?:own\s+)?(?:membership|participation|part)\s+(?:in|"
    r"of)\s+(?P<what>[^.;:]{3,60}?)\s+"
    r"(?:on\s+(?:ice|hold)|in\s+abeyance)\b"
)
_NOBODY_NEEDS = tuple("left|quit|withdrawn|pulled|abandon|denounc|walked|dropped".split("|"))
_NOBODY = re.compile(
    r"(?i)\b(?:no(?:\s+(?:single|other))?\s+(?:member|party|state|country|ally|signatory|government|nation|"
    r"one)(?:\s+state)?|"
    r"nobody|no-one|none(?:\s+of\s+(?:them|its\s+\w+|the\s+\w+))?|not\s+(?:one|a\s+single)\s+(?:\w+\s+)?(?:member|"
    r"party|state|country|ally))\s+"
    r"(?:has\s+|have\s+)?(?:ever\s+|yet\s+|so\s+far\s+)?(?:left|quit|withdrawn\s+from|pulled\s+out\s+of|abandoned|"
    r"denounced|"
    r"walked\s+out\s+of|dropped\s+out\s+of)\b"
)
_LOST = re.compile(r"(?i)\blost\s+(?:the\s+)?")
_ANNOUNCED_NEEDS = tuple("leaving|quitting|withdraw|pulling|departure|exit|denunciation".split("|"))
_ANNOUNCED = re.compile(
    r"(?i)\b(?:announced|declared|notified|gave\s+(?:formal\s+)?notice|said|"
    r"stated)\b[^.;:]{0,40}?\s(?:that\s+(?:it|they)\s+(?:was|were)\s+"
    r"(?:leaving|quitting|withdrawing|pulling\s+out)|(?:of\s+)?its\s+(?:withdrawal|departure|exit|"
    r"denunciation))(?:\s+(?:from|of))?"
)
_ENDS = re.compile(r"(?i)\s*(?:$|[.,;)”\"]|(?:it|on|in|the\s+treaty|the\s+pact)\b)")
_NOUN_NEEDS = tuple(("withdrawal|exit|departure|denunciation|termination|abrogation|repudiation|suspension").split("|"))
_NOUN = re.compile(
    r"(?i)\b(?P<noun>withdrawals?|exit|departure|denunciation|termination|abrogation|repudiation|"
    r"suspension)\b(?!\s+(?:clause|notice|period|rights?|article|provision|procedure))"
)


# --- left ---


def leaving(frame: Frame) -> Iterator[Claim]:
    """Claims that states left an instrument."""
    if tells_of_states(frame) or hints(frame, ("no", "not one")):
        yield from spread(frame, _left(frame))
        yield from spread(frame, _parted(frame))
        yield from spread(frame, _lost(frame))
        yield from _nobody(frame)
        yield from _paused(frame)
        yield from _leaving(frame)
        yield from _nominal(frame)


def _left(frame: Frame) -> Iterator[Claim]:
    """As in: "Albania left the pact in September 1968"."""
    for match, start, end in matches(frame, _LEFT, _LEFT_NEEDS):
        who = doer(frame, start) or later_doer(frame, start) or _attached(frame, start)
        if who is None or is_open(frame, start):
            continue
        subject, ends = _what_is_left(frame, match, who, start, end)
        subject = subject or _with_it(frame, end)
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


def _parted(frame: Frame) -> Iterator[Claim]:
    """As in: "turned its back on the pact", "went home in 1999": of one that is on record as a party."""
    for match, start, end in [*matches(frame, _PARTED, _PARTED_NEEDS), *matches(frame, _WENT, _WENT_NEEDS)]:
        who = doer(frame, start) or later_doer(frame, start)
        if who is None or is_open(frame, start):
            continue
        bare = bool(_WENT.match(match.group() + frame.words(end, frame.sentence.end)))
        again = re.match(r"(?i)\s+(?:it|them)\b", frame.words(end, frame.sentence.end))
        subject = nearest(frame, who.start) if bare or again else object_at(frame, end)
        if subject is None or not any(is_among(frame, state, subject) for state in who.states):
            continue
        date = dated(frame, start, max(end, subject.mention.end if subject.mention and not bare else end), who)
        if bare and date is None:
            continue
        said = Said(date=date.written if date else None, states=merged(who.states, companions(frame, end)), word="left")
        place = stretch((start, end), who, date, None if bare else subject.mention)
        yield frame.claim("ended", *place, subject, said, negated=is_denied(frame, who, start))


def _nobody(frame: Frame) -> Iterator[Claim]:
    """As in: "No member has ever left NATO"."""
    for _, start, end in matches(frame, _NOBODY, _NOBODY_NEEDS):
        subject = object_at(frame, end)
        if subject is None and re.match(r"(?i)\s*(?:it\b|[.,;]|$)", frame.words(end, frame.sentence.end)):
            subject = nearest(frame, start)
        if subject is not None and not is_open(frame, start):
            place = stretch((start, end), subject.mention if subject.mention and subject.mention.start >= end else None)
            yield frame.claim("ended", *place, subject, Said(word="left"), negated=True)


def _paused(frame: Frame) -> Iterator[Claim]:
    """As in: "put its membership in the pact on ice in 2012"."""
    for _, start, end in matches(frame, _PAUSED, _PAUSED_NEEDS):
        who, named = doer(frame, start), instruments(frame, since=start, until=end)
        if who is None or not named or is_open(frame, start):
            continue
        date = dated(frame, start, end, who)
        said = Said(date=date.written if date else None, states=who.states, word="suspended")
        place = stretch((start, end), who, date)
        yield frame.claim("ended", *place, subject_of(named[0]), said, negated=is_denied(frame, who, start))


def _with_it(frame: Frame, end: int) -> Subject | None:
    """As in: "left the community in 2025, and with it the defence protocol"."""
    match = re.search(r"(?i)\band\s+with\s+(?:it|that|them)\b", frame.words(end, frame.sentence.end))
    return object_at(frame, end + match.end()) if match else None


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
    for _, start, end in matches(frame, _ANNOUNCED, _ANNOUNCED_NEEDS):
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
    for match, start, end in matches(frame, _NOUN, _NOUN_NEEDS):
        who = owner(frame, start, end)
        if who is None or _is_future(frame, start):
            continue
        subject = object_at(frame, end) or around(frame, start)
        date = dated(frame, start, end, who) or _came(
            frame, start, max(end, subject.mention.end if subject and subject.mention else 0)
        )
        if subject is None or date is None or (not frame.found.of("instrument", "organ") and not frame.implied):
            continue
        said = Said(date=date.written, states=who.states, word=_word(match["noun"].lower()))
        if _TOLD.search(frame.words(end, date.start)):
            said = replace(said, word="denounced")
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


_TOLD = re.compile(r"(?i)\b(?:announced|notified|declared)\b")
_CAME = re.compile(
    r"(?i)\s*(?:(?:was|were|had\s+been)\s+(?:formally\s+)?(?:announced|notified|completed|declared|formalised|"
    r"made\s+effective)|"
    r"came|took\s+(?:effect|place)|followed|dates?\s+(?:from|to|back\s+to)|became\s+(?:effective|"
    r"final))(?:\s+into\s+effect)?\s+"
    r"(?:only\s+|as\s+early\s+as\s+)?(?:in|on|with|to|from)?\s*(?:early\s+|late\s+)?"
)


def _came(frame: Frame, start: int, end: int) -> Mention | None:
    """As in: "its withdrawal from the pact came in 1968"."""
    date = next((one for one in frame.found.of("date") if one.start >= end > start), None)
    return date if date and _CAME.fullmatch(frame.words(end, date.start)) else None
