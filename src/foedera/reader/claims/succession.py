"""Claims that an instrument replaces or continues another."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import elder_after, ids_of, opening, things, things_after, tops
from foedera.reader.claims.replacing import replaced
from foedera.reader.claims.subjects import CUES, DENIAL, Told, is_at_head, is_supposed, leading, subject_of, told_before
from foedera.reader.records import Mention, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_STEMS = (
    *"""replac supersed supplant place succe displac continu buil heir stead obsolete follow-up repeal annul cancel
    abrogat abolish substitut swap predecessor forerunner shoes lieu untouched unaffected intact overtaken""".split(),
    *("over from", "way to", "way for", "left off", "carries on", "carried forward", "carries forward"),
    *(
        "in favo",
        "away with",
        "end to",
        "transition",
        "switch",
        "exchang",
        "trade",
        "swept away",
        "end of",
        "in came",
        "buri",
        "yield",
        "in force",
        "void",
    ),
)
"""Letters of which some stand in every sentence that tells what replaces what."""
_ACTIVE = re.compile(
    r"(?i)\b(?:(?:replac|supersed|supplant|displac)(?:e|es|ed|ing)|succeed(?:s|ed|ing)?(?=\s(?!in\b))|(?:take|"
    r"takes|took|taken|taking)\s+over\s+from|"
    r"(?:take|takes|took|taken|taking|fills?|filled|assumes?|assumed)\s+(?:the\s+)?(?:place|role|stead)\s+of|"
    r"(?:render|mak)(?:s|es|ed|ing)\s+obsolete|"
    r"(?:stands?|stood|comes?|came|enters?|entered|steps?|stepped)\s+in(?:to)?\s+(?:the\s+)?(?:place|stead|shoes)\s+of|"
    r"(?:(?:the|a|an|its|as)\s+)?(?:[\w-]+\s+){0,2}(?:successor|heir|replacement|substitute)\s+(?:agreement\s+|"
    r"treaty\s+|pact\s+)?(?:of|to|for))\b"
)
_PASSIVE = re.compile(
    r"(?i)\b(?:(?:replaced|superseded|supplanted|succeeded|displaced|rendered obsolete|"
    r"made obsolete)\b(?:(?!\bby\b)[^,;:.]){0,40}?\s+(?:by|with)|"
    r"(?:gave|gives?|given|made|makes?|yielded)\s+(?:way|place)\s+to|yielded\s+to)\b(?!\s+\d{4}\b)"
)
_ITS_PLACE = re.compile(
    r"(?i)\b(?:(?:take|takes|took|taken|taking|fills?|filled)\s+its\s+(?:place|stead)|(?:replac|supersed|supplant|"
    r"succeed)(?:e|es|ed|s|ing)?\s+(?:it|them)\b(?!\s+(?:with|by)\b))"
)
_SWAP = re.compile(
    r"(?i)\b(?:replac(?:e|es|ed|ing)|swap(?:s|ped|ping)?|supersed(?:e|es|ed|ing)|exchang(?:e|es|ed|"
    r"ing))\b(?P<older>[^;:]{1,120}?)\s(?:with|by|for|through)\s"
)
_CONTINUES = re.compile(
    r"(?i)\b(?:(?:a|an|the|as|in|mere|simple|direct|logical|natural)\s+){0,4}(?:[\w-]+\s+)?(?:continuation|follow-up|"
    r"sequel|extension)\s+(?:of|to)\b(?P<list>[^;:.]{0,60}?,?\s(?:including|such as|among them|namely|notably))?|"
    r"\b(?:continues|continued|continuing|carries\s+on|carries\s+forward|carried\s+forward)\b|\b(?:builds?|built|"
    r"building)\s+(?:up)?on\b|\bpick(?:s|ed)\s+up\s+where\b"
)
_INSTEAD = re.compile(
    r"(?i)\b(?:in\s+(?:the\s+)?(?:place|stead)\s+of|to\s+replace|as\s+(?:a|the)\s+(?:replacement|substitute)\s+for)\b"
)


def supersedes(frame: Frame) -> Iterator[Claim]:
    """Claims about what an instrument replaces, continues, or is replaced by."""
    lower = frame.sentence.text.lower()
    if not any(stem in lower for stem in _STEMS):
        return
    taken: list[tuple[int, int]] = []
    for pattern, rule in (
        (_ITS_PLACE, _its_place),
        (_PASSIVE, _passive),
        (_SWAP, _swapped),
        (_ACTIVE, _active),
        (_INSTEAD, _instead),
        (_CONTINUES, _continues),
    ):
        for match in islice(frame.matches(pattern), CUES):
            if any(since < match.end() and match.start() < until for since, until in taken):
                continue
            found = rule(frame, match)
            if found is not None:
                taken.append(match.span())
                yield found
    for one in replaced(frame):
        if not any(since < one.end - frame.base and one.start - frame.base < until for since, until in taken):
            found = _made(frame, one.newer, one.older, one.start, one.end, denies=one.denies)
            if found is not None:
                taken.append((one.start - frame.base, one.end - frame.base))
                yield found


def _made(
    frame: Frame,
    newer: Told,
    older: list[Mention],
    start: int,
    end: int,
    word: str = "replaces",
    *,
    denies: bool = False,
) -> Claim | None:
    """The claim; none if what is older is not named, or is the newer one itself."""
    about = newer.subject.whole()
    others = tuple(
        dict.fromkeys(one.partition("/")[0] for one in ids_of(older) if one.partition("/")[0] not in about.instruments)
    )
    if not older or (not others and any(one.ids for one in older)):
        return None
    if _WISHED.search(frame.words(start, end)):
        return None
    said = Said(others=others, word=word, quote="" if others else older[0].text)
    negated = bool(DENIAL.search(newer.words)) != denies
    supposed = is_supposed(frame, newer, start)
    return frame.claim("supersedes", start, end, about, said, negated=negated, supposed=supposed)


_WISHED = re.compile(
    r"(?i)^(?:(?!\b(?:to|do|does|did|will|may|can|shall|must|not|and|both|they|we)\b).)*"
    r"\b(?:replace|supersede|supplant|displace)\s+the\b"
)
"""As in "suggested that the one treaty replace the other": a verb without an ending after one subject tells a wish."""


def _places(frame: Frame, match: re.Match[str]) -> tuple[int, int]:
    return frame.base + match.start(), frame.base + match.end()


def _active(frame: Frame, match: re.Match[str]) -> Claim | None:
    start, end = _places(frame, match)
    older = things_after(frame, end)
    if not older and (elder := elder_after(frame, end)):
        older = [elder]
    if not older:
        return None
    newer = told_before(frame, start)
    if newer is None and match.group().lower().endswith(("ing", "to", "for", "of")) and is_at_head(frame, start):
        return _opening(frame, older, start)
    newer = newer or _by_means(frame, start)
    return _made(frame, newer, older, newer.start, older[-1].end) if newer else None


def _opening(frame: Frame, named: list[Mention], start: int) -> Claim | None:
    """As in "Replacing the 1961 treaty, the new pact ...": the subject comes after a comma."""
    if (found := opening(frame, named)) is None:
        return None
    older, newer = found
    return _made(frame, Told(subject_of(newer), "", start), older, start, newer.end)


def _by_means(frame: Frame, start: int) -> Told | None:
    """As in "With the new treaty, Russia replaced": the instrument by which it is done."""
    left = [one for one in things(frame) if one.end <= start]
    if len(left) != 1:
        return None
    before, between = frame.words(frame.base, left[0].start), frame.words(left[0].end, start)
    if re.fullmatch(
        r"(?i)\W*(?:with|by|through|in|by means of|by signing|in signing|by concluding)\s*", before
    ) and re.fullmatch(r",\s[^,;:]{1,60}", between):
        return Told(subject_of(left[0]), between, left[0].start)
    return None


def _passive(frame: Frame, match: re.Match[str]) -> Claim | None:
    start, end = _places(frame, match)
    older = _older_before(frame, start)
    if older is None:
        return None
    told, mentions = older
    newer = things_after(frame, end)[:1]
    if newer:
        return _made(frame, Told(subject_of(newer[0]), told.words, told.start), mentions, told.start, newer[0].end)
    pronoun = re.match(r"(?i)\s+(?:it|this|that)\b(?!\s\w+\s(?:treaty|pact))", frame.words(end, end + 8))
    if pronoun is None:
        return None
    about = _topic(frame, told.start)
    return (
        _made(frame, Told(about, told.words, told.start), mentions, told.start, end + pronoun.end()) if about else None
    )


def _older_before(frame: Frame, start: int) -> tuple[Told, list[Mention]] | None:
    """What is replaced: the subject of the passive, with what is joined to it ("A and B were superseded by")."""
    told = told_before(frame, start)
    if told is None:
        return None
    if told.mentions:
        return told, list(told.mentions)
    return (told, [_stand_in(told, told.subject.ids[0])]) if told.subject.ids else None


def _stand_in(told: Told, identifier: str) -> Mention:
    return Mention(told.start, told.start + len(told.subject.named), told.subject.named, "instrument", (identifier,))


def _topic(frame: Frame, at: int) -> Subject | None:
    """What "it" at the end of a passive means: what the sentence spoke of before, else what the text did."""
    mention = leading(frame, at)
    if mention is not None:
        return subject_of(mention)
    return Subject((frame.implied,), "it") if frame.implied else None


def _its_place(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "the 1960 treaty took its place": what "its" means is what was spoken of before."""
    start, end = _places(frame, match)
    newer = told_before(frame, start)
    if newer is None or newer.subject.mention is None:
        return None
    mention = newer.subject.mention
    left = leading(frame, mention.start)
    if left is not None:
        return _made(frame, newer, [left], newer.start, end)
    if frame.implied:
        return _made(frame, newer, [_stand_in(newer, frame.implied)], newer.start, end)
    return None


def _swapped(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "Moscow replaced the 1961 treaty with a new one of 2000", or "replaced it by"."""
    start, end = _places(frame, match)
    newer = things_after(frame, end)[:1]
    older = things_after(frame, frame.base + match.start("older"), frame.base + match.end("older"))
    if not newer or not older or "exchang" in match.group().lower():
        return None
    told = Told(subject_of(newer[0]), frame.words(frame.clause_of(start)[0], start), start)
    return _made(frame, told, older, start, newer[0].end)


def _instead(frame: Frame, match: re.Match[str]) -> Claim | None:
    """As in "signed the treaty in place of", "the pact was concluded to replace": said of what came before."""
    start, end = _places(frame, match)
    older = things_after(frame, end)
    left = [one for one in tops(frame) if one.end <= start]
    if (
        not older
        or not left
        or len(frame.words(left[-1].end, start)) > _FAR
        or re.search(r"[;:]", frame.words(left[-1].end, start))
    ):
        return None
    told = Told(subject_of(left[-1]), frame.words(left[-1].end, start), left[-1].start)
    return _made(frame, told, older, told.start, older[-1].end)


_FAR = 60


def _continues(frame: Frame, match: re.Match[str]) -> Claim | None:
    start, end = _places(frame, match)
    older = [one for one in things_after(frame, end) if one.type != "provision"]
    told = told_before(frame, start)
    if not older or told is None:
        return None
    return _made(frame, told, older, told.start, older[-1].end, "continues")
