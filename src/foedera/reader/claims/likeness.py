"""Claims that a clause or instrument is like another, the same, or unlike it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims import likeness_words as lexis
from foedera.reader.claims.comparing import made, paired
from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import elder_after, opening, things, things_after
from foedera.reader.claims.subjects import CUES, Told, carried, is_at_head, subject_of, told_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention


def resembles(frame: Frame) -> Iterator[Claim]:
    """Claims that compare a clause or instrument with another."""
    lower = frame.sentence.text.lower()
    if not any(stem in lower for stem in lexis.STEMS):
        return
    taken: list[tuple[int, int]] = []
    for pattern, rule in _RULES:
        for match in islice(frame.matches(pattern), CUES):
            if any(since < match.end() and match.start() < until for since, until in taken):
                continue
            if (claim := rule(frame, match)) is not None:
                taken.append((claim.start - frame.base, claim.end - frame.base))
                yield claim
    if not taken and (claim := paired(frame)) is not None:
        yield claim


def _sentence_tail(frame: Frame, end: int) -> tuple[str, int]:
    """Words after the compared thing that say how close it is ("word for word"), and where they end."""
    match = re.match(
        r"(?i)[,\s]*(?:almost\s+|nearly\s+|virtually\s+)?(?:word[\s-]for[\s-]word|verbatim|to\s+the\s+letter|"
        r"letter[\s-]for[\s-]letter|in\s+(?:every|all)\s+(?:word|respect|detail)s?)",
        frame.words(end, min(frame.sentence.end, end + 60)),
    )
    return (match.group(), end + match.end()) if match else ("", end)


def _compared(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "Article 4 mirrors Article 5 of the North Atlantic Treaty"."""
    start, end = frame.base + match.start(), frame.base + match.end()
    others = things_after(frame, end)
    if not others and (elder := elder_after(frame, end)):
        others = [elder]
    if not others or _is_no_likeness(match.group().lower(), others[0]):
        return None
    told = told_before(frame, start) or _by_noun(frame, start) or carried(frame, start)
    if told is None and is_at_head(frame, start) and not match.group().lower().endswith("like"):
        found = opening(frame, others)
        others, told = (found[0], Told(subject_of(found[1]), "", start)) if found else (others, None)
    if told is None:
        return None
    tail, until = _sentence_tail(frame, others[-1].end)
    return made(frame, told, others, f"{match.group()} {tail}", min(told.start, start), until)


def _is_no_likeness(cue: str, other: Mention) -> bool:
    """Of an instrument "follows" may tell the time; what derives from the Charter rests on it and is not like it."""
    if "follow" in cue:
        return other.type != "provision"
    return cue.endswith(("from", "recalls")) and (other.id or "").startswith("un-charter")


def _onward(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "a rule that returned in Article 7", "is mirrored in the 1961 treaty"."""
    start, end = frame.base + match.start(), frame.base + match.end()
    others = things_after(frame, end)
    if not others:
        return None
    noun = _by_noun(frame, start)
    told = noun or told_before(frame, start)
    if told is None:
        return None
    tail, until = _sentence_tail(frame, others[-1].end)
    supposed = frame.sentence.text.endswith("?") if noun else None
    return made(frame, told, others, f"{match.group()} {tail}", told.start, until, supposed=supposed)


def _by_noun(frame: Frame, start: int) -> Told | None:
    """As in "a rule that": the article named before it, else the clause spoken of."""
    before = frame.words(max(frame.base, start - _REACH), start)
    noun = re.search(
        rf"(?i)\b(?:an?|the|this|that|its|same)\s+(?:[\w-]+\s+){{0,2}}{lexis.NOUN}\s+(?:(?:that|which|is|was|has|been|"
        rf"had|also|later|again|would|not)\s+){{0,5}}$",
        before,
    )
    if noun is None:
        return None
    at = start - len(before) + noun.start()
    return _earlier(frame, at, noun.group())


def _earlier(frame: Frame, at: int, words: str) -> Told | None:
    """The article named last before a place in the sentence, or before it; else the instrument."""
    left = [one for one in things(frame) if one.end <= at]
    articles = [one for one in left if one.type == "provision" and one.ids]
    if chosen := (articles or left)[-1:]:
        return Told(subject_of(chosen[0]), words, at)
    if frame.clause and (frame.implied in (None, frame.clause.partition("/")[0])):
        return Told(Subject((frame.clause,), "it"), words, at)
    return Told(Subject((frame.implied,), "it"), words, at) if frame.implied else None


_REACH = 80


def _found_in(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "A similar article is contained in the 1961 treaty": the article spoken of before is like one there."""
    start, end = frame.base + match.start(), frame.base + match.end()
    others = things_after(frame, end)
    told = _earlier(frame, start, match.group()) if others else None
    if told is None:
        return None
    return made(frame, told, others, match["how"], start, others[-1].end)


def _has(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "The treaty contains a similar clause": like the one spoken of; "has the same wording as X": like X."""
    start, end = frame.base + match.start(), frame.base + match.end()
    told = told_before(frame, start)
    if told is None:
        return None
    others = things_after(frame, end) if match["tail"] else []
    if others:
        return made(frame, told, others, match["how"], told.start, others[-1].end)
    if match["tail"] or not told.mentions:
        return None
    about = _earlier(frame, told.start, told.words)
    return made(frame, about, list(told.mentions), match["how"], told.start, end) if about else None


def _likened(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "Like Article 5, Article 4 treats ...", "Article 4, unlike X, leaves ...": of clauses, not facts."""
    start, end = frame.base + match.start("word"), frame.base + match.end()
    others = things_after(frame, end)
    if not others:
        return None
    after = frame.words(others[-1].end, frame.sentence.end)
    left = [one for one in things(frame) if one.end <= start]
    if left and not frame.words(left[-1].end, start).strip(" ,"):
        told = Told(subject_of(left[-1]), "", left[-1].start)
    else:
        if (found := opening(frame, others)) is None:
            return None
        others, right = found
        told, after = Told(subject_of(right), "", start), frame.words(right.end, frame.sentence.end)
    if not _of_content(after):
        return None
    return made(
        frame,
        told,
        others,
        match["word"],
        min(start, told.start),
        max(others[-1].end, told.subject.mention.end if told.subject.mention else 0),
    )


def _of_content(after: str) -> bool:
    """Whether it is clauses that are compared, by what follows: not when or where something was signed."""
    if not re.match(
        r"[\s,)”\"]*(?:\w+ly\s+|also\s+|too,?\s+|itself\s+)*" + lexis.LAYS_DOWN.pattern[4:], after, re.IGNORECASE
    ):
        return False
    return not lexis.IDLE.match(after)


def _equal(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "Article 4 and Article 5 of NATO are identical": the first is compared with the others."""
    start, end = frame.base + match.start(), frame.base + match.end()
    told = told_before(frame, start)
    if (
        told is None
        or len(told.mentions) < _PAIR
        or not re.search(r"(?i)\b(?:are|were|be|aren['’]t|weren['’]t|do|differ|both)\b", told.words + match.group())
    ):
        return None
    first, *others = told.mentions
    cue = f"{told.words} {match.group()}"
    return made(frame, Told(subject_of(first), told.words, told.start), others, cue, told.start, end)


_PAIR = 2


_RULES = (
    (lexis.FOUND, _found_in),
    (lexis.HAS, _has),
    (lexis.PASSIVE, _onward),
    (lexis.RETURNS, _onward),
    (lexis.VERB, _compared),
    (lexis.LIKE, _likened),
    (lexis.EQUAL, _equal),
)
"""Patterns and what reads them, the more particular first."""
