"""Claims about how long an instrument runs, how it is renewed, and how long the notice is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.reader.claims.amounts import amount
from foedera.reader.claims.objects import implied, instruments, object_at, subject_of, theme
from foedera.reader.claims.term_words import (
    ANY,
    AT_A_TIME,
    BOUNDED,
    BOUNDED_NEEDS,
    COMPOUND,
    CYCLE,
    ENDLESS,
    ENDLESS_NEEDS,
    EVERY,
    FOR,
    HEADLESS,
    INITIAL,
    LENGTHY,
    MADE,
    MORE,
    NOTICE,
    ONE_OF,
    OTHER,
    PERFECT,
    QUESTION,
    RENEWAL,
    RENEWALS,
    RENEWED,
    SO_FAR,
    SPAN,
    TERM,
    UNITS,
    UNTIL,
    UNTIL_NEEDS,
    WISH,
)
from foedera.reader.claims.times import hints, matches, stretch
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim


def terms(frame: Frame) -> Iterator[Claim]:
    """Claims about term, renewal and notice; a first term and what follows it are one claim."""
    if not hints(frame, ANY) or (frame.implied is None and not instruments(frame)):
        return
    last: Claim | None = None
    for claim in sorted(_terms(frame), key=lambda one: one.start):
        joined = _joined(frame, last, claim) if last else None
        if last and not joined:
            yield last
        last = joined or claim
    if last:
        yield last


_EVENT = re.compile(r"(?i)\b(?:was|were|been)\s+(?:\w+\s+)?(?:extended|prolonged|renewed)\b|\bin\s+\d{4}\b")
"""One renewal that took place, told apart from what the text provides."""


def _joined(frame: Frame, one: Claim, other: Claim) -> Claim | None:
    """One claim of a first term and its renewal, if they are told together: "for ten years, then five at a time"."""
    together = {one.said.word, other.said.word} == {"initial", "renewal"} and one.about == other.about
    between = frame.words(one.end, other.start)
    if not together or one.negated or other.negated or len(between) > _REACH or re.search(r"[;:]", between):
        return None
    if _EVENT.search(one.text) or _EVENT.search(other.text):
        return None
    first, later = (one, other) if one.said.word == "initial" else (other, one)
    said = Said(numbers=(*first.said.numbers, *later.said.numbers))
    return replace(one, end=other.end, text=frame.words(one.start, other.end), said=said)


def _terms(frame: Frame) -> Iterator[Claim]:
    taken: list[tuple[int, int]] = []
    for match, start, end, word in _found(frame):
        if any(since < end and start < until for since, until in taken):
            continue
        subject = _of_what(frame, start, end, word)
        said = _told(frame, match, end, word)
        if subject is None or said is None or _is_other(frame, start, end):
            continue
        taken.append((start, end))
        before = subject.mention if subject.mention and 0 <= start - subject.mention.end < _CLOSE else None
        date = next((one for one in frame.found.of("date") if said.date and one.written is said.date), None)
        denied = _is_denied(frame, start) or bool(match.groupdict().get("not"))
        place = stretch((start, end), before, date)
        yield frame.claim("term", *place, subject, said, negated=denied, supposed=_is_supposed(frame, start))


def _told(frame: Frame, match: re.Match[str], end: int, word: str) -> Said | None:
    """The number of years, or the day on which the term ends; None if a number or a day is missing."""
    if match.re is UNTIL:
        date = next((one for one in frame.found.of("date") if one.start <= end <= one.end), None)
        date = date or next((one for one in frame.found.of("date") if one.start == end), None)
        return Said(date=date.written, word=word) if date and date.written and date.written.year else None
    if "number" not in match.re.groupindex:
        return Said(word=word)
    numbers = _numbers(match)
    return Said(numbers=numbers, word=word) if numbers else None


_CLOSE = 30
_TERMS = re.compile(r"(?i)\s+(?:terms|periods|spans|stretches)\b")


def _found(frame: Frame) -> Iterator[tuple[re.Match[str], int, int, str]]:
    """All cues, notices first: "six months' notice" is no term."""
    yield from _timed(frame) if hints(frame, UNITS) else ()
    renewed = matches(frame, RENEWED, RENEWALS)
    yield from ((*found, "renewal") for found in renewed if theme(frame, found[1]))
    yield from ((*found, "indefinite") for found in matches(frame, ENDLESS, ENDLESS_NEEDS))
    for pattern, needs in ((UNTIL, UNTIL_NEEDS), (BOUNDED, BOUNDED_NEEDS)):
        yield from ((*found, "initial") for found in matches(frame, pattern, needs))
    if hints(frame, RENEWALS):
        yield from ((*found, "renewal") for found in matches(frame, MORE))
        yield from ((*found, "initial") for found in matches(frame, INITIAL))


def _timed(frame: Frame) -> Iterator[tuple[re.Match[str], int, int, str]]:
    """Cues with a number of years, months or days."""
    for pattern in NOTICE:
        yield from ((*found, "notice") for found in matches(frame, pattern))
    for pattern in (EVERY, CYCLE, RENEWAL, ONE_OF, AT_A_TIME):
        yield from ((*found, "renewal") for found in matches(frame, pattern) if not _is_recent(found[0]))
    yield from _made_for(frame)
    for pattern in (SPAN, TERM, COMPOUND, LENGTHY):
        for found in matches(frame, pattern):
            if not (SO_FAR.match(found[0].group()) and PERFECT.search(frame.words(frame.base, found[1]))):
                yield *found, _kind_of_term(frame, found[1], found[2])


def _made_for(frame: Frame) -> Iterator[tuple[re.Match[str], int, int, str]]:
    """As in: "Moscow and Pyongyang concluded their treaty for ten years"."""
    for match, start, end in matches(frame, FOR):
        named = [one for one in frame.found.of("instrument") if one.end == start]
        if named and MADE.search(frame.words(frame.base, named[-1].start)):
            yield match, start, end, "initial"


def _is_recent(match: re.Match[str]) -> bool:
    """As in: "expires in five years": counted from now, not a term."""
    groups = match.groupdict()
    return bool(re.match(r"(?i)expire|lapse|continu", match.group())) and "every" in groups and not groups["every"]


def _kind_of_term(frame: Frame, start: int, end: int) -> str:
    """The first term or a later one; "runs for five-year terms" tells what follows the first."""
    before = frame.words(frame.base, start)[-60:]
    if _TERMS.match(frame.words(end, end + 40)):
        return "renewal"
    return (
        "renewal"
        if re.search(r"(?i)\b(?:renew\w*|prolong\w*|extend\w*|extension|successive)\s+(?:\w+\s+){0,3}$", before)
        else "initial"
    )


def _numbers(match: re.Match[str]) -> tuple[tuple[float, str], ...]:
    groups = match.groupdict()
    unit = (groups.get("unit") or "year").lower()
    number = groups["number"].lower()
    if re.match(r"half", number):
        return ((6.0, "month"),) if unit == "year" else ()
    value = amount(number)
    if value is None:
        return ()
    return ((value * 10, "year"),) if unit == "decade" else ((value, unit),)


# --- of which instrument ---


def _of_what(frame: Frame, start: int, end: int, word: str) -> Subject | None:
    """The instrument: the subject, "of the pact" behind, one named in the sentence, or what is spoken of."""
    inside = [one for one in instruments(frame, since=start, until=end) if one.type != "organ"]
    inside = inside or [one for one in frame.found.of("instrument") if one.start < start < one.end]
    if inside:
        return subject_of(inside[0])
    found = theme(frame, start)
    if found:
        return found
    named = [one for one in instruments(frame) if one.type != "organ" or word == "notice"]
    before = [one for one in named if one.end <= start]
    if before and _may_refer(frame, before[-1].end, start):
        return subject_of(before[-1])
    following = object_at(frame, end)
    if following:
        return following
    after = [one for one in named if one.start >= end and one.start - end < _REACH]
    if after and not before:
        return subject_of(after[0])
    headless = word == "notice" or HEADLESS.fullmatch(frame.words(frame.clause_of(start)[0], start))
    return implied(frame) if headless and not named else None


_REACH = 70


def _may_refer(frame: Frame, end: int, start: int) -> bool:
    """Whether no new subject stands between the instrument and the cue."""
    return not re.search(r"[;:]|,\s*(?:but|while|whereas)\s", frame.words(end, start)) or bool(
        re.search(
            r"(?i)\b(?:it|its|which|anyone|anybody|whoever|everyone|nobody|either|each|any|members?|"
            r"part(?:y|ies)|side|sides|state|states|governments?|countries)\b",
            frame.words(end, start),
        )
    )


def _is_other(frame: Frame, start: int, end: int) -> bool:
    """Whether the years are those of something else: a lease, a plan, a war."""
    near = frame.words(max(frame.base, start - 30), min(end + 20, frame.sentence.end))
    own = {match.start() for one in frame.found.of("instrument") for match in OTHER.finditer(one.text)}
    return bool(OTHER.search(near)) and not own


# --- denied, supposed ---


def _is_denied(frame: Frame, start: int) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:not|never|neither|nor|no\s+longer)\b|n['’]t\b",
            frame.words(frame.clause_of(start)[0], start)[-40:],
        )
    )


def _is_supposed(frame: Frame, start: int) -> bool:
    """Terms are conditions by nature ("would have sufficed"); only questions, wishes and drafts are not judged."""
    before = frame.words(frame.clause_of(start)[0], start)
    return bool(QUESTION.search(frame.sentence.text) or WISH.search(before))
