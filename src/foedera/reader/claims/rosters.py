"""Claims that list the members: "its signatories: A, B and C", "NATO members A and B", "A among them"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims.actors import actors_of
from foedera.reader.claims.member_words import NOT_YET, NOUN
from foedera.reader.claims.objects import implied, instruments, is_instrument, nearest, object_at, subject_of, theme
from foedera.reader.claims.times import matches, standing, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.actors import Actors
    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim

_LISTED_NEEDS = tuple("part|member|signator|founder|adherent|all".split("|"))
_LISTED = re.compile(rf"(?i)\b(?P<noun>{NOUN})\b(?!['’-])")
_LINK = re.compile(
    r"(?i)(?P<of>\s+(?:of|to|in)\s+[^,:;]{3,90}?)?"
    r"(?P<link>\s*:\s*|\s*,\s*(?:including\s+|such\s+as\s+|among\s+them\s+)?|\s*\(|\s[–—-]\s|"
    r"\s+(?:now\s+)?(?:such\s+as|including|like|are|were|is|was|include[sd]?|do\s+not\s+include|namely)\s+|"
    r"\s+)(?:the\s+)?"
)
_AMONG_NEEDS = tuple("among|as one of| as ".split("|"))
_AMONG = re.compile(
    r"(?i)\b(?:counts?|counted|counting|numbers?|numbered|lists?|listed|has|"
    rf"had)\s+(?P<who>[^,;:]{{3,80}}?)\s+(?:(?:among|as\s+one\s+of)\s+(?:its|the|"
    rf"their)|as)\s+(?:\w+\s+){{0,2}}{NOUN}\b"
)
_THEM_NEEDS = tuple("among them|included|one of them".split("|"))
_THEM = re.compile(r"(?i)\bamong\s+them\b|\bincluded\b|\b(?:is|was|are|were)\s+one\s+of\s+them\b")
_INCLUDING_NEEDS = tuple("including|among".split("|"))
_INCLUDING = re.compile(r"(?i)\b(?:including|among\s+them|among\s+others)\s+(?:the\s+)?")
_GROUP = re.compile(
    r"(?i)\b(?:members?|parties|signatories|allies|founders)\b|\b(?:signed|concluded|founded|joined|"
    r"ratified|unit(?:es|ed|ing)|brings\s+together|binds|agreed)\b[^;:]{0,90}\b(?:states|partners|"
    r"countries|nations|powers|governments|satellites|republics)\b|"
    r"\b(?:states|countries|nations|powers|governments)\s+(?:\w+\s+)?(?:signed|concluded|founded|joined|ratified)\b|"
    r"\b(?:unites|binds|counts|groups|comprises|has)\s+[\w-]+\s+(?:states|countries|nations|republics)\b"
)
_UNLIKE = re.compile(
    r"(?i)\b(?:unlike|non|against|outside|neither|nor|with|toward|towards|for|to|than|from|on|not|unless|"
    r"if|aspiring|would-be|future|potential|urg\w+|invit\w+)\s+(?:[\w’'.-]+\s+){0,3}$"
)
_SAYS = re.compile(
    r"(?i)\s*,?\s*(?:said|says|argue[sd]?|warn\w*|insist\w*|claim\w*|has|have|had|is|are|was|were|will|"
    r"would|could|may|might|did|does|do|can)\b"
)

_WHO_NEEDS = tuple("that |which |who ".split("|"))
_WHO = re.compile(
    r"(?i)\b(?:states?|countries|country|nations?|powers?|governments?|republics|those|capitals|ones)\s+(?:that|"
    r"which|who)\s+"
    r"(?:have\s+|had\s+|has\s+)?(?:(?P<not>never\s+|not\s+|did\s+not\s+)|(?:together|originally|first|jointly)\s+)?"
    r"(?P<verb>signed|sign|joined|founded|ratified|put\s+their\s+names?\s+to|concluded|belong(?:ed)?\s+to|ma[dk]e\s+up|"
    r"form(?:ed)?|set\s+up|created|took\s+part\s+in|are\s+(?:bound\s+by|part(?:y|ies)\s+to)|were\s+part(?:y|"
    r"ies)\s+to)\b"
)
_WERE = re.compile(
    r"(?i)(?:\s+(?:that\s+day|then|at\s+first|in\s+\w+|(?:on\s+)?[\w\s,]{1,20}\d{4}))?\s*(?:(?:were|was|are|is|:|–|—|-|"
    r"include[ds]?|,\s*(?:among\s+them|including))\s*(?P<not>not\s+)?)(?:the\s+)?"
)
_OPENS = re.compile(r"(?i)(?:(?P<colon>:)|\s[–—-]|\s\()\s*(?:namely\s+|today\s+|now\s+)?(?:the\s+)?")
_CUE = re.compile(
    r"(?i)\b(?:sign(?:ed|atories|atures|s)?|names?|members?|part(?:y|ies)|partners?|participants?|founders|founding|"
    r"belong\w*|"
    r"bound|binds?|unit\w+|links?|links|joins?|groups?|comprises?|ties|made\s+up|(?:stands?|stood)\s+(?:under|"
    r"behind)|allies|"
    r"(?:three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:\w+\s+)?(?:states|countries|nations|powers|governments))\b"
)
_AGAINST = re.compile(
    r"(?i)\b(?:not|never|non|observers?|candidates?|partner\s+of|outsid\w+|rejected|against|critics?|opponents?|"
    r"other|some|several|"
    r"refused|threat\w*|want\w*|hop\w+|would|may|might|could|dialogue|invited|enem\w+|targets?|wars?|conflicts?|"
    r"part\s+of|"
    r"visit\w*|asked)\b|n['’]t\b"
)

_UNDER = re.compile(r"(?i)[\"“]?(?:behind|under|beneath|below|on)\b")
_STAND = re.compile(
    r"(?i)\s+(?:stands?|stood|are|is|were|was|we\s+find|one\s+finds|appear\w*|can\s+be\s+read)\s+(?:only\s+|today\s+|"
    r"also\s+)?(?:the\s+)?"
    r"(?:(?:names?|signatures?|ink|seals?)\s+of\s+)?(?:\w+\s+(?:states|governments|countries|"
    r"powers)\s*[:,–—-]\s*)?(?:the\s+)?"
)


def rosters(frame: Frame) -> Iterator[Claim]:
    """Claims that list who the members are."""
    yield from _lists(frame)
    yield from _relative(frame)
    yield from _colon(frame)
    yield from _apposition(frame)
    yield from _inverted(frame)
    yield from _among(frame)
    yield from _them(frame)


# --- "the signatories: A, B and C", "NATO members A and B" ---


def _lists(frame: Frame) -> Iterator[Claim]:
    for match, start, end in matches(frame, _LISTED, _LISTED_NEEDS):
        group = next((one for one in actors_of(frame) if one.start >= end), None)
        link = _LINK.fullmatch(frame.words(end, group.start)) if group else None
        if group is None or link is None or not _is_list(frame, match, link, group, start):
            continue
        subject = _listed_of(frame, match, (end, end + link.end("of")) if link["of"] else None, start)
        if subject is None:
            continue
        said = Said(states=group.states, word=standing(match["noun"]))
        near = subject.mention if subject.mention and 0 <= start - subject.mention.end < _SHORT else None
        negated = bool(re.search(r"(?i)\b(?:not|never)\b", link["link"]))
        yield frame.claim("party_to", *stretch((start, group.end), near), subject, said, negated=negated)


_SHORT = 40


def _is_list(frame: Frame, match: re.Match[str], link: re.Match[str], group: Actors, start: int) -> bool:
    """Whether the states named behind the noun are members, not somebody else who is named next."""
    how, before = link["link"].strip().lower(), frame.words(frame.base, start)
    if NOT_YET.search(before[-16:]) or re.search(r"(?i)\b(?:non|would-be|future|potential)[\s-]*$", before):
        return False
    if not how:
        return not link["of"] and not re.match(r"(?i)part", match["noun"])
    after = frame.words(group.end, frame.sentence.end)
    if how == "," or how in "–—-":
        return bool(re.match(r"\s*(?:$|[,.;:)–—-])", after)) and not _SAYS.match(after) and not _UNLIKE.search(before)
    return not re.match(r"(?i)['’]s|\s+(?:said|says)", after)


def _listed_of(frame: Frame, match: re.Match[str], of: tuple[int, int] | None, start: int) -> Subject | None:
    if of:
        found = instruments(frame, since=of[0], until=of[1])
        return subject_of(found[0]) if found else None
    before = [one for one in instruments(frame, until=start) if one.end <= start]
    if before and re.fullmatch(r"(?i)(?:['’]s?)?\s*(?:[\w-]+\s+){0,3}", frame.words(before[-1].end, start)):
        return subject_of(before[-1])
    if re.match(r"(?i)all", match["noun"]):
        return None
    if re.search(r"(?i)\b(?:its|the|all|whose|their)\s+(?:[\w-]+\s+){0,2}$", frame.words(frame.base, start)[-40:]):
        return nearest(frame, start)
    return None


# --- "the states that signed it were A and B", "... : A, B and C" ---


def _relative(frame: Frame) -> Iterator[Claim]:
    """As in: "Among the states that signed the pact were A and B"."""
    for match, start, end in matches(frame, _WHO, _WHO_NEEDS):
        subject = object_at(frame, end) or nearest(frame, start)
        if subject is None:
            continue
        since = max(end, subject.mention.end if subject.mention else 0)
        who = next((one for one in actors_of(frame, since=since)), None)
        link = _WERE.fullmatch(frame.words(since, who.start)) if who else None
        if who is None or link is None or NOT_YET.search(frame.words(frame.base, start)[-16:]):
            continue
        word = "signatory" if re.match(r"(?i)sign|put|conclud", match["verb"]) else "party"
        said = Said(states=who.states, word=word)
        yield frame.claim("party_to", start, who.end, subject, said, negated=bool(match["not"] or link["not"]))


def _colon(frame: Frame) -> Iterator[Claim]:
    """As in: "Four governments stand under it: A, B, C and D", where a word for membership stands before the colon."""
    for match, start, end in matches(frame, _OPENS):
        who = next((one for one in actors_of(frame, since=end) if one.start == end), None)
        before = frame.words(frame.base, start)
        cue = list(_CUE.finditer(before))
        if who is None or len(who.states) < _FEW or not cue or _AGAINST.search(before):
            continue
        named = [one for one in instruments(frame, until=start) if one.end <= start]
        subject = subject_of(named[-1]) if named else implied(frame)
        ends = re.match(r"\s*(?:$|[.)–—-]|\s[–—-])", frame.words(who.end, frame.sentence.end))
        if subject is not None and (ends or match["colon"]):
            word = "signatory" if re.search(r"(?i)sign|under|name", cue[-1].group()) else "party"
            place = (frame.base + cue[-1].start(), who.end)
            yield frame.claim("party_to", *place, subject, Said(states=who.states, word=word))


def _apposition(frame: Frame) -> Iterator[Claim]:
    """As in: "The CSTO - A, B and C - met", right behind the name."""
    for one in instruments(frame):
        opened = re.match(r"\s*\(|\s+[–—-]\s+(?:the\s+)?", frame.words(one.end, frame.sentence.end))
        who = next((group for group in actors_of(frame, since=one.end)), None) if opened else None
        if who is None or opened is None or who.start != one.end + opened.end() or len(who.states) <= _FEW:
            continue
        if re.match(r"\s*(?:\)|[–—-]|$|\.)", frame.words(who.end, frame.sentence.end)):
            yield frame.claim("party_to", one.start, who.end, subject_of(one), Said(states=who.states, word="party"))


_FEW = 2


def _inverted(frame: Frame) -> Iterator[Claim]:
    """As in: "Under the memorandum stand the names of A, B and C"."""
    head = _UNDER.match(frame.sentence.text)
    subject = object_at(frame, frame.base + head.end()) if head else None
    if subject is None or subject.mention is None:
        return
    who = next(iter(actors_of(frame, since=subject.mention.end)), None)
    if who and _STAND.fullmatch(frame.words(subject.mention.end, who.start)):
        yield frame.claim("party_to", frame.base, who.end, subject, Said(states=who.states, word="signatory"))


# --- "counts X among its members", "X among them" ---


def _among(frame: Frame) -> Iterator[Claim]:
    for match, start, end in matches(frame, _AMONG, _AMONG_NEEDS):
        who = actors_of(frame, since=start, until=end)
        told = re.search(r"(?i)\b(?:we|i|you|he|she|who)\s+(?:\w+\s+)?$", frame.words(frame.base, start))
        subject = None if told else theme(frame, start) or nearest(frame, start)
        if len(who) == 1 and subject is not None:
            said = Said(states=who[0].states, word=standing(match.group()))
            yield frame.claim(
                "party_to",
                start,
                end,
                subject,
                said,
                negated=bool(re.search(r"(?i)\b(?:not|never)\s+$", frame.words(frame.base, start))),
            )


def _them(frame: Frame) -> Iterator[Claim]:
    """As in: "signed by eight states, Yugoslavia among them", "its members, including Cuba"."""
    for _, start, end in matches(frame, _THEM, _THEM_NEEDS):
        who = next(
            (
                one
                for one in reversed(actors_of(frame, until=start))
                if re.fullmatch(r"[,\s]*(?:too,?\s*)?", frame.words(one.end, start))
            ),
            None,
        )
        if who:
            yield from _one_of_them(frame, who, (who.start, end))
    for _, start, end in matches(frame, _INCLUDING, _INCLUDING_NEEDS):
        who = next((one for one in actors_of(frame, since=start) if one.start == end), None)
        if who:
            yield from _one_of_them(frame, who, (start, who.end))


def _one_of_them(frame: Frame, who: Actors, place: tuple[int, int]) -> Iterator[Claim]:
    low = frame.words(frame.base, place[0])
    cut = max(low.rfind(";"), low.rfind(":")) + 1
    group = list(_GROUP.finditer(low, cut))
    if not group or _is_vague(low, group[-1]):
        return
    at = frame.base + group[-1].start()
    before = [one for one in frame.named("instrument", "organ") if one.start < place[0] and is_instrument(frame, one)]
    subject = subject_of(min(before, key=lambda one: abs(one.start - at))) if before else implied(frame)
    if subject is not None:
        yield frame.claim("party_to", *place, subject, Said(states=who.states, word="party"))


def _is_vague(text: str, group: re.Match[str]) -> bool:
    """Whether the group is not that of the parties: "several allies", "candidate members"."""
    before = text[: group.start()]
    some = re.search(r"(?i)\b(?:some|several|many|few|other)\s+(?:\w+\s+)?$", before)
    signs = group.group().lower().startswith(("sign", "concl"))
    return bool(NOT_YET.search(before[-16:]) or (some and not signs))
