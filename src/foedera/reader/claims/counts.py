"""Claims about how many parties or members an instrument has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.amounts import NUMBER, amount
from foedera.reader.claims.objects import implied, instruments, is_instrument, nearest, object_at, subject_of, theme
from foedera.reader.claims.times import dated, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_ANY = re.compile(
    r"(?i)member|allies|part(?:y|ies)\b|signator|nation|states\b|countries|governments|power\b|strong\b|founders"
)
_NOUN = (
    r"(?P<noun>member[\s-]?(?:states|countries|nations|governments)|members|allies|(?:contracting\s+|"
    r"state\s+)?parties|signator(?:ies)|(?:signatory|founding)\s+(?:states|countries|nations|powers)|founders|"
    r"nations|states|countries|governments|capitals|powers)"
)
_COUNT = re.compile(
    rf"(?i)\b(?P<number>{NUMBER})\s+(?P<kind>(?:(?:original|founding|full|current|present|remaining|"
    rf"European|sovereign|different|[A-Z][\w.]*)\s+){{0,2}}){_NOUN}\b(?!\s+of\s+(?:parliament|congress|"
    r"staff))"
)
_BLOC = re.compile(
    rf"(?i)\b(?P<number>{NUMBER})-(?P<noun>member|nation|state|country|party|strong|"
    r"power)\b(?:\s+(?:defen[cs]e|military|security|regional|western|atlantic))?(?:\s+(?P<head>alliance|"
    r"bloc|pact|treaty|organi[sz]ation|club|grouping|group|agreement|accord|arrangement|charter|body|"
    r"union))?"
)
_STANDS = re.compile(
    r"(?i)\b(?:membership|number\s+of\s+(?:members|parties|allies|member\s+states|signatories)|"
    rf"its\s+members)\s+(?:[\w’'-]+\s+){{0,4}}?(?:(?:to|at|by)\s+)?(?:stands?\s+at\s+|stood\s+at\s+|is\s+|"
    rf"was\s+|rose\s+to\s+|grew\s+to\s+|reached\s+|number(?:s|ed)?\s+)?(?P<number>{NUMBER})\b(?!\s*(?:%|"
    r"percent|per\s+cent|years|january|february|march|april|may|june|july|august|september|october|"
    r"november|december))"
)
_HAS = (
    r"\b(?:has|have|had|counts?|counted|number(?:s|ed)?|unites?|united|comprises?|comprised|binds?|bound|"
    r"groups?|grouped|brings\s+together|brought\s+together|consists\s+of|consisted\s+of|is\s+made\s+up\s+of|"
    r"includes|links|between|among|of|joins|covers|embraces|embraced|boasts|boasted|started\s+with|"
    r"began\s+with|with)"
)
_ADVERB = (
    r"(?:(?:now|today|only|just|then|currently|exactly|precisely|more\s+than|over|at\s+least|about|around|some|"
    r"nearly|almost|roughly|initially|originally|at\s+first|no\s+fewer\s+than|as\s+many\s+as)\s+){0,2}"
)
_VERB = re.compile(rf"(?i)(?P<verb>{_HAS})\s+{_ADVERB}$")
_ALL = re.compile(
    r"(?i)\b(?P<det>all|the|its|their|each\s+of\s+the|each\s+of\s+its|of\s+(?:the|its)|all\s+of\s+the|"
    r"all\s+the|['’]s|['’])\s+$"
)
_BY = re.compile(
    r"(?i)\b(?:signed|concluded|founded|ratified|agreed|joined|established|formed|set\s+up|"
    rf"made)\s+(?:\w+\s+){{0,3}}?(?:by|between|among)\s+(?:all\s+)?{_ADVERB}$"
)
_SIGN = re.compile(
    r"(?i)\s+(?:(?:have|had|then|first|also|originally)\s+)?(?:(?:met|gathered|came\s+together|assembled|"
    r"agreed)\s+[^;:.]{0,60}?to\s+)?(?P<verb>sign(?:ed)?|ratified|put\s+their\s+names\s+to|founded|"
    r"concluded|set\s+up|established|formed)\b"
)
_BOUND = re.compile(
    r"(?i)\s+(?:(?:are|were|have\s+been)\s+(?:now\s+|today\s+|still\s+)?(?:bound\s+by|part(?:y|ies)\s+to|"
    r"members\s+of|signatories\s+(?:to|of))|"
    r"belong(?:ed)?\s+to|have\s+joined|take\s+part\s+in|make\s+up)\b"
)
_OTHERS = re.compile(
    r"(?i)\b(?:other|another|new|further|more|additional|first|last|next|these|those|remaining|non-eu|"
    r"eastern|neutral|small|smaller|large|largest|neighbou?ring|third|candidate)\b"
)
_FEW = 2
_FIRST = "founding"
"""Who signed at first or founded it: a number of signatories is judged like one of founders."""


def counts(frame: Frame) -> Iterator[Claim]:
    """Claims about the number of parties."""
    if not _ANY.search(frame.sentence.text):
        return
    for match, start, end in matches(frame, _COUNT):
        yield from _counted(frame, match, start, end)
    for match, start, end in matches(frame, _BLOC):
        yield from _bloc(frame, match, start, end)
    for match, start, end in matches(frame, _STANDS):
        found = theme(frame, start) or nearest(frame, start)
        subject = _owned(frame, end) or found
        if subject is not None:
            yield from _claim(frame, match["number"], "", subject, start, end)


def _claim(
    frame: Frame, number: str, word: str, subject: Subject, start: int, end: int, *parts: Mention | None
) -> Iterator[Claim]:
    value = amount(number)
    if value is None or value < _FEW:
        return
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


def _counted(frame: Frame, match: re.Match[str], start: int, end: int) -> Iterator[Claim]:
    if _OTHERS.search(match["kind"]) or any(
        one.start <= start < one.end for one in frame.found.of("instrument", "date")
    ):
        return
    before = frame.words(frame.base, start)
    if re.search(
        r"(?i)\b(?:other|another|further|more|the\s+first|the\s+last|these|those|article|articles|than)\s+$", before
    ) and not re.search(r"(?i)\bmore\s+than\s+$", before):
        return
    noun, kind = match["noun"].lower(), match["kind"].lower()
    proper = re.match(r"member|allies|founders|signator|founding", noun) or "parties" in noun
    word = _FIRST if re.search(r"(?i)founding|original|founders|signator", kind + noun) else ""
    signs = _SIGN.match(frame.words(end, frame.sentence.end))
    belongs = _BOUND.match(frame.words(end, frame.sentence.end))
    if belongs:
        yield from _bound(frame, match, belongs, start, end)
    elif signs and not _ALL.search(before):
        yield from _signs(frame, match, signs, start, end)
    elif _BY.search(before):
        subject = _made(frame, start, before)
        if subject:
            yield from _claim(frame, match["number"], _FIRST, subject, start, end)
    else:
        found = _whose(frame, match, before, start, end, proper=bool(proper))
        if found:
            yield from _claim(frame, match["number"], word, found, *_span(frame, before, start, end))


def _span(frame: Frame, before: str, start: int, end: int) -> tuple[int, int]:
    for pattern in (_VERB, _ALL):
        found = pattern.search(before)
        if found:
            return frame.base + found.start(), end
    return start, end


def _signs(frame: Frame, match: re.Match[str], signs: re.Match[str], start: int, end: int) -> Iterator[Claim]:
    """As in: "Fifteen states met in Paris to sign the pact"."""
    ends = end + signs.end()
    subject = object_at(frame, ends)
    if subject is not None and not re.search(r"(?i)\b(?:of|by|with)\s+$", frame.words(frame.base, start)):
        yield from _claim(frame, match["number"], _FIRST, subject, start, ends, subject.mention)


def _bound(frame: Frame, match: re.Match[str], belongs: re.Match[str], start: int, end: int) -> Iterator[Claim]:
    """As in: "30 nations are bound by it today", "eight states belonged to it at first"."""
    ends = end + belongs.end()
    again = re.match(r"(?i)\s+it\b", frame.words(ends, frame.sentence.end))
    subject = nearest(frame, start) if again else object_at(frame, ends)
    if subject is not None and not re.search(r"(?i)\b(?:of|by|with)\s+$", frame.words(frame.base, start)):
        at_first = re.search(
            r"(?i)^[^.;:]{0,60}\b(?:at\s+(?:its\s+)?(?:foundation|first|the\s+start)|originally|initially|"
            r"in\s+the\s+beginning)\b",
            frame.words(ends, frame.sentence.end),
        )
        yield from _claim(frame, match["number"], _FIRST if at_first else "", subject, start, ends, subject.mention)


def _made(frame: Frame, start: int, before: str) -> Subject | None:
    cue = _BY.search(before)
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
        return subject_of(inside[0]) if _ALL.search(before) or _VERB.search(before) else None
    heading = re.fullmatch(r"(?i)[\"“']?(?:with|counting|numbering)\s+(?:its\s+|now\s+)?", before)
    behind = instruments(frame, since=end)[:1]
    if heading and proper and behind and frame.words(end, behind[0].start).strip() in (",", ", the"):
        return subject_of(behind[0])
    owned = _owned(frame, end)
    determined = _ALL.search(before)
    if owned is None and re.match(
        r"(?i)\s+(?:of|in)\s+(?!it\b|the\s+(?:alliance|pact|treaty|bloc)\b|\d)",
        frame.words(end, frame.sentence.end),
    ):
        return None
    if owned and proper and (determined or _VERB.search(before)):
        return owned
    verb = _VERB.search(before)
    if verb:
        at = frame.base + verb.start()
        loose = verb["verb"].lower() in ("of", "with", "between", "among")
        if loose:
            return _described(frame, at)
        return theme(frame, at) if proper or not re.match(r"(?i)ha[sd]|have", verb["verb"]) else None
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
    return theme(frame, frame.base + head.start()) if head else None


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
    if not match["head"] and match["noun"].lower() not in ("strong", "member", "nation"):
        return
    within = [one for one in frame.found.of("instrument") if one.start <= start < one.end]
    if within and match["noun"].lower() != "member":
        return
    around = next((one for one in frame.found.of("instrument") if one.start <= start < one.end and one.ids), None)
    after = next(
        (one for one in instruments(frame, since=end) if re.fullmatch(r"\s*,?\s*", frame.words(end, one.start))), None
    )
    indefinite = re.search(r"(?i)\b(?:an?|another|new)\s+$", frame.words(frame.base, start))
    chosen = around or after
    subject = subject_of(chosen) if chosen else None if indefinite else nearest(frame, start)
    if indefinite and subject is None:
        cue = re.search(
            r"(?i)(?:,|\b(?:is|was|remains|as|became)(?:\s+now)?)\s+an?\s+(?:new\s+)?$", frame.words(frame.base, start)
        )
        subject = theme(frame, frame.base + cue.start()) if cue else None
    if subject is not None:
        yield from _claim(frame, match["number"], "", subject, start, end)
