"""Claims about how an instrument came about: signed when, where and by whom; adopted; entered into force."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.frame import Frame, Subject
    from foedera.reader.records import Claim, Mention

_SIGNED = re.compile(
    r"(?i)\b(?:(?P<act>was|were|been|is|are)\s+(?:\w+ly\s+)?)?(?:(?P<verb>signed|concluded|inked|struck|sealed|unveiled|agreed upon|put to paper)|(?P<noun>signing|signature|signatures)|dates? (?:from|back to)|dated|carries the date of)\b"
)
_FORCE = re.compile(
    r"(?i)\b(?:(?:entered|enters?|entering|entry|came|comes?|coming|went|go(?:es)?|put|brought)\s+(?:formally\s+)?in(?:to)?\s+(?:force|effect|operation)|took effect|takes effect|"
    r"(?:been |was |is |remained )?(?:in|into) (?:force|effect|operation)(?: ever)? (?:since|from|as of)|effective (?:since|from|as of|on)|became (?:effective|operative|binding)|"
    r"(?:in force|in operation|in effect)(?= since| from|,? ever since))\b"
)
_ADOPTED = re.compile(r"(?i)\b(?:adopted|passed|approved|voted|imposed)\b")
_VISIT = re.compile(r"(?i)\b(?:arrived|visited|visit|landed|travell?ed|came to)\b")
_OTHER_ACT = re.compile(
    r"(?i)\b(?:ratif\w+|approved|expired|lapsed|ended|terminated|renewed|extended|denounced|suspended|withdrew|registered|acceded|joined|dissolved|died|attacked|invaded|"
    r"replac\w+|supersed\w+|amended|announced|vetoed|invoked|scrapped|took over|recogni[sz]ed)\b"
)
_PLACE = re.compile(
    r"\b(?:in|at)\s+(?P<place>(?:the\s+)?(?:[A-Z][\w.’'-]+)(?:(?:\s+de\s+|\s+)[A-Z][\w.’'-]+){0,2}(?:,\s+D\.C\.)?)"
)
_BY = re.compile(r"(?i)\bby\b")


def signing(frame: Frame) -> Iterator[Claim]:
    """Claims about signature, adoption and entry into force."""
    cues = sorted(
        [*((m, "signed") for m in frame.matches(_SIGNED)), *((m, "force") for m in frame.matches(_FORCE))],
        key=lambda pair: pair[0].start(),
    )
    for match, what in cues:
        if what == "signed":
            yield from _signed(frame, match)
        else:
            yield from _in_force(frame, match)
    if not any(what == "signed" for _, what in cues):
        for match in frame.matches(_ADOPTED):
            yield from _adopted(frame, match)


# --- dates ---


def _date(frame: Frame, start: int, end: int) -> Mention | None:
    """The date that goes with a cue: the next after it in its reach, else one just before or at the head of the sentence."""
    limit = _reach(frame, end)
    right = next((one for one in frame.named("date", since=end, until=limit) if not _inside_name(frame, one)), None)
    if right is not None:
        return right
    low = max((frame.base + m.end() for m in _acts(frame) if frame.base + m.end() <= start), default=frame.base)
    left = [one for one in frame.named("date", since=low, until=start) if not _inside_name(frame, one)]
    if left and re.search(r"(?i)\b(?:on|in|of|since|from|by)\s*$|^$|^\W*$", frame.words(low, left[-1].start)[-9:] or ""):
        return left[-1]
    return None


def _acts(frame: Frame) -> list[re.Match[str]]:
    return [*frame.matches(_OTHER_ACT), *frame.matches(_SIGNED), *frame.matches(_FORCE)]


def _reach(frame: Frame, end: int) -> int:
    """How far to the right a cue may look: to the next act, or a strong break."""
    stop = frame.sentence.end
    for match in _acts(frame):
        if frame.base + match.start() > end:
            stop = min(stop, frame.base + match.start())
    broken = re.search(r"[;:—]|\s(?:but|while|whereas|although|though|before|after|until)\s", frame.words(end, stop))
    return end + broken.start() if broken else stop


def _inside_name(frame: Frame, date: Mention) -> bool:
    """Whether the year belongs to the name of an instrument ("the 1961 treaty")."""
    return any(one.start <= date.start < one.end for one in frame.found.of("instrument", "provision"))


# --- signature ---


def _signed(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = _signed_subject(frame, match, start, end)
    if subject is None or _is_other_matter(frame, match, start):
        return
    date = _date(frame, start, end)
    if date is not None and date.written:
        first, last = min(start, date.start), max(end, date.end)
        if first < start and frame.matches(_VISIT) and _is_visit(frame, date, start):
            yield frame.claim("signed_on", first, last, subject, Said(date=date.written, word="visit"))
        else:
            kind = "adopted_in" if _is_resolution(subject) else "signed_on"
            yield frame.claim(kind, first, last, subject, Said(date=date.written), negated=frame.negated(start))  # type: ignore[arg-type]
    elif match.groupdict().get("verb"):
        yield from _visited(frame, start, end, subject)
    yield from _signed_at(frame, start, end, subject)
    yield from _signed_by(frame, match, start, end, subject)


def _signed_subject(frame: Frame, match: re.Match[str], start: int, end: int) -> Subject | None:
    passive = match.group("act") or match.group("noun") or not match.group("verb")
    left = frame.before(start, "instrument", "provision")
    near = left is not None and re.fullmatch(r"[\s,(–-]*(?:which|that|as|and|was|were|,|finally|first|duly|\s)*(?:(?:[\w’']+\s+){1,6})?", frame.words(left.end, start))
    active = not passive and not (left is not None and re.fullmatch(r"[\s,(–-]*(?:\w+ly\s+)?", frame.words(left.end, start)))
    relative = left is not None and bool(re.match(r",?\s*(?:which|that|as)\b", frame.words(left.end, start)))
    prefer = "right" if active and not relative and not (near and passive) else "left"
    return frame.subject(start, end, prefer=prefer, clauses=False)


def _is_other_matter(frame: Frame, match: re.Match[str], start: int) -> bool:
    """ "concluded that", "has not signed", "signed up": no signature of an instrument."""
    following = frame.sentence.text[match.end() : match.end() + 12].lower()
    if following.startswith((" that", " up", " away", " off", " with a")) and not following.startswith(" away "):
        return True
    return bool(re.search(r"(?i)\b(?:newly|jointly-|recently)\s*$", frame.words(frame.base, start)))


def _is_visit(frame: Frame, date: Mention, start: int) -> bool:
    return bool(_VISIT.search(frame.words(frame.base, date.start)) and _VISIT.search(frame.words(frame.base, start)))


def _visited(frame: Frame, start: int, end: int, subject: Subject) -> Iterator[Claim]:
    """A signature told together with a dated visit: the text dates the signature by the visit."""
    dates = frame.named("date", until=start)
    if dates and dates[-1].written and _is_visit(frame, dates[-1], start):
        said = Said(date=dates[-1].written, word="visit")
        yield frame.claim("signed_on", dates[-1].start, end, subject, said)


def _is_resolution(subject: Subject) -> bool:
    return all(one.startswith("unscr") for one in subject.ids) and bool(subject.ids)


def _signed_at(frame: Frame, start: int, end: int, subject: Subject) -> Iterator[Claim]:
    reach = _reach(frame, end)
    for match in _PLACE.finditer(frame.words(end, reach)):
        place = re.sub(r"(?i)^the\s+|[’']s$", "", match["place"]).strip()
        first = place.split()[0]
        if first in _NO_PLACES or len(frame.words(end, end + match.start()).split()) > _FAR:
            continue
        if any(one.start <= end + match.start("place") < one.end for one in frame.found.of("instrument")):
            continue
        said = Said(place=place)
        yield frame.claim("signed_at", start, end + match.end(), subject, said, negated=frame.negated(start))
        return


_FAR = 12
_NO_PLACES = frozenset(
    "January February March April May June July August September October November December Article Articles Asia Europe Africa Korea Monday Tuesday Wednesday Thursday Friday Saturday Sunday Russia China Japan Britain France Ukraine Eastern Western".split()
)


def _signed_by(frame: Frame, match: re.Match[str], start: int, end: int, subject: Subject) -> Iterator[Claim]:
    """Office-holders by name: before an active "signed", or after "signed by"."""
    if match.group("noun") or not match.group("verb"):
        return
    reach = _reach(frame, end)
    by = _BY.search(frame.words(end, reach))
    if by:
        persons = frame.named("person", since=end + by.end(), until=reach)
    elif match.group("act"):
        return
    else:
        low = frame.clause_of(start)[0]
        persons = frame.named("person", since=low, until=start)
    if persons:
        first, last = min(persons[0].start, start), max(persons[-1].end, end)
        said = Said(persons=tuple(dict.fromkeys(one.ids[0] for one in persons)))
        yield frame.claim("signed_by", first, last, subject, said, negated=frame.negated(start))


# --- adoption and entry into force ---


def _adopted(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = frame.subject(start, end, clauses=False)
    date = _date(frame, start, end)
    if subject is None or date is None or date.written is None or not subject.ids:
        return
    kind = "adopted_in" if _is_resolution(subject) else "signed_on"
    first, last = min(start, date.start), max(end, date.end)
    yield frame.claim(kind, first, last, subject, Said(date=date.written), negated=frame.negated(start))  # type: ignore[arg-type]


def _in_force(frame: Frame, match: re.Match[str]) -> Iterator[Claim]:
    start, end = frame.base + match.start(), frame.base + match.end()
    subject = frame.subject(start, end, clauses=False)
    date = _date(frame, start, end)
    if subject is None or date is None or date.written is None:
        return
    said = Said(date=replace(date.written))
    negated = frame.negated(start)
    yield frame.claim("in_force_since", min(start, date.start), max(end, date.end), subject, said, negated=negated)
