"""Claims that an instrument has ended, was denounced or suspended, that a state left it, or that it is in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import (
    actors_of,
    companions,
    dated,
    doer,
    implied,
    is_instrument,
    matches,
    merged,
    nearest,
    object_at,
    only_fillers,
    stretch,
    subject_of,
    theme,
)
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_ANY = re.compile(
    r"(?i)\b(?:expir|laps|ended|\bend\b|ends\b|terminat|dissol|disband|wound|defunct|died|dead|denounc|denunci|abrogat|annul|scrap|tore|torn|pull|"
    r"withdr|quit|left|leav|exit|walk|dropped|renounc|repudiat|revok|rescind|repeal|suspen|froze|on hold|in force|null and void|bound by|tied by|bind|valid|effect|"
    r"ceas|cancel|ran out|run out|is no more|fell away|buried|stands|void|no longer|alive|ditch|junk|nullif|abandon|deserted|broke|discard|expel)"
)
_OVER = re.compile(
    r"(?i)\b(?:(?:was|were|is|are|be|been|being)\s+(?:(?!not\b)\w+\s+)?(?:terminated|dissolved|disbanded|wound\s+up|scrapped|abolished|cancell?ed|discontinued|buried|allowed\s+to\s+(?:expire|lapse|die|run\s+out)|"
    r"dead|defunct|no\s+more|no\s+longer\s+(?:in\s+(?:force|effect|operation)|valid|binding|alive)|null\s+and\s+void|a\s+dead\s+letter|repealed|rescinded)|"
    r"(?:has|have|had)\s+(?:(?!not\b)\w+\s+)?(?:expired|lapsed|ended|ceased\s+to\s+(?:exist|apply|bind|operate|be\s+in\s+force)|come\s+to\s+an\s+end|run\s+out|gone\s+out\s+of\s+force|died)|"
    r"expired|lapsed|ended|came\s+to\s+(?:an|its)\s+end|met\s+its\s+end|ran\s+out|ran\s+its\s+course|died|fell\s+away|"
    r"ceased\s+to\s+(?:exist|apply|bind|operate|be\s+in\s+force|have\s+effect)|went\s+out\s+of\s+(?:force|existence)|passed\s+into\s+history)\b"
)
_RUNS = re.compile(
    r"(?i)\b(?:(?P<be>is|are|remains?|remained|stays?|stayed|continues?(?:\s+to\s+be)?|stands?)\s+(?:(?:still|today|now|currently|formally|technically|legally|fully|nominally|as\s+of\s+today|already|both|to\s+this\s+day)\s+){0,2}"
    r"(?:in\s+(?:full\s+)?(?:force|effect|operation)|valid|operative|alive)\b(?!\s+(?:for|until|till|through|since|from)\b)|still\s+(?:stands|applies|holds|binds|governs|runs)\b|"
    r"stands\s+to\s+this\s+day|continues\s+(?:in\s+force|to\s+(?:apply|bind|stand|operate))|"
    r"(?:has|have)\s+(?:never|not)\s+(?:been\s+)?(?P<ended>ended|expired|lapsed|terminated|denounced|repealed|abrogated|revoked|rescinded|annulled|cancell?ed|dissolved|terminated|wound\s+up)|(?:was|were)\s+never\s+(?:\w+ly\s+)?(?P<past>terminated|denounced|repealed|abrogated|revoked|rescinded|annulled|cancell?ed|dissolved))\b"
)
_DENOUNCED = (
    r"denounc(?:ed|ing)|abrogat(?:ed|ing)|terminat(?:ed|ing)|scrapp(?:ed|ing)|t(?:ore|orn|earing)\s+up|annull?(?:ed|ing)|cancell?(?:ed|ing)|renounc(?:ed|ing)|repudiat(?:ed|ing)|revok(?:ed|ing)|"
    r"rescind(?:ed|ing)|nullif(?:ied|ying)|void(?:ed|ing)|ditch(?:ed|ing)|discard(?:ed|ing)|junk(?:ed|ing)|binn(?:ed|ing)|walked\s+away\s+from|walking\s+away\s+from|ripped\s+up|put\s+an\s+end\s+to|gave\s+(?:formal\s+)?notice\s+(?:of\s+termination|to\s+terminate)"
)
_SUSPENDED = r"suspend(?:ed|ing|s)|froze|frozen|freezing|put\s+on\s+(?:hold|ice)|halted"
_ACTIVE = re.compile(rf"(?i)\b(?:(?P<denounced>{_DENOUNCED})|(?P<suspended>{_SUSPENDED}))\b")
_PASSIVE = re.compile(
    rf"(?i)\b(?:was|were|is|are|been|being|be)\s+(?:(?!not\b)\w+\s+){{0,2}}(?:(?P<denounced>{_DENOUNCED})|(?P<suspended>{_SUSPENDED}))\b"
)
_UNBOUND = re.compile(
    r"(?i)\b(?:(?:no\s+longer|never\s+again|not)\s+(?:be\s+|is\s+|was\s+|were\s+|feels?\s+|felt\s+|considers?\s+itself\s+|considered\s+itself\s+|regards?\s+itself\s+(?:as\s+)?|regarded\s+itself\s+(?:as\s+)?)?(?:itself\s+)?(?:bound|tied)\s+by|"
    r"(?:declared|pronounced|considers?|considered)\s+(?P<what>[^.;:]{3,60}?)\s+(?:to\s+be\s+)?(?:null\s+and\s+void|void|invalid|dead|terminated|nullified|no\s+longer\s+(?:valid|binding|in\s+force)))\b"
)
_LEFT = re.compile(
    r"(?i)\b(?P<verb>(?:left|leaving|quit|quits|quitted|quitting|exited|exiting|abandoned|deserted)|(?P<of>withdrew|withdrawn|withdrawing|pulled\s+out|pulling\s+out|walked\s+out|walking\s+out|dropped\s+out|dropping\s+out|broke\s+away|resigned|"
    r"stepped\s+out|bowed\s+out|opted\s+out|was\s+expelled|was\s+thrown\s+out|was\s+ejected)|"
    r"(?P<member>ceas(?:ed|ing)\s+to\s+be\s+(?:a\s+)?(?:part(?:y|ies)|members?|signator(?:y|ies))|stopped\s+being\s+(?:a\s+)?(?:party|member)|(?:is|are|was|were|been)\s+no\s+longer\s+(?:a\s+|an\s+|among\s+(?:the|its)\s+)?(?:[\w-]+\s+)?(?:part(?:y|ies)|members?)|"
    r"(?:gave\s+up|renounced|ended|terminated|relinquished)\s+its\s+membership))\b"
)
_NOUN = re.compile(
    r"(?i)\b(?P<noun>withdrawals?|exit|departure|denunciation|termination|abrogation|repudiation|suspension)\b(?!\s+(?:clause|notice|period|rights?|article|provision|procedure))"
)
_SPECIAL = re.compile(r"(?i)\b(?:to|will|would|shall|may|might|could|can|should|must|let|wants?|cannot|if|once|whether|for)\s+(?:\w+ly\s+|be\s+|have\s+)*$")
_PARTLY = re.compile(r"(?i)^\s*(?:the\s+)?(?:clause|visit|talks?|flights?|drills?|aid|deliver\w+|exercis\w+|sanctions)\b")


def lifetime(frame: Frame) -> Iterator[Claim]:
    """Claims about the end of an instrument, or of a state's part in it, and that it still stands."""
    if not _ANY.search(frame.sentence.text):
        return
    taken: list[tuple[int, int]] = []
    for family in (_running, _passive, _unbound, _left, _active, _over, _nominal):
        for claim in family(frame):
            if not any(since < claim.end and claim.start < until for since, until in taken) or claim.said.states:
                yield claim
                taken.append((claim.start, claim.end))


def _ended(
    frame: Frame, place: tuple[int, int], subject: Subject, said: Said, *, negated: bool = False
) -> Claim:
    return frame.claim("ended", *place, subject, said, negated=negated)


# --- without somebody who does it ---


def _over(frame: Frame) -> Iterator[Claim]:
    """ "The pact lapsed in 1945"."""
    for match, start, end in matches(frame, _OVER):
        subject = theme(frame, start)
        if subject is None or _is_open(frame, start) or _has_object(match.group(), frame, end):
            continue
        date = dated(frame, start, end)
        said = Said(date=date.written if date else None, word="ended")
        yield _ended(frame, stretch((start, end), date, subject.mention), subject, said, negated=frame.negated(start) and not _denies(match.group()))


def _denies(text: str) -> bool:
    return "no longer" in text.lower() or "ceased" in text.lower()


def _has_object(cue: str, frame: Frame, end: int) -> bool:
    """ "The pact ended the war", "ended in failure", "expired passports": not its own end."""
    following = frame.words(end, min(end + 40, frame.sentence.end))
    if not re.search(r"(?i)(?:ended|died|ran out)$", cue):
        return False
    return bool(re.match(r"(?i)\s+(?:the|a|an|all|any|decades|years|their|its|his|centuries|hostilities|fighting|with|up|out of|of)\b", following)) or bool(
        re.match(r"(?i)\s+in\s+(?!(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late|mid|the (?:spring|summer|autumn|fall|winter)))", following)
    )


def _is_open(frame: Frame, start: int) -> bool:
    """Whether the verb is under "to", "may", "whether": nothing has happened."""
    return bool(_SPECIAL.search(frame.words(frame.base, start)[-30:]))


def _running(frame: Frame) -> Iterator[Claim]:
    """ "It is still in force", "has never been repealed"."""
    for match, start, end in matches(frame, _RUNS):
        subject = theme(frame, start) or _relative(frame, start)
        if subject is None or _is_open(frame, start):
            continue
        place = stretch((start, end), subject.mention)
        if match["ended"] or match["past"]:
            date = dated(frame, start, end)
            yield _ended(frame, place, subject, Said(date=date.written if date else None, word="ended"), negated=True)
        elif re.search(r"(?i)\b(?:was|were|stayed|remained)\b", match.group()):
            continue
        else:
            yield _ended(frame, place, subject, Said(word="in_force"), negated=_is_denied(frame, start, end))


def _is_denied(frame: Frame, start: int, end: int) -> bool:
    return frame.negated(start) or bool(re.search(r"(?i)\bnot\b|n['’]t\b", frame.words(start, end)))


def _relative(frame: Frame, start: int) -> Subject | None:
    """ "the pact, which Beijing says is still in force"."""
    before = [one for one in frame.found.of("instrument") if one.end <= start]
    if before and re.match(r",?\s*(?:which|that)\s+[\w\s]{2,30}\s(?:says?|said|insists?|claims?|calls?|regards?)\s*(?:is|has|was)?\s*$", frame.words(before[-1].end, start)):
        return subject_of(before[-1])
    return None


# --- denounced, suspended ---


def _passive(frame: Frame) -> Iterator[Claim]:
    for match, start, end in matches(frame, _PASSIVE):
        subject = theme(frame, start, clauses=bool(match["suspended"]))
        if subject is None or _is_open(frame, start):
            continue
        date, agent = dated(frame, start, end), _agent(frame, end)
        word = "suspended" if match["suspended"] else "denounced" if agent else "ended"
        said = Said(date=date.written if date else None, states=agent.states if agent else (), word=word)
        yield _ended(frame, stretch((start, end), date, agent, subject.mention), subject, said, negated=frame.negated(start) or _is_denied(frame, start, end))


def _agent(frame: Frame, end: int) -> Actors | None:
    """ "by Moscow" after a passive."""
    for one in actors_of(frame, since=end)[:1]:
        if re.fullmatch(r"(?i)[^;:.]{0,40}?\bby\s+(?:the\s+|both\s+)?", frame.words(end, one.start)):
            return one
    return None


def _active(frame: Frame) -> Iterator[Claim]:
    """ "Moscow denounced the pact in 1945", "suspended its part in it"."""
    for match, start, end in matches(frame, _ACTIVE):
        subject = object_at(frame, end, clauses=bool(match["suspended"])) or _object_of_relative(frame, start, end)
        if subject is None or _is_open(frame, start) or _PARTLY.match(frame.words(end, frame.sentence.end)):
            continue
        who, date = doer(frame, start) or _later(frame, start), dated(frame, start, end)
        also = companions(frame, end) if who else ()
        said = Said(
            date=date.written if date else None,
            states=merged(who.states if who else (), also),
            word="suspended" if match["suspended"] else "denounced",
        )
        yield _ended(frame, stretch((start, end), who, date, subject.mention), subject, said, negated=frame.negated(start))


def _object_of_relative(frame: Frame, start: int, end: int) -> Subject | None:
    """ "the pact that Moscow denounced in 1945": the instrument before, with its relative pronoun or none."""
    following = frame.words(end, min(end + 12, frame.sentence.end))
    if not re.match(r"(?i)\s*(?:$|[.,;)]|in\b|on\b|by\b|last\b|unilaterally\b|its\s|it\b)", following):
        return None
    if re.match(r"(?i)\s*it\b", following):
        return nearest(frame, start)
    who = doer(frame, start)
    if who is None:
        return None
    before = [one for one in frame.found.of("instrument") if one.end <= who.start]
    if before and re.fullmatch(r",?\s*(?:which|that)?\s*(?:the\s+)?", frame.words(before[-1].end, who.start)):
        return subject_of(before[-1])
    return None


def _later(frame: Frame, start: int) -> Actors | None:
    """The subject behind a participle: "Having withdrawn from the pact, Armenia now ..."."""
    head = frame.words(frame.base, start)
    if not re.fullmatch(r"(?i)[\w\s’'-]{0,25}[–-]?\s*(?:having|after|since|by|on|upon)\s+(?:\w+ly\s+)?(?:having\s+)?(?:been\s+)?", head) and not re.search(r"(?i)[–—-]\s*having\s+(?:\w+ly\s+)?$", head):
        return None
    for one in actors_of(frame, since=start):
        if re.search(r",\s*(?:the\s+)?$", frame.words(start, one.start)):
            return one
    return None


def _unbound(frame: Frame) -> Iterator[Claim]:
    """ "declared the accord null and void", "no longer felt bound by it"."""
    for match, start, end in matches(frame, _UNBOUND):
        what = match["what"]
        named = [one for one in frame.found.of("instrument", "provision") if start <= one.start < end]
        subject = subject_of(named[0], clauses=True) if what and named else None if what else object_at(frame, end, clauses=True)
        who = _declaring(frame, start)
        if subject is None or who is None or _is_told_not(frame, start, match.group()):
            continue
        date = dated(frame, who.end, end)
        said = Said(date=date.written if date else None, states=who.states, word="denounced")
        yield _ended(frame, stretch((start, end), who, date, subject.mention), subject, said)


def _is_told_not(frame: Frame, start: int, cue: str) -> bool:
    return re.match(r"(?i)not\b", cue) is not None or bool(re.search(r"(?i)\b(?:not|never)\s*$", frame.words(frame.base, start)))


def _declaring(frame: Frame, start: int) -> Actors | None:
    """Who declares: "North Korea had declared as early as 2023 that it would never again be bound"."""
    direct = doer(frame, start)
    if direct:
        return direct
    for one in actors_of(frame, until=start)[:3]:
        if re.match(r"(?i)\s+(?:(?:has|had|have|publicly|then|also)\s+)?(?:declared|announced|said|stated|proclaimed|let it be known|notified)\b[^;:]{0,60}\b(?:it|they)\b", frame.words(one.end, start)):
            return one
    return None


# --- left ---


def _left(frame: Frame) -> Iterator[Claim]:
    """ "Albania left the pact in September 1968"."""
    for match, start, end in matches(frame, _LEFT):
        who = doer(frame, start) or _later(frame, start) or _attached(frame, start)
        if who is None or _is_open(frame, start):
            continue
        subject, ends = _what_is_left(frame, match, who, start, end)
        if subject is None:
            continue
        date = dated(frame, start, end)
        said = Said(date=date.written if date else None, states=merged(who.states, companions(frame, end)), word="left")
        place = stretch((start, max(end, ends)), who, date, subject.mention if subject.mention and subject.mention.start >= start else None)
        yield _ended(frame, place, subject, said, negated=_is_not_left(frame, who, start))


def _is_not_left(frame: Frame, who: Actors, start: int) -> bool:
    between = frame.words(min(who.end, start), start)
    return bool(re.search(r"(?i)\b(?:not|never|neither|nor)\b|n['’]t\b", between)) or bool(re.search(r"(?i)\b(?:neither|nor|nobody|none)\b[^,;]{0,30}$", frame.words(frame.base, who.start)))


def _attached(frame: Frame, start: int) -> Actors | None:
    """ "Uzbekistan, having left in 2012", "with Georgia leaving the pact"."""
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
    if not re.match(r"(?i)\s*(?:$|[.,;)”\"]|(?:in|on|by|since|last|along|together|again|for good|as|from it|after|that year|a year|\d)\b|under\b)", following) or re.match(r"(?i)\s+(?:in|on|by|for)\s+(?:the\s+)?(?!\w+ (?:of )?\d{4}|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|good|early|late)", following):
        return None, end
    return _left_before(frame, match, who), end


def _is_whole(frame: Frame, match: re.Match[str], end: int, mention: Mention) -> bool:
    """Whether the instrument itself is left, not something in it or before it."""
    between = frame.words(end, mention.start).lower()
    after = frame.words(mention.end, min(mention.end + 14, frame.sentence.end))
    if re.match(r"(?i)\s+(?:intact|alone|open|untouched|behind|unsigned|unratified|out|in place|to|as it|unchanged|in tatters|with|without)\b|['’]s\b", after) and match["of"] is None:
        return False
    if match["of"]:
        return "from" in between or "of" in between.split()
    return "from" not in between or match["member"] is not None


def _left_before(frame: Frame, match: re.Match[str], who: Actors) -> Subject | None:
    """The instrument named before: "the pact, which Albania left in 1968", "dropped out in 1999"."""
    before = [one for one in frame.named("instrument", "organ") if one.end <= who.start and is_instrument(frame, one)]
    if before and (re.search(r"\b(?:which|that|it)\b", frame.words(before[-1].end, who.start)) or not only_fillers(frame, before[-1].end, who.start)):
        return subject_of(before[-1])
    if before:
        return subject_of(before[-1])
    bare = match["of"] or match["member"] or match.group().lower().startswith("quit")
    return implied(frame) if bare else None


# --- nouns ---


def _nominal(frame: Frame) -> Iterator[Claim]:
    """ "Mexico's denunciation took effect in 2004", "its withdrawal from the pact in 1968"."""
    for match, start, end in matches(frame, _NOUN):
        who = _owner(frame, start, end)
        if who is None or _is_future(frame, start):
            continue
        subject = object_at(frame, end) or nearest(frame, start)
        date = dated(frame, start, end)
        noun = match["noun"].lower()
        if subject is None or date is None or (frame.found.of("instrument", "organ") == [] and not frame.implied):
            continue
        word = "left" if noun.startswith(("withdr", "exit", "depart")) else "suspended" if noun == "suspension" else "denounced"
        said = Said(date=date.written, states=who.states, word=word)
        yield _ended(frame, stretch((start, end), who, date), subject, said)


def _owner(frame: Frame, start: int, end: int) -> Actors | None:
    """Whose it is: "Mexico's", "the withdrawal of Mexico"."""
    for one in frame.named("state", until=start)[-1:]:
        if re.fullmatch(r"(?i)['’]s?\s+(?:\w+\s+){0,2}|\s+(?:formal\s+)?", frame.words(one.end, start)) and one.end <= start:
            return actors_at(one)
    for group in actors_of(frame, since=end)[:1]:
        if re.fullmatch(r"(?i)\s+(?:of|by)\s+(?:the\s+)?", frame.words(end, group.start)):
            return group
    return None


def actors_at(mention: Mention) -> Actors:
    """One state alone."""
    from foedera.reader.claims.actors import Actors

    return Actors((mention.ids[0],), mention.start, mention.end)


def _is_future(frame: Frame, start: int) -> bool:
    return bool(re.search(r"(?i)\b(?:possible|planned|threatened|threatens|threat of|announced|intended|eventual|hypothetical|demand\w*|notified|proposed|before|until)\b", frame.words(frame.base, start)[-50:]))
