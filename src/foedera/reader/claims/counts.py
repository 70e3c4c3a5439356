"""Claims about how many parties or members an instrument has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.amounts import amount
from foedera.reader.claims.count_words import (
    ALL,
    AT_FIRST,
    BLOC,
    BLOC_NEEDS,
    BOUND,
    BY,
    CIRCLE,
    CIRCLE_NEEDS,
    COUNT,
    COUNT_NEEDS,
    LONE,
    LONE_NEEDS,
    NOW,
    OTHERS,
    PART,
    SIGN,
    STANDS,
    STANDS_NEEDS,
    THERE,
    VERB,
)
from foedera.reader.claims.objects import (
    are_partners,
    implied,
    instruments,
    is_instrument,
    nearest,
    object_at,
    subject_of,
    theme,
)
from foedera.reader.claims.times import dated, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_FEW = 2
_FOREIGN = re.compile(r"(?i)(?<!total )\b(?:of|by|with)\s+$")
_FIRST = "founding"
"""Who signed at first or founded it: a number of signatories is judged like one of founders."""


def counts(frame: Frame) -> Iterator[Claim]:
    """Claims about the number of parties."""
    if frame.implied is None and not instruments(frame):
        return
    for match, start, end in matches(frame, COUNT, COUNT_NEEDS):
        yield from _counted(frame, match, start, end)
    for match, start, end in matches(frame, BLOC, BLOC_NEEDS):
        yield from _bloc(frame, match, start, end)
    for match, start, end in matches(frame, STANDS, STANDS_NEEDS):
        inside = instruments(frame, since=start, until=end)
        found = subject_of(inside[0]) if inside else theme(frame, start) or nearest(frame, start)
        subject = _owned(frame, end) or found
        if subject is not None:
            yield from _claim(frame, match["number"], "", subject, start, end)
    yield from _lone(frame)
    yield from _circle(frame)


def _lone(frame: Frame) -> Iterator[Claim]:
    """As in: "Today it has 32", "It has had no more than three"."""
    for match, start, end in matches(frame, LONE, LONE_NEEDS):
        subject = theme(frame, start)
        since, until = frame.clause_of(start)
        if subject is not None and NOW.search(frame.words(since, max(end, until))):
            yield from _claim(frame, match["number"], "", subject, start, end)


def _circle(frame: Frame) -> Iterator[Claim]:
    """As in: "ANZUS is a pact of three", "Originally a club of twelve, NATO ..."."""
    for match, start, end in matches(frame, CIRCLE, CIRCLE_NEEDS):
        before = frame.words(frame.base, start)
        cue = re.search(
            r"(?i)\b(?:is|was|remains|remained|became|began|started)\s+(?:now\s+|still\s+|out\s+)?$", before
        )
        head = re.fullmatch(r"(?i)[\"“']?(?:(?:originally|once|initially|at\s+first|long|still|now|as)\s+)?", before)
        behind = instruments(frame, since=end)
        aside = [one for one in instruments(frame, until=start) if frame.words(one.end, start).strip() == ","]
        if cue:
            subject = theme(frame, frame.base + cue.start())
        elif head and behind and frame.words(end, behind[0].start).strip().lower() in (",", ", the"):
            subject = subject_of(behind[0])
        else:
            subject = subject_of(aside[-1]) if aside else None
        if subject is not None:
            word = _FIRST if re.search(r"(?i)original|once|initial|first|began|started", before) else ""
            yield from _claim(frame, match["number"], word, subject, start, end)


def _claim(
    frame: Frame, number: str, word: str, subject: Subject, start: int, end: int, *parts: Mention | None
) -> Iterator[Claim]:
    value = amount(number)
    if value is None or value < _FEW:
        return
    word = word or (_FIRST if _is_at_first(frame, start, end) else "")
    date = dated(frame, start, end) if not word else None
    near = (
        date
        if date
        and re.search(r"(?i)\b(?:in|by|since|of|on)\s+(?:the\s+)?$|^\W*$", frame.words(frame.base, date.start)[-8:])
        else None
    )
    said = Said(
        numbers=((value, "member"),),
        word=word,
        date=near.written if near and near.written and not near.written.until_year else None,
    )
    yield frame.claim("party_count", *stretch((start, end), near, *parts), subject, said, negated=False)


def _is_at_first(frame: Frame, start: int, end: int) -> bool:
    """Whether the number is told of the beginning: "At its founding NATO numbered twelve"."""
    before, after = frame.words(frame.base, start), frame.words(end, frame.sentence.end)
    cue = list(AT_FIRST.finditer(before))[-1:]
    if cue and not re.search(r"(?i)[;:]|\b(?:now|today|grown|grew|since|later|\d+)\b", before[cue[0].end() :]):
        return True
    behind = AT_FIRST.search(after)
    return behind is not None and behind.start() < _NEAR and not re.search(r"[,;:]", after[: behind.start()])


_NEAR = 30
_BACK = 200


def _right_before(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match of a pattern that ends with its text: it is not sought in the whole of a long sentence."""
    return pattern.search(before, max(0, len(before) - _BACK))


def _counted(frame: Frame, match: re.Match[str], start: int, end: int) -> Iterator[Claim]:
    if OTHERS.search(match["kind"]) or any(
        one.start <= start < one.end for one in frame.found.of("instrument", "date")
    ):
        return
    before = frame.words(frame.base, start)
    if re.search(
        r"(?i)\b(?:other|another|further|more|the\s+first|the\s+last|these|those|article|articles|than)\s+$", before
    ) and not re.search(r"(?i)\bmore\s+than\s+$", before):
        return
    noun, kind = match["noun"].lower(), match["kind"].lower()
    proper = re.search(
        r"member|allies|founders|signator|founding|parties|partners|participants|signatures", kind + noun
    )
    if _right_before(PART, before):
        return
    word = _FIRST if re.search(r"(?i)founding|original|founders|signator", kind + noun) else ""
    signs = SIGN.match(frame.words(end, frame.sentence.end))
    belongs = BOUND.match(frame.words(end, frame.sentence.end))
    if belongs:
        yield from _bound(frame, match, belongs, start, end)
    elif signs and not _right_before(ALL, before):
        yield from _signs(frame, match, signs, start, end)
    elif _right_before(BY, before):
        subject = _made(frame, start, before)
        if subject:
            yield from _claim(frame, match["number"], _FIRST, subject, start, end)
    else:
        found = _whose(frame, match, before, start, end, proper=bool(proper))
        if found and are_partners(frame, noun, found):
            begun = _right_before(VERB, before)
            word = word or (_FIRST if begun and begun["first"] else "")
            yield from _claim(frame, match["number"], word, found, *_span(frame, before, start, end))


def _span(frame: Frame, before: str, start: int, end: int) -> tuple[int, int]:
    for pattern in (VERB, ALL):
        if found := _right_before(pattern, before):
            return frame.base + found.start(), end
    return start, end


def _signs(frame: Frame, match: re.Match[str], signs: re.Match[str], start: int, end: int) -> Iterator[Claim]:
    """As in: "Fifteen states met in Paris to sign the pact"."""
    ends = end + signs.end()
    subject = object_at(frame, ends)
    if subject is not None and not _FOREIGN.search(frame.words(frame.base, start)):
        yield from _claim(frame, match["number"], _FIRST, subject, start, ends, subject.mention)


def _bound(frame: Frame, match: re.Match[str], belongs: re.Match[str], start: int, end: int) -> Iterator[Claim]:
    """As in: "30 nations are bound by it today", "eight states belonged to it at first"."""
    ends = end + belongs.end()
    again = re.match(r"(?i)\s+it\b", frame.words(ends, frame.sentence.end))
    subject = nearest(frame, start) if again else object_at(frame, ends)
    if subject is not None and not _FOREIGN.search(frame.words(frame.base, start)):
        at_first = _is_at_first(frame, start, subject.mention.end if subject.mention else ends)
        at_first = at_first or bool(re.search(r"(?i)\bst(?:and|ood)\b", belongs.group()))
        yield from _claim(frame, match["number"], _FIRST if at_first else "", subject, start, ends, subject.mention)


def _made(frame: Frame, start: int, before: str) -> Subject | None:
    cue = BY.search(before)
    if cue is None:
        return None
    at = frame.base + cue.start()
    if re.fullmatch(r"[\"“']?", before[: cue.start()]):
        behind = instruments(frame, since=start)
        return subject_of(behind[0]) if behind else None
    return theme(frame, at)


def _whose(frame: Frame, match: re.Match[str], before: str, start: int, end: int, *, proper: bool) -> Subject | None:
    inside = instruments(frame, since=start, until=end)
    if inside:
        return subject_of(inside[0]) if ALL.search(before) or VERB.search(before) else None
    heading = re.fullmatch(r"(?i)[\"“']?(?:with|counting|numbering)\s+(?:its\s+|now\s+)?", before)
    behind = instruments(frame, since=end)[:1]
    if heading and proper and behind and frame.words(end, behind[0].start).strip() in (",", ", the"):
        return subject_of(behind[0])
    owned = _owned(frame, end)
    determined = ALL.search(before)
    if owned is None and re.match(
        r"(?i)\s+(?:of|in)\s+(?!it\b|the\s+(?:alliance|pact|treaty|bloc)\b|\d)",
        frame.words(end, frame.sentence.end),
    ):
        return None
    if owned and proper and (determined or VERB.search(before) or THERE.search(before)):
        return owned
    verb = VERB.search(before)
    if verb:
        at = frame.base + verb.start()
        loose = verb["verb"].lower() in ("of", "with", "between", "among")
        if loose:
            return _described(frame, at) or (_with(frame, at) if proper else None)
        return theme(frame, at) if proper or not re.fullmatch(r"(?i)ha[sd]|have", verb["verb"]) else None
    if determined and proper and not (amount(match["number"]) or 0) <= _FEW:
        return _determined(frame, determined["det"].lower(), match, start)
    return None


def _described(frame: Frame, at: int) -> Subject | None:
    """As in: "is a pact of three states": what it is said of."""
    head = re.search(
        r"(?i)\b(?:is|was|are|remains|as)\s+(?:an?|the|now\s+an?)\s+(?:[\w-]+\s+){0,3}?(?:pact|treaty|"
        r"alliance|agreement|accord|bloc|grouping|club|arrangement|organi[sz]ation|affair|union)\s+$",
        frame.words(frame.base, at),
    )
    if head:
        return theme(frame, frame.base + head.start())
    owners = [one for one in instruments(frame, until=at) if one.end <= at]
    own = owners and re.fullmatch(
        r"(?i)['’]s?\s+(?:family|club|circle|group|bloc|community)\s+", frame.words(owners[-1].end, at)
    )
    return subject_of(owners[-1]) if own else None


def _with(frame: Frame, at: int) -> Subject | None:
    """As in: "The treaty, with its three parties, ..."."""
    before = [one for one in instruments(frame, until=at) if frame.words(one.end, at).strip() == ","]
    return subject_of(before[-1]) if before else None


def _determined(frame: Frame, det: str, match: re.Match[str], start: int) -> Subject | None:
    noun = match["noun"].lower()
    if det in ("'s", "’s", "'", "’"):
        before = [one for one in instruments(frame, until=start) if one.end <= start]
        return (
            subject_of(before[-1])
            if before and re.fullmatch(r"['’]s?\s+", frame.words(before[-1].end, start))
            else implied(frame)
            if re.search(r"(?i)\b(?:alliance|bloc|organi[sz]ation|pact)['’]s\s+$", frame.words(frame.base, start))
            else None
        )
    if "parties" in noun and det == "the":
        return None
    organs = [one for one in frame.found.of("organ") if one.end <= start]
    if organs and not is_instrument(frame, organs[-1]):
        return None
    return nearest(frame, start)


def _owned(frame: Frame, end: int) -> Subject | None:
    """As in: "32 members of NATO"."""
    following = frame.words(end, frame.sentence.end)
    return object_at(frame, end) if re.match(r"(?i)\s+(?:of|to|in)\b", following) else None


def _bloc(frame: Frame, match: re.Match[str], start: int, end: int) -> Iterator[Claim]:
    """As in: "the 32-member alliance"."""
    noun = (match["noun"] or "strong").lower()
    if not match["head"] and noun not in ("strong", "member", "nation"):
        return
    within = [one for one in frame.found.of("instrument") if one.start <= start < one.end]
    if within and noun != "member":
        return
    around = next((one for one in frame.found.of("instrument") if one.start <= start < one.end and one.ids), None)
    after = next(
        (one for one in instruments(frame, since=end) if re.fullmatch(r"\s*,?\s*", frame.words(end, one.start))), None
    )
    indefinite = re.search(r"(?i)\b(?:an?|another|new)\s+$", frame.words(frame.base, start))
    chosen = around or after
    aside = [
        one
        for one in instruments(frame, until=start)
        if frame.words(one.end, start).strip() in (",", ", some", ", now", ", today")
    ]
    chosen = chosen or (aside[-1] if aside and match["strong"] else None)
    subject = subject_of(chosen) if chosen else None if indefinite else nearest(frame, start)
    if indefinite and subject is None:
        cue = re.search(
            r"(?i)(?:,|\b(?:is|was|remains|as|became)(?:\s+now)?)\s+an?\s+(?:new\s+)?$", frame.words(frame.base, start)
        )
        subject = theme(frame, frame.base + cue.start()) if cue else None
    if subject is not None:
        yield from _claim(frame, match["number"], "", subject, start, end)
