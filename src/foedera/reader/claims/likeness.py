"""Claims that a clause or instrument is like another, the same, or unlike it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import elder_after, ids_of, opening, things, things_after
from foedera.reader.claims.subjects import CUES, DENIAL, Told, carried, is_at_head, is_supposed, subject_of, told_before
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_STEMS = (
    *"""
    akin alike analog based blueprint borrow clone compar contrast cop correspond counterpart differ duplicat
    echo equivalent identical image imitat inspir lifted like match mimic mirror model parallel pattern reappear
    recur rehash repeat replica replicat reproduc resembl resurface return same similar styled taken template
    tracks transcri twin verbatim version""".split(),
    "word for word",
    "follow",
    "restat",
)
"""Letters of which some stand in every sentence that compares."""
_SAME = re.compile(
    r"(?i)\b(?:identical(?:ly)?|the\s+(?:very\s+)?same|word[\s-]for[\s-]word|verbatim|letter[\s-]for[\s-]letter|"
    r"carbon[\s-]copy|exact(?:\s+\w+)?\s+(?:copy|replica)|duplicates?|to\s+the\s+letter|indistinguishable|clone|"
    r"no\s+different)\b"
)
_UNLIKE = re.compile(
    r"(?i)\b(?:unlike|differ(?:s|ed|ent|ently|ing)?|dissimilar|in\s+contrast|contrasts?|nothing\s+like)\b"
)
_VERB = re.compile(
    r"(?i)\b(?:(?:word[\s-]for[\s-]word|verbatim|letter[\s-]for[\s-]letter),?\s+)?(?:(?:mirror|echo|resembl|"
    r"duplicat|replicat|reproduc|parallel|imitat|mimic|match)(?:e|es|ed|s|ing)?|cop(?:y|ies|ied|ying)|repeat(?:s|"
    r"ed|ing)?|transcrib(?:es|ed)|tracks|tracked|follow(?:s|ed)|restat(?:es|ed)|(?:bears?|bore|has|had|"
    r"shows?)\s+(?:(?:no|little|some|a|any|"
    r"great|close|strong|striking|more\s+than\s+a\s+passing)\s+){0,3}(?:resemblance|similarity|likeness)\s+to|"
    r"(?:(?:serve[sd]?\s+)?as\s+)?(?:the|a)\s+(?:model|template|blueprint|inspiration|pattern)\s+for|"
    r"ha(?:s|ve|d)\s+(?:nothing|little|much|a\s+lot|everything)\s+in\s+common\s+with|correspond(?:s|ed|"
    r"ing)?\s+(?:\w+\s+)?(?:to|with)|(?:reads?|looks?|sounds?|works?|looked|sounded)\s+(?:[\w-]+\s+){0,4}like|"
    r"comes?\s+close\s+to|"
    r"differ(?:s|ed|ing)?\s+(?:[\w-]+\s+){0,4}from|contrasts?\s+(?:\w+\s+)?with|"
    r"(?:model(?:l?ed)|patterned|styled|fashioned|templated)\s+(?:[\w-]+\s+){0,2}(?:on|after|upon)|"
    r"(?:copied|lifted|taken|borrowed|cribbed|transcribed|reproduced|inspired|adapted|derived|borrows|borrowing|"
    r"transplanted)\s+(?:[\w-]+\s+){0,4}?(?:from|by)|"
    r"(?:identical|similar|equivalent|akin|analogous|comparable|close|parallel)\s+(?:in\s+(?:\w+\s+){1,4})?(?:to|with)|"
    r"(?:the\s+(?:very\s+)?same\s+(?:in\s+\w+\s+)?(?:as|wording\s+as|words\s+as|language\s+as|thing\s+as|"
    r"formula\s+as)|different\s+(?:in\s+\w+\s+)?(?:from|to|than)|indistinguishable\s+from|nothing\s+like)|"
    r"(?:an?|the|another|its|as|no|any)\s+(?:[\w-]+\s+){0,4}?(?:copy|replica|clone|twin|equivalent|counterpart|"
    r"mirror[\s-]image|image|version|rehash|echo|repetition|imitation|reproduction|paraphrase|analogue|remake|"
    r"translation)\s+(?:of|to)|"
    r"(?:is|are|was|were|be|much|just|exactly|almost|very|little|quite|rather|nearly)\s+like)\b"
)
_PASSIVE = re.compile(
    r"(?i)\b(?:mirrored|echoed|copied|reproduced|repeated|duplicated|replicated|paralleled|matched|imitated|"
    r"found\s+again|taken\s+up\s+again|taken\s+over|taken\s+up)\s+(?:[\w-]+\s+(?:for\s+word\s+)?){0,2}?(?:in|by)\b"
)
_RETURNS = re.compile(
    r"(?i)\b(?:return(?:s|ed)?|recur(?:s|red)?|reappear(?:s|ed)?|resurface[sd]?|re-?emerge[sd]?|(?:crops?|cropped|"
    r"turns?|turned|shows?|showed)\s+up)\s+(?:[\w-]+\s+){0,3}?(?:in|as)\b"
)
_NOUN = (
    r"(?:article|clause|provision|pledge|promise|commitment|duty|obligation|rule|wording|language|formula|"
    r"guarantee|passage|undertaking|stipulation|text|phrase|mechanism|paragraph|assurance)s?"
)
_FOUND = re.compile(
    rf"(?i)\b(?:an?|the|much\s+the|almost\s+the|exactly\s+the|virtually\s+the|no|any)\s+(?P<how>(?:(?:very|almost|"
    rf"nearly|virtually|word[\s-]for[\s-]word|broadly|roughly|largely|strikingly|remarkably|somewhat|practically|"
    rf"substantially)\s+){{0,2}}(?:similar|same|identical|comparable|analogous|equivalent|matching|like|parallel|"
    rf"corresponding|different))\s+(?:[\w-]+\s+){{0,3}}?{_NOUN}\s+"
    r"(?:(?:is|was|are|were|can|could|may|might|also|already|to|be|again|not|has|had|been|that|"
    r"which)\s+){0,5}(?:contained|found|included|enshrined|present|laid\s+down|written|set\s+out|appears?|"
    r"appeared|stands?|stood|exists?|existed|figures?|features?|featured|occurs?|part|in\s+place|in\s+force|"
    r"known)\s+"
    r"(?:(?:also|already|too|inside|of|as\s+well|elsewhere|namely)\s+){0,2}(?:in|by|from|under|within|of)?\s*"
)
_HAS = re.compile(
    rf"(?i)\b(?:contain|ha[sd]|have|include|feature|carr(?:y|ie)|hold|use|employ|ha)(?:s|d|ed|"
    rf"es)?\s+(?P<how>(?:an?|the|much\s+the|almost\s+the|exactly\s+the|virtually\s+the|no)\s+(?:(?:very|almost|"
    rf"nearly|virtually|strikingly|broadly|word[\s-]for[\s-]word)\s+)?(?:similar|same|identical|comparable|"
    rf"analogous|equivalent|matching|parallel|corresponding))\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}\b(?P<tail>\s+(?:to|"
    rf"as|in|like)\s)?"
)
_LIKE = re.compile(
    r"(?i)(?:^\W*|,\s|—\s|\(|\b(?:much|just|exactly|almost|rather|and|but)\s)(?P<word>like|unlike|as\s+in|"
    r"as\s+with|similar(?:ly)?\s+to|in\s+contrast\s+(?:to|with)|by\s+contrast\s+with|different(?:ly)?\s+from|"
    r"contrary\s+to)\s"
)
_EQUAL = re.compile(
    r"(?i)\b(?:(?:word[\s-]for[\s-]word\s+|almost\s+|virtually\s+|nearly\s+|practically\s+|exactly\s+|"
    r"all\s+but\s+)?(?:identical|the\s+same|alike|similar|interchangeable|indistinguishable|near-identical|"
    r"equivalent|differ|resemble\s+(?:each\s+other|one\s+another)|different|mirror\s+(?:each\s+other|"
    r"one\s+another)))\b(?!\s+(?:to|with|from|as|[a-z]+\s+(?:as|to|from))\b)"
)
_LAYS_DOWN = re.compile(
    r"(?i)\b(?:treats?|provides?|obliges?|obligates?|commits?|contains?|promises?|requires?|calls?|binds?|makes?|"
    r"pledges?|guarantees?|lays?|demands?|allows?|permits?|forbids?|bars?|prohibits?|considers?|regards?|leaves?|"
    r"offers?|imposes?|has|does|do|is|was|rests?|refers?|mentions?|says?|speaks?|states?|stipulates?|declares?|"
    r"gives?|sets?|names?|goes|sends?)\b"
)
_LITTLE = re.compile(r"(?i)\bdiffer\w*\s+(?:(?:very|but|only|from\w*)\s+)?(?:little|hardly|barely|slightly|in\s+no)\b")


_IDLE = re.compile(
    r"(?i)[\s,)]*(?:(?:is|was)(?!\s+(?:not\s+)?(?:\w+ly\s+)?(?:automatic|about|mandatory|conditional|limited|"
    r"triggered|silent|"
    r"unconditional|reciprocal|mutual|binding)\b)|has|makes?|do(?:es)?(?!\s+(?:not\s+)?(?:\w+ly\s+)?(?:commit|"
    r"oblige|obligate|contain|"
    r"provide|require|promise|bind|guarantee|include|leave|make|mention|say|refer|speak)\b))\b"
)


def resembles(frame: Frame) -> Iterator[Claim]:
    """Claims that compare a clause or instrument with another."""
    lower = frame.sentence.text.lower()
    if not any(stem in lower for stem in _STEMS):
        return
    taken: list[tuple[int, int]] = []
    for pattern, rule in _RULES:
        for match in islice(frame.matches(pattern), CUES):
            if any(since < match.end() and match.start() < until for since, until in taken):
                continue
            if (claim := rule(frame, match)) is not None:
                taken.append((claim.start - frame.base, claim.end - frame.base))
                yield claim


def _made(
    frame: Frame, told: Told, others: list[Mention], cue: str, start: int, end: int, *, supposed: bool | None = None
) -> Claim | None:
    """The claim; none if nothing is named to compare with, or it is the same thing."""
    ids = tuple(one for one in ids_of(others) if one not in told.subject.ids)
    if not others or (not ids and any(one.ids for one in others)) or not _comparable(told.subject.ids, ids):
        return None
    word = "unlike" if _UNLIKE.search(cue) and not _LITTLE.search(cue) else "same" if _SAME.search(cue) else "like"
    denied = bool(DENIAL.search(f"{told.words} {cue}")) or bool(
        re.search(r"(?i)\blittle\s+(?:resembl|in\s+common|similar)", cue)
    )
    if re.search(r"(?i)\b(?:no\s+different|indistinguishable)\b", f"{told.words} {cue}"):
        word, denied = "unlike", True
    if re.search(r"(?i)\bnothing\s+like\b", f"{told.words} {cue}"):
        word, denied = "like", True
    supposed = is_supposed(frame, told, start) if supposed is None else supposed
    return frame.claim(
        "resembles", start, end, told.subject, Said(others=ids, word=word), negated=denied, supposed=supposed
    )


def _comparable(about: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether the two sides are different things: an article is not compared with the instrument that it stands in."""
    pairs = [(one, other) for one in about for other in others]
    return not any(one == other.partition("/")[0] or other == one.partition("/")[0] for one, other in pairs)


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
    if not others or ("follow" in match.group().lower() and others[0].type != "provision"):
        return None
    told = told_before(frame, start) or _by_noun(frame, start) or carried(frame, start)
    if told is None and is_at_head(frame, start) and not match.group().lower().endswith("like"):
        found = opening(frame, others)
        others, told = (found[0], Told(subject_of(found[1]), "", start)) if found else (others, None)
    if told is None:
        return None
    tail, until = _sentence_tail(frame, others[-1].end)
    return _made(frame, told, others, f"{match.group()} {tail}", min(told.start, start), until)


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
    return _made(frame, told, others, f"{match.group()} {tail}", told.start, until, supposed=supposed)


def _by_noun(frame: Frame, start: int) -> Told | None:
    """As in "a rule that": the article named before it, else the clause spoken of."""
    before = frame.words(max(frame.base, start - _REACH), start)
    noun = re.search(
        rf"(?i)\b(?:an?|the|this|that|its|same)\s+(?:[\w-]+\s+){{0,2}}{_NOUN}\s+(?:(?:that|which|is|was|has|been|"
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
    return _made(frame, told, others, match["how"], start, others[-1].end)


def _has(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "The treaty contains a similar clause": like the one spoken of; "has the same wording as X": like X."""
    start, end = frame.base + match.start(), frame.base + match.end()
    told = told_before(frame, start)
    if told is None:
        return None
    others = things_after(frame, end) if match["tail"] else []
    if others:
        return _made(frame, told, others, match["how"], told.start, others[-1].end)
    if match["tail"] or not told.mentions:
        return None
    about = _earlier(frame, told.start, told.words)
    return _made(frame, about, list(told.mentions), match["how"], told.start, end) if about else None


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
    return _made(
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
        r"[\s,)”\"]*(?:\w+ly\s+|also\s+|too,?\s+|itself\s+)*" + _LAYS_DOWN.pattern[4:], after, re.IGNORECASE
    ):
        return False
    return not _IDLE.match(after)


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
    return _made(frame, Told(subject_of(first), told.words, told.start), others, cue, told.start, end)


_PAIR = 2


_RULES = (
    (_FOUND, _found_in),
    (_HAS, _has),
    (_PASSIVE, _onward),
    (_RETURNS, _onward),
    (_VERB, _compared),
    (_LIKE, _likened),
    (_EQUAL, _equal),
)
"""Patterns and what reads them, the more particular first."""
