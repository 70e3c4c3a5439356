"""Claims that states joined or signed an instrument, and that it is between, or made by, certain states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import Actors, actors_of, doer, is_denied, is_open, only_fillers, owner
from foedera.reader.claims.objects import around, instruments, nearest, object_at, subject_of, theme
from foedera.reader.claims.times import dated, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Written

_ANY = re.compile(
    r"(?i)\b(?:aboard|board|join|rejoin|acced|access|adher|entered|entry|admi|accept|sign|ratif|between|signature|"
    r"names to|by|bind|link|unit|group|bring|brought|compris|consist|made up|took in|welcom|expan|absorb|"
    r"includ|tak)"
)
_JOINED = re.compile(
    r"(?i)\b(?:(?P<passive>(?:was|were|been|is|are)\s+(?:\w+ly\s+)?|"
    r",\s*(?:\w+ly\s+)?)(?P<admitted>admitted|accepted|taken\s+in|brought\s+in|let\s+in|welcomed|"
    r"received)(?:\s+(?:in)?to\b)?|"
    r"(?P<verb>joined|rejoined|acceded|adhered|c[ao]me\s+(?:on\s+board|aboard)|climbed\s+aboard|"
    r"signed\s+(?:up|on)\s+to)(?:\s+to\b)?)"
)
_TOOK_IN = re.compile(
    r"(?i)\b(?P<verb>admitted|took\s+in|taken\s+in|accepted|brought\s+in|absorbed|incorporated|welcomed|"
    r"expanded\s+to\s+(?:include|take\s+in)|grew\s+to\s+include|was\s+(?:later\s+)?(?:joined|"
    r"enlarged)\s+by|let\s+in)\s+(?:the\s+)?"
)
_ACCESSION = re.compile(r"(?i)\b(?P<noun>accession|admission|entry|adhesion)\b(?!\s+into\s+force)")
_SIGNED = re.compile(
    r"(?i)\b(?:(?:co-?)?signed|ratified|put\s+(?:its|their)\s+(?:names?|signatures?)\s+to|affixed\s+(?:its|"
    r"their)\s+signatures?\s+to|inked)\b(?!\s+(?:up|on)\b)"
)
_UNSIGNED = re.compile(
    r"(?i)\b(?:(?:did|does|do|has|have)(?:\s+not|n['’]t|\s+never)\s+|never\s+|(?:has|have)\s+(?:yet|still|"
    r"so\s+far\s+refused)\s+to\s+|(?:refused|refuses|declined|declines|failed|fails)\s+to\s+)"
    r"(?P<verb>join(?:ed)?|sign(?:ed)?|ratif(?:y|ied)|accede(?:d)?|adhere(?:d)?)(?:\s+to)?\b(?!\s+(?:up|in)\b)"
)
_BY = re.compile(
    r"(?i)\b(?:(?P<made>signed|concluded|proclaimed|announced|founded|established|formed|created|launched|"
    r"agreed|made|struck|set\s+up|ratified|unveiled|reached|adopted|"
    r"entered\s+into)\s+(?:[^,;:.()]{0,45}?\s)?(?P<prep>by|between|among)|"
    r"(?P<bears>(?:carries|carried|bears|bore|has|had|bearing|carrying|with)\s+(?:also\s+)?the\s+signatures?\s+of))\s+"
    r"(?P<office>(?:the\s+)?(?:two\s+|three\s+|four\s+|then\s+)?(?:leaders|presidents|prime\s+ministers|"
    r"premiers|foreign\s+ministers|defen[cs]e\s+ministers|ministers|governments|heads\s+of\s+(?:state|"
    r"government)|representatives|kings|envoys)\s+of\s+)?(?:the\s+|both\s+)?"
)
_BETWEEN = re.compile(
    r"(?i)\b(?P<be>is|was|are|were|remains)\s+(?P<not>not\s+)?(?:(?:an?|the|merely|only|simply|just|now|"
    r"then)\s+)*(?:[\w’'-]+\s+){0,4}?(?:pact|treaty|alliance|agreement|accord|deal|arrangement|affair|bloc|"
    r"grouping|partnership|compact|club)\s+(?:between|of|among|linking|uniting|grouping|binding|"
    r"joining)\s+(?:the\s+)?"
)
_APPOSED = re.compile(
    r"(?i),\s*(?:an?|the)\s+(?:[\w’'-]+\s+){0,4}?(?:pact|treaty|alliance|agreement|accord|deal|arrangement|"
    r"bloc|grouping|partnership|compact|club)\s+(?:between|of|among|linking|uniting|grouping|binding|"
    r"joining)\s+(?:the\s+)?"
)
_UNITES = re.compile(
    r"(?i)\b(?:(?P<not>(?:does|do|did)\s+not|doesn['’]t|didn['’]t|never)\s+)?(?P<verb>binds?|bound|links?|"
    r"linked|unites?|united|groups?|grouped|brings?\s+together|brought\s+together|comprises?|comprised|"
    r"consists\s+of|consisted\s+of|is\s+made\s+up\s+of|was\s+made\s+up\s+of|includes?|included|"
    r"encompass\w*|covers?\s+only)\s+(?:only\s+|both\s+|also\s+|now\s+)?(?:the\s+)?"
)
_AMONG_SIGNERS = re.compile(
    r"(?i)(?:,|\s[–—-]|\bis|\bwas|\bwere|\bare)\s*(?:also\s+|one\s+of\s+|among\s+){1,2}(?:the|"
    r"those)\s+(?:[\w-]+\s+)?(?:original\s+)?(?:states|countries|nations|powers|governments|"
    r"republics)?\s*(?:that|which|who|to)\s+(?:have\s+|had\s+)?(?P<verb>put\s+their\s+names?|sign\w*|"
    r"join\w*|ratif\w+|acced\w+|found\w*|conclud\w+)\b"
)
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
    if not _ANY.search(frame.sentence.text):
        return
    seen: set[tuple[str, ...]] = set()
    for family in (_joined, _took_in, _accession, _unsigned, _signed, _signers, _made_by, _between, _unites):
        for claim in family(frame):
            if claim.said.states not in seen:
                seen.add(claim.said.states)
                yield claim


# --- joined ---


def _joined(frame: Frame) -> Iterator[Claim]:
    """As in: "Greece joined in 1952", "Japan, admitted as the fourth member last year"."""
    for match, start, end in matches(frame, _JOINED):
        who = doer(frame, start) or _before_comma(frame, match, start)
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


def _took_in(frame: Frame) -> Iterator[Claim]:
    """As in: "NATO admitted Greece in 1952", "the partnership brought in Japan as its fourth member"."""
    for match, start, end in matches(frame, _TOOK_IN):
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


def _accession(frame: Frame) -> Iterator[Claim]:
    """As in: "Finland's accession to NATO in 2023": only with a date, else it may lie ahead."""
    for _, start, end in matches(frame, _ACCESSION):
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
    for match, start, end in matches(frame, _UNSIGNED):
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
    for match, start, end in matches(frame, _SIGNED):
        subject, who = object_at(frame, end), doer(frame, start)
        if (
            who is None
            or subject is None
            or subject.mention is None
            or is_open(frame, start)
            or match.group().lower() == "ratified"
        ):
            continue
        if is_denied(frame, who, start) or re.match(r"['’]s\s", frame.words(subject.mention.end, frame.sentence.end)):
            continue
        if re.match(r"(?i)(?:an?|another|some)\b", subject.mention.text):
            continue
        said = Said(states=who.states, word="signatory")
        yield frame.claim("party_to", *stretch((start, end), who, subject.mention), subject, said)


def _signers(frame: Frame) -> Iterator[Claim]:
    """As in: "Azerbaijan, among the six states that put their names to it"."""
    for match, start, end in matches(frame, _AMONG_SIGNERS):
        who = next(
            (one for one in reversed(actors_of(frame, until=start)) if only_fillers(frame, one.end, start)), None
        )
        subject = object_at(frame, end) or nearest(frame, start)
        if who is None or subject is None:
            continue
        word = "signatory" if re.match(r"(?i)put|sign|conclud", match["verb"]) else "party"
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
    for match, start, end in matches(frame, _BY):
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


# --- between ---


def _between(frame: Frame) -> Iterator[Claim]:
    """As in: "AUKUS is a pact between Australia, Britain and the United States"."""
    for match, start, end in [*matches(frame, _BETWEEN), *matches(frame, _APPOSED)]:
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
    for match, start, end in matches(frame, _UNITES):
        who = next((one for one in actors_of(frame, since=end) if one.start == end), None)
        subject = theme(frame, start)
        if (
            who is None
            or subject is None
            or is_open(frame, start)
            or re.match(r"(?i)\s+(?:to|with|into)\b", frame.words(who.end, frame.sentence.end))
        ):
            continue
        many = len(who.states) >= _TWO or re.match(r"(?i)includ|encomp", match["verb"])
        if many:
            negated = bool(match["not"]) or frame.negated(start)
            yield frame.claim(
                "party_to",
                *stretch((start, end), who, subject.mention),
                subject,
                Said(states=who.states, word="party"),
                negated=negated,
            )
