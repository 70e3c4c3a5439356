"""Claims that states joined or signed an instrument, and that it is between, or made by, certain states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import (
    Actors,
    actors_of,
    doer,
    is_denied,
    is_open,
    later_doer,
    leads,
    only_fillers,
    owner,
)
from foedera.reader.claims.objects import around, instruments, nearest, object_at, subject_of, tells_of_states, theme
from foedera.reader.claims.pairing import spread
from foedera.reader.claims.times import dated, matches, stretch
from foedera.reader.claims.uniting import uniting
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Written

_JOINED_NEEDS = tuple(
    (
        "join|acced|adher|board|sign|enter|return|went into|seat|place|gain|won |obtain|secur|granted|receiv|admi|"
        "accept|let in|taken in|brought|allow|usher|induct|part of|acquir|back into|ame into|welcom"
    ).split("|")
)
_JOINED = re.compile(
    r"(?i)\b(?:(?P<passive>(?:was|were|been|is|are)\s+(?:\w+ly\s+)?|"
    r",\s*(?:\w+ly\s+)?)(?:both\s+)?(?P<admitted>admitted|accepted|(?:taken|brought|let|allowed|ushered)\s+in|"
    r"(?:taken|brought|let|allowed|ushered|received|inducted)(?=\s+into\b)|welcomed|received)(?:\s+(?:in)?to\b)?|"
    r"(?P<verb>joined|rejoined|joining|acceded|acceding|adhered|c[ao]me\s+(?:on\s+board|aboard|(?:back\s+)?into)|"
    r"climbed\s+aboard|signed\s+(?:up|on)(?:\s+to)?|(?:re-?)?entered(?!\s+into\b)|returned\s+to|went\s+into|"
    r"(?:took|takes|taking|taken)\s+(?:up\s+)?(?:its|their)\s+(?:seats?|places?)\s+(?:in|at|among)|"
    r"(?:gained|won|obtained|secured|received|was\s+granted|were\s+granted)\s+(?:entry|admission|membership|accession)"
    r"(?:\s+(?:in|of|to|into))?|(?:became|become)\s+(?:a\s+)?part\s+of|acquired\s+membership\s+(?:in|of))(?:\s+to\b)?)"
)
_ACCESSION_NEEDS = tuple("accession|admission|entry|adhesion".split("|"))
_ACCESSION = re.compile(r"(?i)\b(?P<noun>accession|admission|entry|adhesion)\b(?!\s+into\s+force)")
_SIGNED_NEEDS = tuple(
    (
        "sign|ratif|adopt|conclud|issu|struck|seal|initial|found|launch|creat|form|establish|set up|agree|ink|put |"
        "affix"
    ).split("|")
)
_SIGNED = re.compile(
    r"(?i)\b(?:(?:co-?)?signed|ratified|adopted|concluded|issued|struck|sealed|initialled|founded|launched|"
    r"created|formed|established|set\s+up|agreed(?:\s+(?:on|to))?|put\s+(?:its|their)\s+(?:names?|signatures?)\s+to|"
    r"affixed\s+(?:its|"
    r"their)\s+signatures?\s+to|inked)\b(?!\s+(?:up|on)\b)"
)
_UNSIGNED_NEEDS = tuple("join|sign|ratif|acced|adher".split("|"))
_UNSIGNED = re.compile(
    r"(?i)\b(?:(?:did|does|do|has|have)(?:\s+not|n['’]t|\s+never)\s+|never\s+|(?:has|have)\s+(?:yet|still|"
    r"so\s+far\s+refused)\s+to\s+|(?:refused|refuses|declined|declines|failed|fails)\s+to\s+)"
    r"(?P<verb>join(?:ed)?|sign(?:ed)?|ratif(?:y|ied)|accede(?:d)?|adhere(?:d)?)(?:\s+to)?\b(?!\s+(?:up|in)\b)"
)
_BY_NEEDS = tuple(" by| between| among|signature".split("|"))
_BY = re.compile(
    r"(?i)\b(?:(?P<made>signed|concluded|proclaimed|announced|founded|established|formed|created|launched|"
    r"agreed|made|struck|set\s+up|ratified|unveiled|reached|adopted|issued|released|sealed|initialled|drawn\s+up|"
    r"entered\s+into)\s+(?:[^,;:.()]{0,45}?\s)?(?P<prep>by|between|among)|"
    r"(?P<bears>(?:carries|carried|bears|bore|has|had|bearing|carrying|with)\s+(?:also\s+)?the\s+signatures?\s+of))\s+"
    r"(?P<office>(?:the\s+)?(?:two\s+|three\s+|four\s+|then\s+)?(?:leaders|presidents|prime\s+ministers|"
    r"premiers|foreign\s+ministers|defen[cs]e\s+ministers|ministers|governments|heads\s+of\s+(?:state|"
    r"government)|representatives|kings|envoys)\s+of\s+)?(?:the\s+|both\s+)?"
)
_AMONG_SIGNERS_NEEDS = tuple("sign|join|ratif|acced|found|conclud|put ".split("|"))
_AMONG_SIGNERS = re.compile(
    r"(?i)(?:,|\s[–—-]|\bis|\bwas|\bwere|\bare)\s*(?:also\s+|one\s+of\s+|among\s+){1,2}(?:the|"
    r"those)\s+(?:[\w-]+\s+)?(?:original\s+)?(?:states|countries|nations|powers|governments|"
    r"republics)?\s*(?:that|which|who|to)\s+(?:have\s+|had\s+)?(?P<verb>put\s+their\s+names?|sign\w*|"
    r"join\w*|ratif\w+|acced\w+|found\w*|conclud\w+)\b"
)
_WRITES = re.compile(r"(?i)(?:co-?)?sign|put|affix|ink|initial|adopt|found")
_SIGNING = re.compile(r"(?i)\b(?:by|in|on|upon)\s+(?:jointly\s+)?(?:co-?)?(?:signing|concluding|joining)\b")
_APPROVED = re.compile(
    r"(?i)\b(?:ratif|approv|back|block|support|oppos|sign|accept|endors|veto|delay|demand|want|offer|urg|"
    r"proposed|protocol|discuss|invit|reject|before|until)\w*"
    r"\s+(?:\w+\s+){0,3}$"
)
_AGAIN = re.compile(
    r"(?i)\s+(?:to\s+)?(?:it\b|(?:the|its)\s+(?:other\s+)?(?:members|founders|founding\s+members|"
    r"signatories|club|ranks|bloc|alliance|organi[sz]ation|group|"
    r"fold|pact|treaty)\b(?!['’]))"
)
_BARE = re.compile(r"(?i)\s*(?:$|[.,;)”\"]|(?:in|on|since|as|last|later|only|again|soon|together|along)\b)")


def joining(frame: Frame) -> Iterator[Claim]:
    """Claims that states joined or signed, and whom an instrument is between."""
    if not tells_of_states(frame):
        return
    seen: set[tuple[str, ...]] = set()
    for family in (_joined, _accession, _unsigned, _signed, _by_signing, _signers, _made_by, uniting):
        for claim in spread(frame, family(frame)):
            if claim.said.states not in seen:
                seen.add(claim.said.states)
                yield claim


# --- joined ---


def _joined(frame: Frame) -> Iterator[Claim]:
    """As in: "Greece joined in 1952", "Japan, admitted as the fourth member last year"."""
    for match, start, end in matches(frame, _JOINED, _JOINED_NEEDS):
        who = doer(frame, start) or _before_comma(frame, match, start) or later_doer(frame, start)
        who = who or _attached(frame, start)
        if who is None or is_open(frame, start):
            continue
        subject, ends = _joined_what(frame, match, who, end)
        if subject is None:
            continue
        date = dated(frame, start, max(end, ends), who)
        said = Said(states=who.states, word="joined", date=date.written if date else None)
        place = stretch((start, max(end, ends)), who, date)
        yield frame.claim("party_to", *place, subject, said, negated=is_denied(frame, who, start))


def _before_comma(frame: Frame, match: re.Match[str], start: int) -> Actors | None:
    if not match["passive"] or not match["passive"].startswith(","):
        return None
    return next((one for one in actors_of(frame, until=start) if one.end == start), None)


def _attached(frame: Frame, start: int) -> Actors | None:
    """As in: "With Sweden having joined", "following Finland joining"."""
    for one in actors_of(frame, until=start)[-1:]:
        if re.search(r"(?i)\b(?:with|after|following|since)\s+(?:the\s+)?$", frame.words(frame.base, one.start)):
            return one if only_fillers(frame, one.end, start) else None
    return None


def _joined_what(frame: Frame, match: re.Match[str], who: Actors, end: int) -> tuple[Subject | None, int]:
    subject = object_at(frame, end)
    if subject is not None and subject.mention is not None:
        owns = re.match(r"['’]s?\s", frame.words(subject.mention.end, frame.sentence.end))
        return (None, end) if owns else (subject, subject.mention.end)
    following = frame.words(end, frame.sentence.end)
    member = re.match(
        r"(?i)\s+as\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,3}(?:member|party|signatory)(?:\s+(?:of|to))?", following
    )
    if member:
        ends = end + member.end()
        named = object_at(frame, ends)
        return (named, named.mention.end) if named and named.mention else (nearest(frame, who.start), ends)
    if again := _AGAIN.match(following):
        return nearest(frame, who.start), end + again.end()
    if not _BARE.match(following) or re.match(
        r"(?i)\s+(?:in|on|as)\s+(?:the|a|an|its|their|his|[a-z]+ing)\b", following
    ):
        return None, end
    if instruments(frame) or (match["verb"] and dated(frame, end, end)):
        return around(frame, who.start), end
    return None, end


def _accession(frame: Frame) -> Iterator[Claim]:
    """As in: "Finland's accession to NATO in 2023": only with a date, else it may lie ahead."""
    for _, start, end in matches(frame, _ACCESSION, _ACCESSION_NEEDS):
        who = owner(frame, start, end)
        if who is None or is_open(frame, start) or _APPROVED.search(frame.words(frame.base, min(who.start, start))):
            continue
        subject = object_at(frame, end) or around(frame, start)
        date = dated(frame, start, end, who)
        if subject is None or date is None:
            continue
        said = Said(states=who.states, word="joined", date=date.written)
        yield frame.claim("party_to", *stretch((start, end), who, date), subject, said)


# --- signed ---


def _unsigned(frame: Frame) -> Iterator[Claim]:
    """As in: "has never ratified the treaty", "refused to sign it"."""
    for match, start, end in matches(frame, _UNSIGNED, _UNSIGNED_NEEDS):
        who = doer(frame, start)
        if who is None:
            continue
        subject = object_at(frame, end)
        if subject is None and re.match(r"(?i)\s+it\b", frame.words(end, frame.sentence.end)):
            subject = nearest(frame, start)
        if subject is None or re.match(
            r"(?i)[^.;]{0,60}\b(?:until|till|before)\b", frame.words(end, frame.sentence.end)
        ):
            continue
        verb = match["verb"].lower()
        word = "signatory" if verb.startswith("sign") else "joined" if verb.startswith("join") else "party"
        yield frame.claim(
            "party_to",
            *stretch((start, end), who, subject.mention),
            subject,
            Said(states=who.states, word=word),
            negated=True,
        )


def _signed(frame: Frame) -> Iterator[Claim]:
    """As in: "A, B and C signed the pact". Its date is the signature's, told apart."""
    for match, start, end in matches(frame, _SIGNED, _SIGNED_NEEDS):
        subject, who = object_at(frame, end), doer(frame, start)
        if (
            who is None
            or subject is None
            or subject.mention is None
            or is_open(frame, start)
            or match.group().lower() == "ratified"
            or (len(who.states) == 1 and not _WRITES.match(match.group()))
        ):
            continue
        if is_denied(frame, who, start) or re.match(r"['’]s\s", frame.words(subject.mention.end, frame.sentence.end)):
            continue
        if re.match(r"(?i)(?:an?|another|some|their|its|our)\b", subject.mention.text):
            continue
        said = Said(states=who.states, word="signatory")
        yield frame.claim("party_to", *stretch((start, end), who, subject.mention), subject, said)


def _by_signing(frame: Frame) -> Iterator[Claim]:
    """As in: "A and B founded the alliance by signing the charter"."""
    for match, start, end in matches(frame, _SIGNING, ("signing", "concluding", "joining")):
        subject, named = object_at(frame, end), actors_of(frame, until=start)
        if subject is None or not named or not leads(frame, named[0].start) or is_open(frame, named[0].end):
            continue
        if not re.match(
            r"(?i)\s+(?:have\s+|had\s+|has\s+)?\w+(?:ed|ade|et|ound|ook)\b", frame.words(named[0].end, start)
        ):
            continue
        word = "joined" if "join" in match.group().lower() else "signatory"
        place = stretch((start, end), named[0], subject.mention)
        yield frame.claim("party_to", *place, subject, Said(states=named[0].states, word=word))


def _signers(frame: Frame) -> Iterator[Claim]:
    """As in: "Azerbaijan, among the six states that put their names to it"."""
    for match, start, end in matches(frame, _AMONG_SIGNERS, _AMONG_SIGNERS_NEEDS):
        who = next(
            (one for one in reversed(actors_of(frame, until=start)) if only_fillers(frame, one.end, start)), None
        )
        subject = object_at(frame, end) or nearest(frame, start)
        if who is None or subject is None:
            continue
        word = "signatory" if re.match(r"(?i)put|sign|conclud|found", match["verb"]) else "party"
        day = _that_day(frame, start, end) if word == "signatory" else None
        yield frame.claim(
            "party_to",
            *stretch((start, end), who),
            subject,
            Said(states=who.states, word=word, date=day),
            negated=is_denied(frame, who, end),
        )


def _that_day(frame: Frame, start: int, end: int) -> Written | None:
    """The day named before, if they signed "that day"."""
    before = [one for one in frame.found.of("date") if one.end <= start]
    same = re.match(
        r"(?i)\s+(?:to\s+\w+\s+)?(?:on\s+)?that\s+(?:same\s+|very\s+)?day\b", frame.words(end, frame.sentence.end)
    )
    return before[-1].written if before and same else None


def _made_by(frame: Frame) -> Iterator[Claim]:
    """As in: "signed by A, B and C", "carries the signatures of A and B"."""
    for match, start, end in matches(frame, _BY, _BY_NEEDS):
        who = next((one for one in actors_of(frame, since=end) if one.start == end), None)
        if who is None or is_open(frame, start) or re.match(r"(?i)['’]s", frame.words(who.end, frame.sentence.end)):
            continue
        subject = _made_what(frame, match, start)
        if subject is None:
            continue
        said = Said(states=who.states, word="signatory")
        yield frame.claim("party_to", *stretch((start, end), who), subject, said, negated=frame.negated(start))


def _made_what(frame: Frame, match: re.Match[str], start: int) -> Subject | None:
    """What was made: right before ("the pact signed by"), or behind an opening ("Signed by A and B, the pact")."""
    found = theme(frame, start)
    if found:
        return found
    if re.fullmatch(r"[\"“']?", frame.words(frame.base, start)):
        behind = instruments(frame, since=start)
        return subject_of(behind[0]) if behind else None
    before = [one for one in instruments(frame, until=start) if one.end <= start]
    if (
        before
        and re.fullmatch(
            r"(?i),?\s*(?:[\w’'-]+\s+){0,5}(?:and\s+)?(?:was\s+|were\s+)?", frame.words(before[-1].end, start)
        )
        and match["bears"]
    ):
        return subject_of(before[-1])
    return None
