"""Claims that an instrument has ended, was denounced or suspended, or is in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import actors_of, companions, doer, is_among, is_open, later_doer, merged
from foedera.reader.claims.ending_words import (
    DENOUNCED,
    NOW_DEAD,
    NOW_DEAD_NEEDS,
    OVER,
    OVER_NEEDS,
    RUNS,
    RUNS_NEEDS,
    SUSPENDED,
)
from foedera.reader.claims.fading import fading
from foedera.reader.claims.objects import instruments, nearest, object_at, subject_of, theme
from foedera.reader.claims.times import dated, matches, opening_date, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim

_ACTS = tuple(
    (
        "dissolv|disband|wound|buried|abolish|denounc|abrogat|terminat|scrap|tore|torn|tearing|annul|cancel|renounc|repudiat|revok|rescind|nullif|void|"
        "ditch|discard|junk|binn|ripped|put |pull|away with|kill|dropped|shredded|notice|suspend|froze|freez|halt"
    ).split("|")
)
_ACTIVE = re.compile(rf"(?i)\b(?:(?P<denounced>{DENOUNCED})|(?P<suspended>{SUSPENDED}))\b")
_PASSIVE = re.compile(
    rf"(?i)\b(?:was|were|is|are|been|being)\s+(?:(?!not\b)\w+\s+){{0,2}}(?:(?P<denounced>{DENOUNCED})|"
    rf"(?P<suspended>{SUSPENDED}))\b"
)
_UNBOUND_NEEDS = tuple("bound|tied|void|invalid|dead|terminated|nullified|no longer".split("|"))
_UNBOUND = re.compile(
    r"(?i)\b(?:(?:no\s+longer|never\s+again|not)\s+(?:be\s+|is\s+|was\s+|were\s+|feels?\s+|felt\s+|"
    r"considers?\s+itself\s+|considered\s+itself\s+|regards?\s+itself\s+(?:as\s+)?|"
    r"regarded\s+itself\s+(?:as\s+)?)?(?:itself\s+)?(?:bound|tied)\s+by|"
    r"(?:declared|pronounced|considers?|"
    r"considered)\s+(?P<what>[^.;:]{3,60}?)\s+(?:to\s+be\s+)?(?:null\s+and\s+void|void|invalid|dead|"
    r"terminated|nullified|no\s+longer\s+(?:valid|binding|in\s+force)))\b"
)
_ALONE = re.compile(
    r"(?i)\s*(?:$|[.,;:)”\"–—-]|(?:in|on|by|after|before|when|as|at|only|with|last|this|that|there|then|once|for|"
    r"during|and|but|"
    r"early|late|not|because|just|long|years|months|soon|under|without|amid|upon|\w+ly|\d)\b)"
)
"""What stands behind "ended" if it has no object."""
_RIGHTS = re.compile(
    r"(?i)\s*(?:(?:its|their|all|the|some|part|most)\s+){0,3}(?:of\s+its\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:obligations?|part|participation|duties|commitments?|performance|operation|application|"
    r"implementation|provisions|effect|validity|membership|observance)\b"
    r"[^.;:]{0,50}?\b(?:under|in|of|to|from)\b"
)
_PARTLY = re.compile(
    r"(?i)^\s*(?:the\s+)?(?:clause|visit|talks?|flights?|drills?|aid|deliver\w+|exercis\w+|sanctions)\b"
)


def lifetime(frame: Frame) -> Iterator[Claim]:
    """Claims that an instrument ended, was denounced or suspended, or still stands."""
    if frame.implied is None and not instruments(frame):
        return
    taken: list[tuple[int, int]] = []
    for family in (_late, _running, _passive, _unbound, _active, fading, _over):
        for claim in family(frame):
            if not any(since < claim.end and claim.start < until for since, until in taken) or claim.said.states:
                yield claim
                taken.append((claim.start, claim.end))


def _ended(frame: Frame, place: tuple[int, int], subject: Subject, said: Said, *, negated: bool = False) -> Claim:
    return frame.claim("ended", *place, subject, said, negated=negated)


# --- without somebody who does it ---


def _over(frame: Frame) -> Iterator[Claim]:
    """As in: "The pact lapsed in 1945"."""
    for match, start, end in matches(frame, OVER, OVER_NEEDS):
        subject = theme(frame, start)
        if subject is None or is_open(frame, start) or _has_object(match.group(), frame, end):
            continue
        date = dated(frame, start, end, subject.mention)
        said = Said(date=date.written if date else None, word="ended")
        yield _ended(
            frame,
            stretch((start, end), date, subject.mention),
            subject,
            said,
            negated=frame.negated(start) and not _denies(match.group()),
        )


def _late(frame: Frame) -> Iterator[Claim]:
    """As in: "the treaty of 2000, now dead"."""
    for _, start, end in matches(frame, NOW_DEAD, NOW_DEAD_NEEDS):
        before = [one for one in frame.found.of("instrument") if one.end == start]
        if before:
            subject = subject_of(before[-1])
            yield frame.claim("ended", before[-1].start, end, subject, Said(word="ended"))


def _denies(text: str) -> bool:
    return bool(re.search(r"(?i)no longer|ceased|\bnot\b|without", text))


def _has_object(cue: str, frame: Frame, end: int) -> bool:
    """As in: "The pact ended the war", "ended in failure", "expired passports": not its own end."""
    following = frame.words(end, min(end + 40, frame.sentence.end))
    if not re.search(r"(?i)(?:ended|died|ran out)$", cue):
        return False
    if cue.lower().endswith("ended") and not _ALONE.match(following):
        return True
    return bool(
        re.match(
            r"(?i)\s+(?:the|a|an|all|any|decades|years|their|its|his|centuries|hostilities|fighting|with|"
            r"up|out of|of)\b",
            following,
        )
    ) or bool(
        re.match(
            r"(?i)\s+in\s+(?!(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late|mid|"
            r"the (?:spring|summer|autumn|fall|winter)))",
            following,
        )
    )


def _running(frame: Frame) -> Iterator[Claim]:
    """As in: "It is still in force", "has never been repealed"."""
    for match, start, end in matches(frame, RUNS, RUNS_NEEDS):
        subject = theme(frame, start) or _relative(frame, start)
        if subject is None or is_open(frame, start):
            continue
        place = stretch((start, end), subject.mention)
        if match["ended"] or match["past"]:
            date = dated(frame, start, end, subject.mention)
            yield _ended(frame, place, subject, Said(date=date.written if date else None, word="ended"), negated=True)
        elif re.search(r"(?i)\b(?:was|were|stayed|remained)\b", match.group()):
            continue
        else:
            since = _own_clause(frame, subject, start)
            denied = frame.negated(start, since=since) or _is_denied_within(frame, start, end)
            yield _for_whom(frame, place, subject, end, negated=denied)


def _for_whom(frame: Frame, place: tuple[int, int], subject: Subject, end: int, *, negated: bool) -> Claim:
    """As in: "remains in force for Mexico": of the states named, else of all."""
    who = next(iter(actors_of(frame, since=end)), None)
    if who is None or not re.fullmatch(r"(?i)\s+(?:for|on|between|toward)\s+(?:the\s+)?", frame.words(end, who.start)):
        return _ended(frame, place, subject, Said(word="in_force"), negated=negated)
    return _ended(frame, stretch(place, who), subject, Said(states=who.states, word="in_force"), negated=negated)


def _is_denied(frame: Frame, start: int, end: int) -> bool:
    return frame.negated(start) or _is_denied_within(frame, start, end)


def _is_denied_within(frame: Frame, start: int, end: int) -> bool:
    return bool(re.search(r"(?i)\bnot\b|n['’]t\b", frame.words(start, end)))


def _own_clause(frame: Frame, subject: Subject, start: int) -> int | None:
    """Where the clause of the subject begins: behind the last comma before it ("dead or not, it is in force")."""
    if subject.mention is None or subject.mention.start >= start:
        return None
    since = frame.clause_of(start)[0]
    before = frame.words(since, max(since, subject.mention.start))
    return since + before.rfind(",") + 1


def _relative(frame: Frame, start: int) -> Subject | None:
    """As in: "the pact, which Beijing says is still in force"."""
    before = [one for one in frame.found.of("instrument") if one.end <= start]
    if before and re.match(
        r",?\s*(?:which|that)\s+[\w\s]{2,30}\s(?:says?|said|insists?|claims?|calls?|regards?)\s*(?:is|has|was)?\s*$",
        frame.words(before[-1].end, start),
    ):
        return subject_of(before[-1])
    return None


# --- denounced, suspended ---


def _passive(frame: Frame) -> Iterator[Claim]:
    for match, start, end in matches(frame, _PASSIVE, _ACTS):
        subject = theme(frame, start, clauses=bool(match["suspended"]))
        if subject is None or is_open(frame, start):
            continue
        date, agent = dated(frame, start, end, subject.mention), _agent(frame, end)
        word = "suspended" if match["suspended"] else "denounced" if agent else "ended"
        said = Said(date=date.written if date else None, states=agent.states if agent else (), word=word)
        yield _ended(
            frame,
            stretch((start, end), date, agent, subject.mention),
            subject,
            said,
            negated=frame.negated(start) or _is_denied(frame, start, end),
        )


def _agent(frame: Frame, end: int) -> Actors | None:
    """As in: "by Moscow" after a passive."""
    for one in actors_of(frame, since=end)[:1]:
        if re.fullmatch(r"(?i)[^;:.]{0,40}?\bby\s+(?:the\s+|both\s+)?", frame.words(end, one.start)):
            return one
    return None


def _active(frame: Frame) -> Iterator[Claim]:
    """As in: "Moscow denounced the pact in 1945", "suspended its part in it"."""
    for match, start, end in matches(frame, _ACTIVE, _ACTS):
        subject = _what(frame, match, start, end)
        if subject is None or is_open(frame, start) or _PARTLY.match(frame.words(end, frame.sentence.end)):
            continue
        who = doer(frame, start) or later_doer(frame, start)
        date = dated(frame, start, end, who) or opening_date(frame, start)
        if (
            who is None
            and match.group().lower().endswith("ing")
            and not re.search(r"(?i)\bby\s+$", frame.words(frame.base, start))
        ):
            continue
        if _is_criticism(frame, match, who, subject):
            continue
        also = companions(frame, end) if who else ()
        said = Said(
            date=date.written if date else None,
            states=merged(who.states if who else (), also),
            word=_verb(match, subject, who),
        )
        yield _ended(
            frame, stretch((start, end), who, date, subject.mention), subject, said, negated=frame.negated(start)
        )


def _verb(match: re.Match[str], subject: Subject, who: Actors | None) -> str:
    """An article is only suspended; what nobody that is named did is told as its end."""
    if match["suspended"] or any("/" in one for one in subject.ids):
        return "suspended"
    return "denounced" if who else "ended"


def _is_criticism(frame: Frame, match: re.Match[str], who: Actors | None, subject: Subject) -> bool:
    """Whether "denounced" is only blame ("denounced AUKUS as a threat"), or "its treaty" cannot be the one linked."""
    mention = subject.mention
    outside = who is not None and not any(is_among(frame, state, subject) for state in who.states)
    if mention is not None and outside and re.match(r"(?i)(?:its|their|our|his|a|an)\b", mention.text):
        return True
    if not match.group().lower().startswith(("denounc", "repudiat")):
        return False
    behind = (
        frame.words(mention.end, frame.sentence.end) if mention and mention.start > frame.base + match.start() else ""
    )
    return (
        outside
        or bool(mention and mention.type == "organ")
        or bool(re.match(r"(?i)\s+(?:as|for|over|because)\b", behind))
    )


def _what(frame: Frame, match: re.Match[str], start: int, end: int) -> Subject | None:
    suspended = bool(match["suspended"])
    direct = object_at(frame, end, clauses=suspended)
    rights = _RIGHTS.match(frame.words(end, frame.sentence.end)) if direct is None else None
    if rights:
        direct = object_at(frame, end + rights.end(), clauses=suspended)
    return direct or _object_of_relative(frame, start, end)


def _it(frame: Frame, start: int, end: int) -> Subject | None:
    """The article or instrument named before, if "it" stands behind the verb."""
    if not re.match(r"(?i)\s*(?:it|them)\b", frame.words(end, frame.sentence.end)):
        return None
    before = [one for one in frame.found.of("instrument", "provision") if one.end <= start]
    return subject_of(before[-1], clauses=True) if before else nearest(frame, start)


def _object_of_relative(frame: Frame, start: int, end: int) -> Subject | None:
    """As in: "the pact that Moscow denounced in 1945": the instrument before, with its relative pronoun or none."""
    following = frame.words(end, min(end + 12, frame.sentence.end))
    if not re.match(r"(?i)\s*(?:$|[.,;)]|in\b|on\b|by\b|last\b|unilaterally\b|its\s|it\b)", following):
        return None
    if again := _it(frame, start, end):
        return again
    who = doer(frame, start)
    if who is None:
        return None
    before = [one for one in frame.found.of("instrument") if one.end <= who.start]
    if before and re.fullmatch(r",?\s*(?:which|that)?\s*(?:the\s+)?", frame.words(before[-1].end, who.start)):
        return subject_of(before[-1])
    return None


def _unbound(frame: Frame) -> Iterator[Claim]:
    """As in: "declared the accord null and void", "no longer felt bound by it"."""
    for match, start, end in matches(frame, _UNBOUND, _UNBOUND_NEEDS):
        what = match["what"]
        named = [one for one in frame.found.of("instrument", "provision") if start <= one.start < end]
        subject = (
            subject_of(named[0], clauses=True)
            if what and named
            else None
            if what
            else object_at(frame, end, clauses=True) or _it(frame, start, end)
        )
        who = _declaring(frame, start)
        if subject is None or who is None or _is_told_not(frame, start, match.group()):
            continue
        date = dated(frame, who.end, end, who)
        said = Said(date=date.written if date else None, states=who.states, word="denounced" if what else "suspended")
        asked = frame.sentence.text.rstrip('"”’) ').endswith("?")
        yield frame.claim("ended", *stretch((start, end), who, date, subject.mention), subject, said, supposed=asked)


def _is_told_not(frame: Frame, start: int, cue: str) -> bool:
    return re.match(r"(?i)not\b", cue) is not None or bool(
        re.search(r"(?i)\b(?:not|never)\s*$", frame.words(frame.base, start))
    )


def _declaring(frame: Frame, start: int) -> Actors | None:
    """Who declares: "North Korea had declared as early as 2023 that it would never again be bound"."""
    direct = doer(frame, start)
    if direct:
        return direct
    for one in actors_of(frame, until=start)[:3]:
        if re.match(
            r"(?i)\s+(?:(?:has|had|have|publicly|then|also)\s+)?(?:declared|announced|said|stated|"
            r"proclaimed|let it be known|notified)\b[^;:]{0,70}?\b(?:it|they|its\s+\w+|(?:the|his|"
            r"her)\s+(?:\w+\s+){1,3})\b",
            frame.words(one.end, start),
        ):
            return one
    return None
