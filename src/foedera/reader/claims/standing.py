"""Claims about the standing of an instrument in law, and what it is officially called."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import things
from foedera.reader.claims.subjects import CUES, DENIAL, Told, is_supposed, leading, subject_of, told_before
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_HAVING = (
    r"(?:ha[sd]|have|having|with|without|carr(?:y|ies|ied|ying)|enjoys?|enjoyed|lacks?|lacked|possess(?:es|ed)?|"
    r"acquired|gained|bears?)"
)
_LEGAL = re.compile(
    r"(?i)\b(?:(?:(?:an?|the|this|that)\s+)?(?:legally|internationally|fully)[\s-]+binding|binding\s+(?:in|under|"
    r"as\s+a\s+matter\s+of)\s+(?:international\s+)?law|(?:an?\s+)?non-?binding|"
    r"legally\s+enforceable|enforceable\s+(?:in|under)\s+(?:international\s+)?law|"
    rf"{_HAVING}\s+(?:(?:no|any|the|full|a|same|all|some|real|much|little|binding|"
    rf"whatever)\s+){{0,3}}(?:legal\s+(?:force|effect|weight|standing|validity)|force\s+of\s+law|"
    rf"binding\s+(?:force|effect|character))|"
    r"(?:creat|impos|establish|contain|entail)(?:e|es|ed|s)\s+(?:(?:no|any|new|"
    r"real)\s+){0,2}(?:legal(?:ly\s+binding)?|binding)\s+(?:legal\s+)?(?:obligations?|duties|commitments?)|"
    r"bind(?:s|ing)?\s+(?:[\w’'-]+\s+){1,5}(?:under|in)\s+(?:international\s+)?law\b|binding(?=\s+(?:on|for|upon|"
    r"and|but|or|in)\b|\s*(?:[.,;:!?”\"]|$)))"
)
_POLITICAL = re.compile(
    r"(?i)\b(?:(?:an?\s+)?politically\s+binding|(?:(?:an?|nothing\s+but\s+a|no\s+more\s+than\s+a|"
    r"nothing\s+more\s+than\s+a)\s+)?(?:(?:merely|purely|only|just|simply|strictly|mere|solely|"
    r"exclusively)\s+)?(?:an?\s+)?(?:(?:mere|purely|merely)\s+)?"
    r"political(?:\s+(?:declaration|statement|commitment|document|text|undertaking|promise|paper|pledge|agreement|"
    r"gesture|instrument)|\s+in\s+(?:nature|character)|(?=\s*[.,;”\"]|\s+(?:and|but|not|rather)\b)))"
)
_GENTLE = re.compile(r"(?i)\ba\s+(?:mere\s+)?gentlemen['’]s\s+agreement\b")
_NAMED = re.compile(
    r"(?i)\b(?:(?:(?:is|was|were|are|being|been|also|as|still)\s+)*(?:officially|formally|properly|fully|"
    r"originally|in\s+full)\s+(?:(?:known\s+as|called|named|entitled|titled|styled|designated|christened|"
    r"the(?=\s+[A-Z]))\b)|"
    r"(?:entitled|titled)\b|(?:whose|its|the|their)\s+(?:(?:full|official|formal|proper|complete|exact|real|"
    r"correct)\s+(?:and\s+\w+\s+)?)(?:title|name)\s+(?:(?:is|was|reads?|being|remains|ran)\b|of(?=\s+[“\"])|,|:)|"
    r"(?:under|by|with|bears?|bore|carr(?:ies|ied)|goes\s+by|has)\s+the\s+(?:full|official|formal|"
    r"proper)\s+(?:title|name)(?:\s+of)?\b|to\s+give\s+it\s+its\s+(?:full|official|proper|formal)\s+(?:title|"
    r"name)\b)\s*,?"
)
_SMALL = r"(?:of|on|and|the|for|to|in|with|between|among|concerning|regarding|relating|a|its|within|as)"
_TITLE = re.compile(
    rf"^\s*:?\s*(?:as\s+)?(?:the\s+)?[“\"‘']?(?:[Tt]he\s+)?(?P<title>[A-Z][\w’'-]*(?:(?:,?\s+|"
    rf"\s+&\s+)(?:{_SMALL}\s+){{0,3}}[A-Z][\w’'-]*){{0,30}})"
)
_STEMS = ("binding", "legal", "force of law", "bind", "enforceab", "political", "gentlemen")
_NAMES = ("official", "formal", "titled", "title", "name", "in full", "properly", "originally")
_COPULA = re.compile(
    r"(?i)\b(?:is|was|are|were|be|been|being|remain\w*|as|becom\w+|became|not|called|described|regarded|"
    r"considered)\b|n['’]t\b"
)
_NEXT = 14


def standing(frame: Frame) -> Iterator[Claim]:
    """Claims that an instrument is, or is not, binding in law; claims about its official title."""
    lower = frame.sentence.text.lower()
    if any(stem in lower for stem in _STEMS):
        yield from _binding(frame)
    if "legally" in lower:
        yield from _bound_states(frame)
    if any(stem in lower for stem in _NAMES):
        yield from _titled(frame)


# --- binding ---


def _binding(frame: Frame) -> Iterator[Claim]:
    for pattern, word in ((_LEGAL, "legal"), (_POLITICAL, "political"), (_GENTLE, "political")):
        for match in islice(frame.matches(pattern), CUES):
            start, end = frame.base + match.start(), frame.base + match.end()
            if (told := _bound(frame, match, start, end)) is None:
                continue
            cue = match.group().lower()
            to_none = re.match(r"(?i)\s+(?:on|for|upon)\s+(?:nobody|no\s?one|neither)\b", frame.words(end, end + 16))
            denies = bool(DENIAL.search(f"{told.words} {cue}")) or bool(to_none) or "lack" in cue or "little" in cue
            negated = denies != bool(re.search(r"\bnon-?binding", cue))
            until = max(end, told.subject.mention.end if told.subject.mention and told.start >= start else end)
            yield frame.claim(
                "binding",
                min(start, told.start),
                until,
                told.subject,
                Said(word=word),
                negated=negated,
                supposed=is_supposed(frame, told, start),
            )
            return


def _bound(frame: Frame, match: re.Match[str], start: int, end: int) -> Told | None:
    """What is said to be binding: the noun that the word stands before, or the subject of the sentence."""
    attributive = re.search(r"(?i)binding$", match.group().strip())
    if attributive:
        near = (one for one in things(frame) if one.start <= end <= one.end and one.start >= start - _NEXT)
        mention = next(near, None)
        after = next((one for one in things(frame) if end <= one.start <= end + 2), None)
        if (found := mention or after) is not None and found.ids and not _told_of_other(frame, found, start):
            return Told(subject_of(found), "", start)
    told = told_before(frame, start)
    is_apart = told is not None and bool(told.mentions) and frame.words(start - 2, start).strip() == ","
    if told is not None and (is_apart or _is_tied(match, told)):
        return told
    if re.search(r"(?:^|[;:—–])\s*[“\"‘']?$", frame.words(frame.base, start)) and not re.match(
        r"(?i)an?\b|the\b|this\b", match.group()
    ):
        return _topic(frame, start)
    return None


def _bound_states(frame: Frame) -> Iterator[Claim]:
    """As in "by which the three are legally bound to confer": said of what they are bound by."""
    for match in islice(frame.matches(_BOUND), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        named = things(frame)
        mention = next((one for one in reversed(named) if one.end <= start), next(iter(named), None))
        if mention is None or not _is_source(frame, mention, start):
            continue
        told = Told(subject_of(mention), frame.words(frame.clause_of(start)[0], start)[-_NEAR:], start)
        negated = bool(DENIAL.search(told.words))
        supposed = is_supposed(frame, told, start)
        yield frame.claim("binding", start, end, told.subject, Said(word="legal"), negated=negated, supposed=supposed)
        return


def _is_source(frame: Frame, mention: Mention, start: int) -> bool:
    """Whether the mention is what binds: "under the pact", "the pact, by which"."""
    before = frame.words(max(frame.base, mention.start - 14), mention.start)
    after = frame.words(mention.end, mention.end + 24)
    is_under = re.search(r"(?i)\b(?:under|by|by virtue of|through)\s+(?:the\s+)?$", before) is not None
    return is_under or (mention.end <= start and re.match(r",?\s+(?:by|under|through)\s+which\b", after) is not None)


_NEAR = 40
_BOUND = re.compile(r"(?i)\blegally\s+(?:bound|obliged|obligated|committed|required)\b")


def _told_of_other(frame: Frame, mention: Mention, start: int) -> bool:
    """Whether the noun after the word is a predicate of another instrument ("the pact is a legally binding treaty")."""
    return mention.start >= start and told_before(frame, start) is not None


def _is_tied(match: re.Match[str], told: Told) -> bool:
    """Whether a verb ties the cue to its subject; cues with a verb of their own need none."""
    has_verb = re.match(
        r"(?i)(?:ha[sd]|have|carr|enjoy|lack|possess|acquired|gained|bears?|creat|impos|establish|contain|entail|"
        r"binds?\b)",
        match.group(),
    )
    return bool(has_verb or _COPULA.search(told.words))


def _topic(frame: Frame, at: int) -> Told | None:
    """For "...; legally binding on both sides": what was spoken of."""
    mention = leading(frame, at)
    if mention is not None:
        return Told(subject_of(mention).whole(), "", at)
    return Told(Subject((frame.implied,), "it"), "", at) if frame.implied else None


# --- titles ---


def _titled(frame: Frame) -> Iterator[Claim]:
    for match in islice(frame.matches(_NAMED), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        title = _TITLE.match(frame.words(end, frame.sentence.end))
        if title is None or len(title["title"].split()) < _SHORTEST:
            continue
        told = _named(frame, match, start)
        if told is None:
            continue
        until = end + title.end()
        said = Said(quote=title["title"].strip())
        negated = bool(DENIAL.search(told.words))
        yield frame.claim(
            "titled",
            min(told.start, start),
            until,
            told.subject.whole(),
            said,
            negated=negated,
            supposed=is_supposed(frame, told, start),
        )
        return


_SHORTEST = 2


def _named(frame: Frame, match: re.Match[str], start: int) -> Told | None:
    """What has the title: the subject, or what "whose" and "its" point to."""
    cue = match.group().lower()
    if cue.startswith(("its", "their")):
        mention = leading(frame, start)
        if mention is not None:
            return Told(subject_of(mention), "", mention.start)
        return Told(Subject((frame.implied,), "it"), "", start) if frame.implied else None
    if cue.startswith("whose"):
        mention = next((one for one in reversed(things(frame)) if one.end <= start), None)
        is_near = mention is not None and not frame.words(mention.end, start).strip(" ,(")
        return Told(subject_of(mention), "", mention.start) if mention is not None and is_near else None
    if cue.startswith("to give"):
        mention = next((one for one in reversed(things(frame)) if one.end <= start), None)
        return Told(subject_of(mention), "", mention.start) if mention is not None else None
    return told_before(frame, start)
