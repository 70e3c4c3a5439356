"""Claims that an instrument is defensive, peaceful or offensive."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from foedera.reader.claims.describing import called, described
from foedera.reader.claims.listing import things_after
from foedera.reader.claims.subjects import CUES, DENIAL, Told, is_supposed, subject_of, told_before
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame
    from foedera.reader.records import Claim

_COPULA = re.compile(
    r"(?i)\b(?:is|was|are|were|be|been|being|remain\w*|as|seen|becom\w+|became|called|considered|regarded|"
    r"described)\b|n['’]t\b"
)
_SHARPLY = r"(?:[\w-]+ly\s+|wholly\s+|exclusively\s+|strictly\s+){0,2}"
_TEMPER = re.compile(
    rf"(?i)(?P<opens>\b(?:by\s+(?:nature|design|definition)|of\s+an?|of|ha[sd]\s+an?|have\s+an?|bears?\s+an?|serve[sd]?|an?|"
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


_OF = re.compile(
    r"(?i)\b(?:(?P<none>nothing\s+(?:[\w-]+ly\s+)?)(?P<adj>peaceful|defensive|offensive)\s+(?:about|in)|"
    r"(?P<kind>peaceful|defensive|offensive)\s+(?:character|nature|purposes?|intent|aims?|essence|spirit)\s+of)\s+"
)
"""As in "the defensive character of the treaty", "nothing offensive about the treaty"."""
_NOTHING = re.compile(r"(?i)\bnothing\s+(?P<adj>peaceful|defensive|offensive)\b")
_OFFENCE = re.compile(
    r"(?i)\ban?\s+(?:[\w-]+\s+){0,2}?(?:instrument|tool|pact|alliance|treaty|weapon|bloc)\s+of\s+(?:offen[cs]e|aggression|attack)\b"
)
_DEFENCE = re.compile(
    r"(?i)\b(?:(?:designed|meant|intended|made|there|concluded|signed|exists?)\s+"
    r"(?:(?:solely|only|purely|exclusively|just|strictly)\s+)?for\s+(?:the\s+)?(?:purposes?\s+of\s+)?(?:self-)?defen[cs]e\b(?!\s+of\b)|"
    r"(?:is|was)\s+(?:only\s+|purely\s+|all\s+)?(?:about|for)\s+(?:self-)?defen[cs]e(?=\s*,?\s*(?:not|alone|only|and\s+not)\b))"
    r"(?:\s+(?:alone|only|purposes))?"
)


def tempers(frame: Frame) -> Iterator[Claim]:
    """Claims that it is defensive, peaceful or offensive: the first in the sentence."""
    found = next((claim for rule in (_by_adjective, _by_noun, _for_defence) for claim in rule(frame)), None)
    if found is not None:
        yield found


def _made(frame: Frame, told: Told, end: int, word: str, *, negated: bool) -> Claim:
    supposed = is_supposed(frame, told, told.start)
    return frame.claim(
        "is_defensive", told.start, end, told.subject, Said(word=word), negated=negated, supposed=supposed
    )


def _by_noun(frame: Frame) -> Iterator[Claim]:
    """As in "the offensive nature of the pact", "nothing defensive about it", "it contains nothing offensive"."""
    for match in islice(frame.matches(_OF), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        named = [one for one in things_after(frame, end) if one.ids][:1]
        if named:
            of = Told(subject_of(named[0]), frame.words(frame.clause_of(start)[0], start), start)
            negated = bool(match["none"]) or DENIAL.search(of.words) is not None
            yield _made(frame, of, named[0].end, (match["adj"] or match["kind"]).lower(), negated=negated)
    for match in islice(frame.matches(_NOTHING), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        verb = _HAVING.search(frame.words(frame.base, start))
        told = told_before(frame, frame.base + verb.start()) if verb else None
        if told is not None:
            yield _made(frame, told, end, match["adj"].lower(), negated=True)


_HAVING = re.compile(r"(?i)\b(?:ha[sd]|have|contains?|contained|shows?|is|was)\s+$")


def _for_defence(frame: Frame) -> Iterator[Claim]:
    """As in "is designed for defence alone", "is about defence, not attack", "is an instrument of attack"."""
    for match in islice(frame.matches(_DEFENCE), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if told := told_before(frame, start):
            yield _made(frame, told, end, "defensive", negated=DENIAL.search(told.words) is not None)
    for match in islice(frame.matches(_OFFENCE), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        if attacking := described(frame, start):
            yield _made(frame, attacking, end, "offensive", negated=DENIAL.search(attacking.words) is not None)


def _by_adjective(frame: Frame) -> Iterator[Claim]:
    """As in "is purely defensive", "an offensive pact", "of a peaceful nature"."""
    for match in islice(frame.matches(_TEMPER), CUES):
        start, end = frame.base + match.start(), frame.base + match.end()
        opens = (match["opens"] or "").strip().lower()
        if opens in ("a", "an", "the") and not match["noun"]:
            continue
        told = told_before(frame, start)
        if told is None or not _is_predicate(frame, told, start, opens):
            told = (described if opens in ("a", "an") else called)(frame, start)
        if told is None:
            continue
        found = {match["adj"].lower(), (match["second"] or match["adj"]).lower()}
        word = next(one for one in ("peaceful", "offensive", "defensive") if one in found)
        yield _made(frame, told, end, word, negated=DENIAL.search(f"{told.words} {match.group()}") is not None)


def _is_predicate(frame: Frame, told: Told, start: int, opens: str) -> bool:
    """Whether a verb, or an apposition, ties the word to its subject."""
    if opens and opens not in ("a", "an", "the"):
        return True
    if _COPULA.search(told.words):
        return True
    is_apart = frame.words(start - 2, start).strip() == ","
    return is_apart and (opens in ("a", "an") or (not opens and bool(told.mentions)))
