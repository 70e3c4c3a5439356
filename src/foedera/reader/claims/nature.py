"""Claims about what an instrument is: an alliance, defensive or peaceful, aimed at somebody."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.frame import Subject
from foedera.reader.claims.listing import things
from foedera.reader.claims.subjects import (
    CUES,
    DENIAL,
    Told,
    is_supposed,
    past_aside,
    stands_free,
    subject_of,
    told_before,
    words_of,
)
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_MAKES = words_of(
    """
    is was are were be been being become becomes became remain remains remained constitute constitutes
    constituted amount amounts amounted form forms formed forming create creates created creating make makes
    made making establish establishes established establishing found founds founded represent represents
    represented mean means meant about as into to entails build builds built forge forges forged cement cements
    launches launched sets resembles isn't isn’t wasn't wasn’t"""
)
_VERB = re.compile(
    rf"(?i)\b(?:{_MAKES})(?:\s+(?:up|to|in effect|in fact|effectively|certainly|anything but|nothing but|"
    rf"nothing less than))?\s*[“\"‘']?\s*$"
)
_PEAK = (
    r"(?:(?!(?:is|was|are|were|be|has|had|of|in|to|and|an?|the|no|not|that|which|will|would|does|did)\s)[\w’'-]+,?\s+)"
    r"{0,4}?[“\"‘']?"
)
_ALLIANCE = re.compile(
    rf"(?i)\b(?P<det>an?|no|any|another|some\s+(?:kind|sort)\s+of(?:\s+an?)?|such\s+an?|"
    rf"the(?=\s+[\w’'-]+\s))\s+(?P<adjectives>{_PEAK})"
    r"(?:alliance|bloc|military\s+union|pact\s+of\s+allies)\b(?!['’]s\b|\s+(?:treaty|pact|partner|partners|"
    r"agreement|obligations?|members?|commitments?)\b)"
)
_ALLIES = re.compile(
    r"(?i)\b(?:mak(?:es?|ing)|made)\s+(?:[\w’'-]+\s+){1,6}?(?:(?:formal|military|treaty|full|wartime)\s+)?allies\b"
)
_CALLS = words_of(
    """
    call calls called term terms termed dub dubs dubbed label labels labelled labeled style styles styled brand
    brands branded describe describes described portray portrays portrayed hail hails hailed denounce denounces
    denounced depict depicts depicted present presents presented regard regards regarded see sees seen saw view
    views viewed consider considers considered declare declares declared deem deems deemed treat treats treated
    attack attacks attacked condemn condemns condemned"""
)
_CALLED = re.compile(rf"(?i)\b(?:{_CALLS})\s*[“\"‘']?\s*$")
_SPEAKS = re.compile(
    r"(?i)\b(?:spoke|speaks?|spoken|talk(?:s|ed)?|wr(?:ote|ites?)|warn(?:s|ed)?)\s+(?:[\w-]+\s+){0,3}of\s*[“\"‘]$"
)
_ENEMY = re.compile(
    r"(?i)\b(?:nam(?:es|ed|ing)|identif(?:ies|ied)|single[sd]?\s+out|"
    r"designate[sd]?)\s+(?P<whom>[^,;:.]{2,60}?)\s+as\s+(?:the|an?|its|their)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:adversar(?:y|ies)|enem(?:y|ies)|aggressors?|targets?|foes?)\b"
)
_COPULA = re.compile(
    r"(?i)\b(?:is|was|are|were|be|been|being|remain\w*|as|seen|becom\w+|became|called|considered|regarded|"
    r"described)\b|n['’]t\b"
)
_SHARPLY = r"(?:[\w-]+ly\s+|wholly\s+|exclusively\s+|strictly\s+){0,2}"
_TEMPER = re.compile(
    rf"(?i)(?P<opens>\b(?:of\s+an?|of|ha[sd]\s+an?|have\s+an?|bears?\s+an?|serves?|an?|"
    rf"the)\s+)?{_SHARPLY}[“\"‘']?{_SHARPLY}"
    r"\b(?P<adj>peaceful|defensive|offensive)\b[”\"’']?"
    rf"(?P<more>(?:\s*,|\s+and|\s+or|\s*,\s*and)\s+{_SHARPLY}(?P<second>peaceful|defensive|offensive)\b)?"
    r"(?P<noun>\s+(?:in\s+(?:its\s+)?(?:nature|character|purpose|intent|spirit|design|essence|aim)|"
    r"(?:[\w-]+\s+)?(?:treaty|pact|alliance|agreement|arrangements?|instrument|"
    r"document|accord|deal|bloc|organi[sz]ation|character|nature|purposes?|aims?|kind|intent|partnership|text|"
    r"union|one|undertaking)))?"
    r"(?=\s*[.,;:!?”\"’')\]—–]|\s+(?:and|but|or|by|in|towards?|from|since|rather|than|as|not|with|yet|at|even|to|"
    r"on|of|for|only|between|designed|because|whatever|that|which|when|if|under|aimed|directed|led|against|"
    r"against)\b|\s*$)"
)
_AIMED = re.compile(
    r"(?i)\b(?:(?:directed|aimed|targeted|targetted|pointed|levelled|leveled|"
    r"trained)\s+(?:[\w-]+ly\s+){0,2}(?:against|at|towards?)|(?:target(?:s|ed)|threaten(?:s|ed))|t(?:akes?|"
    r"ook)\s+aim\s+at)\s+"
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
    r"and|against|at|to|communist|neighbou?ring|its|our|their|neighbou?r)[\s,]+){0,5}$"
)
_ANTI = re.compile(
    r"(?i)\banti-(?P<whom>[A-Za-z]+)\s+(?:[\w-]+\s+){0,2}?(?:pact|alliance|bloc|treaty|coalition|axis|front|"
    r"agreement|instrument|league|club|grouping|nato)\b"
)
_NOUN = re.compile(r"(?i)\b(?:an?|another|the)\s+(?:(?!(?:may|is|was|be|to|of|are)\s)[\w’'-]+\s+){1,4}$")
_REACH = 80


def nature(frame: Frame) -> Iterator[Claim]:
    """Claims that an instrument is an alliance, defensive, peaceful, or aimed at somebody, or that it is not."""
    lower = frame.sentence.text.lower()
    if "allia" in lower or "bloc" in lower or "allies" in lower or "military union" in lower:
        yield from _alliances(frame)
    if "defensive" in lower or "peaceful" in lower or "offensive" in lower:
        yield from _tempers(frame)
    if any(stem in lower for stem in ("direct", "aim", "target", "pointed", "level", "trained", "threaten")):
        yield from _aims(frame)
    if " as " in lower:
        yield from _enemies(frame)
    if "anti-" in lower:
        yield from _against(frame)


# --- an alliance ---


def _alliances(frame: Frame) -> Iterator[Claim]:
    for match in islice(frame.matches(_ALLIANCE), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if (told := _described(frame, start)) is None:
            continue
        words = f"{told.words} {match['det']} {match['adjectives']}"
        about = told.subject.whole()
        yield frame.claim(
            "is_alliance",
            told.start,
            end,
            about,
            negated=bool(DENIAL.search(words)),
            supposed=is_supposed(frame, told, start),
        )
        return
    for match in islice(frame.matches(_ALLIES), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if told := told_before(frame, start):
            negated = bool(DENIAL.search(told.words + match.group()))
            yield frame.claim(
                "is_alliance",
                told.start,
                end,
                told.subject.whole(),
                negated=negated,
                supposed=is_supposed(frame, told, start),
            )
            return


def _described(frame: Frame, start: int) -> Told | None:
    """What a noun with its article ("a military alliance") is said of: by a verb, by "calls it", or in apposition."""
    start = past_aside(frame, start)
    before = frame.words(max(frame.base, start - _REACH), start)
    if _SPEAKS.search(before):
        return _spoken_of(frame, start)
    if verb := _VERB.search(before):
        at = start - len(before) + verb.start()
        told = told_before(frame, at)
        if told is not None:
            return Told(told.subject, f"{told.words} {verb.group()}", told.start)
    if (called := _called(frame, start)) is not None:
        return called
    if re.search(r"[,—–(]\s*[“\"‘']?$", before):
        mention = next((one for one in reversed(things(frame)) if one.end <= start), None)
        if (
            mention
            and stands_free(frame, mention)
            and re.fullmatch(r"\s*[,—–(]\s*[“\"‘']?", frame.words(mention.end, start))
        ):
            return Told(subject_of(mention), "", mention.start)
    if re.search(r"(?i)\b(?:is|was|are|were|been|be|as|it|them)\s+(?:[\w’'-]+\s+){0,3}[“\"‘']?$", before):
        return told_before(frame, start)
    return None


def _spoken_of(frame: Frame, start: int) -> Told | None:
    """As in "spoke of “a military alliance”; the treaty ...": what the sentence, or else the text, speaks of."""
    named = things(frame)
    if named:
        chosen = next((one for one in reversed(named) if one.end <= start), named[0])
        return Told(subject_of(chosen), "", start)
    return Told(Subject((frame.implied,), "it"), "", start) if frame.implied else None


def _called(frame: Frame, start: int) -> Told | None:
    """As in "calls the pact", "describes it as" before a place: the pact."""
    at = (
        start
        - len(frame.words(frame.base, start))
        + len(
            re.sub(
                r"(?i)(?:\s+(?:as|to be|nothing but|nothing less than))?\s*[“\"‘']?\s*$",
                "",
                frame.words(frame.base, start),
            )
        )
    )
    mention = next((one for one in things(frame) if one.end == at), None)
    if mention is not None and _CALLED.search(frame.words(max(frame.base, mention.start - _REACH), mention.start)):
        low = max(frame.base, mention.start - _REACH)
        return Told(subject_of(mention), frame.words(low, mention.start), mention.start)
    pronoun = re.search(r"(?i)\b(?:it|this|them)$", frame.words(max(frame.base, at - 5), at))
    place = at - len(pronoun.group()) if pronoun else at
    if pronoun and _CALLED.search(frame.words(max(frame.base, place - _REACH), place)):
        return told_before(frame, at)
    return None


# --- defensive, peaceful, offensive ---


def _tempers(frame: Frame) -> Iterator[Claim]:
    for match in islice(frame.matches(_TEMPER), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        opens = (match["opens"] or "").strip().lower()
        if opens in ("a", "an", "the") and not match["noun"]:
            continue
        told = told_before(frame, start) or (_described(frame, start) if opens in ("a", "an") else None)
        if told is None or not _is_predicate(frame, told, start, opens):
            continue
        found = {match["adj"].lower(), (match["second"] or match["adj"]).lower()}
        word = next(one for one in ("peaceful", "offensive", "defensive") if one in found)
        negated = bool(DENIAL.search(told.words + " " + match.group()))
        yield frame.claim(
            "is_defensive",
            told.start,
            end,
            told.subject,
            Said(word=word),
            negated=negated,
            supposed=is_supposed(frame, told, start),
        )
        return


def _is_predicate(frame: Frame, told: Told, start: int, opens: str) -> bool:
    """Whether a verb, or an apposition, ties the word to its subject."""
    if opens and opens not in ("a", "an", "the"):
        return True
    if _COPULA.search(told.words):
        return True
    return opens in ("a", "an") and frame.words(start - 2, start).strip() == ","


# --- aimed at somebody ---


def _aims(frame: Frame) -> Iterator[Claim]:
    for match in islice(frame.matches(_AIMED), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        whom = _whom(frame, end)
        if whom is None:
            continue
        states, until = whom
        told = _aiming(frame, start)
        if told is None or (match.group().lower().startswith("threat") and not told.subject.ids):
            continue
        words = f"{told.words} "
        negated = bool(DENIAL.search(words)) or bool(_NOBODY.match(frame.words(end, until)))
        yield frame.claim(
            "directed_against",
            told.start,
            until,
            told.subject,
            Said(states=states),
            negated=negated,
            supposed=is_supposed(frame, told, start),
        )
        return


def _enemies(frame: Frame) -> Iterator[Claim]:
    """As in "named Japan as the adversary"."""
    for match in islice(frame.matches(_ENEMY), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        names = frame.named(
            "state", "organ", since=frame.base + match.start("whom"), until=frame.base + match.end("whom")
        )
        told = told_before(frame, start)
        if names and told:
            said = Said(states=tuple(dict.fromkeys(one.ids[0] for one in names if one.ids)))
            negated = bool(DENIAL.search(told.words))
            supposed = is_supposed(frame, told, start)
            yield frame.claim(
                "directed_against", told.start, end, told.subject, said, negated=negated, supposed=supposed
            )


def _aiming(frame: Frame, start: int) -> Told | None:
    """What is aimed: the subject, or what is called "a pistol pointed at"."""
    if told := told_before(frame, start):
        return told
    before = frame.words(max(frame.base, start - _REACH), start)
    noun = _NOUN.search(before)
    return _described(frame, start - len(before) + noun.start()) if noun else None


def _whom(frame: Frame, end: int) -> tuple[tuple[str, ...], int] | None:
    """The states after "aimed at" and where their names end; no states for "third countries"; None for a purpose."""
    following = frame.words(end, min(frame.sentence.end, end + _REACH))
    if third := _THIRD.match(following):
        tail = re.match(r"\w*", following[third.end() :])
        return (), end + third.end() + (tail.end() if tail else 0)
    names = frame.named("state", "organ", since=end, until=end + _REACH)
    chain = []
    at = end
    for one in names:
        if not _SMALL.match(frame.words(at, one.start).lstrip(" ,")):
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
        told = _described(frame, start - len(before) + noun.start()) if noun else None
        if names and told:
            words = told.words + (noun.group() if noun else "")
            said = Said(states=tuple(one.ids[0] for one in names if one.ids))
            yield frame.claim(
                "directed_against", told.start, end, told.subject, said, negated=bool(DENIAL.search(words))
            )
            return
