"""Claims that an instrument has ended, was denounced or suspended, or is in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import actors_of, companions, doer, is_among, is_open, later_doer, merged
from foedera.reader.claims.objects import nearest, object_at, subject_of, theme
from foedera.reader.claims.times import dated, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim

_ANY = re.compile(
    r"(?i)\b(?:expir|laps|ended|\bend\b|ends\b|terminat|dissol|disband|wound|defunct|died|dead|denounc|"
    r"denunci|abrogat|annul|scrap|tore|torn|pull|"
    r"withdr|quit|left|leav|exit|walk|dropped|renounc|repudiat|revok|rescind|repeal|suspen|froze|on hold|"
    r"in force|null and void|bound by|tied by|bind|valid|effect|"
    r"ceas|cancel|ran out|run out|is no more|fell away|buried|stands|void|no longer|alive|ditch|junk|"
    r"nullif|abandon|deserted|broke|discard|expel)"
)
_OVER = re.compile(
    r"(?i)\b(?:(?:was|were|is|are|be|been|being)\s+(?:(?!not\b)\w+\s+)?(?:terminated|dissolved|disbanded|"
    r"wound\s+up|scrapped|abolished|cancell?ed|discontinued|buried|allowed\s+to\s+(?:expire|lapse|die|"
    r"run\s+out)|"
    r"dead|defunct|no\s+more|no\s+longer\s+(?:in\s+(?:force|effect|operation)|valid|binding|alive)|"
    r"null\s+and\s+void|a\s+dead\s+letter|repealed|rescinded)|"
    r"(?:has|have|had)\s+(?:(?!not\b)\w+\s+)?(?:expired|lapsed|ended|ceased\s+to\s+(?:exist|apply|bind|"
    r"operate|be\s+in\s+force)|come\s+to\s+an\s+end|run\s+out|gone\s+out\s+of\s+force|died)|"
    r"expired|lapsed|ended|came\s+to\s+(?:an|its)\s+end|met\s+its\s+end|ran\s+out|ran\s+its\s+course|died|fell\s+away|"
    r"ceased\s+to\s+(?:exist|apply|bind|operate|be\s+in\s+force|have\s+effect)|went\s+out\s+of\s+(?:force|"
    r"existence)|passed\s+into\s+history)\b"
)
_NOW_DEAD = re.compile(
    r"(?i),?\s*\(?(?:which\s+is\s+)?(?:now|long|since|long\s+since|today|meanwhile)\s+(?:dead|defunct|"
    r"expired|lapsed|abrogated|terminated|dissolved|extinct|no\s+longer\s+in\s+force)\b"
)
_RUNS = re.compile(
    r"(?i)\b(?:(?P<be>(?:is|are)(?:\s+not|n['’]t)?|remains?|remained|stays?|stayed|"
    r"continues?(?:\s+to\s+be)?|stands?)\s+(?:(?:still|today|now|currently|formally|technically|legally|"
    r"fully|nominally|as\s+of\s+today|already|both|to\s+this\s+day)\s+){0,2}"
    r"(?:in\s+(?:full\s+)?(?:force|effect|operation)|valid|operative|alive)\b(?!\s+(?:for|until|till|"
    r"through|since|from)\b)|still\s+(?:stands|applies|holds|binds|governs|runs)\b|"
    r"stands\s+to\s+this\s+day|continues\s+(?:in\s+force|to\s+(?:apply|bind|stand|operate))|"
    r"(?:has|have)\s+(?:never|not)\s+(?:been\s+)?(?P<ended>ended|expired|lapsed|terminated|denounced|"
    r"repealed|abrogated|revoked|rescinded|annulled|cancell?ed|dissolved|terminated|wound\s+up)|(?:was|"
    r"were)\s+never\s+(?:\w+ly\s+)?(?P<past>terminated|denounced|repealed|abrogated|revoked|rescinded|"
    r"annulled|cancell?ed|dissolved))\b"
)
_DENOUNCED = (
    r"denounc(?:ed|ing)|abrogat(?:ed|ing)|terminat(?:ed|ing)|scrapp(?:ed|ing)|t(?:ore|orn|earing)\s+up|"
    r"annull?(?:ed|ing)|cancell?(?:ed|ing)|renounc(?:ed|ing)|repudiat(?:ed|ing)|revok(?:ed|ing)|"
    r"rescind(?:ed|ing)|nullif(?:ied|ying)|void(?:ed|ing)|ditch(?:ed|ing)|discard(?:ed|ing)|junk(?:ed|ing)|"
    r"binn(?:ed|ing)|walked\s+away\s+from|walking\s+away\s+from|ripped\s+up|put\s+an\s+end\s+to|"
    r"gave\s+(?:formal\s+)?notice\s+(?:of\s+termination|to\s+terminate)"
)
_SUSPENDED = r"suspend(?:ed|ing|s)|froze|frozen|freezing|put\s+on\s+(?:hold|ice)|halted"
_ACTIVE = re.compile(rf"(?i)\b(?:(?P<denounced>{_DENOUNCED})|(?P<suspended>{_SUSPENDED}))\b")
_PASSIVE = re.compile(
    rf"(?i)\b(?:was|were|is|are|been|being|be)\s+(?:(?!not\b)\w+\s+){{0,2}}(?:(?P<denounced>{_DENOUNCED})|"
    rf"(?P<suspended>{_SUSPENDED}))\b"
)
_UNBOUND = re.compile(
    r"(?i)\b(?:(?:no\s+longer|never\s+again|not)\s+(?:be\s+|is\s+|was\s+|were\s+|feels?\s+|felt\s+|"
    r"considers?\s+itself\s+|considered\s+itself\s+|regards?\s+itself\s+(?:as\s+)?|"
    r"regarded\s+itself\s+(?:as\s+)?)?(?:itself\s+)?(?:bound|tied)\s+by|"
    r"(?:declared|pronounced|considers?|"
    r"considered)\s+(?P<what>[^.;:]{3,60}?)\s+(?:to\s+be\s+)?(?:null\s+and\s+void|void|invalid|dead|"
    r"terminated|nullified|no\s+longer\s+(?:valid|binding|in\s+force)))\b"
)
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
    if not _ANY.search(frame.sentence.text):
        return
    taken: list[tuple[int, int]] = []
    for family in (_late, _running, _passive, _unbound, _active, _over):
        for claim in family(frame):
            if not any(since < claim.end and claim.start < until for since, until in taken) or claim.said.states:
                yield claim
                taken.append((claim.start, claim.end))


def _ended(frame: Frame, place: tuple[int, int], subject: Subject, said: Said, *, negated: bool = False) -> Claim:
    return frame.claim("ended", *place, subject, said, negated=negated)


# --- without somebody who does it ---


def _over(frame: Frame) -> Iterator[Claim]:
    """As in: "The pact lapsed in 1945"."""
    for match, start, end in matches(frame, _OVER):
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
    for _, start, end in matches(frame, _NOW_DEAD):
        before = [one for one in frame.found.of("instrument") if one.end == start]
        if before:
            subject = subject_of(before[-1])
            yield frame.claim("ended", before[-1].start, end, subject, Said(word="ended"))


def _denies(text: str) -> bool:
    return "no longer" in text.lower() or "ceased" in text.lower()


def _has_object(cue: str, frame: Frame, end: int) -> bool:
    """As in: "The pact ended the war", "ended in failure", "expired passports": not its own end."""
    following = frame.words(end, min(end + 40, frame.sentence.end))
    if not re.search(r"(?i)(?:ended|died|ran out)$", cue):
        return False
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
    for match, start, end in matches(frame, _RUNS):
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
            yield _ended(frame, place, subject, Said(word="in_force"), negated=_is_denied(frame, start, end))


def _is_denied(frame: Frame, start: int, end: int) -> bool:
    return frame.negated(start) or bool(re.search(r"(?i)\bnot\b|n['’]t\b", frame.words(start, end)))


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
    for match, start, end in matches(frame, _PASSIVE):
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
    for match, start, end in matches(frame, _ACTIVE):
        subject = _what(frame, match, start, end)
        if subject is None or is_open(frame, start) or _PARTLY.match(frame.words(end, frame.sentence.end)):
            continue
        who = doer(frame, start) or later_doer(frame, start)
        date = dated(frame, start, end, who)
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
            word="suspended" if match["suspended"] or any("/" in one for one in subject.ids) else "denounced",
        )
        yield _ended(
            frame, stretch((start, end), who, date, subject.mention), subject, said, negated=frame.negated(start)
        )


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
    for match, start, end in matches(frame, _UNBOUND):
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
