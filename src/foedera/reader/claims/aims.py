"""Claims that an instrument is, or is not, aimed at somebody."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.describing import described
from foedera.reader.claims.listing import things, things_after
from foedera.reader.claims.subjects import CUES, DENIAL, Told, is_at_head, is_supposed, subject_of, told_before
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim, Mention

_FOE = r"(?:adversar(?:y|ies)|enem(?:y|ies)|aggressors?|targets?|foes?|attackers?|threats?|opponents?)"
_ENEMY = re.compile(
    r"(?i)\b(?:nam(?:es?|ed|ing)|identif(?:y|ies|ied|ying)|singl(?:e|es|ed|ing)\s+out|designat(?:e|es|ed)|brands?|branded|"
    r"mention(?:s|ed)?|cit(?:es|ed)|treat(?:s|ed)?|ha[sd]|list(?:s|ed))\s+(?P<whom>[^,;:.]{2,60}?)\s+(?:(?:by\s+name|explicitly|openly)\s+)?"
    rf"as\s+(?:the|an?|its|their|one)\s+(?:[\w-]+\s+){{0,2}}?{_FOE}\b"
)
_NONE_NAMED = re.compile(
    rf"(?i)\b(?:nam(?:es?|ed|ing)|identif(?:y|ies|ied)|designat(?:e|es|ed)|mention(?:s|ed)?)\s+(?:no|neither|not\s+an?|nobody\s+as\s+an?)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{_FOE}\b"
)
_IS_ENEMY = re.compile(
    r"(?i)\b(?:is|was|are|were|being)\s+(?:(?:explicitly|openly|expressly|not|never|nowhere)\s+){0,2}(?:(?:named|identified|singled\s+out|"
    r"designated|mentioned|cited|branded|treated)\s+(?:[\w-]+\s+){0,2}?as\s+)?(?:the|an?|its)\s+(?:[\w-]+\s+){0,2}?"
    rf"{_FOE}\s+(?:in|of|by|under)\s+"
)
_TARGET_OF = re.compile(rf"(?i)\b(?:the|only|sole|declared|real|main|true|intended)\s+{_FOE}\s+of\s+")
_AIMED = re.compile(
    r"(?i)\b(?:(?:directed|aimed|targeted|targetted|pointed|levelled|leveled|trained)\s+(?:(?:[\w-]+ly|straight|right|first|also|not|just|above\s+all)\s+){0,3}(?:against|at|towards?)|"
    r"(?:turned|concluded|forged|formed|signed|made|built|struck|drawn\s+up|created|sealed|established|conceived|designed)\s+"
    r"(?:[\w-]+ly\s+){0,2}against|target(?:s|ed)?|threaten(?:s|ed)?|t(?:akes?|ook)\s+aim\s+at|"
    r"ha(?:s|d|ve)(?=\s[^,;:.]{2,40}?\sin\s+(?:its|their)\s+(?:sights|crosshairs)\b))\s+"
)
_THIRD = re.compile(
    r"(?i)^(?:(?:any|some|no|a|the|one|particular|specific|single|other|of)\s+){0,3}(?:third\s+(?:countr|state|"
    r"part|power|nation)|(?:other|any|another|no|single|specific|particular|one|some)\s+"
    r"(?:third\s+|other\s+|particular\s+|specific\s+|single\s+|outside\s+)?(?:countr|state|part|power|nation)|"
    r"any(?:one|body)\b|nobody\b|no\s?one\b|none\b|outsiders\b|somebody\b|others\b)"
)
_NOBODY = re.compile(r"(?i)^(?:(?:solely|only)\s+)?(?:no\b|nobody\b|none\b)")
_SMALL = re.compile(
    r"(?i)^(?:(?:the|solely|only|mainly|primarily|chiefly|squarely|both|either|people['’]s|republic|of|a|any|no|"
    r"and|against|at|to|communist|neighbou?ring|its|our|their|it|them|us|"
    r"itself|then|neighbou?r)[\s,]+){0,5}$"
)
_ANTI = re.compile(
    r"(?i)\banti-(?P<whom>[A-Za-z]+)\s+(?:[\w-]+\s+){0,2}?(?:pact|alliance|bloc|treaty|coalition|axis|front|"
    r"agreement|instrument|league|club|grouping|nato)\b"
)
_NOUN = re.compile(r"(?i)\b(?:an?|another|the)\s+(?:(?!(?:may|is|was|be|to|of|are)\s)[\w’'-]+\s+){1,4}$")
_REACH = 80


def aims(frame: Frame, lower: str) -> Iterator[Claim]:
    """Claims that it is aimed at a state, or at nobody. ``lower``: the sentence in small letters."""
    if any(stem in lower for stem in _STEMS):
        yield from _aimed(frame)
    if any(
        stem in lower for stem in ("adversar", "enem", "aggressor", "target", "foe", "attacker", "threat", "opponent")
    ):
        yield from _enemies(frame)
        yield from _turned(frame)
    if "anti-" in lower:
        yield from _against(frame)


_FOES = ("adversar", "enem", "aggressor", "target", "foe", "attacker", "threat", "opponent")
_STEMS = ("direct", "aim", "target", "pointed", "level", "trained", "threaten", " against ", "sights", "crosshairs")


def _made(frame: Frame, told: Told, states: tuple[str, ...], span: tuple[int, int], *, negated: bool) -> Claim:
    supposed = is_supposed(frame, told, span[0])
    return frame.claim("directed_against", *span, told.subject, Said(states=states), negated=negated, supposed=supposed)


def _aimed(frame: Frame) -> Iterator[Claim]:
    for match in islice(frame.matches(_AIMED), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        whom = _whom(frame, end)
        told = _aiming(frame, start, whom[1]) if whom else None
        if whom is None or told is None or (match.group().lower().startswith("threat") and not told.subject.ids):
            continue
        states, until = whom
        negated = bool(DENIAL.search(told.words)) or bool(_NOBODY.match(frame.words(end, until)))
        yield _made(frame, told, states, (told.start, until), negated=negated)
        return


def _enemies(frame: Frame) -> Iterator[Claim]:
    """As in "named Japan as the adversary", "names no adversary"."""
    for match in islice(frame.matches(_ENEMY), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        names = frame.named(
            "state", "organ", since=frame.base + match.start("whom"), until=frame.base + match.end("whom")
        )
        if names and (told := told_before(frame, start)):
            states = tuple(dict.fromkeys(one.ids[0] for one in names if one.ids))
            yield _made(frame, told, states, (told.start, end), negated=bool(DENIAL.search(told.words)))
    for match in islice(frame.matches(_NONE_NAMED), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if told := told_before(frame, start):
            yield _made(frame, told, (), (told.start, end), negated=True)


def _turned(frame: Frame) -> Iterator[Claim]:
    """As in "Japan is named as the adversary in the treaty", "the target of the treaty is China"."""
    for match in islice(frame.matches(_IS_ENEMY), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        since = max(frame.base, start - _REACH)
        before = frame.words(since, start)
        names = [one for one in frame.named("state", since=since, until=start) if one.end == start - 1]
        named = things_after(frame, end)[:1]
        third = _THIRD.search(re.split(r"[,;:]\s", before)[-1].lstrip())
        if named and (names or third):
            states = tuple(one.ids[0] for one in names if one.ids)
            at = names[0].start if names else start
            told = Told(subject_of(named[0]), before + match.group(), at)
            yield _made(frame, told, states, (at, named[0].end), negated=bool(DENIAL.search(told.words)))
    for match in islice(frame.matches(_TARGET_OF), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        named = things_after(frame, end)[:1]
        verb = named and re.match(r"\s+(?:is|was)\s+(?P<no>not\s+)?", frame.words(named[0].end, named[0].end + 14))
        whom = _whom(frame, named[0].end + verb.end()) if verb else None
        if verb and whom:
            told = Told(subject_of(named[0]), "", start)
            yield _made(frame, told, whom[0], (start, whom[1]), negated=bool(verb["no"]))


def _aiming(frame: Frame, start: int, until: int) -> Told | None:
    """What is aimed: the subject, what is called "a pistol pointed at", what follows "Aimed at China," at the head."""
    if told := told_before(frame, start):
        return told
    if is_at_head(frame, start):
        right = next((one for one in things(frame) if one.start >= until), None)
        is_next = right is not None and re.fullmatch(r",\s(?:the\s+)?", frame.words(until, right.start))
        return Told(subject_of(right), "", start) if right is not None and is_next else None
    before = frame.words(max(frame.base, start - _REACH), start)
    noun = _NOUN.search(before)
    return described(frame, start - len(before) + noun.start()) if noun else None


def _whom(frame: Frame, end: int) -> tuple[tuple[str, ...], int] | None:
    """The states after "aimed at" and where their names end; no states for "third countries"; None for a purpose."""
    following = frame.words(end, min(frame.sentence.end, end + _REACH))
    if third := _THIRD.match(following):
        tail = re.match(r"\w*", following[third.end() :])
        return (), end + third.end() + (tail.end() if tail else 0)
    treaties = things(frame)
    every = frame.named("state", "organ", since=end, until=end + _REACH)
    names = [one for one in every if not any(it is not one and it.start <= one.start < it.end for it in treaties)]
    chain: list[Mention] = []
    at = end
    for one in names:
        between = frame.words(at, one.start)
        if not _SMALL.match(between.lstrip(" ,")) or (chain and between.strip() == ","):
            break
        chain.append(one)
        at = one.end
    if not chain or re.match(r"['’]s?\s+(?!(?:allies|ally)\b)\w", frame.words(at, at + 12)):
        return None
    following = frame.words(at, at + 30)
    if re.match(
        r"(?i)\s(?!and\b|or\b|but\b|in\b|as\b|by\b|with\b|from\b|since\b|rather\b|nor\b|at\b|is\b|was\b|has\b|"
        r"on\b|alone\b|specifically\b|than\b|who\b|if\b|because\b|to\b)[a-z]",
        following,
    ):
        return None
    return tuple(dict.fromkeys(one.ids[0] for one in chain if one.ids)), at


def _against(frame: Frame) -> Iterator[Claim]:
    """As in "an anti-Chinese pact"."""
    for match in islice(frame.matches(_ANTI), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        names = frame.named("state", "organ", since=start, until=frame.base + match.end("whom"))
        before = frame.words(max(frame.base, start - _REACH), start)
        noun = re.search(r"(?i)\b(?:an?|no|the|another|any)\s+(?:(?!(?:is|was|an?|as|it)\s)[\w-]+\s+){0,3}$", before)
        told = described(frame, start - len(before) + noun.start()) if noun else None
        if names and told:
            words = told.words + (noun.group() if noun else "")
            states = tuple(one.ids[0] for one in names if one.ids)
            yield _made(frame, told, states, (told.start, end), negated=bool(DENIAL.search(words)))
            return
